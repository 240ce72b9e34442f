//! # Survey
//!
//! What a researcher would have measured: answers from 1 to 5, with error, and one cut for all.
//!
//! ```text
//!   answer = 3 + x · (4 · (level − ½) + ε) + s,   within 1 and 5
//!   s ~ N(0, style),   ln x ~ N(0, extremity),   ε ~ N(0, sd · 4 · √((1 − reliability) / reliability))
//!   in categories: the mean of n whole answers, each with an error of its own, √n times as large; rounding is part of it
//!   trusts = answer ≥ cut
//! ```
//!
//! | symbol | meaning                                          | range  |
//! |--------|--------------------------------------------------|--------|
//! | level  | latent trust, a facet, the index of an outcome, a practice as it is seen, damage borne | 0 to 1 |
//! | sd     | spread of the level in the reference population  |        |
//! | s      | a person's lasting habit of answering questions on trust, its facets and practices higher or lower; 0 for attitudes and breach, whose items point both ways | |
//! | x      | a person's lasting habit of using the ends of the scale or its middle, the same for all that is asked | |
//! | cut    | the answer at and above which someone "trusts"   | 1 to 5 |
//!
//! What is asked beyond trust and outcomes:
//!
//! ```text
//!   a practice as seen   = level + lasting difference of the person, within 0 and 1
//!   trust in the employer = employer_top · trust in top management + (1 − employer_top) · mean of the practices as seen
//!   perceived breach     = the deepest wound and scar together that leader or top management has left, as it is today
//!   felt trust           = the leader's trust in the person; error by `felt`, which is larger than that of own trust
//!   leader's estimate    = mean trust of the members in the leader + estimate_shift; error by `felt`
//! ```
//!
//! **Read it as.** All comparisons with published correlations go through this, never through latent values. A facet is asked
//! as it is believed; what a breach has done to trust beside it is asked as perceived breach.
//!
//! **Limits.** Reliability 1 and no habits of answering: the answer is the level. One cut for the three referents: two would
//! hide the gap between them.
//!
//! **Source.** Reliability .85 from the ratio of r and ρ in Dirks & Ferrin (2002); response styles: Baumgartner & Steenkamp (2001).

use super::practice::{ByPractice, Practice};

