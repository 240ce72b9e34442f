//! A known driver is found, luck and doubt come apart.

use super::*;
use crate::scenario::read::read_text;

const STORY: &str = "
[run]
length = '2 years'
[organisation]
teams = 4
[[event]]
what = 'breach'
id = 'promise'
day = '1 year'
by = 'leader'
kind = 'reliability'
severity = 0.6
";

fn story(more: &str) -> Scenario {
    read_text("story", &format!("{STORY}{more}")).unwrap().scenario
}

#[test]
fn a_known_driver_is_found_and_no_other() {
    let movable = movable();
    let worlds: Vec<World> = (0..128).map(|number| World::of(1, number, movable.len())).collect();
    let chance: Vec<World> = (0..128).map(|number| World::candidate(1_000_000 + number, 1)).collect();
    let values: Vec<f64> = worlds
        .iter()
        .zip(&chance)
        .map(|(world, chance)| 3.0 + 0.4 * world.moves[7] - 0.2 * world.moves[90] + 0.1 * chance.moves[0])
        .collect();
    let drivers = screening::drivers(&worlds, &values, &movable);
    let names: Vec<&str> = drivers.iter().map(|driver| driver.parameter.as_str()).collect();
    assert_eq!(names, [movable[7].path(), movable[90].path()]);
    assert!((drivers[0].effect - 0.8).abs() < 0.1 && (drivers[1].effect + 0.4).abs() < 0.1, "{drivers:?}");
}

#[test]
fn the_headline_is_what_a_breach_takes_from_trust_in_whom_it_hits_or_the_level() {
    assert_eq!(Headline::of(&story("")), Headline { referent: Referent::Leader, from: 260, lost: true });
    assert!(!Headline::of(&Scenario::default()).lost);
}

#[test]
fn worlds_differ_by_more_than_luck_and_the_same_on_any_number_of_threads() {
    let lived = |threads| doubt(&story(""), Effort::full(16), threads, &AtomicBool::new(false), &|_| {}).unwrap();
    let (one, two) = (lived(1), lived(2));
    assert_eq!((&one.values, &one.outcomes), (&two.values, &two.outcomes));
    let main = &one.outcomes[0];
    assert!(main.value > 0.03 && main.luck > 0.0 && main.doubt > 0.01, "{main:?}"); // doubt is what luck leaves over
}

#[test]
fn an_arm_without_a_breach_loses_nothing_and_a_stop_stops() {
    let scenario = story("[arms]\nbroken = {}\nwhole = { set = { 'event.promise.severity' = 0.0 } }\n");
    let lived = doubt(&scenario, Effort::full(4), 2, &AtomicBool::new(false), &|_| {}).unwrap();
    assert!(lived.outcomes[1].value.abs() < 1e-9 && lived.outcomes[0].value > 0.03);
    assert!(doubt(&scenario, Effort::full(4), 2, &AtomicBool::new(true), &|_| {}).is_none());
}
