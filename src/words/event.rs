//! # What happened
//!
//! The entries of a life's diary, as people read them.

use crate::observe::{Entry, EntryKind};
use crate::scenario::{BreachKind, Referent, RepairKind, Scenario, ShockKind};
use crate::text::{Language, Text, text};
use crate::theory::practice::PRACTICE_ROWS;
use crate::words::figure::{self, lower_first};
use crate::words::number::{count, number};
use crate::words::screen::replay::seat;
use crate::words::sentence::whom;

/// One entry: what it was, how large, and the scenario's name for it. `leader` is the seat of the leader of the team that is
/// looked at.
pub fn said(entry: &Entry, scenario: &Scenario, leader: u32, language: Language) -> String {
    let who = |what: Text| named(what, entry.seat, leader, language);
    let size = || number(f64::from(entry.size), 2, language);
    let detail = usize::from(entry.kind);
    let what = match entry.event {
        EntryKind::BreachColleague | EntryKind::BreachLeader | EntryKind::BreachTop => {
            let kind = BreachKind::ALL.get(detail).map_or("", |kind| kind.row().name.get(language));
            let who = if entry.seat == u32::MAX { String::new() } else { format!(" ({})", seat(entry.seat, language)) };
            let severity = text("severity", "ernst").get(language);
            format!("{}{who}: {}, {severity} {}", figure::breach(offender(entry.event)).get(language), lower_first(kind), size())
        }
        EntryKind::Repair => {
            let kind = RepairKind::ALL.get(detail).map_or("", |kind| kind.row().name.get(language));
            format!("{} {}", text("Repair starts:", "Herstel begint:").get(language), lower_first(kind))
        }
        EntryKind::RepairNotDone => {
            let kind = RepairKind::ALL.get(detail).map_or("", |kind| kind.row().name.get(language));
            let why = text(
                "not done, for nobody was there to do it or nothing to repair",
                "niet gedaan, want niemand kon het doen of er was niets te herstellen",
            );
            format!("{kind}: {}", why.get(language))
        }
        EntryKind::Practice => {
            let name = PRACTICE_ROWS.get(detail).map_or("", |practice| practice.name.get(language));
            format!("{name}: {} {}", text("now at", "nu op").get(language), size())
        }
        EntryKind::Conduct => figure::CONDUCT_CHANGES.get(language).to_owned(),
        EntryKind::ImposedLoss => format!("{}: {}", figure::IMPOSED_LOSS.get(language), size()),
        EntryKind::Shock => {
            let kind = ShockKind::ALL.get(detail).map_or("", |kind| figure::shock(*kind).get(language));
            format!("{kind}: {}", size())
        }
        EntryKind::Rumour => who(text("A rumour told by", "Een gerucht van")),
        EntryKind::Sabotage => who(text("Sabotage by", "Sabotage door")),
        EntryKind::Theft => who(text("Theft by", "Diefstal door")),
        EntryKind::Quit => who(text("Quits:", "Neemt ontslag:")),
        EntryKind::InvoluntaryExit => who(text("Has to leave:", "Moet vertrekken:")),
        EntryKind::ScheduledExit => who(text("Leaves as planned:", "Vertrekt zoals gepland:")),
        EntryKind::Join if entry.seat == leader => text("A new leader starts", "Een nieuwe leidinggevende begint").get(language).to_owned(),
        EntryKind::Join => who(text("A newcomer in", "Een nieuwkomer op")),
        EntryKind::LeaderReplaced => text("The leader is replaced", "De leidinggevende wordt vervangen").get(language).to_owned(),
        EntryKind::Survey => text("A survey is held", "Er is een enquête").get(language).to_owned(),
    };
    match entry.name(scenario) {
        "" => what,
        name => format!("{what} (“{name}”)"),
    }
}

/// So many of one kind, none of which the scenario planned.
pub fn counted(kind: EntryKind, n: u64, language: Language) -> String {
    let (one, many) = match kind {
        EntryKind::BreachColleague => (
            text("everyday breach by a colleague", "dagelijkse vertrouwensbreuk door een collega"),
            text("everyday breaches by colleagues", "dagelijkse vertrouwensbreuken door collega's"),
        ),
        EntryKind::BreachLeader => (
            text("everyday breach by the leader", "dagelijkse vertrouwensbreuk door de leidinggevende"),
            text("everyday breaches by the leader", "dagelijkse vertrouwensbreuken door de leidinggevende"),
        ),
        EntryKind::BreachTop => (
            text("everyday breach by top management", "dagelijkse vertrouwensbreuk door het topmanagement"),
            text("everyday breaches by top management", "dagelijkse vertrouwensbreuken door het topmanagement"),
        ),
        EntryKind::Rumour => (text("rumour", "gerucht"), text("rumours", "geruchten")),
        EntryKind::Sabotage => (text("act of sabotage", "daad van sabotage"), text("acts of sabotage", "daden van sabotage")),
        EntryKind::Theft => (text("theft", "diefstal"), text("thefts", "diefstallen")),
        EntryKind::Quit => (text("person quits", "persoon neemt ontslag"), text("people quit", "mensen nemen ontslag")),
        EntryKind::InvoluntaryExit => {
            (text("person has to leave", "persoon moet vertrekken"), text("people have to leave", "mensen moeten vertrekken"))
        }
        EntryKind::Join => (text("newcomer", "nieuwkomer"), text("newcomers", "nieuwkomers")),
        _ => (text("other event", "andere gebeurtenis"), text("other events", "andere gebeurtenissen")),
    };
    count(n, one, many, language)
}

fn offender(kind: EntryKind) -> Referent {
    match kind {
        EntryKind::BreachColleague => Referent::Colleague,
        EntryKind::BreachTop => Referent::Top,
        _ => Referent::Leader,
    }
}

/// Words, and the leader or a seat; the words alone where there is none.
fn named(what: Text, number: u32, leader: u32, language: Language) -> String {
    let what = what.get(language);
    match number {
        u32::MAX => what.to_owned(),
        _ if number == leader => format!("{what} {}", whom(Referent::Leader).get(language)),
        _ => format!("{what} {}", seat(number, language)),
    }
}
