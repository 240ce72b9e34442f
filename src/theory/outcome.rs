//! # Outcomes of the individual
//!
//! What trust does to a person: thirteen outcomes, each in standard deviations around the preset's reference.
//!
//! ```text
//!   target = Σ_r weight_r · z(T_r) + weight_s · strain + practices + ability + performance_entry (both performance only)
//!            + what the team's behaviours do of themselves (see `behaviour`: sharing, helping, readiness to change, quitting, loyalty)
//!            + load · share of empty seats (strain only) − withdrawal · injury (engagement, helping, sharing) + √(residual · lasting) · own
//!   own    = ± √general · attitude + √(1 − general) · own_y     attitudes; − for strain and the intention to quit
//!   own    = own_y                                              the rest: sharing, helping, learning, performing, loyalty to the team
//!   y     += rate · (target − y) + √(rate (2 − rate)) · √(residual (1 − lasting)) · noise       each week, rate = 1 / weeks
//!   z(T_r) = x / √(1 + (x / limit)²),   x = (T_r − mean_r) / sd_r     a fixed reference, never today's population
//!   index  = ½ + 0.2 · y                                 within 0 and 1
//! ```
//!
//! | symbol  | meaning                                                   | range  |
//! |---------|-----------------------------------------------------------|--------|
//! | T_r     | trust in colleagues, the leader, top management           | 0 to 1 |
//! | own_y   | a lasting personal difference in one outcome, standard normal |    |
//! | injury  | how far one feels wronged, by whomever most ([`breach`](super::breach)) | 0 to 1 |
//! | attitude | how somebody feels about the job as a whole, lasting, standard normal | |
//! | noise   | standard normal each week; its root keeps the standing spread of the slow noise whatever `weeks` | |
//! | index   | how an outcome is shown: 0.5 at the reference, 0.2 per SD: 0.8 on a scale of 1 to 5 | 0 to 1 |
//!
//! **Read it as.** Far from the reference the effect levels off at `limit`: no trust at all is bad, not without end. Trust moves
//! attitudes far more than output; each referent has its own profile. Outcomes follow over
//! weeks, so a breach shows in trust within a day and in commitment within months. People stay for each other: trust in
//! colleagues and personal connection make loyal to the team. Whoever likes the job likes it in every
//! attitude: without a general attitude, satisfaction and the intention to quit had r = −.27 where −.52 is found, and
//! satisfaction and strain told nothing of who leaves, whatever the weights of trust.
//!
//! **Limits.** With all trust at its reference and no strain, the population's mean stays at 0. Weights of 0 cut trust off.
//!
//! **Source.** Dirks & Ferrin (2002) by referent, fitted by `onfoot calibrate` (see `calibration::preset`); the general attitude: Harrison, Newman & Roth (2006).

use super::referent::ByReferent;
use crate::theory::{larger, smaller};

