//! Improvement plans: each rule broken and kept, statuses, coverage, refusals, laws, and the wire.

#![allow(clippy::unwrap_used, reason = "what the tests build is good, or they fail")]

mod coverage;
mod each_rule;
mod helpers;
mod laws;
mod refusals;
mod status;
mod wire;
