//! # Worlds that meet the findings
//!
//! Candidates of [`world`](crate::ensemble::world) are drawn by grade, brought to the published levels and core correlations,
//! lived, and kept where they meet.
//!
//! ```text
//!   figure   = preset + mean over replicates (candidate − preset)           with the same dice, on the scale of the finding
//!   meets    : |figure − preset| ≤ reach + error                            for every finding
//!   reach    = w                                                            where the preset misses the published band
//!            = min(w, max(w / 2, way from the preset to the nearer edge))   where it meets it
//!   slopes B : least squares of the figures of the first candidates on their moves, ridge P / 3
//!   direction_f = B_f / |B_f|
//!   step     : M s = aim − figure,   M_gf = B_g · direction_f               over the findings that are missed
//!   M       += (Δfigure − M s) sᵀ / sᵀs                                     by what the last step did
//! ```
//!
//! | symbol      | meaning                                                                                           |
//! |-------------|---------------------------------------------------------------------------------------------------|
//! | preset      | what the default preset shows, over [`PRESET_LIVES`] lives                                          |
//! | w           | half the width of the published band                                                              |
//! | error       | Monte Carlo error of a candidate's figure: the pooled spread over replicates, by the root of their number |
//! | P           | parameters that worlds move                                                                       |
//! | aim         | drawn for each candidate, uniform over what is allowed                                            |
//! | s           | how far it is moved along each direction; one that would bring another finding out of its band takes that along |
//!
//! **Why it is not left to luck.** Hundreds of parameters are moved at once, and of candidates as they are drawn not one in
//! a hundred meets a dozen findings together. So each is moved the shortest way to where it meets (the draw of a Gaussian
//! conditioned by kriging, or randomised maximum likelihood: Oliver, He & Reynolds 1996), by the slopes that the first
//! candidates show, lived, and where it misses moved again by what it showed (Broyden 1965). What the findings do not speak
//! of stays as it was drawn. One that still misses after [`STEPS`] lives, or that would have to be brought farther than
//! [`FAR`], is given up. Every kept world was lived and meets every band; no surrogate decides.
//!
//! **Bands** are centred on the preset, so that worlds differ about it and what the preset misses is not asked of them: it
//! is as wide as published there. Where the preset meets a finding but stands near an edge, worlds may pass that edge by at most half of w.
//!
//! **Pairs.** A candidate and its mirror have the same aim, mirrored about the preset, and are kept together or not at all, so that half their
//! difference still tells what moves do.
//!
//! **How many are they worth?** Every candidate has its own number and all kept ones weigh the same, so the effective sample
//! size is the number kept.
//!
//! **Limits.** The slopes are straight lines, the way is the shortest only in their eyes, and a candidate cut off at −1 or 1 falls short. Levels and correlations are those of the
//! baseline study, with the same dice for all. What other studies found is not asked.
//!
//! **Source.** Oliver, He & Reynolds (1996), ECMOR V; Broyden (1965), Mathematics of Computation 19; rejection with tolerance bands: Beaumont, Zhang & Balding (2002), Genetics 162.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use crate::analysis::quantile::{mean, sd};
use crate::ensemble::live::live_from;
use crate::ensemble::past::Pasts;
use crate::ensemble::run::Progress;
use crate::ensemble::world::{World, movable};
use crate::random::{Dice, Purpose};
use crate::scenario::Scenario;
use crate::scenario::fault::Fault;
use crate::theory::{LawParameter, Parameters};
use crate::threads;
use crate::validation::evidence::Evidence;
use crate::validation::published;
use crate::validation::study::{Effort, Study};
use crate::validation::target::{Claim, Protocol, Target};

