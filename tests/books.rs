//! The books: who is paid for what, what it comes to, and that every row of them can be found again.
#![allow(clippy::items_after_statements, clippy::unwrap_used)]

mod common;

use common::{at_end, breach_by_leaders, lives, organisation, repair};
use onfoot::observe::{Entry, EntryKind, Life};
use onfoot::scenario::{Audience, ByPractice, Event, Happening, Referent, Repair, RepairKind, Scenario, ShockKind, Span, Teams, When};
use onfoot::theory::cost::{CostLaw, replacement};

fn leave(day: u32, teams: Teams, seats: Vec<u32>) -> Event {
    Event { id: "gone".into(), when: When::Days(vec![day]), what: Happening::Exit { teams, count: 0, seats } }
}

/// Nobody leaves by chance, and trust is broken on day 40 only.
fn quiet(teams: u32, days: u32) -> Scenario {
    let mut scenario = organisation(teams, days);
    scenario.mechanisms.quitting = false;
    scenario.mechanisms.involuntary_exits = false;
    scenario.mechanisms.incidents = false;
    scenario.events.push(breach_by_leaders(40));
    scenario
}

fn rows(life: &Life, kind: EntryKind) -> Vec<Entry> {
    life.events.iter().filter(|entry| entry.event == kind).copied().collect()
}

fn last(life: &Life, key: &str) -> f64 {
    at_end(std::slice::from_ref(life), key, None)
}

#[test]
fn who_has_gone_apologises_for_nothing_costs_nothing_and_is_named() {
    let mut scenario = quiet(3, 60);
    scenario.events.push(leave(41, Teams::These(vec![0, 2]), vec![0]));
    scenario.repairs.push(repair(RepairKind::Apology, 2));
    for (what, price) in [(RepairKind::Apology, 7.0), (RepairKind::FacilitatedDialogue, 56.0), (RepairKind::ChangedConduct, 7.0)] {
        scenario.repairs[0].what = what;
        (scenario.repairs[0].cost, scenario.repairs[0].duration) = (7.0, 1);
        let life = &lives(&scenario, 1)[0];
        let [done, not] = [EntryKind::Repair, EntryKind::RepairNotDone].map(|kind| rows(life, kind));
        assert_eq!((done.len(), last(life, "repairs"), last(life, "cost_repair")), (1, 1.0, price), "{what:?}"); // eight sit in a dialogue
        assert_eq!((done[0].seat, done[0].team, done[0].generation), (8, 1, 1));
        assert_eq!(
            not.iter().map(|row| (row.seat, row.team, row.generation, row.name(&scenario))).collect::<Vec<_>>(),
            [(0, 0, 1, "apology"), (16, 2, 1, "apology")]
        );
    }
    scenario.events[1] = leave(41, Teams::All, vec![0]);
    let life = &lives(&scenario, 1)[0];
    assert!(rows(life, EntryKind::Repair).is_empty());
    assert_eq!((last(life, "repairs"), last(life, "cost_repair")), (0.0, 0.0));
}

#[test]
fn a_dialogue_is_paid_for_everybody_who_sits_in_it() {
    let mut scenario = quiet(3, 60);
    scenario.repairs.push(repair(RepairKind::FacilitatedDialogue, 2));
    scenario.repairs[0].cost = 1.0;
    let paid = |scenario: &Scenario| last(&lives(scenario, 1)[0], "cost_repair");
    assert!((paid(&scenario) - 24.0).abs() < 1e-9, "each leader with a team of eight");
    scenario.repairs[0].reach = Audience::Organisation;
    assert!((paid(&scenario) - 72.0).abs() < 1e-9, "each leader with everybody");
    let Happening::Breach(breach) = &mut scenario.events[0].what else { panic!("a breach") };
    breach.by = Referent::Top;
    scenario.repairs[0].by = Referent::Top;
    assert!((paid(&scenario) - 25.0).abs() < 1e-9, "top management with everybody");
    scenario.organisation.team_size = Span { min: 16, max: 16 };
    assert!((paid(&scenario) - 49.0).abs() < 1e-9, "and twice as many people");
}

