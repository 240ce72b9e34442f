//! # A sheet as a document
//!
//! A PDF of one page, all of it vectors. Text stays text: the letters in use are embedded, with what they stand for, so that it can
//! be searched and copied. It says no time, so that the same figure is the same bytes.

use std::collections::BTreeMap;

use ab_glyph::Font;
use pdf_writer::types::{CidFontType, FontFlags, LineJoinStyle, SystemInfo, UnicodeCmap};
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use subsetter::GlyphRemapper;

use super::letters::{font, letters};
use super::mark::{Anchor, Mark, Point, Sheet, Type};
use super::medium::Medium;
use super::palette::Colour;
use super::vector::escape;

const SYSTEM: SystemInfo<'_> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
/// The names of the fonts: regular, bold.
const FONTS: [(&str, &str); 2] = [("R", "ONFOOT+NotoSans-Regular"), ("B", "ONFOOT+NotoSans-Bold")];

/// The letters of one font that a sheet uses.
#[derive(Default)]
struct Letters {
    remap: GlyphRemapper,
    /// What each stands for, by its new number.
    meaning: BTreeMap<u16, char>,
}

/// The sheet as a PDF that carries a title, what it shows and where it comes from.
pub fn pdf(sheet: &Sheet, title: &str, description: &str, source: &str, language: &str) -> Result<Vec<u8>, String> {
    let mut fonts = [Letters::default(), Letters::default()];
    let content = content(sheet, &mut fonts);
    let [catalogue, tree, page, page_content, info, about_it] = [1, 2, 3, 4, 5, 6].map(Ref::new);
    let (first_font, first_state) = (7, 100);
    let unit = Medium::unit();
    let mut pdf = Pdf::new();
    let mut root = pdf.catalog(catalogue);
    root.pages(tree).lang(TextStr(language)).metadata(about_it);
    root.viewer_preferences().display_doc_title(true);
    root.finish();
    pdf.pages(tree).kids([page]).count(1);
    let mut leaf = pdf.page(page);
    leaf.parent(tree).contents(page_content);
    leaf.media_box(Rect::new(0.0, 0.0, (sheet.width * unit) as f32, (sheet.height * unit) as f32));
    let mut resources = leaf.resources();
    let opacities = opacities(sheet);
    let mut states = resources.ext_g_states();
    for (i, _) in opacities.iter().enumerate() {
        states.pair(Name(format!("G{i}").as_bytes()), Ref::new(first_state + i as i32));
    }
    states.finish();
    let mut named = resources.fonts();
    for (i, (short, _)) in FONTS.iter().enumerate() {
        named.pair(Name(short.as_bytes()), Ref::new(first_font + 5 * i as i32));
    }
    named.finish();
    resources.finish();
    leaf.finish();
    pdf.stream(page_content, &content);
    for (i, opacity) in opacities.iter().enumerate() {
        pdf.ext_graphics(Ref::new(first_state + i as i32)).non_stroking_alpha(f32::from(*opacity) / 255.0);
    }
    for (i, letters) in fonts.iter().enumerate() {
        embed(&mut pdf, first_font + 5 * i as i32, FONTS[i].1, i == 1, letters)?;
    }
    pdf.metadata(about_it, xmp(title, description, source, language).as_bytes());
    let mut about = pdf.document_info(info);
    about.title(TextStr(title)).subject(TextStr(description.trim())).keywords(TextStr(source)).creator(TextStr("onfoot"));
    about.finish();
    Ok(pdf.finish())
}

/// The same facts for catalogues of documents.
fn xmp(title: &str, description: &str, source: &str, language: &str) -> String {
    let said = |text: &str| format!("<rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt>", escape(text.trim()));
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{}</dc:title><dc:description>{}</dc:description><dc:source>{}</dc:source>\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\
         </rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>",
        said(title),
        said(description),
        escape(source)
    )
}

