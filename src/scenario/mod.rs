//! # What is asked
//!
//! A [`Scenario`] is a valid value: whoever holds one need not check it again. It is made by [`read`] from TOML text, or
//! by [`Scenario::default`] and plain assignment in tests.

mod arms;
mod build;
pub mod catalogue;
mod check;
mod contrast;
pub mod cross;
pub mod disk;
mod event;
pub mod fault;
pub mod kind;
mod lasting;
pub mod limit;
pub mod measure;
pub mod near;
mod parse;
mod patch;
mod posterior;
pub mod read;
mod repair;
pub mod resolved;
pub mod row;
pub mod schema;
pub mod shipped;
mod slot;
pub mod source;
pub mod sweep;
mod syntax;
pub mod template;
pub mod time;
mod tree;
mod undone;
mod word;

use crate::text::Language;
use crate::theory::Parameters;
use crate::theory::team::TeamLaw;
use crate::theory::turnover::TurnoverLaw;
use kind::Kind;
use limit::{LARGEST_SEED, LARGEST_TEAM, LONGEST, MOST_LIVES, MOST_TEAMS};
use measure::outcomes;
use row::Fallback::{Depends, Nothing, Required};
use row::keys;
use word::{choice, words};

pub use contrast::Contrast;
pub use event::{Breach, Event, Happening, ShockKind, WHATS, When};
pub use posterior::Posterior;
pub use repair::Repair;
pub use slot::{Span, Spread, Teams};
pub use sweep::Sweep;
pub use time::{MONTH, WEEK, YEAR, a_month_after, is_month};

pub use crate::theory::breach::{Audience, BreachKind};
pub use crate::theory::practice::{ByPractice, PRACTICES, Practice};
pub use crate::theory::referent::{ByReferent, Referent};
pub use crate::theory::repair::RepairKind;

keys! {
    /// One organisation, what happens to it, and how often it is lived. By default a middling organisation in which nothing out of the
    /// ordinary happens.
    Scenario in "" {
        title "titel": String = String::new(), Kind::Text, "-", "A headline.", "Een kop.";
        question "vraag": String = String::new(), Kind::Text, "-", "The question that the scenario answers.", "De vraag die het scenario beantwoordt.";
        title_nl "titel_nl": Option<String> => Nothing, Kind::Text, "-", "The headline in Dutch, for Dutch screens, pages and figures; the title if not given.", "De kop in het Nederlands, voor Nederlandse schermen, pagina's en figuren; zonder opgave de titel.";
        question_nl "vraag_nl": Option<String> => Nothing, Kind::Text, "-", "The question in Dutch, for Dutch screens and pages; the question if not given.", "De vraag in het Nederlands, voor Nederlandse schermen en pagina's; zonder opgave de vraag.";
        based_on "gebaseerd_op" => Nothing, Kind::Text, "-", "Another scenario file that this one patches, relative to this file.", "Een ander scenariobestand waar dit van afwijkt, gerekend vanaf dit bestand.";
    } and {
        /// Length, replicates, seed, recording.
        run: Run = Run::default();
        /// Teams and ties.
        organisation: Structure = Structure::default();
        /// Levels of the six institutional practices at the start, 0 to 1.
        practices: ByPractice<f64> = ByPractice::all(MIDDLING);
        /// Trust on day 0 by referent; `None` leaves the first impression to the law.
        initial_trust: ByReferent<Option<f64>> = ByReferent::default();
        /// How people differ.
        people: People = People::default();
        /// Everything that happens on a day or by hazard, repairs apart.
        events: Vec<Event> = Vec::new();
        /// Repairs.
        repairs: Vec<Repair> = Vec::new();
        /// Parameters that a fit has pinned down, and what it leaves open: worlds draw them from here.
        posterior: Vec<Posterior> = Vec::new();
        /// What is expected of the arms.
        hypotheses: Vec<Hypothesis> = Vec::new();
        /// The variants; empty means one arm, `"main"`, with all repairs.
        arms: Vec<Arm> = Vec::new();
        /// The points that are lived instead, where the file has a sweep.
        sweep: Option<Box<Sweep>> = None;
        /// The switches.
        mechanisms: Mechanisms = Mechanisms::default();
        /// The laws' parameters.
        parameters: Parameters = Parameters::default();
        /// For an arm: under what the organisation has lived before day 0, where the arm changes that.
        past: Option<Box<Past>> = None;
    }
}

