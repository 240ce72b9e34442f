//! # `onfoot story`
//!
//! One person's trust, told: the slow stretches summed up, the days on which it turned one by one, and the proverb measured.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::Exit;
use super::arguments::Story;
use super::layout::{fitted, paragraph};
use super::relive::{find, keep, provenance};
use super::terminal::{Stop, Terminal};
use super::usage;
use crate::analysis::account::{Account, Chapter, LEAST, chapters, happened, last_as_low};
use crate::analysis::recovery::course::back;
use crate::dynamics::ledger::{Holder, Page};
use crate::folder::Kind;
use crate::observe::{EntryKind, Life};
use crate::report::figure::{Caption, name_of_answer, portrait};
use crate::scenario::Referent;
use crate::study::reliving::Relived;
use crate::text::{Language, shell_word as quoted, shown_path as shown};
use crate::words::account as said;
use crate::words::event;
use crate::words::figure::upper_first;
use crate::words::screen::{relive, story as words};

/// Turns that a story tells.
const TURNS: usize = 6;
/// Columns left of a chapter.
const MARGIN: usize = 6;
/// What a chapter names of a day.
const NAMED: usize = 3;

pub(super) fn story(asked: &Story, terminal: &mut Terminal) -> Result<Exit, Stop> {
    match told(asked, terminal.language) {
        Ok(tale) if asked.json => {
            terminal.data(&serde_json::to_string_pretty(&tale.object()).expect("made of numbers and texts"))?;
            Ok(Exit::Done)
        }
        Ok(tale) if asked.quiet => {
            tale.file.as_deref().map_or(Ok(()), |file| terminal.say(&shown(file)))?;
            Ok(Exit::Done)
        }
        Ok(tale) => {
            terminal.heading(&fitted(&tale.head, terminal.width))?;
            terminal.say(&tale.page(terminal))?;
            Ok(Exit::Done)
        }
        Err(fault) => {
            terminal.note(&usage::error(&fault, terminal));
            Ok(Exit::Input)
        }
    }
}

/// A story, told.
struct Tale {
    head: Vec<String>,
    who: String,
    chapters: Vec<(Chapter, String, Vec<String>)>,
    proverb: String,
    end: String,
    next: Option<String>,
    file: Option<PathBuf>,
    language: Language,
    seat: u32,
    team: u32,
    generation: u32,
}

