//! # Values out of a tree
//!
//! What a value means once it is known to be of the right kind; `None` when it is not there or not of that kind.

use super::tree::{Node, Table, Value};
use super::{ByPractice, Span, Spread, Teams, names::FACETS, time};

/// A time in working days.
pub fn days(node: &Node) -> Option<i64> {
    match &node.value {
        Value::Text(text) => time::parse(text).ok(),
        _ => node.whole().and_then(|days| i64::try_from(days).ok()),
    }
}

/// A time that is not negative.
pub fn day(node: &Node) -> Option<u32> {
    days(node).and_then(|days| u32::try_from(days).ok())
}

/// A list of times, in order, each once.
pub fn day_list(node: &Node) -> Option<Vec<u32>> {
    let mut days: Vec<u32> = node.list()?.iter().filter_map(day).collect();
    days.sort_unstable();
    days.dedup();
    Some(days)
}

/// A whole number that is not negative.
pub fn whole(node: &Node) -> Option<u32> {
    node.whole().and_then(|whole| u32::try_from(whole).ok())
}

/// A list of whole numbers, in order, each once.
pub fn whole_list(node: &Node) -> Option<Vec<u32>> {
    let mut list: Vec<u32> = node.list()?.iter().filter_map(whole).collect();
    list.sort_unstable();
    list.dedup();
    Some(list)
}

/// One value, or a lowest and a highest.
pub fn span<T: Copy>(node: &Node, one: fn(&Node) -> Option<T>) -> Option<Span<T>> {
    match &node.value {
        Value::Table(table) => Some(Span { min: table.get("min").and_then(one)?, max: table.get("max").and_then(one)? }),
        _ => one(node).map(|value| Span { min: value, max: value }),
    }
}

/// A spread laid over `standard`, for a file may give the mean alone.
pub fn spread(node: &Node, standard: Spread) -> Option<Spread> {
    let table = node.table()?;
    let side = |key, standard| table.get(key).and_then(Node::number).unwrap_or(standard);
    Some(Spread { mean: side("mean", standard.mean), sd: side("sd", standard.sd) })
}

/// A number for each facet: one for all, or those named laid over `standard`.
pub fn facets(node: &Node, standard: [f64; 4]) -> Option<[f64; 4]> {
    match &node.value {
        Value::Table(table) => {
            let mut numbers = standard;
            for (number, facet) in numbers.iter_mut().zip(FACETS) {
                *number = table.get(facet).and_then(Node::number).unwrap_or(*number);
            }
            Some(numbers)
        }
        _ => node.number().map(|number| [number; 4]),
    }
}

/// The practices named.
pub fn practices(table: &Table) -> ByPractice<Option<f64>> {
    ByPractice::of(|practice| table.get(practice.key()).and_then(Node::number))
}

/// Which teams.
pub fn teams(node: &Node) -> Option<Teams> {
    match &node.value {
        Value::Text(text) => (text == "all").then_some(Teams::All),
        Value::List(_) => whole_list(node).map(Teams::These),
        _ => whole(node).map(Teams::Random),
    }
}
