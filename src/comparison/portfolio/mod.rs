//! # Portfolios of repairs under a budget
//!
//! Which combinations and timings of the repairs of a scenario no other dominates: cost (all that the model books, not repairs alone)
//! against trust-days won back and leavers avoided, all beside doing nothing, as [`outcome`](super::outcome) and [`ranking`](super::ranking) define them.
//!
//! ```text
//!   search   every affordable portfolio, or NSGA-II where there are more than may be looked at; 8 lives each
//!   judge    those that none dominates, and those next to them, at most 40; all lives that were asked, none of them the search's
//!   front    those of the judged that none dominates by their means
//! ```
//!
//! | word      | meaning                                                                                                  |
//! |-----------|----------------------------------------------------------------------------------------------------------|
//! | portfolio | for each repair of the file: left out, or at one of its starts                                            |
//! | price     | what its repairs cost by the books of the model before it is lived, in person-days ([`mod@options`]); the budget is one of this |
//! | spent     | what its repairs did cost, as lived                                                                           |
//! | share     | of a thousand draws of the worlds anew: how often none of the judged dominates it ([`front`])             |
//! | step      | a member of the front that wins back more trust, or avoids more leavers, than the step before it, clearly (the 95 % interval of the paired difference is above zero) and by at least a twentieth of the most that any member does |
//!
//! **Read it as.** All portfolios live in the same worlds with the same dice, so that differences are small beside luck. Whoever is the best of
//! many on a few lives is also the luckiest of them (Smith & Winkler 2006, the optimizer's curse), so that what is said of the front comes from fresh worlds
//! and dice, and [`Found::promised`] says how much less that is. The judges' worlds are those that `compare` lives with the same seed, so
//! that the file of the front gives the same numbers there, to the bit: days on which the leader is away in one of its arms, or in their
//! twin, are then left out of the trust-days of all, as a comparison does. Because dice are shared, a difference may be clear and yet too small to
//! matter, and a front be long: steps thin it out, as an archive of ε-dominance does (Laumanns, Thiele, Deb & Zitzler 2002).
//!
//! **Limits.** A portfolio that was unlucky in the search is not judged. Intervals are of one portfolio or one pair at a time: among many of them one of
//! twenty errs. Only the scenario itself is searched: what its arms change besides repairs is left out.

pub mod front;
pub mod nsga;
pub mod options;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::outcome::{Outcome, REPAIR, counted_from, outcome};
use super::ranking::{Gains, gains};
use crate::analysis::interval::{Estimate, estimate_in_worlds};
use crate::analysis::quantile::mean;
use crate::analysis::recovery::course::{levels_on, people, shared_days, sum_of_known};
use crate::analysis::variance::means_of_worlds;
use crate::doubt::{Headline, lean};
use crate::ensemble::each::each;
use crate::ensemble::live::live_from;
use crate::ensemble::past::Pasts;
use crate::ensemble::plan::plan;
use crate::ensemble::run::Progress;
use crate::ensemble::world::parameters;
use crate::observe::Life;
use crate::scenario::{Arm, Referent, Scenario};
use front::{Merits, means, preferred, ranks, shares, undominated};
use nsga::Search;
use options::{Count, Genes, Options};

/// Lives of each portfolio in the search: one in each of so many worlds, in pairs, or so many replicates of one world.
pub const SEARCH_LIVES: u32 = 8;
/// Most portfolios that are judged, doing nothing among them.
pub const FINALISTS: usize = 40;
/// The share of the most that the front wins which a step must win more than the step before it.
pub const MATERIAL: f64 = 0.05;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// The scenario; its replicates and worlds are those of the judging.
    pub scenario: &'a Scenario,
    /// What can be chosen.
    pub options: &'a Options,
    /// Most person-days of a portfolio, at least 0; `None` for any.
    pub budget: Option<f64>,
    /// Most portfolios that the search looks at, at least 1.
    pub evaluations: u32,
    /// Threads; 0 for all cores.
    pub threads: usize,
}

/// How it was searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// All that were affordable.
    Exhaustive,
    /// NSGA-II.
    Nsga2 {
        /// Portfolios in a generation.
        population: usize,
        /// Generations.
        generations: u32,
    },
}

