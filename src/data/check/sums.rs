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
use crate::model::stats::coverage;
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
            && exceeds(part, whole)
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

/// Whether the one is certainly more than the other, whatever the qualifiers leave open.
const fn exceeds(one: Amount, other: Amount) -> bool {
    let (Amount::Number(one_is, one), Amount::Number(other_is, other)) = (one, other) else {
        return false;
    };
    if !matches!(other_is, Qualifier::Exact | Qualifier::UpTo) {
        return false;
    }
    match one_is {
        Qualifier::Exact | Qualifier::AtLeast => one > other,
        Qualifier::MoreThan => one >= other,
        Qualifier::About | Qualifier::Nearly | Qualifier::UpTo => false,
    }
}

/// Finds totals that the named places exceed in the same measure.
pub(super) fn headlines(operation: &Operation, root: &Node<'_>, found: &mut Found) {
    let top = Path::Root;
    let totals = top.field("totals");
    for (index, total) in operation.totals.iter().enumerate() {
        let own = total.counts() && total.group.is_none() && total.offences.is_empty();
        if !own || total.family() == Family::Attributes {
            continue;
        }
        let cover = coverage(operation, total);
        let Sum::Amount(sum) = cover.sum else { continue };
        let node = root.list("totals").get(index).and_then(|figure| figure.get("value"));
        if let (true, Some(node)) = (exceeds(sum, total.amount), node) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use Qualifier::{About, AtLeast, Exact, MoreThan, Nearly, UpTo};

    #[test]
    fn more_is_said_only_where_it_is_certain() {
        for (one, other, certain) in [
            ((Exact, 5), (Exact, 4), true),
            ((Exact, 4), (Exact, 4), false),
            ((AtLeast, 5), (UpTo, 4), true),
            ((MoreThan, 4), (Exact, 4), true),
            ((AtLeast, 4), (Exact, 4), false),
            ((About, 9), (Exact, 4), false),
            ((UpTo, 9), (Exact, 4), false),
            ((Exact, 9), (Nearly, 4), false),
            ((Exact, 9), (AtLeast, 4), false),
            ((Exact, 9), (MoreThan, 4), false),
        ] {
            let number = |(qualifier, value)| Amount::Number(qualifier, value);
            assert_eq!(exceeds(number(one), number(other)), certain, "{one:?} {other:?}");
        }
    }
}
