//! # Repair
//!
//! When repairs start, whom they reach, and what they do while they run. A repair answers all breaches of one event on one
//! day together: each offender who is still there apologises, but the organisation reforms its rules once. The books have one
//! row for each person who does it, or who is replaced, and one for what nobody in particular does; what is not done, because the
//! offender has gone or nothing was broken, stands in the diary as such and costs nothing. What runs is paid day by day, so that a
//! repair that is broken off, because who does it leaves or the run ends, costs what was done of it.

use super::affairs::{Bill, DueRepair, Note, NoteKind, Offence, RunningRepair};
use super::ledger;
use super::state::State;
use super::turnover;
use crate::organisation::{At, Block, LANES};
use crate::scenario::{Audience, ByReferent, Referent, Repair, RepairKind, Teams, When, is_month};
use crate::theory::breach::BreachKind;
use crate::theory::cost;
use crate::theory::repair::{self, Grievance, Level, Pay};

/// Repairs that this morning's breaches, surveys and calendar call for.
pub fn called_for(state: &mut State, first_new: usize) {
    if !state.scenario.mechanisms.repair {
        return;
    }
    let day = state.organisation.day;
    for (index, repair) in state.scenario.repairs.iter().enumerate().filter(|(_, repair)| repair.strength > 0.0) {
        let (prompted, delay) = match &repair.when {
            When::Days(days) => (days.contains(&day), 0),
            When::TrustBelow { referent, share, delay } => (state.trust_is_below(index, *referent, *share), *delay),
            When::After { delay, .. } | When::AfterBreach { delay, .. } => (false, *delay),
            When::PerYear(_) => (false, 0),
        };
        let answers = match &repair.when {
            When::After { event, .. } => new_breaches(state, first_new, |h| h.event == *event as u32),
            When::AfterBreach { by, severity, .. } => {
                new_breaches(state, first_new, |h| by.is_none_or(|by| by == h.by) && h.severity >= *severity)
            }
            _ if prompted => latest(state, repair),
            _ => Vec::new(),
        };
        if prompted || !answers.is_empty() {
            state.affairs.due.push(DueRepair { day: day + delay, repair: index, answers });
        }
    }
}

fn new_breaches(state: &State, first_new: usize, fits: impl Fn(&Offence) -> bool) -> Vec<usize> {
    (first_new..state.affairs.happened.len()).filter(|&index| fits(&state.affairs.happened[index])).collect()
}

/// For each offender that a repair addresses, the latest breach.
fn latest(state: &State, repair: &Repair) -> Vec<usize> {
    let teams = state.teams(&repair.teams, state.organisation.dice.of(&repair.id));
    let mut seen: Vec<Option<At>> = Vec::new();
    let mut found = Vec::new();
    for (index, happened) in state.affairs.happened.iter().enumerate().rev() {
        let concerns = happened.offender.is_none_or(|at| teams.binary_search(&state.team(at)).is_ok());
        if happened.by == repair.by && concerns && !seen.contains(&happened.offender) {
            seen.push(happened.offender);
            found.push(index);
        }
    }
    found.reverse();
    found
}

/// Starts what is due today and lets run what runs.
pub fn step(state: &mut State) {
    let day = state.organisation.day;
    let (now, later): (Vec<DueRepair>, Vec<DueRepair>) = std::mem::take(&mut state.affairs.due).into_iter().partition(|due| due.day <= day);
    state.affairs.due = later;
    for running in std::mem::take(&mut state.affairs.running) {
        if running.until >= day {
            pay(state, &running);
            run(state, &running);
            state.affairs.running.push(running);
        } else {
            end(state, &running);
        }
    }
    for due in now {
        start(state, due);
    }
    state.book(ByReferent::all(ledger::Cause::Repair));
}

