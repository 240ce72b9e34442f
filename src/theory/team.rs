//! # Outcomes of the team and the organisation
//!
//! What trust among colleagues, and less so in the leader and the top, does to working together, and what that yields.
//!
//! ```text
//!   safety       follows  safe_base + safe_colleague · T_col + safe_leader · T_lead + safe_top · T_top + own(honesty about limits)
//!   shared_vision  = vision_colleague · T_col + vision_top · T_top + vision_practice · vision + own(shared goals and language)
//!   cooperation  = cooperation_colleague · T_col + cooperation_leader · T_lead + cooperation_helping · helping
//!                + cooperation_sharing · knowledge_sharing + cooperation_vision · (shared_vision − ½) + own(collaboration)
//!   open_communication = open_colleague · T_col + open_leader · T_lead + open_safety · safety + own(discretion)
//!   error_learning = safety · (errors_base + errors_learning · learning) + errors_open · (open_communication − ½) + own(accountability)
//!   agility      = agility_cooperation · cooperation + agility_readiness · readiness + agility_autonomy · autonomy
//!   innovation   = innovation_sharing · knowledge_sharing + innovation_safety · safety + innovation_autonomy · autonomy
//!
//!   output = trade · { [ Σ_i ramp_i · at_work_i · (1 + spread · performance_i) / seats + carried ]
//!            · (1 + interdependence · gain · (cooperation − ½)) · (1 − disruption)
//!            − withheld · interdependence · (½ − helping)⁺ − sabotage }
//!   carried = carry · share of empty seats · share of filled ones
//!   trade   = e^(trade_team · z − trade_team²/2) · e^(trade_organisation · z − trade_organisation²/2)
//!   disruption' = disruption · (1 − recovery · adapting)               each week
//!   adapting = (½ + readiness + adapt_agility · (agility − ½) + adapt_innovation · (innovation − ½))⁺
//!   incidents among colleagues: hazard · e^(−vision_understood · (shared_vision − ½) − errors_learnt · (error_learning − ½))
//!   output lost to a shock = Σ over the weeks since of 5 · (1 − output / output with disruption 0)      working days of output
//! ```
//!
//! | symbol          | meaning                                               | range  |
//! |-----------------|-------------------------------------------------------|--------|
//! | T_col, T_lead, T_top | mean trust of the team's members                 | 0 to 1 |
//! | interdependence | how much the work needs cooperation                   | 0 to 1 |
//! | own(b)          | what behaviour b does of itself ([`behaviour`](super::behaviour)) | |
//! | ramp_i          | share of full output of a newcomer ([`turnover`](super::turnover)) | 0 to 1 |
//! | at_work_i       | what illness leaves of a person's work ([`health`](super::health)) | |
//! | disruption      | what a shock has left of disorder                     | 0 to 1 |
//! | z               | drawn once for each team and once for the organisation, standard normal | |
//!
//! **Read it as.** Trust among colleagues weighs more here than trust in the leader; both count, and who trusts the top feels
//! safer. Who shares a vision works together beyond what trust brings, and misunderstands less; who learns from errors makes
//! fewer. Output follows
//! cooperation only as far as the work needs it. After a shock, teams that are ready for change, agile and inventive find their
//! feet sooner. Teams and organisations also differ in output for reasons of their trade, technology and market, lastingly and
//! whatever trust does; arms and twins share them.
//!
//! **Limits.** Interdependence 0: cooperation does not matter. Full seats, reference levels, no shock, an ordinary trade: output 1.
//! A climate of ½ everywhere adds nothing beyond trust.
//!
//! **Source.** Intrateam trust and team performance ρ = .30 (De Jong et al. 2016); horizontal above vertical trust (Espinoza
//! et al. 2025); lasting differences in productivity between workplaces of one industry (Syverson 2011); the mixing weights are judgement.

use super::referent::{ByReferent, Referent};
use crate::theory::behaviour::{BEHAVIOURS, Own};

