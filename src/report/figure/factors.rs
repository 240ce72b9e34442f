//! # The pictures of a sweep
//!
//! Of each outcome the mean by level of every factor, the heaviest factor first; how much every factor weighs in every outcome; and of
//! the two heaviest factors together a map.

use plotters::element::PathElement;
use plotters::series::LineSeries;

use super::{Figure, Provenance, cell, csv};
use crate::comparison::factor::{AnswerFindings, FactorEffect, LevelMean, SweepFindings};
use crate::report::chart::{Axis, Chart, Scale, pen, pinned};
use crate::report::sheet::{ARMS, Anchor, INK, MUTED, Medium, Rect, Sheet, Type, Words, cividis, disc, fit, grid, page, solid, text_width};
use crate::scenario::Sweep;
use crate::text::Language;
use crate::words::figure::Form;
use crate::words::number::{MISSING, number};
use crate::words::screen::sweep as words;

/// Factors that have a panel.
const PANELS: usize = 6;
/// Radius of a mean.
const DISC: f64 = 6.0;
/// The figure of each outcome.
const NAMES: [(&str, &str); 9] = [
    ("trust_end", "factors-trust_end"),
    ("fall", "factors-fall"),
    ("returned", "factors-returned"),
    ("return_days", "factors-return_days"),
    ("trust_days_lost", "factors-trust_days_lost"),
    ("engagement", "factors-engagement"),
    ("performance", "factors-performance"),
    ("leavers", "factors-leavers"),
    ("cost", "factors-cost"),
];

/// What the pictures of a sweep are drawn from.
#[derive(Clone, Copy)]
pub struct SweepScene<'a> {
    pub sweep: &'a Sweep,
    pub findings: &'a SweepFindings,
    /// The scenario's title in this language.
    pub title: &'a str,
    pub provenance: &'a Provenance,
    pub language: Language,
}

/// All pictures that a sweep allows.
pub fn of_sweep(scene: &SweepScene<'_>) -> Vec<Figure> {
    let answers = || scene.findings.answers.iter();
    let levels = answers().filter(|found| found.factors.iter().any(|effect| effect.levels.len() > 1));
    let figures = weights(scene).into_iter().chain(answers().next().and_then(|found| map(scene, found)));
    figures.chain(levels.filter_map(|found| by_level(scene, found))).collect()
}

impl SweepScene<'_> {
    fn words(&self, headline: &str, subtitle: String) -> Words {
        self.provenance.words(self.title, headline.trim_end_matches('.').to_owned(), subtitle, self.language)
    }

    fn lived(&self) -> String {
        let (points, replicates) = (self.sweep.points.len() as u64, self.findings.replicates);
        format!("{}; {}", words::lived(points, replicates, self.language), words::design(self.sweep.design).get(self.language))
    }
}

/// An outcome by the levels of every factor.
fn by_level(scene: &SweepScene<'_>, found: &AnswerFindings) -> Option<Figure> {
    let language = scene.language;
    let name = NAMES.iter().find(|(key, _)| *key == found.answer.key)?.1;
    let subtitle = format!("{}; {}", words::answer(found, language), scene.lived());
    let mut text = scene.words(&words::headline(found, scene.sweep, language), subtitle);
    text.notes.insert(0, words::read(scene.sweep, language));
    let order: Vec<usize> = found.order().into_iter().filter(|factor| found.factors[*factor].levels.len() > 1).collect();
    if order.len() > PANELS {
        text.notes.push(words::only_heaviest(PANELS, order.len(), language));
    }
    let shown = &order[..order.len().min(PANELS)];
    let ends =
        shown.iter().flat_map(|factor| &found.factors[*factor].levels).flat_map(|level| [level.mean.low, level.mean.high, level.mean.mean]);
    let extent = ends
        .filter(|end| end.is_finite())
        .fold(None, |range: Option<(f64, f64)>, end| Some(range.map_or((end, end), |(low, high)| (low.min(end), high.max(end)))));
    let form = if found.mean.abs() < 10.0 { Form::Index } else { Form::Count };
    let bounds = if found.answer.unit.contains("0 to 1") { (0.0, 1.0) } else { (f64::NEG_INFINITY, f64::INFINITY) };
    let scale = Scale::bounded(bounds, extent, false, form);
    let (mut sheet, body) = page(&text, Medium::Slide);
    let title = found.answer.name.get(language);
    for (factor, room) in shown.iter().zip(rooms(body, shown.len())) {
        panel(&mut sheet, room, scene, *factor, &found.factors[*factor], &scale, title);
    }
    let rows = scene.sweep.factors.iter().zip(&found.factors).flat_map(|(factor, effect)| {
        effect.levels.iter().map(|level| {
            let mut row = vec![found.answer.key.to_owned(), factor.path.clone(), level.level.trim_matches('"').to_owned()];
            row.extend([level.mean.mean, level.mean.low, level.mean.high].map(cell));
            row
        })
    });
    let numbers = csv(name, rows);
    let decimals = words::decimals(found);
    let said = order.iter().map(|factor| {
        let effect = &found.factors[*factor];
        let levels = effect.levels.iter().map(|level| {
            let [mean, interval] = words::mean(level, decimals, language);
            format!("{}: {mean} ({interval})", words::level(level, language))
        });
        format!("{}: {}.", words::factor(&scene.sweep.factors[*factor], language), levels.collect::<Vec<_>>().join("; "))
    });
    let said: Vec<String> = said.collect();
    Some(Figure::new(name, text, sheet, &said, numbers))
}

