//! # What the numbers say
//!
//! Records in, numbers out.

pub mod account;
pub mod apart;
pub mod arm;
pub mod interval;
pub mod quantile;
pub mod recovery;
pub mod story;
pub mod summary;
pub mod survival;

/// A number in a table for machines: the shortest that reads back the same, nothing if there is none.
pub(crate) fn cell(value: f64) -> String {
    if value.is_finite() { value.to_string() } else { String::new() }
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::scenario::{Audience, Breach, BreachKind, Event, Happening, Referent, Teams, When};

    /// A breach by the leaders on this day.
    pub fn breach(day: u32) -> Event {
        let breach = Breach {
            by: Referent::Leader,
            teams: Teams::All,
            seat: None,
            kind: BreachKind::Integrity,
            severity: 0.7,
            intentional: true,
            deception: false,
            audience: Audience::Team,
        };
        Event { id: "broken-promise".into(), when: When::Days(vec![day]), what: Happening::Breach(breach) }
    }
}
