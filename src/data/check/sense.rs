//! What a figure says of itself against what its measure can be said of: who, unit, zero, the
//! whole that it is a part of.
//!
//! Knows the meaning of the fields of a figure. Must not know its sources.

use super::found::Found;
use super::path::{Path, short};
use super::places;
use super::refs::{Ids, each_figure};
use super::tree::{Kind, Node};
use super::words;
use crate::model::measure::{Family, Measure};
use crate::model::number::thousands;
use crate::model::who::Who;

/// Finds figures that contradict themselves.
pub(super) fn figures<'t>(root: &'t Node<'t>, ids: &Ids<'t>, found: &mut Found) {
    each_figure(root, |figure, path| {
        let Some(measure) = measure(figure) else { return };
        who(figure, measure, path, found);
        unit(figure, measure, path, found);
        zero(figure, path, found);
        counted(figure, path, found);
        let whole = figure.text_of("part_of").and_then(|(node, id)| {
            let whole = ids.figures.get(id)?;
            (!std::ptr::eq(*whole, figure)).then_some((node, *whole))
        });
        if let Some((node, whole)) = whole {
            part(figure, whole, node.at, &path.field("part_of"), found);
        }
    });
}

fn measure(figure: &Node<'_>) -> Option<Measure> {
    figure.text_of("measure").and_then(|(_, word)| words::meaning(word))
}

fn who_of(figure: &Node<'_>) -> Option<Who> {
    figure.text_of("who").and_then(|(_, word)| words::meaning(word))
}

fn who(figure: &Node<'_>, measure: Measure, path: &Path<'_>, found: &mut Found) {
    let Some((node, word)) = figure.text_of("who") else { return };
    let Some(who) = who_of(figure) else { return };
    let here = path.field("who");
    let suspects = matches!(who, Who::Suspects | Who::People);
    match measure.family() {
        Family::Arrests | Family::Suspects if !suspects => {
            let what = format!("`{word}` are not counted as {}", measure.words());
            let hint = "arrests are of suspects; people who were held are intercepted or detected";
            found.error(node.at, &here, &what, hint);
        }
        Family::Rescues if who == Who::Suspects => {
            let what = format!("suspects are not {}", measure.words());
            found.error(node.at, &here, &what, "say who was, or use another measure");
        }
        Family::Cases | Family::Reach | Family::Seized => {
            let what = format!("`who` says nothing about {}", measure.words());
            found.warning(node.at, &here, &what, "take it out: the measure says what is counted");
        }
        _ => {}
    }
}

const fn is_money(measure: Measure) -> bool {
    matches!(
        measure,
        Measure::CashSeized
            | Measure::AssetsFrozen
            | Measure::Transactions
            | Measure::Fee
            | Measure::Debt
            | Measure::Price
            | Measure::Payment
    )
}

fn unit(figure: &Node<'_>, measure: Measure, path: &Path<'_>, found: &mut Found) {
    let (here, words) = (path.field("unit"), measure.words());
    match figure.text_of("unit") {
        None if is_money(measure) && figure.get("value").and_then(Node::count).is_some() => {
            let what = format!("{words}: the currency is missing");
            found.error(figure.at, &here, &what, "write \"unit\": \"USD\" or another code");
        }
        Some((node, unit)) if !is_money(measure) => {
            let what = format!("the unit `{}` does not belong to {words}", short(unit));
            found.error(node.at, &here, &what, "only money has a unit; take it out");
        }
        Some((node, unit)) if unit.len() != 3 || !unit.bytes().all(|b| b.is_ascii_uppercase()) => {
            let what = format!("`{}` is no code of a currency", short(unit));
            found.error(node.at, &here, &what, "write three capital letters, as USD or EUR");
        }
        _ => {}
    }
}

/// A zero that nobody printed is most likely what is not reported.
fn zero(figure: &Node<'_>, path: &Path<'_>, found: &mut Found) {
    let Some(value) = figure.get("value").filter(|value| value.count() == Some(0)) else { return };
    if figure.text_of("as_printed").is_none() {
        let hint = "leave out what is not reported; a zero needs its words in `as_printed`";
        found.warning(value.at, &path.field("value"), "no source prints this 0", hint);
    }
}

fn counted(figure: &Node<'_>, path: &Path<'_>, found: &mut Found) {
    let flag = figure.get("counted").filter(|node| matches!(node.kind, Kind::Flag(true)));
    let Some(flag) = flag else { return };
    let Some((node, printed)) = figure.text_of("as_printed") else {
        let hint = "print them in `as_printed`";
        let what = "the words that were counted are missing";
        return found.warning(flag.at, &path.field("counted"), what, hint);
    };
    let count = figure.get("value").and_then(Node::count);
    if let (Some(listed), Some(value)) = (places::listed(printed), count)
        && listed != value
    {
        let (listed, value) = (thousands(listed), thousands(value));
        let what = format!("`{}` lists {listed}, the value is {value}", short(printed));
        found.error(node.at, &path.field("as_printed"), &what, "count once more");
    }
}

fn part(part: &Node<'_>, whole: &Node<'_>, at: usize, path: &Path<'_>, found: &mut Found) {
    let (Some(one), Some(all)) = (measure(part), measure(whole)) else { return };
    let (part_words, whole_words) = (one.words(), all.words());
    if one.family() != all.family() {
        let what = format!("{part_words} are no part of {whole_words}");
        let hint = "a part counts the same thing as its whole; take `part_of` out";
        return found.error(at, path, &what, hint);
    }
    // Things, checks and money are alike only in the same measure; what is seized without being
    // told apart may hold anything seized.
    let people = one.family() <= Family::Moved;
    if !people && one != all && all != Measure::Items && all != Measure::Checks {
        let what = format!("are {part_words} a part of {whole_words}?");
        found.warning(at, path, &what, "a part has the measure of its whole");
    }
    let unit = |figure: &Node<'_>| figure.text_of("unit").map(|(_, unit)| unit.to_owned());
    if let (Some(one), Some(all)) = (unit(part), unit(whole))
        && one != all
    {
        let what = format!("{} is no part of {}", short(&one), short(&all));
        return found.error(at, path, &what, "a part has the unit of its whole");
    }
    let (Some(who), Some(whom)) = (who_of(part), who_of(whole)) else { return };
    if !is_among(who, whom) {
        let what = format!("{} are no part of {}", who.noun(), whom.noun());
        let hint = "the part has the `who` of its whole, or a narrower one";
        let mixed = is_victim(who) && is_migrant(whom) || is_migrant(who) && is_victim(whom);
        let add = if is_among(whom, who) && !mixed { Found::warning } else { Found::error };
        add(found, at, path, &what, hint);
    }
}

const fn is_victim(who: Who) -> bool {
    matches!(who, Who::Victims | Who::PotentialVictims)
}

const fn is_migrant(who: Who) -> bool {
    matches!(who, Who::Migrants | Who::IrregularMigrants)
}

/// Whether the one may be among the others. Victims and migrants are counted apart and are never a
/// part of each other.
const fn is_among(one: Who, others: Who) -> bool {
    match others {
        Who::People => true,
        Who::Victims => matches!(one, Who::Victims),
        Who::PotentialVictims => matches!(one, Who::PotentialVictims | Who::Victims),
        Who::Migrants => is_migrant(one),
        Who::IrregularMigrants => matches!(one, Who::IrregularMigrants),
        Who::Suspects => matches!(one, Who::Suspects),
    }
}
