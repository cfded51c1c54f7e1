//! The intervention options side by side.

use super::{DeliveryModelKind, DeliveryOrigin, InterventionStatus, LegalBasis};
use core::fmt;

/// An authority in which an option was used, with dates as the sources give them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct OptionExample {
    authority: &'static str,
    from: &'static str,
    end: OptionEnd,
    origin: Option<DeliveryOrigin>,
    note: &'static str,
}

/// When an option ended in an authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum OptionEnd {
    /// On that day, in that month or year.
    On(&'static str),
    /// It ended, or may have: no date is on record.
    NotOnRecord,
    /// It goes on, as last reported.
    Continuing,
}

impl OptionExample {
    /// The authority or authorities.
    #[must_use]
    pub const fn authority(&self) -> &'static str {
        self.authority
    }

    /// When it began: a day, a month or a year.
    #[must_use]
    pub const fn from(&self) -> &'static str {
        self.from
    }

    /// When it ended.
    #[must_use]
    pub const fn end(&self) -> OptionEnd {
        self.end
    }

    /// How a delivery model came about: not every one was ordered.
    #[must_use]
    pub const fn origin(&self) -> Option<DeliveryOrigin> {
        self.origin
    }

    /// What it was.
    #[must_use]
    pub const fn note(&self) -> &'static str {
        self.note
    }
}

/// One option for intervention: who delivers, who is accountable, what it rests on, what triggers it, and
/// where it was used.
///
/// # Source
///
/// Education Act 1996 s497A; written answers of 11 April 2016, 17 January 2018 and 27 May 2022; the examples
/// from council releases, Community Care, CYPNow and other press of 2013 to 2025.
///
/// # Examples
///
/// ```
/// use childrens_services::intervention::OPTIONS;
///
/// let trust = OPTIONS.iter().find(|option| option.code() == "council_owned_company").unwrap();
/// assert_eq!((trust.level(), trust.is_statutory()), (5, true));
/// assert_eq!((trust.delivered_by(), trust.accountable()), ("the company", "the council"));
/// assert!(trust.examples().iter().any(|example| example.authority() == "Sandwell"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct InterventionOption {
    code: &'static str,
    title: &'static str,
    level: u8,
    model: DeliveryModelKind,
    statuses: &'static [InterventionStatus],
    legal_basis: &'static [LegalBasis],
    trigger: &'static str,
    content: &'static str,
    examples: &'static [OptionExample],
}

impl InterventionOption {
    /// Its code, such as `council_owned_company`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Its title.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// The rung of the ladder; see [`InterventionStatus::level`].
    #[must_use]
    pub const fn level(&self) -> u8 {
        self.level
    }

    /// Whether it is statutory: whether it rests on a power to direct.
    #[must_use]
    pub fn is_statutory(&self) -> bool {
        self.legal_basis.iter().any(|basis| basis.directs())
    }

    /// The delivery model that goes with it.
    #[must_use]
    pub const fn model(&self) -> DeliveryModelKind {
        self.model
    }

    /// Who delivers the services.
    #[must_use]
    pub const fn delivered_by(&self) -> &'static str {
        self.model.delivered_by()
    }

    /// Who stays responsible by statute.
    #[must_use]
    pub const fn accountable(&self) -> &'static str {
        self.model.accountable()
    }

    /// The statuses of a case in which it is in use.
    #[must_use]
    pub const fn statuses(&self) -> &'static [InterventionStatus] {
        self.statuses
    }

    /// The powers that it rests on.
    #[must_use]
    pub const fn legal_basis(&self) -> &'static [LegalBasis] {
        self.legal_basis
    }

    /// What triggers it.
    #[must_use]
    pub const fn trigger(&self) -> &'static str {
        self.trigger
    }

    /// What it typically holds.
    #[must_use]
    pub const fn content(&self) -> &'static str {
        self.content
    }

    /// Where it was used.
    #[must_use]
    pub const fn examples(&self) -> &'static [OptionExample] {
        self.examples
    }
}

impl fmt::Display for InterventionOption {
    /// The title, such as `Children's Trust: council-owned company`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        crate::text::pad(self.title, f)
    }
}

const fn example(
    authority: &'static str,
    from: &'static str,
    end: OptionEnd,
    note: &'static str,
) -> OptionExample {
    OptionExample { authority, from, end, origin: None, note }
}

const fn model(
    authority: &'static str,
    from: &'static str,
    end: OptionEnd,
    origin: DeliveryOrigin,
    note: &'static str,
) -> OptionExample {
    OptionExample { authority, from, end, origin: Some(origin), note }
}

