//! # A scenario written out in full
//!
//! TOML that reads back to the same scenario, with every value that was in force, so that a folder of results can be
//! run again when defaults have changed.

use std::fmt::Write;

use super::measure::{MEASURES, Per, measure};
use super::names::{FACETS, TRUST_BELOW};
use super::posterior::TABLE;
use super::{Arm, Event, Happening, Hypothesis, PRACTICES, Repair, RepairKind, Scenario, Span, Spread, Teams, When, names};
use crate::theory::Parameters;

/// One value of a scenario: `table` is `run`, or `event.ID`; `value` is TOML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The table; empty for keys at the top of the file.
    pub table: String,
    /// The key.
    pub key: &'static str,
    /// The value, as TOML.
    pub value: String,
}

impl Line {
    /// `table.key`, as in `--set`.
    pub fn path(&self) -> String {
        let dot = if self.table.is_empty() { "" } else { "." };
        format!("{}{dot}{}", self.table, self.key)
    }
}

/// The scenario as TOML.
pub fn resolved(scenario: &Scenario) -> String {
    let mut text = String::from("# Every value that was in force; this file runs as it is.\n");
    let mut table = String::new();
    for line in lines(scenario) {
        if line.table != table {
            let kind = line.table.split('.').next().unwrap_or_default();
            let header =
                if matches!(kind, "event" | "repair" | "hypothesis") { format!("\n[[{kind}]]\n") } else { format!("\n[{kind}]\n") };
            text.push_str(&header);
            table.clone_from(&line.table);
        }
        let _ = writeln!(text, "{} = {}", line.key, line.value);
    }
    if !scenario.posterior.is_empty() {
        let _ = writeln!(text, "\n[{TABLE}]");
        for fitted in &scenario.posterior {
            let draws: Vec<String> = fitted.draws.iter().copied().map(number).collect();
            let _ = writeln!(text, "{} = [{}]", fitted.parameter, draws.join(", "));
        }
    }
    if !scenario.arms.is_empty() {
        text.push_str("\n[arms]\n");
        for arm in &scenario.arms {
            let _ = writeln!(text, "{} = {}", arm.name, arm_value(scenario, arm));
        }
    }
    text
}

/// The default of `key` in `table`, as TOML.
pub fn standard(table: &str, key: &str) -> Option<String> {
    lines(&Scenario::default()).into_iter().find(|line| line.table == table && line.key == key).map(|line| line.value)
}

/// What an arm takes and changes.
fn arm_value(scenario: &Scenario, arm: &Arm) -> String {
    let own = &arm.scenario;
    let repairs: Vec<String> = own.repairs.iter().map(|repair| quoted(&repair.id)).collect();
    let changes: Vec<String> = changes(scenario, arm).into_iter().map(|line| format!("\"{}\" = {}", line.path(), line.value)).collect();
    let set = if changes.is_empty() { String::new() } else { format!(", set = {{ {} }}", changes.join(", ")) };
    format!("{{ repairs = [{}]{set} }}", repairs.join(", "))
}

/// What an arm changes.
pub fn changes(scenario: &Scenario, arm: &Arm) -> Vec<Line> {
    let base = lines(scenario);
    lines(&arm.scenario).into_iter().filter(|line| !base.contains(line)).collect()
}

