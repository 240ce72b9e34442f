//! # How fast this machine is

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use crate::ensemble::live::live_from;
use crate::ensemble::past::Pasts;
use crate::scenario::Scenario;
use crate::study::estimate::{Estimate, seconds_of};

/// How long the machine is tried.
const MOMENT: Duration = Duration::from_millis(150);

/// The same at the pace of this machine, which is seen once, by living for a moment, where all of it takes long.
pub(super) fn paced(estimate: Estimate) -> Estimate {
    static PACE: OnceLock<f64> = OnceLock::new();
    if estimate.is_long() { estimate.at_pace(*PACE.get_or_init(pace)) } else { estimate }
}

/// How many times as long as estimated a middling organisation takes.
fn pace() -> f64 {
    let scenario = Scenario::default();
    let (start, mut days) = (Instant::now(), 0_u32);
    for dice in 0.. {
        let goes_on = &mut || {
            days += 1;
            start.elapsed() < MOMENT
        };
        if live_from(&Pasts::default(), &scenario, dice, goes_on).is_none() {
            break;
        }
    }
    let estimated = seconds_of(&scenario, 1) * f64::from(days) / f64::from(scenario.run.length);
    start.elapsed().as_secs_f64() / estimated
}