keys! {
    /// `[run]`.
    #[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own in the table")]
    Run in "run" {
        length "lengte": u32 = 2 * YEAR, Kind::Duration(1, LONGEST), "working days", "How long the simulation lasts.", "Hoe lang de simulatie duurt.";
        replicates "herhalingen": u32 = 20, Kind::Whole(1, MOST_LIVES), "replicates per arm", "How often each arm is run, each time with other luck.", "Hoe vaak elke variant doorgerekend wordt, telkens met ander toeval.";
        worlds "werelden": u32 = 1, Kind::Whole(1, MOST_LIVES), "worlds", "In how many worlds each arm is run: a world moves every parameter as far as its evidence leaves open and meets the published levels; with one, all stand as given.", "In hoeveel werelden elke variant doorgerekend wordt: een wereld verschuift elke parameter zover als het bewijs openlaat en haalt de gepubliceerde niveaus; met één staan ze alle zoals gegeven.";
        seed "startgetal": u64 = 1, Kind::Whole(0, LARGEST_SEED), "-", "The number from which all chance follows.", "Het getal waaruit al het toeval volgt.";
        record "opnemen": Cadence = Cadence::Weekly, Kind::Choice(words::<Cadence>), "-", "How often the series are recorded.", "Hoe vaak de reeksen worden opgetekend.";
        record_teams "opnemen_teams": bool = true, Kind::Switch, "-", "Whether the series hold a row for each team too.", "Of de reeksen ook een rij per team bevatten.";
        ledger "grootboek": bool = false, Kind::Switch, "-", "Whether every change of each team's trust is booked to its cause, into the table `ledger`; a replicate then takes about eight times as long.", "Of elke verandering van het vertrouwen in elk team op haar oorzaak geboekt wordt, in de tabel `ledger`; een herhaling duurt dan ongeveer acht keer zo lang.";
        surveys "bevragingen": Vec<u32> = Vec::new(), Kind::Days(0, LONGEST), "days", "The days on which everyone answers a questionnaire.", "De dagen waarop iedereen een vragenlijst invult.";
        survey_categories "bevraging_categorieen": bool = false, Kind::Switch, "-", "Whether people answer each question with a whole number from 1 to 5, a scale being the mean of `survey.items` questions; otherwise a scale takes any value from 1 to 5.", "Of mensen elke vraag met een heel getal van 1 tot 5 beantwoorden, waarbij een schaal het gemiddelde van `survey.items` vragen is; anders neemt een schaal elke waarde van 1 tot 5 aan.";
        sociometric "sociometrisch": bool = false, Kind::Switch, "-", "Whether everyone is also asked on survey days how far each teammate is trusted, into the table `sociometric`.", "Of iedereen op bevragingsdagen ook gevraagd wordt hoezeer elk teamlid vertrouwd wordt, in de tabel `sociometric`.";
        twin "tweeling": bool = true, Kind::Switch, "-", "Whether the same organisation without breaches is run beside each arm.", "Of naast elke variant dezelfde organisatie zonder vertrouwensbreuken doorgerekend wordt.";
    }
}

choice! {
    /// How often series are recorded.
    Cadence {
        Daily "daily" "Every working day.";
        Weekly "weekly" "Every 5 working days.";
        Monthly "monthly" "Every twelfth of a year: 21 or 22 working days.";
        Ends "ends" "On the first and the last day only: for many replicates of which the end is asked.";
    }
}

