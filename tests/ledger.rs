//! The trust ledger: its entries add up to what trust has changed by, in every scenario that ships; keeping it changes no life;
//! and what is switched off books nothing.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{breach_by_leaders, organisation, repair};
use onfoot::dynamics::ledger::{Cause, Holder, LedgerPage};
use onfoot::ensemble::live::{live, live_with_ledger};
use onfoot::observe::Life;
use onfoot::scenario::measure::{at, columns};
use onfoot::scenario::{ByPractice, ByReferent, Event, Happening, Practice, Referent, RepairKind, Scenario, When};
use rayon::prelude::*;

/// What a sum of some thousand differences of single-precision numbers may be off.
const ROUNDING: f64 = 2e-6;
/// What the rounding of beliefs may book where nothing happens, as a share of what is booked where it does.
const SLIGHT: f64 = 1e-4;
/// Days that are lived of a scenario that ships: its breaches and most of its repairs fall within them.
const DAYS: u32 = 600;

/// The scenarios that ship, arm by arm, with a name to tell them apart.
fn shipped() -> Vec<(String, Scenario)> {
    let mut files: Vec<PathBuf> = Vec::new();
    let mut folders = vec![PathBuf::from("scenarios")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|end| end == "toml") {
                files.push(entry);
            }
        }
    }
    files.sort();
    let arms = |file: &PathBuf| {
        let scenario = onfoot::scenario::read::read(Path::new(file), &[]).unwrap().scenario;
        let name = |arm: &str| format!("{} {arm}", file.display());
        let mut all: Vec<_> = scenario.arms.iter().map(|arm| (name(&arm.name), Scenario::clone(&arm.scenario))).collect();
        all.push((name(""), Scenario { arms: Vec::new(), ..scenario }));
        all
    };
    files.iter().flat_map(arms).collect()
}

fn teams(scenario: &Scenario) -> Vec<Holder> {
    (0..scenario.organisation.teams).map(Holder::Team).collect()
}

/// What was booked to a cause over a life, in all accounts and referents, regardless of sign.
fn booked(pages: &[Vec<LedgerPage>], cause: Cause) -> f64 {
    pages.iter().flatten().flat_map(|page| page.entries).map(|entries| entries[cause as usize].abs()).sum()
}

fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|value| value.to_bits()).collect()
}

/// Team trust as the series has it, by recorded day and team.
fn in_series(life: &Life, row: usize, team: u32, referent: Referent) -> f64 {
    let columns = columns(true);
    let column = columns.iter().position(|c| c.measure == at("trust") && c.referent == Some(referent)).unwrap();
    f64::from(life.team_values[(row * life.teams as usize + team as usize) * columns.len() + column])
}

#[test]
fn entries_add_up_to_the_change_in_every_scenario_that_ships_and_keeping_them_changes_no_life() {
    shipped().into_par_iter().for_each(|(name, mut scenario)| {
        (scenario.run.record_teams, scenario.run.length) = (true, scenario.run.length.min(DAYS));
        scenario.run.surveys.clear();
        let (life, pages) = live_with_ledger(&scenario, 0, &teams(&scenario));
        let plain = live(&scenario, 0);
        assert_eq!(bits(&life.team_values), bits(&plain.team_values), "{name}");
        assert_eq!(bits(&life.daily_trust), bits(&plain.daily_trust), "{name}");
        for team in 0..scenario.organisation.teams {
            for referent in Referent::ALL {
                let mut opening: Option<f64> = None;
                let mut sum = 0.0;
                for (day, page) in pages.iter().map(|day| day[team as usize]).enumerate() {
                    if opening.is_some() {
                        sum += page.entries[referent].iter().sum::<f64>();
                    }
                    let Some(row) = life.days.iter().position(|&recorded| recorded as usize == day) else { continue };
                    let told = in_series(&life, row, team, referent);
                    if told.is_nan() {
                        continue;
                    }
                    assert!((told - page.balance[referent]).abs() < ROUNDING, "{name}: team {team}, day {day}, referent {referent:?}");
                    let opened = *opening.get_or_insert(told);
                    assert!(
                        (opened + sum - told).abs() < ROUNDING,
                        "{name}: team {team}, day {day}, referent {referent:?}: {opened} + {sum} is not {told}"
                    );
                }
            }
        }
    });
}

