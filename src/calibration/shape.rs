//! # How sure, and how entangled
//!
//! What the findings say of the values around the best ones.

use nalgebra::{DMatrix, DVector};

use super::bench::Bench;
use super::distance::{Figure, residual};
use super::free::Free;
use crate::random::{Dice, Purpose};

/// The covariance of the fitted values, in shares of their ranges.
#[derive(Clone, Debug)]
pub struct Shape {
    covariance: DMatrix<f64>,
}

/// Values drawn for worlds, an even number.
const DRAWS: usize = 100;
/// How far values are moved to either side, as a share of the range.
const STEP: f64 = 0.03;
/// A band is read as this many standard deviations to either side.
const BAND: f64 = 1.96;
/// One over the variance of a uniform of width 1: what a range alone says.
const RANGE: f64 = 12.0;
/// A value is pinned down when the findings take this share of the variance that its range leaves.
const PINNED: f64 = 0.75;
/// From this size of a correlation on two values are said to be traded against each other.
pub const TRADED: f64 = 0.5;

/// Evaluations that it takes to look around.
pub fn evaluations(free: usize) -> u32 {
    2 * free as u32
}

/// How the findings' distances change with each value around these, per range; `None` when it is over.
pub(super) fn slopes(bench: &mut Bench<'_>, values: &[f64]) -> Option<DMatrix<f64>> {
    let targets = bench.plan.targets;
    let free = bench.plan.free;
    let mut slopes = DMatrix::zeros(targets.len(), free.len());
    for (p, parameter) in free.iter().enumerate() {
        let share = parameter.share(values[p]);
        let mut side = |step: f64| -> Option<(f64, Vec<Figure>)> {
            let mut values = values.to_vec();
            values[p] = parameter.at(share + step);
            Some((parameter.share(values[p]), bench.figures(&values)?))
        };
        let (low, below) = side(-STEP)?;
        let (high, above) = side(STEP)?;
        for (t, target) in targets.iter().enumerate() {
            let slope = (residual(target, above[t]) - residual(target, below[t])) / (high - low).max(1e-9);
            slopes[(t, p)] = if slope.is_finite() { slope } else { 0.0 };
        }
    }
    Some(slopes)
}

/// Looks around these values; `None` when it is over.
pub(super) fn around(bench: &mut Bench<'_>, best: &[f64]) -> Option<Shape> {
    Some(Shape::of(&(slopes(bench, best)? * BAND)))
}

impl Shape {
    fn of(slopes: &DMatrix<f64>) -> Self {
        let free = slopes.ncols();
        let information = slopes.transpose() * slopes + DMatrix::identity(free, free) * RANGE;
        let covariance = information.cholesky().map_or_else(|| DMatrix::identity(free, free) / RANGE, |root| root.inverse());
        Self { covariance }
    }

    /// The standard deviation of a value, as a share of its range.
    pub fn sd(&self, parameter: usize) -> f64 {
        self.covariance[(parameter, parameter)].sqrt()
    }

    /// The share of the variance left by its range that the findings take away, 0 to 1.
    pub fn known(&self, parameter: usize) -> f64 {
        1.0 - self.covariance[(parameter, parameter)] * RANGE
    }

    /// Whether the findings pin the value down.
    pub fn is_pinned(&self, parameter: usize) -> bool {
        self.known(parameter) >= PINNED
    }

    /// The correlation of two values: positive if a higher one calls for a higher other.
    pub fn correlation(&self, one: usize, other: usize) -> f64 {
        self.covariance[(one, other)] / (self.sd(one) * self.sd(other))
    }

    /// Values around these that the findings leave open, parameter by parameter; those of the same place go together. They are
    /// normal within the ranges, and every second one is the mirror of the one before.
    pub fn draws(&self, free: &[Free], values: &[f64], seed: u64) -> Vec<Vec<f64>> {
        let root = self.covariance.clone().cholesky().map_or_else(|| DMatrix::zeros(free.len(), free.len()), |root| root.l());
        let mut draws = vec![Vec::with_capacity(DRAWS); free.len()];
        for pair in 0..DRAWS as u32 / 2 {
            let mut draw = Dice::new(seed, pair).at(Purpose::World, 0, 0, 1);
            let off = &root * DVector::from_fn(free.len(), |_, _| draw.normal());
            for (p, free) in free.iter().enumerate() {
                draws[p].extend([1.0, -1.0].map(|side| free.at(free.share(values[p]) + side * off[p])));
            }
        }
        draws
    }

    /// Pairs that are traded against each other, the strongest first.
    pub fn trades(&self) -> Vec<(usize, usize, f64)> {
        let free = self.covariance.ncols();
        let pairs = (0..free).flat_map(|a| (a + 1..free).map(move |b| (a, b)));
        let mut trades: Vec<(usize, usize, f64)> =
            pairs.map(|(a, b)| (a, b, self.correlation(a, b))).filter(|trade| trade.2.abs() >= TRADED).collect();
        trades.sort_by(|one, other| other.2.abs().total_cmp(&one.2.abs()).then((one.0, one.1).cmp(&(other.0, other.1))));
        trades
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_finding_on_a_sum_pins_neither_term_and_trades_them() {
        let shape = Shape::of(&DMatrix::from_row_slice(1, 2, &[50.0, 50.0]));
        assert!(!shape.is_pinned(0) && !shape.is_pinned(1));
        assert!(shape.correlation(0, 1) < -0.9 && shape.trades().len() == 1);
    }

    #[test]
    fn a_finding_of_its_own_pins_a_value_and_what_nothing_speaks_of_keeps_its_range() {
        let shape = Shape::of(&DMatrix::from_row_slice(1, 2, &[50.0, 0.0]));
        assert!(shape.is_pinned(0) && shape.known(1).abs() < 1e-12);
        assert!((shape.sd(1) - (1.0_f64 / 12.0).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn draws_have_the_spread_and_the_trade_that_the_findings_leave() {
        let shape = Shape::of(&DMatrix::from_row_slice(1, 2, &[50.0, 50.0]));
        let free: Vec<Free> = ["quotient.tilt", "quotient.impact_leader"]
            .into_iter()
            .flat_map(|name| super::super::free::named(name, &crate::theory::Parameters::default()))
            .collect();
        let middle: Vec<f64> = free.iter().map(|free| free.at(0.5)).collect();
        let draws = shape.draws(&free, &middle, 1);
        let shares: Vec<Vec<f64>> =
            free.iter().zip(&draws).map(|(free, own)| own.iter().map(|value| free.share(*value) - 0.5).collect()).collect();
        let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>() / a.len() as f64;
        let [one, other] = [product(&shares[0], &shares[0]).sqrt(), product(&shares[1], &shares[1]).sqrt()];
        assert!((one / shape.sd(0) - 1.0).abs() < 0.2, "{one} for {}", shape.sd(0));
        assert!(product(&shares[0], &shares[1]) / one / other < -0.9); // one finding on their sum
        assert!(
            draws[0]
                .chunks(2)
                .all(|pair| (pair[0] + pair[1] - 2.0 * middle[0]).abs() < 1e-5 * (free[0].parameter.row.high - free[0].parameter.row.low))
        );
    }
}
