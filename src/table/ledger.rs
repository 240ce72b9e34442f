//! # `ledger`: what changed trust
//!
//! One row per arm, replicate, world, recorded day, team, referent and cause that changed anything.

use super::declaration::{Declaration, Key, REFERENTS};
use super::file::TableFile;
use crate::dynamics::ledger::{CAUSES, Cause};
use crate::folder::FolderError;
use crate::observe::Life;

/// A change that was booked.
pub(super) struct Booking {
    day: u32,
    team: u32,
    /// Place in [`REFERENTS`].
    referent: usize,
    /// Place in [`Cause::ALL`].
    cause: usize,
    change: f32,
}

/// What the table is.
#[rustfmt::skip]
pub(super) fn table() -> Declaration<Booking> {
    Declaration::named("ledger").key().day(|row: &Booking| row.day).team(|row| row.team)
        .choice("referent", REFERENTS, |row| Some(row.referent), "Who is trusted: `colleague`, `leader` or `top`.", "Wie vertrouwd wordt: `colleague` (collega's), `leader` (leidinggevende) of `top` (topmanagement).")
        .choice("cause", Cause::ALL.map(Cause::key), |row| Some(row.cause), "What changed it; a row that is missing changed nothing.", "Wat het veranderde; een rij die ontbreekt veranderde niets.")
        .column("change", "0 to 1", |row| row.change,
            "By how much it changed the team's mean trust since the recorded day before; together the causes are the whole change of `trust` in `series`.",
            "Hoeveel het gemiddelde vertrouwen in het team veranderde sinds de vorige opgetekende dag; samen zijn de oorzaken de hele verandering van `trust` in `series`.")
        .only("-1..1")
}

/// Adds the rows of a life in an organisation of so many teams.
pub(super) fn add(file: &mut TableFile<Booking>, key: Key<'_>, teams: u32, life: &Life) -> Result<(), FolderError> {
    let of_day = teams as usize * REFERENTS.len() * CAUSES;
    for (day, booked) in life.days.iter().zip(life.ledger.chunks_exact(of_day.max(1))) {
        let row = |(at, change): (usize, &f32)| {
            let (relation, cause) = (at / CAUSES, at % CAUSES);
            Booking { day: *day, team: (relation / REFERENTS.len()) as u32, referent: relation % REFERENTS.len(), cause, change: *change }
        };
        let rows: Vec<Booking> = booked.iter().enumerate().filter(|(_, change)| **change != 0.0).map(row).collect();
        file.add(key, &rows)?;
    }
    Ok(())
}
