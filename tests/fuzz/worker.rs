//! One process that tries inputs one after another, in a folder of its own, and says what it saw.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::FileExt;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use onfoot::cli::answer_into;
use serde_json::{Value, json};

use crate::command::{self, Line};
use crate::folder;
use crate::luck::Luck;
use crate::scenario::{Seeds, mutated};

/// Most bytes on stderr.
const MOST_ERROR: usize = 64 << 10;
/// Most memory that an input may take, in kB.
const MOST_MEMORY: u64 = 400_000;
/// Most seconds of a processor that an input may take.
const MOST_SECONDS: f64 = 5.0;
/// The folders with results.
const FOLDERS: [&str; 5] = ["ran", "csv", "compared", "folio", "half"];

/// What an input is.
struct Input {
    words: Vec<OsString>,
    text: Vec<u8>,
    /// The folder that was harmed, and how.
    harmed: Option<(String, String)>,
}

/// What was said.
#[derive(Default)]
struct Said {
    code: i32,
    out: Vec<u8>,
    notes: Vec<u8>,
    /// Where it panicked, and with which words.
    panic: Option<String>,
    seconds: f64,
    memory: u64,
}

/// A buffer that two ends hold.
#[derive(Clone, Default)]
struct Ear(Arc<Mutex<Vec<u8>>>);

impl Ear {
    fn heard(&self) -> Vec<u8> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for Ear {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Asks the command line from within.
fn ask(words: &[OsString]) -> Said {
    static PANIC: Mutex<Option<String>> = Mutex::new(None);
    panic::set_hook(Box::new(|what| {
        let place = what.location().map_or_else(String::new, |place| format!("{}:{}", place.file(), place.line()));
        let whole = what.payload().downcast_ref::<String>().map(String::as_str);
        let text =
            whole.or_else(|| what.payload().downcast_ref::<&str>().copied()).unwrap_or_default().chars().take(200).collect::<String>();
        PANIC.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(format!("{place} {text}"));
    }));
    *PANIC.lock().unwrap_or_else(PoisonError::into_inner) = None;
    let told: Vec<String> = words.iter().map(|word| format!("{word:?}")).collect();
    let _ = fs::write("words.txt", told.join(" ")); // should it die, this is what it died of
    let (out, notes) = (Ear::default(), Ear::default());
    let _ = fs::write("/proc/self/clear_refs", "5"); // the peak of memory is measured anew
    let (started, worked) = (Instant::now(), processor());
    let code = panic::catch_unwind(AssertUnwindSafe(|| answer_into(words, Box::new(out.clone()), Box::new(notes.clone()))));
    let spent = started.elapsed().as_secs_f64();
    let seconds = if spent > 0.05 { processor() - worked } else { spent };
    let panic = PANIC.lock().unwrap_or_else(PoisonError::into_inner).take();
    let panic = panic.or_else(|| code.is_err().then(|| "a panic without words".to_owned()));
    Said { code: code.unwrap_or(101), out: out.heard(), notes: notes.heard(), panic, seconds, memory: peak() }
}

/// Seconds of a processor that this process has had, on all its threads.
fn processor() -> f64 {
    let of = |thread: &Path| {
        let text = fs::read_to_string(thread.join("schedstat")).unwrap_or_default();
        text.split(' ').next().and_then(|ns| ns.parse::<f64>().ok()).unwrap_or_default() * 1e-9
    };
    fs::read_dir("/proc/self/task").into_iter().flatten().flatten().map(|thread| of(&thread.path())).sum()
}

/// The most memory that was in use, in kB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or_default()
}

/// The folder in which inputs are tried.
struct Yard {
    made: PathBuf,
    seeds: Seeds,
    files: BTreeMap<String, Vec<PathBuf>>,
}

impl Yard {
    /// In the working directory, with folders copied from `made`.
    fn new(made: &Path) -> Self {
        folder::surroundings(Path::new(".")).expect("the folder of a worker can be written to");
        let mut files = BTreeMap::new();
        for name in FOLDERS {
            let from = made.join(name);
            folder::copy(&from, Path::new(name)).expect("folders can be copied");
            files.insert(
                name.to_owned(),
                folder::seen(&from).into_keys().map(|file| file.strip_prefix(&from).expect("it is in it").to_owned()).collect(),
            );
        }
        Self { made: made.to_owned(), seeds: Seeds::gathered(), files }
    }

