//! Cohorts of newly qualified social workers.

use crate::measure::{Headcount, Period};
use crate::rules::Findings;
use serde::{Deserialize, Serialize};

/// A year's intake of newly qualified social workers (NQSWs) and what became of them.
///
/// # Examples
///
/// ```
/// use childrens_services::{Headcount, NqswCohort};
///
/// // West Sussex's intake for 2019/20, as it came on stream in autumn 2019.
/// let cohort = NqswCohort::new("2019/20".parse()?, Headcount::new(38));
/// assert_eq!(cohort.in_progress(), Some(Headcount::new(38)));
///
/// // Invented.
/// let wrong = NqswCohort { completed: Headcount::new(30), withdrawn: Headcount::new(9), ..cohort };
/// assert_eq!(wrong.in_progress(), None);
/// assert_eq!(
///     wrong.findings().to_string(),
///     "error WRK-08 at cohort.intake: cohort 2019/20: 30 completed and 9 withdrawn exceed the intake of 38",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a cohort: an object with period, intake, completed and withdrawn")]
pub struct NqswCohort {
    /// The year of the intake.
    pub period: Period,
    /// Those who began.
    pub intake: Headcount,
    /// Those who have completed.
    pub completed: Headcount,
    /// Those who have withdrawn.
    pub withdrawn: Headcount,
}

impl NqswCohort {
    /// Creates the cohort of a year as it began: nobody has completed or withdrawn.
    #[must_use]
    pub const fn new(period: Period, intake: Headcount) -> Self {
        Self { period, intake, completed: Headcount::ZERO, withdrawn: Headcount::ZERO }
    }

    /// Those who have neither completed nor withdrawn. Returns `None` if more completed and withdrew than began.
    #[must_use]
    pub fn in_progress(self) -> Option<Headcount> {
        let left = self.intake.count().checked_sub(self.completed.count())?;
        left.checked_sub(self.withdrawn.count()).map(Headcount::new)
    }

    /// What is wrong with the cohort.
    #[must_use]
    pub fn findings(&self) -> Findings {
        self.findings_inside().within("cohort")
    }
}
