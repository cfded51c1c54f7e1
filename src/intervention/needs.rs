//! Whether an event has what it needs.

use super::{
    Case, CommissionerReport, DepartmentReview, Event, EventKind, LegalBasis, LogEntry, Recommendation,
    Requirement, ReviewOutcome,
    guards::{Broken, failures, possible_days},
    rules::{INT_01, INT_02, INT_08, INT_14},
};
use crate::PartialDate;
use crate::delivery::Coverage;
use chrono::NaiveDate;

/// Whether one requirement is met. Whether what is given is in order is a matter of the guards.
pub(super) fn met(requirement: Requirement, case: &Case, event: &Event) -> Result<(), Broken> {
    use Requirement as R;
    let missing = || (requirement.rule(), format!("needs {requirement}"));
    let holds = |met: bool| if met { Ok(()) } else { Err(missing()) };
    let days = possible_days(case, event);
    let direction = event.direction();
    match requirement {
        R::InadequateOrConcern => match event.reason() {
            Some(_) => Ok(()),
            None => inadequate(requirement, case, &days),
        },
        R::InadequateOrPriorityAction => match days.iter().any(|&on| priority_action_by(case, on)) {
            true => Ok(()),
            false => inadequate(requirement, case, &days),
        },
        R::NewFailure => {
            let failed = stands_since(case, case.log().last(), &days).contains(&Some(true));
            holds(event.reason().is_some() || failed)
        }
        // Whatever notice is given is checked by the guards.
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
                Recommendation::ReviewAgain | Recommendation::RetainControl | Recommendation::Partnership
            );
            holds(improvement && last.is_none_or(|last| report.received() > last))
        }
        R::ReportModelNotNeeded => {
            let wanted = [Recommendation::RetainControl, Recommendation::Partnership];
            let report = recommends(event, &wanted).ok_or_else(missing)?;
            let ordered = |entry: &&LogEntry| entry.event().kind() == EventKind::AdmOrdered;
            not_before(report.received(), case.log().iter().rev().find(ordered), "the model was ordered")
        }
        R::ReportOfStepDown => {
            let report = recommends(event, &[Recommendation::StepDown]).ok_or_else(missing)?;
            not_before(report.received(), case.statutory_since(), "the first direction was given")
        }
        R::CompellingReasons => {
            // Only where the record shows a failure on every day that it can have been.
            let failures = days.iter().map(|&on| failures(case, on)).min_by_key(Vec::len).unwrap_or_default();
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
        R::Reinspection => {
            let stands = stands_since(case, case.statutory_since(), &days);
            match stands.last() {
                None => Err(missing()),
                _ if stands.contains(&Some(false)) => Ok(()),
                Some(None) => Err((&INT_14, NOT_ESTABLISHED.into())),
                Some(Some(_)) => Err((&INT_14, "the authority is still Inadequate".into())),
            }
        }
        R::ReinspectionOrReview => {
            let improved = stands_since(case, case.began(), &days).contains(&Some(false));
            holds(improved || satisfied(case, event))
        }
        R::SatisfactoryReview => holds(satisfied(case, event)),
        R::SupportReviews => {
            let support = case.log().last();
            holds(reviews_since(support, event).all(|review| review.outcome() == ReviewOutcome::Satisfactory))
        }
        R::SuccessorNamed => {
            successor_named(case, event).and_then(|()| holds(!event.successors().is_empty()))
        }
    }
}

const NOT_ESTABLISHED: &str = "whether the authority is Inadequate is not established: there is no overall grade and no reading of its standing, and some judgement is Inadequate or missing";

/// Whether the authority stands as Inadequate on one of the days.
fn inadequate(requirement: Requirement, case: &Case, days: &[NaiveDate]) -> Result<(), Broken> {
    let stands = |&on: &NaiveDate| case.history().standing_on(on).map(|standing| standing.is_inadequate());
    let stands: Vec<_> = days.iter().filter_map(stands).collect();
    if stands.contains(&Some(true)) {
        return Ok(());
    }
    let open = if stands.contains(&None) { format!("; {NOT_ESTABLISHED}") } else { String::new() };
    Err((requirement.rule(), format!("needs {requirement}{open}")))
}

/// Whether the authority stands as Inadequate on each of the days, by an inspection that was published since an
/// entry and is not the one that its direction cites: what brought intervention about does not end it.
fn stands_since(case: &Case, since: Option<&LogEntry>, days: &[NaiveDate]) -> Vec<Option<bool>> {
    let began = since.map(|entry| entry.event().effective().first());
    let cited = since.and_then(|entry| entry.event().direction()?.cites_report_of());
    let new = |published: Option<NaiveDate>| published >= began && (cited.is_none() || published != cited);
    let standing = |&on: &NaiveDate| case.history().standing_on(on);
    let standings =
        days.iter().filter_map(standing).filter(|standing| new(standing.inspection().published()));
    standings.map(|standing| standing.is_inadequate()).collect()
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

/// The commissioner's report, if it recommends one of these.
fn recommends(event: &Event, wanted: &[Recommendation]) -> Option<CommissionerReport> {
    event.report().filter(|report| wanted.contains(&report.recommendation()))
}

/// A model of the kind ordered last, if any was, starts when services transfer.
fn model_on_record(case: &Case, event: &Event) -> bool {
    let (authority, effective) = (case.history().authority(), event.effective());
    // An order that was rescinded dictates nothing any more.
    let kind = |entry: &LogEntry| entry.event().kind();
    let standing_order = case.log().iter().rev().take_while(|&entry| kind(entry) != EventKind::AdmRescinded);
    let orders =
        |entry: &&LogEntry| matches!(kind(entry), EventKind::AdmOrdered | EventKind::DirectionRevised);
    let ordered = standing_order.filter(orders).find_map(|entry| entry.event().model());
    case.delivery_models().as_slice().iter().any(|model| {
        model.kind().is_alternative()
            && ordered.is_none_or(|ordered| ordered == model.kind())
            && model.function().is_none()
            && model.authorities().iter().any(|of| of.is_one_with(authority))
            && model.start().is_some_and(|start| start.may_be(effective))
            && model.covers(effective.last()) != Coverage::No
    })
}

/// The reviews that can have been held since an entry.
fn reviews_since<'a>(
    since: Option<&LogEntry>,
    event: &'a Event,
) -> impl Iterator<Item = &'a DepartmentReview> {
    let began = since.map(|entry| entry.event().effective().first());
    event.reviews().iter().filter(move |review| began.is_none_or(|began| review.held().last() >= began))
}

/// Whether a review of the present intervention was satisfied, and none that certainly came later was not.
fn satisfied(case: &Case, event: &Event) -> bool {
    let reviews = || reviews_since(case.began(), event);
    let overtaken = |by: PartialDate| {
        reviews()
            .any(|other| other.outcome() != ReviewOutcome::Satisfactory && other.held().first() > by.last())
    };
    reviews().any(|review| review.outcome() == ReviewOutcome::Satisfactory && !overtaken(review.held()))
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
