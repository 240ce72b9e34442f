//! The front door: the real program, as people and scripts use it.
#![allow(clippy::unwrap_used)]

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The program in a folder of its own, without the caller's language, colours and width.
fn onfoot(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onfoot"));
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "COLUMNS", "NO_COLOR", "NO_GRAPHICS", "TERM"] {
        command.env_remove(name);
    }
    command.env("LC_ALL", "C.UTF-8").current_dir(folder);
    command
}

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn run(words: &[&str]) -> Output {
    onfoot(&repository()).args(words).output().expect("the test's own folder and program")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("not killed")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("the test's own folder and program")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("the test's own folder and program")
}

/// Screens that need nothing but the repository.
const SCREENS: &[&[&str]] = &[
    &[],
    &["--help"],
    &["run", "--help"],
    &["check", "--help"],
    &["explain", "--help"],
    &["list", "--help"],
    &["new", "--help"],
    &["odd", "--help"],
    &["cite", "--help"],
    &["schema", "--help"],
    &["validate", "--help"],
    &["calibrate", "--help"],
    &["worlds", "--help"],
    &["sensitivity", "--help"],
    &["plot", "--help"],
    &["why", "--help"],
    &["parts", "--help"],
    &["merge", "--help"],
    &["cluster", "--help"],
    &["check", "scenarios/study/factorial.toml"],
    &["parts", "scenarios/study/factorial.toml"],
    &["parts", "scenarios/repair.toml", "--of", "4"],
    &["story", "--help"],
    &["portfolio", "--help"],
    &["list"],
    &["list", "parameters"],
    &["list", "measures"],
    &["list", "repairs"],
    &["list", "scenarios"],
    &["explain", "trust"],
    &["explain", "gossip"],
    &["explain", "apology"],
    &["explain", "belief"],
    &["explain", "belief.asymmetry_honesty"],
    &["explain", "breaches"],
    &["explain", "day"],
    &["explain", "E021"],
];

#[test]
fn onfoot_alone_says_what_it_is_on_one_small_screen() {
    let answer = run(&[]);
    assert_eq!(code(&answer), 0);
    assert!(out(&answer).lines().count() <= 20 && out(&answer).lines().all(|line| line.chars().count() <= 80));
    for command in ["run", "compare", "check", "new", "explain", "list"] {
        assert!(out(&answer).contains(&format!("onfoot {command}")) || command == "check" && !Path::new("scenarios").exists(), "{command}");
    }
    for missing in ["demo", "serve"] {
        assert!(!out(&answer).contains(missing), "{missing} does not exist");
    }
}

#[test]
fn every_screen_ends_well_and_is_free_of_escapes_when_piped() {
    for screen in SCREENS {
        for settings in [&[][..], &[("NO_COLOR", "1")], &[("TERM", "dumb")]] {
            let answer = onfoot(&repository()).args(*screen).envs(settings.iter().copied()).output().unwrap();
            assert_eq!(code(&answer), 0, "{screen:?} {}", err(&answer));
            let all = [answer.stdout, answer.stderr].concat();
            assert!(!all.contains(&0x1b) && !all.contains(&b'\r'), "{screen:?}");
        }
    }
}

#[test]
fn no_screen_is_wider_than_sixty_columns_when_that_is_what_there_is() {
    for screen in SCREENS {
        for language in ["en", "nl"] {
            let answer = onfoot(&repository()).args(*screen).args(["--lang", language]).env("COLUMNS", "60").output().unwrap();
            for line in out(&answer).lines().filter(|line| !line.trim_start().starts_with("onfoot ")) {
                // A word that is longer than its place cannot be broken: it could not be copied any more.
                assert!(line.chars().count() <= 60 || line.trim().split(' ').count() <= 2, "{screen:?}: {line}");
            }
        }
    }
}

#[test]
fn every_command_line_on_a_screen_can_be_typed() {
    let mut tried = std::collections::BTreeSet::new();
    for screen in SCREENS {
        for language in ["en", "nl"] {
            let page = out(&onfoot(&repository()).args(*screen).args(["--lang", language]).output().unwrap());
            for line in page.lines() {
                tried.extend(command_line(line));
            }
        }
    }
    assert!(tried.len() > 20, "{tried:?}");
    for line in tried {
        // Asking for help checks the command and its options without doing it; words and lists are asked for real.
        let help = !["explain", "list"].iter().any(|command| line.starts_with(command));
        let words = shell(&line).into_iter().filter(|word| word != "...");
        let answer = onfoot(&repository()).args(words).args(help.then_some("--help")).output().unwrap();
        assert_eq!(code(&answer), 0, "onfoot {line}: {}", err(&answer));
    }
}

