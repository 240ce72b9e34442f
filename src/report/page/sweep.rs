//! # The page of a sweep
//!
//! What weighs, in sentences, pictures and tables; what became of the hypotheses; how to do it again. Not a page for each point.

use maud::{Markup, PreEscaped, html};

use super::html::{DOCTYPE, LANGUAGES, head, languages, list, paragraph, table, wide};
use super::reviewers::SCRIPT;
use crate::comparison::factor::{AnswerFindings, SweepFindings};
use crate::report::figure::{Figure, Still};
use crate::scenario::{Scenario, Sweep};
use crate::text::{CODE, Language, Text};
use crate::words::report as words;
use crate::words::screen::{sweep as said, verdict};

pub struct SweepPage<'a> {
    pub scenario: &'a Scenario,
    pub sweep: &'a Sweep,
    pub findings: &'a SweepFindings,
    pub command: &'a str,
    pub version: &'a str,
    /// What the model's numbers can and cannot say, by language.
    pub limits: &'a serde_json::Value,
    /// Its figures in English and in Dutch.
    pub figures: [&'a [Figure]; 2],
    /// The language that is shown first.
    pub language: Language,
}

/// Points of which a table stands in the page.
const MOST_POINTS: usize = 60;

impl SweepPage<'_> {
    /// The page.
    pub fn whole(&self) -> String {
        let first = CODE.get(self.language);
        let title = self.title(self.language);
        let page = html! {
            (DOCTYPE)
            html lang=(first) {
                (head(self.version, title, &[include_str!("style.css")]))
                body {
                    (languages(first))
                    @for (language, code) in LANGUAGES {
                        main lang=(code) hidden[code != first] { (self.view(language)) }
                    }
                    script { (PreEscaped(SCRIPT)) }
                }
            }
        };
        page.into_string()
    }

    fn title(&self, language: Language) -> &str {
        let title = self.scenario.title(language);
        if title.is_empty() { said::SWEEP.get(language) } else { title }
    }

    fn view(&self, language: Language) -> Markup {
        let run = &self.scenario.run;
        let question = self.scenario.question(language);
        let heaviest: Vec<String> = self.findings.answers.iter().map(|found| said::heaviest(found, self.sweep, language)).collect();
        let verdicts: Vec<String> = self.findings.judged.iter().map(|row| verdict::sentence(row, language)).collect();
        let section = |title: Text, body: Markup| html! { section { h2 { (title.get(language)) } (body) } };
        html! {
            h1 { (self.title(language)) }
            @if !question.is_empty() {
                p class="question" { (question) }
            }
            (paragraph(&format!("{}; {}.", said::lives(self.sweep, self.findings.replicates / run.worlds, run.worlds, language), said::laid(self.sweep, language))))
            (section(said::WEIGHS, html! { (list(&heaviest)) (paragraph(&said::read(self.sweep, language))) }))
            @if !verdicts.is_empty() {
                (section(said::EXPECTED, list(&verdicts)))
            }
            (section(said::PICTURES, self.pictures(language)))
            (section(said::LEVELS, html! { @for found in &self.findings.answers { (self.levels(found, language)) } }))
            @if self.sweep.points.len() <= MOST_POINTS {
                (section(said::POINTS, self.points(language)))
            }
            (section(words::LIMITS, paragraph(self.limits[CODE.get(language)].as_str().unwrap_or_default())))
            (section(words::AGAIN, html! { pre { (self.command) } }))
        }
    }

    fn pictures(&self, language: Language) -> Markup {
        html! {
            @for figure in self.figures[language as usize] {
                @let still = Still::of(figure, language);
                figure class="still" tabindex="0" {
                    (PreEscaped(&still.svg))
                    figcaption { details { summary { (words::TABS[2].get(language)) } (still.summary.trim_end().replace('\n', " ")) } }
                }
            }
        }
    }

    fn levels(&self, found: &AnswerFindings, language: Language) -> Markup {
        let decimals = said::decimals(found);
        let mut rows = Vec::new();
        for factor in found.order() {
            let effect = &found.factors[factor];
            let weights: Vec<String> =
                effect.indices.iter().map(|index| said::weight(index, decimals, language)).filter(|said| !said.is_empty()).collect();
            for (at, level) in effect.levels.iter().enumerate() {
                let [mean, interval] = said::mean(level, decimals, language);
                let label = if at == 0 { said::factor(&self.sweep.factors[factor], language) } else { String::new() };
                rows.push(vec![
                    label,
                    said::level(level, language),
                    mean,
                    interval,
                    if at == 0 { weights.join(", ") } else { String::new() },
                ]);
            }
        }
        let heads: Vec<String> = said::HEADS.iter().chain([&said::WEIGHT]).map(|head| head.get(language).to_owned()).collect();
        wide(&table(&said::answer(found, language), &heads, &rows))
    }

    /// The mean of each outcome at each point.
    fn points(&self, language: Language) -> Markup {
        let answers = &self.findings.answers;
        let names = self.sweep.factors.iter().map(|factor| said::factor(factor, language));
        let heads: Vec<String> = std::iter::once(String::new())
            .chain(names)
            .chain(answers.iter().map(|found| found.answer.name.get(language).to_owned()))
            .collect();
        let row = |(at, point): (usize, &crate::scenario::sweep::Point)| {
            let levels = point.levels.iter().map(|level| level.plain().to_owned());
            let values = answers.iter().map(|found| crate::words::number::number(found.points[at], said::decimals(found), language));
            std::iter::once(at.to_string()).chain(levels).chain(values).collect()
        };
        let rows: Vec<Vec<String>> = self.sweep.points.iter().enumerate().map(row).collect();
        wide(&table("", &heads, &rows))
    }
}
