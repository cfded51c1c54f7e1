//! Inspections: published facts, each rule broken and kept, every refusal, spellings, laws and the frozen
//! wire.

#![allow(clippy::unwrap_used, reason = "what a strategy builds is part of its test")]

mod each_rule;
mod laws;
mod refusals;

use childrens_services::{
    Activity::{
        self, AnnualConversation, FocusedVisit, FullInspection, MonitoringVisit, ShortInspection,
        StandardInspection,
    },
    AreaForImprovement, AreaForPriorityAction, AreaReference, Assumptions, Deadlines, FailureClock,
    Framework::{self, Earlier, Ilacs, Sif},
    Grade::{self, Adequate, Good, Inadequate, NotJudged, Outstanding},
    GradeChange, GradeDirection, Inspection, InspectionHistory,
    Judgement::{
        self, Care, CareAndLeavers, HelpAndProtection, Leaders, Leavers, Overall, SifAdoption,
        SifHelpAndProtection, SifLeadership, SifLeavers, SifLookedAfter,
    },
    LocalAuthority, Receipt,
    Severity::{self, Error, Warning},
    Standing, WorkingDays,
    chrono::NaiveDate,
    inspection::{Scope, ScopeNote, StandingBasis, check_comparison, rules},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    fmt::{Debug, Display},
    str::FromStr,
};

/// The third grade has a long name.
const RI: Grade = Grade::RequiresImprovementToBeGood;

const WEST_SUSSEX: &str = "E10000032";
const CUMBRIA: &str = "E10000006";
const CUMBERLAND: &str = "E06000063";
const BUCKINGHAMSHIRE_COUNTY: &str = "E10000002";
const BUCKINGHAMSHIRE: &str = "E06000060";

// Helpers.

#[track_caller]
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
}

