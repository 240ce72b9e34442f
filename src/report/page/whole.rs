//! # The whole page

use maud::{Markup, PreEscaped, html};
use serde_json::json;

use super::chart::{Chart, charts};
use super::choice::Choice;
use super::html::{DOCTYPE, head, heads, languages, list, paragraph, place, place_in_line, region, script_safe, slot, table, wide};
use super::still::stills;
use super::view::{Report, View};
use crate::analysis::recovery::{RecoverySummary, Road, leading};
use crate::report::cite::{apa_software, uses};
use crate::scenario::{MONTH, YEAR};
use crate::text::{CODE, Language, Text};
use crate::theory::Parameters;
use crate::words::figure::breach as breach_words;
use crate::words::number::number;
use crate::words::odd::grade;
use crate::words::screen::{cite as cite_words, compare as compared, sensitivity, verdict};
use crate::words::{back, report as words};

pub fn page(report: &Report<'_>) -> String {
    let moments: Vec<(u32, Text)> = report.scenario.planned_breaches().map(|(day, breach)| (day, breach_words(breach.by))).collect();
    let marks: Vec<u32> = moments.iter().map(|moment| moment.0).collect();
    let charts = &charts(report.scenario, report.plans, report.arms, &marks);
    let choice = report.outcomes.map(|outcomes| Choice::of(report.scenario, outcomes));
    let choice = choice.as_ref();
    let first = CODE.get(report.language);
    let roads: &[Road] = &report.recovery.iter().flatten().map(RecoverySummary::road).collect::<Vec<_>>();
    let stills = stills(report);
    let each = Language::BOTH.into_iter().zip(&stills);
    let views = each.map(|(language, stills)| View { report, charts, stills, roads, choice, language });
    let data = json!({
        "charts": charts.iter().map(Chart::data).collect::<Vec<_>>(), "marks": moments.iter().map(|(day, what)| json!({ "day": day, "en": what.en, "nl": what.nl })).collect::<Vec<_>>(), "year": YEAR, "month": MONTH,
    });
    let style = [include_str!("uplot.min.css"), include_str!("style.css")];
    let page = html! {
        (DOCTYPE)
        html lang=(first) {
            (head(&report.provenance.version, report.title(report.language), &style))
            body {
                (languages(first))
                @for view in views {
                    main lang=(view.code()) id={ "main-" (view.code()) } data-title=(report.title(view.language)) hidden[view.code() != first] {
                        (view.whole())
                    }
                }
                (slot("stops", &choice.map_or_else(Markup::default, Choice::stops)))
                script type="application/json" id="data" { (script_safe(&data.to_string())) }
                // whoever copies the page copies the library, and its licence goes along
                script { "/*\n" (PreEscaped(include_str!("../../../LICENSE-UPLOT"))) "*/\n" (PreEscaped(include_str!("uplot.min.js"))) }
                script { (PreEscaped(include_str!("script.js"))) }
                (slot("engine", &Markup::default()))
            }
        }
    };
    page.into_string()
}

impl View<'_> {
    fn section(&self, name: &str, title: Text, body: &Markup) -> Markup {
        let id = format!("{name}-{}", self.code());
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
                (slot(&format!("what-if-{}", self.code()), &Markup::default()))
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
            @if let Some(choice) = self.choice {
                p class="advice" aria-live="polite" {
                    (place_in_line("advice-top", self.code(), &html! { (choice.advice(self.language)) }))
                }
                (place("reasons", self.code(), &choice.reasons(self.language)))
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
        let id = format!("{}-{}", chart.id, self.code());
        let (title, text) = (chart.title(self.language), chart.text(self.roads, self.language));
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
        let Some(here) = self.choice else { return Markup::default() };
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
            (here.slider(language, self.code()))
        }
    }

    fn verdicts(&self) -> Vec<String> {
        self.report.judged.iter().map(|row| verdict::sentence(row, self.language)).collect()
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

    fn cite(&self) -> Markup {
        html! {
            (paragraph(&apa_software(self.language)))
            (paragraph(&words::works(uses(self.report.scenario).len(), self.language)))
            (self.say(cite_words::BIBTEX))
        }
    }
}
