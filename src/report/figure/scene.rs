//! # What figures are drawn from
//!
//! The arms, their lives, and the finished figure with its words and numbers.

use std::fmt::Write;

use crate::analysis::recovery::Road;
use crate::ensemble::{ArmLives, ArmPlan};
use crate::report::figure::Provenance;
use crate::report::figure::finding::Measured;
use crate::report::figure::frame::{Words, foot};
use crate::report::figure::medium::Medium;
use crate::report::figure::moment::{Moment, first_breach};
use crate::report::figure::numbers::table;
use crate::report::figure::palette::{Style, style};
use crate::report::figure::series::Series;
use crate::report::figure::sheet::Sheet;
use crate::scenario::measure::{MEASURES, measure};
use crate::scenario::{Referent, Scenario};
use crate::table::cell_of;
use crate::text::{Language, text};
use crate::words::figure as words;
use crate::words::figure::{Clock, Form};
use crate::words::number::count;

/// Everything that figures are drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The arms and their twins.
    pub plans: &'a [ArmPlan],
    /// Their lives.
    pub lives: &'a [ArmLives],
    /// How long building, the fall and coming back took.
    pub roads: &'a [Road],
    /// The language of the words.
    pub language: Language,
    /// Where it comes from.
    pub provenance: &'a Provenance,
    /// What it is drawn for.
    pub medium: Medium,
    /// The numbers that stand beside a figure that is drawn anew; without them the lives are summed up.
    pub numbers: Option<&'a [Numbers]>,
}

/// A finished figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its file name without ending.
    pub name: &'static str,
    /// Its words.
    pub words: Words,
    /// Its marks.
    pub sheet: Sheet,
    /// What it shows, in sentences.
    pub summary: String,
    /// Its numbers, as CSV.
    pub csv: String,
}

/// One measure of one arm, as it stands beside a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    /// The measure's key.
    pub measure: String,
    /// Whose trust; none for the whole.
    pub referent: Option<Referent>,
    /// Its course.
    pub series: Series,
}

impl<'a> Scene<'a> {
    /// For a slide, from the lives.
    pub fn slide(
        scenario: &'a Scenario,
        plans: &'a [ArmPlan],
        lives: &'a [ArmLives],
        roads: &'a [Road],
        language: Language,
        provenance: &'a Provenance,
    ) -> Self {
        Self { scenario, plans, lives, roads, language, provenance, medium: Medium::Slide, numbers: None }
    }

    /// A measure in the lives of an arm, for a referent by its place.
    pub fn series(&self, lives: &ArmLives, key: &str, referent: Option<usize>) -> Option<Series> {
        let Some(numbers) = self.numbers else { return Series::gather(lives, key, referent) };
        let referent = referent.map(|referent| Referent::ALL[referent]);
        let own = |row: &&Numbers| row.series.arm == lives.arm && row.measure == key && row.referent == referent;
        numbers.iter().find(own).map(|row| row.series.clone())
    }

