//! # The ODD protocol of this very model and scenario
//!
//! Grimm et al. (2020). The prose is in `words::odd`; every table walks a registry of the rooms below, so that what the
//! program knows is said and nothing else.

mod details;
mod law;
mod overview;
mod markdown;
#[cfg(test)]
mod tests;

pub(crate) use law::LAWS;

use crate::folder::manifest::VERSION;
use crate::report::cite::{apa, place, remark, uses};
use crate::scenario::Scenario;
use crate::text::Language;
use crate::validation::work::{WORKS, Work};
use crate::words::odd as words;
use markdown::{Markdown, cell, code};

/// The protocol in Markdown. `file` is where the scenario was read; without it the default one is meant.
pub fn odd(scenario: &Scenario, file: Option<&str>, language: Language) -> String {
    let mut page = Markdown::new(language);
    page.heading(1, words::TITLE.get(language));
    page.paragraph(&words::preamble(VERSION, language));
    match file {
        Some(file) => {
            let title = match scenario.title(language) {
                "" => words::UNTITLED.get(language).to_owned(),
                title => cell(title),
            };
            page.paragraph(&words::scenario(&title, &code(file), language));
        }
        None => page.say(words::DEFAULT_SCENARIO),
    }
    let elements: [fn(&mut Markdown, &Scenario); 7] = [
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
        page.paragraph(&format!("> **{}** {}", words::RATIONALE.get(language), words::element::RATIONALES[at].get(language)));
        element(&mut page, scenario);
    }
    references(&mut page, scenario);
    page.finish()
}

/// The works that are named above.
fn references(page: &mut Markdown, scenario: &Scenario) {
    let language = page.language;
    page.heading(2, words::REFERENCES.get(language));
    let mut works: Vec<&Work> = uses(scenario).iter().map(|used| used.work).collect();
    works.extend(WORKS.iter().filter(|work| work.key == "grimm2020"));
    works.sort_by_cached_key(|work| place(work));
    let entry = |work: &Work| {
        let remark = remark(work, language);
        let remark = if remark.is_empty() { String::new() } else { format!(" ({remark})") };
        cell(&format!("{}{remark}", apa(work, language)))
    };
    page.list(works.into_iter().map(entry));
}