#[test]
fn a_repair_with_nothing_to_answer_is_not_done_and_a_reform_is() {
    let mut scenario = quiet(2, 60);
    scenario.events.clear();
    for (what, done) in [
        (RepairKind::Apology, false),
        (RepairKind::VisibleLeadership, false),
        (RepairKind::Compensation, false),
        (RepairKind::IndependentInvestigation, false),
        (RepairKind::PolicyReform, true),
        (RepairKind::CultureProgramme, true),
    ] {
        scenario.repairs = vec![repair(what, 0)];
        scenario.repairs[0].when = When::Days(vec![20]);
        let life = &lives(&scenario, 1)[0];
        assert_eq!(rows(life, EntryKind::Repair).len(), usize::from(done), "{what:?}");
        assert_eq!(rows(life, EntryKind::RepairNotDone).len(), usize::from(!done), "{what:?}");
        assert_eq!(last(life, "cost_repair") > 0.0, done, "{what:?}");
    }
}

#[test]
fn every_leader_has_a_row_and_pays_and_what_nobody_in_particular_does_has_one_row() {
    let mut scenario = quiet(12, 60);
    scenario.repairs = vec![repair(RepairKind::Amends, 2), repair(RepairKind::PolicyReform, 3), repair(RepairKind::Compensation, 4)];
    scenario.repairs[1].duration = 1;
    let life = &lives(&scenario, 1)[0];
    let done = rows(life, EntryKind::Repair);
    let named = |id: &str| done.iter().filter(|row| row.name(&scenario) == id).collect::<Vec<_>>();
    let seats: Vec<u32> = named("amends").iter().map(|row| row.seat).collect();
    assert_eq!(seats, (0..12).map(|team| 8 * team).collect::<Vec<_>>());
    for id in ["policy_reform", "compensation"] {
        let [row] = named(id)[..] else { panic!("one row") };
        assert_eq!((row.seat, row.team, row.generation), (u32::MAX, u32::MAX, 0));
    }
    let spent: f64 = done.iter().map(|row| f64::from(row.size)).sum();
    assert!((spent - last(life, "cost_repair")).abs() < 1e-3 && (spent - (12.0 * 3.0 + 60.0 + 40.0)).abs() < 1e-3, "{spent}");
    assert!((last(life, "repairs") - 14.0).abs() < 1e-9);
}

#[test]
fn what_the_organisation_does_costs_by_the_people_present_whom_it_reaches() {
    let price = |teams: u32, what: RepairKind, empty: u32, change: &dyn Fn(&mut Scenario)| {
        let mut scenario = quiet(teams, 60);
        if empty > 0 {
            scenario.events.push(leave(42, Teams::These((0..empty).collect()), vec![5]));
        }
        scenario.repairs = vec![Repair { duration: 1, ..repair(what, 3) }];
        change(&mut scenario);
        last(&lives(&scenario, 1)[0], "cost_repair")
    };
    let as_is = |_: &mut Scenario| {};
    assert!((price(12, RepairKind::PolicyReform, 0, &as_is) - 60.0).abs() < 1e-3);
    assert!((price(75, RepairKind::PolicyReform, 0, &as_is) - 60.0 * 600.0 / 96.0).abs() < 1e-3);
    assert!((price(12, RepairKind::CultureProgramme, 6, &as_is) - 80.0 * 90.0 / 96.0).abs() < 1e-3);
    use onfoot::scenario::Audience as A;
    // Leaders of three teams break trust: their teams are reached, or everybody, or only the victims.
    let three = |reach: A| {
        move |scenario: &mut Scenario| {
            let Happening::Breach(breach) = &mut scenario.events[0].what else { panic!() };
            breach.teams = Teams::These(vec![1, 4, 5]);
            scenario.repairs[0].reach = reach;
            if reach == A::Victim {
                breach.audience = A::Victim;
            }
        }
    };
    for (reach, people) in [(A::Team, 24.0), (A::Organisation, 96.0), (A::Victim, 3.0)] {
        let booked = price(12, RepairKind::Compensation, 0, &three(reach));
        assert!((booked - 40.0 * people / 96.0).abs() < 1e-3, "{reach:?}: {booked}");
    }
}

