//! # Everyday behaviour
//!
//! The ten behaviours through which trust comes on foot: what each tells, who shows it, and how often it is done well.
//!
//! ```text
//!   logit p = base + Σ_f share_f · conduct_f + reciprocity · (T_back − ½) − discord · |T − T_back|
//!             + habit · ln frequency + culture + engagement_pull · z(engagement) − strain_pull · z(strain) + practices + line
//! ```
//!
//! | symbol    | meaning                                                       | range     |
//! |-----------|---------------------------------------------------------------|-----------|
//! | p         | chance that today's act is done well                          | 0 to 1    |
//! | share_f   | share of the facet in what the behaviour tells                | sum 1     |
//! | conduct_f | how well this person really behaves on the facet              | logits    |
//! | T, T_back | trust of the one who sees the act, and trust back             | 0 to 1    |
//! | frequency | how often the behaviour is shown, relative to its usual frequency | ≥ 0   |
//! | culture   | what culture programmes have added for good                   | logits    |
//! | practices | what the institutional practices add ([`practice`](super::practice)) | logits |
//! | line      | for a leader: what is thought of top management               | logits    |
//!
//! **Read it as.** People behave better towards those who trust them, when they are engaged and not strained, and where
//! the organisation expects it. Each person's day has one behaviour in the foreground, drawn by how often that role shows it.
//!
//! **Limits.** With neutral traits and trust back of ½, p = logistic(base). No reciprocity: T_back does not matter.
//!
//! **Source.** Abrams, Cross, Lesser & Levin (2003) for the behaviours. Weights are judgement, informed in rank by Dirks &
//! Ferrin (2002), tables 2 and 3. A behaviour's weight on impact is added to its weight on chance,
//! because impact is a matter of the role and not of the pair.

use crate::text::{Text, text};
use crate::theory::{larger, smaller};

/// One of the ten everyday behaviours.
#[derive(Clone, Copy, Debug)]
pub struct Behaviour {
    /// The word used in files and tables.
    pub key: &'static str,
    /// Name.
    pub name: Text,
    /// What it is.
    pub meaning: Text,
    /// What one good act tells: weights on competence, reliability, intentions, honesty.
    pub facets: [f64; 4],
    /// Its weight on the perceived risk.
    pub risk: f64,
    /// Relative strength.
    pub strength: f64,
    /// How often colleagues, leaders and top management show it, relative to one another.
    pub shown_by: [f64; 3],
    /// Source of the strength's rank.
    pub source: &'static str,
}

