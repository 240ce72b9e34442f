//! # Kinds of values

use super::limit::{LARGEST_TEAM, MOST_TEAMS};
use super::word::{FACETS, TRUST_BELOW, words};
use crate::text::{Language, text};
use crate::theory::practice::PRACTICES;
use crate::theory::referent::Referent;

/// What a key takes.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Text.
    Text,
    /// A name: letters, digits, `-` and `_`.
    Name,
    /// `true` or `false`.
    Switch,
    /// A whole number between the two.
    Whole(u64, u64),
    /// A number between the two.
    Number(f64, f64),
    /// A whole number, or `{ min = ..., max = ... }`, between the two.
    WholeSpan(u64, u64),
    /// A number, or `{ min = ..., max = ... }`, between the two.
    NumberSpan(f64, f64),
    /// How long something lasts, in working days between the two.
    Duration(u64, u64),
    /// How long after something else; what is negative is told apart from what is out of range.
    Delay(u64),
    /// A day, counted from the start, between the two.
    Day(u64, u64),
    /// A list of days between the two.
    Days(u64, u64),
    /// One of these words.
    Choice(fn() -> Vec<&'static str>),
    /// `"all"`, a number of random teams, or a list of teams counted from 0.
    Teams,
    /// A list of seats counted from 0.
    Seats,
    /// `{ mean = ..., sd = ... }`, the mean between plus and minus this, the deviation up to this.
    Spread(f64),
    /// Per facet a spread.
    FacetSpreads(f64),
    /// Per facet a number between the two, or one number for all.
    FacetNumbers(f64, f64),
    /// Per practice a number between the two.
    PracticeNumbers(f64, f64),
    /// What sets off a repair.
    Trigger,
    /// The name of an `[[event]]`.
    EventName,
    /// A list of names of `[[repair]]`s.
    RepairNames,
    /// What a hypothesis compares.
    Contrast,
    /// What a factor of a sweep may be.
    Factor,
    /// `"table.key" = value`, any keys of the file.
    Changes,
    /// A list of numbers between the two.
    Draws(f64, f64),
}

/// Sorts of values, as found in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Text in quotes.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Switch,
    /// A date.
    Date,
    /// `[...]`.
    List,
    /// `{...}` or `[table]`.
    Table,
}

impl PartialEq for Kind {
    /// Kinds are constants of the catalogue; they are equal when they print alike, the address of a choice left out.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Kind::Choice(mine), Kind::Choice(theirs)) => mine() == theirs(),
            (Kind::Choice(_), _) | (_, Kind::Choice(_)) => false,
            _ => format!("{self:?}") == format!("{other:?}"),
        }
    }
}

impl Kind {
    /// The lowest and highest number, if the kind has them.
    pub fn range(self) -> Option<(f64, f64)> {
        match self {
            Kind::Whole(low, high)
            | Kind::WholeSpan(low, high)
            | Kind::Duration(low, high)
            | Kind::Day(low, high)
            | Kind::Days(low, high) => Some((low as f64, high as f64)),
            Kind::Delay(high) => Some((0.0, high as f64)),
            Kind::Number(low, high)
            | Kind::Draws(low, high)
            | Kind::NumberSpan(low, high)
            | Kind::FacetNumbers(low, high)
            | Kind::PracticeNumbers(low, high) => Some((low, high)),
            Kind::Spread(most) | Kind::FacetSpreads(most) => Some((-most, most)),
            _ => None,
        }
    }

