//! # Outcomes of the team and the organisation
//!
//! What trust among colleagues, and less so in the leader, does to working together, and what that yields.
//!
//! ```text
//!   safety       follows  safe_base + safe_colleague · T_col + safe_leader · T_lead + own(honesty about limits)     over weeks
//!   cooperation  = 0.6 · T_col + 0.1 · T_lead + 0.15 · helping + 0.15 · knowledge_sharing + own(collaboration)
//!   open_communication = 0.45 · T_col + 0.25 · T_lead + 0.3 · safety + own(discretion)
//!   shared_vision  = 0.4 · T_col + 0.25 · T_top + 0.35 · vision + own(shared goals and language)
//!   error_learning = safety · (0.4 + 0.6 · learning) + own(accountability)
//!   agility      = 0.4 · cooperation + 0.3 · readiness + 0.3 · autonomy
//!   innovation   = 0.4 · knowledge_sharing + 0.3 · safety + 0.3 · autonomy
//!
//!   output = [ Σ_i ramp_i · (1 + spread · performance_i) / seats + carried ]
//!            · (1 + interdependence · gain · (cooperation − ½)) · (1 − disruption)
//!            − withheld · interdependence · (½ − helping)⁺ − sabotage
//!   carried = carry · share of empty seats · share of filled ones
//!   disruption' = disruption · (1 − recovery · (½ + readiness))               each week
//! ```
//!
//! | symbol          | meaning                                               | range  |
//! |-----------------|-------------------------------------------------------|--------|
//! | T_col, T_lead, T_top | mean trust of the team's members                 | 0 to 1 |
//! | interdependence | how much the work needs cooperation                   | 0 to 1 |
//! | own(b)          | what behaviour b does of itself ([`behaviour`](super::behaviour)) | |
//! | ramp_i          | share of full output of a newcomer ([`turnover`](super::turnover)) | 0 to 1 |
//! | disruption      | what a shock has left of disorder                     | 0 to 1 |
//!
//! **Read it as.** Trust among colleagues weighs more here than trust in the leader; both count. Output follows
//! cooperation only as far as the work needs it. After a shock, teams ready for change find their feet sooner.
//!
//! **Limits.** Interdependence 0: cooperation does not matter. Full seats, reference levels, no shock: output 1.
//!
//! **Source.** Intrateam trust and team performance ρ = .30 (De Jong et al. 2016); horizontal above vertical trust (Espinoza
//! et al. 2025); the mixing weights above are judgement.

use crate::theory::behaviour::{BEHAVIOURS, Own};

crate::theory::parameters! {
    /// Parameters of team and organisation outcomes.
    TeamLaw {
        safe_base: 0.12 in 0.0 .. 1.0, "0 to 1", Assumed, "57.3 % feel safe to raise problems (Hallelujah 2021); fitted later", "Safety without any trust.", "Veiligheid zonder enig vertrouwen.";
        safe_colleague: 0.40 in 0.0 .. 1.0, "per unit of trust", Assumed, "the article: asking and feedback without fear", "Weight of trust in colleagues on safety.", "Gewicht van vertrouwen in collega's op veiligheid.";
        safe_leader: 0.35 in 0.0 .. 1.0, "per unit of trust", Assumed, "the article: asking and feedback without fear", "Weight of trust in the leader on safety.", "Gewicht van vertrouwen in de leidinggevende op veiligheid.";
        safe_weeks: 8.0 in 1.0 .. 104.0, "weeks", Assumed, "no published estimate", "Time in which safety follows trust.", "Tijd waarin veiligheid het vertrouwen volgt.";
        gain: 1.339 in 0.0 .. 3.0, "share of output per unit", Related, "intrateam trust and performance .30: De Jong et al. 2016; fitted", "What cooperation yields where work is fully interdependent.", "Wat samenwerking opbrengt waar het werk volledig verweven is.";
        withheld: 0.4 in 0.0 .. 3.0, "share of output per unit", Assumed, "the article: reluctance instead of extra effort", "What withheld help costs where work is fully interdependent.", "Wat ingehouden hulp kost waar het werk volledig verweven is.";
        spread: 0.07 in 0.0 .. 1.0, "share of output per SD", Assumed, "no published estimate", "How much one standard deviation of performance changes a person's output.", "Hoeveel één standaardafwijking prestatie iemands output verandert.";
        carry: 0.35 in 0.0 .. 1.0, "share", Assumed, "no published estimate", "Share of an empty seat's output that the others carry.", "Deel van de output van een lege stoel dat de anderen dragen.";
        recovery: 0.06 in 0.0 .. 1.0, "per week", Assumed, "no published estimate", "How fast a shock's disorder is overcome at middling readiness for change.", "Hoe snel de wanorde van een schok wordt overwonnen bij gemiddelde veranderingsbereidheid.";
        control: 6.0 in 0.0 .. 220.0, "person-days per person and year", Assumed, "no published estimate; whether control costs performance is contested: Falk & Kosfeld 2006, Herz & Zihlmann 2024", "Cost of control where leaders trust nobody and there is no autonomy.", "Kosten van controle waar leidinggevenden niemand vertrouwen en er geen autonomie is.";
        transaction: 5.0 in 0.0 .. 220.0, "person-days per person and year", Assumed, "the article: trust lowers transaction costs; no number found", "Cost of settling things where nobody trusts anybody.", "Kosten van afspraken maken waar niemand iemand vertrouwt.";
    }
}