/// All values, in the order of the catalogue.
pub fn lines(scenario: &Scenario) -> Vec<Line> {
    let mut lines = Lines(Vec::new());
    lines.put("", "title", quoted(&scenario.title));
    lines.put("", "question", quoted(&scenario.question));
    lines.put_if("", "title_nl", scenario.title_nl.as_deref().map(quoted));
    lines.put_if("", "question_nl", scenario.question_nl.as_deref().map(quoted));
    let run = &scenario.run;
    lines.put("run", "length", run.length.to_string());
    lines.put("run", "replicates", run.replicates.to_string());
    lines.put("run", "worlds", run.worlds.to_string());
    lines.put("run", "seed", run.seed.to_string());
    lines.put("run", "record", quoted(names::word(&names::CADENCES, &run.record)));
    lines.put("run", "record_teams", run.record_teams.to_string());
    lines.put("run", "ledger", run.ledger.to_string());
    lines.put("run", "surveys", list(&run.surveys));
    lines.put("run", "survey_categories", run.survey_categories.to_string());
    lines.put("run", "sociometric", run.sociometric.to_string());
    lines.put("run", "twin", run.twin.to_string());
    let organisation = &scenario.organisation;
    lines.put("organisation", "teams", organisation.teams.to_string());
    lines.put("organisation", "team_size", span(&organisation.team_size, |size: u32| size.to_string()));
    lines.put("organisation", "task_interdependence", span(&organisation.task_interdependence, number));
    lines.put("organisation", "ties_across", organisation.ties_across.to_string());
    lines.put("organisation", "ties_within", number(organisation.ties_within));
    lines.put("organisation", "teams_per_department", organisation.teams_per_department.to_string());
    lines.put("organisation", "start", quoted(names::word(&names::STARTS, &organisation.start)));
    lines.put("organisation", "years_before", organisation.years_before.to_string());
    for (practice, level) in PRACTICES.into_iter().zip(&scenario.practices) {
        lines.put("practices", practice, number(*level));
    }
    for (referent, trust) in scenario.initial_trust.each() {
        lines.put_if("initial_trust", referent.key(), trust.map(number));
    }
    let people = &scenario.people;
    lines.put("people", "propensity", spread(&people.propensity));
    lines.put("people", "conduct", by_name(FACETS.into_iter().zip(people.conduct.iter().map(spread))));
    lines.put("people", "leader_conduct", by_name(FACETS.into_iter().zip(people.leader_conduct.iter().map(spread))));
    lines.put("people", "top_conduct", by_name(FACETS.into_iter().zip(people.top_conduct.iter().copied().map(number))));
    lines.put("people", "ability", spread(&people.ability));
    for event in &scenario.events {
        lines.event(&format!("event.{}", event.id), event);
    }
    for repair in &scenario.repairs {
        lines.repair(&format!("repair.{}", repair.id), repair, &scenario.events);
    }
    for hypothesis in &scenario.hypotheses {
        lines.hypothesis(&format!("hypothesis.{}", hypothesis.id), hypothesis);
    }
    for (key, _, _) in super::Mechanisms::ROWS {
        lines.put_if("mechanisms", key, scenario.mechanisms.get(key).map(|on| on.to_string()));
    }
    for group in Parameters::GROUPS {
        for row in group.rows {
            lines.put_if(group.key, row.key, scenario.parameters.get(group.key, row.key).map(number));
        }
    }
    lines.0
}

struct Lines(Vec<Line>);

impl Lines {
    fn put(&mut self, table: &str, key: &'static str, value: String) {
        self.0.push(Line { table: table.to_owned(), key, value });
    }

    fn put_if(&mut self, table: &str, key: &'static str, value: Option<String>) {
        if let Some(value) = value {
            self.put(table, key, value);
        }
    }

    fn hypothesis(&mut self, table: &str, hypothesis: &Hypothesis) {
        self.put(table, "id", quoted(&hypothesis.id));
        self.put(table, "statement", quoted(&hypothesis.statement));
        self.put(table, "contrast", format!("[{}]", hypothesis.contrast.each_ref().map(|arm| quoted(arm)).join(", ")));
        self.put(table, "outcome", quoted(&hypothesis.outcome));
        let by_referent = measure(&hypothesis.outcome).is_some_and(|row| MEASURES[row].per == Per::Referent);
        self.put_if(table, "referent", by_referent.then(|| quoted(hypothesis.referent.key())));
        self.put(table, "direction", quoted(names::word(&names::DIRECTIONS, &hypothesis.direction)));
        self.put(table, "smallest_effect", number(hypothesis.smallest_effect));
        self.put_if(table, "day", hypothesis.day.map(|day| day.to_string()));
    }

    fn event(&mut self, table: &str, event: &Event) {
        self.put(table, "id", quoted(&event.id));
        let what = match &event.what {
            Happening::Breach(_) => "breach",
            Happening::Practice { .. } => "practice",
            Happening::Exit { .. } => "exit",
            Happening::Conduct { .. } => "conduct",
            Happening::ImposedLoss { .. } => "imposed_loss",
            Happening::Shock { .. } => "shock",
            Happening::Survey => "survey",
        };
        self.put(table, "what", quoted(what));
        self.when(table, &event.when, &[]);
        self.happening(table, &event.what);
    }

    fn happening(&mut self, table: &str, what: &Happening) {
        match what {
            Happening::Breach(breach) => {
                self.put(table, "by", quoted(names::word(&names::REFERENTS, &breach.by)));
                self.put(table, "teams", teams(&breach.teams));
                self.put_if(table, "seat", breach.seat.map(|seat| seat.to_string()));
                self.put(table, "kind", quoted(names::word(&names::BREACHES, &breach.kind)));
                self.put(table, "severity", number(breach.severity));
                self.put(table, "intentional", breach.intentional.to_string());
                self.put(table, "deception", breach.deception.to_string());
                self.put(table, "audience", quoted(names::word(&names::AUDIENCES, &breach.audience)));
            }
            Happening::Practice { set } => {
                let given = PRACTICES.into_iter().zip(set).filter_map(|(practice, level)| level.map(|level| (practice, number(level))));
                self.put(table, "set", by_name(given));
            }
            Happening::Exit { teams: which, count, seats } => {
                self.put(table, "teams", teams(which));
                if seats.is_empty() {
                    self.put(table, "count", count.to_string());
                } else {
                    self.put(table, "seats", list(seats));
                }
            }
            Happening::Conduct { by, teams: which, change } => {
                self.put(table, "by", quoted(names::word(&names::REFERENTS, by)));
                self.put(table, "teams", teams(which));
                self.put(table, "change", by_name(FACETS.into_iter().zip(change.iter().copied().map(number))));
            }
            Happening::ImposedLoss { size, explained, teams: which } => {
                self.put(table, "teams", teams(which));
                self.put(table, "size", number(*size));
                self.put(table, "explained", explained.to_string());
            }
            Happening::Shock { kind, size, teams: which } => {
                self.put(table, "teams", teams(which));
                self.put(table, "kind", quoted(names::word(&names::SHOCKS, kind)));
                self.put(table, "size", number(*size));
            }
            Happening::Survey => {}
        }
    }

