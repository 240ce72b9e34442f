//! # Repair
//!
//! What is done after a breach, on four levels, and how much each can heal.
//!
//! ```text
//!   healed = damage · size(repair) · strength · sincere(s) · fit · again · deceived
//!
//!   sincere(s) = (s − s_0) / (1 − s_0)                    below s_0 it harms
//!   fit        = kind · (slip + (betrayal − slip) · gravity) · by · hurt        one row of the table for each repair
//!   gravity    = ((severity · (1 + g_i · intentional + g_d · deception) − g_0) / (g_1 − g_0)), kept within 0 and 1
//!   damage     = wound (words, deeds, structure) and deep · scar (deeds, structure)
//! ```
//!
//! | symbol   | meaning                                                                 | range   |
//! |----------|-------------------------------------------------------------------------|---------|
//! | size     | share of the wound healed by a full, sincere, fitting repair            | 0 to 1  |
//! | s        | sincerity of words, fidelity of deeds                                   | 0 to 1  |
//! | kind     | how well the repair fits competence, reliability, benevolence, integrity breaches | ≥ 0 |
//! | slip, betrayal | how well it fits what is small and not meant, what is severe or meant | ≥ 0 |
//! | by       | how well it fits a colleague, a leader, top management who broke trust  | ≥ 0     |
//! | hurt     | how well it fits one person who was hurt, a whole team                  | ≥ 0     |
//! | again    | the same words a second time are worth a third                          | 0 to 1  |
//! | deceived | what words are worth after a lie                                        | 0 to 1  |
//!
//! **Read it as.** The table ([`repair_fit`](super::repair_fit)) governs all seventeen repairs, promise and replacement included. Words fit what is
//! small, not meant, and a matter of competence; a promise fits a broken word, and is worth what is then done better than before;
//! leaders need deeds; openness and presence fit a team that was hurt as a whole; structure fits what is severe or meant, and does
//! little for slips. Insincere words harm, and a denial that proves false is a breach of its own.
//!
//! **Limits.** A strength of 0 does nothing at all. Nothing heals more than there is. A repair that nobody can do, because the offender
//! has gone, or that answers nothing, is not done and costs nothing; one that runs is paid by the day, as long as who does it is there.
//!
//! **Source.** Apology d = .44 over 36 effects, more for competence than integrity (Yuan et al. 2017; Kim et al. 2004);
//! amends beat words (Bottom et al. 2002); groups (Kim et al. 2013); deeds of leaders and structural reform: the article (AR-54, AR-55) and
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
    Acknowledgement "acknowledgement", Individual, Words, 1, 0.25, "Acknowledgement", "Erkenning", "owning up to what was done", "toegeven wat er gebeurd is";
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
        acknowledgement: 0.30 in 0.0 .. 1.0, "share of wound", Assumed, "no published estimate: judgement, below an apology (Yuan et al. 2017)", "Share of the wound that acknowledgement heals.", "Deel van de wonde dat erkenning heelt.";
        apology: 0.7 in 0.0 .. 1.0, "share of wound", Related, "apology against silence d = .44: Yuan et al. 2017; set to .43 between two people", "Share of the wound that an apology heals.", "Deel van de wonde dat een verontschuldiging heelt.";
        explanation: 0.40 in 0.0 .. 1.0, "share of wound", Related, "0 to .6 SD: Lei et al. 2014", "Share of the wound that an explanation heals.", "Deel van de wonde dat uitleg heelt.";
        explanation_calm: 0.5 in 0.0 .. 1.0, "share", Assumed, "no published estimate: judgement", "How much an explanation lowers retaliation.", "Hoezeer uitleg vergelding verlaagt.";
        explained_days: 260.0 in 0.0 .. 2600.0, "working days", Assumed, "no published estimate: judgement", "How long an explanation lowers retaliation.", "Hoelang uitleg vergelding verlaagt.";
        promise: 0.15 in 0.0 .. 1.0, "share of wound", Assumed, "a promise alone restores trust at first: Schweitzer et al. 2006; size is judgement", "Share of the wound that a bare promise heals.", "Deel van de wonde dat een belofte op zich heelt.";
        denial: 0.25 in -0.5 .. 0.5, "share of wound", Related, "contested: Kim et al. 2004 for, preregistered 2025 study against", "Share of a wound that an unrefuted denial heals.", "Deel van een wonde dat een niet weerlegde ontkenning heelt.";
        denial_refuted: 0.5 in 0.0 .. 1.0, "severity", Related, "apology better once guilt is shown: Kim et al. 2004", "Severity of the breach that a false denial is, relative to the first.", "Ernst van de vertrouwensbreuk die een valse ontkenning is, in verhouding tot de eerste.";
        amends: 0.80 in 0.0 .. 1.0, "share of wound", Related, "substantive amends .6 to 1.0 SD: Bottom et al. 2002; size is judgement", "Share of the wound that amends heal.", "Deel van de wonde dat genoegdoening heelt.";
        open_acknowledgement: 0.55 in 0.0 .. 1.0, "share of wound", Assumed, "the article (AR-53); no number found", "Share of the wound that an open acknowledgement heals.", "Deel van de wonde dat openlijke erkenning heelt.";
        facilitated_dialogue: 0.60 in 0.0 .. 1.0, "share of wound", Assumed, "judgement; no number found", "Share of the wound that a facilitated dialogue heals.", "Deel van de wonde dat een begeleid gesprek heelt.";
        empathy: 0.50 in 0.0 .. 1.0, "share of wound", Related, "empathy helps (2019 study on denial); size is judgement", "Share of the wound that a leader's empathy heals.", "Deel van de wonde dat empathie van de leidinggevende heelt.";
        calm_acknowledged: 130.0 in 0.0 .. 2600.0, "working days", Assumed, "the article (AR-53): open acknowledgement decides what becomes of a shared mood; size is judgement", "How long open acknowledgement stops a team's shared bad mood.", "Hoelang openlijke erkenning de gedeelde slechte stemming van een team stopt.";
        calm_dialogue: 65.0 in 0.0 .. 2600.0, "working days", Assumed, "no published estimate: judgement", "How long a facilitated dialogue stops it.", "Hoelang een begeleid gesprek die stopt.";
        deep: 0.5 in 0.0 .. 1.0, "share", Assumed, "substantive repair reaches what words do not: Bottom et al. 2002; size is judgement", "How far deeds and structure reach scars, when wounds count as 1.", "Hoe ver daden en structuur littekens bereiken, als wonden voor 1 tellen.";
        daily_support: 0.010 in 0.0 .. 0.2, "share of wound per day", Assumed, "no published estimate", "Share of the wound that visible leadership and consistent support heal each day.", "Deel van de wonde dat zichtbaar leiderschap en consistente steun elke dag helen.";
        better_conduct: 0.9 in 0.0 .. 4.0, "logit", Assumed, "no published estimate", "How much better an offender behaves while changed conduct runs.", "Hoeveel beter een overtreder zich gedraagt zolang ander gedrag loopt.";
        structure_daily: 0.008 in 0.0 .. 0.2, "share of damage per day", Assumed, "deliberate structural repair takes 1 to 4 years, cases only: Gillespie, Dietz & Lockey 2014", "Share of wounds and scars that reform and culture programmes heal each day.", "Deel van wonden en littekens dat hervorming en cultuurprogramma's elke dag helen.";
        structure_floor: 0.8 in 0.0 .. 1.0, "share", Assumed, "no published estimate", "How far structure lowers the perceived chance of betrayal, as a share of its base.", "Hoe ver structuur de ingeschatte kans op verraad verlaagt, als deel van de basis ervan.";
        structure_chance: 0.006 in 0.0 .. 0.2, "share per day", Assumed, "no published estimate", "How fast structure lowers the perceived chance of betrayal, by making repetition impossible.", "Hoe snel structuur de ingeschatte kans op verraad verlaagt, door herhaling onmogelijk te maken.";
        culture_conduct: 0.5 in 0.0 .. 4.0, "logit", Assumed, "no published estimate", "How much better everyone behaves after a full culture programme.", "Hoeveel beter iedereen zich gedraagt na een volledig cultuurprogramma.";
        investigation: 0.60 in 0.0 .. 1.0, "share of wound", Assumed, "open investigation is part of regained trust: Gillespie et al. 2014 (a case)", "Share of the wound that an investigation heals once it ends.", "Deel van de wonde dat een onderzoek heelt zodra het klaar is.";
        compensation: 0.65 in 0.0 .. 1.0, "share of wound", Related, "penance after a breach by top management: Ferrin et al. 2018; size is judgement", "Share of the wound that compensation heals.", "Deel van de wonde dat compensatie heelt.";
        replacement: 0.70 in 0.0 .. 1.0, "share of damage", Related, "a new leader starts near the newcomer's level, coloured by the old one: Ballinger & Schoorman; size is judgement", "Share of the old leader's damage that does not colour the first impression of the new one, where the replacement fits.", "Deel van de schade van de vorige leidinggevende dat niet doorwerkt in de eerste indruk van de nieuwe, waar de vervanging past.";
        overreach: 0.4 in 0.0 .. 2.0, "share of damage", Assumed, "the article (AR-50, AR-55): structure for what is severe or meant; size is judgement", "How much worse an affair looks when a leader is replaced for what did not call for it.", "Hoeveel erger een zaak lijkt als een leidinggevende vervangen wordt voor iets wat daar niet om vroeg.";
        words_deception: 0.3 in 0.0 .. 1.0, "share", Related, "promises after deception do next to nothing: Schweitzer et al. 2006", "What words are worth after deception.", "Wat woorden waard zijn na misleiding.";
        soothes: 2.0 in 0.0 .. 5.0, "factor", Related, "apologies lower anger and revenge more surely than they restore trust: McCullough et al. 1997, direction; size is judgement", "How much more a repair takes from the wrong that people feel than from the wound.", "Hoeveel meer herstel wegneemt van het onrecht dat mensen voelen dan van de wonde.";
        grave_intent: 0.35 in 0.0 .. 3.0, "-", Assumed, "the article (AR-55): intentional breaches need structure; size is judgement", "How much graver an offence is for its repair when it was done on purpose.", "Hoeveel zwaarder een vergrijp weegt voor het herstel als het opzettelijk was.";
        grave_deception: 0.35 in 0.0 .. 3.0, "-", Assumed, "no published estimate: judgement", "How much graver it is when a lie comes out.", "Hoeveel zwaarder als er een leugen uitkomt.";
        slip_below: 0.2 in 0.0 .. 1.0, "severity", Assumed, "no published estimate: judgement", "Severity up to which an offence is a slip for its repair.", "Ernst tot waar een vergrijp voor het herstel een misstap is.";
        betrayal_above: 0.7 in 0.0 .. 3.0, "severity", Assumed, "no published estimate: judgement", "Severity, intention worked in, from which it is a betrayal.", "Ernst, opzet meegerekend, vanaf waar het verraad is.";
        again: 0.33 in 0.0 .. 1.0, "share", Assumed, "judgement, after the article (AR-51): provided that it is not repeated", "What the same words are worth a second time.", "Wat dezelfde woorden een tweede keer waard zijn.";
        sincere_from: 0.3 in 0.0 .. 0.95, "0 to 1", Assumed, "no published estimate", "Sincerity below which words do harm.", "Oprechtheid waaronder woorden schaden.";
        pause_days: 130.0 in 1.0 .. 2600.0, "working days", Assumed, "judgement: half a year, so that one fall of trust calls a repair once", "Time for which a repair that a fall of trust has called is not called again.", "Tijd waarin een herstel dat een daling van het vertrouwen in gang zette, niet opnieuw begint.";
    }
}

