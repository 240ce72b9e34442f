//! # The page
//!
//! `report.html`: one file that opens from disk without a network. Both languages are in it, one shown at a time; charts are
//! drawn by uPlot 1.6.32 (MIT, npm `uplot`, licence in `LICENSE-UPLOT`), whose script is part of the file; their numbers stand
//! beside them as tables, so that nothing is only in a picture. With `#board` one page of A4 is left, made to be printed.

mod board;
mod chart;
mod choice;
mod html;
pub mod reviewers;
mod still;
mod sweep;
mod view;
mod what_if;
mod whole;
mod worth;

pub use html::script_safe;
pub use sweep::SweepPage;
pub use view::Report;
pub use what_if::with_what_if;
pub use whole::page;
pub use worth::with_comparison;

#[cfg(test)]
mod tests;
