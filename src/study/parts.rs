//! # A run in parts
//!
//! A part is a range of replicates. All arms and twins of a replicate go together, so any machine can live any part, at any time and
//! more than once; what is in the folder is the truth, and a merge finds there all that it needs. What a part is and which are missing
//! are questions about two numbers, replicates and parts, whatever is lived in them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use super::estimate::Estimate;
use super::keeping::Manner;
use super::{Origin, Study, quietly};
use crate::ensemble::ArmPlan;
use crate::ensemble::keep::Keep;
use crate::ensemble::run::{Completion, Progress, gaps, run_within};
use crate::folder::manifest::design_hash;
use crate::folder::{Folder, FolderError, FolderState, Given, Inputs, RESOLVED, Store, StoreError, Ticket};
use crate::observe::Life;
use crate::scenario::Scenario;
use crate::scenario::read::{Input, read_text};

/// Seconds that a part had best take: losing one is nothing, and starting one costs little beside it.
const PART: f64 = 600.0;

/// One of the parts into which replicates are cut, numbered from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    number: u32,
    of: u32,
}

impl Part {
    /// Part `number` of so many; `None` where there is no such part.
    pub fn new(number: u32, of: u32) -> Option<Self> {
        (1..=of).contains(&number).then_some(Self { number, of })
    }

    /// Its number, from 1.
    pub fn number(self) -> u32 {
        self.number
    }

    /// Of how many.
    pub fn of(self) -> u32 {
        self.of
    }

    /// The replicates that it holds of so many: the first, and the one after the last.
    pub fn range(self, replicates: u32) -> (u32, u32) {
        let start = |part: u32| (u64::from(replicates) * u64::from(part) / u64::from(self.of)) as u32;
        (start(self.number - 1), start(self.number))
    }
}

/// The numbers of the parts, of so many, that hold any of these replicates: ranges of the first and the one after the last.
pub fn parts_with(ranges: &[(u32, u32)], replicates: u32, of: u32) -> Vec<u32> {
    let holder = |replicate: u32| ((u64::from(replicate) + 1) * u64::from(of)).div_ceil(u64::from(replicates.max(1))) as u32;
    let parts: BTreeSet<u32> = ranges.iter().filter(|(from, to)| from < to).flat_map(|&(from, to)| holder(from)..=holder(to - 1)).collect();
    // where there are more parts than replicates, some hold none
    parts.into_iter().filter(|&number| Part { number, of }.range(replicates).0 < Part { number, of }.range(replicates).1).collect()
}

/// What is missing of an arm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hole {
    /// The arm, or twin.
    pub arm: String,
    /// The first replicate that is missing, in any world.
    pub from: u32,
    /// The one after the last.
    pub to: u32,
}

/// What a part takes on one machine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Portion {
    /// Lives, in all arms, twins and worlds.
    pub lives: u64,
    /// Seconds.
    pub seconds: f64,
    /// Bytes in memory.
    pub memory: f64,
    /// Bytes on the disk.
    pub disk: f64,
}

/// A folder in which parts are lived.
#[derive(Debug)]
pub struct Shared {
    folder: Folder,
    store: Store,
    /// What is said there of the run.
    pub ticket: Ticket,
}

impl Shared {
    /// Where the lives are kept.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Ends with a part; whether all was merged meanwhile, so that it is not needed.
    ///
    /// # Errors
    /// What the disk says.
    pub fn leave(&self) -> Result<bool, FolderError> {
        self.folder.leave()
    }
}

impl Study {
    /// How many replicates there are to cut into parts.
    pub fn replicates_in_all(&self) -> u32 {
        self.scenario().run.replicates
    }

    /// Into how many parts it had best be cut for machines like this one, of which this is the estimate.
    pub fn advised_parts(&self, estimate: &Estimate) -> u32 {
        let parts = (estimate.seconds_of_living() / PART).ceil().clamp(1.0, f64::from(u32::MAX)) as u32;
        parts.min(self.replicates_in_all())
    }

