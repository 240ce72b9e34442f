//! # The guide
//!
//! Chapters for those who use the program; the README is the short of them.

/// What stands in the folder of a run.
#[doc = include_str!("guide/results.md")]
pub mod results {}
/// Many designs from one file: factors, points, what weighs.
#[doc = include_str!("guide/sweeping.md")]
pub mod sweeping {}
/// How policies are compared.
#[doc = include_str!("guide/comparing.md")]
pub mod comparing {}
/// How the model is held against what is published.
#[doc = include_str!("guide/believing.md")]
pub mod believing {}
/// How fast it is, and how that was measured.
#[doc = include_str!("guide/speed.md")]
pub mod speed {}
/// How a run is lived on many machines.
#[doc = include_str!("guide/machines.md")]
pub mod machines {}
