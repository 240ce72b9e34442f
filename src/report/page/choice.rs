//! # What may be chosen
//!
//! The policies with what they cost and win, and the order at a worth, wherever that stands on the page.

use maud::{Markup, html};
use serde_json::{Value, json};

use super::html::{LANGUAGES, heads, list, paragraph, place, region, script_safe, table, wide};
use crate::comparison::outcome::Outcomes;
use crate::comparison::price::Defaults;
use crate::comparison::ranking::{Policy, Ranking, Wish, policies, ranking};
use crate::comparison::tipping::{Tipping, tipping};
use crate::comparison::worth::{Step, ladder};
use crate::scenario::Scenario;
use crate::text::Language;
use crate::words::screen::compare as compared;
use crate::words::{back, report as words};

/// Near the best, in person-days, as in `compare`.
const NEAR: f64 = 30.0;
/// Worths that the slider stops at.
const STOPS: usize = 25;
/// Policies in the table for a board; more would push the rest off the page.
const MOST: usize = 7;
/// Sentences about what is advised and what would change it.
pub const SENTENCES: usize = 2;

/// The order at a worth that was said.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    /// Person-days that one avoided departure is worth.
    pub worth: f64,
    pub ranking: &'a Ranking,
    /// Assumptions that would change it.
    pub tipping: &'a [Tipping],
}

/// The policies, and the order at a row of worths.
#[derive(Clone)]
pub struct Choice<'a> {
    pub scenario: &'a Scenario,
    pub outcomes: &'a Outcomes,
    pub policies: Vec<Policy>,
    pub ladder: Vec<Step>,
    pub worths: Vec<f64>,
    /// Up to this regret a policy is near the best.
    pub near: f64,
    /// Trust-days that a policy must win back, if that was said.
    pub floor: Option<f64>,
    pub said: Option<Order<'a>>,
}

impl<'a> Choice<'a> {
    pub fn of(scenario: &'a Scenario, outcomes: &'a Outcomes) -> Self {
        let policies = policies(outcomes, &Wish { worth: None, floor: None, near: NEAR });
        let ladder = ladder(outcomes, &policies);
        let last = ladder.last().map_or(0.0, |step| step.from);
        let step = nice(2.0 * last.max(30.0) / (STOPS - 1) as f64);
        let worths = (0..STOPS).map(|at| at as f64 * step).collect();
        Self { scenario, outcomes, policies, ladder, worths, near: NEAR, floor: None, said: None }
    }