    /// The keys inside, each with what it takes, of a kind that is a small table or may be one.
    pub fn parts(self) -> Vec<(&'static str, Kind)> {
        let share = Kind::Number(0.0, 1.0);
        match self {
            Kind::WholeSpan(low, high) => ["min", "max"].map(|side| (side, Kind::Whole(low, high))).to_vec(),
            Kind::NumberSpan(low, high) => ["min", "max"].map(|side| (side, Kind::Number(low, high))).to_vec(),
            Kind::Spread(most) => vec![("mean", Kind::Number(-most, most)), ("sd", Kind::Number(0.0, most))],
            Kind::FacetSpreads(most) => FACETS.map(|facet| (facet, Kind::Spread(most))).to_vec(),
            Kind::FacetNumbers(low, high) => FACETS.map(|facet| (facet, Kind::Number(low, high))).to_vec(),
            Kind::PracticeNumbers(low, high) => PRACTICES.map(|practice| (practice, Kind::Number(low, high))).to_vec(),
            Kind::Trigger => {
                let breach = [("breach_by", Kind::Choice(words::<Referent>)), ("severity_above", share)];
                TRUST_BELOW.map(|line| (line, share)).into_iter().chain(breach).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What an item takes, of a kind that is a list or may be one.
    pub fn item(self) -> Option<Kind> {
        match self {
            Kind::Days(low, high) => Some(Kind::Day(low, high)),
            Kind::Draws(low, high) => Some(Kind::Number(low, high)),
            Kind::Teams => Some(Kind::Whole(0, MOST_TEAMS - 1)),
            Kind::Seats => Some(Kind::Whole(0, LARGEST_TEAM - 1)),
            Kind::RepairNames => Some(Kind::EventName),
            _ => None,
        }
    }

    /// What may be written, in a few words.
    pub fn describe(self, language: Language) -> String {
        let words = match self {
            Kind::Choice(words) => return words().join(" | "),
            Kind::Text => text("text in quotes", "tekst tussen aanhalingstekens"),
            Kind::Name => text("a name of letters, digits, - and _", "een naam van letters, cijfers, - en _"),
            Kind::Switch => text("true or false", "true of false"),
            Kind::Whole(..) => text("a whole number", "een geheel getal"),
            Kind::Number(..) => text("a number", "een getal"),
            Kind::WholeSpan(..) => text("a whole number or { min = ..., max = ... }", "een geheel getal of { min = ..., max = ... }"),
            Kind::NumberSpan(..) => text("a number or { min = ..., max = ... }", "een getal of { min = ..., max = ... }"),
            Kind::Duration(..) | Kind::Delay(_) => {
                text("a time such as \"6 weeks\", or working days", "een tijd zoals \"6 weeks\", of werkdagen")
            }
            Kind::Day(..) => text("a day such as \"18 months\", \"day 390\" or 390", "een dag zoals \"18 months\", \"day 390\" of 390"),
            Kind::Days(..) => text("a list of days such as [\"18 months\", 400]", "een lijst van dagen zoals [\"18 months\", 400]"),
            Kind::Teams => text(
                "\"all\", a number of random teams, or a list such as [3, 7]",
                "\"all\", een aantal willekeurige teams, of een lijst zoals [3, 7]",
            ),
            Kind::Seats => text(
                "a list of seats such as [0, 2], seat 0 is the leader",
                "een lijst van plaatsen zoals [0, 2], plaats 0 is de leidinggevende",
            ),
            Kind::Spread(_) => text("{ mean = ..., sd = ... }", "{ mean = ..., sd = ... }"),
            Kind::FacetSpreads(_) => text("a { mean = ..., sd = ... } for each facet", "een { mean = ..., sd = ... } per facet"),
            Kind::FacetNumbers(..) => text("a number, or one for each facet", "een getal, of een per facet"),
            Kind::PracticeNumbers(..) => text("a number for each practice named", "een getal per genoemde praktijk"),
            Kind::Trigger => text(
                "{ survey_trust_leader_below = 0.4 } or { breach_by = \"leader\", severity_above = 0.5 }",
                "{ survey_trust_leader_below = 0.4 } of { breach_by = \"leader\", severity_above = 0.5 }",
            ),
            Kind::EventName => text("the id of an event in quotes", "de id van een event tussen aanhalingstekens"),
            Kind::RepairNames => text("a list of repairs such as [\"apology\"]", "een lijst van herstelacties zoals [\"apology\"]"),
            Kind::Draws(..) => text("a list of numbers such as [0.2, 0.3]", "een lijst getallen zoals [0.2, 0.3]"),
            Kind::Contrast => text(
                "two arms such as [\"deeds\", \"words\"], two pairs of arms, or in a sweep { \"key\" = [level, level] }",
                "twee varianten zoals [\"deeds\", \"words\"], twee paren varianten, of in een sweep { \"sleutel\" = [niveau, niveau] }",
            ),
            Kind::Factor => text(
                "a list of levels such as [0.2, 0.5], or { from = ..., to = ... } with scale = \"log\" and levels if need be",
                "een lijst niveaus zoals [0.2, 0.5], of { from = ..., to = ... }, zo nodig met scale = \"log\" en levels",
            ),
            Kind::Changes => text("{ \"table.key\" = value }", "{ \"table.key\" = waarde }"),
        };
        let words = words.get(language);
        let (low, high) = match self.range() {
            Some(range) if !matches!(self, Kind::Delay(_) | Kind::Days(..) | Kind::Spread(_) | Kind::FacetSpreads(_)) => range,
            _ => return words.to_owned(),
        };
        format!("{words}, {}{}{}", number(low, language), text(" to ", " tot ").get(language), number(high, language))
    }
}

/// A number as people of `language` write it, thousands apart.
pub fn number(value: f64, language: Language) -> String {
    let (point, apart) = if language == Language::Dutch { (",", ".") } else { (".", ",") };
    if value.abs() >= 1e16 {
        return format!("{value:e}").replace('.', point);
    }
    let plain = value.abs().to_string();
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, fraction)| (whole, Some(fraction)));
    let mut text = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            text.push_str(apart);
        }
        text.push(digit);
    }
    let sign = if value < 0.0 { "-" } else { "" };
    match fraction {
        Some(fraction) => format!("{sign}{text}{point}{fraction}"),
        None => format!("{sign}{text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(number(1_234_567.5, Language::English), "1,234,567.5");
        assert_eq!(number(-1_234.25, Language::Dutch), "-1.234,25");
        assert_eq!(number(0.35, Language::Dutch), "0,35");
        assert_eq!(number(100.0, Language::English), "100");
    }
}