fn start(state: &mut State, due: DueRepair) {
    let scenario = state.scenario;
    let repair = &scenario.repairs[due.repair];
    let day = state.organisation.day;
    let (hands, missed) = hands(state, repair, &due.answers);
    for offender in missed {
        note(state, due.repair, NoteKind::RepairNotDone, offender, 0.0);
    }
    let bills: Vec<Bill> = match &hands {
        Doers::Nobody => return,
        Doers::People(people) => {
            let doers: Vec<Doer> = people.iter().map(|person| Some((*person, state.generation_of(*person)))).collect();
            let pays_for: Vec<f64> = people.iter().map(|person| pays_for(state, repair, *person, &due.answers)).collect();
            doers.into_iter().zip(pays_for).map(|(doer, people)| book(state, due.repair, doer, people)).collect()
        }
        Doers::Organisation { reached } => vec![book(state, due.repair, None, *reached)],
    };
    let worth: Vec<f64> = due.answers.iter().map(|&answer| start_for(state, due.repair, answer)).collect();
    if repair.what == RepairKind::PolicyReform {
        for (level, raise) in state.organisation.practices.iter_mut().zip(repair.raises) {
            *level = (*level + raise * repair.strength * repair.sincerity).clamp(0.0, 1.0);
        }
        state.renew_terms();
    }
    if let (true, RepairKind::LeaderReplacement, Doers::People(people)) = (due.answers.is_empty(), repair.what, &hands) {
        for &person in people {
            replace(state, person, repair.strength, due.repair);
        }
    }
    if runs(repair.what) {
        let until = day + repair.duration.max(1) - 1;
        let bills = if paid_for(repair) > 1 { bills } else { Vec::new() };
        let running = RunningRepair { repair: due.repair, until, answers: due.answers, worth, bills };
        run(state, &running);
        state.affairs.running.push(running);
    }
}

/// Who does a repair.
enum Doers {
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
fn hands(state: &State, repair: &Repair, answers: &[usize]) -> (Doers, Vec<Doer>) {
    let happened = |answer: &usize| &state.affairs.happened[*answer];
    if repair.what.pay() == Pay::Reached {
        if answers.is_empty() && repair.what.needs_a_breach() {
            return (Doers::Nobody, vec![None]);
        }
        return (Doers::Organisation { reached: people_reached(state, repair, answers) }, Vec::new());
    }
    let (mut people, mut missed): (Vec<Option<At>>, Vec<Doer>) = (Vec::new(), Vec::new());
    for offence in answers.iter().map(happened) {
        let leads = offence.offender.is_none_or(|at| at.seat == 0);
        let can = state.is_still_there(offence.offender, offence.generation) && (leads || repair.what.pay() != Pay::Replaced);
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
                let posts = state.teams(&repair.teams, state.organisation.dice.of(&repair.id)).into_iter();
                let posts = posts.map(|team| state.organisation.at(team, 0));
                let (there, empty): (Vec<At>, Vec<At>) = posts.partition(|at| state.organisation.blocks[at.block].is_present(0, at.lane));
                people.extend(there.into_iter().map(Some));
                missed.extend(empty.into_iter().map(|at| Some((Some(at), state.generation(at)))));
            }
            Referent::Colleague => {}
        }
    }
    if people.is_empty() && missed.is_empty() {
        missed.push(None);
    }
    (if people.is_empty() { Doers::Nobody } else { Doers::People(people) }, missed)
}

/// People by whom the price of what one person does goes: that person, or all who sit in the dialogue about what this person broke.
fn pays_for(state: &State, repair: &Repair, person: Option<At>, answers: &[usize]) -> f64 {
    if repair.what.pay() != Pay::Present {
        return 1.0;
    }
    let own: Vec<usize> = answers.iter().copied().filter(|&answer| state.affairs.happened[answer].offender == person).collect();
    let (teams, alone) = around(state, repair, &own);
    let among = person.is_some_and(|at| teams.binary_search(&state.team(at)).is_ok() || alone.contains(&at));
    heads(state, &teams, &alone) + if among { 0.0 } else { 1.0 }
}

/// People present whom a repair by the organisation reaches: all for what changes the rules or the ways of everybody, else those around
/// the breaches that it answers, each once.
fn people_reached(state: &State, repair: &Repair, answers: &[usize]) -> f64 {
    if !repair.what.needs_a_breach() {
        return f64::from(state.organisation.headcount());
    }
    let (teams, alone) = around(state, repair, answers);
    heads(state, &teams, &alone)
}

