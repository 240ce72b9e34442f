//! # Worlds
//!
//! A *world* is the same scenario with its parameters moved a little, as far as what is known of them leaves open.
//!
//! ```text
//!   value = given + u · share · (room up to its upper bound if u > 0, down to its lower bound if u < 0)
//!   u     ~ uniform(−1, 1), and −u in the world beside it       share = 0.02 measured, 0.05 related, 0.10 assumed
//! ```
//!
//! Parameters that a fit has pinned down are drawn from that fit instead: `value = given + draw − mean of the draws`, one
//! draw of all of them together for each world (`[posterior]`, written by `calibrate`).
//!
//! **Read it as.** Worlds come in mirrored pairs, and both of a pair have the same dice, so that half their difference is what
//! the moves did. Every pair has other dice, so that luck averages out over worlds and is not taken for certainty.
//!
//! **Limits.** Bounds say what the model can compute, not what is plausible, so the shares are a convention. Worlds are not
//! confronted with the findings: some of them would miss many. A parameter at its bound moves one way only.

use std::borrow::Cow;

use crate::ensemble::ArmPlan;
use crate::random::{Dice, Purpose};
use crate::scenario::Scenario;
use crate::theory::{Grade, Listed, Parameter, Parameters};

/// The share of the room up to its bounds that a grade leaves open.
pub const fn share(grade: Grade) -> f64 {
    match grade {
        Grade::Measured => 0.02,
        Grade::Related => 0.05,
        Grade::Assumed => 0.10,
    }
}

/// The value of a parameter at this move from `value`.
pub fn at(parameter: &Listed, value: f64, step: f64) -> f64 {
    let row = parameter.row;
    let room = if step > 0.0 { row.high - value } else { value - row.low };
    (value + step * share(row.grade) * room).clamp(row.low, row.high)
}

/// The parameters that decide what is lived: all but those that only measure or price it, and the reference of outcomes,
/// which is measured.
pub fn movable() -> Vec<Listed> {
    let lived = |group: &str, row: &Parameter| match group {
        "survey" | "cost" => false,
        "team" => !matches!(row.key, "control" | "transaction"),
        // What a behaviour or a practice does not tell of at all is no guess but what it is.
        "loadings" | "signals" => row.default > 0.0,
        "outcome" => !row.key.starts_with("mean_") && !row.key.starts_with("sd_"),
        _ => true,
    };
    Parameters::listed().filter(|known| lived(known.group, known.row)).collect()
}

/// How far each parameter is moved, −1 to 1, in the order of [`movable`].
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// The moves.
    pub moves: Vec<f64>,
}

impl World {
    /// World `number` of a run with this seed: an odd one is the mirror of the one before.
    pub fn of(seed: u64, number: u32, parameters: usize) -> Self {
        let mut draw = Dice::new(seed, number / 2).at(Purpose::World, 0, 0, 0);
        let side = if number.is_multiple_of(2) { 1.0 } else { -1.0 };
        Self { moves: (0..parameters).map(|_| side * (2.0 * draw.uniform() - 1.0)).collect() }
    }

    /// The same with what a run draws from a fit: how far each draw is off, in half widths of an even spread as wide as theirs.
    pub fn drawn(scenario: &Scenario, number: u32, movable: &[Listed]) -> Self {
        let mut world = Self::of(scenario.run.seed, number, movable.len());
        for fitted in &scenario.posterior {
            if let Some(at) = movable.iter().position(|known| known.path() == fitted.parameter) {
                world.moves[at] = fitted.standing(number);
            }
        }
        world
    }

    /// The scenario and its arms in this world; an arm's own value is moved from where the arm has set it.
    pub fn moved(&self, scenario: &Scenario, movable: &[Listed]) -> Scenario {
        let mut moved = scenario.clone();
        self.shift(&mut moved.parameters, movable);
        for arm in &mut moved.arms {
            self.shift(&mut arm.scenario.parameters, movable);
            if let Some(past) = &mut arm.scenario.past {
                self.shift(&mut past.parameters, movable);
            }
        }
        moved
    }

    fn shift(&self, parameters: &mut Parameters, movable: &[Listed]) {
        for (movable, &step) in movable.iter().zip(&self.moves) {
            let value = at(movable, parameters.value(movable), step);
            parameters.set(movable.group, movable.row.key, value);
        }
    }
}

/// The parameters in world `number` of a run.
pub fn parameters(scenario: &Scenario, number: u32) -> Parameters {
    let mut parameters = scenario.parameters;
    if scenario.run.worlds > 1 {
        let movable = movable();
        World::of(scenario.run.seed, number, movable.len()).shift(&mut parameters, &movable);
        for fitted in &scenario.posterior {
            fitted.draw(number, &scenario.parameters, &mut parameters);
        }
    }
    parameters
}

