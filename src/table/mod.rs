//! # Tables
//!
//! A table is said once: each column with what gives its value (`declaration.rs`). Its rows are written arm by arm, as Parquet or
//! as CSV. Rows stand in the order of their key: arms as in the file, then replicate, day and so on, referents and measures in the
//! order of the catalogue.

mod cells;
mod column;
mod comparison;
mod declaration;
mod dialect;
mod events;
mod file;
mod findings;
mod formula;
mod ledger;
mod number;
mod read;
mod runs;
pub mod sensitivity;
mod sweep;
mod series;
mod sociometric;
mod survey;
mod teams;
mod to_csv;
mod to_parquet;
mod worlds;

pub use crate::folder::{Dialect, Format};
pub use column::{Column, Declared, Kind, Table};
pub use comparison::{read_hypotheses, read_outcomes, write_hypotheses, write_outcomes};
pub(crate) use declaration::Declaration;
use declaration::Key;
pub(crate) use dialect::{Rows, read_column};
use file::{Output, TableFile};
pub(crate) use file::{WAITING, write_in_digits};
pub use findings::{write_effects, write_recovery, write_summary};
pub(crate) use formula::cell_of;
pub use number::decimal;
pub use read::{rows_of, rows_of_arm, rows_of_points};
pub use sweep::{SweepFile, of_sweep, write_factors, write_points};
pub use worlds::write_worlds;

use crate::ensemble::{ArmLives, ArmPlan, LifeResult};
use crate::folder::{Folder, FolderError, Written};
use crate::observe::{Answer, PairAnswer, TeamAnswer};
use crate::scenario::{Run, Scenario};

/// Every table that a run can write.
pub fn all() -> Vec<Table> {
    vec![
        runs::table().table,
        series::table().table,
        survey::table().table,
        sociometric::table().table,
        teams::table().table,
        events::table().table,
        ledger::table().table,
        findings::summary_table().table,
        findings::recovery_table().table,
        findings::effects_table().table,
        comparison::outcomes_table().table,
        comparison::hypotheses_table().table,
        worlds::table().table,
        sweep::points_table(None).table,
        sweep::sweep_table(None).table,
        sweep::factors_table().table,
        sweep::indices_table().table,
    ]
}

/// The tables whose rows are most: `series`, `survey`, `teams`, `ledger` and `sociometric`.
pub fn large() -> [Table; 5] {
    [series::table().table, survey::table().table, teams::table().table, ledger::table().table, sociometric::table().table]
}

/// What the columns of every table mean, as JSON.
pub fn dictionary() -> serde_json::Value {
    serde_json::Value::Object(all().into_iter().map(|table| (table.name.to_owned(), table.dictionary())).collect())
}

/// The tables of a run while they are being written. Lives come one by one, so that no more need be in memory.
pub struct Tables {
    arm: String,
    runs: TableFile<runs::End>,
    series: TableFile<series::Recorded>,
    survey: TableFile<Answer>,
    teams: TableFile<TeamAnswer>,
    events: TableFile<events::Named>,
    /// Only where it is asked for.
    sociometric: Option<TableFile<PairAnswer>>,
    /// Only where it is kept.
    ledger: Option<TableFile<ledger::Booking>>,
}

impl Tables {
    /// Begins all tables of `scenario` in `folder`.
    pub fn begin(folder: &Folder, scenario: &Scenario, format: Format) -> Result<Self, FolderError> {
        let Run { seed, sociometric, ledger, .. } = scenario.run;
        Ok(Self {
            arm: String::new(),
            runs: TableFile::csv(folder, runs::table())?,
            series: TableFile::begin(folder, series::table(), format, seed)?,
            survey: TableFile::begin(folder, survey::table(), format, seed)?,
            teams: TableFile::begin(folder, teams::table(), format, seed)?,
            events: TableFile::begin(folder, events::table(), format, seed)?,
            sociometric: sociometric.then(|| TableFile::begin(folder, sociometric::table(), format, seed)).transpose()?,
            ledger: ledger.then(|| TableFile::begin(folder, ledger::table(), format, seed)).transpose()?,
        })
    }

    /// Adds the life of this number: arms in the order of the plans, numbers ascending.
    pub fn add(&mut self, plan: &ArmPlan, number: u32, lived: &LifeResult) -> Result<(), FolderError> {
        let ArmPlan { name, scenario, .. } = plan;
        if self.arm != *name {
            self.arm.clone_from(name);
            self.files().try_for_each(Output::close_group)?;
        }
        let key = Key { arm: name, turn: plan.turn(number) };
        self.runs.add(key, &[runs::End::of(lived, scenario.run.seed)])?;
        if let Ok(life) = lived {
            series::add(&mut self.series, key, life)?;
            self.survey.add_each(key, &life.survey)?;
            self.teams.add_each(key, &life.team_survey)?;
            self.events.add_each(key, &life.events.iter().map(|entry| events::Named::of(entry, scenario)).collect::<Vec<_>>())?;
            if let Some(file) = &mut self.sociometric {
                file.add_each(key, &life.pairs)?;
            }
            if let Some(file) = &mut self.ledger {
                ledger::add(file, key, scenario.organisation.teams, life)?;
            }
        }
        Ok(())
    }

    fn files(&mut self) -> impl Iterator<Item = &mut Output> {
        let always = [&mut self.runs.out, &mut self.series.out, &mut self.survey.out, &mut self.teams.out, &mut self.events.out];
        let asked = [self.sociometric.as_mut().map(|file| &mut file.out), self.ledger.as_mut().map(|file| &mut file.out)];
        always.into_iter().chain(asked.into_iter().flatten())
    }

    /// Gives all files their names.
    pub fn finish(self) -> Result<Vec<Written>, FolderError> {
        let always = [self.runs.out, self.series.out, self.survey.out, self.teams.out, self.events.out];
        let asked = [self.sociometric.map(|file| file.out), self.ledger.map(|file| file.out)];
        always.into_iter().chain(asked.into_iter().flatten()).map(Output::finish).collect()
    }
}

/// Writes all tables of lives that are in memory.
pub fn write_tables(
    folder: &Folder,
    scenario: &Scenario,
    plans: &[ArmPlan],
    lives: &[ArmLives],
    format: Format,
) -> Result<Vec<Written>, FolderError> {
    let mut tables = Tables::begin(folder, scenario, format)?;
    for (plan, arm) in plans.iter().zip(lives) {
        (0..).zip(&arm.lives).try_for_each(|(number, life)| tables.add(plan, number, life))?;
    }
    tables.finish()
}

#[cfg(test)]
mod tests;
