//! # `onfoot why`
//!
//! Why trust changed in a team, or of one person, between two days of a finished folder: in words, as a table and as a picture.
//! Without a team, which teams changed most.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::Exit;
use super::arguments::{Whom, Why};
use super::layout::{definitions, fitted, paragraph};
use super::relive::{find, keep, provenance};
use super::table::Table;
use super::terminal::{Stop, Terminal};
use super::usage;
use crate::analysis::account::{Account, happened, together};
use crate::dynamics::ledger::{Cause, Holder};
use crate::folder::Kind;
use crate::observe::{Entry, EntryKind};
use crate::report::figure::{Caption, name_of_answer, waterfall};
use crate::scenario::Referent;
use crate::study::reliving::{Lacking, Relived};
use crate::text::{Language, shell_word as quoted, shown_path as shown};
use crate::words::account as said;
use crate::words::event;
use crate::words::screen::{relive, why as words};

/// Changes below this stand in no table.
const NOTHING: f64 = 0.0005;
/// Rows of the table of teams.
const TEAMS: usize = 12;
/// Lines of what happened.
const LINES: usize = 12;

pub(super) fn why(asked: &Why, terminal: &mut Terminal) -> Result<Exit, Stop> {
    match answer(asked, terminal.language, terminal.width) {
        Ok(answer) if asked.json => {
            terminal.data(&serde_json::to_string_pretty(&answer.object).expect("made of numbers and texts"))?;
            Ok(Exit::Done)
        }
        Ok(answer) if asked.quiet => {
            answer.file.as_deref().map_or(Ok(()), |file| terminal.say(&shown(file)))?;
            Ok(Exit::Done)
        }
        Ok(answer) => {
            terminal.heading(&fitted(&answer.head, terminal.width))?;
            terminal.say(&answer.page)?;
            Ok(Exit::Done)
        }
        Err(fault) => {
            terminal.note(&usage::error(&fault, terminal));
            Ok(Exit::Input)
        }
    }
}

struct Answer {
    head: Vec<String>,
    page: String,
    file: Option<PathBuf>,
    object: Value,
}

fn answer(asked: &Why, language: Language, width: usize) -> Result<Answer, String> {
    let relived = find(&asked.dir, &asked.life, language)?;
    let say = |lacking: Lacking| lacking.say(language);
    let [from, to] = relived.days(asked.from, asked.to).map_err(say)?;
    let whom = asked.referent.map_or_else(|| relived.headline(), Whom::referent);
    let question = Question { asked, relived: &relived, from, to, whom, language, width };
    let (holder, team, whose) = match (asked.team, asked.seat) {
        (Some(team), _) if team >= relived.teams() => return Err(say(Lacking::Team(team, relived.teams()))),
        (Some(team), _) => (Holder::Team(team), team, relive::team(team, language)),
        (None, Some(seat)) => {
            let (team, _) = relived.team_of(seat).map_err(say)?;
            (Holder::Seat(seat), team, relive::seat(seat, language))
        }
        (None, None) if asked.quiet => return Err(words::NO_PICTURE.get(language).to_owned()),
        (None, None) => return Ok(question.teams()),
    };
    question.one(holder, team, &whose)
}

struct Question<'a> {
    asked: &'a Why,
    relived: &'a Relived,
    from: u32,
    to: u32,
    whom: Referent,
    language: Language,
    width: usize,
}

/// What was found about one team or person.
struct Found<'a> {
    account: Account,
    happened: Vec<&'a Entry>,
    holder: Holder,
    leader: u32,
    file: Option<&'a Path>,
}

