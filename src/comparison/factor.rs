//! # What a sweep says of its factors
//!
//! An outcome y of point p is its mean over replicates; replicates are dealt into batches b (of one replicate each, but for many points 40 in all), so that everything can be
//! worked out from the means y(b, p) however many replicates there are. All points of a replicate have the same dice.
//!
//! ```text
//!   level mean    mean of y over the points at a level of a factor
//!   first order   S = Var(level means) / Var(y)               what fixing this factor would take from the variance
//!   total         T = E(Var(y | all other factors)) / Var(y)  what would be left if all others were fixed
//!   mu*, sigma    mean and spread of |Δy / Δx|, Δy / Δx over the steps of Morris; x from 0 to 1 over the range
//! ```
//!
//! | design | S and T | their interval |
//! |---|---|---|
//! | `factorial` | from the means of the grid, which is all there is | batches left out one by one (jackknife): luck |
//! | `sobol` | S by Saltelli et al. (2010), T by Jansen (1999) | 1.96 standard errors from rows drawn again (bootstrap): where the points fell |
//! | `lhs` | S from the means of eight bins, less what chance alone makes of them; no T | the same of points |
//! | `morris` | mu* and sigma | paths: 1.96 standard errors of mu* |
//!
//! **Read it as.** Squares of noisy means are too large. Wherever a product of two means is taken, it is the mean over pairs of
//! different batches, so that luck adds nothing to S, T and Var(y); an estimate can then lie a little below 0. With one replicate there
//! are no pairs and luck is in all of them. Samples drawn again hold points twice, which makes bins look more alike within than they are:
//! their spread is used, and not their middle.
//!
//! **Limits.** Indices are about the ranges that were asked, each value in them counting alike. The intervals of level means in a grid hold
//! luck; in other designs they hold where the points fell too.

use super::endpoint::{ENDS, Endpoint};
use super::hypothesis::{Judgement, last_of, verdict};
use crate::analysis::interval::{Estimate, estimate, estimate_of_groups};
use crate::analysis::quantile::{mean, sd, square};
use crate::observe::record::records;
use crate::random::{Dice, Purpose};
use crate::scenario::measure::{MEASURES, measure, place};
use crate::scenario::sweep::{ARMS, Design, Level, Sweep, TABLE, Values};
use crate::scenario::{Contrast, Scenario};
use crate::text::Text;

/// Means of points by batch that are held, at most; but for this many batches in any case.
const CELLS: usize = 1_000_000;
const BATCHES: usize = 40;
/// The unit of what lies between 0 and 1.
const SHARE: &str = "0 to 1";
/// Bins of a range.
const BINS: usize = 8;
/// Samples that are drawn again.
const AGAIN: usize = 400;

/// What is told of a sweep: ends of lives, and measures of the last day.
const TOLD: [&str; 9] = ["trust_end", "fall", "returned", "return_days", "trust_days_lost", "engagement", "performance", "leavers", "cost"];

/// An outcome that is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its column in `sweep`.
    pub key: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// What it is called.
    pub name: Text,
    from: From,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum From {
    End(usize),
    Last(usize),
}

impl Answer {
    /// All that are told.
    pub fn all() -> Vec<Answer> {
        let of = |key: &'static str| {
            if let Some(at) = ENDS.iter().position(|end| end.key == key) {
                return Some(Answer { key, unit: ENDS[at].unit, name: ENDS[at].name, from: From::End(at) });
            }
            let row = &MEASURES[measure(key)?];
            Some(Answer { key, unit: row.unit, name: row.label, from: From::Last(place(key, None)?) })
        };
        TOLD.into_iter().filter_map(of).collect()
    }

    fn value(self, end: &Endpoint) -> f64 {
        match self.from {
            From::End(at) => end.ends.get(at).copied().unwrap_or(f64::NAN),
            From::Last(at) => end.last.get(at).map_or(f64::NAN, |value| f64::from(*value)),
        }
    }
}

/// The mean of an outcome at a level of a factor, or in a bin of its range.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelMean {
    /// The level as it is written; of a bin, its middle.
    pub level: String,
    /// As a number, where it is one.
    pub at: Option<f64>,
    /// The ends of a bin.
    pub bin: Option<[f64; 2]>,
    /// Points there that have the outcome.
    pub points: usize,
    /// The mean and its interval.
    pub mean: Estimate,
}

