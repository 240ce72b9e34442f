//! # The lives of a finished run
//!
//! `lives/KEY.lives`: each arm's lives, so that a grown design need not live them again (see [`super::kept`]). They
//! stand beside the results, not among them: who needs the room may remove them, and growing lives what is missing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;

use super::kept::{Keeper, Kept};
use super::layout::LIVES;
use super::manifest::life_hash;
use super::{Draft, Folder, FolderError, draft};
use crate::ensemble::{ArmLives, ArmPlan, Lived};

const ENDING: &str = ".lives";

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
    pub fn add(&mut self, plan: &ArmPlan, lived: &Lived) -> Result<(), FolderError> {
        if self.arm != plan.name {
            self.close()?;
            self.arm.clone_from(&plan.name);
            let key = life_hash(plan);
            // Arms that differ in nothing but their names have the same lives.
            if self.begun.insert(key.clone()) {
                let mut draft = self.folder.draft(&name(&key))?;
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
        let fault = |error: std::io::Error| FolderError::from_io(folder, &name(&key), &error);
        let found = Kept::read(&folder.join(name(&key)), &key, &plan.scenario, plan.lives()).map_err(fault)?;
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
        let file = folder.join(name(&key));
        let fault = |error: std::io::Error| FolderError::from_io(folder, &name(&key), &error);
        let whole = if file.exists() {
            Some(Kept::read(&file, &key, &plan.scenario, plan.lives()).map_err(fault)?.lives() == u64::from(plan.lives()))
        } else {
            None
        };
        found.insert(name(&key), whole);
    }
    Ok(found)
}

/// The file of the lives with this key, inside the folder.
pub(super) fn name(key: &str) -> String {
    format!("{LIVES}/{key}{ENDING}")
}

/// The files of lives that onfoot wrote, unfinished ones included, by their names inside the folder.
pub(super) fn files(folder: &Path) -> Result<Vec<String>, FolderError> {
    let fault = |error: &std::io::Error| FolderError::from_io(folder, LIVES, error);
    let entries = match fs::read_dir(folder.join(LIVES)) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(Vec::new()),
        entries => entries.map_err(|error| fault(&error))?,
    };
    let mut files = Vec::new();
    for entry in entries {
        let name = entry.map_err(|error| fault(&error))?.file_name().to_string_lossy().into_owned();
        if is_ours(&name) {
            files.push(format!("{LIVES}/{name}"));
        }
    }
    files.sort();
    Ok(files)
}

/// Whether somebody else would hardly give a file this name.
fn is_ours(name: &str) -> bool {
    let key = name.strip_suffix(ENDING).unwrap_or_default();
    key.len() == 64 && key.bytes().all(|byte| byte.is_ascii_hexdigit()) || draft::is_temporary(name)
}
