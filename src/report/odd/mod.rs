//! # The ODD protocol of this very model and scenario
//!
//! Grimm et al. (2020). The prose is in `words::odd`; every table walks a registry of the rooms below, so that what the
//! program knows is said and nothing else.

mod details;
mod law;
mod overview;
mod page;
#[cfg(test)]
mod tests;

pub(in crate::report) use law::LAWS;

use crate::report::manifest::VERSION;
use crate::scenario::Scenario;
use crate::text::Language;
use crate::words::odd as words;
use page::{Page, cell, code};

/// The protocol in Markdown. `file` is where the scenario was read; without it the default one is meant.
pub fn odd(scenario: &Scenario, file: Option<&str>, language: Language) -> String {
    let mut page = Page::new(language);
    page.heading(1, words::TITLE.get(language));
    page.paragraph(&words::preamble(VERSION, language));
    match file {
        Some(file) => {
            let title = if scenario.title.is_empty() { words::UNTITLED.get(language).to_owned() } else { cell(&scenario.title) };
            page.paragraph(&words::scenario(&title, &code(file), language));
        }
        None => page.say(words::DEFAULT_SCENARIO),
    }
    let elements: [fn(&mut Page, &Scenario); 7] = [
        overview::purpose,
        overview::entities,
        overview::process,
        details::concepts,
        details::initialization,
        details::input,
        details::submodels,
    ];
    for (at, element) in elements.into_iter().enumerate() {
        page.heading(2, &words::element_head(at, language));
        element(&mut page, scenario);
        page.paragraph(&format!("**{}** {}", words::RATIONALE.get(language), words::element::RATIONALES[at].get(language)));
    }
    page.finish()
}
