//! # Slots
//!
//! A slot is the place behind `key =`. A type that fits in one knows how it is read from a file and written to one. Reading
//! judges nothing: what is not there, or not of this form, is `None`.

use std::collections::BTreeSet;

use super::time;
use super::tree::{Node, Table, Value};
use super::word::{FACETS, Word};
use crate::theory::practice::ByPractice;

/// A type that stands behind a key.
pub trait Slot: Sized {
    /// What stands there before anything is read.
    const BLANK: Self;

    /// What `node` says.
    fn read(node: &Node) -> Option<Self>;

    /// What `node` says, laid over what holds: a file may give one part of it.
    fn over(&self, node: &Node) -> Option<Self> {
        Self::read(node)
    }

    /// As TOML; empty where there is nothing to write.
    fn write(&self) -> String;
}

/// Lays what `table` says under `key` over what holds.
pub fn lay<T: Slot>(held: &mut T, table: &Table, key: &str) {
    if let Some(value) = table.get(key).and_then(|node| held.over(node)) {
        *held = value;
    }
}

/// A time in working days.
pub fn days(node: &Node) -> Option<i64> {
    match &node.value {
        Value::Text(text) => time::parse(text).ok(),
        _ => node.whole().and_then(|days| i64::try_from(days).ok()),
    }
}

/// A whole number that is not negative, and no time in words.
pub fn whole(node: &Node) -> Option<u32> {
    node.whole().and_then(|whole| u32::try_from(whole).ok())
}

/// `{ name = value }`, without what has no value.
pub fn by_name<'n>(pairs: impl IntoIterator<Item = (&'n str, String)>) -> String {
    let given = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    let pairs: Vec<String> = given.map(|(name, value)| format!("{name} = {value}")).collect();
    format!("{{ {} }}", pairs.join(", "))
}

fn list<T: Slot>(values: &[T]) -> String {
    let values: Vec<String> = values.iter().map(Slot::write).collect();
    format!("[{}]", values.join(", "))
}

/// Says of a type what is blank, how it is read and how it is written.
macro_rules! slot {
    ($type:ty: $blank:expr, |$node:ident| $read:expr, |$value:ident| $write:expr) => {
        impl Slot for $type {
            const BLANK: Self = $blank;
            fn read($node: &Node) -> Option<Self> {
                $read
            }
            fn write(&self) -> String {
                let $value = self;
                $write
            }
        }
    };
}
slot!(bool: false, |node| node.switch(), |on| on.to_string());
slot!(f64: 0.0, |node| node.number(), |number| format!("{number:?}")); // reads back to the same bits
slot!(u32: 0, |node| u32::try_from(days(node)?).ok(), |whole| whole.to_string()); // a whole number, or a time in words
slot!(u64: 0, |node| u64::try_from(node.whole()?).ok(), |whole| whole.to_string());
slot!(String: String::new(), |node| node.text().map(str::to_owned), |text| toml::Value::String(text.clone()).to_string());
slot!([String; 2]: [String::new(), String::new()], |node| two(node.list()?), |both| list(both));
slot!(Vec<u32>: Vec::new(), |node| Some(ascending(node.list()?)), |whole| list(whole));

fn two(nodes: &[Node]) -> Option<[String; 2]> {
    let [one, other] = nodes else { return None };
    Some([String::read(one)?, String::read(other)?])
}

/// What is whole or a time, in order, each once.
fn ascending(nodes: &[Node]) -> Vec<u32> {
    let each: BTreeSet<u32> = nodes.iter().filter_map(u32::read).collect();
    each.into_iter().collect()
}

impl<W: Word> Slot for W {
    const BLANK: Self = W::WORDS[0];
    fn read(node: &Node) -> Option<Self> {
        W::WORDS.iter().copied().find(|choice| Some(choice.word()) == node.text())
    }
    fn write(&self) -> String {
        format!("\"{}\"", self.word())
    }
}

