//! # From a checked tree to a scenario
//!
//! Here nothing is judged any more: what is not given takes its default.

use std::collections::BTreeMap;

use super::catalogue::{self, PRESETS};
use super::names::TRUST_BELOW;
use super::posterior;
use super::source::Place;
use super::tree::{Node, Table};
use super::{
    Audience, Breach, ByPractice, ByReferent, Direction, Event, Happening, Hypothesis, Mechanisms, Referent, Repair, RepairKind, Scenario,
    ShockKind, Teams, When, names, take,
};
use crate::text::on_one_line;

/// The scenario that `root` describes, its arms apart.
pub fn build(root: &Table) -> Scenario {
    let mut scenario = Scenario::default();
    if let Some(title) = root.text("title") {
        scenario.title = on_one_line(title);
    }
    if let Some(question) = root.text("question") {
        question.clone_into(&mut scenario.question);
    }
    scenario.title_nl = root.text("title_nl").map(str::to_owned);
    scenario.question_nl = root.text("question_nl").map(str::to_owned);
    if let Some(table) = root.table("run") {
        run(&mut scenario, table);
    }
    if let Some(table) = root.table("organisation") {
        organisation(&mut scenario, table);
    }
    if let Some(table) = root.table("practices") {
        practices(&mut scenario, table);
    }
    if let Some(table) = root.table("initial_trust") {
        scenario.initial_trust = ByReferent::of(|referent| table.get(referent.key()).and_then(Node::number));
    }
    if let Some(table) = root.table("people") {
        people(&mut scenario, table);
    }
    laws(&mut scenario, root);
    scenario.events = root.tables("event").map(|(_, table)| event(table)).collect();
    scenario.hypotheses = root.tables("hypothesis").map(|(_, table)| hypothesis(table)).collect();
    scenario.posterior = root.table(posterior::TABLE).map(posterior::take).unwrap_or_default();
    let events = events_by_name(root);
    scenario.repairs = root.tables("repair").map(|(_, table)| repair(&events, table)).collect();
    scenario
}

fn run(scenario: &mut Scenario, table: &Table) {
    let run = &mut scenario.run;
    run.length = table.get("length").and_then(take::day).unwrap_or(run.length);
    run.replicates = table.get("replicates").and_then(take::whole).unwrap_or(run.replicates);
    run.worlds = table.get("worlds").and_then(take::whole).unwrap_or(run.worlds);
    run.seed = table.get("seed").and_then(Node::whole).and_then(|seed| u64::try_from(seed).ok()).unwrap_or(run.seed);
    run.record = table.text("record").and_then(|word| names::value(&names::CADENCES, word)).unwrap_or(run.record);
    run.record_teams = switch(table, "record_teams", run.record_teams);
    run.ledger = switch(table, "ledger", run.ledger);
    run.twin = switch(table, "twin", run.twin);
    run.surveys = table.get("surveys").and_then(take::day_list).unwrap_or_default();
    run.surveys.retain(|day| *day <= run.length);
    run.survey_categories = switch(table, "survey_categories", run.survey_categories);
    run.sociometric = switch(table, "sociometric", run.sociometric);
}

fn organisation(scenario: &mut Scenario, table: &Table) {
    let organisation = &mut scenario.organisation;
    let whole = |key, standard| table.get(key).and_then(take::whole).unwrap_or(standard);
    organisation.teams = whole("teams", organisation.teams);
    organisation.ties_across = whole("ties_across", organisation.ties_across);
    organisation.teams_per_department = whole("teams_per_department", organisation.teams_per_department);
    organisation.start = table.text("start").and_then(|word| names::value(&names::STARTS, word)).unwrap_or(organisation.start);
    organisation.years_before = whole("years_before", organisation.years_before);
    organisation.ties_within = number(table, "ties_within", organisation.ties_within);
    organisation.team_size = table.get("team_size").and_then(|node| take::span(node, take::whole)).unwrap_or(organisation.team_size);
    organisation.task_interdependence =
        table.get("task_interdependence").and_then(|node| take::span(node, Node::number)).unwrap_or(organisation.task_interdependence);
}

fn practices(scenario: &mut Scenario, table: &Table) {
    if let Some(level) = table.text("preset").and_then(|preset| PRESETS.iter().find(|row| row.0 == preset)) {
        scenario.practices = ByPractice::all(level.1);
    }
    for (level, given) in scenario.practices.iter_mut().zip(take::practices(table)) {
        *level = given.unwrap_or(*level);
    }
}

