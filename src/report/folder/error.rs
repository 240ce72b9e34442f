//! # What can go wrong with a folder

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::text::Language;

/// Why results could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderError {
    /// The path is a file, or lies below one.
    NotAFolder {
        /// As typed.
        path: PathBuf,
    },
    /// The folder holds results, complete or not, of another scenario, seed, version or setting.
    OtherDesign {
        /// As typed.
        path: PathBuf,
    },
    /// The folder holds files that onfoot did not write.
    OtherContents {
        /// As typed.
        path: PathBuf,
        /// One of them.
        found: String,
    },
    /// The results are there, but a file of theirs was removed or changed since.
    Altered {
        /// As typed.
        path: PathBuf,
        /// Which.
        file: String,
    },
    /// Nothing may be written there.
    NotWritable {
        /// As typed.
        path: PathBuf,
    },
    /// No room is left.
    DiskFull {
        /// As typed.
        path: PathBuf,
        /// The file that no longer fitted.
        file: String,
    },
    /// Anything else that the system says.
    Other {
        /// As typed.
        path: PathBuf,
        /// The file; empty for the folder itself.
        file: String,
        /// The system's own words.
        reason: String,
    },
}

impl FolderError {
    /// What the system's error at a file means.
    pub(in crate::report) fn from_io(path: &Path, file: &str, error: &io::Error) -> Self {
        let (path, file) = (path.to_path_buf(), file.to_owned());
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::DiskFull { path, file },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NotWritable { path },
            // A folder that cannot be made because a file is in its way, or part of its path is a file.
            ErrorKind::NotADirectory | ErrorKind::AlreadyExists if file.is_empty() => Self::NotAFolder { path },
            _ => Self::Other { path, file, reason: error.to_string() },
        }
    }

    /// The word for it, for scripts.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotAFolder { .. } => "not_a_folder",
            Self::OtherDesign { .. } => "other_design",
            Self::OtherContents { .. } => "other_contents",
            Self::Altered { .. } => "altered",
            Self::NotWritable { .. } => "not_writable",
            Self::DiskFull { .. } => "disk_full",
            Self::Other { .. } => "other",
        }
    }

    /// Whether the same command with `--force` would get past it.
    pub const fn yields_to_force(&self) -> bool {
        matches!(self, Self::OtherDesign { .. } | Self::OtherContents { .. } | Self::Altered { .. })
    }

    /// In a sentence.
    pub fn say(&self, language: Language) -> String {
        let dutch = language == Language::Dutch;
        match self {
            Self::NotAFolder { path } if dutch => format!("`{}` is geen map", path.display()),
            Self::NotAFolder { path } => format!("`{}` is not a folder", path.display()),
            Self::OtherDesign { path } if dutch => {
                format!("`{}` bevat resultaten van een ander scenario, andere instellingen of een andere versie", path.display())
            }
            Self::OtherDesign { path } => {
                format!("`{}` holds results of another scenario, other settings or another version", path.display())
            }
            Self::OtherContents { path, found } if dutch => format!("`{}` bevat al iets anders, zoals `{found}`", path.display()),
            Self::OtherContents { path, found } => format!("`{}` already holds something else, such as `{found}`", path.display()),
            Self::Altered { path, file } if dutch => {
                format!("de resultaten staan al in `{}`, maar `{file}` is sindsdien gewijzigd of verwijderd", path.display())
            }
            Self::Altered { path, file } => {
                format!("the results are already in `{}`, but `{file}` was changed or removed since", path.display())
            }
            Self::NotWritable { path } if dutch => format!("in `{}` mag niet geschreven worden", path.display()),
            Self::NotWritable { path } => format!("`{}` may not be written to", path.display()),
            Self::DiskFull { path, file } if dutch => {
                format!("de schijf is vol: `{}` kon niet volledig geschreven worden", at(path, file).display())
            }
            Self::DiskFull { path, file } => format!("the disk is full: `{}` could not be written in full", at(path, file).display()),
            Self::Other { path, file, reason } if dutch => {
                format!("`{}` kon niet geschreven of gelezen worden: {reason}", at(path, file).display())
            }
            Self::Other { path, file, reason } => {
                format!("`{}` could not be written or read: {reason}", at(path, file).display())
            }
        }
    }
}

/// The file, or the folder itself.
fn at(path: &Path, file: &str) -> PathBuf {
    if file.is_empty() { path.to_path_buf() } else { path.join(file) }
}

impl fmt::Display for FolderError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.say(Language::English))
    }
}

impl std::error::Error for FolderError {}
