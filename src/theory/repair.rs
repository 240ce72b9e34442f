//! # Repair
//!
//! What is done after a breach, on four levels, and how much each can heal.
//!
//! ```text
//!   healed = wound · size(repair) · strength · sincere(s) · fit · kind · group · again
//!
//!   sincere(s) = (s − s_0) / (1 − s_0)                    below s_0 words harm
//!   fit(words) = 1 − words_severity · severity − words_intent · intentional      not below 0
//!   fit(deeds) = 1 for leaders and top, less for colleagues
//!   fit(structure) = max(severity, intentional)           structure is for what is severe or meant
//! ```
//!
//! | symbol   | meaning                                                                 | range   |
//! |----------|-------------------------------------------------------------------------|---------|
//! | size     | share of the wound healed by a full, sincere, fitting repair            | 0 to 1  |
//! | s        | sincerity of words, fidelity of deeds                                   | 0 to 1  |
//! | kind     | words help more after competence than after integrity breaches          | 0 to 1  |
//! | group    | a team is harder to win back than one person, unless the response fits  | 0 to 1  |
//! | again    | the same words a second time are worth a third                          | 0 to 1  |
//!
//! **Read it as.** Words fit small wounds, leaders need deeds, severe or intentional breaches need structure; a misfit
//! heals little, insincere words harm, and a denial that proves false is a breach of its own.
//!
//! **Limits.** A strength of 0 does nothing at all. Nothing heals more than there is. A repair that nobody can do, because the offender
//! has gone, or that answers nothing, is not done and costs nothing; one that runs is paid by the day, as long as who does it is there.
//!
//! **Source.** Apology d = .44 over 36 effects, more for competence than integrity (Yuan et al. 2017; Kim et al. 2004);
//! amends beat words (Bottom et al. 2002); groups (Kim et al. 2013); deeds of leaders and structural reform: the article and
//! Gillespie, Dietz & Lockey (2014). Sizes are judgement.

use serde::{Deserialize, Serialize};

use super::breach::BreachKind;
use super::referent::Referent;
use crate::text::{Text, text};

/// Whose repair it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Between persons.
    Individual,
    /// Before the team.
    Team,
    /// By the leader.
    Leader,
    /// By the organisation.
    Organisation,
}

impl Level {
    /// The word used in tables.
    pub const fn key(self) -> &'static str {
        match self {
            Level::Individual => "individual",
            Level::Team => "team",
            Level::Leader => "leader",
            Level::Organisation => "organisation",
        }
    }
}

/// What a repair is made of, which decides what it fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// Something said.
    Words,
    /// Something done.
    Deeds,
    /// Something changed for good.
    Structure,
}

macro_rules! repairs {
    ($($variant:ident $key:literal, $level:ident, $nature:ident, $days:literal, $cost:literal, $en:literal, $nl:literal, $what_en:literal, $what_nl:literal;)*) => {
        /// The repairs, by level: individual, team, leader, organisation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum RepairKind { $(#[doc = $what_en] $variant,)* }

        impl RepairKind {
            /// All, in the order in which they are listed.
            pub const ALL: &'static [RepairKind] = &[$(RepairKind::$variant,)*];

            /// The row of this repair.
            pub const fn row(self) -> &'static RepairRow {
                &REPAIRS[self as usize]
            }

            /// The word used in files.
            pub const fn key(self) -> &'static str {
                self.row().key
            }
        }

        /// The repairs, in the order of [`RepairKind::ALL`]. Usual durations and costs are judgement.
        pub const REPAIRS: &[RepairRow] = &[$(RepairRow {
            key: $key, level: Level::$level, nature: Nature::$nature, duration: $days, cost: $cost,
            name: text($en, $nl), meaning: text($what_en, $what_nl),
        },)*];
    };
}

/// One kind of repair.
#[derive(Clone, Copy, Debug)]
pub struct RepairRow {
    /// The word used in files.
    pub key: &'static str,
    /// Its level.
    pub level: Level,
    /// Words, deeds or structure.
    pub nature: Nature,
    /// Working days that it runs when a scenario says nothing.
    pub duration: u32,
    /// Person-days that it costs when a scenario says nothing, by what its price goes by ([`Pay`]).
    pub cost: f64,
    /// Name.
    pub name: Text,
    /// What it does.
    pub meaning: Text,
}

