//! Taking a mechanism away changes the results in the direction that its theory says: one test for each switch.
#![allow(clippy::unwrap_used)]

mod common;

use common::{at_end, breach, breach_by_leaders, lives, on_day, organisation, repair};
use onfoot::observe::Life;
use onfoot::scenario::{
    Audience, ByPractice, ByReferent, Event, Happening, Mechanisms, Practice, Referent, Repair, RepairKind, Scenario, Teams, When,
};

const COLLEAGUE: Option<Referent> = Some(Referent::Colleague);
const LEADER: Option<Referent> = Some(Referent::Leader);
const TOP: Option<Referent> = Some(Referent::Top);

/// The same lives with a switch on and off.
fn with_and_without(scenario: &Scenario, switch: &str, count: u32) -> (Vec<Life>, Vec<Life>) {
    let set = |on: bool| {
        let mut variant = scenario.clone();
        assert!(variant.mechanisms.set(switch, on));
        lives(&variant, count)
    };
    (set(true), set(false))
}

/// Newcomers bring their own first impressions: without them only what happens among those who are there shows.
fn nobody_leaves(scenario: &mut Scenario) {
    (scenario.mechanisms.quitting, scenario.mechanisms.involuntary_exits) = (false, false);
}

fn low_trust() -> ByReferent<Option<f64>> {
    ByReferent::all(Some(0.2))
}

#[test]
fn every_switch_has_its_test() {
    let source = include_str!("mechanisms.rs");
    for (key, _, _) in Mechanisms::ROWS {
        assert!(source.contains(&format!("\"{key}\"")), "no test for the switch `{key}`");
    }
}

#[test]
fn without_behaviour_nothing_is_seen_and_low_trust_does_not_grow() {
    let mut scenario = organisation(8, 260);
    scenario.initial_trust = low_trust();
    nobody_leaves(&mut scenario);
    let (on, off) = with_and_without(&scenario, "behaviour", 4);
    assert!(at_end(&off, "acts_good", None) == 0.0 && at_end(&on, "acts_good", None) > 10_000.0);
    assert!(
        at_end(&on, "trust", COLLEAGUE) > at_end(&off, "trust", COLLEAGUE) + 0.05,
        "{} {} {}",
        at_end(&off, "acts_good", None),
        at_end(&on, "trust", COLLEAGUE),
        at_end(&off, "trust", COLLEAGUE)
    );
}

#[test]
fn without_withholding_people_meet_more_and_trust_returns_sooner() {
    let mut scenario = organisation(8, 520);
    scenario.events.push(breach_by_leaders(60));
    nobody_leaves(&mut scenario);
    let (on, off) = with_and_without(&scenario, "withholding", 6);
    assert!(at_end(&off, "acts_good", None) > 1.2 * at_end(&on, "acts_good", None));
    assert!(
        at_end(&off, "trust", LEADER) > at_end(&on, "trust", LEADER) + 0.01,
        "{} {}",
        at_end(&off, "trust", LEADER),
        at_end(&on, "trust", LEADER)
    );
}

#[test]
fn with_character_whoever_is_able_is_honest_too_and_people_differ_more_in_trust() {
    let mut scenario = organisation(8, 390);
    nobody_leaves(&mut scenario);
    scenario.run.surveys = vec![390];
    let (on, off) = with_and_without(&scenario, "character", 6);
    let spread = |lives: &[Life]| mean_spread(lives, |answer| answer.latent_trust[Referent::Leader]);
    assert!(spread(&on) > 1.05 * spread(&off), "{} {}", spread(&on), spread(&off));
}

#[test]
fn without_fit_the_members_of_a_team_see_their_leader_more_alike() {
    let mut scenario = organisation(8, 390);
    nobody_leaves(&mut scenario);
    scenario.run.surveys = vec![390];
    let (on, off) = with_and_without(&scenario, "fit", 6);
    let within = |lives: &[Life]| {
        let teams = lives.iter().flat_map(|life| (0..8).map(move |team| (life, team)));
        let spreads = teams.filter_map(|(life, team)| {
            let of = life.survey.iter().filter(|answer| answer.team == team && !answer.leader);
            let trust: Vec<f64> =
                of.map(|answer| f64::from(answer.latent_trust[Referent::Leader])).filter(|trust| !trust.is_nan()).collect();
            (trust.len() > 2).then(|| spread_of(&trust))
        });
        let spreads: Vec<f64> = spreads.collect();
        spreads.iter().sum::<f64>() / spreads.len() as f64
    };
    assert!(within(&on) > 1.2 * within(&off), "{} {}", within(&on), within(&off));
}

