//! # The plane of what is spent and won back
//!
//! Person-days along, trust-days up; discs with their names.

use plotters::element::PathElement;
use plotters::series::LineSeries;

use crate::report::chart::{Axis, Chart, Scale, pen};
use crate::report::sheet::{AXIS, Anchor, Colour, GRID, Point, Rect, Sheet, Type, solid, text_width, told_apart};
use crate::text::Language;

/// Radius of the largest disc.
pub const DISC: f64 = 9.0;

/// The chart around these values, with the line that nobody beats.
pub fn plane<'s>(
    sheet: &'s mut Sheet,
    room: Rect,
    values: [Vec<f64>; 2],
    titles: [&str; 2],
    line: &[(f64, f64)],
    language: Language,
) -> Chart<'s> {
    let axis = |values: Vec<f64>, title: &str| {
        let scale = Scale::from_zero(values.into_iter());
        // from a little before the first number, so that names have room around what costs nothing and wins nothing
        Axis::of(&scale, title, language).from(scale.low - 0.07 * (scale.high - scale.low))
    };
    let [costs, won] = values;
    let mut chart = Chart::new(sheet, room, 20.0, axis(costs, titles[0]), axis(won, titles[1]));
    chart.draw([PathElement::new(chart.upright(0.0), pen(GRID, 1.5))]);
    chart.draw(LineSeries::new(line.iter().copied(), pen(AXIS, 2.5)));
    chart
}

/// Draws a range that is wider than a disc; its ends on the sheet.
pub fn bar(chart: &mut Chart<'_>, range: [(f64, f64); 2], colour: Colour) -> Option<Vec<Point>> {
    let ends = range.map(|(x, y)| chart.at(x, y));
    let is_wide = (ends[0].0 - ends[1].0).abs() + (ends[0].1 - ends[1].1).abs() > 2.0 * DISC;
    is_wide.then(|| {
        chart.draw([PathElement::new(range, pen(colour, 2.5))]);
        ends.to_vec()
    })
}

/// Names beside their discs, clear of one another and of other discs, and where it can be of bars; how many found no place.
pub fn name(sheet: &mut Sheet, plot: &Rect, names: &[(&str, Colour)], spots: &[Point], bars: &[Vec<Point>]) -> usize {
    let size = sheet.medium.label();
    let mut placed: Vec<Rect> = Vec::new();
    let mut lost = 0;
    let short = told_apart(&names.iter().map(|(name, _)| *name).collect::<Vec<_>>(), size, false, 0.4 * plot.width(), 1);
    for (i, (((_, colour), shown), spot)) in names.iter().zip(short).zip(spots).enumerate() {
        let width = text_width(&shown, size, false);
        let free = |place: &Rect| {
            let inside =
                place.left >= plot.left && place.right <= plot.right + 20.0 && place.top >= plot.top && place.bottom <= plot.bottom;
            let disc = |other: &Point| Rect { left: other.0 - DISC, top: other.1 - DISC, right: other.0 + DISC, bottom: other.1 + DISC };
            inside && !placed.iter().any(|other| meet(place, other)) && !spots.iter().any(|other| meet(place, &disc(other)))
        };
        let crossed = |place: &Rect| bars.iter().flat_map(|bar| bar.windows(2)).map(|piece| inside(place, piece)).sum::<f64>();
        let best = places(*spot, width, size).into_iter().filter(|(place, _)| free(place)).min_by(|one, other| {
            let price = |(place, far): &(Rect, f64)| crossed(place) + far;
            price(one).total_cmp(&price(other))
        });
        let Some((place, far)) = best else {
            lost += 1;
            continue;
        };
        if far > 2.0 * DISC {
            let near = (spot.0.clamp(place.left, place.right), spot.1.clamp(place.top, place.bottom));
            sheet.line(vec![spots[i], near], solid(*colour, 1.4));
        }
        sheet.text((place.left, place.bottom - 0.26 * size), &shown, Type::plain(size, *colour), Anchor::Start);
        placed.push(place);
    }
    lost
}

/// Places for a text around a spot, with how far away each is: near ones first.
fn places((x, y): Point, width: f64, size: f64) -> Vec<(Rect, f64)> {
    const SIDES: [(f64, f64); 8] = [(1.0, -0.6), (1.0, 0.6), (-1.0, -0.6), (-1.0, 0.6), (1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0)];
    let height = 1.1 * size;
    let around = |far: f64| {
        SIDES.into_iter().map(move |(across, down)| {
            let [middle_x, middle_y] = [x + across * (far + width / 2.0), y + down * (far + height / 2.0)];
            let rect = Rect {
                left: middle_x - width / 2.0,
                top: middle_y - height / 2.0,
                right: middle_x + width / 2.0,
                bottom: middle_y + height / 2.0,
            };
            (rect, far)
        })
    };
    [1.4, 3.5, 6.0, 9.0].into_iter().flat_map(|far| around(far * DISC)).collect()
}

fn meet(one: &Rect, other: &Rect) -> bool {
    one.left < other.right + 3.0 && other.left < one.right + 3.0 && one.top < other.bottom && other.top < one.bottom
}

/// What it costs to write across a piece of line: three for each unit of it.
fn inside(place: &Rect, piece: &[Point]) -> f64 {
    let length = libm::hypot(piece[1].0 - piece[0].0, piece[1].1 - piece[0].1);
    let steps = (length / 4.0).ceil().max(1.0) as u32;
    let at = |i: u32| {
        let part = f64::from(i) / f64::from(steps);
        (piece[0].0 + part * (piece[1].0 - piece[0].0), piece[0].1 + part * (piece[1].1 - piece[0].1))
    };
    let hits =
        (0..=steps).map(at).filter(|(x, y)| (place.left..=place.right).contains(x) && (place.top..=place.bottom).contains(y)).count();
    12.0 * hits as f64
}
