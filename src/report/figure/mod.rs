//! # Figures
//!
//! Which chart says what: the pictures of a run, a comparison, a search, a validation and of one life, each with its numbers and a text
//! summary beside it.

mod again;
mod board;
mod cost;
mod course;
mod factors;
mod files;
mod finding;
mod fit;
mod front;
mod list;
mod measures;
mod moment;
mod numbers;
mod picture;
mod plane;
mod policies;
mod portrait;
mod returns;
mod road;
mod scene;
mod series;
mod subject;
mod sweep;
mod tiles;
mod validation;
mod waterfall;
mod worth;

pub use super::sheet::Medium;
pub use again::{again, figures_of};
pub use board::{Still, for_board};
pub use factors::{SweepScene, of_sweep};
pub use files::{draw_all, draw_comparison, draw_front, draw_one, draw_validation, name_of_answer};
pub use finding::{TRUST_WINDOW, Telling, apart_from, as_lived, counted, road_of, size, story, window};
pub use fit::finding as which_repair;
pub use list::{figure, figures, of_comparison, one_of_comparison};
pub use moment::{Moment, first_breach, moments};
pub use numbers::{cell, csv, series_csv, table, table_of, tables_of};
pub use picture::{Figure, Picture, Provenance};
pub use policies::Comparison;
pub use portrait::portrait;
pub use scene::{Numbers, Scene};
pub use series::Series;
pub use subject::{most_affected, most_apart, swept};
pub use waterfall::{Caption, waterfall};

#[cfg(test)]
mod tests;
