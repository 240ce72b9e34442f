//! What the scenarios in `scenarios/` are said to show, shown: claims of the article and of the published findings, each on
//! a few lives of the very files that ship. Every claim compares arms that share their luck.
#![allow(clippy::unwrap_used)]

mod common;

use std::path::Path;

use common::{lives, on_day};
use onfoot::observe::Life;
use onfoot::scenario::{Happening, Referent, Scenario, YEAR};

const COLLEAGUE: Option<Referent> = Some(Referent::Colleague);
const LEADER: Option<Referent> = Some(Referent::Leader);
const TOP: Option<Referent> = Some(Referent::Top);
/// The day of the breach in most stories.
const BREACH: u32 = YEAR;

/// `count` lives of one arm of a shipped scenario, up to and including `until`.
fn arm(file: &str, name: &str, until: u32, count: u32) -> Vec<Life> {
    let reading = onfoot::scenario::read::read(&Path::new("scenarios").join(format!("{file}.toml")), &[]).unwrap();
    let arm = reading.scenario.arms.iter().find(|arm| arm.name == name);
    lives(&shortened(arm.map_or(&reading.scenario, |arm| &arm.scenario), until), count)
}

fn shortened(scenario: &Scenario, until: u32) -> Scenario {
    let mut scenario = scenario.clone();
    scenario.run.length = until;
    scenario.run.surveys.clear();
    scenario.arms.clear();
    scenario
}

/// Mean over the lives of a measure on a recorded day.
fn mean(lives: &[Life], key: &str, referent: Option<Referent>, day: u32) -> f64 {
    lives.iter().map(|life| on_day(life, key, referent, day)).sum::<f64>() / lives.len() as f64
}

/// A measure on a day for each named arm.
fn compared<const N: usize>(file: &str, arms: [&str; N], count: u32, key: &str, referent: Option<Referent>, day: u32) -> [f64; N] {
    arms.map(|name| mean(&arm(file, name, day, count), key, referent, day))
}

fn ascending(values: &[f64], least: f64) -> bool {
    values.windows(2).all(|pair| pair[1] - pair[0] > least)
}

#[test]
fn colleagues_are_trusted_more_than_leaders_and_leaders_more_than_top_management() {
    let lives = arm("baseline", "main", 520, 24);
    let trust = [TOP, LEADER, COLLEAGUE].map(|referent| mean(&lives, "trust", referent, 520));
    assert!(ascending(&trust, 0.005) && trust[2] > trust[1] + 0.02, "{trust:?}");
}

#[test]
fn trust_comes_on_foot_and_leaves_on_horseback() {
    let (breach, end) = (390, 1300);
    let mut climbed = 0;
    for life in arm("horseback", "main", end, 10) {
        let trust = |day: u32| life.daily_trust[day as usize * 3 + 1];
        let (first, before, bottom) = (trust(0), trust(breach - 1), (breach..breach + 60).map(trust).fold(1.0, f32::min));
        assert!(trust(breach) < before - 0.9 * (before - bottom), "the fall takes a day");
        assert!(bottom < first, "it takes all that was built: {first} {before} {bottom}");
        climbed += usize::from(before > first + 0.04);
        let back = (breach..end).find(|&day| trust(day) >= before - 0.02).map(|day| day - breach);
        assert!(back.is_none_or(|days| days > 130), "the return takes months: {back:?}");
    }
    assert!(climbed >= 9, "trust is built in {climbed} of 10");
}

#[test]
fn the_fall_and_the_slow_way_back_remain_without_asymmetry_gossip_and_withholding() {
    let lives = arm("rigged", "none-of-the-first-three", 520, 6);
    let [before, after, later] = [385, 390, 520].map(|day| mean(&lives, "trust", LEADER, day));
    assert!(after < before - 0.2 && later < before - 0.05 && later > after + 0.1, "{before} {after} {later}");
}

