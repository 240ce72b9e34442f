//! # One life of a folder, lived again
//!
//! `why` and `story` ask what changed trust. Nothing of that is stored: the life they ask about is lived again with its trust
//! ledger, which takes a moment and needs the same version that made the folder.

use std::path::{Path, PathBuf};

use super::arguments::Life;
use super::hold;
use crate::doubt::Headline;
use crate::dynamics::ledger::{Holder, Page};
use crate::ensemble::ArmPlan;
use crate::ensemble::live::live_with_ledger;
use crate::ensemble::plan::plan;
use crate::folder::manifest::VERSION;
use crate::folder::{Contents, Folder, FolderError, Inputs, Kind, RESOLVED, Shelf, Written};
use crate::organisation::sizes;
use crate::random::Dice;
use crate::report::codebook;
use crate::report::figure::{Figure, FigureError, Provenance, draw_one};
use crate::scenario::near::nearest;
use crate::scenario::read::read;
use crate::scenario::{Referent, Scenario};
use crate::table::Dialect;
use crate::text::Language;
use crate::words::screen::{relive as words, verify};

/// A life of a finished folder.
pub(super) struct Relived {
    /// The scenario with all its arms.
    pub scenario: Scenario,
    /// The arm.
    pub plan: ArmPlan,
    /// Whether there are other arms.
    pub several: bool,
    /// The number of the life among those of its arm.
    pub number: u32,
    /// Where it comes from.
    pub provenance: Provenance,
    /// How the folder writes CSV.
    pub dialect: Dialect,
    /// Seats of each team.
    sizes: Vec<u32>,
}

impl Relived {
    /// The life that is asked for, or why there is none.
    pub fn find(dir: &Path, asked: &Life, language: Language) -> Result<Relived, String> {
        let shown = super::run::shown(dir);
        let _hold = hold::look(dir).map_err(|fault| fault.say(language))?;
        let (folder, manifest) =
            Folder::finished(dir).map_err(|fault| fault.say(language))?.ok_or_else(|| words::not_finished(&shown, language))?;
        if manifest.version != VERSION {
            return Err(verify::other_version(&manifest.version, VERSION, language));
        }
        let altered = || verify::OTHER_DESIGN.get(language).to_owned();
        let scenario = read(&folder.path().join(RESOLVED), &[]).map_err(|_| altered())?.scenario;
        if crate::folder::manifest::design_hash(&scenario) != manifest.design_hash {
            return Err(altered());
        }
        let plans = plan(&scenario);
        let several = plans.iter().filter(|plan| !plan.is_twin).count() > 1;
        let names: Vec<&str> = plans.iter().map(|plan| plan.name.as_str()).collect();
        let at = match &asked.arm {
            Some(name) => {
                let known = plans.iter().position(|plan| plan.name == *name);
                known.ok_or_else(|| words::no_arm(name, &names, nearest(name, names.iter().copied()), language))?
            }
            None => leading(&plans),
        };
        let (replicates, worlds) = (scenario.run.replicates, scenario.run.worlds);
        if asked.replicate >= replicates {
            return Err(words::no_replicate(asked.replicate, replicates, language));
        }
        if asked.world >= worlds {
            return Err(words::no_world(asked.world, worlds, language));
        }
        let plan = plans[at].clone();
        let number = asked.replicate * worlds + asked.world;
        let design_hash = manifest.design_hash.chars().take(8).collect();
        let provenance = Provenance { version: manifest.version, design_hash, seed: manifest.seed };
        let sizes = sizes(&plan.scenario, Dice::new(plan.scenario.run.seed, plan.dice(number)));
        Ok(Relived { scenario, plan, several, number, provenance, dialect: manifest.csv, sizes })
    }

    /// Lives it with the ledger of these.
    pub fn live(&self, holders: &[Holder]) -> (crate::observe::Life, Vec<Vec<Page>>) {
        live_with_ledger(&self.plan.scenario_of(self.number), self.plan.dice(self.number), holders)
    }