/// A number about the weight of a factor, with its interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    /// `first_order`, `total`, `mu_star` or `sigma`.
    pub kind: &'static str,
    /// The estimate.
    pub value: f64,
    /// Its 95 % interval.
    pub interval: [f64; 2],
}

/// What a factor does to an outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct FactorEffect {
    /// The mean at each level.
    pub levels: Vec<LevelMean>,
    /// Of each point, which of these levels it is at.
    pub at: Vec<u32>,
    /// How much it weighs.
    pub indices: Vec<Index>,
}

/// What a sweep says of an outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerFindings {
    /// The outcome.
    pub answer: Answer,
    /// Factor by factor, in the order of the sweep.
    pub factors: Vec<FactorEffect>,
    /// The mean of each point over its replicates; NaN where none gave a value.
    pub points: Vec<f64>,
    /// The mean over all points.
    pub mean: f64,
}

/// What a sweep says.
#[derive(Clone, Debug, PartialEq)]
pub struct SweepFindings {
    /// Outcome by outcome; those that no life has apart.
    pub answers: Vec<AnswerFindings>,
    /// The verdicts on the hypotheses.
    pub judged: Vec<Judgement>,
    /// Replicates of each point that were counted, over all worlds.
    pub replicates: u32,
    /// Lives that failed.
    pub failed: u64,
}

impl AnswerFindings {
    /// The factors by their weight, the heaviest first: by total index, mu*, first order, or the reach of the level means.
    pub fn order(&self) -> Vec<usize> {
        let weight = |factor: &FactorEffect| {
            let of = |kind: &str| factor.indices.iter().find(|index| index.kind == kind).map(|index| index.value);
            of("total")
                .or_else(|| of("mu_star"))
                .or_else(|| of("first_order"))
                .filter(|value| value.is_finite())
                .unwrap_or_else(|| factor.reach())
        };
        let mut order: Vec<usize> = (0..self.factors.len()).collect();
        order.sort_by(|one, other| weight(&self.factors[*other]).total_cmp(&weight(&self.factors[*one])));
        order
    }
}

impl FactorEffect {
    /// The highest level mean less the lowest.
    pub fn reach(&self) -> f64 {
        let means = || self.levels.iter().map(|level| level.mean.mean).filter(|mean| mean.is_finite());
        means().fold(f64::NEG_INFINITY, f64::max) - means().fold(f64::INFINITY, f64::min)
    }
}

/// What is gathered from the lives of a sweep, replicate by replicate; its size does not grow with their number.
pub struct Gathered<'s> {
    scenario: &'s Scenario,
    sweep: &'s Sweep,
    answers: Vec<Answer>,
    batches: usize,
    /// Replicates in each batch.
    sizes: Vec<f64>,
    sums: Vec<f64>,
    counts: Vec<u32>,
    /// Of each hypothesis, what every point weighs in it, and the difference in each life.
    weights: Vec<Vec<(u32, f64)>>,
    differences: Vec<Vec<f64>>,
    failed: u64,
}

impl<'s> Gathered<'s> {
    /// Nothing yet, of so many replicates over all worlds.
    pub fn of(scenario: &'s Scenario, sweep: &'s Sweep, replicates: u32) -> Self {
        let answers = Answer::all();
        // worlds of a pair share their dice, and so do all replicates of a pair
        let independent = if scenario.run.worlds > 1 { scenario.run.worlds.div_ceil(2) } else { replicates };
        let batches = (independent as usize).clamp(1, BATCHES.max(CELLS / sweep.points.len().max(1)));
        let cells = batches * sweep.points.len() * answers.len();
        let weights: Vec<_> = scenario.hypotheses.iter().map(|own| weights(sweep, &own.contrast)).collect();
        Self {
            scenario,
            sweep,
            batches,
            sizes: vec![0.0; batches],
            sums: vec![0.0; cells],
            counts: vec![0; cells],
            differences: vec![Vec::new(); weights.len()],
            weights,
            answers,
            failed: 0,
        }
    }

