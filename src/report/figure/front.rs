//! # The front of a search
//!
//! Portfolios as a plane: person-days along, trust-days up, departures avoided as the size of the disc.

use plotters::element::Circle;

use super::plane::{DISC, bar, name, plane};
use super::{Figure, Provenance, cell, csv};
use crate::comparison::portfolio::Judged;
use crate::comparison::price::Defaults;
use crate::report::case::{Case, repairs};
use crate::report::chart::{fill, fine};
use crate::report::sheet::{Colour, MUTED, Medium, Point, Style, WHITE, page, style};
use crate::scenario::Scenario;
use crate::words::figure::policy::{WON_AXIS, most};
use crate::words::figure::portfolio as words;
use crate::words::screen::compare::default_note;
use crate::words::screen::portfolio::{made_of, most_and_nearly, name as name_of, shown as shown_on_screen};

/// The smallest disc of a member of the front, and that of one that is dominated.
const SMALL: [f64; 2] = [5.0, 3.0];
/// A longer list of repairs is called by the name of the portfolio.
const LONG: usize = 52;

pub fn front(case: &Case<'_>, provenance: &Provenance) -> Figure {
    let (found, language) = (case.found, case.language);
    let run = &case.reading.scenario.run;
    let subtitle = words::subtitle(found.lives_each[1], run.worlds, language);
    let mut text = provenance.words(case.reading.scenario.title(language), headline(case), subtitle, language);
    let known: Vec<(usize, &Judged)> =
        found.judged.iter().enumerate().filter(|(_, row)| row.cost.mean.is_finite() && row.recovered.mean.is_finite()).collect();
    let (mut sheet, room) = page(&text, Medium::Slide);
    let place = |row: &Judged| (row.cost.mean, row.recovered.mean);
    let steps: Vec<(f64, f64)> = found.steps.iter().map(|at| place(&found.judged[*at])).collect();
    let values = [known.iter().map(|(_, row)| row.cost.mean).collect(), known.iter().flat_map(|(_, row)| won(row)).collect()];
    let titles = [words::COST_AXIS, WON_AXIS].map(|title| title.get(language));
    let mut chart = plane(&mut sheet, room, values, titles, &steps, language);
    // Each has the look that it has as an arm of portfolio.toml.
    let look = |at: usize| -> Style { style(found.judged[..at].iter().filter(|row| row.name.is_some()).count()) };
    let shown: Vec<&(usize, &Judged)> = known.iter().filter(|(_, row)| row.name.is_some()).collect();
    let mut bars: Vec<Vec<Point>> = vec![steps.iter().map(|(x, y)| chart.at(*x, *y)).collect()];
    for (at, row) in &shown {
        let [_, low, high] = won(row);
        if low.is_finite() && high.is_finite() {
            bars.extend(bar(&mut chart, [(row.cost.mean, low), (row.cost.mean, high)], look(*at).line.tint(0.6)));
        }
    }
    let nameless = known.iter().filter(|(_, row)| row.name.is_none());
    chart.draw(nameless.map(|(_, row)| Circle::new(place(row), fine(SMALL[1]), fill(MUTED.tint(0.6), 1.0))));
    let best = shown.iter().map(|(_, row)| row.avoided.mean).filter(|value| value.is_finite()).fold(0.0, f64::max);
    for (at, row) in &shown {
        let part = if best > 0.0 { (row.avoided.mean / best).clamp(0.0, 1.0) } else { 0.0 };
        // What the eye compares is the area.
        let radius = SMALL[0] + (DISC - SMALL[0]) * if part.is_finite() { part.sqrt() } else { 0.0 };
        chart.draw([Circle::new(place(row), fine(radius), fill(look(*at).line, 1.0))]);
        if !found.steps.contains(at) {
            chart.draw([Circle::new(place(row), fine(radius - 2.5), fill(WHITE, 1.0))]);
        }
    }
    let labels: Vec<String> = shown.iter().map(|(at, row)| label(case, row, found.steps.contains(at))).collect();
    // Of a long front those have names that stand on the screen too. Their discs come first, so that they are labelled before room is short.
    let named = shown_on_screen(found);
    let mut order: Vec<usize> = (0..shown.len()).collect();
    order.sort_by_key(|at| !named.contains(&shown[*at].0));
    let names: Vec<(&str, Colour)> =
        order.iter().filter(|at| named.contains(&shown[**at].0)).map(|at| (labels[*at].as_str(), look(shown[*at].0).text)).collect();
    let spot = |row: &Judged| chart.at(row.cost.mean, row.recovered.mean);
    let dots = known.iter().filter(|(_, row)| row.name.is_none()).map(|(_, row)| spot(row));
    let spots: Vec<Point> = order.iter().map(|at| spot(shown[*at].1)).chain(dots).collect();
    let plot = chart.finish();
    let lost = name(&mut sheet, &plot, &names, &spots, &bars);
    text.notes.extend((lost > 0).then(|| words::unlabelled(lost, language)));
    text.notes.extend(default_note(&Defaults::of(&Scenario { arms: Vec::new(), ..case.reading.scenario.clone() }), language));

    let said: Vec<String> = shown
        .iter()
        .map(|(at, row)| {
            let made = made_of(case.options, &row.genes, language);
            words::line(&name_of(row, language), &made, row.cost.mean, won(row), row.avoided.mean, found.steps.contains(at), language)
        })
        .collect();
    let rows = known.iter().map(|(at, row)| {
        let mut cells = vec![row.name.clone().unwrap_or_default(), repairs(case.options, &row.genes), cell(row.cost.mean)];
        cells.extend(won(row).map(cell));
        cells.push(cell(row.avoided.mean));
        cells.extend([row.on_front, found.steps.contains(at)].map(|yes| u8::from(yes).to_string()));
        cells.push(cell(row.spent.mean));
        cells
    });
    Figure::new("front", text, sheet, &said, csv("front", rows))
}

/// Trust-days won back: the mean and its interval.
fn won(row: &Judged) -> [f64; 3] {
    [row.recovered.mean, row.recovered.low, row.recovered.high]
}

/// The repairs by their names, or the portfolio's name where they are many.
fn called(case: &Case<'_>, row: &Judged) -> String {
    let all: Vec<&str> = case.options.chosen(&row.genes).map(|start| start.repair.id.as_str()).collect();
    let said = all.join(" + ");
    if said.is_empty() || said.chars().count() > LONG { name_of(row, case.language) } else { said }
}

/// What stands beside a disc: what a step is made of, where that is short.
fn label(case: &Case<'_>, row: &Judged, is_step: bool) -> String {
    let (own, made) = (name_of(row, case.language), called(case, row));
    if is_step && made != own { format!("{own}: {made}") } else { own }
}

fn headline(case: &Case<'_>) -> String {
    let language = case.language;
    let Some([top, nearly]) = most_and_nearly(case.found) else { return words::NOTHING_WON.get(language).to_owned() };
    if top.name == nearly.name {
        return most(&called(case, top), top.recovered.mean, top.cost.mean, &[], language);
    }
    words::nearly(&called(case, nearly), nearly.recovered.mean, nearly.cost.mean, [top.recovered.mean, top.cost.mean], language)
}
