//! # The workbench
//!
//! A scenario with levers: what each does to it, as changes of its keys, and what a strategist is told of the numbers behind them.
//! The page decides nothing that stands in a registry: names, ranges, prices and grades are handed over here.

use serde_json::{Value, json};

use super::LivePage;
use super::said::{both, first_breach};
use crate::comparison::ranking::SWAPS;
use crate::doubt::Headline;
use crate::ensemble::world::at;
use crate::scenario::measure::{MEASURES, Per};
use crate::scenario::resolved::resolved;
use crate::scenario::{Breach, Event, Happening, MONTH, PRACTICES, Referent, Repair, Scenario, When, YEAR};
use crate::text::{Language, Text, text};
use crate::theory::breach::BREACHES;
use crate::theory::practice::PRACTICE_ROWS;
use crate::theory::repair::{Level, Pay, REPAIRS, RepairKind};
use crate::theory::{LawParameter, Parameters};
use crate::words::figure::referent;
use crate::words::screen::compare::{PARTS, PARTS_READ, WORTH_IS};
use crate::words::screen::grade;
use crate::words::unit::unit;
use crate::words::workbench::WORKBENCH;

/// What is drawn, by its key in an answer: share of people who trust, and three outcomes.
const DRAWN: [&str; 4] = ["share_trusting", "engagement", "turnover_voluntary", "performance"];

/// Assumptions that speak of every policy, beside those of the levers that were moved.
const ALWAYS: [&str; 9] = [
    "healing.heal_days",
    "healing.fade_days",
    "healing.on_foot",
    "belief.asymmetry_honesty",
    "spread.mood_slow",
    "turnover.slope",
    "cost.practice",
    "cost.priced_for",
    "cost.replacement",
];

/// Assumptions that speak of every repair.
const OF_REPAIRS: [&str; 4] = ["restoring.sincere_from", "restoring.deep", "restoring.soothes", "restoring.betrayal_above"];

/// The page of a scenario, opening in this language.
pub fn workbench(scenario: &Scenario, language: Language) -> LivePage {
    LivePage {
        name: "workbench",
        title: scenario.title(language).to_owned(),
        language,
        styles: vec![include_str!("../report/page/uplot.min.css"), include_str!("../../doors/browser/page/workbench.css")],
        // One script: what a script declares is its own, and the bench draws with uPlot.
        scripts: vec![concat!(include_str!("../report/page/uplot.min.js"), "\n", include_str!("../../doors/browser/page/workbench.js"))],
        words: WORKBENCH,
        data: data(scenario),
    }
}

/// The scenario in which nothing is done: without arms, repairs and expectations, in the one world of the parameters as they stand.
pub fn nothing_is_done(scenario: &Scenario) -> Scenario {
    let mut base = scenario.clone();
    (base.arms, base.repairs, base.hypotheses) = (Vec::new(), Vec::new(), Vec::new());
    base.sweep = None;
    (base.run.worlds, base.run.twin, base.run.ledger, base.run.record_teams) = (1, true, false, false);
    base
}

fn data(scenario: &Scenario) -> Value {
    let base = nothing_is_done(scenario);
    let broken = first_breach(&base);
    // Where nothing is planned, a policy begins after a year, or after a quarter of a shorter run.
    let day = broken.map_or(YEAR.min(base.run.length / 4).max(1), |(_, day, _)| day);
    let headline = Headline::of(&base);
    let titles =
        |of: fn(&Scenario, Language) -> &str| json!({ "en": of(scenario, Language::English), "nl": of(scenario, Language::Dutch) });
    let size = &base.organisation;
    let turnover = &base.parameters.turnover;
    json!({
        "title": titles(Scenario::title),
        "question": titles(Scenario::question),
        "base": resolved(&base),
        "days": base.run.length, "year": YEAR, "month": MONTH, "from": day, "surveys": base.run.surveys,
        "referent": headline.referent.key(),
        "who": Referent::ALL.map(|who| json!({ "key": who.key(), "label": both(&referent(who)) })),
        "breach": broken.and_then(|(event, day, broken)| breach(event, day, broken)),
        "practices": PRACTICES.iter().zip(&PRACTICE_ROWS).zip(base.practices).map(|((key, row), level)| json!({
            "key": key, "level": level, "name": both(&row.name), "meaning": both(&row.meaning), "at_work": both(&row.at_work),
        })).collect::<Vec<_>>(),
        "practice_cost": base.parameters.cost.practice,
        "levels": LEVELS.iter().map(|(level, name)| json!({ "key": level.key(), "name": both(name) })).collect::<Vec<_>>(),
        "repairs": REPAIRS.iter().zip(RepairKind::ALL).map(|(row, kind)| json!({
            "key": row.key, "level": row.level.key(), "name": both(&row.name), "meaning": both(&row.meaning),
            "duration": row.duration, "cost": row.cost, "pay": both(&pay(kind.pay())),
        })).collect::<Vec<_>>(),
        "priced_for": base.parameters.cost.priced_for,
        "sincere_from": base.parameters.restoring.sincere_from,
        "ready": scenario.arms.iter().filter_map(|arm| ready(&base, &arm.name, &arm.scenario)).collect::<Vec<_>>(),
        "organisation": {
            "teams": size.teams, "min": size.team_size.min, "max": size.team_size.max,
            "base": turnover.base, "involuntary": turnover.involuntary, "vacancy_weeks": turnover.vacancy_weeks,
            "usual_base": Parameters::default().turnover.base, "usual_quit": USUAL_QUIT,
        },
        "conduct_sd": base.people.leader_conduct[0].sd,
        "measures": DRAWN.map(measure),
        "assumptions": assumptions(&base),
        "parts": PARTS.each_ref().map(both), "parts_read": both(&PARTS_READ), "worth_is": both(&WORTH_IS), "swaps": SWAPS,
    })
}

