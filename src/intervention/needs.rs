//! Whether an event has what it needs.

use super::{
    Case, Coverage, DepartmentReview, Event, EventKind, LegalBasis, LogEntry, Recommendation, Requirement,
    ReviewOutcome,
    guards::{Broken, failures},
    rules::{INT_01, INT_02, INT_08, INT_14},
};
use crate::inspection::{Inspection, Standing};
use chrono::NaiveDate;

/// Whether one requirement is met. Whether what is given is in order is a matter of the guards.
pub(super) fn met(requirement: Requirement, case: &Case, event: &Event) -> Result<(), Broken> {
    use Requirement as R;
    let missing = || (requirement.rule(), format!("needs {requirement}"));
    let holds = |met: bool| if met { Ok(()) } else { Err(missing()) };
    let on = event.effective().last();
    let direction = event.direction();
    match requirement {
        R::InadequateOrConcern => match event.reason() {
            Some(_) => Ok(()),
            None => inadequate(requirement, case, on),
        },
        R::InadequateOrPriorityAction => match priority_action_by(case, on) {
            true => Ok(()),
            false => inadequate(requirement, case, on),
        },
        R::NewFailure => {
            let support = case.log().last();
            let failed = standing_since(case, support, on)
                .is_some_and(|standing| standing.is_inadequate() == Some(true));
            holds(event.reason().is_some() || failed)
        }
        R::NoticeNotStatutory => Ok(()),
        R::DirectionWithPower => {
            let basis = direction.map(|direction| direction.legal_basis()).unwrap_or_default();
            let power = basis.iter().any(|basis| basis.directs());
            if !power && basis.contains(&LegalBasis::LocalGovernmentAct1999Section15) {
                let message =
                    "best value (Local Government Act 1999 s15) is another regime, with a case of its own";
                return Err((&INT_02, message.into()));
            }
            holds(power)
        }
        R::NomineePower => {
            let nominee = LegalBasis::Section497A4A;
            holds(direction.is_some_and(|direction| direction.legal_basis().contains(&nominee)))
        }
        R::StatutoryTestStated => {
            holds(direction.is_some_and(|direction| direction.statutory_test().is_some()))
        }
        R::InspectionCited => holds(direction.is_some_and(|direction| direction.cites_report_of().is_some())),
        R::DirectionReplaced => holds(direction.is_some()),
        R::ReviewNamed => holds(event.review().is_some()),
        R::ReportReceived => {
            let received = event.report().map(|report| report.received());
            let received = received
                .ok_or((&INT_08, "needs the commissioner's report and the day it was received".into()))?;
            let directed = |entry: &&LogEntry| entry.event().kind() == EventKind::ReviewDirected;
            not_before(received, case.log().iter().rev().find(directed), "the review was directed")
        }
        R::LaterReportOfImprovement => {
            let report = event.report().ok_or_else(missing)?;
            let earlier = case.log().iter().filter_map(|entry| entry.event().report());
            let last = earlier.map(|report| report.received()).max();
            let improvement = matches!(
                report.recommendation(),
                Recommendation::ReviewAgain | Recommendation::RetainControl
            );
            holds(improvement && last.is_none_or(|last| report.received() > last))
        }
        R::ReportModelNotNeeded => {
            let wanted = [Recommendation::RetainControl, Recommendation::Partnership];
            recommends(case, event, &wanted).unwrap_or_else(|| Err(missing()))
        }
        R::ReportOfStepDown => {
            recommends(case, event, &[Recommendation::StepDown]).unwrap_or_else(|| Err(missing()))
        }
        R::CompellingReasons => {
            let failures = failures(case, event);
            if failures.is_empty() || event.compelling_reasons().is_some() {
                return Ok(());
            }
            let names: Vec<_> = failures.iter().map(|failure| failure.label()).collect();
            let message = format!("needs compelling reasons: the record shows a {}", names.join(" and a "));
            Err((requirement.rule(), message))
        }
        R::ModelNamed => holds(event.model().is_some()),
        R::PauseReviewed => holds(event.review_by().is_some()),
        R::Deterioration | R::Evidence => holds(event.reason().is_some()),
        R::GoLiveReached => holds(event.go_live().is_some()),
        R::Contract => holds(event.contract().is_some()),
        R::ModelOnRecord => holds(model_on_record(case, event)),
        R::Reinspection => match standing_since(case, case.statutory_since(), on) {
            None => Err(missing()),
            Some(standing) => match standing.is_inadequate() {
                Some(false) => Ok(()),
                Some(true) => Err((&INT_14, "the authority is still Inadequate".into())),
                None => Err((&INT_14, NOT_ESTABLISHED.into())),
            },
        },
        R::ReinspectionOrReview => {
            let improved = standing_since(case, case.began(), on)
                .is_some_and(|standing| standing.is_inadequate() == Some(false));
            holds(improved || satisfied(case, event, on))
        }
        R::SatisfactoryReview => holds(satisfied(case, event, on)),
        R::SupportReviews => holds(event.reviews().iter().all(|&review| is_satisfactory(review, on))),
        R::SuccessorNamed => {
            successor_named(case, event).and_then(|()| holds(!event.successors().is_empty()))
        }
    }
}

