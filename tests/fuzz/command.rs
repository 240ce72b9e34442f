//! Command lines: every command with its options, right, nearly right and wrong.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};

use crate::luck::Luck;
use crate::scenario::{HOSTILE, damage};

/// What may stand after an option or as an operand.
#[derive(Clone, Copy)]
pub enum Takes {
    /// Nothing: it is there or not.
    Flag,
    /// A scenario.
    File,
    /// A folder with results.
    Folder,
    /// A place to write to.
    Out,
    /// A whole number.
    Number,
    /// A small whole number: what is asked for is lived.
    Few,
    /// A number of days, with decimals.
    Days,
    /// A moment.
    Time,
    /// KEY=VALUE.
    Set,
    /// One of these words.
    Word(&'static [&'static str]),
}
use Takes::{Days, Few, File, Flag, Folder, Number, Out, Set, Time, Word};

struct Row {
    name: &'static str,
    weight: usize,
    operands: &'static [Takes],
    options: &'static [(&'static str, Takes)],
}

const FORM: Takes = Word(&["graphic", "short", "json", "narrated"]);
const TERMS: Takes = Word(&[
    "trust",
    "E011",
    "day",
    "behaviour.base",
    "run.length",
    "apology",
    "gossip",
    "twin",
    "zwischen",
    "vertrouwen",
    "E999",
    "arms",
    "W001",
    "",
    "\u{1b}[31m",
    "trsut",
    "leader",
    "policy",
    "*",
]);
const PART: Takes = Word(&["1/1", "1/2", "2/2", "env/2", "3/2", "0/0", "evn/2", "4294967296/1", "1/4294967295", "", "\u{1b}[31m/2"]);
const FINDINGS: Takes = Word(&["VT-30", "VT-02", "VT-999", "trust", "", "\u{1b}]0;x\u{7}"]);
const FIGURES: Takes = Word(&[
    "trust",
    "engagement",
    "turnover",
    "performance",
    "teams",
    "road",
    "cost",
    "returns",
    "worth",
    "front",
    "arms",
    "policies",
    "trsut",
    "",
    "\u{1b}[31m",
    "../trust",
]);
const LISTS: Takes = Word(&[
    "parameters",
    "measures",
    "behaviours",
    "practices",
    "repairs",
    "events",
    "scenarios",
    "errors",
    "keys",
    "switches",
    "figures",
    "findings",
    "words",
    "",
    "\u{7}",
]);
const CHANGE: [(&str, Takes); 4] = [("--seed", Number), ("--replicates", Few), ("--worlds", Few), ("--set", Set)];

macro_rules! options {
    ($($more:expr),* $(,)?) => { &[CHANGE[0], CHANGE[1], CHANGE[2], CHANGE[3], ("--quiet", Flag), ("--json", Flag), $($more),*] };
}

