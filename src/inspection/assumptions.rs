//! What the sources do not settle, and the caller therefore may.

use crate::{
    calendar::{WorkingDays, day},
    vocabulary::vocabulary,
};
use chrono::NaiveDate;

vocabulary! {
    /// Which dates of two Inadequate inspections must lie within five years for a persistent failure.
    FailureClock: "failure clock" {
        /// From publication to publication.
        Publication: "publication", "publication to publication";
        /// From the start of one inspection to the start of the other.
        InspectionStart: "inspection_start", "start to start";
    }
}

/// What the sources leave open, with this crate's reading of it as the default: set your own where you know
/// better.
///
/// | what | default | why it is open |
/// | --- | --- | --- |
/// | the first start of an inspection without an overall grade | 1 April 2026 | Ofsted said "from April 2026"; two inspections that started on 27 April 2026 have none |
/// | the clock of persistent failure | publication to publication | the definition says "within five years" and names no dates |
/// | bank holidays to come | none proclaimed | a proclamation can add a day |
///
/// # Examples
///
/// ```
/// use childrens_services::{Assumptions, FailureClock};
///
/// let ours = Assumptions::new().with_failure_clock(FailureClock::InspectionStart);
/// assert_eq!(ours.no_overall_from().to_string(), "2026-04-01");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(from = "crate::wire::Object<wire::Wire>", into = "wire::Wire")]
pub struct Assumptions {
    no_overall_from: NaiveDate,
    failure_clock: FailureClock,
    working_days: WorkingDays,
}

impl Assumptions {
    /// The defaults.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            no_overall_from: day(2026, 4, 1),
            failure_clock: FailureClock::Publication,
            working_days: WorkingDays::england(),
        }
    }

    /// Sets the first start of an ILACS inspection that has no overall grade.
    #[must_use]
    pub const fn with_no_overall_from(mut self, start: NaiveDate) -> Self {
        self.no_overall_from = start;
        self
    }

    /// Sets the clock of persistent failure.
    #[must_use]
    pub const fn with_failure_clock(mut self, clock: FailureClock) -> Self {
        self.failure_clock = clock;
        self
    }

    /// Sets the working days, for instance with a holiday proclaimed since.
    #[must_use]
    pub fn with_working_days(mut self, working_days: WorkingDays) -> Self {
        self.working_days = working_days;
        self
    }

    /// The first start of an ILACS inspection that has no overall grade.
    #[must_use]
    pub const fn no_overall_from(&self) -> NaiveDate {
        self.no_overall_from
    }

    /// The clock of persistent failure.
    #[must_use]
    pub const fn failure_clock(&self) -> FailureClock {
        self.failure_clock
    }

    /// The working days that deadlines are counted in.
    #[must_use]
    pub const fn working_days(&self) -> &WorkingDays {
        &self.working_days
    }
}

impl Default for Assumptions {
    fn default() -> Self {
        Self::new()
    }
}

mod wire {
    use super::{Assumptions, FailureClock, NaiveDate, WorkingDays};
    use crate::wire::{Object, optional_day};
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    #[serde(
        deny_unknown_fields,
        expecting = "assumptions: an object with optional no_overall_from, failure_clock and working_days"
    )]
    pub(super) struct Wire {
        #[serde(default, with = "optional_day")]
        no_overall_from: Option<NaiveDate>,
        failure_clock: Option<FailureClock>,
        working_days: Option<WorkingDays>,
    }

    impl From<Object<Wire>> for Assumptions {
        fn from(Object(wire): Object<Wire>) -> Self {
            let default = Self::new();
            Self {
                no_overall_from: wire.no_overall_from.unwrap_or(default.no_overall_from),
                failure_clock: wire.failure_clock.unwrap_or(default.failure_clock),
                working_days: wire.working_days.unwrap_or(default.working_days),
            }
        }
    }

    impl From<Assumptions> for Wire {
        fn from(Assumptions { no_overall_from, failure_clock, working_days }: Assumptions) -> Self {
            Self {
                no_overall_from: Some(no_overall_from),
                failure_clock: Some(failure_clock),
                working_days: Some(working_days),
            }
        }
    }
}
