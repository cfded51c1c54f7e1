//! Cases beside West Sussex. Inspections are from Ofsted's published outcomes unless marked as invented.

use super::{
    after, case, company, day, direction, document, event, good, graded, models, report, review, revised,
    west_sussex_after,
};
use childrens_services::{
    Case, DeliveryModel, DeliveryModelKind, DeliveryStatus, Event, EventKind as K, Framework, Grade,
    InterventionStatus as S,
    intervention::{DepartmentReview, LegalBasis, Recommendation as Rec, ReviewOutcome},
};

pub const RI: Grade = Grade::RequiresImprovementToBeGood;

pub const STATUTORY: [S; 6] = [
    S::DirectionReview,
    S::DirectionRetained,
    S::AdmOrdered,
    S::AdmPaused,
    S::AdmOperational,
    S::ExecutiveControl,
];

/// Real: the report on Sandwell of 5 June 2015. Put forward for it in 2016, and not done: executive control.
pub fn sandwell_under_review() -> Case {
    let sif = graded("E08000028", Framework::Sif, "2015-01-27", "2015-06-05", Grade::Inadequate);
    let directed = event(K::ReviewDirected, "2015-09-01")
        .with_direction(direction().with_cites_report_of(day("2015-06-05")))
        .with_review(review("A Commissioner", "2016-01-29"));
    after(case("E08000028", [sif]), [directed])
}

pub fn nominee_takes_functions() -> Event {
    event(K::NomineeTakesFunctions, "2016-10-03")
        .with_direction(revised("2015-09-01").with_legal_basis(LegalBasis::Section497A4A))
        .with_report(report("2016-09-01", Rec::ExecutiveCommissioner))
}

/// Real: the company of Northamptonshire delivered from 1 November 2020 until the council was abolished on
/// 31 March 2021. Invented: the report, the review and the order.
pub fn northamptonshire_ordered(model: DeliveryModel) -> Case {
    let report_2019 =
        graded(NORTHAMPTONSHIRE, Framework::Ilacs, "2019-06-24", "2019-08-06", Grade::Inadequate);
    let directed = event(K::ReviewDirected, "2019-09-02")
        .with_direction(direction().with_cites_report_of(day("2019-08-06")))
        .with_review(review("A Commissioner", "2019-12-02"));
    let ordered = event(K::AdmOrdered, "2020-01-06")
        .with_direction(revised("2019-09-02"))
        .with_report(report("2019-12-02", Rec::AlternativeDeliveryModel))
        .with_model(DeliveryModelKind::CouncilOwnedCompany);
    let case = case(NORTHAMPTONSHIRE, [report_2019]).with_delivery_models(models([model]));
    after(case, [directed, ordered])
}

pub const NORTHAMPTONSHIRE: &str = "E10000021";

pub fn northamptonshire_company(start: &str) -> DeliveryModel {
    let status = DeliveryStatus::Operational;
    company("Northamptonshire Children's Trust", &[NORTHAMPTONSHIRE], status).with_start(good(start))
}

pub fn northamptonshire_transfer() -> Event {
    event(K::ServicesTransferred, "2020-11-01")
        .with_go_live(good("2020-11-01"))
        .with_contract(document("Service delivery contract", "2020-10-30"))
}

pub fn northamptonshire_transferred() -> Case {
    after(northamptonshire_ordered(northamptonshire_company("2020-11-01")), [northamptonshire_transfer()])
}

/// Real: the company of Sandwell delivers since 1 April 2018, by a direction of October 2016. Invented: the day
/// of the direction, and its report.
pub fn sandwell_transferred() -> Case {
    let ordered = event(K::AdmOrdered, "2016-10-03")
        .with_direction(revised("2015-09-01"))
        .with_report(report("2016-09-01", Rec::AlternativeDeliveryModel))
        .with_model(DeliveryModelKind::CouncilOwnedCompany);
    let transferred = event(K::ServicesTransferred, "2018-04-01")
        .with_go_live(good("2018-04-01"))
        .with_contract(document("Service delivery contract", "2018-03"));
    let company = company("Sandwell Children's Trust", &["E08000028"], DeliveryStatus::Operational);
    let models = models([company.with_start(good("2018-04-01"))]);
    after(sandwell_under_review().with_delivery_models(models), [ordered, transferred])
}

/// A case in each of the six statutory statuses, with the date of its open direction.
pub fn in_each_statutory_status() -> [(Case, &'static str); 6] {
    [
        (west_sussex_after(1), "2019-06-04"),
        (west_sussex_after(5), "2022-03-31"),
        (west_sussex_after(3), "2020-07"),
        (west_sussex_after(4), "2020-12-10"),
        (sandwell_transferred(), "2016-10-03"),
        (after(sandwell_under_review(), [nominee_takes_functions()]), "2016-10-03"),
    ]
}

/// Real: Coventry's reports of 21 March 2014 and 13 June 2017, and the lifting on the day of the latter.
/// Invented: the notice.
pub fn coventry_noticed() -> Case {
    let of_2014 = graded("E08000026", Framework::Sif, "2014-01-28", "2014-03-21", Grade::Inadequate);
    let of_2017 = graded("E08000026", Framework::Sif, "2017-03-06", "2017-06-13", RI);
    after(case("E08000026", [of_2014, of_2017]), [event(K::NoticeIssued, "2014-05-30")])
}

pub fn reviewed(held: &str, outcome: ReviewOutcome) -> DepartmentReview {
    DepartmentReview::new(good(held), outcome)
}

pub fn satisfied(held: &str) -> DepartmentReview {
    reviewed(held, ReviewOutcome::Satisfactory)
}
