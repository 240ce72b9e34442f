//! What a survey asks, and that its answers say what people in the simulation believe, see and bear.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;

use common::{breach_by_leaders, lives, on_day, organisation};
use onfoot::observe::{Answer, Life};
use onfoot::scenario::{ByPractice, Practice, Referent, Scenario};

/// Forty teams of eight that are asked on two days.
fn asked() -> Scenario {
    let mut scenario = organisation(40, 260);
    (scenario.run.surveys, scenario.run.sociometric) = (vec![130, 260], true);
    scenario.organisation.years_before = 0;
    scenario
}

fn one(scenario: &Scenario) -> Life {
    lives(scenario, 1).swap_remove(0)
}

fn mean(values: impl IntoIterator<Item = f32>) -> f64 {
    let known: Vec<f64> = values.into_iter().filter(|value| !value.is_nan()).map(f64::from).collect();
    known.iter().sum::<f64>() / known.len() as f64
}

fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let n = pairs.len() as f64;
    let (a, b) = pairs.iter().fold((0.0, 0.0), |(a, b), pair| (a + pair.0 / n, b + pair.1 / n));
    let sum = |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|pair| of(pair.0 - a, pair.1 - b)).sum::<f64>();
    sum(&|x, y| x * y) / (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt()
}

fn of_day(life: &Life, day: u32) -> impl Iterator<Item = &Answer> {
    life.survey.iter().filter(move |answer| answer.day == day)
}

/// Everything that a person answers on a scale from 1 to 5.
fn scales(answer: &Answer) -> Vec<f32> {
    let beyond = [answer.performance_rated, answer.trust_employer, answer.perceived_breach, answer.felt_trust, answer.estimated_trust];
    let facets = answer.facets.map(|facet| facet.0);
    [answer.trust.0.as_slice(), &answer.attitudes, facets.as_flattened(), &answer.seen.0, &beyond].concat()
}

#[test]
fn trust_in_each_teammate_is_what_trust_in_colleagues_and_the_leader_is_the_mean_of() {
    let life = one(&asked());
    let mut about: BTreeMap<(u32, u32), (Vec<f32>, f32)> = BTreeMap::new();
    let leaders: BTreeMap<u32, u32> = life.survey.iter().filter(|answer| answer.leader).map(|answer| (answer.team, answer.seat)).collect();
    for pair in &life.pairs {
        assert!(pair.from.0 != pair.to.0 && (1.0..=5.0).contains(&pair.trust), "{pair:?}");
        let (colleagues, leader) = about.entry((pair.day, pair.from.0)).or_insert((Vec::new(), f32::NAN));
        if leaders.get(&pair.team) == Some(&pair.to.0) {
            *leader = pair.latent_trust;
        } else {
            colleagues.push(pair.latent_trust);
        }
    }
    assert_eq!(about.len(), life.survey.len());
    for answer in &life.survey {
        let (colleagues, leader) = &about[&(answer.day, answer.seat)];
        assert!((mean(colleagues.iter().copied()) - f64::from(answer.latent_trust[Referent::Colleague])).abs() < 1e-5, "{answer:?}");
        assert!(
            leader.is_nan() && answer.latent_trust[Referent::Leader].is_nan()
                || (leader - answer.latent_trust[Referent::Leader]).abs() < 1e-6,
            "{answer:?}"
        );
    }
    // Where all ties exist everyone answers about everyone else who is there.
    let people = of_day(&life, 130).filter(|answer| answer.team == 0).count();
    assert_eq!(life.pairs.iter().filter(|pair| pair.day == 130 && pair.team == 0).count(), people * (people - 1));
    let sparse = Scenario { organisation: onfoot::scenario::Structure { ties_within: 0.3, ..asked().organisation }, ..asked() };
    assert!(one(&sparse).pairs.len() < life.pairs.len() * 2 / 3, "only those who work together are asked about");
    let quiet = Scenario { run: onfoot::scenario::Run { sociometric: false, ..asked().run }, ..asked() };
    let told = |life: &Life| format!("{:?} {:?}", life.survey, life.events);
    let quiet = one(&quiet);
    assert!(quiet.pairs.is_empty() && told(&quiet) == told(&life), "being asked changes nothing else");
}

