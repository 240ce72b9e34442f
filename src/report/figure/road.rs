//! # The road
//!
//! Building, the fall, coming back: three bars on one scale.

use super::{Figure, Scene, cell, csv, most_affected};
use crate::analysis::recovery::Road;
use crate::report::sheet::{AXIS, Anchor, Colour, INK, MUTED, Medium, Rect, Sheet, Stroke, Type, WHITE, page, solid, text_width};
use crate::scenario::Referent;
use crate::text::Text;
use crate::words::back;
use crate::words::figure::{self as words, Clock};

/// Em size on a slide.
const SIZE: f64 = 24.0;
/// Half the height of a bar on a slide; on paper, where its name stands above it, as a share of the room.
const HALF: f64 = 46.0;
const SHARE: f64 = 0.22;

struct Bar {
    key: &'static str,
    name: Text,
    days: Option<f64>,
    censored: bool,
    colour: Colour,
    on_foot: bool,
}

/// The road of the arm and referent that the figures are about, or the first road given; `None` without one.
pub fn road(scene: &Scene<'_>) -> Option<Figure> {
    let language = scene.language;
    let (lead, referent) = (scene.lead().map(|(plan, _)| plan), most_affected(scene));
    let arm = lead.map(|plan| plan.name.as_str());
    let others = Referent::ALL.into_iter().filter(|other| *other != referent);
    let road = std::iter::once(referent).chain(others).find_map(|referent| Road::leading(scene.roads, arm?, referent))?;
    let [build, back] = [road.build, road.back].map(|days| days.filter(|days| days.is_finite()));
    // the colour of the arm, as in every other figure
    let own = scene.style(&road.arm).line;
    let bars = [
        Bar { key: "build", name: words::BUILDING, days: build, censored: road.build_censored, colour: own.tint(0.6), on_foot: true },
        Bar { key: "fall", name: words::FALLING, days: Some(road.fall), censored: false, colour: INK, on_foot: false },
        Bar { key: "back", name: words::RETURNING, days: back, censored: road.back_censored, colour: own, on_foot: true },
    ];
    let said = |days: Option<f64>, censored| days.map(|days| (days, censored));
    let mut text = scene.words(words::road_headline(said(build, road.build_censored), road.fall, said(back, road.back_censored), language));
    let subject = words::referent(road.referent).get(language);
    text.subtitle = words::road_subtitle(lead.and_then(|plan| scene.arm_name(plan)), subject, road.never, road.replicates, language);
    text.notes.push(back::IN_SHORT.get(language).to_owned());
    if road.has_twin {
        text.notes.push(back::level_with_twin(road.level, language));
    }
    let longest = bars.iter().filter_map(|bar| bar.days).fold(1.0, f64::max);
    let clock = Clock::of(longest);
    text.notes.push(words::steps(clock, language));

    let (mut sheet, body) = page(&text, scene.medium);
    let paper = scene.medium != Medium::Slide;
    let pitch = body.height() / 3.0;
    let (size, half) = if paper { (scene.medium.label(), SHARE * pitch) } else { (SIZE, HALF) };
    let names = bars.iter().map(|bar| text_width(bar.name.get(language), size, true)).fold(0.0, f64::max) + 30.0;
    let left = body.left + if paper { 0.0 } else { names };
    let said = |bar: &Bar| bar.days.map_or_else(|| words::UNKNOWN.get(language).to_owned(), |d| words::stretch(d, bar.censored, language));
    let right = body.right - bars.iter().map(|bar| text_width(&said(bar), size, true)).fold(0.0, f64::max) - 60.0;
    for (i, bar) in bars.iter().enumerate() {
        let middle = body.top + (i as f64 + 0.5) * pitch + if paper { 0.7 * size } else { 0.0 };
        let look = Type::bold(size, INK);
        let name = if paper { middle - half - 0.5 * size } else { middle + 0.36 * size };
        sheet.text((body.left, name), bar.name.get(language), look, Anchor::Start);
        sheet.line(vec![(left, middle - 1.4 * half), (left, middle + 1.4 * half)], solid(AXIS, 1.5));
        let end = bar.days.map_or(left, |days| left + ((right - left) * days / longest).max(3.0));
        if bar.days.is_some() {
            draw(
                &mut sheet,
                bar,
                Rect { left, top: middle - half, right: end, bottom: middle + half },
                (right - left) * clock.days() / longest,
            );
        }
        let tail = if bar.censored && bar.days.is_some() { 50.0 } else { 14.0 };
        let look = Type { bold: bar.days.is_some(), colour: if bar.days.is_some() { INK } else { MUTED }, ..look };
        sheet.text(
            ((end + tail).min(body.right - text_width(&said(bar), size, true)), middle + 0.36 * size),
            &said(bar),
            look,
            Anchor::Start,
        );
    }
    let said: Vec<String> = bars.iter().map(|bar| format!("{}: {}.", bar.name.get(language), said(bar))).collect();
    let rows = bars.iter().map(|bar| {
        let days = bar.days.map_or_else(String::new, cell);
        vec![road.arm.clone(), road.referent.key().to_owned(), bar.key.to_owned(), days, bar.censored.to_string()]
    });
    let level = road.has_twin.then(|| {
        let days = road.level.map_or_else(String::new, cell);
        vec![road.arm.clone(), road.referent.key().to_owned(), "level_with_twin".to_owned(), days, road.level.is_none().to_string()]
    });
    Some(Figure::new("road", text, sheet, &said, csv("road", rows.chain(level))))
}

/// A bar: with steps if it goes on foot, and an open end if it goes on.
fn draw(sheet: &mut Sheet, bar: &Bar, room: Rect, step: f64) {
    sheet.area(room.corners(), bar.colour, 1.0);
    let middle = f64::midpoint(room.top, room.bottom);
    let steps = (room.width() / step.max(1.0)).floor() as usize;
    for i in (1..=steps).filter(|_| bar.on_foot && step >= 5.0) {
        let x = room.left + i as f64 * step;
        if x < room.right - 1.0 {
            sheet.line(vec![(x, room.top), (x, room.bottom)], solid(WHITE, 2.0));
        }
    }
    if bar.censored {
        for y in [room.top + 2.0, middle, room.bottom - 2.0] {
            sheet.line(vec![(room.right + 6.0, y), (room.right + 36.0, y)], Stroke { colour: bar.colour, width: 4.0, dash: &[6.0, 6.0] });
        }
    }
}
