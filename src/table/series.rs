//! # `series`: how everything went
//!
//! One row per arm, replicate, world, day, scope, referent and measure.

use super::declaration::{Declaration, Key, REFERENTS};
use super::file::TableFile;
use crate::folder::FolderError;
use crate::folder::layout::SERIES;
use crate::observe::Life;
use crate::scenario::measure::{self, MEASURES, MeasureColumn};

/// A recorded value.
pub(super) struct Recorded {
    day: u32,
    /// `None` for the organisation.
    team: Option<u32>,
    column: MeasureColumn,
    value: f32,
}

/// What the table is.
#[rustfmt::skip]
pub(super) fn table() -> Declaration<Recorded> {
    let measures = || MEASURES.iter().map(|row| row.key);
    Declaration::named(SERIES).key().day(|row: &Recorded| row.day)
        .choice("scope", ["organisation", "team"], |row| Some(usize::from(row.team.is_some())), "`organisation` or `team`.", "`organisation` (de organisatie) of `team`.")
        .column("scope_id", "-", |row| row.team, "Which team, from 0; missing for the organisation.", "Welk team, vanaf 0; ontbreekt voor de organisatie.")
        .choice("referent", REFERENTS, |row| row.column.referent.map(|referent| referent as usize),
            "Who is trusted: `colleague`, `leader` or `top`; missing where the measure has no referent.",
            "Wie vertrouwd wordt: `colleague` (collega's), `leader` (leidinggevende) of `top` (topmanagement); ontbreekt waar de maat dat onderscheid niet maakt.")
        .choice("measure", measures(), |row| Some(row.column.measure), "What is measured; see the measures in `manifest.json`.", "Wat gemeten is; zie de maten in `manifest.json`.")
        .only(measures().collect::<Vec<_>>().join(" | "))
        .column("value", "of the measure", |row| row.value, "The value.", "De waarde.")
}

/// Adds the rows of a life.
pub(super) fn add(file: &mut TableFile<Recorded>, key: Key<'_>, life: &Life) -> Result<(), FolderError> {
    let [organisation, team] = [ordered(false), ordered(true)];
    let mut of_teams = life.team_values.chunks_exact(team.len().max(1));
    let mut rows = Vec::new();
    for (day, values) in life.days.iter().zip(life.organisation.chunks_exact(organisation.len().max(1))) {
        rows.clear();
        let row =
            |team, values: &[f32], (at, column): &(usize, MeasureColumn)| Recorded { day: *day, team, column: *column, value: values[*at] };
        rows.extend(organisation.iter().map(|own| row(None, values, own)));
        for (id, values) in (0..life.teams).zip(of_teams.by_ref()) {
            rows.extend(team.iter().map(|own| row(Some(id), values, own)));
        }
        file.add(key, &rows)?;
    }
    Ok(())
}

/// The record's columns with their places, referent by referent, as the key demands.
fn ordered(team: bool) -> Vec<(usize, MeasureColumn)> {
    let mut columns: Vec<_> = measure::columns(team).into_iter().enumerate().collect();
    columns.sort_by_key(|(_, column)| (column.referent, column.measure));
    columns
}
