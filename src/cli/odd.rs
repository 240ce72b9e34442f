//! # `onfoot odd`
//!
//! The ODD protocol of the model and a scenario, to stdout or to a file.

use super::Exit;
use super::arguments::Odd;
use super::reading::read_or_default;
use super::terminal::{Stop, Terminal};
use crate::folder::write_file;
use crate::report::odd::odd;
use crate::text::{on_one_line, shown_path as shown};
use crate::words::odd as words;

pub(super) fn tell(asked: &Odd, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let (scenario, inputs) = read_or_default(asked.file.as_deref(), terminal)?;
    let name = asked.file.as_ref().map(|file| on_one_line(&shown(file)));
    let protocol = odd(&scenario, name.as_deref(), language);
    let Some(output) = &asked.output else {
        terminal.data(&protocol)?;
        return Ok(Exit::Done);
    };
    write_file(output, protocol.as_bytes(), &inputs, false).map_err(|fault| terminal.refuse(&fault.say(language)))?;
    terminal.say(&words::written(&shown(output), language))?;
    Ok(Exit::Done)
}
