//! # A sweep
//!
//! Arms that differ in one number alone: what comes out of it, by that number.

use plotters::element::Polygon;
use plotters::series::LineSeries;

use super::{Figure, Scene, Series, TRUST_WINDOW, cell, csv, first_breach, most_apart, swept};
use crate::analysis::recovery::Road;
use crate::report::chart::{Axis, Chart, End, Scale, ends, fill, fine, gutter, line, pen};
use crate::report::sheet::{INK, MUTED, Point, Stroke, TWIN_DASH, page};
use crate::text::Text;
use crate::words::figure::{self as words, Form, value};
use crate::words::number::number;

/// Radius of a point.
const DISC: f64 = 4.0;

struct Spot<'a> {
    at: f64,
    arm: &'a str,
    /// 5 %, median and 95 % on the last day.
    end: [f64; 3],
    lowest: Option<f64>,
    lives: usize,
}

/// The figure; `None` where the arms are no sweep.
pub fn sweep(scene: &Scene<'_>) -> Option<Figure> {
    let (key, values) = swept(scene.scenario)?;
    let (language, whose) = (scene.language, most_apart(scene));
    let spot = |(at, series, breach): (f64, Series, Option<u32>)| {
        let last = series.days.len().checked_sub(1)?;
        let end = [0, 2, 4].map(|quantile| series.quantiles[quantile][last]);
        let arm = scene.arms().find(|(plan, _)| plan.name == series.arm)?.0.name.as_str();
        // as in recovery.csv; where nobody measured it, of the medians
        let measured = |day: u32| {
            let own = |road: &&Road| road.arm == arm && road.referent == whose && road.day.is_none_or(|on| on == day);
            scene.roads.iter().find(own).map(|road| road.lowest)
        };
        let lowest = breach.and_then(|day| measured(day).or_else(|| lowest(&series, day)));
        end[1].is_finite().then_some(Spot { at, arm, end, lowest, lives: series.lives })
    };
    let known = scene.scenario.arms.iter().zip(values).filter_map(|(arm, at)| {
        let (plan, lives) = scene.arms().find(|(plan, _)| plan.name == arm.name)?;
        Some((at, scene.series(lives, "trust", Some(whose))?, first_breach(&plan.scenario)))
    });
    let mut spots: Vec<Spot<'_>> = known.filter_map(spot).collect();
    spots.sort_by(|one, other| one.at.total_cmp(&other.at));
    let by_end = |one: &&Spot<'_>, other: &&Spot<'_>| one.end[1].total_cmp(&other.end[1]);
    let (low, high) = (spots.iter().min_by(by_end)?, spots.iter().max_by(by_end)?);
    let say = |at: f64| number(at, decimals(&spots), language);
    let subject = words::referent_subject(whose).get(language);
    let headline = words::sweep_headline(subject, &key, [(say(low.at), low.end[1]), (say(high.at), high.end[1])], language);
    let mut text = scene.words(headline);
    let lives = spots.iter().map(|spot| spot.lives).max().unwrap_or(0);
    let lowest: Vec<(f64, f64)> = spots.iter().filter_map(|spot| Some((spot.at, spot.lowest?))).collect();
    text.subtitle = words::sweep_subtitle(spots.len(), &key, lives, !lowest.is_empty(), language);

    let (mut sheet, room) = page(&text, scene.medium);
    let (from, to) = (spots.first()?.at, spots.last()?.at);
    if to <= from {
        return None;
    }
    let x = Axis::of(&Scale::around(Some((from, to)), false, Form::Index).within(from, to), &key, language);
    let y = Axis::of(&Scale::unit(), words::referent(whose).get(language), language);
    let end = |said: f64, name: Text| End::new(value(said, Form::Index, language), name.get(language), room.width(), INK, scene.medium);
    let mut labels = vec![(end(spots.last()?.end[1], words::END), spots.last()?.end[1])];
    labels.extend(lowest.last().map(|(_, low)| (end(*low, words::LOWEST), *low)));
    let mut chart = Chart::new(&mut sheet, room, gutter(labels.iter().map(|(label, _)| label)), x, y);
    let band = |quantile: usize| spots.iter().map(move |spot| (spot.at, spot.end[quantile])).filter(|(_, y)| y.is_finite());
    let outline: Vec<(f64, f64)> = band(0).chain(band(2).collect::<Vec<_>>().into_iter().rev()).collect();
    chart.draw([Polygon::new(outline, fill(MUTED, 0.2))]);
    chart.draw([line(lowest, Stroke { colour: MUTED, width: 2.5, dash: TWIN_DASH })]);
    let ends = spots.iter().map(|spot| (spot.at, spot.end[1]));
    chart.draw(LineSeries::new(ends, pen(INK, 3.0).filled()).point_size(fine(DISC) as u32));
    let tips: Vec<(End, Point)> = labels.into_iter().map(|(label, y)| (label, chart.at(to, y))).collect();
    let plot = chart.finish();
    let _ = ends::draw(&mut sheet, &plot, &tips); // two always have room

    let said: Vec<String> =
        spots.iter().map(|spot| words::sweep_line(&say(spot.at), spot.arm, spot.end[1], spot.lowest, language)).collect();
    let rows = spots.iter().map(|spot| {
        let mut row = vec![spot.arm.to_owned(), key.clone(), cell(spot.at), whose.key().to_owned()];
        row.extend(spot.end.into_iter().chain([spot.lowest.unwrap_or(f64::NAN)]).map(cell));
        row
    });
    Some(Figure::new("sweep", text, sheet, &said, csv("sweep", rows)))
}

/// The lowest median after a breach; where the replicates were not measured one by one.
fn lowest(series: &Series, breach: u32) -> Option<f64> {
    let watched = series.days.iter().zip(series.median()).filter(|(day, _)| (breach..=breach.saturating_add(TRUST_WINDOW)).contains(day));
    watched.map(|(_, value)| *value).filter(|value| value.is_finite()).min_by(f64::total_cmp)
}

/// Decimals with which no two values of the key look alike, as far as four can do that.
fn decimals(spots: &[Spot<'_>]) -> usize {
    let apart = spots.windows(2).map(|pair| pair[1].at - pair[0].at).filter(|step| *step > 0.0).fold(f64::INFINITY, f64::min);
    (0..4).find(|decimals| apart >= 0.99 * 10_f64.powi(-*decimals)).unwrap_or(4) as usize
}
