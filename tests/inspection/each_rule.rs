//! The rules, each broken and kept. The records are invented unless they say otherwise.

use super::*;

#[test]
fn the_rules_and_how_grave_they_are() {
    let expected: [(&str, Severity); 26] = [
        ("INS-01", Error),
        ("INS-02", Error),
        ("INS-03", Error),
        ("INS-04", Error),
        ("INS-05", Error),
        ("INS-06", Warning),
        ("INS-07", Error),
        ("INS-08", Warning),
        ("INS-09", Warning),
        ("INS-10", Error),
        ("INS-11", Warning),
        ("INS-12", Warning),
        ("INS-13", Warning),
        ("INS-14", Warning),
        ("INS-15", Error),
        ("INS-16", Warning),
        ("INS-17", Warning),
        ("INS-18", Warning),
        ("INS-19", Warning),
        ("INS-20", Error),
        ("INS-21", Error),
        ("INS-22", Error),
        ("INS-23", Error),
        ("INS-24", Warning),
        ("INS-25", Warning),
        ("INS-26", Error),
    ];
    assert_eq!(rules::RULES.iter().map(|rule| (rule.id(), rule.severity())).collect::<Vec<_>>(), expected);
    assert_eq!((rules::INS_01.id(), rules::INS_26.id()), ("INS-01", "INS-26"));
}

#[test]
fn ins_01_grades_of_the_framework() {
    finds(
        &of_2023([Good, Good, Good, Good, Adequate]),
        &["error INS-01 at inspection.judgements.leavers: ilacs has no grade Adequate for leavers"],
    );
    finds(
        &of_2023([Good, NotJudged, Good, Good, Good]),
        &["error INS-01 at inspection.judgements.leaders: ilacs has no grade Not judged for leaders"],
    );
    finds_nothing(&of_2023([Good; 5]));
    let sif = || inspection(WEST_SUSSEX, Sif, FullInspection, "2015-10-26");
    finds(
        &six(sif(), [NotJudged, Good, Good, Good, Good, Good]),
        &["error INS-01 at inspection.judgements.overall: sif has no grade Not judged for overall"],
    );
    finds(
        &six(sif(), [Good, Good, Good, Adequate, Good, Good]),
        &["error INS-01 at inspection.judgements.sif_adoption: sif has no grade Adequate for sif_adoption"],
    );
    finds_nothing(&six(sif(), [Good, Good, Good, NotJudged, Good, Good]));
    let earlier =
        |grade| graded(inspection(WEST_SUSSEX, Earlier, FullInspection, "2013-02-11"), &[(Overall, grade)]);
    finds(
        &earlier(RI),
        &["error INS-01 at inspection.judgements.overall: earlier has no grade Requires improvement to be \
             good for overall"],
    );
    finds_nothing(&earlier(Adequate));
}

#[test]
fn ins_02_dates_in_order() {
    let good = [Good; 5];
    finds(
        &of_2023(good).with_end(day("2023-03-10")),
        &["error INS-02 at inspection.end: end on 2023-03-10 is before the start on 2023-03-13"],
    );
    finds(
        &of_2023(good).with_published(day("2023-03-23")),
        &["error INS-02 at inspection.published: published on 2023-03-23 is before the end on 2023-03-24"],
    );
    // Without an end publication is still not before the start.
    let without_end =
        |published: &str| five(ilacs(StandardInspection, "2023-03-13").with_published(day(published)), good);
    finds(
        &without_end("2023-03-12"),
        &["error INS-02 at inspection.published: published on 2023-03-12 is before the start on 2023-03-13"],
    );
    finds_nothing(&without_end("2023-03-13"));
    finds_nothing(&of_2023(good).with_published(day("2023-03-24")));
    let visit = |end: &str| dated(ilacs(FocusedVisit, "2024-07-24"), end, "2024-08-23");
    finds_nothing(&visit("2024-07-24"));
    finds(
        &visit("2024-07-23"),
        &["error INS-02 at inspection.end: end on 2024-07-23 is before the start on 2024-07-24"],
    );
}

/// The report can be received before it is published, or a few days after (Kirklees 2016: published on Friday
/// 25 November, received on Monday 28 November), but not before the inspection is over.
#[test]
fn ins_02_receipt_is_after_the_inspection() {
    let kirklees = inspection("E08000034", Sif, FullInspection, "2016-09-12")
        .with_end(day("2016-10-06"))
        .with_published(day("2016-11-25"));
    let receipt = |received: &str| six(kirklees.clone().with_received(day(received)), [Inadequate; 6]);
    finds_nothing(&receipt("2016-11-28"));
    finds_nothing(&receipt("2016-10-06"));
    finds(
        &receipt("2016-10-05"),
        &["error INS-02 at inspection.received: received on 2016-10-05 is before the end on 2016-10-06"],
    );
    let deadlines = receipt("2016-11-28").deadlines(&WorkingDays::england()).unwrap();
    assert_eq!(deadlines.statement_of_action, Some(day("2017-03-09")));
}

#[test]
fn ins_03_judgements_of_the_framework() {
    let leavers = |inspection| graded(inspection, &[(Leavers, Good)]);
    finds(
        &leavers(of_2019([Good; 4])),
        &["error INS-03 at inspection.judgements.leavers: leavers is not judged in an ilacs inspection \
             that starts on 2019-02-25"],
    );
    finds_nothing(&of_2019([Good; 4]));
    let care = dated(ilacs(StandardInspection, "2023-03-13"), "2023-03-24", "2023-05-11");
    let care = graded(care, &[(Overall, Good), (Leaders, Good), (HelpAndProtection, Good), (Care, Good)]);
    finds(
        &care,
        &["error INS-03 at inspection.judgements.leavers: leavers is missing in an ilacs inspection that \
             starts on 2023-03-13"],
    );
    finds_nothing(&leavers(care));
    let sif = || inspection(WEST_SUSSEX, Sif, FullInspection, "2015-10-26");
    finds(
        &graded(six(sif(), [Good; 6]), &[(Leaders, Good)]),
        &["error INS-03 at inspection.judgements.leaders: leaders is not judged in a sif inspection that \
             starts on 2015-10-26"],
    );
    let earlier = || inspection(WEST_SUSSEX, Earlier, FullInspection, "2013-02-11");
    finds(
        &graded(earlier(), &[(Overall, Good), (SifAdoption, Good)]),
        &["error INS-03 at inspection.judgements.sif_adoption: sif_adoption is not judged in an earlier \
             inspection that starts on 2013-02-11"],
    );
}