/// The findings that worlds must meet: levels first, then core correlations.
pub const FINDINGS: [&str; 11] = ["VT-01", "VT-02", "VT-07", "VT-09", "VT-16", "VT-58a", "VT-58b", "VT-28c", "VT-28d", "VT-30", "VT-38"];
/// Lives that say what the preset shows; as many as there are first candidates if those are fewer.
pub const PRESET_LIVES: u32 = 64;
/// So many of the first candidates, from which the slopes are found, are lived as often as all later ones, which says how sure
/// a figure is; the others once.
const OFTEN: u32 = 64;
/// How often a candidate may be lived.
pub const STEPS: u32 = 4;
/// How far a candidate may be brought: root mean square over its parameters. As it is drawn it lies at 0.58.
pub const FAR: f64 = 0.4;
/// Candidates that go together.
const BLOCK: u32 = 64;
/// Shares are told apart from 0 and 1 up to here.
const EDGE: f64 = 0.005;
/// A part of each direction's own slope that is added to it, so that findings that go together are not torn apart.
const HOLD: f64 = 0.1;

/// How it is gone about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Candidates at most, an even number.
    pub candidates: u32,
    /// Worlds that are wanted, an even number.
    pub keep: u32,
    /// The first candidates, from which the slopes are found.
    pub design: u32,
    /// Lives of each candidate.
    pub replicates: u32,
    /// Seed of the lives and of what is aimed at.
    pub seed: u64,
    /// Threads; 0 for all cores.
    pub threads: usize,
}

impl Plan {
    /// Lives of the preset.
    fn preset_lives(&self) -> u32 {
        PRESET_LIVES.min(self.design).max(self.replicates)
    }

    /// Lives of the first candidates.
    fn first_lives(&self) -> u32 {
        self.design + self.design.min(OFTEN) * (self.replicates - 1)
    }
}

/// What is allowed of a finding.
#[derive(Clone, Copy, Debug)]
pub struct Band {
    /// The finding.
    pub target: Target,
    /// Its published band.
    pub published: [f64; 2],
    /// What the preset shows.
    pub preset: f64,
    /// What a world may show, its error apart.
    pub allowed: [f64; 2],
    /// Monte Carlo error of a world's figure.
    pub error: f64,
    /// Share of the first candidates that miss it as they are drawn.
    pub missed: f64,
}

impl Band {
    /// Whether a world that shows this meets the finding.
    pub fn holds(&self, figure: f64) -> bool {
        (self.allowed[0] - self.error..=self.allowed[1] + self.error).contains(&figure)
    }

    /// Shares on the scale of their odds, on which moves add up; correlations that are negative as they are.
    fn scaled(&self, figure: f64) -> f64 {
        if self.published[0] < 0.0 {
            return figure;
        }
        let share = figure.clamp(EDGE, 1.0 - EDGE);
        libm::log(share / (1.0 - share))
    }
}

/// What is allowed where a finding has this band and the preset shows this.
pub fn allowed(published: [f64; 2], preset: f64) -> [f64; 2] {
    let half = 0.5 * (published[1] - published[0]);
    let inside = (preset - published[0]).min(published[1] - preset);
    let reach = if inside < 0.0 { half } else { inside.clamp(0.5 * half, half) };
    [preset - reach, preset + reach]
}

/// One candidate and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Its number.
    pub number: u32,
    /// Whether it and its mirror meet every finding.
    pub kept: bool,
    /// How often it was lived.
    pub steps: u32,
    /// How far it was brought along each direction.
    pub shift: Vec<f64>,
    /// What it showed of each finding at last.
    pub figures: Vec<f64>,
}

/// All of it.
#[derive(Clone, Debug)]
pub struct Made {
    /// What is allowed, in the order of [`FINDINGS`].
    pub bands: Vec<Band>,
    /// The parameters that are moved.
    pub movable: Vec<LawParameter>,
    /// By finding, how each parameter's move is felt in it.
    pub directions: Vec<Vec<f64>>,
    /// Every candidate that was brought to the findings, by number.
    pub candidates: Vec<Candidate>,
    /// Share of the first candidates that meet every finding as they are drawn.
    pub as_drawn: f64,
}

impl Made {
    /// How many worlds were kept.
    pub fn kept(&self) -> usize {
        self.candidates.iter().filter(|candidate| candidate.kept).count()
    }

    /// The finding that candidates as they are drawn miss most often, and the share that misses it.
    pub fn strictest(&self) -> (&'static str, f64) {
        let most = self.bands.iter().max_by(|one, other| one.missed.total_cmp(&other.missed));
        most.map_or(("", f64::NAN), |band| (band.target.id, band.missed))
    }
}

