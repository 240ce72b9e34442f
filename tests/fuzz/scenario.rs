//! Scenarios gone wrong: lines, keys, values and bytes changed as people, editors and enemies change them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::luck::Luck;

/// What inputs begin from.
pub struct Seeds {
    /// Whole texts, with the folder in which what they are based on stands.
    pub texts: Vec<String>,
    /// Every line of them that says something.
    lines: Vec<String>,
    /// Every key that can be given.
    keys: Vec<String>,
}

impl Seeds {
    /// The scenarios that ship, the texts of the tests, and a few of our own.
    pub fn gathered() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files: Vec<PathBuf> = ["scenarios", "scenarios/study", "tests/fault_golden", "tests/reading", "tests/fuzz/seeds"]
            .iter()
            .filter_map(|folder| fs::read_dir(root.join(folder)).ok())
            .flat_map(|entries| entries.filter_map(|entry| Some(entry.ok()?.path())))
            .filter(|file| file.extension().is_some_and(|end| end == "toml"))
            .collect();
        files.sort();
        let texts: Vec<String> = files.iter().filter_map(|file| fs::read_to_string(file).ok()).collect();
        let mut lines: Vec<String> = texts.iter().flat_map(|text| text.lines()).map(str::to_owned).collect();
        lines.retain(|line| line.contains(['=', '[']));
        lines.sort();
        lines.dedup();
        let mut keys: Vec<String> = lines.iter().filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned())).collect();
        keys.retain(|key| key.len() < 60);
        keys.dedup();
        Self { texts, lines, keys }
    }
}

/// Values that no key was made for, or hardly.
pub const HOSTILE: [&str; 78] = [
    "0",
    "-0",
    "-1",
    "1",
    "2",
    "3",
    "0.0",
    "-0.0",
    "1.0",
    "0.5",
    "1.0000000001",
    "1e-320",
    "1e308",
    "-1e308",
    "1e309",
    "nan",
    "-nan",
    "inf",
    "-inf",
    "255",
    "256",
    "65535",
    "65536",
    "2147483647",
    "2147483648",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "18446744073709551616",
    "99999999999999999999999999",
    "0x7fffffff",
    "0b1",
    "0o777",
    "1_000",
    "3,8",
    "3.8",
    "50 %",
    "\"\"",
    "\" \"",
    "\"all\"",
    "\"none\"",
    "\"1 year\"",
    "\"-1 day\"",
    "\"0 days\"",
    "\"99999999999 years\"",
    "\"1e9 months\"",
    "\"nan days\"",
    "\"0.4 weeks\"",
    "\"15 years\"",
    "\"day 3\"",
    "\"day -3\"",
    "true",
    "false",
    "ja",
    "yes",
    "[]",
    "[[]]",
    "[0]",
    "[-1, 99999]",
    "[1, 1, 1]",
    "[\"a\", 1, true]",
    "{}",
    "{ min = 9, max = 3 }",
    "{ min = 2, max = 50 }",
    "{ set = {} }",
    "{ mean = 0.5, sd = -1 }",
    "1979-05-27",
    "1979-05-27T07:32:00Z",
    "'''\n\n'''",
    "\"\"\"\n\\u001b[31m\n\"\"\"",
    "\"\\u001b]0;owned\\u0007\\u001b[31mRED\"",
    "\"\\u0000\\u0008\\u007f\\u009b2J\\r\"",
    "\"=1+1\"",
    "\"\u{202e}\u{200b}\u{feff}\u{1f600}e\u{301}\"",
    "\"../../x\"",
    "\"|`$(a)`<b>\"",
];

/// Files that a scenario may say that it is based on; all but the first two are none.
const BASES: [&str; 15] = [
    "base.toml",
    "presets/united-states.toml",
    "pipe.toml",
    "zero.toml",
    "huge.toml",
    "s.toml",
    "./s.toml",
    "here.toml",
    "null.toml",
    "gone.toml",
    "loop.toml",
    ".",
    "",
    "binary.toml",
    "base.toml/",
];

