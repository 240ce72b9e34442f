//! # Ranking in a page
//!
//! What `onfoot compare` makes of the lives of several policies, for lives that a page has lived: in the one world of the parameters
//! as they stand, so that only luck is looked at. The rules are those of `onfoot::comparison`, and so are the sentences.
//!
//! `{"reference": 0, "worth": 60 | null, "near": 30, "people": 96, "policies": [{"name": "nothing", "lives": [[leavers, seven parts of
//! the cost, output, trust-days] | null, …]}, …]}`; life n of one policy is paired with life n of every other.

use onfoot::comparison::outcome::{Arm, Outcome, Outcomes, PARTS};
use onfoot::comparison::ranking::{Policy, Range, Rule, Wish, policies, ranking};
use onfoot::comparison::worth::{break_even, ladder};
use onfoot::scenario::Referent;
use onfoot::text::Language;
use onfoot::words::screen::compare::verdicts;
use serde_json::{Value, json};

/// The answer to a request to rank.
pub fn rank(asked: &Value) -> Value {
    let number = |key: &str| asked.get(key).and_then(Value::as_f64);
    let arms: Vec<Arm> = asked.get("policies").and_then(Value::as_array).into_iter().flatten().map(arm).collect();
    let reference = number("reference").map_or(0, |at| at as usize);
    if reference >= arms.len() {
        return json!({ "policies": [], "ladder": [], "ranking": null, "said": { "en": [], "nl": [] } });
    }
    let people = number("people").unwrap_or(1.0);
    let outcomes = Outcomes { referent: Referent::Leader, people, worlds: 1, reference, arms };
    let wish = Wish { worth: number("worth"), floor: None, near: number("near").unwrap_or(30.0) };
    let all = policies(&outcomes, &wish);
    let steps: Vec<Value> = ladder(&outcomes, &all)
        .iter()
        .map(|step| json!({ "policy": all[step.policy].arm, "from": step.from, "middle": step.middle, "alike": places(&all, &step.alike) }))
        .collect();
    let ranked = wish.worth.map(|worth| ranking(&outcomes, &all, worth, wish.near));
    let said = |language: Language| -> Vec<String> {
        let (Some(ranked), Some(worth)) = (&ranked, wish.worth) else { return Vec::new() };
        verdicts(&all, ranked, worth, &[], language)
    };
    let said = json!({ "en": said(Language::English), "nl": said(Language::Dutch) });
    let ranked = ranked.map(|ranked| {
        let order = ranked.order.iter().map(|row| {
            json!({
                "policy": all[row.policy].arm, "place": row.place, "shared": row.shared, "regret": row.regret,
                "objective": row.objective.mean, "low": row.objective.low, "high": row.objective.high,
            })
        });
        let pairs = ranked.pairs.iter().map(|pair| {
            json!({
                "policies": places(&all, &pair.policies), "separated": pair.separated, "rule": rule(pair.rule()), "needed": pair.needed,
                "difference": pair.difference.mean, "low": pair.difference.low, "high": pair.difference.high,
            })
        });
        json!({ "order": order.collect::<Vec<_>>(), "pairs": pairs.collect::<Vec<_>>() })
    });
    json!({ "policies": all.iter().map(policy).collect::<Vec<_>>(), "ladder": steps, "ranking": ranked, "said": said })
}

/// Where these policies stand in the request.
fn places(all: &[Policy], of: &[usize]) -> Vec<usize> {
    of.iter().map(|at| all[*at].arm).collect()
}

fn arm(asked: &Value) -> Arm {
    let lives = asked.get("lives").and_then(Value::as_array).into_iter().flatten().map(outcome).collect();
    Arm { name: asked.get("name").and_then(Value::as_str).unwrap_or_default().to_owned(), is_twin: false, lives }
}

fn outcome(life: &Value) -> Option<Outcome> {
    let values: Vec<f64> = life.as_array()?.iter().map(|value| value.as_f64().unwrap_or(f64::NAN)).collect();
    let [leavers, middle @ .., output, trust_days] = values.as_slice() else { return None };
    let costs: [f64; PARTS.len()] = middle.try_into().ok()?;
    Some(Outcome { leavers: *leavers, costs, output: *output, trust_days: *trust_days, left_out: 0, back: None, level: None })
}

fn policy(policy: &Policy) -> Value {
    let range = |range: &Range| json!({ "mean": range.mean, "lo": range.lo, "hi": range.hi });
    let pays = break_even(policy);
    json!({
        "policy": policy.arm, "cost": range(&policy.cost), "parts": policy.parts.iter().map(|part| json!(part.mean)).collect::<Vec<_>>(),
        "output": range(&policy.output), "avoided": range(&policy.avoided), "recovered": range(&policy.recovered),
        "dominated": policy.dominated, "pays": { "worth": pays.worth, "until": pays.until },
    })
}

fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::None => "none",
        Rule::Same => "same",
        Rule::Swaps => "swaps",
        Rule::Interval => "interval",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many leavers, this cost, these trust-days.
    fn life(leavers: f64, cost: f64, trust_days: f64) -> Value {
        json!([leavers, cost, 0, 0, 0, 0, 0, 0, 1000, trust_days])
    }

    fn asked(worth: Value) -> Value {
        let lives =
            |leavers: f64, cost: f64| (0..10).map(|n| life(leavers + f64::from(n), cost, 5000.0 - 10.0 * leavers)).collect::<Vec<_>>();
        let named = |name: &str, lives: Vec<Value>| json!({ "name": name, "lives": lives });
        json!({
            "ask": "rank", "reference": 0, "worth": worth, "near": 30, "people": 100,
            "policies": [named("nothing", lives(20.0, 0.0)), named("words", lives(18.0, 40.0)), named("deeds", lives(10.0, 400.0))],
        })
    }

    #[test]
    fn before_a_worth_is_said_there_is_a_ladder_and_no_order() {
        let answer = rank(&asked(Value::Null));
        assert_eq!(answer["ranking"], Value::Null);
        let steps: Vec<_> =
            answer["ladder"].as_array().unwrap().iter().map(|step| (step["policy"].as_u64(), step["from"].as_f64())).collect();
        assert_eq!(steps, [(Some(0), Some(0.0)), (Some(1), Some(20.0)), (Some(2), Some(45.0))]);
        assert_eq!(answer["policies"][2]["avoided"]["mean"], json!(10.0));
        assert_eq!(answer["policies"][2]["recovered"]["mean"], json!(1.0));
    }

    #[test]
    fn a_worth_orders_by_regret_and_says_so() {
        let answer = rank(&asked(json!(60)));
        let order: Vec<_> =
            answer["ranking"]["order"].as_array().unwrap().iter().map(|row| (row["policy"].as_u64(), row["regret"].as_f64())).collect();
        assert_eq!(order, [(Some(2), Some(0.0)), (Some(1), Some(120.0)), (Some(0), Some(200.0))]);
        assert_eq!(answer["said"]["nl"][0], json!("“deeds” is naar verwachting de beste keuze."));
    }

    #[test]
    fn nothing_to_rank_is_no_fault() {
        assert_eq!(rank(&json!({ "ask": "rank" }))["policies"], json!([]));
    }
}
