//! # Scenarios to begin with
//!
//! What `onfoot new` writes: files that run as they are, each key explained once, from its row in the catalogue.

use std::collections::BTreeSet;

use super::catalogue;
use super::row::Key;
use crate::text::Language;
use crate::theory::{LawParameter, Parameters};

/// The kinds of template.
pub const KINDS: [&str; 4] = ["minimal", "hypothesis", "policies", "demo"];

/// The template `kind`, with its remarks in `language`.
pub fn template(kind: &str, language: Language) -> Option<String> {
    let skeleton = match kind {
        "minimal" => MINIMAL,
        "hypothesis" => HYPOTHESIS,
        "policies" => POLICIES,
        "demo" => DEMO,
        _ => return None,
    };
    let mut text = String::new();
    let mut told = BTreeSet::new();
    let mut table = "";
    let mut what = None;
    let lines: Vec<&str> = skeleton.trim_start().lines().collect();
    for (at, line) in lines.iter().enumerate() {
        if let Some(name) = line.strip_prefix('[') {
            table = name.trim_start_matches('[').split(']').next().unwrap_or_default();
            // The kind of an event is said inside it, at times after other keys.
            let inside = lines[at + 1..].iter().take_while(|line| !line.starts_with('['));
            what = inside.copied().find_map(|line| line.strip_prefix("what = \"")?.split('"').next());
        }
        let key = line.split_once(" =").map(|(key, _)| key.trim()).filter(|key| !key.starts_with('#'));
        let row = key.and_then(|key| catalogue::find(table, key, what)).filter(|_| table != "arms");
        if let Some(row) = row
            && told.insert(format!("{} {}", row.path(), row.meaning.en))
        {
            text.push_str(&remark(&row, language));
        }
        // A parameter without a value in the skeleton stands at its default.
        let line = match (line.strip_suffix(" ="), row.and_then(|row| row.default())) {
            (Some(_), Some(default)) => format!("{line} {default}"),
            _ => (*line).to_owned(),
        };
        text.push_str(&in_language(&line, language));
        text.push('\n');
    }
    Some(text)
}

/// What a key means, in what unit and range, how sure its default is, and where to read more.
fn remark(row: &Key, language: Language) -> String {
    if row.table.is_empty() {
        return String::new();
    }
    let mut facts = vec![row.kind.describe(language)];
    if language == Language::English && row.unit != "-" && row.kind.range().is_some() && !facts[0].contains(row.unit) {
        facts.push(row.unit.to_owned());
    }
    if let Some(LawParameter { row: parameter, .. }) = Parameters::find(&row.path()) {
        let default = super::kind::number(parameter.default, language);
        facts.push(match language {
            Language::English => format!("default {default}"),
            Language::Dutch => format!("standaard {default}"),
        });
        facts.push(format!("{} {}", parameter.grade.stars(), parameter.grade.key()));
        facts.push(format!("onfoot explain {}", row.path()));
    }
    let mut meaning = row.meaning.get(language).trim_end_matches('.').chars();
    let first: String = meaning.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("# {first}{} ({})\n", meaning.as_str(), facts.join("; "))
}

/// `{English|Dutch}` in a line becomes one of the two.
fn in_language(line: &str, language: Language) -> String {
    let Some((before, rest)) = line.split_once("{{") else { return line.to_owned() };
    let Some((both, after)) = rest.split_once("}}") else { return line.to_owned() };
    let (english, dutch) = both.split_once('|').unwrap_or((both, both));
    let own = if language == Language::Dutch { dutch } else { english };
    format!("{before}{own}{after}")
}

const MINIMAL: &str = r#"
# {{The least: one organisation, one broken promise. Everything else has a default.|Het minste: één organisatie, één gebroken belofte. Al het overige heeft een standaardwaarde.}}
# {{Every value in force is written to resolved.toml by a run.|Een run schrijft elke geldende waarde naar resolved.toml.}}
title = "My first scenario"
title_nl = "Mijn eerste scenario"

[run]
length = "3 years"
replicates = 20
seed = 1

[organisation]
teams = 12

[[event]]
id = "broken-promise"
what = "breach"
day = "1 year"
by = "leader"
kind = "integrity"
severity = 0.2
"#;

const DEMO: &str = r#"
# {{Trust comes on foot and leaves on horseback: how long does it take to win back what one day destroyed?|Vertrouwen komt te voet en vertrekt te paard: hoe lang duurt het om terug te winnen wat één dag vernielde?}}
# {{Look at figures/ and recovery.csv in the folder of the run.|Kijk naar figures/ en recovery.csv in de map van de run.}}
title = "On foot and on horseback"
title_nl = "Te voet en te paard"
question = "How long does it take to win back what one broken promise destroyed?"
question_nl = "Hoe lang duurt het om terug te winnen wat één gebroken belofte vernielde?"

[run]
length = "5 years"
replicates = 40
seed = 4711
record = "weekly"
surveys = ["18 months", "20 months", "5 years"]
twin = true

[organisation]
teams = 12
team_size = { min = 6, max = 10 }
task_interdependence = 0.6
ties_across = 2
ties_within = 1.0
start = "strangers"

[practices]
fair_and_transparent_decisions = 0.6
autonomy_and_discretion = 0.5

[[event]]
id = "broken-promise"
what = "breach"
day = "18 months"
by = "leader"
teams = "all"
kind = "integrity"
severity = 0.2
intentional = true
deception = false
audience = "team"

[[repair]]
id = "apology"
what = "apology"
after = "broken-promise"
delay = "3 days"
sincerity = 0.9
cost = 4.0                      # {{person-days, for each person who does it|persoonsdagen, per persoon die het doet}}