#[track_caller]
fn ons(code: &str) -> LocalAuthority {
    LocalAuthority::with_ons_code(code).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn inspection(code: &str, framework: Framework, activity: Activity, start: &str) -> Inspection {
    Inspection::new(ons(code), framework, activity, day(start)).unwrap_or_else(|error| panic!("{error}"))
}

/// Of West Sussex, under ILACS.
#[track_caller]
fn ilacs(activity: Activity, start: &str) -> Inspection {
    inspection(WEST_SUSSEX, Ilacs, activity, start)
}

#[track_caller]
fn graded(inspection: Inspection, grades: &[(Judgement, Grade)]) -> Inspection {
    grades.iter().fold(inspection, |inspection, &(judgement, grade)| {
        inspection.with_grade(judgement, grade).unwrap_or_else(|error| panic!("{error}"))
    })
}

/// The judgements before 2023: overall, leaders, help and protection, care and leavers.
#[track_caller]
fn four(inspection: Inspection, [overall, leaders, help, care]: [Grade; 4]) -> Inspection {
    graded(
        inspection,
        &[(Overall, overall), (Leaders, leaders), (HelpAndProtection, help), (CareAndLeavers, care)],
    )
}

/// The judgements from 2023, less the overall one: leaders, help and protection, care, leavers.
#[track_caller]
fn beside_overall(inspection: Inspection, [leaders, help, care, leavers]: [Grade; 4]) -> Inspection {
    graded(inspection, &[(Leaders, leaders), (HelpAndProtection, help), (Care, care), (Leavers, leavers)])
}

/// The judgements from 2023: overall, leaders, help and protection, care, leavers.
#[track_caller]
fn five(inspection: Inspection, [overall, others @ ..]: [Grade; 5]) -> Inspection {
    beside_overall(graded(inspection, &[(Overall, overall)]), others)
}

/// The judgements of the single inspection framework: overall, help, looked after, adoption, leavers,
/// leadership.
#[track_caller]
fn six(
    inspection: Inspection,
    [overall, help, cla, adoption, leavers, leadership]: [Grade; 6],
) -> Inspection {
    let key = [(Overall, overall), (SifHelpAndProtection, help), (SifLookedAfter, cla)];
    let others = [(SifAdoption, adoption), (SifLeavers, leavers), (SifLeadership, leadership)];
    graded(graded(inspection, &key), &others)
}

/// A standard inspection of 2019 that lasted the usual time, with four grades.
#[track_caller]
fn of_2019(grades: [Grade; 4]) -> Inspection {
    four(dated(ilacs(StandardInspection, "2019-02-25"), "2019-03-08", "2019-05-08"), grades)
}

/// A standard inspection of 2023 that lasted the usual time, with five grades.
#[track_caller]
fn of_2023(grades: [Grade; 5]) -> Inspection {
    five(dated(ilacs(StandardInspection, "2023-03-13"), "2023-03-24", "2023-05-11"), grades)
}

#[track_caller]
fn dated(inspection: Inspection, end: &str, published: &str) -> Inspection {
    inspection.with_end(day(end)).with_published(day(published))
}

#[track_caller]
fn area(number: u32, label: &str) -> AreaForImprovement {
    AreaForImprovement::new(number, label).unwrap_or_else(|error| panic!("{error}"))
}

/// So many areas for improvement, numbered from 1.
#[track_caller]
fn with_areas(inspection: Inspection, count: u32) -> Inspection {
    inspection.with_areas_for_improvement((1..=count).map(|number| area(number, "invented")))
}

#[track_caller]
fn priority(label: &str) -> AreaForPriorityAction {
    AreaForPriorityAction::new(label).unwrap_or_else(|error| panic!("{error}"))
}

/// The area with the deadlines that follow from the letter's receipt.
#[track_caller]
fn due(area: AreaForPriorityAction, letter: NaiveDate) -> AreaForPriorityAction {
    let limit = |days| WorkingDays::england().add(letter, days).unwrap();
    area.with_draft_due(limit(20)).with_final_due(limit(70))
}

#[track_caller]
fn history(code: &str, inspections: impl IntoIterator<Item = Inspection>) -> InspectionHistory {
    InspectionHistory::new(ons(code), inspections).unwrap_or_else(|error| panic!("{error}"))
}

fn lines(findings: impl ToString) -> Vec<String> {
    findings.to_string().lines().map(str::to_owned).collect()
}

/// The inspection by itself has these findings, and no others.
#[track_caller]
fn finds(inspection: &Inspection, expected: &[&str]) {
    assert_eq!(lines(inspection.findings(&Assumptions::new())), expected);
}

#[track_caller]
fn finds_nothing(inspection: &Inspection) {
    finds(inspection, &[]);
}

/// The inspections beside each other have these findings, and no others.
#[track_caller]
fn history_finds(history: &InspectionHistory, expected: &[&str]) {
    assert_eq!(lines(history.findings(&Assumptions::new())), expected);
}

#[track_caller]
fn refuses<T: Debug, E: Display>(refused: Result<T, E>, expected: &str) {
    let message = refused.map(|value| panic!("{value:?} was not refused"));
    assert_eq!(message.unwrap_or_else(|error: E| error.to_string()), expected);
}

/// From JSON, less the place in the document that `serde_json` adds.
#[track_caller]
fn no_json<T: DeserializeOwned + Debug>(document: &str, expected: &str) {
    let message = |error: serde_json::Error| error.to_string().split(" at line ").next().map(str::to_owned);
    refuses(serde_json::from_str::<T>(document).map_err(|error| message(error).unwrap()), expected);
}

/// A value after the wire and back.
#[track_caller]
fn over_the_wire<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let json = serde_json::to_string(value).unwrap_or_else(|error| panic!("{error}"));
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// A good inspection in JSON, with one field set to something else, or added.
#[track_caller]
fn with_field(field: &str, value: Value) -> String {
    let mut document = json!({
        "authority": "E10000032",
        "framework": "ilacs",
        "activity": "standard",
        "start": "2019-02-25",
    });
    document[field] = value;
    document.to_string()
}

// West Sussex.

/// Source: Ofsted, reports on West Sussex of 20 January 2016, 8 May 2019 and 11 May 2023. The labels of the
/// areas are ours.
fn west_sussex_2015() -> Inspection {
    let sif = inspection(WEST_SUSSEX, Sif, FullInspection, "2015-10-26");
    six(dated(sif, "2015-11-19", "2016-01-20"), [RI; 6])
}

fn west_sussex_2019() -> Inspection {
    of_2019([Inadequate; 4]).with_areas_for_improvement([
        area(1, "Practice infrastructure"),
        area(2, "Neglect"),
        area(3, "Private fostering and homeless 16 and 17-year-olds"),
        area(4, "Plans"),
        area(5, "Recording"),
        area(6, "Permanence"),
        area(7, "Life story work"),
        area(8, "Supervision and oversight"),
        area(9, "Quality assurance"),
        area(10, "Recruitment and retention"),
        area(11, "Corporate parenting"),
        area(12, "Partners"),
    ])
}

fn west_sussex_2023() -> Inspection {
    let repeating = |number, label, earlier| area(number, label).repeating(day("2019-02-25"), earlier);
    of_2023([RI, Good, RI, Good, RI]).with_areas_for_improvement([
        area(1, "Strategy discussions and child protection enquiries"),
        repeating(2, "Assessments and plans for children in need and in need of protection", 4),
        repeating(3, "Homeless 16 and 17-year-olds", 3),
        area(4, "Initial health assessments and mental health access"),
        repeating(5, "Return home interviews", 5),
        area(6, "Sufficiency of placements"),
        area(7, "Support to care leavers over 21 and unaccompanied young people"),
    ])
}

/// Source: Ofsted, "Local authority inspection outcomes as at 31 March 2025", in-year inspections.
fn west_sussex_2024() -> Inspection {
    let visit = ilacs(FocusedVisit, "2024-07-24").with_published(day("2024-08-23"));
    visit.with_theme("Care leavers").unwrap_or_else(|error| panic!("{error}"))
}

fn west_sussex() -> InspectionHistory {
    history(WEST_SUSSEX, [west_sussex_2015(), west_sussex_2019(), west_sussex_2023(), west_sussex_2024()])
}

#[test]
fn west_sussex_has_no_findings() {
    history_finds(&west_sussex(), &[]);
    for inspection in west_sussex().inspections() {
        finds_nothing(inspection);
    }
}

#[test]
fn west_sussex_deadlines() {
    let england = WorkingDays::england();
    let deadlines = |inspection: Inspection| inspection.deadlines(&england).unwrap();
    let of_2019 = deadlines(west_sussex_2019());
    assert_eq!(
        of_2019,
        Deadlines {
            receipt: Receipt::TakenFromPublication(day("2019-05-08")),
            publish_report: Some(day("2019-06-20")),
            statement_of_action: Some(day("2019-08-15")),
            priority_action_draft: None,
            priority_action_final: None,
        }
    );
    // The plan was agreed on 6 August, working day 63.
    assert_eq!(england.count(of_2019.receipt.day(), day("2019-08-06")), Ok(63));
    // Had the report been received on 30 April, which is invented, the plan would still be in time.
    let received = deadlines(west_sussex_2019().with_received(day("2019-04-30")));
    assert_eq!(received.receipt, Receipt::Recorded(day("2019-04-30")));
    assert_eq!(received.statement_of_action, Some(day("2019-08-08")));
    assert_eq!(received.publish_report, Some(day("2019-06-13")));
    // After a visit's letter nothing falls due that is of reports.
    let visit = deadlines(west_sussex_2024());
    assert_eq!((visit.publish_report, visit.statement_of_action), (None, None));
}

#[test]
fn west_sussex_standings() {
    let history = west_sussex();
    let standing = |on: &str| history.standing_on(day(on)).and_then(Standing::grade);
    assert_eq!(standing("2016-01-19"), None);
    assert_eq!(standing("2016-01-20"), Some(RI));
    assert_eq!(standing("2016-01-21"), Some(RI));
    assert_eq!(standing("2019-05-07"), Some(RI));
    assert_eq!(standing("2019-05-08"), Some(Inadequate));
    assert_eq!(standing("2023-05-10"), Some(Inadequate));
    assert_eq!(standing("2023-05-11"), Some(RI));
    // The focused visit of 2024 changes nothing.
    assert_eq!(standing("2026-06-30"), Some(RI));
    let on_9_may = history.standing_on(day("2019-05-09")).unwrap();
    assert_eq!(on_9_may.inspection(), &west_sussex_2019());
    assert_eq!(on_9_may.basis(), Some(StandingBasis::OverallEffectiveness));
    assert_eq!(on_9_may.is_inadequate(), Some(true));
    assert_eq!(history.standing_on(day("2023-05-11")).unwrap().is_inadequate(), Some(false));
}

#[test]
fn west_sussex_failure_was_systemic_and_not_persistent() {
    let history = west_sussex();
    let systemic = |on: &str| history.systemic_failure(day(on)).map(Inspection::start);
    assert_eq!(systemic("2019-05-07"), None);
    assert_eq!(systemic("2019-05-08"), Some(day("2019-02-25")));
    assert_eq!(systemic("2023-05-10"), Some(day("2019-02-25")));
    assert_eq!(systemic("2023-05-11"), None);
    for on in ["2019-05-08", "2023-05-10", "2023-05-11"] {
        assert_eq!(history.persistent_failure(day(on), &Assumptions::new()), None, "{on}");
    }
}

#[test]
fn west_sussex_gaps() {
    let history = west_sussex();
    let gaps: Vec<_> = history.gaps().collect();
    let starts = |index: usize| (gaps[index].earlier().start(), gaps[index].later().start());
    assert_eq!(gaps.len(), 2);
    assert_eq!(starts(0), (day("2015-10-26"), day("2019-02-25")));
    assert_eq!(starts(1), (day("2019-02-25"), day("2023-03-13")));
    assert_eq!((gaps[0].days_between_starts(), gaps[0].days_from_report_to_start()), (1218, Some(1132)));
    assert_eq!((gaps[1].days_between_starts(), gaps[1].days_from_report_to_start()), (1477, Some(1405)));
    let changes: Vec<_> = gaps[0].grade_changes().iter().map(ToString::to_string).collect();
    assert_eq!(
        changes,
        ["Overall effectiveness: Inadequate, was Requires improvement to be good: worse"],
        "only overall effectiveness is compared across frameworks"
    );
}

#[test]
fn west_sussex_grades_from_2019_to_2023() {
    let changes = west_sussex_2023().grade_changes_since(&west_sussex_2019());
    assert_eq!(
        changes.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "Overall effectiveness: Requires improvement to be good, was Inadequate: better",
            "The impact of leaders on social work practice with children and families: Good, was \
             Inadequate: better",
            "The experiences and progress of children who need help and protection: Requires \
             improvement to be good, was Inadequate: better",
            "The experiences and progress of children in care: Good, was Inadequate: better (the earlier grade \
             covers children in care and care leavers together)",
            "The experiences and progress of care leavers: Requires improvement to be good, was \
             Inadequate: better (the earlier grade covers children in care and care leavers together)",
        ]
    );
    let leavers = changes[4];
    assert_eq!(leavers.earlier(), (CareAndLeavers, Inadequate));
    assert_eq!(leavers.later(), (Leavers, RI));
    assert_eq!((leavers.scope(), leavers.direction()), (Scope::CareLeaversSplit, GradeDirection::Better));
    assert_eq!(changes[0].scope(), Scope::Same);
}

