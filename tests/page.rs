//! The engine that pages carry: it is made of the sources at hand, and lives the same lives as this program, to the byte.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use onfoot::ensemble::live::live;
use onfoot::ensemble::plan::plan;
use onfoot::scenario::read::read_text_with;
use onfoot::scenario::shipped::SHIPPED;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

#[path = "../doors/browser/sources.rs"]
mod sources;

const PACKED: &str = "doors/browser/engine.wasm.gz";

/// Small, so that all scenarios are lived in a moment.
const SMALL: [&str; 3] = ["organisation.teams=3", "organisation.years_before=1", "run.record_teams=false"];

/// What the packed engine answers; none where there is no node to ask it.
fn answers(questions: &[Value]) -> Option<Vec<Value>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let node = Command::new("node")
        .args([root.join("doors/browser/check.mjs"), root.join(PACKED)])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut node) = node else {
        eprintln!("no node here: the packed engine was not asked");
        return None;
    };
    let mut all = String::new();
    questions.iter().for_each(|question| writeln!(all, "{question}").unwrap());
    let mut stdin = node.stdin.take().unwrap();
    let writing = std::thread::spawn(move || stdin.write_all(all.as_bytes()));
    let output = node.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    let lines = String::from_utf8(output.stdout).unwrap();
    Some(lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

#[test]
fn the_packed_engine_is_no_older_than_its_sources() {
    let Some(told) = answers(&[json!({ "ask": "about" })]) else { return };
    assert_eq!(told[0]["version"], env!("CARGO_PKG_VERSION"));
    let now = sources::sources(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert_eq!(told[0]["sources"], now, "build it anew: .ci/wasm --fetch, and commit {PACKED}");
}

#[test]
fn every_shipped_scenario_is_lived_the_same_in_a_page_to_the_byte() {
    let mut questions = Vec::new();
    let mut native = Vec::new();
    for shipped in SHIPPED {
        let based = format!("based_on = \"{}\"\n", shipped.file);
        let text = if shipped.file.contains('/') { shipped.text.to_owned() } else { based };
        let Ok(reading) = read_text_with("scenario.toml", &text, &SMALL.map(str::to_owned)) else { continue };
        for plan in plan(&reading.scenario) {
            for number in 0..2 {
                let life = live(&plan.scenario_of(number), plan.dice(number));
                let digest = Sha256::digest(postcard::to_stdvec(&life).unwrap());
                native.push(digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
                questions.push(json!({ "ask": "live", "text": text, "set": SMALL, "arm": plan.name, "life": number }));
            }
        }
    }
    assert!(native.len() > 150, "{}", native.len());
    let Some(told) = answers(&questions) else { return };
    for ((question, told), native) in questions.iter().zip(&told).zip(&native) {
        assert_eq!(told["digest"], *native, "{question}: {}", told["faults"]);
    }
}
