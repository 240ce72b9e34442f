//! # A sheet as pixels
//!
//! Shapes are drawn by plotters at four times the size of a slide and halved; letters are laid over them afterwards, at
//! fractions of a pixel, because plotters drops the room at their left.

use std::io::Cursor;

use ab_glyph::{Font, PxScale, point};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ColorType, ImageEncoder, Rgb, RgbImage};
use plotters::backend::BitMapBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon};
use plotters::style::{Color, RGBColor, ShapeStyle};

use crate::report::figure::palette::Colour;
use crate::report::figure::sheet::{Anchor, HEIGHT, Mark, Point, Sheet, Stroke, Type, WIDTH, font, letters};

const SCALE: f64 = 4.0;

type Area<'a> = DrawingArea<BitMapBackend<'a>, Shift>;

/// The sheet as a PNG of 3200 by 1800 that carries `words` (keyword and text) about itself.
pub fn png(sheet: &Sheet, words: &[(&str, &str)]) -> Result<Vec<u8>, String> {
    let (width, height) = ((WIDTH * SCALE) as u32, (HEIGHT * SCALE) as u32);
    let mut pixels = vec![255_u8; 3 * (width * height) as usize];
    {
        let area = BitMapBackend::with_buffer(&mut pixels, (width, height)).into_drawing_area();
        for mark in &sheet.marks {
            paint(&area, mark)?;
        }
        area.present().map_err(|e| e.to_string())?;
    }
    let large = RgbImage::from_raw(width, height, pixels).expect("the buffer has this size");
    let mut image = image::imageops::thumbnail(&large, width / 2, height / 2);
    for mark in &sheet.marks {
        if let Mark::Text { at, text, look, anchor } = mark {
            write(&mut image, *at, text, look, *anchor);
        }
    }
    let mut bytes = Cursor::new(Vec::new());
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive)
        .write_image(&image, width / 2, height / 2, ColorType::Rgb8)
        .map_err(|e| e.to_string())?;
    Ok(with_words(&bytes.into_inner(), words))
}

fn paint(area: &Area<'_>, mark: &Mark) -> Result<(), String> {
    match mark {
        Mark::Line { points, stroke } if stroke.dash.is_empty() => line(area, points, stroke),
        Mark::Line { points, stroke } => dashes(points, stroke.dash).iter().try_for_each(|piece| line(area, piece, stroke)),
        Mark::Area { points, fill, opacity } => {
            let points: Vec<_> = points.iter().map(|&p| pixel(p)).collect();
            area.draw(&Polygon::new(points, rgb(*fill).mix(*opacity).filled())).map_err(|e| e.to_string())
        }
        Mark::Text { .. } => Ok(()),
    }
}

/// Segment by segment with round joints: plotters' own wide paths leave holes in sharp turns.
fn line(area: &Area<'_>, points: &[Point], stroke: &Stroke) -> Result<(), String> {
    let width = (stroke.width * SCALE).round().max(1.0);
    let style: ShapeStyle = rgb(stroke.colour).filled().stroke_width(width as u32);
    let points: Vec<_> = points.iter().map(|&p| pixel(p)).collect();
    for pair in points.windows(2) {
        area.draw(&PathElement::new(pair.to_vec(), style)).map_err(|e| e.to_string())?;
    }
    if width > 3.0 {
        for &joint in points.iter().take(points.len() - 1).skip(1) {
            area.draw(&Circle::new(joint, width / 2.0 - 0.5, style)).map_err(|e| e.to_string())?;
        }
    }
    Ok(())
}

fn write(image: &mut RgbImage, (x, y): Point, text: &str, look: &Type, anchor: Anchor) {
    const SHOWN: f64 = SCALE / 2.0;
    let font = font(look.bold);
    let (letters, width) = letters(text, look.size, look.bold);
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    let height = f64::from(font.height_unscaled() / font.units_per_em().unwrap_or(1000.0));
    let scale = PxScale::from((look.size * SHOWN * height) as f32);
    for (id, along) in letters {
        let place = point(((left + along) * SHOWN) as f32, (y * SHOWN).round() as f32);
        let Some(outline) = font.outline_glyph(id.with_scale_and_position(scale, place)) else { continue };
        let corner = outline.px_bounds().min;
        outline.draw(|dx, dy, cover| {
            let (x, y) = (corner.x as i64 + i64::from(dx), corner.y as i64 + i64::from(dy));
            let inside = u32::try_from(x).ok().zip(u32::try_from(y).ok()).filter(|(x, y)| *x < image.width() && *y < image.height());
            if let Some((x, y)) = inside {
                blend(image.get_pixel_mut(x, y), look.colour, cover.clamp(0.0, 1.0));
            }
        });
    }
}

