//! # What a life weighs
//!
//! Bytes of a life's record, from its scenario alone: as much as it is, for estimates; as much as it can be at most, so that what
//! is read or unpacked has a bound.

use std::mem::size_of;

use crate::observe::record::survey_days;
use crate::observe::{Answer, Entry, PairAnswer, TeamAnswer};
use crate::scenario::measure::columns;
use crate::scenario::{Cadence, Event, Happening, MONTH, Referent, Scenario, Teams, WEEK, When, YEAR, is_month};

/// Days of series that are recorded: the first, each that the cadence names, and the last in any case.
pub fn recorded(scenario: &Scenario) -> f64 {
    let length = scenario.run.length;
    let (named, is_last) = match scenario.run.record {
        Cadence::Daily => (length, true),
        Cadence::Weekly => (length / WEEK, length.is_multiple_of(WEEK)),
        // a month is up on the day nearest to it
        Cadence::Ends => (0, false),
        Cadence::Monthly => (((f64::from(length) + 0.5) / MONTH) as u32, is_month(length)),
    };
    f64::from(1 + named + u32::from(!is_last))
}

/// Entries of the events that a person gives rise to in a year in which nothing is planned: who leaves, who comes, incidents.
/// Measured: 0.4 to 0.8 over the scenarios that come with the program.
const ENTRIES_A_YEAR: f64 = 0.55;

/// How many things happen in a life.
pub fn entries(scenario: &Scenario) -> f64 {
    let years = f64::from(scenario.run.length) / f64::from(YEAR);
    ENTRIES_A_YEAR * people(scenario) * years + scenario.events.iter().map(|event| planned(scenario, event, years)).sum::<f64>()
}

/// How often an event happens, counted for each who does it.
fn planned(scenario: &Scenario, event: &Event, years: f64) -> f64 {
    let all = f64::from(scenario.organisation.teams);
    let struck = |teams: &Teams| match teams {
        Teams::All => all,
        Teams::Random(count) => all.min(f64::from(*count)),
        Teams::These(these) => these.len() as f64,
    };
    let chosen = match &event.what {
        Happening::Breach(breach) if breach.by != Referent::Top => struck(&breach.teams),
        Happening::Exit { teams, count, seats } => struck(teams) * f64::from(*count).max(seats.len() as f64),
        _ => 1.0,
    };
    match &event.when {
        When::Days(days) => days.iter().filter(|day| **day <= scenario.run.length).count() as f64 * chosen,
        When::PerYear(rate) => {
            let each = matches!(&event.what, Happening::Breach(breach) if breach.by == Referent::Colleague);
            rate * years * chosen * if each { mean_size(scenario) } else { 1.0 }
        }
        _ => 0.0,
    }
}

/// People in a team, the mean of the sizes taken.
pub fn mean_size(scenario: &Scenario) -> f64 {
    f64::midpoint(f64::from(scenario.organisation.team_size.min), f64::from(scenario.organisation.team_size.max))
}

/// People in an organisation of such teams.
pub fn people(scenario: &Scenario) -> f64 {
    f64::from(scenario.organisation.teams) * mean_size(scenario)
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
    /// Answers about teammates.
    pub pairs: f64,
    /// What happened.
    pub events: f64,
}

impl Weight {
    /// Of a life with teams of this size.
    fn with(scenario: &Scenario, size: f64) -> Self {
        let (run, teams) = (&scenario.run, f64::from(scenario.organisation.teams));
        let days = recorded(scenario);
        let surveys = survey_days(scenario).len() as f64;
        let series = days * columns(false).len() as f64 + 3.0 * (f64::from(run.length) + 1.0);
        let of_teams = if run.record_teams { days * teams * columns(true).len() as f64 } else { 0.0 };
        let booked = if run.ledger { days * teams * 3.0 * crate::dynamics::ledger::CAUSES as f64 } else { 0.0 };
        let answers = teams * size * size_of::<Answer>() as f64 + teams * size_of::<TeamAnswer>() as f64;
        Self {
            organisation: 4.0 * series + 4.0 * days,
            teams: 4.0 * of_teams,
            ledger: 4.0 * booked,
            survey: surveys * answers,
            pairs: surveys * pairs(scenario, size) * size_of::<PairAnswer>() as f64,
            events: entries(scenario) * size_of::<Entry>() as f64,
        }
    }

