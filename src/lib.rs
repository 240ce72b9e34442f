//! # onfoot
//!
//! Trust comes on foot and leaves on horseback: an agent-based simulator of trust in organisations.
//!
//! The rooms, from the ground up. A room leans only on the rooms before it (`tests/house.rs` holds this), so reading them
//! in this order is reading the model.

pub mod text;
pub mod theory;
pub mod random;
pub mod scenario;
pub mod organisation;
pub mod dynamics;
pub mod observe;
pub mod ensemble;
pub mod analysis;
pub mod doubt;
pub mod comparison;
pub mod validation;
pub mod calibration;
pub mod words;
pub mod folder;
pub mod table;
pub mod study;
pub mod report;
pub mod cli;

pub use study::{Results, Study};
