//! # A measure in time
//!
//! Bands, thin lines, medians, the twin, moments with their labels, and a label at the end of each line.

use plotters::element::{PathElement, Polygon};
use plotters::series::LineSeries;

use super::{Moment, Series};
use crate::report::chart::{self, Axis, Chart, End, Scale, ends, fill, gutter, line, pen, pinned};
use crate::report::sheet::{
    Anchor, INK, MUTED, Medium, Point, Rect, Sheet, Stroke, Style, TWIN, TWIN_DASH, Type, fit, rows, solid, text_width, wrap,
};
use crate::text::Language;
use crate::words::figure::{self as words, Clock, value};

/// How much of the spread is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    None,
    /// The middle half, light.
    Half,
    /// The middle half and nine tenths, and single lives.
    Full,
}

/// One arm or twin on a panel.
pub struct Strand<'a> {
    pub series: &'a Series,
    pub style: Style,
    pub label: String,
    pub spread: Spread,
    pub width: f64,
}

/// What a panel shows, apart from its strands.
pub struct Plan<'a> {
    /// The room for everything, labels included.
    pub room: Rect,
    /// A title above the plot, or nothing.
    pub title: String,
    pub moments: &'a [Moment],
    /// Whether moments carry labels, and the ends of lines names beside their values.
    pub labelled: bool,
    pub titled: bool,
    pub length: f64,
    pub scale: &'a Scale,
    pub language: Language,
}

/// The dash of the edges of luck.
const LUCK_DASH: &[f64] = &[4.0, 5.0];
pub const EVENT: f64 = 17.0;
pub const ROW: f64 = 25.0;
const MOST_ROWS: usize = 5;
/// The share of the room that they may take.
const MOST_SHARE: f64 = 0.3;
/// The rule of what is no breach.
pub const DOTTED: Stroke = Stroke { colour: MUTED, width: 1.5, dash: &[2.0, 4.0] };
/// Em size of the title of a panel.
pub const TITLE: f64 = 20.0;

/// Lines of a panel's title: on narrow paper it may need a second one.
pub fn titles(medium: Medium) -> usize {
    if medium == Medium::Slide { 1 } else { 2 }
}

/// Twins as strands.
pub fn twin_strand<'s>(language: Language) -> impl Fn(&'s Series) -> Strand<'s> {
    let style = Style { line: TWIN, text: TWIN, dash: TWIN_DASH };
    move |series| Strand { series, style, label: words::TWIN.get(language).to_owned(), spread: Spread::None, width: 2.5 }
}

/// The last day of these series, at least 1.
pub fn length<'s>(all: impl Iterator<Item = &'s Series>) -> f64 {
    all.filter_map(|s| s.days.last()).max().map_or(1.0, |&day| f64::from(day.max(1)))
}

/// Draws a panel; the answer is how many moments had no room for a label.
pub fn panel(sheet: &mut Sheet, plan: &Plan<'_>, strands: &[Strand<'_>]) -> usize {
    let ends: Vec<(End, f64, f64)> = strands.iter().filter_map(|strand| last(strand, plan, sheet.medium)).collect();
    let gutter = gutter(ends.iter().map(|(end, ..)| end));
    let language = plan.language;
    let up = Axis::of(plan.scale, "", language);
    let left = plan.room.left + up.numbers();
    let title = if plan.titled { Clock::of(plan.length).title().get(language) } else { "" };
    let along = Axis::time(plan.length, (plan.room.right - gutter - left).max(50.0), title, language);
    let mut top = plan.room.top;
    if !plan.title.is_empty() {
        let look = Type::bold(TITLE, INK);
        let lines = wrap(&plan.title, look.size, true, plan.room.right - left, titles(sheet.medium));
        for (i, line) in lines.iter().enumerate() {
            sheet.text((left, top + 18.0 + 25.0 * i as f64), line, look, Anchor::Start);
        }
        top += 9.0 + 25.0 * lines.len() as f64;
    }
    let air = 4.0; // below a title or flags, besides what a plot has above it
    let mut plot = chart::plot(Rect { top: top + air, ..plan.room }, gutter, &along, &up);
    let across = |day: f64| plot.left + plot.width() * along.part(day);
    let most = ((MOST_SHARE * plan.room.height() / ROW) as usize).clamp(1, MOST_ROWS);
    let flags = if plan.labelled { flags(plan, most, &across) } else { Vec::new() };
    plot.top += flags.iter().filter_map(|flag| flag.row).max().map_or(0, |row| row + 1) as f64 * ROW;

    let mut chart = Chart::on(sheet, plan.room, plot, along, up);
    spread_of(&mut chart, strands);
    let floor = plan.scale.low;
    if plan.labelled {
        chart.draw(flags.iter().map(|flag| pinned((flag.day, floor), |sheet: &mut Sheet, foot| flag.draw(sheet, foot, plot.top))));
    } else {
        for moment in plan.moments.iter().filter(|moment| moment.breach) {
            chart.draw([PathElement::new(chart.upright(f64::from(moment.day)), pen(INK, 1.3))]);
        }
    }
    for strand in strands.iter().rev() {
        let stroke = strand.style.stroke(strand.width);
        let pieces = pieces(&chart, &strand.series.days, strand.series.median(), 1.0);
        chart.draw(pieces.into_iter().map(|points| line(points, stroke)));
    }
    let ends: Vec<(End, Point)> = ends.into_iter().map(|(end, day, value)| (end, chart.at(day, value))).collect();
    drop(chart);
    // a panel has few lines, and what they are stands in the summary too
    let _ = ends::draw(sheet, &plot, &ends);
    flags.iter().filter(|flag| flag.row.is_none()).count()
}