use DeliveryModelKind as M;
use DeliveryOrigin as O;
use InterventionStatus as S;
use LegalBasis as L;
use OptionEnd::{Continuing, NotOnRecord, On};

const DIRECTION: &[LegalBasis] = &[L::Section497A4B, L::ChildrenAct2004Section50];
const ADM: &[LegalBasis] = &[L::Section497A4, L::Section497A4B, L::ChildrenAct2004Section50];
const ADM_STATUSES: &[InterventionStatus] = &[S::AdmOrdered, S::AdmPaused, S::AdmOperational];
const ADM_TRIGGER: &str = "a commissioner's report, and persistent or systemic failure with its presumption that services leave the council's control, unless there are compelling reasons";

/// Every option, by the ladder; the alternative delivery models from the one nearest to the council to the one
/// furthest from it.
pub static OPTIONS: &[InterventionOption] = &[
    InterventionOption {
        code: "sector_led_support",
        title: "Sector-led support",
        level: 0,
        model: M::InHouse,
        statuses: &[S::NoIntervention],
        legal_basis: &[],
        trigger: "the council's own wish",
        content: "peer review, partners in practice",
        examples: &[],
    },
    InterventionOption {
        code: "improvement_adviser",
        title: "Improvement adviser",
        level: 1,
        model: M::InHouse,
        statuses: &[S::Adviser],
        legal_basis: &[L::Administrative],
        trigger: "an Inadequate report, or a serious concern",
        content: "diagnosis, support and challenge, reports to the Department",
        examples: &[],
    },
    InterventionOption {
        code: "improvement_notice",
        title: "Improvement notice",
        level: 2,
        model: M::InHouse,
        statuses: &[S::Notice],
        legal_basis: &[L::Administrative],
        trigger: "an Inadequate report, or an area for priority action",
        content: "plan, board with an independent chair, adviser, review dates; can forewarn a direction",
        examples: &[
            example("Tameside", "2022-07", On("2024-03"), "notice, followed by a direction"),
            example("Cheshire East", "2024-07", NotOnRecord, "notice after the report of 16 May 2024"),
            example(
                "South Gloucestershire",
                "not on record",
                On("2023-12-21"),
                "lifted without a support period",
            ),
        ],
    },
    InterventionOption {
        code: "commissioner_review",
        title: "Direction with commissioner's review",
        level: 3,
        model: M::InHouse,
        statuses: &[S::DirectionReview],
        legal_basis: DIRECTION,
        trigger: "failing to perform functions to an adequate standard; persistent or systemic failure",
        content: "comply with the commissioner, who reports by a named day on whether control should move",
        examples: &[example("West Sussex", "2019-06-04", On("2019-12-17"), "report due 30 September 2019")],
    },
    InterventionOption {
        code: "control_retained",
        title: "Direction, control retained",
        level: 4,
        model: M::InHouse,
        statuses: &[S::DirectionRetained],
        legal_basis: DIRECTION,
        trigger: "failing to perform functions to an adequate standard, with compelling reasons to keep control",
        content: "plan, named partner, commissioner or adviser, review dates",
        examples: &[
            example("Sefton", "2022", NotOnRecord, "control kept after the commissioner's report"),
            example("West Sussex", "2022-03-31", On("2023-05-11"), "after the trust order was rescinded"),
        ],
    },
    InterventionOption {
        code: "improvement_partnership",
        title: "Direction with improvement partnership",
        level: 4,
        model: M::ImprovementPartnership,
        statuses: &[S::DirectionRetained],
        legal_basis: DIRECTION,
        trigger: "failing to perform functions to an adequate standard, and a stronger authority willing to help",
        content: "a stronger authority advises or lends leaders; the council still delivers",
        examples: &[
            model("Kirklees", "2018", NotOnRecord, O::Mandated, "Leeds City Council"),
            model("Barnet", "2018", NotOnRecord, O::Mandated, "Essex County Council"),
            model("West Sussex", "2019-12-17", NotOnRecord, O::Mandated, "Hampshire County Council"),
        ],
    },
    InterventionOption {
        code: "partnership_led",
        title: "Partnership-led service",
        level: 5,
        model: M::PartnershipLed,
        statuses: ADM_STATUSES,
        legal_basis: ADM,
        trigger: ADM_TRIGGER,
        content: "another council's leaders run the service under an agreement; each council keeps its own accountability",
        examples: &[
            model("Isle of Wight", "2013", On("2024-01-31"), O::Mandated, "Hampshire County Council"),
            model("Torbay", "2018-04-01", On("2020"), O::Mandated, "Plymouth City Council"),
        ],
    },
    InterventionOption {
        code: "council_owned_company",
        title: "Children's Trust: council-owned company",
        level: 5,
        model: M::CouncilOwnedCompany,
        statuses: ADM_STATUSES,
        legal_basis: ADM,
        trigger: ADM_TRIGGER,
        content: "a company wholly owned by the council, with an operationally independent board and a contract",
        examples: &[
            model(
                "Sunderland",
                "2017-04-01",
                Continuing,
                O::VoluntaryUnderIntervention,
                "Together for Children",
            ),
            model(
                "Birmingham",
                "2018-04-01",
                Continuing,
                O::VoluntaryUnderIntervention,
                "Birmingham Children's Trust",
            ),
            model("Sandwell", "2018-04-01", Continuing, O::Mandated, "Sandwell Children's Trust"),
            model("Reading", "2018-12", On("2025-09-30"), O::Mandated, "Brighter Futures for Children"),
            model("Doncaster", "2019", On("2022-08-31"), O::Voluntary, "Doncaster Children's Services Trust"),
            model(
                "Worcestershire",
                "2019-10-01",
                On("2024-09-30"),
                O::Mandated,
                "Worcestershire Children First",
            ),
            model(
                "Northamptonshire",
                "2020-11-01",
                On("2021-03-31"),
                O::Mandated,
                "Northamptonshire Children's Trust",
            ),
            model("Slough", "2021-04-01", Continuing, O::Mandated, "Slough Children First"),
            model(
                "Bradford",
                "2023-04-01",
                Continuing,
                O::VoluntaryUnderIntervention,
                "Bradford Children and Families Trust",
            ),
        ],
    },
    InterventionOption {
        code: "jointly_owned_company",
        title: "Children's Trust: jointly owned company",
        level: 5,
        model: M::JointlyOwnedCompany,
        statuses: ADM_STATUSES,
        legal_basis: ADM,
        trigger: ADM_TRIGGER,
        content: "a company owned by two or more councils; each of them is inspected by itself",
        examples: &[
            model(
                "Kingston upon Thames, Richmond upon Thames",
                "2014-04",
                Continuing,
                O::Voluntary,
                "Achieving for Children",
            ),
            model("Windsor and Maidenhead", "2017-08-01", Continuing, O::Voluntary, "Achieving for Children"),
            model(
                "North Northamptonshire, West Northamptonshire",
                "2021-04-01",
                Continuing,
                O::Successor,
                "Northamptonshire Children's Trust",
            ),
        ],
    },
    InterventionOption {
        code: "independent_company",
        title: "Children's Trust: independent company",
        level: 5,
        model: M::IndependentCompany,
        statuses: ADM_STATUSES,
        legal_basis: ADM,
        trigger: ADM_TRIGGER,
        content: "a company that the council does not own, set up by direction",
        examples: &[
            model(
                "Doncaster",
                "2014-10",
                On("2019"),
                O::Mandated,
                "Doncaster Children's Services Trust, the first in England",
            ),
            model("Slough", "2015-10-01", On("2021-03-31"), O::Mandated, "Slough Children's Services Trust"),
        ],
    },
    InterventionOption {
        code: "executive_control",
        title: "Executive control by a nominee",
        level: 6,
        model: M::ExecutiveControl,
        statuses: &[S::ExecutiveControl],
        legal_basis: &[L::Section497A4A, L::ChildrenAct2004Section50],
        trigger: "a commissioner's report that nothing less will do; rare",
        content: "the Secretary of State or a nominee exercises the functions; the authority complies with instructions",
        examples: &[model(
            "Sunderland",
            "2015-12",
            On("2017-03-31"),
            O::Mandated,
            "commissioner-led interim arrangement; its nature is not confirmed",
        )],
    },
    InterventionOption {
        code: "support_and_supervision",
        title: "Support and supervision after exit",
        level: 9,
        model: M::InHouse,
        statuses: &[S::Support],
        legal_basis: &[L::Administrative],
        trigger: "a re-inspection that is not Inadequate, or a review of a notice that is satisfied",
        content: "12 months, with reviews at about 6 and 12 months",
        examples: &[
            example("Coventry", "2017-06-13", NotOnRecord, "planned for 12 months"),
            example("West Sussex", "2023-05-11", NotOnRecord, "the end is not on record"),
        ],
    },
];
