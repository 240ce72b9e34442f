//! # Where parts are kept
//!
//! A part is published once, whole or not at all, and never overwritten; the truth is the set of parts that are there.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::threads::prelude::*;

use super::kept::Kept;
use super::part::{self, Header, Refusal};
use crate::ensemble::keep::{Keep, Piece};
use crate::ensemble::{ArmLives, ArmPlan, LifeResult, weight};
use crate::observe::Life;
use crate::scenario::disk;
use crate::text::{Language, Text, text};
use crate::words::disk::on_disk;

/// The most bytes of a part of a sweep.
const LARGEST_PART: u64 = 1 << 30;

/// Keeps the parts of one design.
#[derive(Debug)]
pub struct Store {
    design: String,
    directory: PathBuf,
    /// Arm by arm, what a finished run left.
    kept: BTreeMap<String, Kept>,
    /// Parts that could not be trusted, by the names that they have now.
    aside: Mutex<Vec<String>>,
}

/// What went wrong with which file.
#[derive(Debug)]
pub struct StoreError {
    /// The file's name, without its folder.
    pub file: String,
    /// What went wrong.
    pub problem: Problem,
}

impl StoreError {
    /// The fault in words.
    pub fn say(&self, language: Language) -> String {
        const AGAIN: Text = text(
            "Remove it and go on with --resume: its replicates are run anew.",
            "Verwijder het en ga verder met --resume: de herhalingen erin worden opnieuw doorgerekend.",
        );
        let file = &self.file;
        let in_words = |en: String, nl: String| if language == Language::English { en } else { nl };
        let refused = |what: Text| format!("{file} {}. {}", what.get(language), AGAIN.get(language));
        match &self.problem {
            Problem::Refused(Refusal::Damaged) => refused(text("is damaged", "is beschadigd")),
            Problem::Refused(Refusal::OtherFormat) => {
                refused(text("was written by another version of onfoot", "werd geschreven door een andere versie van onfoot"))
            }
            Problem::Refused(Refusal::OtherDesign) => refused(text("belongs to another scenario", "hoort bij een ander scenario")),
            Problem::Refused(Refusal::OtherPiece) => refused(text("does not hold what its name says", "bevat niet wat zijn naam zegt")),
            Problem::Contradiction => in_words(
                format!("{file} holds other replicates for the same replicates. One of the two machines or versions cannot be trusted."),
                format!(
                    "{file} bevat andere herhalingen voor dezelfde herhalingen. Een van de twee machines of versies is niet te vertrouwen."
                ),
            ),
            Problem::Missing(replicate) => in_words(
                format!("Replicate {replicate} of arm {file} has not been run yet."),
                format!("Herhaling {replicate} van variant {file} is nog niet doorgerekend."),
            ),
            Problem::Disk(error) => {
                let why = on_disk(error, language);
                in_words(
                    format!("{file} cannot be read or written: {why}."),
                    format!("{file} kan niet gelezen of geschreven worden: {why}."),
                )
            }
        }
    }
}

/// What can go wrong with a part.
#[derive(Debug)]
pub enum Problem {
    /// It is not a part of this design.
    Refused(Refusal),
    /// The same lives were lived before, with another outcome.
    Contradiction,
    /// This arm lacks the life of this number.
    Missing(u32),
    /// The disk says no.
    Disk(io::Error),
}

impl Problem {
    /// Whether it is the part that cannot be trusted, and living its lives anew mends it. A part of another design says that
    /// something is wrong with the folder instead.
    fn is_of_the_part(&self) -> bool {
        match self {
            Self::Refused(refusal) => *refusal != Refusal::OtherDesign,
            Self::Disk(error) => disk::Unfit::of(error).is_some(),
            _ => false,
        }
    }

    fn at(self, file: &str) -> StoreError {
        StoreError { file: file.to_owned(), problem: self }
    }
}

impl Store {
    /// Parts are files in this directory, which is made when the first part is published.
    pub fn in_directory(directory: &Path, design_hash: &str) -> Self {
        Self { design: design_hash.to_owned(), directory: directory.to_owned(), kept: BTreeMap::new(), aside: Mutex::default() }
    }

    /// The same with lives that a finished run left, by the name of the arm; they are read only.
    #[must_use]
    pub fn with(self, kept: BTreeMap<String, Kept>) -> Self {
        Self { kept, ..self }
    }