#[test]
fn what_is_left_out_disappoints_and_without_omission_it_only_fades() {
    let mut scenario = organisation(8, 520);
    nobody_leaves(&mut scenario);
    scenario.parameters.behaviours.collaboration = 0.0;
    let (on, off) = with_and_without(&scenario, "omission", 4);
    let usual = lives(
        &{
            let mut usual = scenario.clone();
            usual.parameters.behaviours.collaboration = 1.0;
            usual
        },
        4,
    );
    let trust = |lives: &[Life]| at_end(lives, "trust", COLLEAGUE);
    assert!(trust(&on) < trust(&off) - 0.003 && trust(&off) < trust(&usual), "{} {} {}", trust(&on), trust(&off), trust(&usual));
}

#[test]
fn without_own_outcomes_more_help_is_only_what_trust_makes_of_it() {
    let mut scenario = organisation(8, 390);
    nobody_leaves(&mut scenario);
    scenario.parameters.behaviours.generosity = 3.0;
    let (on, off) = with_and_without(&scenario, "own_outcomes", 4);
    let helping = |lives: &[Life]| at_end(lives, "helping", None);
    assert!(helping(&on) > helping(&off) + 0.03, "{} {}", helping(&on), helping(&off));
}

/// The spread of a number over all who answered, mean over lives.
fn mean_spread(lives: &[Life], of: impl Fn(&onfoot::observe::Answer) -> f32) -> f64 {
    let one = |life: &Life| {
        let known = life.survey.iter().filter(|answer| !answer.leader).map(|answer| f64::from(of(answer))).filter(|x| !x.is_nan());
        spread_of(&known.collect::<Vec<f64>>())
    };
    lives.iter().map(one).sum::<f64>() / lives.len() as f64
}