#[test]
fn without_scars_trust_returns_sooner() {
    let [scarred, whole] = compared("rigged", ["as-it-is", "wounds-leave-no-scar"], 6, "trust", LEADER, 650);
    assert!(whole > scarred + 0.04, "{scarred} {whole}");
}

#[test]
fn after_a_severe_betrayal_words_do_less_than_amends_and_amends_less_than_reform() {
    let trust = compared("repair", ["nothing", "words", "amends", "reform"], 24, "trust", LEADER, BREACH + YEAR);
    assert!(ascending(&trust, 0.0) && trust[2] > trust[1] + 0.01, "{trust:?}");
    let [promised] = compared("repair", ["words-and-promise"], 24, "trust", LEADER, BREACH + YEAR);
    assert!(promised < trust[2] - 0.01, "{promised} {trust:?}"); // a promise alone adds next to nothing
    let [amends, reform] = compared("repair", ["amends", "reform"], 24, "trust", LEADER, BREACH + YEAR + 130); // reform has run its course
    assert!(reform > amends + 0.03, "{amends} {reform}");
}

#[test]
fn a_quarter_later_amends_have_healed_more_than_words() {
    let trust = compared("repair", ["words", "words-and-promise", "amends"], 6, "trust", LEADER, BREACH + 65);
    assert!(trust[2] > trust[0] + 0.01 && trust[2] > trust[1] + 0.01, "{trust:?}");
}

#[test]
fn an_early_apology_prevents_more_scar_than_a_late_one() {
    for file in ["early-or-late", "slip"] {
        let scar = compared(file, ["three-days", "three-months", "never"], 8, "scar", LEADER, BREACH + 130);
        assert!(ascending(&scar, 0.0) && scar[2] > 1.03 * scar[0], "{file} {scar:?}");
        let trust = compared(file, ["a-year", "three-months", "three-days"], 8, "trust", LEADER, BREACH + 130);
        assert!(ascending(&trust, 0.0), "{file} {trust:?}");
    }
}

#[test]
fn each_kind_of_breach_has_repairs_of_its_own() {
    let year_on = |arms: [&str; 3]| compared("fit", arms, 8, "trust", LEADER, 390);
    let [nothing, dialogue, amends] = year_on(["reliability", "reliability-facilitated-dialogue", "reliability-amends"]);
    assert!(ascending(&[nothing, dialogue, amends], 0.003), "{nothing} {dialogue} {amends}");
    let [nothing, amends, dialogue] = year_on(["benevolence", "benevolence-amends", "benevolence-facilitated-dialogue"]);
    assert!(ascending(&[nothing, amends, dialogue], 0.003), "{nothing} {dialogue} {amends}");
    let [nothing, replaced, support] = year_on(["competence", "competence-leader-replacement", "competence-consistent-support"]);
    assert!(replaced < nothing && nothing + 0.01 < support, "{replaced} {nothing} {support}");
    let [apology, denial, open] = year_on(["integrity-apology", "integrity-denial", "integrity-open-acknowledgement"]);
    assert!(apology < denial && denial + 0.005 < open, "{apology} {denial} {open}");
}

#[test]
fn an_apology_mends_more_after_a_mistake_than_after_dishonesty() {
    let arms = ["silence", "apology", "mistake-silence", "mistake-apology"];
    let [silence, apology, mistake, sorry] = compared("denial", arms, 8, "trust", LEADER, BREACH + 20);
    assert!(sorry - mistake > apology - silence && apology > silence, "{silence} {apology} {mistake} {sorry}");
}

#[test]
fn a_denial_found_out_is_worse_than_silence() {
    let [found_out, silence] = compared("denial", ["found-out", "silence"], 6, "trust", LEADER, BREACH + 130);
    assert!(found_out < silence - 0.03, "{found_out} {silence}");
}

