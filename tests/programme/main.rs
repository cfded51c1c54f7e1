//! The programme: every part in one document, its findings, and what was known on a day.

mod damage;
mod each_rule;
mod laws;
mod references;
mod state;

use childrens_services::{Findings, Programme};
use serde_json::Value;

/// West Sussex, autumn 2019; its sources stand in the example `west_sussex`.
const WEST_SUSSEX: &str = include_str!("../../examples/data/programme_west_sussex.json");

fn west_sussex() -> Programme {
    serde_json::from_str(WEST_SUSSEX).expect("the example's document loads")
}

fn document(programme: &Programme) -> Value {
    serde_json::to_value(programme).expect("a programme is written")
}

#[track_caller]
fn read(document: Value) -> Programme {
    read_at(document).unwrap_or_else(|(place, message)| panic!("at {place}: {message}"))
}

/// Reads a document; a refusal with its place.
fn read_at(document: Value) -> Result<Programme, (String, String)> {
    serde_path_to_error::deserialize(document)
        .map_err(|error| (error.path().to_string(), error.inner().to_string()))
}

/// Each finding as `id place`.
fn places(findings: &Findings) -> Vec<String> {
    findings.iter().map(|finding| format!("{} {}", finding.rule().id(), finding.place())).collect()
}
