//! # The terminal
//!
//! All text that the program shows goes through here: what people read to stdout, progress and notes to stderr. A reader who
//! hangs up (`onfoot list | head -1`) is a quiet end, not an error. Whatever a file or an argument holds, no control character of it
//! reaches the screen: see [`shown`].

use std::env;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::sync::Mutex;

use serde_json::Value;

use super::exit::Exit;
use crate::text::{Language, bounded, on_one_line, shown};
use crate::words::screen;

pub(super) mod chart;
pub(super) mod fault;
pub(super) mod layout;
pub(super) mod progress;
pub(super) mod table;

use layout::{definitions, fitted, paragraph};
use table::Table;

/// Most characters of an error: what somebody gave, however long, does not push the rest off the screen.
const LONGEST: usize = 1_000;

/// Why a command goes no further.
#[derive(Debug)]
pub(super) enum Stop {
    /// The reason was told.
    Told(Exit),
    /// The reader has hung up.
    ClosedPipe,
    /// Writing failed, say on a full disk.
    Broken(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Stop::ClosedPipe } else { Stop::Broken(error) }
    }
}

/// Where text goes, and what can be shown there.
#[allow(clippy::struct_excessive_bools, reason = "each is something that a terminal can do or not")]
pub(super) struct Terminal {
    /// The reader's language.
    pub language: Language,
    /// Columns.
    pub width: usize,
    /// Whether only ASCII can be shown.
    pub ascii: bool,
    /// Whether stdout takes colours.
    pub colour: bool,
    /// Whether stderr takes colours.
    pub colour_notes: bool,
    /// Whether stderr can redraw a line.
    pub redraws: bool,
    out: Box<dyn Write + Send + Sync>,
    notes: Mutex<Box<dyn Write + Send>>,
}

impl Terminal {
    /// The terminal at hand.
    pub fn new(language: Language, no_color: bool) -> Self {
        let smart = env::var_os("TERM").is_none_or(|term| term != "dumb");
        let colours = smart && !no_color && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        Self {
            language,
            width: width(),
            ascii: !speaks_utf8(),
            colour: colours && io::stdout().is_terminal(),
            colour_notes: colours && io::stderr().is_terminal(),
            redraws: smart && io::stderr().is_terminal(),
            out: Box::new(BufWriter::new(io::stdout())),
            notes: Mutex::new(Box::new(io::stderr())),
        }
    }

    /// No terminal: plain UTF-8 of 80 columns, to be read by whoever holds the other ends.
    pub fn plain(language: Language, out: Box<dyn Write + Send + Sync>, notes: Box<dyn Write + Send>) -> Self {
        let notes = Mutex::new(notes);
        Self { language, width: 80, ascii: false, colour: false, colour_notes: false, redraws: false, out, notes }
    }

    /// Whether somebody looks on.
    pub fn is_watched(&self) -> bool {
        self.redraws
    }

    /// Writes lines for people to stdout.
    pub fn say(&mut self, lines: &str) -> Result<(), Stop> {
        if self.ascii { self.data(&folded(lines)) } else { self.data(lines) }
    }

    /// Writes a heading to stdout.
    pub fn heading(&mut self, line: &str) -> Result<(), Stop> {
        let plain = if self.ascii { folded(line) } else { line.to_owned() };
        if self.colour { self.put(&format!("\u{1b}[1m{}\u{1b}[0m", shown(plain.trim_end()))) } else { self.data(&plain) }
    }

    /// Writes lines for programs to stdout. A control character that JSON itself leaves raw stands as JSON may also write it.
    pub fn data(&mut self, lines: &str) -> Result<(), Stop> {
        self.put(&shown(lines))
    }

    /// Writes an object for programs to stdout.
    pub fn json(&mut self, object: &Value) -> Result<(), Stop> {
        self.data(&serde_json::to_string_pretty(object).expect("made of numbers and texts"))
    }

    /// Writes a paragraph to stdout, behind `indent` spaces.
    pub fn say_wrapped(&mut self, text: &str, indent: usize) -> Result<(), Stop> {
        self.say(&paragraph(text, indent, self.width))
    }

    /// Writes a table to stdout.
    pub fn table(&mut self, table: &Table) -> Result<(), Stop> {
        self.say(&table.laid_out(self.width))
    }

    /// Writes terms and what they mean to stdout.
    pub fn definitions<T: AsRef<str>>(&mut self, rows: &[(String, T)]) -> Result<(), Stop> {
        self.say(&definitions(rows, self.width))
    }

    /// Writes a heading of parts to stdout, on as few lines as they fit.
    pub fn heading_of(&mut self, parts: &[String]) -> Result<(), Stop> {
        self.heading(&fitted(parts, self.width))
    }

    fn put(&mut self, lines: &str) -> Result<(), Stop> {
        self.out.write_all(lines.as_bytes())?;
        if !lines.ends_with('\n') {
            self.out.write_all(b"\n")?;
        }
        Ok(())
    }

    /// Lets everything out that was said so far.
    pub fn flush(&mut self) -> Result<(), Stop> {
        Ok(self.out.flush()?)
    }

    /// Writes lines for people to stderr. If nobody can read them there is nobody to tell. The word that begins an error is red
    /// where that can be shown.
    pub fn note(&self, lines: &str) {
        let plain = if self.ascii { folded(lines) } else { lines.to_owned() };
        let word = screen::ERROR.get(self.language);
        match plain.strip_prefix(word).filter(|rest| self.colour_notes && rest.starts_with(':')) {
            Some(rest) => self.put_note(&format!("\u{1b}[1;31m{word}\u{1b}[0m{}", shown(rest))),
            None => self.note_data(&plain),
        }
    }

