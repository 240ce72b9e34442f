//! # What is asked
//!
//! A [`Scenario`] is a valid value: whoever holds one need not check it again. It is made by [`read`] from TOML text, or
//! by [`Scenario::default`] and plain assignment in tests.

mod arms;
mod build;
pub mod catalogue;
mod check;
pub mod cross;
pub mod disk;
pub mod fault;
pub mod kind;
mod lasting;
pub mod names;
pub mod measure;
pub mod near;
mod parse;
mod patch;
mod posterior;
pub mod read;
pub mod resolved;
pub mod schema;
pub mod shipped;
pub mod source;
mod syntax;
mod take;
pub mod template;
pub mod time;
mod tree;
mod undone;

use serde::{Deserialize, Serialize};

use crate::text::Language;
use crate::theory::Parameters;
use crate::theory::team::TeamLaw;
use crate::theory::turnover::TurnoverLaw;

pub use posterior::Posterior;

pub use crate::theory::breach::{Audience, BreachKind};
pub use crate::theory::practice::{ByPractice, PRACTICES, Practice};
pub use crate::theory::referent::{ByReferent, Referent};
pub use crate::theory::repair::RepairKind;

/// Working days in a week.
pub const WEEK: u32 = 5;
/// Working days in a year.
pub const YEAR: u32 = 260;
/// Working days in a month: a twelfth of a year.
pub const MONTH: f64 = YEAR as f64 / 12.0;

/// Whether a number of months is up on this day, as "13 months" in a file counts them.
pub fn is_month(day: u32) -> bool {
    let months = (f64::from(day) / MONTH).round();
    (months * MONTH).round() as u32 == day
}

/// The day a month later: of a day on which a month is up, the day on which the next one is.
pub fn a_month_after(day: u32) -> u32 {
    let months = if is_month(day) { (f64::from(day) / MONTH).round() } else { f64::from(day) / MONTH };
    ((months + 1.0) * MONTH).round() as u32
}

/// One organisation, what happens to it, and how often it is lived.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    /// A headline.
    pub title: String,
    /// The question that the scenario answers.
    pub question: String,
    /// The headline in Dutch.
    pub title_nl: Option<String>,
    /// The question in Dutch.
    pub question_nl: Option<String>,
    /// Length, replicates, seed, recording.
    pub run: Run,
    /// Teams and ties.
    pub organisation: Structure,
    /// Levels of the six institutional practices at the start, 0 to 1.
    pub practices: ByPractice<f64>,
    /// Trust on day 0 by referent; `None` leaves the first impression to the law.
    pub initial_trust: ByReferent<Option<f64>>,
    /// How people differ.
    pub people: People,
    /// Everything that happens on a day or by hazard, repairs apart.
    pub events: Vec<Event>,
    /// Repairs.
    pub repairs: Vec<Repair>,
    /// Parameters that a fit has pinned down, and what it leaves open: worlds draw them from here.
    pub posterior: Vec<Posterior>,
    /// What is expected of the arms.
    pub hypotheses: Vec<Hypothesis>,
    /// The variants; empty means one arm, `"main"`, with all repairs.
    pub arms: Vec<Arm>,
    /// The switches.
    pub mechanisms: Mechanisms,
    /// The laws' parameters.
    pub parameters: Parameters,
    /// For an arm: under what the organisation has lived before day 0, where the arm changes that.
    pub past: Option<Box<Past>>,
}

/// `[run]`.
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own in the table")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// Working days lived, 1 to 26,000.
    pub length: u32,
    /// Lives per arm and world, 1 to 1,000,000.
    pub replicates: u32,
    /// Draws of the parameters, 1 to 1,000,000; with one they are as given.
    pub worlds: u32,
    /// The seed.
    pub seed: u64,
    /// How often series are recorded.
    pub record: Cadence,
    /// Whether team rows are recorded in the series too.
    pub record_teams: bool,
    /// Whether each team's trust ledger is recorded.
    pub ledger: bool,
    /// Survey days, ascending, each within the length.
    pub surveys: Vec<u32>,
    /// Whether questions are answered in whole numbers from 1 to 5, several to a scale.
    pub survey_categories: bool,
    /// Whether everyone is asked about each teammate too.
    pub sociometric: bool,
    /// Whether the same organisation without breaches (and so without repairs) is lived beside each arm.
    pub twin: bool,
}

/// Something expected of two arms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hypothesis {
    /// Its name.
    pub id: String,
    /// What is expected, in words; may be empty.
    pub statement: String,
    /// The arm that is compared, and the one it is compared with.
    pub contrast: [String; 2],
    /// A measure, or one of [`catalogue::WHOLE_OUTCOMES`].
    pub outcome: String,
    /// Whose trust, where the measure is told apart by referent.
    pub referent: Referent,
    /// Which way the difference is expected to go.
    pub direction: Direction,
    /// The smallest difference that matters, 0 or more.
    pub smallest_effect: f64,
    /// The day of the measure; `None` for the last.
    pub day: Option<u32>,
}

