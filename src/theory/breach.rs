//! # Breach
//!
//! How trust leaves on horseback: what one breach takes at once from everyone who learns of it.
//!
//! ```text
//!   perceived = min(1, severity · nearness · (1 + intent · intentional + deceit · deception) · reading)
//!   reading   = 1 − known · n / (n + n_half) · (2 T − 1)
//!   lost      = (1 − wound − scar) · perceived · share(kind, pair)
//!   scar     += lost · settled          wound += lost · (1 − settled)
//!   settled   = min(1, lasting(kind) · (s_0 + s_1 · severity + s_2 · intentional + s_3 · deception))
//!   chance   += (1 − chance) · perceived · jump(kind)
//!   injury   += (1 − injury) · (1 − e^(−anger(kind) · severity · nearness · reading · (1 + a_i · intentional + a_d · deception)))
//!   reopened  = mended · min(1, reopens · perceived)
//! ```
//!
//! | symbol    | meaning                                                              | range  |
//! |-----------|----------------------------------------------------------------------|--------|
//! | severity  | how bad it is                                                        | 0 to 1 |
//! | nearness  | 1 for the victim, less for a witness, less still for those who hear  | 0 to 1 |
//! | share     | how much this kind takes from credibility and from trustworthiness   | 0 to 1 |
//! | settled   | the part that is a scar from the first day                           | 0 to 1 |
//! | n, T      | acts seen of the offender so far, and trust this morning              |        |
//! | injury    | how far one feels wronged by the other                               | 0 to 1 |
//! | mended    | what repairs have healed of earlier damage, as far as it is still watched | 0 to 1 |
//!
//! **Read it as.** The four kinds differ in what they touch, how far they spread beyond it, how long they last and how much they
//! anger: what somebody could not do costs credibility and soon passes, what somebody did not want to do costs trustworthiness
//! and stays. Intention and deception make more of the loss permanent, and people feel more wronged. Wound and scar are how trust
//! heals; the injury is what people do something about: it moves retaliation, withdrawal and escalation.
//!
//! What is known of somebody weighs in how an offence is read: of those well known and trusted it is read as a slip, of those
//! well known and distrusted as what was to be expected. Who does it again reopens what a repair had mended.
//!
//! **Limits.** No severity, no loss. Damage and injury never exceed 1. What is lost already cannot be lost again. Of a stranger,
//! or of somebody whom one would as soon trust as not, an offence is read as it is. Nothing repaired, nothing reopened.
//!
//! **Source.** The article (AR-44 to AR-47); extremity and kinds: Skowronski & Carlston (1987); deception: Schweitzer,
//! Hershey & Bradlow (2006), direction only. Sizes are assumed.

use serde::{Deserialize, Serialize};

use crate::text::{Text, text};

/// Kinds of breach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BreachKind {
    /// The offender was not able to do it well.
    Competence,
    /// The offender did not do what was agreed.
    Reliability,
    /// The offender did not care for others' interests.
    Benevolence,
    /// The offender was not honest or fair.
    Integrity,
}

impl BreachKind {
    /// All, in the order in which they are listed.
    pub const ALL: [BreachKind; 4] = [BreachKind::Competence, BreachKind::Reliability, BreachKind::Benevolence, BreachKind::Integrity];

    /// The row of this kind.
    pub const fn row(self) -> &'static BreachRow {
        &BREACHES[self as usize]
    }

    /// The word used in files.
    pub const fn key(self) -> &'static str {
        self.row().key
    }
}

/// A kind of breach in words.
#[derive(Clone, Copy, Debug)]
pub struct BreachRow {
    /// The word used in files.
    pub key: &'static str,
    /// Name.
    pub name: Text,
    /// What it is.
    pub meaning: Text,
}

#[rustfmt::skip]
/// The kinds of breach, in the order of [`BreachKind::ALL`].
pub const BREACHES: [BreachRow; 4] = [
    BreachRow { key: "competence", name: text("Competence breach", "Bekwaamheidsbreuk"), meaning: text("someone could not do what was relied upon", "iemand kon niet waarmaken waarop gerekend werd") },
    BreachRow { key: "reliability", name: text("Reliability breach", "Betrouwbaarheidsbreuk"), meaning: text("someone did not keep to what was agreed", "iemand kwam een afspraak niet na") },
    BreachRow { key: "benevolence", name: text("Benevolence breach", "Welwillendheidsbreuk"), meaning: text("someone did not care about the other's good", "iemand gaf niet om het belang van de ander") },
    BreachRow { key: "integrity", name: text("Integrity breach", "Integriteitsbreuk"), meaning: text("someone was not honest or fair", "iemand was niet eerlijk of rechtvaardig") },
];

