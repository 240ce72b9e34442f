//! # What the numbers say
//!
//! From the records of many lives: how measures are spread, how trust fell and came back, and what changed it.

pub mod account;
pub mod arm;
pub mod interval;
pub mod quantile;
pub mod recovery;
pub mod story;
pub mod summary;
pub mod survival;
pub mod variance;

/// A number in a table for machines: the shortest that reads back the same, nothing if there is none.
pub(crate) fn cell(value: f64) -> String {
    if value.is_finite() { value.to_string() } else { String::new() }
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::scenario::{Breach, BreachKind, Event, Happening, Referent, When};

    /// A breach by the leaders on this day.
    pub fn breach(day: u32) -> Event {
        let breach = Breach { intentional: true, ..Breach::new(Referent::Leader, BreachKind::Integrity, 0.7) };
        Event { id: "broken-promise".into(), when: When::Days(vec![day]), what: Happening::Breach(breach) }
    }
}