crate::theory::parameters! {
    /// Parameters of the individual outcomes.
    OutcomeLaw {
        mean_colleague: 0.56 in 0.05 .. 0.95, "trust", Assumed, "measured in the preset after three years", "Reference mean of trust in colleagues.", "Referentiegemiddelde van het vertrouwen in collega's.";
        mean_leader: 0.46 in 0.05 .. 0.95, "trust", Assumed, "measured in the preset after three years", "Reference mean of trust in the leader.", "Referentiegemiddelde van het vertrouwen in de leidinggevende.";
        mean_top: 0.455 in 0.05 .. 0.95, "trust", Assumed, "measured in the preset after three years", "Reference mean of trust in top management.", "Referentiegemiddelde van het vertrouwen in het topmanagement.";
        sd_colleague: 0.13 in 0.01 .. 0.5, "trust", Assumed, "measured in the preset after three years", "Reference spread of trust in colleagues.", "Referentiespreiding van het vertrouwen in collega's.";
        sd_leader: 0.23 in 0.01 .. 0.5, "trust", Assumed, "measured in the preset after three years", "Reference spread of trust in the leader.", "Referentiespreiding van het vertrouwen in de leidinggevende.";
        sd_top: 0.13 in 0.01 .. 0.5, "trust", Assumed, "measured in the preset after three years", "Reference spread of trust in top management.", "Referentiespreiding van het vertrouwen in het topmanagement.";
        engagement_colleague: 0.2 in -1.0 .. 1.0, "SD per SD", Assumed, "Gallup-like engagement follows trust in leadership; no correlation of its own in the evidence; not fitted", "Weight of trust in colleagues on engagement.", "Gewicht van vertrouwen in collega's op betrokkenheid.";
        engagement_leader: 0.22 in -1.0 .. 1.0, "SD per SD", Assumed, "Gallup-like engagement follows trust in leadership; no correlation of its own in the evidence; not fitted", "Weight of trust in the leader on engagement.", "Gewicht van vertrouwen in de leidinggevende op betrokkenheid.";
        engagement_top: 0.2 in -1.0 .. 1.0, "SD per SD", Assumed, "Gallup-like engagement follows trust in leadership; no correlation of its own in the evidence; not fitted", "Weight of trust in top management on engagement.", "Gewicht van vertrouwen in het topmanagement op betrokkenheid.";
        engagement_strain: -0.18 in -1.0 .. 1.0, "SD per SD", Assumed, "Gallup-like engagement follows trust in leadership; no correlation of its own in the evidence; not fitted", "Weight of strain on engagement.", "Gewicht van spanning op betrokkenheid.";
        engagement_weeks: 6.0 in 1.0 .. 104.0, "weeks", Assumed, "no published estimate", "Time in which engagement follows what moves it.", "Tijd waarin betrokkenheid volgt wat ze beweegt.";
        motivation_colleague: 0.18 in -1.0 .. 1.0, "SD per SD", Assumed, "no published estimate; not fitted", "Weight of trust in colleagues on motivation.", "Gewicht van vertrouwen in collega's op motivatie.";
        motivation_leader: 0.2 in -1.0 .. 1.0, "SD per SD", Assumed, "no published estimate; not fitted", "Weight of trust in the leader on motivation.", "Gewicht van vertrouwen in de leidinggevende op motivatie.";
        motivation_top: 0.18 in -1.0 .. 1.0, "SD per SD", Assumed, "no published estimate; not fitted", "Weight of trust in top management on motivation.", "Gewicht van vertrouwen in het topmanagement op motivatie.";
        motivation_strain: -0.12 in -1.0 .. 1.0, "SD per SD", Assumed, "no published estimate; not fitted", "Weight of strain on motivation.", "Gewicht van spanning op motivatie.";
        motivation_weeks: 6.0 in 1.0 .. 104.0, "weeks", Assumed, "no published estimate", "Time in which motivation follows what moves it.", "Tijd waarin motivatie volgt wat ze beweegt.";
        satisfaction_colleague: 0.14 in -1.0 .. 1.0, "SD per SD", Related, "satisfaction .55 with the leader, .48 with top (Dirks & Ferrin 2002), split for r = .38 between the two; not fitted", "Weight of trust in colleagues on satisfaction.", "Gewicht van vertrouwen in collega's op tevredenheid.";
        satisfaction_leader: 0.68 in -1.0 .. 1.0, "SD per SD", Related, "satisfaction .55 with the leader, .48 with top (Dirks & Ferrin 2002), split for r = .38 between the two; fitted", "Weight of trust in the leader on satisfaction.", "Gewicht van vertrouwen in de leidinggevende op tevredenheid.";
        satisfaction_top: 0.98 in -2.0 .. 2.0, "SD per SD", Related, "satisfaction .55 with the leader, .48 with top (Dirks & Ferrin 2002), split for r = .38 between the two; fitted", "Weight of trust in top management on satisfaction.", "Gewicht van vertrouwen in het topmanagement op tevredenheid.";
        satisfaction_strain: -0.15 in -1.0 .. 1.0, "SD per SD", Related, "satisfaction .55 with the leader, .48 with top (Dirks & Ferrin 2002), split for r = .38 between the two; not fitted", "Weight of strain on satisfaction.", "Gewicht van spanning op tevredenheid.";
        satisfaction_weeks: 6.0 in 1.0 .. 104.0, "weeks", Assumed, "no published estimate", "Time in which satisfaction follows what moves it.", "Tijd waarin tevredenheid volgt wat ze beweegt.";
        commitment_colleague: 0.1 in -1.0 .. 1.0, "SD per SD", Related, "commitment .44 with the leader, .57 with top (Dirks & Ferrin 2002); not fitted", "Weight of trust in colleagues on commitment.", "Gewicht van vertrouwen in collega's op binding.";
        commitment_leader: 0.42 in -1.0 .. 1.0, "SD per SD", Related, "commitment .44 with the leader, .57 with top (Dirks & Ferrin 2002); fitted", "Weight of trust in the leader on commitment.", "Gewicht van vertrouwen in de leidinggevende op binding.";
        commitment_top: 1.75 in -2.0 .. 2.0, "SD per SD", Related, "commitment .44 with the leader, .57 with top (Dirks & Ferrin 2002); fitted", "Weight of trust in top management on commitment.", "Gewicht van vertrouwen in het topmanagement op binding.";
        commitment_strain: -0.08 in -1.0 .. 1.0, "SD per SD", Related, "commitment .44 with the leader, .57 with top (Dirks & Ferrin 2002); not fitted", "Weight of strain on commitment.", "Gewicht van spanning op binding.";
        commitment_weeks: 10.0 in 1.0 .. 104.0, "weeks", Assumed, "no published estimate", "Time in which commitment follows what moves it.", "Tijd waarin binding volgt wat ze beweegt.";
        identification_colleague: 0.12 in -1.0 .. 1.0, "SD per SD", Assumed, "judgement, beside the weight of trust in leaders (AR-11); not fitted", "Weight of trust in colleagues on identification.", "Gewicht van vertrouwen in collega's op identificatie.";
        identification_leader: 0.34 in -1.0 .. 1.0, "SD per SD", Assumed, "the article (AR-11): trust in leaders strengthens identification; not fitted", "Weight of trust in the leader on identification.", "Gewicht van vertrouwen in de leidinggevende op identificatie.";
        identification_top: 0.28 in -1.0 .. 1.0, "SD per SD", Assumed, "judgement, beside the weight of trust in leaders (AR-11); not fitted", "Weight of trust in top management on identification.", "Gewicht van vertrouwen in het topmanagement op identificatie.";
        identification_strain: -0.05 in -1.0 .. 1.0, "SD per SD", Assumed, "judgement, beside the weight of trust in leaders (AR-11); not fitted", "Weight of strain on identification.", "Gewicht van spanning op identificatie.";
        identification_weeks: 10.0 in 1.0 .. 104.0, "weeks", Assumed, "no published estimate", "Time in which identification follows what moves it.", "Tijd waarin identificatie volgt wat ze beweegt.";
        strain_colleague: -0.14 in -1.0 .. 1.0, "SD per SD", Assumed, "no meta-analytic number found; -.20 to -.40 plausible; not fitted", "Weight of trust in colleagues on strain.", "Gewicht van vertrouwen in collega's op spanning.";
        strain_leader: -0.18 in -1.0 .. 1.0, "SD per SD", Assumed, "no meta-analytic number found; -.20 to -.40 plausible; not fitted", "Weight of trust in the leader on strain.", "Gewicht van vertrouwen in de leidinggevende op spanning.";
        strain_top: -0.08 in -1.0 .. 1.0, "SD per SD", Assumed, "no meta-analytic number found; -.20 to -.40 plausible; not fitted", "Weight of trust in top management on strain.", "Gewicht van vertrouwen in het topmanagement op spanning.";
        strain_weeks: 4.0 in 1.0 .. 104.0, "weeks", Assumed, "no published estimate", "Time in which strain follows what moves it.", "Tijd waarin spanning volgt wat ze beweegt.";
        knowledge_sharing_colleague: 0.38 in -1.0 .. 1.0, "SD per SD", Assumed, ".30 to .50 with trust in colleagues plausible; not fitted", "Weight of trust in colleagues on knowledge sharing.", "Gewicht van vertrouwen in collega's op kennisdeling.";
        knowledge_sharing_leader: 0.1 in -1.0 .. 1.0, "SD per SD", Assumed, ".30 to .50 with trust in colleagues plausible; not fitted", "Weight of trust in the leader on knowledge sharing.", "Gewicht van vertrouwen in de leidinggevende op kennisdeling.";
        knowledge_sharing_top: 0.04 in -1.0 .. 1.0, "SD per SD", Assumed, ".30 to .50 with trust in colleagues plausible; not fitted", "Weight of trust in top management on knowledge sharing.", "Gewicht van vertrouwen in het topmanagement op kennisdeling.";
        knowledge_sharing_strain: -0.05 in -1.0 .. 1.0, "SD per SD", Assumed, ".30 to .50 with trust in colleagues plausible; not fitted", "Weight of strain on knowledge sharing.", "Gewicht van spanning op kennisdeling.";
        knowledge_sharing_weeks: 4.0 in 1.0 .. 104.0, "weeks", Assumed, "no published estimate", "Time in which knowledge sharing follows what moves it.", "Tijd waarin kennisdeling volgt wat ze beweegt.";
        helping_colleague: 0.109 in -1.0 .. 1.0, "SD per SD", Related, "citizenship .19 to .22 (Dirks & Ferrin 2002); fitted", "Weight of trust in colleagues on helping.", "Gewicht van vertrouwen in collega's op hulpgedrag.";
        helping_leader: 0.28 in -1.0 .. 1.0, "SD per SD", Related, "citizenship .19 to .22 (Dirks & Ferrin 2002); fitted", "Weight of trust in the leader on helping.", "Gewicht van vertrouwen in de leidinggevende op hulpgedrag.";
        helping_top: 0.0 in -1.0 .. 1.0, "SD per SD", Related, "citizenship .19 to .22 (Dirks & Ferrin 2002); held at 0: below it, trust in the top would lower what people do", "Weight of trust in top management on helping.", "Gewicht van vertrouwen in het topmanagement op hulpgedrag.";
        helping_strain: -0.08 in -1.0 .. 1.0, "SD per SD", Related, "citizenship .19 to .22 (Dirks & Ferrin 2002); not fitted", "Weight of strain on helping.", "Gewicht van spanning op hulpgedrag.";
        helping_weeks: 4.0 in 1.0 .. 104.0, "weeks", Assumed, "no published estimate", "Time in which helping follows what moves it.", "Tijd waarin hulpgedrag volgt wat ze beweegt.";
        learning_colleague: 0.3 in -1.0 .. 1.0, "SD per SD", Assumed, "no published estimate; not fitted", "Weight of trust in colleagues on learning.", "Gewicht van vertrouwen in collega's op leren.";
        learning_leader: 0.14 in -1.0 .. 1.0, "SD per SD", Assumed, "no published estimate; not fitted", "Weight of trust in the leader on learning.", "Gewicht van vertrouwen in de leidinggevende op leren.";
        learning_top: 0.04 in -1.0 .. 1.0, "SD per SD", Assumed, "no published estimate; not fitted", "Weight of trust in top management on learning.", "Gewicht van vertrouwen in het topmanagement op leren.";
        learning_strain: -0.08 in -1.0 .. 1.0, "SD per SD", Assumed, "no published estimate; not fitted", "Weight of strain on learning.", "Gewicht van spanning op leren.";
        learning_weeks: 8.0 in 1.0 .. 104.0, "weeks", Assumed, "no published estimate", "Time in which learning follows what moves it.", "Tijd waarin leren volgt wat ze beweegt.";
        readiness_for_change_colleague: 0.08 in -1.0 .. 1.0, "SD per SD", Related, "commitment to decisions .24 to .35 (Dirks & Ferrin 2002); not fitted", "Weight of trust in colleagues on readiness for change.", "Gewicht van vertrouwen in collega's op veranderingsbereidheid.";
        readiness_for_change_leader: 0.2 in -1.0 .. 1.0, "SD per SD", Related, "commitment to decisions .24 to .35 (Dirks & Ferrin 2002); not fitted", "Weight of trust in the leader on readiness for change.", "Gewicht van vertrouwen in de leidinggevende op veranderingsbereidheid.";
        readiness_for_change_top: 0.34 in -1.0 .. 1.0, "SD per SD", Related, "commitment to decisions .24 to .35 (Dirks & Ferrin 2002); not fitted", "Weight of trust in top management on readiness for change.", "Gewicht van vertrouwen in het topmanagement op veranderingsbereidheid.";
        readiness_for_change_strain: -0.08 in -1.0 .. 1.0, "SD per SD", Related, "commitment to decisions .24 to .35 (Dirks & Ferrin 2002); not fitted", "Weight of strain on readiness for change.", "Gewicht van spanning op veranderingsbereidheid.";
        readiness_for_change_weeks: 8.0 in 1.0 .. 104.0, "weeks", Assumed, "no published estimate", "Time in which readiness for change follows what moves it.", "Tijd waarin veranderingsbereidheid volgt wat ze beweegt.";
        quit_intention_colleague: -0.1 in -1.0 .. 1.0, "SD per SD", Related, "-.38 with the leader, -.41 with top (Dirks & Ferrin 2002); not fitted", "Weight of trust in colleagues on quit intention.", "Gewicht van vertrouwen in collega's op vertrekintentie.";
        quit_intention_leader: -0.262 in -1.0 .. 1.0, "SD per SD", Related, "-.38 with the leader, -.41 with top (Dirks & Ferrin 2002); fitted", "Weight of trust in the leader on quit intention.", "Gewicht van vertrouwen in de leidinggevende op vertrekintentie.";
        quit_intention_top: -0.75 in -1.0 .. 1.0, "SD per SD", Related, "-.38 with the leader, -.41 with top (Dirks & Ferrin 2002); fitted", "Weight of trust in top management on quit intention.", "Gewicht van vertrouwen in het topmanagement op vertrekintentie.";
        quit_intention_strain: 0.53 in -1.0 .. 1.0, "SD per SD", Related, "-.38 with the leader, -.41 with top (Dirks & Ferrin 2002); fitted", "Weight of strain on quit intention.", "Gewicht van spanning op vertrekintentie.";
        quit_intention_weeks: 8.0 in 1.0 .. 104.0, "weeks", Assumed, "no published estimate", "Time in which quit intention follows what moves it.", "Tijd waarin vertrekintentie volgt wat ze beweegt.";
        performance_colleague: 0.09 in -1.0 .. 1.0, "SD per SD", Related, ".17 with the leader, .00 with top (Dirks & Ferrin 2002); fitted", "Weight of trust in colleagues on performance.", "Gewicht van vertrouwen in collega's op prestatie.";
        performance_leader: 0.21 in -1.0 .. 1.0, "SD per SD", Related, ".17 with the leader, .00 with top (Dirks & Ferrin 2002); fitted", "Weight of trust in the leader on performance.", "Gewicht van vertrouwen in de leidinggevende op prestatie.";
        performance_top: 0.0 in -1.0 .. 1.0, "SD per SD", Related, ".17 with the leader, .00 with top (Dirks & Ferrin 2002); held at 0: below it, trust in the top would lower what people do", "Weight of trust in top management on performance.", "Gewicht van vertrouwen in het topmanagement op prestatie.";
        performance_strain: -0.1 in -1.0 .. 1.0, "SD per SD", Related, ".17 with the leader, .00 with top (Dirks & Ferrin 2002); not fitted", "Weight of strain on performance.", "Gewicht van spanning op prestatie.";
        performance_weeks: 10.0 in 1.0 .. 104.0, "weeks", Assumed, "no published estimate", "Time in which performance follows what moves it.", "Tijd waarin prestatie volgt wat ze beweegt.";
        loyalty_colleague: 0.45 in -1.0 .. 1.0, "SD per SD", Related, "people stay for each other: peer relations -.14 with turnover (Rubenstein et al. 2018) for the direction; size is judgement; not fitted", "Weight of trust in colleagues on loyalty to the team.", "Gewicht van vertrouwen in collega's op trouw aan het team.";
        loyalty_leader: 0.1 in -1.0 .. 1.0, "SD per SD", Assumed, "no published estimate; not fitted", "Weight of trust in the leader on loyalty to the team.", "Gewicht van vertrouwen in de leidinggevende op trouw aan het team.";
        loyalty_top: 0.0 in -1.0 .. 1.0, "SD per SD", Assumed, "loyalty to the team is not to the organisation; not fitted", "Weight of trust in top management on loyalty to the team.", "Gewicht van vertrouwen in het topmanagement op trouw aan het team.";
        loyalty_strain: -0.05 in -1.0 .. 1.0, "SD per SD", Assumed, "no published estimate; not fitted", "Weight of strain on loyalty to the team.", "Gewicht van spanning op trouw aan het team.";
        loyalty_weeks: 10.0 in 1.0 .. 104.0, "weeks", Assumed, "no published estimate", "Time in which loyalty to the team follows what moves it.", "Tijd waarin trouw aan het team volgt wat ze beweegt.";
        limit: 1.5 in 0.5 .. 20.0, "SD", Assumed, "no published estimate; correlations come from the middle of the range", "Trust this many standard deviations from the reference, and more, moves outcomes no further.", "Vertrouwen dat zoveel standaardafwijkingen of meer van de referentie ligt, beweegt uitkomsten niet verder.";
        withdrawal: 0.5 in 0.0 .. 3.0, "SD per unit of injury", Related, "withdrawal after violation: psychological contract breach and citizenship -.14, in-role -.24 (Zhao et al. 2007); size is judgement", "How much engagement, helping and knowledge sharing fall in somebody who feels wronged.", "Hoeveel bevlogenheid, hulp en kennisdeling dalen bij wie zich onrecht aangedaan voelt.";
        ability: 0.5 in 0.0 .. 1.0, "SD per SD", Assumed, "no published estimate", "Weight of ability on performance.", "Gewicht van bekwaamheid op prestatie.";
        performance_entry: -0.45 in -4.0 .. 4.0, "SD", Assumed, "set so that those who are there perform at the reference", "How those who come perform against those who have stayed: low performers leave more often (performance_exits).", "Hoe wie begint presteert tegenover wie bleef: wie zwak presteert, vertrekt vaker (performance_exits).";
        load: 2.0 in 0.0 .. 20.0, "SD per share of empty seats", Assumed, "no published estimate", "How much the empty seats of a team raise strain.", "Hoezeer de lege stoelen van een team de spanning verhogen.";
        residual: 0.65 in 0.0 .. 1.0, "share of variance", Assumed, "what trust leaves unexplained of attitudes (r about .5): with it, spreads are near 1", "Share of an outcome's variance that is the person's own.", "Deel van de variantie van een uitkomst dat eigen is aan de persoon.";
        lasting: 0.8 in 0.0 .. 1.0, "share of residual", Assumed, "no published estimate", "Share of that which lasts; the rest is slow noise.", "Deel daarvan dat blijvend is; de rest is trage ruis.";
        general: 0.24 in 0.0 .. 1.0, "share", Related, "one general attitude behind satisfaction, commitment and withdrawal: Harrison, Newman & Roth 2006; size fitted to VT-40", "Share of what lasts that all attitudes towards the job have in common.", "Deel van het blijvende dat alle attitudes tegenover het werk gemeen hebben.";
        burnout: 0.84 in 0.0 .. 4.0, "SD of strain", Related, "7.6 % burnout complaints in Flanders (BAT); fitted", "Strain at and above which a person counts as burnt out.", "Spanning vanaf waar iemand als opgebrand telt.";
    }
}

