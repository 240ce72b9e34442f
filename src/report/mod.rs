//! # What is shown
//!
//! Numbers in, files out: the folder that a run writes, its tables, its figures and its manifest.

pub mod answer;
pub mod calibration;
pub mod cite;
pub mod codebook;
pub mod comparison;
pub mod figure;
pub mod odd;
pub mod page;
pub mod plot;
pub mod portfolio;
pub mod run;
pub mod sensitivity;
pub mod validation;
pub mod worlds;
