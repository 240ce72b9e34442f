//! # Labels at the ends of lines
//!
//! A number and a name at the right of the plot, in the colour of their line and joined to its tip.

use crate::report::sheet::{Anchor, Colour, Medium, Point, Rect, Sheet, Type, solid, spread, text_width, told_apart, wrap};

/// Lines of a name.
const LINES: usize = 2;
/// How wide a name may be, and which share of the room it may take.
const WIDEST: [f64; 2] = [220.0, 0.33];

/// The label at the end of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    said: String,
    full: String,
    name: Vec<String>,
    colour: Colour,
    width: f64,
}

impl End {
    /// A number and a name, either of which may be empty, at the side of a room of this width.
    pub fn new(said: String, name: &str, room: f64, colour: Colour, medium: Medium) -> End {
        let (full, name) = (name.to_owned(), wrap(name, medium.label(), false, widest(room), LINES));
        let names = name.iter().map(|line| text_width(line, medium.label(), false)).fold(0.0, f64::max);
        let width = names.max(text_width(&said, medium.value(), true));
        End { said, full, name, colour, width }
    }

    /// Height of the number, of a line of the name, and of the whole.
    fn heights(&self, medium: Medium) -> [f64; 3] {
        let number = if self.said.is_empty() { 0.0 } else { 1.27 * medium.value() };
        let line = 1.28 * medium.label();
        [number, line, number + line * self.name.len() as f64 + if self.name.is_empty() { 0.0 } else { 6.0 }]
    }
}

/// The widest name at the side of a room of this width.
fn widest(room: f64) -> f64 {
    WIDEST[0].min(WIDEST[1] * room)
}

/// Names as they can stand there, told apart.
pub fn names<S: AsRef<str>>(names: &[S], room: f64, medium: Medium) -> Vec<String> {
    told_apart(names, medium.label(), false, widest(room), LINES)
}

/// How much room labels take at the side.
pub fn gutter<'e>(ends: impl Iterator<Item = &'e End>) -> f64 {
    ends.map(|end| end.width).fold(0.0, f64::max) + 26.0
}

/// Writes labels beside the tips of their lines, pushed apart where they would meet; where there are too many for the height, with
/// one line each, and then the last ones not at all. The answer is how many.
pub fn draw(sheet: &mut Sheet, plot: &Rect, ends: &[(End, Point)]) -> usize {
    let medium = sheet.medium;
    let room = plot.height() + 18.0;
    let height = |ends: &[(End, Point)]| ends.iter().map(|(end, _)| end.heights(medium)[2]).sum::<f64>();
    let mut kept = ends.to_vec();
    if height(&kept) > room {
        let width = kept.iter().map(|(end, _)| end.width).fold(0.0, f64::max);
        let full: Vec<&str> = kept.iter().map(|(end, _)| end.full.as_str()).collect();
        let short = told_apart(&full, medium.label(), false, width, 1);
        for ((end, _), name) in kept.iter_mut().zip(short) {
            end.name.splice(.., Some(name).filter(|name| !name.is_empty()));
        }
    }
    while height(&kept) > room {
        kept.pop();
    }
    let lost = ends.len() - kept.len();
    let ends = kept;
    let wanted: Vec<(f64, f64)> = ends.iter().map(|(end, tip)| (tip.1, end.heights(medium)[2])).collect();
    let centres = spread(&wanted, plot.top - 12.0, plot.bottom + 6.0);
    let x = plot.right + 24.0;
    for ((end, tip), centre) in ends.iter().zip(centres) {
        let [number, line, height] = end.heights(medium);
        sheet.line(vec![(tip.0 + 3.0, tip.1), (tip.0 + 8.0, tip.1), (x - 6.0, centre), (x - 4.0, centre)], solid(end.colour, 1.5));
        let top = centre - height / 2.0;
        let look = Type::bold(medium.value(), end.colour);
        sheet.text((x, top + medium.value()), &end.said, look, Anchor::Start);
        for (i, name) in end.name.iter().enumerate() {
            let look = Type::plain(medium.label(), end.colour);
            let under = if number > 0.0 { top + medium.value() } else { top - 0.28 * medium.label() };
            sheet.text((x, under + line * (i + 1) as f64), name, look, Anchor::Start);
        }
    }
    lost
}
