//! How much of a total is named by country, in a few words: of all places, or of those that the
//! filter picks.
//!
//! Knows sums that are made elsewhere. The totals themselves are the operation's own, whatever is
//! picked.

use crate::app::App;
use crate::model::amount::Amount;
use crate::model::measure::Measure;
use crate::model::share::Share;
use crate::model::sum::Sum;

/// How many countries are named, how much of the first total they make up, and its share.
pub(super) fn clauses(app: &App) -> (String, String, String) {
    let operation = app.operation();
    let named = named(app);
    let people = operation.totals.iter().find(|f| f.who.is_some() && f.part_of().is_none());
    let nothing = |words: String| (named.clone(), words, String::new());
    let Some(total) = people else { return nothing("no total of people".to_owned()) };
    let Some(cover) = operation.coverage(total) else { return nothing(String::new()) };
    let label = total.label();
    let sum = app.picked().map_or(cover.sum, |picked| picked.sum(total));
    match sum {
        Sum::Amount(Amount::Some) => nothing(format!("{label} without a number")),
        Sum::NotReported if app.is_filtered() => nothing(format!("no {label} among them")),
        Sum::NotReported => nothing(format!("no {label} reported by country")),
        Sum::None => nothing(format!("no honest sum of {label}")),
        Sum::Amount(sum) => {
            let share = Share::of(sum, total.amount);
            let share = share.map(|share| format!(" ({})", share.in_words()));
            let said = format!("{} of {}", sum.in_words(), total.in_words());
            (named, said, share.unwrap_or_default())
        }
    }
}

/// `15 of 116 countries named`, or `filtered to 4 of 15 named countries`.
fn named(app: &App) -> String {
    let operation = app.operation();
    let all = operation.countries_named();
    if let Some(picked) = app.picked() {
        let noun = if all == 1 { "country" } else { "countries" };
        return format!("filtered to {} of {all} named {noun}", picked.named);
    }
    let countries = operation.total(Measure::Countries);
    let of = countries.map_or_else(String::new, |f| format!(" of {}", f.amount.compact()));
    let noun = if countries.is_none() && all == 1 { "country" } else { "countries" };
    format!("{all}{of} {noun} named")
}
