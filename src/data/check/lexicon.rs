//! Number words of English, Spanish, Portuguese, French, German and Italian.
//!
//! Knows words. Must not know how they add up.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::compound;

/// The languages whose number words are known.
const LANGUAGES: [&str; 6] = ["en", "es", "pt", "fr", "de", "it"];

/// What a word means in a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Meaning {
    /// A number.
    Number(u128),
    /// A number in one language, or as often something else: *one*, *once*, *cent*.
    Weak(u128),
    /// A number that is never a part of another: *a*, *another*, *both*.
    Alone(u128),
    /// A multiplier, and whether it is a number without another before it: *hundreds* is not.
    Times(u128, bool),
    /// *Cent*, a hundred in French, but in English a coin.
    Hundred,
    /// *Half*, a number only with what it is the half of.
    Half,
}

/// Words for one number each, by the number.
const NUMBERS: Table = &[
    (2, "two dos dois duas deux zwei zwo"),
    (3, "three tres três trois drei tre"),
    (4, "four cuatro quatro quatre vier quattro"),
    (5, "five cinco cinq fünf cinque"),
    (6, "six seis sechs"),
    (7, "seven siete sete sept sieben sette"),
    (8, "eight ocho oito huit acht"),
    (9, "nine nueve nove neuf neun"),
    (10, "ten diez dez dix zehn dieci"),
    (11, "eleven onze elf undici"),
    (12, "twelve doce doze douze zwölf dodici"),
    (13, "thirteen trece treze treize dreizehn tredici"),
    (14, "fourteen catorce catorze quatorze vierzehn quattordici"),
    (15, "fifteen quince quinze fünfzehn quindici"),
    (16, "sixteen dieciséis dieciseis dezasseis dezesseis seize sechzehn sedici"),
    (17, "seventeen diecisiete dezassete dezessete siebzehn diciassette"),
    (18, "eighteen dieciocho dezoito achtzehn diciotto"),
    (19, "nineteen diecinueve dezanove dezenove neunzehn diciannove"),
    (20, "twenty veinte vinte vingt vingts zwanzig venti"),
    (21, "veintiuno veintiún veintiun veintiuna"),
    (22, "veintidós veintidos"),
    (23, "veintitrés veintitres"),
    (24, "veinticuatro"),
    (25, "veinticinco"),
    (26, "veintiséis veintiseis"),
    (27, "veintisiete"),
    (28, "veintiocho"),
    (29, "veintinueve"),
    (30, "thirty treinta trinta trente dreißig dreissig trenta"),
    (40, "forty cuarenta quarenta quarante vierzig quaranta"),
    (50, "fifty cincuenta cinquenta cinquante fünfzig cinquanta"),
    (60, "sixty sesenta sessenta soixante sechzig sessanta"),
    (70, "seventy setenta septante siebzig settanta"),
    (80, "eighty ochenta oitenta huitante octante achtzig ottanta"),
    (90, "ninety noventa nonante neunzig novanta"),
    (100, "cien ciento cem cento"),
    (200, "doscientos doscientas duzentos duzentas"),
    (300, "trescientos trescientas trezentos trezentas"),
    (400, "cuatrocientos cuatrocientas quatrocentos quatrocentas"),
    (500, "quinientos quinientas quinhentos quinhentas"),
    (600, "seiscientos seiscientas seiscentos seiscentas"),
    (700, "setecientos setecientas setecentos setecentas"),
    (800, "ochocientos ochocientas oitocentos oitocentas"),
    (900, "novecientos novecientas novecentos novecentas"),
];

/// Words for about so many.
const ROUGH: Table = &[
    (15, "quinzaine quinzena quindicina"),
    (20, "vingtaine veintena vintena ventina"),
    (30, "trentaine treintena trintena trentina"),
    (40, "quarantina"),
    (50, "cinquantaine cincuentena cinquentena cinquantina"),
    (60, "soixantaine sessantina"),
];

/// Words that mean a number, but not always.
const WEAK: Table = &[
    (1, "one un uno una une um uma ein eine einen einem einer eines eins"),
    (2, "due"),
    (6, "sei"),
    (8, "otto"),
    (11, "once"),
    (15, "quincena"),
    (40, "quarantaine cuarentena quarentena"),
];

/// Weak words that are clear in their own language.
const OWN: &[(&str, &str)] = &[("it", "due sei otto"), ("es", "once")];

/// Words for one or two that stand for themselves.
const ALONE: Table = &[
    (
        0,
        "no none nobody zero ninguno ninguna nenhum nenhuma aucun aucune kein keine null \
         nessuno nessuna",
    ),
    (
        1,
        "a an another additional single sole lone más otro otra otros outro outra autre \
         supplémentaire único única weiterer weitere",
    ),
    (2, "both couple pair ambos ambas pareja par casal beide beiden paar"),
];

/// Multipliers that are a number without another before them.
const TIMES: Table = &[
    (10, "dizaine decena dezena decina"),
    (12, "dozen douzaine docena dúzia duzia dutzend dozzina"),
    (100, "hundred centaine centenar centena hundert centinaio"),
    (1_000, "thousand mil mille millier millar milhar tausend migliaio"),
    (1_000_000, "million millón millon milhão milione"),
    (1_000_000_000, "billion milliard millardo bilhão milliarde miliardo"),
];

