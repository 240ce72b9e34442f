//! # Numbers for people
//!
//! A decimal comma in Dutch, a decimal point in English, and durations rounded to what people say.

use crate::scenario::{MONTH, WEEK, YEAR};
use crate::text::{Language, Text, text};

/// What is written when there is no number.
pub const MISSING: &str = "–";

/// `value` to this many decimals, halves away from zero: the one rounding of every number that people read, so that a table
/// and a sentence never differ.
pub fn rounded(value: f64, decimals: usize) -> f64 {
    let step = 10_f64.powi(decimals as i32);
    let scaled = value * step;
    // numbers too large for a fraction are whole as they are
    if scaled.abs() < 4.5e15 { scaled.round() / step } else { value }
}

/// `value` with this many decimals: `1,234.5` in English, `1.234,5` in Dutch.
pub fn number(value: f64, decimals: usize, language: Language) -> String {
    if !value.is_finite() {
        return MISSING.to_owned();
    }
    let (thousands, decimal) = match language {
        Language::English => (',', '.'),
        Language::Dutch => ('.', ','),
    };
    let plain = format!("{:.decimals$}", rounded(value.abs(), decimals));
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let negative = value < 0.0 && plain.bytes().any(|b| b.is_ascii_digit() && b != b'0');
    let mut out = String::from(if negative { "−" } else { "" });
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(thousands);
        }
        out.push(digit);
    }
    if !part.is_empty() {
        out.push(decimal);
        out.push_str(part);
    }
    out
}

/// The same with its sign also where it is above zero; nothing has none.
pub fn signed(value: f64, decimals: usize, language: Language) -> String {
    let said = number(value, decimals, language);
    let nothing = !said.bytes().any(|b| b.is_ascii_digit() && b != b'0');
    if value > 0.0 && !nothing { format!("+{said}") } else { said }
}

/// A value and the ends of its interval, with as many decimals more, up to four, as it takes to tell the three apart where they differ.
pub fn interval(values: [f64; 3], decimals: usize, language: Language) -> [String; 3] {
    let said = |decimals| values.map(|value| number(value, decimals, language));
    let [value, low, high] = values;
    let apart = |said: &[String; 3]| {
        (same(low, high) || said[1] != said[2]) && (same(value, low) || said[0] != said[1]) && (same(value, high) || said[0] != said[2])
    };
    (decimals..decimals + 4).map(said).find(apart).unwrap_or_else(|| said(decimals + 4))
}

/// Whether two numbers are one; 0 and −0 are.
fn same(one: f64, other: f64) -> bool {
    (one + 0.0).total_cmp(&(other + 0.0)).is_eq()
}

/// `0.025 [0.019..0.031]`, or the value alone where there is no interval.
pub fn bracketed(values: [f64; 3], decimals: usize, language: Language) -> String {
    let [value, low, high] = values;
    if low.is_nan() || high.is_nan() || [low, high].iter().all(|end| same(*end, value)) {
        return number(value, decimals, language);
    }
    let [value, low, high] = interval(values, decimals, language);
    format!("{value} [{low}..{high}]")
}

/// A share of one as a percentage: `48.9%`, `48,9%`.
pub fn percent(share: f64, decimals: usize, language: Language) -> String {
    if share.is_finite() { number(100.0 * share, decimals, language) + "%" } else { MISSING.to_owned() }
}

/// `3 teams`, `1 team`: a whole number and the noun in its right form.
pub fn count(n: u64, one: Text, many: Text, language: Language) -> String {
    format!("{} {}", number(n as f64, 0, language), if n == 1 { one.get(language) } else { many.get(language) })
}

