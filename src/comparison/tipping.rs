//! # What would change the order
//!
//! The best policy and another are compared in every world; the assumption that explains most of their difference is found
//! (`doubt::screening`), and the value at which the other would overtake, if that lies within what the assumption's grade and the
//! published findings leave open: where some of the worlds in which it was looked stand.
//!
//! ```text
//!   difference in a world ≈ mean + ½ · effect · u        so that the other overtakes at u = −2 · mean / effect
//! ```

use super::ranking::{Policy, Ranking};
use crate::doubt::screening::drivers;
use crate::ensemble::world::{World, at, movable};
use crate::scenario::Scenario;
use crate::theory::LawParameter;

/// An assumption at which another policy becomes the better one.
#[derive(Clone, Debug)]
pub struct Tipping {
    /// The policy that would overtake the best.
    pub policy: usize,
    /// The assumption.
    pub parameter: LawParameter,
    /// Where it stands.
    pub today: f64,
    /// Where the other overtakes.
    pub at: f64,
}

/// Worlds from which on assumptions are looked at.
pub const FEWEST: u32 = 8;

/// For each policy but the first of the ranking the strongest assumption that would bring it to the top.
pub fn tipping(scenario: &Scenario, policies: &[Policy], ranking: &Ranking, worth: f64) -> Vec<Tipping> {
    let count = scenario.run.worlds & !1;
    let Some(first) = ranking.order.first().filter(|_| count >= FEWEST) else { return Vec::new() };
    let movable = movable();
    let worlds: Vec<World> = (0..count).map(|number| World::drawn(scenario, number, &movable)).collect();
    let top = policies[first.policy].objectives(worth);
    let of = |policy: usize| {
        let other = policies[policy].objectives(worth);
        let ahead: Vec<f64> = top.iter().zip(&other).take(count as usize).map(|(top, other)| top - other).collect();
        let mean = ahead.iter().sum::<f64>() / ahead.len() as f64;
        drivers(&worlds, &ahead, &movable).into_iter().find_map(|driver| {
            let place = movable.iter().position(|known| known.path() == driver.parameter)?;
            let parameter = &movable[place];
            let step = -2.0 * mean / driver.effect;
            let [low, high] = worlds.iter().fold([0.0_f64; 2], |[low, high], world| {
                let here = world.moves[place];
                [low.min(here), high.max(here)]
            });
            let today = scenario.parameters.value(parameter);
            let fitted = scenario.posterior.iter().any(|fitted| fitted.parameter == driver.parameter);
            ((low..=high).contains(&step) && !fitted).then(|| Tipping {
                policy,
                parameter: *parameter,
                today,
                at: at(parameter, today, step),
            })
        })
    };
    ranking.order.iter().skip(1).filter_map(|ranked| of(ranked.policy)).collect()
}