#[test]
fn ins_03_a_report_that_is_out_has_its_judgements() {
    let in_progress = ilacs(StandardInspection, "2019-02-25");
    finds_nothing(&in_progress);
    finds(
        &in_progress.with_published(day("2019-05-08")),
        &[
            "error INS-03 at inspection.judgements.leaders: leaders is missing in an ilacs inspection that \
             starts on 2019-02-25",
            "error INS-03 at inspection.judgements.help_protection: help_protection is missing in an ilacs \
             inspection that starts on 2019-02-25",
            "error INS-03 at inspection.judgements.care_and_leavers: care_and_leavers is missing in an ilacs \
             inspection that starts on 2019-02-25",
        ],
    );
}

#[test]
fn ins_03_frameworks_in_their_time() {
    let sif = |start| six(inspection(WEST_SUSSEX, Sif, FullInspection, start), [Good; 6]);
    finds(
        &sif("2018-06-12"),
        &[
            "error INS-03 at inspection.framework: 2018-06-12 is no day on which an inspection of framework sif starts",
        ],
    );
    finds(
        &sif("2013-11-18"),
        &[
            "error INS-03 at inspection.framework: 2013-11-18 is no day on which an inspection of framework sif starts",
        ],
    );
    finds_nothing(&sif("2018-06-11"));
    finds_nothing(&sif("2013-11-19"));
    let standard = |start| four(ilacs(StandardInspection, start), [Good; 4]);
    finds(
        &standard("2018-01-22"),
        &[
            "error INS-03 at inspection.framework: 2018-01-22 is no day on which an inspection of framework ilacs starts",
        ],
    );
    finds_nothing(&standard("2018-01-29"));
    let earlier = |start| graded(inspection(WEST_SUSSEX, Earlier, FullInspection, start), &[(Overall, Good)]);
    finds(
        &earlier("2013-11-19"),
        &[
            "error INS-03 at inspection.framework: 2013-11-19 is no day on which an inspection of framework earlier starts",
        ],
    );
    finds_nothing(&earlier("2013-11-18"));
}

#[test]
fn ins_03_the_day_that_parts_care_leavers_from_care() {
    let judged = |start: &str| Ilacs.judgements(day(start), &Assumptions::new());
    assert_eq!(judged("2022-12-31"), [Overall, Leaders, HelpAndProtection, CareAndLeavers]);
    assert_eq!(judged("2023-01-01"), [Overall, Leaders, HelpAndProtection, Care, Leavers]);
    assert_eq!(judged("2026-03-31"), [Overall, Leaders, HelpAndProtection, Care, Leavers]);
    assert_eq!(judged("2026-04-01"), [Leaders, HelpAndProtection, Care, Leavers]);
}

#[test]
fn ins_04_overall_where_it_belongs() {
    let without = |start| beside_overall(ilacs(StandardInspection, start), [Good; 4]);
    finds(
        &without("2023-03-13"),
        &["error INS-04 at inspection.judgements.overall: the overall grade is missing in an inspection \
             that starts on 2023-03-13"],
    );
    finds_nothing(&graded(without("2023-03-13"), &[(Overall, Good)]));
    // Two inspections that started on 27 April 2026 have four grades and no overall one. Source: Data to
    // Insight, overview of ILACS outcomes, June 2026.
    finds_nothing(&without("2026-04-27"));
    finds(
        &graded(without("2026-04-27"), &[(Overall, Good)]),
        &["error INS-04 at inspection.judgements.overall: there is an overall grade, but Ofsted gives none \
             in inspections that start from 2026-04-01"],
    );
    let sif = six(inspection(WEST_SUSSEX, Sif, FullInspection, "2015-10-26"), [Good; 6]);
    finds_nothing(&sif);
    let mut document = serde_json::to_value(sif).unwrap();
    document["judgements"].as_object_mut().unwrap().remove("overall");
    finds(
        &serde_json::from_value(document).unwrap(),
        &["error INS-04 at inspection.judgements.overall: the overall grade is missing in an inspection \
             that starts on 2015-10-26"],
    );
}

#[test]
fn ins_04_from_a_day_that_is_the_callers() {
    let later = Assumptions::new().with_no_overall_from(day("2026-05-01"));
    let without = beside_overall(ilacs(StandardInspection, "2026-04-27"), [Good; 4]);
    let with = graded(without.clone(), &[(Overall, Good)]);
    assert_eq!(
        lines(without.findings(&later)),
        ["error INS-04 at inspection.judgements.overall: the overall grade is missing in an inspection \
             that starts on 2026-04-27"]
    );
    assert_eq!(lines(with.findings(&later)), [""; 0]);
    let earlier = Assumptions::new().with_no_overall_from(day("2026-04-27"));
    assert_eq!(
        lines(with.findings(&earlier)),
        ["error INS-04 at inspection.judgements.overall: there is an overall grade, but Ofsted gives none \
             in inspections that start from 2026-04-27"]
    );
    assert_eq!(lines(without.findings(&earlier)), [""; 0]);
    // A history goes by them as well.
    let with = history(WEST_SUSSEX, [with]);
    assert_eq!((with.findings(&earlier).len(), with.findings(&later).len()), (1, 0));
}

