//! # Asking about one life
//!
//! What `why` and `story` share: which life is meant, and where its picture goes.

use std::path::{Path, PathBuf};

use super::arguments::Life;
use super::hold;
use crate::folder::manifest::VERSION;
use crate::folder::{Contents, Dialect, Folder, FolderError, Inputs, Kind, Shelf, Written};
use crate::report::codebook;
use crate::report::figure::{Figure, Provenance, draw_one};
use crate::study::Trouble;
use crate::study::reliving::{Relived, Which};
use crate::text::Language;

/// The life that is asked for, or why there is none.
pub(super) fn find(dir: &Path, asked: &Life, language: Language) -> Result<Relived, String> {
    let _hold = hold::look(dir).map_err(|fault| fault.say(language))?;
    let which = Which { arm: asked.arm.clone(), replicate: asked.replicate, world: asked.world };
    Relived::find(dir, &which).map_err(|lacking| lacking.say(language))
}

/// Where its picture comes from.
pub(super) fn provenance(relived: &Relived) -> Provenance {
    let design_hash = relived.design.chars().take(8).collect();
    Provenance { version: VERSION.to_owned(), design_hash, seed: relived.scenario.run.seed }
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
    written.map_err(|fault: Trouble| fault.say(language))?;
    Ok(folder.join(format!("{name}.svg")))
}
