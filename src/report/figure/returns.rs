//! # How long trust stays away
//!
//! The share of lives in which it is not yet back, one line of steps for each policy.

use crate::analysis::survival::Survival;
use crate::report::figure::ends::{self, End, gutter};
use crate::report::figure::frame::{Scale, grid, page_of};
use crate::report::figure::labels::told_apart;
use crate::report::figure::palette::{INK, Style, solid};
use crate::report::figure::plane::{Axis, Plane};
use crate::report::figure::policies::{Comparison, TOGETHER};
use crate::report::figure::scene::{Figure, Scene, cell, csv};
use crate::report::figure::sheet::{Anchor, Point, Rect, Sheet, Stroke, Type};
use crate::words::back;
use crate::words::figure::policy as words;
use crate::words::figure::{self, Form};
use crate::words::number::percent;

/// Panels where there are many policies.
const APART: usize = 20;
/// Width of the line with which each panel is compared.
const THIN: f64 = 1.8;

/// One policy.
struct Line<'a> {
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
    let lines: Vec<Line<'_>> = found
        .policies
        .iter()
        .zip(comparison.styles().into_iter().zip(comparison.names()))
        .filter(|(policy, _)| waits(policy.arm).next().is_some())
        .map(|(policy, (style, said))| {
            let mut lost: Vec<f64> = waits(policy.arm).filter(|wait| !wait.ended && wait.days < last - 0.5).map(|wait| wait.days).collect();
            lost.sort_by(f64::total_cmp);
            lost.dedup_by(|one, other| (*one - *other).abs() < 0.5);
            Line { name: &policy.name, said, style, survival: found.returns(policy), lost, lives: waits(policy.arm).count() }
        })
        .collect();
    let first = lines.first()?;
    let end = |line: &Line<'_>| line.survival.share(last);
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
    let label =
        |line: &Line<'_>, name: &str, room: f64| End::new(percent(end(line), 0, language), name, room, line.style.text, comparison.medium);
    if together {
        let names = ends::names(&lines.iter().map(|line| line.name).collect::<Vec<_>>(), room.width(), comparison.medium);
        let labels: Vec<End> = lines.iter().zip(&names).map(|(line, name)| label(line, name, room.width())).collect();
        let beside = gutter(labels.iter());
        let (x, y) = axes(room.width() - beside, true);
        let plane = Plane::new(room, beside, 0.0, x, y);
        plane.axes(&mut sheet, room, 0.0);
        for line in lines.iter().rev() {
            draw(&mut sheet, &plane, line, last, 3.5);
        }
        let tips: Vec<(End, Point)> = labels.into_iter().zip(&lines).map(|(label, line)| (label, plane.at(last, end(line)))).collect();
        let lost = ends::draw(&mut sheet, &plane.plot, &tips);
        text.notes.extend((lost > 0).then(|| words::unlabelled(lost, language)));
    } else {
        let shown = &lines[..lines.len().min(APART)];
        let rooms = grid(room, shown.len());
        let look = Type { size: 20.0, bold: true, colour: INK };
        let names: Vec<&str> = shown.iter().map(|line| line.name).collect();
        let titles = told_apart(&names, look.size, true, rooms.first().map_or(0.0, Rect::width), 1);
        for ((line, room), title) in shown.iter().zip(rooms).zip(titles) {
            let end = label(line, "", room.width());
            let beside = gutter(std::iter::once(&end));
            sheet.text((room.left, room.top + 18.0), &title, look, Anchor::Start);
            let under = Rect { top: room.top + 26.0, ..room };
            let (x, y) = axes(room.width() - beside, false);
            let plane = Plane::new(under, beside, 0.0, x, y);
            plane.axes(&mut sheet, under, 0.0);
            draw(&mut sheet, &plane, first, last, THIN);
            draw(&mut sheet, &plane, line, last, 3.5);
            let tip = plane.at(last, line.survival.share(last));
            let _ = ends::draw(&mut sheet, &plane.plot, &[(end, tip)]); // one always has room
        }
    }

    let said: Vec<String> =
        lines.iter().map(|line| words::returns_line(line.name, line.survival.quantile(0.5), end(line), last, language)).collect();
    let rows = lines.iter().flat_map(|line| {
        let steps = std::iter::once((0.0, 1.0)).chain(line.survival.steps.iter().copied()).chain([(last, end(line))]);
        steps.map(|(days, share)| vec![line.name.to_owned(), cell(days), cell(share)]).collect::<Vec<_>>()
    });
    let csv = csv("returns", rows);
    Some(Scene::figure("returns", text, sheet, &said, csv))
}

/// The steps of one policy, with a tick where lives are lost from sight.
fn draw(sheet: &mut Sheet, plane: &Plane, line: &Line<'_>, last: f64, width: f64) {
    let mut points = vec![plane.at(0.0, 1.0)];
    let mut share = 1.0;
    for &(days, next) in &line.survival.steps {
        points.extend([plane.at(days, share), plane.at(days, next)]);
        share = next;
    }
    points.push(plane.at(last, share));
    sheet.line(points, Stroke { colour: line.style.line, width, dash: line.style.dash });
    for &days in &line.lost {
        let (x, y) = plane.at(days, line.survival.share(days));
        sheet.line(vec![(x, y - 7.0), (x, y + 7.0)], solid(line.style.line, 1.5));
    }
}
