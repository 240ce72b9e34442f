//! # Everyday behaviour
//!
//! The ten behaviours through which trust comes on foot: how often there is an occasion for each, whether it is shown, how
//! well, and what is told by it.
//!
//! ```text
//!   occasion     a contact is an occasion for behaviour b with chance  occasions_b · frequency_b        shown
//!                                                                      occasions_b · (1 − frequency_b)⁺  omitted
//!   logit p      = base + Σ_f share_f · conduct_f + fit · ε_ij + reciprocity · (T_back − ½) / sd − discord · |T − T_back| / sd
//!                + well_b + habit · ln frequency_b + culture + engagement_pull · z(engagement) − strain_pull · z(strain)
//!                + practices + line · (T_top − ½) / sd
//!   conduct_f    = mean_f + sd_f · (√character · ε + √(1 − character) · ε_f)
//! ```
//!
//! | symbol    | meaning                                                       | range     |
//! |-----------|---------------------------------------------------------------|-----------|
//! | p         | chance that what is shown is done well                        | 0 to 1    |
//! | share_f   | share of the facet in what the behaviour tells                | sum 1     |
//! | conduct_f | how well this person really behaves on the facet              | logits    |
//! | ε, ε_f    | standard normal, one for each person, one for each facet      |           |
//! | ε_ij      | how these two get on, lasting, the same both ways; evenly spread, SD 1 |  |
//! | T, T_back | trust of the one who sees the act, and trust back             | 0 to 1    |
//! | sd        | spread of that trust in the reference population ([`outcome`](super::outcome)) | |
//! | frequency | how often the behaviour is shown, relative to its usual frequency | ≥ 0   |
//! | culture   | what culture programmes have added for good                   | logits    |
//! | practices | what the institutional practices add ([`practice`](super::practice)) | logits |
//! | line      | for a leader: what is thought of top management               | logits    |
//!
//! **Read it as.** Each day has at most one theme for each person, drawn by how often the role has an occasion for it; days
//! without one teach nothing. Where more is shown than days can hold, a day's acts weigh more. What is shown badly has a form of
//! its own: an indiscretion, a broken word, a decision left unexplained. What is left out where it was expected tells nothing
//! good and disappoints a little: `omission` of what the same act done badly would tell against the facets it speaks of.
//! People behave better towards those who trust them and those they get on with, when they are engaged and not strained, and
//! where the organisation expects it.
//!
//! **Own outcomes.** Each behaviour also does something of its own, whatever is thought of anybody: what it adds to its outcome is
//! `own_b · x / √(1 + x²)`, where x is how much more of it is shown well in the team than ordinary people show:
//! x = mean of frequency_b · p_b / logistic(base) − 1, each role by its occasions.
//!
//! **Limits.** With neutral traits, a pair that neither fits nor clashes, trust of ½ both ways and in the top, usual frequencies,
//! engagement and strain at their reference, no culture added and practices at ½, p = logistic(base). Reciprocity 0: only how far trust
//! and trust back differ matters; switched off, that does not matter either. All frequencies 0: nothing is shown, contacts disappoint, and what is believed fades.
//!
//! **Source.** Abrams, Cross, Lesser & Levin (2003) for the behaviours. Weights are judgement, informed in rank by Dirks &
//! Ferrin (2002), tables 2 and 3; what a bad form tells is judgement: each is a parameter of `[loadings]`. The four facets of conduct go together because ability,
//! benevolence and integrity do (Colquitt, Scott & LePine 2007). A behaviour's weight on impact is added to its weight on chance,
//! because impact is a matter of the role and not of the pair. Which outcome is whose: judgement, by what each behaviour is in the article (AR-27 to AR-36).

use super::referent::{ByReferent, Referent};
use crate::text::{Text, text};
use crate::theory::{larger, smaller};

