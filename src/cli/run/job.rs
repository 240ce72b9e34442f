//! # What a run is about
//!
//! What was asked and typed, and what it left.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Instant;

use super::super::arguments::Run;
use crate::folder::manifest;
use crate::folder::{self, Written};
use crate::scenario::read::Reading;
use crate::study::keeping::Manner;
use crate::study::{Results, Study};
use crate::text::Language;

/// What a run is about, known before anything is lived.
pub(in crate::cli) struct Job<'a> {
    /// What was asked.
    pub asked: &'a Run,
    /// The words typed.
    pub typed: &'a [OsString],
    /// What is to be lived.
    pub study: Study,
    /// When it started.
    pub started: Instant,
    /// The language of what is written.
    pub language: Language,
    /// The command that goes on where it is stopped, unless it is the one that was typed.
    pub goes_on: Option<String>,
}

/// What a run left, and where.
pub(in crate::cli) struct Completion {
    /// What came out.
    pub results: Results,
    /// The folder, as people write it.
    pub folder: String,
    /// Its files, the manifest apart.
    pub files: Vec<Written>,
    /// Where the lives are from.
    pub origin: Lives,
}

impl<'a> Job<'a> {
    /// What is asked of a scenario that was read.
    pub fn of(asked: &'a Run, typed: &'a [OsString], reading: Reading, language: Language) -> Self {
        let study = Study::of(reading, &asked.file, asked.change.settings());
        Self::about(asked, typed, study, language)
    }

    /// What is asked of a study.
    pub fn about(asked: &'a Run, typed: &'a [OsString], study: Study, language: Language) -> Self {
        let study = study.threads(asked.threads.count());
        Job { asked, typed, study, started: Instant::now(), language, goes_on: None }
    }

    /// Where its results go.
    pub fn path(&self) -> PathBuf {
        let usual = folder::default_path(&self.asked.file);
        let usual = match self.asked.point {
            Some(point) => format!("{}-point-{point}", usual.display()).into(),
            None => usual,
        };
        self.asked.output.or(usual)
    }

    /// The command as it was typed.
    pub fn command(&self) -> String {
        manifest::command_of(self.typed)
    }

    /// How its folder is to be written.
    pub fn manner(&self) -> Manner {
        let (format, dialect) = (self.asked.format(), self.asked.csv.dialect());
        Manner { force: self.asked.force, format, dialect, command: self.command(), language: self.language }
    }
}

/// Where the lives of some results are from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::cli) struct Lives {
    /// Taken over: from the finished folder, or from an attempt that was stopped.
    pub before: u64,
    /// Lived just now.
    pub now: u64,
    /// Lived anew, because what was kept of them was not there or could not be trusted.
    pub unreadable: u64,
}
