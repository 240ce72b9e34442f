//! # What `sensitivity` writes
//!
//! `sensitivity.csv`: a row for each arm with its luck and its doubt, and a row for each parameter on which it hangs.
//! `worlds.csv`: a row for each world, with where every parameter stood and how every arm came out.

use std::path::{Path, PathBuf};

use super::codebook;
use crate::analysis::cell;
use crate::doubt::Doubt;
use crate::ensemble::world::{World, at};
use crate::folder::manifest::design_hash;
use crate::folder::{Folder, FolderError, Written, default_path};
use crate::scenario::Scenario;
use crate::table::plain;
use crate::table::{Declared, Kind, Rows, Table, column};
use crate::text::text;

#[rustfmt::skip]
const COLUMNS: &[Declared] = &[
    ("design", Kind::Str, "-", text("Fingerprint of the design.", "Vingerafdruk van het ontwerp.")),
    ("arm", Kind::Str, "-", text("Arm of the scenario.", "Variant van het scenario.")),
    ("mean", Kind::F64, "of the outcome", text("Mean of the outcome over replicates.", "Gemiddelde van de uitkomst over de herhalingen.")),
    ("luck_sd", Kind::F64, "of the outcome", text("Standard deviation that other dice make.", "Standaardafwijking door ander toeval.")),
    ("doubt_sd", Kind::F64, "of the outcome", text("Standard deviation that other values of the parameters make.", "Standaardafwijking door andere parameterwaarden.")),
    ("parameter", Kind::Str, "-", text("A parameter on which the outcome hangs; empty in the row of the arm.", "Een parameter waarvan de uitkomst afhangt; leeg in de rij van de variant.")),
    ("grade", Kind::Str, "-", text("How sure its value is: `measured`, `related` or `assumed`.", "Hoe zeker zijn waarde is: `measured` (gemeten), `related` (verwant) of `assumed` (aangenomen).")),
    ("effect", Kind::F64, "of the outcome", text("Change of the outcome from the lower to the upper end of what is open.", "Verandering van de uitkomst van het onderste naar het bovenste eind van wat openligt.")),
    ("effect_se", Kind::F64, "of the outcome", text("Standard error of the effect.", "Standaardfout van het effect.")),
];

/// What `sensitivity.csv` is.
pub(super) fn table() -> Table {
    Table::declared("sensitivity", COLUMNS)
}

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
/// The table as a file.
pub const FILE: &str = "sensitivity.csv";
/// Columns of it that are read again.
const ARM: usize = 1;
const PARAMETER: usize = 5;

/// Where it stands when nothing else is asked for: beside the results of the scenario.
pub fn usual_folder(scenario: &Path) -> PathBuf {
    let mut name = default_path(scenario).into_os_string();
    name.push("-sensitivity");
    name.into()
}

/// The parameters on which this arm hangs, the strongest first, if `folder` holds what was found of this very design.
pub fn known(folder: &Path, design: &str, arm: &str) -> Option<Vec<String>> {
    let rows = Rows::open(&folder.join("sensitivity.csv"), &table()).ok()?;
    let rows: Vec<csv::StringRecord> = rows.flatten().filter(|row| row.get(0) == Some(design) && row.get(ARM) == Some(arm)).collect();
    let named = |row: &csv::StringRecord| row.get(PARAMETER).filter(|name| !name.is_empty()).map(str::to_owned);
    (!rows.is_empty()).then(|| rows.iter().filter_map(named).collect())
}

/// Writes the first table into the folder of a run.
///
/// # Errors
/// What the disk says.
pub fn write_beside(folder: &Folder, doubt: &Doubt) -> Result<Written, FolderError> {
    plain::write(folder, &table(), sensitivity(doubt, folder.design_hash()))
}

/// Writes both tables and their codebook into `folder`.
///
/// # Errors
/// What the disk says.
pub fn write(folder: &Folder, scenario: &Scenario, doubt: &Doubt) -> Result<Vec<Written>, FolderError> {
    let tables = [table(), worlds_table(doubt)];
    Ok(vec![
        plain::write(folder, &tables[0], sensitivity(doubt, &design_hash(scenario)))?,
        plain::write(folder, &tables[1], worlds(scenario, doubt))?,
        codebook::write(folder, &tables.map(|table| (table.name.to_owned(), table)))?,
    ])
}

fn sensitivity(doubt: &Doubt, design: &str) -> Vec<Vec<String>> {
    let rows = doubt.outcomes.iter().flat_map(|outcome| {
        let arm = [design.to_owned(), outcome.arm.clone(), cell(outcome.value), cell(outcome.luck), cell(outcome.doubt)];
        let own = [&arm[..], &[const { String::new() }; 4]].concat();
        let drivers = outcome.drivers.iter().map(|driver| {
            let cells = [driver.parameter.clone(), driver.grade.key().to_owned(), driver.effect.to_string(), driver.error.to_string()];
            [&[design.to_owned(), outcome.arm.clone(), String::new(), String::new(), String::new()][..], &cells].concat()
        });
        std::iter::once(own).chain(drivers).collect::<Vec<_>>()
    });
    rows.collect()
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