    /// What a finished run left, by the name of the arm.
    pub fn kept(&self) -> &BTreeMap<String, Kept> {
        &self.kept
    }

    /// Parts that could not be trusted and were set aside, by the names that they have now.
    pub fn set_aside(&self) -> Vec<String> {
        self.aside.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Hands on the lives of one arm in the order of their numbers; of those that the plan asks for, none may be missing. No more
    /// than a part is in memory at a time.
    pub fn each<E: From<StoreError>>(&self, plan: &ArmPlan, mut take: impl FnMut(u32, &LifeResult) -> Result<(), E>) -> Result<(), E> {
        let mut next = 0;
        for piece in self.pieces(&plan.name)? {
            if piece.from > next || next >= plan.lives() {
                break;
            }
            // Parts of different attempts may overlap; that they agree is checked where all lives are read.
            if piece.to <= next {
                continue;
            }
            for (number, life) in (piece.from..plan.lives()).zip(&self.part(plan, &piece)?) {
                if number == next {
                    take(number, life)?;
                    next += 1;
                }
            }
        }
        if next < plan.lives() { Err(Problem::Missing(next).at(&plan.name).into()) } else { Ok(()) }
    }

    /// All lives of one arm, in the order of their numbers. Where parts overlap they must agree.
    pub fn lives(&self, plan: &ArmPlan) -> Result<ArmLives, StoreError> {
        self.reduced(plan, |_, _| ())
    }

    /// The same, each life reduced before the next part is read.
    fn reduced(&self, plan: &ArmPlan, reduce: impl Fn(u32, &mut Life)) -> Result<ArmLives, StoreError> {
        let mut lives: Vec<Option<LifeResult>> = vec![None; plan.lives() as usize];
        for piece in self.pieces(&plan.name)?.into_iter().filter(|piece| piece.from < plan.lives()) {
            for (number, mut life) in (piece.from..plan.lives()).zip(self.part(plan, &piece)?) {
                life.iter_mut().for_each(|life| reduce(number, life));
                match &mut lives[number as usize] {
                    Some(known) if !part::same(known, &life) => return Err(Problem::Contradiction.at(&part::file_name(&piece))),
                    slot => *slot = Some(life),
                }
            }
        }
        Ok(ArmLives::of(plan, complete(&plan.name, lives)?))
    }

    /// The lives of all arms, on all cores, each with its number reduced by `reduce` so that what nobody needs is not held.
    pub fn all_lives(&self, plans: &[ArmPlan], reduce: impl Fn(u32, &mut Life) + Sync) -> Result<Vec<ArmLives>, StoreError> {
        plans.par_iter().map(|plan| self.reduced(plan, &reduce)).collect()
    }

    /// The lives of one part.
    fn part(&self, plan: &ArmPlan, piece: &Piece) -> Result<Vec<LifeResult>, StoreError> {
        if let Some(read) = self.kept.get(&piece.arm).and_then(|kept| kept.part(piece)) {
            let name = part::file_name(piece);
            return read.map_err(|error| Problem::Disk(error).at(&name))?.map_err(|refusal| Problem::Refused(refusal).at(&name));
        }
        self.opened(piece, largest(plan, piece), |header, bytes| part::lives(&header, bytes))
    }

    /// Publishes a part of a sweep: its units, each with the rows of its points, of which so many failed.
    ///
    /// # Errors
    /// What cannot be written, and that other rows stand there.
    pub fn publish_units<T: Serialize>(&self, piece: Piece, units: &[T], failed: u32) -> Result<(), StoreError> {
        let header = Header { format: part::FORMAT, design: self.design.clone(), piece, failed };
        let bytes = part::encode_rows(&header, units);
        self.put(&header, &bytes)
    }

    /// The units of one part of a sweep.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn units<T: DeserializeOwned>(&self, piece: &Piece) -> Result<Vec<T>, StoreError> {
        self.opened(piece, LARGEST_PART, |header, bytes| part::rows(&header, bytes))
    }

