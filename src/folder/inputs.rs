//! # What a run reads
//!
//! The files that a command reads are never written over by it, whatever name leads to them: links, `.` and `..`, other case where
//! the file system makes no difference.

use std::fs;
use std::path::{Path, PathBuf};

use crate::scenario::read::Reading;

/// The files that a command reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inputs(Vec<PathBuf>);

impl Inputs {
    /// The scenario, all that it is based on, and the lock of its design.
    pub fn of(reading: &Reading) -> Self {
        let read = reading.inputs.iter().map(|input| input.path.clone()).filter(|path| !path.as_os_str().is_empty());
        let mut files: Vec<PathBuf> = read.collect();
        if let Some(scenario) = files.first() {
            files.push(super::lock::beside(scenario));
        }
        Self(files)
    }

    /// These files.
    pub fn files(files: impl IntoIterator<Item = PathBuf>) -> Self {
        Self(files.into_iter().collect())
    }

    /// Whether one of them is at this path.
    pub fn has(&self, path: &Path) -> bool {
        !self.0.is_empty() && path.exists() && self.0.iter().any(|input| same_file(input, path))
    }
}

/// Whether two paths lead to one file.
#[cfg(unix)]
pub(super) fn same_file(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |path: &Path| fs::metadata(path).ok().map(|found| (found.dev(), found.ino()));
    id(one).is_some_and(|one| Some(one) == id(other))
}

/// Whether two paths lead to one file.
#[cfg(not(unix))]
pub(super) fn same_file(one: &Path, other: &Path) -> bool {
    fs::canonicalize(one).ok().is_some_and(|one| Some(one) == fs::canonicalize(other).ok())
}
