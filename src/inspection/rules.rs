//! The rules of inspections, each a public constant, and what one inspection breaks by itself.

use super::{AreaForPriorityAction, Assumptions, Framework, Grade, Inspection, Judgement};
use crate::{
    calendar::{day, days_between},
    rules::{Finding, Findings, book::rule_book},
    text::counted,
};
use chrono::{Datelike, NaiveDate, Weekday};
use core::ops::RangeInclusive;

rule_book! {
    /// Every rule for inspections. `Error`: impossible as recorded. `Warning`: contrary to normal practice,
    /// so a real record may break it.
    ///
    /// [`Inspection::findings`](crate::Inspection::findings) and
    /// [`InspectionHistory::findings`](crate::InspectionHistory::findings) check all but two: `INS-10` is kept by
    /// the type [`PredictedOverall`](super::PredictedOverall), which is no grade, and `INS-26` is checked by
    /// [`check_comparison`](super::check_comparison).
    from "Ofsted, Local authority inspection outcomes as at 31 March 2025 (271 inspections), 167 published single inspection reports of 2014 to 2018, and the ILACS framework, editions of 2024";
    INS_01: "INS-01", Error, "a grade is one that the framework has", "Adequate is of before November 2013, Not judged of the single inspection framework";
    INS_02: "INS-02", Error, "publication and receipt are not before the end, nor the end before the start", "dates of one event";
    INS_03: "INS-03", Error, "the judgements are those of the framework on the start date", "care leavers are judged apart in inspections that start from 1 January 2023";
    INS_04: "INS-04", Error, "there is an overall grade, except in ILACS from April 2026", "Ofsted, announcement of 27 November 2025";
    INS_05: "INS-05", Error, "in ILACS an Inadequate judgement of practice makes the overall grade Inadequate", "34 of 34 inspections";
    INS_06: "INS-06", Warning, "in ILACS the overall grade lies between the best and the worst of the others", "271 of 271 inspections";
    INS_07: "INS-07", Error, "in the single inspection framework the overall grade is Inadequate if and only if a key judgement is", "167 of 167 reports";
    INS_08: "INS-08", Warning, "an ILACS inspection that is Outstanding overall has Outstanding leaders and nothing below Good", "55 of 55 inspections";
    INS_09: "INS-09", Warning, "an ILACS inspection that is Good overall has leaders at least Good and at most one judgement that requires improvement", "107 of 107 inspections";
    INS_10: "INS-10", Error, "an overall grade is stored as given; a computed one is a prediction", "the same set of other grades has had different overall grades";
    INS_11: "INS-11", Warning, "an authority with Inadequate leaders is Inadequate overall", "legitimate, and rare: 4 of 5 such inspections were not";
    INS_12: "INS-12", Warning, "a short inspection follows a Good or Outstanding overall grade", "100 of 100 short inspections";
    INS_13: "INS-13", Warning, "a monitoring visit is to an authority that is Inadequate", "24 of 24 visits in 2024-25";
    INS_14: "INS-14", Warning, "a focused visit is to an authority that is not Inadequate, save in the pandemic", "36 of 36 visits in 2024-25";
    INS_15: "INS-15", Error, "a visit or a conversation carries no grade", "only inspections are graded";
    INS_16: "INS-16", Warning, "no ILACS inspection starts in the pandemic pause, 10 March 2020 to 27 June 2021", "271 of 271 inspections";
    INS_17: "INS-17", Warning, "a standard inspection is about 12 days on site, a short one about 5", "101 of 102 reports are within two days";
    INS_18: "INS-18", Warning, "an ILACS inspection starts on a Monday", "269 of 271 inspections";
    INS_19: "INS-19", Warning, "an ILACS report has as many areas for improvement as others of its grade", "257 published reports: Outstanding 0 to 4, Good 1 to 7, Requires improvement 4 to 13, Inadequate 6 to 15";
    INS_20: "INS-20", Error, "the areas for improvement of a report have different numbers, and repeat areas that were there", "an area is known by its number";
    INS_21: "INS-21", Error, "an area for priority action has both its deadlines, 20 and 70 working days after receipt", "ILACS since September 2018";
    INS_22: "INS-22", Error, "no two graded inspections of an authority overlap", "one record twice, or a wrong date";
    INS_23: "INS-23", Error, "an authority is inspected while it is in being", "reorganisation of local government";
    INS_24: "INS-24", Warning, "a new authority starts without the grade of the one it came from, with a standard inspection", "9 of 9 first inspections of new authorities were standard";
    INS_25: "INS-25", Warning, "the next inspection after an Inadequate report starts 18 to 60 months later", "54 cases: 21 to 56 months";
    INS_26: "INS-26", Error, "a comparison across 1 January 2023 says that the judgement of children in care no longer covers care leavers", "the earlier grade covers both";
}

