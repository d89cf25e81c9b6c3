//! Lists of names in running text: Argentina, Senegal, the Philippines and North Macedonia.
//!
//! Knows how names are strung together. Must not know what is counted.

use crate::model::country::Country;

/// How many names a text lists; `None` where it holds anything but a list of names.
pub(super) fn listed(text: &str) -> Option<u64> {
    let mut text = text.to_owned();
    let whole = Country::all()
        .flat_map(|one| std::iter::once(one.name()).chain(one.aliases().iter().copied()));
    // Bosnia and Herzegovina is one.
    for name in whole.filter(|name| name.contains(" and ") || name.contains(", ")) {
        text = text.replace(name, "One");
    }
    for joint in [" and ", " y ", " e ", " et ", " und "] {
        text = text.replace(joint, ", ");
    }
    let names = text.split(',').map(str::trim).filter(|name| !name.is_empty());
    let names: Vec<&str> = names.map(bare).collect();
    let is_name = |name: &&str| {
        let upper = name.starts_with(char::is_uppercase);
        upper && name.split_whitespace().count() <= 4 && !name.contains(|c: char| c.is_numeric())
    };
    let list = names.len() > 1 && names.iter().all(is_name);
    list.then(|| u64::try_from(names.len()).ok()).flatten()
}

/// A name without its article.
fn bare(name: &str) -> &str {
    let articles = ["the ", "la ", "el ", "las ", "los ", "le ", "les ", "l’", "l'"];
    articles.iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_a_list_are_counted() {
        for (text, wanted) in [
            ("Argentina, Senegal, the Philippines and North Macedonia", Some(4)),
            ("Lyon and Manila", Some(2)),
            ("Serbia, Bosnia and Herzegovina", Some(2)),
            ("Perú y Chile", Some(2)),
            ("Bosnia and Herzegovina", None),
            ("a 32-year-old Syrian man", None),
            ("Lyon", None),
            ("Lyon, where 3 men were held, and Manila", None),
        ] {
            assert_eq!(listed(text), wanted, "{text}");
        }
    }
}
