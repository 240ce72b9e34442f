//! # Living them
//!
//! Cuts what is still to be lived into pure pieces, lives them on all cores and publishes each as a part. What is there
//! already is kept; how the work is cut changes no number.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::ensemble::ArmPlan;
use crate::ensemble::part::{Lived, Piece};
use crate::ensemble::store::{Store, StoreError};
use crate::observe::Life;
use crate::scenario::Scenario;

/// Most lives in one part: few files, yet little is lost when the power goes.
const LIVES_PER_PIECE: u64 = 16;
/// Most people in one part, counted over its lives: parts are held in memory until they are whole.
const PEOPLE_PER_PIECE: u64 = 100_000;
/// Fewest pieces aimed at, so that up to 32 threads find two each and a cut does not depend on the machine.
const FEWEST_PIECES: u64 = 64;
/// Most people alive at the same time; larger organisations live one after another, each on all cores.
const PEOPLE_AT_ONCE: u64 = 2_000_000;

/// More threads than this no machine here has; a slip of the keyboard must not ask the system for a million.
const MOST_THREADS: usize = 1024;

/// How far the ensemble is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Lives lived, those of earlier attempts included.
    pub done: u64,
    /// Lives in all.
    pub total: u64,
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Lives that are in the store.
    pub done: u64,
    /// How many of these failed.
    pub failed: u64,
    /// Whether it was stopped before all were lived.
    pub interrupted: bool,
}

/// Lives every plan's replicates that the store does not hold yet.
///
/// `threads` 0 means all cores. `live` must be pure: the same scenario and replicate give the same life. When `stop` turns
/// true the lives that are finished are published and the rest is left. A life that panics is a failed replicate; being pure
/// it would fail again, so a failure stays in its part and is not tried anew. `progress` is called after every life, from any
/// thread.
pub fn run<L>(
    plans: &[ArmPlan],
    store: &Store,
    threads: usize,
    live: L,
    stop: &AtomicBool,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Outcome, StoreError>
where
    L: Fn(&Scenario, u32) -> Life + Sync,
{
    let total: u64 = plans.iter().map(|plan| u64::from(plan.scenario.run.replicates)).sum();
    let (mut done, mut failed, mut holes) = (0, 0, Vec::new());
    for (index, plan) in plans.iter().enumerate() {
        let headers = store.headers(plan)?;
        failed += headers.iter().map(|header| u64::from(header.failed)).sum::<u64>();
        let there: Vec<(u32, u32)> = headers.iter().map(|header| (header.piece.from, header.piece.to)).collect();
        let missing = gaps(&there, plan.scenario.run.replicates);
        done += u64::from(plan.scenario.run.replicates) - missing.iter().map(|(from, to)| u64::from(to - from)).sum::<u64>();
        let size = size(total, people(&plan.scenario), threads as u64);
        holes.extend(missing.into_iter().flat_map(|hole| cut(hole, size)).map(|(from, to)| (from, index, to)));
    }
    holes.sort_unstable(); // by replicate first: arms and twins of the same replicates are lived near each other
    let work = Work {
        plans,
        store,
        live,
        stop,
        progress,
        total,
        pieces: holes,
        next: AtomicUsize::new(0),
        done: AtomicU64::new(done),
        kept: AtomicU64::new(done),
        failed: AtomicU64::new(failed),
        fault: Mutex::new(None),
    };
    progress(Progress { done, total });
    work.share(threads);
    if let Some(fault) = work.fault.into_inner().unwrap_or_else(PoisonError::into_inner) {
        return Err(fault);
    }
    let kept = work.kept.into_inner();
    Ok(Outcome { done: kept, failed: work.failed.into_inner(), interrupted: kept < total })
}

/// What the threads share.
struct Work<'a, L> {
    plans: &'a [ArmPlan],
    store: &'a Store,
    live: L,
    stop: &'a AtomicBool,
    progress: &'a (dyn Fn(Progress) + Sync),
    total: u64,
    /// First replicate, plan, replicate after the last: in the order in which they are taken.
    pieces: Vec<(u32, usize, u32)>,
    next: AtomicUsize,
    done: AtomicU64,
    kept: AtomicU64,
    failed: AtomicU64,
    fault: Mutex<Option<StoreError>>,
}

