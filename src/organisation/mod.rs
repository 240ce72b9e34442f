//! # Who is there this morning
//!
//! State without rules, in columns. Sixteen teams of like size lie side by side in [lanes](Lane): a relation is a lane of
//! facets, a seat a lane of persons; seats that a smaller team does not have, and seats that stand empty, are marked by
//! `present`.
//!
//! Trust in the leader is the relation to seat 0, trust in top management that at [`Block::with_top`].

mod founding;
mod lane;

pub use founding::{found, person, sizes, tie_exists};
pub use lane::{Dither, LANES, Lane, Narrow, STEPS, lanes, mask};

use crate::random::Dice;
use crate::theory::breach;
use crate::theory::practice::ByPractice;
use crate::theory::referent::{ByReferent, Referent};
use crate::theory::turnover::MEMORY;

/// What one person believes of another, and the damage between them, for each of the teams side by side.
#[derive(Clone, Copy, Debug, Default)]
#[repr(C)]
pub struct Relation {
    /// Competence, reliability, intentions, honesty, 0 to 1.
    pub facets: [Narrow; 4],
    /// Perceived chance of betrayal, 0 to 1.
    pub chance: Narrow,
    /// Acts seen, in units of [`MOST_ACTS`].
    pub acts: Narrow,
    /// Wounds to credibility and trustworthiness, 0 to 1.
    pub wound: [Narrow; 2],
    /// Scars to credibility and trustworthiness, 0 to 1.
    pub scar: [Narrow; 2],
    /// How far one feels wronged, 0 to 1.
    pub injury: Narrow,
}

/// Acts are counted in eighths up to here, where one more no longer changes anything.
pub const MOST_ACTS: f32 = 65_535.0 / 8.0;

/// One seat and its holder, for each of the teams side by side.
#[derive(Clone, Debug)]
pub struct Seat {
    /// 1 where somebody works here today, else 0.
    pub present: Lane,
    /// Propensity to trust, in standard deviations.
    pub propensity: Lane,
    /// A number of the holder's own, from which it is drawn with whom this person gets on.
    pub own: [u32; LANES],
    /// Conduct by facet, logits.
    pub conduct: [Lane; 4],
    /// What repairs and programmes add to conduct for now, logits.
    pub lift: Lane,
    /// Ability, in standard deviations.
    pub ability: Lane,
    /// The individual outcomes, in standard deviations, in the order of `theory::outcome::OUTCOMES`.
    pub outcomes: [Lane; 13],
    /// Trust as of this morning, in colleagues their mean; NaN where there is none.
    pub trust: ByReferent<Lane>,
    /// The day on which the holder started; founders started before day 0.
    pub started: [i32; LANES],
    /// The day on which an empty seat is filled; `u32::MAX` for a seat that does not exist.
    pub reopens: [u32; LANES],
    /// Generation of the holder, from 1.
    pub generation: [u32; LANES],
    /// Counterproductive acts of the holder so far.
    pub against: [u16; LANES],
}

impl Seat {
    /// Where somebody works here today: one bit a team.
    #[inline(always)]
    pub fn there(&self) -> u16 {
        mask(|lane| self.present.0[lane] > 0.0)
    }
}

/// What is known in a team about one trustee (each seat in turn, then top management).
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// A promise is being watched until this day.
    pub probation_until: [u32; LANES],
    /// The shared bad mood is stopped until this day.
    pub calm_until: [u32; LANES],
    /// It has been explained; retaliation is lower until this day.
    pub explained_until: [u32; LANES],
}

impl Standing {
    /// Nothing is known.
    pub const NONE: Standing = Standing { probation_until: [0; LANES], calm_until: [0; LANES], explained_until: [0; LANES] };
}

