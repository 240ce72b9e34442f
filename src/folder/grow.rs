//! # Growing
//!
//! A finished folder whose design is only added to, by replicates, arms or hypotheses, is grown: its lives are taken over and
//! only those that are missing are lived. All of it is written in a place inside the folder, so that the folder stays whole
//! until the last of the new is on the disk; a manifest in that place says that it is. Then file after file takes its new
//! place, the manifest last. Whoever finds such a manifest goes on with the moving, so that being stopped at any moment leaves
//! the old folder, or the new one, or one that becomes the new one when it is next looked at.
//!
//! An arm is known by the fingerprint of its lives ([`life_hash`]), not by its name. Nothing that was lived is lost without
//! `--force`: every old arm must be there, in as many replicates.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::draft::Written;
use super::error::{FolderError, Unlike};
use super::inputs::Inputs;
use super::kept::Kept;
use super::layout::{self, FIGURES, GROWING, MANIFEST, RESOLVED, UNFINISHED};
use super::listing::{is_inside, lives_file, lives_files};
use super::manifest::{MODEL, Manifest, VERSION, design_hash, life_hash};
use super::marker::Marker;
use super::place::{Folder, is_own};
use crate::ensemble::ArmPlan;
use crate::ensemble::plan::plan;
use crate::scenario::Scenario;
use crate::scenario::disk;
use crate::scenario::read::read;

/// A finished folder that is to be grown.
#[derive(Clone, Debug)]
pub struct Growth {
    /// Where the new results are written.
    pub folder: Folder,
    /// Lives that are taken over, by the name that their arm now has.
    pub kept: BTreeMap<String, Kept>,
    /// How many these are.
    pub taken: u64,
    /// How many should have been there, but are not or cannot be trusted.
    pub unreadable: u64,
}

/// What is in the folder of a run before it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum There {
    /// These very results.
    All,
    /// So many of its lives, to be taken over.
    Some(u64),
}

impl There {
    /// Looks, and changes nothing; `None` where there is nothing that a run could take over.
    pub fn of(path: &Path, scenario: &Scenario, plans: &[ArmPlan], design: &str) -> Option<Self> {
        let home = Folder::of(path, design);
        let manifest = home.manifest().ok()??;
        if manifest.design_hash == design {
            return home.unaltered(&manifest).is_ok().then_some(Self::All);
        }
        let old = lived(path, &manifest).filter(|old| unlike(old, scenario, plans).is_none())?;
        let (kept, _) = taken_over(path, &old, plans);
        Some(Self::Some(kept.values().map(Kept::lives).sum()))
    }
}

impl Folder {
    /// Makes a finished folder of another design ready to be grown to this one, or says why not.
    ///
    /// # Errors
    /// [`FolderError::OtherDesign`] where it is of another version or unfinished, [`FolderError::OtherArm`] where something that was
    /// lived would be lost, and what the disk says.
    pub fn grow(path: &Path, scenario: &Scenario, plans: &[ArmPlan], design: &str, inputs: &Inputs) -> Result<Growth, FolderError> {
        let other = || FolderError::OtherDesign { path: path.to_path_buf() };
        let home = Folder { inputs: inputs.clone(), ..Folder::of(path, design) };
        let manifest = home.manifest()?.ok_or_else(other)?;
        let old = lived(path, &manifest).ok_or_else(other)?;
        home.unaltered(&manifest)?;
        if let Some((name, unlike)) = unlike(&old, scenario, plans) {
            return Err(FolderError::OtherArm { path: path.to_path_buf(), name, unlike });
        }
        home.spare_all()?;
        home.only_own(&manifest)?;
        let place = Folder { path: path.join(GROWING), home: Some(path.to_path_buf()), ..home };
        match place.read(UNFINISHED)?.and_then(|bytes| serde_json::from_slice::<Marker>(&bytes).ok()) {
            Some(marker) if marker.design_hash != design => {
                return Err(FolderError::OtherArm { path: path.to_path_buf(), name: String::new(), unlike: Unlike::Growing });
            }
            Some(_) => {}
            None => place.mark()?,
        }
        let (kept, expected) = taken_over(path, &old, plans);
        let taken = kept.values().map(Kept::lives).sum();
        Ok(Growth { folder: place, kept, taken, unreadable: expected - taken })
    }

    /// Refuses where somebody put a file of his own under a name that a run gives, for growing would replace it.
    fn only_own(&self, manifest: &Manifest) -> Result<(), FolderError> {
        let ours = |name: &String| {
            let apart = name.split('/').next().is_some_and(|first| first != FIGURES && name.contains('/'));
            apart || name == MANIFEST || manifest.files.iter().any(|row| row.file == *name)
        };
        match self.files()?.into_iter().find(|name| is_own(name) && !ours(name)) {
            Some(found) => Err(FolderError::OtherContents { path: self.path.clone(), found }),
            None => Ok(()),
        }
    }

