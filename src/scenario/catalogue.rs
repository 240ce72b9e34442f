//! # Every key of a scenario file
//!
//! The rows of all tables together: of the file's own tables, the practices, the switches and the laws' parameters. From them come the
//! check, the defaults shown, the template of `new`, the JSON Schema, and what `explain` and `list` say about keys.

use super::event::{EVENT_KEYS, OtherKeys};
use super::kind::Kind;
use super::row::{Fallback, Key};
use super::{
    ARM_KEYS, Breach, Hypothesis, INITIAL_TRUST_KEYS, MIDDLING, Mechanisms, PRACTICES_KEYS, People, Repair, Run, Scenario, Structure,
    posterior, sweep,
};
use crate::text::{Text, text};
use crate::theory::practice::PRACTICE_ROWS;
use crate::theory::{Parameter, Parameters};

/// How often a table occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `[table]`.
    Once,
    /// `[[table]]`.
    Many,
    /// `[table]` with one line for each name.
    Named,
    /// `[table]` with a list of values for each parameter.
    Draws,
    /// `[table]` with keys of its own, and values for any key of the file.
    Factors,
}

/// A table.
#[derive(Clone, Copy, Debug)]
pub struct TableRow {
    /// The name.
    pub name: &'static str,
    /// What a Dutch speaker might write.
    pub dutch: &'static str,
    /// How often it occurs.
    pub shape: Shape,
    /// What it is about.
    pub meaning: Text,
}

macro_rules! tables {
    ($($name:expr, $dutch:literal, $shape:ident, $en:literal, $nl:literal;)*) => {
        /// The tables, in the order of a file.
        pub const TABLES: &[TableRow] =
            &[$(TableRow { name: $name, dutch: $dutch, shape: Shape::$shape, meaning: text($en, $nl) },)*];
    };
}

tables! {
    "run", "uitvoering", Once, "How long, how often, what is recorded", "Hoe lang, hoe vaak, wat bewaard wordt";
    "organisation", "organisatie", Once, "Teams and ties", "Teams en banden";
    "practices", "praktijken", Once, "Levels of the six institutional practices at the start", "Niveaus van de zes institutionele praktijken bij het begin";
    "initial_trust", "vertrouwen_start", Once, "Trust on day 0; left to the first impression when not given", "Vertrouwen op dag 0; zonder opgave bepaalt de eerste indruk het";
    "people", "mensen", Once, "How people differ", "Hoe mensen verschillen";
    "event", "gebeurtenis", Many, "Something that happens", "Iets wat gebeurt";
    "repair", "herstel", Many, "Something done to win trust back", "Iets wat gedaan wordt om vertrouwen terug te winnen";
    "arms", "varianten", Named, "Arms of the scenario to compare", "Varianten van het scenario om te vergelijken";
    sweep::TABLE, "doorloop", Factors, "Points over the ranges of factors, which are any keys of the file, and the arms", "Punten over het bereik van factoren: om het even welke sleutels van het bestand, en de varianten";
    posterior::TABLE, "posterior", Draws, "Values of fitted parameters that the findings leave open, for worlds", "Waarden van gefitte parameters die de bevindingen openlaten, voor werelden";
    "hypothesis", "hypothese", Many, "Something expected of two arms, to be supported or not", "Iets wat van twee varianten verwacht wordt, en steun vindt of niet";
    "mechanisms", "mechanismen", Once, "Switches: what works and what does not", "Schakelaars: wat werkt en wat niet";
}

/// All tables: those of [`TABLES`] and one for each law.
pub fn tables() -> impl Iterator<Item = TableRow> {
    let laws = Parameters::GROUPS.iter().map(|group| TableRow { name: group.key, dutch: "", shape: Shape::Once, meaning: group.about });
    TABLES.iter().copied().chain(laws)
}