crate::theory::parameters! {
    /// Parameters of team and organisation outcomes.
    TeamLaw {
        safe_base: 0.05 in 0.0 .. 1.0, "0 to 1", Assumed, "57.3 % feel safe to raise problems (Hallelujah 2021); fitted later", "Safety without any trust.", "Veiligheid zonder enig vertrouwen.";
        safe_colleague: 0.40 in 0.0 .. 1.0, "per unit of trust", Assumed, "the article (AR-13): asking and feedback without fear", "Weight of trust in colleagues on safety.", "Gewicht van vertrouwen in collega's op veiligheid.";
        safe_leader: 0.35 in 0.0 .. 1.0, "per unit of trust", Assumed, "the article (AR-13): asking and feedback without fear", "Weight of trust in the leader on safety.", "Gewicht van vertrouwen in de leidinggevende op veiligheid.";
        safe_top: 0.15 in 0.0 .. 1.0, "per unit of trust", Assumed, "the article (AR-12, AR-23): trust in the top gives a sense of safety; size is judgement, below that of who is near", "Weight of trust in top management on safety.", "Gewicht van vertrouwen in het topmanagement op veiligheid.";
        safe_weeks: 8.0 in 1.0 .. 104.0, "weeks", Assumed, "no published estimate", "Time in which safety follows trust.", "Tijd waarin veiligheid het vertrouwen volgt.";
        vision_colleague: 0.40 in -1.0 .. 1.0, "per unit", Assumed, "judgement: the article (AR-16) says that trust brings it; no study gives the weight", "Weight of trust in colleagues on shared vision.", "Gewicht van vertrouwen in collega's op gedeelde visie.";
        vision_top: 0.25 in -1.0 .. 1.0, "per unit", Assumed, "judgement: the article (AR-12) says that trust brings it; no study gives the weight", "Weight of trust in top management on shared vision.", "Gewicht van vertrouwen in het topmanagement op gedeelde visie.";
        vision_practice: 0.35 in -1.0 .. 1.0, "per unit", Assumed, "judgement: the article (AR-39) says that the practice brings it; no study gives the weight", "Weight of the practice of shared vision and language on shared vision.", "Gewicht van de praktijk van gedeelde visie en taal op gedeelde visie.";
        cooperation_colleague: 0.60 in -1.0 .. 1.0, "per unit", Assumed, "judgement: the article (AR-14) says that trust brings it; no study gives the weight", "Weight of trust in colleagues on cooperation.", "Gewicht van vertrouwen in collega's op samenwerking.";
        cooperation_leader: 0.10 in -1.0 .. 1.0, "per unit", Assumed, "judgement: the article (AR-14) says that trust brings it; no study gives the weight", "Weight of trust in the leader on cooperation.", "Gewicht van vertrouwen in de leidinggevende op samenwerking.";
        cooperation_helping: 0.15 in -1.0 .. 1.0, "per unit", Assumed, "judgement: people who help each other work together; the article speaks of support (AR-18), no study gives the weight", "Weight of helping on cooperation.", "Gewicht van hulpgedrag op samenwerking.";
        cooperation_sharing: 0.15 in -1.0 .. 1.0, "per unit", Assumed, "judgement: sharing knowledge helps cooperation, says the article (AR-08), no study gives the weight", "Weight of knowledge sharing on cooperation.", "Gewicht van kennisdeling op samenwerking.";
        cooperation_vision: 0.10 in -1.0 .. 1.0, "per unit", Assumed, "judgement: a shared vision strengthens cooperation, says the article (AR-16), no study gives the weight", "Weight of shared vision, beyond trust, on cooperation.", "Gewicht van gedeelde visie, bovenop vertrouwen, op samenwerking.";
        open_colleague: 0.45 in -1.0 .. 1.0, "per unit", Assumed, "judgement: the article (AR-14) says that trust brings it; no study gives the weight", "Weight of trust in colleagues on open communication.", "Gewicht van vertrouwen in collega's op open communicatie.";
        open_leader: 0.25 in -1.0 .. 1.0, "per unit", Assumed, "judgement: the article (AR-14) says that trust brings it; no study gives the weight", "Weight of trust in the leader on open communication.", "Gewicht van vertrouwen in de leidinggevende op open communicatie.";
        open_safety: 0.30 in -1.0 .. 1.0, "per unit", Assumed, "judgement: who need not fear speaks, says the article (AR-13), no study gives the weight", "Weight of psychological safety on open communication.", "Gewicht van psychologische veiligheid op open communicatie.";
        agility_cooperation: 0.40 in -1.0 .. 1.0, "per unit", Assumed, "judgement: the article says that trust makes teams agile; by which road is judgement (AR-19), no study gives the weight", "Weight of cooperation on agility.", "Gewicht van samenwerking op wendbaarheid.";
        agility_readiness: 0.30 in -1.0 .. 1.0, "per unit", Assumed, "judgement: the article says that trust makes teams agile; by which road is judgement (AR-19), no study gives the weight", "Weight of readiness for change on agility.", "Gewicht van veranderingsbereidheid op wendbaarheid.";
        agility_autonomy: 0.30 in -1.0 .. 1.0, "per unit", Assumed, "judgement: the article says that trust makes teams agile; by which road is judgement (AR-19), no study gives the weight", "Weight of the practice of autonomy on agility.", "Gewicht van de praktijk van autonomie op wendbaarheid.";
        innovation_sharing: 0.40 in -1.0 .. 1.0, "per unit", Assumed, "judgement: sharing knowledge and ideas helps innovation, says the article (AR-08), no study gives the weight", "Weight of knowledge sharing on innovation.", "Gewicht van kennisdeling op innovatie.";
        innovation_safety: 0.30 in -1.0 .. 1.0, "per unit", Assumed, "judgement: the article says that trust brings new solutions; by which road is judgement (AR-19), no study gives the weight", "Weight of psychological safety on innovation.", "Gewicht van psychologische veiligheid op innovatie.";
        innovation_autonomy: 0.30 in -1.0 .. 1.0, "per unit", Assumed, "judgement: the article says that trust brings new solutions; by which road is judgement (AR-19), no study gives the weight", "Weight of the practice of autonomy on innovation.", "Gewicht van de praktijk van autonomie op innovatie.";
        errors_base: 0.40 in 0.0 .. 1.0, "share", Assumed, "judgement: the article says that trust brings it; by which road is judgement (AR-15), no study gives the weight", "Share of psychological safety that becomes learning from errors where nobody learns otherwise.", "Deel van de psychologische veiligheid dat leren uit fouten wordt waar niemand anders leert.";
        errors_learning: 0.60 in 0.0 .. 1.0, "share", Assumed, "judgement: the article says that trust brings it; by which road is judgement (AR-15), no study gives the weight", "Share of psychological safety that becomes learning from errors by people's learning at full level.", "Deel van de psychologische veiligheid dat door leren op het hoogste niveau leren uit fouten wordt.";
        errors_open: 0.20 in -1.0 .. 1.0, "per unit", Assumed, "judgement: the article says that trust brings it; by which road is judgement (AR-15), no study gives the weight", "Weight of open communication on learning from errors.", "Gewicht van open communicatie op leren uit fouten.";
        vision_understood: 1.0 in 0.0 .. 6.0, "log hazard per unit", Assumed, "no published estimate: judgement", "How much shared vision lowers the hazard of incidents among colleagues, as people misunderstand each other less.", "Hoezeer gedeelde visie de kans op incidenten onder collega's verlaagt, omdat mensen elkaar minder misverstaan.";
        errors_learnt: 0.5 in 0.0 .. 6.0, "log hazard per unit", Assumed, "no published estimate: judgement", "How much learning from errors lowers the hazard of incidents among colleagues, as the same mistake is made less often.", "Hoezeer leren uit fouten de kans op incidenten onder collega's verlaagt, omdat dezelfde fout minder vaak gemaakt wordt.";
        gain: 1.339 in 0.0 .. 3.0, "share of output per unit", Related, "intrateam trust and performance .30: De Jong et al. 2016; fitted", "What cooperation yields where work is fully interdependent.", "Wat samenwerking opbrengt waar het werk volledig verweven is.";
        withheld: 0.4 in 0.0 .. 3.0, "share of output per unit", Assumed, "the article (AR-45): reluctance instead of extra effort", "What withheld help costs where work is fully interdependent.", "Wat ingehouden hulp kost waar het werk volledig verweven is.";
        spread: 0.07 in 0.0 .. 1.0, "share of output per SD", Assumed, "no published estimate", "How much one standard deviation of performance changes a person's output.", "Hoeveel één standaardafwijking prestatie iemands output verandert.";
        carry: 0.35 in 0.0 .. 1.0, "share", Assumed, "no published estimate", "Share of an empty seat's output that the others carry.", "Deel van de output van een lege stoel dat de anderen dragen.";
        recovery: 0.06 in 0.0 .. 1.0, "per week", Assumed, "no published estimate", "How fast a shock's disorder is overcome at middling readiness for change.", "Hoe snel de wanorde van een schok wordt overwonnen bij gemiddelde veranderingsbereidheid.";
        lay_off: 0.5 in 0.0 .. 1.0, "share", Assumed, "no published estimate: judgement; the empty seats come on top", "Disorder that a lay-off leaves, as a share of its size.", "Wanorde die een ontslagronde nalaat, als deel van haar omvang.";
        adapt_agility: 1.0 in 0.0 .. 4.0, "per unit", Assumed, "no published estimate: judgement", "How much agility above or below the middle speeds or slows recovery from a shock.", "Hoezeer wendbaarheid boven of onder het midden het herstel van een schok versnelt of vertraagt.";
        adapt_innovation: 0.5 in 0.0 .. 4.0, "per unit", Assumed, "no published estimate: judgement", "How much innovation above or below the middle speeds or slows recovery from a shock.", "Hoezeer innovatie boven of onder het midden het herstel van een schok versnelt of vertraagt.";
        regained: 0.98 in 0.5 .. 1.0, "share", Assumed, "judgement: what is left is within the noise of a week", "Output at and above which a shock counts as overcome.", "Output vanaf waar een schok als overwonnen telt.";
        trade_team: 0.15 in 0.0 .. 1.0, "log of a factor", Related, "set so that trust in colleagues and team output come near .30 (De Jong et al. 2016); workplaces of one industry differ more still (Syverson 2011)", "Spread between teams of lasting differences in output that trust has nothing to do with.", "Spreiding tussen teams van blijvende verschillen in output waar vertrouwen niets mee te maken heeft.";
        trade_organisation: 0.05 in 0.0 .. 1.0, "log of a factor", Assumed, "productivity of workplaces of one industry differs by a factor of two between the tenth and the ninetieth percentile (Syverson 2011); size is judgement, far below, for organisations of one trade", "Spread between organisations of lasting differences in output that trust has nothing to do with.", "Spreiding tussen organisaties van blijvende verschillen in output waar vertrouwen niets mee te maken heeft.";
        control: 6.0 in 0.0 .. 220.0, "person-days per person and year", Assumed, "no published estimate; whether control costs performance is contested: Falk & Kosfeld 2006, Herz & Zihlmann 2024", "Cost of control where leaders trust nobody and there is no autonomy.", "Kosten van controle waar leidinggevenden niemand vertrouwen en er geen autonomie is.";
        transaction: 5.0 in 0.0 .. 220.0, "person-days per person and year", Assumed, "the article (AR-20): trust lowers transaction costs; no number found", "Cost of settling things where nobody trusts anybody.", "Kosten van afspraken maken waar niemand iemand vertrouwt.";
    }
}

