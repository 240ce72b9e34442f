//! # What can be wrong with a scenario
//!
//! A [`Fault`] is data: what is wrong, where it stands, and the values that a sentence about it needs. The sentences are
//! in `words`, their layout in `cli`.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Referent;
use super::kind::{Kind, Sort};
use super::source::Place;

/// Something wrong (E...) or doubtful (W...) about a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// What is wrong.
    pub problem: Problem,
    /// Where; `None` when there is no text to point at.
    pub place: Option<Place>,
    /// A second place that matters, often in the same text.
    pub also: Option<Place>,
}

impl Fault {
    /// `problem` at `place`.
    pub fn at(place: &Place, problem: Problem) -> Self {
        Self { problem, place: Some(place.clone()), also: None }
    }

    /// `problem` about no particular place.
    pub fn nowhere(problem: Problem) -> Self {
        Self { problem, place: None, also: None }
    }

    /// The same fault, which also has to do with `place`, if there is one.
    #[must_use]
    pub fn and<'p>(mut self, place: impl Into<Option<&'p Place>>) -> Self {
        self.also = place.into().cloned();
        self
    }

    /// Its code.
    pub fn code(&self) -> Code {
        self.problem.code()
    }

    /// Whether it stops a run.
    pub fn is_error(&self) -> bool {
        self.code().is_error()
    }
}

/// Faults, each once: an arm has those of its scenario again.
#[derive(Debug, Default)]
pub struct Faults {
    list: Vec<Fault>,
    known: BTreeSet<(String, Spot, Spot)>,
}

/// A place without its text: which text, and the bytes in it.
type Spot = Option<(usize, usize, usize)>;

impl Faults {
    /// Adds a fault unless it is known.
    pub fn add(&mut self, fault: Fault) {
        let spot = |place: &Option<Place>| place.as_ref().map(|at| (Arc::as_ptr(&at.source).addr(), at.span.start, at.span.end));
        // Only ever asked whether it is there, so that where texts lie in memory shows nowhere.
        if self.known.insert((format!("{:?}", fault.problem), spot(&fault.place), spot(&fault.also))) {
            self.list.push(fault);
        }
    }

    /// Whether anything stops a run.
    pub fn stop(&self) -> bool {
        self.list.iter().any(Fault::is_error)
    }

    /// All of them.
    pub fn all(self) -> Vec<Fault> {
        self.list
    }
}

