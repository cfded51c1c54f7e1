//! Each rule of intervention and of delivery models: broken once, and kept by what differs in one point only.

use crate::helpers::{
    WEST_SUSSEX, after, authority, case,
    cases::{
        coventry_noticed, northamptonshire_company, northamptonshire_ordered, northamptonshire_transfer,
        northamptonshire_transferred, satisfied,
    },
    company, day, direction, document, event, good, graded, message, models, report, review, revised,
    west_sussex, west_sussex_after, west_sussex_inspections, west_sussex_road, with,
};
use childrens_services::{
    Activity, AreaForPriorityAction, Assumptions, Case, DeliveryModel, DeliveryModelKind, DeliveryModels,
    DeliveryStatus, Event, EventKind as K, FailureClock, Framework, Grade, ImprovementNotice, Inspection,
    InspectionHistory, InterventionStatus as S, Severity,
    delivery::{self, CompanyCount, StatutoryPost},
    intervention::{DepartmentReview, Failure, LegalBasis, Recommendation, ReviewOutcome, rules::RULES},
};

/// The event is refused with this message.
#[track_caller]
fn broken(mut case: Case, event: Event, expected: &str) {
    assert_eq!(message(case.apply(event)), expected);
}

/// The event is taken.
#[track_caller]
fn kept(case: Case, event: Event, status: S) {
    assert_eq!(after(case, [event]).status(), status);
}

/// The findings about what happened, as of a day; those about inspections and models are theirs.
#[track_caller]
fn finds(case: &Case, as_of: &str, expected: &[&str]) {
    let findings = case.findings(day(as_of)).into_iter();
    let findings = findings.filter(|finding| finding.rule().id().starts_with("INT-"));
    assert_eq!(findings.map(|finding| finding.to_string()).collect::<Vec<_>>(), expected);
}

#[track_caller]
fn models_find(models: &DeliveryModels, as_of: &str, expected: &[&str]) {
    assert_eq!(models.findings(day(as_of)).to_string(), expected.join("\n"));
}

/// One of the events of West Sussex's road.
#[track_caller]
fn road(index: usize) -> Event {
    west_sussex_road()[index].clone()
}

#[test]
fn the_book_holds_exactly_these() {
    use Severity::{Error, Warning};
    let expected = [
        ("INT-01", Error),
        ("INT-02", Error),
        ("INT-03", Error),
        ("INT-04", Error),
        ("INT-05", Warning),
        ("INT-06", Error),
        ("INT-07", Warning),
        ("INT-08", Error),
        ("INT-09", Error),
        ("INT-10", Error),
        ("INT-11", Error),
        ("INT-12", Warning),
        ("INT-13", Error),
        ("INT-14", Error),
        ("INT-15", Warning),
        ("INT-16", Error),
        ("INT-17", Warning),
        ("INT-18", Error),
        ("INT-19", Warning),
        ("INT-20", Error),
        ("ADM-01", Error),
        ("ADM-02", Error),
        ("ADM-03", Error),
        ("ADM-04", Error),
        ("ADM-05", Error),
        ("ADM-06", Warning),
    ];
    let rules: Vec<_> = RULES.iter().chain(delivery::rules::RULES).collect();
    let told: Vec<_> = rules.iter().map(|rule| (rule.id(), rule.severity())).collect();
    assert_eq!(told, expected);
    for rule in rules {
        let said = [rule.title(), rule.rationale(), rule.source()];
        assert!(said.iter().all(|text| !text.trim().is_empty() && !text.ends_with('.')), "{rule}");
    }
}

// Refusals.

#[test]
fn int_01_an_event_is_one_that_the_status_allows() {
    broken(
        west_sussex_after(2),
        event(K::SupportEnded, "2020-01-01"),
        "INT-01: support_ended on 2020-01-01: not possible from adm_ordered, which allows adm_paused, \
         adm_rescinded, services_transferred, direction_revised, authority_abolished",
    );
    kept(west_sussex_after(6), event(K::SupportEnded, "2024-05-11"), S::Exited);
}

#[test]
fn int_02_a_statutory_status_rests_on_a_direction() {
    broken(
        west_sussex(),
        with(&road(0), "direction.legal_basis", vec!["children_act_2004_s50"]),
        "INT-02: X03 review_directed on 2019-06-04: needs a direction that rests on a power to direct: \
         Education Act 1996 s497A(4), (4A) or (4B)",
    );
    for power in ["s497a_4", "s497a_4a", "s497a_4b"] {
        let given = with(&road(0), "direction.legal_basis", vec![power]);
        kept(west_sussex(), given, S::DirectionReview);
    }
}

#[test]
fn int_03_a_notice_is_not_statutory_and_a_direction_is() {
    let notice = |basis| {
        let notice = ImprovementNotice::new().with_legal_basis(basis);
        event(K::NoticeIssued, "2019-06-04").with_notice(notice)
    };
    broken(
        west_sussex(),
        notice(LegalBasis::LocalGovernmentAct1999Section15),
        "INT-03: X02 notice_issued on 2019-06-04: a notice is not statutory, so Local Government Act 1999 \
         s15 cannot be its legal basis",
    );
    kept(west_sussex(), notice(LegalBasis::Administrative), S::Notice);

    let basis = |basis: &str| with(&road(0), "direction.legal_basis", vec!["s497a_4b", basis]);
    broken(
        west_sussex(),
        basis("administrative"),
        "INT-03: X03 review_directed on 2019-06-04: a direction is statutory, so its legal basis is not \
         administrative",
    );
    kept(west_sussex(), basis("children_act_2004_s50"), S::DirectionReview);
}

#[test]
fn int_04_a_report_is_cited_once_it_is_out() {
    broken(
        west_sussex(),
        with(&road(0), "effective", "2019-05-07"),
        "INT-04: X03 review_directed on 2019-05-07: the report that it cites was published on 2019-05-08, \
         after 2019-05-07",
    );
    kept(west_sussex(), with(&road(0), "effective", "2019-05-08"), S::DirectionReview);
}

#[test]
fn int_06_a_review_has_a_commissioner_and_a_day() {
    broken(
        west_sussex(),
        with(&road(0), "review.report_due", "2019-06-03"),
        "INT-06: X03 review_directed on 2019-06-04: the report is due on 2019-06-03, before the direction",
    );
    kept(west_sussex(), with(&road(0), "review.report_due", "2019-06-04"), S::DirectionReview);
}

