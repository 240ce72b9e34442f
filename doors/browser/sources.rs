//! Which sources an engine was made of, as one digest: so that it is seen when the packed one is older than they are.
//! Shared by the script that builds the engine and by the test that looks at it.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// Rooms without which no life is lived.
const ROOMS: [&str; 12] = [
    "text.rs",
    "theory",
    "random.rs",
    "threads.rs",
    "scenario",
    "organisation",
    "dynamics",
    "observe",
    "ensemble",
    "analysis",
    "doubt",
    "comparison",
];

/// The digest of what is compiled of them, comments and tests left out, and of the scenarios that come along.
pub fn sources(root: &Path) -> String {
    let mut files = Vec::new();
    let rooms = ROOMS.iter().map(|room| root.join("src").join(room));
    for place in rooms.chain(["scenarios", "doors/browser/src"].map(|place| root.join(place))) {
        gather(&place, &mut files);
    }
    let mut files: Vec<(String, PathBuf)> = files
        .into_iter()
        .map(|file| (file.strip_prefix(root).expect("it lies within").to_string_lossy().replace('\\', "/"), file))
        .collect();
    files.sort();
    let mut digest = Sha256::new();
    for (name, file) in files {
        let text = fs::read_to_string(&file).expect("a source can be read");
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        digest.update(format!("\n{name}\n"));
        for line in code.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with('#')) {
            digest.update(format!("{line}\n"));
        }
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn gather(place: &Path, files: &mut Vec<PathBuf>) {
    if !place.is_dir() {
        files.push(place.to_owned());
        return;
    }
    for entry in fs::read_dir(place).expect("a folder of sources").map(|entry| entry.expect("an entry").path()) {
        let counts = entry.is_dir() || entry.extension().is_some_and(|end| ["rs", "toml", "csv"].iter().any(|one| end == *one));
        if counts && entry.file_name().is_none_or(|name| name != "tests.rs") {
            gather(&entry, files);
        }
    }
}
