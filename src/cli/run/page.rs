//! # The page at the end of a run
//!
//! A headline, a small chart, a summary table, the sentence, the files, and what to do next.

use std::path::Path;

use serde_json::{Map, Value, json};

use super::super::sensitivity::driver;
use super::super::terminal::chart::{self, Chart};
use super::super::terminal::layout::{definitions, paragraph};
use super::super::terminal::table::Table;
use super::super::terminal::{Stop, Terminal, known};
use super::job::{Completion, Job};
use super::road;
use crate::analysis::arm::{last_values, median, medians, sorted, whole};
use crate::analysis::quantile::quantile;
use crate::analysis::recovery::{FEW, RecoverySummary, leading, telling};
use crate::analysis::variance::VarianceComponents;
use crate::comparison::hypothesis::Judgement;
use crate::ensemble::ArmLives;
use crate::folder::layout::FIGURES;
use crate::report::figure::{self, Scene};
use crate::report::run::provenance;
use crate::report::sensitivity::usual_folder;
use crate::scenario::Scenario;
use crate::scenario::measure::{Course, MEASURES, MeasureColumn, columns, place};
use crate::study::Results;
use crate::study::booking::{NotDone, Stretch};
use crate::table::sensitivity;
use crate::text::{Language, shell_word as quoted, shown_path as shown};
use crate::theory::Parameters;
use crate::words::account as said;
use crate::words::back;
use crate::words::figure::Clock;
use crate::words::number::{number, percent};
use crate::words::odd::grade;
use crate::words::screen::{road as road_words, run as words, verdict};
use crate::words::sentence::{by_arm, sentences};

/// Measures worth a line at the end of any run.
const AT_THE_END: &[&str] = &["trust", "share_trusting", "engagement", "performance", "leavers_voluntary"];

/// What is shown, and where.
pub(super) struct Page<'a> {
    pub job: &'a Job<'a>,
    pub completion: &'a Completion,
    pub results: &'a Results,
    pub language: Language,
    pub width: usize,
    pub ascii: bool,
}

