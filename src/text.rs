//! # The two languages
//!
//! Everything that people read exists in English and in Dutch. A [`Text`] holds both, so that neither can be forgotten;
//! files, keys and code stay English.

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

/// A word as a shell reads it back: left as it is where every character is harmless, else in single quotes.
pub fn shell_word(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./=,:+@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

/// A [`Text`] from its English and its Dutch wording.
pub const fn text(en: &'static str, nl: &'static str) -> Text {
    Text { en, nl }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_back_the_word_that_was_meant() {
        assert_eq!(["a/b.toml", r"a\b.toml", "it's", "", "a b"].map(shell_word), ["a/b.toml", r"'a\b.toml'", r"'it'\''s'", "''", "'a b'"]);
    }
}
