//! # `onfoot` alone
//!
//! What it is and where to start, on one small screen. Only commands that work here are shown.

use std::path::Path;

use super::layout::definitions;
use super::terminal::{Stop, Terminal};
use super::{Exit, help};
use crate::text::Text;
use crate::words::screen::welcome as words;

/// The scenario to start with, if the reader stands in a folder that has it.
const FIRST: &str = "scenarios/horseback.toml";

pub(super) fn welcome(terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let rows = |rows: &[(&str, Text)]| -> Vec<(String, String)> {
        rows.iter().map(|(line, text)| ((*line).to_owned(), text.get(language).to_owned())).collect()
    };
    let start = if Path::new(FIRST).exists() { words::START } else { words::START_ELSEWHERE };
    terminal.heading(&help::title(language, terminal.width))?;
    for (head, lines) in [(words::START_HERE, start), (words::LOOK_UP, words::LOOK)] {
        terminal.say("")?;
        terminal.heading(head.get(language))?;
        terminal.say(&definitions(&rows(lines), terminal.width))?;
    }
    terminal.say(&format!("\n{}", words::OTHER_LANGUAGE.get(language)))?;
    Ok(Exit::Done)
}