impl Page<'_> {
    /// All below the headline, the next command last.
    pub fn body(&self) -> String {
        let sections =
            [self.question(), self.chart(), self.road(), self.end(), self.sentences(), self.hypotheses(), self.files(), self.next()];
        sections.into_iter().filter(|section| !section.is_empty()).map(|section| format!("\n{section}")).collect()
    }

    fn question(&self) -> String {
        let question = self.job.study.scenario().question(self.language);
        if question.is_empty() { String::new() } else { paragraph(question, 2, self.width) }
    }

    fn scenario(&self) -> &Scenario {
        &self.job.study.plans()[0].scenario
    }

    /// Median trust of the first arm and its twin in time.
    fn chart(&self) -> String {
        let (main, referent) = (&self.results.arms[0], self.results.whom());
        let Some(days) = whole(main).next().map(|life| life.days.clone()) else { return String::new() };
        let twin = main.twin.as_ref().and_then(|name| self.results.arms.iter().find(|arm| arm.arm == *name));
        let medians = |arm: &ArmLives| place("trust", Some(referent)).map_or(Vec::new(), |at| medians(arm, at));
        let course = medians(main);
        let twin = twin.map(medians).filter(|twin| twin.len() == course.len());
        let language = self.language;
        let drawn = Chart {
            days: &days,
            course: &course,
            twin: twin.as_deref(),
            marks: &self.scenario().breach_days(),
            ticks: &ticks(self.scenario().run.length, language),
            label: &|value| number(value, 1, language),
        }
        .drawn(self.width, self.ascii);
        if drawn.is_empty() {
            return drawn;
        }
        let (filled, dotted) = chart::legend(self.ascii);
        let arm = (self.job.study.scenario().arms.len() > 1).then_some(main.arm.as_str());
        let legend = words::legend(filled, twin.is_some().then_some(dotted), arm, !self.scenario().breach_days().is_empty(), language);
        format!("{}{drawn}{}", paragraph(&words::chart(referent, language), 2, self.width), paragraph(&legend, 2, self.width))
    }

    /// The road of trust where something was broken.
    fn road(&self) -> String {
        let rows: Vec<_> = self.results.recoveries.iter().filter_map(|rows| leading(rows)).collect();
        let table = match rows.as_slice() {
            [] => return String::new(),
            [row] => road::in_full(row, self.results.recoveries.len() > 1, self.language),
            rows => {
                let told: Vec<&RecoverySummary> = telling(rows).into_iter().map(|at| rows[at]).collect();
                road::side_by_side(&told, self.language)
            }
        };
        let doubtful = rows.iter().any(|row| row.before.doubt.is_finite());
        let note = if doubtful { paragraph(words::APART.get(self.language), 2, self.width) } else { String::new() };
        let visible = rows.iter().any(|row| row.is_visible());
        let level = rows.iter().any(|row| row.twin_back.n > 0);
        let meant = [(visible, back::MEANS), (visible && level, back::LEVEL_MEANS)];
        let meant = meant.iter().filter(|(shown, _)| *shown).map(|(_, text)| paragraph(text.get(self.language), 2, self.width));
        table.laid_out(self.width) + &note + &meant.collect::<String>()
    }

    /// A few measures at the end, arm by arm.
    fn end(&self) -> String {
        let mut heads = vec![words::AT_THE_END.get(self.language).to_owned()];
        let arms = &self.results.arms;
        let plans = &self.results.plans;
        let many = plans.iter().filter(|plan| !plan.is_twin).count() > FEW;
        if many {
            heads.extend([words::LOWEST, words::HIGHEST].map(|head| head.get(self.language).to_owned()));
        } else {
            heads.extend(arms.iter().map(|arm| words::arm(&arm.arm, self.language)));
        }
        let shown = columns(false).into_iter().enumerate().filter(|(_, column)| AT_THE_END.contains(&MEASURES[column.measure].key));
        let line = |(at, column): (usize, MeasureColumn)| {
            let row = &MEASURES[column.measure];
            let referent = column.referent;
            let share = row.key == "share_trusting";
            let label = match referent {
                None => row.label.get(self.language).to_lowercase(),
                Some(referent) if share => road_words::who_trust(referent, self.language),
                Some(referent) => road_words::whom(referent, self.language),
            };
            let decimals = if row.course == Course::Cumulative { 0 } else { 2 };
            let value = |arm: &ArmLives| median(last_values(arm, at));
            let said = |value: f64| if share { percent(value, 0, self.language) } else { number(value, decimals, self.language) };
            if !many {
                return [vec![label], arms.iter().map(|arm| said(value(arm))).collect()].concat();
            }
            let own = arms.iter().zip(plans).filter(|(_, plan)| !plan.is_twin).map(|(arm, _)| (value(arm), arm.arm.as_str()));
            let mut values: Vec<(f64, &str)> = own.filter(|(value, _)| value.is_finite()).collect();
            values.sort_by(|a, b| a.0.total_cmp(&b.0));
            let end = |row: Option<&(f64, &str)>| row.map_or_else(String::new, |(value, arm)| format!("{} ({arm})", said(*value)));
            vec![label, end(values.first()), end(values.last())]
        };
        let note = paragraph(road_words::LEVEL_OR_SHARE.get(self.language), 2, self.width);
        Table { heads, rows: shown.map(line).collect() }.laid_out(self.width) + &note
    }

    /// What it comes to, in words; arm by arm if there are several.
    fn sentences(&self) -> String {
        let said =
            self.fit().into_iter().chain(by_arm(&self.results.recoveries, self.language)).chain(self.booked()).chain(self.not_done());
        said.map(|said| paragraph(&said, 2, self.width)).collect()
    }

    /// Which repair wins back the most of which breach, where arms try that.
    fn fit(&self) -> Option<String> {
        let provenance = provenance(&self.job.study);
        figure::which_repair(&Scene::slide(self.scenario(), self.job.study.plans(), &self.results.arms, &[], self.language, &provenance))
    }

    /// What built trust, and what brought it back, by cause.
    fn booked(&self) -> impl Iterator<Item = String> {
        let whom = self.results.whom();
        self.results.booked().into_iter().filter_map(move |(stretch, account)| {
            let occasion = match stretch {
                Stretch::Climb => said::CLIMB,
                Stretch::Return => said::RETURN,
            };
            said::shares(&account, whom, occasion, "", 0, self.language)
        })
    }

    /// Repairs for which nobody was there.
    fn not_done(&self) -> impl Iterator<Item = String> {
        let several = self.results.has_several_arms();
        let said = move |row: NotDone| words::not_done(row.repair, if several { &row.arms } else { &[] }, row.times, self.language);
        self.results.not_done().into_iter().map(said)
    }

    /// What became of what was expected.
    fn hypotheses(&self) -> String {
        self.results.judged.iter().map(|row| paragraph(&verdict::sentence(row, self.language), 2, self.width)).collect()
    }

    fn files(&self) -> String {
        let files = &self.completion.files;
        let pictures = files.iter().filter(|file| Path::new(&file.file).extension().is_some_and(|end| end == "svg")).count() as u64;
        let mut rows = vec![(format!("{FIGURES}/"), words::figures(pictures, self.language))];
        rows.extend(
            files.iter().filter_map(|file| Some((file.file.clone(), words::file(&file.file, file.rows, file.bytes, self.language)?))),
        );
        format!("{}\n{}", words::files_in(&self.completion.folder, self.language), definitions(&rows, self.width))
    }

    /// On which parameters the first arm hangs, if that was looked into; else how to do so.
    fn doubt(&self) -> String {
        let (file, first) = (&self.job.asked.file, &self.job.study.plans()[0].name);
        let label = words::DOUBT.get(self.language);
        let here =
            self.results.doubt.as_ref().map(|doubt| doubt.outcomes[0].drivers.iter().map(|driver| driver.parameter.clone()).collect());
        match here.or_else(|| sensitivity::known(&usual_folder(file), self.job.study.design(), first)) {
            Some(names) if names.is_empty() => format!("{label} {}", words::NOTHING_STANDS_OUT.get(self.language)),
            Some(names) => {
                let names: Vec<String> = names.iter().map(|name| self.graded(name)).collect();
                paragraph(&format!("{label} {}", names.join(", ")), 0, self.width).trim_end().to_owned()
            }
            None => format!("{label} onfoot sensitivity {}", quoted(&shown(file))),
        }
    }

    /// A parameter with how sure its value is.
    fn graded(&self, name: &str) -> String {
        Parameters::find(name).map_or(name.to_owned(), |known| format!("{name} ({})", grade(known.row.grade).get(self.language)))
    }

    /// On what it hangs, how to ask why, and what to run next: the scenario about repairs beside this one, else this one without gossip.
    fn next(&self) -> String {
        let file = &self.job.asked.file;
        let repair = file.with_file_name("repair.toml");
        let command = if repair != *file && repair.exists() {
            format!("onfoot run {}", quoted(&shown(&repair)))
        } else {
            let gossip = !self.scenario().mechanisms.gossip;
            let folder = format!("{}-{}-gossip", self.completion.folder, if gossip { "with" } else { "without" });
            format!("onfoot run {} --set mechanisms.gossip={gossip} -o {}", quoted(&shown(file)), quoted(&folder))
        };
        let why = format!("{} onfoot why {}", words::WHY.get(self.language), quoted(&self.completion.folder));
        format!("{}\n{why}\n{} {command}\n", self.doubt(), words::NEXT.get(self.language))
    }
}

