//! # From text to tree
//!
//! Reading goes on after a fault: decimal commas are read as points, and a line that is not TOML is set aside, so that
//! all faults of a file come out at once.

use std::ops::Range;
use std::sync::Arc;

use toml::de::{DeTable, DeValue, Error};

use super::fault::{Code, Fault, Problem, Syntax};
use super::source::{Place, Source};
use super::syntax;
use super::tree::{Entry, Node, Table, Value};
use crate::text::shown;

/// What came out of a text.
pub struct Parsed {
    /// The tree.
    pub root: Table,
    /// What was wrong with the text as TOML.
    pub faults: Vec<Fault>,
    /// Whether every line could be read, be it with a fault; if not, something missing may only be unread.
    pub whole: bool,
}

/// Most faults of syntax looked for in one text.
const MOST: usize = 10;

/// Reads `source`.
pub fn parse(source: &Arc<Source>) -> Parsed {
    let mut text = source.text.clone();
    let mut faults = Vec::new();
    let (_, errors) = DeTable::parse_recoverable(&text);
    if !errors.is_empty() {
        for comma in syntax::decimal_commas(&text) {
            faults.push(syntax::comma_fault(source, comma));
            text.replace_range(comma..=comma, ".");
        }
    }
    let mut whole = true;
    while faults.len() < MOST {
        let (root, errors) = DeTable::parse_recoverable(&text);
        // The reader finds faults of form before faults of value; the first in the text is the cause.
        let Some(error) = errors.iter().min_by_key(|error| error.span().map(|span| span.start)) else { break };
        let span = error.span().unwrap_or_default();
        faults.push(fault(source, &root, error, span.clone()));
        let line = syntax::line(&text, span.start);
        if !syntax::is_assignment(&text[line.clone()]) {
            whole = false;
            break;
        }
        if !error.message().starts_with("duplicate key") {
            whole = false;
        }
        let blank = " ".repeat(line.len());
        text.replace_range(line, &blank);
    }
    // What is left open swallows the lines after it, which are not to blame.
    let is_open =
        |fault: &Fault| matches!(fault.problem, Problem::Syntax { syntax: Syntax::OpenList | Syntax::OpenTable | Syntax::OpenHeader });
    let start = |fault: &Fault| fault.place.as_ref().map_or(0, |place| place.span.start);
    if let Some(open) = faults.iter().filter(|fault| is_open(fault)).map(start).min() {
        faults.retain(|fault| start(fault) <= open || fault.code() != Code::E002);
    }
    faults.sort_by_key(|fault| fault.place.as_ref().map(|place| place.span.start));
    let (root, errors) = DeTable::parse_recoverable(&text);
    let root = if errors.is_empty() { table(source, root.get_ref()) } else { Table::default() };
    Parsed { root, faults, whole: whole && errors.is_empty() }
}

/// The value of `KEY=VALUE`: TOML if it is, else text. `at` is where the value starts in `source`.
pub fn value(source: &Arc<Source>, at: usize) -> Node {
    let text = &source.text[at..];
    let place = Place::new(source, at..source.text.len());
    // The spans of a document made of it lie two bytes too far.
    let document = format!("v={text}");
    let parsed = DeTable::parse(&document).ok();
    let only = parsed.as_ref().map(toml::Spanned::get_ref).filter(|table| table.len() == 1).and_then(|table| table.iter().next());
    if let Some((_, spanned)) = only {
        let moved = |span: Range<usize>| Place::new(source, (span.start + at).saturating_sub(2)..(span.end + at).saturating_sub(2));
        return Node { place: moved(spanned.span()), value: convert(spanned.get_ref(), &moved) };
    }
    Node { place, value: Value::Text(clean(text)) }
}

/// A text as it is used from here on: with Unix line ends, and nothing in it that would act on a screen or a page.
fn clean(text: &str) -> String {
    shown(&text.replace("\r\n", "\n")).into_owned()
}

/// One error of the TOML reader in our words.
fn fault(source: &Arc<Source>, root: &toml::Spanned<DeTable<'_>>, error: &Error, span: Range<usize>) -> Fault {
    let place = Place::new(source, span.clone());
    if error.message().starts_with("duplicate key") {
        let key = place.text().trim_matches(['"', '\'']).to_owned();
        let first = first_key(root.get_ref(), &key, span.start);
        let fault = Fault::at(&place, Problem::DuplicateKey { key });
        return match first {
            Some(first) => fault.and(&Place::new(source, first)),
            None => fault,
        };
    }
    let (syntax, span) = syntax::plain(&source.text, error.message(), span);
    Fault::at(&Place::new(source, span), Problem::Syntax { syntax })
}

/// Where `key` was first given, the nearest before `before`.
fn first_key(table: &DeTable<'_>, key: &str, before: usize) -> Option<Range<usize>> {
    let inside = |value: &DeValue<'_>| match value {
        DeValue::Table(table) => first_key(table, key, before),
        DeValue::Array(list) => list
            .iter()
            .filter_map(|item| item.get_ref().as_table().and_then(|table| first_key(table, key, before)))
            .max_by_key(|span| span.start),
        _ => None,
    };
    let own = table.iter().filter(|(name, _)| name.get_ref() == key && name.span().start < before).map(|(name, _)| name.span());
    own.chain(table.iter().filter_map(|(_, value)| inside(value.get_ref()))).max_by_key(|span| span.start)
}

/// Our tree of a table of the TOML reader.
fn table(source: &Arc<Source>, table: &DeTable<'_>) -> Table {
    entries(table, &|span| Place::new(source, span))
}

fn entries(table: &DeTable<'_>, place: &dyn Fn(Range<usize>) -> Place) -> Table {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            key_place: place(key.span()),
            node: Node { place: place(value.span()), value: convert(value.get_ref(), place) },
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_place.span.start);
    Table { entries }
}

fn convert(value: &DeValue<'_>, place: &dyn Fn(Range<usize>) -> Place) -> Value {
    match value {
        DeValue::String(text) => Value::Text(clean(text)),
        DeValue::Integer(whole) => match i128::from_str_radix(whole.as_str(), whole.radix()) {
            Ok(whole) => Value::Whole(whole),
            Err(_) => Value::Number(whole.as_str().parse().unwrap_or(f64::INFINITY)),
        },
        DeValue::Float(number) => Value::Number(number.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(on) => Value::Switch(*on),
        DeValue::Datetime(_) => Value::Date,
        DeValue::Array(list) => {
            Value::List(list.iter().map(|item| Node { place: place(item.span()), value: convert(item.get_ref(), place) }).collect())
        }
        DeValue::Table(table) => Value::Table(entries(table, place)),
    }
}
