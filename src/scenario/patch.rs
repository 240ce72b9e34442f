//! # One tree over another
//!
//! `based_on`, `--set` and the `set` of an arm all lay a tree over another, key by key.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::catalogue::{self, TABLES};
use super::cross;
use super::fault::{Fault, Named, Problem};
use super::parse;
use super::source::{Place, Source};
use super::tree::{Entry, Node, Table, Value};

/// Lays `patch` over `base`.
pub fn merge(base: &mut Table, patch: Table) {
    for entry in patch.entries {
        match catalogue::many(&entry.key) {
            Some(name) => merge_many(base, name, entry),
            None => merge_entry(base, entry),
        }
    }
}

/// Tables merge key by key; anything else is replaced.
fn merge_entry(base: &mut Table, entry: Entry) {
    match base.entries.iter_mut().find(|old| old.key == entry.key) {
        Some(old) => match (&mut old.node.value, entry.node.value) {
            (Value::Table(table), Value::Table(patch)) if entry.key != "when" => {
                for entry in patch.entries {
                    merge_entry(table, entry);
                }
            }
            (_, value) => *old = Entry { key: entry.key, key_place: entry.key_place, node: Node { place: entry.node.place, value } },
        },
        None => base.entries.push(entry),
    }
}

/// Events and repairs with a known `id` are patched, others added.
fn merge_many(base: &mut Table, name: &'static str, entry: Entry) {
    let Value::List(patches) = entry.node.value else { return merge_entry(base, entry) };
    let Some(Value::List(list)) = base.value_mut(&entry.key) else {
        base.remove(name);
        let node = Node { place: entry.node.place, value: Value::List(patches) };
        return base.entries.push(Entry { key: entry.key, key_place: entry.key_place, node });
    };
    let known = list.len();
    for patch in patches {
        let id = patch.table().and_then(|table| table.text("id"));
        let old = list[..known].iter_mut().find(|old| id.is_some() && old.table().and_then(|table| table.text("id")) == id);
        match (old.map(|old| &mut old.value), patch.value) {
            (Some(Value::Table(table)), Value::Table(patch)) => merge_one(name, table, patch),
            (_, value) => list.push(Node { place: patch.place, value }),
        }
    }
}

/// Keys that say the same thing in another way: setting one forgets the others.
const RIVALS: [&[&str]; 2] = [&["day", "days", "per_year", "after", "when"], &["count", "seats"]];

/// Patches one event or repair.
fn merge_one(name: &'static str, base: &mut Table, patch: Table) {
    for entry in &patch.entries {
        for rival in RIVALS.iter().filter(|rivals| rivals.contains(&entry.key.as_str())).copied().flatten() {
            if patch.get(rival).is_none() {
                base.remove(rival);
            }
        }
        if matches!(entry.key.as_str(), "day" | "days") && patch.get("delay").is_none() {
            base.remove("delay");
        }
        // A repair that follows a breach has a day or a delay.
        if entry.key == "delay" && base.get("after").is_some() && patch.get("day").is_none() {
            base.remove("day");
        }
        if entry.key == "what" && base.text("what") != entry.node.text() {
            let what = entry.node.text();
            base.entries.retain(|old| catalogue::find(name, &old.key, what).is_none_or(|row| row.fits(what)));
        }
    }
    for entry in patch.entries {
        merge_entry(base, entry);
    }
}

/// Gives each event and repair without a name one after its position.
pub fn name_all(root: &mut Table) {
    for name in TABLES.iter().filter_map(|table| catalogue::many(table.name)) {
        let Some(Value::List(list)) = root.value_mut(name) else { continue };
        let taken: BTreeSet<String> = list.iter().filter_map(|node| node.table()?.text("id").map(str::to_owned)).collect();
        for (at, node) in list.iter_mut().enumerate() {
            let Value::Table(table) = &mut node.value else { continue };
            if table.get("id").is_some() {
                continue;
            }
            let mut id = format!("{name}-{}", at + 1);
            while taken.contains(&id) {
                id.push_str("-b");
            }
            let node = Node { place: node.place.clone(), value: Value::Text(id) };
            table.entries.insert(0, Entry { key: "id".to_owned(), key_place: node.place.clone(), node });
        }
    }
}

/// A change: the parts of the key, each with its place, and the value.
pub struct Change {
    /// `event`, `broken-promise`, `severity`.
    pub path: Vec<(String, Place)>,
    /// The value.
    pub node: Node,
}

impl Change {
    /// The path as written.
    pub fn path_text(&self) -> String {
        self.path.iter().map(|part| part.0.as_str()).collect::<Vec<_>>().join(".")
    }

    /// Where the path stands.
    pub fn path_place(&self) -> Place {
        let (first, last) = (&self.path[0].1, &self.path[self.path.len() - 1].1);
        Place::new(&first.source, first.span.start..last.span.end.max(first.span.end))
    }
}

/// The change that a `--set KEY=VALUE` asks for.
pub fn change_of_argument(argument: &str) -> Result<Change, Box<Fault>> {
    let source = Source::setting(argument);
    let whole = Place::new(&source, 0..argument.len());
    let no = || Box::new(Fault::at(&whole, Problem::NotAnAssignment { argument: argument.to_owned() }));
    let at = argument.find('=').ok_or_else(no)?;
    let path = parts(&source, 0, &argument[..at]).ok_or_else(no)?;
    let start = at + 1 + (argument[at + 1..].len() - argument[at + 1..].trim_start().len());
    if argument[start..].trim().is_empty() {
        return Err(no());
    }
    Ok(Change { path, node: parse::value(&source, start) })
}