/// What a repair answers: the breach as the offended see it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grievance {
    /// Who broke trust.
    pub by: Referent,
    /// What kind of breach it was.
    pub kind: BreachKind,
    /// How severe it was, 0 to 1.
    pub severity: f64,
    /// Whether it was done on purpose.
    pub intentional: bool,
    /// Whether a lie came out.
    pub deception: bool,
    /// Whether a whole team was hurt, or one person.
    pub team: bool,
    /// How often this offender has used this very repair before.
    pub used_before: u32,
}

/// How well one repair fits, in the order of the columns of the table ([`repair_fit`](super::repair_fit)).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit(pub [f64; 11]);

impl Fit {
    /// How well it fits this kind of breach.
    pub fn kind(&self, kind: BreachKind) -> f64 {
        self.0[kind as usize]
    }

    /// How well it fits what is this grave: from 0, small and not meant, to 1, severe or meant.
    pub fn gravity(&self, gravity: f64) -> f64 {
        let [slip, betrayal] = [self.0[4], self.0[5]];
        slip + (betrayal - slip) * gravity
    }

    /// How well it fits when this one broke trust.
    pub fn by(&self, offender: Referent) -> f64 {
        self.0[6 + offender as usize]
    }

    /// How well it fits when a whole team was hurt, or else one person.
    pub fn hurt(&self, team: bool) -> f64 {
        self.0[9 + usize::from(team)]
    }
}

