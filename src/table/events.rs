//! # `events`: what happened
//!
//! One row per event, in the order in which things happened.

use serde::Serialize;

use super::column::{Kind, Table};
use super::column::{arm, column, day, replicate, team, world};
use super::error::TableError;
use super::file::TableFile;
use crate::ensemble::ArmPlan;
use crate::ensemble::world::Turn;
use crate::observe::{Entry, EntryKind, Life};
use crate::scenario::{BreachKind, PRACTICES, RepairKind, ShockKind};
use crate::text::text;

/// What the table is.
pub(super) fn table() -> Table {
    let columns = vec![
        arm(),
        replicate(),
        world(),
        day(),
        column("event", Kind::Str, "-", text("What happened.", "Wat er gebeurde.")),
        column(
            "id",
            Kind::Str,
            "-",
            text(
                "The name in the scenario of what was scheduled there, also of the event or repair by which somebody left; missing otherwise.",
                "De naam in het scenario van wat daar gepland was, ook van de gebeurtenis of het herstel waardoor iemand vertrok; ontbreekt anders.",
            ),
        ),
        column(
            "kind",
            Kind::Str,
            "-",
            text(
                "Kind of breach, repair or shock, or which practice; missing otherwise.",
                "Soort vertrouwensbreuk, herstel of schok, of welke praktijk; ontbreekt anders.",
            ),
        ),
        column(
            "seat",
            Kind::U32,
            "-",
            text(
                "Seat of who did it or to whom it happened; missing for top management or nobody.",
                "Stoel van wie het deed of wie het overkwam; ontbreekt voor het topmanagement of niemand.",
            ),
        ),
        column(
            "generation",
            Kind::U32,
            "-",
            text("Which holder of that seat, from 1; missing for nobody.", "De hoeveelste op die stoel, vanaf 1; ontbreekt voor niemand."),
        ),
        column(
            "other_seat",
            Kind::U32,
            "-",
            text(
                "Seat of the other person: the victim, or who is talked about; missing for nobody.",
                "Stoel van de andere persoon: het slachtoffer, of over wie gepraat wordt; ontbreekt voor niemand.",
            ),
        ),
        team(),
        column(
            "size",
            Kind::F64,
            "of the event",
            text(
                "Severity (0 to 1), person-days or level, as the event has it; 0 if it has none.",
                "Ernst (0 tot 1), persoonsdagen of niveau, naargelang de gebeurtenis; 0 als ze er geen heeft.",
            ),
        ),
    ];
    Table { name: "events", columns }
}

/// Adds the rows of a life.
pub(super) fn add(file: &mut TableFile, plan: &ArmPlan, turn: Turn, life: &Life) -> Result<(), TableError> {
    let arm = file.code(0, &plan.name);
    let mut words: Vec<(EntryKind, u32)> = Vec::new();
    for entry in &life.events {
        let known = words.iter().find(|(kind, _)| *kind == entry.event).map(|(_, code)| *code);
        let event = known.unwrap_or_else(|| {
            let code = file.code(4, &key(entry.event));
            words.push((entry.event, code));
            code
        });
        let row = file.row().code(arm).u32(turn.replicate).u32(turn.world).u32(entry.day).code(event);
        row.word(entry.name(&plan.scenario))
            .word(&kind(entry))
            .u32(entry.seat)
            .u32(if entry.generation == 0 { u32::MAX } else { entry.generation })
            .u32(entry.other_seat)
            .u32(entry.team)
            .f32s(&[entry.size]);
        file.spill()?;
    }
    Ok(())
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