keys! {
    /// `[organisation]`.
    Structure in "organisation" {
        teams "teams": u32 = 12, Kind::Whole(1, MOST_TEAMS), "teams", "How many teams there are.", "Hoeveel teams er zijn.";
        team_size "teamgrootte": Span<u32> = Span { min: 6, max: 10 }, Kind::WholeSpan(2, LARGEST_TEAM), "people", "How many people a team has, the leader counted.", "Hoeveel mensen een team telt, de leidinggevende meegerekend.";
        task_interdependence "taakafhankelijkheid": Span<f64> = Span { min: 0.5, max: 0.5 }, Kind::NumberSpan(0.0, 1.0), "-", "How much a team's work needs cooperation.", "Hoezeer het werk van een team samenwerking vraagt.";
        ties_across "banden_buiten": u32 = 2, Kind::Whole(0, 8), "ties per person", "Ties of each person to people in other teams.", "Banden van elke persoon met mensen in andere teams.";
        ties_within "banden_binnen": f64 = 1.0, Kind::Number(0.0, 1.0), "share", "Share of the possible ties inside a team that exist.", "Deel van de mogelijke banden binnen een team dat bestaat.";
        teams_per_department "teams_per_afdeling": u32 = 0, Kind::Whole(0, MOST_TEAMS), "teams", "Teams in a department; 0 means one department for all.", "Teams per afdeling; 0 betekent een afdeling voor allen.";
        start "start": Start = Start::Settled, Kind::Choice(words::<Start>), "-", "How people stand to one another on day 0: settled, as after the years that they have been there, so that nothing trends where nothing happens; or strangers, who know nothing of one another.", "Hoe mensen op dag 0 tegenover elkaar staan: settled, zoals na de jaren dat ze er zijn, zodat niets verschuift waar niets gebeurt; of strangers, die niets van elkaar weten.";
        years_before "jaren_vooraf": u32 = 3, Kind::Whole(0, 20), "years", "Years that a settled organisation is lived before day 0, once for all arms and the twin; each takes as long as a year of a replicate.", "Jaren die een organisatie met start settled doorloopt voor dag 0, één keer voor alle varianten en de tweeling; elk duurt even lang als een jaar van een herhaling.";
    }
}

choice! {
    /// How people stand to one another on day 0.
    Start {
        Settled "settled" "As they would after the years that they have been there: where nothing happens, nothing changes.";
        Strangers "strangers" "They know nothing of one another yet.";
    }
}

/// The level of a practice that changes nothing at work.
pub const MIDDLING: f64 = 0.5;

/// Presets of `[practices]`: the level of each practice that is not given.
const PRESETS: [(&str, f64); 3] = [("low", 0.2), ("middling", MIDDLING), ("high", 0.8)];

fn presets() -> Vec<&'static str> {
    PRESETS.iter().map(|preset| preset.0).collect()
}

keys! {
    /// What `[practices]` takes beside the practices themselves.
    const PRACTICES_KEYS in "practices" {
        preset "voorinstelling" => Nothing, Kind::Choice(presets), "-", "Level of all practices not named: low 0.2, middling 0.5, high 0.8.", "Niveau van alle praktijken die niet genoemd zijn: low 0,2, middling 0,5, high 0,8.";
    }
}

keys! {
    /// `[initial_trust]`.
    const INITIAL_TRUST_KEYS in "initial_trust" {
        colleague "collega" => Nothing, Kind::Number(0.01, 0.99), "trust", "Mean trust in colleagues on day 0.", "Gemiddeld vertrouwen in collega's op dag 0.";
        leader "leidinggevende" => Nothing, Kind::Number(0.01, 0.99), "trust", "Mean trust in the leader on day 0.", "Gemiddeld vertrouwen in de leidinggevende op dag 0.";
        top "topmanagement" => Nothing, Kind::Number(0.01, 0.99), "trust", "Mean trust in top management on day 0.", "Gemiddeld vertrouwen in het topmanagement op dag 0.";
    }
}

/// How far people differ in conduct, logits.
const CONDUCT: Spread = Spread { mean: 0.0, sd: 0.8 };

keys! {
    /// `[people]`: how people differ. Conduct is a shift, in logits, of how well someone behaves on the facets of an act: competence,
    /// reliability, intentions, honesty.
    People in "people" {
        propensity "neiging": Spread = Spread { mean: 0.0, sd: 1.0 }, Kind::Spread(5.0), "standard deviations", "Readiness to trust strangers, against the working population.", "Bereidheid om onbekenden te vertrouwen, tegenover de werkende bevolking.";
        conduct "gedrag": [Spread; 4] = [CONDUCT; 4], Kind::FacetSpreads(5.0), "logits", "How well members really behave, by facet.", "Hoe goed teamleden zich werkelijk gedragen, per facet.";
        leader_conduct "gedrag_leidinggevende": [Spread; 4] = [CONDUCT; 4], Kind::FacetSpreads(5.0), "logits", "How well leaders really behave, by facet.", "Hoe goed leidinggevenden zich werkelijk gedragen, per facet.";
        top_conduct "gedrag_top": [f64; 4] = [0.0; 4], Kind::FacetNumbers(-5.0, 5.0), "logits", "How well top management really behaves, by facet.", "Hoe goed het topmanagement zich werkelijk gedraagt, per facet.";
        ability "vaardigheid": Spread = Spread { mean: 0.0, sd: 1.0 }, Kind::Spread(5.0), "standard deviations", "How able people are at their work.", "Hoe vaardig mensen zijn in hun werk.";
    }
}

