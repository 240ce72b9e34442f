//! # Sweeps
//!
//! Every point of a sweep, lived in memory or in a folder. A folder holds `points` and `sweep`, what the sweep says of its factors, and
//! what became of the hypotheses; it is filled replicate by replicate, so that its memory does not grow with their number.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::keeping::{Manner, Trouble};
use super::parts::Hole;
use super::{Study, quietly};
use crate::comparison::endpoint::Endpoint;
use crate::comparison::factor::{Gathered, SweepFindings};
use crate::ensemble::fork::Forks;
use crate::ensemble::keep::Piece;
use crate::ensemble::past::Pasts;
use crate::ensemble::run::{Completion, Progress, gaps};
use crate::ensemble::sweep::{OfPoint, SweepWork, Todo};
use crate::ensemble::world::Turn;
use crate::folder::manifest::{self, Counts, Manifest};
use crate::folder::{Folder, FolderError, FolderState, Inputs, RESOLVED, SCENARIO, Store, StoreError, Written};
use crate::observe::Life;
use crate::scenario::resolved::resolved;
use crate::scenario::{Scenario, Sweep};
use crate::table::{self, SweepFile};

/// The name of a sweep's parts.
const PARTS_OF: &str = "sweep";

/// Units of a sweep, by number.
type Units = Vec<Vec<OfPoint<Endpoint>>>;

/// A folder that a sweep is being kept in.
#[derive(Debug)]
pub struct SweepAttempt {
    folder: Folder,
    store: Store,
    manner: Manner,
}

/// What stands in the folder of a sweep beside its tables.
pub trait ShowSweep: Sync {
    /// Writes pictures and pages.
    ///
    /// # Errors
    /// What could not be drawn or written.
    fn pictures(&self, _findings: &SweepFindings, _folder: &Folder) -> Result<Vec<Written>, Trouble> {
        Ok(Vec::new())
    }

    /// Writes what can only be written when all files are known.
    ///
    /// # Errors
    /// What the disk says.
    fn codebook(&self, _files: &[Written], _folder: &Folder) -> Result<Vec<Written>, Trouble> {
        Ok(Vec::new())
    }
}

impl ShowSweep for super::keeping::TablesOnly {}

impl Study {
    /// The work of its sweep; `None` where it has none.
    pub fn sweep_work(&self) -> Option<(&Sweep, SweepWork<'_>)> {
        let sweep = self.scenario().sweep.as_deref()?;
        Some((sweep, SweepWork::of(self.scenario(), sweep)))
    }

    /// How many lives of points so many replicates of its sweep are, in all worlds; `None` where it has none.
    pub(super) fn swept_lives(&self, replicates: u32) -> Option<u64> {
        let sweep = self.scenario().sweep.as_deref()?;
        Some(sweep.points.len() as u64 * u64::from(replicates) * u64::from(self.scenario().run.worlds))
    }

    /// Lives its sweep in memory; `None` where it has none.
    ///
    /// # Errors
    /// [`Trouble::Stopped`].
    pub fn sweep(&self) -> Result<Option<SweepFindings>, Trouble> {
        let Some((sweep, work)) = self.sweep_work() else { return Ok(None) };
        let kept: Mutex<BTreeMap<u32, Units>> = Mutex::default();
        let publish = |from: u32, _: u32, units: Units| {
            kept.lock().unwrap_or_else(PoisonError::into_inner).insert(from, units);
            Ok::<(), Trouble>(())
        };
        let todo = Todo { ranges: vec![(0, work.units())], before: 0, total: work.lives_of(0, work.units()) };
        let lived = self.live_units(&work, &todo, &self.stop, &*self.observer, &publish)?;
        if lived < work.units() {
            return Err(Trouble::Stopped);
        }
        let mut gathered = Gathered::of(self.scenario(), sweep, work.replicates());
        let mut replicate = Replicate::of(sweep, &work);
        for units in kept.into_inner().unwrap_or_else(PoisonError::into_inner).into_values() {
            for unit in units {
                if let Some((number, ends)) = replicate.add(unit) {
                    gathered.add(number, &ends);
                }
            }
        }
        Ok(Some(gathered.findings(work.replicates())))
    }

    /// Lives its sweep in a folder, from what is there.
    ///
    /// # Errors
    /// [`Trouble::Stopped`], and why something could not be kept or written.
    pub fn sweep_in(&self, folder: impl AsRef<Path>, manner: Manner) -> Result<Option<SweepFindings>, Trouble> {
        let attempt = match self.open_sweep(folder.as_ref(), manner)? {
            FolderState::Open(attempt) => attempt,
            FolderState::Complete(_) => return self.sweep(), // tables cannot say all that a hypothesis asks
        };
        let lived = self.live_sweep(&attempt, &self.stop, &*self.observer)?;
        if lived.is_some_and(|lived| lived.interrupted) {
            return Err(Trouble::Stopped);
        }
        attempt.finish(self, &super::keeping::TablesOnly, &self.stop).map(|(findings, _)| Some(findings))
    }

