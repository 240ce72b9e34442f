//! # `onfoot cite`
//!
//! How to cite the software, and the works behind what it assumes.

use super::Exit;
use super::arguments::{Cite, Style};
use super::reading::read_or_default;
use super::terminal::{Stop, Terminal};
use crate::report::cite::{Use, apa, apa_software, bibtex, remark, uses};
use crate::scenario::Scenario;
use crate::theory::{Grade, LawParameter, Parameters};
use crate::validation::work::NOT_WORKS;
use crate::words::screen::{cite as words, sentence};

pub(super) fn cite(asked: &Cite, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let (scenario, _) = read_or_default(asked.file.as_deref(), terminal)?;
    let uses = uses(&scenario);
    match asked.format {
        Style::Bibtex => terminal.data(&bibtex(&uses))?,
        Style::Apa => list(&scenario, &uses, terminal)?,
    }
    Ok(Exit::Done)
}

fn list(scenario: &Scenario, uses: &[Use], terminal: &mut Terminal) -> Result<(), Stop> {
    let language = terminal.language;
    terminal.heading(words::THE_SOFTWARE.get(language))?;
    terminal.say_wrapped(&apa_software(language), 2)?;
    terminal.say("")?;
    terminal.heading(&words::works(uses.len(), language))?;
    for used in uses {
        let remark = remark(used.work, language);
        let remark = if remark.is_empty() { String::new() } else { format!(" ({remark})") };
        terminal.say_wrapped(&format!("{}{remark}", apa(used.work, language)), 2)?;
        let parameters = used.parameters.iter().map(|(group, n)| (*group, *n));
        let behind = words::behind(parameters, &used.laws, &used.findings, language);
        terminal.say_wrapped(&behind, 6)?;
    }
    terminal.say("")?;
    terminal.heading(words::NOT_WORKS.get(language))?;
    for (name, why) in NOT_WORKS {
        terminal.say_wrapped(&format!("{name}: {}", why.get(language)), 2)?;
    }
    let assumed = Parameters::listed().filter(|known| known.row.grade == Grade::Assumed).count();
    let own = |known: &LawParameter| scenario.parameters.value(known).to_bits() != known.row.default.to_bits();
    let own = Parameters::listed().filter(own).count();
    terminal.say("")?;
    terminal.say_wrapped(&sentence(&words::how_far(assumed, own, language)), 0)?;
    terminal.say(words::BIBTEX.get(language))
}