/// Three of the seven areas of 2023 were areas in 2019 already.
#[test]
fn west_sussex_areas_that_were_carried_over() {
    let history = west_sussex();
    let of_2023 = west_sussex_2023();
    let carried: Vec<_> = of_2023
        .areas_for_improvement()
        .unwrap()
        .iter()
        .filter_map(|area| Some((area.number(), history.area(area.repeats()?)?.label())))
        .collect();
    assert_eq!(
        carried,
        [(2, "Plans"), (3, "Private fostering and homeless 16 and 17-year-olds"), (5, "Recording")]
    );
    let reference =
        |inspection_start: &str, number| AreaReference { inspection_start: day(inspection_start), number };
    assert_eq!(history.area(reference("2019-02-25", 13)), None);
    assert_eq!(history.area(reference("2019-02-26", 3)), None);
    assert_eq!(west_sussex_2015().areas_for_improvement(), None);
}

// Other published facts.

/// An authority with too few children for one key judgement and both sub-judgements. Source: Ofsted, single
/// inspection report on the Isles of Scilly, 27 June 2016.
#[test]
fn isles_of_scilly_2016() {
    let scilly = inspection("E06000053", Sif, FullInspection, "2016-04-11");
    finds_nothing(&six(
        dated(scilly, "2016-04-28", "2016-06-27"),
        [Good, Good, NotJudged, NotJudged, NotJudged, Good],
    ));
}

