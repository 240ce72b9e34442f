//! # What is said
//!
//! Sentences and numbers for people, in English and in Dutch.

pub mod number;
pub mod sentence;
pub mod store;
