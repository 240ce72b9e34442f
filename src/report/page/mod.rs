//! # The page
//!
//! `report.html`: one file that opens from disk without a network. Both languages are in it, one shown at a time; charts are
//! drawn by uPlot 1.6.32 (MIT, npm `uplot`, licence in `LICENSE-UPLOT`), whose script is part of the file; their numbers stand
//! beside them as tables, so that nothing is only in a picture. With `#board` one page of A4 is left, made to be printed.

mod board;
mod chart;
mod html;
pub mod reviewers;
mod still;
mod worth;

use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};

use self::chart::{Chart, charts};
use self::html::{list, paragraph, place, place_in_line, region, script_safe, slot, table, wide};
use self::worth::Said;
pub use self::worth::with_comparison;
use crate::analysis::recovery::{FEW, RecoverySummary, Road, leading, telling};
use crate::comparison::hypothesis::Judgement;
use crate::comparison::outcome::Outcomes;
use crate::comparison::price::Defaults;
use crate::comparison::ranking::{Policy, Wish, policies, ranking};
use crate::comparison::tipping::tipping;
use crate::comparison::worth::{Step, ladder};
use crate::doubt::Doubt;
use crate::ensemble::{ArmLives, ArmPlan};
use crate::folder::lock::LockState;
use crate::report::cite::{apa_software, uses};
use crate::report::figure::{Provenance, Scene, Series, Still, counted, first_breach};
use crate::scenario::{MONTH, Mechanisms, Referent, Scenario, YEAR};
use crate::text::{Language, Text};
use crate::theory::{Grade, Parameters};
use crate::words::back;
use crate::words::figure::breach as breach_words;
use crate::words::number::number;
use crate::words::odd::grade;
use crate::words::report as words;
use crate::words::screen;
use crate::words::screen::cite as cite_words;
use crate::words::screen::compare as compared;
use crate::words::screen::lock as lock_words;
use crate::words::screen::road;
use crate::words::screen::sensitivity;
use crate::words::screen::verdict;
use crate::words::sentence::{by_arm, whom};

/// Near the best, in person-days, as in `compare`.
const NEAR: f64 = 30.0;
/// Worths that the slider stops at.
const STOPS: usize = 25;

/// Everything that the page is made from.
#[derive(Clone, Copy)]
pub struct Report<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The arms and their twins.
    pub plans: &'a [ArmPlan],
    /// Their lives.
    pub arms: &'a [ArmLives],
    /// How trust came back, arm by arm.
    pub recovery: &'a [Vec<RecoverySummary>],
    /// On what the arms hang, if that was looked for.
    pub doubt: Option<&'a Doubt>,
    /// What became of the hypotheses.
    pub judged: &'a [Judgement],
    /// What policies are judged by, where there are several arms.
    pub outcomes: Option<&'a Outcomes>,
    /// The command that made it.
    pub command: &'a str,
    /// What the model's numbers can and cannot say, by language.
    pub limits: &'a Value,
    /// The design's whole fingerprint.
    pub design: &'a str,
    /// The lock of the design, if there is one.
    pub lock: Option<&'a LockState>,
    /// Version, fingerprint, seed.
    pub provenance: &'a Provenance,
    /// The language that is shown first.
    pub language: Language,
}

impl Report<'_> {
    /// What its figures are drawn from.
    fn scene<'s>(&'s self, roads: &'s [Road], language: Language) -> Scene<'s> {
        Scene::slide(self.scenario, self.plans, self.arms, roads, language, self.provenance)
    }

    fn title(&self, language: Language) -> &str {
        let title = self.scenario.title(language);
        if title.is_empty() { "onfoot" } else { title }
    }

    fn question(&self, language: Language) -> &str {
        self.scenario.question(language)
    }
}

const LANGUAGES: [(Language, &str); 2] = [(Language::English, "en"), (Language::Dutch, "nl")];

