//! What is possible but hardly meant: a country named twice, a route that leads nowhere, a case
//! shared with nobody, a source older than what it tells of.
//!
//! Knows what pieces of a file usually look like. All of it is found as an oversight.

use std::collections::HashMap;

use super::found::Found;
use super::path::{Path, short};
use super::refs::{Ids, each_figure};
use super::tree::Node;
use crate::model::country::Country;
use crate::model::date::Date;
use crate::model::source::Strength;

/// Finds what is hardly meant.
pub(super) fn check<'t>(root: &'t Node<'t>, ids: &Ids<'t>, found: &mut Found) {
    let top = Path::Root;
    let actions = top.field("actions");
    for (index, action) in root.list("actions").iter().enumerate() {
        let here = actions.item(index);
        countries(action, &here, found);
        order(action, ids, &here, found);
        twice(action, &here, found);
    }
    let routes = top.field("routes");
    for (index, one) in root.list("routes").iter().enumerate() {
        route(one, &routes.item(index), found);
    }
    sources(root, found);
    each_figure(root, |figure, path| {
        order(figure, ids, path, found);
        twice(figure, path, found);
    });
    elsewhere(root, ids, found);
}

fn countries(action: &Node<'_>, path: &Path<'_>, found: &mut Found) {
    let list = path.field("countries");
    let mut seen: Vec<Country> = Vec::new();
    for (index, code) in action.list("countries").iter().enumerate() {
        let Some(country) = code.text().and_then(Country::from_code) else { continue };
        if seen.contains(&country) {
            let what = format!("{} is named twice", country.name());
            found.warning(code.at, &list.item(index), &what, "name each country once");
        }
        seen.push(country);
    }
}

fn route(route: &Node<'_>, path: &Path<'_>, found: &mut Found) {
    let place = |stop: &Node<'_>| {
        let name = ["country", "region"].into_iter().find_map(|name| stop.text_of(name));
        name.map(|(_, name)| name.to_lowercase())
    };
    let Some(stops) = route.get("stops") else { return };
    let named: Vec<Option<String>> = stops.items().iter().map(place).collect();
    let again = named.windows(2).any(|pair| matches!(pair, [Some(one), Some(next)] if one == next));
    if again {
        let what = "the route stays where it is";
        let hint = "name origin and destination; leave the route out if they are one place";
        found.warning(stops.at, &path.field("stops"), what, hint);
    }
}

fn sources(root: &Node<'_>, found: &mut Found) {
    let start = root.text_of("start").and_then(|(_, text)| Date::parse(text));
    let top = Path::Root;
    let list = top.field("sources");
    for (index, source) in root.list("sources").iter().enumerate() {
        let here = list.item(index);
        if let Some((node, code)) = source.text_of("language")
            && !is_language(code)
            && !code.trim().is_empty()
        {
            let what = format!("`{}` is no code of a language", short(code));
            let hint = "write two or three small letters, as en, es or pt";
            found.warning(node.at, &here.field("language"), &what, hint);
        }
        let date = source.text_of("date").and_then(|(node, text)| Some((node, Date::parse(text)?)));
        if let (Some(start), Some((node, date))) = (start, date)
            && start.is_after(date)
        {
            let what = "the source is older than the operation";
            let hint = "is the date of the source or of the operation wrong?";
            found.warning(node.at, &here.field("date"), what, hint);
        }
    }
}

/// Whether it is a code such as `en`, `fil` or `pt-BR`.
fn is_language(code: &str) -> bool {
    let mut parts = code.split('-');
    let first = parts.next().unwrap_or_default();
    let rest = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    matches!(first.len(), 2 | 3) && first.bytes().all(|b| b.is_ascii_lowercase()) && parts.all(rest)
}

/// The first source is the one used; a stronger one should not stand behind it.
fn order(of: &Node<'_>, ids: &Ids<'_>, path: &Path<'_>, found: &mut Found) {
    let strength =
        |citation: &Node<'_>| -> Option<Strength> { ids.strength(citation.text_of("source")?.1) };
    let citations = of.list("citations");
    let Some(first) = citations.first().and_then(strength) else { return };
    let list = path.field("citations");
    // One whose words are given may be used before a stronger one of which none are.
    let located = |one: &Node<'_>| one.text_of("locator").is_some();
    let used = citations.first().is_some_and(located);
    let stronger = |(_, one): &(usize, &Node<'_>)| {
        strength(one).is_some_and(|strength| strength < first) && (!used || located(one))
    };
    if let Some((index, citation)) = citations.iter().enumerate().find(stronger) {
        let what = format!("a stronger source stands behind one that is {}", first.name());
        let hint = "the first is the one used; put the strongest first";
        found.warning(citation.at, &list.item(index), &what, hint);
    }
}

/// Nothing stands better for being cited twice.
fn twice(of: &Node<'_>, path: &Path<'_>, found: &mut Found) {
    let list = path.field("citations");
    let mut seen = Vec::new();
    for (index, citation) in of.list("citations").iter().enumerate() {
        let text = |name| citation.text_of(name).map(|(_, text)| text);
        let Some(source) = text("source") else { continue };
        let said = (source, text("locator"));
        if seen.contains(&said) {
            let what = format!("`{}` is cited twice in the same words", short(source));
            found.warning(citation.at, &list.item(index), &what, "cite it once");
        }
        seen.push(said);
    }
}

/// A case is shared by at least two figures.
pub(super) fn cases<'t>(root: &'t Node<'t>, found: &mut Found) {
    let mut members: HashMap<&'t str, usize> = HashMap::new();
    each_figure(root, |figure, _| {
        if let Some((_, case)) = figure.text_of("same_case") {
            *members.entry(case).or_default() += 1;
        }
    });
    if members.values().all(|count| *count > 1) {
        return;
    }
    each_figure(root, |figure, path| {
        if let Some((node, case)) = figure.text_of("same_case")
            && members.get(case) == Some(&1)
        {
            let what = format!("no other figure tells of the case `{}`", short(case));
            let hint = "give the other figure the same `same_case`, or take it out";
            found.warning(node.at, &path.field("same_case"), &what, hint);
        }
    });
}

/// A part stands beside its whole: both among the totals, or both in one action.
fn elsewhere<'t>(root: &'t Node<'t>, ids: &Ids<'t>, found: &mut Found) {
    let mut homes: HashMap<*const Node<'t>, Option<*const Node<'t>>> = HashMap::new();
    if !ids.has_parts {
        return;
    }
    for figure in root.list("totals") {
        homes.insert(figure, None);
    }
    for action in root.list("actions") {
        for figure in action.list("figures") {
            homes.insert(figure, Some(std::ptr::from_ref(action)));
        }
    }
    each_figure(root, |figure, path| {
        let Some((node, whole)) = figure.text_of("part_of") else { return };
        let Some(whole) = ids.figures.get(whole) else { return };
        if homes.get(&std::ptr::from_ref(figure)) != homes.get(&std::ptr::from_ref(*whole)) {
            let what = "the whole stands in another place of the file";
            let hint = "a part of a total is a total; places add up to totals without `part_of`";
            found.warning(node.at, &path.field("part_of"), what, hint);
        }
    });
}
