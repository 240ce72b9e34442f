//! # Means and how sure they are

use crate::analysis::quantile::{mean, sd, square};
use crate::analysis::variance::means_of_worlds;

/// An estimate with its 95 % interval over replicates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The mean over replicates.
    pub mean: f64,
    /// Its Monte Carlo error: the standard deviation over replicates, divided by the root of their number.
    pub error: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Replicates that gave a value.
    pub n: usize,
}

/// The mean of one value a replicate with its interval by Student's t.
pub fn estimate(values: &[f64]) -> Estimate {
    let values: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    let (n, mean) = (values.len(), mean(&values));
    let error = sd(&values) / (n as f64).sqrt();
    let reach = student(n.saturating_sub(1)) * error;
    Estimate { mean, error, low: mean - reach, high: mean + reach, n }
}

/// The 97.5 % point of Student's t for few degrees of freedom, from 1 on.
const FEW: [f64; 8] = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060];

/// The 97.5 % point of Student's t: from the table, or by the expansion of Fisher and Cornish, exact to 0.001 there.
fn student(freedom: usize) -> f64 {
    if let Some(point) = freedom.checked_sub(1).and_then(|at| FEW.get(at)) {
        return *point;
    }
    let (z, v) = (1.959_963_985_f64, freedom as f64);
    let (z3, v3) = (z * z * z, v * v * v);
    let (z5, z7) = (z3 * z * z, z3 * z3 * z);
    let second = (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * v * v);
    z + (z3 + z) / (4.0 * v) + second + (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / (384.0 * v3)
}

/// The same for values by the number of their lives, which go around the worlds: lives of one pair of worlds share their
/// dice and have moves that were drawn opposite, so that only pairs count as independent of one another.
pub fn estimate_in_worlds(values: &[f64], worlds: u32) -> Estimate {
    if worlds <= 1 {
        return estimate(values);
    }
    let worlds = means_of_worlds(values, worlds);
    let known = worlds.chunks(2).map(|pair| pair.iter().copied().filter(|mean| mean.is_finite()).collect::<Vec<_>>());
    let pairs: Vec<Vec<f64>> = known.filter(|pair| !pair.is_empty()).collect();
    let means: Vec<f64> = pairs.iter().map(|pair| mean(pair)).collect();
    if pairs.windows(2).all(|two| two[0].len() == two[1].len()) {
        return estimate(&means);
    }
    // A world without its other half counts as one world, not as two: the mean is that over worlds.
    estimate_of_groups(&means, &pairs.iter().map(|pair| pair.len() as f64).collect::<Vec<_>>())
}

/// The mean over all members of groups that are independent of one another, from the mean and the size of each.
pub fn estimate_of_groups(means: &[f64], sizes: &[f64]) -> Estimate {
    let known: Vec<(f64, f64)> =
        means.iter().copied().zip(sizes.iter().copied()).filter(|(mean, size)| mean.is_finite() && *size > 0.0).collect();
    if known.windows(2).all(|two| two[0].1.total_cmp(&two[1].1).is_eq()) {
        return estimate(&known.iter().map(|(mean, _)| *mean).collect::<Vec<_>>());
    }
    let (n, all) = (known.len(), known.iter().map(|(_, size)| size).sum::<f64>());
    let middle = known.iter().map(|(mean, size)| size * mean).sum::<f64>() / all;
    let off: f64 = known.iter().map(|(mean, size)| square(size * (mean - middle))).sum();
    let error = (n as f64 / (n as f64 - 1.0) * off).sqrt() / all;
    let reach = student(n - 1) * error;
    Estimate { mean: middle, low: middle - reach, high: middle + reach, error, n }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() < 0.002, "{a} {b}");
    }

    #[test]
    fn students_t_is_that_of_the_tables() {
        for (freedom, known) in [(9, 2.262), (29, 2.045), (99, 1.984)] {
            assert!((student(freedom) - known).abs() < 0.001, "{freedom}");
        }
    }

    #[test]
    fn worlds_of_a_pair_count_once() {
        // Two pairs of worlds with means 2 and 6 over two replicates each: as much as two values say.
        let values = [1.0, 3.0, 5.0, 7.0, 1.0, 3.0, 5.0, 7.0];
        let (found, alone) = (estimate_in_worlds(&values, 4), estimate(&[2.0, 6.0]));
        close(found.mean, 4.0);
        close(found.low, alone.low);
        assert_eq!((found.n, estimate_in_worlds(&values, 1).n), (2, 8));
    }

    #[test]
    fn a_world_without_its_other_half_weighs_as_one_world() {
        // Worlds of 1, 3 and 8: their mean is 4, however they are paired; each pair off by its worlds times its distance.
        let found = estimate_in_worlds(&[1.0, 3.0, 8.0], 3);
        close(found.mean, 4.0);
        close(found.error, 8.0 / 3.0);
        close(found.high - found.mean, 12.7062 * 8.0 / 3.0);
        assert_eq!(found.n, 2);
        // The same where a world of a pair gave no value.
        close(estimate_in_worlds(&[1.0, 3.0, f64::NAN, 8.0], 4).mean, 4.0);
        assert_eq!(estimate_in_worlds(&[f64::NAN, f64::NAN, 5.0], 3).n, 1);
    }
}
