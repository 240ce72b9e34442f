//! # A sheet as vectors
//!
//! Text stays text. Each text says how wide it is (`textLength`), so that the layout holds in another font.

use std::fmt::Write;

use super::letters::text_width;
use super::mark::{Anchor, Mark, Point, Sheet};

/// The sheet as an SVG document that carries a title, a description and where it comes from.
pub fn svg(sheet: &Sheet, title: &str, description: &str, source: &str, language: &str) -> String {
    let [width, height] = sheet.medium.lengths([sheet.width, sheet.height]);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {} {}\" \
         role=\"img\" aria-labelledby=\"title desc\" xml:lang=\"{language}\" \
         font-family=\"'Noto Sans', 'Open Sans', 'Segoe UI', Verdana, 'DejaVu Sans', Arial, sans-serif\">\n\
         <title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n<metadata>{}</metadata>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
        short(sheet.width),
        short(sheet.height),
        escape(title),
        escape(description),
        escape(source)
    );
    marks(&mut out, sheet);
    out
}

/// A sheet as a part of a page: its description is a label, for ids must be unique in a page.
pub fn inline(sheet: &Sheet, label: &str, language: &str) -> String {
    let mut out = format!(
        "<svg viewBox=\"0 0 {} {}\" role=\"img\" lang=\"{language}\" aria-label=\"{}\" \
         font-family=\"'Noto Sans', 'Open Sans', 'Segoe UI', Verdana, 'DejaVu Sans', Arial, sans-serif\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
        short(sheet.width),
        short(sheet.height),
        escape(label)
    );
    marks(&mut out, sheet);
    out
}

fn marks(out: &mut String, sheet: &Sheet) {
    for mark in &sheet.marks {
        element(out, mark);
    }
    out.push_str("</svg>\n");
}

fn element(out: &mut String, mark: &Mark) {
    let _ = match mark {
        Mark::Line { points, stroke } => {
            let dash = match stroke.dash {
                [] => String::new(),
                dash => format!(" stroke-dasharray=\"{}\"", dash.iter().map(|d| short(*d)).collect::<Vec<_>>().join(" ")),
            };
            writeln!(
                out,
                "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"{dash}/>",
                list(points),
                stroke.colour.hex(),
                short(stroke.width)
            )
        }
        Mark::Area { points, fill, opacity } => {
            let opacity = if *opacity < 1.0 { format!(" fill-opacity=\"{}\"", short(*opacity)) } else { String::new() };
            writeln!(out, "<polygon points=\"{}\" fill=\"{}\"{opacity}/>", list(points), fill.hex())
        }
        Mark::Text { at, text, look, anchor } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let weight = if look.bold { " font-weight=\"700\"" } else { "" };
            writeln!(
                out,
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight} fill=\"{}\" text-anchor=\"{anchor}\" textLength=\"{}\" \
                 lengthAdjust=\"spacingAndGlyphs\">{}</text>",
                short(at.0),
                short(at.1),
                short(look.size),
                look.colour.hex(),
                short(text_width(text, look.size, look.bold)),
                escape(text)
            )
        }
    };
}

fn list(points: &[Point]) -> String {
    points.iter().map(|(x, y)| format!("{},{}", trim(&format!("{x:.1}")), trim(&format!("{y:.1}")))).collect::<Vec<_>>().join(" ")
}

/// At most two decimals, no trailing zeros.
fn short(value: f64) -> String {
    trim(&format!("{value:.2}"))
}

fn trim(text: &str) -> String {
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Safe inside XML; characters that XML forbids are dropped.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            c if c.is_control() || c == '\u{FFFE}' || c == '\u{FFFF}' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::mark::Type;
    use super::super::palette::INK;
    use super::*;

    #[test]
    fn text_is_escaped_and_says_how_wide_it_is() {
        let mut sheet = Sheet::default();
        sheet.text((10.0, 20.5), "R&D <1>\u{7}", Type::plain(20.0, INK), Anchor::Start);
        let svg = svg(&sheet, "A & B", "", "", "en");
        assert!(svg.contains("<title id=\"title\">A &amp; B</title>"));
        assert!(svg.contains(">R&amp;D &lt;1&gt;</text>") && svg.contains("textLength="));
        assert!(svg.contains("x=\"10\" y=\"20.5\""));
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!((short(1.0), short(-0.001), short(2.346)), ("1".to_owned(), "0".to_owned(), "2.35".to_owned()));
    }
}