/// The words of a command line, as a shell takes quotes.
fn shell(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in line.split(['\'', '"']).enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// What follows `onfoot` on a line that shows a command, up to a gap of two spaces.
fn command_line(line: &str) -> Option<String> {
    let at = line.find("onfoot ").filter(|&at| at == 0 || line[..at].ends_with(' '))?;
    let typed = line[at + 7..].split("  ").next()?.trim();
    let placeholder = typed.contains("COMMAND") || typed.contains("OPDRACHT") || typed.contains('[');
    let prose = typed.starts_with(|c: char| c.is_ascii_digit()) || line.starts_with("onfoot ") && typed.contains(": ");
    (!placeholder && !prose && !typed.is_empty()).then(|| typed.to_owned())
}

#[test]
fn a_reader_who_hangs_up_is_a_quiet_end() {
    let mut child = onfoot(&repository()).args(["list", "parameters"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    let mut reader = BufReader::with_capacity(16, child.stdout.take().unwrap());
    reader.read_line(&mut first).unwrap();
    drop(reader);
    let mut complaints = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaints).unwrap();
    assert_eq!((child.wait().unwrap().code(), complaints.as_str()), (Some(0), ""));
    assert!(first.starts_with('['));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_and_is_not_a_success() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let answer = onfoot(&repository()).args(["list"]).stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(code(&answer), 2);
    assert!(err(&answer).starts_with("error: cannot write to the standard output"), "{}", err(&answer));
}

#[test]
fn a_wrong_command_line_is_answered_in_the_readers_language_with_what_was_meant() {
    for (words, en, nl) in [
        (&["rn"][..], "there is no command `rn`", "er is geen opdracht `rn`"),
        (&["run", "x.toml", "--replicats", "3"], "did you mean `--replicates`?", "bedoelde je `--replicates`?"),
        (&["run"], "FILE is missing", "FILE ontbreekt"),
        (&["run", "x.toml", "--seed", "abc"], "`abc` is not a value for `--seed <N>`", "`abc` is geen waarde voor `--seed <N>`"),
        (&["run", "x.toml", "--seed"], "needs a value", "heeft een waarde nodig"),
        (&["run", "x.toml", "--format", "xlsx"], "`xlsx` is not a value for", "`xlsx` is geen waarde voor"),
        (&["run", "x.toml", "--json", "--quiet"], "cannot go together", "gaat niet samen"),
        (&["list", "a", "b"], "`b` is not expected here", "`b` wordt hier niet verwacht"),
        (&["explain", "gosip"], "did you mean `gossip`", "bedoelde je `gossip`"),
        (&["list", "mesures"], "did you mean `measures`", "bedoelde je `measures`"),
    ] {
        for (language, said) in [("en", en), ("nl", nl)] {
            let answer = onfoot(&repository()).args(words).args(["--lang", language]).output().unwrap();
            assert_eq!(code(&answer), 2, "{words:?}");
            assert!(answer.stdout.is_empty() && err(&answer).contains(said), "{words:?}: {}", err(&answer));
        }
    }
}

#[test]
fn the_locale_chooses_the_language_and_the_option_overrides_it() {
    let first = |locale: &str, words: &[&str]| {
        let answer = onfoot(&repository()).args(words).env("LC_ALL", locale).output().unwrap();
        out(&answer)
    };
    assert!(first("nl_BE.UTF-8", &[]).contains("Begin hier"));
    assert!(first("nl_BE.UTF-8", &["--lang", "en"]).contains("Start here"));
    assert!(first("en_GB.UTF-8", &[]).contains("Start here"));
    assert!(first("nl_BE.UTF-8", &["run", "--help"]).contains("Gebruik: onfoot run"));
}

#[test]
fn numbers_have_a_comma_in_dutch_text_and_a_point_in_files() {
    let page = out(&run(&["explain", "belief.asymmetry_honesty", "--lang", "nl"]));
    let (text, file): (Vec<&str>, Vec<&str>) = page.lines().partition(|line| !line.contains('=') && !line.contains("belief."));
    let comma = |line: &&str| line.as_bytes().windows(3).any(|w| w[0].is_ascii_digit() && w[1] == b',' && w[2].is_ascii_digit());
    assert!(text.iter().any(comma), "{page}");
    assert!(!file.iter().any(comma) && file.iter().any(|line| line.contains("2.5")), "{page}");
}

#[test]
fn ascii_terminals_get_ascii() {
    for screen in SCREENS {
        let answer = onfoot(&repository()).args(*screen).args(["--lang", "nl"]).env("LC_ALL", "C").output().unwrap();
        assert!(answer.stdout.is_ascii(), "{screen:?}");
    }
}

#[test]
fn json_is_json() {
    for words in [&["list", "--json"][..], &["list", "belief", "--json"], &["explain", "trust", "--json"], &["list", "scenarios", "--json"]]
    {
        let answer = run(words);
        let value: serde_json::Value = serde_json::from_slice(&answer.stdout).unwrap();
        assert!(value.is_object() && code(&answer) == 0, "{words:?}");
    }
    let answer = run(&["explain", "belief.asymmetry_honesty", "--json", "--lang", "nl"]);
    let value: serde_json::Value = serde_json::from_slice(&answer.stdout).unwrap();
    assert!(value["words"][0]["default"].is_number(), "{value}");
}

#[test]
fn everything_that_is_listed_can_be_explained_in_both_languages() {
    let value: serde_json::Value = serde_json::from_slice(&run(&["list", "--json"]).stdout).unwrap();
    let words: Vec<&str> = value["rows"].as_array().unwrap().iter().map(|row| row["word"].as_str().unwrap()).collect();
    assert!(words.len() > 200);
    for language in ["en", "nl"] {
        // In one go: each word is looked up and shown as when asked alone.
        let answer = onfoot(&repository()).arg("explain").args(&words).args(["--lang", language]).output().unwrap();
        assert_eq!(code(&answer), 0, "{}", err(&answer));
    }
}

#[test]
fn dutch_words_find_english_ones() {
    for (dutch, english) in
        [("roddel", "gossip"), ("vertrouwen", "trust"), ("verontschuldiging", "apology"), ("welzijn", "wellbeing"), ("tweeling", "twin")]
    {
        let answer = run(&["explain", dutch]);
        assert_eq!(code(&answer), 0, "{dutch}");
        assert!(out(&answer).contains(english), "{dutch}: {}", out(&answer));
    }
}

/// A folder with `small.toml`, in which little happens in little time.
fn study() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("the test's own folder and program");
    let text = r#"
        title = "Small"
        question = "Does the front door work?"
        [run]
        length = "12 weeks"
        replicates = 4
        surveys = ["12 weeks"]
        [organisation]
        teams = 2
        team_size = 4
        [[event]]
        id = "broken"
        day = 20
        what = "breach"
        by = "leader"
        kind = "integrity"
        severity = 0.3
    "#;
    std::fs::write(folder.path().join("small.toml"), text).expect("the test's own folder and program");
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .expect("the test's own folder and program")
        .map(|entry| {
            entry.expect("the test's own folder and program").file_name().into_string().expect("the test's own folder and program")
        })
        .collect();
    names.sort();
    names
}

#[test]
fn a_run_writes_its_folder_says_what_came_out_and_knows_it_the_second_time() {
    let study = study();
    let answer = onfoot(study.path()).args(["run", "small.toml"]).output().unwrap();
    assert_eq!(code(&answer), 0, "{}", err(&answer));
    let first = err(&answer).lines().next().unwrap_or_default().to_owned();
    assert!(first.contains("8 people, 2 teams, 12 weeks") && first.contains("seed"), "{first}");
    assert!(err(&answer).contains(" 50 %") && err(&answer).contains("100 %"), "{}", err(&answer));
    let page = out(&answer);
    for part in ["finished in", "Trust in the leader", "median", "Files in output/small", "figures/", "Next: onfoot run small.toml"] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(page.lines().last().unwrap().starts_with("Next: "), "{page}");
    assert!(page.lines().all(|line| line.chars().count() <= 80 || line.contains("onfoot ")), "{page}");
    let folder = study.path().join("output/small");
    for file in ["manifest.json", "scenario.toml", "resolved.toml", "runs.csv", "series.parquet", "summary.csv", "recovery.csv", "figures"]
    {
        assert!(names(&folder).contains(&file.to_owned()), "{file} in {:?}", names(&folder));
    }

    let again = onfoot(study.path()).args(["run", "small.toml"]).output().unwrap();
    assert_eq!(code(&again), 0);
    assert!(out(&again).starts_with("already computed") && out(&again).contains("output/small"), "{}", out(&again));
    let other = onfoot(study.path()).args(["run", "small.toml", "--seed", "9"]).output().unwrap();
    assert_eq!(code(&other), 2);
    assert!(err(&other).contains("--force") && err(&other).contains("-o output/small-"), "{}", err(&other));
    let csv = onfoot(study.path()).args(["run", "small.toml", "--format", "csv"]).output().unwrap();
    assert_eq!(code(&csv), 2);
    assert!(err(&csv).contains("other table format"), "{}", err(&csv));
}

#[test]
fn programs_get_one_object_and_scripts_get_one_path() {
    let study = study();
    let quiet = onfoot(study.path()).args(["run", "small.toml", "--quiet", "--replicates", "2", "-o", "here/there"]).output().unwrap();
    assert_eq!((code(&quiet), out(&quiet).as_str(), err(&quiet).as_str()), (0, "here/there\n", ""));
    assert!(study.path().join("here/there/manifest.json").exists());
    let json = onfoot(study.path()).args(["run", "small.toml", "--json", "--format", "csv", "--lang", "nl"]).output().unwrap();
    let object: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((object["folder"].as_str(), object["lives"].as_u64(), object["failed"].as_u64()), (Some("output/small"), Some(8), Some(0)));
    let row = &object["arms"][0]["recovery"][1];
    assert_eq!((row["breach"].as_str(), row["referent"].as_str()), (Some("broken"), Some("leader")));
    assert!(row["level_before"].is_number() && object["arms"][0]["sentences"].is_array(), "{row}");
    assert!(study.path().join("output/small/series.csv").exists());
}

#[test]
fn the_report_is_in_the_manifest_the_same_on_any_number_of_threads_and_says_what_the_tables_say() {
    let folder = study();
    let page = |threads: &str, place: &str| {
        let words = ["run", "small.toml", "--quiet", "--lang", "nl", "--threads", threads, "-o", place];
        assert_eq!(code(&onfoot(folder.path()).args(words).output().unwrap()), 0);
        std::fs::read_to_string(folder.path().join(place).join("report.html")).unwrap()
    };
    let whole = page("1", "one");
    assert_eq!(whole, page("2", "two"));
    assert!(whole.len() < 6_000_000 && whole.starts_with("<!doctype html>\n<html lang=\"nl\">"));
    assert!(whole.contains("<main lang=\"en\"") && whole.contains("<main lang=\"nl\""));
    let manifest = std::fs::read_to_string(folder.path().join("one/manifest.json")).unwrap();
    assert!(manifest.contains("\"report.html\""));

    let data = whole.split("id=\"data\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    let mut compared = 0;
    for (file, chart) in [("trust", "trust-leader"), ("trust", "trust-top"), ("engagement", "engagement-whole"), ("output", "output-whole")]
    {
        let chart = data["charts"].as_array().unwrap().iter().find(|row| row["id"] == chart).unwrap();
        let (measure, whose) = chart["id"].as_str().unwrap().split_once('-').unwrap();
        let whose = if whose == "whole" { "" } else { whose };
        let table = std::fs::read_to_string(folder.path().join(format!("one/figures/{file}.csv"))).unwrap();
        for line in chart["lines"].as_array().unwrap() {
            let days = chart["days"].as_array().unwrap().iter().zip(line["median"].as_array().unwrap());
            for (at, (day, median)) in days.enumerate() {
                let start = format!("{},{measure},{whose},{day},", line["name"].as_str().unwrap());
                let row = table.lines().find(|row| row.starts_with(&start)).unwrap_or_else(|| panic!("{file}: {start}"));
                let cells: Vec<f64> = row.split(',').skip(4).map(|cell| cell.parse().unwrap_or(f64::NAN)).collect();
                let same = |shown: &serde_json::Value, cell: f64| shown.as_f64().map_or(cell.is_nan(), |shown| (shown - cell).abs() < 6e-5);
                assert!(same(median, cells[3]) && same(&line["outer"][0][at], cells[1]) && same(&line["outer"][1][at], cells[5]), "{row}");
                compared += 1;
            }
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn a_run_in_dutch_has_commas_on_the_screen_and_points_in_its_files() {
    let study = study();
    let answer = onfoot(study.path())
        .args(["run", "small.toml", "--replicates", "2", "--format", "csv"])
        .env("LC_ALL", "nl_BE.UTF-8")
        .output()
        .unwrap();
    let page = out(&answer);
    let between = |mark: u8| {
        let digits = |w: &[u8]| w[0] == b'0' && w[1] == mark && w[2].is_ascii_digit(); // 0,5 and not 1.234
        page.lines().filter(|line| !line.contains("onfoot ")).any(|line| line.as_bytes().windows(3).any(digits))
    };
    assert!(between(b',') && !between(b'.'), "{page}");
    assert!(page.contains("Vertrouwen in de leidinggevende") && page.contains("Bestanden in"), "{page}");
    let table = std::fs::read_to_string(study.path().join("output/small/recovery.csv")).unwrap();
    assert!(table.lines().nth(1).unwrap().contains("0."), "{table}");
}

#[test]
fn a_run_fits_sixty_columns_and_ascii() {
    let study = study();
    for language in ["en", "nl"] {
        let answer = onfoot(study.path())
            .args(["run", "small.toml", "--force", "--replicates", "2", "--lang", language])
            .envs([("COLUMNS", "60"), ("LC_ALL", "C")])
            .output()
            .unwrap();
        let all = out(&answer) + &err(&answer);
        assert!(all.is_ascii(), "{all}");
        for line in all.lines().filter(|line| !line.contains("onfoot ")) {
            assert!(line.len() <= 60, "{line}");
        }
    }
}

#[test]
fn a_check_says_what_a_run_would_do_and_writes_nothing() {
    let study = study();
    let answer = onfoot(study.path()).args(["check", "small.toml", "--replicates", "100"]).output().unwrap();
    assert_eq!(code(&answer), 0);
    for part in ["small.toml: no faults", "8 people in 2 teams", "= 200", "rows", "threads"] {
        assert!(out(&answer).contains(part), "{part} in {}", out(&answer));
    }
    std::fs::write(study.path().join("wrong.toml"), "[run]\nlenght = \"2 years\"\nreplicates = 0\n").unwrap();
    let answer = onfoot(study.path()).args(["check", "wrong.toml", "small.toml", "--error-format", "short"]).output().unwrap();
    assert_eq!(code(&answer), 2);
    assert_eq!(err(&answer).lines().filter(|line| line.starts_with("wrong.toml:")).count(), 2, "{}", err(&answer));
    assert!(out(&answer).contains("small.toml: no faults"));
    let json = onfoot(study.path()).args(["check", "wrong.toml", "small.toml", "--json"]).output().unwrap();
    let object: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((object["files"][0]["valid"].as_bool(), object["files"][1]["lives"].as_u64()), (Some(false), Some(8)));
    assert_eq!(names(study.path()), ["small.toml", "wrong.toml"]);
}

#[test]
fn a_check_foresees_what_a_run_leaves_on_the_disk_and_what_is_there_already() {
    let place = study();
    let at = place.path();
    let ask = |words: &[&str]| onfoot(at).args(words).output().unwrap();
    let check = |set: &[&str]| {
        let answer = ask(&[&["check", "small.toml", "--json"], set].concat());
        serde_json::from_slice::<serde_json::Value>(&answer.stdout).unwrap()["files"][0].clone()
    };
    let size = |folder: &Path| {
        let mut folders = vec![folder.to_owned()];
        let mut bytes = 0;
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
                if entry.file_type().unwrap().is_dir() { folders.push(entry.path()) } else { bytes += entry.metadata().unwrap().len() }
            }
        }
        bytes as f64
    };
    let sets: [&[&str]; 6] = [
        &[],
        &["--replicates", "40"],
        &["--set", "run.record=daily", "--set", "run.ledger=true", "--set", "organisation.teams=12"],
        &["--worlds", "10", "--set", "run.record=monthly", "--set", "run.twin=false"],
        &["--set", "run.surveys=[1, 10, 20, 30, 40, 50, 60]", "--set", "organisation.teams=100"],
        &["--set", "run.length=\"3 years\"", "--set", "run.record_teams=false"],
    ];
    for set in sets {
        for (format, key) in [("parquet", "bytes"), ("csv", "bytes_csv")] {
            assert_eq!(code(&ask(&[&["run", "small.toml", "-q", "-o", "out", "--force", "--format", format], set].concat())), 0);
            let ratio = check(set)[key].as_f64().unwrap() / size(&at.join("out"));
            assert!((1.0 / 1.5..1.5).contains(&ratio), "{set:?} {format}: {ratio}");
        }
    }
    assert!(check(&[])["fits"] == true && check(&[])["memory"].as_f64().unwrap() > 1e7 && check(&[])["kept"] == 0);
    let large = ["--set", "organisation.teams=1000000", "--set", "organisation.team_size=50", "--replicates", "1000000"];
    let answer = ask(&[&["check", "small.toml"], &large[..]].concat());
    assert!(err(&answer).contains("too little disk") && err(&answer).contains("too little memory"), "{}", err(&answer));
    assert_eq!(code(&ask(&["run", "small.toml", "-q"])), 0);
    let more = check(&["--replicates", "6"]);
    assert!((&more["kept"], &more["lives"]) == (&8.into(), &12.into()) && check(&[])["kept"] == 8, "{more}");
    let said = |language| out(&ask(&["check", "small.toml", "--replicates", "6", "--lang", language]));
    assert!(said("en").contains("8 of 12 replicates are kept in output/small"), "{}", said("en"));
    assert!(said("nl").contains("8 van 12 herhalingen zijn bewaard in output/small"), "{}", said("nl"));
}

#[test]
fn faults_come_in_the_form_asked_for() {
    let study = study();
    std::fs::write(study.path().join("wrong.toml"), "[run]\nlenght = \"2 years\"\n").unwrap();
    let told = |words: &[&str], narrated: &str| {
        let answer = onfoot(study.path()).args(["run", "wrong.toml"]).args(words).env("NO_GRAPHICS", narrated).output().unwrap();
        assert_eq!((code(&answer), answer.stdout.len()), (2, 0));
        err(&answer)
    };
    assert!(told(&[], "").contains("^^^^^^"));
    assert!(!told(&[], "1").contains('^') && told(&[], "1").contains("line 2"));
    assert!(told(&["--error-format", "short"], "").starts_with("wrong.toml:2:1: error[E011]"));
    assert!(told(&["--error-format", "short", "--lang", "nl"], "").contains("sleutel"));
    for line in told(&["--error-format", "json"], "").lines() {
        assert!(serde_json::from_str::<serde_json::Value>(line).is_ok(), "{line}");
    }
    assert_eq!(names(study.path()), ["small.toml", "wrong.toml"]);
}

#[test]
#[cfg(unix)]
fn an_interrupted_run_keeps_what_it_has_and_goes_on() {
    let study = study();
    let words = ["run", "small.toml", "--set", "run.length=\"10 years\"", "--replicates", "400", "--threads", "1"];
    let mut child = onfoot(study.path()).args(words).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut notes = BufReader::new(child.stderr.take().unwrap());
    let mut told = String::new();
    while !told.contains(" %") {
        assert_ne!(notes.read_line(&mut told).unwrap(), 0, "{told}");
    }
    let interrupted = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(interrupted.success());
    notes.read_to_string(&mut told).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130), "{told}");
    let next = told.lines().last().unwrap();
    assert!(next.starts_with("Continue: onfoot run small.toml") && next.ends_with("--resume"), "{told}");
    let kept = names(&study.path().join("output/small"));
    assert!(kept.contains(&"unfinished.json".to_owned()) && !kept.contains(&"manifest.json".to_owned()), "{kept:?} {told}");
    // Tables of what is done: as many lives of the arm as of its twin.
    assert!(told.contains("output/small holds tables of what is done: the first"), "{told}");
    let runs = std::fs::read_to_string(study.path().join("output/small/runs.csv")).unwrap();
    let of = |arm: &str| runs.lines().filter(|line| line.starts_with(arm)).count();
    assert!(of("main,") > 0 && of("main,") == of("twin,"), "{runs}");
    for table in ["series.parquet", "summary.csv", "recovery.csv"] {
        assert!(kept.contains(&table.to_owned()), "{kept:?}");
    }
}

/// Whether this process, and so every one that it starts, ignores hang-ups.
#[cfg(unix)]
fn ignores_hang_ups() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    ignored.is_some_and(|mask| u64::from_str_radix(mask.trim(), 16).is_ok_and(|mask| mask & 1 == 1))
}

