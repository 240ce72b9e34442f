//! # What came of a life
//!
//! ```text
//!   leavers     people who left of themselves or otherwise from the first breach on, scheduled exits apart
//!   cost        person-days of everything that the model books as cost, by its parts ([`PARTS`])
//!   output      person-days of output; no part of the cost
//!   trust days  Σ T(d) from the first breach on · people at the start; one is one person at full trust for one day
//!   return      days from the breach until trust was back (`analysis::recovery::course`)
//! ```
//!
//! Costs and output are sums over the whole life; beside a reference with the same dice they differ only from the day on which the
//! scenarios do. What people produce less while a post is empty or a newcomer learns is in the output, and not in the cost of replacement.
//!
//! T is trust in whoever breaks it first; where nothing is broken, in the leader, from day 0 on.

use crate::analysis::quantile::mean;
use crate::analysis::recovery::course::{course, leavers, people};
use crate::analysis::survival::Wait;
use crate::doubt::Headline;
use crate::ensemble::{ArmLives, ArmPlan};
use crate::observe::Life;
use crate::scenario::measure::{columns, place};
use crate::scenario::{Referent, Scenario};

/// The measures that add up to the cost of a policy.
pub const PARTS: [&str; 6] = ["cost_repair", "cost_practice", "cost_replacement", "cost_control", "cost_transaction", "cost_theft"];
/// The place of repair among them.
pub const REPAIR: usize = 0;

/// One life, as a policy is judged by it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// People who left.
    pub leavers: f64,
    /// Person-days booked as cost, in the order of [`PARTS`].
    pub costs: [f64; PARTS.len()],
    /// Person-days of output.
    pub output: f64,
    /// Trust-days.
    pub trust_days: f64,
    /// The return, if trust visibly fell.
    pub back: Option<Wait>,
}

impl Outcome {
    /// Person-days of everything that is booked as cost.
    pub fn cost(&self) -> f64 {
        self.costs.iter().sum()
    }
}

/// The lives of one arm, by number; none where a life failed.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// Its name.
    pub name: String,
    /// Whether it is a twin.
    pub is_twin: bool,
    /// What came of its lives.
    pub lives: Vec<Option<Outcome>>,
}

/// All arms of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcomes {
    /// Whose trust is counted.
    pub referent: Referent,
    /// People at the start, mean over the lives of the reference.
    pub people: f64,
    /// Worlds that the lives go around.
    pub worlds: u32,
    /// The arm that all others are compared with.
    pub reference: usize,
    /// The arms, twins last.
    pub arms: Vec<Arm>,
}

impl Outcomes {
    /// The waits for trust to come back in the lives of an arm in which it visibly fell.
    pub fn waits(&self, arm: usize) -> Vec<Wait> {
        self.arms[arm].lives.iter().flatten().filter_map(|life| life.back).collect()
    }
}

/// The arm that others are compared with when nobody says: the first that repairs nothing, or the first of all.
pub fn reference(plans: &[ArmPlan]) -> usize {
    let real = || plans.iter().enumerate().filter(|(_, plan)| !plan.is_twin);
    real().find(|(_, plan)| plan.scenario.repairs.is_empty()).or_else(|| real().next()).map_or(0, |(at, _)| at)
}

/// What came of life `number` of a scenario, from the headline's day on.
pub fn outcome(headline: Headline, scenario: &Scenario, number: u32, life: &Life) -> Outcome {
    let (from, referent) = (if headline.lost { headline.from } else { 0 }, headline.referent);
    let levels = life.daily_trust.chunks_exact(3).skip(from as usize).map(|day| f64::from(day[referent as usize]));
    let back = if headline.lost { course(scenario, number, from, referent, life, None) } else { None };
    Outcome {
        leavers: leavers(life, from),
        costs: PARTS.map(|part| last(life, part)),
        output: last(life, "output_days"),
        trust_days: people(scenario, life) * levels.filter(|level| level.is_finite()).sum::<f64>(),
        back: back.and_then(|course| course.times).map(|times| times.back),
    }
}

/// What came of all lives.
pub fn outcomes(scenario: &Scenario, plans: &[ArmPlan], lives: &[ArmLives], reference: usize) -> Outcomes {
    let headline = Headline::of(scenario);
    let of = |plan: &ArmPlan, (number, life): (u32, &Result<Life, String>)| {
        life.as_ref().ok().map(|life| outcome(headline, &plan.scenario, number, life))
    };
    let arm = |(plan, arm): (&ArmPlan, &ArmLives)| Arm {
        name: plan.name.clone(),
        is_twin: plan.is_twin,
        lives: (0..).zip(&arm.lives).map(|life| of(plan, life)).collect(),
    };
    let of_reference = lives.get(reference).into_iter().flat_map(|arm| arm.lives.iter().flatten());
    let heads: Vec<f64> = of_reference.map(|life| people(&plans[reference].scenario, life)).collect();
    Outcomes {
        referent: headline.referent,
        people: mean(&heads),
        worlds: plans.first().map_or(1, |plan| plan.scenario.run.worlds),
        reference,
        arms: plans.iter().zip(lives).map(arm).collect(),
    }
}

/// A measure of the organisation on the last day.
fn last(life: &Life, key: &str) -> f64 {
    let start = life.organisation.len().checked_sub(columns(false).len());
    place(key, None).zip(start).and_then(|(at, start)| life.organisation.get(start + at)).map_or(f64::NAN, |value| f64::from(*value))
}
