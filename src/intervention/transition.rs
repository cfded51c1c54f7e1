//! The state machine as data: which event leads from where to where, and what it needs.

use super::{EventKind, InterventionStatus, Requirement};
use EventKind as E;
use InterventionStatus as S;
use Requirement as R;
use core::fmt;

/// One way on: from a status, by an event, to a status.
///
/// # Source
///
/// The practice of statutory intervention in children's services from 2013 to 2025, as read from directions,
/// written answers and the press; each transition names an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Transition {
    id: &'static str,
    from: &'static [InterventionStatus],
    event: EventKind,
    to: Option<InterventionStatus>,
    requires: &'static [Requirement],
    evidence: &'static str,
    example: &'static str,
}

impl Transition {
    /// The id, `X01` to `X21`. `X18` has two events.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// Where it may start.
    #[must_use]
    pub const fn from(&self) -> &'static [InterventionStatus] {
        self.from
    }

    /// The event.
    #[must_use]
    pub const fn event(&self) -> EventKind {
        self.event
    }

    /// Where it leads from a status; none where it does not start there.
    #[must_use]
    pub fn leads_to(&self, from: InterventionStatus) -> Option<InterventionStatus> {
        self.from.contains(&from).then(|| self.to.unwrap_or(from))
    }

    /// What the event needs.
    #[must_use]
    pub const fn requires(&self) -> &'static [Requirement] {
        self.requires
    }

    /// The documents that show it.
    #[must_use]
    pub const fn evidence(&self) -> &'static str {
        self.evidence
    }

    /// A real example, or a word that none is known.
    #[must_use]
    pub const fn example(&self) -> &'static str {
        self.example
    }
}

impl fmt::Display for Transition {
    /// The id and the event, such as `X06: alternative delivery model ordered`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        crate::text::pad(&format!("{}: {}", self.id, self.event), f)
    }
}

impl InterventionStatus {
    /// The ways on from here: what a tool shows as "from here you may …".
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::InterventionStatus;
    ///
    /// let ids: Vec<_> = InterventionStatus::AdmPaused.options().map(|option| option.id()).collect();
    /// assert_eq!(ids, ["X09", "X10", "X12", "X15", "X20"]);
    /// assert_eq!(InterventionStatus::Exited.options().count(), 0);
    /// ```
    pub fn options(self) -> impl Iterator<Item = &'static Transition> {
        TRANSITIONS.iter().filter(move |transition| transition.from.contains(&self))
    }
}

const STATUTORY: &[S] = &[
    S::DirectionReview,
    S::DirectionRetained,
    S::AdmOrdered,
    S::AdmPaused,
    S::AdmOperational,
    S::ExecutiveControl,
];

const OPEN: &[S] = &[
    S::NoIntervention,
    S::Adviser,
    S::Notice,
    S::DirectionReview,
    S::DirectionRetained,
    S::AdmOrdered,
    S::AdmPaused,
    S::AdmOperational,
    S::ExecutiveControl,
    S::Support,
];

