//! # `onfoot` alone
//!
//! What it is and where to start, on one small screen. All commands on it work in any folder.

use super::terminal::layout::definitions;
use super::terminal::{Stop, Terminal};
use super::{Exit, help};
use crate::text::Text;
use crate::words::screen::welcome as words;

pub(super) fn welcome(terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let rows = |rows: &[(&str, Text)]| -> Vec<(String, String)> {
        rows.iter().map(|(line, text)| ((*line).to_owned(), text.get(language).to_owned())).collect()
    };
    terminal.heading(&help::title(language, terminal.width))?;
    for (head, lines) in [(words::START_HERE, words::START), (words::LOOK_UP, words::LOOK)] {
        terminal.say("")?;
        terminal.heading(head.get(language))?;
        terminal.say(&definitions(&rows(lines), terminal.width))?;
    }
    terminal.say(&format!("\n{}", words::OTHER_LANGUAGE.get(language)))?;
    Ok(Exit::Done)
}