#[test]
fn int_08_control_is_decided_after_the_report() {
    broken(
        west_sussex_after(1),
        with(&road(1), "report.received", "2019-12-18"),
        "INT-08: X06 adm_ordered on 2019-12-17: decided on 2019-12-17, before the report was received on \
         2019-12-18",
    );
    kept(west_sussex_after(1), with(&road(1), "report.received", "2019-12-17"), S::AdmOrdered);
}

/// Without a failure, persistent or systemic, control is kept for no more than the report. Invented: leaders
/// who were not Inadequate.
#[test]
fn int_09_control_is_kept_for_compelling_reasons() {
    let keeps = event(K::ControlRetained, "2019-12-17")
        .with_direction(revised("2019-06-04"))
        .with_report(report("2019-12-17", Recommendation::RetainControl));
    broken(
        west_sussex_after(1),
        keeps.clone(),
        "INT-09: X05 control_retained on 2019-12-17: needs compelling reasons: the record shows a systemic \
         failure",
    );
    let [_, of_2019, _] = west_sussex_inspections();
    let mut better = serde_json::to_value(of_2019).unwrap();
    better["judgements"]["leaders"] = "Requires improvement to be good".into();
    let better = case(WEST_SUSSEX, [serde_json::from_value(better).unwrap()]);
    kept(after(better, [road(0)]), keeps.clone(), S::DirectionRetained);

    // Sunderland, Inadequate on 20 July 2015 and 25 July 2018, the former on every judgement. Invented: the
    // direction.
    let of = |start, published| graded("E08000024", Framework::Sif, start, published, Grade::Inadequate);
    let sunderland = case("E08000024", [of("2015-05-11", "2015-07-20"), of("2018-04-23", "2018-07-25")]);
    let directed = event(K::ReviewDirected, "2018-09-03")
        .with_direction(direction().with_cites_report_of(day("2018-07-25")))
        .with_review(review("A Commissioner", "2018-12-03"));
    let keeps = with(&with(&keeps, "direction.replaces", "2018-09-03"), "report.received", "2018-12-03");
    broken(
        after(sunderland, [directed]),
        keeps,
        "INT-09: X05 control_retained on 2019-12-17: needs compelling reasons: the record shows a persistent \
         failure",
    );
}

/// A report on the review, not one from before it was directed.
#[test]
fn int_08_the_report_is_of_this_review() {
    let ordered = |received: &str| with(&road(1), "report.received", received);
    broken(
        west_sussex_after(1),
        ordered("2019-06-03"),
        "INT-08: X06 adm_ordered on 2019-12-17: the report was received on 2019-06-03, before the review was \
         directed on 2019-06-04",
    );
    kept(west_sussex_after(1), ordered("2019-06-04"), S::AdmOrdered);
}

#[test]
fn int_10_the_department_decides() {
    broken(
        west_sussex_after(4),
        with(&road(4), "decided_by", "commissioner"),
        "INT-10: X10 adm_rescinded on 2022-03-31: decided_by is commissioner, but only the Secretary of State \
         or the Department for Education decides",
    );
    kept(west_sussex_after(4), with(&road(4), "decided_by", "department"), S::DirectionRetained);
}

/// The pause of West Sussex, and one that begins on a leap day.
#[test]
fn int_11_a_pause_is_reviewed_within_12_months() {
    broken(
        west_sussex_after(3),
        with(&road(3), "review_by", "2021-12-11"),
        "INT-11: X08 adm_paused on 2020-12-10: the pause is reviewed by 2021-12-11, not within 12 months of \
         2020-12-10",
    );
    kept(west_sussex_after(3), with(&road(3), "review_by", "2021-12-10"), S::AdmPaused);
    let leap = with(&with(&road(3), "effective", "2020-02-29"), "direction.replaces", "2019-12-17");
    let leap = with(&leap, "report.received", "2020-02-28");
    broken(
        west_sussex_after(2),
        with(&leap, "review_by", "2021-03-01"),
        "INT-11: X08 adm_paused on 2020-02-29: the pause is reviewed by 2021-03-01, not within 12 months of \
         2020-02-29",
    );
    kept(west_sussex_after(2), with(&leap, "review_by", "2021-02-28"), S::AdmPaused);
    // A pause known to the month may be of its last day.
    let month = |review_by| with(&with(&road(3), "effective", "2020-12"), "review_by", review_by);
    kept(west_sussex_after(3), month("2021-12-31"), S::AdmPaused);
    broken(
        west_sussex_after(3),
        month("2022-01-01"),
        "INT-11: X08 adm_paused on 2020-12: the pause is reviewed by 2022-01-01, not within 12 months of \
         2020-12-31",
    );
}

#[test]
fn int_13_one_direction_is_open() {
    broken(
        west_sussex_after(4),
        with(&road(4), "direction.replaces", "2020-12-11"),
        "INT-13: X10 adm_rescinded on 2022-03-31: it replaces a direction of 2020-12-11, but the open one is \
         alternative delivery model paused (2020-12-10)",
    );
    kept(west_sussex_after(4), with(&road(4), "direction.replaces", "2020-12-10"), S::DirectionRetained);
}

/// From 2026 there may be no overall grade; what the standing then is has to be read by somebody.
#[test]
fn int_14_lifting_follows_the_reinspection() {
    broken(
        west_sussex_after(5),
        with(&road(5), "effective", "2023-05-10"),
        "INT-14: X15 intervention_lifted on 2023-05-10: needs a re-inspection published since the direction, \
         after which the authority is not Inadequate",
    );
    kept(west_sussex_after(5), road(5), S::Support);

    // Invented: the report of 2023 without an overall grade, and with leaders who are Inadequate.
    let with_2023 = |leaders: &str, standing: Option<&str>| {
        let [sif, of_2019, of_2023] = west_sussex_inspections();
        let mut of_2023 = serde_json::to_value(of_2023).unwrap();
        of_2023["judgements"].as_object_mut().unwrap().remove("overall");
        of_2023["judgements"]["leaders"] = leaders.into();
        of_2023["standing_read_as"] = standing.into();
        let inspections = [sif, of_2019, serde_json::from_value(of_2023).unwrap()];
        after(case(WEST_SUSSEX, inspections), west_sussex_road().into_iter().take(5))
    };
    broken(
        with_2023("Inadequate", None),
        road(5),
        "INT-14: X15 intervention_lifted on 2023-05-11: whether the authority is Inadequate is not \
         established: there is no overall grade and no reading of its standing, and some judgement is \
         Inadequate or missing",
    );
    broken(
        with_2023("Inadequate", Some("Inadequate")),
        road(5),
        "INT-14: X15 intervention_lifted on 2023-05-11: the authority is still Inadequate",
    );
    kept(with_2023("Inadequate", Some("Requires improvement")), road(5), S::Support);
    kept(with_2023("Good", None), road(5), S::Support);
}