/// What a kind of breach takes, and how much it angers.
#[derive(Clone, Copy, Debug)]
pub struct Toll {
    /// Shares taken from credibility and from trustworthiness.
    pub shares: [f64; 2],
    /// Jump of the perceived chance of betrayal per unit of perceived severity.
    pub jump: f64,
    /// How much more of the loss is a scar from the first day than usual.
    pub lasting: f64,
    /// How much it wrongs people, per unit of severity.
    pub anger: f64,
}

/// Who learns of a breach at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// One person: the victim.
    Victim,
    /// The team of the offender, or those struck by top management.
    Team,
    /// Their department.
    Department,
    /// Everyone in the organisation.
    Organisation,
}

impl Audience {
    /// All, from the smallest.
    pub const ALL: [Audience; 4] = [Audience::Victim, Audience::Team, Audience::Department, Audience::Organisation];

    /// The word used in files.
    pub const fn key(self) -> &'static str {
        match self {
            Audience::Victim => "victim",
            Audience::Team => "team",
            Audience::Department => "department",
            Audience::Organisation => "organisation",
        }
    }
}

crate::theory::parameters! {
    /// Parameters of breaches.
    BreachLaw {
        competence_credibility: 0.5 in 0.0 .. 1.0, "share", Related, "what somebody cannot do says little of the rest: Kim et al. 2004; sizes are judgement", "Share of credibility that a competence breach takes per unit of perceived severity.", "Deel van de geloofwaardigheid dat een bekwaamheidsbreuk wegneemt per eenheid ervaren ernst.";
        competence_trustworthiness: 0.05 in 0.0 .. 1.0, "share", Related, "what somebody cannot do says little of the rest: Kim et al. 2004; sizes are judgement", "Share of trustworthiness that a competence breach takes per unit of perceived severity.", "Deel van de vertrouwenswaardigheid dat een bekwaamheidsbreuk wegneemt per eenheid ervaren ernst.";
        competence_chance: 0.08 in 0.0 .. 1.0, "share", Assumed, "no published estimate: judgement", "How much a competence breach raises the perceived chance of betrayal per unit of perceived severity.", "Hoeveel een bekwaamheidsbreuk de ingeschatte kans op verraad verhoogt per eenheid ervaren ernst.";
        competence_lasting: 0.5 in 0.0 .. 3.0, "factor", Assumed, "no published estimate: judgement", "How much more of the loss by a competence breach is a scar from the first day than usual.", "Hoeveel meer van het verlies door een bekwaamheidsbreuk vanaf de eerste dag een litteken is dan gewoonlijk.";
        competence_anger: 0.35 in 0.0 .. 5.0, "per unit of severity", Assumed, "anger follows blame: what was not meant angers less (Aquino et al. 2001, direction); sizes are judgement", "How far a competence breach makes people feel wronged.", "Hoezeer mensen zich door een bekwaamheidsbreuk onrecht aangedaan voelen.";
        reliability_credibility: 0.6 in 0.0 .. 1.0, "share", Assumed, "between competence and benevolence: judgement", "Share of credibility that a reliability breach takes per unit of perceived severity.", "Deel van de geloofwaardigheid dat een betrouwbaarheidsbreuk wegneemt per eenheid ervaren ernst.";
        reliability_trustworthiness: 0.2 in 0.0 .. 1.0, "share", Assumed, "between competence and benevolence: judgement", "Share of trustworthiness that a reliability breach takes per unit of perceived severity.", "Deel van de vertrouwenswaardigheid dat een betrouwbaarheidsbreuk wegneemt per eenheid ervaren ernst.";
        reliability_chance: 0.14 in 0.0 .. 1.0, "share", Assumed, "no published estimate: judgement", "How much a reliability breach raises the perceived chance of betrayal per unit of perceived severity.", "Hoeveel een betrouwbaarheidsbreuk de ingeschatte kans op verraad verhoogt per eenheid ervaren ernst.";
        reliability_lasting: 0.8 in 0.0 .. 3.0, "factor", Assumed, "no published estimate: judgement", "How much more of the loss by a reliability breach is a scar from the first day than usual.", "Hoeveel meer van het verlies door een betrouwbaarheidsbreuk vanaf de eerste dag een litteken is dan gewoonlijk.";
        reliability_anger: 0.65 in 0.0 .. 5.0, "per unit of severity", Assumed, "anger follows blame: what was not meant angers less (Aquino et al. 2001, direction); sizes are judgement", "How far a reliability breach makes people feel wronged.", "Hoezeer mensen zich door een betrouwbaarheidsbreuk onrecht aangedaan voelen.";
        benevolence_credibility: 0.15 in 0.0 .. 1.0, "share", Related, "negativity effect for morality: Skowronski & Carlston 1987; sizes are judgement", "Share of credibility that a benevolence breach takes per unit of perceived severity.", "Deel van de geloofwaardigheid dat een welwillendheidsbreuk wegneemt per eenheid ervaren ernst.";
        benevolence_trustworthiness: 0.85 in 0.0 .. 1.0, "share", Related, "negativity effect for morality: Skowronski & Carlston 1987; sizes are judgement", "Share of trustworthiness that a benevolence breach takes per unit of perceived severity.", "Deel van de vertrouwenswaardigheid dat een welwillendheidsbreuk wegneemt per eenheid ervaren ernst.";
        benevolence_chance: 0.24 in 0.0 .. 1.0, "share", Assumed, "no published estimate: judgement", "How much a benevolence breach raises the perceived chance of betrayal per unit of perceived severity.", "Hoeveel een welwillendheidsbreuk de ingeschatte kans op verraad verhoogt per eenheid ervaren ernst.";
        benevolence_lasting: 1.0 in 0.0 .. 3.0, "factor", Assumed, "no published estimate: judgement", "How much more of the loss by a benevolence breach is a scar from the first day than usual.", "Hoeveel meer van het verlies door een welwillendheidsbreuk vanaf de eerste dag een litteken is dan gewoonlijk.";
        benevolence_anger: 1.0 in 0.0 .. 5.0, "per unit of severity", Assumed, "anger follows blame: what was not meant angers less (Aquino et al. 2001, direction); sizes are judgement", "How far a benevolence breach makes people feel wronged.", "Hoezeer mensen zich door een welwillendheidsbreuk onrecht aangedaan voelen.";
        integrity_credibility: 0.3 in 0.0 .. 1.0, "share", Related, "negativity effect for morality: Skowronski & Carlston 1987; Kim et al. 2004; sizes are judgement", "Share of credibility that an integrity breach takes per unit of perceived severity.", "Deel van de geloofwaardigheid dat een integriteitsbreuk wegneemt per eenheid ervaren ernst.";
        integrity_trustworthiness: 1.0 in 0.0 .. 1.0, "share", Related, "negativity effect for morality: Skowronski & Carlston 1987; Kim et al. 2004; sizes are judgement", "Share of trustworthiness that an integrity breach takes per unit of perceived severity.", "Deel van de vertrouwenswaardigheid dat een integriteitsbreuk wegneemt per eenheid ervaren ernst.";
        integrity_chance: 0.3 in 0.0 .. 1.0, "share", Assumed, "no published estimate: judgement", "How much an integrity breach raises the perceived chance of betrayal per unit of perceived severity.", "Hoeveel een integriteitsbreuk de ingeschatte kans op verraad verhoogt per eenheid ervaren ernst.";
        integrity_lasting: 1.15 in 0.0 .. 3.0, "factor", Assumed, "no published estimate: judgement", "How much more of the loss by an integrity breach is a scar from the first day than usual.", "Hoeveel meer van het verlies door een integriteitsbreuk vanaf de eerste dag een litteken is dan gewoonlijk.";
        integrity_anger: 1.1 in 0.0 .. 5.0, "per unit of severity", Assumed, "anger follows blame: what was not meant angers less (Aquino et al. 2001, direction); sizes are judgement", "How far an integrity breach makes people feel wronged.", "Hoezeer mensen zich door een integriteitsbreuk onrecht aangedaan voelen.";
        settled_base: 0.15 in 0.0 .. 1.0, "share", Assumed, "no published estimate: judgement", "Part of any loss that is a scar from the first day.", "Deel van elk verlies dat vanaf de eerste dag een litteken is.";
        settled_severity: 0.35 in 0.0 .. 1.0, "share per unit", Assumed, "no published estimate; extremity: Skowronski & Carlston 1987 for the direction", "How much severity adds to that part.", "Hoeveel de ernst aan dat deel toevoegt.";
        settled_intentional: 0.20 in 0.0 .. 1.0, "share", Assumed, "no published estimate: judgement", "How much intention adds to that part.", "Hoeveel opzet aan dat deel toevoegt.";
        settled_deception: 0.20 in 0.0 .. 1.0, "share", Related, "trust after deception never fully recovers: Schweitzer, Hershey & Bradlow 2006; size is judgement", "How much deception adds to that part.", "Hoeveel misleiding aan dat deel toevoegt.";
        sealed_deception: 0.60 in 0.0 .. 1.0, "share", Related, "trust after deception never fully recovers: Schweitzer, Hershey & Bradlow 2006; size is judgement", "Part of a deception's scar that does not fade by itself.", "Deel van het litteken van een misleiding dat niet vanzelf vervaagt.";
        intent: 0.25 in 0.0 .. 2.0, "-", Assumed, "no published estimate", "How much more severe an intentional breach is perceived to be.", "Hoeveel ernstiger een opzettelijke vertrouwensbreuk overkomt.";
        deceit: 0.15 in 0.0 .. 2.0, "-", Related, "deception hurts beyond the act itself: Schweitzer et al. 2006; size is judgement", "How much more severe a breach is perceived to be when a lie comes out.", "Hoeveel ernstiger een vertrouwensbreuk overkomt als er een leugen uitkomt.";
        injury_intent: 0.8 in 0.0 .. 5.0, "-", Related, "blame and intent make revenge likelier: Aquino et al. 2001; size is judgement", "How much more people feel wronged by what was done on purpose.", "Hoeveel meer mensen zich onrecht aangedaan voelen door wat opzettelijk gebeurde.";
        injury_deception: 0.8 in 0.0 .. 5.0, "-", Related, "deception hurts beyond the act itself: Schweitzer et al. 2006; size is judgement", "How much more people feel wronged when a lie comes out.", "Hoeveel meer mensen zich onrecht aangedaan voelen als er een leugen uitkomt.";
        reopens: 2.0 in 0.0 .. 10.0, "share per unit of perceived severity", Assumed, "the article (AR-51): provided that it is not repeated; size is judgement", "How much of what a repair had mended a repetition opens again.", "Hoeveel van wat een herstel geheeld had, een herhaling weer opent.";
        known: 0.25 in 0.0 .. 1.0, "share", Related, "those who trusted before see a breach less and mind it less: Robinson 1996; size is judgement", "How much milder an offence is read of somebody well known and fully trusted, and how much graver of somebody well known and not trusted at all.", "Hoeveel milder een vergrijp gelezen wordt van iemand die men goed kent en ten volle vertrouwt, en hoeveel ernstiger van iemand die men goed kent en helemaal niet vertrouwt.";
        witness: 0.8 in 0.0 .. 1.0, "share", Assumed, "no published estimate", "Nearness of a witness in the team.", "Nabijheid van een getuige in het team.";
        hearsay: 0.45 in 0.0 .. 1.0, "share", Related, "gossip is believed and moves evaluations: Dores Cruz et al. 2021 for the direction; .2 to .5 of a direct event is judgement", "Nearness of those outside the team who learn of it.", "Nabijheid van wie er buiten het team van hoort.";
        imposed_loss: 0.6 in 0.0 .. 1.0, "severity per unit of size", Assumed, "unmet expectations -.40 with trust (Dirks & Ferrin 2002) for the direction", "How severe an imposed loss is, as a benevolence breach by top management.", "Hoe ernstig een opgelegd verlies is, als welwillendheidsbreuk door het topmanagement.";
        imposed_loss_explained: 0.45 in 0.0 .. 1.0, "share", Related, "explanation helps: Lei et al. 2014; lay-offs with transparency keep trust (DECLINE)", "Part of an imposed loss that remains a breach when it is explained.", "Deel van een opgelegd verlies dat een vertrouwensbreuk blijft als het wordt uitgelegd.";
        tint_up: 0.20 in 0.0 .. 1.0, "share", Related, "trickle-up: Fulmer & Ostroff 2017; weight .1 to .3", "How much a leader's breach carries over to trust in top management.", "Hoezeer een vertrouwensbreuk door de leidinggevende doorwerkt op het vertrouwen in het topmanagement.";
        tint_down: 0.12 in 0.0 .. 1.0, "share", Related, "trickle-down of what supervisors think of their manager: De Cremer et al. 2018 for the direction; .05 to .2 is judgement", "How much a breach by top management carries over to trust in one's leader.", "Hoezeer een vertrouwensbreuk door het topmanagement doorwerkt op het vertrouwen in de leidinggevende.";
    }
}