/// Working days as people say them: days below 14, weeks below 10, months below 36, then years.
pub fn duration(days: f64, language: Language) -> String {
    if !days.is_finite() {
        return MISSING.to_owned();
    }
    let days = days.max(0.0);
    let in_weeks = (days / f64::from(WEEK)).round();
    let in_months = (days / MONTH).round();
    let (amount, decimals, one, many) = if days.round() < 14.0 {
        (rounded(days, 0), 0, text("day", "dag"), text("days", "dagen"))
    } else if in_weeks < 10.0 {
        (in_weeks, 0, text("week", "week"), text("weeks", "weken"))
    } else if in_months < 36.0 {
        (in_months, 0, text("month", "maand"), text("months", "maanden"))
    } else {
        let years = (10.0 * days / f64::from(YEAR)).round() / 10.0;
        (years, usize::from(years.fract() > 0.05), text("year", "jaar"), text("years", "jaar"))
    };
    let noun = if (amount - 1.0).abs() < 1e-9 { one } else { many };
    format!("{} {}", number(amount, decimals, language), noun.get(language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Dutch, English};

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(number(1234.5, 1, English), "1,234.5");
        assert_eq!(number(1234.5, 1, Dutch), "1.234,5");
        assert_eq!(number(-1_234_567.0, 0, Dutch), "−1.234.567");
        assert_eq!(number(-0.001, 2, English), "0.00"); // no sign before nothing
        assert_eq!(number(f64::NAN, 2, English), MISSING);
        assert_eq!([0.25, -0.25, 0.001].map(|value| signed(value, 2, Dutch)), ["+0,25", "−0,25", "0,00"]);
        assert_eq!(percent(0.489, 1, Dutch), "48,9%");
    }

    #[test]
    fn halves_are_rounded_one_way_everywhere() {
        // 8.5 was 8 in a table and 9 in the sentence below it
        assert_eq!([8.5, 9.5, -8.5].map(|value| number(value, 0, English)), ["9", "10", "−9"]);
        assert_eq!([0.125, 0.375].map(|value| number(value, 2, Dutch)), ["0,13", "0,38"]);
        assert_eq!(duration(8.5, English), "9 days");
        assert_eq!((rounded(2.5, 0), rounded(1e300, 2)), (3.0, 1e300));
    }

    #[test]
    fn an_interval_is_told_apart_from_its_ends() {
        assert_eq!(interval([0.0251, 0.0249, 0.0254], 3, English), ["0.0251", "0.0249", "0.0254"]);
        assert_eq!(bracketed([12.0, 8.0, 15.0], 0, English), "12 [8..15]");
        assert_eq!(bracketed([12.0, 11.7, 12.4], 0, Dutch), "12,0 [11,7..12,4]");
        assert_eq!(bracketed([3.0, 3.0, 3.0], 0, English), "3");
        assert_eq!(bracketed([0.0, -0.0, 0.0], 1, English), "0.0"); // 0 and −0 are one number
        assert_eq!(interval([0.2, -0.0, 0.0], 1, English), ["0.2", "0.0", "0.0"]);
        assert_eq!(bracketed([3.0, f64::NAN, f64::NAN], 0, English), "3");
    }

    #[test]
    fn durations_are_rounded_to_what_people_say() {
        let said = |days, en: &str, nl: &str| {
            assert_eq!(duration(days, English), en);
            assert_eq!(duration(days, Dutch), nl);
        };
        said(0.0, "0 days", "0 dagen");
        said(1.0, "1 day", "1 dag");
        said(13.0, "13 days", "13 dagen");
        said(14.0, "3 weeks", "3 weken"); // 14 / 5 = 2.8
        said(47.0, "9 weeks", "9 weken");
        said(50.0, "2 months", "2 maanden"); // 50 · 12 / 260 = 2.3
        said(303.0, "14 months", "14 maanden");
        said(780.0, "3 years", "3 jaar"); // 36 months
        said(910.0, "3.5 years", "3,5 jaar");
        said(f64::NAN, MISSING, MISSING);
    }

    #[test]
    fn one_is_singular() {
        let teams = |n| count(n, text("team", "team"), text("teams", "teams"), English);
        assert_eq!((teams(1), teams(1200)), ("1 team".to_owned(), "1,200 teams".to_owned()));
    }
}
