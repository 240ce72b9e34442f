//! # Numbers as written
//!
//! A state is held in single precision. In a table stands the **shortest decimal that gives the same single-precision number
//! back**: 0.1, and not the 0.10000000149011612 that a plain widening shows. The same double goes into Parquet and CSV, so the
//! two agree to the last bit. Nothing is lost: narrowing the number again returns what the model held.

use std::io::Write;

/// A single-precision number as the double that is written. Missing (NaN) stays missing, and there is no minus zero.
pub fn decimal(value: f32) -> f64 {
    if value.is_nan() || (value.trunc() - value).abs() < f32::MIN_POSITIVE && value.abs() < 16_777_216.0 {
        return f64::from(value) + 0.0; // whole numbers up to 2^24 are exact already
    }
    let size = value.abs();
    if (1e-3..1e6).contains(&size) {
        // Times a power of ten up to 1e12 such a number is exact in a double, so rounding it gives the nearest decimal of that
        // many places: the first that gives the same number back is the shortest.
        let exact = f64::from(size);
        let shortest =
            POWERS.iter().map(|power| whole(exact * power) / power).find(|decimal| (*decimal as f32).to_bits() == size.to_bits());
        if let Some(decimal) = shortest {
            return decimal.copysign(f64::from(value));
        }
    }
    let mut digits = [0; 24]; // the longest is like -1.23456789e-38
    let mut rest = &mut digits[..];
    let written = write!(rest, "{value:e}").map(|()| 24 - rest.len());
    let text = written.ok().and_then(|length| std::str::from_utf8(&digits[..length]).ok());
    text.and_then(|text| text.parse().ok()).unwrap_or(f64::from(value))
}

/// The nearest whole number, halves up, of one from 0 to below 2^51. Quicker than `round`, which is a call.
fn whole(number: f64) -> f64 {
    (number + 0.5) as u64 as f64
}

/// Powers of ten: decimal places that are tried.
const POWERS: [f64; 12] = [1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12];

/// Appends the shortest text that reads back as the same double; nothing if it is missing.
pub(super) fn append_f64(text: &mut Vec<u8>, value: f64) {
    let size = value.abs();
    let done = if value.is_nan() {
        Ok(())
    } else if size != 0.0 && !(1e-5..1e16).contains(&size) {
        write!(text, "{value:e}")
    } else {
        write!(text, "{}", value + 0.0)
    };
    done.expect("writing to memory does not fail");
}

/// Appends a number in digits alone, the shortest that reads back the same; nothing if it is missing.
pub(super) fn append_digits(text: &mut Vec<u8>, value: f64) {
    if value.is_finite() {
        write!(text, "{value}").expect("writing to memory does not fail");
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(value: f64) -> String {
        let mut text = Vec::new();
        append_f64(&mut text, value);
        String::from_utf8(text).expect("ASCII")
    }

    #[test]
    fn a_single_is_written_as_its_shortest_decimal() {
        assert_eq!(decimal(0.1).to_bits(), 0.1_f64.to_bits());
        assert_eq!(decimal(0.7).to_bits(), 0.7_f64.to_bits());
        assert_eq!(decimal(1.0 / 3.0).to_bits(), 0.333_333_34_f64.to_bits());
        assert_eq!(decimal(-0.0).to_bits(), 0.0_f64.to_bits());
        assert!(decimal(f32::NAN).is_nan());
    }

    proptest! {
        #[test]
        fn the_quick_way_gives_what_the_printed_text_says(value in prop_oneof![1e-4_f32..2e6, -1.0_f32..1.0]) {
            let printed: f64 = format!("{value:e}").parse().expect("a number");
            prop_assert_eq!(decimal(value).to_bits(), (printed + 0.0).to_bits());
        }
    }

    #[test]
    fn numbers_have_a_point_no_needless_digits_and_nothing_when_missing() {
        assert_eq!(written(0.1), "0.1");
        assert_eq!(written(-0.0), "0");
        assert_eq!(written(260.0), "260");
        assert_eq!(written(1.5e-7), "1.5e-7");
        assert_eq!(written(1e21), "1e21");
        assert_eq!(written(f64::NAN), "");
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_to_the_same_bits(value in any::<f32>().prop_filter("a number", |v| v.is_finite() && *v != 0.0), double in any::<f64>().prop_filter("a number", |v| v.is_finite() && *v != 0.0)) {
            prop_assert_eq!((decimal(value) as f32).to_bits(), value.to_bits());
            prop_assert_eq!(written(decimal(value)).parse::<f64>().expect("a number").to_bits(), decimal(value).to_bits());
            prop_assert_eq!(written(double).parse::<f64>().expect("a number").to_bits(), double.to_bits());
        }
    }
}