    /// Writes a paragraph to stderr, behind `indent` spaces.
    pub fn note_wrapped(&self, text: &str, indent: usize) {
        self.note(&paragraph(text, indent, self.width));
    }

    /// `error: ...`, wrapped; [`Terminal::note`] makes it red where that can be shown.
    pub fn error(&self, headline: &str) -> String {
        let word = screen::ERROR.get(self.language);
        paragraph(&format!("{word}: {}", bounded(&on_one_line(headline), LONGEST)), 0, self.width)
    }

    /// The same, with what was probably meant.
    pub fn error_with(&self, headline: &str, meant: &[String]) -> String {
        let page = self.error(headline);
        if meant.is_empty() { page } else { page + &paragraph(&screen::did_you_mean(meant, self.language), 0, self.width) }
    }

    /// Says why a command cannot be done, which ends it.
    pub fn refuse(&self, headline: &str) -> Stop {
        self.note(&self.error(headline));
        Stop::Told(Exit::Input)
    }

    /// Says that somebody asked to stop, which ends a command.
    pub fn stopped(&self) -> Stop {
        self.note(screen::STOPPED.get(self.language));
        Stop::Told(Exit::Interrupted)
    }

    /// Writes lines for programs to stderr.
    pub fn note_data(&self, lines: &str) {
        self.put_note(&shown(lines));
    }

    /// Writes lines to stderr that were painted from texts without control characters: colours pass, nothing else does.
    pub fn note_painted(&self, lines: &str) {
        let plain = if self.ascii { folded(lines) } else { lines.to_owned() };
        self.put_note(&if self.colour_notes { only_colours(&plain) } else { shown(&plain).into_owned() });
    }

    fn put_note(&self, lines: &str) {
        let end = if lines.ends_with('\n') { "" } else { "\n" };
        if let Ok(mut notes) = self.notes.lock() {
            let _ = notes.write_all(format!("{lines}{end}").as_bytes());
        }
    }
}

/// A number for programs, which know no NaN.
pub(super) fn known(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// The text with its colours, and every other control character shown.
fn only_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut out = shown(parts.next().unwrap_or_default()).into_owned();
    for part in parts {
        let digits = part.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(part.len());
        let is_colour = part[digits..].starts_with('m');
        out.push_str(if is_colour { "\u{1b}[" } else { r"\u001b[" });
        out.push_str(&shown(part));
    }
    out
}

/// Columns of the terminal; of `COLUMNS` when there is no terminal; else 80.
fn width() -> usize {
    let seen = terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| width.0 as usize);
    let told = || env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    seen.filter(|&width| width > 0).or_else(told).unwrap_or(80).clamp(40, 120)
}

/// The first of the locale variables that says anything decides.
pub(super) fn locale(names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()))
}

/// Whether the locale is UTF-8. Where nothing is said it is taken to be, as terminals today are.
fn speaks_utf8() -> bool {
    locale(&["LC_ALL", "LC_CTYPE", "LANG"]).is_none_or(|value| {
        let value = value.to_lowercase();
        value.ends_with("utf-8") || value.ends_with("utf8")
    })
}

/// The text without letters and signs outside ASCII.
fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_ascii() => plain.push(c),
            'à' | 'á' | 'â' | 'ä' | 'å' => plain.push('a'),
            'ç' => plain.push('c'),
            'è' | 'é' | 'ê' | 'ë' => plain.push('e'),
            'Ä' | 'Á' | 'À' => plain.push('A'),
            'É' | 'È' | 'Ë' => plain.push('E'),
            'Ö' | 'Ó' => plain.push('O'),
            'Ü' | 'Ú' => plain.push('U'),
            'ì' | 'í' | 'î' | 'ï' => plain.push('i'),
            'ñ' => plain.push('n'),
            'ò' | 'ó' | 'ô' | 'ö' | 'ø' => plain.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => plain.push('u'),
            '\u{2018}' | '\u{2019}' => plain.push('\''),
            '\u{201c}' | '\u{201d}' => plain.push('"'),
            '\u{2010}'..='\u{2015}' | '−' => plain.push('-'),
            '…' => plain.push_str("..."),
            '×' => plain.push('x'),
            '→' => plain.push_str("->"),
            '\u{a0}' | '\u{202f}' => plain.push(' '),
            '≤' => plain.push_str("<="),
            '≥' => plain.push_str(">="),
            '±' => plain.push_str("+/-"),
            '·' | '•' => plain.push('*'),
            _ => plain.push('?'),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_stays_readable_in_ascii() {
        assert_eq!(folded("Vertrouwensquotiënt, één 60 × 2…"), "Vertrouwensquotient, een 60 x 2...");
    }

    #[test]
    fn of_what_is_painted_only_the_colours_pass() {
        let text = "\u{1b}[1;31merror\u{1b}[0m \u{1b}[2J \u{1b}]0;x\u{7}";
        assert_eq!(only_colours(text), "\u{1b}[1;31merror\u{1b}[0m \\u001b[2J \\u001b]0;x\\u0007");
    }

    #[test]
    fn a_reader_who_hangs_up_is_not_an_error() {
        assert!(matches!(Stop::from(io::Error::from(io::ErrorKind::BrokenPipe)), Stop::ClosedPipe));
        assert!(matches!(Stop::from(io::Error::from(io::ErrorKind::StorageFull)), Stop::Broken(_)));
    }
}