/// Sixteen teams of like size.
#[derive(Clone, Debug)]
pub struct Block {
    /// Seats in the largest of the teams.
    pub seats: usize,
    /// Ties of each person to other teams.
    pub ties: usize,
    /// The team in each lane; `u32::MAX` for none.
    pub teams: [u32; LANES],
    /// Seats of each of these teams, the leader's counted.
    pub sizes: [u32; LANES],
    /// Those of them that lay-offs have closed for good.
    pub closed: [u32; LANES],
    /// The first seat of each, counted over the organisation.
    pub first_seat: [u32; LANES],
    /// Relations: `seats × seats` inside the team ([`Block::toward`]), then `seats × ties` across ([`Block::across`]).
    pub relations: Vec<Relation>,
    /// Which in-team relations exist, one bit a team; empty when all do.
    pub tied: Vec<u16>,
    /// Row of the first seat, counted over the organisation.
    pub first_row: usize,
    /// Partners across, by `seat × ties`: their [`address`](Organisation::address); `u32::MAX` for none.
    pub partners: Vec<[u32; LANES]>,
    /// Generation of each partner when last met.
    pub partner_generation: Vec<[u32; LANES]>,
    /// The part of each scar that does not fade by itself, by place; empty until a deception leaves one.
    pub sealed: Vec<[Narrow; 2]>,
    /// What repairs have mended of the damage to credibility and trustworthiness and of the injury, while a repetition would reopen it, by place; empty until something is repaired.
    pub mended: Vec<[Narrow; 3]>,
    /// Whether a tie across may be damaged.
    pub ties_hurt: bool,
    /// The seats with their holders, the leader's first.
    pub seat: Vec<Seat>,
    /// Standing of each seat's holder, then of top management.
    pub standing: Vec<Standing>,
    /// Task interdependence, 0 to 1.
    pub interdependence: Lane,
    /// What is drawn for the output of the team and of the organisation, whatever trust does: standard normal.
    pub trade: [Lane; 2],
    /// Psychological safety, 0 to 1.
    pub safety: Lane,
    /// Disorder left by shocks, 0 to 1.
    pub disruption: Lane,
    /// Output lost to sabotage this week.
    pub sabotage: Lane,
    /// Voluntary and involuntary exits in each of the past weeks (a ring).
    pub exits: Box<[[[u8; LANES]; MEMORY]; 2]>,
    /// Sum and count, over people, of trust as of this morning.
    pub trust: ByReferent<(f64, u32)>,
    /// What happened today and has to be counted, in whole numbers so that order does not matter.
    pub count: Counts,
}

/// Things counted since day 0.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Acts done well.
    pub acts_good: u64,
    /// Acts done badly.
    pub acts_bad: u64,
    /// Times that somebody took in what another told.
    pub hearsay: u64,
}

/// Top management, one principal.
#[derive(Clone, Copy, Debug)]
pub struct Top {
    /// Conduct by facet, logits.
    pub conduct: [f64; 4],
    /// What repairs add to it for now, logits.
    pub lift: f64,
    /// Generation, from 1.
    pub generation: u32,
}

/// Running totals of the organisation, in person-days and counts.
#[derive(Clone, Copy, Debug, Default)]
#[allow(missing_docs)]
pub struct Totals {
    pub leavers_voluntary: u64,
    pub leavers_involuntary: u64,
    pub joiners: u64,
    pub breaches: u64,
    pub repairs: u64,
    pub rumours: u64,
    pub sabotages: u64,
    pub thefts: u64,
    pub cost_control: f64,
    pub cost_transaction: f64,
    pub cost_replacement: f64,
    pub cost_repair: f64,
    pub cost_practice: f64,
    pub cost_theft: f64,
    pub cost_sick: f64,
    pub output_days: f64,
}

/// What rates of the past year are made of, week by week (rings).
#[derive(Clone, Copy, Debug)]
pub struct Year {
    /// Seats that were filled or to be filled, added up over the days of the week.
    pub seat_days: [u64; MEMORY],
    /// People who left because somebody said so: lay-offs, scheduled exits, leaders replaced.
    pub one_offs: [u32; MEMORY],
}

impl Year {
    /// A year of which nothing has passed.
    pub const NONE: Year = Year { seat_days: [0; MEMORY], one_offs: [0; MEMORY] };
}

/// A shock from which output has to recover.
#[derive(Clone, Copy, Debug)]
pub struct Recovery {
    /// Day of the shock, from 0.
    pub since: u32,
    /// Output in the week before, a share of the reference.
    pub before: f64,
    /// Day on which output was back; `None` while it is not.
    pub back: Option<u32>,
    /// Working days of its own output that disorder has taken since.
    pub lost: f64,
}

/// The organisation.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Today, counted from 0.
    pub day: u32,
    /// The dice of this life.
    pub dice: Dice,
    /// The teams, sixteen by sixteen, the smallest first.
    pub blocks: Vec<Block>,
    /// Block and lane of each team.
    pub place: Vec<(u32, u8)>,
    /// Block and seat of each row: of the seats that lie side by side.
    pub rows: Vec<(u32, u32)>,
    /// Seats in all.
    pub seats: u32,
    /// Top management.
    pub top: Top,
    /// What culture programmes have added to everyone's conduct for good, logits.
    pub culture: f64,
    /// Levels of the practices today, 0 to 1.
    pub practices: ByPractice<f64>,
    /// Running totals.
    pub totals: Totals,
    /// What rates of the past year are made of.
    pub year: Year,
    /// The latest shock.
    pub recovery: Option<Recovery>,
    /// Output last week, in the first week that of day 0, as a share of the reference.
    pub output: f64,
}

/// Whom the `j`-th relation of seat `i` within the team is to ([`Block::trustee`]).
#[inline(always)]
pub fn referent(i: usize, j: usize) -> Referent {
    if i == j { Referent::Top } else { role(j) }
}