#[test]
fn without_error_and_habits_facets_are_answered_as_the_series_have_them() {
    let mut scenario = asked();
    let law = &mut scenario.parameters.survey;
    (law.reliability, law.style, law.extremity) = (1.0, 0.0, 0.0);
    let life = one(&scenario);
    for (facet, key) in ["competence", "reliability", "intentions", "honesty"].into_iter().enumerate() {
        for referent in [Referent::Leader, Referent::Top] {
            let answered = mean(of_day(&life, 260).map(|answer| answer.facets[facet][referent]));
            let recorded = 1.0 + 4.0 * on_day(&life, key, Some(referent), 260);
            assert!((answered - recorded).abs() < 1e-4, "{key} {referent:?}: {answered} {recorded}");
        }
        let colleagues = mean(of_day(&life, 260).map(|answer| answer.facets[facet][Referent::Colleague]));
        assert!(
            (colleagues - 1.0 - 4.0 * on_day(&life, key, Some(Referent::Colleague), 260)).abs() < 0.05,
            "{key}: people weigh alike, not relations"
        );
    }
}

#[test]
fn answers_in_categories_are_means_of_whole_numbers_and_as_reliable_as_any() {
    let free = one(&asked());
    let mut scenario = asked();
    scenario.run.survey_categories = true;
    for items in [1.0, 4.0, 5.0] {
        scenario.parameters.survey.items = items;
        let life = one(&scenario);
        for answer in &life.survey {
            let whole = |value: &f32| value.is_nan() || ((f64::from(*value) * items).round() / items - f64::from(*value)).abs() < 1e-6;
            assert!(scales(answer).iter().all(whole), "{answer:?}");
        }
        assert!(life.pairs.iter().all(|pair| ((f64::from(pair.trust) * items).round() / items - f64::from(pair.trust)).abs() < 1e-6));
        let share = |life: &Life| {
            let known = life.survey.iter().filter(|answer| !answer.leader && !answer.trust[Referent::Leader].is_nan());
            correlation(
                &known
                    .map(|answer| (answer.trust[Referent::Leader].into(), answer.latent_trust[Referent::Leader].into()))
                    .collect::<Vec<_>>(),
            )
            .powi(2)
        };
        assert!((share(&life) - share(&free)).abs() < 0.05, "{items}: {} {}", share(&life), share(&free));
        let latent = |life: &Life| life.survey.iter().map(|answer| answer.latent_trust.map(f32::to_bits)).collect::<Vec<_>>();
        assert_eq!(latent(&life), latent(&free), "how people answer changes nothing in what they feel");
    }
}

#[test]
fn practices_are_seen_at_their_level_and_by_one_person_much_alike_on_two_days() {
    let mut scenario = asked();
    scenario.practices = ByPractice([0.2, 0.5, 0.5, 0.5, 0.5, 0.8]);
    let life = one(&scenario);
    let seen = |practice: Practice| mean(of_day(&life, 130).map(|answer| answer.seen[practice]));
    for (practice, expected) in [(Practice::Fairness, 1.8), (Practice::Vision, 3.0), (Practice::Wellbeing, 4.2)] {
        assert!((seen(practice) - expected).abs() < 0.15, "{practice:?}: {} {expected}", seen(practice));
    }
    let late: BTreeMap<_, _> = of_day(&life, 260).map(|answer| ((answer.seat, answer.generation), answer.seen)).collect();
    let both: Vec<_> = of_day(&life, 130).filter_map(|early| Some((early.seen, late.get(&(early.seat, early.generation))?))).collect();
    let twice: Vec<(f64, f64)> = both.iter().map(|(early, late)| (early[Practice::Vision].into(), late[Practice::Vision].into())).collect();
    assert!((0.75..0.95).contains(&correlation(&twice)), "{}", correlation(&twice));
    let halo: Vec<(f64, f64)> =
        both.iter().map(|(early, _)| (early[Practice::Vision].into(), early[Practice::Accountability].into())).collect();
    assert!((0.3..0.75).contains(&correlation(&halo)), "{}", correlation(&halo));
}

