//! # Events
//!
//! `[[event]]`: what happens, and when.

use super::kind::Kind;
use super::limit::{LARGEST_TEAM, LONGEST};
use super::row::Fallback::{Depends, Nothing, Required};
use super::row::keys;
use super::slot::{Slot, Teams, by_name};
use super::tree::Table;
use super::word::{TRUST_BELOW, choice, words};
use crate::text::{Text, text};
use crate::theory::breach::{Audience, BreachKind};
use crate::theory::practice::ByPractice;
use crate::theory::referent::Referent;

/// `[[event]]`: something that happens.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Name, unique among events; made from its position (`event-1`) if not given.
    pub id: String,
    /// When.
    pub when: When,
    /// What.
    pub what: Happening,
}

/// When something happens.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// On these working days, ascending.
    Days(Vec<u32>),
    /// By chance, this often a year for each offender that the event addresses.
    PerYear(f64),
    /// A repair: this many days after each breach of the event with this index in `events`.
    After {
        /// Index in `events`.
        event: usize,
        /// Working days.
        delay: u32,
    },
    /// A repair: when surveyed trust in the referent falls below the line, checked on survey days and each month.
    TrustBelow {
        /// Whose trust.
        referent: Referent,
        /// The share of people who trust, 0 to 1.
        share: f64,
        /// Working days between the signal and the repair.
        delay: u32,
    },
    /// A repair: after any breach by this kind of offender of at least this severity.
    AfterBreach {
        /// Who broke trust; any offender if `None`.
        by: Option<Referent>,
        /// Least severity.
        severity: f64,
        /// Working days.
        delay: u32,
    },
}

/// What an event does.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    /// Trust is broken.
    Breach(Breach),
    /// Practices change to these levels (`None`: unchanged).
    Practice {
        /// New levels.
        set: ByPractice<Option<f64>>,
    },
    /// People leave for reasons outside the model.
    Exit {
        /// Which teams.
        teams: Teams,
        /// How many per team, drawn among members; ignored when seats are named.
        count: u32,
        /// Named seats, counted from 0 within the team; seat 0 is the leader.
        seats: Vec<u32>,
    },
    /// Real conduct steps up or down, in logits, for leaders of these teams or for top management.
    Conduct {
        /// Leader or top (or colleague: all members of the teams).
        by: Referent,
        /// Which teams (leaders and members only).
        teams: Teams,
        /// Change per facet, logits, -5 to 5.
        change: [f64; 4],
    },
    /// Top management imposes a loss such as a pay cut.
    ImposedLoss {
        /// 0 to 1.
        size: f64,
        /// Whether it is explained.
        explained: bool,
        /// Which teams.
        teams: Teams,
    },
    /// Something outside disturbs the work.
    Shock {
        /// Kind.
        kind: ShockKind,
        /// Share of output lost at first, 0 to 1; for a lay-off the share of people who must go.
        size: f64,
        /// Which teams.
        teams: Teams,
    },
    /// A survey is held.
    Survey,
}

choice! {
    /// Kinds of shock.
    ShockKind {
        Reorganisation "reorganisation" "Teams must find their way of working anew.";
        LayOff "lay_off" "People must go.";
        LostClient "lost_client" "Work falls away.";
    }
}

/// The kinds of event.
pub const WHATS: &[(&str, Text)] = &[
    ("breach", text("trust is broken", "vertrouwen wordt gebroken")),
    ("practice", text("practices change", "praktijken veranderen")),
    ("exit", text("people leave", "mensen vertrekken")),
    ("conduct", text("someone behaves better or worse from now on", "iemand gedraagt zich voortaan beter of slechter")),
    (
        "imposed_loss",
        text("top management imposes a loss such as a pay cut", "het topmanagement legt een verlies op, zoals een loonsverlaging"),
    ),
    ("shock", text("something outside disturbs the work", "iets van buitenaf verstoort het werk")),
    ("survey", text("a survey is held", "er wordt een enquête gehouden")),
];

fn whats() -> Vec<&'static str> {
    WHATS.iter().map(|what| what.0).collect()
}

keys! {
    /// What every `[[event]]` says: what it is, and when it happens.
    const EVENT_KEYS in "event" {
        id "naam" => Depends, Kind::Name, "-", "Its name, for repairs, arms and --set; from its position (event-1) if not given.", "De naam, voor herstel, varianten en --set; zonder opgave naar de plaats (event-1).";
        what "wat" => Required, Kind::Choice(whats), "-", "What happens.", "Wat er gebeurt.";
        day "dag" => Nothing, Kind::Day(1, LONGEST), "day", "The day on which it happens.", "De dag waarop het gebeurt.";
        days "dagen" => Nothing, Kind::Days(1, LONGEST), "days", "The days on which it happens.", "De dagen waarop het gebeurt.";
        per_year "per_jaar" => Nothing, Kind::Number(0.0, 260.0), "times a year", for ["breach" "exit" "imposed_loss" "shock"], "How often a year it happens by chance, for each person or team it may come from.", "Hoe vaak per jaar het bij toeval gebeurt, per persoon of team van wie het kan komen.";
    }
}

