//! # Teams as tiles
//!
//! One tile per team, always in the same place, so that before and after, and twin and breached, can be compared by eye.

use super::{Figure, Scene, TRUST_WINDOW, cell, csv, first_breach, most_affected};
use crate::ensemble::ArmLives;
use crate::observe::Life;
use crate::report::sheet::{
    AXIS, Anchor, INK, MUTED, Medium, NARROW, Rect, Sheet, TICK, Type, WHITE, cividis, fit, page_of, solid, text_width,
};
use crate::scenario::Referent;
use crate::scenario::measure::{columns, measure};
use crate::text::{Text, text};
use crate::words::figure::{self as words, Clock};
use crate::words::number::{MISSING, number};

const TEAM_WORD: Text = text("teams", "teams");
/// Teams that have a tile.
const MOST: usize = 60;
/// Teams whose numbers are written.
const MOST_NUMBERS: usize = 5000;
/// A team has lost trust when it fell by this, and ends where it was when it is within a fifth of it.
const LOST: f64 = 0.1;
const HOME: f64 = 0.02;
/// A colour scale that is shorter has words at its ends and in the middle only.
const TIGHT: f64 = 470.0;
/// Height of the tiles of one moment on a narrow page, in millimetres.
const PANEL: f64 = 38.0;

/// The teams' trust in one life, by recorded day.
struct Teams<'a> {
    life: &'a Life,
    column: usize,
    width: usize,
}

