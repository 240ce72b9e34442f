//! Nothing is lost and nothing acts: what onfoot did not write and what it reads stays, two processes keep out of each other's way,
//! and what a file holds is shown, never sent.
#![allow(clippy::unwrap_used)]

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

const STUDY: &str = "title = \"Small\"\n\
    [run]\nlength = \"3 months\"\nreplicates = 2\n\
    [organisation]\nteams = 2\nteam_size = 4\n\
    [[event]]\nid = \"b\"\nwhat = \"breach\"\nday = 20\nby = \"leader\"\nkind = \"integrity\"\nseverity = 0.6\n\
    [[repair]]\nid = \"s\"\nwhat = \"apology\"\nafter = \"b\"\ndelay = \"3 days\"\n\
    [[hypothesis]]\nid = \"h1\"\nstatement = \"=HYPERLINK(\\\"http://x\\\")\"\ncontrast = [\"-sorry\", \"none\"]\noutcome = \"trust\"\n\
    referent = \"leader\"\nday = \"3 months\"\ndirection = \"greater\"\nsmallest_effect = 0.01\n\
    [arms]\nnone = { repairs = [] }\n-sorry = { repairs = [\"s\"] }\n";

fn place() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("s.toml"), STUDY).unwrap();
    place
}

fn program(place: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onfoot"));
    command.env("LC_ALL", "C.UTF-8").env_remove("LANG").env_remove("NO_GRAPHICS").current_dir(place);
    command
}

fn onfoot(place: &Path, words: &[&str]) -> Output {
    program(place).args(words).output().unwrap()
}

fn told(answer: &Output) -> String {
    String::from_utf8(answer.stderr.clone()).unwrap()
}

fn said(answer: &Output) -> String {
    String::from_utf8(answer.stdout.clone()).unwrap()
}

/// Ends with 0 or, for a hypothesis without support, 1.
fn done(place: &Path, words: &[&str]) -> Output {
    let answer = onfoot(place, words);
    assert!(matches!(answer.status.code(), Some(0 | 1)), "{words:?}: {}", told(&answer));
    answer
}

/// Refused with this in the message.
fn refused(place: &Path, words: &[&str], why: &str) -> String {
    let answer = onfoot(place, words);
    assert!(answer.status.code() == Some(2) && told(&answer).contains(why), "{words:?}: {:?} {}", answer.status, told(&answer));
    told(&answer)
}

/// Every file below a folder, with what it holds.
fn contents(folder: &Path) -> std::collections::BTreeMap<std::path::PathBuf, Vec<u8>> {
    let mut all = std::collections::BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { all.extend(contents(&path)) } else { drop(all.insert(path.clone(), fs::read(path).unwrap())) }
    }
    all
}

#[cfg(unix)]
#[test]
fn what_is_read_is_never_written_over_whatever_name_leads_to_it() {
    let place = place();
    let at = place.path();
    fs::write(at.join("top.toml"), "based_on = \"middle.toml\"\n").unwrap();
    fs::write(at.join("middle.toml"), "based_on = \"s.toml\"\n").unwrap();
    std::os::unix::fs::symlink("s.toml", at.join("link.toml")).unwrap();
    fs::hard_link(at.join("s.toml"), at.join("hard.toml")).unwrap();
    fs::create_dir(at.join("in")).unwrap();
    for target in ["top.toml", "middle.toml", "s.toml", "./s.toml", "in/../s.toml", "link.toml", "hard.toml"] {
        refused(at, &["odd", "top.toml", "-o", target], "never written over");
    }
    // a folder of results in which an input has the name of a result, forced or not
    for base in ["resolved.toml", "runs.csv", "figures/trust.svg"] {
        let folder = at.join("out").join(base);
        fs::create_dir_all(folder.parent().unwrap()).unwrap();
        fs::write(&folder, STUDY).unwrap();
        fs::write(at.join("on.toml"), format!("based_on = \"out/{base}\"\n")).unwrap();
        refused(at, &["run", "on.toml", "-q", "-o", "out", "--force"], "never written over");
        assert_eq!(fs::read_to_string(&folder).unwrap(), STUDY, "{base}");
        fs::remove_dir_all(at.join("out")).unwrap();
    }
    assert_eq!(fs::read_to_string(at.join("s.toml")).unwrap(), STUDY);
}

