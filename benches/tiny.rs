use onfoot::dynamics::World;
use onfoot::scenario::{Scenario, Span};
fn main() {
    let days: u32 = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut scenario = Scenario::default();
    scenario.organisation.teams = 128;
    scenario.organisation.team_size = Span { min: 6, max: 10 };
    let mut world = World::new(&scenario, 0);
    for _ in 0..days { world.morning(); world.day(); }
    println!("{:?}", world.mean_trust());
}