repairs! {
    Acknowledgement "acknowledgement", Individual, Words, 1, 0.5, "Acknowledgement", "Erkenning", "owning up to what was done", "toegeven wat er gebeurd is";
    Apology "apology", Individual, Words, 1, 0.5, "Apology", "Verontschuldiging", "a sincere apology", "een oprechte verontschuldiging";
    Explanation "explanation", Individual, Words, 1, 0.5, "Explanation", "Uitleg", "saying why it happened; calms retaliation", "zeggen waarom het gebeurde; tempert vergelding";
    Promise "promise", Individual, Words, 1, 0.5, "Promise", "Belofte", "a promise, which opens a probation", "een belofte, die een proeftijd opent";
    Denial "denial", Individual, Words, 20, 0.5, "Denial", "Ontkenning", "denying it; harms if it proves false", "het ontkennen; schaadt als het onwaar blijkt";
    Amends "amends", Individual, Deeds, 1, 3.0, "Amends", "Genoegdoening", "making good what was done", "goedmaken wat er gebeurd is";
    OpenAcknowledgement "open_acknowledgement", Team, Words, 1, 2.0, "Open acknowledgement", "Openlijke erkenning", "owning up before the whole team; stops the shared bad mood", "toegeven voor het hele team; stopt de gedeelde slechte stemming";
    VisibleLeadership "visible_leadership", Team, Deeds, 65, 10.0, "Visible leadership", "Zichtbaar leiderschap", "the leader is there, day after day; stops the shared bad mood", "de leidinggevende is er, dag na dag; stopt de gedeelde slechte stemming";
    FacilitatedDialogue "facilitated_dialogue", Team, Deeds, 1, 1.0, "Facilitated dialogue", "Begeleid gesprek", "a guided talk with everyone present", "een begeleid gesprek met iedereen erbij";
    ChangedConduct "changed_conduct", Leader, Deeds, 130, 10.0, "Changed conduct", "Ander gedrag", "the offender really behaves better for a time", "de overtreder gedraagt zich een tijd echt beter";
    Empathy "empathy", Leader, Words, 1, 1.0, "Empathy", "Empathie", "showing that the hurt is felt", "tonen dat men de pijn voelt";
    ConsistentSupport "consistent_support", Leader, Deeds, 130, 10.0, "Consistent support", "Consistente steun", "supporting people, day after day", "mensen steunen, dag na dag";
    PolicyReform "policy_reform", Organisation, Structure, 260, 60.0, "Policy reform", "Beleidshervorming", "changing the rules for good, so that it cannot happen again", "de regels voorgoed veranderen, zodat het niet meer kan gebeuren";
    LeaderReplacement "leader_replacement", Organisation, Structure, 1, 60.0, "Leader replacement", "Vervanging van de leidinggevende", "another person in the post", "iemand anders op de post";
    CultureProgramme "culture_programme", Organisation, Structure, 260, 80.0, "Culture programme", "Cultuurprogramma", "changing how people behave", "veranderen hoe mensen zich gedragen";
    IndependentInvestigation "independent_investigation", Organisation, Structure, 65, 30.0, "Independent investigation", "Onafhankelijk onderzoek", "having it looked into from outside", "het van buitenaf laten onderzoeken";
    Compensation "compensation", Organisation, Deeds, 1, 40.0, "Compensation", "Compensatie", "making good to those who were hurt", "goedmaken bij wie geraakt werd";
}

