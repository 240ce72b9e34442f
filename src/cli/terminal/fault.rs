//! # Faults on the screen
//!
//! Four forms of the same words: with the line and a caret for people, one line for editors, JSON for programs, and
//! plain sentences for those who listen.

use std::env;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};

use crate::scenario::fault::Fault;
use crate::scenario::source::{Place, line_of};
use crate::text::{Language, bounded};
use crate::words::fault::{ERROR, HELP, NOTE, Phrase, WARNING, line, phrase};

/// How faults are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The line with a caret.
    Graphic,
    /// `file:line:column: error[E003]: ...`.
    Short,
    /// One JSON object a line.
    Json,
    /// Sentences without drawings.
    Narrated,
}

impl Form {
    /// The form where none is asked for: for programs and screen readers what they can use, else graphic.
    pub fn usual(json: bool) -> Self {
        match () {
            () if json => Self::Json,
            () if env::var_os("NO_GRAPHICS").is_some_and(|value| !value.is_empty()) => Self::Narrated,
            () => Self::Graphic,
        }
    }
}

/// Most faults printed; the rest is counted.
pub const MOST: usize = 10;

/// Most characters of a line that is read out.
const LONGEST_LINE: usize = 300;

/// `faults` as text that ends in a line break; nothing for no faults.
pub fn render(faults: &[Fault], form: Form, language: Language, colour: bool) -> String {
    let shown = if form == Form::Json { faults.len() } else { faults.len().min(MOST) };
    let blocks: Vec<String> = faults
        .iter()
        .take(shown)
        .map(|fault| {
            let words = phrase(fault, language);
            match form {
                Form::Graphic => graphic(fault, &words, language, colour),
                Form::Short => line(fault, language),
                Form::Json => json_line(fault, &words),
                Form::Narrated => narrated(fault, &words, language),
            }
        })
        .collect();
    let apart = if matches!(form, Form::Graphic | Form::Narrated) { "\n\n" } else { "\n" };
    let mut text = blocks.join(apart);
    if faults.len() > shown {
        let more = faults.len() - shown;
        text.push_str(apart);
        text.push_str(&match language {
            Language::English => format!("and {more} more: onfoot check FILE --error-format json shows them all"),
            Language::Dutch => format!("en nog {more}: onfoot check BESTAND --error-format json toont ze allemaal"),
        });
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn graphic(fault: &Fault, words: &Phrase, language: Language, colour: bool) -> String {
    let level =
        if fault.is_error() { Level::ERROR.with_name(ERROR.get(language)) } else { Level::WARNING.with_name(WARNING.get(language)) };
    let title = level.primary_title(words.headline.as_str()).id(fault.code().key());
    let mut group = Group::with_title(title);
    if let Some(place) = &fault.place {
        let also = fault.also.as_ref().filter(|also| also.source == place.source);
        let mut snippet = snippet(place).annotation(AnnotationKind::Primary.span(place.span.clone()).label(words.label.as_str()));
        if let Some(also) = also {
            snippet = snippet.annotation(AnnotationKind::Context.span(also.span.clone()).label(words.secondary.as_str()));
        }
        group = group.element(snippet);
        if let Some(also) = fault.also.as_ref().filter(|also| also.source != place.source) {
            group = group
                .element(self::snippet(also).annotation(AnnotationKind::Context.span(also.span.clone()).label(words.secondary.as_str())));
        }
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = renderer.render(&[group]);
    if let Some(place) = fault.place.as_ref().filter(|_| !(words.help.is_empty() && words.note.is_empty())) {
        text.push_str(&gutter(place, fault.also.as_ref(), colour));
    }
    for (name, lines) in [(HELP, &words.help), (NOTE, &words.note)] {
        let name = name.get(language);
        for (at, line) in lines.iter().enumerate() {
            let lead = if at == 0 { format!("{name}: ") } else { " ".repeat(name.chars().count() + 2) };
            text.push_str(&format!("\n{lead}{line}"));
        }
    }
    text
}

/// The bar that leads from the line to the help, as wide as the line numbers above it.
fn gutter(place: &Place, also: Option<&Place>, colour: bool) -> String {
    let last = also.into_iter().chain([place]).map(|place| place.line_and_column().0).max().unwrap_or(1);
    let blanks = " ".repeat(last.to_string().len());
    if colour { format!("\n{blanks} \u{1b}[1m\u{1b}[94m|\u{1b}[0m") } else { format!("\n{blanks} |") }
}

fn snippet(place: &Place) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    Snippet::source(place.source.text.as_str()).path(place.source.name.as_str())
}

fn json_line(fault: &Fault, words: &Phrase) -> String {
    let place = |place: Option<&Place>| match place {
        Some(place) => {
            let (line, column) = place.line_and_column();
            json!({ "file": place.source.name, "line": line, "column": column, "start": place.span.start, "end": place.span.end })
        }
        None => Value::Null,
    };
    json!({
        "code": fault.code().key(),
        "level": if fault.is_error() { "error" } else { "warning" },
        "message": words.headline,
        "label": words.label,
        "place": place(fault.place.as_ref()),
        "also": place(fault.also.as_ref()),
        "also_label": if fault.also.is_some() { words.secondary.as_str() } else { "" },
        "help": words.help,
        "note": words.note,
    })
    .to_string()
}

fn narrated(fault: &Fault, words: &Phrase, language: Language) -> String {
    let level = if fault.is_error() { ERROR } else { WARNING }.get(language);
    let mut text = format!("{level} {}: {}.", fault.code().key(), words.headline);
    if let Some(place) = &fault.place {
        text.push_str(&format!("\n{}: {}.", at(place, language), words.label));
        let line = bounded(line_of(place), LONGEST_LINE);
        text.push_str(&match language {
            Language::English => format!("\nThe line reads: {line}"),
            Language::Dutch => format!("\nDe regel luidt: {line}"),
        });
    }
    if let Some(also) = &fault.also {
        text.push_str(&format!("\n{}: {}.", at(also, language), words.secondary));
    }
    for (name, lines) in [(HELP, &words.help), (NOTE, &words.note)] {
        if !lines.is_empty() {
            text.push_str(&format!("\n{}: {}", name.get(language), lines.join("\n")));
        }
    }
    text
}

fn at(place: &Place, language: Language) -> String {
    let (line, column) = place.line_and_column();
    let file = &place.source.name;
    match language {
        Language::English => format!("In {file}, line {line}, column {column}"),
        Language::Dutch => format!("In {file}, regel {line}, kolom {column}"),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::scenario::read::{read, read_text};

    /// Texts that are wrong, with what is said of them beside them in both languages.
    const GOLDEN: &str = "tests/fault_golden";

    fn faults(name: &str) -> Vec<Fault> {
        let text = fs::read_to_string(format!("{GOLDEN}/{name}.toml")).expect("the text is there");
        match read_text("my-study.toml", &text) {
            Ok(reading) => reading.warnings,
            Err(faults) => faults,
        }
    }

    /// Compares with the file `name`; with `ONFOOT_GOLDEN=write` writes it, to be looked at before it is kept.
    fn golden(name: &str, said: &str) {
        let file = format!("{GOLDEN}/{name}.txt");
        if std::env::var_os("ONFOOT_GOLDEN").is_some_and(|value| value == "write") {
            fs::write(&file, said).expect("the file is written");
        }
        assert_eq!(said, fs::read_to_string(&file).unwrap_or_default(), "{file}");
    }

    #[test]
    fn faults_are_told_word_for_word_in_both_languages() {
        for name in [
            "unknown-key",
            "decimal-comma",
            "percentage",
            "answer",
            "repair-before-breach",
            "unknown-repair",
            "repair-undone",
            "few-replicates",
            "accents-and-tabs",
            "all-at-once",
        ] {
            let faults = faults(name);
            assert!(!faults.is_empty(), "{name}");
            for (end, language) in [("en", Language::English), ("nl", Language::Dutch)] {
                golden(&format!("{name}.{end}"), &render(&faults, Form::Graphic, language, false));
            }
        }
    }

    #[test]
    fn the_other_forms_tell_the_same_word_for_word() {
        let faults = faults("repair-before-breach");
        golden("repair-before-breach.short", &render(&faults, Form::Short, Language::Dutch, false));
        golden("repair-before-breach.json", &render(&faults, Form::Json, Language::English, false));
        golden("repair-before-breach.narrated", &render(&faults, Form::Narrated, Language::Dutch, false));
    }

    #[test]
    fn a_fault_in_a_setting_points_into_the_setting() {
        let file = Path::new(GOLDEN).join("few-replicates.toml");
        let set = ["belief.foo=3", "run.length=2 jaar", "event.none.day=3", "run.replicates", "practices.autonomy_and_discretion=0,5"];
        let faults = read(&file, &set.map(str::to_owned)).expect_err("every setting is wrong");
        let errors: Vec<Fault> = faults.into_iter().filter(Fault::is_error).collect();
        golden("settings.en", &render(&errors, Form::Graphic, Language::English, false));
    }

    #[test]
    fn the_narrated_form_draws_nothing_and_says_line_and_column() {
        let text = render(&faults("all-at-once"), Form::Narrated, Language::English, false);
        assert!(!text.contains("-->") && !text.contains('|') && !text.contains('^'), "{text}");
        assert!(text.contains("line 4, column 10"), "{text}");
    }

    #[test]
    fn without_colour_there_is_not_one_escape_and_with_it_the_words_are_the_same() {
        for name in ["all-at-once", "accents-and-tabs"] {
            let faults = faults(name);
            let plain = render(&faults, Form::Graphic, Language::English, false);
            assert!(!plain.contains('\u{1b}'));
            let mut stripped = String::new();
            let mut escape = false;
            for c in render(&faults, Form::Graphic, Language::English, true).chars() {
                match c {
                    '\u{1b}' => escape = true,
                    'm' if escape => escape = false,
                    _ if escape => {}
                    c => stripped.push(c),
                }
            }
            assert_eq!(stripped, plain);
        }
    }

    #[test]
    fn at_most_ten_are_printed_and_the_rest_is_counted() {
        let text: String = (0..25).map(|i| format!("key{i} = 1\n")).collect();
        let faults = read_text("a.toml", &text).expect_err("no key is known");
        assert_eq!(faults.len(), 25);
        let said = render(&faults, Form::Short, Language::English, false);
        assert_eq!(said.lines().count(), 11);
        assert!(said.ends_with("and 15 more: onfoot check FILE --error-format json shows them all\n"));
        assert_eq!(render(&faults, Form::Json, Language::English, false).lines().count(), 25);
    }

    proptest::proptest! {
        #[test]
        fn no_text_whatever_breaks_the_drawing(before in "\\PC{0,40}", between in "([\t\r\n \u{0}\u{300}\u{200b}é€𝄞中=\"\\[\\]{},#a1.-]){0,60}", after in "\\PC{0,3000}") {
            for text in [format!("{before}\n{between}\nx = 1\n{after}"), format!("x = 1 # {after}"), format!("[run]\n{between} = 3\n"), format!("title = \"{between}\"\nday = \"{between}")] {
                if let Err(faults) = read_text("a.toml", &text) {
                    for form in [Form::Graphic, Form::Short, Form::Json, Form::Narrated] {
                        assert!(!render(&faults, form, Language::Dutch, true).is_empty());
                    }
                }
            }
        }
    }
}
