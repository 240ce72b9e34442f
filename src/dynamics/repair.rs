//! # Repair
//!
//! When repairs start, whom they reach, and what they do while they run. A repair answers all breaches of one event on one
//! day together: each offender who is still there apologises, but the organisation reforms its rules once. The books have one
//! row for each person who does it, or who is replaced, and one for what nobody in particular does; what is not done, because the
//! offender has gone or nothing was broken, stands in the diary as such and costs nothing. What runs is paid day by day, so that a
//! repair that is broken off, because who does it leaves or the run ends, costs what was done of it.

use super::affairs::{Bill, Due, Note, Offence, Running, What};
use super::ledger;
use super::turnover;
use super::world::World;
use crate::organisation::{At, Block, LANES};
use crate::scenario::{Audience, ByReferent, Referent, Repair, RepairKind, Teams, When, is_month};
use crate::theory::breach::BreachKind;
use crate::theory::cost;
use crate::theory::repair::{self, Cause, Level, Pay};

/// Repairs that this morning's breaches, surveys and calendar call for.
pub fn called_for(world: &mut World, first_new: usize) {
    if !world.scenario.mechanisms.repair {
        return;
    }
    let day = world.organisation.day;
    for (index, repair) in world.scenario.repairs.iter().enumerate().filter(|(_, repair)| repair.strength > 0.0) {
        let (prompted, delay) = match &repair.when {
            When::Days(days) => (days.contains(&day), 0),
            When::TrustBelow { referent, share, delay } => (world.trust_is_below(index, *referent, *share), *delay),
            When::After { delay, .. } | When::AfterBreach { delay, .. } => (false, *delay),
            When::PerYear(_) => (false, 0),
        };
        let answers = match &repair.when {
            When::After { event, .. } => new_breaches(world, first_new, |h| h.event == *event as u32),
            When::AfterBreach { by, severity, .. } => {
                new_breaches(world, first_new, |h| by.is_none_or(|by| by == h.by) && h.severity >= *severity)
            }
            _ if prompted => latest(world, repair),
            _ => Vec::new(),
        };
        if prompted || !answers.is_empty() {
            world.affairs.due.push(Due { day: day + delay, repair: index, answers });
        }
    }
}

fn new_breaches(world: &World, first_new: usize, fits: impl Fn(&Offence) -> bool) -> Vec<usize> {
    (first_new..world.affairs.happened.len()).filter(|&index| fits(&world.affairs.happened[index])).collect()
}

/// For each offender that a repair addresses, the latest breach.
fn latest(world: &World, repair: &Repair) -> Vec<usize> {
    let teams = world.teams(&repair.teams, world.organisation.dice.of(&repair.id));
    let mut seen: Vec<Option<At>> = Vec::new();
    let mut found = Vec::new();
    for (index, happened) in world.affairs.happened.iter().enumerate().rev() {
        let concerns = happened.offender.is_none_or(|at| teams.binary_search(&world.team(at)).is_ok());
        if happened.by == repair.by && concerns && !seen.contains(&happened.offender) {
            seen.push(happened.offender);
            found.push(index);
        }
    }
    found.reverse();
    found
}

/// Starts what is due today and lets run what runs.
pub fn step(world: &mut World) {
    let day = world.organisation.day;
    let (now, later): (Vec<Due>, Vec<Due>) = std::mem::take(&mut world.affairs.due).into_iter().partition(|due| due.day <= day);
    world.affairs.due = later;
    for running in std::mem::take(&mut world.affairs.running) {
        if running.until >= day {
            pay(world, &running);
            run(world, &running);
            world.affairs.running.push(running);
        } else {
            end(world, &running);
        }
    }
    for due in now {
        start(world, due);
    }
    world.book(ByReferent::all(ledger::Cause::Repair));
}

