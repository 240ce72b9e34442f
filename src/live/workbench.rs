//! # The workbench
//!
//! A scenario with levers: what each does to it, as changes of its keys.

use serde_json::{Map, json};

use super::LivePage;
use crate::text::Language;
use crate::words::workbench::WORKBENCH;

/// The page of a scenario given by its text, opening in this language.
pub fn workbench(scenario: &str, language: Language) -> LivePage {
    let data: Map<_, _> = [("scenario".to_owned(), json!(scenario))].into_iter().collect();
    LivePage {
        name: "workbench",
        title: WORKBENCH[0].1.get(language).to_owned(),
        language,
        styles: vec![include_str!("../report/page/uplot.min.css"), include_str!("../../doors/browser/page/workbench.css")],
        scripts: vec![include_str!("../report/page/uplot.min.js"), include_str!("../../doors/browser/page/workbench.js")],
        words: WORKBENCH.iter().map(|(key, text)| ((*key).to_owned(), *text)).collect(),
        data,
    }
}
