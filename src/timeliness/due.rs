//! Why no due date can be worked out.

use super::Moment;
use crate::calendar::CalendarError;

/// A due date cannot be worked out, or not whether it was met.
///
/// # Examples
///
/// ```
/// use childrens_services::{Standard, Timescale, WorkingDays};
///
/// let visits = Standard::national(Timescale::by_id("T08").expect("it is in the table"));
/// assert_eq!(
///     visits.due("2019-06-04".parse()?, &WorkingDays::england()).unwrap_err().to_string(),
///     "T08 has no national limit: give the authority's own",
/// );
/// # Ok::<(), childrens_services::MomentError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct DueError(pub(super) Problem);

impl DueError {
    /// Whether the due date lies outside the years that can be counted in; the source of the error says which.
    #[must_use]
    pub const fn is_outside_years(&self) -> bool {
        matches!(self.0, Problem::Calendar { .. } | Problem::Beyond { .. })
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Problem {
    #[error("{0} has no national limit: give the authority's own")]
    Local(&'static str),
    #[error("{0} is counted in school terms, whose dates are not known here: give a limit of your own")]
    SchoolTerm(&'static str),
    #[error("{0} is due on the day that the direction names, which no limit gives")]
    AsDirected(&'static str),
    #[error("{0} has no limit of its own, so that nothing falls due")]
    Unlimited(&'static str),
    #[error("{id} is counted in hours, so that the start {start} needs a time of day")]
    StartTime { id: &'static str, start: Moment },
    #[error("{id} ends at {due}, so that the stop {stop} needs a time of day")]
    StopTime { id: &'static str, due: Moment, stop: Moment },
    #[error("the due date of {id} from {start} cannot be worked out")]
    Calendar {
        id: &'static str,
        start: Moment,
        #[source]
        error: CalendarError,
    },
    #[error("the due date of {id} from {start} is after the last date of all")]
    Beyond { id: &'static str, start: Moment },
}
