//! # Faults in words
//!
//! What is wrong in lower case and without blame, what the caret points at, and help that can be copied.

mod explain;
mod file;
mod key;
mod phrase;
mod story;
mod syntax;
mod value;
mod warning;

pub use explain::{CODES, CodeText, explain};
pub use phrase::Phrase;

use crate::scenario::fault::{Fault, Problem};
use crate::text::{Language, Text, bounded, shown, text};

/// `error` and `warning`, as printed.
pub const ERROR: Text = text("error", "fout");
/// A warning.
pub const WARNING: Text = text("warning", "waarschuwing");
/// Help.
pub const HELP: Text = text("help", "hulp");
/// A note.
pub const NOTE: Text = text("note", "noot");

/// Most characters of one of the texts of a phrase.
const LONGEST: usize = 600;
/// Most lines of help or note.
const MOST_LINES: usize = 40;

/// A fault on one line: `file:line:column: error[E003]: ...`.
pub fn line(fault: &Fault, language: Language) -> String {
    let level = if fault.is_error() { ERROR } else { WARNING }.en;
    let (code, headline) = (fault.code().key(), phrase(fault, language).headline);
    match &fault.place {
        Some(place) => {
            let (line, column) = place.line_and_column();
            format!("{}:{line}:{column}: {level}[{code}]: {headline}", place.source.name)
        }
        None => format!("{level}[{code}]: {headline}"),
    }
}

/// `fault` in the language `l`, in texts of bounded length that can be shown anywhere.
pub fn phrase(fault: &Fault, l: Language) -> Phrase {
    let said = |text: String| bounded(&shown(&text), LONGEST).into_owned();
    let lines = |lines: Vec<String>| lines.into_iter().take(MOST_LINES).map(said).collect();
    let Phrase { headline, label, secondary, help, note } = in_full(fault, l);
    Phrase { headline: said(headline), label: said(label), secondary: said(secondary), help: lines(help), note: lines(note) }
}

fn in_full(fault: &Fault, l: Language) -> Phrase {
    match &fault.problem {
        Problem::NotFound { .. }
        | Problem::NotUtf8
        | Problem::Empty
        | Problem::TooLarge { .. }
        | Problem::Cycle { .. }
        | Problem::NoBase { .. } => file::file(&fault.problem, l),
        Problem::Syntax { syntax } => syntax::phrase(syntax, l),
        Problem::DecimalComma { .. } | Problem::DuplicateKey { .. } => file::writing(fault, l),
        Problem::UnknownTable { .. }
        | Problem::UnknownKey { .. }
        | Problem::DutchWord { .. }
        | Problem::Missing { .. }
        | Problem::NotForThis { .. }
        | Problem::Exclusive { .. }
        | Problem::Shape { .. } => key::key(&fault.problem, l),
        Problem::WrongType { .. }
        | Problem::OutOfRange { .. }
        | Problem::NotFinite { .. }
        | Problem::NotAmong { .. }
        | Problem::NoTime { .. }
        | Problem::Disorder { .. } => value::value(&fault.problem, l),
        Problem::TooManyPeople { .. }
        | Problem::NoSuchTeam { .. }
        | Problem::NoSuchSeat { .. }
        | Problem::TooMany { .. }
        | Problem::LoneReplicate { .. }
        | Problem::TooManyLives { .. }
        | Problem::UnevenDraws { .. }
        | Problem::NoFactors
        | Problem::TooManyPoints { .. }
        | Problem::FactorValues { .. } => value::size(&fault.problem, l),
        Problem::DuplicateId { .. }
        | Problem::SameSides { .. }
        | Problem::BadName { .. }
        | Problem::RepairBeforeBreach { .. }
        | Problem::NotABreach { .. }
        | Problem::NotAnAssignment { .. }
        | Problem::NotSettable { .. }
        | Problem::Unknown { .. } => story::story(&fault.problem, l),
        Problem::NeverHappens { .. }
        | Problem::FewReplicates { .. }
        | Problem::SurveyAfterEnd { .. }
        | Problem::UnusedRepair { .. }
        | Problem::IdleChange { .. }
        | Problem::Fleeting { .. }
        | Problem::Undone { .. }
        | Problem::WorldsAgain { .. }
        | Problem::IdlePoints { .. } => warning::warning(&fault.problem, l),
    }
}