/// The outcomes, in the order used everywhere (state, survey columns, measures).
pub const OUTCOMES: [&str; 13] = [
    "engagement",
    "motivation",
    "satisfaction",
    "commitment",
    "identification",
    "strain",
    "knowledge_sharing",
    "helping",
    "learning",
    "readiness_for_change",
    "quit_intention",
    "performance",
    "loyalty",
];
/// Index of engagement in [`OUTCOMES`].
pub const ENGAGEMENT: usize = 0;
/// Index of motivation.
pub const MOTIVATION: usize = 1;
/// Index of strain.
pub const STRAIN: usize = 5;
/// Index of knowledge sharing.
pub const KNOWLEDGE_SHARING: usize = 6;
/// Index of helping.
pub const HELPING: usize = 7;
/// Index of learning.
pub const LEARNING: usize = 8;
/// Index of readiness for change.
pub const READINESS: usize = 9;
/// Index of the intention to quit.
pub const QUIT_INTENTION: usize = 10;
/// Index of performance.
pub const PERFORMANCE: usize = 11;
/// Index of loyalty to the team.
pub const LOYALTY: usize = 12;

/// The sign with which the general attitude towards the job enters an outcome; 0 for behaviour, which is not an attitude, and for
/// loyalty to the team, which is to people and not to the job.
pub const fn valence(outcome: usize) -> f64 {
    match outcome {
        STRAIN | QUIT_INTENTION => -1.0,
        KNOWLEDGE_SHARING | HELPING | LEARNING | PERFORMANCE | LOYALTY => 0.0,
        _ => 1.0,
    }
}

