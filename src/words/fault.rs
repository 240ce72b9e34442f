//! # Faults in words
//!
//! What is wrong in lower case and without blame, what the caret points at, and help that can be copied.

mod explain;
mod file;
mod key;
mod story;
mod syntax;
mod value;
mod warning;

pub use explain::{CODES, CodeText, explain};

use crate::scenario::catalogue;
use crate::scenario::fault::{Fault, Problem};
use crate::scenario::kind::number;
use crate::text::{Language, Text, bounded, shown, text};

/// A fault in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// What is wrong.
    pub headline: String,
    /// What stands at the caret.
    pub label: String,
    /// What stands at the second place, if there is one.
    pub secondary: String,
    /// What to do: one text of several lines, the first most likely right.
    pub help: Vec<String>,
    /// What else is good to know.
    pub note: Vec<String>,
}

/// The sentence in the language `$l`, blanks filled in.
macro_rules! say {
    ($l:expr, $en:literal, $nl:literal) => {
        match $l {
            crate::text::Language::English => format!($en),
            crate::text::Language::Dutch => format!($nl),
        }
    };
}
use say;

/// `error` and `warning`, as printed.
pub const ERROR: Text = text("error", "fout");
/// A warning.
pub const WARNING: Text = text("warning", "waarschuwing");
/// Help.
pub const HELP: Text = text("help", "hulp");
/// A note.
pub const NOTE: Text = text("note", "noot");

impl Phrase {
    fn new(headline: String, label: String) -> Self {
        Self { headline, label, ..Self::default() }
    }

    fn help(mut self, line: String) -> Self {
        self.help.push(line);
        self
    }

    fn note(mut self, line: String) -> Self {
        self.note.push(line);
        self
    }

    fn secondary(mut self, text: String) -> Self {
        self.secondary = text;
        self
    }

    /// "did you mean", if there is something to mean.
    fn near(self, nearest: Option<&String>, l: Language) -> Self {
        match nearest {
            Some(nearest) => self.help(say!(l, "did you mean `{nearest}`?", "bedoelde je `{nearest}`?")),
            None => self,
        }
    }
}

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
        | Problem::UnevenDraws { .. } => value::size(&fault.problem, l),
        Problem::DuplicateId { .. }
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
        | Problem::WorldsAgain { .. } => warning::warning(&fault.problem, l),
    }
}

/// `[run]`, `[[event]]`, or the name of a small table.
fn brackets(table: &str, l: Language) -> String {
    match table {
        "" => say!(l, "the top of the file", "het begin van het bestand"),
        "event" | "repair" | "hypothesis" => format!("[[{table}]]"),
        _ if table.starts_with("arms.") => {
            let arm = &table["arms.".len()..];
            say!(l, "arm `{arm}`", "arm `{arm}`")
        }
        _ if catalogue::tables().any(|row| row.name == table) => format!("[{table}]"),
        _ => format!("`{table}`"),
    }
}

fn count(value: u64, l: Language) -> String {
    number(value as f64, l)
}
