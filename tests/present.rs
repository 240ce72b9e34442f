//! Shares, rates and returns count what is there: people who are present, seats that exist, days on which there is somebody to trust.

#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;

use common::on_day;
use onfoot::analysis::recovery::recovery;
use onfoot::ensemble::live::live;
use onfoot::ensemble::plan::plan;
use onfoot::ensemble::{ArmLives, ArmPlan};
use onfoot::observe::{EntryKind, Life};
use onfoot::scenario::read::read_text;
use onfoot::scenario::{Referent, Scenario};

fn read(text: &str) -> Scenario {
    read_text("present.toml", text).unwrap_or_else(|faults| panic!("{faults:?}")).scenario
}

fn lived(scenario: &Scenario) -> Vec<(ArmPlan, ArmLives)> {
    let arm = |plan: ArmPlan| {
        let lives = (0..plan.lives()).map(|life| Ok(live(&plan.scenario, plan.dice(life)))).collect();
        let arm = ArmLives { arm: plan.name.clone(), twin: plan.twin.clone(), worlds: 1, lives };
        (plan, arm)
    };
    plan(scenario).into_iter().map(arm).collect()
}

/// How many leave on a day, by team.
fn laid_off(life: &Life, day: u32, teams: usize) -> Vec<u32> {
    let mut gone = vec![0; teams];
    for entry in life.events.iter().filter(|entry| entry.day == day && entry.event == EntryKind::InvoluntaryExit) {
        gone[entry.team as usize] += 1;
    }
    gone
}

fn lay_offs(teams: u32, size: &str, events: &str) -> Scenario {
    read(&format!(
        "[run]\nlength = 200\nreplicates = 1\nseed = 3\nrecord = \"daily\"\nsurveys = []\n[organisation]\nteams = {teams}\nteam_size = {size}\n{events}"
    ))
}

fn cut(id: &str, day: u32, size: f64, more: &str) -> String {
    format!("[[event]]\nid = \"{id}\"\nwhat = \"shock\"\nkind = \"lay_off\"\nday = {day}\nsize = {size}\n{more}\n")
}

#[test]
fn a_lay_off_takes_its_share_of_those_present_however_small_the_teams() {
    for (teams, size, share) in [(50, "4", 0.15), (40, "3", 0.1), (20, "11", 0.5), (30, "{ min = 3, max = 9 }", 0.27), (7, "8", 0.03)] {
        for replicate in 0..4 {
            // The evening before the lay-off nothing else happens until its morning.
            let life = live(&lay_offs(teams, size, &cut("l", 40, share, "")), replicate);
            let present = on_day(&life, "headcount", None, 39);
            let gone = laid_off(&life, 40, teams as usize);
            // Those who leave in the evening of day 39 are not there any more in the morning.
            let left = life.events.iter().filter(|entry| {
                entry.day == 39 && matches!(entry.event, EntryKind::Quit | EntryKind::InvoluntaryExit | EntryKind::ScheduledExit)
            });
            let joined = life.events.iter().filter(|entry| entry.day == 39 && entry.event == EntryKind::Join).count() as f64;
            let morning = present - left.count() as f64 + joined;
            let must = share * morning;
            let all = f64::from(gone.iter().sum::<u32>());
            assert!((all - must).abs() <= 0.5, "{all} of {morning} people, {share} of them is {must}");
        }
    }
}

#[test]
fn every_team_gives_up_its_share_to_within_a_person_and_no_team_is_always_the_first() {
    let scenario = lay_offs(50, "4", &cut("l", 40, 0.15, ""));
    let mut struck = BTreeSet::new();
    for replicate in 0..6 {
        let gone = laid_off(&live(&scenario, replicate), 40, 50);
        assert!(gone.iter().all(|gone| *gone <= 1), "0.15 of four people is less than one: {gone:?}");
        struck.extend((0..50).filter(|team| gone[*team] > 0));
    }
    assert!(struck.len() > 45, "{struck:?}");
    let some = lay_offs(20, "10", &cut("l", 40, 0.25, "teams = [3, 4]"));
    let gone = laid_off(&live(&some, 0), 40, 20);
    assert!((4..=5).contains(&gone.iter().sum::<u32>()) && gone[3].abs_diff(gone[4]) <= 1, "{gone:?}");
}