#[test]
fn ins_05_inadequate_practice_makes_the_whole_inadequate() {
    let says = |judgement: &str| {
        format!(
            "error INS-05 at inspection.judgements.overall: overall is Requires improvement to be good, \
             though {judgement} is Inadequate"
        )
    };
    finds(&of_2023([RI, RI, Inadequate, RI, RI]), &[&says("help_protection")]);
    finds(&of_2023([RI, RI, RI, Inadequate, RI]), &[&says("care")]);
    finds(&of_2023([RI, RI, RI, RI, Inadequate]), &[&says("leavers")]);
    finds(&of_2019([RI, RI, RI, Inadequate]), &[&says("care_and_leavers")]);
    // Each of several.
    finds(&of_2023([RI, RI, Inadequate, RI, Inadequate]), &[&says("help_protection"), &says("leavers")]);
    finds_nothing(&of_2023([Inadequate, RI, Inadequate, RI, RI]));
    finds_nothing(&of_2019([Inadequate, RI, RI, Inadequate]));
}

#[test]
fn ins_06_overall_between_the_others() {
    finds(
        &of_2023([RI, Good, Good, Good, Outstanding]),
        &["warning INS-06 at inspection.judgements.overall: overall is Requires improvement to be good, \
             worse than every other judgement"],
    );
    finds_nothing(&of_2023([RI, Good, Good, Good, RI]));
    // Better than all others is also contrary to the rule of its own grade.
    finds(
        &of_2023([Outstanding, Good, Good, Good, Good]),
        &[
            "warning INS-06 at inspection.judgements.overall: overall is Outstanding, better than every \
             other judgement",
            "warning INS-08 at inspection.judgements.overall: overall is Outstanding, though leaders is Good",
        ],
    );
    // In the single inspection framework it may be.
    let sif = inspection(WEST_SUSSEX, Sif, FullInspection, "2015-10-26");
    finds_nothing(&six(sif, [RI, Good, Good, Good, Good, Good]));
}

#[test]
fn ins_07_key_judgements_of_the_single_inspection_framework() {
    let sif = |grades| six(inspection(WEST_SUSSEX, Sif, FullInspection, "2015-10-26"), grades);
    for (grades, key) in [
        ([RI, Inadequate, RI, RI, RI, RI], "sif_help"),
        ([RI, RI, Inadequate, RI, RI, RI], "sif_cla"),
        ([RI, RI, RI, RI, RI, Inadequate], "sif_leadership"),
    ] {
        let expected = format!(
            "error INS-07 at inspection.judgements.overall: overall is Requires improvement to be good, \
             though the key judgement {key} is Inadequate"
        );
        finds(&sif(grades), &[&expected]);
        let [_, help, cla, adoption, leavers, leadership] = grades;
        finds_nothing(&sif([Inadequate, help, cla, adoption, leavers, leadership]));
    }
    finds(
        &sif([Inadequate, RI, RI, Inadequate, Inadequate, RI]),
        &["error INS-07 at inspection.judgements.overall: overall is Inadequate, though no key judgement is"],
    );
    // The two sub-judgements do not limit.
    finds_nothing(&sif([RI, RI, RI, Inadequate, Inadequate, RI]));
}

#[test]
fn ins_08_outstanding_overall() {
    finds(
        &of_2023([Outstanding, Good, Outstanding, Good, Good]),
        &["warning INS-08 at inspection.judgements.overall: overall is Outstanding, though leaders is Good"],
    );
    finds(
        &of_2023([Outstanding, Outstanding, Outstanding, Outstanding, RI]),
        &["warning INS-08 at inspection.judgements.overall: overall is Outstanding, though leavers is \
             Requires improvement to be good"],
    );
    finds_nothing(&of_2023([Outstanding, Outstanding, Good, Good, Good]));
}

#[test]
fn ins_09_good_overall() {
    finds(
        &of_2023([Good, Good, RI, Good, RI]),
        &["warning INS-09 at inspection.judgements.overall: overall is Good, though 2 other judgements \
             require improvement to be good"],
    );
    // One that is Inadequate is a matter of another rule.
    finds(
        &of_2023([Good, Good, RI, Good, Inadequate]),
        &["error INS-05 at inspection.judgements.overall: overall is Good, though leavers is Inadequate"],
    );
    finds(
        &of_2023([Good, RI, Good, Good, Good]),
        &["warning INS-09 at inspection.judgements.overall: overall is Good, though leaders is Requires \
             improvement to be good"],
    );
    finds_nothing(&of_2023([Good, Good, Good, Good, RI]));
}

/// The type keeps this rule, as its page shows by what does not compile. Here is what a prediction says.
#[test]
fn ins_10_a_prediction_is_no_grade() {
    let predicted =
        |inspection: Inspection| inspection.predicted_overall().map(|predicted| predicted.most_likely());
    // The overall grade itself has no part in it.
    assert_eq!(predicted(of_2023([Outstanding, Good, Good, Good, RI])), Some(Good));
    assert_eq!(predicted(of_2023([Good, Outstanding, Outstanding, Good, Good])), Some(Good));
    assert_eq!(predicted(of_2023([Good, Outstanding, Good, RI, RI])), Some(RI));
    assert_eq!(predicted(of_2019([Good, Outstanding, Good, RI])), Some(Good));
    assert_eq!(
        predicted(of_2023([Good, Outstanding, Outstanding, Outstanding, Inadequate])),
        Some(Inadequate)
    );
    assert_eq!(predicted(of_2023([Good, Inadequate, Good, Good, Good])), Some(Good));
    // West Sussex of 2023 as it was.
    assert_eq!(predicted(west_sussex_2023()), Some(RI));
    let of_2026 = beside_overall(ilacs(StandardInspection, "2026-04-27"), [Good; 4]);
    assert_eq!(of_2026.overall(), None);
    assert_eq!(of_2026.predicted_overall().unwrap().to_string(), "Good (predicted, not judged)");
    // Nothing is predicted where a grade is missing, is off the scale, or is of another framework.
    assert_eq!(predicted(of_2023([Good, Good, Good, Good, NotJudged])), None);
    assert_eq!(
        predicted(graded(ilacs(StandardInspection, "2023-03-13"), &[(Leaders, Good), (Care, Good)])),
        None
    );
    assert_eq!(predicted(west_sussex_2015()), None);
}

