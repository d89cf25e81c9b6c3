//! Every number from 1 to 9,999 is written out in six languages and read back.

use super::*;

/// How a language writes its numbers.
type Spell = fn(u32) -> String;

const SPELLED: [(&str, Spell); 6] = [
    ("en", english),
    ("fr", french),
    ("es", spanish),
    ("pt", portuguese),
    ("it", italian),
    ("de", german),
];

fn word(words: &str, place: u32) -> &str {
    words.split_whitespace().nth(usize::try_from(place).unwrap()).unwrap()
}

/// Puts two parts together where both are there.
fn joined(one: &str, between: &str, other: &str) -> String {
    if one.is_empty() || other.is_empty() {
        format!("{one}{other}")
    } else {
        format!("{one}{between}{other}")
    }
}

fn english(number: u32) -> String {
    const SMALL: &str = "zero one two three four five six seven eight nine ten eleven twelve \
        thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
    const TENS: &str = "- - twenty thirty forty fifty sixty seventy eighty ninety";
    match number {
        0 => String::new(),
        1..20 => word(SMALL, number).to_owned(),
        20..100 => joined(word(TENS, number / 10), "-", &english(number % 10)),
        100..1000 => {
            joined(&format!("{} hundred", english(number / 100)), " and ", &english(number % 100))
        }
        _ => {
            let between = if number % 1000 < 100 { " and " } else { " " };
            let thousand = format!("{} thousand", english(number / 1000));
            joined(&thousand, between, &english(number % 1000))
        }
    }
}

fn french(number: u32) -> String {
    const SMALL: &str = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize \
        quatorze quinze seize dix-sept dix-huit dix-neuf";
    const TENS: &str = "- - vingt trente quarante cinquante soixante";
    let times = |one: u32, words: &str| match one {
        1 => words.to_owned(),
        _ => format!("{} {words}", french(one)),
    };
    match number {
        0 => String::new(),
        1..20 => word(SMALL, number).to_owned(),
        20..70 => {
            let between = if number % 10 == 1 { " et " } else { "-" };
            joined(word(TENS, number / 10), between, &french(number % 10))
        }
        71 => "soixante et onze".to_owned(),
        70..80 => format!("soixante-{}", french(number - 60)),
        80 => "quatre-vingts".to_owned(),
        81..100 => format!("quatre-vingt-{}", french(number - 80)),
        100..1000 => {
            let plural = number >= 200 && number.is_multiple_of(100);
            let cent = if plural { "cents" } else { "cent" };
            joined(&times(number / 100, cent), " ", &french(number % 100))
        }
        _ => joined(&times(number / 1000, "mille"), " ", &french(number % 1000)),
    }
}

fn spanish(number: u32) -> String {
    const SMALL: &str = "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece \
        catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós \
        veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve";
    const TENS: &str = "- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa";
    const HUNDREDS: &str = "- ciento doscientos trescientos cuatrocientos quinientos seiscientos \
        setecientos ochocientos novecientos";
    match number {
        0 => String::new(),
        1..30 => word(SMALL, number).to_owned(),
        30..100 => joined(word(TENS, number / 10), " y ", &spanish(number % 10)),
        100 => "cien".to_owned(),
        101..1000 => joined(word(HUNDREDS, number / 100), " ", &spanish(number % 100)),
        1000..2000 => joined("mil", " ", &spanish(number % 1000)),
        _ => joined(&format!("{} mil", spanish(number / 1000)), " ", &spanish(number % 1000)),
    }
}

fn portuguese(number: u32) -> String {
    const SMALL: &str = "zero um dois três quatro cinco seis sete oito nove dez onze doze treze \
        catorze quinze dezesseis dezessete dezoito dezenove";
    const TENS: &str = "- - vinte trinta quarenta cinquenta sessenta setenta oitenta noventa";
    const HUNDREDS: &str = "- cento duzentos trezentos quatrocentos quinhentos seiscentos \
        setecentos oitocentos novecentos";
    match number {
        0 => String::new(),
        1..20 => word(SMALL, number).to_owned(),
        20..100 => joined(word(TENS, number / 10), " e ", &portuguese(number % 10)),
        100 => "cem".to_owned(),
        101..1000 => joined(word(HUNDREDS, number / 100), " e ", &portuguese(number % 100)),
        _ => {
            let thousand = match number / 1000 {
                1 => "mil".to_owned(),
                more => format!("{} mil", portuguese(more)),
            };
            let rest = number % 1000;
            let between = if rest < 100 || rest.is_multiple_of(100) { " e " } else { " " };
            joined(&thousand, between, &portuguese(rest))
        }
    }
}