/// Which way a difference is expected to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// The first arm has more.
    Greater,
    /// The first arm has less.
    Less,
}

/// How often series are recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cadence {
    /// Every working day.
    Daily,
    /// Every 5 working days.
    Weekly,
    /// Every twelfth of a year: 21 or 22 working days.
    Monthly,
}

/// `[organisation]`: teams, ties, and what lies before day 0.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Structure {
    /// Number of teams, 1 to 5,000,000.
    pub teams: u32,
    /// Team sizes, the leader counted, drawn evenly between the two, 2 to 50.
    pub team_size: Span<u32>,
    /// How much a team's work needs cooperation, 0 to 1, drawn evenly between the two for each team.
    pub task_interdependence: Span<f64>,
    /// Ties per person to people in other teams, 0 to 8.
    pub ties_across: u32,
    /// Share of the possible ties inside a team that exist, 0 to 1.
    pub ties_within: f64,
    /// Teams per department (for audiences); 0 means one department.
    pub teams_per_department: u32,
    /// How people stand to one another on day 0.
    pub start: Start,
    /// Years that a settled organisation is lived before day 0.
    pub years_before: u32,
}

/// How people stand to one another on day 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Start {
    /// As they would after the years that they have been there: where nothing happens, nothing changes.
    Settled,
    /// They know nothing of one another yet.
    Strangers,
}

/// Under what an organisation has lived before day 0, where that is not what it lives under from then on: for an arm, what the
/// scenario itself says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Past {
    /// Levels of the practices, 0 to 1.
    pub practices: ByPractice<f64>,
    /// The switches.
    pub mechanisms: Mechanisms,
    /// The laws' parameters.
    pub parameters: Parameters,
}

/// Lowest and highest value; equal when there is one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span<T> {
    /// Lowest.
    pub min: T,
    /// Highest.
    pub max: T,
}

/// A normal distribution: mean and standard deviation.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// Mean.
    pub mean: f64,
    /// Standard deviation, at least 0.
    pub sd: f64,
}

/// `[people]`: how people differ. Conduct is a shift, in logits, of how well someone behaves on the facets of an act.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct People {
    /// Propensity to trust, in standard deviations of the working population.
    pub propensity: Spread,
    /// Conduct of members, competence, reliability, intentions, honesty.
    pub conduct: [Spread; 4],
    /// Conduct of leaders.
    pub leader_conduct: [Spread; 4],
    /// Conduct of top management; one principal, so the mean is used as it is.
    pub top_conduct: [f64; 4],
    /// Ability, in standard deviations.
    pub ability: Spread,
}

/// `[[event]]`: something that happens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Name, unique among events; made from its position (`event-1`) if not given.
    pub id: String,
    /// When.
    pub when: When,
    /// What.
    pub what: Happening,
}

/// When something happens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum When {
    /// On these working days, ascending.
    Days(Vec<u32>),
    /// By chance, this often a year for each offender that the event addresses.
    PerYear(f64),
    /// A repair: this many days after each breach of the event with this index in `events`.
    After {
        /// Index in `events`.
        event: usize,
        /// Working days.
        delay: u32,
    },
    /// A repair: when surveyed trust in the referent falls below the line, checked on survey days and each month.
    TrustBelow {
        /// Whose trust.
        referent: Referent,
        /// The share of people who trust, 0 to 1.
        share: f64,
        /// Working days between the signal and the repair.
        delay: u32,
    },
    /// A repair: after any breach by this kind of offender of at least this severity.
    AfterBreach {
        /// Who broke trust; any offender if `None`.
        by: Option<Referent>,
        /// Least severity.
        severity: f64,
        /// Working days.
        delay: u32,
    },
}

/// What an event does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Happening {
    /// Trust is broken.
    Breach(Breach),
    /// Practices change.
    Practice {
        /// New levels, 0 to 1; `None`: unchanged.
        set: ByPractice<Option<f64>>,
    },
    /// People leave for reasons outside the model.
    Exit {
        /// Which teams.
        teams: Teams,
        /// How many per team, drawn among members; ignored when seats are named.
        count: u32,
        /// Named seats, counted from 0 within the team; seat 0 is the leader.
        seats: Vec<u32>,
    },
    /// Real conduct steps up or down, in logits, for leaders of these teams or for top management.
    Conduct {
        /// Leader or top (or colleague: all members of the teams).
        by: Referent,
        /// Which teams (leaders and members only).
        teams: Teams,
        /// Change per facet, logits, -5 to 5.
        change: [f64; 4],
    },
    /// Top management imposes a loss such as a pay cut.
    ImposedLoss {
        /// 0 to 1.
        size: f64,
        /// Whether it is explained.
        explained: bool,
        /// Which teams.
        teams: Teams,
    },
    /// Something outside disturbs the work.
    Shock {
        /// Kind.
        kind: ShockKind,
        /// Share of output lost at first, 0 to 1; for a lay-off the share of people who must go.
        size: f64,
        /// Which teams.
        teams: Teams,
    },
    /// A survey is held.
    Survey,
}

