//! # The figures that follow a measure in time
//!
//! `trust`, `arms`, `engagement`, `turnover`, `performance`, `output`.

use super::course::{Plan, Spread, Strand, TITLE, length, panel, titles, twin_strand};
use super::subject::TOGETHER;
use super::{
    Figure, Moment, Scene, Series, TRUST_WINDOW, Telling, apart_from, as_lived, counted, first_breach, moments, most_affected, most_apart,
    series_csv, story, swept, window,
};
use crate::ensemble::{ArmLives, ArmPlan};
use crate::report::chart::{Axis, Scale, ends};
use crate::report::sheet::{Medium, NARROW, Rect, grid, page_of, told_apart};
use crate::scenario::Referent;
use crate::scenario::measure::{Course, MEASURES, measure};
use crate::text::{Text, text};
use crate::words::back;
use crate::words::figure::{self as words, Clock, Form, Story};
use crate::words::names::in_sentence;

const ARM_WORD: Text = text("arms", "varianten");
/// Arms in small panels.
const APART: usize = 20;

/// Trust in the three referents: the one most affected large, the others beside it.
pub fn trust(scene: &Scene<'_>) -> Option<Figure> {
    let (plan, lives) = scene.lead()?;
    let language = scene.language;
    let twin = scene.twin_of(lives);
    let main = most_affected(scene);
    let order: Vec<Referent> = std::iter::once(main).chain(Referent::ALL.into_iter().filter(|r| *r != main)).collect();
    let all: Vec<(Series, Option<Series>)> = order
        .iter()
        .filter_map(|&r| Some((scene.series(lives, "trust", Some(r))?, twin.and_then(|t| scene.series(t, "trust", Some(r))))))
        .collect();
    let (first, _) = all.first().filter(|_| all.len() == 3)?;
    let subject = words::referent_subject(main).get(language);
    let breach = first_breach(&plan.scenario);
    let mut broken = story(first, breach, TRUST_WINDOW, 0.02);
    as_lived(&mut broken, scene.road_of(&plan.name, Some(main)));
    let moments = moments(&plan.scenario, lives, language);
    // a reader compares trust with what surveys count, so both are said
    let share = scene.series(lives, "share_trusting", Some(main));
    let people = share.as_ref().and_then(|share| counted(share, breach)).map(|shares| words::counted(shares, breach.is_some(), language));
    let mut text = scene.words(words::headline(subject, &broken, Form::Index, language) + &people.unwrap_or_default());
    text.subtitle = scene.subtitle("trust", scene.arm_name(plan), first, true);
    text.notes.extend(words::failed(first.failed, language));
    text.notes.extend(matches!(broken, Story::Broken { back: Some(_), .. }).then(|| back::IN_SHORT.get(language).to_owned()));

    let label = words::THIS.get(language).to_owned();
    let length = length(all.iter().flat_map(|(a, b)| std::iter::once(a).chain(b)));
    let scale = Scale::unit();
    let (mut sheet, body) = page_of(&text, scene.medium, scene.medium.stacked());
    let rooms = one_and_two(body);
    for (i, ((series, twin), room)) in all.iter().zip(rooms).enumerate() {
        let mut strands = vec![Strand { series, style: scene.style(&lives.arm), label: label.clone(), spread: Spread::Full, width: 3.5 }];
        strands.extend(twin.as_ref().map(twin_strand(language)));
        let plan = Plan {
            room,
            title: words::referent(order[i]).get(language).to_owned(),
            moments: &moments,
            labelled: i == 0,
            // small panels below the large one have its axis, and no room for its title
            titled: if rooms[1].top >= rooms[0].bottom { i == 0 } else { i != 1 },
            length,
            scale: &scale,
            language,
        };
        let unlabelled = panel(&mut sheet, &plan, &strands);
        text.notes.extend((unlabelled > 0).then(|| words::more_events(unlabelled, language)));
    }
    let mut ends: Vec<(String, f64)> = Vec::new();
    for ((series, twin), r) in all.iter().zip(&order) {
        let subject = words::lower_first(words::referent(*r).get(language));
        ends.push((subject.clone(), series.end()));
        ends.extend(twin.iter().map(|t| (format!("{subject} ({})", words::TWIN.get(language)), t.end())));
    }
    let rows = all
        .iter()
        .zip(&order)
        .flat_map(|((series, twin), &r)| std::iter::once(series).chain(twin).map(move |s| ("trust", Some(r), s)))
        .chain(share.iter().map(|share| ("share_trusting", Some(main), share)));
    let csv = series_csv("trust", rows);
    let clock = Clock::of(length);
    let telling = Telling { of_trust: true, form: Form::Index, clock, language };
    let fell = |((series, _), &whose): (&(Series, Option<Series>), &Referent)| {
        telling.fall(words::referent(whose).get(language), series, breach, scene.road_of(&lives.arm, Some(whose)))
    };
    let mut said: Vec<String> = all.iter().zip(&order).filter_map(fell).collect();
    said.extend(scene.said(&ends, Form::Index, &moments, clock));
    Some(Figure::new("trust", text, sheet, &said, csv))
}

