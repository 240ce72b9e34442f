use onfoot::dynamics::World;
use onfoot::scenario::*;
fn main() {
    let teams: u32 = std::env::args().nth(1).map_or(125, |a| a.parse().unwrap());
    let days: u32 = std::env::args().nth(2).map_or(260, |a| a.parse().unwrap());
    let mut s = Scenario::default();
    s.organisation.teams = teams;
    let t = std::time::Instant::now();
    let mut w = World::new(&s, 0);
    let found = t.elapsed();
    let t = std::time::Instant::now();
    for _ in 0..days {
        w.morning();
        w.day();
    }
    let e = t.elapsed().as_secs_f64();
    let rel: f64 = w.organisation.blocks.iter().flat_map(|b| b.sizes).map(|n| (n * (n + 2)) as f64).sum();
    println!(
        "people {} relations/person {:.1} found {:?} rel-days/s {:.3e} ns/person-day {:.1}",
        w.organisation.seats,
        rel / w.organisation.seats as f64,
        found,
        rel * days as f64 / e,
        e * 1e9 / (w.organisation.seats as f64 * days as f64)
    );
}
