//! # What is written down
//!
//! The record of one life: plain numbers in fixed order, made while the days go by, turned into tables by `report`.

pub mod record;
pub mod state;
pub mod survey;

use serde::{Deserialize, Serialize};

use crate::scenario::{ByPractice, ByReferent, Referent, Scenario};

pub use crate::theory::outcome::OUTCOMES as ATTITUDES;
pub use crate::theory::team::CLIMATE as TEAM_CLIMATE;

/// The record of one life: one arm, one replicate.
///
/// Values are `f32` because that is what the organisation's state holds; missing values are NaN.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Life {
    /// The days on which series were recorded, ascending, day 0 first.
    pub days: Vec<u32>,
    /// Organisation: `days.len()` rows of `measure::columns(false).len()` values.
    pub organisation: Vec<f32>,
    /// Mean trust of the organisation in each referent, three values for every day from day 0, however seldom series are recorded
    /// ([`Life::trust_in`]). Fall and return are measured on these.
    pub daily_trust: Vec<f32>,
    /// Number of teams in `team_values`; 0 when teams were not recorded.
    pub teams: u32,
    /// Teams: for each day, for each team, a row of `measure::columns(true).len()` values.
    pub team_values: Vec<f32>,
    /// The trust ledger, where it is kept: for each recorded day, for each team, for each referent, what each cause changed since
    /// the recorded day before, in the order of `ledger::Cause::ALL`.
    pub ledger: Vec<f32>,
    /// One row per survey day and person.
    pub survey: Vec<Answer>,
    /// One row per survey day and team.
    pub team_survey: Vec<TeamAnswer>,
    /// One row per survey day and ordered pair of teammates, where they are asked about each other.
    pub pairs: Vec<PairAnswer>,
    /// What happened, in order.
    pub events: Vec<Entry>,
}

impl Life {
    /// Mean trust of the organisation in a referent, 0 to 1, on every day from day 0; NaN where there was nobody to trust.
    pub fn trust_in(&self, referent: Referent) -> impl Iterator<Item = f32> {
        self.daily_trust.iter().copied().skip(referent as usize).step_by(Referent::ALL.len())
    }
}

/// One person's answers on one survey day. Field names are the columns of `survey.parquet`; NaN is written as missing.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// Working day.
    pub day: u32,
    /// Seat, counted over the organisation.
    pub seat: u32,
    /// Generation of the seat's holder, from 1.
    pub generation: u32,
    /// Team, from 0.
    pub team: u32,
    /// Whether this is the team's leader (`role` column: `leader` or `member`).
    pub leader: bool,
    /// Working days since this person started (negative start days count for the founders).
    pub tenure_days: u32,
    /// Propensity to trust, in standard deviations.
    pub propensity: f32,
    /// Answers 1 to 5: trust.
    pub trust: ByReferent<f32>,
    /// Latent trust, 0 to 1.
    pub latent_trust: ByReferent<f32>,
    /// Answers 1 to 5, in the order of [`ATTITUDES`].
    pub attitudes: [f32; 13],
    /// Performance as rated by a supervisor, 1 to 5.
    pub performance_rated: f32,
    /// Counterproductive acts so far by this person.
    pub counterproductive_acts: u32,
    /// The day on which this person left; `u32::MAX` if still there at the end.
    pub exit_day: u32,
    /// 0 still there, 1 voluntary, 2 involuntary, 3 scheduled.
    pub exit_reason: u8,
    /// Answers 1 to 5: competence, reliability, intentions, honesty.
    pub facets: [ByReferent<f32>; 4],
    /// Answers 1 to 5: the practices as this person sees them.
    pub seen: ByPractice<f32>,
    /// Answer 1 to 5: trust in the employer as an institution.
    pub trust_employer: f32,
    /// Answer 1 to 5: how far leader or top management has broken trust.
    pub perceived_breach: f32,
    /// Answer 1 to 5: how far this person thinks that the leader trusts him or her.
    pub felt_trust: f32,
    /// Answer 1 to 5, leaders only: how far this leader thinks that the team trusts him or her.
    pub estimated_trust: f32,
}

/// What one person answers about one teammate on one survey day. Field names are the columns of `sociometric.parquet`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PairAnswer {
    /// Working day.
    pub day: u32,
    /// Team, from 0.
    pub team: u32,
    /// Seat and generation of who answers.
    pub from: (u32, u32),
    /// Seat and generation of who is asked about.
    pub to: (u32, u32),
    /// Answer 1 to 5.
    pub trust: f32,
    /// Latent trust 0 to 1.
    pub latent_trust: f32,
}

/// The reasons for leaving, as written in tables, by code.
pub const EXIT_REASONS: [&str; 4] = ["", "voluntary", "involuntary", "scheduled"];

/// One team on one survey day. Field names are the columns of `teams.parquet`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamAnswer {
    /// Working day.
    pub day: u32,
    /// Team, from 0.
    pub team: u32,
    /// People in it on that day.
    pub size: u32,
    /// How much its work needs cooperation, 0 to 1.
    pub task_interdependence: f32,
    /// Mean latent trust, 0 to 1.
    pub trust: ByReferent<f32>,
    /// In the order of [`TEAM_CLIMATE`].
    pub climate: [f32; 7],
    /// Output as a share of the reference output of a full team.
    pub output: f32,
    /// Voluntary exits in the 260 days before.
    pub exits_voluntary_52w: u32,
    /// Involuntary exits in the 260 days before.
    pub exits_involuntary_52w: u32,
}

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Working day.
    pub day: u32,
    /// What kind of thing.
    pub event: EntryKind,
    /// Where it was scheduled: its index among the scenario's events and, counted on, its repairs; `u32::MAX` otherwise.
    pub id: u32,
    /// Detail: breach kind, repair kind, shock kind or counterproductive act by index; 0 otherwise.
    pub kind: u8,
    /// Seat of the person who did it or to whom it happened; `u32::MAX` for top management or none.
    pub seat: u32,
    /// That person's generation; 0 for none.
    pub generation: u32,
    /// The other person's seat (victim, offender talked about); `u32::MAX` for none.
    pub other_seat: u32,
    /// Team; `u32::MAX` for none.
    pub team: u32,
    /// Size: severity, person-days, level; 0 if it has none.
    pub size: f32,
}

impl Entry {
    /// The scenario's name for what happened; empty if it is not from there.
    pub fn name<'s>(&self, scenario: &'s Scenario) -> &'s str {
        let at = self.id as usize;
        let repair = |at: usize| scenario.repairs.get(at).map_or("", |repair| repair.id.as_str());
        scenario.events.get(at).map_or_else(|| repair(at.wrapping_sub(scenario.events.len())), |event| &event.id)
    }
}

/// Kinds of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// A breach by a colleague.
    BreachColleague,
    /// A breach by a leader.
    BreachLeader,
    /// A breach by top management.
    BreachTop,
    /// A repair starts.
    Repair,
    /// A repair was due, and nobody was there to do it, or nothing to repair.
    RepairNotDone,
    /// A practice changes.
    Practice,
    /// A change of conduct.
    Conduct,
    /// A loss imposed by top management.
    ImposedLoss,
    /// A shock.
    Shock,
    /// A rumour told.
    Rumour,
    /// Sabotage.
    Sabotage,
    /// Theft.
    Theft,
    /// Somebody quits.
    Quit,
    /// Somebody leaves involuntarily.
    InvoluntaryExit,
    /// Somebody leaves as scheduled.
    ScheduledExit,
    /// A newcomer starts.
    Join,
    /// A leader is replaced.
    LeaderReplaced,
    /// A survey is held.
    Survey,
}
