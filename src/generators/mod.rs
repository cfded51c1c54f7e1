//! Generators for property tests (feature `proptest`).

mod core;
mod governance;
mod programme;
mod timeliness;