/// What the holder of a seat is to the rest of the team: seat 0 leads it.
#[inline(always)]
pub fn role(seat: usize) -> Referent {
    if seat == 0 { Referent::Leader } else { Referent::Colleague }
}

/// Where a person sits: block, seat, lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// Index of the block of the team.
    pub block: usize,
    /// Seat within the team; 0 is the leader.
    pub seat: usize,
    /// Lane of the team within the block, 0 to 15.
    pub lane: usize,
}

impl Block {
    /// The trustees of a team are its seats, by number, and after them top management, by this number.
    #[inline(always)]
    pub fn top(&self) -> usize {
        self.seats
    }

    /// The place of the `j`-th relation of seat `i` within the team: to the holder of seat `j`, but at its own place to top management
    /// ([`Self::with_top`]).
    #[inline(always)]
    pub fn pair(&self, i: usize, j: usize) -> usize {
        i * self.seats + j
    }

    /// The place of the relation of seat `i` to top management: that of the relation to oneself, which does not exist. So the
    /// relations of a person lie side by side without a hole, one for each seat of the team.
    #[inline(always)]
    pub fn with_top(&self, i: usize) -> usize {
        self.pair(i, i)
    }

    /// The place of the relation of seat `i` to a trustee other than its own holder.
    #[inline(always)]
    pub fn toward(&self, i: usize, trustee: usize) -> usize {
        if trustee == self.top() { self.with_top(i) } else { self.pair(i, trustee) }
    }

    /// The trustee to whom seat `i` has the relation that is the `j`-th of its own: the holder of seat `j`, but at its own place top
    /// management.
    #[inline(always)]
    pub fn trustee(&self, i: usize, j: usize) -> usize {
        if i == j { self.top() } else { j }
    }

    /// The place of the relation of seat `i` to its `k`-th partner across.
    #[inline(always)]
    pub fn across(&self, i: usize, k: usize) -> usize {
        self.seats * self.seats + i * self.ties + k
    }

    /// Whether somebody works in this seat today.
    #[inline(always)]
    pub fn is_present(&self, seat: usize, lane: usize) -> bool {
        self.seat[seat].present.0[lane] > 0.0
    }

    /// Seats of a team that are filled or to be filled.
    pub fn open_seats(&self, lane: usize) -> u32 {
        self.sizes[lane] - self.closed[lane]
    }

    /// People present in a team.
    pub fn headcount(&self, lane: usize) -> u32 {
        self.seat.iter().filter(|seat| seat.present.0[lane] > 0.0).count() as u32
    }

    /// Whether the relation of `i` to `j` exists in this lane.
    #[inline(always)]
    pub fn is_tied(&self, i: usize, j: usize, lane: usize) -> bool {
        self.tied.is_empty() || self.tied[self.pair(i, j)] >> lane & 1 == 1
    }

    /// 1 where the holder of seat `i` and the trustee of its `j`-th relation are there and deal with each other, else 0.
    #[inline(always)]
    pub fn both_there(&self, i: usize, j: usize) -> Lane {
        let mut there = self.seat[i].present.times(self.seat[j].present);
        if let Some(&tied) = self.tied.get(self.pair(i, j)) {
            there = there.only(tied);
        }
        there
    }

    /// The damage of one relation.
    pub fn damage(&self, place: usize, lane: usize) -> Damage {
        let relation = &self.relations[place];
        let of = |pair: &[Narrow; 2]| pair.each_ref().map(|narrow| narrow.get(lane));
        Damage {
            wound: of(&relation.wound),
            scar: of(&relation.scar),
            sealed: self.sealed.get(place).map_or([0.0; 2], of),
            mended: self.mended.get(place).map_or([0.0; 3], |mended| mended.each_ref().map(|narrow| narrow.get(lane))),
            injury: relation.injury.get(lane),
        }
    }

    /// Sets the damage of one relation.
    pub fn set_damage(&mut self, place: usize, lane: usize, damage: Damage) {
        if self.sealed.is_empty() && damage.sealed.iter().any(|&sealed| sealed > 0.0) {
            self.sealed = vec![[Narrow::default(); 2]; self.relations.len()];
        }
        if self.mended.is_empty() && damage.mended.iter().any(|&mended| mended > 0.0) {
            self.mended = vec![[Narrow::default(); 3]; self.relations.len()];
        }
        self.ties_hurt |= place >= self.seats * self.seats && !damage.is_none();
        let relation = &mut self.relations[place];
        relation.injury.set(lane, damage.injury);
        for pair in 0..2 {
            relation.wound[pair].set(lane, damage.wound[pair]);
            relation.scar[pair].set(lane, damage.scar[pair]);
            if let Some(sealed) = self.sealed.get_mut(place) {
                sealed[pair].set(lane, damage.sealed[pair]);
            }
        }
        if let Some(mended) = self.mended.get_mut(place) {
            Narrow::set_each(mended, lane, damage.mended);
        }
    }

