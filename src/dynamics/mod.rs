//! # When each law acts
//!
//! The day as a list ([`ORDER`]). Within a step everybody acts on the same state; the next step sees the result. State
//! changes in place, in columns, in an order that lets nobody see half a day: contacts and acts lean on this morning's
//! trust, gossip is collected before anyone takes it in, of other teams people see yesterday's acts and hear this morning's views.

mod affairs;
mod behaviour;
mod booking;
mod breach;
mod desk;
mod healing;
mod incident;
pub mod ledger;
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
mod terms;
pub mod trust;
mod turnover;
mod world;

#[doc = include_str!("speed.md")]
pub mod speed {}

pub use affairs::{Affairs, Note, Reason, What};
pub use past::DayZero;
pub use processor::{Kernel, Processor};
pub use repair::looked_at;
pub use terms::Terms;
pub use world::World;

use crate::threads::prelude::*;

use crate::organisation::{Block, Damage, LANES, Organisation, found};
use crate::random::Dice;
use crate::scenario::{ByReferent, Scenario, WEEK};
use crate::text::{Text, text};
use crate::theory::behaviour::Own;
use crate::theory::health;
use crate::theory::team::{self, Levels};
use crate::theory::turnover::MEMORY;
use behaviour::{Deed, RestAcross};
use desk::Desk;
use ledger::Cause;
use prefetch::prefetch;
use scratch::{Face, Keys, Scratch};
use world::{MANY_BLOCKS, Today};

/// The order of the day: step, how often, what happens.
pub const ORDER: [(&str, &str, Text); 14] = [
    (
        "news",
        "daily",
        text(
            "scheduled events and breaches happen; everyone who learns of a breach loses trust at once",
            "geplande gebeurtenissen en vertrouwensbreuken vinden plaats; wie van een vertrouwensbreuk hoort, verliest meteen vertrouwen",
        ),
    ),
    ("repair", "daily", text("repairs that are due start, those that run heal", "herstel dat aan de beurt is begint, wat loopt heelt")),
    (
        "trust",
        "daily",
        text(
            "everyone's trust in everyone, from last night's beliefs",
            "ieders vertrouwen in iedereen, uit de overtuigingen van gisteravond",
        ),
    ),
    ("record", "when due", text("series are recorded, surveys are held", "reeksen worden vastgelegd, enquêtes gehouden")),
    (
        "across",
        "daily",
        text("people see ties in other teams, and news comes over them", "mensen zien contacten in andere teams, en daarlangs komt nieuws"),
    ),
    (
        "behaviour",
        "daily",
        text(
            "contacts happen, acts are done well or badly, beliefs move",
            "contacten vinden plaats, gedrag gebeurt goed of slecht, overtuigingen verschuiven",
        ),
    ),
    (
        "healing",
        "daily",
        text("team mood, good acts and time change wounds and scars", "teamstemming, goed gedrag en tijd veranderen wonden en littekens"),
    ),
    ("spread", "daily", text("gossip is told and heard", "er wordt geroddeld en geluisterd")),
    ("practice", "weekly", text("signals of the practices are seen", "signalen van de praktijken worden gezien")),
    (
        "outcome",
        "weekly",
        text(
            "trust settles into engagement, strain, performance and the team's climate",
            "vertrouwen zet zich in betrokkenheid, spanning, prestatie en teamklimaat",
        ),
    ),
    ("cost", "weekly", text("output and costs are booked", "output en kosten worden geboekt")),
    (
        "retaliation",
        "weekly",
        text(
            "who feels deeply wronged turns to rumour, sabotage or theft",
            "wie zich zwaar onrecht aangedaan voelt, grijpt naar gerucht, sabotage of diefstal",
        ),
    ),
    ("incident", "weekly", text("next week's everyday incidents are decided", "de alledaagse incidenten van volgende week worden beslist")),
    ("turnover", "weekly", text("newcomers start, people quit or leave", "nieuwkomers starten, mensen nemen ontslag of vertrekken")),
];

impl<'s> World<'s> {
    /// The world of day 0, before its first morning.
    pub fn new(scenario: &'s Scenario, replicate: u32) -> Self {
        Self::on(Processor::widest(), scenario, replicate)
    }

    /// The same, lived with a given instruction set; no number depends on which.
    pub fn on(processor: Processor, scenario: &'s Scenario, replicate: u32) -> Self {
        let Some(day_zero) = DayZero::of(processor, scenario, replicate, &mut || true) else { unreachable!("nobody stops it") };
        Self::from(processor, scenario, day_zero)
    }

