//! # Letters
//!
//! The font that ships with the program, and how wide a text is in it.

use std::sync::OnceLock;

use ab_glyph::{Font, FontRef, GlyphId};

/// The font that ships with the program: figures do not depend on the machine's fonts.
pub fn font(bold: bool) -> &'static FontRef<'static> {
    static FONTS: OnceLock<[FontRef<'static>; 2]> = OnceLock::new();
    let valid = |bytes| FontRef::try_from_slice(bytes).expect("the font that ships with the program is valid");
    &FONTS.get_or_init(|| [valid(notosans::REGULAR_TTF), valid(notosans::BOLD_TTF)])[usize::from(bold)]
}

/// The letters of a text with the place of each from the start of the text, and the width of the whole.
pub fn letters(text: &str, size: f64, bold: bool) -> (Vec<(GlyphId, f64)>, f64) {
    let font = font(bold);
    let unit = size / f64::from(font.units_per_em().unwrap_or(1000.0));
    let (mut letters, mut x, mut previous) = (Vec::new(), 0.0, None);
    for id in text.chars().map(|c| font.glyph_id(c)) {
        x += previous.map_or(0.0, |p| f64::from(font.kern_unscaled(p, id))) * unit;
        letters.push((id, x));
        x += f64::from(font.h_advance_unscaled(id)) * unit;
        previous = Some(id);
    }
    (letters, x)
}

pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    letters(text, size, bold).1
}
