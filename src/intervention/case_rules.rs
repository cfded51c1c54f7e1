//! What is unusual about a case. Real ones have been late.

use super::{
    Case, EventKind, InterventionStatus, LogEntry,
    rules::{INT_05, INT_07, INT_12, INT_15, INT_17, INT_19},
};
use crate::delivery::DeliveryStatus;
use crate::{
    calendar::{PartialDate, days_between, months_later},
    inspection::Inspection,
    rules::{Finding, Findings},
    text::counted,
};
use chrono::NaiveDate;

pub(super) fn of_events(case: &Case, as_of: NaiveDate) -> Findings {
    let mut findings = Findings::new();
    let log = case.log();
    let known = log.partition_point(|entry| entry.in_force_from() <= as_of);
    // What is known to the month or the year may have happened already.
    let possible = log.iter().take_while(|entry| entry.event().effective().first() <= as_of).count();
    findings.extend(late_intervention(case, log[..possible].first(), as_of));
    for (index, entry) in log[..known].iter().enumerate() {
        let mut found = Findings::new();
        found.extend(late_direction(entry));
        found.extend(report_period(entry));
        found.extend(pause_overdue(entry, &log[index + 1..possible.max(known)], as_of));
        found.extend(short_support(entry, index.checked_sub(1).map(|before| &log[before])));
        found.extend(ended_with_the_model(case, entry));
        findings.extend(found.within(&format!("events[{index}]")));
    }
    findings
}

/// Inadequate, and nothing happened yet.
fn late_intervention(case: &Case, first: Option<&LogEntry>, as_of: NaiveDate) -> Option<Finding> {
    const WITHIN: i64 = 90;
    let until = first.map_or(as_of, |entry| entry.event().effective().first());
    let history = case.history();
    let inadequate = |&published: &NaiveDate| {
        history.standing_on(published).is_some_and(|standing| standing.is_inadequate() == Some(true))
    };
    let reports = history.graded().filter_map(Inspection::published).filter(|&published| published <= until);
    let published = reports.rev().take_while(inadequate).last()?;
    let days = days_between(published, until);
    (days > WITHIN).then(|| {
        let message =
            format!("Inadequate since the report of {published}, and no intervention {days} days later");
        Finding::new(&INT_19, "events", message).with_value("days", days)
    })
}

fn late_direction(entry: &LogEntry) -> Option<Finding> {
    const WITHIN: i64 = 90;
    let cited = entry.event().direction()?.cites_report_of()?;
    let effective = entry.event().effective();
    let days = days_between(cited, effective.first());
    (days > WITHIN).then(|| {
        let late = at_least(effective, days);
        let message =
            format!("the direction of {effective} comes {late} after the report of {cited} that it cites");
        Finding::new(&INT_05, "direction.cites_report_of", message).with_value("days", days)
    })
}

fn report_period(entry: &LogEntry) -> Option<Finding> {
    // A revision that puts the day off does not begin the review anew.
    let directed = entry.event().kind() == EventKind::ReviewDirected;
    let due = entry.event().review().filter(|_| directed)?.report_due()?;
    let days = days_between(entry.event().effective().exact()?, due);
    (!(60..=180).contains(&days)).then(|| {
        let message =
            format!("the commissioner's report is due {} after the direction", counted(days, "day"));
        Finding::new(&INT_07, "review.report_due", message).with_value("days", days)
    })
}

/// A day of review passed before anything was decided. A revision before it decides nothing, but may set another
/// day; one after it that sets another day is late, and the new day is watched.
fn pause_overdue(entry: &LogEntry, later: &[LogEntry], as_of: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(mut review_by) =
        entry.event().review_by().filter(|_| entry.event().kind() == EventKind::AdmPaused)
    else {
        return findings;
    };
    for next in later {
        let event = next.event();
        let (effective, paused) = (event.effective(), next.to() == InterventionStatus::AdmPaused);
        if !paused || effective.last() >= review_by {
            findings.extend(overdue(review_by, Some(effective), as_of));
            if !paused || event.review_by().is_none() {
                return findings;
            }
        }
        review_by = event.review_by().unwrap_or(review_by);
    }
    findings.extend(overdue(review_by, None, as_of));
    findings
}

fn overdue(review_by: NaiveDate, decided: Option<PartialDate>, as_of: NaiveDate) -> Option<Finding> {
    let days = days_between(review_by, decided.map_or(as_of, PartialDate::first));
    (days > 0).then(|| {
        let message = match decided {
            Some(decided) => format!(
                "the pause was to be reviewed by {review_by} and was decided on {decided}, {} later",
                at_least(decided, days),
            ),
            None => format!(
                "the pause was to be reviewed by {review_by}, {} before {as_of}, and is not decided",
                counted(days, "day"),
            ),
        };
        Finding::new(&INT_12, "review_by", message).with_value("days", days)
    })
}

/// How many days, where a date may be any day of its month or year and the first was counted.
fn at_least(date: PartialDate, days: i64) -> String {
    let days = counted(days, "day");
    if date.exact().is_some() { days } else { format!("at least {days}") }
}

fn short_support(entry: &LogEntry, before: Option<&LogEntry>) -> Vec<Finding> {
    let event = entry.event();
    if event.kind() != EventKind::SupportEnded {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let began = before.map(|before| before.event().effective());
    let short = |began: &PartialDate| {
        months_later(began.first(), 12).is_some_and(|year| event.effective().last() < year)
    };
    if let Some(began) = began.filter(short) {
        let message =
            format!("support began on {began} and ended on {}, before 12 months", event.effective());
        findings.push(Finding::new(&INT_15, "effective", message));
    }
    let since = |held: PartialDate| began.is_none_or(|began| held.last() >= began.first());
    let held = event.reviews().iter().map(|review| review.held()).filter(|&held| since(held));
    let reviews = held.collect::<std::collections::BTreeSet<_>>().len();
    if reviews < 2 {
        let message = format!("reviews of support on record: {reviews}, where two are usual");
        findings.push(Finding::new(&INT_15, "reviews", message).with_value("reviews", reviews));
    }
    findings
}

/// A model of the authority that ended on the day intervention was lifted, without a document of its own.
fn ended_with_the_model(case: &Case, entry: &LogEntry) -> Option<Finding> {
    let event = entry.event();
    let closed = matches!(entry.to(), InterventionStatus::Support | InterventionStatus::Exited)
        && event.kind() != EventKind::SupportEnded;
    if !closed {
        return None;
    }
    let authority = case.history().authority();
    let model = case.delivery_models().as_slice().iter().find(|model| {
        model.status() == DeliveryStatus::Ended
            && model.authorities().iter().any(|of| of.is_one_with(authority))
            && model.end().and_then(PartialDate::exact) == event.effective().exact()
            && event.effective().exact().is_some()
            && model.end_document().is_none_or(|document| document == event.document())
    })?;
    let message = format!(
        "intervention was lifted on {}, the day on which {} ended, and no document of its own ends the model",
        event.effective(),
        model.name(),
    );
    Some(Finding::new(&INT_17, "document", message).with_value("model", model.name()))
}