#[test]
fn int_16_what_is_operational_is_on_record() {
    broken(
        northamptonshire_ordered(northamptonshire_company("2020-10-31")),
        northamptonshire_transfer(),
        "INT-16: X11 services_transferred on 2020-11-01: needs a delivery model on record, of the kind \
         ordered, that starts on the same day",
    );
    let on_record = northamptonshire_ordered(northamptonshire_company("2020-11-01"));
    kept(on_record, northamptonshire_transfer(), S::AdmOperational);
}

#[test]
fn int_18_nothing_follows_the_end() {
    let ended = after(west_sussex_after(6), [event(K::SupportEnded, "2024-05-11")]);
    let notice = event(K::NoticeIssued, "2024-06-03").with_reason("invented: a finding").unwrap();
    broken(
        ended,
        notice.clone(),
        "INT-18: notice_issued on 2024-06-03: the episode is over (exited); a later failure opens a new one",
    );
    kept(west_sussex_after(6), notice, S::Notice);
}

/// Sunderland was Inadequate twice within five years: reports of 20 July 2015 and 25 July 2018. Invented: the
/// direction, and all that differs.
#[test]
fn int_20_a_failure_claimed_follows_from_the_record() {
    let claims = |failure| {
        let direction = direction().with_cites_report_of(day("2018-07-25")).with_failure(failure);
        event(K::ReviewDirected, "2018-09-03")
            .with_direction(direction)
            .with_review(review("A Commissioner", "2018-12-03"))
    };
    let twice = |start, published, assumptions| {
        let of = |start, published| graded("E08000024", Framework::Sif, start, published, Grade::Inadequate);
        let inspections = [of(start, published), of("2018-04-23", "2018-07-25")];
        let history = InspectionHistory::new(authority("E08000024"), inspections).unwrap();
        Case::new(history, assumptions)
    };
    let refused = "INT-20: X03 review_directed on 2018-09-03: a persistent failure is claimed, but does not \
                   follow from the inspections on record";
    let by_publication = Assumptions::new;
    let by_start = || Assumptions::new().with_failure_clock(FailureClock::InspectionStart);
    let persistent = || claims(Failure::Persistent);
    kept(twice("2015-05-11", "2015-07-20", by_publication()), persistent(), S::DirectionReview);
    kept(twice("2013-04-22", "2013-07-25", by_publication()), persistent(), S::DirectionReview);
    broken(twice("2013-04-22", "2013-07-24", by_publication()), persistent(), refused);
    broken(twice("2013-04-22", "2013-07-25", by_start()), persistent(), refused);
    kept(twice("2013-04-23", "2013-07-24", by_start()), persistent(), S::DirectionReview);
    broken(
        twice("2015-05-11", "2015-07-20", by_publication()),
        claims(Failure::Systemic),
        "INT-20: X03 review_directed on 2018-09-03: a systemic failure is claimed, but does not follow from \
         the inspections on record",
    );
}

// Findings of a case.

#[test]
fn int_05_a_direction_follows_its_report_within_90_days() {
    let directed = |on| {
        let directed = with(&with(&road(0), "effective", on), "review.report_due", "2019-11-01");
        after(west_sussex(), [directed])
    };
    finds(&directed("2019-08-06"), "2020-01-01", &[]);
    finds(
        &directed("2019-08-07"),
        "2020-01-01",
        &[
            "warning INT-19 at case.events: Inadequate since the report of 2019-05-08, and no intervention \
             91 days later",
            "warning INT-05 at case.events[0].direction.cites_report_of: the direction of 2019-08-07 comes \
             91 days after the report of 2019-05-08 that it cites",
        ],
    );
}

/// 4 June 2019 and 60 or 180 days are 3 August and 1 December.
#[test]
fn int_07_a_report_is_due_after_60_to_180_days() {
    let due = |on: &str| after(west_sussex(), [with(&road(0), "review.report_due", on)]);
    let found = |days| {
        format!(
            "warning INT-07 at case.events[0].review.report_due: the commissioner's report is due {days} \
             days after the direction"
        )
    };
    finds(&due("2019-08-02"), "2020-01-01", &[&found(59)]);
    finds(&due("2019-08-03"), "2020-01-01", &[]);
    finds(&due("2019-12-01"), "2020-01-01", &[]);
    finds(&due("2019-12-02"), "2020-01-01", &[&found(181)]);
    // From a month no days are counted.
    let month = with(&with(&road(0), "effective", "2019-06"), "review.report_due", "2020-03-01");
    finds(&after(west_sussex(), [month]), "2020-01-01", &[]);
}

#[test]
fn int_12_a_pause_is_decided_by_the_day_of_its_review() {
    let decided = |on| {
        let rescinded = with(&with(&road(4), "effective", on), "report.received", on);
        after(west_sussex_after(4), [rescinded])
    };
    finds(&decided("2021-12-10"), "2023-01-01", &[]);
    finds(
        &decided("2021-12-11"),
        "2023-01-01",
        &["warning INT-12 at case.events[3].review_by: the pause was to be reviewed by 2021-12-10 and was \
           decided on 2021-12-11, 1 day later"],
    );
}

/// A direction revised before the day of the review decides nothing; one revised after it does.
#[test]
fn int_12_a_revision_before_the_review_decides_nothing() {
    let revision = |on| event(K::DirectionRevised, on).with_direction(revised("2020-12-10"));
    let early = after(west_sussex_after(4), [revision("2021-03-01")]);
    finds(&early, "2021-12-10", &[]);
    finds(
        &early,
        "2021-12-11",
        &["warning INT-12 at case.events[3].review_by: the pause was to be reviewed by 2021-12-10, 1 day \
           before 2021-12-11, and is not decided"],
    );
    // It may set another day.
    let until_march = |on| revision(on).with_review_by(day("2022-03-01"));
    let extended = after(west_sussex_after(4), [until_march("2021-03-01")]);
    finds(&extended, "2022-03-01", &[]);
    finds(
        &extended,
        "2022-03-02",
        &["warning INT-12 at case.events[3].review_by: the pause was to be reviewed by 2022-03-01, 1 day \
           before 2022-03-02, and is not decided"],
    );
    broken(
        west_sussex_after(4),
        until_march("2021-02-28"),
        "INT-11: X12 direction_revised on 2021-02-28: the pause is reviewed by 2022-03-01, not within 12 months \
         of 2021-02-28",
    );
    finds(&after(west_sussex_after(4), [revision("2021-12-10")]), "2022-12-11", &[]);
    finds(
        &after(west_sussex_after(4), [revision("2021-12-11")]),
        "2022-12-11",
        &["warning INT-12 at case.events[3].review_by: the pause was to be reviewed by 2021-12-10 and was \
           decided on 2021-12-11, 1 day later"],
    );
}

