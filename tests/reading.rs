//! Scenario files are read as `interface.md` promises.

#![allow(
    clippy::format_push_string,
    clippy::format_collect,
    clippy::float_cmp,
    reason = "tests build texts, and values are read back to the bit"
)]

use std::path::Path;

use onfoot::scenario::catalogue::{self, Shape};
use onfoot::scenario::kind::Kind;
use onfoot::scenario::measure::{MEASURES, Per, measure, outcomes};
use onfoot::scenario::read::{read, read_text};
use onfoot::scenario::resolved::resolved;
use onfoot::scenario::{ByPractice, Cadence, Happening, PRACTICES, Referent, RepairKind, Teams, WHATS, When};
use onfoot::text::Language;
use onfoot::words::fault::phrase;
use proptest::prelude::*;

const INTERFACE: &str = include_str!("reading/interface.toml");

#[test]
fn the_example_of_the_interface_becomes_a_scenario() {
    let reading = read_text("example.toml", INTERFACE).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let scenario = reading.scenario;
    assert_eq!((scenario.run.length, scenario.run.replicates, scenario.run.seed), (1300, 100, 4711));
    assert_eq!(scenario.run.record, Cadence::Weekly);
    assert_eq!(scenario.run.surveys, [390, 433, 1300]);
    assert_eq!((scenario.organisation.team_size.min, scenario.organisation.team_size.max), (6, 10));
    assert_eq!(scenario.practices, ByPractice([0.6, 0.5, 0.5, 0.5, 0.5, 0.5]));
    let Happening::Breach(breach) = &scenario.events[0].what else { panic!("the first event is the breach") };
    assert_eq!((breach.by, &breach.teams, breach.severity, breach.intentional), (Referent::Leader, &Teams::All, 0.7, true));
    assert_eq!(scenario.events[0].when, When::Days(vec![390]));
    assert_eq!(scenario.events[1].id, "event-2");
    assert_eq!(scenario.repairs[0].when, When::After { event: 0, delay: 3 });
    let arms: Vec<(&str, usize)> = scenario.arms.iter().map(|arm| (arm.name.as_str(), arm.scenario.repairs.len())).collect();
    assert_eq!(arms, [("nothing", 0), ("words", 1), ("late", 1)]);
    assert_eq!(scenario.arms[2].scenario.repairs[0].when, When::After { event: 0, delay: 130 });
    assert!(reading.warnings.is_empty(), "{:#?}", reading.warnings);
}

#[test]
fn a_delay_as_far_back_as_a_number_goes_is_a_fault_and_no_panic() {
    for day in ["delay = -9223372036854775808", "day = -9223372036854775808", "day = 9223372036854775807"] {
        let text = format!(
            "[[repair]]\nwhat = \"apology\"\n{day}\n[[event]]\nwhat = \"breach\"\nby = \"leader\"\nkind = \"integrity\"\nday = 3\nseverity = 0.5\n"
        );
        assert!(read_text("far.toml", &text).is_err(), "{day}");
    }
}

#[test]
fn a_file_that_is_not_there_is_a_fault_and_no_panic() {
    assert!(read(Path::new("no/such/file.toml"), &[]).is_err());
}

#[test]
fn what_is_resolved_reads_back_to_the_same_scenario() {
    let scenario = read_text("example.toml", INTERFACE).unwrap_or_else(|faults| panic!("{faults:#?}")).scenario;
    let text = resolved(&scenario);
    let again = read_text("resolved.toml", &text).unwrap_or_else(|faults| panic!("{faults:#?}\n{text}"));
    assert_eq!(again.scenario, scenario, "{text}");
    assert_eq!(resolved(&again.scenario), text);
}

/// A small generator of choices from one number, so that a failing case is one number to keep.
struct Luck(u64);

impl Luck {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }

    fn within(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high - low + 1)
    }

    fn number(&mut self, low: f64, high: f64) -> f64 {
        let share = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        (low + share * (high - low)).clamp(low, high)
    }

    fn chance(&mut self, of: u64) -> bool {
        self.below(of) == 0
    }
}

const FACETS: [&str; 4] = ["competence", "reliability", "intentions", "honesty"];