#[test]
#[cfg(unix)]
fn a_run_that_was_hung_up_on_and_damaged_ends_as_one_in_one_go() {
    let study = study();
    if ignores_hang_ups() {
        return; // under `nohup` a run goes on, as it should
    }
    let words = ["run", "small.toml", "--set", "run.length=\"4 years\"", "--replicates", "60", "--threads", "1"];
    let mut child =
        onfoot(study.path()).args(words).args(["--format", "csv"]).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut notes = BufReader::new(child.stderr.take().unwrap());
    let mut told = String::new();
    while !told.contains(" %") {
        assert_ne!(notes.read_line(&mut told).unwrap(), 0, "{told}");
    }
    assert!(Command::new("kill").args(["-HUP", &child.id().to_string()]).status().unwrap().success());
    notes.read_to_string(&mut told).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130), "{told}");
    let folder = study.path().join("output/small");
    let part = names(&folder.join(".onfoot-parts")).swap_remove(0);
    std::fs::write(folder.join(".onfoot-parts").join(&part), "damaged").unwrap();
    assert!(folder.join("series.csv").exists());
    // It goes on with tables of the other form: those of what was done are not left beside them.
    let rest = onfoot(study.path()).args(words).arg("--resume").output().unwrap();
    assert!(code(&rest) == 0 && err(&rest).contains("set aside") && err(&rest).contains(&format!("{part}.damaged")), "{}", err(&rest));
    assert!(!folder.join("series.csv").exists());
    assert_eq!(code(&onfoot(study.path()).args(words).args(["-q", "-o", "whole"]).output().unwrap()), 0);
    for file in
        names(&study.path().join("whole")).iter().filter(|name| name.contains('.') && *name != "manifest.json" && *name != "report.html")
    {
        assert!(std::fs::read(study.path().join("whole").join(file)).unwrap() == std::fs::read(folder.join(file)).unwrap(), "{file}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn where_no_thread_can_be_started_the_one_that_is_there_does_all() {
    let study = study();
    for words in [
        &["run", "small.toml", "-q", "-o", "a", "--threads", "8"][..],
        &["sensitivity", "small.toml", "-q", "--worlds", "8"],
        &["verify", "a"],
    ] {
        // Stacks for which there is no room.
        let done = onfoot(study.path()).args(words).env("RUST_MIN_STACK", "70000000000000").output().unwrap();
        assert_eq!((code(&done), err(&done).contains("panicked")), (0, false), "{words:?} {}", err(&done));
    }
    let many = onfoot(study.path()).args(["run", "small.toml", "--threads", "100000"]).output().unwrap();
    assert!(code(&many) == 2 && !err(&many).is_empty() && !err(&many).contains("panicked"), "{}", err(&many));
}

#[test]
fn a_new_study_can_be_checked_as_it_is_and_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    for (template, language) in [("minimal", "en"), ("hypothesis", "nl"), ("policies", "en"), ("demo", "nl")] {
        let made = onfoot(folder.path()).args(["new", template, "--template", template, "--lang", language]).output().unwrap();
        assert_eq!(code(&made), 0, "{}", err(&made));
        let typed = command_line(out(&made).lines().last().unwrap()).unwrap();
        assert_eq!(typed, format!("run {template}/scenario.toml"));
        let checked = onfoot(folder.path()).args(["check", &format!("{template}/scenario.toml")]).output().unwrap();
        assert_eq!((code(&checked), err(&checked).as_str()), (0, ""), "{template}");
    }
    std::fs::write(folder.path().join("minimal/README.md"), "mine").unwrap();
    let again = onfoot(folder.path()).args(["new", "minimal"]).output().unwrap();
    assert_eq!(code(&again), 2);
    assert!(err(&again).contains("README.md, scenario.toml"), "{}", err(&again));
    assert_eq!(std::fs::read_to_string(folder.path().join("minimal/README.md")).unwrap(), "mine");
    assert_eq!(code(&onfoot(folder.path()).args(["new", "minimal/README.md"]).output().unwrap()), 2); // a file is in the way
}

