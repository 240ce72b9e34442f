//! # Spread
//!
//! Who tells whom about whom today, and what the hearer makes of it. Everyone speaks from what was believed at the end of
//! the working day; only then does anyone take in what was heard.

use super::behaviour::Keys;
use super::scratch::{News, Scratch};
use super::terms::Terms;
use crate::organisation::{Block, LANES, Organisation, View};
use crate::random::{Dice, Purpose, slot, uniform};
use crate::scenario::Scenario;
use crate::theory::spread::{SpreadLaw, hearsay};

/// Gossip within the teams of one block, and what came across from other teams this morning.
pub fn step(block: &mut Block, scenario: &Scenario, dice: Dice, day: u32, scratch: &mut Scratch) {
    let law = &scenario.parameters.spread;
    if scenario.mechanisms.gossip {
        let keys = Keys::of(block, dice, Purpose::Gossip, day);
        for i in 0..block.seats {
            for lane in 0..LANES {
                if uniform(keys.bits(lane, slot(i, 0))) < law.gossip as f32 && block.is_present(i, lane) {
                    tell(block, law, &keys, i, lane, scratch);
                }
            }
        }
    }
    block.count.hearsay += scratch.news.len() as u64;
    for news in scratch.news.drain(..) {
        hear(block, law, &news);
    }
}

/// Someone in the team speaks to `i` about a third, or about top management.
fn tell(block: &Block, law: &SpreadLaw, keys: &Keys, i: usize, lane: usize, scratch: &mut Scratch) {
    let size = block.sizes[lane] as usize;
    let pick = |n: u32| (uniform(keys.bits(lane, slot(i, n as usize))) * size as f32) as usize;
    let (teller, about) = (pick(1), pick(2));
    if teller == i || !block.is_present(teller, lane) || !block.is_tied(i, teller, lane) {
        return;
    }
    if about == i || (about != teller && !block.is_present(about, lane)) {
        return;
    }
    // Speaking about oneself makes no gossip: that place of the draw goes to top management.
    let (theirs, own) =
        if about == teller { (block.pair(teller, teller), block.pair(i, i)) } else { (block.pair(teller, about), block.pair(i, about)) };
    let voice = if teller == 0 { law.leader_voice } else { 1.0 };
    let hold = (law.weight * voice) as f32 * scratch.trust[i * block.seats + teller].0[lane];
    scratch.news.push(News { place: own, lane, hold, told: block.view(theirs, lane) });
}

/// News about top management that comes over ties from other teams; reads them as they were this morning.
pub fn from_across(organisation: &Organisation, number: usize, law: &SpreadLaw, terms: &Terms, news: &mut Vec<News>) {
    let block = &organisation.blocks[number];
    let keys = Keys::of(block, organisation.dice, Purpose::News, organisation.day);
    for i in 0..block.seats {
        for k in 0..block.ties {
            for lane in 0..LANES {
                if uniform(keys.bits(lane, slot(i, k))) >= law.across as f32 || !block.is_present(i, lane) {
                    continue;
                }
                let (team, other) = block.partners[i * block.ties + k][lane];
                let at = organisation.at(team, other as usize);
                let theirs = &organisation.blocks[at.block];
                if !theirs.is_present(at.seat, at.lane) {
                    continue;
                }
                let trust = super::trust::single(block, block.across(i, k), lane, i, terms.impact[0], terms);
                let told = theirs.view(theirs.pair(at.seat, at.seat), at.lane);
                news.push(News { place: block.pair(i, i), lane, hold: law.weight as f32 * trust, told });
            }
        }
    }
}

/// News of damage below this is not taken in.
const TOO_LITTLE: f32 = 1e-3;

/// The hearer moves towards what was told: a fresh wound stays fresh, an old scar stays old.
fn hear(block: &mut Block, law: &SpreadLaw, news: &News) {
    let News { place, lane, hold, told: View { facets, chance, wound, scar } } = *news;
    let good = law.good_news as f32;
    let relation = &mut block.relations[place];
    for (own, told) in relation.facets.iter_mut().zip(facets) {
        own.0[lane] += hearsay(own.0[lane], told, hold, good, -1.0);
    }
    relation.chance.0[lane] += hearsay(relation.chance.0[lane], chance, hold, good, 1.0);
    let own = block.hurts.get(place, lane).copied().unwrap_or_default();
    let worse = |told: [f32; 2], own: [f32; 2]| [0, 1].map(|pair: usize| hold.min(1.0) * (told[pair] - own[pair]).max(0.0));
    let (fresh, old) = (worse(wound, own.wound), worse(scar, own.scar));
    if fresh.iter().chain(&old).any(|&more| more > TOO_LITTLE) {
        let hurt = block.hurts.entry(place, lane);
        for pair in 0..2 {
            hurt.wound[pair] += fresh[pair];
            hurt.scar[pair] = (hurt.scar[pair] + old[pair]).min(1.0 - hurt.wound[pair]).max(own.scar[pair]);
        }
    }
}

/// A rumour about one trustee reaches one hearer: believed intentions and honesty fall.
pub fn rumour(block: &mut Block, place: usize, lane: usize, weight: f32) {
    for facet in &mut block.relations[place].facets[2..] {
        facet.0[lane] = (facet.0[lane] * (1.0 - weight)).max(0.01);
    }
}