    /// What the largest of so many parts takes on so many threads, at a pace of so many times what is estimated.
    pub fn portion(&self, of: u32, threads: usize, pace: f64) -> Portion {
        let replicates = self.replicates_in_all().div_ceil(of.max(1));
        if let Some((sweep, lives)) = self.scenario().sweep.as_ref().zip(self.swept_lives(replicates)) {
            let estimate = Estimate::of_sweep(sweep, replicates * self.scenario().run.worlds, threads).at_pace(pace);
            let (seconds, memory) = (estimate.seconds_of_living(), estimate.memory_of_living());
            return Portion { lives, seconds, memory, disk: estimate.disk.parts };
        }
        let few = |plan: &ArmPlan| {
            let mut plan = plan.clone();
            plan.scenario.run.replicates = replicates;
            plan
        };
        let plans: Vec<ArmPlan> = self.plans().iter().map(few).collect();
        let estimate = Estimate::of(&plans, threads).at_pace(pace);
        Portion {
            lives: estimate.lives(),
            seconds: estimate.seconds_of_living(),
            memory: estimate.memory_of_living(),
            disk: estimate.disk.parts,
        }
    }

    /// How many lives a part holds.
    pub fn lives_in(&self, part: Part) -> u64 {
        let range = part.range(self.replicates_in_all());
        if let Some(lives) = self.swept_lives(range.1 - range.0) {
            return lives;
        }
        let lives = |plan: &ArmPlan| plan.lives_of(range);
        self.plans().iter().map(lives).map(|(from, to)| u64::from(to - from)).sum()
    }

    /// What is said of this run in a folder of its parts: the words that were typed, and into how many parts it is cut.
    pub fn ticket(&self, manner: &Manner, command: Vec<String>, parts: u32) -> Ticket {
        let given = |input: &Input| Given { name: input.name.clone(), text: String::from_utf8_lossy(&input.bytes).into_owned() };
        Ticket {
            version: crate::folder::manifest::VERSION.to_owned(),
            design_hash: self.design().to_owned(),
            name: self.name().to_owned(),
            command,
            parts,
            format: manner.format,
            csv: manner.dialect,
            language: manner.language,
            lock: self.lock().cloned(),
            inputs: self.reading().inputs.iter().map(given).collect(),
            resolved: crate::scenario::resolved::resolved(self.scenario()),
        }
    }

    /// The run that a folder's parts belong to, as its ticket says; `None` where that contradicts itself.
    pub fn of_ticket(ticket: &Ticket) -> Option<Self> {
        let mut reading = read_text(RESOLVED, &ticket.resolved).ok()?;
        let input = |given: &Given| Input { name: given.name.clone(), path: PathBuf::new(), bytes: given.text.clone().into_bytes() };
        reading.inputs = ticket.inputs.iter().map(input).collect();
        if design_hash(&reading.scenario) != ticket.design_hash {
            return None;
        }
        let from = Origin::Text(RESOLVED.to_owned(), ticket.resolved.clone());
        let study = Self::of(reading, Path::new(&ticket.name), Vec::new());
        Some(Self { from, name: ticket.name.clone(), lock: ticket.lock.clone(), ..study })
    }

    /// Makes a folder ready for parts of this run, beside others who live some.
    ///
    /// # Errors
    /// What is in the way.
    pub fn share(&self, path: &Path, ticket: &Ticket) -> Result<FolderState<Box<Shared>>, FolderError> {
        Ok(match Folder::share(path, ticket, &Inputs::of(self.reading()))? {
            FolderState::Complete(manifest) => FolderState::Complete(manifest),
            FolderState::Open((folder, ticket)) => {
                let store = Store::in_directory(&folder.parts(), self.design());
                FolderState::Open(Box::new(Shared { folder, store, ticket }))
            }
        })
    }

    /// Where parts of it are kept in a folder.
    pub fn store_of(&self, folder: &Path) -> Store {
        Store::in_directory(&Folder::anywhere(folder).parts(), self.design())
    }

