//! # The two languages
//!
//! Everything that people read exists in English and in Dutch. A [`Text`] holds both, so that neither can be forgotten;
//! files, keys and code stay English.

use std::borrow::Cow;
use std::fmt::Write;
use std::path::Path;

use serde::{Deserialize, Serialize};

/// The language that onfoot speaks to its reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// English, with a decimal point.
    #[default]
    English,
    /// Dutch as written in Belgium, with a decimal comma.
    Dutch,
}

impl Language {
    /// Both, English first.
    pub const BOTH: [Language; 2] = [Language::English, Language::Dutch];
}

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Dutch.
    pub nl: &'static str,
}

impl Text {
    /// The text in `language`.
    pub const fn get(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.en,
            Language::Dutch => self.nl,
        }
    }
}

/// A path as people write it.
pub fn shown_path(path: &Path) -> String {
    shown(&path.display().to_string().replace('\\', "/")).into_owned()
}

/// A word as a shell reads it back: left as it is where every character is harmless, else in single quotes; with characters that
/// act in it as `$'...'`, which bash and zsh know.
pub fn shell_word(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./=,:+@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    if word.chars().any(|c| acts(c) || c == '\n' || c == '\t') {
        let inside = word.replace('\\', r"\\").replace('\'', r"\'").replace('\n', r"\n").replace('\t', r"\t");
        return format!("$'{}'", shown(&inside));
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// How files and pages say which language it is.
pub const CODE: Text = text("en", "nl");

/// A [`Text`] from its English and its Dutch wording.
pub const fn text(en: &'static str, nl: &'static str) -> Text {
    Text { en, nl }
}

/// Whether a character would do something to a screen or a page instead of standing there: controls, marks that turn the
/// direction of writing, what has no width, and what XML forbids. Line breaks and tabs are layout. The two joiners (U+200C and
/// U+200D) are spelling, in Persian and in emoji, and stay.
const fn acts(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
        | '\u{e0000}'..='\u{e007f}')
}

/// The text with every character that would act on a screen or a page shown as TOML and JSON write it: `\u001b`. What comes from
/// a file or from the command line passes here before it is printed or written for people.
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if acts(c) {
            c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| {
                let _ = write!(out, "\\u{unit:04x}");
            });
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// The same on one line: line breaks and tabs become blanks.
pub fn on_one_line(text: &str) -> String {
    shown(&text.replace("\r\n", " ").replace(['\n', '\r', '\t'], " ")).into_owned()
}

/// The text in at most `most` characters: of a longer one its start and its end.
pub fn bounded(text: &str, most: usize) -> Cow<'_, str> {
    if text.len() <= most || text.chars().count() <= most {
        return Cow::Borrowed(text);
    }
    let tail = most / 4;
    let head: String = text.chars().take(most.saturating_sub(tail + 1)).collect();
    let end = text.char_indices().rev().take(tail).last().map_or(text.len(), |(at, _)| at);
    Cow::Owned(format!("{head}…{}", &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_back_the_word_that_was_meant() {
        assert_eq!(["a/b.toml", r"a\b.toml", "it's", "", "a b"].map(shell_word), ["a/b.toml", r"'a\b.toml'", r"'it'\''s'", "''", "'a b'"]);
    }

    #[test]
    fn what_would_act_is_shown_and_all_else_stays() {
        let plain = "Één titel: \u{201c}woord\u{201d} 3 × 4, \u{1f469}\u{200d}\u{1f680}\n\ttab";
        assert!(matches!(shown(plain), Cow::Borrowed(same) if same == plain));
        assert_eq!(
            shown("\u{1b}]0;x\u{7}\r\u{9b}31m\u{202e}\u{2066}\u{200b}\u{7f}"),
            r"\u001b]0;x\u0007\u000d\u009b31m\u202e\u2066\u200b\u007f"
        );
        assert_eq!(shown("\u{e0041}"), r"\udb40\udc41"); // as JSON has it
        assert_eq!(on_one_line("a\r\nb\tc\u{1b}"), r"a b c\u001b");
    }

    #[test]
    fn a_long_text_keeps_its_start_and_its_end() {
        assert_eq!(bounded("short", 10), "short");
        let long = bounded("abcdefghijklmnopqrstuvwxyz", 9);
        assert_eq!((long.as_ref(), long.chars().count()), ("abcdef…yz", 9));
    }

    #[test]
    fn a_quoted_word_is_one_word_of_a_shell_and_holds_nothing_that_acts() {
        assert_eq!(shell_word("a.toml"), "a.toml");
        assert_eq!(shell_word("it's"), r"'it'\''s'");
        assert_eq!(shell_word("a\u{1b}'\n"), r"$'a\u001b\'\n'");
        assert_eq!(shell_word(""), "''");
    }
}
