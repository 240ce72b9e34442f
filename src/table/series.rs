//! # `series`: how everything went
//!
//! One row per arm, replicate, world, day, scope, referent and measure.

use super::column::{Kind, Table};
use super::column::{REFERENTS, arm, column, day, replicate, world};
use super::error::TableError;
use super::file::TableFile;
use crate::ensemble::world::Turn;
use crate::folder::layout::SERIES;
use crate::observe::Life;
use crate::scenario::measure::{self, MEASURES};
use crate::text::text;

/// What the table is.
pub(super) fn table() -> Table {
    let columns = vec![
        arm(),
        replicate(),
        world(),
        day(),
        column("scope", Kind::Str, "-", text("`organisation` or `team`.", "`organisation` (de organisatie) of `team`.")),
        column(
            "scope_id",
            Kind::U32,
            "-",
            text("Which team, from 0; missing for the organisation.", "Welk team, vanaf 0; ontbreekt voor de organisatie."),
        ),
        column(
            "referent",
            Kind::Str,
            "-",
            text(
                "Who is trusted: `colleague`, `leader` or `top`; missing where the measure has no referent.",
                "Wie vertrouwd wordt: `colleague` (collega's), `leader` (leidinggevende) of `top` (topmanagement); ontbreekt waar de maat dat onderscheid niet maakt.",
            ),
        ),
        column(
            "measure",
            Kind::Str,
            "-",
            text("What is measured; see the measures in `manifest.json`.", "Wat gemeten is; zie de maten in `manifest.json`."),
        )
        .only(MEASURES.iter().map(|row| row.key).collect::<Vec<_>>().join(" | ")),
        column("value", Kind::F64, "of the measure", text("The value.", "De waarde.")),
    ];
    Table { name: SERIES, columns }
}

/// A column of the record with the words for it.
struct Told {
    at: usize,
    referent: u32,
    measure: u32,
}

/// Adds the rows of a life.
pub(super) fn add(file: &mut TableFile, arm: &str, turn: Turn, life: &Life) -> Result<(), TableError> {
    let arm = file.code(0, arm);
    let scopes = [file.code(4, "organisation"), file.code(4, "team")];
    let [organisation, team] = [told(file, false), told(file, true)];
    let mut of_teams = life.team_values.chunks_exact(team.len().max(1));
    for (day, values) in life.days.iter().zip(life.organisation.chunks_exact(organisation.len().max(1))) {
        for told in &organisation {
            let row = file.row().code(arm).u32(turn.replicate).u32(turn.world).u32(*day).code(scopes[0]).u32(u32::MAX);
            row.code(told.referent).code(told.measure).f32s(&values[told.at..=told.at]);
        }
        for (id, values) in (0..life.teams).zip(of_teams.by_ref()) {
            for told in &team {
                let row = file.row().code(arm).u32(turn.replicate).u32(turn.world).u32(*day).code(scopes[1]).u32(id);
                row.code(told.referent).code(told.measure).f32s(&values[told.at..=told.at]);
            }
        }
        file.spill()?;
    }
    Ok(())
}

/// The record's columns, referent by referent, as the key demands.
fn told(file: &mut TableFile, team: bool) -> Vec<Told> {
    let columns = measure::columns(team);
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|at| (columns[*at].referent, columns[*at].measure));
    let mut tell = |at: usize| Told {
        at,
        referent: file.code(6, columns[at].referent.map_or("", |referent| REFERENTS[referent as usize])),
        measure: file.code(7, MEASURES[columns[at].measure].key),
    };
    order.into_iter().map(&mut tell).collect()
}
