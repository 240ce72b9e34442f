//! # A chart
//!
//! A plot between two axes, drawn by plotters on the sheet.

use plotters::chart::{ChartBuilder, ChartContext, LabelAreaPosition};
use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::IntoDrawingArea;
use plotters::element::{Drawable, PathElement, PointCollection};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBAColor, ShapeStyle, TRANSPARENT, TextStyle};
use plotters_backend::BackendCoord;

use super::axis::Axis;
use super::canvas::{Answer, Canvas, FINE, fine, point};
use crate::report::sheet::{AXIS, Anchor, Colour, GRID, MUTED, Point, Rect, Sheet, Stroke, TICK, Type, fit, text_width};

/// Length of a tick; the numbers stand as far again from it.
const MARK: f64 = 6.0;
/// Why drawing goes well.
const NEVER: &str = "a sheet takes every mark";

pub struct Chart<'s> {
    /// The room between the axes.
    pub plot: Rect,
    context: ChartContext<'s, Canvas<'s>, Cartesian2d<Axis, Axis>>,
}

/// The room between two axes whose titles and numbers stand inside `room`; on the right `gutter` is left free.
pub fn plot(room: Rect, gutter: f64, x: &Axis, y: &Axis) -> Rect {
    let left = room.left + y.numbers();
    let last = x.ticks.last().map_or(0.0, |(_, said)| text_width(said, TICK, false) / 2.0);
    let right = (room.right - gutter.max(last)).max(left + 50.0);
    let bottom = room.bottom - if x.title.is_empty() { 34.0 } else { 56.0 };
    let top = room.top + if y.title.is_empty() { 8.0 } else { 2.0 * TICK };
    Rect { left, top, right, bottom: bottom.max(top + 50.0) }
}

impl<'s> Chart<'s> {
    /// A chart in a room, with a plot as [`plot`] has it.
    pub fn new(sheet: &'s mut Sheet, room: Rect, gutter: f64, x: Axis, y: Axis) -> Chart<'s> {
        let plot = plot(room, gutter, &x, &y);
        Chart::on(sheet, room, plot, x, y)
    }

    /// A chart around this plot, with its grid, axes, numbers, and titles that stay in the room.
    pub fn on(sheet: &'s mut Sheet, room: Rect, plot: Rect, x: Axis, y: Axis) -> Chart<'s> {
        titles(sheet, room, plot, &x, &y);
        let far = x.widest() + 14.0;
        let (x, y) = (x.spaced(plot.width(), far), y.spaced(plot.height(), 1.5 * TICK));
        let zero = y.low < 0.0 && y.ticks.iter().any(|(tick, _)| tick.abs() < 1e-9);
        let (width, height) = (sheet.width, sheet.height);
        let context = ChartBuilder::on(&Canvas(sheet).into_drawing_area())
            .margin_top(fine(plot.top))
            .margin_right(fine(width - plot.right))
            .set_label_area_size(LabelAreaPosition::Left, fine(plot.left))
            .set_label_area_size(LabelAreaPosition::Bottom, fine(height - plot.bottom))
            .build_cartesian_2d(x, y)
            .expect(NEVER);
        let mut chart = Chart { plot, context };
        chart.axes();
        if zero {
            chart.draw([PathElement::new(chart.across(0.0), pen(AXIS, 1.5))]);
        }
        chart
    }

    /// Up, a line of the grid for each number; along, a line with ticks.
    fn axes(&mut self) {
        let ink = RGBAColor(MUTED.0, MUTED.1, MUTED.2, 1.0);
        let numbers = TextStyle::from(FontDesc::new(FontFamily::SansSerif, TICK * FINE, FontStyle::Normal)).color(&ink);
        let mut up = self.context.configure_mesh();
        up.disable_x_mesh().disable_x_axis().bold_line_style(pen(GRID, 1.5)).axis_style(TRANSPARENT);
        up.set_all_tick_mark_size(fine(MARK)).y_label_style(numbers.clone()).draw().expect(NEVER);
        let mut along = self.context.configure_mesh();
        along.disable_mesh().disable_y_axis().axis_style(pen(AXIS, 1.5));
        along.set_all_tick_mark_size(fine(MARK)).x_label_style(numbers).draw().expect(NEVER);
    }

    /// Draws a series of elements, from the back to the front.
    pub fn draw<E>(&mut self, series: impl IntoIterator<Item = E>)
    where
        E: Drawable<Canvas<'s>>,
        for<'e> &'e E: PointCollection<'e, (f64, f64)>,
    {
        self.context.draw_series(series).expect(NEVER);
    }

    /// The place of two values on the sheet, held at the edges of the plot.
    pub fn at(&self, x: f64, y: f64) -> Point {
        point(self.context.backend_coord(&(x, y)))
    }

    /// Gives the sheet back; the room between the axes.
    pub fn finish(self) -> Rect {
        self.plot
    }

    /// From the left to the right at this value.
    pub fn across(&self, y: f64) -> [(f64, f64); 2] {
        let x = self.context.x_range();
        [(x.start, y), (x.end, y)]
    }

    /// From the top to the bottom at this value.
    pub fn upright(&self, x: f64) -> [(f64, f64); 2] {
        let y = self.context.y_range();
        [(x, y.end), (x, y.start)]
    }
}

/// What is measured along, below the numbers, and up, above the plot.
fn titles(sheet: &mut Sheet, room: Rect, plot: Rect, x: &Axis, y: &Axis) {
    let look = Type::plain(TICK, MUTED);
    let title = fit(&x.title, TICK, false, room.width());
    let half = text_width(&title, TICK, false) / 2.0;
    let middle = f64::midpoint(plot.left, plot.right).min(room.right - half).max(room.left + half);
    sheet.text((middle, plot.bottom + 40.0 + 0.6 * TICK), &title, look, Anchor::Middle);
    sheet.text((room.left, room.top + 0.8 * TICK), &fit(&y.title, TICK, false, room.width()), look, Anchor::Start);
}

/// A solid line of this colour and width, in units of the sheet.
pub fn pen(colour: Colour, width: f64) -> ShapeStyle {
    ShapeStyle { filled: false, stroke_width: fine(width) as u32, ..fill(colour, 1.0) }
}

/// A filled shape, its opacity from 0 to 1.
pub fn fill(Colour(red, green, blue): Colour, opacity: f64) -> ShapeStyle {
    RGBAColor(red, green, blue, opacity).filled()
}

/// What plotters has no element for: drawn in units of the sheet, from the places of its points.
pub struct Element<F> {
    points: Vec<(f64, f64)>,
    draw: F,
}

impl<'a, F> PointCollection<'a, (f64, f64)> for &'a Element<F> {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64)];

    fn point_iter(self) -> Self::IntoIter {
        &self.points
    }
}

impl<F: Fn(&mut Sheet, Vec<Point>)> Drawable<Canvas<'_>> for Element<F> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, points: I, canvas: &mut Canvas<'_>, _: (u32, u32)) -> Answer {
        (self.draw)(canvas.0, points.map(point).collect());
        Ok(())
    }
}

