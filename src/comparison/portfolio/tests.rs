//! The stages: who lives where.

use super::*;
use crate::ensemble::plan::plan;

#[test]
fn judges_live_where_a_run_lives_and_a_search_elsewhere() {
    for (worlds, replicates) in [(1, 5), (2, 3), (6, 2), (7, 3)] {
        let mut scenario = Scenario::default();
        (scenario.run.worlds, scenario.run.replicates) = (worlds, replicates);
        let arm = plan(&scenario).swap_remove(0);
        let judge = Stage::judging(&scenario);
        let search = Stage::searching(&judge);
        assert_eq!(judge.lives(), arm.lives());
        for life in 0..arm.lives() {
            assert_eq!(judge.dice(life), arm.dice(life));
            assert_eq!(judge.scenario(arm.scenario.clone(), life), *arm.scenario_of(life));
        }
        assert_eq!(search.lives(), SEARCH_LIVES);
        let own: Vec<u32> = (0..judge.lives()).map(|life| judge.dice(life)).collect();
        assert!((0..search.lives()).all(|life| !own.contains(&search.dice(life))), "{worlds} {replicates}");
        assert!(search.worlds == 1 || search.first_world >= worlds && search.first_world.is_multiple_of(2));
    }
}

fn row(genes: &[u8], cost: f64, won: f64) -> Judged {
    let known = |mean: f64| Estimate { mean, error: 0.0, low: mean, high: mean, n: 8 };
    Judged {
        name: None,
        genes: genes.to_vec(),
        price: cost,
        open: false,
        spent: known(cost),
        cost: known(cost),
        avoided: known(0.0),
        recovered: known(won),
        on_front: true,
        share: 1.0,
        in_worlds: 1.0,
    }
}

#[test]
fn nothing_is_always_judged_and_what_does_the_same_as_a_simpler_one_is_not() {
    let mut searched = vec![row(&[0, 0], 0.0, 0.0), row(&[1, 0], 0.0, 5.0), row(&[1, 1], 0.0, 5.0), row(&[0, 1], 3.0, 0.0)];
    assert_eq!(finalists(&searched), [vec![0, 0], vec![1, 0], vec![0, 1]]);
    searched.extend((0..40).map(|n| row(&[2, n], 10.0 + f64::from(n), 10.0 + f64::from(n))));
    let many = finalists(&searched);
    assert_eq!((many.len(), many[0].clone()), (FINALISTS, vec![0, 0]));
}

#[test]
fn a_step_is_better_in_one_clearly_and_by_enough_and_clearly_worse_in_none() {
    let gap = |low: f64, high: f64| Estimate { mean: f64::midpoint(low, high), error: 1.0, low, high, n: 8 };
    let pair = |recovered, avoided| Pair { members: [0, 1], recovered, avoided, apart: true };
    let is_step = |recovered, avoided| is_step(&pair(recovered, avoided), [20.0, 10.0]);
    assert!(is_step(gap(1.0, 2.0), gap(-1.0, 1.0)) && is_step(gap(-1.0, 1.0), gap(0.5, 1.0)));
    assert!(!is_step(gap(-1.0, 1.0), gap(-1.0, 1.0)) && !is_step(gap(1.0, 2.0), gap(-2.0, -1.0)));
    assert!(!is_step(gap(0.4, 0.6), gap(0.2, 0.4)));
}

#[test]
fn the_front_is_numbered_by_cost() {
    let mut judged = vec![row(&[0], 0.0, 0.0), row(&[2], 9.0, 9.0), row(&[1], 4.0, 5.0)];
    judged[0].on_front = false;
    assert_eq!(named(&mut judged), [1, 2]);
    assert_eq!(judged.iter().map(|row| row.name.as_deref().unwrap()).collect::<Vec<_>>(), ["nothing", "p1", "p2"]);
}
