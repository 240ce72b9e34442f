//! # Institutional practices
//!
//! The six practices of an organisation, each at a level from 0 to 1, and the two roads on which they reach trust.
//!
//! ```text
//!   seen:     logit p(signal reads well) = signal_base + signal_slope · (level − ½)
//!   at work:  effect = size · (level − ½) · 2        on conduct times 2 · share of the facet in what the behaviour tells
//! ```
//!
//! **Read it as.** People see signals (a promotion, a strategy talk, a payroll error) and judge top management, and in
//! part the leader or colleagues, by them. Apart from being seen, a practice works: accountability raises good conduct
//! and lowers the hazard of incidents, well-being investment lowers strain and impact, clarity makes leaders reliable and lowers
//! strain, a shared vision makes colleagues behave better, fair decisions are taken honestly, by the top first, and calm retaliation, and autonomy raises
//! exposure, lowers control, motivates, shows good intentions of leaders and is answered with good conduct towards them.
//!
//! **Limits.** At level ½ a practice changes nothing at work. Effects are odd around ½.
//!
//! **Source.** The practices are the article's (AR-37 to AR-43); facet weights and shares by referent: judgement (Dirks & Ferrin
//! 2002 for the rank; sizes are judgement).

use crate::text::{Text, text};

/// Keys of the practices, in the order used everywhere.
pub const PRACTICES: [&str; 6] = [
    "fair_and_transparent_decisions",
    "shared_vision_and_language",
    "accountability_for_trustworthy_behaviour",
    "clarity_of_goals_and_direction",
    "autonomy_and_discretion",
    "structural_investment_in_wellbeing",
];

/// One institutional practice.
#[derive(Clone, Copy, Debug)]
pub struct Practice {
    /// The word used in files.
    pub key: &'static str,
    /// Name.
    pub name: Text,
    /// What it is.
    pub meaning: Text,
    /// What it does at work.
    pub at_work: Text,
}

#[rustfmt::skip]
/// The six practices, in the order of [`PRACTICES`].
pub const PRACTICE_ROWS: [Practice; 6] = [
    Practice { key: PRACTICES[0], name: text("Fair and transparent decisions", "Eerlijke en transparante beslissingen"), meaning: text("promotions, rewards and strategic choices are made openly", "promoties, beloningen en strategische keuzes gebeuren open en inzichtelijk"), at_work: text("top management, and in part leaders, behave more honestly; feeling wronged turns less into retaliation", "het topmanagement, en deels de leidinggevenden, handelt eerlijker; wie zich onrecht aangedaan voelt, slaat minder terug") },
    Practice { key: PRACTICES[1], name: text("Shared vision and language", "Gedeelde visie en taal"), meaning: text("a recognisable vision in common terms", "een herkenbare visie in gemeenschappelijke termen"), at_work: text("colleagues behave better towards one another; teams share their vision", "collega's gedragen zich beter tegenover elkaar; teams delen hun visie") },
    Practice { key: PRACTICES[2], name: text("Accountability for trustworthy behaviour", "Verantwoordelijkheid voor betrouwbaar gedrag"), meaning: text("trustworthy behaviour is measured, rewarded and expected", "betrouwbaar gedrag wordt gemeten, beloond en verwacht"), at_work: text("everybody behaves better; incidents become rarer", "iedereen gedraagt zich beter; incidenten worden zeldzamer") },
    Practice { key: PRACTICES[3], name: text("Clarity of goals and direction", "Helderheid over doelen en richting"), meaning: text("mission, policy and strategy are clear and explained", "missie, beleid en strategie zijn helder en uitgelegd"), at_work: text("leaders are more reliable; less strain", "leidinggevenden zijn betrouwbaarder; minder spanning") },
    Practice { key: PRACTICES[4], name: text("Autonomy and discretion", "Autonomie en discretionaire ruimte"), meaning: text("people decide for themselves within clear limits", "mensen beslissen zelf binnen duidelijke kaders"), at_work: text("leaders show good intentions by letting go, which is answered with trust; control falls; more is at stake", "leidinggevenden tonen goede bedoelingen door los te laten, en krijgen vertrouwen terug; controle daalt; er staat meer op het spel") },
    Practice { key: PRACTICES[5], name: text("Structural investment in well-being", "Structurele investeringen in welzijn"), meaning: text("lasting investment in balance, mental health and inclusion", "blijvende investering in balans, mentale gezondheid en inclusie"), at_work: text("less strain; less is at stake", "minder spanning; er staat minder op het spel") },
];

