//! # What is to be lived
//!
//! The arms of a scenario, each as a scenario of its own, and beside them their twins: the same organisation with the same
//! luck in which nothing is broken and so nothing repaired.

use crate::ensemble::ArmPlan;
use crate::scenario::{Happening, Scenario};

/// The arms in file order (`"main"` when there are none), then their twins in the order of the arms.
///
/// The twin of an arm that changes nothing but breaches and repairs is the scenario's own, called `twin`; any other is called
/// `twin:ARM` after the first arm that needs it. An arm in which nothing is broken or repaired is its own twin and gets none.
pub fn plan(scenario: &Scenario) -> Vec<ArmPlan> {
    let mut arms: Vec<ArmPlan> = scenario.arms.iter().map(|arm| alone(&arm.name, &arm.scenario)).collect();
    if arms.is_empty() {
        arms.push(alone("main", scenario));
    }
    let common = twin(&alone("", scenario).scenario);
    let mut twins: Vec<ArmPlan> = Vec::new();
    for arm in arms.iter_mut().filter(|arm| arm.scenario.run.twin) {
        let calm = twin(&arm.scenario);
        if calm == arm.scenario {
            continue;
        }
        let known = twins.iter().find(|known| known.scenario == calm).map(|known| known.name.clone());
        let name = known.unwrap_or_else(|| {
            let name = if calm == common { "twin".to_owned() } else { format!("twin:{}", arm.name) };
            twins.push(ArmPlan { name: name.clone(), scenario: calm, twin: None, is_twin: true });
            name
        });
        arm.twin = Some(name);
    }
    arms.extend(twins);
    arms
}

/// A plan for this scenario without arms of its own, and without what is expected of them.
fn alone(name: &str, scenario: &Scenario) -> ArmPlan {
    ArmPlan {
        name: name.to_owned(),
        scenario: Scenario { arms: Vec::new(), hypotheses: Vec::new(), sweep: None, ..scenario.clone() },
        twin: None,
        is_twin: false,
    }
}

/// The scenario without its breaches and repairs. What is left keeps its luck, which hangs on names.
fn twin(scenario: &Scenario) -> Scenario {
    let mut twin = scenario.clone();
    twin.repairs.clear();
    twin.events.retain(|event| !matches!(event.what, Happening::Breach(_)));
    twin
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Arm, Breach, BreachKind, ByPractice, Event, Referent, Repair, RepairKind, When};

    fn breach(day: u32, severity: f64) -> Event {
        let breach = Breach::new(Referent::Leader, BreachKind::Integrity, severity);
        Event { id: format!("breach-{day}"), when: When::Days(vec![day]), what: Happening::Breach(breach) }
    }

    fn survey(day: u32) -> Event {
        Event { id: "survey".into(), when: When::Days(vec![day]), what: Happening::Survey }
    }

    fn apology() -> Repair {
        Repair { sincerity: 1.0, cost: 0.0, ..Repair::new(RepairKind::Apology, When::After { event: 0, delay: 3 }) }
    }

    fn with(events: Vec<Event>, arms: &[(&str, Scenario)]) -> Scenario {
        let arms = arms.iter().map(|(name, scenario)| Arm { name: (*name).into(), scenario: Box::new(scenario.clone()) }).collect();
        Scenario { events, arms, ..Scenario::default() }
    }

    fn names(plans: &[ArmPlan]) -> Vec<(&str, Option<&str>, bool)> {
        plans.iter().map(|plan| (plan.name.as_str(), plan.twin.as_deref(), plan.is_twin)).collect()
    }

    #[test]
    fn a_scenario_without_arms_is_one_arm_with_its_twin() {
        let plans = plan(&with(vec![breach(100, 0.7)], &[]));
        assert_eq!(names(&plans), [("main", Some("twin"), false), ("twin", None, true)]);
        assert!(plans[1].scenario.events.is_empty());
    }

    #[test]
    fn arms_that_differ_in_breaches_and_repairs_share_one_twin() {
        let words = Scenario { repairs: vec![apology()], ..with(vec![breach(100, 0.7)], &[]) };
        let harsh = with(vec![breach(50, 0.9)], &[]);
        let plans = plan(&with(vec![breach(100, 0.7)], &[("words", words), ("harsh", harsh)]));
        assert_eq!(names(&plans), [("words", Some("twin"), false), ("harsh", Some("twin"), false), ("twin", None, true)]);
        assert!(plans[2].scenario.repairs.is_empty());
    }

    #[test]
    fn an_arm_that_changes_more_has_its_own_twin() {
        let mut kind = with(vec![breach(100, 0.7)], &[]);
        kind.practices = ByPractice::all(0.9);
        let plans = plan(&with(vec![breach(100, 0.7)], &[("same", with(vec![breach(100, 0.7)], &[])), ("kind", kind)]));
        let expected = [("same", Some("twin"), false), ("kind", Some("twin:kind"), false), ("twin", None, true), ("twin:kind", None, true)];
        assert_eq!(names(&plans), expected);
        assert!(plans.iter().all(|plan| plan.scenario.arms.is_empty()));
    }

    #[test]
    fn in_the_twin_only_breaches_and_repairs_are_missing() {
        let scenario = Scenario { repairs: vec![apology()], ..with(vec![breach(100, 0.7), survey(120), breach(140, 0.7)], &[]) };
        let plans = plan(&scenario);
        assert_eq!(plans[1].scenario.events, [survey(120)]);
        assert_eq!(plans[1].scenario, Scenario { events: vec![survey(120)], repairs: Vec::new(), ..scenario });
    }

    #[test]
    fn where_nothing_is_broken_there_is_no_twin() {
        assert_eq!(names(&plan(&with(vec![survey(10)], &[]))), [("main", None, false)]);
        let mut off = with(vec![breach(100, 0.7)], &[]);
        off.run.twin = false;
        assert_eq!(names(&plan(&off)), [("main", None, false)]);
    }
}