fn people(scenario: &mut Scenario, table: &Table) {
    let people = &mut scenario.people;
    let spread = |key, standard| table.get(key).and_then(|node| take::spread(node, standard)).unwrap_or(standard);
    people.propensity = spread("propensity", people.propensity);
    people.ability = spread("ability", people.ability);
    for (key, conduct) in [("conduct", &mut people.conduct), ("leader_conduct", &mut people.leader_conduct)] {
        for (own, facet) in conduct.iter_mut().zip(names::FACETS) {
            *own = table.table(key).and_then(|table| table.get(facet)).and_then(|node| take::spread(node, *own)).unwrap_or(*own);
        }
    }
    people.top_conduct = table.get("top_conduct").and_then(|node| take::facets(node, people.top_conduct)).unwrap_or(people.top_conduct);
}

fn laws(scenario: &mut Scenario, root: &Table) {
    for entry in &root.entries {
        let Some(table) = entry.node.table() else { continue };
        for key in &table.entries {
            if let Some(number) = key.node.number() {
                scenario.parameters.set(&entry.key, &key.key, number);
            }
            if let Some(on) = key.node.switch().filter(|_| entry.key == "mechanisms") {
                Mechanisms::set(&mut scenario.mechanisms, &key.key, on);
            }
        }
    }
}

fn hypothesis(table: &Table) -> Hypothesis {
    let text = |key| table.text(key).unwrap_or_default().to_owned();
    let arm = |at: usize| table.get("contrast").and_then(Node::list).and_then(|arms| arms.get(at)?.text()).unwrap_or_default().to_owned();
    Hypothesis {
        id: text("id"),
        statement: text("statement"),
        contrast: [arm(0), arm(1)],
        outcome: text("outcome"),
        referent: table.text("referent").and_then(|word| names::value(&names::REFERENTS, word)).unwrap_or(Referent::Leader),
        direction: table.text("direction").and_then(|word| names::value(&names::DIRECTIONS, word)).unwrap_or(Direction::Greater),
        smallest_effect: number(table, "smallest_effect", 0.0),
        day: table.get("day").and_then(take::day),
    }
}

fn event(table: &Table) -> Event {
    let id = table.text("id").unwrap_or_default().to_owned();
    let when = match table.get("per_year").and_then(Node::number) {
        Some(rate) => When::PerYear(rate),
        None => When::Days(days(table)),
    };
    Event { id, when, what: happening(table) }
}

fn happening(table: &Table) -> Happening {
    let size = number(table, "size", 0.0);
    let teams = teams(table);
    match table.text("what").unwrap_or_default() {
        "practice" => Happening::Practice { set: table.table("set").map_or(ByPractice::default(), take::practices) },
        "exit" => {
            let seats = table.get("seats").and_then(take::whole_list).unwrap_or_default();
            let count = if seats.is_empty() { table.get("count").and_then(take::whole).unwrap_or(1) } else { seats.len() as u32 };
            Happening::Exit { teams, count, seats }
        }
        "conduct" => {
            let change = table.get("change").and_then(|node| take::facets(node, [0.0; 4])).unwrap_or_default();
            Happening::Conduct { by: by(table).unwrap_or(Referent::Leader), teams, change }
        }
        "imposed_loss" => Happening::ImposedLoss { size, explained: switch(table, "explained", false), teams },
        "shock" => {
            let kind = table.text("kind").and_then(|word| names::value(&names::SHOCKS, word)).unwrap_or(ShockKind::Reorganisation);
            Happening::Shock { kind, size, teams }
        }
        "survey" => Happening::Survey,
        _ => Happening::Breach(breach(table, teams)),
    }
}

fn breach(table: &Table, teams: Teams) -> Breach {
    let by = by(table).unwrap_or(Referent::Leader);
    let usual = if by == Referent::Top { Audience::Organisation } else { Audience::Team };
    Breach {
        by,
        teams,
        seat: table.get("seat").and_then(take::whole),
        kind: table.text("kind").and_then(|word| names::value(&names::BREACHES, word)).unwrap_or(super::BreachKind::Integrity),
        severity: number(table, "severity", 0.0),
        intentional: switch(table, "intentional", false),
        deception: switch(table, "deception", false),
        audience: table.text("audience").and_then(|word| names::value(&names::AUDIENCES, word)).unwrap_or(usual),
    }
}