/// Multipliers that say nothing without a number before them.
const VAGUE: Table = &[
    (10, "dizaines decenas dezenas decine"),
    (12, "dozens douzaines docenas dúzias dozzine"),
    (100, "hundreds centaines centenares centenas hunderte centinaia"),
    (1_000, "thousands miles milliers millares milhares tausende migliaia mila k"),
    (100_000, "lakh lakhs"),
    (1_000_000, "millions millones milhões millionen milioni mio m mn"),
    (10_000_000, "crore crores"),
    (1_000_000_000, "billions milliards bilhões milliarden miliardi mrd bn"),
];

/// A hundred in French.
const HUNDRED: Table = &[(100, "cent cents")];

/// The half of something.
const HALF: Table = &[(2, "half medio media meio meia demi demie mezzo mezza halb halbe halben")];

/// Numbers, each with its words.
type Table = &'static [(u128, &'static str)];

/// Words with what their numbers mean.
type Kind = (Table, fn(u128) -> Meaning);

static WORDS: LazyLock<HashMap<&'static str, Meaning>> = LazyLock::new(|| {
    let tables: [Kind; 8] = [
        (NUMBERS, Meaning::Number),
        (ROUGH, Meaning::Number),
        (HUNDRED, |_| Meaning::Hundred),
        (HALF, |_| Meaning::Half),
        (WEAK, Meaning::Weak),
        (ALONE, Meaning::Alone),
        (TIMES, |factor| Meaning::Times(factor, true)),
        (VAGUE, |factor| Meaning::Times(factor, false)),
    ];
    let rows = tables.into_iter().flat_map(|(table, meaning)| {
        table.iter().flat_map(move |(number, words)| {
            words.split_whitespace().map(move |word| (word, meaning(*number)))
        })
    });
    rows.collect()
});

/// What a word in small letters means in a number; `None` for any other word.
pub(super) fn meaning(word: &str, language: &str) -> Option<Meaning> {
    let meaning = WORDS.get(word).copied();
    let meaning = meaning.or_else(|| compound::number(word, small).map(Meaning::Number))?;
    let own = OWN.iter().filter(|(code, _)| *code == language);
    let mut own = own.flat_map(|(_, words)| words.split_whitespace());
    Some(match meaning {
        Meaning::Weak(number) if own.any(|own| own == word) => Meaning::Number(number),
        meaning => meaning,
    })
}

/// The language of a text by its code, `es-MX` as well as `es`; `None` if its words are not known.
pub(super) fn language(code: &str) -> Option<&'static str> {
    // Asked for every figure, so that a code of ten million letters must not be gone through.
    let is = |known: &&str| {
        code.split_at_checked(known.len()).is_some_and(|(code, rest)| {
            code.eq_ignore_ascii_case(known) && (rest.is_empty() || rest.starts_with(['-', '_']))
        })
    };
    LANGUAGES.into_iter().find(is)
}

/// Whether a word may join two parts of a number.
pub(super) fn is_joint(word: &str) -> bool {
    matches!(word, "and" | "y" | "e" | "et" | "und")
}

/// Whether a word means about so many: une quinzaine, una quincena.
pub(super) fn is_rough(word: &str) -> bool {
    let words = |table: Table| table.iter().flat_map(|(_, words)| words.split_whitespace());
    let tens = "dizaine decena dezena decina centaine centenar centena centinaio";
    let more = "quincena quarantaine cuarentena quarentena";
    let more = tens.split_whitespace().chain(more.split_whitespace());
    words(ROUGH).chain(more).any(|rough| rough == word)
}

/// A number below a hundred that is one word.
fn small(word: &str) -> Option<u128> {
    match WORDS.get(word) {
        Some(Meaning::Number(number) | Meaning::Weak(number)) if *number < 100 => Some(*number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_numbers() {
        for (word, wanted) in [
            ("nine", Some(Meaning::Number(9))),
            ("zweiundzwanzig", Some(Meaning::Number(22))),
            ("dreihundertfünf", Some(Meaning::Number(305))),
            ("tausend", Some(Meaning::Times(1000, true))),
            ("hundreds", Some(Meaning::Times(100, false))),
            ("hundertschaft", None),
            ("grund", None),
            ("très", None),
            ("people", None),
        ] {
            assert_eq!(meaning(word, "en"), wanted, "{word}");
        }
    }

    #[test]
    fn a_language_is_known_by_the_front_of_its_code() {
        for (code, wanted) in [
            ("es", Some("es")),
            ("es-MX", Some("es")),
            ("PT_br", Some("pt")),
            ("en-", Some("en")),
            ("eng", None),
            ("e", None),
            ("é", None),
            ("", None),
        ] {
            assert_eq!(language(code), wanted, "{code}");
        }
    }

    #[test]
    fn no_word_is_in_two_tables() {
        let tables = [NUMBERS, ROUGH, HUNDRED, HALF, WEAK, ALONE, TIMES, VAGUE];
        let words = tables.iter().flat_map(|table| table.iter());
        let count: usize = words.map(|(_, words)| words.split_whitespace().count()).sum();
        assert_eq!(count, WORDS.len());
    }
}
