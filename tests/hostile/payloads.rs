//! Texts that attack a terminal, a line or a reader, and files that hold them everywhere.
//!
//! Knows what attacks look like. Shared by the tests of the canvas and of the real binary.

use serde_json::{Value, json};

/// A text and what to call it.
pub(crate) type Payload = (&'static str, String);

/// How often a flood repeats its character.
const FLOOD: usize = 200;

/// Every kind of text that was ever seen to do harm, and some that only might.
pub(crate) fn payloads() -> Vec<Payload> {
    let mut all = sequences();
    all.extend(invisible());
    all.extend(floods());
    all.extend(harmless());
    all
}

/// The characters of a range, in a row.
fn range(from: u32, to: u32) -> String {
    (from..=to).filter_map(char::from_u32).collect()
}

fn named(list: &[(&'static str, &str)]) -> Vec<Payload> {
    list.iter().map(|(name, text)| (*name, (*text).to_owned())).collect()
}

/// Controls and what terminals make of them.
fn sequences() -> Vec<Payload> {
    let mut all = named(&[
        ("colour", "\x1b[31;5mred\x1b[0m"),
        ("clear and report", "\x1b[2J\x1b[3J\x1b[999;999H\x1b[6n\x1b[c\x1b[?1000l\x1b[?1049l"),
        ("title", "\x1b]0;pwned\x07\x1b]2;pwned\x1b\\"),
        ("clipboard", "\x1b]52;c;cHduZWQ=\x07"),
        ("link", "\x1b]8;;https://evil.example/\x1b\\click here\x1b]8;;\x1b\\"),
        ("end of a string", "x\x1b\\y\x07z\u{9c}"),
        ("DECRQSS", "\x1bP$q\"p\x1b\\"),
        ("sixel", "\x1bPq#0;2;0;0;0#0~~@@vv\x1b\\"),
        ("kitty graphics", "\x1b_Gf=100,a=T;AAAA\x1b\\"),
        ("PM and SOS", "\x1b^private\x1b\\\x1bXstart\x1b\\"),
        ("reset", "\x1bc\x1b[!p\x1b(0lqqk\x0e\x0f\x1b#8"),
        ("unfinished", "a\x1b"),
        ("unfinished string", "a\x1b]0;"),
        ("unfinished sequence", "a\x1b["),
        ("8 bit", "\u{9b}31mred\u{9d}0;pwned\u{9c}\u{90}q\u{9c}\u{9f}G\u{9c}\u{85}\u{84}"),
        ("overwriting", "safe\rEVIL\x08\x08\x08\x08\x7f\x7f"),
        ("bell", "\x07\x07\x05\x11\x13"),
        ("newline", "\n"),
        ("tab", "\t"),
        ("lines and tabs", "a\tb\r\nc\n\n\nd\x0be\x0cf"),
        ("separators", "a\u{2028}b\u{2029}c\u{85}d"),
        ("address", "https://evil.example/\x1b\\\x07\r\n\u{9c}\u{202e}/\u{200b}#:~:text=a,-b"),
    ]);
    all.push(("C0", format!("{}\x7f", range(0, 0x1f))));
    all.push(("C1", range(0x80, 0x9f)));
    all
}

/// What is not seen, or turns what is seen around.
fn invisible() -> Vec<Payload> {
    let mut all = named(&[
        ("override", "user\u{202e}gnp.exe\u{202c}\u{202d}\u{202a}\u{202b}"),
        ("isolates", "a\u{2066}b\u{2067}c\u{2068}d\u{2069}"),
        ("bidi marks", "a\u{200e}b\u{200f}c\u{61c}d"),
        ("zero width", "a\u{200b}b\u{200c}c\u{200d}d\u{2060}e\u{feff}f\u{ad}g\u{34f}h\u{180e}"),
        ("fillers", "a\u{3164}b\u{115f}c\u{1160}d\u{ffa0}e\u{17b4}f\u{17b5}"),
        ("nothing but zero width", "\u{200b}\u{feff}\u{2060}\u{200d}"),
        ("mark of order", "\u{feff}x\u{feff}y"),
        ("annotation", "\u{fff9}a\u{fffa}b\u{fffb}c\u{fffc}d"),
        (
            "variations",
            "a\u{fe00}b\u{fe0e}c\u{fe0f}d\u{e0100}e\u{e01ef}f\u{180b}g\u{180d}h\u{180f}",
        ),
    ]);
    all.push(("operators", range(0x2061, 0x206f)));
    all.push(("tags", format!("x{}\u{e007f}", range(0xe0020, 0xe007e))));
    all.push(("formats", format!("{}{}", range(0x1bca0, 0x1bca3), range(0x1d173, 0x1d17a))));
    all.push(("hieroglyphs", format!("\u{13000}{}\u{13001}", range(0x13430, 0x1343f))));
    all
}

/// What is stacked or joined without end: one cell for a terminal, kilobytes for a line.
fn floods() -> Vec<Payload> {
    let flood = |name, base: &str, more: &str| (name, format!("{base}{} end", more.repeat(FLOOD)));
    vec![
        flood("marks", "a", "\u{301}"),
        flood("double marks", "x", "\u{35c}"),
        flood("enclosing marks", "x", "\u{20dd}"),
        flood("mixed marks", "x", "\u{301}\u{316}\u{489}\u{1dc4}"),
        flood("marks on nothing", "", "\u{301}"),
        flood("marks on every letter", "", "Z\u{310}\u{311}\u{312}\u{313}\u{314}\u{315}"),
        flood("skin tones", "x", "\u{1f3fb}"),
        flood("voiced marks", "か", "\u{ff9e}"),
        flood("Thai vowels", "ก", "\u{e33}"),
        flood("leading jamo", "", "\u{1100}"),
        flood("vowel jamo", "", "\u{1161}"),
        flood("trailing jamo", "가", "\u{11a8}"),
        flood("jamo in disorder", "x", "\u{11a8}\u{1161}"),
        flood("old jamo", "x", "\u{d7cb}\u{d7b0}"),
        flood("prepended signs", "", "\u{600}"),
        flood("prepended signs of Kaithi", "", "\u{110bd}"),
        flood("conjuncts", "", "\u{915}\u{94d}"),
        flood("stacks", "\u{f40}", "\u{f90}"),
        flood("family", "", "👩\u{200d}👩\u{200d}👧\u{200d}👦"),
        flood("endless family", "👩", "\u{200d}👩"),
        flood("joiners", "x", "\u{200d}"),
        flood("selectors", "x", "\u{fe0f}"),
        flood("flags", "", "🇹🇷🇮🇶🇷"),
        flood("Cyrillic millions", "x", "\u{488}"),
        flood("placeholder of images", "\u{10eeee}", "\u{305}"),
        flood("letters that grow", "", "ŉǰΐΰևẖẗẘẙẚﬃ"),
        ("a letter that grows and marks", "ΐ\u{301}\u{301}\u{345}\u{345}ﬃ\u{301}".to_owned()),
    ]
}

/// What honest text may hold, and must neither break anything nor be broken.
fn harmless() -> Vec<Payload> {
    let mut all = named(&[
        ("Arabic", "عملية ليبرتيرا الثانية: لا إله ﷺ ١٢٣"),
        ("Hebrew", "שלום עולם 123 (abc)"),
        ("Chinese", "国际刑警组织解放行动二〇二四年"),
        ("Korean", "인터폴 자유의 땅 작전"),
        ("Hindi", "ऑपरेशन क्षत्रिय श्रृंखला"),
        ("Thai", "ปฏิบัติการกู้ภัย ที่ น้ำ"),
        ("Vietnamese", "Việt Nam, chiến dịch giải cứu"),
        ("decomposed", "Tu\u{308}rkiye, Co\u{302}te d’Ivoire"),
        ("emoji", "👩\u{200d}👩\u{200d}👧 ❤\u{fe0f} 1\u{fe0f}\u{20e3} 🇹🇷 👍🏽"),
        ("private use", "\u{e000}\u{f8ff}\u{f0000}\u{10fffd}"),
        ("no characters", "\u{fdd0}\u{fffe}\u{ffff}\u{1ffff}\u{10ffff}"),
        ("wide signs", "𒐫꧅﷽⸻"),
        ("half width", "ｶﾞｷﾞｸﾞ"),
        ("blanks", "\u{a0}\u{2003}\u{2800}\u{3000}\u{202f}"),
        ("nothing", ""),
        ("one blank", " "),
        ("formula", "=HYPERLINK(\"http://evil.example\",\"x\")"),
        ("markup", "<script>alert(1)</script> **a** | b | `c`"),
        ("format", "{} {:?} %s %n $(id) `id` \\u001b \\x1b[0m"),
        ("replacement", "\u{fffd}"),
        ("pictures", "␛[31m"),
    ]);
    all.push(("long word", "W".repeat(1_200)));
    all.push(("wide word", "漢".repeat(400)));
    all.push(("many words", "word ".repeat(400)));
    all
}

/// An operation with a text in every field that holds one.
pub(crate) fn everywhere(text: &str) -> Vec<u8> {
    let words: Vec<&str> = text.split_whitespace().take(6).collect();
    let locator = if words.len() < 6 { text.to_owned() } else { words.join(" ") };
    let cite = |source: usize| json!([{"source": format!("{text}{source}"), "locator": locator}]);
    let figure = |id: &str, measure: &str, who: Value, value: Value| {
        json!({
            "id": format!("{id}{text}"), "measure": measure, "who": who, "value": value,
            "as_printed": text, "detail": text, "same_case": text, "citations": cite(0),
        })
    };
    let with = |mut figure: Value, name: &str, value: Value| {
        figure[name] = value;
        figure
    };
    let suspects = json!("suspects");
    let migrants = json!("irregular_migrants");
    let source = |index: usize, strength: &str| {
        json!({
            "id": format!("{text}{index}"), "publisher": text, "title": text, "date": null,
            "url": format!("https://example.org/{text}"), "language": text, "strength": strength,
        })
    };
    let operation = json!({
        "schema": 1, "id": text, "name": text, "organiser": text, "status": "preliminary",
        "start": null, "end": null, "hubs": [text, text], "notes": [text],
        "totals": [
            figure("a", "arrested", suspects.clone(), json!(2517)),
            with(figure("b", "arrested", suspects.clone(), json!(850)), "part_of", json!(format!("a{text}"))),
            figure("c", "rescued", json!("potential_victims"), json!(3222)),
            with(figure("d", "cash_seized", Value::Null, json!(10)), "unit", json!(text)),
        ],
        "actions": [
            action(&format!("1{text}"), (&json!(["TR"]), &Value::Null), text, &cite(0), &json!([
                with(figure("e", "arrested", suspects.clone(), json!(94)), "apart", json!({"why": "doubt", "note": text})),
                figure("f", "rescued", migrants.clone(), json!(1500)),
            ])),
            action(&format!("2{text}"), (&json!(["AR", "BR"]), &Value::Null), text, &cite(1), &json!([
                figure("g", "smuggled", migrants, json!("some")),
            ])),
            action(&format!("3{text}"), (&json!([]), &json!(text)), text, &cite(1), &json!([
                figure("h", "arrested", suspects, json!(7)),
            ])),
        ],
        "routes": [{
            "stops": [{"region": text}, {"country": "TR"}, {"region": text}],
            "action": format!("1{text}"), "citations": cite(0),
        }],
        "conflicts": [{
            "figure": format!("a{text}"), "note": text,
            "others": [{"as_printed": text, "source": format!("{text}1"), "kind": "disagreement"}],
        }],
        "sources": [source(0, "press"), source(1, "aggregator")],
        "story": story(text),
    });
    serde_json::to_vec(&operation).unwrap()
}

/// A slide of every kind.
fn story(text: &str) -> Value {
    json!([
        {"show": "title", "title": text, "notes": [text]},
        {"show": "figure", "figure": format!("a{text}")},
        {"show": "split", "figure": format!("a{text}")},
        {"show": "figures", "figures": [format!("d{text}"), format!("e{text}")]},
        {"show": "place", "region": text}, {"show": "place", "countries": ["TR"]},
        {"show": "versus"}, {"show": "coverage"}, {"show": "others"}, {"show": "routes"},
        {"show": "unsaid"}, {"show": "differences"}, {"show": "notes"}, {"show": "sources"},
    ])
}

fn action(id: &str, place: (&Value, &Value), text: &str, cited: &Value, figures: &Value) -> Value {
    let (countries, region) = place;
    json!({
        "id": id, "countries": countries, "region": region, "summary": text,
        "offences": ["human_trafficking"], "figures": figures, "citations": cited, "note": text,
    })
}
