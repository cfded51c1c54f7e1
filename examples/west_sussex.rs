//! The progress report of West Sussex, autumn 2019, written from one document.
//!
//! ```text
//! cargo run --example west_sussex                          the report as Markdown
//! cargo run --example west_sussex -- --format html         as a page of its own
//! cargo run --example west_sussex -- --format json
//! ```
//!
//! The report goes to standard output; what the crate finds wanting in the document goes to standard error. The council's
//! report names no owner and no date of any action, no partner, no measure behind "compliant": so those findings are what
//! a reader of it should ask about.

#[path = "support/mod.rs"]
mod support;

use childrens_services::{Programme, ProgressReport, ReportBrief};
use std::{error::Error, process::ExitCode};
use support::{arguments, end, parse, print};

const USAGE: &str = "usage: west_sussex [--format markdown|html|json]";

/// Sources: West Sussex County Council, progress report of autumn 2019, and select committee papers of 2019; Ofsted reports
/// of 20 January 2016 and 8 May 2019; GOV.UK, direction of 4 June 2019; Chichester Observer, July 2019. Each action stands
/// for the part of the plan that answers the area of its number: the plan itself is not among the sources, so no owner
/// is named but the director, who owns the plan, and no date.
const PROGRAMME: &str = include_str!("data/programme_west_sussex.json");

/// The council's report has no date: it was made in autumn 2019, before December.
const PERIOD: &str = "2019-10";

fn main() -> ExitCode {
    end(run().map(|()| true))
}

fn run() -> Result<(), Box<dyn Error>> {
    let arguments = arguments()?;
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let format = match arguments[..] {
        [] => "markdown",
        ["--format", format @ ("markdown" | "html" | "json")] => format,
        ["-h" | "--help"] => return print(USAGE),
        _ => return Err(format!("{}: not understood; {USAGE}", arguments.join(" ")).into()),
    };
    let programme: Programme = parse(PROGRAMME, "West Sussex", "programme")?;
    let brief = ReportBrief::new(
        PERIOD.parse()?,
        "all members of the County Council",
        "Paul Marshall",
        "Cabinet Member for Children and Young People",
    )?;
    let report = ProgressReport::write(&programme, &brief);
    eprintln!("{}\n", programme.findings(report.as_of()));
    match format {
        "html" => print(&report.to_html()),
        "json" => print(&serde_json::to_string_pretty(&report)?),
        _ => print(&report.to_markdown()),
    }
}
