//! # Behaviour
//!
//! The day's contacts and acts: who meets whom, how well it is done, and what is believed afterwards.
//!
//! Each person's day has at most one theme, the same for all who meet that person: what is shown varies over days, what is
//! seen of it over pairs. This is a tenth of the draws of choosing anew for each pair, and the same in the long run for every
//! relation. Over ties across nobody fits or clashes: too little is seen of one another.

use super::desk::{Desk, Glimpse, Sighting};
use super::healing::{self, PairDamage};
use super::prefetch::prefetch;
use super::processor::Kernel;
use super::scratch::{Acts, Face, Keys, Scratch, Trustee};
use super::spread;
use super::state::{State, Today};
use super::terms::{THEMES, Telling, Terms};
use crate::organisation::{Block, Dither, LANES, Lane, MOST_ACTS, Narrow, Relation, STEPS, Top, lanes, mask, referent, role};
use crate::random::{Dice, Page, Purpose, bits, halves, of_two, uniform};
use crate::scenario::WEEK;
use crate::theory::behaviour;
use crate::theory::belief;
use crate::theory::contact;
use crate::theory::impression;
use crate::theory::outcome::{ENGAGEMENT, STRAIN};
use crate::theory::referent::Referent;
use crate::theory::smaller;

/// What each person, and top management, shows today, and how likely it is done well; who hears gossip.
#[inline(never)] // so that a profile shows the step under its name
pub fn plan(block: &Block, today: &Today, scratch: &mut Scratch) {
    let Today { terms, dice, day, .. } = *today;
    scratch.keys = Keys::of(block, dice, day);
    top_day(&mut scratch.trustees[block.top()], &today.top, terms, dice, day);
    let top_lift = Lane::all(today.top.lift as f32);
    today.processor.run(PlanDay { block, faces: today.faces, terms, day, top_lift, scratch });
}

/// Lives the contacts of one day in one block.
#[inline(never)] // so that a profile shows the step under its name
pub fn step(block: &mut Block, today: &Today, scratch: &mut Scratch) {
    today.processor.run(Contacts { block, terms: today.terms, dither: Dither::of(today.day), scratch });
}

struct PlanDay<'a> {
    block: &'a Block,
    faces: &'a [Face],
    terms: &'a Terms,
    day: u32,
    top_lift: Lane,
    scratch: &'a mut Scratch,
}

impl Kernel for PlanDay<'_> {
    #[inline(always)]
    fn run(self) {
        let Self { block, faces, terms, day, top_lift, scratch } = self;
        let Scratch { keys, trustees, strangers, hears, .. } = scratch;
        let mut present = Lane::all(0.0);
        for (j, seat) in block.seat.iter().enumerate() {
            for l in 0..LANES {
                present.0[l] += seat.present.0[l];
            }
            let first = (block.first_row + j) * LANES;
            shows(block, j, &faces[first..first + LANES], terms, keys, &mut trustees[j]);
            let ready = readiness(&seat.propensity, terms);
            for (believed_of, odds) in strangers[j].iter_mut().zip(terms.stranger) {
                *believed_of = believed(&ready, odds);
            }
            hears[j] = mask(|l| uniform(keys.bits(Page::Gossip, l, j, 0)) < terms.gossip) & seat.there();
        }
        for (about, trustee) in trustees[..=block.top()].iter_mut().enumerate() {
            let (mut others, mut lift) = (present, top_lift);
            if let Some(seat) = block.seat.get(about) {
                lift = seat.lift;
                for l in 0..LANES {
                    others.0[l] -= seat.present.0[l];
                }
            }
            healing::mood(trustee, &block.standing[about], &lift, &others, terms, day);
        }
    }
}

/// What propensity does to the odds of believing well of a stranger: a factor.
#[inline(always)]
fn readiness(propensity: &Lane, terms: &Terms) -> Lane {
    let mut ready = Lane::all(0.0);
    for l in 0..LANES {
        ready.0[l] = behaviour::exp(terms.readiness * propensity.0[l]);
    }
    ready
}

/// What people of this readiness believe of a stranger, in steps, where those of middling readiness have these odds of believing well.
#[inline(always)]
fn believed(ready: &Lane, odds: f32) -> Lane {
    let mut believed = Lane::all(0.0);
    for l in 0..LANES {
        believed.0[l] = impression::of_odds(odds * ready.0[l]) * STEPS;
    }
    believed
}

/// What somebody of this propensity believes of a colleague who is a stranger.
pub fn believed_of_a_stranger(propensity: f32, terms: &Terms) -> f32 {
    impression::of_odds(terms.stranger[Referent::Colleague] * behaviour::exp(terms.readiness * propensity))
}

