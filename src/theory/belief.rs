//! # Belief
//!
//! How one act moves what is believed of the one who did it.
//!
//! ```text
//!   well    f += a(n) · w · (1 − f)            badly   f −= A_f · a(n) · w · f
//!
//!   a(n) = [a_old + (a_new − a_old) / (1 + n / n_half)] · (1 − κ · 2 |T − ½|)
//!          the last factor only for acts against expectation: bad ones of the trusted, good ones of the distrusted
//!
//!   chance += a(n) · (w_risk + w_0) · (1 − chance)          after a bad act
//!   chance −= a(n) · (w_risk + w_0) · (chance − base)       after a good act
//!   chance −= easing · (chance − base)                      every day, together with the act
//!   f      += d · (stranger − f)                            every day, on each facet
//! ```
//!
//! | symbol | meaning                                           | range    |
//! |--------|---------------------------------------------------|----------|
//! | f      | a facet                                           | 0 to 1   |
//! | w      | weight of the act's behaviour on the facet        | ≥ 0      |
//! | A_f    | asymmetry of that facet                           | 0.2 to 4 |
//! | a(n)   | step after n acts seen                            | 0 to 0.5 |
//! | d      | fading per day                                    |          |
//! | stranger | what this person believes of somebody of whom nothing is known ([`impression`](super::impression)) | 0 to 1 |
//! | κ      | confirmation bias                                 | 0 to 1   |
//! | T      | trust this morning                                | 0 to 1   |
//!
//! Over ties to other teams, where acts are seldom, a week's sinking back and easing is done at once, at its end.
//!
//! **Read it as.** Bad news weighs more for honesty, good news for competence; there is no single loss factor. First
//! impressions move fast, old relations slowly. What nobody shows, nobody can trust: a facet of which no act tells fades back
//! to what is believed of a stranger.
//!
//! **Limits.** With a share p of acts done well, and no fading, a facet settles at p / (p + A_f (1 − p)), if the act
//! tells as much of it done badly as done well. A facet never leaves 0.01 to 1.
//!
//! **Source.** Asymmetry by facet: Skowronski & Carlston (1987), Brambilla et al. (2019); concave growth: van der Werff &
//! Buckley (2017); fading: dormant ties keep 93 % of trust after three years.

use crate::theory::{larger, smaller};

crate::theory::parameters! {
    /// Parameters of belief.
    Belief {
        asymmetry_competence: 0.8 in 0.2 .. 4.0, "ratio", Related, "positivity effect for ability: Skowronski & Carlston 1987; size is judgement", "How much heavier a bad act weighs than a good one for competence.", "Hoeveel zwaarder een slechte dan een goede gedraging weegt voor bekwaamheid.";
        asymmetry_reliability: 1.8 in 0.2 .. 4.0, "ratio", Assumed, "between competence and honesty", "How much heavier a bad act weighs than a good one for reliability.", "Hoeveel zwaarder een slechte dan een goede gedraging weegt voor betrouwbaarheid.";
        asymmetry_intentions: 2.5 in 0.2 .. 4.0, "ratio", Related, "negativity effect for morality: Skowronski & Carlston 1987; Brambilla et al. 2019; size is judgement", "How much heavier a bad act weighs than a good one for intentions.", "Hoeveel zwaarder een slechte dan een goede gedraging weegt voor intenties.";
        asymmetry_honesty: 2.5 in 0.2 .. 4.0, "ratio", Related, "negativity effect for morality: Skowronski & Carlston 1987; Brambilla et al. 2019; size is judgement", "How much heavier a bad act weighs than a good one for honesty.", "Hoeveel zwaarder een slechte dan een goede gedraging weegt voor eerlijkheid.";
        step_new: 0.25 in 0.001 .. 0.5, "per act", Assumed, "most growth in the first months: van der Werff & Buckley 2017", "Step of a belief at the very first act.", "Stap van een overtuiging bij de allereerste gedraging.";
        step_old: 0.03 in 0.0005 .. 0.5, "per act", Assumed, "no published estimate", "Step of a belief in an old relation.", "Stap van een overtuiging in een oude relatie.";
        acts_half: 15.0 in 1.0 .. 1000.0, "acts", Assumed, "laboratory trust levels off after a few rounds, field relations after 3 to 6 months", "Acts after which half of the extra speed of a new relation is gone.", "Aantal gedragingen waarna de helft van de extra snelheid van een nieuwe relatie weg is.";
        chance_step: 0.15 in 0.0 .. 1.0, "weight", Assumed, "no published estimate", "Weight of any act on the perceived chance of betrayal, on top of its behaviour's own.", "Gewicht van elke gedraging op de ingeschatte kans op verraad, boven op dat van het gedrag zelf.";
        chance_easing: 0.002 in 0.0 .. 0.1, "per day", Assumed, "no published estimate", "How fast the perceived chance of betrayal eases back to its base.", "Hoe snel de ingeschatte kans op verraad terugzakt naar haar basis.";
        forgetting: 0.12 in 0.0 .. 1.0, "per year", Related, "dormant ties keep 93 % of trust after three years; a stranger is trusted about a quarter less than somebody well known, so that -ln(1 - .07 / .25) / 3 = .11 of what is between them fades a year", "How fast a belief that no act speaks to fades to what is believed of a stranger.", "Hoe snel een overtuiging waar geen gedraging over spreekt, vervaagt tot wat van een vreemde geloofd wordt.";
        confirmation: 0.4 in 0.0 .. 1.0, "share", Related, "Poortinga & Pidgeon 2004; Li 2021; size is judgement", "How much less an act against expectation weighs (with mechanisms.confirmation_bias).", "Hoeveel minder een gedraging tegen de verwachting in weegt (met mechanisms.confirmation_bias).";
    }
}