crate::theory::parameters! {
    /// Parameters of everyday incidents: breaches that come by hazard.
    Incident {
        colleague: 0.05 in 0.0 .. 5.0, "per person and year", Assumed, "no published estimate", "How often a colleague breaks trust in a small way.", "Hoe vaak een collega op kleine schaal het vertrouwen schendt.";
        leader: 0.18 in 0.0 .. 5.0, "per leader and year", Related, "54.8 % of graduates saw a contract breach within two years (Robinson & Rousseau 1994), leaders and top together .40 a year", "How often a leader breaks trust in a small way.", "Hoe vaak een leidinggevende op kleine schaal het vertrouwen schendt.";
        top: 0.15 in 0.0 .. 5.0, "per year", Related, "54.8 % of graduates saw a contract breach within two years (Robinson & Rousseau 1994), leaders and top together .40 a year", "How often top management breaks trust in a small way.", "Hoe vaak het topmanagement op kleine schaal het vertrouwen schendt.";
        severity: 0.22 in 0.0 .. 1.0, "0 to 1", Assumed, "no published estimate", "Mean severity of an incident; small ones are commoner.", "Gemiddelde ernst van een incident; kleine komen vaker voor.";
        strain: 0.25 in 0.0 .. 2.0, "log hazard per SD", Assumed, "no published estimate", "How much strain raises a person's hazard of an incident.", "Hoezeer spanning iemands kans op een incident verhoogt.";
        seen: 0.35 in 0.0 .. 1.0, "share", Assumed, "no published estimate", "Share of the incidents of a person that the whole team sees; the rest is between two people.", "Aandeel van de incidenten van een persoon dat het hele team ziet; de rest blijft tussen twee mensen.";
        graver: 1.0 in 0.0 .. 10.0, "share per unit of injury", Assumed, "unrepaired incidents escalate: Kahkonen et al. 2021 (a proposition)", "How much graver an incident is when its author feels wronged.", "Hoeveel ernstiger een incident is als de dader zich zelf onrecht aangedaan voelt.";
        injury: 3.0 in 0.0 .. 10.0, "log hazard per unit", Assumed, "unrepaired incidents escalate: Kahkonen et al. 2021 (a proposition)", "How much a person's own injury raises the hazard of an incident.", "Hoezeer onrecht dat iemand zelf voelt de kans op een incident verhoogt.";
    }
}