/// By outcome, the weights of the general attitude and of what is the outcome's own; their squares sum to `residual · lasting`.
pub fn lasting(law: &OutcomeLaw) -> [[f64; 2]; 13] {
    let scale = (law.residual * law.lasting).sqrt();
    std::array::from_fn(|outcome| {
        let valence = valence(outcome);
        [scale * valence * law.general.sqrt(), scale * (1.0 - law.general * valence.abs()).sqrt()]
    })
}

/// What pulls at one outcome.
#[derive(Clone, Copy, Debug)]
pub struct Pull {
    /// Weight of trust in each referent, both in standard deviations.
    pub trust: ByReferent<f64>,
    /// Weight of strain, both in standard deviations.
    pub strain: f64,
    /// Weeks in which an outcome goes most of the way (1 − 1/e) to where it is pulled.
    pub weeks: f64,
}

/// The pulls, in the order of [`OUTCOMES`].
pub fn pulls(law: &OutcomeLaw) -> [Pull; 13] {
    [
        Pull {
            trust: ByReferent([law.engagement_colleague, law.engagement_leader, law.engagement_top]),
            strain: law.engagement_strain,
            weeks: law.engagement_weeks,
        },
        Pull {
            trust: ByReferent([law.motivation_colleague, law.motivation_leader, law.motivation_top]),
            strain: law.motivation_strain,
            weeks: law.motivation_weeks,
        },
        Pull {
            trust: ByReferent([law.satisfaction_colleague, law.satisfaction_leader, law.satisfaction_top]),
            strain: law.satisfaction_strain,
            weeks: law.satisfaction_weeks,
        },
        Pull {
            trust: ByReferent([law.commitment_colleague, law.commitment_leader, law.commitment_top]),
            strain: law.commitment_strain,
            weeks: law.commitment_weeks,
        },
        Pull {
            trust: ByReferent([law.identification_colleague, law.identification_leader, law.identification_top]),
            strain: law.identification_strain,
            weeks: law.identification_weeks,
        },
        Pull { trust: ByReferent([law.strain_colleague, law.strain_leader, law.strain_top]), strain: 0.0, weeks: law.strain_weeks },
        Pull {
            trust: ByReferent([law.knowledge_sharing_colleague, law.knowledge_sharing_leader, law.knowledge_sharing_top]),
            strain: law.knowledge_sharing_strain,
            weeks: law.knowledge_sharing_weeks,
        },
        Pull {
            trust: ByReferent([law.helping_colleague, law.helping_leader, law.helping_top]),
            strain: law.helping_strain,
            weeks: law.helping_weeks,
        },
        Pull {
            trust: ByReferent([law.learning_colleague, law.learning_leader, law.learning_top]),
            strain: law.learning_strain,
            weeks: law.learning_weeks,
        },
        Pull {
            trust: ByReferent([law.readiness_for_change_colleague, law.readiness_for_change_leader, law.readiness_for_change_top]),
            strain: law.readiness_for_change_strain,
            weeks: law.readiness_for_change_weeks,
        },
        Pull {
            trust: ByReferent([law.quit_intention_colleague, law.quit_intention_leader, law.quit_intention_top]),
            strain: law.quit_intention_strain,
            weeks: law.quit_intention_weeks,
        },
        Pull {
            trust: ByReferent([law.performance_colleague, law.performance_leader, law.performance_top]),
            strain: law.performance_strain,
            weeks: law.performance_weeks,
        },
        Pull {
            trust: ByReferent([law.loyalty_colleague, law.loyalty_leader, law.loyalty_top]),
            strain: law.loyalty_strain,
            weeks: law.loyalty_weeks,
        },
    ]
}

