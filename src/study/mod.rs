//! # A run as an object
//!
//! What is asked, as an object that knows no terminal: a scenario that is read or made, changed and cut to the arms that matter, and
//! then lived, in memory or in a folder.
//!
//! The first page of the documentation shows it in ten lines.
//!
//! [`outlook`] says what a run would take ([`estimate`]), what of it is there and what is free ([`room`]); [`results`] is what came out and
//! what can be asked of it, [`booking`] what else the lives tell; [`keeping`] keeps it in a folder, so that it can be stopped, resumed and
//! grown; [`parts`] cuts it for many machines, [`cluster`] says so to a scheduler; [`comparing`] says which arm is worth its cost; [`sweep`] lives the points of a sweep; [`replay`] lives one life of a finished folder again, for `why` and
//! `story`; [`verification`] says whether a folder can be reproduced here. Beside this room stand questions that need no run of a
//! scenario of one's own: [`crate::validation::confront`], [`crate::calibration::calibrate`].

pub mod booking;
pub mod cluster;
pub mod comparing;
pub mod estimate;
pub mod keeping;
pub mod outlook;
pub mod parts;
pub mod replay;
pub mod results;
pub mod room;
pub mod sweep;
pub mod verification;

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::doubt::{Doubt, Effort, doubt};
use crate::ensemble::ArmPlan;
use crate::ensemble::keep::{Keep, Memory};
use crate::ensemble::live::live_from;
use crate::ensemble::past::Pasts;
use crate::ensemble::plan::plan;
use crate::ensemble::run::{Completion, Progress, run_while};
use crate::folder::{self, lock, manifest};
use crate::observe::Life;
use crate::scenario::Scenario;
use crate::scenario::cross;
use crate::scenario::fault::{Fault, Named};
use crate::scenario::read::{self, Reading};
use crate::scenario::resolved::resolved;
use crate::scenario::shipped::Shipped;
use crate::text::{Language, on_one_line};
use crate::words::fault::{HELP, line, phrase};
pub use keeping::Trouble;
pub use results::Results;

/// A scenario, and how it is to be lived.
#[derive(Clone)]
pub struct Study {
    from: Origin,
    settings: Vec<String>,
    chosen: Option<Vec<String>>,
    reading: Reading,
    plans: Vec<ArmPlan>,
    name: String,
    design: String,
    lock: Option<lock::LockState>,
    threads: usize,
    stop: Arc<AtomicBool>,
    observer: Observer,
}

/// Who is told how far it is.
type Observer = Arc<dyn Fn(Progress) + Send + Sync>;

/// Where the scenario is from, so that it can be read again with another setting.
#[derive(Clone, Debug)]
enum Origin {
    File(std::path::PathBuf),
    Text(String, String),
}

/// What is wrong with a scenario or a change to it.
#[derive(Clone, Debug)]
pub struct Invalid(pub Vec<Fault>);

