//! # Living them
//!
//! Cuts what is still to be lived into pure pieces, lives them on all cores and publishes each as a part. What is there
//! already is kept; how the work is cut changes no number. All arms go on side by side, so that whenever it is stopped there is
//! an even sample of all.

use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::dynamics::DayZero;
use crate::ensemble::keep::{Keep, Piece};
use crate::ensemble::{ArmPlan, LifeResult};
use crate::observe::Life;
use crate::scenario::{Scenario, YEAR};
use crate::threads::{guarded, on_each};

/// Most lives in one part: few files, yet little is lost when the power goes.
const LIVES_PER_PIECE: u64 = 16;
/// Most people in one part, counted over its lives: parts are held in memory until they are whole.
const PEOPLE_PER_PIECE: u64 = 100_000;
/// Fewest pieces aimed at, so that up to 32 threads find two each and a cut does not depend on the machine.
const FEWEST_PIECES: u64 = 64;
/// The same for a part of a run, of which many are kept in one folder: the fewer files the better.
const FEWEST_IN_PART: u64 = 16;
/// Most people alive at the same time; larger organisations live one after another, each on all cores.
const PEOPLE_AT_ONCE: u64 = 2_000_000;

/// How far the ensemble is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Lives lived, those of earlier attempts included.
    pub done: u64,
    /// Lives in all.
    pub total: u64,
    /// Share of all person-days that is lived, 0 to 1: it moves within a long life too.
    pub share: f64,
}

/// How many lives there were when it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completion {
    /// Lives that are in the store.
    pub done: u64,
    /// How many of these were there before.
    pub before: u64,
    /// How many failed.
    pub failed: u64,
    /// How many lives every arm has, from its first on.
    pub even: u32,
    /// Whether it was stopped before all were lived.
    pub interrupted: bool,
}

