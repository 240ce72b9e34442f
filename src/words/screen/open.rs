//! # `open`

use super::either;
use crate::text::Language;

/// There is no page.
pub fn no_page(folder: &str, quoted: &str, language: Language) -> String {
    either(
        language,
        format!("There is no page of results in {folder}. A run writes one: onfoot run {quoted}"),
        format!("Er is geen pagina met resultaten in {folder}. Een run schrijft er een: onfoot run {quoted}"),
    )
}

/// No browser could be started.
pub fn no_browser(why: &str, language: Language) -> String {
    either(
        language,
        format!("No browser could be started here ({why}). Open the page above by hand."),
        format!("Hier kon geen browser gestart worden ({why}). Open de pagina hierboven zelf."),
    )
}