/// Some value that `kind` allows, in a world of at least 3 teams of at least 4 seats, 2 to 5 years long.
fn value(kind: Kind, luck: &mut Luck) -> String {
    let some = |luck: &mut Luck, names: &[&str], one: &dyn Fn(&mut Luck) -> String| {
        let first = luck.below(names.len() as u64) as usize;
        let mut chosen = Vec::new();
        for (at, name) in names.iter().enumerate() {
            if at == first || luck.chance(2) {
                chosen.push(format!("{name} = {}", one(luck)));
            }
        }
        format!("{{ {} }}", chosen.join(", "))
    };
    match kind {
        Kind::Text => format!("\"vraag \\\"{}\\\" één\\n\"", luck.below(100)),
        Kind::Switch => luck.chance(2).to_string(),
        Kind::Whole(low, high) => luck.within(low, high.min(low + 1000)).to_string(),
        Kind::Number(low, high) => format!("{:?}", luck.number(low, high)),
        Kind::WholeSpan(low, high) => format!("{{ min = {}, max = {high} }}", luck.within(low, high)),
        Kind::NumberSpan(low, high) => format!("{{ min = {:?}, max = {high:?} }}", luck.number(low, high)),
        Kind::Duration(..) => format!("\"{} years\"", luck.within(2, 5)),
        Kind::Delay(_) => format!("\"{} weeks\"", luck.below(30)),
        Kind::Day(..) => format!("\"day {}\"", luck.within(1, 500)),
        Kind::Days(..) => format!("[\"{} months\", {}]", luck.within(1, 20), luck.within(1, 500)),
        Kind::Choice(words) => format!("\"{}\"", words()[luck.below(words().len() as u64) as usize]),
        Kind::Teams => ["\"all\"".to_owned(), luck.within(1, 3).to_string(), "[2, 0, 2]".to_owned()][luck.below(3) as usize].clone(),
        Kind::Seats => "[3, 0]".to_owned(),
        Kind::Spread(most) => format!("{{ mean = {:?}, sd = {:?} }}", luck.number(-most, most), luck.number(0.0, most)),
        Kind::FacetSpreads(most) => some(luck, &FACETS, &|luck| format!("{{ sd = {:?} }}", luck.number(0.0, most))),
        Kind::FacetNumbers(low, high) if luck.chance(3) => format!("{:?}", luck.number(low, high)),
        Kind::FacetNumbers(low, high) => some(luck, &FACETS, &|luck| format!("{:?}", luck.number(low, high))),
        Kind::PracticeNumbers(low, high) => some(luck, &PRACTICES, &|luck| format!("{:?}", luck.number(low, high))),
        Kind::Trigger if luck.chance(2) => format!("{{ survey_trust_leader_below = {:?} }}", luck.number(0.0, 1.0)),
        Kind::Trigger => some(luck, &["severity_above"], &|luck| format!("{:?}", luck.number(0.0, 1.0))),
        Kind::Draws(low, high) => format!("[{:?}, {:?}]", luck.number(low, high), luck.number(low, high)),
        Kind::Name | Kind::EventName | Kind::RepairNames | Kind::Contrast | Kind::Factor | Kind::Changes => {
            unreachable!("names are written by hand")
        }
    }
}

/// A line for every key of `table` that fits `what` and is not in `apart`, about two in three of those not required.
fn some_keys(table: &str, what: Option<&str>, apart: &[&str], luck: &mut Luck) -> String {
    let rows = catalogue::keys().filter(|row| row.table == table && row.fits(what) && !apart.contains(&row.key));
    let mut text = String::new();
    for row in rows {
        if row.is_required() || !luck.chance(3) {
            text += &format!("{} = {}\n", row.key, value(row.kind, luck));
        }
    }
    text
}