/// Who quits in a year at the default of `turnover.base`: Securex 2024, to which that is fitted.
const USUAL_QUIT: f64 = 0.108;

const LEVELS: [(Level, Text); 4] = [
    (Level::Individual, text("between people", "tussen mensen")),
    (Level::Team, text("before the team", "voor het team")),
    (Level::Leader, text("by the leader", "door de leidinggevende")),
    (Level::Organisation, text("by the organisation", "door de organisatie")),
];

/// For whom a price is said.
const fn pay(pay: Pay) -> Text {
    match pay {
        Pay::Doer => text("for each person who does it", "per persoon die het doet"),
        Pay::Present => text("for each person present", "per aanwezige"),
        Pay::Replaced => text("for each leader who is replaced", "per vervangen leidinggevende"),
        Pay::Reached => text("for every {n} people reached", "per {n} bereikte mensen"),
    }
}

fn breach(event: &Event, day: u32, breach: &Breach) -> Option<Value> {
    let kind = BREACHES.iter().find(|row| row.key == breach.kind.key())?;
    Some(json!({
        "id": event.id, "day": day, "severity": breach.severity, "intentional": breach.intentional, "deception": breach.deception,
        "by": breach.by.key(), "kind": both(&kind.name), "meaning": both(&kind.meaning),
    }))
}

/// An arm that does nothing but repair the breach, as a policy that is there from the start: what, how soon, how sincere, how long.
fn ready(base: &Scenario, name: &str, arm: &Scenario) -> Option<Value> {
    let alike = Scenario { repairs: Vec::new(), past: None, run: base.run.clone(), ..arm.clone() };
    if alike != *base || arm.repairs.is_empty() {
        return None;
    }
    let first = first_breach(base)?.0;
    let repair = |repair: &Repair| match repair.when {
        When::After { event, delay } if base.events.get(event).is_some_and(|event| event.id == first.id) => {
            // What has no lever must stand as usual.
            let usual = Repair { id: repair.id.clone(), when: repair.when.clone(), ..repair_after(repair.what, first) };
            let said = Repair { sincerity: usual.sincerity, duration: usual.duration, ..repair.clone() };
            (said == usual)
                .then(|| json!({ "what": repair.what.key(), "delay": delay, "sincerity": repair.sincerity, "duration": repair.duration }))
        }
        _ => None,
    };
    let repairs: Vec<Value> = arm.repairs.iter().map(repair).collect::<Option<_>>()?;
    Some(json!({ "name": name, "repairs": repairs }))
}

/// A repair of this kind after this breach, with the rest as when a file says nothing.
fn repair_after(what: RepairKind, event: &Event) -> Repair {
    let mut repair = Repair::new(what, When::Days(Vec::new()));
    if let Happening::Breach(breach) = &event.what {
        (repair.reach, repair.by) = (repair.reach.max(breach.audience), breach.by);
    }
    repair
}

fn measure(key: &str) -> Value {
    let row = MEASURES.iter().find(|row| row.key == key).expect("a measure that is drawn exists");
    let (low, high) = row.bounds();
    json!({
        "key": key, "label": both(&row.label), "meaning": both(&row.meaning), "share": row.unit.starts_with("share"),
        "per_referent": row.per == Per::Referent, "low": low, "high": high.is_finite().then_some(high),
    })
}

