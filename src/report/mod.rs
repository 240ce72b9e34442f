//! # What is shown
//!
//! Numbers in, files out: the folder that a run writes, its tables, its figures and its manifest.

pub mod calibration;
mod case;
mod chart;
pub mod cite;
pub mod codebook;
pub mod comparison;
pub mod figure;
pub mod odd;
pub mod page;
pub mod portfolio;
pub mod run;
pub mod sensitivity;
mod sheet;
pub mod validation;
pub mod worlds;
