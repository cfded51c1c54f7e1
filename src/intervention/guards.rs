//! What speaks against an event: what holds of every one, and of whatever is given with it.

use super::{
    Case, CommissionerReport, CommissionerReview, DecisionMaker, DepartmentReview, Event, EventKind, Failure,
    ImprovementNotice, InterventionStatus, LegalBasis, LogEntry, Refusal, Requirement, Transition, needs,
    rules::{INT_01, INT_03, INT_04, INT_06, INT_08, INT_10, INT_11, INT_13, INT_18, INT_20},
};
use crate::delivery::{DeliveryModelKind, Document};
use crate::{
    calendar::{PartialDate, months_later},
    inspection::Inspection,
    rules::Rule,
    text::excerpt,
};
use chrono::NaiveDate;

/// The rule broken, and what was missing or wrong.
pub(super) type Broken = (&'static Rule, String);

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
    let requirements = transition.requires().iter().map(|&requirement| needs::met(requirement, case, event));
    let broken: Vec<Broken> =
        everywhere(case, event, to).into_iter().chain(requirements).filter_map(Result::err).collect();
    if broken.is_empty() { Ok((transition, to)) } else { Err(Refusal::new(Some(transition), event, broken)) }
}

/// What holds of every event, and of whatever is given with it.
fn everywhere(case: &Case, event: &Event, to: InterventionStatus) -> Vec<Result<(), Broken>> {
    let mut checks = vec![in_order(case, event), in_being(case, event), decided(event)];
    if let Some(direction) = event.direction() {
        checks.push(statutory(event, to));
        checks.extend(direction.cites_report_of().map(|day| cited(case, event, day)));
        checks.extend(direction.failures().iter().map(|&failure| claimed(case, event, failure)));
        if to.is_statutory() {
            checks.push(replaced(case, event));
        }
    }
    checks.extend(event.notice().map(notice_is_not_statutory));
    checks.extend(event.review().map(|review| review_is_whole(event, review)));
    checks.extend(event.report().map(|report| report_is_there(event, report)));
    checks.extend(event.reviews().iter().map(|&review| review_is_held(event, review)));
    // A revision of a paused order may set another day of review, and one of an order another model.
    let (kind, revised) = (event.kind(), event.kind() == EventKind::DirectionRevised);
    if kind == EventKind::AdmPaused || (revised && to == InterventionStatus::AdmPaused) {
        checks.extend(event.review_by().map(|review_by| within_a_year(event, review_by)));
    }
    if kind == EventKind::AdmOrdered || revised {
        checks.extend(event.model().map(alternative));
    }
    if kind == EventKind::ServicesTransferred {
        checks.extend(event.go_live().map(|day| on_the_day(event, day)));
    }
    checks
}

fn notice_is_not_statutory(notice: &ImprovementNotice) -> Result<(), Broken> {
    match notice.legal_basis() {
        Some(basis) if basis != LegalBasis::Administrative => {
            Err((&INT_03, format!("a notice is not statutory, so {basis} cannot be its legal basis")))
        }
        _ => Ok(()),
    }
}

fn review_is_whole(event: &Event, review: &CommissionerReview) -> Result<(), Broken> {
    let broken = match (review.commissioner(), review.report_due()) {
        (Some(_), Some(due)) if due < event.effective().first() => {
            format!("the report is due on {due}, before the direction")
        }
        (Some(_), Some(_)) => return Ok(()),
        (None, Some(_)) => "needs the commissioner's name".to_owned(),
        (Some(_), None) => "needs the day by which the report is due".to_owned(),
        (None, None) => format!("needs {}", Requirement::ReviewNamed),
    };
    Err((&INT_06, broken))
}

fn report_is_there(event: &Event, report: CommissionerReport) -> Result<(), Broken> {
    let (on, received) = (event.effective(), report.received());
    if received > on.last() {
        return Err((&INT_08, format!("decided on {on}, before the report was received on {received}")));
    }
    Ok(())
}