keys! {
    /// A breach of trust.
    Breach in "event" {
        by "door": Referent => Required, Kind::Choice(words::<Referent>), "-", for ["breach" "conduct"], "Who does it.", "Wie het doet.";
        teams "teams": Teams = Teams::All, Kind::Teams, "-", for ["breach" "exit" "conduct" "imposed_loss" "shock"], "Which teams it concerns, counted from 0.", "Welke teams het aangaat, geteld vanaf 0.";
        seat "plaats": Option<u32> => Nothing, Kind::Whole(1, LARGEST_TEAM - 1), "seat", for ["breach"], "Which member breaks trust (seat 0 is the leader); a random one if not given.", "Welk teamlid het vertrouwen breekt (plaats 0 is de leidinggevende); zonder opgave een willekeurig lid.";
        kind "soort": BreachKind => Required, Kind::Choice(words::<BreachKind>), "-", for ["breach"], "What kind of breach: could not, did not keep to it, did not care, was not honest.", "Wat voor vertrouwensbreuk: kon het niet, hield zich er niet aan, gaf er niet om, was niet eerlijk.";
        kind "soort" => Required, Kind::Choice(words::<ShockKind>), "-", for ["shock"], "What kind of shock.", "Wat voor schok.";
        severity "ernst": f64 => Required, Kind::Number(0.0, 1.0), "share", for ["breach"], "How bad it is, from nothing to the worst.", "Hoe erg het is, van niets tot het ergste.";
        intentional "opzettelijk": bool = false, Kind::Switch, "-", for ["breach"], "Whether it is done on purpose.", "Of het met opzet gebeurt.";
        deception "bedrog": bool = false, Kind::Switch, "-", for ["breach"], "Whether a lie comes out with it.", "Of er een leugen mee uitkomt.";
        audience "publiek": Audience => Depends, Kind::Choice(words::<Audience>), "-", for ["breach"], "Who learns of it at once; team if not given, for top management the organisation.", "Wie het meteen verneemt; zonder opgave het team, bij het topmanagement de organisatie.";
    }
}

keys! {
    /// What events say that are no breach, beside whom they concern.
    OtherKeys in "event" {
        set "zet": ByPractice<Option<f64>> => Required, Kind::PracticeNumbers(0.0, 1.0), "level", for ["practice"], "The practices that change, and their new levels.", "De praktijken die veranderen, en hun nieuwe niveaus.";
        count "aantal": u32 = 1, Kind::Whole(0, LARGEST_TEAM), "people per team", for ["exit"], "How many members of each team leave, drawn at random.", "Hoeveel leden van elk team vertrekken, willekeurig gekozen.";
        seats "plaatsen": Vec<u32> => Nothing, Kind::Seats, "seats", for ["exit"], "Which seats leave, counted from 0; seat 0 is the leader.", "Welke plaatsen vertrekken, geteld vanaf 0; plaats 0 is de leidinggevende.";
        change "verandering": [f64; 4] => Required, Kind::FacetNumbers(-5.0, 5.0), "logits", for ["conduct"], "How much better (or worse) the conduct becomes, on all facets or by facet.", "Hoeveel beter (of slechter) het gedrag wordt, op alle facetten of per facet.";
        size "grootte": f64 => Required, Kind::Number(0.0, 1.0), "share", for ["imposed_loss" "shock"], "How large the loss or the shock is; for a lay-off the share of the people present who must go (leaders stay).", "Hoe groot het verlies of de schok is; bij een ontslagronde het deel van de aanwezige mensen dat moet gaan (leidinggevenden blijven).";
        explained "uitgelegd": bool = false, Kind::Switch, "-", for ["imposed_loss"], "Whether the loss is explained.", "Of het verlies wordt uitgelegd.";
    }
}

impl Breach {
    /// A breach of this kind in all teams, with the rest as when a file says nothing.
    pub fn new(by: Referent, kind: BreachKind, severity: f64) -> Self {
        Self { by, kind, severity, audience: usual_audience(by), ..Self::default() }
    }
}

/// Who learns of a breach when the file does not say.
fn usual_audience(by: Referent) -> Audience {
    if by == Referent::Top { Audience::Organisation } else { Audience::Team }
}

