//! Decisions that the law hedges: key decisions, and placements at a distance.

use crate::{
    calendar::{Day, PartialDate},
    text::OneLine,
};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// A key decision of the executive, with the notice that was given of it.
///
/// # Source
///
/// The Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012
/// (SI 2012/2089): notice is published at least 28 clear days before the decision, or urgency is recorded.
///
/// # Examples
///
/// ```
/// use childrens_services::KeyDecision;
///
/// // West Sussex adopted its plan on 6 August 2019; the day of the notice is invented.
/// let decision = KeyDecision {
///     notice_published: Some("2019-07-08".parse()?),
///     ..KeyDecision::new("Improvement plan".parse()?, "2019-08-06".parse()?)
/// };
/// assert_eq!(decision.clear_days_of_notice(), Some(28));
/// assert_eq!(decision.earliest_after_notice(), Some(decision.taken.date()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a key decision: an object with title and taken")]
pub struct KeyDecision {
    /// The title.
    pub title: OneLine,
    /// The day on which it was or will be taken.
    pub taken: Day,
    /// The day on which notice of it was published.
    pub notice_published: Option<Day>,
    /// The record of its urgency: why it could not wait, and who agreed.
    pub urgency: Option<OneLine>,
    /// The title of the body that takes it.
    pub body: Option<OneLine>,
}

impl KeyDecision {
    /// How many clear days lie between the notice and the decision at least.
    pub const CLEAR_DAYS: u64 = 28;

    /// Creates a decision of which nothing else is known.
    #[must_use]
    pub const fn new(title: OneLine, taken: Day) -> Self {
        Self { title, taken, notice_published: None, urgency: None, body: None }
    }

    /// The first day on which it may be taken: the 29th after the notice, so that 28 clear days lie between. None
    /// without a notice, and where no date lies so late.
    #[must_use]
    pub fn earliest_after_notice(&self) -> Option<NaiveDate> {
        self.notice_published?.date().checked_add_days(Days::new(Self::CLEAR_DAYS + 1))
    }

    /// How many clear days lay between the notice and the decision: neither of the two days counts. None without
    /// a notice, and where it came after the decision.
    #[must_use]
    pub fn clear_days_of_notice(&self) -> Option<u64> {
        let days = crate::calendar::days_between(self.notice_published?.date(), self.taken.date());
        u64::try_from(days).ok().map(|days| days.saturating_sub(1))
    }
}

/// The approval of a placement at a distance: outside the area of the authority and of those that adjoin it.
/// It holds nothing about the child.
///
/// # Source
///
/// Care Planning, Placement and Case Review (England) Regulations 2010, regulation 11, as amended by
/// SI 2013/3239: the Director of Children's Services approves it.
///
/// # Examples
///
/// ```
/// use childrens_services::governance::DistantPlacementApproval;
///
/// // Invented.
/// let approval = DistantPlacementApproval { on: "2019-10-01".parse()?, approved_by: "dcs".parse()? };
/// assert_eq!(serde_json::to_string(&approval)?, r#"{"on":"2019-10-01","approved_by":"dcs"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "an approval of a placement at a distance: an object with on and approved_by"
)]
pub struct DistantPlacementApproval {
    /// When it was approved.
    pub on: PartialDate,
    /// The id of the post whose holder approved it.
    pub approved_by: OneLine,
}
