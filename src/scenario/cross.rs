//! # Keys against one another
//!
//! What can only be wrong between keys: names that are never defined, a repair before its breach, teams that do not
//! exist. It looks at the tree as it is, passing over what `check` has already found wrong.

use std::collections::BTreeMap;

use super::catalogue;
use super::fault::{Fault, Named, Problem};
use super::limit::{LARGEST_TEAM, LONGEST, MOST_LIVES, MOST_PEOPLE, MOST_TEAMS, SHIPPED_WORLDS};
use super::measure::{MEASURES, Per, WHOLE_OUTCOMES, measure};
use super::near::nearest;
use super::repair::ANSWERS;
use super::slot::{self, Slot};
use super::source::Place;
use super::tree::{Entry, Node, Table};
use super::word::TRUST_BELOW;
use super::{Cadence, RepairKind, Scenario, Span, Teams};

/// All faults and warnings between the keys of `root`.
pub fn cross(root: &Table, whole: bool) -> Vec<Fault> {
    let standard = Scenario::default();
    let organisation = root.table("organisation");
    let own = |key| organisation.and_then(|table| table.get(key));
    let mut cross = Cross {
        root,
        whole,
        teams: own("teams").and_then(slot::whole).unwrap_or(standard.organisation.teams),
        size: own("team_size").and_then(|node| Span::of(node, slot::whole)).unwrap_or(standard.organisation.team_size).max,
        length: root.table("run").and_then(|run| run.get("length")).and_then(u32::read).unwrap_or(standard.run.length),
        events: events(root),
        first: BTreeMap::new(),
        faults: Vec::new(),
    };
    cross.organisation(organisation);
    cross.surveys();
    cross.worlds();
    cross.ids("event");
    cross.ids("repair");
    cross.ids("hypothesis");
    for (_, hypothesis) in root.tables("hypothesis") {
        cross.hypothesis(hypothesis);
    }
    for (place, event) in root.tables("event") {
        cross.event(place, event);
    }
    for (place, repair) in root.tables("repair") {
        cross.repair(place, repair);
    }
    cross.faults
}

fn events(root: &Table) -> BTreeMap<&str, &Table> {
    let mut events = BTreeMap::new();
    for (_, event) in root.tables("event") {
        if let Some(id) = event.text("id") {
            events.entry(id).or_insert(event);
        }
    }
    events
}

struct Cross<'t> {
    root: &'t Table,
    whole: bool,
    teams: u32,
    size: u32,
    length: u32,
    /// The first event of each name.
    events: BTreeMap<&'t str, &'t Table>,
    /// What was found of first breaches, by whom.
    first: BTreeMap<Option<&'t str>, Option<(u32, &'t Node)>>,
    faults: Vec<Fault>,
}

impl<'t> Cross<'t> {
    fn add(&mut self, place: &Place, problem: Problem) {
        self.faults.push(Fault::at(place, problem));
    }

