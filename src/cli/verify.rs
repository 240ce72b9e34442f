//! # `onfoot verify`
//!
//! Whether a finished folder can be reproduced here.

use serde_json::json;

use super::Exit;
use super::arguments::Verify;
use super::hold;
use super::layout::paragraph;
use super::terminal::{Stop, Terminal};
use super::usage;
use crate::study::verifying;
use crate::text::shown_path as shown;
use crate::words::screen::verify as words;

pub(super) fn verify(asked: &Verify, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let seen = match hold::look(&asked.dir).and_then(|_hold| verifying::verify(&asked.dir, asked.lives)) {
        Ok(Some(seen)) => seen,
        Ok(None) => {
            terminal.note(&usage::error(&words::not_finished(&shown(&asked.dir), language), terminal));
            return Ok(Exit::Input);
        }
        Err(fault) => {
            terminal.note(&usage::error(&fault.say(language), terminal));
            return Ok(Exit::Input);
        }
    };
    let differences: Vec<String> = seen.differences.iter().map(|difference| difference.say(language)).collect();
    let reproduced = differences.is_empty();
    if asked.json {
        let object = json!({
            "reproduced": reproduced, "files": seen.files, "kept_files": seen.kept, "lives": seen.lives, "rows": seen.rows,
            "twins": seen.twins, "null_interventions": seen.nulls, "first_difference": differences.first(),
            "differences": differences, "not_looked_at": seen.unseen,
        });
        terminal.data(&serde_json::to_string_pretty(&object).expect("made of numbers and texts"))?;
        return Ok(if reproduced { Exit::Done } else { Exit::SaysNo });
    }
    if reproduced {
        let lived = [seen.lives, seen.twins, seen.nulls];
        terminal.say(&words::reproduced(seen.files, seen.kept, lived, seen.rows, language))?;
    } else {
        for difference in differences.iter().take(MOST) {
            terminal.say(&paragraph(difference, 0, terminal.width))?;
        }
        if let Some(more) = differences.len().checked_sub(MOST).filter(|more| *more > 0) {
            terminal.say(&words::more(more, language))?;
        }
    }
    if !seen.unseen.is_empty() {
        terminal.say(&paragraph(&words::not_looked_at(&seen.unseen, MOST, language), 2, terminal.width))?;
    }
    terminal.say(&paragraph(words::HOW_FAR.get(language), 2, terminal.width))?;
    Ok(if reproduced { Exit::Done } else { Exit::SaysNo })
}

/// Most differences told one by one.
const MOST: usize = 20;