keys! {
    /// `[[hypothesis]]`: something expected of two arms.
    Hypothesis in "hypothesis" {
        id "naam": String => Depends, Kind::Name, "-", "Its name; from its position (hypothesis-1) if not given.", "De naam; zonder opgave naar de plaats (hypothesis-1).";
        statement "stelling": String => Nothing, Kind::Text, "-", "What is expected, in words.", "Wat verwacht wordt, in woorden.";
        contrast "contrast": Contrast => Required, Kind::Contrast, "-", "What is compared: the first of two arms with the second; two such pairs, of which the differences are compared; or, in a sweep, two levels of a factor, and of several factors their interaction.", "Wat vergeleken wordt: de eerste van twee varianten met de tweede; twee zulke paren, waarvan de verschillen vergeleken worden; of, in een sweep, twee niveaus van een factor, en van meerdere factoren hun interactie.";
        outcome "uitkomst": String => Required, Kind::Choice(outcomes), "-", "What is compared: a measure on a day, or leavers, trust_days, return_days or won_back (the share of the fall that is won back on the last day) of the whole run.", "Wat vergeleken wordt: een maat op een dag, of leavers, trust_days, return_days of won_back (het deel van de val dat op de laatste dag teruggewonnen is) van de hele uitvoering.";
        referent "referent": Referent = Referent::Leader, Kind::Choice(words::<Referent>), "-", "Whose trust, where the measure is told apart by referent.", "Vertrouwen in wie, als de maat per referent bestaat.";
        direction "richting": Direction => Required, Kind::Choice(words::<Direction>), "-", "Whether the first arm is expected to have more or less.", "Of van de eerste variant meer of minder verwacht wordt.";
        smallest_effect "kleinste_effect": f64 = 0.0, Kind::Number(0.0, 1e9), "of the measure", "The smallest difference that matters; anything below is called none.", "Het kleinste verschil dat telt; alles daaronder heet geen verschil.";
        day "dag": Option<u32> => Depends, Kind::Day(0, LONGEST), "day", "The day of the measure; the last if not given. Not for leavers, trust_days, return_days and won_back, which are about the whole run.", "De dag van de maat; zonder opgave de laatste. Niet bij leavers, trust_days, return_days en won_back, die over de hele uitvoering gaan.";
    }
}

choice! {
    /// Which way a difference is expected to go.
    Direction {
        Greater "greater" "The first arm has more.";
        Less "less" "The first arm has less.";
    }
}

keys! {
    /// What an arm of `[arms]` takes.
    const ARM_KEYS in "arms" {
        repairs "herstel" => Depends, Kind::RepairNames, "-", "The repairs that the arm takes; all if not given.", "De herstelacties die de variant neemt; zonder opgave alle.";
        set "zet" => Nothing, Kind::Changes, "-", "What the arm changes, by the same keys as --set.", "Wat de variant verandert, met dezelfde sleutels als --set.";
    }
}

/// Under what an organisation has lived before day 0, where that is not what it lives under from then on: for an arm, what the
/// scenario itself says.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// Levels of the practices.
    pub practices: ByPractice<f64>,
    /// The switches.
    pub mechanisms: Mechanisms,
    /// The laws' parameters.
    pub parameters: Parameters,
}

impl Scenario {
    /// The law of turnover with its switches worked in.
    pub fn turnover(&self) -> TurnoverLaw {
        let (law, on) = (self.parameters.turnover, &self.mechanisms);
        let either = |switch: bool, weight: f64| if switch { weight } else { 0.0 };
        TurnoverLaw {
            loyalty: either(on.loyalty, law.loyalty),
            performance_quit: either(on.performance_exits, law.performance_quit),
            performance_let_go: either(on.performance_exits, law.performance_let_go),
            ..law
        }
    }

    /// What is added to the performance of whoever comes, because those who perform worse do not stay.
    pub fn performance_entry(&self) -> f64 {
        if self.mechanisms.performance_exits { self.parameters.outcome.performance_entry } else { 0.0 }
    }

