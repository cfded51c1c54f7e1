//! Checks a programme's document: all that is wrong with it, the gravest first. Exit code 1 if there is an error.
//!
//! ```text
//! cargo run --example plan_check                                       West Sussex, autumn 2019; no file needed
//! cargo run --example plan_check -- --on 2019-10-31 programme.json     a programme of your own, as of that day
//! ```

#[path = "support/mod.rs"]
mod support;

use childrens_services::{PartialDate, Programme, Severity, chrono::NaiveDate};
use std::{error::Error, fmt::Write, process::ExitCode};
use support::{arguments, end, parse, print, read};

const USAGE: &str = "usage: plan_check [--on DATE FILE]";

fn main() -> ExitCode {
    end(run())
}

/// Whether nothing is in error.
fn run() -> Result<bool, Box<dyn Error>> {
    let arguments = arguments()?;
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (programme, on): (Programme, NaiveDate) = match arguments[..] {
        [] => {
            let text = include_str!("data/programme_west_sussex.json");
            (parse(text, "West Sussex", "programme")?, date("2019-10-31")?)
        }
        ["-h" | "--help"] => return print(USAGE).map(|()| true),
        ["--on", on, file] | [file, "--on", on] => (read(file, "programme")?, date(on)?),
        [file] if !file.starts_with('-') => {
            // A missing file is said first.
            let _: Programme = read(file, "programme")?;
            return Err(format!("--on DATE says as of which day {file} is checked; {USAGE}").into());
        }
        _ => return Err(format!("{}: not understood; {USAGE}", arguments.join(" ")).into()),
    };
    let findings = programme.findings(on);
    let mut text =
        format!("{} as of {on}: {}", programme.authority().name(), counted(findings.len(), "finding"));
    for severity in [Severity::Error, Severity::Warning] {
        let found: Vec<_> = findings.of_severity(severity).collect();
        write!(text, "\n\n{}", counted(found.len(), severity.label()))?;
        for finding in found {
            write!(text, "\n  {} at {}\n    {}", finding.rule().id(), finding.place(), finding.message())?;
        }
    }
    print(&text)?;
    Ok(findings.is_ok())
}

fn date(text: &str) -> Result<NaiveDate, String> {
    let day = text.parse::<PartialDate>().ok().and_then(PartialDate::exact);
    day.ok_or_else(|| format!("--on {text} is not a date such as 2019-10-31; {USAGE}"))
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