/// The parts of a dotted path that stands at byte `at` of `source`.
fn parts(source: &Arc<Source>, at: usize, path: &str) -> Option<Vec<(String, Place)>> {
    let mut parts = Vec::new();
    let mut start = at;
    for part in path.split('.') {
        let name = part.trim();
        let from = start + (part.len() - part.trim_start().len());
        parts.push((name.trim_matches(['"', '\'']).to_owned(), Place::new(source, from..from + name.len())));
        start += part.len() + 1;
    }
    parts.iter().all(|part| !part.0.is_empty()).then_some(parts)
}

/// The changes in the `set` of an arm; nested tables are the same as dotted keys.
pub fn changes_of_arm(set: &Table) -> Vec<Change> {
    let mut changes = Vec::new();
    gather(&[], set, &mut changes);
    changes
}

/// Gives every key of `table` as one dotted key, so that the same key is the same however it is written.
pub fn spell_out(table: &mut Table) {
    let of = |change: Change| Entry { key: change.path_text(), key_place: change.path_place(), node: change.node };
    table.entries = changes_of_arm(table).into_iter().map(of).collect();
}

fn gather(before: &[(String, Place)], set: &Table, changes: &mut Vec<Change>) {
    for entry in &set.entries {
        let place = &entry.key_place;
        // Inside the quotes, when the key stands between quotes and is written as it reads.
        let quoted = place.text().len() == entry.key.len() + 2;
        let at = place.span.start + usize::from(quoted);
        let exact = quoted || place.text() == entry.key;
        let own = parts(&place.source, at, &entry.key)
            .filter(|_| exact)
            .unwrap_or_else(|| entry.key.split('.').map(|part| (part.to_owned(), place.clone())).collect());
        let path = [before, &own].concat();
        let named = path[0].0 == "arms" || catalogue::many(&path[0].0).is_some();
        let names_a_key = path.len() > if named { 2 } else { 1 };
        match &entry.node.value {
            Value::Table(inner) if !names_a_key && path.len() < 8 => gather(&path, inner, changes),
            _ => changes.push(Change { path, node: entry.node.clone() }),
        }
    }
}

/// Carries out `change` on `root`. Keys of the wrong kind or out of range are left to the check of the outcome.
pub fn apply(root: &mut Table, change: Change, arm: bool) -> Result<(), Box<Fault>> {
    let first = change.path[0].0.as_str();
    let fixed = if arm {
        matches!(first, "run" | "arms" | "hypothesis" | "sweep" | "posterior") || catalogue::find("", first, None).is_some()
    } else {
        first == "based_on"
    };
    if fixed {
        return Err(Box::new(Fault::at(&change.path_place(), Problem::NotSettable { path: change.path_text(), arm })));
    }
    let named = match first {
        "event" => Some(Named::Event),
        "repair" => Some(Named::Repair),
        _ => None,
    };
    if let Some(what) = named {
        known(root, &change, what)?;
    }
    let mut path = change.path.into_iter();
    let Some(head) = path.next() else { return Ok(()) };
    let rest: Vec<(String, Place)> = path.collect();
    let entry = match named {
        Some(_) => {
            let id = &rest[0];
            let id_node = Node { place: id.1.clone(), value: Value::Text(id.0.clone()) };
            let mut table = Table { entries: vec![Entry { key: "id".to_owned(), key_place: id.1.clone(), node: id_node }] };
            table.entries.push(nest(&rest[1..], change.node));
            let list = Value::List(vec![Node { place: head.1.clone(), value: Value::Table(table) }]);
            Entry { key: head.0, key_place: head.1.clone(), node: Node { place: head.1, value: list } }
        }
        None => nest(&[&[head], rest.as_slice()].concat(), change.node),
    };
    merge(root, Table { entries: vec![entry] });
    Ok(())
}

/// `a.b.c = node` as nested tables.
fn nest(path: &[(String, Place)], node: Node) -> Entry {
    let (key, key_place) = path[0].clone();
    if path.len() == 1 {
        return Entry { key, key_place, node };
    }
    let inner = Table { entries: vec![nest(&path[1..], node)] };
    Entry { key, node: Node { place: key_place.clone(), value: Value::Table(inner) }, key_place }
}

/// Whether the event or repair that `change` speaks of exists.
fn known(root: &Table, change: &Change, what: Named) -> Result<(), Box<Fault>> {
    let table = what.table();
    let ids: Vec<&str> = root.tables(table).filter_map(|(_, item)| item.text("id")).collect();
    match change.path.get(1) {
        Some((id, place)) if !ids.contains(&id.as_str()) => Err(Box::new(Fault::at(place, cross::unknown(what, id, None, &ids)))),
        Some(_) if change.path.len() > 2 && change.path[2].0 == "id" => {
            Err(Box::new(Fault::at(&change.path[2].1, Problem::NotSettable { path: change.path_text(), arm: false })))
        }
        Some(_) if change.path.len() > 2 => Ok(()),
        _ => Err(Box::new(Fault::at(&change.path_place(), Problem::NotAnAssignment { argument: change.path_text() }))),
    }
}