/// The reference of trust: mean and spread.
pub fn reference(law: &OutcomeLaw) -> ByReferent<[f64; 2]> {
    ByReferent([[law.mean_colleague, law.sd_colleague], [law.mean_leader, law.sd_leader], [law.mean_top, law.sd_top]])
}

/// z, trust against the reference, levelling off at `limit`.
#[inline(always)]
pub fn standardised(trust: f32, mean: f32, sd: f32, limit: f32) -> f32 {
    let x = (trust - mean) / sd;
    x / (1.0 + (x / limit) * (x / limit)).sqrt()
}

/// The outcome a week later; `noise_sd` is the standing spread of the slow noise.
#[inline(always)]
pub fn week(y: f32, target: f32, noise: f32, noise_sd: f32, rate: f32) -> f32 {
    let shake = (rate * (2.0 - rate)).sqrt(); // keeps the standing spread at noise_sd
    y + rate * (target - y) + shake * noise_sd * noise
}

/// One standard deviation of an outcome on the scale from 0 to 1: 0.8 on one of 1 to 5, about what questionnaires on
/// attitudes find. At 0.15 a fortieth of the people came to "agree" with leaving, where a tenth does.
pub const PER_SD: f32 = 0.2;

/// How an outcome in standard deviations is shown: an index from 0 to 1.
#[inline(always)]
pub fn index(y: f32) -> f32 {
    larger(smaller(0.5 + PER_SD * y, 1.0), 0.0)
}

