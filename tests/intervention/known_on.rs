//! The case as it was known on a day: West Sussex, from before its first inspection until after its last letter.

use crate::helpers::{
    after, case, day, event, good, graded, report, review, revised, west_sussex_after, with,
};
use childrens_services::{
    Case, EventKind as K, Framework, Grade, InterventionStatus as S, Recommendation, chrono::Days,
};

/// The whole case, as the example tells it.
#[track_caller]
fn west_sussex() -> Case {
    serde_json::from_str(include_str!("../../examples/data/intervention_west_sussex.json")).unwrap()
}

/// How many inspections and events were known, and how the case stood.
#[track_caller]
fn known(case: &Case, on: &str) -> (usize, usize, S) {
    let known = case.known_on(day(on));
    (known.history().inspections().len(), known.log().len(), known.status())
}

#[test]
fn around_each_event() {
    let case = west_sussex();
    for (on, inspections, events, status) in [
        ("2016-01-19", 0, 0, S::NoIntervention),
        ("2016-01-20", 1, 0, S::NoIntervention),
        // An inspection that had ended was not known before its report.
        ("2019-05-07", 1, 0, S::NoIntervention),
        ("2019-05-08", 2, 0, S::NoIntervention),
        ("2019-06-03", 2, 0, S::NoIntervention),
        ("2019-06-04", 2, 1, S::DirectionReview),
        ("2019-12-16", 2, 1, S::DirectionReview),
        ("2019-12-17", 2, 2, S::AdmOrdered),
        ("2020-12-09", 2, 3, S::AdmOrdered),
        ("2020-12-10", 2, 4, S::AdmPaused),
        ("2022-03-30", 2, 4, S::AdmPaused),
        ("2022-03-31", 2, 5, S::DirectionRetained),
        // The report and the letter that lifts the direction came on one day.
        ("2023-05-10", 2, 5, S::DirectionRetained),
        ("2023-05-11", 3, 6, S::Support),
        ("2024-08-22", 3, 6, S::Support),
        ("2024-08-23", 4, 6, S::Support),
    ] {
        assert_eq!(known(&case, on), (inspections, events, status), "{on}");
    }
}

/// The direction of July 2020 is known to the month, so it is certainly there from its last day.
#[test]
fn the_month_of_july_2020() {
    let case = west_sussex();
    let events = |on: &str| case.known_on(day(on)).log().len();
    assert_eq!(["2020-06-30", "2020-07-01", "2020-07-31", "2020-08-01"].map(events), [2, 2, 3, 3]);
    let revised = case.known_on(day("2020-07-31"));
    assert_eq!(revised.log()[2].event().effective(), good("2020-07"));
    assert_eq!(revised.open_direction().unwrap().effective(), good("2020-07"));
    assert_eq!(case.known_on(day("2020-07-30")).open_direction().unwrap().effective(), good("2019-12-17"));
}

/// Nothing before the first report, all from the last one on.
#[test]
fn the_ends() {
    let case = west_sussex();
    let last = case.known_on(day("2024-08-23"));
    assert_eq!(last, case);
    assert_eq!(case.known_on(childrens_services::chrono::NaiveDate::MAX), case);
    let none = case.known_on(childrens_services::chrono::NaiveDate::MIN);
    assert_eq!((none.history().inspections().len(), none.log().len()), (0, 0));
    assert_eq!(none.history().authority(), case.history().authority());
    assert_eq!(none.assumptions(), case.assumptions());
    // How delivery stands has no history, and stays.
    assert_eq!(none.delivery_models(), case.delivery_models());
}