    /// The law of teams with its switches worked in.
    pub fn team_law(&self) -> TeamLaw {
        let (law, on) = (self.parameters.team, &self.mechanisms);
        let law = if on.climate { law } else { law.climate_unread() };
        if on.trade { law } else { TeamLaw { trade_team: 0.0, trade_organisation: 0.0, ..law } }
    }

    /// These levels of the practices as far as they work: where that is switched off, middling ones, which change nothing.
    pub fn working(&self, practices: &ByPractice<f64>) -> ByPractice<f64> {
        if self.mechanisms.practices_work { *practices } else { ByPractice::all(MIDDLING) }
    }

    /// The number under which a repair stands in the record of what happened: counted on after the events.
    pub fn number_of_repair(&self, repair: usize) -> u32 {
        (self.events.len() + repair) as u32
    }
}

/// `[arms]`: a variant of the scenario. It names the repairs it takes and may change any key.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// Name.
    pub name: String,
    /// The variant in full: the same organisation, with this arm's repairs and changes, and no arms of its own.
    pub scenario: Box<Scenario>,
}

macro_rules! mechanisms {
    ($($key:ident = $default:literal, $en:literal, $nl:literal;)*) => {
        /// `[mechanisms]`: the switches.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Mechanisms { $(#[doc = $en] pub $key: bool,)* }
        impl Default for Mechanisms { fn default() -> Self { Self { $($key: $default,)* } } }
        impl Mechanisms {
            /// Key, default, meaning.
            pub const ROWS: &'static [(&'static str, bool, crate::text::Text)] =
                &[$((stringify!($key), $default, crate::text::text($en, $nl)),)*];
            /// The switch called `key`.
            pub fn get(&self, key: &str) -> Option<bool> { match key { $(stringify!($key) => Some(self.$key),)* _ => None } }
            /// Sets the switch called `key`; `false` if there is none.
            pub fn set(&mut self, key: &str, on: bool) -> bool {
                match key { $(stringify!($key) => self.$key = on,)* _ => return false }
                true
            }
        }
    };
}

mechanisms! {
    behaviour = true, "Everyday behaviour moves beliefs.", "Alledaags gedrag verschuift overtuigingen.";
    withholding = true, "Little trust means little contact.", "Weinig vertrouwen betekent weinig contact.";
    character = true, "The four facets of a person's conduct go together.", "De vier facetten van iemands gedrag gaan samen.";
    fit = true, "Some pairs get on better than others.", "Sommige paren komen beter overeen dan andere.";
    omission = true, "Leaving out what was expected disappoints.", "Het stelt teleur als wat verwacht werd uitblijft.";
    own_outcomes = true, "Each behaviour does something of its own, apart from trust.", "Elke gedraging doet iets uit zichzelf, los van vertrouwen.";
    reciprocity = true, "People behave better towards those who trust them.", "Mensen gedragen zich beter tegenover wie hen vertrouwt.";
    asymmetry = true, "Bad acts weigh differently from good ones, by facet.", "Slechte gedragingen wegen anders dan goede, per facet.";
    familiarity = true, "First impressions move fast, old relations slowly.", "Eerste indrukken bewegen snel, oude relaties traag.";
    forgetting = true, "What nobody shows fades to what is believed of a stranger.", "Wat niemand toont, vervaagt tot wat van een vreemde geloofd wordt.";
    confirmation_bias = false, "An act against expectation weighs less.", "Gedrag dat ingaat tegen de verwachting weegt minder.";
    practices_seen = true, "People see signals of the practices.", "Mensen zien signalen van de praktijken.";
    practices_work = true, "Practices change behaviour, strain and exposure.", "Praktijken veranderen gedrag, spanning en blootstelling.";
    breaches = true, "Scheduled breaches happen.", "Geplande vertrouwensbreuken gebeuren.";
    incidents = true, "Everyday breaches come by hazard.", "Alledaagse vertrouwensbreuken komen bij toeval.";
    escalation = true, "Strain, and wrong that people feel, breed more incidents.", "Spanning en gevoeld onrecht lokken nieuwe incidenten uit.";
    scars = true, "Part of a breach settles into a scar.", "Een deel van een vertrouwensbreuk wordt een litteken.";
    repair = true, "Repairs heal.", "Herstelacties helen.";
    probation = true, "A promise opens a probation.", "Een belofte opent een proeftijd.";
    gossip = true, "People talk about one another.", "Mensen praten over elkaar.";
    team_mood = true, "A team shares and amplifies its wounds.", "Een team deelt en versterkt zijn wonden.";
    line_spillover = true, "Leaders tint top management and the reverse.", "Leidinggevenden kleuren het topmanagement en omgekeerd.";
    ties_across = true, "News travels between teams.", "Nieuws reist tussen teams.";
    retaliation = true, "Who feels deeply wronged turns to counterproductive acts.", "Wie zich zwaar onrecht aangedaan voelt, gaat tegenwerken.";
    withdrawal = true, "Who feels wronged engages, helps and shares less.", "Wie zich onrecht aangedaan voelt, is minder bevlogen, helpt en deelt minder.";
    quitting = true, "People quit.", "Mensen nemen ontslag.";
    contagion = true, "A leaver makes others think of leaving.", "Een vertrekker brengt anderen op gedachten.";
    involuntary_exits = true, "People leave for other reasons.", "Mensen vertrekken om andere redenen.";
    loyalty = true, "People stay for each other.", "Mensen blijven voor elkaar.";
    performance_exits = true, "Low performers leave, and are let go, more often.", "Wie zwak presteert, vertrekt vaker of wordt vaker ontslagen.";
    illness = true, "Strain makes people ill.", "Spanning maakt mensen ziek.";
    climate = true, "The climate of a team is read: vision, openness, agility and innovation do something.", "Het klimaat van een team werkt: visie, openheid, wendbaarheid en innovatie doen iets.";
    trade = true, "Teams and organisations differ lastingly in output for reasons other than trust.", "Teams en organisaties verschillen blijvend in output om andere redenen dan vertrouwen.";
    strain_of_vacancies = true, "An empty seat loads those who stay.", "Een lege stoel belast wie blijft.";
    ramp_up = true, "A newcomer starts at part output.", "Een nieuwkomer begint met een deel van de output.";
}

