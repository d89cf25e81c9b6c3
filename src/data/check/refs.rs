//! What refers to what: ids given once, sources, figures and actions that exist, every figure
//! cited, every source used.
//!
//! Knows what has to agree between the objects of one file. Numbers are compared in `sums`, and
//! with the words of the sources in `printed`.

use std::collections::{HashMap, HashSet};

use super::found::Found;
use super::path::{Path, short};
use super::tree::{Kind, Node};
use super::{printed, words};
use crate::data::sanitize::clean;
use crate::model::date::Date;
use crate::model::measure::{Family, Measure};
use crate::model::nearest::nearest;
use crate::model::source::Strength;

/// What is known by its id in one file.
#[derive(Default)]
pub(super) struct Ids<'t> {
    sources: HashMap<&'t str, &'t Node<'t>>,
    /// The figures, for what compares them.
    pub(super) figures: HashMap<&'t str, &'t Node<'t>>,
    actions: HashMap<&'t str, &'t Node<'t>>,
    cited: HashSet<&'t str>,
    /// Whether the sources themselves are broken, so that what cites them cannot be judged.
    lost: bool,
    /// Whether any figure is a part of another.
    pub(super) has_parts: bool,
}

impl<'t> Ids<'t> {
    /// The code of the language of a source.
    pub(super) fn language(&self, id: &str) -> Option<&'t str> {
        self.sources.get(id)?.text_of("language").map(|(_, text)| text)
    }

    /// How much weight a source bears.
    pub(super) fn strength(&self, id: &str) -> Option<Strength> {
        words::meaning(self.sources.get(id)?.text_of("strength")?.1)
    }
}

/// Finds what does not agree in a tree, and hands on the ids.
pub(super) fn check<'t>(root: &'t Node<'t>, whole: bool, found: &mut Found) -> Ids<'t> {
    let mut ids = Ids::default();
    dates(root, found);
    let top = Path::Root;
    let sources = root.list("sources");
    register(&mut ids.sources, sources, &top.field("sources"), found);
    // A source without an id of its own is the one that all who cite it look for in vain.
    ids.lost = sources.is_empty() || ids.sources.len() < sources.len();
    if let Some(node) = root.get("sources").filter(|_| sources.is_empty())
        && matches!(node.kind, Kind::List(_))
        && !(root.list("totals").is_empty() && root.list("actions").is_empty())
    {
        let hint = "list what was read; figures and actions cite it by its id";
        found.error(node.at, &top.field("sources"), "no source is listed", hint);
    }
    register(&mut ids.actions, root.list("actions"), &top.field("actions"), found);
    each_figure(root, |figure, path| {
        register_one(&mut ids.figures, figure, path, found);
    });
    each_figure(root, |figure, path| {
        let mut refs = Refs { ids: &mut ids, whole, found };
        refs.figure(figure, path);
    });
    let mut refs = Refs { ids: &mut ids, whole, found };
    refs.rest(root);
    ids
}

/// Goes through the totals and the figures of all actions.
pub(super) fn each_figure<'t>(root: &'t Node<'t>, mut visit: impl FnMut(&'t Node<'t>, &Path<'_>)) {
    let top = Path::Root;
    let totals = top.field("totals");
    for (index, figure) in root.list("totals").iter().enumerate() {
        visit(figure, &totals.item(index));
    }
    let actions = top.field("actions");
    for (index, action) in root.list("actions").iter().enumerate() {
        let here = actions.item(index);
        let figures = here.field("figures");
        for (index, figure) in action.list("figures").iter().enumerate() {
            visit(figure, &figures.item(index));
        }
    }
}

fn register<'t>(
    known: &mut HashMap<&'t str, &'t Node<'t>>,
    items: &'t [Node<'t>],
    path: &Path<'_>,
    found: &mut Found,
) {
    for (index, item) in items.iter().enumerate() {
        register_one(known, item, &path.item(index), found);
    }
}

fn register_one<'t>(
    known: &mut HashMap<&'t str, &'t Node<'t>>,
    item: &'t Node<'t>,
    path: &Path<'_>,
    found: &mut Found,
) {
    let Some((node, id)) = item.text_of("id") else { return };
    if known.contains_key(id) {
        let what = format!("the id `{}` is given twice", short(id));
        found.error(node.at, &path.field("id"), &what, "give each its own");
    } else {
        known.insert(id, item);
    }
}

/// How many days an operation takes at the most, as far as anybody has heard: two years.
const LONGEST: u64 = 732;