#[rustfmt::skip]
crate::theory::table! {
    /// What a signal of each practice tells, and of whom, in the order of [`PRACTICES`].
    Signals [6][8] [
        "competence" "weight" 0.0 .. 1.0 ("", ", seen: weight on competence.") ("", ", gezien: gewicht op bekwaamheid.");
        "reliability" "weight" 0.0 .. 1.0 ("", ", seen: weight on reliability.") ("", ", gezien: gewicht op betrouwbaarheid.");
        "intentions" "weight" 0.0 .. 1.0 ("", ", seen: weight on intentions.") ("", ", gezien: gewicht op intenties.");
        "honesty" "weight" 0.0 .. 1.0 ("", ", seen: weight on honesty.") ("", ", gezien: gewicht op eerlijkheid.");
        "risk" "weight" 0.0 .. 1.0 ("", ", seen: weight on the perceived risk.") ("", ", gezien: gewicht op het ingeschatte risico.");
        "colleague" "share" 0.0 .. 1.0 ("", ": share of the signal that falls on colleagues, shared between them.") ("", ": aandeel van het signaal dat op de collega's samen valt.");
        "leader" "share" 0.0 .. 1.0 ("", ": share of the signal that falls on the leader.") ("", ": aandeel van het signaal dat op de leidinggevende valt.");
        "top" "share" 0.0 .. 1.0 ("", ": share of the signal that falls on top management.") ("", ": aandeel van het signaal dat op het topmanagement valt.");
    ]
    // competence, reliability, intentions, honesty, risk; falls on: colleagues, the leader, top management
    "fair_and_transparent_decisions" "Fair and transparent decisions" "Eerlijke en transparante beslissingen" [0.0, 0.15, 0.15, 0.50, 0.20,  0.0, 0.2, 0.8] "no published estimate: judgement";
    "shared_vision_and_language" "Shared vision and language" "Gedeelde visie en taal" [0.10, 0.10, 0.70, 0.0, 0.10,  0.4, 0.0, 0.6] "no published estimate: judgement";
    "accountability_for_trustworthy_behaviour" "Accountability for trustworthy behaviour" "Verantwoordelijkheid voor betrouwbaar gedrag" [0.10, 0.50, 0.0, 0.20, 0.20,  0.0, 0.0, 1.0] "no published estimate: judgement";
    "clarity_of_goals_and_direction" "Clarity of goals and direction" "Helderheid over doelen en richting" [0.45, 0.40, 0.0, 0.0, 0.15,  0.0, 0.3, 0.7] "no published estimate: judgement";
    "autonomy_and_discretion" "Autonomy and discretion" "Autonomie en discretionaire ruimte" [0.10, 0.0, 0.70, 0.10, 0.0,  0.0, 0.5, 0.5] "no published estimate: judgement";
    "structural_investment_in_wellbeing" "Structural investment in well-being" "Structurele investeringen in welzijn" [0.0, 0.10, 0.80, 0.0, 0.10,  0.0, 0.3, 0.7] "no published estimate: judgement";
}

/// What a signal of one practice tells, and of whom.
#[derive(Clone, Copy, Debug)]
pub struct Signal {
    /// Weights on competence, reliability, intentions, honesty.
    pub facets: [f64; 4],
    /// Weight on the perceived risk.
    pub risk: f64,
    /// Share of it that falls on colleagues, the leader and top management.
    pub falls_on: [f64; 3],
}

impl Signals {
    /// What a signal of this practice tells.
    pub fn of(&self, practice: usize) -> Signal {
        let [c, r, i, h, risk, falls_on @ ..] = self.0[practice];
        Signal { facets: [c, r, i, h], risk, falls_on }
    }
}

