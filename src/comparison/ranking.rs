//! # Ranking
//!
//! ```text
//!   objective(p, w) = worth · (leavers of the reference − leavers of p) − (cost of p − cost of the reference)   means over the replicates of world w
//!   cost            = repair + practices + replacement + control + transaction + theft + sick leave             all that the model books
//!   regret(p, w)    = max over q of objective(q, w) − objective(p, w)
//! ```
//!
//! **Read it as.** Policies are ordered by their expected regret, the mean over worlds: how many person-days one gives away by
//! choosing before knowing in which world one lives (Savage 1951). How often a policy is the best of all stands beside it and
//! never decides, for one that is best in most worlds may be ruinous in the others.
//!
//! Replacing a leaver is in the cost, and so the worth is what a departure costs beyond that. Output is shown beside it and is in neither.
//!
//! **Limits.** With one world there is nothing to be wrong about but luck: regret is then the gap between the means, and shares
//! of worlds are not given. Means over few replicates hold luck, which makes worlds look more different than they are; the
//! interval of the mean difference does not suffer from it.

use super::outcome::{Outcome, Outcomes, PARTS};
use crate::analysis::interval::{Estimate, estimate_in_worlds};
use crate::analysis::quantile::{mean, quantile, sd, square};
use crate::analysis::variance::{VarianceComponents, means_of_worlds};

/// What lives brought beside those of the reference with the same numbers; NaN where one of the two failed.
#[derive(Clone, Debug, PartialEq)]
pub struct Gains {
    /// Person-days that it costs beyond the reference.
    pub cost: Vec<f64>,
    /// The same by part, in the order of [`PARTS`].
    pub parts: [Vec<f64>; PARTS.len()],
    /// Person-days of output beyond the reference.
    pub output: Vec<f64>,
    /// Leavers avoided.
    pub avoided: Vec<f64>,
    /// Trust-days won back, for each person at the start.
    pub recovered: Vec<f64>,
}

/// The gains of lives over those of the reference, in which so many people lived at the start.
pub fn gains(lives: &[Option<Outcome>], reference: &[Option<Outcome>], people: f64) -> Gains {
    let paired = |value: &dyn Fn(&Outcome, &Outcome) -> f64| -> Vec<f64> {
        let both = |(own, other): (&Option<Outcome>, &Option<Outcome>)| Some(value(own.as_ref()?, other.as_ref()?));
        lives.iter().zip(reference).map(|pair| both(pair).unwrap_or(f64::NAN)).collect()
    };
    Gains {
        cost: paired(&|own, other| own.cost() - other.cost()),
        parts: std::array::from_fn(|part| paired(&|own, other| own.costs[part] - other.costs[part])),
        output: paired(&|own, other| own.output - other.output),
        avoided: paired(&|own, other| 0.0 - (own.leavers - other.leavers)),
        recovered: paired(&|own, other| own.trust_days - other.trust_days).into_iter().map(|days| days / people).collect(),
    }
}

/// Whether the first is as good in everything and better in something; more is better.
pub fn dominates(own: [f64; 3], other: [f64; 3]) -> bool {
    own.iter().zip(&other).all(|(own, other)| own >= other) && own.iter().zip(&other).any(|(own, other)| own > other)
}

/// What the user wants.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// What one avoided departure is worth, in person-days; `None` until it is said.
    pub worth: Option<f64>,
    /// Fewest trust-days a head that a policy must win back.
    pub floor: Option<f64>,
    /// The regret up to which a policy is near the best, in person-days.
    pub near: f64,
}

/// Mean, and the range from 10 to 90 % over lives; how much of their spread is luck and how much doubt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The mean.
    pub mean: f64,
    /// 10 %.
    pub lo: f64,
    /// 90 %.
    pub hi: f64,
    /// Standard deviation that other dice make.
    pub luck: f64,
    /// Standard deviation that other values of the parameters make; NaN with one world.
    pub doubt: f64,
}