#[test]
fn a_second_lay_off_takes_its_share_of_those_who_are_left_and_rates_stay_rates() {
    let events = cut("l", 40, 0.5, "") + &cut("m", 60, 0.5, "");
    for replicate in 0..3 {
        let life = live(&lay_offs(20, "11", &events), replicate);
        let before = on_day(&life, "headcount", None, 59);
        let gone = f64::from(laid_off(&life, 60, 20).iter().sum::<u32>());
        assert!((gone - 0.5 * before).abs() <= 2.0, "{gone} of {before}"); // a few come and go on the evening between
        // By hand: what came by itself made yearly, lay-offs as they are, over the seats that there were on average.
        let columns = ["headcount", "vacancies"];
        let seats: Vec<f64> = (0..200).map(|day| columns.map(|key| on_day(&life, key, None, day)).iter().sum()).collect();
        // Seats close in the morning, before the record of the day.
        for day in [65_u32, 100, 200] {
            let average = seats[..day as usize].iter().sum::<f64>() / f64::from(day);
            let count = |kind: EntryKind| life.events.iter().filter(|entry| entry.event == kind && entry.day < day).count() as f64;
            let at_once = f64::from([40, 60].iter().flat_map(|day| laid_off(&life, *day, 20)).sum::<u32>());
            let year = f64::from(day) / 260.0;
            let quits = count(EntryKind::Quit) / year / average;
            let others = (count(EntryKind::InvoluntaryExit) - at_once) / year / average + at_once / average;
            let near = |key: &str, own: f64| {
                let found = on_day(&life, key, None, day);
                assert!((found - own).abs() < 1e-4 * own.max(1.0), "{key} on day {day}: {found}, by hand {own}");
            };
            near("turnover_voluntary", quits);
            near("turnover_involuntary", others);
            near("stability", (1.0 - quits).max(0.0));
            assert!((0.0..=1.0).contains(&on_day(&life, "stability", None, day)));
        }
    }
}

#[test]
fn the_victim_of_a_breach_by_the_top_may_be_anybody_and_the_event_says_where() {
    let text = "[run]\nlength = 45\nseed = 3\nrecord = \"daily\"\nsurveys = []\n[organisation]\nteams = 10\nteam_size = 6\n[[event]]\nid = \"b\"\nwhat = \"breach\"\nday = 40\nby = \"top\"\nkind = \"integrity\"\nseverity = 0.7\naudience = \"victim\"\n";
    let struck = |text: &str, replicate| {
        let life = live(&read(text), replicate);
        let breach = *life.events.iter().find(|entry| entry.event == EntryKind::BreachTop && entry.id == 0).unwrap();
        (breach.team, breach.other_seat)
    };
    let all: Vec<(u32, u32)> = (0..40).map(|replicate| struck(text, replicate)).collect();
    assert!(all.iter().all(|(team, seat)| *team < 10 && seat / 6 == *team), "{all:?}");
    assert!(all.iter().map(|(team, _)| team).collect::<BTreeSet<_>>().len() >= 8, "{all:?}");
    assert!(all.iter().map(|(_, seat)| seat % 6).collect::<BTreeSet<_>>().len() == 6, "{all:?}");
    let some = text.replace("audience", "teams = [2, 7]\naudience");
    let of_two: BTreeSet<u32> = (0..20).map(|replicate| struck(&some, replicate).0).collect();
    assert_eq!(of_two, BTreeSet::from([2, 7]));
}

#[test]
fn a_shock_in_the_first_week_is_measured_against_the_lifes_own_output() {
    let days = |day: u32, replicate| {
        let text = format!(
            "[run]\nlength = 260\nseed = 3\nrecord = \"weekly\"\nsurveys = []\n[organisation]\nteams = 10\nteam_size = 8\n[[event]]\nid = \"l\"\nwhat = \"shock\"\nkind = \"lost_client\"\nday = {day}\nsize = 0.05\n"
        );
        on_day(&live(&read(&text), replicate), "resilience", None, 260)
    };
    for replicate in 0..4 {
        let later = days(7, replicate);
        for day in 1..5 {
            assert!((days(day, replicate) - later).abs() <= 45.0, "day {day}: {}, day 7: {later}", days(day, replicate));
        }
    }
}

#[test]
fn a_leader_who_was_away_long_before_the_breach_takes_nobody_out_of_the_table() {
    let scenario = read(
        "[run]\nlength = 800\nreplicates = 3\nseed = 5\nrecord = \"daily\"\nsurveys = []\ntwin = true\n[organisation]\nteams = 1\nteam_size = 8\n[mechanisms]\nquitting = false\ninvoluntary_exits = false\n[[event]]\nid = \"x\"\nwhat = \"exit\"\nday = 50\nseats = [0]\n[[event]]\nid = \"b\"\nwhat = \"breach\"\nday = 400\nby = \"leader\"\nkind = \"integrity\"\nseverity = 0.7\n",
    );
    let lived = lived(&scenario);
    let row = &recovery(&scenario, &lived[0].1, Some(&lived[1].1))[Referent::Leader as usize];
    assert_eq!((row.courses.len(), row.visible), (3, 3));
    assert!(row.trust_days_lost.median > 0.0 && row.left_out.abs() < 1e-12);
}

#[test]
fn a_survey_after_any_number_of_months_or_years_falls_on_a_recorded_day() {
    let scenario = read(
        "[run]\nlength = \"16 years\"\nseed = 3\nrecord = \"monthly\"\nsurveys = [\"7 months\", \"41 months\", \"100 months\", \"12 years\", \"15 years\", \"181 months\"]\n[organisation]\nteams = 2\nteam_size = 4\n",
    );
    let life = live(&scenario, 0);
    let asked: BTreeSet<u32> = life.survey.iter().map(|answer| answer.day).collect();
    assert_eq!(asked.len(), 6);
    assert!(asked.iter().all(|day| life.days.contains(day)), "{asked:?}");
    assert!(life.days.contains(&3900) && life.days.len() == 16 * 12 + 1);
}