crate::theory::parameters! {
    /// Parameters of the practices.
    PracticeLaw {
        signal_rate: 0.4 in 0.0 .. 1.0, "chance per week", Assumed, "no published estimate; often enough for well-being to raise trust in the top most (Salanova et al. 2021)", "Chance that a person sees a signal of a practice in a week.", "Kans dat iemand in een week een signaal van een praktijk ziet.";
        signal_weight: 3.0 in 0.0 .. 10.0, "acts", Assumed, "no published estimate", "Weight of one signal in everyday acts.", "Gewicht van één signaal in alledaagse gedragingen.";
        signal_base: 1.6 in -4.0 .. 6.0, "logit", Assumed, "as for everyday behaviour", "How well a signal reads at a middling level of the practice.", "Hoe goed een signaal gelezen wordt bij een middelmatig niveau van de praktijk.";
        signal_slope: 4.0 in 0.0 .. 12.0, "logit per unit of level", Assumed, "no published estimate", "How much the level of a practice decides how its signals read.", "Hoezeer het niveau van een praktijk bepaalt hoe haar signalen gelezen worden.";
        fair_honesty: 0.45 in 0.0 .. 3.0, "logit", Related, "procedural justice .66 with trust in the leader (Dirks & Ferrin 2002); size is judgement", "What fair decisions at full level add to leaders' conduct.", "Wat eerlijke beslissingen op het hoogste niveau toevoegen aan het gedrag van leidinggevenden.";
        fair_top: 0.9 in 0.0 .. 4.0, "logit", Related, "procedural justice .53 with trust in top management (Dirks & Ferrin 2002): fair decisions are taken at the top; size is judgement", "What fair decisions at full level add to the honesty of top management.", "Wat eerlijke beslissingen op het hoogste niveau toevoegen aan de eerlijkheid van het topmanagement.";
        fair_calming: 0.5 in 0.0 .. 1.0, "share", Assumed, "no published estimate", "Share by which fair decisions at full level lower retaliation.", "Aandeel waarmee eerlijke beslissingen op het hoogste niveau vergelding verlagen.";
        vision_conduct: 0.25 in 0.0 .. 3.0, "logit", Related, "vision .54 (Dirks & Ferrin 2002); size is judgement", "What a shared vision at full level adds to conduct among colleagues.", "Wat een gedeelde visie op het hoogste niveau toevoegt aan het gedrag onder collega's.";
        accountability_conduct: 0.35 in 0.0 .. 3.0, "logit", Related, "contingent reward .59 (Dirks & Ferrin 2002); size is judgement", "What accountability at full level adds to everyone's conduct.", "Wat verantwoordelijkheid op het hoogste niveau toevoegt aan ieders gedrag.";
        accountability_hazard: 0.7 in 0.0 .. 3.0, "log hazard", Assumed, "no published estimate", "How much accountability at full level lowers the hazard of incidents.", "Hoezeer verantwoordelijkheid op het hoogste niveau de kans op incidenten verlaagt.";
        clarity_reliability: 0.40 in 0.0 .. 3.0, "logit", Related, "goals .57 (Dirks & Ferrin 2002); size is judgement", "What clarity at full level adds to leaders' reliability.", "Wat helderheid op het hoogste niveau toevoegt aan de betrouwbaarheid van leidinggevenden.";
        clarity_strain: 0.15 in 0.0 .. 3.0, "SD", Assumed, "no published estimate", "How much clarity at full level lowers strain.", "Hoezeer helderheid op het hoogste niveau de spanning verlaagt.";
        autonomy_exposure: 0.03 in 0.0 .. 1.0, "share of impact", Related, "autonomy raises exposure: Falk & Kosfeld 2006 and Herz & Zihlmann 2024 for the direction; size is judgement", "Share by which autonomy at full level raises impact.", "Aandeel waarmee autonomie op het hoogste niveau de impact verhoogt.";
        autonomy_intentions: 0.30 in 0.0 .. 3.0, "logit", Related, "participation .46 with trust in leadership (Dirks & Ferrin 2002); control is read as distrust: Falk & Kosfeld 2006; size is judgement", "What autonomy at full level adds to the intentions that leaders show.", "Wat autonomie op het hoogste niveau toevoegt aan de intenties die leidinggevenden tonen.";
        autonomy_return: 0.30 in 0.0 .. 3.0, "logit", Related, "control lowers effort in return: Falk & Kosfeld 2006; size is judgement", "How much better members behave towards a leader when autonomy is at full level.", "Hoeveel beter medewerkers zich gedragen tegenover een leidinggevende bij volledige autonomie.";
        autonomy_motivation: 0.25 in 0.0 .. 3.0, "SD", Assumed, "participation .46 (Dirks & Ferrin 2002) for the direction", "How much autonomy at full level raises motivation.", "Hoezeer autonomie op het hoogste niveau de motivatie verhoogt.";
        wellbeing_strain: 0.45 in 0.0 .. 3.0, "SD", Related, "organisational support .75 with trust in top (Dirks & Ferrin 2002) for the direction; size is judgement", "How much investment in well-being at full level lowers strain.", "Hoezeer investeringen in welzijn op het hoogste niveau de spanning verlagen.";
        wellbeing_shelter: 0.06 in 0.0 .. 0.9, "share of impact", Assumed, "no published estimate: judgement", "Share by which investment in well-being at full level lowers impact.", "Aandeel waarmee investeringen in welzijn op het hoogste niveau de impact verlagen.";
    }
}

