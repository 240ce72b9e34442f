//! Known answers: policies made so that the order is known before anything is computed.

use super::outcome::{Arm, Outcome, Outcomes};
use super::ranking::{Policy, Ranking, Rule, Wish, policies, ranking};
use super::worth::{break_even, ladder, overtakes};
use crate::random::{Dice, Purpose};
use crate::scenario::Referent;

const FREE: Wish = Wish { worth: None, floor: None, near: 30.0 };

/// An arm: its name, its cost, what it avoids in each world.
type Made<'a> = (&'a str, f64, &'a dyn Fn(u32) -> f64);

/// Arms by name, each with its cost and what it avoids in each world; the first is the reference. `luck` is the standard
/// deviation of leavers over replicates, the same in all arms but for a tenth of it.
fn made(arms: &[Made<'_>], worlds: u32, replicates: u32, luck: f64) -> Outcomes {
    let life = |arm: usize, number: u32| {
        let (world, dice) = (number % worlds, number / worlds * worlds.div_ceil(2) + number % worlds / 2);
        let mut draw = Dice::new(1, dice).at(Purpose::World, 0, 0, 0);
        let common = luck * draw.normal();
        let own = 0.1 * luck * Dice::new(2 + arm as u64, dice).at(Purpose::World, 0, 0, 0).normal();
        let (_, cost, avoided) = arms[arm];
        // What a repair costs, and what everybody has in practices and transactions whatever is done.
        let costs = [cost, 30.0, 0.0, 0.0, 70.0 + common, 0.0, 0.0];
        let output = 5_000.0 + 10.0 * avoided(world);
        let (leavers, trust_days) = (60.0 + common + own - avoided(world), 100.0 * avoided(world));
        Some(Outcome { leavers, costs, output, trust_days, left_out: 0, back: None, level: None })
    };
    let arm = |(at, (name, ..)): (usize, &Made<'_>)| Arm {
        name: (*name).to_owned(),
        is_twin: false,
        lives: (0..worlds * replicates).map(|number| life(at, number)).collect(),
    };
    Outcomes { referent: Referent::Leader, people: 100.0, worlds, reference: 0, arms: arms.iter().enumerate().map(arm).collect() }
}

fn ranked(outcomes: &Outcomes, worth: f64) -> (Vec<Policy>, Ranking) {
    let policies = policies(outcomes, &FREE);
    let ranking = ranking(outcomes, &policies, worth, FREE.near);
    (policies, ranking)
}

fn order<'p>(policies: &'p [Policy], ranking: &Ranking) -> Vec<&'p str> {
    ranking.order.iter().map(|row| policies[row.policy].name.as_str()).collect()
}

#[test]
fn a_policy_that_is_best_by_construction_is_first_and_alone() {
    let outcomes = made(&[("nothing", 0.0, &|_| 0.0), ("good", 100.0, &|_| 10.0), ("dear", 900.0, &|_| 11.0)], 20, 4, 3.0);
    let (policies, ranking) = ranked(&outcomes, 60.0);
    assert_eq!(order(&policies, &ranking), ["good", "nothing", "dear"]);
    assert_eq!(ranking.order.iter().map(|row| (row.place, row.shared)).collect::<Vec<_>>(), [(1, false), (2, false), (3, false)]);
    let first = &ranking.order[0];
    assert!((first.objective.mean - 500.0).abs() < 20.0 && first.regret.abs() < 1e-9 && (first.best - 1.0).abs() < 1e-9, "{first:?}");
    // Regret of the others: 500 − 0 and 500 − (660 − 900).
    assert!((ranking.order[1].regret - 500.0).abs() < 20.0 && (ranking.order[2].regret - 740.0).abs() < 30.0);
}

#[test]
fn two_equal_policies_share_their_place_and_no_number_of_replicates_would_part_them() {
    let outcomes = made(&[("nothing", 0.0, &|_| 0.0), ("one", 100.0, &|_| 10.0), ("same", 100.0, &|_| 10.0)], 20, 4, 0.0);
    let (_, ranking) = ranked(&outcomes, 60.0);
    assert_eq!(ranking.order.iter().map(|row| (row.place, row.shared)).collect::<Vec<_>>(), [(1, true), (1, true), (3, false)]);
    assert!(!ranking.pairs[0].separated && ranking.pairs[0].needed.is_none() && ranking.pairs[1].separated);
    assert!((ranking.order[0].best - 0.5).abs() < 1e-9); // ties are split
    // Also where a single pair of worlds leaves no interval.
    for worlds in [1, 2, 20] {
        let outcomes = made(&[("one", 100.0, &|_| 10.0), ("same", 100.0, &|_| 10.0)], worlds, 1, 0.0);
        assert_eq!(ranked(&outcomes, 60.0).1.pairs[0].rule(), Rule::Same);
    }
}

