//! # Charts of the page
//!
//! A measure in time for every arm and twin, few enough points for a page, and the same numbers as a table.

use maud::Markup;
use serde_json::{Value, json};

use super::html::table;
use crate::analysis::recovery::Road;
use crate::ensemble::{ArmLives, ArmPlan};
use crate::report::figure::{self, Series};
use crate::report::sheet::{TWIN, TWIN_DASH, style};
use crate::scenario::measure::{Course, MEASURES, Per, measure};
use crate::scenario::{MONTH, Referent, Scenario, YEAR};
use crate::text::Language;
use crate::words::number::number;
use crate::words::{figure as figure_words, names, report as words};

/// Points of a line at most.
const POINTS: usize = 260;
/// Rows of a table at most.
const ROWS: usize = 13;

/// Letters of a name beside its line.
const NAME: usize = 24;

/// What is charted: a measure, and whose trust.
pub const CHARTED: [(&str, Option<Referent>); 6] = [
    ("trust", Some(Referent::Leader)),
    ("trust", Some(Referent::Colleague)),
    ("trust", Some(Referent::Top)),
    ("engagement", None),
    ("leavers_voluntary", None),
    ("output", None),
];

/// A line of a chart.
pub struct Line {
    pub name: String,
    pub is_twin: bool,
    /// Its place among the arms of the scenario.
    pub place: usize,
    pub breach: Option<u32>,
    pub series: Series,
}

impl Line {
    /// The median on a day, by its place, and the band of nine tenths around it.
    fn banded(&self, at: usize) -> [f64; 3] {
        let series = &self.series;
        let edges = if series.worlds > 1 { [&series.doubt[0], &series.doubt[1]] } else { [&series.quantiles[0], &series.quantiles[4]] };
        let [low, high] = edges.map(|edge| edge.get(at).copied().unwrap_or(f64::NAN));
        [series.median()[at], low, high]
    }
}

/// A measure in time.
pub struct Chart {
    /// Its name inside the page.
    pub id: String,
    pub key: &'static str,
    pub referent: Option<Referent>,
    /// Arms, then twins.
    pub lines: Vec<Line>,
    /// Days with a point.
    days: Vec<usize>,
}

/// All charts that the lives allow.
pub fn charts(scenario: &Scenario, plans: &[ArmPlan], arms: &[ArmLives], marks: &[u32]) -> Vec<Chart> {
    CHARTED
        .iter()
        .filter_map(|&(key, referent)| {
            let line = |(plan, lives): (&ArmPlan, &ArmLives)| {
                let series = Series::gather(lives, key, referent)?;
                let place = plans.iter().filter(|plan| !plan.is_twin).position(|own| own.name == plan.name).unwrap_or(0);
                let breach = figure::first_breach(&plan.scenario).filter(|_| !plan.is_twin);
                (!series.days.is_empty()).then(|| Line { name: plan.name.clone(), is_twin: plan.is_twin, place, breach, series })
            };
            let lines: Vec<Line> = plans.iter().zip(arms).filter_map(line).collect();
            let first = lines.first()?;
            let same: Vec<u32> = first.series.days.clone();
            let lines: Vec<Line> = lines.into_iter().filter(|line| line.series.days == same).collect();
            let whose = referent.map_or("whole", Referent::key);
            let days = thinned(&same, marks, scenario.run.length);
            Some(Chart { id: format!("{key}-{whose}"), key, referent, lines, days })
        })
        .collect()
}

/// Places of days, evenly, with those around what happens kept.
fn thinned(days: &[u32], marks: &[u32], length: u32) -> Vec<usize> {
    let step = days.len().div_ceil(POINTS).max(1);
    let near = |day: u32| marks.iter().any(|mark| day + 2 >= *mark && day <= mark + 3) || day == length;
    (0..days.len()).filter(|at| at % step == 0 || near(days[*at]) || at + 1 == days.len()).collect()
}

impl Chart {
    pub fn title(&self, language: Language) -> String {
        self.referent.map_or_else(
            || measure(self.key).map_or("", |at| MEASURES[at].label.get(language)).to_owned(),
            |whose| figure_words::referent(whose).get(language).to_owned(),
        )
    }

