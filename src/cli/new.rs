//! # `onfoot new`
//!
//! A folder with a scenario that runs as it is, and what to change first. Nothing is ever overwritten.

use std::fs;
use std::path::Path;

use super::Exit;
use super::arguments::New;
use super::terminal::layout::paragraph;
use super::terminal::{Stop, Terminal};
use crate::folder::{FolderError, Inputs, write_file};
use crate::scenario::near::nearest;
use crate::scenario::read::read_shipped;
use crate::scenario::shipped::{SHIPPED, Shipped};
use crate::scenario::template::template;
use crate::text::{Language, bounded, shell_word as quoted, shown_path};
use crate::words::screen::{self, new as words};

pub(super) fn new(asked: &New, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let [shown, own] = [&asked.dir, &asked.dir.join(OWN)].map(|path| shown_path(path));
    let own = quoted(&own);
    let files = files(asked, language).ok_or_else(|| unknown(asked.from.as_deref().unwrap_or_default(), terminal))?;
    let readme = words::readme(&own, language);
    let present = contents(&asked.dir);
    if !present.is_empty() {
        let mut page = terminal.error(&words::already_there(&shown, language));
        page += &paragraph(&present.join(", "), 2, terminal.width);
        page += &paragraph(words::ANOTHER_NAME.get(language), 0, terminal.width);
        terminal.note(&page);
        return Ok(Exit::Input);
    }
    let all: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_str())).chain([("README.md", readme.as_str())]).collect();
    write(&asked.dir, &all).map_err(|why| terminal.refuse(&words::cannot_make(&shown, &why.say(language), language)))?;
    let about = |(name, text): &(String, String)| {
        let lines = text.lines().count() as u64;
        let said = match asked.from {
            None => words::scenario_file(lines, language),
            Some(_) => words::copied_file(lines, name == OWN, language),
        };
        (name.clone(), said)
    };
    let mut rows: Vec<(String, String)> = files.iter().map(about).collect();
    rows.push(("README.md".to_owned(), words::README_FILE.get(language).to_owned()));
    terminal.say(&words::made(&shown, language))?;
    terminal.definitions(&rows)?;
    terminal.say(&format!("\n{} onfoot run {}", screen::TRY.get(language), own))?;
    Ok(Exit::Done)
}

/// The scenario's file in its new folder.
const OWN: &str = "scenario.toml";

/// Characters of a name that are said at most.
const LONGEST_NAME: usize = 80;

/// The scenario and what it is based on; nothing where no such scenario comes with the program.
fn files(asked: &New, language: Language) -> Option<Vec<(String, String)>> {
    match &asked.from {
        None => Some(vec![(OWN.to_owned(), template(asked.template.key(), language)?)]),
        Some(name) => taken_from(name),
    }
}

fn unknown(name: &str, terminal: &Terminal) -> Stop {
    let language = terminal.language;
    let near: Vec<String> = nearest(name, SHIPPED.iter().map(Shipped::name)).map(str::to_owned).into_iter().collect();
    let page = terminal.error_with(&words::no_such_scenario(&bounded(name, LONGEST_NAME), language), &near);
    terminal.note(&(page + &format!("{} onfoot list scenarios\n", screen::SEE.get(language))));
    Stop::Told(Exit::Input)
}

/// The files of a scenario that comes with the program: itself, then what it is based on.
fn taken_from(name: &str) -> Option<Vec<(String, String)>> {
    let shipped = Shipped::named(name.trim_end_matches(".toml"))?;
    let mut inputs = read_shipped(shipped, &[]).expect("what comes with the program reads").inputs;
    OWN.clone_into(&mut inputs[0].name);
    Some(inputs.into_iter().map(|input| (input.name, String::from_utf8_lossy(&input.bytes).into_owned())).collect())
}

/// What is in the way: the names in the folder, or the file that has its name.
fn contents(dir: &Path) -> Vec<String> {
    match fs::read_dir(dir) {
        Ok(entries) => {
            let mut names: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned())).collect();
            names.sort();
            names
        }
        Err(_) if dir.exists() => vec![shown_path(dir)],
        Err(_) => Vec::new(),
    }
}

fn write(dir: &Path, files: &[(&str, &str)]) -> Result<(), FolderError> {
    files.iter().try_for_each(|(name, text)| write_file(&dir.join(name), text.as_bytes(), &Inputs::default(), false))
}
