//! # `onfoot why`
//!
//! Why trust changed in a team, or of one person, between two days of a finished folder: in words, as a table and as a picture.
//! Without a team, which teams changed most.

use std::path::Path;

use serde_json::{Map, Value, json};

use super::Exit;
use super::arguments::{self, Whom};
use super::replay::{find, keep, say_picture};
use super::terminal::table::Table;
use super::terminal::{Stop, Terminal, known};
use crate::analysis::account::{Account, everyday, is_everyday, together};
use crate::dynamics::ledger::{Cause, Holder};
use crate::observe::Entry;
use crate::report::answer::Answer;
use crate::scenario::{ByReferent, Referent};
use crate::study::replay::{Lacking, Replay, Why};
use crate::text::{Language, Text, shell_word as quoted, shown_path as shown, text};
use crate::words::account as said;
use crate::words::event;
use crate::words::figure::referent;
use crate::words::screen::{replay as names, why as words};

/// Changes below this stand in no table.
const NOTHING: f64 = 0.0005;
/// Rows of the table of teams.
const TEAMS: usize = 12;
/// Lines of what happened.
const LINES: usize = 12;

pub(super) fn why(asked: &arguments::Why, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let replay = find(&asked.dir, &asked.life, terminal)?;
    let refuse = |lacking: Lacking| terminal.refuse(&lacking.say(language));
    let days = replay.days(asked.from, asked.to).map_err(refuse)?;
    let whom = asked.referent.map(Whom::referent);
    let (holder, whose) = match (asked.team, asked.seat) {
        (Some(team), _) => (Holder::Team(team), names::team(team, language)),
        (None, Some(seat)) => (Holder::Seat(seat), names::seat(seat, language)),
        (None, None) if asked.show.quiet => return Err(terminal.refuse(words::NO_PICTURE.get(language))),
        (None, None) => return teams(asked, &replay, whom.unwrap_or_else(|| replay.headline()), days, terminal),
    };
    let why = replay.why(holder, whom, days).map_err(refuse)?;
    let mut head = vec![whose];
    head.extend(replay.named(language));
    let answer = Answer::why(&replay, &why, &head.join(", "), language);
    let file = keep(&asked.dir, &asked.output, &replay, answer, terminal)?;
    head.push(said::days(days[0], days[1], language));
    if asked.show.json {
        terminal.json(&object(asked, &replay, &why, file.as_deref(), language))?;
    } else if asked.show.quiet {
        file.map_or(Ok(()), |file| terminal.say(&shown(&file)))?;
    } else {
        terminal.heading_of(&head)?;
        say(&replay, &why, terminal)?;
        say_picture(file.as_deref(), terminal)?;
    }
    Ok(Exit::Done)
}

fn say(replay: &Replay, why: &Why, terminal: &mut Terminal) -> Result<(), Stop> {
    let (language, account) = (terminal.language, &why.account);
    let (place, read) = match why.holder {
        Holder::Team(team) => (names::team(team, language), words::READ),
        Holder::Seat(seat) => (names::seat(seat, language), words::READ_ONE),
    };
    let mut sentences = vec![said::moved(account, why.whom, language) + "."];
    sentences.extend(said::took_and_gave(account, why.whom, language));
    sentences.extend(shares(replay, account, why.whom, &format!("in {place}"), language));
    terminal.say("")?;
    terminal.say_wrapped(&sentences.join(" "), 2)?;
    terminal.say("")?;
    terminal.table(&causes(account, why.whom, language))?;
    terminal.say_wrapped(read.get(language), 2)?;
    terminal.say("")?;
    terminal.say_wrapped(words::HAPPENED.get(language), 2)?;
    say_happened(replay, why, terminal)?;
    let causes = account.causes(why.whom, said::SLIGHT);
    let causes = causes.into_iter().map(|(cause, _)| (cause.name().get(language).to_owned(), cause.about().get(language)));
    let causes: Vec<(String, &str)> = causes.collect();
    if !causes.is_empty() {
        terminal.say("")?;
        terminal.say_wrapped(words::CAUSES.get(language), 2)?;
        terminal.definitions(&causes)?;
    }
    Ok(())
}

/// Causes by referent; those that changed the one who is asked about most come first.
fn causes(account: &Account, whom: Referent, language: Language) -> Table {
    let row = |name: Text, values: ByReferent<f64>, say: fn(f64, Language) -> String| {
        [vec![name.get(language).to_owned()], values.map(|value| say(value, language)).0.to_vec()].concat()
    };
    let of = |cause: Cause| account.entries.map(|entries| entries[cause as usize]);
    let causes = account.causes(whom, 0.0).into_iter().map(|(cause, _)| cause);
    let causes = causes.filter(|cause| of(*cause).iter().any(|change| change.abs() >= NOTHING));
    let rows = std::iter::once(row(said::BEFORE, account.before, said::level))
        .chain(causes.map(|cause| row(cause.name(), of(cause), said::change)))
        .chain([row(said::AFTER, account.after, said::level)]);
    Table::of(&[&[text("", "")][..], &words::REFERENTS].concat(), rows, language)
}