const ROWS: &[Row] = &[
    Row { name: "check", weight: 40, operands: &[File], options: options![("--error-format", FORM), ("-q", Flag)] },
    Row {
        name: "run",
        weight: 12,
        operands: &[File],
        options: options![
            ("-o", Out),
            ("--output", Out),
            ("--force", Flag),
            ("--resume", Flag),
            ("--threads", Few),
            ("--format", Word(&["csv", "parquet"])),
            ("--part", PART),
            ("--error-format", FORM)
        ],
    },
    Row { name: "parts", weight: 4, operands: &[File], options: options![("-o", Out), ("--of", Few), ("--threads", Few)] },
    Row { name: "merge", weight: 2, operands: &[Folder], options: &[("--fill", Flag), ("--threads", Few), ("--json", Flag), ("-q", Flag)] },
    Row {
        name: "cluster",
        weight: 3,
        operands: &[Word(&["slurm", "status", "print"]), File],
        options: &[
            CHANGE[0],
            CHANGE[1],
            CHANGE[2],
            CHANGE[3],
            ("-o", Out),
            ("--tasks", Few),
            ("--cpus", Few),
            ("--time", Time),
            ("--partition", FINDINGS),
            ("--for", Word(&["parallel", "snakemake", "kubernetes", "aws-batch"])),
            ("--json", Flag),
        ],
    },
    Row {
        name: "compare",
        weight: 8,
        operands: &[File],
        options: options![("-o", Out), ("--force", Flag), ("--threads", Few), ("--worth", Days), ("--floor", Days), ("--near", Days)],
    },
    Row {
        name: "portfolio",
        weight: 6,
        operands: &[File],
        options: options![("-o", Out), ("--budget", Days), ("--delays", Time), ("--evaluations", Few), ("--threads", Few)],
    },
    Row { name: "sensitivity", weight: 4, operands: &[File], options: options![("-o", Out), ("--threads", Few)] },
    Row {
        name: "worlds",
        weight: 2,
        operands: &[],
        options: &[("--keep", Few), ("-o", Out), ("--threads", Few), ("--json", Flag), ("-q", Flag)],
    },
    Row {
        name: "calibrate",
        weight: 3,
        operands: &[FINDINGS],
        options: &[
            ("--free", Word(&["quotient.tilt", "x"])),
            ("--evaluations", Few),
            ("--replicates", Few),
            ("--seed", Number),
            ("-o", Out),
            ("--threads", Few),
            ("--set", Set),
            ("--json", Flag),
            ("-q", Flag),
        ],
    },
    Row {
        name: "validate",
        weight: 3,
        operands: &[FINDINGS],
        options: &[
            ("--quick", Flag),
            ("--ablation", Flag),
            ("-o", Out),
            ("--set", Set),
            ("--threads", Few),
            ("--json", Flag),
            ("-q", Flag),
        ],
    },
    Row { name: "explain", weight: 30, operands: &[TERMS], options: &[("--json", Flag)] },
    Row { name: "list", weight: 8, operands: &[LISTS], options: &[("--json", Flag)] },
    Row { name: "cite", weight: 4, operands: &[File], options: &[("--format", Word(&["apa", "bibtex"]))] },
    Row { name: "odd", weight: 2, operands: &[File], options: &[("-o", Out)] },
    Row {
        name: "lock",
        weight: 6,
        operands: &[File],
        options: &[CHANGE[0], CHANGE[1], CHANGE[2], CHANGE[3], ("--force", Flag), ("--json", Flag)],
    },
    Row { name: "new", weight: 4, operands: &[Out], options: &[("--template", Word(&["minimal", "hypothesis", "policies", "demo"]))] },
    Row { name: "lesson", weight: 1, operands: &[], options: &[("-o", Out), ("--no-open", Flag)] },
    Row { name: "workbench", weight: 2, operands: &[File], options: &[("-o", Out), ("--no-open", Flag)] },
    Row { name: "schema", weight: 1, operands: &[], options: &[] },
    Row { name: "", weight: 2, operands: &[], options: &[] },
    Row { name: "verify", weight: 2, operands: &[Folder], options: &[("--lives", Number), ("--json", Flag)] },
    Row {
        name: "why",
        weight: 2,
        operands: &[Folder],
        options: &[
            ("--team", Number),
            ("--seat", Number),
            ("--from", Time),
            ("--to", Time),
            ("--referent", Word(&["colleague", "leader", "top"])),
            ("--arm", Word(&["none", "sorry", "twin", "main", ""])),
            ("--replicate", Number),
            ("--world", Number),
            ("-o", Out),
            ("--json", Flag),
            ("-q", Flag),
        ],
    },
    Row {
        name: "story",
        weight: 2,
        operands: &[Folder],
        options: &[
            ("--seat", Number),
            ("--generation", Number),
            ("--arm", Word(&["none", "sorry", "twin", "main", ""])),
            ("--replicate", Number),
            ("--world", Number),
            ("-o", Out),
            ("--json", Flag),
            ("-q", Flag),
        ],
    },
    Row {
        name: "plot",
        weight: 2,
        operands: &[Folder, FIGURES],
        options: &[("--width", Days), ("--format", Word(&["svg", "pdf", "png"])), ("--headline", Flag), ("-o", Out), ("-q", Flag)],
    },
];

