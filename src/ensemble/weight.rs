//! # What a life weighs
//!
//! Bytes of a life's record, from its scenario alone: as much as it is, for estimates; as much as it can be at most, so that what
//! is read or unpacked has a bound.

use std::mem::size_of;

use crate::observe::{Answer, Entry, TeamAnswer};
use crate::scenario::measure::columns;
use crate::scenario::{Cadence, MONTH, Scenario, WEEK};

/// Days of series that are recorded.
pub fn recorded(scenario: &Scenario) -> f64 {
    let every = match scenario.run.record {
        Cadence::Daily => 1.0,
        Cadence::Weekly => f64::from(WEEK),
        Cadence::Monthly => MONTH,
    };
    // The first day, each that the cadence names, and the last in any case.
    (f64::from(scenario.run.length) / every - 1e-6).ceil() + 1.0
}

/// Bytes of parts of a record.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Weight {
    /// Series of the organisation and daily trust.
    pub organisation: f64,
    /// Series of the teams.
    pub teams: f64,
    /// The trust ledger.
    pub ledger: f64,
    /// Answers to surveys, people's and teams'.
    pub survey: f64,
}

impl Weight {
    /// Of a life with teams of this size.
    fn with(scenario: &Scenario, size: f64) -> Self {
        let (run, teams) = (&scenario.run, f64::from(scenario.organisation.teams));
        let days = recorded(scenario);
        let surveys = run.surveys.len() as f64;
        let series = days * columns(false).len() as f64 + 3.0 * (f64::from(run.length) + 1.0);
        let of_teams = if run.record_teams { days * teams * columns(true).len() as f64 } else { 0.0 };
        let booked = if run.ledger { days * teams * 3.0 * crate::dynamics::ledger::CAUSES as f64 } else { 0.0 };
        let answers = teams * size * size_of::<Answer>() as f64 + teams * size_of::<TeamAnswer>() as f64;
        Self { organisation: 4.0 * series + 4.0 * days, teams: 4.0 * of_teams, ledger: 4.0 * booked, survey: surveys * answers }
    }

    /// Of a life of this scenario, its teams of middling size.
    pub fn of(scenario: &Scenario) -> Self {
        let size = &scenario.organisation.team_size;
        Self::with(scenario, f64::midpoint(f64::from(size.min), f64::from(size.max)))
    }

    /// All of it.
    pub fn sum(&self) -> f64 {
        self.organisation + self.teams + self.ledger + self.survey
    }
}

/// Bytes beyond which a life's record cannot go, however it is written down: small numbers may take a quarter more than they do in
/// memory, and on no day there are more entries than people, but for some that come at once.
pub fn most(scenario: &Scenario) -> u64 {
    const ROOM: f64 = 4e6;
    let size = f64::from(scenario.organisation.team_size.max);
    let people = f64::from(scenario.organisation.teams) * size;
    let surveys = scenario.run.surveys.len() as f64 + scenario.events.len() as f64;
    let events = people * (f64::from(scenario.run.length) + 1.0) + surveys;
    let asked = surveys * people * size_of::<Answer>() as f64;
    (ROOM + 1.5 * (Weight::with(scenario, size).sum() + asked + events * size_of::<Entry>() as f64)) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::live::live;
    use crate::ensemble::part;
    use crate::ensemble::plan::plan;

    #[test]
    fn a_life_weighs_what_is_said_of_it_and_never_more_than_the_most() {
        let mut scenario = Scenario::default();
        (scenario.run.length, scenario.run.surveys) = (60, vec![20, 60]);
        scenario.organisation.teams = 5;
        for (record, ledger) in [(Cadence::Weekly, false), (Cadence::Daily, true), (Cadence::Monthly, false)] {
            (scenario.run.record, scenario.run.ledger) = (record, ledger);
            let plan = plan(&scenario).swap_remove(0);
            let life = live(&plan.scenario, 0);
            let mut bytes = Vec::new();
            let events = (life.events.len() * size_of::<Entry>()) as f64;
            let (said, most) = (Weight::of(&scenario), most(&scenario));
            assert!((said.teams - 4.0 * life.team_values.len() as f64).abs() < 1.0, "{said:?}");
            assert!((said.ledger - 4.0 * life.ledger.len() as f64).abs() < 1.0, "{said:?}");
            part::append(&mut bytes, &Ok(life));
            let rest = bytes.len() as f64 - events;
            assert!((0.5..1.5).contains(&(rest / said.sum())) && (bytes.len() as u64) < most, "{rest} {said:?}");
        }
    }
}
