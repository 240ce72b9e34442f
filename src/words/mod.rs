//! # What is said
//!
//! Sentences and numbers for people, in English and in Dutch.

pub mod figure;
pub mod number;