#[test]
fn int_15_support_lasts_12_months_with_two_reviews() {
    let supported = || after(coventry_noticed(), [event(K::InterventionLifted, "2017-06-13")]);
    let ended = |on, reviews: &[DepartmentReview]| {
        let ended = reviews.iter().copied().fold(event(K::SupportEnded, on), Event::with_department_review);
        after(supported(), [ended])
    };
    let both = [satisfied("2017-12"), satisfied("2018-06-12")];
    finds(&ended("2018-06-13", &both), "2019-01-01", &[]);
    finds(
        &ended("2018-06-12", &both),
        "2019-01-01",
        &["warning INT-15 at case.events[2].effective: support began on 2017-06-13 and ended on \
           2018-06-12, before 12 months"],
    );
    let found = |reviews| {
        format!(
            "warning INT-15 at case.events[2].reviews: reviews of support on record: {reviews}, where two \
             are usual"
        )
    };
    finds(&ended("2018-06-13", &both[..1]), "2019-01-01", &[&found(1)]);
    finds(&ended("2018-06-13", &[]), "2019-01-01", &[&found(0)]);
    // As of a day before the end there is nothing to find.
    finds(&ended("2018-06-13", &[]), "2018-06-12", &[]);
}

/// Support ends with reviews that were held by then.
#[test]
fn a_review_to_come_is_not_held() {
    let supported = || after(coventry_noticed(), [event(K::InterventionLifted, "2017-06-13")]);
    let ended = |second: &str| {
        let second = DepartmentReview::new(good(second), ReviewOutcome::Satisfactory);
        let first = satisfied("2017-12");
        event(K::SupportEnded, "2018-06-13").with_department_review(first).with_department_review(second)
    };
    broken(
        supported(),
        ended("2018-06-14"),
        "INT-01: X17 support_ended on 2018-06-13: a review is recorded as held on 2018-06-14, after 2018-06-13",
    );
    for held in ["2018-06-13", "2018-06", "2018"] {
        kept(supported(), ended(held), S::Exited);
    }
    let lifted = |held: &str| {
        let review = DepartmentReview::new(good(held), ReviewOutcome::Satisfactory);
        event(K::LiftedWithoutSupport, "2016-03-01").with_department_review(review)
    };
    broken(
        coventry_noticed(),
        lifted("2016-03-02"),
        "INT-01: X19 lifted_without_support on 2016-03-01: a review is recorded as held on 2016-03-02, after \
         2016-03-01",
    );
    kept(coventry_noticed(), lifted("2016-03-01"), S::Exited);
}

/// Northamptonshire's company ended on 31 March 2021. Invented: that the direction was lifted that day, and
/// the report that it was lifted for.
#[track_caller]
fn lifted_with(trust: DeliveryModel) -> Case {
    let before = northamptonshire_transferred();
    let mut history = before.history().clone();
    history.add(graded("E10000021", Framework::Ilacs, "2020-12-07", "2021-02-01", Grade::Good)).unwrap();
    let on_record = models([northamptonshire_company("2020-11-01"), trust]);
    let case = Case::new(history, Assumptions::new()).with_delivery_models(on_record);
    let events = before.log().iter().map(|entry| entry.event().clone());
    after(case, events.chain([event(K::InterventionLifted, "2021-03-31")]))
}

fn trust_until(code: &str, status: DeliveryStatus, end: &str) -> DeliveryModel {
    company("Trust", &[code], status).with_start(good("2019-11-01")).with_end(good(end))
}

#[test]
fn int_17_intervention_and_model_end_by_their_own_documents() {
    let until = |end| trust_until("E10000021", DeliveryStatus::Ended, end);
    let found = "warning INT-17 at case.events[3].document: intervention was lifted on 2021-03-31, the day \
                 on which Trust ended, and no document of its own ends the model";
    finds(&lifted_with(until("2021-03-31")), "2021-04-01", &[found]);
    finds(&lifted_with(until("2021-03-30")), "2021-04-01", &[]);
    // A document is its own unless it is that of the event.
    let ended_by = |title| lifted_with(until("2021-03-31").with_end_document(document(title, "2021-03-31")));
    finds(&ended_by("Agreement to end"), "2021-04-01", &[]);
    finds(&ended_by("intervention lifted"), "2021-04-01", &[found]);
    // The model of another authority, and one that goes on.
    let other = trust_until("E08000028", DeliveryStatus::Ended, "2021-03-31");
    finds(&lifted_with(other), "2021-04-01", &[]);
    let going_on = trust_until("E10000021", DeliveryStatus::Operational, "2021-03-31");
    finds(&lifted_with(going_on), "2021-04-01", &[]);
}

/// A notice that is lifted without support closes intervention too; the end of support does not. Invented.
#[test]
fn int_17_is_about_what_closes_intervention() {
    let noticed = || {
        coventry_noticed().with_delivery_models(models([trust_until(
            "E08000026",
            DeliveryStatus::Ended,
            "2020-06-13",
        )]))
    };
    let out = event(K::LiftedWithoutSupport, "2020-06-13").with_department_review(satisfied("2020-06"));
    finds(
        &after(noticed(), [out]),
        "2020-07-01",
        &["warning INT-17 at case.events[1].document: intervention was lifted on 2020-06-13, the day on \
           which Trust ended, and no document of its own ends the model"],
    );
    let ended = event(K::SupportEnded, "2020-06-13")
        .with_department_review(satisfied("2017-12"))
        .with_department_review(satisfied("2018-06"));
    finds(&after(noticed(), [event(K::InterventionLifted, "2017-06-13"), ended]), "2020-07-01", &[]);
}

#[test]
fn int_19_an_inadequate_authority_is_under_intervention() {
    finds(&west_sussex(), "2019-08-06", &[]);
    finds(
        &west_sussex(),
        "2019-08-07",
        &["warning INT-19 at case.events: Inadequate since the report of 2019-05-08, and no intervention \
           91 days later"],
    );
    let advised = after(west_sussex(), [event(K::AdviserAppointed, "2019-08-06")]);
    finds(&advised, "2019-12-01", &[]);
    // What is still to come is not known yet.
    let late = after(west_sussex(), [event(K::AdviserAppointed, "2020-01-01")]);
    finds(&late, "2019-07-01", &[]);
    // Once it is no longer Inadequate, nothing is overdue.
    finds(&west_sussex(), "2023-05-11", &[]);
}

