//! # The worth ladder
//!
//! Which policy is the best to expect, for every worth of an avoided departure from nothing up, so that nobody needs to say a
//! worth before seeing what hangs on it.
//!
//! ```text
//!   expected objective of p = worth · a − c       a mean leavers avoided, c mean cost
//!   q overtakes p at          (c_q − c_p) / (a_q − a_p)
//!   break-even of p         = c / a                from there on where leavers are avoided, up to there where it saves costs and
//!                                                  more people leave; "never" where it costs something and avoids nobody
//! ```

use super::outcome::Outcomes;
use super::ranking::{Policy, pair, win};

/// From this worth on a policy is the best to expect.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Person-days.
    pub from: f64,
    /// Its index.
    pub policy: usize,
    /// The middle of its stretch, person-days: halfway to the next step; for the last, twice where it begins (at least 2).
    pub middle: f64,
    /// Share of worlds in which it is the best of all in the middle of its stretch; NaN with one world.
    pub best: f64,
    /// The policies that cannot be separated from it in the middle of its stretch.
    pub alike: Vec<usize>,
}

/// The ladder: policies below the floor are left out.
pub fn ladder(outcomes: &Outcomes, policies: &[Policy]) -> Vec<Step> {
    let allowed: Vec<usize> = (0..policies.len()).filter(|at| !policies[*at].below_floor).collect();
    let line = |at: usize| (policies[at].avoided.mean, policies[at].cost.mean);
    // At no worth the cheapest; of equals the one that avoids more.
    let cheapest = |one: &usize, other: &usize| {
        let ((a, c), (b, d)) = (line(*one), line(*other));
        c.total_cmp(&d).then(b.total_cmp(&a)).then(one.cmp(other))
    };
    let Some(mut now) = allowed.iter().copied().min_by(cheapest) else { return Vec::new() };
    let step = |from: f64, policy: usize| Step { from, policy, middle: f64::NAN, best: f64::NAN, alike: Vec::new() };
    let mut steps = vec![step(0.0, now)];
    let mut at = 0.0;
    loop {
        let (a, c) = line(now);
        let overtakes = |other: &usize| {
            let (b, d) = line(*other);
            (b > a).then(|| (((d - c) / (b - a)).max(at), b, *other))
        };
        // Of those that overtake at the same worth the steepest stays ahead.
        let next = allowed.iter().filter_map(overtakes).min_by(|one, other| one.0.total_cmp(&other.0).then(other.1.total_cmp(&one.1)));
        let Some((worth, _, policy)) = next else { break };
        (at, now) = (worth, policy);
        steps.push(step(worth, policy));
    }
    // A step that begins where the next does is no step.
    let begins: Vec<f64> = steps.iter().map(|step| step.from).collect();
    let mut kept: Vec<Step> = steps
        .into_iter()
        .enumerate()
        .filter(|(i, step)| begins.get(i + 1).is_none_or(|next| *next > step.from))
        .map(|(_, step)| step)
        .collect();
    let ends: Vec<f64> = kept.iter().skip(1).map(|step| step.from).collect();
    for (i, step) in kept.iter_mut().enumerate() {
        step.middle = ends.get(i).map_or(2.0 * step.from.max(1.0), |end| f64::midpoint(step.from, *end));
        step.best = best_in(policies, &allowed, step.policy, step.middle);
        let apart = |other: usize| pair(outcomes, policies, [step.policy, other], step.middle).separated;
        step.alike = allowed.iter().copied().filter(|other| *other != step.policy && !apart(*other)).collect();
    }
    kept
}

fn best_in(policies: &[Policy], allowed: &[usize], policy: usize, worth: f64) -> f64 {
    let objectives: Vec<Vec<f64>> = allowed.iter().map(|at| policies[*at].objectives(worth)).collect();
    let own = policies[policy].objectives(worth);
    if own.len() < 2 {
        return f64::NAN;
    }
    let share = |world: usize| win(own[world], objectives.iter().map(|all| all[world]));
    (0..own.len()).map(share).sum::<f64>() / own.len() as f64
}

/// The worths of one avoided departure at which a policy pays for itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BreakEven {
    /// From which worth on, by expected values; `None` is never.
    pub worth: Option<f64>,
    /// Up to which worth; `None` is without end.
    pub until: Option<f64>,
    /// From 10 to 90 % of the worlds; `None` is never.
    pub range: [Option<f64>; 2],
    /// Share of worlds in which it never does.
    pub never: f64,
}

/// Of one policy.
pub fn break_even(policy: &Policy) -> BreakEven {
    let of = |avoided: f64, cost: f64| match () {
        () if cost <= 0.0 && avoided >= 0.0 || cost < 0.0 => Some(0.0),
        () if avoided > 0.0 => Some(cost / avoided),
        () => None,
    };
    let (avoided, cost) = (policy.avoided.mean, policy.cost.mean);
    let mut worlds: Vec<f64> = policy.by_world.iter().map(|(avoided, cost)| of(*avoided, *cost).unwrap_or(f64::INFINITY)).collect();
    worlds.sort_by(f64::total_cmp);
    let at = |share: f64| {
        worlds.get((share * worlds.len().saturating_sub(1) as f64).round() as usize).copied().filter(|worth| worth.is_finite())
    };
    BreakEven {
        worth: of(avoided, cost),
        until: (cost < 0.0 && avoided < 0.0).then(|| cost / avoided),
        range: [at(0.1), at(0.9)],
        never: worlds.iter().filter(|worth| worth.is_infinite()).count() as f64 / worlds.len().max(1) as f64,
    }
}

/// The worth from which on `other` is expected to be better than `policy`, if there is one.
pub fn overtakes(policy: &Policy, other: &Policy) -> Option<f64> {
    let (more, dearer) = (other.avoided.mean - policy.avoided.mean, other.cost.mean - policy.cost.mean);
    (more > 0.0 && dearer > 0.0).then(|| dearer / more)
}
