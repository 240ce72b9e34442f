//! # Whose an unfinished folder is

use serde::{Deserialize, Serialize};

/// The content of [`super::layout::UNFINISHED`].
#[derive(Serialize, Deserialize)]
pub(super) struct Marker {
    pub version: String,
    pub design_hash: String,
    /// Tables of what was done when it was stopped.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<String>,
}
