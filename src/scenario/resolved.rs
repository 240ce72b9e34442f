//! # A scenario written out in full
//!
//! TOML that reads back to the same scenario, with every value that was in force, so that a folder of results can be
//! run again when defaults have changed.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::catalogue;
use super::measure::{MEASURES, Per, measure};
use super::posterior::TABLE;
use super::slot::Slot;
use super::{Arm, Mechanisms, Scenario};
use crate::theory::Parameters;

/// One value of a scenario: `table` is `run`, or `event.ID`; `value` is TOML.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The table; empty for keys at the top of the file.
    pub table: String,
    /// The key.
    pub key: &'static str,
    /// The value, as TOML.
    pub value: String,
}

impl Line {
    /// `table.key`, as in `--set`.
    pub fn path(&self) -> String {
        let dot = if self.table.is_empty() { "" } else { "." };
        format!("{}{dot}{}", self.table, self.key)
    }
}

/// The scenario as TOML.
pub fn resolved(scenario: &Scenario) -> String {
    let mut text = String::from("# Every value that was in force; this file runs as it is.\n");
    let mut table = String::new();
    for line in lines(scenario) {
        if line.table != table {
            let kind = line.table.split('.').next().unwrap_or_default();
            let (open, close) = if catalogue::many(kind).is_some() { ("[[", "]]") } else { ("[", "]") };
            let _ = write!(text, "\n{open}{kind}{close}\n");
            table.clone_from(&line.table);
        }
        let _ = writeln!(text, "{} = {}", line.key, line.value);
    }
    if !scenario.posterior.is_empty() {
        let _ = writeln!(text, "\n[{TABLE}]");
        for fitted in &scenario.posterior {
            let draws: Vec<String> = fitted.draws.iter().map(Slot::write).collect();
            let _ = writeln!(text, "{} = [{}]", fitted.parameter, draws.join(", "));
        }
    }
    if !scenario.arms.is_empty() {
        text.push_str("\n[arms]\n");
        let changes = changes(scenario);
        for arm in &scenario.arms {
            let _ = writeln!(text, "{} = {}", arm.name, arm_value(arm, changes(arm)));
        }
    }
    if let Some(sweep) = &scenario.sweep {
        text.push_str(&sweep.written());
    }
    text
}

/// What an arm takes and changes.
fn arm_value(arm: &Arm, changes: Vec<Line>) -> String {
    let own = &arm.scenario;
    let repairs: Vec<String> = own.repairs.iter().map(|repair| repair.id.write()).collect();
    let changes: Vec<String> = changes.into_iter().map(|line| format!("\"{}\" = {}", line.path(), line.value)).collect();
    let set = if changes.is_empty() { String::new() } else { format!(", set = {{ {} }}", changes.join(", ")) };
    format!("{{ repairs = [{}]{set} }}", repairs.join(", "))
}

/// What each arm changes.
pub fn changes(scenario: &Scenario) -> impl Fn(&Arm) -> Vec<Line> {
    let base: BTreeSet<Line> = lines(scenario).into_iter().collect();
    move |arm| lines(&arm.scenario).into_iter().filter(|line| !base.contains(line)).collect()
}

/// All values, in the order of the catalogue.
pub fn lines(scenario: &Scenario) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut put = |table: &str, values: Vec<(&'static str, String)>| {
        let given = values.into_iter().filter(|(_, value)| !value.is_empty());
        lines.extend(given.map(|(key, value)| Line { table: table.to_owned(), key, value }));
    };
    put("", scenario.written(None));
    put("run", scenario.run.written(None));
    put("organisation", scenario.organisation.written(None));
    put("practices", scenario.practices.each().map(|(practice, level)| (practice.key(), level.write())).collect());
    put("initial_trust", scenario.initial_trust.each().map(|(referent, trust)| (referent.key(), trust.write())).collect());
    put("people", scenario.people.written(None));
    for event in &scenario.events {
        put(&format!("event.{}", event.id), event.lines());
    }
    for repair in &scenario.repairs {
        put(&format!("repair.{}", repair.id), repair.lines(&scenario.events));
    }
    for hypothesis in &scenario.hypotheses {
        let by_referent = measure(&hypothesis.outcome).is_some_and(|row| MEASURES[row].per == Per::Referent);
        let mut own = hypothesis.written(None);
        own.retain(|(key, _)| by_referent || *key != "referent");
        put(&format!("hypothesis.{}", hypothesis.id), own);
    }
    let switches = Mechanisms::ROWS.iter().filter_map(|(key, _, _)| Some((*key, scenario.mechanisms.get(key)?.write())));
    put("mechanisms", switches.collect());
    for group in Parameters::GROUPS {
        put(group.key, group.rows.iter().map(|row| (row.key, scenario.parameters.get(group.key, row.key).write())).collect());
    }
    lines
}