#[test]
fn what_runs_is_paid_day_by_day_and_stops_with_who_does_it_or_with_the_run() {
    // Begun on day 45, for 65 days; the first leader is gone from day 60 on.
    for what in [RepairKind::VisibleLeadership, RepairKind::ConsistentSupport, RepairKind::ChangedConduct] {
        let mut scenario = quiet(3, 200);
        scenario.events.push(leave(60, Teams::These(vec![0]), vec![0]));
        scenario.repairs = vec![Repair { duration: 65, cost: 13.0, ..repair(what, 5) }];
        let life = &lives(&scenario, 1)[0];
        let paid: Vec<f64> = rows(life, EntryKind::Repair).iter().map(|row| f64::from(row.size)).collect();
        assert!(paid.iter().zip([3.0, 13.0, 13.0]).all(|(paid, must)| (paid - must).abs() < 1e-5), "{what:?}: {paid:?}");
        assert!((last(life, "cost_repair") - 29.0).abs() < 1e-4);
    }
    // Begun on day 60; of 260 days the run holds 65.
    let mut scenario = quiet(12, 124);
    scenario.repairs = vec![Repair { cost: 60.0, ..repair(RepairKind::PolicyReform, 20) }];
    assert!((last(&lives(&scenario, 1)[0], "cost_repair") - 15.0).abs() < 1e-4);
    scenario.run.length = 400;
    assert!((last(&lives(&scenario, 1)[0], "cost_repair") - 60.0).abs() < 1e-4);
    // A denial is said once, however long it stands.
    let mut scenario = quiet(2, 60);
    scenario.repairs = vec![Repair { duration: 100, cost: 2.0, ..repair(RepairKind::Denial, 5) }];
    assert!((last(&lives(&scenario, 1)[0], "cost_repair") - 4.0).abs() < 1e-5);
}

#[test]
fn twelve_leaders_are_replaced_at_twelve_prices_and_their_exits_are_booked_and_named() {
    for by_day in [false, true] {
        let mut scenario = quiet(12, 60);
        scenario.repairs = vec![repair(RepairKind::LeaderReplacement, 3)];
        if by_day {
            scenario.events.clear();
            scenario.repairs[0].when = When::Days(vec![43]);
        }
        let life = &lives(&scenario, 1)[0];
        for kind in [EntryKind::Repair, EntryKind::ScheduledExit, EntryKind::LeaderReplaced] {
            let found = rows(life, kind);
            assert_eq!(found.len(), 12, "{kind:?}");
            assert!(found.iter().all(|row| row.name(&scenario) == "leader_replacement"), "{kind:?}");
        }
        assert!((last(life, "cost_repair") - 720.0).abs() < 1e-3);
        assert!((last(life, "cost_replacement") - 12.0 * replacement(&CostLaw::default())).abs() < 1e-3);
        assert!((last(life, "leavers_involuntary") - 12.0).abs() < 1e-9 && (last(life, "joiners") - 12.0).abs() < 1e-9);
    }
}

#[test]
fn an_empty_post_is_not_replaced_and_a_new_leader_does_not_go_for_the_old_one() {
    let mut scenario = quiet(2, 60);
    scenario.parameters.turnover.vacancy_weeks = 0.2; // a day or so
    scenario.events.push(leave(41, Teams::These(vec![0]), vec![0]));
    scenario.repairs = vec![repair(RepairKind::LeaderReplacement, 10)];
    let life = &lives(&scenario, 1)[0];
    assert_eq!(rows(life, EntryKind::Repair).iter().map(|row| row.seat).collect::<Vec<_>>(), [8]);
    assert_eq!(rows(life, EntryKind::RepairNotDone).iter().map(|row| row.seat).collect::<Vec<_>>(), [0]);
    assert!((last(life, "cost_repair") - 60.0).abs() < 1e-3);
}

#[test]
fn top_management_is_one() {
    let mut scenario = quiet(4, 60);
    scenario.events = vec![common::breach(40, Referent::Top, Teams::All, onfoot::scenario::Audience::Organisation)];
    scenario.repairs = vec![repair(RepairKind::Apology, 2), repair(RepairKind::LeaderReplacement, 4), repair(RepairKind::Empathy, 6)];
    let life = &lives(&scenario, 1)[0];
    let done: Vec<(&str, u32, u32)> =
        rows(life, EntryKind::Repair).iter().map(|row| (row.name(&scenario), row.seat, row.generation)).collect();
    assert_eq!(done, [("apology", u32::MAX, 1), ("leader_replacement", u32::MAX, 1)]);
    assert_eq!(rows(life, EntryKind::RepairNotDone).len(), 1); // no empathy from who has been replaced
    assert!((last(life, "cost_repair") - 60.5).abs() < 1e-3);
}