    fn run(&self, key: &str) -> Option<&'t Node> {
        self.root.table("run")?.get(key)
    }

    fn organisation(&mut self, table: Option<&Table>) {
        let Some(table) = table else { return };
        for key in ["team_size", "task_interdependence"] {
            let Some(node) = table.get(key) else { continue };
            if let Some(span) = Span::<f64>::read(node).filter(|span| span.min > span.max) {
                self.add(&node.place, Problem::Disorder { low: span.min, high: span.max });
            }
        }
        let people = u64::from(self.teams) * u64::from(self.size);
        if people > MOST_PEOPLE && u64::from(self.teams) <= MOST_TEAMS && u64::from(self.size) <= LARGEST_TEAM {
            let (teams, size) = (table.get("teams"), table.get("team_size"));
            let Some(at) = teams.or(size) else { return };
            let fault = Fault::at(&at.place, Problem::TooManyPeople { people, limit: MOST_PEOPLE });
            self.faults.push(fault.and(teams.and(size).map(|size| &size.place)));
        }
    }

    fn surveys(&mut self) {
        let surveys = self.run("surveys").and_then(Node::list).unwrap_or_default();
        for node in surveys {
            if let Some(day) = u32::read(node).filter(|day| *day > self.length && u64::from(*day) <= LONGEST) {
                self.add(&node.place, Problem::SurveyAfterEnd { day, length: self.length });
            }
        }
    }

    fn worlds(&mut self) {
        let standard = Scenario::default().run;
        let of = |key, standard| self.run(key).map_or(Some(standard), slot::whole);
        let (Some(worlds), Some(replicates)) = (of("worlds", standard.worlds), of("replicates", standard.replicates)) else { return };
        let Some(at) = self.run("worlds").filter(|_| worlds > 1) else { return };
        let lives = u64::from(worlds) * u64::from(replicates);
        let problem = match lives {
            _ if replicates == 1 => Problem::LoneReplicate { worlds },
            _ if lives > MOST_LIVES => Problem::TooManyLives { lives, limit: MOST_LIVES },
            _ if worlds > SHIPPED_WORLDS => {
                return self.add(&at.place, Problem::WorldsAgain { worlds, shipped: SHIPPED_WORLDS });
            }
            _ => return,
        };
        self.faults.push(Fault::at(&at.place, problem).and(self.run("replicates").map(|node| &node.place)));
    }

    /// Keys that say nothing of this outcome.
    fn silent(&mut self, table: &Table) {
        let Some((node, outcome)) = table.get("outcome").and_then(|node| Some((node, node.text()?))) else { return };
        let measured = measure(outcome).map(|row| MEASURES[row].per);
        if measured.is_none() && !WHOLE_OUTCOMES.contains(&outcome) {
            return;
        }
        for (key, fits) in [("day", measured.is_some()), ("referent", measured == Some(Per::Referent))] {
            if let Some(entry) = table.entry(key).filter(|_| !fits) {
                let problem =
                    Problem::NotForThis { key: key.to_owned(), table: "hypothesis", what: outcome.to_owned(), belongs: Vec::new() };
                self.faults.push(Fault::at(&entry.key_place, problem).and(&node.place));
            }
        }
    }

    fn hypothesis(&mut self, table: &Table) {
        self.silent(table);
        let arms = self.root.table("arms");
        let names: Vec<&str> = arms.map(|arms| arms.entries.iter().map(|arm| arm.key.as_str()).collect()).unwrap_or_default();
        let contrast = table.get("contrast").and_then(Node::list).unwrap_or_default();
        let pairs = contrast.iter().filter_map(Node::list);
        let each = contrast.iter().filter(|node| node.list().is_none()).chain(pairs.clone().flatten());
        for node in if self.whole { each.collect() } else { Vec::new() } {
            let Some(name) = node.text().filter(|name| !names.contains(name)) else { continue };
            self.add(&node.place, unknown(Named::Arm, name, None, &names));
        }
        for pair in pairs.chain([contrast]) {
            if let [one, other] = pair
                && let (Some(name), true) = (one.text(), one.text() == other.text())
            {
                self.faults.push(Fault::at(&other.place, Problem::SameSides { name: name.to_owned() }).and(&one.place));
            }
        }
        if let [one, other] = contrast
            && let [Some(pair), Some(same)] = [one, other].map(<[String; 2]>::read)
            && pair == same
        {
            let problem = Problem::SameSides { name: pair.join(" - ") };
            self.faults.push(Fault::at(&other.place, problem).and(&one.place));
        }
        let between = |day: &u32| *day > 0 && *day < self.length;
        let ends = self.run("record").filter(|record| record.text() == Some(Cadence::Ends.key()));
        if let (Some(entry), Some(record)) =
            (table.entry("day").filter(|entry| u32::read(&entry.node).is_some_and(|day| between(&day))), ends)
        {
            let problem = Problem::Exclusive { key: "day".to_owned(), other: "record = \"ends\"".to_owned() };
            self.faults.push(Fault::at(&entry.key_place, problem).and(&record.place)); // that day is not recorded
        }
        if let Some((node, day)) = table.get("day").and_then(|node| Some((node, u32::read(node)?))).filter(|(_, day)| *day > self.length) {
            self.add(&node.place, Problem::NeverHappens { day: day.into(), length: self.length });
        }
    }

    fn ids(&mut self, name: &'static str) {
        let mut seen: BTreeMap<&str, &Place> = BTreeMap::new();
        for (_, table) in self.root.tables(name) {
            let Some(node) = table.get("id") else { continue };
            let Some(id) = node.text() else { continue };
            if let Some(first) = seen.get(id) {
                self.faults.push(Fault::at(&node.place, Problem::DuplicateId { id: id.to_owned(), table: name }).and(*first));
            } else {
                seen.insert(id, &node.place);
            }
        }
    }

    fn exclusive(&mut self, table: &Table, rivals: &[&str]) {
        let mut given = rivals.iter().filter_map(|key| table.entry(key)).collect::<Vec<_>>();
        given.sort_by_key(|entry| entry.key_place.span.start);
        for pair in given.windows(2) {
            self.rivals(pair[1], pair[0]);
        }
    }

    fn rivals(&mut self, entry: &Entry, other: &Entry) {
        let problem = Problem::Exclusive { key: entry.key.clone(), other: other.key.clone() };
        self.faults.push(Fault::at(&entry.key_place, problem).and(&other.key_place));
    }

    /// A table with none of the keys `timings`, of which `told` may be given.
    fn untimed(&mut self, place: &Place, name: &str, table: &Table, timings: &[&str], told: &[&'static str], example: &str) {
        if self.whole && timings.iter().all(|key| table.get(key).is_none()) {
            let (table, examples) = (name.to_owned(), vec![example.to_owned()]);
            self.add(place, Problem::Missing { keys: told.to_vec(), table, any: true, examples });
        }
    }

    fn event(&mut self, place: &Place, event: &Table) {
        let timings = ["day", "days", "per_year"];
        let what = event.text("what");
        let by_chance = catalogue::find("event", "per_year", what).is_some_and(|row| what.is_some() && row.fits(what));
        self.untimed(place, "event", event, &timings, if by_chance { &timings } else { &timings[..2] }, "day = \"18 months\"");
        self.exclusive(event, &timings);
        if what == Some("exit") {
            self.exclusive(event, &["count", "seats"]);
        }
        if let (Some(seat), Some(by)) =
            (event.entry("seat"), event.entry("by").filter(|by| matches!(by.node.text(), Some("leader" | "top"))))
        {
            self.rivals(seat, by);
        }
        self.after_end(event);
        self.teams(event);
        for node in event.get("seat").into_iter().chain(event.get("seats").and_then(Node::list).unwrap_or_default()) {
            if let Some(seat) = slot::whole(node).filter(|seat| *seat >= self.size && u64::from(*seat) < LARGEST_TEAM) {
                self.add(&node.place, Problem::NoSuchSeat { found: u64::from(seat), size: self.size });
            }
        }
    }

    /// Days after the end of the run: allowed, for a base may be shortened, but doubtful.
    fn after_end(&mut self, table: &Table) {
        let days = table.get("day").into_iter().chain(table.get("days").and_then(Node::list).unwrap_or_default());
        for node in days {
            if let Some(day) = slot::days(node).filter(|day| *day > i64::from(self.length) && *day <= LONGEST as i64) {
                self.add(&node.place, Problem::NeverHappens { day, length: self.length });
            }
        }
    }

    fn teams(&mut self, table: &Table) {
        let Some(node) = table.get("teams") else { return };
        let teams = self.teams;
        let mut no = |node: &Node, found: u32, random| {
            self.add(&node.place, Problem::NoSuchTeam { found: u64::from(found), teams, random });
        };
        match Teams::read(node) {
            Some(Teams::Random(count)) if count > teams => no(node, count, true),
            Some(Teams::These(_)) => {
                for item in node.list().unwrap_or_default() {
                    if let Some(team) = slot::whole(item).filter(|team| *team >= teams) {
                        no(item, team, false);
                    }
                }
            }
            _ => {}
        }
    }

    fn repair(&mut self, place: &Place, repair: &'t Table) {
        let timings = ["after", "day", "days", "when"];
        self.untimed(place, "repair", repair, &timings, &timings, "after = \"event-1\"");
        self.exclusive(repair, &["day", "days", "when"]);
        self.exclusive(repair, &["after", "days"]);
        self.exclusive(repair, &["after", "when"]);
        self.exclusive(repair, &["delay", "day"]);
        self.exclusive(repair, &["delay", "days"]);
        self.trigger(repair);
        self.after_end(repair);
        self.teams(repair);
        let breach = self.followed(repair);
        let breaker = breach.and_then(|breach| breach.text("by"));
        if let (Some(breaker), Some(by), Some(after)) = (breaker, repair.entry("by"), repair.entry("after"))
            && by.node.text().is_some_and(|by| by != breaker)
        {
            self.rivals(by, after);
        }
        let follows = repair.entry("after").or_else(|| {
            repair.entry("when").filter(|when| {
                when.node.table().is_some_and(|when| when.get("breach_by").is_some() || when.get("severity_above").is_some())
            })
        });
        if let (Some(teams), Some(follows)) = (repair.entry("teams").filter(|teams| teams.node.text() != Some("all")), follows) {
            self.rivals(teams, follows);
        }
        self.before(repair, breach);
    }

    fn trigger(&mut self, repair: &Table) {
        let Some(when) = repair.get("when").and_then(Node::table) else { return };
        self.exclusive(when, &TRUST_BELOW);
        for breach in ["breach_by", "severity_above"] {
            for line in TRUST_BELOW {
                self.exclusive(when, &[line, breach]);
            }
        }
    }

    /// The event that `repair` follows, if it can be followed.
    fn followed(&mut self, repair: &Table) -> Option<&'t Table> {
        let node = repair.get("after")?;
        let id = node.text()?;
        let root = self.root;
        let Some(&event) = self.events.get(id) else {
            self.faults.push(unknown_id(root, Named::Event, node, id, None));
            return None;
        };
        let what = event.text("what").unwrap_or("breach");
        if !matches!(what, "breach" | "imposed_loss") {
            let fault = Fault::at(&node.place, Problem::NotABreach { id: id.to_owned(), what: what.to_owned() });
            self.faults.push(fault.and(event.get("what").map(|what| &what.place)));
            return None;
        }
        Some(event)
    }

    /// A repair that starts before its breach.
    fn before(&mut self, repair: &'t Table, breach: Option<&Table>) {
        let delay = repair.get("delay").filter(|delay| slot::days(delay).is_some_and(|days| days < 0));
        let first = match (breach, repair.get("after")) {
            (Some(breach), _) => first_day(breach),
            (None, Some(_)) => None,
            (None, None) => self.first_breach(repair),
        };
        let breach_day = first.map(|(day, _)| day);
        let Some(start) = delay.or_else(|| repair.get("day").filter(|_| first.is_some())) else { return };
        let Some(days) = slot::days(start) else { return };
        let earlier = if delay.is_some() { days.saturating_neg() } else { i64::from(breach_day.unwrap_or(0)).saturating_sub(days) };
        if earlier <= 0 {
            return;
        }
        let fault = Fault::at(&start.place, Problem::RepairBeforeBreach { breach_day, earlier, delay: delay.is_some() });
        self.faults.push(fault.and(first.map(|(_, node)| &node.place)));
    }

    /// For a repair that only answers breaches, on a day of its own: the first planned breach, if none comes by chance.
    fn first_breach(&mut self, repair: &'t Table) -> Option<(u32, &'t Node)> {
        let kind = repair.get("what").and_then(RepairKind::read)?;
        if !ANSWERS.contains(&kind) {
            return None;
        }
        let by = repair.text("by");
        if let Some(found) = self.first.get(&by) {
            return *found;
        }
        let found = self.first_breach_by(by);
        self.first.insert(by, found);
        found
    }

    /// The same for breaches by one kind of offender.
    fn first_breach_by(&self, by: Option<&str>) -> Option<(u32, &'t Node)> {
        let is_breach = |event: &Table| matches!(event.text("what"), Some("breach" | "imposed_loss"));
        let answered = |event: &Table| match event.text("what") {
            Some("breach") => by.is_none() || event.text("by") == by,
            _ => by.is_none_or(|by| by == "top"),
        };
        let breaches: Vec<&'t Table> =
            self.root.tables("event").map(|(_, event)| event).filter(|event| is_breach(event) && answered(event)).collect();
        if breaches.iter().any(|event| event.get("per_year").is_some()) {
            return None;
        }
        breaches.into_iter().filter_map(first_day).min_by_key(|first| first.0)
    }
}

