//! # TOML with places
//!
//! The values of a file, each with the place where it stands, in the order of the file. Files, `--set` and the changes
//! of an arm are all trees, so one way of merging and one check serve all three.

use super::kind::Sort;
use super::source::Place;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where.
    pub place: Place,
    /// What.
    pub value: Value,
}

/// A TOML value.
#[derive(Clone, Debug)]
pub enum Value {
    /// Text.
    Text(String),
    /// A whole number.
    Whole(i128),
    /// Another number.
    Number(f64),
    /// `true` or `false`.
    Switch(bool),
    /// A date or time of the calendar, which no key takes.
    Date,
    /// A list.
    List(Vec<Node>),
    /// A table.
    Table(Table),
}

/// Keys and values, in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The entries; no key occurs twice.
    pub entries: Vec<Entry>,
}

/// One `key = value`.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_place: Place,
    /// The value.
    pub node: Node,
}

impl Table {
    /// The entry called `key`.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The value called `key`.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.node)
    }

    /// The value called `key`, to be changed.
    pub fn value_mut(&mut self, key: &str) -> Option<&mut Value> {
        self.entries.iter_mut().find(|entry| entry.key == key).map(|entry| &mut entry.node.value)
    }

    /// The table called `key`.
    pub fn table(&self, key: &str) -> Option<&Table> {
        self.get(key).and_then(Node::table)
    }

    /// The text called `key`.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Node::text)
    }

    /// The tables in the list called `key`, each with its own place.
    pub fn tables(&self, key: &str) -> impl Iterator<Item = (&Place, &Table)> {
        let list = self.get(key).and_then(Node::list).unwrap_or_default();
        list.iter().filter_map(|node| node.table().map(|table| (&node.place, table)))
    }

    /// Forgets `key`.
    pub fn remove(&mut self, key: &str) -> Option<Entry> {
        let at = self.entries.iter().position(|entry| entry.key == key)?;
        Some(self.entries.remove(at))
    }
}

impl Node {
    /// The table, if it is one.
    pub fn table(&self) -> Option<&Table> {
        if let Value::Table(table) = &self.value { Some(table) } else { None }
    }

    /// The list, if it is one.
    pub fn list(&self) -> Option<&[Node]> {
        if let Value::List(list) = &self.value { Some(list) } else { None }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value { Some(text) } else { None }
    }

    /// The number, if it is one, whole or not.
    pub fn number(&self) -> Option<f64> {
        match self.value {
            Value::Whole(whole) => Some(whole as f64),
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The whole number, if it is one; `3.0` counts.
    pub fn whole(&self) -> Option<i128> {
        match self.value {
            Value::Whole(whole) => Some(whole),
            Value::Number(number) if number.fract().abs() < f64::EPSILON && number.abs() < 1e15 => Some(number as i128),
            _ => None,
        }
    }

    /// The switch, if it is one.
    pub fn switch(&self) -> Option<bool> {
        if let Value::Switch(on) = self.value { Some(on) } else { None }
    }

    /// A simple value without its quotes.
    pub fn plain(&self) -> Option<String> {
        match &self.value {
            Value::Text(text) => Some(text.clone()),
            Value::Whole(_) | Value::Number(_) | Value::Switch(_) => Some(self.as_written()),
            _ => None,
        }
    }

    /// The value as it stands in the text, cut short when it is long.
    pub fn as_written(&self) -> String {
        let text = self.place.text();
        if text.chars().count() <= 40 { text.to_owned() } else { text.chars().take(37).chain("...".chars()).collect() }
    }

    /// What sort of value it is.
    pub fn sort(&self) -> Sort {
        match self.value {
            Value::Text(_) => Sort::Text,
            Value::Whole(_) | Value::Number(_) => Sort::Number,
            Value::Switch(_) => Sort::Switch,
            Value::Date => Sort::Date,
            Value::List(_) => Sort::List,
            Value::Table(_) => Sort::Table,
        }
    }
}
