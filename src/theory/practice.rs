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

use super::referent::{ByReferent, Referent, one_for_each};
use crate::text::{Text, text};

/// One institutional practice, in words.
#[derive(Clone, Copy, Debug)]
pub struct PracticeRow {
    /// The word used in files.
    pub key: &'static str,
    /// Name.
    pub name: Text,
    /// What it is.
    pub meaning: Text,
    /// What it does at work.
    pub at_work: Text,
}

/// Declares the practices: the enum, their words, and what a signal of each tells. Each row is `Variant "key" "English name" "Dutch
/// name", what it is, what it does at work, [weights and shares of a signal] "source";`.
macro_rules! practices {
    ($heads:tt $($practice:ident $key:literal $en:literal $nl:literal, $is_en:literal $is_nl:literal, $work_en:literal $work_nl:literal, $signal:tt $source:literal;)*) => {
        /// The institutional practices.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Practice { $(#[doc = $is_en] $practice,)* }

        impl Practice {
            /// All, in the order used everywhere.
            pub const ALL: [Practice; 6] = [$(Practice::$practice,)*];

            /// Its words.
            pub const fn row(self) -> &'static PracticeRow {
                &PRACTICE_ROWS[self as usize]
            }

            /// The word used in files.
            pub const fn key(self) -> &'static str {
                self.row().key
            }
        }

        /// Keys of the practices, in the order of [`Practice::ALL`].
        pub const PRACTICES: [&str; 6] = [$($key,)*];

        /// The practices in words, in the order of [`Practice::ALL`].
        pub const PRACTICE_ROWS: [PracticeRow; 6] = [$(PracticeRow {
            key: $key, name: text($en, $nl), meaning: text($is_en, $is_nl), at_work: text($work_en, $work_nl),
        },)*];

        crate::theory::table! {
            /// What a signal of each practice tells, and of whom, in the order of [`Practice::ALL`].
            Signals [6][8] $heads $($key $en $nl $signal $source;)*
        }
    };
}

#[rustfmt::skip]
practices! {
    [
        "competence" "weight" 0.0 .. 1.0 ("", ", seen: weight on competence.") ("", ", gezien: gewicht op bekwaamheid.");
        "reliability" "weight" 0.0 .. 1.0 ("", ", seen: weight on reliability.") ("", ", gezien: gewicht op betrouwbaarheid.");
        "intentions" "weight" 0.0 .. 1.0 ("", ", seen: weight on intentions.") ("", ", gezien: gewicht op intenties.");
        "honesty" "weight" 0.0 .. 1.0 ("", ", seen: weight on honesty.") ("", ", gezien: gewicht op eerlijkheid.");
        "risk" "weight" 0.0 .. 1.0 ("", ", seen: weight on the perceived risk.") ("", ", gezien: gewicht op het ingeschatte risico.");
        "colleague" "share" 0.0 .. 1.0 ("", ": share of the signal that falls on colleagues, shared between them.") ("", ": aandeel van het signaal dat op de collega's samen valt.");
        "leader" "share" 0.0 .. 1.0 ("", ": share of the signal that falls on the leader.") ("", ": aandeel van het signaal dat op de leidinggevende valt.");
        "top" "share" 0.0 .. 1.0 ("", ": share of the signal that falls on top management.") ("", ": aandeel van het signaal dat op het topmanagement valt.");
    ]
    // a signal: competence, reliability, intentions, honesty, risk; falls on: colleagues, the leader, top management
    Fairness "fair_and_transparent_decisions" "Fair and transparent decisions" "Eerlijke en transparante beslissingen",
        "promotions, rewards and strategic choices are made openly" "promoties, beloningen en strategische keuzes gebeuren open en inzichtelijk",
        "top management, and in part leaders, behave more honestly; feeling wronged turns less into retaliation" "het topmanagement, en deels de leidinggevenden, handelt eerlijker; wie zich onrecht aangedaan voelt, slaat minder terug",
        [0.0, 0.15, 0.15, 0.50, 0.20,  0.0, 0.2, 0.8] "no published estimate: judgement";
    Vision "shared_vision_and_language" "Shared vision and language" "Gedeelde visie en taal",
        "a recognisable vision in common terms" "een herkenbare visie in gemeenschappelijke termen",
        "colleagues behave better towards one another; teams share their vision" "collega's gedragen zich beter tegenover elkaar; teams delen hun visie",
        [0.10, 0.10, 0.70, 0.0, 0.10,  0.4, 0.0, 0.6] "no published estimate: judgement";
    Accountability "accountability_for_trustworthy_behaviour" "Accountability for trustworthy behaviour" "Verantwoordelijkheid voor betrouwbaar gedrag",
        "trustworthy behaviour is measured, rewarded and expected" "betrouwbaar gedrag wordt gemeten, beloond en verwacht",
        "everybody behaves better; incidents become rarer" "iedereen gedraagt zich beter; incidenten worden zeldzamer",
        [0.10, 0.50, 0.0, 0.20, 0.20,  0.0, 0.0, 1.0] "no published estimate: judgement";
    Clarity "clarity_of_goals_and_direction" "Clarity of goals and direction" "Helderheid over doelen en richting",
        "mission, policy and strategy are clear and explained" "missie, beleid en strategie zijn helder en uitgelegd",
        "leaders are more reliable; less strain" "leidinggevenden zijn betrouwbaarder; minder spanning",
        [0.45, 0.40, 0.0, 0.0, 0.15,  0.0, 0.3, 0.7] "no published estimate: judgement";
    Autonomy "autonomy_and_discretion" "Autonomy and discretion" "Autonomie en discretionaire ruimte",
        "people decide for themselves within clear limits" "mensen beslissen zelf binnen duidelijke kaders",
        "leaders show good intentions by letting go, which is answered with trust; control falls; more is at stake" "leidinggevenden tonen goede bedoelingen door los te laten, en krijgen vertrouwen terug; controle daalt; er staat meer op het spel",
        [0.10, 0.0, 0.70, 0.10, 0.0,  0.0, 0.5, 0.5] "no published estimate: judgement";
    Wellbeing "structural_investment_in_wellbeing" "Structural investment in well-being" "Structurele investeringen in welzijn",
        "lasting investment in balance, mental health and inclusion" "blijvende investering in balans, mentale gezondheid en inclusie",
        "less strain; less is at stake" "minder spanning; er staat minder op het spel",
        [0.0, 0.10, 0.80, 0.0, 0.10,  0.0, 0.3, 0.7] "no published estimate: judgement";
}

