//! # Every value against its row
//!
//! One walk over a tree, driven by the catalogue. It finds what can be wrong with one key on its own; what can be wrong
//! between keys is in `cross`.

use super::catalogue::{self, Shape};
use super::fault::{Fault, Problem};
use super::kind::Kind;
use super::limit::{LONGEST, MOST_ITEMS, MOST_TEAMS};
use super::near::nearest;
use super::row::Key;
use super::slot::Slot;
use super::source::Place;
use super::tree::{Entry, Node, Table, Value};
use super::word::TRUST_BELOW;
use super::{Contrast, Practice, posterior, time};
use crate::theory::Parameters;
use crate::theory::survey::level_of;

/// All faults of single keys in `root`. With `whole` false some lines could not be read, so nothing is called missing.
pub fn check(root: &Table, whole: bool) -> Vec<Fault> {
    let mut check = Check { faults: Vec::new(), whole, law: None };
    check.root(root);
    check.faults
}

/// No reader wants more; looking for the nearest spelling of a million keys takes minutes.
const MOST_FAULTS: usize = 200;

struct Check {
    faults: Vec<Fault>,
    whole: bool,
    /// The law whose parameters are being checked.
    law: Option<&'static str>,
}

impl Check {
    fn add(&mut self, place: &Place, problem: Problem) {
        self.faults.push(Fault::at(place, problem));
    }

    fn root(&mut self, root: &Table) {
        for entry in &root.entries {
            match catalogue::tables().find(|table| table.name == entry.key) {
                Some(table) => self.table(table.shape, table.name, entry),
                None if entry.node.table().is_some()
                    || entry.node.list().is_some_and(|list| list.iter().any(|item| item.table().is_some())) =>
                {
                    self.unknown_table(entry);
                }
                None => self.entry("", None, "", entry),
            }
        }
    }

    fn table(&mut self, shape: Shape, name: &'static str, entry: &Entry) {
        let node = &entry.node;
        match (shape, &node.value) {
            (Shape::Once, Value::Table(table)) => self.keys(name, None, name, table, node),
            (Shape::Many, Value::List(list)) if list.iter().all(|item| item.table().is_some()) => {
                self.limit(name, list.len(), node);
                for item in list.iter().take(MOST_ITEMS as usize) {
                    if let Some(table) = item.table() {
                        self.keys(name, table.text("what"), name, table, item);
                    }
                }
            }
            (Shape::Named, Value::Table(table)) => {
                for arm in &table.entries {
                    match arm.node.table() {
                        Some(keys) => self.keys(name, None, &format!("{name}.{}", arm.key), keys, &arm.node),
                        None => self.wrong(&format!("{name}.{}", arm.key), Kind::Changes, &arm.node, None),
                    }
                }
            }
            (Shape::Draws, Value::Table(table)) => self.draws(table),
            (Shape::Factors, Value::Table(table)) => {
                let own = table.entries.iter().filter(|entry| catalogue::find(name, &entry.key, None).is_some());
                self.keys(name, None, name, &Table { entries: own.cloned().collect() }, node); // factors are read by `sweep`
            }
            (shape, Value::Table(_) | Value::List(_)) => {
                self.add(&entry.key_place, Problem::Shape { name: name.to_owned(), many: shape == Shape::Many });
            }
            _ => self.add(&node.place, Problem::Shape { name: name.to_owned(), many: shape == Shape::Many }),
        }
    }

    fn draws(&mut self, table: &Table) {
        let mut uneven = Vec::new();
        posterior::check(table, &mut uneven, |parameter, node| {
            self.law = Some(parameter.group);
            self.value(parameter.row.key, Kind::Draws(parameter.row.low, parameter.row.high), parameter.row.unit, node);
        });
        self.faults.extend(uneven);
    }

