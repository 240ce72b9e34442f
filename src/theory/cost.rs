//! # Costs
//!
//! What it all costs, in person-days. Money only when a user gives prices.
//!
//! ```text
//!   replacement = share · working days a year · (1 − lost)          per exit; lost output is in the output already
//!   practices   = Σ rate · level                                    per person and year
//! ```
//!
//! **Read it as.** Replacing somebody costs a fifth of a yearly salary, most of it lost output, which the model lives
//! through (empty seat, ramp-up) and so must not be counted twice.
//!
//! **Limits.** A lost share of 1: replacement costs nothing beyond the lost output.
//!
//! **Source.** 21 % of a yearly salary, median of 27 case studies (Boushey & Glynn 2012); 82 % of it lost output (Oxford
//! Economics for Unum 2014).

crate::theory::parameters! {
    /// Parameters of costs.
    CostLaw {
        replacement: 0.21 in 0.0 .. 3.0, "share of a yearly salary", Measured, "median of 27 case studies: Boushey & Glynn 2012; .16 to .30, executives up to 2.13", "Cost of replacing one person.", "Kost om één persoon te vervangen.";
        lost_output: 0.82 in 0.0 .. 1.0, "share", Measured, "Oxford Economics for Unum 2014; .70 to .90", "Share of that cost that is lost output, lived through and not counted again.", "Deel van die kost dat verloren output is, doorleefd en niet opnieuw geteld.";
        days_a_year: 220.0 in 100.0 .. 260.0, "person-days", Assumed, "260 working days less holidays", "Person-days in a yearly salary.", "Persoonsdagen in een jaarloon.";
        practice: 1.5 in 0.0 .. 50.0, "person-days per person and year", Assumed, "no published estimate", "Cost of one practice at full level.", "Kost van één praktijk op het hoogste niveau.";
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
}
