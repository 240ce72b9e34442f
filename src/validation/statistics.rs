//! # Statistics of the protocols
//!
//! Plain estimators over answers, each as a methods text defines it. A value that is missing (NaN) takes its pair with it.

use crate::analysis::quantile::mean;

/// Pearson's correlation of pairs.
pub fn correlation(pairs: impl IntoIterator<Item = (f64, f64)>) -> f64 {
    let pairs: Vec<(f64, f64)> = pairs.into_iter().filter(|(x, y)| x.is_finite() && y.is_finite()).collect();
    let n = pairs.len() as f64;
    let (mx, my) = pairs.iter().fold((0.0, 0.0), |(a, b), (x, y)| (a + x / n, b + y / n));
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (x, y) in pairs {
        xx += (x - mx) * (x - mx);
        yy += (y - my) * (y - my);
        xy += (x - mx) * (y - my);
    }
    xy / (xx * yy).sqrt()
}

/// The correlation of x and y with z held constant.
pub fn partial(triples: &[(f64, f64, f64)]) -> f64 {
    let r = |pick: fn(&(f64, f64, f64)) -> (f64, f64)| correlation(triples.iter().map(pick));
    let (xy, xz, yz) = (r(|t| (t.0, t.1)), r(|t| (t.0, t.2)), r(|t| (t.1, t.2)));
    (xy - xz * yz) / ((1.0 - xz * xz) * (1.0 - yz * yz)).sqrt()
}

/// Least squares of y on columns and a constant: the coefficients of the columns, by the normal equations.
pub fn regression<const K: usize>(rows: &[([f64; K], f64)]) -> [f64; K] {
    let rows: Vec<&([f64; K], f64)> = rows.iter().filter(|(x, y)| y.is_finite() && x.iter().all(|x| x.is_finite())).collect();
    let n = rows.len() as f64;
    let mut means = ([0.0; K], 0.0);
    for (x, y) in &rows {
        (0..K).for_each(|k| means.0[k] += x[k] / n);
        means.1 += y / n;
    }
    let mut system = [[0.0; K]; K];
    let mut right = [0.0; K];
    for (x, y) in &rows {
        for i in 0..K {
            let d = x[i] - means.0[i];
            right[i] += d * (y - means.1);
            (0..K).for_each(|j| system[i][j] += d * (x[j] - means.0[j]));
        }
    }
    for pivot in 0..K {
        for row in pivot + 1..K {
            let factor = system[row][pivot] / system[pivot][pivot];
            (pivot..K).for_each(|k| system[row][k] -= factor * system[pivot][k]);
            right[row] -= factor * right[pivot];
        }
    }
    let mut solution = [0.0; K];
    for i in (0..K).rev() {
        let known: f64 = (i + 1..K).map(|j| system[i][j] * solution[j]).sum();
        solution[i] = (right[i] - known) / system[i][i];
    }
    solution
}

/// ICC(1): the share of the variance that lies between groups, by one-way analysis of variance with groups of unequal size.
pub fn icc(groups: &[Vec<f64>]) -> f64 {
    let groups: Vec<&Vec<f64>> = groups.iter().filter(|group| !group.is_empty()).collect();
    let (count, n) = (groups.len() as f64, groups.iter().map(|group| group.len()).sum::<usize>() as f64);
    let grand = groups.iter().flat_map(|group| group.iter()).sum::<f64>() / n;
    let (mut between, mut within, mut squares) = (0.0, 0.0, 0.0);
    for group in groups {
        let (size, own) = (group.len() as f64, mean(group));
        between += size * (own - grand) * (own - grand);
        within += group.iter().map(|value| (value - own) * (value - own)).sum::<f64>();
        squares += size * size;
    }
    let (between, within) = (between / (count - 1.0), within / (n - count));
    let size = (n - squares / n) / (count - 1.0);
    (between - within) / (between + (size - 1.0) * within)
}

/// Pseudo-values of a statistic of all replicates together: their mean is the statistic without its first-order bias, their
/// spread gives its error (Tukey's jackknife).
pub fn jackknife(n: usize, statistic: impl Fn(&mut dyn Iterator<Item = usize>) -> f64) -> Vec<f64> {
    let whole = statistic(&mut (0..n));
    let pseudo = |out: usize| n as f64 * whole - (n as f64 - 1.0) * statistic(&mut (0..n).filter(move |&kept| kept != out));
    (0..n).map(pseudo).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9, "{a} {b}");
    }

    #[test]
    fn a_correlation_leaves_out_what_is_missing() {
        close(correlation([(1.0, 2.0), (2.0, 4.0), (f64::NAN, 9.0), (3.0, 6.0)]), 1.0);
        close(correlation([(1.0, 1.0), (2.0, 0.0), (3.0, 1.0), (2.0, 2.0)]), 0.0);
    }

    #[test]
    fn a_partial_correlation_takes_out_a_common_cause() {
        let (a, b) = ([0.3, -0.3, 0.3, -0.3, 0.3, -0.3, 0.3, -0.3], [0.3, 0.3, -0.3, -0.3, 0.3, 0.3, -0.3, -0.3]);
        let triples: Vec<_> = (0..8).map(|i| (i as f64 + a[i], i as f64 + b[i], i as f64)).collect();
        assert!(correlation(triples.iter().map(|t| (t.0, t.1))) > 0.95);
        assert!(partial(&triples).abs() < 0.2);
    }

    #[test]
    fn a_regression_finds_the_plane_it_was_given() {
        let rows: Vec<_> =
            (0..20).map(|i| ([f64::from(i % 5), f64::from(i % 7)], 3.0 + 2.0 * f64::from(i % 5) - f64::from(i % 7))).collect();
        let [a, b] = regression(&rows);
        close(a, 2.0);
        close(b, -1.0);
    }

    #[test]
    fn groups_that_agree_have_an_icc_of_one_and_groups_that_do_not_differ_none() {
        close(icc(&[vec![1.0, 1.0], vec![2.0, 2.0], vec![4.0, 4.0]]), 1.0);
        assert!(icc(&[vec![1.0, 2.0], vec![2.0, 1.0], vec![1.0, 2.0]]) <= 0.0);
    }

    #[test]
    fn pseudo_values_of_a_mean_are_the_values() {
        let values = [1.0, 4.0, 7.0];
        let pseudo = jackknife(3, |kept| {
            let kept: Vec<f64> = kept.map(|i| values[i]).collect();
            mean(&kept)
        });
        pseudo.iter().zip(values).for_each(|(a, b)| close(*a, b));
    }
}