/// Days on which no ILACS inspection started.
pub(super) const PAUSE: RangeInclusive<NaiveDate> = day(2020, 3, 10)..=day(2021, 6, 27);

/// What one inspection breaks, at places within it.
pub(super) fn of_inspection(inspection: &Inspection, assumptions: &Assumptions) -> Findings {
    let mut findings = Findings::new();
    findings.extend(grades_of_the_framework(inspection));
    findings.extend(dates_in_order(inspection));
    findings.extend(judgements_of_the_framework(inspection, assumptions));
    findings.extend(overall_where_it_belongs(inspection, assumptions));
    if inspection.framework() == Framework::Ilacs {
        findings.extend(limiting_judgements(inspection));
        findings.extend(overall_between_the_others(inspection));
        findings.extend(outstanding_overall(inspection));
        findings.extend(good_overall(inspection));
        findings.extend(inadequate_leaders(inspection));
        findings.extend(in_the_pause(inspection));
        findings.extend(days_on_site(inspection));
        findings.extend(starts_on_monday(inspection));
        findings.extend(number_of_areas(inspection));
    }
    findings.extend(sif_overall(inspection));
    findings.extend(visits_without_grades(inspection));
    findings.extend(areas_numbered(inspection));
    findings.extend(priority_action_deadlines(inspection, assumptions));
    findings.extend(in_being(inspection));
    findings
}

fn at(judgement: Judgement) -> String {
    format!("judgements.{}", judgement.code())
}

fn grades_of_the_framework(inspection: &Inspection) -> impl Iterator<Item = Finding> {
    let framework = inspection.framework();
    inspection.judgements().filter_map(move |(judgement, grade)| {
        let has = match grade {
            Grade::Outstanding | Grade::Good | Grade::Inadequate => true,
            Grade::RequiresImprovementToBeGood => framework != Framework::Earlier,
            Grade::Adequate => framework == Framework::Earlier,
            Grade::NotJudged => framework == Framework::Sif && judgement != Judgement::Overall,
        };
        let message = format!("{} has no grade {grade} for {}", framework.code(), judgement.code());
        (!has).then(|| Finding::new(&INS_01, at(judgement), message).with_value("grade", grade))
    })
}

fn dates_in_order(inspection: &Inspection) -> impl Iterator<Item = Finding> {
    let start = ("start", Some(inspection.start()));
    let (end, published) = (("end", inspection.end()), ("published", inspection.published()));
    let received = ("received", inspection.received());
    // Without an end they must still not be before the start. Receipt may be before publication or after it.
    let last = if end.1.is_some() { end } else { start };
    [(start, end), (last, published), (last, received)].into_iter().filter_map(
        |((earlier, a), (later, b))| {
            let (a, b) = a.zip(b).filter(|(a, b)| b < a)?;
            let finding =
                Finding::new(&INS_02, later, format!("{later} on {b} is before the {earlier} on {a}"));
            Some(finding.with_value(earlier, a).with_value(later, b))
        },
    )
}