#[test]
fn no_command_writes_over_what_onfoot_did_not_write() {
    let place = place();
    let at = place.path();
    done(at, &["run", "s.toml", "-q", "-o", "out"]);
    let results = contents(&at.join("out"));
    // single files
    for target in ["mine.toml", "mine.svg", "mine.md"] {
        fs::write(at.join(target), "mine").unwrap();
        refused(at, &["plot", "out", "trust", "--format", "svg", "-o", target], "was not written by onfoot");
        refused(at, &["odd", "s.toml", "-o", target], "was not written by onfoot");
        assert_eq!(fs::read_to_string(at.join(target)).unwrap(), "mine");
    }
    fs::write(at.join("fig.txt"), "my notes").unwrap();
    refused(at, &["plot", "out", "trust", "-o", "fig.svg"], "was not written by onfoot");
    assert!(!at.join("fig.svg").exists(), "picture and caption, or neither");
    for target in ["out/figures/trust.svg", "out/report.html", "out/manifest.json"] {
        let answer = onfoot(at, &["plot", "out", "trust", "--format", "svg", "-o", target]);
        assert_eq!(answer.status.code(), Some(2), "{target}");
        assert_eq!(onfoot(at, &["odd", "s.toml", "-o", target]).status.code(), Some(2), "{target}");
    }
    // what it wrote itself is written again
    for words in
        [["plot", "out", "trust", "-o", "own.svg"], ["plot", "out", "trust", "-o", "own.pdf"], ["plot", "out", "trust", "-o", "own.png"]]
    {
        fs::remove_file(at.join("own.txt")).unwrap_or_default();
        done(at, &words);
        done(at, &words);
    }
    done(at, &["odd", "s.toml", "-o", "own.md"]);
    done(at, &["odd", "s.toml", "-o", "own.md", "--lang", "nl"]);
    fs::write(at.join("s.toml.lock"), "my notes").unwrap();
    refused(at, &["lock", "s.toml"], "was not written by onfoot");
    assert_eq!(fs::read_to_string(at.join("s.toml.lock")).unwrap(), "my notes");
    // folders
    fs::create_dir(at.join("own")).unwrap();
    fs::write(at.join("own/thesis.txt"), "mine").unwrap();
    let searches: [&[&str]; 3] = [
        &["portfolio", "s.toml", "--worlds", "2", "--evaluations", "2"],
        &["sensitivity", "s.toml", "--worlds", "8"],
        &["validate", "VT-30", "--quick"],
    ];
    for words in searches {
        refused(at, &[words, &["-o", "own"]].concat(), "already holds something else, such as `thesis.txt`");
        refused(at, &[words, &["-o", "out"]].concat(), "holds results of another command");
        refused(at, &[words, &["-o", "mine.md"]].concat(), "is not a folder");
    }
    assert_eq!(contents(&at.join("own")).len(), 1);
    assert_eq!(contents(&at.join("out")), results);
    // its own results anew, but not where somebody changed them
    let words = [searches[1], &["-q", "-o", "sens"]].concat();
    done(at, &words);
    done(at, &words);
    fs::write(at.join("sens/worlds.csv"), "mine").unwrap();
    refused(at, &words, "`worlds.csv` was changed");
    assert_eq!(fs::read_to_string(at.join("sens/worlds.csv")).unwrap(), "mine");
    // answers stand among other files, and replace none
    let first = said(&done(at, &["why", "out", "--team", "1", "-q", "-o", "why"]));
    let same = at.join("own").join(Path::new(first.trim()).file_name().unwrap());
    fs::write(&same, "mine").unwrap();
    refused(at, &["why", "out", "--team", "1", "-o", "own"], "already holds something else");
    done(at, &["why", "out", "--team", "0", "-q", "-o", "own"]);
    done(at, &["why", "out", "--team", "0", "-q", "-o", "own"]);
    assert_eq!(fs::read_to_string(same).unwrap(), "mine");
}

