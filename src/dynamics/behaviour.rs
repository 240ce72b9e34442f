//! # Behaviour
//!
//! The day's contacts and acts: who meets whom, how well it is done, and what is believed afterwards.
//!
//! Each person's day has one behaviour in the foreground, the same for all who meet that person: what is shown varies
//! over days, what is seen of it over pairs. This is a tenth of the draws of choosing anew for each pair, and the same in
//! the long run for every relation.

use super::scratch::Scratch;
use super::terms::{Telling, Terms};
use super::trust::referent;
use crate::organisation::{Block, LANES, Lane, Organisation, Relation, Top};
use crate::random::{Dice, Key, Purpose, bits, slot, uniform};
use crate::theory::behaviour;
use crate::theory::belief;
use crate::theory::contact;
use crate::theory::outcome::{ENGAGEMENT, STRAIN};

/// Lives the contacts of one day in one block.
pub fn step(block: &mut Block, top: &Top, terms: &Terms, dice: Dice, day: u32, scratch: &mut Scratch) {
    let contact = Keys::of(block, dice, Purpose::Contact, day);
    let conduct = Keys::of(block, dice, Purpose::Conduct, day);
    plan(block, terms, dice, day, scratch);
    let (top_odds, top_telling) = top_day(top, terms, dice, day);
    let seats = block.seats;
    let (mut good, mut bad) = (Lane::all(0.0), Lane::all(0.0));
    for i in 0..seats {
        let mut from_leader = Acts::NONE;
        for j in 0..seats {
            let place = i * seats + j;
            let who = referent(i, j);
            let (odds, telling) = if who == 2 { (&top_odds, &top_telling) } else { (&scratch.odds[j], &scratch.telling[j]) };
            let meeting = Meeting {
                trust: &scratch.trust[place],
                back: &scratch.trust[j * seats + i],
                here: &block.seat[i].present,
                there: if who == 2 { &block.seat[i].present } else { &block.seat[j].present },
                odds,
                lift: if i == 0 && who == 0 { terms.return_to_leader } else { 0.0 },
                reciprocity: if who == 2 { 0.0 } else { terms.reciprocity }, // top management does not know each person
                discord: terms.discord,                                      // nothing on the diagonal, where trust and trust back are one
                contact: terms.contact[who],
                slot: slot(i, j),
            };
            let mut acts = Acts::NONE;
            happens(&meeting, terms.floor, &contact, &conduct, &mut acts);
            if let Some(&tied) = block.tied.get(place) {
                acts.only(tied);
            }
            sees(&mut block.relations[place], &acts, telling, &scratch.trust[place], terms.first[who], 1.0, terms);
            acts.count(&mut good, &mut bad);
            scratch.well[place] = acts.well;
            if who == 1 {
                from_leader = acts;
            }
        }
        if i > 0 && terms.up > 0.0 {
            let place = i * seats + i;
            let telling = &scratch.telling[0];
            sees(&mut block.relations[place], &from_leader, telling, &scratch.trust[place], terms.first[2], terms.up, terms);
        }
    }
    let total = |lane: Lane| lane.0.iter().map(|&n| n as u64).sum::<u64>();
    block.count.acts_good += total(good);
    block.count.acts_bad += total(bad);
}

/// The keys of a page of draws, one for each lane.
pub struct Keys {
    low: [u32; LANES],
    high: [u32; LANES],
}

impl Keys {
    /// The keys of the teams of a block.
    pub fn of(block: &Block, dice: Dice, purpose: Purpose, day: u32) -> Self {
        let keys = block.teams.map(|team| dice.key(purpose, day, team));
        Self { low: keys.map(|key: Key| key.low), high: keys.map(|key: Key| key.high) }
    }

    /// The draw of one lane.
    #[inline(always)]
    pub fn bits(&self, lane: usize, slot: u32) -> u32 {
        bits(self.low[lane], self.high[lane], slot)
    }
}

/// One pair of seats, in all lanes, before they meet.
struct Meeting<'a> {
    trust: &'a Lane,
    back: &'a Lane,
    here: &'a Lane,
    there: &'a Lane,
    odds: &'a Lane,
    lift: f32,
    reciprocity: f32,
    discord: f32,
    contact: f32,
    slot: u32,
}

/// What was seen: 1 where an act was done well, 1 where one was done badly.
#[derive(Clone, Copy)]
struct Acts {
    well: Lane,
    badly: Lane,
}

impl Acts {
    const NONE: Acts = Acts { well: Lane::all(0.0), badly: Lane::all(0.0) };

    fn count(&self, good: &mut Lane, bad: &mut Lane) {
        for l in 0..LANES {
            good.0[l] += self.well.0[l];
            bad.0[l] += self.badly.0[l];
        }
    }

