//! # When each law acts
//!
//! The day as a list ([`ORDER`]). Within a step everybody acts on the same state; the next step sees the result. State
//! changes in place, in columns, in an order that lets nobody see half a day: contacts and acts lean on this morning's
//! trust, gossip is collected before anyone takes it in, of other teams people see yesterday's acts and hear this morning's views.

mod across;
mod affairs;
mod behaviour;
mod booking;
mod breach;
mod cost;
mod desk;
mod founding;
mod healing;
mod incident;
pub mod ledger;
mod morning;
mod news;
pub mod outcome;
mod past;
mod practice;
mod prefetch;
mod processor;
mod repair;
mod retaliation;
mod scratch;
mod spread;
mod steps;
mod terms;
pub mod trust;
mod turnover;
mod visit;
mod state;

#[doc = include_str!("speed.md")]
pub mod speed {}

pub use affairs::{Affairs, Note, NoteKind, Reason};
pub use morning::Morning;
pub use past::DayZero;
pub use processor::{Kernel, Processor};
pub use repair::looked_at;
pub use state::State;
pub use terms::Terms;

use crate::scenario::WEEK;
use crate::text::{Text, text};
use crate::theory::turnover::MEMORY;
use across::fetch_ties;
use state::Today;
use visit::{Visit, WeekEnd, in_parallel};

/// A step of the day.
pub struct Step {
    /// Its name.
    pub name: &'static str,
    /// How often it is taken.
    pub often: &'static str,
    /// What happens.
    pub about: Text,
    act: Act,
}

/// How a step is taken.
enum Act {
    /// By whoever looks at the organisation.
    Look,
    /// For the whole organisation, one thing after another.
    Whole(fn(&mut State<'_>)),
    /// In each block, on all threads.
    Block(fn(&mut Visit<'_>)),
    /// At the end of a week: in each block, and then for the whole, where what was found in the blocks is acted on.
    Week(Option<fn(&mut Visit<'_>, &WeekEnd<'_>)>, Option<fn(&mut State<'_>)>),
}

const fn step(name: &'static str, often: &'static str, about: Text, act: Act) -> Step {
    Step { name, often, about, act }
}

#[rustfmt::skip]
/// The order of the day. It is what is run: a row is a step with its function. Block by block all steps that are taken in blocks
/// follow one another while the block is at hand; no block sees another of the same day, so that is the same as step by step.
pub static ORDER: [Step; 15] = [
    step("news", "daily", text("scheduled events and breaches happen; everyone who learns of a breach loses trust at once", "geplande gebeurtenissen en vertrouwensbreuken vinden plaats; wie van een vertrouwensbreuk hoort, verliest meteen vertrouwen"), Act::Whole(steps::news)),
    step("repair", "daily", text("repairs that are due start, those that run heal", "herstel dat aan de beurt is begint, wat loopt heelt"), Act::Whole(repair::step)),
    step("trust", "daily", text("everyone's trust in everyone, from last night's beliefs", "ieders vertrouwen in iedereen, uit de overtuigingen van gisteravond"), Act::Block(steps::trust)),
    step("record", "when due", text("series are recorded, surveys are held", "reeksen worden vastgelegd, enquêtes gehouden"), Act::Look),
    step("across", "daily", text("people see ties in other teams, and news comes over them", "mensen zien contacten in andere teams, en daarlangs komt nieuws"), Act::Whole(steps::across)),
    step("behaviour", "daily", text("contacts happen, acts are done well or badly, beliefs move", "contacten vinden plaats, gedrag gebeurt goed of slecht, overtuigingen verschuiven"), Act::Block(steps::behaviour)),
    step("healing", "daily", text("team mood, good acts and time change wounds and scars", "teamstemming, goed gedrag en tijd veranderen wonden en littekens"), Act::Block(steps::healing)),
    step("spread", "daily", text("gossip is told and heard", "er wordt geroddeld en geluisterd"), Act::Block(steps::spread)),
    step("ease", "weekly", text("beliefs about people in other teams fade, and people feel less wronged", "overtuigingen over mensen in andere teams vervagen, en mensen voelen zich minder onrecht aangedaan"), Act::Week(Some(steps::ease), None)),
    step("practice", "weekly", text("signals of the practices are seen", "signalen van de praktijken worden gezien"), Act::Week(Some(steps::practice), None)),
    step("outcome", "weekly", text("trust settles into engagement, strain, performance and the team's climate", "vertrouwen zet zich in betrokkenheid, spanning, prestatie en teamklimaat"), Act::Week(Some(steps::outcome), None)),
    step("cost", "weekly", text("output and costs are booked", "output en kosten worden geboekt"), Act::Week(Some(steps::cost), Some(steps::add_up))),
    step("retaliation", "weekly", text("who feels deeply wronged turns to rumour, sabotage or theft", "wie zich zwaar onrecht aangedaan voelt, grijpt naar gerucht, sabotage of diefstal"), Act::Week(Some(steps::wronged), Some(steps::retaliation))),
    step("incident", "weekly", text("next week's everyday incidents are decided", "de alledaagse incidenten van volgende week worden beslist"), Act::Week(Some(steps::incidents), Some(incident::step))),
    step("turnover", "weekly", text("newcomers start, people quit or leave", "nieuwkomers starten, mensen nemen ontslag of vertrekken"), Act::Week(Some(steps::moves), Some(turnover::step))),
];

/// The steps up to the one in which the organisation is looked at.
fn before_the_look() -> impl Iterator<Item = &'static Step> {
    ORDER.iter().take_while(|step| !matches!(step.act, Act::Look))
}

impl State<'_> {
    /// The morning: news and repairs.
    pub fn morning(&mut self) {
        for step in before_the_look() {
            if let Act::Whole(act) = step.act {
                act(self);
            }
        }
    }

    /// Everyone's trust as of this morning, so that the organisation can be looked at before the day is lived.
    pub fn look(&mut self) {
        let today = Today::of(&self.terms, &self.faces, &self.organisation, self.processor);
        in_parallel(&mut self.organisation.blocks, &mut self.desks, &mut self.scratch, &today, |visit| {
            for step in before_the_look() {
                if let Act::Block(act) = step.act {
                    act(visit);
                }
            }
        });
    }

    /// Lives the rest of the day, and the end of the week on its last day.
    pub fn day(&mut self) {
        for step in ORDER.iter().skip_while(|step| !matches!(step.act, Act::Look)) {
            if let Act::Whole(act) = step.act {
                act(self);
            }
        }
        let day = self.organisation.day;
        let today = Today::of(&self.terms, &self.faces, &self.organisation, self.processor);
        let week = (day % WEEK == WEEK - 1).then(|| WeekEnd::of(self.scenario, &self.week, &self.organisation));
        in_parallel(&mut self.organisation.blocks, &mut self.desks, &mut self.scratch, &today, |visit| {
            if let Some((next, desk)) = visit.next {
                fetch_ties(next, desk);
            }
            for step in &ORDER {
                match (&step.act, &week) {
                    (Act::Block(act), _) => act(visit),
                    (Act::Week(Some(act), _), Some(week)) => act(visit, week),
                    _ => {}
                }
            }
        });
        let is_week_end = week.is_some();
        let seats = self.organisation.open_seats();
        self.organisation.year.seat_days[(day / WEEK) as usize % MEMORY] += u64::from(seats);
        if is_week_end {
            for step in &ORDER {
                if let Act::Week(_, Some(act)) = step.act {
                    act(self);
                }
            }
        }
        self.organisation.day += 1;
    }
}