#[test]
fn a_finished_folder_does_not_grow_over_a_file_of_somebody_else() {
    let place = place();
    let at = place.path();
    done(at, &["run", "s.toml", "-q", "-o", "out"]);
    fs::write(at.join("out/worlds.csv"), "mine").unwrap();
    fs::write(at.join("out/notes.txt"), "mine").unwrap();
    refused(at, &["run", "s.toml", "-q", "-o", "out", "--replicates", "3"], "`worlds.csv`");
    fs::remove_file(at.join("out/worlds.csv")).unwrap();
    done(at, &["run", "s.toml", "-q", "-o", "out", "--replicates", "3"]);
    assert_eq!(fs::read_to_string(at.join("out/notes.txt")).unwrap(), "mine");
}

#[test]
fn who_finds_a_folder_in_use_hears_by_whom_and_a_dead_process_holds_nothing() {
    let place = place();
    let at = place.path();
    done(at, &["run", "s.toml", "-q", "-o", "out"]);
    let before = contents(&at.join("out"));
    let lock = at.join("out/.onfoot-lock");
    let who = "{\"pid\":4711,\"host\":\"else\\u001bwhere\",\"since\":\"2026-11-28 19:00:00 UTC\",\"command\":\"onfoot run x.toml\"}";
    fs::write(&lock, who).unwrap();
    let held = File::open(&lock).unwrap();
    held.lock().unwrap();
    let commands: [&[&str]; 6] = [
        &["run", "s.toml", "-o", "out", "--force"],
        &["run", "s.toml", "-o", "out", "--replicates", "4"],
        &["compare", "s.toml", "-o", "out"],
        &["verify", "out"],
        &["plot", "out", "trust", "-o", "t.svg"],
        &["why", "out", "--team", "0"],
    ];
    for words in commands {
        let told = refused(at, words, "process 4711 on else\\u001bwhere, since");
        let line = told.replace('\n', " ");
        assert!(line.contains("2026-11-28 19:00:00 UTC: onfoot run x.toml") && !line.contains("--force"), "{told}");
    }
    drop(held);
    fs::remove_file(&lock).unwrap();
    assert_eq!(contents(&at.join("out")), before);
    fs::write(&lock, who).unwrap(); // left by a process that was killed
    done(at, &["run", "s.toml", "-q", "-o", "out", "--replicates", "4"]);
    assert!(!lock.exists());
}

#[test]
fn of_two_writers_each_ends_well_or_is_told_and_the_folder_is_whole() {
    let place = place();
    let at = place.path();
    done(at, &["run", "s.toml", "-q", "-o", "out"]);
    for replicates in ["3", "4", "5", "3"] {
        let words = ["run", "s.toml", "-q", "-o", "out", "--force", "--replicates", replicates];
        let two = [0, 1]
            .map(|_| program(at).args(words).stderr(std::process::Stdio::piped()).stdout(std::process::Stdio::null()).spawn().unwrap());
        let ends = two.map(|child| child.wait_with_output().unwrap());
        assert!(ends.iter().any(|end| matches!(end.status.code(), Some(0 | 1))));
        for end in ends.iter().filter(|end| !matches!(end.status.code(), Some(0 | 1))) {
            assert!(end.status.code() == Some(2) && told(end).contains("is in use by another onfoot"), "{}", told(end));
        }
        assert_eq!(onfoot(at, &["verify", "out", "--lives", "1"]).status.code(), Some(0));
    }
}

