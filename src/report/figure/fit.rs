//! # Which repair for which breach
//!
//! A tile for each repair after each kind of breach: the share of the trust lost that it has won back.

use super::{Figure, Scene, cell, csv};
use crate::comparison::won_back::{Trials, Tried, Won, trials, won};
use crate::report::sheet::{Anchor, Colour, INK, MUTED, Medium, Rect, Sheet, Type, fit as cut, page_of, solid, text_width, wrap};
use crate::text::Language;
use crate::words::figure::{lower_first, only_first, won_back as words};
use crate::words::names::in_sentence;
use crate::words::number::{MISSING, number, rounded};

/// Repairs that have a row.
const MOST: usize = 24;
/// The most room that labels have, as a share of the width.
const LABELS: f64 = 0.42;
/// Repairs of a column that are told in words.
const TOLD: usize = 3;
/// The smallest letters of heads, as a share of the usual ones.
const SMALLEST: f64 = 0.85;
/// The highest row.
const HIGHEST: f64 = 110.0;
/// Height of a row on paper.
const ROW: f64 = 52.0;
/// Room above the tiles, with one row of heads.
const HEADS: f64 = 56.0;
/// Between two tiles.
const GAP: f64 = 4.0;
/// Between two levels of repair.
const STEP: f64 = 8.0;
/// Trust won back, and trust lost on top.
const GOOD: Colour = Colour(0x00, 0x72, 0xB2);
const BAD: Colour = Colour(0xD5, 0x5E, 0x00);
/// A tile in which nothing can be told.
const EMPTY: Colour = Colour(0xF1, 0xF3, 0xF5);

/// The trials of a scene with what each won back, from the lives.
pub fn shares(scene: &Scene<'_>) -> Option<(Trials, Vec<Option<Won>>)> {
    let trials = trials(scene.plans)?;
    // As they will stand beside the figure, so that whoever draws it again from there says the same of near ties.
    let as_kept = |won: Won| Won {
        lost: rounded(won.lost, 6),
        share: rounded(won.share, 6),
        interval: won.interval.map(|end| rounded(end, 6)),
        ..won
    };
    let all = trials.all.iter().map(|trial| won(&trials, trial, scene.lives).map(as_kept)).collect();
    Some((trials, all))
}

/// The figure; `None` where the arms do not try repairs after several kinds of breach.
pub fn fit(scene: &Scene<'_>) -> Option<Figure> {
    let (trials, shares) = shares(scene)?;
    drawn(scene, &trials, &shares)
}

/// What the figure finds, as a sentence; `None` where there is no figure.
pub fn finding(scene: &Scene<'_>) -> Option<String> {
    let (trials, shares) = shares(scene)?;
    let grid = Grid { trials: &trials, shares: &shares };
    Some(format!("{}.", headline(&grid, &names(&trials, scene.language), scene.language)))
}

/// What was won back by the repair `row` after the kind `column`.
struct Grid<'a> {
    trials: &'a Trials,
    shares: &'a [Option<Won>],
}

impl Grid<'_> {
    fn at(&self, row: usize, column: usize) -> Option<Won> {
        let place = self.trials.all.iter().position(|trial| (trial.repair, trial.kind) == (row, column))?;
        self.shares[place].filter(|won| won.share.is_finite())
    }

    /// The repairs of a column that have a share, from the most to the least.
    fn column(&self, column: usize) -> Vec<(usize, Won)> {
        let mut all: Vec<(usize, Won)> = (0..self.trials.repairs.len()).filter_map(|row| Some((row, self.at(row, column)?))).collect();
        all.sort_by(|one, other| other.1.share.total_cmp(&one.1.share));
        all
    }

    /// The repair that wins back the most, if it wins back anything that can be told.
    fn best(&self, column: usize) -> Option<(usize, Won)> {
        self.column(column).into_iter().next().filter(|(_, won)| won.share > 0.0 && won.is_certain())
    }

    /// What there was to win back.
    fn lost(&self, column: usize) -> f64 {
        let own = self.trials.all.iter().zip(self.shares).filter(|(trial, _)| trial.kind == column);
        own.filter_map(|(_, won)| won.as_ref()).map(|won| won.lost).next().unwrap_or(f64::NAN)
    }
}

/// The repairs, as rows are called.
fn names(trials: &Trials, language: Language) -> Vec<String> {
    let arms = in_sentence(&trials.repairs.iter().map(|tried| tried.arm.as_str()).collect::<Vec<_>>());
    let name = |(tried, arm): (&Tried, &String)| {
        let name = tried.what.row().name.get(language);
        if tried.one_of_several && tried.arm != tried.what.key() { format!("{name}: {arm}") } else { name.to_owned() }
    };
    trials.repairs.iter().zip(&arms).map(name).collect()
}