/// The set, less the overall grade, which has a rule of its own. An inspection whose report is not out yet
/// may have no grades.
fn judgements_of_the_framework(inspection: &Inspection, assumptions: &Assumptions) -> Vec<Finding> {
    let (framework, start) = (inspection.framework(), inspection.start());
    if !inspection.activity().is_graded() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    if !framework.was_in_use_on(start) {
        let message =
            format!("{start} is no day on which an inspection of framework {} starts", framework.code());
        findings.push(Finding::new(&INS_03, "framework", message).with_value("start", start));
    }
    if inspection.published().is_none() && inspection.judgements().next().is_none() {
        return findings;
    }
    let wanted = framework.judgements(start, assumptions);
    let beside_overall = Judgement::ALL.iter().filter(|&&judgement| judgement != Judgement::Overall);
    findings.extend(beside_overall.filter_map(|&judgement| {
        let an = if framework == Framework::Sif { "a" } else { "an" };
        let inspection_that = format!("{an} {} inspection that starts on {start}", framework.code());
        let message = match (wanted.contains(&judgement), inspection.grade(judgement)) {
            (true, None) => format!("{} is missing in {inspection_that}", judgement.code()),
            (false, Some(_)) => format!("{} is not judged in {inspection_that}", judgement.code()),
            _ => return None,
        };
        Some(Finding::new(&INS_03, at(judgement), message).with_value("start", start))
    }));
    findings
}

fn overall_where_it_belongs(inspection: &Inspection, assumptions: &Assumptions) -> Option<Finding> {
    let (framework, start) = (inspection.framework(), inspection.start());
    let out = inspection.published().is_some() && framework == Framework::Earlier;
    if !inspection.activity().is_graded() || (inspection.judgements().next().is_none() && !out) {
        // Without any grade a published inspection lacks them all: the other judgements, which the earlier
        // framework does not have, say so already.
        return None;
    }
    let belongs = framework.judgements(start, assumptions).contains(&Judgement::Overall);
    let message = match (belongs, inspection.overall()) {
        (true, None) => format!("the overall grade is missing in an inspection that starts on {start}"),
        (false, Some(_)) => format!(
            "there is an overall grade, but Ofsted gives none in inspections that start from {}",
            assumptions.no_overall_from(),
        ),
        _ => return None,
    };
    Some(Finding::new(&INS_04, at(Judgement::Overall), message).with_value("start", start))
}

/// The graded judgements beside the overall one.
fn others(inspection: &Inspection) -> impl Iterator<Item = (Judgement, Grade)> {
    inspection.judgements().filter(|&(judgement, _)| judgement != Judgement::Overall)
}

fn limiting_judgements(inspection: &Inspection) -> impl Iterator<Item = Finding> {
    let overall = inspection.overall();
    others(inspection).filter_map(move |(judgement, grade)| {
        let overall = overall.filter(|overall| overall.is_better_than(Grade::Inadequate))?;
        (judgement.is_practice() && grade == Grade::Inadequate).then(|| {
            let message = format!("overall is {overall}, though {} is {grade}", judgement.code());
            Finding::new(&INS_05, at(Judgement::Overall), message)
                .with_value("overall", overall)
                .with_value(judgement.code(), grade)
        })
    })
}

fn overall_between_the_others(inspection: &Inspection) -> Option<Finding> {
    let overall = inspection.overall()?;
    let number = overall.number()?;
    let numbers = || others(inspection).filter_map(|(_, grade)| grade.number());
    let (best, worst) = (numbers().min()?, numbers().max()?);
    let message = if number < best {
        format!("overall is {overall}, better than every other judgement")
    } else if number > worst {
        format!("overall is {overall}, worse than every other judgement")
    } else {
        return None;
    };
    Some(Finding::new(&INS_06, at(Judgement::Overall), message).with_value("overall", overall))
}