#[test]
fn the_employer_is_trusted_more_where_practices_or_the_top_are() {
    let employer = |scenario: &Scenario| mean(one(scenario).survey.iter().map(|answer| answer.trust_employer));
    let usual = employer(&asked());
    let better = Scenario { practices: ByPractice::all(0.8), ..asked() };
    assert!(employer(&better) > usual + 0.4);
    let mut by_the_top = asked();
    by_the_top.parameters.survey.employer_top = 1.0;
    let life = one(&by_the_top);
    let [own, top] = [0, 1].map(|which| mean(life.survey.iter().map(|answer| [answer.trust_employer, answer.trust[Referent::Top]][which])));
    assert!((own - top).abs() < 0.05, "{own} {top}");
}

#[test]
fn a_breach_by_leaders_is_perceived_and_fades_from_what_is_perceived() {
    let mut scenario = asked();
    scenario.events.push(breach_by_leaders(128));
    let (hurt, whole) = (one(&scenario), one(&asked()));
    let of = |life: &Life, day: u32, leader: bool| {
        mean(of_day(life, day).filter(|answer| answer.leader == leader).map(|answer| answer.perceived_breach))
    };
    assert!(of(&hurt, 130, false) > of(&whole, 130, false) + 0.5);
    assert!(of(&hurt, 260, false) < of(&hurt, 130, false) - 0.2);
    assert!((of(&hurt, 130, true) - of(&whole, 130, true)).abs() < 0.2, "leaders bear nothing of their own breach");
}

#[test]
fn people_feel_trusted_as_the_leader_trusts_them_and_leaders_think_they_are_trusted_more_than_they_are() {
    let life = one(&asked());
    let members = |day: u32| of_day(&life, day).filter(|answer| !answer.leader);
    assert!(life.survey.iter().all(|answer| answer.leader || answer.estimated_trust.is_nan()));
    assert!(life.survey.iter().filter(|answer| answer.leader).all(|answer| answer.felt_trust.is_nan()));
    let trusted: BTreeMap<(u32, u32), f64> =
        life.pairs.iter().map(|pair| ((pair.from.0, pair.to.0), f64::from(pair.latent_trust))).collect();
    let leaders: BTreeMap<u32, u32> = life.survey.iter().filter(|answer| answer.leader).map(|answer| (answer.team, answer.seat)).collect();
    let felt = members(260).filter(|answer| !answer.felt_trust.is_nan());
    let felt: Vec<(f64, f64)> =
        felt.filter_map(|answer| Some((answer.felt_trust.into(), *trusted.get(&(*leaders.get(&answer.team)?, answer.seat))?))).collect();
    let own: Vec<(f64, f64)> = members(260)
        .filter(|answer| !answer.trust[Referent::Leader].is_nan())
        .map(|answer| (answer.trust[Referent::Leader].into(), answer.latent_trust[Referent::Leader].into()))
        .collect();
    assert!(correlation(&felt) > 0.4 && correlation(&felt) < correlation(&own) - 0.05, "{} {}", correlation(&felt), correlation(&own));

    let all = lives(&asked(), 4);
    let told = |of: &dyn Fn(&Answer) -> f32| mean(all.iter().flat_map(|life| &life.survey).map(of));
    let above =
        told(&|answer| answer.estimated_trust) - told(&|answer| if answer.leader { f32::NAN } else { answer.trust[Referent::Leader] });
    assert!((0.05..=0.20).contains(&(above / 4.0)), "as part of the scale: {}", above / 4.0);
}