crate::theory::parameters! {
    /// Parameters of repairs.
    RepairLaw {
        acknowledgement: 0.12 in 0.0 .. 1.0, "share of wound", Assumed, "no published estimate: judgement, below an apology (Yuan et al. 2017)", "Share of the wound that acknowledgement heals.", "Deel van de wonde dat erkenning heelt.";
        apology: 0.7 in 0.0 .. 1.0, "share of wound", Related, "apology against silence d = .44: Yuan et al. 2017; set to .43 between two people", "Share of the wound that an apology heals.", "Deel van de wonde dat een verontschuldiging heelt.";
        explanation: 0.20 in 0.0 .. 1.0, "share of wound", Related, "0 to .6 SD: Lei et al. 2014", "Share of the wound that an explanation heals.", "Deel van de wonde dat uitleg heelt.";
        explanation_calm: 0.5 in 0.0 .. 1.0, "share", Assumed, "no published estimate: judgement", "How much an explanation lowers retaliation.", "Hoezeer uitleg vergelding verlaagt.";
        denial: 0.15 in -0.5 .. 0.5, "share of wound", Related, "contested: Kim et al. 2004 for, preregistered 2025 study against", "Share of an integrity wound that an unrefuted denial heals.", "Deel van een integriteitswonde dat een niet weerlegde ontkenning heelt.";
        denial_refuted: 0.5 in 0.0 .. 1.0, "severity", Related, "apology better once guilt is shown: Kim et al. 2004", "Severity of the breach that a false denial is, relative to the first.", "Ernst van de vertrouwensbreuk die een valse ontkenning is, in verhouding tot de eerste.";
        amends: 0.75 in 0.0 .. 1.0, "share of wound", Related, "substantive amends .6 to 1.0 SD: Bottom et al. 2002; size is judgement", "Share of the wound that amends heal.", "Deel van de wonde dat genoegdoening heelt.";
        open_acknowledgement: 0.30 in 0.0 .. 1.0, "share of wound", Assumed, "the article; no number found", "Share of the wound that an open acknowledgement heals.", "Deel van de wonde dat openlijke erkenning heelt.";
        facilitated_dialogue: 0.30 in 0.0 .. 1.0, "share of wound", Assumed, "the article; no number found", "Share of the wound that a facilitated dialogue heals.", "Deel van de wonde dat een begeleid gesprek heelt.";
        empathy: 0.30 in 0.0 .. 1.0, "share of wound", Related, "empathy helps (2019 study on denial); size is judgement", "Share of the wound that a leader's empathy heals.", "Deel van de wonde dat empathie van de leidinggevende heelt.";
        daily_support: 0.006 in 0.0 .. 0.2, "share of wound per day", Assumed, "no published estimate", "Share of the wound that visible leadership and consistent support heal each day.", "Deel van de wonde dat zichtbaar leiderschap en consistente steun elke dag helen.";
        better_conduct: 0.9 in 0.0 .. 4.0, "logit", Assumed, "no published estimate", "How much better an offender behaves while changed conduct runs.", "Hoeveel beter een overtreder zich gedraagt zolang ander gedrag loopt.";
        structure_scar: 0.004 in 0.0 .. 0.2, "share of scar per day", Assumed, "deliberate structural repair takes 1 to 4 years, cases only: Gillespie, Dietz & Lockey 2014", "Share of the scar that reform and culture programmes heal each day.", "Deel van het litteken dat hervorming en cultuurprogramma's elke dag helen.";
        structure_chance: 0.006 in 0.0 .. 0.2, "share per day", Assumed, "no published estimate", "How fast structure lowers the perceived chance of betrayal, by making repetition impossible.", "Hoe snel structuur de ingeschatte kans op verraad verlaagt, door herhaling onmogelijk te maken.";
        culture_conduct: 0.5 in 0.0 .. 4.0, "logit", Assumed, "no published estimate", "How much better everyone behaves after a full culture programme.", "Hoeveel beter iedereen zich gedraagt na een volledig cultuurprogramma.";
        investigation: 0.25 in 0.0 .. 1.0, "share of wound", Assumed, "open investigation is part of regained trust: Gillespie et al. 2014 (a case)", "Share of the wound that an investigation heals once it ends.", "Deel van de wonde dat een onderzoek heelt zodra het klaar is.";
        compensation: 0.40 in 0.0 .. 1.0, "share of wound", Related, "penance after a breach by top management: Ferrin et al. 2018; size is judgement", "Share of the wound that compensation heals.", "Deel van de wonde dat compensatie heelt.";
        replacement_tint: 0.50 in 0.0 .. 1.0, "share", Related, "a new leader starts near the newcomer's level, coloured by the old one: Ballinger & Schoorman", "How much of the old leader's damage colours the first impression of the new one.", "Hoeveel van de schade van de vorige leidinggevende doorwerkt in de eerste indruk van de nieuwe.";
        words_integrity: 0.5 in 0.0 .. 1.0, "share", Related, "apology .55 after competence, .25 after integrity breaches: Yuan et al. 2017, Kim et al. 2004; split is judgement", "What words are worth after benevolence and integrity breaches.", "Wat woorden waard zijn na vertrouwensbreuken van welwillendheid en integriteit.";
        words_deception: 0.3 in 0.0 .. 1.0, "share", Related, "promises after deception do next to nothing: Schweitzer et al. 2006", "What words are worth after deception.", "Wat woorden waard zijn na misleiding.";
        words_leader: 0.4 in 0.0 .. 1.0, "share", Assumed, "the article: words do not suffice; .2 to .6 is judgement", "What words of a leader or of top management are worth.", "Wat woorden van een leidinggevende of van het topmanagement waard zijn.";
        words_severity: 0.5 in 0.0 .. 1.0, "share per unit", Assumed, "the article: severe breaches need structure", "How much severity takes from what words can heal.", "Hoeveel ernst wegneemt van wat woorden kunnen helen.";
        words_intent: 0.3 in 0.0 .. 1.0, "share", Assumed, "the article: intentional breaches need structure", "How much intention takes from what words can heal.", "Hoeveel opzet wegneemt van wat woorden kunnen helen.";
        group: 0.7 in 0.0 .. 1.0, "share", Related, "groups as trustors: Kim et al. 2013", "What individual repairs are worth before a whole team, unless the response fits the kind of breach.", "Wat individueel herstel waard is voor een heel team, tenzij het past bij de soort vertrouwensbreuk.";
        again: 0.33 in 0.0 .. 1.0, "share", Assumed, "the article: provided that it is not repeated", "What the same words are worth a second time.", "Wat dezelfde woorden een tweede keer waard zijn.";
        sincere_from: 0.3 in 0.0 .. 0.95, "0 to 1", Assumed, "no published estimate", "Sincerity below which words do harm.", "Oprechtheid waaronder woorden schaden.";
    }
}

