//! Bodies that decide, scrutinise or challenge, who sits on them, and when they met.

use super::{BodyKind, Capacity, Representation, Subject};
use crate::{
    calendar::{Cadence, PartialDate},
    record::record,
    text::{OneLine, OneLineError},
};
use chrono::NaiveDate;

record! {
    /// Somebody who sits on a body.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::governance::{BodyMember, Capacity, Representation};
    ///
    /// // Invented.
    /// let member = BodyMember::named("A Superintendent")?
    ///     .with_capacity(Capacity::Partner)
    ///     .with_represents(Representation::Police);
    /// assert!(member.represents().is_some_and(Representation::is_safeguarding_partner));
    /// # Ok::<(), childrens_services::OneLineError>(())
    /// ```
    BodyMember, "a member of a body: an object with name";
    required copies {}
    required {
        /// The name of the person, or of the group where the record names none.
        name: OneLine,
    }
    texts {}
    days {}
    copies {
        /// As what the person sits there.
        capacity: Capacity, with_capacity;
        /// For whom the person speaks.
        represents: Representation, with_represents;
    }
    values {}
    lists {}
}

impl BodyMember {
    /// A member by name.
    ///
    /// # Errors
    ///
    /// Refuses a name that says nothing, and control characters in it.
    pub fn named(name: impl Into<String>) -> Result<Self, OneLineError> {
        Ok(Self::new(OneLine::new(name)?))
    }

    /// For whom the person speaks: elected members and employees for the council, unless it is recorded otherwise.
    pub(super) fn speaks_for(&self) -> Option<Representation> {
        let of_the_council = self.capacity.is_some_and(Capacity::is_of_the_council);
        self.represents.or(of_the_council.then_some(Representation::Council))
    }
}

record! {
    /// A meeting of a body, held or planned.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Meeting, governance::Subject};
    ///
    /// // West Sussex: the select committee on the draft plan.
    /// let meeting = Meeting::new("2019-07-17".parse()?)
    ///     .with_subject(Subject::DraftImprovementPlan)
    ///     .with_outcome("supported")?;
    /// assert_eq!(meeting.outcome(), Some("supported"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Meeting, "a meeting: an object with on";
    required copies {
        /// When it was or will be.
        on: PartialDate,
    }
    required {}
    texts {
        /// What came of it.
        outcome, with_outcome;
    }
    days {}
    copies {}
    values {}
    lists {
        /// What it considered.
        subjects: Subject, with_subject;
    }
}

record! {
    /// A body that decides, scrutinises or challenges.
    ///
    /// The chair need not stand among the members again. Who sits there is who sits there now: where nobody is
    /// listed, it is not known.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Body, BodyKind, Meeting, governance::Subject};
    ///
    /// // West Sussex, 2019.
    /// let committee = Body::titled(
    ///     "Children and Young People's Services Select Committee",
    ///     BodyKind::ScrutinyCommittee,
    /// )?
    /// .with_meeting(Meeting::new("2019-05-15".parse()?).with_subject(Subject::InspectionReport))
    /// .with_meeting(Meeting::new("2019-07-17".parse()?).with_subject(Subject::DraftImprovementPlan));
    /// let days: Vec<_> =
    ///     committee.met_on(Subject::DraftImprovementPlan).map(|meeting| meeting.on().to_string()).collect();
    /// assert_eq!(days, ["2019-07-17"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Body, "a body: an object with kind and title";
    required copies {
        /// The kind of body.
        kind: BodyKind,
    }
    required {
        /// The title.
        title: OneLine,
    }
    texts {}
    days {}
    copies {
        /// How often it is to meet.
        cadence: Cadence, with_cadence;
    }
    values {
        /// Who chairs it.
        chair: BodyMember, with_chair;
    }
    lists {
        /// Who sits on it.
        members: BodyMember, with_member;
        /// When it met or is to meet.
        meetings: Meeting, with_meeting;
    }
}

impl Body {
    /// A body by its title.
    ///
    /// # Errors
    ///
    /// Refuses a title that says nothing, and control characters in it.
    pub fn titled(title: impl Into<String>, kind: BodyKind) -> Result<Self, OneLineError> {
        Ok(Self::new(kind, OneLine::new(title)?))
    }

    /// Its meetings on a subject, in the order given.
    pub fn met_on(&self, subject: Subject) -> impl Iterator<Item = &Meeting> {
        self.meetings.iter().filter(move |meeting| meeting.subjects.contains(&subject))
    }

    /// Forgets what came of meetings after a day.
    pub(super) fn forget_outcomes(&mut self, day: NaiveDate) {
        for meeting in self.meetings.iter_mut().filter(|meeting| meeting.on.first() > day) {
            meeting.outcome = None;
        }
    }

    /// Its chair and its members.
    pub(super) fn people(&self) -> impl Iterator<Item = &BodyMember> {
        self.chair.iter().chain(&self.members)
    }
}