impl Method {
    /// The word used in files.
    pub const fn key(self) -> &'static str {
        match self {
            Method::Exhaustive => "exhaustive",
            Method::Nsga2 { .. } => "nsga2",
        }
    }
}

/// What came of a portfolio, beside doing nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// Its name, if it is on the front or is doing nothing.
    pub name: Option<String>,
    /// What it is.
    pub genes: Genes,
    /// Person-days of its repairs, known before it was lived.
    pub price: f64,
    /// Whether it may be called for more often than the price counts.
    pub open: bool,
    /// Person-days spent on its repairs, as lived.
    pub spent: Estimate,
    /// Person-days that it costs, all in all.
    pub cost: Estimate,
    /// Leavers avoided.
    pub avoided: Estimate,
    /// Trust-days won back a head.
    pub recovered: Estimate,
    /// Whether none dominates it among those of its stage.
    pub on_front: bool,
    /// Share of draws of the worlds in which none does; NaN in the search, and where there is but one pair of worlds.
    pub share: f64,
    /// Share of worlds in which none does; NaN in the search and with one world.
    pub in_worlds: f64,
}

/// Two members of the front that follow one another by cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The cheaper and the dearer, as places among the judged.
    pub members: [usize; 2],
    /// Trust-days a head that the dearer wins more.
    pub recovered: Estimate,
    /// Leavers that it avoids more.
    pub avoided: Estimate,
    /// Whether one of the two can be told from zero.
    pub apart: bool,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Whose trust is counted.
    pub referent: Referent,
    /// People at the start, mean over the lives in which nothing is done.
    pub people: f64,
    /// How it was searched.
    pub method: Method,
    /// Portfolios in all, the empty one included.
    pub portfolios: f64,
    /// How many of them the budget allows.
    pub affordable: Count,
    /// Lives in all, and how many of them failed.
    pub lives: [u64; 2],
    /// Lives of each portfolio in the search and in the judging.
    pub lives_each: [u32; 2],
    /// The portfolios of the search, from the simplest on.
    pub searched: Vec<Judged>,
    /// Those that were judged, by cost.
    pub judged: Vec<Judged>,
    /// The front: places among the judged, by cost.
    pub front: Vec<usize>,
    /// Members of the front that follow one another.
    pub pairs: Vec<Pair>,
    /// Members of the front, each clearly and materially better than the one before it.
    pub steps: Vec<usize>,
    /// Trust-days a head and leavers avoided, means over the front of the search: as the search saw them, and as they were judged.
    /// `None` where that front is nothing but doing nothing.
    pub promised: Option<[[f64; 2]; 2]>,
}

/// Why there is nothing to search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The scenario has no repairs.
    NoRepairs,
    /// It has more than [`options::MOST_REPAIRS`].
    TooMany(usize),
}

/// What can be chosen of a scenario, at these delays, in working days.
///
/// # Errors
/// Where there are no repairs, or too many.
pub fn options(scenario: &Scenario, delays: &[u32]) -> Result<Options, Refusal> {
    match scenario.repairs.len() {
        0 => Err(Refusal::NoRepairs),
        many if many > options::MOST_REPAIRS => Err(Refusal::TooMany(many)),
        _ => Ok(Options::of(scenario, delays)),
    }
}

/// The name of doing nothing.
pub const NOTHING: &str = "nothing";

