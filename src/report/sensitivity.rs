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
use crate::table::sensitivity::{rows, table};
use crate::table::{Kind, Table, column};
use crate::text::text;

/// What `worlds.csv` is here: a column for each arm and for each parameter that worlds move.
fn worlds_table(doubt: &Doubt) -> Table {
    let world = column("world", Kind::U32, "-", text("World, from 1.", "Wereld, vanaf 1."));
    let outcome = text(
        "What came of the arm in this world: the outcome of sensitivity.csv.",
        "Wat er van de variant kwam in deze wereld: de uitkomst van sensitivity.csv.",
    );
    let arms = doubt.outcomes.iter().map(|arm| column(format!("arm:{}", arm.arm), Kind::F64, "of the outcome", outcome));
    let parameters = doubt.movable.iter().map(|listed| column(listed.path(), Kind::F64, listed.row.unit, listed.row.meaning));
    Table { name: "worlds", columns: std::iter::once(world).chain(arms).chain(parameters).collect() }
}
/// Where it stands when nothing else is asked for: beside the results of the scenario.
pub fn usual_folder(scenario: &Path) -> PathBuf {
    let mut name = default_path(scenario).into_os_string();
    name.push("-sensitivity");
    name.into()
}

/// Writes both tables and their codebook into `folder`.
pub fn write(folder: &Folder, scenario: &Scenario, doubt: &Doubt) -> Result<Vec<Written>, FolderError> {
    let tables = [(table(), rows(doubt, &design_hash(scenario))), (worlds_table(doubt), worlds(scenario, doubt))];
    codebook::write_tables(folder, tables, Vec::new())
}

fn worlds(scenario: &Scenario, doubt: &Doubt) -> Vec<Vec<String>> {
    let row = |(number, (world, values)): (usize, (&World, &Vec<f64>))| {
        let stood = doubt
            .movable
            .iter()
            .zip(&world.moves)
            .map(|(movable, &step)| at(movable, scenario.parameters.value(movable), step).to_string());
        std::iter::once((number + 1).to_string()).chain(values.iter().map(f64::to_string)).chain(stood).collect()
    };
    doubt.worlds.iter().zip(&doubt.values).enumerate().map(row).collect()
}
