//! What is wanting about a team's caseload.

use super::{CaseloadStanding, Team};
use crate::{
    rules::{Finding, Findings, Rule, Severity},
    text::{counted, excerpt},
};

const WITHIN_MAXIMUM: Rule = Rule::new(
    "CSL-01",
    "a team is at or below its agreed maximum caseload",
    Severity::Warning,
    "the maximum was agreed so that practice can be good; being above it is what the target is there to show",
    "West Sussex County Council, Children First Service Improvement Programme: Progress Report, autumn 2019",
);
const HAS_CASE_HOLDERS: Rule = Rule::new(
    "CSL-02",
    "a team has case holders",
    Severity::Warning,
    "without them it has no caseload, and any cases it has are nobody's",
    "Department for Education, Children's Social Care: Outcomes and Enablers dashboard: a case is allocated to a named social worker",
);

/// Every rule for a [`Team`], in the order in which they are checked; both are warnings.
///
/// | id | holds when it is kept |
/// | --- | --- |
/// | `CSL-01` | a team is at or below its agreed maximum caseload |
/// | `CSL-02` | a team has case holders |
///
/// ```
/// assert_eq!(childrens_services::caseload::RULES.len(), 2);
/// ```
pub static RULES: &[Rule] = &[WITHIN_MAXIMUM, HAS_CASE_HOLDERS];

pub(super) fn findings(team: &Team) -> Findings {
    within_maximum(team).into_iter().chain(has_case_holders(team)).collect()
}

fn within_maximum(team: &Team) -> Option<Finding> {
    let CaseloadStanding::Above { excess } = team.standing() else { return None };
    let (cases, capacity) = (team.cases(), team.capacity());
    let message = format!(
        "team {} holds {}, {excess} above the {capacity} that its agreed maximum allows",
        excerpt(team.name()),
        counted(cases.count(), "case")
    );
    let finding = Finding::new(&WITHIN_MAXIMUM, "cases", message);
    Some(finding.with_value("cases", cases).with_value("capacity", capacity))
}

fn has_case_holders(team: &Team) -> Option<Finding> {
    matches!(team.standing(), CaseloadStanding::NoCaseHolders).then(|| {
        let message = match team.cases().count() {
            0 => format!("team {} has no case holders", excerpt(team.name())),
            cases => {
                format!(
                    "team {} has no case holders for its {}",
                    excerpt(team.name()),
                    counted(cases, "case")
                )
            }
        };
        Finding::new(&HAS_CASE_HOLDERS, "case_holders_fte", message).with_value("cases", team.cases())
    })
}