/// Rooms for so many panels; a few stand beside one another.
fn rooms(body: Rect, panels: usize) -> Vec<Rect> {
    if panels > 2 {
        return grid(body, panels);
    }
    let width = (body.width() - 40.0 * (panels - 1) as f64) / panels as f64;
    let left = |at: usize| body.left + at as f64 * (width + 40.0);
    (0..panels).map(|at| Rect { left: left(at), right: left(at) + width, ..body }).collect()
}

/// The means of one factor with their intervals.
fn panel(sheet: &mut Sheet, room: Rect, scene: &SweepScene<'_>, factor: usize, effect: &FactorEffect, scale: &Scale, title: &str) {
    let own = &scene.sweep.factors[factor];
    let is_number = own.is_number();
    let place = |(at, level): (usize, &LevelMean)| match level.at.filter(|_| is_number) {
        Some(number) if own.is_log() && number > 0.0 => libm::log(number),
        Some(number) => number,
        None => at as f64,
    };
    let places: Vec<f64> = effect.levels.iter().enumerate().map(place).collect();
    let (low, high) = places.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(*at), high.max(*at)));
    let edge = 0.12 * (high - low).max(1e-9);
    let label = |level: &LevelMean| match level.bin {
        Some(_) => number(level.at.unwrap_or(f64::NAN), if level.at.is_some_and(|at| at.abs() >= 20.0) { 0 } else { 2 }, scene.language),
        None => words::level(level, scene.language),
    };
    let ticks = places.iter().zip(&effect.levels).map(|(at, level)| (*at, fit(&label(level), 17.0, false, 150.0))).collect();
    let x = Axis { low: low - edge, high: high + edge, ticks, title: words::factor(own, scene.language) };
    let mut chart = Chart::new(sheet, room, 12.0, x, Axis::of(scale, title, scene.language));
    let colour = ARMS[0].line;
    let known: Vec<(f64, &LevelMean)> =
        places.iter().copied().zip(&effect.levels).filter(|(_, level)| level.mean.mean.is_finite()).collect();
    if is_number {
        chart.draw(LineSeries::new(known.iter().map(|(at, level)| (*at, level.mean.mean)), pen(colour, 2.5)));
    }
    let bars = known.iter().filter(|(_, level)| level.mean.low.is_finite());
    chart.draw(bars.map(|(at, level)| PathElement::new([(*at, level.mean.low), (*at, level.mean.high)], pen(INK, 2.0))));
    for (at, level) in known {
        chart.draw([pinned((at, level.mean.mean), move |sheet: &mut Sheet, spot| sheet.area(disc(spot, DISC, 24), colour, 1.0))]);
    }
    let _ = chart.finish();
}

