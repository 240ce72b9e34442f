//! # The command line
//!
//! The door that people use. Each command is one file; this one hands out the work and decides the exit code.

#![allow(clippy::format_push_string, clippy::format_collect, reason = "screens are small, and this way they read as they look")]

use std::ffi::OsString;
use std::io::Write;

mod arguments;
mod calibrate;
mod check;
mod cite;
mod cluster;
mod compare;
mod exit;
mod explain;
mod help;
mod hold;
mod language;
mod list;
mod live;
mod lock;
mod merge;
mod new;
mod odd;
mod open;
mod pace;
mod part;
mod parts;
mod plot;
mod portfolio;
mod question;
mod reading;
mod replay;
mod run;
mod schema;
mod sensitivity;
mod shell;
mod stop;
mod story;
mod sweep;
mod terminal;
mod usage;
mod validate;
mod verify;
mod welcome;
mod why;
mod worlds;

use arguments::Command;
use exit::Exit;
use terminal::{Stop, Terminal};

use crate::threads;
use crate::words::{disk, screen};

/// Does what was typed and returns the exit code. The first word is the program's own name.
pub fn main(typed: &[OsString]) -> i32 {
    stop::not_on_large_files();
    let no_color = typed.iter().any(|word| word == "--no-color");
    ended(typed, Terminal::new(language::choose(typed), no_color))
}

/// The same within a program that keeps what is said: plain text of 80 columns, `out` in place of stdout and `notes` in place of
/// stderr. Files are those of the working directory, as ever.
pub fn answer_into(typed: &[OsString], out: Box<dyn Write + Send + Sync>, notes: Box<dyn Write + Send>) -> i32 {
    ended(typed, Terminal::plain(language::choose(typed), out, notes))
}

fn ended(typed: &[OsString], mut terminal: Terminal) -> i32 {
    let answered = match answer(typed, &mut terminal) {
        Err(Stop::Told(exit)) => Ok(exit),
        answered => answered,
    };
    match answered.and_then(|exit| terminal.flush().map(|()| exit)) {
        Ok(exit) | Err(Stop::Told(exit)) => exit.code(),
        Err(Stop::ClosedPipe) => Exit::Done.code(),
        Err(Stop::Broken(why)) => {
            terminal.refuse(&screen::stdout_broken(&disk::on_disk(&why, terminal.language), terminal.language));
            Exit::Input.code()
        }
    }
}

fn answer(typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let arguments = match arguments::parse(typed) {
        Ok(arguments) => arguments,
        Err(fault) => return usage::answer(&fault, typed, terminal),
    };
    if let Some(asked) = arguments.command.as_ref().and_then(Command::threads) {
        threads::ready(asked);
    }
    match arguments.command {
        None => welcome::welcome(terminal),
        Some(Command::Explain(asked)) => explain::explain(&asked, terminal),
        Some(Command::Lesson(asked)) => live::lesson(&asked, terminal),
        Some(Command::Workbench(asked)) => live::workbench(&asked, terminal),
        Some(Command::List(asked)) => list::list(&asked, terminal),
        Some(Command::Check(asked)) => check::check(&asked, terminal),
        Some(Command::Run(asked)) => match &asked.part {
            None => run::run(&asked.run, typed, terminal, sweep::run),
            Some(part) => part::part(part, &asked.run, typed, terminal),
        },
        Some(Command::Parts(asked)) => parts::parts(&asked, typed, terminal),
        Some(Command::Merge(asked)) => merge::merge(&asked, terminal),
        Some(Command::Cluster(asked)) => cluster::cluster(&asked, typed, terminal),
        Some(Command::Compare(asked)) => compare::compare(&asked, typed, terminal),
        Some(Command::Lock(asked)) => lock::lock(&asked, terminal),
        Some(Command::Verify(asked)) => verify::verify(&asked, terminal),
        Some(Command::Why(asked)) => why::why(&asked, terminal),
        Some(Command::Story(asked)) => story::story(&asked, terminal),
        Some(Command::Plot(asked)) => plot::plot(&asked, terminal),
        Some(Command::New(asked)) => new::new(&asked, terminal),
        Some(Command::Cite(asked)) => cite::cite(&asked, terminal),
        Some(Command::Odd(asked)) => odd::tell(&asked, terminal),
        Some(Command::Validate(asked)) => validate::validate(&asked, typed, terminal),
        Some(Command::Calibrate(asked)) => calibrate::calibrate(&asked, typed, terminal),
        Some(Command::Sensitivity(asked)) => sensitivity::sensitivity(&asked, typed, terminal),
        Some(Command::Worlds(asked)) => worlds::worlds(&asked, typed, terminal),
        Some(Command::Portfolio(asked)) => portfolio::portfolio(&asked, typed, terminal),
        Some(Command::Open(asked)) => open::open(&asked, terminal),
        Some(Command::Completions(asked)) => shell::completions(&asked, terminal),
        Some(Command::Man(asked)) => shell::man(&asked, terminal),
        Some(Command::Schema) => schema::show(terminal),
    }
}
