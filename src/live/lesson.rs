//! # The lesson
//!
//! A quarter of an hour for a room of managers. What is on its cards are pieces of one scenario: an organisation of strangers, a
//! breach of trust after a year and a half, what is done about it, the same breach once more, and mechanisms that can be switched
//! off. The page puts the pieces together (`Choice` does it here, for the story that is told where nothing can be lived) and asks
//! the engine.
//!
//! Events and repairs of the same sort have the same name on every card, so that a life keeps its luck when a card is changed.

use serde_json::{Value, json};

use super::LivePage;
use crate::analysis::recovery::course::course;
use crate::ensemble::live::live;
use crate::ensemble::plan::plan;
use crate::observe::Life;
use crate::scenario::measure::{columns, place};
use crate::scenario::read::read_text;
use crate::scenario::{MONTH, Referent};
use crate::text::Language;
use crate::words::lesson::LESSON;

/// When the breach is, and when it is done again, in months.
const BREACH: u32 = 18;
const AGAIN: u32 = 30;
/// How long is looked, in months.
const LENGTH: u32 = 54;
/// How many other lucks are dots.
const LUCKS: u32 = 50;

/// The organisation before anything is chosen; `RECORD` and `TWIN` are filled in.
const BASE: &str = r#"title    = "The Ferry"
title_nl = "Het Veer"

[run]
length     = "54 months"
replicates = 1
seed       = 4711
record     = "RECORD"
twin       = TWIN

[organisation]
teams     = 12
team_size = 8
task_interdependence = 0.6
ties_across = 2
start = "strangers"
"#;

/// A breach on a card.
struct BreachCard {
    key: &'static str,
    by: Referent,
    severity: f64,
    /// What it is, without when and how severe.
    what: &'static str,
}

/// Severities are judgements and stand on the cards. What comes of them is not known before the engine says it.
const BREACHES: [BreachCard; 5] = [
    BreachCard {
        key: "promise",
        by: Referent::Leader,
        severity: 0.25,
        what: "by = \"leader\"\nteams = \"all\"\nkind = \"reliability\"\nintentional = true\naudience = \"team\"\n",
    },
    BreachCard {
        key: "leak",
        by: Referent::Leader,
        severity: 0.15,
        what: "by = \"leader\"\nteams = \"all\"\nkind = \"benevolence\"\naudience = \"team\"\n",
    },
    BreachCard {
        key: "promotion",
        by: Referent::Leader,
        severity: 0.2,
        what: "by = \"leader\"\nteams = \"all\"\nkind = \"integrity\"\nintentional = true\naudience = \"team\"\n",
    },
    BreachCard {
        key: "error",
        by: Referent::Leader,
        severity: 0.25,
        what: "by = \"leader\"\nteams = \"all\"\nkind = \"competence\"\naudience = \"team\"\n",
    },
    BreachCard {
        key: "hidden",
        by: Referent::Top,
        severity: 0.15,
        what: "by = \"top\"\nkind = \"integrity\"\nintentional = true\ndeception = true\naudience = \"organisation\"\n",
    },
];

/// What is done about it: the names of the repairs on each card.
const REPAIRS: [(&str, &[&str]); 5] = [
    ("nothing", &[]),
    ("words", &["apology"]),
    ("kept", &["apology", "promise", "better"]),
    ("deeds", &["open", "empathy", "better", "support"]),
    ("reform", &["policy", "successor"]),
];

/// The repairs of the cards.
const REPAIR_PIECES: [(&str, &str); 8] = [
    ("apology", "what = \"apology\"\ndelay = \"3 days\"\nsincerity = 0.9\n"),
    ("promise", "what = \"promise\"\ndelay = \"3 days\"\nsincerity = 0.9\n"),
    ("better", "what = \"changed_conduct\"\ndelay = \"2 weeks\"\nduration = \"1 year\"\nsincerity = 0.9\n"),
    ("open", "what = \"open_acknowledgement\"\ndelay = \"3 days\"\nsincerity = 0.9\n"),
    ("empathy", "what = \"empathy\"\ndelay = \"3 days\"\nsincerity = 0.9\n"),
    ("support", "what = \"consistent_support\"\ndelay = \"2 weeks\"\nduration = \"1 year\"\nsincerity = 0.9\n"),
    ("policy", "what = \"policy_reform\"\ndelay = \"3 months\"\nduration = \"1 year\"\nsincerity = 0.9\n"),
    ("successor", "what = \"leader_replacement\"\ndelay = \"3 months\"\n"),
];

