//! # Times
//!
//! One step is one working day. Files speak of `"6 weeks"`, `"18 months"`, `"2 years"`, `"day 390"`, or simply of a
//! number of working days.

use super::near::nearest;

/// Working days in a week.
pub const WEEK: u32 = 5;
/// Working days in a year.
pub const YEAR: u32 = 260;
/// Working days in a month: a twelfth of a year.
pub const MONTH: f64 = YEAR as f64 / 12.0;

/// Whether a number of months is up on this day, as "13 months" in a file counts them.
pub fn is_month(day: u32) -> bool {
    let months = (f64::from(day) / MONTH).round();
    (months * MONTH).round() as u32 == day
}

/// The day a month later: of a day on which a month is up, the day on which the next one is.
pub fn a_month_after(day: u32) -> u32 {
    let months = if is_month(day) { (f64::from(day) / MONTH).round() } else { f64::from(day) / MONTH };
    ((months + 1.0) * MONTH).round() as u32
}

/// Why a text is no time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoTime {
    /// The right spelling, when it can be guessed.
    pub right: Option<String>,
    /// Whether it was written in Dutch.
    pub dutch: bool,
}

/// Singular, plural, Dutch names, working days.
const UNITS: [(&str, &str, &[&str], f64); 4] = [
    ("day", "days", &["dag", "dagen", "werkdag", "werkdagen"], 1.0),
    ("week", "weeks", &["weken"], WEEK as f64),
    ("month", "months", &["maand", "maanden"], MONTH),
    ("year", "years", &["jaar", "jaren"], YEAR as f64),
];

/// The working days that `text` speaks of; negative and huge values are left to the check of ranges.
pub fn parse(text: &str) -> Result<i64, NoTime> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words[..] {
        [number] => number.parse::<i64>().map_err(|_| guess(&split_digits(number))),
        ["day", number] => number.parse::<i64>().map_err(|_| guess(&words)),
        [number, unit] => {
            let days = UNITS.iter().find(|row| unit == row.0 || unit == row.1).map(|row| row.3);
            match (days, number.parse::<f64>()) {
                (Some(days), Ok(count)) if count.is_finite() => Ok(libm::round(count * days) as i64),
                _ => Err(guess(&words)),
            }
        }
        _ => Err(guess(&words)),
    }
}

/// `"6weeks"` as `["6", "weeks"]`.
fn split_digits(word: &str) -> Vec<&str> {
    let at = word.find(|c: char| !(c.is_ascii_digit() || ".,-".contains(c))).unwrap_or(word.len());
    [&word[..at], &word[at..]].into_iter().filter(|part| !part.is_empty()).collect()
}

/// What may have been meant.
fn guess(words: &[&str]) -> NoTime {
    let none = NoTime { right: None, dutch: false };
    let [first, second] = words[..] else { return none };
    let (number, word, is_day) = match first.to_lowercase().as_str() {
        "day" | "dag" | "werkdag" => (second, first.to_lowercase(), true),
        _ => (first, second.to_lowercase(), false),
    };
    let number = number.replace(',', ".");
    let Ok(count) = number.parse::<f64>() else { return none };
    if !count.is_finite() {
        return none;
    }
    if is_day {
        return NoTime { right: Some(format!("day {}", libm::round(count))), dutch: word != "day" };
    }
    let dutch = UNITS.iter().find(|row| row.2.contains(&word.as_str()));
    let english = nearest(&word, UNITS.iter().flat_map(|row| [row.0, row.1]))
        .and_then(|near| UNITS.iter().find(|row| near == row.0 || near == row.1));
    let unit = dutch.or(english).map(|row| if (count - 1.0).abs() < 1e-9 { row.0 } else { row.1 });
    NoTime { right: unit.map(|unit| format!("{number} {unit}")), dutch: dutch.is_some() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_a_file_are_the_days_on_which_months_are_up() {
        for months in 1..=1200 {
            let day = parse(&format!("{months} months")).unwrap() as u32;
            assert!(crate::scenario::is_month(day), "{months}");
            assert_eq!(i64::from(crate::scenario::a_month_after(day)), parse(&format!("{} months", months + 1)).unwrap());
        }
        assert_eq!((1..=260).filter(|&day| crate::scenario::is_month(day)).count(), 12);
    }

    #[test]
    fn years_are_twelve_months_and_fall_on_days_on_which_a_month_is_up() {
        for years in 1..=100 {
            let day = parse(&format!("{years} years"));
            assert_eq!(day, parse(&format!("{} months", 12 * years)), "{years}");
            assert!(crate::scenario::is_month(day.unwrap() as u32), "{years}");
        }
    }

    #[test]
    fn times_are_working_days() {
        for (text, days) in [
            ("6 weeks", 30),
            ("18 months", 390),
            ("2 years", 520),
            ("day 390", 390),
            ("3 days", 3),
            ("1 month", 22),
            ("12", 12),
            ("1.5 years", 390),
        ] {
            assert_eq!(parse(text), Ok(days), "{text}");
        }
    }

    #[test]
    fn what_is_nearly_a_time_gets_its_right_spelling() {
        for (text, right, dutch) in [
            ("6 weken", "6 weeks", true),
            ("6 weks", "6 weeks", false),
            ("18months", "18 months", false),
            ("2,5 years", "2.5 years", false),
            ("1 jaar", "1 year", true),
            ("dag 390", "day 390", true),
            ("Day 3", "day 3", false),
        ] {
            assert_eq!(parse(text), Err(NoTime { right: Some(right.to_owned()), dutch }), "{text}");
        }
        for text in ["", "soon", "nan years", "1 2 3"] {
            assert_eq!(parse(text), Err(NoTime { right: None, dutch: false }), "{text}");
        }
    }
}