fn told(asked: &Story, language: Language) -> Result<Tale, String> {
    let relived = find(&asked.dir, &asked.life, language)?;
    let (team, place) = relived.team_of(asked.seat).map_err(|lacking| lacking.say(language))?;
    let (life, pages) = relived.live(&[Holder::Seat(asked.seat)]);
    let pages: Vec<Page> = pages.into_iter().flatten().collect();
    let there = || pages.iter().map(|page| page.generation).filter(|generation| *generation > 0);
    let (earliest, held) = (there().min().unwrap_or(1), there().max().unwrap_or(0));
    let generation = asked.generation.unwrap_or(earliest);
    let own = |page: &Page| page.generation == generation;
    let (Some(first), Some(last)) = (pages.iter().position(own), pages.iter().rposition(own)) else {
        return Err(words::no_generation(asked.seat, generation, [earliest, held], language));
    };
    let (first, last) = (first as u32, last as u32);
    // how a newcomer's trust differs from a predecessor's is no part of their story
    let opened = if first > 0 { (first + 1).min(last) } else { first };
    let chapters = chapters(&pages, opened, last, TURNS);
    let scenario = &relived.plan.scenario;
    let leader = relived.leader_of(team);
    let began = |day: u32| {
        let joins = life.events.iter().filter(|entry| entry.event == EntryKind::Join && entry.seat == leader && entry.day < day);
        joins.map(|entry| entry.day + 1).max().unwrap_or(opened)
    };
    // what a new leader is trusted with at once was not built
    let since = |whom: Referent, day: u32| if whom == Referent::Leader { opened.max(began(day)) } else { opened };
    let titled = |(at, chapter): (usize, &Chapter)| {
        let Account { from, to, .. } = chapter.account;
        let title = if chapter.turn {
            turn(&relived, &life, team, asked.seat, from, to, language)
        } else {
            words::ON_FOOT.get(language).to_owned()
        };
        let mut lines = moves(chapter, language);
        if Some(at) == fall(&chapters).map(|(at, _)| at) {
            lines.extend(proverb(&pages, &chapters, &since, last, language));
        }
        (*chapter, format!("{}: {title}", upper_first(&said::days(from, to, language))), lines)
    };
    let told: Vec<_> = chapters.iter().enumerate().map(titled).collect();
    let summary = proverb(&pages, &chapters, &since, last, language);
    let proverb = summary.first().cloned().unwrap_or_else(|| words::calm(last - opened + 1, language) + ".");
    let who = words::who(asked.seat, team, place == 0, generation, first, language);
    let end = if last == scenario.run.length {
        words::STILL_THERE.get(language).to_owned()
    } else {
        ended(&life, asked.seat, generation, last, language)
    };
    let mut head = vec![words::holder(asked.seat, generation, language)];
    head.extend(relived.named(language));
    let life = asked.life.typed();
    let command = format!("onfoot story {} --seat {} --generation {}{life}", quoted(&shown(&asked.dir)), asked.seat, generation + 1);
    let next = (generation < held).then(|| words::next(&command, language));
    let mut tale = Tale { head, who, chapters: told, proverb, end, next, file: None, language, seat: asked.seat, team, generation };
    tale.file = draw(asked, &relived, &pages, &chapters, &tale)?;
    Ok(tale)
}

/// What a turn is called: what happened on its days that moves trust, the person's own matters first.
fn turn(relived: &Relived, life: &Life, team: u32, seat: u32, from: u32, to: u32, language: Language) -> String {
    let mut entries = happened(life, team, from, to);
    entries.retain(|entry| entry.event != EntryKind::Survey);
    entries.sort_by_key(|entry| (entry.id == u32::MAX, entry.other_seat != seat && entry.seat != seat));
    let mut names: Vec<String> = Vec::new();
    for entry in entries {
        let name = event::said(entry, &relived.plan.scenario, relived.leader_of(team), language);
        if !names.contains(&name) && names.len() < NAMED {
            names.push(name);
        }
    }
    if names.is_empty() { words::TURN.get(language).to_owned() } else { names.join("; ") }
}

/// How trust moved in a chapter, and what moved the one that moved most.
fn moves(chapter: &Chapter, language: Language) -> Vec<String> {
    let account = &chapter.account;
    let least = if chapter.turn { said::SLIGHT } else { LEAST };
    let mut moved: Vec<Referent> = Referent::ALL.into_iter().filter(|whom| account.change(*whom as usize).abs() >= least).collect();
    moved.sort_by(|one, other| account.change(*other as usize).abs().total_cmp(&account.change(*one as usize).abs()));
    let Some(most) = moved.first() else { return vec![words::LITTLE.get(language).to_owned()] };
    let mut lines = vec![said::moved(account, *most, language) + "."];
    lines.extend(said::took_and_gave(account, *most, language));
    lines.extend(moved.iter().skip(1).map(|whom| said::moved(account, *whom, language) + "."));
    lines
}

/// The chapter in which trust in somebody fell most at once, and in whom.
fn fall(chapters: &[Chapter]) -> Option<(usize, Referent)> {
    let falls = chapters
        .iter()
        .enumerate()
        .filter(|(_, chapter)| chapter.turn)
        .flat_map(|(at, chapter)| Referent::ALL.map(|whom| (at, whom, chapter.account.change(whom as usize))));
    falls.filter(|(.., change)| *change <= -LEAST).min_by(|one, other| one.2.total_cmp(&other.2)).map(|(at, whom, _)| (at, whom))
}

