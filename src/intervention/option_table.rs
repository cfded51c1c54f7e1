//! The table of the intervention options.

use super::{InterventionOption, InterventionStatus, LegalBasis, OptionEnd, OptionExample};
use crate::delivery::{DeliveryModelKind, DeliveryOrigin};

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