/// Care leavers alone are Inadequate, and so is the whole. Source: Ofsted, "Local authority inspection
/// outcomes as at 31 March 2025".
#[test]
fn cheshire_east_2024() {
    let cheshire_east = inspection("E06000049", Ilacs, StandardInspection, "2024-02-26");
    let published = cheshire_east.with_published(day("2024-05-16"));
    let cheshire_east = five(published, [Inadequate, RI, RI, RI, Inadequate]);
    finds_nothing(&cheshire_east);
    assert_eq!(cheshire_east.predicted_overall().unwrap().most_likely(), Inadequate);
    assert_eq!(history("E06000049", [cheshire_east]).systemic_failure(day("2024-05-16")), None);
}

/// The same other grades, leaders alone Inadequate, and two overall grades. Source: Ofsted, "Local authority
/// inspection outcomes as at 31 March 2025".
#[test]
fn herefordshire_2018_and_trafford_2019() {
    let herefordshire = inspection("E06000019", Ilacs, StandardInspection, "2018-06-11");
    let herefordshire = four(herefordshire.with_published(day("2018-07-23")), [RI, Inadequate, RI, RI]);
    finds(
        &herefordshire,
        &["warning INS-11 at inspection.judgements.leaders: leaders is Inadequate, but overall is Requires \
           improvement to be good"],
    );
    let trafford = inspection("E08000009", Ilacs, ShortInspection, "2019-03-04");
    let trafford = four(trafford.with_published(day("2019-05-08")), [Inadequate, Inadequate, RI, RI]);
    finds_nothing(&trafford);
    // So no formula tells them apart.
    assert_eq!(herefordshire.predicted_overall(), trafford.predicted_overall());
    assert_eq!(
        trafford.predicted_overall().unwrap().to_string(),
        "Requires improvement to be good (predicted, not judged)"
    );
}