/// What was planned, day by day; everyday things by number.
fn say_happened(replay: &Replay, why: &Why, terminal: &mut Terminal) -> Result<(), Stop> {
    let language = terminal.language;
    let planned: Vec<&Entry> = why.happened.iter().filter(|entry| !is_everyday(entry)).collect();
    let line = |entry: &&Entry| (said::on_day(entry.day, language), event::said(entry, &replay.plan.scenario, why.leader, language));
    if !planned.is_empty() {
        terminal.definitions(&planned.iter().take(LINES).map(line).collect::<Vec<_>>())?;
    }
    if planned.len() > LINES {
        terminal.say_wrapped(&words::more((planned.len() - LINES) as u64, language), 2)?;
    }
    let counted: Vec<String> = everyday(&why.happened).iter().map(|(kind, n)| event::counted(*kind, *n, language)).collect();
    match (counted.is_empty(), planned.is_empty()) {
        (false, _) => terminal.say_wrapped(&format!("{}.", counted.join(", ")), 2),
        (true, true) => terminal.say_wrapped(words::NOTHING_HAPPENED.get(language), 2),
        (true, false) => Ok(()),
    }
}

fn object(asked: &arguments::Why, replay: &Replay, why: &Why, file: Option<&Path>, language: Language) -> Value {
    let (scenario, account) = (&replay.plan.scenario, &why.account);
    let referent = |referent: Referent| {
        let causes: Map<_, _> =
            Cause::ALL.map(|cause| (cause.key().to_owned(), json!(account.entries[referent][cause as usize]))).into_iter().collect();
        let (before, after, change) = (known(account.before[referent]), known(account.after[referent]), known(account.change(referent)));
        json!({ "referent": referent.key(), "before": before, "after": after, "change": change, "causes": causes })
    };
    let entry = |entry: &Entry| {
        let said = event::said(entry, scenario, why.leader, language);
        json!({ "day": entry.day, "event": entry.event, "id": entry.name(scenario), "said": said })
    };
    let mut object = life(asked, replay, [account.from, account.to]);
    match why.holder {
        Holder::Team(team) => object["team"] = json!(team),
        Holder::Seat(seat) => object["seat"] = json!(seat),
    }
    object["referents"] = Referent::ALL.into_iter().map(referent).collect();
    object["events"] = why.happened.iter().map(entry).collect();
    object["picture"] = json!(file.map(shown));
    object
}

/// Which life it is, and which days.
fn life(asked: &arguments::Why, replay: &Replay, [from, to]: [u32; 2]) -> Value {
    let turn = replay.plan.turn(replay.number);
    json!({
        "folder": shown(&asked.dir), "arm": replay.plan.name, "replicate": turn.replicate, "world": turn.world, "from": from, "to": to,
    })
}

/// Which share of a rise fell to everyday behaviour, to people who came and went, and to time.
fn shares(replay: &Replay, account: &Account, whom: Referent, place: &str, language: Language) -> Option<String> {
    said::shares(account, whom, said::RISE, place, replay.plan.turn(replay.number).replicate, language)
}

/// All teams, those that changed most first.
fn teams(asked: &arguments::Why, replay: &Replay, whom: Referent, days: [u32; 2], terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let teams = replay.teams_by_change(whom, days);
    if asked.show.json {
        let row = |(team, account): &(u32, Account)| {
            let first = account.leading(whom).map(|(cause, _)| cause.key());
            let (before, after, change) = (known(account.before[whom]), known(account.after[whom]), known(account.change(whom)));
            json!({ "team": team, "before": before, "after": after, "change": change, "mostly": first })
        };
        let mut object = life(asked, replay, days);
        object["referent"] = json!(whom.key());
        object["teams"] = teams.iter().map(row).collect();
        terminal.json(&object)?;
        return Ok(Exit::Done);
    }
    let mut head = vec![referent(whom).get(language).to_owned()];
    head.extend(replay.named(language));
    head.push(said::days(days[0], days[1], language));
    terminal.heading_of(&head)?;
    terminal.say("")?;
    let row = |(team, account): &(u32, Account)| {
        let most = account.leading(whom).filter(|(_, change)| change.abs() >= said::SLIGHT);
        let mostly = most.map(|(cause, change)| format!("{} {}", cause.name().get(language), said::change(change, language)));
        let [before, after] = [account.before[whom], account.after[whom]].map(|level| said::level(level, language));
        vec![names::team(*team, language), before, after, said::change(account.change(whom), language), mostly.unwrap_or_default()]
    };
    terminal.table(&Table::of(&words::TEAMS, teams.iter().take(TEAMS).map(row), language))?;
    let all: Vec<Account> = teams.iter().map(|(_, account)| *account).filter(|account| account.change(whom).is_finite()).collect();
    if let Some(shared) = (!all.is_empty()).then(|| shares(replay, &together(&all), whom, "", language)).flatten() {
        terminal.say("")?;
        terminal.say_wrapped(&shared, 2)?;
    }
    if teams.len() > TEAMS {
        terminal.say_wrapped(&words::some_teams(TEAMS as u64, teams.len() as u64, language), 2)?;
    }
    if let Some((team, _)) = teams.first() {
        let days = [("--from", asked.from), ("--to", asked.to)];
        let days: String = days.into_iter().filter_map(|(option, day)| Some(format!(" {option} {}", day?))).collect();
        let command = format!("onfoot why {} --team {team}{days}{}", quoted(&shown(&asked.dir)), asked.life.typed());
        terminal.say("")?;
        terminal.say_wrapped(&words::one_team(&command, language), 2)?;
    }
    Ok(Exit::Done)
}