/// A breach as one person perceives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Blow {
    /// What kind of breach it is.
    pub kind: BreachKind,
    /// Severity as such, 0 to 1.
    pub severity: f64,
    /// Whether it was done on purpose.
    pub intentional: bool,
    /// Whether a lie comes out.
    pub deception: bool,
    /// Nearness of the perceiver, 0 to 1.
    pub nearness: f64,
    /// How it is read, given what is known of the offender: the factor of [`reading`].
    pub reading: f64,
}

/// How an offence is read by somebody who has seen `acts` acts of the offender and trusts this much; 1 for as it is.
pub fn reading(law: &BreachLaw, acts: f64, acts_half: f64, trust: f64) -> f64 {
    1.0 - law.known * acts / (acts + acts_half) * (2.0 * trust - 1.0)
}

/// Damage to one relation: what is fresh, what has settled, and the part of a scar that time does not fade.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Damage {
    /// Wounds to credibility and to trustworthiness, 0 to 1.
    pub wound: [f64; 2],
    /// Scars to the same, 0 to 1.
    pub scar: [f64; 2],
    /// Part of these scars that does not fade by itself, 0 to 1.
    pub sealed: [f64; 2],
    /// What repairs have mended of the damage to credibility, to trustworthiness, and of the injury, as far as it is still watched.
    pub mended: [f64; 3],
    /// How far one feels wronged, 0 to 1.
    pub injury: f64,
}