/// What can be switched off.
const SWITCHES: [(&str, &str); 3] =
    [("asymmetry", "asymmetry = false\n"), ("talk", "gossip = false\nteam_mood = false\n"), ("scars", "scars = false\n")];

/// The room's five predictions: the months within which trust is back, the last one never in sight.
const PREDICTIONS: [u32; 5] = [3, 6, 12, 36, 0];

/// How the pieces are put together; the page does the same.
struct Choice<'a> {
    record: &'a str,
    twin: bool,
    breach: Option<&'a BreachCard>,
    repairs: &'a [&'a str],
    again: bool,
    off: &'a [&'a str],
}

impl Choice<'_> {
    fn text(&self) -> String {
        let mut text = BASE.replace("RECORD", self.record).replace("TWIN", if self.twin { "true" } else { "false" });
        if let Some(breach) = self.breach {
            text += &happening(breach, "breach", BREACH);
            if self.again {
                text += &happening(breach, "again", AGAIN);
            }
            for (name, piece) in REPAIR_PIECES.iter().filter(|(name, _)| self.repairs.contains(name)) {
                text += &repair(name, piece);
            }
        }
        if !self.off.is_empty() {
            text += "\n[mechanisms]\n";
            text.extend(SWITCHES.iter().filter(|(key, _)| self.off.contains(key)).map(|(_, lines)| *lines));
        }
        text
    }
}

fn happening(breach: &BreachCard, id: &str, month: u32) -> String {
    let BreachCard { severity, what, .. } = breach;
    format!("\n[[event]]\nid = \"{id}\"\nday = \"{month} months\"\nwhat = \"breach\"\nseverity = {severity}\n{what}")
}

fn repair(name: &str, piece: &str) -> String {
    format!("\n[[repair]]\nid = \"{name}\"\nafter = \"breach\"\n{piece}")
}

/// The page, opening in this language.
pub fn lesson(language: Language) -> LivePage {
    let title = LESSON.iter().find(|(key, _)| *key == "title").map_or("onfoot", |(_, title)| title.get(language));
    LivePage {
        name: "lesson",
        title: title.to_owned(),
        language,
        styles: vec![include_str!("../../doors/browser/page/lesson.css")],
        scripts: vec![include_str!("../../doors/browser/page/lesson.js")],
        words: LESSON,
        data: data(),
    }
}

fn data() -> Value {
    let breaches: Vec<Value> = BREACHES
        .iter()
        .map(|card| {
            json!({
                "key": card.key, "referent": card.by.key(), "severity": card.severity,
                "toml": happening(card, "breach", BREACH), "again": happening(card, "again", AGAIN),
            })
        })
        .collect();
    let pieces = |names: &[&str]| -> String {
        REPAIR_PIECES.iter().filter(|(name, _)| names.contains(name)).map(|(name, piece)| repair(name, piece)).collect()
    };
    let repairs: Vec<Value> = REPAIRS.iter().map(|(key, names)| json!({ "key": key, "toml": pieces(names) })).collect();
    let switches: Vec<Value> = SWITCHES.iter().map(|(key, lines)| json!({ "key": key, "toml": lines })).collect();
    json!({
        "base": BASE, "breaches": breaches, "repairs": repairs, "switches": switches, "predictions": PREDICTIONS, "lucks": LUCKS,
        "months": { "breach": BREACH, "again": AGAIN, "length": LENGTH }, "story": story(),
    })
}

/// The story that is told where nothing can be lived: one life with the first breach and no repair, and its twin; in the form of an
/// answer of the engine.
fn story() -> Value {
    let card = &BREACHES[0];
    let text = Choice { record: "daily", twin: true, breach: Some(card), repairs: &[], again: false, off: &[] }.text();
    let Ok(reading) = read_text("lesson.toml", &text) else { unreachable!("a unit test reads every text of the lesson") };
    let lives: Vec<Life> = plan(&reading.scenario).iter().map(|arm| live(&arm.scenario_of(0), arm.dice(0))).collect();
    let [life, twin] = &lives[..] else { unreachable!("one arm and its twin") };
    let day = (f64::from(BREACH) * MONTH).round() as u32;
    let found = course(&reading.scenario, 0, day, card.by, life, Some(twin));
    json!({
        "breach": card.key, "life": 0, "days": life.days, "people": 96,
        "series": { "share_trusting_leader": shares(life) },
        "twin": { "series": { "share_trusting_leader": shares(twin) }, "daily": { "leader": daily(twin) } },
        "daily": { "leader": daily(life) },
        "recovery": found.iter().map(|course| course.told("breach", Referent::Leader)).collect::<Vec<_>>(),
    })
}