fn italian(number: u32) -> String {
    const SMALL: &str = "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici \
        tredici quattordici quindici sedici diciassette diciotto diciannove";
    const TENS: &str = "- - venti trenta quaranta cinquanta sessanta settanta ottanta novanta";
    match number {
        0 => String::new(),
        1..20 => word(SMALL, number).to_owned(),
        20..100 => {
            let tens = word(TENS, number / 10);
            let unit = number % 10;
            let tens =
                if matches!(unit, 1 | 8) { tens.get(..tens.len() - 1).unwrap() } else { tens };
            format!("{tens}{}", if unit == 3 { "tré".to_owned() } else { italian(unit) })
        }
        100..1000 => {
            let times = if number < 200 { String::new() } else { italian(number / 100) };
            let rest = number % 100;
            let elided = rest == 8 || (80..90).contains(&rest);
            format!("{times}cent{}{}", if elided { "" } else { "o" }, italian(rest))
        }
        1000..2000 => format!("mille{}", italian(number % 1000)),
        _ => format!("{}mila{}", italian(number / 1000), italian(number % 1000)),
    }
}

fn german(number: u32) -> String {
    const SMALL: &str = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf \
        dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn";
    const TENS: &str = "- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig";
    match number {
        0 => String::new(),
        1..20 => word(SMALL, number).to_owned(),
        20..100 => joined(&german(number % 10), "und", word(TENS, number / 10)),
        100..1000 => format!("{}hundert{}", german(number / 100), german(number % 100)),
        _ => format!("{}tausend{}", german(number / 1000), german(number % 1000)),
    }
}

/// All that a text may say, and whether each is read in full.
fn read(text: &str, language: &str) -> Vec<(u64, bool)> {
    let value = |number: &Number| u64::try_from(number.millionths / ONE).unwrap();
    numbers(text, language).iter().map(|number| (value(number), number.whole)).collect()
}

#[test]
fn every_number_written_out_is_read_back() {
    for (language, spell) in SPELLED {
        for number in 1..=9999 {
            let text = spell(number);
            let wanted = vec![(u64::from(number), true)];
            assert_eq!(read(&text, language), wanted, "{language}: {text}");
            if number % 10 != 1 {
                continue;
            }
            let inside = format!("{text} people");
            assert_eq!(read(&inside, language), wanted, "{language}: {inside}");
        }
    }
}

#[test]
fn large_numbers_and_halves_are_read() {
    for (language, text, wanted) in [
        ("fr", "cent", 100),
        ("fr", "cent vingt", 120),
        ("fr", "cent cinquante personnes", 150),
        ("fr", "mille cent", 1_100),
        ("fr", "mille deux cent quarante", 1_240),
        ("fr", "neuf cent quatre", 904),
        ("fr", "deux cent quatre-vingts", 280),
        ("fr", "un million et demi", 1_500_000),
        ("fr", "cent mille", 100_000),
        ("fr", "deux mille trois cents millions", 2_300_000_000),
        ("en", "two and a half million", 2_500_000),
        ("en", "a million and a half", 1_500_000),
        ("en", "half a million", 500_000),
        ("en", "half a dozen", 6),
        ("en", "nineteen hundred", 1_900),
        ("en", "one million two hundred thousand", 1_200_000),
        ("es", "un millón y medio", 1_500_000),
        ("es", "medio millón", 500_000),
        ("es", "mil trescientos millones", 1_300_000_000),
        ("es", "veintiún mil", 21_000),
        ("pt", "dois milhões e meio", 2_500_000),
        ("pt", "meio milhão", 500_000),
        ("it", "mille duecento", 1_200),
        ("it", "trentuno", 31),
        ("it", "due milioni", 2_000_000),
        ("it", "un milione e mezzo", 1_500_000),
        ("it", "tre mila", 3_000),
        ("it", "10mila", 10_000),
    ] {
        let read = read(text, language);
        assert!(read.contains(&(wanted, true)), "{text}: {read:?}");
        assert!(read.iter().all(|(_, whole)| *whole), "{text}: {read:?}");
    }
}

#[test]
fn what_may_belong_to_a_number_is_left_over() {
    for (text, language) in [
        ("two and three", "en"),
        ("twenty ten", "en"),
        ("vingt cent", "fr"),
        ("cien veinte mil cinco cien", "es"),
    ] {
        assert!(read(text, language).iter().any(|(_, whole)| !whole), "{text}");
    }
    for text in ["une quinzaine", "two or three", "no one", "eight 32-year-old men"] {
        assert!(read(text, "en").iter().all(|(_, whole)| *whole), "{text}");
    }
}

#[test]
fn a_coin_and_a_share_are_no_hundred() {
    for text in ["10 per cent", "50 cents", "diez por ciento", "10 pour cent"] {
        let numbers = numbers(text, "es");
        assert!(!numbers.iter().any(|number| number.clear && number.is(100)), "{text}");
        assert!(numbers.iter().all(|number| number.millionths <= 100 * ONE), "{text}");
    }
}