impl<'a> Teams<'a> {
    fn of(life: &'a Life, referent: Referent) -> Option<Teams<'a>> {
        let (all, index) = (columns(true), measure("trust")?);
        let column = all.iter().position(|c| c.measure == index && c.referent == Some(referent))?;
        let values = life.days.len() * life.teams as usize * all.len();
        (life.teams > 0 && !life.days.is_empty() && life.team_values.len() == values).then_some(Teams { life, column, width: all.len() })
    }

    fn on(&self, day: usize) -> Vec<f64> {
        let teams = self.life.teams as usize;
        (0..teams).map(|team| f64::from(self.life.team_values[(day * teams + team) * self.width + self.column])).collect()
    }

    fn mean(&self, day: usize) -> f64 {
        let known: Vec<f64> = self.on(day).into_iter().filter(|v| v.is_finite()).collect();
        known.iter().sum::<f64>() / known.len() as f64
    }
}

/// The first life of an arm that has team rows: its number and its teams.
fn first_life(lives: &ArmLives, referent: Referent) -> Option<(usize, Teams<'_>)> {
    lives.lives.iter().enumerate().find_map(|(i, life)| Some((i, Teams::of(life.as_ref().ok()?, referent)?)))
}

/// The tiles before the breach, at the lowest point and at the end, with the twin beneath; `None` without team rows.
pub fn teams(scene: &Scene<'_>) -> Option<Figure> {
    let (plan, lives) = scene.lead()?;
    let (language, referent) = (scene.language, most_affected(scene));
    let (replicate, organisation) = first_life(lives, referent)?;
    let days = &organisation.life.days;
    let same_days = |teams: &Teams<'_>| teams.life.days == *days && teams.life.teams == organisation.life.teams;
    let twin =
        scene.twin_of(lives).and_then(|twin| Teams::of(twin.lives.get(replicate)?.as_ref().ok()?, referent)).filter(|twin| same_days(twin));
    let breach = first_breach(&plan.scenario).filter(|breach| days[0] < *breach && days.last().is_some_and(|last| last >= breach));
    let columns = picked(&organisation, breach);

    let shown = (organisation.life.teams as usize).min(MOST);
    let (before, turn, end) = (organisation.on(columns[0].0), organisation.on(columns[1].0), organisation.on(days.len() - 1));
    let fell: Vec<usize> = (0..before.len()).filter(|&t| before[t] - turn[t] >= LOST).collect();
    let home = fell.iter().filter(|&&t| end[t] >= before[t] - HOME).count();
    let subject = words::referent(referent).get(language);
    let mut text = scene.words(words::teams_headline(before.len(), fell.len(), home, subject, breach.is_some(), language));
    let arm = scene.arm_name(plan).map_or_else(String::new, |name| words::of_arm(name, language) + " ");
    text.subtitle = format!("{arm}{}", words::tiles_legend(replicate + 1, lives.lives.len(), language));
    if before.len() > shown {
        text.notes.push(words::only_first(shown, before.len(), TEAM_WORD, language));
    }

    let rows: Vec<(Text, &Teams<'_>)> =
        std::iter::once((words::WITH_BREACH, &organisation)).chain(twin.as_ref().map(|t| (words::WITHOUT_BREACH, t))).collect();
    let (mut sheet, body) = page_of(&text, scene.medium, PANEL * columns.len() as f64);
    legend(&mut sheet, Rect { bottom: body.top + 34.0, ..body }, scene);
    // moments stand beside one another, on a narrow page below one another
    let narrow = body.width() < NARROW;
    let (across, down) = if narrow { (rows.len(), columns.len()) } else { (columns.len(), rows.len()) };
    let (top, gap) = (body.top + if narrow { 60.0 } else { 84.0 }, if narrow { 20.0 } else { 40.0 });
    let width = (body.width() - gap * (across - 1) as f64) / across as f64;
    let height = (body.bottom - top) / down as f64;
    let clock = Clock::of(days.last().map_or(1.0, |d| f64::from(*d)));
    for (i, (day, title)) in columns.iter().enumerate() {
        let head = if narrow { (body.left, top + i as f64 * height + 22.0) } else { (body.left + i as f64 * (width + gap), top - 14.0) };
        let when = breach.map_or_else(
            || clock.moment(f64::from(days[*day]), language),
            |breach| words::since_breach(f64::from(days[*day]) - f64::from(breach), language),
        );
        let look = Type::bold(20.0, INK);
        sheet.text(head, title.get(language), look, Anchor::Start);
        let after = head.0 + text_width(title.get(language), 20.0, true) + 10.0;
        sheet.text((after, head.1), &when, Type { bold: false, colour: MUTED, ..look }, Anchor::Start);
        for (r, (name, teams)) in rows.iter().enumerate() {
            let (column, line) = if narrow { (r, i) } else { (i, r) };
            let (left, above) = (body.left + column as f64 * (width + gap), if narrow { 34.0 } else { 0.0 });
            let y = top + line as f64 * height + above;
            if rows.len() > 1 && i == 0 {
                let look = Type::plain(17.0, MUTED);
                sheet.text((left, y + 18.0), &fit(name.get(language), look.size, look.bold, width), look, Anchor::Start);
            }
            let named = if rows.len() > 1 { 28.0 } else { 4.0 };
            let room = Rect { left, top: y + named, right: left + width, bottom: y + height - above - 14.0 };
            tiles(&mut sheet, room, &teams.on(*day)[..shown], scene);
        }
    }
    let csv = numbers(lives, &rows, &columns, referent);
    let said: Vec<String> = columns
        .iter()
        .map(|(day, title)| words::tiles_mean(title.get(language), organisation.mean(*day), twin.as_ref().map(|t| t.mean(*day)), language))
        .collect();
    Some(Figure::new("teams", text, sheet, &said, csv))
}

/// The recorded days that are shown, and their titles.
fn picked(teams: &Teams<'_>, breach: Option<u32>) -> Vec<(usize, Text)> {
    let days = &teams.life.days;
    let last = days.len() - 1;
    let Some(breach) = breach else { return vec![(0, words::START), (last, words::END)] };
    let since = days.partition_point(|day| *day < breach);
    let watched = days.partition_point(|day| *day <= breach.saturating_add(TRUST_WINDOW)).max(since + 1).min(days.len());
    let lowest = (since..watched).min_by(|&a, &b| teams.mean(a).total_cmp(&teams.mean(b))).unwrap_or(last);
    vec![(since.saturating_sub(1), words::DAY_BEFORE), (lowest, words::LOWEST), (last, words::END)]
}

/// A grid of tiles whose shape suits the room.
fn tiles(sheet: &mut Sheet, room: Rect, values: &[f64], scene: &Scene<'_>) {
    let n = values.len().max(1);
    // as many columns as make the tiles nearest to three by two
    let shape = |columns: usize| {
        let lines = n.div_ceil(columns);
        let ratio = (room.width() / columns as f64) / (room.height() / lines as f64);
        (libm::log(ratio / 1.5).abs() * 1000.0) as i64 + 200 * (columns * lines - n) as i64
    };
    let columns = (1..=n).min_by_key(|&columns| shape(columns)).unwrap_or(1);
    let lines = n.div_ceil(columns);
    let (width, height) = (room.width() / columns as f64, (room.height() / lines as f64).min(220.0));
    let gap = if width > 60.0 { 5.0 } else { 3.0 };
    for (i, &value) in values.iter().enumerate() {
        let (left, top) = (room.left + (i % columns) as f64 * width, room.top + (i / columns) as f64 * height);
        let tile = Rect { left, top, right: left + width - gap, bottom: top + height - gap };
        let fill = cividis(value);
        sheet.area(tile.corners(), fill, 1.0);
        if fill == WHITE {
            let mut outline = tile.corners();
            outline.push(outline[0]);
            sheet.line(outline, solid(AXIS, 1.5));
        }
        let said = if value.is_finite() { number(value, 2, scene.language) } else { MISSING.to_owned() };
        let size = [40.0, 32.0, 26.0, 22.0, 19.0, 16.0, 14.0, 12.0];
        let sizes = if scene.medium == Medium::Slide { 0.0..=40.0 } else { TICK..=26.0 };
        let fits = |size: &f64| sizes.contains(size) && text_width(&said, *size, true) <= tile.width() - 6.0 && size * 1.1 <= tile.height();
        if let Some(size) = size.into_iter().find(fits) {
            let middle = (f64::midpoint(tile.left, tile.right), f64::midpoint(tile.top, tile.bottom) + 0.36 * size);
            sheet.text(middle, &said, Type::bold(size, fill.ink_on()), Anchor::Middle);
        }
    }
}

fn legend(sheet: &mut Sheet, room: Rect, scene: &Scene<'_>) {
    let paper = scene.medium != Medium::Slide;
    let width = if paper { room.width() } else { 480.0 };
    let (top, bottom) = (room.top, room.top + 14.0);
    for i in 0..96 {
        let (a, b) = (f64::from(i) / 96.0, f64::from(i + 1) / 96.0);
        let strip = Rect { left: room.left + a * width, top, right: (room.left + b * width + 0.5).min(room.left + width), bottom };
        sheet.area(strip.corners(), cividis(f64::midpoint(a, b)), 1.0);
    }
    let look = Type { size: if paper { TICK } else { 15.0 }, bold: false, colour: MUTED };
    let every = if width < TIGHT { 2 } else { 1 };
    for (i, word) in words::LEVELS.iter().enumerate().step_by(every) {
        let share = i as f64 / 4.0;
        let x = room.left + share * width;
        sheet.line(vec![(x, bottom), (x, bottom + 5.0)], solid(AXIS, 1.5));
        let anchor = [Anchor::Start, Anchor::Middle, Anchor::Middle, Anchor::Middle, Anchor::End][i];
        let decimals = [0, 2, 1, 2, 0][i];
        sheet.text((x, bottom + 22.0), &format!("{} {}", word.get(scene.language), number(share, decimals, scene.language)), look, anchor);
    }
}

/// The numbers of the teams, shown or not, as far as a file that people open can hold them; the tables hold all.
fn numbers(lives: &ArmLives, rows: &[(Text, &Teams<'_>)], columns: &[(usize, Text)], referent: Referent) -> String {
    let arms = [lives.arm.clone(), lives.twin.clone().unwrap_or_default()];
    let body = rows.iter().zip(arms).flat_map(|((_, teams), arm)| {
        columns.iter().flat_map(move |(day, _)| {
            let (arm, when) = (arm.clone(), teams.life.days[*day].to_string());
            teams.on(*day).into_iter().take(MOST_NUMBERS).enumerate().map(move |(team, value)| {
                vec![arm.clone(), "trust".to_owned(), referent.key().to_owned(), when.clone(), team.to_string(), cell(value)]
            })
        })
    });
    csv("teams", body)
}
