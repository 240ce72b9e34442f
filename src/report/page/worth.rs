//! # The page once a worth was said
//!
//! `compare` does not live again what was lived: it takes the page of the run and fills the places that hang on the worth.

use super::html::{escape, list, refill, table};
use super::{Compared, LANGUAGES, heads, paragraph};
use crate::comparison::ranking::Ranking;
use crate::comparison::tipping::Tipping;
use crate::report::comparison::Found;
use crate::scenario::Scenario;
use crate::text::Language;
use crate::words::report as words;
use crate::words::screen::compare as compared;

/// A worth that was said, and what follows.
pub(super) struct Said<'a> {
    /// Person-days that one avoided departure is worth.
    pub worth: f64,
    /// Up to this regret a policy is near the best.
    pub near: f64,
    /// The order.
    pub ranking: &'a Ranking,
    /// Assumptions that would change it.
    pub tipping: &'a [Tipping],
}

/// The page of a run with what a comparison found put in its places; `None` if it is not such a page.
pub fn with_comparison(page: &str, scenario: &Scenario, found: &Found, near: f64, floor: Option<f64>, command: &str) -> Option<String> {
    let said = found.ranking.as_ref().map(|(worth, ranking)| Said { worth: *worth, near, ranking, tipping: &found.tipping });
    let (policies, ladder) = (found.policies.clone(), found.ladder.clone());
    let made = Compared { policies, ladder, said, ..Compared::of(scenario, &found.outcomes) };
    let below: Vec<&str> = found.policies.iter().filter(|policy| policy.below_floor).map(|policy| policy.name.as_str()).collect();
    let (mut page, command) = (page.to_owned(), escape(command));
    for (language, code) in LANGUAGES {
        let mut fill = |name: &str, inner: &str| {
            page = refill(&page, &format!("{name}-{code}"), inner)?;
            Some(())
        };
        let out =
            floor.filter(|_| !below.is_empty()).map_or_else(String::new, |floor| paragraph(&compared::below(&below, floor, language)));
        fill("ranked", &(made.ranked_block(language, code) + &out))?;
        let advice = escape(&made.advice(language));
        fill("advice-top", &advice)?;
        fill("advice", &advice)?;
        fill("reasons", &made.reasons(language))?;
        fill("costs", &made.costs(language))?;
        if let Some(wrong) = made.wrong(language) {
            fill("wrong", &list(&wrong))?;
        }
        fill("command", &command)?;
        fill("command-board", &command)?;
    }
    Some(page)
}

impl Compared<'_> {
    /// The slider for the worth, and below it the order at the worth that was said; nothing is ranked before.
    pub(super) fn ranked_block(&self, language: Language, code: &str) -> String {
        let last = self.worths.len().saturating_sub(1);
        let get = |text: crate::text::Text| escape(text.get(language));
        let (value, worth, ranked) = if let Some(said) = &self.said {
            let nearest = (0..=last).min_by(|one, other| {
                let far = |at: usize| (self.worths[at] - said.worth).abs();
                far(*one).total_cmp(&far(*other))
            });
            let rows: Vec<_> = said.ranking.order.iter().map(|row| compared::ranked_row(row, &self.policies, language)).collect();
            let order = table(&compared::ranked(said.worth, said.near, language), &heads(&compared::RANKING, language), &rows);
            let Said { worth, ranking, tipping, .. } = *said;
            let sentences = compared::verdicts_in_worlds(&self.policies, ranking, worth, tipping, self.outcomes.worlds, language);
            let nearest = nearest.map_or("-1".to_owned(), |at| at.to_string());
            (nearest, compared::worth(said.worth, language), (order, list(&sentences)))
        } else {
            let order = table("", &heads(&compared::RANKING, language), &[]);
            ("-1".to_owned(), String::new(), (order, "<ul></ul>".to_owned()))
        };
        format!(
            "<p class=\"slider\"><label for=\"worth-{code}\">{}</label> <input id=\"worth-{code}\" type=\"range\" min=\"-1\" max=\"{last}\" value=\"{value}\" step=\"1\"> <output>{}</output></p>\
             <div class=\"ranked\"{} aria-live=\"polite\"><div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">{}</div>{}{}</div>",
            get(words::WORTH),
            escape(&worth),
            if self.said.is_some() { "" } else { " hidden" },
            get(words::ORDER),
            ranked.0,
            ranked.1,
            paragraph(compared::REGRET.get(language)),
        )
    }
}