    /// For the slider: what stands in each place that hangs on the worth, before one is said and at each stop, in both languages.
    pub fn stops(&self) -> Markup {
        let said = |here: &Choice<'_>, worth: Option<f64>| {
            let [en, nl] = LANGUAGES.map(|(language, _)| {
                Value::Object(here.places(language).into_iter().map(|(name, inner)| (name.into(), inner.into_string().into())).collect())
            });
            json!({ "worth": worth, "en": en, "nl": nl })
        };
        let mut stops = vec![said(&Choice { said: None, ..self.clone() }, None)];
        for &worth in &self.worths {
            let ranking = ranking(self.outcomes, &self.policies, worth, self.near);
            let tipping = tipping(self.scenario, &self.policies, &ranking, worth);
            let here = Choice { said: Some(Order { worth, ranking: &ranking, tipping: &tipping }), ..self.clone() };
            stops.push(said(&here, Some(worth)));
        }
        html! { script type="application/json" id="stops" { (script_safe(&Value::Array(stops).to_string())) } }
    }

    pub fn table(&self, language: Language) -> Markup {
        let rows: Vec<Vec<String>> = self.policies.iter().map(|policy| compared::policy(policy, self.outcomes, language)).collect();
        table(&compared::question(self.outcomes.people, language), &heads(&compared::POLICIES, language), &rows)
    }

    pub fn returns(&self, language: Language) -> Markup {
        let rows: Vec<Vec<String>> = self.policies.iter().map(|policy| compared::returns(policy, self.outcomes, language)).collect();
        table(compared::RETURNS_TITLE.get(language), &heads(&compared::RETURNS, language), &rows)
    }

    pub fn parts(&self, language: Language) -> Markup {
        let rows: Vec<Vec<String>> = self.policies.iter().skip(1).map(|policy| compared::parts(policy, language)).collect();
        table(compared::PARTS_TITLE.get(language), &heads(&compared::PARTS, language), &rows)
    }

    /// Which prices nobody gave.
    pub fn default_prices(&self, language: Language) -> Option<String> {
        compared::default_prices(&Defaults::of(self.scenario), language)
    }

    pub fn ladder(&self, language: Language) -> Markup {
        let rows: Vec<Vec<String>> = self.ladder.iter().map(|step| compared::step(step, &self.policies, language)).collect();
        table(compared::LADDER_TITLE.get(language), &heads(&compared::LADDER, language), &rows)
    }

    /// What stands in each place that hangs on the worth. What hangs on no worth before one is said is left as it is.
    pub fn places(&self, language: Language) -> Vec<(&'static str, Markup)> {
        let advice = html! { (self.advice(language)) };
        let mut places = vec![
            ("advice-top", advice.clone()),
            ("advice", advice),
            ("reasons", self.reasons(language)),
            ("costs", self.costs(language)),
            ("ranked", self.ranked_block(language)),
        ];
        places.extend(self.wrong(language).map(|wrong| ("wrong", list(&wrong))));
        places
    }

    /// The slider for the worth, and below it the order at the worth that was said.
    pub fn slider(&self, language: Language, code: &str) -> Markup {
        html! {
            (place("slider", code, &self.slider_inner(language, code)))
            div class="ranked" aria-live="polite" { (place("ranked", code, &self.ranked_block(language))) }
        }
    }

    /// The slider alone. It stands at -1 until a worth is said.
    pub fn slider_inner(&self, language: Language, code: &str) -> Markup {
        let at = self.said.and_then(|said| self.worths.iter().position(|worth| (worth - said.worth).abs() < 1e-9));
        let worth = self.said.map(|said| compared::worth(said.worth, language));
        let valued = worth.as_deref().map_or_else(|| words::UNSAID.get(language).to_owned(), |worth| words::person_days(worth, language));
        let id = format!("worth-{code}");
        html! {
            p class="slider" {
                label for=(id) { (words::WORTH.get(language)) }
                " "
                input id=(id) type="range" min="-1" max=(self.worths.len().saturating_sub(1)) value=(at.map_or(-1, |at| at as i64)) step="1"
                    aria-valuetext=(valued) data-unit=(words::person_days("{}", language)) data-unsaid=(words::UNSAID.get(language));
                " "
                output for=(id) { (worth.unwrap_or_default()) }
            }
        }
    }

    /// The order at the worth that was said, and what it comes to; nothing is ranked before.
    fn ranked_block(&self, language: Language) -> Markup {
        let Some(Order { worth, ranking, tipping }) = self.said else { return Markup::default() };
        let rows: Vec<_> = ranking.order.iter().map(|row| compared::ranked_row(row, &self.policies, language)).collect();
        let order = table(&compared::ranked(worth, self.near, language), &heads(&compared::RANKING, language), &rows);
        let sentences = compared::verdicts_in_worlds(&self.policies, ranking, worth, tipping, self.outcomes.worlds, language);
        let below: Vec<&str> = self.policies.iter().filter(|policy| policy.below_floor).map(|policy| policy.name.as_str()).collect();
        let floor = self.floor.filter(|_| !below.is_empty());
        html! {
            (region(words::ORDER.get(language), &order))
            (list(&sentences))
            (paragraph(compared::REGRET.get(language)))
            @if let Some(floor) = floor {
                (paragraph(&compared::below(&below, floor, language)))
            }
        }
    }

    /// The policies that matter most, the most important first: the reference, those that are the best at some worth, the rest
    /// in order; where a worth was said, in the order of the ranking.
    pub fn foremost(&self, most: usize) -> Vec<usize> {
        let mut order: Vec<usize> = Vec::new();
        let ranked = self.said.iter().flat_map(|said| said.ranking.order.iter().map(|row| row.policy));
        let steps = self.ladder.iter().rev().map(|step| step.policy);
        let all = ranked.chain(std::iter::once(0)).chain(steps).chain(0..self.policies.len());
        for policy in all {
            if !order.contains(&policy) {
                order.push(policy);
            }
        }
        order.truncate(most);
        order
    }

    fn names(&self, policies: &[usize]) -> Vec<&str> {
        policies.iter().map(|at| self.policies[*at].name.as_str()).collect()
    }

    /// The advice in one line.
    pub fn advice(&self, language: Language) -> String {
        let name = |at: usize| self.policies[at].name.as_str();
        if let Some(said) = &self.said {
            let first: Vec<&str> = said.ranking.order.iter().filter(|row| row.place == 1).map(|row| name(row.policy)).collect();
            words::advice(said.worth, &first, language)
        } else {
            let steps: Vec<(&str, f64)> = self.ladder.iter().map(|step| (name(step.policy), step.from)).collect();
            let first = self.ladder.first().map_or(Vec::new(), |step| self.names(&step.alike));
            words::advice_by_worth(&steps, &first, language)
        }
    }

    /// Why, and how sure: a sentence for each policy that is advised.
    pub fn reasons(&self, language: Language) -> Markup {
        let reference = self.policies.first().map_or("", |policy| policy.name.as_str());
        let reason = |at: usize, then: &str| words::reason(&self.policies[at], reference, then, language);
        let reasons: Vec<String> = if let Some(said) = &self.said {
            let from = |policy: usize| self.ladder.iter().find(|step| step.policy == policy && step.from > 0.0).map(|step| step.from);
            let first = said.ranking.order.iter().filter(|row| row.place == 1).take(SENTENCES);
            first.map(|row| reason(row.policy, &words::how_sure(row.best, row.regret, row.most, from(row.policy), language))).collect()
        } else {
            self.ladder
                .iter()
                .skip(1)
                .map(|step| reason(step.policy, &words::best_there(step.best, step.from, step.middle, &self.names(&step.alike), language)))
                .collect()
        };
        html! {
            @for said in &reasons {
                (paragraph(said))
            }
            @if !reasons.is_empty() {
                (paragraph(words::REASONS_READ.get(language)))
            }
        }
    }

    /// What policies cost and win; where a worth was said, in their places and with their regret.
    pub fn costs(&self, language: Language) -> Markup {
        let shown = self.foremost(MOST);
        let plain = |at: &usize| compared::policy(&self.policies[*at], self.outcomes, language);
        let mut heads = heads(&compared::POLICIES, language);
        let rows: Vec<Vec<String>> = match &self.said {
            None => {
                let mut shown = shown.clone();
                shown.sort_unstable();
                shown.iter().map(plain).collect()
            }
            Some(said) => {
                heads.push(compared::RANKING[1].get(language).to_owned());
                let row = |at: &usize| {
                    let ranked = said.ranking.order.iter().find(|row| row.policy == *at);
                    let placed = ranked.map(|row| compared::ranked_row(row, &self.policies, language));
                    let mut cells = plain(at);
                    cells.push(placed.as_ref().map_or_else(String::new, |placed| placed[1].clone()));
                    cells[0] = placed.map_or_else(|| cells[0].clone(), |placed| placed[0].clone());
                    cells
                };
                shown.iter().map(row).collect()
            }
        };
        let more = self.policies.len() - shown.len();
        html! {
            (wide(&table(&compared::question(self.outcomes.people, language), &heads, &rows)))
            @if more > 0 {
                (paragraph(&words::more_policies(more, language)))
            }
            (paragraph(back::IN_SHORT.get(language)))
            @if let Some(said) = compared::default_note(&Defaults::of(self.scenario), language) {
                (paragraph(&said))
            }
        }
    }

    /// What would change the order at the worth that was said: assumptions first, then worths and neighbours.
    pub fn wrong(&self, language: Language) -> Option<Vec<String>> {
        let said = self.said.as_ref()?;
        let all = compared::verdicts(&self.policies, said.ranking, said.worth, said.tipping, language);
        let (rest, tips) = all.split_at(all.len().saturating_sub(said.tipping.len()));
        let alone = said.ranking.order.first().is_some_and(|row| !row.shared);
        let mut wrong: Vec<String> = tips.iter().take(SENTENCES).cloned().collect();
        if tips.is_empty() {
            wrong.push(compared::nothing_tips(self.outcomes.worlds).get(language).to_owned());
        }
        wrong.extend(rest.iter().skip(usize::from(alone)).take(SENTENCES.saturating_sub(wrong.len()).max(1)).cloned());
        Some(wrong)
    }
}

/// The next of 1, 2, 5, 10 ... at or above.
fn nice(rough: f64) -> f64 {
    let mut unit = 1.0;
    while unit * 10.0 < rough {
        unit *= 10.0;
    }
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * unit).find(|step| *step >= rough).unwrap_or(10.0 * unit)
}
