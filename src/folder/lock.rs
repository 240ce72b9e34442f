//! # The lock of a design
//!
//! What `onfoot lock` keeps beside a scenario before it is run: the fingerprint of its design and when that was.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::scenario::disk;

/// What is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    /// The program's version.
    pub version: String,
    /// The design's fingerprint.
    pub design: String,
    /// When, in seconds since 1970 and as people write it in UTC.
    pub seconds: u64,
    /// The same as a date.
    pub at: String,
    /// What was changed on the command line.
    pub settings: Vec<String>,
}

/// What the results of a run say of the lock beside their scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockState {
    /// Its file, without its folder.
    pub file: String,
    /// When it was made.
    pub at: String,
    /// The design that it names.
    pub design: String,
    /// Whether that is the design of these results.
    pub same: bool,
}

/// Most bytes of a lock that is read.
const MOST: u64 = 100_000;

/// Where the lock of a scenario is.
pub fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".lock");
    name.into()
}

/// The lock of a scenario, if there is one that can be read.
pub fn of(file: &Path) -> Option<Lock> {
    parse(&disk::read(&beside(file), MOST).ok()?)
}

/// The lock that these bytes are.
pub(crate) fn parse(bytes: &[u8]) -> Option<Lock> {
    serde_json::from_slice(bytes).ok()
}

impl Lock {
    /// What the results of a design say of it.
    pub fn held(&self, file: &Path, design: &str) -> LockState {
        let file = beside(file).file_name().unwrap_or_default().to_string_lossy().into_owned();
        LockState { file, at: self.at.clone(), design: self.design.clone(), same: self.design == design }
    }
}
