//! # What is known of a run before it starts

use std::path::{Path, PathBuf};

use super::Study;
use super::estimate::Estimate;
use super::room::Room;
use crate::folder::There;

/// What is known of a run before it starts.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// What all of it would take.
    pub estimate: Estimate,
    /// Where its results would go.
    pub folder: PathBuf,
    /// What is there already.
    pub there: Option<There>,
    /// What is free there.
    pub room: Room,
}

impl Study {
    /// What is known of a run of it in this folder; nothing is changed there.
    pub fn outlook(&self, folder: &Path) -> Outlook {
        let there = There::of(folder, self.scenario(), self.plans(), self.design());
        Outlook { estimate: self.estimate(), folder: folder.to_path_buf(), there, room: Room::at(folder) }
    }
}

impl Outlook {
    /// Lives that are there already.
    pub fn kept(&self) -> u64 {
        match self.there {
            Some(There::All) => self.estimate.lives(),
            Some(There::Some(lives)) => lives,
            None => 0,
        }
    }

    /// Seconds until the rest is there.
    pub fn seconds(&self) -> f64 {
        self.estimate.seconds(1.0 - self.kept() as f64 / self.estimate.lives().max(1) as f64)
    }
}
