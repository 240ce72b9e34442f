//! # Waves
//!
//! The survey days of the baseline study: three years in, half a year later, at the end.

use crate::scenario::YEAR;

/// Three years in.
pub(super) const FIRST: u32 = 3 * YEAR;
/// Half a year later.
pub(super) const SECOND: u32 = FIRST + YEAR / 2;
/// The end.
pub(super) const END: u32 = FIRST + YEAR;
