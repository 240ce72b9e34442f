//! # JSON Schema
//!
//! The catalogue in the form that editors understand, so that they can complete keys and underline faults while one
//! types. It says what one key takes; what can be wrong between keys only onfoot itself knows.

use serde_json::{Map, Value, json};

use super::catalogue::{self, Shape};
use super::kind::Kind;
use super::limit::MOST_TEAMS;
use super::row::Key;

/// Times, as a pattern.
const TIME: &str = r"^(day -?[0-9]+|-?[0-9]+(\.[0-9]+)? (day|days|week|weeks|month|months|year|years)|-?[0-9]+)$";
/// Names, as a pattern.
const NAME: &str = "^[A-Za-z0-9_-]{1,64}$";

/// The schema of a scenario file, draft 2020-12.
pub fn schema() -> Value {
    let mut properties = keys("", None);
    for table in catalogue::tables() {
        let inside = match table.shape {
            Shape::Once => object(&keys(table.name, None)),
            Shape::Many => json!({ "type": "array", "items": many(table.name) }),
            Shape::Draws => {
                json!({ "type": "object", "additionalProperties": { "anyOf": [of_kind(Kind::Draws(-1e9, 1e9)), { "type": "object", "additionalProperties": of_kind(Kind::Draws(-1e9, 1e9)) }] } })
            }
            Shape::Factors => {
                // factors may stand as "event.ID.key" = ... or as nested tables
                json!({ "type": "object", "properties": keys(table.name, None), "additionalProperties": { "anyOf": [of_kind(Kind::Factor), { "type": "object" }] } })
            }
            Shape::Named => {
                json!({ "type": "object", "propertyNames": { "pattern": NAME }, "additionalProperties": object(&keys(table.name, None)) })
            }
        };
        properties.insert(table.name.to_owned(), with(inside, &json!({ "description": table.meaning.en })));
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "onfoot scenario",
        "description": "A scenario of trust in an organisation, read by onfoot.",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

fn object(properties: &Map<String, Value>) -> Value {
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// A schema and what else it says.
fn with(mut schema: Value, more: &Value) -> Value {
    more.as_object().into_iter().flatten().for_each(|(key, value)| schema[key] = value.clone());
    schema
}

/// The keys of a table; with `what`, those of one kind.
fn keys(table: &str, what: Option<&str>) -> Map<String, Value> {
    let mut properties = Map::new();
    for row in catalogue::keys().filter(|row| row.table == table && row.fits(what)) {
        let own = property(&row);
        let entry = properties.entry(row.key.to_owned()).or_insert(Value::Null);
        // A key that means another thing for another kind may be either here; the conditions tell them apart.
        *entry = if entry.is_null() { own } else { json!({ "anyOf": [entry.take(), own] }) };
    }
    properties
}

/// `[[event]]` or `[[repair]]`: all keys, and for each kind of event those it needs and those it does not take.
fn many(table: &'static str) -> Value {
    let mut schema = object(&keys(table, None));
    let required = |what: Option<&str>| -> Vec<&str> {
        catalogue::keys()
            .filter(|row| row.table == table && row.is_required())
            .filter(|row| match what {
                Some(what) => row.only.contains(&what),
                None => row.only.is_empty(),
            })
            .map(|row| row.key)
            .collect()
    };
    schema["required"] = json!(required(None));
    let Some(Key { kind: Kind::Choice(whats), .. }) = catalogue::find(table, "what", None) else { return schema };
    let conditions: Vec<Value> = whats()
        .into_iter()
        .map(|what| {
            let own = keys(table, Some(what));
            let mut properties = Map::new();
            for row in catalogue::keys().filter(|row| row.table == table && !row.only.is_empty()) {
                let takes = own.get(row.key).cloned().unwrap_or(Value::Bool(false));
                properties.insert(row.key.to_owned(), takes);
            }
            json!({
                "if": { "properties": { "what": { "const": what } }, "required": ["what"] },
                "then": { "required": required(Some(what)), "properties": properties },
            })
        })
        .collect();
    schema["allOf"] = json!(conditions);
    schema
}

fn property(row: &Key) -> Value {
    let mut schema = of_kind(row.kind);
    let unit = if row.unit == "-" { String::new() } else { format!(" Unit: {}.", row.unit) };
    schema["description"] = json!(format!("{}{unit}", row.meaning.en));
    if let Some(default) = row.default().and_then(|default| as_json(&default)) {
        schema["default"] = default;
    }
    schema
}

/// A value written in TOML, as JSON.
fn as_json(value: &str) -> Option<Value> {
    let table: toml::Table = toml::from_str(&format!("v = {value}")).ok()?;
    serde_json::to_value(table.get("v")?).ok()
}

fn of_kind(kind: Kind) -> Value {
    let number = |low: f64, high: f64| json!({ "type": "number", "minimum": low, "maximum": high });
    let whole = |low: u64, high: u64| json!({ "type": "integer", "minimum": low, "maximum": high });
    let time = |low: u64, high: u64| json!({ "anyOf": [whole(low, high), { "type": "string", "pattern": TIME }] });
    let list = || json!({ "type": "array", "items": kind.item().map(of_kind) });
    match kind {
        Kind::Text => json!({ "type": "string" }),
        Kind::Name | Kind::EventName => json!({ "type": "string", "pattern": NAME }),
        Kind::Switch => json!({ "type": "boolean" }),
        Kind::Whole(low, high) => whole(low, high),
        Kind::Number(low, high) => number(low, high),
        Kind::WholeSpan(..) | Kind::NumberSpan(..) => {
            json!({ "anyOf": [of_kind(kind.parts()[0].1), with(parts(kind), &json!({ "required": ["min", "max"] }))] })
        }
        Kind::FacetNumbers(low, high) => json!({ "anyOf": [number(low, high), parts(kind)] }),
        Kind::Duration(low, high) | Kind::Day(low, high) => time(low, high),
        Kind::Delay(high) => time(0, high),
        Kind::Choice(words) => json!({ "enum": words() }),
        Kind::Teams => json!({ "anyOf": [{ "const": "all" }, whole(1, MOST_TEAMS), list()] }),
        Kind::Days(..) | Kind::Seats => list(),
        Kind::Contrast => {
            let two = |item: Value| json!({ "type": "array", "items": item, "minItems": 2, "maxItems": 2 });
            json!({ "anyOf": [two(of_kind(Kind::Name)), two(two(of_kind(Kind::Name))), { "type": "object", "minProperties": 1 }] })
        }
        Kind::Factor => {
            let end = json!({ "type": ["number", "string"] });
            let range = json!({ "from": end, "to": end, "scale": { "enum": ["linear", "log"] }, "levels": { "type": "integer", "minimum": 2, "maximum": 1000 } });
            let range = with(
                json!({ "type": "object", "properties": range, "additionalProperties": false }),
                &json!({ "required": ["from", "to"] }),
            );
            json!({ "anyOf": [{ "type": "array", "minItems": 1 }, range] })
        }
        Kind::RepairNames => with(list(), &json!({ "uniqueItems": true })),
        Kind::Draws(..) => with(list(), &json!({ "minItems": 1 })),
        Kind::Spread(_) | Kind::FacetSpreads(_) | Kind::PracticeNumbers(..) => parts(kind),
        Kind::Trigger => with(parts(kind), &json!({ "minProperties": 1 })),
        Kind::Changes => json!({ "type": "object" }),
    }
}

/// A small table, with its keys.
fn parts(kind: Kind) -> Value {
    object(&kind.parts().into_iter().map(|(key, kind)| (key.to_owned(), of_kind(kind))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_catalogue_is_in_the_schema_with_a_description() {
        let schema = schema();
        for row in catalogue::keys() {
            let shape = catalogue::tables().find(|table| table.name == row.table).map(|table| table.shape);
            let table = &schema["properties"][row.table];
            let keys = match shape {
                None => &schema["properties"],
                Some(Shape::Once | Shape::Draws | Shape::Factors) => &table["properties"],
                Some(Shape::Many) => &table["items"]["properties"],
                Some(Shape::Named) => &table["additionalProperties"]["properties"],
            };
            let own = &keys[row.key];
            assert!(own["description"].is_string() || own["anyOf"][0]["description"].is_string(), "{}", row.path());
        }
    }

    #[test]
    fn ranges_and_defaults_are_those_of_the_rows() {
        let schema = schema();
        let replicates = &schema["properties"]["run"]["properties"]["replicates"];
        assert_eq!(replicates["minimum"], 1);
        assert_eq!(replicates["maximum"], 1_000_000);
        assert_eq!(replicates["default"], 20);
        let breach = &schema["properties"]["event"]["items"]["allOf"][0];
        assert_eq!(breach["then"]["required"], json!(["by", "kind", "severity"]));
        assert_eq!(breach["then"]["properties"]["size"], false);
    }
}