/// How much every factor weighs in every outcome.
fn weights(scene: &SweepScene<'_>) -> Option<Figure> {
    let language = scene.language;
    let kind = ["total", "mu_star", "first_order"].into_iter().find(|kind| {
        let has = |effect: &FactorEffect| effect.indices.iter().any(|index| index.kind == *kind && index.value.is_finite());
        scene.findings.answers.iter().any(|found| found.factors.iter().any(has))
    })?;
    let value = |found: &AnswerFindings, factor: usize| {
        found.factors[factor].indices.iter().find(|index| index.kind == kind).map_or(f64::NAN, |index| index.value)
    };
    let answers: Vec<&AnswerFindings> = scene.findings.answers.iter().collect();
    let order = answers.first()?.order();
    let shown = &order[..order.len().min(2 * PANELS)];
    let mut text =
        scene.words(&words::headline(answers[0], scene.sweep, language), format!("{}; {}", words::kind(kind).get(language), scene.lived()));
    text.notes.insert(0, words::read(scene.sweep, language));
    let (mut sheet, body) = page(&text, Medium::Slide);
    let names = shown.iter().map(|factor| text_width(&words::factor(&scene.sweep.factors[*factor], language), 20.0, false));
    let left = body.left + names.fold(120.0, f64::max).min(380.0) + 20.0;
    let top = body.top + 56.0;
    let width = (body.right - left) / answers.len() as f64;
    let height = ((body.bottom - top) / shown.len() as f64).min(150.0);
    for (column, found) in answers.iter().enumerate() {
        let middle = left + (column as f64 + 0.5) * width;
        for (line, word) in crate::report::sheet::wrap(found.answer.name.get(language), 17.0, false, width - 8.0, 2).iter().enumerate() {
            sheet.text((middle, body.top + 20.0 + 21.0 * line as f64), word, Type::plain(17.0, MUTED), Anchor::Middle);
        }
        let most = shown.iter().map(|factor| value(found, *factor)).filter(|value| value.is_finite()).fold(f64::MIN_POSITIVE, f64::max);
        for (row, factor) in shown.iter().enumerate() {
            let own = value(found, *factor);
            let share = if kind == "mu_star" { own / most } else { own };
            let room = Rect {
                left: left + column as f64 * width,
                top: top + row as f64 * height,
                right: left + (column as f64 + 1.0) * width - 4.0,
                bottom: top + (row as f64 + 1.0) * height - 4.0,
            };
            let said = match own {
                own if !own.is_finite() => MISSING.to_owned(),
                own if kind == "mu_star" => number(own, words::decimals(found).min(2), language),
                own => format!("{} %", number(100.0 * own.max(0.0), 0, language)),
            };
            tile(&mut sheet, room, share.clamp(0.0, 1.0), &said);
        }
    }
    for (row, factor) in shown.iter().enumerate() {
        let name = fit(&words::factor(&scene.sweep.factors[*factor], language), 20.0, false, left - body.left - 12.0);
        sheet.text((body.left, top + (row as f64 + 0.5) * height + 5.0), &name, Type::plain(20.0, INK), Anchor::Start);
    }
    let rows = answers.iter().flat_map(|found| {
        scene.sweep.factors.iter().zip(&found.factors).flat_map(|(factor, effect)| {
            effect.indices.iter().map(|index| {
                let mut row = vec![found.answer.key.to_owned(), factor.path.clone(), index.kind.to_owned()];
                row.extend([index.value, index.interval[0], index.interval[1]].map(cell));
                row
            })
        })
    });
    let numbers = csv("weights", rows);
    let said: Vec<String> = answers.iter().map(|found| words::heaviest(found, scene.sweep, language)).collect();
    Some(Figure::new("weights", text, sheet, &said, numbers))
}

