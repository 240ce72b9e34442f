//! # What a run would take
//!
//! Counted from the plans, before anything is lived. Time and room are rough: the constants below were measured once.

use crate::ensemble::ArmPlan;
use crate::observe::measure::columns;
use crate::scenario::{Cadence, MONTH, Scenario, WEEK};

/// Nanoseconds to live one relation for one day, on one thread of an ordinary machine.
const RELATION_DAY: f64 = 12.0;
/// Nanoseconds to live one person for one day, relations apart.
const PERSON_DAY: f64 = 60.0;
/// Bytes of a row of the large tables, written as Parquet.
const ROW_PARQUET: f64 = 5.0;
/// Bytes of a row of the large tables, written as CSV.
pub(super) const ROW_CSV: f64 = 52.0;

/// What a run would take.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Estimate {
    /// Arms, twins apart.
    pub arms: u64,
    /// Twins.
    pub twins: u64,
    /// Lives for each arm.
    pub replicates: u64,
    /// People in the first arm.
    pub people: f64,
    /// Relations in the first arm.
    pub relations: f64,
    /// Rows of series, survey and teams.
    pub rows: f64,
    /// Seconds on one thread.
    pub seconds: f64,
}

impl Estimate {
    /// Of these plans.
    pub fn of(plans: &[ArmPlan]) -> Self {
        let mut sum = Self::default();
        for (i, plan) in plans.iter().enumerate() {
            let scenario = &plan.scenario;
            let (people, relations) = (people(scenario), relations(scenario));
            let (lives, days) = (f64::from(scenario.run.replicates), f64::from(scenario.run.length));
            if i == 0 {
                (sum.people, sum.relations, sum.replicates) = (people, relations, scenario.run.replicates.into());
            }
            *if plan.is_twin { &mut sum.twins } else { &mut sum.arms } += 1;
            sum.rows += lives * rows_per_life(scenario);
            sum.seconds += lives * days * (relations * RELATION_DAY + people * PERSON_DAY) * 1e-9;
        }
        sum
    }

    /// Lives in all.
    pub fn lives(&self) -> u64 {
        (self.arms + self.twins) * self.replicates
    }

    /// Bytes on the disk.
    pub fn bytes(&self, csv: bool) -> f64 {
        self.rows * if csv { ROW_CSV } else { ROW_PARQUET }
    }
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

fn rows_per_life(scenario: &Scenario) -> f64 {
    let run = &scenario.run;
    let every = match run.record {
        Cadence::Daily => 1.0,
        Cadence::Weekly => f64::from(WEEK),
        Cadence::Monthly => MONTH,
    };
    let teams = f64::from(scenario.organisation.teams);
    let recorded = (f64::from(run.length) / every).floor() + 1.0;
    let values = columns(false).len() as f64 + if run.record_teams { teams * columns(true).len() as f64 } else { 0.0 };
    recorded * values + run.surveys.len() as f64 * (people(scenario) + teams)
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
        assert!((rows_per_life(&scenario) - series).abs() < 1e-9);
        scenario.run.surveys = vec![10, 20];
        assert!((rows_per_life(&scenario) - series - 2.0 * (96.0 + 12.0)).abs() < 1e-9); // 12 teams of 8
    }

    #[test]
    fn people_know_their_team_some_others_and_the_top() {
        assert!((relations(&Scenario::default()) - 96.0 * (7.0 + 2.0 + 1.0)).abs() < 1e-9);
    }
}