/// Searches and judges; `None` when stopped.
pub fn portfolio(plan: Plan<'_>, stop: &AtomicBool, progress: &(dyn Fn(Progress) + Sync)) -> Option<Found> {
    let base = bare(plan.scenario);
    let options = plan.options;
    let judge = Stage::judging(plan.scenario);
    let search = Stage::searching(&judge);
    let affordable = options.affordable(plan.budget);
    let most = u64::from(plan.evaluations.max(1));
    let all = options.all(plan.budget, most);
    let looks = all.as_ref().map_or(most, |all| all.len() as u64);
    let total = looks * u64::from(search.lives()) + looks.min(FINALISTS as u64) * u64::from(judge.lives());
    let house = House {
        base: &lean(&base),
        options,
        headline: Headline::of(&base),
        threads: plan.threads,
        stop,
        progress,
        total,
        done: AtomicU64::new(0),
        pasts: Pasts::default(),
        beside: Mutex::new(None),
    };

    let mut lived: BTreeMap<Genes, Vec<Lived>> = BTreeMap::new();
    let nothing = vec![0; options.starts.len()];
    let method = if let Some(all) = all {
        lived.extend(all.iter().cloned().zip(house.live(&all, &search)?));
        Method::Exhaustive
    } else {
        let nsga = Search { options, budget: plan.budget, evaluations: most as usize, seed: plan.scenario.run.seed };
        let mut look = |batch: &[Genes]| {
            let fresh = house.live(batch, &search)?;
            lived.extend(batch.iter().cloned().zip(fresh));
            let reference = &lived[&nothing];
            Some(batch.iter().map(|genes| mean_merits(&gains_of(&lived[genes], reference))).collect())
        };
        let (_, generations) = nsga.run(first(plan.scenario, options), &mut look)?;
        Method::Nsga2 { population: nsga.population(), generations }
    };
    let mut order: Vec<&Genes> = lived.keys().collect();
    order.sort_by(|one, other| simpler(options, one, other));
    let searched = judged(options, &order.iter().map(|genes| ((*genes).clone(), &lived[*genes])).collect::<Vec<_>>(), &search, None);
    let finalists = finalists(&searched);
    let mut lives = house.live(&finalists, &judge)?;
    let rows: Vec<(Genes, &Vec<Lived>)> = finalists.iter().cloned().zip(&lives).collect();
    let mut found = judged(options, &rows, &judge, Some(plan.scenario.run.seed));
    let front = named(&mut found);
    let arms: Vec<usize> =
        (0..finalists.len()).filter(|at| found.iter().any(|row| row.name.is_some() && row.genes == finalists[*at])).collect();
    for (number, trust_days) in house.together(&finalists, &arms, &lives, &judge)? {
        for (at, days) in arms.iter().zip(trust_days) {
            if let Some((life, _)) = &mut lives[*at][number as usize] {
                life.trust_days = days;
            }
        }
    }
    let gains: BTreeMap<&Genes, Gains> = finalists.iter().zip(&lives).map(|(genes, own)| (genes, gains_of(own, &lives[0]))).collect();
    for row in found.iter_mut().filter(|row| row.name.is_some()) {
        row.recovered = estimate_in_worlds(&gains[&row.genes].recovered, judge.worlds);
    }
    let promised = promised(&searched, &found);
    let beside = |one: usize, other: usize| pair(&found, &gains, [one, other], judge.worlds);
    let top = |value: fn(&Judged) -> f64| front.iter().map(|at| value(&found[*at])).filter(|value| value.is_finite()).fold(0.0, f64::max);
    let most = [top(|row| row.recovered.mean), top(|row| row.avoided.mean)];
    let mut steps: Vec<usize> = Vec::new();
    for &member in &front {
        if steps.last().is_none_or(|last| is_step(&beside(*last, member), most)) {
            steps.push(member);
        }
    }
    let pairs = front.windows(2).map(|two| beside(two[0], two[1])).collect();
    let failed = lived.values().chain(&lives).flatten().filter(|life| life.is_none()).count() as u64;
    Some(Found {
        referent: house.headline.referent,
        people: heads(&lives[0]),
        method,
        portfolios: options.portfolios(),
        affordable,
        lives: [house.done.into_inner() + failed, failed],
        lives_each: [search.lives(), judge.lives()],
        searched,
        pairs,
        steps,
        front,
        judged: found,
        promised,
    })
}

/// The front as a scenario of its own: doing nothing, and each member as an arm.
pub fn as_arms(scenario: &Scenario, options: &Options, found: &Found) -> Scenario {
    let base = bare(scenario);
    let named = |row: &Judged| Some((row.name.clone()?, row.genes.clone()));
    let members: Vec<(String, Genes)> = found.judged.iter().filter_map(named).collect();
    let arms = members.into_iter().map(|(name, genes)| Arm { name, scenario: Box::new(options.scenario(&base, &genes)) });
    Scenario { arms: arms.collect(), ..base }
}

