//! Decisions that the law hedges: key decisions, and placements at a distance.

use crate::{
    calendar::PartialDate,
    record::record,
    text::{OneLine, OneLineError},
};
use chrono::{Days, NaiveDate};

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
/// use childrens_services::{KeyDecision, chrono::NaiveDate};
///
/// // West Sussex adopted its plan on 6 August 2019; the day of the notice is invented.
/// let decision = KeyDecision::titled("Improvement plan", "2019-08-06".parse()?)?
///     .with_notice_published("2019-07-08".parse()?);
/// assert_eq!(decision.clear_days_of_notice(), Some(28));
/// assert_eq!(decision.earliest_after_notice(), Some(decision.taken()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(from = "crate::wire::Object<wire::Wire>", into = "wire::Wire")]
pub struct KeyDecision {
    title: OneLine,
    taken: NaiveDate,
    notice_published: Option<NaiveDate>,
    urgency: Option<OneLine>,
    body: Option<OneLine>,
}

impl KeyDecision {
    /// How many clear days lie between the notice and the decision at least.
    pub const CLEAR_DAYS: u64 = 28;

    /// A decision by its title and the day on which it was or will be taken.
    #[must_use]
    pub const fn new(title: OneLine, taken: NaiveDate) -> Self {
        Self { title, taken, notice_published: None, urgency: None, body: None }
    }

    /// As [`new`](Self::new), from a text.
    ///
    /// # Errors
    ///
    /// Refuses a title that says nothing, and control characters in it.
    pub fn titled(title: impl Into<String>, taken: NaiveDate) -> Result<Self, OneLineError> {
        Ok(Self::new(OneLine::new(title)?, taken))
    }

    /// Sets the day on which notice of it was published; what was set before is replaced.
    #[must_use]
    pub const fn with_notice_published(mut self, day: NaiveDate) -> Self {
        self.notice_published = Some(day);
        self
    }

    /// Sets the record of its urgency: why it could not wait, and who agreed; what was set before is replaced.
    ///
    /// # Errors
    ///
    /// Refuses a text that says nothing, and control characters in it.
    pub fn with_urgency(mut self, urgency: impl Into<String>) -> Result<Self, OneLineError> {
        self.urgency = Some(OneLine::new(urgency)?);
        Ok(self)
    }

    /// Sets the title of the body that takes it; what was set before is replaced.
    ///
    /// # Errors
    ///
    /// Refuses a title that says nothing, and control characters in it.
    pub fn with_body(mut self, title: impl Into<String>) -> Result<Self, OneLineError> {
        self.body = Some(OneLine::new(title)?);
        Ok(self)
    }

    /// The title.
    #[must_use]
    pub const fn title(&self) -> &OneLine {
        &self.title
    }

    /// The day on which it was or will be taken.
    #[must_use]
    pub const fn taken(&self) -> NaiveDate {
        self.taken
    }

    /// The day on which notice of it was published.
    #[must_use]
    pub const fn notice_published(&self) -> Option<NaiveDate> {
        self.notice_published
    }

    /// The record of its urgency.
    #[must_use]
    pub fn urgency(&self) -> Option<&str> {
        self.urgency.as_ref().map(OneLine::as_str)
    }

    /// The title of the body that takes it.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.body.as_ref().map(OneLine::as_str)
    }

    /// The first day on which it may be taken: the 29th after the notice, so that 28 clear days lie between. None
    /// without a notice, and where no date lies so late.
    #[must_use]
    pub fn earliest_after_notice(&self) -> Option<NaiveDate> {
        self.notice_published?.checked_add_days(Days::new(Self::CLEAR_DAYS + 1))
    }

    /// How many clear days lay between the notice and the decision: neither of the two days counts. None without
    /// a notice, and where it came after the decision.
    #[must_use]
    pub fn clear_days_of_notice(&self) -> Option<u64> {
        let days = crate::calendar::days_between(self.notice_published?, self.taken);
        u64::try_from(days).ok().map(|days| days.saturating_sub(1))
    }
}

record! {
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
    /// let approval = DistantPlacementApproval::by("dcs", "2019-10-01".parse()?)?;
    /// assert_eq!(approval.approved_by().as_str(), "dcs");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    DistantPlacementApproval, "an approval of a placement at a distance: an object with on and approved_by";
    required copies {
        /// When it was approved.
        on: PartialDate,
    }
    required {
        /// The id of the post whose holder approved it.
        approved_by: OneLine,
    }
    texts {}
    days {}
    copies {}
    values {}
    lists {}
}

impl DistantPlacementApproval {
    /// An approval by the id of the post whose holder gave it.
    ///
    /// # Errors
    ///
    /// Refuses an id that says nothing, and control characters in it.
    pub fn by(post: impl Into<String>, on: PartialDate) -> Result<Self, OneLineError> {
        Ok(Self::new(on, OneLine::new(post)?))
    }
}

mod wire {
    use super::{KeyDecision, NaiveDate, OneLine};
    use crate::wire::{Day, Object};
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields, expecting = "a key decision: an object with title and taken")]
    pub(super) struct Wire {
        title: OneLine,
        taken: Day,
        #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::wire::optional_day")]
        notice_published: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        urgency: Option<OneLine>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<OneLine>,
    }

    impl From<Object<Wire>> for KeyDecision {
        fn from(Object(wire): Object<Wire>) -> Self {
            let Wire { title, taken: Day(taken), notice_published, urgency, body } = wire;
            Self { title, taken, notice_published, urgency, body }
        }
    }

    impl From<KeyDecision> for Wire {
        fn from(KeyDecision { title, taken, notice_published, urgency, body }: KeyDecision) -> Self {
            Self { title, taken: Day(taken), notice_published, urgency, body }
        }
    }
}