    /// The world of this scenario, whose organisation stands as it is said on day 0.
    pub fn from(processor: Processor, scenario: &'s Scenario, day_zero: DayZero) -> Self {
        let mut world = Self::around(processor, scenario, day_zero.organisation);
        world.affairs.pending = day_zero.pending;
        if scenario.initial_trust != ByReferent::default() {
            world.set_first_trust();
            world.settle();
        }
        world.look();
        world.organisation.output = world.output();
        world
    }

    /// The world as it was founded, before it was lived.
    fn founded(processor: Processor, scenario: &'s Scenario, replicate: u32) -> Self {
        let mut world = Self::around(processor, scenario, found(scenario, Dice::new(scenario.run.seed, replicate)));
        world.settle();
        world
    }

    /// The world of an organisation.
    fn around(processor: Processor, scenario: &'s Scenario, organisation: Organisation) -> Self {
        let widest = organisation.blocks.iter().map(|block| block.seats).max().unwrap_or(0);
        let terms = Terms::of(scenario, &organisation.practices, organisation.culture);
        let rooms = if organisation.blocks.len() < MANY_BLOCKS { 1 } else { at_once() };
        Self {
            scenario,
            affairs: Affairs { triggered: vec![None; scenario.repairs.len()], ..Affairs::default() },
            named: scenario.events.iter().map(|event| organisation.dice.of(&event.id)).collect(),
            terms: terms.clone(),
            week: outcome::Week::of(scenario, &organisation.practices, &terms),
            processor,
            scratch: vec![Scratch::new(widest); rooms],
            desks: vec![Desk::default(); organisation.blocks.len()],
            faces: std::iter::repeat_with(Face::default).take(organisation.rows.len() * LANES).collect(),
            accounts: 0,
            organisation,
        }
    }

    /// Puts outcomes and climate where trust as it stands would bring them in the end.
    fn settle(&mut self) {
        self.look();
        let (scenario, processor, week) = (self.scenario, self.processor, &self.week);
        let Organisation { dice, practices, .. } = self.organisation;
        in_parallel(&mut self.organisation.blocks, &mut self.desks, &mut self.scratch, |turn, _| {
            outcome::settle(turn.block, scenario, week, &practices, dice, processor);
        });
        self.organisation.output = self.output();
    }

    /// Output as the organisation stands, as a share of the reference.
    fn output(&self) -> f64 {
        let organisation = &self.organisation;
        let (mut output, mut seats) = (0.0, 0.0);
        for block in &organisation.blocks {
            let levels = outcome::levels(block, &self.week, &organisation.practices);
            let of_teams = outcome::yields(block, self.scenario, &levels, organisation.day).output;
            for lane in (0..LANES).filter(|&lane| block.teams[lane] != u32::MAX) {
                let open = f64::from(block.open_seats(lane));
                (output, seats) = (output + open * of_teams[lane], seats + open);
            }
        }
        output / seats
    }

    /// The morning: news and repairs.
    pub fn morning(&mut self) {
        let first_new = self.affairs.happened.len();
        news::step(self);
        repair::called_for(self, first_new);
        repair::step(self);
    }

    /// Everyone's trust as of this morning, so that the organisation can be looked at before the day is lived.
    pub fn look(&mut self) {
        let (terms, processor) = (&self.terms, self.processor);
        in_parallel(&mut self.organisation.blocks, &mut self.desks, &mut self.scratch, |turn, scratch| {
            trust::morning(turn.block, turn.next.map(|(block, _)| block), terms, scratch, processor);
        });
    }

    /// Lives the rest of the day, and the end of the week on its last day.
    pub fn day(&mut self) {
        self.across();
        let Organisation { dice, day, top, .. } = self.organisation;
        let (terms, processor) = (&self.terms, self.processor);
        let today = Today { terms, faces: &self.faces, top, dice, day, processor };
        let week = (day % WEEK == WEEK - 1).then(|| WeekEnd::of(self.scenario, &self.week, &self.organisation, processor));
        let live = |turn: Turn, scratch: &mut Scratch| {
            let Turn { number, block, desk, next } = turn;
            if let Some((next, desk)) = next {
                fetch_ties(next, desk);
            }
            trust::morning(block, next.map(|(block, _)| block), terms, scratch, processor);
            behaviour::plan(block, &today, scratch);
            if let Some(accounts) = &mut desk.accounts {
                accounts.book_contacts(block, &today, scratch);
            }
            behaviour::step(block, &today, scratch);
            desk.book(block, terms, [Cause::TeamMood; 3]);
            healing::across(block, terms, day);
            receive(block, desk, terms, scratch);
            spread::step(block, terms, scratch, processor);
            desk.book(block, terms, [Cause::Gossip; 3]);
            if let Some(week) = &week {
                week.find(number, block, desk, terms, &scratch.keys);
            }
        };
        in_parallel(&mut self.organisation.blocks, &mut self.desks, &mut self.scratch, live);
        let seats = self.organisation.open_seats();
        self.organisation.year.seat_days[(day / WEEK) as usize % MEMORY] += u64::from(seats);
        if week.is_some() {
            self.add_up();
            retaliation::step(self);
            self.book([Cause::Retaliation; 3]);
            incident::step(self);
            turnover::step(self);
        }
        self.organisation.day += 1;
    }