#[rustfmt::skip]
/// The ten behaviours, in the order of the article.
pub const BEHAVIOURS: [Behaviour; 10] = [
    Behaviour { key: "discretion", name: text("Discretion", "Discretie"), meaning: text("handling sensitive information with care", "gevoelige informatie zorgvuldig behandelen"), facets: [0.0, 0.15, 0.20, 0.40], risk: 0.25, strength: 0.9, shown_by: [1.0, 1.0, 0.0], source: "no anchor found" },
    Behaviour { key: "consistency", name: text("Consistency", "Consistentie"), meaning: text("words and deeds agree, promises are kept", "woorden en daden stemmen overeen, beloften worden nagekomen"), facets: [0.0, 0.55, 0.0, 0.30], risk: 0.15, strength: 1.2, shown_by: [0.7, 1.5, 1.0], source: "role modelling .67, unmet expectations -.40: Dirks & Ferrin 2002" },
    Behaviour { key: "open_communication", name: text("Open communication", "Open communicatie"), meaning: text("sharing information fully and in time", "volledig en tijdig informatie delen"), facets: [0.20, 0.10, 0.15, 0.40], risk: 0.15, strength: 1.1, shown_by: [0.7, 1.3, 1.5], source: "interactional justice .65: Dirks & Ferrin 2002" },
    Behaviour { key: "collaboration", name: text("Collaboration", "Samenwerking"), meaning: text("listening, taking ideas seriously, solving together", "actief luisteren, ideeën serieus nemen, samen oplossen"), facets: [0.30, 0.0, 0.60, 0.10], risk: 0.0, strength: 0.9, shown_by: [1.5, 1.0, 0.0], source: "participation .46: Dirks & Ferrin 2002" },
    Behaviour { key: "transparency", name: text("Transparency", "Transparantie"), meaning: text("explaining decisions and their criteria", "beslissingen en hun criteria helder uitleggen"), facets: [0.0, 0.15, 0.10, 0.55], risk: 0.20, strength: 1.1, shown_by: [0.0, 1.3, 1.5], source: "procedural justice .61: Dirks & Ferrin 2002" },
    Behaviour { key: "shared_goals_and_language", name: text("Shared goals and language", "Gedeelde doelen en taal"), meaning: text("working from recognisable values and common terms", "werken vanuit herkenbare waarden en gemeenschappelijke termen"), facets: [0.10, 0.10, 0.70, 0.0], risk: 0.10, strength: 0.8, shown_by: [1.0, 1.0, 0.0], source: "vision .54, goals .57: Dirks & Ferrin 2002" },
    Behaviour { key: "accountability", name: text("Accountability", "Verantwoordelijkheid"), meaning: text("counting on one another and taking agreements seriously", "op elkaar rekenen en afspraken serieus nemen"), facets: [0.10, 0.70, 0.0, 0.10], risk: 0.10, strength: 0.9, shown_by: [1.2, 1.0, 0.0], source: "contingent reward .59: Dirks & Ferrin 2002" },
    Behaviour { key: "personal_connection", name: text("Personal connection", "Persoonlijke verbinding"), meaning: text("interest in the person behind the colleague", "belangstelling voor de mens achter de collega"), facets: [0.0, 0.0, 0.90, 0.10], risk: 0.0, strength: 1.1, shown_by: [1.3, 1.0, 0.0], source: "individual consideration .70: Dirks & Ferrin 2002" },
    Behaviour { key: "generosity", name: text("Generosity", "Vrijgevigheid"), meaning: text("giving time, knowledge or help without return", "tijd, kennis of hulp geven zonder tegenprestatie"), facets: [0.10, 0.0, 0.85, 0.0], risk: 0.05, strength: 1.0, shown_by: [1.2, 0.8, 0.0], source: "individual consideration .70, organisational support .69: Dirks & Ferrin 2002" },
    Behaviour { key: "honesty_about_limits", name: text("Honesty about strengths and limits", "Eerlijkheid over sterktes en grenzen"), meaning: text("showing expertise and admitting its limits", "deskundigheid tonen en grenzen erkennen"), facets: [0.45, 0.10, 0.0, 0.30], risk: 0.15, strength: 0.8, shown_by: [1.0, 1.0, 0.0], source: "no anchor found" },
];

crate::theory::parameters! {
    /// Parameters of everyday behaviour.
    BehaviourLaw {
        base: 1.6 in -4.0 .. 6.0, "logit", Assumed, "about 4 good events for each bad one hold trust near .66 where losses weigh about twice as much as gains: derived; no study measured it", "How well people behave when nothing pulls either way.", "Hoe goed mensen zich gedragen als niets in een richting trekt.";
        reciprocity: 1.2 in 0.0 .. 6.0, "logit per unit of trust", Assumed, "no published estimate", "How much better people behave towards those who trust them.", "Hoeveel beter mensen zich gedragen tegenover wie hen vertrouwt.";
        discord: 0.5 in 0.0 .. 6.0, "logit per unit of trust", Related, "unequal propensity in a team starts a downward spiral: Ferguson & Peterson 2015; size is judgement", "How much worse people behave towards each other when one trusts far more than the other.", "Hoeveel slechter mensen zich tegenover elkaar gedragen als de een veel meer vertrouwt dan de ander.";
        habit: 0.4 in 0.0 .. 3.0, "logit", Assumed, "no published estimate", "How much better a behaviour is done for each e-fold by which it is shown more often.", "Hoeveel beter een gedraging gebeurt per factor e waarmee ze vaker getoond wordt.";
        engagement_pull: 0.10 in 0.0 .. 2.0, "logit per SD", Assumed, "no published estimate", "How much engagement improves conduct.", "Hoezeer betrokkenheid het gedrag verbetert.";
        strain_pull: 0.15 in 0.0 .. 2.0, "logit per SD", Assumed, "no published estimate", "How much strain worsens conduct.", "Hoezeer spanning het gedrag verslechtert.";
        line: 0.8 in 0.0 .. 6.0, "logit per unit of trust", Related, "trickle-down of what supervisors think of their manager: De Cremer et al. 2018 for the direction; size is judgement", "How much what a leader thinks of top management shows in the leader's conduct.", "Hoezeer wat een leidinggevende van het topmanagement vindt, blijkt uit het eigen gedrag.";
    }
}

