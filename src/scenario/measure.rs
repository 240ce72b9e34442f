//! # Measures
//!
//! Everything that is measured, once: key, unit, scope, label, meaning. Tables, figures, `explain` and `list` read it here.

use crate::text::{Text, text};
use crate::theory::referent::Referent;

/// Which referents a measure is told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// None: one value.
    Whole,
    /// Colleague, leader, top.
    Referent,
}

/// How a measure behaves in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// A level on its day.
    Level,
    /// A sum since day 0.
    Cumulative,
}

/// One thing that is measured.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// The word in tables.
    pub key: &'static str,
    /// The unit, in words.
    pub unit: &'static str,
    /// By referent or not.
    pub per: Per,
    /// Level or running sum.
    pub course: Course,
    /// Whether teams have it too.
    pub team: bool,
    /// Short label for figures.
    pub label: Text,
    /// What it means and how it is computed.
    pub meaning: Text,
}

impl Measure {
    /// The least and the most that it can be: no axis and no band goes beyond.
    pub fn bounds(&self) -> (f64, f64) {
        match self.unit {
            unit if unit.contains("0 to 1") => (0.0, 1.0),
            unit if unit.contains("0 to 2") => (0.0, 2.0),
            "share of people" | "share of working days" => (0.0, 1.0),
            _ if self.key == "stability" => (0.0, 1.0),
            _ => (0.0, f64::INFINITY),
        }
    }
}

/// A value of one measure for one referent: the columns of a life's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeasureColumn {
    /// Index in [`MEASURES`].
    pub measure: usize,
    /// Who is trusted; `None` for the whole.
    pub referent: Option<Referent>,
}

/// The columns of an organisation's (`team == false`) or a team's (`team == true`) record, in their fixed order.
pub fn columns(team: bool) -> Vec<MeasureColumn> {
    let mut columns = Vec::new();
    for (measure, row) in MEASURES.iter().enumerate().filter(|(_, row)| !team || row.team) {
        match row.per {
            Per::Whole => columns.push(MeasureColumn { measure, referent: None }),
            Per::Referent => columns.extend(Referent::ALL.map(|referent| MeasureColumn { measure, referent: Some(referent) })),
        }
    }
    columns
}

#[rustfmt::skip]
macro_rules! measures {
    ($($key:ident: $per:ident, $course:ident, $team:literal, $unit:literal, $label_en:literal, $label_nl:literal, $en:literal, $nl:literal;)*) => {
        /// All measures, in the order of the tables.
        pub const MEASURES: &[Measure] = &[$(Measure {
            key: stringify!($key), unit: $unit, per: Per::$per, course: Course::$course, team: $team,
            label: text($label_en, $label_nl), meaning: text($en, $nl),
        },)*];
    };
}