fn shares(life: &Life) -> Vec<Value> {
    let row = columns(false).len();
    let Some(at) = place("share_trusting", Some(Referent::Leader)) else { unreachable!("it is a measure") };
    life.organisation.iter().skip(at).step_by(row).map(|share| known(f64::from(*share))).collect()
}

fn daily(life: &Life) -> Vec<Value> {
    life.trust_in(Referent::Leader).map(|trust| known(f64::from(trust))).collect()
}

/// To four decimals; nothing where there was nobody to trust.
fn known(value: f64) -> Value {
    if value.is_finite() { json!((value * 1e4).round() / 1e4) } else { Value::Null }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All ways to take some of the switches.
    fn some() -> Vec<Vec<&'static str>> {
        (0..1 << SWITCHES.len())
            .map(|bits| SWITCHES.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, (key, _))| *key).collect())
            .collect()
    }

    #[test]
    fn everything_that_can_be_chosen_is_a_scenario_without_faults() {
        let mut seen = 0;
        for breach in BREACHES.iter().map(Some).chain([None]) {
            for (_, repairs) in REPAIRS {
                for again in [false, true] {
                    for off in &some() {
                        for (record, twin) in [("daily", true), ("monthly", false)] {
                            let text = Choice { record, twin, breach, repairs, again, off }.text();
                            let reading = read_text("lesson.toml", &text).unwrap_or_else(|faults| panic!("{faults:#?}\n{text}"));
                            assert!(reading.warnings.is_empty(), "{:#?}\n{text}", reading.warnings);
                            let events = reading.scenario.events.len();
                            assert_eq!(events, breach.map_or(0, |_| 1 + usize::from(again)));
                            assert_eq!(reading.scenario.repairs.len(), breach.map_or(0, |_| repairs.len()));
                            seen += 1;
                        }
                    }
                }
            }
        }
        assert_eq!(seen, 6 * 5 * 2 * 8 * 2);
    }

    #[test]
    fn the_page_is_told_the_same_pieces() {
        let told = data();
        for (card, said) in BREACHES.iter().zip(told["breaches"].as_array().unwrap()) {
            for (repairs, done) in REPAIRS.iter().zip(told["repairs"].as_array().unwrap()) {
                let own = Choice { record: "daily", twin: true, breach: Some(card), repairs: repairs.1, again: true, off: &["scars"] };
                let base = told["base"].as_str().unwrap().replace("RECORD", "daily").replace("TWIN", "true");
                let pieces = [&said["toml"], &said["again"], &done["toml"]].map(|piece| piece.as_str().unwrap()).concat();
                let off = told["switches"][2]["toml"].as_str().unwrap();
                assert_eq!(own.text(), format!("{base}{pieces}\n[mechanisms]\n{off}"));
            }
        }
        let story = &told["story"];
        let days = story["days"].as_array().unwrap().len();
        assert_eq!(story["series"]["share_trusting_leader"].as_array().unwrap().len(), days);
        assert_eq!(story["twin"]["series"]["share_trusting_leader"].as_array().unwrap().len(), days);
        assert_eq!(story["recovery"].as_array().unwrap().len(), 1);
        assert_eq!(story["daily"]["leader"].as_array().unwrap().len(), (f64::from(LENGTH) * MONTH) as usize + 1);
    }

    #[test]
    fn every_card_has_its_words() {
        let has = |key: String| assert!(LESSON.iter().any(|(known, _)| **known == key), "no words for {key}");
        for card in &BREACHES {
            ["title", "text", "kind"].into_iter().for_each(|part| has(format!("breach.{}.{part}", card.key)));
        }
        for (key, _) in REPAIRS {
            ["title", "text"].into_iter().for_each(|part| has(format!("repair.{key}.{part}")));
        }
        for (key, _) in SWITCHES {
            ["title", "text"].into_iter().for_each(|part| has(format!("switch.{key}.{part}")));
        }
        for months in PREDICTIONS {
            ["title", "said"].into_iter().for_each(|part| has(format!("predict.{months}.{part}")));
        }
    }
}
