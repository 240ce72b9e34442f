//! # On what an outcome hangs
//!
//! `sensitivity.csv`: a row for each arm with its luck and its doubt, and a row for each parameter on which it hangs.

use std::path::Path;

use super::column::{Declared, Kind, Table};
use super::dialect::Rows;
use super::plain;
use crate::analysis::cell;
use crate::doubt::Doubt;
use crate::folder::{Folder, FolderError, Written};
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
pub(crate) fn table() -> Table {
    Table::declared("sensitivity", COLUMNS)
}

/// The table as a file.
pub const FILE: &str = "sensitivity.csv";
/// Columns of it that are read again.
const ARM: usize = 1;
const PARAMETER: usize = 5;

/// The parameters on which this arm hangs, the strongest first, if `folder` holds what was found of this very design.
pub fn known(folder: &Path, design: &str, arm: &str) -> Option<Vec<String>> {
    let rows = Rows::open(&folder.join("sensitivity.csv"), &table()).ok()?;
    let rows: Vec<csv::StringRecord> = rows.flatten().filter(|row| row.get(0) == Some(design) && row.get(ARM) == Some(arm)).collect();
    let named = |row: &csv::StringRecord| row.get(PARAMETER).filter(|name| !name.is_empty()).map(str::to_owned);
    (!rows.is_empty()).then(|| rows.iter().filter_map(named).collect())
}

/// Writes it into the folder of a run.
///
/// # Errors
/// What the disk says.
pub fn write_sensitivity(folder: &Folder, doubt: &Doubt) -> Result<Written, FolderError> {
    plain::write(folder, &table(), rows(doubt, folder.design_hash()))
}

pub(crate) fn rows(doubt: &Doubt, design: &str) -> Vec<Vec<String>> {
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
