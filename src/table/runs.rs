//! # `runs`: every life in a row
//!
//! One row per arm, replicate and world: whether it was lived to the end and what the organisation measured on its last day.
//!
//! `wall_ms` stays empty: the time that a life takes differs from run to run, and the same inputs must give the same bytes.

use super::column::{Kind, Table};
use super::column::{REFERENTS, arm, column, replicate, world};
use super::error::TableError;
use super::file::TableFile;
use crate::ensemble::ArmPlan;
use crate::ensemble::LifeResult;
use crate::ensemble::world::Turn;
use crate::scenario::measure::{self, MEASURES};
use crate::text::text;

/// What the table is.
pub(super) fn table() -> Table {
    let mut columns = vec![
        arm(),
        replicate(),
        world(),
        column("seed", Kind::U64, "-", text("The run's seed.", "Het startgetal van de simulatie.")),
        column("status", Kind::Str, "-", text("`done` or `failed`.", "`done` (klaar) of `failed` (mislukt).")),
        column(
            "error",
            Kind::Str,
            "-",
            text("Why it failed; missing if it did not.", "Waarom het mislukte; ontbreekt als het niet mislukte."),
        ),
        column(
            "wall_ms",
            Kind::F64,
            "milliseconds",
            text(
                "Computing time. Always missing, so that the same run gives the same bytes.",
                "Rekentijd. Ontbreekt altijd, zodat dezelfde simulatie dezelfde bytes geeft.",
            ),
        ),
    ];
    columns.extend(measure::columns(false).into_iter().map(|end| {
        let row = &MEASURES[end.measure];
        let name = end.referent.map_or(row.key.to_owned(), |referent| format!("{}_{}", row.key, REFERENTS[referent as usize]));
        column(name, Kind::F64, row.unit, row.meaning)
    }));
    Table { name: "runs", columns }
}

/// Adds the row of a life.
pub(super) fn add(file: &mut TableFile, plan: &ArmPlan, turn: Turn, life: &LifeResult) -> Result<(), TableError> {
    let width = measure::columns(false).len();
    let row = file.row().word(&plan.name).u32(turn.replicate).u32(turn.world).u64(plan.scenario.run.seed);
    match life {
        Ok(life) => match life.organisation.chunks_exact(width.max(1)).last() {
            Some(end) => drop(row.word("done").word("").f64(f64::NAN).f32s(end)),
            None => row.word("done").missing(),
        },
        Err(error) => row.word("failed").word(error).missing(),
    }
    file.spill()
}
