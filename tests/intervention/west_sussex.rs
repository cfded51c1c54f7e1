//! West Sussex's way through intervention from 2019 to 2023, and the short cuts that were not open to it.

use crate::helpers::{
    WEST_SUSSEX, after, case, day, direction, event, good, message, report, review, revised, west_sussex,
    west_sussex_after, west_sussex_inspections, west_sussex_road, with, without,
};
use childrens_services::{
    Assumptions, Case, DeliveryModelKind, Event, EventKind as K, FailureClock, InterventionStatus as S,
    intervention::{Failure, LegalBasis, Recommendation},
};

/// The case refuses the event with this message and stays as it was.
#[track_caller]
fn refuses(case: &Case, event: Event, expected: &str) {
    let mut tried = case.clone();
    assert_eq!(message(tried.apply(event)), expected);
    assert_eq!(&tried, case);
}

/// One of the events of the road.
#[track_caller]
fn road(index: usize) -> Event {
    west_sussex_road()[index].clone()
}

// The road.

#[test]
fn each_step_has_its_transition_and_status() {
    let case = west_sussex_after(6);
    let steps: Vec<_> = case
        .log()
        .iter()
        .map(|entry| {
            let at = entry.event().effective().to_string();
            (at, entry.transition().id(), entry.from(), entry.to())
        })
        .collect();
    let step = |at: &str, id, from, to| (at.to_owned(), id, from, to);
    assert_eq!(
        steps,
        [
            step("2019-06-04", "X03", S::NoIntervention, S::DirectionReview),
            step("2019-12-17", "X06", S::DirectionReview, S::AdmOrdered),
            step("2020-07", "X12", S::AdmOrdered, S::AdmOrdered),
            step("2020-12-10", "X08", S::AdmOrdered, S::AdmPaused),
            step("2022-03-31", "X10", S::AdmPaused, S::DirectionRetained),
            step("2023-05-11", "X15", S::DirectionRetained, S::Support),
        ],
    );
    assert_eq!(case.status(), S::Support);
    assert_eq!(case.log()[0].event(), &road(0));
}

/// The direction of July 2020 is known to the month and counts from its last day; as it keeps the status,
/// that makes no difference here.
#[test]
fn the_status_of_each_day() {
    let case = west_sussex_after(6);
    let on = |text| case.status_on(day(text));
    for (expected, days) in [
        (S::NoIntervention, ["2010-11-01", "2019-05-08", "2019-06-03"]),
        (S::DirectionReview, ["2019-06-04", "2019-06-05", "2019-12-16"]),
        (S::AdmOrdered, ["2019-12-17", "2020-07-15", "2020-12-09"]),
        (S::AdmPaused, ["2020-12-10", "2021-12-11", "2022-03-30"]),
        (S::DirectionRetained, ["2022-03-31", "2022-04-01", "2023-05-10"]),
        (S::Support, ["2023-05-11", "2023-05-12", "2026-06-30"]),
    ] {
        assert_eq!(days.map(on), [expected; 3], "{days:?}");
    }
}

/// An event that is known to the month counts from the month's last day.
#[test]
fn a_month_counts_from_its_last_day() {
    let first = with(&with(&road(0), "effective", "2019-06"), "document.published", "2019-06-04");
    let case = after(west_sussex(), [first]);
    assert_eq!(case.status_on(day("2019-06-29")), S::NoIntervention);
    assert_eq!(case.status_on(day("2019-06-30")), S::DirectionReview);
}

#[test]
fn the_open_direction_of_each_step() {
    let open = |events| {
        let case = west_sussex_after(events);
        case.open_direction().map(|event| event.document().to_string())
    };
    assert_eq!(open(0), None);
    assert_eq!(open(1).as_deref(), Some("direction with commissioner's review (2019-06-04)"));
    assert_eq!(open(2).as_deref(), Some("alternative delivery model ordered (2019-12-17)"));
    assert_eq!(open(3).as_deref(), Some("direction revised (2020-07)"));
    assert_eq!(open(4).as_deref(), Some("alternative delivery model paused (2020-12-10)"));
    assert_eq!(open(5).as_deref(), Some("alternative delivery model rescinded (2022-03-31)"));
    assert_eq!(open(6), None);
}