/// What a practice does at work: `size` at full level, nothing at ½, the reverse at none.
pub fn at_work(size: f64, level: f64) -> f64 {
    size * (level - 0.5) * 2.0
}

/// What the practices, at these levels, add to the conduct of colleagues (0), leaders (1) or top management (2) in what shows
/// the facets in these shares, logits.
pub fn conduct(law: &PracticeLaw, levels: &[f64; 6], role: usize, shares: [f64; 4]) -> f64 {
    let work = |size: f64, practice: usize| at_work(size, levels[practice]);
    let [_, reliability, intentions, honesty] = shares.map(|share| 2.0 * share);
    let role = match role {
        0 => work(law.vision_conduct, 1),
        1 => {
            work(law.fair_honesty, 0) * honesty
                + work(law.clarity_reliability, 3) * reliability
                + work(law.autonomy_intentions, 4) * intentions
        }
        _ => work(law.fair_top, 0) * honesty,
    };
    work(law.accountability_conduct, 2) + role
}

/// The factor of the practices, at these levels, on what is at stake.
pub fn exposure(law: &PracticeLaw, levels: &[f64; 6]) -> f64 {
    (1.0 + at_work(law.autonomy_exposure, levels[4])) * (1.0 - at_work(law.wellbeing_shelter, levels[5]))
}

/// The chance that a signal reads well.
pub fn reads_well(law: &PracticeLaw, level: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-(law.signal_base + law.signal_slope * (level - 0.5))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_middling_practice_changes_nothing_at_work() {
        assert!(at_work(0.4, 0.5).abs() < 1e-12);
        assert!((at_work(0.4, 1.0) + at_work(0.4, 0.0)).abs() < 1e-12);
    }

    #[test]
    fn practices_raise_the_conduct_of_the_roles_they_speak_of() {
        let law = PracticeLaw::default();
        let added = |practice: usize| {
            [0, 1, 2].map(|role| {
                let mut levels = [0.5; 6];
                levels[practice] = 1.0;
                conduct(&law, &levels, role, [0.25; 4]) > 1e-9
            })
        };
        assert_eq!(added(0), [false, true, true]); // fair decisions
        assert_eq!(added(1), [true, false, false]); // a shared vision
        assert_eq!(added(2), [true, true, true]); // accountability
        assert_eq!(added(4), [false, true, false]); // autonomy
        assert!((exposure(&law, &[0.5; 6]) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_higher_level_reads_better() {
        let law = PracticeLaw::default();
        assert!(reads_well(&law, 0.8) > reads_well(&law, 0.5));
    }

    #[test]
    fn rows_follow_the_order_and_fall_somewhere() {
        for (practice, (row, key)) in PRACTICE_ROWS.iter().zip(PRACTICES).enumerate() {
            assert_eq!(row.key, key);
            assert!(Signals::ROWS[practice * Signals::COLUMNS.len()].key.starts_with(key));
            assert!((Signals::default().of(practice).falls_on.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{key}");
        }
    }
}
