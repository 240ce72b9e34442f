//! # Drafts
//!
//! A file under way. It has a temporary name beside its own until every byte is on the disk; then it is renamed. Whoever
//! sees the name sees the whole file, and a run that stops leaves no half one behind.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::error::FolderError;
use crate::scenario::disk;

/// How the name of a file ends until it is complete.
const TEMPORARY: &str = ".unfinished";

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Its name in the folder, with forward slashes.
    pub file: String,
    /// Rows, if it is a table.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub rows: Option<u64>,
    /// Bytes.
    pub bytes: u64,
    /// SHA-256, in hexadecimal digits.
    pub sha256: String,
}

/// A file that is being written.
#[derive(Debug)]
pub struct Draft {
    folder: PathBuf,
    name: String,
    temporary: PathBuf,
    out: BufWriter<Counted>,
    published: bool,
}

/// Counts and digests what passes, so that nothing is read back for the manifest.
#[derive(Debug)]
struct Counted {
    file: File,
    digest: Sha256,
    bytes: u64,
}

impl Draft {
    pub(super) fn begin(folder: &Path, name: &str) -> Result<Self, FolderError> {
        let target = folder.join(name);
        let base = target.file_name().unwrap_or_default().to_string_lossy();
        // Two processes may be at work on one folder; they write the same, but not into the same draft.
        let temporary = target.with_file_name(format!(".{base}.{}{TEMPORARY}", std::process::id()));
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(|error| FolderError::from_io(folder, name, &error))?;
        }
        target.parent().into_iter().for_each(clear_leftovers);
        let file = File::create(&temporary).map_err(|error| FolderError::from_io(folder, name, &error))?;
        let _ = file.try_lock(); // held until it is closed, so that others see that somebody is at it
        let out = BufWriter::with_capacity(1 << 16, Counted { file, digest: Sha256::new(), bytes: 0 });
        Ok(Self { folder: folder.to_path_buf(), name: name.to_owned(), temporary, out, published: false })
    }

    /// Brings the file to the disk and gives it its name.
    pub fn publish(mut self, rows: Option<u64>) -> Result<Written, FolderError> {
        self.settle().map_err(|error| self.error(&error))?;
        self.published = true;
        let counted = self.out.get_ref();
        Ok(Written { file: self.name.clone(), rows, bytes: counted.bytes, sha256: hex(&counted.digest.clone().finalize()) })
    }

    fn settle(&mut self) -> io::Result<()> {
        self.out.flush()?;
        self.out.get_ref().file.sync_all()?;
        let target = self.folder.join(&self.name);
        fs::rename(&self.temporary, &target)?;
        // The name itself must reach the disk too.
        target.parent().into_iter().for_each(disk::sync_folder);
        Ok(())
    }

    /// An error while this file was written.
    pub(crate) fn error(&self, error: &io::Error) -> FolderError {
        FolderError::from_io(&self.folder, &self.name, error)
    }

    /// Its name in the folder.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.published {
            let _ = fs::remove_file(&self.temporary);
        }
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.file.write(bytes)?;
        self.digest.update(&bytes[..taken]);
        self.bytes += taken as u64;
        Ok(taken)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The record of a file that is there already.
pub(super) fn record(folder: &Path, name: &str) -> Result<Written, FolderError> {
    let digest = || {
        let (mut file, mut digest, mut bytes) = (disk::open(&folder.join(name))?, Sha256::new(), 0);
        let mut buffer = vec![0; 1 << 16];
        loop {
            match file.read(&mut buffer)? {
                0 => return Ok((digest, bytes)),
                taken => {
                    digest.update(&buffer[..taken]);
                    bytes += taken as u64;
                }
            }
        }
    };
    let (digest, bytes) = digest().map_err(|error| FolderError::from_io(folder, name, &error))?;
    Ok(Written { file: name.to_owned(), rows: None, bytes, sha256: hex(&digest.finalize()) })
}

/// Whether a name is that of a file that was never completed.
pub(super) fn is_temporary(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(TEMPORARY)
}

/// Removes drafts that killed programs left in this folder; once for each folder.
fn clear_leftovers(folder: &Path) {
    static CLEARED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    if !CLEARED.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_path_buf()) {
        return;
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let owner = name.strip_suffix(TEMPORARY).and_then(|name| name.rsplit('.').next()?.parse().ok());
        if is_temporary(&name) && owner.is_some_and(is_gone) && disk::open(&entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether no process of this number is at work here. Where the system does not tell, the lock on its file does.
pub(crate) fn is_gone(process: u32) -> bool {
    process != std::process::id() && !(Path::new("/proc/self").exists() && Path::new("/proc").join(process.to_string()).exists())
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from_digit(u32::from(digit), 16).unwrap_or('?')).collect()
}