#[test]
fn the_schema_is_json_and_nothing_else() {
    let answer = run(&["schema"]);
    let schema: serde_json::Value = serde_json::from_slice(&answer.stdout).unwrap();
    assert_eq!((code(&answer), err(&answer).as_str()), (0, ""));
    assert!(schema["properties"]["run"].is_object());
}

#[test]
fn the_odd_protocol_goes_to_stdout_or_to_a_file_and_never_over_the_scenario() {
    let study = study();
    let told = |words: &[&str]| onfoot(study.path()).arg("odd").args(words).output().unwrap();
    for (language, first, last) in
        [("en", "## 1. Purpose and patterns", "## 7. Submodels"), ("nl", "## 1. Doel en patronen", "## 7. Deelmodellen")]
    {
        let answer = told(&["small.toml", "--lang", language]);
        assert_eq!((code(&answer), err(&answer).as_str()), (0, ""));
        let page = out(&answer);
        assert!(
            page.starts_with("# onfoot: ODD") && page.contains(first) && page.contains(last) && page.contains("#### `broken`"),
            "{page}"
        );
        assert_eq!(code(&told(&["--lang", language])), 0);
    }
    let written = told(&["small.toml", "-o", "texts/odd.md"]);
    assert_eq!((code(&written), out(&written).as_str()), (0, "Written: texts/odd.md\n"), "{}", err(&written));
    assert_eq!(std::fs::read_to_string(study.path().join("texts/odd.md")).unwrap(), out(&told(&["small.toml"])));
    assert_eq!(names(&study.path().join("texts")), ["odd.md"]);
    let before = std::fs::read_to_string(study.path().join("small.toml")).unwrap();
    let refused = told(&["small.toml", "-o", "./small.toml"]);
    assert_eq!(code(&refused), 2);
    assert!(err(&refused).contains("`./small.toml` is read by this command and never written over"), "{}", err(&refused));
    assert_eq!(std::fs::read_to_string(study.path().join("small.toml")).unwrap(), before);
    assert_eq!(code(&told(&["-o", "texts"])), 2); // a folder is in the way
    assert!(code(&told(&["none.toml"])) == 2 && err(&told(&["none.toml"])).contains("none.toml"));
}