/// Lives one of the studies' organisations in many worlds.
struct Bench<'a> {
    scenario: Scenario,
    targets: Vec<Target>,
    movable: Vec<LawParameter>,
    threads: usize,
    stop: &'a AtomicBool,
    done: AtomicU64,
    total: AtomicU64,
    progress: &'a (dyn Fn(Progress) + Sync),
}

impl Bench<'_> {
    /// What so many lives with the same dice show in each of these worlds: by world, finding and replicate, missing where a life
    /// failed. `None` when stopped.
    fn lived(&self, worlds: &[Option<World>], replicates: u32) -> Option<Vec<Vec<Vec<f64>>>> {
        let lives: Vec<(usize, u32)> = (0..worlds.len()).flat_map(|world| (0..replicates).map(move |dice| (world, dice))).collect();
        let one = |&(world, dice): &(usize, u32)| -> Option<Vec<f64>> {
            let mut scenario = self.scenario.clone();
            if let Some(world) = &worlds[world] {
                world.shift(&mut scenario.parameters, &self.movable);
            }
            let life = live_from(&Pasts::default(), &scenario, dice, &mut || !self.stop.load(Ordering::Relaxed))?;
            let evidence = Evidence::of(vec![(String::new(), vec![life])]);
            let figure = |target: &Target| match target.protocol {
                Protocol::Computed { figure, .. } => figure(&evidence).first().copied().unwrap_or(f64::NAN),
                Protocol::NotTestable(_) => f64::NAN,
            };
            self.tell();
            Some(self.targets.iter().map(figure).collect())
        };
        let lived = threads::on(self.threads, || threads::all(&lives, one));
        if self.stop.load(Ordering::Relaxed) {
            return None;
        }
        let rows: Vec<Vec<f64>> =
            lived.into_iter().map(|row| row.ok().flatten().unwrap_or_else(|| vec![f64::NAN; self.targets.len()])).collect();
        let of_world = |rows: &[Vec<f64>]| (0..self.targets.len()).map(|f| rows.iter().map(|row| row[f]).collect()).collect();
        Some(rows.chunks(replicates as usize).map(of_world).collect())
    }

    fn tell(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let total = self.total.load(Ordering::Relaxed).max(done + 1);
        (self.progress)(Progress { done, total, share: done as f64 / total as f64 });
    }
}

/// Draws, brings, lives and keeps; `None` when stopped.
///
/// # Errors
/// The faults of the study.
pub fn make(plan: Plan, stop: &AtomicBool, progress: &(dyn Fn(Progress) + Sync)) -> Result<Option<Made>, Vec<Fault>> {
    Ok(made(plan, &bench(plan, stop, progress)?))
}

fn bench<'a>(plan: Plan, stop: &'a AtomicBool, progress: &'a (dyn Fn(Progress) + Sync)) -> Result<Bench<'a>, Vec<Fault>> {
    let mut scenario = Study::Baseline.scenario(&[], Effort::Of(1))?;
    scenario.run.seed = plan.seed;
    scenario.run.surveys.truncate(1); // the findings above ask no later one
    let all = published::all();
    let targets: Vec<Target> = FINDINGS.iter().filter_map(|id| all.iter().find(|target| target.id == *id)).copied().collect();
    let expected = plan.preset_lives() + plan.first_lives() + plan.keep * plan.replicates * 4;
    let (done, total) = (AtomicU64::new(0), AtomicU64::new(expected.into()));
    Ok(Bench { scenario, targets, movable: movable(), threads: plan.threads, stop, done, total, progress })
}