/// One of the ten everyday behaviours.
#[derive(Clone, Copy, Debug)]
pub struct BehaviourRow {
    /// The word used in files and tables.
    pub key: &'static str,
    /// Name.
    pub name: Text,
    /// What it is.
    pub meaning: Text,
    /// The form that it has when it is done badly.
    pub bad_form: Text,
    /// The outcome that it moves of itself.
    pub own: Own,
    /// Source of the strength's rank.
    pub source: &'static str,
}

/// What a behaviour moves of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Own {
    KnowledgeSharing,
    Helping,
    Readiness,
    QuitIntention,
    Cooperation,
    OpenCommunication,
    Safety,
    SharedVision,
    ErrorLearning,
    Reliance,
}

#[rustfmt::skip]
/// The ten behaviours, in the order of the article (AR-27 to AR-36).
pub const BEHAVIOURS: [BehaviourRow; 10] = [
    BehaviourRow { key: "discretion", name: text("Discretion", "Discretie"), meaning: text("handling sensitive information with care", "gevoelige informatie zorgvuldig behandelen"), bad_form: text("an indiscretion", "een indiscretie"), own: Own::OpenCommunication, source: "no anchor found" },
    BehaviourRow { key: "consistency", name: text("Consistency", "Consistentie"), meaning: text("words and deeds agree, promises are kept", "woorden en daden stemmen overeen, beloften worden nagekomen"), bad_form: text("a broken word", "een gebroken woord"), own: Own::Reliance, source: "role modelling .67, unmet expectations -.40: Dirks & Ferrin 2002" },
    BehaviourRow { key: "open_communication", name: text("Open communication", "Open communicatie"), meaning: text("sharing information fully and in time", "volledig en tijdig informatie delen"), bad_form: text("information withheld", "achtergehouden informatie"), own: Own::KnowledgeSharing, source: "interactional justice .65: Dirks & Ferrin 2002" },
    BehaviourRow { key: "collaboration", name: text("Collaboration", "Samenwerking"), meaning: text("listening, taking ideas seriously, solving together", "actief luisteren, ideeën serieus nemen, samen oplossen"), bad_form: text("an idea brushed aside", "een weggewuifd idee"), own: Own::Cooperation, source: "participation .46: Dirks & Ferrin 2002" },
    BehaviourRow { key: "transparency", name: text("Transparency", "Transparantie"), meaning: text("explaining decisions and their criteria", "beslissingen en hun criteria helder uitleggen"), bad_form: text("a decision left unexplained", "een beslissing zonder uitleg"), own: Own::Readiness, source: "procedural justice .61: Dirks & Ferrin 2002" },
    BehaviourRow { key: "shared_goals_and_language", name: text("Shared goals and language", "Gedeelde doelen en taal"), meaning: text("working from recognisable values and common terms", "werken vanuit herkenbare waarden en gemeenschappelijke termen"), bad_form: text("talking at cross purposes", "langs elkaar heen praten"), own: Own::SharedVision, source: "vision .54, goals .57: Dirks & Ferrin 2002" },
    BehaviourRow { key: "accountability", name: text("Accountability", "Verantwoordelijkheid"), meaning: text("counting on one another and taking agreements seriously", "op elkaar rekenen en afspraken serieus nemen"), bad_form: text("blame passed on", "de schuld doorschuiven"), own: Own::ErrorLearning, source: "contingent reward .59: Dirks & Ferrin 2002" },
    BehaviourRow { key: "personal_connection", name: text("Personal connection", "Persoonlijke verbinding"), meaning: text("interest in the person behind the colleague", "belangstelling voor de mens achter de collega"), bad_form: text("indifference", "onverschilligheid"), own: Own::QuitIntention, source: "individual consideration .70: Dirks & Ferrin 2002" },
    BehaviourRow { key: "generosity", name: text("Generosity", "Vrijgevigheid"), meaning: text("giving time, knowledge or help without return", "tijd, kennis of hulp geven zonder tegenprestatie"), bad_form: text("help refused", "geweigerde hulp"), own: Own::Helping, source: "individual consideration .70, organisational support .69: Dirks & Ferrin 2002" },
    BehaviourRow { key: "honesty_about_limits", name: text("Honesty about strengths and limits", "Eerlijkheid over sterktes en grenzen"), meaning: text("showing expertise and admitting its limits", "deskundigheid tonen en grenzen erkennen"), bad_form: text("bluffing", "bluffen"), own: Own::Safety, source: "no anchor found" },
];

