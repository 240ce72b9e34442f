//! Nothing that the program knows is missing from what it says of itself.

use super::{LAWS, odd};
use crate::dynamics::ORDER;
use crate::observe::state::VARIABLES;
use crate::random::{Page, Purpose};
use crate::scenario::measure::MEASURES;
use crate::scenario::read::{read, read_text};
use crate::scenario::{Mechanisms, Scenario};
use crate::text::Language::{self, Dutch, English};
use crate::theory::Parameters;
use crate::theory::outcome::OUTCOMES;
use crate::validation::published;
use crate::words::odd::concept::CONCEPTS;
use crate::words::odd::{ELEMENTS, REFERENCES, element_head};

const BOTH: [Language; 2] = [English, Dutch];

fn of_default(language: Language) -> String {
    odd(&Scenario::default(), None, language)
}

/// Lines of tables that begin with this name.
fn rows(page: &str, name: &str) -> usize {
    page.lines().filter(|line| line.starts_with(&format!("| `{name}` |"))).count()
}

#[test]
fn the_seven_elements_and_eleven_concepts_stand_in_order_in_both_languages() {
    assert_eq!(
        ELEMENTS.map(|name| name.en),
        [
            "Purpose and patterns",
            "Entities, state variables, and scales",
            "Process overview and scheduling",
            "Design concepts",
            "Initialization",
            "Input data",
            "Submodels"
        ]
    );
    for language in BOTH {
        let page = of_default(language);
        let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(headings[..7], (0..7).map(|at| element_head(at, language)).collect::<Vec<_>>());
        assert_eq!(headings[7..], [REFERENCES.get(language)]);
        let fourth = page.split("\n## ").nth(4).expect("there are seven");
        let concepts: Vec<&str> = fourth.lines().filter_map(|line| line.strip_prefix("### ")).collect();
        assert_eq!(concepts, CONCEPTS.map(|concept| concept.name.get(language)));
    }
}

#[test]
fn each_parameter_is_named_exactly_once() {
    for language in BOTH {
        let page = of_default(language);
        for group in Parameters::GROUPS {
            for row in group.rows {
                let name = format!("{}.{}", group.key, row.key);
                assert_eq!((rows(&page, &name), page.matches(&format!("`{name}`")).count()), (1, 1), "{name}");
            }
        }
    }
}

#[test]
fn no_state_variable_step_switch_draw_measure_or_finding_is_missing() {
    for language in BOTH {
        let page = of_default(language);
        for row in VARIABLES {
            assert!(page.contains(&format!("| `{}` | ", row.name)) && page.contains(row.meaning.get(language)), "{}", row.name);
        }
        for outcome in OUTCOMES {
            assert!(page.contains(&format!("(`{outcome}`)")), "{outcome}");
        }
        for (at, step) in ORDER.iter().enumerate() {
            assert!(page.contains(&format!("| {} | `{}` |", at + 1, step.name)), "{}", step.name);
        }
        let switches = Mechanisms::ROWS.iter().map(|row| row.0.to_owned());
        let measures = MEASURES.iter().map(|row| row.key.to_owned());
        let findings = published::all().into_iter().map(|target| target.id.to_owned());
        let purposes = Purpose::ALL.iter().map(|(draw, _)| format!("{draw:?}"));
        let pages = Page::ALL.iter().map(|(draw, _)| format!("{draw:?}"));
        for name in switches.chain(measures).chain(findings).chain(purposes).chain(pages) {
            assert!(rows(&page, &name) > 0, "{name}");
        }
    }
}

#[test]
fn every_law_stands_there_with_its_equation() {
    for language in BOTH {
        let page = of_default(language);
        for (at, law) in LAWS.iter().enumerate() {
            assert!(page.contains(&format!("\n### 7.{} ", at + 1)) && page.contains(&law.head(language)), "{}", law.file);
        }
    }
}

#[test]
fn tables_are_whole_and_code_is_closed() {
    let horse = read(std::path::Path::new("scenarios/repair.toml"), &[]).expect("a scenario of the repository").scenario;
    for page in BOTH.map(|language| odd(&horse, Some("scenarios/repair.toml"), language)).into_iter().chain(BOTH.map(of_default)) {
        let (mut cells, mut fenced) = (0, false);
        for line in page.lines() {
            fenced ^= line.starts_with("```");
            if fenced || !line.starts_with('|') {
                cells = 0;
                continue;
            }
            let here = line.matches('|').count();
            assert!(cells == 0 || here == cells, "{line}");
            assert!(line.ends_with('|') && line.matches('`').count() % 2 == 0, "{line}");
            cells = here;
        }
        assert!(!fenced);
    }
}

#[test]
fn what_a_scenario_says_is_told_and_what_it_changes_stands_in_bold() {
    let text = "title = \"A | b\"\nquestion = \"Why *not*?\"\n[run]\nreplicates = 7\n[mechanisms]\ngossip = false\n\
        [breach]\nwitness = 0.5\n[[event]]\nid = \"blow\"\nday = 30\nwhat = \"breach\"\nby = \"leader\"\nkind = \"integrity\"\nseverity = 0.5\n\
        [[repair]]\nid = \"sorry\"\nwhat = \"apology\"\nafter = \"blow\"\n[arms]\nnone = { repairs = [] }\n\
        late = { repairs = [\"sorry\"], set = { \"repair.sorry.delay\" = 20 } }\n";
    let scenario = read_text("x.toml", text).expect("a scenario").scenario;
    let page = odd(&scenario, Some("x.toml"), English);
    for said in [
        "**A &#124; b** (`x.toml`)",
        "*Why \\*not\\*?*",
        "| `run.replicates` | **`7`** | `20` |",
        "| `gossip` | **off** | on |",
        "| `breach.witness` | **0.5** | 0.8 |",
        "The scenario sets 1 parameter (in bold in element 7) and 1 switch (in bold in element 3) otherwise",
        "#### `blow`",
        "| `severity` | `0.5` |",
        "#### `sorry`",
        "| `none` | none | none |",
        "| `late` | `sorry` | `repair.sorry.delay = 20` |",
        "2 arms are each run 7 times",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    assert!(odd(&scenario, Some("x.toml"), Dutch).contains("| `breach.witness` | **0,5** | 0,8 |"));
}