/// Sunderland, Inadequate on 20 July 2015 and again on 25 July 2018: the time runs from the first report.
#[test]
fn int_19_a_second_inadequate_report_is_no_new_start() {
    let of = |start, published| graded("E08000024", Framework::Sif, start, published, Grade::Inadequate);
    let sunderland = case("E08000024", [of("2015-05-11", "2015-07-20"), of("2018-04-23", "2018-07-25")]);
    finds(
        &sunderland,
        "2018-08-01",
        &["warning INT-19 at case.events: Inadequate since the report of 2015-07-20, and no intervention \
           1108 days later"],
    );
}

/// An event known to the year stands after one known to the day; as of a day before both, nothing is found.
/// Invented: the year for a revision.
#[test]
fn nothing_is_found_before_it_happens() {
    let short = with(&road(0), "review.report_due", "2019-06-30");
    let revision = event(K::DirectionRevised, "2019").with_direction(revised("2019-06-04"));
    let case = after(west_sussex(), [short, revision]);
    finds(&case, "2019-06-03", &[]);
    finds(
        &case,
        "2019-06-04",
        &["warning INT-07 at case.events[0].review.report_due: the commissioner's report is due 26 days \
           after the direction"],
    );
}

// Findings of delivery models.

/// Invented: a second company for Sandwell.
fn sandwell(status: DeliveryStatus, start: &str) -> DeliveryModel {
    company("Sandwell Children's Trust", &["E08000028"], status).with_start(good(start))
}

#[test]
fn adm_01_one_model_delivers_at_a_time() {
    let first = || sandwell(DeliveryStatus::Ended, "2018-04-01").with_end(good("2023-03-31"));
    let second = |start| {
        company("Second", &["E08000025", "E08000028"], DeliveryStatus::Operational).with_start(good(start))
    };
    let found = "error ADM-01 at delivery_models[1].start: delivers for Sandwell from 2023-03-31, when \
                 Sandwell Children's Trust delivers too";
    models_find(&models([first(), second("2023-03-31")]), "2024-01-01", &[found]);
    models_find(&models([first(), second("2023-04-01")]), "2024-01-01", &[]);
    // Known to the month, it may have begun on the day after.
    models_find(&models([first(), second("2023-03")]), "2024-01-01", &[found]);
    models_find(&models([first().with_end(good("2023-03-30")), second("2023-03")]), "2024-01-01", &[]);
    // Another function, another authority, a partner who only helps.
    let other = second("2023-03-31").with_function("special educational needs").unwrap();
    models_find(&models([first(), other]), "2024-01-01", &[]);
    let birmingham = company("Second", &["E08000025"], DeliveryStatus::Operational).with_start(good("2020"));
    models_find(&models([first(), birmingham]), "2024-01-01", &[]);
    let kind = DeliveryModelKind::ImprovementPartnership;
    let helper =
        DeliveryModel::new("Partner", kind, "Leeds", [authority("E08000028")], DeliveryStatus::Operational);
    let helper = helper.unwrap().with_start(good("2020"));
    models_find(&models([first(), helper.clone()]), "2024-01-01", &[]);
    models_find(&models([helper, first()]), "2024-01-01", &[]);
    let in_house = DeliveryModel::new(
        "In-house",
        DeliveryModelKind::InHouse,
        "The council",
        [authority("E08000028")],
        DeliveryStatus::Operational,
    );
    let in_house = in_house.unwrap().with_start(good("2010"));
    let found = "error ADM-01 at delivery_models[1].start: delivers for Sandwell from 2018-04-01, when In-house \
                 delivers too";
    models_find(&models([in_house, first()]), "2024-01-01", &[found]);
}

/// Reading's company began in December 2018: on a day of that month either count may be right.
#[test]
fn adm_04_knows_what_is_uncertain() {
    let reading = company("Brighter Futures for Children", &["E06000038"], DeliveryStatus::Operational);
    let models = models([reading.with_start(good("2018-12"))]);
    let check = |on: &str, companies, authorities| {
        let finding = models.check_stated_count(day(on), CompanyCount { companies, authorities });
        finding.map(|finding| finding.message().to_owned())
    };
    for (companies, authorities) in [(0, 0), (1, 1)] {
        assert_eq!(check("2018-12-15", companies, authorities), None);
    }
    assert_eq!(
        check("2018-12-15", 2, 1).as_deref(),
        Some(
            "stated for 2018-12-15: companies 2, authorities 1; counted: companies 0 to 1, authorities 0 to 1"
        )
    );
    assert_eq!(check("2018-12-31", 1, 1), None);
    assert_eq!(
        check("2018-12-31", 0, 0).as_deref(),
        Some("stated for 2018-12-31: companies 0, authorities 0; counted: companies 1, authorities 1")
    );
    assert_eq!(models.uncertain_companies_on(day("2018-12-15")).count(), 1);
    assert_eq!(models.uncertain_companies_on(day("2018-12-31")).count(), 0);
}

/// What is known to the month is late by so many days at least.
#[test]
fn lateness_of_a_month_is_a_least() {
    let rescinded = with(&with(&road(4), "effective", "2022"), "document.published", "2022");
    finds(
        &after(west_sussex_after(4), [rescinded]),
        "2023-01-01",
        &["warning INT-12 at case.events[3].review_by: the pause was to be reviewed by 2021-12-10 and was \
           decided on 2022, at least 22 days later"],
    );
}

/// A model that began in 2018 and ended who knows when may have ended before another began in July.
#[test]
fn adm_01_is_found_only_where_it_is_certain() {
    let ended = |start| sandwell(DeliveryStatus::Ended, start);
    let second =
        || company("Second", &["E08000028"], DeliveryStatus::Operational).with_start(good("2018-07-01"));
    models_find(&models([ended("2018"), second()]), "2020-01-01", &[]);
    // What began on the same day certainly delivered on that day.
    models_find(
        &models([ended("2018-07-01"), second()]),
        "2020-01-01",
        &["error ADM-01 at delivery_models[1].start: delivers for Sandwell from 2018-07-01, when Sandwell \
           Children's Trust delivers too"],
    );
}