/// Rooms for a large panel and two small ones, beside it or, where it is narrow, below.
fn one_and_two(body: Rect) -> [Rect; 3] {
    let (across, down) = (f64::midpoint(body.left, body.right), f64::midpoint(body.top, body.bottom));
    if body.width() < NARROW {
        let below = body.top + 0.56 * body.height();
        return [
            Rect { bottom: below - 12.0, ..body },
            Rect { right: across - 8.0, top: below, ..body },
            Rect { left: across + 8.0, top: below, ..body },
        ];
    }
    let side = body.right - (0.27 * body.width()).min(400.0);
    [Rect { right: side - 36.0, ..body }, Rect { left: side, bottom: down - 12.0, ..body }, Rect { left: side, top: down + 12.0, ..body }]
}

/// The arms compared on trust in the referent on which they differ most.
pub fn arms(scene: &Scene<'_>) -> Option<Figure> {
    if scene.arms().count() < 2 {
        return None;
    }
    let main = most_apart(scene);
    let subject = words::referent_subject(main).get(scene.language);
    compare(scene, &Contrast { name: "arms", key: "trust", referent: Some(main), subject, form: Form::Index })
}

/// What follows trust, figure by figure: the measures that it may show, the first that there is.
const OUTCOMES: [(&str, &[&str]); 4] = [
    ("engagement", &["engagement"]),
    ("turnover", &["turnover_voluntary", "leavers_voluntary"]),
    ("performance", &["performance"]),
    ("output", &["output"]),
];

/// What follows trust: one measure over all arms; `None` if there is no such figure or measure.
pub fn outcome(scene: &Scene<'_>, name: &str) -> Option<Figure> {
    let (name, keys) = OUTCOMES.into_iter().find(|(own, _)| *own == name)?;
    let key = keys.iter().copied().find(|key| measure(key).is_some())?;
    let row = &MEASURES[measure(key)?];
    let form = match row.unit {
        unit if unit.contains("share") || unit.contains("fraction") => Form::Share,
        unit if row.course == Course::Cumulative || unit.contains("people") || unit.contains("count") => Form::Count,
        _ => Form::Index,
    };
    compare(scene, &Contrast { name, key, referent: None, subject: row.label.get(scene.language), form })
}

/// What is compared.
struct Contrast<'a> {
    name: &'static str,
    key: &'static str,
    referent: Option<Referent>,
    subject: &'a str,
    form: Form,
}

