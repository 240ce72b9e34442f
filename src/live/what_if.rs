//! # What if
//!
//! The report of a run with the engine inside: the two parameters on which its outcome hangs most can be moved, each as far as its
//! evidence leaves open, and the curve is lived anew beside the one of the run. Where fewer than two stand out, the severity of the
//! first breach, which the scenario itself sets, is a lever too.

use maud::{Markup, html};
use serde_json::{Value, json};

use super::said::{both, by_language, first_breach};
use super::shell::{engine, json_of, script};
use crate::doubt::Doubt;
use crate::ensemble::world::at;
use crate::report::page::with_what_if;
use crate::scenario::resolved::resolved;
use crate::scenario::{Scenario, YEAR, catalogue};
use crate::study::{Results, Study};
use crate::text::{CODE, Language};
use crate::theory::Parameters;
use crate::words::odd::grade;
use crate::words::screen::live as words;
use crate::words::sentence::whom;

/// The element from which the levers know what they move.
const MARK: &str = "what-if-data";
/// Levers at most.
const LEVERS: usize = 2;
/// Replicates that are lived for each place of the levers.
const REPLICATES: u32 = 20;

/// The page of a run with levers in it; where nothing stands out on which the outcome hangs, it says so.
pub fn with_levers(page: String, study: &Study, results: &Results) -> String {
    let Some(doubt) = &results.doubt else { return page };
    let scenario = &study.plans()[0].scenario;
    let levers = levers(scenario, doubt);
    if levers.is_empty() {
        let mark = html! { script type="application/json" id=(MARK) { "{}" } };
        return with_what_if(&page, &Language::BOTH.map(nothing), &mark).unwrap_or(page);
    }
    let sections = Language::BOTH.map(|language| section(&levers, doubt, language));
    let referent = doubt.headline.referent;
    let data = json!({
        "text": resolved(scenario), "levers": levers, "measure": format!("trust_{}", referent.key()), "referent": referent.key(),
        "from": doubt.headline.from, "replicates": REPLICATES, "year": YEAR,
        "words": by_language(words::LIVE),
    });
    let parts = html! {
        script type="application/json" id=(MARK) { (json_of(&data)) }
        (engine())
        (script(include_str!("../../doors/browser/page/what-if.js")))
    };
    with_what_if(&page, &sections, &parts).unwrap_or(page)
}

/// Whether a page has levers.
pub fn is_in(page: &[u8]) -> bool {
    String::from_utf8_lossy(page).contains(MARK)
}

/// What is moved: the parameters that explain most of how the first arm comes out, then the breach, each with its value and how far it
/// can be moved.
fn levers(scenario: &Scenario, doubt: &Doubt) -> Vec<Value> {
    let drivers = doubt.outcomes.first().map_or(&[][..], |outcome| &outcome.drivers);
    let lever = |path: &String| {
        let found = Parameters::find(path)?;
        let value = scenario.parameters.get(found.group, found.row.key)?;
        let [low, high] = [-1.0, 1.0].map(|step| at(&found, value, step));
        Some(json!({
            "key": path, "value": value, "low": low, "high": high, "unit": found.row.unit,
            "meaning": both(&found.row.meaning), "grade": both(&grade(found.row.grade)),
        }))
    };
    drivers.iter().filter_map(|driver| lever(&driver.parameter)).chain(severity(scenario)).take(LEVERS).collect()
}

/// How severe the first planned breach is, which the scenario sets.
fn severity(scenario: &Scenario) -> Option<Value> {
    let (event, _, breach) = first_breach(scenario)?;
    let meaning = catalogue::find("event", "severity", Some("breach"))?.meaning;
    Some(json!({
        "key": format!("event.{}.severity", event.id), "value": breach.severity, "low": 0.0, "high": 1.0, "unit": "share",
        "meaning": both(&meaning), "grade": both(&words::SET_HERE),
    }))
}

/// Instead of levers.
fn nothing(language: Language) -> Markup {
    html! {
        section {
            h2 { (words::WHAT_IF.get(language)) }
            p { (words::NOTHING_STANDS_OUT.get(language)) }
        }
    }
}

fn section(levers: &[Value], doubt: &Doubt, language: Language) -> Markup {
    let code = CODE.get(language);
    let of = |lever: &Value, key: &str| lever[key][code].as_str().unwrap_or_default().to_owned();
    let id = format!("what-if-{code}");
    let parameters = levers.iter().filter_map(|lever| lever["key"].as_str()).filter(|key| Parameters::find(key).is_some()).count();
    html! {
        section class="what-if" aria-labelledby=(id) data-what-if=(code) {
            h2 id=(id) { (words::WHAT_IF.get(language)) }
            p { (words::levers(parameters, whom(doubt.headline.referent).get(language), levers.len() > parameters, language)) }
            @for (at, lever) in levers.iter().enumerate() {
                p class="lever" {
                    label for={ "lever-" (at) "-" (code) } { strong { (lever["key"].as_str().unwrap_or_default()) } " · " (of(lever, "meaning")) " (" (of(lever, "grade")) ")" }
                    br;
                    input type="range" id={ "lever-" (at) "-" (code) } data-lever=(at) min=(lever["low"]) max=(lever["high"]) step="any" value=(lever["value"]);
                    " "
                    input type="number" data-typed=(at) min=(lever["low"]) max=(lever["high"]) step="any" value=(lever["value"]) aria-label=(lever["key"].as_str().unwrap_or_default());
                }
            }
            p { button type="button" data-back { (words::AS_IT_WAS.get(language)) } }
            div class="plot" role="img" data-what-if-plot {}
            output aria-live="polite" {}
        }
    }
}