    /// Lives what a store does not have yet of one part.
    ///
    /// # Errors
    /// What could not be kept.
    pub fn live_part<L>(
        &self,
        part: Part,
        keep: &Store,
        live: L,
        stop: &AtomicBool,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Completion, StoreError>
    where
        L: Fn(&Scenario, u32, &mut dyn FnMut() -> bool) -> Option<Life> + Sync,
    {
        let range = part.range(self.replicates_in_all());
        if let Some(swept) = self.live_sweep_in(keep, range, stop, progress)? {
            return Ok(swept);
        }
        quietly(|| run_within(self.plans(), Some(range), keep, self.threads, live, stop, progress))
    }

    /// The replicates that a store does not have, arm by arm.
    ///
    /// # Errors
    /// What could not be read.
    pub fn missing(&self, store: &Store) -> Result<Vec<Hole>, StoreError> {
        match self.sweep_holes(store)? {
            Some(holes) => Ok(holes),
            None => self.holes(store),
        }
    }

    /// The replicates that `keep` does not have, arm by arm.
    ///
    /// # Errors
    /// What could not be read.
    pub fn holes<K: Keep>(&self, keep: &K) -> Result<Vec<Hole>, K::Fault> {
        let mut holes: Vec<Hole> = Vec::new();
        for plan in self.plans() {
            let there: Vec<(u32, u32)> = keep.there(plan, (0, plan.lives()))?.iter().map(|(piece, _)| (piece.from, piece.to)).collect();
            for (from, to) in gaps(&there, (0, plan.lives())) {
                let worlds = plan.scenario.run.worlds.max(1);
                let (from, to) = (from / worlds, to.div_ceil(worlds));
                match holes.last_mut().filter(|last| last.arm == plan.name && last.to >= from) {
                    Some(last) => last.to = to,
                    None => holes.push(Hole { arm: plan.name.clone(), from, to }),
                }
            }
        }
        Ok(holes)
    }

    /// The numbers of the parts, of so many, in which something is missing.
    pub fn missing_parts(&self, holes: &[Hole], of: u32) -> Vec<u32> {
        let ranges: Vec<(u32, u32)> = holes.iter().map(|hole| (hole.from, hole.to)).collect();
        parts_with(&ranges, self.replicates_in_all(), of)
    }
}

/// Variables in which engines tell a task of an array its number, and what is to be added so that the first is 1.
pub const ARRAY: [(&str, u32); 9] = [
    ("SLURM_ARRAY_TASK_ID", 0),
    ("PBS_ARRAY_INDEX", 0),
    ("SGE_TASK_ID", 0),
    ("LSB_JOBINDEX", 0),
    ("HQ_TASK_ID", 0),
    ("JOB_COMPLETION_INDEX", 1),
    ("AWS_BATCH_JOB_ARRAY_INDEX", 1),
    ("BATCH_TASK_INDEX", 1),
    ("CLOUD_RUN_TASK_INDEX", 1),
];

/// Why the environment tells no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoNumber {
    /// None of the variables is set.
    Unset,
    /// A variable holds no number.
    Strange(String, String),
    /// Two of them, as they are set, mean different parts.
    Disagree([String; 2]),
}