/// The label at the end of a strand, with the day and the value there.
fn last(strand: &Strand<'_>, plan: &Plan<'_>, medium: Medium) -> Option<(End, f64, f64)> {
    let days = strand.series.days.iter().zip(strand.series.median());
    let (&day, &last) = days.rev().find(|(_, v)| v.is_finite())?;
    let name = if plan.labelled { strand.label.as_str() } else { "" };
    let end = End::new(value(last, plan.scale.form, plan.language), name, plan.room.width(), strand.style.text, medium);
    Some((end, f64::from(day), last))
}

/// Bands and thin lines, under everything else.
fn spread_of(chart: &mut Chart<'_>, strands: &[Strand<'_>]) {
    for strand in strands {
        let (days, quantiles, colour) = (&strand.series.days, &strand.series.quantiles, strand.style.line);
        let bands: &[(usize, usize, f64)] = match strand.spread {
            Spread::None => &[],
            Spread::Half => &[(1, 3, 0.14)],
            Spread::Full => &[(0, 4, 0.14), (1, 3, 0.20)],
        };
        if strand.series.lives < 2 || strand.spread == Spread::None {
            continue;
        }
        let mut band = |low: &[f64], high: &[f64], opacity: f64| {
            let pairs = pieces(chart, days, low, 1.0).into_iter().zip(pieces(chart, days, high, 1.0));
            let outlines = pairs.map(|(low, high)| low.into_iter().chain(high.into_iter().rev()).collect::<Vec<_>>());
            chart.draw(outlines.map(|outline| Polygon::new(outline, fill(colour, opacity))));
        };
        if strand.series.worlds > 1 {
            // Doubt is filled and luck has edges, so that both show whichever is wider.
            let [low, high] = &strand.series.doubt;
            band(low, high, if strand.spread == Spread::Full { 0.26 } else { 0.14 });
            for edge in strand.series.luck.iter().filter(|_| strand.spread == Spread::Full) {
                let stroke = Stroke { colour: colour.tint(0.8), width: 1.5, dash: LUCK_DASH };
                let pieces = pieces(chart, days, edge, 2.0);
                chart.draw(pieces.into_iter().map(|points| line(points, stroke)));
            }
            continue;
        }
        for &(low, high, opacity) in bands {
            band(&quantiles[low], &quantiles[high], opacity);
        }
        if strand.spread == Spread::Full {
            for run in &strand.series.runs {
                for piece in pieces(chart, days, run, 2.0) {
                    chart.draw(LineSeries::new(piece, pen(colour.tint(0.48), 0.8)));
                }
            }
        }
    }
}

/// A course as lines, interrupted where values are missing, and thinned to what the eye can tell apart.
fn pieces(chart: &Chart<'_>, days: &[u32], values: &[f64], column: f64) -> Vec<Vec<(f64, f64)>> {
    let mut pieces: Vec<Vec<(f64, f64)>> = vec![Vec::new()];
    for (&day, &value) in days.iter().zip(values) {
        if value.is_finite() {
            pieces.last_mut().expect("never empty").push((f64::from(day), value));
        } else if pieces.last().is_some_and(|piece| !piece.is_empty()) {
            pieces.push(Vec::new());
        }
    }
    let place = |day: f64| (chart.at(day, 0.0).0 / column).floor() as i64;
    pieces.into_iter().map(|piece| thin(&piece, place)).collect()
}

