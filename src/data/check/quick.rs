//! The fast path: whether nothing at all is found in a file, without holding all of it as a tree.
//!
//! Knows which checks can look at some of the actions at a time, and which need something of all of
//! them. Must not say what is wrong: who suspects anything has the file read slowly.
//!
//! The actions are read in pieces, by two threads where there are many, and forgotten again, but
//! for those that something outside of their list refers to. What only all of them can show is
//! asked of the operation as the board loads it.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use super::cut::Cut;
use super::fields::{ACTIONS, Form, OPERATION};
use super::found::Found;
use super::path::Path;
use super::tree::{Kind, Node};
use super::walk::Walk;
use super::{agree, read, story, sums};
use crate::data::{BOM, Progress, parse};
use crate::model::operation::Operation;
use crate::model::text::SafeText;

/// The bytes of a piece.
const PIECE: usize = 1 << 20;

/// The id of the operation, if nothing at all is found in its file.
pub(super) fn clean(text: &str) -> Option<String> {
    let text = text.strip_prefix(BOM).unwrap_or(text);
    let load = || parse(text, 0, &Progress::default()).ok();
    if text.len() <= PIECE {
        return Quick::cut(text, PIECE)?.clean(load);
    }
    thread::scope(|scope| {
        let loading = scope.spawn(load);
        Quick::cut(text, PIECE)?.clean(|| loading.join().ok()?)
    })
}

/// A file in pieces, on its way through the checks.
struct Quick<'t> {
    pieces: Vec<&'t str>,
    /// The file without its actions.
    rest: String,
    /// The piece that is looked at next.
    next: AtomicUsize,
    /// Whether anything is suspected.
    suspect: AtomicBool,
}

impl<'t> Quick<'t> {
    /// Cuts a text into pieces of so many bytes at least.
    fn cut(text: &'t str, least: usize) -> Option<Self> {
        let Cut { head, mut pieces, tail } = Cut::new(text, least)?;
        let rest = format!("{head}{tail}");
        if rest.len() > least && pieces.len() > 1 {
            // Sources and totals are looked at with each piece, so it has to be worth that.
            pieces = Cut::new(text, rest.len())?.pieces;
        }
        Some(Self { pieces, rest, next: AtomicUsize::new(0), suspect: AtomicBool::new(false) })
    }

    /// The id of the operation, if nothing is found; `load` is what the board makes of the file.
    fn clean(&self, load: impl FnOnce() -> Option<Operation>) -> Option<String> {
        let mut rest = self.rest()?;
        let wanted = Wanted::by(&rest);
        let (operation, kept) = thread::scope(|scope| {
            let many = self.pieces.len() > 1;
            let other = many.then(|| scope.spawn(|| self.look(wanted.clone())));
            let operation = self.unless(load())?;
            let mut kept = self.look(wanted.clone())?;
            if let Some(other) = other {
                kept.extend(other.join().ok()??);
            }
            Some((operation, kept))
        })?;
        *actions(&mut rest)? = kept;
        let mut found = Found::default();
        Walk::new(&mut found, true).form(Form::Object(&OPERATION), &rest, &Path::Root);
        agree(&rest, true, &mut found);
        sums::headlines(&operation, &rest, &mut found);
        let sound = found.is_empty() && all_are_cited(&operation) && all_are_shared(&operation);
        rest.text_of("id").filter(|_| sound).map(|(_, id)| id.to_owned())
    }

    /// Everything but the actions, as a tree.
    fn rest(&self) -> Option<Node<'_>> {
        let mut found = Found::default();
        let tree = read::read(&self.rest, &mut found);
        (tree.whole && found.is_empty()).then_some(tree.root)
    }

    /// What there is, unless it is nothing: then all who look may stop.
    fn unless<T>(&self, some: Option<T>) -> Option<T> {
        self.suspect.fetch_or(some.is_none(), Ordering::Relaxed);
        some
    }

    /// Looks at one piece after the other, as long as there are any and nothing is suspected. What
    /// is kept are the actions that are wanted.
    fn look(&self, mut wanted: Wanted) -> Option<Vec<Node<'_>>> {
        let mut some = self.rest()?;
        if let Kind::Object(members) = &mut some.kind {
            members.retain(|one| matches!(&*one.name, "sources" | "totals" | "actions"));
        }
        let mut kept = Vec::new();
        while let Some(piece) = self.pieces.get(self.next.fetch_add(1, Ordering::Relaxed)) {
            if self.suspect.load(Ordering::Relaxed) {
                return None;
            }
            let items = self.unless(sound(piece, &mut some))?;
            kept.extend(items.into_iter().filter(|one| wanted.takes(one)));
        }
        Some(kept)
    }
}

