//! # Spread
//!
//! Who tells whom about whom today, and what the hearer makes of it. Everyone speaks from what was believed at the end of
//! the working day; only then does anyone take in what was heard.

use super::behaviour::Glimpse;
use super::scratch::{News, Scratch};
use super::terms::Terms;
use crate::organisation::{Block, Organisation, View, lanes};
use crate::random::{Page, halves};
use crate::theory::belief::LEAST;
use crate::theory::spread::hearsay;

/// Gossip within the teams of one block, and what came across from other teams this morning.
pub fn step(block: &mut Block, terms: &Terms, scratch: &mut Scratch) {
    for i in 0..block.seats {
        for lane in lanes(scratch.hears[i]) {
            let told = tell(block, terms, i, lane, scratch);
            scratch.news.extend(told);
        }
    }
    block.count.hearsay += scratch.news.len() as u64;
    for news in scratch.news.drain(..) {
        hear(block, terms, &news);
    }
}

/// Someone in the team speaks to `i` about a third, or about top management.
fn tell(block: &Block, terms: &Terms, i: usize, lane: usize, scratch: &Scratch) -> Option<News> {
    let size = block.sizes[lane] as f32;
    let [teller, about] = halves(scratch.keys.bits(Page::Teller, lane, i, 0)).map(|draw| (draw * size) as usize);
    if teller == i || !block.is_present(teller, lane) || !block.is_tied(i, teller, lane) {
        return None;
    }
    if about == i || (about != teller && !block.is_present(about, lane)) {
        return None;
    }
    // Speaking about oneself makes no gossip: that place of the draw goes to top management.
    let (theirs, own) =
        if about == teller { (block.pair(teller, teller), block.pair(i, i)) } else { (block.pair(teller, about), block.pair(i, about)) };
    let voice = if teller == 0 { terms.leader_voice } else { 1.0 };
    let hold = terms.hearsay * voice * scratch.trust[i * block.seats + teller].0[lane];
    Some(News { place: own, lane, hold, told: block.view(theirs, lane) })
}

/// News about top management that comes over a tie from another team; reads it as it was this morning.
pub fn from_across(organisation: &Organisation, number: usize, glimpse: Glimpse, partner: u32, terms: &Terms) -> Option<News> {
    let block = &organisation.blocks[number];
    let Glimpse { seat: i, tie, lane, .. } = glimpse;
    let at = organisation.at_address(partner);
    let theirs = &organisation.blocks[at.block];
    if !theirs.is_present(at.seat, at.lane) {
        return None;
    }
    let trust = super::trust::single(block, block.across(i, tie), lane, i, terms.impact[0], terms);
    let told = theirs.view(theirs.pair(at.seat, at.seat), at.lane);
    Some(News { place: block.pair(i, i), lane, hold: terms.hearsay * trust, told })
}

/// The hearer moves towards what was told: a fresh wound stays fresh, an old scar stays old.
fn hear(block: &mut Block, terms: &Terms, news: &News) {
    let News { place, lane, hold, told: View { facets, chance, wound, scar } } = *news;
    let own = block.damage(place, lane);
    let relation = &mut block.relations[place];
    for (own, told) in relation.facets.iter_mut().zip(facets) {
        own.set(lane, own.get(lane) + hearsay(own.get(lane), told, hold, terms.good_news, -1.0));
    }
    let own_chance = relation.chance.get(lane);
    relation.chance.set(lane, own_chance + hearsay(own_chance, chance, hold, terms.good_news, 1.0));
    let worse = |told: [f32; 2], own: [f32; 2]| [0, 1].map(|pair: usize| hold.min(1.0) * (told[pair] - own[pair]).max(0.0));
    let (fresh, old) = (worse(wound, own.wound), worse(scar, own.scar));
    if fresh.iter().chain(&old).any(|&more| more > 0.0) {
        let mut after = own;
        for pair in 0..2 {
            after.wound[pair] += fresh[pair];
            after.scar[pair] = (own.scar[pair] + old[pair]).min(1.0 - after.wound[pair]).max(own.scar[pair]);
        }
        block.set_damage(place, lane, after);
    }
}

/// A rumour about one trustee reaches one hearer: believed intentions and honesty fall.
pub fn rumour(block: &mut Block, place: usize, lane: usize, weight: f32) {
    for facet in &mut block.relations[place].facets[2..] {
        facet.set(lane, (facet.get(lane) * (1.0 - weight)).max(LEAST));
    }
}