/// Levels of a team from which its climate follows, all 0 to 1.
#[derive(Clone, Copy, Debug, Default)]
pub struct Levels {
    /// Mean trust.
    pub trust: ByReferent<f64>,
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

/// Shared vision.
fn shared_vision(law: &TeamLaw, l: &Levels) -> f64 {
    law.vision_colleague * l.trust[Referent::Colleague]
        + law.vision_top * l.trust[Referent::Top]
        + law.vision_practice * l.vision
        + l.own(Own::SharedVision)
}

/// Cooperation, 0 to 1.
pub fn cooperation(law: &TeamLaw, l: &Levels) -> f64 {
    let trusting = law.cooperation_colleague * l.trust[Referent::Colleague] + law.cooperation_leader * l.trust[Referent::Leader];
    let shown = law.cooperation_helping * l.helping + law.cooperation_sharing * l.knowledge_sharing;
    trusting + shown + law.cooperation_vision * (shared_vision(law, l) - 0.5) + l.own(Own::Cooperation)
}

/// The climate of a team, in the order of [`CLIMATE`].
pub fn climate(law: &TeamLaw, l: &Levels) -> [f64; 7] {
    let cooperation = cooperation(law, l);
    let open = law.open_colleague * l.trust[Referent::Colleague]
        + law.open_leader * l.trust[Referent::Leader]
        + law.open_safety * l.safety
        + l.own(Own::OpenCommunication);
    let learnt = l.safety * (law.errors_base + law.errors_learning * l.learning);
    [
        cooperation,
        open,
        l.safety,
        shared_vision(law, l),
        law.agility_cooperation * cooperation + law.agility_readiness * l.readiness + law.agility_autonomy * l.autonomy,
        law.innovation_sharing * l.knowledge_sharing + law.innovation_safety * l.safety + law.innovation_autonomy * l.autonomy,
        learnt + law.errors_open * (open - 0.5) + l.own(Own::ErrorLearning),
    ]
    .map(|level| level.clamp(0.0, 1.0))
}

/// Team outcomes, in the order of [`climate`].
pub const CLIMATE: [&str; 7] = ["cooperation", "open_communication", "safety", "shared_vision", "agility", "innovation", "error_learning"];

/// Index of shared vision in [`CLIMATE`].
pub const SHARED_VISION: usize = 3;
/// Index of learning from errors.
pub const ERROR_LEARNING: usize = 6;
/// Index of agility.
pub const AGILITY: usize = 4;
/// Index of innovation.
pub const INNOVATION: usize = 5;

impl TeamLaw {
    /// The same where nothing reads the climate: it is what trust makes of it, and does nothing.
    #[must_use]
    pub fn climate_unread(self) -> Self {
        Self {
            cooperation_vision: 0.0,
            errors_open: 0.0,
            vision_understood: 0.0,
            errors_learnt: 0.0,
            adapt_agility: 0.0,
            adapt_innovation: 0.0,
            ..self
        }
    }
}

/// Where safety is heading, with this trust.
pub fn safety_target(law: &TeamLaw, ByReferent([colleague, leader, top]): ByReferent<f64>, own: f64) -> f64 {
    (law.safe_base + law.safe_colleague * colleague + law.safe_leader * leader + law.safe_top * top + own).clamp(0.0, 1.0)
}

/// How much a team's climate holds back incidents among colleagues: a factor on their hazard.
pub fn prevented(law: &TeamLaw, climate: &[f64; 7]) -> f64 {
    libm::exp(-law.vision_understood * (climate[SHARED_VISION] - 0.5) - law.errors_learnt * (climate[ERROR_LEARNING] - 0.5))
}

/// The factor on output that trust has nothing to do with, from what is drawn for the team and for the organisation.
pub fn trade(law: &TeamLaw, [team, organisation]: [f64; 2]) -> f64 {
    let of = |spread: f64, z: f64| spread * z - 0.5 * spread * spread; // 1 on average
    libm::exp(of(law.trade_team, team) + of(law.trade_organisation, organisation))
}

/// What a team has to work with.
#[derive(Clone, Copy, Debug)]
pub struct Workforce {
    /// Σ ramp · (1 + spread · performance) over the people present.
    pub effort: f64,
    /// People at work.
    pub present: f64,
    /// Seats, filled or to be filled.
    pub seats: f64,
    /// Task interdependence, 0 to 1.
    pub interdependence: f64,
    /// Disorder left by shocks, 0 to 1.
    pub disruption: f64,
    /// Output lost to sabotage this week, a share of the team's, at least 0.
    pub sabotage: f64,
    /// The factor of its trade; see [`trade`].
    pub trade: f64,
}

/// Output of a team as a share of that of a full team at reference levels.
pub fn output(law: &TeamLaw, l: &Levels, team: &Workforce) -> f64 {
    let filled = team.present / team.seats;
    let hands = team.effort / team.seats + law.carry * (1.0 - filled) * filled;
    let together = 1.0 + team.interdependence * law.gain * (cooperation(law, l) - 0.5);
    let withheld = law.withheld * team.interdependence * (0.5 - l.helping).max(0.0);
    team.trade * (hands * together * (1.0 - team.disruption) - withheld - team.sabotage).max(0.0)
}

/// What is left of a shock's disorder a week later.
pub fn settling(law: &TeamLaw, disruption: f64, l: &Levels) -> f64 {
    let climate = climate(law, l);
    let adapting = law.adapt_agility * (climate[AGILITY] - 0.5) + law.adapt_innovation * (climate[INNOVATION] - 0.5);
    disruption * (1.0 - (law.recovery * (0.5 + l.readiness + adapting).max(0.0)).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(trust_colleague: f64) -> Levels {
        Levels {
            trust: ByReferent([trust_colleague, 0.5, 0.5]),
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

    fn full(interdependence: f64) -> Workforce {
        Workforce { effort: 8.0, present: 8.0, seats: 8.0, interdependence, disruption: 0.0, sabotage: 0.0, trade: 1.0 }
    }

    #[test]
    fn a_full_team_at_reference_levels_yields_one() {
        assert!((output(&TeamLaw::default(), &levels(0.5), &full(0.7)) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn an_empty_team_yields_nothing() {
        assert!(output(&TeamLaw::default(), &levels(0.5), &Workforce { effort: 0.0, present: 0.0, ..full(0.7) }) < 1e-12);
    }

    #[test]
    fn without_interdependence_cooperation_does_not_matter() {
        let law = TeamLaw::default();
        let at = |trust| output(&law, &levels(trust), &full(0.0));
        assert!((at(0.2) - at(0.8)).abs() < 1e-12);
    }

    #[test]
    fn colleagues_weigh_more_than_the_leader() {
        let with = |trust| cooperation(&TeamLaw::default(), &Levels { trust: ByReferent(trust), ..levels(0.5) });
        assert!(with([0.6, 0.5, 0.5]) > with([0.5, 0.6, 0.5]) && with([0.5, 0.6, 0.5]) > with([0.5, 0.5, 0.5]));
    }

    #[test]
    fn teams_ready_for_change_agile_or_inventive_find_their_feet_sooner() {
        let law = TeamLaw::default();
        let after = |l: Levels| settling(&law, 0.3, &l);
        let usual = after(levels(0.5));
        assert!((usual - 0.3 * (1.0 - law.recovery)).abs() < 1e-12);
        for better in [Levels { readiness: 0.8, ..levels(0.5) }, levels(0.8), Levels { knowledge_sharing: 0.8, ..levels(0.5) }] {
            assert!(after(better) < usual);
        }
    }

    #[test]
    fn a_shared_vision_adds_to_cooperation_beyond_trust_and_prevents_misunderstandings() {
        let law = TeamLaw::default();
        let with = |law: &TeamLaw, vision| climate(law, &Levels { vision, ..levels(0.5) });
        assert!(with(&law, 0.9)[0] > with(&law, 0.5)[0] + 0.01);
        assert!((with(&law.climate_unread(), 0.9)[0] - with(&law.climate_unread(), 0.5)[0]).abs() < 1e-12);
        let shared = |law: &TeamLaw| prevented(law, &[0.5, 0.5, 0.5, 0.7, 0.5, 0.5, 0.5]);
        assert!(shared(&law) < 1.0 && (shared(&law.climate_unread()) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn open_communication_adds_to_learning_from_errors_which_prevents_them() {
        let law = TeamLaw::default();
        assert!(prevented(&law, &[0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.7]) < 1.0);
        assert!(climate(&law, &levels(0.8))[6] > climate(&law, &levels(0.5))[6]);
        assert!((climate(&law.climate_unread(), &levels(0.8))[6] - climate(&law, &levels(0.5))[6]).abs() < 1e-12);
    }

    #[test]
    fn trust_in_each_referent_makes_safe_and_at_usual_trust_it_is_as_safe_as_it_was() {
        let law = TeamLaw::default();
        let usual = safety_target(&law, ByReferent([0.56, 0.46, 0.455]), 0.0);
        assert!((usual - (0.12 + 0.40 * 0.56 + 0.35 * 0.46)).abs() < 0.005); // without the top, from a base of 0.12
        for trust in [[0.66, 0.46, 0.455], [0.56, 0.56, 0.455], [0.56, 0.46, 0.555]] {
            assert!(safety_target(&law, ByReferent(trust), 0.0) > usual);
        }
    }

    #[test]
    fn trades_differ_around_one() {
        let law = TeamLaw::default();
        let middle = |z: f64| f64::midpoint(trade(&law, [z, 0.0]), trade(&law, [-z, 0.0]));
        assert!(trade(&law, [1.0, 0.0]) > trade(&law, [0.0, 0.0]) && (middle(1.0) - 1.0).abs() < 0.01);
        let even = TeamLaw { trade_team: 0.0, trade_organisation: 0.0, ..law };
        assert!((trade(&even, [2.0, -2.0]) - 1.0).abs() < 1e-12);
    }
}
