//! The rules of timing, each a public constant, and what a set of events breaks.

use super::{
    LegalStatus, Moment, Standard, StatedTimeliness, TimedEvent, TimedEvents, TimelinessCount, count::Tally,
    recorded_due,
};
use crate::{
    calendar::{WorkingDays, days_between},
    measure::{Figure, Unit, ratio::Ratio},
    rules::{Finding, Findings, Rule, Severity, book::rule_book},
    text::{counted, excerpt, same_words},
};
use chrono::NaiveDate;
use core::error::Error as _;

rule_book! {
    /// Every rule of timing. `Error`: impossible, or worked out wrongly. `Warning`: contrary to good practice, so
    /// a real record may break it.
    ///
    /// [`TimedEvents::findings`] checks all of them.
    from "Working Together to Safeguard Children; SI 2010/959; SI 2007/462 regulations 1 to 3; and this crate's convention of how the clock runs";
    TIM_01: "TIM-01", Error, "an event does not stop before it starts", "dates of one event";
    TIM_02: "TIM-02", Error, "a limit in working days is counted with the start day as day 0", "counting from 1 makes the limit a day shorter than the law does";
    TIM_03: "TIM-03", Error, "a due date lies within the years that can be counted in", "outside them the bank holidays are not known, and a guess would look like a date";
    TIM_04: "TIM-04", Error, "a recorded due date is the one that the limit gives, in its own unit", "working days, calendar days, weeks, months and hours give different dates";
    TIM_05: "TIM-05", Error, "the statement of action is published within 70 working days of the receipt of the report", "SI 2007/462 regulation 3; a warning where the starts are those of another event, because receipt may be later";
    TIM_06: "TIM-06", Warning, "the clock starts with its own event, not with another that stands in for it", "publication may be days after receipt, an assessment days after its referral";
    TIM_07: "TIM-07", Error, "no percentage is stated where nothing was due", "no data is neither 0% nor 100%";
    TIM_08: "TIM-08", Error, "what is stated counts every event due, open ones past the limit included", "leaving out what is late and not yet done flatters the figure";
    TIM_09: "TIM-09", Error, "a limit in months ends with the last day of a month that has no such day number", "6 months after 31 August is the last day of February";
    TIM_10: "TIM-10", Warning, "the age band or the placement of the child stays the same until the clock stops or the due day comes", "the limit is the one in force on the due day";
    TIM_11: "TIM-11", Error, "a review is counted from the day on which the previous one was held", "counted from the day on which it was due, every delay or early review shifts the next one";
    TIM_12: "TIM-12", Warning, "a local standard is not presented as law or guidance", "no statute, regulation or guidance gives its number";
    TIM_13: "TIM-13", Error, "a limit is applied from its first day in force", "before that it was no law";
}

/// `TIM-05` where the starts are those of another event, such as the publication: receipt may be later, so that it is a
/// warning.
pub const TIM_05_FROM_PUBLICATION: Rule =
    Rule::new(TIM_05.id(), TIM_05.title(), Severity::Warning, TIM_05.rationale(), TIM_05.source());

