//! # A recorded fit
//!
//! A file that says what is fitted to what, so that a stranger gets the same values from one command.
//!
//! ```toml
//! findings    = ["VT-01", "VT-28"]            # by the start of their number
//! evaluations = 300
//! [free]                                      # what may move, and why
//! "turnover.base" = "the share that quits pins it down"
//! [held]                                      # what could have moved, and why it does not
//! "outcome.limit" = "at 3 an organisation in ruins loses people by the week"
//! ```

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::free::named;
use crate::scenario::disk;
use crate::theory::Parameters;

/// What such a file says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Findings, by the start of their number.
    pub findings: Vec<String>,
    /// Parameters that may move, groups, or starts of keys, each with the reason.
    pub free: BTreeMap<String, String>,
    /// Those that could have moved and are held, each with the reason.
    #[serde(default)]
    pub held: BTreeMap<String, String>,
    /// Changes to every study, each `KEY=VALUE`.
    #[serde(default)]
    pub set: Vec<String>,
    /// How often the studies are lived.
    pub evaluations: Option<u32>,
    /// Replicates in each.
    pub replicates: Option<u32>,
    /// Seed of the search.
    pub seed: Option<u64>,
}

/// What is wrong with such a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Unreadable {
    /// The disk, or the form of the file, says this.
    File(String),
    /// No parameter of this name.
    Unknown(String),
    /// Free and held at once.
    Both(String),
    /// Without a reason.
    Unreasoned(String),
}

impl Recipe {
    /// Whether an argument names such a file, not findings.
    pub fn is_named(argument: &str) -> bool {
        Path::new(argument).extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"))
    }

    /// From a file.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(path: &Path) -> Result<Self, Unreadable> {
        let text = disk::text(path).map_err(|fault| Unreadable::File(fault.to_string()))?;
        Self::of(&text)
    }

    /// From its text.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn of(text: &str) -> Result<Self, Unreadable> {
        let recipe: Self = disk::form(text).map_err(Unreadable::File)?;
        let start = Parameters::default();
        let paths = |word: &String| named(word, &start).iter().map(|free| free.parameter.path()).collect::<Vec<_>>();
        for (word, reason) in recipe.free.iter().chain(&recipe.held) {
            if paths(word).is_empty() {
                return Err(Unreadable::Unknown(word.clone()));
            }
            if reason.trim().is_empty() {
                return Err(Unreadable::Unreasoned(word.clone()));
            }
        }
        let held: Vec<String> = recipe.held.keys().flat_map(paths).collect();
        match recipe.free.keys().flat_map(paths).find(|path| held.contains(path)) {
            Some(path) => Err(Unreadable::Both(path)),
            None => Ok(recipe),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calibration::free::chosen;

    const GOOD: &str =
        "findings = ['VT-01']\n[free]\n'turnover.base' = 'quits'\n'outcome.helping_*' = 'citizenship'\n[held]\n'outcome.limit' = 'ruins'\n";

    #[test]
    fn a_recipe_says_what_moves_and_what_does_not() {
        let recipe = Recipe::of(GOOD).unwrap();
        assert_eq!(
            (recipe.findings.len(), chosen(recipe.free.keys(), &Parameters::default()).unwrap().len(), recipe.evaluations),
            (1, 6, None)
        );
    }

    #[test]
    fn what_is_wrong_is_named() {
        let of = |text: &str| Recipe::of(text).unwrap_err();
        assert_eq!(of(&GOOD.replace("turnover.base", "turnover.bas")), Unreadable::Unknown("turnover.bas".into()));
        assert_eq!(of(&GOOD.replace("'quits'", "' '")), Unreadable::Unreasoned("turnover.base".into()));
        assert_eq!(of(&GOOD.replace("outcome.limit", "turnover")), Unreadable::Both("turnover.base".into()));
        let Unreadable::File(said) = of(&GOOD.replace("findings", "finding")) else { panic!() };
        assert!(said.contains("line 1") && said.contains("finding"), "{said}");
    }
}
