//! How far workforce KPIs moved, and whether that is better.
//!
//! ```text
//! cargo run --example kpi_deltas                       real figures of West Sussex; no file needed
//! cargo run --example kpi_deltas -- --all-years        every published year
//! cargo run --example kpi_deltas -- scorecard.json     a scorecard of your own, with its targets, on its last day
//! cargo run --example kpi_deltas -- --on DAY FILE      the same on another day, such as 2019-10-31
//! cargo run --example kpi_deltas -- --json [FILE]      the same as JSON
//! ```

mod council;
mod deltas;
mod published;
#[path = "../support/mod.rs"]
mod support;
mod table;

use childrens_services::{Scorecard, calendar::Day, chrono::NaiveDate};
use deltas::Deltas;
use std::{error::Error, process::ExitCode};
use support::{arguments, end, print, read};

const USAGE: &str = "usage: kpi_deltas [--all-years | [--json] [[--on DAY] FILE]]
FILE is a scorecard in JSON, such as examples/data/scorecard.json";

fn main() -> ExitCode {
    end(run().map(|()| true))
}

fn run() -> Result<(), Box<dyn Error>> {
    let (mut json, mut all_years, mut day, mut file) = (false, false, None, None);
    let mut arguments = arguments()?.into_iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--json" => json = true,
            "--all-years" => all_years = true,
            "--on" => {
                let given = arguments.next().ok_or_else(|| format!("--on needs a day; {USAGE}"))?;
                day = Some(given.parse::<Day>()?);
            }
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
    if day.is_some() && file.is_none() {
        return Err(format!("--on is the day of a FILE; {USAGE}").into());
    }
    let brief = !all_years && file.is_none();
    let deltas = match file {
        Some(file) => {
            let scorecard = read::<Scorecard>(&file, "scorecard")?;
            let ends = scorecard.kpis.iter().filter_map(|kpi| Some(kpi.series.latest()?.period().end()));
            let day = day.map(NaiveDate::from).or_else(|| ends.max()).unwrap_or_default();
            vec![Deltas::of_scorecard(&scorecard, day)?]
        }
        None => vec![council::deltas()?, published::deltas()?],
    };
    if json {
        return print(&serde_json::to_string_pretty(&deltas)?);
    }
    print(&deltas.iter().map(|one| table::render(one, brief)).collect::<Vec<_>>().join("\n\n"))
}
