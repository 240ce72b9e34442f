//! # What a merge needs
//!
//! Parts of one run may be lived by many processes on many machines that share a folder. None of them holds it; each says the same of
//! the run, once, beside the parts, so that a merge needs nothing but the folder. Who comes first writes, whole or not at all; who
//! comes later makes sure that it is the same.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::FolderError;
use super::format::{Dialect, Format};
use super::inputs::Inputs;
use super::layout::{GROWING, HOLD, PARTS, TICKET, UNFINISHED};
use super::lock::LockState;
use super::manifest::{VERSION, command, to_json};
use super::marker::Marker;
use super::place::{Folder, FolderState};
use super::store::publish;
use crate::scenario::disk;
use crate::text::{CODE, Language};

/// Most bytes of a ticket that is read: a scenario and what it is based on, in full.
const MOST: u64 = 1 << 28;

/// The run that the parts in a folder belong to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// The program's version.
    pub version: String,
    /// The fingerprint of its design.
    pub design_hash: String,
    /// Its name.
    pub name: String,
    /// The words after the program's name that decide what comes out, as they were typed.
    pub command: Vec<String>,
    /// Into how many parts whoever came first cut it.
    pub parts: u32,
    /// The form of the large tables.
    pub format: Format,
    /// How CSV is written.
    pub csv: Dialect,
    /// The language of pictures and pages.
    pub language: Language,
    /// The lock of the design, if there is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lock: Option<LockState>,
    /// The scenario as it was given, then what it is based on.
    pub inputs: Vec<Given>,
    /// The scenario with every parameter that is in force.
    pub resolved: String,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Its name, without its folder.
    pub name: String,
    /// What it held.
    pub text: String,
}

impl Ticket {
    /// That of the parts in a folder; `None` where there is none.
    ///
    /// # Errors
    /// That it is of another version or cannot be understood, and what the disk says.
    pub fn of(path: &Path) -> Result<Option<Self>, FolderError> {
        /// What every version writes.
        #[derive(Deserialize)]
        struct Beginning {
            version: String,
        }
        let file = format!("{PARTS}/{TICKET}");
        let bytes = match disk::read(&path.join(&file), MOST) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(FolderError::from_io(path, &file, &error)),
        };
        let path = path.to_path_buf();
        match serde_json::from_slice::<Beginning>(&bytes) {
            Ok(Beginning { version }) if version != VERSION => Err(FolderError::OtherVersion { path, version }),
            _ => serde_json::from_slice(&bytes).map(Some).map_err(|_| FolderError::NoTicket { path, file }),
        }
    }

    /// The command, with the language that was spoken.
    fn in_full(&self) -> String {
        let spoken = self.command.iter().any(|word| word.starts_with("--lang"));
        let language = if spoken { String::new() } else { format!(" --lang {}", CODE.get(self.language)) };
        command(&self.command) + &language
    }

    /// Whether two say that the same results are to be written in the same way. Commands may be typed in another order, and runs be
    /// cut into other parts.
    fn agrees(&self, other: &Self) -> bool {
        let asks = |ticket: &Self, switch: &str| ticket.command.iter().any(|word| word == switch);
        let manner =
            |ticket: &Self| (ticket.format, ticket.csv, ticket.language, ["--screen", "--live"].map(|switch| asks(ticket, switch)));
        manner(self) == manner(other)
    }
}

impl Folder {
    /// Makes `path` ready for parts of a run, beside others who do the same, or says why not. What is said of the run there in the end is
    /// handed back: that of whoever was first.
    ///
    /// # Errors
    /// [`FolderError::OtherDesign`] and [`FolderError::OtherWish`] where parts or results of another run are there, anything else that is
    /// in the way, and what the disk says.
    pub fn share(path: &Path, ticket: &Ticket, inputs: &Inputs) -> Result<FolderState<(Self, Ticket)>, FolderError> {
        let folder = Folder { inputs: inputs.clone(), ..Self::of(path, &ticket.design_hash) };
        Self::make(path)?;
        let marker = || Ok(folder.read(UNFINISHED)?.and_then(|bytes| serde_json::from_slice::<Marker>(&bytes).ok()));
        if let Some(manifest) = folder.manifest()? {
            folder.same_design(&manifest.design_hash)?;
            folder.unaltered(&manifest)?;
            return Ok(FolderState::Complete(Box::new(manifest)));
        }
        let there = Ticket::of(path)?;
        match marker()? {
            Some(marker) => folder.same_design(&marker.design_hash)?,
            None if there.is_some() => {} // whoever is first is at it
            None => folder.empty_but_for_parts()?,
        }
        folder.spare_all()?;
        let put = |shown: &Path, bytes: &[u8]| {
            publish(&folder.parts(), shown, bytes).map_err(|error| FolderError::from_io(path, &shown.to_string_lossy(), &error))
        };
        if there.is_none() {
            put(&folder.parts().join(TICKET), &to_json(ticket))?;
        }
        let there = Ticket::of(path)?.unwrap_or_else(|| ticket.clone()); // completed by somebody at this very moment
        folder.same_design(&there.design_hash)?;
        if !there.agrees(ticket) {
            return Err(FolderError::OtherWish { path: path.to_path_buf(), command: there.in_full() });
        }
        if marker()?.is_none() && folder.manifest()?.is_none() {
            put(&path.join(UNFINISHED), &folder.marker(Vec::new()))?;
        }
        Ok(FolderState::Open((folder, there)))
    }

    /// Removes what a part brought that came when all had been merged already; whether it did.
    ///
    /// # Errors
    /// What the disk says.
    pub fn leave(&self) -> Result<bool, FolderError> {
        let complete = self.manifest()?.is_some_and(|manifest| manifest.design_hash == self.design_hash);
        if complete {
            self.sweep()?;
        }
        Ok(complete)
    }

    /// Refuses where something else is in the folder already.
    fn empty_but_for_parts(&self) -> Result<(), FolderError> {
        let mut first: Option<String> = None;
        for entry in fs::read_dir(self.path()).map_err(|error| self.error("", &error))? {
            let entry = entry.map_err(|error| self.error("", &error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let empty = fs::read_dir(entry.path()).is_ok_and(|mut within| within.next().is_none());
            // names that nobody else gives; what is being written for the first time has a hidden name
            let ours = [PARTS, HOLD, GROWING].contains(&name.as_str()) || super::draft::is_temporary(&name);
            if !empty && !ours && first.as_ref().is_none_or(|first| name < *first) {
                first = Some(name);
            }
        }
        match first {
            Some(found) if found == UNFINISHED => Ok(()), // written by whoever was first, this very moment
            Some(found) => Err(FolderError::OtherContents { path: self.path().to_path_buf(), found }),
            None => Ok(()),
        }
    }
}
