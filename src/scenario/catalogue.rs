//! # Every key of a scenario file
//!
//! One row a key. From the rows come the check, the defaults shown, the template of `new`, the JSON Schema, the order of
//! `resolved.toml`, and what `explain` and `list` say about keys. Switches and the laws' parameters have their rows
//! elsewhere; [`keys`] puts all together.

use super::kind::Kind;
use super::measure::MEASURES;
use super::{Audience, Mechanisms, RepairKind, names, posterior, resolved};
use crate::text::{Text, text};
use crate::theory::Parameters;
use crate::theory::practice::{ByPractice, PRACTICE_ROWS, Practice};
use crate::theory::repair::Level;

/// A key.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The table; empty for keys at the top of the file.
    pub table: &'static str,
    /// The key.
    pub key: &'static str,
    /// What a Dutch speaker might write instead; empty when there is no row of it.
    pub dutch: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// The unit, in words; `"-"` for none.
    pub unit: &'static str,
    /// What holds when it is not given.
    pub fallback: Fallback,
    /// The values of `what` for which it may be given; empty for all.
    pub only: &'static [&'static str],
    /// What it means.
    pub meaning: Text,
}

/// What holds when a key is not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fallback {
    /// It must be given.
    Required,
    /// Nothing: the key says something extra.
    Nothing,
    /// The value in the default scenario.
    Standard,
    /// This, as written in TOML.
    Is(&'static str),
    /// It depends on other keys: the kind of repair, who broke trust, the position in the file.
    Depends,
}

impl Key {
    /// `table.key`, as in `--set`; `event.ID.key` for events, repairs and arms.
    pub fn path(&self) -> String {
        match self.table {
            "" => self.key.to_owned(),
            table @ ("event" | "repair" | "hypothesis" | "arms") => format!("{table}.ID.{}", self.key),
            table => format!("{table}.{}", self.key),
        }
    }

    /// The default as written in TOML, if there is one that does not depend on other keys.
    pub fn default(&self) -> Option<String> {
        match self.fallback {
            Fallback::Standard => resolved::standard(self.table, self.key),
            Fallback::Is(value) => Some(value.to_owned()),
            Fallback::Required | Fallback::Nothing | Fallback::Depends => None,
        }
    }

    /// Whether it may be given for `what`.
    pub fn fits(&self, what: Option<&str>) -> bool {
        self.only.is_empty() || what.is_none_or(|what| self.only.contains(&what))
    }
}

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
}

/// A table: name, Dutch name, shape, meaning. The tables of the laws' parameters follow in [`tables`].
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

const fn table(name: &'static str, dutch: &'static str, shape: Shape, en: &'static str, nl: &'static str) -> TableRow {
    TableRow { name, dutch, shape, meaning: text(en, nl) }
}

/// The tables, in the order of a file.
pub const TABLES: &[TableRow] = &[
    table("run", "uitvoering", Shape::Once, "How long, how often, what is recorded", "Hoe lang, hoe vaak, wat bewaard wordt"),
    table("organisation", "organisatie", Shape::Once, "Teams and ties", "Teams en banden"),
    table(
        "practices",
        "praktijken",
        Shape::Once,
        "Levels of the six institutional practices at the start",
        "Niveaus van de zes institutionele praktijken bij het begin",
    ),
    table(
        "initial_trust",
        "vertrouwen_start",
        Shape::Once,
        "Trust on day 0; left to the first impression when not given",
        "Vertrouwen op dag 0; zonder opgave bepaalt de eerste indruk het",
    ),
    table("people", "mensen", Shape::Once, "How people differ", "Hoe mensen verschillen"),
    table("event", "gebeurtenis", Shape::Many, "Something that happens", "Iets wat gebeurt"),
    table("repair", "herstel", Shape::Many, "Something done to win trust back", "Iets wat gedaan wordt om vertrouwen terug te winnen"),
    table("arms", "varianten", Shape::Named, "Arms of the scenario to compare", "Varianten van het scenario om te vergelijken"),
    table(
        posterior::TABLE,
        "posterior",
        Shape::Draws,
        "Values of fitted parameters that the findings leave open, for worlds",
        "Waarden van gefitte parameters die de bevindingen openlaten, voor werelden",
    ),
    table(
        "hypothesis",
        "hypothese",
        Shape::Many,
        "Something expected of two arms, to be supported or not",
        "Iets wat van twee varianten verwacht wordt, en steun vindt of niet",
    ),
    table("mechanisms", "mechanismen", Shape::Once, "Switches: what works and what does not", "Schakelaars: wat werkt en wat niet"),
];