fn blend(pixel: &mut Rgb<u8>, Colour(red, green, blue): Colour, cover: f32) {
    for (below, above) in pixel.0.iter_mut().zip([red, green, blue]) {
        *below = (f32::from(*below) + (f32::from(above) - f32::from(*below)) * cover).round() as u8;
    }
}

fn pixel((x, y): Point) -> (i32, i32) {
    ((x * SCALE).round() as i32, (y * SCALE).round() as i32)
}

fn rgb(colour: Colour) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

/// Cuts a line into its dashes.
fn dashes(points: &[Point], dash: &[f64]) -> Vec<Vec<Point>> {
    let mut pieces = Vec::new();
    let (mut at, mut left, mut piece) = (0, dash[0], vec![points[0]]);
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        loop {
            let length = libm::hypot(to.0 - from.0, to.1 - from.1);
            if length <= left {
                left -= length;
                piece.push(to);
                break;
            }
            let t = left / length;
            from = (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t);
            piece.push(from);
            if at % 2 == 0 {
                pieces.push(std::mem::take(&mut piece));
            }
            at += 1;
            left = dash[at % dash.len()];
            piece = vec![from];
        }
    }
    if at % 2 == 0 && piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

/// Puts text chunks after the header of a PNG (PNG specification, `iTXt`: UTF-8, not compressed).
fn with_words(png: &[u8], words: &[(&str, &str)]) -> Vec<u8> {
    const HEADER: usize = 8 + 25; // signature, IHDR
    let mut out = png[..HEADER].to_vec();
    for (keyword, text) in words {
        let mut chunk = b"iTXt".to_vec();
        chunk.extend(keyword.bytes());
        chunk.extend([0, 0, 0, 0, 0]); // end of keyword, not compressed, method 0, no language, no translated keyword
        chunk.extend(text.bytes());
        out.extend((chunk.len() as u32 - 4).to_be_bytes());
        out.extend(&chunk);
        out.extend(crc(&chunk).to_be_bytes());
    }
    out.extend(&png[HEADER..]);
    out
}

/// CRC-32 as PNG wants it.
fn crc(bytes: &[u8]) -> u32 {
    !bytes
        .iter()
        .fold(u32::MAX, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), |c, _| if c & 1 == 1 { 0xEDB8_8320 ^ (c >> 1) } else { c >> 1 }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::figure::palette::{INK, solid};

    #[test]
    fn dashes_cover_their_share_of_the_line() {
        let pieces = dashes(&[(0.0, 0.0), (30.0, 0.0), (100.0, 0.0)], &[6.0, 4.0]);
        let drawn: f64 = pieces.iter().map(|p| p[p.len() - 1].0 - p[0].0).sum();
        assert_eq!(pieces.len(), 10);
        assert!((drawn - 60.0).abs() < 1e-9); // 10 dashes of 6
    }

    #[test]
    fn a_png_carries_its_words_and_is_the_same_twice() {
        let mut sheet = Sheet::default();
        sheet.line(vec![(10.0, 10.0), (700.0, 400.0)], solid(INK, 3.0));
        let bytes = png(&sheet, &[("Source", "onfoot één")]).unwrap();
        assert_eq!(bytes, png(&sheet, &[("Source", "onfoot één")]).unwrap());
        let words = "onfoot één".as_bytes();
        assert!(bytes.windows(words.len()).any(|w| w == words));
        let image = image::load_from_memory_with_format(&bytes, image::ImageFormat::Png).unwrap();
        assert_eq!((image.width(), image.height()), (3200, 1800));
        assert_eq!(crc(b"123456789"), 0xCBF4_3926); // the check value of CRC-32
    }
}
