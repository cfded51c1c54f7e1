//! The table of timescales and the rules of timing and of governance, frozen: whoever changes a row changes the
//! file too, so that the change is seen.

use super::*;
use childrens_services::{
    AreaForPriorityAction, Deadlines, KeyDecision, Rule, governance, timeliness::rules,
};

#[track_caller]
fn frozen(file: &str, rows: impl IntoIterator<Item = String>) {
    let rows: Vec<String> = rows.into_iter().collect();
    for (number, (row, line)) in rows.iter().zip(file.lines()).enumerate() {
        assert_eq!(row, line, "line {}", number + 1);
    }
    assert_eq!(rows.len(), file.lines().count());
}

#[test]
fn timescales() {
    let row = |one: &Timescale| {
        let or_none = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        let fields = [
            one.id().to_owned(),
            one.title().to_owned(),
            one.clock_start().to_owned(),
            one.clock_stop().to_owned(),
            one.limit().to_string(),
            or_none(one.extended_to().map(|limit| limit.to_string())),
            one.status().to_string(),
            one.source().to_owned(),
            one.certainty().to_string(),
            one.is_configurable().to_string(),
            or_none(one.in_force_from().map(|day| day.to_string())),
            one.note().to_owned(),
        ];
        fields.join(" | ").trim_end().to_owned()
    };
    frozen(include_str!("../data/timescales.txt"), TIMESCALES.iter().map(row));
}

/// What the law says once, this crate says alike wherever it says it.
#[test]
fn one_number_each() {
    let says = |id: &str, limit: Limit| assert_eq!(timescale(id).limit(), limit, "{id}");
    says("T70", Limit::WorkingDays(Deadlines::PUBLISH_REPORT_WORKING_DAYS));
    says("T71", Limit::WorkingDays(Deadlines::STATEMENT_OF_ACTION_WORKING_DAYS));
    says("T72", Limit::WorkingDays(AreaForPriorityAction::DRAFT_WORKING_DAYS));
    assert_eq!(timescale("T72").in_force_from(), Some(AreaForPriorityAction::DEADLINES_FROM));
    says("T76", Limit::ClearDays(KeyDecision::CLEAR_DAYS.try_into().unwrap()));
    let numbers = ["T70", "T71", "T72", "T76"].map(|id| timescale(id).limit().to_string());
    assert_eq!(numbers, ["30 working days", "70 working days", "20 working days", "28 clear days"]);
    // By the table and by the decision itself.
    let taken = KeyDecision {
        notice_published: Some("2019-07-08".parse().unwrap()),
        ..KeyDecision::new("Plan".parse().unwrap(), "2019-08-06".parse().unwrap())
    };
    assert_eq!(due(national("T76"), "2019-07-08").unwrap().day(), taken.earliest_after_notice().unwrap());
}

#[test]
fn rule_books() {
    let row = |rule: &Rule| {
        let severity = rule.severity();
        format!("{} | {severity} | {} | {} | {}", rule.id(), rule.title(), rule.rationale(), rule.source())
    };
    let timing = rules::RULES.iter().chain([&rules::TIM_05_FROM_PUBLICATION]);
    let all = timing.chain(governance::rules::RULES);
    frozen(include_str!("../data/rules_timeliness_governance.txt"), all.map(row));
}
