//! # The page once a worth was said
//!
//! `compare` does not live again what was lived: it takes the page of the run and fills the places that hang on the worth.

use maud::{Markup, html};

use super::html::{list, paragraph, place, refill, region, table};
use super::{Compared, LANGUAGES, heads};
use crate::comparison::Findings;
use crate::comparison::ranking::Ranking;
use crate::comparison::tipping::Tipping;
use crate::scenario::Scenario;
use crate::text::Language;
use crate::words::report as words;
use crate::words::screen::compare as compared;

/// A worth that was said, and what follows.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    /// Person-days that one avoided departure is worth.
    pub worth: f64,
    /// The order.
    pub ranking: &'a Ranking,
    /// Assumptions that would change it.
    pub tipping: &'a [Tipping],
}

/// The page of a run with what a comparison found put in its places; `None` if it is not such a page.
pub fn with_comparison(page: &str, scenario: &Scenario, found: &Findings, near: f64, floor: Option<f64>, command: &str) -> Option<String> {
    let said = found.ranking.as_ref().map(|(worth, ranking)| Said { worth: *worth, ranking, tipping: &found.tipping });
    let (policies, ladder) = (found.policies.clone(), found.ladder.clone());
    let mut made = Compared { policies, ladder, near, floor, said, ..Compared::of(scenario, &found.outcomes) };
    // The slider stops at the worth that was said too.
    let own = said.map(|said| said.worth).filter(|worth| !made.worths.contains(worth));
    made.worths.extend(own);
    made.worths.sort_by(f64::total_cmp);
    let (mut page, command) = (refill(page, "stops", &made.stops())?, html! { (command) });
    for (language, code) in LANGUAGES {
        let mut fill = |name: &str, inner: &Markup| {
            page = refill(&page, &format!("{name}-{code}"), inner)?;
            Some(())
        };
        fill("slider", &made.slider_inner(language, code))?;
        for (name, inner) in made.places(language) {
            fill(name, &inner)?;
        }
        fill("command", &command)?;
        fill("command-board", &command)?;
    }
    Some(page)
}

impl Compared<'_> {
    /// What stands in each place that hangs on the worth. What hangs on no worth before one is said is left as it is.
    pub(super) fn places(&self, language: Language) -> Vec<(&'static str, Markup)> {
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
    pub(super) fn slider(&self, language: Language, code: &str) -> Markup {
        html! {
            (place("slider", code, &self.slider_inner(language, code)))
            div class="ranked" aria-live="polite" { (place("ranked", code, &self.ranked_block(language))) }
        }
    }

    /// The slider alone. It stands at -1 until a worth is said.
    fn slider_inner(&self, language: Language, code: &str) -> Markup {
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
        let Some(Said { worth, ranking, tipping }) = self.said else { return Markup::default() };
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
}
