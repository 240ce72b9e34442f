//! # `onfoot story`
//!
//! One person's trust, told: the slow stretches summed up, the days on which it turned one by one, and the proverb measured.

use std::path::Path;

use serde_json::{Value, json};

use super::Exit;
use super::arguments;
use super::replay::{find, keep, say_picture};
use super::terminal::layout::paragraph;
use super::terminal::{Stop, Terminal, known};
use crate::analysis::account::{Account, Chapter};
use crate::analysis::story::Story;
use crate::report::answer::Answer;
use crate::scenario::Scenario;
use crate::text::{Language, shell_word as quoted, shown_path as shown};
use crate::words::screen::story as words;

/// Columns left of a chapter.
const MARGIN: usize = 6;

pub(super) fn story(asked: &arguments::Story, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let replay = find(&asked.dir, &asked.life, terminal)?;
    let story = replay.story(asked.seat, asked.generation).map_err(|lacking| terminal.refuse(&lacking.say(language)))?;
    let mut head = vec![words::holder(asked.seat, story.generation, language)];
    head.extend(replay.named(language));
    let answer = Answer::story(&replay, &story, &head.join(", "), language);
    let file = keep(&asked.dir, &asked.output, &replay, answer, terminal)?;
    if asked.show.json {
        terminal.json(&object(&story, &replay.plan.scenario, file.as_deref(), language))?;
    } else if asked.show.quiet {
        file.map_or(Ok(()), |file| terminal.say(&shown(&file)))?;
    } else {
        terminal.heading_of(&head)?;
        say(asked, &story, &replay.plan.scenario, terminal)?;
        say_picture(file.as_deref(), terminal)?;
    }
    Ok(Exit::Done)
}

fn say(asked: &arguments::Story, story: &Story, scenario: &Scenario, terminal: &mut Terminal) -> Result<(), Stop> {
    let language = terminal.language;
    terminal.say("")?;
    terminal.say_wrapped(&words::who(story, language), 2)?;
    for at in 0..story.chapters.len() {
        let title = paragraph(&words::title(story, at, scenario, language), MARGIN, terminal.width);
        // the number stands in the margin
        terminal.say(&format!("\n{:>4}. {}", at + 1, title.get(MARGIN..).unwrap_or_default()))?;
        terminal.say_wrapped(&words::lines(story, at, language).join(" "), MARGIN)?;
    }
    terminal.say("")?;
    terminal.say_wrapped(&words::ended(story, language), 2)?;
    if story.generation < story.last_generation {
        let (dir, life, next) = (quoted(&shown(&asked.dir)), asked.life.typed(), story.generation + 1);
        let command = format!("onfoot story {dir} --seat {} --generation {next}{life}", asked.seat);
        terminal.say_wrapped(&words::next(&command, language), 2)?;
    }
    Ok(())
}

fn object(story: &Story, scenario: &Scenario, file: Option<&Path>, language: Language) -> Value {
    let chapter = |(at, chapter): (usize, &Chapter)| {
        let Account { from, to, before, after, .. } = chapter.account;
        json!({
            "from": from, "to": to, "turn": chapter.turn, "title": words::title(story, at, scenario, language),
            "said": words::lines(story, at, language), "before": before.map(known), "after": after.map(known),
        })
    };
    json!({
        "seat": story.seat.number, "generation": story.generation, "team": story.seat.team, "who": words::who(story, language),
        "proverb": words::proverb(story, language), "end": words::ended(story, language),
        "chapters": story.chapters.iter().enumerate().map(chapter).collect::<Vec<_>>(), "picture": file.map(shown),
    })
}