#[test]
fn ins_11_inadequate_leaders() {
    finds(
        &of_2023([RI, Inadequate, RI, RI, RI]),
        &["warning INS-11 at inspection.judgements.leaders: leaders is Inadequate, but overall is Requires \
           improvement to be good"],
    );
    finds_nothing(&of_2023([Inadequate, Inadequate, RI, RI, RI]));
}

/// Standing after an inspection of 2019, and a short inspection, a monitoring visit or a focused visit after
/// it.
#[track_caller]
fn after(standing: Grade, activity: Activity, start: &str, expected: &[&str]) {
    let next = ilacs(activity, start);
    history_finds(&history(WEST_SUSSEX, [of_2019([standing; 4]), next.clone()]), expected);
    // By itself there is nothing to be said about it, nor where no report is out yet.
    finds_nothing(&next);
    history_finds(&history(WEST_SUSSEX, [next]), &[]);
}

#[test]
fn ins_12_short_inspections_follow_good_grades() {
    after(Good, ShortInspection, "2023-03-13", &[]);
    after(Outstanding, ShortInspection, "2023-03-13", &[]);
    after(
        RI,
        ShortInspection,
        "2023-03-13",
        &["warning INS-12 at inspections[1].activity: a short inspection on 2023-03-13, when the authority \
             was Requires improvement to be good"],
    );
    after(
        Inadequate,
        ShortInspection,
        "2023-03-13",
        &["warning INS-12 at inspections[1].activity: a short inspection on 2023-03-13, when the authority \
             was Inadequate"],
    );
    after(RI, StandardInspection, "2023-03-13", &[]);
    // It is not held against itself, even were its report out on the day it started.
    let at_once = four(ilacs(ShortInspection, "2019-02-25").with_published(day("2019-02-25")), [RI; 4]);
    history_finds(&history(WEST_SUSSEX, [at_once]), &[]);
}

#[test]
fn ins_13_monitoring_visits_are_to_inadequate_authorities() {
    after(Inadequate, MonitoringVisit, "2019-10-15", &[]);
    after(
        RI,
        MonitoringVisit,
        "2019-10-15",
        &["warning INS-13 at inspections[1].activity: a monitoring visit on 2019-10-15, when the authority \
             was Requires improvement to be good"],
    );
}

#[test]
fn ins_14_focused_visits_are_to_others() {
    after(RI, FocusedVisit, "2021-06-28", &[]);
    after(
        Inadequate,
        FocusedVisit,
        "2021-06-28",
        &["warning INS-14 at inspections[1].activity: a focused visit on 2021-06-28, when the authority \
             was Inadequate"],
    );
    // In the pandemic pause Inadequate authorities were visited too.
    after(Inadequate, FocusedVisit, "2021-06-27", &[]);
    after(Inadequate, FocusedVisit, "2020-03-10", &[]);
    // What counts is the report that was out when the visit started: here it came out a day later.
    let sif = six(
        dated(inspection(WEST_SUSSEX, Sif, FullInspection, "2015-10-26"), "2015-11-19", "2016-01-20"),
        [RI; 6],
    );
    let visit = ilacs(FocusedVisit, "2019-05-07");
    history_finds(&history(WEST_SUSSEX, [sif, of_2019([Inadequate; 4]), visit]), &[]);
}

#[test]
fn ins_15_visits_carry_no_grade() {
    let visit = |framework, activity| inspection(WEST_SUSSEX, framework, activity, "2016-07-26");
    for (framework, activity, words) in [
        (Ilacs, FocusedVisit, "a focused visit"),
        (Ilacs, MonitoringVisit, "a monitoring visit"),
        (Sif, MonitoringVisit, "a monitoring visit"),
        (Ilacs, AnnualConversation, "an annual conversation"),
        (Ilacs, Activity::AssuranceVisit, "an assurance visit"),
        (Ilacs, Activity::JointTargetedAreaInspection, "a joint targeted area inspection"),
    ] {
        finds_nothing(&visit(framework, activity));
        let expected =
            format!("error INS-15 at inspection.judgements.leavers: {words} carries the grade Good");
        finds(&graded(visit(framework, activity), &[(Leavers, Good)]), &[&expected]);
    }
    finds(
        &graded(visit(Ilacs, FocusedVisit), &[(Overall, Inadequate), (Leaders, Good)]),
        &[
            "warning INS-06 at inspection.judgements.overall: overall is Inadequate, worse than every other \
             judgement",
            "error INS-15 at inspection.judgements.overall: a focused visit carries the grade Inadequate",
            "error INS-15 at inspection.judgements.leaders: a focused visit carries the grade Good",
        ],
    );
}

#[test]
fn ins_16_the_pandemic_pause() {
    let standard = |start| four(ilacs(StandardInspection, start), [Good; 4]);
    let paused = |start: &str| {
        format!("warning INS-16 at inspection.start: the inspection starts in the pandemic pause, on {start}")
    };
    finds(&standard("2020-03-16"), &[&paused("2020-03-16")]);
    finds(&standard("2021-06-21"), &[&paused("2021-06-21")]);
    finds_nothing(&standard("2020-03-09"));
    finds_nothing(&standard("2021-06-28"));
    // Its first and its last day are no Mondays.
    for (start, weekday) in [("2020-03-10", "Tuesday"), ("2021-06-27", "Sunday")] {
        let not_monday =
            format!("warning INS-18 at inspection.start: the inspection starts on {start}, a {weekday}");
        finds(&standard(start), &[&paused(start), &not_monday]);
    }
    finds_nothing(&ilacs(FocusedVisit, "2020-10-12"));
}

