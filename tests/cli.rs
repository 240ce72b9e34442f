//! The front door: the real program, as people and scripts use it.

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
    onfoot(&repository()).args(words).output().unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("not killed")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
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
    &["schema", "--help"],
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
];

#[test]
fn onfoot_alone_says_what_it_is_on_one_small_screen() {
    let answer = run(&[]);
    assert_eq!(code(&answer), 0);
    assert!(out(&answer).lines().count() <= 20 && out(&answer).lines().all(|line| line.chars().count() <= 80));
    for command in ["run", "check", "new", "explain", "list"] {
        assert!(out(&answer).contains(&format!("onfoot {command}")) || command == "check" && !Path::new("scenarios").exists(), "{command}");
    }
    for missing in ["demo", "compare", "serve", "validate", "calibrate", "odd"] {
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
        let words = line.split_whitespace().filter(|word| *word != "...");
        let answer = onfoot(&repository()).args(words).args(help.then_some("--help")).output().unwrap();
        assert_eq!(code(&answer), 0, "onfoot {line}: {}", err(&answer));
    }
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
