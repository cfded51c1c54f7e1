//! Laws of `workforce` and `caseload`: what holds of every rate, snapshot, cohort and team, whatever
//! the counts.

#![allow(clippy::unwrap_used, reason = "what a strategy builds is part of its test")]

mod counts;
mod rates;
mod refused;
mod snapshots;
mod teams;

use proptest::{prelude::ProptestConfig, test_runner::FileFailurePersistence};

/// Cases that fail are kept beside this file.
pub fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    }
}

/// A value after the wire and back.
#[track_caller]
pub(crate) fn over_the_wire<T: serde::Serialize + for<'de> serde::Deserialize<'de>>(value: &T) -> T {
    let json = serde_json::to_string(value).unwrap_or_else(|error| panic!("{error}"));
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{json}: {error}"))
}
