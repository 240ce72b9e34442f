//! # What is shown
//!
//! Numbers in, files out: pictures, pages, tables beside them, and the model described.

pub(crate) mod answer;
pub(crate) mod calibration;
mod case;
mod chart;
pub(crate) mod cite;
pub(crate) mod codebook;
pub(crate) mod comparison;
pub(crate) mod figure;
pub(crate) mod odd;
pub(crate) mod page;
pub(crate) mod plot;
pub(crate) mod portfolio;
pub(crate) mod run;
pub(crate) mod sensitivity;
mod sheet;
pub(crate) mod sweep;
pub(crate) mod validation;
pub(crate) mod worlds;