#[test]
fn works_are_cited_to_read_and_as_bibtex() {
    let study = study();
    let told = |words: &[&str]| onfoot(study.path()).arg("cite").args(words).output().unwrap();
    for (language, said) in [("en", "Dirks, K. T., & Ferrin, D. L. (2002)."), ("nl", "[computersoftware]")] {
        let answer = onfoot(study.path()).args(["cite", "small.toml", "--lang", language]).env("COLUMNS", "100").output().unwrap();
        assert!(
            code(&answer) == 0 && out(&answer).contains(said) && out(&answer).contains("onfoot cite --format bibtex"),
            "{}",
            out(&answer)
        );
        let narrow = onfoot(study.path()).args(["cite", "--lang", language]).envs([("COLUMNS", "60"), ("LC_ALL", "C")]).output().unwrap();
        assert!(out(&narrow).is_ascii() && !out(&narrow).contains("?z"), "{}", out(&narrow));
        for line in out(&narrow).lines() {
            assert!(line.len() <= 60 || line.trim().split(' ').count() <= 2, "{line}");
        }
    }
    let answer = told(&["--format", "bibtex"]);
    assert_eq!((code(&answer), err(&answer).as_str()), (0, ""));
    assert!(out(&answer).starts_with("@misc{onfoot,\n") && out(&answer).contains("\n@article{dirks2002,\n"), "{}", out(&answer));
    assert!(out(&answer).contains(concat!("version = {", env!("CARGO_PKG_VERSION"), "}")));
    assert_eq!(code(&told(&["--format", "ris"])), 2);
    assert!(code(&told(&["none.toml"])) == 2 && err(&told(&["none.toml"])).contains("none.toml"));
}

#[test]
fn a_word_that_is_a_list_too_shows_both_ways() {
    let page = out(&run(&["explain", "breaches"])); // a measure, and the kinds of breach
    assert!(page.contains("Breaches since day 0") && page.contains("onfoot list breaches"), "{page}");
    assert!(out(&run(&["explain", "day"])).contains("day.news"));
}

#[test]
fn a_validation_writes_its_table_and_its_picture_apart_and_says_no_when_something_is_lost() {
    let place = tempfile::tempdir().unwrap();
    let ask = |words: &[&str]| onfoot(place.path()).args(["validate", "SF-37a", "SF-39", "--quick"]).args(words).output().unwrap();
    let met = ask(&[]);
    assert_eq!(code(&met), 0, "{}{}", out(&met), err(&met));
    let table = std::fs::read_to_string(place.path().join("output/validation/validation.csv")).unwrap();
    assert!(table.starts_with("id,strength,status,decides,finding,") && table.lines().count() == 3, "{table}");
    assert_eq!(names(&place.path().join("output/validation/figures")).len(), 4);
    let lost = ask(&["--set", "mechanisms.withholding=false", "--json"]);
    assert_eq!(code(&lost), 1);
    let said: serde_json::Value = serde_json::from_str(&out(&lost)).unwrap();
    assert!(said["lost"].as_array().unwrap().contains(&"SF-39".into()), "{said}");
    let unknown = onfoot(place.path()).args(["validate", "XX-1"]).output().unwrap();
    assert_eq!(code(&unknown), 2);
    assert!(err(&unknown).contains("XX-1") && err(&unknown).contains("VT-01"), "{}", err(&unknown));
}

#[test]
fn an_ablation_says_which_mechanism_a_finding_needs() {
    let place = tempfile::tempdir().unwrap();
    let words = ["validate", "SF-39", "--quick", "--ablation", "--json"];
    let said = onfoot(place.path()).args(words).output().unwrap();
    let said: serde_json::Value = serde_json::from_str(&out(&said)).unwrap();
    assert_eq!(said["lost_without"]["withholding"], serde_json::json!(["SF-39"]));
    let table = std::fs::read_to_string(place.path().join("output/validation/ablation.csv")).unwrap();
    assert!(table.lines().any(|line| line.starts_with("withholding,SF-39,") && line.ends_with(",pass,miss")), "{table}");
}

#[test]
fn a_calibration_writes_values_that_a_scenario_can_be_based_on_and_goes_on_from_what_it_has() {
    let place = tempfile::tempdir().unwrap();
    let words = [
        "calibrate",
        "VT-09",
        "--free",
        "turnover.base",
        "--set",
        "turnover.base=-8",
        "--evaluations",
        "12",
        "--replicates",
        "3",
        "--quick",
    ];
    let ask = || onfoot(place.path()).args(words).arg("--json").output().unwrap();
    let first: serde_json::Value = serde_json::from_str(&out(&ask())).unwrap();
    assert!(first["distance"]["fitted"].as_f64().unwrap() < first["distance"]["start"].as_f64().unwrap(), "{first}");
    let again: serde_json::Value = serde_json::from_str(&out(&ask())).unwrap();
    assert_eq!((&again["parameters"], &again["evaluations"]["recalled"]), (&first["parameters"], &again["evaluations"]["all"]));
    let own = "based_on = \"output/calibration/preset.toml\"\n[run]\nlength = \"1 year\"\n";
    std::fs::write(place.path().join("mine.toml"), own).unwrap();
    let checked = onfoot(place.path()).args(["check", "mine.toml"]).output().unwrap();
    assert_eq!(code(&checked), 0, "{}", err(&checked));
    let worlds = ["run", "mine.toml", "--worlds", "4", "--replicates", "2", "--quiet"];
    assert_eq!(code(&onfoot(place.path()).args(worlds).output().unwrap()), 0);
    let drawn = std::fs::read_to_string(place.path().join("output/mine/worlds.csv")).unwrap();
    let drawn: Vec<&str> = drawn.lines().filter(|line| line.ends_with(",posterior")).collect();
    let values: std::collections::BTreeSet<&str> = drawn.iter().map(|line| line.split(',').nth(2).unwrap()).collect();
    assert!(drawn.len() == 4 && values.len() == 4 && drawn[0].contains("turnover.base"), "{drawn:?}");
    let wrong = onfoot(place.path()).args(["calibrate", "--free", "turnover.bse"]).output().unwrap();
    assert_eq!(code(&wrong), 2);
    assert!(err(&wrong).contains("turnover.base"), "{}", err(&wrong));
}

#[test]
fn worlds_are_made_anew_and_say_how_many_met_and_the_same_on_any_number_of_threads() {
    let place = tempfile::tempdir().unwrap();
    let ask = |threads: &str, more: &[&str]| {
        let words =
            ["worlds", "--keep", "4", "--candidates", "4", "--design", "8", "--replicates", "2", "--threads", threads, "-o", threads];
        onfoot(place.path()).args(words).args(more).output().unwrap()
    };
    let said: serde_json::Value = serde_json::from_str(&out(&ask("1", &["--json"]))).unwrap();
    assert_eq!((&said["candidates"], &said["kept"]), (&serde_json::json!(4), &said["effective_sample_size"]));
    let shown = ask("2", &["--lang", "nl"]);
    assert!(code(&shown) < 2 && out(&shown).contains("VT-09") && out(&shown).contains("effectieve steekproefgrootte"), "{}", out(&shown));
    for table in ["candidates.csv", "directions.csv", "bands.csv", "codebook.csv"] {
        let [one, two] = ["1", "2"].map(|folder| std::fs::read(place.path().join(folder).join(table)).unwrap());
        assert!(one == two, "{table}");
    }
    let taken = onfoot(place.path()).args(["worlds", "--keep", "4", "-o", "1/bands.csv"]).output().unwrap();
    assert_eq!(code(&taken), 2);
}

/// A column of a CSV file.
fn column(text: &str, name: &str) -> Vec<String> {
    let at = text.lines().next().unwrap().split(',').position(|head| head == name).unwrap_or_else(|| panic!("{name}: {text}"));
    text.lines().skip(1).map(|line| line.split(',').nth(at).unwrap().to_owned()).collect()
}