/// Severity as perceived.
pub fn perceived(law: &BreachLaw, blow: &Blow) -> f64 {
    let flag = |on: bool, value: f64| if on { value } else { 0.0 };
    let graver = 1.0 + flag(blow.intentional, law.intent) + flag(blow.deception, law.deceit);
    (blow.severity * blow.nearness * graver * blow.reading).min(1.0)
}

impl BreachLaw {
    /// What a kind of breach takes.
    pub fn toll(&self, kind: BreachKind) -> Toll {
        let of = |credibility, trustworthiness, jump, lasting, anger| Toll { shares: [credibility, trustworthiness], jump, lasting, anger };
        match kind {
            BreachKind::Competence => of(
                self.competence_credibility,
                self.competence_trustworthiness,
                self.competence_chance,
                self.competence_lasting,
                self.competence_anger,
            ),
            BreachKind::Reliability => of(
                self.reliability_credibility,
                self.reliability_trustworthiness,
                self.reliability_chance,
                self.reliability_lasting,
                self.reliability_anger,
            ),
            BreachKind::Benevolence => of(
                self.benevolence_credibility,
                self.benevolence_trustworthiness,
                self.benevolence_chance,
                self.benevolence_lasting,
                self.benevolence_anger,
            ),
            BreachKind::Integrity => of(
                self.integrity_credibility,
                self.integrity_trustworthiness,
                self.integrity_chance,
                self.integrity_lasting,
                self.integrity_anger,
            ),
        }
    }
}