measures! {
    trust: Referent, Level, true, "0 to 1", "Trust", "Vertrouwen", "Mean chance of trusting: over people, of the mean over their teammates (colleague), of their leader, of top management. A mean level from 0 to 1, not a share of people: share_trusting counts those.", "Gemiddelde kans om te vertrouwen: over mensen, van het gemiddelde over hun teamgenoten, van hun leidinggevende, van het topmanagement. Een gemiddeld niveau van 0 tot 1, geen aandeel mensen: dat telt share_trusting.";
    share_trusting: Referent, Level, false, "share of people", "Share who trust", "Aandeel dat vertrouwt", "Share of people who would be counted as trusting in a survey: whose trust, without error of measurement, reaches the answer survey.cut (3 on 1 to 5, which is 0.5 on 0 to 1).", "Aandeel mensen die in een enquête als vertrouwend geteld zouden worden: van wie het vertrouwen, zonder meetfout, het antwoord survey.cut haalt (3 op 1 tot 5, dus 0,5 op 0 tot 1).";
    competence: Referent, Level, false, "0 to 1", "Competence", "Bekwaamheid", "Mean of perceived competence, over relations.", "Gemiddelde van toegeschreven bekwaamheid, over relaties.";
    reliability: Referent, Level, false, "0 to 1", "Reliability", "Betrouwbaarheid", "Mean of perceived reliability, over relations.", "Gemiddelde van toegeschreven betrouwbaarheid, over relaties.";
    intentions: Referent, Level, false, "0 to 1", "Intentions", "Intenties", "Mean of perceived intentions, over relations.", "Gemiddelde van toegeschreven intenties, over relaties.";
    honesty: Referent, Level, false, "0 to 1", "Honesty", "Eerlijkheid", "Mean of perceived honesty, over relations.", "Gemiddelde van toegeschreven eerlijkheid, over relaties.";
    chance: Referent, Level, false, "0 to 1", "Chance of betrayal", "Kans op verraad", "Mean of the perceived chance that trust is betrayed, over relations.", "Gemiddelde van de ingeschatte kans dat vertrouwen beschaamd wordt, over relaties.";
    impact: Referent, Level, false, "0 to 2", "Impact of betrayal", "Impact van verraad", "Mean of the perceived impact if it is, over relations.", "Gemiddelde van de ingeschatte impact als het gebeurt, over relaties.";
    wound: Referent, Level, false, "0 to 1", "Wound", "Wonde", "Mean of the fresh damage to a relation (the larger of the two pairs), over relations.", "Gemiddelde van de verse schade aan een relatie (de grootste van beide paren), over relaties.";
    scar: Referent, Level, false, "0 to 1", "Scar", "Litteken", "Mean of the settled damage to a relation (the larger of the two pairs), over relations.", "Gemiddelde van de blijvende schade aan een relatie (de grootste van beide paren), over relaties.";
    engagement: Whole, Level, true, "index 0 to 1", "Engagement", "Betrokkenheid", "Mean engagement; 0.5 is the reference of the preset, 0.2 one standard deviation.", "Gemiddelde betrokkenheid; 0,5 is de referentie, 0,2 één standaardafwijking.";
    motivation: Whole, Level, false, "index 0 to 1", "Motivation", "Motivatie", "Mean motivation; 0.5 is the reference of the preset, 0.2 one standard deviation.", "Gemiddelde motivatie; 0,5 is de referentie, 0,2 één standaardafwijking.";
    satisfaction: Whole, Level, false, "index 0 to 1", "Satisfaction", "Tevredenheid", "Mean satisfaction; 0.5 is the reference of the preset, 0.2 one standard deviation.", "Gemiddelde tevredenheid; 0,5 is de referentie, 0,2 één standaardafwijking.";
    commitment: Whole, Level, false, "index 0 to 1", "Commitment", "Binding", "Mean commitment; 0.5 is the reference of the preset, 0.2 one standard deviation.", "Gemiddelde binding; 0,5 is de referentie, 0,2 één standaardafwijking.";
    identification: Whole, Level, false, "index 0 to 1", "Identification", "Identificatie", "Mean identification; 0.5 is the reference of the preset, 0.2 one standard deviation.", "Gemiddelde identificatie; 0,5 is de referentie, 0,2 één standaardafwijking.";
    strain: Whole, Level, false, "index 0 to 1", "Strain", "Spanning", "Mean strain; 0.5 is the reference of the preset, 0.2 one standard deviation.", "Gemiddelde spanning; 0,5 is de referentie, 0,2 één standaardafwijking.";
    knowledge_sharing: Whole, Level, false, "index 0 to 1", "Knowledge sharing", "Kennisdeling", "Mean knowledge sharing; 0.5 is the reference of the preset, 0.2 one standard deviation.", "Gemiddelde kennisdeling; 0,5 is de referentie, 0,2 één standaardafwijking.";
    helping: Whole, Level, false, "index 0 to 1", "Helping", "Hulpgedrag", "Mean helping; 0.5 is the reference of the preset, 0.2 one standard deviation.", "Gemiddelde hulpgedrag; 0,5 is de referentie, 0,2 één standaardafwijking.";
    learning: Whole, Level, false, "index 0 to 1", "Learning", "Leren", "Mean learning; 0.5 is the reference of the preset, 0.2 one standard deviation.", "Gemiddelde leren; 0,5 is de referentie, 0,2 één standaardafwijking.";
    readiness_for_change: Whole, Level, false, "index 0 to 1", "Readiness for change", "Veranderingsbereidheid", "Mean readiness for change; 0.5 is the reference of the preset, 0.2 one standard deviation.", "Gemiddelde veranderingsbereidheid; 0,5 is de referentie, 0,2 één standaardafwijking.";
    quit_intention: Whole, Level, false, "index 0 to 1", "Quit intention", "Vertrekintentie", "Mean quit intention; 0.5 is the reference of the preset, 0.2 one standard deviation.", "Gemiddelde vertrekintentie; 0,5 is de referentie, 0,2 één standaardafwijking.";
    performance: Whole, Level, false, "index 0 to 1", "Performance", "Prestatie", "Mean performance; 0.5 is the reference of the preset, 0.2 one standard deviation.", "Gemiddelde prestatie; 0,5 is de referentie, 0,2 één standaardafwijking.";
    loyalty: Whole, Level, true, "index 0 to 1", "Loyalty to the team", "Trouw aan het team", "Mean loyalty to the team: staying for each other; 0.5 is the reference of the preset, 0.2 one standard deviation.", "Gemiddelde trouw aan het team: blijven voor elkaar; 0,5 is de referentie, 0,2 één standaardafwijking.";
    burnout: Whole, Level, false, "share of people", "Burnt out", "Opgebrand", "Share of people whose strain is at or above outcome.burnout.", "Aandeel mensen van wie de spanning minstens outcome.burnout is.";
    sick_leave: Whole, Level, true, "share of working days", "Sick leave", "Ziekteverzuim", "Share of working days lost to illness, expected, mean over people: follows strain (parameters health.usual, health.strain).", "Aandeel werkdagen dat door ziekte verloren gaat, te verwachten, gemiddeld over mensen: volgt de spanning (parameters health.usual, health.strain).";
    cooperation: Whole, Level, true, "0 to 1", "Cooperation", "Samenwerking", "Cooperation of teams, mean: by trust in colleagues and in the leader, helping, knowledge sharing and shared vision (parameters team.cooperation_…).", "Samenwerking van teams, gemiddeld: door vertrouwen in collega's en in de leidinggevende, hulpgedrag, kennisdeling en gedeelde visie (parameters team.cooperation_…).";
    open_communication: Whole, Level, false, "0 to 1", "Open communication and feedback", "Open communicatie en feedback", "Open communication and feedback of teams, mean: by trust in colleagues and in the leader, and psychological safety (parameters team.open_…).", "Open communicatie en feedback van teams, gemiddeld: door vertrouwen in collega's en in de leidinggevende, en psychologische veiligheid (parameters team.open_…).";
    safety: Whole, Level, true, "0 to 1", "Psychological safety", "Psychologische veiligheid", "Psychological safety of teams, mean: follows trust in colleagues, in the leader and in top management over weeks (parameters team.safe_…).", "Psychologische veiligheid van teams, gemiddeld: volgt in weken het vertrouwen in collega's, in de leidinggevende en in het topmanagement (parameters team.safe_…).";
    shared_vision: Whole, Level, false, "0 to 1", "Shared vision", "Gedeelde visie", "Shared vision of teams, mean: by trust in colleagues and in top management, and the practice of shared vision (parameters team.vision_…).", "Gedeelde visie van teams, gemiddeld: door vertrouwen in collega's en in het topmanagement, en de praktijk van gedeelde visie (parameters team.vision_…).";
    agility: Whole, Level, false, "0 to 1", "Agility", "Wendbaarheid", "Agility of teams, mean: by cooperation, readiness for change and the practice of autonomy (parameters team.agility_…).", "Wendbaarheid van teams, gemiddeld: door samenwerking, veranderingsbereidheid en de praktijk van autonomie (parameters team.agility_…).";
    innovation: Whole, Level, false, "0 to 1", "Innovation", "Innovatie", "Innovation of teams, mean: by knowledge sharing, psychological safety and the practice of autonomy (parameters team.innovation_…).", "Innovatie van teams, gemiddeld: door kennisdeling, psychologische veiligheid en de praktijk van autonomie (parameters team.innovation_…).";
    error_learning: Whole, Level, false, "0 to 1", "Learning from errors", "Leren uit fouten", "Learning from errors of teams, mean: by psychological safety, learning and open communication (parameters team.errors_…).", "Leren uit fouten van teams, gemiddeld: door psychologische veiligheid, leren en open communicatie (parameters team.errors_…).";
    output: Whole, Level, true, "share of reference output", "Output", "Output", "Output of teams as a share of a full team of an ordinary trade at reference levels; the organisation weighs teams by seats.", "Output van teams als aandeel van een voltallig team in een gewoon vak op referentieniveau; de organisatie weegt teams naar stoelen.";
    headcount: Whole, Level, true, "people", "People at work", "Mensen aan het werk", "People present.", "Aanwezige mensen.";
    vacancies: Whole, Level, false, "seats", "Empty seats", "Lege stoelen", "Seats that stand empty.", "Stoelen die leeg staan.";
    turnover_voluntary: Whole, Level, false, "share per year", "Voluntary turnover", "Vrijwillig verloop", "People who quit in the past 52 weeks (in the first year made yearly, missing in its first quarter), per seat that there was on average in that time.", "Mensen die ontslag namen in de afgelopen 52 weken (in het eerste jaar herleid tot een jaar, ontbreekt in het eerste kwartaal), per stoel die er in die tijd gemiddeld was.";
    turnover_involuntary: Whole, Level, false, "share per year", "Involuntary turnover", "Onvrijwillig verloop", "People who left for other reasons in the past 52 weeks, per seat that there was on average in that time; in the first year what comes by itself is made yearly, lay-offs and planned exits are not (missing in its first quarter).", "Mensen die om andere redenen vertrokken in de afgelopen 52 weken, per stoel die er in die tijd gemiddeld was; in het eerste jaar wordt wat vanzelf komt herleid tot een jaar, ontslagrondes en geplande vertrekken niet (ontbreekt in het eerste kwartaal).";
    stability: Whole, Level, false, "share per year", "Stability", "Stabiliteit", "One minus voluntary turnover, and no less than 0.", "Eén min het vrijwillig verloop, en nooit minder dan 0.";
    resilience: Whole, Level, false, "working days", "Days to regain output", "Dagen tot herstel van output", "Working days from the latest shock until output is back at team.regained of its level before; still counting until then; missing without a shock.", "Werkdagen van de laatste schok tot de output terug is op team.regained van het niveau ervoor; telt door tot dan; ontbreekt zonder schok.";
    shock_loss: Whole, Level, false, "working days", "Output lost to the latest shock", "Output verloren aan de laatste schok", "Working days of its own output that the disorder of the latest shock has taken so far: against the same organisation without that disorder, and relative to its level; missing without a shock.", "Werkdagen van de eigen output die de wanorde van de laatste schok tot nu toe gekost heeft: tegenover dezelfde organisatie zonder die wanorde, en in verhouding tot haar niveau; ontbreekt zonder schok.";
    leavers_voluntary: Whole, Cumulative, false, "people", "People who quit", "Mensen die ontslag namen", "People who quit since day 0.", "Mensen die ontslag namen sinds dag 0.";
    leavers_involuntary: Whole, Cumulative, false, "people", "People who left otherwise", "Mensen die anders vertrokken", "People who left otherwise since day 0.", "Mensen die anders vertrokken sinds dag 0.";
    joiners: Whole, Cumulative, false, "people", "Newcomers", "Nieuwkomers", "Newcomers since day 0.", "Nieuwkomers sinds dag 0.";
    acts_good: Whole, Cumulative, false, "count", "Acts done well", "Goede gedragingen", "Acts done well since day 0.", "Goede gedragingen sinds dag 0.";
    acts_bad: Whole, Cumulative, false, "count", "Acts done badly", "Slechte gedragingen", "Acts done badly since day 0.", "Slechte gedragingen sinds dag 0.";
    breaches: Whole, Cumulative, false, "count", "Breaches", "Vertrouwensbreuken", "Breaches since day 0.", "Vertrouwensbreuken sinds dag 0.";
    repairs: Whole, Cumulative, false, "count", "Repairs", "Herstelacties", "Repairs since day 0, one for each person who did it and one for what nobody in particular does.", "Herstelacties sinds dag 0: één voor elke persoon die het deed, en één voor wat niemand in het bijzonder doet.";
    hearsay: Whole, Cumulative, false, "count", "News heard", "Gehoord nieuws", "News heard since day 0.", "Gehoord nieuws sinds dag 0.";
    rumours: Whole, Cumulative, false, "count", "Rumours", "Geruchten", "Rumours since day 0.", "Geruchten sinds dag 0.";
    sabotages: Whole, Cumulative, false, "count", "Sabotage", "Sabotage", "Sabotage since day 0.", "Sabotage sinds dag 0.";
    thefts: Whole, Cumulative, false, "count", "Theft", "Diefstal", "Theft since day 0.", "Diefstal sinds dag 0.";
    cost_control: Whole, Cumulative, false, "person-days", "Cost of control", "Kosten van controle", "Cost of control since day 0, lost output apart.", "Kosten van controle sinds dag 0, zonder verloren output.";
    cost_transaction: Whole, Cumulative, false, "person-days", "Transaction cost", "Transactiekosten", "Transaction cost since day 0, lost output apart.", "Transactiekosten sinds dag 0, zonder verloren output.";
    cost_replacement: Whole, Cumulative, false, "person-days", "Cost of replacement", "Kosten van vervanging", "Cost of replacement since day 0, lost output apart.", "Kosten van vervanging sinds dag 0, zonder verloren output.";
    cost_repair: Whole, Cumulative, false, "person-days", "Cost of repair", "Kosten van herstel", "Cost of repair since day 0, lost output apart.", "Kosten van herstel sinds dag 0, zonder verloren output.";
    cost_practice: Whole, Cumulative, false, "person-days", "Cost of practices", "Kosten van praktijken", "Cost of practices since day 0, lost output apart.", "Kosten van praktijken sinds dag 0, zonder verloren output.";
    cost_sick: Whole, Cumulative, false, "person-days", "Cost of sick leave", "Kosten van ziekteverzuim", "Guaranteed salary of days ill whose work others carried, since day 0; what nobody carried is lost output, and in the output already.", "Gewaarborgd loon van ziektedagen waarvan anderen het werk droegen, sinds dag 0; wat niemand droeg, is verloren output en zit al in de output.";
    cost_theft: Whole, Cumulative, false, "person-days", "Cost of theft", "Kosten van diefstal", "Cost of theft since day 0, lost output apart.", "Kosten van diefstal sinds dag 0, zonder verloren output.";
    output_days: Whole, Cumulative, false, "person-days", "Output so far", "Output tot nu toe", "Output since day 0: what people at reference levels do in so many days.", "Output sinds dag 0: wat mensen op referentieniveau in zoveel dagen doen.";
    cost_total: Whole, Cumulative, false, "person-days", "Total cost", "Totale kosten", "Total cost since day 0, lost output apart.", "Totale kosten sinds dag 0, zonder verloren output.";
}

