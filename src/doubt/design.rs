//! # The design of the worlds
//!
//! Mirrored pairs of random moves: every parameter is moved in every world.

use crate::random::{Dice, Purpose};
use crate::scenario::Scenario;
use crate::theory::{Grade, Parameter, Parameters};

/// A parameter that worlds move.
#[derive(Clone, Copy, Debug)]
pub struct Movable {
    /// The TOML table.
    pub group: &'static str,
    /// Its row.
    pub row: &'static Parameter,
}

impl Movable {
    /// `group.key`.
    pub fn path(&self) -> String {
        format!("{}.{}", self.group, self.row.key)
    }

    /// The value at this move from `value`.
    pub fn at(&self, value: f64, step: f64) -> f64 {
        let room = if step > 0.0 { self.row.high - value } else { value - self.row.low };
        (value + step * share(self.row.grade) * room).clamp(self.row.low, self.row.high)
    }
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
pub fn movable() -> Vec<Movable> {
    let lived = |group: &str, row: &Parameter| match group {
        "survey" | "cost" => false,
        "team" => !matches!(row.key, "control" | "transaction"),
        "outcome" => !row.key.starts_with("mean_") && !row.key.starts_with("sd_"),
        _ => true,
    };
    let rows = Parameters::GROUPS.iter().flat_map(|group| group.rows.iter().map(move |row| (group.key, row)));
    rows.filter(|(group, row)| lived(group, row)).map(|(group, row)| Movable { group, row }).collect()
}

/// A world: how far each parameter is moved, −1 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// In the order of the parameters.
    pub moves: Vec<f64>,
}

impl World {
    /// The scenario and its arms in this world; an arm's own value is moved from where the arm has set it.
    pub fn moved(&self, scenario: &Scenario, movable: &[Movable]) -> Scenario {
        let mut moved = scenario.clone();
        self.shift(&mut moved.parameters, movable);
        for arm in &mut moved.arms {
            self.shift(&mut arm.scenario.parameters, movable);
        }
        moved
    }

    fn shift(&self, parameters: &mut Parameters, movable: &[Movable]) {
        for (movable, &step) in movable.iter().zip(&self.moves) {
            if let Some(value) = parameters.get(movable.group, movable.row.key) {
                parameters.set(movable.group, movable.row.key, movable.at(value, step));
            }
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
