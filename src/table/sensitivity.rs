//! # On what an outcome hangs
//!
//! `sensitivity.csv`: a row for each arm with its luck and its doubt, and a row for each parameter on which it hangs.

use std::path::Path;

use super::declaration::Declaration;
use super::dialect::Rows;
use super::file::write_in_digits;
use crate::doubt::screening::Driver;
use crate::doubt::{ArmOutcome, Doubt};
use crate::folder::{Folder, FolderError, Written};

/// An arm, or a parameter on which its outcome hangs.
pub(crate) struct Row<'a> {
    design: &'a str,
    outcome: &'a ArmOutcome,
    driver: Option<&'a Driver>,
}

impl Row<'_> {
    /// A number of the arm, which stands in its own row only.
    fn of_arm(&self, number: fn(&ArmOutcome) -> f64) -> Option<f64> {
        self.driver.is_none().then(|| number(self.outcome))
    }
}

/// What `sensitivity.csv` is.
#[rustfmt::skip]
pub(crate) fn table<'a>() -> Declaration<Row<'a>> {
    Declaration::named("sensitivity")
        .column("design", "-", |row: &Row<'a>| row.design.to_owned(), "Fingerprint of the design.", "Vingerafdruk van het ontwerp.")
        .column("arm", "-", |row| row.outcome.arm.clone(), "Arm of the scenario.", "Variant van het scenario.")
        .column("mean", "of the outcome", |row| row.of_arm(|arm| arm.value), "Mean of the outcome over replicates.", "Gemiddelde van de uitkomst over de herhalingen.")
        .column("luck_sd", "of the outcome", |row| row.of_arm(|arm| arm.luck), "Standard deviation that other dice make.", "Standaardafwijking door ander toeval.")
        .column("doubt_sd", "of the outcome", |row| row.of_arm(|arm| arm.doubt), "Standard deviation that other values of the parameters make.", "Standaardafwijking door andere parameterwaarden.")
        .column("parameter", "-", |row| row.driver.map_or(String::new(), |driver| driver.parameter.clone()), "A parameter on which the outcome hangs; empty in the row of the arm.", "Een parameter waarvan de uitkomst afhangt; leeg in de rij van de variant.")
        .column("grade", "-", |row| row.driver.map_or("", |driver| driver.grade.key()), "How sure its value is: `measured`, `related` or `assumed`.", "Hoe zeker zijn waarde is: `measured` (gemeten), `related` (verwant) of `assumed` (aangenomen).")
        .column("effect", "of the outcome", |row| row.driver.map(|driver| driver.effect), "Change of the outcome from the lower to the upper end of what is open.", "Verandering van de uitkomst van het onderste naar het bovenste eind van wat openligt.")
        .column("effect_se", "of the outcome", |row| row.driver.map(|driver| driver.error), "Standard error of the effect.", "Standaardfout van het effect.")
}

/// The table as a file.
pub const FILE: &str = "sensitivity.csv";

/// The parameters on which this arm hangs, the strongest first, if `folder` holds what was found of this very design.
pub fn known(folder: &Path, design: &str, arm: &str) -> Option<Vec<String>> {
    let rows = Rows::open(&folder.join(FILE), &table().table).ok()?;
    let cell = rows.by_name();
    let rows: Vec<csv::StringRecord> = rows.flatten().filter(|row| cell(row, "design") == design && cell(row, "arm") == arm).collect();
    let named = |row: &csv::StringRecord| Some(cell(row, "parameter").to_owned()).filter(|name| !name.is_empty());
    (!rows.is_empty()).then(|| rows.iter().filter_map(named).collect())
}

/// Its rows, of the design with this fingerprint.
pub(crate) fn rows<'a>(doubt: &'a Doubt, design: &'a str) -> Vec<Row<'a>> {
    let of = |outcome: &'a ArmOutcome| {
        let drivers = std::iter::once(None).chain(outcome.drivers.iter().map(Some));
        drivers.map(move |driver| Row { design, outcome, driver })
    };
    doubt.outcomes.iter().flat_map(of).collect()
}

/// Writes it into the folder of a run.
///
/// # Errors
/// What the disk says.
pub fn write_sensitivity(folder: &Folder, doubt: &Doubt) -> Result<Written, FolderError> {
    write_in_digits(folder, table(), &rows(doubt, folder.design_hash()))
}
