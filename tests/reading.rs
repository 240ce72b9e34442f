//! Scenario files are read as `interface.md` promises.

use std::path::Path;

use onfoot::scenario::read::{read, read_text};
use onfoot::scenario::resolved::resolved;
use onfoot::scenario::{Cadence, Happening, Referent, Teams, When};

const INTERFACE: &str = include_str!("reading/interface.toml");

#[test]
fn the_example_of_the_interface_becomes_a_scenario() {
    let reading = read_text("example.toml", INTERFACE).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let scenario = reading.scenario;
    assert_eq!((scenario.run.length, scenario.run.replicates, scenario.run.seed), (1300, 100, 4711));
    assert_eq!(scenario.run.record, Cadence::Weekly);
    assert_eq!(scenario.run.surveys, [390, 433, 1300]);
    assert_eq!((scenario.organisation.team_size.min, scenario.organisation.team_size.max), (6, 10));
    assert_eq!(scenario.practices, [0.6, 0.5, 0.5, 0.5, 0.5, 0.5]);
    let Happening::Breach(breach) = &scenario.events[0].what else { panic!("the first event is the breach") };
    assert_eq!((breach.by, &breach.teams, breach.severity, breach.intentional), (Referent::Leader, &Teams::All, 0.7, true));
    assert_eq!(scenario.events[0].when, When::Days(vec![390]));
    assert_eq!(scenario.events[1].id, "event-2");
    assert_eq!(scenario.repairs[0].when, When::After { event: 0, delay: 3 });
    let arms: Vec<(&str, usize)> = scenario.arms.iter().map(|arm| (arm.name.as_str(), arm.scenario.repairs.len())).collect();
    assert_eq!(arms, [("nothing", 0), ("words", 1), ("late", 1)]);
    assert_eq!(scenario.arms[2].scenario.repairs[0].when, When::After { event: 0, delay: 130 });
    assert!(reading.warnings.is_empty(), "{:#?}", reading.warnings);
}

#[test]
fn a_file_that_is_not_there_is_a_fault_and_no_panic() {
    assert!(read(Path::new("no/such/file.toml"), &[]).is_err());
}

#[test]
fn what_is_resolved_reads_back_to_the_same_scenario() {
    let scenario = read_text("example.toml", INTERFACE).unwrap_or_else(|faults| panic!("{faults:#?}")).scenario;
    let text = resolved(&scenario);
    let again = read_text("resolved.toml", &text).unwrap_or_else(|faults| panic!("{faults:#?}\n{text}"));
    assert_eq!(again.scenario, scenario, "{text}");
    assert_eq!(resolved(&again.scenario), text);
}
