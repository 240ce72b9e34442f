//! # Retaliation
//!
//! When people who feel wronged turn to counterproductive acts: rumour, sabotage, theft, and now and then an open offence in return.
//!
//! ```text
//!   hazard per year = rate · (injury − threshold)⁺ · (1 − explained · calm) · (1 − fairness)      for those disposed to it
//! ```
//!
//! | symbol    | meaning                                                     | range  |
//! |-----------|-------------------------------------------------------------|--------|
//! | injury    | how far the person feels wronged, by whomever most ([`breach`](super::breach)) | 0 to 1 |
//! | threshold | below it nobody retaliates                                  | 0 to 1 |
//! | calm      | what an explanation takes away ([`repair`](super::repair))  | 0 to 1 |
//! | fairness  | what fair decisions take away ([`practice`](super::practice)) | 0 to 1 |
//!
//! **Read it as.** Low trust first means doing less (withholding); only who feels deeply wronged, and is disposed to it, turns to
//! harm. A rumour spreads false bad news about the offender, sabotage costs output, theft costs person-days; now and then it is an
//! open offence against the offender. Each act makes the team less safe, and a discovered one is itself a breach towards colleagues.
//!
//! **Limits.** No injury above the threshold, no act. Nobody disposed, no act.
//!
//! **Source.** The article (AR-46: sabotage, theft, rumours); trust and counterproductive behaviour correlate about −.33 (Colquitt
//! et al. 2007, direction verified). Rates are assumed.

use crate::text::{Text, text};

/// Counterproductive acts, in the order used everywhere: key and name.
pub const ACTS: [(&str, Text); 3] =
    [("rumour", text("Rumour", "Gerucht")), ("sabotage", text("Sabotage", "Sabotage")), ("theft", text("Theft", "Diefstal"))];

crate::theory::parameters! {
    /// Parameters of retaliation.
    RetaliationLaw {
        threshold: 0.15 in 0.0 .. 1.0, "injury", Assumed, "no published estimate", "Injury above which a disposed person may retaliate.", "Gevoeld onrecht waarboven iemand met aanleg kan vergelden.";
        disposed: 0.25 in 0.0 .. 1.0, "share of people", Assumed, "no published estimate", "Share of people disposed to retaliate.", "Aandeel mensen met aanleg tot vergelding.";
        rate: 8.0 in 0.0 .. 200.0, "per year and unit of injury", Assumed, "no published estimate", "How often a disposed person retaliates, per unit of injury above the threshold.", "Hoe vaak iemand met aanleg vergeldt, per eenheid gevoeld onrecht boven de drempel.";
        rumour: 0.6 in 0.0 .. 1.0, "share of acts", Assumed, "no published estimate", "Share of the acts that are rumours.", "Aandeel van de daden dat een gerucht is.";
        sabotage: 0.25 in 0.0 .. 1.0, "share of acts", Assumed, "no published estimate", "Share of the acts that are sabotage; the rest is theft.", "Aandeel van de daden dat sabotage is; de rest is diefstal.";
        rumour_weight: 0.10 in 0.0 .. 1.0, "share", Assumed, "no published estimate", "Share of believed intentions and honesty that a rumour takes from the offender in the mind of a fully trusting hearer.", "Deel van de toegeschreven intenties en eerlijkheid dat een gerucht de overtreder ontneemt bij een ten volle vertrouwende toehoorder.";
        sabotage_output: 0.04 in 0.0 .. 1.0, "share of a week's team output", Assumed, "no published estimate", "Output that an act of sabotage costs the team.", "Output die een sabotagedaad het team kost.";
        theft_days: 1.5 in 0.0 .. 100.0, "person-days", Assumed, "no published estimate", "What an act of theft costs.", "Wat een diefstal kost.";
        counter: 0.10 in 0.0 .. 1.0, "chance", Assumed, "no published estimate", "Chance that an act of retaliation is also an open offence against the one who gave cause.", "Kans dat een daad van vergelding ook een open vergrijp is tegen wie er aanleiding toe gaf.";
        unsafe_act: 0.02 in 0.0 .. 1.0, "0 to 1", Assumed, "no published estimate", "What each act takes from the psychological safety of the team, which comes back as safety follows trust.", "Wat elke daad wegneemt van de psychologische veiligheid van het team, die terugkomt zoals veiligheid het vertrouwen volgt.";
        discovered: 0.25 in 0.0 .. 1.0, "chance", Assumed, "no published estimate", "Chance that a counterproductive act is discovered and so a breach towards colleagues.", "Kans dat een tegenwerkende daad ontdekt wordt en zo een vertrouwensbreuk tegenover collega's is.";
        severity: 0.25 in 0.0 .. 1.0, "0 to 1", Assumed, "no published estimate", "Severity of that breach.", "Ernst van die vertrouwensbreuk.";
    }
}

/// Chance of an act in a week for a disposed person.
pub fn weekly(law: &RetaliationLaw, injury: f64, calm: f64, fairness: f64) -> f64 {
    let hazard = law.rate * (injury - law.threshold).max(0.0) * (1.0 - calm) * (1.0 - fairness);
    1.0 - libm::exp(-hazard / 52.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn below_the_threshold_nobody_retaliates() {
        let law = RetaliationLaw::default();
        assert!(weekly(&law, law.threshold - 0.01, 0.0, 0.0).abs() < 1e-12);
    }

    #[test]
    fn explanation_and_fairness_calm() {
        let law = RetaliationLaw::default();
        let raw = weekly(&law, 0.7, 0.0, 0.0);
        assert!(weekly(&law, 0.7, 0.5, 0.0) < raw && weekly(&law, 0.7, 0.0, 0.5) < raw && raw > 0.0);
    }
}