#[test]
fn nothing_that_a_file_or_an_argument_holds_acts_on_a_screen() {
    let place = place();
    let at = place.path();
    let hostile = "\u{1b}]0;owned\u{7}\u{1b}[31mRED\u{202e}\u{2066}\u{9b}\u{200b}";
    let escaped: String = hostile.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
    fs::create_dir(at.join("scenarios")).unwrap();
    let title = format!("title = \"{escaped}\\nsecond line\"\nquestion = \"{escaped}\"\n");
    let text = STUDY.replace("title = \"Small\"\n", &title).replace("=HYPERLINK", &format!("={escaped}"));
    fs::write(at.join("scenarios/e.toml"), &text).unwrap();
    fs::write(at.join("bad.toml"), format!("\"{escaped}\" = 1\n[run]\nseed = \"{escaped}\"\n# raw {}\n[{hostile}]\n", "\u{202e}")).unwrap();
    let clean = |text: &str, from: &str| {
        let acts = |c: char| {
            c.is_control() && c != '\n' && c != '\t'
                || ('\u{200b}'..='\u{200b}').contains(&c)
                || ('\u{202a}'..='\u{202e}').contains(&c)
                || ('\u{2066}'..='\u{2069}').contains(&c)
        };
        assert!(!text.chars().any(acts), "{from}: {text:?}");
    };
    let words: Vec<Vec<&str>> = vec![
        vec!["check", "scenarios/e.toml"],
        vec!["check", "scenarios/e.toml", "--json"],
        vec!["list", "scenarios"],
        vec!["list", "scenarios", "--json"],
        vec!["odd", "scenarios/e.toml"],
        vec!["cite", "scenarios/e.toml", "--format", "bibtex"],
        vec!["run", "scenarios/e.toml", "-o", "out"],
        vec!["run", "scenarios/e.toml", "-o", "out", "--json"],
        vec!["compare", "scenarios/e.toml", "-o", "compared", "--worlds", "2", "--replicates", "2"],
        vec!["why", "out", "--team", "0"],
        vec!["check", "bad.toml"],
        vec!["check", "bad.toml", "--error-format", "narrated"],
        vec!["check", "bad.toml", "--error-format", "short"],
        vec!["check", "bad.toml", "--error-format", "json"],
        vec!["check", hostile],
        vec!["check", "s.toml", "--set", hostile],
        vec!["verify", hostile],
        vec!["explain", hostile],
        vec!["list", hostile],
        vec!["plot", "out", hostile],
        vec![hostile],
        vec!["run", "s.toml", "--format", hostile],
        vec!["portfolio", "s.toml", "--delays", hostile],
        vec!["validate", hostile],
        vec!["calibrate", "--free", hostile],
        vec!["new", hostile],
    ];
    for words in &words {
        let answer = onfoot(at, words);
        clean(&said(&answer), &words.join(" "));
        clean(&told(&answer), &words.join(" "));
        assert_ne!(answer.status.code(), Some(101), "{words:?}");
    }
    for (file, bytes) in [contents(&at.join("out")), contents(&at.join("compared"))].into_iter().flatten() {
        if ["txt", "csv", "html", "svg"].iter().any(|end| file.extension().is_some_and(|own| own == *end)) {
            clean(&String::from_utf8(bytes).unwrap(), &file.display().to_string());
        }
    }
    let title = said(&onfoot(at, &["check", "scenarios/e.toml"]));
    assert!(title.lines().next().unwrap().ends_with("second line"), "a title is one line: {title}");
}

#[test]
fn a_text_in_a_csv_is_never_a_formula_and_every_table_is_still_read() {
    let place = place();
    let at = place.path();
    done(at, &["compare", "s.toml", "-q", "-o", "out", "--format", "csv", "--worlds", "2", "--replicates", "3", "--worth", "60"]);
    let mut texts = 0;
    for (file, bytes) in contents(&at.join("out")).into_iter().filter(|(file, _)| file.extension().is_some_and(|end| end == "csv")) {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
        for row in reader.records() {
            for cell in row.unwrap().iter().filter(|cell| cell.parse::<f64>().is_err()) {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{}: {cell}", file.display());
                texts += usize::from(cell == "'-sorry");
            }
        }
    }
    assert!(texts > 10, "{texts}");
    assert_eq!(onfoot(at, &["verify", "out", "--lives", "1"]).status.code(), Some(0));
    done(at, &["plot", "out", "cost", "-q"]);
    done(at, &["plot", "out", "arms", "-q"]);
    // the judgement is read from the table
    let again: Value = serde_json::from_slice(
        &done(at, &["run", "s.toml", "--json", "-o", "out", "--format", "csv", "--worlds", "2", "--replicates", "3"]).stdout,
    )
    .unwrap();
    assert_eq!((&again["already_computed"], again["hypotheses"].as_array().unwrap().len()), (&Value::Bool(true), 1));
}

