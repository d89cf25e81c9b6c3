//! A small file, small changes to it, and what is found then.

use liberterra::data::check::{Finding, Severity, check};
use liberterra::data::{self, sanitize};
use liberterra::report::findings;

/// A small file without a fault.
pub(crate) const SMALL: &str = r#"{
  "schema": 1,
  "id": "small",
  "name": "Operation Small",
  "organiser": "Example Police",
  "start": "2024-05-06",
  "end": "2024-05-10",
  "status": "published",
  "totals": [
    { "id": "all", "measure": "arrested", "who": "suspects", "value": 120,
      "as_printed": "120", "citations": [{ "source": "daily", "locator": "120 were arrested" }] },
    { "measure": "arrested", "who": "suspects", "group": "women", "value": 30, "part_of": "all",
      "as_printed": "thirty", "citations": [{ "source": "release" }] }
  ],
  "actions": [
    { "id": "tr", "countries": ["TR"], "summary": "At least seven smugglers arrested.",
      "offences": ["migrant_smuggling"],
      "figures": [
        { "id": "seven", "measure": "arrested", "who": "suspects", "value": 7,
          "qualifier": "at_least", "as_printed": "at least seven",
          "apart": { "why": "doubt", "note": "one report" },
          "citations": [{ "source": "release" }] }
      ],
      "citations": [{ "source": "release" }] }
  ],
  "routes": [
    { "stops": [{ "country": "TR" }, { "region": "Europe" }], "action": "tr",
      "citations": [{ "source": "release" }] }
  ],
  "conflicts": [
    { "figure": "all", "others": [{ "as_printed": "about 100", "source": "release",
      "kind": "rounding" }], "note": "The release rounds." }
  ],
  "sources": [
    { "id": "release", "publisher": "Example Police", "title": "Results", "date": "2024-05-20",
      "url": "https://example.org/results", "language": "en", "strength": "official" },
    { "id": "daily", "publisher": "The Daily", "title": "Raids", "date": null,
      "url": "https://example.com/raids", "language": "en", "strength": "press" }
  ],
  "notes": ["A remark."]
}
"#;

/// The small file with one place changed.
pub(crate) fn changed(from: &str, to: &str) -> String {
    assert_eq!(SMALL.matches(from).count(), 1, "{from}");
    SMALL.replacen(from, to, 1)
}

pub(crate) fn found(text: &str) -> Vec<Finding> {
    check(text.as_bytes())
}

/// Line and column of the first occurrence of a text.
pub(crate) fn place(text: &str, of: &str) -> (usize, usize) {
    let (before, _) = text.split_once(of).unwrap_or_else(|| panic!("no {of}"));
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap().chars().count() + 1)
}

pub(crate) fn shown(findings: &[Finding]) -> String {
    let mut out = Vec::new();
    findings::text(&sanitize::clean("small.json"), findings, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// A change, the path of the one finding that it makes, where that stands, and a part of it.
pub(crate) type Case<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

pub(crate) fn each(severity: Severity, cases: &[Case<'_>]) {
    for (from, to, path, at, part) in cases {
        let text = changed(from, to);
        let findings = found(&text);
        let all = shown(&findings);
        assert_eq!(findings.len(), 1, "{to}:\n{all}");
        let finding = &findings[0];
        assert_eq!((finding.severity, finding.path.as_str()), (severity, *path), "{to}:\n{all}");
        assert_eq!((finding.line, finding.column), place(&text, at), "{to}:\n{all}");
        assert!(all.contains(part), "{to}: {part}\n{all}");
        let refused = data::load("small.json", text.as_bytes()).is_err();
        assert!(severity == Severity::Error || !refused, "{to} does not load:\n{all}");
    }
}