/// A scenario file that says something about everything.
fn some_scenario(seed: u64) -> String {
    let luck = &mut Luck(seed);
    let mut text = some_keys("", None, &["based_on"], luck);
    for table in catalogue::tables().filter(|table| table.shape == Shape::Once) {
        let own = some_keys(table.name, None, &["teams", "team_size", "replicates", "worlds"], luck);
        let fixed = match table.name {
            "organisation" => "teams = 7\nteam_size = { min = 4, max = 9 }\n".to_owned(),
            // One replicate in each of several worlds tells nothing and is refused.
            "run" => format!("replicates = {}\nworlds = {}\n", luck.within(2, 900), luck.within(1, 900)),
            _ => String::new(),
        };
        text += &format!("[{}]\n{fixed}{own}\n", table.name);
    }
    let mut breaches = Vec::new();
    for at in 0..luck.below(6) {
        let what = WHATS[luck.below(WHATS.len() as u64) as usize].0;
        let mut apart = vec!["id", "what", "day", "days", "per_year", "seat", "seats"];
        let extra = match luck.below(3) {
            0 if what == "exit" => {
                apart.push("count");
                "seats = [0, 2]\n"
            }
            1 if what == "breach" => {
                apart.push("by");
                "by = \"colleague\"\nseat = 2\n"
            }
            _ => "",
        };
        let by_chance = matches!(what, "breach" | "exit" | "imposed_loss" | "shock") && luck.chance(3);
        let when = if by_chance {
            format!("per_year = {:?}", luck.number(0.0, 9.0))
        } else if luck.chance(2) {
            "day = \"6 months\"".to_owned()
        } else {
            "days = [300, 20]".to_owned()
        };
        if matches!(what, "breach" | "imposed_loss") {
            breaches.push(at);
        }
        text +=
            &format!("[[event]]\nid = \"e-{at}\"\nwhat = \"{what}\"\n{when}\n{extra}{}\n", some_keys("event", Some(what), &apart, luck));
    }
    let mut repairs = Vec::new();
    for at in 0..luck.below(5) {
        let what = RepairKind::ALL[luck.below(RepairKind::ALL.len() as u64) as usize].key();
        let mut apart = vec!["id", "what", "after", "day", "days", "when", "delay"];
        let when = match luck.below(3) {
            0 if !breaches.is_empty() => {
                apart.extend(["teams", "by"]);
                format!("after = \"e-{}\"\ndelay = {}", breaches[luck.below(breaches.len() as u64) as usize], luck.below(50))
            }
            1 => {
                let trigger = value(Kind::Trigger, luck);
                if trigger.contains("severity_above") {
                    apart.extend(["teams", "by"]);
                }
                format!("when = {trigger}\ndelay = \"1 week\"")
            }
            _ => "days = [500, 400]".to_owned(),
        };
        repairs.push(format!("r-{at}"));
        text += &format!("[[repair]]\nid = \"r-{at}\"\nwhat = \"{what}\"\n{when}\n{}\n", some_keys("repair", Some(what), &apart, luck));
    }
    if luck.chance(2) {
        let draws = |luck: &mut Luck| format!("[{:?}, {:?}, {:?}]", luck.number(0.1, 0.4), luck.number(0.1, 0.4), luck.number(0.1, 0.4));
        text += &format!("[posterior]\nquotient.tilt = {}\nbelief.forgetting = [0.01, 0.02, {:?}]\n", draws(luck), luck.number(0.01, 0.09));
    }
    let arms = luck.below(4);
    for at in 0..if arms > 1 { luck.below(3) } else { 0 } {
        let outcomes = outcomes();
        let outcome = outcomes[luck.below(outcomes.len() as u64) as usize];
        let measured = measure(outcome).map(|row| MEASURES[row].per);
        let mut apart = vec!["id", "contrast", "outcome", "direction"];
        let unrecorded = text.contains("record = \"ends\"");
        apart.extend((measured.is_none() || unrecorded).then_some("day"));
        apart.extend((measured != Some(Per::Referent)).then_some("referent"));
        text += &format!(
            "[[hypothesis]]\nid = \"h-{at}\"\ncontrast = [\"arm-1\", \"arm-0\"]\noutcome = \"{outcome}\"\ndirection = \"less\"\n{}\n",
            some_keys("hypothesis", None, &apart, luck)
        );
    }
    text += "[arms]\n";
    for at in 0..arms {
        let taken: Vec<String> = repairs.iter().filter(|_| luck.chance(2)).map(|id| format!("\"{id}\"")).collect();
        let mut changes = vec![
            format!("\"mechanisms.gossip\" = {}", luck.chance(2)),
            format!("\"belief.asymmetry_honesty\" = {:?}", luck.number(1.0, 3.0)),
        ];
        if let Some(id) = repairs.first() {
            changes.push(format!("\"repair.{id}.what\" = \"{}\"", RepairKind::ALL[luck.below(17) as usize].key()));
            changes.push(format!("\"repair.{id}.strength\" = {:?}", luck.number(0.0, 1.0)));
        }
        if let Some(id) = breaches.first() {
            changes.push(format!("\"event.e-{id}.day\" = {}", luck.within(1, 380)));
        }
        text += &format!("arm-{at} = {{ repairs = [{}], set = {{ {} }} }}\n", taken.join(", "), changes.join(", "));
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_scenario_that_can_be_written_resolves_to_a_file_that_reads_back_to_it(seed: u64) {
        let text = some_scenario(seed);
        let scenario = match read_text("some.toml", &text) {
            Ok(reading) => reading.scenario,
            Err(faults) => panic!("{faults:#?}\n{text}"),
        };
        let full = resolved(&scenario);
        match read_text("resolved.toml", &full) {
            Ok(again) => prop_assert_eq!(&again.scenario, &scenario, "{}\n{}", text, full),
            Err(faults) => panic!("{faults:#?}\n{full}"),
        }
    }

    #[test]
    fn no_damage_to_a_good_file_is_a_panic(seed: u64, cuts in 1usize..6) {
        let mut luck = Luck(seed);
        let mut text: Vec<char> = if luck.chance(2) { INTERFACE.to_owned() } else { some_scenario(seed) }.chars().collect();
        let bits = ["", "\"", "[", "]", "{", "}", "=", ",", "\n", "\t", "é", "€", "𝄞", "\0", "-1e999", "99999999999999999999999999", "nan", "\\u12", "'''", "[[event]]", "#", "1979-05-27", "\u{feff}", "\r", "0x", "a.b.c = 1\n"];
        for _ in 0..cuts {
            let at = luck.below(text.len() as u64 + 1) as usize;
            let to = (at + luck.below(12) as usize).min(text.len());
            let bit = bits[luck.below(bits.len() as u64) as usize];
            text.splice(at..to, bit.chars());
        }
        told(&text.into_iter().collect::<String>());
    }

    #[test]
    fn no_text_whatever_is_a_panic(text in "\\PC{0,200}", toml in "([a-z_\\[\\]{}=\", 0-9.\n#-]|run|event|repair|arms|set|day){0,80}") {
        told(&text);
        told(&toml);
    }

    #[test]
    fn no_setting_whatever_is_a_panic(key in "([a-z_]{0,8}\\.?){0,5}", value in "\\PC{0,20}") {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.toml");
        std::fs::write(&file, INTERFACE).expect("a file");
        for argument in [format!("{key}={value}"), format!("event.broken-promise.{key}={value}"), format!("arms.words.{key}={value}"), value.clone()] {
            if let Err(faults) = read(&file, &[argument]) {
                for fault in &faults {
                    phrase(fault, Language::Dutch);
                }
            }
        }
    }

    #[test]
    fn no_bytes_whatever_are_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.toml");
        std::fs::write(&file, &bytes).expect("a file");
        let _ = read(&file, &[]);
    }
}