/// What a repair answers: the breach as the offended see it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cause {
    /// Who broke trust.
    pub by: Referent,
    /// Kind.
    pub kind: BreachKind,
    /// 0 to 1.
    pub severity: f64,
    /// Done on purpose.
    pub intentional: bool,
    /// A lie came out.
    pub deception: bool,
    /// How often this offender has used this very repair before.
    pub used_before: u32,
}

/// How sincerity counts: 1 when full, 0 at `sincere_from`, negative below.
pub fn sincere(law: &RepairLaw, sincerity: f64) -> f64 {
    (sincerity - law.sincere_from) / (1.0 - law.sincere_from)
}

/// How well a kind of repair fits its cause, 0 to 1.
pub fn fit(law: &RepairLaw, nature: Nature, cause: &Cause) -> f64 {
    let intentional = if cause.intentional { 1.0 } else { 0.0 };
    match nature {
        Nature::Words => (1.0 - law.words_severity * cause.severity - law.words_intent * intentional).max(0.0),
        Nature::Deeds => {
            if cause.by == Referent::Colleague {
                0.8
            } else {
                1.0
            }
        }
        Nature::Structure => cause.severity.max(intentional),
    }
}

/// The factor on everything that is not size, strength or sincerity: fit, kind, who speaks, group, repetition.
pub fn worth(law: &RepairLaw, what: RepairKind, cause: &Cause, before_a_group: bool) -> f64 {
    let row = what.row();
    let mut worth = fit(law, row.nature, cause);
    let moral = matches!(cause.kind, BreachKind::Benevolence | BreachKind::Integrity);
    if row.nature == Nature::Words {
        if moral {
            worth *= law.words_integrity;
        }
        if cause.deception {
            worth *= law.words_deception;
        }
        if cause.by != Referent::Colleague && row.level == Level::Individual {
            worth *= law.words_leader;
        }
        if cause.used_before > 0 {
            worth *= law.again;
        }
    }
    if before_a_group && row.level == Level::Individual && moral {
        worth *= law.group;
    }
    worth
}

/// The share of the wound that a repair heals at once (negative: harms), before strength.
pub fn heals(law: &RepairLaw, what: RepairKind, cause: &Cause, sincerity: f64, before_a_group: bool) -> f64 {
    let size = match what {
        RepairKind::Acknowledgement => law.acknowledgement,
        RepairKind::Apology => law.apology,
        RepairKind::Explanation => law.explanation,
        RepairKind::Denial if matches!(cause.kind, BreachKind::Benevolence | BreachKind::Integrity) => law.denial,
        RepairKind::Amends => law.amends,
        RepairKind::OpenAcknowledgement => law.open_acknowledgement,
        RepairKind::FacilitatedDialogue => law.facilitated_dialogue,
        RepairKind::Empathy => law.empathy,
        RepairKind::IndependentInvestigation => law.investigation,
        RepairKind::Compensation => law.compensation,
        _ => 0.0,
    };
    size * sincere(law, sincerity) * worth(law, what, cause, before_a_group)
}

/// What the price of a repair goes by; the equation stands in [`cost`](super::cost).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pay {
    /// Those who do it, each of them an offender.
    Doer,
    /// Those who sit in it, whoever broke trust included.
    Present,
    /// The leaders who are replaced.
    Replaced,
    /// The people whom it reaches.
    Reached,
}

