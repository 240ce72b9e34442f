//! # Figures as parts of a page
//!
//! That for a board is one panel as wide as a page of A4, so that its smallest letters are 10 points on paper. Lines differ by dash and label,
//! not by colour alone: it may come from a printer that knows no colour.

use super::course::{Plan, Spread, Strand, length, panel, twin_strand};
use super::{Figure, Moment, Scene, Series, Telling, first_breach, moments, most_affected, most_apart};
use crate::report::chart::{Scale, ends};
use crate::report::sheet::{Medium, Rect, Sheet, inline};
use crate::text::{CODE, Language};
use crate::words::figure::{self as words, Clock, Form};
use crate::words::report::board_lines;

/// Units across; on 186 mm the smallest letters, of 17 units, are 10.2 points.
const WIDTH: f64 = 880.0;
/// Fewest units down.
const HEIGHT: f64 = 330.0;
/// Lines, the twin's apart.
const MOST: usize = 5;
/// Units that the label of a line takes, and the axes below all of them.
const LABEL: [f64; 2] = [57.0, 110.0];

/// A figure as a part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Still {
    pub name: &'static str,
    pub svg: String,
    pub summary: String,
}

impl Still {
    /// A figure in this language.
    pub fn of(figure: &Figure, language: Language) -> Self {
        let svg = inline(&figure.sheet, &figure.summary, CODE.get(language));
        Self { name: figure.name, svg, summary: figure.summary.clone() }
    }
}

/// Trust in the one on whom the arms differ most (or, in one arm, whom it concerns most), in the chosen arms.
pub fn for_board(scene: &Scene<'_>, chosen: &[&str]) -> Option<Still> {
    let language = scene.language;
    let several = scene.arms().count() > 1;
    let referent = if several { most_apart(scene) } else { most_affected(scene) };
    let arms = scene.arms().filter(|(plan, _)| !several || chosen.contains(&plan.name.as_str())).take(MOST);
    let gathered = arms.filter_map(|(plan, lives)| Some((plan, lives, Series::gather(lives, "trust", Some(referent))?)));
    let all: Vec<_> = gathered.collect();
    let (plan, lives, lead) = all.first()?;
    let twin = scene.twin_of(lives).and_then(|twin| Series::gather(twin, "trust", Some(referent)));
    let length = length(all.iter().map(|(.., series)| series).chain(twin.as_ref()));
    let clock = Clock::of(length);
    // Repairs differ between arms, so that only what all share is marked.
    let marked: Vec<Moment> = moments(&plan.scenario, lives, language).into_iter().filter(|moment| !several || moment.breach).collect();
    let label = |name: &str| if several { name.to_owned() } else { words::THIS.get(language).to_owned() };
    let spread = if several { Spread::None } else { Spread::Half };
    let names: Vec<String> = all.iter().map(|(plan, ..)| label(&plan.name)).collect();
    let labels = ends::names(&names, WIDTH, Medium::Slide);
    let named = all.iter().zip(labels).map(|((plan, _, series), label)| {
        let style = scene.style(&plan.name);
        Strand { series, style, label, spread, width: 2.5 }
    });
    let mut strands: Vec<Strand<'_>> = named.collect();
    strands.extend(twin.as_ref().map(twin_strand(language)));
    let height = (LABEL[0] * strands.len() as f64 + LABEL[1]).max(HEIGHT);
    let mut sheet = Sheet { width: WIDTH, height, ..Sheet::default() };
    let plan = Plan {
        room: Rect { left: 4.0, top: 8.0, right: WIDTH - 4.0, bottom: height },
        title: String::new(),
        moments: &marked,
        labelled: true,
        titled: true,
        length,
        scale: &Scale::unit(),
        language,
    };
    panel(&mut sheet, &plan, &strands);
    let mut ends: Vec<(String, f64)> = all.iter().map(|(plan, _, series)| (label(&plan.name), series.end())).collect();
    ends.extend(twin.iter().map(|twin| (words::TWIN.get(language).to_owned(), twin.end())));
    let subject = words::referent(referent).get(language);
    let what = board_lines(subject, lead.lives, lead.worlds as usize, several, language);
    let telling = Telling { of_trust: true, form: Form::Index, clock, language };
    let falls = all.iter().zip(&names).filter_map(|((plan, lives, series), name)| {
        let road = scene.road_of(&lives.arm, Some(referent));
        telling.fall(name, series, first_breach(&plan.scenario), road)
    });
    let summary = [vec![what.clone()], falls.collect(), scene.said(&ends, Form::Index, &marked, clock)].concat().join(" ");
    let svg = inline(&sheet, &summary, CODE.get(language));
    Some(Still { name: "board", svg, summary: what })
}
