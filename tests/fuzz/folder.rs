//! Folders with results, and what can happen to them.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::SystemTime;

use onfoot::ensemble::live::live;
use onfoot::ensemble::plan::plan;
use onfoot::ensemble::run::run;
use onfoot::folder::Store;
use onfoot::folder::manifest::design_hash;
use onfoot::folder::{Folder, FolderState};
use onfoot::scenario::read::read;

use crate::luck::Luck;
use crate::scenario::{HOSTILE, Seeds, damage, mutated};

/// A small study with everything that leaves files behind.
pub const STUDY: &str = include_str!("seeds/study.toml");

/// The folders, by name, and the words that made each.
pub const MADE: [(&str, &[&str]); 4] = [
    ("ran", &["run", "study.toml", "-q"]),
    ("csv", &["run", "study.toml", "-q", "--format", "csv", "--set", "run.ledger=true", "--set", "run.sociometric=true", "--worlds", "2"]),
    ("compared", &["compare", "study.toml", "-q", "--worth", "60", "--worlds", "2"]),
    ("folio", &["portfolio", "study.toml", "-q", "--evaluations", "6", "--worlds", "2"]),
];

/// Makes the folders in `place`, and beside them files that are none.
pub fn make(place: &Path, onfoot: impl Fn(&[&str]) -> i32) {
    fs::write(place.join("study.toml"), STUDY).expect("the place can be written to");
    for (name, words) in MADE {
        let code = onfoot(&[words, &["-o", name]].concat());
        assert!(code == 0 || code == 1, "{name} was not made: {code}");
    }
    half(place);
    fs::remove_file(place.join("study.toml")).expect("it was written");
}

/// A run that was stopped half way.
fn half(place: &Path) {
    let mut scenario = read(&place.join("study.toml"), &[]).expect("it can be read").scenario;
    let design = design_hash(&scenario);
    let FolderState::Open(folder) = Folder::prepare(&place.join("half"), &design, false).expect("a place") else {
        return;
    };
    for arm in &mut scenario.arms {
        arm.scenario.run.replicates = 1;
    }
    scenario.run.replicates = 1;
    let store = Store::in_directory(&folder.parts(), &design);
    run(&plan(&scenario), &store, 1, live, &AtomicBool::new(false), &|_| {}).expect("parts are written");
}

/// Files that are none, and fine ones to lean on.
pub fn surroundings(place: &Path) -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::create_dir_all(place.join("presets"))?;
    fs::copy(root.join("scenarios/presets/united-states.toml"), place.join("presets/united-states.toml"))?;
    fs::write(place.join("base.toml"), STUDY)?;
    for name in ["baseline.toml", "horseback.toml", "early-or-late.toml"] {
        fs::copy(root.join("scenarios").join(name), place.join(name))?;
    }
    let mut luck = Luck::of(0, 0);
    fs::write(place.join("binary.toml"), (0..4_096).map(|_| luck.next() as u8).collect::<Vec<_>>())?;
    for (name, to) in [("null.toml", "/dev/null"), ("zero.toml", "/dev/zero"), ("loop.toml", "loop.toml"), ("here.toml", ".")] {
        let _ = symlink(to, place.join(name));
    }
    pipe(&place.join("pipe.toml"))?;
    File::create(place.join("huge.toml"))?.set_len(3_000_000_000)
}

fn pipe(path: &Path) -> io::Result<()> {
    Command::new("mkfifo").arg(path).status().map(drop)
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()))?;
        } else {
            fs::copy(entry.path(), to.join(entry.file_name())).map(drop)?;
        }
    }
    Ok(())
}

/// Keeps what there is of a harmed folder: its files that are files.
pub fn keep(from: &Path, to: &Path) -> io::Result<()> {
    for file in seen(from).into_keys().filter(|file| fs::symlink_metadata(file).is_ok_and(|about| about.is_file())) {
        let place = to.join(file.strip_prefix(from).unwrap_or(&file));
        fs::create_dir_all(place.parent().unwrap_or(to))?;
        fs::copy(&file, place)?;
    }
    Ok(())
}

