//! What is wrong or unusual about a team.

use super::{CaseloadStanding, Team};
use crate::rules::{Finding, Findings, book::rule_book};
use crate::text::{counted, excerpt};

rule_book! {
    /// Every rule for a [`Team`], in the order in which they are checked.
    from "West Sussex County Council, Children First Service Improvement Programme: Progress Report, autumn 2019";
    WITHIN_MAXIMUM: "CSL-01", Warning, "a team is at or below its agreed maximum caseload", "the maximum was agreed so that practice can be good; being above it is what the target is there to show";
    HAS_CASE_HOLDERS: "CSL-02", Warning, "a team has case holders", "without them it has no caseload, and any cases it has are nobody's", from "Department for Education, Children's Social Care: Outcomes and Enablers dashboard: a case is allocated to a named social worker";
    NEWLY_QUALIFIED_ARE_CASE_HOLDERS: "CSL-03", Error, "newly qualified workers are among the case holders", "a part is not more than its whole", from "this crate's own";
    REDUCED_MAXIMUM_IS_LOWER: "CSL-04", Error, "the agreed maximum of newly qualified workers is not above the team's", "it is reduced because they are learning", from "this crate's own";
    NAMED_ONCE: "CSL-05", Error, "no two teams of one service have the same name", "one of them would be counted twice, or taken for the other", from "this crate's own";
}

pub(super) fn of_team(team: &Team) -> Findings {
    let mut findings: Findings = within_maximum(team).into_iter().chain(has_case_holders(team)).collect();
    findings.extend(newly_qualified_are_case_holders(team));
    findings.extend(reduced_maximum_is_lower(team));
    findings
}

fn within_maximum(team: &Team) -> Option<Finding> {
    let CaseloadStanding::Above { excess } = team.standing() else { return None };
    let (name, held, capacity) = (name(team), counted(team.cases.count(), "case"), team.capacity());
    let message =
        format!("team {name} holds {held}, {excess} above the {capacity} that its agreed maximum allows");
    let finding = Finding::new(&WITHIN_MAXIMUM, "cases", message);
    Some(finding.with_value("cases", team.cases).with_value("capacity", capacity))
}

fn has_case_holders(team: &Team) -> Option<Finding> {
    matches!(team.standing(), CaseloadStanding::NoCaseHolders).then(|| {
        let held = match team.cases.count() {
            0 => String::new(),
            cases => format!(" for its {}", counted(cases, "case")),
        };
        let message = format!("team {} has no case holders{held}", name(team));
        Finding::new(&HAS_CASE_HOLDERS, "case_holders_fte", message).with_value("cases", team.cases)
    })
}

fn newly_qualified_are_case_holders(team: &Team) -> Option<Finding> {
    let (all, holders) = (team.newly_qualified_fte(), team.case_holders_fte);
    (all > holders.value()).then(|| {
        let message = format!(
            "team {}: newly qualified are {all} FTE, but all case holders only {holders}",
            name(team)
        );
        Finding::new(&NEWLY_QUALIFIED_ARE_CASE_HOLDERS, "newly_qualified", message)
            .with_value("newly_qualified", all)
            .with_value("case_holders_fte", holders)
    })
}

fn reduced_maximum_is_lower(team: &Team) -> impl Iterator<Item = Finding> {
    let groups = team.newly_qualified.iter().enumerate();
    groups.filter(|(_, group)| group.agreed_maximum > team.agreed_maximum).map(|(index, group)| {
        let (reduced, agreed) = (group.agreed_maximum, team.agreed_maximum);
        let message = format!(
            "team {}: the reduced maximum of {reduced} is above the agreed maximum of {agreed}",
            name(team)
        );
        Finding::new(&REDUCED_MAXIMUM_IS_LOWER, format!("newly_qualified[{index}].agreed_maximum"), message)
            .with_value("newly_qualified.agreed_maximum", reduced)
            .with_value("agreed_maximum", agreed)
    })
}

pub(super) fn same_name(team: &Team, first: usize) -> Finding {
    let (name, service) = (name(team), excerpt(team.service.as_str()));
    let message = format!("team {name} of service {service} is also teams[{first}]");
    Finding::new(&NAMED_ONCE, "name", message)
}

fn name(team: &Team) -> String {
    excerpt(team.name.as_str())
}
