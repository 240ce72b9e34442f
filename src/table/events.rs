//! # `events`: what happened
//!
//! One row per event, in the order in which things happened.

use serde::Serialize;

use super::declaration::Declaration;
use crate::observe::{Entry, EntryKind};
use crate::scenario::{BreachKind, PRACTICES, RepairKind, Scenario, ShockKind};

/// An entry and its name in the scenario.
pub(super) struct Named(Entry, String);

impl Named {
    /// The entry of a life in this scenario.
    pub(super) fn of(entry: &Entry, scenario: &Scenario) -> Self {
        Self(*entry, entry.name(scenario).to_owned())
    }
}

/// What the table is.
#[rustfmt::skip]
pub(super) fn table() -> Declaration<Named> {
    Declaration::named("events").key().day(|row: &Named| row.0.day)
        .column("event", "-", |row| key(row.0.event), "What happened.", "Wat er gebeurde.")
        .column("id", "-", |row| row.1.clone(),
            "The name in the scenario of what was scheduled there, also of the event or repair by which somebody left; missing otherwise.",
            "De naam in het scenario van wat daar gepland was, ook van de gebeurtenis of het herstel waardoor iemand vertrok; ontbreekt anders.")
        .column("kind", "-", |row| kind(&row.0), "Kind of breach, repair or shock, or which practice; missing otherwise.", "Soort vertrouwensbreuk, herstel of schok, of welke praktijk; ontbreekt anders.")
        .column("seat", "-", |row| row.0.seat, "Seat of who did it or to whom it happened; missing for top management or nobody.", "Stoel van wie het deed of wie het overkwam; ontbreekt voor het topmanagement of niemand.")
        .column("generation", "-", |row| Some(row.0.generation).filter(|generation| *generation > 0), "Which holder of that seat, from 1; missing for nobody.", "De hoeveelste op die stoel, vanaf 1; ontbreekt voor niemand.")
        .column("other_seat", "-", |row| row.0.other_seat, "Seat of the other person: the victim, or who is talked about; missing for nobody.", "Stoel van de andere persoon: het slachtoffer, of over wie gepraat wordt; ontbreekt voor niemand.")
        .team(|row| row.0.team)
        .column("size", "of the event", |row| row.0.size, "Severity (0 to 1), person-days or level, as the event has it; 0 if it has none.", "Ernst (0 tot 1), persoonsdagen of niveau, naargelang de gebeurtenis; 0 als ze er geen heeft.")
}

/// The word for the detail; empty if there is none.
fn kind(entry: &Entry) -> String {
    let at = entry.kind as usize;
    match entry.event {
        EntryKind::BreachColleague | EntryKind::BreachLeader | EntryKind::BreachTop => BreachKind::ALL.get(at).map(|kind| key(*kind)),
        EntryKind::Shock => ShockKind::ALL.get(at).map(|kind| kind.key().to_owned()),
        EntryKind::Practice => PRACTICES.get(at).map(|practice| (*practice).to_owned()),
        EntryKind::Repair | EntryKind::RepairNotDone => RepairKind::ALL.get(at).map(|kind| kind.key().to_owned()),
        _ => None,
    }
    .unwrap_or_default()
}

/// The word that files use for a variant, as serde spells it.
fn key<T: Serialize>(variant: T) -> String {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_stand_at_their_own_number() {
        assert!(BreachKind::ALL.iter().enumerate().all(|(at, kind)| *kind as usize == at));
        assert!(ShockKind::ALL.iter().enumerate().all(|(at, kind)| *kind as usize == at));
        assert!(RepairKind::ALL.iter().enumerate().all(|(at, kind)| *kind as usize == at));
    }

    #[test]
    fn words_are_those_of_files() {
        assert_eq!(key(EntryKind::BreachLeader), "breach_leader");
        assert_eq!(key(BreachKind::Integrity), "integrity");
    }
}