/// The injury after the blow.
pub fn injured(law: &BreachLaw, before: f64, blow: &Blow) -> f64 {
    let flag = |on: bool, value: f64| if on { value } else { 0.0 };
    let blame = 1.0 + flag(blow.intentional, law.injury_intent) + flag(blow.deception, law.injury_deception);
    let felt = law.toll(blow.kind).anger * blow.severity * blow.nearness * blow.reading * blame;
    before + (1.0 - before) * (1.0 - libm::exp(-felt))
}

/// The part of the loss that is a scar from the first day; none with `scars` switched off.
pub fn settled(law: &BreachLaw, blow: &Blow, scars: bool) -> f64 {
    if !scars {
        return 0.0;
    }
    let flag = |on: bool, value: f64| if on { value } else { 0.0 };
    let usual = law.settled_base
        + law.settled_severity * blow.severity
        + flag(blow.intentional, law.settled_intentional)
        + flag(blow.deception, law.settled_deception);
    (usual * law.toll(blow.kind).lasting).min(1.0)
}

/// The damage after the blow.
pub fn struck(law: &BreachLaw, before: Damage, blow: &Blow, scars: bool) -> Damage {
    let mut after = Damage { injury: injured(law, before.injury, blow), ..before };
    let settled = settled(law, blow, scars);
    let again = (law.reopens * perceived(law, blow)).min(1.0);
    for (pair, share) in law.toll(blow.kind).shares.into_iter().enumerate() {
        let whole = (1.0 - before.wound[pair] - before.scar[pair]).max(0.0);
        let lost = whole * perceived(law, blow) * share;
        after.scar[pair] += lost * settled;
        after.wound[pair] += lost * (1.0 - settled);
        if blow.deception {
            after.sealed[pair] += lost * settled * law.sealed_deception;
        }
        let room = (1.0 - after.wound[pair] - after.scar[pair]).max(0.0);
        after.wound[pair] += (before.mended[pair] * again).min(room);
    }
    after.injury += (before.mended[2] * again).min(1.0 - after.injury);
    after.mended = before.mended.map(|mended| mended * (1.0 - again));
    after
}

/// The perceived chance of betrayal after the blow.
pub fn alarmed(law: &BreachLaw, chance: f64, blow: &Blow) -> f64 {
    chance + (1.0 - chance) * perceived(law, blow) * law.toll(blow.kind).jump
}

