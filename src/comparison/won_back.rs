//! # What each repair wins back of which breach
//!
//! Arms that differ in the kind of one breach, and in one repair more or less, say which repair answers which breach. Arms in which
//! the breach has severity 0 say what the same repair brings where nothing was broken.
//!
//! ```text
//!   share = Σ ((T_repaired − T_alone) − own) / Σ (T_undisturbed − T_alone)         over the replicates that have all
//!   own   = T_repaired − T_alone, both where nothing was broken; 0 where that is a loss on average, or no arm shows it
//! ```
//!
//! | symbol        | meaning                                                                                      |
//! |---------------|----------------------------------------------------------------------------------------------|
//! | T_repaired    | trust in the kind of offender who broke it, a year after the breach or at the end of the run |
//! | T_alone       | the same in the arm that has every repair but this one                                        |
//! | T_undisturbed | the same in its twin; where there is no twin, in itself on the day before the breach          |
//!
//! **Read it as.** 0 where the repair heals nothing, 1 where it makes good all that was lost, below 0 where it costs trust. A reform
//! that is as good for trust where nothing was broken heals nothing; what a repair costs, such as a leader whom people knew, it costs. The interval is that of a ratio of means: of the mean of
//! (gain − share · loss), divided by the mean loss.
//!
//! **Limits.** No share where nothing was lost that can be told from luck. Without arms where nothing was broken, everything that the
//! repair changes is in it. They are looked for by their severity of 0, so what a repair is worth by how grave the breach was is
//! there that of the smallest one.

use crate::analysis::interval::estimate_in_worlds;
use crate::analysis::quantile::mean;
use crate::ensemble::{ArmLives, ArmPlan};
use crate::observe::Life;
use crate::scenario::{BreachKind, Happening, Referent, Repair, RepairKind, Scenario, When, YEAR};

/// A repair that is tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Tried {
    /// What it is.
    pub what: RepairKind,
    /// The arm that tries it first.
    pub arm: String,
    /// Whether another repair of the same kind is tried too, in another way.
    pub one_of_several: bool,
}

/// One repair after one kind of breach.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// The arm with the repair.
    pub arm: String,
    /// The arm without it.
    pub alone: String,
    /// Place among the repairs.
    pub repair: usize,
    /// Place among the kinds.
    pub kind: usize,
    /// The arms with and without the repair where nothing was broken; `None` where not every repair has one.
    pub unbroken: Option<[String; 2]>,
}

/// Which arms say which repair answers which breach.
#[derive(Clone, Debug, PartialEq)]
pub struct Trials {
    /// Who breaks trust, and so whose trust is looked at.
    pub by: Referent,
    /// The day of the breach.
    pub breach: u32,
    /// The day on which trust is looked at.
    pub day: u32,
    /// The kinds of breach, in their usual order.
    pub kinds: Vec<BreachKind>,
    /// The repairs, in their usual order.
    pub repairs: Vec<Tried>,
    /// Repair by repair, kind by kind.
    pub all: Vec<Trial>,
}

/// What a repair has won back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Won {
    /// Replicates that have all that is compared.
    pub n: usize,
    /// Trust lost without the repair, mean.
    pub lost: f64,
    /// The share of it won back.
    pub share: f64,
    /// Its 95 % interval.
    pub interval: [f64; 2],
}

impl Won {
    /// Whether it can be told apart from nothing.
    pub fn is_certain(&self) -> bool {
        self.interval[0] > 0.0 || self.interval[1] < 0.0
    }
}

/// An arm, its kinds of breach apart.
struct Own<'a> {
    plan: &'a ArmPlan,
    kinds: Vec<Option<BreachKind>>,
}

/// The kind of each event that is a breach.
fn kinds(scenario: &Scenario) -> Vec<Option<BreachKind>> {
    let kind = |what: &Happening| if let Happening::Breach(breach) = what { Some(breach.kind) } else { None };
    scenario.events.iter().map(|event| kind(&event.what)).collect()
}