/// What a set breaks: its events, what is stated, and itself.
pub(super) fn findings(set: &TimedEvents, as_of: NaiveDate, working_days: &WorkingDays) -> Findings {
    let mut findings = Findings::new();
    let mut outcomes = Vec::with_capacity(set.events().len());
    for (index, event) in set.events().iter().enumerate() {
        let of_event =
            OfEvent { standard: set.standard(), event, as_of, working_days, other_start: other_start(set) };
        let due = set.standard().due(event.started(), working_days);
        if let Ok(due) = due {
            outcomes.push(set.outcome(event, due, as_of));
        }
        let of_event: Findings = match due {
            Ok(due) => of_event.check(due),
            Err(error) => {
                let cause = error.source().map_or_else(String::new, |cause| format!(": {cause}"));
                let beyond = Finding::new(&TIM_03, "started", format!("{error}{cause}"));
                of_event.stops_after_start().into_iter().chain([beyond]).chain(of_event.in_force()).collect()
            }
        };
        findings.extend(of_event.within(&format!("events[{index}]")));
    }
    // Without one of the due dates nobody can say what the numbers should be.
    let tally = (outcomes.len() == set.events().len()).then(|| Tally::new(outcomes));
    for (index, stated) in set.stated().iter().enumerate() {
        // A period that goes on, and one whose last day is today, may still have more.
        let ended = tally.as_ref().filter(|_| stated.period().end() < as_of);
        let own = ended.map(|tally| tally.of(stated.period()));
        findings.extend(of_stated(stated, own).within(&format!("stated[{index}]")));
    }
    findings.extend(start_of_its_own(set));
    findings.extend(presented_as_local(set));
    findings
}

/// One event with what is needed to check it.
struct OfEvent<'a> {
    standard: Standard,
    event: &'a TimedEvent,
    as_of: NaiveDate,
    working_days: &'a WorkingDays,
    other_start: Option<&'a str>,
}

impl OfEvent<'_> {
    fn check(&self, due: Moment) -> Findings {
        let findings = [
            self.stops_after_start(),
            recorded_due::check(self.standard, self.event, due, self.working_days),
            self.statement_of_action(),
            self.limit_stays(due),
            self.in_force(),
        ];
        findings.into_iter().flatten().collect()
    }

    fn stops_after_start(&self) -> Option<Finding> {
        let (start, stop) = (self.event.started(), self.event.stopped()?);
        (stop.is_before(start) == Some(true)).then(|| {
            Finding::new(&TIM_01, "stopped", format!("stopped on {stop}, before the start on {start}"))
                .with_value("started", start)
                .with_value("stopped", stop)
        })
    }

    /// By the limit in law, whatever limit of its own the authority has.
    fn statement_of_action(&self) -> Option<Finding> {
        let timescale = self.standard.timescale();
        if timescale.id() != "T71" {
            return None;
        }
        let start = self.event.started();
        let due = Standard::national(timescale).due(start, self.working_days).ok()?.day();
        let stopped = self.event.stopped_by(self.as_of).map(Moment::day);
        let late = days_between(due, stopped.unwrap_or(self.as_of));
        (late > 0).then(|| {
            let (days, limit) = (counted(late, "day"), timescale.limit());
            let (rule, from) = match self.other_start {
                None => (&TIM_05, "the receipt".to_owned()),
                Some(other) => (&TIM_05_FROM_PUBLICATION, excerpt(other)),
            };
            let published = match stopped {
                Some(stopped) => format!("published on {stopped}"),
                None => format!("not published by {}", self.as_of),
            };
            let message =
                format!("{published}, {days} after {due}, when the {limit} from {from} on {start} ended");
            Finding::new(rule, "stopped", message).with_value("due", due).with_value("days late", late)
        })
    }

    fn limit_stays(&self, due: Moment) -> Option<Finding> {
        let (start, change) = (self.event.started().day(), self.event.limit_changes_on()?);
        let due = due.day();
        let over = self.event.stopped_by(self.as_of).is_some_and(|stopped| stopped.day() < change);
        (!over && start < change && change <= due).then(|| {
            let message = format!(
                "the age band or placement changes on {change}, between the start on {start} and the due day {due}: the limit is the one in force on the due day"
            );
            Finding::new(&TIM_10, "limit_changes_on", message).with_value("due", due)
        })
    }

    /// An authority's own limit has no day in law.
    fn in_force(&self) -> Option<Finding> {
        let timescale = self.standard.timescale();
        let from = timescale.in_force_from().filter(|_| !self.standard.is_local())?;
        let start = self.event.started();
        (start.day() < from).then(|| {
            let message = format!(
                "started on {start}, before {from}, when the limit of {} for {} came into force",
                self.standard.limit(),
                timescale.id()
            );
            Finding::new(&TIM_13, "started", message).with_value("in force from", from)
        })
    }
}

