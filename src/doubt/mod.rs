//! # Doubt
//!
//! Luck is what other dice would have brought; doubt is what other values of the parameters would have. Here every parameter
//! is moved by as much as its grade and the published findings leave open ([`world`](crate::ensemble::world)), to find out on
//! which an outcome hangs.
//!
//! | symbol | meaning                                                        |
//! |--------|----------------------------------------------------------------|
//! | luck   | spread over lives of the scenario as it is, same values, other dice |
//! | doubt  | spread over worlds, less the part of it that is luck            |
//!
//! **Read it as.** Two worlds side by side have the same dice, and moves that were opposite before both were brought to the
//! findings. Half their difference is what half the difference of their moves did, with everything that acts alike in both
//! taken out; that holds for any two worlds with the same dice, and opposite moves tell most. Which parameters did it comes
//! from those halves: the one that explains most is found, its part is taken away, and the next is looked for, as long as one
//! stands out.
//!
//! **Limits.** Bounds say what the model can compute, not what is plausible, so the shares are a convention; what is
//! comparable is the order. Worlds meet the published levels, so moves that change those together hang together a little:
//! an effect is that of a parameter with the others as they go with it. A parameter at its bound does not move.

pub mod screening;

use std::sync::atomic::{AtomicBool, Ordering};

use crate::threads::prelude::*;

use crate::analysis::quantile::{mean, sd, square};
use crate::analysis::recovery::course::{levels_on, shared_days};
use crate::analysis::variance::{VarianceComponents, means_of_worlds};
use crate::ensemble::live::live_from;
use crate::ensemble::past::Pasts;
use crate::ensemble::plan::plan;
use crate::ensemble::run::Progress;
use crate::ensemble::world::{World, movable};
use crate::ensemble::{ArmLives, ArmPlan};
use crate::observe::Life;
use crate::scenario::{Cadence, Happening, Referent, Scenario, When};
use crate::theory::LawParameter;
use crate::threads::on;
use screening::Driver;

/// How an arm comes out, and how sure that is.
#[derive(Clone, Debug, PartialEq)]
pub struct ArmOutcome {
    /// The arm.
    pub arm: String,
    /// Its outcome, mean over the lives of the scenario as it is, or over all worlds of a run; NaN where neither was lived.
    pub value: f64,
    /// Standard deviation that other dice make; NaN where it was not asked.
    pub luck: f64,
    /// Standard deviation over worlds, luck apart; NaN where luck is.
    pub doubt: f64,
    /// What explains the differences between worlds, the strongest first.
    pub drivers: Vec<Driver>,
}

/// All arms, and the worlds behind them.
#[derive(Clone, Debug)]
pub struct Doubt {
    /// What is looked at.
    pub headline: Headline,
    /// The parameters that were moved.
    pub movable: Vec<LawParameter>,
    /// Where each stood in each world: the share of the room, −1 to 1.
    pub worlds: Vec<World>,
    /// The outcome of each arm in each world.
    pub outcomes: Vec<ArmOutcome>,
    /// The same by world and arm.
    pub values: Vec<Vec<f64>>,
}

/// The number that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headline {
    /// Trust in whom.
    pub referent: Referent,
    /// From which day on.
    pub from: u32,
    /// Whether it is what is missing against the twin; else the level.
    pub lost: bool,
}

impl Headline {
    /// Trust in whoever breaks it first, from that day on: what is missing of it against the twin. Where nothing is broken, the
    /// level of trust in the leader over the last quarter.
    pub fn of(scenario: &Scenario) -> Self {
        let arms = std::iter::once(scenario).chain(scenario.arms.iter().map(|arm| &*arm.scenario));
        let breaches = arms.flat_map(|arm| &arm.events).filter_map(|event| match (&event.what, &event.when) {
            (Happening::Breach(breach), When::Days(days)) => Some((days.iter().copied().min()?, breach.by)),
            (Happening::Breach(breach), _) => Some((0, breach.by)),
            _ => None,
        });
        let first = breaches.filter(|(day, _)| *day < scenario.run.length).min_by_key(|(day, _)| *day);
        match first {
            Some((from, referent)) => Self { referent, from, lost: true },
            None => Self { referent: Referent::Leader, from: scenario.run.length * 3 / 4, lost: false },
        }
    }