    /// Adds the next replicate: what each point came to, in their order.
    pub fn add(&mut self, number: u32, rows: &[Result<Endpoint, String>]) {
        // worlds of a pair share their dice, so they stay in one batch
        let worlds = self.scenario.run.worlds;
        let batch = if worlds > 1 { (number % worlds / 2) as usize % self.batches } else { number as usize % self.batches };
        self.sizes[batch] += 1.0;
        for (point, row) in rows.iter().enumerate() {
            let Ok(end) = row else {
                self.failed += 1;
                continue;
            };
            for (at, answer) in self.answers.iter().enumerate() {
                let value = answer.value(end);
                if value.is_finite() {
                    let cell = self.cell(batch, point, at);
                    self.sums[cell] += value;
                    self.counts[cell] += 1;
                }
            }
        }
        for (hypothesis, weights) in self.weights.iter().enumerate() {
            let of = |&(point, weight): &(u32, f64)| match &rows[point as usize] {
                Ok(end) => weight * end.asked.get(hypothesis).copied().unwrap_or(f64::NAN),
                Err(_) => f64::NAN,
            };
            self.differences[hypothesis].push(weights.iter().map(of).sum());
        }
    }

    fn cell(&self, batch: usize, point: usize, answer: usize) -> usize {
        (batch * self.sweep.points.len() + point) * self.answers.len() + answer
    }

    /// What it says, from so many replicates.
    pub fn findings(&self, replicates: u32) -> SweepFindings {
        let run = &self.scenario.run;
        let recorded: Vec<u32> = (0..=run.length).filter(|day| records(self.scenario, *day)).collect();
        let judge = |(hypothesis, differences): (&crate::scenario::Hypothesis, &Vec<f64>)| {
            let day = measure(&hypothesis.outcome).map(|_| last_of(&recorded, hypothesis.day.unwrap_or(run.length)));
            verdict(hypothesis.clone(), day, differences, run.worlds)
        };
        let judged = self.scenario.hypotheses.iter().zip(&self.differences).map(judge).collect();
        let answers = (0..self.answers.len()).filter_map(|at| self.answer(at)).collect();
        SweepFindings { answers, judged, replicates, failed: self.failed }
    }

    fn answer(&self, at: usize) -> Option<AnswerFindings> {
        let points = self.sweep.points.len();
        let value = |batch: usize, point: usize| {
            let cell = self.cell(batch, point, at);
            if self.counts[cell] == 0 { f64::NAN } else { self.sums[cell] / f64::from(self.counts[cell]) }
        };
        let grid: Vec<Vec<f64>> = (0..points).map(|point| (0..self.batches).map(|batch| value(batch, point)).collect()).collect();
        let of_point = |point: usize| {
            let (sum, count) = (0..self.batches)
                .map(|batch| self.cell(batch, point, at))
                .fold((0.0, 0), |(sum, count), cell| (sum + self.sums[cell], count + self.counts[cell]));
            if count == 0 { f64::NAN } else { sum / f64::from(count) }
        };
        let means: Vec<f64> = (0..points).map(of_point).collect();
        if means.iter().all(|mean| mean.is_nan()) {
            return None;
        }
        let answer = self.answers[at];
        let table = Grid { sweep: self.sweep, values: grid, sizes: &self.sizes, dice: Dice::new(self.scenario.run.seed, 0).of(TABLE) };
        let mut factors: Vec<FactorEffect> = (0..self.sweep.factors.len()).map(|factor| table.effect(factor, &means)).collect();
        if answer.unit == SHARE {
            factors.iter_mut().flat_map(|effect| &mut effect.levels).for_each(|level| within_a_share(&mut level.mean));
        }
        Some(AnswerFindings { answer, factors, mean: mean(&known(&means)), points: means })
    }
}

/// An interval of something from 0 to 1 does not reach beyond what can be.
fn within_a_share(found: &mut Estimate) {
    if (0.0..=1.0).contains(&found.mean) && found.low.is_finite() {
        (found.low, found.high) = (found.low.max(0.0), found.high.min(1.0));
    }
}

fn known(values: &[f64]) -> Vec<f64> {
    values.iter().copied().filter(|value| value.is_finite()).collect()
}

