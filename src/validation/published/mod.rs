//! # Published findings
//!
//! As data: numbers (VT) in `levels`, `individual`, `team` and `organisation`, patterns (SF) in `patterns`.

mod individual;
mod levels;
mod organisation;
mod patterns;
mod reasons;
mod situations;
mod team;
mod wave;

use super::target::Target;

/// All findings, in the order of the evidence base.
pub fn all() -> Vec<Target> {
    [levels::TARGETS, individual::TARGETS, team::TARGETS, organisation::TARGETS, patterns::TARGETS, situations::TARGETS].concat()
}

/// The findings whose number begins with one of these, all if none is given; the first with which no number begins.
pub fn named(only: &[String]) -> Result<Vec<Target>, String> {
    let all = all();
    let begins = |target: &Target, wanted: &str| target.id.starts_with(&wanted.to_uppercase()) || target.id.starts_with(wanted);
    if let Some(nothing) = only.iter().find(|wanted| !all.iter().any(|target| begins(target, wanted))) {
        return Err(nothing.clone());
    }
    Ok(all.into_iter().filter(|target| only.is_empty() || only.iter().any(|wanted| begins(target, wanted))).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::validation::study::{Effort, Study};
    use crate::validation::target::{Claim, Protocol};

    #[test]
    fn every_finding_is_said_once_in_both_languages_and_has_a_claim_or_a_reason() {
        let mut ids = BTreeSet::new();
        for target in all() {
            assert!(ids.insert(target.id), "{} twice", target.id);
            assert!(!target.finding.en.is_empty() && !target.finding.nl.is_empty() && !target.source.is_empty(), "{}", target.id);
            let (Protocol::Computed { how: text, .. } | Protocol::NotTestable(text)) = target.protocol;
            assert!(!text.en.is_empty() && !text.nl.is_empty(), "{}", target.id);
            if let Claim::Within(low, high) = target.claim {
                assert!(low < high, "{}", target.id);
            }
        }
    }

    #[test]
    fn every_study_reads_and_serves_a_finding() {
        let used: BTreeSet<Study> = all()
            .iter()
            .filter_map(|target| match target.protocol {
                Protocol::Computed { study, .. } => Some(study),
                Protocol::NotTestable(_) => None,
            })
            .collect();
        for &study in Study::ALL {
            assert!(study.scenario(&[], Effort::Full).is_ok(), "{}", study.name());
            assert!(used.contains(&study), "{} serves no finding", study.name());
        }
    }

    #[test]
    fn the_study_of_another_setting_lives_its_preset() {
        let preset = std::path::Path::new("scenarios/presets/united-states.toml");
        let preset = crate::scenario::read::read(preset, &[]).unwrap().scenario;
        let study = Study::UnitedStates.scenario(&[], Effort::Quick).unwrap();
        assert_eq!(study.parameters, preset.parameters);
        assert_ne!(study.parameters, crate::theory::Parameters::default());
    }
}