#[test]
fn worlds_keep_luck_and_doubt_apart_and_the_tables_say_the_same() {
    let place = study();
    let lived = |folder: &str, threads: &str| {
        let words = ["run", "small.toml", "--worlds", "4", "--replicates", "3", "-o", folder, "--threads", threads, "--lang", "nl"];
        let answer = onfoot(place.path()).args(words).output().unwrap();
        assert_eq!(code(&answer), 0, "{}", err(&answer));
        out(&answer)
    };
    assert!(lived("one", "1").contains("twijfel"));
    lived("two", "2");
    let text = |folder: &str, file: &str| std::fs::read_to_string(place.path().join(folder).join(file)).unwrap();
    for file in ["runs.csv", "summary.csv", "recovery.csv", "worlds.csv"] {
        assert_eq!(text("one", file), text("two", file), "{file}");
    }
    let runs = text("one", "runs.csv");
    let arms = column(&runs, "arm");
    let arm = arms[0].clone();
    let numbers = |name: &str| -> Vec<f64> {
        column(&runs, name).into_iter().zip(&arms).filter(|(_, own)| **own == arm).map(|(cell, _)| cell.parse().unwrap()).collect()
    };
    let (world, trust) = (numbers("world"), numbers("trust_leader"));
    assert_eq!(trust.len(), 12);
    // The analysis of variance, once more.
    let own = |w: usize| -> Vec<f64> { trust.iter().zip(&world).filter(|(_, of)| **of as usize == w).map(|(y, _)| *y).collect() };
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let means: Vec<f64> = (0..4).map(|w| mean(&own(w))).collect();
    let luck = (0..4).flat_map(|w| own(w).into_iter().map(move |y| (w, y))).map(|(w, y)| (y - means[w]).powi(2)).sum::<f64>() / 8.0;
    let across = means.iter().map(|own| (own - mean(&means)).powi(2)).sum::<f64>() / 3.0;
    let summary = text("one", "summary.csv");
    let wanted = |row: &&str| row.starts_with(&format!("{arm},trust,leader,"));
    let last = summary.lines().rfind(wanted).unwrap();
    let head = summary.lines().next().unwrap();
    let told = |name: &str| column(&format!("{head}\n{last}\n"), name)[0].parse::<f64>().unwrap();
    let off = told("luck_sd") - luck.sqrt();
    assert!(off.abs() < 1e-8, "{off} {last}"); // tables show nine digits
    assert!((told("doubt_sd") - (across - luck / 3.0).max(0.0).sqrt()).abs() < 1e-8, "{last}");
    let lone = onfoot(place.path()).args(["check", "small.toml", "--worlds", "4", "--replicates", "1"]).output().unwrap();
    assert!(code(&lone) == 2 && err(&lone).contains("E044"), "{}", err(&lone));
}

#[test]
fn a_sensitivity_tells_luck_from_doubt_and_names_what_the_outcome_hangs_on() {
    let place = study();
    let ask = |words: &[&str]| onfoot(place.path()).args(["sensitivity", "small.toml", "--worlds", "16"]).args(words).output().unwrap();
    let said: serde_json::Value = serde_json::from_str(&out(&ask(&["--json"]))).unwrap();
    assert!(said["arms"][0]["luck_sd"].as_f64().unwrap() > 0.0 && said["worlds"] == 16, "{said}");
    let folder = place.path().join("output/small-sensitivity");
    let worlds = std::fs::read_to_string(folder.join("worlds.csv")).unwrap();
    assert!(worlds.lines().count() == 17 && worlds.starts_with("world,arm:"), "{worlds}");
    let table = std::fs::read_to_string(folder.join("sensitivity.csv")).unwrap();
    assert!(table.starts_with("design,arm,mean,luck_sd,doubt_sd,parameter,grade,effect,effect_se"), "{table}");
    assert_eq!(code(&ask(&["--lang", "nl"])), 0);
    let run = |words: &[&str]| out(&onfoot(place.path()).args(["run", "small.toml"]).args(words).output().unwrap());
    let known = run(&["-o", "known"]);
    assert!(known.contains("What it hangs on:") && !known.contains("onfoot sensitivity"), "{known}");
    assert!(run(&["-o", "other", "--seed", "9"]).contains("What it hangs on: onfoot sensitivity small.toml"));
    // Nothing of it is lived that was not asked for.
    let plain = run(&["-o", "plain", "--replicates", "10"]);
    assert!(plain.contains("What it hangs on:"), "{plain}");
    assert!(!place.path().join("plain/sensitivity.csv").exists());
    let late = onfoot(place.path()).args(["run", "small.toml", "-o", "plain", "--replicates", "10", "--screen"]).output().unwrap();
    assert!(code(&late) == 2 && err(&late).contains("made without --screen") && err(&late).contains("--force"), "{}", err(&late));
    let asked = onfoot(place.path()).args(["run", "small.toml", "-o", "said", "--replicates", "2", "--screen"]).output().unwrap();
    assert!(err(&asked).contains("in 64 more worlds"), "{}", err(&asked));
    let earnest = run(&["-o", "earnest", "--replicates", "10", "--screen"]);
    assert!(earnest.contains("What it hangs on:") && !earnest.contains("onfoot sensitivity"), "{earnest}");
    let found = std::fs::read_to_string(place.path().join("earnest/sensitivity.csv")).unwrap();
    assert!(found.starts_with("design,arm,") && found.lines().count() >= 2, "{found}");
    assert_eq!(code(&onfoot(place.path()).args(["sensitivity", "none.toml"]).output().unwrap()), 2);
}

/// A small story with three answers, one of which does nothing at a price.
fn policies() -> tempfile::TempDir {
    let place = study();
    let more = r#"
        [[repair]]
        id = "apology"
        what = "apology"
        after = "broken"
        [[repair]]
        id = "support"
        what = "consistent_support"
        after = "broken"
        duration = "8 weeks"
        [[repair]]
        id = "idle"
        what = "apology"
        after = "broken"
        strength = 0.0
        cost = 50
        [arms]
        nothing = { repairs = [] }
        deeds = { repairs = ["apology", "support"] }
        idle = { repairs = ["idle"] }
    "#;
    let text = std::fs::read_to_string(place.path().join("small.toml")).unwrap();
    std::fs::write(place.path().join("policies.toml"), text + more).unwrap();
    place
}

#[test]
fn a_comparison_ranks_nothing_before_a_worth_is_said_and_judges_anew_without_living_again() {
    let place = policies();
    let ask = |words: &[&str]| {
        onfoot(place.path()).args(["compare", "policies.toml", "--worlds", "8", "--replicates", "3"]).args(words).output().unwrap()
    };
    let first = ask(&[]);
    assert_eq!(code(&first), 0, "{}", err(&first));
    assert!(err(&first).contains("100 %") && out(&first).contains("--worth") && !out(&first).contains("regret"), "{}", out(&first));
    assert!(out(&first).contains("never"), "what avoids nobody never pays: {}", out(&first));
    let folder = place.path().join("output/policies-compare");
    let text = |file: &str| std::fs::read_to_string(folder.join(file)).unwrap();
    assert_eq!(text("comparison/ranking.csv").lines().count(), 1);

    let ranked = ask(&["--worth", "60"]);
    assert!(!err(&ranked).contains("100 %") && out(&ranked).to_lowercase().contains("regret"), "{}", err(&ranked));
    let order = text("comparison/ranking.csv");
    let numbers = |table: &str, name: &str| -> Vec<f64> { column(table, name).iter().map(|cell| cell.parse().unwrap()).collect() };
    let regret = numbers(&order, "regret");
    assert!(regret.windows(2).all(|pair| pair[0] <= pair[1]), "{order}");
    assert!((numbers(&order, "best_in").iter().sum::<f64>() - 1.0).abs() < 1e-9, "{order}");
    assert!(numbers(&order, "largest_regret").iter().zip(&regret).all(|(most, mean)| most >= mean), "{order}");
    let dutch = ask(&["--worth", "60", "--lang", "nl"]);
    assert!(out(&dutch).contains("misgelopen"), "{}", out(&dutch));

    // Regret once more, from the outcomes.
    let outcomes = text("outcomes.csv");
    let (arm, world) = (column(&outcomes, "arm"), column(&outcomes, "world"));
    let objective = |name: &str, w: usize| -> f64 {
        let own: Vec<f64> = (0..arm.len())
            .filter(|row| arm[*row] == name && world[*row] == w.to_string())
            .map(|row| -60.0 * numbers(&outcomes, "leavers")[row] - numbers(&outcomes, "cost")[row])
            .collect();
        own.iter().sum::<f64>() / own.len() as f64
    };
    let names = ["nothing", "deeds", "idle"];
    let all: Vec<Vec<f64>> = names.iter().map(|name| (0..8).map(|w| objective(name, w)).collect()).collect();
    for (name, own) in names.iter().zip(&all) {
        let mean = (0..8).map(|w| all.iter().map(|other| other[w]).fold(f64::NEG_INFINITY, f64::max) - own[w]).sum::<f64>() / 8.0;
        let told = regret[column(&order, "policy").iter().position(|policy| policy == name).unwrap()];
        assert!((mean - told).abs() < 1e-6, "{name}: {mean} for {told}");
    }
    let said: serde_json::Value = serde_json::from_str(&out(&ask(&["--worth", "60", "--floor", "1e6", "--json"]))).unwrap();
    assert!(said["ranking"]["order"].as_array().unwrap().is_empty() && said["policies"][1]["below_floor"] == true, "{said}");
    assert_eq!(code(&ask(&["--worth", "-1"])), 2);
    let lone = onfoot(place.path()).args(["compare", "small.toml"]).output().unwrap();
    assert!(code(&lone) == 2 && err(&lone).contains("[arms]"), "{}", err(&lone));
}

