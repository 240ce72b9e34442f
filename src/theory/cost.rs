//! # Costs
//!
//! What it all costs, in person-days. Money only when a user gives prices.
//!
//! ```text
//!   replacement = share · working days a year · (1 − lost)          per exit; lost output is in the output already
//!   practices   = Σ rate · level                                    per person and year
//!   repair      = price · people who do it                          what people do themselves
//!               = price · people present                            facilitated_dialogue
//!               = price · leaders who are replaced                  leader_replacement
//!               = price · people reached / people priced            what the organisation does for everybody it reaches
//!   total       = control + transaction + replacement + repair + practices + theft + sick leave    (see `health`)
//! ```
//!
//! | symbol         | meaning                                                                     | range |
//! |----------------|-----------------------------------------------------------------------------|-------|
//! | price          | `cost` of the repair, or its default, in person-days                        | ≥ 0   |
//! | people present | whom `reach` names, and who broke trust, each once in each dialogue          | ≥ 0   |
//! | people reached | those present on the day it starts: everybody for a reform or a culture programme, else those whom `reach` names | ≥ 0 |
//! | people priced  | the people for whom such a price is said, `priced_for`                 | ≥ 1   |
//!
//! **Read it as.** Replacing somebody costs a fifth of a yearly salary, most of it lost output, which the model lives
//! through (empty seat, ramp-up) and so must not be counted twice. A replaced leader is an exit like any other: its replacement is
//! booked beside the price of the repair. Six hundred people are reformed at six times the price of a hundred.
//!
//! **Limits.** A lost share of 1: replacement costs nothing beyond the lost output. A repair that nobody does costs nothing. What is done
//! in a day is paid that day; what runs is paid day by day, as long as who does it is there. There is no discount for size.
//!
//! **Source.** 21 % of a yearly salary, median of 27 case studies (Boushey & Glynn 2012); 82 % of it lost output (Oxford
//! Economics for Unum 2014).

use super::repair::{Pay, RepairKind};

crate::theory::parameters! {
    /// Parameters of costs.
    CostLaw {
        replacement: 0.21 in 0.0 .. 3.0, "share of a yearly salary", Measured, "median of 27 case studies: Boushey & Glynn 2012; .16 to .30, executives up to 2.13", "Cost of replacing one person.", "Kosten om één persoon te vervangen.";
        lost_output: 0.82 in 0.0 .. 1.0, "share", Measured, "Oxford Economics for Unum 2014; .70 to .90", "Share of that cost that is lost output, lived through and not counted again.", "Deel van die kosten dat verloren output is, doorleefd en niet opnieuw geteld.";
        days_a_year: 220.0 in 100.0 .. 260.0, "person-days", Assumed, "260 working days less holidays", "Person-days in a yearly salary.", "Persoonsdagen in een jaarloon.";
        practice: 1.5 in 0.0 .. 50.0, "person-days per person and year", Assumed, "no published estimate", "Cost of one practice at full level.", "Kosten van één praktijk op het hoogste niveau.";
        priced_for: 96.0 in 1.0 .. 10_000_000.0, "people", Assumed, "twelve teams of eight, the size of the scenarios that ship; no published estimate", "People for whom the price of a repair by the organisation is said; it grows and shrinks with the people reached.", "Mensen voor wie de prijs van een herstel door de organisatie geldt; hij groeit en krimpt met de bereikte mensen.";
    }
}

/// Person-days of a repair with this price that so many people do or, by what its price goes by, attend, or that replaces or reaches so many.
pub fn repair(law: &CostLaw, what: RepairKind, price: f64, people: f64) -> f64 {
    match what.pay() {
        Pay::Doer | Pay::Present | Pay::Replaced => price * people,
        Pay::Reached => price * people / law.priced_for,
    }
}

/// Person-days per exit, lost output apart.
pub fn replacement(law: &CostLaw) -> f64 {
    law.replacement * law.days_a_year * (1.0 - law.lost_output)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_output_is_not_counted_twice() {
        assert!((replacement(&CostLaw::default()) - 8.316).abs() < 1e-9); // 0.21 · 220 · 0.18
    }

    #[test]
    fn a_repair_costs_by_the_people_it_takes_or_reaches() {
        let price = |what: RepairKind, people: f64| repair(&CostLaw::default(), what, what.row().cost, people);
        let costs = [
            (RepairKind::Apology, 0.0, 0.0),
            (RepairKind::Apology, 12.0, 6.0),
            (RepairKind::FacilitatedDialogue, 8.0, 8.0),
            (RepairKind::LeaderReplacement, 12.0, 720.0),
            (RepairKind::PolicyReform, 96.0, 60.0),
            (RepairKind::PolicyReform, 600.0, 375.0),
            (RepairKind::Compensation, 24.0, 10.0),
        ];
        for (what, people, days) in costs {
            assert!((price(what, people) - days).abs() < 1e-9, "{what:?} of {people}");
        }
    }
}
