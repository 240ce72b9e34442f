//! # What `cite` says

use super::{either, whole};
use crate::text::{Language, Text, text};
use crate::words::number::count;

/// Above the software.
pub const THE_SOFTWARE: Text = text("The software", "De software");
/// In the entry of the software.
pub const SOFTWARE: Text = text("Computer software", "computersoftware");
/// In the entry of a dissertation.
pub const THESIS: Text = text("Doctoral dissertation", "doctoraat");
/// In place of a year.
pub const NO_DATE: Text = text("n.d.", "z.j.");
/// Of a work that was not read itself.
pub const SECONDARY: Text = text("seen only in a text that cites it", "enkel gezien in een tekst die het aanhaalt");
/// Of a work that was not looked up.
pub const MEMORY: Text = text("written down from memory", "uit het geheugen opgeschreven");
/// Above what sources name besides works.
pub const NOT_WORKS: Text = text("Named as a source, and no publication", "Als bron genoemd, en geen publicatie");
/// How to get the same for a reference manager.
pub const BIBTEX: Text =
    text("For a reference manager: onfoot cite --format bibtex", "Voor een referentieprogramma: onfoot cite --format bibtex");

/// In the entry of the software.
pub fn version(version: &str, language: Language) -> String {
    either(language, format!("Version {version}"), format!("versie {version}"))
}

/// Above the works.
pub fn works(n: usize, language: Language) -> String {
    let n = whole(n as u64, language);
    either(
        language,
        format!("The {n} works behind its parameters, laws and findings"),
        format!("De {n} werken achter de parameters, wetten en bevindingen"),
    )
}

/// How far the works were read, and what leans on none.
pub fn how_far(assumed: usize, own: usize, language: Language) -> String {
    let (said, own_said) = (whole(assumed as u64, language), whole(own as u64, language));
    let en_own = if own == 0 { String::new() } else { format!(" {own_said} have a value that the scenario itself gives.") };
    let nl_own = if own == 0 { String::new() } else { format!(" {own_said} hebben een waarde die het scenario zelf geeft.") };
    either(
        language,
        format!(
            "Of most works the abstract was read, of those marked so the tables too. A work can stand behind the direction of an effect only: the grade of each parameter says what it is. {said} parameters are assumptions, whether or not a work is named with them.{en_own}"
        ),
        format!(
            "Van de meeste werken werd de samenvatting gelezen, van wie zo gemerkt is ook de tabellen. Een werk kan ook enkel achter de richting van een effect staan: hoe zeker een parameter is, staat erbij. {said} parameters zijn aannames, of er nu een werk bij genoemd wordt of niet.{nl_own}"
        ),
    )
}

/// What leans on a work: parameters by group, laws, findings.
pub fn behind<'a>(parameters: impl IntoIterator<Item = (&'a str, usize)>, laws: &[&str], findings: &[&str], language: Language) -> String {
    let groups: Vec<(&str, usize)> = parameters.into_iter().collect();
    let all: usize = groups.iter().map(|(_, n)| n).sum();
    let mut parts = Vec::new();
    if all > 0 {
        let named: Vec<String> = groups.iter().map(|(group, n)| format!("{group} {n}")).collect();
        let said = count(all as u64, text("parameter", "parameter"), text("parameters", "parameters"), language);
        parts.push(format!("{said} ({})", named.join(", ")));
    }
    if !laws.is_empty() {
        let said = count(laws.len() as u64, text("law", "wet"), text("laws", "wetten"), language);
        parts.push(format!("{said} ({})", laws.join(", ")));
    }
    if !findings.is_empty() {
        let said = count(findings.len() as u64, text("finding", "bevinding"), text("findings", "bevindingen"), language);
        parts.push(format!("{said} ({})", findings.join(", ")));
    }
    either(language, format!("behind {}", parts.join("; ")), format!("achter {}", parts.join("; ")))
}
