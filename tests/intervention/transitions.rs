//! Each transition into and within intervention: an event that makes it, and for each of its requirements one
//! that lacks just that. Inspections are from Ofsted's published outcomes unless marked as invented; of the
//! events, the days named in the comments are real and all else is invented.

use crate::helpers::{
    after, authority, case, cases::*, company, day, direction, document, event, good, graded, made::*,
    message, models, report, revised, west_sussex, west_sussex_after, west_sussex_road, with, without,
};
use childrens_services::{
    Activity, AreaForPriorityAction, Case, DeliveryModel, DeliveryModelKind, DeliveryStatus, EventKind as K,
    Framework, Grade, ImprovementNotice, Inspection, InterventionStatus as S,
    intervention::{LegalBasis, Recommendation as Rec, Requirement as R},
};

// Before a direction.

/// Real: the reports of 9 January 2020 and 16 May 2024.
fn cheshire_east() -> Case {
    let of_2020 = graded("E06000049", Framework::Ilacs, "2019-11-18", "2020-01-09", RI);
    let of_2024 = graded("E06000049", Framework::Ilacs, "2024-02-26", "2024-05-16", Grade::Inadequate);
    case("E06000049", [of_2020, of_2024])
}

#[test]
fn x01_an_adviser_is_appointed() {
    let appointed =
        event(K::AdviserAppointed, "2024-05-15").with_reason("invented: a serious concern").unwrap();
    makes(cheshire_east(), appointed, "X01", S::Adviser)
        .lacks(
            R::InadequateOrConcern,
            "reason",
            "INT-01: X01 adviser_appointed on 2024-05-15: needs an Inadequate inspection report, or a reason \
             that states the serious concern",
        )
        .that_is_all();
    // From the day of the Inadequate report no other reason is needed.
    makes(cheshire_east(), event(K::AdviserAppointed, "2024-05-16"), "X01", S::Adviser);
}

/// Real: the notice of July 2024.
#[test]
fn x02_a_notice_is_issued() {
    let issued = event(K::NoticeIssued, "2024-07")
        .with_notice(ImprovementNotice::new().with_legal_basis(LegalBasis::Administrative));
    makes(cheshire_east(), issued.clone(), "X02", S::Notice)
        .lacking(
            R::InadequateOrPriorityAction,
            with(&issued, "effective", "2024-05-15"),
            "INT-01: X02 notice_issued on 2024-05-15: needs an Inadequate inspection report, or an area for \
             priority action in a letter",
        )
        .lacking(
            R::NoticeNotStatutory,
            with(&issued, "notice.legal_basis", "s497a_4b"),
            "INT-03: X02 notice_issued on 2024-07: a notice is not statutory, so Education Act 1996 \
             s497A(4B) cannot be its legal basis",
        )
        .that_is_all();
    makes(cheshire_east(), without(&issued, "notice.legal_basis"), "X02", S::Notice);
    let advised = after(cheshire_east(), [event(K::AdviserAppointed, "2024-06-03")]);
    makes(advised, issued, "X02", S::Notice);
}

/// The serious weakness found at a visit came before the Inadequate report of Sefton too. Invented: the
/// authority's visit and its days.
#[test]
fn x02_an_area_for_priority_action_is_enough() {
    let visit = |area: bool| {
        let visit = Inspection::new(
            authority("E08000014"),
            Framework::Ilacs,
            Activity::FocusedVisit,
            day("2021-03-23"),
        );
        let visit = visit.unwrap().with_received(day("2021-04-29")).with_published(day("2021-05-05"));
        let area = area.then(|| AreaForPriorityAction::new("invented").unwrap());
        case("E08000014", [area.into_iter().fold(visit, Inspection::with_area_for_priority_action)])
    };
    let issued = |on| event(K::NoticeIssued, on);
    let needs = |on| {
        format!(
            "INT-01: X02 notice_issued on {on}: needs an Inadequate inspection report, or an area for \
             priority action in a letter"
        )
    };
    makes(visit(true), issued("2021-04-29"), "X02", S::Notice)
        .lacking(R::InadequateOrPriorityAction, issued("2021-04-28"), &needs("2021-04-28"))
        .elsewhere(R::InadequateOrPriorityAction, visit(false), issued("2021-06-30"), &needs("2021-06-30"));
}