/// The files in a folder, each with its size and when it was last written to.
pub fn seen(folder: &Path) -> BTreeMap<PathBuf, (u64, Option<SystemTime>)> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().flatten() {
            let Ok(about) = fs::symlink_metadata(entry.path()) else { continue };
            if about.is_dir() {
                open.push(entry.path());
            } else {
                found.insert(entry.path(), (about.len(), about.modified().ok()));
            }
        }
    }
    found
}

/// Does something to a file of this folder, which holds `files`; says what.
pub fn harm(folder: &Path, files: &[PathBuf], seeds: &Seeds, luck: &mut Luck) -> io::Result<String> {
    let telling: Vec<&PathBuf> = files.iter().filter(|file| !file.starts_with("figures")).collect();
    let name = if luck.one_in(8) { &files[luck.below(files.len())] } else { telling[luck.below(telling.len())] };
    let file = folder.join(name);
    let mut bytes = read_file(&file)?;
    let what = luck.weighted(&[3, 3, 2, 20, 3, 1, 1, 1, 1, 20, 2]);
    let place = file.clone();
    match what {
        0 => fs::remove_file(&file)?,
        1 => {
            bytes.truncate(luck.below(bytes.len()));
            fs::write(&file, bytes)?;
        }
        2 => fs::write(&file, b"")?,
        3 => {
            damage(&mut bytes, luck);
            fs::write(&file, bytes)?;
        }
        4 => fs::write(&file, read_file(&folder.join(&files[luck.below(files.len())]))?)?,
        5..=8 => {
            fs::remove_file(&file)?;
            match what {
                5 => fs::create_dir(place)?,
                6 => pipe(&place)?,
                7 => symlink("/dev/zero", place)?,
                _ => symlink(file.file_name().unwrap_or_default(), place)?,
            }
        }
        9 => match (file.extension().and_then(|end| end.to_str()), String::from_utf8(bytes)) {
            (Some("toml"), Ok(text)) => fs::write(&file, mutated(&text, seeds, luck))?,
            (_, Ok(text)) => fs::write(&file, retold(&text, luck))?,
            (_, Err(not)) => {
                let mut bytes = not.into_bytes();
                (0..5).for_each(|_| damage(&mut bytes, luck));
                fs::write(&file, bytes)?;
            }
        },
        _ => {
            let names = [".onfoot.lock", "onfoot.lock", ".lock", "parts", ".parts", "lives.part", "manifest.json.part"];
            fs::write(folder.join(luck.pick(&names)), HOSTILE[luck.below(HOSTILE.len())])?;
        }
    }
    Ok(format!(
        "{} {}",
        [
            "removed",
            "cut",
            "emptied",
            "damaged",
            "replaced",
            "made a folder:",
            "made a pipe:",
            "made endless:",
            "made a loop:",
            "retold",
            "beside:"
        ][what],
        name.display()
    ))
}

/// What stands in a file; an earlier harm may have made it a pipe or endless, which would never be read to its end.
fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    fs::read(path)
}

/// A table or an object with some of what it says changed.
fn retold(text: &str, luck: &mut Luck) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let odd = [
        "",
        "nan",
        "inf",
        "-1",
        "1e308",
        "99999999999999999999",
        "0",
        "null",
        "true",
        "[]",
        "{}",
        "\"\\u001b[31m\"",
        "\u{1b}[31m",
        "\"\"",
        "\"../../../x\"",
        "\"=1\"",
        "é\u{202e}",
        "\"main\"",
    ];
    for _ in 0..=luck.below(4) {
        let at = luck.below(lines.len());
        let other = luck.below(lines.len());
        match luck.below(6) {
            0 if !lines.is_empty() => drop(lines.remove(at)),
            1 if !lines.is_empty() => lines.insert(other, lines[at].clone()),
            2 if !lines.is_empty() => lines.swap(at, other),
            _ if !lines.is_empty() => {
                let by = if lines[at].contains(": ") { ": " } else { "," };
                let mut cells: Vec<&str> = lines[at].split(by).collect();
                let cell = luck.below(cells.len());
                let comma = cells[cell].ends_with(',');
                let new = format!("{}{}", luck.pick(&odd), if comma { "," } else { "" });
                cells[cell] = &new;
                lines[at] = cells.join(by);
            }
            _ => {}
        }
    }
    lines.join("\n") + "\n"
}
