//! # A single file
//!
//! A file that a command writes where it was told to. What is there is replaced only if onfoot wrote it, as the same kind of thing:
//! pictures, captions, protocols and locks all say who made them. What a command reads, and what belongs to finished results, is
//! never replaced.

use std::fs;
use std::io::Write;
use std::path::Path;

use serde::Deserialize;

use super::draft::{Draft, Written};
use super::error::FolderError;
use super::inputs::Inputs;
use super::layout::MANIFEST;
use super::lock;
use super::place::Folder;
use crate::scenario::disk;
use crate::words::odd::TITLE;

/// Largest file that is looked into.
const MOST: u64 = 64 << 20;
/// How many folders above a file may be those of its results.
const ABOVE: usize = 4;

/// What onfoot writes as a single file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Made {
    Svg,
    Png,
    Pdf,
    Caption,
    Protocol,
    Lock,
    Page,
}

/// What these bytes are, if onfoot made them.
fn made(bytes: &[u8]) -> Option<Made> {
    let has = |mark: &[u8]| bytes.windows(mark.len()).any(|part| part == mark);
    if bytes.starts_with(b"<svg") {
        return has(b"<metadata>onfoot ").then_some(Made::Svg);
    }
    if bytes.starts_with(b"\x89PNG") {
        return has(b"onfoot ").then_some(Made::Png);
    }
    if bytes.starts_with(b"%PDF") {
        return has(b"onfoot ").then_some(Made::Pdf);
    }
    if lock::parse(bytes).is_some() {
        return Some(Made::Lock);
    }
    if bytes.starts_with(b"<!DOCTYPE html>") {
        return has(b"<meta name=\"generator\" content=\"onfoot ").then_some(Made::Page);
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let titles = [TITLE.en, TITLE.nl].map(|title| format!("# {title}\n"));
    if titles.iter().any(|title| text.starts_with(title.as_str())) {
        return Some(Made::Protocol);
    }
    let last = text.lines().last()?;
    (last.starts_with("onfoot ") && last.matches(", ").count() == 2).then_some(Made::Caption)
}

/// Whether a file is one that onfoot wrote by itself, such as a picture of `plot`.
pub fn is_made(file: &Path) -> bool {
    disk::read(file, MOST).is_ok_and(|bytes| made(&bytes).is_some())
}

/// Whether such a file may be written there.
///
/// # Errors
/// That it is an input, belongs to finished results, or is not onfoot's.
pub fn may_write(file: &Path, bytes: &[u8], inputs: &Inputs, force: bool) -> Result<(), FolderError> {
    let path = file.to_path_buf();
    if inputs.has(file) {
        return Err(FolderError::IsInput { path });
    }
    let Ok(found) = fs::metadata(file) else { return Ok(()) };
    if found.is_dir() {
        return Err(FolderError::IsFolder { path });
    }
    if waits(&found) {
        return Err(FolderError::NotOurs { path }); // nobody may ever read what is written there
    }
    if !found.is_file() {
        return Ok(()); // a device, which is written to as it is
    }
    if let Some(folder) = results_around(file) {
        return Err(FolderError::PartOf { path, folder });
    }
    let same = || disk::read(file, MOST).is_ok_and(|old| made(&old).is_some_and(|old| Some(old) == made(bytes)));
    if force || same() { Ok(()) } else { Err(FolderError::NotOurs { path }) }
}

/// Whether writing there waits for somebody who reads: a pipe.
#[cfg(unix)]
fn waits(found: &fs::Metadata) -> bool {
    std::os::unix::fs::FileTypeExt::is_fifo(&found.file_type())
}

#[cfg(not(unix))]
fn waits(_: &fs::Metadata) -> bool {
    false
}

/// The files that the manifest of a folder names.
#[derive(Deserialize)]
struct Listed {
    files: Vec<Written>,
}

/// The folder of results to which a file belongs.
fn results_around(file: &Path) -> Option<std::path::PathBuf> {
    let true_path = fs::canonicalize(file).ok()?;
    true_path.ancestors().skip(1).take(ABOVE).find_map(|folder| {
        let inside = true_path.strip_prefix(folder).ok()?;
        let bytes = Folder::at(folder).read(MANIFEST).ok()??;
        let listed: Listed = serde_json::from_slice(&bytes).ok()?;
        let is_listed = inside == Path::new(MANIFEST) || listed.files.iter().any(|row| Path::new(&row.file) == inside);
        is_listed.then(|| folder.to_path_buf())
    })
}

/// Writes one file, whole or not at all. What is there but is no file, such as a device, is written to as it is. With `force` it may
/// replace what somebody else wrote.
///
/// # Errors
/// As [`may_write`], and what the disk says.
pub fn write_file(file: &Path, bytes: &[u8], inputs: &Inputs, force: bool) -> Result<(), FolderError> {
    may_write(file, bytes, inputs, force)?;
    let folder = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let fault = |error: &std::io::Error| FolderError::from_io(folder, &name, error);
    if fs::metadata(file).is_ok_and(|found| !found.is_file()) || name.is_empty() {
        return fs::write(file, bytes).map_err(|error| fault(&error));
    }
    let mut draft = Draft::begin(folder, &name)?;
    draft.write_all(bytes).map_err(|error| fault(&error))?;
    draft.publish(None).map(|_| ())
}