#[test]
fn an_error_is_never_as_long_as_what_it_is_about_and_never_means_what_was_typed() {
    let place = place();
    let at = place.path();
    let long = "k".repeat(1_000_000);
    fs::write(at.join("key.toml"), format!("{long} = 1\n[run]\nseed = \"{long}\"\n")).unwrap();
    let argument = &long[..100_000];
    for form in ["graphic", "short", "json", "narrated"] {
        let answer = onfoot(at, &["check", "key.toml", "--error-format", form]);
        assert!(answer.stderr.len() < 10_000, "{form}: {}", answer.stderr.len());
    }
    let commands: [&[&str]; 8] = [
        &[argument],
        &["run", argument],
        &["explain", argument],
        &["list", argument],
        &["check", "s.toml", "--set", argument],
        &["validate", argument],
        &["run", "s.toml", "--format", argument],
        &["portfolio", "s.toml", "--delays", argument],
    ];
    for words in commands {
        let answer = onfoot(at, words);
        assert!(answer.status.code() == Some(2) && answer.stderr.len() < 10_000, "{}: {}", words[0].len(), answer.stderr.len());
    }
    fs::create_dir(at.join("folder.toml")).unwrap();
    for name in ["folder.toml", "./folder.toml"] {
        assert!(!refused(at, &["check", name], "folder").contains("did you mean"), "{name}");
    }
}

#[test]
fn verify_looks_at_everything_and_names_what_is_changed_missing_or_extra() {
    let place = place();
    let at = place.path();
    done(at, &["compare", "s.toml", "-q", "-o", "out", "--worlds", "2", "--replicates", "2", "--worth", "60"]);
    done(at, &["why", "out", "--team", "0", "-q"]);
    done(at, &["story", "out", "--seat", "1", "-q"]);
    done(at, &["plot", "out", "trust", "-q", "-o", "out/mine.svg"]);
    let verify = || onfoot(at, &["verify", "out", "--lives", "1"]);
    let well = verify();
    assert_eq!(well.status.code(), Some(0), "{}", said(&well));
    assert!(said(&well).contains("not looked at: `mine.svg`, `mine.txt`"), "{}", said(&well));
    let lives = fs::read_dir(at.join("out/lives")).unwrap().next().unwrap().unwrap().file_name().into_string().unwrap();
    let answer = |folder: &str| {
        let name = fs::read_dir(at.join("out").join(folder)).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        format!("{folder}/{}", name.into_iter().find(|name| Path::new(name).extension().is_some_and(|end| end == "svg")).unwrap())
    };
    let files = [
        "runs.csv".to_owned(),
        "report.html".to_owned(),
        "figures/trust.svg".to_owned(),
        "comparison/policies.csv".to_owned(),
        "comparison/report.html".to_owned(),
        "comparison/figures/worth.png".to_owned(),
        answer("why"),
        answer("story"),
        format!("lives/{lives}"),
    ];
    for name in &files {
        let file = at.join("out").join(name);
        let bytes = fs::read(&file).unwrap();
        let mut changed = bytes.clone();
        *changed.last_mut().unwrap() ^= 1;
        fs::write(&file, changed).unwrap();
        let told = said(&verify());
        assert!(told.replace('\n', " ").contains(&format!("`{name}` is not what was written")), "{name}: {told}");
        fs::remove_file(&file).unwrap();
        let gone = verify();
        if name.starts_with("lives/") {
            assert_eq!(gone.status.code(), Some(0), "lives may be removed: {}", said(&gone));
        } else {
            assert!(said(&gone).contains(&format!("`{name}` is missing")) && gone.status.code() == Some(1), "{}", said(&gone));
        }
        fs::write(&file, bytes).unwrap();
    }
    for name in ["series.csv", "comparison/figures/more.png", "lives/more.lives", "why/more.svg", "notes.txt", "deep/er/still.txt"] {
        let file = at.join("out").join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "more").unwrap();
        let told = verify();
        assert!(said(&told).contains(&format!("`{name}` is extra")) && told.status.code() == Some(1), "{name}: {}", said(&told));
        fs::remove_file(&file).unwrap();
    }
    assert_eq!(verify().status.code(), Some(0));
    // folders of other commands
    done(at, &["sensitivity", "s.toml", "--worlds", "8", "-q", "-o", "sens"]);
    assert_eq!(onfoot(at, &["verify", "sens"]).status.code(), Some(0));
    fs::write(at.join("sens/sensitivity.csv"), "mine").unwrap();
    assert!(said(&onfoot(at, &["verify", "sens"])).contains("`sensitivity.csv` is not what was written"));
}

