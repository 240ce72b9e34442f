//! # onfoot
//!
//! Trust comes on foot and leaves on horseback: an agent-based simulator of trust in organisations.
//!
//! A scenario is read, changed, lived and asked:
//!
#![cfg_attr(feature = "whole", doc = "```")]
#![cfg_attr(not(feature = "whole"), doc = "```ignore")]
//! let study = onfoot::Study::shipped("horseback")?.set("organisation.teams", 5)?.replicates(3)?;
//! let results = study.run()?;
//! for row in results.recovery() {
//!     println!("{} in the {}: fell by {:.2}, back after {:?} days", row.arm, row.referent.key(), row.fall.median, row.back.median);
//! }
//! assert_eq!(results.lives, 6); // three replicates, each with its twin
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Study`] says what else can be asked; [`guide`] is the long of the README. Without default features the crate is the engine
//! alone, from a scenario to its analysis, and builds for a page.
//!
//! The rooms, from the ground up. A room leans only on the rooms before it (`tests/house.rs` holds this), so reading them
//! in this order is reading the model.

pub mod text;
pub mod theory;
pub mod random;
pub mod threads;
pub mod scenario;
pub mod organisation;
pub mod dynamics;
pub mod observe;
pub mod ensemble;
pub mod analysis;
pub mod doubt;
pub mod comparison;
pub mod validation;
#[cfg(feature = "whole")]
pub mod calibration;
pub mod words;
#[cfg(feature = "whole")]
pub mod folder;
#[cfg(feature = "whole")]
pub mod table;
#[cfg(feature = "whole")]
pub mod study;
#[cfg(feature = "whole")]
pub mod report;
#[cfg(feature = "whole")]
pub mod live;
#[cfg(feature = "whole")]
pub mod glossary;
#[cfg(feature = "whole")]
pub mod cli;
pub mod guide;

#[cfg(feature = "whole")]
pub use study::{Results, Study};
