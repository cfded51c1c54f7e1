//! Blue, red, amber, green, and grey.

use super::{Assessment, TargetStatus};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// A status rating, of an action's delivery or of an indicator against its target.
    ///
    /// There is no statutory scheme and councils differ: [`StatusScheme`](crate::StatusScheme) holds a council's own words,
    /// and a caller's own function may take the place of [`Rating::of`].
    ///
    /// | rating | delivery | target |
    /// | --- | --- | --- |
    /// | blue | complete, impact evidenced and signed off | met for as many periods in a row as it says |
    /// | green | on track for the due date, or complete | met, or on track |
    /// | amber | off track with a recovery plan, the due date still ahead or passed by a month at most | at risk, or met and left since |
    /// | red | off track without a recovery plan, or the due date missed | off track, or missed |
    /// | grey | not started and not due, or no due date | stale, no data, or cannot tell |
    ///
    /// # Source
    ///
    /// A convention of this crate, after the trackers of councils.
    Rating: "rating" {
        /// Complete with impact evidenced, or sustained.
        Blue: "blue", "Blue";
        /// On track, complete, or met.
        Green: "green", "Green";
        /// Off track and recoverable, or at risk.
        Amber: "amber", "Amber";
        /// Off track, or missed.
        Red: "red", "Red";
        /// Not started and not due, or nothing known.
        Grey: "grey", "Grey", "Gray";
    }
}

impl Rating {
    /// Returns the colour of an assessment: blue for a goal that is met and sustained, green for met and on track, amber for
    /// at risk and for a goal that was met by its day and left since, red for off track and missed, grey for the rest.
    ///
    /// A function of the caller may take its place, such as in
    /// [`ImprovementPlan::statuses_on`](crate::ImprovementPlan::statuses_on); it can ask the assessment for all that this one
    /// does.
    #[must_use]
    pub fn of(assessment: &Assessment<'_>) -> Self {
        match assessment.status() {
            TargetStatus::Met if assessment.left_after().is_some() => Self::Amber,
            TargetStatus::Met if assessment.is_sustained() => Self::Blue,
            TargetStatus::Met | TargetStatus::OnTrack => Self::Green,
            TargetStatus::AtRisk => Self::Amber,
            TargetStatus::OffTrack | TargetStatus::Missed => Self::Red,
            TargetStatus::Stale | TargetStatus::NoData | TargetStatus::CannotTell => Self::Grey,
        }
    }

    /// Grave first: red, amber, grey, green, blue.
    pub(crate) const fn concern(self) -> u8 {
        match self {
            Self::Red => 4,
            Self::Amber => 3,
            Self::Grey => 2,
            Self::Green => 1,
            Self::Blue => 0,
        }
    }
}
