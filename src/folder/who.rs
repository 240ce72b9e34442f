//! # Who is at work

use serde::{Deserialize, Serialize};

/// Who holds a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// The process.
    pub pid: u32,
    /// Its computer.
    pub host: String,
    /// When it began, as people write it in UTC.
    pub since: String,
    /// What was typed.
    pub command: String,
}
