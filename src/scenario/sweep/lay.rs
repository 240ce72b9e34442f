//! # Where points lie
//!
//! Rows of numbers from 0 to 1, one for each factor. They follow from the seed alone.

use crate::random::{Dice, Purpose};

/// Levels on which the paths of Morris move.
const STEPS: u32 = 4;
/// How far a step goes: from a lower half level to an upper one.
const STEP: f64 = STEPS as f64 / (2.0 * (STEPS as f64 - 1.0));

/// A Latin hypercube.
pub fn latin(points: u32, factors: usize, dice: &Dice) -> Vec<Vec<f64>> {
    let columns: Vec<Vec<f64>> = (0..factors)
        .map(|factor| {
            let mut draw = dice.at(Purpose::Design, 0, factor as u32, 0);
            let mut slices: Vec<u32> = (0..points).collect();
            for last in (1..points).rev() {
                slices.swap(last as usize, draw.below(last + 1) as usize);
            }
            slices.into_iter().map(|slice| (f64::from(slice) + draw.uniform()) / f64::from(points)).collect()
        })
        .collect();
    (0..points as usize).map(|row| columns.iter().map(|column| column[row]).collect()).collect()
}

/// Samples A and B of so many rows from a scrambled sequence of Sobol', row by row with their mixtures: A, B, then for each factor A
/// with that factor from B.
pub fn saltelli(rows: u32, factors: usize, dice: &Dice) -> Vec<Vec<f64>> {
    let seed = dice.key(Purpose::Design, 0, 0).low;
    let row = |row: u32| {
        let at = |dimension: usize| f64::from(sobol_burley::sample(row, dimension as u32, seed));
        let (one, other): (Vec<f64>, Vec<f64>) = ((0..factors).map(at).collect(), (factors..2 * factors).map(at).collect());
        let mixed = (0..factors).map(|factor| {
            let mut mixed = one.clone();
            mixed[factor] = other[factor];
            mixed
        });
        let mixtures: Vec<Vec<f64>> = mixed.collect();
        [vec![one, other], mixtures].concat()
    };
    (0..rows).flat_map(row).collect()
}

/// Most factors of [`saltelli`]: a row takes two dimensions of each.
pub const MOST_SOBOL: usize = 128;
/// Most rows of it.
pub const MOST_ROWS: u32 = 1 << 16;

/// Paths of one more point than there are factors: from point to point one factor takes a step.
pub fn morris(paths: u32, factors: usize, dice: &Dice) -> Vec<Vec<f64>> {
    (0..paths)
        .flat_map(|path| {
            let mut draw = dice.at(Purpose::Design, 0, path, 1);
            let half = STEPS / 2;
            let low: Vec<f64> = (0..factors).map(|_| f64::from(draw.below(half)) / f64::from(STEPS - 1)).collect();
            let down: Vec<bool> = (0..factors).map(|_| draw.chance(0.5)).collect();
            let mut order: Vec<usize> = (0..factors).collect();
            for last in (1..factors).rev() {
                order.swap(last, draw.below(last as u32 + 1) as usize);
            }
            let mut point: Vec<f64> = low.iter().zip(&down).map(|(low, down)| if *down { low + STEP } else { *low }).collect();
            let mut points = vec![point.clone()];
            for factor in order {
                point[factor] += if down[factor] { -STEP } else { STEP };
                points.push(point.clone());
            }
            points
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dice() -> Dice {
        Dice::new(7, 0)
    }

    #[test]
    fn each_slice_of_a_latin_hypercube_holds_one_point() {
        let points = latin(50, 3, &dice());
        for factor in 0..3 {
            let mut slices: Vec<u32> = points.iter().map(|point| (point[factor] * 50.0) as u32).collect();
            slices.sort_unstable();
            assert_eq!(slices, (0..50).collect::<Vec<_>>());
        }
    }

    #[test]
    fn mixtures_take_one_factor_from_the_other_sample() {
        let points = saltelli(8, 3, &dice());
        assert_eq!(points.len(), 8 * 5);
        for rows in points.chunks(5) {
            for factor in 0..3 {
                let from = |at: usize| if at == factor { rows[1][at] } else { rows[0][at] };
                assert!((0..3).all(|at| (rows[2 + factor][at] - from(at)).abs() < 1e-15));
            }
        }
        let mean = points.iter().map(|point| point[0]).sum::<f64>() / points.len() as f64;
        assert!((mean - 0.5).abs() < 0.1, "{mean}");
    }

    #[test]
    fn on_a_path_one_factor_after_another_takes_a_step() {
        for path in morris(20, 4, &dice()).chunks(5) {
            let mut moved: Vec<usize> = Vec::new();
            for pair in path.windows(2) {
                let steps: Vec<usize> = (0..4).filter(|at| (pair[0][*at] - pair[1][*at]).abs() > 1e-9).collect();
                assert!(steps.len() == 1 && ((pair[0][steps[0]] - pair[1][steps[0]]).abs() - STEP).abs() < 1e-9);
                moved.extend(steps);
            }
            moved.sort_unstable();
            assert_eq!(moved, [0, 1, 2, 3]);
            assert!(path.iter().flatten().all(|at| (-1e-9..=1.0 + 1e-9).contains(at)));
        }
    }
}