fn made(plan: Plan, bench: &Bench<'_>) -> Option<Made> {
    let count = bench.movable.len();
    let preset = bench.lived(&[None], plan.preset_lives())?.swap_remove(0);
    // What a world shows beside the preset with the same dice, replicate by replicate.
    let beside = |lived: &[Vec<f64>]| -> Vec<Vec<f64>> {
        let own = |(own, preset): (&Vec<f64>, &Vec<f64>)| own.iter().zip(preset).map(|(own, preset)| own - preset).collect();
        lived.iter().zip(&preset).map(own).collect()
    };
    let design: Vec<Option<World>> = (0..plan.design).map(|number| Some(World::candidate(number, count))).collect();
    let (often, once) = design.split_at(plan.design.min(OFTEN) as usize);
    let design_lived: Vec<Vec<Vec<f64>>> =
        [bench.lived(often, plan.replicates)?, bench.lived(once, 1)?].iter().flatten().map(|world| beside(world)).collect();
    let levels: Vec<f64> = preset.iter().map(|own| mean(&finite(own))).collect();
    let figure_of = |beside: &[Vec<f64>]| -> Vec<f64> { levels.iter().zip(beside).map(|(level, own)| level + mean(own)).collect() };
    let first: Vec<Vec<f64>> = design_lived.iter().map(|world| figure_of(world)).collect();
    let mut bands: Vec<Band> = bench
        .targets
        .iter()
        .enumerate()
        .map(|(f, target)| band(target, f, levels[f], &design_lived[..often.len()], plan.replicates))
        .collect();
    for (f, band) in bands.iter_mut().enumerate() {
        band.missed = first.iter().filter(|figures| !band.holds(figures[f])).count() as f64 / first.len() as f64;
    }
    let meets = |figures: &[f64]| bands.iter().zip(figures).all(|(band, figure)| band.holds(*figure));
    let as_drawn = first.iter().filter(|figures| meets(figures)).count() as f64 / first.len() as f64;
    let scaled = |figures: &[f64]| -> Vec<f64> { bands.iter().zip(figures).map(|(band, figure)| band.scaled(*figure)).collect() };
    let shown: Vec<(Vec<f64>, Vec<f64>)> = design
        .iter()
        .flatten()
        .zip(&first)
        .filter(|(_, figures)| figures.iter().all(|figure| figure.is_finite()))
        .map(|(world, figures)| (world.moves.clone(), scaled(figures)))
        .collect();
    let (middle, slopes) = slopes(&shown, count, bands.len());
    let directions: Vec<Vec<f64>> = slopes.iter().map(|row| row.iter().map(|slope| rounded(slope / length(row))).collect()).collect();
    let felt: Vec<Vec<f64>> = slopes.iter().map(|row| directions.iter().map(|direction| dot(row, direction)).collect()).collect();
    let guess = |number: u32| -> Vec<f64> {
        let moves = World::candidate(number, count).moves;
        slopes.iter().zip(&middle).map(|(row, middle)| middle + dot(row, &moves)).collect()
    };
    let bounds: Vec<[f64; 2]> = bands.iter().map(|band| band.allowed.map(|end| band.scaled(end))).collect();
    let (mut candidates, mut kept): (Vec<Candidate>, u32) = (Vec::new(), 0);
    for from in (0..plan.candidates).step_by(BLOCK as usize) {
        if kept >= plan.keep {
            break;
        }
        let start = |number: u32| {
            let aim = scaled(&aim(plan.seed, number, &bands));
            let way = step(&felt, &bounds, &aim, &guess(number));
            Walk {
                number,
                aim,
                felt: felt.clone(),
                shift: way.clone(),
                way,
                last: guess(number),
                figures: Vec::new(),
                steps: 0,
                met: false,
                lost: false,
            }
        };
        let mut walks: Vec<Walk> = (from..plan.candidates.min(from + BLOCK)).map(start).collect();
        for _ in 0..STEPS {
            // A pair of which one went astray is given up.
            walks.iter_mut().for_each(|walk| walk.lost |= far(&walk.shift, &directions) > FAR);
            let astray: Vec<u32> = walks.iter().filter(|walk| walk.lost).map(|walk| walk.number / 2).collect();
            let open: Vec<usize> = (0..walks.len()).filter(|at| !walks[*at].met && !astray.contains(&(walks[*at].number / 2))).collect();
            let worlds: Vec<Option<World>> =
                open.iter().map(|at| Some(World::brought(walks[*at].number, &walks[*at].shift, &directions, count))).collect();
            for (at, lived) in open.into_iter().zip(bench.lived(&worlds, plan.replicates)?) {
                let figures = figure_of(&beside(&lived));
                walks[at].lived(&figures, &scaled(&figures), meets(&figures), &bounds);
            }
        }
        let settled = walks.chunks(2).flat_map(|pair| {
            let both = pair.len() == 2 && pair.iter().all(|walk| walk.met);
            pair.iter().map(move |walk| (walk, both))
        });
        for (walk, both) in settled {
            let keep = both && kept < plan.keep;
            kept += u32::from(keep);
            let shift = walk.shift.clone();
            candidates.push(Candidate { number: walk.number, kept: keep, steps: walk.steps, shift, figures: walk.figures.clone() });
        }
        let done = bench.done.load(Ordering::Relaxed);
        let block = done.saturating_sub(u64::from(plan.preset_lives() + plan.first_lives()));
        let left = u64::from(plan.keep.saturating_sub(kept)) * block / u64::from(kept.max(1));
        bench.total.store(done + left, Ordering::Relaxed);
    }
    Some(Made { bands, movable: bench.movable.clone(), directions, candidates, as_drawn })
}

