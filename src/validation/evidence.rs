//! # What a study's tables hold
//!
//! The lives of each arm, and the questions that protocols ask of them: answers on a survey day, who left, what happened.
//! Latent state is out of reach on purpose: a researcher would not have it.

use crate::observe::{ATTITUDES, Answer, EntryKind, Life, TeamAnswer};
use crate::scenario::measure::{MeasureColumn, columns, measure};
use crate::scenario::{Referent, YEAR};

/// The lives of a study, arm by arm; the same replicate of each arm has the same luck.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    arms: Vec<(String, Vec<Life>)>,
}

impl Evidence {
    /// Of these arms.
    pub fn of(arms: Vec<(String, Vec<Life>)>) -> Self {
        Self { arms }
    }

    /// The lives of an arm; none if there is no such arm.
    pub fn arm(&self, name: &str) -> &[Life] {
        self.arms.iter().find(|(arm, _)| arm == name).map_or(&[], |(_, lives)| lives)
    }

    /// The lives of a study without arms.
    pub fn lives(&self) -> &[Life] {
        self.arms.first().map_or(&[], |(_, lives)| lives)
    }

    /// The lives of all arms, arm by arm.
    pub fn all_lives(&self) -> impl Iterator<Item = &Life> {
        self.arms.iter().flat_map(|(_, lives)| lives)
    }

    /// One value for each replicate.
    pub fn each(&self, arm: &str, value: impl Fn(&Life) -> f64) -> Vec<f64> {
        self.arm(arm).iter().map(value).collect()
    }

    /// One value for each replicate of two arms, paired.
    pub fn pairs(&self, one: &str, other: &str, value: impl Fn(&Life, &Life) -> f64) -> Vec<f64> {
        self.arm(one).iter().zip(self.arm(other)).map(|(one, other)| value(one, other)).collect()
    }

    /// The paired difference of one value, `one` less `other`.
    pub fn difference(&self, one: &str, other: &str, value: impl Fn(&Life) -> f64) -> Vec<f64> {
        self.pairs(one, other, |one, other| value(one) - value(other))
    }
}

/// The referents by their place in an answer.
pub const COLLEAGUE: Referent = Referent::Colleague;
/// The leader.
pub const LEADER: Referent = Referent::Leader;
/// Top management.
pub const TOP: Referent = Referent::Top;

/// The answers on a survey day.
pub fn answers(life: &Life, day: u32) -> impl Iterator<Item = &Answer> {
    life.survey.iter().filter(move |answer| answer.day == day)
}

/// What is known of the teams on a survey day.
pub fn teams(life: &Life, day: u32) -> impl Iterator<Item = &TeamAnswer> {
    life.team_survey.iter().filter(move |team| team.day == day)
}

/// The answer on trust in a referent, 1 to 5.
pub fn trust(answer: &Answer, referent: Referent) -> f64 {
    f64::from(answer.trust[referent])
}

/// The mean of the answers on trust in the leader and in top management: "trust in leadership" of the meta-analyses.
pub fn leadership(answer: &Answer) -> f64 {
    f64::midpoint(trust(answer, LEADER), trust(answer, TOP))
}

/// The answer on an attitude, 1 to 5, by the name of its column.
pub fn attitude(answer: &Answer, name: &str) -> f64 {
    ATTITUDES.iter().position(|known| *known == name).map_or(f64::NAN, |at| f64::from(answer.attitudes[at]))
}

/// 1 if this person quits within a year of the answer, 0 if not; missing for who leaves otherwise within it.
pub fn quits_within_a_year(answer: &Answer) -> f64 {
    let soon = answer.exit_day <= answer.day + YEAR;
    match (soon, answer.exit_reason) {
        (true, 1) => 1.0,
        (true, 2 | 3) => f64::NAN,
        _ => 0.0,
    }
}

/// The mean of a value over the answers of a day, missing ones apart.
pub fn average(life: &Life, day: u32, value: impl Fn(&Answer) -> f64) -> f64 {
    let values: Vec<f64> = answers(life, day).map(value).filter(|value| value.is_finite()).collect();
    crate::analysis::quantile::mean(&values)
}

/// Mean trust on the survey of a day, brought to 0 to 1.
pub fn mean_trust(life: &Life, day: u32, referent: Referent) -> f64 {
    (average(life, day, |answer| trust(answer, referent)) - 1.0) / 4.0
}

/// How many events of a kind there were from one day up to, not including, another.
pub fn count(life: &Life, kind: EntryKind, from: u32, to: u32) -> f64 {
    life.events.iter().filter(|entry| entry.event == kind && (from..to).contains(&entry.day)).count() as f64
}

/// A measure of the organisation in `series` on the last recorded day up to this one.
pub fn series(life: &Life, key: &str, day: u32) -> f64 {
    let columns = columns(false);
    let wanted = measure(key).map(|measure| MeasureColumn { measure, referent: None });
    let column = columns.iter().position(|column| Some(*column) == wanted);
    let row = life.days.iter().rposition(|known| *known <= day);
    row.zip(column).map_or(f64::NAN, |(row, column)| f64::from(life.organisation[row * columns.len() + column]))
}
