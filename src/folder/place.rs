//! # The folder itself
//!
//! Prepared, written to, completed, cleared.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::contents::Contents;
use super::draft::{self, Draft, Written};
use super::error::FolderError;
use super::format::Dialect;
use super::inputs::Inputs;
use super::layout::{
    self, CLUSTER, CODEBOOK, COMPARISON, FIGURES, GROWING, HOLD, LIVES, MANIFEST, PARTS, RESOLVED, SCENARIO, STORY, UNFINISHED, WHY,
};
use super::listing::{is_inside, lives_files};
use super::manifest::{Manifest, VERSION, to_json};
use super::marker::Marker;
use crate::scenario::disk;

/// How many folders deep a folder of results is looked through.
const DEEP: usize = 3;

/// A folder that may be written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    pub(super) path: PathBuf,
    pub(super) design_hash: String,
    /// How its CSV is written.
    pub(super) dialect: Dialect,
    /// The finished folder to which this one is to grow.
    pub(super) home: Option<PathBuf>,
    /// What is read and must never be written over.
    pub(super) inputs: Inputs,
    /// The files that may be replaced; any, if it is not said.
    pub(super) known: Option<Vec<String>>,
}

/// What a folder holds for a run that wants to write there.
#[derive(Clone, Debug, PartialEq)]
pub enum FolderState<F> {
    /// These very results: this is their manifest.
    Complete(Box<Manifest>),
    /// Nothing that matters, or parts of them, which are kept.
    Open(F),
}

/// The name of a scenario: that of its file without its ending, or that of its folder where the file is called `scenario.toml`, as
/// `onfoot new` calls it.
pub fn name_of(scenario: &Path) -> String {
    let plain = || scenario.file_stem().unwrap_or("scenario".as_ref()).to_string_lossy().into_owned();
    if scenario.file_name().is_none_or(|name| name != SCENARIO) {
        return plain();
    }
    let folder = scenario.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let known = |folder: &Path| folder.file_name().map(|name| name.to_string_lossy().into_owned());
    known(folder).or_else(|| known(&fs::canonicalize(folder).ok()?)).unwrap_or_else(plain)
}

/// Where a scenario's results go when nobody says so: `output/` and its name.
pub fn default_path(scenario: &Path) -> PathBuf {
    Path::new("output").join(name_of(scenario))
}

