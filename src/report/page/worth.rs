//! # The page once a worth was said
//!
//! `compare` does not live again what was lived: it takes the page of the run and fills the places that hang on the worth.

use super::html::{escape, list, place, refill, table};
use super::{Compared, LANGUAGES, heads, paragraph};
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
    let (mut page, command) = (refill(page, "stops", &made.stops())?, escape(command));
    for (language, code) in LANGUAGES {
        let mut fill = |name: &str, inner: &str| {
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
    pub(super) fn places(&self, language: Language) -> Vec<(&'static str, String)> {
        let advice = escape(&self.advice(language));
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
    pub(super) fn slider(&self, language: Language, code: &str) -> String {
        let ranked = place("div", "ranked", code, &self.ranked_block(language));
        format!(
            "{}<div class=\"ranked\" aria-live=\"polite\">{ranked}</div>",
            place("div", "slider", code, &self.slider_inner(language, code))
        )
    }

    /// The slider alone. It stands at -1 until a worth is said.
    fn slider_inner(&self, language: Language, code: &str) -> String {
        let at = self.said.and_then(|said| self.worths.iter().position(|worth| (worth - said.worth).abs() < 1e-9));
        let worth = self.said.map(|said| compared::worth(said.worth, language));
        let valued = worth.as_deref().map_or_else(|| words::UNSAID.get(language).to_owned(), |worth| words::person_days(worth, language));
        format!(
            "<p class=\"slider\"><label for=\"worth-{code}\">{}</label> <input id=\"worth-{code}\" type=\"range\" min=\"-1\" max=\"{}\" value=\"{}\" step=\"1\" \
             aria-valuetext=\"{}\" data-unit=\"{}\" data-unsaid=\"{}\"> <output for=\"worth-{code}\">{}</output></p>",
            escape(words::WORTH.get(language)),
            self.worths.len().saturating_sub(1),
            at.map_or("-1".to_owned(), |at| at.to_string()),
            escape(&valued),
            escape(&words::person_days("{}", language)),
            escape(words::UNSAID.get(language)),
            escape(&worth.unwrap_or_default()),
        )
    }

    /// The order at the worth that was said, and what it comes to; nothing is ranked before.
    fn ranked_block(&self, language: Language) -> String {
        let Some(Said { worth, ranking, tipping }) = self.said else { return String::new() };
        let rows: Vec<_> = ranking.order.iter().map(|row| compared::ranked_row(row, &self.policies, language)).collect();
        let order = table(&compared::ranked(worth, self.near, language), &heads(&compared::RANKING, language), &rows);
        let sentences = compared::verdicts_in_worlds(&self.policies, ranking, worth, tipping, self.outcomes.worlds, language);
        let below: Vec<&str> = self.policies.iter().filter(|policy| policy.below_floor).map(|policy| policy.name.as_str()).collect();
        let floor = self.floor.filter(|_| !below.is_empty());
        format!(
            "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">{order}</div>{}{}{}",
            escape(words::ORDER.get(language)),
            list(&sentences),
            paragraph(compared::REGRET.get(language)),
            floor.map_or_else(String::new, |floor| paragraph(&compared::below(&below, floor, language))),
        )
    }
}