impl Scenario {
    /// The headline in `language`; in Dutch the title where no Dutch one is given.
    pub fn title(&self, language: Language) -> &str {
        self.title_nl.as_deref().filter(|_| language == Language::Dutch).unwrap_or(&self.title)
    }

    /// The question in `language`; in Dutch the question where no Dutch one is given.
    pub fn question(&self, language: Language) -> &str {
        self.question_nl.as_deref().filter(|_| language == Language::Dutch).unwrap_or(&self.question)
    }

    /// Lets an arm start from where the scenario `base` stands on day 0: what the arm changes holds from then on. An arm with
    /// other people, or other teams, has a past of its own.
    pub fn starts_as(&mut self, base: &Scenario) {
        // How answers and days are counted moves nobody.
        let lived = Parameters { survey: base.parameters.survey, cost: base.parameters.cost, ..self.parameters };
        #[allow(clippy::float_cmp, reason = "the same as it was read, not nearly so")]
        let alike = self.practices == base.practices && self.mechanisms == base.mechanisms && lived == base.parameters;
        if !alike && self.people == base.people && self.organisation == base.organisation && self.run.seed == base.run.seed {
            let (practices, mechanisms, parameters) = (base.practices, base.mechanisms, base.parameters);
            self.past = Some(Box::new(Past { practices, mechanisms, parameters }));
        }
    }

    /// What is lived before day 0: the same organisation, in which nothing is planned.
    #[must_use]
    pub fn before(&self) -> Scenario {
        let mut before = Scenario { past: None, ..self.clone() };
        (before.events, before.repairs, before.arms, before.hypotheses) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        before.sweep = None;
        before.initial_trust = ByReferent::default();
        if let Some(past) = self.past.as_deref() {
            (before.practices, before.mechanisms, before.parameters) = (past.practices, past.mechanisms, past.parameters);
        }
        before
    }

    /// The breaches that are planned within the length, with their days.
    pub fn planned_breaches(&self) -> impl Iterator<Item = (u32, &Breach)> {
        let planned = self.events.iter().filter_map(|event| match (&event.what, &event.when) {
            (Happening::Breach(breach), When::Days(days)) => Some(days.iter().map(move |day| (*day, breach))),
            _ => None,
        });
        planned.flatten().filter(|(day, _)| *day <= self.run.length)
    }

    /// The days of [`Self::planned_breaches`].
    pub fn breach_days(&self) -> Vec<u32> {
        self.planned_breaches().map(|(day, _)| day).collect()
    }
}