impl Pay {
    /// The word used in files.
    pub const fn key(self) -> &'static str {
        match self {
            Pay::Doer => "person_who_does_it",
            Pay::Present => "person_present",
            Pay::Replaced => "leader_replaced",
            Pay::Reached => "people_reached",
        }
    }
}

impl RepairKind {
    /// What its price goes by.
    pub const fn pay(self) -> Pay {
        match (self, self.row().level) {
            (RepairKind::LeaderReplacement, _) => Pay::Replaced,
            (RepairKind::FacilitatedDialogue, _) => Pay::Present,
            (_, Level::Organisation) => Pay::Reached,
            _ => Pay::Doer,
        }
    }

    /// Whether it only answers breaches: with none to answer there is nothing to do.
    pub const fn needs_a_breach(self) -> bool {
        !matches!(self, RepairKind::PolicyReform | RepairKind::CultureProgramme | RepairKind::LeaderReplacement)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SLIP: Cause = Cause {
        by: Referent::Colleague,
        kind: BreachKind::Competence,
        severity: 0.3,
        intentional: false,
        deception: false,
        used_before: 0,
    };

    #[test]
    fn people_pay_for_what_they_do_and_the_organisation_for_those_it_reaches() {
        let of = |pay: Pay| RepairKind::ALL.iter().filter(move |kind| kind.pay() == pay).map(|kind| kind.key()).collect::<Vec<_>>();
        assert_eq!(of(Pay::Replaced), ["leader_replacement"]);
        assert_eq!(of(Pay::Present), ["facilitated_dialogue"]);
        assert_eq!(of(Pay::Reached), ["policy_reform", "culture_programme", "independent_investigation", "compensation"]);
        assert_eq!(of(Pay::Doer).len(), RepairKind::ALL.len() - 6);
    }

    #[test]
    fn words_help_more_after_competence_than_after_integrity_breaches() {
        let law = RepairLaw::default();
        let integrity = Cause { kind: BreachKind::Integrity, ..SLIP };
        assert!(heals(&law, RepairKind::Apology, &SLIP, 1.0, false) > heals(&law, RepairKind::Apology, &integrity, 1.0, false));
    }

    #[test]
    fn amends_beat_words() {
        let law = RepairLaw::default();
        assert!(heals(&law, RepairKind::Amends, &SLIP, 1.0, false) > heals(&law, RepairKind::Apology, &SLIP, 1.0, false));
    }

    #[test]
    fn words_of_a_leader_count_for_less() {
        let law = RepairLaw::default();
        let leader = Cause { by: Referent::Leader, ..SLIP };
        let ratio = heals(&law, RepairKind::Apology, &leader, 1.0, false) / heals(&law, RepairKind::Apology, &SLIP, 1.0, false);
        assert!((ratio - law.words_leader).abs() < 1e-9);
    }

    #[test]
    fn insincere_words_harm() {
        assert!(heals(&RepairLaw::default(), RepairKind::Apology, &SLIP, 0.1, false) < 0.0);
    }

    #[test]
    fn a_second_apology_is_worth_a_third() {
        let law = RepairLaw::default();
        let again = Cause { used_before: 1, ..SLIP };
        let ratio = heals(&law, RepairKind::Apology, &again, 1.0, false) / heals(&law, RepairKind::Apology, &SLIP, 1.0, false);
        assert!((ratio - 0.33).abs() < 1e-9);
    }

    #[test]
    fn structure_is_for_what_is_severe_or_meant() {
        let law = RepairLaw::default();
        assert!(fit(&law, Nature::Structure, &SLIP) < fit(&law, Nature::Words, &SLIP));
        let betrayal = Cause { severity: 0.9, intentional: true, ..SLIP };
        assert!(fit(&law, Nature::Structure, &betrayal) > fit(&law, Nature::Words, &betrayal));
    }

    #[test]
    fn the_group_gap_disappears_when_the_response_fits() {
        let law = RepairLaw::default();
        let alike = heals(&law, RepairKind::Apology, &SLIP, 1.0, true) / heals(&law, RepairKind::Apology, &SLIP, 1.0, false);
        assert!((alike - 1.0).abs() < 1e-9); // competence, apology
        let integrity = Cause { kind: BreachKind::Integrity, ..SLIP };
        assert!(heals(&law, RepairKind::Apology, &integrity, 1.0, true) < heals(&law, RepairKind::Apology, &integrity, 1.0, false));
    }
}