/// The theme of one seat's day, what an act of it tells, and the odds that it is done well.
#[inline(always)]
fn shows(block: &Block, j: usize, faces: &[Face], terms: &Terms, keys: &Keys, trustee: &mut Trustee) {
    let (seat, role) = (&block.seat[j], &terms.role[role(j)]);
    let mut which = [0; LANES];
    for (l, which) in which.iter_mut().enumerate() {
        *which = role.theme(keys.bits(Page::Agenda, l, j, 0));
    }
    let mut logit = Lane::all(0.0);
    for (l, &theme) in which.iter().enumerate() {
        let Telling { well, badly } = &role.telling[theme as usize];
        for f in 0..5 {
            (trustee.telling[f].0[l], trustee.against[f].0[l]) = (well[f], badly[f]);
        }
        let shown = (theme as usize) < role.base.len();
        trustee.shown.0[l] = if shown { 1.0 } else { 0.0 };
        if shown {
            let b = theme as usize;
            logit.0[l] = role.base[b] + (0..4).map(|f| terms.shares[b][f] * seat.conduct[f].0[l]).sum::<f32>();
        }
    }
    trustee.own = seat.own;
    let line = if j == 0 { terms.line } else { 0.0 };
    for l in 0..LANES {
        let mood = terms.pull[0] * seat.outcomes[ENGAGEMENT].0[l] - terms.pull[1] * seat.outcomes[STRAIN].0[l];
        let upward = line * (seat.trust[Referent::Top].0[l] - 0.5);
        trustee.odds.0[l] = behaviour::exp(logit.0[l] + seat.lift.0[l] + mood + upward) * trustee.shown.0[l];
    }
    for (l, face) in faces.iter().enumerate() {
        let generation = if seat.present.0[l] > 0.0 { seat.generation[l] } else { 0 };
        face.show(trustee.odds.0[l], which[l], generation);
    }
}

/// What top management shows today: the same theme for everyone.
fn top_day(trustee: &mut Trustee, top: &Top, terms: &Terms, dice: Dice, day: u32) {
    let key = dice.key(Purpose::TopConduct, day, 0);
    let role = &terms.role[Referent::Top];
    let theme = role.theme(bits(key.low, key.high, 0)) as usize;
    let Telling { well, badly } = role.telling[theme];
    (trustee.telling, trustee.against) = (well.map(Lane::all), badly.map(Lane::all));
    let shown = theme < role.base.len();
    trustee.shown = Lane::all(if shown { 1.0 } else { 0.0 });
    trustee.odds = Lane::all(if shown {
        let conduct: f32 = (0..4).map(|f| terms.shares[theme][f] * top.conduct[f] as f32).sum();
        behaviour::exp(role.base[theme] + conduct + top.lift as f32)
    } else {
        0.0
    });
}

struct Contacts<'a> {
    block: &'a mut Block,
    terms: &'a Terms,
    dither: Dither,
    scratch: &'a mut Scratch,
}

impl Kernel for Contacts<'_> {
    #[inline(always)]
    fn run(self) {
        if self.block.sealed.is_empty() { self.live::<false>() } else { self.live::<true>() }
    }
}

