//! Targets: worked cases, what was found wrong before, what is refused or found, the rows of a board's table, and laws.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

mod cases;
mod findings;
mod found;
mod laws;
mod refusals;
mod rows;

use childrens_services::{
    Assessment, Indicator, Kpi, OneLine, Polarity, Scorecard, Series, Target, Unit,
    chrono::NaiveDate,
    kpi::{Baseline, Step, catalogue},
};
use std::{fmt::Debug, str::FromStr};

/// The value of a text that is known to be good.
#[track_caller]
fn good<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

/// The indicators of the tests: one of each unit and direction that they need.
#[track_caller]
fn indicator(name: &str) -> Indicator {
    let own = |title: &str, unit, polarity| Indicator::new(name, title, unit, polarity).unwrap();
    match name {
        "gap" => catalogue::VACANCY_GAP_RATE.clone(),
        "leaving" => catalogue::STAFF_LEAVING.clone(),
        "agency" => catalogue::AGENCY_FTE.clone(),
        "caseload" => catalogue::CASELOAD_FTE.clone(),
        "cases" => catalogue::CASES.clone(),
        "visits" => own("Visits in time", Unit::PerCent, Polarity::HigherIsBetter).share().unwrap(),
        "score" => own("Score", Unit::Score, Polarity::HigherIsBetter).with_decimal_places(2).unwrap(),
        "low_score" => own("Low score", Unit::Score, Polarity::LowerIsBetter).with_decimal_places(2).unwrap(),
        other => panic!("no indicator {other}"),
    }
}

/// `2019-02: 18.5%, 2019-09: 1.8%`.
#[track_caller]
fn series(name: &str, figures: &str) -> Series {
    let seen = figures.split(", ").filter(|figure| !figure.is_empty());
    let seen = seen.map(|figure| figure.split_once(": ").unwrap_or_else(|| panic!("{figure}")));
    Series::new(&indicator(name), seen).unwrap()
}

/// `at most 2%; by 2020-12-31; baseline 18.5% in 2019-02; step 10% on 2019-12-31; tolerance 1 percentage point; cadence every
/// month; sustained 3; from 2019-01-01; meant`: the goal, then what else there is.
#[track_caller]
fn target(text: &str) -> Target {
    let mut parts = text.split("; ");
    let mut target = Target::new(good(parts.next().unwrap()));
    for part in parts {
        let (what, rest) = part.split_once(' ').unwrap_or((part, ""));
        match what {
            "by" => target.by = Some(good(rest)),
            "from" => target.from = Some(good(rest)),
            "baseline" => {
                let (value, period) = rest.split_once(" in ").unwrap();
                target.baseline = Some(Baseline { period: good(period), value: good(value) });
            }
            "step" => {
                let (value, on) = rest.split_once(" on ").unwrap();
                target.steps.push(Step { on: good(on), value: good(value) });
            }
            "tolerance" => target.tolerance = Some(good(rest)),
            "cadence" => target.cadence = Some(good(rest)),
            "sustained" => target.sustained_over = Some(good(rest)),
            "meant" => target.against_polarity = true,
            other => panic!("no part {other}"),
        }
    }
    target
}

#[track_caller]
fn kpi(name: &str, figures: &str, targets: &[&str]) -> Kpi {
    Kpi { series: series(name, figures), targets: targets.iter().map(|text| target(text)).collect() }
}

#[track_caller]
fn card(kpis: Vec<Kpi>) -> Scorecard {
    Scorecard { title: OneLine::new("Board").unwrap(), kpis }
}

/// Status, colour and reason.
#[track_caller]
fn told(name: &str, asked: &str, figures: &str, on: &str) -> (String, String, String) {
    let (series, target) = (series(name, figures), target(asked));
    let assessment = Assessment::of(&series, &target, day(on));
    let rating = childrens_services::Rating::of(&assessment);
    (assessment.status().to_string(), rating.to_string(), assessment.text())
}

#[track_caller]
fn day(text: &str) -> NaiveDate {
    good(text)
}
