//! # Contact
//!
//! How often two people meet at work, and how little when they do not trust one another: withholding.
//!
//! ```text
//!   p = contact · (floor + (1 − floor) · (T_ij + T_ji) / 2)
//! ```
//!
//! | symbol      | meaning                                              | range  |
//! |-------------|------------------------------------------------------|--------|
//! | contact     | chance of contact on a day under full mutual trust   | 0 to 1 |
//! | floor       | share of contact that work imposes whatever the trust | 0 to 1 |
//! | T_ij, T_ji  | trust in one another                                 | 0 to 1 |
//!
//! **Read it as.** Little trust, little contact, little chance to learn better: this alone makes recovery slow.
//!
//! **Limits.** Full mutual trust gives `contact`; none gives `contact · floor`; a floor of 1 switches withholding off.
//!
//! **Source.** Learning stops where trust is not placed: "Trusting: alone and together" (2024), Marsh (1994). Sizes assumed.

use super::referent::ByReferent;

crate::theory::parameters! {
    /// Parameters of contact.
    Contact {
        colleague: 0.50 in 0.0 .. 1.0, "chance per day", Assumed, "no published estimate; 1.7 gossip events per person and day (GOS21) bound it from below", "Chance of a telling contact with a teammate on a day under full mutual trust.", "Kans op een betekenisvol contact met een teamgenoot op een dag bij volledig wederzijds vertrouwen.";
        leader: 0.40 in 0.0 .. 1.0, "chance per day", Assumed, "no published estimate", "Chance of a telling contact with one's leader on a day under full mutual trust.", "Kans op een betekenisvol contact met de leidinggevende op een dag bij volledig wederzijds vertrouwen.";
        top: 0.08 in 0.0 .. 1.0, "chance per day", Assumed, "no published estimate", "Chance of seeing an act of top management on a day under full trust.", "Kans om op een dag een gedraging van het topmanagement te zien bij volledig vertrouwen.";
        across: 0.06 in 0.0 .. 1.0, "chance per day", Assumed, "no published estimate", "Chance of a telling contact with a tie in another team on a day under full mutual trust.", "Kans op een betekenisvol contact met iemand uit een ander team op een dag bij volledig wederzijds vertrouwen.";
        floor: 0.2 in 0.0 .. 1.0, "share", Assumed, "no published estimate", "Share of contact that work imposes whatever the trust.", "Aandeel van het contact dat het werk oplegt, wat het vertrouwen ook is.";
    }
}

impl Contact {
    /// Contacts a day, by referent.
    pub fn rates(&self) -> ByReferent<f64> {
        ByReferent([self.colleague, self.leader, self.top])
    }
}

/// The chance of contact today.
#[inline(always)]
pub fn chance(contact: f32, floor: f32, trust: f32, trust_back: f32) -> f32 {
    contact * (floor + (1.0 - floor) * 0.5 * (trust + trust_back))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_trust_leaves_only_the_contact_that_work_imposes() {
        assert!((chance(0.5, 0.4, 0.0, 0.0) - 0.2).abs() < 1e-6); // 0.5 · 0.4
        assert!((chance(0.5, 0.4, 1.0, 1.0) - 0.5).abs() < 1e-6);
    }

    #[test]
    fn a_floor_of_one_switches_withholding_off() {
        assert!((chance(0.5, 1.0, 0.0, 0.3) - 0.5).abs() < 1e-6);
    }
}
