//! # TOML syntax in plain categories
//!
//! The TOML reader speaks of mantissas and std-tables. Here its errors are sorted into what a person did.

use std::ops::Range;
use std::sync::Arc;

use super::fault::{Fault, Problem, Syntax};
use super::source::{Place, Source};

/// What the reader's `message` about `span` means, and the best span to point at.
pub fn plain(text: &str, message: &str, span: Range<usize>) -> (Syntax, Range<usize>) {
    let has = |parts: &[&str]| parts.iter().any(|part| message.contains(part));
    let syntax = if has(&["string values must be quoted", "invalid value", "invalid boolean"]) {
        Syntax::TextWithoutQuotes { right: None }
    } else if has(&["key with no value", "missing assignment"]) {
        Syntax::NoEquals { right: with_equals(&text[line(text, span.start)]) }
    } else if has(&["missing value"]) {
        Syntax::NoValue
    } else if has(&["unclosed array table", "unclosed table", "missing table open"]) {
        Syntax::OpenHeader
    } else if has(&["unclosed array"]) {
        Syntax::OpenList
    } else if has(&["unclosed inline table"]) {
        Syntax::OpenTable
    } else if has(&["missing comma"]) {
        Syntax::NoComma
    } else if has(&["extra comma"]) {
        Syntax::ExtraComma
    } else if has(&["escape", "unicode"]) {
        Syntax::BadEscape
    } else if has(&["basic string", "literal string", "invalid string", "missing opening quote"]) {
        Syntax::OpenText
    } else if has(&["cannot extend", "as a table", "not a table"]) {
        Syntax::TableAndValue
    } else if has(&["recurs"]) {
        Syntax::TooDeep
    } else if has(&["unquoted key", "invalid key", "missing key"]) {
        Syntax::BadKey
    } else if has(&["number", "mantissa", "fraction", "float", "exponent", "leading zero", "sign", "radix", "between digits", "date-time"])
    {
        Syntax::BadNumber { right: None }
    } else if has(&["carriage return", "comment character"]) {
        Syntax::BadCharacter
    } else {
        Syntax::Other
    };
    match syntax {
        Syntax::TextWithoutQuotes { .. } => without_quotes(text, span),
        Syntax::BadNumber { .. } => {
            let start = text[..on_a_line(text, span.clone()).start].rfind(['=', ' ', '[', ',']).map_or(span.start, |at| at + 1);
            let own = word(text, start..start);
            (Syntax::BadNumber { right: mended(text, &own) }, own)
        }
        Syntax::BadKey | Syntax::NoEquals { .. } => not_a_key(text, span),
        syntax => (syntax, on_a_line(text, span)),
    }
}

/// A value that is neither a number nor in quotes.
fn without_quotes(text: &str, span: Range<usize>) -> (Syntax, Range<usize>) {
    let span = word(text, span);
    let word = text.get(span.clone()).unwrap_or_default();
    match word {
        "" => (Syntax::NoValue, span),
        // `min = 6 max = 10`: the caret goes to the second key.
        _ if word.contains('=') => {
            let before = word.split('=').next().unwrap_or_default().trim_end();
            let at = span.start + before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
            (Syntax::NoComma, at..span.start + before.len())
        }
        _ => (Syntax::TextWithoutQuotes { right: in_quotes(text, &span) }, span),
    }
}

/// A line that does not begin with a key and an `=`.
fn not_a_key(text: &str, span: Range<usize>) -> (Syntax, Range<usize>) {
    let line = line(text, span.start);
    let whole = &text[line.clone()];
    match (with_equals(whole), whole.find('=')) {
        (right @ Some(_), None) => (Syntax::NoEquals { right }, on_a_line(text, span)),
        (None, None) => (Syntax::NoEquals { right: None }, on_a_line(text, span)),
        // The whole key, when the fault lies in it.
        (_, Some(equals)) if span.start < line.start + equals && !whole.contains(['{', '[']) => {
            let key = whole[..equals].trim();
            let start = line.start + (whole.len() - whole.trim_start().len());
            (Syntax::BadKey, start..start + key.len())
        }
        _ => (Syntax::BadKey, on_a_line(text, span)),
    }
}

/// `key value` or `key: value` with the sign between them.
fn with_equals(line: &str) -> Option<String> {
    let line = line.split('#').next().unwrap_or_default().trim();
    let (key, value) = line.split_once([':', ' ', '\t'])?;
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    let value = value.trim();
    (is_key && !value.is_empty() && value.len() <= 60).then(|| format!("{key} = {value}"))
}

