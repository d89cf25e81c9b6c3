//! Number words of English, Spanish, Portuguese, French and German.
//!
//! Knows words. Must not know how they add up.

use std::collections::HashMap;
use std::sync::LazyLock;

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
}

/// Words for one number each, by the number.
const NUMBERS: Table = &[
    (2, "two dos dois duas deux zwei"),
    (3, "three tres três trois drei"),
    (4, "four cuatro quatro quatre vier"),
    (5, "five cinco cinq fünf"),
    (6, "six seis sechs"),
    (7, "seven siete sete sept sieben"),
    (8, "eight ocho oito huit acht"),
    (9, "nine nueve nove neuf neun"),
    (10, "ten diez dez dix zehn"),
    (11, "eleven onze elf"),
    (12, "twelve doce doze douze zwölf"),
    (13, "thirteen trece treze treize dreizehn"),
    (14, "fourteen catorce catorze quatorze vierzehn"),
    (15, "fifteen quince quinze fünfzehn"),
    (16, "sixteen dieciséis dezasseis dezesseis seize sechzehn"),
    (17, "seventeen diecisiete dezassete dezessete siebzehn"),
    (18, "eighteen dieciocho dezoito achtzehn"),
    (19, "nineteen diecinueve dezanove dezenove neunzehn"),
    (20, "twenty veinte vinte vingt vingts zwanzig"),
    (21, "veintiuno veintiún veintiuna"),
    (22, "veintidós"),
    (23, "veintitrés"),
    (24, "veinticuatro"),
    (25, "veinticinco"),
    (26, "veintiséis"),
    (27, "veintisiete"),
    (28, "veintiocho"),
    (29, "veintinueve"),
    (30, "thirty treinta trinta trente dreißig dreissig"),
    (40, "forty cuarenta quarenta quarante vierzig"),
    (50, "fifty cincuenta cinquenta cinquante fünfzig"),
    (60, "sixty sesenta sessenta soixante sechzig"),
    (70, "seventy setenta septante siebzig"),
    (80, "eighty ochenta oitenta huitante octante achtzig"),
    (90, "ninety noventa nonante neunzig"),
    (100, "cien ciento cem cento"),
    (200, "doscientos doscientas duzentos duzentas"),
    (300, "trescientos trescientas trezentos trezentas"),
    (400, "cuatrocientos cuatrocientas quatrocentos quatrocentas"),
    (500, "quinientos quinientas quinhentos quinhentas"),
    (600, "seiscientos seiscientas seiscentos seiscentas"),
    (700, "setecientos setecientas setecentos setecentas"),
    (800, "ochocientos ochocientas oitocentos oitocentas"),
    (900, "novecientos novecientas novecentos novecentas"),
    (15, "quinzaine"),
    (20, "vingtaine veintena"),
    (30, "trentaine treintena"),
    (40, "quarantaine cuarentena"),
    (50, "cinquantaine cincuentena"),
    (60, "soixantaine"),
];

/// Words that mean a number, but not always.
const WEAK: Table =
    &[(1, "one un uno una une um uma ein eine einen einem einer eines eins"), (11, "once")];

/// Words for one or two that stand for themselves.
const ALONE: Table = &[
    (0, "no none nobody zero ninguno ninguna nenhum nenhuma aucun aucune kein keine null"),
    (
        1,
        "a an another additional single sole lone más otro otra otros outro outra autre \
         supplémentaire único única weiterer weitere",
    ),
    (2, "both couple pair ambos ambas pareja par casal beide beiden paar"),
];

/// Multipliers that are a number without another before them.
const TIMES: Table = &[
    (10, "dizaine decena dezena"),
    (12, "dozen douzaine docena dúzia dutzend"),
    (100, "hundred centaine centenar centena hundert"),
    (1_000, "thousand mil mille millier millar milhar tausend"),
    (1_000_000, "million millón milhão"),
    (1_000_000_000, "billion milliard millardo bilhão milliarde"),
];

/// Multipliers that say nothing without a number before them.
const VAGUE: Table = &[
    (10, "dizaines decenas dezenas"),
    (12, "dozens douzaines docenas dúzias"),
    (100, "hundreds centaines centenares centenas hunderte cent cents"),
    (1_000, "thousands miles milliers millares milhares tausende k"),
    (100_000, "lakh lakhs"),
    (1_000_000, "millions millones milhões millionen mio m mn"),
    (10_000_000, "crore crores"),
    (1_000_000_000, "billions milliards bilhões milliarden mrd bn"),
];

/// Numbers, each with its words.
type Table = &'static [(u128, &'static str)];

/// Words with what their numbers mean.
type Kind = (Table, fn(u128) -> Meaning);

static WORDS: LazyLock<HashMap<&'static str, Meaning>> = LazyLock::new(|| {
    let tables: [Kind; 5] = [
        (NUMBERS, Meaning::Number),
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
pub(super) fn meaning(word: &str) -> Option<Meaning> {
    WORDS.get(word).copied().or_else(|| german(word).map(Meaning::Number))
}

/// Whether a word may join two parts of a number.
pub(super) fn is_joint(word: &str) -> bool {
    matches!(word, "and" | "y" | "e" | "et" | "und")
}

/// German numbers are written as one word: zweiundzwanzig, dreihundertfünf.
fn german(word: &str) -> Option<u128> {
    const LONGEST: usize = 60;
    if word.len() > LONGEST {
        return None;
    }
    for (name, factor) in [("tausend", 1000), ("hundert", 100)] {
        if let Some((before, after)) = word.split_once(name) {
            let times = if before.is_empty() { 1 } else { small(before)? };
            let more = if after.is_empty() { 0 } else { german(after)? };
            return Some(times * factor + more);
        }
    }
    small(word)
}

/// A German number below a hundred.
fn small(word: &str) -> Option<u128> {
    let simple = |word: &str| match WORDS.get(word) {
        Some(Meaning::Number(number) | Meaning::Weak(number)) if *number < 100 => Some(*number),
        _ => None,
    };
    let compound = || {
        let (unit, tens) = word.split_once("und")?;
        let (unit, tens) = (simple(unit)?, simple(tens)?);
        (unit < 10 && tens >= 20).then_some(unit + tens)
    };
    simple(word).or_else(compound)
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
            assert_eq!(meaning(word), wanted, "{word}");
        }
    }

    #[test]
    fn no_word_is_in_two_tables() {
        let tables = [NUMBERS, WEAK, ALONE, TIMES, VAGUE];
        let words = tables.iter().flat_map(|table| table.iter());
        let count: usize = words.map(|(_, words)| words.split_whitespace().count()).sum();
        assert_eq!(count, WORDS.len());
    }
}