#[test]
fn the_ways_on_of_each_day() {
    let case = west_sussex_after(6);
    let options = |on| case.options_on(day(on)).map(|option| option.id()).collect::<Vec<_>>();
    assert_eq!(options("2019-06-03"), ["X01", "X02", "X03", "X04", "X20"]);
    assert_eq!(options("2019-06-04"), ["X05", "X06", "X07", "X12", "X14", "X15", "X20"]);
    assert_eq!(options("2020-12-10"), ["X09", "X10", "X12", "X15", "X20"]);
    assert_eq!(options("2023-05-11"), ["X17", "X18", "X18", "X20"]);
}

/// The pause was to be reviewed after 12 months, by 10 December 2021. The decision of 31 March 2022 came 111
/// days later.
#[test]
fn what_is_unusual_is_the_late_end_of_the_pause() {
    let case = west_sussex_after(6);
    let findings = |on| case.findings(day(on)).to_string();
    assert_eq!(
        findings("2023-05-11"),
        "warning INT-12 at case.events[3].review_by: the pause was to be reviewed by 2021-12-10 and was \
         decided on 2022-03-31, 111 days later",
    );
    assert_eq!(findings("2030-01-01"), findings("2023-05-11"));
    assert_eq!(
        findings("2022-01-31"),
        "warning INT-12 at case.events[3].review_by: the pause was to be reviewed by 2021-12-10, 52 days \
         before 2022-01-31, and is not decided",
    );
    assert_eq!(findings("2021-12-10"), "");
    assert_eq!(findings("2018-01-01"), "");
    let late = case.findings(day("2023-05-11")).into_iter().next().unwrap();
    assert_eq!(late.values(), [("days".to_owned(), "111".to_owned())]);
}

/// Had the direction of March 2022 only been revised, the trust would have stayed paused.
#[test]
fn a_revision_in_place_of_the_end_keeps_the_pause() {
    let revision = event(K::DirectionRevised, "2022-03-31").with_direction(revised("2020-12-10"));
    let case = after(west_sussex_after(4), [revision]);
    assert_eq!((case.log()[4].transition().id(), case.status()), ("X12", S::AdmPaused));
    let open = case.open_direction().map(|event| event.document().to_string());
    assert_eq!(open.as_deref(), Some("direction revised (2022-03-31)"));
    // The order can still be rescinded, by a direction that replaces the revision.
    let rescinded = with(&with(&road(4), "effective", "2022-06-01"), "direction.replaces", "2022-03-31");
    assert_eq!(after(case, [rescinded]).status(), S::DirectionRetained);
}

// Short cuts.

#[test]
fn no_trust_out_of_the_blue() {
    let allowed = "adviser_appointed, notice_issued, review_directed, direction_given, authority_abolished";
    for (kind, expected) in [
        (K::AdmOrdered, "adm_ordered"),
        (K::AdmPaused, "adm_paused"),
        (K::ControlRetained, "control_retained"),
        (K::InterventionLifted, "intervention_lifted"),
        (K::SupportEnded, "support_ended"),
        (K::DirectionRevised, "direction_revised"),
    ] {
        let expected =
            format!("INT-01: {expected} on 2019-12-17: not possible from none, which allows {allowed}");
        refuses(&west_sussex(), event(kind, "2019-12-17"), &expected);
    }
}

#[test]
fn no_step_is_skipped_or_repeated() {
    refuses(
        &west_sussex_after(1),
        road(0),
        "INT-01: review_directed on 2019-06-04: not possible from direction_review, which allows \
         control_retained, adm_ordered, nominee_takes_functions, direction_revised, stepped_down, \
         intervention_lifted, authority_abolished",
    );
    refuses(
        &west_sussex_after(1),
        road(3),
        "INT-01: adm_paused on 2020-12-10: not possible from direction_review, which allows \
         control_retained, adm_ordered, nominee_takes_functions, direction_revised, stepped_down, \
         intervention_lifted, authority_abolished",
    );
    // The order has to be rescinded, paused or carried out before the direction is lifted.
    refuses(
        &west_sussex_after(3),
        road(5),
        "INT-01: intervention_lifted on 2023-05-11: not possible from adm_ordered, which allows adm_paused, \
         adm_rescinded, services_transferred, direction_revised, authority_abolished",
    );
    refuses(
        &west_sussex_after(6),
        road(4),
        "INT-01: adm_rescinded on 2022-03-31: not possible from support, which allows support_ended, \
         notice_issued, review_directed, authority_abolished",
    );
}

