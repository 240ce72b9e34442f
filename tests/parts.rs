//! A run that is lived in parts, in any order, by anybody, more than once, is the run of one machine, byte for byte; and what is missing,
//! damaged or of another run is said.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const STUDY: &str = "title = \"Small\"\n\
    [run]\nlength = \"3 months\"\nreplicates = 16\n\
    [organisation]\nteams = 2\nteam_size = 4\n\
    [[event]]\nid = \"b\"\nwhat = \"breach\"\nday = 20\nby = \"leader\"\nkind = \"integrity\"\nseverity = 0.6\n\
    [[repair]]\nid = \"s\"\nwhat = \"apology\"\nafter = \"b\"\ndelay = \"3 days\"\n\
    [arms]\nnone = { repairs = [] }\nsorry = { repairs = [\"s\"] }\n";

fn place() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("s.toml"), STUDY).unwrap();
    place
}

fn program(place: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onfoot"));
    command.env("LC_ALL", "C.UTF-8").env_remove("LANG").env_remove("NO_GRAPHICS").current_dir(place);
    for variable in onfoot::study::parts::ARRAY {
        command.env_remove(variable.0);
    }
    command
}

fn onfoot(place: &Path, line: &str) -> Output {
    program(place).args(line.split(' ')).output().unwrap()
}

/// What it said on both ends, and how it ended.
fn ended(answer: &Output) -> (i32, String) {
    let said = [answer.stdout.as_slice(), &answer.stderr].concat();
    (answer.status.code().unwrap(), String::from_utf8(said).unwrap().replace('\n', " "))
}

fn well(place: &Path, line: &str) {
    let (code, said) = ended(&onfoot(place, line));
    assert_eq!(code, 0, "{line}: {said}");
}

/// Every file in a folder, by its name.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut next = vec![folder.to_path_buf()];
    while let Some(at) = next.pop() {
        for entry in fs::read_dir(&at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                next.push(path);
            } else {
                all.insert(path.strip_prefix(folder).unwrap().to_path_buf(), fs::read(&path).unwrap());
            }
        }
    }
    all
}

fn same(place: &Path, one: &str, other: &str) {
    let [one, other] = [one, other].map(|folder| files(&place.join(folder)));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    let unlike: Vec<_> = one.iter().filter(|(name, bytes)| other[*name] != **bytes).map(|(name, _)| name).collect();
    assert!(unlike.is_empty(), "{unlike:?}");
}

fn part_files(folder: &Path) -> Vec<PathBuf> {
    let mut parts: Vec<PathBuf> = fs::read_dir(folder.join(".onfoot-parts")).unwrap().map(|entry| entry.unwrap().path()).collect();
    parts.retain(|part| part.extension().is_some_and(|end| end == "part"));
    parts.sort();
    parts
}

#[test]
fn eight_parts_in_odd_order_are_one_run_and_a_merge_needs_the_folder_alone() {
    let place = place();
    let options = "--set run.surveys=[30] --set run.worlds=2 --format csv --lang nl";
    well(place.path(), &format!("run s.toml {options} -o one -q"));
    for number in [3, 8, 1, 7, 2, 6, 5, 4] {
        well(place.path(), &format!("run s.toml {options} --part {number}/8 -o many -q --threads {}", 1 + number % 2));
    }
    fs::remove_file(place.path().join("s.toml")).unwrap();
    fs::rename(place.path().join("many"), place.path().join("moved")).unwrap();
    well(place.path(), "merge moved -q --threads 1");
    same(place.path(), "one", "moved");
    let (code, said) = ended(&onfoot(place.path(), "merge moved"));
    assert!(code == 0 && said.contains("finished results"), "{said}");
    let (code, said) = ended(&onfoot(place.path(), "verify moved --lives 1"));
    assert_eq!(code, 0, "{said}");
}