/// A policy beside the reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// Its place among the arms.
    pub arm: usize,
    /// Its name.
    pub name: String,
    /// Person-days that it costs beyond the reference, all in all.
    pub cost: Range,
    /// The same by part, in the order of [`PARTS`]; their means add up to it.
    pub parts: [Range; PARTS.len()],
    /// Person-days of output beyond the reference; no part of the cost.
    pub output: Range,
    /// Leavers avoided.
    pub avoided: Range,
    /// Trust-days won back, for each person at the start.
    pub recovered: Range,
    /// In each world: leavers avoided and what it costs.
    pub by_world: Vec<(f64, f64)>,
    /// Whether another costs no more, avoids as many leavers and wins back as much trust, and is better in one of these.
    pub dominated: bool,
    /// Whether it wins back less than the floor.
    pub below_floor: bool,
}

/// Where a policy stands at a worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// The policy's index.
    pub policy: usize,
    /// From 1; shared with those it cannot be separated from.
    pub place: usize,
    /// Whether somebody shares the place.
    pub shared: bool,
    /// Mean objective, with its interval.
    pub objective: Estimate,
    /// Expected regret.
    pub regret: f64,
    /// Largest regret.
    pub most: f64,
    /// Share of worlds in which it is the best, ties split; NaN with one world.
    pub best: f64,
    /// Share of worlds in which its regret is small; NaN with one world.
    pub near: f64,
    /// The world in which it does worst, and its objective there.
    pub worst: (u32, f64),
}

/// Two policies that follow one another in the ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The policy above and the one below.
    pub policies: [usize; 2],
    /// Share of worlds in which they change places; NaN with one world.
    pub swaps: f64,
    /// Mean difference of their objectives.
    pub difference: Estimate,
    /// Whether they can be told apart.
    pub separated: bool,
    /// Whether they are the same in every replicate.
    pub same: bool,
    /// Replicates more in each world that would bring the interval off zero; `None` if no number would.
    pub needed: Option<u32>,
}

/// What keeps two policies from being told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Nothing: they can be told apart.
    None,
    /// Whatever is run, there is no difference.
    Same,
    /// They change places in more than [`SWAPS`] of the worlds.
    Swaps,
    /// The interval of their difference contains zero.
    Interval,
}

impl Pair {
    /// The rule that decided; where both speak, the worlds, for more replicates would not change them.
    pub fn rule(&self) -> Rule {
        match self {
            Pair { separated: true, .. } => Rule::None,
            Pair { same: true, .. } => Rule::Same,
            Pair { swaps, .. } if *swaps > SWAPS => Rule::Swaps,
            _ => Rule::Interval,
        }
    }
}

/// Policies in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// By expected regret; those below the floor are left out.
    pub order: Vec<Ranked>,
    /// Neighbours.
    pub pairs: Vec<Pair>,
}

/// The policies whose trust-days won back cannot be told from those of one of them: the interval of the difference contains zero.
pub fn win_back_alike(outcomes: &Outcomes, policies: &[Policy], one: usize) -> Vec<usize> {
    let lives = |at: usize| outcomes.arms[policies[at].arm].lives.as_slice();
    let apart = |other: usize| {
        let difference = estimate_in_worlds(&gains(lives(one), lives(other), outcomes.people).recovered, outcomes.worlds);
        difference.low > 0.0 || difference.high < 0.0
    };
    (0..policies.len()).filter(|other| *other != one && !apart(*other)).collect()
}

/// Two policies that change places in more worlds than this cannot be separated.
pub const SWAPS: f64 = 0.3;