/// What every point weighs in a contrast: of each cell its share, with its sign.
fn weights(sweep: &Sweep, contrast: &Contrast) -> Vec<(u32, f64)> {
    let arm = |name: &String| Level { written: format!("\"{name}\""), number: None };
    let mut cells: Vec<(Vec<(usize, Level)>, f64)> = vec![(Vec::new(), 1.0)];
    let mut cross = |path: &str, levels: &[(Level, f64)]| {
        let Some(factor) = sweep.factor(path) else { return cells.clear() };
        let with = |(chosen, sign): &(Vec<(usize, Level)>, f64)| {
            levels.iter().map(|(level, own)| ([chosen.clone(), vec![(factor, level.clone())]].concat(), sign * own)).collect::<Vec<_>>()
        };
        cells = cells.iter().flat_map(with).collect();
    };
    match contrast {
        Contrast::Arms([one, other]) => cross(ARMS, &[(arm(one), 1.0), (arm(other), -1.0)]),
        Contrast::Differences([[a, b], [c, d]]) => cross(ARMS, &[(arm(a), 1.0), (arm(b), -1.0), (arm(c), -1.0), (arm(d), 1.0)]),
        Contrast::Levels(factors) => {
            for (path, [one, other]) in factors {
                cross(path, &[(one.clone(), 1.0), (other.clone(), -1.0)]);
            }
        }
    }
    let mut weights = vec![0.0; sweep.points.len()];
    for (chosen, sign) in cells {
        let is_in = |point: &usize| chosen.iter().all(|(factor, level)| sweep.points[*point].levels[*factor].is(level));
        let inside: Vec<usize> = (0..sweep.points.len()).filter(is_in).collect();
        if inside.is_empty() {
            return vec![(0, f64::NAN)];
        }
        inside.iter().for_each(|point| weights[*point] += sign / inside.len() as f64);
    }
    (0..).zip(weights).filter(|(_, weight)| *weight != 0.0).collect()
}

/// The means of an outcome by point and batch.
struct Grid<'s> {
    sweep: &'s Sweep,
    values: Vec<Vec<f64>>,
    sizes: &'s [f64],
    dice: Dice,
}

/// Points that count as one level of a factor.
struct Group {
    level: Level,
    bin: Option<[f64; 2]>,
    points: Vec<usize>,
}

