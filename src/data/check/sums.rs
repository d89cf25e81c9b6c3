//! Numbers against each other: a part and its whole, the named places and the headline.
//!
//! Knows what qualifiers allow to be said of two numbers. Must not know what was printed.

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