    /// The input of this number; its files are there when this returns.
    fn input(&self, luck: &mut Luck) -> Input {
        let seed = if luck.one_in(3) { folder::STUDY } else { &self.seeds.texts[luck.below(self.seeds.texts.len())] };
        match luck.weighted(&[70, 22, 8]) {
            0 => {
                let text = mutated(seed, &self.seeds, luck);
                let command = ["check", "cite", "lock", "odd", "run", "compare"][luck.weighted(&[400, 12, 12, 4, 6, 2])];
                let line = command::on(command, &["s.toml"], 3, luck);
                self.stand(bounded(line, luck), text, None)
            }
            1 => {
                let text = if luck.one_in(2) { mutated(seed, &self.seeds, luck) } else { folder::STUDY.into() };
                let line = command::any(luck);
                self.stand(bounded(line, luck), text, None)
            }
            _ => self.harmed(luck),
        }
    }

    fn stand(&self, words: impl FnOnce(&[u8]) -> Vec<OsString>, text: Vec<u8>, harmed: Option<(String, String)>) -> Input {
        let _ = fs::write("s.toml", &text);
        Input { words: words(&text), text, harmed }
    }

    /// A folder with something wrong in it, and a command that reads it.
    fn harmed(&self, luck: &mut Luck) -> Input {
        let name = luck.pick(&FOLDERS);
        let how: Vec<String> =
            (0..=luck.below(2)).filter_map(|_| folder::harm(Path::new(name), &self.files[name], &self.seeds, luck).ok()).collect();
        let _ = fs::write("words.harm", format!("{name}: {}", how.join(", ")));
        let seat = luck.below(9).to_string();
        let figure =
            luck.pick(&["trust", "engagement", "teams", "road", "arms", "cost", "returns", "worth", "front", "performance", "turnover"]);
        let line = match luck.weighted(&[4, 4, 3, 10, 4, 2]) {
            0 => command::on("verify", &[name], 1, luck),
            1 => command::on("why", &[name, "--team", &luck.below(3).to_string()], 2, luck),
            2 => command::on("story", &[name, "--seat", &seat], 2, luck),
            3 => command::on("plot", &[name, figure], 3, luck),
            4 => {
                let growing: [&[&str]; 4] = [&[], &["--replicates", "3"], &["--resume"], &["--force"]];
                command::on("run", &[&["s.toml", "-o", name, "-q"], growing[luck.weighted(&[8, 1, 4, 1])]].concat(), 1, luck)
            }
            _ => command::on("compare", &["s.toml", "-o", name, "--worth", "60"], 1, luck),
        };
        let words = bounded(line, luck);
        self.stand(words, folder::STUDY.into(), Some((name.to_owned(), how.join(", "))))
    }

    /// Makes all as it was.
    fn tidy(&self, folders: &[&str], surroundings: bool) {
        let mut strange = Vec::new();
        for entry in fs::read_dir(".").into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let known = FOLDERS.contains(&name.as_str()) || KEPT.contains(&name.as_str());
            if !known {
                strange.push(entry.path());
            }
        }
        for path in strange {
            let _ = if path.is_dir() && !path.is_symlink() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        }
        for name in folders {
            let _ = fs::remove_dir_all(name).or_else(|_| fs::remove_file(name));
            let _ = folder::copy(&self.made.join(name), Path::new(name));
        }
        if surroundings {
            for name in KEPT {
                if name.starts_with("words") {
                    continue;
                }
                let _ = if name == "presets" { fs::remove_dir_all(name) } else { fs::remove_file(name) };
            }
            let _ = folder::surroundings(Path::new("."));
        }
    }
}

/// What stands in the yard beside the folders.
const KEPT: [&str; 11] = [
    "words.txt",
    "words.err",
    "base.toml",
    "presets",
    "null.toml",
    "zero.toml",
    "loop.toml",
    "here.toml",
    "pipe.toml",
    "huge.toml",
    "binary.toml",
];

