//! # `sociometric`: who trusts whom
//!
//! One row per arm, replicate, world, survey day and ordered pair of people who work together in a team.

use super::column::{Kind, Table};
use super::column::{arm, column, day, replicate, team, world};
use super::error::TableError;
use super::file::TableFile;
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
            "from_seat",
            Kind::U32,
            "-",
            text(
                "Seat of the person who answers, counted over the organisation from 0.",
                "Stoel van wie antwoordt, geteld over de hele organisatie, vanaf 0.",
            ),
        ),
        column(
            "from_generation",
            Kind::U32,
            "-",
            text("Which holder of that seat answers, from 1.", "De hoeveelste op die stoel antwoordt, vanaf 1."),
        ),
        column(
            "to_seat",
            Kind::U32,
            "-",
            text(
                "Seat of the teammate who is asked about; the first seat of a team is its leader's.",
                "Stoel van het teamlid over wie gevraagd wordt; de eerste stoel van een team is die van de leidinggevende.",
            ),
        ),
        column(
            "to_generation",
            Kind::U32,
            "-",
            text("Which holder of that seat is asked about, from 1.", "Over de hoeveelste op die stoel gevraagd wordt, vanaf 1."),
        ),
        column("trust", Kind::F64, "answer 1 to 5", text("Answer: trust in this teammate.", "Antwoord: vertrouwen in dit teamlid.")),
        column(
            "latent_trust",
            Kind::F64,
            "0 to 1",
            text(
                "Chance of trusting this teammate, as the person really feels it.",
                "Kans om dit teamlid te vertrouwen, zoals de persoon het echt voelt.",
            ),
        ),
    ];
    Table { name: "sociometric", columns }
}

/// Adds the rows of a life.
pub(super) fn add(file: &mut TableFile, arm: &str, turn: Turn, life: &Life) -> Result<(), TableError> {
    let arm = file.code(0, arm);
    for pair in &life.pairs {
        let row = file.row().code(arm).u32(turn.replicate).u32(turn.world).u32(pair.day).u32(pair.team);
        row.u32(pair.from.0).u32(pair.from.1).u32(pair.to.0).u32(pair.to.1).f32s(&[pair.trust, pair.latent_trust]);
        file.spill()?;
    }
    Ok(())
}