    /// Of a life of this scenario, its teams of middling size.
    pub fn of(scenario: &Scenario) -> Self {
        Self::with(scenario, mean_size(scenario))
    }

    /// What is left of it where of each part this share is left.
    pub fn left(&self, share: &Self) -> f64 {
        self.organisation * share.organisation
            + self.teams * share.teams
            + self.ledger * share.ledger
            + self.survey * share.survey
            + self.pairs * share.pairs
            + self.events * share.events
    }

    /// All of it.
    pub fn sum(&self) -> f64 {
        self.organisation + self.teams + self.ledger + self.survey + self.pairs + self.events
    }
}

/// Pairs asked about on one survey day, in teams of this size: everyone works with the leader, members by their ties.
pub fn pairs(scenario: &Scenario, size: f64) -> f64 {
    let organisation = &scenario.organisation;
    let each = (size - 1.0) * (2.0 + (size - 2.0) * organisation.ties_within);
    if scenario.run.sociometric { f64::from(organisation.teams) * each } else { 0.0 }
}

/// Bytes beyond which a life's record cannot go, however it is written down: small numbers may take a quarter more than they do in
/// memory, and on no day there are more entries than people, but for some that come at once.
pub fn most(scenario: &Scenario) -> u64 {
    const ROOM: f64 = 4e6;
    let size = f64::from(scenario.organisation.team_size.max);
    let people = f64::from(scenario.organisation.teams) * size;
    let surveys = survey_days(scenario).len() as f64;
    let events = people * (f64::from(scenario.run.length) + 1.0) + surveys;
    let asked = surveys * (people * size_of::<Answer>() as f64 + pairs(scenario, size) * size_of::<PairAnswer>() as f64);
    (ROOM + 1.5 * (Weight::with(scenario, size).sum() + asked + events * size_of::<Entry>() as f64)) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observe::record::records;

    #[test]
    fn as_many_days_are_recorded_as_are_counted() {
        let mut scenario = Scenario::default();
        for record in [Cadence::Daily, Cadence::Weekly, Cadence::Monthly, Cadence::Ends] {
            for length in 1..600 {
                (scenario.run.record, scenario.run.length) = (record, length);
                let days = (0..=length).filter(|day| records(&scenario, *day)).count();
                assert!((recorded(&scenario) - days as f64).abs() < 1e-9, "{record:?} {length}: {days}");
            }
        }
    }

    #[test]
    fn surveys_and_breaches_that_are_events_weigh_too() {
        let read = |events: &str| {
            let text = format!("[run]\nlength = 300\n[organisation]\nteams = 5\nteam_size = 4\n{events}");
            let place = tempfile::tempdir().unwrap();
            std::fs::write(place.path().join("s.toml"), text).unwrap();
            crate::scenario::read::read(&place.path().join("s.toml"), &[]).unwrap().scenario
        };
        let breach = |id: &str, day: u32| {
            let by = "what = \"breach\"\nby = \"leader\"\nkind = \"integrity\"\nseverity = 0.5\n";
            format!("[[event]]\nid = \"{id}\"\nday = {day}\n{by}")
        };
        let [quiet, once, twice] = [String::new(), breach("a", 20), breach("a", 20) + &breach("b", 40)].map(|text| entries(&read(&text)));
        assert!((once - quiet - 5.0).abs() < 1e-9 && (twice - quiet - 10.0).abs() < 1e-9, "{quiet} {once} {twice}");
        let asked = Weight::of(&read("[[event]]\nid = \"s\"\nday = 20\nwhat = \"survey\"\n")).survey;
        let (answer, team) = (size_of::<Answer>() as f64, size_of::<TeamAnswer>() as f64);
        assert!((asked - 20.0 * answer - 5.0 * team).abs() < 1e-9, "{asked}");
    }
}
