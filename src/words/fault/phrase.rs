//! # A phrase
//!
//! What a fault is in words, and how its parts are put together.

use crate::scenario::catalogue;
use crate::scenario::kind::number;
use crate::text::Language;

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
pub(super) use say;

impl Phrase {
    pub(super) fn new(headline: String, label: String) -> Self {
        Self { headline, label, ..Self::default() }
    }

    pub(super) fn help(mut self, line: String) -> Self {
        self.help.push(line);
        self
    }

    pub(super) fn note(mut self, line: String) -> Self {
        self.note.push(line);
        self
    }

    pub(super) fn secondary(mut self, text: String) -> Self {
        self.secondary = text;
        self
    }

    /// "did you mean", if there is something to mean.
    pub(super) fn near(self, nearest: Option<&String>, l: Language) -> Self {
        match nearest {
            Some(nearest) => self.help(say!(l, "did you mean `{nearest}`?", "bedoelde je `{nearest}`?")),
            None => self,
        }
    }
}

/// `[run]`, `[[event]]`, or the name of a small table.
pub(super) fn brackets(table: &str, l: Language) -> String {
    match table {
        "" => say!(l, "the top of the file", "het begin van het bestand"),
        "event" | "repair" | "hypothesis" => format!("[[{table}]]"),
        _ if table.starts_with("arms.") => {
            let arm = &table["arms.".len()..];
            say!(l, "arm `{arm}`", "variant `{arm}`")
        }
        _ if catalogue::tables().any(|row| row.name == table) => format!("[{table}]"),
        _ => format!("`{table}`"),
    }
}

/// A number of things.
pub(super) fn count(value: u64, l: Language) -> String {
    number(value as f64, l)
}
