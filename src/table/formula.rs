//! # Formulas
//!
//! A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break. A text that begins so gets an apostrophe
//! before it in every CSV that onfoot writes ([`safe`]), which is taken away where onfoot reads the file again ([`meant`]). Numbers
//! stay as they are, and so do texts in Parquet.

use std::borrow::Cow;

/// What begins a formula in a spreadsheet.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// Whether a spreadsheet would run this text, were the apostrophes before it not there.
fn runs(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

/// A text as a cell that no spreadsheet runs.
pub(super) fn safe(text: &str) -> Cow<'_, str> {
    if runs(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// A cell that is a number or a text.
pub(crate) fn cell_of(cell: &str) -> Cow<'_, str> {
    if cell.parse::<f64>().is_ok() { Cow::Borrowed(cell) } else { safe(cell) }
}

/// The text that a cell stands for.
pub(super) fn meant(cell: &str) -> &str {
    if runs(cell) { cell.strip_prefix('\'').unwrap_or(cell) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_a_formula_every_text_is_read_as_it_was_and_numbers_are_numbers() {
        for text in ["=1+1", "+a", "-foo", "@sum", "\t=1", "'=1", "''-x", "plain", "'tis", "", "a=b"] {
            let cell = safe(text);
            assert!(!cell.starts_with(FORMULA), "{cell}");
            assert_eq!(meant(&cell), text);
        }
        assert_eq!(
            (safe("=1"), cell_of("-0.5"), cell_of("1e-7"), cell_of("-x")),
            ("'=1".into(), "-0.5".into(), "1e-7".into(), "'-x".into())
        );
    }
}