#[test]
fn ins_17_days_on_site() {
    let on_site = |activity, end: &str| four(ilacs(activity, "2019-02-25").with_end(day(end)), [Good; 4]);
    let finds_days = |activity, end: &str, days: u32, usual: u32| {
        let expected = format!(
            "warning INS-17 at inspection.end: {days} calendar days on site, where {usual} are usual"
        );
        finds(&on_site(activity, end), &[&expected]);
    };
    finds_days(StandardInspection, "2019-03-05", 9, 12);
    finds_nothing(&on_site(StandardInspection, "2019-03-06"));
    finds_nothing(&on_site(StandardInspection, "2019-03-10"));
    finds_days(StandardInspection, "2019-03-11", 15, 12);
    finds_days(ShortInspection, "2019-02-26", 2, 5);
    finds_nothing(&on_site(ShortInspection, "2019-02-27"));
    finds_nothing(&on_site(ShortInspection, "2019-03-03"));
    finds_days(ShortInspection, "2019-03-04", 8, 5);
    // A visit may last as it likes.
    finds_nothing(&ilacs(MonitoringVisit, "2019-10-15").with_end(day("2019-10-31")));
}

#[test]
fn ins_18_inspections_start_on_mondays() {
    let standard = |start| four(ilacs(StandardInspection, start), [Good; 4]);
    finds(
        &standard("2019-02-26"),
        &["warning INS-18 at inspection.start: the inspection starts on 2019-02-26, a Tuesday"],
    );
    finds_nothing(&standard("2019-02-25"));
    finds_nothing(&ilacs(FocusedVisit, "2019-02-26"));
    finds_nothing(&six(inspection(WEST_SUSSEX, Sif, FullInspection, "2015-10-27"), [Good; 6]));
}

#[test]
fn ins_19_number_of_areas() {
    for (grade, least, most) in [(Outstanding, 0, 4), (Good, 1, 7), (RI, 4, 13), (Inadequate, 6, 15)] {
        let with = |areas| with_areas(of_2019([grade; 4]), areas);
        finds_nothing(&with(least));
        finds_nothing(&with(most));
        for areas in [least.checked_sub(1), Some(most + 1)].into_iter().flatten() {
            let expected = format!(
                "warning INS-19 at inspection.areas_for_improvement: areas for improvement: {areas}, where \
                 reports of this grade have {least} to {most}"
            );
            finds(&with(areas), &[&expected]);
        }
        // None recorded is not none.
        finds_nothing(&of_2019([grade; 4]));
    }
    // It is about reports, not about the letters of visits, be they graded by mistake.
    let visit = with_areas(ilacs(FocusedVisit, "2024-07-24"), 20);
    finds_nothing(&visit);
    finds(
        &graded(visit, &[(Overall, Good)]),
        &["error INS-15 at inspection.judgements.overall: a focused visit carries the grade Good"],
    );
}

#[test]
fn ins_20_areas_are_numbered_apart() {
    let with = |numbers: [u32; 3]| {
        of_2019([Good; 4]).with_areas_for_improvement(numbers.map(|number| area(number, "invented")))
    };
    finds(
        &with([1, 2, 1]),
        &["error INS-20 at inspection.areas_for_improvement[2].number: area for improvement 1 stands there \
             already"],
    );
    finds(
        &with([7, 7, 7]),
        &[
            "error INS-20 at inspection.areas_for_improvement[1].number: area for improvement 7 stands there \
             already",
            "error INS-20 at inspection.areas_for_improvement[2].number: area for improvement 7 stands there \
             already",
        ],
    );
    finds_nothing(&with([3, 1, 2]));
}

#[test]
fn ins_20_areas_repeat_areas_that_were_there() {
    let earlier = || with_areas(of_2019([Inadequate; 4]), 6);
    let later = |start: &str, number| {
        let area = area(1, "Plans").repeating(day(start), number);
        of_2023([RI; 5]).with_areas_for_improvement([
            area,
            self::area(2, "B"),
            self::area(3, "C"),
            self::area(4, "D"),
        ])
    };
    let of = |later: Inspection| history(WEST_SUSSEX, [earlier(), later]);
    let start = earlier().start().to_string();
    history_finds(&of(later(&start, 6)), &[]);
    history_finds(
        &of(later(&start, 7)),
        &[&format!(
            "error INS-20 at inspections[1].areas_for_improvement[0].repeats: repeats area 7 of the inspection \
             that started on {start}, which has no such area"
        )],
    );
    let own = of_2023([RI; 5]).start().to_string();
    history_finds(
        &of(later(&own, 2)),
        &[&format!(
            "error INS-20 at inspections[1].areas_for_improvement[0].repeats: repeats area 2 of an inspection \
             that started on {own}, which is not earlier"
        )],
    );
    // What is not on record may have been there.
    history_finds(&of(later("2016-09-12", 99)), &[]);
    history_finds(&history(WEST_SUSSEX, [of_2019([Inadequate; 4]), later(&start, 99)]), &[]);
}

