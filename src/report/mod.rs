//! # What is shown
//!
//! Records and findings in, files out.

pub mod figure;