fn dates(root: &Node<'_>, found: &mut Found) {
    let date = |name| root.text_of(name).and_then(|(node, text)| Some((node, Date::parse(text)?)));
    if let (Some((_, start)), Some((node, end))) = (date("start"), date("end"))
        && start.is_after(end)
    {
        let hint = "are the two dates exchanged?";
        found.error(node.at, &Path::Root.field("end"), "it ends before it starts", hint);
    } else if let (Some((_, start)), Some((node, end))) = (date("start"), date("end"))
        && (start.days_to(end).is_some_and(|days| days > LONGEST)
            || end.year().saturating_sub(start.year()) > 2)
    {
        let what = "it ends more than two years after it starts";
        found.warning(node.at, &Path::Root.field("end"), what, "is the year right?");
    }
}

struct Refs<'a, 't> {
    ids: &'a mut Ids<'t>,
    whole: bool,
    found: &'a mut Found,
}

impl<'t> Refs<'_, 't> {
    fn figure(&mut self, figure: &'t Node<'t>, path: &Path<'_>) {
        if !matches!(figure.kind, Kind::Object(_)) {
            return;
        }
        self.citations(figure, path);
        self.part(figure, path);
        let measure = figure.text_of("measure").and_then(|(_, word)| words::meaning(word));
        let people = measure.is_some_and(|one: Measure| one.family() <= Family::Moved);
        let who = figure.get("who").is_none_or(|node| matches!(node.kind, Kind::Null));
        if people && who && self.whole {
            let hint = "say who is counted, such as victims or suspects";
            self.found.error(figure.at, &path.field("who"), "the field `who` is missing", hint);
        }
        if figure.get("value").and_then(Node::text) == Some("some")
            && let Some((node, qualifier)) = figure.text_of("qualifier")
            && qualifier != "exact"
        {
            let hint = "take the qualifier out, or write the number";
            self.found.error(node.at, &path.field("qualifier"), "`some` has no qualifier", hint);
        }
        if figure.get("value").is_some_and(|value| matches!(value.kind, Kind::Broken)) {
            return;
        }
        printed::figure(figure, path, |id| self.ids.language(id), self.found);
    }

    fn part(&mut self, figure: &'t Node<'t>, path: &Path<'_>) {
        let Some((node, whole)) = figure.text_of("part_of") else { return };
        self.ids.has_parts = true;
        let here = path.field("part_of");
        if figure.text_of("id").is_some_and(|(_, id)| id == whole) {
            let what = "a figure is no part of itself";
            self.found.error(node.at, &here, what, "name the figure it is a part of");
        } else if !self.ids.figures.contains_key(whole) {
            unknown(self.found, self.whole, "figure", (node, whole), &here, &self.ids.figures);
        } else if self.goes_round(figure, whole) {
            let what = "the figure is a part of itself in the end";
            self.found.error(node.at, &here, what, "take one `part_of` out of the ring");
        }
    }

    /// Whether the whole of the whole, and so on, is the figure itself.
    fn goes_round(&self, figure: &'t Node<'t>, whole: &'t str) -> bool {
        const STEPS: usize = 16;
        let next =
            |id: &&'t str| self.ids.figures.get(id)?.text_of("part_of").map(|(_, whole)| whole);
        let own = figure.text_of("id").map(|(_, id)| id);
        std::iter::successors(Some(whole), next).take(STEPS).any(|id| Some(id) == own)
    }

    fn citations(&mut self, of: &'t Node<'t>, path: &Path<'_>) {
        let here = path.field("citations");
        if let Some(node) = of.get("citations")
            && matches!(&node.kind, Kind::List(items) if items.is_empty())
        {
            let what = "nothing stands without a source";
            self.found.error(node.at, &here, what, "cite one");
        }
        for (index, citation) in of.list("citations").iter().enumerate() {
            self.source(citation, &here.item(index));
        }
    }

    fn source(&mut self, of: &'t Node<'t>, path: &Path<'_>) {
        let Some((node, id)) = of.text_of("source") else { return };
        if self.ids.sources.contains_key(id) {
            self.ids.cited.insert(id);
        } else if !self.ids.lost {
            let here = path.field("source");
            // A source whose id is misspelt where it is cited is not idle.
            self.ids.cited.extend(near(id, &self.ids.sources));
            unknown(self.found, self.whole, "source", (node, id), &here, &self.ids.sources);
        }
    }

    /// Actions, routes and conflicts.
    fn rest(&mut self, root: &'t Node<'t>) {
        let top = Path::Root;
        let actions = top.field("actions");
        for (index, action) in root.list("actions").iter().enumerate() {
            let here = actions.item(index);
            self.citations(action, &here);
            self.place(action, &here);
        }
        let routes = top.field("routes");
        for (index, route) in root.list("routes").iter().enumerate() {
            self.route(route, &routes.item(index));
        }
        let conflicts = top.field("conflicts");
        for (index, conflict) in root.list("conflicts").iter().enumerate() {
            let here = conflicts.item(index);
            if let Some((node, id)) = conflict.text_of("figure")
                && !self.ids.figures.contains_key(id)
            {
                let at = here.field("figure");
                unknown(self.found, self.whole, "figure", (node, id), &at, &self.ids.figures);
            }
            let others = here.field("others");
            for (index, other) in conflict.list("others").iter().enumerate() {
                self.source(other, &others.item(index));
            }
        }
    }

    fn place(&mut self, action: &Node<'_>, path: &Path<'_>) {
        if !matches!(action.kind, Kind::Object(_)) || !self.whole {
            return;
        }
        let countries = action.get("countries");
        let none = countries.is_none_or(|node| matches!(&node.kind, Kind::List(l) if l.is_empty()));
        let region = action.get("region").filter(|node| !matches!(node.kind, Kind::Null));
        match (none, region) {
            // `country` for `countries` is said already.
            (true, None) if action.get("country").is_some() => {}
            (true, None) => {
                let at = countries.map_or(action.at, |node| node.at);
                let hint = "give the country, the countries or the region of the action";
                self.found.error(at, &path.field("countries"), "the place is missing", hint);
            }
            (false, Some(region)) => {
                let what = "the region is not shown where countries are named";
                let hint = "take the region or the countries out";
                self.found.warning(region.at, &path.field("region"), what, hint);
            }
            _ => {}
        }
    }

    fn route(&mut self, route: &'t Node<'t>, path: &Path<'_>) {
        self.citations(route, path);
        if let Some((node, id)) = route.text_of("action")
            && !self.ids.actions.contains_key(id)
        {
            let here = path.field("action");
            unknown(self.found, self.whole, "action", (node, id), &here, &self.ids.actions);
        }
        let Some(stops) = route.get("stops") else { return };
        let here = path.field("stops");
        if matches!(stops.kind, Kind::List(_)) && stops.items().len() < 2 && self.whole {
            let what = "a route has at least two stops";
            self.found.error(stops.at, &here, what, "give the origin and the destination");
        }
        for (index, stop) in stops.items().iter().enumerate() {
            let given = |name| stop.get(name).is_some_and(|one| !matches!(one.kind, Kind::Null));
            if matches!(stop.kind, Kind::Object(_)) && given("country") == given("region") {
                let what = "a stop is either a country or a region";
                self.found.error(stop.at, &here.item(index), what, "give one of the two");
            }
        }
    }
}

