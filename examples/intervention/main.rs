//! The road of an authority through intervention: what happened, by which rules, what fell due, what may
//! follow, and what is unusual about it.
//!
//! ```text
//! cargo run --example intervention                        West Sussex, 2019 to 2023; no file needed
//! cargo run --example intervention -- --on 2021-06-30     options and findings as of that day
//! cargo run --example intervention -- case.json           the case of another authority
//! ```

mod road;
#[path = "../support/mod.rs"]
mod support;

use childrens_services::{Case, PartialDate, chrono::NaiveDate};
use std::{error::Error, process::ExitCode};
use support::{arguments, end, parse, print, read};

const USAGE: &str = "usage: intervention [--on DATE] [FILE]";

/// Sources: Ofsted reports of 20 January 2016, 8 May 2019 and 11 May 2023; GOV.UK, directions to West Sussex
/// County Council of 2019 to 2022; CYPNow, 17 December 2019 and 3 April 2022. Of the commissioner's reports
/// only the days of publication are known, of the revised direction of July 2020 only the month.
const WEST_SUSSEX: &str = include_str!("../data/intervention_west_sussex.json");

/// Source: West Sussex County Council, progress report of autumn 2019.
const WEST_SUSSEX_PLAN_ADOPTED: &str = "2019-08-06";

fn main() -> ExitCode {
    end(run().map(|()| true))
}

fn run() -> Result<(), Box<dyn Error>> {
    let (mut on, mut file) = (None, None);
    let mut arguments = arguments()?.into_iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--on" if on.is_some() => return Err(format!("more than one date; {USAGE}").into()),
            "--on" => on = Some(date(arguments.next())?),
            "-h" | "--help" => return print(USAGE),
            flag if flag.starts_with('-') => return Err(format!("unknown option {flag}; {USAGE}").into()),
            _ if file.is_some() => return Err(format!("more than one file; {USAGE}").into()),
            _ => file = Some(argument),
        }
    }
    let (case, plan_adopted): (Case, _) = match file {
        Some(file) => (read(&file, "case")?, None),
        None => (parse(WEST_SUSSEX, "West Sussex", "case")?, Some(WEST_SUSSEX_PLAN_ADOPTED.parse()?)),
    };
    let last = || case.log().last().map(|entry| entry.event().effective().last());
    let on = on.or_else(last).ok_or_else(|| format!("a case without events needs --on DATE; {USAGE}"))?;
    print(&road::render(&case, plan_adopted, on)?)
}

fn date(text: Option<String>) -> Result<NaiveDate, String> {
    let text = text.ok_or_else(|| format!("--on needs a date; {USAGE}"))?;
    let day = text.parse::<PartialDate>().ok().and_then(PartialDate::exact);
    day.ok_or_else(|| format!("--on {text} is not a date such as 2021-06-30; {USAGE}"))
}