/// Levels of a team from which its climate follows, all 0 to 1.
#[derive(Clone, Copy, Debug, Default)]
pub struct Levels {
    /// Mean trust in colleagues, the leader, top management.
    pub trust: [f64; 3],
    /// Psychological safety, the standing climate.
    pub safety: f64,
    /// Mean index of helping.
    pub helping: f64,
    /// Mean index of knowledge sharing.
    pub knowledge_sharing: f64,
    /// Mean index of learning.
    pub learning: f64,
    /// Mean index of readiness for change.
    pub readiness: f64,
    /// Level of the practice of autonomy and discretion.
    pub autonomy: f64,
    /// Level of the practice of shared vision and language.
    pub vision: f64,
    /// What each of the ten behaviours does of itself, in the order of `behaviour::BEHAVIOURS` and the unit of its outcome.
    pub own: [f64; 10],
}

impl Levels {
    /// What the behaviours do of themselves to this.
    pub fn own(&self, what: Own) -> f64 {
        BEHAVIOURS.iter().zip(self.own).filter(|(row, _)| row.own == what).map(|(_, own)| own).sum()
    }
}

/// Cooperation, 0 to 1.
pub fn cooperation(l: &Levels) -> f64 {
    0.6 * l.trust[0] + 0.1 * l.trust[1] + 0.15 * l.helping + 0.15 * l.knowledge_sharing + l.own(Own::Cooperation)
}

/// The climate of a team, in the order of [`CLIMATE`].
pub fn climate(l: &Levels) -> [f64; 7] {
    let cooperation = cooperation(l);
    [
        cooperation,
        0.45 * l.trust[0] + 0.25 * l.trust[1] + 0.3 * l.safety + l.own(Own::OpenCommunication),
        l.safety,
        0.4 * l.trust[0] + 0.25 * l.trust[2] + 0.35 * l.vision + l.own(Own::SharedVision),
        0.4 * cooperation + 0.3 * l.readiness + 0.3 * l.autonomy,
        0.4 * l.knowledge_sharing + 0.3 * l.safety + 0.3 * l.autonomy,
        l.safety * (0.4 + 0.6 * l.learning) + l.own(Own::ErrorLearning),
    ]
    .map(|level| level.clamp(0.0, 1.0))
}

/// Team outcomes, in the order of [`climate`].
pub const CLIMATE: [&str; 7] = ["cooperation", "open_communication", "safety", "shared_vision", "agility", "innovation", "error_learning"];

/// Where safety is heading.
pub fn safety_target(law: &TeamLaw, trust_colleague: f64, trust_leader: f64, own: f64) -> f64 {
    (law.safe_base + law.safe_colleague * trust_colleague + law.safe_leader * trust_leader + own).clamp(0.0, 1.0)
}

/// What a team has to work with.
#[derive(Clone, Copy, Debug)]
pub struct Hands {
    /// Σ ramp · (1 + spread · performance) over the people present.
    pub effort: f64,
    /// People present.
    pub present: f64,
    /// Seats, filled or to be filled.
    pub seats: f64,
    /// Task interdependence, 0 to 1.
    pub interdependence: f64,
    /// Disorder left by shocks, 0 to 1.
    pub disruption: f64,
    /// Output lost to sabotage.
    pub sabotage: f64,
}

/// Output of a team as a share of that of a full team at reference levels.
pub fn output(law: &TeamLaw, l: &Levels, team: &Hands) -> f64 {
    let filled = team.present / team.seats;
    let hands = team.effort / team.seats + law.carry * (1.0 - filled) * filled;
    let together = 1.0 + team.interdependence * law.gain * (cooperation(l) - 0.5);
    let withheld = law.withheld * team.interdependence * (0.5 - l.helping).max(0.0);
    (hands * together * (1.0 - team.disruption) - withheld - team.sabotage).max(0.0)
}

/// What is left of a shock's disorder a week later.
pub fn settling(law: &TeamLaw, disruption: f64, readiness: f64) -> f64 {
    disruption * (1.0 - (law.recovery * (0.5 + readiness)).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(trust_colleague: f64) -> Levels {
        Levels {
            trust: [trust_colleague, 0.5, 0.5],
            safety: 0.5,
            helping: 0.5,
            knowledge_sharing: 0.5,
            learning: 0.5,
            readiness: 0.5,
            autonomy: 0.5,
            vision: 0.5,
            own: [0.0; 10],
        }
    }

    fn full(interdependence: f64) -> Hands {
        Hands { effort: 8.0, present: 8.0, seats: 8.0, interdependence, disruption: 0.0, sabotage: 0.0 }
    }

    #[test]
    fn a_full_team_at_reference_levels_yields_one() {
        assert!((output(&TeamLaw::default(), &levels(0.5), &full(0.7)) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn an_empty_team_yields_nothing() {
        assert!(output(&TeamLaw::default(), &levels(0.5), &Hands { effort: 0.0, present: 0.0, ..full(0.7) }) < 1e-12);
    }

    #[test]
    fn without_interdependence_cooperation_does_not_matter() {
        let law = TeamLaw::default();
        let at = |trust| output(&law, &levels(trust), &full(0.0));
        assert!((at(0.2) - at(0.8)).abs() < 1e-12);
    }

    #[test]
    fn colleagues_weigh_more_than_the_leader() {
        let with = |trust| cooperation(&Levels { trust, ..levels(0.5) });
        assert!(with([0.6, 0.5, 0.5]) > with([0.5, 0.6, 0.5]) && with([0.5, 0.6, 0.5]) > with([0.5, 0.5, 0.5]));
    }

    #[test]
    fn teams_ready_for_change_find_their_feet_sooner() {
        let law = TeamLaw::default();
        assert!(settling(&law, 0.3, 0.8) < settling(&law, 0.3, 0.2));
    }
}