/// All tables: those of [`TABLES`] and one for each law.
pub fn tables() -> impl Iterator<Item = TableRow> {
    let laws = Parameters::GROUPS.iter().map(|group| TableRow { name: group.key, dutch: "", shape: Shape::Once, meaning: group.about });
    TABLES.iter().copied().chain(laws)
}

/// The kinds of event.
pub const WHATS: &[(&str, Text)] = &[
    ("breach", text("trust is broken", "vertrouwen wordt gebroken")),
    ("practice", text("practices change", "praktijken veranderen")),
    ("exit", text("people leave", "mensen vertrekken")),
    ("conduct", text("someone behaves better or worse from now on", "iemand gedraagt zich voortaan beter of slechter")),
    (
        "imposed_loss",
        text("top management imposes a loss such as a pay cut", "het topmanagement legt een verlies op, zoals een loonsverlaging"),
    ),
    ("shock", text("something outside disturbs the work", "iets van buitenaf verstoort het werk")),
    ("survey", text("a survey is held", "er wordt een enquête gehouden")),
];

/// Presets of `[practices]`: the level of each practice that is not given.
pub const PRESETS: [(&str, f64); 3] = [("low", 0.2), ("middling", 0.5), ("high", 0.8)];

/// Words of the files that a Dutch speaker might write in Dutch: English, Dutch.
pub const DUTCH_WORDS: &[(&str, &str)] = &[
    ("colleague", "collega"),
    ("leader", "leidinggevende"),
    ("leader", "leider"),
    ("top", "topmanagement"),
    ("competence", "bekwaamheid"),
    ("reliability", "betrouwbaarheid"),
    ("integrity", "integriteit"),
    ("benevolence", "welwillendheid"),
    ("intentions", "bedoelingen"),
    ("honesty", "eerlijkheid"),
    ("victim", "slachtoffer"),
    ("department", "afdeling"),
    ("organisation", "organisatie"),
    ("daily", "dagelijks"),
    ("weekly", "wekelijks"),
    ("monthly", "maandelijks"),
    ("breach", "vertrouwensbreuk"),
    ("breach", "breuk"),
    ("practice", "praktijk"),
    ("exit", "vertrek"),
    ("shock", "schok"),
    ("survey", "bevraging"),
    ("apology", "verontschuldiging"),
    ("apology", "excuses"),
    ("promise", "belofte"),
    ("explanation", "uitleg"),
    ("acknowledgement", "erkenning"),
    ("denial", "ontkenning"),
    ("compensation", "compensatie"),
    ("reorganisation", "reorganisatie"),
    ("all", "alle"),
    ("mean", "gemiddelde"),
    ("true", "waar"),
    ("false", "onwaar"),
];

/// The practices that a `policy_reform` raises when the file does not say, and by how much (judgement).
pub fn reform() -> ByPractice<f64> {
    ByPractice::of(|practice| if matches!(practice, Practice::Fairness | Practice::Accountability) { 0.2 } else { 0.0 })
}

/// Repairs that answer a breach: before it there is nothing to answer.
pub const ANSWERS: &[RepairKind] = &[
    RepairKind::Acknowledgement,
    RepairKind::Apology,
    RepairKind::Explanation,
    RepairKind::Denial,
    RepairKind::Amends,
    RepairKind::OpenAcknowledgement,
    RepairKind::IndependentInvestigation,
    RepairKind::Compensation,
];