    /// The relation and its damage, as one person holds it.
    pub fn view(&self, place: usize, lane: usize) -> View {
        let relation = &self.relations[place];
        let Damage { wound, scar, .. } = self.damage(place, lane);
        View { facets: relation.facets.each_ref().map(|facet| facet.get(lane)), chance: relation.chance.get(lane), wound, scar }
    }

    /// The deepest injury that the holder of a seat bears from anyone in the team or from top management.
    pub fn deepest_injuries(&self, seat: usize) -> Narrow {
        let own = &self.relations[self.pair(seat, 0)..self.pair(seat, 0) + self.seats];
        own.iter().map(|relation| relation.injury).fold(Narrow::default(), Narrow::larger)
    }
}

/// The damage of one relation, as one person holds it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Damage {
    /// Wounds to credibility and to trustworthiness, 0 to 1.
    pub wound: [f32; 2],
    /// Scars to the same, 0 to 1.
    pub scar: [f32; 2],
    /// Part of these scars that does not fade by itself, 0 to 1.
    pub sealed: [f32; 2],
    /// What repairs have mended of the damage to each, and of the injury, while a repetition would reopen it.
    pub mended: [f32; 3],
    /// How far one feels wronged, 0 to 1.
    pub injury: f32,
}

impl From<Damage> for breach::Damage {
    fn from(Damage { wound, scar, sealed, mended, injury }: Damage) -> Self {
        let wide = |pair: [f32; 2]| pair.map(f64::from);
        Self { wound: wide(wound), scar: wide(scar), sealed: wide(sealed), mended: mended.map(f64::from), injury: injury.into() }
    }
}

impl From<breach::Damage> for Damage {
    fn from(breach::Damage { wound, scar, sealed, mended, injury }: breach::Damage) -> Self {
        let narrow = |pair: [f64; 2]| pair.map(|share| share as f32);
        let mended = mended.map(|share| share as f32);
        Self { wound: narrow(wound), scar: narrow(scar), sealed: narrow(sealed), mended, injury: injury as f32 }
    }
}

impl Damage {
    /// The same damage, faded to a share of itself.
    #[must_use]
    pub fn faded(self, share: f32) -> Self {
        let fade = |pair: [f32; 2]| pair.map(|damage| damage * share);
        Self {
            wound: fade(self.wound),
            scar: fade(self.scar),
            sealed: fade(self.sealed),
            mended: self.mended.map(|mended| mended * share),
            injury: self.injury * share,
        }
    }

    /// The same damage with every wound a scar.
    #[must_use]
    pub fn settled(self) -> Self {
        let scar = [0, 1].map(|pair: usize| self.wound[pair] + self.scar[pair]);
        Self { wound: [0.0; 2], scar, ..self }
    }

    /// Whether the relation is whole.
    pub fn is_none(self) -> bool {
        self.wound.iter().chain(&self.scar).all(|&damage| damage <= 0.0) && self.injury <= 0.0
    }
}

/// One relation, as one person holds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Competence, reliability, intentions, honesty, 0 to 1.
    pub facets: [f32; 4],
    /// Perceived chance of betrayal, 0 to 1.
    pub chance: f32,
    /// Wounds to credibility and to trustworthiness, 0 to 1.
    pub wound: [f32; 2],
    /// Scars to the same, 0 to 1.
    pub scar: [f32; 2],
}

impl Organisation {
    /// Where seat `seat` of `team` is.
    pub fn at(&self, team: u32, seat: usize) -> At {
        let (block, lane) = self.place[team as usize];
        At { block: block as usize, seat, lane: lane as usize }
    }

    /// One number for a place: its row, times [`LANES`], and its lane. Places side by side have numbers side by side.
    pub fn address(&self, at: At) -> u32 {
        ((self.blocks[at.block].first_row + at.seat) * LANES + at.lane) as u32
    }

    /// The place of an [`address`](Self::address).
    pub fn at_address(&self, address: u32) -> At {
        let (block, seat) = self.rows[address as usize / LANES];
        At { block: block as usize, seat: seat as usize, lane: address as usize % LANES }
    }

    /// The number of the seat, counted over the organisation.
    pub fn seat_number(&self, at: At) -> u32 {
        self.blocks[at.block].first_seat[at.lane] + at.seat as u32
    }

    /// Seats that are filled or to be filled.
    pub fn open_seats(&self) -> u32 {
        self.blocks.iter().map(|block| (0..LANES).map(|lane| block.open_seats(lane)).sum::<u32>()).sum()
    }

    /// People at work.
    pub fn headcount(&self) -> u32 {
        self.blocks.iter().map(|block| (0..LANES).map(|lane| block.headcount(lane)).sum::<u32>()).sum()
    }
}
