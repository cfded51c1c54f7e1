//! Bodies that decide, scrutinise or challenge, who sits on them, and when they met.

use super::{BodyKind, Capacity, Representation, Subject};
use crate::{
    calendar::{Cadence, PartialDate},
    text::OneLine,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Somebody who sits on a body.
///
/// # Examples
///
/// ```
/// use childrens_services::governance::{BodyMember, Capacity, Representation};
///
/// // Invented.
/// let member = BodyMember {
///     capacity: Some(Capacity::Partner),
///     represents: Some(Representation::Police),
///     ..BodyMember::new("A Superintendent".parse()?)
/// };
/// assert!(member.represents.is_some_and(Representation::is_safeguarding_partner));
/// # Ok::<(), childrens_services::OneLineError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a member of a body: an object with name")]
pub struct BodyMember {
    /// The name of the person, or of the group where the record names none.
    pub name: OneLine,
    /// As what the person sits there.
    pub capacity: Option<Capacity>,
    /// For whom the person speaks.
    pub represents: Option<Representation>,
}

impl BodyMember {
    /// Creates a member of whom nothing but the name is known.
    #[must_use]
    pub const fn new(name: OneLine) -> Self {
        Self { name, capacity: None, represents: None }
    }

    /// For whom the person speaks: elected members and employees for the council, unless it is recorded otherwise.
    pub(super) fn speaks_for(&self) -> Option<Representation> {
        let of_the_council = self.capacity.is_some_and(Capacity::is_of_the_council);
        self.represents.or(of_the_council.then_some(Representation::Council))
    }
}

/// A meeting of a body, held or planned.
///
/// # Examples
///
/// ```
/// use childrens_services::{Meeting, governance::Subject};
///
/// // West Sussex: the select committee on the draft plan.
/// let meeting = Meeting {
///     subjects: vec![Subject::DraftImprovementPlan],
///     outcome: Some("supported".parse()?),
///     ..Meeting::new("2019-07-17".parse()?)
/// };
/// assert_eq!(meeting.outcome.as_deref(), Some("supported"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a meeting: an object with on")]
pub struct Meeting {
    /// When it was or will be.
    pub on: PartialDate,
    /// What it considered.
    #[serde(default)]
    pub subjects: Vec<Subject>,
    /// What came of it.
    pub outcome: Option<OneLine>,
}

impl Meeting {
    /// Creates a meeting of which nothing but the date is known.
    #[must_use]
    pub const fn new(on: PartialDate) -> Self {
        Self { on, subjects: Vec::new(), outcome: None }
    }
}

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
/// let met = |on: &str, subject| {
///     on.parse().map(|on| Meeting { subjects: vec![subject], ..Meeting::new(on) })
/// };
/// let title = "Children and Young People's Services Select Committee".parse()?;
/// let committee = Body {
///     meetings: vec![
///         met("2019-05-15", Subject::InspectionReport)?,
///         met("2019-07-17", Subject::DraftImprovementPlan)?,
///     ],
///     ..Body::new(title, BodyKind::ScrutinyCommittee)
/// };
/// let days: Vec<_> =
///     committee.met_on(Subject::DraftImprovementPlan).map(|meeting| meeting.on.to_string()).collect();
/// assert_eq!(days, ["2019-07-17"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a body: an object with title and kind")]
pub struct Body {
    /// The title.
    pub title: OneLine,
    /// The kind of body.
    pub kind: BodyKind,
    /// How often it is to meet.
    pub cadence: Option<Cadence>,
    /// Who chairs it.
    pub chair: Option<BodyMember>,
    /// Who sits on it.
    #[serde(default)]
    pub members: Vec<BodyMember>,
    /// When it met or is to meet.
    #[serde(default)]
    pub meetings: Vec<Meeting>,
}

impl Body {
    /// Creates a body of which nothing else is known.
    #[must_use]
    pub const fn new(title: OneLine, kind: BodyKind) -> Self {
        Self { title, kind, cadence: None, chair: None, members: Vec::new(), meetings: Vec::new() }
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
