//! # What it costs, what it wins back
//!
//! The ladder seen as a plane: person-days along, trust-days up, with the range of each and the line that nobody beats.

use plotters::element::{Circle, PathElement};
use plotters::series::LineSeries;

use super::{Comparison, Figure, cell, csv};
use crate::comparison::ranking::{Policy, win_back_alike};
use crate::report::chart::{Axis, Chart, Scale, fill, fine, pen};
use crate::report::sheet::{AXIS, Anchor, Colour, GRID, MUTED, Point, Rect, Sheet, Type, WHITE, page, solid, text_width, told_apart};
use crate::words::figure::{Form, policy as words};

/// Radius of a policy's disc.
pub const DISC: f64 = 9.0;
/// How much of the most that is won back a cheaper policy must win back to be the finding.
const NEARLY: f64 = 0.8;
/// The share of the cost that it may have at most.
const CHEAPLY: f64 = 0.5;

/// The figure; `None` where nothing is known of what is won back.
pub fn cost(comparison: &Comparison<'_>) -> Option<Figure> {
    let language = comparison.language;
    let all: Vec<(usize, &Policy)> = comparison.found.policies.iter().enumerate().filter(|(_, policy)| is_known(policy)).collect();
    if all.len() < 2 {
        return None;
    }
    let reference = &comparison.reference_said();
    let mut text = comparison.words(headline(comparison, &all), words::cost_subtitle(reference, &comparison.lived(), language));
    let short = comparison.names();
    let below: Vec<&str> = all.iter().filter(|(_, policy)| policy.below_floor).map(|(at, _)| short[*at].as_str()).collect();
    text.notes.extend((!below.is_empty()).then(|| words::below_floor(&below, language)));

    let (mut sheet, room) = page(&text, comparison.medium);
    let extent = |of: fn(&Policy) -> [f64; 3]| {
        let values = || all.iter().flat_map(|(_, policy)| of(policy)).filter(|value| value.is_finite());
        Some((values().fold(0.0, f64::min), values().fold(0.0, f64::max)))
    };
    let [along, up] = [extent(costs), extent(won)].map(|extent| Scale::around(extent, true, Form::Count));
    let [x, y] = [words::cost_axis(reference, language), words::WON_AXIS.get(language).to_owned()];
    let [x, y] = [Axis::of(&along, &x, language).from(before(&along)), Axis::of(&up, &y, language).from(before(&up))];
    let mut chart = Chart::new(&mut sheet, room, 20.0, x, y);
    chart.draw([PathElement::new(chart.upright(0.0), pen(GRID, 1.5))]);
    let place = |policy: &Policy| (policy.cost.mean, policy.recovered.mean);
    let line: Vec<(f64, f64)> = frontier(&all).into_iter().map(place).collect();
    chart.draw(LineSeries::new(line.iter().copied(), pen(AXIS, 2.5)));
    let styles = comparison.styles();
    let mut bars = Vec::new();
    for (at, policy) in &all {
        let ([_, left, right], [_, low, high]) = (costs(policy), won(policy));
        let faint = styles[*at].line.tint(0.6);
        let (cost, recovered) = place(policy);
        for range in [[(left, recovered), (right, recovered)], [(cost, low), (cost, high)]] {
            let bar = range.map(|(x, y)| chart.at(x, y));
            if (bar[0].0 - bar[1].0).abs() + (bar[0].1 - bar[1].1).abs() > 2.0 * DISC {
                chart.draw([PathElement::new(range, pen(faint, 2.5))]);
                bars.push(bar.to_vec());
            }
        }
    }
    for (at, policy) in &all {
        chart.draw([Circle::new(place(policy), fine(DISC), fill(styles[*at].line, 1.0))]);
        if policy.dominated || policy.below_floor {
            chart.draw([Circle::new(place(policy), fine(DISC - 3.0), fill(WHITE, 1.0))]);
        }
    }
    let on_sheet = |places: &[(f64, f64)]| -> Vec<Point> { places.iter().map(|(x, y)| chart.at(*x, *y)).collect() };
    let spots = on_sheet(&all.iter().map(|(_, policy)| place(policy)).collect::<Vec<_>>());
    bars.push(on_sheet(&line));
    let plot = chart.finish();
    let colour = |at: usize, policy: &Policy| if policy.below_floor { MUTED } else { styles[at].text };
    let names: Vec<(&str, Colour)> = all.iter().map(|(at, policy)| (policy.name.as_str(), colour(*at, policy))).collect();
    let unlabelled = name(&mut sheet, &plot, &names, &spots, &bars);
    text.notes.extend((unlabelled > 0).then(|| words::unlabelled(unlabelled, language)));

    let said: Vec<String> = all.iter().skip(1).map(|(_, policy)| words::cost_line(policy, language)).collect();
    text.notes.extend(comparison.default_note());
    let rows = all.iter().map(|(_, policy)| {
        let mut row = vec![policy.name.clone()];
        row.extend(costs(policy).into_iter().chain(won(policy)).map(cell));
        row.extend([policy.dominated, policy.below_floor].map(|yes| u8::from(yes).to_string()));
        row.extend(policy.parts.iter().chain([&policy.output]).map(|part| cell(part.mean)));
        row
    });
    Some(Figure::new("cost", text, sheet, &said, csv("cost", rows)))
}