/// The number of the part that an engine's variable asks for, from 1, and that variable.
///
/// # Errors
/// What was found instead.
pub fn from_array(variable: impl Fn(&str) -> Option<String>) -> Result<(u32, &'static str), NoNumber> {
    let mut found: Option<(u32, &str, String)> = None;
    for (name, more) in ARRAY {
        // what Grid Engine and LSF say in a job that is no array
        let none = |value: &String| value.is_empty() || value == "undefined" || (name == "LSB_JOBINDEX" && value == "0");
        let Some(value) = variable(name).filter(|value| !none(value)) else { continue };
        let Some(number) = value.trim().parse::<u32>().ok().and_then(|number| number.checked_add(more)) else {
            return Err(NoNumber::Strange(name.to_owned(), value));
        };
        let said = format!("{name}={value}");
        match &found {
            Some((known, _, first)) if *known != number => return Err(NoNumber::Disagree([first.clone(), said])),
            Some(_) => {}
            None => found = Some((number, name, said)),
        }
    }
    found.map(|(number, name, _)| (number, name)).ok_or(NoNumber::Unset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::keep::{Memory, Piece};

    fn part(number: u32, of: u32) -> Part {
        Part::new(number, of).unwrap()
    }

    #[test]
    fn parts_cover_all_replicates_once_and_differ_by_one_at_most() {
        for (replicates, of) in [(60, 8), (7, 7), (5, 8), (1, 1), (1_000_000, 9_999), (u32::MAX, 3)] {
            let ranges: Vec<(u32, u32)> = (1..=of).map(|number| part(number, of).range(replicates)).collect();
            assert_eq!((ranges[0].0, ranges[of as usize - 1].1), (0, replicates));
            assert!(ranges.windows(2).all(|pair| pair[0].1 == pair[1].0));
            let sizes = ranges.iter().map(|(from, to)| to - from);
            assert!(sizes.clone().max().unwrap() - sizes.min().unwrap() <= 1);
        }
        assert_eq!((Part::new(0, 8), Part::new(9, 8), Part::new(1, 0)), (None, None, None));
    }

    #[test]
    fn the_parts_of_missing_replicates_are_those_that_hold_them() {
        for (replicates, of) in [(60, 8), (7, 7), (5, 8), (13, 4), (100, 1)] {
            for from in 0..replicates {
                for to in from..=replicates {
                    let touches = |number: &u32| {
                        let (first, after) = part(*number, of).range(replicates);
                        first < to && from < after && first < after && from < to
                    };
                    let expected: Vec<u32> = (1..=of).filter(touches).collect();
                    assert_eq!(parts_with(&[(from, to)], replicates, of), expected, "{from} to {to} of {replicates} in {of}");
                }
            }
        }
        assert_eq!(parts_with(&[(0, 1), (59, 60), (0, 2)], 60, 8), [1, 8]);
    }

    #[test]
    fn a_replicate_of_which_a_world_is_missing_is_missing() {
        let study = Study::text("s", "[run]\nlength = \"2 weeks\"\nreplicates = 6\nworlds = 4\n").unwrap();
        let memory = Memory::default();
        let piece = |from, to| Piece { arm: "main".into(), from, to };
        let lives = |count: usize| vec![Ok(Life::default()); count];
        memory.publish(piece(0, 9), lives(9)).unwrap();
        memory.publish(piece(10, 16), lives(6)).unwrap();
        let hole = |from, to| Hole { arm: "main".into(), from, to };
        assert_eq!(study.holes(&memory).unwrap(), [hole(2, 3), hole(4, 6)]);
        assert_eq!(study.missing_parts(&study.holes(&memory).unwrap(), 6), [3, 5, 6]);
    }

    #[test]
    fn a_study_comes_back_from_its_ticket() {
        for name in ["horseback", "repair"] {
            let study = Study::shipped(name).unwrap().replicates(3).unwrap();
            let ticket = study.ticket(&Manner::default(), vec!["run".into(), name.into()], 2);
            let again = Study::of_ticket(&ticket).unwrap();
            assert_eq!((again.scenario(), again.design(), again.name()), (study.scenario(), study.design(), study.name()));
            let of =
                |study: &Study| study.reading().inputs.iter().map(|input| (input.name.clone(), input.bytes.clone())).collect::<Vec<_>>();
            assert_eq!(of(&again), of(&study));
            assert!(Study::of_ticket(&Ticket { design_hash: "other".into(), ..ticket }).is_none());
        }
    }

    #[test]
    fn the_number_of_a_part_is_that_of_the_array_from_one() {
        let of =
            |set: &[(&str, &str)]| from_array(|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()));
        assert_eq!(of(&[("SLURM_ARRAY_TASK_ID", "3")]), Ok((3, "SLURM_ARRAY_TASK_ID")));
        assert_eq!(of(&[("JOB_COMPLETION_INDEX", "0")]), Ok((1, "JOB_COMPLETION_INDEX")));
        assert_eq!(of(&[("SGE_TASK_ID", "undefined"), ("LSB_JOBINDEX", "0")]), Err(NoNumber::Unset));
        assert_eq!(of(&[("SLURM_ARRAY_TASK_ID", "3"), ("JOB_COMPLETION_INDEX", "2")]), Ok((3, "SLURM_ARRAY_TASK_ID")));
        let two = ["SLURM_ARRAY_TASK_ID=3", "AWS_BATCH_JOB_ARRAY_INDEX=3"].map(str::to_owned);
        assert_eq!(of(&[("SLURM_ARRAY_TASK_ID", "3"), ("AWS_BATCH_JOB_ARRAY_INDEX", "3")]), Err(NoNumber::Disagree(two)));
        assert_eq!(of(&[("HQ_TASK_ID", "x")]), Err(NoNumber::Strange("HQ_TASK_ID".into(), "x".into())));
    }
}
