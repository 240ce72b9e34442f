//! # Repairs
//!
//! `[[repair]]`: what is done to win trust back, and what holds where a file leaves that to the kind of repair or to the breach that
//! it follows.

use super::event::{Event, Happening, When, days};
use super::kind::Kind;
use super::limit::LONGEST;
use super::row::Fallback::{Depends, Is, Nothing, Required};
use super::row::keys;
use super::slot::{Slot, Teams, by_name};
use super::tree::Table;
use super::word::{TRUST_BELOW, words};
use crate::theory::breach::Audience;
use crate::theory::practice::{ByPractice, Practice};
use crate::theory::referent::Referent;
use crate::theory::repair::{Level, RepairKind};

keys! {
    /// `[[repair]]`: something done to win trust back.
    Repair in "repair" {
        id "naam": String => Depends, Kind::Name, "-", "Its name, for arms and --set; from its position (repair-1) if not given.", "De naam, voor varianten en --set; zonder opgave naar de plaats (repair-1).";
        what "wat": RepairKind => Required, Kind::Choice(words::<RepairKind>), "-", "What is done.", "Wat er gedaan wordt.";
        after "na" => Nothing, Kind::EventName, "-", "The breach or imposed loss that it follows.", "De vertrouwensbreuk of het opgelegde verlies waarop het volgt.";
        day "dag" => Nothing, Kind::Day(1, LONGEST), "day", "The day on which it starts.", "De dag waarop het begint.";
        days "dagen" => Nothing, Kind::Days(1, LONGEST), "days", "The days on which it starts.", "De dagen waarop het begint.";
        when "wanneer" => Nothing, Kind::Trigger, "-", "What sets it off: surveyed trust below a line, or a breach of some severity.", "Wat het in gang zet: gemeten vertrouwen onder een grens, of een vertrouwensbreuk van zekere ernst.";
        delay "uitstel" => Is(|| u32::BLANK.write()), Kind::Delay(LONGEST), "working days", "How long after that it starts.", "Hoe lang daarna het begint.";
        duration "duur": u32 => Depends, Kind::Duration(1, LONGEST), "working days", "How long it runs; a day for words, months for deeds.", "Hoe lang het loopt; een dag voor woorden, maanden voor daden.";
        sincerity "oprechtheid": f64 = 0.8, Kind::Number(0.0, 1.0), "share", "How sincere the words or how faithful the deeds are.", "Hoe oprecht de woorden of hoe trouw de daden zijn.";
        strength "sterkte": f64 = 1.0, Kind::Number(0.0, 1.0), "share", "How much of it is done; 0 changes nothing.", "Hoeveel ervan gedaan wordt; 0 verandert niets.";
        reach "bereik": Audience => Depends, Kind::Choice(words::<Audience>), "-", "Who is reached; if not given those whom its kind usually reaches, and all who saw the breach that it follows.", "Wie bereikt wordt; zonder opgave wie zijn soort gewoonlijk bereikt, en allen die de vertrouwensbreuk zagen waarop het volgt.";
        teams "teams": Teams = Teams::All, Kind::Teams, "-", "Which teams it concerns when it follows no breach.", "Welke teams het aangaat als het niet op een vertrouwensbreuk volgt.";
        by "door": Referent = Referent::Leader, Kind::Choice(words::<Referent>), "-", "Whose trust it wins back when it follows no breach.", "Wiens vertrouwen het terugwint als het niet op een vertrouwensbreuk volgt.";
        proves_false "blijkt_onwaar": bool = false, Kind::Switch, "-", for ["denial"], "Whether the denial later proves false.", "Of de ontkenning later onwaar blijkt.";
        raises "verhoogt": ByPractice<f64> => Is(usual_rise), Kind::PracticeNumbers(0.0, 1.0), "level", for ["policy_reform"], "The practices that the reform raises, and by how much.", "De praktijken die de hervorming verhoogt, en met hoeveel.";
        cost "kosten": f64 => Depends, Kind::Number(0.0, 1e9), "person-days", "What it costs: for each person who does it, sits in it (facilitated_dialogue) or is replaced as a leader; what the organisation does, for every cost.priced_for people whom it reaches. What runs for a time is paid by the day. If not given, the default of its kind.", "Wat het kost: per persoon die het doet, eraan deelneemt (facilitated_dialogue) of als leidinggevende vervangen wordt; wat de organisatie doet, per cost.priced_for mensen die het bereikt. Wat een tijd loopt, wordt per dag betaald. Zonder opgave de standaard van zijn soort.";
    } and {
        /// When it starts.
        when: When = When::Days(Vec::new());
    }
}

