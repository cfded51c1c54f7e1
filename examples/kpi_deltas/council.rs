//! The workforce statements of West Sussex County Council's progress report of autumn 2019.
//!
//! Source: *Ofsted Inspection of Children's Services and the County Council's Children First Service
//! Improvement Programme: Progress Report*, Cabinet Member for Children and Young People.

use crate::deltas::{Deltas, Statement};
use childrens_services::{
    Change, Figure, Fte, Headcount, Indicator, NqswCohort, Observed, Percent, Period, Reported,
    TeamsWithinMaximum,
    kpi::{convention, official},
};
use std::error::Error;

pub fn deltas() -> Result<Deltas, Box<dyn Error>> {
    let (february, september) = (Period::month(2019, 2)?, Period::month(2019, 9)?);
    let nqsw_year = Period::financial_year;

    let gap: Change<Figure<Percent>> = Change::between(
        &convention::VACANCY_GAP_RATE_FTE,
        (february, "18.5%".parse()?),
        (september, "1.8%".parse()?),
    )?;
    let leavers: Change<Fte> =
        Change::relative_only(&official::LEAVERS_FTE, february, september, "-75%".parse()?)?;
    let teams = TeamsWithinMaximum::new(4, 8)?;
    let intake = NqswCohort::new(nqsw_year(2019)?, Headcount::new(38), Headcount::ZERO, Headcount::ZERO)?;
    let completed = Headcount::new(24);

    let take_up: Figure<Percent> = "over 90%".parse()?;
    let agency: Figure<Fte> = "around 75 FTE".parse()?;
    let statements = vec![
        Statement { change: gap.summary(), remark: "the council's own figure and definition" },
        only_now(&convention::OFFER_TAKE_UP_RATE, february, september, take_up, "")?,
        only_now(&official::AGENCY_FTE, february, september, agency, "")?,
        only_now(&convention::TEAMS_WITHIN_MAXIMUM_RATE, february, september, teams, "4 of 8 teams")?,
        Statement { change: leavers.summary(), remark: "\"reduced by three quarters\": no end points" },
        only_now(&convention::NQSW_INTAKE_HEADCOUNT, nqsw_year(2018)?, intake.period(), intake.intake(), "")?,
        only_now(&convention::NQSW_COMPLETED_HEADCOUNT, nqsw_year(2017)?, nqsw_year(2018)?, completed, "")?,
    ];
    Ok(Deltas {
        title: "West Sussex County Council, progress report of autumn 2019".to_owned(),
        statements,
        indicators: Vec::new(),
        notes: vec!["[x] stands where the report gives no earlier figure."],
    })
}

/// A figure that stands without an earlier one: the change is there, and says that it cannot tell.
fn only_now<M: Observed>(
    indicator: &Indicator,
    since: Period,
    until: Period,
    value: M,
    remark: &'static str,
) -> Result<Statement, Box<dyn Error>> {
    let earlier = (since, Reported::NotReported);
    let change = Change::between(indicator, earlier, (until, Reported::Known(value)))?;
    Ok(Statement { change: change.summary(), remark })
}
