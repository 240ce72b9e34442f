//! # `teams`: how teams are doing
//!
//! One row per arm, replicate, world, survey day and team.

use super::column::{Kind, Table};
use super::column::{arm, column, day, per_referent, replicate, team, world};
use super::error::TableError;
use super::file::TableFile;
use crate::ensemble::world::Turn;
use crate::observe::{Life, TEAM_CLIMATE};
use crate::scenario::measure::{self, MEASURES};
use crate::text::text;

/// What the table is.
pub(super) fn table() -> Table {
    let mut columns = vec![
        arm(),
        replicate(),
        world(),
        day(),
        team(),
        column(
            "size",
            Kind::U32,
            "people",
            text("People in the team on that day, the leader counted.", "Mensen in het team op die dag, de leidinggevende meegeteld."),
        ),
        column(
            "task_interdependence",
            Kind::F64,
            "0 to 1",
            text("How much the work needs cooperation.", "Hoezeer het werk samenwerking vergt."),
        ),
    ];
    columns.extend(per_referent(
        "trust",
        "0 to 1",
        [
            text("Mean chance of trusting a colleague.", "Gemiddelde kans om een collega te vertrouwen."),
            text("Mean chance of trusting the leader.", "Gemiddelde kans om de leidinggevende te vertrouwen."),
            text("Mean chance of trusting top management.", "Gemiddelde kans om het topmanagement te vertrouwen."),
        ],
    ));
    let climate = text("What the column names, for the team as a whole.", "Wat de kolom noemt, voor het team als geheel.");
    let meaning = |key: &str| measure::measure(key).map_or(climate, |at| MEASURES[at].meaning);
    columns.extend(TEAM_CLIMATE.iter().map(|key| column(*key, Kind::F64, "0 to 1", meaning(key))));
    columns.extend([
        column(
            "output",
            Kind::F64,
            "share of reference",
            text(
                "Output as a share of the reference output of a full team.",
                "Output als aandeel van de referentie-output van een voltallig team.",
            ),
        ),
        column(
            "exits_voluntary_52w",
            Kind::U32,
            "people",
            text("People who quit in the 260 working days before.", "Mensen die in de 260 werkdagen ervoor zelf ontslag namen."),
        ),
        column(
            "exits_involuntary_52w",
            Kind::U32,
            "people",
            text("People who had to leave in the 260 working days before.", "Mensen die in de 260 werkdagen ervoor moesten vertrekken."),
        ),
    ]);
    Table { name: "teams", columns }
}

/// Adds the rows of a life.
pub(super) fn add(file: &mut TableFile, arm: &str, turn: Turn, life: &Life) -> Result<(), TableError> {
    let arm = file.code(0, arm);
    for answer in &life.team_survey {
        let row = file.row().code(arm).u32(turn.replicate).u32(turn.world).u32(answer.day).u32(answer.team).u32(answer.size);
        row.f32s(&[answer.task_interdependence])
            .f32s(&answer.trust.0)
            .f32s(&answer.climate)
            .f32s(&[answer.output])
            .u32(answer.exits_voluntary_52w)
            .u32(answer.exits_involuntary_52w);
        file.spill()?;
    }
    Ok(())
}
