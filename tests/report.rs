//! Reports in words: every figure comes out of the text and the Markdown again as the model has
//! it, and no text of a file becomes more than text.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that meets the unexpected has failed"
)]

#[path = "support/operations.rs"]
mod operations;
mod support;

use liberterra::data::{self, Library};
use liberterra::model::amount::{Amount, Qualifier};
use liberterra::model::figure::{Citation, Figure};
use liberterra::model::measure::Family;
use liberterra::model::operation::{Action, Operation};
use liberterra::report::asked::Asked;
use liberterra::report::format::Format;
use liberterra::report::markdown;
use liberterra::report::paper::{Paper, Subject};
use liberterra::report::words;
use operations::{Size, thrown};
use proptest::prelude::*;

fn bundled() -> impl Iterator<Item = Operation> {
    let library = Library::bundled();
    (0..library.len()).map(move |place| library.open(place).unwrap())
}

fn written(operation: &Operation, subject: Subject<'_>, format: Format) -> String {
    let mut out = Vec::new();
    let paper = Paper { operation, subject, asked: Asked::default() };
    paper.write(format, 1_000_000, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// What is read where Markdown is shown, in the lines that text has: marks of headings, escapes
/// and links gone. Every link has to lead to one place.
fn shown(markdown: &str) -> String {
    let mut out = String::new();
    for line in markdown.lines() {
        let line = line.trim_start_matches('#').trim_start_matches("# ");
        let line = if line.starts_with(' ') && !line.trim_start().starts_with('-') {
            line.trim_start()
        } else {
            line
        };
        let mut rest = line;
        if let Some(anchored) = rest.strip_prefix("<a id=\"") {
            rest = anchored.split_once("\"></a>").unwrap().1;
        }
        while let Some(letter) = rest.chars().next() {
            rest = &rest[letter.len_utf8()..];
            match letter {
                '<' => {
                    let (url, behind) = rest.split_once('>').unwrap();
                    assert!(url.starts_with("http"), "{line}");
                    out.push_str(url);
                    rest = behind;
                }
                '\\' => {
                    let escaped = rest.chars().next().unwrap();
                    assert!(escaped.is_ascii_punctuation(), "{line}");
                    out.push(escaped);
                    rest = &rest[escaped.len_utf8()..];
                }
                '&' => {
                    let (name, behind) = rest.split_once(';').unwrap();
                    out.push_str(match name {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        other => panic!("{other}"),
                    });
                    rest = behind;
                }
                // Only our own links begin so: a bracket of a text has its escape.
                '[' => {
                    let (number, behind) = rest.split_once("](").unwrap();
                    let (anchor, behind) = behind.split_once(')').unwrap();
                    if let Some(anchor) = anchor.strip_prefix('#') {
                        let number = number.strip_prefix("\\[").unwrap();
                        let number = number.strip_suffix("\\]").unwrap();
                        let gap = if out.ends_with(']') { " " } else { "" };
                        out.extend([gap, "[", number, "]"]);
                        let target = format!("<a id=\"{anchor}\"></a>");
                        assert_eq!(markdown.matches(&target).count(), 1, "{anchor}");
                    }
                    rest = behind;
                }
                other => out.push(other),
            }
        }
        out.push('\n');
    }
    out
}

/// A figure as it was read: qualifier, value, what is counted and what is said of it, sources.
#[derive(Debug)]
struct Read {
    amount: Amount,
    label: String,
    sources: Vec<usize>,
}

/// Takes the sources from the end of words, as indices.
fn sources(said: &str) -> (&str, Vec<usize>) {
    let (mut said, mut sources) = (said.trim(), Vec::new());
    while let Some((before, number)) =
        said.strip_suffix(']').and_then(|said| said.rsplit_once(" ["))
    {
        let Ok(number) = number.parse::<usize>() else { break };
        sources.insert(0, number - 1);
        said = before;
    }
    (said, sources)
}

fn read(said: &str) -> Read {
    let (said, sources) = sources(said);
    let said = said.strip_prefix("of them ").unwrap_or(said);
    let known = [
        ("at least ", Qualifier::AtLeast),
        ("more than ", Qualifier::MoreThan),
        ("about ", Qualifier::About),
        ("nearly ", Qualifier::Nearly),
        ("up to ", Qualifier::UpTo),
    ];
    if let Some(label) = said.strip_prefix("some ") {
        return Read { amount: Amount::Some, label: label.to_owned(), sources };
    }
    let (qualifier, rest) = known
        .iter()
        .find_map(|(words, qualifier)| Some((*qualifier, said.strip_prefix(words)?)))
        .unwrap_or((Qualifier::Exact, said));
    // A unit stands before its number.
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_uppercase()).trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap();
    let digits: String = rest[..end].chars().filter(|c| *c != ',').collect();
    let rest = rest[end..].trim_start();
    let (value, label) = match rest.strip_prefix("million ") {
        Some(label) => {
            let (whole, tenths) = digits.split_once('.').unwrap_or((&digits, "0"));
            let [whole, tenths]: [u64; 2] = [whole, tenths].map(|it| it.parse().unwrap());
            (whole * 1_000_000 + tenths * 100_000, label)
        }
        None => (digits.parse().unwrap_or_else(|_| panic!("{said}")), rest),
    };
    Read { amount: Amount::Number(qualifier, value), label: label.to_owned(), sources }
}

/// Holds what was read against the figure of the model.
fn holds(read: &Read, figure: &Figure) {
    assert_eq!(read.amount, figure.amount, "{read:?}");
    let label = words::label(figure);
    assert!(read.label.starts_with(&label), "{read:?} is no {label}");
    let cited: Vec<usize> = figure.citations.iter().map(Citation::source).collect();
    assert_eq!(read.sources, cited, "{read:?}");
    assert_eq!(read.label.contains("in doubt"), figure.marks.doubt, "{read:?}");
    assert!(!figure.marks.disputed || read.label.contains("sources disagree"), "{read:?}");
    assert!(!figure.marks.weak || read.label.contains("one weak source"), "{read:?}");
    if let Some((_, reason)) = figure.apart() {
        assert!(read.label.contains(reason.as_str()), "{read:?}");
    }
    if let Some(detail) = figure.detail() {
        assert!(read.label.contains(detail.as_str()), "{read:?}");
    }
}

/// The figures of a line: each ends with its sources, and a semicolon parts it from the next.
fn figures(line: &str) -> Vec<Read> {
    let mut found = Vec::new();
    let mut begin = 0;
    for (at, _) in line.match_indices("]; ") {
        let before = &line[..=at];
        let number = before[..at].rsplit_once('[').map(|(_, number)| number);
        if number.is_some_and(|number| number.parse::<usize>().is_ok()) {
            found.push(read(&line[begin..=at]));
            begin = at + 3;
        }
    }
    found.push(read(&line[begin..]));
    found
}

/// What stands below a heading of a note.
fn section<'a>(note: &'a str, name: &str) -> &'a str {
    let loud = format!("\n{}\n", name.to_uppercase());
    let found = note.split_once(&loud).or_else(|| note.split_once(&format!("\n{name}\n")));
    found.unwrap_or_else(|| panic!("{name}")).1.trim_start_matches('\n')
}