fn start(world: &mut World, due: Due) {
    let scenario = world.scenario;
    let repair = &scenario.repairs[due.repair];
    let day = world.organisation.day;
    let (hands, missed) = hands(world, repair, &due.answers);
    for offender in missed {
        note(world, due.repair, What::RepairNotDone, offender, 0.0);
    }
    let bills: Vec<Bill> = match &hands {
        Hands::Nobody => return,
        Hands::People(people) => {
            let doers: Vec<Doer> = people.iter().map(|person| Some((*person, world.generation_of(*person)))).collect();
            let pays_for: Vec<f64> = people.iter().map(|person| pays_for(world, repair, *person, &due.answers)).collect();
            doers.into_iter().zip(pays_for).map(|(doer, people)| book(world, due.repair, doer, people)).collect()
        }
        Hands::Organisation { reached } => vec![book(world, due.repair, None, *reached)],
    };
    let worth: Vec<f64> = due.answers.iter().map(|&answer| start_for(world, due.repair, answer)).collect();
    if repair.what == RepairKind::PolicyReform {
        for (level, raise) in world.organisation.practices.iter_mut().zip(repair.raises) {
            *level = (*level + raise * repair.strength * repair.sincerity).clamp(0.0, 1.0);
        }
        world.renew_terms();
    }
    if let (true, RepairKind::LeaderReplacement, Hands::People(people)) = (due.answers.is_empty(), repair.what, &hands) {
        for &person in people {
            replace(world, person, repair.strength, due.repair);
        }
    }
    if runs(repair.what) {
        let until = day + repair.duration.max(1) - 1;
        let bills = if paid_for(repair) > 1 { bills } else { Vec::new() };
        let running = Running { repair: due.repair, until, answers: due.answers, worth, bills };
        run(world, &running);
        world.affairs.running.push(running);
    }
}

/// Who does a repair.
enum Hands {
    /// Nobody: it is not done.
    Nobody,
    /// These (`None`: top management), or it replaces them.
    People(Vec<Option<At>>),
    /// The organisation, for so many people.
    Organisation {
        /// People present whom it reaches.
        reached: f64,
    },
}

/// Who did a repair or should have: the seat (`None`: top management) and the generation; `None` where it is no person.
type Doer = Option<(Option<At>, u32)>;

/// Who does a repair that answers these breaches, and who should have and cannot.
fn hands(world: &World, repair: &Repair, answers: &[usize]) -> (Hands, Vec<Doer>) {
    let happened = |answer: &usize| &world.affairs.happened[*answer];
    if repair.what.pay() == Pay::Reached {
        if answers.is_empty() && repair.what.needs_a_breach() {
            return (Hands::Nobody, vec![None]);
        }
        return (Hands::Organisation { reached: people_reached(world, repair, answers) }, Vec::new());
    }
    let (mut people, mut missed): (Vec<Option<At>>, Vec<Doer>) = (Vec::new(), Vec::new());
    for offence in answers.iter().map(happened) {
        let leads = offence.offender.is_none_or(|at| at.seat == 0);
        let can = world.is_still_there(offence.offender, offence.generation) && (leads || repair.what.pay() != Pay::Replaced);
        let absent = Some((offence.offender, offence.generation));
        if can && !people.contains(&offence.offender) {
            people.push(offence.offender);
        } else if !can && !missed.contains(&absent) {
            missed.push(absent);
        }
    }
    if answers.is_empty() && repair.what.pay() == Pay::Replaced {
        match repair.by {
            Referent::Top => people.push(None),
            Referent::Leader => {
                let posts = world.teams(&repair.teams, world.organisation.dice.of(&repair.id)).into_iter();
                let posts = posts.map(|team| world.organisation.at(team, 0));
                let (there, empty): (Vec<At>, Vec<At>) = posts.partition(|at| world.organisation.blocks[at.block].is_present(0, at.lane));
                people.extend(there.into_iter().map(Some));
                missed.extend(empty.into_iter().map(|at| Some((Some(at), world.generation(at)))));
            }
            Referent::Colleague => {}
        }
    }
    if people.is_empty() && missed.is_empty() {
        missed.push(None);
    }
    (if people.is_empty() { Hands::Nobody } else { Hands::People(people) }, missed)
}

/// People by whom the price of what one person does goes: that person, or all who sit in the dialogue about what this person broke.
fn pays_for(world: &World, repair: &Repair, person: Option<At>, answers: &[usize]) -> f64 {
    if repair.what.pay() != Pay::Present {
        return 1.0;
    }
    let own: Vec<usize> = answers.iter().copied().filter(|&answer| world.affairs.happened[answer].offender == person).collect();
    let (teams, alone) = around(world, repair, &own);
    let among = person.is_some_and(|at| teams.binary_search(&world.team(at)).is_ok() || alone.contains(&at));
    heads(world, &teams, &alone) + if among { 0.0 } else { 1.0 }
}

