//! What falls due after a report or a letter.

use super::{AreaForPriorityAction, Inspection};
use crate::calendar::{CalendarError, WorkingDays};
use chrono::NaiveDate;

/// From when deadlines run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Receipt {
    /// The day on record.
    Recorded(#[serde(serialize_with = "crate::wire::write_day")] NaiveDate),
    /// The day of publication, because no receipt is on record. It may have been some days earlier or later,
    /// and then so are the deadlines.
    TakenFromPublication(#[serde(serialize_with = "crate::wire::write_day")] NaiveDate),
}

impl Receipt {
    /// The day.
    #[must_use]
    pub const fn day(self) -> NaiveDate {
        match self {
            Self::Recorded(day) | Self::TakenFromPublication(day) => day,
        }
    }
}

/// What falls due after a report or a letter, in working days from its receipt, which is day 0.
///
/// # Source
///
/// Education and Inspections Act 2006 s137(3); SI 2007/462 reg 2 (30 working days) and reg 3 (70 working
/// days); ILACS since September 2018 (20 working days). The duty does not depend on the grade.
///
/// # Examples
///
/// ```
/// use childrens_services::{Activity, Framework, Inspection, LocalAuthority, Receipt, WorkingDays};
///
/// let west_sussex = LocalAuthority::with_ons_code("E10000032")?;
/// let inspection =
///     Inspection::new(west_sussex, Framework::Ilacs, Activity::StandardInspection, "2019-02-25".parse()?)?
///         .with_published("2019-05-08".parse()?);
/// let deadlines = inspection.deadlines(&WorkingDays::england())?;
/// assert_eq!(deadlines.receipt, Receipt::TakenFromPublication("2019-05-08".parse()?));
/// assert_eq!(deadlines.publish_report, Some("2019-06-20".parse()?));
/// assert_eq!(deadlines.statement_of_action, Some("2019-08-15".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Deadlines {
    /// From when they run.
    pub receipt: Receipt,
    /// By when the authority must publish the report: after a graded inspection.
    #[serde(with = "crate::wire::optional_day")]
    pub publish_report: Option<NaiveDate>,
    /// By when it must publish its statement of action, sent to the Secretary of State and the Chief
    /// Inspector: after a graded inspection.
    #[serde(with = "crate::wire::optional_day")]
    pub statement_of_action: Option<NaiveDate>,
    /// By when the draft action plan goes to Ofsted: where there is an area for priority action.
    #[serde(with = "crate::wire::optional_day")]
    pub priority_action_draft: Option<NaiveDate>,
    /// By when the final action plan goes to Ofsted: where there is an area for priority action.
    #[serde(with = "crate::wire::optional_day")]
    pub priority_action_final: Option<NaiveDate>,
}

impl Deadlines {
    /// Working days to publish the report.
    pub const PUBLISH_REPORT_WORKING_DAYS: u32 = 30;
    /// Working days to publish the statement of action.
    pub const STATEMENT_OF_ACTION_WORKING_DAYS: u32 = 70;
}

impl Inspection {
    /// When the authority received the report or letter, or else when it was published.
    #[must_use]
    pub fn receipt(&self) -> Option<Receipt> {
        let published = || self.published().map(Receipt::TakenFromPublication);
        self.received().map(Receipt::Recorded).or_else(published)
    }

    /// What falls due after the report or letter.
    ///
    /// # Errors
    ///
    /// Refuses an inspection whose report was neither received nor published, and days outside the years
    /// whose bank holidays are known.
    pub fn deadlines(&self, working_days: &WorkingDays) -> Result<Deadlines, DeadlinesError> {
        let receipt = self.receipt().ok_or(DeadlinesError(Problem::NotReceived(self.start())))?;
        let due = |after: bool, limit| match after {
            true => working_days
                .add(receipt.day(), limit)
                .map(Some)
                .map_err(|e| DeadlinesError(Problem::Calendar(e))),
            false => Ok(None),
        };
        let graded = self.activity().is_graded();
        let priority = !self.areas_for_priority_action().is_empty()
            && self.start() >= AreaForPriorityAction::DEADLINES_FROM;
        Ok(Deadlines {
            receipt,
            publish_report: due(graded, Deadlines::PUBLISH_REPORT_WORKING_DAYS)?,
            statement_of_action: due(graded, Deadlines::STATEMENT_OF_ACTION_WORKING_DAYS)?,
            priority_action_draft: due(priority, AreaForPriorityAction::DRAFT_WORKING_DAYS)?,
            priority_action_final: due(priority, AreaForPriorityAction::FINAL_WORKING_DAYS)?,
        })
    }
}

impl Inspection {
    /// Records both deadlines of each area for priority action, from the receipt of the report or letter.
    ///
    /// # Errors
    ///
    /// Refuses what [`deadlines`](Self::deadlines) refuses.
    pub fn with_priority_action_deadlines(
        mut self,
        working_days: &WorkingDays,
    ) -> Result<Self, DeadlinesError> {
        let deadlines = self.deadlines(working_days)?;
        for area in &mut self.areas_for_priority_action {
            // Before September 2018 there are none, and what is recorded stays.
            area.draft_due = deadlines.priority_action_draft.or(area.draft_due);
            area.final_due = deadlines.priority_action_final.or(area.final_due);
        }
        Ok(self)
    }
}

/// An inspection has no deadlines that can be counted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct DeadlinesError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("the inspection that started on {0} has no day on which its report was received or published")]
    NotReceived(NaiveDate),
    #[error(transparent)]
    Calendar(CalendarError),
}