#[test]
fn who_leaves_by_an_event_carries_its_name_and_who_leaves_alone_none() {
    let mut scenario = organisation(10, 300);
    scenario.events.push(leave(41, Teams::All, vec![3]));
    let shock = Happening::Shock { kind: ShockKind::LayOff, size: 0.4, teams: Teams::All };
    scenario.events.push(Event { id: "cut".into(), when: When::Days(vec![80]), what: shock });
    let life = &lives(&scenario, 1)[0];
    assert!(rows(life, EntryKind::ScheduledExit).iter().all(|row| row.name(&scenario) == "gone"));
    assert_eq!(rows(life, EntryKind::ScheduledExit).len(), 10);
    let cut = rows(life, EntryKind::InvoluntaryExit).into_iter().filter(|row| row.name(&scenario) == "cut");
    assert!(cut.clone().count() >= 10 && cut.clone().all(|row| row.day == 80));
    let alone = |row: &Entry| row.day != 80 && row.event == EntryKind::InvoluntaryExit || row.event == EntryKind::Quit;
    assert!(life.events.iter().filter(|row| alone(row)).all(|row| row.name(&scenario).is_empty()));
    // Closed posts are not filled again: only the others are replaced.
    let filled = last(life, "leavers_voluntary") + last(life, "leavers_involuntary") - cut.count() as f64;
    assert!((last(life, "cost_replacement") - filled * replacement(&CostLaw::default())).abs() < 1e-2);
}

#[test]
fn the_parts_add_up_and_output_is_booked_apart_in_the_same_days() {
    let mut scenario = organisation(6, 260);
    scenario.events.push(breach_by_leaders(40));
    scenario.repairs = vec![repair(RepairKind::Amends, 2), repair(RepairKind::PolicyReform, 3)];
    scenario.repairs[1].raises = ByPractice::all(0.2);
    let all = lives(&scenario, 2);
    for life in &all {
        let parts = ["control", "transaction", "replacement", "repair", "practice", "theft", "sick"];
        let parts = parts.map(|part| last(life, &format!("cost_{part}")));
        assert!((parts.iter().sum::<f64>() - last(life, "cost_total")).abs() < 1e-2);
        // A year of forty-eight seats near reference levels.
        let output = last(life, "output_days");
        assert!((0.5..1.5).contains(&(output / (48.0 * 220.0))), "{output}");
    }
    let mut without = scenario.clone();
    without.repairs.clear();
    let plain = lives(&without, 2);
    assert!(at_end(&all, "cost_practice", None) > at_end(&plain, "cost_practice", None) + 50.0);
}

const STORY: &str = r#"
[run]
length = 80
replicates = 3
seed = 3
surveys = []
[organisation]
teams = 4
team_size = 4
[[event]]
id = "b"
what = "breach"
day = 40
by = "leader"
kind = "integrity"
severity = 0.7
[[repair]]
id = "sorry"
what = "apology"
after = "b"
delay = 2
cost = 7.0
[[repair]]
id = "change"
what = "policy_reform"
after = "b"
delay = 3
"#;
const ARMS: &str = "[arms]\nnothing = { repairs = [] }\nwords = { repairs = [\"sorry\"] }\nreform = { repairs = [\"change\"] }\n";

