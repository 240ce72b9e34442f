//! # What came of a life
//!
//! ```text
//!   leavers     people who left of themselves or otherwise from the first breach on, scheduled exits apart
//!   cost        person-days of everything that the model books as cost, by its parts ([`PARTS`])
//!   output      person-days of output; no part of the cost
//!   trust days  Σ T(d) from the first breach on · people at the start; one is one person at full trust for one day
//!   return      days from the arm's breach until trust was back (`analysis::recovery`)
//!   level       days from it until trust was level with the twin's, where the arm has a twin
//! ```
//!
//! Costs and output are sums over the whole life; beside a reference with the same dice they differ only from the day on which the
//! scenarios do. What people produce less while a post is empty or a newcomer learns is in the output, and not in the cost of replacement.
//!
//! T is trust in whoever breaks it first; where nothing is broken, in the leader, from day 0 on. A day on which there is nobody to
//! trust in one arm (its leader has left) is left out of the trust-days of that life in all arms, so that a difference between
//! two arms is one over the same days.

use crate::analysis::quantile::mean;
use crate::analysis::recovery::course::{leavers, levels_on, people, shared_days, sum_of_known};
use crate::analysis::recovery::leading_course;
use crate::analysis::survival::Wait;
use crate::doubt::Headline;
use crate::ensemble::{ArmLives, ArmPlan};
use crate::observe::Life;
use crate::scenario::measure::{columns, place};
use crate::scenario::{Happening, Referent, Scenario};

/// The measures that add up to the cost of a policy.
pub const PARTS: [&str; 7] =
    ["cost_repair", "cost_practice", "cost_replacement", "cost_control", "cost_transaction", "cost_theft", "cost_sick"];
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
    /// Trust-days, over the days that exist in every arm.
    pub trust_days: f64,
    /// Days left out of them.
    pub left_out: u32,
    /// The return, if trust visibly fell.
    pub back: Option<Wait>,
    /// The return to the twin's level, if it did and there is a twin.
    pub level: Option<Wait>,
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

    /// The same for the level of its twin.
    pub fn levels(&self, arm: usize) -> Vec<Wait> {
        self.arms[arm].lives.iter().flatten().filter_map(|life| life.level).collect()
    }

    /// Whether any arm fell beside a twin.
    pub fn have_levels(&self) -> bool {
        (0..self.arms.len()).any(|arm| !self.levels(arm).is_empty())
    }
}

/// Whether arms differ only in what somebody may choose: repairs, practices, and what these cost. Fates are no choice: nobody chooses
/// another breach, other people or other laws.
pub fn are_choices(plans: &[ArmPlan]) -> bool {
    let given = |plan: &ArmPlan| {
        let mut given = Scenario { repairs: Vec::new(), past: None, ..plan.scenario.clone() };
        given.practices = Scenario::default().practices;
        given.parameters.cost = Scenario::default().parameters.cost;
        given.events.retain(|event| !matches!(event.what, Happening::Practice { .. }));
        given
    };
    let mut real = plans.iter().filter(|plan| !plan.is_twin).map(given);
    real.next().is_none_or(|first| real.all(|other| other == first))
}

/// The arm that others are compared with when nobody says: the first that repairs nothing, or the first of all.
pub fn reference(plans: &[ArmPlan]) -> usize {
    let real = || plans.iter().enumerate().filter(|(_, plan)| !plan.is_twin);
    real().find(|(_, plan)| plan.scenario.repairs.is_empty()).or_else(|| real().next()).map_or(0, |(at, _)| at)
}

/// What came of life `number` of a scenario, from the headline's day on, beside its twin if it has one; trust-days on these days.
pub fn outcome(headline: Headline, scenario: &Scenario, number: u32, life: &Life, twin: Option<&Life>, days: &[bool]) -> Outcome {
    let (from, referent) = (counted_from(headline), headline.referent);
    let course = if headline.lost { leading_course(scenario, referent, number, life, twin) } else { None };
    let times = course.and_then(|course| course.times);
    Outcome {
        leavers: leavers(life, from),
        costs: PARTS.map(|part| last(life, part)),
        output: last(life, "output_days"),
        trust_days: people(scenario, life) * sum_of_known(levels_on(life, referent, from, days)),
        left_out: days.iter().skip(from as usize).filter(|shared| !**shared).count() as u32,
        back: times.map(|times| times.back),
        level: times.and_then(|times| times.twin_back),
    }
}