    /// What people see of other teams, and hear from them.
    fn across(&mut self) {
        if !self.scenario.mechanisms.ties_across || self.scenario.organisation.ties_across == 0 {
            return;
        }
        let mut all = std::mem::take(&mut self.desks);
        let world = &*self;
        let listen = |(number, desk): (usize, &mut Desk)| behaviour::across(world, number, desk);
        if all.len() < MANY_BLOCKS {
            all.iter_mut().enumerate().for_each(listen);
        } else {
            all.par_iter_mut().enumerate().for_each(listen);
        }
        self.desks = all;
    }

    /// Output, costs and recovery from shocks, at the end of the week.
    fn add_up(&mut self) {
        let (scenario, day) = (self.scenario, self.organisation.day);
        let organisation = &mut self.organisation;
        let (law, practices) = (scenario.parameters.team, organisation.practices);
        let mut sums = [0.0; desk::BOOKS];
        for desk in &self.desks {
            for (sum, more) in sums.iter_mut().zip(desk.books) {
                *sum += more;
            }
        }
        let [output, seats, people, control, transaction, calm, sick] = sums;
        let weeks = 1.0 / 52.0;
        organisation.totals.cost_control += law.control * control * weeks;
        organisation.totals.cost_transaction += law.transaction * transaction * weeks;
        organisation.totals.cost_practice += scenario.parameters.cost.practice * practices.iter().sum::<f64>() * people * weeks;
        let costs = &scenario.parameters.cost;
        organisation.totals.cost_sick += costs.days_a_year * health::cost(&scenario.parameters.health, law.carry, sick) * weeks;
        organisation.totals.output_days += scenario.parameters.cost.days_a_year * output * weeks;
        organisation.output = output / seats;
        if let Some(recovery) = &mut organisation.recovery {
            recovery.lost += if calm > 0.0 { f64::from(WEEK) * (1.0 - output / calm) } else { 0.0 };
            let regained = organisation.output >= law.regained * recovery.before;
            if recovery.back.is_none() && day > recovery.since + WEEK && regained {
                recovery.back = Some(day);
            }
        }
    }
}

/// Loads the ties over which something comes today before they are needed.
fn fetch_ties(block: &Block, desk: &Desk) {
    for met in &desk.met {
        let (seat, tie, _) = met.glimpse.at();
        prefetch(&block.relations[block.across(seat, tie)]);
        prefetch(&block.partner_generation[seat * block.ties + tie]);
    }
}

/// What is the same for all blocks at the end of a week.
struct WeekEnd<'a> {
    scenario: &'a Scenario,
    laws: &'a outcome::Week,
    practices: [f64; 6],
    dice: Dice,
    day: u32,
    processor: Processor,
    held_back: f64,
    felt: [f64; MEMORY],
}

impl<'a> WeekEnd<'a> {
    fn of(scenario: &'a Scenario, laws: &'a outcome::Week, organisation: &Organisation, processor: Processor) -> Self {
        Self {
            scenario,
            laws,
            practices: organisation.practices,
            dice: organisation.dice,
            day: organisation.day,
            processor,
            held_back: incident::held_back(scenario, &organisation.practices),
            felt: turnover::felt(scenario, organisation.day),
        }
    }

    /// The end of the week in one block: what changes in it, and what is found there to be acted on.
    #[inline(never)] // so that a profile shows the step under its name
    fn find(&self, number: usize, block: &mut Block, desk: &mut Desk, terms: &Terms, keys: &Keys) {
        let Self { scenario, laws, practices, dice, day, processor, held_back, felt } = self;
        processor.run(RestAcross { block, terms, day: *day });
        processor.run(healing::Ease { block, terms, day: *day });
        practice::step(block, scenario, practices, terms, keys, *processor);
        desk.book(block, terms, [Cause::Practices; 3]);
        let levels = outcome::step(block, scenario, laws, practices, *dice, keys, *processor);
        desk.books = books(block, scenario, practices, &levels, *day);
        let Desk { wronged, incidents, moves, .. } = desk;
        retaliation::find(block, number, scenario, wronged);
        let (dice, day, held_back) = (*dice, *day, *held_back);
        let law = scenario.team_law();
        let prevented = levels.each_ref().map(|levels| team::prevented(&law, &team::climate(&law, levels)));
        processor.run(incident::Find { block, number, scenario, held_back, prevented, keys, dice, day, found: incidents });
        processor.run(turnover::Find { block, number, scenario, felt, keys, day, found: moves });
    }
}