one_for_each! {
    /// One value for each practice.
    ByPractice: Practice, 6
}

/// What a signal of one practice tells, and of whom.
#[derive(Clone, Copy, Debug)]
pub struct Signal {
    /// Weights on competence, reliability, intentions, honesty.
    pub facets: [f64; 4],
    /// Weight on the perceived risk.
    pub risk: f64,
    /// Share of it that falls on colleagues together, the leader and top management.
    pub falls_on: ByReferent<f64>,
}

impl Signals {
    /// What a signal of this practice tells.
    pub fn of(&self, practice: Practice) -> Signal {
        let [c, r, i, h, risk, falls_on @ ..] = self.0[practice as usize];
        Signal { facets: [c, r, i, h], risk, falls_on: ByReferent(falls_on) }
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

/// What the practices, at these levels, add to the conduct of colleagues, leaders or top management in what shows the facets in these
/// shares, logits.
pub fn conduct(law: &PracticeLaw, levels: &ByPractice<f64>, role: Referent, shares: [f64; 4]) -> f64 {
    let work = |size: f64, practice: Practice| at_work(size, levels[practice]);
    let [_, reliability, intentions, honesty] = shares.map(|share| 2.0 * share);
    let role = match role {
        Referent::Colleague => work(law.vision_conduct, Practice::Vision),
        Referent::Leader => {
            work(law.fair_honesty, Practice::Fairness) * honesty
                + work(law.clarity_reliability, Practice::Clarity) * reliability
                + work(law.autonomy_intentions, Practice::Autonomy) * intentions
        }
        Referent::Top => work(law.fair_top, Practice::Fairness) * honesty,
    };
    work(law.accountability_conduct, Practice::Accountability) + role
}

/// The factor of the practices, at these levels, on what is at stake.
pub fn exposure(law: &PracticeLaw, levels: &ByPractice<f64>) -> f64 {
    let (autonomy, wellbeing) = (levels[Practice::Autonomy], levels[Practice::Wellbeing]);
    (1.0 + at_work(law.autonomy_exposure, autonomy)) * (1.0 - at_work(law.wellbeing_shelter, wellbeing))
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
        let added = |practice: Practice| {
            Referent::ALL.map(|role| {
                let mut levels = ByPractice::all(0.5);
                levels[practice] = 1.0;
                conduct(&law, &levels, role, [0.25; 4]) > 1e-9
            })
        };
        assert_eq!(added(Practice::Fairness), [false, true, true]);
        assert_eq!(added(Practice::Vision), [true, false, false]);
        assert_eq!(added(Practice::Accountability), [true, true, true]);
        assert_eq!(added(Practice::Autonomy), [false, true, false]);
        assert!((exposure(&law, &ByPractice::all(0.5)) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_higher_level_reads_better() {
        let law = PracticeLaw::default();
        assert!(reads_well(&law, 0.8) > reads_well(&law, 0.5));
    }

    #[test]
    fn a_signal_of_each_practice_falls_somewhere() {
        for practice in Practice::ALL {
            let falls_on = Signals::default().of(practice).falls_on;
            assert!((falls_on.into_iter().sum::<f64>() - 1.0).abs() < 1e-12, "{}", practice.key());
        }
    }
}
