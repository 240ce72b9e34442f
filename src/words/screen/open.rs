//! # `open`

use super::either;
use crate::text::{Language, Text, text};

/// There is no page.
pub fn no_page(folder: &str, language: Language) -> String {
    either(
        language,
        format!(
            "There is no page of results in {folder}. onfoot run and onfoot compare write one, report.html, into the folder of their results."
        ),
        format!(
            "Er is geen pagina met resultaten in {folder}. onfoot run en onfoot compare schrijven er een, report.html, in de map met hun resultaten."
        ),
    )
}

/// No browser could be started.
pub const NO_BROWSER: Text = text(
    "No browser could be started here. Open the page above by hand.",
    "Hier kon geen browser gestart worden. Open de pagina hierboven zelf.",
);