/// The assignment whose value stands at `span`, with the value as TOML wants it.
fn in_quotes(text: &str, span: &Range<usize>) -> Option<String> {
    let key = key_before(text, span)?;
    let word = text.get(span.clone()).unwrap_or_default();
    if word.len() > 60 || word.contains(['"', '\\', '\'']) {
        return None;
    }
    Some(match word.to_lowercase().as_str() {
        "true" | "yes" | "on" | "ja" | "waar" => format!("{key} = true"),
        "false" | "no" | "off" | "nee" | "neen" | "onwaar" => format!("{key} = false"),
        _ => match super::time::parse(word) {
            Ok(_) => format!("{key} = \"{word}\""),
            Err(super::time::NoTime { right: Some(right), .. }) => format!("{key} = \"{right}\""),
            _ if word.starts_with(|c: char| c.is_ascii_digit() || c == '-') => format!("{key} = {}", leading_number(word)?),
            _ => format!("{key} = \"{word}\""),
        },
    })
}

/// The key whose value stands at `span`.
fn key_before<'t>(text: &'t str, span: &Range<usize>) -> Option<&'t str> {
    let before = text[line(text, span.start).start..span.start].trim_end().strip_suffix('=')?;
    before.trim().rsplit(['{', ',', ' ']).next().filter(|key| !key.is_empty())
}

/// The number at the start of `12 teams`, or what `50%` means.
fn leading_number(word: &str) -> Option<String> {
    if let Some(percent) = word.strip_suffix('%') {
        let percent: f64 = percent.trim().parse().ok()?;
        return Some(format!("{}", libm::round(percent * 1e8) / 1e10));
    }
    let (number, rest) = word.split_once(' ')?;
    (number.parse::<f64>().is_ok() && !rest.is_empty()).then(|| number.to_owned())
}

/// The assignment with a number such as `.5`, `5.` or `007` as TOML wants it.
fn mended(text: &str, span: &Range<usize>) -> Option<String> {
    let key = key_before(text, span)?;
    let number = text.get(span.clone())?.replace("__", "_");
    let (sign, plain) = if let Some(plain) = number.strip_prefix('-') { ("-", plain) } else { ("", number.trim_start_matches('+')) };
    let (whole, fraction) = plain.split_once('.').map_or((plain, None), |(whole, fraction)| (whole, Some(fraction)));
    let (whole, fraction) = (whole.trim_start_matches(['0', '_']), fraction.map(|fraction| fraction.trim_end_matches('_')));
    let whole = if whole.is_empty() { "0" } else { whole.trim_end_matches('_') };
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == '_');
    if !digits(whole) || !fraction.is_none_or(digits) {
        return None;
    }
    Some(match fraction {
        None => format!("{key} = {sign}{whole}"),
        Some("") => format!("{key} = {sign}{whole}.0"),
        Some(fraction) => format!("{key} = {sign}{whole}.{fraction}"),
    })
}

/// The whole unquoted word around `span`, up to a comment, comma, bracket or the end of the line.
fn word(text: &str, span: Range<usize>) -> Range<usize> {
    let line = line(text, span.start);
    let rest = &text[span.start.min(line.end)..line.end];
    let end = rest.find(['#', ',', ']', '}']).unwrap_or(rest.len());
    let length = rest[..end].trim_end().len();
    if length == 0 { on_a_line(text, span) } else { span.start..span.start + length }
}

/// `span`, but never over more than one line, and never empty when the line has something to show.
fn on_a_line(text: &str, span: Range<usize>) -> Range<usize> {
    let start = (0..=span.start.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let line = line(text, start);
    let end = span.end.clamp(start, line.end.max(start));
    start..end
}

/// The line around byte `at`, without its end.
pub fn line(text: &str, at: usize) -> Range<usize> {
    let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    start..end
}

/// Whether a line is `key = value` as a whole, so that it can be set aside without hurting its neighbours.
pub fn is_assignment(line: &str) -> bool {
    let line = line.trim();
    let starts_like_a_key = line.starts_with(|c: char| c.is_alphanumeric() || "_-\"'".contains(c));
    let opens = |c: char| line.matches(c).count();
    starts_like_a_key && opens('[') == opens(']') && opens('{') == opens('}') && !line.contains("\"\"\"") && !line.contains("'''")
}

/// The bytes of all commas that are decimal commas: `= 3,5`, outside quotes and comments.
pub fn decimal_commas(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        found.extend(commas_in(line).into_iter().map(|at| offset + at));
        offset += line.len();
    }
    found
}

fn commas_in(line: &str) -> Vec<usize> {
    let bytes = line.as_bytes();
    let mut found = Vec::new();
    let mut quote = None;
    // Where a number may have begun: just after `=`.
    let mut number = None;
    for (at, &byte) in bytes.iter().enumerate() {
        match (quote, byte) {
            (Some(open), close) if open == close => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'#') => break,
            (None, b'=') => number = Some(false),
            (None, b' ' | b'\t' | b'+' | b'-') if number == Some(false) => {}
            (None, b'0'..=b'9') if number.is_some() => number = Some(true),
            (None, b',') => {
                if number == Some(true) && is_fraction(&bytes[at + 1..]) {
                    found.push(at);
                }
                number = None;
            }
            _ => number = None,
        }
    }
    found
}

