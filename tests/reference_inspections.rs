//! Every inspection and visit of the official records in the reference data, loaded through the public types:
//! `ofsted/ilacs_history*.csv`, `current*.csv`, `in_year_activity*.csv` and `sif_history*.csv`.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

mod support;

use childrens_services::{
    Activity, Assumptions, Findings, Framework, Grade, Inspection, InspectionHistory, Judgement,
    LocalAuthority, Severity,
    chrono::{Months, NaiveDate},
    inspection::rules::{INS_03, INS_04, INS_05, INS_07, INS_24},
};
use std::collections::BTreeMap;
use support::{Line, cell, folder, lines, say};

/// A record with where it stands, and the authority of its area code, which may be of later than the
/// inspection.
struct Record {
    at: String,
    area: LocalAuthority,
    inspection: Inspection,
}

#[track_caller]
fn day(at: &str, line: &Line, column: &str) -> Option<NaiveDate> {
    let text = cell(at, line, column);
    (!text.is_empty())
        .then(|| text.parse().unwrap_or_else(|error| panic!("{at}, {column} {text:?}: {error}")))
}

/// The council that was inspected: the area's own, or else the one it came from. Of several the first is
/// taken, for the record does not say which it was.
fn inspected(at: &str, area: LocalAuthority, start: NaiveDate) -> LocalAuthority {
    area.as_of(start).unwrap_or_else(|error| {
        let candidates = error.candidates();
        let first = candidates.first().unwrap_or_else(|| panic!("{at}: {error}"));
        say(&format!("{at}: {error}; {first} taken"));
        *first
    })
}

fn record(
    at: String,
    line: &Line,
    framework: Framework,
    activity: Activity,
    columns: &[(Judgement, &str)],
) -> Record {
    let start =
        ["inspection_start_date", "visit_start_date"].into_iter().find(|column| line.contains_key(*column));
    let start = day(&at, line, start.unwrap_or_else(|| panic!("{at}: no start"))).unwrap();
    let area =
        LocalAuthority::with_ons_code(cell(&at, line, "area_code")).unwrap_or_else(|e| panic!("{at}: {e}"));
    let mut inspection = Inspection::new(inspected(&at, area, start), framework, activity, start)
        .unwrap_or_else(|error| panic!("{at}: {error}"))
        .with_published(day(&at, line, "publication_date").unwrap());
    if line.contains_key("inspection_end_date") {
        inspection = inspection.with_end(day(&at, line, "inspection_end_date").unwrap());
    }
    for &(judgement, column) in columns {
        let text = cell(&at, line, column);
        if !text.is_empty() {
            let grade: Grade = text.parse().unwrap_or_else(|error| panic!("{at}, {column}: {error}"));
            inspection = inspection.with_grade(judgement, grade).unwrap();
        }
    }
    if let Some(theme) = line.get("visit_theme").filter(|theme| !theme.is_empty()) {
        inspection = inspection.with_theme(theme).unwrap();
    }
    Record { at, area, inspection }
}