/// Real: West Sussex, 4 June 2019.
#[test]
fn x03_a_direction_names_a_commissioner() {
    let [directed, ..] = west_sussex_road();
    makes(west_sussex(), directed.clone(), "X03", S::DirectionReview)
        .lacks_power(
            "INT-02: X03 review_directed on 2019-06-04: needs a direction that rests on a power to direct: \
             Education Act 1996 s497A(4), (4A) or (4B)",
        )
        .lacks(
            R::StatutoryTestStated,
            "direction.statutory_test",
            "INT-02: X03 review_directed on 2019-06-04: needs the statutory test of Education Act 1996 s497A \
             that is met",
        )
        .lacks(
            R::InspectionCited,
            "direction.cites_report_of",
            "INT-04: X03 review_directed on 2019-06-04: needs the publication day of the inspection report \
             that the reasons cite",
        )
        .lacks(
            R::ReviewNamed,
            "review",
            "INT-06: X03 review_directed on 2019-06-04: needs the commissioner's name and the day by which \
             the report is due",
        )
        .that_is_all();
    // The powers that only support a direction are none of their own.
    let supporting =
        with(&directed, "direction.legal_basis", vec!["children_act_2004_s50", "s497aa", "s497b"]);
    assert_eq!(
        message(west_sussex().apply(supporting)),
        "INT-02: X03 review_directed on 2019-06-04: needs a direction that rests on a power to direct: \
         Education Act 1996 s497A(4), (4A) or (4B)",
    );
    // After a notice it is the first direction too.
    let noticed = after(west_sussex(), [event(K::NoticeIssued, "2019-05-20")]);
    makes(noticed, directed, "X03", S::DirectionReview);
}

/// Real: Bournemouth, Christchurch and Poole, April 2022. Invented: its report.
#[test]
fn x04_a_direction_without_review() {
    let report = graded("E06000058", Framework::Ilacs, "2021-12-06", "2022-02-14", Grade::Inadequate);
    let before = || case("E06000058", [report.clone()]);
    let given = event(K::DirectionGiven, "2022-04").with_direction(direction());
    makes(before(), given.clone(), "X04", S::DirectionRetained)
        .lacks_power(
            "INT-02: X04 direction_given on 2022-04: needs a direction that rests on a power to direct: \
             Education Act 1996 s497A(4), (4A) or (4B)",
        )
        .lacks(
            R::StatutoryTestStated,
            "direction.statutory_test",
            "INT-02: X04 direction_given on 2022-04: needs the statutory test of Education Act 1996 s497A \
             that is met",
        )
        .that_is_all();
    let advised = after(before(), [event(K::AdviserAppointed, "2022-03-01")]);
    makes(advised, given, "X04", S::DirectionRetained);
}

// The decision on control.

/// Sefton 2022 and Devon 2025 kept control. Here it is West Sussex, as it might have been.
#[test]
fn x05_the_council_keeps_control() {
    let kept = event(K::ControlRetained, "2019-12-17")
        .with_direction(revised("2019-06-04"))
        .with_report(report("2019-12-17", Rec::RetainControl))
        .with_compelling_reasons("invented: a strong improvement partner")
        .unwrap();
    makes(west_sussex_after(1), kept, "X05", S::DirectionRetained)
        .lacks_power(
            "INT-02: X05 control_retained on 2019-12-17: needs a direction that rests on a power to direct: \
             Education Act 1996 s497A(4), (4A) or (4B)",
        )
        .lacks(
            R::DirectionReplaced,
            "direction.replaces",
            "INT-13: X05 control_retained on 2019-12-17: it does not say that it replaces direction with \
             commissioner's review (2019-06-04), which is open",
        )
        .lacks(
            R::ReportReceived,
            "report",
            "INT-08: X05 control_retained on 2019-12-17: needs the commissioner's report and the day it was \
             received",
        )
        .lacks(
            R::CompellingReasons,
            "compelling_reasons",
            "INT-09: X05 control_retained on 2019-12-17: needs compelling reasons: the record shows a \
             systemic failure",
        )
        .that_is_all();
}