/// The scenario without arms and what is expected of them.
fn bare(scenario: &Scenario) -> Scenario {
    Scenario { arms: Vec::new(), hypotheses: Vec::new(), sweep: None, ..scenario.clone() }
}

/// What a search begins with: nothing, each repair alone at its own start, the arms of the file.
fn first(scenario: &Scenario, options: &Options) -> Vec<Genes> {
    let count = options.starts.len();
    let alone = |at: usize| (0..count).map(|other| u8::from(other == at)).collect();
    let arms = scenario.arms.iter().filter_map(|arm| options.genes(&arm.scenario));
    std::iter::once(vec![0; count]).chain((0..count).map(alone)).chain(arms).collect()
}

/// The cheaper first, then that with fewer repairs, then the earlier in the file.
fn simpler(options: &Options, one: &Genes, other: &Genes) -> std::cmp::Ordering {
    let count = |genes: &Genes| genes.iter().filter(|gene| **gene > 0).count();
    options.price(one).total_cmp(&options.price(other)).then(count(one).cmp(&count(other))).then(one.cmp(other))
}

/// A life: what came of it, and how many lived it at the start; nothing where it failed.
type Lived = Option<(Outcome, f64)>;

/// A life in which nothing is done: what came of it, and its daily trust.
type Beside = Option<((Outcome, f64), Life)>;

/// Which lives: those of some worlds, in pairs that share their dice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stage {
    first_world: u32,
    worlds: u32,
    first_dice: u32,
    replicates: u32,
}

impl Stage {
    /// The lives that a run of the scenario has.
    fn judging(scenario: &Scenario) -> Self {
        Self { first_world: 0, worlds: scenario.run.worlds.max(1), first_dice: 0, replicates: scenario.run.replicates.max(1) }
    }

    /// Lives in other worlds and with other dice than these.
    fn searching(judge: &Self) -> Self {
        let after = Self {
            first_world: judge.worlds.next_multiple_of(2),
            first_dice: judge.replicates.saturating_mul(judge.worlds.div_ceil(2)),
            ..*judge
        };
        if judge.worlds == 1 { Self { replicates: SEARCH_LIVES, ..after } } else { Self { worlds: SEARCH_LIVES, replicates: 1, ..after } }
    }

    fn lives(&self) -> u32 {
        self.worlds.saturating_mul(self.replicates)
    }

    /// As [`ArmPlan::dice`](crate::ensemble::ArmPlan::dice) has it.
    fn dice(&self, life: u32) -> u32 {
        self.first_dice + life / self.worlds * self.worlds.div_ceil(2) + life % self.worlds / 2
    }

    /// The scenario of a life: as it stands in its world.
    fn scenario(&self, scenario: Scenario, life: u32) -> Scenario {
        if self.worlds == 1 {
            return scenario;
        }
        let parameters = parameters(&scenario, self.first_world + life % self.worlds);
        Scenario { parameters, ..scenario }
    }
}

/// Where portfolios are lived.
struct House<'a> {
    base: &'a Scenario,
    options: &'a Options,
    headline: Headline,
    threads: usize,
    stop: &'a AtomicBool,
    progress: &'a (dyn Fn(Progress) + Sync),
    total: u64,
    done: AtomicU64,
    pasts: Pasts,
    beside: Mutex<Option<(Stage, Arc<Vec<Beside>>)>>,
}