/// The practices that a `policy_reform` raises when the file does not say, and by how much (judgement).
fn rise(practice: Practice) -> f64 {
    if matches!(practice, Practice::Fairness | Practice::Accountability) { 0.2 } else { 0.0 }
}

fn usual_rise() -> String {
    let risen = Practice::ALL.into_iter().filter(|practice| rise(*practice) > 0.0);
    by_name(risen.map(|practice| (practice.key(), rise(practice).write())))
}

/// Repairs that answer a breach: before it there is nothing to answer.
pub const ANSWERS: &[RepairKind] = &[
    RepairKind::Acknowledgement,
    RepairKind::Apology,
    RepairKind::Explanation,
    RepairKind::Denial,
    RepairKind::Amends,
    RepairKind::OpenAcknowledgement,
    RepairKind::IndependentInvestigation,
    RepairKind::Compensation,
];

impl Repair {
    /// A repair of this kind that starts then, with the rest as when a file says nothing; it is named after its kind.
    pub fn new(what: RepairKind, when: When) -> Self {
        let row = what.row();
        let reach = if row.level == Level::Organisation { Audience::Organisation } else { Audience::Team };
        let raises = if what == RepairKind::PolicyReform { ByPractice::of(rise) } else { ByPractice::default() };
        let id = row.key.to_owned();
        Self { id, what, when, duration: row.duration, cost: row.cost, reach, raises, ..Self::default() }
    }

    /// What a checked `[[repair]]` says; `followed` is the event that it follows, and where that stands among the events.
    pub(super) fn read(table: &Table, followed: Option<(usize, &Event)>) -> Self {
        let what = table.get("what").and_then(RepairKind::read).unwrap_or(RepairKind::BLANK);
        let mut repair = Self::new(what, start(table, followed));
        let broken = followed.map(|(_, event)| &event.what);
        match (broken, &repair.when) {
            (Some(Happening::Breach(breach)), _) => repair.reach = repair.reach.max(breach.audience),
            (Some(Happening::ImposedLoss { .. }), _) => repair.reach = Audience::Organisation,
            (_, When::TrustBelow { referent, .. }) => repair.by = *referent,
            _ => {}
        }
        repair.take(table);
        // Whom a repair concerns follows from the breach when it follows one.
        match (broken, &repair.when) {
            (Some(Happening::Breach(breach)), _) => (repair.by, repair.teams) = (breach.by, Teams::All),
            (Some(_), _) => (repair.by, repair.teams) = (Referent::Top, Teams::All),
            (_, When::AfterBreach { by, .. }) => repair.by = by.unwrap_or(Self::default().by),
            _ => {}
        }
        repair
    }

    /// Its keys, with their values as TOML; `events` are those that it may follow.
    pub(super) fn lines(&self, events: &[Event]) -> Vec<(&'static str, String)> {
        let mut lines = self.written(Some(self.what.key()));
        let follows = matches!(self.when, When::After { .. } | When::AfterBreach { .. });
        lines.retain(|(key, _)| !(follows && matches!(*key, "teams" | "by")));
        lines.splice(2..2, self.when.lines(events)); // after its name and what it is
        lines
    }
}

/// When a repair starts.
fn start(table: &Table, followed: Option<(usize, &Event)>) -> When {
    let delay = table.get("delay").and_then(u32::read).unwrap_or(u32::BLANK);
    if let Some((event, breach)) = followed {
        let first = if let When::Days(days) = &breach.when { days.first().copied().unwrap_or(0) } else { 0 };
        let own = table.get("day").and_then(u32::read).map(|day| day.saturating_sub(first));
        return When::After { event, delay: own.unwrap_or(delay) };
    }
    let Some(when) = table.table("when") else { return When::Days(days(table)) };
    for (referent, key) in Referent::ALL.into_iter().zip(TRUST_BELOW) {
        if let Some(share) = when.get(key).and_then(f64::read) {
            return When::TrustBelow { referent, share, delay };
        }
    }
    let severity = when.get("severity_above").and_then(f64::read).unwrap_or(f64::BLANK);
    When::AfterBreach { by: when.get("breach_by").and_then(Referent::read), severity, delay }
}
