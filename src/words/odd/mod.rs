//! # What the ODD protocol says
//!
//! The sentences between the tables: heads and labels here, the prose of the elements in [`element`], the eleven design
//! concepts in [`concept`]. Numbers come from the registries and are handed in.

pub mod concept;
pub mod element;

use super::screen::either;
use crate::text::{Language, Text, text};
use crate::theory::Grade;
use crate::theory::repair::{Level, Nature};
use crate::validation::target::Status;

/// The elements of ODD 2020: exact names, exact order.
pub const ELEMENTS: [Text; 7] = [
    text("Purpose and patterns", "Doel en patronen"),
    text("Entities, state variables, and scales", "Entiteiten, toestandsvariabelen en schalen"),
    text("Process overview and scheduling", "Procesoverzicht en planning"),
    text("Design concepts", "Ontwerpconcepten"),
    text("Initialization", "Initialisatie"),
    text("Input data", "Invoergegevens"),
    text("Submodels", "Deelmodellen"),
];

/// The title.
pub const TITLE: Text = text("onfoot: ODD protocol", "onfoot: ODD-protocol");
/// Before the reason of an element.
pub const RATIONALE: Text = text("Rationale.", "Verantwoording.");
/// Above the works, after the elements.
pub const REFERENCES: Text = text("References", "Bronnen");
/// Before the names of the individual outcomes.
pub const OUTCOMES: Text = text("The individual outcomes:", "De individuele uitkomsten:");
/// Of a scenario without a title.
pub const UNTITLED: Text = text("untitled", "zonder titel");
/// A heading in element 1.
pub const PURPOSE: Text = text("Purpose", "Doel");
/// A heading in element 1.
pub const PATTERNS: Text = text("Patterns", "Patronen");
/// A heading in element 2.
pub const ENTITIES: Text = text("Entities", "Entiteiten");
/// A heading in element 2.
pub const SCALES: Text = text("Scales", "Schalen");
/// A heading in element 3.
pub const DAY: Text = text("The order of the day", "De volgorde van de dag");
/// A heading in element 3.
pub const SWITCHES: Text = text("Mechanisms and their switches", "Mechanismen en hun schakelaars");
/// A heading in element 6.
pub const EVENTS: Text = text("Events", "Gebeurtenissen");
/// A heading in element 6.
pub const REPAIRS: Text = text("Repairs", "Herstel");
/// A heading in element 6.
pub const ARMS: Text = text("Arms", "Varianten");
/// Above the rare draws.
pub const PURPOSES: Text = text("Rare draws, each with a generator of its own:", "Zeldzame trekkingen, elk met een eigen generator:");
/// Above the everyday draws.
pub const PAGES: Text = text(
    "Everyday draws, one for each relation or person and day, a hash of the team's key and a slot on a page:",
    "Alledaagse trekkingen, één per relatie of persoon en dag, een hash van de sleutel van het team en een plaats op een bladzijde:",
);
/// Above the measures.
pub const MEASURES: Text = text("What is recorded:", "Wat wordt opgetekend:");
/// Above the behaviours.
pub const BEHAVIOURS: Text = text("The ten behaviours:", "De tien gedragingen:");
/// Above the practices.
pub const PRACTICES: Text = text("The six practices:", "De zes praktijken:");
/// Above the kinds of breach.
pub const BREACHES: Text = text("The kinds of breach:", "De soorten vertrouwensbreuk:");
/// Above the repairs.
pub const REPAIR_KINDS: Text = text(
    "The kinds of repair; the cost is the default price, for each person who does it, sits in it (a dialogue) or is replaced as a leader, and for what the organisation does for every `priced_for` people whom it reaches:",
    "De vormen van herstel; als kosten geldt de standaardprijs, per persoon die het doet, eraan deelneemt (een gesprek) of als leidinggevende vervangen wordt, en voor wat de organisatie doet per `priced_for` mensen die het bereikt:",
);
/// Above the parameters of a law.
pub const PARAMETERS: Text = text("Parameters:", "Parameters:");
/// In the cell of a key that was not given.
pub const NONE: Text = text("none", "geen");
/// A finding that was met at the last release.
pub const MET: Text = text("met", "gehaald");
/// A finding that was missed at the last release.
pub const MISSED: Text = text("missed", "gemist");
/// A finding of which the tables do not tell.
pub const NOT_TESTABLE: Text = text("not testable", "niet toetsbaar");
/// A switch that is on.
pub const ON: Text = text("on", "aan");
/// A switch that is off.
pub const OFF: Text = text("off", "uit");
/// Heads of the tables' columns.
pub mod head {
    use crate::text::{Text, text};

