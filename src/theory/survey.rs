//! # Survey
//!
//! What a researcher would have measured: answers from 1 to 5, with error, and one cut for all.
//!
//! ```text
//!   answer = 1 + 4 · level + s + ε,   s ~ N(0, style),   ε ~ N(0, sd · 4 · √((1 − reliability) / reliability)),   within 1 and 5
//!   trusts = answer ≥ cut
//! ```
//!
//! | symbol | meaning                                          | range  |
//! |--------|--------------------------------------------------|--------|
//! | level  | latent trust, or the index of an outcome         | 0 to 1 |
//! | sd     | spread of the level in the reference population  |        |
//! | s      | a person's lasting habit of answering questions on trust; 0 for attitudes, whose items point both ways | |
//! | cut    | the answer at and above which someone "trusts"   | 1 to 5 |
//!
//! **Read it as.** All comparisons with published correlations go through this, never through latent values.
//!
//! **Limits.** Reliability 1: the answer is the level. One cut for the three referents: two would hide the gap between them.
//!
//! **Source.** Reliability .85 from the ratio of r and ρ in Dirks & Ferrin (2002).

crate::theory::parameters! {
    /// Parameters of the survey.
    SurveyLaw {
        reliability: 0.85 in 0.05 .. 1.0, "share of variance", Measured, "attenuation implied by Dirks & Ferrin 2002: .78 to .92", "Reliability of surveyed trust and attitudes.", "Betrouwbaarheid van bevraagd vertrouwen en attitudes.";
        cut: 3.0 in 1.0 .. 5.0, "answer", Assumed, "the middle of the scale: as soon trust as not", "Answer at and above which a person trusts.", "Antwoord vanaf waar iemand vertrouwt.";
        spread_trust: 0.18 in 0.01 .. 0.5, "trust", Related, "answers on a scale of 1 to 5 differ by .7 to 1 SD between people", "Spread of trust between people, against which its reliability is reckoned.", "Spreiding van vertrouwen tussen mensen, waartegen de betrouwbaarheid ervan gerekend wordt.";
        style: 0.25 in 0.0 .. 2.0, "answer", Assumed, "response styles take some tenth of the variance of answers (Baumgartner & Steenkamp 2001); size is judgement", "Spread between people of a lasting habit of answering questions on trust higher or lower, whomever they are about.", "Spreiding tussen mensen van een blijvende gewoonte om vragen over vertrouwen hoger of lager te beantwoorden, over wie ze ook gaan.";
        rater: 0.60 in 0.05 .. 1.0, "share of variance", Related, "attenuation .87 with ratings by others: Legood et al. 2021", "Reliability of a supervisor's rating of performance.", "Betrouwbaarheid van de beoordeling van prestaties door een leidinggevende.";
    }
}

/// The spread of the error of an answer on the scale from 1 to 5.
pub fn error_sd(spread: f64, reliability: f64) -> f64 {
    4.0 * spread * ((1.0 - reliability) / reliability).sqrt()
}

/// The answer for a level, given the respondent's style and the error.
pub fn answer(level: f64, style: f64, error: f64) -> f64 {
    (1.0 + 4.0 * level + style + error).clamp(1.0, 5.0)
}

/// The level at and above which a person trusts, leaving error aside.
pub fn latent_cut(law: &SurveyLaw) -> f64 {
    level_of(law.cut)
}

/// The level of which this would be the answer, without error: the same scale read backwards.
pub fn level_of(answer: f64) -> f64 {
    (answer - 1.0) / 4.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_reliability_leaves_no_error() {
        assert!(error_sd(0.15, 1.0).abs() < 1e-12);
    }

    #[test]
    fn answers_keep_to_the_scale() {
        assert!((answer(0.5, 0.0, 0.0) - 3.0).abs() < 1e-12);
        assert!((answer(0.5, 0.25, -0.5) - 2.75).abs() < 1e-12);
        assert!((answer(0.9, 0.0, 3.0) - 5.0).abs() < 1e-12);
    }
}