    /// How many teams there are.
    pub fn teams(&self) -> u32 {
        self.sizes.len() as u32
    }

    /// How many seats there are.
    pub fn seats(&self) -> u32 {
        self.sizes.iter().sum()
    }

    /// The team of a seat, and its place there; the leader sits at 0.
    pub fn team_of(&self, seat: u32) -> Option<(u32, u32)> {
        let mut first = 0;
        (0..).zip(&self.sizes).find_map(|(team, size)| {
            let place = seat.checked_sub(first).filter(|place| place < size);
            first += size;
            place.map(|place| (team, place))
        })
    }

    /// The seat of a team's leader.
    pub fn leader_of(&self, team: u32) -> u32 {
        self.sizes.iter().take(team as usize).sum()
    }

    /// Trust in whom is asked about when nobody says: whoever breaks it first.
    pub fn headline(&self) -> Referent {
        Headline::of(&self.scenario).referent
    }

    /// The life in words: arm, replicate and world as far as there are several.
    pub fn named(&self, language: Language) -> Vec<String> {
        let turn = self.plan.turn(self.number);
        let run = &self.scenario.run;
        let arm = self.several.then(|| crate::words::screen::run::arm(&self.plan.name, language));
        let replicate = (run.replicates > 1).then(|| words::replicate(turn.replicate, language));
        let world = (run.worlds > 1).then(|| words::world(turn.world, language));
        [arm, replicate, world].into_iter().flatten().collect()
    }

    /// The life in the name of a file.
    pub fn stem(&self) -> String {
        let turn = self.plan.turn(self.number);
        let plain = |c: char| if c.is_alphanumeric() || c == '-' { c } else { '_' };
        let mut stem = if self.several { format!("{}-", self.plan.name.chars().map(plain).collect::<String>()) } else { String::new() };
        if self.scenario.run.replicates > 1 {
            stem += &format!("r{}-", turn.replicate);
        }
        if self.scenario.run.worlds > 1 {
            stem += &format!("w{}-", turn.world);
        }
        stem
    }
}

/// Puts the picture that answers a question about a life of `dir` beside it, or where it was asked for; the name of the picture.
pub(super) fn keep(
    dir: &Path,
    asked: Option<&Path>,
    kind: Kind,
    name: &str,
    figure: &Figure,
    dialect: Dialect,
    language: Language,
) -> Result<PathBuf, String> {
    let say = |fault: FolderError| fault.say(language);
    let folder = asked.map_or_else(|| dir.join(kind.key()), Path::to_path_buf);
    let _hold = hold::moment(asked.unwrap_or(dir)).map_err(say)?;
    let inputs = Folder::anywhere(dir).files().map_err(say)?.into_iter().filter(|name| !name.starts_with(kind.key()));
    let inputs = Inputs::files(inputs.map(|name| dir.join(name)));
    let shelf = Shelf::within(&folder, kind, &inputs).map_err(say)?;
    let before = shelf.kept().to_vec();
    let written = shelf.writing(dialect).fill_with(Contents::new(kind, "", Vec::new()), |folder| {
        let mut files = draw_one(folder, name, figure, language)?;
        // Only in a folder that holds nothing else: where somebody asked for the picture a codebook may be of other tables.
        if asked.is_none() {
            let tables: Vec<Written> =
                files.iter().chain(before.iter().filter(|old| files.iter().all(|new| new.file != old.file))).cloned().collect();
            files.push(codebook::write_of_answers(folder, figure.name, &tables)?);
        }
        Ok(files)
    });
    written.map_err(|fault: FigureError| fault.say(language))?;
    Ok(folder.join(format!("{name}.svg")))
}

/// The first arm in which trust is broken, or the first.
fn leading(plans: &[ArmPlan]) -> usize {
    let broken = |plan: &ArmPlan| !plan.is_twin && !plan.scenario.breach_days().is_empty();
    plans.iter().position(broken).or_else(|| plans.iter().position(|plan| !plan.is_twin)).unwrap_or(0)
}