#[test]
fn a_lie_heals_less_with_the_same_repair() {
    let [lie, failing] = compared("deception", ["lie-repaired", "failing-repaired"], 16, "trust", LEADER, BREACH + 2 * YEAR);
    let before = mean(&arm("deception", "failing", BREACH - 5, 16), "trust", LEADER, BREACH - 5);
    assert!(lie < failing - 0.01 && lie < 0.95 * before && failing >= 0.95 * before, "{lie} {failing} {before}");
}

#[test]
fn without_a_lie_half_a_year_of_good_conduct_restores_trust() {
    let [repaired] = compared("deception", ["failing-repaired"], 16, "trust", LEADER, BREACH + 130);
    let before = mean(&arm("deception", "failing", BREACH - 5, 16), "trust", LEADER, BREACH - 5);
    assert!(repaired >= 0.95 * before, "{repaired} {before}");
}

#[test]
fn a_promise_that_is_kept_speeds_the_return() {
    let [without, kept] = compared("twice", ["no-promise", "kept"], 8, "trust", LEADER, BREACH + 195);
    assert!(kept > without, "{without} {kept}");
}

#[test]
fn a_breach_under_a_promise_is_worse_than_the_same_breach_without_one() {
    let [broken, no_promise] = compared("twice", ["broken", "no-promise"], 8, "trust", LEADER, 520);
    assert!(broken < no_promise - 0.02, "{broken} {no_promise}");
}

#[test]
fn a_second_apology_gains_less_than_the_first() {
    let gain = |with: &str, without: &str, day: u32| {
        let [without, with] = compared("twice", [without, with], 8, "trust", LEADER, day);
        with - without
    };
    let (first, second) = (gain("no-promise", "never-sorry", BREACH + 5), gain("broken-sorry-again", "broken", 485));
    assert!(first > second && second > 0.0, "{first} {second}");
}

#[test]
fn different_conduct_does_more_for_a_leader_than_words() {
    let trust = compared("leader", ["nothing", "words-only", "openly-and-there", "other-conduct"], 6, "trust", LEADER, BREACH + YEAR);
    assert!(ascending(&trust, 0.0) && trust[3] > trust[1] + 0.02, "{trust:?}");
}

#[test]
fn after_a_scandal_at_the_top_penance_beats_an_apology_and_reform_beats_both() {
    let trust = compared("top-integrity", ["nothing", "apology", "penance", "reform"], 6, "trust", TOP, BREACH + YEAR);
    assert!(ascending(&trust, 0.0) && trust[3] > trust[2] + 0.05, "{trust:?}");
}

#[test]
fn dismissal_at_the_top_beats_doing_nothing() {
    let [nothing, dismissal] = compared("top-integrity", ["nothing", "dismissal"], 6, "trust", TOP, BREACH + YEAR);
    assert!(dismissal > nothing + 0.03, "{nothing} {dismissal}");
}

#[test]
fn fairness_and_explanation_keep_people_from_striking_back() {
    let acts = |name: &str| {
        let lives = arm("retaliation", name, BREACH + 130, 20);
        ["rumours", "sabotages", "thefts"].map(|key| mean(&lives, key, None, BREACH + 130)).iter().sum::<f64>()
    };
    let (silence, explained, fair, both) = (acts("silence"), acts("explained"), acts("fair"), acts("fair-and-explained"));
    assert!(both < explained && both < fair && explained < silence && fair < silence, "{silence} {explained} {fair} {both}");
}

#[test]
fn talk_and_a_shared_mood_keep_the_wound_of_one_open() {
    let wound = compared("gossip", ["neither", "no-mood", "talk-and-mood"], 8, "wound", LEADER, BREACH + 30);
    assert!(ascending(&wound, 0.0) && wound[2] > 1.2 * wound[0], "{wound:?}");
    let [acknowledged] = compared("gossip", ["acknowledged"], 8, "wound", LEADER, BREACH + 30);
    assert!(acknowledged < wound[2], "{acknowledged} {wound:?}");
}

#[test]
fn small_breaches_repaired_soon_leave_fewer_breaches_to_come() {
    let [soon, never] = compared("stitch-in-time", ["within-days", "never"], 24, "breaches", None, 1040);
    assert!(soon < never, "{soon} {never}");
}

