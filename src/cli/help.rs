//! # Help screens
//!
//! Made from the grammar of [`super::arguments`] and the words of [`crate::words::help`], in the reader's language.

use std::ffi::OsString;

use clap::Arg;

use super::arguments::grammar;
use super::terminal::layout::{columns, definitions, paragraph};
use super::terminal::{Stop, Terminal};
use crate::text::Language;
use crate::words::help::{self, heads};

/// Shows the help of the command that was typed, or of the whole program.
pub(super) fn show(typed: &[OsString], terminal: &mut Terminal) -> Result<(), Stop> {
    let page = page(command_in(typed).as_deref(), terminal.language, terminal.width);
    terminal.say(&page)
}

/// The first word typed that is a command with help of its own.
pub(super) fn command_in(typed: &[OsString]) -> Option<String> {
    let words = typed.iter().skip(1).map(|word| word.to_string_lossy());
    words.into_iter().find_map(|word| help::command(&word).map(|row| row.name.to_owned()))
}

fn page(command: Option<&str>, language: Language, width: usize) -> String {
    let root = grammar();
    let said = |text: crate::text::Text| text.get(language);
    let (owner, shape, mut page) = match command.and_then(|name| Some((help::command(name)?, root.find_subcommand(name)?))) {
        Some((row, shape)) => (row.name, shape, paragraph(&format!("onfoot {}: {}", row.name, said(row.about)), 0, width)),
        None => ("", &root, title(language, width) + "\n"),
    };
    let operands: Vec<&Arg> = shape.get_positionals().collect();
    let options: Vec<&Arg> = shape.get_arguments().filter(|arg| !arg.is_positional()).collect();
    let meaning = |arg: &Arg| help::option(owner, arg.get_id().as_str()).map_or("", |text| said(text)).to_owned();
    let section = |head: &str, rows: &[(String, String)]| format!("\n{head}\n{}", definitions(rows, width));

    page += &format!("\n{} {}\n", said(heads::USAGE), usage(owner, &operands, language));
    if owner.is_empty() {
        let rows: Vec<_> = help::COMMANDS.iter().map(|row| (row.name.to_owned(), said(row.about).to_owned())).collect();
        page += &section(said(heads::COMMANDS), &rows);
    }
    if !operands.is_empty() {
        let rows: Vec<_> = operands.iter().map(|arg| (operand(arg), meaning(arg))).collect();
        page += &section(said(heads::OPERANDS), &rows);
    }
    let rows: Vec<_> = options.iter().map(|arg| (option(arg), meaning(arg))).collect();
    page += &section(said(heads::OPTIONS), &rows);
    if let Some(row) = help::command(owner) {
        page += &format!("\n{}\n", said(heads::EXAMPLES));
        row.examples.iter().for_each(|example| page += &format!("  {example}\n"));
    } else {
        page += &format!("\n{} onfoot run --help\n", said(heads::MORE));
    }
    if owner.is_empty() || owner == "run" || owner == "compare" {
        let rows: Vec<_> = heads::EXIT_CODES.iter().map(|(code, text)| ((*code).to_owned(), said(*text).to_owned())).collect();
        page += &section(said(heads::EXITS), &rows);
    }
    page
}

/// The program and what it is about, on one line if that fits.
pub(super) fn title(language: Language, width: usize) -> String {
    let (name, about) = (concat!("onfoot ", env!("CARGO_PKG_VERSION")), heads::ABOUT.get(language));
    let apart = if columns(name) + 3 + columns(about) <= width { "   " } else { "\n" };
    format!("{name}{apart}{about}")
}

fn usage(owner: &str, operands: &[&Arg], language: Language) -> String {
    let options = heads::OPTIONS_WORD.get(language);
    if owner.is_empty() {
        return format!("onfoot {} {options}", heads::COMMAND_WORD.get(language));
    }
    let operands: String = operands.iter().map(|arg| format!(" {}", operand(arg))).collect();
    format!("onfoot {owner} {options}{operands}")
}

/// `FILE...`, `[WHAT]`.
fn operand(arg: &Arg) -> String {
    let name = arg.get_id().as_str().to_uppercase();
    let more = if arg.get_num_args().is_some_and(|n| n.max_values() > 1) { "..." } else { "" };
    if arg.is_required_set() { format!("{name}{more}") } else { format!("[{name}]{more}") }
}

/// `-o, --output DIR`.
fn option(arg: &Arg) -> String {
    let short = arg.get_short().map_or_else(|| "    ".to_owned(), |short| format!("-{short}, "));
    let value = match arg.get_value_names() {
        Some(names) if arg.get_action().takes_values() => format!(" {}", names.join(" ")),
        _ => String::new(),
    };
    format!("{short}--{}{value}", arg.get_long().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_option_is_explained() {
        let root = grammar();
        for command in std::iter::once(&root).chain(root.get_subcommands()).filter(|command| command.get_name() != "help") {
            let name = if command.get_name() == "onfoot" { "" } else { command.get_name() };
            assert!(name.is_empty() || help::command(name).is_some(), "{name}");
            for arg in command.get_arguments() {
                assert!(help::option(name, arg.get_id().as_str()).is_some(), "{name} {}", arg.get_id());
            }
        }
    }

    #[test]
    fn help_fits_sixty_columns_in_both_languages() {
        for language in [Language::English, Language::Dutch] {
            for name in std::iter::once(None).chain(help::COMMANDS.iter().map(|row| Some(row.name))) {
                // Examples are command lines to copy, which nothing may break.
                for line in page(name, language, 60).lines().filter(|line| !line.starts_with("  onfoot ")) {
                    assert!(columns(line) <= 60, "{line}");
                }
            }
        }
    }

    #[test]
    fn help_is_of_the_command_that_was_typed() {
        let typed = |line: &str| command_in(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(typed("onfoot --lang nl run --help").as_deref(), Some("run"));
        assert_eq!(typed("onfoot --help"), None);
    }
}
