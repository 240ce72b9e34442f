//! `native FILE LIVES`: the digest of every life of a scenario, lived natively, to compare with those of a page.

use std::env::args;

use onfoot::ensemble::plan::plan;
use onfoot::scenario::read::read_text;
use onfoot_browser::digest;

fn main() {
    let (file, lives) = (args().nth(1).expect("a file"), args().nth(2).expect("a number").parse().expect("a number"));
    let text = std::fs::read_to_string(file).expect("a file that can be read");
    let reading = read_text("scenario.toml", &text).expect("a scenario without faults");
    for plan in plan(&reading.scenario) {
        for number in 0..lives {
            println!("{}", digest(&plan, number).iter().map(|byte| format!("{byte:02x}")).collect::<String>());
        }
    }
}