#[test]
fn ins_21_priority_action_has_its_deadlines() {
    let england = WorkingDays::england();
    let letter = |area| ilacs(FocusedVisit, "2019-04-16").with_area_for_priority_action(area);
    let area = || priority("Children wait for a first visit");
    let missing = |name: &str, limit: u32| {
        format!(
            "error INS-21 at inspection.areas_for_priority_action[0].{name}: no deadline is recorded; it is \
             {limit} working days after receipt"
        )
    };
    finds(&letter(area()), &[&missing("draft_due", 20), &missing("final_due", 70)]);
    finds(&letter(area().with_final_due(day("2019-08-15"))), &[&missing("draft_due", 20)]);
    finds(&letter(area().with_draft_due(day("2019-06-06"))), &[&missing("final_due", 70)]);
    let both = due(area(), day("2019-05-08"));
    assert_eq!((both.draft_due(), both.final_due()), (Some(day("2019-06-06")), Some(day("2019-08-15"))));
    finds_nothing(&letter(both.clone()));
    // Where the receipt is on record they are the right days too.
    let received = letter(both.clone()).with_received(day("2019-05-08"));
    finds_nothing(&received);
    finds(
        &letter(both.clone().with_draft_due(day("2019-06-07"))).with_received(day("2019-05-08")),
        &["error INS-21 at inspection.areas_for_priority_action[0].draft_due: the deadline is recorded as \
             2019-06-07; 20 working days after receipt is 2019-06-06"],
    );
    // Working days are those of the assumptions.
    let with_holiday = england.clone().with_proclaimed(day("2019-07-01")).unwrap();
    let ours = Assumptions::new().with_working_days(with_holiday.clone());
    assert_eq!(
        lines(received.findings(&ours)),
        ["error INS-21 at inspection.areas_for_priority_action[0].final_due: the deadline is recorded as \
             2019-08-15; 70 working days after receipt is 2019-08-16"]
    );
    let deadlines = received.deadlines(&with_holiday).unwrap();
    assert_eq!(deadlines.priority_action_draft, Some(day("2019-06-06")));
    assert_eq!(deadlines.priority_action_final, Some(day("2019-08-16")));
    // Where only the publication is, they may be others: the receipt may have been days earlier, or later.
    let published = |area| letter(area).with_published(day("2019-05-08"));
    finds_nothing(&published(both.clone()));
    finds_nothing(&published(both.clone().with_draft_due(day("2019-06-03"))));
    finds_nothing(&published(both.with_draft_due(day("2019-06-07"))));
    // Before September 2018 Ofsted did not ask for such plans.
    let early = ilacs(FocusedVisit, "2018-08-31").with_area_for_priority_action(area());
    finds_nothing(&early);
    let recorded = early.clone().with_received(day("2018-09-28"));
    let recorded = recorded.with_area_for_priority_action(due(area(), day("2018-09-28")));
    let kept = recorded.clone().with_priority_action_deadlines(&england).unwrap();
    assert_eq!(kept, recorded, "what is recorded is kept");
    let early = early.with_received(day("2018-09-28")).deadlines(&england).unwrap();
    assert_eq!((early.priority_action_draft, early.priority_action_final), (None, None));
    let first = ilacs(FocusedVisit, "2018-09-01").with_area_for_priority_action(area());
    finds(&first, &[&missing("draft_due", 20), &missing("final_due", 70)]);
    // Both are set in one go.
    let set = received.with_priority_action_deadlines(&with_holiday).unwrap();
    let set = &set.areas_for_priority_action()[0];
    assert_eq!((set.draft_due(), set.final_due()), (Some(day("2019-06-06")), Some(day("2019-08-16"))));
}

#[test]
fn ins_22_inspections_do_not_overlap() {
    let second = |start| four(ilacs(StandardInspection, start), [Good; 4]);
    let first = of_2019([Good; 4]);
    history_finds(
        &history(WEST_SUSSEX, [first.clone(), second("2019-03-04")]),
        &["error INS-22 at inspections[1].start: starts on 2019-03-04, when the inspection that started on \
           2019-02-25 was not over"],
    );
    history_finds(&history(WEST_SUSSEX, [first.clone(), second("2019-03-11")]), &[]);
    // The same one twice.
    history_finds(
        &history(WEST_SUSSEX, [first.clone(), first.clone()]),
        &["error INS-22 at inspections[1].start: starts on 2019-02-25, when the inspection that started on \
           2019-02-25 was not over"],
    );
    history_finds(&history(WEST_SUSSEX, [first, ilacs(FocusedVisit, "2019-03-04")]), &[]);
    // The last day counts: the single inspection framework has other weekdays.
    let sif = |start| six(inspection(WEST_SUSSEX, Sif, FullInspection, start), [RI; 6]);
    let then = |start| history(WEST_SUSSEX, [west_sussex_2015(), sif(start)]);
    history_finds(
        &then("2015-11-19"),
        &["error INS-22 at inspections[1].start: starts on 2015-11-19, when the inspection that started on \
             2015-10-26 was not over"],
    );
    history_finds(&then("2015-11-20"), &[]);
}

#[test]
fn ins_23_authorities_in_being() {
    let of = |code, start| five(inspection(code, Ilacs, StandardInspection, start), [Good; 5]);
    finds(
        &of(CUMBERLAND, "2023-03-27"),
        &["error INS-23 at inspection.authority: Cumberland (E06000063) was inspected on 2023-03-27, but \
             is in being only from 2023-04-01"],
    );
    finds_nothing(&of(CUMBERLAND, "2023-04-03"));
    finds(
        &of(CUMBRIA, "2023-04-03"),
        &["error INS-23 at inspection.authority: Cumbria (E10000006) was inspected on 2023-04-03, but \
             ended on 2023-03-31"],
    );
    finds_nothing(&of(CUMBRIA, "2023-03-27"));
    // The first and the last day are in, for a visit as well.
    let visit = |code, start| inspection(code, Ilacs, FocusedVisit, start);
    finds_nothing(&visit(CUMBERLAND, "2023-04-01"));
    finds_nothing(&visit(CUMBRIA, "2023-03-31"));
    finds(
        &visit(CUMBRIA, "2023-04-01"),
        &[
            "error INS-23 at inspection.authority: Cumbria (E10000006) was inspected on 2023-04-01, but ended \
             on 2023-03-31",
        ],
    );
}

/// Official records put today's code on inspections of the same authority under an earlier one: North Yorkshire
/// 2018, inspected as a county and listed as the unitary authority of 2023.
#[test]
fn ins_23_one_authority_has_had_two_codes() {
    for code in ["E06000065", "E10000023"] {
        let listed = inspection(code, Ilacs, StandardInspection, "2018-07-02");
        finds_nothing(&four(listed.with_published(day("2018-08-20")), [Outstanding; 4]));
    }
}