/// The teams that a repair of these breaches reaches, and the victims in other teams, each once.
fn around(state: &State, repair: &Repair, answers: &[usize]) -> (Vec<u32>, Vec<At>) {
    let (mut teams, mut victims): (Vec<u32>, Vec<At>) = (Vec::new(), Vec::new());
    for offence in answers.iter().map(|&answer| &state.affairs.happened[answer]) {
        match offence.victim.filter(|_| repair.reach == Audience::Victim) {
            Some(victim) => victims.push(victim),
            None => teams.extend(teams_reached(state, repair, offence)),
        }
    }
    teams.sort_unstable();
    teams.dedup();
    let mut alone: Vec<At> = Vec::new();
    for victim in victims {
        let there = state.organisation.blocks[victim.block].is_present(victim.seat, victim.lane);
        if there && !alone.contains(&victim) && teams.binary_search(&state.team(victim)).is_err() {
            alone.push(victim);
        }
    }
    (teams, alone)
}

/// People present in these teams, and these.
fn heads(state: &State, teams: &[u32], alone: &[At]) -> f64 {
    let heads = |team: &u32| {
        let at = state.organisation.at(*team, 0);
        state.organisation.blocks[at.block].headcount(at.lane)
    };
    f64::from(teams.iter().map(heads).sum::<u32>()) + alone.len() as f64
}

/// Days over which the price of a repair is paid. A denial is said once; what runs is the time until it is found out.
fn paid_for(repair: &Repair) -> u32 {
    if runs(repair.what) && repair.what != RepairKind::Denial { repair.duration.max(1) } else { 1 }
}

/// Books one more day of a repair that runs; who has gone does no more of it and costs no more.
fn pay(state: &mut State, running: &RunningRepair) {
    for bill in &running.bills {
        if bill.by.is_none_or(|(at, generation)| state.is_still_there(at, generation)) {
            state.organisation.totals.cost_repair += bill.daily;
            state.affairs.diary[bill.note].size += bill.daily;
        }
    }
}

/// Books a repair by one person, or (`None`) by the organisation, that is paid for so many people, and the first day of its price.
fn book(state: &mut State, index: usize, by: Doer, people: f64) -> Bill {
    let repair = &state.scenario.repairs[index];
    let price = cost::repair(&state.scenario.parameters.cost, repair.what, repair.cost, people);
    let daily = price / f64::from(paid_for(repair));
    state.organisation.totals.cost_repair += daily;
    state.organisation.totals.repairs += 1;
    note(state, index, NoteKind::Repair, by, daily);
    Bill { by, daily, note: state.affairs.diary.len() - 1 }
}

