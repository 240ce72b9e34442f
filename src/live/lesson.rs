//! # The lesson
//!
//! A quarter of an hour for a room of managers: what is on its cards, as pieces of a scenario.

use serde_json::Map;

use super::LivePage;
use crate::text::Language;
use crate::words::lesson::LESSON;

/// The page, opening in this language.
pub fn lesson(language: Language) -> LivePage {
    LivePage {
        name: "lesson",
        title: LESSON[0].1.get(language).to_owned(),
        language,
        styles: vec![include_str!("../../doors/browser/page/lesson.css")],
        scripts: vec![include_str!("../../doors/browser/page/lesson.js")],
        words: LESSON.iter().map(|(key, text)| ((*key).to_owned(), *text)).collect(),
        data: Map::new(),
    }
}