# {{Arms of the same organisation with the same luck: what each does and changes.|Varianten van dezelfde organisatie met hetzelfde toeval: wat elke variant doet en verandert.}}
[arms]
nothing = { repairs = [] }
words = { repairs = ["apology"] }
late = { repairs = ["apology"], set = { "repair.apology.delay" = "6 months" } }
"#;

const POLICIES: &str = r#"
# {{Which repair is worth its cost? One breach, five answers.|Welk herstel is zijn geld waard? Eén vertrouwensbreuk, vijf antwoorden.}}
title = "Five answers to one breach"
title_nl = "Vijf antwoorden op één vertrouwensbreuk"
question = "Which repair wins back most trust for its cost?"
question_nl = "Welk herstel wint het meeste vertrouwen terug voor wat het kost?"

[run]
length = "4 years"
replicates = 40
seed = 2024
surveys = ["1 year", "2 years", "4 years"]

[organisation]
teams = 20
team_size = 8

[[event]]
id = "broken-promise"
what = "breach"
day = "1 year"
by = "leader"
kind = "integrity"
severity = 0.3
intentional = true

[[repair]]
id = "apology"
what = "apology"
after = "broken-promise"
delay = "1 week"
sincerity = 0.9

[[repair]]
id = "dialogue"
what = "facilitated_dialogue"
after = "broken-promise"
delay = "1 month"
duration = 1

[[repair]]
id = "conduct"
what = "changed_conduct"
after = "broken-promise"
delay = "2 weeks"
duration = "12 months"
strength = 1.0

[[repair]]
id = "reform"
what = "policy_reform"
after = "broken-promise"
delay = "3 months"
raises = { fair_and_transparent_decisions = 0.2, accountability_for_trustworthy_behaviour = 0.3 }

# {{A repair may also wait for a signal: when surveyed trust falls below a line.|Herstel kan ook op een signaal wachten: wanneer het gemeten vertrouwen onder een grens zakt.}}
[[repair]]
id = "on-signal"
what = "consistent_support"
when = { survey_trust_leader_below = 0.4 }
delay = "2 weeks"

[arms]
nothing = { repairs = [] }
words = { repairs = ["apology", "dialogue"] }
deeds = { repairs = ["apology", "conduct"] }
structure = { repairs = ["apology", "reform"] }
watchful = { repairs = ["on-signal"] }
"#;

const HYPOTHESIS: &str = r#"
# {{One hypothesis, two arms that differ in one thing, and a third without the mechanism: does the effect vanish?|Eén hypothese, twee varianten die in één ding verschillen, en een derde zonder het mechanisme: verdwijnt het effect?}}
title = "Autonomy and the fall of trust"
title_nl = "Autonomie en de val van vertrouwen"
question = "Does trust fall less after a breach by the leader where people decide for themselves?"
question_nl = "Daalt vertrouwen minder na een vertrouwensbreuk door de leidinggevende waar mensen zelf beslissen?"

[run]
length = "3 years"
replicates = 60
seed = 7
surveys = ["12 months", "13 months", "3 years"]

[organisation]
teams = 16
team_size = { min = 5, max = 9 }
task_interdependence = { min = 0.3, max = 0.8 }

[practices]
autonomy_and_discretion = 0.2

[people]
propensity = { mean = 0.0, sd = 1.0 }

[[event]]
id = "broken-promise"
what = "breach"
day = "12 months"
by = "leader"
kind = "reliability"
severity = 0.3

[mechanisms]
gossip = true

[belief]
asymmetry_honesty =

[arms]
little = {}
much = { set = { "practices.autonomy_and_discretion" = 0.8 } }
much-no-gossip = { set = { "practices.autonomy_and_discretion" = 0.8, "mechanisms.gossip" = false } }

# {{Said before the run: `onfoot lock` keeps its fingerprint.|Gezegd voor de uitvoering: `onfoot lock` bewaart de vingerafdruk.}}
[[hypothesis]]
id = "autonomy-holds"
contrast = ["much", "little"]
outcome = "trust"
referent = "leader"
direction = "greater"
smallest_effect = 0.02
day = "13 months"

[[hypothesis]]
id = "gossip-carries"
contrast = ["much-no-gossip", "much"]
outcome = "trust"
direction = "greater"
smallest_effect = 0.02
day = "3 years"
"#;

#[cfg(test)]
mod tests {
    use super::super::read::read_text;
    use super::*;

    #[test]
    fn every_template_reads_without_a_fault_or_a_warning_in_both_languages() {
        for kind in KINDS {
            for language in [Language::English, Language::Dutch] {
                let text = template(kind, language).expect("it exists");
                let reading = read_text(kind, &text).unwrap_or_else(|faults| panic!("{kind}: {faults:#?}\n{text}"));
                assert!(reading.warnings.is_empty(), "{kind}: {:#?}", reading.warnings);
                assert!(!reading.scenario.events.is_empty() && !text.contains("{{"), "{text}");
            }
        }
        assert_eq!(template("banana", Language::English), None);
    }

    #[test]
    fn the_two_languages_are_the_same_scenario() {
        for kind in KINDS {
            let read = |language| read_text(kind, &template(kind, language).expect("it exists")).expect("it reads").scenario;
            let scenario = read(Language::English);
            assert_eq!(scenario, read(Language::Dutch));
            assert_ne!(scenario.title(Language::English), scenario.title(Language::Dutch), "{kind}");
        }
    }

    #[test]
    fn a_key_is_explained_once_with_its_range_and_a_parameter_with_its_evidence() {
        let text = template("hypothesis", Language::English).expect("it exists");
        assert_eq!(text.matches("How long the simulation lasts").count(), 1, "{text}");
        assert!(text.contains("onfoot explain belief.asymmetry_honesty"), "{text}");
        assert!(template("hypothesis", Language::Dutch).expect("it exists").contains("standaard"));
    }
}
