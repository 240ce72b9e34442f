//! # Whose prices they are
//!
//! Which prices of a comparison nobody gave: the `cost` of a repair that stands at the default of its kind, and the parameters of
//! costs that stand at theirs. Pages that rank by cost say so.

use super::outcome::PARTS;
use crate::scenario::{Repair, Scenario};
use crate::theory::Parameters;

/// The parameters that are prices, each with the place in [`PARTS`] of what it prices.
const PRICES: [(&str, usize); 9] = [
    ("cost.priced_for", 0),
    ("cost.practice", 1),
    ("cost.replacement", 2),
    ("cost.lost_output", 2),
    ("cost.days_a_year", 2),
    ("team.control", 3),
    ("team.transaction", 4),
    ("retaliation.theft_days", 5),
    ("health.paid", 6),
];

/// Prices that stand at their default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Defaults {
    /// Repairs, by name.
    pub repairs: Vec<String>,
    /// Parameters, by path.
    pub parameters: Vec<&'static str>,
    /// What these parameters price: places in [`PARTS`].
    pub parts: Vec<usize>,
}

impl Defaults {
    /// Of everything that is compared: the scenario's own repairs where it has no arms.
    pub fn of(scenario: &Scenario) -> Self {
        let own = scenario.arms.is_empty().then_some(&scenario.repairs);
        let compared = scenario.arms.iter().map(|arm| &arm.scenario.repairs).chain(own).flatten();
        let mut defaults = Self::default();
        for repair in compared.filter(|repair| is_default(repair)) {
            if !defaults.repairs.contains(&repair.id) {
                defaults.repairs.push(repair.id.clone());
            }
        }
        for (path, part) in PRICES {
            let untouched =
                Parameters::find(path).is_some_and(|known| scenario.parameters.value(&known).to_bits() == known.row.default.to_bits());
            if untouched {
                defaults.parameters.push(path);
                if part > 0 && !defaults.parts.contains(&part) {
                    defaults.parts.push(part);
                }
            }
        }
        defaults
    }
}

/// Whether the price of a repair is the default of its kind.
pub fn is_default(repair: &Repair) -> bool {
    repair.strength > 0.0 && repair.cost.to_bits() == repair.what.row().cost.to_bits()
}

const _: () = assert!(PRICES[PRICES.len() - 1].1 + 1 == PARTS.len());

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::read::read_text;

    fn defaults(more: &str) -> Defaults {
        let text = format!(
            "[[event]]\nid = \"b\"\nday = 40\nwhat = \"breach\"\nby = \"leader\"\nkind = \"integrity\"\nseverity = 0.5\n\
             [[repair]]\nid = \"sorry\"\nwhat = \"apology\"\nafter = \"b\"\n[[repair]]\nid = \"change\"\nwhat = \"policy_reform\"\nafter = \"b\"\n{more}"
        );
        Defaults::of(&read_text("a.toml", &text).unwrap().scenario)
    }

    #[test]
    fn every_price_parameter_exists() {
        assert!(PRICES.iter().all(|(path, _)| Parameters::find(path).is_some()));
    }

    #[test]
    fn a_price_that_was_given_is_no_default() {
        let all = defaults("");
        assert_eq!(all.repairs, ["sorry", "change"]);
        assert_eq!((all.parameters.len(), all.parts.clone()), (PRICES.len(), vec![1, 2, 3, 4, 5, 6]));
        let own = defaults("cost = 45\n[cost]\npractice = 3.0\n[team]\ncontrol = 2.0\n");
        assert_eq!((own.repairs, own.parts), (vec!["sorry".to_owned()], vec![2, 4, 5, 6]));
        assert!(!own.parameters.contains(&"cost.practice") && own.parameters.contains(&"cost.lost_output"));
    }

    #[test]
    fn only_what_an_arm_takes_is_counted() {
        let armed = defaults("[arms]\nnothing = { repairs = [] }\nwords = { repairs = [\"sorry\"] }\n");
        assert_eq!(armed.repairs, ["sorry"]);
    }
}
