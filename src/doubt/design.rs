//! # The design of the worlds
//!
//! Mirrored pairs of random moves: every parameter is moved in every world.

use crate::random::{Dice, Purpose};
use crate::scenario::Scenario;
use crate::theory::{Grade, Listed, Parameter, Parameters};

/// The value of a parameter at this move from `value`.
pub fn at(parameter: &Listed, value: f64, step: f64) -> f64 {
    let row = parameter.row;
    let room = if step > 0.0 { row.high - value } else { value - row.low };
    (value + step * share(row.grade) * room).clamp(row.low, row.high)
}

/// The share of the room up to its bounds that a grade leaves open.
pub const fn share(grade: Grade) -> f64 {
    match grade {
        Grade::Measured => 0.02,
        Grade::Related => 0.05,
        Grade::Assumed => 0.10,
    }
}

/// The parameters that decide what is lived: all but those that only measure or price it, and the reference of outcomes,
/// which is measured.
pub fn movable() -> Vec<Listed> {
    let lived = |group: &str, row: &Parameter| match group {
        "survey" | "cost" => false,
        "team" => !matches!(row.key, "control" | "transaction"),
        "outcome" => !row.key.starts_with("mean_") && !row.key.starts_with("sd_"),
        _ => true,
    };
    Parameters::listed().filter(|known| lived(known.group, known.row)).collect()
}

/// A world: how far each parameter is moved, −1 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// In the order of the parameters.
    pub moves: Vec<f64>,
}

impl World {
    /// The scenario and its arms in this world; an arm's own value is moved from where the arm has set it.
    pub fn moved(&self, scenario: &Scenario, movable: &[Listed]) -> Scenario {
        let mut moved = scenario.clone();
        self.shift(&mut moved.parameters, movable);
        for arm in &mut moved.arms {
            self.shift(&mut arm.scenario.parameters, movable);
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

/// So many worlds, an even number: each odd one is the mirror of the one before.
pub fn worlds(seed: u64, count: u32, parameters: usize) -> Vec<World> {
    let pair = |pair: u32| {
        let mut draw = Dice::new(seed, pair).at(Purpose::World, 0, 0, 0);
        let moves: Vec<f64> = (0..parameters).map(|_| 2.0 * draw.uniform() - 1.0).collect();
        let mirrored = moves.iter().map(|step| -step).collect();
        [World { moves }, World { moves: mirrored }]
    };
    (0..count.div_ceil(2)).flat_map(pair).collect()
}
