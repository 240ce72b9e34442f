//! # The lives of a sweep
//!
//! Every point is lived with the same dice, replicate by replicate, so that a sweep that is stopped is an even sample. The work is cut
//! into units: some points in one replicate. Points whose twins are likely the same stand together in a unit, and such a twin is
//! lived once there. What a life comes to is kept, not the life.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};

use super::plan::plan;
use super::run::Progress;
use crate::observe::Life;
use crate::scenario::sweep::ARMS;
use crate::scenario::{Scenario, Sweep};
use crate::threads::{guarded, on_each};

/// Points in a unit.
const POINTS: usize = 16;
/// Pieces aimed at.
const PIECES: u64 = 1024;
/// Most units in a piece.
const MOST_UNITS: u64 = 64;

/// The work of a sweep, cut into units.
#[derive(Clone, Debug)]
pub struct SweepWork<'s> {
    sweep: &'s Sweep,
    /// Points in the order in which they are lived.
    order: Vec<u32>,
    lives: u32,
}

/// Units that are to be lived, and how far that is of what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    /// From the first to before the last of each range.
    pub ranges: Vec<(u32, u32)>,
    /// Lives of what was asked that are there already.
    pub before: u64,
    /// Lives of all that was asked.
    pub total: u64,
}

/// A point in a life of it, and what it came to.
pub type OfPoint<R> = (u32, Result<R, String>);
/// Lives a unit; gives up with `None` when stopped.
pub type LiveUnit<'f, R> = dyn Fn(u32, &mut dyn FnMut() -> bool) -> Option<Vec<OfPoint<R>>> + Sync + 'f;
/// Keeps the units from one number to another.
pub type PublishUnits<'f, R, E> = dyn Fn(u32, u32, Vec<Vec<OfPoint<R>>>) -> Result<(), E> + Sync + 'f;

impl<'s> SweepWork<'s> {
    /// Of the sweep of this scenario.
    pub fn of(scenario: &Scenario, sweep: &'s Sweep) -> Self {
        let shared = |factor: &usize| {
            let path = &sweep.factors[*factor].path;
            !(path == ARMS || path.starts_with("event.") || path.starts_with("repair."))
        };
        let shared: Vec<usize> = (0..sweep.factors.len()).filter(shared).collect();
        let mut order: Vec<u32> = (0..sweep.points.len() as u32).collect();
        order.sort_by_key(|point| {
            let levels = &sweep.points[*point as usize].levels;
            shared.iter().map(|factor| levels[*factor].written.as_str()).collect::<Vec<_>>()
        });
        Self { sweep, order, lives: scenario.run.replicates.saturating_mul(scenario.run.worlds) }
    }

    /// How often each point is lived.
    pub fn replicates(&self) -> u32 {
        self.lives
    }

    /// Units of each replicate.
    pub fn units_each(&self) -> u32 {
        self.order.len().div_ceil(POINTS) as u32
    }

    /// Units in all.
    pub fn units(&self) -> u32 {
        self.units_each().saturating_mul(self.lives)
    }

    /// The replicate that a unit is of.
    pub fn replicate(&self, unit: u32) -> u32 {
        unit / self.units_each()
    }

    /// The points of a unit.
    fn points(&self, unit: u32) -> &[u32] {
        let first = (unit % self.units_each()) as usize * POINTS;
        &self.order[first..(first + POINTS).min(self.order.len())]
    }

    /// How many lives units `from` to `to` are, twins apart.
    pub fn lives_of(&self, from: u32, to: u32) -> u64 {
        let each = u64::from(self.units_each());
        let upto = |unit: u64| unit / each * self.order.len() as u64 + (unit % each * POINTS as u64).min(self.order.len() as u64);
        upto(u64::from(to)) - upto(u64::from(from))
    }

    /// Lives a unit; `None` if it was given up. `came_to` is told the point, the number of the life, its scenario, the life and its twin.
    pub fn live<R>(
        &self,
        unit: u32,
        live: &mut impl FnMut(&Scenario, u32, &mut dyn FnMut() -> bool) -> Option<Life>,
        goes_on: &mut dyn FnMut() -> bool,
        came_to: &impl Fn(&Scenario, u32, &Life, Option<&Life>) -> R,
    ) -> Option<Vec<OfPoint<R>>> {
        let number = self.replicate(unit);
        let mut twins: Vec<(Scenario, Life)> = Vec::new();
        let mut found = Vec::new();
        for &point in self.points(unit) {
            let plans = plan(&self.sweep.points[point as usize].scenario);
            let own = guarded(|| {
                let dice = plans[0].dice(number);
                let life = live(&plans[0].scenario_of(number), dice, goes_on)?;
                let Some(twin) = plans.get(1) else { return Some(came_to(&plans[0].scenario, number, &life, None)) };
                let known = twins.iter().position(|(known, _)| *known == twin.scenario);
                let at = if let Some(at) = known {
                    at
                } else {
                    twins.push((twin.scenario.clone(), live(&twin.scenario_of(number), dice, goes_on)?));
                    twins.len() - 1
                };
                Some(came_to(&plans[0].scenario, number, &life, Some(&twins[at].1)))
            });
            match own {
                Ok(None) => return None,
                Ok(Some(row)) => found.push((point, Ok(row))),
                Err(why) => found.push((point, Err(why))),
            }
            twins.drain(..twins.len().saturating_sub(2));
        }
        Some(found)
    }

