//! # What is said
//!
//! Every sentence and number that people read, in English and in Dutch.

pub mod account;
pub mod event;
pub mod fault;
pub mod figure;
pub mod help;
pub mod names;
pub mod number;
pub mod odd;
pub mod report;
pub mod screen;
pub mod sentence;
pub mod store;
pub mod synonym;
pub mod unit;
