//! What is unusual about the counts of a snapshot. Published rows hold all of it.

use super::{Snapshot, working_days_of_year_to};
use crate::{
    measure::{Fte, Headcount, Reported, quantity::sealed::Millionths},
    rules::{Finding, Findings, Rule, Severity},
    text::counted,
};

const SOURCE: &str =
    "rows of Department for Education, Children's social work workforce, reporting years 2017 to 2021";

const fn warning(id: &'static str, title: &'static str, rationale: &'static str) -> Rule {
    Rule::new(id, title, Severity::Warning, rationale, SOURCE)
}

const COVER_WITHIN_VACANCIES: Rule = warning(
    "WRK-01",
    "agency workers covering vacancies are not more than the vacancies",
    "a post needs one to cover it; the statistics call a cover rate above 100% unreliable",
);
const COVER_WITHIN_AGENCY: Rule = warning(
    "WRK-02",
    "agency workers covering vacancies are not more than the agency workers",
    "they are part of them",
);
const HOLDERS_WITHIN_INPOST: Rule = warning(
    "WRK-03",
    "case holders are not more than the staff in post",
    "agency workers hold cases too, so it happens; else staff were left out",
);
const FTE_WITHIN_HEADCOUNT: Rule = warning(
    "WRK-04",
    "full-time equivalents are not above the headcount",
    "a person is one full-time equivalent at most; FTE is not cleared of duplicates, so it happens",
);
const SOMEBODY_IN_POST: Rule = warning(
    "WRK-05",
    "somebody is in post",
    "without staff in post turnover and absence are not defined; it happens on the Isles of Scilly",
);
const CASES_ARE_HELD: Rule = warning(
    "WRK-06",
    "where there are cases there are case holders",
    "a case is allocated to a named social worker",
);
const ABSENCE_WITHIN_YEAR: Rule = warning(
    "WRK-07",
    "working days lost are not more than the staff in post could work",
    "leavers of the year lose days too, so it can happen in a small team",
);

/// Every rule for a [`Snapshot`], in the order in which they are checked. All are warnings, because
/// published rows break them.
///
/// | id | holds when it is kept |
/// | --- | --- |
/// | `WRK-01` | agency workers covering vacancies are not more than the vacancies |
/// | `WRK-02` | agency workers covering vacancies are not more than the agency workers |
/// | `WRK-03` | case holders are not more than the staff in post |
/// | `WRK-04` | full-time equivalents are not above the headcount |
/// | `WRK-05` | somebody is in post |
/// | `WRK-06` | where there are cases there are case holders |
/// | `WRK-07` | working days lost are not more than the staff in post could work |
///
/// ```
/// use childrens_services::{Severity, workforce::RULES};
///
/// assert!(RULES.iter().all(|rule| rule.severity() == Severity::Warning));
/// ```
pub static RULES: &[Rule] = &[
    COVER_WITHIN_VACANCIES,
    COVER_WITHIN_AGENCY,
    HOLDERS_WITHIN_INPOST,
    FTE_WITHIN_HEADCOUNT,
    SOMEBODY_IN_POST,
    CASES_ARE_HELD,
    ABSENCE_WITHIN_YEAR,
];

pub(super) fn findings(snapshot: &Snapshot) -> Findings {
    let mut findings = Findings::new();
    findings.extend(cover_within_vacancies(snapshot));
    findings.extend(cover_within_agency(snapshot));
    findings.extend(holders_within_inpost(snapshot));
    findings.extend(fte_within_headcount(snapshot));
    findings.extend(somebody_in_post(snapshot));
    findings.extend(cases_are_held(snapshot));
    findings.extend(absence_within_year(snapshot));
    findings
}

/// Both counts, where both are known and the first is the greater.
fn greater(a: Reported<Fte>, b: Reported<Fte>) -> Option<(Fte, Fte)> {
    a.known().zip(b.known()).filter(|(a, b)| a > b)
}

fn cover_within_vacancies(snapshot: &Snapshot) -> Option<Finding> {
    let (cover, vacancies) = greater(snapshot.agency_cover_fte(), snapshot.vacancy_fte())?;
    let message = format!("{cover} of agency workers cover {vacancies} of vacancies");
    let finding = Finding::new(&COVER_WITHIN_VACANCIES, "agency_cover_fte", message);
    Some(finding.with_value("agency_cover_fte", cover).with_value("vacancy_fte", vacancies))
}