/// All policies, the reference first, twins apart.
pub fn policies(outcomes: &Outcomes, wish: &Wish) -> Vec<Policy> {
    let reference = &outcomes.arms[outcomes.reference];
    let real = outcomes.arms.iter().enumerate().filter(|(_, arm)| !arm.is_twin);
    let mut all: Vec<Policy> = real
        .map(|(at, arm)| {
            let Gains { cost, parts, output, avoided, recovered } = gains(&arm.lives, &reference.lives, outcomes.people);
            let by_world = means_of_worlds(&avoided, outcomes.worlds).into_iter().zip(means_of_worlds(&cost, outcomes.worlds));
            Policy {
                arm: at,
                name: arm.name.clone(),
                by_world: by_world.collect(),
                cost: Range::of(cost, outcomes.worlds),
                parts: parts.map(|part| Range::of(part, outcomes.worlds)),
                output: Range::of(output, outcomes.worlds),
                avoided: Range::of(avoided, outcomes.worlds),
                recovered: Range::of(recovered, outcomes.worlds),
                dominated: false,
                below_floor: false,
            }
        })
        .collect();
    let marks: Vec<(bool, bool)> = all
        .iter()
        .map(|own| {
            (
                all.iter().any(|other| other.dominates(own)),
                wish.floor.is_some_and(|floor| own.recovered.mean.is_nan() || own.recovered.mean < floor),
            )
        })
        .collect();
    for (policy, (dominated, below)) in all.iter_mut().zip(marks) {
        (policy.dominated, policy.below_floor) = (dominated, below);
    }
    all.sort_by_key(|policy| (policy.arm != outcomes.reference, policy.arm));
    all
}

impl Range {
    /// Of values by the number of their lives.
    fn of(mut values: Vec<f64>, worlds: u32) -> Self {
        let apart = VarianceComponents::of(&values, worlds);
        values.retain(|value| value.is_finite());
        values.sort_by(f64::total_cmp);
        Self { mean: mean(&values), lo: quantile(&values, 0.1), hi: quantile(&values, 0.9), luck: apart.luck.sd, doubt: apart.doubt.sd }
    }
}

impl Policy {
    fn dominates(&self, other: &Self) -> bool {
        let merits = |policy: &Self| [-policy.cost.mean, policy.avoided.mean, policy.recovered.mean];
        dominates(merits(self), merits(other))
    }

    /// The objective in each world at a worth.
    pub fn objectives(&self, worth: f64) -> Vec<f64> {
        self.by_world.iter().map(|(avoided, cost)| worth * avoided - cost).collect()
    }
}

/// The objective of each life at a worth, by number; NaN where the arm's or the reference's failed.
fn objectives_of_lives(outcomes: &Outcomes, arm: usize, worth: f64) -> Vec<f64> {
    let value = |outcome: &Outcome| 0.0 - worth * outcome.leavers - outcome.cost();
    let one =
        |(own, other): (&Option<Outcome>, &Option<Outcome>)| own.as_ref().zip(other.as_ref()).map(|(own, other)| value(own) - value(other));
    outcomes.arms[arm].lives.iter().zip(&outcomes.arms[outcomes.reference].lives).map(|pair| one(pair).unwrap_or(f64::NAN)).collect()
}

/// 1 for the best of all, its share of it where several are, 0 for the others.
pub(super) fn win(own: f64, all: impl Iterator<Item = f64> + Clone) -> f64 {
    let best = all.clone().fold(f64::NEG_INFINITY, f64::max);
    if own >= best { 1.0 / all.filter(|other| *other >= best).count() as f64 } else { 0.0 }
}