/// The numbers that policies hang on, each with how sure it is, where it comes from, and as far as its grade leaves it open; `for`
/// says with which lever it matters, and is empty where it always does.
fn assumptions(base: &Scenario) -> Vec<Value> {
    let practice = |key: &str| PRACTICES.iter().find(|practice| practice.contains(key.split('_').next().unwrap_or(key)));
    let mut all: Vec<Value> = Vec::new();
    let mut put = |path: &str, of: &str| all.extend(assumption(base, path, of));
    ALWAYS.iter().for_each(|path| put(path, ""));
    OF_REPAIRS.iter().for_each(|path| put(path, "repair"));
    for key in ["signal_rate", "signal_weight", "signal_slope"] {
        put(&format!("practice.{key}"), "practice");
    }
    for known in Parameters::listed().filter(|known| known.group == "practice") {
        if let Some(practice) = practice(known.row.key).filter(|_| !known.row.key.starts_with("signal_")) {
            put(&known.path(), practice);
        }
    }
    for kind in RepairKind::ALL {
        let own = match kind {
            RepairKind::ChangedConduct => &["restoring.better_conduct", "healing.effort"][..],
            RepairKind::VisibleLeadership | RepairKind::ConsistentSupport => &["restoring.daily_support"],
            RepairKind::PolicyReform => &["restoring.structure_daily", "restoring.structure_floor"],
            RepairKind::CultureProgramme => &["restoring.structure_daily", "restoring.culture_conduct"],
            RepairKind::LeaderReplacement => &["restoring.replacement", "restoring.overreach"],
            RepairKind::IndependentInvestigation => &["restoring.investigation"],
            RepairKind::Promise => &["restoring.promise", "healing.probation"],
            _ => &[],
        };
        own.iter().for_each(|path| put(path, kind.key()));
        if own.is_empty() {
            put(&format!("restoring.{}", kind.key()), kind.key());
        }
    }
    all
}

fn assumption(base: &Scenario, path: &str, of: &str) -> Option<Value> {
    let known: LawParameter = Parameters::find(path)?;
    let value = base.parameters.value(&known);
    let row = known.row;
    let mut open = [at(&known, value, -1.0), at(&known, value, 1.0)];
    open.sort_by(f64::total_cmp);
    Some(json!({
        "path": path, "for": of, "value": value, "low": open[0], "high": open[1], "grade": row.grade.key(), "stars": row.grade.stars(),
        "sure": both(&grade(row.grade)), "source": row.source, "meaning": both(&row.meaning),
        "unit": { "en": row.unit, "nl": unit(row.unit, Language::Dutch) },
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::read::read_text;

    fn shipped(name: &str) -> Scenario {
        read_text("scenario.toml", &format!("based_on = \"{name}.toml\"\n")).unwrap().scenario
    }

    #[test]
    fn the_base_reads_back_and_does_nothing() {
        for name in ["repair", "baseline", "layoff"] {
            let told = data(&shipped(name));
            let base = read_text("scenario.toml", told["base"].as_str().unwrap()).unwrap().scenario;
            assert!(base.arms.is_empty() && base.repairs.is_empty() && base.hypotheses.is_empty());
            assert_eq!(base, nothing_is_done(&shipped(name)), "{name}");
        }
    }

    #[test]
    fn arms_that_only_repair_are_policies_from_the_start() {
        let told = data(&shipped("repair"));
        let names: Vec<&str> = told["ready"].as_array().unwrap().iter().filter_map(|ready| ready["name"].as_str()).collect();
        assert_eq!(names, ["words", "words-and-promise", "amends", "other-conduct", "reform"]);
        assert_eq!(told["ready"][3]["repairs"][1]["duration"], json!(260));
        assert_eq!(told["breach"]["id"], json!("betrayal"));
        assert_eq!(data(&shipped("baseline"))["breach"], Value::Null);
    }

    #[test]
    fn every_assumption_is_known_and_open_around_its_value() {
        let told = data(&shipped("repair"));
        let all = told["assumptions"].as_array().unwrap();
        assert!(ALWAYS.iter().chain(&OF_REPAIRS).all(|path| all.iter().any(|known| known["path"] == json!(path))));
        for practice in PRACTICES {
            assert!(all.iter().any(|known| known["for"] == json!(practice)), "{practice}");
        }
        for one in all {
            let [low, value, high] = ["low", "value", "high"].map(|key| one[key].as_f64().unwrap());
            assert!(low <= value && value <= high, "{one}");
        }
    }
}