/// Lives every plan's lives that the store does not hold yet; what they were is read from the store.
///
/// `live` must be pure; see [`run_while`].
pub fn run<K: Keep, L>(
    plans: &[ArmPlan],
    store: &K,
    threads: usize,
    live: L,
    stop: &AtomicBool,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Completion, K::Fault>
where
    L: Fn(&Scenario, u32) -> Life + Sync,
{
    run_while(plans, store, threads, |scenario, dice, _| Some(live(scenario, dice)), stop, progress)
}

/// The same with a life that can be given up.
///
/// `threads` 0 means all cores. `live` must be pure: the same scenario and dice give the same life. It calls the function
/// it is given after every day and gives up (`None`) when that says no. When `stop` turns true the lives that are finished are
/// published and the rest is left. A life that panics is a failed replicate; being pure it would fail again, so a failure
/// stays in its part and is not tried anew. `progress` is called after every life, and within long ones, from any thread.
///
/// # Errors
/// What could not be kept; what is published by then stays.
pub fn run_while<K: Keep, L>(
    plans: &[ArmPlan],
    store: &K,
    threads: usize,
    live: L,
    stop: &AtomicBool,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Completion, K::Fault>
where
    L: Fn(&Scenario, u32, &mut dyn FnMut() -> bool) -> Option<Life> + Sync,
{
    run_within(plans, None, store, threads, live, stop, progress)
}

/// The same for these replicates alone: the first, and the one after the last. All arms and twins of a replicate go together, and what
/// is told and counted is that of these replicates.
///
/// # Errors
/// What could not be kept; what is published by then stays.
pub fn run_within<K: Keep, L>(
    plans: &[ArmPlan],
    replicates: Option<(u32, u32)>,
    store: &K,
    threads: usize,
    live: L,
    stop: &AtomicBool,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Completion, K::Fault>
where
    L: Fn(&Scenario, u32, &mut dyn FnMut() -> bool) -> Option<Life> + Sync,
{
    let asked = |plan: &ArmPlan| replicates.map_or((0, plan.lives()), |range| plan.lives_of(range));
    let count = |plan: &ArmPlan| u64::from(asked(plan).1 - asked(plan).0);
    let total: u64 = plans.iter().map(count).sum();
    let (mut done, mut failed, mut days, mut days_done) = (0, 0, 0, 0);
    let (mut holes, mut ranges) = (Vec::new(), Vec::new());
    for (index, plan) in plans.iter().enumerate() {
        let pieces = store.there(plan, asked(plan))?;
        failed += pieces.iter().map(|(_, failed)| u64::from(*failed)).sum::<u64>();
        let there: Vec<(u32, u32)> = pieces.iter().map(|(piece, _)| (piece.from, piece.to)).collect();
        let missing = gaps(&there, asked(plan));
        let kept = count(plan) - missing.iter().map(|(from, to)| u64::from(to - from)).sum::<u64>();
        done += kept;
        days += person_days(&plan.scenario) * count(plan);
        days_done += person_days(&plan.scenario) * kept;
        let fewest = if replicates.is_some() { FEWEST_IN_PART } else { FEWEST_PIECES };
        let size = size(total, people(&plan.scenario), threads as u64, fewest);
        holes.extend(missing.into_iter().flat_map(|hole| cut(hole, size)).map(|(from, to)| (index, from, to)));
        ranges.push(there);
    }
    holes.sort_by_key(|&(index, from, _)| (from, index)); // all arms side by side
    let work = WorkQueue {
        plans,
        store,
        live,
        stop,
        progress,
        total,
        pieces: holes,
        days: days.max(1),
        days_done: AtomicU64::new(days_done),
        next: AtomicUsize::new(0),
        done: AtomicU64::new(done),
        kept: AtomicU64::new(done),
        failed: AtomicU64::new(failed),
        ranges: Mutex::new(ranges),
        fault: Mutex::new(None),
    };
    work.tell(done);
    work.share(threads);
    if let Some(fault) = work.fault.into_inner().unwrap_or_else(PoisonError::into_inner) {
        return Err(fault);
    }
    let kept = work.kept.into_inner();
    let ranges = work.ranges.into_inner().unwrap_or_else(PoisonError::into_inner);
    let first_gap = |(plan, mut there): (&ArmPlan, Vec<(u32, u32)>)| {
        there.sort_unstable();
        gaps(&there, asked(plan)).first().map_or(asked(plan).1, |gap| gap.0)
    };
    let even = plans.iter().zip(ranges).map(first_gap).min().unwrap_or(0);
    Ok(Completion { done: kept, before: done, failed: work.failed.into_inner(), even, interrupted: kept < total })
}

/// What the threads share.
struct WorkQueue<'a, K: Keep, L> {
    plans: &'a [ArmPlan],
    store: &'a K,
    live: L,
    stop: &'a AtomicBool,
    progress: &'a (dyn Fn(Progress) + Sync),
    total: u64,
    /// Plan, first life, life after the last: in the order in which they are taken.
    pieces: Vec<(usize, u32, u32)>,
    /// Person-days in all.
    days: u64,
    days_done: AtomicU64,
    next: AtomicUsize,
    done: AtomicU64,
    kept: AtomicU64,
    failed: AtomicU64,
    /// By plan, the lives that are there: first, and after the last.
    ranges: Mutex<Vec<Vec<(u32, u32)>>>,
    fault: Mutex<Option<K::Fault>>,
}

impl<K: Keep, L> WorkQueue<'_, K, L>
where
    L: Fn(&Scenario, u32, &mut dyn FnMut() -> bool) -> Option<Life> + Sync,
{
    /// Lets the threads take piece after piece. Without a pool (no threads to be had) this thread does it all.
    fn share(&self, threads: usize) {
        let largest = self.plans.iter().map(|plan| people(&plan.scenario)).max().unwrap_or(1);
        let at_once = (PEOPLE_AT_ONCE / largest).max(1) as usize;
        on_each(threads, |thread| {
            if thread < at_once {
                self.take();
            }
        });
    }

    /// One thread's work: pieces until there are no more, or until it is told to stop.
    fn take(&self) {
        while !self.stopped() {
            let Some(&piece) = self.pieces.get(self.next.fetch_add(1, Ordering::Relaxed)) else { return };
            if let Err(fault) = self.piece(piece) {
                locked(&self.fault).get_or_insert(fault); // the first ends the work
            }
        }
    }

    /// Lives one piece and publishes it; when stopped on the way, what there is of it.
    fn piece(&self, (index, from, to): (usize, u32, u32)) -> Result<(), K::Fault> {
        let plan = &self.plans[index];
        let mut lives: Vec<LifeResult> = Vec::new();
        for life in (from..to).take_while(|_| !self.stopped()) {
            let scenario = plan.scenario_of(life);
            // a life that panics has failed; the others go on
            let lived = guarded(|| (self.live)(&scenario, plan.dice(life), &mut || self.day(people(&scenario))));
            let Some(life) = lived.transpose() else { break };
            lives.push(life);
            self.tell(self.done.fetch_add(1, Ordering::Relaxed) + 1);
        }
        if lives.is_empty() {
            return Ok(());
        }
        let to = from + lives.len() as u32;
        let failed = lives.iter().filter(|life| life.is_err()).count() as u64;
        self.store.publish(Piece { arm: plan.name.clone(), from, to }, lives)?;
        self.kept.fetch_add(u64::from(to - from), Ordering::Relaxed);
        self.failed.fetch_add(failed, Ordering::Relaxed);
        locked(&self.ranges)[index].push((from, to));
        Ok(())
    }

    /// A day of so many people is over; whether to go on. Tells how far it is a thousand times in all.
    fn day(&self, people: u64) -> bool {
        let before = self.days_done.fetch_add(people, Ordering::Relaxed);
        let step = (self.days / 1000).max(1);
        if before / step != (before + people) / step {
            self.tell(self.done.load(Ordering::Relaxed));
        }
        !self.stop.load(Ordering::Relaxed)
    }

    fn tell(&self, done: u64) {
        let days = self.days_done.load(Ordering::Relaxed) as f64 / self.days as f64;
        // Lives that tell nothing of their days count when they are over.
        let share = days.max(done as f64 / self.total.max(1) as f64);
        // all days may be over before the last life is handed in: it is not done before that
        let share = share.min(if done < self.total { 0.999 } else { 1.0 });
        (self.progress)(Progress { done, total: self.total, share });
    }

    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed) || locked(&self.fault).is_some()
    }
}

