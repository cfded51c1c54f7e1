//! Cohorts of newly qualified social workers.

use crate::measure::{Headcount, Period};
#[cfg(feature = "serde")]
use crate::wire::Object;

/// A year's intake of newly qualified social workers (NQSWs) and what became of them.
///
/// # Guarantees
///
/// Completed and withdrawn together never exceed the intake.
///
/// # Examples
///
/// ```
/// use childrens_services::{Headcount, NqswCohort};
///
/// // West Sussex's intake for 2019/20, as it came on stream in autumn 2019.
/// let none = Headcount::ZERO;
/// let cohort = NqswCohort::new("2019/20".parse()?, Headcount::new(38), none, none)?;
/// assert_eq!(cohort.in_progress(), Headcount::new(38));
/// assert_eq!(
///     NqswCohort::new("2019/20".parse()?, Headcount::new(38), Headcount::new(30), Headcount::new(9))
///         .unwrap_err()
///         .to_string(),
///     "cohort 2019/20: 30 completed and 9 withdrawn exceed the intake of 38",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "Object<Wire>", into = "Wire"))]
pub struct NqswCohort {
    period: Period,
    intake: Headcount,
    completed: Headcount,
    withdrawn: Headcount,
}

impl NqswCohort {
    /// The cohort of a year: who began, who has completed, who has withdrawn.
    ///
    /// # Errors
    ///
    /// Refuses more completed and withdrawn than began.
    pub fn new(
        period: Period,
        intake: Headcount,
        completed: Headcount,
        withdrawn: Headcount,
    ) -> Result<Self, CohortError> {
        if u64::from(completed.count()) + u64::from(withdrawn.count()) > u64::from(intake.count()) {
            return Err(CohortError { period, intake, completed, withdrawn });
        }
        Ok(Self { period, intake, completed, withdrawn })
    }

    /// The cohort as it began.
    pub(crate) const fn at_intake(self) -> Self {
        Self { completed: Headcount::ZERO, withdrawn: Headcount::ZERO, ..self }
    }

    /// The year of the intake.
    #[must_use]
    pub const fn period(self) -> Period {
        self.period
    }

    /// Those who began.
    #[must_use]
    pub const fn intake(self) -> Headcount {
        self.intake
    }

    /// Those who have completed.
    #[must_use]
    pub const fn completed(self) -> Headcount {
        self.completed
    }

    /// Those who have withdrawn.
    #[must_use]
    pub const fn withdrawn(self) -> Headcount {
        self.withdrawn
    }

    /// Those who have neither completed nor withdrawn.
    #[must_use]
    pub const fn in_progress(self) -> Headcount {
        // Not below 0: the constructor saw to it.
        Headcount::new(self.intake.count() - self.completed.count() - self.withdrawn.count())
    }
}

/// More completed and withdrew than began.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("cohort {period}: {completed} completed and {withdrawn} withdrawn exceed the intake of {intake}")]
pub struct CohortError {
    period: Period,
    intake: Headcount,
    completed: Headcount,
    withdrawn: Headcount,
}

#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, expecting = "a cohort: an object with period, intake, completed and withdrawn")]
struct Wire {
    period: Period,
    intake: Headcount,
    completed: Headcount,
    withdrawn: Headcount,
}

#[cfg(feature = "serde")]
impl TryFrom<Object<Wire>> for NqswCohort {
    type Error = CohortError;

    fn try_from(Object(wire): Object<Wire>) -> Result<Self, CohortError> {
        Self::new(wire.period, wire.intake, wire.completed, wire.withdrawn)
    }
}

#[cfg(feature = "serde")]
impl From<NqswCohort> for Wire {
    fn from(NqswCohort { period, intake, completed, withdrawn }: NqswCohort) -> Self {
        Self { period, intake, completed, withdrawn }
    }
}
