//! One event against the clock.

use super::Moment;
use crate::wire::Object;
use chrono::NaiveDate;

/// One event: when its clock started, when it stopped, and what was recorded as due. It holds nothing about
/// the child.
///
/// # Examples
///
/// ```
/// use childrens_services::TimedEvent;
///
/// // Invented.
/// let review = TimedEvent::new("2019-03-04".parse()?)
///     .with_stopped("2019-09-03".parse()?)
///     .with_recorded_due("2019-09-04".parse()?);
/// assert!(review.stopped().is_some());
/// assert_eq!(review.previous_due(), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(from = "Object<wire::Wire>", into = "wire::Wire")]
pub struct TimedEvent {
    started: Moment,
    stopped: Option<Moment>,
    recorded_due: Option<NaiveDate>,
    previous_due: Option<NaiveDate>,
    limit_changes_on: Option<NaiveDate>,
}

impl TimedEvent {
    /// An event whose clock started then, and runs.
    #[must_use]
    pub const fn new(started: Moment) -> Self {
        Self { started, stopped: None, recorded_due: None, previous_due: None, limit_changes_on: None }
    }

    /// Says when the clock stopped.
    #[must_use]
    pub const fn with_stopped(mut self, stopped: Moment) -> Self {
        self.stopped = Some(stopped);
        self
    }

    /// Says which day stands on record as the due day.
    #[must_use]
    pub const fn with_recorded_due(mut self, day: NaiveDate) -> Self {
        self.recorded_due = Some(day);
        self
    }

    /// Says when the previous review, visit or assessment was due, which may differ from when it was held.
    #[must_use]
    pub const fn with_previous_due(mut self, day: NaiveDate) -> Self {
        self.previous_due = Some(day);
        self
    }

    /// Says when another limit comes into force for the child: a birthday between age bands, or a change of
    /// placement.
    #[must_use]
    pub const fn with_limit_changes_on(mut self, day: NaiveDate) -> Self {
        self.limit_changes_on = Some(day);
        self
    }

    /// When the clock started: day 0.
    #[must_use]
    pub const fn started(&self) -> Moment {
        self.started
    }

    /// When the clock stopped; none while it runs.
    #[must_use]
    pub const fn stopped(&self) -> Option<Moment> {
        self.stopped
    }

    /// The due day on record.
    #[must_use]
    pub const fn recorded_due(&self) -> Option<NaiveDate> {
        self.recorded_due
    }

    /// The due day of the previous review, visit or assessment.
    #[must_use]
    pub const fn previous_due(&self) -> Option<NaiveDate> {
        self.previous_due
    }

    /// When another limit comes into force for the child.
    #[must_use]
    pub const fn limit_changes_on(&self) -> Option<NaiveDate> {
        self.limit_changes_on
    }

    /// When it stopped, as far as that is known on a day.
    pub(super) fn stopped_by(&self, as_of: NaiveDate) -> Option<Moment> {
        self.stopped.filter(|stopped| stopped.day() <= as_of)
    }
}

mod wire {
    use super::{Moment, NaiveDate, Object, TimedEvent};
    use crate::wire::optional_day;
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields, expecting = "a timed event: an object with started")]
    pub(super) struct Wire {
        started: Moment,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stopped: Option<Moment>,
        #[serde(default, skip_serializing_if = "Option::is_none", with = "optional_day")]
        recorded_due: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none", with = "optional_day")]
        previous_due: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none", with = "optional_day")]
        limit_changes_on: Option<NaiveDate>,
    }

    impl From<Object<Wire>> for TimedEvent {
        fn from(Object(wire): Object<Wire>) -> Self {
            let Wire { started, stopped, recorded_due, previous_due, limit_changes_on } = wire;
            Self { started, stopped, recorded_due, previous_due, limit_changes_on }
        }
    }

    impl From<TimedEvent> for Wire {
        fn from(event: TimedEvent) -> Self {
            let TimedEvent { started, stopped, recorded_due, previous_due, limit_changes_on } = event;
            Self { started, stopped, recorded_due, previous_due, limit_changes_on }
        }
    }
}