/// Outcomes of a whole life: who left, trust-days, the return.
pub const WHOLE_OUTCOMES: [&str; 3] = ["leavers", "trust_days", "return_days"];
/// Most lives of an arm, over all its worlds.
pub const MOST_LIVES: u64 = 1_000_000;
/// Worlds that come with the program (`ensemble::world`); more go through them again with other dice.
pub const SHIPPED_WORLDS: u32 = 300;
/// Most people in one organisation.
pub const MOST_PEOPLE: u64 = 50_000_000;
/// Most arms.
pub const MOST_ARMS: u64 = 1_000;
/// Most events and repairs in all arms together, for each arm is a scenario in full.
pub const MOST_TOGETHER: u64 = 200_000;
/// Most events, most repairs, most items in a list.
pub const MOST_ITEMS: u64 = 30_000;
/// Largest seed: beyond 2^53 spreadsheets and R no longer tell neighbours apart.
pub const LARGEST_SEED: u64 = 9_007_199_254_740_991;
/// Longest run, in working days.
pub const LONGEST: u64 = 26_000;

fn referents() -> Vec<&'static str> {
    names::REFERENTS.iter().map(|row| row.0).collect()
}
fn cadences() -> Vec<&'static str> {
    names::CADENCES.iter().map(|row| row.0).collect()
}

fn starts() -> Vec<&'static str> {
    names::STARTS.iter().map(|row| row.0).collect()
}
fn presets() -> Vec<&'static str> {
    PRESETS.iter().map(|preset| preset.0).collect()
}
fn whats() -> Vec<&'static str> {
    WHATS.iter().map(|what| what.0).collect()
}
fn breaches() -> Vec<&'static str> {
    names::BREACHES.iter().map(|row| row.0).collect()
}
fn audiences() -> Vec<&'static str> {
    names::AUDIENCES.iter().map(|row| row.0).collect()
}
fn shocks() -> Vec<&'static str> {
    names::SHOCKS.iter().map(|row| row.0).collect()
}
fn directions() -> Vec<&'static str> {
    names::DIRECTIONS.iter().map(|row| row.0).collect()
}
/// What a hypothesis may be about: every measure, and what comes of a life as a whole.
pub fn outcomes() -> Vec<&'static str> {
    MEASURES.iter().map(|row| row.key).chain(WHOLE_OUTCOMES).collect()
}
fn repairs() -> Vec<&'static str> {
    RepairKind::ALL.iter().map(|kind| kind.key()).collect()
}

/// Declares rows, one line each: table, key, Dutch, kind, unit, fallback, only for, meaning.
macro_rules! keys {
    ($($table:literal $key:literal $dutch:literal $kind:expr, $unit:literal, $fallback:expr, $only:expr, $en:literal, $nl:literal;)*) => {
        /// The rows written here; see [`keys`] for all.
        pub const KEYS: &[Key] = &[$(Key {
            table: $table, key: $key, dutch: $dutch, kind: $kind, unit: $unit, fallback: $fallback, only: $only,
            meaning: text($en, $nl),
        },)*];
    };
}

use Fallback::{Depends, Is, Nothing, Required, Standard};
const EVERY: &[&str] = &[];
const WITH_TEAMS: &[&str] = &["breach", "exit", "conduct", "imposed_loss", "shock"];

