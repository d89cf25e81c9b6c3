//! Numbers against each other: a part and its whole, the named places and the headline.
//!
//! Knows what qualifiers allow to be said of two numbers. Must not know what was printed.

use std::collections::HashMap;

use super::found::Found;
use super::path::Path;
use super::refs::{Ids, each_figure};
use super::tree::Node;
use super::words;
use crate::model::amount::{Amount, Qualifier};
use crate::model::measure::{Family, Measure};
use crate::model::number::thousands;
use crate::model::operation::Operation;
use crate::model::sum::Sum;

/// Finds parts that are larger than their whole.
pub(super) fn parts<'t>(root: &'t Node<'t>, ids: &Ids<'t>, found: &mut Found) {
    each_figure(root, |figure, path| {
        let whole = figure.text_of("part_of").and_then(|(_, id)| ids.figures.get(id));
        let (Some(node), Some(whole)) = (figure.get("value"), whole) else { return };
        if is_attribute(figure) || is_attribute(whole) {
            return;
        }
        if let (Some(part), Some(whole)) = (amount(figure), amount(whole))
            && part.exceeds(whole)
        {
            let what = format!(
                "the part, {}, is larger than its whole, {}",
                part.in_words(),
                whole.in_words()
            );
            let hint = "mend one of the two, or `part_of`";
            found.error(node.at, &path.field("value"), &what, hint);
        }
    });
}

/// Finds wholes that are smaller than their parts together.
pub(super) fn together<'t>(root: &'t Node<'t>, ids: &Ids<'t>, found: &mut Found) {
    if !ids.has_parts {
        return;
    }
    let mut parts: HashMap<&str, Vec<&Node<'_>>> = HashMap::new();
    each_figure(root, |figure, _| {
        if let Some((_, whole)) = figure.text_of("part_of") {
            parts.entry(whole).or_default().push(figure);
        }
    });
    each_figure(root, |whole, path| {
        let parts = whole.text_of("id").and_then(|(_, id)| parts.get(id));
        let (Some(parts), Some(node)) = (parts, whole.get("value")) else { return };
        if is_attribute(whole) {
            return;
        }
        let Some(Amount::Number(Qualifier::Exact | Qualifier::UpTo, all)) = amount(whole) else {
            return;
        };
        let sums = APART.iter().filter_map(|groups| least(whole, parts, groups));
        if let Some((count, sum)) = sums.filter(|(count, sum)| *count > 1 && *sum > all).max() {
            let what = format!(
                "{count} parts of it come to {}, more than the {} here",
                thousands(sum),
                thousands(all)
            );
            let hint = "is a number wrong, or do parts overlap? Then take `part_of` out of one";
            found.warning(node.at, &path.field("value"), &what, hint);
        }
    });
}

/// Groups of which nobody is in two; and parts that are told apart by something else.
const APART: [&[&str]; 5] = [
    &["women", "men", "girls", "boys"],
    &["women_and_girls", "men", "boys"],
    &["women", "men", "minors"],
    &["girls", "boys"],
    &[],
];

/// How many parts of those groups there are, and what they come to at least. Nothing if one of them
/// is of another measure, or may be fewer than it says.
fn least(whole: &Node<'_>, parts: &[&Node<'_>], groups: &[&str]) -> Option<(usize, u64)> {
    let text = |node: &Node<'_>, name| node.text_of(name).map(|(_, text)| text.to_owned());
    let of_group = |part: &&&Node<'_>| match part.text_of("group") {
        Some((_, group)) => groups.contains(&group),
        None => groups.is_empty(),
    };
    let chosen: Vec<&&Node<'_>> = parts.iter().filter(of_group).collect();
    let sum = chosen.iter().try_fold(0_u64, |sum, part| {
        let same = text(part, "measure") == text(whole, "measure");
        match amount(part).filter(|_| same)? {
            Amount::Number(Qualifier::Exact | Qualifier::AtLeast, value) => sum.checked_add(value),
            Amount::Number(Qualifier::MoreThan, value) => sum.checked_add(value)?.checked_add(1),
            _ => None,
        }
    })?;
    Some((chosen.len(), sum))
}

fn is_attribute(figure: &Node<'_>) -> bool {
    let measure = figure.text_of("measure").and_then(|(_, word)| words::meaning::<Measure>(word));
    measure.is_none_or(|measure| measure.family() == Family::Attributes)
}

fn amount(figure: &Node<'_>) -> Option<Amount> {
    let value = figure.get("value")?.count()?;
    let qualifier = match figure.text_of("qualifier") {
        Some((_, word)) => words::meaning(word)?,
        None => Qualifier::Exact,
    };
    Some(Amount::Number(qualifier, value))
}

/// Finds totals that the named places exceed in the same measure.
pub(super) fn headlines(operation: &Operation, root: &Node<'_>, found: &mut Found) {
    let top = Path::Root;
    let totals = top.field("totals");
    for (index, total) in operation.totals.iter().enumerate() {
        let own =
            total.counts() && total.group.is_none() && total.offences().iter().next().is_none();
        if !own || total.family() == Family::Attributes {
            continue;
        }
        let Some(cover) = operation.coverage(total) else { continue };
        let Sum::Amount(sum) = cover.sum else { continue };
        let node = root.list("totals").get(index).and_then(|figure| figure.get("value"));
        if let (true, Some(node)) = (sum.exceeds(total.amount), node) {
            let what = format!(
                "the {} named places make {}, more than the {} here",
                thousands(u64::try_from(cover.places.len()).unwrap_or(u64::MAX)),
                sum.in_words(),
                total.amount.in_words()
            );
            let hint = "use another measure, set figures apart, or say `part_of` or `same_case`";
            found.warning(node.at, &totals.item(index).field("value"), &what, hint);
        }
    }
}