    /// All keys of one table; `shown` is what the table is called to the reader.
    fn keys(&mut self, name: &'static str, what: Option<&str>, shown: &str, table: &Table, node: &Node) {
        for entry in &table.entries {
            self.entry(name, what, shown, entry);
        }
        let known = what.filter(|what| is_known_what(name, what));
        if !self.whole || (matches!(name, "event" | "repair") && known.is_none() && what.is_some()) {
            return;
        }
        let required = catalogue::keys().filter(|row| row.table == name && row.is_required());
        let missing: Vec<Key> = required
            .filter(|row| row.only.is_empty() || known.is_some_and(|what| row.only.contains(&what)))
            .filter(|row| table.get(row.key).is_none())
            .collect();
        if !missing.is_empty() {
            let (keys, examples) = (missing.iter().map(|row| row.key).collect(), missing.iter().map(example).collect());
            self.add(&node.place, Problem::Missing { keys, table: shown.to_owned(), any: false, examples });
        }
    }

    fn entry(&mut self, table: &'static str, what: Option<&str>, shown: &str, entry: &Entry) {
        if self.faults.len() >= MOST_FAULTS {
            return;
        }
        let Some(row) = catalogue::find(table, &entry.key, what) else { return self.unknown_key(table, what, shown, entry) };
        if let Some(what) = what.filter(|what| !row.fits(Some(what)) && is_known_what(table, what)) {
            let belongs = catalogue::keys()
                .filter(|row| row.table == table && row.key == entry.key)
                .flat_map(|row| row.only.iter().copied())
                .collect();
            self.add(&entry.key_place, Problem::NotForThis { key: entry.key.clone(), table, what: what.to_owned(), belongs });
            return;
        }
        self.law = Parameters::GROUPS.iter().map(|group| group.key).find(|group| *group == table);
        self.value(&entry.key, row.kind, row.unit, &entry.node);
    }

    fn unknown_table(&mut self, entry: &Entry) {
        if let Some(table) = catalogue::TABLES.iter().find(|table| same(table.dutch, &entry.key)) {
            return self.dutch(entry, table.name);
        }
        let nearest = nearest(&entry.key, catalogue::tables().map(|table| table.name)).map(str::to_owned);
        let home = catalogue::keys().find(|row| row.key == entry.key && !row.table.is_empty()).map(|row| row.table);
        self.add(&entry.key_place, Problem::UnknownTable { name: entry.key.clone(), nearest, home });
    }

    fn unknown_key(&mut self, table: &'static str, what: Option<&str>, shown: &str, entry: &Entry) {
        let here = || catalogue::keys().filter(|row| row.table == table);
        if let Some(row) = here().find(|row| same(row.dutch, &entry.key)) {
            return self.dutch(entry, row.key);
        }
        let elsewhere = || catalogue::keys().filter(|row| row.table != table);
        let home = elsewhere().find(|row| row.key == entry.key).map(|row| row.table);
        if let Some(row) = catalogue::TABLES.iter().find(|row| table.is_empty() && same(row.dutch, &entry.key)) {
            return self.dutch(entry, row.name);
        }
        let mut near = nearest(&entry.key, here().map(|row| row.key)).map(str::to_owned);
        if near.is_none() && home.is_none() {
            near = nearest(&entry.key, here().map(|row| row.dutch).filter(|dutch| !dutch.is_empty()))
                .and_then(|dutch| here().find(|row| row.dutch == dutch))
                .map(|row| row.key.to_owned());
        }
        let what = what.filter(|what| is_known_what(table, what)).map(str::to_owned);
        self.add(&entry.key_place, Problem::UnknownKey { key: entry.key.clone(), table: shown.to_owned(), what, nearest: near, home });
    }

    fn dutch(&mut self, entry: &Entry, right: &str) {
        self.add(&entry.key_place, Problem::DutchWord { word: entry.key.clone(), right: right.to_owned(), key: true });
    }

    fn wrong(&mut self, key: &str, kind: Kind, node: &Node, fits: Option<String>) {
        self.add(&node.place, Problem::WrongType { key: key.to_owned(), kind, found: node.sort(), fits });
    }