/// Source: Ofsted, inspections of West Sussex of November 2010 and February 2013, as the council's
/// performance page gives them; the days within those months are invented.
#[test]
fn west_sussex_before_the_single_inspection_framework() {
    let earlier =
        |start, grade| graded(inspection(WEST_SUSSEX, Earlier, FullInspection, start), &[(Overall, grade)]);
    finds_nothing(&earlier("2010-11-15", Inadequate));
    finds_nothing(&earlier("2013-02-11", Adequate));
}

// Assumptions and standings.

/// Two Inadequate inspections: when the first was published, and the start and publication of the second.
#[track_caller]
fn inadequate_twice(published: &str, start: &str, published_again: &str) -> InspectionHistory {
    let first = four(ilacs(StandardInspection, "2018-02-05").with_published(day(published)), [Inadequate; 4]);
    let second = ilacs(StandardInspection, start).with_published(day(published_again));
    history(WEST_SUSSEX, [first, five(second, [Inadequate; 5])])
}

#[test]
fn persistent_failure_by_two_clocks() {
    let by_publication = Assumptions::new();
    let by_start = Assumptions::new().with_failure_clock(FailureClock::InspectionStart);
    let fails = |history: &InspectionHistory, on: &str, assumptions: &Assumptions| {
        let failure = history.persistent_failure(day(on), assumptions);
        failure.map(|(earlier, later)| (earlier.start().to_string(), later.start().to_string()))
    };
    let both = |later: &str| Some(("2018-02-05".to_owned(), later.to_owned()));
    // Published within five years, started a day later than five years.
    let late_start = inadequate_twice("2018-04-09", "2023-02-06", "2023-04-03");
    assert_eq!(fails(&late_start, "2023-04-03", &by_publication), both("2023-02-06"));
    assert_eq!(fails(&late_start, "2023-04-03", &by_start), None);
    // Started within five years, published a day later than five years.
    let late_report = inadequate_twice("2018-04-09", "2023-01-30", "2023-04-10");
    assert_eq!(fails(&late_report, "2023-04-10", &by_publication), None);
    assert_eq!(fails(&late_report, "2023-04-10", &by_start), both("2023-01-30"));
    // To the day is within, and a report that is not out yet is no failure.
    let to_the_day = inadequate_twice("2018-04-09", "2023-01-30", "2023-04-09");
    assert_eq!(fails(&to_the_day, "2023-04-09", &by_publication), both("2023-01-30"));
    assert_eq!(fails(&to_the_day, "2023-04-08", &by_publication), None);
    assert_eq!(fails(&to_the_day, "2023-04-08", &by_start), None);
}

