//! What an event needs, checked against the case.

use super::{
    Case, Coverage, DecisionMaker, DepartmentReview, Event, EventKind, Failure, InterventionStatus,
    LegalBasis, Recommendation, Refusal, Requirement, ReviewOutcome, Transition,
    rules::{INT_01, INT_02, INT_03, INT_04, INT_06, INT_08, INT_10, INT_11, INT_13, INT_14, INT_18, INT_20},
};
use crate::{calendar::months_later, inspection::Inspection, rules::Rule};
use chrono::NaiveDate;

/// The rule broken, and what was missing or wrong.
type Broken = (&'static Rule, String);

/// The transition that an event makes, and where it leads, if nothing speaks against it; else all that does.
pub(super) fn check(
    case: &Case,
    event: &Event,
) -> Result<(&'static Transition, InterventionStatus), Refusal> {
    let from = case.status();
    let refused = |broken: Broken| Err(Refusal::new(None, event, vec![broken]));
    if from.is_terminal() {
        let message = format!("the episode is over ({}); a later failure opens a new one", from.code());
        return refused((&INT_18, message));
    }
    let found = from
        .options()
        .find(|transition| transition.event() == event.kind())
        .and_then(|transition| Some((transition, transition.leads_to(from)?)));
    let Some((transition, to)) = found else {
        let mut events: Vec<_> = from.options().map(|transition| transition.event().code()).collect();
        events.dedup();
        let message = format!("not possible from {}, which allows {}", from.code(), events.join(", "));
        return refused((&INT_01, message));
    };
    let requirements = transition.requires().iter().map(|&requirement| met(requirement, case, event));
    let broken: Vec<Broken> =
        everywhere(case, event, to).into_iter().chain(requirements).filter_map(Result::err).collect();
    if broken.is_empty() { Ok((transition, to)) } else { Err(Refusal::new(Some(transition), event, broken)) }
}

/// What holds of every event.
fn everywhere(case: &Case, event: &Event, to: InterventionStatus) -> Vec<Result<(), Broken>> {
    let mut checks = vec![in_order(case, event), decided(event)];
    if let Some(direction) = event.direction() {
        checks.push(statutory(event, to));
        checks.extend(direction.cites_report_of().map(|day| cited(case, event, day)));
        checks.extend(direction.failures().iter().map(|&failure| claimed(case, event, failure)));
        if to.is_statutory() {
            checks.push(replaced(case, event));
        }
    }
    // A revision of a paused order may set another day of review.
    if event.kind() == EventKind::DirectionRevised && to == InterventionStatus::AdmPaused {
        checks.extend(event.review_by().map(|review_by| within_a_year(event, review_by)));
    }
    checks
}

/// A pause is reviewed at most 12 months ahead.
fn within_a_year(event: &Event, review_by: NaiveDate) -> Result<(), Broken> {
    let effective = event.effective();
    let latest = months_later(effective.last(), 12);
    if review_by < effective.first() || latest.is_some_and(|latest| review_by > latest) {
        let message =
            format!("the pause is reviewed by {review_by}, not within 12 months of {}", effective.last());
        return Err((&INT_11, message));
    }
    Ok(())
}

fn in_order(case: &Case, event: &Event) -> Result<(), Broken> {
    let before = case.log().last().map(|entry| entry.event().effective());
    match before.filter(|before| event.effective().last() < before.last()) {
        Some(before) => {
            let day = if before.exact().is_some() { "day" } else { "last possible day" };
            Err((
                &INT_01,
                format!("it takes effect before {}, the {day} of the event before it", before.last()),
            ))
        }
        None => Ok(()),
    }
}

fn decided(event: &Event) -> Result<(), Broken> {
    if event.decided_by().decides() {
        return Ok(());
    }
    let [secretary, department] =
        [DecisionMaker::SecretaryOfState, DecisionMaker::Department].map(DecisionMaker::label);
    let given = event.decided_by().code();
    Err((&INT_10, format!("decided_by is {given}, but only the {secretary} or the {department} decides")))
}

fn statutory(event: &Event, to: InterventionStatus) -> Result<(), Broken> {
    let basis = event.direction().map(|direction| direction.legal_basis()).unwrap_or_default();
    if basis.contains(&LegalBasis::Administrative) {
        return Err((&INT_03, "a direction is statutory, so its legal basis is not administrative".into()));
    }
    if !to.is_statutory() {
        return Err((&INT_03, format!("a direction is given, but {} is not statutory", to.code())));
    }
    Ok(())
}

/// The report that a direction cites is on record, and was out by then.
fn cited(case: &Case, event: &Event, day: NaiveDate) -> Result<(), Broken> {
    let effective = event.effective();
    if day > effective.last() {
        return Err((&INT_04, format!("the report that it cites was published on {day}, after {effective}")));
    }
    let known = case.history().inspections().iter().any(|inspection| inspection.published() == Some(day));
    if known {
        return Ok(());
    }
    Err((&INT_04, format!("it cites a report of {day}, and no inspection on record was published that day")))
}

fn claimed(case: &Case, event: &Event, failure: Failure) -> Result<(), Broken> {
    if failures(case, event).contains(&failure) {
        return Ok(());
    }
    Err((&INT_20, format!("a {failure} is claimed, but does not follow from the inspections on record")))
}

/// The failures that follow from the record when the event takes effect.
fn failures(case: &Case, event: &Event) -> Vec<Failure> {
    let (history, on) = (case.history(), event.effective().last());
    let persistent = history.persistent_failure(on, case.assumptions()).map(|_| Failure::Persistent);
    let systemic = history.systemic_failure(on).map(|_| Failure::Systemic);
    persistent.into_iter().chain(systemic).collect()
}

/// The open direction is the one replaced, and none is where none is open.
fn replaced(case: &Case, event: &Event) -> Result<(), Broken> {
    let named = event.direction().and_then(|direction| direction.replaces());
    let open = case.open_direction().map(|open| open.document());
    match (open, named) {
        (None, None) => Ok(()),
        // One of them may be known more precisely than the other.
        (Some(open), Some(named))
            if named.first() <= open.published().last() && open.published().first() <= named.last() =>
        {
            Ok(())
        }
        (Some(open), Some(named)) => {
            Err((&INT_13, format!("it replaces a direction of {named}, but the open one is {open}")))
        }
        (Some(open), None) => {
            Err((&INT_13, format!("it does not say that it replaces {open}, which is open")))
        }
        (None, Some(named)) => {
            Err((&INT_13, format!("it replaces a direction of {named}, but none is open")))
        }
    }
}

/// Whether one requirement is met.
fn met(requirement: Requirement, case: &Case, event: &Event) -> Result<(), Broken> {
    use Requirement as R;
    let missing = || (requirement.rule(), format!("needs {requirement}"));
    let holds = |met: bool| if met { Ok(()) } else { Err(missing()) };
    let on = event.effective().last();
    let reason = event.reason().is_some();
    match requirement {
        R::InadequateOrConcern if reason => Ok(()),
        R::InadequateOrConcern => inadequate(requirement, case, on),
        R::InadequateOrPriorityAction if priority_action_by(case, on) => Ok(()),
        R::InadequateOrPriorityAction => inadequate(requirement, case, on),
        R::NewFailure => {
            let support = case.log().last().map(|entry| entry.event().effective().first());
            let new = |inspection: &Inspection| inspection.published() >= support;
            let standing = case.history().standing_on(on).filter(|standing| new(standing.inspection()));
            holds(reason || standing.is_some_and(|standing| standing.is_inadequate() == Some(true)))
        }
        R::NoticeNotStatutory => match event.notice().and_then(|notice| notice.legal_basis()) {
            Some(basis) if basis != LegalBasis::Administrative => {
                Err((&INT_03, format!("a notice is not statutory, so {basis} cannot be its legal basis")))
            }
            _ => Ok(()),
        },
        R::DirectionWithPower => {
            let basis = event.direction().map(|direction| direction.legal_basis()).unwrap_or_default();
            let power = basis.iter().any(|basis| basis.directs());
            if !power && basis.contains(&LegalBasis::LocalGovernmentAct1999Section15) {
                let message =
                    "best value (Local Government Act 1999 s15) is another regime, with a case of its own";
                return Err((&INT_02, message.into()));
            }
            holds(power)
        }
        R::NomineePower => holds(
            event
                .direction()
                .is_some_and(|direction| direction.legal_basis().contains(&LegalBasis::Section497A4A)),
        ),
        R::StatutoryTestStated => {
            holds(event.direction().is_some_and(|direction| direction.statutory_test().is_some()))
        }
        R::InspectionCited => {
            holds(event.direction().is_some_and(|direction| direction.cites_report_of().is_some()))
        }
        // Whatever direction is given is checked for what it replaces.
        R::DirectionReplaced => holds(event.direction().is_some()),
        R::ReviewNamed => {
            let review = event.review();
            let commissioner = review.is_some_and(|review| review.commissioner().is_some());
            let report_due = review.and_then(|review| review.report_due());
            match (commissioner, report_due) {
                (true, Some(due)) if due < event.effective().first() => {
                    Err((&INT_06, format!("the report is due on {due}, before the direction")))
                }
                (true, Some(_)) => Ok(()),
                (false, Some(_)) => Err((&INT_06, "needs the commissioner's name".into())),
                (true, None) => Err((&INT_06, "needs the day by which the report is due".into())),
                (false, None) => Err(missing()),
            }
        }
        R::ReportReceived => {
            let (received, _) = received_by(event, on)?;
            let review = case.log().iter().rev().map(|entry| entry.event());
            let directed =
                review.filter(|event| event.review().is_some()).map(|event| event.effective()).next();
            match directed.filter(|directed| received < directed.first()) {
                Some(directed) => {
                    let message = format!(
                        "the report was received on {received}, before the review was directed on {directed}"
                    );
                    Err((&INT_08, message))
                }
                None => Ok(()),
            }
        }
        R::LaterReportOfImprovement => {
            let earlier = case.log().iter().filter_map(|entry| entry.event().report());
            let last = earlier.map(|report| report.received()).max();
            event.report().ok_or_else(missing)?;
            let (received, recommendation) = received_by(event, on)?;
            let improvement =
                matches!(recommendation, Recommendation::ReviewAgain | Recommendation::RetainControl);
            holds(improvement && last.is_none_or(|last| received > last))
        }
        R::ReportModelNotNeeded => {
            event.report().ok_or_else(missing)?;
            let (_, recommendation) = received_by(event, on)?;
            holds(matches!(recommendation, Recommendation::RetainControl | Recommendation::Partnership))
        }
        R::ReportOfStepDown => {
            event.report().ok_or_else(missing)?;
            let (_, recommendation) = received_by(event, on)?;
            holds(recommendation == Recommendation::StepDown)
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
        R::ModelNamed => holds(event.model().is_some_and(|model| model.is_alternative())),
        R::PauseReviewed => match event.review_by() {
            Some(review_by) => within_a_year(event, review_by),
            None => Err(missing()),
        },
        R::Deterioration | R::Evidence => holds(reason),
        R::GoLiveReached => holds(event.go_live().is_some_and(|day| day <= on)),
        R::Contract => holds(event.contract().is_some()),
        R::ModelOnRecord => {
            let authority = case.history().authority();
            let ordered = case.log().iter().rev().find_map(|entry| entry.event().model());
            let starts = case.delivery_models().as_slice().iter().any(|model| {
                ordered.map_or(model.kind().is_alternative(), |ordered| ordered == model.kind())
                    && model.authorities().contains(&authority)
                    && model.start() == Some(event.effective())
                    && model.covers(on) != Coverage::No
            });
            holds(starts)
        }
        R::Reinspection => {
            let since = case.statutory_since().map(|entry| entry.event().effective().first());
            let (rule, standing) = (&INT_14, case.history().standing_on(on));
            let Some(standing) = standing.filter(|standing| standing.inspection().published() >= since)
            else {
                return Err(missing());
            };
            match standing.is_inadequate() {
                Some(false) => Ok(()),
                Some(true) => Err((rule, "the authority is still Inadequate".into())),
                None => Err((rule, NOT_ESTABLISHED.into())),
            }
        }
        R::ReinspectionOrReview => {
            let began = case.began().map(|entry| entry.event().effective().first());
            let standing = case.history().standing_on(on);
            let improved = standing.is_some_and(|standing| {
                standing.inspection().published() >= began && standing.is_inadequate() == Some(false)
            });
            holds(improved || satisfied(case, event, on))
        }
        R::SatisfactoryReview => holds(satisfied(case, event, on)),
        R::SupportReviews => holds(event.reviews().iter().all(|&review| is_satisfactory(review, on))),
        R::SuccessorNamed => {
            let authority = case.history().authority();
            let known: Vec<_> = authority.successors().collect();
            let named = event.successors();
            if named.contains(&authority) {
                return Err((&INT_01, format!("{authority} is named as its own successor")));
            }
            // The last day of the old, or the first of the new.
            let days =
                authority.valid_to().into_iter().flat_map(|last| [Some(last), last.succ_opt()]).flatten();
            let within = |day: &NaiveDate| (event.effective().first()..=on).contains(day);
            if let Some(last) = authority.valid_to().filter(|_| !days.clone().any(|day| within(&day))) {
                return Err((&INT_01, format!("{authority} ended on {last}")));
            }
            if let Some(other) = named.iter().find(|named| !known.is_empty() && !known.contains(named)) {
                let names: Vec<_> = known.iter().map(|known| known.name()).collect();
                return Err((&INT_01, format!("{other} is not among the successors: {}", names.join(", "))));
            }
            holds(!named.is_empty())
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

/// In the latest graded inspection, or in a visit since.
fn priority_action_by(case: &Case, on: NaiveDate) -> bool {
    let latest = case.history().standing_on(on).map(|standing| standing.inspection().start());
    case.history().inspections().iter().any(|inspection| {
        !inspection.areas_for_priority_action().is_empty()
            && latest.is_none_or(|latest| inspection.start() >= latest)
            && inspection.receipt().is_some_and(|receipt| receipt.day() <= on)
    })
}

/// The commissioner's report, if it was there when the event took effect.
fn received_by(event: &Event, on: NaiveDate) -> Result<(NaiveDate, Recommendation), Broken> {
    let Some(report) = event.report() else {
        return Err((&INT_08, "needs the commissioner's report and the day it was received".into()));
    };
    if report.received() > on {
        let message = format!("decided on {on}, before the report was received on {}", report.received());
        return Err((&INT_08, message));
    }
    Ok((report.received(), report.recommendation()))
}

/// Whether the last review of the present intervention was satisfied.
fn satisfied(case: &Case, event: &Event, on: NaiveDate) -> bool {
    let began = case.began().map(|entry| entry.event().effective().first());
    let since = |review: &DepartmentReview| began.is_none_or(|began| review.held().last() >= began);
    event.reviews().last().filter(|review| since(review)).is_some_and(|&review| is_satisfactory(review, on))
}

/// Whether a review was satisfied, and held by then.
fn is_satisfactory(review: DepartmentReview, on: NaiveDate) -> bool {
    review.outcome() == ReviewOutcome::Satisfactory && review.held().first() <= on
}
