//! # Charts
//!
//! What plotters draws on the sheet: axes, elements between them, and labels at the ends of lines.

mod axis;
mod canvas;
pub mod ends;
mod plot;

pub use axis::{Axis, Scale};
pub use canvas::fine;
pub use ends::{End, gutter};
pub use plot::{Chart, fill, line, pen, pinned, plot};