impl Belief {
    /// A_f, by facet; with `on` false bad and good weigh the same.
    pub fn asymmetry(&self, on: bool) -> [f64; 4] {
        let own = [self.asymmetry_competence, self.asymmetry_reliability, self.asymmetry_intentions, self.asymmetry_honesty];
        if on { own } else { [1.0; 4] }
    }
}

/// a(n), the step after `acts` acts seen.
#[inline(always)]
pub fn step(acts: f32, new: f32, old: f32, half: f32) -> f32 {
    old + (new - old) * half / (half + acts)
}

/// A facet after a day: `well` is the weight of an act done well (a · w), `badly` that of one done badly (A · a · w), at most
/// one of them above 0; `fading` is how far the day lets the belief fade to that of a `stranger`. `full` is what stands for 1
/// in the units of `facet` and `stranger`.
#[inline(always)]
pub fn facet(facet: f32, well: f32, badly: f32, fading: f32, stranger: f32, full: f32) -> f32 {
    // A good act may bring a belief to the end, and what fades towards a stranger's would bring it beyond.
    larger(smaller(facet + well * (full - facet) - badly * facet + fading * (stranger - facet), full), LEAST * full)
}

/// Nobody is believed to have nothing of a facet.
pub const LEAST: f32 = 0.01;

/// The perceived chance of betrayal after a day; `easing` brings it back to `base` whatever happens. `full` is what stands for
/// 1 in the units of `chance` and `base`.
#[inline(always)]
pub fn chance(chance: f32, well: f32, badly: f32, easing: f32, base: f32, full: f32) -> f32 {
    smaller(chance + badly * (full - chance) - (well + easing) * (chance - base), full)
}

/// How much of an act's weight is left when it goes against expectation: 1 − κ · 2 |T − ½|.
#[inline(always)]
pub fn credence(trust: f32, well: f32, badly: f32, kappa: f32) -> f32 {
    let for_trust = trust - 0.5;
    let against = badly * larger(for_trust, 0.0) - well * smaller(for_trust, 0.0);
    1.0 - kappa * 2.0 * against
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_facet_settles_where_good_and_bad_balance() {
        let (p, asymmetry) = (0.8_f32, 2.5_f32);
        let level = p / (p + asymmetry * (1.0 - p)); // 0.8 / 1.3
        let (well, badly) = (facet(level, 0.02, 0.0, 0.0, 0.5, 1.0), facet(level, 0.0, 0.02 * asymmetry, 0.0, 0.5, 1.0));
        assert!((p * well + (1.0 - p) * badly - level).abs() < 1e-7);
    }

    #[test]
    fn bad_news_outweighs_good_for_honesty_and_not_for_competence() {
        let ratio =
            |asymmetry: f32| (0.5 - facet(0.5, 0.0, 0.02 * asymmetry, 0.0, 0.5, 1.0)) / (facet(0.5, 0.02, 0.0, 0.0, 0.5, 1.0) - 0.5);
        assert!(ratio(2.5) > 1.0 && ratio(0.8) < 1.0);
    }

    #[test]
    fn first_impressions_move_fast_and_old_relations_slowly() {
        assert!((step(0.0, 0.1, 0.02, 25.0) - 0.1).abs() < 1e-6);
        assert!((step(25.0, 0.1, 0.02, 25.0) - 0.06).abs() < 1e-6); // half way
        assert!(step(1e6, 0.1, 0.02, 25.0) < 0.0201);
    }

    #[test]
    fn good_acts_bring_the_chance_of_betrayal_back_to_its_base_and_no_further() {
        assert!(chance(0.5, 0.1, 0.0, 0.0, 0.3, 1.0) < 0.5);
        assert!((chance(0.3, 0.1, 0.0, 0.0, 0.3, 1.0) - 0.3).abs() < 1e-9);
    }

    #[test]
    fn units_do_not_matter() {
        let steps = facet(0.4 * 65_535.0, 0.03, 0.0, 0.0, 0.0, 65_535.0) / 65_535.0;
        assert!((steps - facet(0.4, 0.03, 0.0, 0.0, 0.0, 1.0)).abs() < 1e-6);
        let steps = chance(0.4 * 65_535.0, 0.0, 0.03, 0.002, 0.3 * 65_535.0, 65_535.0) / 65_535.0;
        assert!((steps - chance(0.4, 0.0, 0.03, 0.002, 0.3, 1.0)).abs() < 1e-6);
    }

    #[test]
    fn a_facet_never_leaves_its_range() {
        assert!(facet(0.02, 0.0, 1.0, 0.0, 0.5, 1.0) >= LEAST);
        assert!(facet(0.99, 1.0, 0.0, 0.0, 0.5, 1.0) <= 1.0);
    }

    #[test]
    fn only_acts_against_expectation_are_discounted() {
        assert!((credence(0.9, 1.0, 0.0, 0.4) - 1.0).abs() < 1e-6);
        assert!((credence(0.9, 0.0, 1.0, 0.4) - 0.68).abs() < 1e-6); // 1 − 0.4 · 2 · 0.4
    }
}