impl Question<'_> {
    /// One team or person.
    fn one(mut self, holder: Holder, team: u32, whose: &str) -> Result<Answer, String> {
        let language = self.language;
        let (life, account) = self.relived.account_of(holder, [self.from, self.to]);
        let last = self.relived.plan.scenario.run.length;
        let account = account.ok_or_else(|| Lacking::Days(self.from, self.to, last).say(language))?;
        if self.asked.referent.is_none() && account.change(self.whom as usize).is_nan() {
            // a leader has no leader
            let known = |whom: &Referent| account.change(*whom as usize).is_finite();
            self.whom = Referent::ALL.into_iter().find(known).unwrap_or(self.whom);
        }
        let mut head = vec![whose.to_owned()];
        head.extend(self.relived.named(language));
        let file = self.draw(&account, holder, &head)?;
        head.push(said::days(self.from, self.to, language));
        let happened = happened(&life, team, self.from, self.to);
        let found = Found { account, happened, holder, leader: self.relived.leader_of(team), file: file.as_deref() };
        Ok(Answer { page: self.page(&found), object: self.object(&found), head, file })
    }

    fn page(&self, found: &Found<'_>) -> String {
        let (language, account) = (self.language, &found.account);
        let mut sentences = vec![said::moved(account, self.whom, language) + "."];
        sentences.extend(said::took_and_gave(account, self.whom, language));
        sentences.extend(self.shares(account, Some(found.holder)));
        let mut page = format!("\n{}\n", paragraph(&sentences.join(" "), 2, self.width));
        page += &self.table(account).laid_out(self.width);
        let read = if matches!(found.holder, Holder::Team(_)) { words::READ } else { words::READ_ONE };
        page += &paragraph(read.get(language), 2, self.width);
        page += &format!("\n{}", paragraph(words::HAPPENED.get(language), 2, self.width));
        page += &self.happened(found);
        let causes: Vec<(String, &str)> = account
            .causes(self.whom as usize, said::SLIGHT)
            .into_iter()
            .map(|(cause, _)| (cause.name().get(language).to_owned(), cause.about().get(language)))
            .collect();
        if !causes.is_empty() {
            page += &format!("\n{}{}", paragraph(words::CAUSES.get(language), 2, self.width), definitions(&causes, self.width));
        }
        if let Some(file) = found.file {
            page += &format!("\n{}", paragraph(&relive::pictures(&shown(file), language), 0, self.width));
        }
        page
    }

    /// Causes by referent; those that changed the one who is asked about most come first.
    fn table(&self, account: &Account) -> Table {
        let language = self.language;
        let mut heads = vec![String::new()];
        heads.extend(words::REFERENTS.iter().map(|head| head.get(language).to_owned()));
        let row = |name: &str, values: [f64; 3], say: fn(f64, Language) -> String| {
            let mut row = vec![name.to_owned()];
            row.extend(values.map(|value| say(value, language)));
            row
        };
        let mut causes = account.causes(self.whom as usize, 0.0);
        causes.retain(|(cause, _)| account.entries.iter().any(|entries| entries[*cause as usize].abs() >= NOTHING));
        let mut rows = vec![row(said::BEFORE.get(language), account.before, said::level)];
        rows.extend(
            causes
                .iter()
                .map(|(cause, _)| row(cause.name().get(language), account.entries.map(|entries| entries[*cause as usize]), said::change)),
        );
        rows.push(row(said::AFTER.get(language), account.after, said::level));
        Table { heads, rows }
    }

    /// What was planned, day by day; everyday things by number.
    fn happened(&self, found: &Found<'_>) -> String {
        let (language, happened) = (self.language, &found.happened);
        let everyday = |entry: &&&Entry| is_everyday(entry);
        let mut lines: Vec<(String, String)> = happened
            .iter()
            .filter(|entry| !everyday(entry))
            .map(|entry| (said::on_day(entry.day, language), event::said(entry, &self.relived.plan.scenario, found.leader, language)))
            .collect();
        let more = lines.len().saturating_sub(LINES);
        lines.truncate(LINES);
        let mut page = if lines.is_empty() { String::new() } else { definitions(&lines, self.width) };
        if more > 0 {
            page += &paragraph(&words::more(more as u64, language), 2, self.width);
        }
        let mut kinds: Vec<(EntryKind, u64)> = Vec::new();
        for entry in happened.iter().filter(everyday) {
            match kinds.iter_mut().find(|(kind, _)| *kind == entry.event) {
                Some((_, n)) => *n += 1,
                None => kinds.push((entry.event, 1)),
            }
        }
        if !kinds.is_empty() {
            let counted: Vec<String> = kinds.iter().map(|(kind, n)| event::counted(*kind, *n, language)).collect();
            page += &paragraph(&format!("{}.", counted.join(", ")), 2, self.width);
        } else if page.is_empty() {
            page += &paragraph(words::NOTHING_HAPPENED.get(language), 2, self.width);
        }
        page
    }

    fn draw(&self, account: &Account, holder: Holder, head: &[String]) -> Result<Option<PathBuf>, String> {
        let told = Caption {
            title: self.relived.scenario.title(self.language),
            whose: &head.join(", "),
            language: self.language,
            provenance: &provenance(self.relived),
        };
        let Some(figure) = waterfall(&told, account, self.whom) else { return Ok(None) };
        let name = name_of_answer(&self.relived.stem(), holder, &format!("{}-{}-{}", self.whom.key(), self.from, self.to));
        let dialect = self.relived.dialect;
        keep(&self.asked.dir, self.asked.output.as_deref(), Kind::Why, &name, &figure, dialect, self.language).map(Some)
    }

    fn object(&self, found: &Found<'_>) -> Value {
        let (scenario, account) = (&self.relived.plan.scenario, &found.account);
        let referent = |referent: Referent| {
            let r = referent as usize;
            let causes: serde_json::Map<String, Value> =
                Cause::ALL.into_iter().map(|cause| (cause.key().to_owned(), json!(account.entries[r][cause as usize]))).collect();
            json!({ "referent": referent.key(), "before": known(account.before[r]), "after": known(account.after[r]), "change": known(account.change(r)), "causes": causes })
        };
        let entry = |entry: &&Entry| json!({ "day": entry.day, "event": entry.event, "id": entry.name(scenario), "said": event::said(entry, scenario, found.leader, self.language) });
        let mut object = self.base();
        let (key, number) = match found.holder {
            Holder::Team(team) => ("team", team),
            Holder::Seat(seat) => ("seat", seat),
        };
        object.insert(key.to_owned(), json!(number));
        object.insert("referents".to_owned(), Referent::ALL.into_iter().map(referent).collect());
        object.insert("events".to_owned(), found.happened.iter().map(entry).collect());
        object.insert("picture".to_owned(), json!(found.file.map(shown)));
        Value::Object(object)
    }

    fn base(&self) -> serde_json::Map<String, Value> {
        let turn = self.relived.plan.turn(self.relived.number);
        let Value::Object(object) = json!({
            "folder": shown(&self.asked.dir), "arm": self.relived.plan.name, "replicate": turn.replicate, "world": turn.world,
            "from": self.from, "to": self.to,
        }) else {
            unreachable!("it is written as an object")
        };
        object
    }

    /// Which share of a rise fell to everyday behaviour, to people who came and went, and to time.
    fn shares(&self, account: &Account, holder: Option<Holder>) -> Option<String> {
        let place = match holder {
            Some(Holder::Team(team)) => format!("in {}", relive::team(team, self.language)),
            Some(Holder::Seat(seat)) => format!("in {}", relive::seat(seat, self.language)),
            None => String::new(),
        };
        let replicate = self.relived.plan.turn(self.relived.number).replicate;
        said::shares(account, self.whom, said::RISE, &place, replicate, self.language)
    }

    /// All teams, those that changed most first.
    fn teams(&self) -> Answer {
        let language = self.language;
        let r = self.whom as usize;
        let teams = self.relived.teams_by_change(self.whom, [self.from, self.to]);
        let mostly = |account: &Account| {
            account
                .leading(r)
                .filter(|(_, change)| change.abs() >= said::SLIGHT)
                .map_or(String::new(), |(cause, change)| format!("{} {}", cause.name().get(language), said::change(change, language)))
        };
        let rows = teams.iter().take(TEAMS).map(|(team, account)| {
            vec![
                relive::team(*team, language),
                said::level(account.before[r], language),
                said::level(account.after[r], language),
                said::change(account.change(r), language),
                mostly(account),
            ]
        });
        let table = Table { heads: words::TEAMS.iter().map(|head| head.get(language).to_owned()).collect(), rows: rows.collect() };
        let mut head = vec![crate::words::figure::referent(self.whom).get(language).to_owned()];
        head.extend(self.relived.named(language));
        head.push(said::days(self.from, self.to, language));
        let mut page = format!("\n{}", table.laid_out(self.width));
        let all: Vec<Account> = teams.iter().map(|(_, account)| *account).filter(|account| account.change(r).is_finite()).collect();
        if let Some(shared) = (!all.is_empty()).then(|| self.shares(&together(&all), None)).flatten() {
            page += &format!("\n{}", paragraph(&shared, 2, self.width));
        }
        if teams.len() > TEAMS {
            page += &paragraph(&words::some_teams(TEAMS as u64, teams.len() as u64, language), 2, self.width);
        }
        if let Some((team, _)) = teams.first() {
            let days: String = [("--from", self.asked.from), ("--to", self.asked.to)]
                .into_iter()
                .filter_map(|(option, day)| Some(format!(" {option} {}", day?)))
                .collect();
            let command = format!("onfoot why {} --team {team}{days}{}", quoted(&shown(&self.asked.dir)), self.asked.life.typed());
            page += &format!("\n{}", paragraph(&words::one_team(&command, language), 2, self.width));
        }
        let mut object = self.base();
        let row = |(team, account): &(u32, Account)| {
            let first = account.leading(r).map(|(cause, _)| cause.key());
            json!({ "team": team, "before": known(account.before[r]), "after": known(account.after[r]), "change": known(account.change(r)), "mostly": first })
        };
        object.insert("referent".to_owned(), json!(self.whom.key()));
        object.insert("teams".to_owned(), teams.iter().map(row).collect());
        Answer { head, page, file: None, object: Value::Object(object) }
    }
}

fn known(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// What the scenario did not plan and a team lives through by the dozen.
fn is_everyday(entry: &Entry) -> bool {
    entry.id == u32::MAX && !matches!(entry.event, EntryKind::LeaderReplaced | EntryKind::ScheduledExit)
}
