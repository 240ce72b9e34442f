//! # A figure of finished results, drawn again
//!
//! For a journal: in its width, form and language, from the numbers in the folder.

use std::path::{Path, PathBuf};

use super::figure::{Figure, Medium, Picture, Provenance, again, figures_of};
use crate::folder::{Folder, FolderError, Inputs, RESOLVED, may_write, write_file};
use crate::scenario::read::read;
use crate::text::{Language, shown_path as shown};
use crate::words::screen::plot as words;

/// Likeness from which on a name is probably what was meant.
const LIKE: f64 = 0.7;

/// Why there is no picture.
#[derive(Clone, Debug)]
pub struct NoFigure {
    /// In a sentence.
    pub reason: String,
    /// The figure that was probably meant.
    pub meant: Option<&'static str>,
}

impl From<String> for NoFigure {
    fn from(reason: String) -> Self {
        Self { reason, meant: None }
    }
}

/// Draws the figure of this name from the numbers in `dir`.
///
/// # Errors
/// Why there is none.
pub fn plot(dir: &Path, name: &str, medium: Medium, language: Language) -> Result<Figure, NoFigure> {
    let say = |fault: FolderError| NoFigure::from(fault.say(language));
    let folder = shown(dir);
    let (_, manifest) = Folder::finished(dir).map_err(say)?.ok_or_else(|| words::no_result(&folder, language))?;
    let there = figures_of(dir);
    if !there.contains(&name) {
        let scored = there.iter().map(|known| (strsim::jaro_winkler(known, name), *known));
        let meant = scored.filter(|(score, _)| *score > LIKE).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, known)| known);
        return Err(NoFigure { reason: words::no_figure(name, &folder, &there, language), meant });
    }
    let reading = read(&dir.join(RESOLVED), &[]).map_err(|_| words::no_scenario(&folder, RESOLVED, language))?;
    let design_hash = manifest.design_hash.chars().take(8).collect();
    let provenance = Provenance { version: manifest.version, design_hash, seed: manifest.seed };
    let figure = again(dir, name, &reading.scenario, language, &provenance, medium).map_err(say)?;
    figure.ok_or_else(|| words::empty(name, language).into())
}

/// Writes the picture, and its caption beside it: both or neither. Nothing of `dir`, from which it was drawn, is ever written over.
/// The file of the caption.
///
/// # Errors
/// What could not be painted or written, in a sentence.
pub fn write(dir: &Path, figure: &Figure, form: Picture, file: &Path, language: Language) -> Result<PathBuf, NoFigure> {
    let caption = file.with_extension("txt");
    let bytes = figure.picture(form, language)?;
    let files = [(file, bytes.as_slice()), (&caption, figure.summary.as_bytes())];
    let inputs = Folder::anywhere(dir).files().unwrap_or_default().into_iter().map(|name| dir.join(name));
    let inputs = Inputs::files(inputs);
    let said = |fault: FolderError| fault.say(language);
    files.iter().try_for_each(|(file, bytes)| may_write(file, bytes, &inputs, false)).map_err(said)?;
    files.iter().try_for_each(|(file, bytes)| write_file(file, bytes, &inputs, false)).map_err(said)?;
    Ok(caption)
}