#[rustfmt::skip]
crate::theory::table! {
    /// What each behaviour tells, and how often there is an occasion for it, in the order of [`BEHAVIOURS`].
    Loadings [10][14] [
        "competence" "weight" 0.0 .. 1.0 ("", ", done well: weight on competence.") ("", ", goed gedaan: gewicht op bekwaamheid.");
        "reliability" "weight" 0.0 .. 1.0 ("", ", done well: weight on reliability.") ("", ", goed gedaan: gewicht op betrouwbaarheid.");
        "intentions" "weight" 0.0 .. 1.0 ("", ", done well: weight on intentions.") ("", ", goed gedaan: gewicht op intenties.");
        "honesty" "weight" 0.0 .. 1.0 ("", ", done well: weight on honesty.") ("", ", goed gedaan: gewicht op eerlijkheid.");
        "risk" "weight" 0.0 .. 1.0 ("", ", done well: weight on the perceived risk.") ("", ", goed gedaan: gewicht op het ingeschatte risico.");
        "bad_competence" "weight" 0.0 .. 1.0 ("", ", done badly: weight on competence, before asymmetry.") ("", ", slecht gedaan: gewicht op bekwaamheid, vóór asymmetrie.");
        "bad_reliability" "weight" 0.0 .. 1.0 ("", ", done badly: weight on reliability, before asymmetry.") ("", ", slecht gedaan: gewicht op betrouwbaarheid, vóór asymmetrie.");
        "bad_intentions" "weight" 0.0 .. 1.0 ("", ", done badly: weight on intentions, before asymmetry.") ("", ", slecht gedaan: gewicht op intenties, vóór asymmetrie.");
        "bad_honesty" "weight" 0.0 .. 1.0 ("", ", done badly: weight on honesty, before asymmetry.") ("", ", slecht gedaan: gewicht op eerlijkheid, vóór asymmetrie.");
        "bad_risk" "weight" 0.0 .. 1.0 ("", ", done badly: weight on the perceived risk, before asymmetry.") ("", ", slecht gedaan: gewicht op het ingeschatte risico, vóór asymmetrie.");
        "strength" "factor" 0.2 .. 2.0 ("", ": how much it counts beside the others.") ("", ": hoe zwaar het telt naast de andere.");
        "colleague" "share" 0.0 .. 0.5 ("", ": in which share of the contacts with a colleague there is an occasion for it.") ("", ": in welk deel van de contacten met een collega er aanleiding toe is.");
        "leader" "share" 0.0 .. 0.5 ("", ": in which share of the contacts with the leader there is an occasion for it.") ("", ": in welk deel van de contacten met de leidinggevende er aanleiding toe is.");
        "top" "share" 0.0 .. 0.5 ("", ": in which share of the contacts with top management there is an occasion for it.") ("", ": in welk deel van de contacten met het topmanagement er aanleiding toe is.");
    ]
    // done well: competence, reliability, intentions, honesty, risk; done badly: the same; strength; occasions: colleague, leader, top
    "discretion" "Discretion" "Discretie" [0.0, 0.15, 0.20, 0.40, 0.25,  0.0, 0.05, 0.30, 0.35, 0.35,  0.9,  0.09, 0.08, 0.0] "no published estimate: judgement";
    "consistency" "Consistency" "Consistentie" [0.0, 0.55, 0.0, 0.30, 0.15,  0.0, 0.65, 0.05, 0.20, 0.15,  1.2,  0.06, 0.12, 0.22] "no published estimate: judgement";
    "open_communication" "Open communication" "Open communicatie" [0.20, 0.10, 0.15, 0.40, 0.15,  0.05, 0.15, 0.25, 0.40, 0.15,  1.1,  0.06, 0.11, 0.30] "no published estimate: judgement";
    "collaboration" "Collaboration" "Samenwerking" [0.30, 0.0, 0.60, 0.10, 0.0,  0.20, 0.0, 0.70, 0.0, 0.10,  0.9,  0.14, 0.09, 0.0] "no published estimate: judgement";
    "transparency" "Transparency" "Transparantie" [0.0, 0.15, 0.10, 0.55, 0.20,  0.05, 0.10, 0.15, 0.45, 0.25,  1.1,  0.0, 0.12, 0.30] "no published estimate: judgement";
    "shared_goals_and_language" "Shared goals and language" "Gedeelde doelen en taal" [0.10, 0.10, 0.70, 0.0, 0.10,  0.45, 0.25, 0.20, 0.0, 0.10,  0.8,  0.09, 0.09, 0.10] "no published estimate: judgement";
    "accountability" "Accountability" "Verantwoordelijkheid" [0.10, 0.70, 0.0, 0.10, 0.10,  0.10, 0.45, 0.10, 0.25, 0.10,  0.9,  0.11, 0.09, 0.0] "no published estimate: judgement";
    "personal_connection" "Personal connection" "Persoonlijke verbinding" [0.0, 0.0, 0.90, 0.10, 0.0,  0.0, 0.0, 0.95, 0.0, 0.05,  1.1,  0.12, 0.09, 0.0] "no published estimate: judgement";
    "generosity" "Generosity" "Vrijgevigheid" [0.10, 0.0, 0.85, 0.0, 0.05,  0.10, 0.10, 0.75, 0.0, 0.05,  1.0,  0.11, 0.07, 0.0] "no published estimate: judgement";
    "honesty_about_limits" "Honesty about strengths and limits" "Eerlijkheid over sterktes en grenzen" [0.45, 0.10, 0.0, 0.30, 0.15,  0.50, 0.15, 0.0, 0.30, 0.05,  0.8,  0.09, 0.09, 0.0] "no published estimate: judgement";
}

