//! # First impressions
//!
//! Where a new relation starts.
//!
//! ```text
//!   logit f_0 = logit level + readiness · propensity + pair · (ε + ½ ε_f)
//!   f_0      += reputation · (mean of what the team believes − f_0)        for newcomers judging those who were there
//!   chance_0 = chance
//! ```
//!
//! | symbol     | meaning                                       | range  |
//! |------------|-----------------------------------------------|--------|
//! | level      | what is believed of a stranger in this role   | 0 to 1 |
//! | chance     | perceived chance of betrayal by a stranger    | 0 to 1 |
//! | propensity | in standard deviations                        |        |
//! | ε, ε_f     | standard normal, one per relation, one per facet |     |
//! | reputation | weight of what the team says                  | 0 to 1 |
//!
//! **Read it as.** First impressions are cautious: moderate, uncertain, and below what ordinary good conduct sustains, so that
//! acquaintance builds trust. Propensity shifts the level, not the slope. Newcomers take over part of what they hear.
//!
//! **Limits.** No propensity, no noise, no team: everyone starts at `level`.
//!
//! **Source.** Propensity, and growth that is positive and fastest at first: van der Werff & Buckley (2017); levels and sizes are
//! assumed.

use super::referent::ByReferent;

crate::theory::parameters! {
    /// Parameters of first impressions.
    Impression {
        level_colleague: 0.635 in 0.02 .. 0.98, "facet", Assumed, "below what ordinary conduct sustains, so that trust grows: van der Werff & Buckley 2017 for the direction", "What is believed of a colleague who is a stranger.", "Wat geloofd wordt van een collega die nog een vreemde is.";
        level_leader: 0.635 in 0.02 .. 0.98, "facet", Assumed, "below what ordinary conduct sustains, so that trust grows: van der Werff & Buckley 2017 for the direction", "What is believed of a leader who is a stranger.", "Wat geloofd wordt van een leidinggevende die nog een vreemde is.";
        level_top: 0.635 in 0.02 .. 0.98, "facet", Assumed, "below what ordinary conduct sustains, so that trust grows: van der Werff & Buckley 2017 for the direction", "What is believed of top management of whom nothing is known.", "Wat geloofd wordt van een topmanagement waar men niets van weet.";
        chance: 0.45 in 0.02 .. 0.98, "0 to 1", Assumed, "no published estimate: above the base to which good acts bring it, for a stranger is uncertain", "Perceived chance of betrayal by a stranger.", "Ingeschatte kans op verraad door een vreemde.";
        readiness: 0.50 in 0.0 .. 2.0, "logit per SD", Related, "propensity predicts the start: van der Werff & Buckley 2017; size is judgement", "How much propensity lifts a first impression.", "Hoezeer vertrouwensgeneigdheid een eerste indruk optilt.";
        pair: 0.35 in 0.0 .. 2.0, "logit", Assumed, "no published estimate", "Spread of first impressions between pairs.", "Spreiding van eerste indrukken tussen paren.";
        reputation: 0.4 in 0.0 .. 1.0, "share", Assumed, "no published estimate", "Weight of what the team says in a newcomer's first impression.", "Gewicht van wat het team zegt in de eerste indruk van een nieuwkomer.";
    }
}

impl Impression {
    /// What is believed of a stranger, by referent.
    pub fn levels(&self) -> ByReferent<f64> {
        ByReferent([self.level_colleague, self.level_leader, self.level_top])
    }
}

/// The first belief, from its logit.
#[inline(always)]
pub fn first(logit: f32) -> f32 {
    of_odds(super::behaviour::exp(logit))
}

/// The first belief, from its odds.
#[inline(always)]
pub fn of_odds(odds: f32) -> f32 {
    (odds / (1.0 + odds)).clamp(0.02, 0.98)
}

/// The logit of a first belief, noise apart; `propensity` in standard deviations.
pub fn logit(law: &Impression, level: f64, propensity: f64) -> f64 {
    libm::log(level / (1.0 - level)) + law.readiness * propensity
}

/// A newcomer's first belief once the team has spoken.
pub fn told(first: f64, team: f64, reputation: f64) -> f64 {
    first + reputation * (team - first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_propensity_or_noise_everyone_starts_at_the_level() {
        assert!((first(logit(&Impression::default(), 0.7, 0.0) as f32) - 0.7).abs() < 1e-4);
    }

    #[test]
    fn propensity_lifts_the_start() {
        assert!(first(logit(&Impression::default(), 0.7, 1.0) as f32) > 0.72);
    }

    #[test]
    fn newcomers_take_over_part_of_what_they_hear() {
        assert!((told(0.7, 0.2, 0.4) - 0.5).abs() < 1e-12); // 0.7 + 0.4 · (0.2 − 0.7)
    }
}
