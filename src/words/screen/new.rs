//! # What `new` says

use super::{either, whole};
use crate::text::{Language, Text, text};

/// The folder holds something.
pub fn already_there(dir: &str, language: Language) -> String {
    either(
        language,
        format!("`{dir}` is not empty; nothing was changed. It holds:"),
        format!("`{dir}` is niet leeg; er is niets gewijzigd. Erin staat:"),
    )
}

/// What to do then.
pub const ANOTHER_NAME: Text = text("help: choose another name", "hulp: kies een andere naam");

/// The folder cannot be made.
pub fn cannot_make(dir: &str, why: &str, language: Language) -> String {
    either(language, format!("cannot make `{dir}`: {why}"), format!("kan `{dir}` niet maken: {why}"))
}

/// The folder is made.
pub fn made(dir: &str, language: Language) -> String {
    either(language, format!("Made {dir}"), format!("Gemaakt: {dir}"))
}

/// About the scenario.
pub fn scenario_file(lines: u64, language: Language) -> String {
    let lines = whole(lines, language);
    either(
        language,
        format!("{lines} lines, every key explained, runs as it is"),
        format!("{lines} regels, uitleg bij elke sleutel, werkt zoals het is"),
    )
}

/// About a scenario that was copied, or what it is based on.
pub fn copied_file(lines: u64, is_own: bool, language: Language) -> String {
    let lines = whole(lines, language);
    if is_own {
        either(language, format!("{lines} lines, runs as it is"), format!("{lines} regels, werkt zoals het is"))
    } else {
        either(language, format!("{lines} lines, what it is based on"), format!("{lines} regels, waarop het gebaseerd is"))
    }
}

/// No scenario of that name comes with the program.
pub fn no_such_scenario(name: &str, language: Language) -> String {
    either(
        language,
        format!("no scenario called `{name}` comes with the program"),
        format!("bij het programma hoort geen scenario `{name}`"),
    )
}

/// About the README.
pub const README_FILE: Text = text("what to change first", "wat je eerst kunt wijzigen");

/// The README of a new study.
pub fn readme(scenario: &str, language: Language) -> String {
    let en = format!(
        "# A study with onfoot\n\n\
        Look before running, then run:\n\n\
        ```\nonfoot check {scenario}\nonfoot run {scenario}\n```\n\n\
        What to change first in `scenario.toml`:\n\n\
        1. `title` and `question`, and `title_nl` and `question_nl` for Dutch pages: what you want to know.\n\
        2. `[organisation]`: how many teams, how large.\n\
        3. `[[event]]`: what happens, to whom, on which day.\n\
        4. `[[repair]]` and `[arms]`: what is done about it, and what you compare.\n\
        5. `replicates` in `[run]`: few to try, a hundred or more to conclude.\n\n\
        `onfoot explain WORD` explains any key; `onfoot list` shows what there is. Numbers in files have a decimal point.\n\
        What comes out is a model's result, not a prediction for your organisation.\n"
    );
    let nl = format!(
        "# Een studie met onfoot\n\n\
        Kijk eerst, voer dan uit:\n\n\
        ```\nonfoot check {scenario}\nonfoot run {scenario}\n```\n\n\
        Wat je eerst kunt wijzigen in `scenario.toml`:\n\n\
        1. `title_nl` en `question_nl`, en `title` en `question` voor Engelse pagina's: wat je wilt weten.\n\
        2. `[organisation]`: hoeveel teams, hoe groot.\n\
        3. `[[event]]`: wat er gebeurt, bij wie, op welke dag.\n\
        4. `[[repair]]` en `[arms]`: wat eraan gedaan wordt, en wat je vergelijkt.\n\
        5. `replicates` in `[run]`: enkele om te proberen, honderd of meer om conclusies te trekken.\n\n\
        `onfoot explain WOORD` legt elke sleutel uit; `onfoot list` toont wat er is. Getallen in bestanden hebben een decimale punt.\n\
        Wat eruit komt is het resultaat van een model, geen voorspelling voor jouw organisatie.\n"
    );
    either(language, en, nl)
}