crate::theory::parameters! {
    /// Parameters of the survey.
    SurveyLaw {
        reliability: 0.85 in 0.05 .. 1.0, "share of variance", Measured, "attenuation implied by Dirks & Ferrin 2002: .78 to .92", "Reliability of surveyed trust and attitudes.", "Betrouwbaarheid van bevraagd vertrouwen en attitudes.";
        cut: 3.0 in 1.0 .. 5.0, "answer", Assumed, "the middle of the scale: as soon trust as not", "Answer at and above which a person trusts.", "Antwoord vanaf waar iemand vertrouwt.";
        spread_trust: 0.18 in 0.01 .. 0.5, "trust", Assumed, "answers on a scale of 1 to 5 differ by .7 to 1 SD between people", "Spread of trust between people, against which its reliability is reckoned.", "Spreiding van vertrouwen tussen mensen, waartegen de betrouwbaarheid ervan gerekend wordt.";
        style: 0.25 in 0.0 .. 2.0, "answer", Assumed, "response styles take some tenth of the variance of answers (Baumgartner & Steenkamp 2001); size is judgement", "Spread between people of a lasting habit of answering questions on trust, its facets and practices higher or lower, whomever they are about.", "Spreiding tussen mensen van een blijvende gewoonte om vragen over vertrouwen, de facetten ervan en praktijken hoger of lager te beantwoorden, over wie ze ook gaan.";
        extremity: 0.15 in 0.0 .. 1.0, "log of a factor", Assumed, "a second response style beside agreeing (Baumgartner & Steenkamp 2001); size is judgement", "Spread between people of a lasting habit of answering near the ends of the scale or near its middle.", "Spreiding tussen mensen van een blijvende gewoonte om dicht bij de uiteinden van de schaal of dicht bij het midden te antwoorden.";
        items: 4.0 in 1.0 .. 20.0, "questions", Assumed, "short scales of trust ask three to six questions; rounded to a whole number", "Questions to a scale where answers are given in categories (run.survey_categories); the scale is their mean.", "Vragen per schaal waar in categorieën geantwoord wordt (run.survey_categories); de schaal is hun gemiddelde.";
        spread_facet: 0.12 in 0.01 .. 0.5, "facet", Assumed, "no published estimate on this scale", "Spread of a facet between people, against which its reliability is reckoned.", "Spreiding van een facet tussen mensen, waartegen de betrouwbaarheid ervan gerekend wordt.";
        seen_spread: 0.15 in 0.0 .. 0.5, "level", Assumed, "people of one organisation see its practices differently; no published estimate on this scale", "Spread between people in how high they see a practice, lastingly.", "Spreiding tussen mensen in hoe hoog ze een praktijk blijvend zien.";
        seen_halo: 0.5 in 0.0 .. 1.0, "share of variance", Assumed, "answers about practices hang together; size is judgement", "Share of that difference that is the same for all six practices.", "Aandeel van dat verschil dat voor de zes praktijken hetzelfde is.";
        employer_top: 0.5 in 0.0 .. 1.0, "share", Assumed, "the employer as an institution: 61 to 76 % trust it (Ipsos 2009, Edelman 2025), above those who trust its top; weight is judgement", "Weight of trust in top management in trust in the employer; the rest is what is seen of the practices.", "Gewicht van vertrouwen in het topmanagement in vertrouwen in de werkgever; de rest is wat men van de praktijken ziet.";
        spread_breach: 0.15 in 0.01 .. 0.5, "wound", Assumed, "no published estimate on this scale", "Spread of damage borne between people, against which the reliability of perceived breach is reckoned.", "Spreiding van gedragen schade tussen mensen, waartegen de betrouwbaarheid van ervaren vertrouwensbreuk gerekend wordt.";
        felt: 0.50 in 0.05 .. 1.0, "share of variance", Assumed, "people know another's trust in them less well than their own; size is judgement", "Reliability with which people know how far another trusts them.", "Betrouwbaarheid waarmee mensen weten hoezeer een ander hen vertrouwt.";
        estimate_shift: 0.13 in -0.5 .. 0.5, "trust", Assumed, "employers say that 62.2 % trust the leadership where 48.9 % do (Hallelujah 2021), .13 more; that every leader does so by as much of the scale is judgement", "How much higher leaders put the trust in them than it is.", "Hoeveel hoger leidinggevenden het vertrouwen in hen schatten dan het is.";
        rater: 0.60 in 0.05 .. 1.0, "share of variance", Related, "attenuation .87 with ratings by others: Legood et al. 2021", "Reliability of a supervisor's rating of performance.", "Betrouwbaarheid van de beoordeling van prestaties door een leidinggevende.";
    }
}

/// The spread of the error of an answer on the scale from 1 to 5.
pub fn error_sd(spread: f64, reliability: f64) -> f64 {
    4.0 * spread * ((1.0 - reliability) / reliability).sqrt()
}

/// The error of one of the `items` whole answers whose mean is a scale with this error. Rounding is part of it: it adds a
/// twelfth to the variance of an answer.
pub fn item_sd(scale_sd: f64, items: u32) -> f64 {
    (f64::from(items) * scale_sd * scale_sd - 1.0 / 12.0).max(0.0).sqrt()
}

/// How somebody answers, whatever is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// How much higher, in answers.
    pub shift: f64,
    /// How many times as far from the middle.
    pub stretch: f64,
}

impl Style {
    /// No habit.
    pub const NONE: Style = Style { shift: 0.0, stretch: 1.0 };