    /// A column.
    pub const ID: Text = text("id", "id");
    /// A column.
    pub const STRENGTH: Text = text("strength", "sterkte");
    /// A column.
    pub const FINDING: Text = text("finding", "bevinding");
    /// A column.
    pub const PUBLISHED: Text = text("published", "gepubliceerd");
    /// A column.
    pub const SOURCE: Text = text("source", "bron");
    /// A column.
    pub const SEEN: Text = text("number seen in", "cijfer gezien in");
    /// A column.
    pub const ASKED: Text = text("asked of the model", "gevraagd van het model");
    /// A column.
    pub const COMPUTED: Text = text("how computed, or why not", "hoe berekend, of waarom niet");
    /// A column.
    pub const RELEASE: Text = text("last release", "vorige uitgave");
    /// A column.
    pub const VARIABLE: Text = text("variable", "variabele");
    /// A column.
    pub const RANGE: Text = text("range", "bereik");
    /// A column.
    pub const UNIT: Text = text("unit", "eenheid");
    /// A column.
    pub const MEANING: Text = text("meaning", "betekenis");
    /// A column.
    pub const PLACE: Text = text("no.", "nr.");
    /// A column.
    pub const STEP: Text = text("step", "stap");
    /// A column.
    pub const OFTEN: Text = text("how often", "hoe vaak");
    /// A column.
    pub const HAPPENS: Text = text("what happens", "wat er gebeurt");
    /// A column.
    pub const SWITCH: Text = text("switch", "schakelaar");
    /// A column.
    pub const HERE: Text = text("here", "hier");
    /// A column.
    pub const DEFAULT: Text = text("default", "standaard");
    /// A column.
    pub const DRAW: Text = text("draw", "trekking");
    /// A column.
    pub const MEASURE: Text = text("measure", "maat");
    /// A column.
    pub const NAME: Text = text("name", "naam");
    /// A column.
    pub const KEY: Text = text("key", "sleutel");
    /// A column.
    pub const VALUE: Text = text("value", "waarde");
    /// A column.
    pub const ARM: Text = text("arm", "arm");
    /// A column.
    pub const TAKES_REPAIRS: Text = text("repairs", "herstel");
    /// A column.
    pub const CHANGES: Text = text("changes", "wijzigingen");
    /// A column.
    pub const BEHAVIOUR: Text = text("behaviour", "gedraging");
    /// A column.
    pub const TELLS: Text = text("tells of", "zegt iets over");
    /// A column.
    pub const BADLY: Text = text("done badly", "slecht gedaan");
    /// A column.
    pub const RELATIVE: Text = text("relative strength", "relatieve sterkte");
    /// A column.
    pub const SHOWN_BY: Text = text("share of contacts", "deel van de contacten");
    /// A column.
    pub const PRACTICE: Text = text("practice", "praktijk");
    /// A column.
    pub const FALLS_ON: Text = text("signals fall on", "signalen komen terecht bij");
    /// A column.
    pub const AT_WORK: Text = text("at work", "aan het werk");
    /// A column.
    pub const BREACH: Text = text("breach", "vertrouwensbreuk");
    /// A column.
    pub const TAKES: Text = text("takes from", "neemt van");
    /// A column.
    pub const ALARM: Text = text("alarm", "alarm");
    /// A column.
    pub const REPAIR: Text = text("repair", "herstel");
    /// A column.
    pub const LEVEL: Text = text("level", "niveau");
    /// A column.
    pub const NATURE: Text = text("made of", "bestaat uit");
    /// A column.
    pub const DAYS: Text = text("working days", "werkdagen");
    /// A column.
    pub const COST: Text = text("person-days", "persoonsdagen");
    /// A column.
    pub const PARAMETER: Text = text("parameter", "parameter");
    /// A column.
    pub const GRADE: Text = text("grade", "zekerheid");
}