#[test]
fn adm_02_a_model_ends_after_it_starts() {
    let of = |status, end| models([sandwell(status, "2018-04-01").with_end(good(end))]);
    models_find(
        &of(DeliveryStatus::Ended, "2018-03-31"),
        "2020-01-01",
        &["error ADM-02 at delivery_models[0].end: ends on 2018-03-31, before it starts on 2018-04-01"],
    );
    models_find(&of(DeliveryStatus::Ended, "2018-04-01"), "2020-01-01", &[]);
    // The year may hold both.
    models_find(&of(DeliveryStatus::Ended, "2018"), "2020-01-01", &[]);
    models_find(
        &of(DeliveryStatus::Operational, "2019-12-31"),
        "2020-01-01",
        &["error ADM-02 at delivery_models[0].status: is recorded as operational, but ended on 2019-12-31, \
           before 2020-01-01"],
    );
    models_find(&of(DeliveryStatus::Operational, "2020-01-01"), "2020-01-01", &[]);
    // It may not be over before the year is.
    models_find(
        &of(DeliveryStatus::Operational, "2020"),
        "2020-06-01",
        &["warning ADM-06 at delivery_models[0].end: whether it delivered on 2020-06-01 is not known: its \
           end is on record as 2020"],
    );
    models_find(
        &of(DeliveryStatus::Operational, "2020"),
        "2021-01-01",
        &["error ADM-02 at delivery_models[0].status: is recorded as operational, but ended on 2020, \
           before 2021-01-01"],
    );
}

/// West Sussex's trust never began.
#[test]
fn adm_03_what_never_operated_has_no_start() {
    let trust = company("West Sussex children's trust", &[WEST_SUSSEX], DeliveryStatus::Cancelled);
    models_find(&models([trust.clone()]), "2023-01-01", &[]);
    models_find(
        &models([trust.with_start(good("2021-10-01"))]),
        "2023-01-01",
        &["error ADM-03 at delivery_models[0].start: never operated, but starts on 2021-10-01"],
    );
}

/// Northamptonshire's company serves two authorities: one company, two authorities.
#[test]
fn adm_04_a_company_counts_once_and_its_councils_each() {
    let trust = company("Trust", &["E06000061", "E06000062"], DeliveryStatus::Operational);
    let models = models([trust.with_start(good("2021-04-01"))]);
    let check = |companies, authorities| {
        let stated = CompanyCount { companies, authorities };
        models.check_stated_count(day("2024-09-24"), stated).map(|finding| finding.to_string())
    };
    assert_eq!(check(1, 2), None);
    for (companies, authorities) in [(2, 2), (1, 1)] {
        let expected = format!(
            "error ADM-04 at count: stated for 2024-09-24: companies {companies}, authorities {authorities}; \
             counted: companies 1, authorities 2"
        );
        assert_eq!(check(companies, authorities), Some(expected));
    }
}

#[test]
fn adm_05_the_council_keeps_its_posts() {
    let trust = sandwell(DeliveryStatus::Operational, "2018-04-01");
    models_find(&models([trust.clone()]), "2020-01-01", &[]);
    let without = trust
        .with_removed_post(StatutoryPost::DirectorOfChildrensServices)
        .with_removed_post(StatutoryPost::LeadMember);
    models_find(
        &models([without]),
        "2020-01-01",
        &[
            "error ADM-05 at delivery_models[0].removes: takes the Director of Children's Services from the \
             council, which keeps its own in every model",
            "error ADM-05 at delivery_models[0].removes: takes the Lead Member for Children's Services from \
             the council, which keeps its own in every model",
        ],
    );
}

#[test]
fn adm_06_a_month_is_no_day() {
    let started = models([sandwell(DeliveryStatus::Operational, "2018-04")]);
    let found = |on| {
        format!(
            "warning ADM-06 at delivery_models[0].start: whether it delivered on {on} is not known: its \
             start is on record as 2018-04"
        )
    };
    models_find(&started, "2018-03-31", &[]);
    models_find(&started, "2018-04-01", &[&found("2018-04-01")]);
    models_find(&started, "2018-04-29", &[&found("2018-04-29")]);
    models_find(&started, "2018-04-30", &[]);
    let ended = models([sandwell(DeliveryStatus::Ended, "2018-04-01").with_end(good("2020"))]);
    models_find(&ended, "2020-01-01", &[]);
    models_find(
        &ended,
        "2020-01-02",
        &["warning ADM-06 at delivery_models[0].end: whether it delivered on 2020-01-02 is not known: its \
           end is on record as 2020"],
    );
    models_find(&ended, "2021-01-01", &[]);
}

/// What is given must be in order, whether the event needs it or not.
#[test]
fn what_is_given_is_checked() {
    let revision = |on: &str| event(K::DirectionRevised, on).with_direction(revised("2019-06-04"));
    let no_due = with(&revision("2019-07-01"), "review", serde_json::json!({}));
    broken(
        west_sussex_after(1),
        no_due,
        "INT-06: X12 direction_revised on 2019-07-01: needs the commissioner's name and the day by which the \
         report is due",
    );
    broken(
        west_sussex_after(1),
        revision("2019-07-01").with_review(review("John Coughlan", "2019-06-30")),
        "INT-06: X12 direction_revised on 2019-07-01: the report is due on 2019-06-30, before the direction",
    );
    broken(
        west_sussex_after(1),
        revision("2019-07-01").with_report(report("2019-07-02", Recommendation::ReviewAgain)),
        "INT-08: X12 direction_revised on 2019-07-01: decided on 2019-07-01, before the report was received on \
         2019-07-02",
    );
    let noticed = event(K::DirectionGiven, "2019-06-04").with_direction(direction());
    broken(
        west_sussex(),
        noticed.with_notice(ImprovementNotice::new().with_legal_basis(LegalBasis::Section497A4B)),
        "INT-03: X04 direction_given on 2019-06-04: a notice is not statutory, so Education Act 1996 s497A(4B) \
         cannot be its legal basis",
    );
    // A review whose day was put off is still the review that was directed.
    let put_off = revision("2019-10-15").with_review(review("John Coughlan", "2019-12-31"));
    let ordered = with(&with(&road(1), "direction.replaces", "2019-10-15"), "report.received", "2019-09-30");
    kept(after(west_sussex_after(1), [put_off]), ordered, S::AdmOrdered);
}

/// A direction is dated after the report that it cites, and so is its document.
#[test]
fn int_04_the_document_is_later_than_the_report() {
    let dated = |published: &str| with(&road(0), "document.published", published);
    broken(
        west_sussex(),
        dated("2019-05-07"),
        "INT-04: X03 review_directed on 2019-06-04: the report that it cites was published on 2019-05-08, after \
         2019-05-07",
    );
    kept(west_sussex(), dated("2019-05-08"), S::DirectionReview);
}

