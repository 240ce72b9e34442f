//! # What `sensitivity` writes
//!
//! `sensitivity.csv`: a row for each arm with its luck and its doubt, and a row for each parameter on which it hangs.
//! `worlds.csv`: a row for each world, with where every parameter stood and how every arm came out.

use std::path::{Path, PathBuf};

use super::codebook;
use crate::doubt::Doubt;
use crate::ensemble::world::{World, at};
use crate::folder::manifest::design_hash;
use crate::folder::{Folder, FolderError, Written, default_path};
use crate::scenario::Scenario;
use crate::table::Declaration;
use crate::table::sensitivity::{rows, table};
use crate::text::text;

/// A world: its number, from 1, how every arm came out and where every parameter stood.
struct InWorld {
    number: usize,
    arms: Vec<f64>,
    stood: Vec<f64>,
}

/// What `worlds.csv` is here: a column for each arm and for each parameter that worlds move.
fn worlds_table(doubt: &Doubt) -> Declaration<InWorld> {
    let outcome = text(
        "What came of the arm in this world: the outcome of sensitivity.csv.",
        "Wat er van de variant kwam in deze wereld: de uitkomst van sensitivity.csv.",
    );
    Declaration::named("worlds")
        .column("world", "-", |row: &InWorld| row.number, "World, from 1.", "Wereld, vanaf 1.")
        .columns(doubt.outcomes.iter().map(|arm| (format!("arm:{}", arm.arm), "of the outcome", outcome)), |row, at| row.arms[at])
        .columns(doubt.movable.iter().map(|listed| (listed.path(), listed.row.unit, listed.row.meaning)), |row, at| row.stood[at])
}

/// Where it stands when nothing else is asked for: beside the results of the scenario.
pub fn usual_folder(scenario: &Path) -> PathBuf {
    let mut name = default_path(scenario).into_os_string();
    name.push("-sensitivity");
    name.into()
}

/// Writes both tables and their codebook into `folder`.
pub fn write(folder: &Folder, scenario: &Scenario, doubt: &Doubt) -> Result<Vec<Written>, FolderError> {
    let row = |(number, (world, values)): (usize, (&World, &Vec<f64>))| {
        let stood = doubt.movable.iter().zip(&world.moves).map(|(movable, &step)| at(movable, scenario.parameters.value(movable), step));
        InWorld { number: number + 1, arms: values.clone(), stood: stood.collect() }
    };
    let worlds: Vec<InWorld> = doubt.worlds.iter().zip(&doubt.values).enumerate().map(row).collect();
    let mut tables = codebook::SmallTables::of(folder);
    tables.add(table(), &rows(doubt, &design_hash(scenario)))?;
    tables.add(worlds_table(doubt), &worlds)?;
    tables.finish(Vec::new())
}