impl Happening {
    /// The breach, if it is one and breaks anything: a severity of 0 is how a scenario asks what repairs bring by themselves.
    pub fn breaks(&self) -> Option<&Breach> {
        match self {
            Happening::Breach(breach) if breach.severity > 0.0 => Some(breach),
            _ => None,
        }
    }

    fn read(table: &Table) -> Self {
        let (mut breach, mut other) = (Breach::default(), OtherKeys::default());
        breach.take(table);
        other.take(table);
        let (by, teams, size) = (breach.by, breach.teams.clone(), other.size);
        match table.text("what").unwrap_or_default() {
            "practice" => Happening::Practice { set: other.set },
            "exit" => {
                let count = if other.seats.is_empty() { other.count } else { other.seats.len() as u32 };
                Happening::Exit { teams, count, seats: other.seats }
            }
            "conduct" => Happening::Conduct { by, teams, change: other.change },
            "imposed_loss" => Happening::ImposedLoss { size, explained: other.explained, teams },
            "shock" => {
                let kind = table.get("kind").and_then(ShockKind::read).unwrap_or(ShockKind::BLANK);
                Happening::Shock { kind, size, teams }
            }
            "survey" => Happening::Survey,
            _ => {
                if table.get("audience").is_none() {
                    breach.audience = usual_audience(by);
                }
                Happening::Breach(breach)
            }
        }
    }

    /// What it is, and its keys with their values as TOML.
    fn lines(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let in_teams = |teams: &Teams| Breach { teams: teams.clone(), ..Breach::default() };
        let rest = OtherKeys::default();
        let (what, breach, other) = match self {
            Happening::Breach(breach) => ("breach", breach.clone(), rest),
            Happening::Practice { set } => ("practice", Breach::default(), OtherKeys { set: *set, ..rest }),
            Happening::Exit { teams, count, seats } => ("exit", in_teams(teams), OtherKeys { count: *count, seats: seats.clone(), ..rest }),
            Happening::Conduct { by, teams, change } => {
                ("conduct", Breach { by: *by, ..in_teams(teams) }, OtherKeys { change: *change, ..rest })
            }
            Happening::ImposedLoss { size, explained, teams } => {
                ("imposed_loss", in_teams(teams), OtherKeys { size: *size, explained: *explained, ..rest })
            }
            Happening::Shock { size, teams, .. } => ("shock", in_teams(teams), OtherKeys { size: *size, ..rest }),
            Happening::Survey => ("survey", Breach::default(), rest),
        };
        let mut lines = breach.written(Some(what));
        if let Happening::Shock { kind, .. } = self {
            lines.push(("kind", kind.write()));
        }
        lines.extend(other.written(Some(what)));
        lines.retain(|(key, _)| *key != if other.seats.is_empty() { "seats" } else { "count" });
        (what, lines)
    }
}

impl Event {
    /// What a checked `[[event]]` says.
    pub(super) fn read(table: &Table) -> Self {
        let id = table.get("id").and_then(String::read).unwrap_or_default();
        let when = table.get("per_year").and_then(f64::read).map_or_else(|| When::Days(days(table)), When::PerYear);
        Self { id, when, what: Happening::read(table) }
    }

    /// Its keys, with their values as TOML.
    pub(super) fn lines(&self) -> Vec<(&'static str, String)> {
        let (what, own) = self.what.lines();
        let mut lines = vec![("id", self.id.write()), ("what", format!("\"{what}\""))];
        lines.extend(self.when.lines(&[]));
        lines.extend(own);
        lines
    }
}

/// The days that an event or a repair names.
pub(super) fn days(table: &Table) -> Vec<u32> {
    match table.get("day").and_then(u32::read) {
        Some(day) => vec![day],
        None => table.get("days").and_then(Vec::read).unwrap_or_default(),
    }
}

impl When {
    /// The keys that say so, with their values as TOML; `events` are those that a repair may follow.
    pub(super) fn lines(&self, events: &[Event]) -> Vec<(&'static str, String)> {
        let (when, delay) = match self {
            When::Days(days) => return vec![if let [day] = days[..] { ("day", day.write()) } else { ("days", days.write()) }],
            When::PerYear(rate) => return vec![("per_year", rate.write())],
            When::After { event, delay } => (("after", events.get(*event).map_or(String::new(), |event| event.id.clone()).write()), delay),
            When::TrustBelow { referent, share, delay } => (("when", by_name([(TRUST_BELOW[*referent as usize], share.write())])), delay),
            When::AfterBreach { by, severity, delay } => {
                (("when", by_name([("breach_by", by.write()), ("severity_above", severity.write())])), delay)
            }
        };
        vec![when, ("delay", delay.write())]
    }
}