#[test]
fn a_figure_is_drawn_again_in_millimetres_and_in_another_language_without_living_again() {
    let place = policies();
    let ask = |words: &[&str]| onfoot(place.path()).args(words).output().unwrap();
    let compared = ask(&["compare", "policies.toml", "--worlds", "4", "--replicates", "2", "--quiet"]);
    assert_eq!(code(&compared), 0, "{}", err(&compared));
    let folder = "output/policies-compare";
    for name in ["cost", "returns", "worth"] {
        for ending in ["svg", "png", "csv", "txt"] {
            assert!(place.path().join(format!("{folder}/comparison/figures/{name}.{ending}")).is_file(), "{name}.{ending}");
        }
    }
    let read = |file: &str| std::fs::read(place.path().join(file)).unwrap();
    for name in ["trust", "arms", "engagement", "turnover", "performance", "output", "teams", "road", "cost", "returns", "worth"] {
        let drawn = ask(&["plot", folder, name, "--width", "81", "--format", "pdf", "--lang", "nl"]);
        assert_eq!(code(&drawn), 0, "{}", err(&drawn));
        assert!(out(&drawn).contains("81 bij") && read(&format!("{name}-81mm.pdf")).starts_with(b"%PDF-"), "{}", out(&drawn));
        let caption = String::from_utf8(read(&format!("{name}-81mm.txt"))).unwrap();
        assert!(caption.contains("Modelresultaat") && caption.contains("startgetal"), "{caption}");
    }
    assert_eq!(code(&ask(&["plot", folder, "cost", "--headline", "-o", "talk.svg"])), 0);
    let svg = String::from_utf8(read("talk.svg")).unwrap();
    assert!(svg.contains("width=\"85.00mm\"") && svg.contains("font-weight=\"700\""), "the headline is bold");

    let contrary = ask(&["plot", folder, "cost", "--format", "pdf", "-o", "other.svg"]);
    assert_eq!(code(&contrary), 2);
    assert!(err(&contrary).contains("other.pdf") && !place.path().join("other.svg").exists(), "{}", err(&contrary));

    let misspelt = ask(&["plot", folder, "trsut"]);
    assert_eq!(code(&misspelt), 2);
    assert!(err(&misspelt).contains("did you mean `trust`?") && err(&misspelt).contains("performance"), "{}", err(&misspelt));
    let elsewhere = ask(&["plot", ".", "trust"]);
    assert_eq!(code(&elsewhere), 2);
    assert!(err(&elsewhere).contains("manifest.json"), "{}", err(&elsewhere));
    assert_eq!(code(&ask(&["plot", folder, "trust", "--width", "9"])), 2);
    assert!(err(&ask(&["plot", folder, "trust", "-o", "trust.doc"])).contains(".pdf"));
}

#[test]
fn effects_are_the_paired_differences_of_what_stands_in_the_other_tables() {
    let place = policies();
    let ran = onfoot(place.path()).args(["run", "policies.toml", "-o", "lived", "--quiet"]).output().unwrap();
    assert_eq!(code(&ran), 0, "{}", err(&ran));
    let text = |file: &str| std::fs::read_to_string(place.path().join("lived").join(file)).unwrap();
    let (runs, effects) = (text("runs.csv"), text("effects.csv"));
    let of = |name: &str| -> Vec<f64> {
        column(&runs, "arm")
            .iter()
            .zip(column(&runs, "trust_leader"))
            .filter(|(arm, _)| *arm == name)
            .map(|(_, y)| y.parse().unwrap())
            .collect()
    };
    let gaps: Vec<f64> = of("deeds").iter().zip(of("nothing")).map(|(own, other)| own - other).collect();
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let variance = |values: &[f64]| values.iter().map(|y| (y - mean(values)).powi(2)).sum::<f64>() / (values.len() - 1) as f64;
    let head = effects.lines().next().unwrap();
    let last = effects.lines().rfind(|row| row.starts_with("deeds,nothing,trust,leader,60,")).unwrap();
    let told = |name: &str| column(&format!("{head}\n{last}\n"), name)[0].parse::<f64>().unwrap();
    assert!((told("diff") - mean(&gaps)).abs() < 1e-6 && (told("n_pairs") - 4.0).abs() < 1e-9, "{last}");
    assert!((told("hi") - told("diff") - 3.1824 * (variance(&gaps) / 4.0).sqrt()).abs() < 1e-6, "{last}");
    assert!(
        (told("variance_removed") - (1.0 - variance(&gaps) / (variance(&of("deeds")) + variance(&of("nothing"))))).abs() < 1e-6,
        "{last}"
    );
}

#[test]
fn verify_lives_again_and_names_the_first_cell_that_differs() {
    use sha2::{Digest, Sha256};
    let place = policies();
    let ask = |words: &[&str]| onfoot(place.path()).args(words).output().unwrap();
    for (folder, form) in [("parquet", "parquet"), ("csv", "csv")] {
        let ran = ask(&["run", "policies.toml", "--worlds", "2", "--format", form, "-o", folder, "--quiet"]);
        assert_eq!(code(&ran), 0, "{}", err(&ran));
        let verified = ask(&["verify", folder, "--json"]);
        let said: serde_json::Value = serde_json::from_str(&out(&verified)).unwrap();
        assert!(code(&verified) == 0 && said["reproduced"] == true && said["rows"].as_u64().unwrap() > 1000, "{said}");
        assert!(said["twins"].as_u64().unwrap() > 0 && said["null_interventions"].as_u64().unwrap() > 0, "{said}");
    }
    // One digit of one trust value, with a manifest that vouches for it.
    let (series, manifest) = (place.path().join("csv/series.csv"), place.path().join("csv/manifest.json"));
    let text = std::fs::read_to_string(&series).unwrap();
    let digest = |text: &str| Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let forged = text.replace(",organisation,,leader,trust,0.", ",organisation,,leader,trust,0.1");
    std::fs::write(&series, &forged).unwrap();
    assert!(out(&ask(&["verify", "csv"])).contains("SHA-256"));
    let vouched = std::fs::read_to_string(&manifest).unwrap().replace(&digest(&text), &digest(&forged));
    std::fs::write(&manifest, vouched).unwrap();
    let verified = ask(&["verify", "csv"]);
    let said = out(&verified).replace('\n', " ");
    assert!(code(&verified) == 1 && said.contains("series, arm nothing") && said.contains("value is `0.1"), "{said}");
    assert_eq!(code(&ask(&["verify", "nowhere"])), 2);
}