/// An outcome by the two heaviest factors together.
fn map(scene: &SweepScene<'_>, found: &AnswerFindings) -> Option<Figure> {
    let language = scene.language;
    let order: Vec<usize> = found.order().into_iter().filter(|factor| found.factors[*factor].levels.len() > 1).collect();
    let [x, y, ..] = order.as_slice() else { return None };
    let (across, up) = (&found.factors[*x], &found.factors[*y]);
    let value = |i: usize, j: usize| {
        let inside = (0..found.points.len()).filter(|point| across.at[*point] == i as u32 && up.at[*point] == j as u32);
        let known: Vec<f64> = inside.map(|point| found.points[point]).filter(|value| value.is_finite()).collect();
        (known.iter().sum::<f64>() / known.len() as f64, known.len())
    };
    let cells: Vec<Vec<(f64, usize)>> = (0..across.levels.len()).map(|i| (0..up.levels.len()).map(|j| value(i, j)).collect()).collect();
    let all = || cells.iter().flatten().map(|(value, _)| *value).filter(|value| value.is_finite());
    let (low, high) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
    if low >= high {
        return None;
    }
    let names = [*x, *y].map(|factor| words::factor(&scene.sweep.factors[factor], language));
    let decimals = words::decimals(found).min(2);
    let headline = words::map_headline(found, &names, [low, high], language);
    let mut text = scene.words(&headline, format!("{}; {}", words::answer(found, language), scene.lived()));
    text.notes.insert(0, words::MAP.get(language).to_owned());
    let (mut sheet, body) = page(&text, Medium::Slide);
    let label = |level: &LevelMean| fit(&words::level(level, language), 18.0, false, 170.0);
    let wide = up.levels.iter().map(|level| text_width(&label(level), 18.0, false)).fold(0.0, f64::max);
    let room = Rect { left: body.left + wide + 20.0, top: body.top + 34.0, right: body.right, bottom: body.bottom - 62.0 };
    let (width, height) = (room.width() / across.levels.len() as f64, room.height() / up.levels.len() as f64);
    sheet.text((body.left, body.top + 16.0), &names[1], Type::plain(18.0, MUTED), Anchor::Start);
    sheet.text((f64::midpoint(room.left, room.right), room.bottom + 52.0), &names[0], Type::plain(18.0, MUTED), Anchor::Middle);
    for (j, level) in up.levels.iter().enumerate() {
        let middle = room.bottom - (j as f64 + 0.5) * height;
        sheet.text((room.left - 12.0, middle + 6.0), &label(level), Type::plain(18.0, INK), Anchor::End);
    }
    for (i, level) in across.levels.iter().enumerate() {
        let left = room.left + i as f64 * width;
        sheet.text(
            (left + width / 2.0, room.bottom + 24.0),
            &fit(&label(level), 18.0, false, width - 6.0),
            Type::plain(18.0, INK),
            Anchor::Middle,
        );
        for (j, (value, _)) in cells[i].iter().enumerate() {
            let bottom = room.bottom - j as f64 * height;
            let place = Rect { left, top: bottom - height, right: left + width - 4.0, bottom: bottom - 4.0 };
            let share = if value.is_finite() { (value - low) / (high - low) } else { f64::NAN };
            tile(&mut sheet, place, share, &if value.is_finite() { number(*value, decimals, language) } else { MISSING.to_owned() });
        }
    }
    let rows = across.levels.iter().enumerate().flat_map(|(i, one)| {
        let cells = &cells;
        up.levels.iter().enumerate().map(move |(j, other)| {
            let (value, points) = cells[i][j];
            let sweep = scene.sweep;
            let level = |level: &LevelMean| level.level.trim_matches('"').to_owned();
            vec![
                found.answer.key.to_owned(),
                sweep.factors[*x].path.clone(),
                level(one),
                sweep.factors[*y].path.clone(),
                level(other),
                cell(value),
                points.to_string(),
            ]
        })
    });
    let numbers = csv("map", rows);
    Some(Figure::new("map", text, sheet, &[], numbers))
}

/// A tile in the shade of a share, with what it says.
fn tile(sheet: &mut Sheet, room: Rect, share: f64, said: &str) {
    let fill = cividis(share);
    sheet.area(room.corners(), fill, 1.0);
    if !share.is_finite() {
        let mut outline = room.corners();
        outline.push(outline[0]);
        sheet.line(outline, solid(MUTED, 1.5));
    }
    let sizes = [28.0, 24.0, 20.0, 17.0, 14.0];
    let fits = |size: &f64| text_width(said, *size, true) <= room.width() - 6.0 && size * 1.1 <= room.height();
    if let Some(size) = sizes.into_iter().find(fits) {
        let middle = (f64::midpoint(room.left, room.right), f64::midpoint(room.top, room.bottom) + 0.36 * size);
        sheet.text(middle, said, Type::bold(size, fill.ink_on()), Anchor::Middle);
    }
}