/// Whether digits follow, and after them nothing that would make a key of them.
fn is_fraction(rest: &[u8]) -> bool {
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let after = rest[digits..].iter().find(|byte| !b" \t".contains(byte));
    digits > 0 && matches!(after, None | Some(b'\r' | b'\n' | b'#' | b',' | b'}' | b'%' | b']'))
}

/// The fault about the decimal comma at byte `comma`.
pub fn comma_fault(source: &Arc<Source>, comma: usize) -> Fault {
    let text = &source.text;
    let line = line(text, comma);
    let before = &text[line.start..comma];
    let start = before.rfind('=').map_or(0, |at| at + 1);
    let whole = before[start..].trim();
    let fraction: String = text[comma + 1..line.end].chars().take_while(char::is_ascii_digit).collect();
    let key = before[..start.saturating_sub(1)].trim().rsplit(['{', ',', ' ']).next().map(|key| key.trim().to_owned());
    let right = format!("{whole}.{fraction}");
    Fault::at(&Place::new(source, comma..comma + 1), Problem::DecimalComma { key: key.filter(|key| !key.is_empty()), right })
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    /// What is said of the first fault of a text, and the stretch it points at.
    fn first(text: &str) -> (Syntax, String) {
        let source = Source::new("a.toml", text);
        let fault = parse(&source).faults.remove(0);
        let at = fault.place.expect("it stands somewhere").text().to_owned();
        let Problem::Syntax { syntax } = fault.problem else { panic!("{text}: {:?}", fault.problem) };
        (syntax, at)
    }

    #[test]
    fn what_a_person_did_is_recognised_and_pointed_at() {
        let copy = |right: &str| Some(right.to_owned());
        for (text, syntax, at) in [
            ("length = 2 years", Syntax::TextWithoutQuotes { right: copy("length = \"2 years\"") }, "2 years"),
            ("record = weekly # often", Syntax::TextWithoutQuotes { right: copy("record = \"weekly\"") }, "weekly"),
            ("twin = True", Syntax::TextWithoutQuotes { right: copy("twin = true") }, "True"),
            ("teams = 12 teams", Syntax::TextWithoutQuotes { right: copy("teams = 12") }, "12 teams"),
            ("ties_within = 50%", Syntax::TextWithoutQuotes { right: copy("ties_within = 0.5") }, "50%"),
            ("ties_within = 1/2", Syntax::TextWithoutQuotes { right: None }, "1/2"),
            ("size = { min = 6 max = 10 }", Syntax::NoComma, "max"),
            ("seed =\nlength = 3", Syntax::NoValue, ""),
            ("seed 5", Syntax::NoEquals { right: copy("seed = 5") }, ""),
            ("length: \"2 years\"", Syntax::NoEquals { right: copy("length = \"2 years\"") }, ":"),
            ("just words here", Syntax::NoEquals { right: copy("just = words here") }, ""),
            ("my seed = 3", Syntax::BadKey, "my seed"),
            ("séed = 3", Syntax::BadKey, "séed"),
            ("x = .5", Syntax::BadNumber { right: copy("x = 0.5") }, ".5"),
            ("x = -5.", Syntax::BadNumber { right: copy("x = -5.0") }, "-5."),
            ("x = 007", Syntax::BadNumber { right: copy("x = 7") }, "007"),
            ("title = \"two", Syntax::OpenText, ""),
            ("title = \"a\\q\"", Syntax::BadEscape, ""),
            ("days = [1, 2\nseed = 1", Syntax::OpenList, ""),
            ("size = { min = 1\nseed = 1", Syntax::OpenTable, ""),
            ("[[event]\nday = 3", Syntax::OpenHeader, ""),
        ] {
            assert_eq!(first(text), (syntax, at.to_owned()), "{text}");
        }
    }

    #[test]
    fn something_left_open_is_one_fault() {
        for text in ["days = [1, 2\nseed = 1\nteams = 3\n", "size = { min = 1\nseed = 1\nteams = 3\n", "[run\nseed = 1\n"] {
            assert_eq!(parse(&Source::new("a.toml", text)).faults.len(), 1, "{text}");
        }
    }

    #[test]
    fn decimal_commas_are_told_from_other_commas() {
        assert_eq!(decimal_commas("a = 3,5\nb = { c = -0,5, d = 1 } # x = 1,2\ne = \"= 1,2\"\nf = [1,2]\n"), [5, 20]);
        assert!(decimal_commas("a = { b = 1, c = 2 }\nx = 1 , y = 2").is_empty());
    }

    #[test]
    fn only_a_whole_assignment_may_be_set_aside() {
        assert!(is_assignment("  length = 2 years"));
        assert!(!is_assignment("[run"));
        assert!(!is_assignment("surveys = ["));
        assert!(!is_assignment("\"one\", \"two\"]"));
    }
}