impl Happening {
    /// The breach, if it is one and breaks anything: a severity of 0 is how a scenario asks what repairs bring by themselves.
    pub fn breaks(&self) -> Option<&Breach> {
        match self {
            Happening::Breach(breach) if breach.severity > 0.0 => Some(breach),
            _ => None,
        }
    }
}

/// A breach of trust.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Breach {
    /// Who breaks trust.
    pub by: Referent,
    /// Which teams are struck (their leader, or one of their members).
    pub teams: Teams,
    /// The offender's seat within the team, for colleagues; a random member if `None`.
    pub seat: Option<u32>,
    /// Kind.
    pub kind: BreachKind,
    /// 0 to 1.
    pub severity: f64,
    /// Done on purpose.
    pub intentional: bool,
    /// A lie comes out.
    pub deception: bool,
    /// Who sees it.
    pub audience: Audience,
}

/// Kinds of shock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShockKind {
    /// Teams must find their way of working anew.
    Reorganisation,
    /// People must go.
    LayOff,
    /// Work falls away.
    LostClient,
}

/// Which teams something concerns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Teams {
    /// All.
    All,
    /// This many, drawn at random.
    Random(u32),
    /// These, counted from 0.
    These(Vec<u32>),
}

/// `[[repair]]`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Repair {
    /// Name, unique among repairs.
    pub id: String,
    /// When it starts.
    pub when: When,
    /// What is done.
    pub what: RepairKind,
    /// Working days that it runs; the law's own default when the file says nothing.
    pub duration: u32,
    /// Sincerity of words, fidelity of deeds, 0 to 1.
    pub sincerity: f64,
    /// Strength, 0 to 1: how much of it is done (0 must change nothing).
    pub strength: f64,
    /// Who is reached.
    pub reach: Audience,
    /// Which teams, when it does not follow a breach.
    pub teams: Teams,
    /// The offender, when it does not follow a breach.
    pub by: Referent,
    /// For `denial`: whether it later proves false.
    pub proves_false: bool,
    /// For `policy_reform`: by how much each practice rises.
    pub raises: ByPractice<f64>,
    /// Person-days.
    pub cost: f64,
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
        if self.mechanisms.practices_work { *practices } else { ByPractice::all(0.5) }
    }

    /// The number under which a repair stands in the record of what happened: counted on after the events.
    pub fn number_of_repair(&self, repair: usize) -> u32 {
        (self.events.len() + repair) as u32
    }
}

/// `[arms]`: a variant of the scenario. It names the repairs it takes and may change any key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Arm {
    /// Name.
    pub name: String,
    /// The variant in full: the same organisation, with this arm's repairs and changes, and no arms of its own.
    pub scenario: Box<Scenario>,
}

macro_rules! mechanisms {
    ($($key:ident = $default:literal, $en:literal, $nl:literal;)*) => {
        /// `[mechanisms]`: the switches.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

impl Default for Scenario {
    /// A middling organisation in which nothing out of the ordinary happens.
    fn default() -> Self {
        let people = Spread { mean: 0.0, sd: 0.8 };
        Self {
            title: String::new(),
            question: String::new(),
            title_nl: None,
            question_nl: None,
            run: Run {
                length: 2 * YEAR,
                replicates: 20,
                worlds: 1,
                seed: 1,
                record: Cadence::Weekly,
                record_teams: true,
                ledger: false,
                surveys: Vec::new(),
                survey_categories: false,
                sociometric: false,
                twin: true,
            },
            organisation: Structure {
                teams: 12,
                team_size: Span { min: 6, max: 10 },
                task_interdependence: Span { min: 0.5, max: 0.5 },
                ties_across: 2,
                ties_within: 1.0,
                teams_per_department: 0,
                start: Start::Settled,
                years_before: 3,
            },
            past: None,
            practices: ByPractice::all(0.5),
            initial_trust: ByReferent::default(),
            people: People {
                propensity: Spread { mean: 0.0, sd: 1.0 },
                conduct: [people; 4],
                leader_conduct: [people; 4],
                top_conduct: [0.0; 4],
                ability: Spread { mean: 0.0, sd: 1.0 },
            },
            events: Vec::new(),
            repairs: Vec::new(),
            posterior: Vec::new(),
            hypotheses: Vec::new(),
            arms: Vec::new(),
            mechanisms: Mechanisms::default(),
            parameters: Parameters::default(),
        }
    }
}