fn onfoot(folder: &std::path::Path, words: &[&str]) -> String {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_onfoot"));
    for name in ["LANG", "LC_MESSAGES", "LC_CTYPE", "COLUMNS", "NO_COLOR", "NO_GRAPHICS", "TERM"] {
        command.env_remove(name);
    }
    let said = command.env("LC_ALL", "C.UTF-8").current_dir(folder).args(words).output().unwrap();
    assert_eq!(said.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn table(file: &std::path::Path) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(file).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn the_screen_says_when_nobody_was_there_to_repair() {
    let place = tempfile::tempdir().unwrap();
    let gone = "[[event]]\nid = \"gone\"\nwhat = \"exit\"\nday = 41\nseats = [0]\n";
    std::fs::write(place.path().join("a.toml"), STORY.to_owned() + gone).unwrap();
    let said = onfoot(place.path(), &["run", "a.toml"]);
    assert!(said.contains("“sorry” was not done") && said.contains("That cost nothing."), "{said}");
    assert!(!said.contains("“change” was not done"), "{said}");
    let dutch = onfoot(place.path(), &["run", "a.toml", "--lang", "nl", "-o", "nl"]);
    assert!(dutch.contains("keer niet gedaan") && dutch.contains("Dat kostte niets."), "{dutch}");
}

#[test]
fn a_comparison_shows_each_part_of_the_cost_and_says_which_prices_nobody_gave() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("a.toml"), STORY.to_owned() + ARMS).unwrap();
    let ask = |more: &[&str]| onfoot(place.path(), &[&["compare", "a.toml", "--worlds", "4", "--replicates", "2"][..], more].concat());
    let said = ask(&[]);
    assert!(said.contains("Default price") && said.contains("repairs change (their `cost`)"), "{said}");
    assert!(said.contains("beyond the replacement that is in the cost"), "{said}");
    let dutch = ask(&["--lang", "nl"]);
    assert!(dutch.contains("Standaardprijs") && dutch.contains("boven de vervanging die al in de kosten zit"), "{dutch}");

    let folder = place.path().join("output/a-compare");
    const PARTS: [&str; 7] = ["repair", "practice", "replacement", "control", "transaction", "theft", "sick"];
    let number = |row: &std::collections::BTreeMap<String, String>, key: &str| row[key].parse::<f64>().unwrap();
    let sum = |row: &std::collections::BTreeMap<String, String>| PARTS.iter().map(|part| number(row, &format!("cost_{part}"))).sum::<f64>();
    let (outcomes, runs) = (table(&folder.join("outcomes.csv")), table(&folder.join("runs.csv")));
    for row in &outcomes {
        assert!((sum(row) - number(row, "cost")).abs() < 1e-6);
        let run = runs.iter().find(|run| ["arm", "replicate", "world"].iter().all(|key| run[*key] == row[*key])).unwrap();
        assert!(
            (number(run, "cost_total") - number(row, "cost")).abs() < 0.01
                && run["output_days"].parse::<f32>() == row["output_days"].parse()
        );
    }
    let policies = table(&folder.join("comparison/policies.csv"));
    for row in &policies {
        assert!((sum(row) - number(row, "cost")).abs() < 1e-6, "{row:?}");
        let mean = |arm: &str| {
            let own: Vec<f64> = outcomes.iter().filter(|life| life["arm"] == arm).map(|life| number(life, "cost")).collect();
            own.iter().sum::<f64>() / own.len() as f64
        };
        assert!((mean(&row["policy"]) - mean("nothing") - number(row, "cost")).abs() < 1e-6, "{row:?}");
    }
    // The reform raises two practices for good, and that is in what it costs.
    let reform = policies.iter().find(|row| row["policy"] == "reform").unwrap();
    assert!(number(reform, "cost_practice") > 0.0 && number(reform, "cost_repair") > 0.0);
    let page = std::fs::read_to_string(folder.join("comparison/report.html")).unwrap();
    assert!(page.contains("Default price") && page.contains("Standaardprijs"));
    for figure in ["cost", "worth"] {
        let text = std::fs::read_to_string(folder.join(format!("comparison/figures/{figure}.txt"))).unwrap();
        assert!(text.contains("standaardprijs") || text.contains("Standaardprijs") || text.contains("Default price"), "{text}");
    }

    let own = STORY.to_owned()
        + "cost = 45\n"
        + "[cost]\npriced_for = 50\npractice = 1\nreplacement = 0.3\nlost_output = 0.8\ndays_a_year = 200\n[team]\ncontrol = 2\ntransaction = 2\n[retaliation]\ntheft_days = 2\n[health]\npaid = 0.5\n"
        + ARMS;
    std::fs::write(place.path().join("a.toml"), own).unwrap();
    let said = ask(&["-o", "own"]);
    assert!(!said.contains("Default price"), "{said}");
}
