//! # Kinds of values

use crate::text::Language;

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
    /// The names of two `[arms]`.
    ArmPair,
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

    /// What may be written, in a few words.
    pub fn describe(self, language: Language) -> String {
        let dutch = language == Language::Dutch;
        let pick = |en: &'static str, nl: &'static str| if dutch { nl } else { en };
        let between = || {
            let (low, high) = self.range().unwrap_or_default();
            let (low, high) = (number(low, language), number(high, language));
            if dutch { format!("{low} tot {high}") } else { format!("{low} to {high}") }
        };
        match self {
            Kind::Text => pick("text in quotes", "tekst tussen aanhalingstekens").to_owned(),
            Kind::Name => pick("a name of letters, digits, - and _", "een naam van letters, cijfers, - en _").to_owned(),
            Kind::Switch => pick("true or false", "true of false").to_owned(),
            Kind::Whole(..) => format!("{}, {}", pick("a whole number", "een geheel getal"), between()),
            Kind::Number(..) => format!("{}, {}", pick("a number", "een getal"), between()),
            Kind::WholeSpan(..) => format!(
                "{}, {}",
                pick("a whole number or { min = ..., max = ... }", "een geheel getal of { min = ..., max = ... }"),
                between()
            ),
            Kind::NumberSpan(..) => {
                format!("{}, {}", pick("a number or { min = ..., max = ... }", "een getal of { min = ..., max = ... }"), between())
            }
            Kind::Duration(..) => {
                format!(
                    "{}, {}",
                    pick("a time such as \"6 weeks\", or working days", "een tijd zoals \"6 weeks\", of werkdagen"),
                    between()
                )
            }
            Kind::Delay(_) => pick("a time such as \"6 weeks\", or working days", "een tijd zoals \"6 weeks\", of werkdagen").to_owned(),
            Kind::Day(..) => {
                format!(
                    "{}, {}",
                    pick("a day such as \"18 months\", \"day 390\" or 390", "een dag zoals \"18 months\", \"day 390\" of 390"),
                    between()
                )
            }
            Kind::Days(..) => {
                pick("a list of days such as [\"18 months\", 400]", "een lijst van dagen zoals [\"18 months\", 400]").to_owned()
            }
            Kind::Choice(words) => words().join(" | "),
            Kind::Teams => pick(
                "\"all\", a number of random teams, or a list such as [3, 7]",
                "\"all\", een aantal willekeurige teams, of een lijst zoals [3, 7]",
            )
            .to_owned(),
            Kind::Seats => pick(
                "a list of seats such as [0, 2], seat 0 is the leader",
                "een lijst van plaatsen zoals [0, 2], plaats 0 is de leidinggevende",
            )
            .to_owned(),
            Kind::Spread(_) => pick("{ mean = ..., sd = ... }", "{ mean = ..., sd = ... }").to_owned(),
            Kind::FacetSpreads(_) => pick("a { mean = ..., sd = ... } for each facet", "een { mean = ..., sd = ... } per facet").to_owned(),
            Kind::FacetNumbers(..) => format!("{}, {}", pick("a number, or one for each facet", "een getal, of een per facet"), between()),
            Kind::PracticeNumbers(..) => {
                format!("{}, {}", pick("a number for each practice named", "een getal per genoemde praktijk"), between())
            }
            Kind::Trigger => pick(
                "{ survey_trust_leader_below = 0.4 } or { breach_by = \"leader\", severity_above = 0.5 }",
                "{ survey_trust_leader_below = 0.4 } of { breach_by = \"leader\", severity_above = 0.5 }",
            )
            .to_owned(),
            Kind::EventName => pick("the id of an event in quotes", "de id van een event tussen aanhalingstekens").to_owned(),
            Kind::RepairNames => {
                pick("a list of repairs such as [\"apology\"]", "een lijst van herstelacties zoals [\"apology\"]").to_owned()
            }
            Kind::Draws(..) => {
                format!("{}, {}", pick("a list of numbers such as [0.2, 0.3]", "een lijst getallen zoals [0.2, 0.3]"), between())
            }
            Kind::ArmPair => pick("two arms such as [\"deeds\", \"words\"]", "twee varianten zoals [\"deeds\", \"words\"]").to_owned(),
            Kind::Changes => pick("{ \"table.key\" = value }", "{ \"table.key\" = waarde }").to_owned(),
        }
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
