//! # What `cluster` says