impl House<'_> {
    /// All lives of these portfolios, by portfolio and number.
    fn live(&self, portfolios: &[Genes], stage: &Stage) -> Option<Vec<Vec<Lived>>> {
        let nothing = self.nothing(stage)?;
        let of_nothing = || nothing.iter().map(|life| life.as_ref().map(|(lived, _)| *lived)).collect::<Vec<Lived>>();
        let done = |genes: &Genes| genes.iter().any(|gene| *gene > 0);
        let lives: Vec<(&Genes, u32)> =
            portfolios.iter().filter(|genes| done(genes)).flat_map(|genes| (0..stage.lives()).map(move |life| (genes, life))).collect();
        let lived = each(&lives, self.threads, self.stop, |(genes, number)| {
            let (scenario, life) = self.one(genes, stage, *number)?;
            let beside = nothing[*number as usize].as_ref().map(|(_, life)| life);
            Some(self.judged(&scenario, *number, &life, beside))
        })?;
        let lived: Vec<Lived> = lived.into_iter().map(Result::ok).collect();
        let mut lived = lived.chunks(stage.lives().max(1) as usize).map(<[Lived]>::to_vec);
        Some(portfolios.iter().map(|genes| if done(genes) { lived.next().unwrap_or_default() } else { of_nothing() }).collect())
    }

    /// The lives in which nothing is done, with their daily trust; lived once in each stage.
    fn nothing(&self, stage: &Stage) -> Option<Arc<Vec<Beside>>> {
        let mut kept = self.beside.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, lives)) = kept.as_ref().filter(|(of, _)| of == stage) {
            return Some(Arc::clone(lives));
        }
        let genes = vec![0; self.options.starts.len()];
        let numbers: Vec<u32> = (0..stage.lives()).collect();
        let lived = each(&numbers, self.threads, self.stop, |number| {
            let (scenario, life) = self.one(&genes, stage, *number)?;
            let lived = self.judged(&scenario, *number, &life, None);
            Some((lived, Life { daily_trust: life.daily_trust, ..Life::default() }))
        })?;
        let lives = Arc::new(lived.into_iter().map(Result::ok).collect::<Vec<_>>());
        *kept = Some((*stage, Arc::clone(&lives)));
        Some(lives)
    }

    /// One life of a portfolio.
    fn one(&self, genes: &Genes, stage: &Stage, number: u32) -> Option<(Scenario, Life)> {
        let scenario = stage.scenario(self.options.scenario(self.base, genes), number);
        let life = live_from(&self.pasts, &scenario, stage.dice(number), &mut || !self.stop.load(Ordering::Relaxed))?;
        let now = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        (self.progress)(Progress { done: now, total: self.total.max(now), share: now as f64 / self.total.max(now) as f64 });
        Some((scenario, life))
    }

    /// Trust-days of these portfolios in the lives in which somebody to trust is missing for a day in one of them, or in their twin: over
    /// the days that exist in all. By number, one for each of `arms`; NaN where a life failed.
    fn together(&self, portfolios: &[Genes], arms: &[usize], lives: &[Vec<Lived>], stage: &Stage) -> Option<Vec<(u32, Vec<f64>)>> {
        let (from, referent) = (counted_from(self.headline), self.headline.referent);
        let twin = plan(self.base).into_iter().find(|arm| arm.is_twin).map(|arm| arm.scenario);
        let goes_on = || !self.stop.load(Ordering::Relaxed);
        let numbers: Vec<u32> = (0..stage.lives()).collect();
        let found = each(&numbers, self.threads, self.stop, |&number| {
            let live = |scenario: Scenario| {
                let scenario = stage.scenario(scenario, number);
                live_from(&self.pasts, &scenario, stage.dice(number), &mut || goes_on()).map(|life| (people(&scenario, &life), life))
            };
            let calm = match &twin {
                Some(twin) => Some(live(twin.clone())?.1),
                None => None,
            };
            let missing = |at: &usize| lives[*at][number as usize].is_some_and(|(life, _)| life.left_out > 0);
            let alone = shared_days(calm.iter(), referent).iter().skip(from as usize).any(|there| !there);
            if !alone && !arms.iter().any(missing) {
                return Some(None);
            }
            let mut own = Vec::new();
            for &at in arms {
                let failed = lives[at][number as usize].is_none();
                own.push(if failed { None } else { Some(live(self.options.scenario(self.base, &portfolios[at]))?) });
            }
            let days = shared_days(own.iter().flatten().map(|(_, life)| life).chain(&calm), referent);
            let sum = |(people, life): &(f64, Life)| people * sum_of_known(levels_on(life, referent, from, &days));
            Some(Some((number, own.iter().map(|life| life.as_ref().map_or(f64::NAN, sum)).collect())))
        })?;
        Some(found.into_iter().filter_map(|one| one.ok().flatten()).collect())
    }

    /// What came of a life; trust-days so that they differ from those of the life in which nothing is done by what the two differ
    /// by on the days that exist in both.
    fn judged(&self, scenario: &Scenario, number: u32, life: &Life, beside: Option<&Life>) -> (Outcome, f64) {
        let (from, referent) = (counted_from(self.headline), self.headline.referent);
        let days = shared_days(std::iter::once(life).chain(beside), referent);
        let mut found = outcome(self.headline, scenario, number, life, None, &days);
        let people = people(scenario, life);
        if let Some(beside) = beside {
            let own = shared_days(std::iter::once(beside), referent);
            let on = |days: &[bool]| people * sum_of_known(levels_on(beside, referent, from, days));
            found.trust_days += on(&own) - on(&days);
        }
        (found, people)
    }
}