/// A scenario without its repairs, all breaches of one kind: what arms have in common that differ in nothing else.
fn bare(scenario: &Scenario) -> Scenario {
    let mut bare = Scenario { repairs: Vec::new(), ..scenario.clone() };
    for event in &mut bare.events {
        if let Happening::Breach(breach) = &mut event.what {
            breach.kind = BreachKind::Competence;
        }
    }
    bare
}

/// The same without harm by the event at `at`.
fn unbroken(bare: &Scenario, at: usize) -> Scenario {
    let mut bare = bare.clone();
    if let Happening::Breach(breach) = &mut bare.events[at].what {
        breach.severity = 0.0;
    }
    bare
}

/// The repair that one arm has more than the other, its name apart; none where that is not the only difference.
fn one_more(with: &[Repair], without: &[Repair]) -> Option<Repair> {
    let mut more = with.iter().filter(|repair| !without.contains(repair));
    let one = more.next().filter(|_| more.next().is_none() && with.len() == without.len() + 1)?;
    Some(Repair { id: String::new(), ..one.clone() })
}

/// The trials of a plan; none where its arms do not try two repairs or more after two kinds of breach or more.
pub fn trials(plans: &[ArmPlan]) -> Option<Trials> {
    let arms: Vec<Own<'_>> = plans.iter().filter(|plan| !plan.is_twin).map(|plan| Own { plan, kinds: kinds(&plan.scenario) }).collect();
    // Most scenarios have one kind in all arms: they need not be looked into.
    if arms.iter().all(|arm| arm.kinds == arms[0].kinds) {
        return None;
    }
    let mut groups: Vec<(Scenario, Vec<Own<'_>>)> = Vec::new();
    for arm in arms {
        let bare = bare(&arm.plan.scenario);
        match groups.iter_mut().find(|(other, _)| *other == bare) {
            Some((_, members)) => members.push(arm),
            None => groups.push((bare, vec![arm])),
        }
    }
    let still = |bare: &Scenario, at: usize| {
        let bare = unbroken(bare, at);
        groups.iter().find(|(other, _)| *other == bare).map_or(&[][..], |(_, arms)| arms)
    };
    // Of several such sets the one that tries most, the first of equals.
    groups.iter().rev().filter_map(|(bare, arms)| of_group(arms, |at| still(bare, at))).max_by_key(|trials| trials.all.len())
}

/// The arm with the fewest repairs, which the others are compared with.
fn plainest<'a>(arms: impl IntoIterator<Item = &'a Own<'a>>) -> Option<&'a ArmPlan> {
    arms.into_iter().map(|arm| arm.plan).min_by_key(|plan| plan.scenario.repairs.len())
}

/// The trials among arms that differ in the kind of one event; `still` gives those where that event breaks nothing.
fn of_group<'a>(arms: &'a [Own<'a>], still: impl Fn(usize) -> &'a [Own<'a>]) -> Option<Trials> {
    let first = arms.first()?;
    let mut differ = (0..first.kinds.len()).filter(|&at| arms.iter().any(|arm| arm.kinds[at] != first.kinds[at]));
    let at = differ.next().filter(|_| differ.next().is_none())?;
    let event = &first.plan.scenario.events[at];
    let (Happening::Breach(breach), When::Days(days)) = (&event.what, &event.when) else { return None };
    let (from, length) = (*days.first()?, first.plan.scenario.run.length);
    if from >= length || breach.severity <= 0.0 {
        return None;
    }
    let mut found: Vec<(Repair, BreachKind, String, String)> = Vec::new();
    for kind in BreachKind::ALL {
        let own: Vec<&Own<'_>> = arms.iter().filter(|arm| arm.kinds[at] == Some(kind)).collect();
        let Some(alone) = plainest(own.iter().copied()) else { continue };
        for arm in &own {
            if let Some(repair) = one_more(&arm.plan.scenario.repairs, &alone.scenario.repairs)
                && !found.iter().any(|(other, of, ..)| *other == repair && *of == kind)
            {
                found.push((repair, kind, arm.plan.name.clone(), alone.name.clone()));
            }
        }
    }
    let kinds: Vec<BreachKind> = BreachKind::ALL.into_iter().filter(|kind| found.iter().any(|(_, of, ..)| of == kind)).collect();
    let mut repairs: Vec<(Repair, String)> = Vec::new();
    for (repair, _, arm, _) in &found {
        if !repairs.iter().any(|(known, _)| known == repair) {
            repairs.push((repair.clone(), arm.clone()));
        }
    }
    repairs.sort_by_key(|(repair, _)| repair.what as usize);
    if kinds.len() < 2 || repairs.len() < 2 {
        return None;
    }
    let place = |repair: &Repair, kind: BreachKind| {
        (repairs.iter().position(|(known, _)| known == repair).unwrap_or(0), kinds.iter().position(|known| *known == kind).unwrap_or(0))
    };
    let still = still(at);
    let own = |repair: &Repair| {
        let alone = plainest(still)?;
        let with = still.iter().find(|arm| one_more(&arm.plan.scenario.repairs, &alone.scenario.repairs).as_ref() == Some(repair))?;
        Some([with.plan.name.clone(), alone.name.clone()])
    };
    let own: Option<Vec<[String; 2]>> = repairs.iter().map(|(repair, _)| own(repair)).collect();
    let trial = |(wanted, kind, arm, alone): &(Repair, BreachKind, String, String)| {
        let (repair, kind) = place(wanted, *kind);
        Trial { arm: arm.clone(), alone: alone.clone(), repair, kind, unbroken: own.as_ref().map(|own| own[repair].clone()) }
    };
    let mut all: Vec<Trial> = found.iter().map(trial).collect();
    all.sort_by_key(|trial| (trial.repair, trial.kind));
    let several = |what: RepairKind| repairs.iter().filter(|(repair, _)| repair.what == what).count() > 1;
    Some(Trials {
        by: breach.by,
        breach: from,
        day: from.saturating_add(YEAR).min(length),
        repairs: repairs
            .iter()
            .map(|(repair, arm)| Tried { what: repair.what, arm: arm.clone(), one_of_several: several(repair.what) })
            .collect(),
        kinds,
        all,
    })
}

/// What the repair of a trial has won back; `None` where the arms were not lived.
pub fn won(trials: &Trials, trial: &Trial, lives: &[ArmLives]) -> Option<Won> {
    let of = |name: &str| lives.iter().find(|arm| arm.arm == name);
    let (with, alone) = (of(&trial.arm)?, of(&trial.alone)?);
    let twin = alone.twin.as_deref().and_then(of);
    let on = |life: &Life, day: u32| life.trust_in(trials.by).nth(day as usize).map_or(f64::NAN, f64::from);
    let level = |arm: &ArmLives, number: usize, day: u32| {
        arm.lives.get(number).and_then(|life| life.as_ref().ok()).map_or(f64::NAN, |life| on(life, day))
    };
    let still = match &trial.unbroken {
        Some([with, alone]) => Some((of(with)?, of(alone)?)),
        None => None,
    };
    let own: Vec<f64> = (0..alone.lives.len())
        .map(|number| still.map_or(0.0, |(with, alone)| level(with, number, trials.day) - level(alone, number, trials.day)))
        .collect();
    let wins = mean(&known(&own)) > 0.0;
    let each = (0..alone.lives.len()).map(|number| {
        let low = level(alone, number, trials.day);
        let undisturbed = match twin {
            Some(twin) => level(twin, number, trials.day),
            None => level(alone, number, trials.breach.saturating_sub(1)),
        };
        let own = if wins { own[number] } else { 0.0 };
        let pair = (level(with, number, trials.day) - low - own, undisturbed - low);
        if pair.0.is_finite() && pair.1.is_finite() { pair } else { (f64::NAN, f64::NAN) }
    });
    let (gains, losses): (Vec<f64>, Vec<f64>) = each.unzip();
    Some(ratio(&gains, &losses, alone.worlds))
}

/// The values that are there.
fn known(values: &[f64]) -> Vec<f64> {
    values.iter().copied().filter(|value| value.is_finite()).collect()
}

/// The ratio of two means over the same replicates, missing ones NaN in both.
fn ratio(gains: &[f64], losses: &[f64], worlds: u32) -> Won {
    let (gained, lost) = (known(gains), known(losses));
    let (n, loss) = (lost.len(), mean(&lost));
    let unknown = Won { n, lost: loss, share: f64::NAN, interval: [f64::NAN; 2] };
    // A single replicate leaves the interval unknown.
    let least = estimate_in_worlds(losses, worlds).low;
    if least.is_nan() || least <= 0.0 {
        return unknown;
    }
    let share = mean(&gained) / loss;
    let rest: Vec<f64> = gains.iter().zip(losses).map(|(gain, loss)| gain - share * loss).collect();
    let rest = estimate_in_worlds(&rest, worlds);
    let reach = (rest.high - rest.low) / 2.0 / loss;
    Won { n, lost: loss, share, interval: [share - reach, share + reach] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::plan::plan;
    use crate::scenario::read::read_text;

    /// Trust of 0.7, which the breach on day 10 takes to `low` for good.
    fn lives(arm: &str, twin: Option<&str>, low: &[f32]) -> ArmLives {
        let life =
            |low: f32| Life { daily_trust: (0..=60).flat_map(|day| [if day < 10 { 0.7 } else { low }; 3]).collect(), ..Life::default() };
        ArmLives { arm: arm.into(), twin: twin.map(str::to_owned), worlds: 1, lives: low.iter().map(|low| Ok(life(*low))).collect() }
    }

    const ARMS: &str = "[run]\nlength = 60\n[[event]]\nid = 'b'\nwhat = 'breach'\nday = 10\nby = 'top'\nkind = 'integrity'\nseverity = 0.4\n\
        [[repair]]\nid = 'sorry'\nwhat = 'apology'\nafter = 'b'\n[[repair]]\nid = 'no'\nwhat = 'denial'\nafter = 'b'\n[arms]\n\
        silence = { repairs = [] }\nno = { repairs = ['no'] }\nsorry = { repairs = ['sorry'] }\nboth = { repairs = ['sorry', 'no'] }\n";
    const MISTAKE: &str = "mistake = { repairs = [], set = { 'event.b.kind' = 'competence' } }\n\
        mistake-sorry = { repairs = ['sorry'], set = { 'event.b.kind' = 'competence' } }\n";

    fn found(text: &str) -> Option<Trials> {
        trials(&plan(&read_text("arms", text).unwrap().scenario))
    }

    #[test]
    fn arms_that_differ_in_one_kind_and_one_repair_are_trials_and_no_others_are() {
        let trials = found(&format!("{ARMS}{MISTAKE}")).unwrap();
        assert_eq!((trials.by, trials.breach, trials.day), (Referent::Top, 10, 60));
        assert_eq!(trials.kinds, [BreachKind::Competence, BreachKind::Integrity]);
        assert_eq!(trials.repairs.iter().map(|tried| tried.what).collect::<Vec<_>>(), [RepairKind::Apology, RepairKind::Denial]);
        let said: Vec<(&str, &str, usize, usize)> =
            trials.all.iter().map(|trial| (trial.arm.as_str(), trial.alone.as_str(), trial.repair, trial.kind)).collect();
        assert_eq!(said, [("mistake-sorry", "mistake", 0, 0), ("sorry", "silence", 0, 1), ("no", "silence", 1, 1)]);
        assert!(trials.all.iter().all(|trial| trial.unbroken.is_none()));
        // one kind of breach; another severity as well; no arm without the repair
        assert_eq!(found(ARMS), None);
        let severer = MISTAKE.replace("'competence'", "'competence', 'event.b.severity' = 0.5");
        assert_eq!(found(&format!("{ARMS}{severer}")), None);
        assert_eq!(found(&format!("{ARMS}{}", MISTAKE.lines().nth(1).unwrap())), None);
    }

    const STILL: &str = "still = { repairs = [], set = { 'event.b.severity' = 0 } }\n\
        still-no = { repairs = ['no'], set = { 'event.b.severity' = 0, 'event.b.kind' = 'competence' } }\n\
        still-sorry = { repairs = ['sorry'], set = { 'event.b.severity' = 0 } }\n";

    #[test]
    fn arms_where_nothing_was_broken_show_what_a_repair_brings_by_itself() {
        let trials = found(&format!("{ARMS}{MISTAKE}{STILL}")).unwrap();
        let of = |trial: &Trial| trial.unbroken.clone().map(|arms| arms.join(" "));
        let said: Vec<Option<String>> = trials.all.iter().map(of).collect();
        assert_eq!(said, ["still-sorry still", "still-sorry still", "still-no still"].map(|arms| Some(arms.to_owned())));
        // lost 0.4, gained 0.2, of which 0.1 would have come anyway
        let all = [
            lives("silence", Some("twin"), &[0.3; 4]),
            lives("sorry", Some("twin"), &[0.5; 4]),
            lives("still", Some("twin"), &[0.7; 4]),
            lives("still-sorry", Some("twin"), &[0.8; 4]),
            lives("twin", None, &[0.7; 4]),
        ];
        let won = won(&trials, &trials.all[1], &all).unwrap();
        assert!((won.lost - 0.4).abs() < 1e-6 && (won.share - 0.25).abs() < 1e-6 && won.n == 4, "{won:?}");
        // what it costs anyway is left in
        let costs = [all[0].clone(), all[1].clone(), all[2].clone(), lives("still-sorry", Some("twin"), &[0.6; 4]), all[4].clone()];
        assert!((super::won(&trials, &trials.all[1], &costs).unwrap().share - 0.5).abs() < 1e-6);
        // not all repairs tried where nothing was broken: taken off of none
        let fewer = STILL.lines().filter(|line| !line.starts_with("still-no")).collect::<Vec<_>>().join("\n");
        assert!(found(&format!("{ARMS}{MISTAKE}{fewer}")).unwrap().all.iter().all(|trial| trial.unbroken.is_none()));
    }

    #[test]
    fn the_same_repair_done_in_two_ways_is_two_repairs() {
        let late = "late = { repairs = ['sorry'], set = { 'repair.sorry.delay' = 20 } }\n";
        let trials = found(&format!("{ARMS}{MISTAKE}{late}")).unwrap();
        let said: Vec<(&str, bool)> = trials.repairs.iter().map(|tried| (tried.arm.as_str(), tried.one_of_several)).collect();
        assert_eq!(said, [("mistake-sorry", true), ("late", true), ("no", false)]);
    }

    #[test]
    fn what_is_won_back_is_the_share_of_what_was_lost() {
        let trials = found(&format!("{ARMS}{MISTAKE}")).unwrap();
        let trial = &trials.all[1];
        // lost 0.4 and 0.2, won 0.1 and 0.05: a quarter, alike in both
        let all = [
            lives("silence", Some("twin"), &[0.3, 0.5, 0.3, 0.5]),
            lives("sorry", Some("twin"), &[0.4, 0.55, 0.4, 0.55]),
            lives("twin", None, &[0.7; 4]),
        ];
        let won = won(&trials, trial, &all).unwrap();
        assert!((won.lost - 0.3).abs() < 1e-6 && (won.share - 0.25).abs() < 1e-6 && won.n == 4, "{won:?}");
        let sure = [0.3, 0.31, 0.32, 0.3, 0.29];
        let of = |with: &[f32]| {
            let all = [lives("silence", None, &sure), lives("sorry", None, with)];
            super::won(&trials, trial, &all).unwrap()
        };
        // without a twin, beside the day before the breach
        let none = of(&[0.31, 0.3, 0.33, 0.29, 0.29]);
        assert!((none.lost - 0.396).abs() < 1e-6 && none.share.abs() < 0.01 && !none.is_certain(), "{none:?}");
        let most = of(&[0.5, 0.51, 0.52, 0.5, 0.5]);
        assert!(most.share > 0.5 && most.is_certain() && most.interval[1] - most.interval[0] < 0.05, "{most:?}");
        // nothing lost, nothing to win back
        let unhurt = [lives("silence", None, &[0.7, 0.7]), lives("sorry", None, &[0.7, 0.8])];
        assert!(super::won(&trials, trial, &unhurt).unwrap().share.is_nan());
    }
}