#[test]
fn persistent_failure_is_of_the_latest_inspection() {
    let inadequate = |start, published| {
        four(ilacs(StandardInspection, start).with_published(day(published)), [Inadequate; 4])
    };
    let better = four(ilacs(StandardInspection, "2021-10-04").with_published(day("2021-12-01")), [RI; 4]);
    let (first, second) = (inadequate("2018-02-05", "2018-04-09"), inadequate("2022-01-31", "2022-04-04"));
    let fails = |inspections: &[&Inspection], on: &str| {
        let history = history(WEST_SUSSEX, inspections.iter().map(|&one| one.clone()));
        history.persistent_failure(day(on), &Assumptions::new()).is_some()
    };
    assert!(fails(&[&first, &second], "2022-04-04"));
    // One in between that was better does not undo the first.
    assert!(fails(&[&first, &better, &second], "2022-04-04"));
    assert!(!fails(&[&first, &better], "2022-04-04"));
    assert!(!fails(&[&second], "2022-04-04"));
}

/// Without an overall grade, from April 2026 on; the grades are invented.
#[test]
fn standings_without_an_overall_grade() {
    let of_2026 = |grades| {
        beside_overall(ilacs(StandardInspection, "2026-04-27").with_published(day("2026-06-17")), grades)
    };
    let stands = |history: &InspectionHistory| {
        let standing = history.standing_on(day("2026-06-17")).unwrap();
        (standing.grade(), standing.basis(), standing.is_inadequate())
    };
    let open = history(WEST_SUSSEX, [of_2026([RI, RI, RI, Inadequate])]);
    assert_eq!(stands(&open), (None, None, None));
    // Where no judgement is Inadequate, neither is the authority.
    assert_eq!(stands(&history(WEST_SUSSEX, [of_2026([RI, Good, RI, Good])])), (None, None, Some(false)));
    // Without any judgement on record nothing is known.
    let nothing = ilacs(StandardInspection, "2026-04-27").with_published(day("2026-06-17"));
    assert_eq!(stands(&history(WEST_SUSSEX, [nothing])), (None, None, None));
    // Where one is missing the rest do not tell, nor does an overall grade that was not judged.
    let some = ilacs(StandardInspection, "2026-04-27").with_published(day("2026-06-17"));
    let some = some.with_grade(Leaders, RI).unwrap();
    assert_eq!(stands(&history(WEST_SUSSEX, [some])), (None, None, None));
    let not_judged = of_2026([RI; 4]).with_grade(Overall, NotJudged).unwrap();
    assert_eq!(
        stands(&history(WEST_SUSSEX, [not_judged])),
        (Some(NotJudged), Some(StandingBasis::OverallEffectiveness), None)
    );
    // Inadequate throughout is Inadequate, whatever reading is made of it.
    assert_eq!(stands(&history(WEST_SUSSEX, [of_2026([Inadequate; 4])])), (None, None, Some(true)));
    let read_as = |grade| of_2026([RI, RI, RI, Inadequate]).with_standing_read_as(grade).unwrap();
    assert_eq!(
        stands(&history(WEST_SUSSEX, [read_as(Inadequate)])),
        (Some(Inadequate), Some(StandingBasis::Reading), Some(true))
    );
    assert_eq!(
        stands(&history(WEST_SUSSEX, [read_as(RI)])),
        (Some(RI), Some(StandingBasis::Reading), Some(false))
    );
    // A reading is no overall grade.
    assert_eq!(read_as(RI).overall(), None);
    finds_nothing(&read_as(RI));
}