#[test]
fn ins_24_new_authorities_start_without_a_grade() {
    let cumbria = |grade| {
        four(
            inspection(CUMBRIA, Ilacs, StandardInspection, "2022-09-19").with_published(day("2022-11-15")),
            [grade; 4],
        )
    };
    let cumberland = |activity| five(inspection(CUMBERLAND, Ilacs, activity, "2024-06-10"), [Good; 5]);
    let of_cumbria = "warning INS-24 at inspections[0].authority: an inspection of Cumbria, which Cumberland \
                      came from: its grade is not that of the new authority";
    let both = |grade, activity| history(CUMBERLAND, [cumberland(activity), cumbria(grade)]);
    history_finds(&both(RI, StandardInspection), &[of_cumbria]);
    history_finds(
        &both(Good, ShortInspection),
        &[
            of_cumbria,
            "warning INS-24 at inspections[1].activity: the first inspection on record of Cumberland, a new authority, \
             is a short one",
        ],
    );
    history_finds(&history(CUMBERLAND, [cumberland(StandardInspection)]), &[]);
    // A short inspection may follow the first.
    let first = cumberland(StandardInspection).with_published(day("2024-08-01"));
    let short = five(inspection(CUMBERLAND, Ilacs, ShortInspection, "2025-06-09"), [Good; 5]);
    history_finds(&history(CUMBERLAND, [first, short]), &[]);
    assert_eq!(both(Good, StandardInspection).standing_on(day("2024-06-09")), None);
    assert_eq!(both(Good, StandardInspection).gaps().count(), 0);
    assert_eq!(both(Good, StandardInspection).graded().count(), 1);

    // The same authority under a new code goes on with its grade.
    let county = four(
        inspection(BUCKINGHAMSHIRE_COUNTY, Ilacs, StandardInspection, "2018-11-05")
            .with_published(day("2019-01-14")),
        [Good; 4],
    );
    let unitary = four(inspection(BUCKINGHAMSHIRE, Ilacs, ShortInspection, "2021-12-06"), [Good; 4]);
    let buckinghamshire = history(BUCKINGHAMSHIRE, [county.clone(), unitary.clone()]);
    history_finds(&buckinghamshire, &[]);
    assert_eq!(buckinghamshire.standing_on(day("2021-12-05")).and_then(Standing::grade), Some(Good));
    // From the county's side as well.
    let seen_from_the_county = history(BUCKINGHAMSHIRE_COUNTY, [unitary, county]);
    assert_eq!(seen_from_the_county.gaps().count(), 1);
}

#[test]
fn ins_25_from_an_inadequate_report_to_the_next_inspection() {
    let first = |published, grade| {
        four(dated(ilacs(StandardInspection, "2018-02-05"), "2018-02-16", published), [grade; 4])
    };
    let (early, late) = (
        four(ilacs(StandardInspection, "2019-10-14"), [Good; 4]),
        five(ilacs(StandardInspection, "2023-04-17"), [Good; 5]),
    );
    let then =
        |published, next: &Inspection| history(WEST_SUSSEX, [first(published, Inadequate), next.clone()]);
    history_finds(
        &then("2018-04-15", &early),
        &["warning INS-25 at inspections[1].start: starts on 2019-10-14, less than 18 months after the \
             Inadequate report of 2018-04-15"],
    );
    history_finds(&then("2018-04-14", &early), &[]);
    history_finds(
        &then("2018-04-16", &late),
        &["warning INS-25 at inspections[1].start: starts on 2023-04-17, more than 60 months after the \
             Inadequate report of 2018-04-16"],
    );
    history_finds(&then("2018-04-17", &late), &[]);
    // After any other report it may be as it likes, and so may a visit.
    history_finds(&history(WEST_SUSSEX, [first("2018-04-15", RI), early]), &[]);
    history_finds(&then("2018-04-15", &ilacs(MonitoringVisit, "2018-10-15")), &[]);
    // A reading of the standing is as good as an overall grade.
    let of_2026 = |start| beside_overall(ilacs(StandardInspection, start), [RI, RI, RI, Inadequate]);
    let (first, next) = (of_2026("2026-04-27").with_published(day("2026-06-17")), of_2026("2027-12-13"));
    history_finds(&history(WEST_SUSSEX, [first.clone(), next.clone()]), &[]);
    history_finds(
        &history(WEST_SUSSEX, [first.with_standing_read_as(Inadequate).unwrap(), next]),
        &["warning INS-25 at inspections[1].start: starts on 2027-12-13, less than 18 months after the \
             Inadequate report of 2026-06-17"],
    );
}

#[test]
fn ins_26_comparisons_across_2023() {
    let check = |one, other, note| check_comparison(one, other, note).map(|finding| finding.to_string());
    let says = |narrow: &str| {
        Some(format!(
            "error INS-26 at comparison: care_and_leavers covers care leavers too and is set against \
             {narrow} without a word of it"
        ))
    };
    assert_eq!(check(CareAndLeavers, Care, ScopeNote::NotStated), says("care"));
    assert_eq!(check(Care, CareAndLeavers, ScopeNote::NotStated), says("care"));
    assert_eq!(check(CareAndLeavers, Leavers, ScopeNote::NotStated), says("leavers"));
    assert_eq!(check(CareAndLeavers, Care, ScopeNote::Stated), None);
    assert_eq!(check(Leavers, CareAndLeavers, ScopeNote::Stated), None);
    assert_eq!(check(Care, Care, ScopeNote::NotStated), None);
    assert_eq!(check(CareAndLeavers, CareAndLeavers, ScopeNote::NotStated), None);
    assert_eq!(check(CareAndLeavers, Leaders, ScopeNote::NotStated), None);
}

#[test]
fn a_finding_carries_its_values() {
    let values = |inspection: &Inspection| {
        let findings = inspection.findings(&Assumptions::new());
        let of_one = findings.iter().flat_map(|finding| finding.values().to_vec());
        of_one.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>()
    };
    assert_eq!(
        values(&of_2023([Good; 5]).with_published(day("2023-03-23"))),
        ["end=2023-03-24", "published=2023-03-23"]
    );
    assert_eq!(
        values(&of_2023([RI, RI, RI, RI, Inadequate])),
        ["overall=Requires improvement to be good", "leavers=Inadequate"]
    );
    assert_eq!(values(&with_areas(of_2019([Good; 4]), 8)), ["areas=8"]);
}

