//! # How long it takes, when some never finish
//!
//! Of a wait that was not over when the life ended only "at least so long" is known. Leaving such waits out would make every
//! return look quick; the product-limit estimate of Kaplan & Meier (1958) keeps them in for as long as they were watched.
//!
//! ```text
//!   S(t) = Π (1 − d / n)   over the times up to t at which d of the n still waiting were done
//! ```
//!
//! **Limits.** Without unfinished waits, S(t) is the share of waits longer than t.

/// A wait: how long, and whether it was over by then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wait {
    /// Working days (or any other amount that grows while waiting).
    pub days: f64,
    /// Whether it ended; otherwise it took at least so long.
    pub ended: bool,
}

/// The product-limit estimate of waits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Survival {
    /// Time and share still waiting after it, at each time at which a wait ended; ascending.
    pub steps: Vec<(f64, f64)>,
}

impl Survival {
    /// From waits in any order. A wait that is watched no longer at a time still counts as waiting when another ends at that time.
    pub fn of(waits: &[Wait]) -> Self {
        let mut waits = waits.to_vec();
        waits.sort_by(|a, b| a.days.total_cmp(&b.days));
        let (mut steps, mut share, mut at) = (Vec::new(), 1.0, 0);
        while let Some(wait) = waits.get(at) {
            let together = waits[at..].iter().take_while(|other| other.days.total_cmp(&wait.days).is_eq()).count();
            let ended = waits[at..at + together].iter().filter(|other| other.ended).count();
            if ended > 0 {
                share *= 1.0 - ended as f64 / (waits.len() - at) as f64;
                steps.push((wait.days, share));
            }
            at += together;
        }
        Self { steps }
    }

    /// The share still waiting after `days`.
    pub fn share(&self, days: f64) -> f64 {
        self.steps.iter().take_while(|step| step.0 <= days).last().map_or(1.0, |step| step.1)
    }

    /// The shortest time by which a share `p` of waits were over; `None` if so many never were.
    pub fn quantile(&self, p: f64) -> Option<f64> {
        const ROUNDING: f64 = 1e-9; // so that a share of exactly 1 - p counts in spite of the products' rounding
        self.steps.iter().find(|step| step.1 <= 1.0 - p + ROUNDING).map(|step| step.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(ended: &[u32], lost: &[u32]) -> Vec<Wait> {
        let wait = |ended| move |days: &u32| Wait { days: f64::from(*days), ended };
        lost.iter().map(wait(false)).chain(ended.iter().map(wait(true))).collect()
    }

    #[test]
    fn the_leukaemia_trial_of_freireich_1963_comes_out_as_printed() {
        // Weeks to relapse under 6-mercaptopurine, 21 patients; the worked example of most textbooks.
        let trial = waits(&[6, 6, 6, 7, 10, 13, 16, 22, 23], &[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);
        let survival = Survival::of(&trial);
        let printed = [(6, 0.8571), (7, 0.8067), (10, 0.7529), (13, 0.6902), (16, 0.6275), (22, 0.5378), (23, 0.4482)];
        assert_eq!(survival.steps.len(), printed.len());
        for ((time, share), (weeks, expected)) in survival.steps.iter().zip(printed) {
            assert!((time - f64::from(weeks)).abs() < 1e-12 && (share - expected).abs() < 5e-5, "{time} {share}");
        }
        assert_eq!(survival.quantile(0.5), Some(23.0));
        assert_eq!(survival.quantile(0.9), None);
        assert!((survival.share(12.0) - 0.7529).abs() < 5e-5);
    }

    #[test]
    fn when_all_ended_it_is_the_share_of_longer_waits() {
        let survival = Survival::of(&waits(&[1, 2, 3, 4], &[]));
        assert!((survival.share(2.0) - 0.5).abs() < 1e-12);
        assert_eq!(survival.quantile(0.5), Some(2.0));
        assert!((survival.share(0.5) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn when_none_ended_nothing_is_known_but_that_it_takes_longer() {
        assert_eq!(Survival::of(&waits(&[], &[5, 5])).quantile(0.1), None);
        assert_eq!(Survival::of(&[]).quantile(0.5), None);
    }
}