/// How sincerity counts: 1 when full, 0 at `sincere_from`, negative below.
pub fn sincere(law: &RepairLaw, sincerity: f64) -> f64 {
    (sincerity - law.sincere_from) / (1.0 - law.sincere_from)
}

/// How grave a grievance is for its repair: 0 for a slip, 1 for a betrayal.
pub fn gravity(law: &RepairLaw, grievance: &Grievance) -> f64 {
    let flag = |on: bool, value: f64| if on { value } else { 0.0 };
    let grave = grievance.severity * (1.0 + flag(grievance.intentional, law.grave_intent) + flag(grievance.deception, law.grave_deception));
    ((grave - law.slip_below) / (law.betrayal_above - law.slip_below).max(1e-9)).clamp(0.0, 1.0)
}

/// How well a repair fits its grievance: its row of the table.
pub fn fit(law: &RepairLaw, row: &Fit, grievance: &Grievance) -> f64 {
    row.kind(grievance.kind) * row.gravity(gravity(law, grievance)) * row.by(grievance.by) * row.hurt(grievance.team)
}

/// The factor on everything that is not size, strength or sincerity: fit, repetition, deception.
pub fn worth(law: &RepairLaw, row: &Fit, what: RepairKind, grievance: &Grievance) -> f64 {
    let mut worth = fit(law, row, grievance);
    if what.row().nature == Nature::Words {
        if grievance.deception {
            worth *= law.words_deception;
        }
        if grievance.used_before > 0 {
            worth *= law.again;
        }
    }
    worth
}

