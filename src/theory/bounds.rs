//! # Bounds
//!
//! The larger and the smaller of two numbers, as laws need them.

/// The larger of two numbers. Unlike `f32::max` it does not look out for NaN, which a law never makes of numbers in its
/// range, and so it is a single instruction in a vector.
#[inline(always)]
pub fn larger(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

/// The smaller of two numbers; see [`larger`].
#[inline(always)]
pub fn smaller(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}