impl Folder {
    /// Makes the folder itself, if it is not there.
    pub(super) fn make(path: &Path) -> Result<(), FolderError> {
        match fs::metadata(path) {
            Ok(found) if !found.is_dir() => Err(FolderError::NotAFolder { path: path.to_path_buf() }),
            Ok(_) => Ok(()),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                fs::create_dir_all(path).map_err(|error| FolderError::from_io(path, "", &error))
            }
            Err(error) => Err(FolderError::from_io(path, "", &error)),
        }
    }

    /// Makes `path` ready for the design with this hash, or says why not.
    ///
    /// `force` starts anew over results of another design and beside files of other origin. It removes only what onfoot wrote.
    pub fn prepare(path: &Path, design_hash: &str, force: bool) -> Result<FolderState<Self>, FolderError> {
        Self::prepare_beside(path, design_hash, force, &Inputs::default())
    }

    /// The same where these files are read, none of which is ever written over, forced or not.
    pub fn prepare_beside(path: &Path, design_hash: &str, force: bool, inputs: &Inputs) -> Result<FolderState<Self>, FolderError> {
        let folder = Folder { inputs: inputs.clone(), ..Self::of(path, design_hash) };
        Self::make(path)?;
        Self::settle(path)?;
        let manifest = folder.manifest()?;
        let marker = folder.read(UNFINISHED)?.and_then(|bytes| serde_json::from_slice::<Marker>(&bytes).ok());
        if force {
            folder.spare_all()?;
            folder.clear(manifest.as_ref(), marker.is_some())?;
            return folder.start();
        }
        if let Some(manifest) = manifest {
            folder.same_design(&manifest.design_hash)?;
            folder.unaltered(&manifest)?;
            if marker.is_some() || folder.parts().is_dir() {
                folder.sweep()?; // the run was stopped between its manifest and its sweeping, or a part came too late
            }
            return Ok(FolderState::Complete(Box::new(manifest)));
        }
        if let Some(marker) = marker {
            folder.same_design(&marker.design_hash)?;
            folder.spare_all()?;
            return Ok(FolderState::Open(folder));
        }
        match folder.first_entry()? {
            Some(found) => Err(FolderError::OtherContents { path: folder.path, found }),
            None => folder.start(),
        }
    }

    /// A finished folder and what its manifest says; `None` if there is no manifest that this version can read.
    pub fn finished(path: &Path) -> Result<Option<(Folder, Manifest)>, FolderError> {
        Self::settle(path)?;
        let folder = Self::at(path);
        let manifest = folder.manifest()?;
        Ok(manifest.map(|manifest| (Folder { design_hash: manifest.design_hash.clone(), dialect: manifest.csv, ..folder }, manifest)))
    }

    /// What the manifest of a run says; `None` if there is none, or none that this version can read.
    ///
    /// # Errors
    /// What the disk says.
    pub fn manifest(&self) -> Result<Option<Manifest>, FolderError> {
        Ok(self.read(MANIFEST)?.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
    }

    /// What the manifest of a folder of other results says; `None` if it is a run's, or not there.
    ///
    /// # Errors
    /// What the disk says.
    pub fn contents(&self) -> Result<Option<Contents>, FolderError> {
        Ok(self.read(MANIFEST)?.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
    }

    /// A folder that is no run's, whose files are only to be recorded.
    pub fn anywhere(path: &Path) -> Self {
        Self::at(path)
    }

    /// A folder of whatever design.
    pub(super) fn at(path: &Path) -> Self {
        Self::of(path, "")
    }

    pub(super) fn of(path: &Path, design_hash: &str) -> Self {
        let (inputs, known, dialect) = (Inputs::default(), None, Dialect::default());
        Folder { path: path.to_path_buf(), design_hash: design_hash.to_owned(), dialect, home: None, inputs, known }
    }

    /// Where it is, as the user typed it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The same folder, in which CSV is written so.
    #[must_use]
    pub fn writing(self, dialect: Dialect) -> Self {
        Folder { dialect, ..self }
    }

    /// How its CSV is written.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The design that it is for.
    pub fn design_hash(&self) -> &str {
        &self.design_hash
    }

    /// Where the parts of the run are kept until it is complete.
    pub fn parts(&self) -> PathBuf {
        self.path.join(PARTS)
    }

    /// Begins a file, which gets its name when it is published.
    pub fn draft(&self, name: &str) -> Result<Draft, FolderError> {
        self.spare(name)?;
        if self.known.as_ref().is_some_and(|known| known.iter().all(|own| own != name)) && self.path.join(name).exists() {
            return Err(FolderError::OtherContents { path: self.path.clone(), found: name.to_owned() });
        }
        Draft::begin(&self.path, name)
    }

    /// Writes a whole file.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<Written, FolderError> {
        let mut draft = self.draft(name)?;
        std::io::Write::write_all(&mut draft, bytes).map_err(|error| self.error(name, &error))?;
        draft.publish(None)
    }

    /// The record of a file that somebody else put there, such as a figure.
    pub fn record(&self, name: &str) -> Result<Written, FolderError> {
        draft::record(&self.path, name)
    }

    /// Writes the manifest, which completes the folder, and sweeps away what only an unfinished one needs. What has grown takes
    /// its place.
    pub fn complete(&self, manifest: &Manifest) -> Result<Written, FolderError> {
        // Tables of an attempt that was stopped which the whole run does not have, say in another form.
        let marker = self.read(UNFINISHED)?.and_then(|bytes| serde_json::from_slice::<Marker>(&bytes).ok());
        let stale = |file: &&String| is_inside(file) && manifest.files.iter().all(|row| row.file != **file);
        marker.iter().flat_map(|marker| &marker.tables).filter(stale).try_for_each(|file| self.remove(file))?;
        let written = self.write(MANIFEST, &to_json(manifest))?;
        self.sweep()?;
        self.home.as_deref().map_or(Ok(()), Self::settle)?;
        Ok(written)
    }

    /// An error at one of its files.
    pub(crate) fn error(&self, name: &str, error: &std::io::Error) -> FolderError {
        FolderError::from_io(&self.path, name, error)
    }

    /// The bytes of a file; `None` if it is not there.
    pub(super) fn read(&self, name: &str) -> Result<Option<Vec<u8>>, FolderError> {
        match disk::read(&self.path.join(name), disk::LARGEST_TEXT) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.error(name, &error)),
        }
    }

    /// Refuses to touch a file that is read.
    pub(super) fn spare(&self, name: &str) -> Result<(), FolderError> {
        let path = self.path.join(name);
        if self.inputs.has(&path) { Err(FolderError::IsInput { path }) } else { Ok(()) }
    }

    /// Refuses before anything is lived where a file that is read stands in the place of one that a run writes.
    pub(super) fn spare_all(&self) -> Result<(), FolderError> {
        self.files()?.iter().filter(|name| is_own(name)).try_for_each(|name| self.spare(name))
    }

    /// Every file in the folder and the folders in it, by its name with forward slashes, in order; what is unfinished, says who
    /// is at work or runs parts on a cluster apart.
    pub fn files(&self) -> Result<Vec<String>, FolderError> {
        let mut files = Vec::new();
        self.list("", DEEP, &mut files)?;
        files.sort();
        Ok(files)
    }

    fn list(&self, under: &str, deep: usize, files: &mut Vec<String>) -> Result<(), FolderError> {
        for entry in fs::read_dir(self.path.join(under)).map_err(|error| self.error(under, &error))? {
            let entry = entry.map_err(|error| self.error(under, &error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if draft::is_temporary(&name) || under.is_empty() && [HOLD, PARTS, GROWING, CLUSTER].contains(&name.as_str()) {
                continue;
            }
            let name = if under.is_empty() { name } else { format!("{under}/{name}") };
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder && deep > 0 { self.list(&name, deep - 1, files)? } else { files.push(name) }
        }
        Ok(())
    }

    fn start(self) -> Result<FolderState<Self>, FolderError> {
        self.spare_all()?;
        self.mark()?;
        Ok(FolderState::Open(self))
    }

    /// Says whose it is while it is unfinished.
    pub(super) fn mark(&self) -> Result<(), FolderError> {
        self.mark_tables(Vec::new())
    }

    /// The same while it holds these tables of what is done.
    ///
    /// # Errors
    /// What the disk says.
    pub fn mark_tables(&self, tables: Vec<String>) -> Result<(), FolderError> {
        self.write(UNFINISHED, &self.marker(tables)).map(|_| ())
    }

    /// What says whose it is while it is unfinished.
    pub(super) fn marker(&self, tables: Vec<String>) -> Vec<u8> {
        to_json(&Marker { version: VERSION.to_owned(), design_hash: self.design_hash.clone(), tables })
    }

    pub(super) fn same_design(&self, found: &str) -> Result<(), FolderError> {
        if found == self.design_hash { Ok(()) } else { Err(FolderError::OtherDesign { path: self.path.clone() }) }
    }

    /// Whether every file is still there in the size that the manifest says.
    pub(super) fn unaltered(&self, manifest: &Manifest) -> Result<(), FolderError> {
        let altered =
            manifest.files.iter().find(|row| fs::metadata(self.path.join(&row.file)).map_or(true, |found| found.len() != row.bytes));
        match altered {
            Some(row) => Err(FolderError::Altered { path: self.path.clone(), file: row.file.clone() }),
            None => Ok(()),
        }
    }

    /// The name of something that is there, leftovers of a broken start apart; the same whatever order the system lists in.
    pub(super) fn first_entry(&self) -> Result<Option<String>, FolderError> {
        let mut first: Option<String> = None;
        for entry in fs::read_dir(&self.path).map_err(|error| self.error("", &error))? {
            let entry = entry.map_err(|error| self.error("", &error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // nothing is lost with a folder in which there is nothing
            let empty = fs::read_dir(entry.path()).is_ok_and(|mut within| within.next().is_none());
            if !empty && !draft::is_temporary(&name) && name != HOLD && first.as_ref().is_none_or(|first| name < *first) {
                first = Some(name);
            }
        }
        Ok(first)
    }

    /// Removes an earlier run: what its manifest lists and, if it is marked as onfoot's, its tables.
    fn clear(&self, manifest: Option<&Manifest>, marked: bool) -> Result<(), FolderError> {
        let others = self.contents()?;
        self.remove(MANIFEST)?; // first, so that no half-cleared folder counts as complete
        for row in manifest.iter().flat_map(|manifest| &manifest.files).filter(|row| is_inside(&row.file)) {
            self.remove(&row.file)?;
        }
        // results of another command, as far as nobody changed them since
        for row in others.iter().flat_map(|others| &others.files).filter(|row| is_inside(&row.file)) {
            if self.record(&row.file).is_ok_and(|found| found.sha256 == row.sha256) {
                self.remove(&row.file)?;
            }
        }
        if marked || manifest.is_some() {
            self.discard_growth()?;
            lives_files(&self.path)?.iter().try_for_each(|file| self.remove(file))?;
            layout::comparison().try_for_each(|file| self.remove(&file))?;
            self.asked_of()?.iter().try_for_each(|file| self.remove(file))?;
            for folder in [LIVES, WHY, STORY] {
                let _ = fs::remove_dir(self.path.join(folder)); // unless somebody keeps something of his own there
            }
        }
        if marked {
            for name in layout::TABLES {
                self.remove(&format!("{name}.csv"))?;
                self.remove(&format!("{name}.parquet"))?;
            }
            self.remove(CODEBOOK)?;
            self.remove(SCENARIO)?;
            self.remove(RESOLVED)?;
            self.sweep()?;
        }
        Ok(())
    }

    /// The pictures that answered questions about the lives of this folder.
    fn asked_of(&self) -> Result<Vec<String>, FolderError> {
        let mut files = Vec::new();
        for folder in [WHY, STORY] {
            let Ok(entries) = fs::read_dir(self.path.join(folder)) else { continue };
            for entry in entries {
                let name = entry.map_err(|error| self.error(folder, &error))?.file_name().to_string_lossy().into_owned();
                if layout::is_answer(&name) || name == MANIFEST {
                    files.push(format!("{folder}/{name}"));
                }
            }
        }
        Ok(files)
    }

    pub(super) fn sweep(&self) -> Result<(), FolderError> {
        if let Err(error) = fs::remove_dir_all(self.parts())
            && error.kind() != ErrorKind::NotFound
        {
            return Err(self.error(PARTS, &error));
        }
        self.drop_drafts("")?;
        for folder in [LIVES, FIGURES] {
            self.drop_drafts(folder)?;
        }
        self.remove(UNFINISHED)
    }

    /// Removes drafts of an attempt that was killed.
    pub(super) fn drop_drafts(&self, under: &str) -> Result<(), FolderError> {
        let Ok(entries) = fs::read_dir(self.path.join(under)) else { return Ok(()) };
        for entry in entries {
            let name = entry.map_err(|error| self.error(under, &error))?.file_name().to_string_lossy().into_owned();
            if draft::is_temporary(&name) {
                self.remove(&if under.is_empty() { name } else { format!("{under}/{name}") })?;
            }
        }
        Ok(())
    }

    pub(super) fn remove(&self, name: &str) -> Result<(), FolderError> {
        self.spare(name)?;
        match fs::remove_file(self.path.join(name)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(self.error(name, &error)),
            _ => Ok(()),
        }
    }
}

/// Whether a file of this name may be one that onfoot writes into the folder of a run.
pub fn is_own(name: &str) -> bool {
    match name.split_once('/') {
        Some((folder, _)) => [LIVES, FIGURES, WHY, STORY, COMPARISON].contains(&folder),
        None => {
            [MANIFEST, UNFINISHED, SCENARIO, RESOLVED].contains(&name)
                || Path::new(name).extension().is_some_and(|end| ["csv", "parquet", "html"].iter().any(|own| end.eq_ignore_ascii_case(own)))
        }
    }
}

/// Removes places `PREFIX` and a number in `parent` whose process, of that number, is gone; only where the system tells.
pub fn clear_places(parent: &Path, prefix: &str) {
    if !Path::new("/proc/self").exists() {
        return;
    }
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.strip_prefix(prefix).and_then(|owner| owner.parse().ok()).is_some_and(draft::is_gone) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
