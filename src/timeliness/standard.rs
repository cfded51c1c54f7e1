//! A timescale with the limit that is applied.

use super::{DueError, LegalStatus, Limit, Moment, Timescale, due::Problem as Due};
use crate::wire::Object;
use crate::{
    calendar::WorkingDays,
    kpi::{Indicator, Polarity},
    measure::Unit,
    text,
};
use core::fmt;

/// A timescale with the limit that is applied to it: the national one, the longer one of an extension, or the
/// authority's own.
///
/// # Wire
///
/// `{"timescale": "T22"}`, with `"extended": true` or `"local_limit": "10 working days"`.
///
/// # Examples
///
/// ```
/// use childrens_services::{Limit, Standard, Timescale, WorkingDays};
///
/// let statement = Standard::national(Timescale::by_id("T71").expect("it is in the table"));
/// let england = WorkingDays::england();
/// // West Sussex: report of 8 May 2019, plan adopted on 6 August.
/// let report = "2019-05-08".parse()?;
/// assert_eq!(statement.due(report, &england)?.to_string(), "2019-08-15");
/// assert!(statement.is_in_time(report, "2019-08-06".parse()?, &england)?);
///
/// let visits = Timescale::by_id("T08").expect("it is in the table");
/// let ours = Standard::local(visits, Limit::WorkingDays(10))?;
/// assert_eq!(ours.to_string(), "T08 Visits to a child on a protection plan: 10 working days (local)");
/// assert!(Standard::local(visits, Limit::SchoolTerm).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "Object<Wire>", into = "Wire")]
pub struct Standard {
    timescale: &'static Timescale,
    limit: Limit,
    basis: Basis,
}

/// Whose limit it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Basis {
    National,
    Extended,
    Local,
}

impl Standard {
    /// The timescale as it stands. Where it has no national number
    /// ([`Limit::is_counted`]), nothing can be worked out by it.
    #[must_use]
    pub const fn national(timescale: &'static Timescale) -> Self {
        Self { timescale, limit: timescale.limit(), basis: Basis::National }
    }

    /// The timescale for events whose limit was extended, from the same start.
    ///
    /// # Errors
    ///
    /// Refuses a timescale that has no extension.
    pub fn extended(timescale: &'static Timescale) -> Result<Self, StandardError> {
        match timescale.extended_to() {
            Some(limit) => Ok(Self { timescale, limit, basis: Basis::Extended }),
            None => Err(StandardError(Problem::NoExtension(timescale.id()))),
        }
    }

    /// The timescale with the authority's own limit: where there is no national number, where this crate is
    /// not sure of it, or where the authority asks for more.
    ///
    /// # Errors
    ///
    /// Refuses a limit that is no number, a notice where the timescale sets a deadline, and a deadline where it
    /// asks for notice.
    pub fn local(timescale: &'static Timescale, limit: Limit) -> Result<Self, StandardError> {
        if !limit.is_counted() {
            return Err(StandardError(Problem::NotCounted { id: timescale.id(), limit }));
        }
        // What is late for the one is early for the other.
        match (timescale.limit().is_notice(), limit.is_notice()) {
            (false, true) => Err(StandardError(Problem::Notice { id: timescale.id(), limit })),
            (true, false) => Err(StandardError(Problem::Deadline { id: timescale.id(), limit })),
            _ => Ok(Self { timescale, limit, basis: Basis::Local }),
        }
    }