/// What one behaviour tells.
#[derive(Clone, Copy, Debug)]
pub struct Loading {
    /// Done well: weights on competence, reliability, intentions, honesty.
    pub facets: [f64; 4],
    /// Done well: weight on the perceived risk.
    pub risk: f64,
    /// Done badly: weights on the same four, before asymmetry.
    pub bad_facets: [f64; 4],
    /// Done badly: weight on the perceived risk.
    pub bad_risk: f64,
    /// How much it counts beside the others.
    pub strength: f64,
    /// In which share of the contacts with a colleague, a leader, top management there is an occasion for it.
    pub occasions: ByReferent<f64>,
}

impl Loadings {
    /// What behaviour `b` tells.
    pub fn of(&self, b: usize) -> Loading {
        let [c, r, i, h, risk, bad_c, bad_r, bad_i, bad_h, bad_risk, strength, occasions @ ..] = self.0[b];
        Loading {
            facets: [c, r, i, h],
            risk,
            bad_facets: [bad_c, bad_r, bad_i, bad_h],
            bad_risk,
            strength,
            occasions: ByReferent(occasions),
        }
    }
}

impl Loading {
    /// What an act tells: weights on the four facets and on the risk, strength included.
    pub fn weights(&self, well: bool) -> ([f64; 4], f64) {
        let (facets, risk) = if well { (self.facets, self.risk) } else { (self.bad_facets, self.bad_risk) };
        (facets.map(|weight| weight * self.strength), risk * self.strength)
    }

    /// The share of each facet in what it tells; they sum to 1, or to 0 where it tells of none.
    pub fn shares(&self) -> [f64; 4] {
        let sum: f64 = self.facets.iter().sum();
        self.facets.map(|weight| if sum > 0.0 { weight / sum } else { 0.0 })
    }
}