/// The heading of an element.
pub fn element_head(at: usize, language: Language) -> String {
    format!("{}. {}", at + 1, ELEMENTS[at].get(language))
}

/// How sure a default is, in a word.
pub const fn grade(grade: Grade) -> Text {
    match grade {
        Grade::Measured => text("measured", "gemeten"),
        Grade::Related => text("related", "verwant"),
        Grade::Assumed => text("assumed", "aangenomen"),
    }
}

/// Where the number of a finding was seen.
pub const fn seen(status: Status) -> Text {
    match status {
        Status::Verified => text("the source", "de bron"),
        Status::Secondary => text("a text that cites it", "een tekst die ze aanhaalt"),
        Status::Derived => text("worked out from it", "eruit afgeleid"),
        Status::Memory => text("memory: decides nothing", "geheugen: beslist niets"),
    }
}

/// How often a step is taken, from its word in the order of the day.
pub fn often(word: &'static str, language: Language) -> &'static str {
    match word {
        "daily" => text("every day", "elke dag"),
        "weekly" => text("on the last day of a week", "op de laatste dag van een week"),
        "when due" => text("when due", "wanneer het aan de beurt is"),
        _ => return word,
    }
    .get(language)
}

/// The level of a repair.
pub const fn level(level: Level) -> Text {
    match level {
        Level::Individual => text("individual", "individu"),
        Level::Team => text("team", "team"),
        Level::Leader => text("leader", "leidinggevende"),
        Level::Organisation => text("organisation", "organisatie"),
    }
}

/// What a repair is made of.
pub const fn nature(nature: Nature) -> Text {
    match nature {
        Nature::Words => text("words", "woorden"),
        Nature::Deeds => text("deeds", "daden"),
        Nature::Structure => text("structure", "structuur"),
    }
}

/// From, to.
pub fn range(low: &str, high: &str, language: Language) -> String {
    either(language, format!("{low} to {high}"), format!("{low} tot {high}"))
}

/// What this text is and how it came about.
pub fn preamble(version: &str, language: Language) -> String {
    either(
        language,
        format!(
            "This description follows the ODD protocol (Overview, Design concepts, Details) for agent-based models in its second update: Grimm et al. (2020), *Journal of Artificial Societies and Social Simulation* 23(2) 7. onfoot {version} wrote it from the tables that the program itself runs on (parameters, state variables, the order of the day, laws, switches, draws of chance, published findings), so that text and code cannot drift apart."
        ),
        format!(
            "Deze beschrijving volgt het ODD-protocol (Overview, Design concepts, Details) voor agentgebaseerde modellen in de tweede herziening: Grimm et al. (2020), *Journal of Artificial Societies and Social Simulation* 23(2) 7. onfoot {version} schreef ze uit de tabellen waarop het programma zelf draait (parameters, toestandsvariabelen, de volgorde van de dag, wetten, schakelaars, trekkingen van het toeval, gepubliceerde bevindingen), zodat tekst en code niet uit elkaar kunnen lopen. De zeven onderdelen heten in het Engels Purpose and patterns; Entities, state variables, and scales; Process overview and scheduling; Design concepts; Initialization; Input data; Submodels."
        ),
    )
}

/// Which scenario is described.
pub fn scenario(title: &str, file: &str, language: Language) -> String {
    either(
        language,
        format!("Scenario described: **{title}** ({file}). Values that differ from the default stand in bold."),
        format!("Beschreven scenario: **{title}** ({file}). Waarden die van de standaard afwijken, staan vet."),
    )
}

/// No scenario was given.
pub const DEFAULT_SCENARIO: Text = text(
    "Scenario described: the default one, a middling organisation in which nothing out of the ordinary happens. `onfoot odd FILE` describes a scenario of your own.",
    "Beschreven scenario: het standaardscenario, een doorsnee organisatie waarin niets buitengewoons gebeurt. `onfoot odd FILE` beschrijft een eigen scenario.",
);

/// How values of files are written.
pub const AS_IN_FILES: Text =
    text("Values are written as in scenario files (TOML).", "Waarden staan er zoals in scenariobestanden (TOML, met decimale punt).");

/// Where it was written.
pub fn written(file: &str, language: Language) -> String {
    either(language, format!("Written: {file}"), format!("Geschreven: {file}"))
}
