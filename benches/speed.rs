//! Relation-days per second, and bytes per person, of the whole model with every mechanism on.
//!
//! `cargo bench --bench speed` (add sizes to choose: `-- 1000 100000`). One relation-day is one directed relation (to a
//! teammate, to top management, to someone in another team) lived through one working day.

use std::time::Instant;

use onfoot::dynamics::World;
use onfoot::scenario::{Scenario, Span};

fn main() {
    let asked: Vec<u32> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![1_000, 100_000, 1_000_000] } else { asked };
    println!(
        "{:>10} {:>6} {:>10} {:>14} {:>14} {:>10} {:>10}",
        "people", "days", "relations", "M rel-days/s", "least..most", "ns/p-day", "B/person"
    );
    for people in sizes {
        measure(people);
    }
}

fn measure(people: u32) {
    let mut scenario = Scenario::default();
    scenario.organisation.teams = people / 8;
    scenario.organisation.team_size = Span { min: 6, max: 10 };
    let before = resident();
    let mut world = World::new(&scenario, 0);
    let relations: u64 = world.organisation.blocks.iter().flat_map(|block| block.sizes).map(|n| (n * n + 2 * n) as u64).sum();
    let people = world.organisation.seats as f64;
    // Weeks, because a week's last day does more than the others; warmed up by one.
    let weeks = (20_000_000 / (relations * 5)).clamp(2, 400) as u32;
    live(&mut world, 1);
    let rates: Vec<f64> = (0..5)
        .map(|_| {
            let start = Instant::now();
            live(&mut world, weeks);
            relations as f64 * (weeks * 5) as f64 / start.elapsed().as_secs_f64() / 1e6
        })
        .collect();
    let (least, most) = rates.iter().fold((f64::MAX, 0.0_f64), |(least, most), &rate| (least.min(rate), most.max(rate)));
    let median = middle(rates);
    let bytes = (resident() - before) / people;
    let per_day = relations as f64 / people / median * 1e3;
    println!(
        "{people:>10} {:>6} {relations:>10} {median:>14.1} {:>14} {per_day:>10.1} {bytes:>10.0}",
        weeks * 5,
        format!("{least:.1}..{most:.1}")
    );
}

fn live(world: &mut World, weeks: u32) {
    for _ in 0..weeks * 5 {
        world.morning();
        world.day();
    }
}

fn middle(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}

/// Memory in use by the process, in bytes; 0 where the system does not say.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<f64>().ok()).unwrap_or(0.0) * 1024.0
}
