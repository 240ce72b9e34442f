//! # What live pages are told
//!
//! Texts in both languages as JSON, and the breach of which they speak.

use serde_json::{Map, Value, json};

use crate::scenario::{Breach, Event, Happening, Scenario, When};
use crate::text::{CODE, Language, Text};

/// A text in both languages.
pub fn both(text: &Text) -> Value {
    json!({ "en": text.en, "nl": text.nl })
}

/// Words by language, and in each by their keys.
pub fn by_language(words: &[(&str, Text)]) -> Value {
    let of = |language: Language| words.iter().map(|(key, text)| ((*key).to_owned(), json!(text.get(language)))).collect::<Map<_, _>>();
    Value::Object(Language::BOTH.into_iter().map(|language| (CODE.get(language).to_owned(), Value::Object(of(language)))).collect())
}

/// The first breach that is planned before the end: its event, its day, and what it is.
pub fn first_breach(scenario: &Scenario) -> Option<(&Event, u32, &Breach)> {
    let planned = scenario.events.iter().filter_map(|event| match (&event.what, &event.when) {
        (Happening::Breach(breach), When::Days(days)) => Some((event, days.iter().copied().min()?, breach)),
        _ => None,
    });
    planned.filter(|(_, day, _)| *day < scenario.run.length).min_by_key(|(_, day, _)| *day)
}