#[test]
fn hypotheses_are_judged_by_their_smallest_effect_and_a_lock_tells_when_the_design_changed() {
    let place = policies();
    let more = r#"
        [[hypothesis]]
        id = "deeds-help"
        contrast = ["deeds", "nothing"]
        outcome = "trust"
        direction = "greater"
        smallest_effect = 0.0001
        [[hypothesis]]
        id = "idle-helps"
        statement = "Doing nothing at a price helps."
        contrast = ["idle", "nothing"]
        outcome = "trust_days"
        direction = "greater"
    "#;
    let file = place.path().join("policies.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text + more).unwrap();
    let ask = |words: &[&str]| onfoot(place.path()).args(words).output().unwrap();
    let locked = ask(&["lock", "policies.toml"]);
    assert!(code(&locked) == 0 && out(&locked).contains("2 hypotheses"), "{}", out(&locked));
    let ran = ask(&["run", "policies.toml", "-o", "lived"]);
    assert!(err(&ran).contains("design as locked"), "{}", err(&ran));
    assert!(
        code(&ran) == 1 && out(&ran).contains("deeds-help: supported") && out(&ran).contains("idle-helps: not supported"),
        "{}",
        out(&ran)
    );
    let again = ask(&["run", "policies.toml", "-o", "lived"]);
    assert!(code(&again) == 1 && out(&again).contains("idle-helps: not supported"), "what is there says no as well: {}", out(&again));
    let compared = ["1", "2"].map(|_| ask(&["compare", "policies.toml", "-o", "compared", "--worlds", "4", "--replicates", "2"]));
    for compared in compared {
        assert!(code(&compared) == 1 && out(&compared).contains("idle-helps: not supported"), "{}", out(&compared));
    }
    let object = out(&ask(&["compare", "policies.toml", "-o", "compared", "--worlds", "4", "--replicates", "2", "--json"]));
    let object: serde_json::Value = serde_json::from_str(&object).unwrap();
    let row = &object["hypotheses"][1];
    assert_eq!((row["hypothesis"].as_str(), row["verdict"].as_str()), (Some("idle-helps"), Some("not_supported")));
    let verdicts = column(&std::fs::read_to_string(place.path().join("lived/hypotheses.csv")).unwrap(), "verdict");
    assert_eq!(verdicts, ["supported", "not_supported"]);
    let other = ask(&["run", "policies.toml", "--seed", "5", "-o", "other"]);
    assert!(err(&other).contains("not the design that was locked"), "{}", err(&other));
    assert_eq!(code(&ask(&["lock", "policies.toml", "--seed", "5"])), 1);

    let wrong = std::fs::read_to_string(&file)
        .unwrap()
        .replace("[\"deeds\", \"nothing\"]", "[\"dedes\", \"nothing\"]")
        .replace("trust_days", "trust_dyas");
    std::fs::write(&file, wrong).unwrap();
    let checked = ask(&["check", "policies.toml"]);
    assert!(code(&checked) == 2 && err(&checked).contains("\"deeds\"") && err(&checked).contains("trust_days"), "{}", err(&checked));
}

/// A named pipe that nobody writes to: who opens it waits for ever.
#[cfg(unix)]
fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_refused_wherever_a_file_is_read() {
    let place = study();
    let at = place.path();
    assert_eq!(code(&onfoot(at).args(["run", "small.toml", "-o", "done", "-q"]).output().unwrap()), 0);
    let zero = Path::new("/dev/zero");
    let refused = |words: &[&str], says: &str| {
        let said = onfoot(at).args(words).output().unwrap();
        assert!(code(&said) == 2 && err(&said).contains(says), "{words:?}: {}", err(&said));
    };
    pipe(&at.join("pipe.toml"));
    std::os::unix::fs::symlink(zero, at.join("zero.toml")).unwrap();
    for file in ["pipe.toml", "zero.toml"] {
        refused(&["check", file], "not a regular file");
        std::fs::write(at.join("base.toml"), format!("based_on = \"{file}\"\n")).unwrap();
        refused(&["check", "base.toml"], "not a regular file");
    }
    std::fs::create_dir(at.join("scenarios")).unwrap();
    pipe(&at.join("scenarios/pipe.toml"));
    let list = onfoot(at).args(["list", "scenarios"]).output().unwrap();
    assert!(code(&list) == 0 && out(&list).contains("scenarios/pipe.toml"), "{}", out(&list));
    for name in ["manifest.json", "resolved.toml", "runs.csv", "series.parquet", "unfinished.json"] {
        let kept = std::fs::read(at.join("done").join(name)).ok();
        let _ = std::fs::remove_file(at.join("done").join(name));
        pipe(&at.join("done").join(name));
        let said = onfoot(at).args(["verify", "done"]).output().unwrap();
        assert!((1..=2).contains(&code(&said)) || name == "unfinished.json", "{name}: {}", out(&said));
        let _ = onfoot(at).args(["run", "small.toml", "-o", "done", "-q"]).output().unwrap();
        let _ = onfoot(at).args(["plot", "done"]).output().unwrap();
        std::fs::remove_file(at.join("done").join(name)).unwrap();
        if let Some(kept) = kept {
            std::fs::write(at.join("done").join(name), kept).unwrap();
        }
    }
}

#[test]
fn a_key_that_says_nothing_of_a_hypothesis_is_refused_and_said_where() {
    let place = policies();
    let file = place.path().join("policies.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let check = |outcome: &str, more: &str| {
        let hypothesis = format!(
            "[[hypothesis]]\nid = \"h\"\ncontrast = [\"deeds\", \"nothing\"]\noutcome = \"{outcome}\"\ndirection = \"less\"\n{more}\n"
        );
        std::fs::write(&file, text.clone() + "\n" + &hypothesis).unwrap();
        onfoot(place.path()).args(["check", "policies.toml"]).output().unwrap()
    };
    for outcome in ["return_days", "trust_days", "leavers"] {
        for (key, line) in [("day", "day = \"1 year\""), ("referent", "referent = \"top\"")] {
            let checked = check(outcome, line);
            let said = err(&checked);
            assert!(code(&checked) == 2 && said.contains("E014") && said.contains(&format!("`{key}`")) && said.contains(outcome), "{said}");
        }
        assert_eq!(code(&check(outcome, "")), 0);
    }
    let checked = check("output", "referent = \"top\"");
    assert!(code(&checked) == 2 && err(&checked).contains("only for a measure of trust in somebody"), "{}", err(&checked));
    assert_eq!(code(&check("output", "day = 10")), 0);
    assert_eq!(code(&check("trust", "day = 10\nreferent = \"top\"")), 0);
}

#[test]
fn a_time_until_trust_was_back_is_one_number_on_every_page() {
    let place = policies();
    let ask = |words: &[&str]| onfoot(place.path()).args(words).output().unwrap();
    assert_eq!(code(&ask(&["compare", "policies.toml", "-o", "c", "--worlds", "2", "--replicates", "3"])), 0);
    let read = |file: &str| std::fs::read_to_string(place.path().join("c").join(file)).unwrap();
    let (policies, recovery) = (read("comparison/policies.csv"), read("recovery.csv"));
    let rows: Vec<[String; 4]> = {
        let [arm, by, referent, days] = ["arm", "by", "referent", "return_days"].map(|name| column(&recovery, name));
        (0..arm.len()).map(|at| [&arm, &by, &referent, &days].map(|column| column[at].clone())).collect()
    };
    for (policy, days) in column(&policies, "policy").iter().zip(column(&policies, "return_days")) {
        let row = rows.iter().find(|[arm, by, referent, _]| arm == policy && by == referent).unwrap();
        assert_eq!(row[3], days, "{policy}");
    }
    let page = read("comparison/report.html");
    assert!(page.contains("Back: the first day after the lowest point") && page.contains("Terug: de eerste dag na het dieptepunt"));
}
