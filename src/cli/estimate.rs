//! # What a run would take
//!
//! Counted from the plans, before anything is lived. Time and room are rough: the constants below were measured once.

use crate::ensemble::ArmPlan;
use crate::scenario::measure::columns;
use crate::scenario::{Cadence, MONTH, Scenario, WEEK};

/// Seconds to live one relation for one day, on one thread of an ordinary machine.
const RELATION_DAY: f64 = 25e-9;
/// Seconds to keep, sum up and write a row of the large tables; done by one thread.
const ROW: f64 = 0.75e-6;
/// Seconds to draw the figures, on one thread.
const FIGURES: f64 = 3.0;
/// How much longer a life takes while its trust ledger is kept.
const LEDGER: f64 = 8.0;
/// Causes that book anything between two recorded days.
const CAUSES: f64 = 5.5;
/// Bytes of a row of `series`, `survey`, `teams` and `ledger`, written as Parquet.
const BYTES: [f64; 4] = [7.0, 200.0, 110.0, 9.0];

/// What a run would take.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Estimate {
    /// Arms, twins apart.
    pub arms: u64,
    /// Twins.
    pub twins: u64,
    /// Lives of each arm, over all its worlds.
    lives: u64,
    /// People in the first arm.
    pub people: f64,
    /// Relations in the first arm.
    pub relations: f64,
    /// Rows of series, survey, teams and ledger.
    rows: [f64; 4],
    /// Days lived by all relations of all lives.
    relation_days: f64,
}

impl Estimate {
    /// Of these plans.
    pub fn of(plans: &[ArmPlan]) -> Self {
        let mut sum = Self::default();
        for (i, plan) in plans.iter().enumerate() {
            let scenario = &plan.scenario;
            let (people, relations) = (people(scenario), relations(scenario));
            let (lives, days) = (f64::from(plan.lives()), f64::from(scenario.run.length));
            if i == 0 {
                (sum.people, sum.relations, sum.lives) = (people, relations, plan.lives().into());
            }
            *if plan.is_twin { &mut sum.twins } else { &mut sum.arms } += 1;
            sum.rows.iter_mut().zip(rows_per_life(scenario)).for_each(|(sum, rows)| *sum += lives * rows);
            sum.relation_days += lives * days * relations * if scenario.run.ledger { LEDGER } else { 1.0 };
        }
        sum
    }

    /// Lives in all.
    pub fn lives(&self) -> u64 {
        (self.arms + self.twins) * self.lives
    }

    /// Rows of the large tables.
    pub fn rows(&self) -> f64 {
        self.rows.iter().sum()
    }

    /// Bytes on the disk, as Parquet.
    pub fn bytes(&self) -> f64 {
        self.rows.iter().zip(BYTES).map(|(rows, bytes)| rows * bytes).sum()
    }

    /// Seconds on so many threads.
    pub fn seconds(&self, threads: usize) -> f64 {
        (self.relation_days * RELATION_DAY + FIGURES) / threads as f64 + self.rows() * ROW
    }
}

/// Seconds on one thread for so many lives of a scenario, nothing written.
pub(super) fn seconds_of(scenario: &Scenario, lives: u64) -> f64 {
    relations(scenario) * f64::from(scenario.run.length) * lives as f64 * RELATION_DAY
}

fn mean_size(scenario: &Scenario) -> f64 {
    f64::midpoint(f64::from(scenario.organisation.team_size.min), f64::from(scenario.organisation.team_size.max))
}

/// People, the mean of the team sizes taken.
pub(super) fn people(scenario: &Scenario) -> f64 {
    f64::from(scenario.organisation.teams) * mean_size(scenario)
}

/// Relations: to teammates, across teams, to top management.
fn relations(scenario: &Scenario) -> f64 {
    let organisation = &scenario.organisation;
    people(scenario) * ((mean_size(scenario) - 1.0) * organisation.ties_within + f64::from(organisation.ties_across) + 1.0)
}

/// Rows of `series`, `survey`, `teams` and `ledger`.
fn rows_per_life(scenario: &Scenario) -> [f64; 4] {
    let run = &scenario.run;
    let every = match run.record {
        Cadence::Daily => 1.0,
        Cadence::Weekly => f64::from(WEEK),
        Cadence::Monthly => MONTH,
    };
    let teams = f64::from(scenario.organisation.teams);
    let recorded = (f64::from(run.length) / every).floor() + 1.0;
    let values = columns(false).len() as f64 + if run.record_teams { teams * columns(true).len() as f64 } else { 0.0 };
    let surveys = run.surveys.len() as f64;
    let booked = if run.ledger { recorded * teams * 3.0 * CAUSES } else { 0.0 };
    [recorded * values, surveys * people(scenario), surveys * teams, booked]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_by_day_scope_and_survey() {
        let mut scenario = Scenario::default();
        scenario.run.length = 50;
        scenario.run.record_teams = false;
        let series = 11.0 * columns(false).len() as f64; // days 0, 5, ..., 50
        let close = |expected: [f64; 4], scenario: &Scenario| {
            assert!(rows_per_life(scenario).iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 1e-9));
        };
        close([series, 0.0, 0.0, 0.0], &scenario);
        scenario.run.surveys = vec![10, 20];
        close([series, 2.0 * 96.0, 2.0 * 12.0, 0.0], &scenario); // 12 teams of 8
    }

    #[test]
    fn people_know_their_team_some_others_and_the_top() {
        assert!((relations(&Scenario::default()) - 96.0 * (7.0 + 2.0 + 1.0)).abs() < 1e-9);
    }
}