/// What is stated of a period, against the events themselves where they are complete.
fn of_stated(stated: &StatedTimeliness, own: Option<TimelinessCount>) -> Findings {
    let mut findings = Findings::new();
    let period = stated.period();
    if let Some((own, number)) = own.zip(stated.in_time()).filter(|(own, number)| own.in_time() != *number) {
        let message = format!("{number} in time are stated for {period}, but {} were", own.in_time());
        findings.push(Finding::new(&TIM_08, "in_time", message).with_value("in time", own.in_time()));
    }
    if let Some((own, number)) = own.zip(stated.due()).filter(|(own, number)| own.due() != *number) {
        let left_out = own.open_late() > 0 && number == own.due() - own.open_late();
        let message = format!("{number} due are stated for {period}, but {} were", own.due());
        let message = with_left_out(message, left_out, own.open_late());
        findings.push(Finding::new(&TIM_08, "due", message).with_value("due", own.due()));
    }
    findings.extend(of_percent(stated, own));
    findings
}

fn of_percent(stated: &StatedTimeliness, own: Option<TimelinessCount>) -> Option<Finding> {
    let (period, percent) = (stated.period(), stated.percent()?);
    let none_due = stated.due() == Some(0) || own.is_some_and(|own| own.due() == 0);
    if none_due && percent.symbol().is_none() {
        let message = format!("{percent} in time is stated for {period}, but none was due: there is no data");
        return Some(Finding::new(&TIM_07, "percent", message).with_value("percent", percent));
    }
    let own = own?;
    let rate = own.rate().ok()?.value_rounded(1);
    if allows(percent, own.in_time(), own.due()) {
        return None;
    }
    let seen = own.due() - own.open_late();
    let left_out = own.open_late() > 0 && seen > 0 && allows(percent, own.in_time(), seen);
    let message = format!("{percent} in time is stated for {period}, but it is {}", own.in_words());
    let message = with_left_out(message, left_out, own.open_late());
    Some(Finding::new(&TIM_08, "percent", message).with_value("percent", format!("{rate}%")))
}

fn with_left_out(message: String, left_out: bool, open_late: u32) -> String {
    match left_out {
        true => format!("{message}: the {open_late} open past the limit are left out"),
        false => message,
    }
}

/// Whether a printed percentage may stand for a part of a whole above 0. Not applicable stands for none.
fn allows(percent: Figure, part: u32, whole: u32) -> bool {
    let Some(interval) = percent.interval(Unit::PerCent) else { return false };
    let rate = Ratio { numerator: 100 * i128::from(part), denominator: i128::from(whole) };
    interval.contains(rate)
}

/// The event that stands in for the clock's own start.
fn other_start(set: &TimedEvents) -> Option<&str> {
    let own = set.standard().timescale().clock_start();
    set.start_taken_from().filter(|other| !same_words(other, own))
}

fn start_of_its_own(set: &TimedEvents) -> Option<Finding> {
    let other = other_start(set)?;
    let message = format!(
        "the clock starts with {}, but the starts are taken from {other}",
        set.standard().timescale().clock_start()
    );
    Some(Finding::new(&TIM_06, "start_taken_from", message))
}

fn presented_as_local(set: &TimedEvents) -> Option<Finding> {
    let (standard, presented) = (set.standard(), set.presented_as()?);
    // Of no status is not what it is, but nobody takes it for law.
    let as_more = !matches!(presented, LegalStatus::Local | LegalStatus::NoStatus);
    (standard.is_local() && as_more).then(|| {
        let message = format!(
            "the limit of {} for {} is the authority's own, but it is presented as {}",
            standard.limit(),
            standard.timescale().id(),
            presented.label().to_lowercase()
        );
        Finding::new(&TIM_12, "presented_as", message).with_value("presented as", presented)
    })
}