/// 10 May 2023 is the day before the report: the authority stands as in 2019.
#[test]
fn no_lifting_while_inadequate() {
    refuses(
        &west_sussex_after(5),
        with(&road(5), "effective", "2023-05-10"),
        "INT-14: X15 intervention_lifted on 2023-05-10: needs a re-inspection published since the direction, \
         after which the authority is not Inadequate",
    );
    // Invented: the re-inspection of 2023 finds the authority Inadequate again.
    let [sif, of_2019, of_2023] = west_sussex_inspections();
    let mut again = serde_json::to_value(of_2023).unwrap();
    again["judgements"]["overall"] = "Inadequate".into();
    let worse = case(WEST_SUSSEX, [sif, of_2019, serde_json::from_value(again).unwrap()]);
    let worse = after(worse, west_sussex_road().into_iter().take(5));
    refuses(
        &worse,
        road(5),
        "INT-14: X15 intervention_lifted on 2023-05-11: the authority is still Inadequate",
    );
}

/// The pause of 10 December 2020 could be for 12 months at most.
#[test]
fn no_pause_without_end() {
    let ordered = west_sussex_after(3);
    let until = |review_by: &str| with(&road(3), "review_by", review_by);
    refuses(
        &ordered,
        without(&road(3), "review_by"),
        "INT-11: X08 adm_paused on 2020-12-10: needs a day by which the pause is reviewed, at most 12 months \
         ahead",
    );
    refuses(
        &ordered,
        until("2021-12-11"),
        "INT-11: X08 adm_paused on 2020-12-10: the pause is reviewed by 2021-12-11, not within 12 months of \
         2020-12-10",
    );
    refuses(
        &ordered,
        until("2020-12-09"),
        "INT-11: X08 adm_paused on 2020-12-10: the pause is reviewed by 2020-12-09, not within 12 months of \
         2020-12-10",
    );
    for good in ["2020-12-10", "2021-12-10"] {
        assert_eq!(after(ordered.clone(), [until(good)]).status(), S::AdmPaused);
    }
}

/// A pause rests on a report later than the one that the order rested on, and one that shows improvement.
#[test]
fn no_pause_on_the_old_report() {
    let needs = "INT-01: X08 adm_paused on 2020-12-10: needs a later commissioner's report that shows \
                 improvement (recommends to wait and review again, that the council keeps control, or a partnership)";
    let ordered = west_sussex_after(3);
    refuses(&ordered, without(&road(3), "report"), needs);
    refuses(&ordered, with(&road(3), "report.received", "2019-12-17"), needs);
    refuses(
        &ordered,
        with(&road(3), "report.received", "2020-12-11"),
        "INT-08: X08 adm_paused on 2020-12-10: decided on 2020-12-10, before the report was received on \
         2020-12-11",
    );
    refuses(&ordered, with(&road(3), "report.recommendation", "alternative_delivery_model"), needs);
    let received = with(&road(3), "report.received", "2019-12-18");
    assert_eq!(after(ordered.clone(), [received]).status(), S::AdmPaused);
    let control = with(&road(3), "report.recommendation", "retain_control");
    assert_eq!(after(ordered, [control]).status(), S::AdmPaused);
}

#[test]
fn a_direction_says_which_one_it_replaces() {
    refuses(
        &west_sussex_after(2),
        without(&road(2), "direction.replaces"),
        "INT-13: X12 direction_revised on 2020-07: it does not say that it replaces alternative delivery \
         model ordered (2019-12-17), which is open",
    );
    refuses(
        &west_sussex_after(2),
        with(&road(2), "direction.replaces", "2019-06-04"),
        "INT-13: X12 direction_revised on 2020-07: it replaces a direction of 2019-06-04, but the open one \
         is alternative delivery model ordered (2019-12-17)",
    );
    refuses(
        &west_sussex(),
        with(&road(0), "direction.replaces", "2013-06-01"),
        "INT-13: X03 review_directed on 2019-06-04: it replaces a direction of 2013-06-01, but none is open",
    );
    // The direction of July 2020 is known to the month; somebody may know the day.
    refuses(
        &west_sussex_after(3),
        with(&road(3), "direction.replaces", "2020-08-01"),
        "INT-13: X08 adm_paused on 2020-12-10: it replaces a direction of 2020-08-01, but the open one is \
         direction revised (2020-07)",
    );
    for known in ["2020-07-31", "2020-07-01", "2020-07", "2020"] {
        let paused = with(&road(3), "direction.replaces", known);
        assert_eq!(after(west_sussex_after(3), [paused]).status(), S::AdmPaused);
    }
}

