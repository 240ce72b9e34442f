//! # The lives of a finished run
//!
//! `lives/KEY.lives`: each arm's lives, so that a grown design need not live them again (see [`super::kept`]). They
//! stand beside the results, not among them: who needs the room may remove them, and growing lives what is missing.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use super::draft::Draft;
use super::error::FolderError;
use super::kept::{Keeper, Kept};
use super::listing::lives_file;
use super::manifest::life_hash;
use super::place::Folder;
use crate::ensemble::{ArmLives, ArmPlan, LifeResult};

/// The files of a run's lives while they are being written.
#[derive(Debug)]
pub struct LivesFiles {
    folder: Folder,
    arm: String,
    current: Option<(Draft, Keeper)>,
    done: Vec<Draft>,
    begun: BTreeSet<String>,
    kept: BTreeMap<String, Kept>,
}

impl LivesFiles {
    /// Nothing yet; what was kept of an arm before is copied where it can be.
    pub fn begin(folder: &Folder, kept: &BTreeMap<String, Kept>) -> Self {
        let kept = kept.clone();
        Self { folder: folder.clone(), arm: String::new(), current: None, done: Vec::new(), begun: BTreeSet::new(), kept }
    }

    /// Adds the life that comes next: arms in the order of the plans, numbers ascending.
    ///
    /// # Errors
    /// What the disk says.
    pub fn add(&mut self, plan: &ArmPlan, lived: &LifeResult) -> Result<(), FolderError> {
        if self.arm != plan.name {
            self.close()?;
            self.arm.clone_from(&plan.name);
            let key = life_hash(plan);
            // Arms that differ in nothing but their names have the same lives.
            if self.begun.insert(key.clone()) {
                let mut draft = self.folder.draft(&lives_file(&key))?;
                draft.write_all(Keeper::mark()).map_err(|error| draft.error(&error))?;
                self.current = Some((draft, Keeper::new(&key, &plan.scenario, self.kept.remove(&plan.name))));
            }
        }
        if let Some((draft, keeper)) = &mut self.current
            && let Some(bytes) = keeper.add(lived)
        {
            draft.write_all(&bytes).map_err(|error| draft.error(&error))?;
        }
        Ok(())
    }

    /// Gives all files their names.
    ///
    /// # Errors
    /// What the disk says.
    pub fn finish(mut self) -> Result<(), FolderError> {
        self.close()?;
        self.done.into_iter().try_for_each(|draft| draft.publish(None).map(|_| ()))
    }

    fn close(&mut self) -> Result<(), FolderError> {
        if let Some((mut draft, mut keeper)) = self.current.take() {
            if let Some(bytes) = keeper.rest() {
                draft.write_all(&bytes).map_err(|error| draft.error(&error))?;
            }
            self.done.push(draft);
        }
        Ok(())
    }
}

/// The lives of a finished run as it kept them, but for the answers to surveys; `None` if they are not all there any more.
///
/// # Errors
/// What the disk says.
pub fn kept(folder: &Path, plans: &[ArmPlan]) -> Result<Option<Vec<ArmLives>>, FolderError> {
    let mut arms = Vec::with_capacity(plans.len());
    for plan in plans {
        let key = life_hash(plan);
        let fault = |error: std::io::Error| FolderError::from_io(folder, &lives_file(&key), &error);
        let found = Kept::read(&folder.join(lives_file(&key)), &key, &plan.scenario, plan.lives()).map_err(fault)?;
        let Some(mut lives) = found.all(&plan.name, plan.lives()).map_err(fault)? else { return Ok(None) };
        lives.iter_mut().flatten().for_each(|life| (life.survey, life.pairs) = Default::default());
        arms.push(ArmLives::of(plan, lives));
    }
    Ok(Some(arms))
}

/// The files that a run of these plans keeps of its lives, in the order of their names: whether each is whole, or is not there.
///
/// # Errors
/// What the disk says.
pub fn lives_kept(folder: &Path, plans: &[ArmPlan]) -> Result<BTreeMap<String, Option<bool>>, FolderError> {
    let mut found = BTreeMap::new();
    for plan in plans {
        let key = life_hash(plan);
        let file = folder.join(lives_file(&key));
        let fault = |error: std::io::Error| FolderError::from_io(folder, &lives_file(&key), &error);
        let whole = if file.exists() {
            Some(Kept::read(&file, &key, &plan.scenario, plan.lives()).map_err(fault)?.lives() == u64::from(plan.lives()))
        } else {
            None
        };
        found.insert(lives_file(&key), whole);
    }
    Ok(found)
}