    /// Makes a folder ready for this sweep, or says why not.
    ///
    /// # Errors
    /// What is in the way.
    pub fn open_sweep(&self, path: &Path, manner: Manner) -> Result<FolderState<Box<SweepAttempt>>, FolderError> {
        Ok(match Folder::prepare_beside(path, self.design(), manner.force, &Inputs::of(self.reading()))? {
            FolderState::Complete(manifest) => FolderState::Complete(manifest),
            FolderState::Open(folder) => {
                let folder = folder.writing(manner.dialect);
                let store = Store::in_directory(&folder.parts(), self.design());
                FolderState::Open(Box::new(SweepAttempt { folder, store, manner }))
            }
        })
    }

    /// Lives what a folder does not have yet; `None` where there is no sweep.
    ///
    /// # Errors
    /// What could not be kept.
    pub fn live_sweep(
        &self,
        attempt: &SweepAttempt,
        stop: &AtomicBool,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Option<Completion>, StoreError> {
        self.live_sweep_in(&attempt.store, (0, self.scenario().run.replicates), stop, progress)
    }

    /// The same of these replicates, the first and the one after the last.
    pub(super) fn live_sweep_in(
        &self,
        store: &Store,
        replicates: (u32, u32),
        stop: &AtomicBool,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Option<Completion>, StoreError> {
        let Some((_, work)) = self.sweep_work() else { return Ok(None) };
        let asked = self.units_of(&work, replicates);
        let missing = gaps(&units_in(store)?, asked);
        let total = work.lives_of(asked.0, asked.1);
        let before = total - missing.iter().map(|(from, to)| work.lives_of(*from, *to)).sum::<u64>();
        let [done, failed] = [AtomicU64::new(before), AtomicU64::new(0)];
        let publish = |from: u32, to: u32, units: Units| {
            let wrong = units.iter().flatten().filter(|(_, row)| row.is_err()).count() as u32;
            store.publish_units(Piece { arm: PARTS_OF.to_owned(), from, to }, &units, wrong)?;
            done.fetch_add(work.lives_of(from, to), Ordering::Relaxed);
            failed.fetch_add(u64::from(wrong), Ordering::Relaxed);
            Ok(())
        };
        self.live_units(&work, &Todo { ranges: missing, before, total }, stop, progress, &publish)?;
        let (done, failed) = (done.into_inner(), failed.into_inner());
        Ok(Some(Completion { done, before, failed, even: 0, interrupted: done < total }))
    }

    /// The replicates of its sweep that a store does not have; `None` where there is no sweep.
    pub(super) fn sweep_holes(&self, store: &Store) -> Result<Option<Vec<Hole>>, StoreError> {
        let Some((_, work)) = self.sweep_work() else { return Ok(None) };
        let each = work.units_each() * self.scenario().run.worlds;
        let mut holes: Vec<Hole> = Vec::new();
        for (from, to) in gaps(&units_in(store)?, (0, work.units())) {
            let (from, to) = (from / each, to.div_ceil(each));
            match holes.last_mut().filter(|last| last.to >= from) {
                Some(last) => last.to = to,
                None => holes.push(Hole { arm: PARTS_OF.to_owned(), from, to }),
            }
        }
        Ok(Some(holes))
    }

    /// The units of these replicates, in all worlds.
    fn units_of(&self, work: &SweepWork<'_>, (from, to): (u32, u32)) -> (u32, u32) {
        let each = work.units_each() * self.scenario().run.worlds;
        (from * each, to * each)
    }

    fn live_units<E: Send>(
        &self,
        work: &SweepWork<'_>,
        todo: &Todo,
        stop: &AtomicBool,
        progress: &(dyn Fn(Progress) + Sync),
        publish: &(dyn Fn(u32, u32, Units) -> Result<(), E> + Sync),
    ) -> Result<u32, E> {
        let pasts = Arc::new(Pasts::default());
        let hypotheses = &self.scenario().hypotheses;
        let came_to =
            |scenario: &Scenario, number: u32, life: &Life, twin: Option<&Life>| Endpoint::of(scenario, number, life, twin, hypotheses);
        let unit = |at: u32, goes_on: &mut dyn FnMut() -> bool| {
            let mut forks = Forks::sharing(Arc::clone(&pasts));
            work.live(at, &mut |scenario, dice, goes_on| forks.live(scenario, dice, goes_on), goes_on, &came_to)
        };
        quietly(|| work.share(todo, self.threads, stop, progress, &unit, publish))
    }
}

impl SweepAttempt {
    /// Parts that could not be trusted and were set aside.
    pub fn set_aside(&self) -> Vec<String> {
        self.store.set_aside()
    }

    /// Writes everything, the manifest last.
    ///
    /// # Errors
    /// [`Trouble::Stopped`], and why something could not be read, drawn or written.
    pub fn finish(&self, study: &Study, show: &dyn ShowSweep, stop: &AtomicBool) -> Result<(SweepFindings, Vec<Written>), Trouble> {
        let scenario = study.scenario();
        let (findings, mut files) = self.tables(study, stop)?;
        files.extend(show.pictures(&findings, &self.folder)?);
        let given = study.reading().inputs.first().map(|input| input.bytes.as_slice()).unwrap_or_default();
        files.push(self.folder.write(SCENARIO, given)?);
        files.push(self.folder.write(RESOLVED, resolved(scenario).as_bytes())?);
        files.extend(show.codebook(&files, &self.folder)?);
        self.folder.complete(&self.manifest(study, &findings, &files))?;
        Ok((findings, files))
    }

    /// Writes the tables of a sweep that was stopped: of the first replicates that every point has; how many these are.
    ///
    /// # Errors
    /// Why they could not be written.
    pub fn partial(&self, study: &Study) -> Result<u32, Trouble> {
        let (findings, files) = self.tables(study, &AtomicBool::new(false))?; // it was stopped already; who asks again ends the program
        self.folder.mark_tables(files.into_iter().map(|row| row.file).collect())?;
        Ok(findings.replicates)
    }

    /// The tables, from the first replicates that every point has.
    fn tables(&self, study: &Study, stop: &AtomicBool) -> Result<(SweepFindings, Vec<Written>), Trouble> {
        let scenario = study.scenario();
        let Some((sweep, work)) = study.sweep_work() else { return Err(Trouble::Stopped) };
        let mut file = SweepFile::begin(&self.folder, sweep, self.manner.format, scenario.run.seed)?;
        let mut gathered = Gathered::of(scenario, sweep, work.replicates());
        let mut replicate = Replicate::of(sweep, &work);
        let (mut next, mut counted) = (0, 0);
        for piece in self.store.parts_of(PARTS_OF)? {
            if piece.from > next {
                break;
            }
            // parts of different attempts may overlap
            let units: Units = if piece.to > next { self.store.units(&piece)? } else { continue };
            for unit in units.into_iter().skip((next - piece.from) as usize) {
                if stop.load(Ordering::Relaxed) {
                    return Err(Trouble::Stopped);
                }
                next += 1;
                if let Some((number, ends)) = replicate.add(unit) {
                    let worlds = scenario.run.worlds;
                    gathered.add(number, &ends);
                    file.add(Turn { replicate: number / worlds, world: number % worlds }, ends)?;
                    counted += 1;
                }
            }
        }
        let findings = gathered.findings(counted);
        let mut files = vec![table::write_points(&self.folder, sweep, self.manner.format, scenario.run.seed)?, file.finish()?];
        files.extend(table::write_factors(&self.folder, sweep, &findings)?);
        if !findings.judged.is_empty() {
            files.push(table::write_hypotheses(&self.folder, &findings.judged)?);
        }
        if scenario.run.worlds > 1 {
            files.push(table::write_worlds(&self.folder, scenario)?);
        }
        Ok((findings, files))
    }

    fn manifest(&self, study: &Study, findings: &SweepFindings, files: &[Written]) -> Manifest {
        let sweep = study.scenario().sweep.as_deref();
        let points = sweep.map_or(0, |sweep| sweep.points.len() as u64);
        let mut columns = table::dictionary();
        for own in sweep.iter().flat_map(|sweep| table::of_sweep(sweep)) {
            columns[own.name] = own.dictionary();
        }
        let failed = findings.failed;
        Manifest {
            command: self.manner.command.clone(),
            inputs: manifest::sources(study.reading()),
            points: Some(points),
            lives: Counts { done: points * u64::from(findings.replicates) - failed, failed, skipped: 0 },
            format: self.manner.format,
            language: self.manner.language,
            files: files.to_vec(),
            lock: study.lock().cloned(),
            columns,
            ..Manifest::of(study.design(), self.manner.dialect, study.scenario(), &[])
        }
    }
}

/// The units that a store has whole, as ranges.
fn units_in(store: &Store) -> Result<Vec<(u32, u32)>, StoreError> {
    let there = store.units_there::<Vec<OfPoint<Endpoint>>>(PARTS_OF)?;
    Ok(there.into_iter().map(|piece| (piece.from, piece.to)).collect())
}

/// A replicate of all points, as its units come in.
struct Replicate<'w> {
    work: &'w SweepWork<'w>,
    points: usize,
    units: u32,
    number: u32,
    ends: BTreeMap<u32, Result<Endpoint, String>>,
}

impl<'w> Replicate<'w> {
    fn of(sweep: &Sweep, work: &'w SweepWork<'w>) -> Self {
        Self { work, points: sweep.points.len(), units: 0, number: 0, ends: BTreeMap::new() }
    }

    /// Adds the next unit; the replicate, in the order of its points, when it is whole.
    fn add(&mut self, unit: Vec<OfPoint<Endpoint>>) -> Option<(u32, Vec<Result<Endpoint, String>>)> {
        self.ends.extend(unit);
        self.units += 1;
        if self.units < self.work.units_each() {
            return None;
        }
        let ends: Vec<_> = std::mem::take(&mut self.ends).into_values().collect();
        debug_assert_eq!(ends.len(), self.points);
        (self.units, self.number) = (0, self.number + 1);
        Some((self.number - 1, ends))
    }
}