fn spread_of(numbers: &[f64]) -> f64 {
    let n = numbers.len() as f64;
    let mean = numbers.iter().sum::<f64>() / n;
    (numbers.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt()
}

#[test]
fn reciprocity_keeps_low_trust_low() {
    let mut scenario = organisation(8, 130);
    scenario.initial_trust = low_trust();
    nobody_leaves(&mut scenario);
    let (on, off) = with_and_without(&scenario, "reciprocity", 6);
    assert!(
        at_end(&off, "trust", COLLEAGUE) > at_end(&on, "trust", COLLEAGUE) + 0.005,
        "{} {}",
        at_end(&off, "trust", COLLEAGUE),
        at_end(&on, "trust", COLLEAGUE)
    );
}

#[test]
fn without_asymmetry_honesty_stands_higher() {
    let (on, off) = with_and_without(&organisation(8, 390), "asymmetry", 4);
    assert!(at_end(&off, "honesty", COLLEAGUE) > at_end(&on, "honesty", COLLEAGUE) + 0.05);
}

#[test]
fn without_familiarity_new_relations_move_more_slowly() {
    let mut scenario = organisation(8, 65);
    scenario.initial_trust = low_trust();
    scenario.organisation.start = onfoot::scenario::Start::Strangers;
    let (on, off) = with_and_without(&scenario, "familiarity", 4);
    assert!(at_end(&on, "trust", COLLEAGUE) > at_end(&off, "trust", COLLEAGUE) + 0.02);
}

#[test]
fn forgetting_draws_beliefs_to_the_first_impression_where_there_is_no_contact() {
    let mut scenario = organisation(4, 1300);
    scenario.initial_trust = low_trust();
    let on = &mut scenario.mechanisms;
    (on.behaviour, on.gossip, on.incidents, on.practices_seen, on.quitting, on.involuntary_exits) =
        (false, false, false, false, false, false);
    let (on, off) = with_and_without(&scenario, "forgetting", 2);
    let start = on_day(&off[0], "competence", COLLEAGUE, 0);
    assert!((at_end(&off[..1], "competence", COLLEAGUE) - start).abs() < 3e-5); // two steps of sixteen bits
    assert!(at_end(&on[..1], "competence", COLLEAGUE) > start + 0.02); // 5 years of 2.4 % of a gap of about 0.3
}

#[test]
fn confirmation_bias_shields_those_who_are_trusted() {
    let mut scenario = organisation(8, 130);
    scenario.initial_trust = ByReferent::all(Some(0.8));
    let (on, off) = with_and_without(&scenario, "confirmation_bias", 4);
    let (on, off) = (at_end(&on, "trust", COLLEAGUE), at_end(&off, "trust", COLLEAGUE));
    assert!(on > off + 0.004, "{on} {off}");
}

#[test]
fn good_practices_that_are_seen_raise_trust_in_top_management() {
    let mut scenario = organisation(8, 520);
    scenario.practices = ByPractice::all(0.95);
    scenario.mechanisms.practices_work = false;
    let (on, off) = with_and_without(&scenario, "practices_seen", 4);
    assert!(at_end(&on, "trust", TOP) > at_end(&off, "trust", TOP) + 0.01);
}

#[test]
fn good_practices_at_work_improve_conduct_and_lower_strain() {
    let mut scenario = organisation(8, 390);
    scenario.practices = ByPractice::all(0.95);
    let (on, off) = with_and_without(&scenario, "practices_work", 4);
    let badly = |lives: &[Life]| at_end(lives, "acts_bad", None) / (at_end(lives, "acts_good", None) + at_end(lives, "acts_bad", None));
    assert!(badly(&on) < badly(&off) - 0.02);
    assert!(at_end(&on, "strain", None) < at_end(&off, "strain", None) - 0.02);
}

#[test]
fn without_breaches_trust_in_the_leader_stands() {
    let mut scenario = organisation(8, 130);
    scenario.events.push(breach_by_leaders(60));
    let (on, off) = with_and_without(&scenario, "breaches", 4);
    assert!(at_end(&on, "trust", LEADER) < at_end(&off, "trust", LEADER) - 0.15);
}

#[test]
fn without_incidents_nobody_is_hurt() {
    let (on, off) = with_and_without(&organisation(8, 260), "incidents", 4);
    assert!(at_end(&off, "breaches", None) == 0.0 && at_end(&on, "breaches", None) > 0.0);
    assert!(at_end(&off, "scar", COLLEAGUE) == 0.0 && at_end(&on, "scar", COLLEAGUE) > 0.0);
}

#[test]
fn wounds_and_strain_breed_more_incidents() {
    let mut scenario = organisation(30, 390);
    scenario.events.push(breach_by_leaders(5));
    scenario.parameters.incident.injury = 4.0;
    let (on, off) = with_and_without(&scenario, "escalation", 8);
    assert!(at_end(&on, "breaches", None) > 1.05 * at_end(&off, "breaches", None));
}

#[test]
fn without_scars_trust_comes_back_further() {
    let mut scenario = organisation(8, 520);
    scenario.events.push(breach_by_leaders(60));
    let (on, off) = with_and_without(&scenario, "scars", 4);
    assert!(at_end(&off, "scar", LEADER) < 1e-6);
    assert!(at_end(&off, "trust", LEADER) > at_end(&on, "trust", LEADER) + 0.03);
}

#[test]
fn without_repair_less_comes_back() {
    let mut scenario = organisation(8, 130);
    scenario.events.push(breach_by_leaders(60));
    scenario.repairs.push(repair(RepairKind::OpenAcknowledgement, 2));
    let (on, off) = with_and_without(&scenario, "repair", 4);
    let [with, without] = [&on, &off].map(|lives| at_end(lives, "trust", LEADER));
    assert!(with > without + 0.01, "{with} {without}");
    assert!(at_end(&off, "cost_repair", None) == 0.0 && at_end(&on, "cost_repair", None) > 0.0);
}

#[test]
fn a_kept_promise_heals_scars() {
    let mut scenario = organisation(8, 390);
    scenario.mechanisms.incidents = false; // each would break it
    scenario.events.push(breach_by_leaders(60));
    scenario.repairs.push(repair(RepairKind::Promise, 2));
    let healed = |scenario: &Scenario| {
        let (on, off) = with_and_without(scenario, "probation", 6);
        at_end(&off, "scar", LEADER) - at_end(&on, "scar", LEADER)
    };
    let bare = healed(&scenario);
    scenario.repairs.push(Repair { id: "kept".into(), ..repair(RepairKind::ChangedConduct, 2) });
    let kept = healed(&scenario);
    assert!(kept > 0.005 && bare.abs() < 0.2 * kept, "a promise alone is not kept: {bare} {kept}");
}

#[test]
fn who_feels_wronged_withdraws() {
    let mut scenario = organisation(12, 140);
    scenario.events.push(breach_by_leaders(60));
    scenario.mechanisms.retaliation = false;
    let (on, off) = with_and_without(&scenario, "withdrawal", 6);
    for outcome in ["engagement", "helping", "knowledge_sharing"] {
        assert!(at_end(&on, outcome, None) < at_end(&off, outcome, None) - 0.005, "{outcome}");
    }
}

#[test]
fn gossip_carries_a_wound_to_those_who_were_not_there() {
    let mut scenario = organisation(12, 100);
    scenario.events.push(breach(60, Referent::Leader, Teams::All, Audience::Victim));
    scenario.mechanisms.team_mood = false;
    scenario.mechanisms.incidents = false;
    let (on, off) = with_and_without(&scenario, "gossip", 6);
    assert!(at_end(&off, "hearsay", None) < 0.2 * at_end(&on, "hearsay", None)); // what is left came over ties, without gossip none
    let damage = |lives: &[Life]| at_end(lives, "wound", LEADER) + at_end(lives, "scar", LEADER);
    assert!(damage(&on) > 1.02 * damage(&off), "{} {}", damage(&on), damage(&off));
    assert!(at_end(&on, "trust", LEADER) < at_end(&off, "trust", LEADER));
}

#[test]
fn a_team_amplifies_its_wounds() {
    let mut scenario = organisation(12, 100);
    scenario.events.push(breach(60, Referent::Leader, Teams::All, Audience::Victim));
    scenario.mechanisms.gossip = false;
    scenario.mechanisms.incidents = false;
    let (on, off) = with_and_without(&scenario, "team_mood", 6);
    assert!(at_end(&on, "wound", LEADER) > 1.2 * at_end(&off, "wound", LEADER));
}

#[test]
fn a_leaders_breach_tints_top_management_only_along_the_line() {
    let mut scenario = organisation(8, 70);
    scenario.events.push(breach_by_leaders(60));
    scenario.mechanisms.incidents = false;
    let (on, off) = with_and_without(&scenario, "line_spillover", 4);
    assert!(at_end(&off, "wound", TOP) == 0.0 && at_end(&on, "wound", TOP) > 0.01);
}

#[test]
fn news_about_top_management_travels_over_ties() {
    let mut scenario = organisation(12, 200);
    scenario.events.push(breach(60, Referent::Top, Teams::These(vec![0]), Audience::Team));
    scenario.mechanisms.incidents = false;
    let (on, off) = with_and_without(&scenario, "ties_across", 6);
    let hurt_elsewhere = |lives: &[Life]| {
        let columns = onfoot::scenario::measure::columns(true);
        let trust = columns.iter().position(|c| c.measure == onfoot::scenario::measure::at("trust") && c.referent == TOP).unwrap();
        let mean = |life: &Life| {
            let rows = life.team_values.chunks(columns.len()).rev().take(11);
            rows.map(|row| row[trust] as f64).sum::<f64>() / 11.0
        };
        lives.iter().map(mean).sum::<f64>() / lives.len() as f64
    };
    assert!(hurt_elsewhere(&on) < hurt_elsewhere(&off), "{} {}", hurt_elsewhere(&on), hurt_elsewhere(&off));
}

#[test]
fn without_retaliation_nobody_strikes_back() {
    let mut scenario = organisation(12, 200);
    scenario.events.push(breach_by_leaders(60));
    let (on, off) = with_and_without(&scenario, "retaliation", 6);
    let acts = |lives: &[Life]| ["rumours", "sabotages", "thefts"].map(|key| at_end(lives, key, None));
    assert!(acts(&off).iter().all(|&count| count == 0.0));
    assert!(acts(&on).iter().all(|&count| count > 0.0), "{:?}", acts(&on));
    assert!(at_end(&on, "cost_theft", None) > 0.0);
}

#[test]
fn people_quit_only_if_they_may() {
    let (on, off) = with_and_without(&organisation(12, 390), "quitting", 4);
    assert!(at_end(&off, "leavers_voluntary", None) == 0.0 && at_end(&on, "leavers_voluntary", None) > 1.0);
}

#[test]
fn leavers_make_others_think_of_leaving() {
    let mut scenario = organisation(40, 260);
    let what = Happening::Exit { teams: Teams::All, count: 2, seats: Vec::new() };
    scenario.events.push(Event { id: "exit".into(), when: When::Days(vec![100]), what });
    scenario.parameters.turnover.contagion = 1.0;
    let (on, off) = with_and_without(&scenario, "contagion", 8);
    assert!(at_end(&on, "leavers_voluntary", None) > 1.05 * at_end(&off, "leavers_voluntary", None));
}

#[test]
fn other_exits_can_be_switched_off() {
    let (on, off) = with_and_without(&organisation(12, 390), "involuntary_exits", 4);
    assert!(at_end(&off, "leavers_involuntary", None) == 0.0 && at_end(&on, "leavers_involuntary", None) > 1.0);
}

#[test]
fn empty_seats_strain_those_who_stay() {
    let mut scenario = organisation(12, 140);
    let what = Happening::Exit { teams: Teams::All, count: 3, seats: Vec::new() };
    scenario.events.push(Event { id: "exit".into(), when: When::Days(vec![100]), what });
    let (on, off) = with_and_without(&scenario, "strain_of_vacancies", 4);
    assert!(at_end(&on, "strain", None) > at_end(&off, "strain", None) + 0.02);
}

#[test]
fn newcomers_at_part_output_cost_output() {
    let mut scenario = organisation(12, 180);
    let what = Happening::Exit { teams: Teams::All, count: 3, seats: Vec::new() };
    scenario.events.push(Event { id: "exit".into(), when: When::Days(vec![100]), what });
    let (on, off) = with_and_without(&scenario, "ramp_up", 4);
    assert!(at_end(&on, "output", None) < at_end(&off, "output", None) - 0.02);
}

#[test]
fn loyalty_to_the_team_keeps_people_who_connect() {
    let mut scenario = organisation(12, 520);
    scenario.parameters.behaviours.personal_connection = 3.0;
    scenario.parameters.turnover.loyalty = 1.5;
    let (on, off) = with_and_without(&scenario, "loyalty", 12);
    let [kept, gone] = [&on, &off].map(|lives| at_end(lives, "leavers_voluntary", None));
    assert!(at_end(&on, "loyalty", None) > 0.5 && kept < 0.95 * gone, "{kept} {gone}");
}

#[test]
fn where_performance_decides_who_leaves_those_who_stay_perform_better() {
    let mut scenario = organisation(12, 520);
    scenario.parameters.turnover.involuntary = 0.3;
    scenario.parameters.turnover.performance_let_go = 1.5;
    let (on, off) = with_and_without(&scenario, "performance_exits", 4);
    assert!(at_end(&on, "performance", None) > at_end(&off, "performance", None) + 0.02);
}

#[test]
fn strain_makes_ill_and_who_is_ill_yields_nothing_and_costs() {
    let mut scenario = organisation(12, 140);
    let what = Happening::Exit { teams: Teams::All, count: 3, seats: Vec::new() };
    scenario.events.push(Event { id: "exit".into(), when: When::Days(vec![100]), what });
    let (on, off) = with_and_without(&scenario, "illness", 4);
    let before = |lives: &[Life]| lives.iter().map(|life| on_day(life, "sick_leave", None, 85)).sum::<f64>() / lives.len() as f64;
    assert!(at_end(&on, "sick_leave", None) > before(&on) && before(&on) > 0.05 && at_end(&off, "sick_leave", None) == 0.0);
    assert!(at_end(&on, "output", None) < at_end(&off, "output", None));
    assert!(at_end(&on, "cost_sick", None) > 0.0 && at_end(&off, "cost_sick", None) == 0.0);
}

#[test]
fn a_shared_vision_makes_people_work_together_beyond_trust() {
    let mut scenario = organisation(12, 260);
    scenario.practices[Practice::Vision] = 0.9;
    nobody_leaves(&mut scenario);
    let (on, off) = with_and_without(&scenario, "climate", 4);
    assert!(at_end(&on, "cooperation", None) > at_end(&off, "cooperation", None) + 0.01);
}

#[test]
fn trades_differ_in_output_and_leave_trust_as_it_is() {
    let (on, off) = with_and_without(&organisation(4, 65), "trade", 40);
    let spread = |lives: &[Life]| spread_of(&lives.iter().map(|life| on_day(life, "output", None, 65)).collect::<Vec<f64>>());
    assert!(spread(&on) > 1.5 * spread(&off), "{} {}", spread(&on), spread(&off));
    assert!((at_end(&on, "trust", COLLEAGUE) - at_end(&off, "trust", COLLEAGUE)).abs() < 1e-9);
}
