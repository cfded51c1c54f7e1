//! Statutory intervention: the road of West Sussex, each transition with each thing it needs, each rule broken
//! and kept, who delivers, laws, and the wire.

#![allow(clippy::unwrap_used, reason = "what the tests build is good, or they fail")]

mod delivery;
mod each_rule;
mod helpers;
mod known_on;
mod laws;
mod state_machine;
#[path = "../support/mod.rs"]
mod support;
mod transitions;
mod transitions_out;
mod west_sussex;
mod wire;
mod words;