    /// Lives the units of these ranges on all cores and hands them on piece by piece; how many units are handed on. `unit` is asked
    /// for one; it gives up with `None` when stopped.
    ///
    /// # Errors
    /// What could not be kept; what was handed on by then stays.
    pub fn share<R: Send, E: Send>(
        &self,
        todo: &Todo,
        threads: usize,
        stop: &AtomicBool,
        progress: &(dyn Fn(Progress) + Sync),
        unit: &LiveUnit<'_, R>,
        publish: &PublishUnits<'_, R, E>,
    ) -> Result<u32, E> {
        let size = (u64::from(self.units()) / PIECES).clamp(1, MOST_UNITS) as u32;
        let pieces: Vec<(u32, u32)> = todo.ranges.iter().flat_map(|range| super::run::cut(*range, size)).collect();
        let (done, kept, next) = (AtomicU64::new(todo.before), AtomicUsize::new(0), AtomicUsize::new(0));
        let fault: Mutex<Option<E>> = Mutex::new(None);
        let failed = || fault.lock().unwrap_or_else(PoisonError::into_inner).is_some();
        let stopped = || stop.load(Ordering::Relaxed);
        let tell = |done: u64| progress(Progress { done, total: todo.total, share: done as f64 / todo.total.max(1) as f64 });
        tell(todo.before);
        on_each(threads, |_| {
            while !stopped() && !failed() {
                let Some(&(from, to)) = pieces.get(next.fetch_add(1, Ordering::Relaxed)) else { return };
                let mut lived = Vec::new();
                for at in from..to {
                    let Some(found) = unit(at, &mut || !stopped()) else { break };
                    let own = found.len() as u64;
                    lived.push(found);
                    tell(done.fetch_add(own, Ordering::Relaxed) + own);
                    if stopped() {
                        break;
                    }
                }
                let count = lived.len();
                if count > 0 {
                    match publish(from, from + count as u32, lived) {
                        Ok(()) => drop(kept.fetch_add(count, Ordering::Relaxed)),
                        Err(why) => drop(fault.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(why)),
                    }
                }
            }
        });
        match fault.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some(why) => Err(why),
            None => Ok(kept.into_inner() as u32),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::read::read_text;

    fn scenario(replicates: u32) -> Scenario {
        let text = format!(
            "[run]\nlength = \"2 weeks\"\nreplicates = {replicates}\n[organisation]\nteams = 2\nteam_size = 3\nyears_before = 0\n\
             [sweep]\ndesign = \"factorial\"\n\"organisation.ties_across\" = [0, 1, 2]\n\"practices.preset\" = [\"low\", \"high\"]\n\
             \"people.top_conduct\" = [-1, 0, 1, 2]\n"
        );
        read_text("sweep.toml", &text).unwrap().scenario
    }

    #[test]
    fn every_point_is_lived_once_in_each_replicate_whoever_shares_the_work() {
        let scenario = scenario(3);
        let sweep = scenario.sweep.as_deref().unwrap();
        let work = SweepWork::of(&scenario, sweep);
        assert_eq!((work.units_each(), work.units(), work.lives_of(0, work.units())), (2, 6, 72));
        assert_eq!(work.lives_of(1, 4), 8 + 24);
        let live = |scenario: &Scenario, dice, _: &mut dyn FnMut() -> bool| Some(crate::ensemble::live::live(scenario, dice));
        let came_to = |_: &Scenario, number: u32, life: &Life, _: Option<&Life>| (number, life.organisation.len());
        let lived = Mutex::new(Vec::new());
        let publish = |from: u32, to: u32, units: Vec<Vec<OfPoint<(u32, usize)>>>| {
            assert_eq!(units.len() as u32, to - from);
            lived.lock().unwrap().extend(units.into_iter().flatten().map(|(point, row)| (row.unwrap().0, point)));
            Ok::<(), ()>(())
        };
        let unit = |at: u32, goes_on: &mut dyn FnMut() -> bool| {
            work.live(at, &mut |scenario, dice, goes_on| live(scenario, dice, goes_on), goes_on, &came_to)
        };
        let kept =
            work.share(&Todo { ranges: vec![(0, 4), (4, 6)], before: 0, total: 72 }, 2, &AtomicBool::new(false), &|_| {}, &unit, &publish);
        assert_eq!(kept, Ok(6));
        let mut lived = lived.into_inner().unwrap();
        lived.sort_unstable();
        let all: Vec<(u32, u32)> = (0..3).flat_map(|number| (0..24).map(move |point| (number, point))).collect();
        assert_eq!(lived, all);
    }
}