/// People present whom a repair by the organisation reaches: all for what changes the rules or the ways of everybody, else those around
/// the breaches that it answers, each once.
fn people_reached(world: &World, repair: &Repair, answers: &[usize]) -> f64 {
    if !repair.what.needs_a_breach() {
        return f64::from(world.organisation.headcount());
    }
    let (teams, alone) = around(world, repair, answers);
    heads(world, &teams, &alone)
}

/// The teams that a repair of these breaches reaches, and the victims in other teams, each once.
fn around(world: &World, repair: &Repair, answers: &[usize]) -> (Vec<u32>, Vec<At>) {
    let (mut teams, mut victims): (Vec<u32>, Vec<At>) = (Vec::new(), Vec::new());
    for offence in answers.iter().map(|&answer| &world.affairs.happened[answer]) {
        match offence.victim.filter(|_| repair.reach == Audience::Victim) {
            Some(victim) => victims.push(victim),
            None => teams.extend(teams_reached(world, repair, offence)),
        }
    }
    teams.sort_unstable();
    teams.dedup();
    let mut alone: Vec<At> = Vec::new();
    for victim in victims {
        let there = world.organisation.blocks[victim.block].is_present(victim.seat, victim.lane);
        if there && !alone.contains(&victim) && teams.binary_search(&world.team(victim)).is_err() {
            alone.push(victim);
        }
    }
    (teams, alone)
}

/// People present in these teams, and these.
fn heads(world: &World, teams: &[u32], alone: &[At]) -> f64 {
    let heads = |team: &u32| {
        let at = world.organisation.at(*team, 0);
        world.organisation.blocks[at.block].headcount(at.lane)
    };
    f64::from(teams.iter().map(heads).sum::<u32>()) + alone.len() as f64
}

/// Days over which the price of a repair is paid. A denial is said once; what runs is the time until it is found out.
fn paid_for(repair: &Repair) -> u32 {
    if runs(repair.what) && repair.what != RepairKind::Denial { repair.duration.max(1) } else { 1 }
}

/// Books one more day of a repair that runs; who has gone does no more of it and costs no more.
fn pay(world: &mut World, running: &Running) {
    for bill in &running.bills {
        if bill.by.is_none_or(|(at, generation)| world.is_still_there(at, generation)) {
            world.organisation.totals.cost_repair += bill.daily;
            world.affairs.diary[bill.note].size += bill.daily;
        }
    }
}

/// Books a repair by one person, or (`None`) by the organisation, that is paid for so many people, and the first day of its price.
fn book(world: &mut World, index: usize, by: Doer, people: f64) -> Bill {
    let repair = &world.scenario.repairs[index];
    let price = cost::repair(&world.scenario.parameters.cost, repair.what, repair.cost, people);
    let daily = price / f64::from(paid_for(repair));
    world.organisation.totals.cost_repair += daily;
    world.organisation.totals.repairs += 1;
    note(world, index, What::Repair, by, daily);
    Bill { by, daily, note: world.affairs.diary.len() - 1 }
}

fn note(world: &mut World, index: usize, what: What, who: Doer, price: f64) {
    let at = who.and_then(|(at, _)| at);
    let note = Note {
        id: world.scenario.number_of_repair(index),
        kind: world.scenario.repairs[index].what as u8,
        seat: at.map_or(u32::MAX, |at| world.organisation.seat_number(at)),
        generation: who.map_or(0, |(_, generation)| generation),
        team: at.map_or(u32::MAX, |at| world.team(at)),
        size: price,
        ..Note::of(world.organisation.day, what)
    };
    world.affairs.diary.push(note);
}

/// Whether a repair goes on after its first day.
fn runs(what: RepairKind) -> bool {
    use RepairKind as R;
    matches!(
        what,
        R::VisibleLeadership
            | R::ChangedConduct
            | R::ConsistentSupport
            | R::PolicyReform
            | R::CultureProgramme
            | R::IndependentInvestigation
            | R::Denial
    )
}