/// The words of this line, or where it would live long those of `check`; known once the files are there.
fn bounded(mut line: Line, luck: &mut Luck) -> impl FnOnce(&[u8]) -> Vec<OsString> + use<> {
    let really = luck.one_in(40);
    if matches!(line.command.as_str(), "validate" | "calibrate") {
        line.pieces.push(vec!["--set".into(), "no.such.key=1".into()]); // it would take minutes: it never begins
    }
    if line.command == "worlds" {
        // It would take minutes; as small as it can be asked it takes seconds, which is spent on few.
        let small = ["--candidates=2", "--design=8", "--replicates=2"];
        let never = ["--keep=1"];
        line.pieces.push(if really { small.map(Into::into).to_vec() } else { never.map(Into::into).to_vec() });
    }
    if line.command == "sensitivity" && !line.pieces.iter().flatten().any(|word| word.to_string_lossy().starts_with("--worlds")) {
        line.pieces.push(vec!["--worlds=8".into()]);
    }
    move |_| {
        let words = line.words();
        let check = command::foreseen(&words);
        match line.command.as_str() {
            "run" | "compare" | "portfolio" | "sensitivity" => match lives(&check) {
                Lives::None => words,
                Lives::Few if really => words,
                Lives::Few | Lives::Many => check,
            },
            "verify" | "why" | "story" => {
                let told: Vec<OsString> = ["onfoot", "check", "--json"]
                    .into_iter()
                    .map(OsString::from)
                    .chain(FOLDERS.iter().map(|name| format!("{name}/resolved.toml").into()))
                    .collect();
                if matches!(lives(&told), Lives::Many) { told } else { words }
            }
            _ => words,
        }
    }
}

enum Lives {
    None,
    Few,
    Many,
}

/// What the files of this `check` would live.
fn lives(check: &[OsString]) -> Lives {
    if check.len() == 3 {
        return Lives::None;
    }
    let said = ask(check);
    let Ok(told) = serde_json::from_slice::<Value>(&said.out) else { return if said.code == 2 { Lives::None } else { Lives::Many } };
    let mut end = Lives::None;
    for file in told["files"].as_array().into_iter().flatten().filter(|file| file["valid"] == true) {
        let of = |key: &str| file[key].as_f64().unwrap_or(f64::INFINITY);
        let few =
            of("lives") <= 40.0 && of("days") <= 300.0 && of("relations") <= 1_000.0 && of("rows") <= 40_000.0 && of("seconds") <= 4.0;
        if !few {
            return Lives::Many;
        }
        end = Lives::Few;
    }
    end
}

/// Tries inputs `from..to`, telling `at` which one, and stdout what was seen.
pub fn work(seed: u64, from: u64, to: u64, made: &Path, saved: &Path) {
    let yard = Yard::new(made);
    let at = File::create(saved.join(format!("at-{}", std::process::id()))).expect("the folder of faults can be written to");
    let mut seen: BTreeMap<String, [f64; 6]> = BTreeMap::new();
    for number in from..to {
        let _ = at.write_all_at(&number.to_le_bytes(), 0);
        one(&yard, seed, number, saved, &mut seen);
        if (number + 1).is_multiple_of(200) || number + 1 == to {
            println!("{}", json!({ "seen": std::mem::take(&mut seen) }));
        }
    }
    let _ = fs::remove_file(saved.join(format!("at-{}", std::process::id())));
}

