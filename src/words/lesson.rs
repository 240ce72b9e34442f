//! Words of the lesson page, by key.

use crate::text::{Text, text};

/// All of them.
pub const LESSON: &[(&str, Text)] = &[("title", text("onfoot", "onfoot"))];
