//! # Where something stands
//!
//! Every value remembers the text it came from, so that a fault can point at it, whether that text is a file or the
//! argument of `--set`.

use std::ops::Range;
use std::sync::Arc;

/// A text that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file as the user typed it, or `--set`.
    pub name: String,
    /// The text itself.
    pub text: String,
}

/// What the argument of a `--set` is called in faults.
const SETTING: &str = "--set";

impl Source {
    /// A text to be shared by all places in it.
    pub fn new(name: &str, text: &str) -> Arc<Self> {
        Arc::new(Self { name: name.to_owned(), text: text.to_owned() })
    }

    /// The argument of a `--set`.
    pub fn setting(argument: &str) -> Arc<Self> {
        Self::new(SETTING, argument)
    }

    /// Whether this is the argument of a `--set`.
    pub fn is_setting(&self) -> bool {
        self.name == SETTING
    }
}

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The text.
    pub source: Arc<Source>,
    /// Bytes, always on character boundaries.
    pub span: Range<usize>,
}

impl Place {
    /// The stretch `span` of `source`, cut to what exists and moved to character boundaries.
    pub fn new(source: &Arc<Source>, span: Range<usize>) -> Self {
        let text = &source.text;
        let mut start = span.start.min(text.len());
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        let mut end = span.end.clamp(start, text.len());
        while !text.is_char_boundary(end) {
            end += 1;
        }
        Self { source: Arc::clone(source), span: start..end }
    }

    /// The text that stands there.
    pub fn text(&self) -> &str {
        &self.source.text[self.span.clone()]
    }

    /// Line and column, both counted from 1, the column in characters.
    pub fn line_and_column(&self) -> (usize, usize) {
        let before = &self.source.text[..self.span.start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// The line on which a place begins, without the blanks around it.
pub fn line_of(place: &Place) -> &str {
    let text = &place.source.text;
    let start = text[..place.span.start].rfind('\n').map_or(0, |at| at + 1);
    text[start..].split('\n').next().unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_characters_and_tabs_are_one() {
        let source = Source::new("a.toml", "één = 1\n\tb = 2\n");
        assert_eq!(Place::new(&source, 8..9).line_and_column(), (1, 7));
        assert_eq!(Place::new(&source, 11..12).line_and_column(), (2, 2));
    }

    #[test]
    fn a_place_never_splits_a_character_nor_leaves_the_text() {
        let source = Source::new("a.toml", "é");
        assert_eq!(Place::new(&source, 1..1).text(), "é");
        assert_eq!(Place::new(&source, 1..2).text(), "é");
        assert_eq!(Place::new(&source, 7..9).span, 2..2);
    }
}