/// A little before the first number, so that names have room around the policy that costs nothing and wins nothing.
pub fn before(scale: &Scale) -> f64 {
    scale.low - 0.07 * (scale.high - scale.low)
}

fn is_known(policy: &Policy) -> bool {
    policy.cost.mean.is_finite() && policy.recovered.mean.is_finite()
}

/// Person-days: the mean, 10 % and 90 %.
fn costs(policy: &Policy) -> [f64; 3] {
    [policy.cost.mean, policy.cost.lo, policy.cost.hi]
}

/// Trust-days won back.
fn won(policy: &Policy) -> [f64; 3] {
    [policy.recovered.mean, policy.recovered.lo, policy.recovered.hi]
}

/// The policies that win back more than any that costs no more, the cheapest first.
fn frontier<'p>(all: &[(usize, &'p Policy)]) -> Vec<&'p Policy> {
    let mut rest: Vec<&Policy> = all.iter().map(|(_, policy)| *policy).filter(|policy| !policy.dominated && !policy.below_floor).collect();
    rest.sort_by(|one, other| one.cost.mean.total_cmp(&other.cost.mean).then(other.recovered.mean.total_cmp(&one.recovered.mean)));
    let mut most = f64::NEG_INFINITY;
    rest.retain(|policy| {
        let ahead = policy.recovered.mean > most;
        most = most.max(policy.recovered.mean);
        ahead
    });
    rest
}

fn headline(comparison: &Comparison<'_>, all: &[(usize, &Policy)]) -> String {
    let line = frontier(all);
    let top = line.last().filter(|top| top.recovered.mean > 0.0 && top.name != comparison.reference());
    let Some(top) = top else { return words::NOTHING_WON.get(comparison.language).to_owned() };
    let names = comparison.names();
    let said = |policy: &Policy| {
        comparison.found.policies.iter().zip(&names).find(|(own, _)| own.name == policy.name).map_or("", |(_, said)| said.as_str())
    };
    let nearly = line
        .iter()
        .rev()
        .skip(1)
        .filter(|policy| policy.cost.mean > 0.0 && top.cost.mean > 0.0)
        .find(|policy| policy.recovered.mean >= NEARLY * top.recovered.mean && policy.cost.mean <= CHEAPLY * top.cost.mean);
    if let Some(policy) = nearly {
        let share = [policy.recovered.mean / top.recovered.mean, policy.cost.mean / top.cost.mean];
        return words::nearly(said(policy), said(top), share, comparison.language);
    }
    let found = comparison.found;
    let at = found.policies.iter().position(|policy| policy.name == top.name).unwrap_or(0);
    let alike = win_back_alike(&found.outcomes, &found.policies, at);
    let alike: Vec<&str> = alike.iter().map(|at| names[*at].as_str()).collect();
    words::most(said(top), top.recovered.mean, top.cost.mean, &alike, comparison.language)
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