impl<T: Slot> Slot for Option<T> {
    const BLANK: Self = None;
    fn read(node: &Node) -> Option<Self> {
        T::read(node).map(Some)
    }
    fn write(&self) -> String {
        self.as_ref().map_or(String::new(), Slot::write)
    }
}

/// Lowest and highest value; equal when there is one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span<T> {
    /// Lowest.
    pub min: T,
    /// Highest.
    pub max: T,
}

impl<T: Copy> Span<T> {
    /// One value, or a lowest and a highest, each read as `one` does.
    pub fn of(node: &Node, one: fn(&Node) -> Option<T>) -> Option<Self> {
        match &node.value {
            Value::Table(table) => Some(Span { min: table.get("min").and_then(one)?, max: table.get("max").and_then(one)? }),
            _ => one(node).map(|value| Span { min: value, max: value }),
        }
    }
}

impl<T: Slot + Copy + PartialEq> Slot for Span<T> {
    const BLANK: Self = Span { min: T::BLANK, max: T::BLANK };
    fn read(node: &Node) -> Option<Self> {
        Self::of(node, T::read)
    }
    fn write(&self) -> String {
        if self.min == self.max { self.min.write() } else { by_name([("min", self.min.write()), ("max", self.max.write())]) }
    }
}

/// A normal distribution: mean and standard deviation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Mean.
    pub mean: f64,
    /// Standard deviation, at least 0.
    pub sd: f64,
}

impl Slot for Spread {
    const BLANK: Self = Spread { mean: 0.0, sd: 0.0 };
    fn read(node: &Node) -> Option<Self> {
        Self::BLANK.over(node)
    }
    fn over(&self, node: &Node) -> Option<Self> {
        let (table, mut all) = (node.table()?, *self);
        lay(&mut all.mean, table, "mean");
        lay(&mut all.sd, table, "sd");
        Some(all)
    }
    fn write(&self) -> String {
        by_name([("mean", self.mean.write()), ("sd", self.sd.write())])
    }
}

/// By facet: one for all, or those named.
impl<T: Slot + Copy> Slot for [T; 4] {
    const BLANK: Self = [T::BLANK; 4];
    fn read(node: &Node) -> Option<Self> {
        Self::BLANK.over(node)
    }
    fn over(&self, node: &Node) -> Option<Self> {
        let Some(table) = node.table() else { return T::read(node).map(|one| [one; 4]) };
        let mut all = *self;
        all.iter_mut().zip(FACETS).for_each(|(one, facet)| lay(one, table, facet));
        Some(all)
    }
    fn write(&self) -> String {
        by_name(FACETS.into_iter().zip(self.iter().map(Slot::write)))
    }
}

/// By practice: those named, the others blank.
impl<T: Slot + Copy> Slot for ByPractice<T> {
    const BLANK: Self = ByPractice::all(T::BLANK);
    fn read(node: &Node) -> Option<Self> {
        let table = node.table()?;
        Some(ByPractice::of(|practice| table.get(practice.key()).and_then(T::read).unwrap_or(T::BLANK)))
    }
    fn write(&self) -> String {
        by_name(self.each().map(|(practice, value)| (practice.key(), value.write())))
    }
}

/// Which teams something concerns.
#[derive(Clone, Debug, PartialEq)]
pub enum Teams {
    /// All.
    All,
    /// This many, drawn at random.
    Random(u32),
    /// These, counted from 0.
    These(Vec<u32>),
}

impl Slot for Teams {
    const BLANK: Self = Teams::All;
    fn read(node: &Node) -> Option<Self> {
        match &node.value {
            Value::Text(text) => (text == "all").then_some(Teams::All),
            Value::List(list) => Some(Teams::These(ascending(list))),
            _ => whole(node).map(Teams::Random),
        }
    }
    fn write(&self) -> String {
        match self {
            Teams::All => "\"all\"".to_owned(),
            Teams::Random(count) => count.write(),
            Teams::These(which) => which.write(),
        }
    }
}