    fn limit(&mut self, key: &str, found: usize, node: &Node) {
        if found as u64 > MOST_ITEMS {
            self.add(&node.place, Problem::TooMany { key: key.to_owned(), found: found as u64, limit: MOST_ITEMS });
        }
    }

    /// One value against its kind.
    fn value(&mut self, key: &str, kind: Kind, unit: &'static str, node: &Node) {
        match kind {
            Kind::Text | Kind::EventName => {
                if node.text().is_none() {
                    self.wrong(key, kind, node, node.plain().map(|value| format!("\"{value}\"")));
                }
            }
            Kind::Name => self.name(key, node),
            Kind::Switch => self.switch(key, node),
            Kind::Whole(low, high) => self.number(key, kind, unit, (low as f64, high as f64), node),
            Kind::Number(low, high) => self.number(key, kind, unit, (low, high), node),
            Kind::WholeSpan(..) | Kind::NumberSpan(..) => self.span(key, kind, unit, node),
            Kind::Duration(low, high) | Kind::Day(low, high) => self.time(key, kind, Some((low, high)), node),
            Kind::Delay(_) => self.time(key, kind, None, node),
            Kind::Days(..) | Kind::Draws(..) | Kind::RepairNames => self.list(key, kind, unit, node),
            Kind::Seats => self.list(key, kind, "seat", node),
            Kind::Choice(words) => self.choice(key, words(), node),
            Kind::Teams => self.teams(key, node),
            Kind::FacetNumbers(low, high) if node.table().is_none() => self.number(key, kind, unit, (low, high), node),
            Kind::Spread(_) | Kind::FacetSpreads(_) | Kind::FacetNumbers(..) | Kind::PracticeNumbers(..) => {
                self.inner(key, kind, unit, node);
            }
            Kind::Trigger => self.inner(key, kind, "share", node),
            Kind::Contrast => {
                if Contrast::read(node).is_none() {
                    self.wrong(key, kind, node, None);
                }
            }
            Kind::Factor => {}
            Kind::Changes => {
                if node.table().is_none() {
                    self.wrong(key, kind, node, None);
                }
            }
        }
    }

    fn name(&mut self, key: &str, node: &Node) {
        match node.text() {
            None => self.wrong(key, Kind::Name, node, node.plain().map(|value| format!("\"{value}\""))),
            Some(name) if !is_name(name) => {
                self.add(&node.place, Problem::BadName { name: name.to_owned(), reserved: false });
            }
            Some(_) => {}
        }
    }

    fn switch(&mut self, key: &str, node: &Node) {
        if node.switch().is_some() {
            return;
        }
        let fits = match node.plain().unwrap_or_default().to_lowercase().as_str() {
            "true" | "yes" | "on" | "1" | "waar" | "ja" | "aan" => Some("true".to_owned()),
            "false" | "no" | "off" | "0" | "onwaar" | "nee" | "neen" | "uit" => Some("false".to_owned()),
            _ => None,
        };
        self.wrong(key, Kind::Switch, node, fits);
    }

    fn number(&mut self, key: &str, kind: Kind, unit: &'static str, (low, high): (f64, f64), node: &Node) {
        let Some(number) = node.number() else { return self.no_number(key, kind, node) };
        if !number.is_finite() {
            self.add(&node.place, Problem::NotFinite { key: key.to_owned() });
        } else if matches!(kind, Kind::Whole(..)) && node.whole().is_none() {
            self.wrong(key, kind, node, Some(format!("{}", libm::round(number).clamp(low, high))));
        } else if number < low || number > high {
            let within = high <= 1.0 && low >= 0.0;
            // what people ask in surveys may stand as an answer from 1 to 5, and becomes a level as the model's own survey reads it
            let measured = ["trust", "level"].contains(&unit) || TRUST_BELOW.contains(&key);
            let answered = within && measured && number > 1.0 && number <= 5.0;
            let level = answered.then(|| format!("{}", libm::round(level_of(number) * 1e8) / 1e8));
            let percent = (within && !answered && (2.0..=100.0).contains(&number)).then(|| format!("{}", libm::round(number * 1e8) / 1e10));
            let (key, found, too_low, law) = (key.to_owned(), node.as_written(), number < low, self.law);
            self.add(&node.place, Problem::OutOfRange { key, low, high, unit, found, too_low, percent, level, law });
        }
    }

