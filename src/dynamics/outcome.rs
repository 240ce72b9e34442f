//! # Outcomes
//!
//! Once a week trust settles into engagement, satisfaction, strain and the rest, and into the climate of the team.

use super::behaviour::Keys;
use crate::organisation::{Block, LANES, Lane};
use crate::random::{Dice, Purpose, bits, near_normal, slot};
use crate::scenario::Scenario;
use crate::theory::outcome::{self, HELPING, KNOWLEDGE_SHARING, LEARNING, MOTIVATION, OutcomeLaw, PERFORMANCE, READINESS, STRAIN};
use crate::theory::practice::at_work;
use crate::theory::team::{self, Hands, Levels};
use crate::theory::turnover;

/// One week of outcomes in one block.
pub fn step(block: &mut Block, scenario: &Scenario, practices: &[f64; 6], dice: Dice, day: u32) {
    follow(block, scenario, practices, dice, day, Pace::Week);
}

/// Puts everyone's outcomes, and the safety of the teams, where this morning's trust would bring them in the end: on day 0
/// an organisation has lived before.
pub fn settle(block: &mut Block, scenario: &Scenario, practices: &[f64; 6], dice: Dice) {
    for _ in 0..2 {
        follow(block, scenario, practices, dice, 0, Pace::AtOnce); // twice, because outcomes lean on strain
    }
}

/// How far outcomes follow what moves them.
#[derive(Clone, Copy, PartialEq)]
enum Pace {
    /// As far as they do in a week.
    Week,
    /// All the way.
    AtOnce,
}

fn follow(block: &mut Block, scenario: &Scenario, practices: &[f64; 6], dice: Dice, day: u32, pace: Pace) {
    let law = &scenario.parameters.outcome;
    let noise = Keys::of(block, dice, Purpose::Noise, day);
    let pulls = outcome::pulls(law);
    let at_once = practices_at_once(scenario, practices);
    let load = loads(block, scenario);
    let own_scale = (law.residual * law.lasting).sqrt() as f32;
    let noise_sd = (law.residual * (1.0 - law.lasting)).sqrt() as f32;
    let teams = block.teams;
    for (i, seat) in block.seat.iter_mut().enumerate() {
        let z: [Lane; 3] = std::array::from_fn(|r| standardised(law, &seat.trust[r], r));
        let own_keys: [(u32, u32); LANES] = std::array::from_fn(|l| {
            let key = dice.key(Purpose::OwnOutcome, seat.generation[l], teams[l]);
            (key.low, key.high)
        });
        let strain = seat.outcomes[STRAIN];
        for (k, pull) in pulls.iter().enumerate() {
            let rate = if pace == Pace::AtOnce { 1.0 } else { (1.0 / pull.weeks) as f32 };
            let weights = pull.trust.map(|w| w as f32);
            let talent = if k == PERFORMANCE { law.ability as f32 } else { 0.0 };
            for (l, (low, high)) in own_keys.iter().enumerate() {
                let own = own_scale * near_normal(bits(*low, *high, slot(i, k)));
                let trusting = weights[0] * z[0].0[l] + weights[1] * z[1].0[l] + weights[2] * z[2].0[l];
                let burden = if k == STRAIN { load.0[l] } else { 0.0 };
                let target = trusting + pull.strain as f32 * strain.0[l] + at_once[k] + burden + talent * seat.ability.0[l] + own;
                let shake = near_normal(noise.bits(l, slot(i, k)));
                let y = &mut seat.outcomes[k].0[l];
                *y = outcome::week(*y, target, shake, noise_sd, rate);
            }
        }
    }
    climate(block, scenario, practices, pace);
}

/// Trust against the fixed reference; where there is none (a leader's leader), at the reference.
fn standardised(law: &OutcomeLaw, trust: &Lane, referent: usize) -> Lane {
    let mean = [law.mean_colleague, law.mean_leader, law.mean_top][referent] as f32;
    let sd = [law.sd_colleague, law.sd_leader, law.sd_top][referent] as f32;
    Lane(trust.0.map(|t| if t.is_nan() { 0.0 } else { outcome::standardised(t, mean, sd, law.limit as f32) }))
}