impl Grid<'_> {
    fn effect(&self, factor: usize, means: &[f64]) -> FactorEffect {
        let groups = self.groups(factor);
        let level = |group: &Group| {
            let found = if self.is_grid() {
                let of_batch =
                    |batch: usize| mean(&known(&group.points.iter().map(|point| self.values[*point][batch]).collect::<Vec<_>>()));
                estimate_of_groups(&(0..self.batches()).map(of_batch).collect::<Vec<_>>(), self.sizes)
            } else {
                estimate(&group.points.iter().map(|point| means[*point]).collect::<Vec<_>>())
            };
            let (level, at) = (group.level.plain().to_owned(), group.level.number);
            let points = group.points.iter().filter(|point| means[**point].is_finite()).count();
            LevelMean { level, at, bin: group.bin, points, mean: found }
        };
        let indices = match self.sweep.design {
            Design::Factorial => self.of_grid(factor, &groups),
            Design::Sobol => self.of_samples(factor),
            Design::Lhs => self.of_bins(factor, &groups, means),
            Design::Morris => self.of_paths(factor, means),
            Design::List => Vec::new(),
        };
        let mut at = vec![u32::MAX; self.sweep.points.len()];
        (0..).zip(&groups).for_each(|(group, own)| own.points.iter().for_each(|point| at[*point] = group));
        FactorEffect { levels: groups.iter().map(level).collect(), at, indices }
    }

    /// Whether points stand at levels that were chosen.
    fn is_grid(&self) -> bool {
        matches!(self.sweep.design, Design::Factorial | Design::List)
    }

    fn batches(&self) -> usize {
        self.values.first().map_or(0, Vec::len)
    }

    /// The points by level, or by bin of the range where there are many.
    fn groups(&self, factor: usize) -> Vec<Group> {
        let levels = self.sweep.levels(factor);
        let of = |point: usize| &self.sweep.points[point].levels[factor];
        let all = 0..self.sweep.points.len();
        let in_bins = matches!(self.sweep.factors[factor].values, Values::Range { .. }) && !self.is_grid();
        if !in_bins {
            let group = |level: Level| Group { points: all.clone().filter(|point| of(*point).is(&level)).collect(), level, bin: None };
            return levels.into_iter().map(group).collect();
        }
        let log = self.sweep.factors[factor].is_log();
        let scale = |x: f64| if log { libm::log(x) } else { x };
        let back = |x: f64| if log { libm::exp(x) } else { x };
        let number = |level: &Level| level.number.unwrap_or(f64::NAN);
        let (low, high) = match &self.sweep.factors[factor].values {
            Values::Range { from, to, .. } => (scale(number(from)), scale(number(to))),
            Values::Levels(_) => (number(&levels[0]), number(&levels[levels.len() - 1])),
        };
        let share = |point: usize| (scale(number(of(point))) - low) / (high - low);
        let bin = |at: usize| {
            let edge = |at: f64| back(low + (high - low) * at / BINS as f64);
            let inside = |point: &usize| (libm::floor(share(*point) * BINS as f64).max(0.0) as usize).min(BINS - 1) == at;
            let level = Level::at(edge(at as f64 + 0.5), None);
            Group { level, bin: Some([edge(at as f64), edge(at as f64 + 1.0)]), points: all.clone().filter(inside).collect() }
        };
        (0..BINS).map(bin).filter(|group| !group.points.is_empty()).collect()
    }

    /// The variance of rows of batch means, luck apart.
    fn variance(&self, rows: &[Vec<f64>], batches: &[usize]) -> f64 {
        let n = rows.len() as f64;
        let middle: Vec<f64> = (0..self.batches()).map(|batch| rows.iter().map(|row| row[batch]).sum::<f64>() / n).collect();
        let squares = rows.iter().map(|row| {
            let off: Vec<f64> = row.iter().zip(&middle).map(|(value, middle)| value - middle).collect();
            product(&off, &off, batches)
        });
        squares.sum::<f64>() / n
    }

    /// First order and total of a full grid.
    fn of_grid(&self, factor: usize, groups: &[Group]) -> Vec<Index> {
        if self.values.iter().flatten().any(|value| value.is_nan()) {
            return Vec::new(); // a point without this outcome leaves a hole in the grid
        }
        let mean_of = |points: &[usize]| -> Vec<f64> {
            (0..self.batches())
                .map(|batch| points.iter().map(|point| self.values[*point][batch]).sum::<f64>() / points.len() as f64)
                .collect()
        };
        let levels: Vec<Vec<f64>> = groups.iter().map(|group| mean_of(&group.points)).collect();
        let mut lines: std::collections::BTreeMap<Vec<&str>, Vec<usize>> = std::collections::BTreeMap::new();
        for (at, point) in self.sweep.points.iter().enumerate() {
            let others =
                (0..point.levels.len()).filter(|other| *other != factor).map(|other| point.levels[other].written.as_str()).collect();
            lines.entry(others).or_default().push(at);
        }
        let lines: Vec<Vec<Vec<f64>>> =
            lines.into_values().map(|points| points.into_iter().map(|point| self.values[point].clone()).collect()).collect();
        let of = |batches: &[usize]| {
            let all = self.variance(&self.values, batches);
            let left = lines.iter().map(|line| self.variance(line, batches)).sum::<f64>() / lines.len() as f64;
            [self.variance(&levels, batches) / all, left / all]
        };
        let every: Vec<usize> = (0..self.batches()).collect();
        let found = of(&every);
        let without: Vec<[f64; 2]> =
            every.iter().map(|out| of(&every.iter().copied().filter(|at| at != out).collect::<Vec<_>>())).collect();
        let n = every.len() as f64;
        let index = |at: usize, kind| {
            let values: Vec<f64> = without.iter().map(|value| value[at]).collect();
            let middle = mean(&values);
            let error = if every.len() > 2 {
                ((n - 1.0) / n * values.iter().map(|value| square(value - middle)).sum::<f64>()).sqrt()
            } else {
                f64::NAN
            };
            Index { kind, value: found[at], interval: [found[at] - 1.96 * error, found[at] + 1.96 * error] }
        };
        vec![index(0, "first_order"), index(1, "total")]
    }

    /// First order and total from samples A and B and their mixtures.
    fn of_samples(&self, factor: usize) -> Vec<Index> {
        let width = self.sweep.factors.len() + 2;
        let rows: Vec<[&Vec<f64>; 3]> = self
            .values
            .chunks_exact(width)
            .map(|row| [&row[0], &row[1], &row[2 + factor]])
            .filter(|row| row.iter().all(|point| point.iter().all(|value| value.is_finite())))
            .collect();
        if rows.len() < 4 {
            return Vec::new();
        }
        let batches: Vec<usize> = (0..self.batches()).collect();
        let middle: Vec<f64> =
            batches.iter().map(|at| rows.iter().map(|row| row[0][*at] + row[1][*at]).sum::<f64>() / (2.0 * rows.len() as f64)).collect();
        let less = |one: &[f64], other: &[f64]| one.iter().zip(other).map(|(one, other)| one - other).collect::<Vec<f64>>();
        // of each row: the products that S, T and the variance are means of
        let terms: Vec<[f64; 3]> = rows
            .iter()
            .map(|[a, b, mixed]| {
                let (from_a, from_b, step) = (less(a, &middle), less(b, &middle), less(mixed, a));
                let first = product(&from_b, &step, &batches);
                let total = 0.5 * product(&step, &step, &batches);
                let all = 0.5 * (product(&from_a, &from_a, &batches) + product(&from_b, &from_b, &batches));
                [first, total, all]
            })
            .collect();
        let of = |chosen: &mut dyn Iterator<Item = usize>| {
            let sums = chosen.fold([0.0; 3], |sums: [f64; 3], at| [0, 1, 2].map(|term| sums[term] + terms[at][term]));
            [sums[0] / sums[2], sums[1] / sums[2]]
        };
        let found = of(&mut (0..terms.len()));
        let again = self.again(terms.len(), factor, |chosen| of(&mut chosen.iter().copied()).to_vec());
        indices(&["first_order", "total"], &found, &again)
    }

    /// First order from the means of bins.
    fn of_bins(&self, factor: usize, groups: &[Group], means: &[f64]) -> Vec<Index> {
        let mut bin = vec![usize::MAX; means.len()];
        groups.iter().enumerate().for_each(|(at, group)| group.points.iter().for_each(|point| bin[*point] = at));
        let of = |chosen: &[usize]| {
            let mut by_bin: Vec<Vec<f64>> = vec![Vec::new(); groups.len()];
            chosen.iter().filter(|at| means[**at].is_finite() && bin[**at] < groups.len()).for_each(|at| by_bin[bin[*at]].push(means[*at]));
            by_bin.retain(|bin| !bin.is_empty());
            let all: Vec<f64> = by_bin.concat();
            let middle = mean(&all);
            let whole: f64 = all.iter().map(|value| square(value - middle)).sum();
            let between: f64 = by_bin.iter().map(|bin| bin.len() as f64 * square(mean(bin) - middle)).sum();
            let (n, k) = (all.len() as f64, by_bin.len() as f64);
            let within = (whole - between) / (n - k);
            vec![(between - (k - 1.0) * within) / whole]
        };
        if known(means).len() < 3 * groups.len() {
            return Vec::new(); // within bins of a point or two nothing varies
        }
        let every: Vec<usize> = (0..means.len()).collect();
        let found = of(&every);
        let again = self.again(means.len(), factor, of);
        indices(&["first_order"], &found, &again)
    }

    /// The size and the spread of what steps did.
    fn of_paths(&self, factor: usize, means: &[f64]) -> Vec<Index> {
        let steps = self.sweep.points.windows(2).enumerate().filter(|(at, _)| (at + 1) % (self.sweep.factors.len() + 1) != 0);
        let effect = |(at, pair): (usize, &[crate::scenario::sweep::Point])| {
            let [one, other] = [0, 1].map(|side: usize| self.share(factor, &pair[side].levels[factor]));
            let step = other - one;
            (step.abs() > 1e-9).then(|| (means[at + 1] - means[at]) / step).filter(|effect| effect.is_finite())
        };
        let effects: Vec<f64> = steps.filter_map(effect).collect();
        let sizes: Vec<f64> = effects.iter().map(|effect| effect.abs()).collect();
        let (size, error) = (mean(&sizes), sd(&sizes) / (sizes.len() as f64).sqrt());
        vec![
            Index { kind: "mu_star", value: size, interval: [size - 1.96 * error, size + 1.96 * error] },
            Index { kind: "sigma", value: sd(&effects), interval: [f64::NAN; 2] },
        ]
    }

    /// Where a level lies in the range of its factor, 0 to 1.
    fn share(&self, factor: usize, level: &Level) -> f64 {
        let own = &self.sweep.factors[factor];
        let number = |level: &Level| level.number.unwrap_or(f64::NAN);
        match &own.values {
            Values::Range { from, to, log, .. } => {
                let scale = |x: f64| if *log { libm::log(x) } else { x };
                (scale(number(level)) - scale(number(from))) / (scale(number(to)) - scale(number(from)))
            }
            Values::Levels(levels) => {
                let at = levels.iter().position(|own| own.is(level)).unwrap_or(0);
                at as f64 / (levels.len() - 1).max(1) as f64
            }
        }
    }

    /// Worked out again from samples of `n` that are drawn with repetition.
    fn again(&self, n: usize, factor: usize, of: impl Fn(&[usize]) -> Vec<f64>) -> Vec<Vec<f64>> {
        let sample = |at: usize| {
            let mut draw = self.dice.at(Purpose::Resample, at as u32, factor as u32, 0);
            of(&(0..n).map(|_| draw.below(n as u32) as usize).collect::<Vec<_>>())
        };
        (0..AGAIN).map(sample).collect()
    }
}

