//! # What the page is made from
//!
//! And the sentences that stand both on the whole page and on that for a board.

use maud::{Markup, html};
use serde_json::Value;

use super::chart::Chart;
use super::choice::Choice;
use super::html::{paragraph, place_in_line};
use crate::analysis::recovery::{FEW, RecoverySummary, Road, leading, telling};
use crate::comparison::hypothesis::Judgement;
use crate::comparison::outcome::Outcomes;
use crate::doubt::Doubt;
use crate::ensemble::{ArmLives, ArmPlan};
use crate::folder::lock::LockState;
use crate::report::figure::{Figure, Provenance, Scene, Series, Still, counted, first_breach};
use crate::scenario::{Mechanisms, Referent, Scenario, YEAR};
use crate::text::{CODE, Language, Text};
use crate::theory::{Grade, Parameters};
use crate::words::report as words;
use crate::words::screen::run::{design, seed as seed_words};
use crate::words::screen::{lock as lock_words, road};
use crate::words::sentence::{by_arm, whom};

/// Everything that the page is made from.
#[derive(Clone, Copy)]
pub struct Report<'a> {
    pub scenario: &'a Scenario,
    pub plans: &'a [ArmPlan],
    pub arms: &'a [ArmLives],
    /// How trust came back, arm by arm.
    pub recovery: &'a [Vec<RecoverySummary>],
    /// On what the arms hang, if that was looked for.
    pub doubt: Option<&'a Doubt>,
    /// What became of the hypotheses.
    pub judged: &'a [Judgement],
    /// What policies are judged by, where there are several arms.
    pub outcomes: Option<&'a Outcomes>,
    pub command: &'a str,
    /// What the model's numbers can and cannot say, by language.
    pub limits: &'a Value,
    /// The design's whole fingerprint.
    pub design: &'a str,
    /// The lock of the design, if there is one.
    pub lock: Option<&'a LockState>,
    pub provenance: &'a Provenance,
    /// Its figures in English and in Dutch.
    pub figures: [&'a [Figure]; 2],
    /// The language that is shown first.
    pub language: Language,
}

impl Report<'_> {
    /// What its figures are drawn from.
    pub fn scene<'s>(&'s self, roads: &'s [Road], language: Language) -> Scene<'s> {
        Scene::slide(self.scenario, self.plans, self.arms, roads, language, self.provenance)
    }

    pub(super) fn title(&self, language: Language) -> &str {
        let title = self.scenario.title(language);
        if title.is_empty() { "onfoot" } else { title }
    }

    pub(super) fn question(&self, language: Language) -> &str {
        self.scenario.question(language)
    }
}

/// The page in one language.
pub struct View<'a> {
    pub report: &'a Report<'a>,
    pub charts: &'a [Chart],
    pub stills: &'a [Still],
    /// What each breach did, in every arm.
    pub roads: &'a [Road],
    /// Where there are several arms.
    pub choice: Option<&'a Choice<'a>>,
    pub language: Language,
}

impl View<'_> {
    pub fn code(&self) -> &'static str {
        self.get(CODE)
    }

    pub fn get(&self, text: Text) -> &'static str {
        text.get(self.language)
    }

    /// A paragraph of words of ours.
    pub fn say(&self, text: Text) -> Markup {
        paragraph(self.get(text))
    }

    pub fn lived(&self) -> String {
        let (scenario, run) = (self.report.scenario, &self.report.scenario.run);
        let size = f64::from(scenario.organisation.team_size.min + scenario.organisation.team_size.max) / 2.0;
        let (people, years) = (f64::from(scenario.organisation.teams) * size, f64::from(run.length) / f64::from(YEAR));
        words::lived(people, scenario.organisation.teams, years, run.replicates, run.worlds, self.language)
    }

    /// What a breach did, arm by arm.
    pub fn sentences(&self) -> Vec<String> {
        let mut said = by_arm(self.report.recovery, self.language);
        said.extend(self.counted());
        said.push(road::LEVEL_OR_SHARE.get(self.language).to_owned());
        said
    }

    /// Who trust, counted as a survey does, arm by arm; of many arms those that are told of.
    pub fn counted(&self) -> Vec<String> {
        let rows: Vec<_> = self.report.recovery.iter().filter_map(|rows| leading(rows)).collect();
        let told: Vec<&str> = telling(&rows).into_iter().map(|at| rows[at].arm.as_str()).collect();
        let own = self.report.plans.iter().zip(self.report.arms).filter(|(plan, _)| !plan.is_twin);
        let several = own.clone().count() > 1;
        let shown = own.filter(|(plan, _)| told.is_empty() || told.contains(&plan.name.as_str())).take(FEW);
        let line = |(plan, lives): (&ArmPlan, &ArmLives)| {
            let referent = rows.first().map_or(Referent::Leader, |row| row.referent);
            let breach = first_breach(&plan.scenario);
            let shares = counted(&Series::gather(lives, "share_trusting", Some(referent))?, breach)?;
            let arm = if several { words::line(&plan.name, self.language) } else { String::new() };
            Some(words::counted(&arm, whom(referent).get(self.language), shares, breach.is_some(), self.language))
        };
        shown.filter_map(line).collect()
    }

    pub fn assumed(&self) -> Vec<String> {
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

    pub fn limits(&self) -> &str {
        self.report.limits[self.code()].as_str().unwrap_or_default()
    }

    /// Command, version, fingerprint, seed. It stands twice in the page, each time in a place of its own.
    pub fn again(&self, place: &str) -> Markup {
        let Provenance { version, seed, .. } = self.report.provenance;
        let (design, seed_word) = (design("", self.language), seed_words(*seed, self.language));
        let seed_word = seed_word.split(' ').next().unwrap_or_default();
        html! {
            pre { (place_in_line(place, self.code(), &html! { (self.report.command) })) }
            p { "onfoot " (version) ", " (design.trim()) " " (self.report.design) ", " (seed_word) " " (seed) }
            @if let Some(lock) = self.report.lock {
                (paragraph(&lock_words::held(&lock.file, &lock.at, lock.same, self.language)))
            }
        }
    }
}