fn outstanding_overall(inspection: &Inspection) -> Option<Finding> {
    inspection.overall().filter(|&overall| overall == Grade::Outstanding)?;
    let (judgement, grade) = others(inspection).find(|&(judgement, grade)| {
        grade.is_worse_than(Grade::Good) || (judgement == Judgement::Leaders && grade != Grade::Outstanding)
    })?;
    let message = format!("overall is Outstanding, though {} is {grade}", judgement.code());
    Some(Finding::new(&INS_08, at(Judgement::Overall), message).with_value(judgement.code(), grade))
}

fn good_overall(inspection: &Inspection) -> Option<Finding> {
    inspection.overall().filter(|&overall| overall == Grade::Good)?;
    let third = |&(_, grade): &(Judgement, Grade)| grade == Grade::RequiresImprovementToBeGood;
    let count = others(inspection).filter(third).count();
    let leaders = inspection.grade(Judgement::Leaders).filter(|leaders| leaders.is_worse_than(Grade::Good));
    let message = match (count, leaders) {
        (2.., _) => {
            format!("overall is Good, though {count} other judgements require improvement to be good")
        }
        (_, Some(leaders)) => format!("overall is Good, though leaders is {leaders}"),
        _ => return None,
    };
    Some(Finding::new(&INS_09, at(Judgement::Overall), message))
}

fn inadequate_leaders(inspection: &Inspection) -> Option<Finding> {
    let leaders = inspection.grade(Judgement::Leaders).filter(|&grade| grade == Grade::Inadequate)?;
    let overall = inspection.overall().filter(|&overall| overall != Grade::Inadequate)?;
    let message = format!("leaders is {leaders}, but overall is {overall}");
    Some(Finding::new(&INS_11, at(Judgement::Leaders), message).with_value("overall", overall))
}

/// Exactly when a key judgement is.
fn sif_overall(inspection: &Inspection) -> Option<Finding> {
    if inspection.framework() != Framework::Sif {
        return None;
    }
    let overall = inspection.overall()?;
    let key = others(inspection).find(|&(judgement, grade)| judgement.is_key() && grade == Grade::Inadequate);
    let message = match (overall == Grade::Inadequate, key) {
        // One that is not on record may be.
        (true, None) if inspection.key_judgements().all(|(_, grade)| grade.is_some()) => {
            "overall is Inadequate, though no key judgement is".to_owned()
        }
        (false, Some((judgement, _))) => {
            format!("overall is {overall}, though the key judgement {} is Inadequate", judgement.code())
        }
        _ => return None,
    };
    Some(Finding::new(&INS_07, at(Judgement::Overall), message).with_value("overall", overall))
}

fn visits_without_grades(inspection: &Inspection) -> impl Iterator<Item = Finding> {
    let activity = inspection.activity();
    inspection.judgements().filter(move |_| !activity.is_graded()).map(move |(judgement, grade)| {
        let message = format!("{} carries the grade {grade}", activity.with_article());
        Finding::new(&INS_15, at(judgement), message).with_value(judgement.code(), grade)
    })
}

fn in_the_pause(inspection: &Inspection) -> Option<Finding> {
    let start = inspection.start();
    (inspection.activity().is_graded() && PAUSE.contains(&start)).then(|| {
        Finding::new(&INS_16, "start", format!("the inspection starts in the pandemic pause, on {start}"))
            .with_value("start", start)
    })
}

fn days_on_site(inspection: &Inspection) -> Option<Finding> {
    const WITHIN: i64 = 2;
    let usual = inspection.activity().usual_days_on_site()?;
    let days = days_between(inspection.start(), inspection.end()?) + 1;
    // An end before the start is another rule's.
    (days > 0 && (days - i64::from(usual)).abs() > WITHIN).then(|| {
        let message = format!("{} on site, where {usual} are usual", counted(days, "calendar day"));
        Finding::new(&INS_17, "end", message).with_value("days", days)
    })
}

