//! # Trust quotient
//!
//! How far one person is prepared to rely on another, as one number, and as the chance of trusting.
//!
//! ```text
//!         credibility · trustworthiness           (C + R)(1 − d_c) · (I + H)(1 − d_t)
//!   TQ' = -----------------------------  =  ------------------------------------------------
//!                    risk                    P + (1 − P) · alarm · max(d_c, d_t)  +  M
//!
//!   logit T = sharpness · (ln TQ' − ln even) + tilt · propensity
//! ```
//!
//! | symbol   | meaning                                                     | range  |
//! |----------|-------------------------------------------------------------|--------|
//! | C, R     | perceived competence and reliability (credibility)          | 0 to 1 |
//! | I, H     | perceived intentions and honesty (trustworthiness)          | 0 to 1 |
//! | P        | perceived chance that trust is betrayed                     | 0 to 1 |
//! | M        | perceived impact if it is: dependence on the other          | 0 to 2 |
//! | d_c, d_t | damage (wound and scar) to credibility and trustworthiness  | 0 to 1 |
//! | T        | chance of trusting                                          | 0 to 1 |
//!
//! **Read it as.** Within a pair one facet can stand in for the other; between the pairs it cannot; risk divides. `ln TQ` is
//! what adds up, symmetric in ratios; `sharpness` says how many times over it counts in the odds of trusting: with 1 people who
//! differ twofold in what they believe are still hardly apart in what they would answer, with 3 they are as far apart as
//! questionnaires find.
//!
//! **Limits.** All facets f, both risks r, no damage: TQ = 2 f² / r. No credibility, or none left: no trust. Doubling
//! both risks halves the quotient. Where the quotient is `even`, sharpness does not matter.
//!
//! **Source.** Meyer (2024), Vertrouwensquotiënt (sum of chance and impact as printed there); the link to a chance of
//! trusting is an assumption.

use std::f32::consts::{LN_2, LOG2_E};

use super::referent::ByReferent;
use crate::theory::larger;

crate::theory::parameters! {
    /// Parameters of the trust quotient.
    Quotient {
        even: 2.1 in 0.2 .. 10.0, "quotient", Assumed, "set so that the Belgian shares of 66.1 % and 48.9 % (Hallelujah 2021) are reachable", "The quotient at which a person would as soon trust as not.", "Het quotiënt waarbij iemand even graag wel als niet vertrouwt.";
        sharpness: 3.0 in 0.5 .. 8.0, "factor", Assumed, "answers on a scale of 1 to 5 differ by .7 to 1 SD between people, by a third of that with 1; not fitted yet", "How many times over the quotient counts in the odds of trusting.", "Hoeveel keer het quotiënt meetelt in de kansverhouding van vertrouwen.";
        tilt: 0.151 in 0.0 .. 1.0, "logit per SD of propensity", Related, "propensity shifts the level, not the slope: van der Werff & Buckley 2017; small beside what acquaintance brings; r = .38 between trust in leader and top (Dirks & Ferrin 2002)", "Lasting share of propensity in the willingness to trust.", "Blijvend aandeel van vertrouwensgeneigdheid in de bereidheid om te vertrouwen.";
        alarm: 0.5 in 0.0 .. 1.0, "share", Assumed, "no published estimate", "How much damage raises the perceived chance of betrayal.", "Hoezeer schade de ingeschatte kans op verraad verhoogt.";
        impact_colleague: 0.59 in 0.05 .. 2.0, "0 to 2", Assumed, "dependence on a colleague is less than on a leader; fitted to Hallelujah 2021", "Perceived impact if a colleague betrays trust.", "Ingeschatte impact als een collega het vertrouwen beschaamt.";
        impact_leader: 0.7 in 0.05 .. 2.0, "0 to 2", Assumed, "fitted to the gap between 66.1 % and 48.9 % (Hallelujah 2021)", "Perceived impact if the leader betrays trust.", "Ingeschatte impact als de leidinggevende het vertrouwen beschaamt.";
        impact_top: 0.63 in 0.05 .. 2.0, "0 to 2", Assumed, "order colleague, leader, top: CIPD 2013; fitted to 33 to 50 % who trust senior leaders", "Perceived impact if top management betrays trust.", "Ingeschatte impact als het topmanagement het vertrouwen beschaamt.";
        chance_base: 0.28 in 0.02 .. 0.9, "0 to 1", Assumed, "no published estimate", "Perceived chance of betrayal before anything has happened.", "Ingeschatte kans op verraad voor er iets gebeurd is.";
    }
}