    fn repair(&mut self, table: &str, repair: &Repair, events: &[Event]) {
        self.put(table, "id", quoted(&repair.id));
        self.put(table, "what", quoted(repair.what.key()));
        self.when(table, &repair.when, events);
        self.put(table, "duration", repair.duration.to_string());
        self.put(table, "sincerity", number(repair.sincerity));
        self.put(table, "strength", number(repair.strength));
        self.put(table, "reach", quoted(names::word(&names::AUDIENCES, &repair.reach)));
        // Whom a repair concerns follows from the breach when it follows one.
        if matches!(repair.when, When::Days(_) | When::PerYear(_) | When::TrustBelow { .. }) {
            self.put(table, "teams", teams(&repair.teams));
            self.put(table, "by", quoted(names::word(&names::REFERENTS, &repair.by)));
        }
        if repair.what == RepairKind::Denial {
            self.put(table, "proves_false", repair.proves_false.to_string());
        }
        if repair.what == RepairKind::PolicyReform {
            self.put(table, "raises", by_name(PRACTICES.into_iter().zip(repair.raises.iter().copied().map(number))));
        }
        self.put(table, "cost", number(repair.cost));
    }

    fn when(&mut self, table: &str, when: &When, events: &[Event]) {
        let delayed = match when {
            When::Days(days) => return self.put(table, if days.len() == 1 { "day" } else { "days" }, one_or_list(days)),
            When::PerYear(rate) => return self.put(table, "per_year", number(*rate)),
            When::After { event, delay } => {
                self.put(table, "after", quoted(events.get(*event).map_or("", |event| event.id.as_str())));
                delay
            }
            When::TrustBelow { referent, share, delay } => {
                let key = names::REFERENTS.iter().position(|row| row.1 == *referent).map_or("", |at| TRUST_BELOW[at]);
                self.put(table, "when", by_name([(key, number(*share))]));
                delay
            }
            When::AfterBreach { by, severity, delay } => {
                let by = by.as_ref().map(|by| ("breach_by", quoted(names::word(&names::REFERENTS, by))));
                self.put(table, "when", by_name(by.into_iter().chain([("severity_above", number(*severity))])));
                delay
            }
        };
        self.put(table, "delay", delayed.to_string());
    }
}

/// A number that reads back to the same bits.
fn number(value: f64) -> String {
    format!("{value:?}")
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn list(whole: &[u32]) -> String {
    let items: Vec<String> = whole.iter().map(u32::to_string).collect();
    format!("[{}]", items.join(", "))
}

fn one_or_list(days: &[u32]) -> String {
    if let [day] = days { day.to_string() } else { list(days) }
}

fn span<T: PartialEq + Copy>(span: &Span<T>, text: fn(T) -> String) -> String {
    if span.min == span.max { text(span.min) } else { format!("{{ min = {}, max = {} }}", text(span.min), text(span.max)) }
}

fn spread(spread: &Spread) -> String {
    format!("{{ mean = {}, sd = {} }}", number(spread.mean), number(spread.sd))
}

fn teams(teams: &Teams) -> String {
    match teams {
        Teams::All => quoted("all"),
        Teams::Random(count) => count.to_string(),
        Teams::These(which) => list(which),
    }
}

fn by_name<'n>(pairs: impl IntoIterator<Item = (&'n str, String)>) -> String {
    let pairs: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name} = {value}")).collect();
    format!("{{ {} }}", pairs.join(", "))
}

#[cfg(test)]
mod tests {
    use super::super::catalogue;
    use super::*;

    #[test]
    fn every_standard_value_of_the_catalogue_is_written() {
        for row in catalogue::keys().filter(|row| row.fallback == catalogue::Fallback::Standard) {
            assert!(standard(row.table, row.key).is_some(), "{}", row.path());
        }
    }
}
