//! # Which language to speak
//!
//! `--lang` decides; else the locale. Known before the arguments are read, since what is wrong with them must be said too.

use std::ffi::OsString;

use super::terminal;
use crate::text::Language;

/// The language asked for.
pub(super) fn choose(arguments: &[OsString]) -> Language {
    let locale = || terminal::locale(&["LC_ALL", "LC_MESSAGES", "LANG"]);
    match asked(arguments).or_else(locale) {
        Some(name) if name.to_lowercase().starts_with("nl") => Language::Dutch,
        _ => Language::English,
    }
}

/// The value of the last `--lang`.
fn asked(arguments: &[OsString]) -> Option<String> {
    let words: Vec<_> = arguments.iter().map(|word| word.to_string_lossy()).take_while(|word| word != "--").collect();
    let beside = |i: usize| (words[i] == "--lang").then(|| words.get(i + 1).map(ToString::to_string)).flatten();
    let joined = |i: usize| words[i].strip_prefix("--lang=").map(ToString::to_string);
    (0..words.len()).rev().find_map(|i| joined(i).or_else(|| beside(i)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_option_is_seen_in_both_its_spellings() {
        let seen = |line: &str| asked(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(seen("onfoot --lang nl list").as_deref(), Some("nl"));
        assert_eq!(seen("onfoot list --lang=en").as_deref(), Some("en"));
        assert_eq!(seen("onfoot list --lang"), None);
        assert_eq!(seen("onfoot explain -- --lang nl"), None);
    }
}
