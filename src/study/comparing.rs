//! # Comparing
//!
//! How many worlds and replicates a comparison and a portfolio are lived in when nobody says, and what is found in a finished folder.

use std::path::{Path, PathBuf};

use super::{Invalid, Study};
use crate::comparison::outcome::reference;
use crate::comparison::ranking::Wish;
use crate::comparison::{Findings, findings};
use crate::folder::{FolderError, default_path};
use crate::scenario::Scenario;
use crate::table::read_outcomes;

/// Worlds that are lived when nobody says how many.
pub const WORLDS: u32 = 40;
/// Of the replicates of the scenario so many are lived in each, and no fewer than the second.
const SHARE: [u32; 2] = [10, 4];
/// Lives of each portfolio in each world: with fewer than two, luck and doubt cannot be told apart.
const OF_A_PORTFOLIO: u32 = 2;

impl Study {
    /// The same in as many worlds as a comparison takes by itself, with fewer replicates in each; as it is, where the scenario asks
    /// for worlds.
    ///
    /// # Errors
    /// None that the scenario has not.
    pub fn in_worlds(self) -> Result<Self, Invalid> {
        if !lacks_worlds(self.scenario()) {
            return Ok(self);
        }
        let replicates = replicates_in_worlds(self.scenario());
        self.worlds(WORLDS)?.replicates(replicates)
    }

    /// What is found of this study in the folder of its finished run.
    ///
    /// # Errors
    /// What the disk says.
    pub fn findings_in(&self, folder: &Path, wish: Wish) -> Result<Findings, FolderError> {
        let outcomes = read_outcomes(folder, self.scenario(), self.plans(), reference(self.plans()))?;
        Ok(findings(self.scenario(), outcomes, wish))
    }
}

/// Whether a comparison is lived in worlds by itself: where the scenario asks for none.
pub fn lacks_worlds(scenario: &Scenario) -> bool {
    scenario.run.worlds == 1
}

/// How many replicates it is then lived in, in each world.
pub fn replicates_in_worlds(scenario: &Scenario) -> u32 {
    (scenario.run.replicates / SHARE[0]).max(SHARE[1])
}

/// Makes a scenario be lived in as many worlds and replicates as a portfolio takes by itself, but for what was asked for.
pub fn for_a_portfolio(scenario: &mut Scenario, worlds_asked: bool, replicates_asked: bool) {
    let run = &mut scenario.run;
    if run.worlds == 1 && !worlds_asked {
        run.worlds = WORLDS;
    }
    if run.worlds > 1 && !replicates_asked {
        run.replicates = OF_A_PORTFOLIO;
    }
}

/// Where a comparison goes when nobody says: beside the results of a run, for it is lived in more worlds.
pub fn usual_folder(file: &Path) -> PathBuf {
    let mut name = default_path(file).into_os_string();
    name.push("-compare");
    name.into()
}
