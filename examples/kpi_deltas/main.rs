//! How far workforce KPIs moved, and whether that is better.
//!
//! ```text
//! cargo run --example kpi_deltas                       real figures of West Sussex; no file needed
//! cargo run --example kpi_deltas -- scorecard.json     a scorecard of your own
//! cargo run --example kpi_deltas -- --json [FILE]      the same as JSON
//! ```

mod council;
mod deltas;
mod published;
mod table;

use childrens_services::Scorecard;
use deltas::Deltas;
use std::{
    error::Error,
    fs,
    io::{self, Write},
    process::ExitCode,
};

const USAGE: &str = "usage: kpi_deltas [--json] [FILE]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let (mut json, mut file) = (false, None);
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--json" => json = true,
            "-h" | "--help" => return print(USAGE),
            flag if flag.starts_with('-') => return Err(format!("unknown option {flag}; {USAGE}").into()),
            _ if file.is_some() => return Err(format!("more than one file; {USAGE}").into()),
            _ => file = Some(argument),
        }
    }
    let deltas = match file {
        Some(file) => vec![Deltas::of_scorecard(&read(&file)?)],
        None => vec![council::deltas()?, published::deltas()?],
    };
    if json {
        return print(&serde_json::to_string_pretty(&deltas)?);
    }
    print(&deltas.iter().map(table::render).collect::<Vec<_>>().join("\n\n"))
}

/// Reads a scorecard; the message names the file, the place in it, and what was expected.
fn read(file: &str) -> Result<Scorecard, String> {
    let text = fs::read_to_string(file)
        .map_err(|error| format!("{file}: {error}; expected the path of a scorecard in JSON"))?;
    let mut json = serde_json::Deserializer::from_str(&text);
    let scorecard = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let place = error.path().to_string();
        let place = if place == "." { "the top" } else { &place };
        let expected = if error.inner().is_data() { "" } else { "; expected a scorecard in JSON" };
        format!("{file}: at {place}: {}{expected}", error.inner())
    })?;
    json.end().map_err(|error| format!("{file}: after the scorecard: {error}; expected nothing more"))?;
    Ok(scorecard)
}

/// Prints a text, content if the reader has seen enough.
fn print(text: &str) -> Result<(), Box<dyn Error>> {
    match writeln!(io::stdout(), "{text}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