impl Contacts<'_> {
    #[inline(always)]
    fn live<const SEALED: bool>(self) {
        let Self { block, terms, dither, scratch } = self;
        let Scratch { keys, trust, strangers, trustees, acts, .. } = scratch;
        let keys = &keys.clone(); // a copy of our own, so that the compiler sees that writing acts does not change it
        let seats = block.seats;
        let (mut good, mut bad) = (Lane::all(0.0), Lane::all(0.0));
        for i in 0..seats {
            for j in 0..seats {
                let (place, who) = (i * seats + j, referent(i, j));
                let meeting = Meeting {
                    trust: trust[place],
                    back: trust[j * seats + i],
                    odds: trustees[block.trustee(i, j)].odds,
                    own: [trustees[i].own, trustees[j].own],
                    fit: if who == Referent::Top { 0.0 } else { terms.fit }, // top management does not know each person
                    lift: if i == 0 && who == Referent::Colleague { terms.return_to_leader } else { 0.0 },
                    reciprocity: if who == Referent::Top { 0.0 } else { terms.reciprocity },
                    contact: terms.contact[who],
                    slot: Page::Meeting.slot(i, j),
                };
                let open = block.both_there(i, j);
                acts[j] = meet(&meeting, open, keys, terms);
            }
            for j in 0..seats {
                let (place, who) = (i * seats + j, referent(i, j));
                let trustee = &trustees[block.trustee(i, j)];
                let relation = &mut block.relations[place];
                let steps = steps(&mut relation.acts, acts[j], &trustee.shown, trust[place], 1.0, terms, dither);
                let fading = Fading { daily: terms.forgetting, stranger: strangers[i][who] };
                learn(relation, steps, trustee, fading, terms.chance_easing, terms.chance_base, dither);
                good = good.plus(acts[j].well);
                bad = bad.plus(acts[j].badly.times(trustee.shown));
            }
            for j in 0..seats {
                let place = block.pair(i, j);
                let trustee = &trustees[block.trustee(i, j)];
                let Relation { wound, scar, .. } = &mut block.relations[place];
                for pair in 0..2 {
                    let sealed = if SEALED { block.sealed[place][pair] } else { Narrow::default() };
                    let before = PairDamage { wound: wound[pair], scar: scar[pair], sealed };
                    let after = healing::day::<SEALED>(before, acts[j], trustee, pair, terms, dither);
                    (wound[pair], scar[pair]) = (after.wound, after.scar);
                    if SEALED {
                        block.sealed[place][pair] = after.sealed;
                    }
                }
            }
            if i > 0 && terms.up > 0.0 {
                // An act of the leader counts in part as one of top management.
                let place = block.with_top(i);
                let relation = &mut block.relations[place];
                let steps = steps(&mut relation.acts, acts[0], &trustees[0].shown, trust[place], terms.up, terms, dither);
                learn(relation, steps, &trustees[0], Fading::NONE, 0.0, terms.chance_base, dither);
            }
        }
        let total = |lane: Lane| lane.0.iter().map(|&n| n as u64).sum::<u64>();
        block.count.acts_good += total(good);
        block.count.acts_bad += total(bad);
    }
}

/// One pair of seats, in all lanes, before they meet.
struct Meeting {
    trust: Lane,
    back: Lane,
    odds: Lane,
    own: [[u32; LANES]; 2],
    fit: f32,
    lift: f32,
    reciprocity: f32,
    contact: f32,
    slot: u32,
}

/// Whether they meet, and how well it is done.
#[inline(always)]
fn meet(meeting: &Meeting, open: Lane, keys: &Keys, terms: &Terms) -> Acts {
    let Meeting { trust, back, odds, own, fit, lift, reciprocity, contact: rate, slot } = *meeting;
    let (floor, discord) = (terms.floor, terms.discord);
    let mut acts = Acts { open, ..Acts::NONE };
    let own = std::array::from_fn::<_, LANES, _>(|l| of_two(own[0][l], own[1][l]));
    for (l, of_both) in own.into_iter().enumerate() {
        let [meets, done] = halves(keys.at(l, slot));
        let met = if meets < open.0[l] * contact::chance(rate, floor, trust.0[l], back.0[l]) { 1.0 } else { 0.0 };
        let fits = fit * behaviour::fits(of_both);
        let towards = fits + reciprocity * (back.0[l] - 0.5) - discord * (trust.0[l] - back.0[l]).abs() + lift;
        let good = if behaviour::done_well(odds.0[l] * behaviour::exp(towards), done) { met } else { 0.0 };
        acts.well.0[l] = good;
        acts.badly.0[l] = met - good;
    }
    acts
}

/// How far today's acts move what is believed: the part that all facets share.
#[derive(Clone, Copy)]
struct Steps {
    well: Lane,
    badly: Lane,
}

/// How far a day lets beliefs fade, and to what, in steps.
#[derive(Clone, Copy)]
struct Fading {
    daily: f32,
    stranger: Lane,
}

impl Fading {
    /// Nothing fades.
    const NONE: Fading = Fading { daily: 0.0, stranger: Lane::all(0.0) };
}

/// `weight` is 1 for an act of the person judged, less for one that only tints. Where nothing is `shown` no act is counted.
#[inline(always)]
fn steps(seen: &mut Narrow, acts: Acts, shown: &Lane, trust: Lane, weight: f32, terms: &Terms, dither: Dither) -> Steps {
    let ([new, old, half], confirmation) = (terms.step, terms.confirmation);
    let mut steps = Steps { well: acts.well, badly: acts.badly };
    let mut after = *seen;
    for l in 0..LANES {
        let (well, badly, before) = (acts.well.0[l], acts.badly.0[l], after.steps(l));
        let step = weight * belief::step(before, new, old, half * ACT) * belief::credence(trust.0[l], well, badly, confirmation);
        steps.well.0[l] = step * well;
        steps.badly.0[l] = step * badly;
        after.keep(l, smaller(before + weight * ACT * (well + badly) * shown.0[l], STEPS), dither);
    }
    *seen = after;
    steps
}

