//! # `onfoot new`
//!
//! A folder with a scenario that runs as it is, and what to change first. Nothing is ever overwritten.

use std::fs;
use std::path::Path;

use super::arguments::New;
use super::layout::{definitions, paragraph};
use super::run::{quoted, shown};
use super::terminal::{Stop, Terminal};
use super::{Exit, usage};
use crate::report::folder::{FolderError, Inputs, write_file};
use crate::scenario::template::template;
use crate::words::screen::{self, new as words};

pub(super) fn new(asked: &New, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let shown = shown(&asked.dir);
    let scenario = template(asked.template.key(), language).expect("there is a template of every name that can be typed");
    let readme = words::readme(&quoted(&super::run::shown(&asked.dir.join("scenario.toml"))), language);
    let present = contents(&asked.dir);
    if !present.is_empty() {
        let mut page = usage::error(&words::already_there(&shown, language), terminal);
        page += &paragraph(&present.join(", "), 2, terminal.width);
        page += &paragraph(words::ANOTHER_NAME.get(language), 0, terminal.width);
        terminal.note(&page);
        return Ok(Exit::Input);
    }
    if let Err(why) = write(&asked.dir, &[("scenario.toml", &scenario), ("README.md", &readme)]) {
        terminal.note(&usage::error(&words::cannot_make(&shown, &why.say(language), language), terminal));
        return Ok(Exit::Input);
    }
    let lines = scenario.lines().count() as u64;
    let rows = [
        ("scenario.toml".to_owned(), words::scenario_file(lines, language)),
        ("README.md".to_owned(), words::README_FILE.get(language).to_owned()),
    ];
    terminal.say(&words::made(&shown, language))?;
    terminal.say(&definitions(&rows, terminal.width))?;
    terminal.say(&format!(
        "\n{} onfoot run {}",
        screen::TRY.get(language),
        quoted(&super::run::shown(&asked.dir.join("scenario.toml")))
    ))?;
    Ok(Exit::Done)
}

/// What is in the way: the names in the folder, or the file that has its name.
fn contents(dir: &Path) -> Vec<String> {
    match fs::read_dir(dir) {
        Ok(entries) => {
            let mut names: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned())).collect();
            names.sort();
            names
        }
        Err(_) if dir.exists() => vec![shown(dir)],
        Err(_) => Vec::new(),
    }
}

fn write(dir: &Path, files: &[(&str, &str)]) -> Result<(), FolderError> {
    files.iter().try_for_each(|(name, text)| write_file(&dir.join(name), text.as_bytes(), &Inputs::default(), false))
}
