//! # Tables
//!
//! A table is said once, as columns; its rows are written arm by arm, as Parquet or as CSV. Rows stand in the order of their
//! key: arms as in the file, then replicate, day and so on, referents and measures in the order of the catalogue.

mod cells;
mod column;
mod comparison;
mod dialect;
mod error;
mod events;
mod file;
mod findings;
mod formula;
mod ledger;
mod number;
pub(crate) mod plain;
mod read;
mod runs;
pub mod sensitivity;
mod series;
mod sociometric;
mod survey;
mod teams;
mod to_csv;
mod to_parquet;
mod worlds;

pub use crate::folder::{Dialect, Format};
pub(crate) use column::column;
pub use column::{Column, Declared, Kind, Table};
pub use comparison::{read_hypotheses, read_outcomes, write_effects, write_hypotheses, write_outcomes};
pub(crate) use dialect::Rows;
pub use error::TableError;
use file::TableFile;
pub(crate) use file::WAITING;
pub use findings::{write_recovery, write_summary};
pub use number::decimal;
pub use read::{rows_of, rows_of_arm};
pub use worlds::write_worlds;

use crate::ensemble::{ArmLives, ArmPlan, LifeResult};
use crate::folder::{Folder, Written};
use crate::scenario::Scenario;

/// Every table that a run can write.
pub fn all() -> Vec<Table> {
    vec![
        runs::table(),
        series::table(),
        survey::table(),
        sociometric::table(),
        teams::table(),
        events::table(),
        ledger::table(),
        findings::summary_table(),
        findings::recovery_table(),
        comparison::effects_table(),
        comparison::outcomes_table(),
        comparison::hypotheses_table(),
        worlds::table(),
    ]
}

/// The tables whose rows are most: `series`, `survey`, `teams`, `ledger` and `sociometric`.
pub fn large() -> [Table; 5] {
    [series::table(), survey::table(), teams::table(), ledger::table(), sociometric::table()]
}

/// What the columns of every table mean, as JSON.
pub fn dictionary() -> serde_json::Value {
    serde_json::Value::Object(all().into_iter().map(|table| (table.name.to_owned(), table.dictionary())).collect())
}

/// The tables of a run while they are being written. Lives come one by one, so that no more need be in memory.
pub struct Tables {
    arm: String,
    runs: TableFile,
    series: TableFile,
    survey: TableFile,
    teams: TableFile,
    events: TableFile,
    /// Only where it is asked for.
    sociometric: Option<TableFile>,
    /// Only where it is kept.
    ledger: Option<TableFile>,
}

impl Tables {
    /// Begins all tables of `scenario` in `folder`.
    pub fn begin(folder: &Folder, scenario: &Scenario, format: Format) -> Result<Self, TableError> {
        let begin = |table: Table, format| TableFile::begin(folder, &table, format, scenario.run.seed);
        let begin_if = |wanted: bool, table: Table| if wanted { begin(table, format).map(Some) } else { Ok(None) };
        Ok(Self {
            arm: String::new(),
            runs: TableFile::csv(folder, &runs::table())?,
            series: begin(series::table(), format)?,
            survey: begin(survey::table(), format)?,
            teams: begin(teams::table(), format)?,
            events: begin(events::table(), format)?,
            sociometric: begin_if(scenario.run.sociometric, sociometric::table())?,
            ledger: begin_if(scenario.run.ledger, ledger::table())?,
        })
    }

    /// Adds the life of this number: arms in the order of the plans, numbers ascending.
    pub fn add(&mut self, plan: &ArmPlan, number: u32, lived: &LifeResult) -> Result<(), TableError> {
        let turn = plan.turn(number);
        if self.arm != plan.name {
            self.arm.clone_from(&plan.name);
            self.files().try_for_each(TableFile::close_group)?;
        }
        runs::add(&mut self.runs, plan, turn, lived)?;
        if let Ok(life) = lived {
            series::add(&mut self.series, &plan.name, turn, life)?;
            survey::add(&mut self.survey, &plan.name, turn, life)?;
            teams::add(&mut self.teams, &plan.name, turn, life)?;
            events::add(&mut self.events, plan, turn, life)?;
            if let Some(file) = &mut self.sociometric {
                sociometric::add(file, &plan.name, turn, life)?;
            }
            if let Some(file) = &mut self.ledger {
                ledger::add(file, plan, turn, life)?;
            }
        }
        Ok(())
    }

    fn files(&mut self) -> impl Iterator<Item = &mut TableFile> {
        let always = [&mut self.runs, &mut self.series, &mut self.survey, &mut self.teams, &mut self.events];
        always.into_iter().chain(&mut self.sociometric).chain(&mut self.ledger)
    }

    /// Gives all files their names.
    pub fn finish(self) -> Result<Vec<Written>, TableError> {
        let always = [self.runs, self.series, self.survey, self.teams, self.events];
        always.into_iter().chain(self.sociometric).chain(self.ledger).map(TableFile::finish).collect()
    }
}

/// Writes all tables of lives that are in memory.
pub fn write_tables(
    folder: &Folder,
    scenario: &Scenario,
    plans: &[ArmPlan],
    lives: &[ArmLives],
    format: Format,
) -> Result<Vec<Written>, TableError> {
    let mut tables = Tables::begin(folder, scenario, format)?;
    for (plan, arm) in plans.iter().zip(lives) {
        (0..).zip(&arm.lives).try_for_each(|(number, life)| tables.add(plan, number, life))?;
    }
    tables.finish()
}

#[cfg(test)]
mod tests;