/// The severity of an everyday incident from a draw in [0, 1): small ones are commoner, the mean is `law.severity`.
pub fn incident_severity(law: &Incident, draw: f64) -> f64 {
    (3.0 * law.severity * draw * draw).min(1.0) // mean of 3 u² is 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blow(kind: BreachKind, severity: f64) -> Blow {
        Blow { kind, severity, intentional: false, deception: false, nearness: 1.0, reading: 1.0 }
    }

    #[test]
    fn what_is_known_weighs_in_how_an_offence_is_read() {
        let law = BreachLaw::default();
        assert!((reading(&law, 0.0, 40.0, 0.9) - 1.0).abs() < 1e-12 && (reading(&law, 500.0, 40.0, 0.5) - 1.0).abs() < 1e-12);
        assert!(reading(&law, 500.0, 40.0, 0.9) < reading(&law, 20.0, 40.0, 0.9));
        assert!(reading(&law, 500.0, 40.0, 0.1) > 1.0);
    }

    #[test]
    fn no_severity_no_loss() {
        let law = BreachLaw::default();
        assert_eq!(struck(&law, Damage::default(), &blow(BreachKind::Integrity, 0.0), true), Damage::default());
    }

    #[test]
    fn people_feel_wronged_by_severity_intention_and_deception_each_on_top_of_the_others() {
        let law = BreachLaw::default();
        let felt = |severity, intentional, deception| {
            injured(&law, 0.0, &Blow { intentional, deception, ..blow(BreachKind::Integrity, severity) })
        };
        assert!(felt(0.35, false, false) < felt(0.7, false, false) && felt(0.7, false, false) < felt(1.0, false, false));
        assert!(felt(0.7, false, false) < felt(0.7, true, false) && felt(0.7, true, false) < felt(0.7, true, true));
        assert!(felt(0.7, false, false) < felt(0.7, false, true) && felt(0.7, true, true) < felt(1.0, true, true));
        assert!(injured(&law, 0.9, &blow(BreachKind::Integrity, 1.0)) < 1.0);
        let of = |kind| injured(&law, 0.0, &blow(kind, 0.5));
        assert!(of(BreachKind::Competence) < of(BreachKind::Reliability) && of(BreachKind::Reliability) < of(BreachKind::Benevolence));
        assert!(of(BreachKind::Benevolence) < of(BreachKind::Integrity));
    }

    #[test]
    fn who_does_it_again_reopens_what_was_closed() {
        let law = BreachLaw::default();
        let mended = Damage { mended: [0.2, 0.1, 0.3], ..Damage::default() };
        let (again, fresh) = (
            struck(&law, mended, &blow(BreachKind::Reliability, 0.4), true),
            struck(&law, Damage::default(), &blow(BreachKind::Reliability, 0.4), true),
        );
        assert!((again.wound[0] - fresh.wound[0] - 0.16).abs() < 1e-12 && (again.mended[0] - 0.04).abs() < 1e-12); // 0.2 · 2 · 0.4
        assert!((again.wound[1] - fresh.wound[1] - 0.08).abs() < 1e-12);
        assert!((again.injury - fresh.injury - 0.24).abs() < 1e-12);
    }

    #[test]
    fn each_kind_loads_on_its_own_pair() {
        let law = BreachLaw::default();
        let lost = |kind| {
            let after = struck(&law, Damage::default(), &blow(kind, 0.5), true);
            [after.wound[0] + after.scar[0], after.wound[1] + after.scar[1]]
        };
        assert!(lost(BreachKind::Competence)[0] > lost(BreachKind::Competence)[1]);
        assert!(lost(BreachKind::Integrity)[1] > lost(BreachKind::Integrity)[0]);
        assert!((lost(BreachKind::Integrity)[1] - 0.5).abs() < 1e-12); // 0.5 · 1.0
    }

    #[test]
    fn damage_never_exceeds_the_whole() {
        let law = BreachLaw::default();
        let mut damage = Damage::default();
        for _ in 0..20 {
            damage = struck(&law, damage, &Blow { intentional: true, deception: true, ..blow(BreachKind::Integrity, 1.0) }, true);
        }
        assert!(damage.wound[1] + damage.scar[1] <= 1.0 + 1e-12 && damage.sealed[1] <= damage.scar[1]);
    }

    #[test]
    fn intention_and_deception_make_more_of_the_loss_permanent() {
        let law = BreachLaw::default();
        let plain = settled(&law, &blow(BreachKind::Integrity, 0.6), true);
        let lie = settled(&law, &Blow { intentional: true, deception: true, ..blow(BreachKind::Integrity, 0.6) }, true);
        assert!((plain - 0.414).abs() < 1e-12); // 1.15 · (0.15 + 0.35 · 0.6)
        assert!((lie - 0.874).abs() < 1e-12); // + 1.15 · (0.2 + 0.2)
    }

    #[test]
    fn incidents_have_the_stated_mean_severity() {
        let law = Incident::default();
        let mean = (0..10_000).map(|k| incident_severity(&law, (k as f64 + 0.5) / 10_000.0)).sum::<f64>() / 10_000.0;
        assert!((mean - law.severity).abs() < 1e-3);
    }
}