/// The opacities of a sheet in parts of 255; full opacity, which letters have, is the last.
fn opacities(sheet: &Sheet) -> Vec<u8> {
    let of = |mark: &Mark| if let Mark::Area { opacity, .. } = mark { Some(part(*opacity)) } else { None };
    let mut all: Vec<u8> = sheet.marks.iter().filter_map(of).chain([255]).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn part(opacity: f64) -> u8 {
    (opacity * 255.0).round() as u8
}

fn content(sheet: &Sheet, fonts: &mut [Letters; 2]) -> Vec<u8> {
    let opacities = opacities(sheet);
    let unit = Medium::unit() as f32;
    let mut out = Content::new();
    // from here on the sheet's own units, down the page
    out.transform([unit, 0.0, 0.0, -unit, 0.0, sheet.height as f32 * unit]);
    out.set_line_join(LineJoinStyle::RoundJoin);
    for mark in &sheet.marks {
        match mark {
            Mark::Line { points, stroke } => {
                let [r, g, b] = shades(stroke.colour);
                out.set_stroke_rgb(r, g, b).set_line_width(stroke.width as f32);
                out.set_dash_pattern(stroke.dash.iter().map(|length| *length as f32), 0.0);
                trace(&mut out, points);
                out.stroke();
            }
            Mark::Area { points, fill, opacity } => {
                let [r, g, b] = shades(*fill);
                let state = opacities.binary_search(&part(*opacity)).unwrap_or(0);
                out.set_parameters(Name(format!("G{state}").as_bytes())).set_fill_rgb(r, g, b);
                trace(&mut out, points);
                out.close_path().fill_nonzero();
            }
            Mark::Text { at, text, look, anchor } => {
                out.set_parameters(Name(format!("G{}", opacities.len() - 1).as_bytes()));
                write(&mut out, &mut fonts[usize::from(look.bold)], *at, text, *look, *anchor);
            }
        }
    }
    out.finish().to_vec()
}

fn shades(Colour(red, green, blue): Colour) -> [f32; 3] {
    [red, green, blue].map(|shade| f32::from(shade) / 255.0)
}

fn trace(out: &mut Content, points: &[Point]) {
    for (i, (x, y)) in points.iter().enumerate() {
        if i == 0 {
            out.move_to(*x as f32, *y as f32);
        } else {
            out.line_to(*x as f32, *y as f32);
        }
    }
}

fn write(out: &mut Content, known: &mut Letters, (x, y): Point, text: &str, look: Type, anchor: Anchor) {
    let (placed, width) = letters(text, look.size, look.bold);
    let left = anchor.start(x, width);
    let [r, g, b] = shades(look.colour);
    let font = font(look.bold);
    let em = f64::from(font.units_per_em().unwrap_or(1000.0));
    out.begin_text().set_fill_rgb(r, g, b);
    out.set_font(Name(FONTS[usize::from(look.bold)].0.as_bytes()), look.size as f32);
    out.set_text_matrix([1.0, 0.0, 0.0, -1.0, left as f32, y as f32]);
    let mut line = out.show_positioned();
    let mut items = line.items();
    let mut pen = 0.0;
    for ((glyph, along), letter) in placed.iter().zip(text.chars()) {
        // kerning, in thousandths of the em
        if (along - pen).abs() > 1e-6 {
            items.adjust((-1000.0 * (along - pen) / look.size) as f32);
        }
        let new = known.remap.remap(glyph.0);
        known.meaning.entry(new).or_insert(letter);
        items.show(Str(&new.to_be_bytes()));
        pen = along + f64::from(font.h_advance_unscaled(*glyph)) / em * look.size;
    }
    items.finish();
    line.finish();
    out.end_text();
}

/// A font with the letters in use, in five objects from `first` on.
fn embed(pdf: &mut Pdf, first: i32, name: &str, bold: bool, letters: &Letters) -> Result<(), String> {
    let [whole, descendant, descriptor, map, file] = [0, 1, 2, 3, 4].map(|i| Ref::new(first + i));
    let bytes = if bold { notosans::BOLD_TTF } else { notosans::REGULAR_TTF };
    let subset = subsetter::subset(bytes, 0, &letters.remap).map_err(|error| error.to_string())?;
    let font = font(bold);
    let scale = 1000.0 / font.units_per_em().unwrap_or(1000.0);
    let name = Name(name.as_bytes());
    let mut outer = pdf.type0_font(whole);
    outer.base_font(name).encoding_predefined(Name(b"Identity-H")).descendant_font(descendant).to_unicode(map);
    outer.finish();
    let mut inner = pdf.cid_font(descendant);
    inner.subtype(CidFontType::Type2).base_font(name).system_info(SYSTEM).font_descriptor(descriptor).default_width(0.0);
    inner.cid_to_gid_map_predefined(Name(b"Identity"));
    let widths = letters.remap.remapped_gids().map(|old| font.h_advance_unscaled(ab_glyph::GlyphId(old)) * scale);
    inner.widths().consecutive(0, widths);
    inner.finish();
    let (ascent, descent) = (font.ascent_unscaled() * scale, font.descent_unscaled() * scale);
    let mut about = pdf.font_descriptor(descriptor);
    about.name(name).flags(FontFlags::SYMBOLIC).bbox(Rect::new(-600.0, descent, 2500.0, ascent)).italic_angle(0.0);
    about.ascent(ascent).descent(descent).cap_height(714.0).stem_v(if bold { 140.0 } else { 80.0 }).font_file2(file);
    about.finish();
    let mut meanings = UnicodeCmap::new(Name(b"Letters"), SYSTEM);
    for (new, letter) in &letters.meaning {
        meanings.pair(*new, *letter);
    }
    pdf.cmap(map, &meanings.finish());
    pdf.stream(file, &subset).pair(Name(b"Length1"), subset.len() as i32);
    Ok(())
}
