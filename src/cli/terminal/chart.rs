//! # A chart in characters
//!
//! One course over time as filled columns, its twin as dots, marks on the days that matter. Block characters, or ASCII where
//! there is nothing else.

use super::layout::{columns, left, right};

/// What is drawn.
pub(in crate::cli) struct Chart<'a> {
    /// The days of the values, ascending.
    pub days: &'a [u32],
    /// The filled course.
    pub course: &'a [f64],
    /// The dotted course, if there is one.
    pub twin: Option<&'a [f64]>,
    /// Days that are marked with an X below.
    pub marks: &'a [u32],
    /// Labels of the time axis: day, text.
    pub ticks: &'a [(f64, String)],
    /// What a value on the left axis is called.
    pub label: &'a dyn Fn(f64) -> String,
}

/// Lines of text above the axis.
const ROWS: usize = 7;

/// Signs to draw with.
struct Signs {
    /// A cell filled by a share, from empty to full.
    fills: &'static [char],
    twin: char,
    twin_behind: char,
    side: char,
    base: char,
}

const BLOCKS: Signs = Signs {
    fills: &[' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'], twin: '·', twin_behind: '░', side: '│', base: '─'
};
const ASCII: Signs = Signs { fills: &[' ', '_', '=', '#'], twin: '.', twin_behind: ':', side: '|', base: '-' };

fn signs(ascii: bool) -> &'static Signs {
    if ascii { &ASCII } else { &BLOCKS }
}

/// How the legend shows the course and its twin.
pub(in crate::cli) fn legend(ascii: bool) -> (char, char) {
    let signs = signs(ascii);
    (*signs.fills.last().expect("there are signs"), signs.twin)
}

impl Chart<'_> {
    /// The chart in at most `width` columns; empty when there is nothing to draw.
    pub fn drawn(&self, width: usize, ascii: bool) -> String {
        let signs = signs(ascii);
        let Some((low, high)) = self.range() else { return String::new() };
        let labels = [(self.label)(high), (self.label)(low)];
        let margin = labels.iter().map(|label| columns(label)).max().unwrap_or(0);
        let across = width.saturating_sub(margin + 4).clamp(20, 72);
        let height = |value: f64| ((value - low) / (high - low)).clamp(0.0, 1.0) * ROWS as f64;
        let course: Vec<f64> = self.sampled(self.course, across).into_iter().map(height).collect();
        let twin: Option<Vec<f64>> = self.twin.map(|values| self.sampled(values, across).into_iter().map(height).collect());

        let mut page = String::new();
        for row in (0..ROWS).rev() {
            let label = match row {
                0 => &labels[1],
                row if row == ROWS - 1 => &labels[0],
                _ => "",
            };
            let line: String = (0..across).map(|x| cell(signs, row, course[x], twin.as_ref().map(|twin| twin[x]))).collect();
            page += format!("  {} {}{line}", right(label, margin), signs.side).trim_end();
            page.push('\n');
        }
        let base: String = (0..across)
            .map(|x| if self.marks.iter().any(|&day| self.column(day.into(), across) == x) { 'X' } else { signs.base })
            .collect();
        page += &format!("  {}  {base}\n", " ".repeat(margin));
        page += &format!("  {}  {}\n", " ".repeat(margin), self.axis(across).trim_end());
        page
    }

    /// Tenths around all values.
    fn range(&self) -> Option<(f64, f64)> {
        let values = || self.course.iter().chain(self.twin.unwrap_or_default()).copied().filter(|value| value.is_finite());
        let low = (values().fold(f64::INFINITY, f64::min) * 10.0).floor() / 10.0;
        let high = (values().fold(f64::NEG_INFINITY, f64::max) * 10.0).ceil() / 10.0;
        let drawable = low.is_finite() && self.days.len() >= 2 && self.course.len() == self.days.len();
        drawable.then(|| (low, high.max(low + 0.1)))
    }

    /// The last value on or before the day of each column.
    fn sampled(&self, values: &[f64], across: usize) -> Vec<f64> {
        let (first, last) = (f64::from(self.days[0]), f64::from(*self.days.last().expect("checked by range")));
        let day = |x: usize| first + (last - first) * (x as f64 + 0.5) / across as f64;
        (0..across).map(|x| values[self.days.partition_point(|&known| f64::from(known) <= day(x)).saturating_sub(1)]).collect()
    }

    /// The column of a day.
    fn column(&self, day: f64, across: usize) -> usize {
        let (first, last) = (f64::from(self.days[0]), f64::from(*self.days.last().expect("checked by range")));
        (((day - first) / (last - first) * across as f64) as usize).min(across - 1)
    }

    /// The labels of the time axis, those left out that would touch another.
    fn axis(&self, across: usize) -> String {
        let mut line = String::new();
        for (day, text) in self.ticks {
            let at = self.column(*day, across).min(across.saturating_sub(columns(text)));
            if line.is_empty() || at > columns(&line) {
                line = left(&line, at) + text;
            }
        }
        line
    }
}

fn cell(signs: &Signs, row: usize, course: f64, twin: Option<f64>) -> char {
    let full = signs.fills.len() - 1;
    let share = (course - row as f64).clamp(0.0, 1.0);
    // A course at the very bottom still shows that it is there.
    let least = usize::from(row == 0);
    let fill = ((share * full as f64).round() as usize).max(least);
    let twin_here = twin.is_some_and(|height| (height as usize).min(ROWS - 1) == row);
    match (twin_here, fill) {
        (true, 0) => signs.twin,
        (true, fill) if fill == full => signs.twin_behind,
        _ => signs.fills[fill],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(width: usize, ascii: bool) -> String {
        let days: Vec<u32> = (0..=100).collect();
        let course: Vec<f64> = days.iter().map(|&day| if day < 50 { 0.3 + f64::from(day) / 200.0 } else { 0.31 }).collect();
        let twin: Vec<f64> = days.iter().map(|&day| 0.3 + f64::from(day) / 200.0).collect();
        let ticks = [(0.0, "0".to_owned()), (50.0, "10 weeks".to_owned()), (100.0, "20".to_owned())];
        let label = |value: f64| format!("{value:.1}");
        Chart { days: &days, course: &course, twin: Some(&twin), marks: &[50], ticks: &ticks, label: &label }.drawn(width, ascii)
    }

    #[test]
    fn a_fall_is_seen_as_a_fall_and_the_twin_goes_on() {
        let page = drawn(80, false);
        let top = page.lines().next().unwrap();
        let (before, after) = top.split_at(top.len() / 2);
        assert!(top.contains("0.8") && !before.contains('·') && after.contains('·'), "{page}");
        let bottom = page.lines().nth(ROWS - 1).unwrap();
        assert!(bottom.contains('█') && bottom.ends_with('▁'), "{page}");
        assert_eq!(page.lines().nth(ROWS).unwrap().matches('X').count(), 1, "{page}");
    }

    #[test]
    fn it_fits_and_can_do_with_ascii() {
        for width in [40, 60, 80] {
            assert!(drawn(width, true).is_ascii());
            assert!(drawn(width, false).lines().all(|line| columns(line) <= width));
        }
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        let label = |_: f64| String::new();
        assert!(Chart { days: &[0], course: &[0.5], twin: None, marks: &[], ticks: &[], label: &label }.drawn(80, false).is_empty());
    }
}
