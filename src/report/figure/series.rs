//! # Lives summed up
//!
//! One measure over all lives of one arm: the median, the middle half, the middle nine tenths, and a few lives as they were.

use crate::analysis::quantile::quantile;
use crate::ensemble::ArmLives;
use crate::observe::Life;
use crate::observe::measure::{columns, measure};

/// How many lives are drawn as thin lines.
const THIN: usize = 20;
/// The quantiles that a series holds, in this order.
pub const QUANTILES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// One measure of one arm in time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// The arm's name.
    pub arm: String,
    /// Recorded days.
    pub days: Vec<u32>,
    /// Lives with a value, by day.
    pub n: Vec<usize>,
    /// For each of [`QUANTILES`], the value by day; NaN where no life has one.
    pub quantiles: [Vec<f64>; 5],
    /// Up to 20 lives, by day.
    pub runs: Vec<Vec<f64>>,
    /// Lives summed up.
    pub lives: usize,
    /// Lives that failed.
    pub failed: usize,
}

impl Series {
    /// The series of measure `key` for one referent (`None` for the whole); `None` if there is no such measure.
    pub fn gather(lives: &ArmLives, key: &str, referent: Option<usize>) -> Option<Series> {
        let index = measure(key)?;
        let all = columns(false);
        let column = all.iter().position(|c| c.measure == index && c.referent == referent)?;
        let good: Vec<&Life> = lives.lives.iter().flatten().collect();
        let days = good.first().map_or_else(Vec::new, |life| life.days.clone());
        let whole = |life: &&&Life| life.days == days && life.organisation.len() == days.len() * all.len();
        let good: Vec<&Life> = good.iter().filter(whole).copied().collect();
        let value = |life: &Life, day: usize| f64::from(life.organisation[day * all.len() + column]);
        let mut series = Series {
            arm: lives.arm.clone(),
            lives: good.len(),
            failed: lives.lives.len() - good.len(),
            runs: good.iter().take(THIN).map(|life| (0..days.len()).map(|day| value(life, day)).collect()).collect(),
            ..Series::default()
        };
        for day in 0..days.len() {
            let mut values: Vec<f64> = good.iter().map(|life| value(life, day)).filter(|v| v.is_finite()).collect();
            values.sort_by(f64::total_cmp);
            series.n.push(values.len());
            for (quantiles, p) in series.quantiles.iter_mut().zip(QUANTILES) {
                quantiles.push(quantile(&values, p));
            }
        }
        series.days = days;
        Some(series)
    }

    /// The medians.
    pub fn median(&self) -> &[f64] {
        &self.quantiles[2]
    }

    /// The last median.
    pub fn end(&self) -> f64 {
        self.median().last().copied().unwrap_or(f64::NAN)
    }

    /// Whether there is any number at all.
    pub fn is_known(&self) -> bool {
        self.n.iter().any(|&n| n > 0)
    }

    /// The lowest and highest value drawn; `None` if there is none.
    pub fn extent(&self, runs: bool) -> Option<(f64, f64)> {
        let runs = self.runs.iter().filter(|_| runs);
        let values = self.quantiles.iter().chain(runs).flatten().copied().filter(|v| v.is_finite());
        values.fold(None, |extent, v| Some(extent.map_or((v, v), |(low, high): (f64, f64)| (low.min(v), high.max(v)))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failed_and_odd_lives_are_left_out_and_missing_values_too() {
        let width = columns(false).len();
        let life = |v: f32| Life { days: vec![0, 5], organisation: vec![v; 2 * width], ..Life::default() };
        let mut holed = life(0.4);
        holed.organisation[width..].fill(f32::NAN);
        let torn = Life { days: vec![0, 5], organisation: vec![0.9; 3], ..Life::default() };
        let lives = vec![Ok(life(0.2)), Err("stopped".to_owned()), Ok(holed), Ok(torn)];
        let series = Series::gather(&ArmLives { arm: "main".to_owned(), twin: None, lives }, "trust", Some(1)).unwrap();
        assert_eq!((series.lives, series.failed, series.n.as_slice()), (2, 2, [2, 1].as_slice()));
        assert!((series.median()[0] - 0.3).abs() < 1e-6 && (series.end() - 0.2).abs() < 1e-6);
    }

    #[test]
    fn an_arm_without_lives_has_no_numbers() {
        let series = Series::gather(&ArmLives { arm: "main".to_owned(), twin: None, lives: Vec::new() }, "trust", Some(0)).unwrap();
        assert!(!series.is_known() && series.end().is_nan() && series.extent(true).is_none());
        assert!(Series::gather(&ArmLives { arm: String::new(), twin: None, lives: Vec::new() }, "no such measure", None).is_none());
    }
}
