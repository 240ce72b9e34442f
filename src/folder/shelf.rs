//! # A folder of other results than a run's
//!
//! What `portfolio`, `sensitivity`, `validate`, `calibrate` and `worlds` find, a comparison, and the pictures of `why` and `story`. Like the
//! folder of a run it has a manifest of the digests of its files, so that it is known what onfoot wrote there: that may be written
//! anew by the same command, and nothing else is ever replaced.

use std::path::Path;

use super::contents::{Contents, Kind};
use super::draft::Written;
use super::error::FolderError;
use super::format::Dialect;
use super::hold::Hold;
use super::inputs::Inputs;
use super::layout::{FIGURES, MANIFEST, UNFINISHED};
use super::manifest::{VERSION, to_json};
use super::marker::Marker;
use super::place::Folder;
use super::who::Who;

/// Such a folder, ready to be written to.
#[derive(Debug)]
pub struct Shelf {
    folder: Folder,
    kind: Kind,
    kept: Vec<Written>,
    hold: Option<Hold>,
}

impl Shelf {
    /// Holds the folder and makes sure that nothing is lost by writing there.
    ///
    /// # Errors
    /// Who holds it; what onfoot did not write there; what was changed since; which file is an input; what the disk says.
    pub fn open(path: &Path, kind: Kind, inputs: &Inputs, who: &Who) -> Result<Self, FolderError> {
        let hold = Hold::take(path, who)?;
        Ok(Self { hold: Some(hold), ..Self::within(path, kind, inputs)? })
    }

    /// The same for a folder inside one that is held.
    ///
    /// # Errors
    /// As [`Shelf::open`].
    pub fn within(path: &Path, kind: Kind, inputs: &Inputs) -> Result<Self, FolderError> {
        let mut folder = Folder { inputs: inputs.clone(), ..Folder::at(path) };
        if path.exists() && !path.is_dir() {
            return Err(FolderError::NotAFolder { path: path.to_path_buf() });
        }
        let begun = folder.read(UNFINISHED)?.and_then(|bytes| serde_json::from_slice::<Marker>(&bytes).ok());
        let known = folder.read(MANIFEST)?;
        let contents = folder.contents()?.filter(|contents| contents.kind == kind.key());
        if known.is_some() && contents.is_none() || begun.as_ref().is_some_and(|begun| begun.design_hash != kind.key()) {
            return Err(FolderError::OtherKind { path: path.to_path_buf() });
        }
        let kept = contents.map(|contents| contents.files).unwrap_or_default();
        if begun.is_none() {
            if let Some(row) = kept.iter().find(|row| folder.record(&row.file).is_ok_and(|found| found.sha256 != row.sha256)) {
                return Err(FolderError::Altered { path: path.to_path_buf(), file: row.file.clone() });
            }
            if known.is_none()
                && !kind.is_gathered()
                && path.is_dir()
                && let Some(found) = folder.first_entry()?
            {
                return Err(FolderError::OtherContents { path: path.to_path_buf(), found });
            }
            let own = kept.iter().map(|row| row.file.clone()).chain([MANIFEST, UNFINISHED].map(str::to_owned));
            folder.known = Some(own.collect());
        }
        for row in &kept {
            folder.spare(&row.file)?;
        }
        let kept = kept.into_iter().filter(|row| path.join(&row.file).is_file()).collect();
        Ok(Self { folder, kind, kept, hold: None })
    }

    /// The same, its tables in this dialect.
    #[must_use]
    pub fn writing(self, dialect: Dialect) -> Self {
        Self { folder: self.folder.writing(dialect), ..self }
    }

    /// The same folder, to add to what was written there just now.
    ///
    /// # Errors
    /// As [`Shelf::open`].
    pub fn again(self) -> Result<Self, FolderError> {
        let again = Self::within(&self.folder.path, self.kind, &self.folder.inputs)?;
        Ok(Self { hold: self.hold, ..again.writing(self.folder.dialect()) })
    }

    /// What onfoot wrote there before and is still there.
    pub fn kept(&self) -> &[Written] {
        &self.kept
    }

    /// Whether the file system knows no locks.
    pub fn is_open(&self) -> bool {
        self.hold.as_ref().is_some_and(Hold::is_open)
    }

    /// Says whose the folder is from now on, for a command that keeps something there while it goes on.
    ///
    /// # Errors
    /// What the disk says.
    pub fn begin(&self) -> Result<&Folder, FolderError> {
        let marker = Marker { version: VERSION.to_owned(), design_hash: self.kind.key().to_owned(), tables: Vec::new() };
        ["", FIGURES].iter().try_for_each(|under| self.folder.drop_drafts(under))?;
        self.folder.write(UNFINISHED, &to_json(&marker))?;
        Ok(&self.folder)
    }

    /// Writes files, and the manifest last, which is made of all that is then there.
    ///
    /// # Errors
    /// Why something could not be written.
    pub fn fill<E: From<FolderError>>(
        &self,
        write: impl FnOnce(&Folder) -> Result<Vec<Written>, E>,
        manifest: impl FnOnce(Vec<Written>) -> Vec<u8>,
    ) -> Result<(), E> {
        let mut files = write(self.begin()?)?;
        let old = self.kept.iter().filter(|old| files.iter().all(|new| new.file != old.file)).cloned();
        let old: Vec<Written> = old.collect();
        files.extend(old);
        files.sort_by(|one, other| one.file.cmp(&other.file));
        self.folder.write(MANIFEST, &manifest(files))?;
        self.folder.remove(UNFINISHED)?;
        Ok(())
    }

    /// The same with a manifest of the common form.
    ///
    /// # Errors
    /// As [`Shelf::fill`].
    pub fn fill_with<E: From<FolderError>>(
        &self,
        contents: Contents,
        write: impl FnOnce(&Folder) -> Result<Vec<Written>, E>,
    ) -> Result<(), E> {
        self.fill(write, |files| to_json(&Contents { files, ..contents }))
    }
}