macro_rules! frequencies {
    ($($key:ident: $en:literal, $nl:literal;)*) => {
        crate::theory::parameters! {
            /// How often each behaviour is shown, relative to its usual frequency: 0 takes it away.
            Frequencies { $($key: 1.0 in 0.0 .. 10.0, "times the usual frequency", Assumed, "1 is the usual mix of the ten behaviours; no study counted how often each occurs", $en, $nl;)* }
        }
        impl Frequencies {
            /// In the order of [`BEHAVIOURS`].
            pub fn values(&self) -> [f64; 10] { [$(self.$key),*] }
        }
    };
}

frequencies! {
    discretion: "How often discretion is shown.", "Hoe vaak discretie getoond wordt.";
    consistency: "How often consistency is shown.", "Hoe vaak consistentie getoond wordt.";
    open_communication: "How often open communication is shown.", "Hoe vaak open communicatie getoond wordt.";
    collaboration: "How often collaboration is shown.", "Hoe vaak samenwerking getoond wordt.";
    transparency: "How often transparency is shown.", "Hoe vaak transparantie getoond wordt.";
    shared_goals_and_language: "How often shared goals and language are shown.", "Hoe vaak gedeelde doelen en taal getoond worden.";
    accountability: "How often accountability is shown.", "Hoe vaak verantwoordelijkheid getoond wordt.";
    personal_connection: "How often personal connection is shown.", "Hoe vaak persoonlijke verbinding getoond wordt.";
    generosity: "How often generosity is shown.", "Hoe vaak vrijgevigheid getoond wordt.";
    honesty_about_limits: "How often honesty about strengths and limits is shown.", "Hoe vaak eerlijkheid over sterktes en grenzen getoond wordt.";
}

/// What a behaviour's act tells: weights on the four facets, strength included.
pub fn weights(behaviour: &Behaviour) -> [f64; 4] {
    behaviour.facets.map(|weight| weight * behaviour.strength)
}

/// The share of each facet in what a behaviour tells; they sum to 1.
pub fn shares(behaviour: &Behaviour) -> [f64; 4] {
    let sum: f64 = behaviour.facets.iter().sum();
    behaviour.facets.map(|weight| weight / sum)
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
        for behaviour in &BEHAVIOURS {
            assert!((shares(behaviour).iter().sum::<f64>() - 1.0).abs() < 1e-12, "{}", behaviour.key);
            assert!((behaviour.facets.iter().sum::<f64>() + behaviour.risk - 1.0).abs() < 1e-9, "{}", behaviour.key);
            assert!(behaviour.shown_by.iter().any(|&f| f > 0.0));
        }
    }

    #[test]
    fn frequencies_follow_the_order_of_the_behaviours() {
        for (row, behaviour) in Frequencies::ROWS.iter().zip(&BEHAVIOURS) {
            assert_eq!(row.key, behaviour.key);
        }
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