fn repair(events: &Events<'_>, table: &Table) -> Repair {
    let what = table.text("what").and_then(names::repair).unwrap_or(RepairKind::Apology);
    let row = what.row();
    let followed = followed(events, table);
    let when = start(table, followed.map(|(index, _, event)| (index, event)));
    let breach = followed.map(|(_, _, event)| happening(event));
    let own_reach = catalogue::usual_reach(what);
    let usual_reach = match &breach {
        Some(Happening::Breach(breach)) => wider(breach.audience, own_reach),
        Some(Happening::ImposedLoss { .. }) => Audience::Organisation,
        _ => own_reach,
    };
    let usual_by = match (&breach, &when) {
        (Some(Happening::Breach(breach)), _) => breach.by,
        (Some(Happening::ImposedLoss { .. }), _) => Referent::Top,
        (_, When::TrustBelow { referent, .. }) => by(table).unwrap_or(*referent),
        (_, When::AfterBreach { by: breaker, .. }) => breaker.unwrap_or(Referent::Leader),
        _ => by(table).unwrap_or(Referent::Leader),
    };
    let reform = if what == RepairKind::PolicyReform { catalogue::reform() } else { ByPractice::default() };
    let raises = table.table("raises").map_or(reform, |table| take::practices(table).map(|rise| rise.unwrap_or(0.0)));
    Repair {
        id: table.text("id").unwrap_or_default().to_owned(),
        when,
        what,
        duration: table.get("duration").and_then(take::day).unwrap_or(row.duration),
        sincerity: number(table, "sincerity", 0.8),
        strength: number(table, "strength", 1.0),
        reach: table.text("reach").and_then(|word| names::value(&names::AUDIENCES, word)).unwrap_or(usual_reach),
        teams: if breach.is_some() { Teams::All } else { teams(table) },
        by: usual_by,
        proves_false: switch(table, "proves_false", false),
        raises,
        cost: number(table, "cost", row.cost),
    }
}

/// Events by their names: index, where it stands, table.
type Events<'t> = BTreeMap<&'t str, (usize, &'t Place, &'t Table)>;

fn events_by_name(root: &Table) -> Events<'_> {
    let events = root.tables("event").enumerate();
    events.filter_map(|(index, (place, event))| Some((event.text("id")?, (index, place, event)))).collect()
}

/// The event that a repair follows.
fn followed<'t>(events: &Events<'t>, repair: &Table) -> Option<(usize, &'t Place, &'t Table)> {
    events.get(repair.text("after")?).copied()
}

fn start(table: &Table, followed: Option<(usize, &Table)>) -> When {
    let delay = table.get("delay").and_then(take::day).unwrap_or(0);
    if let Some((event, breach)) = followed {
        let first = days(breach).first().copied().unwrap_or(0);
        let own = table.get("day").and_then(take::day).map(|day| day.saturating_sub(first));
        return When::After { event, delay: own.unwrap_or(delay) };
    }
    let Some(when) = table.table("when") else { return When::Days(days(table)) };
    for (referent, key) in names::REFERENTS.iter().map(|row| row.1).zip(TRUST_BELOW) {
        if let Some(share) = when.get(key).and_then(Node::number) {
            return When::TrustBelow { referent, share, delay };
        }
    }
    let by = when.text("breach_by").and_then(|word| names::value(&names::REFERENTS, word));
    When::AfterBreach { by, severity: number(when, "severity_above", 0.0), delay }
}

fn wider(one: Audience, other: Audience) -> Audience {
    let rank = |audience| names::AUDIENCES.iter().position(|row| row.1 == audience);
    if rank(one) >= rank(other) { one } else { other }
}

fn days(table: &Table) -> Vec<u32> {
    match table.get("day").and_then(take::day) {
        Some(day) => vec![day],
        None => table.get("days").and_then(take::day_list).unwrap_or_default(),
    }
}

fn by(table: &Table) -> Option<Referent> {
    table.text("by").and_then(|word| names::value(&names::REFERENTS, word))
}

fn teams(table: &Table) -> Teams {
    table.get("teams").and_then(take::teams).unwrap_or(Teams::All)
}

fn number(table: &Table, key: &str, standard: f64) -> f64 {
    table.get(key).and_then(Node::number).unwrap_or(standard)
}

fn switch(table: &Table, key: &str, standard: bool) -> bool {
    table.get(key).and_then(Node::switch).unwrap_or(standard)
}