crate::theory::parameters! {
    /// Parameters of everyday behaviour.
    BehaviourLaw {
        base: 2.0 in -4.0 .. 6.0, "logit", Assumed, "set so that two thirds trust their colleagues where losses weigh about twice as much as gains: some seven good acts for each bad one; no study measured it", "How well people behave when nothing pulls either way.", "Hoe goed mensen zich gedragen als niets in een richting trekt.";
        character: 0.6 in 0.0 .. 1.0, "share of variance", Related, "ability, benevolence and integrity go together, r = .5 to .7: Colquitt, Scott & LePine 2007; perceptions, so the traits themselves may go together less", "How much of a person's conduct the four facets have in common.", "Hoeveel van iemands gedrag de vier facetten gemeen hebben.";
        fit: 0.65 in 0.0 .. 3.0, "logit", Assumed, "no published estimate; two colleagues of one person do not end with the same view", "How much better or worse people behave towards those they get on with or do not: one standard deviation of it.", "Hoeveel beter of slechter mensen zich gedragen tegenover wie hun ligt of niet ligt: één standaardafwijking ervan.";
        omission: 0.06 in 0.0 .. 1.0, "share", Assumed, "no published estimate: judgement, far less than the same act done badly", "How much leaving out what was expected disappoints, when the act done badly counts as 1.", "Hoezeer het teleurstelt als wat verwacht werd uitblijft, als de slecht gestelde daad voor 1 telt.";
        reciprocity: 0.06 in 0.0 .. 3.0, "logit per SD of trust", Assumed, "no published estimate", "How much better people behave towards those who trust them.", "Hoeveel beter mensen zich gedragen tegenover wie hen vertrouwt.";
        discord: 0.04 in 0.0 .. 3.0, "logit per SD of trust", Related, "unequal propensity in a team starts a downward spiral: Ferguson & Peterson 2015; size is judgement", "How much worse people behave towards each other when one trusts far more than the other.", "Hoeveel slechter mensen zich tegenover elkaar gedragen als de een veel meer vertrouwt dan de ander.";
        habit: 0.4 in 0.0 .. 3.0, "logit", Assumed, "no published estimate", "How much better a behaviour is done for each e-fold by which it is shown more often.", "Hoeveel beter een gedraging gebeurt per factor e waarmee ze vaker getoond wordt.";
        engagement_pull: 0.10 in 0.0 .. 2.0, "logit per SD", Assumed, "no published estimate", "How much engagement improves conduct.", "Hoezeer betrokkenheid het gedrag verbetert.";
        strain_pull: 0.15 in 0.0 .. 2.0, "logit per SD", Assumed, "no published estimate", "How much strain worsens conduct.", "Hoezeer spanning het gedrag verslechtert.";
        line: 0.10 in 0.0 .. 3.0, "logit per SD of trust", Related, "trickle-down of what supervisors think of their manager: De Cremer et al. 2018 for the direction; size is judgement", "How much what a leader thinks of top management shows in the leader's conduct.", "Hoezeer wat een leidinggevende van het topmanagement vindt, blijkt uit het eigen gedrag.";
    }
}

macro_rules! frequencies {
    ($($key:ident $well:ident: $en:literal, $nl:literal, $well_en:literal, $well_nl:literal;)*) => {
        crate::theory::parameters! {
            /// How often each behaviour is shown, relative to its usual frequency (0 takes it away), and how well.
            Frequencies {
                $($key: 1.0 in 0.0 .. 10.0, "times the usual frequency", Assumed, "1 is the usual mix of the ten behaviours; no study counted how often each occurs", $en, $nl;)*
                $($well: 0.0 in -5.0 .. 5.0, "logit", Assumed, "0 is as well as the person, the practices and the day make it", $well_en, $well_nl;)*
            }
        }
        impl Frequencies {
            /// How often, in the order of [`BEHAVIOURS`].
            pub fn values(&self) -> [f64; 10] { [$(self.$key),*] }
            /// How much better than usual, in the order of [`BEHAVIOURS`].
            pub fn well(&self) -> [f64; 10] { [$(self.$well),*] }
        }
    };
}