#[rustfmt::skip]
/// Words of the files that a Dutch speaker might write in Dutch: English, Dutch.
pub const DUTCH_WORDS: &[(&str, &str)] = &[
    ("colleague", "collega"), ("leader", "leidinggevende"), ("leader", "leider"), ("top", "topmanagement"), ("competence", "bekwaamheid"),
    ("reliability", "betrouwbaarheid"), ("integrity", "integriteit"), ("benevolence", "welwillendheid"), ("intentions", "bedoelingen"),
    ("honesty", "eerlijkheid"), ("victim", "slachtoffer"), ("department", "afdeling"), ("organisation", "organisatie"),
    ("daily", "dagelijks"), ("weekly", "wekelijks"), ("monthly", "maandelijks"), ("breach", "vertrouwensbreuk"), ("breach", "breuk"),
    ("practice", "praktijk"), ("exit", "vertrek"), ("shock", "schok"), ("survey", "bevraging"), ("apology", "verontschuldiging"),
    ("apology", "excuses"), ("promise", "belofte"), ("explanation", "uitleg"), ("acknowledgement", "erkenning"), ("denial", "ontkenning"),
    ("compensation", "compensatie"), ("reorganisation", "reorganisatie"), ("all", "alle"), ("mean", "gemiddelde"), ("true", "waar"),
    ("false", "onwaar"),
];

/// What a Dutch speaker might call the practices, in their order.
const DUTCH_PRACTICES: [&str; 6] = [
    "eerlijke_en_transparante_beslissingen",
    "gedeelde_visie_en_taal",
    "verantwoordelijkheid_voor_betrouwbaar_gedrag",
    "helderheid_over_doelen_en_richting",
    "autonomie",
    "investeringen_in_welzijn",
];

/// The name of the table, if it occurs as `[[name]]`, each with an `id`.
pub fn many(name: &str) -> Option<&'static str> {
    TABLES.iter().find(|table| table.shape == Shape::Many && table.name == name).map(|table| table.name)
}

/// The keys of the file's own tables.
pub fn own_keys() -> impl Iterator<Item = Key> {
    let tables = [
        Scenario::KEYS,
        Run::KEYS,
        Structure::KEYS,
        PRACTICES_KEYS,
        INITIAL_TRUST_KEYS,
        People::KEYS,
        EVENT_KEYS,
        Breach::KEYS,
        OtherKeys::KEYS,
        Repair::KEYS,
        Hypothesis::KEYS,
        ARM_KEYS,
        sweep::KEYS,
    ];
    tables.into_iter().flatten().copied()
}

/// All keys: those of the file's own tables, the practices, the switches, and the laws' parameters.
pub fn keys() -> impl Iterator<Item = Key> {
    let key = |table, key, kind, unit, fallback, meaning| Key { table, key, dutch: "", kind, unit, fallback, only: &[], meaning };
    let switches =
        Mechanisms::ROWS.iter().map(move |(name, on, meaning)| key("mechanisms", name, Kind::Switch, "-", Fallback::Switch(*on), *meaning));
    let practices = PRACTICE_ROWS.iter().zip(DUTCH_PRACTICES).map(move |(row, dutch)| {
        let level = Fallback::Number(MIDDLING);
        Key { dutch, ..key("practices", row.key, Kind::Number(0.0, 1.0), "level", level, row.meaning) }
    });
    let parameters = Parameters::GROUPS.iter().flat_map(move |group| {
        let of = move |row: &Parameter| {
            key(group.key, row.key, Kind::Number(row.low, row.high), row.unit, Fallback::Number(row.default), row.meaning)
        };
        group.rows.iter().map(of)
    });
    own_keys().chain(practices).chain(switches).chain(parameters)
}

/// The row of `key` in `table`, for `what` if the table has kinds. A key that does not fit `what` is still found.
pub fn find(table: &str, key: &str, what: Option<&str>) -> Option<Key> {
    let mut found = None;
    for row in keys().filter(|row| row.table == table && row.key == key) {
        if row.fits(what) {
            return Some(row);
        }
        found = found.or(Some(row));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_law_has_the_name_of_a_table_or_key_of_the_file() {
        for group in Parameters::GROUPS {
            assert!(TABLES.iter().all(|row| row.name != group.key), "{}", group.key);
            assert!(own_keys().all(|row| !row.table.is_empty() || row.key != group.key), "{}", group.key);
        }
    }

    #[test]
    fn every_key_is_explained_in_both_languages() {
        for row in keys() {
            assert!(row.meaning.en.len() > 5 && row.meaning.nl.len() > 5, "{}", row.path());
        }
    }
}