const NOT_ESTABLISHED: &str = "whether the authority is Inadequate is not established: there is no overall grade and no reading of its standing, and some judgement is Inadequate or missing";

/// Whether the authority stands as Inadequate.
fn inadequate(requirement: Requirement, case: &Case, on: NaiveDate) -> Result<(), Broken> {
    let standing = case.history().standing_on(on);
    match standing.map(|standing| standing.is_inadequate()) {
        Some(Some(true)) => Ok(()),
        Some(None) => Err((requirement.rule(), format!("needs {requirement}; {NOT_ESTABLISHED}"))),
        Some(Some(false)) | None => Err((requirement.rule(), format!("needs {requirement}"))),
    }
}

/// The standing from an inspection that was published since an entry, and that no direction cites: what brought
/// intervention about does not end it.
fn standing_since<'a>(case: &'a Case, since: Option<&LogEntry>, on: NaiveDate) -> Option<Standing<'a>> {
    let since = since.map(|entry| entry.event().effective().first());
    let cites =
        |entry: &LogEntry| entry.event().direction().and_then(|direction| direction.cites_report_of());
    let new = |inspection: &Inspection| {
        inspection.published() >= since
            && !case.log().iter().any(|entry| cites(entry) == inspection.published())
    };
    case.history().standing_on(on).filter(|standing| new(standing.inspection()))
}

/// In the latest graded inspection, or in a visit since.
fn priority_action_by(case: &Case, on: NaiveDate) -> bool {
    let history = case.history();
    let latest = history.standing_on(on).map(|standing| standing.inspection().start());
    history.inspections().iter().any(|inspection| {
        !inspection.areas_for_priority_action().is_empty()
            && history.is_own(inspection)
            && latest.is_none_or(|latest| inspection.start() >= latest)
            && inspection.receipt().is_some_and(|receipt| receipt.day() <= on)
    })
}

/// A report is not received before what it reports on.
fn not_before(received: NaiveDate, entry: Option<&LogEntry>, what: &str) -> Result<(), Broken> {
    match entry.map(|entry| entry.event().effective()).filter(|date| received < date.first()) {
        Some(date) => {
            Err((&INT_08, format!("the report was received on {received}, before {what} on {date}")))
        }
        None => Ok(()),
    }
}

/// Whether the commissioner's report, if there is one, recommends one of these.
fn recommends(case: &Case, event: &Event, wanted: &[Recommendation]) -> Option<Result<(), Broken>> {
    let report = event.report().filter(|report| wanted.contains(&report.recommendation()))?;
    Some(not_before(report.received(), case.statutory_since(), "the first direction was given"))
}

/// A model of the kind ordered last, if any was, starts when services transfer.
fn model_on_record(case: &Case, event: &Event) -> bool {
    let (authority, effective) = (case.history().authority(), event.effective());
    let orders = |entry: &LogEntry| {
        matches!(entry.event().kind(), EventKind::AdmOrdered | EventKind::DirectionRevised)
            .then(|| entry.event().model())
            .flatten()
    };
    let ordered = case.log().iter().rev().find_map(orders);
    case.delivery_models().as_slice().iter().any(|model| {
        // One of the two dates may be known more precisely than the other.
        let same = |start: crate::PartialDate| {
            start.first() <= effective.last() && effective.first() <= start.last()
        };
        model.kind().is_alternative()
            && ordered.is_none_or(|ordered| ordered == model.kind())
            && model.authorities().contains(&authority)
            && model.start().is_some_and(same)
            && model.covers(effective.last()) != Coverage::No
    })
}

/// Whether the last review of the present intervention was satisfied.
fn satisfied(case: &Case, event: &Event, on: NaiveDate) -> bool {
    let began = case.began().map(|entry| entry.event().effective().first());
    let since = |review: &&DepartmentReview| began.is_none_or(|began| review.held().last() >= began);
    let last = event.reviews().iter().filter(since).max_by_key(|review| review.held().first());
    last.is_some_and(|&review| is_satisfactory(review, on))
}

/// Whether a review was satisfied, and held by then.
fn is_satisfactory(review: DepartmentReview, on: NaiveDate) -> bool {
    review.outcome() == ReviewOutcome::Satisfactory && review.held().first() <= on
}

/// Whether those named can succeed, and on that day.
fn successor_named(case: &Case, event: &Event) -> Result<(), Broken> {
    let (authority, effective) = (case.history().authority(), event.effective());
    let (known, named): (Vec<_>, _) = (authority.successors().collect(), event.successors());
    if named.contains(&authority) {
        return Err((&INT_01, format!("{authority} is named as its own successor")));
    }
    // The last day of the old, or the first of the new.
    let within = |day: NaiveDate| (effective.first()..=effective.last()).contains(&day);
    let ends = |last: NaiveDate| within(last) || last.succ_opt().is_some_and(within);
    if let Some(last) = authority.valid_to().filter(|&last| !ends(last)) {
        return Err((&INT_01, format!("{authority} ended on {last}")));
    }
    if let Some(other) = named.iter().find(|named| !known.is_empty() && !known.contains(named)) {
        let names: Vec<_> = known.iter().map(|known| known.name()).collect();
        return Err((&INT_01, format!("{other} is not among the successors: {}", names.join(", "))));
    }
    Ok(())
}