#[test]
fn no_decision_before_the_report() {
    let under_review = west_sussex_after(1);
    refuses(
        &under_review,
        with(&road(1), "report.received", "2019-12-18"),
        "INT-08: X06 adm_ordered on 2019-12-17: decided on 2019-12-17, before the report was received on \
         2019-12-18",
    );
    refuses(
        &under_review,
        without(&road(1), "report"),
        "INT-08: X06 adm_ordered on 2019-12-17: needs the commissioner's report and the day it was received",
    );
}

/// The commissioner recommended the trust; the Secretary of State ordered it.
#[test]
fn a_commissioner_does_not_decide() {
    let under_review = west_sussex_after(1);
    for by in ["commissioner", "council", "ofsted"] {
        refuses(
            &under_review,
            with(&road(1), "decided_by", by),
            &format!(
                "INT-10: X06 adm_ordered on 2019-12-17: decided_by is {by}, but only the Secretary of State or \
                 the Department for Education decides"
            ),
        );
    }
    let by_department = with(&road(1), "decided_by", "department");
    assert_eq!(after(under_review, [by_department]).status(), S::AdmOrdered);
}

/// All three judgements of 2019 were Inadequate, a systemic failure: the trust was presumed.
#[test]
fn control_is_not_kept_without_compelling_reasons() {
    let kept = event(K::ControlRetained, "2019-12-17")
        .with_direction(revised("2019-06-04"))
        .with_report(report("2019-12-17", Recommendation::RetainControl));
    refuses(
        &west_sussex_after(1),
        kept.clone(),
        "INT-09: X05 control_retained on 2019-12-17: needs compelling reasons: the record shows a systemic \
         failure",
    );
    let kept = kept.with_compelling_reasons("invented: a strong improvement partner").unwrap();
    assert_eq!(after(west_sussex_after(1), [kept]).status(), S::DirectionRetained);
}

#[test]
fn nothing_goes_back_in_time() {
    let revision = |on| event(K::DirectionRevised, on).with_direction(revised("2019-06-04"));
    refuses(
        &west_sussex_after(1),
        revision("2019-06-03"),
        "INT-01: X12 direction_revised on 2019-06-03: it takes effect before 2019-06-04, the earliest day of \
         an event before it",
    );
    let paused = |on: &str| {
        let paused = with(&with(&road(3), "effective", on), "review_by", "2021-05-31");
        with(&paused, "report.received", "2020-06-30")
    };
    refuses(
        &west_sussex_after(3),
        paused("2020-06-30"),
        "INT-01: X08 adm_paused on 2020-06-30: it takes effect before 2020-07-01, the earliest day of an event \
         before it",
    );
    // The direction of July 2020 may have been on any day of it: a pause in July came after it.
    let in_july = after(west_sussex_after(3), [paused("2020-07-10")]);
    assert_eq!(in_july.log()[2].in_force_from(), day("2020-07-10"));
    assert_eq!(in_july.status_on(day("2020-07-09")), S::AdmOrdered);
    assert_eq!(in_july.status_on(day("2020-07-10")), S::AdmPaused);
    assert_eq!(west_sussex_after(3).log()[2].in_force_from(), day("2020-07-31"));
    // On the same day is not before.
    assert_eq!(after(west_sussex_after(1), [revision("2019-06-04")]).status(), S::DirectionReview);
}

#[test]
fn a_direction_follows_the_report_that_it_cites() {
    let cites = |of: &str| with(&road(0), "direction.cites_report_of", of);
    refuses(
        &west_sussex(),
        with(&cites("2019-05-08"), "effective", "2019-05-07"),
        "INT-04: X03 review_directed on 2019-05-07: the report that it cites was published on 2019-05-08, \
         after 2019-05-07",
    );
    refuses(
        &west_sussex(),
        cites("2019-05-09"),
        "INT-04: X03 review_directed on 2019-06-04: it cites a report of 2019-05-09, and no inspection on \
         record was published that day",
    );
}

#[test]
fn a_review_names_who_and_by_when() {
    refuses(
        &west_sussex(),
        without(&road(0), "review"),
        "INT-06: X03 review_directed on 2019-06-04: needs the commissioner's name and the day by which the \
         report is due",
    );
    refuses(
        &west_sussex(),
        without(&road(0), "review.commissioner"),
        "INT-06: X03 review_directed on 2019-06-04: needs the commissioner's name",
    );
    refuses(
        &west_sussex(),
        without(&road(0), "review.report_due"),
        "INT-06: X03 review_directed on 2019-06-04: needs the day by which the report is due",
    );
    refuses(
        &west_sussex(),
        with(&road(0), "review.report_due", "2019-06-03"),
        "INT-06: X03 review_directed on 2019-06-04: the report is due on 2019-06-03, before the direction",
    );
}

