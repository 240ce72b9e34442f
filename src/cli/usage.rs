//! # What was typed cannot be done
//!
//! The faults of a command line in the reader's language, with what was probably meant.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::help;
use super::terminal::layout::paragraph;
use super::terminal::{Stop, Terminal};
use super::{Exit, arguments};
use crate::text::{bounded, on_one_line};
use crate::words::{help as words, screen};

/// Answers a command line that clap has not turned into arguments: help, the version, or a fault.
pub(super) fn answer(fault: &clap::Error, typed: &[OsString], terminal: &mut Terminal) -> Result<Exit, Stop> {
    match fault.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            help::show(typed, terminal)?;
            Ok(Exit::Done)
        }
        ErrorKind::DisplayVersion => {
            terminal.say(concat!("onfoot ", env!("CARGO_PKG_VERSION")))?;
            Ok(Exit::Done)
        }
        _ => {
            terminal.note(&phrase(fault, typed, terminal));
            Ok(Exit::Input)
        }
    }
}

fn phrase(fault: &clap::Error, typed: &[OsString], terminal: &Terminal) -> String {
    let language = terminal.language;
    let of = |kind| fault.get(kind).map(said).unwrap_or_default();
    let argument = of(ContextKind::InvalidArg);
    let value = of(ContextKind::InvalidValue);
    let headline = match fault.kind() {
        ErrorKind::UnknownArgument => screen::unknown_argument(&argument, language),
        ErrorKind::InvalidSubcommand => screen::unknown_command(&of(ContextKind::InvalidSubcommand), language),
        ErrorKind::InvalidValue if value.is_empty() => screen::value_missing(&argument, language),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => screen::value_wrong(&value, &argument, language),
        ErrorKind::MissingRequiredArgument => screen::argument_missing(&argument.replace(['<', '>'], ""), language),
        ErrorKind::ArgumentConflict if argument == of(ContextKind::PriorArg) => screen::argument_twice(&argument, language),
        ErrorKind::ArgumentConflict => screen::argument_conflict(&argument, &of(ContextKind::PriorArg), language),
        ErrorKind::TooManyValues => screen::value_unexpected(&value, &argument, language),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => screen::value_missing(&argument, language),
        ErrorKind::InvalidUtf8 => screen::NOT_UTF8.get(language).to_owned(),
        _ => screen::COMMAND_LINE.get(language).to_owned(),
    };
    let mut page = terminal.error(&headline);
    let mut meant = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue].map(of).join("");
    if let Some(command) = fault.get(ContextKind::InvalidSubcommand).and_then(|typed| nearest_command(&said(typed))) {
        command.clone_into(&mut meant);
    }
    if !meant.is_empty() && ![&argument, &value].contains(&&meant) {
        page += &paragraph(&screen::did_you_mean(&[meant], language), 0, terminal.width);
    } else if let Some(text) = meaning(&argument, typed).filter(|_| fault.kind() != ErrorKind::UnknownArgument) {
        page += &paragraph(&format!("{}: {}", argument.trim_matches(['[', ']']), text.get(language)), 0, terminal.width);
    }
    let command = help::command_in(typed).map(|name| format!("{name} ")).unwrap_or_default();
    page + &format!("{} onfoot {command}--help\n", screen::SEE.get(language))
}

/// The command most like what was typed; clap is shy with short words.
fn nearest_command(typed: &str) -> Option<&'static str> {
    let scored = words::COMMANDS.iter().map(|row| (strsim::jaro_winkler(row.name, typed), row.name));
    scored.filter(|(score, _)| *score > 0.7).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}

/// What the option or operand that clap names does.
fn meaning(argument: &str, typed: &[OsString]) -> Option<crate::text::Text> {
    let command = help::command_in(typed)?;
    let grammar = arguments::grammar();
    let first = argument.split(' ').next()?.trim_matches(['<', '>', '.', '[', ']']);
    let named = |arg: &&clap::Arg| match first.strip_prefix("--") {
        Some(long) => arg.get_long() == Some(long),
        None => arg.is_positional() && arg.get_id().as_str().eq_ignore_ascii_case(first),
    };
    let id = grammar.find_subcommand(&command)?.get_arguments().find(named)?.get_id().to_string();
    words::option(&command, &id)
}

fn said(value: &ContextValue) -> String {
    let said = match value {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(many) => many.join(", "),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::StyledStr(styled) => styled.to_string(),
        _ => String::new(),
    };
    bounded(&on_one_line(&said), MOST).into_owned()
}

/// Most characters of a word that was typed.
const MOST: usize = 200;
