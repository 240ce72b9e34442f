//! # Finding a word
//!
//! Exactly, by its Dutch name, or nearly.

use super::{Card, SHELVES, Shelf};
use crate::scenario::near::LONGEST;
use crate::text::Language;
use crate::words::synonym::{self, plain};

/// A card and the shelf on which it stands.
#[derive(Debug)]
pub struct Listing {
    /// The shelf.
    pub shelf: &'static Shelf,
    /// The card.
    pub card: Card,
}

/// All cards.
pub fn all(language: Language) -> Vec<Listing> {
    let on = |shelf: &'static Shelf| (shelf.cards)(language).into_iter().map(move |card| Listing { shelf, card });
    SHELVES.iter().flat_map(on).collect()
}

/// What a word means.
#[derive(Debug, Default)]
pub struct Meanings<'a> {
    /// The cards that it stands for.
    pub cards: Vec<&'a Listing>,
    /// Whether it is their own word, and not just another name of theirs.
    pub own: bool,
    /// Words of other cards that go by this name too.
    pub also: Vec<&'a str>,
}

/// Cards whose word this is; else those that have it as another name; else those of its English translation.
pub fn exactly<'a>(cards: &'a [Listing], word: &str) -> Meanings<'a> {
    let wanted = plain(word);
    let (called, others): (Vec<_>, Vec<_>) = cards.iter().partition(|found| plain(&found.card.word) == wanted);
    let named: Vec<_> = others.into_iter().filter(|found| found.card.names.iter().any(|name| plain(name) == wanted)).collect();
    if !called.is_empty() {
        return Meanings { cards: called, own: true, also: named.iter().map(|found| found.card.word.as_str()).collect() };
    }
    match synonym::english(&wanted) {
        Some(english) if named.is_empty() && english != wanted => exactly(cards, english),
        _ => Meanings { cards: named, ..Meanings::default() },
    }
}

/// The three words most like this one, best first.
pub fn nearly(cards: &[Listing], word: &str) -> Vec<String> {
    if word.len() > LONGEST {
        return Vec::new();
    }
    let wanted = plain(word);
    let english = synonym::english(&wanted).unwrap_or(&wanted);
    let mut scored: Vec<(f64, &str)> = Vec::new();
    for Listing { card, .. } in cards {
        let names = card.names.iter().chain([&card.word]).map(|name| plain(name));
        let score = names.map(|name| likeness(&name, &wanted).max(likeness(&name, english))).fold(0.0, f64::max);
        scored.push((score, &card.word));
    }
    for (dutch, english) in synonym::SYNONYMS {
        scored.push((likeness(dutch, &wanted), english));
    }
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let mut best: Vec<String> = Vec::new();
    for (_, word) in scored.into_iter().take_while(|(score, _)| *score > 0.75) {
        if best.len() < 3 && !best.iter().any(|known| known == word) {
            best.push(word.to_owned());
        }
    }
    best
}

/// 0 to 1; a name that holds the whole word is very like it.
fn likeness(name: &str, word: &str) -> f64 {
    let held = word.len() > 2 && name.contains(word);
    strsim::jaro_winkler(name, word).max(if held { 0.9 } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(word: &str) -> Vec<String> {
        exactly(&all(Language::English), word).cards.iter().map(|found| found.card.word.clone()).collect()
    }

    #[test]
    fn a_word_is_found_by_key_by_group_and_key_and_in_dutch() {
        assert_eq!(words("belief.asymmetry_competence"), ["belief.asymmetry_competence"]);
        assert_eq!(words("Asymmetry-Competence"), ["belief.asymmetry_competence"]);
        assert!(words("roddel").contains(&"gossip".to_owned()));
        assert!(words("vertrouwen").contains(&"trust".to_owned()));
    }

    #[test]
    fn a_misspelt_word_has_at_most_three_neighbours_and_nonsense_has_none() {
        let cards = all(Language::English);
        assert_eq!(nearly(&cards, "gosip").first().map(String::as_str), Some("gossip"));
        assert!(nearly(&cards, "a").len() <= 3);
        assert!(nearly(&cards, "qqxxzz").is_empty());
    }

    #[test]
    fn every_dutch_word_leads_somewhere() {
        let cards = all(Language::Dutch);
        let lost = |english: &str| exactly(&cards, english).cards.is_empty() && SHELVES.iter().all(|shelf| shelf.key != english);
        let lost: Vec<_> = synonym::SYNONYMS.iter().filter(|(_, english)| lost(english)).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
}