/// The day from which on leavers and trust-days are counted.
pub fn counted_from(headline: Headline) -> u32 {
    if headline.lost { headline.from } else { 0 }
}

/// What came of all lives.
pub fn outcomes(scenario: &Scenario, plans: &[ArmPlan], lives: &[ArmLives], reference: usize) -> Outcomes {
    let headline = Headline::of(scenario);
    let most = lives.iter().map(|arm| arm.lives.len()).max().unwrap_or(0);
    let of_life = |number: usize| lives.iter().filter_map(move |arm| arm.lives.get(number)?.as_ref().ok());
    let days: Vec<Vec<bool>> = (0..most).map(|number| shared_days(of_life(number), headline.referent)).collect();
    let twin = |plan: &ArmPlan| plans.iter().zip(lives).find(|(other, _)| plan.twin.as_ref() == Some(&other.name)).map(|(_, lives)| lives);
    let of = |plan: &ArmPlan, (number, life): (u32, &Result<Life, String>)| {
        let calm = twin(plan).and_then(|twin| twin.lives.get(number as usize)?.as_ref().ok());
        life.as_ref().ok().map(|life| outcome(headline, &plan.scenario, number, life, calm, &days[number as usize]))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::recovery::{leading, recovery};
    use crate::analysis::survival::Survival;
    use crate::analysis::tests::breach;
    use crate::ensemble::plan::plan;

    /// Trust of 0.6, from day 100 on lower for a while; on `gone` nobody is there.
    fn life(low: f32, until: usize, gone: std::ops::Range<usize>) -> Life {
        let trust = |day: usize| match day {
            day if gone.contains(&day) => f32::NAN,
            day if (100..until).contains(&day) => low,
            _ => 0.6,
        };
        Life { daily_trust: (0..=600).flat_map(|day| [trust(day); 3]).collect(), ..Life::default() }
    }

    fn two(one: Vec<Life>, other: Vec<Life>) -> (Vec<ArmPlan>, Vec<ArmLives>, Outcomes) {
        let scenario = Scenario { events: vec![breach(100)], ..Scenario::default() };
        let mut plans = plan(&scenario);
        plans.truncate(1);
        plans.push(ArmPlan { name: "other".into(), ..plans[0].clone() });
        let arm = |plan: &ArmPlan, lives: Vec<Life>| ArmLives {
            arm: plan.name.clone(),
            twin: None,
            worlds: 1,
            lives: lives.into_iter().map(Ok).collect(),
        };
        let lives = vec![arm(&plans[0], one), arm(&plans[1], other)];
        let found = outcomes(&scenario, &plans, &lives, 0);
        (plans, lives, found)
    }

    #[test]
    fn a_day_that_one_arm_lacks_is_left_out_of_all() {
        // The second arm is better by 0.1 on 200 days; on a hundred of them its leader is away, or that of the first arm.
        for (here, there) in [(150..150, 150..250), (150..250, 150..150), (400..500, 150..250)] {
            let (_, _, found) = two(vec![life(0.3, 300, here.clone())], vec![life(0.4, 300, there.clone())]);
            let [one, other] = [0, 1].map(|arm: usize| found.arms[arm].lives[0].unwrap());
            let shared = (100..300).filter(|day| !here.contains(day) && !there.contains(day)).count() as f64;
            let won = (other.trust_days - one.trust_days) / 96.0;
            assert!((won - 0.1 * shared).abs() < 1e-3, "{won} on {shared} days");
            assert_eq!(one.left_out, other.left_out);
            assert_eq!(one.left_out as usize, here.len() + there.len());
        }
    }

    #[test]
    fn a_return_is_the_number_of_the_recovery_table() {
        let lives = || [150, 200, 260].map(|until| life(0.3, until, 0..0)).to_vec();
        let (plans, arms, found) = two(lives(), lives());
        for (at, (plan, arm)) in plans.iter().zip(&arms).enumerate() {
            let rows = recovery(&plan.scenario, arm, None);
            let row = &leading(&rows).unwrap().back;
            assert!(row.median.is_some());
            assert_eq!(Survival::of(&found.waits(at)).quantile(0.5), row.median);
        }
        // It counts from the arm's own breach, whatever the day of the others'.
        let own = |day: u32| {
            let scenario = Scenario { events: vec![breach(day)], ..Scenario::default() };
            leading_course(&scenario, Referent::Leader, 0, &life(0.3, 200, 0..0), None).unwrap().day
        };
        assert_eq!([own(100), own(120)], [100, 120]);
    }
}
