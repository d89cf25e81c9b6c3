//! The story against the file: every step names what it shows, and what it names is there.
//!
//! Knows what each kind of step needs. The same is decided, without words, by the loader.

use std::collections::BTreeSet;

use super::found::Found;
use super::path::{Path, short};
use super::refs::{Ids, unknown};
use super::tree::{Kind, Node};
use super::words;
use crate::data::sanitize::clean;
use crate::model::country::{Country, Region};
use crate::model::measure::{Family, Measure};
use crate::model::nearest::nearest;
use crate::model::story::Show;

/// Finds steps that name nothing, the wrong thing, or what is not there.
pub(super) fn check<'t>(root: &'t Node<'t>, whole: bool, ids: &Ids<'t>, found: &mut Found) {
    let story = Path::Root.field("story");
    if root.list("story").is_empty() {
        return;
    }
    let mut steps = Steps { root, whole, ids, places: places(root), found };
    for (index, step) in root.list("story").iter().enumerate() {
        let show = step.text_of("show").and_then(|(_, word)| words::meaning::<Show>(word));
        let Some(show) = show else { continue };
        let path = story.item(index);
        if index == 0 && show != Show::Title {
            let hint = "put { \"show\": \"title\" } before it: it says how sure the results are";
            steps.found.error(step.at, &path, "the story does not begin with its title", hint);
        }
        steps.step(step, show, &path);
    }
}

/// The places of all actions, each as one text.
fn places(root: &Node<'_>) -> BTreeSet<String> {
    root.list("actions").iter().filter_map(place).collect()
}

/// The place of an action or a step, as one text: its countries, or its region.
pub(super) fn place(of: &Node<'_>) -> Option<String> {
    let codes: Vec<&str> = of.list("countries").iter().filter_map(Node::text).collect();
    if codes.is_empty() {
        return of.text_of("region").map(|(_, name)| name.to_owned());
    }
    Some(codes.join(", "))
}

struct Steps<'a, 't> {
    root: &'t Node<'t>,
    whole: bool,
    ids: &'a Ids<'t>,
    places: BTreeSet<String>,
    found: &'a mut Found,
}