/// What a repair does at once for one breach; returns what it is worth each day or at its end.
fn start_for(world: &mut World, index: usize, answer: usize) -> f64 {
    use RepairKind as R;
    let scenario = world.scenario;
    let repair = &scenario.repairs[index];
    let (law, healing, day) = (&scenario.parameters.restoring, &scenario.parameters.healing, world.organisation.day);
    let happened = world.affairs.happened[answer].clone();
    if repair.what.pay() != Pay::Reached && !world.is_still_there(happened.offender, happened.generation) {
        return 0.0; // nobody can say sorry for a predecessor, nor be replaced for one
    }
    let cause = Cause {
        by: happened.by,
        kind: happened.kind,
        severity: happened.severity,
        intentional: happened.intentional,
        deception: happened.deception,
        team: happened.audience != Audience::Victim,
        used_before: world.affairs.use_again(happened.offender, happened.generation, repair.what),
    };
    let fit = &scenario.parameters.repair_fit.of(repair.what);
    let sincere = repair::sincere(law, repair.sincerity);
    let worth = repair::worth(law, fit, repair.what, &cause) * repair.strength;
    let heals = repair::heals(law, fit, repair.what, &cause, repair.sincerity) * repair.strength;
    let days = |days: f64| (days * (worth * sincere).clamp(0.0, 1.0)) as u32;
    match repair.what {
        R::IndependentInvestigation => return heals,
        R::Promise => {
            // However well it fits, it is watched: that is what makes breaking it worse.
            let heeded = if cause.deception { law.words_deception } else { 1.0 };
            let watched = (healing.probation_days * repair.strength * sincere.clamp(0.0, 1.0) * heeded) as u32;
            each_standing(world, &happened, |standing, lane| {
                standing.probation_until[lane] = standing.probation_until[lane].max(day + watched);
            });
        }
        R::Explanation => each_standing(world, &happened, |standing, lane| standing.explained_until[lane] = day + days(law.explained_days)),
        R::OpenAcknowledgement => calm(world, &happened, days(law.calm_acknowledged)),
        R::FacilitatedDialogue => calm(world, &happened, days(law.calm_dialogue)),
        R::VisibleLeadership => calm(world, &happened, days(repair.duration as f64)),
        R::ChangedConduct => lift(world, &happened, law.better_conduct * worth * repair.sincerity),
        R::LeaderReplacement => replace(world, happened.offender, worth, index),
        _ => {}
    }
    heal(world, repair, &happened, heals);
    match repair.what {
        R::VisibleLeadership | R::ConsistentSupport => law.daily_support * worth * sincere,
        R::ChangedConduct => worth,
        R::PolicyReform | R::CultureProgramme => worth * sincere,
        _ => 0.0,
    }
}

/// One day of a repair that runs.
fn run(world: &mut World, running: &Running) {
    use RepairKind as R;
    let scenario = world.scenario;
    let repair = &scenario.repairs[running.repair];
    let law = &scenario.parameters.restoring;
    for (&answer, &worth) in running.answers.iter().zip(&running.worth) {
        let happened = world.affairs.happened[answer].clone();
        match repair.what {
            R::VisibleLeadership | R::ConsistentSupport => heal(world, repair, &happened, worth),
            R::PolicyReform | R::CultureProgramme => {
                heal(world, repair, &happened, worth * law.structure_daily);
                reassure(world, repair, &happened, worth * law.structure_chance);
            }
            _ => {}
        }
    }
    if repair.what == R::CultureProgramme {
        world.organisation.culture += law.culture_conduct * repair.strength * repair.sincerity / repair.duration.max(1) as f64;
        world.renew_terms();
    }
}

/// What happens when a repair ends.
fn end(world: &mut World, running: &Running) {
    let scenario = world.scenario;
    let repair = &scenario.repairs[running.repair];
    let law = &scenario.parameters.restoring;
    for (&answer, &worth) in running.answers.iter().zip(&running.worth) {
        let happened = world.affairs.happened[answer].clone();
        match repair.what {
            RepairKind::ChangedConduct => lift(world, &happened, -law.better_conduct * worth * repair.sincerity),
            RepairKind::IndependentInvestigation => {
                heal(world, repair, &happened, worth);
                reassure(world, repair, &happened, worth);
            }
            RepairKind::Denial if repair.proves_false => {
                world.affairs.pending.push(Offence {
                    day: world.organisation.day,
                    event: u32::MAX,
                    by: happened.by,
                    offender: happened.offender,
                    generation: happened.generation,
                    victim: happened.victim,
                    teams: happened.teams,
                    kind: BreachKind::Integrity,
                    severity: happened.severity * law.denial_refuted * repair.strength,
                    intentional: true,
                    deception: true,
                    audience: repair.reach,
                });
            }
            _ => {}
        }
    }
}

