//! # Turnover
//!
//! Who leaves, when, what it does to those who stay, and how a newcomer grows into the work.
//!
//! ```text
//!   logit p(quit this week) = base + slope · z(quit intention) − loyalty · z(loyalty) − performance_quit · z(performance)
//!                             + contagion − roots
//!   hazard of being let go  = involuntary · e^(−performance_let_go · (z(performance) − performance_even))     a year
//!   roots = embeddedness · years / (years + embedded_years)         years of service
//!   contagion = contagion · Σ_exits kernel(weeks since)   0 at onset_weeks, 1 at peak_weeks, 0 at end_weeks
//!   ramp = start + (1 − start) · min(1, weeks / ramp_weeks)
//! ```
//!
//! | symbol    | meaning                                                    |
//! |-----------|------------------------------------------------------------|
//! | z         | quit intention, loyalty to the team, performance in SD of the preset, never of today's people |
//! | roots     | what ties somebody to the place, growing with the years of service |
//! | kernel    | a triangle over the weeks since a teammate left            |
//! | ramp      | share of full output                                       |
//!
//! **Read it as.** Intention becomes leaving by chance; who is loyal to the team stays for it; low performers leave a little, and are
//! let go clearly, more often; a leaver makes teammates think of it some weeks later; an empty
//! seat loads those who stay; a newcomer starts at part output.
//!
//! **Limits.** Slope 0: intention does not matter. Other exits are not told apart: retirements, too, fall on low performers more. No exits: no contagion. Embeddedness 0: years of service do not matter.
//! Without embeddedness those who stay are those who want to, which brings r = −.02 of tenure with leaving where −.20 is found.
//!
//! **Source.** Performance and turnover: −.17 with quitting (Griffeth et al. 2000; Bycio et al. 1990), −.52 with being let go (Bycio et
//! al. 1990). Slope for r = .38 between intention and turnover (Griffeth et al. 2000, by Monte Carlo);
//! Belgian voluntary turnover 10.8 % (Securex 2024), involuntary 5.6 %; contagion window 6, 10, 19 to 26 weeks (Visier 2022,
//! not peer reviewed); ramp-up 28 weeks (Oxford Economics for Unum 2014).

use super::outcome::{LOYALTY, PERFORMANCE, QUIT_INTENTION};

crate::theory::parameters! {
    /// Parameters of turnover.
    TurnoverLaw {
        base: -5.56 in -12.0 .. 0.0, "logit per week", Related, "10.8 % a year in Belgium (Securex 2024); fitted", "Weekly log odds of quitting at reference intention.", "Wekelijkse log-odds om ontslag te nemen bij referentie-intentie.";
        slope: 1.6 in 0.0 .. 4.0, "logit per SD", Measured, "intention and turnover .38: Griffeth et al. 2000; 1.0 to 1.6, of which the upper end comes nearest", "How much quit intention raises the odds of quitting.", "Hoezeer vertrekintentie de kans op ontslag verhoogt.";
        loyalty: 0.12 in 0.0 .. 4.0, "logit per SD", Related, "peer relations -.14 with turnover: Rubenstein et al. 2018; size is judgement", "How much loyalty to the team lowers the odds of quitting.", "Hoezeer trouw aan het team de kans op ontslag nemen verlaagt.";
        performance_quit: 0.12 in 0.0 .. 4.0, "logit per SD", Related, "performance and quitting -.17: Griffeth et al. 2000, Bycio et al. 1990; part of it comes by intention", "How much performance lowers the odds of quitting.", "Hoezeer prestatie de kans op ontslag nemen verlaagt.";
        performance_let_go: 0.70 in 0.0 .. 4.0, "log hazard per SD", Related, "performance and being let go -.52: Bycio et al. 1990; retirements and illness, which are counted here too, hang less on it", "How much performance lowers the hazard of being let go.", "Hoezeer prestatie de kans om ontslagen te worden verlaagt.";
        performance_even: -0.25 in -4.0 .. 4.0, "SD", Assumed, "set so that as many leave in all as `involuntary` says", "Performance at which the hazard of being let go is `involuntary`.", "Prestatie waarbij de kans om ontslagen te worden `involuntary` is.";
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

/// What of somebody's outcomes makes stay or leave, in standard deviations.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stay {
    /// Intention to quit; more of it draws away.
    pub intention: f64,
    /// Loyalty to the team; more of it holds.
    pub loyalty: f64,
    /// Performance; low performers leave, and are let go, more often.
    pub performance: f64,
}

impl Stay {
    /// From the outcomes, by their index.
    pub fn of(outcome: impl Fn(usize) -> f32) -> Self {
        let [intention, loyalty, performance] = [QUIT_INTENTION, LOYALTY, PERFORMANCE].map(|k| f64::from(outcome(k)));
        Self { intention, loyalty, performance }
    }
}

/// What draws somebody away, logits.
pub fn pull(law: &TurnoverLaw, holder: &Stay) -> f64 {
    law.slope * holder.intention - law.loyalty * holder.loyalty - law.performance_quit * holder.performance
}

/// Chance of quitting this week.
pub fn quits(law: &TurnoverLaw, holder: &Stay, contagion: f64, years: f64) -> f64 {
    let roots = roots(law.embeddedness as f32, law.embedded_years as f32, years as f32);
    let logit = law.base + pull(law, holder) + contagion - f64::from(roots);
    1.0 / (1.0 + libm::exp(-logit))
}

/// The factor of performance on the hazard of being let go.
pub fn let_go(law: &TurnoverLaw, performance: f64) -> f64 {
    libm::exp(-law.performance_let_go * (performance - law.performance_even))
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
        let intends = Stay { intention: 1.0, ..Stay::default() };
        assert!(quits(&law, &intends, 0.0, 0.0) > 3.0 * quits(&law, &Stay::default(), 0.0, 0.0)); // e^1.3 = 3.67
    }

    #[test]
    fn the_loyal_and_those_who_perform_stay_and_performance_weighs_more_in_being_let_go() {
        let law = TurnoverLaw::default();
        let usual = quits(&law, &Stay::default(), 0.0, 0.0);
        let loyal = quits(&law, &Stay { loyalty: 1.0, ..Stay::default() }, 0.0, 0.0);
        let able = quits(&law, &Stay { performance: 1.0, ..Stay::default() }, 0.0, 0.0);
        assert!(loyal < usual && able < usual);
        assert!(let_go(&law, 1.0) / let_go(&law, 0.0) < able / usual);
    }

    #[test]
    fn at_even_performance_one_is_let_go_as_usual_and_below_it_more_often() {
        let law = TurnoverLaw::default();
        assert!((let_go(&law, law.performance_even) - 1.0).abs() < 1e-12 && let_go(&law, law.performance_even - 1.0) > 1.5);
    }

    #[test]
    fn roots_grow_with_the_years_and_not_without_end() {
        assert!(roots(2.0, 3.0, 0.0).abs() < 1e-6 && (roots(2.0, 3.0, 3.0) - 1.0).abs() < 1e-6 && roots(2.0, 3.0, 40.0) < 2.0);
    }
}
