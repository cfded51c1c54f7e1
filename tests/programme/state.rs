//! What was known on a day.

use crate::west_sussex;
use childrens_services::{InterventionStatus, Programme, chrono::NaiveDate};

fn on(day: &str) -> (Programme, NaiveDate) {
    let day = day.parse().expect("a day");
    (west_sussex().state_on(day), day)
}

#[test]
fn before_the_report_was_published() {
    let (state, _) = on("2019-05-07");
    assert_eq!(state.history().inspections().len(), 1);
    assert!(state.plan().is_none(), "the inspection that the plan answers was not known");
    assert_eq!(state.case().log().len(), 0);
    assert_eq!(state.kpis()[0].observations().len(), 1);
    assert_eq!(state.workforce().caseloads().len(), 0);
}

#[test]
fn between_direction_and_adoption() {
    let (state, day) = on("2019-08-05");
    assert_eq!(state.case().status(), InterventionStatus::DirectionReview);
    let plan = state.plan().expect("the report is known");
    assert_eq!(plan.sign_off().adopted(), None);
    assert_eq!(plan.actions().len(), 12);
    assert_eq!(state.state_on(day), state);
    // The last figures known are those of February; the gap did not fall yet.
    assert_eq!(state.kpis()[0].latest(), state.kpis()[0].earliest());
}

#[test]
fn on_the_day_itself() {
    let (state, _) = on("2019-08-06");
    assert!(state.plan().is_some_and(|plan| plan.sign_off().adopted().is_some()));
    let (september, _) = on("2019-09-29");
    assert_eq!(september.kpis()[0].observations().len(), 1);
    let (september, _) = on("2019-09-30");
    assert_eq!(september.kpis()[0].observations().len(), 2);
    assert_eq!(september, west_sussex());
}

#[test]
fn a_cohort_is_known_from_its_beginning() {
    assert_eq!(on("2019-03-31").0.workforce().cohorts().len(), 0);
    assert_eq!(on("2019-04-01").0.workforce().cohorts().len(), 1);
}