/// Real: West Sussex, 17 December 2019.
#[test]
fn x06_a_model_is_ordered() {
    let [_, ordered, ..] = west_sussex_road();
    makes(west_sussex_after(1), ordered, "X06", S::AdmOrdered)
        .lacks_power(
            "INT-02: X06 adm_ordered on 2019-12-17: needs a direction that rests on a power to direct: \
             Education Act 1996 s497A(4), (4A) or (4B)",
        )
        .lacks(
            R::DirectionReplaced,
            "direction.replaces",
            "INT-13: X06 adm_ordered on 2019-12-17: it does not say that it replaces direction with \
             commissioner's review (2019-06-04), which is open",
        )
        .lacks(
            R::ReportReceived,
            "report",
            "INT-08: X06 adm_ordered on 2019-12-17: needs the commissioner's report and the day it was \
             received",
        )
        .lacks(
            R::ModelNamed,
            "model",
            "INT-01: X06 adm_ordered on 2019-12-17: needs the kind of alternative delivery model ordered",
        )
        .that_is_all();
}

#[test]
fn x07_a_nominee_takes_the_functions() {
    let taken = nominee_takes_functions();
    makes(sandwell_under_review(), taken.clone(), "X07", S::ExecutiveControl)
        .lacking(
            R::NomineePower,
            with(&taken, "direction.legal_basis", vec!["s497a_4b", "children_act_2004_s50"]),
            "INT-02: X07 nominee_takes_functions on 2016-10-03: needs a direction that rests on Education \
             Act 1996 s497A(4A)",
        )
        .lacks(
            R::DirectionReplaced,
            "direction.replaces",
            "INT-13: X07 nominee_takes_functions on 2016-10-03: it does not say that it replaces direction \
             with commissioner's review (2015-09-01), which is open",
        )
        .lacks(
            R::ReportReceived,
            "report",
            "INT-08: X07 nominee_takes_functions on 2016-10-03: needs the commissioner's report and the day \
             it was received",
        )
        .that_is_all();
    // The power alone is enough.
    let alone = with(&taken, "direction.legal_basis", vec!["s497a_4a"]);
    makes(sandwell_under_review(), alone, "X07", S::ExecutiveControl);
}

// The order of a model.

/// Real: West Sussex, 10 December 2020.
#[test]
fn x08_the_order_is_paused() {
    let [_, _, _, paused, ..] = west_sussex_road();
    makes(west_sussex_after(3), paused, "X08", S::AdmPaused)
        .lacks_power(
            "INT-02: X08 adm_paused on 2020-12-10: needs a direction that rests on a power to direct: \
             Education Act 1996 s497A(4), (4A) or (4B)",
        )
        .lacks(
            R::DirectionReplaced,
            "direction.replaces",
            "INT-13: X08 adm_paused on 2020-12-10: it does not say that it replaces direction revised \
             (2020-07), which is open",
        )
        .lacks(
            R::LaterReportOfImprovement,
            "report",
            "INT-01: X08 adm_paused on 2020-12-10: needs a later commissioner's report that shows \
             improvement (recommends to wait and review again, that the council keeps control, or a partnership)",
        )
        .lacks(
            R::PauseReviewed,
            "review_by",
            "INT-11: X08 adm_paused on 2020-12-10: needs a day by which the pause is reviewed, at most 12 \
             months ahead",
        )
        .that_is_all();
}

/// None is known.
#[test]
fn x09_the_order_is_resumed() {
    let resumed = event(K::AdmResumed, "2021-12-10")
        .with_direction(revised("2020-12-10"))
        .with_reason("invented: a visit found that practice had slipped")
        .unwrap();
    makes(west_sussex_after(4), resumed, "X09", S::AdmOrdered)
        .lacks_power(
            "INT-02: X09 adm_resumed on 2021-12-10: needs a direction that rests on a power to direct: \
             Education Act 1996 s497A(4), (4A) or (4B)",
        )
        .lacks(
            R::DirectionReplaced,
            "direction.replaces",
            "INT-13: X09 adm_resumed on 2021-12-10: it does not say that it replaces alternative delivery \
             model paused (2020-12-10), which is open",
        )
        .lacks(
            R::Deterioration,
            "reason",
            "INT-01: X09 adm_resumed on 2021-12-10: needs a reason that states the deterioration",
        )
        .that_is_all();
}