keys! {
    "" "title" "titel" Kind::Text, "-", Standard, EVERY, "A headline.", "Een kop.";
    "" "question" "vraag" Kind::Text, "-", Standard, EVERY, "The question that the scenario answers.", "De vraag die het scenario beantwoordt.";
    "" "title_nl" "titel_nl" Kind::Text, "-", Nothing, EVERY, "The headline in Dutch, for Dutch screens, pages and figures; the title if not given.", "De kop in het Nederlands, voor Nederlandse schermen, pagina's en figuren; zonder opgave de titel.";
    "" "question_nl" "vraag_nl" Kind::Text, "-", Nothing, EVERY, "The question in Dutch, for Dutch screens and pages; the question if not given.", "De vraag in het Nederlands, voor Nederlandse schermen en pagina's; zonder opgave de vraag.";
    "" "based_on" "gebaseerd_op" Kind::Text, "-", Nothing, EVERY, "Another scenario file that this one patches, relative to this file.", "Een ander scenariobestand waar dit van afwijkt, gerekend vanaf dit bestand.";

    "run" "length" "lengte" Kind::Duration(1, LONGEST), "working days", Standard, EVERY, "How long the simulation lasts.", "Hoe lang de simulatie duurt.";
    "run" "replicates" "herhalingen" Kind::Whole(1, 1_000_000), "replicates per arm", Standard, EVERY, "How often each arm is run, each time with other luck.", "Hoe vaak elke variant doorgerekend wordt, telkens met ander toeval.";
    "run" "worlds" "werelden" Kind::Whole(1, 1_000_000), "worlds", Standard, EVERY, "In how many worlds each arm is run: a world moves every parameter as far as its evidence leaves open and meets the published levels; with one, all stand as given.", "In hoeveel werelden elke variant doorgerekend wordt: een wereld verschuift elke parameter zover als het bewijs openlaat en haalt de gepubliceerde niveaus; met één staan ze alle zoals gegeven.";
    "run" "seed" "startgetal" Kind::Whole(0, LARGEST_SEED), "-", Standard, EVERY, "The number from which all chance follows.", "Het getal waaruit al het toeval volgt.";
    "run" "record" "opnemen" Kind::Choice(cadences), "-", Standard, EVERY, "How often the series are recorded.", "Hoe vaak de reeksen worden opgetekend.";
    "run" "record_teams" "opnemen_teams" Kind::Switch, "-", Standard, EVERY, "Whether the series hold a row for each team too.", "Of de reeksen ook een rij per team bevatten.";
    "run" "ledger" "grootboek" Kind::Switch, "-", Standard, EVERY, "Whether every change of each team's trust is booked to its cause, into the table `ledger`; a replicate then takes about eight times as long.", "Of elke verandering van het vertrouwen in elk team op haar oorzaak geboekt wordt, in de tabel `ledger`; een herhaling duurt dan ongeveer acht keer zo lang.";
    "run" "surveys" "bevragingen" Kind::Days(0, LONGEST), "days", Standard, EVERY, "The days on which everyone answers a questionnaire.", "De dagen waarop iedereen een vragenlijst invult.";
    "run" "survey_categories" "bevraging_categorieen" Kind::Switch, "-", Standard, EVERY, "Whether people answer each question with a whole number from 1 to 5, a scale being the mean of `survey.items` questions; otherwise a scale takes any value from 1 to 5.", "Of mensen elke vraag met een heel getal van 1 tot 5 beantwoorden, waarbij een schaal het gemiddelde van `survey.items` vragen is; anders neemt een schaal elke waarde van 1 tot 5 aan.";
    "run" "sociometric" "sociometrisch" Kind::Switch, "-", Standard, EVERY, "Whether everyone is also asked on survey days how far each teammate is trusted, into the table `sociometric`.", "Of iedereen op bevragingsdagen ook gevraagd wordt hoezeer elk teamlid vertrouwd wordt, in de tabel `sociometric`.";
    "run" "twin" "tweeling" Kind::Switch, "-", Standard, EVERY, "Whether the same organisation without breaches is run beside each arm.", "Of naast elke variant dezelfde organisatie zonder vertrouwensbreuken doorgerekend wordt.";

    "organisation" "teams" "teams" Kind::Whole(1, 5_000_000), "teams", Standard, EVERY, "How many teams there are.", "Hoeveel teams er zijn.";
    "organisation" "team_size" "teamgrootte" Kind::WholeSpan(2, 50), "people", Standard, EVERY, "How many people a team has, the leader counted.", "Hoeveel mensen een team telt, de leidinggevende meegerekend.";
    "organisation" "task_interdependence" "taakafhankelijkheid" Kind::NumberSpan(0.0, 1.0), "-", Standard, EVERY, "How much a team's work needs cooperation.", "Hoezeer het werk van een team samenwerking vraagt.";
    "organisation" "ties_across" "banden_buiten" Kind::Whole(0, 8), "ties per person", Standard, EVERY, "Ties of each person to people in other teams.", "Banden van elke persoon met mensen in andere teams.";
    "organisation" "ties_within" "banden_binnen" Kind::Number(0.0, 1.0), "share", Standard, EVERY, "Share of the possible ties inside a team that exist.", "Deel van de mogelijke banden binnen een team dat bestaat.";
    "organisation" "teams_per_department" "teams_per_afdeling" Kind::Whole(0, 5_000_000), "teams", Standard, EVERY, "Teams in a department; 0 means one department for all.", "Teams per afdeling; 0 betekent een afdeling voor allen.";

    "organisation" "start" "start" Kind::Choice(starts), "-", Standard, EVERY, "How people stand to one another on day 0: settled, as after the years that they have been there, so that nothing trends where nothing happens; or strangers, who know nothing of one another.", "Hoe mensen op dag 0 tegenover elkaar staan: settled, zoals na de jaren dat ze er zijn, zodat niets verschuift waar niets gebeurt; of strangers, die niets van elkaar weten.";
    "organisation" "years_before" "jaren_vooraf" Kind::Whole(0, 20), "years", Standard, EVERY, "Years that a settled organisation is lived before day 0, once for all arms and the twin; each takes as long as a year of a replicate.", "Jaren die een organisatie met start settled doorloopt voor dag 0, één keer voor alle varianten en de tweeling; elk duurt even lang als een jaar van een herhaling.";

    "practices" "preset" "voorinstelling" Kind::Choice(presets), "-", Nothing, EVERY, "Level of all practices not named: low 0.2, middling 0.5, high 0.8.", "Niveau van alle praktijken die niet genoemd zijn: low 0,2, middling 0,5, high 0,8.";

    "initial_trust" "colleague" "collega" Kind::Number(0.01, 0.99), "trust", Nothing, EVERY, "Mean trust in colleagues on day 0.", "Gemiddeld vertrouwen in collega's op dag 0.";
    "initial_trust" "leader" "leidinggevende" Kind::Number(0.01, 0.99), "trust", Nothing, EVERY, "Mean trust in the leader on day 0.", "Gemiddeld vertrouwen in de leidinggevende op dag 0.";
    "initial_trust" "top" "topmanagement" Kind::Number(0.01, 0.99), "trust", Nothing, EVERY, "Mean trust in top management on day 0.", "Gemiddeld vertrouwen in het topmanagement op dag 0.";

    "people" "propensity" "neiging" Kind::Spread(5.0), "standard deviations", Standard, EVERY, "Readiness to trust strangers, against the working population.", "Bereidheid om onbekenden te vertrouwen, tegenover de werkende bevolking.";
    "people" "conduct" "gedrag" Kind::FacetSpreads(5.0), "logits", Standard, EVERY, "How well members really behave, by facet.", "Hoe goed teamleden zich werkelijk gedragen, per facet.";
    "people" "leader_conduct" "gedrag_leidinggevende" Kind::FacetSpreads(5.0), "logits", Standard, EVERY, "How well leaders really behave, by facet.", "Hoe goed leidinggevenden zich werkelijk gedragen, per facet.";
    "people" "top_conduct" "gedrag_top" Kind::FacetNumbers(-5.0, 5.0), "logits", Standard, EVERY, "How well top management really behaves, by facet.", "Hoe goed het topmanagement zich werkelijk gedraagt, per facet.";
    "people" "ability" "vaardigheid" Kind::Spread(5.0), "standard deviations", Standard, EVERY, "How able people are at their work.", "Hoe vaardig mensen zijn in hun werk.";

    "event" "id" "naam" Kind::Name, "-", Depends, EVERY, "Its name, for repairs, arms and --set; from its position (event-1) if not given.", "De naam, voor herstel, varianten en --set; zonder opgave naar de plaats (event-1).";
    "event" "what" "wat" Kind::Choice(whats), "-", Required, EVERY, "What happens.", "Wat er gebeurt.";
    "event" "day" "dag" Kind::Day(1, LONGEST), "day", Nothing, EVERY, "The day on which it happens.", "De dag waarop het gebeurt.";
    "event" "days" "dagen" Kind::Days(1, LONGEST), "days", Nothing, EVERY, "The days on which it happens.", "De dagen waarop het gebeurt.";
    "event" "per_year" "per_jaar" Kind::Number(0.0, 260.0), "times a year", Nothing, &["breach", "exit", "imposed_loss", "shock"], "How often a year it happens by chance, for each person or team it may come from.", "Hoe vaak per jaar het bij toeval gebeurt, per persoon of team van wie het kan komen.";
    "event" "by" "door" Kind::Choice(referents), "-", Required, &["breach", "conduct"], "Who does it.", "Wie het doet.";
    "event" "teams" "teams" Kind::Teams, "-", Is("\"all\""), WITH_TEAMS, "Which teams it concerns, counted from 0.", "Welke teams het aangaat, geteld vanaf 0.";
    "event" "seat" "plaats" Kind::Whole(1, 49), "seat", Nothing, &["breach"], "Which member breaks trust (seat 0 is the leader); a random one if not given.", "Welk teamlid het vertrouwen breekt (plaats 0 is de leidinggevende); zonder opgave een willekeurig lid.";
    "event" "kind" "soort" Kind::Choice(breaches), "-", Required, &["breach"], "What kind of breach: could not, did not keep to it, did not care, was not honest.", "Wat voor vertrouwensbreuk: kon het niet, hield zich er niet aan, gaf er niet om, was niet eerlijk.";
    "event" "kind" "soort" Kind::Choice(shocks), "-", Required, &["shock"], "What kind of shock.", "Wat voor schok.";
    "event" "severity" "ernst" Kind::Number(0.0, 1.0), "share", Required, &["breach"], "How bad it is, from nothing to the worst.", "Hoe erg het is, van niets tot het ergste.";
    "event" "intentional" "opzettelijk" Kind::Switch, "-", Is("false"), &["breach"], "Whether it is done on purpose.", "Of het met opzet gebeurt.";
    "event" "deception" "bedrog" Kind::Switch, "-", Is("false"), &["breach"], "Whether a lie comes out with it.", "Of er een leugen mee uitkomt.";
    "event" "audience" "publiek" Kind::Choice(audiences), "-", Depends, &["breach"], "Who learns of it at once; team if not given, for top management the organisation.", "Wie het meteen verneemt; zonder opgave het team, bij het topmanagement de organisatie.";
    "event" "set" "zet" Kind::PracticeNumbers(0.0, 1.0), "level", Required, &["practice"], "The practices that change, and their new levels.", "De praktijken die veranderen, en hun nieuwe niveaus.";
    "event" "count" "aantal" Kind::Whole(0, 50), "people per team", Is("1"), &["exit"], "How many members of each team leave, drawn at random.", "Hoeveel leden van elk team vertrekken, willekeurig gekozen.";
    "event" "seats" "plaatsen" Kind::Seats, "seats", Nothing, &["exit"], "Which seats leave, counted from 0; seat 0 is the leader.", "Welke plaatsen vertrekken, geteld vanaf 0; plaats 0 is de leidinggevende.";
    "event" "change" "verandering" Kind::FacetNumbers(-5.0, 5.0), "logits", Required, &["conduct"], "How much better (or worse) the conduct becomes, on all facets or by facet.", "Hoeveel beter (of slechter) het gedrag wordt, op alle facetten of per facet.";
    "event" "size" "grootte" Kind::Number(0.0, 1.0), "share", Required, &["imposed_loss", "shock"], "How large the loss or the shock is; for a lay-off the share of the people present who must go (leaders stay).", "Hoe groot het verlies of de schok is; bij een ontslagronde het deel van de aanwezige mensen dat moet gaan (leidinggevenden blijven).";
    "event" "explained" "uitgelegd" Kind::Switch, "-", Is("false"), &["imposed_loss"], "Whether the loss is explained.", "Of het verlies wordt uitgelegd.";

    "repair" "id" "naam" Kind::Name, "-", Depends, EVERY, "Its name, for arms and --set; from its position (repair-1) if not given.", "De naam, voor varianten en --set; zonder opgave naar de plaats (repair-1).";
    "repair" "what" "wat" Kind::Choice(repairs), "-", Required, EVERY, "What is done.", "Wat er gedaan wordt.";
    "repair" "after" "na" Kind::EventName, "-", Nothing, EVERY, "The breach or imposed loss that it follows.", "De vertrouwensbreuk of het opgelegde verlies waarop het volgt.";
    "repair" "day" "dag" Kind::Day(1, LONGEST), "day", Nothing, EVERY, "The day on which it starts.", "De dag waarop het begint.";
    "repair" "days" "dagen" Kind::Days(1, LONGEST), "days", Nothing, EVERY, "The days on which it starts.", "De dagen waarop het begint.";
    "repair" "when" "wanneer" Kind::Trigger, "-", Nothing, EVERY, "What sets it off: surveyed trust below a line, or a breach of some severity.", "Wat het in gang zet: gemeten vertrouwen onder een grens, of een vertrouwensbreuk van zekere ernst.";
    "repair" "delay" "uitstel" Kind::Delay(LONGEST), "working days", Is("0"), EVERY, "How long after that it starts.", "Hoe lang daarna het begint.";
    "repair" "duration" "duur" Kind::Duration(1, LONGEST), "working days", Depends, EVERY, "How long it runs; a day for words, months for deeds.", "Hoe lang het loopt; een dag voor woorden, maanden voor daden.";
    "repair" "sincerity" "oprechtheid" Kind::Number(0.0, 1.0), "share", Is("0.8"), EVERY, "How sincere the words or how faithful the deeds are.", "Hoe oprecht de woorden of hoe trouw de daden zijn.";
    "repair" "strength" "sterkte" Kind::Number(0.0, 1.0), "share", Is("1.0"), EVERY, "How much of it is done; 0 changes nothing.", "Hoeveel ervan gedaan wordt; 0 verandert niets.";
    "repair" "reach" "bereik" Kind::Choice(audiences), "-", Depends, EVERY, "Who is reached; if not given those whom its kind usually reaches, and all who saw the breach that it follows.", "Wie bereikt wordt; zonder opgave wie zijn soort gewoonlijk bereikt, en allen die de vertrouwensbreuk zagen waarop het volgt.";
    "repair" "teams" "teams" Kind::Teams, "-", Is("\"all\""), EVERY, "Which teams it concerns when it follows no breach.", "Welke teams het aangaat als het niet op een vertrouwensbreuk volgt.";
    "repair" "by" "door" Kind::Choice(referents), "-", Is("\"leader\""), EVERY, "Whose trust it wins back when it follows no breach.", "Wiens vertrouwen het terugwint als het niet op een vertrouwensbreuk volgt.";
    "repair" "proves_false" "blijkt_onwaar" Kind::Switch, "-", Is("false"), &["denial"], "Whether the denial later proves false.", "Of de ontkenning later onwaar blijkt.";
    "repair" "raises" "verhoogt" Kind::PracticeNumbers(0.0, 1.0), "level", Is("{ fair_and_transparent_decisions = 0.2, accountability_for_trustworthy_behaviour = 0.2 }"), &["policy_reform"], "The practices that the reform raises, and by how much.", "De praktijken die de hervorming verhoogt, en met hoeveel.";
    "repair" "cost" "kosten" Kind::Number(0.0, 1e9), "person-days", Depends, EVERY, "What it costs: for each person who does it, sits in it (facilitated_dialogue) or is replaced as a leader; what the organisation does, for every cost.priced_for people whom it reaches. What runs for a time is paid by the day. If not given, the default of its kind.", "Wat het kost: per persoon die het doet, eraan deelneemt (facilitated_dialogue) of als leidinggevende vervangen wordt; wat de organisatie doet, per cost.priced_for mensen die het bereikt. Wat een tijd loopt, wordt per dag betaald. Zonder opgave de standaard van zijn soort.";

    "hypothesis" "id" "naam" Kind::Name, "-", Depends, EVERY, "Its name; from its position (hypothesis-1) if not given.", "De naam; zonder opgave naar de plaats (hypothesis-1).";
    "hypothesis" "statement" "stelling" Kind::Text, "-", Nothing, EVERY, "What is expected, in words.", "Wat verwacht wordt, in woorden.";
    "hypothesis" "contrast" "contrast" Kind::ArmPair, "-", Required, EVERY, "Two arms: the first is compared with the second.", "Twee varianten: de eerste wordt met de tweede vergeleken.";
    "hypothesis" "outcome" "uitkomst" Kind::Choice(outcomes), "-", Required, EVERY, "What is compared: a measure on a day, or leavers, trust_days or return_days of the whole run.", "Wat vergeleken wordt: een maat op een dag, of leavers, trust_days of return_days van de hele uitvoering.";
    "hypothesis" "referent" "referent" Kind::Choice(referents), "-", Is("\"leader\""), EVERY, "Whose trust, where the measure is told apart by referent.", "Vertrouwen in wie, als de maat per referent bestaat.";
    "hypothesis" "direction" "richting" Kind::Choice(directions), "-", Required, EVERY, "Whether the first arm is expected to have more or less.", "Of van de eerste variant meer of minder verwacht wordt.";
    "hypothesis" "smallest_effect" "kleinste_effect" Kind::Number(0.0, 1e9), "of the measure", Is("0.0"), EVERY, "The smallest difference that matters; anything below is called none.", "Het kleinste verschil dat telt; alles daaronder heet geen verschil.";
    "hypothesis" "day" "dag" Kind::Day(0, LONGEST), "day", Depends, EVERY, "The day of the measure; the last if not given. Not for leavers, trust_days and return_days, which are about the whole run.", "De dag van de maat; zonder opgave de laatste. Niet bij leavers, trust_days en return_days, die over de hele uitvoering gaan.";

    "arms" "repairs" "herstel" Kind::RepairNames, "-", Depends, EVERY, "The repairs that the arm takes; all if not given.", "De herstelacties die de variant neemt; zonder opgave alle.";
    "arms" "set" "zet" Kind::Changes, "-", Nothing, EVERY, "What the arm changes, by the same keys as --set.", "Wat de variant verandert, met dezelfde sleutels als --set.";
}