    /// The number of each arm, twins apart, from the levels of all.
    fn values(self, plans: &[ArmPlan], levels: &[f64]) -> Vec<f64> {
        let twin = |name: &str| plans.iter().zip(levels).find(|(plan, _)| plan.name == name).map_or(f64::NAN, |(_, level)| *level);
        let value = |(plan, level): (&ArmPlan, &f64)| match plan.twin.as_deref() {
            Some(name) if self.lost => twin(name) - level,
            None if self.lost => 0.0,
            _ => *level,
        };
        plans.iter().zip(levels).filter(|(plan, _)| !plan.is_twin).map(value).collect()
    }

    /// The mean level of each of these lives, over the days that exist in all of them; NaN for one that is not there.
    fn levels(self, lives: &[Option<&Life>]) -> Vec<f64> {
        let days = shared_days(lives.iter().flatten().copied(), self.referent);
        let level = |life: &Life| mean(&levels_on(life, self.referent, self.from, &days).collect::<Vec<_>>());
        lives.iter().map(|life| life.map_or(f64::NAN, level)).collect()
    }
}

/// How much is lived to find out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Worlds, an even number.
    pub worlds: u32,
    /// Lives per arm under the scenario as it is, which say what luck is; without them only the drivers are found.
    pub luck: u32,
}

impl Effort {
    /// With so many worlds, luck told apart.
    pub const fn full(worlds: u32) -> Self {
        Self { worlds: worlds.next_multiple_of(2), luck: 24 }
    }

    /// How many lives it takes.
    pub fn lives(self, scenario: &Scenario) -> u64 {
        plan(scenario).len() as u64 * u64::from(self.worlds + self.luck)
    }
}

/// What `run --screen` lives to find on what its first arm hangs: enough to see a parameter that explains a quarter of the
/// differences between worlds.
pub const SCREENING: Effort = Effort { worlds: 64, luck: 0 };

/// The scenario with its first arm alone.
pub fn first_arm(scenario: &Scenario) -> Scenario {
    let mut first = scenario.clone();
    first.arms.truncate(1);
    first
}

/// Lives so many worlds and says what came of them; `None` when stopped.
pub fn doubt(
    scenario: &Scenario,
    effort: Effort,
    threads: usize,
    stop: &AtomicBool,
    progress: &(dyn Fn(Progress) + Sync),
) -> Option<Doubt> {
    let headline = Headline::of(scenario);
    let movable = movable();
    let worlds: Vec<World> = (0..effort.worlds).map(|number| World::of(scenario.run.seed, number, movable.len())).collect();
    let lean = lean(scenario);
    let total = effort.lives(scenario);
    let done = std::sync::atomic::AtomicU64::new(0);
    let pasts = Pasts::default();
    let arms = |plans: &[ArmPlan], dice: u32| -> Option<Vec<f64>> {
        let lives: Vec<Life> = plans
            .iter()
            .map(|plan| {
                let life = live_from(&pasts, &plan.scenario, dice, &mut || !stop.load(Ordering::Relaxed))?;
                let now = done.fetch_add(1, Ordering::Relaxed) + 1;
                progress(Progress { done: now, total, share: now as f64 / total as f64 });
                Some(life)
            })
            .collect::<Option<_>>()?;
        Some(headline.values(plans, &headline.levels(&lives.iter().map(Some).collect::<Vec<_>>())))
    };
    let plans = plan(&lean);
    let lucky = || (0..effort.luck).into_par_iter().map(|dice| arms(&plans, dice)).collect::<Option<Vec<_>>>();
    let world = |(number, world): (usize, &World)| arms(&plan(&world.moved(&lean, &movable)), number as u32 / 2);
    let values = || worlds.par_iter().enumerate().map(world).collect::<Option<Vec<_>>>();
    let (lucky, values) = on(threads, || Some((lucky()?, values()?)))?;
    let outcome = |(arm, name): (usize, &str)| {
        let of = |rows: &[Vec<f64>]| rows.iter().map(|row| row[arm]).collect::<Vec<f64>>();
        let (lucky, doubtful) = (of(&lucky), of(&values));
        let luck = sd(&lucky);
        let doubt = (square(sd(&doubtful)) - square(luck)).max(0.0).sqrt();
        let doubt = if luck.is_nan() { f64::NAN } else { doubt };
        ArmOutcome { arm: name.to_owned(), value: mean(&lucky), luck, doubt, drivers: screening::drivers(&worlds, &doubtful, &movable) }
    };
    let outcomes = names(&plans).enumerate().map(outcome).collect();
    Some(Doubt { headline, movable, worlds, outcomes, values })
}