/// The share of the wound that a repair heals at once (negative: harms), before strength.
pub fn heals(law: &RepairLaw, row: &Fit, what: RepairKind, grievance: &Grievance, sincerity: f64) -> f64 {
    let size = match what {
        RepairKind::Acknowledgement => law.acknowledgement,
        RepairKind::Apology => law.apology,
        RepairKind::Explanation => law.explanation,
        RepairKind::Promise => law.promise,
        RepairKind::Denial => law.denial,
        RepairKind::Amends => law.amends,
        RepairKind::OpenAcknowledgement => law.open_acknowledgement,
        RepairKind::FacilitatedDialogue => law.facilitated_dialogue,
        RepairKind::Empathy => law.empathy,
        RepairKind::IndependentInvestigation => law.investigation,
        RepairKind::Compensation => law.compensation,
        _ => 0.0,
    };
    (size * sincere(law, sincerity) * worth(law, row, what, grievance)).min(1.0)
}

/// How far a repair reaches scars, when wounds count as 1.
pub fn depth(law: &RepairLaw, what: RepairKind) -> f64 {
    if what.row().nature == Nature::Words { 0.0 } else { law.deep }
}

/// How much of the old leader's damage colours the first impression of the new one, at least 0; `worth` is how well the replacement
/// fits. Where nothing called for a replacement, more than all of the damage does.
pub fn tint(law: &RepairLaw, worth: f64) -> f64 {
    let worth = worth.clamp(0.0, 1.0);
    (1.0 + law.overreach) * (1.0 - worth) + (1.0 - law.replacement) * worth
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
    use super::super::repair_fit::FitLaw;
    use super::*;

    const SLIP: Grievance = Grievance {
        by: Referent::Colleague,
        kind: BreachKind::Competence,
        severity: 0.2,
        intentional: false,
        deception: false,
        team: false,
        used_before: 0,
    };
    const BETRAYAL: Grievance = Grievance { kind: BreachKind::Integrity, severity: 0.8, intentional: true, by: Referent::Leader, ..SLIP };

    fn healed(what: RepairKind, grievance: &Grievance) -> f64 {
        heals(&RepairLaw::default(), &FitLaw::default().of(what), what, grievance, 1.0)
    }

    fn fits(what: RepairKind, grievance: &Grievance) -> f64 {
        fit(&RepairLaw::default(), &FitLaw::default().of(what), grievance)
    }

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
        assert!(healed(RepairKind::Apology, &SLIP) > healed(RepairKind::Apology, &Grievance { kind: BreachKind::Integrity, ..SLIP }));
    }

    #[test]
    fn words_of_a_leader_count_for_less_and_after_a_lie_for_less_still() {
        let leader = Grievance { by: Referent::Leader, ..SLIP };
        let lie = Grievance { deception: true, ..leader };
        assert!(healed(RepairKind::Apology, &SLIP) > healed(RepairKind::Apology, &leader));
        assert!(healed(RepairKind::Apology, &leader) > 2.0 * healed(RepairKind::Apology, &lie));
    }

    #[test]
    fn structure_fits_what_is_severe_or_meant_and_words_what_is_small() {
        for what in [RepairKind::PolicyReform, RepairKind::LeaderReplacement, RepairKind::CultureProgramme] {
            assert!(
                fits(what, &Grievance { by: Referent::Leader, ..SLIP })
                    < 0.1 * fits(what, &Grievance { severity: 0.8, intentional: true, by: Referent::Leader, ..SLIP })
            );
        }
        assert!(
            fits(RepairKind::Apology, &SLIP) > 2.0 * fits(RepairKind::Apology, &Grievance { severity: 0.8, intentional: true, ..SLIP })
        );
        assert!(fits(RepairKind::Apology, &BETRAYAL) < 0.1 * fits(RepairKind::IndependentInvestigation, &BETRAYAL));
    }

    #[test]
    fn openness_and_presence_fit_a_team_that_was_hurt_as_a_whole() {
        for what in [RepairKind::OpenAcknowledgement, RepairKind::VisibleLeadership, RepairKind::FacilitatedDialogue] {
            assert!(fits(what, &Grievance { team: true, ..SLIP }) > fits(what, &SLIP), "{what:?}");
        }
        for what in [RepairKind::Amends, RepairKind::Apology] {
            assert!(fits(what, &Grievance { team: true, ..SLIP }) < fits(what, &SLIP), "{what:?}");
        }
    }

    #[test]
    fn the_same_words_again_are_worth_a_third() {
        let again = Grievance { used_before: 1, ..SLIP };
        assert!((healed(RepairKind::Apology, &again) / healed(RepairKind::Apology, &SLIP) - 0.33).abs() < 1e-9);
    }

    #[test]
    fn below_the_bar_words_harm() {
        assert!(heals(&RepairLaw::default(), &FitLaw::default().of(RepairKind::Apology), RepairKind::Apology, &SLIP, 0.0) < 0.0);
        assert!(sincere(&RepairLaw::default(), 0.3).abs() < 1e-12 && (sincere(&RepairLaw::default(), 1.0) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_new_leader_is_tinted_by_the_old_one_as_far_as_the_replacement_does_not_fit() {
        let law = RepairLaw::default();
        assert!((tint(&law, 0.0) - 1.4).abs() < 1e-12 && (tint(&law, 1.0) - 0.3).abs() < 1e-9);
    }
}