/// One act, in the steps in which acts are counted.
const ACT: f32 = STEPS / MOST_ACTS;

/// What is believed after the day: acts move beliefs, and the day lets them fade.
#[inline(always)]
fn learn(relation: &mut Relation, steps: Steps, trustee: &Trustee, fading: Fading, easing: f32, base: f32, dither: Dither) {
    for f in 0..4 {
        relation.facets[f] = facet(relation.facets[f], steps, trustee.telling[f], trustee.against[f], fading, dither);
    }
    relation.chance = chance(relation.chance, steps, trustee.telling[4], trustee.against[4], easing, base * STEPS, dither);
}

#[inline(always)]
fn facet(mut facet: Narrow, steps: Steps, tells: Lane, against: Lane, fading: Fading, dither: Dither) -> Narrow {
    for l in 0..LANES {
        let (well, badly) = (steps.well.0[l] * tells.0[l], steps.badly.0[l] * against.0[l]);
        facet.keep(l, belief::facet(facet.steps(l), well, badly, fading.daily, fading.stranger.0[l], STEPS), dither);
    }
    facet
}

#[inline(always)]
fn chance(mut chance: Narrow, steps: Steps, tells: Lane, against: Lane, easing: f32, base: f32, dither: Dither) -> Narrow {
    for l in 0..LANES {
        let (well, badly) = (steps.well.0[l] * tells.0[l], steps.badly.0[l] * against.0[l]);
        chance.keep(l, belief::chance(chance.steps(l), well, badly, easing, base, STEPS), dither);
    }
    chance
}

/// A week over the ties across, where acts are seldom: beliefs fade and the chance of betrayal eases, five days at once.
pub struct RestAcross<'a> {
    /// Whose ties.
    pub block: &'a mut Block,
    /// The laws.
    pub terms: &'a Terms,
    /// The last day of the week.
    pub day: u32,
}

impl Kernel for RestAcross<'_> {
    #[inline(always)]
    fn run(self) {
        let Self { block, terms, day } = self;
        let [fading, easing] = [terms.forgetting, terms.chance_easing].map(over_a_week);
        let (base, dither) = (terms.chance_base * STEPS, Dither::of(day));
        for i in 0..block.seats {
            let stranger = believed(&readiness(&block.seat[i].propensity, terms), terms.stranger[Referent::Colleague]);
            for k in 0..block.ties {
                let place = block.across(i, k);
                let Relation { facets, chance, .. } = &mut block.relations[place];
                for facet in facets {
                    for l in 0..LANES {
                        facet.keep(l, belief::facet(facet.steps(l), 0.0, 0.0, fading, stranger.0[l], STEPS), dither);
                    }
                }
                for l in 0..LANES {
                    chance.keep(l, belief::chance(chance.steps(l), 0.0, 0.0, easing, base, STEPS), dither);
                }
            }
        }
    }
}

/// What a rate per day comes to in a week.
fn over_a_week(rate: f32) -> f32 {
    1.0 - (0..WEEK).fold(1.0, |left, _| left * (1.0 - rate))
}

/// What one person sees another do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Something was shown, and done well.
    Well,
    /// Something was shown, and done badly.
    Badly,
    /// What was expected was left out.
    LeftOut,
}

impl Deed {
    /// Of what was shown, or left out.
    pub fn of(shown: bool, well: bool) -> Self {
        match (shown, well) {
            (true, true) => Deed::Well,
            (true, false) => Deed::Badly,
            (false, _) => Deed::LeftOut,
        }
    }
}

/// One deed seen by one person of somebody in another team, or a signal of a practice; `weight` is less than 1 for one that tells
/// only a part. What is left out counts as no act.
#[inline(always)]
pub fn single(relation: &mut Relation, lane: usize, deed: Deed, telling: &Telling, trust: f32, weight: f32, terms: &Terms) {
    let (well, badly) = if deed == Deed::Well { (1.0, 0.0) } else { (0.0, 1.0) };
    let [new, old, half] = terms.step;
    let seen = relation.acts.in_units(lane, MOST_ACTS);
    let step = weight * belief::step(seen, new, old, half) * belief::credence(trust, well, badly, terms.confirmation);
    let before = relation.facets.each_ref().map(|facet| facet.get(lane));
    let moved =
        std::array::from_fn(|f| belief::facet(before[f], step * well * telling.well[f], step * badly * telling.badly[f], 0.0, 0.0, 1.0));
    Narrow::set_each(&mut relation.facets, lane, moved);
    let (well, badly) = (step * well * telling.well[4], step * badly * telling.badly[4]);
    relation.chance.set(lane, belief::chance(relation.chance.get(lane), well, badly, 0.0, terms.chance_base, 1.0));
    if deed != Deed::LeftOut {
        relation.acts.set_in_units(lane, seen + weight.min(1.0), MOST_ACTS);
    }
}