frequencies! {
    discretion discretion_well: "How often discretion is shown.", "Hoe vaak discretie getoond wordt.", "How much better discretion is done than usual.", "Hoeveel beter discretie gebeurt dan gewoonlijk.";
    consistency consistency_well: "How often consistency is shown.", "Hoe vaak consistentie getoond wordt.", "How much better consistency is done than usual.", "Hoeveel beter consistentie gebeurt dan gewoonlijk.";
    open_communication open_communication_well: "How often open communication is shown.", "Hoe vaak open communicatie getoond wordt.", "How much better open communication is done than usual.", "Hoeveel beter open communicatie gebeurt dan gewoonlijk.";
    collaboration collaboration_well: "How often collaboration is shown.", "Hoe vaak samenwerking getoond wordt.", "How much better collaboration is done than usual.", "Hoeveel beter samenwerking gebeurt dan gewoonlijk.";
    transparency transparency_well: "How often transparency is shown.", "Hoe vaak transparantie getoond wordt.", "How much better transparency is done than usual.", "Hoeveel beter transparantie gebeurt dan gewoonlijk.";
    shared_goals_and_language shared_goals_and_language_well: "How often shared goals and language are shown.", "Hoe vaak gedeelde doelen en taal getoond worden.", "How much better shared goals and language are done than usual.", "Hoeveel beter gedeelde doelen en taal gebeuren dan gewoonlijk.";
    accountability accountability_well: "How often accountability is shown.", "Hoe vaak verantwoordelijkheid getoond wordt.", "How much better accountability is done than usual.", "Hoeveel beter verantwoordelijkheid gebeurt dan gewoonlijk.";
    personal_connection personal_connection_well: "How often personal connection is shown.", "Hoe vaak persoonlijke verbinding getoond wordt.", "How much better personal connection is done than usual.", "Hoeveel beter persoonlijke verbinding gebeurt dan gewoonlijk.";
    generosity generosity_well: "How often generosity is shown.", "Hoe vaak vrijgevigheid getoond wordt.", "How much better generosity is done than usual.", "Hoeveel beter vrijgevigheid gebeurt dan gewoonlijk.";
    honesty_about_limits honesty_about_limits_well: "How often honesty about strengths and limits is shown.", "Hoe vaak eerlijkheid over sterktes en grenzen getoond wordt.", "How much better honesty about strengths and limits is done than usual.", "Hoeveel beter eerlijkheid over sterktes en grenzen gebeurt dan gewoonlijk.";
}

macro_rules! own {
    ($($key:ident: $default:literal $low:literal $high:literal $unit:literal, $source:literal, $en:literal, $nl:literal;)*) => {
        crate::theory::parameters! {
            /// What each behaviour moves of itself, apart from trust.
            OwnLaw { $($key: $default in $low .. $high, $unit, Assumed, $source, $en, $nl;)* }
        }
        impl OwnLaw {
            /// In the order of [`BEHAVIOURS`].
            pub fn values(&self) -> [f64; 10] { [$(self.$key),*] }
        }
    };
}