    /// The same for questions that point both ways: who agrees with all of them answers neither higher nor lower.
    #[must_use]
    pub fn both_ways(self) -> Self {
        Self { shift: 0.0, ..self }
    }

    /// That of a person, from two standard normal draws.
    pub fn of(law: &SurveyLaw, draws: [f64; 2]) -> Self {
        Self { shift: law.style * draws[0], stretch: libm::exp(law.extremity * draws[1]) }
    }
}

/// The answer for a level, given the respondent's style and the error.
pub fn answer(level: f64, style: Style, error: f64) -> f64 {
    (3.0 + style.stretch * (4.0 * (level - 0.5) + error) + style.shift).clamp(1.0, 5.0)
}

/// A practice as somebody sees it, from standard normal draws of the person: one for all practices, one for this one.
pub fn seen(law: &SurveyLaw, level: f64, draws: [f64; 2]) -> f64 {
    let difference = law.seen_halo.sqrt() * draws[0] + (1.0 - law.seen_halo).sqrt() * draws[1];
    (level + law.seen_spread * difference).clamp(0.0, 1.0)
}

/// Trust in the employer as an institution, from trust in top management and the practices as they are seen.
pub fn employer(law: &SurveyLaw, top: f64, seen: &ByPractice<f64>) -> f64 {
    law.employer_top * top + (1.0 - law.employer_top) * seen.iter().sum::<f64>() / Practice::ALL.len() as f64
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
        assert!((answer(0.5, Style::NONE, 0.0) - 3.0).abs() < 1e-12);
        assert!((answer(0.5, Style { shift: 0.25, ..Style::NONE }, -0.5) - 2.75).abs() < 1e-12);
        assert!((answer(0.9, Style::NONE, 3.0) - 5.0).abs() < 1e-12);
    }

    #[test]
    fn a_habit_of_the_ends_moves_answers_away_from_the_middle_and_leaves_the_middle_alone() {
        let law = SurveyLaw::default();
        let (ends, middle) = (Style::of(&law, [0.0, 2.0]), Style::of(&law, [0.0, -2.0]));
        assert!(answer(0.7, ends, 0.0) > answer(0.7, Style::NONE, 0.0) && answer(0.7, Style::NONE, 0.0) > answer(0.7, middle, 0.0));
        assert!(answer(0.3, ends, 0.0) < answer(0.3, middle, 0.0));
        assert!((answer(0.5, ends, 0.0) - 3.0).abs() < 1e-12);
        assert_eq!(Style::of(&law, [1.0, 2.0]).both_ways(), ends);
        assert_eq!(Style::of(&SurveyLaw { style: 0.0, extremity: 0.0, ..law }, [1.0, 1.0]), Style::NONE);
    }

    #[test]
    fn the_mean_of_whole_answers_has_the_error_of_the_scale() {
        let (items, scale) = (4, 0.3);
        let one = item_sd(scale, items);
        assert!(((one * one + 1.0 / 12.0) / f64::from(items) - scale * scale).abs() < 1e-12);
        assert!(item_sd(0.01, items).abs() < 1e-12);
    }

    #[test]
    fn practices_are_seen_around_their_level_and_the_employer_lies_between_the_top_and_what_is_seen() {
        let law = SurveyLaw::default();
        assert!((seen(&law, 0.4, [0.0, 0.0]) - 0.4).abs() < 1e-12);
        assert!((seen(&law, 0.4, [1.0, 1.0]) - 0.4 - law.seen_spread * 2.0_f64.sqrt()).abs() < 1e-12); // with half of it shared
        assert!((seen(&law, 0.9, [9.0, 9.0]) - 1.0).abs() < 1e-12);
        let between = employer(&law, 0.2, &ByPractice::all(0.6));
        assert!(0.2 < between && between < 0.6);
        assert!((employer(&SurveyLaw { employer_top: 1.0, ..law }, 0.2, &ByPractice::all(0.5)) - 0.2).abs() < 1e-12);
    }
}
