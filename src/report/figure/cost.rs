//! # What it costs, what it wins back
//!
//! The ladder seen as a plane: person-days along, trust-days up, with the range of each and the line that nobody beats.

use plotters::element::Circle;

use super::plane::{DISC, bar, name, plane};
use super::{Comparison, Figure, cell, csv};
use crate::comparison::ranking::{Policy, win_back_alike};
use crate::report::chart::{fill, fine};
use crate::report::sheet::{Colour, MUTED, Point, WHITE, page};
use crate::words::figure::policy as words;

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
    let place = |policy: &Policy| (policy.cost.mean, policy.recovered.mean);
    let line: Vec<(f64, f64)> = frontier(&all).into_iter().map(place).collect();
    let values = [costs, won].map(|of| all.iter().flat_map(|(_, policy)| of(policy)).collect());
    let titles = [&words::cost_axis(reference, language), words::WON_AXIS.get(language)];
    let mut chart = plane(&mut sheet, room, values, titles, &line, language);
    let styles = comparison.styles();
    let mut bars = Vec::new();
    for (at, policy) in &all {
        let ([_, left, right], [_, low, high]) = (costs(policy), won(policy));
        let faint = styles[*at].line.tint(0.6);
        let (cost, recovered) = place(policy);
        for range in [[(left, recovered), (right, recovered)], [(cost, low), (cost, high)]] {
            bars.extend(bar(&mut chart, range, faint));
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
