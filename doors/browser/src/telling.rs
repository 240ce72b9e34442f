//! # Lives as JSON
//!
//! Plain numbers; what is missing is null.

use onfoot::analysis::account::Account;
use onfoot::analysis::recovery::course::course;
use onfoot::dynamics::ledger::Cause;
use onfoot::observe::{Entry, Life};
use onfoot::scenario::measure::{MEASURES, MeasureColumn, columns};
use onfoot::scenario::{Happening, Referent, Scenario, When};
use onfoot::text::Language;
use serde_json::{Map, Value, json};

/// The series of a life: the days that are recorded, and these measures on each.
pub fn series(life: &Life, measures: &[String]) -> Value {
    let columns = columns(false);
    let across = columns.len();
    let of = |at: usize| life.organisation.iter().skip(at).step_by(across).map(|value| number(*value)).collect::<Vec<_>>();
    let asked = columns.iter().enumerate().map(|(at, column)| (at, name(column))).filter(|(_, name)| measures.contains(name));
    Value::Object(asked.map(|(at, name)| (name, Value::Array(of(at)))).collect())
}

/// The last value of every measure.
pub fn last(life: &Life) -> Value {
    let columns = columns(false);
    let from = life.organisation.len().saturating_sub(columns.len());
    let values = columns.iter().zip(&life.organisation[from..]);
    Value::Object(values.map(|(column, value)| (name(column), number(*value))).collect())
}

/// Mean trust in each referent, on every day from day 0.
pub fn daily(life: &Life) -> Value {
    let of = |referent| life.trust_in(referent).map(number).collect::<Vec<_>>();
    Value::Object(Referent::ALL.map(|referent| (referent.key().to_owned(), Value::Array(of(referent)))).into_iter().collect())
}

/// What happened.
pub fn event(entry: &Entry, scenario: &Scenario) -> Value {
    let known = |number: u32| (number != u32::MAX).then_some(number);
    json!({
        "day": entry.day, "event": entry.event, "name": entry.name(scenario), "kind": entry.kind, "seat": known(entry.seat),
        "generation": entry.generation, "other_seat": known(entry.other_seat), "team": known(entry.team), "size": number(entry.size),
    })
}

/// Fall and return after each planned breach, for each referent.
pub fn recovery(scenario: &Scenario, number: u32, life: &Life, twin: Option<&Life>) -> Vec<Value> {
    let mut rows = Vec::new();
    for event in &scenario.events {
        let (Happening::Breach(_), When::Days(days)) = (&event.what, &event.when) else { continue };
        for day in days.iter().filter(|day| **day <= scenario.run.length) {
            for referent in Referent::ALL {
                rows.extend(course(scenario, number, *day, referent, life, twin).map(|course| course.told(&event.id, referent)));
            }
        }
    }
    rows
}

/// What changed trust in each referent, the largest cause first.
pub fn ledger(account: &Account, language: Language) -> Value {
    let causes = |referent| {
        let row = |(cause, change): (Cause, f64)| json!({ "cause": cause.key(), "label": cause.name().get(language), "about": cause.about().get(language), "change": change });
        let all = account.causes(referent, 0.0).into_iter().map(row).collect::<Vec<_>>();
        json!({ "before": account.before[referent], "after": account.after[referent], "causes": all })
    };
    Value::Object(Referent::ALL.map(|referent| (referent.key().to_owned(), causes(referent))).into_iter().collect())
}

/// What tables call a column.
fn name(column: &MeasureColumn) -> String {
    let key = MEASURES[column.measure].key;
    column.referent.map_or_else(|| key.to_owned(), |referent| format!("{key}_{}", referent.key()))
}

fn number(value: f32) -> Value {
    serde_json::Number::from_f64(f64::from(value)).map_or(Value::Null, Value::Number)
}

/// An object of one key.
pub fn object(key: &str, value: Value) -> Value {
    Value::Object([(key.to_owned(), value)].into_iter().collect::<Map<_, _>>())
}