/// People at the start, mean over these lives.
fn heads(lives: &[Lived]) -> f64 {
    mean(&lives.iter().flatten().map(|life| life.1).collect::<Vec<_>>())
}

fn gains_of(lives: &[Lived], nothing: &[Lived]) -> Gains {
    let outcomes = |lives: &[Lived]| lives.iter().map(|life| life.map(|life| life.0)).collect::<Vec<_>>();
    gains(&outcomes(lives), &outcomes(nothing), heads(nothing))
}

/// The merits of one life after the other.
fn merits(gains: &Gains) -> impl Iterator<Item = Merits> + Clone {
    let rows = gains.cost.iter().zip(&gains.avoided).zip(&gains.recovered);
    rows.map(|((cost, avoided), recovered)| [0.0 - cost, *avoided, *recovered])
}

fn mean_merits(gains: &Gains) -> Merits {
    means(merits(gains))
}

/// The merits of what counts as one: a life, or a pair of worlds.
fn units(gains: &Gains, worlds: u32) -> Vec<Merits> {
    if worlds == 1 {
        return merits(gains).collect();
    }
    in_worlds(gains, worlds).chunks(2).map(|pair| means(pair.iter().copied())).collect()
}

/// The merits in each world.
fn in_worlds(gains: &Gains, worlds: u32) -> Vec<Merits> {
    let of = |values: &[f64]| means_of_worlds(values, worlds);
    let (cost, avoided, recovered) = (of(&gains.cost), of(&gains.avoided), of(&gains.recovered));
    (0..worlds as usize).map(|world| [0.0 - cost[world], avoided[world], recovered[world]]).collect()
}

/// What came of these portfolios, from the simplest on; how sure it is, with a seed. Doing nothing comes first.
fn judged(options: &Options, rows: &[(Genes, &Vec<Lived>)], stage: &Stage, seed: Option<u64>) -> Vec<Judged> {
    let Some((_, nothing)) = rows.first() else { return Vec::new() };
    let gains: Vec<Gains> = rows.iter().map(|(_, lives)| gains_of(lives, nothing)).collect();
    let stands = undominated(&gains.iter().map(mean_merits).collect::<Vec<_>>());
    let unknown = vec![f64::NAN; rows.len()];
    let shares = seed
        .map_or_else(|| unknown.clone(), |seed| shares(&gains.iter().map(|gains| units(gains, stage.worlds)).collect::<Vec<_>>(), seed));
    let in_worlds = if seed.is_some() && stage.worlds > 1 { standing(&gains, stage.worlds) } else { unknown };
    let estimate = |values: &[f64]| estimate_in_worlds(values, stage.worlds);
    let row = |(at, (genes, _)): (usize, &(Genes, &Vec<Lived>))| Judged {
        name: None,
        price: options.price(genes),
        open: options.chosen(genes).any(|start| start.open),
        genes: genes.clone(),
        spent: estimate(&gains[at].parts[REPAIR]),
        cost: estimate(&gains[at].cost),
        avoided: estimate(&gains[at].avoided),
        recovered: estimate(&gains[at].recovered),
        on_front: stands[at],
        share: shares[at],
        in_worlds: in_worlds[at],
    };
    rows.iter().enumerate().map(row).collect()
}

