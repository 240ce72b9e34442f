//! # Quantiles, mean and standard deviation

/// The `p`-quantile of ascending values, interpolated between neighbours (Hyndman & Fan 1996, type 7); NaN if empty.
pub fn quantile(sorted: &[f64], p: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let at = p.clamp(0.0, 1.0) * last as f64;
    let below = at.floor() as usize;
    let above = (below + 1).min(last);
    sorted[below] + (sorted[above] - sorted[below]) * (at - below as f64)
}

/// The mean; NaN if empty.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The sample standard deviation (divided by n - 1); NaN below two values.
pub fn sd(values: &[f64]) -> f64 {
    if values.len() < 2 {
        return f64::NAN;
    }
    let mean = mean(values);
    (values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / (values.len() - 1) as f64).sqrt()
}

/// A number times itself: a power by a library need not be the same to the last bit on every processor.
pub fn square(x: f64) -> f64 {
    x * x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_interpolate_between_neighbours() {
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} {b}");
        close(quantile(&[1.0, 2.0, 4.0], 0.5), 2.0);
        close(quantile(&[1.0, 2.0, 4.0], 0.75), 3.0); // half way from 2 to 4
        assert!(quantile(&[], 0.5).is_nan());
    }

    #[test]
    fn the_spread_of_one_value_is_unknown() {
        assert!(sd(&[3.0]).is_nan());
        assert!((sd(&[1.0, 3.0]) - 2.0_f64.sqrt()).abs() < 1e-12); // ((-1)^2 + 1^2) / (2 - 1)
    }
}