    /// Text where a number belongs: a decimal comma, a percentage, or a number in quotes.
    fn no_number(&mut self, key: &str, kind: Kind, node: &Node) {
        let text = node.text().unwrap_or_default().trim();
        let pointed = text.replacen(',', ".", 1);
        if text.contains(',') && pointed.parse::<f64>().is_ok_and(f64::is_finite) {
            return self.add(&node.place, Problem::DecimalComma { key: Some(key.to_owned()), right: pointed });
        }
        let percent = text.strip_suffix('%').and_then(|number| number.trim().replace(',', ".").parse::<f64>().ok());
        let fits = match percent {
            Some(percent) => Some(format!("{}", libm::round(percent * 1e8) / 1e10)),
            None => text.parse::<f64>().ok().map(|_| text.to_owned()),
        };
        self.wrong(key, kind, node, fits);
    }

    fn span(&mut self, key: &str, kind: Kind, unit: &'static str, node: &Node) {
        let Value::Table(table) = &node.value else {
            let one = kind.parts()[0].1;
            let (low, high) = one.range().unwrap_or_default();
            return if node.number().is_some() { self.number(key, one, unit, (low, high), node) } else { self.no_number(key, kind, node) };
        };
        self.inner(key, kind, unit, node);
        for side in ["min", "max"] {
            if table.get(side).is_none() && self.whole {
                self.add(
                    &node.place,
                    Problem::Missing { keys: vec![side], table: key.to_owned(), any: false, examples: vec![format!("{side} = 4")] },
                );
            }
        }
    }

    fn time(&mut self, key: &str, kind: Kind, range: Option<(u64, u64)>, node: &Node) {
        let days = match (&node.value, node.whole()) {
            (Value::Text(text), _) => match time::parse(text) {
                Ok(days) => i128::from(days),
                Err(no) => {
                    return self.add(&node.place, Problem::NoTime { key: key.to_owned(), found: text.clone(), right: no.right });
                }
            },
            (_, Some(days)) => days,
            (Value::Number(number), None) if !number.is_finite() => {
                return self.add(&node.place, Problem::NotFinite { key: key.to_owned() });
            }
            _ => return self.wrong(key, kind, node, None),
        };
        let (low, high) = range.unwrap_or((0, LONGEST));
        let below = range.is_some() && days < i128::from(low);
        if below || days > i128::from(high) || days < -i128::from(high) {
            let (key, found, law) = (key.to_owned(), node.as_written(), self.law);
            let (low, high, unit, too_low, percent, level) = (low as f64, high as f64, "working days", below, None, None);
            self.add(&node.place, Problem::OutOfRange { key, low, high, unit, found, too_low, percent, level, law });
        }
    }

    fn list(&mut self, key: &str, kind: Kind, unit: &'static str, node: &Node) {
        let Some(list) = node.list() else {
            let fits = node.plain().map(|_| format!("[{}]", node.as_written()));
            return self.wrong(key, kind, node, fits);
        };
        self.limit(key, list.len(), node);
        if let Some(item) = kind.item() {
            list.iter().take(MOST_ITEMS as usize).for_each(|one| self.value(key, item, unit, one));
        }
    }