/// Heals (or, where negative, deepens) a share of the wounds of those whom the repair reaches, and of their scars as far as this
/// repair goes that deep. What is mended here, a repetition opens again. Who is healed feels less wronged, who is harmed more.
fn heal(world: &mut World, repair: &Repair, happened: &Offence, share: f64) {
    if share.abs() < 1e-12 {
        return;
    }
    let structural = repair.what.row().level == Level::Organisation;
    let scars = (share.max(0.0) * repair::depth(&world.scenario.parameters.restoring, repair.what)).min(1.0) as f32;
    let (share, soothes) = (share.min(1.0) as f32, world.scenario.parameters.restoring.soothes as f32);
    reached(world, repair, happened, structural, |block, place, lane| {
        let mut damage = block.damage(place, lane);
        if damage.is_none() {
            return;
        }
        for pair in 0..2 {
            let (wound, scar) = (damage.wound[pair], damage.scar[pair]);
            let room = (1.0 - wound - scar).max(0.0);
            let healed = if share >= 0.0 { share * wound } else { share * room * wound };
            damage.wound[pair] -= healed;
            damage.scar[pair] -= scars * scar;
            damage.sealed[pair] *= 1.0 - scars;
            damage.mended[pair] = (damage.mended[pair] + healed.max(0.0) + scars * scar).min(1.0);
        }
        let soothed = damage.injury * (soothes * share).clamp(0.0, 1.0);
        damage.injury -= soothed;
        damage.mended[2] = (damage.mended[2] + soothed).min(1.0);
        block.set_damage(place, lane, damage);
    });
}

/// Lowers the perceived chance of betrayal, by making it less possible.
fn reassure(world: &mut World, repair: &Repair, happened: &Offence, share: f64) {
    let floor = (world.scenario.parameters.quotient.chance_base * world.scenario.parameters.restoring.structure_floor) as f32;
    reached(world, repair, happened, true, |block, place, lane| {
        let chance = &mut block.relations[place].chance;
        let before = chance.get(lane);
        chance.set(lane, before - (share as f32).clamp(0.0, 1.0) * (before - floor).max(0.0));
    });
}

/// Visits every relation to the offender (and, for structural repairs, to top management) of those whom a repair reaches.
fn reached(world: &mut World, repair: &Repair, happened: &Offence, structural: bool, mut visit: impl FnMut(&mut Block, usize, usize)) {
    let teams = teams_reached(world, repair, happened);
    let same_person = happened.offender.is_none() || world.is_still_there(happened.offender, happened.generation);
    for team in teams {
        let place = world.organisation.at(team, 0);
        let home = happened.offender.is_some_and(|at| at.block == place.block && at.lane == place.lane);
        let block = &mut world.organisation.blocks[place.block];
        for i in 0..block.sizes[place.lane] as usize {
            let only = repair.reach == Audience::Victim;
            if only && happened.victim.is_some_and(|victim| victim != At { seat: i, ..place }) {
                continue;
            }
            match happened.offender {
                Some(at) if home && same_person && i != at.seat => visit(block, block.pair(i, at.seat), place.lane),
                None => visit(block, block.with_top(i), place.lane),
                _ => {}
            }
            if structural && home {
                visit(block, block.with_top(i), place.lane);
            }
        }
    }
}

/// The teams of those whom a repair reaches when it answers this breach.
fn teams_reached(world: &World, repair: &Repair, happened: &Offence) -> Vec<u32> {
    match happened.offender {
        Some(at) => world.audience(world.team(at), repair.reach),
        None if happened.teams.is_empty() || repair.reach == Audience::Organisation => world.teams(&Teams::All, world.organisation.dice),
        None => happened.teams.clone(),
    }
}

