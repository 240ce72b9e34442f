//! # Health
//!
//! Strain makes people ill: which share of their working days they miss, what that leaves of their work, and what is paid for it.
//!
//! ```text
//!   sick_i    = min(1, usual · e^(strain · y))              y = strain of person i
//!   at_work_i = (1 − (1 − carry) · sick_i) / (1 − (1 − carry) · usual)
//!   cost of sick leave = paid · carry · sick_i                          per person and working day
//! ```
//!
//! | symbol | meaning                                                               | range  |
//! |--------|-----------------------------------------------------------------------|--------|
//! | y      | strain in SD around the preset's reference ([`outcome`](super::outcome)); empty seats raise it | |
//! | carry  | share of missing work that the others carry ([`team`](super::team))     | 0 to 1 |
//!
//! **Read it as.** Whoever is under strain is ill more often; the reference output reckons with the usual sick leave, so only what is
//! more or less than that changes output. A day under guaranteed salary is paid without work. What nobody carries of it is lost
//! output, and in the output already; what colleagues carry is paid twice, and that is booked.
//!
//! **Limits.** Strain 0: everybody is ill as often as is usual. Illness that has nothing to do with work is in `usual`. Shares are
//! expected ones: who is ill on which day is not drawn, and nobody dies or is declared unfit.
//!
//! **Source.** 6.30 % of working days lost to illness of up to a year, 3.24 % to that of less than a month, in Belgium (SD
//! Worx 2024); 6.93 % with longer illness (Securex 2018). Work strain and absence: Darr & Johns (2008), for the direction.

crate::theory::parameters! {
    /// Parameters of health.
    HealthLaw {
        usual: 0.0735 in 0.0 .. 0.5, "share of working days", Measured, "set so that 7 % of working days are lost: 6.93 % in Belgium, the longest illness counted (Securex 2018); 6.30 % up to a year (SD Worx 2024)", "Sick leave at the reference of strain.", "Ziekteverzuim bij de referentie van spanning.";
        strain: 0.40 in 0.0 .. 2.0, "log of a factor per SD", Assumed, "strain goes with absence (Darr & Johns 2008); size is judgement", "How much strain raises sick leave.", "Hoezeer spanning het ziekteverzuim verhoogt.";
        paid: 0.6 in 0.0 .. 1.0, "share", Related, "absences of less than a month are 3.24 of 6.30 % (SD Worx 2024), and the first month of longer ones is paid too", "Share of days ill under guaranteed salary.", "Deel van de ziektedagen met gewaarborgd loon.";
    }
}

/// Expected share of working days ill.
pub fn sick(law: &HealthLaw, strain: f64) -> f64 {
    (law.usual * libm::exp(law.strain * strain)).min(1.0)
}

/// What illness leaves of a person's work, as a share of what is usual, where others carry a share of what is missing.
pub fn at_work(law: &HealthLaw, carry: f64, sick: f64) -> f64 {
    (1.0 - (1.0 - carry) * sick) / (1.0 - (1.0 - carry) * law.usual)
}

/// Guaranteed salary of a person's sick leave that is not lost output already, as a share of working days.
pub fn cost(law: &HealthLaw, carry: f64, sick: f64) -> f64 {
    law.paid * carry * sick
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_sick_leave_leaves_usual_work() {
        let law = HealthLaw::default();
        assert!((at_work(&law, 0.35, law.usual) - 1.0).abs() < 1e-12);
        assert!(at_work(&law, 0.35, 0.2) < 1.0 && at_work(&law, 0.35, 0.0) > 1.0);
    }

    #[test]
    fn strain_makes_ill_and_nobody_is_ill_on_more_days_than_there_are() {
        let law = HealthLaw::default();
        assert!((sick(&law, 0.0) - law.usual).abs() < 1e-12);
        assert!(sick(&law, 2.0) > sick(&law, 0.0) && sick(&law, 100.0) <= 1.0);
    }

    #[test]
    fn what_is_carried_is_paid_twice_and_what_is_not_is_lost_output() {
        let law = HealthLaw::default();
        assert!(cost(&law, 0.0, 0.1).abs() < 1e-12 && cost(&law, 0.35, 0.1) > 0.0);
        assert!(at_work(&law, 1.0, 0.1) > 1.0 - 1e-12);
    }
}