/// Takes every figure of a note in words out of it again.
fn is_complete(operation: &Operation, note: &str) {
    totals(operation, section(note, "Totals"));
    let actions = format!("\n{}", section(note, "Actions by country"));
    let mut seen = operation.totals.len();
    for row in &operation.rows {
        let (_, behind) = actions.split_once(&format!("\n{}\n", row.name())).unwrap();
        let mut lines = behind.trim_start_matches('\n').lines();
        for told in operation.actions_of(row) {
            seen += action(operation, told, &mut lines);
        }
    }
    assert_eq!(seen, operation.figures().count());
    let listed = section(note, "Sources");
    for (index, source) in operation.sources.iter().enumerate() {
        assert!(listed.contains(&words::source(index, source)), "{index}");
        assert!(listed.contains(source.url.as_str()), "{}", source.url);
    }
}

/// Takes the totals out again.
fn totals(operation: &Operation, listed: &str) {
    let items = listed.lines().map_while(|line| line.trim_start().strip_prefix("- "));
    let mut seen = 0;
    for line in items {
        let (said, cited) = sources(line);
        let (said, _) = said.split_once(". About: ").unwrap_or((said, ""));
        let read = Read { sources: cited, ..read(said) };
        let is_it = |total: &&Figure| {
            total.amount == read.amount && read.label.starts_with(&words::label(total))
        };
        holds(&read, operation.totals.iter().find(is_it).unwrap());
        seen += 1;
    }
    assert_eq!(seen, operation.totals.len());
}

/// Takes an action out again; says how many figures it had.
fn action<'a>(
    operation: &Operation,
    action: &Action,
    lines: &mut impl Iterator<Item = &'a str>,
) -> usize {
    let summary = lines.next().unwrap();
    let (said, cited) = sources(summary);
    assert!(said.starts_with(&format!("- {}", action.summary)), "{summary}");
    assert_eq!(cited, action.citations.iter().map(Citation::source).collect::<Vec<_>>());
    if !action.figures.is_empty() {
        let line = lines.next().unwrap().strip_prefix("  - ").unwrap();
        let read = figures(line);
        assert_eq!(read.len(), action.figures.len(), "{line}");
        read.iter().zip(&action.figures).for_each(|(read, figure)| holds(read, figure));
    }
    let others = usize::from(action.note.is_some()) + operation.routes_of(action).count();
    for _ in 0..others {
        assert!(lines.next().unwrap().starts_with("  - "));
    }
    action.figures.len()
}

