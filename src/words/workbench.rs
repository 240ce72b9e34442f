//! Words of the workbench page, by key.

use crate::text::{Text, text};

/// All of them.
pub const WORKBENCH: &[(&str, Text)] = &[("title", text("onfoot", "onfoot"))];
