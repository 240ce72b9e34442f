//! # Scenarios that come with the program
//!
//! They stand in `scenarios/` and travel inside the binary, so that `onfoot run horseback` works in any folder. A file at hand goes
//! first: a name stands for a shipped scenario only where there is no file of that name.

/// A scenario that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// Its file, seen from `scenarios/`.
    pub file: &'static str,
    /// What it holds.
    pub text: &'static str,
}

/// Names the files: one word each.
macro_rules! shipped {
    ($($file:literal)*) => {
        /// All, by name.
        pub const SHIPPED: &[Shipped] = &[$(Shipped { file: $file, text: include_str!(concat!("../../scenarios/", $file)) }),*];
    };
}

shipped! {
    "baseline.toml" "deception.toml" "denial.toml" "early-or-late.toml" "fit.toml" "good-leader.toml" "gossip.toml"
    "horseback.toml" "layoff.toml" "leader.toml" "mixed-teams.toml" "practices.toml" "presets/united-states.toml"
    "remote-team.toml" "repair.toml" "resilience.toml" "retaliation.toml" "rigged.toml" "slip.toml" "stitch-in-time.toml"
    "study/factorial.toml" "study/study.toml" "top-integrity.toml" "twice.toml" "wellbeing.toml"
}

impl Shipped {
    /// The word that stands for it: `horseback`, `presets/united-states`.
    pub fn name(&self) -> &'static str {
        self.file.trim_end_matches(".toml")
    }

    /// The one that this word stands for.
    pub fn named(name: &str) -> Option<&'static Self> {
        SHIPPED.iter().find(|shipped| shipped.name() == name)
    }

    /// The one of this name, or whose file is called so.
    pub fn called(path: &str) -> Option<&'static Self> {
        Self::named(path).or_else(|| SHIPPED.iter().find(|shipped| shipped.file == path))
    }

    /// The one on which this one is based by a path seen from its own folder.
    pub fn base(&self, path: &str) -> Option<&'static Self> {
        let folder = self.file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let seen = match path.strip_prefix("../") {
            Some(above) => above.to_owned(),
            None if folder.is_empty() => path.to_owned(),
            None => format!("{folder}/{path}"),
        };
        SHIPPED.iter().find(|shipped| shipped.file == seen)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::scenario::read::read;

    #[test]
    fn every_scenario_of_the_repository_travels_along_and_reads_the_same() {
        let mut files = Vec::new();
        let mut folders = vec![Path::new("scenarios").to_owned()];
        while let Some(folder) = folders.pop() {
            for path in std::fs::read_dir(folder).expect("the repository").map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|end| end == "toml") {
                    files.push(path.strip_prefix("scenarios").unwrap().to_string_lossy().replace('\\', "/"));
                }
            }
        }
        files.sort();
        assert_eq!(SHIPPED.iter().map(|shipped| shipped.file).collect::<Vec<_>>(), files);
        for shipped in SHIPPED {
            let [travelled, at_hand] = [Path::new(shipped.name()).to_owned(), Path::new("scenarios").join(shipped.file)]
                .map(|path| read(&path, &[]).unwrap_or_else(|faults| panic!("{}: {faults:?}", shipped.file)));
            assert_eq!(travelled.scenario, at_hand.scenario, "{}", shipped.file);
            let held = |reading: &crate::scenario::read::Reading| {
                reading.inputs.iter().map(|input| (input.name.clone(), input.bytes.clone())).collect::<Vec<_>>()
            };
            assert_eq!(held(&travelled), held(&at_hand), "{}", shipped.file);
        }
    }
}
