//! # Names in a folder

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path};

use super::draft;
use super::error::FolderError;
use super::layout::LIVES;

const ENDING: &str = ".lives";

/// The file of the lives with this key, inside the folder.
pub(super) fn lives_file(key: &str) -> String {
    format!("{LIVES}/{key}{ENDING}")
}

/// The files of lives that onfoot wrote, unfinished ones included, by their names inside the folder.
pub(super) fn lives_files(folder: &Path) -> Result<Vec<String>, FolderError> {
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

/// Whether a name from a manifest stays inside the folder; somebody may have edited it.
pub(super) fn is_inside(name: &str) -> bool {
    Path::new(name).components().all(|part| matches!(part, Component::Normal(_)))
}