/// What is allowed of a finding, and how sure a world's figure is of it.
fn band(target: &Target, f: usize, preset: f64, design: &[Vec<Vec<f64>>], replicates: u32) -> Band {
    let published = match target.claim {
        Claim::Within(low, high) => [low, high],
        Claim::Above(least) => [least, f64::INFINITY],
    };
    let squares: Vec<f64> = design.iter().map(|world| sd(&world[f]).powi(2)).collect();
    let error = (mean(&finite(&squares)) / f64::from(replicates)).sqrt();
    Band { target: *target, published, preset, allowed: allowed(published, preset), error, missed: f64::NAN }
}

/// Where a candidate is brought to: anywhere in what is allowed, its mirror to the other side of the preset.
fn aim(seed: u64, number: u32, bands: &[Band]) -> Vec<f64> {
    let mut draw = Dice::new(seed, number / 2).at(Purpose::World, 0, 0, 3);
    let share = |uniform: f64| if number.is_multiple_of(2) { uniform } else { 1.0 - uniform };
    bands.iter().map(|band| band.allowed[0] + share(draw.uniform()) * (band.allowed[1] - band.allowed[0])).collect()
}

/// A candidate on its way.
struct Walk {
    number: u32,
    aim: Vec<f64>,
    /// By finding and direction, how a move along it is felt.
    felt: Vec<Vec<f64>>,
    shift: Vec<f64>,
    /// The last step, and where it stood before.
    way: Vec<f64>,
    last: Vec<f64>,
    figures: Vec<f64>,
    steps: u32,
    met: bool,
    lost: bool,
}

impl Walk {
    /// What was lived after the last step; if it misses, the next.
    fn lived(&mut self, figures: &[f64], scaled: &[f64], met: bool, bounds: &[[f64; 2]]) {
        (self.figures, self.steps, self.met) = (figures.to_vec(), self.steps + 1, met);
        self.lost = !met && (self.steps == STEPS || scaled.iter().any(|figure| !figure.is_finite()));
        if met || self.lost {
            return;
        }
        // The first step began at a guess, which says nothing of how moves are felt.
        let square = dot(&self.way, &self.way);
        if self.steps > 1 && square > 1e-6 {
            let came = difference(scaled, &self.last);
            for (row, came) in self.felt.iter_mut().zip(came) {
                let off = (came - dot(row, &self.way)) / square;
                row.iter_mut().zip(&self.way).for_each(|(felt, way)| *felt += off * way);
            }
        }
        self.last = scaled.to_vec();
        self.way = step(&self.felt, bounds, &self.aim, scaled);
        self.shift.iter_mut().zip(&self.way).for_each(|(shift, way)| *shift = rounded(*shift + way));
    }
}