impl<'t> Steps<'_, 't> {
    fn step(&mut self, step: &'t Node<'t>, show: Show, path: &Path<'_>) {
        let wanted: &[&str] = match show {
            Show::Figure | Show::Split => &["figure"],
            Show::Figures => &["figures"],
            Show::Place => &["countries", "region"],
            _ => &[],
        };
        for name in ["figure", "figures", "countries", "region"] {
            if let Some(node) = step.get(name).filter(|node| is_given(node))
                && !wanted.contains(&name)
            {
                let what = format!("a step with this `show` has no `{name}`");
                self.found.error(node.at, &path.field(name), &what, "take it out, or mend `show`");
            }
        }
        for name in ["part", "family"] {
            if let Some(node) = step.get(name).filter(|node| is_given(node))
                && show != Show::Map
            {
                let what = format!("only a map has a `{name}`");
                self.found.error(node.at, &path.field(name), &what, "take it out, or mend `show`");
            }
        }
        let given = wanted.iter().filter(|name| step.get(name).is_some_and(is_given)).count();
        if self.whole && given != wanted.len().min(1) {
            let names: Vec<String> = wanted.iter().map(|name| format!("`{name}`")).collect();
            let names = names.join(" or ");
            let what = format!("the step does not say what it shows: it needs {names}");
            self.found.error(step.at, path, &what, "name it, and only once");
            return;
        }
        self.named(step, show, path);
        self.something(step, show, path);
    }

    /// The figures and the place that a step names.
    fn named(&mut self, step: &'t Node<'t>, show: Show, path: &Path<'_>) {
        if let Some((node, id)) = step.text_of("figure") {
            self.figure(node, id, &path.field("figure"));
        }
        let figures = path.field("figures");
        for (index, node) in step.list("figures").iter().enumerate() {
            if let Some(id) = node.text() {
                self.figure(node, id, &figures.item(index));
            }
        }
        if let (Show::Place, Some(named), true) = (show, place(step), self.whole)
            && !self.places.contains(&named)
            && !self.misspelt(step)
        {
            let near = nearest(&named, self.places.iter().map(String::as_str));
            let hint = near.map_or_else(
                || "name a place just as its actions do".to_owned(),
                |near| format!("did you mean `{}`?", clean(near)),
            );
            let what = format!("no action is told of `{}`", short(&named));
            self.found.error(step.at, path, &what, &hint);
        }
    }

    /// Whether a country of the step or of any action is none, which is said there: what is missing
    /// may be just that.
    fn misspelt(&self, step: &Node<'_>) -> bool {
        let unknown =
            |code: &Node<'_>| code.text().is_some_and(|code| Country::from_code(code).is_none());
        let mut all = self.root.list("actions").iter().chain([step]);
        all.any(|of| of.list("countries").iter().any(unknown))
    }

    fn figure(&mut self, node: &Node<'_>, id: &str, path: &Path<'_>) {
        if !self.ids.figures.contains_key(id) {
            unknown(self.found, self.whole, "figure", (node, id), path, &self.ids.figures);
        }
    }

    /// Whether there is anything to show.
    fn something(&mut self, step: &'t Node<'t>, show: Show, path: &Path<'_>) {
        let none = |name: &str| self.root.list(name).is_empty();
        let what = match show {
            Show::Split if !self.has_parts(step) => "no total in `totals` is part of that figure",
            Show::Versus if !self.has_people() => "there is no total of arrests or of rescues",
            Show::Coverage | Show::Others if none("actions") => "there are no actions",
            Show::Map if !self.has_countries(step) => "no action names a country there",
            Show::Routes if none("routes") => "there are no routes",
            Show::Differences if none("conflicts") => "there are no conflicts",
            Show::Notes if none("notes") => "there are no notes",
            Show::Sources if none("sources") => "there are no sources",
            _ => return,
        };
        if self.whole {
            self.found.error(step.at, path, what, "take the step out");
        }
    }

    /// Whether an action names a country of the part of the world that a map shows. A country or
    /// a part that is none is found elsewhere.
    fn has_countries(&self, step: &Node<'_>) -> bool {
        let part = step.text_of("part").and_then(|(_, word)| words::meaning::<Region>(word));
        let all = part.is_none() && step.get("part").is_some_and(is_given);
        let actions = self.root.list("actions").iter();
        let mut codes = actions.flat_map(|action| action.list("countries")).filter_map(Node::text);
        let held = |country: Country| part.is_none_or(|part| country.region() == part);
        all || codes.any(|code| Country::from_code(code).is_none_or(held))
    }

    fn has_parts(&self, step: &Node<'_>) -> bool {
        let Some((_, id)) = step.text_of("figure") else { return true };
        let is = |figure: &Node<'_>, name| figure.text_of(name).is_some_and(|(_, of)| of == id);
        let totals = self.root.list("totals");
        let total = totals.iter().any(|total| is(total, "id"));
        // A figure that is not there at all was found before.
        !self.ids.figures.contains_key(id) || (total && totals.iter().any(|t| is(t, "part_of")))
    }

    fn has_people(&self) -> bool {
        let people = |total: &Node<'_>| {
            let measure = total.text_of("measure").and_then(|(_, word)| words::meaning(word));
            let family = measure.map(|measure: Measure| measure.family());
            let given = |name| total.get(name).is_some_and(is_given);
            let alone = !given("part_of") && !given("apart");
            let bar = matches!(family, Some(Family::Arrests | Family::Rescues));
            alone && bar && total.get("value").is_some_and(|value| value.count().is_some())
        };
        self.root.list("totals").iter().any(people)
    }
}

/// Whether a field says something.
fn is_given(node: &Node<'_>) -> bool {
    match &node.kind {
        Kind::Null => false,
        Kind::List(items) => !items.is_empty(),
        _ => true,
    }
}