/// Keeps, for each column, the first, the lowest, the highest and the last point.
fn thin(points: &[(f64, f64)], column: impl Fn(f64) -> i64) -> Vec<(f64, f64)> {
    let mut kept = Vec::new();
    for column in points.chunk_by(|a, b| column(a.0) == column(b.0)) {
        let by_height = |a: &usize, b: &usize| column[*b].1.total_cmp(&column[*a].1);
        let last = column.len() - 1;
        let mut keep = [0, (0..=last).min_by(by_height).unwrap_or(0), (0..=last).max_by(by_height).unwrap_or(0), last];
        keep.sort_unstable();
        for (i, &k) in keep.iter().enumerate() {
            if i == 0 || keep[i - 1] != k {
                kept.push(column[k]);
            }
        }
    }
    kept
}

/// A labelled moment.
struct Flag {
    day: f64,
    text: String,
    breach: bool,
    row: Option<usize>,
}

/// One flag for each day on which something happens.
fn flags(plan: &Plan<'_>, most: usize, across: &dyn Fn(f64) -> f64) -> Vec<Flag> {
    let mut flags: Vec<Flag> = Vec::new();
    for same in plan.moments.chunk_by(|a, b| (across(f64::from(a.day)) - across(f64::from(b.day))).abs() < 3.0) {
        let breach = same.iter().any(|moment| moment.breach);
        let names: Vec<&str> = same.iter().map(|moment| moment.what.as_str()).collect();
        let mut text = names.join(" + ");
        let day = f64::from(same[0].day);
        let x = across(day);
        let room = (plan.room.right - x - inset(breach)).clamp(0.0, 520.0);
        let dated = format!("{text}, {}", Clock::of(plan.length).moment(day, plan.language));
        if breach && text_width(&dated, EVENT, breach) <= room {
            text = dated;
        }
        flags.push(Flag { day, text: fit(&text, EVENT, breach, room), breach, row: None });
    }
    let places: Vec<(f64, f64)> =
        flags.iter().map(|flag| (across(flag.day), inset(flag.breach) + text_width(&flag.text, EVENT, flag.breach))).collect();
    let together = rows(&places, 12.0, most);
    // where room is short, breaches have it first
    let first: Vec<usize> = (0..flags.len()).filter(|&i| flags[i].breach).collect();
    let alone = rows(&first.iter().map(|&i| places[i]).collect::<Vec<_>>(), 12.0, most);
    let said = first.iter().filter(|&&i| together[i].is_some()).count();
    if alone.iter().flatten().count() > said {
        first.iter().zip(alone).for_each(|(&i, row)| flags[i].row = row);
    } else {
        flags.iter_mut().zip(together).for_each(|(flag, row)| flag.row = row);
    }
    flags
}

/// Where a flag's text starts, right of its rule.
fn inset(breach: bool) -> f64 {
    if breach { 34.0 } else { 9.0 }
}

impl Flag {
    /// Draws it from its foot up, its text above the top of the plot.
    fn draw(&self, sheet: &mut Sheet, (x, foot): Point, top: f64) {
        let Some(row) = self.row else { return rule(sheet, x, top, foot, self.breach) };
        let baseline = top - 14.0 - row as f64 * ROW;
        rule(sheet, x, baseline - 14.0, foot, self.breach);
        if self.breach {
            horseshoe(sheet, (x + 18.0, baseline - 6.0));
        }
        let look = Type { size: EVENT, bold: self.breach, colour: if self.breach { INK } else { MUTED } };
        sheet.text((x + inset(self.breach), baseline), &self.text, look, Anchor::Start);
    }
}

/// The vertical rule of a moment: black for a breach, dotted for the rest.
fn rule(sheet: &mut Sheet, x: f64, top: f64, bottom: f64, breach: bool) {
    sheet.line(vec![(x, top), (x, bottom)], if breach { solid(INK, 2.0) } else { DOTTED });
}

/// A small horseshoe, open below: trust leaves on horseback.
fn horseshoe(sheet: &mut Sheet, (x, y): Point) {
    let arch = (0..=16).map(|i| std::f64::consts::PI * f64::from(i) / 16.0);
    let mut points = vec![(x + 4.5, y + 8.0), (x + 6.5, y + 3.0)];
    points.extend(arch.map(|angle| (x + 7.0 * libm::cos(angle), y - 1.0 - 7.5 * libm::sin(angle))));
    points.extend([(x - 6.5, y + 3.0), (x - 4.5, y + 8.0)]);
    sheet.line(points, solid(INK, 3.5));
    for (x, y) in [(x + 4.5, y + 8.0), (x - 4.5, y + 8.0)] {
        sheet.line(vec![(x - 2.5, y), (x + 2.5, y)], solid(INK, 2.5)); // heels
    }
}