own! {
    discretion: 0.10 0.0 1.0 "0 to 1", "judgement, by what the article (AR-27) says it is; no study gives the size", "What discretion adds to speaking up (open communication in the team) where far more of it is shown well.", "Wat discretie toevoegt aan het aankaarten van problemen (open communicatie in het team) waar er veel meer van goed getoond wordt.";
    consistency: 0.25 0.0 1.0 "0 to 1", "judgement, by what the article (AR-28) says it is; no study gives the size", "What consistency adds to relying on others instead of controlling them where far more of it is shown well.", "Wat consistentie toevoegt aan rekenen op anderen in plaats van controleren waar er veel meer van goed getoond wordt.";
    open_communication: 0.5 0.0 2.0 "SD", "judgement, by what the article (AR-29) says it is; no study gives the size", "What open communication adds to knowledge sharing where far more of it is shown well.", "Wat open communicatie toevoegt aan kennisdeling waar er veel meer van goed getoond wordt.";
    collaboration: 0.10 0.0 1.0 "0 to 1", "judgement, by what the article (AR-30) says it is; no study gives the size", "What collaboration adds to cooperation where far more of it is shown well.", "Wat samenwerkend gedrag toevoegt aan de samenwerking in het team waar er veel meer van goed getoond wordt.";
    transparency: 0.5 0.0 2.0 "SD", "judgement, by what the article (AR-31) says it is; no study gives the size", "What transparency adds to readiness for change where far more of it is shown well.", "Wat transparantie toevoegt aan veranderingsbereidheid waar er veel meer van goed getoond wordt.";
    shared_goals_and_language: 0.12 0.0 1.0 "0 to 1", "judgement, by what the article (AR-32) says it is; no study gives the size", "What shared goals and language add to shared vision where far more of them is shown well.", "Wat gedeelde doelen en taal toevoegen aan de gedeelde visie waar er veel meer van goed getoond wordt.";
    accountability: 0.12 0.0 1.0 "0 to 1", "judgement, by what the article (AR-33) says it is; no study gives the size", "What accountability adds to learning from errors where far more of it is shown well.", "Wat verantwoordelijkheid toevoegt aan leren uit fouten waar er veel meer van goed getoond wordt.";
    personal_connection: 0.4 0.0 2.0 "SD", "judgement, by what the article (AR-34) says it is; no study gives the size", "What personal connection takes from the intention to quit (loyalty to the team) where far more of it is shown well.", "Wat persoonlijke verbinding wegneemt van de vertrekintentie (trouw aan het team) waar er veel meer van goed getoond wordt.";
    generosity: 0.5 0.0 2.0 "SD", "judgement, by what the article (AR-35) says it is; no study gives the size", "What generosity adds to helping where far more of it is shown well.", "Wat vrijgevigheid toevoegt aan hulpgedrag waar er veel meer van goed getoond wordt.";
    honesty_about_limits: 0.10 0.0 1.0 "0 to 1", "judgement, by what the article (AR-36) says it is; no study gives the size", "What honesty about strengths and limits adds to safety where far more of it is shown well.", "Wat eerlijkheid over sterktes en grenzen toevoegt aan veiligheid waar er veel meer van goed getoond wordt.";
}

/// How these two get on, from a draw for the pair: evenly spread, with a standard deviation of 1.
#[inline(always)]
pub fn fits(draw: u32) -> f32 {
    ((draw >> 8) as i32 - (1 << 23)) as f32 * (3.464_101_6 / 16_777_216.0) // √12 is the width of an even spread of SD 1
}

/// A day's themes of a role: in which share of its contacts each behaviour is shown, then in which share each is omitted, both
/// in the order of [`BEHAVIOURS`]; and how much a day's act weighs where more would be shown than days can hold.
pub fn themes(loadings: &Loadings, role: Referent, frequency: [f64; 10]) -> ([f64; 20], f64) {
    let rate = |b: usize| loadings.of(b % 10).occasions[role] * if b < 10 { frequency[b] } else { (1.0 - frequency[b - 10]).max(0.0) };
    let rates: [f64; 20] = std::array::from_fn(rate);
    let crowd = rates.iter().sum::<f64>().max(1.0);
    (rates.map(|rate| rate / crowd), crowd)
}

/// What a behaviour adds to its own outcome, as a share of the most that it can, when it is shown well `times` as often as
/// ordinary people show it.
#[inline(always)]
pub fn beyond_usual(times: f32) -> f32 {
    let x = times - 1.0;
    x / (1.0 + x * x).sqrt()
}

/// What habit adds to how well a behaviour is done; nothing at its usual frequency, and nothing where it is never shown.
pub fn skill(law: &BehaviourLaw, frequency: f64) -> f64 {
    if frequency > 0.0 { law.habit * libm::log(frequency) } else { 0.0 }
}

/// Whether an act is done well, given odds of doing it well and a draw from [0, 1).
#[inline(always)]
pub fn done_well(odds: f32, draw: f32) -> bool {
    draw * (1.0 + odds) < odds
}