    /// The parts of a sweep, by first unit.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn parts_of(&self, arm: &str) -> Result<Vec<Piece>, StoreError> {
        self.pieces(arm)
    }

    /// The parts of a sweep that are there and whole, by first unit. One that cannot be trusted is set aside.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn units_there<T: DeserializeOwned>(&self, arm: &str) -> Result<Vec<Piece>, StoreError> {
        let mut there = Vec::new();
        for piece in self.pieces(arm)? {
            match self.opened(&piece, LARGEST_PART, |header, bytes| part::rows::<T>(&header, bytes).map(drop)) {
                Ok(()) => there.push(piece),
                Err(fault) if fault.problem.is_of_the_part() => self.put_aside(&piece)?,
                Err(fault) => return Err(fault),
            }
        }
        Ok(there)
    }

    /// Gives a part that cannot be trusted another name.
    fn put_aside(&self, piece: &Piece) -> Result<(), StoreError> {
        let (old, new) = (part::file_name(piece), format!("{}.damaged", part::file_name(piece)));
        match fs::rename(self.directory.join(&old), self.directory.join(&new)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()), // somebody else did so
            renamed => renamed.map_err(|error| Problem::Disk(error).at(&old))?,
        }
        self.aside.lock().unwrap_or_else(PoisonError::into_inner).push(new);
        Ok(())
    }

    /// The headers of this arm's parts that are there, hold any of these lives and are whole, by first life. A part that cannot be trusted
    /// is set aside under
    /// another name, so that its lives are lived anew.
    fn headers(&self, plan: &ArmPlan, lives: (u32, u32)) -> Result<Vec<Header>, StoreError> {
        let kept: BTreeMap<(u32, u32), u32> =
            self.kept_pieces(&plan.name).map(|(piece, failed)| ((piece.from, piece.to), failed)).collect();
        let header = |piece: Piece| match kept.get(&(piece.from, piece.to)) {
            Some(&failed) => Ok(Header { format: part::FORMAT, design: self.design.clone(), piece, failed }),
            None => self.opened(&piece, largest(plan, &piece), |header, _| Ok(header)),
        };
        let trusted = |piece: Piece| match header(piece.clone()) {
            Err(fault) if fault.problem.is_of_the_part() => self.put_aside(&piece).map(|()| None),
            found => found.map(Some),
        };
        let asked = self.pieces(&plan.name)?.into_iter().filter(|piece| piece.has_any(lives));
        asked.filter_map(|piece| trusted(piece).transpose()).collect()
    }

    /// Publishes a part; if it is there already, makes sure that it says the same.
    fn keep(&self, piece: Piece, lives: &[LifeResult]) -> Result<(), StoreError> {
        let failed = lives.iter().filter(|life| life.is_err()).count() as u32;
        let header = Header { format: part::FORMAT, design: self.design.clone(), piece, failed };
        let bytes = part::encode(&header, lives);
        self.put(&header, &bytes)
    }

    fn put(&self, header: &Header, bytes: &[u8]) -> Result<(), StoreError> {
        let name = part::file_name(&header.piece);
        if publish_file(&self.directory, &name, bytes).map_err(|error| Problem::Disk(error).at(&name))? {
            return Ok(());
        }
        // Somebody else was first. How long a life took may differ; the lives may not.
        let ours = part::open(bytes, &self.design, &header.piece).map_err(|refusal| Problem::Refused(refusal).at(&name))?.1;
        let same = self.opened(&header.piece, bytes.len() as u64, |_, theirs| Ok(theirs == ours))?;
        if same { Ok(()) } else { Err(Problem::Contradiction.at(&name)) }
    }

    /// Reads one part and hands what it holds to `read`.
    fn opened<T>(&self, piece: &Piece, largest: u64, read: impl FnOnce(Header, &[u8]) -> Result<T, Refusal>) -> Result<T, StoreError> {
        let name = part::file_name(piece);
        let bytes = disk::read(&self.directory.join(&name), largest).map_err(|error| Problem::Disk(error).at(&name))?;
        part::open(&bytes, &self.design, piece)
            .and_then(|(header, lives)| read(header, lives))
            .map_err(|refusal| Problem::Refused(refusal).at(&name))
    }

    /// The pieces of this arm whose parts are there, by first life.
    fn pieces(&self, arm: &str) -> Result<Vec<Piece>, StoreError> {
        let names = file_names(&self.directory).map_err(|error| Problem::Disk(error).at(arm))?;
        let mut pieces: Vec<Piece> = names.iter().filter_map(|name| part::named(arm, name)).collect();
        pieces.extend(self.kept_pieces(arm).map(|(piece, _)| piece));
        pieces.sort_by_key(|piece| (piece.from, piece.to));
        pieces.dedup();
        Ok(pieces)
    }

    /// What a finished run left of this arm.
    fn kept_pieces(&self, arm: &str) -> impl Iterator<Item = (Piece, u32)> {
        self.kept.get_key_value(arm).into_iter().flat_map(|(arm, kept)| kept.pieces(arm))
    }
}

