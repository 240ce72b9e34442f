//! # onfoot
//!
//! Trust comes on foot and leaves on horseback: an agent-based simulator of trust in organisations.
//! The rooms, from the ground up.

pub mod analysis;
pub mod cli;
pub mod ensemble;
pub mod observe;
pub mod report;
pub mod scenario;
pub mod text;
pub mod theory;
pub mod words;