fn one(yard: &Yard, seed: u64, number: u64, saved: &Path, seen: &mut BTreeMap<String, [f64; 6]>) {
    let mut luck = Luck::of(seed, number);
    let input = yard.input(&mut luck);
    let named = |name: &&str| input.words.iter().any(|word| word.to_string_lossy().contains(*name));
    let reads: Vec<&str> = FOLDERS.into_iter().filter(named).collect();
    let writes =
        input.words.iter().any(|word| {
            let word = word.to_string_lossy();
            word.starts_with("-o") || word.starts_with("--output") || word == "--force"
        }) || matches!(input.words.get(1).and_then(|word| word.to_str()), Some("run" | "compare" | "portfolio" | "sensitivity" | "new"));
    let before: Vec<_> = reads.iter().map(|name| folder::seen(Path::new(name))).collect();
    let said = ask(&input.words);
    let mut faults = faults(&said);
    let after: Vec<_> = reads.iter().map(|name| folder::seen(Path::new(name))).collect();
    if !writes {
        for (before, after) in before.iter().zip(&after) {
            if let Some(file) = before.iter().find_map(|(file, was)| (after.get(file) != Some(was)).then_some(file)) {
                let ours = ["why", "story"].iter().any(|made| file.iter().any(|part| part == *made));
                if !ours {
                    faults.push(format!("changed a file of the folder: {}", kind_of(file)));
                }
            }
        }
    }
    if fs::read("s.toml").ok().as_ref() != Some(&input.text) {
        faults.push("changed the scenario".to_owned());
    }
    if !input.words.iter().any(|word| word == "base.toml") && fs::read_to_string("base.toml").ok().as_deref() != Some(folder::STUDY) {
        faults.push("changed another file".to_owned());
    }
    faults.extend(written(Path::new("."), &reads, &before));
    let command = input.words.get(1).map(|word| word.to_string_lossy().into_owned()).unwrap_or_default();
    let known = [
        "run",
        "check",
        "compare",
        "portfolio",
        "sensitivity",
        "calibrate",
        "worlds",
        "validate",
        "explain",
        "list",
        "cite",
        "odd",
        "lock",
        "new",
        "lesson",
        "workbench",
        "verify",
        "why",
        "story",
        "plot",
        "schema",
    ];
    let command = known.into_iter().find(|name| *name == command).unwrap_or("(other)");
    let kind = if input.harmed.is_some() { format!("{command}, folder harmed") } else { command.to_owned() };
    let row = seen.entry(kind).or_default();
    row[0] += 1.0;
    row[1] += f64::from(u8::from(said.code == 0 || said.code == 1));
    row[2] += f64::from(u8::from(said.code == 2));
    row[3] += said.seconds;
    row[4] = row[4].max(said.seconds);
    row[5] = row[5].max(said.memory as f64);
    for what in faults {
        let place = saved.join(format!("{seed}-{number}"));
        let small = keep(&place, &input, &said, &what);
        println!("{}", json!({ "fault": { "what": format!("{command}: {what}"), "number": number, "kept": place, "small": small } }));
    }
    let harmed = input.harmed.as_ref().map(|(name, _)| name.as_str());
    let changed = reads.iter().zip(before.iter().zip(&after)).filter(|(name, (before, after))| before != after || harmed == Some(**name));
    let mut changed: Vec<&str> = changed.map(|(name, _)| *name).collect();
    changed.extend(harmed.filter(|name| !changed.contains(name)));
    yard.tidy(&changed, writes);
}

fn kind_of(file: &Path) -> String {
    file.extension().map_or_else(String::new, |end| end.to_string_lossy().into_owned())
}

/// What is wrong with what was said.
fn faults(said: &Said) -> Vec<String> {
    let mut faults = Vec::new();
    if let Some(panic) = &said.panic {
        faults.push(format!("panic at {panic}"));
    } else if ![0, 1, 2, 75, 130].contains(&said.code) {
        faults.push(format!("exit code {}", said.code));
    }
    if said.code == 2 && said.notes.is_empty() {
        faults.push("exit code 2 and not a word".to_owned());
    }
    for (end, bytes) in [("stdout", &said.out), ("stderr", &said.notes)] {
        if let Some(raw) = raw(bytes, &['\n', '\t']) {
            faults.push(format!("{raw} on {end}"));
        }
    }
    // As JSON every fault is listed, one a line: there each line is bounded, and how many there are follows from the file.
    let listed = said.notes.starts_with(b"{");
    let longest = if listed { said.notes.split(|&byte| byte == b'\n').map(<[u8]>::len).max().unwrap_or(0) } else { said.notes.len() };
    if longest > MOST_ERROR {
        faults.push(format!("more than {} kB on stderr", MOST_ERROR >> 10));
    }
    if said.seconds > MOST_SECONDS {
        faults.push(format!("took more than {MOST_SECONDS} s"));
    }
    if said.memory > MOST_MEMORY {
        faults.push(format!("took more than {} MB", MOST_MEMORY / 1_000));
    }
    faults
}