impl Study {
    /// The scenario in `file`; a bare name stands for a shipped one where there is no such file.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn read(file: impl AsRef<Path>) -> Result<Self, Invalid> {
        let reading = read::read(file.as_ref(), &[]).map_err(Invalid)?;
        Ok(Self::of(reading, file.as_ref(), Vec::new()))
    }

    /// One of the scenarios that come with the program, by its name: `horseback`.
    ///
    /// # Errors
    /// That there is none of that name.
    pub fn shipped(name: &str) -> Result<Self, Invalid> {
        match Shipped::named(name) {
            Some(shipped) => {
                let reading = read::read_shipped(shipped, &[]).map_err(Invalid)?;
                Ok(Self::of(reading, Path::new(name), Vec::new()))
            }
            None => Self::read(name),
        }
    }

    /// The scenario in a text, called `name`. It can be based on a scenario that comes along, and on no file.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn text(name: &str, text: &str) -> Result<Self, Invalid> {
        let reading = read::read_text(name, text).map_err(Invalid)?;
        let from = Origin::Text(name.to_owned(), text.to_owned());
        Ok(Self { from, ..Self::of(reading, Path::new(name), Vec::new()) })
    }

    /// A scenario that was made in Rust.
    ///
    /// # Errors
    /// What could not stand in a file.
    pub fn made(name: &str, scenario: &Scenario) -> Result<Self, Invalid> {
        Self::text(name, &resolved(scenario))
    }

    /// What was read from `file` with these settings.
    pub fn of(reading: Reading, file: &Path, settings: Vec<String>) -> Self {
        let plans = plan(&reading.scenario);
        let design = manifest::design_hash(&reading.scenario);
        let lock = lock::of(file).map(|locked| locked.held(file, &design));
        Self {
            from: Origin::File(file.to_path_buf()),
            settings,
            chosen: None,
            plans,
            name: on_one_line(&folder::name_of(file)),
            design,
            lock,
            reading,
            threads: 0,
            stop: Arc::default(),
            observer: Arc::new(|_| {}),
        }
    }

    /// With a key set to another value, as `--set KEY=VALUE` does.
    ///
    /// # Errors
    /// That there is no such key, or that it takes no such value.
    pub fn set(self, key: &str, value: impl fmt::Display) -> Result<Self, Invalid> {
        self.with(format!("{key}={value}"))
    }

    /// With so many replicates.
    ///
    /// # Errors
    /// That there can be no such number.
    pub fn replicates(self, replicates: u32) -> Result<Self, Invalid> {
        self.set("run.replicates", replicates)
    }

    /// In so many worlds.
    ///
    /// # Errors
    /// That there can be no such number.
    pub fn worlds(self, worlds: u32) -> Result<Self, Invalid> {
        self.set("run.worlds", worlds)
    }

    /// With this seed.
    ///
    /// # Errors
    /// That there can be no such number.
    pub fn seed(self, seed: u64) -> Result<Self, Invalid> {
        self.set("run.seed", seed)
    }

    fn with(self, setting: String) -> Result<Self, Invalid> {
        let settings = [self.settings.clone(), vec![setting]].concat();
        let reading = match &self.from {
            Origin::File(file) => read::read(file, &settings),
            Origin::Text(name, text) => read::read_text_with(name, text, &settings),
        };
        let named = match &self.from {
            Origin::File(file) => file.as_path(),
            Origin::Text(name, _) => Path::new(name),
        };
        let again = Self::of(reading.map_err(Invalid)?, named, settings);
        let again = Self { from: self.from, threads: self.threads, stop: self.stop, observer: self.observer, ..again };
        match self.chosen {
            Some(chosen) => again.choose(chosen),
            None => Ok(again),
        }
    }

    /// With only these arms, in the order of the file, and the hypotheses about them; with none, the scenario itself. What is set
    /// later keeps the choice.
    ///
    /// # Errors
    /// That an arm is not there.
    pub fn arms(self, names: &[&str]) -> Result<Self, Invalid> {
        self.choose(names.iter().map(|name| (*name).to_owned()).collect())
    }

    fn choose(mut self, names: Vec<String>) -> Result<Self, Invalid> {
        let scenario = &mut self.reading.scenario;
        let known: Vec<&str> = scenario.arms.iter().map(|arm| arm.name.as_str()).collect();
        let unknown = names.iter().filter(|name| !known.contains(&name.as_str()));
        let unknown: Vec<Fault> = unknown.map(|name| Fault::nowhere(cross::unknown(Named::Arm, name, None, &known))).collect();
        if !unknown.is_empty() {
            return Err(Invalid(unknown));
        }
        scenario.arms.retain(|arm| names.contains(&arm.name));
        scenario.hypotheses.retain(|hypothesis| hypothesis.contrast.arms().iter().all(|arm| names.iter().any(|name| name == arm)));
        self.plans = plan(scenario);
        self.design = manifest::design_hash(scenario);
        self.chosen = Some(names);
        Ok(self)
    }

    /// On so many threads; 0 means all cores. No number depends on it.
    #[must_use]
    pub fn threads(self, threads: usize) -> Self {
        Self { threads, ..self }
    }

    /// Tells `observer` how far it is, after every life and within long ones, from any thread.
    #[must_use]
    pub fn observe(self, observer: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        Self { observer: Arc::new(observer), ..self }
    }

    /// Stops when this turns true.
    #[must_use]
    pub fn stop_on(self, stop: Arc<AtomicBool>) -> Self {
        Self { stop, ..self }
    }

    /// The scenario.
    pub fn scenario(&self) -> &Scenario {
        &self.reading.scenario
    }

    /// The scenario with its warnings and the files that were read.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// What is to be lived: the arms, then their twins.
    pub fn plans(&self) -> &[ArmPlan] {
        &self.plans
    }

    /// The scenario's name: that of its file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The design's fingerprint.
    pub fn design(&self) -> &str {
        &self.design
    }

    /// The lock of its design, if there is one.
    pub fn lock(&self) -> Option<&lock::LockState> {
        self.lock.as_ref()
    }

    /// How many lives it takes, those of twins included.
    pub fn lives(&self) -> u64 {
        let of_arms = || self.plans.iter().map(|plan| u64::from(plan.lives())).sum();
        self.swept_lives(self.scenario().run.replicates).unwrap_or_else(of_arms)
    }

    /// Lives it in memory.
    ///
    /// # Errors
    /// [`Trouble::Stopped`].
    pub fn run(&self) -> Result<Results, Trouble> {
        let memory = Memory::default();
        let pasts = Pasts::default();
        let live = |scenario: &Scenario, dice, goes_on: &mut dyn FnMut() -> bool| live_from(&pasts, scenario, dice, goes_on);
        let Ok(_) = self.live(&memory, live, &self.stop, &*self.observer);
        let arms = self.plans.iter().map(|plan| memory.lives(plan)).collect::<Option<Vec<_>>>().ok_or(Trouble::Stopped)?;
        Ok(Results::of(self.scenario(), &self.plans, arms, None))
    }

    /// Lives what `keep` does not have yet. What a life says when it panics goes into its record, not to the screen.
    ///
    /// # Errors
    /// What could not be kept.
    pub fn live<K: Keep, L>(
        &self,
        keep: &K,
        live: L,
        stop: &AtomicBool,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Completion, K::Fault>
    where
        L: Fn(&Scenario, u32, &mut dyn FnMut() -> bool) -> Option<Life> + Sync,
    {
        quietly(|| run_while(&self.plans, keep, self.threads, live, stop, progress))
    }

    /// How far its outcome is luck and how far doubt, and on which parameters it hangs; `None` when stopped.
    pub fn doubt(&self, effort: Effort) -> Option<Doubt> {
        doubt(self.scenario(), effort, self.threads, &self.stop, &*self.observer)
    }
}

/// Does something while what panics says nothing: who catches it tells.
pub fn quietly<T>(work: impl FnOnce() -> T) -> T {
    let loud = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let done = work();
    std::panic::set_hook(loud);
    done
}

impl fmt::Display for Invalid {
    /// A line for each fault (file, line, what is wrong), and below it what to write instead.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.0.iter().filter(|fault| fault.is_error()).enumerate() {
            let break_before = if i > 0 { "\n" } else { "" };
            write!(f, "{break_before}{}", line(fault, Language::English))?;
            for help in phrase(fault, Language::English).help {
                write!(f, "\n  {}: {help}", HELP.en)?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for Invalid {}

impl fmt::Debug for Study {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Study")
            .field("name", &self.name)
            .field("design", &self.design)
            .field("plans", &self.plans.len())
            .finish_non_exhaustive()
    }
}