    /// The timescale.
    #[must_use]
    pub const fn timescale(self) -> &'static Timescale {
        self.timescale
    }

    /// The limit that is applied.
    #[must_use]
    pub const fn limit(self) -> Limit {
        self.limit
    }

    /// Whether the limit is the authority's own.
    #[must_use]
    pub const fn is_local(self) -> bool {
        matches!(self.basis, Basis::Local)
    }

    /// Whether the limit is that of an extension.
    #[must_use]
    pub const fn is_extended(self) -> bool {
        matches!(self.basis, Basis::Extended)
    }

    /// On what the limit rests: local where it is the authority's own.
    #[must_use]
    pub const fn status(self) -> LegalStatus {
        if self.is_local() { LegalStatus::Local } else { self.timescale.status() }
    }

    /// When a limit ends that starts then: its last day, or for hours its last minute. For a notice, whose
    /// start is the day on which it is given, the earliest day on which what is notified may come.
    ///
    /// Hours are those of the local clock: over the last Sunday of March or October 72 hours still end at the
    /// same time of day.
    ///
    /// # Errors
    ///
    /// Refuses a limit that is no number, a start without time of day where hours are counted, and days outside
    /// the years whose bank holidays are known where working days are.
    pub fn due(self, start: Moment, working_days: &WorkingDays) -> Result<Moment, DueError> {
        self.check_start(start)?;
        let id = self.timescale.id();
        let due = match self.limit {
            Limit::Hours(hours) => start.hours_later(hours),
            limit => {
                let day = limit.day_from(start.day(), working_days);
                day.map_err(|error| DueError(Due::Calendar { id, start, error }))?.map(Moment::on)
            }
        };
        due.ok_or(DueError(Due::Beyond { id, start }))
    }

    /// Whether what started and stopped then was in time: not after [`due`](Self::due), or for a notice not
    /// before it. What stopped before it started is never in time.
    ///
    /// # Errors
    ///
    /// Refuses what [`due`](Self::due) refuses, and a stop without time of day on the day on which a limit in
    /// hours ends.
    pub fn is_in_time(
        self,
        start: Moment,
        stop: Moment,
        working_days: &WorkingDays,
    ) -> Result<bool, DueError> {
        let due = self.due(start, working_days)?;
        if stop.is_before(start) == Some(true) {
            return Ok(false);
        }
        self.is_met(due, stop).ok_or_else(|| self.stop_needs_time(due, stop))
    }

    /// What a series of its timeliness observes: the share in time, in per cent.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Standard, Timescale};
    ///
    /// let health = Standard::national(Timescale::by_id("T25").expect("it is in the table"));
    /// let indicator = health.indicator();
    /// assert_eq!((indicator.code(), indicator.title()), ("t25_in_time", "Initial health assessment: in time"));
    /// assert!(indicator.definition().is_some_and(|text| text.contains("limit 20 working days")));
    /// ```
    #[must_use]
    #[allow(clippy::missing_panics_doc, reason = "only a fault of this crate could cause one")]
    pub fn indicator(self) -> Indicator {
        let timescale = self.timescale();
        let basis = match (self.is_local(), self.is_extended()) {
            (true, _) => ", the authority's own",
            (_, true) => ", extended",
            _ => "",
        };
        let definition = format!(
            "events in time / events due, from {} to {}; limit {}{basis}",
            timescale.clock_start(),
            timescale.clock_stop(),
            self.limit(),
        );
        let code = format!("{}_in_time", timescale.id().to_lowercase());
        let title = format!("{}: in time", timescale.title());
        Indicator::new(code, title, Unit::PerCent, Polarity::HigherIsBetter)
            .and_then(Indicator::share)
            .and_then(|indicator| indicator.with_definition(definition))
            .and_then(|indicator| indicator.with_source(timescale.source()))
            .expect("a code of a letter and digits that is none of this crate's own, and a title")
    }

    /// Whether a stop meets the due date; none where its time of day would tell.
    pub(super) fn is_met(self, due: Moment, stop: Moment) -> Option<bool> {
        match self.limit {
            Limit::Hours(_) => due.is_before(stop).map(|late| !late),
            limit if limit.is_notice() => Some(stop.day() >= due.day()),
            _ => Some(stop.day() <= due.day()),
        }
    }

    pub(super) const fn stop_needs_time(self, due: Moment, stop: Moment) -> DueError {
        DueError(Due::StopTime { id: self.timescale.id(), due, stop })
    }

    /// Whether due dates can be worked out at all.
    pub(super) const fn check_counted(self) -> Result<(), DueError> {
        let id = self.timescale.id();
        Err(DueError(match self.limit {
            Limit::Local => Due::Local(id),
            Limit::SchoolTerm => Due::SchoolTerm(id),
            Limit::AsDirected => Due::AsDirected(id),
            Limit::Unlimited => Due::Unlimited(id),
            _ => return Ok(()),
        }))
    }

    /// Whether a due date can be worked out from this start, the calendar allowing.
    pub(super) const fn check_start(self, start: Moment) -> Result<(), DueError> {
        match self.limit {
            Limit::Hours(_) if start.time().is_none() => {
                Err(DueError(Due::StartTime { id: self.timescale.id(), start }))
            }
            _ => self.check_counted(),
        }
    }
}

impl fmt::Display for Standard {
    /// The timescale and the limit.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let basis = match self.basis {
            Basis::National => "",
            Basis::Extended => " (extended)",
            Basis::Local => " (local)",
        };
        text::pad(&format!("{}: {}{basis}", self.timescale, self.limit), f)
    }
}

/// A limit cannot be applied to a timescale.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct StandardError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("{0} has no extension")]
    NoExtension(&'static str),
    #[error("{id}: a local limit is a number with its unit, such as 20 working days, not {:?}", limit.to_string())]
    NotCounted { id: &'static str, limit: Limit },
    #[error("{id} sets a deadline, but the local limit {:?} is a notice", limit.to_string())]
    Notice { id: &'static str, limit: Limit },
    #[error("{id} asks for notice, but the local limit {:?} is a deadline", limit.to_string())]
    Deadline { id: &'static str, limit: Limit },
    #[error("{0}: a standard is extended or has a local limit, not both")]
    Both(&'static str),
}

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, expecting = "a standard: an object with timescale")]
struct Wire {
    timescale: &'static Timescale,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    extended: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    local_limit: Option<Limit>,
}

impl TryFrom<Object<Wire>> for Standard {
    type Error = StandardError;

    fn try_from(Object(wire): Object<Wire>) -> Result<Self, StandardError> {
        match (wire.extended, wire.local_limit) {
            (true, Some(_)) => Err(StandardError(Problem::Both(wire.timescale.id()))),
            (true, None) => Self::extended(wire.timescale),
            (false, Some(limit)) => Self::local(wire.timescale, limit),
            (false, None) => Ok(Self::national(wire.timescale)),
        }
    }
}

impl From<Standard> for Wire {
    fn from(standard: Standard) -> Self {
        Self {
            timescale: standard.timescale,
            extended: standard.is_extended(),
            local_limit: standard.is_local().then_some(standard.limit),
        }
    }
}