fn compare(scene: &Scene<'_>, what: &Contrast<'_>) -> Option<Figure> {
    let language = scene.language;
    let row = &MEASURES[measure(what.key)?];
    let all: Vec<(&ArmPlan, &ArmLives, Series)> =
        scene.arms().filter_map(|(plan, lives)| Some((plan, lives, scene.series(lives, what.key, what.referent)?))).collect();
    let (lead_plan, lead_lives) = scene.lead()?;
    let lead = scene.series(lead_lives, what.key, what.referent)?;
    let twin_series = |lives: &ArmLives| scene.twin_of(lives).and_then(|t| scene.series(t, what.key, what.referent));
    let twin = twin_series(lead_lives);
    let shown = &all[..all.len().min(APART)];
    let names: Vec<&str> =
        if all.len() == 1 { vec![words::THIS.get(language)] } else { all.iter().map(|(_, lives, _)| lives.arm.as_str()).collect() };
    let ends: Vec<(String, f64)> = names.iter().zip(&all).map(|(name, (.., s))| ((*name).to_owned(), s.end())).collect();

    let together = shown.len() <= TOGETHER;
    let cumulative = row.course == Course::Cumulative;
    let breach = first_breach(&lead_plan.scenario);
    let least = if what.form == Form::Share { 0.005 } else { 0.02 };
    let headline = if all.len() > 1 {
        let short: Vec<(String, f64)> = in_sentence(&names).into_iter().zip(ends.iter().map(|end| end.1)).collect();
        words::compared(what.subject, &short, what.form, cumulative, language)
    } else if cumulative {
        let span = lead.days.last().map_or(0.0, |d| f64::from(*d));
        words::summed(what.subject, lead.end(), twin.as_ref().map(Series::end), span, what.form, language)
    } else if let Some((days, own, twin)) = twin.as_ref().and_then(|twin| apart_from(&lead, twin, breach?, least)) {
        words::apart(what.subject, [own, twin], days, what.form, language)
    } else {
        let broken = story(&lead, breach, window(what.referent.is_some()), least);
        words::headline(what.subject, &broken, what.form, language)
    };
    let mut text = scene.words(headline);
    text.subtitle = scene.subtitle(what.key, None, &lead, all.len() == 1);
    let failed: usize = all.iter().map(|(.., s)| s.failed).sum();
    text.notes.extend(words::failed(failed, language));
    if all.len() > APART {
        let rest = if swept(scene.scenario).is_some() { words::REST_IN_SWEEP } else { words::REST_IN_NUMBERS };
        let few = words::only_first(APART, all.len(), ARM_WORD, language);
        text.subtitle = format!("{few} {} {}", rest.get(language), text.subtitle);
    }

    let extent = shown
        .iter()
        .map(|(.., s)| s)
        .chain(twin.as_ref())
        .filter_map(|s| s.extent(all.len() == 1 && s.arm == lead.arm))
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    // a share near one, such as output, would be a flat line on an axis from zero
    let near_zero = extent.is_none_or(|(low, high)| low < high / 2.0);
    let from_zero = cumulative || what.form == Form::Count || (what.form == Form::Share && near_zero);
    let scale = if what.referent.is_some() { Scale::unit() } else { Scale::bounded(row.bounds(), extent, from_zero, what.form) };
    text.notes.extend((scale.low > 0.0).then(|| words::NOT_FROM_ZERO.get(language).to_owned()));
    let length = length(shown.iter().map(|(.., s)| s).chain(twin.as_ref()));
    let clock = Clock::of(length);
    text.notes.extend((!together).then(|| words::small_panels(clock, twin.is_some(), language)));
    // repairs differ between arms, so that only what all share is marked
    let marked = moments(&lead_plan.scenario, lead_lives, language).into_iter().filter(|m| shown.len() == 1 || m.breach);
    let marked: Vec<Moment> = marked.collect();

    let (mut sheet, body) = page_of(&text, scene.medium, if together { 0.0 } else { scene.medium.panels(shown.len()) });
    let mut plan = Plan {
        room: body,
        // on paper nothing else says what is measured
        title: if scene.medium != Medium::Slide && together { what.subject.to_owned() } else { String::new() },
        moments: &marked,
        labelled: together,
        titled: together,
        length,
        scale: &scale,
        language,
    };
    if together {
        let spread = if shown.len() == 1 { Spread::Full } else { Spread::Half };
        let labels = ends::names(&names, body.width(), scene.medium);
        let mut strands: Vec<Strand<'_>> = shown
            .iter()
            .zip(labels)
            .map(|((_, lives, series), label)| Strand { series, style: scene.style(&lives.arm), label, spread, width: 3.5 })
            .collect();
        strands.extend(twin.as_ref().map(twin_strand(language)));
        let unlabelled = panel(&mut sheet, &plan, &strands);
        text.notes.extend((unlabelled > 0).then(|| words::more_events(unlabelled, language)));
    } else {
        let rooms = grid(body, shown.len());
        let wide = rooms.first().map_or(0.0, Rect::width) - Axis::of(&scale, "", language).numbers();
        let titles = told_apart(&names[..shown.len()], TITLE, true, wide, titles(scene.medium));
        for (((_, lives, series), room), title) in shown.iter().zip(rooms).zip(titles) {
            let own_twin = twin_series(lives);
            let style = scene.style(&lives.arm);
            let mut strands = vec![Strand { series, style, label: String::new(), spread: Spread::Half, width: 3.0 }];
            strands.extend(own_twin.as_ref().map(twin_strand(language)));
            plan.room = room;
            plan.title = title;
            panel(&mut sheet, &plan, &strands);
        }
    }
    let telling = Telling { of_trust: what.referent.is_some(), form: what.form, clock, language };
    let falls = names.iter().zip(&all).filter(|_| !cumulative).filter_map(|(name, (plan, lives, series))| {
        telling.fall(name, series, first_breach(&plan.scenario), scene.road_of(&lives.arm, what.referent))
    });
    let falls: Vec<String> = falls.collect();
    let said: Vec<_> = ends.into_iter().chain(twin.iter().map(|t| (words::TWIN.get(language).to_owned(), t.end()))).collect();
    let rows = all.iter().map(|(.., s)| s).chain(twin.as_ref()).map(|s| (what.key, what.referent, s));
    let csv = series_csv(what.name, rows);
    let said = [falls, scene.said(&said, what.form, &marked, clock)].concat();
    Some(Figure::new(what.name, text, sheet, &said, csv))
}