/// Finds these ties: one draw each.
struct Glimpses<'a> {
    block: &'a Block,
    keys: &'a Keys,
    terms: &'a Terms,
    found: &'a mut Vec<Glimpse>,
}

impl Kernel for Glimpses<'_> {
    #[inline(always)]
    fn run(self) {
        let Self { block, keys, terms, found } = self;
        let rates = [terms.contact_across, terms.news_across];
        for (seat, holder) in block.seat.iter().enumerate() {
            let present = holder.there();
            for tie in 0..block.ties {
                for (kind, rate) in rates.into_iter().enumerate() {
                    let some = mask(|l| halves(keys.bits(Page::Across, l, seat, tie))[kind] < rate) & present;
                    for lane in lanes(some) {
                        found.push(Glimpse { seat: seat as u8, tie: tie as u8, lane: lane as u8, news: kind == 1 });
                    }
                }
            }
        }
    }
}

/// Acts across teams, and news from there: seldom, so looked at one by one. People see what others showed the day before, and
/// hear what they thought this morning. Everything is somewhere else in memory, so it is asked for first.
#[inline(never)] // so that a profile shows the step under its name
pub fn across(state: &State, number: usize, desk: &mut Desk) {
    let (organisation, terms) = (&state.organisation, &state.terms);
    let block = &organisation.blocks[number];
    let keys = Keys::of(block, organisation.dice, organisation.day);
    let Desk { glimpses: found, met, news, .. } = desk;
    found.clear();
    met.clear();
    news.clear();
    state.processor.run(Glimpses { block, keys: &keys, terms, found });
    let partner = |glimpse: &Glimpse| {
        let (seat, tie, lane) = glimpse.at();
        block.partners[seat * block.ties + tie][lane]
    };
    if let Some(next) = organisation.blocks.get(number + 1) {
        next.seat.iter().for_each(|seat| prefetch(&seat.present));
        next.partners.iter().for_each(prefetch);
    }
    organisation.blocks.get(number + 2).into_iter().for_each(prefetch);
    for glimpse in &*found {
        let (seat, tie, _) = glimpse.at();
        prefetch(&block.relations[block.across(seat, tie)]);
        if glimpse.news {
            prefetch(&organisation.blocks[organisation.at_address(partner(glimpse)).block].relations);
        } else {
            prefetch(&state.faces[partner(glimpse) as usize]);
        }
    }
    for glimpse in found.iter().filter(|glimpse| glimpse.news) {
        let at = organisation.at_address(partner(glimpse));
        let theirs = &organisation.blocks[at.block];
        prefetch(&theirs.relations[theirs.with_top(at.seat)]);
    }
    for &glimpse in &*found {
        if glimpse.news {
            news.extend(spread::from_across(organisation, number, glimpse, partner(&glimpse), terms));
        } else {
            met.extend(meeting_across(state, number, glimpse, partner(&glimpse), &keys));
        }
    }
}

fn meeting_across(state: &State, number: usize, glimpse: Glimpse, partner: u32, keys: &Keys) -> Option<Sighting> {
    let (block, terms) = (&state.organisation.blocks[number], &state.terms);
    let (seat, tie, lane) = glimpse.at();
    let (odds, theme, generation) = state.faces[partner as usize].seen()?;
    if theme == THEMES - 1 {
        return None; // there is nothing to be seen
    }
    let trust = super::trust::single(block, block.across(seat, tie), lane, seat, terms.impact[Referent::Colleague], terms);
    let [draw, _] = halves(keys.bits(Page::Across, lane, seat, tie));
    if draw >= contact::chance(terms.contact_across, terms.floor, trust, trust) {
        return None; // trust back is taken to be as one's own
    }
    let odds = odds * behaviour::exp(terms.reciprocity * (trust - 0.5));
    let well = behaviour::done_well(odds, uniform(keys.bits(Page::AcrossConduct, lane, seat, tie)));
    let role = role(state.organisation.at_address(partner).seat);
    Some(Sighting { glimpse, theme: theme as u8, role, well, trust, generation })
}