    /// Leaves only what happened in the lanes where the tie exists.
    fn only(&mut self, tied: u16) {
        for l in 0..LANES {
            let exists = f32::from(tied >> l & 1);
            self.well.0[l] *= exists;
            self.badly.0[l] *= exists;
        }
    }
}

/// What each person shows today, and how likely it is done well.
fn plan(block: &Block, terms: &Terms, dice: Dice, day: u32, scratch: &mut Scratch) {
    let agenda = Keys::of(block, dice, Purpose::Agenda, day);
    for (j, seat) in block.seat.iter().enumerate() {
        let role = &terms.role[usize::from(j == 0)];
        let mut logit = Lane::all(0.0);
        let telling = &mut scratch.telling[j];
        for l in 0..LANES {
            let b = role.behaviour(agenda.bits(l, j as u32));
            let Telling { facets, risk } = &terms.telling[b];
            for f in 0..4 {
                telling[f].0[l] = facets[f];
                logit.0[l] += terms.shares[b][f] * seat.conduct[f].0[l];
            }
            telling[4].0[l] = *risk;
            logit.0[l] += role.base[b];
        }
        let line = if j == 0 { terms.line } else { 0.0 };
        for l in 0..LANES {
            let mood = terms.pull[0] * seat.outcomes[ENGAGEMENT].0[l] - terms.pull[1] * seat.outcomes[STRAIN].0[l];
            let upward = line * (seat.trust[2].0[l] - 0.5);
            scratch.odds[j].0[l] = behaviour::exp(logit.0[l] + seat.lift.0[l] + mood + upward);
        }
    }
}

/// What top management shows today: the same theme for everyone.
fn top_day(top: &Top, terms: &Terms, dice: Dice, day: u32) -> (Lane, [Lane; 5]) {
    let key = dice.key(Purpose::TopConduct, day, 0);
    let b = terms.role[2].behaviour(bits(key.low, key.high, 0));
    let conduct: f32 = (0..4).map(|f| terms.shares[b][f] * top.conduct[f] as f32).sum();
    let odds = behaviour::exp(terms.role[2].base[b] + conduct + top.lift as f32);
    let Telling { facets: [c, r, i, h], risk } = terms.telling[b];
    (Lane::all(odds), [c, r, i, h, risk].map(Lane::all))
}

/// The odds that somebody acts well towards one other person: for the few who are looked at singly (ties across).
pub fn odds_of(block: &Block, terms: &Terms, dice: Dice, day: u32, seat: usize, lane: usize) -> (f32, Telling) {
    let key = dice.key(Purpose::Agenda, day, block.teams[lane]);
    let role = &terms.role[usize::from(seat == 0)];
    let b = role.behaviour(bits(key.low, key.high, seat as u32));
    let holder = &block.seat[seat];
    let conduct: f32 = (0..4).map(|f| terms.shares[b][f] * holder.conduct[f].0[lane]).sum();
    let mood = terms.pull[0] * holder.outcomes[ENGAGEMENT].0[lane] - terms.pull[1] * holder.outcomes[STRAIN].0[lane];
    (behaviour::exp(role.base[b] + conduct + holder.lift.0[lane] + mood), terms.telling[b])
}

/// Whether they meet, and how well it is done.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2"))]
fn happens(meeting: &Meeting, floor: f32, contact: &Keys, conduct: &Keys, acts: &mut Acts) {
    let Meeting { trust, back, here, there, odds, lift, reciprocity, discord, contact: rate, slot } = *meeting;
    for l in 0..LANES {
        let p = here.0[l] * there.0[l] * contact::chance(rate, floor, trust.0[l], back.0[l]);
        let met = uniform(bits(contact.low[l], contact.high[l], slot)) < p;
        let towards = reciprocity * (back.0[l] - 0.5) - discord * (trust.0[l] - back.0[l]).abs() + lift;
        let odds = odds.0[l] * behaviour::exp(towards);
        let well = behaviour::done_well(odds, uniform(bits(conduct.low[l], conduct.high[l], slot)));
        acts.well.0[l] = if met && well { 1.0 } else { 0.0 };
        acts.badly.0[l] = if met && !well { 1.0 } else { 0.0 };
    }
}