/// Reads `text` and puts all that is wrong in words.
fn told(text: &str) {
    let faults = match read_text("a.toml", text) {
        Ok(reading) => reading.warnings,
        Err(faults) => faults,
    };
    for fault in &faults {
        for language in [Language::English, Language::Dutch] {
            let words = phrase(fault, language);
            assert!(!words.headline.is_empty() && !words.label.is_empty(), "{fault:?}");
            assert!(fault.also.is_none() || !words.secondary.is_empty(), "{fault:?}");
        }
    }
}

#[test]
fn the_absurd_is_refused_quickly_and_in_words() {
    let deep = format!("a = {}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let tables = format!("[{}]\nx = 1\n", vec!["a"; 100_000].join("."));
    let keys: String = (0..50_000).map(|at| format!("key_number_{at} = 1\n")).collect();
    let days = format!("[run]\nsurveys = [{}]\n", "1, ".repeat(400_000));
    let events = "[[event]]\nwhat = \"survey\"\nday = 1\n".repeat(40_000);
    for text in
        [deep, tables, keys, days, events, "[organisation]\nteams = 1e300\n".to_owned(), "[run]\nlength = \"1e300 years\"\n".to_owned()]
    {
        assert!(read_text("a.toml", &text).is_err());
        told(&text);
    }
}

fn in_folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

#[test]
fn a_patch_changes_what_it_names_and_keeps_the_rest() {
    let patch = "based_on = \"base.toml\"\n[run]\nseed = 9\n[[event]]\nid = \"broken-promise\"\nper_year = 0.4\n[[repair]]\nid = \"support\"\nwhat = \"consistent_support\"\nday = 500\n[arms]\nboth = {}\n";
    let folder = in_folder(&[("base.toml", INTERFACE), ("patch.toml", patch)]);
    let reading = read(&folder.path().join("patch.toml"), &[]).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let scenario = reading.scenario;
    assert_eq!((scenario.run.seed, scenario.run.replicates), (9, 100));
    assert_eq!(scenario.events[0].when, When::PerYear(0.4));
    assert_eq!(scenario.repairs.iter().map(|repair| repair.id.as_str()).collect::<Vec<_>>(), ["apology", "support"]);
    assert_eq!(scenario.arms.iter().map(|arm| arm.name.as_str()).collect::<Vec<_>>(), ["both"]);
    let names: Vec<&str> = reading.inputs.iter().map(|input| input.name.as_str()).collect();
    assert_eq!(names, ["patch.toml", "base.toml"]);
    assert_eq!(reading.inputs[1].bytes, INTERFACE.as_bytes());
}

#[test]
fn a_fault_in_a_base_points_into_the_base() {
    let folder = in_folder(&[("base.toml", "[run]\nreplicates = 0\n"), ("patch.toml", "based_on = \"base.toml\"\n[run]\nseed = 1\n")]);
    let faults = read(&folder.path().join("patch.toml"), &[]).expect_err("the base is wrong");
    let place = faults[0].place.as_ref().expect("it stands somewhere");
    assert!(place.source.name.ends_with("base.toml"), "{}", place.source.name);
    assert_eq!(place.line_and_column(), (2, 14));
    let mended = read(&folder.path().join("patch.toml"), &["run.replicates=5".to_owned()]);
    assert_eq!(mended.unwrap_or_else(|faults| panic!("{faults:#?}")).scenario.run.replicates, 5);
}

#[test]
fn settings_and_the_changes_of_an_arm_say_the_same() {
    let changes = [
        ("repair.apology.delay", "6 months", "\"6 months\""),
        ("practices.autonomy_and_discretion", "0.8", "0.8"),
        ("belief.asymmetry_honesty", "1.0", "1.0"),
        ("event.broken-promise.severity", "0.3", "0.3"),
        ("event.broken-promise.days", "[100, 200]", "[100, 200]"),
        ("mechanisms.gossip", "false", "false"),
        ("organisation.team_size.max", "12", "12"),
        ("people.conduct", "{ honesty = { mean = 0.4 } }", "{ honesty = { mean = 0.4 } }"),
        ("initial_trust.leader", "0.5", "0.5"),
    ];
    let base = INTERFACE.split("[arms]").next().expect("there is a first part");
    for (key, plain, toml) in changes {
        let text = format!("{base}[arms]\nchanged = {{ set = {{ \"{key}\" = {toml} }} }}\n");
        let mut arm = read_text("a.toml", &text).unwrap_or_else(|faults| panic!("{faults:#?}")).scenario.arms.remove(0).scenario;
        let folder = in_folder(&[("a.toml", base)]);
        let set = read(&folder.path().join("a.toml"), &[format!("{key}={plain}")]).unwrap_or_else(|faults| panic!("{faults:#?}")).scenario;
        arm.arms.clear();
        arm.past = None; // the arm starts from where the scenario stands on day 0, a scenario from where it stands itself
        assert_eq!(*arm, set, "{key}");
        let original = read_text("a.toml", base).unwrap_or_else(|faults| panic!("{faults:#?}")).scenario;
        assert_ne!(set, original, "{key}");
    }
}