/// On the days around each date on record: what was known stays what it was, and crosses the wire.
#[test]
fn idempotent_and_on_the_wire() {
    let case = west_sussex();
    let dates = [
        "2016-01-20",
        "2019-05-08",
        "2019-06-04",
        "2019-12-17",
        "2020-07-01",
        "2020-07-31",
        "2020-12-10",
        "2022-03-31",
        "2023-05-11",
        "2024-08-23",
    ];
    for on in
        dates.into_iter().flat_map(|date| [day(date) - Days::new(1), day(date), day(date) + Days::new(1)])
    {
        let then = case.known_on(on);
        assert_eq!(then.known_on(on), then, "{on}");
        assert_eq!(case.known_on(day("2024-08-23")).known_on(on), then, "{on}");
        let text = serde_json::to_string(&then).unwrap();
        assert_eq!(serde_json::from_str::<Case>(&text).unwrap(), then, "{on}");
        // What was known later includes it.
        let later = case.known_on(on + Days::new(400));
        assert_eq!(later.log()[..then.log().len()], *then.log(), "{on}");
        assert_eq!(later.known_on(on), then, "{on}");
    }
}

/// The status of each day is the same in the case as it was known then, save in a month that counts from its last day.
#[test]
fn the_status_of_then() {
    let case = west_sussex();
    for week in 0..520 {
        let on = day("2015-01-01") + Days::new(7 * week);
        assert_eq!(case.known_on(on).status_on(on), case.status_on(on), "{on}");
    }
    assert_eq!(west_sussex_after(6).known_on(day("2022-03-30")).status(), west_sussex_after(4).status());
}

/// That a review has finished is known from then on, also where its direction was known before.
#[test]
fn a_review_that_finishes_later() {
    let finished = |on: &str| {
        let mut whole = serde_json::to_value(west_sussex()).unwrap();
        whole["events"][0]["review"]["finished"] = on.into();
        serde_json::from_value::<Case>(whole).unwrap()
    };
    let told = |case: &Case, on: &str| {
        let then = case.known_on(day(on));
        assert_eq!(then.known_on(day(on)), then);
        let review = then.log()[0].event().review().unwrap().clone();
        assert_eq!(review.report_due(), Some(day("2019-09-30")));
        review.finished()
    };
    let exact = finished("2019-10-25");
    assert_eq!(told(&exact, "2019-06-04"), None);
    assert_eq!(told(&exact, "2019-10-24"), None);
    assert_eq!(told(&exact, "2019-10-25"), Some(good("2019-10-25")));
    let month = finished("2019-10");
    assert_eq!(told(&month, "2019-09-30"), None);
    assert_eq!(told(&month, "2019-10-01"), Some(good("2019-10")));
    assert_eq!(exact.known_on(day("2024-08-23")), exact);
}

/// An inspection without a publication on record is known from its start.
#[test]
fn without_a_publication() {
    let mut visit = serde_json::to_value(west_sussex()).unwrap();
    visit["history"]["inspections"][3].as_object_mut().unwrap().remove("published");
    let case: Case = serde_json::from_value(visit).unwrap();
    assert_eq!(known(&case, "2024-07-23"), (3, 6, S::Support));
    assert_eq!(known(&case, "2024-07-24"), (4, 6, S::Support));
}

/// An event known to the month may rest on a report that came out in it: both are known at its end.
#[test]
fn an_event_of_the_month_of_its_report() {
    let inspection = graded("E10000032", Framework::Ilacs, "2019-02-25", "2019-05-20", Grade::Inadequate);
    let directed = event(K::ReviewDirected, "2019-05")
        .with_direction(crate::helpers::direction().with_cites_report_of(day("2019-05-20")))
        .with_review(review("A Commissioner", "2019-09-30"));
    let ordered = event(K::AdmOrdered, "2019-12-17")
        .with_direction(revised("2019-05"))
        .with_report(report("2019-12-17", Recommendation::AlternativeDeliveryModel));
    let ordered = with(&ordered, "model", "council_owned_company");
    let case = after(case("E10000032", [inspection]), [directed, ordered]);
    assert_eq!(known(&case, "2019-04-30"), (0, 0, S::NoIntervention));
    assert_eq!(known(&case, "2019-05-19"), (0, 0, S::NoIntervention));
    assert_eq!(known(&case, "2019-05-20"), (1, 0, S::NoIntervention));
    assert_eq!(known(&case, "2019-05-31"), (1, 1, S::DirectionReview));
    let then = case.known_on(day("2019-05-31"));
    assert_eq!(then.known_on(day("2019-05-31")), then);
    assert_eq!(case.known_on(day("2019-12-17")), case);
}