#[test]
fn fair_decisions_raise_trust_in_the_leader_more_than_autonomy_does() {
    let [unchanged, autonomy, fair] = compared("practices", ["unchanged", "autonomy", "fair"], 6, "trust", LEADER, BREACH + 2 * YEAR);
    assert!(fair > unchanged && fair > autonomy, "{unchanged} {autonomy} {fair}");
}

#[test]
fn autonomy_is_answered_with_trust() {
    let [unchanged, autonomy] = compared("practices", ["unchanged", "autonomy"], 6, "trust", TOP, BREACH + 2 * YEAR);
    assert!(autonomy > unchanged, "{unchanged} {autonomy}");
}

#[test]
fn investing_in_well_being_lowers_strain_and_a_campaign_does_not_last() {
    let strain = compared("wellbeing", ["for-good", "campaign", "neglect"], 6, "strain", None, 780);
    assert!(strain[1] - strain[0] > 0.05 && (strain[2] - strain[1]).abs() < 0.03, "{strain:?}");
}

#[test]
fn people_who_seldom_meet_come_to_trust_more_slowly() {
    for referent in [COLLEAGUE, LEADER] {
        let [distant, together] = compared("remote-team", ["at-a-distance", "one-room"], 6, "trust", referent, 130);
        assert!(distant < together - 0.01, "{distant} {together}");
    }
}

#[test]
fn after_a_lay_off_trust_in_the_top_is_not_back_after_two_years_and_a_larger_one_costs_more() {
    let after = |name: &str| {
        let lives = arm("layoff", name, BREACH + 2 * YEAR, 6);
        [BREACH - 5, BREACH + YEAR, BREACH + 2 * YEAR].map(|day| mean(&lives, "trust", TOP, day))
    };
    let (small, large, explained) = (after("one-in-ten"), after("one-in-four"), after("four-explained"));
    for [before, one_year, two_years] in [small, large] {
        assert!(one_year < two_years && two_years < before, "{before} {one_year} {two_years}");
    }
    assert!(large[1] < small[1] && explained[1] > large[1], "{small:?} {large:?} {explained:?}");
}

#[test]
fn better_leaders_earn_trust_for_top_management() {
    let trust = compared("good-leader", ["worse-leaders", "as-before", "better-leaders"], 6, "trust", TOP, BREACH + 2 * YEAR);
    assert!(ascending(&trust, 0.005), "{trust:?}");
}

#[test]
fn teams_of_trusting_and_wary_people_trust_less_within_half_a_year() {
    let [mixed, alike] = compared("mixed-teams", ["mixed", "alike"], 12, "trust", COLLEAGUE, 130);
    assert!(mixed < alike, "{mixed} {alike}");
}

#[test]
fn teams_of_trusting_and_wary_people_end_lower() {
    let [mixed, alike] = compared("mixed-teams", ["mixed", "alike"], 12, "trust", COLLEAGUE, 1040);
    assert!(mixed < alike, "{mixed} {alike}");
}

#[test]
fn good_practices_bring_output_back_sooner_after_a_blow() {
    let [good, middling, poor] = ["good-practices", "middling", "poor-practices"].map(|name| {
        let lives = arm("resilience", name, 780, 12);
        mean(&lives, "resilience", None, 780)
    });
    assert!(good < middling && middling < poor, "{good} {middling} {poor}");
}

#[test]
fn every_story_with_a_breach_has_its_claim_here() {
    let source = include_str!("stories.rs");
    for file in std::fs::read_dir("scenarios").unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            continue; // a study asks, it claims nothing
        }
        let scenario = onfoot::scenario::read::read(&path, &[]).unwrap().scenario;
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let broken = scenario.events.iter().any(|event| matches!(event.what, Happening::Breach(_)));
        assert!(!broken || source.contains(&format!("\"{name}\"")), "no claim about {name}");
    }
}