impl<L: Fn(&Scenario, u32) -> Life + Sync> Work<'_, L> {
    /// Lets the threads take piece after piece. Without a pool (no threads to be had) this thread does it all.
    fn share(&self, threads: usize) {
        let largest = self.plans.iter().map(|plan| people(&plan.scenario)).max().unwrap_or(1);
        let at_once = (PEOPLE_AT_ONCE / largest).max(1) as usize;
        match rayon::ThreadPoolBuilder::new().num_threads(threads.min(MOST_THREADS)).build() {
            Ok(pool) => drop(pool.broadcast(|thread| {
                if thread.index() < at_once {
                    self.take();
                }
            })),
            Err(_) => self.take(),
        }
    }

    /// One thread's work: pieces until there are no more, or until it is told to stop.
    fn take(&self) {
        while !self.stopped() {
            let Some(&(from, plan, to)) = self.pieces.get(self.next.fetch_add(1, Ordering::Relaxed)) else { return };
            if let Err(fault) = self.piece(&self.plans[plan], from, to) {
                self.fault.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(fault);
            }
        }
    }

    /// Lives one piece and publishes it; when stopped on the way, what there is of it.
    fn piece(&self, plan: &ArmPlan, from: u32, to: u32) -> Result<(), StoreError> {
        let mut lives = Vec::new();
        for replicate in (from..to).take_while(|_| !self.stopped()) {
            lives.push(guarded(|| (self.live)(&plan.scenario, replicate)));
            let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
            (self.progress)(Progress { done, total: self.total });
        }
        if lives.is_empty() {
            return Ok(());
        }
        let piece = Piece { arm: plan.name.clone(), from, to: from + lives.len() as u32 };
        self.store.publish(piece, &lives)?;
        self.kept.fetch_add(lives.len() as u64, Ordering::Relaxed);
        self.failed.fetch_add(lives.iter().filter(|life| life.is_err()).count() as u64, Ordering::Relaxed);
        Ok(())
    }

    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed) || self.fault.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }
}

/// A life that panics has failed; the others go on. Nothing of a broken life is looked at again, so unwinding is safe.
fn guarded(live: impl FnOnce() -> Life) -> Lived {
    catch_unwind(AssertUnwindSafe(live)).map_err(|panic| said(panic.as_ref()))
}

/// What a panic said.
fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panic".to_owned())
}

/// People in an organisation, on average.
fn people(scenario: &Scenario) -> u64 {
    let organisation = &scenario.organisation;
    let size = u64::from(organisation.team_size.min) + u64::from(organisation.team_size.max);
    (u64::from(organisation.teams) * size / 2).max(1)
}

/// Lives per piece.
fn size(total: u64, people: u64, threads: u64) -> u32 {
    let even = total / FEWEST_PIECES.max(2 * threads);
    even.min(PEOPLE_PER_PIECE / people).clamp(1, LIVES_PER_PIECE) as u32
}

/// The replicates below `replicates` that none of these ascending ranges holds.
fn gaps(there: &[(u32, u32)], replicates: u32) -> Vec<(u32, u32)> {
    let (mut gaps, mut covered) = (Vec::new(), 0);
    for &(from, to) in there.iter().chain(&[(replicates, replicates)]) {
        let from = from.min(replicates);
        if covered < from {
            gaps.push((covered, from));
        }
        covered = covered.max(to);
    }
    gaps
}

/// Cuts a range at the multiples of `size`.
fn cut((from, to): (u32, u32), size: u32) -> impl Iterator<Item = (u32, u32)> {
    let end = move |start: u32| to.min((start / size + 1).saturating_mul(size));
    std::iter::successors((from < to).then(|| (from, end(from))), move |&(_, start)| (start < to).then(|| (start, end(start))))
}
