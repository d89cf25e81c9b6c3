//! Mistakes in the JSON.

use liberterra::data::check::Severity::Error;

use super::support::*;

#[test]
fn mistakes_in_the_json_are_found_where_they_are() {
    const NAME: &str = "\"name\": \"Operation Small\",";
    each(
        Error,
        &[
            (NAME, "\"name\": \"Operation Small\" ", "", " \n  \"organiser", "a comma is missing"),
            ("rounds.\" }\n", "rounds.\", }\n", "conflicts[0]", ", }\n", "a comma after the last"),
            ("[\"A remark.\"]", "[\"A remark.\",]", "notes", ",]", "a comma after the last"),
            (NAME, "\"name\": \"Operation Small\",,", "", ",\n  \"organiser", "a comma too many"),
            ("\"id\": \"small\"", "id: \"small\"", "", "id: \"small", "write \"id\""),
            ("\"id\": \"small\"", "'id': \"small\"", "", "'id'", "straight double quotes"),
            ("\"id\": \"small\"", "\"id\" \"small\"", "id", "\"small\"", "a colon is missing"),
            ("\"id\": \"small\"", "\"id\": 'small'", "id", "'small'", "straight double quotes"),
            ("\"id\": \"small\"", "\"id\": small", "id", "small,", "in double quotes"),
            ("\"id\": \"small\"", "\"id\": True", "id", "True", "write true"),
            ("\"id\": \"small\"", "\"id\": ", "id", ",\n  \"name", "a value is missing"),
            ("\"id\": \"small\"", "\"id\": @", "id", "@", "`@` begins no value"),
            ("\"id\": \"small\"", "\"id: \"small\"", "id: ", "\"id: \"", "quotation mark"),
            ("\"id\": \"small\"", "\"id\": \"sm\\all\"", "id", "\\all", "an escape"),
            ("\"id\": \"small\"", "\"id\": \"sm\tall\"", "id", "\tall", "write a blank"),
            ("Operation Small\",", "Operation Small,", "name", "\"Operation", "not closed"),
            ("120,\n", "2,517,\n", "totals[0]", "517", "without separators"),
            ("120,\n", "0120,\n", "totals[0].value", "0120", "`0120` is no number"),
            ("\"Europe\" }]", "\"Europe\" ]", "routes[0].stops[1]", "], \"action\": \"tr\"", "`}`"),
        ],
    );
    let comment = changed(NAME, "\"name\": \"Operation Small\", // a name");
    assert!(shown(&found(&comment)).contains("4:30: error: JSON has no comments"));
    assert!(shown(&found(&format!("{SMALL}[]"))).contains(":42:1: error: something follows"));
    for (to, wanted) in [
        ("remark.\"", "41:1: error at notes: `}` where `]` has to come first; put it before"),
        ("remark.\"}", "40:24: error at notes: `}` where `]` has to come first; replace it"),
    ] {
        let findings = found(&changed("remark.\"]", to));
        assert_eq!(findings.len(), 1, "{}", shown(&findings));
        assert!(shown(&findings).contains(wanted), "{}", shown(&findings));
    }
}

#[test]
fn a_file_cut_short_has_one_finding() {
    let text = SMALL.split_once("\"who\"").unwrap().0;
    let findings = found(text);
    assert_eq!(findings.len(), 1, "{}", shown(&findings));
    assert_eq!(findings[0].path.as_str(), "totals[0]");
    assert!(shown(&findings).starts_with("small.json:10:43: error at totals[0]: the file ends"));
}
