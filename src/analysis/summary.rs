//! # Over the lives
//!
//! How each measure of the organisation is spread over the lives of an arm, on the days that matter.

use std::collections::BTreeSet;

use crate::analysis::quantile::{mean, quantile, sd};
use crate::analysis::variance::VarianceComponents;
use crate::ensemble::{ArmLives, ArmPlan};
use crate::observe::Life;
use crate::scenario::measure::{MEASURES, columns};
use crate::scenario::{Referent, Scenario, YEAR, a_month_after};

/// One measure of one arm on one day, over the lives: a row of `summary.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryRow {
    /// The arm.
    pub arm: String,
    /// The measure's key.
    pub measure: &'static str,
    /// Whose trust; `None` for measures of the whole.
    pub referent: Option<Referent>,
    /// The recorded working day.
    pub day: u32,
    /// Lives that have a value.
    pub n: usize,
    /// Their mean.
    pub mean: f64,
    /// Their standard deviation.
    pub sd: f64,
    /// The median.
    pub median: f64,
    /// 5 % quantile.
    pub q05: f64,
    /// 25 % quantile.
    pub q25: f64,
    /// 75 % quantile.
    pub q75: f64,
    /// 95 % quantile.
    pub q95: f64,
    /// How much of the spread is luck and how much doubt.
    pub apart: VarianceComponents,
}

/// All rows, by arm, measure, referent and day. Lives that failed do not count.
pub fn summary(plans: &[ArmPlan], lives: &[ArmLives]) -> Vec<SummaryRow> {
    let mut rows = Vec::new();
    for arm in lives {
        let Some(recorded) = arm.lives.iter().flatten().next().map(|life| &life.days) else { continue };
        let days = days(&arm.arm, plans, recorded);
        let columns = columns(false);
        for (index, column) in columns.iter().enumerate() {
            for &day in &days {
                let of = |life: &Life| value(life, day, index, columns.len()).unwrap_or(f64::NAN);
                let mut values: Vec<f64> = arm.lives.iter().map(|life| life.as_ref().map_or(f64::NAN, of)).collect();
                let apart = VarianceComponents::of(&values, arm.worlds);
                values.retain(|value| value.is_finite());
                values.sort_by(f64::total_cmp);
                let q = |p| quantile(&values, p);
                rows.push(SummaryRow {
                    arm: arm.arm.clone(),
                    measure: MEASURES[column.measure].key,
                    referent: column.referent,
                    day,
                    n: values.len(),
                    mean: mean(&values),
                    sd: sd(&values),
                    median: q(0.5),
                    q05: q(0.05),
                    q25: q(0.25),
                    q75: q(0.75),
                    q95: q(0.95),
                    apart,
                });
            }
        }
    }
    rows
}

/// The value in this column on this day, unless missing.
pub(crate) fn value(life: &Life, day: u32, column: usize, columns: usize) -> Option<f64> {
    let row = life.days.binary_search(&day).ok()?;
    let value = f64::from(*life.organisation.get(row * columns + column)?);
    value.is_finite().then_some(value)
}

/// The days of an arm's rows. A twin is read on the days of the arms whose twin it is.
pub(crate) fn days(arm: &str, plans: &[ArmPlan], recorded: &[u32]) -> BTreeSet<u32> {
    let concerned = plans.iter().filter(|plan| plan.name == arm || plan.twin.as_deref() == Some(arm));
    concerned.flat_map(|plan| days_of(&plan.scenario, recorded)).collect()
}

/// For each survey the last recorded day up to it; for each scheduled breach the last one before it, the first one after it,
/// and the first ones a month and a year after it; and the last day of all.
fn days_of(scenario: &Scenario, recorded: &[u32]) -> Vec<u32> {
    let before = |day: u32| recorded[..recorded.partition_point(|known| *known < day)].last().copied();
    let from = |day: u32| recorded[recorded.partition_point(|known| *known < day)..].first().copied();
    let surveys = scenario.run.surveys.iter().map(|day| before(day + 1));
    let breaches =
        scenario.breach_days().into_iter().flat_map(|day| [before(day), from(day + 1), from(a_month_after(day)), from(day + YEAR)]);
    surveys.chain(breaches).flatten().chain(recorded.last().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::tests::breach;
    use crate::ensemble::plan::plan;

    /// A life recorded every 5 days for 300 days in which every measure is `base` + day.
    fn life(base: f32) -> Life {
        let days: Vec<u32> = (0..=300).step_by(5).collect();
        let organisation = days.iter().flat_map(|day| vec![base + *day as f32; columns(false).len()]).collect();
        Life { days, organisation, ..Life::default() }
    }

    fn rows(lives: &[Result<Life, String>]) -> Vec<SummaryRow> {
        let mut scenario = Scenario { events: vec![breach(102)], ..Scenario::default() };
        scenario.run.surveys = vec![49, 200];
        let plans = plan(&scenario);
        let arm = |plan: &ArmPlan| ArmLives { arm: plan.name.clone(), twin: plan.twin.clone(), worlds: 1, lives: lives.to_vec() };
        summary(&plans, &plans.iter().map(arm).collect::<Vec<_>>())
    }

    #[test]
    fn the_days_are_those_of_surveys_breaches_and_the_end_for_arm_and_twin_alike() {
        let rows = rows(&[Ok(life(0.0))]);
        for arm in ["main", "twin"] {
            let days: Vec<u32> = rows.iter().filter(|row| row.arm == arm && row.measure == "engagement").map(|row| row.day).collect();
            assert_eq!(days, [45, 100, 105, 125, 200, 300]); // 125: first recorded from 102 + 22; a year after lies beyond the end
        }
    }

    #[test]
    fn failed_lives_and_missing_values_do_not_count() {
        let mut silent = life(0.0);
        silent.organisation.fill(f32::NAN);
        let rows = rows(&[Ok(life(1.0)), Err("broken".into()), Ok(silent), Ok(life(2.0)), Ok(life(6.0))]);
        let last = rows.iter().find(|row| row.day == 300 && row.referent == Some(Referent::Leader)).unwrap();
        assert_eq!((last.n, last.measure), (3, "trust"));
        assert!((last.mean - 303.0).abs() < 1e-9 && (last.median - 302.0).abs() < 1e-9);
        assert!((last.sd - 7.0_f64.sqrt()).abs() < 1e-9); // (4 + 1 + 9) / 2
        assert!((last.q75 - 304.0).abs() < 1e-9 && (last.q05 - 301.1).abs() < 1e-9);
    }
}