/// Every transition there is; a status and an event never have two.
///
/// ```
/// use childrens_services::intervention::TRANSITIONS;
///
/// let ordered = TRANSITIONS.iter().find(|transition| transition.id() == "X06").unwrap();
/// assert_eq!(ordered.to_string(), "X06: alternative delivery model ordered");
/// ```
pub static TRANSITIONS: &[Transition] = &[
    Transition {
        id: "X01",
        from: &[S::NoIntervention],
        event: E::AdviserAppointed,
        to: Some(S::Adviser),
        requires: &[R::InadequateOrConcern],
        evidence: "letter",
        example: "the Department's policy of 2022",
    },
    Transition {
        id: "X02",
        from: &[S::NoIntervention, S::Adviser],
        event: E::NoticeIssued,
        to: Some(S::Notice),
        requires: &[R::InadequateOrPriorityAction, R::NoticeNotStatutory],
        evidence: "notice",
        example: "Cheshire East: report of 16 May 2024, notice of July 2024",
    },
    Transition {
        id: "X03",
        from: &[S::NoIntervention, S::Adviser, S::Notice],
        event: E::ReviewDirected,
        to: Some(S::DirectionReview),
        requires: &[R::DirectionWithPower, R::StatutoryTestStated, R::InspectionCited, R::ReviewNamed],
        evidence: "direction",
        example: "West Sussex, 4 June 2019; Tameside: notice of July 2022, direction of March 2024",
    },
    Transition {
        id: "X04",
        from: &[S::NoIntervention, S::Adviser, S::Notice],
        event: E::DirectionGiven,
        to: Some(S::DirectionRetained),
        requires: &[R::DirectionWithPower, R::StatutoryTestStated],
        evidence: "direction",
        example: "Bournemouth, Christchurch and Poole, April 2022",
    },
    Transition {
        id: "X05",
        from: &[S::DirectionReview],
        event: E::ControlRetained,
        to: Some(S::DirectionRetained),
        requires: &[R::DirectionWithPower, R::DirectionReplaced, R::ReportReceived, R::CompellingReasons],
        evidence: "report and revised direction",
        example: "Sefton 2022; Devon 2025",
    },
    Transition {
        id: "X06",
        from: &[S::DirectionReview],
        event: E::AdmOrdered,
        to: Some(S::AdmOrdered),
        requires: &[R::DirectionWithPower, R::DirectionReplaced, R::ReportReceived, R::ModelNamed],
        evidence: "report and revised direction",
        example: "West Sussex, 17 December 2019; Sandwell, October 2016",
    },
    Transition {
        id: "X07",
        from: &[S::DirectionReview],
        event: E::NomineeTakesFunctions,
        to: Some(S::ExecutiveControl),
        requires: &[R::NomineePower, R::DirectionReplaced, R::ReportReceived],
        evidence: "direction",
        example: "put forward for Sandwell 2016",
    },
    Transition {
        id: "X08",
        from: &[S::AdmOrdered],
        event: E::AdmPaused,
        to: Some(S::AdmPaused),
        requires: &[
            R::DirectionWithPower,
            R::DirectionReplaced,
            R::LaterReportOfImprovement,
            R::PauseReviewed,
        ],
        evidence: "revised direction",
        example: "West Sussex, 10 December 2020",
    },
    Transition {
        id: "X09",
        from: &[S::AdmPaused],
        event: E::AdmResumed,
        to: Some(S::AdmOrdered),
        requires: &[R::DirectionWithPower, R::DirectionReplaced, R::Deterioration],
        evidence: "revised direction",
        example: "allowed, none known",
    },
    Transition {
        id: "X10",
        from: &[S::AdmOrdered, S::AdmPaused],
        event: E::AdmRescinded,
        to: Some(S::DirectionRetained),
        requires: &[R::DirectionWithPower, R::DirectionReplaced, R::ReportModelNotNeeded],
        evidence: "revised direction",
        example: "West Sussex, 31 March 2022, described as the first trust order to be rescinded",
    },
    Transition {
        id: "X11",
        from: &[S::AdmOrdered],
        event: E::ServicesTransferred,
        to: Some(S::AdmOperational),
        requires: &[R::GoLiveReached, R::Contract, R::ModelOnRecord],
        evidence: "contract",
        example: "Northamptonshire, 1 November 2020 (planned for July)",
    },
    Transition {
        id: "X12",
        from: STATUTORY,
        event: E::DirectionRevised,
        to: None,
        requires: &[R::DirectionWithPower, R::DirectionReplaced],
        evidence: "revised direction",
        example: "West Sussex, July 2020",
    },
    Transition {
        id: "X13",
        from: &[S::DirectionRetained, S::AdmOperational],
        event: E::ReviewDirected,
        to: Some(S::DirectionReview),
        requires: &[R::DirectionWithPower, R::DirectionReplaced, R::ReviewNamed],
        evidence: "revised direction",
        example: "Devon 2025",
    },
    Transition {
        id: "X14",
        from: &[S::DirectionReview, S::DirectionRetained, S::AdmOperational],
        event: E::SteppedDown,
        to: Some(S::Notice),
        requires: &[R::ReportOfStepDown, R::Evidence, R::NoticeNotStatutory],
        evidence: "letter and notice",
        example: "Hull 2022",
    },
    Transition {
        id: "X15",
        from: &[
            S::DirectionReview,
            S::DirectionRetained,
            S::AdmPaused,
            S::AdmOperational,
            S::ExecutiveControl,
        ],
        event: E::InterventionLifted,
        to: Some(S::Support),
        requires: &[R::Reinspection],
        evidence: "letter, on the day of the report",
        example: "West Sussex, 11 May 2023",
    },
    Transition {
        id: "X16",
        from: &[S::Notice, S::Adviser],
        event: E::InterventionLifted,
        to: Some(S::Support),
        requires: &[R::ReinspectionOrReview],
        evidence: "letter",
        example: "Coventry, 13 June 2017, on the day of the report",
    },
    Transition {
        id: "X17",
        from: &[S::Support],
        event: E::SupportEnded,
        to: Some(S::Exited),
        requires: &[R::SupportReviews],
        evidence: "letter",
        example: "the plan for Coventry: two reviews, six months apart",
    },
    Transition {
        id: "X18",
        from: &[S::Support],
        event: E::NoticeIssued,
        to: Some(S::Notice),
        requires: &[R::NewFailure, R::NoticeNotStatutory],
        evidence: "notice",
        example: "allowed, none known",
    },
    Transition {
        id: "X18",
        from: &[S::Support],
        event: E::ReviewDirected,
        to: Some(S::DirectionReview),
        requires: &[R::NewFailure, R::DirectionWithPower, R::StatutoryTestStated, R::ReviewNamed],
        evidence: "direction",
        example: "allowed, none known",
    },
    Transition {
        id: "X19",
        from: &[S::Notice],
        event: E::LiftedWithoutSupport,
        to: Some(S::Exited),
        requires: &[R::SatisfactoryReview],
        evidence: "letter",
        example: "South Gloucestershire, 21 December 2023",
    },
    Transition {
        id: "X20",
        from: OPEN,
        event: E::AuthorityAbolished,
        to: Some(S::Superseded),
        requires: &[R::SuccessorNamed],
        evidence: "order",
        example: "Northamptonshire, 31 March 2021",
    },
    Transition {
        id: "X21",
        from: &[S::ExecutiveControl],
        event: E::ServicesTransferred,
        to: Some(S::AdmOperational),
        requires: &[R::GoLiveReached, R::Contract, R::ModelOnRecord],
        evidence: "direction and contract",
        example: "Sunderland 2017",
    },
];