/// The policies in order at this worth.
pub fn ranking(outcomes: &Outcomes, policies: &[Policy], worth: f64, near: f64) -> Ranking {
    let objectives: Vec<Vec<f64>> = policies.iter().map(|policy| policy.objectives(worth)).collect();
    let allowed: Vec<usize> = (0..policies.len()).filter(|at| !policies[*at].below_floor).collect();
    let worlds: Vec<usize> =
        (0..outcomes.worlds as usize).filter(|world| allowed.iter().all(|at| objectives[*at][*world].is_finite())).collect();
    let best: Vec<f64> =
        worlds.iter().map(|world| allowed.iter().map(|at| objectives[*at][*world]).fold(f64::NEG_INFINITY, f64::max)).collect();
    let share = |sum: f64| if worlds.len() < 2 { f64::NAN } else { sum / worlds.len() as f64 };
    let mut order: Vec<Ranked> = allowed
        .iter()
        .map(|&at| {
            let regrets: Vec<f64> = worlds.iter().zip(&best).map(|(world, best)| best - objectives[at][*world]).collect();
            let first = |world: &usize| win(objectives[at][*world], allowed.iter().map(|other| objectives[*other][*world]));
            let worst = worlds.iter().copied().min_by(|one, other| objectives[at][*one].total_cmp(&objectives[at][*other])).unwrap_or(0);
            Ranked {
                policy: at,
                place: 0,
                shared: false,
                objective: estimate_in_worlds(&objectives_of_lives(outcomes, policies[at].arm, worth), outcomes.worlds),
                regret: mean(&regrets),
                most: regrets.iter().copied().fold(f64::NAN, f64::max),
                best: share(worlds.iter().map(first).sum()),
                near: share(regrets.iter().filter(|regret| **regret <= near).count() as f64),
                worst: (worst as u32, objectives[at].get(worst).copied().unwrap_or(f64::NAN)),
            }
        })
        .collect();
    order.sort_by(|one, other| one.regret.total_cmp(&other.regret).then(one.policy.cmp(&other.policy)));
    let between = |above: usize, below: usize| pair(outcomes, policies, [above, below], worth);
    let pairs: Vec<Pair> = order.windows(2).map(|two| between(two[0].policy, two[1].policy)).collect();
    // A place is shared with its first holder: who can be told from that one stands below, however close the one between.
    let mut first = 0;
    for at in 0..order.len() {
        if at > first && between(order[first].policy, order[at].policy).separated {
            first = at;
        }
        order[at].place = first + 1;
        order[at].shared = at > first;
        order[first].shared |= at > first;
    }
    Ranking { order, pairs }
}

/// Two policies at a worth, life by life.
pub(super) fn pair(outcomes: &Outcomes, policies: &[Policy], [above, below]: [usize; 2], worth: f64) -> Pair {
    let [one, other] = [above, below].map(|at| objectives_of_lives(outcomes, policies[at].arm, worth));
    let lives: Vec<f64> = one.iter().zip(&other).map(|(one, other)| one - other).collect();
    let difference = estimate_in_worlds(&lives, outcomes.worlds);
    let by_world: Vec<f64> = means_of_worlds(&lives, outcomes.worlds).into_iter().filter(|gap| gap.is_finite()).collect();
    let swapped = |gap: &f64| match gap.total_cmp(&0.0) {
        _ if gap.abs() < 1e-12 => 0.5,
        std::cmp::Ordering::Less => 1.0,
        _ => 0.0,
    };
    let swaps = if by_world.len() < 2 { f64::NAN } else { mean(&by_world.iter().map(swapped).collect::<Vec<_>>()) };
    let off_zero = difference.low > 0.0 || difference.high < 0.0; // one replicate has no interval
    // The same whatever is lived: there is no difference to find.
    let same = lives.iter().filter(|gap| gap.is_finite()).all(|gap| gap.abs() < 1e-12);
    Pair {
        policies: [above, below],
        swaps,
        separated: !same && off_zero && (swaps.is_nan() || swaps <= SWAPS),
        same,
        needed: needed(&lives, outcomes.worlds, difference),
        difference,
    }
}

/// Replicates more in each world after which the interval would keep off zero if the mean stayed what it is.
pub(super) fn needed(lives: &[f64], worlds: u32, difference: Estimate) -> Option<u32> {
    const REACH: f64 = 1.96;
    // What counts as one is a life, or a pair of worlds with the mean of both in each replicate.
    let pairs = worlds.div_ceil(2);
    let ones: Vec<f64> = if worlds > 1 {
        lives.chunks(worlds as usize).flat_map(|replicate| replicate.chunks(2).map(mean)).collect()
    } else {
        lives.to_vec()
    };
    let goal = square(difference.mean / REACH);
    let (now, wanted) = if worlds > 1 {
        let replicates = ones.len() as f64 / f64::from(pairs);
        let luck = square(VarianceComponents::of(&ones, pairs).luck.sd);
        let each = difference.error * difference.error * difference.n as f64;
        // More replicates take away luck; what worlds differ by stays.
        (replicates, luck / (goal * difference.n as f64 - (each - luck / replicates).max(0.0)))
    } else {
        (ones.len() as f64, square(sd(&ones)) / goal)
    };
    let more = (wanted - now).ceil();
    (more > 0.0 && more < 1e6).then_some(more as u32)
}