/// How far to go along each direction so that what is out of its bounds comes to where it is aimed at, and nothing else goes out.
fn step(felt: &[Vec<f64>], bounds: &[[f64; 2]], aim: &[f64], from: &[f64]) -> Vec<f64> {
    let is_out = |f: usize, figure: f64| !(bounds[f][0]..=bounds[f][1]).contains(&figure);
    let mut brought: Vec<usize> = (0..aim.len()).filter(|f| is_out(*f, from[*f])).collect();
    loop {
        let slope = |g: usize, f: usize| felt[g][f] * if g == f { 1.0 + HOLD } else { 1.0 };
        let rows = brought.iter().map(|g| brought.iter().map(|f| slope(*g, *f)).collect()).collect();
        let found = solve(rows, brought.iter().map(|f| vec![aim[*f] - from[*f]]).collect());
        let mut way = vec![0.0; aim.len()];
        brought.iter().zip(found).for_each(|(f, found)| way[*f] = rounded(found[0]));
        let goes_out = |f: &usize| !brought.contains(f) && is_out(*f, from[*f] + dot(&felt[*f], &way));
        let more: Vec<usize> = (0..aim.len()).filter(goes_out).collect();
        if more.is_empty() {
            return way;
        }
        brought.extend(more);
        brought.sort_unstable();
    }
}

/// How far these shifts bring a candidate: root mean square over parameters.
fn far(shift: &[f64], directions: &[Vec<f64>]) -> f64 {
    let count = directions.first().map_or(0, Vec::len);
    let moved = (0..count).map(|at| shift.iter().zip(directions).map(|(by, direction)| by * direction[at]).sum::<f64>().powi(2));
    (moved.sum::<f64>() / count.max(1) as f64).sqrt()
}

/// The mean of the figures, and by finding the slope of each move: ridge regression with as much held back as if moves and
/// everything else explained half of the differences each.
fn slopes(shown: &[(Vec<f64>, Vec<f64>)], parameters: usize, findings: usize) -> (Vec<f64>, Vec<Vec<f64>>) {
    let middle: Vec<f64> = (0..findings).map(|f| mean(&shown.iter().map(|(_, figures)| figures[f]).collect::<Vec<_>>())).collect();
    let mut system = vec![vec![0.0; parameters]; parameters];
    let mut right = vec![vec![0.0; findings]; parameters];
    for (moves, figures) in shown {
        for (i, one) in moves.iter().enumerate() {
            system[i].iter_mut().zip(moves).for_each(|(sum, other)| *sum += one * other);
            right[i].iter_mut().zip(figures.iter().zip(&middle)).for_each(|(sum, (figure, middle))| *sum += one * (figure - middle));
        }
    }
    (0..parameters).for_each(|i| system[i][i] += parameters as f64 / 3.0);
    let found = solve(system, right);
    (middle, (0..findings).map(|f| found.iter().map(|row| row[f]).collect()).collect())
}

