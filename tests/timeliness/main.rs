//! Timeliness: due dates worked out by hand, counts, each rule broken and kept, every refusal, laws and the
//! frozen wire.

#![allow(clippy::unwrap_used, reason = "what a strategy builds is part of its test")]

mod counts;
mod due_dates;
mod each_rule;
mod frozen;
mod laws;
mod refusals;
mod wire;

use childrens_services::{
    Certainty, DueError, LegalStatus, Limit, Moment, Period, Rate, Series, Standard, StatedTimeliness,
    TimedEvent, TimedEvents, TimelinessCount, Timescale, WorkingDays, chrono::NaiveDate, kpi::catalogue,
    timeliness::TIMESCALES,
};
use std::{
    collections::BTreeSet,
    error::Error as _,
    fmt::{Debug, Display},
    str::FromStr,
};

// Helpers.

#[track_caller]
fn read<T: FromStr<Err: Display>>(text: &str) -> T {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[track_caller]
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
}

#[track_caller]
fn moment(text: &str) -> Moment {
    read(text)
}

#[track_caller]
fn period(text: &str) -> Period {
    read(text)
}

#[track_caller]
fn timescale(id: &str) -> &'static Timescale {
    Timescale::by_id(id).unwrap_or_else(|| panic!("{id} is not in the table"))
}

#[track_caller]
fn national(id: &str) -> Standard {
    Standard::national(timescale(id))
}

#[track_caller]
fn local(id: &str, limit: &str) -> Standard {
    Standard::local(timescale(id), read(limit)).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn extended(id: &str) -> Standard {
    Standard::extended(timescale(id)).unwrap_or_else(|error| panic!("{error}"))
}

/// The due date by the bank holidays on record.
fn due(standard: Standard, start: &str) -> Result<Moment, DueError> {
    standard.due(moment(start), &WorkingDays::england())
}

/// An event that still runs.
#[track_caller]
fn open(start: &str) -> TimedEvent {
    TimedEvent::new(moment(start))
}

#[track_caller]
fn stopped(start: &str, stop: &str) -> TimedEvent {
    open(start).with_stopped(moment(stop))
}

/// An event with a due day on record.
#[track_caller]
fn recorded(start: &str, due: &str) -> TimedEvent {
    open(start).with_recorded_due(day(due))
}

#[track_caller]
fn set(standard: Standard, events: impl IntoIterator<Item = TimedEvent>) -> TimedEvents {
    TimedEvents::new(standard, events).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn refuses<T: Debug, E: Display>(refused: Result<T, E>, expected: &str) {
    let message = refused.map(|value| panic!("{value:?} was not refused"));
    assert_eq!(message.unwrap_or_else(|error: E| error.to_string()), expected);
}
