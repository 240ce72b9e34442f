//! The house stands: every room leans only on the rooms below it, and each package enters by its own door.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up. A room may use the rooms before it, never those after.
const ROOMS: [&str; 23] = [
    "text",
    "theory",
    "random",
    "threads",
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
    "folder",
    "table",
    "study",
    "report",
    "live",
    "glossary",
    "cli",
    "guide",
];

/// Each package enters the house by these rooms, or rooms within them, and no others. `serde` may appear where data is defined.
const DOORS: [(&str, &[&str]); 32] = [
    ("ab_glyph", &["report/sheet"]),
    ("annotate_snippets", &["cli"]),
    ("base64", &["live"]),
    ("chrono", &["cli"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("cmaes", &["calibration"]),
    ("csv", &["report/figure", "table"]),
    ("flate2", &["folder"]),
    ("fs4", &["study"]),
    ("indicatif", &["cli"]),
    ("maud", &["live", "report/page"]),
    ("nalgebra", &["calibration"]),
    ("notosans", &["report/sheet"]),
    ("parquet", &["table"]),
    ("pdf_writer", &["report/sheet"]),
    ("plotters", &["report/chart", "report/figure"]),
    ("plotters_backend", &["report/chart"]),
    ("png", &["report/sheet"]),
    ("postcard", &["folder"]),
    ("pulp", &["dynamics"]),
    ("rand", &["random"]),
    ("rand_distr", &["random"]),
    ("rayon", &["threads"]),
    ("sha2", &["ensemble", "folder", "live", "report"]),
    ("signal_hook", &["cli"]),
    ("strsim", &["scenario", "report", "glossary", "cli"]),
    ("subsetter", &["report/sheet"]),
    ("terminal_size", &["cli"]),
    ("tiny_skia", &["report/sheet"]),
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
fn no_files_use_one_another_in_a_circle() {
    let plan = Plan::of(Path::new("src"));
    let circles = plan.circles();
    assert!(circles.is_empty(), "{circles:#?}");
    assert!(plan.uses.len() > 250 && plan.uses.values().map(BTreeSet::len).sum::<usize>() > 900, "the plan is not read any more");
}

/// Which file uses which, by their names without `src/` and ending; a folder's own file by the name of the folder. Names that a file
/// takes over from another are followed to where they stand; what is only handed on from a file of its own folder is no use of it.
struct Plan {
    uses: BTreeMap<String, BTreeSet<String>>,
}

/// A path as written, the name that it gets in its file, and whether it is handed on.
type Named = (Vec<String>, String, bool);

impl Plan {
    fn of(root: &Path) -> Self {
        let name = |file: &Path| {
            let path = file.strip_prefix(root).unwrap().with_extension("").to_string_lossy().replace('\\', "/");
            path.strip_suffix("/mod").map_or(path.clone(), str::to_owned)
        };
        let code = |file: &Path| {
            let text = fs::read_to_string(file).unwrap();
            let code = text.split("\nmod tests").next().unwrap_or_default();
            code.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect::<String>()
        };
        let files: BTreeMap<String, String> = rust_files(root)
            .iter()
            .map(|file| (name(file), code(file)))
            .filter(|(name, _)| !["main", "lib"].contains(&name.as_str()) && !name.ends_with("/tests"))
            .collect();
        let mut named: BTreeMap<&str, Vec<Named>> = BTreeMap::new();
        for (file, code) in &files {
            let mut rest = code.replace("pub(in crate::", "pub(in ");
            let own = named.entry(file).or_default();
            while let Some(at) = rest.find("use ").filter(|_| rest.contains(';')) {
                let starts_a_line = rest[..at].rsplit('\n').next().is_some_and(|before| {
                    matches!(before.trim(), "" | "pub") || before.trim().starts_with("pub(") && before.trim().ends_with(')')
                });
                let Some(end) = rest[at..].find(';') else { break };
                if starts_a_line {
                    let public = rest[..at].rsplit('\n').next().unwrap().contains("pub");
                    own.extend(spread(&rest[at + 4..at + end], &[]).into_iter().map(|(path, name)| (path, name, public)));
                }
                rest = rest[..at].to_owned() + &rest[at + if starts_a_line { end + 1 } else { 4 }..];
            }
            let within = |mark: &str| rest.match_indices(mark).map(|(at, _)| path_at(&rest[at..])).collect::<Vec<_>>();
            let inside = within("crate::").into_iter().chain(within("super::"));
            let children = files.keys().filter_map(|other| other.strip_prefix(&format!("{file}/")).filter(|child| !child.contains('/')));
            let called = children.filter(|child| {
                let mark = format!("{child}::");
                rest.match_indices(&mark).any(|(at, _)| !rest[..at].ends_with(|c: char| c.is_alphanumeric() || "_:.".contains(c)))
            });
            let called: Vec<_> = called.map(|child| (vec!["self".to_owned(), child.to_owned()], String::new(), false)).collect();
            own.extend(inside.map(|path| (path, String::new(), false)).chain(called));
        }
        let whole = |file: &str, path: &[String]| -> Option<Vec<String>> {
            let mut base: Vec<String> = file.split('/').map(str::to_owned).collect();
            let mut path = path;
            match path.first()?.as_str() {
                "crate" => return Some(path[1..].to_vec()),
                "self" => path = &path[1..],
                "super" => {
                    while path.first().is_some_and(|word| word == "super") {
                        base.pop();
                        path = &path[1..];
                    }
                }
                first if files.contains_key(&format!("{file}/{first}")) => {}
                _ => return None,
            }
            Some([base, path.to_vec()].concat())
        };
        let taken: BTreeMap<(String, String), Vec<String>> = named
            .iter()
            .flat_map(|(file, names)| names.iter().map(move |(path, name, _)| (*file, path, name)))
            .filter(|(_, _, name)| !name.is_empty())
            .filter_map(|(file, path, name)| Some(((file.to_owned(), name.clone()), whole(file, path)?)))
            .collect();
        let stands = |mut path: Vec<String>| -> Option<String> {
            for _ in 0..6 {
                let depth = (1..=path.len()).rev().find(|depth| files.contains_key(&path[..*depth].join("/")))?;
                let file = path[..depth].join("/");
                match path.get(depth).and_then(|name| taken.get(&(file.clone(), name.clone()))) {
                    Some(further) => path = [further.clone(), path[depth + 1..].to_vec()].concat(),
                    None => return Some(file),
                }
            }
            None
        };
        let uses = named.iter().map(|(file, names)| {
            let used = names.iter().filter_map(|(path, _, public)| {
                let other = stands(whole(file, path)?)?;
                let handed_on = *public && other.starts_with(&format!("{file}/"));
                (other != *file && !handed_on).then_some(other)
            });
            ((*file).to_owned(), used.collect())
        });
        Self { uses: uses.collect() }
    }

    /// Files each of which can be reached from each other, where they are several.
    fn circles(&self) -> Vec<Vec<&str>> {
        let reach = |from: &str| -> BTreeSet<&str> {
            let (mut seen, mut next) = (BTreeSet::new(), vec![from.to_owned()]);
            while let Some(file) = next.pop() {
                for used in self.uses.get(&file).into_iter().flatten() {
                    if seen.insert(used.as_str()) {
                        next.push(used.clone());
                    }
                }
            }
            seen
        };
        let reached: BTreeMap<&str, BTreeSet<&str>> = self.uses.keys().map(|file| (file.as_str(), reach(file))).collect();
        let mut circles: BTreeSet<Vec<&str>> = BTreeSet::new();
        for (file, there) in reached.iter().filter(|(file, there)| there.contains(*file)) {
            circles.insert(there.iter().copied().filter(|other| reached[other].contains(file)).collect());
        }
        circles.into_iter().collect()
    }
}

/// The paths of a `use`, braces spread out, each with the name that it gets.
fn spread(tree: &str, before: &[String]) -> Vec<(Vec<String>, String)> {
    let tree = tree.trim();
    if tree.is_empty() {
        return Vec::new();
    }
    if let Some(open) = tree.find('{').filter(|_| tree.ends_with('}')) {
        let path = [before, &words_of(&tree[..open])].concat();
        let (mut parts, mut depth) = (vec![String::new()], 0);
        for c in tree[open + 1..tree.len() - 1].chars() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            if c == ',' && depth == 0 { parts.push(String::new()) } else { parts.last_mut().unwrap().push(c) }
        }
        return parts.iter().flat_map(|part| spread(part, &path)).collect();
    }
    let (path, name) = tree.split_once(" as ").map_or((tree, None), |(path, name)| (path, Some(name.trim().to_owned())));
    let mut path = [before, &words_of(path)].concat();
    if path.last().is_some_and(|word| word == "self") {
        path.pop();
    }
    let name = name.or_else(|| path.last().cloned()).unwrap_or_default();
    vec![(path, name)]
}

fn words_of(path: &str) -> Vec<String> {
    path.split("::").map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
}

/// The path with which a text begins.
fn path_at(text: &str) -> Vec<String> {
    let end = text.find(|c: char| !c.is_alphanumeric() && !"_:".contains(c)).unwrap_or(text.len());
    words_of(&text[..end])
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
        let text: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect(); // examples may print
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
fn no_tag_of_a_page_is_written_by_hand_and_only_what_is_ours_stands_unescaped() {
    const OURS: [&str; 7] = ["\"", "include_str!(", "json.replace(", "sheet)", "&still.svg)", "still.svg)", "SCRIPT)"];
    let mut faults = Vec::new();
    for file in rust_files(Path::new("src/report/page")).into_iter().filter(|file| !file.ends_with("tests.rs")) {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        if code.contains("</") {
            faults.push(format!("{}: a tag is closed by hand", file.display()));
        }
        for what in code.split("PreEscaped(").skip(1).filter(|what| !OURS.iter().any(|ours| what.starts_with(ours))) {
            faults.push(format!("{}: {} may hold what users write", file.display(), what.lines().next().unwrap_or_default()));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_law_is_in_the_readme() {
    let readme = fs::read_to_string("README.md").unwrap();
    for law in rust_files(Path::new("src/theory")) {
        let name = law.file_name().unwrap().to_string_lossy().into_owned();
        if !["bounds.rs", "mod.rs", "parameter.rs", "referent.rs"].contains(&name.as_str()) {
            assert!(readme.contains(&format!("`theory/{name}`")), "README.md does not say where theory/{name} is");
        }
    }
}

#[test]
fn the_readme_names_only_files_that_are_there() {
    let readme = fs::read_to_string("README.md").unwrap();
    let named =
        readme.split('`').skip(1).step_by(2).filter(|word| Path::new(word).extension().is_some_and(|end| end == "rs" || end == "md"));
    let there = |name: &&str| Path::new("src").join(name).exists() || Path::new(name).exists();
    let lost: Vec<&str> = named.clone().filter(|name| !there(name) && !name.contains(' ')).collect();
    assert!(lost.is_empty() && named.count() > 30, "{lost:?}");
    assert!(readme.lines().count() < 150, "README.md has {} lines", readme.lines().count());
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
