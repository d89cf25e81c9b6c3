//! Where sources are said to differ: whether they do, and whether it is written where it belongs.
//!
//! Knows what a conflict is for. Numbers in words are read by `numerals`.

use std::collections::HashSet;

use super::found::Found;
use super::lexicon;
use super::numerals;
use super::path::{Path, short};
use super::printed;
use super::qualified;
use super::refs::Ids;
use super::tree::{Kind, Node};
use super::words;
use crate::model::number::thousands;
use crate::model::source::ConflictKind;

/// Finds conflicts that are none.
pub(super) fn check<'t>(root: &'t Node<'t>, ids: &Ids<'t>, found: &mut Found) {
    let top = Path::Root;
    let list = top.field("conflicts");
    let mut figures = HashSet::new();
    for (index, conflict) in root.list("conflicts").iter().enumerate() {
        let here = list.item(index);
        let figure = conflict.text_of("figure");
        if let Some((node, id)) = figure
            && !figures.insert(id)
        {
            let what = format!("the figure `{}` has a conflict already", short(id));
            let hint = "only the first is shown; put all other values into its `others`";
            found.error(node.at, &here.field("figure"), &what, hint);
        }
        let others = here.field("others");
        if let Some(node) = conflict.get("others")
            && matches!(&node.kind, Kind::List(items) if items.is_empty())
        {
            let hint = "give the words of the other source, or take the conflict out";
            found.error(node.at, &others, "nobody says anything else here", hint);
        }
        let Some(figure) = figure.and_then(|(_, id)| ids.figures.get(id)) else { continue };
        for (index, other) in conflict.list("others").iter().enumerate() {
            let one = Other { figure, said: other, ids };
            one.check(&others.item(index), found);
        }
    }
}

/// A value of another source beside the figure that is used.
struct Other<'a, 't> {
    figure: &'t Node<'t>,
    said: &'t Node<'t>,
    ids: &'a Ids<'t>,
}

impl Other<'_, '_> {
    fn check(&self, path: &Path<'_>, found: &mut Found) {
        self.source(path, found);
        let Some((node, text)) = self.said.text_of("as_printed") else { return };
        let here = path.field("as_printed");
        let code = self.said.text_of("source").and_then(|(_, id)| self.ids.language(id));
        let language = code.map_or(Some("en"), lexicon::language).unwrap_or_default();
        if !language.is_empty() && !numerals::speaks_of_number(text, language) {
            let what = format!("no number is found in `{}`", short(text));
            let hint = "write the words in which that source gives the number";
            return found.warning(node.at, &here, &what, hint);
        }
        let Some(value) = self.figure.get("value").and_then(Node::count) else { return };
        let numbers = numerals::numbers(text, language);
        let same = numbers.iter().find(|number| number.is(value) && number.whole);
        let kind = self.said.text_of("kind").and_then(|(_, word)| words::meaning(word));
        let Some(same) = same else {
            let clear = numbers.iter().any(|number| number.clear && number.whole);
            if kind == Some(ConflictKind::Wording) && clear {
                let what = format!("`{}` is another number than {}", short(text), thousands(value));
                let hint = "in `wording` the number is the same; use another kind";
                found.warning(node.at, &path.field("kind"), &what, hint);
            }
            return;
        };
        let qualifier = printed::qualifier(self.figure);
        let stated = qualified::around(text, same.place.clone(), language);
        let bare = numerals::is_number_alone(text, language) || stated.is_some();
        if bare && qualifier.is_some_and(|one| qualified::agrees(stated.as_ref(), one)) {
            let what = format!("`{}` is what the figure itself says", short(text));
            let hint = "where two sources agree, cite both and take the conflict out";
            found.error(node.at, &here, &what, hint);
        }
    }

    /// Who says something else does not stand behind the figure.
    fn source(&self, path: &Path<'_>, found: &mut Found) {
        let Some((node, id)) = self.said.text_of("source") else { return };
        let cited = |one: &Node<'_>| one.text_of("source").is_some_and(|(_, cited)| cited == id);
        if self.figure.list("citations").iter().any(cited) {
            let what = format!("`{}` is cited for the figure that it contradicts", short(id));
            let hint = "name it here only, and take it out of the figure’s `citations`";
            found.warning(node.at, &path.field("source"), &what, hint);
        }
    }
}