/// e^x for |x| ≤ 8, from additions and multiplications alone, so that it is the same on every processor and runs in
/// vector lanes. Relative error below 0.1 % for |x| ≤ 4, and below 1 % at 8.
#[inline(always)]
pub fn exp(x: f32) -> f32 {
    let z = larger(smaller(x, 8.0), -8.0) * (1.0 / 32.0);
    let e = 1.0 + z * (1.0 + z * (0.5 + z * (1.0 / 6.0)));
    let e2 = e * e;
    let e4 = e2 * e2;
    let e8 = e4 * e4;
    let e16 = e8 * e8;
    e16 * e16
}

/// Times this, [`exp`] is never below the exact one: a bound for those who are only looked at if a draw falls below it.
pub const EXP_BOUND: f32 = 1.02;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_sum_to_one_and_every_behaviour_tells_something() {
        for (b, row) in BEHAVIOURS.iter().enumerate() {
            let behaviour = Loadings::default().of(b);
            assert!((behaviour.shares().iter().sum::<f64>() - 1.0).abs() < 1e-12, "{}", row.key);
            assert!((behaviour.facets.iter().sum::<f64>() + behaviour.risk - 1.0).abs() < 1e-9, "{}", row.key);
            assert!((behaviour.bad_facets.iter().sum::<f64>() + behaviour.bad_risk - 1.0).abs() < 0.11, "{}", row.key);
            assert!(behaviour.occasions.iter().any(|&f| f > 0.0));
            assert!(Loadings::ROWS[b * Loadings::COLUMNS.len()].key.starts_with(row.key));
        }
    }

    #[test]
    fn frequencies_follow_the_order_of_the_behaviours() {
        for (row, behaviour) in Frequencies::ROWS.iter().zip(&BEHAVIOURS) {
            assert_eq!(row.key, behaviour.key);
        }
    }

    #[test]
    fn usual_days_hold_what_is_shown_and_crowded_ones_weigh_more() {
        for role in Referent::ALL {
            let (usual, weight) = themes(&Loadings::default(), role, [1.0; 10]);
            assert!(usual[..10].iter().sum::<f64>() < 1.0 && usual[10..].iter().all(|&omitted| omitted < 1e-12) && weight < 1.0 + 1e-12);
            let (crowded, weight) = themes(&Loadings::default(), role, [3.0; 10]);
            assert!((crowded.iter().sum::<f64>() - 1.0).abs() < 1e-12 && weight > 2.0);
            let (nothing, _) = themes(&Loadings::default(), role, [0.0; 10]);
            assert!(nothing[..10].iter().all(|&shown| shown < 1e-12));
            assert!((nothing[10..].iter().sum::<f64>() - usual[..10].iter().sum::<f64>()).abs() < 1e-12);
        }
    }

    #[test]
    fn pairs_fit_evenly_around_nothing_with_a_spread_of_one() {
        let draws: Vec<f64> = (0..10_000_u32).map(|n| f64::from(fits(n * 429_496))).collect();
        let mean = draws.iter().sum::<f64>() / 1e4;
        let variance = draws.iter().map(|x| x * x).sum::<f64>() / 1e4;
        assert!(mean.abs() < 0.01 && (variance - 1.0).abs() < 0.01, "{mean} {variance}");
    }

    #[test]
    fn a_behaviour_adds_nothing_where_it_is_usual_and_never_more_than_its_most() {
        assert!(beyond_usual(1.0).abs() < 1e-9 && beyond_usual(100.0) < 1.0 && beyond_usual(0.0) < -0.7);
    }

    #[test]
    fn even_odds_are_done_well_half_of_the_time() {
        assert!(done_well(1.0, 0.49) && !done_well(1.0, 0.51));
    }

    #[test]
    fn the_exponential_keeps_close_to_the_exact_one() {
        for step in -80..=80 {
            let x = step as f32 / 10.0;
            let exact = libm::exp(x as f64);
            let error = (exp(x) as f64 / exact - 1.0).abs();
            assert!(error < if x.abs() <= 4.0 { 1e-3 } else { 1e-2 }, "{x}: {error}");
        }
    }
}