impl Keep for Store {
    type Fault = StoreError;

    fn there(&self, plan: &ArmPlan, lives: (u32, u32)) -> Result<Vec<(Piece, u32)>, StoreError> {
        Ok(self.headers(plan, lives)?.into_iter().map(|header| (header.piece, header.failed)).collect())
    }

    fn publish(&self, piece: Piece, lives: Vec<LifeResult>) -> Result<(), StoreError> {
        self.keep(piece, &lives)
    }
}

/// The most bytes that a part with these lives can have.
fn largest(plan: &ArmPlan, piece: &Piece) -> u64 {
    weight::most(&plan.scenario).saturating_mul(u64::from(piece.to - piece.from))
}

/// Every value, or the number of the first that is none.
fn complete<T>(arm: &str, values: Vec<Option<T>>) -> Result<Vec<T>, StoreError> {
    let missing = values.iter().position(Option::is_none);
    match missing {
        Some(number) => Err(Problem::Missing(number as u32).at(arm)),
        None => Ok(values.into_iter().flatten().collect()),
    }
}

/// The names in a directory; none if it is not there yet.
fn file_names(directory: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(directory) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

/// Writes a file that appears whole or not at all; `false` if one of that name was there already.
fn publish_file(directory: &Path, name: &str, bytes: &[u8]) -> io::Result<bool> {
    publish(directory, &directory.join(name), bytes)
}

/// The same for a file in another folder, made ready in this one.
pub(super) fn publish(directory: &Path, shown: &Path, bytes: &[u8]) -> io::Result<bool> {
    fs::create_dir_all(directory)?;
    let name = shown.file_name().unwrap_or_default().to_string_lossy();
    let (hidden, written) = write_hidden(directory, &name, bytes);
    let linked = written.and_then(|()| link(&hidden, shown));
    let _ = fs::remove_file(&hidden); // gone already if it was renamed; a leftover is never read
    let published = linked?;
    shown.parent().into_iter().for_each(disk::sync_folder); // not every system can; the file itself is safe by now
    Ok(published)
}

/// Tries to find a hidden name that nobody has.
const TRIES: u32 = 10_000;

/// Writes a file under a hidden name that nobody else has: on two computers, or in two containers, processes may have the same number.
fn write_hidden(directory: &Path, name: &str, bytes: &[u8]) -> (PathBuf, io::Result<()>) {
    static NONCE: AtomicU32 = AtomicU32::new(0);
    let mut left = TRIES;
    loop {
        let nonce = NONCE.fetch_add(1, Ordering::Relaxed);
        let hidden = directory.join(format!(".tmp-{name}-{}-{nonce}", std::process::id()));
        left -= 1;
        match File::create_new(&hidden) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && left > 0 => {}
            Err(error) => return (hidden, Err(error)),
            Ok(mut file) => return (hidden, file.write_all(bytes).and_then(|()| file.sync_all())),
        }
    }
}

/// Gives a finished file its name unless the name is taken. A hard link does so in one step; where there are none, a rename
/// is harmless, because whoever comes second brings the same lives.
fn link(hidden: &Path, shown: &Path) -> io::Result<bool> {
    match fs::hard_link(hidden, shown) {
        Ok(()) => Ok(true),
        Err(_) if shown.try_exists()? => Ok(false),
        Err(_) => fs::rename(hidden, shown).map(|()| true),
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::*;

    #[test]
    fn the_file_is_named_and_the_remedy_said() {
        let damaged = StoreError { file: "main-1.part".into(), problem: Problem::Refused(Refusal::Damaged) };
        assert_eq!(
            damaged.say(Language::English),
            "main-1.part is damaged. Remove it and go on with --resume: its replicates are run anew."
        );
        let full = StoreError { file: "main-1.part".into(), problem: Problem::Disk(ErrorKind::StorageFull.into()) };
        assert_eq!(full.say(Language::Dutch), "main-1.part kan niet gelezen of geschreven worden: de schijf is vol.");
    }
}
