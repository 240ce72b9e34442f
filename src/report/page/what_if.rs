//! # The page with an engine
//!
//! The levers and what makes them work are made by whoever has the engine; here they get their places.

use maud::Markup;

use super::html::{LANGUAGES, refill};

/// The page of a run with levers, one section for each language, English first, and the parts that make them work; `None` if it is
/// not such a page.
pub fn with_what_if(page: &str, sections: &[Markup; 2], parts: &Markup) -> Option<String> {
    let mut page = refill(page, "engine", parts)?;
    for ((_, code), section) in LANGUAGES.iter().zip(sections) {
        page = refill(&page, &format!("what-if-{code}"), section)?;
    }
    Some(page)
}