/// The share of worlds in which each is dominated by none.
fn standing(gains: &[Gains], worlds: u32) -> Vec<f64> {
    let known = |merits: Merits| merits.map(|merit| if merit.is_finite() { merit } else { f64::NEG_INFINITY });
    let by_world: Vec<Vec<Merits>> = gains.iter().map(|gains| in_worlds(gains, worlds).into_iter().map(known).collect()).collect();
    let mut stood = vec![0_u32; gains.len()];
    for world in 0..worlds as usize {
        let here: Vec<Merits> = by_world.iter().map(|own| own[world]).collect();
        stood.iter_mut().zip(undominated(&here)).for_each(|(stood, stands)| *stood += u32::from(stands));
    }
    stood.into_iter().map(|stood| f64::from(stood) / f64::from(worlds)).collect()
}

fn merits_of(row: &Judged) -> Merits {
    [-row.cost.mean, row.avoided.mean, row.recovered.mean].map(|merit| if merit.is_finite() { merit } else { f64::NEG_INFINITY })
}

/// Who is judged: doing nothing, and those that the search prefers, from the simplest on.
fn finalists(searched: &[Judged]) -> Vec<Genes> {
    let all: Vec<Merits> = searched.iter().map(merits_of).collect();
    // Of those that do the same as a simpler one only the simpler one.
    let first = |at: &usize| !all[..*at].contains(&all[*at]);
    let mut chosen: Vec<usize> = preferred(&all).into_iter().filter(|at| *at != 0 && first(at)).take(FINALISTS - 1).chain([0]).collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen.into_iter().map(|at| searched[at].genes.clone()).collect()
}

/// What the search promised of its front, and what came of it.
fn promised(searched: &[Judged], judged: &[Judged]) -> Option<[[f64; 2]; 2]> {
    let stood = ranks(&searched.iter().map(merits_of).collect::<Vec<_>>());
    let both: Vec<(&Judged, &Judged)> = searched
        .iter()
        .zip(stood)
        .filter(|(row, rank)| *rank == 0 && row.genes.iter().any(|gene| *gene > 0))
        .filter_map(|(row, _)| Some((row, judged.iter().find(|other| other.genes == row.genes)?)))
        .collect();
    let of = |value: &dyn Fn(&(&Judged, &Judged)) -> f64| mean(&both.iter().map(value).collect::<Vec<_>>());
    let seen = [of(&|row| row.0.recovered.mean), of(&|row| row.0.avoided.mean)];
    let came = [of(&|row| row.1.recovered.mean), of(&|row| row.1.avoided.mean)];
    (!both.is_empty()).then_some([seen, came])
}

/// Puts the judged in the order of their cost and names the front; doing nothing has its name wherever it stands.
fn named(judged: &mut [Judged]) -> Vec<usize> {
    judged.sort_by(|one, other| one.cost.mean.total_cmp(&other.cost.mean).then(one.recovered.mean.total_cmp(&other.recovered.mean)));
    let front: Vec<usize> = (0..judged.len()).filter(|at| judged[*at].on_front).collect();
    let mut number = 0;
    for row in judged {
        if row.genes.iter().all(|gene| *gene == 0) {
            row.name = Some(NOTHING.to_owned());
        } else if row.on_front {
            number += 1;
            row.name = Some(format!("p{number}"));
        }
    }
    front
}

fn pair(judged: &[Judged], gains: &BTreeMap<&Genes, Gains>, members: [usize; 2], worlds: u32) -> Pair {
    let [cheaper, dearer] = members.map(|at| &gains[&judged[at].genes]);
    let more = |one: &[f64], other: &[f64]| {
        let differences: Vec<f64> = other.iter().zip(one).map(|(other, one)| other - one).collect();
        estimate_in_worlds(&differences, worlds)
    };
    let (recovered, avoided) = (more(&cheaper.recovered, &dearer.recovered), more(&cheaper.avoided, &dearer.avoided));
    Pair { members, recovered, avoided, apart: [recovered, avoided].iter().any(|gap| gap.low > 0.0 || gap.high < 0.0) }
}

/// Whether the dearer is better in one, clearly and by enough of the most, and clearly worse in neither.
fn is_step(pair: &Pair, most: [f64; 2]) -> bool {
    let both = [pair.recovered, pair.avoided];
    let better = |(gap, most): (&Estimate, f64)| gap.low > 0.0 && gap.mean >= MATERIAL * most;
    both.iter().zip(most).any(better) && both.iter().all(|gap| gap.high.is_nan() || gap.high >= 0.0)
}

#[cfg(test)]
mod tests;
