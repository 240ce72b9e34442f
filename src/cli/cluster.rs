//! # `onfoot cluster`

use std::ffi::OsString;

use super::Exit;
use super::arguments::Cluster;
use super::terminal::{Stop, Terminal};

pub(super) fn cluster(_asked: &Cluster, _typed: &[OsString], _terminal: &mut Terminal) -> Result<Exit, Stop> {
    Ok(Exit::Done)
}