#[test]
fn standings_read_over_a_history() {
    let of_2026 = beside_overall(
        ilacs(StandardInspection, "2026-04-27").with_published(day("2026-06-17")),
        [RI, RI, RI, Inadequate],
    );
    let visit = ilacs(MonitoringVisit, "2026-10-13");
    let open = history(WEST_SUSSEX, [of_2019([Good; 4]), of_2026, visit]);
    let worst = |inspection: &Inspection| {
        inspection.judgements().map(|(_, grade)| grade).max_by_key(|grade| grade.number())
    };
    let readings = |history: &InspectionHistory| {
        history.inspections().iter().map(Inspection::standing_read_as).collect::<Vec<_>>()
    };
    // Only where Ofsted gave no overall grade, and not to a visit.
    let read = open.clone().with_standings_read(worst).unwrap();
    assert_eq!(readings(&read), [None, Some(Inadequate), None]);
    // The rules that name a grade go by the reading.
    history_finds(&read, &[]);
    history_finds(
        &open.clone().with_standings_read(|_| Some(RI)).unwrap(),
        &["warning INS-13 at inspections[2].activity: a monitoring visit on 2026-10-13, when the authority \
             was Requires improvement to be good"],
    );
    assert_eq!(readings(&open.clone().with_standings_read(|_| Some(RI)).unwrap()), [None, Some(RI), None]);
    history_finds(&open, &[]);
    for grade in [Adequate, NotJudged] {
        refuses(
            open.clone().with_standings_read(|_| Some(grade)),
            &format!("a standing is read as a grade of the four-point scale, not as {grade}"),
        );
    }
    // A new reading takes the place of the old one.
    assert_eq!(readings(&read.with_standings_read(|_| None).unwrap()), [None; 3]);
}

#[test]
fn systemic_failure_is_of_every_key_judgement() {
    let fails = |inspection: Inspection| {
        let on = inspection.published().unwrap();
        history(WEST_SUSSEX, [inspection]).systemic_failure(on).is_some()
    };
    let sif = |grades| {
        six(
            dated(inspection(WEST_SUSSEX, Sif, FullInspection, "2015-10-26"), "2015-11-19", "2016-01-20"),
            grades,
        )
    };
    // The sub-judgements are no key judgements.
    assert!(fails(sif([Inadequate, Inadequate, Inadequate, Good, Good, Inadequate])));
    assert!(!fails(sif([Inadequate, Inadequate, RI, Inadequate, Inadequate, Inadequate])));
    assert!(fails(of_2023([Inadequate; 5])));
    assert!(!fails(of_2023([Inadequate, RI, Inadequate, Inadequate, Inadequate])));
    // An overall grade alone says nothing about the others.
    let alone = ilacs(StandardInspection, "2019-02-25").with_published(day("2019-05-08"));
    assert!(!fails(graded(alone.clone(), &[(Overall, Inadequate)])));
    // Nor do some of the others about those that are not on record.
    assert!(!fails(graded(alone, &[(Overall, Inadequate), (Leaders, Inadequate)])));
}

/// Two visits of one day stay as they were given, over the wire too.
#[test]
fn visits_of_one_day_keep_their_order() {
    let visit = |theme| ilacs(FocusedVisit, "2024-07-24").with_theme(theme).unwrap();
    let history = history(WEST_SUSSEX, [visit("Front door"), west_sussex_2019(), visit("Care leavers")]);
    let themes: Vec<_> = history.inspections().iter().map(Inspection::theme).collect();
    assert_eq!(themes, [None, Some("Front door"), Some("Care leavers")]);
    assert_eq!(over_the_wire(&history), history);
}