/// One Inadequate report is no persistent failure, and three Inadequate judgements are a systemic one.
#[test]
fn a_failure_claimed_is_on_record() {
    let claims = |failure| {
        let direction = direction().with_cites_report_of(day("2019-05-08")).with_failure(failure);
        event(K::ReviewDirected, "2019-06-04")
            .with_direction(direction)
            .with_review(review("John Coughlan", "2019-09-30"))
    };
    refuses(
        &west_sussex(),
        claims(Failure::Persistent),
        "INT-20: X03 review_directed on 2019-06-04: a persistent failure is claimed, but does not follow \
         from the inspections on record",
    );
    assert_eq!(after(west_sussex(), [claims(Failure::Systemic)]).status(), S::DirectionReview);
}

#[test]
fn the_model_ordered_is_an_alternative_one() {
    let needs = "INT-01: X06 adm_ordered on 2019-12-17: needs the kind of alternative delivery model ordered";
    refuses(&west_sussex_after(1), without(&road(1), "model"), needs);
    for (model, alternative) in [
        (DeliveryModelKind::InHouse, false),
        (DeliveryModelKind::ImprovementPartnership, false),
        (DeliveryModelKind::PartnershipLed, true),
        (DeliveryModelKind::SharedService, false),
        (DeliveryModelKind::CouncilOwnedCompany, true),
        (DeliveryModelKind::JointlyOwnedCompany, true),
        (DeliveryModelKind::IndependentCompany, true),
        (DeliveryModelKind::ExecutiveControl, false),
    ] {
        let order = with(&road(1), "model", model.code());
        if alternative {
            assert_eq!(after(west_sussex_after(1), [order]).status(), S::AdmOrdered, "{model}");
        } else {
            let code = model.code();
            let needs =
                format!("INT-01: X06 adm_ordered on 2019-12-17: {code} is no alternative delivery model");
            refuses(&west_sussex_after(1), order, &needs);
        }
    }
}

#[test]
fn another_regime_is_no_direction_about_childrens_services() {
    refuses(
        &west_sussex(),
        with(&road(0), "direction.legal_basis", vec!["lga_1999_s15"]),
        "INT-02: X03 review_directed on 2019-06-04: best value (Local Government Act 1999 s15) is another \
         regime, with a case of its own",
    );
    refuses(
        &west_sussex(),
        with(&road(0), "direction.legal_basis", vec!["s497a_4b", "administrative"]),
        "INT-03: X03 review_directed on 2019-06-04: a direction is statutory, so its legal basis is not \
         administrative",
    );
    refuses(
        &west_sussex_after(5),
        road(5).with_direction(revised("2022-03-31")),
        "INT-03: X15 intervention_lifted on 2023-05-11: a direction is given, but support is not statutory",
    );
    let notice = event(K::NoticeIssued, "2019-06-04").with_direction(direction());
    refuses(
        &west_sussex(),
        notice,
        "INT-03: X02 notice_issued on 2019-06-04: a direction is given, but notice is not statutory",
    );
}

/// Invented: support ended a year later, and all that would follow.
#[test]
fn nothing_follows_the_end() {
    let ended = after(west_sussex_after(6), [event(K::SupportEnded, "2024-05-11")]);
    for kind in K::ALL {
        refuses(
            &ended,
            event(*kind, "2025-01-01"),
            &format!(
                "INT-18: {} on 2025-01-01: the episode is over (exited); a later failure opens a new one",
                kind.code(),
            ),
        );
    }
}

/// What a refusal says in parts.
#[test]
fn a_refusal_in_parts() {
    let refusal = west_sussex_after(1).apply(without(&road(1), "report")).unwrap_err();
    let reasons: Vec<_> = refusal.reasons().map(|(rule, message)| (rule.id(), message)).collect();
    assert_eq!(reasons, [("INT-08", "needs the commissioner's report and the day it was received")]);
    assert_eq!(refusal.transition(), Some("X06"));
    let refusal = west_sussex().apply(road(1)).unwrap_err();
    assert_eq!(
        (refusal.reasons().next().map(|(rule, _)| rule.id()), refusal.transition()),
        (Some("INT-01"), None)
    );

    let error = west_sussex().replay([road(0), road(1), road(4), road(3)]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "events[2]: INT-13: X10 adm_rescinded on 2022-03-31: it replaces a direction of 2020-12-10, but the \
         open one is alternative delivery model ordered (2019-12-17)",
    );
    assert_eq!(error.refusal().map(|(index, refusal)| (index, refusal.transition())), Some((2, Some("X10"))));
}

