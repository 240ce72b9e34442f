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
    /// Practices change to these levels (`None`: unchanged), in the order of [`PRACTICES`](crate::theory::practice::PRACTICES).
    Practice {
        /// New levels.
        set: [Option<f64>; 6],
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

/// A breach of trust.
#[derive(Clone, Debug, PartialEq)]
pub struct Breach {
    /// Who breaks trust.
    pub by: Referent,
    /// Which teams are struck (their leader, or one of their members).
    pub teams: Teams,
    /// The offender's seat within the team, for colleagues; a random member if `None`.
    pub seat: Option<u32>,
    /// Kind.
    pub kind: BreachKind,
    /// 0 to 1.
    pub severity: f64,
    /// Done on purpose.
    pub intentional: bool,
    /// A lie comes out.
    pub deception: bool,
    /// Who sees it.
    pub audience: Audience,
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
    /// All that an `[[event]]` may say; which keys it has depends on what it is.
    EventKeys in "event" {
        id "naam": String => Depends, Kind::Name, "-", "Its name, for repairs, arms and --set; from its position (event-1) if not given.", "De naam, voor herstel, varianten en --set; zonder opgave naar de plaats (event-1).";
        what "wat": String => Required, Kind::Choice(whats), "-", "What happens.", "Wat er gebeurt.";
        day "dag" => Nothing, Kind::Day(1, LONGEST), "day", "The day on which it happens.", "De dag waarop het gebeurt.";
        days "dagen" => Nothing, Kind::Days(1, LONGEST), "days", "The days on which it happens.", "De dagen waarop het gebeurt.";
        per_year "per_jaar" => Nothing, Kind::Number(0.0, 260.0), "times a year", for ["breach" "exit" "imposed_loss" "shock"], "How often a year it happens by chance, for each person or team it may come from.", "Hoe vaak per jaar het bij toeval gebeurt, per persoon of team van wie het kan komen.";
        by "door": Referent => Required, Kind::Choice(words::<Referent>), "-", for ["breach" "conduct"], "Who does it.", "Wie het doet.";
        teams "teams": Teams = Teams::All, Kind::Teams, "-", for ["breach" "exit" "conduct" "imposed_loss" "shock"], "Which teams it concerns, counted from 0.", "Welke teams het aangaat, geteld vanaf 0.";
        seat "plaats": Option<u32> => Nothing, Kind::Whole(1, LARGEST_TEAM - 1), "seat", for ["breach"], "Which member breaks trust (seat 0 is the leader); a random one if not given.", "Welk teamlid het vertrouwen breekt (plaats 0 is de leidinggevende); zonder opgave een willekeurig lid.";
        kind "soort": BreachKind => Required, Kind::Choice(words::<BreachKind>), "-", for ["breach"], "What kind of breach: could not, did not keep to it, did not care, was not honest.", "Wat voor vertrouwensbreuk: kon het niet, hield zich er niet aan, gaf er niet om, was niet eerlijk.";
        shock "soort": ShockKind as "kind" => Required, Kind::Choice(words::<ShockKind>), "-", for ["shock"], "What kind of shock.", "Wat voor schok.";
        severity "ernst": f64 => Required, Kind::Number(0.0, 1.0), "share", for ["breach"], "How bad it is, from nothing to the worst.", "Hoe erg het is, van niets tot het ergste.";
        intentional "opzettelijk": bool = false, Kind::Switch, "-", for ["breach"], "Whether it is done on purpose.", "Of het met opzet gebeurt.";
        deception "bedrog": bool = false, Kind::Switch, "-", for ["breach"], "Whether a lie comes out with it.", "Of er een leugen mee uitkomt.";
        audience "publiek": Option<Audience> => Depends, Kind::Choice(words::<Audience>), "-", for ["breach"], "Who learns of it at once; team if not given, for top management the organisation.", "Wie het meteen verneemt; zonder opgave het team, bij het topmanagement de organisatie.";
        set "zet": [Option<f64>; 6] => Required, Kind::PracticeNumbers(0.0, 1.0), "level", for ["practice"], "The practices that change, and their new levels.", "De praktijken die veranderen, en hun nieuwe niveaus.";
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
        let EventKeys { teams, seat, intentional, deception, .. } = EventKeys::default();
        Self { by, teams, seat, kind, severity, intentional, deception, audience: usual_audience(by) }
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

    fn of(keys: EventKeys) -> Self {
        let EventKeys { by, teams, seat, kind, severity, intentional, deception, audience, seats, size, .. } = keys;
        match keys.what.as_str() {
            "breach" => {
                let audience = audience.unwrap_or(usual_audience(by));
                Happening::Breach(Breach { by, teams, seat, kind, severity, intentional, deception, audience })
            }
            "practice" => Happening::Practice { set: keys.set },
            "exit" => Happening::Exit { teams, count: if seats.is_empty() { keys.count } else { seats.len() as u32 }, seats },
            "conduct" => Happening::Conduct { by, teams, change: keys.change },
            "imposed_loss" => Happening::ImposedLoss { size, explained: keys.explained, teams },
            "shock" => Happening::Shock { kind: keys.shock, size, teams },
            _ => Happening::Survey,
        }
    }

    fn keys(self) -> EventKeys {
        let of = |what: &str| EventKeys { what: what.to_owned(), ..EventKeys::default() };
        match self {
            Happening::Breach(Breach { by, teams, seat, kind, severity, intentional, deception, audience }) => {
                EventKeys { by, teams, seat, kind, severity, intentional, deception, audience: Some(audience), ..of("breach") }
            }
            Happening::Practice { set } => EventKeys { set, ..of("practice") },
            Happening::Exit { teams, count, seats } => EventKeys { teams, count, seats, ..of("exit") },
            Happening::Conduct { by, teams, change } => EventKeys { by, teams, change, ..of("conduct") },
            Happening::ImposedLoss { size, explained, teams } => EventKeys { size, explained, teams, ..of("imposed_loss") },
            Happening::Shock { kind, size, teams } => EventKeys { shock: kind, size, teams, ..of("shock") },
            Happening::Survey => of("survey"),
        }
    }
}

impl Event {
    /// What a checked `[[event]]` says.
    pub(super) fn read(table: &Table) -> Self {
        let mut keys = EventKeys::default();
        keys.take(table);
        let when = table.get("per_year").and_then(f64::read).map_or_else(|| When::Days(days(table)), When::PerYear);
        Self { id: keys.id.clone(), when, what: Happening::of(keys) }
    }

    /// Its keys, with their values as TOML.
    pub(super) fn lines(&self) -> Vec<(&'static str, String)> {
        let keys = EventKeys { id: self.id.clone(), ..self.what.clone().keys() };
        let mut lines = keys.written(Some(&keys.what));
        let idle = if keys.seats.is_empty() { "seats" } else { "count" };
        lines.retain(|(key, _)| *key != idle);
        lines.splice(2..2, self.when.lines(&[])); // after its name and what it is
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