/// What stands before the body: character set, title, style. `title` is a text, `style` a sheet of ours.
fn head(version: &str, title: &str, style: &[&str]) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="generator" content={ "onfoot " (version) };
            link rel="icon" href="data:,";
            title { (title) }
            style {
                @for sheet in style {
                    (PreEscaped(sheet)) "\n"
                }
            }
            script { (PreEscaped("document.documentElement.className=\"js\"")) }
        }
    }
}

/// The buttons that choose the language; `first` is the one that is shown.
fn languages(first: &str) -> Markup {
    html! {
        nav class="languages" aria-label=(words::LANGUAGES) {
            @for (language, code) in LANGUAGES {
                button type="button" lang=(code) data-language=(code) aria-pressed=(code == first) { (words::LANGUAGE.get(language)) }
            }
        }
    }
}

/// The code of the language that is shown first.
fn code_of(language: Language) -> &'static str {
    LANGUAGES.iter().find(|row| row.0 == language).map_or("en", |row| row.1)
}

/// The whole file.
pub fn page(report: &Report<'_>) -> String {
    let moments: Vec<(u32, Text)> = report.scenario.planned_breaches().map(|(day, breach)| (day, breach_words(breach.by))).collect();
    let marks: Vec<u32> = moments.iter().map(|moment| moment.0).collect();
    let charts = charts(report.scenario, report.plans, report.arms, &marks);
    let compared = report.outcomes.map(|outcomes| Compared::of(report.scenario, outcomes));
    let first = code_of(report.language);
    let stills = still::stills(report);
    let views = LANGUAGES.into_iter().zip(&stills).map(|((language, code), stills)| View {
        report,
        charts: &charts,
        stills,
        compared: compared.as_ref(),
        language,
        code,
    });
    let data = json!({
        "charts": charts.iter().map(Chart::data).collect::<Vec<_>>(), "marks": moments.iter().map(|(day, what)| json!({ "day": day, "en": what.en, "nl": what.nl })).collect::<Vec<_>>(), "year": YEAR, "month": MONTH,
    });
    let style = [include_str!("uplot.min.css"), include_str!("style.css")];
    let page = html! {
        (html::DOCTYPE)
        html lang=(first) {
            (head(&report.provenance.version, report.title(report.language), &style))
            body {
                (languages(first))
                @for view in views {
                    main lang=(view.code) id={ "main-" (view.code) } data-title=(report.title(view.language)) hidden[view.code != first] {
                        (view.whole())
                    }
                }
                (slot("stops", &compared.as_ref().map_or_else(Markup::default, Compared::stops)))
                script type="application/json" id="data" { (script_safe(&data.to_string())) }
                // whoever copies the page copies the library, and its licence goes along
                script { "/*\n" (PreEscaped(include_str!("../../../LICENSE-UPLOT"))) "*/\n" (PreEscaped(include_str!("uplot.min.js"))) }
                script { (PreEscaped(include_str!("script.js"))) }
            }
        }
    };
    page.into_string()
}

/// The policies, and the order at a row of worths.
#[derive(Clone)]
struct Compared<'a> {
    scenario: &'a Scenario,
    outcomes: &'a Outcomes,
    policies: Vec<Policy>,
    ladder: Vec<Step>,
    worths: Vec<f64>,
    /// Up to this regret a policy is near the best.
    near: f64,
    /// Trust-days that a policy must win back, if that was said.
    floor: Option<f64>,
    said: Option<Said<'a>>,
}

impl<'a> Compared<'a> {
    fn of(scenario: &'a Scenario, outcomes: &'a Outcomes) -> Self {
        let policies = policies(outcomes, &Wish { worth: None, floor: None, near: NEAR });
        let ladder = ladder(outcomes, &policies);
        let last = ladder.last().map_or(0.0, |step| step.from);
        let step = nice(2.0 * last.max(30.0) / (STOPS - 1) as f64);
        Self {
            scenario,
            outcomes,
            policies,
            ladder,
            worths: (0..STOPS).map(|at| at as f64 * step).collect(),
            near: NEAR,
            floor: None,
            said: None,
        }
    }