/// Real: West Sussex, 31 March 2022.
#[test]
fn x10_the_order_is_rescinded() {
    let [_, _, _, _, rescinded, _] = west_sussex_road();
    let needs = "INT-01: X10 adm_rescinded on 2022-03-31: needs a commissioner's report that the alternative \
                 delivery model is not needed (recommends that the council keeps control, or a partnership)";
    makes(west_sussex_after(4), rescinded.clone(), "X10", S::DirectionRetained)
        .lacks_power(
            "INT-02: X10 adm_rescinded on 2022-03-31: needs a direction that rests on a power to direct: \
             Education Act 1996 s497A(4), (4A) or (4B)",
        )
        .lacks(
            R::DirectionReplaced,
            "direction.replaces",
            "INT-13: X10 adm_rescinded on 2022-03-31: it does not say that it replaces alternative delivery \
             model paused (2020-12-10), which is open",
        )
        .lacks(R::ReportModelNotNeeded, "report", needs)
        .lacking(R::ReportModelNotNeeded, with(&rescinded, "report.recommendation", "review_again"), needs)
        .lacking(
            R::ReportModelNotNeeded,
            with(&rescinded, "report.received", "2022-04-01"),
            "INT-08: X10 adm_rescinded on 2022-03-31: decided on 2022-03-31, before the report was received on \
             2022-04-01",
        )
        .that_is_all();
    let partnership = with(&rescinded, "report.recommendation", "partnership");
    makes(west_sussex_after(4), partnership, "X10", S::DirectionRetained);
    // Straight from the order, without a pause.
    let ordered = with(&rescinded, "direction.replaces", "2020-07");
    makes(west_sussex_after(3), ordered, "X10", S::DirectionRetained);
}

#[test]
fn x11_services_transfer() {
    let transfer = northamptonshire_transfer();
    let needs_model = "INT-16: X11 services_transferred on 2020-11-01: needs a delivery model on record, of \
                       the kind ordered, that starts on the same day";
    let elsewhere = company("Elsewhere", &["E08000028"], DeliveryStatus::Operational);
    let planned = company("Planned", &[NORTHAMPTONSHIRE], DeliveryStatus::Planned);
    let partnership = DeliveryModel::new(
        "Partnership",
        DeliveryModelKind::ImprovementPartnership,
        "Another council",
        [authority(NORTHAMPTONSHIRE)],
        DeliveryStatus::Operational,
    );
    let on = |model: DeliveryModel| northamptonshire_ordered(model.with_start(good("2020-11-01")));
    let without_model = |model| (R::ModelOnRecord, model, transfer.clone(), needs_model);
    let mut made = makes(
        on(northamptonshire_company("2020-11-01")),
        transfer.clone(),
        "X11",
        S::AdmOperational,
    )
    .lacks(
        R::GoLiveReached,
        "go_live",
        "INT-01: X11 services_transferred on 2020-11-01: needs the go-live day, reached",
    )
    .lacking(
        R::GoLiveReached,
        with(&transfer, "go_live", "2020-11-02"),
        "INT-01: X11 services_transferred on 2020-11-01: services go live on 2020-11-02 and transfer on \
                 2020-11-01",
    )
    .lacks(
        R::Contract,
        "contract",
        "INT-01: X11 services_transferred on 2020-11-01: needs the contract or agreement",
    );
    for (requirement, case, event, expected) in [
        without_model(northamptonshire_ordered(northamptonshire_company("2020-11-02"))),
        without_model(northamptonshire_ordered(northamptonshire_company("2020-12"))),
        without_model(on(
            company("Backwards", &[NORTHAMPTONSHIRE], DeliveryStatus::Ended).with_end(good("2020-01"))
        )),
        without_model(on(elsewhere)),
        without_model(on(planned)),
        without_model(on(partnership.unwrap())),
    ] {
        made = made.elsewhere(requirement, case, event, expected);
    }
    made.that_is_all();
    // The start may be known to the month.
    let by_month = northamptonshire_ordered(northamptonshire_company("2020-11"));
    makes(by_month, transfer.clone(), "X11", S::AdmOperational);
    // One that has ended since was operational then.
    let ended = company("Ended", &[NORTHAMPTONSHIRE], DeliveryStatus::Ended).with_end(good("2021-03-31"));
    makes(on(ended), transfer, "X11", S::AdmOperational);
}

/// Real: West Sussex, July 2020. Elsewhere invented.
#[test]
fn x12_a_direction_is_revised() {
    let cases = in_each_statutory_status();
    assert_eq!(cases.each_ref().map(|(case, _)| case.status()), STATUTORY);
    for (case, open) in cases {
        let status = case.status();
        let revision = event(K::DirectionRevised, "2022-04-01").with_direction(revised(open));
        makes(case.clone(), revision, "X12", status)
            .lacks_power(
                "INT-02: X12 direction_revised on 2022-04-01: needs a direction that rests on a power to \
                 direct: Education Act 1996 s497A(4), (4A) or (4B)",
            )
            .lacks(
                R::DirectionReplaced,
                "direction.replaces",
                &format!(
                    "INT-13: X12 direction_revised on 2022-04-01: it does not say that it replaces {}, which \
                     is open",
                    case.open_direction().unwrap().document(),
                ),
            )
            .that_is_all();
    }
}