    /// Goes on with moving what has grown into its place, if that was begun.
    pub(super) fn settle(path: &Path) -> Result<(), FolderError> {
        let (home, place) = (Folder::at(path), Folder::at(&path.join(GROWING)));
        let Some(new) = place.manifest()? else {
            // Neither whole nor under way: it was stopped after the last file was moved.
            let idle = place.read(UNFINISHED)?.is_none() && place.path.is_dir();
            return if idle { place.discard() } else { Ok(()) };
        };
        if let Some(old) = home.manifest()? {
            let gone = |row: &&Written| is_inside(&row.file) && new.files.iter().all(|kept| kept.file != row.file);
            old.files.iter().filter(gone).try_for_each(|row| home.remove(&row.file))?;
        }
        // A comparison of the old results is none of the new.
        layout::comparison().try_for_each(|file| home.remove(&file))?;
        for row in new.files.iter().filter(|row| is_inside(&row.file)) {
            home.bring(&place, &row.file)?;
        }
        lives_files(&place.path)?.iter().try_for_each(|file| home.bring(&place, file))?;
        home.bring(&place, MANIFEST)?;
        place.discard()
    }

    /// Removes what is left in the place of growing; nothing of it is of use to anybody.
    pub(super) fn discard(&self) -> Result<(), FolderError> {
        match fs::remove_dir_all(&self.path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(self.error("", &error)),
            _ => Ok(()),
        }
    }

    /// The same inside a folder.
    pub(super) fn discard_growth(&self) -> Result<(), FolderError> {
        Folder::at(&self.path.join(GROWING)).discard()
    }

    /// Moves a file here; one that is not there any more was moved before.
    fn bring(&self, from: &Folder, name: &str) -> Result<(), FolderError> {
        let target = self.path.join(name);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(|error| self.error(name, &error))?;
        }
        match fs::rename(from.path.join(name), &target) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(self.error(name, &error)),
            _ => Ok(()),
        }?;
        // Names must reach the disk in this order.
        target.parent().into_iter().for_each(disk::sync_folder);
        Ok(())
    }
}

/// What of these plans was lived in a finished folder, by the name that the arm now has, and how many lives it should be.
fn taken_over(path: &Path, old: &Scenario, plans: &[ArmPlan]) -> (BTreeMap<String, Kept>, u64) {
    let known: BTreeMap<String, u32> = plan(old).iter().map(|plan| (life_hash(plan), plan.lives())).collect();
    let (mut kept, mut expected) = (BTreeMap::new(), 0);
    for plan in plans {
        let key = life_hash(plan);
        let Some(&most) = known.get(&key) else { continue };
        // What cannot be read is lived anew, whatever the reason.
        if let Ok(found) = Kept::read(&path.join(lives_file(&key)), &key, &plan.scenario, most) {
            kept.insert(plan.name.clone(), found);
        }
        expected += u64::from(most);
    }
    (kept, expected)
}

/// The scenario that was lived in a finished folder, if this version would live it the same.
fn lived(path: &Path, manifest: &Manifest) -> Option<Scenario> {
    if manifest.version != VERSION || manifest.model != MODEL {
        return None;
    }
    let scenario = read(&path.join(RESOLVED), &[]).ok()?.scenario;
    (design_hash(&scenario) == manifest.design_hash).then_some(scenario)
}

/// What of the old would be lost: arms in a row, and how.
fn unlike(old: &Scenario, scenario: &Scenario, plans: &[ArmPlan]) -> Option<(String, Unlike)> {
    let new: BTreeMap<String, u32> = plans.iter().map(|plan| (life_hash(plan), plan.lives())).collect();
    let mut lost: BTreeMap<Unlike, Vec<String>> = BTreeMap::new();
    for old in plan(old) {
        let how = match new.get(&life_hash(&old)) {
            Some(&lives) if lives >= old.lives() => continue,
            Some(_) => Unlike::Fewer,
            None if plans.iter().any(|plan| plan.name == old.name) => Unlike::Changed,
            None => Unlike::Gone,
        };
        lost.entry(how).or_default().push(old.name);
    }
    if let Some((how, names)) = lost.into_iter().next() {
        return Some((names.join(", "), how));
    }
    // What was judged of a hypothesis is lost as much as a life.
    let judged = old.hypotheses.iter().find(|judged| !scenario.hypotheses.contains(judged))?;
    Some((judged.id.clone(), Unlike::Hypothesis))
}