    /// The arms that are not twins, with their lives.
    pub fn arms(&self) -> impl Iterator<Item = (&'a ArmPlan, &'a ArmLives)> + use<'a> {
        let lives = self.lives;
        let plans = self.plans.iter().filter(|plan| !plan.is_twin);
        plans.filter_map(move |plan| Some((plan, lives.iter().find(|lives| lives.arm == plan.name)?)))
    }

    /// How an arm is drawn, in every figure.
    pub fn style(&self, arm: &str) -> Style {
        style(self.plans.iter().filter(|plan| !plan.is_twin).position(|plan| plan.name == arm).unwrap_or(0))
    }

    /// The arm that figures of one arm show: the first with a breach, or the first.
    pub fn lead(&self) -> Option<(&'a ArmPlan, &'a ArmLives)> {
        self.arms().find(|(plan, _)| first_breach(&plan.scenario).is_some()).or_else(|| self.arms().next())
    }

    /// The twin's lives.
    pub fn twin_of(&self, lives: &ArmLives) -> Option<&'a ArmLives> {
        let name = lives.twin.as_ref()?;
        self.lives.iter().find(|other| other.arm == *name)
    }

    /// What the lives of an arm say of its first breach; `None` where nobody looked.
    pub fn measured(&self, arm: &str, referent: Option<usize>) -> Option<Measured> {
        let road = Road::leading(self.roads, arm, Referent::ALL[referent?])?;
        let first = self.plans.iter().find(|plan| plan.name == arm).and_then(|plan| first_breach(&plan.scenario));
        let same = road.day.is_none_or(|day| first == Some(day));
        same.then(|| Measured {
            before: road.before,
            lowest: road.lowest,
            fall: road.fall,
            back: road.back.filter(|_| !road.back_censored),
        })
    }

    /// The name of an arm, if there are several.
    pub fn arm_name(&self, plan: &'a ArmPlan) -> Option<&'a str> {
        (self.arms().count() > 1).then_some(plan.name.as_str())
    }

    /// The words around a figure with this headline.
    pub fn words(&self, headline: String) -> Words {
        self.provenance.words(self.scenario.title(self.language), headline, String::new(), self.language)
    }

    /// What is measured, over whom, how often.
    pub fn subtitle(&self, key: &str, arm: Option<&str>, of: &Series, full: bool) -> String {
        let arm = arm.map_or_else(String::new, |name| words::of_arm(name, self.language) + " ");
        let teams = self.lead().map_or(self.scenario.organisation.teams, |(plan, _)| plan.scenario.organisation.teams);
        let teams = count(u64::from(teams), text("team", "team"), text("teams", "teams"), self.language);
        let meaning = if key == "trust" {
            words::trust_meaning(&teams, self.language)
        } else {
            format!("{} {teams}.", measure(key).map_or("", |m| MEASURES[m].meaning.get(self.language)))
        };
        // single lives do not stand in the numbers from which a figure is drawn again
        let bands = full && of.worlds <= 1 && of.lives > 1 && of.runs.is_empty();
        let legend =
            if bands { words::bands(of.lives, self.language) } else { words::legend(of.lives, of.worlds as usize, full, self.language) };
        format!("{arm}{meaning} {legend}")
    }

    /// A finished figure: the foot drawn, the summary written.
    pub fn figure(name: &'static str, words: Words, mut sheet: Sheet, said: &[String], csv: String) -> Figure {
        foot(&mut sheet, &words);
        let mut lines = vec![format!("{}.", words.headline), words.subtitle.clone()];
        lines.extend(said.iter().filter(|line| !line.is_empty()).cloned());
        lines.push(words.notes.join(" "));
        lines.push(words.source.clone());
        Figure { name, words, sheet, summary: lines.join("\n") + "\n", csv }
    }

    /// What a summary says of a figure in time: what happened, and where each line ends.
    pub fn said(&self, ends: &[(String, f64)], form: Form, moments: &[Moment], clock: Clock) -> Vec<String> {
        let moments: Vec<(String, String)> =
            moments.iter().map(|m| (m.what.clone(), clock.moment(f64::from(m.day), self.language))).collect();
        let mut said: Vec<String> = words::happened(&moments, self.language).into_iter().collect();
        said.push(words::ends(ends, form, self.language));
        said
    }
}

/// The word for a referent in files.
pub fn referent_key(referent: Referent) -> &'static str {
    match referent {
        Referent::Colleague => "colleague",
        Referent::Leader => "leader",
        Referent::Top => "top",
    }
}

/// The numbers of series as the CSV of this figure; what is missing is empty.
pub fn series_csv<'s>(figure: &str, rows: impl Iterator<Item = (&'static str, Option<Referent>, &'s Series)>) -> String {
    let mut writer = begun(figure);
    let mut row = csv::StringRecord::new();
    let mut number = String::new();
    for (key, referent, series) in rows {
        let arm = cell_of(&series.arm);
        for (i, day) in series.days.iter().enumerate() {
            row.clear();
            for word in [&*arm, key, referent.map_or("", referent_key)] {
                row.push_field(word);
            }
            for count in [u64::from(*day), series.n[i] as u64] {
                number.clear();
                number += &count.to_string();
                row.push_field(&number);
            }
            for value in series.quantiles.iter().chain(&series.luck).chain(&series.doubt).map(|quantile| quantile[i]) {
                number.clear();
                put(&mut number, value);
                row.push_field(&number);
            }
            writer.write_record(&row).expect(WRITES);
        }
    }
    ended(writer)
}

/// A number in a file: decimal point, at most six decimals, empty if missing.
pub fn cell(value: f64) -> String {
    let mut cell = String::new();
    put(&mut cell, value);
    cell
}

/// Writes a number of a file behind what stands in `cell`.
fn put(cell: &mut String, value: f64) {
    if value.is_finite() {
        write!(cell, "{}", (value * 1e6).round() / 1e6).expect(WRITES);
    }
}

/// The rows of a figure as CSV, below the head that its table has.
pub fn csv(figure: &str, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = begun(figure);
    for row in rows {
        writer.write_record(row.iter().map(|cell| cell_of(cell).into_owned())).expect(WRITES);
    }
    ended(writer)
}

/// Why writing cannot go wrong.
const WRITES: &str = "every row has the columns of the header, and memory does not fail";

/// A CSV in memory with the head that the figure's table has.
fn begun(figure: &str) -> csv::Writer<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(table(figure).map(|table| table.heads()).unwrap_or_default()).expect(WRITES);
    writer
}

fn ended(writer: csv::Writer<Vec<u8>>) -> String {
    String::from_utf8(writer.into_inner().expect(WRITES)).expect("the cells are text")
}