/// A line with a dash, which a style of plotters cannot have: one mark on the sheet.
pub fn line(points: Vec<(f64, f64)>, stroke: Stroke) -> Element<impl Fn(&mut Sheet, Vec<Point>)> {
    Element { points, draw: move |sheet: &mut Sheet, points| sheet.line(points, stroke) }
}

/// What stands at a place of the chart: a flag, a label.
pub fn pinned(at: (f64, f64), draw: impl Fn(&mut Sheet, Point)) -> Element<impl Fn(&mut Sheet, Vec<Point>)> {
    Element { points: vec![at], draw: move |sheet: &mut Sheet, points: Vec<Point>| draw(sheet, points[0]) }
}

#[cfg(test)]
mod tests {
    use super::super::axis::Scale;
    use super::*;
    use crate::report::sheet::Mark;
    use crate::text::Language;
    use crate::words::figure::Form;

    fn near(one: Point, other: Point) -> bool {
        (one.0 - other.0).abs() < 2.0 / FINE && (one.1 - other.1).abs() < 2.0 / FINE
    }

    #[test]
    fn values_stand_at_their_numbers_and_are_held_at_the_edges() {
        let mut sheet = Sheet::default();
        let room = Rect { left: 50.0, top: 100.0, right: 1550.0, bottom: 800.0 };
        let scale = Scale::around(Some((-20.0, 100.0)), false, Form::Count);
        let [x, y] = ["along", "up"].map(|title| Axis::of(&scale, title, Language::English));
        let chart = Chart::new(&mut sheet, room, 20.0, x, y);
        let Rect { left, top, right, bottom } = chart.plot;
        assert!(near(chart.at(scale.low, scale.high), (left, top)) && near(chart.at(1e9, -1e9), (right, bottom)));
        let (zero, hundred) = (chart.at(0.0, 0.0), chart.at(100.0, 100.0));
        drop(chart);
        let said = |wanted: &str, end: Anchor| {
            sheet.marks.iter().find_map(|mark| match mark {
                Mark::Text { at, text, anchor, .. } if text == wanted && *anchor == end => Some(*at),
                _ => None,
            })
        };
        let beside = said("100", Anchor::End).unwrap();
        assert!(near(beside, (left - 12.0, hundred.1 + 0.36 * TICK)), "{beside:?}");
        let below = said("100", Anchor::Middle).unwrap();
        assert!(near(below, (hundred.0, bottom + 12.0 + 0.8 * TICK)), "{below:?}");
        let zeroes = sheet.marks.iter().filter(|mark| match mark {
            Mark::Line { points, stroke } => stroke.colour == AXIS && near(points[0], (left, zero.1)) && near(points[1], (right, zero.1)),
            _ => false,
        });
        assert_eq!(zeroes.count(), 1, "nothing won and nothing lost is a line of its own");
    }

    #[test]
    fn where_room_is_short_numbers_are_left_out_evenly() {
        let scale = Scale::around(Some((0.0, 10.0)), true, Form::Count);
        let axis = Axis::of(&scale, "", Language::English);
        let [all, few] = [400.0, 60.0].map(|length| axis.clone().spaced(length, 1.5 * TICK).ticks.len());
        assert_eq!((all, few), (scale.ticks.len(), scale.ticks.len().div_ceil(3)));
    }
}
