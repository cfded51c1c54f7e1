//! Who holds a post, from when until when.

use super::{AppointmentBasis, Capacity};
use crate::{
    authority::LocalAuthority,
    calendar::PartialDate,
    record::record,
    text::{OneLine, OneLineError},
};
use chrono::NaiveDate;
use core::ops::RangeInclusive;

record! {
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
    /// let appointment = Appointment::of("dcs", "A Director")?.with_from("2019-06".parse()?);
    /// let (early, late) = ("2019-06-10".parse()?, "2019-07-01".parse()?);
    /// assert!(appointment.holds_on(early) && !appointment.certainly_holds_on(early));
    /// assert!(appointment.certainly_holds_on(late));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Appointment, "an appointment: an object with post and holder";
    required copies {}
    required {
        /// The id of the post.
        post: OneLine,
        /// The name of the person who holds it.
        holder: OneLine,
    }
    texts {}
    days {}
    copies {
        /// The first day in the post.
        from: PartialDate, with_from;
        /// The last day in the post.
        until: PartialDate, with_until;
        /// The terms.
        basis: AppointmentBasis, with_basis;
        /// As what the person holds it.
        capacity: Capacity, with_capacity;
        /// When it was tested and recorded that the further functions leave the post effective.
        assurance_tested: PartialDate, with_assurance_tested;
    }
    values {}
    lists {
        /// What the holder is responsible for beside the post, such as adult services.
        other_functions: OneLine, with_other_function;
        /// The authorities that the appointment is to. None named: the one whose record it is.
        authorities: LocalAuthority, with_authority;
    }
}

impl Appointment {
    /// An appointment by the id of the post and the name of the person.
    ///
    /// # Errors
    ///
    /// Refuses an id or a name that says nothing, and control characters in them.
    pub fn of(post: impl Into<String>, holder: impl Into<String>) -> Result<Self, OneLineError> {
        Ok(Self::new(OneLine::new(post)?, OneLine::new(holder)?))
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