/// The same of a run that was lived in several worlds; `None` if they are too few to tell.
pub fn of_run(scenario: &Scenario, plans: &[ArmPlan], lives: &[ArmLives]) -> Option<Doubt> {
    let count = scenario.run.worlds & !1;
    if count < FEWEST {
        return None;
    }
    let (headline, movable) = (Headline::of(scenario), movable());
    let worlds: Vec<World> = (0..count).map(|number| World::drawn(scenario, number, &movable)).collect();
    let levels = |life: usize| -> Vec<f64> {
        let lives: Vec<Option<&Life>> = lives.iter().map(|arm| arm.lives.get(life)?.as_ref().ok()).collect();
        headline.values(plans, &headline.levels(&lives))
    };
    let by_life: Vec<Vec<f64>> = (0..plans[0].lives() as usize).map(levels).collect();
    let of_arm = |arm: usize| by_life.iter().map(|values| values[arm]).collect::<Vec<f64>>();
    let by_arm: Vec<Vec<f64>> = (0..names(plans).count()).map(|arm| means_of_worlds(&of_arm(arm), scenario.run.worlds)).collect();
    let values = (0..count as usize).map(|world| by_arm.iter().map(|means| means[world]).collect()).collect();
    let outcome = |(arm, name): (usize, &str)| {
        let own = of_arm(arm);
        let apart = VarianceComponents::of(&own, scenario.run.worlds);
        let value = mean(&own.into_iter().filter(|value| value.is_finite()).collect::<Vec<_>>());
        let drivers = screening::drivers(&worlds, &by_arm[arm][..count as usize], &movable);
        ArmOutcome { arm: name.to_owned(), value, luck: apart.luck.sd, doubt: apart.doubt.sd, drivers }
    };
    let outcomes = names(plans).enumerate().map(outcome).collect();
    Some(Doubt { headline, movable, worlds, outcomes, values })
}

/// Fewest worlds of a run among which a driver can be seen.
const FEWEST: u32 = 24;

fn names(plans: &[ArmPlan]) -> impl Iterator<Item = &str> {
    plans.iter().filter(|plan| !plan.is_twin).map(|plan| plan.name.as_str())
}

/// The scenario with nothing recorded but what the headline needs.
pub(crate) fn lean(scenario: &Scenario) -> Scenario {
    let mut lean = scenario.clone();
    lean.run.sociometric = false;
    lean.arms.iter_mut().for_each(|arm| arm.scenario.run.sociometric = false);
    let spare = |scenario: &mut Scenario| {
        (scenario.run.record, scenario.run.record_teams) = (Cadence::Monthly, false);
        // Surveys that nothing waits for cost time and change no life.
        scenario.run.surveys.clear();
    };
    if !waits_for_surveys(scenario) {
        spare(&mut lean);
        lean.arms.iter_mut().for_each(|arm| spare(&mut arm.scenario));
    }
    lean
}

fn waits_for_surveys(scenario: &Scenario) -> bool {
    let waits = |scenario: &Scenario| scenario.repairs.iter().any(|repair| matches!(repair.when, When::TrustBelow { .. }));
    waits(scenario) || scenario.arms.iter().any(|arm| waits(&arm.scenario))
}

#[cfg(test)]
mod tests;