/// Declares the codes and the problems that bear them.
macro_rules! problems {
    ($($code:ident $name:ident $({ $($field:ident: $type:ty),* $(,)? })? $doc:literal;)*) => {
        /// The code of a fault; `onfoot explain CODE` tells more.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $doc] $code,)* }

        impl Code {
            /// All codes, in order.
            pub const ALL: &'static [Code] = &[$(Code::$code,)*];

            /// As printed.
            pub const fn key(self) -> &'static str { match self { $(Code::$code => stringify!($code),)* } }

            /// Whether a fault with this code stops a run.
            pub fn is_error(self) -> bool { self.key().starts_with('E') }
        }

        /// What is wrong, with all that a sentence about it needs.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "the fields are the blanks in the sentences of words::fault")]
        pub enum Problem { $(#[doc = $doc] $name $({ $($field: $type),* })?,)* }

        impl Problem {
            /// Its code.
            pub const fn code(&self) -> Code { match self { $(Problem::$name { .. } => Code::$code,)* } }
        }
    };
}

problems! {
    E001 NotFound { path: String, nearest: Option<String>, why: Unreadable } "A file cannot be read.";
    E002 Syntax { syntax: Syntax } "The text is not TOML.";
    E003 DecimalComma { key: Option<String>, right: String } "A decimal comma.";
    E004 NotUtf8 "The file is not UTF-8 text.";
    E005 Empty "The file says nothing.";
    E006 TooLarge { bytes: u64, limit: u64 } "The file is far too large.";
    E008 DuplicateKey { key: String } "A key is given twice.";
    E010 UnknownTable { name: String, nearest: Option<String>, home: Option<&'static str> } "An unknown table.";
    E011 UnknownKey { key: String, table: String, what: Option<String>, nearest: Option<String>, home: Option<&'static str> } "An unknown key.";
    E012 DutchWord { word: String, right: String, key: bool } "A key or word in Dutch.";
    E013 Missing { keys: Vec<&'static str>, table: String, any: bool, examples: Vec<String> } "A key is missing.";
    E014 NotForThis { key: String, table: &'static str, what: String, belongs: Vec<&'static str> } "A key does not belong here.";
    E015 Exclusive { key: String, other: String } "Two keys exclude one another.";
    E017 Shape { name: String, many: bool } "One pair of brackets too few or too many.";
    E020 WrongType { key: String, kind: Kind, found: Sort, fits: Option<String> } "A value of the wrong type.";
    E021 OutOfRange { key: String, low: f64, high: f64, unit: &'static str, found: String, too_low: bool, percent: Option<String>, level: Option<String>, law: Option<&'static str> } "A value out of its range.";
    E022 NotFinite { key: String } "A number that is no number.";
    E023 NotAmong { key: String, found: String, allowed: Vec<&'static str>, nearest: Option<String> } "A word that is not among the choices.";
    E024 NoTime { key: String, found: String, right: Option<String> } "A text that is no time.";
    E026 Disorder { low: f64, high: f64 } "The lowest value is above the highest.";
    E027 TooManyPeople { people: u64, limit: u64 } "More people than can be simulated.";
    E028 NoSuchTeam { found: u64, teams: u32, random: bool } "A team that does not exist.";
    E029 NoSuchSeat { found: u64, size: u32 } "A seat that does not exist.";
    E030 DuplicateId { id: String, table: &'static str } "Two have the same name.";
    E031 BadName { name: String, reserved: bool } "A name that cannot be used.";
    E032 TooMany { key: String, found: u64, limit: u64 } "Too many of something.";
    E034 RepairBeforeBreach { breach_day: Option<u32>, earlier: i64, delay: bool } "A repair starts before its breach.";
    E035 NotAnAssignment { argument: String } "A `--set` that sets nothing.";
    E036 NotSettable { path: String, arm: bool } "A key that cannot be set here.";
    E037 NotABreach { id: String, what: String } "A repair follows something that is no breach.";
    E041 Unknown { what: Named, name: String, arm: Option<String>, nearest: Option<String>, known: Vec<String> } "A name that is never defined.";
    E042 Cycle { chain: Vec<String> } "A file is based on itself.";
    E043 NoBase { base: String } "A text without a place on disk cannot be based on a file.";
    E044 LoneReplicate { worlds: u32 } "Worlds of one replicate each, in which luck and doubt cannot be told apart.";
    E045 TooManyLives { lives: u64, limit: u64 } "More replicates than can be kept.";
    E046 UnevenDraws { found: usize, expected: usize } "Draws that do not go together.";
    E047 NoFactors "A sweep without factors.";
    E048 FactorValues { key: String, why: FactorFault } "Values that a factor of a sweep cannot take.";
    E049 SameSides { name: String } "Something that is compared with itself.";
    E050 TooManyPoints { points: u64, limit: u64 } "More points than a sweep can lay.";
    W101 NeverHappens { day: i64, length: u32 } "Something is planned after the end.";
    W102 FewReplicates { replicates: u32, arms: u32 } "Too few replicates to compare the arms.";
    W103 SurveyAfterEnd { day: u32, length: u32 } "A survey after the end.";
    W104 UnusedRepair { id: String } "A repair that no arm takes.";
    W105 IdleChange { path: String, id: String } "An arm changes a repair that it does not take.";
    W106 Fleeting { set: f64, lasting: f64 } "A first level of trust that cannot last.";
    W107 Undone { why: Undone } "A repair that is never done.";
    W108 WorldsAgain { worlds: u32, shipped: u32 } "More worlds than come with the program.";
    W109 IdlePoints { design: &'static str } "A number of points that the design does not take.";
}

/// Why a repair is never done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undone {
    /// It would replace a colleague.
    NobodyToReplace,
    /// Nothing is broken that it answers.
    NothingBroken {
        /// By whom; anybody if `None`.
        by: Option<Referent>,
    },
    /// What it answers is broken after its last day.
    BrokenLater {
        /// The day of the first breach.
        first: u32,
        /// The last day on which it starts.
        last: u32,
    },
}

/// What a name refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// An `[[event]]`.
    Event,
    /// A `[[repair]]`.
    Repair,
    /// One of `[arms]`.
    Arm,
    /// A factor of the sweep.
    Factor,
    /// A level of a factor.
    Level,
}

/// What is wrong with the values of a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactorFault {
    /// Not as many as the first factor has.
    Uneven {
        /// So many.
        found: usize,
        /// So many were expected.
        expected: usize,
    },
    /// A level stands twice.
    Twice,
    /// A range from words.
    Words,
    /// A range that does not go up.
    Backward,
    /// Equal ratios cannot begin at zero.
    LogFromZero,
    /// No number of levels.
    Levels,
}

impl Named {
    /// The table.
    pub const fn table(self) -> &'static str {
        match self {
            Named::Event => "event",
            Named::Repair => "repair",
            Named::Arm => "arms",
            Named::Factor | Named::Level => "sweep",
        }
    }
}

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not there.
    Missing,
    /// It is a folder.
    Folder,
    /// It is a pipe, a device or a socket.
    NoFile,
    /// The system does not let it be read.
    Refused,
}

/// What is not TOML about a text, in plain categories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// `key = word`: text without quotes.
    TextWithoutQuotes {
        /// What was probably meant, ready to copy.
        right: Option<String>,
    },
    /// `key value`.
    NoEquals {
        /// What was probably meant, ready to copy.
        right: Option<String>,
    },
    /// `key =`.
    NoValue,
    /// `"text`.
    OpenText,
    /// `[1, 2`.
    OpenList,
    /// `{ a = 1`.
    OpenTable,
    /// `[run`.
    OpenHeader,
    /// `{ a = 1 b = 2 }` or `[1 2]`.
    NoComma,
    /// `{ a = 1,, b = 2 }`.
    ExtraComma,
    /// `my key = 1` or `é = 1`.
    BadKey,
    /// `01`, `1__0`, `1.`, `+-1`.
    BadNumber {
        /// What was probably meant, ready to copy.
        right: Option<String>,
    },
    /// A backslash that means nothing.
    BadEscape,
    /// A key is used as a value and as a table.
    TableAndValue,
    /// Brackets within brackets within brackets.
    TooDeep,
    /// A character that may not stand in a text file.
    BadCharacter,
    /// Anything else.
    Other,
}