#[test]
fn policies_that_swap_in_forty_per_cent_of_the_worlds_cannot_be_separated() {
    let swapping = |world: u32| if world % 10 < 4 { 8.0 } else { 12.5 };
    let outcomes = made(&[("nothing", 0.0, &|_| 0.0), ("steady", 100.0, &|_| 10.0), ("moody", 100.0, &swapping)], 20, 4, 0.0);
    let (policies, ranking) = ranked(&outcomes, 60.0);
    assert_eq!(order(&policies, &ranking)[2], "nothing");
    assert!((ranking.pairs[0].swaps - 0.4).abs() < 1e-9 && !ranking.pairs[0].separated);
    assert_eq!((ranking.order[0].place, ranking.order[1].place, ranking.order[1].shared), (1, 1, true));
}

#[test]
fn the_best_on_average_may_rarely_be_the_best_and_is_still_first() {
    // `rescue` is worth much in one world of five and a little less than nothing in the others.
    let rescue = |world: u32| if world.is_multiple_of(5) { 60.0 } else { 2.0 };
    let outcomes = made(&[("nothing", 0.0, &|_| 0.0), ("usual", 100.0, &|_| 5.0), ("rescue", 100.0, &rescue)], 20, 4, 0.0);
    let (policies, ranking) = ranked(&outcomes, 60.0);
    assert_eq!(order(&policies, &ranking)[0], "rescue");
    assert!((ranking.order[0].best - 0.2).abs() < 1e-9, "{:?}", ranking.order[0]);
    // Regret: 0 in a fifth of the worlds, (5 − 2) · 60 in the rest; the other gives away 55 · 60 in a fifth.
    assert!((ranking.order[0].regret - 144.0).abs() < 1e-6 && (ranking.order[1].regret - 660.0).abs() < 1e-6);
}

#[test]
fn shares_add_up_and_regret_is_zero_for_the_best_and_never_above_its_most() {
    let moody = |world: u32| f64::from(world * 7 % 13);
    let outcomes = made(&[("nothing", 0.0, &|_| 0.0), ("a", 150.0, &|_| 5.0), ("b", 90.0, &moody), ("c", 20.0, &|_| 1.0)], 26, 3, 2.0);
    let (policies, ranking) = ranked(&outcomes, 40.0);
    assert!((ranking.order.iter().map(|row| row.best).sum::<f64>() - 1.0).abs() < 1e-9);
    assert!(ranking.order.iter().all(|row| row.most >= row.regret && row.regret >= 0.0));
    for world in 0..26 {
        let all: Vec<f64> = policies.iter().map(|policy| policy.objectives(40.0)[world]).collect();
        let best = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        assert!(all.iter().map(|own| best - own).fold(f64::INFINITY, f64::min).abs() < 1e-12);
    }
}

#[test]
fn the_ladder_changes_where_the_lines_of_neighbours_cross() {
    let outcomes = made(
        &[
            ("nothing", 0.0, &|_| 0.0),
            ("words", 15.0, &|_| 1.0),
            ("deeds", 210.0, &|_| 8.0),
            ("bad", 300.0, &|_| 2.0),
            ("reform", 1450.0, &|_| 17.0),
        ],
        20,
        2,
        0.0,
    );
    let policies = policies(&outcomes, &FREE);
    let steps: Vec<(&str, f64)> =
        ladder(&outcomes, &policies).iter().map(|step| (policies[step.policy].name.as_str(), step.from)).collect();
    assert_eq!(steps.iter().map(|step| step.0).collect::<Vec<_>>(), ["nothing", "words", "deeds", "reform"]);
    for (step, worth) in steps.iter().zip([0.0, 15.0, 195.0 / 7.0, 1240.0 / 9.0]) {
        assert!((step.1 - worth).abs() < 1e-9, "{step:?}");
    }
    assert_eq!(policies.iter().filter(|policy| policy.dominated).map(|policy| policy.name.as_str()).collect::<Vec<_>>(), ["bad"]);
    assert!(
        (overtakes(&policies[2], &policies[4]).unwrap() - 1240.0 / 9.0).abs() < 1e-9 && overtakes(&policies[4], &policies[2]).is_none()
    );
}

