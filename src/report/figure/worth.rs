//! # Which is best at which worth
//!
//! What is to be expected of each policy by what one avoided departure is worth; below, which of them is the best.

use plotters::element::{PathElement, Rectangle};

use super::course::{DOTTED, EVENT, ROW};
use super::{Comparison, Figure, cell, csv};
use crate::comparison::ranking::Policy;
use crate::comparison::worth::break_even;
use crate::report::chart::{self, Axis, Chart, End, Scale, ends, fill, gutter, line, pen, pinned};
use crate::report::sheet::{Anchor, INK, MUTED, Point, Rect, Sheet, Type, WHITE, fit, page, rows, solid, text_width, told_apart};
use crate::words::figure::policy as words;
use crate::words::screen::compare::worth as days;

/// How far the axis goes beyond the last change.
const BEYOND: f64 = 1.5;
/// The end of the axis where nothing changes and nothing pays.
const OTHERWISE: f64 = 100.0;
/// Height of the strip.
const STRIP: f64 = 34.0;
/// Rows of labels above the plot.
const ROWS: usize = 4;

/// A worth that is marked.
struct Mark {
    worth: f64,
    text: String,
    asked: bool,
}

impl Mark {
    /// Draws it from its foot at the bottom of the plot, through the strip, up to its text in a row above the plot.
    fn draw(&self, sheet: &mut Sheet, (x, foot): Point, top: f64, row: Option<usize>) {
        let baseline = row.map(|row| top - 12.0 - row as f64 * ROW);
        let rule = vec![(x, baseline.map_or(top, |y| y - 14.0)), (x, foot + STRIP)];
        sheet.line(rule, if self.asked { solid(INK, 2.0) } else { DOTTED });
        if let Some(y) = baseline {
            let look = Type { size: EVENT, bold: self.asked, colour: if self.asked { INK } else { MUTED } };
            sheet.text((x + 9.0, y), &self.text, look, Anchor::Start);
        }
    }
}