/// Which repair wins back the most of which kind.
fn headline(grid: &Grid<'_>, names: &[String], language: Language) -> String {
    let trials = grid.trials;
    let mut best: Vec<(String, Vec<_>)> = Vec::new();
    let mut none = Vec::new();
    for (column, &kind) in trials.kinds.iter().enumerate() {
        match grid.best(column) {
            Some((row, won)) => match best.iter_mut().find(|(name, _)| *name == names[row]) {
                Some((_, kinds)) => kinds.push((kind, won.share)),
                None => best.push((names[row].clone(), vec![(kind, won.share)])),
            },
            None => none.push(kind),
        }
    }
    words::headline(f64::from(trials.day - trials.breach), &best, &none, language)
}

/// The figure of these shares.
pub fn drawn(scene: &Scene<'_>, trials: &Trials, shares: &[Option<Won>]) -> Option<Figure> {
    let grid = Grid { trials, shares };
    let lives = shares.iter().flatten().map(|won| won.n).max()?;
    let language = scene.language;
    let names = names(trials, language);
    let columns = 0..trials.kinds.len();
    let days = f64::from(trials.day - trials.breach);
    let twin = trials.all.iter().any(|trial| scene.lives.iter().any(|arm| arm.arm == trial.alone && arm.twin.is_some()));
    let mut text = scene.words(headline(&grid, &names, language));
    text.subtitle = words::subtitle(trials.by, days, twin, lives, language);
    let healed_only = trials.all.iter().all(|trial| trial.unbroken.is_some());
    let counted = if healed_only { words::HEALED_ONLY } else { words::ALL_OF_IT };
    text.notes.splice(0..0, [words::SIGNS, counted].map(|note| note.get(language).to_owned()));
    let rows = 0..trials.repairs.len();
    if rows.clone().any(|row| columns.clone().any(|column| grid.at(row, column).is_none())) {
        text.notes.insert(2, words::UNKNOWN.get(language).to_owned());
    }
    let shown = rows.len().min(MOST);
    if shown < names.len() {
        text.notes.push(only_first(shown, names.len(), words::REPAIRS, language));
    }
    let (mut sheet, body) = page_of(&text, scene.medium, Medium::millimetres(2.0 * HEADS + 20.0 + ROW * shown as f64));
    draw(&mut sheet, body, &grid, &names[..shown], scene);

    let said: Vec<String> = columns.map(|column| in_words(&grid, column, &names, scene)).collect();
    let rows = trials.all.iter().zip(shares).filter_map(|(trial, won)| {
        let (won, tried) = (won.as_ref()?, &trials.repairs[trial.repair]);
        let mut row = vec![tried.what.key().to_owned(), trials.kinds[trial.kind].key().to_owned(), trial.arm.clone(), trial.alone.clone()];
        row.push(trial.unbroken.as_ref().map_or_else(String::new, |[with, _]| with.clone()));
        row.extend([trials.by.key().to_owned(), trials.day.to_string(), won.n.to_string()]);
        row.extend([won.lost, won.share, won.interval[0], won.interval[1]].map(cell));
        Some(row)
    });
    Some(Figure::new("fit", text, sheet, &said, csv("fit", rows)))
}

/// A column in words; empty where nothing can be told of it.
fn in_words(grid: &Grid<'_>, column: usize, names: &[String], scene: &Scene<'_>) -> String {
    let own = grid.column(column);
    let one = |(row, won): &(usize, Won)| words::one(&names[*row], [won.share, won.interval[0], won.interval[1]], scene.language);
    let (sure, unsure): (Vec<_>, Vec<_>) = own.into_iter().partition(|(_, won)| won.is_certain());
    let most: Vec<String> = sure.iter().take(TOLD).map(one).collect();
    let least = sure.last().filter(|_| sure.len() > TOLD).map(one);
    let unsure: Vec<String> = unsure.iter().map(|(row, _)| lower_first(&names[*row])).collect();
    words::column(grid.trials.kinds[column], grid.lost(column), &most, least.as_deref(), &unsure, scene.language)
}

