//! The house stands: every room leans only on the rooms below it, and each package enters by its own door.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up. A room may use the rooms before it, never those after.
const ROOMS: [&str; 16] = [
    "text",
    "theory",
    "random",
    "scenario",
    "organisation",
    "dynamics",
    "observe",
    "ensemble",
    "analysis",
    "doubt",
    "comparison",
    "validation",
    "calibration",
    "words",
    "report",
    "cli",
];

/// Each package enters the house by these rooms, or rooms within them, and no others. `serde` may appear where data is defined.
const DOORS: [(&str, &[&str]); 28] = [
    ("ab_glyph", &["report"]),
    ("annotate_snippets", &["cli"]),
    ("chrono", &["cli"]),
    ("clap", &["cli"]),
    ("cmaes", &["calibration"]),
    ("csv", &["report"]),
    ("flate2", &["ensemble"]),
    ("fs4", &["cli"]),
    ("indicatif", &["cli"]),
    ("nalgebra", &["calibration"]),
    ("notosans", &["report"]),
    ("parquet", &["report"]),
    ("pdf_writer", &["report"]),
    ("plotters", &["report/figure"]),
    ("plotters_backend", &["report/figure"]),
    ("png", &["report"]),
    ("postcard", &["ensemble"]),
    ("pulp", &["dynamics"]),
    ("rand", &["random"]),
    ("rand_distr", &["random"]),
    ("rayon", &["dynamics", "ensemble", "doubt"]),
    ("sha2", &["ensemble", "report"]),
    ("signal_hook", &["cli"]),
    ("strsim", &["scenario", "cli"]),
    ("subsetter", &["report"]),
    ("terminal_size", &["cli"]),
    ("tiny_skia", &["report"]),
    ("toml", &["scenario"]),
];

#[test]
fn rooms_lean_only_downwards() {
    let mut faults = Vec::new();
    for file in rust_files(Path::new("src")) {
        let (name, room) = (file.display(), room_of(&file));
        if room == "main" || room == "lib" {
            continue; // the doorbell and the floor plan see every room
        }
        let Some(floor) = ROOMS.iter().position(|r| *r == room) else {
            faults.push(format!("{name}: `{room}` is not on the plan"));
            continue;
        };
        let text = fs::read_to_string(&file).unwrap();
        for used in words_after(&text, "crate::") {
            if !ROOMS[..=floor].contains(&used) {
                faults.push(format!("{name}: reaches up to `{used}`"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn each_package_enters_by_its_own_door() {
    let mut faults = Vec::new();
    for file in rust_files(Path::new("src")) {
        let text = fs::read_to_string(&file).unwrap();
        for (package, doors) in DOORS {
            if !doors.iter().any(|door| is_in(&file, door)) && names(&text, package) {
                faults.push(format!("{}: `{package}` enters by {doors:?}", file.display()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn a_room_within_a_room_is_a_door_of_its_own() {
    let cost = Path::new("src/report/figure/cost.rs");
    assert!(is_in(cost, "report/figure") && is_in(cost, "report") && !is_in(cost, "cli"));
    assert!(!is_in(Path::new("src/report/page/mod.rs"), "report/figure") && is_in(Path::new("src/random.rs"), "random"));
}

#[test]
fn the_floor_plan_lists_the_rooms_from_the_ground_up() {
    let plan = fs::read_to_string("src/lib.rs").unwrap();
    let listed: Vec<&str> = words_after(&plan, "pub mod ").collect();
    assert_eq!(listed, ROOMS);
}

#[test]
fn nobody_prints_but_the_command_line_and_nobody_reads_the_clock_but_it() {
    let mut faults = Vec::new();
    for file in rust_files(Path::new("src")).into_iter().filter(|file| room_of(file) != "cli") {
        let text = fs::read_to_string(&file).unwrap();
        for forbidden in ["println!", "eprintln!", "print!(", "Instant::now", "SystemTime", "HashMap", "HashSet", "thread_rng"] {
            if text.contains(forbidden) {
                faults.push(format!("{}: {forbidden}", file.display()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_model_computes_transcendental_functions_with_the_pinned_library() {
    let mut faults = Vec::new();
    for file in rust_files(Path::new("src")) {
        if !["theory", "random", "organisation", "dynamics", "observe"].contains(&room_of(&file).as_str()) {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        for forbidden in [".exp()", ".ln()", ".powf(", ".tanh()", ".sin()", ".cos()", ".log10()", ".mul_add("] {
            if text.contains(forbidden) {
                faults.push(format!("{}: {forbidden} differs between processors; use libm", file.display()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_law_is_in_the_readme() {
    let readme = fs::read_to_string("README.md").unwrap();
    for law in rust_files(Path::new("src/theory")) {
        let name = law.file_name().unwrap().to_string_lossy().into_owned();
        if !["mod.rs", "parameter.rs", "referent.rs"].contains(&name.as_str()) {
            assert!(readme.contains(&format!("`theory/{name}`")), "README.md does not say where theory/{name} is");
        }
    }
}

/// `src/theory/breach.rs` is in `theory`; `src/text.rs` is `text`.
fn room_of(file: &Path) -> String {
    let first = file.components().nth(1).unwrap();
    Path::new(first.as_os_str()).file_stem().unwrap().to_string_lossy().into_owned()
}

/// Whether a file stands in a room, which may be a room within a room: `src/report/figure/cost.rs` is in `report/figure`.
fn is_in(file: &Path, room: &str) -> bool {
    let room = Path::new("src").join(room);
    file.starts_with(&room) || file == room.with_extension("rs")
}

/// The word that follows each `mark`.
fn words_after<'t>(text: &'t str, mark: &str) -> impl Iterator<Item = &'t str> {
    text.split(mark).skip(1).map(|tail| {
        let end = tail.find(|c: char| !c.is_alphanumeric() && c != '_');
        &tail[..end.unwrap_or(tail.len())]
    })
}

/// Whether `text` has a path that starts at `package`.
fn names(text: &str, package: &str) -> bool {
    let inside_a_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    text.match_indices(&format!("{package}::")).any(|(at, _)| !text[..at].ends_with(inside_a_path))
}

fn rust_files(dir: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .into_iter()
        .flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|ext| ext == "rs"))
        .collect()
}

#[test]
fn files_are_opened_for_reading_in_one_place() {
    let mut faults = Vec::new();
    for file in rust_files(Path::new("src")) {
        let text = fs::read_to_string(&file).unwrap();
        // What tests read they wrote themselves.
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        if file.ends_with("scenario/disk.rs") || file.ends_with("tests.rs") {
            continue;
        }
        for (at, line) in code.lines().enumerate() {
            if ["File::open(", "fs::read(", "read_to_string(", "from_path("].iter().any(|open| line.contains(open)) {
                faults.push(format!("{}:{}: {}", file.display(), at + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