/// The figure; `None` where no policy may be chosen.
pub fn worth(comparison: &Comparison<'_>) -> Option<Figure> {
    let (language, found) = (comparison.language, comparison.found);
    let first = found.ladder.first()?;
    let said_names = comparison.names();
    let name = |at: usize| said_names[at].as_str();
    let asked = found.ranking.as_ref().map(|(worth, _)| *worth);
    let all: Vec<(usize, &Policy)> = found
        .policies
        .iter()
        .enumerate()
        .filter(|(_, p)| !p.below_floor && p.cost.mean.is_finite() && p.avoided.mean.is_finite())
        .collect();
    let last = found.ladder.last().map_or(0.0, |step| step.from);
    let pays = all.iter().filter_map(|(_, policy)| break_even(policy).worth).filter(|worth| *worth > 0.0);
    let reach = if last > 0.0 { last } else { pays.reduce(f64::min).unwrap_or(OTHERWISE) };
    let along = Scale::from_zero(std::iter::once((BEYOND * reach).max(asked.unwrap_or(0.0) * 1.25)));
    let value = |policy: &Policy, worth: f64| worth * policy.avoided.mean - policy.cost.mean;
    let up = Scale::from_zero(all.iter().flat_map(|(_, policy)| [along.low, along.high].map(|worth| value(policy, worth))));

    let headline = if let Some((worth, ranking)) = &found.ranking {
        let top: Vec<&str> = ranking.order.iter().filter(|row| row.place == 1).map(|row| name(row.policy)).collect();
        words::at_worth(&top, *worth, language)
    } else {
        let top = found.ladder.last().unwrap_or(first);
        let alike: Vec<&str> = top.alike.iter().map(|at| name(*at)).collect();
        words::worth_headline(name(first.policy), (last > 0.0).then(|| (name(top.policy), top.from)), &alike, language)
    };
    let mut text = comparison.words(headline, words::worth_subtitle(&comparison.reference_said(), &comparison.lived(), language));
    let below: Vec<&str> =
        found.policies.iter().zip(&said_names).filter(|(policy, _)| policy.below_floor).map(|(_, name)| name.as_str()).collect();
    text.notes.extend((!below.is_empty()).then(|| words::below_floor(&below, language)));

    let (mut sheet, room) = page(&text, comparison.medium);
    let styles = comparison.styles();
    let names = ends::names(&all.iter().map(|(_, policy)| policy.name.as_str()).collect::<Vec<_>>(), room.width(), comparison.medium);
    let labels: Vec<End> = all
        .iter()
        .zip(&names)
        .map(|((at, _), name)| End::new(String::new(), name, room.width(), styles[*at].text, comparison.medium))
        .collect();
    let x = Axis::of(&along, words::WORTH_AXIS.get(language), language);
    let y = Axis::of(&up, words::OBJECTIVE_AXIS.get(language), language);
    // the strip stands between the plot and the numbers along it
    let mut plot = chart::plot(Rect { bottom: room.bottom - STRIP, ..room }, gutter(labels.iter()), &x, &y);
    let mut marks: Vec<Mark> = found
        .ladder
        .iter()
        .filter(|step| step.from > 0.0 && step.from <= along.high)
        .map(|step| Mark { worth: step.from, text: words::change(step.from, name(step.policy), language), asked: false })
        .collect();
    marks.extend(asked.map(|worth| Mark { worth, text: words::asked(worth, language), asked: true }));
    marks.sort_by(|one, other| one.worth.total_cmp(&other.worth));
    let across = |worth: f64| plot.left + plot.width() * x.part(worth);
    for mark in &mut marks {
        mark.text = fit(&mark.text, EVENT, mark.asked, (room.right - across(mark.worth) - 9.0).max(0.0));
    }
    let widths: Vec<(f64, f64)> = marks.iter().map(|mark| (across(mark.worth), 9.0 + text_width(&mark.text, EVENT, mark.asked))).collect();
    let places = rows(&widths, 12.0, ROWS);
    plot.top += places.iter().flatten().max().map_or(0, |row| row + 1) as f64 * ROW;
    let mut chart = Chart::on(&mut sheet, room, plot, Axis::bare(along.low, along.high), y);
    chart.draw(marks.iter().zip(&places).map(|(mark, row)| {
        let draw = |sheet: &mut Sheet, foot| mark.draw(sheet, foot, plot.top, *row);
        pinned((mark.worth, up.low), draw)
    }));
    for (at, policy) in all.iter().rev() {
        let points = [along.low, along.high].map(|worth| (worth, value(policy, worth))).to_vec();
        chart.draw([line(points, styles[*at].stroke(3.5))]);
    }
    let mut tips: Vec<(usize, End, Point)> =
        labels.into_iter().zip(&all).map(|(end, (at, policy))| (*at, end, chart.at(along.high, value(policy, along.high)))).collect();
    drop(chart);
    // where room is short, those that are the best somewhere have it first
    tips.sort_by_key(|(at, ..)| !found.ladder.iter().any(|step| step.policy == *at));
    let tips: Vec<(End, Point)> = tips.into_iter().map(|(_, end, tip)| (end, tip)).collect();
    let lost = ends::draw(&mut sheet, &Rect { top: plot.top + 12.0, ..plot }, &tips);
    text.notes.extend((lost > 0).then(|| words::unlabelled(lost, language)));
    text.notes.extend(comparison.default_note());

    let on_ladder: Vec<&str> = found.ladder.iter().map(|step| found.policies[step.policy].name.as_str()).collect();
    let ends: Vec<f64> = found.ladder.iter().skip(1).map(|step| step.from).chain([f64::INFINITY]).collect();
    let strip = Rect { top: plot.bottom + 4.0, bottom: plot.bottom + STRIP, ..plot };
    let mut chart = Chart::on(&mut sheet, room, strip, x, Axis::bare(0.0, 1.0));
    for (step, end) in found.ladder.iter().zip(&ends) {
        let (from, to) = (step.from, end.min(along.high));
        let width = chart.at(to, 0.0).0 - chart.at(from, 0.0).0;
        if width < 0.5 {
            continue;
        }
        let style = styles[step.policy];
        chart.draw([Rectangle::new([(from, 1.0), (to, 0.0)], fill(style.line.tint(0.22), 1.0))]);
        chart.draw([PathElement::new(chart.upright(from), pen(WHITE, 3.0))]);
        let size = comparison.medium.label();
        let full = words::in_strip(name(step.policy), step.best, language);
        // the names in the strip are told apart in the room of this piece
        let short = told_apart(&on_ladder, size, true, width - 14.0, 1);
        let own = on_ladder.iter().position(|own| *own == found.policies[step.policy].name).map_or("", |at| short[at].as_str());
        let shown = [full.as_str(), own].into_iter().find(|said| text_width(said, size, true) + 14.0 <= width);
        let look = Type::bold(size, style.text);
        let draw = |sheet: &mut Sheet, (x, y): Point| sheet.text((x, y + 0.36 * size), shown.unwrap_or_default(), look, Anchor::Middle);
        chart.draw([pinned((f64::midpoint(from, to), 0.5), draw)]);
    }
    drop(chart);

    let mut said: Vec<String> = found
        .ladder
        .iter()
        .zip(&ends)
        .map(|(step, end)| {
            let to = end.is_finite().then(|| days(*end, language));
            words::worth_line(
                name(step.policy),
                &days(step.from, language),
                to.as_deref(),
                &days(step.middle, language),
                step.best.is_finite().then_some(step.best),
                language,
            )
        })
        .collect();
    said.extend(asked.map(|worth| words::asked(worth, language) + "."));
    let rows = all.iter().map(|(at, policy)| {
        let step = found.ladder.iter().zip(&ends).find(|(step, _)| step.policy == *at);
        let best = step.map_or([f64::NAN; 3], |(step, end)| [step.from, *end, step.best]);
        let mut row = vec![policy.name.clone()];
        row.extend([policy.avoided.mean, policy.cost.mean].into_iter().chain(best).map(cell));
        row
    });
    Some(Figure::new("worth", text, sheet, &said, csv("worth", rows)))
}