/// Between none and a handful of changes; most often few, so that most of the text still says what it said.
pub fn mutated(text: &str, seeds: &Seeds, luck: &mut Luck) -> Vec<u8> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..[0, 1, 1, 1, 2, 2, 3, 5, 12][luck.below(9)] {
        change(&mut lines, seeds, luck);
    }
    let end = if luck.one_in(30) { "\r\n" } else { "\n" };
    let mut bytes = (lines.join(end) + end).into_bytes();
    if luck.one_in(8) {
        damage(&mut bytes, luck);
    }
    bytes
}

fn change(lines: &mut Vec<String>, seeds: &Seeds, luck: &mut Luck) {
    let at = luck.below(lines.len());
    let place = luck.below(lines.len() + 1);
    match luck.weighted(&[8, 6, 4, 8, 6, 24, 10, 8, 6, 4, 5, 2, 2, 1, 1, 3, 4]) {
        0 if !lines.is_empty() => drop(lines.remove(at)),
        1 if !lines.is_empty() => lines.insert(place, lines[at].clone()),
        2 if !lines.is_empty() => {
            let other = luck.below(lines.len());
            lines.swap(at, other);
        }
        3 => lines.insert(place, seeds.lines[luck.below(seeds.lines.len())].clone()),
        4 => {
            let other: Vec<&str> = seeds.texts[luck.below(seeds.texts.len())].lines().collect();
            let from = luck.below(other.len());
            let some = other[from..].iter().take(1 + luck.below(12)).map(|line| (*line).to_owned());
            lines.splice(place..place, some);
        }
        5 => with_value(lines, luck, |_, luck| luck.pick(&HOSTILE).to_owned()),
        6 => with_value(lines, luck, nudged),
        7 => with_key(lines, luck, |_, luck| seeds.keys[luck.below(seeds.keys.len())].clone()),
        8 => with_key(lines, luck, misspelt),
        9 => with_value(lines, luck, |value, luck| {
            let mut bytes = value.as_bytes().to_vec();
            damage(&mut bytes, luck);
            String::from_utf8_lossy(&bytes).into_owned()
        }),
        10 => {
            let heads: Vec<usize> = (0..lines.len()).filter(|i| lines[*i].trim_start().starts_with('[')).collect();
            if let Some(at) = heads.get(luck.below(heads.len())) {
                lines[*at] = match luck.below(5) {
                    0 => lines[*at].replace("[[", "[").replace("]]", "]"),
                    1 => format!("[{}]", lines[*at]),
                    2 => lines[*at].replace(']', ".a]"),
                    3 => lines[*at].to_uppercase(),
                    _ => String::new(),
                };
            }
        }
        11 => lines.insert(0, format!("based_on = {:?}", luck.pick(&BASES))),
        12 => lines.insert(place, deep(luck)),
        13 => many(lines, luck),
        14 => {
            let long = "x".repeat([100, 1_000, 10_000][luck.below(3)]);
            with_value(lines, luck, |_, _| format!("\"{long}\""));
        }
        15 => lines.insert(place, format!("{} = {}", seeds.keys[luck.below(seeds.keys.len())], luck.pick(&HOSTILE))),
        _ => {
            // Two values change places: the right kind of thing in the wrong place.
            let other = luck.below(lines.len());
            if let (Some((one, a)), Some((two, b))) = (parts(lines, at), parts(lines, other)) {
                lines[at] = format!("{one}= {b}");
                lines[other] = format!("{two}= {a}");
            }
        }
    }
}

fn parts(lines: &[String], at: usize) -> Option<(String, String)> {
    let (key, value) = lines.get(at)?.split_once('=')?;
    Some((key.to_owned(), value.trim().to_owned()))
}

fn assignment(lines: &[String], luck: &mut Luck) -> Option<(usize, String, String)> {
    let from = luck.below(lines.len());
    let at = (from..lines.len()).chain(0..from).find(|at| lines[*at].contains('='))?;
    let (key, value) = parts(lines, at)?;
    Some((at, key, value))
}

fn with_value(lines: &mut [String], luck: &mut Luck, new: impl Fn(&str, &mut Luck) -> String) {
    if let Some((at, key, value)) = assignment(lines, luck) {
        lines[at] = format!("{key}= {}", new(&value, luck));
    }
}

fn with_key(lines: &mut [String], luck: &mut Luck, new: impl Fn(&str, &mut Luck) -> String) {
    if let Some((at, key, value)) = assignment(lines, luck) {
        lines[at] = format!("{} = {value}", new(key.trim(), luck));
    }
}