/// What should not be sent to a terminal, if anything is there.
fn raw(bytes: &[u8], fine: &[char]) -> Option<String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Some("no UTF-8".to_owned()) };
    text.chars().find(|c| c.is_control() && !fine.contains(c)).map(|_| "a raw control character".to_owned())
}

/// What is wrong with the texts that were written: those for people hold nothing that moves a cursor.
fn written(place: &Path, reads: &[&str], before: &[BTreeMap<PathBuf, (u64, Option<std::time::SystemTime>)>]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut look = |file: &Path| {
        let end = kind_of(file);
        if ["md", "txt", "svg", "html"].contains(&end.as_str()) && fs::symlink_metadata(file).is_ok_and(|about| about.is_file()) {
            // a picture that --format asked for may have any name but that of another picture
            let text = |bytes: &Vec<u8>| end == "svg" || !(bytes.starts_with(b"%PDF-") || bytes.starts_with(b"\x89PNG"));
            if let Some(raw) = fs::read(file).ok().filter(text).and_then(|bytes| raw(&bytes, &['\n', '\t'])) {
                faults.push(format!("{raw} in a file .{end}"));
            }
        }
    };
    for (name, before) in reads.iter().zip(before) {
        folder::seen(Path::new(name)).iter().filter(|(file, is)| before.get(*file) != Some(is)).for_each(|(file, _)| look(file));
    }
    for entry in fs::read_dir(place).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if FOLDERS.contains(&name.as_str()) || KEPT.contains(&name.as_str()) {
            continue;
        }
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            folder::seen(&entry.path()).keys().for_each(|file| look(file));
        } else {
            look(Path::new(&name));
        }
    }
    faults.dedup();
    faults
}

/// Keeps an input that shows a fault, and a smaller one that shows the same, if one is found.
fn keep(place: &Path, input: &Input, said: &Said, what: &str) -> usize {
    let _ = fs::create_dir_all(place);
    let words: Vec<String> = input.words.iter().map(|word| format!("{word:?}")).collect();
    let harmed = input.harmed.as_ref().map_or_else(String::new, |(name, how)| format!("folder {name}: {how}\n"));
    let note = format!(
        "{what}\n{}\n{harmed}\n{}\n{}",
        words.join(" "),
        String::from_utf8_lossy(&said.out).escape_debug(),
        String::from_utf8_lossy(&said.notes).escape_debug()
    );
    let _ = fs::write(place.join("note.txt"), note);
    let _ = fs::write(place.join("s.toml"), &input.text);
    if let Some((name, _)) = &input.harmed {
        let _ = folder::keep(Path::new(name), &place.join(name));
        return 0;
    }
    if said.seconds > 0.5
        || matches!(input.words.get(1).and_then(|word| word.to_str()), Some("run" | "compare" | "portfolio" | "sensitivity"))
    {
        return 0;
    }
    let small =
        smaller(&input.text, |text| fs::write("s.toml", text).is_ok() && faults(&ask(&input.words)).iter().any(|fault| fault == what));
    let _ = fs::write("s.toml", &input.text);
    let _ = fs::write(place.join("small.toml"), &small);
    small.len()
}

/// Takes lines away, ever fewer at a time, while the fault stays.
fn smaller(text: &[u8], shows: impl Fn(&[u8]) -> bool) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = text.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let mut step = lines.len().div_ceil(2).max(1);
    let mut tries = 0;
    loop {
        let mut at = 0;
        while at < lines.len() && tries < 400 {
            let mut fewer = lines.clone();
            fewer.drain(at..(at + step).min(lines.len()));
            tries += 1;
            if shows(&fewer.concat()) { lines = fewer } else { at += step }
        }
        if step == 1 || tries >= 400 {
            return lines.concat();
        }
        step /= 2;
    }
}
