//! # A sheet as pixels
//!
//! Lines and areas are painted by tiny-skia, letters by their outlines, in the size of a screen of 1920 by 1080.

use std::io::Write;

use ab_glyph::{Font, PxScale, point};
use png::{BitDepth, ColorType, Compression, Encoder, Filter, PixelDimensions, Unit};
use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, PremultipliedColorU8, Stroke as Pen, StrokeDash, Transform,
};

use super::letters::{font, letters};
use super::mark::{Anchor, Mark, Point, Sheet, Type};
use super::palette::Colour;

/// The sheet as a PNG that carries `words` (keyword and text) about itself.
pub fn png(sheet: &Sheet, words: &[(&str, &str)]) -> Result<Vec<u8>, String> {
    let scale = sheet.medium.pixels();
    let enlarged = Transform::from_scale(scale as f32, scale as f32);
    let [width, height] = [sheet.width, sheet.height].map(|length| (length * scale).round() as u32);
    let mut image = Pixmap::new(width, height).ok_or("no room for the picture")?;
    image.fill(Color::WHITE);
    for mark in &sheet.marks {
        match mark {
            Mark::Line { points, stroke } => {
                let pen = Pen {
                    width: stroke.width as f32,
                    line_join: LineJoin::Round,
                    line_cap: LineCap::Butt,
                    dash: StrokeDash::new(stroke.dash.iter().map(|&length| length as f32).collect(), 0.0),
                    ..Pen::default()
                };
                if let Some(path) = path(points, false) {
                    image.stroke_path(&path, &paint(stroke.colour, 1.0), &pen, enlarged, None);
                }
            }
            Mark::Area { points, fill, opacity } => {
                if let Some(path) = path(points, true) {
                    image.fill_path(&path, &paint(*fill, *opacity), FillRule::Winding, enlarged, None);
                }
            }
            Mark::Text { at, text, look, anchor } => write(&mut image, scale, *at, text, look, *anchor),
        }
    }
    encode(&image, sheet.medium.dots_per_metre(), words)
}

/// A path through points; none where there is nothing to see.
fn path(points: &[Point], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (first, others) = points.split_first()?;
    path.move_to(first.0 as f32, first.1 as f32);
    others.iter().for_each(|point| path.line_to(point.0 as f32, point.1 as f32));
    if closed {
        path.close();
    }
    path.finish()
}

fn paint(Colour(red, green, blue): Colour, opacity: f64) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, (opacity * 255.0).round() as u8);
    paint
}

/// Packed lightly: large areas of one colour pack well in any case, and people wait for the picture.
fn encode(image: &Pixmap, density: Option<u32>, words: &[(&str, &str)]) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, image.width(), image.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    encoder.set_filter(Filter::Up);
    encoder.set_pixel_dims(density.map(|dots| PixelDimensions { xppu: dots, yppu: dots, unit: Unit::Meter }));
    for (keyword, text) in words {
        encoder.add_itxt_chunk((*keyword).to_owned(), (*text).to_owned()).map_err(|e| e.to_string())?;
    }
    let mut writer = encoder.write_header().map_err(|e| e.to_string())?;
    let mut stream = writer.stream_writer().map_err(|e| e.to_string())?;
    let mut row = vec![0; image.width() as usize * 3];
    for pixels in image.data().chunks_exact(image.width() as usize * 4) {
        for (out, pixel) in row.chunks_exact_mut(3).zip(pixels.chunks_exact(4)) {
            out.copy_from_slice(&pixel[..3]); // opaque throughout
        }
        stream.write_all(&row).map_err(|e| e.to_string())?;
    }
    stream.finish().map_err(|e| e.to_string())?;
    writer.finish().map_err(|e| e.to_string())?;
    Ok(bytes)
}

fn write(image: &mut Pixmap, scale: f64, (x, y): Point, text: &str, look: &Type, anchor: Anchor) {
    let font = font(look.bold);
    let (letters, width) = letters(text, look.size, look.bold);
    let left = anchor.start(x, width);
    let height = f64::from(font.height_unscaled() / font.units_per_em().unwrap_or(1000.0));
    let size = PxScale::from((look.size * scale * height) as f32);
    let (columns, rows) = (image.width(), image.height());
    for (id, along) in letters {
        let place = point(((left + along) * scale) as f32, (y * scale).round() as f32);
        let Some(outline) = font.outline_glyph(id.with_scale_and_position(size, place)) else { continue };
        let corner = outline.px_bounds().min;
        outline.draw(|dx, dy, cover| {
            let (x, y) = (corner.x as i64 + i64::from(dx), corner.y as i64 + i64::from(dy));
            let inside = u32::try_from(x).ok().zip(u32::try_from(y).ok()).filter(|(x, y)| *x < columns && *y < rows);
            if let Some((x, y)) = inside {
                blend(&mut image.pixels_mut()[(y * columns + x) as usize], look.colour, cover.clamp(0.0, 1.0));
            }
        });
    }
}

fn blend(pixel: &mut PremultipliedColorU8, Colour(red, green, blue): Colour, cover: f32) {
    let mix = |below: u8, above: u8| (f32::from(below) + (f32::from(above) - f32::from(below)) * cover).round() as u8;
    let (red, green, blue) = (mix(pixel.red(), red), mix(pixel.green(), green), mix(pixel.blue(), blue));
    *pixel = PremultipliedColorU8::from_rgba(red, green, blue, 255).unwrap_or(*pixel);
}

#[cfg(test)]
mod tests {
    use super::super::mark::solid;
    use super::super::palette::INK;
    use super::*;

    #[test]
    fn a_png_carries_its_words_and_is_the_same_twice() {
        let mut sheet = Sheet::default();
        sheet.line(vec![(10.0, 10.0), (700.0, 400.0)], solid(INK, 3.0));
        let bytes = png(&sheet, &[("Source", "onfoot één")]).unwrap();
        assert_eq!(bytes, png(&sheet, &[("Source", "onfoot één")]).unwrap());
        let words = "onfoot één".as_bytes();
        assert!(bytes.windows(words.len()).any(|w| w == words));
        let mut checked = png::Decoder::new(std::io::Cursor::new(&bytes));
        checked.ignore_checksums(false);
        let info = checked.read_info().unwrap().info().clone();
        assert_eq!((info.width, info.height), (1920, 1080));
        let (keyword, text) = (&info.utf8_text[0].keyword, info.utf8_text[0].get_text().unwrap()); // whose checksum has been checked
        assert_eq!((keyword.as_str(), text.as_str()), ("Source", "onfoot één"));
    }
}
