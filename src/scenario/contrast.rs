//! # What is compared
//!
//! ```toml
//! contrast = ["deeds", "words"]                                        # two arms
//! contrast = [["both", "words"], ["deeds", "silence"]]                 # a difference of two differences: do they add up?
//! contrast = { "event.breach.severity" = [0.8, 0.2] }                  # two levels of a factor, mean over the others
//! contrast = { arms = ["deeds", "words"], "event.breach.kind" = ["competence", "integrity"] }   # an interaction
//! ```

use super::slot::{Slot, by_name};
use super::sweep::Level;
use super::tree::{Node, Value};

/// What a hypothesis compares.
#[derive(Clone, Debug, PartialEq)]
pub enum Contrast {
    /// The first arm with the second.
    Arms([String; 2]),
    /// The difference of the first two arms with that of the last two.
    Differences([[String; 2]; 2]),
    /// In a sweep, by factor the first level with the second; of several factors the differences are compared.
    Levels(Vec<(String, [Level; 2])>),
}

impl Contrast {
    /// The arms that it names.
    pub fn arms(&self) -> Vec<&str> {
        match self {
            Contrast::Arms(arms) => arms.iter().map(String::as_str).collect(),
            Contrast::Differences(pairs) => pairs.iter().flatten().map(String::as_str).collect(),
            Contrast::Levels(_) => Vec::new(),
        }
    }

    /// The two sides, as they are told.
    pub fn sides(&self) -> [String; 2] {
        self.sides_as(&|level| level.plain().to_owned())
    }

    /// The same, with levels told in this way.
    pub fn sides_as(&self, say: &dyn Fn(&Level) -> String) -> [String; 2] {
        let told = |path: &str, level: &Level| told(path, level, say);
        match self {
            Contrast::Arms(arms) => arms.clone(),
            Contrast::Differences(pairs) => pairs.each_ref().map(|[one, other]| format!("{one} - {other}")),
            Contrast::Levels(factors) => match factors.as_slice() {
                [(path, levels)] => levels.each_ref().map(|level| told(path, level)),
                [(path, levels), rest @ ..] => {
                    let among = |level: &Level| {
                        let rest: Vec<String> =
                            rest.iter().map(|(path, [one, other])| format!("{} - {}", told(path, one), told(path, other))).collect();
                        format!("{}: {}", told(path, level), rest.join(", "))
                    };
                    levels.each_ref().map(among)
                }
                [] => [String::new(), String::new()],
            },
        }
    }
}

/// A level with the last word of its key.
fn told(path: &str, level: &Level, say: &dyn Fn(&Level) -> String) -> String {
    if path == super::sweep::ARMS {
        return level.plain().to_owned();
    }
    format!("{} {}", path.rsplit('.').next().unwrap_or(path), say(level))
}

impl Slot for Contrast {
    const BLANK: Self = Contrast::Arms([String::new(), String::new()]);

    fn read(node: &Node) -> Option<Self> {
        if let Value::Table(_) = &node.value {
            return levels(node).map(Contrast::Levels);
        }
        match node.list()? {
            [one, other] if one.list().is_some() => Some(Contrast::Differences([<[String; 2]>::read(one)?, <[String; 2]>::read(other)?])),
            _ => <[String; 2]>::read(node).map(Contrast::Arms),
        }
    }

    fn write(&self) -> String {
        match self {
            Contrast::Arms(arms) => arms.write(),
            Contrast::Differences([one, other]) => format!("[{}, {}]", one.write(), other.write()),
            Contrast::Levels(factors) => {
                let quoted: Vec<(String, String)> = factors
                    .iter()
                    .map(|(path, [one, other])| (format!("\"{path}\""), format!("[{}, {}]", one.written, other.written)))
                    .collect();
                by_name(quoted.iter().map(|(path, levels)| (path.as_str(), levels.clone())))
            }
        }
    }
}

/// Two levels for each factor; their numbers are those of the factor once it is known (`sweep`).
fn levels(node: &Node) -> Option<Vec<(String, [Level; 2])>> {
    let changes = super::patch::changes_of_arm(node.table().filter(|table| !table.entries.is_empty())?);
    let pair = |node: &Node| {
        let [one, other] = node.list()? else { return None };
        Some([Level::of(one, None)?, Level::of(other, None)?])
    };
    changes.iter().map(|change| Some((change.path_text(), pair(&change.node)?))).collect()
}
