//! # `onfoot completions` and `onfoot man`
//!
//! What a shell and `man` read, made from the grammar of the commands and the words of their help.

use std::fs;

use clap::Command;
use clap_mangen::Man;

use super::Exit;
use super::arguments::{Completions, Man as Manual, grammar};
use super::terminal::{Stop, Terminal};
use crate::folder::{FolderError, Inputs, write_file};
use crate::text::{Language, shown_path as shown};
use crate::words::help::{self, heads};

pub(super) fn completions(asked: &Completions, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut explained(terminal.language), "onfoot", &mut script);
    terminal.data(String::from_utf8_lossy(&script).trim_end())?;
    Ok(Exit::Done)
}

pub(super) fn man(asked: &Manual, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let root = explained(terminal.language);
    let Some(folder) = &asked.output.output else {
        terminal.data(page(root).trim_end())?;
        return Ok(Exit::Done);
    };
    let commands: Vec<Command> = root.get_subcommands().filter(|command| command.get_name() != "help").cloned().collect();
    let own = |command: Command| {
        let name = format!("onfoot-{}", command.get_name());
        (format!("{name}.1"), page(command.name(name.clone()).display_name(name)))
    };
    let pages = std::iter::once(("onfoot.1".to_owned(), page(root))).chain(commands.into_iter().map(own));
    let made = fs::create_dir_all(folder).map_err(|error| FolderError::from_io(folder, "", &error));
    let written = made.and_then(|()| {
        pages.into_iter().try_for_each(|(name, page)| write_file(&folder.join(name), page.as_bytes(), &Inputs::default(), false))
    });
    written.map_err(|fault| terminal.refuse(&fault.say(terminal.language)))?;
    terminal.say(&shown(folder))?;
    Ok(Exit::Done)
}

/// The commands with what each and its options do.
fn explained(language: Language) -> Command {
    let of = |command: Command, owner: &'static str| {
        command.mut_args(|arg| match help::option(owner, arg.get_id().as_str()) {
            Some(text) => arg.help(text.get(language)),
            None => arg,
        })
    };
    let root = of(grammar(), "").about(heads::ABOUT.get(language));
    let about = |command: Command| match help::command(command.get_name()) {
        Some(row) => command.about(row.about.get(language)),
        None => command,
    };
    root.mut_subcommands(|command| match help::command(command.get_name()) {
        Some(row) => about(of(command, row.name)),
        None => command.mut_subcommands(about), // `help`, which knows the names of all
    })
}

/// A manual page as `man` reads it.
fn page(command: Command) -> String {
    let mut page = Vec::new();
    Man::new(command).render(&mut page).expect("memory takes everything");
    String::from_utf8_lossy(&page).into_owned()
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;
    use clap_complete::Shell;

    use super::*;

    #[test]
    fn every_shell_completes_every_command_and_every_manual_says_what_its_command_does() {
        for language in Language::BOTH {
            for shell in Shell::value_variants() {
                let mut script = Vec::new();
                clap_complete::generate(*shell, &mut explained(language), "onfoot", &mut script);
                let script = String::from_utf8(script).unwrap();
                assert!(help::COMMANDS.iter().all(|row| script.contains(row.name)), "{shell}");
            }
            let root = explained(language);
            for command in root.get_subcommands().filter(|command| command.get_name() != "help") {
                let about = help::command(command.get_name()).unwrap().about.get(language);
                assert_eq!(command.get_about().map(ToString::to_string).as_deref(), Some(about));
                assert!(page(command.clone()).contains(".SH"), "{}", command.get_name());
            }
        }
    }
}
