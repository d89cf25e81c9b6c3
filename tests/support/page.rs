//! Reads an HTML page by itself, strictly: what a browser would forgive is a failure here.
//!
//! Knows tags, attributes and references. Must not know what a page is of.

#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a page that cannot be read has failed"
)]

use std::collections::HashMap;

/// An element, or a piece of text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

/// An element with all that is in it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: HashMap<String, String>,
    pub children: Vec<Node>,
}

/// What has no end.
const VOID: [&str; 2] = ["meta", "!DOCTYPE"];

impl Element {
    /// The page, as one element that holds all.
    pub fn page(text: &str) -> Self {
        let mut open = vec![Self::default()];
        let mut rest = text;
        while let Some(at) = rest.find('<') {
            let (before, tag) = rest.split_at(at);
            if !before.is_empty() {
                let text = if open.last().unwrap().name == "style" {
                    before.to_owned()
                } else {
                    plain(before)
                };
                open.last_mut().unwrap().children.push(Node::Text(text));
            }
            let end = tag.find('>').unwrap();
            let inner = &tag[1..end];
            rest = &tag[end + 1..];
            if let Some(name) = inner.strip_prefix('/') {
                let done = open.pop().unwrap();
                assert_eq!(done.name, name, "an end without a beginning");
                open.last_mut().unwrap().children.push(Node::Element(done));
                continue;
            }
            let (inner, closed) = inner.strip_suffix('/').map_or((inner, false), |it| (it, true));
            let element = begun(inner);
            if closed || VOID.contains(&element.name.as_str()) {
                open.last_mut().unwrap().children.push(Node::Element(element));
            } else {
                open.push(element);
            }
        }
        assert!(rest.trim().is_empty(), "text behind the page");
        assert_eq!(open.len(), 1, "not all is ended");
        open.pop().unwrap()
    }

    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// The elements in it, itself the first.
    pub fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        for child in &self.children {
            if let Node::Element(child) = child {
                all.extend(child.all());
            }
        }
        all
    }

    /// The elements of a name in it, at any depth.
    pub fn named(&self, name: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// All text in it.
    pub fn text(&self) -> String {
        let text = |child: &Node| match child {
            Node::Element(child) => child.text(),
            Node::Text(text) => text.clone(),
        };
        self.children.iter().map(text).collect()
    }

    /// Its own text, a piece before each run of links to sources, with the numbers of these; what
    /// lists in it say is their own.
    pub fn pieces(&self) -> Vec<(String, Vec<usize>)> {
        let mut pieces = vec![(String::new(), Vec::new())];
        for child in &self.children {
            match child {
                Node::Element(link) if link.attribute("role") == "doc-noteref" => {
                    let number = link.text().trim_matches(['[', ']']).parse().unwrap();
                    pieces.last_mut().unwrap().1.push(number);
                }
                Node::Element(list) if list.name == "ul" => {}
                child => {
                    let text = match child {
                        Node::Element(child) => child.text(),
                        Node::Text(text) => text.clone(),
                    };
                    if !pieces.last().unwrap().1.is_empty() && !text.trim().is_empty() {
                        pieces.push((String::new(), Vec::new()));
                    }
                    pieces.last_mut().unwrap().0.push_str(&text);
                }
            }
        }
        pieces
    }
}

/// An element as its first tag has it.
fn begun(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '!'), "<{tag}>");
    let mut attributes = HashMap::new();
    while let Some((name, value)) = rest.trim_start().split_once("=\"") {
        let (value, more) = value.split_once('"').unwrap();
        assert!(name.chars().all(|c| c.is_ascii_alphabetic() || c == '-' || c.is_ascii_digit()));
        let twice = attributes.insert(name.to_owned(), plain(value));
        assert_eq!(twice, None, "<{tag}>");
        rest = more;
    }
    assert!(rest.trim().is_empty() || name == "!DOCTYPE", "<{tag}>");
    Element { name: name.to_owned(), attributes, children: Vec::new() }
}

/// Text with its references resolved.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, reference)) = rest.split_once('&') {
        let (name, more) = reference.split_once(';').unwrap();
        out.push_str(before);
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            other => panic!("&{other};"),
        });
        rest = more;
    }
    out + rest
}