fn cover_within_agency(snapshot: &Snapshot) -> Option<Finding> {
    let (cover, agency) = greater(snapshot.agency_cover_fte(), snapshot.agency_fte())?;
    let message = format!("{cover} of agency workers cover vacancies, but there are only {agency} of them");
    let finding = Finding::new(&COVER_WITHIN_AGENCY, "agency_cover_fte", message);
    Some(finding.with_value("agency_cover_fte", cover).with_value("agency_fte", agency))
}

fn holders_within_inpost(snapshot: &Snapshot) -> Option<Finding> {
    let (holders, inpost) = greater(snapshot.case_holders_fte(), snapshot.inpost_fte())?;
    let message = format!("{holders} of case holders, but {inpost} in post");
    let finding = Finding::new(&HOLDERS_WITHIN_INPOST, "case_holders_fte", message);
    Some(finding.with_value("case_holders_fte", holders).with_value("inpost_fte", inpost))
}

fn fte_within_headcount(snapshot: &Snapshot) -> impl Iterator<Item = Finding> {
    let pairs: [(_, Reported<Fte>, _, Reported<Headcount>); 4] = [
        ("inpost_fte", snapshot.inpost_fte(), "inpost_headcount", snapshot.inpost_headcount()),
        ("starters_fte", snapshot.starters_fte(), "starters_headcount", snapshot.starters_headcount()),
        ("leavers_fte", snapshot.leavers_fte(), "leavers_headcount", snapshot.leavers_headcount()),
        ("agency_fte", snapshot.agency_fte(), "agency_headcount", snapshot.agency_headcount()),
    ];
    pairs.into_iter().filter_map(|(fte_name, fte, headcount_name, headcount)| {
        let (fte, headcount) = fte.known().zip(headcount.known())?;
        let message = format!("{fte} of a headcount of {headcount}");
        (fte.micros() > headcount.micros()).then(|| {
            Finding::new(&FTE_WITHIN_HEADCOUNT, fte_name, message)
                .with_value(fte_name, fte)
                .with_value(headcount_name, headcount)
        })
    })
}

fn somebody_in_post(snapshot: &Snapshot) -> Option<Finding> {
    let fte = snapshot.inpost_fte().known().map(|fte| fte == Fte::ZERO);
    let people = snapshot.inpost_headcount().known().map(|people| people == Headcount::ZERO);
    let (place, message) = match (fte, people) {
        (Some(true), Some(false)) => ("inpost_fte", "there are people in post, but of 0 FTE"),
        (Some(true), _) => ("inpost_fte", "nobody is in post"),
        (None, Some(true)) => ("inpost_headcount", "nobody is in post"),
        _ => return None,
    };
    Some(Finding::new(&SOMEBODY_IN_POST, place, message).with_value(place, 0))
}

fn cases_are_held(snapshot: &Snapshot) -> Option<Finding> {
    let (cases, holders) = snapshot.cases().known().zip(snapshot.case_holders_fte().known())?;
    (cases.count() > 0 && holders == Fte::ZERO).then(|| {
        Finding::new(
            &CASES_ARE_HELD,
            "case_holders_fte",
            format!("nobody holds the {}", counted(cases.count(), "case")),
        )
        .with_value("cases", cases)
        .with_value("case_holders_fte", holders)
    })
}

fn absence_within_year(snapshot: &Snapshot) -> Option<Finding> {
    let (lost, inpost) = snapshot.working_days_lost_fte().known().zip(snapshot.inpost_fte().known())?;
    let days = working_days_of_year_to(snapshot.period());
    (lost.micros() > i128::from(days) * inpost.micros()).then(|| {
        let message = format!("{lost} lost by {inpost} in a year of {days} working days");
        Finding::new(&ABSENCE_WITHIN_YEAR, "working_days_lost_fte", message)
            .with_value("working_days_lost_fte", lost)
            .with_value("inpost_fte", inpost)
    })
}
