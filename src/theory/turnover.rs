//! # Turnover
//!
//! Who leaves, when, what it does to those who stay, and how a newcomer grows into the work.
//!
//! ```text
//!   logit p(quit this week) = base + slope · z(quit intention) + contagion − roots
//!   roots = embeddedness · years / (years + embedded_years)         years of service
//!   contagion = peak · Σ_exits kernel(weeks since)        0 at onset, 1 at peak_week, 0 at the end
//!   ramp = start + (1 − start) · min(1, weeks / ramp_weeks)
//! ```
//!
//! | symbol    | meaning                                                    |
//! |-----------|------------------------------------------------------------|
//! | z         | quit intention in SD of the preset, never of today's people |
//! | roots     | what ties somebody to the place, growing with the years of service |
//! | kernel    | a triangle over the weeks since a teammate left            |
//! | ramp      | share of full output                                       |
//!
//! **Read it as.** Intention becomes leaving by chance; a leaver makes teammates think of it some weeks later; an empty
//! seat loads those who stay; a newcomer starts at part output.
//!
//! **Limits.** Slope 0: intention does not matter. No exits: no contagion. Embeddedness 0: years of service do not matter.
//! Without it those who stay are those who want to, which brings r = −.02 of tenure with leaving where −.20 is found.
//!
//! **Source.** Slope for r = .38 between intention and turnover (Griffeth et al. 2000, by Monte Carlo);
//! Belgian voluntary turnover 10.8 % (Securex 2024), involuntary 5.6 %; contagion window 6, 10, 19 to 26 weeks (Visier 2022,
//! not peer reviewed); ramp-up 28 weeks (Oxford Economics for Unum 2014).

crate::theory::parameters! {
    /// Parameters of turnover.
    TurnoverLaw {
        base: -5.65 in -12.0 .. 0.0, "logit per week", Related, "10.8 % a year in Belgium (Securex 2024); fitted", "Weekly log odds of quitting at reference intention.", "Wekelijkse log-odds om ontslag te nemen bij referentie-intentie.";
        slope: 1.6 in 0.0 .. 4.0, "logit per SD", Measured, "intention and turnover .38: Griffeth et al. 2000; 1.0 to 1.6, of which the upper end comes nearest", "How much quit intention raises the odds of quitting.", "Hoezeer vertrekintentie de kans op ontslag verhoogt.";
        embeddedness: 2.629 in 0.0 .. 6.0, "logit", Related, "embeddedness -.26 and tenure -.20 to -.27 with turnover: Rubenstein et al. 2018; size fitted to VT-39e", "How much very long service lowers the odds of quitting.", "Hoezeer zeer lange dienst de kans op ontslag verlaagt.";
        embedded_years: 3.0 in 0.1 .. 40.0, "years", Assumed, "no published estimate; quits fall steeply in the first years of service", "Years of service after which half of that is reached.", "Dienstjaren waarna daarvan de helft bereikt is.";
        contagion: 0.12 in 0.0 .. 3.0, "logit at the peak", Related, "+9.1 % over the window (Visier 2022, not peer reviewed); set to that", "How much one teammate's exit raises the odds of quitting at its peak.", "Hoezeer het vertrek van een teamgenoot de kans op ontslag verhoogt op zijn hoogtepunt.";
        onset_weeks: 6.0 in 0.0 .. 51.0, "weeks", Related, "45 days: Visier 2022", "When contagion starts.", "Wanneer besmetting begint.";
        peak_weeks: 10.0 in 1.0 .. 51.0, "weeks", Related, "70 days: Visier 2022", "When contagion is at its peak.", "Wanneer besmetting het hoogst is.";
        end_weeks: 22.0 in 2.0 .. 52.0, "weeks", Related, "135 days, over by week 26: Visier 2022", "When contagion is over.", "Wanneer besmetting voorbij is.";
        involuntary: 0.056 in 0.0 .. 1.0, "per person and year", Measured, "5.64 % in Belgium: Securex 2024", "Dismissals, retirements and other exits that nobody chose.", "Ontslagen, pensioneringen en andere vertrekken waar niemand voor koos.";
        vacancy_weeks: 9.0 in 0.2 .. 104.0, "weeks", Assumed, "no published estimate: judgement", "Mean time for which a seat stays empty.", "Gemiddelde tijd dat een stoel leeg blijft.";
        ramp_start: 0.5 in 0.0 .. 1.0, "share of output", Assumed, "no published estimate: judgement", "Output of a newcomer on the first day.", "Output van een nieuwkomer op de eerste dag.";
        ramp_weeks: 28.0 in 1.0 .. 104.0, "weeks", Measured, "28 weeks: Oxford Economics for Unum 2014", "Time until a newcomer is at full output.", "Tijd tot een nieuwkomer op volle output is.";
    }
}

/// Weeks for which exits are remembered: a year and the week that runs.
pub const MEMORY: usize = 53;

/// Chance of quitting this week.
pub fn quits(law: &TurnoverLaw, intention: f64, contagion: f64, years: f64) -> f64 {
    let roots = roots(law.embeddedness as f32, law.embedded_years as f32, years as f32);
    let logit = law.base + law.slope * intention + contagion - f64::from(roots);
    1.0 / (1.0 + libm::exp(-logit))
}

/// What the years of service take from the log odds of quitting.
#[inline(always)]
pub fn roots(embeddedness: f32, half: f32, years: f32) -> f32 {
    embeddedness * years / (years + half)
}

/// The contagion kernel: a triangle over the weeks since an exit.
pub fn kernel(law: &TurnoverLaw, weeks: f64) -> f64 {
    let rise = (weeks - law.onset_weeks) / (law.peak_weeks - law.onset_weeks).max(1e-9);
    let fall = (law.end_weeks - weeks) / (law.end_weeks - law.peak_weeks).max(1e-9);
    rise.min(fall).clamp(0.0, 1.0)
}

/// Share of full output after `weeks` in the job.
pub fn ramp(law: &TurnoverLaw, weeks: f64) -> f64 {
    law.ramp_start + (1.0 - law.ramp_start) * (weeks / law.ramp_weeks).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contagion_starts_peaks_and_ends() {
        let law = TurnoverLaw::default();
        assert!(kernel(&law, 5.0).abs() < 1e-12 && kernel(&law, 23.0).abs() < 1e-12);
        assert!((kernel(&law, 10.0) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_newcomer_is_at_full_output_after_the_ramp() {
        let law = TurnoverLaw::default();
        assert!((ramp(&law, 14.0) - 0.75).abs() < 1e-12); // half way from 0.5 to 1
        assert!((ramp(&law, 100.0) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn intention_raises_the_chance_of_quitting() {
        let law = TurnoverLaw { base: -6.0, slope: 1.3, ..TurnoverLaw::default() };
        assert!(quits(&law, 1.0, 0.0, 0.0) > 3.0 * quits(&law, 0.0, 0.0, 0.0)); // e^1.3 = 3.67
    }

    #[test]
    fn roots_grow_with_the_years_and_not_without_end() {
        assert!(roots(2.0, 3.0, 0.0).abs() < 1e-6 && (roots(2.0, 3.0, 3.0) - 1.0).abs() < 1e-6 && roots(2.0, 3.0, 40.0) < 2.0);
    }
}
