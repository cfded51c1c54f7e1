//! The workforce statements of West Sussex County Council's progress report of autumn 2019.
//!
//! Source: *Ofsted Inspection of Children's Services and the County Council's Children First Service
//! Improvement Programme: Progress Report*, Cabinet Member for Children and Young People.

use crate::deltas::{Deltas, Seen};
use childrens_services::{
    Figure, Headcount, Indicator, Observed, Rate, Series, StatedChange, Unit, kpi::catalogue,
};
use std::error::Error;

pub fn deltas() -> Result<Deltas, Box<dyn Error>> {
    let gap = Series::new(&catalogue::VACANCY_GAP_RATE, [("2019-02", "18.5%"), ("2019-09", "1.8%")])?;
    // "Reduced by three quarters" names no figure.
    let leaving = StatedChange {
        indicator: catalogue::STAFF_LEAVING.clone(),
        since: "2019-02".parse()?,
        until: "2019-09".parse()?,
        relative: "-75%".parse()?,
    };
    let agency = Figure::read(Unit::Fte, "around 75")?;
    let take_up = Figure::read(Unit::PerCent, "over 90%")?;
    let teams = Rate::new(&catalogue::TEAMS_WITHIN_MAXIMUM_RATE, 4, 8)?;
    Ok(Deltas {
        board: None,
        title: "West Sussex County Council, progress report of autumn 2019".to_owned(),
        changes: vec![gap.latest_change().ok_or("the gap has two figures")?, leaving.change()?],
        figures: vec![
            seen(&catalogue::OFFER_TAKE_UP_RATE, "2019-09", take_up, "")?,
            seen(&catalogue::AGENCY_FTE, "2019-09", agency, "")?,
            seen(&catalogue::TEAMS_WITHIN_MAXIMUM_RATE, "2019-09", teams, "4 of 8 teams")?,
            seen(&catalogue::NQSW_INTAKE_HEADCOUNT, "2019/20", Headcount::new(38), "")?,
            seen(&catalogue::NQSW_COMPLETED_HEADCOUNT, "2018/19", Headcount::new(24), "")?,
        ],
        indicators: Vec::new(),
        notes: Vec::new(),
    })
}

fn seen(
    indicator: &Indicator,
    period: &str,
    value: impl Into<Observed>,
    remark: &str,
) -> Result<Seen, Box<dyn Error>> {
    let (period, value) = (period.parse()?, value.into());
    Ok(Seen { indicator: indicator.clone(), period, value, remark: remark.to_owned() })
}
