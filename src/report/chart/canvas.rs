//! # A sheet as a ground for plotters
//!
//! plotters counts in whole pixels. It is shown the sheet [`FINE`] times as large, so that no place moves by what an eye or a
//! printer could tell.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle};

use crate::report::sheet::{Anchor, Colour, Point, Sheet, Stroke, Type, disc, text_width};

/// Pixels of plotters in one unit of the sheet: a power of two, so that going there and back loses nothing.
pub const FINE: f64 = 1024.0;

/// The sheet on which plotters draws. What has no colour at all leaves no mark.
pub struct Canvas<'s>(pub &'s mut Sheet);

/// Nothing can fail on a sheet.
pub type Answer<T = ()> = Result<T, DrawingErrorKind<Infallible>>;

/// A length on the sheet in pixels of plotters.
pub fn fine(length: f64) -> i32 {
    (length * FINE).round() as i32
}

/// A place of plotters on the sheet.
pub fn point((x, y): BackendCoord) -> Point {
    (f64::from(x) / FINE, f64::from(y) / FINE)
}

fn colour(colour: BackendColor) -> Colour {
    let (red, green, blue) = colour.rgb;
    Colour(red, green, blue)
}

impl Canvas<'_> {
    fn stroke<S: BackendStyle>(&mut self, points: Vec<Point>, style: &S) {
        let ink = style.color();
        if ink.alpha > 0.0 {
            let width = f64::from(style.stroke_width()) / FINE;
            self.0.line(points, Stroke { colour: colour(ink).tint(ink.alpha), width, dash: &[] });
        }
    }

    fn fill(&mut self, outline: Vec<Point>, ink: BackendColor) {
        if ink.alpha > 0.0 {
            self.0.area(outline, colour(ink), ink.alpha);
        }
    }

    /// Fills an outline, or draws it and closes it.
    fn shape<S: BackendStyle>(&mut self, mut outline: Vec<Point>, style: &S, filled: bool) {
        if filled {
            self.fill(outline, style.color());
        } else {
            outline.extend(outline.first().copied());
            self.stroke(outline, style);
        }
    }
}

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (fine(self.0.width) as u32, fine(self.0.height) as u32)
    }

    fn ensure_prepared(&mut self) -> Answer {
        Ok(())
    }

    fn present(&mut self) -> Answer {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, ink: BackendColor) -> Answer {
        self.draw_rect((x, y), (x + 1, y + 1), &ink, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Answer {
        self.stroke(vec![point(from), point(to)], style);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, (left, top): BackendCoord, (right, bottom): BackendCoord, style: &S, fill: bool) -> Answer {
        self.shape([(left, top), (right, top), (right, bottom), (left, bottom)].map(point).to_vec(), style, fill);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Answer {
        self.stroke(path.into_iter().map(point).collect(), style);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, fill: bool) -> Answer {
        self.shape(disc(point(centre), f64::from(radius) / FINE, 32), style, fill);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, outline: I, style: &S) -> Answer {
        self.fill(outline.into_iter().map(point).collect(), style.color());
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, place: BackendCoord) -> Answer {
        let (size, pos, (x, y)) = (style.size() / FINE, style.anchor(), point(place));
        let anchor = match pos.h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        // from what plotters places to the baseline, in ems
        let down = match pos.v_pos {
            VPos::Top => 0.8,
            VPos::Center => 0.36,
            VPos::Bottom => -0.24,
        };
        let look = Type { size, bold: matches!(style.style(), FontStyle::Bold), colour: colour(style.color()) };
        self.0.text((x, y + down * size), text, look, anchor);
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(&self, text: &str, style: &T) -> Answer<(u32, u32)> {
        let wide = text_width(text, style.size(), matches!(style.style(), FontStyle::Bold));
        Ok((wide.ceil() as u32, style.size().ceil() as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::super::plot::{fill, pen};
    use super::*;
    use crate::report::sheet::Mark;
    use plotters::drawing::IntoDrawingArea;
    use plotters::element::{Circle, PathElement, Pixel, Rectangle, Text};
    use plotters::style::text_anchor::Pos;
    use plotters::style::{FontDesc, FontFamily, TRANSPARENT, TextStyle};

    #[test]
    fn what_plotters_draws_stands_on_the_sheet_where_it_was_meant() {
        let mut sheet = Sheet::default();
        let area = Canvas(&mut sheet).into_drawing_area();
        let red = Colour(255, 0, 0);
        let at = |x: f64, y: f64| (fine(x), fine(y));
        area.draw(&PathElement::new(vec![at(1.0, 2.0), at(3.5, 4.25)], pen(red, 1.5))).unwrap();
        area.draw(&PathElement::new(vec![at(1.0, 2.0), at(3.0, 4.0)], TRANSPARENT)).unwrap();
        area.draw(&Rectangle::new([at(10.0, 20.0), at(30.0, 40.0)], fill(red, 0.5))).unwrap();
        area.draw(&Circle::new(at(50.0, 50.0), fine(4.0), pen(red, 1.0))).unwrap();
        area.draw(&Pixel::new(at(7.0, 7.0), fill(red, 1.0))).unwrap();
        let font = FontDesc::new(FontFamily::SansSerif, 18.0 * FINE, FontStyle::Bold);
        area.draw(&Text::new("word", at(60.0, 60.0), TextStyle::from(font).pos(Pos::new(HPos::Right, VPos::Center)))).unwrap();
        drop(area);
        let [Mark::Line { points, stroke }, Mark::Area { points: corners, opacity, .. }, Mark::Line { points: round, .. }, pixel, word] =
            &sheet.marks[..]
        else {
            panic!("{:?}", sheet.marks)
        };
        assert_eq!((&points[..], stroke.colour), (&[(1.0, 2.0), (3.5, 4.25)][..], red));
        assert!((stroke.width - 1.5).abs() < 1e-9 && (opacity - 0.5).abs() < 1e-9);
        assert_eq!(corners[..], [(10.0, 20.0), (30.0, 20.0), (30.0, 40.0), (10.0, 40.0)]);
        assert_eq!((round.len(), round.first()), (33, round.last()));
        assert!(matches!(pixel, Mark::Area { .. }));
        let Mark::Text { at, look, anchor, .. } = word else { panic!("{word:?}") };
        assert!((at.0 - 60.0).abs() < 1e-9 && (at.1 - 66.48).abs() < 1e-9 && look.bold && *anchor == Anchor::End);
    }
}