impl Quotient {
    /// Perceived impact, by referent.
    pub fn impacts(&self) -> ByReferent<f64> {
        ByReferent([self.impact_colleague, self.impact_leader, self.impact_top])
    }
}

/// TQ', the quotient with damage.
#[inline(always)]
pub fn quotient(facets: [f32; 4], damage: [f32; 2], chance: f32, impact: f32, alarm: f32) -> f32 {
    let [competence, reliability, intentions, honesty] = facets;
    let (worth, risk) = worth_and_risk([competence + reliability, intentions + honesty], damage, chance, impact, alarm);
    worth / risk
}

/// Credibility times trustworthiness, and risk.
#[inline(always)]
fn worth_and_risk(pairs: [f32; 2], damage: [f32; 2], chance: f32, impact: f32, alarm: f32) -> (f32, f32) {
    let [to_credibility, to_trustworthiness] = damage;
    let credibility = pairs[0] * (1.0 - to_credibility);
    let trustworthiness = pairs[1] * (1.0 - to_trustworthiness);
    let alarmed = chance + (1.0 - chance) * alarm * larger(to_credibility, to_trustworthiness);
    (credibility * trustworthiness, alarmed + impact)
}

/// T, the chance of trusting. `leaning` is e^(tilt · propensity).
#[inline(always)]
pub fn trust(quotient: f32, leaning: f32, even: f32, sharpness: f32) -> f32 {
    let odds = power(quotient / even, sharpness) * leaning;
    odds / (1.0 + odds)
}

/// T at once: the same as [`trust`] of [`quotient`], with one division less. `pairs` are C + R and I + H.
#[inline(always)]
#[allow(clippy::too_many_arguments, reason = "they are the symbols of the equation")]
pub fn trusting(pairs: [f32; 2], damage: [f32; 2], chance: f32, impact: f32, alarm: f32, leaning: f32, even: f32, sharpness: f32) -> f32 {
    let (worth, risk) = worth_and_risk(pairs, damage, chance, impact, alarm);
    let odds = power(worth / (even * risk), sharpness) * leaning;
    odds / (1.0 + odds)
}

/// x^p for x from 0 to 400, the largest quotient that there can be against an even one, and p up to 8; from additions and
/// multiplications alone, so that it is the same on every processor and runs in vector lanes. Relative error below
/// 4 · 10⁻⁶ · (1 + p): beliefs are kept to 15 · 10⁻⁶. It ends at 2⁻⁶⁰, which is what 0^p is.
#[inline(always)]
pub fn power(x: f32, p: f32) -> f32 {
    const ROOT_HALF: i32 = 0x3F35_04F3; // √½, so that what is left of x lies around 1
    let bits = x.to_bits() as i32;
    let exponent = (bits - ROOT_HALF) >> 23;
    let t = f32::from_bits((bits - (exponent << 23)) as u32) - 1.0;
    // log₂(1 + t), with the least largest error of all polynomials of its degree
    let [low, middle, high] = [1.442_713_5 + t * -0.721_133_06, 0.479_346_2 + t * -0.367_472_6, 0.322_175_26 + t * -0.206_671_75];
    let t2 = t * t;
    let log = exponent as f32 + t * (low + t2 * (middle + t2 * high));
    two_to(p * log)
}

/// e^(tilt · propensity), what propensity does to the odds of trusting.
#[inline(always)]
pub fn leaning(tilt: f32, propensity: f32) -> f32 {
    two_to(LOG2_E * tilt * propensity)
}

/// 2^y for y up to 100, ending at 2⁻⁶⁰.
#[inline(always)]
fn two_to(y: f32) -> f32 {
    const SHIFT: f32 = 12_582_912.0; // 1.5 · 2²³: what is added to it is rounded to a whole number
    let y = larger(y, -60.0);
    let whole = y + SHIFT;
    let f = y - (whole - SHIFT);
    let rest = 1.0 + f * (LN_2 + f * (0.240_221_2 + f * (0.055_504_654 + f * (0.009_675_673 + f * 0.001_335_148_8))));
    f32::from_bits((rest.to_bits() as i32 + ((whole.to_bits() as i32 - SHIFT.to_bits() as i32) << 23)) as u32)
}

