//! # The page once a worth was said
//!
//! `compare` does not live again what was lived: it takes the page of the run and fills the places that hang on the worth.

use maud::{Markup, html};

use super::choice::{Choice, Order};
use super::html::{LANGUAGES, refill};
use crate::comparison::Findings;
use crate::scenario::Scenario;

/// The page of a run with what a comparison found put in its places; `None` if it is not such a page.
pub fn with_comparison(page: &str, scenario: &Scenario, found: &Findings, near: f64, floor: Option<f64>, command: &str) -> Option<String> {
    let said = found.ranking.as_ref().map(|(worth, ranking)| Order { worth: *worth, ranking, tipping: &found.tipping });
    let (policies, ladder) = (found.policies.clone(), found.ladder.clone());
    let mut made = Choice { policies, ladder, near, floor, said, ..Choice::of(scenario, &found.outcomes) };
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