fn starts_on_monday(inspection: &Inspection) -> Option<Finding> {
    let start = inspection.start();
    (inspection.activity().is_graded() && start.weekday() != Weekday::Mon).then(|| {
        let message = format!("the inspection starts on {start}, a {}", start.format("%A"));
        Finding::new(&INS_18, "start", message).with_value("start", start)
    })
}

fn number_of_areas(inspection: &Inspection) -> Option<Finding> {
    let areas = inspection.areas_for_improvement()?.len();
    let usual = match inspection.overall()? {
        Grade::Outstanding => 0..=4,
        Grade::Good => 1..=7,
        Grade::RequiresImprovementToBeGood => 4..=13,
        Grade::Inadequate => 6..=15,
        Grade::Adequate | Grade::NotJudged => return None,
    };
    (inspection.activity().is_graded() && !usual.contains(&areas)).then(|| {
        let (least, most) = usual.into_inner();
        let message =
            format!("areas for improvement: {areas}, where reports of this grade have {least} to {most}");
        Finding::new(&INS_19, "areas_for_improvement", message).with_value("areas", areas)
    })
}

fn areas_numbered(inspection: &Inspection) -> impl Iterator<Item = Finding> {
    let areas = inspection.areas_for_improvement().unwrap_or_default();
    let mut seen = std::collections::BTreeSet::new();
    areas.iter().enumerate().filter_map(move |(index, area)| {
        let number = area.number();
        (!seen.insert(number)).then(|| {
            let message = format!("area for improvement {number} stands there already");
            Finding::new(&INS_20, format!("areas_for_improvement[{index}].number"), message)
                .with_value("number", number)
        })
    })
}

/// Both deadlines are there, and where the receipt is on record they are the right days.
fn priority_action_deadlines(inspection: &Inspection, assumptions: &Assumptions) -> Vec<Finding> {
    let mut findings = Vec::new();
    if inspection.start() < AreaForPriorityAction::DEADLINES_FROM {
        return findings;
    }
    for (index, area) in inspection.areas_for_priority_action().iter().enumerate() {
        let limits = [
            ("draft_due", area.draft_due(), AreaForPriorityAction::DRAFT_WORKING_DAYS),
            ("final_due", area.final_due(), AreaForPriorityAction::FINAL_WORKING_DAYS),
        ];
        for (name, recorded, limit) in limits {
            let place = format!("areas_for_priority_action[{index}].{name}");
            let due = |received| assumptions.working_days().add(received, limit).ok();
            match (recorded, inspection.received().and_then(due)) {
                (None, _) => {
                    let message =
                        format!("no deadline is recorded; it is {limit} working days after receipt");
                    findings.push(Finding::new(&INS_21, place, message));
                }
                (Some(recorded), Some(due)) if recorded != due => {
                    let message = format!(
                        "the deadline is recorded as {recorded}; {limit} working days after receipt is {due}"
                    );
                    let finding = Finding::new(&INS_21, place, message);
                    findings.push(finding.with_value(name, recorded).with_value("due", due));
                }
                _ => {}
            }
        }
    }
    findings
}

fn in_being(inspection: &Inspection) -> Option<Finding> {
    let (authority, start) = (inspection.authority(), inspection.start());
    // Official records put today's code on inspections of the same authority under an earlier one.
    if authority.as_of(start).is_ok_and(|then| then.is_one_with(authority)) {
        return None;
    }
    let message = if let Some(first) = authority.valid_from().filter(|&first| start < first) {
        format!(
            "{authority} ({}) was inspected on {start}, but is in being only from {first}",
            authority.ons_code()
        )
    } else if let Some(last) = authority.valid_to().filter(|&last| start > last) {
        format!("{authority} ({}) was inspected on {start}, but ended on {last}", authority.ons_code())
    } else {
        return None;
    };
    Some(Finding::new(&INS_23, "authority", message).with_value("start", start))
}
