//! What is unusual about the counts of a snapshot. Published rows hold all of it.

use super::Count::{self, *};
use super::{NqswCohort, Snapshot, working_days_of_year_to};
use crate::measure::{Figure, Fte, Headcount, Quantity, Reported};
use crate::rules::{Finding, Findings, Rule, book::rule_book};
use crate::text::counted;
use rust_decimal::Decimal;

rule_book! {
    /// Every rule for a [`Snapshot`] and a [`NqswCohort`], in the order in which they are checked. Those for snapshots are
    /// warnings, because published rows break them.
    from "rows of Department for Education, Children's social work workforce, reporting years 2017 to 2021";
    COVER_WITHIN_VACANCIES: "WRK-01", Warning, "agency workers covering vacancies are not more than the vacancies", "a post needs one to cover it; the statistics call a cover rate above 100% unreliable";
    COVER_WITHIN_AGENCY: "WRK-02", Warning, "agency workers covering vacancies are not more than the agency workers", "they are part of them";
    HOLDERS_WITHIN_INPOST: "WRK-03", Warning, "case holders are not more than the staff in post", "agency workers hold cases too, so it happens; else staff were left out";
    FTE_WITHIN_HEADCOUNT: "WRK-04", Warning, "full-time equivalents are not above the headcount", "a person is one full-time equivalent at most; FTE is not cleared of duplicates, so it happens";
    SOMEBODY_IN_POST: "WRK-05", Warning, "somebody is in post", "without staff in post turnover and absence are not defined; it happens on the Isles of Scilly";
    CASES_ARE_HELD: "WRK-06", Warning, "where there are cases there are case holders", "a case is allocated to a named social worker";
    ABSENCE_WITHIN_YEAR: "WRK-07", Warning, "working days lost are not more than the staff in post could work", "leavers of the year lose days too, so it can happen in a small team";
    COHORT_WITHIN_INTAKE: "WRK-08", Error, "those who completed and withdrew are not more than the intake", "they are part of it", from "this crate's own";
}

/// A count and one that it is not more than, and what to say where it is.
type Part = (&'static Rule, [Count; 2], fn(Quantity, Quantity) -> String);

fn fte_of_people(fte: Quantity, people: Quantity) -> String {
    format!("{fte} of {people}")
}

static PARTS: [Part; 7] = [
    (&COVER_WITHIN_VACANCIES, [AgencyCoverFte, VacancyFte], |cover, vacancies| {
        format!("{cover} of agency workers cover {vacancies} of vacancies")
    }),
    (&COVER_WITHIN_AGENCY, [AgencyCoverFte, AgencyFte], |cover, agency| {
        format!("{cover} of agency workers cover vacancies, but there are only {agency} of them")
    }),
    (&HOLDERS_WITHIN_INPOST, [CaseHoldersFte, InpostFte], |holders, inpost| {
        format!("{holders} of case holders, but {inpost} in post")
    }),
    (&FTE_WITHIN_HEADCOUNT, [InpostFte, InpostHeadcount], fte_of_people),
    (&FTE_WITHIN_HEADCOUNT, [StartersFte, StartersHeadcount], fte_of_people),
    (&FTE_WITHIN_HEADCOUNT, [LeaversFte, LeaversHeadcount], fte_of_people),
    (&FTE_WITHIN_HEADCOUNT, [AgencyFte, AgencyHeadcount], fte_of_people),
];

impl Snapshot {
    /// What [`findings`](Self::findings) says, at places within the snapshot.
    pub(crate) fn findings_inside(&self) -> Findings {
        let parts = PARTS.iter().filter_map(|(rule, counts, message)| {
            let [part, whole] = counts.map(|count| self.count(count).and_then(Figure::stated));
            let (part, whole) = part.zip(whole).filter(|(part, whole)| part.value() > whole.value())?;
            let [name, of] = counts.map(Count::code);
            Some(Finding::new(rule, name, message(part, whole)).with_value(name, part).with_value(of, whole))
        });
        let others = [somebody_in_post(self), cases_are_held(self), absence_within_year(self)];
        parts.chain(others.into_iter().flatten()).collect()
    }
}

fn known<T>(count: Option<Reported<T>>) -> Option<T> {
    count.and_then(Reported::known)
}

fn somebody_in_post(snapshot: &Snapshot) -> Option<Finding> {
    let fte = known(snapshot.inpost_fte).map(|fte| fte == Fte::ZERO);
    let people = known(snapshot.inpost_headcount).map(|people| people == Headcount::ZERO);
    let (place, message) = match (fte, people) {
        (Some(true), Some(false)) => ("inpost_fte", "there are people in post, but of 0 FTE"),
        (Some(true), _) => ("inpost_fte", "nobody is in post"),
        (None, Some(true)) => ("inpost_headcount", "nobody is in post"),
        _ => return None,
    };
    Some(Finding::new(&SOMEBODY_IN_POST, place, message).with_value(place, 0))
}

fn cases_are_held(snapshot: &Snapshot) -> Option<Finding> {
    let (cases, holders) = known(snapshot.cases).zip(known(snapshot.case_holders_fte))?;
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
    let (lost, inpost) = known(snapshot.working_days_lost_fte).zip(known(snapshot.inpost_fte))?;
    let days = working_days_of_year_to(snapshot.period);
    (lost.value() > Decimal::from(days) * inpost.value()).then(|| {
        let message = format!("{lost} lost by {inpost} in a year of {days} working days");
        Finding::new(&ABSENCE_WITHIN_YEAR, "working_days_lost_fte", message)
            .with_value("working_days_lost_fte", lost)
            .with_value("inpost_fte", inpost)
    })
}

impl NqswCohort {
    /// What [`findings`](Self::findings) says, at places within the cohort.
    pub(crate) fn findings_inside(&self) -> Findings {
        let Self { period, intake, completed, withdrawn } = self;
        let exceeds = self.in_progress().is_none().then(|| {
            let message = format!(
                "cohort {period}: {completed} completed and {withdrawn} withdrawn exceed the intake of {intake}"
            );
            Finding::new(&COHORT_WITHIN_INTAKE, "intake", message)
                .with_value("intake", intake)
                .with_value("completed", completed)
                .with_value("withdrawn", withdrawn)
        });
        exceeds.into_iter().collect()
    }
}