/// What the largest fall undid, and whether it came back. `since` says from which day on trust in somebody was built.
fn proverb(pages: &[Page], chapters: &[Chapter], since: &dyn Fn(Referent, u32) -> u32, last: u32, language: Language) -> Vec<String> {
    let Some((at, whom)) = fall(chapters) else { return Vec::new() };
    let account = chapters[at].account;
    let r = whom as usize;
    let built =
        last_as_low(pages, since(whom, account.from), account.to, r).filter(|day| *day < account.from).map(|day| account.from - day);
    let mut said = vec![words::lost(whom, -account.change(r), account.to - account.from + 1, built, language)];
    let opened = chapters.first().map_or(0, |chapter| chapter.account.from);
    let levels = pages[opened as usize..=last as usize].iter().map(|page| page.balance[r]);
    let wait = back(levels, (account.from - opened) as usize);
    said.extend(wait.map(|wait| words::back(wait, language)));
    said
}

fn ended(life: &Life, seat: u32, generation: u32, last: u32, language: Language) -> String {
    let gone = |kind| matches!(kind, EntryKind::Quit | EntryKind::InvoluntaryExit | EntryKind::ScheduledExit);
    let exit = life.events.iter().find(|entry| gone(entry.event) && entry.seat == seat && entry.generation == generation);
    words::ended(exit.map(|entry| entry.event), exit.map_or(last, |entry| entry.day), language)
}

fn draw(asked: &Story, relived: &Relived, pages: &[Page], chapters: &[Chapter], tale: &Tale) -> Result<Option<PathBuf>, String> {
    let language = tale.language;
    let told =
        Caption { title: relived.scenario.title(language), whose: &tale.head.join(", "), language, provenance: &provenance(relived) };
    let lines: Vec<String> =
        tale.chapters.iter().zip(1..).map(|((_, title, lines), number)| format!("{number}. {title}. {}", lines.join(" "))).collect();
    let headline = tale.proverb.trim_end_matches('.').to_owned();
    let Some(figure) = portrait(&told, headline, pages, chapters, relived.plan.scenario.run.length, &lines) else { return Ok(None) };
    let name = name_of_answer(&relived.stem(), Holder::Seat(asked.seat), &tale.generation.to_string());
    keep(&asked.dir, asked.output.as_deref(), Kind::Story, &name, &figure, relived.dialect, language).map(Some)
}

impl Tale {
    fn page(&self, terminal: &Terminal) -> String {
        let width = terminal.width;
        let mut page = format!("\n{}", paragraph(&self.who, 2, width));
        for ((_, title, lines), number) in self.chapters.iter().zip(1..) {
            // the number stands in the margin
            page += &format!("\n{:>4}. {}", number, paragraph(title, MARGIN, width).get(MARGIN..).unwrap_or_default());
            page += &paragraph(&lines.join(" "), MARGIN, width);
        }
        page += &format!("\n{}", paragraph(&self.end, 2, width));
        if let Some(next) = &self.next {
            page += &paragraph(next, 2, width);
        }
        if let Some(file) = &self.file {
            page += &format!("\n{}", paragraph(&relive::pictures(&shown(file), self.language), 0, width));
        }
        page
    }

    fn object(&self) -> Value {
        let known = |values: [f64; 3]| values.map(|value| value.is_finite().then_some(value));
        let chapter = |(chapter, title, lines): &(Chapter, String, Vec<String>)| {
            let Account { from, to, before, after, .. } = chapter.account;
            json!({ "from": from, "to": to, "turn": chapter.turn, "title": title, "said": lines, "before": known(before), "after": known(after) })
        };
        json!({
            "seat": self.seat, "generation": self.generation, "team": self.team, "who": self.who, "proverb": self.proverb, "end": self.end,
            "chapters": self.chapters.iter().map(chapter).collect::<Vec<_>>(), "picture": self.file.as_deref().map(shown),
        })
    }
}