/// What a week adds to the books of one block; see [`Desk::books`].
fn books(block: &Block, scenario: &Scenario, practices: &[f64; 6], levels: &[Levels; LANES], day: u32) -> [f64; desk::BOOKS] {
    let outcome::Yield { output, calm, sick } = outcome::yields(block, scenario, levels, day);
    let mut sums = [0.0; desk::BOOKS];
    for lane in (0..LANES).filter(|&lane| block.teams[lane] != u32::MAX) {
        let (size, people) = (block.open_seats(lane) as f64, block.headcount(lane) as f64);
        let leader = &block.seat[0];
        let downward = if leader.present.0[lane] > 0.0 { leader.trust[0].0[lane] } else { f32::NAN };
        let downward = if downward.is_nan() { 0.5 } else { downward as f64 };
        let relied = (1.0 - levels[lane].own(Own::Reliance)).max(0.0);
        let control = people * (1.0 - downward) * (1.0 - practices[4]) * relied;
        let transaction = people * (1.0 - f64::midpoint(levels[lane].trust[0], levels[lane].trust[2]));
        for (sum, more) in sums.iter_mut().zip([size * output[lane], size, people, control, transaction, size * calm[lane], sick[lane]]) {
            *sum += more;
        }
    }
    sums
}

/// Takes in what came from other teams.
#[inline(never)] // so that a profile shows the step under its name
fn receive(block: &mut Block, desk: &Desk, terms: &Terms, scratch: &mut Scratch) {
    for met in &desk.met {
        let (seat, tie, lane) = met.glimpse.at();
        let place = block.across(seat, tie);
        let known = &mut block.partner_generation[seat * block.ties + tie][lane];
        if *known != met.generation {
            *known = met.generation;
            block.set_damage(place, lane, Damage::default());
            let believed = behaviour::believed_of_a_stranger(block.seat[seat].propensity.0[lane], terms);
            block.relations[place].start([believed; 4], terms.first_chance, lane);
        }
        let role = &terms.role[usize::from(met.role)];
        let (theme, shown) = (usize::from(met.theme), usize::from(met.theme) < role.base.len());
        behaviour::single(&mut block.relations[place], lane, Deed::of(shown, met.well), &role.telling[theme], met.trust, 1.0, terms);
    }
    scratch.news.extend_from_slice(&desk.news);
}

/// One block, its number and its desk, and the next one, which will be worked on after it and may be fetched meanwhile.
struct Turn<'a> {
    number: usize,
    block: &'a mut Block,
    desk: &'a mut Desk,
    next: Option<(&'a Block, &'a Desk)>,
}

/// Works through the blocks, each thread on its own stretch with its own room. No result depends on the cut.
fn in_parallel(blocks: &mut [Block], desks: &mut [Desk], scratch: &mut [Scratch], work: impl Fn(Turn, &mut Scratch) + Sync) {
    let through = |first: usize, blocks: &mut [Block], desks: &mut [Desk], room: &mut Scratch| {
        for offset in 0..blocks.len() {
            let (blocks, next) = blocks.split_at_mut(offset + 1);
            let (desks, next_desk) = desks.split_at_mut(offset + 1);
            if let Some((after, desk)) = next.get(1).zip(next_desk.get(1)) {
                prefetch(after); // the block itself; what it points to is loaded in its turn
                prefetch(desk);
            }
            let next = next.first().zip(next_desk.first());
            work(Turn { number: first + offset, block: &mut blocks[offset], desk: &mut desks[offset], next }, room);
        }
    };
    if scratch.len() == 1 {
        through(0, blocks, desks, &mut scratch[0]);
        return;
    }
    let stretch = blocks.len().div_ceil(scratch.len());
    let parts = blocks.par_chunks_mut(stretch).zip(desks.par_chunks_mut(stretch)).zip(scratch.par_iter_mut()).enumerate();
    parts.for_each(|(part, ((blocks, desks), room))| through(part * stretch, blocks, desks, room));
}