/// The report that brought the direction about is no re-inspection, even where it is not Inadequate. Invented.
#[test]
fn int_14_the_report_cited_is_no_reinspection() {
    let good = graded(WEST_SUSSEX, Framework::Ilacs, "2019-02-25", "2019-05-08", Grade::Good);
    let given = event(K::DirectionGiven, "2019-05-08")
        .with_direction(direction().with_cites_report_of(day("2019-05-08")));
    let lifted = event(K::InterventionLifted, "2019-06-08");
    broken(
        after(case(WEST_SUSSEX, [good]), [given]),
        lifted,
        "INT-14: X15 intervention_lifted on 2019-06-08: needs a re-inspection published since the direction, \
         after which the authority is not Inadequate",
    );
}

/// A report that the order rested on, or an older one, does not rescind it.
#[test]
fn int_08_a_report_is_not_from_before_the_order() {
    broken(
        west_sussex_after(4),
        with(&road(4), "report.received", "2019-12-16"),
        "INT-08: X10 adm_rescinded on 2022-03-31: the report was received on 2019-12-16, before the model was \
         ordered on 2019-12-17",
    );
    kept(west_sussex_after(4), with(&road(4), "report.received", "2019-12-17"), S::DirectionRetained);
}

/// Northamptonshire ended on 31 March 2021; Cumberland began on 1 April 2023.
#[test]
fn int_01_an_event_is_of_an_authority_in_being() {
    let adviser = |on: &str| event(K::AdviserAppointed, on).with_reason("invented").unwrap();
    let of = |code: &str| case(code, []);
    broken(
        of("E10000021"),
        adviser("2021-04-01"),
        "INT-01: X01 adviser_appointed on 2021-04-01: Northamptonshire ended on 2021-03-31",
    );
    kept(of("E10000021"), adviser("2021-03-31"), S::Adviser);
    broken(
        of("E06000063"),
        adviser("2023-03-31"),
        "INT-01: X01 adviser_appointed on 2023-03-31: Cumberland is in being only from 2023-04-01",
    );
    kept(of("E06000063"), adviser("2023"), S::Adviser);
    // Somerset is one authority, be it as a county or as a unitary.
    kept(of("E06000066"), adviser("2020-01-01"), S::Adviser);
    kept(of("E10000027"), adviser("2024-01-01"), S::Adviser);
}

/// The letter of a predecessor is no ground for a notice to a new authority. Invented.
#[test]
fn a_notice_does_not_rest_on_a_predecessors_letter() {
    let letter = |code: &str, start: &str, published: &str| {
        Inspection::new(authority(code), Framework::Ilacs, Activity::FocusedVisit, day(start))
            .unwrap()
            .with_published(day(published))
            .with_area_for_priority_action(AreaForPriorityAction::new("invented").unwrap())
    };
    let notice = event(K::NoticeIssued, "2023-12-01");
    broken(
        case("E06000063", [letter("E10000006", "2022-09-06", "2022-10-12")]),
        notice.clone(),
        "INT-01: X02 notice_issued on 2023-12-01: needs an Inadequate inspection report, or an area for priority \
         action in a letter",
    );
    kept(case("E06000063", [letter("E06000063", "2023-09-05", "2023-10-11")]), notice, S::Notice);
}

/// One inspection recorded twice is no second failure.
#[test]
fn int_20_one_inspection_is_one_failure() {
    let [_, of_2019, _] = west_sussex_inspections();
    let twice = case(WEST_SUSSEX, [of_2019.clone(), of_2019]);
    broken(
        twice,
        with(&road(0), "direction.failures", vec!["persistent"]),
        "INT-20: X03 review_directed on 2019-06-04: a persistent failure is claimed, but does not follow from the \
         inspections on record",
    );
}

/// What is known to the month or the year is refused only where no day of it would do. Invented.
#[test]
fn a_month_may_be_any_of_its_days() {
    let of =
        |start: &str, published: &str, grade| graded("E08000028", Framework::Ilacs, start, published, grade);
    let better = Grade::RequiresImprovementToBeGood;
    // The improvement was published later in the month, or the year.
    let noticed = || {
        case(
            "E08000028",
            [of("2021-01-18", "2021-03-20", Grade::Inadequate), of("2023-10-02", "2023-11-20", better)],
        )
    };
    for on in ["2023-11-19", "2023-11", "2023"] {
        kept(noticed(), event(K::NoticeIssued, on), S::Notice);
    }
    for on in ["2023-11-20", "2023-12"] {
        broken(
            noticed(),
            event(K::NoticeIssued, on),
            &format!(
                "INT-01: X02 notice_issued on {on}: needs an Inadequate inspection report, or an area for priority \
                 action in a letter"
            ),
        );
    }
    // Lifted between two reports.
    let again = of("2021-10-04", "2021-12-20", Grade::Inadequate);
    let directed = || {
        after(
            case(
                "E08000028",
                [
                    of("2018-01-29", "2018-03-20", Grade::Inadequate),
                    of("2021-01-18", "2021-03-15", better),
                    again.clone(),
                ],
            ),
            [event(K::DirectionGiven, "2018-05-01").with_direction(direction())],
        )
    };
    for on in ["2021-03-15", "2021"] {
        kept(directed(), event(K::InterventionLifted, on), S::Support);
    }
    broken(
        directed(),
        event(K::InterventionLifted, "2021-12-20"),
        "INT-14: X15 intervention_lifted on 2021-12-20: the authority is still Inadequate",
    );
}

/// A revision may cite the improvement: only the report that brought the direction about does not end it. Invented.
#[test]
fn int_14_a_revision_may_cite_the_improvement() {
    let better = graded(WEST_SUSSEX, Framework::Ilacs, "2021-01-18", "2021-03-15", Grade::Good);
    let [_, of_2019, _] = west_sussex_inspections();
    let given = event(K::DirectionGiven, "2019-06-04")
        .with_direction(direction().with_cites_report_of(day("2019-05-08")));
    let revised = event(K::DirectionRevised, "2021-04-01")
        .with_direction(revised("2019-06-04").with_cites_report_of(day("2021-03-15")));
    let case = after(case(WEST_SUSSEX, [of_2019, better]), [given, revised]);
    kept(case, event(K::InterventionLifted, "2021-06-01"), S::Support);
}

