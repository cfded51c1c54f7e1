//! Governance: the leadership team of West Sussex, each rule broken and kept, refusals, laws, and the wire.

#![allow(clippy::unwrap_used, reason = "what the tests build is good, or they fail")]

mod each_rule;
mod helpers;
mod known_on;
mod laws;
mod refusals;
mod west_sussex;