/// Invented: the company on record is not the one that was ordered.
#[test]
fn x11_the_model_is_the_one_ordered() {
    let partnership = DeliveryModel::new(
        "Partnership",
        DeliveryModelKind::PartnershipLed,
        "Lincolnshire County Council",
        [authority("E10000021")],
        DeliveryStatus::Operational,
    );
    let partnership = partnership.unwrap().with_start(good("2020-11-01"));
    assert_eq!(
        message(northamptonshire_ordered(partnership).apply(northamptonshire_transfer())),
        "INT-16: X11 services_transferred on 2020-11-01: needs a delivery model on record, of the kind ordered, \
         that starts on the same day"
    );
}

/// An area for priority action that a later inspection has overtaken is no ground for a notice. Invented.
#[test]
fn x02_a_priority_action_is_overtaken() {
    let visit = |start: &str, published: &str| {
        Inspection::new(authority("E06000049"), Framework::Ilacs, Activity::FocusedVisit, day(start))
            .unwrap()
            .with_published(day(published))
            .with_area_for_priority_action(AreaForPriorityAction::new("Children wait").unwrap())
    };
    let good = graded("E06000049", Framework::Ilacs, "2021-11-15", "2022-01-10", Grade::Good);
    let notice = event(K::NoticeIssued, "2022-12-01");
    let old = case("E06000049", [visit("2021-09-14", "2021-10-20"), good.clone()]);
    assert_eq!(
        message(old.clone().apply(notice.clone())),
        "INT-01: X02 notice_issued on 2022-12-01: needs an Inadequate inspection report, or an area for priority \
         action in a letter"
    );
    let new = case("E06000049", [good, visit("2022-09-13", "2022-10-19")]);
    makes(new, notice, "X02", S::Notice);
}

/// Whatever model is ordered or named anew is an alternative one, and a nominee is no model ordered. Invented.
#[test]
fn x11_and_x21_the_model_is_never_in_house() {
    let in_house = DeliveryModel::new(
        "In-house",
        DeliveryModelKind::InHouse,
        "The council",
        [authority(NORTHAMPTONSHIRE)],
        DeliveryStatus::Operational,
    );
    let mut ordered = northamptonshire_ordered(in_house.unwrap().with_start(good("2020-11-01")));
    let revision = event(K::DirectionRevised, "2020-07-01").with_direction(revised("2020-01-06"));
    assert_eq!(
        message(ordered.clone().apply(revision.clone().with_model(DeliveryModelKind::InHouse))),
        "INT-01: X12 direction_revised on 2020-07-01: in_house is no alternative delivery model"
    );
    assert_eq!(
        message(ordered.apply(northamptonshire_transfer())),
        "INT-16: X11 services_transferred on 2020-11-01: needs a delivery model on record, of the kind ordered, \
         that starts on the same day"
    );
    // A revision may order another model.
    let company = northamptonshire_ordered(northamptonshire_company("2020-11-01"));
    let joint = revision.with_model(DeliveryModelKind::JointlyOwnedCompany);
    assert_eq!(
        message(after(company, [joint]).apply(northamptonshire_transfer())),
        "INT-16: X11 services_transferred on 2020-11-01: needs a delivery model on record, of the kind ordered, \
         that starts on the same day"
    );
    let trust = company_of_sandwell();
    let taken = nominee_takes_functions().with_model(DeliveryModelKind::ExecutiveControl);
    let transferred = event(K::ServicesTransferred, "2018-04-01")
        .with_go_live(good("2018-04-01"))
        .with_contract(document("Contract", "2018-03"));
    let case = after(sandwell_under_review().with_delivery_models(models([trust])), [taken]);
    makes(case, transferred, "X21", S::AdmOperational);
}

fn company_of_sandwell() -> DeliveryModel {
    company("Sandwell Children's Trust", &["E08000028"], DeliveryStatus::Operational)
        .with_start(good("2018-04-01"))
}
