//! # Every sentence that people read
//!
//! In both languages, as constants or as small functions of numbers. Nothing here decides anything.

pub mod fault;
pub mod figure;
pub mod help;
pub mod number;
pub mod screen;
pub mod sentence;
pub mod store;
pub mod synonym;
pub mod unit;