const FILES: [&str; 17] = [
    "pipe.toml",
    "zero.toml",
    "huge.toml",
    "s.toml",
    "base.toml",
    "gone.toml",
    "null.toml",
    "loop.toml",
    "here.toml",
    ".",
    "",
    "binary.toml",
    "base.toml/x",
    "no\u{1b}[31mname\u{7}.toml",
    "ran/manifest.json",
    "ran",
    "presets/united-states.toml",
];
const FOLDERS: [&str; 12] =
    ["ran", "csv", "compared", "folio", "ran/", "gone", "s.toml", ".", "", "null.toml", "ran/figures", "\u{1b}[31m"];
const OUTS: [&str; 13] = [
    "out",
    "out/deeper/still",
    "ran",
    "csv/x.svg",
    "s.toml",
    "base.toml",
    "out.svg",
    "out.pdf",
    "out.md",
    "out\u{1b}[31m.svg",
    "",
    ".",
    "base.toml/x",
];
const TIMES: [&str; 14] =
    ["0", "1", "20", "1 day", "2 weeks", "3 months", "1 year", "-1", "1e9", "99999999999 years", "", "nan days", "day 3", "\u{1b}[31m"];

/// A command line, as pieces: an operand, or an option with its value.
pub struct Line {
    pub command: String,
    pub pieces: Vec<Vec<OsString>>,
}

impl Line {
    /// All words.
    pub fn words(&self) -> Vec<OsString> {
        let command = (!self.command.is_empty()).then(|| OsString::from(&self.command));
        ["onfoot".into()].into_iter().chain(command).chain(self.pieces.iter().flatten().cloned()).collect()
    }
}

/// Any command with any options, often wrong.
pub fn any(luck: &mut Luck) -> Line {
    let weights: Vec<usize> = ROWS.iter().map(|row| row.weight).collect();
    let row = &ROWS[luck.weighted(&weights)];
    let right = 1 + luck.below(12);
    let mut line = with_options(row, luck.below(4), right, luck);
    for operand in row.operands {
        let at = luck.below(line.pieces.len() + 1);
        line.pieces.insert(at, vec![value(*operand, right, luck)]);
    }
    for _ in 0..[0, 0, 0, 1, 1, 2, 4][luck.below(7)] {
        spoil(&mut line, luck);
    }
    line
}

/// This command on this operand, with a few of its options, nearly always right.
pub fn on(name: &str, operands: &[&str], options: usize, luck: &mut Luck) -> Line {
    let row = ROWS.iter().find(|row| row.name == name).expect("a command that there is");
    let count = luck.below(options + 1);
    let mut line = with_options(row, count, 40, luck);
    line.pieces.splice(0..0, operands.iter().map(|operand| vec![OsString::from(operand)]));
    line
}

fn with_options(row: &Row, count: usize, right: usize, luck: &mut Luck) -> Line {
    let mut pieces = Vec::new();
    for _ in 0..count.min(row.options.len()) {
        let (name, takes) = row.options[luck.below(row.options.len())];
        pieces.push(match takes {
            Flag => vec![name.into()],
            takes => vec![name.into(), value(takes, right, luck)],
        });
    }
    if luck.one_in(3) {
        pieces.push(vec!["--lang".into(), "nl".into()]);
    }
    Line { command: row.name.to_owned(), pieces }
}

/// A value of this kind; wrong about once in `right`.
fn value(takes: Takes, right: usize, luck: &mut Luck) -> OsString {
    let wrong = luck.one_in(right);
    let text = match takes {
        Flag => String::new(),
        File => (if wrong || luck.one_in(3) { luck.pick(&FILES) } else { "s.toml" }).to_owned(),
        Folder => luck.pick(if wrong { &FOLDERS } else { &FOLDERS[..4] }).to_owned(),
        Out => luck.pick(if wrong { &OUTS } else { &OUTS[..2] }).to_owned(),
        _ if wrong => luck.pick(&HOSTILE).trim_matches('"').to_owned(),
        Number => {
            let end = [3, 10, 200][luck.below(3)];
            luck.below(end).to_string()
        }
        Few => (1 + luck.below(4)).to_string(),
        Days => (luck.below(400) as f64 / 2.0).to_string(),
        Time => luck.pick(&TIMES).to_owned(),
        Word(words) => luck.pick(words).to_owned(),
        Set => {
            let keys = [
                "run.length",
                "run.seed",
                "organisation.teams",
                "behaviour.base",
                "event.b.severity",
                "event.b.day",
                "repair.s.cost",
                "title",
                "mechanisms.gossip",
                "arms.sorry.set",
                "run.record",
                "x",
                "a.b.c",
                "event",
                "practices.autonomy_and_discretion",
            ];
            let values = ["30", "0.5", "true", "\"weekly\"", "weekly", "2 months"];
            let given = if luck.one_in(3) { luck.pick(&values) } else { luck.pick(&HOSTILE) };
            format!("{}={given}", luck.pick(&keys))
        }
    };
    text.into()
}

