//! # `onfoot lesson` and `onfoot workbench`
//!
//! Pages that carry the engine: one file each, written and opened.

use std::path::{Path, PathBuf};

use super::Exit;
use super::arguments::{Change, PageFile, Workbench};
use super::open::in_browser;
use super::reading::read_unswept;
use super::terminal::fault::Form;
use super::terminal::{Stop, Terminal};
use crate::folder::{Inputs, write_file};
use crate::live::{LivePage, lesson, workbench};
use crate::text::shown_path as shown;
use crate::words::screen::live as words;
use crate::words::screen::open::NO_BROWSER;

/// The shipped scenario of a workbench that is given none.
const USUAL: &str = "repair";

pub(super) fn lesson(asked: &PageFile, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let page = lesson::lesson(terminal.language);
    keep(asked, "lesson", &page, &Inputs::default(), terminal)
}

pub(super) fn workbench(asked: &Workbench, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let file = asked.file.clone().unwrap_or_else(|| PathBuf::from(USUAL));
    let reading = read_unswept(&file, &Change::default(), Form::usual(false), terminal)?;
    let page = workbench::workbench(&reading.scenario, terminal.language);
    keep(&asked.page, "workbench", &page, &Inputs::of(&reading), terminal)
}

/// Writes the page and opens it.
fn keep(asked: &PageFile, name: &str, page: &LivePage, inputs: &Inputs, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let usual = || Path::new("output").join(format!("{name}.html"));
    let file = asked.output.clone().unwrap_or_else(usual);
    if asked.output.is_none()
        && let Some(folder) = file.parent()
    {
        std::fs::create_dir_all(folder).map_err(|why| terminal.refuse(&words::no_folder(&shown(folder), &why, language)))?;
    }
    write_file(&file, page.file().as_bytes(), inputs, false).map_err(|fault| terminal.refuse(&fault.say(language)))?;
    terminal.say(&shown(&file))?;
    if !asked.no_open && terminal.is_watched() && !in_browser(&file) {
        terminal.note(NO_BROWSER.get(language));
    }
    Ok(Exit::Done)
}