#[test]
fn the_lock_of_a_design_is_named_in_its_results() {
    let place = place();
    let at = place.path();
    let design: Value = serde_json::from_slice(&done(at, &["lock", "s.toml", "--json"]).stdout).unwrap();
    for (folder, more, same) in [("same", "2", true), ("other", "3", false)] {
        done(at, &["run", "s.toml", "-q", "-o", folder, "--replicates", more]);
        let manifest: Value = serde_json::from_slice(&fs::read(at.join(folder).join("manifest.json")).unwrap()).unwrap();
        let lock = &manifest["lock"];
        assert_eq!((&lock["design"], &lock["file"], &lock["same"]), (&design["design"], &Value::from("s.toml.lock"), &Value::Bool(same)));
        let page = fs::read_to_string(at.join(folder).join("report.html")).unwrap();
        let said = if same { "This design was locked" } else { "This is not the design that was locked" };
        assert!(page.contains(said) && page.contains("s.toml.lock"), "{said}");
    }
}

#[test]
fn results_have_the_name_of_the_study_and_no_error_advises_to_lose_those_of_another() {
    let place = place();
    let at = place.path();
    for (study, title) in [("one", "One"), ("two", "Two")] {
        fs::create_dir(at.join(study)).unwrap();
        fs::write(at.join(study).join("scenario.toml"), STUDY.replace("Small", title)).unwrap();
    }
    assert_eq!(said(&done(at, &["run", "one/scenario.toml", "-q"])).trim(), "output/one");
    assert_eq!(said(&done(&at.join("two"), &["run", "scenario.toml", "-q"])).trim(), "output/two");
    let other = refused(at, &["run", "two/scenario.toml", "--seed", "5", "-o", "output/one"], "`output/one` holds");
    assert!(other.contains("-o output/one-") && !other.contains("--force"), "{other}");
    fs::write(at.join("t.toml"), STUDY.replace("Small", "Another").replace("0.6", "0.7")).unwrap();
    done(at, &["run", "s.toml", "-q", "-o", "out"]);
    let other = refused(at, &["run", "t.toml", "-o", "out"], "`out` holds");
    assert!(!other.contains("--force"), "{other}");
    fs::create_dir(at.join("own")).unwrap();
    fs::write(at.join("own/thesis.txt"), "mine").unwrap();
    assert!(!refused(at, &["run", "t.toml", "-o", "own"], "thesis.txt").contains("--force"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_to_be_full_and_leaves_no_half_file() {
    let place = place();
    let at = place.path();
    done(at, &["run", "s.toml", "-q", "-o", "out"]);
    let full = || File::create("/dev/full").unwrap();
    for words in [&["list"][..], &["odd", "s.toml"], &["check", "s.toml", "--json"]] {
        let answer = program(at).args(words).stdout(full()).output().unwrap();
        assert!(answer.status.code() == Some(2) && told(&answer).contains("the disk is full"), "{words:?}: {}", told(&answer));
    }
    refused(at, &["odd", "s.toml", "-o", "/dev/full"], "the disk is full");
    // a shell that allows files of four kilobytes stands for a disk on which no more fits
    let program = env!("CARGO_BIN_EXE_onfoot");
    let commands = [
        "run s.toml -q -o a",
        "compare s.toml -q -o b --worlds 2 --replicates 2",
        "portfolio s.toml -q -o c --worlds 2 --evaluations 2",
        "sensitivity s.toml -q -o d --worlds 8",
        "validate SF-39 --quick -q -o e",
        "odd s.toml -o f.md",
        "plot out trust -q -o g.png",
        "why out --team 0 -q",
    ];
    for words in commands {
        let shell = format!("ulimit -f 8; exec {program} {words}");
        let answer = Command::new("sh").args(["-c", &shell]).env("LC_ALL", "C.UTF-8").current_dir(at).output().unwrap();
        assert!(answer.status.code() == Some(2), "{words}: {:?} {}", answer.status, told(&answer));
        let told = told(&answer).replace('\n', " ");
        assert!(told.contains("disk is full") || told.contains("may not become so large"), "{words}: {told}");
    }
    let half: Vec<_> = contents(at).into_keys().filter(|file| file.display().to_string().ends_with(".unfinished")).collect();
    assert!(half.is_empty(), "{half:?}");
    assert!(!at.join("f.md").exists() && !at.join("g.png").exists() && !at.join("g.txt").exists());
}