/// Finds sources that nothing in the file cites.
pub(super) fn uncited(root: &Node<'_>, ids: &Ids<'_>, found: &mut Found) {
    let top = Path::Root;
    let sources = top.field("sources");
    for (index, source) in root.list("sources").iter().enumerate() {
        if let Some((_, id)) = source.text_of("id")
            && !ids.cited.contains(id)
            && !ids.lost
        {
            let what = format!("the source `{}` is never cited", short(id));
            let hint = "cite it where it supports something, or take it out";
            found.warning(source.at, &sources.item(index), &what, hint);
        }
    }
}

/// Notes a reference to what is not there; a file that lost something may have lost it.
pub(super) fn unknown(
    found: &mut Found,
    whole: bool,
    noun: &str,
    (node, id): (&Node<'_>, &str),
    path: &Path<'_>,
    known: &HashMap<&str, &Node<'_>>,
) {
    if !whole || found.is_full() {
        return;
    }
    let hint = near(id, known).map_or_else(
        || {
            let article = if noun == "action" { "an" } else { "a" };
            format!("give {article} {noun} this id, or name one that is there")
        },
        |near| format!("did you mean `{}`?", clean(near)),
    );
    found.error(node.at, path, &format!("no {noun} has the id `{}`", short(id)), &hint);
}

/// The id that was probably meant. Among very many none is looked for, so that a large file stays
/// quick.
fn near<'t>(id: &str, known: &HashMap<&'t str, &Node<'_>>) -> Option<&'t str> {
    const SOUGHT: usize = 500;
    let few = if known.len() > SOUGHT { 0 } else { known.len() };
    let mut ids: Vec<&str> = known.keys().copied().take(few).collect();
    ids.sort_unstable();
    nearest(id, ids)
}