    fn choice(&mut self, key: &str, words: Vec<&'static str>, node: &Node) {
        let Some(found) = node.text() else {
            let fits = node.plain().filter(|value| words.contains(&value.as_str())).map(|value| format!("\"{value}\""));
            return self
                .add(&node.place, Problem::NotAmong { key: key.to_owned(), found: node.as_written(), allowed: words, nearest: fits });
        };
        if words.contains(&found) {
            return;
        }
        let dutch = catalogue::DUTCH_WORDS.iter().find(|row| same(row.1, found) && words.contains(&row.0));
        let problem = if let Some((right, _)) = dutch {
            Problem::DutchWord { word: found.to_owned(), right: (*right).to_owned(), key: false }
        } else {
            let nearest = nearest(found, words.iter().copied()).map(str::to_owned);
            Problem::NotAmong { key: key.to_owned(), found: found.to_owned(), allowed: words, nearest }
        };
        self.add(&node.place, problem);
    }

    fn teams(&mut self, key: &str, node: &Node) {
        match &node.value {
            Value::Text(text) if text == "all" => {}
            Value::Text(text) => {
                let dutch = catalogue::DUTCH_WORDS.iter().any(|row| row.0 == "all" && same(row.1, text));
                if dutch {
                    return self.add(&node.place, Problem::DutchWord { word: text.clone(), right: "all".to_owned(), key: false });
                }
                let fits = if text.parse::<u32>().is_ok() { text.clone() } else { "\"all\"".to_owned() };
                self.wrong(key, Kind::Teams, node, Some(fits));
            }
            Value::Whole(_) | Value::Number(_) => self.number(key, Kind::Whole(1, MOST_TEAMS), "teams", (1.0, MOST_TEAMS as f64), node),
            Value::List(_) => self.list(key, Kind::Teams, "team", node),
            _ => self.wrong(key, Kind::Teams, node, None),
        }
    }

    /// A small table.
    fn inner(&mut self, key: &str, kind: Kind, unit: &'static str, node: &Node) {
        let Some(table) = node.table() else { return self.wrong(key, kind, node, None) };
        let keys = kind.parts();
        if table.entries.is_empty() && self.whole {
            let examples = vec![format!("{key} = {{ {} = 0.5 }}", keys[0].0)];
            let keys = keys.iter().map(|row| row.0).collect();
            self.add(&node.place, Problem::Missing { keys, table: key.to_owned(), any: true, examples });
        }
        for entry in &table.entries {
            if let Some((name, kind)) = keys.iter().find(|row| row.0 == entry.key) {
                self.value(name, *kind, unit, &entry.node);
            } else {
                self.unknown_inner(key, &keys, entry);
            }
        }
    }

    fn unknown_inner(&mut self, key: &str, keys: &[(&'static str, Kind)], entry: &Entry) {
        let dutch = catalogue::DUTCH_WORDS.iter().find(|row| same(row.1, &entry.key) && keys.iter().any(|key| key.0 == row.0));
        if let Some((right, _)) = dutch {
            return self.dutch(entry, right);
        }
        let nearest = nearest(&entry.key, keys.iter().map(|row| row.0)).map(str::to_owned);
        self.add(&entry.key_place, Problem::UnknownKey { key: entry.key.clone(), table: key.to_owned(), what: None, nearest, home: None });
    }
}

/// Whether `name` may be a name: it ends up in file names and table columns.
pub fn is_name(name: &str) -> bool {
    !name.is_empty() && name.len() <= 64 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// Whether `what` is a kind of event or of repair.
fn is_known_what(table: &str, what: &str) -> bool {
    matches!(catalogue::find(table, "what", None), Some(Key { kind: Kind::Choice(words), .. }) if words().contains(&what))
}

/// Whether two spellings are the same but for capitals and the choice of dash.
fn same(dutch: &str, found: &str) -> bool {
    !dutch.is_empty() && dutch == found.to_lowercase().replace('-', "_")
}

/// A line that would do for a missing key.
fn example(row: &Key) -> String {
    let value = match row.kind {
        Kind::Choice(words) => format!("\"{}\"", words().first().unwrap_or(&"")),
        Kind::Number(..) | Kind::FacetNumbers(..) => "0.5".to_owned(),
        Kind::PracticeNumbers(..) => format!("{{ {} = 0.8 }}", Practice::Autonomy.key()),
        _ => "...".to_owned(),
    };
    format!("{} = {value}", row.key)
}
