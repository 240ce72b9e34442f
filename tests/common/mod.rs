//! What the tests of whole lives share.
#![allow(dead_code, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use onfoot::ensemble::live::live;
use onfoot::observe::Life;
use onfoot::scenario::measure::{at, columns};
use onfoot::scenario::{
    Audience, Breach, BreachKind, ByPractice, Event, Happening, Referent, Repair, RepairKind, Scenario, Span, Teams, When,
};
use rayon::prelude::*;

/// A middling organisation of `teams` teams of eight, for `days` days.
pub fn organisation(teams: u32, days: u32) -> Scenario {
    let mut scenario = Scenario::default();
    scenario.run.length = days;
    scenario.run.seed = 20_260;
    scenario.organisation.teams = teams;
    scenario.organisation.team_size = Span { min: 8, max: 8 };
    scenario
}

/// A severe breach of integrity by every leader.
pub fn breach_by_leaders(day: u32) -> Event {
    breach(day, Referent::Leader, Teams::All, Audience::Team)
}

/// A severe, intentional breach of integrity.
pub fn breach(day: u32, by: Referent, teams: Teams, audience: Audience) -> Event {
    let what = Breach { teams, intentional: true, audience, ..Breach::new(by, BreachKind::Integrity, 0.6) };
    Event { id: format!("breach-{day}"), when: When::Days(vec![day]), what: Happening::Breach(what) }
}

/// A sincere repair after the first event.
pub fn repair(what: RepairKind, delay: u32) -> Repair {
    let start = When::After { event: 0, delay };
    Repair { sincerity: 1.0, reach: Audience::Team, raises: ByPractice::default(), ..Repair::new(what, start) }
}

/// `count` lives of a scenario.
pub fn lives(scenario: &Scenario, count: u32) -> Vec<Life> {
    (0..count).into_par_iter().map(|replicate| live(scenario, replicate)).collect()
}

/// A measure of the organisation on the record of `day`.
pub fn on_day(life: &Life, key: &str, referent: Option<Referent>, day: u32) -> f64 {
    let columns = columns(false);
    let column = columns.iter().position(|c| c.measure == at(key) && c.referent == referent).unwrap();
    let row = life.days.iter().position(|&d| d == day).unwrap();
    life.organisation[row * columns.len() + column] as f64
}

/// Mean of a measure over lives on the last day.
pub fn at_end(lives: &[Life], key: &str, referent: Option<Referent>) -> f64 {
    lives.iter().map(|life| on_day(life, key, referent, *life.days.last().unwrap())).sum::<f64>() / lives.len() as f64
}

/// Every file below `folder`, by its name within, with its bytes.
pub fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    found
}
