//! # The search
//!
//! First downhill, then around: Gauss–Newton steps as long as they help, for the figures are nearly straight lines in the
//! values; then the evolution strategy from there, which sees round corners.

use cmaes::CMAESOptions;
use nalgebra::{DMatrix, DVector};

use super::bench::Bench;
use super::distance::{pull, residual};
use super::shape::{evaluations, slopes};

/// How wide the evolution strategy starts, as a share of the ranges.
const WIDTH: f64 = 0.03;
/// Shares of a step that are tried.
const TRIED: [f64; 4] = [1.0, 0.5, 0.25, 0.1];
/// A step helps if it takes this share of the distance away.
const HELPS: f64 = 0.01;

/// Looks for the least distance in about this many evaluations. The best is left with the bench.
pub(super) fn search(bench: &mut Bench<'_>, budget: u32) {
    let step = evaluations(bench.plan.free.len()) + TRIED.len() as u32;
    while bench.done + step <= budget && downhill(bench).is_some_and(|gain| gain > HELPS) {}
    let left = budget.saturating_sub(bench.done);
    if left > 0 && !bench.is_over() {
        around(bench, left);
    }
}

/// One step of least squares; the share of the distance that it takes away.
fn downhill(bench: &mut Bench<'_>) -> Option<f64> {
    let (before, values) = bench.best.clone();
    let plan = bench.plan;
    let figures = bench.figures(&values)?;
    let slopes = slopes(bench, &values)?;
    let off: Vec<f64> = plan.targets.iter().zip(&figures).map(|(target, &figure)| residual(target, figure)).collect();
    let weights = DVector::from_iterator(off.len(), off.iter().map(|&off| pull(off)));
    let slopes = DMatrix::from_diagonal(&weights) * slopes;
    let off = DVector::from_vec(off).component_mul(&weights);
    let shares = DVector::from_iterator(values.len(), plan.free.iter().zip(&values).map(|(free, &value)| free.share(value)));
    let start = DVector::from_iterator(values.len(), plan.free.iter().map(|free| free.share(free.start)));
    let system = slopes.transpose() * &slopes + DMatrix::identity(values.len(), values.len()) * plan.hold.max(1e-6);
    let step = system.cholesky()?.solve(&(slopes.transpose() * off + (&shares - start) * plan.hold));
    for share in TRIED {
        let point = &shares - &step * share;
        let tried: Vec<f64> = plan.free.iter().zip(point.iter()).map(|(free, &u)| free.at(u)).collect();
        bench.figures(&tried)?;
        if bench.best.0 < before {
            break;
        }
    }
    Some((before - bench.best.0) / before.max(f64::MIN_POSITIVE))
}

/// The evolution strategy around the best, for this many evaluations: whole generations.
fn around(bench: &mut Bench<'_>, evaluations: u32) {
    let start: Vec<f64> = bench.plan.free.iter().zip(&bench.best.1).map(|(free, &value)| free.share(value)).collect();
    let seed = bench.plan.seed;
    let size = 4 + (3.0 * (start.len() as f64).ln()).floor() as usize; // Hansen (2016), table 1
    let generations = (evaluations as usize).div_ceil(size).max(1);
    let objective = |point: &DVector<f64>| bench.distance(point);
    let options = CMAESOptions::new(start, WIDTH).seed(seed).population_size(size).max_generations(generations);
    // What this room asks for is in order: a finite start, a width and sizes above 0.
    let Ok(mut strategy) = options.build(objective) else { return };
    while strategy.next().is_none() {}
}