/// Where a life stands among those of its arm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Which life of its world, from 0.
    pub replicate: u32,
    /// Its world, from 0.
    pub world: u32,
}

/// Lives of an arm are numbered through: all worlds of the first replicate, then those of the next, so that more replicates
/// are only added at the end.
impl ArmPlan {
    /// How many there are.
    pub fn lives(&self) -> u32 {
        self.scenario.run.replicates.saturating_mul(self.scenario.run.worlds)
    }

    /// Where a life stands among them.
    pub fn turn(&self, life: u32) -> Turn {
        Turn { replicate: life / self.scenario.run.worlds, world: life % self.scenario.run.worlds }
    }

    /// The dice of a life: its own in each replicate and each pair of worlds.
    pub fn dice(&self, life: u32) -> u32 {
        let Turn { replicate, world } = self.turn(life);
        replicate * self.scenario.run.worlds.div_ceil(2) + world / 2
    }

    /// The scenario of a life: as it stands in its world.
    pub fn scenario_of(&self, life: u32) -> Cow<'_, Scenario> {
        if self.scenario.run.worlds == 1 {
            return Cow::Borrowed(&self.scenario);
        }
        let world = self.turn(life).world;
        let mut moved = Scenario { parameters: parameters(&self.scenario, world), ..self.scenario.clone() };
        if let Some(past) = &mut moved.past {
            past.parameters = parameters(&Scenario { parameters: past.parameters, ..self.scenario.clone() }, world);
        }
        Cow::Owned(moved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::plan::plan;
    use crate::scenario::Posterior;

    fn arm(worlds: u32, replicates: u32) -> ArmPlan {
        let mut scenario = Scenario::default();
        (scenario.run.worlds, scenario.run.replicates) = (worlds, replicates);
        plan(&scenario).swap_remove(0)
    }

    #[test]
    fn each_world_has_its_mirror_and_stays_within_the_bounds() {
        let movable = movable();
        let worlds: Vec<World> = (0..6).map(|number| World::of(1, number, movable.len())).collect();
        for pair in worlds.chunks_exact(2) {
            assert!(pair[0].moves.iter().zip(&pair[1].moves).all(|(one, other)| (one + other).abs() < 1e-12));
        }
        for world in &worlds {
            let moved = world.moved(&Scenario::default(), &movable);
            for movable in &movable {
                let value = moved.parameters.get(movable.group, movable.row.key).unwrap();
                assert!((movable.row.low..=movable.row.high).contains(&value), "{}", movable.path());
            }
        }
    }

    #[test]
    fn one_world_is_the_scenario_as_it_is() {
        let plan = arm(1, 3);
        assert_eq!((plan.lives(), plan.dice(2), plan.turn(2)), (3, 2, Turn { replicate: 2, world: 0 }));
        assert_eq!(*plan.scenario_of(2), plan.scenario);
    }

    #[test]
    fn pairs_share_their_dice_and_every_other_life_has_its_own() {
        let plan = arm(6, 4);
        let mut dice: Vec<u32> = (0..plan.lives()).step_by(2).map(|life| plan.dice(life)).collect();
        assert!((0..plan.lives()).step_by(2).all(|life| plan.dice(life) == plan.dice(life + 1)));
        dice.sort_unstable();
        assert_eq!(dice, (0..12).collect::<Vec<_>>());
        assert_eq!(plan.turn(13), Turn { replicate: 2, world: 1 });
        // More replicates leave the first ones what they were.
        assert_eq!(arm(6, 9).dice(13), plan.dice(13));
        assert_ne!(plan.scenario_of(0).parameters, plan.scenario_of(1).parameters);
        assert_eq!(plan.scenario_of(1).parameters, plan.scenario_of(7).parameters);
    }

    #[test]
    fn a_fitted_parameter_takes_its_draws_around_where_it_stands() {
        let mut plan = arm(4, 2);
        let row = Posterior { parameter: "quotient.tilt".into(), draws: vec![0.3, 0.5] };
        let given = plan.scenario.parameters.get("quotient", "tilt").unwrap();
        plan.scenario.posterior = vec![row];
        let tilt = |life| plan.scenario_of(life).parameters.get("quotient", "tilt").unwrap();
        assert!((tilt(0) - (given - 0.1)).abs() < 1e-12 && (tilt(1) - (given + 0.1)).abs() < 1e-12, "{}", tilt(0));
        assert_eq!(tilt(0).to_bits(), tilt(2).to_bits());
    }
}
