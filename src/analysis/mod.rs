//! # What the numbers say
//!
//! Records in, numbers out.

pub mod quantile;