/// A year and a half in which every cause has something to book.
fn eventful() -> Scenario {
    let mut scenario = organisation(8, 390);
    scenario.events.push(breach_by_leaders(130));
    scenario.events.push(Event {
        id: "autonomy".to_owned(),
        when: When::Days(vec![200]),
        what: Happening::Practice { set: ByPractice::of(|practice| (practice == Practice::Autonomy).then_some(0.9)) },
    });
    scenario.repairs.push(repair(RepairKind::Apology, 3));
    let law = &mut scenario.parameters.retaliation;
    (law.disposed, law.rate, law.rumour) = (1.0, 200.0, 1.0);
    scenario
}

#[test]
fn every_cause_books_something_and_nothing_where_its_mechanism_is_off() {
    let lived = |scenario: &Scenario| live_with_ledger(scenario, 1, &teams(scenario)).1;
    let whole = lived(&eventful());
    for cause in Cause::ALL {
        assert!(booked(&whole, cause) > 0.0, "{cause:?}");
    }
    let switches: [(Cause, &[&str]); 10] = [
        (Cause::Behaviour, &["behaviour"]),
        (Cause::LineSpillover, &["line_spillover"]),
        (Cause::Forgetting, &["forgetting"]),
        (Cause::TeamMood, &["team_mood"]),
        (Cause::Gossip, &["gossip"]),
        (Cause::Practices, &["practices_seen", "practices_work"]),
        (Cause::Retaliation, &["retaliation"]),
        (Cause::Newcomer, &["quitting", "involuntary_exits"]),
        (Cause::Breach, &["breaches", "incidents", "retaliation"]),
        (Cause::Repair, &["repair"]),
    ];
    for (cause, switches) in switches {
        let mut scenario = eventful();
        for switch in switches {
            assert!(scenario.mechanisms.set(switch, false));
        }
        let (with, without) = (booked(&whole, cause), booked(&lived(&scenario), cause));
        assert!(without < SLIGHT * with, "{cause:?} books {without} without {switches:?}, {with} with them");
    }
}

#[test]
fn a_breach_by_the_leader_is_booked_on_its_day_to_the_leader_and_in_part_to_top_management() {
    let scenario = eventful();
    let (_, pages) = live_with_ledger(&scenario, 1, &teams(&scenario));
    let struck: Vec<_> = pages[130].iter().filter(|page| page.entries[Referent::Leader][Cause::Breach as usize] < -0.1).collect();
    assert!(struck.len() >= 5, "{} of 8", struck.len()); // a team whose leader's seat is empty is spared
    for ByReferent([colleagues, leader, top]) in struck.iter().map(|page| page.entries) {
        assert!(top[Cause::LineSpillover as usize] < 0.0 && top[Cause::LineSpillover as usize] > leader[Cause::Breach as usize]);
        assert!(top[Cause::Breach as usize] > -0.01 && colleagues[Cause::LineSpillover as usize].abs() < 0.01);
    }
}

#[test]
fn an_account_of_one_person_adds_up_too_and_the_mean_of_a_team_is_that_of_its_people() {
    let scenario = eventful();
    let seats: Vec<Holder> = (24..32).map(Holder::Seat).chain([Holder::Team(3)]).collect();
    let (_, pages) = live_with_ledger(&scenario, 1, &seats);
    let first = &pages[0];
    let there: Vec<f64> = first[..8].iter().map(|page| page.balance[Referent::Top]).filter(|balance| !balance.is_nan()).collect();
    let mean = there.iter().sum::<f64>() / there.len() as f64;
    assert!((mean - first[8].balance[Referent::Top]).abs() < ROUNDING);
    for seat in 0..8 {
        for referent in Referent::ALL {
            let sum: f64 = pages[1..].iter().map(|day| day[seat].entries[referent].iter().sum::<f64>()).sum();
            let change = pages.last().unwrap()[seat].balance[referent] - first[seat].balance[referent];
            assert!(change.is_nan() || (change - sum).abs() < ROUNDING, "seat {seat}, referent {referent:?}: {change} {sum}");
        }
    }
}
