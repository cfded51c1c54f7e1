//! Who holds a post, from when until when.

use super::{AppointmentBasis, Capacity};
use crate::{authority::LocalAuthority, calendar::PartialDate, text::OneLine};
use chrono::NaiveDate;
use core::ops::RangeInclusive;
use serde::{Deserialize, Serialize};

/// One person in one post.
///
/// Where no beginning is given, it lies before the record; where no end is given, it goes on.
///
/// # Examples
///
/// ```
/// use childrens_services::Appointment;
///
/// // Invented. The day on which it began is not on record.
/// let appointment = Appointment {
///     from: Some("2019-06".parse()?),
///     ..Appointment::new("dcs".parse()?, "A Director".parse()?)
/// };
/// let (early, late) = ("2019-06-10".parse()?, "2019-07-01".parse()?);
/// assert!(appointment.holds_on(early) && !appointment.certainly_holds_on(early));
/// assert!(appointment.certainly_holds_on(late));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an appointment: an object with post and holder")]
pub struct Appointment {
    /// The id of the post.
    pub post: OneLine,
    /// The name of the person who holds it.
    pub holder: OneLine,
    /// The first day in the post.
    pub from: Option<PartialDate>,
    /// The last day in the post.
    pub until: Option<PartialDate>,
    /// The terms.
    pub basis: Option<AppointmentBasis>,
    /// As what the person holds it.
    pub capacity: Option<Capacity>,
    /// When it was tested and recorded that the further functions leave the post effective.
    pub assurance_tested: Option<PartialDate>,
    /// What the holder is responsible for beside the post, such as adult services.
    #[serde(default)]
    pub other_functions: Vec<OneLine>,
    /// The authorities that the appointment is to. None named: the one whose record it is.
    #[serde(default)]
    pub authorities: Vec<LocalAuthority>,
}

impl Appointment {
    /// Creates an appointment from the id of the post and the name of the person.
    #[must_use]
    pub const fn new(post: OneLine, holder: OneLine) -> Self {
        Self {
            post,
            holder,
            from: None,
            until: None,
            basis: None,
            capacity: None,
            assurance_tested: None,
            other_functions: Vec::new(),
            authorities: Vec::new(),
        }
    }

    /// Whether the person holds the post on a day, as far as the dates tell: a beginning known to the month or the
    /// year counts from its first day and an end to its last, so on the days between it may have been.
    #[must_use]
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.possible_days().contains(&day)
    }

    /// Whether the person holds the post on a day, whatever day a date known to the month or the year was.
    #[must_use]
    pub fn certainly_holds_on(&self, day: NaiveDate) -> bool {
        self.certain_days().contains(&day)
    }

    /// Forgets an end and a test of assurance that come after a day.
    pub(super) fn forget_after(&mut self, day: NaiveDate) {
        self.until = self.until.filter(|until| until.first() <= day);
        self.assurance_tested = self.assurance_tested.filter(|tested| tested.first() <= day);
    }

    /// The days on which it may be held.
    pub(super) fn possible_days(&self) -> RangeInclusive<NaiveDate> {
        let from = self.from.map_or(NaiveDate::MIN, PartialDate::first);
        from..=self.until.map_or(NaiveDate::MAX, PartialDate::last)
    }

    /// The days on which it is certainly held; none, where its dates leave every day open.
    pub(super) fn certain_days(&self) -> RangeInclusive<NaiveDate> {
        let from = self.from.map_or(NaiveDate::MIN, PartialDate::last);
        from..=self.until.map_or(NaiveDate::MAX, PartialDate::first)
    }

    /// Whether it had certainly begun by a day.
    pub(super) fn began_by(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from.last() <= day)
    }
}