fn draw(sheet: &mut Sheet, body: Rect, grid: &Grid<'_>, names: &[String], scene: &Scene<'_>) {
    let (trials, language) = (grid.trials, scene.language);
    let size = if scene.medium == Medium::Slide { 23.0 } else { scene.medium.label() };
    let widest = names.iter().map(|name| text_width(name, size, false)).fold(0.0, f64::max);
    let beside = (widest + 16.0).min(LABELS * body.width());
    let left = body.left + beside;
    let width = (body.right - left) / trials.kinds.len() as f64;
    let look = Type::bold(size, INK);
    let heads: Vec<&str> = trials.kinds.iter().map(|kind| words::kind(*kind, language)).collect();
    let wide = |size: f64| heads.iter().map(|head| text_width(head, size, true)).fold(0.0, f64::max);
    // Heads that are wider than their columns stand on two lines in turn, in smaller letters where that is too little.
    let two = wide(size) > width - 10.0;
    let room = if two { 2.0 * width - 14.0 } else { width };
    let head = Type { size: size * (0.999 * room / wide(size)).clamp(SMALLEST, 1.0), ..look };
    let line = 1.3 * size;
    let top = body.top + if two { line } else { 0.0 } + 2.0 * line + 8.0;
    for (column, said) in heads.iter().enumerate() {
        let middle = left + (column as f64 + 0.5) * width;
        let up = if two && column % 2 == 0 { line } else { 0.0 };
        let said = cut(said, head.size, true, room);
        let half = text_width(&said, head.size, true) / 2.0;
        sheet.text((middle.min(body.right - half), top - line - 12.0 - up), &said, head, Anchor::Middle);
        let loss = grid.lost(column);
        let small = Type::plain(size.min(19.0), MUTED);
        let said = [words::lost(loss, language), number(loss, 2, language)];
        let said = said.iter().find(|said| text_width(said, small.size, false) <= width - 6.0).filter(|_| loss.is_finite());
        sheet.text((middle, top - 10.0), said.map_or(MISSING, String::as_str), small, Anchor::Middle);
    }
    let steps = |row: usize| (1..=row).filter(|&at| level(trials, at) != level(trials, at - 1)).count() as f64;
    let height = ((body.bottom - top - STEP * steps(names.len() - 1)) / names.len() as f64).min(HIGHEST);
    let most = (0..trials.kinds.len()).flat_map(|column| grid.column(column)).map(|(_, won)| won.share).fold(0.0, f64::max);
    let deepest = (0..trials.kinds.len()).flat_map(|column| grid.column(column)).map(|(_, won)| -won.share).fold(0.0, f64::max);
    for (row, name) in names.iter().enumerate() {
        let y = top + row as f64 * height + STEP * steps(row);
        let (line, middle) = ((1.1 * size).min(height / 2.0), y + (height - GAP) / 2.0);
        let lines = wrap(name, size, false, beside - 12.0, if line >= size { 2 } else { 1 });
        let first = middle - line * (lines.len() - 1) as f64 / 2.0 + 0.36 * size;
        for (said, at) in lines.iter().zip(0..) {
            sheet.text((left - 12.0, first + line * f64::from(at)), said, Type { bold: false, ..look }, Anchor::End);
        }
        for column in 0..trials.kinds.len() {
            let x = left + column as f64 * width;
            let tile = Rect { left: x, top: y, right: x + width - GAP, bottom: y + height - GAP };
            let won = grid.at(row, column);
            let is_best = grid.best(column).is_some_and(|(best, _)| best == row);
            let (fill, said) = match won {
                None => (EMPTY, MISSING.to_owned()),
                Some(won) if !won.is_certain() => (EMPTY, words::NOTHING.to_owned()),
                Some(won) if won.share > 0.0 => (GOOD.tint(0.08 + 0.92 * won.share / most.max(0.01)), words::share(won.share, language)),
                Some(won) => (BAD.tint(0.15 + 0.85 * -won.share / deepest.max(0.01)), words::share(won.share, language)),
            };
            sheet.area(tile.corners(), fill, 1.0);
            if is_best {
                let inner = Rect { left: tile.left + 1.5, top: tile.top + 1.5, right: tile.right - 1.5, bottom: tile.bottom - 1.5 };
                let mut outline = inner.corners();
                outline.push(outline[0]);
                sheet.line(outline, solid(INK, 3.0));
            }
            let look = Type { size: size.min(0.78 * (height - GAP)), bold: is_best, colour: fill.ink_on() };
            sheet.text(
                (f64::midpoint(tile.left, tile.right), f64::midpoint(tile.top, tile.bottom) + 0.36 * look.size),
                &said,
                look,
                Anchor::Middle,
            );
        }
    }
}

/// The level of the repair in a row, by which rows stand together.
fn level(trials: &Trials, row: usize) -> &'static str {
    trials.repairs[row].what.row().level.key()
}