fn note(state: &mut State, index: usize, what: NoteKind, who: Doer, price: f64) {
    let at = who.and_then(|(at, _)| at);
    let note = Note {
        id: state.scenario.number_of_repair(index),
        kind: state.scenario.repairs[index].what as u8,
        seat: at.map_or(u32::MAX, |at| state.organisation.seat_number(at)),
        generation: who.map_or(0, |(_, generation)| generation),
        team: at.map_or(u32::MAX, |at| state.team(at)),
        size: price,
        ..Note::of(state.organisation.day, what)
    };
    state.affairs.diary.push(note);
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
fn start_for(state: &mut State, index: usize, answer: usize) -> f64 {
    use RepairKind as R;
    let scenario = state.scenario;
    let repair = &scenario.repairs[index];
    let (law, healing, day) = (&scenario.parameters.restoring, &scenario.parameters.healing, state.organisation.day);
    let happened = state.affairs.happened[answer].clone();
    if repair.what.pay() != Pay::Reached && !state.is_still_there(happened.offender, happened.generation) {
        return 0.0; // nobody can say sorry for a predecessor, nor be replaced for one
    }
    let grievance = Grievance {
        by: happened.by,
        kind: happened.kind,
        severity: happened.severity,
        intentional: happened.intentional,
        deception: happened.deception,
        team: happened.audience != Audience::Victim,
        used_before: state.affairs.use_again(happened.offender, happened.generation, repair.what),
    };
    let fit = &scenario.parameters.repair_fit.of(repair.what);
    let sincere = repair::sincere(law, repair.sincerity);
    let worth = repair::worth(law, fit, repair.what, &grievance) * repair.strength;
    let heals = repair::heals(law, fit, repair.what, &grievance, repair.sincerity) * repair.strength;
    let days = |days: f64| (days * (worth * sincere).clamp(0.0, 1.0)) as u32;
    match repair.what {
        R::IndependentInvestigation => return heals,
        R::Promise => {
            // However well it fits, it is watched: that is what makes breaking it worse.
            let heeded = if grievance.deception { law.words_deception } else { 1.0 };
            let watched = (healing.probation_days * repair.strength * sincere.clamp(0.0, 1.0) * heeded) as u32;
            each_standing(state, &happened, |standing, lane| {
                standing.probation_until[lane] = standing.probation_until[lane].max(day + watched);
            });
        }
        R::Explanation => each_standing(state, &happened, |standing, lane| standing.explained_until[lane] = day + days(law.explained_days)),
        R::OpenAcknowledgement => calm(state, &happened, days(law.calm_acknowledged)),
        R::FacilitatedDialogue => calm(state, &happened, days(law.calm_dialogue)),
        R::VisibleLeadership => calm(state, &happened, days(repair.duration as f64)),
        R::ChangedConduct => lift(state, &happened, law.better_conduct * worth * repair.sincerity),
        R::LeaderReplacement => replace(state, happened.offender, worth, index),
        _ => {}
    }
    heal(state, repair, &happened, heals);
    match repair.what {
        R::VisibleLeadership | R::ConsistentSupport => law.daily_support * worth * sincere,
        R::ChangedConduct => worth,
        R::PolicyReform | R::CultureProgramme => worth * sincere,
        _ => 0.0,
    }
}

/// One day of a repair that runs.
fn run(state: &mut State, running: &RunningRepair) {
    use RepairKind as R;
    let scenario = state.scenario;
    let repair = &scenario.repairs[running.repair];
    let law = &scenario.parameters.restoring;
    for (&answer, &worth) in running.answers.iter().zip(&running.worth) {
        let happened = state.affairs.happened[answer].clone();
        match repair.what {
            R::VisibleLeadership | R::ConsistentSupport => heal(state, repair, &happened, worth),
            R::PolicyReform | R::CultureProgramme => {
                heal(state, repair, &happened, worth * law.structure_daily);
                reassure(state, repair, &happened, worth * law.structure_chance);
            }
            _ => {}
        }
    }
    if repair.what == R::CultureProgramme {
        state.organisation.culture += law.culture_conduct * repair.strength * repair.sincerity / repair.duration.max(1) as f64;
        state.renew_terms();
    }
}

/// What happens when a repair ends.
fn end(state: &mut State, running: &RunningRepair) {
    let scenario = state.scenario;
    let repair = &scenario.repairs[running.repair];
    let law = &scenario.parameters.restoring;
    for (&answer, &worth) in running.answers.iter().zip(&running.worth) {
        let happened = state.affairs.happened[answer].clone();
        match repair.what {
            RepairKind::ChangedConduct => lift(state, &happened, -law.better_conduct * worth * repair.sincerity),
            RepairKind::IndependentInvestigation => {
                heal(state, repair, &happened, worth);
                reassure(state, repair, &happened, worth);
            }
            RepairKind::Denial if repair.proves_false => {
                state.affairs.pending.push(Offence {
                    day: state.organisation.day,
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
fn heal(state: &mut State, repair: &Repair, happened: &Offence, share: f64) {
    if share.abs() < 1e-12 {
        return;
    }
    let structural = repair.what.row().level == Level::Organisation;
    let scars = (share.max(0.0) * repair::depth(&state.scenario.parameters.restoring, repair.what)).min(1.0) as f32;
    let (share, soothes) = (share.min(1.0) as f32, state.scenario.parameters.restoring.soothes as f32);
    reached(state, repair, happened, structural, |block, place, lane| {
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
fn reassure(state: &mut State, repair: &Repair, happened: &Offence, share: f64) {
    let floor = (state.scenario.parameters.quotient.chance_base * state.scenario.parameters.restoring.structure_floor) as f32;
    reached(state, repair, happened, true, |block, place, lane| {
        let chance = &mut block.relations[place].chance;
        let before = chance.get(lane);
        chance.set(lane, before - (share as f32).clamp(0.0, 1.0) * (before - floor).max(0.0));
    });
}

/// Visits every relation to the offender (and, for structural repairs, to top management) of those whom a repair reaches.
fn reached(state: &mut State, repair: &Repair, happened: &Offence, structural: bool, mut visit: impl FnMut(&mut Block, usize, usize)) {
    let teams = teams_reached(state, repair, happened);
    let same_person = happened.offender.is_none() || state.is_still_there(happened.offender, happened.generation);
    for team in teams {
        let place = state.organisation.at(team, 0);
        let home = happened.offender.is_some_and(|at| at.block == place.block && at.lane == place.lane);
        let block = &mut state.organisation.blocks[place.block];
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
fn teams_reached(state: &State, repair: &Repair, happened: &Offence) -> Vec<u32> {
    match happened.offender {
        Some(at) => state.audience(state.team(at), repair.reach),
        None if happened.teams.is_empty() || repair.reach == Audience::Organisation => state.teams(&Teams::All, state.organisation.dice),
        None => happened.teams.clone(),
    }
}

fn each_standing(state: &mut State, happened: &Offence, mut set: impl FnMut(&mut crate::organisation::Standing, usize)) {
    match happened.offender {
        Some(at) if state.generation(at) != happened.generation => {}
        Some(at) => set(&mut state.organisation.blocks[at.block].standing[at.seat], at.lane),
        None => {
            for block in &mut state.organisation.blocks {
                let top = block.top();
                (0..crate::organisation::LANES).for_each(|lane| set(&mut block.standing[top], lane));
            }
        }
    }
}

fn calm(state: &mut State, happened: &Offence, days: u32) {
    let until = state.organisation.day + days;
    each_standing(state, happened, |standing, lane| standing.calm_until[lane] = standing.calm_until[lane].max(until));
}

/// Raises the offender's real conduct, if the offender is still there.
fn lift(state: &mut State, happened: &Offence, more: f64) {
    match happened.offender {
        Some(at) if state.generation(at) == happened.generation => {
            state.organisation.blocks[at.block].seat[at.seat].lift.0[at.lane] += more as f32;
        }
        None if state.organisation.top.generation == happened.generation => state.organisation.top.lift += more,
        _ => {}
    }
}

/// Another person in the post: a new relation, whose first impression is tinted by the old one, the less the better the replacement
/// fits what was done. What was still a wound has settled: nobody is left who could make it good.
fn replace(state: &mut State, offender: Option<At>, worth: f64, index: usize) {
    let id = state.scenario.number_of_repair(index);
    let tint = repair::tint(&state.scenario.parameters.restoring, worth) as f32;
    let day = state.organisation.day;
    if let Some(at) = offender {
        if at.seat != 0 {
            return; // only leaders are replaced
        }
        let old = state.damage_about(at);
        turnover::replace_leader(state, at, id);
        let block = &mut state.organisation.blocks[at.block];
        for (i, damage) in old {
            block.set_damage(block.pair(i, 0), at.lane, damage.settled().faded(tint));
        }
        return;
    }
    state.organisation.top.generation += 1;
    state.organisation.top.conduct = state.scenario.people.top_conduct;
    state.organisation.top.lift = 0.0;
    let (scenario, dice) = (state.scenario, state.organisation.dice);
    for block in &mut state.organisation.blocks {
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
    state.affairs.diary.push(Note { id, generation: state.organisation.top.generation, ..Note::of(day, NoteKind::LeaderReplaced) });
}

/// Whether surveys are looked at today for repairs that wait for trust to fall: on survey days and about each month.
pub fn looked_at(day: u32, surveys: &[u32]) -> bool {
    surveys.contains(&day) || (day > 0 && is_month(day))
}

impl State<'_> {
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