/// The actions of a piece, put beside `some` of what is around them, if nothing is found in them.
fn sound<'t>(piece: &'t str, some: &mut Node<'t>) -> Option<Vec<Node<'t>>> {
    let mut found = Found::default();
    *actions(some)? = read::items(piece, &mut found)?;
    let list = some.get("actions")?;
    Walk::new(&mut found, true).form(ACTIONS, list, &Path::Root);
    agree(some, true, &mut found);
    let items = std::mem::take(actions(some)?);
    found.is_empty().then_some(items)
}

/// The list of actions in a tree.
fn actions<'a, 't>(root: &'a mut Node<'t>) -> Option<&'a mut Vec<Node<'t>>> {
    let Kind::Object(members) = &mut root.kind else { return None };
    match &mut members.iter_mut().find(|one| one.name == "actions")?.value.kind {
        Kind::List(items) => Some(items),
        _ => None,
    }
}

/// The actions that are wanted to judge what is around them.
#[derive(Clone)]
struct Wanted {
    /// The ids of actions and figures.
    ids: HashSet<String>,
    /// Places of which one action is enough.
    places: HashSet<String>,
    /// Whether one action, whichever it is, is still wanted.
    any: bool,
}

impl Wanted {
    /// What routes, conflicts and the story refer to.
    fn by(rest: &Node<'_>) -> Self {
        let each = |list: &'static str, field: &'static str| {
            rest.list(list).iter().filter_map(move |one| one.text_of(field)).map(|(_, id)| id)
        };
        let steps = rest.list("story");
        let figures = steps.iter().flat_map(|step| step.list("figures")).filter_map(Node::text);
        let ids = each("routes", "action").chain(each("conflicts", "figure"));
        let ids = ids.chain(each("story", "figure")).chain(figures).map(str::to_owned).collect();
        Self { ids, places: steps.iter().filter_map(story::place).collect(), any: true }
    }

    /// Whether an action is wanted.
    fn takes(&mut self, action: &Node<'_>) -> bool {
        let named =
            |node: &Node<'_>| node.text_of("id").is_some_and(|(_, id)| self.ids.contains(id));
        let known =
            !self.ids.is_empty() && (named(action) || action.list("figures").iter().any(named));
        let place = !self.places.is_empty()
            && story::place(action).is_some_and(|place| self.places.remove(&place));
        std::mem::take(&mut self.any) || known || place
    }
}

/// Whether every source is cited somewhere.
fn all_are_cited(operation: &Operation) -> bool {
    let mut cited = vec![false; operation.sources.len()];
    let mut cite = |source: usize| {
        if let Some(cited) = cited.get_mut(source) {
            *cited = true;
        }
    };
    let of_actions = operation.actions.iter().flat_map(|action| {
        let figures = action.figures.iter().flat_map(|figure| &figure.citations);
        action.citations.iter().chain(figures)
    });
    let of_totals = operation.totals.iter().flat_map(|total| &total.citations);
    let of_routes = operation.routes.iter().flat_map(|route| &route.citations);
    of_actions.chain(of_totals).chain(of_routes).for_each(|one| cite(one.source()));
    operation.conflicts.iter().flat_map(|one| &one.others).for_each(|other| cite(other.source));
    cited.into_iter().all(|cited| cited)
}

/// Whether every case is told of by two figures at least.
fn all_are_shared(operation: &Operation) -> bool {
    let mut cases: HashMap<&SafeText, usize> = HashMap::new();
    let figures = operation.actions.iter().flat_map(|action| &action.figures);
    for case in operation.totals.iter().chain(figures).filter_map(|one| one.same_case()) {
        *cases.entry(case).or_default() += 1;
    }
    cases.values().all(|count| *count > 1)
}

#[cfg(test)]
mod tests;