    /// For the slider: what stands in each place that hangs on the worth, before one is said and at each stop, in both languages.
    fn stops(&self) -> Markup {
        let said = |here: &Compared<'_>, worth: Option<f64>| {
            let [en, nl] = LANGUAGES.map(|(language, _)| {
                Value::Object(here.places(language).into_iter().map(|(name, inner)| (name.into(), inner.into_string().into())).collect())
            });
            json!({ "worth": worth, "en": en, "nl": nl })
        };
        let mut stops = vec![said(&Compared { said: None, ..self.clone() }, None)];
        for &worth in &self.worths {
            let ranking = ranking(self.outcomes, &self.policies, worth, self.near);
            let tipping = tipping(self.scenario, &self.policies, &ranking, worth);
            let here = Compared { said: Some(Said { worth, ranking: &ranking, tipping: &tipping }), ..self.clone() };
            stops.push(said(&here, Some(worth)));
        }
        html! { script type="application/json" id="stops" { (script_safe(&Value::Array(stops).to_string())) } }
    }

    /// What each policy costs and wins.
    fn table(&self, language: Language) -> Markup {
        let rows: Vec<Vec<String>> = self.policies.iter().map(|policy| compared::policy(policy, self.outcomes, language)).collect();
        table(&compared::question(self.outcomes.people, language), &heads(&compared::POLICIES, language), &rows)
    }

    /// Both returns.
    fn returns(&self, language: Language) -> Markup {
        let rows: Vec<Vec<String>> = self.policies.iter().map(|policy| compared::returns(policy, self.outcomes, language)).collect();
        table(compared::RETURNS_TITLE.get(language), &heads(&compared::RETURNS, language), &rows)
    }

    /// What the costs are made of.
    fn parts(&self, language: Language) -> Markup {
        let rows: Vec<Vec<String>> = self.policies.iter().skip(1).map(|policy| compared::parts(policy, language)).collect();
        table(compared::PARTS_TITLE.get(language), &heads(&compared::PARTS, language), &rows)
    }

    /// Which prices nobody gave.
    fn default_prices(&self, language: Language) -> Option<String> {
        compared::default_prices(&Defaults::of(self.scenario), language)
    }

    fn ladder(&self, language: Language) -> Markup {
        let rows: Vec<Vec<String>> = self.ladder.iter().map(|step| compared::step(step, &self.policies, language)).collect();
        table(compared::LADDER_TITLE.get(language), &heads(&compared::LADDER, language), &rows)
    }
}

fn heads(heads: &[Text], language: Language) -> Vec<String> {
    heads.iter().map(|head| head.get(language).to_owned()).collect()
}

/// The next of 1, 2, 5, 10 ... at or above.
fn nice(rough: f64) -> f64 {
    let mut unit = 1.0;
    while unit * 10.0 < rough {
        unit *= 10.0;
    }
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * unit).find(|step| *step >= rough).unwrap_or(10.0 * unit)
}

/// The page in one language.
struct View<'a> {
    report: &'a Report<'a>,
    charts: &'a [Chart],
    stills: &'a [Still],
    compared: Option<&'a Compared<'a>>,
    language: Language,
    code: &'static str,
}