#[test]
fn a_hole_is_refused_with_the_command_that_fills_it_and_can_be_filled_here() {
    let place = place();
    well(place.path(), "run s.toml -o one -q");
    for number in [1, 2, 4, 5, 6, 8] {
        well(place.path(), &format!("run s.toml --part {number}/8 -o many -q"));
    }
    let (code, said) = ended(&onfoot(place.path(), "merge many"));
    assert_eq!(code, 1, "{said}");
    for expected in [
        "many lacks 2 of 8 parts: 3, 7",
        "arm sorry: replicates 4, 5, 12, 13",
        "arm twin: replicates 4, 5, 12, 13",
        "onfoot run s.toml --part 3/8 -o many",
        "onfoot run s.toml --part 7/8 -o many",
        "onfoot merge many --fill",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert!(!place.path().join("many/manifest.json").exists() && !place.path().join("many/runs.csv").exists());
    let told: Value = serde_json::from_slice(&onfoot(place.path(), "merge many --json").stdout).unwrap();
    assert_eq!(
        (told["missing_parts"].to_string(), &told["commands"][1]),
        ("[3,7]".into(), &Value::from("onfoot run s.toml --part 7/8 -o many"))
    );
    well(place.path(), "run s.toml --part 3/8 -o many -q");
    well(place.path(), "merge many --fill -q");
    same(place.path(), "one", "many");
}

#[test]
fn a_part_lived_twice_at_once_is_there_once() {
    let place = place();
    well(place.path(), "run s.toml -o one -q");
    let start = |number: u32| {
        let mut command = program(place.path());
        command.args(["run", "s.toml", "--part", &format!("{number}/2"), "-o", "many", "--threads", "1"]);
        command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    for child in [start(1), start(2), start(2), start(1), start(2)] {
        let answer = child.wait_with_output().unwrap();
        assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    }
    let hidden = fs::read_dir(place.path().join("many/.onfoot-parts")).unwrap();
    assert!(hidden.into_iter().all(|entry| !entry.unwrap().file_name().to_string_lossy().starts_with(".tmp")));
    let (code, said) = ended(&onfoot(place.path(), "run s.toml --part 2/2 -o many"));
    assert!(code == 0 && said.contains("part 2 of 2 is in many already"), "{said}");
    well(place.path(), "merge many -q");
    // one that comes when all is merged leaves nothing behind
    let (code, said) = ended(&onfoot(place.path(), "run s.toml --part 2/2 -o many"));
    assert!(code == 0 && said.contains("finished results"), "{said}");
    same(place.path(), "one", "many");
}

#[test]
fn a_damaged_part_is_set_aside_and_missing() {
    let place = place();
    well(place.path(), "run s.toml -o one -q");
    for number in 1..=4 {
        well(place.path(), &format!("run s.toml --part {number}/4 -o many -q"));
    }
    let victims = part_files(&place.path().join("many"));
    let mut bytes = fs::read(&victims[0]).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&victims[0], bytes).unwrap();
    let (code, said) = ended(&onfoot(place.path(), "merge many"));
    assert!(
        code == 1 && said.contains("set aside as") && said.contains(".part.damaged") && said.contains("lacks 1 of 4 parts: 1"),
        "{said}"
    );
    well(place.path(), "run s.toml --part 1/4 -o many -q");
    well(place.path(), "merge many -q");
    same(place.path(), "one", "many");
}

#[test]
fn parts_of_another_design_form_or_version_are_refused() {
    let place = place();
    well(place.path(), "run s.toml --part 1/4 -o many -q");
    let before = files(&place.path().join("many"));
    for (line, expected) in [
        ("run s.toml --part 2/4 -o many --seed 7", "another scenario"),
        ("run s.toml --part 2/4 -o many --replicates 20", "another scenario"),
        ("run s.toml --part 2/4 -o many --format csv", "written in another way"),
        ("run s.toml --part 2/4 -o many --lang nl", "anders geschreven"),
        ("run s.toml --part 2/4 -o many --force", "cannot go together"),
    ] {
        let (code, said) = ended(&onfoot(place.path(), line));
        assert!(code == 2 && said.contains(expected), "{line}: {said}");
    }
    assert_eq!(files(&place.path().join("many")), before);
    let ticket = place.path().join("many/.onfoot-parts/run.json");
    let text = fs::read_to_string(&ticket).unwrap();
    fs::write(&ticket, text.replacen(env!("CARGO_PKG_VERSION"), "0.0.7", 1)).unwrap();
    for line in ["run s.toml --part 2/4 -o many", "merge many", "cluster status many"] {
        let (code, said) = ended(&onfoot(place.path(), line));
        assert!(code == 2 && said.contains("parts of onfoot 0.0.7"), "{line}: {said}");
    }
    fs::write(&ticket, &text[..text.len() / 2]).unwrap();
    let (code, said) = ended(&onfoot(place.path(), "merge many"));
    assert!(code == 2 && said.contains("damaged"), "{said}");
    fs::remove_file(&ticket).unwrap();
    well(place.path(), "run s.toml --part 1/4 -o many -q");
    assert_eq!(fs::read_to_string(&ticket).unwrap(), text);
    for folder in ["nowhere", "."] {
        let (code, said) = ended(&onfoot(place.path(), &format!("merge {folder}")));
        assert!(code == 2 && said.contains("holds no parts"), "{said}");
    }
}

#[test]
fn the_number_of_a_part_comes_from_the_array_and_what_is_wrong_with_it_is_said() {
    let place = place();
    let with = |variables: &[(&str, &str)], part: &str| {
        let mut command = program(place.path());
        command.args(["run", "s.toml", "-o", "many", "--json", "--part", part]).envs(variables.iter().copied());
        ended(&command.output().unwrap())
    };
    for (variable, value, expected) in
        [("SLURM_ARRAY_TASK_ID", "2", 2), ("JOB_COMPLETION_INDEX", "0", 1), ("AWS_BATCH_JOB_ARRAY_INDEX", "3", 4)]
    {
        let (code, said) = with(&[(variable, value)], "env/4");
        assert!(code == 0 && said.contains(&format!("\"part\": {expected}")), "{said}");
    }
    for (variables, part, expected) in [
        (&[][..], "env/4", "none of SLURM_ARRAY_TASK_ID"),
        (&[("SLURM_ARRAY_TASK_ID", "0")], "env/4", "SLURM_ARRAY_TASK_ID: there is no part 0 of 4"),
        (&[("SLURM_ARRAY_TASK_ID", "2"), ("JOB_COMPLETION_INDEX", "2")], "env/4", "mean different parts"),
        (&[("HQ_TASK_ID", "x")], "env/4", "HQ_TASK_ID is `x`"),
        (&[], "5/4", "no part 5 of 4"),
        (&[], "0/4", "no part 0 of 4"),
        (&[], "1/17", "at most 16"),
        (&[], "3-4", "--part 3/4"),
        (&[], "3", "is no part"),
    ] {
        let (code, said) = with(variables, part);
        assert!(code == 2 && said.contains(expected), "{part}: {said}");
    }
}

#[test]
fn what_a_part_holds_is_said_before_it_is_lived() {
    let place = place();
    let told: Value = serde_json::from_slice(&onfoot(place.path(), "parts s.toml --of 5 --seed 3 -o many --json").stdout).unwrap();
    assert_eq!((&told["advised"], &told["of"], &told["lives"]), (&Value::from(1), &Value::from(5), &Value::from(48)));
    let rows = told["parts"].as_array().unwrap();
    assert_eq!(rows.iter().map(|row| row["lives"].as_u64().unwrap()).sum::<u64>(), 48);
    assert_eq!((rows[0]["first_replicate"].as_u64(), rows[4]["last_replicate"].as_u64()), (Some(0), Some(15)));
    assert_eq!(told["run"], "onfoot run s.toml --seed 3 --part K/5 -o many");
    for language in ["en", "nl"] {
        let mut command = program(place.path());
        let page = command.args(["parts", "s.toml", "--of", "16", "--lang", language]).env("COLUMNS", "60").output().unwrap();
        let page = String::from_utf8(page.stdout).unwrap();
        assert!(page.contains("--part 1/16 -o output/s") && page.contains("onfoot merge output/s"), "{page}");
        assert!(page.lines().all(|line| line.chars().count() <= 60 || line.contains("onfoot ")), "{page}");
    }
}

#[cfg(unix)]
#[test]
fn a_part_that_is_stopped_publishes_nothing_half_and_goes_on() {
    let place = place();
    let large = "--set organisation.teams=40 --set run.length='1_year' --replicates 64".replace("'1_year'", "260");
    let child = program(place.path())
        .args(format!("run s.toml {large} --part 1/2 -o many --threads 1").split(' '))
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1500));
    assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
    let answer = child.wait_with_output().unwrap();
    let told = String::from_utf8_lossy(&answer.stderr).into_owned();
    assert_eq!(answer.status.code(), Some(130), "{told}");
    assert!(told.contains("--part 1/2 -o many"), "{told}");
    let names: Vec<String> = fs::read_dir(place.path().join("many/.onfoot-parts"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert!(names.iter().all(|name| !name.starts_with(".tmp")), "{names:?}");
}

#[test]
fn scripts_for_slurm_are_written_and_templates_printed() {
    let place = place();
    let line = "cluster slurm s.toml -o many --seed 3 --tasks 4 --cpus 2 --time 30 --partition p";
    well(place.path(), line);
    let script = fs::read_to_string(place.path().join("many/cluster/array.sbatch")).unwrap();
    for expected in [
        "#SBATCH --array=1-4\n",
        "#SBATCH --cpus-per-task=2\n",
        "#SBATCH --partition=p\n",
        "#SBATCH --signal=B:TERM@60\n",
        "--part env/4 -o many",
    ] {
        assert!(script.contains(expected), "{expected}: {script}");
    }
    // its tasks, without Slurm
    for number in ["1", "2", "4"] {
        let task = Command::new("bash")
            .arg("many/cluster/array.sbatch")
            .current_dir(place.path())
            .env("SLURM_ARRAY_TASK_ID", number)
            .env("SLURM_CPUS_PER_TASK", "1")
            .output();
        assert!(task.unwrap().status.success());
    }
    let (code, said) = ended(&onfoot(place.path(), "cluster status many"));
    assert!(code == 1 && said.contains("3 of 4 parts") && said.contains("onfoot cluster slurm s.toml"), "{said}");
    well(place.path(), line);
    let script = fs::read_to_string(place.path().join("many/cluster/array.sbatch")).unwrap();
    assert!(script.contains("#SBATCH --array=3\n"), "{script}");
    well(place.path(), "merge many --fill -q");
    well(place.path(), "cluster status many");
    well(place.path(), "run s.toml --seed 3 -o one -q");
    fs::remove_dir_all(place.path().join("many/cluster")).unwrap();
    same(place.path(), "one", "many");
    for engine in ["parallel", "snakemake", "kubernetes", "aws-batch"] {
        let (code, said) = ended(&onfoot(place.path(), &format!("cluster print s.toml --for {engine} --tasks 4 -o results")));
        assert!(code == 0 && said.contains("results") && said.contains("merge"), "{engine}: {said}");
    }
    let (code, said) = ended(&onfoot(place.path(), "cluster print s.toml"));
    assert!(code == 2 && said.contains("--for parallel"), "{said}");
}