/// The columns of an ILACS file: one column is of two judgements, before 2023 and since.
fn ilacs_columns(at: &str, line: &Line) -> [(Judgement, &'static str); 5] {
    let scope = line.get("care_judgement_scope").map(String::as_str);
    let start = line.get("inspection_start_date").or_else(|| line.get("visit_start_date")).unwrap();
    let apart = match scope {
        Some("in_care") => true,
        Some("in_care_and_care_leavers") => false,
        Some(other) => panic!("{at}: scope {other:?}"),
        None => start.as_str() >= "2023-01-01",
    };
    let care = if apart { Judgement::Care } else { Judgement::CareAndLeavers };
    [
        (Judgement::Overall, "overall_effectiveness"),
        (Judgement::Leaders, "impact_of_leaders"),
        (Judgement::HelpAndProtection, "help_and_protection"),
        (care, "children_in_care"),
        (Judgement::Leavers, "care_leavers"),
    ]
}

/// Every row of the files that begin so; the activity is in a column, or else given by start and area.
fn ilacs(prefix: &str, activity: impl Fn(&str, &Line) -> Activity) -> Vec<Record> {
    let Some(folder) = folder("ofsted") else { return Vec::new() };
    lines(&folder, prefix)
        .into_iter()
        .map(|(at, line)| {
            let columns = ilacs_columns(&at, &line);
            let activity = activity(&at, &line);
            record(at, &line, Framework::Ilacs, activity, &columns)
        })
        .collect()
}

fn ilacs_history() -> Vec<Record> {
    ilacs("ilacs_history", |at, line| cell(at, line, "inspection_type").parse().unwrap())
}

fn in_year() -> Vec<Record> {
    ilacs("in_year_activity", |at, line| cell(at, line, "visit_type").parse().unwrap())
}

/// The file has no types: that of the same inspection in the history.
fn current() -> Vec<Record> {
    let types: BTreeMap<_, _> = ilacs_history()
        .into_iter()
        .map(|record| ((record.area, record.inspection.start()), record.inspection.activity()))
        .collect();
    ilacs("current", |at, line| {
        let area = LocalAuthority::with_ons_code(cell(at, line, "area_code")).unwrap();
        let start = day(at, line, "inspection_start_date").unwrap();
        types.get(&(area, start)).copied().unwrap_or(Activity::StandardInspection)
    })
}

fn sif() -> Vec<Record> {
    let Some(folder) = folder("ofsted") else { return Vec::new() };
    let columns = [
        (Judgement::Overall, "overall_effectiveness"),
        (Judgement::SifHelpAndProtection, "help_and_protection"),
        (Judgement::SifLookedAfter, "looked_after_and_permanence"),
        (Judgement::SifAdoption, "adoption_performance"),
        (Judgement::SifLeavers, "care_leavers"),
        (Judgement::SifLeadership, "leadership_management_governance"),
    ];
    lines(&folder, "sif_history")
        .into_iter()
        .map(|(at, line)| record(at, &line, Framework::Sif, Activity::FullInspection, &columns))
        .collect()
}

/// One history for each area: graded inspections of both frameworks, and visits. What stands in two editions of
/// a file is taken once.
fn histories() -> Vec<InspectionHistory> {
    let visits = in_year().into_iter().filter(|record| !record.inspection.activity().is_graded());
    let mut areas: BTreeMap<LocalAuthority, Vec<Inspection>> = BTreeMap::new();
    for record in ilacs_history().into_iter().chain(sif()).chain(visits) {
        let known = areas.entry(record.area).or_default();
        let same = |one: &Inspection| {
            (one.start(), one.activity()) == (record.inspection.start(), record.inspection.activity())
        };
        if !known.iter().any(same) {
            known.push(record.inspection);
        }
    }
    areas
        .into_iter()
        .map(|(area, inspections)| {
            InspectionHistory::new(area, inspections).unwrap_or_else(|error| panic!("{error}"))
        })
        .collect()
}

/// How many findings there are of each rule; none may be an error.
#[track_caller]
fn count(counts: &mut BTreeMap<&'static str, usize>, at: &str, findings: &Findings) {
    let errors: Vec<_> = findings.of_severity(Severity::Error).map(ToString::to_string).collect();
    assert_eq!(errors, Vec::<String>::new(), "{at}");
    for finding in findings {
        *counts.entry(finding.rule().id()).or_default() += 1;
    }
}

fn report(what: &str, records: usize, counts: &BTreeMap<&str, usize>) {
    let counts: Vec<_> = counts.iter().map(|(rule, count)| format!("{rule} {count}")).collect();
    let counts = if counts.is_empty() { "none".to_owned() } else { counts.join(", ") };
    say(&format!("{what}: {records} records, warnings: {counts}"));
}

#[test]
fn every_record_loads_without_an_error() {
    for (file, records) in [
        ("ilacs_history", ilacs_history()),
        ("current", current()),
        ("in_year_activity", in_year()),
        ("sif_history", sif()),
    ] {
        let mut counts = BTreeMap::new();
        for record in &records {
            count(&mut counts, &record.at, &record.inspection.findings(&Assumptions::new()));
        }
        if !records.is_empty() {
            report(file, records.len(), &counts);
        }
    }
}

/// Beside each other: the standing when a visit began, overlaps, intervals, new authorities.
#[test]
fn every_history_is_without_an_error() {
    let histories = histories();
    let mut counts = BTreeMap::new();
    for history in &histories {
        let findings = history.findings(&Assumptions::new());
        count(&mut counts, history.authority().name(), &findings);
        // Only a reorganised authority can have inspections of another one.
        for finding in findings.of_rule(&INS_24) {
            assert!(history.authority().predecessors().next().is_some(), "{finding}");
        }
    }
    if !histories.is_empty() {
        report("histories", histories.len(), &counts);
    }
}

/// The in-year inspections and the current ones are in the history, with the same grades.
#[test]
fn the_files_agree() {
    let history = ilacs_history();
    let find = |of: &Record| {
        history
            .iter()
            .find(|one| one.area == of.area && one.inspection.start() == of.inspection.start())
            .map(|one| &one.inspection)
    };
    let mut found = 0;
    let graded = in_year().into_iter().filter(|record| record.inspection.activity().is_graded());
    for record in current().iter().chain(&graded.collect::<Vec<_>>()) {
        if let Some(same) = find(record) {
            assert_eq!(*same, record.inspection, "{}", record.at);
            found += 1;
        }
    }
    assert!(history.is_empty() || found > 0, "no inspection stands in two files");
}

/// Another set of grades for the same inspection.
fn with_grades(inspection: &Inspection, grades: impl IntoIterator<Item = (Judgement, Grade)>) -> Inspection {
    let new = Inspection::new(
        inspection.authority(),
        inspection.framework(),
        inspection.activity(),
        inspection.start(),
    );
    grades
        .into_iter()
        .try_fold(new.unwrap(), |inspection, (judgement, grade)| inspection.with_grade(judgement, grade))
        .unwrap()
        .with_published(inspection.published().unwrap())
}

#[track_caller]
fn rejected(at: &str, mutated: &Inspection, rule: &childrens_services::Rule) {
    let findings = mutated.findings(&Assumptions::new());
    assert!(findings.of_rule(rule).next().is_some(), "{at}: {} is not broken: {findings}", rule.id());
    assert!(!findings.is_ok(), "{at}: {findings}");
}

/// Each real record with one judgement too few, or one too many, is rejected.
#[test]
fn the_judgement_set_of_each_record_is_guarded() {
    for Record { at, inspection, .. } in ilacs_history().iter().chain(&sif()) {
        for (left_out, _) in inspection.judgements() {
            let rest = inspection.judgements().filter(|&(judgement, _)| judgement != left_out);
            let rule = if left_out == Judgement::Overall { &INS_04 } else { &INS_03 };
            rejected(at, &with_grades(inspection, rest), rule);
        }
        for &added in Judgement::ALL {
            if inspection.grade(added).is_none() {
                let more = inspection.judgements().chain([(added, Grade::Good)]);
                rejected(at, &with_grades(inspection, more), &INS_03);
            }
        }
    }
}

/// Each real record with its overall grade made better than a limiting judgement allows is rejected, and so
/// is each with a limiting judgement made worse than its overall grade.
#[test]
fn the_limiting_judgements_of_each_record_are_guarded() {
    let replaced = |inspection: &Inspection, of: Judgement, grade: Grade| {
        let grades = inspection
            .judgements()
            .map(|(judgement, old)| (judgement, if judgement == of { grade } else { old }));
        with_grades(inspection, grades.collect::<Vec<_>>())
    };
    let (mut raised, mut lowered) = (0, 0);
    for Record { at, inspection, .. } in ilacs_history().iter().chain(&sif()) {
        let (rule, limits): (_, fn(Judgement) -> bool) = match inspection.framework() {
            Framework::Sif => (&INS_07, |judgement| judgement.is_key()),
            _ => (&INS_05, |judgement| judgement.is_practice()),
        };
        if inspection.overall() == Some(Grade::Inadequate) {
            let limited = inspection
                .judgements()
                .any(|(judgement, grade)| limits(judgement) && grade == Grade::Inadequate);
            if limited {
                let raise = replaced(inspection, Judgement::Overall, Grade::RequiresImprovementToBeGood);
                rejected(at, &raise, rule);
                raised += 1;
            }
            continue;
        }
        for judgement in inspection.judgements().map(|(judgement, _)| judgement).filter(|&one| limits(one)) {
            rejected(at, &replaced(inspection, judgement, Grade::Inadequate), rule);
            lowered += 1;
        }
    }
    if !ilacs_history().is_empty() {
        assert!(raised > 0 && lowered > 0, "{raised} and {lowered}");
        say(&format!(
            "limiting judgements: {raised} overall grades raised, {lowered} judgements lowered, each rejected"
        ));
    }
}

/// The prediction is right for about 97 in 100 and never out of the range of the others.
#[test]
fn the_predicted_overall_grade_is_mostly_right() {
    let records = ilacs_history();
    let mut right = 0;
    for Record { at, inspection, .. } in &records {
        let predicted = inspection.predicted_overall().unwrap_or_else(|| panic!("{at}: none predicted"));
        right += usize::from(Some(predicted.most_likely()) == inspection.overall());
    }
    if !records.is_empty() {
        say(&format!("predicted overall grades: {right} of {} as given", records.len()));
        assert!(right * 100 >= records.len() * 90, "{right} of {}", records.len());
        assert!(right < records.len(), "a prediction that is always right is looked up, not predicted");
    }
}

/// The failures of each area, worked a second time from the bare dates.
#[test]
fn persistent_failures_are_those_of_the_dates() {
    let histories = histories();
    let (mut twice, mut within, mut systemic) = (0, 0, 0);
    for history in &histories {
        let inadequate: Vec<NaiveDate> = history
            .graded()
            .filter(|inspection| inspection.overall() == Some(Grade::Inadequate))
            .filter_map(Inspection::published)
            .collect();
        for inspection in history.graded() {
            let on = inspection.published().unwrap();
            let earlier = inadequate.iter().rev().find(|&&day| day < on);
            let expected = inspection.overall() == Some(Grade::Inadequate)
                && earlier.is_some_and(|&day| on <= day + Months::new(60));
            let found = history.persistent_failure(on, &Assumptions::new());
            assert_eq!(found.is_some(), expected, "{} on {on}", history.authority());
            within += usize::from(expected);
            systemic += usize::from(history.systemic_failure(on).is_some());
        }
        twice += usize::from(inadequate.len() > 1);
    }
    if !histories.is_empty() {
        say(&format!(
            "of {} areas {twice} were Inadequate twice; persistent failures {within}, systemic ones {systemic}",
            histories.len(),
        ));
    }
}

/// Seventy working days after each report in the years with known bank holidays.
#[test]
fn every_report_has_its_deadlines() {
    let days = Assumptions::new().working_days().clone();
    for Record { at, inspection, .. } in ilacs_history().iter().chain(&sif()) {
        let deadlines = inspection.deadlines(&days).unwrap_or_else(|error| panic!("{at}: {error}"));
        let received = deadlines.receipt.day();
        let counted = |day: Option<NaiveDate>| days.count(received, day.unwrap()).unwrap();
        assert_eq!(
            (counted(deadlines.publish_report), counted(deadlines.statement_of_action)),
            (30, 70),
            "{at}"
        );
    }
}