/// The mean over these batches of the product of two rows of batch means, pairs of different batches only.
fn product(one: &[f64], other: &[f64], batches: &[usize]) -> f64 {
    let n = batches.len() as f64;
    if batches.len() < 2 {
        return batches.iter().map(|at| one[*at] * other[*at]).sum::<f64>() / n;
    }
    let [a, b] = [one, other].map(|row| batches.iter().map(|at| row[*at]).sum::<f64>());
    let same: f64 = batches.iter().map(|at| one[*at] * other[*at]).sum();
    (a * b - same) / (n * (n - 1.0))
}

fn indices(kinds: &[&'static str], found: &[f64], again: &[Vec<f64>]) -> Vec<Index> {
    let index = |(at, kind): (usize, &&'static str)| {
        let error = sd(&known(&again.iter().map(|sample| sample[at]).collect::<Vec<_>>()));
        Index { kind, value: found[at], interval: [found[at] - 1.96 * error, found[at] + 1.96 * error] }
    };
    kinds.iter().enumerate().map(index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::read::read_text;

    /// What a sweep says of an outcome that is this function of the levels, with luck of this size; the first outcome.
    fn said(sweep: &str, luck: f64, of: impl Fn(&[f64]) -> f64) -> AnswerFindings {
        let text = format!("[run]\nreplicates = 30\n[sweep]\n{sweep}");
        let scenario = read_text("sweep.toml", &text).unwrap_or_else(|faults| panic!("{faults:?}")).scenario;
        let sweep = scenario.sweep.as_deref().unwrap();
        let mut gathered = Gathered::of(&scenario, sweep, 30);
        let at = ENDS.iter().position(|end| end.key == "trust_end").unwrap();
        for number in 0..30 {
            let row = |(at_point, point): (usize, &crate::scenario::sweep::Point)| {
                let levels: Vec<f64> = point.levels.iter().map(|level| level.number.unwrap_or(f64::NAN)).collect();
                let noise = Dice::new(9, number).at(Purpose::Search, at_point as u32, 0, 0).normal();
                let mut ends = vec![f64::NAN; ENDS.len()];
                ends[at] = of(&levels) + luck * noise;
                Ok(Endpoint { ends, last: Vec::new(), asked: Vec::new() })
            };
            let rows: Vec<_> = sweep.points.iter().enumerate().map(row).collect();
            gathered.add(number, &rows);
        }
        gathered.findings(30).answers.remove(0)
    }

    fn index(found: &AnswerFindings, factor: usize, kind: &str) -> Index {
        found.factors[factor].indices.iter().find(|index| index.kind == kind).unwrap().clone()
    }

    const PAIR: &str = "\"practices.preset\" = [\"low\", \"high\"]\n";

    #[test]
    fn a_grid_tells_main_and_total_effects_and_luck_adds_nothing() {
        // y = a + b + 2ab on a, b in ±1 (coded by level): Var = 1 + 1 + 4, S = 1/6, T = 5/6
        let grid = "design = \"factorial\"\n\"event.x.y\" = [1]\n".replace("\"event.x.y\" = [1]\n", "");
        let sweep = format!("{grid}\"people.top_conduct\" = [-1, 1]\n\"people.leader_conduct.honesty.mean\" = [-1, 1]\n");
        for luck in [0.0, 3.0] {
            let found = said(&sweep, luck, |x| x[0] + x[1] + 2.0 * x[0] * x[1]);
            for factor in [0, 1] {
                let (first, total) = (index(&found, factor, "first_order"), index(&found, factor, "total"));
                assert!((first.value - 1.0 / 6.0).abs() < 0.03 + 0.03 * luck, "{luck} {first:?}");
                assert!((total.value - 5.0 / 6.0).abs() < 0.03 + 0.04 * luck, "{luck} {total:?}");
                assert!(luck == 0.0 || first.interval[0] < 1.0 / 6.0 && first.interval[1] > 1.0 / 6.0, "{first:?}");
            }
        }
        let means: Vec<f64> = said(&sweep, 0.0, |x| 3.0 * x[0]).factors[0].levels.iter().map(|level| level.mean.mean).collect();
        assert_eq!(means, [-3.0, 3.0]);
    }

    #[test]
    fn samples_tell_the_indices_of_ishigami_like_functions() {
        // y = x + 3 z² with x, z uniform on ±1: Var x = 1/3, Var 3z² = 9 (1/5 − 1/9) = 0.8
        let sweep = "design = \"sobol\"\npoints = 256\n\"people.top_conduct\" = { from = -1, to = 1 }\n\"people.leader_conduct.honesty.mean\" = { from = -1, to = 1 }\n";
        let found = said(sweep, 0.5, |x| x[0] + 3.0 * x[1] * x[1]);
        let share = (1.0 / 3.0) / (1.0 / 3.0 + 0.8);
        for (factor, expected) in [(0, share), (1, 1.0 - share)] {
            for kind in ["first_order", "total"] {
                let index = index(&found, factor, kind);
                assert!((index.value - expected).abs() < 0.06, "{factor} {kind} {index:?} {expected}");
                assert!(index.interval[0] < expected && expected < index.interval[1], "{index:?}");
            }
        }
        assert_eq!(found.factors[0].levels.len(), BINS);
    }

    #[test]
    fn a_hypercube_tells_first_orders_and_paths_tell_sizes() {
        let ranges = "\"people.top_conduct\" = { from = -1, to = 1 }\n\"people.leader_conduct.honesty.mean\" = { from = -1, to = 1 }\n";
        let found = said(&format!("design = \"lhs\"\npoints = 400\n{ranges}"), 0.0, |x| x[0] + 0.01 * x[1]);
        assert!(index(&found, 0, "first_order").value > 0.95 && index(&found, 1, "first_order").value.abs() < 0.05);
        let found = said(&format!("design = \"morris\"\npoints = 30\n{ranges}"), 0.0, |x| 2.0 * x[0] + x[1] * x[1]);
        assert!((index(&found, 0, "mu_star").value - 4.0).abs() < 1e-4 && index(&found, 0, "sigma").value < 1e-4); // 2 for each unit of a range of 2
        assert!(index(&found, 1, "sigma").value > 0.5);
        assert_eq!(found.order(), [0, 1]);
    }

    #[test]
    fn an_interval_of_a_share_ends_where_shares_end() {
        let sweep = format!("design = \"factorial\"\n{PAIR}\"people.top_conduct\" = [-1, 0, 1]\n");
        let found = said(&sweep, 0.6, |x| if x[1] > 0.5 { 0.9 } else { 0.5 });
        for level in &found.factors[1].levels {
            let mean = level.mean;
            assert!(mean.low >= 0.0 && mean.high <= 1.0 && mean.low < mean.mean && mean.mean < mean.high, "{mean:?}");
        }
    }

    #[test]
    fn contrasts_weigh_cells_alike() {
        let text = format!("[sweep]\ndesign = \"factorial\"\n{PAIR}\"people.top_conduct\" = [-1, 0, 1]\n");
        let scenario = read_text("sweep.toml", &text).unwrap().scenario;
        let sweep = scenario.sweep.as_deref().unwrap();
        let level = |factor: usize, at: usize| sweep.levels(factor)[at].clone();
        let preset = ("practices.preset".to_owned(), [level(0, 1), level(0, 0)]);
        let conduct = ("people.top_conduct".to_owned(), [level(1, 2), level(1, 0)]);
        let main = weights(sweep, &Contrast::Levels(vec![preset.clone()]));
        assert_eq!(main.len(), 6);
        assert!((main.iter().map(|(_, weight)| weight.abs()).sum::<f64>() - 2.0).abs() < 1e-12);
        let both = weights(sweep, &Contrast::Levels(vec![preset, conduct]));
        let signs: Vec<f64> = both.iter().map(|(_, weight)| *weight).collect();
        assert_eq!(signs, [1.0, -1.0, -1.0, 1.0]); // low: −1, 1; high: −1, 1
    }
}
