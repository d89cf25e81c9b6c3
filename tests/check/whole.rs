//! What is said of whole files: sound ones, many mistakes at once, what is no operation, what is huge.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use liberterra::data::check::check;
use liberterra::data::sanitize;
use liberterra::report::findings;

use super::support::*;

#[test]
fn a_sound_file_is_clean() {
    assert_eq!(shown(&found(SMALL)), "");
    let marked = format!("\u{feff}{SMALL}");
    assert_eq!(shown(&found(&marked)), "");
}

#[test]
fn the_files_of_the_project_are_clean() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut seen = 0;
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        let is_json = path.extension().is_some_and(|end| end == "json");
        if is_json && !path.ends_with("schema.json") {
            let findings = check(&fs::read(&path).unwrap());
            assert_eq!(shown(&findings), "", "{}", path.display());
            seen += 1;
        }
    }
    assert!(seen > 0);
}

#[test]
fn the_example_of_the_documentation_is_clean() {
    let readme = include_str!("../../data/README.md");
    let (_, rest) = readme.split_once("```json\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    assert_eq!(shown(&found(example)), "");
}

#[test]
fn three_mistakes_are_three_findings_in_their_order() {
    let text = changed("\"value\": 120", "\"value\": -120")
        .replace("\"migrant_smuggling\"]", "\"migrant_smugling\",]")
        .replace("https://example.com", "example.com");
    let findings = found(&text);
    let paths: Vec<&str> = findings.iter().map(|finding| finding.path.as_str()).collect();
    let wanted =
        ["totals[0].value", "actions[0].offences[0]", "actions[0].offences", "sources[1].url"];
    assert_eq!(paths, wanted, "{}", shown(&findings));
    let broken = changed("\"start\": \"2024-05-06\",", "\"start\": \"2024-05-06\"")
        .replace("\"note\": \"one", "note: \"one")
        .replace("[\"A remark.\"]", "[\"A remark.\",]");
    assert_eq!(found(&broken).len(), 3, "{}", shown(&found(&broken)));
}

#[test]
fn what_is_no_operation_has_one_finding() {
    let deep = "[".repeat(200) + &"]".repeat(200);
    let cases: [(&[u8], &str, &str); 9] = [
        (b"", "1:1: error: the file is empty", "`liberterra schema`"),
        (b" \n ", "1:1: error: the file is empty", ""),
        (b"\n hello", "2:2: error: this is no JSON", ""),
        (b"\x89PNG\r\n\x1a\n", "1:1: error: not UTF-8", "save the file as UTF-8"),
        (b"\xff\xfe{\0", "1:1: error: the file is UTF-16", ""),
        (b"{\"schema\": \"\xfc\"", "1:13: error: not UTF-8", ""),
        (b"[]", "1:1: error: an operation has to stand here, not a list", ""),
        (b"{\"schema\": 1, \"sources\": [[]]}", "1:27: error at sources[0]: a source", ""),
        (deep.as_bytes(), "1:128: error at ", "nested too deep"),
    ];
    for (bytes, start, part) in cases {
        let all = shown(&check(bytes));
        assert!(all.contains(&format!("small.json:{start}")) && all.contains(part), "{all}");
    }
    assert_eq!(found("{}").len(), 8, "{}", shown(&found("{}")));
}

#[test]
fn what_is_huge_is_judged_quickly() {
    let began = Instant::now();
    let long = changed("Operation Small", &"x".repeat(10_000_000));
    assert_eq!(found(&long).len(), 1);
    for part in ["[", "{", "\"", ",", "{\"a\":", "[1 ", "\"x\n", "]", "\\u", "/*", "{,", "💥"] {
        let many = format!("{{\"actions\": [{}", part.repeat(100_000));
        let findings = found(&many);
        assert!((1..=201).contains(&findings.len()), "{part}: {}", findings.len());
    }
    let ids: Vec<String> = (0..20_000).map(|n| format!("{{\"id\": \"{}\"}}", n / 2)).collect();
    let many = found(&format!("{{\"actions\": [{}]}}", ids.join(",")));
    assert_eq!(many.len(), 201);
    assert!(shown(&many).contains("more findings are not listed"));
    assert!(began.elapsed() < Duration::from_mins(1), "{:?}", began.elapsed());
}

#[test]
fn findings_are_written_as_lines_and_as_json() {
    let name = sanitize::clean("re\u{1b}sults.json");
    let findings = found(&changed("\"value\": 30,", "\"value\": 31.5,"));
    let mut out = Vec::new();
    findings::text(&name, &findings, &mut out).unwrap();
    findings::summary(&name, &findings, &mut out).unwrap();
    findings::summary(&name, &[], &mut out).unwrap();
    assert_eq!(
        String::from_utf8(out).unwrap(),
        "re␛sults.json:12:76: error at totals[1].value: a count is a whole number, which 31.5 is \
         not; write a whole number\n1 error in re␛sults.json\n\
         re␛sults.json is clean\n"
    );
    let mut out = Vec::new();
    findings::json([(&name, findings.as_slice()), (&name, &[])], &mut out).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(json.as_array().unwrap().len(), 1);
    assert_eq!(json[0]["path"], "totals[1].value");
    assert_eq!((&json[0]["line"], &json[0]["column"]), (&12.into(), &76.into()));
    assert_eq!((&json[0]["severity"], &json[0]["file"]), (&"error".into(), &name.as_str().into()));
}
