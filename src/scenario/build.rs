//! # From a checked tree to a scenario
//!
//! Here nothing is judged any more: what is not given takes its default.

use std::collections::BTreeMap;

use super::slot::{Slot, lay};
use super::tree::Table;
use super::{ByPractice, ByReferent, Event, Hypothesis, Mechanisms, PRACTICES, PRESETS, Referent, Repair, Scenario, posterior};
use crate::text::on_one_line;

/// The scenario that `root` describes, its arms apart.
pub fn build(root: &Table) -> Scenario {
    let nothing = Table::default();
    let table = |name| root.table(name).unwrap_or(&nothing);
    let mut scenario = Scenario::default();
    scenario.take(root);
    scenario.title = on_one_line(&scenario.title);
    let run = &mut scenario.run;
    run.take(table("run"));
    run.surveys.retain(|day| *day <= run.length);
    scenario.organisation.take(table("organisation"));
    practices(&mut scenario.practices, table("practices"));
    let trust = |referent: Referent| table("initial_trust").get(referent.key()).and_then(f64::read);
    scenario.initial_trust = ByReferent::of(trust);
    scenario.people.take(table("people"));
    laws(&mut scenario, root);
    scenario.events = root.tables("event").map(|(_, table)| Event::read(table)).collect();
    scenario.repairs = repairs(&scenario.events, root);
    scenario.hypotheses = root.tables("hypothesis").map(|(_, table)| hypothesis(table)).collect();
    scenario.posterior = posterior::take(table(posterior::TABLE));
    scenario
}

fn practices(levels: &mut ByPractice<f64>, table: &Table) {
    if let Some(preset) = table.text("preset").and_then(|preset| PRESETS.iter().find(|row| row.0 == preset)) {
        *levels = ByPractice::all(preset.1);
    }
    levels.iter_mut().zip(PRACTICES).for_each(|(level, practice)| lay(level, table, practice));
}

fn laws(scenario: &mut Scenario, root: &Table) {
    for entry in &root.entries {
        let Some(table) = entry.node.table() else { continue };
        for key in &table.entries {
            if let Some(number) = key.node.number() {
                scenario.parameters.set(&entry.key, &key.key, number);
            }
            if let Some(on) = key.node.switch().filter(|_| entry.key == "mechanisms") {
                Mechanisms::set(&mut scenario.mechanisms, &key.key, on);
            }
        }
    }
}

fn repairs(events: &[Event], root: &Table) -> Vec<Repair> {
    let by_name: BTreeMap<&str, (usize, &Event)> = events.iter().enumerate().map(|(at, event)| (event.id.as_str(), (at, event))).collect();
    let followed = |table: &Table| by_name.get(table.text("after")?).copied();
    root.tables("repair").map(|(_, table)| Repair::read(table, followed(table))).collect()
}

fn hypothesis(table: &Table) -> Hypothesis {
    let mut hypothesis = Hypothesis::default();
    hypothesis.take(table);
    hypothesis
}

#[cfg(test)]
mod tests {
    use super::super::catalogue::{self, Shape};
    use super::super::read::read_text;
    use super::*;

    #[test]
    fn a_file_that_says_every_default_is_the_default_scenario() {
        let said = |table: &'static str| {
            let rows = catalogue::keys().filter(move |row| row.table == table);
            rows.filter_map(|row| Some(format!("{} = {}\n", row.key, row.default()?))).collect::<String>()
        };
        let once = catalogue::tables().filter(|table| table.shape == Shape::Once);
        let tables: String = once.map(|table| format!("[{}]\n{}", table.name, said(table.name))).collect();
        let text = format!("{}{tables}", said(""));
        assert!(text.lines().count() > 500, "{text}");
        assert_eq!(read_text("defaults.toml", &text).unwrap().scenario, Scenario::default());
    }
}