/// What the practices do to outcomes directly, in standard deviations.
fn practices_at_once(scenario: &Scenario, practices: &[f64; 6]) -> [f32; 12] {
    let law = &scenario.parameters.practice;
    let mut at_once = [0.0; 12];
    if scenario.mechanisms.practices_work {
        at_once[STRAIN] = -(at_work(law.clarity_strain, practices[3]) + at_work(law.wellbeing_strain, practices[5])) as f32;
        at_once[MOTIVATION] = at_work(law.autonomy_motivation, practices[4]) as f32;
    }
    at_once
}

/// The strain of empty seats, for each team.
fn loads(block: &Block, scenario: &Scenario) -> Lane {
    let weight = if scenario.mechanisms.strain_of_vacancies { scenario.parameters.outcome.load } else { 0.0 };
    Lane(std::array::from_fn(|lane| {
        let size = block.open_seats(lane).max(1) as f64;
        (weight * (1.0 - block.headcount(lane) as f64 / size)) as f32
    }))
}

/// Safety follows trust; a shock's disorder settles.
fn climate(block: &mut Block, scenario: &Scenario, practices: &[f64; 6], pace: Pace) {
    let law = &scenario.parameters.team;
    for lane in (0..LANES).filter(|&lane| block.teams[lane] != u32::MAX) {
        let levels = levels(block, practices, lane);
        let target = team::safety_target(law, levels.trust[0], levels.trust[1]) as f32;
        if !target.is_nan() {
            let rate = if pace == Pace::AtOnce { 1.0 } else { 1.0 / law.safe_weeks as f32 };
            block.safety.0[lane] += (target - block.safety.0[lane]) * rate;
        }
        block.disruption.0[lane] = team::settling(law, block.disruption.0[lane] as f64, levels.readiness) as f32;
    }
}

/// The levels of a team from which its climate follows; means over those present, and ½ where there is nobody.
pub fn levels(block: &Block, practices: &[f64; 6], lane: usize) -> Levels {
    let mean = |of: &dyn Fn(&crate::organisation::Seat) -> f32| {
        let (mut sum, mut count) = (0.0, 0.0);
        for seat in block.seat.iter().filter(|seat| seat.present.0[lane] > 0.0) {
            let value = of(seat);
            if !value.is_nan() {
                sum += value as f64;
                count += 1.0;
            }
        }
        if count > 0.0 { sum / count } else { 0.5 }
    };
    let index = |k: usize| mean(&|seat| outcome::index(seat.outcomes[k].0[lane]));
    Levels {
        trust: [0, 1, 2].map(|r: usize| mean(&|seat| seat.trust[r].0[lane])),
        safety: block.safety.0[lane] as f64,
        helping: index(HELPING),
        knowledge_sharing: index(KNOWLEDGE_SHARING),
        learning: index(LEARNING),
        readiness: index(READINESS),
        autonomy: practices[4],
        vision: practices[1],
    }
}

/// Output of a team as a share of the reference output of a full team.
pub fn output(block: &Block, scenario: &Scenario, practices: &[f64; 6], day: u32, lane: usize) -> f64 {
    let (law, turnover) = (&scenario.parameters.team, &scenario.parameters.turnover);
    let mut effort = 0.0;
    for seat in block.seat.iter().filter(|seat| seat.present.0[lane] > 0.0) {
        let weeks = (day as f64 - seat.started[lane] as f64) / 5.0;
        let ramp = if scenario.mechanisms.ramp_up { turnover::ramp(turnover, weeks) } else { 1.0 };
        effort += ramp * (1.0 + law.spread * seat.outcomes[PERFORMANCE].0[lane] as f64);
    }
    let levels = levels(block, practices, lane);
    let hands = Hands {
        effort,
        present: block.headcount(lane) as f64,
        seats: block.open_seats(lane).max(1) as f64,
        interdependence: block.interdependence.0[lane] as f64,
        disruption: block.disruption.0[lane] as f64,
        sabotage: block.sabotage.0[lane] as f64,
    };
    team::output(law, &levels, &hands)
}
