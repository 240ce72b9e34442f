//! # Spread
//!
//! Who tells whom about whom today, and what the hearer makes of it. Everyone speaks from what was believed at the end of
//! the working day; only then does anyone take in what was heard.

use super::desk::Glimpse;
use super::processor::{Kernel, Processor};
use super::scratch::{News, Scratch};
use super::terms::Terms;
use crate::organisation::{Block, Narrow, Organisation, Relation, View, lanes, referent};
use crate::random::{Page, halves};
use crate::theory::belief::LEAST;
use crate::theory::larger;
use crate::theory::referent::Referent;
use crate::theory::spread::hearsay;

/// Gossip within the teams of one block, and what came across from other teams this morning.
#[inline(never)] // so that a profile shows the step under its name
pub fn step(block: &mut Block, terms: &Terms, scratch: &mut Scratch, processor: Processor) {
    processor.run(Gossip { block, terms, scratch });
}

struct Gossip<'a> {
    block: &'a mut Block,
    terms: &'a Terms,
    scratch: &'a mut Scratch,
}

impl Kernel for Gossip<'_> {
    #[inline(always)]
    fn run(self) {
        let Self { block, terms, scratch } = self;
        let mut news = std::mem::take(&mut scratch.news);
        for i in 0..block.seats {
            for lane in lanes(scratch.hears[i]) {
                if let Some(told) = tell(block, terms, i, lane, scratch) {
                    news.push(told);
                }
            }
        }
        block.count.hearsay += news.len() as u64;
        for news in news.drain(..) {
            hear(block, terms, &news);
        }
        scratch.news = news;
    }
}

/// Someone in the team speaks to `i` about a third, or about top management.
#[inline(always)]
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
    let who = referent(teller, about);
    let about = block.trustee(teller, about);
    let (theirs, own) = (block.toward(teller, about), block.toward(i, about));
    let voice = if teller == 0 { terms.leader_voice } else { 1.0 };
    let hold = terms.hearsay * voice * scratch.trust[block.pair(i, teller)].0[lane];
    Some(News { place: own, lane, hold, even: terms.even_facet[who], told: block.view(theirs, lane) })
}

/// News about top management that comes over a tie from another team; reads it as it was this morning.
pub fn from_across(organisation: &Organisation, number: usize, glimpse: Glimpse, partner: u32, terms: &Terms) -> Option<News> {
    let block = &organisation.blocks[number];
    let (i, tie, lane) = glimpse.at();
    let at = organisation.at_address(partner);
    let theirs = &organisation.blocks[at.block];
    if !theirs.is_present(at.seat, at.lane) {
        return None;
    }
    let trust = super::trust::single(block, block.across(i, tie), lane, i, terms.impact[Referent::Colleague], terms);
    let told = theirs.view(theirs.with_top(at.seat), at.lane);
    Some(News { place: block.with_top(i), lane, hold: terms.hearsay * trust, even: terms.even_facet[Referent::Top], told })
}

/// The hearer takes in what was told: a fresh wound stays fresh, an old scar stays old.
#[inline(always)]
fn hear(block: &mut Block, terms: &Terms, news: &News) {
    let News { place, lane, hold, even, told: View { facets, chance, wound, scar } } = *news;
    let Relation { facets: own, chance: own_chance, .. } = &mut block.relations[place];
    let before = own.each_ref().map(|facet| facet.get(lane));
    let heard = std::array::from_fn(|f| larger(before[f] + hearsay(before[f], facets[f], even, hold, &terms.talk, -1.0), LEAST));
    Narrow::set_each(own, lane, heard);
    let before = own_chance.get(lane);
    own_chance.set(lane, before + hearsay(before, chance, terms.chance_base, hold, &terms.talk, 1.0));
    if wound.iter().chain(&scar).any(|&told| told > 0.0) {
        hear_of_damage(block, news);
    }
}

fn hear_of_damage(block: &mut Block, news: &News) {
    let News { place, lane, hold, told: View { wound, scar, .. }, .. } = *news;
    let own = block.damage(place, lane);
    let mut after = own;
    let nearer = |told: f32, own: f32| hold.min(1.0) * (told - own).max(0.0);
    for pair in 0..2 {
        after.wound[pair] += nearer(wound[pair], own.wound[pair]);
        let scar = own.scar[pair] + nearer(scar[pair], own.scar[pair]);
        after.scar[pair] = scar.min(1.0 - after.wound[pair]).max(own.scar[pair]);
    }
    if after != own {
        block.set_damage(place, lane, after);
    }
}

/// A rumour about one trustee reaches one hearer: believed intentions and honesty fall.
pub fn rumour(block: &mut Block, place: usize, lane: usize, weight: f32) {
    for facet in &mut block.relations[place].facets[2..] {
        facet.set(lane, (facet.get(lane) * (1.0 - weight)).max(LEAST));
    }
}