/// The page for programs.
pub(super) fn object(job: &Job<'_>, completion: &Completion, language: Language) -> Value {
    let results = &completion.results;
    let arm = |(i, arm): (usize, &ArmLives)| {
        let rows = results.recoveries.get(i).map(Vec::as_slice).unwrap_or_default();
        let said = leading(rows).map(|row| sentences(row, language)).unwrap_or_default();
        let recovery: Vec<Value> = rows.iter().map(row).collect();
        let value = |(at, column): (usize, MeasureColumn)| {
            let row = &MEASURES[column.measure];
            let name = column.referent.map_or_else(|| row.key.to_owned(), |referent| format!("{}_{}", row.key, referent.key()));
            let values = last_values(arm, at);
            let apart = VarianceComponents::of(&values, arm.worlds);
            let values = sorted(values);
            let [median, q10, q90] = [0.5, 0.1, 0.9].map(|share| known(quantile(&values, share)));
            let value = json!({
                "median": median, "q10": q10, "q90": q90, "luck_sd": known(apart.luck.sd), "doubt_sd": known(apart.doubt.sd),
            });
            (name, value)
        };
        let values: Map<_, _> = columns(false).into_iter().enumerate().map(value).collect();
        json!({ "arm": arm.arm, "twin": arm.twin, "lives": arm.lives.len(), "at_the_end": values, "recovery": recovery, "sentences": said })
    };
    let doubt = results.doubt.as_ref().map(|doubt| doubt.outcomes[0].drivers.iter().map(driver).collect::<Vec<_>>());
    let files: Vec<Value> =
        completion.files.iter().map(|file| json!({ "file": file.file, "rows": file.rows, "bytes": file.bytes })).collect();
    json!({
        "name": job.study.name(), "title": job.study.scenario().title, "folder": completion.folder, "design": job.study.design(), "seed": job.study.scenario().run.seed,
        "already_computed": false, "lives": results.lives, "taken_over": completion.origin.before, "lived": completion.origin.now, "unreadable": completion.origin.unreadable, "worlds": job.study.scenario().run.worlds, "failed": results.failed,
        "arms": results.arms.iter().enumerate().map(arm).collect::<Vec<_>>(), "hypotheses": results.judged.iter().map(judgement).collect::<Vec<_>>(), "hangs_on": doubt, "files": files, "language": language,
    })
}

