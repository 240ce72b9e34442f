//! # Lives summed up
//!
//! One measure over all lives of one arm: the median, the middle half, the middle nine tenths, and a few lives as they were.

use crate::analysis::quantile::quantile;
use crate::analysis::variance::VarianceComponents;
use crate::ensemble::ArmLives;
use crate::observe::Life;
use crate::scenario::Referent;
use crate::scenario::measure::{MEASURES, columns, place};

/// How many lives are drawn as thin lines.
const THIN: usize = 20;
/// Days times lives up to which trust is summed up for every day.
const MOST_DAILY: usize = 5_000_000;
/// The quantiles that a series holds, in this order.
pub const QUANTILES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// One measure of one arm in time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    pub arm: String,
    pub days: Vec<u32>,
    /// Lives with a value, by day.
    pub n: Vec<usize>,
    /// The quantiles at 5, 25, 50, 75 and 95 %, by day; NaN where no life has one.
    pub quantiles: [Vec<f64>; 5],
    /// The band that luck makes, from 5 to 95 %, by day; NaN where it cannot be told.
    pub luck: [Vec<f64>; 2],
    /// The band that doubt makes.
    pub doubt: [Vec<f64>; 2],
    pub worlds: u32,
    /// Up to 20 lives, by day.
    pub runs: Vec<Vec<f64>>,
    pub lives: usize,
    pub failed: usize,
}

impl Series {
    /// The series of measure `key` for one referent (`None` for the whole); `None` if there is no such measure. Trust is
    /// taken day by day where it is recorded so.
    pub fn gather(lives: &ArmLives, key: &str, referent: Option<Referent>) -> Option<Series> {
        let column = place(key, referent)?;
        let all = columns(false);
        let bounds = MEASURES[all[column].measure].bounds();
        let days = lives.lives.iter().flatten().next().map_or_else(Vec::new, |life| life.days.clone());
        let whole = |life: &&Life| life.days == days && life.organisation.len() == days.len() * all.len();
        let good: Vec<Option<&Life>> = lives.lives.iter().map(|life| life.as_ref().ok().filter(whole)).collect();
        let every = days.last().map_or(0, |last| *last as usize + 1);
        let daily = referent.filter(|_| key == "trust" && every * good.len() <= MOST_DAILY);
        if let Some(referent) = daily.filter(|_| good.iter().flatten().all(|life| life.daily_trust.len() == 3 * every)) {
            let value = |life: &Life, day: usize| f64::from(life.daily_trust[3 * day + referent as usize]);
            return Some(Series::sum_up(lives, &good, (0..every as u32).collect(), &value).within(bounds));
        }
        let value = |life: &Life, day: usize| f64::from(life.organisation[day * all.len() + column]);
        Some(Series::sum_up(lives, &good, days, &value).within(bounds))
    }

    /// The same with no band beyond what can be: a standard deviation either side of a mean may reach there.
    fn within(mut self, (least, most): (f64, f64)) -> Series {
        self.luck.iter_mut().chain(&mut self.doubt).flatten().for_each(|end| *end = end.clamp(least, most));
        self
    }

    /// Of lives in the order of their numbers.
    fn sum_up(lives: &ArmLives, good: &[Option<&Life>], days: Vec<u32>, value: &dyn Fn(&Life, usize) -> f64) -> Series {
        let known = good.iter().flatten().count();
        let mut series = Series {
            arm: lives.arm.clone(),
            lives: known,
            worlds: lives.worlds,
            failed: good.len() - known,
            runs: good.iter().flatten().take(THIN).map(|life| (0..days.len()).map(|day| value(life, day)).collect()).collect(),
            ..Series::default()
        };
        for day in 0..days.len() {
            let mut values: Vec<f64> = good.iter().map(|life| life.map_or(f64::NAN, |life| value(life, day))).collect();
            let apart = VarianceComponents::of(&values, lives.worlds);
            for end in 0..2 {
                series.luck[end].push(apart.luck.band[end]);
                series.doubt[end].push(apart.doubt.band[end]);
            }
            values.retain(|value| value.is_finite());
            values.sort_by(f64::total_cmp);
            series.n.push(values.len());
            for (quantiles, p) in series.quantiles.iter_mut().zip(QUANTILES) {
                quantiles.push(quantile(&values, p));
            }
        }
        series.days = days;
        series
    }

