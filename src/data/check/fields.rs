//! The format as a table: which fields an object has and what each may hold.
//!
//! Knows the names and forms of the fields. What they mean together is left to `refs` and `sums`;
//! a test holds the names against those that the loader accepts.

use super::words;
use crate::model::amount::Qualifier;
use crate::model::country::Region;
use crate::model::figure::Apart;
use crate::model::measure::Measure;
use crate::model::offence::Offence;
use crate::model::operation::Status;
use crate::model::source::{ConflictKind, Strength};
use crate::model::story::Show;
use crate::model::story::maps::Coloured;
use crate::model::who::{Group, Who};

/// The fields of one kind of object.
pub(super) struct Shape {
    /// What it is called.
    pub(super) noun: &'static str,
    /// Its fields.
    pub(super) fields: &'static [Field],
}

/// One field.
pub(super) struct Field {
    /// Its name.
    pub(super) name: &'static str,
    /// Whether it may be left out.
    pub(super) need: Need,
    /// What it holds.
    pub(super) form: Form,
}

/// Whether a field may be left out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// It has to be there.
    Must,
    /// It may be left out, but not be `null`.
    May,
    /// It may be left out or be `null`.
    Null,
}

/// What a field holds.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// The number of the format.
    Format,
    /// A text of at most so many characters.
    Text(usize),
    /// `true` or `false`.
    Flag,
    /// A count, or `some`.
    Value,
    /// A date that may lack its day or its month.
    Date,
    /// An address of the web.
    Link,
    /// The code of a country.
    Country,
    /// The few words that find the place in a source.
    Locator,
    /// A word of a closed list.
    Word(&'static str, fn() -> &'static [&'static str]),
    /// A list of them.
    List(&'static Self),
    /// An object.
    Object(&'static Shape),
}

/// The longest text but a summary, in characters.
const TEXT: Form = Form::Text(300);
/// The longest title of a step, which has to stand in one line of a small window.
const TITLE: usize = 58;
const OFFENCES: Form = Form::List(&Form::Word("offence", words::of::<Offence>));
const CITATIONS: Form = Form::List(&Form::Object(&CITATION));

/// The actions of a file.
pub(super) const ACTIONS: Form = Form::List(&Form::Object(&ACTION));

const fn must(name: &'static str, form: Form) -> Field {
    Field { name, need: Need::Must, form }
}

const fn may(name: &'static str, form: Form) -> Field {
    Field { name, need: Need::May, form }
}

const fn null(name: &'static str, form: Form) -> Field {
    Field { name, need: Need::Null, form }
}

/// The whole file.
pub(super) static OPERATION: Shape = Shape {
    noun: "an operation",
    fields: &[
        must("schema", Form::Format),
        must("id", TEXT),
        must("name", TEXT),
        must("organiser", TEXT),
        null("start", Form::Date),
        null("end", Form::Date),
        must("status", Form::Word("status", words::of::<Status>)),
        may("hubs", Form::List(&TEXT)),
        must("totals", Form::List(&Form::Object(&FIGURE))),
        must("actions", ACTIONS),
        may("routes", Form::List(&Form::Object(&ROUTE))),
        may("conflicts", Form::List(&Form::Object(&CONFLICT))),
        must("sources", Form::List(&Form::Object(&SOURCE))),
        may("notes", Form::List(&TEXT)),
        may("story", Form::List(&Form::Object(&STEP))),
    ],
};

pub(super) static STEP: Shape = Shape {
    noun: "a step of the story",
    fields: &[
        must("show", Form::Word("kind of step", words::of::<Show>)),
        null("figure", TEXT),
        may("figures", Form::List(&TEXT)),
        may("countries", Form::List(&Form::Country)),
        null("region", TEXT),
        null("part", Form::Word("part of the world", words::of::<Region>)),
        null("family", Form::Word("family", words::of::<Coloured>)),
        null("title", Form::Text(TITLE)),
        may("notes", Form::List(&Form::Text(600))),
    ],
};

pub(super) static FIGURE: Shape = Shape {
    noun: "a figure",
    fields: &[
        null("id", TEXT),
        must("measure", Form::Word("measure", words::of::<Measure>)),
        null("who", Form::Word("who", words::of::<Who>)),
        null("group", Form::Word("group", words::of::<Group>)),
        must("value", Form::Value),
        may("qualifier", Form::Word("qualifier", words::of::<Qualifier>)),
        null("unit", TEXT),
        null("as_printed", TEXT),
        null("detail", TEXT),
        may("alleged", Form::Flag),
        may("counted", Form::Flag),
        may("offences", OFFENCES),
        null("part_of", TEXT),
        null("same_case", TEXT),
        null("apart", Form::Object(&APART)),
        must("citations", CITATIONS),
    ],
};

pub(super) static APART: Shape = Shape {
    noun: "the reason to set a figure apart",
    fields: &[must("why", Form::Word("reason", words::of::<Apart>)), must("note", TEXT)],
};

pub(super) static CITATION: Shape =
    Shape { noun: "a citation", fields: &[must("source", TEXT), null("locator", Form::Locator)] };

pub(super) static ACTION: Shape = Shape {
    noun: "an action",
    fields: &[
        must("id", TEXT),
        may("countries", Form::List(&Form::Country)),
        null("region", TEXT),
        must("summary", Form::Text(600)),
        may("offences", OFFENCES),
        may("figures", Form::List(&Form::Object(&FIGURE))),
        must("citations", CITATIONS),
        null("note", TEXT),
    ],
};

pub(super) static ROUTE: Shape = Shape {
    noun: "a route",
    fields: &[
        must("stops", Form::List(&Form::Object(&STOP))),
        must("action", TEXT),
        may("attempted", Form::Flag),
        may("alleged", Form::Flag),
        must("citations", CITATIONS),
    ],
};

pub(super) static STOP: Shape =
    Shape { noun: "a stop", fields: &[null("country", Form::Country), null("region", TEXT)] };

pub(super) static CONFLICT: Shape = Shape {
    noun: "a conflict",
    fields: &[
        must("figure", TEXT),
        must("others", Form::List(&Form::Object(&OTHER))),
        must("note", TEXT),
    ],
};

pub(super) static OTHER: Shape = Shape {
    noun: "another value",
    fields: &[
        must("as_printed", TEXT),
        must("source", TEXT),
        must("kind", Form::Word("kind of conflict", words::of::<ConflictKind>)),
    ],
};

pub(super) static SOURCE: Shape = Shape {
    noun: "a source",
    fields: &[
        must("id", TEXT),
        must("publisher", TEXT),
        must("title", TEXT),
        null("date", Form::Date),
        must("url", Form::Link),
        must("language", TEXT),
        must("strength", Form::Word("strength", words::of::<Strength>)),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Progress, Refusal, parse};

    /// The fields that the loader says it knows, when it meets one that it does not.
    fn known(before: &str, after: &str) -> Vec<String> {
        let text = format!("{before}\"?\": 0{after}");
        let Err(Refusal::Json(error)) = parse(&text, 0, &Progress::default()) else {
            panic!("no field is `?`");
        };
        let message = error.to_string();
        let (_, list) = message.split_once("expected ").unwrap_or_else(|| panic!("{message}"));
        list.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn the_fields_are_those_of_the_loader() {
        for (shape, before, after) in [
            (&OPERATION, "{", "}"),
            (&FIGURE, "{\"totals\": [{", "}]}"),
            (&APART, "{\"totals\": [{\"apart\": {", "}}]}"),
            (&CITATION, "{\"totals\": [{\"citations\": [{", "}]}]}"),
            (&ACTION, "{\"actions\": [{", "}]}"),
            (&ROUTE, "{\"routes\": [{", "}]}"),
            (&STOP, "{\"routes\": [{\"stops\": [{", "}]}]}"),
            (&CONFLICT, "{\"conflicts\": [{", "}]}"),
            (&OTHER, "{\"conflicts\": [{\"others\": [{", "}]}]}"),
            (&SOURCE, "{\"sources\": [{", "}]}"),
            (&STEP, "{\"story\": [{", "}]}"),
        ] {
            let mut loader = known(before, after);
            let mut table: Vec<&str> = shape.fields.iter().map(|field| field.name).collect();
            loader.sort_unstable();
            table.sort_unstable();
            assert_eq!(table, loader, "{}", shape.noun);
        }
    }
}