/// A record that lacks its key judgements does not tell whether one of them was Inadequate.
#[test]
fn ins_07_judges_only_what_is_on_record() {
    let sif = |grades: &[(Judgement, Grade)]| {
        graded(inspection(WEST_SUSSEX, Sif, FullInspection, "2015-10-26"), grades)
    };
    let ins_07 = |inspection: &Inspection| {
        inspection
            .findings(&Assumptions::new())
            .of_rule(&rules::INS_07)
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    let key = [(SifHelpAndProtection, RI), (SifLookedAfter, RI)];
    assert_eq!(ins_07(&sif(&[(Overall, Inadequate)])), [""; 0]);
    assert_eq!(ins_07(&sif(&[&[(Overall, Inadequate)], &key[..]].concat())), [""; 0]);
    assert_eq!(
        ins_07(&sif(&[&[(Overall, Inadequate), (SifLeadership, RI)], &key[..]].concat())),
        ["error INS-07 at inspection.judgements.overall: overall is Inadequate, though no key judgement is"]
    );
}

/// Of an earlier inspection there is nothing but the overall grade.
#[test]
fn ins_04_an_earlier_inspection_has_an_overall_grade() {
    let earlier = inspection(WEST_SUSSEX, Earlier, FullInspection, "2010-10-25");
    finds_nothing(&earlier);
    finds(
        &earlier.clone().with_published(day("2010-11-20")),
        &[
            "error INS-04 at inspection.judgements.overall: the overall grade is missing in an inspection that \
             starts on 2010-10-25",
        ],
    );
    finds_nothing(&graded(earlier, &[(Overall, Inadequate)]).with_published(day("2010-11-20")));
}

/// The judgements are checked even where the framework is not of that time.
#[test]
fn ins_03_names_all_that_is_wrong() {
    finds(
        &graded(
            four(ilacs(StandardInspection, "2017-11-06"), [Good; 4]),
            &[(SifHelpAndProtection, Good), (Leavers, Good)],
        ),
        &[
            "error INS-03 at inspection.framework: 2017-11-06 is no day on which an inspection of framework ilacs \
             starts",
            "error INS-03 at inspection.judgements.leavers: leavers is not judged in an ilacs inspection that \
             starts on 2017-11-06",
            "error INS-03 at inspection.judgements.sif_help: sif_help is not judged in an ilacs inspection that \
             starts on 2017-11-06",
        ],
    );
}

/// A day before 2023 moves the overall grade too.
#[test]
fn ins_04_from_a_day_before_care_leavers_were_apart() {
    let ours = Assumptions::new().with_no_overall_from(day("2022-01-01"));
    let of_2022 = |grades: &[(Judgement, Grade)]| graded(ilacs(StandardInspection, "2022-06-06"), grades);
    let without = of_2022(&[(Leaders, RI), (HelpAndProtection, RI), (CareAndLeavers, RI)]);
    assert_eq!(lines(without.findings(&ours)), [""; 0]);
    assert_eq!(Ilacs.judgements(day("2022-06-06"), &ours), [Leaders, HelpAndProtection, CareAndLeavers]);
    assert_eq!(Ilacs.judgements(day("2021-12-31"), &ours)[0], Overall);
}

/// Without an overall grade the rules go by whether every judgement is Inadequate, or none. Invented.
#[test]
fn ins_12_to_14_and_25_without_an_overall_grade() {
    let of_2026 = |grades| {
        beside_overall(dated(ilacs(StandardInspection, "2026-04-27"), "2026-05-08", "2026-06-17"), grades)
    };
    let then =
        |grades, activity, start: &str| history(WEST_SUSSEX, [of_2026(grades), ilacs(activity, start)]);
    let (bad, good, mixed) = ([Inadequate; 4], [Good; 4], [RI, RI, RI, Inadequate]);
    let found = |rule: &str, what: &str, standing: &str| {
        format!("warning {rule} at inspections[1].activity: {what}, when the authority was {standing}")
    };
    history_finds(
        &then(bad, FocusedVisit, "2026-10-13"),
        &[&found("INS-14", "a focused visit on 2026-10-13", "Inadequate on every judgement")],
    );
    history_finds(
        &then(good, MonitoringVisit, "2026-10-13"),
        &[&found("INS-13", "a monitoring visit on 2026-10-13", "not Inadequate on any judgement")],
    );
    for (activity, grades) in
        [(FocusedVisit, good), (MonitoringVisit, bad), (FocusedVisit, mixed), (MonitoringVisit, mixed)]
    {
        history_finds(&then(grades, activity, "2026-10-13"), &[]);
    }
    let next = |grades| {
        let next =
            beside_overall(dated(ilacs(ShortInspection, "2027-11-01"), "2027-11-05", "2027-12-10"), good);
        history(WEST_SUSSEX, [of_2026(grades), next])
    };
    history_finds(&next(good), &[]);
    history_finds(
        &next(bad),
        &[
            &found("INS-12", "a short inspection on 2027-11-01", "Inadequate on every judgement"),
            "warning INS-25 at inspections[1].start: starts on 2027-11-01, less than 18 months after the Inadequate \
             report of 2026-06-17",
        ],
    );
}

/// Official tables print "children in care" for all years: such a grade from before 2023 is not compared as if
/// it were for children in care alone.
#[test]
fn a_care_grade_from_before_2023_is_not_the_same() {
    let earlier =
        graded(ilacs(StandardInspection, "2019-02-25"), &[(Care, Inadequate), (Overall, Inadequate)]);
    let later = of_2023([RI; 5]);
    let compared: Vec<_> =
        later.grade_changes_since(&earlier).iter().map(|change| change.later().0).collect();
    assert_eq!(compared, [Overall]);
}