impl View<'_> {
    fn get(&self, text: Text) -> &'static str {
        text.get(self.language)
    }

    /// A paragraph of words of ours.
    fn say(&self, text: Text) -> Markup {
        paragraph(self.get(text))
    }

    fn section(&self, name: &str, title: Text, body: &Markup) -> Markup {
        let id = format!("{name}-{}", self.code);
        html! {
            @if !body.0.is_empty() {
                section aria-labelledby=(id) {
                    h2 id=(id) { (self.get(title)) }
                    (body)
                }
            }
        }
    }

    fn whole(&self) -> Markup {
        let question = self.report.question(self.language);
        html! {
            div class="full" {
                header {
                    h1 { (self.report.title(self.language)) }
                    @if !question.is_empty() {
                        p class="question" { (question) }
                    }
                    (paragraph(&self.lived()))
                    button type="button" class="to-board" { (self.get(words::BOARD)) }
                }
                (self.section("sentence", words::SENTENCE, &self.in_a_sentence()))
                (self.section("pictures", words::PICTURES, &self.pictures()))
                (self.section("comparison", words::COMPARISON, &self.comparison()))
                (self.section("expected", words::EXPECTED, &list(&self.verdicts())))
                (self.section("assumed", words::ASSUMED, &list(&self.assumed())))
                (self.section("change", words::CHANGE, &list(&self.change())))
                (self.section("luck", words::LUCK, &self.luck()))
                (self.section("limits", words::LIMITS, &paragraph(self.limits())))
                (self.section("again", words::AGAIN, &html! { (self.again("command")) (self.say(words::VERIFY)) }))
                (self.section("cite", words::CITE, &self.cite()))
            }
            (self.board())
        }
    }

    /// What is advised and why, what was lived, and what the words in it mean.
    fn in_a_sentence(&self) -> Markup {
        let fell = self.report.recovery.iter().any(|rows| leading(rows).is_some_and(RecoverySummary::is_visible));
        html! {
            @if let Some(compared) = self.compared {
                p class="advice" aria-live="polite" {
                    (place_in_line("advice-top", self.code, &html! { (compared.advice(self.language)) }))
                }
                (place("reasons", self.code, &compared.reasons(self.language)))
            }
            (list(&self.sentences()))
            @if fell {
                (self.say(back::MEANS))
                @if self.report.plans.iter().any(|plan| plan.is_twin) {
                    (self.say(back::LEVEL_MEANS))
                }
            }
        }
    }

    fn lived(&self) -> String {
        let (scenario, run) = (self.report.scenario, &self.report.scenario.run);
        let size = f64::from(scenario.organisation.team_size.min + scenario.organisation.team_size.max) / 2.0;
        let people = f64::from(scenario.organisation.teams) * size;
        words::lived(
            people,
            scenario.organisation.teams,
            f64::from(run.length) / f64::from(YEAR),
            run.replicates,
            run.worlds,
            self.language,
        )
    }

    /// What a breach did, arm by arm.
    fn sentences(&self) -> Vec<String> {
        let mut said = by_arm(self.report.recovery, self.language);
        said.extend(self.counted());
        said.push(road::LEVEL_OR_SHARE.get(self.language).to_owned());
        said
    }

    /// Who trust, counted as a survey does, arm by arm; of many arms those that are told of.
    fn counted(&self) -> Vec<String> {
        let rows: Vec<_> = self.report.recovery.iter().filter_map(|rows| leading(rows)).collect();
        let told: Vec<&str> = telling(&rows).into_iter().map(|at| rows[at].arm.as_str()).collect();
        let own = self.report.plans.iter().zip(self.report.arms).filter(|(plan, _)| !plan.is_twin);
        let several = own.clone().count() > 1;
        let shown = own.filter(|(plan, _)| told.is_empty() || told.contains(&plan.name.as_str())).take(FEW);
        let line = |(plan, lives): (&ArmPlan, &ArmLives)| {
            let referent = rows.first().map_or(Referent::Leader, |row| row.referent);
            let breach = first_breach(&plan.scenario);
            let shares = counted(&Series::gather(lives, "share_trusting", Some(referent as usize))?, breach)?;
            let arm = if several { words::line(&plan.name, self.language) } else { String::new() };
            Some(words::counted(&arm, whom(referent).get(self.language), shares, breach.is_some(), self.language))
        };
        shown.filter_map(line).collect()
    }

    fn pictures(&self) -> Markup {
        let worlds = self.charts.first().map_or(1, Chart::worlds);
        html! {
            (paragraph(&words::legend(worlds, self.language)))
            noscript { (self.say(words::NO_SCRIPT)) }
            @for chart in self.charts {
                (self.chart(chart))
            }
            (self.still_pictures())
        }
    }

    /// One chart behind three tabs: drawn, as a table, in words.
    fn chart(&self, chart: &Chart) -> Markup {
        let id = format!("{}-{}", chart.id, self.code);
        let (title, text) = (chart.title(self.language), chart.text(self.report.recovery, self.language));
        let numbers = html! {
            (region(&title, &chart.table(self.language)))
            p { button type="button" class="all-days" { (self.get(words::ALL_DAYS)) } }
        };
        html! {
            article class="chart" data-chart=(chart.id) {
                h3 id=(id) { (title) }
                p class="meaning" { (chart.meaning(self.language)) }
                div role="tablist" aria-labelledby=(id) {
                    @for (at, tab) in words::TABS.into_iter().enumerate() {
                        button type="button" role="tab" id={ (id) "-tab" (at) } aria-controls={ (id) "-panel" (at) }
                            aria-selected=(at == 0) tabindex=(if at == 0 { 0 } else { -1 }) { (self.get(tab)) }
                    }
                }
                @for (at, inner) in [self.drawn(chart, &text), numbers, paragraph(&text)].into_iter().enumerate() {
                    div role="tabpanel" id={ (id) "-panel" (at) } aria-labelledby={ (id) "-tab" (at) } hidden[at != 0] { (inner) }
                }
            }
        }
    }

    /// The place where the page's script draws a chart, and the switches for its lines.
    fn drawn(&self, chart: &Chart, text: &str) -> Markup {
        let bands = chart.lines.iter().filter(|line| !line.is_twin).count() == 1;
        html! {
            fieldset {
                legend { (self.get(words::SHOW)) }
                @for (at, line) in chart.lines.iter().enumerate() {
                    label {
                        input type="checkbox" checked data-line=(at);
                        span class="key" {}
                        span { (words::line(&line.name, self.language)) }
                    }
                }
                label { input type="checkbox" data-bands checked[bands]; (self.get(words::BANDS)) }
            }
            div class="plot" role="img" tabindex="0" aria-label={ (text) " " (self.get(words::KEYS)) } data-axis=(self.get(words::YEARS)) {}
            output {}
        }
    }

    fn comparison(&self) -> Markup {
        let Some(here) = self.compared else { return Markup::default() };
        let language = self.language;
        let several = self.report.scenario.run.worlds > 1;
        html! {
            (wide(&here.table(language)))
            (self.say(compared::READ))
            (self.say(back::MEANS))
            @if here.outcomes.have_levels() {
                (self.say(back::LEVEL_MEANS))
                (wide(&here.returns(language)))
            }
            (wide(&here.parts(language)))
            (self.say(compared::PARTS_READ))
            @if let Some(said) = here.default_prices(language) {
                (paragraph(&said))
            }
            (wide(&here.ladder(language)))
            @if several {
                (self.say(compared::LADDER_READ))
            }
            @for said in compared::steps_alike(&here.ladder, &here.policies, language) {
                (paragraph(&said))
            }
            (self.say(compared::WORTH_IS))
            @if !several {
                (self.say(compared::ONE_WORLD))
            }
            (here.slider(language, self.code))
        }
    }

    fn verdicts(&self) -> Vec<String> {
        self.report.judged.iter().map(|row| verdict::sentence(row, self.language)).collect()
    }

    fn assumed(&self) -> Vec<String> {
        let of = |grade: Grade| Parameters::listed().filter(|known| known.row.grade == grade).count();
        let mechanisms = &self.report.scenario.mechanisms;
        let changed: Vec<String> = Mechanisms::ROWS
            .iter()
            .filter_map(|row| mechanisms.get(row.0).filter(|on| *on != row.1).map(|on| format!("{} = {on}", row.0)))
            .collect();
        let switches =
            if changed.is_empty() { words::USUAL.get(self.language).to_owned() } else { words::switched(&changed, self.language) };
        let own: Vec<String> = Parameters::listed()
            .filter(|known| self.report.scenario.parameters.value(known).to_bits() != known.row.default.to_bits())
            .map(|known| known.path())
            .collect();
        let grades = words::grades(of(Grade::Measured), of(Grade::Related), of(Grade::Assumed), self.language);
        let own = (!own.is_empty()).then(|| words::own_values(&own, self.language));
        [grades, switches].into_iter().chain(own).collect()
    }

    /// The parameters on which the arms hang.
    fn change(&self) -> Vec<String> {
        let language = self.language;
        let Some(doubt) = self.report.doubt else { return vec![words::NOT_LOOKED.get(language).to_owned()] };
        let mut said = vec![format!("{}.", sensitivity::headline(doubt.headline, language))];
        for outcome in &doubt.outcomes {
            let arm = if doubt.outcomes.len() > 1 { format!("{}: ", words::line(&outcome.arm, language)) } else { String::new() };
            said.extend(outcome.drivers.iter().filter_map(|driver| {
                let row = Parameters::find(&driver.parameter)?.row;
                let meaning = row.meaning.get(language);
                let sure = grade(row.grade).get(language);
                Some(arm.clone() + &words::driver(&driver.parameter, driver.effect, meaning, row.source, sure, language))
            }));
        }
        if said.len() == 1 {
            said.push(sensitivity::NONE.get(language).to_owned());
        }
        said
    }

    /// How far the outcome of each arm is luck and how far doubt.
    fn luck(&self) -> Markup {
        let language = self.language;
        let outcomes = self.report.doubt.map_or(&[][..], |doubt| doubt.outcomes.as_slice());
        let known = outcomes.iter().filter(|outcome| outcome.doubt.is_finite());
        let rows: Vec<Vec<String>> = known
            .map(|outcome| {
                let numbers = [outcome.value, outcome.luck, outcome.doubt].map(|value| number(value, 3, language));
                std::iter::once(words::line(&outcome.arm, language)).chain(numbers).collect()
            })
            .collect();
        let Some(doubt) = self.report.doubt.filter(|_| !rows.is_empty()) else {
            let why = if self.report.scenario.run.worlds > 1 { words::FEW_WORLDS } else { words::ONLY_LUCK };
            return self.say(why);
        };
        let table = table(&sensitivity::headline(doubt.headline, language), &heads(&sensitivity::ARMS, language), &rows);
        html! { (wide(&table)) (self.say(sensitivity::READ)) }
    }

    /// How to cite it.
    fn cite(&self) -> Markup {
        html! {
            (paragraph(&apa_software(self.language)))
            (paragraph(&words::works(uses(self.report.scenario).len(), self.language)))
            (self.say(cite_words::BIBTEX))
        }
    }

    fn limits(&self) -> &str {
        self.report.limits[self.code].as_str().unwrap_or_default()
    }

    /// Command, version, fingerprint, seed. It stands twice in the page, each time in a place of its own.
    fn again(&self, place: &str) -> Markup {
        let Provenance { version, seed, .. } = self.report.provenance;
        let design = screen::run::design("", self.language);
        let seed_word = screen::run::seed(*seed, self.language);
        let seed_word = seed_word.split(' ').next().unwrap_or_default();
        html! {
            pre { (place_in_line(place, self.code, &html! { (self.report.command) })) }
            p { "onfoot " (version) ", " (design.trim()) " " (self.report.design) ", " (seed_word) " " (seed) }
            @if let Some(lock) = self.report.lock {
                (paragraph(&lock_words::held(&lock.file, &lock.at, lock.same, self.language)))
            }
        }
    }
}

#[cfg(test)]
mod tests;