    pub fn meaning(&self, language: Language) -> &'static str {
        measure(self.key).map_or("", |at| MEASURES[at].meaning.get(language))
    }

    /// Decimals that tell its values apart.
    fn decimals(&self) -> usize {
        let counts = measure(self.key).is_some_and(|at| MEASURES[at].unit == "people" && MEASURES[at].per == Per::Whole);
        if counts { 0 } else { 2 }
    }

    /// In how many worlds it was lived.
    pub fn worlds(&self) -> u32 {
        self.lines.first().map_or(1, |line| line.series.worlds)
    }

    /// The numbers for the script: days, and for each line its median and its two bands.
    pub fn data(&self) -> Value {
        let decimals = if self.decimals() == 0 { 1e2 } else { 1e4 };
        let rounded = |values: &[f64]| -> Vec<Value> {
            let one =
                |at: &usize| values.get(*at).filter(|v| v.is_finite()).map_or(Value::Null, |v| json!((v * decimals).round() / decimals));
            self.days.iter().map(one).collect()
        };
        let short = Language::BOTH.map(|language| {
            let names: Vec<String> = self.lines.iter().map(|line| words::line_end(&line.name, language)).collect();
            names::told_apart(&names, &|name| name.chars().count() <= NAME)
        });
        let line = |(at, line): (usize, &Line)| {
            let series = &line.series;
            let (colour, dash) = if line.is_twin {
                (TWIN, TWIN_DASH)
            } else {
                let style = style(line.place);
                (style.text, style.dash)
            };
            let [outer, inner] = if series.worlds > 1 {
                [[&series.doubt[0], &series.doubt[1]], [&series.luck[0], &series.luck[1]]]
            } else {
                [[&series.quantiles[0], &series.quantiles[4]], [&series.quantiles[1], &series.quantiles[3]]]
            };
            json!({
                "name": line.name, "twin": line.is_twin, "en": short[0][at], "nl": short[1][at],
                "light": colour.hex(), "dark": colour.on_dark().hex(), "dash": dash, "median": rounded(series.median()),
                "outer": outer.map(|edge| rounded(edge)), "inner": inner.map(|edge| rounded(edge)),
            })
        };
        let days: Vec<u32> = self.days.iter().map(|at| self.lines[0].series.days[*at]).collect();
        json!({ "id": self.id, "days": days, "decimals": self.decimals(), "worlds": self.worlds(), "lines": self.lines.iter().enumerate().map(line).collect::<Vec<_>>() })
    }

    /// The same as a table: a few days, medians with the band of nine tenths.
    pub fn table(&self, language: Language) -> Markup {
        let days = &self.lines[0].series.days;
        let step = (self.days.len().saturating_sub(1)).div_ceil(ROWS - 1).max(1);
        let mut shown: Vec<usize> = self.days.iter().copied().step_by(step).collect();
        shown.extend(self.days.last().filter(|last| shown.last() != Some(last)));
        let heads = self.lines.iter().map(|line| words::line(&line.name, language));
        let heads: Vec<String> = std::iter::once(words::MONTH.get(language).to_owned()).chain(heads).collect();
        let row = |at: usize| {
            let cells = self.lines.iter().map(|line| words::banded(line.banded(at), self.decimals(), language));
            std::iter::once(number(f64::from(days[at]) / MONTH, 1, language)).chain(cells).collect()
        };
        table(&words::bands(self.worlds(), language), &heads, &shown.into_iter().map(row).collect::<Vec<_>>())
    }

    /// The same in words: what a breach did to each line, and where all end. `roads` are what the lives say of the return.
    pub fn text(&self, roads: &[Road], language: Language) -> String {
        let form = if self.decimals() == 0 { figure_words::Form::Count } else { figure_words::Form::Index };
        let ends: Vec<(String, f64)> = self.lines.iter().map(|line| (words::line(&line.name, language), line.series.end())).collect();
        let length = f64::from(self.lines[0].series.days.last().copied().unwrap_or(0));
        let is_sum = measure(self.key).is_some_and(|at| MEASURES[at].course == Course::Cumulative);
        let of_trust = self.referent.is_some();
        let telling = figure::Telling { of_trust, form, clock: figure_words::Clock::of(length), language };
        let fell = |line: &Line| {
            let road = figure::road_of(roads, &line.name, self.referent, line.breach);
            telling.fall(&words::line(&line.name, language), &line.series, line.breach, road)
        };
        let falls: String = self.lines.iter().filter(|_| !is_sum).filter_map(fell).map(|said| said + " ").collect();
        format!(
            "{}. {} {falls}{}",
            self.title(language),
            words::after(length / f64::from(YEAR), language),
            figure_words::ends(&ends, form, language)
        )
    }
}