fn review_is_held(event: &Event, review: DepartmentReview) -> Result<(), Broken> {
    let (held, effective) = (review.held(), event.effective());
    if held.first() <= effective.last() {
        return Ok(());
    }
    Err((&INT_01, format!("a review is recorded as held on {held}, after {effective}")))
}

fn alternative(model: DeliveryModelKind) -> Result<(), Broken> {
    if model.is_alternative() {
        return Ok(());
    }
    Err((&INT_01, format!("{} is no alternative delivery model", model.code())))
}

fn on_the_day(event: &Event, go_live: PartialDate) -> Result<(), Broken> {
    let effective = event.effective();
    if effective.may_be(go_live) {
        return Ok(());
    }
    Err((&INT_01, format!("services go live on {go_live} and transfer on {effective}")))
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

/// What is known to the month or the year may have been on any of its days.
fn in_order(case: &Case, event: &Event) -> Result<(), Broken> {
    let earliest = case.log().last().map(LogEntry::earliest);
    match earliest.filter(|&earliest| event.effective().last() < earliest) {
        Some(earliest) => Err((
            &INT_01,
            format!("it takes effect before {earliest}, the earliest day of an event before it"),
        )),
        None => Ok(()),
    }
}

/// The authority is there, be it under another code. Its own end is a matter of the successors.
fn in_being(case: &Case, event: &Event) -> Result<(), Broken> {
    let (authority, effective) = (case.history().authority(), event.effective());
    let there = |day| authority.as_of(day).is_ok_and(|then| then.is_one_with(authority));
    let ends = event.kind() == EventKind::AuthorityAbolished
        && authority.valid_from().is_none_or(|from| from <= effective.last());
    if ends || there(effective.first()) || there(effective.last()) {
        return Ok(());
    }
    let message = match (authority.valid_from(), authority.valid_to()) {
        (_, Some(last)) if last < effective.first() => format!("{authority} ended on {last}"),
        (Some(first), _) => format!("{authority} is in being only from {first}"),
        _ => format!("{authority} is not in being on {effective}"),
    };
    Err((&INT_01, message))
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
    for date in [event.effective(), event.document().published()] {
        if day > date.last() {
            return Err((&INT_04, format!("the report that it cites was published on {day}, after {date}")));
        }
    }
    let known = case.history().inspections().iter().any(|inspection| inspection.published() == Some(day));
    if known {
        return Ok(());
    }
    Err((&INT_04, format!("it cites a report of {day}, and no inspection on record was published that day")))
}

fn claimed(case: &Case, event: &Event, failure: Failure) -> Result<(), Broken> {
    if possible_days(case, event).into_iter().any(|on| failures(case, on).contains(&failure)) {
        return Ok(());
    }
    Err((&INT_20, format!("a {failure} is claimed, but does not follow from the inspections on record")))
}

fn in_short(document: &Document) -> String {
    format!("{} ({})", excerpt(document.title().as_str()), document.published())
}

/// Days that stand for all on which the event can have taken effect: the first, and each on which a report came
/// out. What no day allows is impossible.
pub(super) fn possible_days(case: &Case, event: &Event) -> Vec<NaiveDate> {
    let last = event.effective().last();
    let earliest = case.log().last().map_or(event.effective().first(), LogEntry::earliest);
    let first = event.effective().first().max(earliest).min(last);
    let published = case.history().inspections().iter().filter_map(Inspection::published);
    core::iter::once(first).chain(published.filter(|day| (first..=last).contains(day))).collect()
}

/// The failures that follow from the record on a day.
pub(super) fn failures(case: &Case, on: NaiveDate) -> Vec<Failure> {
    let history = case.history();
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
        (Some(open), Some(named)) if open.published().may_be(named) => Ok(()),
        (Some(open), Some(named)) => {
            let open = in_short(open);
            Err((&INT_13, format!("it replaces a direction of {named}, but the open one is {open}")))
        }
        (Some(open), None) => {
            Err((&INT_13, format!("it does not say that it replaces {}, which is open", in_short(open))))
        }
        (None, Some(named)) => {
            Err((&INT_13, format!("it replaces a direction of {named}, but none is open")))
        }
    }
}