    pub fn median(&self) -> &[f64] {
        &self.quantiles[2]
    }

    pub fn end(&self) -> f64 {
        self.median().last().copied().unwrap_or(f64::NAN)
    }

    /// The lowest and highest value drawn; `None` if there is none.
    pub fn extent(&self, runs: bool) -> Option<(f64, f64)> {
        let runs = self.runs.iter().filter(|_| runs && self.worlds == 1);
        let values = self.quantiles.iter().chain(&self.luck).chain(&self.doubt).chain(runs).flatten().copied().filter(|v| v.is_finite());
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
        let series =
            Series::gather(&ArmLives { arm: "main".to_owned(), twin: None, worlds: 1, lives }, "trust", Some(Referent::Leader)).unwrap();
        assert_eq!((series.lives, series.failed, series.n.as_slice()), (2, 2, [2, 1].as_slice()));
        assert!((series.median()[0] - 0.3).abs() < 1e-6 && (series.end() - 0.2).abs() < 1e-6);
    }

    #[test]
    fn no_band_reaches_beyond_what_a_measure_can_be() {
        let width = columns(false).len();
        // Two replicates in each of four worlds; nobody quits in most of them.
        let quits = [0.0, 0.0, 0.0, 0.9, 0.0, 0.1, 0.0, 0.8];
        let lives = quits.map(|quits| Ok(Life { days: vec![0], organisation: vec![quits; width], ..Life::default() }));
        let arm = ArmLives { arm: "main".to_owned(), twin: None, worlds: 4, lives: lives.into() };
        let series = Series::gather(&arm, "turnover_voluntary", None).unwrap();
        let free = Series::sum_up(&arm, &arm.lives.iter().map(|life| life.as_ref().ok()).collect::<Vec<_>>(), vec![0], &|life, _| {
            f64::from(life.organisation[0])
        });
        assert!(free.doubt[0][0] < 0.0, "{:?}", free.doubt);
        assert!(series.extent(false).unwrap().0.abs() < 1e-12, "{:?}", series.extent(false));
    }

    #[test]
    fn trust_is_taken_day_by_day_where_it_is_recorded() {
        let organisation = vec![0.5; 2 * columns(false).len()];
        let daily_trust = (0..18_u8).map(|i| f32::from(i) / 100.0).collect();
        let life = Life { days: vec![0, 5], organisation, daily_trust, ..Life::default() };
        let lives = ArmLives { arm: "main".to_owned(), twin: None, worlds: 1, lives: vec![Ok(life)] };
        let trust = Series::gather(&lives, "trust", Some(Referent::Leader)).unwrap();
        assert_eq!(trust.days, [0, 1, 2, 3, 4, 5]);
        assert!((trust.median()[2] - 0.07).abs() < 1e-6); // day 2, leader: the eighth of the daily values
        assert_eq!(Series::gather(&lives, "engagement", None).unwrap().days, [0, 5]);
    }

    #[test]
    fn an_arm_without_lives_has_no_numbers() {
        let series = Series::gather(
            &ArmLives { arm: "main".to_owned(), twin: None, worlds: 1, lives: Vec::new() },
            "trust",
            Some(Referent::Colleague),
        )
        .unwrap();
        assert!(series.end().is_nan() && series.extent(true).is_none());
        assert!(
            Series::gather(&ArmLives { arm: String::new(), twin: None, worlds: 1, lives: Vec::new() }, "no such measure", None).is_none()
        );
    }
}