/// Outcomes of a whole life: who left, trust-days, the return, the share of the fall that is won back on the last day.
pub const WHOLE_OUTCOMES: [&str; 4] = ["leavers", "trust_days", "return_days", WON_BACK];
/// The last of them.
pub const WON_BACK: &str = "won_back";

/// What a hypothesis may be about: every measure, and what comes of a life as a whole.
pub fn outcomes() -> Vec<&'static str> {
    MEASURES.iter().map(|row| row.key).chain(WHOLE_OUTCOMES).collect()
}

/// The index of a measure.
pub fn measure(key: &str) -> Option<usize> {
    MEASURES.iter().position(|row| row.key == key)
}

/// Where a measure stands in a row of the organisation's record, for a referent where it is told apart by that.
pub fn place(key: &str, referent: Option<Referent>) -> Option<usize> {
    let measure = measure(key)?;
    columns(false).iter().position(|column| column.measure == measure && column.referent == referent)
}

/// The index of a measure that is known to exist: meant for constants, so that it is checked while compiling.
///
/// # Panics
/// If there is no such measure.
pub const fn at(key: &str) -> usize {
    let mut index = 0;
    while index < MEASURES.len() {
        if same(MEASURES[index].key.as_bytes(), key.as_bytes()) {
            return index;
        }
        index += 1;
    }
    panic!("no such measure")
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}
