//! Which areas for improvement a plan answers.

use crate::helpers::{action, line, plan_of};
use childrens_services::{
    Action, Answer, AreaCoverage, Assumptions, Case, ImprovementPlan, Inspection, SignOff,
};

/// The inspections of West Sussex as the example tells them.
#[track_caller]
fn west_sussex() -> Case {
    serde_json::from_str(include_str!("../../examples/data/intervention_west_sussex.json")).unwrap()
}

#[track_caller]
fn answering(id: &str, areas: impl IntoIterator<Item = u32>) -> Action {
    areas.into_iter().fold(action(id), |action, number| action.with_answer(Answer::Area(number)))
}

fn unanswered(coverage: &AreaCoverage<'_>) -> Vec<u32> {
    coverage.unanswered().map(|area| area.number()).collect()
}

fn answered(plan: &ImprovementPlan, inspection: &Inspection) -> String {
    plan.coverage(inspection).to_string()
}

#[test]
fn west_sussex_twelve_of_twelve() {
    let case = west_sussex();
    let plan = plan_of((1..=12).map(|number| answering(&format!("{number}.1"), [number])));
    let inspection = plan.inspection(case.history()).unwrap();
    let coverage = plan.coverage(inspection);
    assert_eq!(coverage.to_string(), "12 of 12 areas for improvement answered by an action");
    assert_eq!(format!("{coverage:>60}").len(), 60);
    assert_eq!((coverage.total(), coverage.answered()), (12, 12));
    assert_eq!(unanswered(&coverage), Vec::<u32>::new());
    let told: Vec<_> = coverage
        .areas()
        .iter()
        .map(|(area, actions)| (area.number(), actions.iter().map(|one| one.id().to_string()).collect()))
        .collect();
    let expected: Vec<_> = (1..=12).map(|number| (number, vec![format!("{number}.1")])).collect();
    assert_eq!(told, expected);
    assert_eq!(coverage.areas()[9].0.label(), "Recruitment and retention");
}

#[test]
fn what_nobody_answers() {
    let case = west_sussex();
    // One action may answer several areas, and several one; an area that the report does not have is none of it.
    let plan = plan_of([answering("a", [1, 3, 99]), answering("b", [3]), answering("c", [])]);
    let coverage = plan.coverage(plan.inspection(case.history()).unwrap());
    assert_eq!(coverage.to_string(), "2 of 12 areas for improvement answered by an action");
    assert_eq!(unanswered(&coverage), [2, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    let third: Vec<_> = coverage.areas()[2].1.iter().map(|one| one.id().as_str()).collect();
    assert_eq!(third, ["a", "b"]);
    let rules: Vec<_> = plan
        .findings(case.history(), &Assumptions::new(), "2019-05-08".parse().unwrap())
        .into_iter()
        .filter(|finding| finding.rule().id() == "PLAN-01")
        .map(|finding| finding.message().to_owned())
        .collect();
    assert_eq!(rules.len(), 10);
    assert_eq!(rules[0], "area 2 (Neglect) is answered by no action");
}

/// An action that names an area twice answers it, once.
#[test]
fn an_area_named_twice() {
    let case = west_sussex();
    let plan = plan_of([answering("a", [1, 1])]);
    let coverage = plan.coverage(plan.inspection(case.history()).unwrap());
    assert_eq!(coverage.areas()[0].1.len(), 1);
}

#[test]
fn only_areas_count() {
    let case = west_sussex();
    let other = action("a")
        .with_answer(Answer::Requirement(line("Neglect")))
        .with_answer(Answer::LocalPriority(line("Plans")));
    assert_eq!(other.areas().count(), 0);
    let plan = plan_of([other]);
    let inspection = plan.inspection(case.history()).unwrap();
    assert_eq!(answered(&plan, inspection), "0 of 12 areas for improvement answered by an action");
}

#[test]
fn other_reports() {
    let case = west_sussex();
    let [first, _, third, visit] = case.history().inspections() else { panic!("four inspections") };
    let plan = plan_of([answering("a", [1, 7, 8])]);
    assert_eq!(answered(&plan, third), "2 of 7 areas for improvement answered by an action");
    // Areas that are not on record are none.
    for without in [first, visit] {
        assert_eq!(answered(&plan, without), "0 of 0 areas for improvement answered by an action");
    }
    let one = third.clone().with_areas_for_improvement([third.areas_for_improvement().unwrap()[0].clone()]);
    assert_eq!(answered(&plan, &one), "1 of 1 area for improvement answered by an action");
    // A plan for an inspection that is not on record.
    let identity =
        childrens_services::PlanIdentity::new("2019-02-26".parse().unwrap(), line("Plan"), line("1"));
    let stray = ImprovementPlan::new(identity, SignOff::new(), vec![], vec![]).unwrap();
    assert_eq!(stray.inspection(case.history()), None);
    assert_eq!(stray.receipt(case.history()), None);
}