#[test]
fn a_policy_that_avoids_nobody_never_pays_and_one_that_costs_nothing_does_at_once() {
    let half = |world: u32| if world.is_multiple_of(2) { 10.0 } else { -1.0 };
    let outcomes = made(&[("nothing", 0.0, &|_| 0.0), ("idle", 50.0, &|_| 0.0), ("half", 90.0, &half)], 20, 2, 0.0);
    let policies = policies(&outcomes, &FREE);
    assert_eq!((break_even(&policies[1]).worth, break_even(&policies[1]).never), (None, 1.0));
    assert_eq!(break_even(&policies[0]).worth, Some(0.0));
    let half = break_even(&policies[2]);
    assert!((half.worth.unwrap() - 20.0).abs() < 1e-9 && (half.never - 0.5).abs() < 1e-9 && half.range[1].is_none());
}

#[test]
fn what_luck_hides_more_replicates_would_show() {
    let outcomes = made(&[("nothing", 0.0, &|_| 0.0), ("a", 100.0, &|_| 10.0), ("b", 100.0, &|_| 10.4)], 1, 12, 20.0);
    let (_, ranking) = ranked(&outcomes, 60.0);
    let pair = ranking.pairs.iter().find(|pair| !pair.policies.contains(&0)).unwrap();
    assert!(!pair.separated && pair.swaps.is_nan() && pair.needed.is_some_and(|more| more > 10), "{pair:?}");
}

#[test]
fn below_the_floor_nobody_is_ranked() {
    let outcomes = made(&[("nothing", 0.0, &|_| 0.0), ("a", 100.0, &|_| 10.0), ("b", 100.0, &|_| 4.0)], 20, 2, 0.0);
    let policies = policies(&outcomes, &Wish { floor: Some(5.0), ..FREE });
    let ranking = ranking(&outcomes, &policies, 60.0, 30.0);
    assert_eq!(order(&policies, &ranking), ["a"]);
    assert!(ladder(&outcomes, &policies).iter().all(|step| policies[step.policy].name == "a"));
}

#[test]
fn a_policy_is_charged_with_every_cost_that_it_makes_and_output_stands_apart() {
    let outcomes = Outcomes {
        arms: [[0.0, 100.0, 80.0, 9.0, 50.0, 1.0, 20.0], [60.0, 190.0, 72.0, 6.0, 44.5, 0.0, 18.0]]
            .into_iter()
            .zip([900.0, 960.0])
            .zip(["nothing", "reform"])
            .map(|((costs, output), name)| Arm {
                name: name.to_owned(),
                is_twin: false,
                lives: vec![Some(Outcome {
                    leavers: if name == "reform" { 8.0 } else { 10.0 },
                    costs,
                    output,
                    left_out: 0,
                    trust_days: 0.0,
                    back: None,
                    level: None,
                })],
            })
            .collect(),
        ..made(&[("nothing", 0.0, &|_| 0.0)], 1, 1, 0.0)
    };
    let policies = policies(&outcomes, &FREE);
    let reform = &policies[1];
    let parts = reform.parts.map(|part| part.mean);
    let right = [60.0, 90.0, -8.0, -3.0, -5.5, -1.0, -2.0];
    assert!(parts.iter().zip(right).all(|(part, right)| (part - right).abs() < 1e-9), "{parts:?}");
    assert!((reform.cost.mean - 130.5).abs() < 1e-9 && (reform.output.mean - 60.0).abs() < 1e-9);
    // Two leavers avoided: it pays from half of what it costs in all, and not from half of what the repair does.
    assert!((break_even(reform).worth.unwrap() - 65.25).abs() < 1e-9);
    let ladder = ladder(&outcomes, &policies);
    assert!((ladder[1].from - 65.25).abs() < 1e-9);
    let ranking = ranking(&outcomes, &policies, 60.0, 30.0);
    assert_eq!(order(&policies, &ranking), ["nothing", "reform"]);
    assert!((ranking.order[1].regret - 10.5).abs() < 1e-9);
}

#[test]
fn a_policy_that_saves_costs_and_loses_people_pays_up_to_a_worth() {
    let outcomes = made(&[("nothing", 0.0, &|_| 0.0), ("thrift", -90.0, &|_| -3.0)], 4, 2, 0.0);
    let thrift = break_even(&policies(&outcomes, &FREE)[1]);
    assert_eq!((thrift.worth, thrift.never), (Some(0.0), 0.0));
    assert!((thrift.until.unwrap() - 30.0).abs() < 1e-9);
}
