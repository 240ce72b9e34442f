//! # How long trust stays away
//!
//! The share of lives in which it is not yet back, one line of steps for each policy.

use plotters::element::{EmptyElement, PathElement};

use super::{Comparison, Figure, cell, csv};
use crate::analysis::survival::Survival;
use crate::report::chart::{Axis, Chart, End, Scale, ends, fine, gutter, line, pen};
use crate::report::sheet::{Anchor, INK, Point, Rect, Style, Type, grid, page_of, told_apart};
use crate::words::back;
use crate::words::figure::{self, Form, policy as words};
use crate::words::number::percent;

/// Policies in one panel.
const TOGETHER: usize = 6;
/// Panels where there are many policies.
const APART: usize = 20;
/// Width of the line with which each panel is compared.
const THIN: f64 = 1.8;

/// One policy.
struct Waiting<'a> {
    name: &'a str,
    /// The same, as it stands in sentences.
    said: String,
    style: Style,
    survival: Survival,
    /// Days on which lives were lost from sight before the last.
    lost: Vec<f64>,
    lives: usize,
}

/// The figure; `None` where trust fell in no life.
pub fn returns(comparison: &Comparison<'_>) -> Option<Figure> {
    let language = comparison.language;
    let found = comparison.found;
    let waits = |arm: usize| found.outcomes.arms[arm].lives.iter().flatten().filter_map(|life| life.back);
    let last = found.policies.iter().flat_map(|policy| waits(policy.arm)).map(|wait| wait.days).fold(0.0, f64::max);
    let lines: Vec<Waiting<'_>> = found
        .policies
        .iter()
        .zip(comparison.styles().into_iter().zip(comparison.names()))
        .filter(|(policy, _)| waits(policy.arm).next().is_some())
        .map(|(policy, (style, said))| {
            let mut lost: Vec<f64> = waits(policy.arm).filter(|wait| !wait.ended && wait.days < last - 0.5).map(|wait| wait.days).collect();
            lost.sort_by(f64::total_cmp);
            lost.dedup_by(|one, other| (*one - *other).abs() < 0.5);
            Waiting { name: &policy.name, said, style, survival: found.returns(policy), lost, lives: waits(policy.arm).count() }
        })
        .collect();
    let first = lines.first()?;
    let end = |line: &Waiting<'_>| line.survival.share(last);
    let best = lines.iter().min_by(|one, other| end(one).total_cmp(&end(other)))?;
    let headline = words::returns_headline((&best.said, end(best)), (&first.said, end(first)), last, language);
    let whose = figure::lower_first(figure::referent(found.outcomes.referent).get(language));
    let most = lines.iter().map(|line| line.lives).max().unwrap_or(0);
    let mut text = comparison.words(headline, words::returns_subtitle(&whose, most, last, language));
    if lines.iter().any(|line| !line.lost.is_empty()) {
        text.notes.push(words::LOST.get(language).to_owned());
    }
    text.notes.push(back::IN_SHORT.get(language).to_owned());
    let together = lines.len() <= TOGETHER;
    if !together {
        text.notes.push(words::panels(&first.said, figure::Clock::of(last), language));
    }
    if lines.len() > APART {
        let few = figure::only_first(APART, lines.len(), words::POLICIES, language);
        text.subtitle = format!("{few} {} {}", figure::REST_IN_NUMBERS.get(language), text.subtitle);
    }

    let (mut sheet, room) =
        page_of(&text, comparison.medium, if together { 0.0 } else { comparison.medium.panels(lines.len().min(APART)) });
    let scale = Scale::around(Some((0.0, 1.0)), true, Form::Share);
    let axes = |width: f64, titled: bool| {
        let y = if titled { words::NOT_BACK.get(language) } else { "" };
        let x = if titled { words::in_units(words::SINCE_BREACH.get(language), figure::Clock::of(last), language) } else { String::new() };
        (Axis::time(last, width, &x, language), Axis::of(&scale, y, language))
    };
    let label = |line: &Waiting<'_>, name: &str, room: f64| {
        End::new(percent(end(line), 0, language), name, room, line.style.text, comparison.medium)
    };
    if together {
        let names = ends::names(&lines.iter().map(|line| line.name).collect::<Vec<_>>(), room.width(), comparison.medium);
        let labels: Vec<End> = lines.iter().zip(&names).map(|(line, name)| label(line, name, room.width())).collect();
        let beside = gutter(labels.iter());
        let (x, y) = axes(room.width() - beside, true);
        let mut chart = Chart::new(&mut sheet, room, beside, x, y);
        for line in lines.iter().rev() {
            draw(&mut chart, line, last, 3.5);
        }
        let tips: Vec<(End, Point)> = labels.into_iter().zip(&lines).map(|(label, line)| (label, chart.at(last, end(line)))).collect();
        let plot = chart.finish();
        let lost = ends::draw(&mut sheet, &plot, &tips);
        text.notes.extend((lost > 0).then(|| words::unlabelled(lost, language)));
    } else {
        let shown = &lines[..lines.len().min(APART)];
        let rooms = grid(room, shown.len());
        let look = Type::bold(20.0, INK);
        let names: Vec<&str> = shown.iter().map(|line| line.name).collect();
        let titles = told_apart(&names, look.size, true, rooms.first().map_or(0.0, Rect::width), 1);
        for ((line, room), title) in shown.iter().zip(rooms).zip(titles) {
            let label = label(line, "", room.width());
            let beside = gutter(std::iter::once(&label));
            sheet.text((room.left, room.top + 18.0), &title, look, Anchor::Start);
            let under = Rect { top: room.top + 26.0, ..room };
            let (x, y) = axes(room.width() - beside, false);
            let mut chart = Chart::new(&mut sheet, under, beside, x, y);
            draw(&mut chart, first, last, THIN);
            draw(&mut chart, line, last, 3.5);
            let (plot, tip) = (chart.plot, chart.at(last, end(line)));
            drop(chart);
            let _ = ends::draw(&mut sheet, &plot, &[(label, tip)]); // one always has room
        }
    }

    let said: Vec<String> =
        lines.iter().map(|line| words::returns_line(line.name, line.survival.quantile(0.5), end(line), last, language)).collect();
    let rows = lines.iter().flat_map(|line| {
        let steps = std::iter::once((0.0, 1.0)).chain(line.survival.steps.iter().copied()).chain([(last, end(line))]);
        steps.map(|(days, share)| vec![line.name.to_owned(), cell(days), cell(share)]).collect::<Vec<_>>()
    });
    Some(Figure::new("returns", text, sheet, &said, csv("returns", rows)))
}

/// The steps of one policy, with a tick where lives are lost from sight.
fn draw(chart: &mut Chart<'_>, policy: &Waiting<'_>, last: f64, width: f64) {
    let mut points = vec![(0.0, 1.0)];
    let mut share = 1.0;
    for &(days, next) in &policy.survival.steps {
        points.extend([(days, share), (days, next)]);
        share = next;
    }
    points.push((last, share));
    chart.draw([line(points, policy.style.stroke(width))]);
    let tick = || PathElement::new([(0, fine(-7.0)), (0, fine(7.0))], pen(policy.style.line, 1.5));
    chart.draw(policy.lost.iter().map(|&days| EmptyElement::at((days, policy.survival.share(days))) + tick()));
}
