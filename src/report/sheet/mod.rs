//! # The sheet
//!
//! A figure is first a list of marks on a sheet; then it is painted, as vectors, as pixels or as a document.

mod document;
mod frame;
mod labels;
mod letters;
mod mark;
mod medium;
mod palette;
mod raster;
mod vector;

pub use document::pdf;
pub use frame::{Words, foot, grid, page, page_of};
pub use labels::{fit, rows, spread, told_apart, wrap};
pub use letters::text_width;
#[cfg(test)]
pub use mark::Mark;
pub use mark::{Anchor, Point, Rect, Sheet, Stroke, Type, disc, solid};
pub use medium::{Medium, NARROW, TICK};
pub use palette::{ARMS, AXIS, Colour, GRID, INK, MUTED, Style, TWIN, TWIN_DASH, WHITE, cividis, style};
pub use raster::png;
pub use vector::{inline, svg};