fn each_standing(world: &mut World, happened: &Offence, mut set: impl FnMut(&mut crate::organisation::Standing, usize)) {
    match happened.offender {
        Some(at) if world.generation(at) != happened.generation => {}
        Some(at) => set(&mut world.organisation.blocks[at.block].standing[at.seat], at.lane),
        None => {
            for block in &mut world.organisation.blocks {
                let top = block.top();
                (0..crate::organisation::LANES).for_each(|lane| set(&mut block.standing[top], lane));
            }
        }
    }
}

fn calm(world: &mut World, happened: &Offence, days: u32) {
    let until = world.organisation.day + days;
    each_standing(world, happened, |standing, lane| standing.calm_until[lane] = standing.calm_until[lane].max(until));
}

/// Raises the offender's real conduct, if the offender is still there.
fn lift(world: &mut World, happened: &Offence, more: f64) {
    match happened.offender {
        Some(at) if world.generation(at) == happened.generation => {
            world.organisation.blocks[at.block].seat[at.seat].lift.0[at.lane] += more as f32;
        }
        None if world.organisation.top.generation == happened.generation => world.organisation.top.lift += more,
        _ => {}
    }
}

/// Another person in the post: a new relation, whose first impression is tinted by the old one, the less the better the replacement
/// fits what was done. What was still a wound has settled: nobody is left who could make it good.
fn replace(world: &mut World, offender: Option<At>, worth: f64, index: usize) {
    let id = world.scenario.number_of_repair(index);
    let tint = repair::tint(&world.scenario.parameters.restoring, worth) as f32;
    let day = world.organisation.day;
    if let Some(at) = offender {
        if at.seat != 0 {
            return; // only leaders are replaced
        }
        let old = world.damage_about(at);
        turnover::replace_leader(world, at, id);
        let block = &mut world.organisation.blocks[at.block];
        for (i, damage) in old {
            block.set_damage(block.pair(i, 0), at.lane, damage.settled().faded(tint));
        }
        return;
    }
    world.organisation.top.generation += 1;
    world.organisation.top.conduct = world.scenario.people.top_conduct;
    world.organisation.top.lift = 0.0;
    let (scenario, dice) = (world.scenario, world.organisation.dice);
    for block in &mut world.organisation.blocks {
        let top = block.top();
        block.standing[top] = crate::organisation::Standing::NONE;
        for lane in 0..crate::organisation::LANES {
            for i in 0..block.sizes[lane] as usize {
                let place = block.with_top(i);
                let old = block.damage(place, lane);
                block.meet(scenario, dice, day, i, i, lane);
                block.set_damage(place, lane, old.settled().faded(tint));
            }
        }
    }
    world.affairs.diary.push(Note { id, generation: world.organisation.top.generation, ..Note::of(day, What::LeaderReplaced) });
}

/// Whether surveys are looked at today for repairs that wait for trust to fall: on survey days and about each month.
pub fn looked_at(day: u32, surveys: &[u32]) -> bool {
    surveys.contains(&day) || (day > 0 && is_month(day))
}

impl World<'_> {
    /// Whether the share of people who trust a referent has fallen below a line, on a day when that is looked at. A repair
    /// is called once in `restoring.pause_days` at most.
    fn trust_is_below(&mut self, repair: usize, referent: Referent, line: f64) -> bool {
        let day = self.organisation.day;
        let pause = self.scenario.parameters.restoring.pause_days;
        let recently = self.affairs.triggered[repair].is_some_and(|before| f64::from(day - before) < pause);
        if recently || !looked_at(day, &self.scenario.run.surveys) {
            return false;
        }
        let (mut trusting, mut asked) = (0_u64, 0_u64);
        for seat in self.organisation.blocks.iter().flat_map(|block| &block.seat) {
            let trust = &seat.trust[referent].0;
            for lane in (0..LANES).filter(|&lane| seat.present.0[lane] > 0.0 && !trust[lane].is_nan()) {
                asked += 1;
                trusting += u64::from(trust[lane] >= self.terms.cut);
            }
        }
        let below = asked > 0 && (trusting as f64) < line * asked as f64;
        if below {
            self.affairs.triggered[repair] = Some(day);
        }
        below
    }
}
