//! # `onfoot verify`
//!
//! Whether a finished folder can be reproduced here.

use serde_json::json;

use super::arguments::Verify;
use super::terminal::{Stop, Terminal};
use super::{Exit, hold};
use crate::study::verification;
use crate::text::shown_path as shown;
use crate::words::screen::verify as words;

/// Most differences told one by one.
const MOST: usize = 20;

pub(super) fn verify(asked: &Verify, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let hold = hold::look(&asked.dir, terminal)?;
    let seen = verification::verify(&asked.dir, asked.lives).map_err(|fault| terminal.refuse(&fault.say(language)))?;
    let seen = seen.ok_or_else(|| terminal.refuse(&words::not_finished(&shown(&asked.dir), language)))?;
    drop(hold);
    let differences: Vec<String> = seen.differences.iter().map(|difference| difference.say(language)).collect();
    let exit = if differences.is_empty() { Exit::Done } else { Exit::SaysNo };
    if asked.json {
        terminal.json(&json!({
            "reproduced": differences.is_empty(), "files": seen.files, "kept_files": seen.kept, "lives": seen.lives, "rows": seen.rows,
            "twins": seen.twins, "null_interventions": seen.nulls, "first_difference": differences.first(),
            "differences": differences, "not_looked_at": seen.unseen,
        }))?;
        return Ok(exit);
    }
    if differences.is_empty() {
        let lived = [seen.lives, seen.twins, seen.nulls];
        terminal.say(&words::reproduced(seen.files, seen.kept, lived, seen.rows, language))?;
    }
    differences.iter().take(MOST).try_for_each(|difference| terminal.say_wrapped(difference, 0))?;
    if differences.len() > MOST {
        terminal.say(&words::more(differences.len() - MOST, language))?;
    }
    if !seen.unseen.is_empty() {
        terminal.say_wrapped(&words::not_looked_at(&seen.unseen, MOST, language), 2)?;
    }
    terminal.say_wrapped(words::HOW_FAR.get(language), 2)?;
    Ok(exit)
}