/// The lock, also after a thread panicked with it: what it guards is never left half changed.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// People in an organisation, on average.
fn people(scenario: &Scenario) -> u64 {
    let organisation = &scenario.organisation;
    let size = u64::from(organisation.team_size.min) + u64::from(organisation.team_size.max);
    (u64::from(organisation.teams) * size / 2).max(1)
}

/// Days of all people together, those before day 0 too.
fn person_days(scenario: &Scenario) -> u64 {
    let before = if DayZero::takes_time(scenario) { scenario.organisation.years_before * YEAR } else { 0 };
    people(scenario) * u64::from(scenario.run.length + before)
}

/// How a run of so many lives goes about those of one scenario: lives in a piece, and organisations alive at the same time.
pub fn at_once(scenario: &Scenario, total: u64, threads: usize) -> (u64, u64) {
    let people = people(scenario);
    let piece = u64::from(size(total, people, threads as u64, FEWEST_PIECES));
    (piece, (PEOPLE_AT_ONCE / people).clamp(1, threads as u64).min(total.div_ceil(piece).max(1)))
}

/// Lives per piece, where so many pieces are aimed at.
fn size(total: u64, people: u64, threads: u64, fewest: u64) -> u32 {
    let even = total / fewest.max(2 * threads);
    even.clamp(1, largest(people)) as u32
}

/// Most lives of this scenario that are held in memory as one piece.
pub fn largest_piece(scenario: &Scenario) -> u32 {
    largest(people(scenario)) as u32
}

fn largest(people: u64) -> u64 {
    (PEOPLE_PER_PIECE / people).clamp(1, LIVES_PER_PIECE)
}

/// Those of the numbers `first` to before `after` that none of these ascending ranges holds.
pub fn gaps(there: &[(u32, u32)], (first, after): (u32, u32)) -> Vec<(u32, u32)> {
    let (mut gaps, mut covered) = (Vec::new(), first);
    for &(from, to) in there.iter().chain(&[(after, after)]) {
        let from = from.min(after);
        if covered < from {
            gaps.push((covered, from));
        }
        covered = covered.max(to);
    }
    gaps
}

/// Cuts a range at the multiples of `size`.
pub(super) fn cut((from, to): (u32, u32), size: u32) -> impl Iterator<Item = (u32, u32)> {
    let end = move |start: u32| to.min((start / size + 1).saturating_mul(size));
    std::iter::successors((from < to).then(|| (from, end(from))), move |&(_, start)| (start < to).then(|| (start, end(start))))
}