/// Solves a system for several right sides by elimination with pivots, in an order that is the same everywhere.
fn solve(mut system: Vec<Vec<f64>>, mut right: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    let n = system.len();
    for at in 0..n {
        let pivot = (at..n).max_by(|one, other| system[*one][at].abs().total_cmp(&system[*other][at].abs())).unwrap_or(at);
        system.swap(at, pivot);
        right.swap(at, pivot);
        let (upper, lower) = system.split_at_mut(at + 1);
        let (own, below) = right.split_at_mut(at + 1);
        for (row, values) in lower.iter_mut().zip(below) {
            let share = row[at] / upper[at][at];
            if share != 0.0 {
                row[at..].iter_mut().zip(&upper[at][at..]).for_each(|(value, above)| *value -= share * above);
                values.iter_mut().zip(&own[at]).for_each(|(value, above)| *value -= share * above);
            }
        }
    }
    for at in (0..n).rev() {
        let (own, below) = right.split_at_mut(at + 1);
        for (value, column) in own[at].iter_mut().zip(0..) {
            let known: f64 = system[at][at + 1..].iter().zip(below.iter()).map(|(slope, row)| slope * row[column]).sum();
            *value = (*value - known) / system[at][at];
        }
    }
    right
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

fn length(row: &[f64]) -> f64 {
    dot(row, row).sqrt().max(1e-12)
}

fn difference(one: &[f64], other: &[f64]) -> Vec<f64> {
    one.iter().zip(other).map(|(one, other)| one - other).collect()
}

fn finite(values: &[f64]) -> Vec<f64> {
    values.iter().copied().filter(|value| value.is_finite()).collect()
}

/// To what is written in the file, so that what was lived is what is found there.
fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

/// The parameters whose default is not what it was when the shipped worlds were made, with that; one that is not known any more
/// or was not yet known counts.
pub fn stale(directions: &str) -> Vec<String> {
    let rows: Vec<(&str, &str)> = directions.lines().skip(1).filter_map(|line| line.split_once(',')).collect();
    let then = |path: &str| rows.iter().find(|row| row.0 == path).and_then(|row| row.1.split(',').next()?.parse::<f64>().ok());
    let moved = |known: &LawParameter| then(&known.path()).is_none_or(|then| then.to_bits() != known.row.default.to_bits());
    let changed = Parameters::listed().filter(moved).map(|known| known.path());
    changed.chain(rows.iter().filter(|row| Parameters::find(row.0).is_none()).map(|row| row.0.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::world::{CANDIDATES, DIRECTIONS, WorldSet};

    const BANDS: &str = include_str!("../ensemble/worlds/bands.csv");

    fn rows(text: &str) -> Vec<Vec<&str>> {
        text.lines().skip(1).map(|line| line.split(',').collect()).collect()
    }

    fn shipped_bands() -> Vec<(String, [f64; 2])> {
        let row = |row: &Vec<&str>| {
            let [low, high, error] = [4, 5, 6].map(|at| row[at].parse::<f64>().unwrap());
            (row[0].to_owned(), [low - error, high + error])
        };
        rows(BANDS).iter().map(row).collect()
    }

    #[test]
    fn the_shipped_worlds_belong_to_the_defaults() {
        let stale = stale(DIRECTIONS);
        assert!(
            stale.is_empty(),
            "the defaults of {} are not those of the shipped worlds: run `onfoot worlds` and copy candidates.csv, directions.csv and \
             bands.csv from output/worlds to src/ensemble/worlds",
            stale.join(", ")
        );
    }

    #[test]
    fn a_changed_default_is_seen() {
        let known = movable()[0];
        let line = format!("{},{}", known.path(), known.row.default);
        assert!(DIRECTIONS.contains(&line));
        assert_eq!(stale(&DIRECTIONS.replace(&line, &format!("{},{}", known.path(), known.row.default + 0.1))), [known.path()]);
    }

    #[test]
    fn every_kept_world_showed_what_the_bands_allow_and_has_its_mirror() {
        let bands = shipped_bands();
        assert_eq!(bands.iter().map(|band| band.0.as_str()).collect::<Vec<_>>(), FINDINGS);
        let kept: Vec<Vec<&str>> = rows(CANDIDATES).into_iter().filter(|row| row[1] == "1").collect();
        assert!(kept.len() >= 200, "{}", kept.len());
        for row in &kept {
            for ((id, [low, high]), figure) in bands.iter().zip(&row[3 + FINDINGS.len()..]) {
                let figure: f64 = figure.parse().unwrap();
                assert!((low - 1e-5..=high + 1e-5).contains(&figure), "candidate {}: {id} {figure}", row[0]);
            }
        }
        for pair in kept.chunks(2) {
            let [one, other] = [0, 1].map(|at| pair[at][0].parse::<u32>().unwrap());
            assert!(one.is_multiple_of(2) && other == one + 1);
        }
    }

    #[test]
    fn the_bands_are_those_of_the_findings_around_the_preset() {
        let all = published::all();
        for row in rows(BANDS) {
            let target = all.iter().find(|target| target.id == row[0]).expect("a finding that is known");
            let number = |at: usize| row[at].parse::<f64>().unwrap();
            assert_eq!(target.claim, Claim::Within(number(1), number(2)), "{}: run `onfoot worlds`", row[0]);
            let [low, high] = allowed([number(1), number(2)], number(3));
            assert!((low - number(4)).abs() < 1e-5 && (high - number(5)).abs() < 1e-5);
        }
    }

    #[test]
    fn every_finding_that_worlds_must_meet_is_known_and_a_band_of_the_baseline_study() {
        let all = published::all();
        for id in FINDINGS {
            let target = all.iter().find(|target| target.id == id).unwrap_or_else(|| panic!("{id} is no finding any more"));
            assert!(matches!(target.claim, Claim::Within(..)) && target.study() == Some(Study::Baseline), "{id}");
        }
    }

    #[test]
    fn what_is_allowed_lies_about_the_preset_and_within_what_is_published() {
        let close = |[low, high]: [f64; 2], known: [f64; 2]| (low - known[0]).abs() < 1e-12 && (high - known[1]).abs() < 1e-12;
        assert!(close(allowed([0.4, 0.6], 0.5), [0.4, 0.6]));
        assert!(close(allowed([0.4, 0.6], 0.53), [0.46, 0.6]));
        // Near an edge it passes it by half of a half width at most; where the preset misses, it is as wide as published.
        assert!(close(allowed([0.4, 0.6], 0.59), [0.54, 0.64]));
        assert!(close(allowed([0.4, 0.6], 0.8), [0.7, 0.9]));
    }

    #[test]
    fn only_what_is_missed_is_brought_unless_that_takes_something_along() {
        let felt = vec![vec![1.0, 0.5], vec![0.5, 1.0]];
        let close = |way: Vec<f64>, known: [f64; 2]| way.iter().zip(known).all(|(way, known)| (way - known).abs() < 1e-4);
        let bounds = [[-1.0, 1.0]; 2];
        assert!(close(step(&felt, &bounds, &[0.9, 0.0], &[0.5, 0.5]), [0.0, 0.0]));
        assert!(close(step(&felt, &bounds, &[0.9, 0.0], &[2.0, 0.5]), [-1.0, 0.0]));
        // The second would go out below: both are brought to where they are aimed at.
        let way = step(&felt, &bounds, &[0.0, 0.0], &[4.4, 0.0]);
        assert!((way[0] * 1.1 + way[1] * 0.5 + 4.4).abs() < 1e-3 && (way[0] * 0.5 + way[1] * 1.1).abs() < 1e-3, "{way:?}");
        assert!((far(&[3.0], &[vec![0.6, 0.8]]) - 4.5_f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn a_system_is_solved() {
        let found = solve(vec![vec![0.0, 2.0], vec![4.0, 1.0]], vec![vec![2.0, 0.0], vec![9.0, 4.0]]);
        assert!(found.iter().flatten().zip([2.0, 1.0, 1.0, 0.0]).all(|(found, known)| (found - known).abs() < 1e-12), "{found:?}");
    }

    /// As short as it can be; too short to keep many.
    const SHORT: Plan = Plan { candidates: 4, keep: 4, design: 8, replicates: 2, seed: 2026, threads: 1 };

    #[test]
    fn two_runs_give_the_same_on_any_number_of_threads_and_a_stop_stops() {
        let made = |threads| make(Plan { threads, ..SHORT }, &AtomicBool::new(false), &|_| {}).unwrap().unwrap();
        let (one, two) = (made(1), made(2));
        assert!(one.candidates == two.candidates && one.directions == two.directions && one.candidates.len() == 4);
        assert!(one.bands.iter().zip(&two.bands).all(|(a, b)| (a.preset, a.error).eq(&(b.preset, b.error))));
        assert!(make(SHORT, &AtomicBool::new(true), &|_| {}).unwrap().is_none());
    }

    #[test]
    fn a_shipped_world_still_shows_what_it_showed() {
        let kept = WorldSet::shipped();
        let (number, shift) = &kept.worlds[0];
        let world = World::brought(*number, shift, &kept.directions, movable().len());
        let stop = AtomicBool::new(false);
        let bench = bench(Plan { replicates: 4, ..SHORT }, &stop, &|_| {}).unwrap();
        let lived = bench.lived(&[None, Some(world)], 4).unwrap();
        let row = rows(CANDIDATES).into_iter().find(|row| row[0].parse() == Ok(*number)).unwrap();
        for (f, band) in rows(BANDS).iter().enumerate() {
            let beside: Vec<f64> = lived[1][f].iter().zip(&lived[0][f]).map(|(own, preset)| own - preset).collect();
            let figure = band[3].parse::<f64>().unwrap() + mean(&beside);
            let then: f64 = row[3 + FINDINGS.len() + f].parse().unwrap();
            assert!((figure - then).abs() < 1e-5, "{}: {figure}, was {then}: run `onfoot worlds`", band[0]);
        }
    }
}