#[test]
fn every_figure_comes_out_of_the_text_again() {
    for operation in bundled() {
        is_complete(&operation, &written(&operation, Subject::Note, Format::Text));
    }
}

#[test]
fn every_figure_comes_out_of_the_markdown_again() {
    for operation in bundled() {
        let note = written(&operation, Subject::Note, Format::Markdown);
        is_complete(&operation, &shown(&note));
        for line in note.lines().filter(|line| line.starts_with('|')) {
            let bars = line.replace("\\|", "").matches('|').count();
            assert_eq!(bars, 5, "{line}");
        }
    }
}

#[test]
fn every_other_report_says_what_every_report_says() {
    for operation in bundled() {
        for subject in
            [Subject::Countries, Subject::Map(Family::Rescues), Subject::Sources, Subject::Story]
        {
            let text = written(&operation, subject, Format::Text);
            assert!(text.contains(words::DISCLAIMER), "{subject:?}");
            assert!(text.contains("\n["), "{subject:?} of {}", operation.id);
            let preliminary = text.contains(&words::preliminary(&operation));
            assert_eq!(preliminary, text.contains("PRELIMINARY: "), "{subject:?}");
            for sign in "≥≤≈†*·→…".chars() {
                let line = text.lines().find(|it| it.contains(sign) && !it.contains("http"));
                assert_eq!(line, None, "{subject:?} of {}", operation.id);
            }
            shown(&written(&operation, subject, Format::Markdown));
        }
    }
}

#[test]
fn the_sources_are_told_with_every_figure_that_they_support() {
    for operation in bundled() {
        let text = written(&operation, Subject::Sources, Format::Text);
        for index in 0..operation.sources.len() {
            let (_, part) = text.split_once(&format!("\nSource {}\n", index + 1)).unwrap();
            let part = part.split("\nSource ").next().unwrap();
            for (_, figure) in operation.supported_by(index) {
                assert!(part.contains(&figure.in_words()), "{index}: {}", figure.in_words());
            }
        }
    }
}

#[test]
fn the_story_has_every_slide_and_what_is_said_to_it() {
    for operation in bundled() {
        let story = liberterra::model::story::Story::of(&operation);
        let text = written(&operation, Subject::Story, Format::Text);
        let mut rest = text.as_str();
        for (place, step) in story.steps().iter().enumerate() {
            let name = liberterra::report::told::name(&operation, step).to_uppercase();
            let heading = format!("\n{}. {name}\n", place + 1);
            (_, rest) = rest.split_once(&heading).unwrap_or_else(|| panic!("{heading}"));
            for note in &step.notes {
                (_, rest) = rest.split_once(note.as_str()).unwrap();
            }
        }
    }
}

#[test]
fn what_is_written_in_markdown_stays_text() {
    for (text, escaped) in [
        ("a|b", "a\\|b"),
        ("[x](http://y)", "\\[x\\](http\\://y)"),
        ("at www.y.example.", "at www\\.y.example."),
        ("a: b://c", "a: b\\://c"),
        ("<script>", "&lt;script&gt;"),
        ("&lt;", "&amp;lt;"),
        ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
        ("![x]", "\\!\\[x\\]"),
        ("# no heading", "\\# no heading"),
        ("\\", "\\\\"),
    ] {
        assert_eq!(markdown::escaped(text), escaped);
    }
}

#[test]
fn what_would_begin_a_list_stays_text() {
    let file = include_str!("../data/liberterra-2.json").replacen(
        "\"notes\": [",
        "\"notes\": [\"- y\", \"+ plus\", \"12. one\", \"3) two\", \"-5 is no item, nor 1.5\", \"1.5\",",
        1,
    );
    let operation = data::load("lists.json", file.as_bytes()).unwrap();
    let note = written(&operation, Subject::Note, Format::Markdown);
    for line in ["\\- y", "\\+ plus", "12\\. one", "3\\) two", "-5 is no item, nor 1.5", "1.5"] {
        assert!(note.contains(&format!("\n- {line}\n")), "{line}: {note}");
    }
    assert_eq!(markdown::copied("A\n- - y\n2. b"), "**A**\n\n- \\- y\n\n2\\. b\n");
}

proptest! {
    #![proptest_config(support::steady())]

    #[test]
    fn any_operation_is_said_in_markdown(number: u64, size in prop_oneof![Just(Size::One), Just(Size::Few)]) {
        let operation = thrown(number, size);
        for subject in [Subject::Note, Subject::Countries, Subject::Map(Family::Arrests), Subject::Sources, Subject::Story] {
            let note = written(&operation, subject, Format::Markdown);
            prop_assert!(!note.chars().any(|c| c.is_control() && c != '\n'));
            // What begins a tag is our own anchor, or an address.
            let tags = note.matches('<').count();
            let anchors = note.matches("<a id=\"source-").count();
            prop_assert_eq!(tags, 2 * anchors + note.matches("<http").count());
            prop_assert!(shown(&note).contains("Independent"));
        }
    }
}
