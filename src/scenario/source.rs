//! # Where something stands
//!
//! Every value remembers the text it came from, so that a fault can point at it, whether that text is a file or the
//! argument of `--set`.

use std::ops::Range;
use std::sync::Arc;

use crate::text::shown;

/// A text that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file as the user typed it, or `--set`; nothing in it acts on a screen.
    pub name: String,
    /// The text itself.
    pub text: String,
    /// Where each line begins.
    lines: Vec<usize>,
    /// Characters before each stretch of [`STRETCH`] bytes: a line may be as long as the text.
    characters: Vec<usize>,
}

/// Bytes in which characters are counted anew for every place.
const STRETCH: usize = 1024;

/// What the argument of a `--set` is called in faults.
const SETTING: &str = "--set";

impl Source {
    /// A text to be shared by all places in it.
    pub fn new(name: &str, text: &str) -> Arc<Self> {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut before = 0;
        let counted = |stretch: &[u8]| {
            before += begun(stretch);
            before
        };
        let characters = std::iter::once(0).chain(text.as_bytes().chunks(STRETCH).map(counted)).collect();
        Arc::new(Self { name: shown(name).into_owned(), text: text.to_owned(), lines, characters })
    }

    /// Characters before a byte at which one begins.
    fn characters_before(&self, at: usize) -> usize {
        let stretch = at / STRETCH;
        self.characters[stretch] + begun(&self.text.as_bytes()[stretch * STRETCH..at])
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
        let (source, at) = (&self.source, self.span.start);
        let line = source.lines.partition_point(|start| *start <= at);
        (line, source.characters_before(at) - source.characters_before(source.lines[line - 1]) + 1)
    }
}

/// Characters that begin in these bytes of a text.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
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
    fn lines_and_columns_are_those_of_counting_from_the_start() {
        let text = format!("é{}\nà = 1{}\n\n{}z", "x".repeat(3 * STRETCH), "€\n".repeat(900), "𝄞".repeat(700));
        let source = Source::new("a.toml", &text);
        for (at, _) in text.char_indices().step_by(7) {
            let before = &text[..at];
            let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
            let counted = (before.matches('\n').count() + 1, line.chars().count() + 1);
            assert_eq!(Place::new(&source, at..at).line_and_column(), counted);
        }
    }

    #[test]
    fn a_place_never_splits_a_character_nor_leaves_the_text() {
        let source = Source::new("a.toml", "é");
        assert_eq!(Place::new(&source, 1..1).text(), "é");
        assert_eq!(Place::new(&source, 1..2).text(), "é");
        assert_eq!(Place::new(&source, 7..9).span, 2..2);
    }
}
