//! Every field against the table: known, there, given once, and of the right form.
//!
//! Knows how to go through a tree along the table. Single values are judged by `value`.

use std::collections::HashSet;

use super::fields::{Field, Form, Need, Shape};
use super::found::Found;
use super::nearest::nearest;
use super::path::{Path, short};
use super::tree::{Kind, Member, Node};
use super::value;

/// Goes through the tree along the table.
pub(super) struct Walk<'f> {
    /// Where findings go.
    pub(super) found: &'f mut Found,
    /// Whether the file was read without losing anything, so that what is not there is missing.
    pub(super) whole: bool,
}

impl Walk<'_> {
    /// Holds a value against its form.
    pub(super) fn form(&mut self, form: Form, node: &Node<'_>, path: &Path<'_>) {
        match (form, &node.kind) {
            (_, Kind::Broken) | (Form::Flag, Kind::Flag(_)) => {}
            (Form::Object(shape), Kind::Object(members)) => {
                self.object(shape, node.at, members, path);
            }
            (Form::List(each), Kind::List(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.form(*each, item, &path.item(index));
                }
            }
            (Form::Value, _) => value::count(self.found, node, path),
            (Form::Format, Kind::Number(written)) => {
                value::format(self.found, node.at, written, path);
            }
            (_, Kind::Text(text)) if is_text(form) => {
                value::text(self.found, form, node.at, text, path);
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
        let mut given = HashSet::new();
        let mut meant = Vec::new();
        for member in members {
            let here = path.field(&member.name);
            let again = !given.insert(&*member.name);
            let Some(field) = shape.fields.iter().find(|field| field.name == member.name) else {
                if !again {
                    meant.extend(self.unknown(shape, member, &here));
                }
                continue;
            };
            if again {
                let what = format!("the field `{}` is given twice", field.name);
                self.found.error(member.at, &here, &what, "keep one of the two");
            }
            if field.need != Need::Null || !matches!(member.value.kind, Kind::Null) {
                self.form(field.form, &member.value, &here);
            }
        }
        if !self.whole {
            return;
        }
        let absent = |field: &&Field| field.need == Need::Must && !given.contains(field.name);
        for field in shape.fields.iter().filter(absent) {
            if !meant.contains(&field.name) {
                let what = format!("the field `{}` is missing", field.name);
                self.found.error(at, path, &what, missing_hint(field));
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
        let hint = near.map_or_else(
            || format!("it has {}", names().collect::<Vec<_>>().join(", ")),
            |name| format!("did you mean `{name}`?"),
        );
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

fn missing_hint(field: &Field) -> &'static str {
    match field.name {
        "citations" => "nothing stands without a source; cite one",
        "schema" => "write \"schema\": 1",
        "value" => "write the number, or \"some\" where the source gives none",
        _ => match field.form {
            Form::List(_) => "write [] if there are none",
            _ => "add it",
        },
    }
}