// The wire, frozen.

/// The parts of a sample by their names: each reads as the value, and the value is written as the part.
#[track_caller]
fn frozen<T: Serialize + DeserializeOwned + PartialEq + Debug>(sample: &str, built: &[(&str, T)]) {
    let mut sample: BTreeMap<String, Value> = serde_json::from_str(sample).expect("the sample is an object");
    for (name, built) in built {
        let part = sample.remove(*name).expect("the sample has the part");
        let read: T = serde_json::from_str(&part.to_string()).expect("the sample is refused");
        assert_eq!(read, *built);
        assert_eq!(serde_json::to_value(built).expect("the value can be written"), part);
    }
    assert_eq!(sample, BTreeMap::new());
}

/// West Sussex as published; the other history is invented and has a value in every field.
#[test]
fn the_sample_of_histories() {
    let detail = "Invented: that visits to children are made on time, and that the children are seen alone";
    let of_2026 = beside_overall(
        dated(ilacs(StandardInspection, "2026-09-07"), "2026-09-18", "2026-11-02")
            .with_received(day("2026-10-26")),
        [RI, Good, RI, Inadequate],
    );
    let of_2026 = of_2026.with_standing_read_as(Inadequate).unwrap().with_areas_for_improvement([
        area(1, "Visits").with_detail(detail).unwrap().repeating(day("2026-03-17"), 2),
        area(2, "Care leavers"),
    ]);
    let visit = dated(ilacs(FocusedVisit, "2026-03-17"), "2026-03-18", "2026-04-22");
    let visit = visit
        .with_received(day("2026-04-13"))
        .with_theme("Front door")
        .unwrap()
        .with_areas_for_improvement([area(1, "Referrals"), area(2, "Visits")])
        .with_area_for_priority_action(due(priority("Children wait"), day("2026-04-13")))
        .with_area_for_priority_action(priority("Strategy discussions"));
    let conversation = ilacs(AnnualConversation, "2026-02-03").with_areas_for_improvement([]);
    frozen(
        include_str!("../data/inspection_history.json"),
        &[
            ("West Sussex, as published", west_sussex()),
            ("invented", history(WEST_SUSSEX, [of_2026, visit, conversation])),
        ],
    );
}

#[test]
fn the_sample_of_assumptions() {
    let working_days = WorkingDays::england().with_rules_alone_to(2028).unwrap();
    let ours = Assumptions::new()
        .with_no_overall_from(day("2026-04-27"))
        .with_failure_clock(FailureClock::InspectionStart)
        .with_working_days(working_days.with_proclaimed(day("2026-06-15")).unwrap());
    frozen(
        include_str!("../data/assumptions.json"),
        &[("the defaults", Assumptions::new()), ("our own, invented", ours)],
    );
}

#[test]
fn what_need_not_be_written() {
    let read = |document: &str| serde_json::from_str::<Assumptions>(document).unwrap();
    assert_eq!(read("{}"), Assumptions::default());
    assert_eq!(
        read(r#"{"no_overall_from": null, "failure_clock": null, "working_days": null}"#),
        Assumptions::new()
    );
    assert_eq!(
        read(r#"{"failure_clock": "start to start"}"#),
        Assumptions::new().with_failure_clock(FailureClock::InspectionStart)
    );
    // Not recorded is null or left out; an empty list says that there are none.
    for nothing in ["end", "published", "received", "standing_read_as", "theme", "areas_for_improvement"] {
        let read: Inspection = serde_json::from_str(&with_field(nothing, json!(null))).unwrap();
        assert_eq!(read, ilacs(StandardInspection, "2019-02-25"), "{nothing}");
    }
    let none: Inspection = serde_json::from_str(&with_field("areas_for_improvement", json!([]))).unwrap();
    assert_eq!(none, with_areas(ilacs(StandardInspection, "2019-02-25"), 0));
    assert_ne!(none, ilacs(StandardInspection, "2019-02-25"));
}
