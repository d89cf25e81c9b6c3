//! Every field against the table: known, there, given once, and of the right form.
//!
//! Knows how to go through a tree along the table. Single values are judged by `value`.

use std::collections::HashSet;

use super::fields::{Field, Form, Need, Shape};
use super::found::Found;
use super::path::{Path, short};
use super::tree::{Kind, Member, Node};
use super::value;
use crate::model::nearest::nearest;

/// Goes through the tree along the table.
pub(super) struct Walk<'f> {
    /// Where findings go.
    found: &'f mut Found,
    /// Whether the file was read without losing anything, so that what is not there is missing.
    whole: bool,
    /// Whether the field that is looked at has to be there.
    must: bool,
}

impl<'f> Walk<'f> {
    /// Begins at the root of a tree.
    pub(super) const fn new(found: &'f mut Found, whole: bool) -> Self {
        Self { found, whole, must: true }
    }

    /// Holds a value against its form.
    pub(super) fn form(&mut self, form: Form, node: &Node<'_>, path: &Path<'_>) {
        match (form, &node.kind) {
            (_, Kind::Broken) | (Form::Flag, Kind::Flag(_)) => {}
            (Form::Object(shape), Kind::Object(members)) => {
                self.object(shape, node.at, members, path);
            }
            (Form::List(each), Kind::List(items)) => {
                self.must = false;
                for (index, item) in items.iter().enumerate() {
                    self.form(*each, item, &path.item(index));
                }
            }
            (Form::Value, _) => value::count(self.found, node, path),
            (Form::Format, Kind::Number(written)) => {
                value::format(self.found, node.at, written, path);
            }
            (_, Kind::Text(text)) if is_text(form) => {
                value::text(self.found, (form, self.must), node.at, text, path);
            }
            _ => self.wrong(form, node, path),
        }
    }

    fn wrong(&mut self, form: Form, node: &Node<'_>, path: &Path<'_>) {
        let (wanted, hint) = match form {
            Form::Format => ("the number of the format", "write 1"),
            Form::Flag => ("true or false", "write it without quotes"),
            Form::List(_) => ("a list", "put it in [ ]"),
            Form::Object(shape) => (shape.noun, "put its fields in { }"),
            Form::Country => ("the code of a country", "use ISO 3166-1 alpha-2 such as \"TR\""),
            Form::Date => ("a date", "write \"2024-11-06\", \"2024-11\" or \"2024\""),
            _ => ("a text", "put it in double quotes"),
        };
        let hint = match (&node.kind, form) {
            (Kind::Null, Form::List(_)) => "write [] or leave the field out",
            (Kind::Null, _) => "write a value or leave the field out",
            (Kind::Object(_), Form::List(_)) => "put it in [ ], as one of several",
            _ => hint,
        };
        let what = format!("{wanted} has to stand here, not {}", node.noun());
        self.found.error(node.at, path, &what, hint);
    }

    fn object(&mut self, shape: &Shape, at: usize, members: &[Member<'_>], path: &Path<'_>) {
        let mut given: Vec<&str> = Vec::with_capacity(shape.fields.len());
        let (mut strange, mut meant) = (HashSet::new(), Vec::new());
        for member in members {
            let here = path.field(&member.name);
            let Some(field) = shape.fields.iter().find(|field| field.name == member.name) else {
                if strange.insert(&*member.name) {
                    meant.extend(self.unknown(shape, member, &here));
                }
                continue;
            };
            if given.contains(&field.name) {
                let what = format!("the field `{}` is given twice", field.name);
                self.found.error(member.at, &here, &what, "keep one of the two");
            } else {
                given.push(field.name);
            }
            if field.need != Need::Null || !matches!(member.value.kind, Kind::Null) {
                self.must = field.need == Need::Must;
                self.form(field.form, &member.value, &here);
            }
        }
        if !self.whole {
            return;
        }
        let absent = |field: &&Field| field.need == Need::Must && !given.contains(&field.name);
        for field in shape.fields.iter().filter(absent) {
            if !meant.contains(&field.name) {
                let what = format!("the field `{}` is missing", field.name);
                self.found.error(at, path, &what, &missing_hint(field));
            }
        }
    }

    /// Notes an unknown field and says which one it was probably meant to be.
    fn unknown(
        &mut self,
        shape: &Shape,
        member: &Member<'_>,
        path: &Path<'_>,
    ) -> Option<&'static str> {
        let names = || shape.fields.iter().map(|field| field.name);
        let what = format!("{} has no field `{}`", shape.noun, short(&member.name));
        let near = nearest(&member.name, names());
        // The list of one country is the slip that is made most.
        let several = (member.name == "country" && names().any(|name| name == "countries"))
            .then_some("countries");
        let hint = match (several, near) {
            (Some(_), _) => "write `countries`, as \"countries\": [\"TR\"]".to_owned(),
            (None, Some(name)) => format!("did you mean `{name}`?"),
            (None, None) => format!("it has {}", names().collect::<Vec<_>>().join(", ")),
        };
        let near = several.or(near);
        self.found.error(member.at, path, &what, &hint);
        near
    }
}

/// Whether the form is written as a text.
const fn is_text(form: Form) -> bool {
    matches!(
        form,
        Form::Text(_) | Form::Date | Form::Link | Form::Country | Form::Locator | Form::Word(..)
    )
}

/// What to write for a field that is not there.
fn missing_hint(field: &Field) -> String {
    let name = field.name;
    let pattern = match (name, field.form) {
        ("citations", _) => "[{ \"source\": \"…\" }]".to_owned(),
        ("id", _) => "\"a-short-name\"".to_owned(),
        ("source", _) => "\"the id of a source\"".to_owned(),
        ("stops", _) => "[{ \"country\": \"TR\" }, { \"region\": \"Europe\" }]".to_owned(),
        (_, Form::Format) => "1".to_owned(),
        (_, Form::Value) => "120".to_owned(),
        (_, Form::Flag) => "true".to_owned(),
        (_, Form::Date) => "\"2024-11-06\"".to_owned(),
        (_, Form::Link) => "\"https://…\"".to_owned(),
        (_, Form::Country) => "\"TR\"".to_owned(),
        (_, Form::List(_)) => "[…]".to_owned(),
        (_, Form::Object(_)) => "{…}".to_owned(),
        (_, Form::Text(_) | Form::Locator | Form::Word(..)) => "\"…\"".to_owned(),
    };
    let more = match (name, field.form) {
        ("citations", _) => "; nothing stands without a source",
        ("value", _) => ", or \"some\" where the source gives no number",
        ("stops", _) => "",
        (_, Form::List(_)) => ", or [] if there are none",
        (_, Form::Word(_, words)) => return format!("write \"{name}\": {}", choice(words())),
        _ => "",
    };
    format!("write \"{name}\": {pattern}{more}")
}

/// The words of a list, if they are few.
fn choice(words: &[&str]) -> String {
    const FEW: usize = 8;
    match words {
        [first, ..] if words.len() > FEW => {
            format!("\"{first}\" or another word; `liberterra schema` lists them")
        }
        _ => words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" or "),
    }
}