/// What is believed after the day: acts move beliefs, days without acts let them sink back. `weight` is 1 for an act of
/// the person judged, less for one that only tints.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2"))]
fn sees(relation: &mut Relation, acts: &Acts, telling: &[Lane; 5], trust: &Lane, prior: f32, weight: f32, terms: &Terms) {
    let [new, old, half] = terms.step;
    let (kappa, base, easing) = (terms.confirmation, terms.chance_base, terms.chance_easing);
    let forgetting = if weight < 1.0 { 0.0 } else { terms.forgetting };
    let easing = if weight < 1.0 { 0.0 } else { easing };
    let asymmetry = terms.asymmetry;
    let mut step = Lane::all(0.0);
    for l in 0..LANES {
        let (well, badly) = (acts.well.0[l], acts.badly.0[l]);
        step.0[l] = weight * belief::step(relation.acts.0[l], new, old, half) * belief::credence(trust.0[l], well, badly, kappa);
    }
    for f in 0..4 {
        let (facet, tells) = (&mut relation.facets[f].0, &telling[f].0);
        for l in 0..LANES {
            let (well, badly) = (acts.well.0[l], acts.badly.0[l]);
            let idle = 1.0 - well - badly;
            let moved = facet[l] + belief::change(facet[l], step.0[l] * tells[l], asymmetry[f], well, badly);
            facet[l] = (moved + idle * forgetting * (prior - moved)).clamp(0.01, 1.0);
        }
    }
    for l in 0..LANES {
        let (well, badly) = (acts.well.0[l], acts.badly.0[l]);
        let chance = relation.chance.0[l];
        let moved = chance + belief::chance_change(chance, step.0[l] * telling[4].0[l], base, well, badly);
        relation.chance.0[l] = (moved - easing * (moved - base)).clamp(0.0, 1.0);
        relation.acts.0[l] += weight * (well + badly);
    }
}

/// One act seen by one person of somebody in another team, or a signal of a practice.
#[allow(clippy::too_many_arguments)]
pub fn single(relation: &mut Relation, lane: usize, well: bool, telling: &Telling, trust: f32, weight: f32, terms: &Terms) {
    let (well, badly) = if well { (1.0, 0.0) } else { (0.0, 1.0) };
    let [new, old, half] = terms.step;
    let acts = relation.acts.0[lane];
    let step = weight * belief::step(acts, new, old, half) * belief::credence(trust, well, badly, terms.confirmation);
    for f in 0..4 {
        let facet = &mut relation.facets[f].0[lane];
        *facet = (*facet + belief::change(*facet, step * telling.facets[f], terms.asymmetry[f], well, badly)).clamp(0.01, 1.0);
    }
    let chance = &mut relation.chance.0[lane];
    *chance = (*chance + belief::chance_change(*chance, step * telling.risk, terms.chance_base, well, badly)).clamp(0.0, 1.0);
    relation.acts.0[lane] += weight.min(1.0);
}

/// Acts across teams: seldom, so looked at one by one. Reads the other teams as they were this morning.
pub fn meet_across(organisation: &Organisation, number: usize, terms: &Terms, met: &mut Vec<Met>) {
    let block = &organisation.blocks[number];
    let (dice, day) = (organisation.dice, organisation.day);
    let contact = Keys::of(block, dice, Purpose::Across, day);
    for i in 0..block.seats {
        for k in 0..block.ties {
            for lane in 0..LANES {
                let draw = contact.bits(lane, slot(i, k));
                if uniform(draw) >= terms.contact_across || !block.is_present(i, lane) {
                    continue;
                }
                met.extend(meeting_across(organisation, number, (i, k, lane), uniform(draw), terms, &contact));
            }
        }
    }
}

/// Somebody from another team was seen at work.
#[derive(Clone, Copy, Debug)]
pub struct Met {
    /// Seat of the one who saw.
    pub seat: usize,
    /// Which of the ties.
    pub tie: usize,
    /// Lane.
    pub lane: usize,
    /// Whether it was done well.
    pub well: bool,
    /// What it told.
    pub telling: Telling,
    /// Trust in the partner this morning.
    pub trust: f32,
    /// Generation of the partner, to notice a newcomer.
    pub generation: u32,
}

fn meeting_across(
    organisation: &Organisation,
    number: usize,
    who: (usize, usize, usize),
    draw: f32,
    terms: &Terms,
    keys: &Keys,
) -> Option<Met> {
    let block = &organisation.blocks[number];
    let (seat, tie, lane) = who;
    let (team, other) = block.partners[seat * block.ties + tie][lane];
    let at = organisation.at(team, other as usize);
    let theirs = &organisation.blocks[at.block];
    if !theirs.is_present(at.seat, at.lane) {
        return None;
    }
    let trust = super::trust::single(block, block.across(seat, tie), lane, seat, terms.impact[0], terms);
    if draw >= contact::chance(terms.contact_across, terms.floor, trust, trust) {
        return None; // trust back is taken to be as one's own
    }
    let (odds, telling) = odds_of(theirs, terms, organisation.dice, organisation.day, at.seat, at.lane);
    let odds = odds * behaviour::exp(terms.reciprocity * (trust - 0.5));
    let well = behaviour::done_well(odds, uniform(keys.bits(lane, slot(seat, tie) + (1 << 16))));
    Some(Met { seat, tie, lane, well, telling, trust, generation: theirs.seat[at.seat].generation[at.lane] })
}
