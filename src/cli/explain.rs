//! # `onfoot explain`
//!
//! A word: what it means, its unit, range and default, how sure it is, how to set it.

use serde_json::{Value, json};

use super::arguments::Explain;
use super::terminal::layout::{columns, definitions, left, markdown, paragraph, wrapped};
use super::terminal::{Stop, Terminal};
use super::{Exit, list};
use crate::glossary::SHELVES;
use crate::glossary::find::{Listing, all, exactly, nearly};
use crate::text::Text;
use crate::words::screen::{self, card as words};
use crate::words::synonym::plain;

pub(super) fn explain(asked: &Explain, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let language = terminal.language;
    let cards = all(language);
    // `explain trust quotient` is one word if there is such a word, else two.
    let joined = asked.word.join("_");
    let questions = if asked.word.len() == 1 || known(&joined, &cards) { vec![joined] } else { asked.word.clone() };
    let mut answers: Vec<Value> = Vec::new();
    let mut exit = Exit::Done;
    for (i, word) in questions.iter().enumerate() {
        let shelf = SHELVES.iter().find(|shelf| shelf.key == plain(word));
        let found = exactly(&cards, word);
        match shelf.filter(|_| !found.own) {
            Some(shelf) if asked.json => answers.extend((shelf.cards)(language).iter().map(|card| shelf.object(card))),
            Some(shelf) => list::shelf(shelf, terminal)?,
            None if found.cards.is_empty() => {
                terminal.note(&unknown(word, &cards, terminal));
                exit = Exit::Input;
            }
            None if asked.json => answers.extend(found.cards.iter().map(|found| found.shelf.object(&found.card))),
            None => {
                if i > 0 {
                    terminal.say("")?;
                }
                show(&found.cards, terminal)?;
                let also = found.also.iter().map(|word| format!("onfoot explain {word}"));
                let more: Vec<_> = shelf.iter().map(|shelf| format!("onfoot list {}", shelf.key)).chain(also).take(5).collect();
                if !more.is_empty() {
                    let lines: String = more.iter().map(|line| format!("  {line}\n")).collect();
                    terminal.say(&format!("\n{}\n{lines}", words::ALSO.get(language)))?;
                }
            }
        }
    }
    if asked.json {
        let all = json!({ "words": answers });
        terminal.json(&all)?;
    }
    Ok(exit)
}

fn known(word: &str, cards: &[Listing]) -> bool {
    SHELVES.iter().any(|shelf| shelf.key == plain(word)) || !exactly(cards, word).cards.is_empty()
}

/// One card or a few in full; many as a list to choose from.
fn show(found: &[&Listing], terminal: &mut Terminal) -> Result<(), Stop> {
    if found.len() > 3 {
        let rows: Vec<_> = found.iter().map(|found| (found.card.word.clone(), found.card.meaning.clone())).collect();
        terminal.say(screen::SEVERAL.get(terminal.language))?;
        return terminal.say(&definitions(&rows, terminal.width));
    }
    for (i, found) in found.iter().enumerate() {
        if i > 0 {
            terminal.say("")?;
        }
        card(found, terminal)?;
    }
    Ok(())
}

fn card(Listing { shelf, card }: &Listing, terminal: &mut Terminal) -> Result<(), Stop> {
    let (language, width) = (terminal.language, terminal.width);
    terminal.heading(&card.word)?;
    let kind = shelf.kind.get(language);
    let head = if card.head.is_empty() { kind.to_owned() } else { format!("{kind}: {}", card.head) };
    terminal.say(&paragraph(&head, 0, width))?;
    terminal.say("")?;
    terminal.say(&card.meaning.split('\n').map(|text| paragraph(text, 0, width)).collect::<String>())?;
    let facts: Vec<(Text, String)> = card.facts.iter().cloned().chain(card.grounds(language)).collect();
    if !facts.is_empty() {
        let widest = facts.iter().map(|(label, _)| columns(label.get(language))).max().unwrap_or(0);
        let rows = facts.iter().flat_map(|(label, value)| {
            let lines = wrapped(value, width - widest - 2);
            lines.into_iter().enumerate().map(move |(i, line)| {
                let label = if i == 0 { label.get(language) } else { "" };
                format!("{}  {line}", left(label, widest)).trim_end().to_owned() + "\n"
            })
        });
        terminal.say(&format!("\n{}", rows.collect::<String>()))?;
    }
    if !card.law.is_empty() {
        terminal.say(&format!("\n{}\n\n{}", words::LAW.get(language), markdown(&card.law, 2, width)))?;
    }
    for (label, text) in &card.examples {
        let lines: String = text.trim_end().lines().map(|line| format!("    {line}\n")).collect();
        terminal.say(&format!("\n{}\n{lines}", label.get(language)))?;
    }
    if !card.related.is_empty() {
        let related = format!("{}: {}", words::RELATED.get(language), card.related.join(", "));
        terminal.say(&format!("\n{}", paragraph(&related, 0, width)))?;
    }
    Ok(())
}

fn unknown(word: &str, cards: &[Listing], terminal: &Terminal) -> String {
    let language = terminal.language;
    let page = terminal.error_with(&screen::unknown_word(word, language), &nearly(cards, word));
    page + &format!("{} onfoot list\n", screen::SEE.get(language))
}