/// What a Dutch speaker might call the practices, in their order.
const DUTCH_PRACTICES: [&str; 6] = [
    "eerlijke_en_transparante_beslissingen",
    "gedeelde_visie_en_taal",
    "verantwoordelijkheid_voor_betrouwbaar_gedrag",
    "helderheid_over_doelen_en_richting",
    "autonomie",
    "investeringen_in_welzijn",
];

/// All keys: those of [`KEYS`], the practices, the switches, and the laws' parameters.
pub fn keys() -> impl Iterator<Item = Key> {
    let standard = |table, key, kind, unit, meaning| Key { table, key, dutch: "", kind, unit, fallback: Standard, only: EVERY, meaning };
    let switches = Mechanisms::ROWS.iter().map(move |(key, _, meaning)| standard("mechanisms", key, Kind::Switch, "-", *meaning));
    let practices = PRACTICE_ROWS
        .iter()
        .zip(DUTCH_PRACTICES)
        .map(move |(row, dutch)| Key { dutch, ..standard("practices", row.key, Kind::Number(0.0, 1.0), "level", row.meaning) });
    let parameters = Parameters::GROUPS.iter().flat_map(move |group| {
        group.rows.iter().map(move |row| standard(group.key, row.key, Kind::Number(row.low, row.high), row.unit, row.meaning))
    });
    KEYS.iter().copied().chain(practices).chain(switches).chain(parameters)
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

/// Who is reached by a kind of repair when the file does not say and it follows no breach.
pub fn usual_reach(kind: RepairKind) -> Audience {
    if kind.row().level == Level::Organisation { Audience::Organisation } else { Audience::Team }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_law_has_the_name_of_a_table_or_key_of_the_file() {
        for group in Parameters::GROUPS {
            assert!(TABLES.iter().all(|row| row.name != group.key), "{}", group.key);
            assert!(KEYS.iter().all(|row| !row.table.is_empty() || row.key != group.key), "{}", group.key);
        }
    }

    #[test]
    fn every_key_is_explained_in_both_languages() {
        for row in keys() {
            assert!(row.meaning.en.len() > 5 && row.meaning.nl.len() > 5, "{}", row.path());
        }
    }
}
