//! # The command line

pub mod fault;