/// The first day of an event, and where it stands.
fn first_day(event: &Table) -> Option<(u32, &Node)> {
    let days = event.get("day").into_iter().chain(event.get("days").and_then(Node::list).unwrap_or_default());
    days.filter_map(|node| u32::read(node).map(|day| (day, node))).min_by_key(|first| first.0)
}

/// Most names that a fault tells of those that are defined; one more than are shown, so that more is known to be there.
const MOST_NAMED: usize = 13;

/// What is wrong with a name that is not among `defined`.
pub fn unknown(what: Named, name: &str, arm: Option<&str>, defined: &[&str]) -> Problem {
    let nearest = nearest(name, defined.iter().copied()).map(str::to_owned);
    let known = defined.iter().take(MOST_NAMED).map(|name| (*name).to_owned()).collect();
    Problem::Unknown { what, name: name.to_owned(), arm: arm.map(str::to_owned), nearest, known }
}

/// The fault about the name of an event or a repair that is never defined; points at the nearest that is.
pub fn unknown_id(root: &Table, what: Named, node: &Node, name: &str, arm: Option<&str>) -> Fault {
    let ids: Vec<&Node> = root.tables(what.table()).filter_map(|(_, table)| table.get("id").filter(|id| id.text().is_some())).collect();
    let defined: Vec<&str> = ids.iter().filter_map(|id| id.text()).collect();
    let problem = unknown(what, name, arm, &defined);
    let Problem::Unknown { nearest: Some(near), .. } = &problem else { return Fault::at(&node.place, problem) };
    let id = ids.into_iter().find(|id| id.text() == Some(near));
    // A name made from a position stands nowhere.
    let stands = id.filter(|id| id.text() == Some(id.place.text().trim_matches(['"', '\''])));
    Fault::at(&node.place, problem).and(stands.map(|id| &id.place))
}
