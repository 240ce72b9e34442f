//! Tells the engine which sources it is made of.

use std::path::Path;

#[path = "sources.rs"]
mod sources;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    println!("cargo::rustc-env=ONFOOT_SOURCES={}", sources::sources(&root.canonicalize().expect("the repository")));
    for place in ["../../src", "../../scenarios", "src", "sources.rs"] {
        println!("cargo::rerun-if-changed={place}");
    }
}
