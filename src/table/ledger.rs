//! # `ledger`: what changed trust
//!
//! One row per arm, replicate, world, recorded day, team, referent and cause that changed anything.

use super::column::{Kind, Table};
use super::column::{REFERENTS, arm, column, day, replicate, team, world};
use super::error::TableError;
use super::file::TableFile;
use crate::dynamics::ledger::{CAUSES, Cause};
use crate::ensemble::ArmPlan;
use crate::ensemble::world::Turn;
use crate::observe::Life;
use crate::text::text;

/// What the table is.
pub(super) fn table() -> Table {
    let columns = vec![
        arm(),
        replicate(),
        world(),
        day(),
        team(),
        column(
            "referent",
            Kind::Str,
            "-",
            text(
                "Who is trusted: `colleague`, `leader` or `top`.",
                "Wie vertrouwd wordt: `colleague` (collega's), `leader` (leidinggevende) of `top` (topmanagement).",
            ),
        ),
        column(
            "cause",
            Kind::Str,
            "-",
            text("What changed it; a row that is missing changed nothing.", "Wat het veranderde; een rij die ontbreekt veranderde niets."),
        ),
        column(
            "change",
            Kind::F64,
            "0 to 1",
            text(
                "By how much it changed the team's mean trust since the recorded day before; together the causes are the whole change of `trust` in `series`.",
                "Hoeveel het gemiddelde vertrouwen in het team veranderde sinds de vorige opgetekende dag; samen zijn de oorzaken de hele verandering van `trust` in `series`.",
            ),
        )
        .only("-1..1"),
    ];
    Table { name: "ledger", columns }
}

/// Adds the rows of a life.
pub(super) fn add(file: &mut TableFile, plan: &ArmPlan, turn: Turn, life: &Life) -> Result<(), TableError> {
    let arm = file.code(0, &plan.name);
    let referents = REFERENTS.map(|referent| file.code(5, referent));
    let causes = Cause::ALL.map(|cause| file.code(6, cause.key()));
    let of_day = plan.scenario.organisation.teams as usize * REFERENTS.len() * CAUSES;
    for (day, booked) in life.days.iter().zip(life.ledger.chunks_exact(of_day.max(1))) {
        for (team, booked) in (0..).zip(booked.chunks_exact(REFERENTS.len() * CAUSES)) {
            for (referent, booked) in referents.iter().zip(booked.chunks_exact(CAUSES)) {
                for (cause, change) in causes.iter().zip(booked).filter(|(_, change)| **change != 0.0) {
                    let row = file.row().code(arm).u32(turn.replicate).u32(turn.world).u32(*day).u32(team);
                    row.code(*referent).code(*cause).f32s(&[*change]);
                }
            }
        }
        file.spill()?;
    }
    Ok(())
}
