//! # What `sensitivity` writes
//!
//! `sensitivity.csv`: a row for each arm with its luck and its doubt, and a row for each parameter on which it hangs.
//! `worlds.csv`: a row for each world, with where every parameter stood and how every arm came out.

use std::path::{Path, PathBuf};

use super::folder::{Folder, FolderError, Written, default_path};
use super::manifest::design_hash;
use super::plain::{self, heads};
use crate::analysis::cell;
use crate::doubt::Doubt;
use crate::ensemble::world::{World, at};
use crate::scenario::Scenario;
use crate::scenario::resolved::resolved;
use crate::theory::Listed;

const SENSITIVITY: &str = "sensitivity.csv";
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
    let rows = csv::Reader::from_path(folder.join(SENSITIVITY)).ok()?.into_records();
    let rows: Vec<csv::StringRecord> = rows.flatten().filter(|row| row.get(0) == Some(design) && row.get(ARM) == Some(arm)).collect();
    let named = |row: &csv::StringRecord| row.get(PARAMETER).filter(|name| !name.is_empty()).map(str::to_owned);
    (!rows.is_empty()).then(|| rows.iter().filter_map(named).collect())
}

/// Writes the first table into the folder of a run.
///
/// # Errors
/// What the disk says.
pub fn write_beside(folder: &Folder, doubt: &Doubt) -> Result<Written, FolderError> {
    plain::write(folder.path(), SENSITIVITY, sensitivity(doubt, folder.design_hash()))
}

/// Writes both tables into `folder`.
///
/// # Errors
/// What the disk says.
pub fn write(folder: &Path, scenario: &Scenario, doubt: &Doubt) -> Result<(), FolderError> {
    plain::write(folder, SENSITIVITY, sensitivity(doubt, &design_hash(&resolved(scenario))))?;
    plain::write(folder, "worlds.csv", worlds(scenario, doubt)).map(|_| ())
}

fn sensitivity(doubt: &Doubt, design: &str) -> Vec<Vec<String>> {
    let heads = heads(["design", "arm", "mean", "luck_sd", "doubt_sd", "parameter", "grade", "effect", "effect_se"]);
    let rows = doubt.outcomes.iter().flat_map(|outcome| {
        let arm = [design.to_owned(), outcome.arm.clone(), cell(outcome.value), cell(outcome.luck), cell(outcome.doubt)];
        let own = [&arm[..], &[const { String::new() }; 4]].concat();
        let drivers = outcome.drivers.iter().map(|driver| {
            let cells = [driver.parameter.clone(), driver.grade.key().to_owned(), driver.effect.to_string(), driver.error.to_string()];
            [&[design.to_owned(), outcome.arm.clone(), String::new(), String::new(), String::new()][..], &cells].concat()
        });
        std::iter::once(own).chain(drivers).collect::<Vec<_>>()
    });
    std::iter::once(heads).chain(rows).collect()
}

fn worlds(scenario: &Scenario, doubt: &Doubt) -> Vec<Vec<String>> {
    let arms = doubt.outcomes.iter().map(|outcome| format!("arm:{}", outcome.arm));
    let heads = std::iter::once("world".to_owned()).chain(arms).chain(doubt.movable.iter().map(Listed::path));
    let row = |(number, (world, values)): (usize, (&World, &Vec<f64>))| {
        let stood = doubt
            .movable
            .iter()
            .zip(&world.moves)
            .map(|(movable, &step)| at(movable, scenario.parameters.value(movable), step).to_string());
        std::iter::once((number + 1).to_string()).chain(values.iter().map(f64::to_string)).chain(stood).collect()
    };
    std::iter::once(heads.collect()).chain(doubt.worlds.iter().zip(&doubt.values).enumerate().map(row)).collect()
}