/// The level that all four facets must have for trust `t` at this chance and impact, undamaged and without leaning.
///
/// The inverse of [`trust`] and [`quotient`], kept within 0.02 and 0.98: scenarios that set a first level use it.
pub fn facet_for(law: &Quotient, t: f64, chance: f64, impact: f64) -> f64 {
    let quotient = law.even * libm::pow(t / (1.0 - t), 1.0 / law.sharpness);
    (0.5 * (quotient * (chance + impact)).sqrt()).clamp(0.02, 0.98)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: [f32; 2] = [0.0; 2];

    #[test]
    fn equal_facets_give_two_f_squared_over_r() {
        assert!((quotient([0.7; 4], WHOLE, 0.4, 0.4, 0.5) - 2.45).abs() < 1e-6); // (1.4 · 1.4) / 0.8
    }

    #[test]
    fn pairs_cannot_stand_in_for_one_another() {
        let pair_low = quotient([0.2, 0.2, 0.9, 0.9], WHOLE, 0.3, 0.3, 0.5);
        let facet_low = quotient([0.2, 0.9, 0.9, 0.2], WHOLE, 0.3, 0.3, 0.5);
        assert!(pair_low < facet_low); // 0.4 · 1.8 < 1.1 · 1.1
    }

    #[test]
    fn doubling_both_risks_halves_the_quotient() {
        let one = quotient([0.6; 4], WHOLE, 0.2, 0.3, 0.5);
        assert!((quotient([0.6; 4], WHOLE, 0.4, 0.6, 0.5) - one / 2.0).abs() < 1e-6);
    }

    #[test]
    fn trusting_at_once_is_the_trust_of_the_quotient() {
        for step in 0..1000 {
            let of = |n: u32| ((step * 7919 + n * 104_729) % 1000) as f32 / 1000.0;
            let (facets, damage) = ([of(1), of(2), of(3), of(4)].map(|f| f.max(0.01)), [of(5), of(6)]);
            let (chance, impact, alarm, leaning, even) = (of(7), 0.05 + of(8), of(9), 0.3 + 2.0 * of(10), 0.2 + 5.0 * of(11));
            let sharpness = 0.5 + 5.0 * of(12);
            let plain = trust(quotient(facets, damage, chance, impact, alarm), leaning, even, sharpness);
            let pairs = [facets[0] + facets[1], facets[2] + facets[3]];
            let fast = trusting(pairs, damage, chance, impact, alarm, leaning, even, sharpness);
            assert!((plain - fast).abs() < 1e-6, "{plain} {fast}");
        }
    }

    #[test]
    fn trust_is_even_where_the_quotient_is_even() {
        for sharpness in [0.5, 1.0, 3.0] {
            assert!((trust(2.0, 1.0, 2.0, sharpness) - 0.5).abs() < 1e-6);
        }
    }

    #[test]
    fn full_damage_leaves_no_trust() {
        assert!(quotient([0.9; 4], [0.0, 1.0], 0.3, 0.3, 0.5) < 1e-6);
    }

    #[test]
    fn the_facet_for_a_level_gives_that_level_back() {
        let law = Quotient::default();
        let f = facet_for(&law, 0.6, 0.3, 0.5) as f32;
        let quotient = quotient([f; 4], WHOLE, 0.3, 0.5, 0.5);
        assert!((trust(quotient, 1.0, law.even as f32, law.sharpness as f32) - 0.6).abs() < 1e-5);
    }

    #[test]
    fn sharpness_spreads_what_lies_on_either_side_of_even() {
        let apart = |sharpness| trust(2.6, 1.0, 2.0, sharpness) - trust(1.5, 1.0, 2.0, sharpness);
        assert!(apart(3.0) > 2.0 * apart(1.0));
    }

    #[test]
    fn a_power_keeps_close_to_the_exact_one() {
        for step in 1..4000 {
            let x = 0.002 * step as f32;
            for p in [0.5, 1.0, 2.5, 3.0, 7.0] {
                let exact = libm::pow(f64::from(x), f64::from(p)).max(2.0_f64.powi(-60));
                let error = (f64::from(power(x, p)) / exact - 1.0).abs();
                assert!(error < 4e-6 * (1.0 + f64::from(p)), "{x}^{p}: {error}");
            }
        }
        assert!(power(0.0, 2.5) < 1e-17);
        assert!((power(400.0, 8.0) / 400_f32.powi(8) - 1.0).abs() < 1e-4);
    }
}