/// A pause that is extended late is late, and then watched again.
#[test]
fn int_12_an_extended_pause_is_watched() {
    let extended = |on: &str| {
        let revision = event(K::DirectionRevised, on).with_direction(revised("2020-12-10"));
        after(west_sussex_after(4), [revision.with_review_by(day("2022-06-10"))])
    };
    let late = "warning INT-12 at case.events[3].review_by: the pause was to be reviewed by 2021-12-10 and was decided \
                on 2021-12-12, 2 days later";
    let again = "warning INT-12 at case.events[3].review_by: the pause was to be reviewed by 2022-06-10, 1 day before \
                 2022-06-11, and is not decided";
    finds(&extended("2021-12-10"), "2022-06-10", &[]);
    finds(&extended("2021-12-10"), "2022-06-11", &[again]);
    finds(&extended("2021-12-12"), "2022-06-10", &[late]);
    finds(&extended("2021-12-12"), "2022-06-11", &[late, again]);
}

/// While it is open whether an event of that year has happened, nobody is late. Invented.
#[test]
fn what_may_have_happened_is_not_late() {
    let [_, of_2019, _] = west_sussex_inspections();
    let noticed = after(case(WEST_SUSSEX, [of_2019]), [event(K::NoticeIssued, "2019")]);
    for as_of in ["2019-10-01", "2019-12-31", "2021-01-01"] {
        finds(&noticed, as_of, &[]);
    }
    let rescinded = with(&with(&road(4), "effective", "2021"), "report.received", "2020-12-31");
    let rescinded = after(west_sussex_after(4), [rescinded]);
    for as_of in ["2021-12-11", "2021-12-31", "2022-12-31"] {
        finds(&rescinded, as_of, &[]);
    }
}

/// A review put off by a revision is not measured from the revision. Invented.
#[test]
fn int_07_a_review_put_off_is_the_same_review() {
    let put_off = event(K::DirectionRevised, "2019-09-20")
        .with_direction(revised("2019-06-04"))
        .with_review(review("John Coughlan", "2019-10-10"));
    finds(&after(west_sussex_after(1), [put_off]), "2020-01-01", &[]);
}

/// Reviews of the notice are not reviews of support, and one listed twice is one. Invented.
#[test]
fn reviews_are_of_their_own_time() {
    let supported = || after(coventry_noticed(), [event(K::InterventionLifted, "2017-06-13")]);
    let not = |held: &str| DepartmentReview::new(good(held), ReviewOutcome::NotSatisfactory);
    let ended = |reviews: &[DepartmentReview]| {
        reviews.iter().copied().fold(event(K::SupportEnded, "2018-06-13"), Event::with_department_review)
    };
    let both = [satisfied("2017-12"), satisfied("2018-06-12")];
    kept(supported(), ended(&[&[not("2016-06")], &both[..]].concat()), S::Exited);
    broken(
        supported(),
        ended(&[&[not("2018-01")], &both[..]].concat()),
        "INT-01: X17 support_ended on 2018-06-13: needs every review of support held so far satisfactory (two are \
         usual, at about 6 and 12 months)",
    );
    finds(
        &after(supported(), [ended(&[both[0], both[0]])]),
        "2019-01-01",
        &["warning INT-15 at case.events[2].reviews: reviews of support on record: 1, where two are usual"],
    );
}

/// A grade that the framework does not have is no improvement. Invented.
#[test]
fn int_14_a_grade_off_the_scale_lifts_nothing() {
    let [_, of_2019, _] = west_sussex_inspections();
    for grade in [Grade::Adequate, Grade::NotJudged] {
        let strange = graded(WEST_SUSSEX, Framework::Ilacs, "2021-01-18", "2021-03-15", grade);
        let given = event(K::DirectionGiven, "2019-06-04").with_direction(direction());
        broken(
            after(case(WEST_SUSSEX, [of_2019.clone(), strange]), [given]),
            event(K::InterventionLifted, "2021-06-01"),
            "INT-14: X15 intervention_lifted on 2021-06-01: whether the authority is Inadequate is not established: \
             there is no overall grade and no reading of its standing, and some judgement is Inadequate or missing",
        );
    }
}

/// INT-16 asks for children's social care, whoever named the authority by which code; what was rescinded is not
/// ordered any more. Invented.
#[test]
fn int_16_the_model_is_of_the_services_and_the_authority() {
    let hostels = northamptonshire_company("2020-11-01").with_function("youth hostels").unwrap();
    broken(
        northamptonshire_ordered(hostels),
        northamptonshire_transfer(),
        "INT-16: X11 services_transferred on 2020-11-01: needs a delivery model on record, of the kind ordered, that \
         starts on the same day",
    );
    // The county of Somerset became a unitary on the day of the transfer.
    let inadequate = graded("E10000027", Framework::Ilacs, "2021-01-18", "2021-03-15", Grade::Inadequate);
    let trust = company("Trust", &["E06000066"], DeliveryStatus::Operational).with_start(good("2023-04-01"));
    let directed = event(K::ReviewDirected, "2021-04-01")
        .with_direction(direction().with_cites_report_of(day("2021-03-15")))
        .with_review(review("A Commissioner", "2021-07-01"));
    let ordered = event(K::AdmOrdered, "2021-09-01")
        .with_direction(revised("2021-04-01"))
        .with_report(report("2021-07-01", Recommendation::AlternativeDeliveryModel))
        .with_model(DeliveryModelKind::CouncilOwnedCompany);
    let transferred = event(K::ServicesTransferred, "2023-04-01")
        .with_go_live(good("2023-04-01"))
        .with_contract(document("Contract", "2023-03"));
    let somerset =
        after(case("E10000027", [inadequate]).with_delivery_models(models([trust])), [directed, ordered]);
    kept(somerset.clone(), transferred.clone(), S::AdmOperational);
    // And its case goes on with the history of the unitary.
    let unitary = case("E06000066", somerset.history().inspections().iter().cloned()).history().clone();
    kept(somerset.with_history(unitary).unwrap(), transferred, S::AdmOperational);
}

/// Only a pause is bound to twelve months: what is not paused may be reviewed later. Invented.
#[test]
fn int_11_binds_only_a_pause() {
    let revision = event(K::DirectionRevised, "2019-07-01").with_direction(revised("2019-06-04"));
    let far = || revision.clone().with_review_by(day("2021-07-01"));
    kept(west_sussex_after(1), far(), S::DirectionReview);
    let paused = with(&with(&far(), "effective", "2021-01-04"), "direction.replaces", "2020-12-10");
    broken(
        west_sussex_after(4),
        with(&paused, "review_by", "2022-01-05"),
        "INT-11: X12 direction_revised on 2021-01-04: the pause is reviewed by 2022-01-05, not within 12 months of \
         2021-01-04",
    );
    kept(west_sussex_after(4), paused, S::AdmPaused);
}