/// The parts of a case are there to be read.
#[test]
fn a_case_keeps_what_it_was_given() {
    let history = west_sussex().history().clone();
    let assumptions = Assumptions::new().with_failure_clock(FailureClock::InspectionStart);
    let case = Case::new(history.clone(), assumptions.clone());
    assert_eq!((case.history(), case.assumptions()), (&history, &assumptions));
    assert!(case.delivery_models().is_empty() && case.log().is_empty());
    assert_eq!(case.status(), S::NoIntervention);

    let order = &west_sussex_after(2).log()[1].event().clone();
    assert_eq!(order.kind(), K::AdmOrdered);
    assert_eq!(order.effective(), good("2019-12-17"));
    assert_eq!(order.model(), Some(DeliveryModelKind::CouncilOwnedCompany));
    let basis = order.direction().map(|direction| direction.legal_basis());
    assert_eq!(basis, Some(&[LegalBasis::Section497A4B, LegalBasis::ChildrenAct2004Section50][..]));
    assert_eq!(
        order.report().map(|report| report.recommendation()),
        Some(Recommendation::AlternativeDeliveryModel)
    );
}

/// An event that lacks several things is refused with all of them.
#[test]
fn all_that_is_missing_is_named() {
    let bare = event(K::ReviewDirected, "2019-06-04");
    let expected = [
        (
            "INT-02",
            "needs a direction that rests on a power to direct: Education Act 1996 s497A(4), (4A) or (4B)",
        ),
        ("INT-02", "needs the statutory test of Education Act 1996 s497A that is met"),
        ("INT-04", "needs the publication day of the inspection report that the reasons cite"),
        ("INT-06", "needs the commissioner's name and the day by which the report is due"),
    ];
    let refusal = west_sussex().apply(bare).unwrap_err();
    let reasons: Vec<_> = refusal.reasons().map(|(rule, message)| (rule.id(), message)).collect();
    assert_eq!(reasons, expected);
    assert_eq!(refusal.transition(), Some("X03"));
    let [first, others @ ..] = expected;
    let others: String = others.iter().map(|(rule, message)| format!("; {rule}: {message}")).collect();
    assert_eq!(
        refusal.to_string(),
        format!("{}: X03 review_directed on 2019-06-04: {}{others}", first.0, first.1)
    );
}

/// A report that comes out later is put on record, and every event is checked again.
#[test]
fn a_case_takes_a_new_report() {
    let [sif, of_2019, of_2023] = west_sussex_inspections();
    let road = west_sussex_road();
    let before = after(case(WEST_SUSSEX, [sif.clone(), of_2019]), road[..5].iter().cloned());
    refuses(
        &before,
        road[5].clone(),
        "INT-14: X15 intervention_lifted on 2023-05-11: needs a re-inspection published since the direction, after \
         which the authority is not Inadequate",
    );
    let mut history = before.history().clone();
    history.add(of_2023.clone()).unwrap();
    let lifted = after(before.with_history(history).unwrap(), [road[5].clone()]);
    assert_eq!(lifted, west_sussex_after(6));
    let elsewhere = case("E06000052", []).history().clone();
    assert_eq!(
        message(lifted.clone().with_history(elsewhere)),
        "the case is of E10000032 (West Sussex), and the inspection history of E06000052 (Cornwall)"
    );
    // Without the report that the direction cites it could not have been given.
    let without = case(WEST_SUSSEX, [sif, of_2023]).history().clone();
    assert_eq!(
        message(lifted.with_history(without)),
        "events[0]: INT-04: X03 review_directed on 2019-06-04: it cites a report of 2019-05-08, and no \
         inspection on record was published that day"
    );
}

/// A title as long as a book does not make a message as long.
#[test]
fn a_long_title_is_cut_short() {
    let long = with(&road(0), "document.title", "x".repeat(100_000));
    let refusal = message(after(west_sussex(), [long]).apply(without(&road(1), "direction.replaces")));
    assert!(refusal.len() < 300, "{} bytes", refusal.len());
    assert!(refusal.contains("xxx…"), "{refusal}");
}
