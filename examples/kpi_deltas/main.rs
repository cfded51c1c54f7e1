//! How far workforce KPIs moved, and whether that is better.
//!
//! ```text
//! cargo run --example kpi_deltas                       real figures of West Sussex; no file needed
//! cargo run --example kpi_deltas -- --all-years        every published year
//! cargo run --example kpi_deltas -- scorecard.json     a scorecard of your own
//! cargo run --example kpi_deltas -- --json [FILE]      the same as JSON
//! ```

mod council;
mod deltas;
mod published;
#[path = "../support/mod.rs"]
mod support;
mod table;

use childrens_services::Scorecard;
use deltas::Deltas;
use std::{error::Error, process::ExitCode};
use support::{arguments, end, print, read};

const USAGE: &str = "usage: kpi_deltas [--all-years | [--json] [FILE]]
FILE is a scorecard in JSON, such as examples/data/scorecard.json";

fn main() -> ExitCode {
    end(run().map(|()| true))
}

fn run() -> Result<(), Box<dyn Error>> {
    let (mut json, mut all_years, mut file) = (false, false, None);
    for argument in arguments()? {
        match argument.as_str() {
            "--json" => json = true,
            "--all-years" => all_years = true,
            "-h" | "--help" => return print(USAGE),
            flag if flag.starts_with('-') => return Err(format!("unknown option {flag}; {USAGE}").into()),
            _ if file.is_some() => return Err(format!("more than one file; {USAGE}").into()),
            _ => file = Some(argument),
        }
    }
    if all_years && (json || file.is_some()) {
        let told = "--all-years goes with neither --json nor FILE, which give every period anyway";
        return Err(format!("{told}; {USAGE}").into());
    }
    let brief = !all_years && file.is_none();
    let deltas = match file {
        Some(file) => vec![Deltas::of_scorecard(read::<Scorecard>(&file, "scorecard")?)],
        None => vec![council::deltas()?, published::deltas()?],
    };
    if json {
        return print(&serde_json::to_string_pretty(&deltas)?);
    }
    print(&deltas.iter().map(|one| table::render(one, brief)).collect::<Vec<_>>().join("\n\n"))
}