#[cfg(test)]
mod tests {
    use super::super::referent::Referent;
    use super::*;

    #[test]
    fn far_from_the_reference_the_effect_levels_off() {
        assert!(standardised(0.56, 0.56, 0.085, 3.0).abs() < 1e-6);
        assert!((standardised(0.645, 0.56, 0.085, 3.0) - 0.9487).abs() < 1e-3); // 1 / √(1 + 1/9)
        assert!(standardised(0.0, 0.56, 0.085, 3.0) > -3.0);
    }

    #[test]
    fn at_its_target_an_outcome_stays() {
        assert!((week(0.7, 0.7, 0.0, 0.4, 0.1) - 0.7).abs() < 1e-6);
    }

    #[test]
    fn an_outcome_follows_over_weeks() {
        let mut y = 0.0;
        for _ in 0..10 {
            y = week(y, 1.0, 0.0, 0.4, 0.1);
        }
        assert!((y - (1.0 - 0.9_f32.powi(10))).abs() < 1e-5);
    }

    #[test]
    fn trust_moves_attitudes_more_than_output() {
        let pulls = pulls(&OutcomeLaw::default());
        let leader = |key: &str| pulls[OUTCOMES.iter().position(|k| *k == key).unwrap()].trust[Referent::Leader].abs();
        assert!(leader("satisfaction") > 2.0 * leader("helping") && leader("satisfaction") > 2.0 * leader("performance"));
    }

    #[test]
    fn the_index_is_one_half_at_the_reference() {
        assert!((index(0.0) - 0.5).abs() < 1e-6);
        assert!((index(-10.0)).abs() < 1e-6);
    }
}