/// Says what became of what was expected.
pub(in crate::cli) fn say_verdicts(judged: &[Judgement], terminal: &mut Terminal) -> Result<(), Stop> {
    judged.iter().try_for_each(|row| terminal.say_wrapped(&verdict::sentence(row, terminal.language), 2))
}

/// A verdict for programs.
pub(in crate::cli) fn judgement(row: &Judgement) -> Value {
    json!({
        "hypothesis": row.hypothesis.id, "verdict": row.verdict.key(), "effect": known(row.effect.mean), "lo": known(row.effect.low),
        "hi": known(row.effect.high), "error": known(row.effect.error), "smallest_effect": row.hypothesis.smallest_effect,
        "share_of_worlds": known(row.worlds), "replicates_needed": row.needed,
    })
}

/// A row of `recovery.csv` as an object: numbers as numbers, nothing where nothing is known.
fn row(row: &RecoverySummary) -> Value {
    const WORDS: [&str; 5] = ["arm", "breach", "by", "kind", "referent"];
    let cell = |(name, text): (String, String)| {
        let number = text.parse::<f64>().ok().filter(|_| !WORDS.contains(&name.as_str()));
        let value = number.map_or_else(|| if text.is_empty() { Value::Null } else { json!(text) }, |number| json!(number));
        (name, value)
    };
    let names = RecoverySummary::columns().into_iter().map(|column| column.name);
    Value::Object(names.zip(row.cells()).map(cell).collect())
}

/// Labels of the time axis, in the largest unit that gives a handful: 14 months rather than one year.
fn ticks(length: u32, language: Language) -> Vec<(f64, String)> {
    let length = f64::from(length);
    let clock = [Clock::Years, Clock::Months, Clock::Weeks].into_iter().find(|clock| length > 2.0 * clock.days()).unwrap_or(Clock::Days);
    let step = (length / clock.days() / 8.0).ceil().max(1.0);
    let count = (length / (clock.days() * step)).floor() as u32;
    let at = |i: u32| f64::from(i) * step;
    let label = |i| if i == count { words::tick(at(i), clock, language) } else { number(at(i), 0, language) };
    (0..=count).map(|i| (at(i) * clock.days(), label(i))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_axis_is_labelled_in_a_unit_that_it_holds() {
        let ends = |length, language| ticks(length, language).last().unwrap().1.clone();
        assert_eq!(
            [1, 3, 60, 390, 1300].map(|days| ends(days, Language::English)),
            ["1 day", "3 days", "2 months", "18 months", "5 years"]
        );
        assert_eq!([10, 30, 520].map(|days| ends(days, Language::Dutch)), ["10 dagen", "6 weken", "24 maanden"]);
        assert!(ticks(390, Language::English).len() > 4);
    }
}