/// The value with one number in it made another.
fn nudged(value: &str, luck: &mut Luck) -> String {
    let digit = |c: char| c.is_ascii_digit() || c == '.';
    let Some(from) = value.find(digit) else { return luck.pick(&HOSTILE).to_owned() };
    let end = value[from..].find(|c| !digit(c)).map_or(value.len(), |end| from + end);
    let number: f64 = value[from..end].parse().unwrap_or(0.0);
    let new = match luck.below(7) {
        0 => number + 1.0,
        1 => number - 1.0,
        2 => number * 10.0,
        3 => number / 10.0,
        4 => -number,
        5 => number * 1e6,
        _ => (luck.below(2_000) as f64) / 1_000.0,
    };
    format!("{}{new}{}", &value[..from], &value[end..])
}

fn misspelt(key: &str, luck: &mut Luck) -> String {
    let mut letters: Vec<char> = key.chars().collect();
    let at = luck.below(letters.len());
    match luck.below(5) {
        0 if !letters.is_empty() => drop(letters.remove(at)),
        1 => letters.insert(at, ['a', 'é', '.', '-', '"', '\u{1b}', ' ', '\u{7f}'][luck.below(8)]),
        2 if letters.len() > 1 => letters.swap(at, (at + 1) % key.chars().count()),
        3 => return key.to_uppercase(),
        _ => return format!("\"\\u001b[31m{}\"", key.replace(['"', '\\'], "")),
    }
    letters.into_iter().collect()
}

/// Brackets, braces or dots without end.
fn deep(luck: &mut Luck) -> String {
    let n = [10, 100, 200, 3_000, 20_000][luck.weighted(&[40, 40, 20, 2, 1])];
    match luck.below(5) {
        0 => format!("x = {}{}", "[".repeat(n), "]".repeat(n)),
        1 => format!("x = {}1{}", "{ a = ".repeat(n), " }".repeat(n)),
        2 => format!("{}a = 1", "a.".repeat(n)),
        3 => format!("[{}a]", "a.".repeat(n)),
        _ => format!("x = {}", "[".repeat(n)),
    }
}

/// Many events or arms.
fn many(lines: &mut Vec<String>, luck: &mut Luck) {
    let n = [10, 40, 150][luck.weighted(&[20, 5, 1])];
    let what = luck.below(3);
    if what == 1 {
        lines.push("[arms]".to_owned());
    }
    for i in 0..n {
        lines.push(match what {
            0 => format!("[[event]]\nid = \"e{i}\"\nwhat = \"breach\"\nday = {i}\nby = \"leader\"\nkind = \"integrity\"\nseverity = 0.5"),
            1 => format!("a{i} = {{ set = {{ \"behaviour.base\" = {} }} }}", 0.001 * f64::from(i)),
            _ => format!("[[event]]\nid = \"e{i}\"\nat = 1"),
        });
    }
}

/// A few bytes changed, lost or put in.
pub fn damage(bytes: &mut Vec<u8>, luck: &mut Luck) {
    for _ in 0..=luck.below(3) {
        let at = luck.below(bytes.len());
        match luck.below(7) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << luck.below(8),
            1 => bytes.insert(at, luck.next() as u8),
            2 => bytes.truncate(at),
            3 => drop(bytes.drain(at..(at + luck.below(40)).min(bytes.len()))),
            4 => {
                let odd: &[&[u8]] = &[
                    b"\xff\xfe",
                    b"\xef\xbb\xbf",
                    b"\0",
                    b"\x1b[2J",
                    b"\xc2\x9b31m",
                    b"\r",
                    b"\x0b",
                    b"\xe2\x80\xae",
                    b"\x80",
                    b"\x7f",
                    b"\"",
                    b"'''",
                    b"\\",
                    b"#",
                    b"\n",
                ];
                let piece = luck.pick(odd);
                bytes.splice(at..at, piece.iter().copied());
            }
            5 => {
                let piece = bytes[at..(at + luck.below(60)).min(bytes.len())].to_vec();
                let to = luck.below(bytes.len());
                bytes.splice(to..to, piece);
            }
            _ if !bytes.is_empty() => bytes[at] = luck.next() as u8,
            _ => {}
        }
    }
}