fn spoil(line: &mut Line, luck: &mut Luck) {
    let at = luck.below(line.pieces.len());
    let other = luck.below(line.pieces.len());
    let extra: [&str; 14] = [
        "--",
        "--help",
        "-h",
        "--version",
        "-V",
        "--lang",
        "--lang=xx",
        "--no-color",
        "-",
        "-qq",
        "--jsno",
        "\u{1b}[31m--x\u{7}",
        "--set",
        "x",
    ];
    match luck.below(9) {
        0 if !line.pieces.is_empty() => drop(line.pieces.remove(at)),
        1 if !line.pieces.is_empty() => line.pieces.push(line.pieces[at].clone()),
        2 if !line.pieces.is_empty() => line.pieces.swap(at, other),
        3 => line.pieces.insert(at, vec![luck.pick(&extra).into()]),
        4 if !line.pieces.is_empty() => drop(line.pieces[at].pop()),
        5 => {
            if let Some([option, value]) = line.pieces.get(at).map(Vec::as_slice) {
                line.pieces[at] = vec![[option.as_os_str(), OsStr::new("="), value.as_os_str()].into_iter().collect()];
            }
        }
        6 => {
            if let Some(word) = line.pieces.get_mut(at).and_then(|piece| piece.last_mut()) {
                let mut bytes = word.as_bytes().to_vec();
                damage(&mut bytes, luck);
                *word = OsString::from_vec(bytes);
            }
        }
        7 => {
            let mut command = line.command.clone().into_bytes();
            damage(&mut command, luck);
            line.command = String::from_utf8_lossy(&command).into_owned();
        }
        _ => line.pieces.insert(at, vec!["y".repeat([30, 3_000, 60_000][luck.weighted(&[10, 3, 1])]).into()]),
    }
    harmless(line);
}

/// Nothing outside the folder in which inputs are tried can be named: a word never climbs out of it or begins at the root, and
/// none holds what no operating system would pass on.
fn harmless(line: &mut Line) {
    for word in line.pieces.iter_mut().flatten() {
        let mut bytes: Vec<u8> = word.as_bytes().iter().copied().filter(|byte| *byte != 0).collect();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let root = text.starts_with('/') || text.contains("=/") || text.contains("\"/") || (text.starts_with('-') && text.contains('/'));
        if root || text.contains("..") {
            bytes.retain(|byte| *byte != b'/');
        }
        *word = OsString::from_vec(bytes);
    }
    line.command.retain(|letter| letter != '\0');
}

/// The `check` that says what this line would live, of all files and changes that are among its words.
pub fn foreseen(words: &[OsString]) -> Vec<OsString> {
    let mut check: Vec<OsString> = ["onfoot", "check", "--json"].map(OsString::from).to_vec();
    let changes = ["--seed", "--replicates", "--worlds", "--set"];
    let mut rest = words.iter().skip(2).peekable();
    while let Some(word) = rest.next() {
        let text = word.to_string_lossy();
        if changes.contains(&text.as_ref()) {
            check.push(word.clone());
            check.extend(rest.next().cloned());
        } else if changes.iter().any(|change| text.starts_with(&format!("{change}="))) {
            check.push(word.clone());
        } else if !text.starts_with('-') && std::path::Path::new(word).is_file() {
            check.push(word.clone());
        }
    }
    check
}
