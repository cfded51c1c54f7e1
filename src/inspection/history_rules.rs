//! What can be seen only where the inspections of an authority stand beside each other.

use super::{
    Activity, Assumptions, Grade, Inspection, InspectionHistory, Standing,
    rules::{INS_12, INS_13, INS_14, INS_20, INS_22, INS_24, INS_25, PAUSE, of_inspection},
};
use crate::{
    calendar::months_later,
    rules::{Finding, Findings},
};
use core::ops::RangeInclusive;

/// Months from an Inadequate report to the start of the next inspection.
const INADEQUATE_TO_NEXT_MONTHS: RangeInclusive<u32> = 18..=60;

pub(super) fn of_history(history: &InspectionHistory, assumptions: &Assumptions) -> Findings {
    let mut findings = Findings::new();
    for (index, inspection) in history.inspections().iter().enumerate() {
        let mut found = of_inspection(inspection, assumptions);
        if history.is_own(inspection) {
            let mut before =
                history.published_by(inspection.start()).filter(|other| other.start() < inspection.start());
            found.extend(against_standing(inspection, before.next_back()));
            found.extend(overlap(inspection, index, history));
            found.extend(interval(inspection, index, history));
            found.extend(first_of_a_new_authority(inspection, index, history));
            found.extend(repeated_areas(inspection, history));
        } else {
            found.push(of_a_predecessor(inspection, history));
        }
        findings.extend(found.within(&format!("inspections[{index}]")));
    }
    findings
}

/// Whether the activity fits the grade that stood when it started.
fn against_standing(inspection: &Inspection, latest: Option<&Inspection>) -> Option<Finding> {
    let (start, standing) = (inspection.start(), Standing::of(latest?));
    let inadequate = standing.is_inadequate();
    let below_good = standing.grade().map(|grade| !matches!(grade, Grade::Good | Grade::Outstanding));
    let rule = match inspection.activity() {
        Activity::ShortInspection if below_good.or(inadequate) == Some(true) => &INS_12,
        Activity::MonitoringVisit if inadequate == Some(false) => &INS_13,
        Activity::FocusedVisit if inadequate == Some(true) && !PAUSE.contains(&start) => &INS_14,
        _ => return None,
    };
    let grade = match (standing.grade(), inadequate) {
        (Some(grade), _) => grade.label(),
        (None, Some(true)) => "Inadequate on every judgement",
        (None, _) => "not Inadequate on any judgement",
    };
    let activity = inspection.activity().with_article();
    let message = format!("{activity} on {start}, when the authority was {grade}");
    Some(Finding::new(rule, "activity", message).with_value("standing", grade))
}

/// An earlier graded inspection that had not ended when this one started.
fn overlap(inspection: &Inspection, index: usize, history: &InspectionHistory) -> Option<Finding> {
    let earlier = graded_before(inspection, index, history)?
        .find(|earlier| earlier.end().unwrap_or(earlier.start()) >= inspection.start())?;
    let message = format!(
        "starts on {}, when the inspection that started on {} was not over",
        inspection.start(),
        earlier.start()
    );
    Some(Finding::new(&INS_22, "start", message).with_value("start", inspection.start()))
}

/// The graded inspections of the authority itself that stand before this graded one, latest first.
fn graded_before<'a>(
    inspection: &Inspection,
    index: usize,
    history: &'a InspectionHistory,
) -> Option<impl Iterator<Item = &'a Inspection>> {
    inspection.activity().is_graded().then(|| {
        let before = history.inspections()[..index].iter().rev();
        before.filter(|other| other.activity().is_graded() && history.is_own(other))
    })
}

/// From an Inadequate report to the next inspection.
fn interval(inspection: &Inspection, index: usize, history: &InspectionHistory) -> Option<Finding> {
    let earlier = graded_before(inspection, index, history)?.next()?;
    if Standing::of(earlier).is_inadequate() != Some(true) {
        return None;
    }
    let (published, start) = (earlier.published()?, inspection.start());
    let (least, most) = INADEQUATE_TO_NEXT_MONTHS.into_inner();
    let (first, last) = (months_later(published, least)?, months_later(published, most)?);
    let message = if start < first {
        format!("starts on {start}, less than {least} months after the Inadequate report of {published}")
    } else if start > last {
        format!("starts on {start}, more than {most} months after the Inadequate report of {published}")
    } else {
        return None;
    };
    Some(
        Finding::new(&INS_25, "start", message).with_value("published", published).with_value("start", start),
    )
}

/// A new authority has no earlier grade that could make its first inspection a short one.
fn first_of_a_new_authority(
    inspection: &Inspection,
    index: usize,
    history: &InspectionHistory,
) -> Option<Finding> {
    let first = graded_before(inspection, index, history)?.next().is_none();
    let authority = inspection.authority();
    let new = authority.predecessors().next().is_some()
        && authority.predecessors().all(|earlier| !authority.continues(earlier));
    (first && new && inspection.activity() == Activity::ShortInspection).then(|| {
        let message =
            format!("the first inspection on record of {authority}, a new authority, is a short one");
        Finding::new(&INS_24, "activity", message)
    })
}

/// Areas that are said to repeat one which the earlier report does not have. Whether it has is not known
/// where that inspection, or its areas, are not on record.
fn repeated_areas(inspection: &Inspection, history: &InspectionHistory) -> Vec<Finding> {
    let areas = inspection.areas_for_improvement().unwrap_or_default();
    let missing = areas.iter().enumerate().filter_map(|(index, area)| {
        let repeats = area.repeats()?;
        let (start, number) = (repeats.inspection_start, repeats.number);
        let earlier = history.inspections().iter().find(|earlier| earlier.start() == start);
        let known = earlier.is_some_and(|earlier| earlier.areas_for_improvement().is_some());
        let message = if start >= inspection.start() {
            format!("repeats area {number} of an inspection that started on {start}, which is not earlier")
        } else if known && history.area(repeats).is_none() {
            format!("repeats area {number} of the inspection that started on {start}, which has no such area")
        } else {
            return None;
        };
        Some(Finding::new(&INS_20, format!("areas_for_improvement[{index}].repeats"), message))
    });
    missing.collect()
}

fn of_a_predecessor(inspection: &Inspection, history: &InspectionHistory) -> Finding {
    let message = format!(
        "an inspection of {}, which {} came from: its grade is not that of the new authority",
        inspection.authority(),
        history.authority(),
    );
    Finding::new(&INS_24, "authority", message).with_value("authority", inspection.authority().ons_code())
}
