//! # Screening
//!
//! Which moves explain the differences between worlds.

use crate::ensemble::world::World;
use crate::theory::{Grade, LawParameter};

/// A parameter on which an outcome hangs.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    /// `group.key`.
    pub parameter: String,
    /// How sure its default is.
    pub grade: Grade,
    /// What moving it from the lower to the upper end of what its grade and the findings leave open does to the outcome.
    pub effect: f64,
    /// The standard error of that.
    pub error: f64,
}

/// At most so many are named.
const MOST: usize = 10;

/// How many standard errors an effect must reach to be told apart from chance among a few hundred parameters, with so many
/// degrees of freedom: the two-sided 5 % point of Student's t shared out over 250 (Bonferroni), expanded after Fisher and
/// Cornish.
fn stands_out(freedom: f64) -> f64 {
    let z: f64 = 3.72;
    let z3 = z * z * z;
    let second = (5.0 * z3 * z * z + 16.0 * z3 + 3.0 * z) / (96.0 * freedom * freedom);
    z + (z3 + z) / (4.0 * freedom) + second
}

/// The drivers of an outcome, the strongest first; none where none stands out.
pub fn drivers(worlds: &[World], values: &[f64], movable: &[LawParameter]) -> Vec<Driver> {
    // Half the difference of two worlds with the same dice: what acts alike in both drops out.
    let half = |worlds: &[World]| worlds[0].moves.iter().zip(&worlds[1].moves).map(|(one, other)| 0.5 * (one - other)).collect();
    let pairs: Vec<(Vec<f64>, f64)> =
        worlds.chunks_exact(2).zip(values.chunks_exact(2)).map(|(worlds, pair)| (half(worlds), 0.5 * (pair[0] - pair[1]))).collect();
    let mut left: Vec<f64> = pairs.iter().map(|pair| pair.1).collect();
    let mut found: Vec<(usize, f64, f64)> = Vec::new();
    let moves = |parameter: usize| pairs.iter().map(move |(moves, _)| moves[parameter]);
    let slope = |parameter: usize, left: &[f64]| {
        let (xy, xx) = moves(parameter).zip(left).fold((0.0, 0.0), |(xy, xx), (x, y)| (xy + x * y, xx + x * x));
        (if xx > 0.0 { xy / xx } else { 0.0 }, xx)
    };
    // Which of a pair comes first says nothing, so halves have no mean of their own: each driver costs one degree of freedom
    // and nothing else does.
    let spread = |left: &[f64], named: usize| (left.iter().map(|y| y * y).sum::<f64>() / (left.len() - named) as f64).sqrt();
    while found.len() < MOST && left.len() > found.len() + 4 {
        let best = (0..movable.len())
            .map(|parameter| (parameter, slope(parameter, &left)))
            .max_by(|(_, (one, a)), (_, (other, b))| (one * one * a).total_cmp(&(other * other * b)));
        let Some((parameter, (effect, room))) = best else { break };
        let rest: Vec<f64> = moves(parameter).zip(&left).map(|(x, y)| y - effect * x).collect();
        let error = spread(&rest, found.len() + 1) / room.sqrt();
        if !error.is_finite() || effect.abs() < stands_out((rest.len() - found.len() - 1) as f64) * error {
            break;
        }
        left = rest;
        found.push((parameter, effect, room));
    }
    let spread = if found.is_empty() { 0.0 } else { spread(&left, found.len()) };
    let mut drivers: Vec<Driver> = found
        .into_iter()
        .map(|(parameter, effect, room)| Driver {
            parameter: movable[parameter].path(),
            grade: movable[parameter].row.grade,
            effect: 2.0 * effect,
            error: 2.0 * spread / room.sqrt(),
        })
        .collect();
    drivers.sort_by(|one, other| other.effect.abs().total_cmp(&one.effect.abs()).then_with(|| one.parameter.cmp(&other.parameter)));
    drivers
}
