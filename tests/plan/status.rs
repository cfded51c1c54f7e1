//! Where actions and measures stand: each rating on each side of its boundaries, a council's own words, and what was
//! known on a day.

use crate::helpers::{action, changed, day, good, identity, line, message, plan_of, sound, visits};
use childrens_services::{
    Action, Adoption, Delegation, DueChange, Evidence, EvidenceKind, ImprovementPlan, Indicator, Measure,
    Milestone, Polarity, Rating, RegulatorAnswer, Revision, Series, SignOff, StatusScheme, Submission,
    Target, Unit, Voice, VoiceGroup, kpi::catalogue, plan::AnswerOutcome,
};
use serde_json::json;
use std::num::NonZeroU32;

// Delivery.

/// Due on the last day of August, started in June.
#[track_caller]
fn due_in_august() -> Action {
    action("a").with_start(day("2019-06-01")).with_due(day("2019-08-31"))
}

#[track_caller]
fn stands(action: &Action, expected: &[(&str, Rating)]) {
    for (on, rating) in expected {
        assert_eq!(action.derived_delivery_status(day(on)), *rating, "{on}");
    }
}

#[track_caller]
fn milestone(due: &str) -> Milestone {
    Milestone::new(day(due), line("A step"))
}

#[track_caller]
fn audit(on: &str) -> Evidence {
    Evidence::new(EvidenceKind::Audit, line("Practice is better")).with_on(good(on))
}

#[test]
fn grey_before_the_start() {
    stands(&due_in_august(), &[("2019-05-31", Rating::Grey), ("2019-06-01", Rating::Green)]);
    // Without a start nothing is known to run; without a due date nothing is on track.
    stands(&action("a").with_due(day("2019-08-31")), &[("2019-08-31", Rating::Grey)]);
    stands(&action("a").with_start(day("2019-06-01")), &[("2020-01-01", Rating::Grey)]);
    stands(&action("a"), &[("2020-01-01", Rating::Grey)]);
    // An action that nobody started and that is overdue is not grey any more.
    stands(&action("a").with_due(day("2019-08-31")), &[("2019-09-01", Rating::Red)]);
}

#[test]
fn red_after_the_due_date() {
    stands(&due_in_august(), &[("2019-08-31", Rating::Green), ("2019-09-01", Rating::Red)]);
}

/// One month after the end of August is the end of September, and of January that of February.
#[test]
fn amber_for_a_month_with_a_recovery_plan() {
    let planned = |action: Action| action.with_recovery_plan("Hire").unwrap();
    stands(
        &planned(due_in_august()),
        &[
            ("2019-08-31", Rating::Green),
            ("2019-09-01", Rating::Amber),
            ("2019-09-30", Rating::Amber),
            ("2019-10-01", Rating::Red),
        ],
    );
    let of = |due: &str| planned(action("a").with_start(day("2018-06-01")).with_due(day(due)));
    stands(&of("2019-01-31"), &[("2019-02-28", Rating::Amber), ("2019-03-01", Rating::Red)]);
    stands(&of("2020-01-31"), &[("2020-02-29", Rating::Amber), ("2020-03-01", Rating::Red)]);
    stands(&of("2019-02-28"), &[("2019-03-28", Rating::Amber), ("2019-03-29", Rating::Red)]);
    // On the last day of the calendar there is no month later.
    let last = childrens_services::chrono::NaiveDate::MAX;
    let late = planned(action("a").with_start(day("2018-06-01")).with_due(last));
    assert_eq!(late.derived_delivery_status(last), Rating::Green);
}

#[test]
fn a_missed_milestone_is_off_track() {
    let with = due_in_august().with_milestone(milestone("2019-07-15"));
    stands(&with, &[("2019-07-15", Rating::Green), ("2019-07-16", Rating::Red)]);
    let planned = with.clone().with_recovery_plan("Hire").unwrap();
    stands(
        &planned,
        &[("2019-07-16", Rating::Amber), ("2019-09-30", Rating::Amber), ("2019-10-01", Rating::Red)],
    );
    let met = due_in_august().with_milestone(milestone("2019-07-15").with_met(day("2019-07-20")));
    stands(
        &met,
        &[
            ("2019-07-15", Rating::Green),
            ("2019-07-16", Rating::Red),
            ("2019-07-19", Rating::Red),
            ("2019-07-20", Rating::Green),
        ],
    );
    // Whichever is missed.
    let second = met.with_milestone(milestone("2019-08-01"));
    stands(&second, &[("2019-08-01", Rating::Green), ("2019-08-02", Rating::Red)]);
    // Before the start too: what should have happened has not.
    let early = due_in_august().with_milestone(milestone("2019-05-01"));
    stands(&early, &[("2019-05-01", Rating::Grey), ("2019-05-02", Rating::Red)]);
}

#[test]
fn green_when_complete_and_blue_when_evidenced() {
    let complete = due_in_august().with_completed(day("2019-09-15"));
    stands(
        &complete,
        &[("2019-09-14", Rating::Red), ("2019-09-15", Rating::Green), ("2021-01-01", Rating::Green)],
    );
    let closed = complete.clone().with_signed_off(day("2019-12-01"));
    stands(&closed, &[("2019-12-01", Rating::Green)]);
    let shown = closed.clone().with_evidence(audit("2019-11"));
    stands(&shown, &[("2019-11-30", Rating::Green), ("2019-12-01", Rating::Blue)]);
    // Evidence after the sign-off, undated, or that the task was done: not yet.
    stands(
        &closed.clone().with_evidence(audit("2020-01-10")),
        &[("2020-01-09", Rating::Green), ("2020-01-10", Rating::Blue)],
    );
    let undated = Evidence::new(EvidenceKind::Audit, line("Better"));
    let task = Evidence::new(EvidenceKind::TaskCompletion, line("Done")).with_on(good("2019"));
    stands(&closed.clone().with_evidence(undated).with_evidence(task), &[("2021-01-01", Rating::Green)]);
    // Signed off, but not complete.
    stands(
        &due_in_august().with_signed_off(day("2019-08-01")).with_evidence(audit("2019-07")),
        &[("2019-08-02", Rating::Green), ("2019-09-01", Rating::Red)],
    );
    // Complete without any other date.
    stands(&action("a").with_completed(day("2019-09-15")), &[("2019-09-15", Rating::Green)]);
}

#[track_caller]
fn series<const N: usize>(indicator: &Indicator, seen: [(&str, &str); N]) -> Series {
    Series::new(indicator, seen).unwrap()
}

// A plan's statuses.

#[test]
fn the_measure_that_does_worst() {
    let gap = &catalogue::VACANCY_GAP_RATE;
    let plan = changed(&sound(), |plan| {
        plan["actions"][0]["measures"] = json!(["vacancy_gap_rate", "visits_in_time"]);
        plan["actions"][1]["measures"] = json!([]);
        plan["actions"][1]["delivery_status"] = json!("amber");
        plan["actions"][1]["impact_status"] = json!("blue");
        plan["actions"][0]["completed"] = json!("2019-10-15");
        plan["measures"][1]["target"]["sustained_over"] = json!(1);
    });
    let on = day("2019-10-31");
    let impact = |series: &[Series]| plan.statuses_on(on, series, Rating::of)[0].impact().derived();
    let of =
        |share: &str, rate: &str| [series(&visits(), [("2019-09", share)]), series(gap, [("2019-09", rate)])];
    assert_eq!(impact(&of("91%", "1.8%")), Rating::Green);
    assert_eq!(impact(&of("91%", "2.1%")), Rating::Amber);
    assert_eq!(impact(&of("89.5%", "2.1%")), Rating::Amber);
    assert_eq!(impact(&of("85%", "18.5%")), Rating::Red);
    assert_eq!(impact(&of("50%", "1.8%")), Rating::Red);
    // No data weigh more than a target met, and less than one missed.
    assert_eq!(impact(&of("[c]", "1.8%")), Rating::Grey);
    assert_eq!(impact(&of("[c]", "2.1%")), Rating::Amber);
    assert_eq!(impact(&of("91%", "1.8%")[..1]), Rating::Grey);
    assert_eq!(impact(&[]), Rating::Grey);
    // What is known only later is not known yet.
    let later = [series(&visits(), [("2019-11", "91%")]), series(gap, [("2019-09", "1.8%")])];
    assert_eq!(impact(&later), Rating::Grey);
    assert_eq!(plan.statuses_on(day("2019-11-30"), &later, Rating::of)[0].impact().derived(), Rating::Green);

    // A series of another indicator of the same code is none of the measure, wherever it stands.
    let people =
        Indicator::new("visits_in_time", "Visits in time", Unit::Headcount, Polarity::HigherIsBetter);
    let people = series(&people.unwrap(), [("2019-09", "95")]);
    let [share, rate] = of("91%", "1.8%");
    assert_eq!(impact(&[people.clone(), rate.clone()]), Rating::Grey);
    assert_eq!(impact(&[people.clone(), share.clone(), rate.clone()]), Rating::Green);
    assert_eq!(impact(&[share, rate, people]), Rating::Green);

    let statuses = plan.statuses_on(on, &of("91%", "1.8%"), Rating::of);
    let [first, second] = &statuses[..] else { panic!("two actions") };
    assert_eq!((first.id(), first.is_complete()), ("2.1", true));
    assert_eq!((first.delivery().recorded(), first.delivery().derived()), (None, Rating::Green));
    assert_eq!(first.delivery().agrees(&StatusScheme::brag()), None);
    assert_eq!((second.id(), second.is_complete()), ("10.1", false));
    assert_eq!(
        (second.delivery().recorded(), second.delivery().derived()),
        (Some(Rating::Amber), Rating::Green)
    );
    assert_eq!(second.delivery().agrees(&StatusScheme::brag()), Some(false));
    // An action without measures shows no impact.
    assert_eq!((second.impact().recorded(), second.impact().derived()), (Some(Rating::Blue), Rating::Grey));
    assert_eq!(
        serde_json::to_value(second).unwrap(),
        json!({
            "id": "10.1",
            "delivery": {"recorded": "amber", "derived": "green"},
            "impact": {"recorded": "blue", "derived": "grey"},
            "complete": false,
        }),
    );
    assert!(!plan.statuses_on(day("2019-10-14"), &[], Rating::of)[0].is_complete());
}

/// All measures sustained: blue; one of them only met: green.
#[test]
fn impact_is_blue_when_all_is() {
    let to = |indicator: &Indicator, goal: &str, sustained_over| {
        let target = Target { sustained_over: NonZeroU32::new(sustained_over), ..Target::new(good(goal)) };
        Measure { target: Some(target), ..Measure::new(indicator) }
    };
    let with = |visits: Measure| {
        let action = action("a").with_measure(line("visits_in_time")).with_measure(line("vacancy_gap_rate"));
        let measures = vec![visits, to(&catalogue::VACANCY_GAP_RATE, "at most 2%", 1)];
        ImprovementPlan::new(identity(), SignOff::new(), measures, vec![action]).unwrap()
    };
    let seen = [
        series(&visits(), [("2019-09", "91%")]),
        series(&catalogue::VACANCY_GAP_RATE, [("2019-09", "1.8%")]),
    ];
    let impact =
        |plan: &ImprovementPlan| plan.statuses_on(day("2019-10-31"), &seen, Rating::of)[0].impact().derived();
    assert_eq!(impact(&with(to(&visits(), "at least 90%", 1))), Rating::Blue);
    assert_eq!(impact(&with(to(&visits(), "at least 90%", 0))), Rating::Green);
}

#[test]
fn agreement_in_a_scheme_without_blue() {
    let done = due_in_august()
        .with_completed(day("2019-08-01"))
        .with_signed_off(day("2019-08-02"))
        .with_evidence(audit("2019-07"))
        .with_delivery_status(Rating::Green);
    let plan = plan_of([done]);
    let status = plan.statuses_on(day("2019-08-31"), &[], Rating::of)[0].delivery();
    assert_eq!((status.recorded(), status.derived()), (Some(Rating::Green), Rating::Blue));
    assert_eq!(status.agrees(&StatusScheme::brag()), Some(false));
    assert_eq!(status.agrees(&StatusScheme::rag()), Some(true));
}

// Schemes.

#[test]
fn brag_and_rag() {
    assert_eq!(StatusScheme::default(), StatusScheme::brag());
    assert_eq!(StatusScheme::brag().to_string(), "Blue, Green, Amber, Red, Grey");
    assert_eq!(StatusScheme::rag().to_string(), "Green, Amber, Red, Grey");
    assert_eq!(format!("{:>25}", StatusScheme::rag()), "  Green, Amber, Red, Grey");
    for rating in Rating::ALL {
        assert_eq!(StatusScheme::brag().in_scheme(*rating), *rating);
        assert_eq!(StatusScheme::brag().word(*rating), rating.label());
        assert_eq!(StatusScheme::brag().rating_of(rating.code()), Ok(*rating));
    }
    assert_eq!(StatusScheme::rag().in_scheme(Rating::Blue), Rating::Green);
    assert_eq!(StatusScheme::rag().word(Rating::Blue), "Green");
    assert_eq!(
        message(StatusScheme::rag().rating_of("Blue")),
        r#"status "Blue" is not one of Green, Amber, Red, Grey"#,
    );
    assert_eq!(
        message(StatusScheme::brag().rating_of("Purple")),
        r#"status "Purple" is not one of Blue, Green, Amber, Red, Grey"#,
    );
}

#[test]
fn a_mapping_of_ones_own() {
    let ours = StatusScheme::of_words([
        ("On track", Rating::Green),
        ("Done", Rating::Green),
        ("Off track", Rating::Red),
        ("Closed", Rating::Red),
    ])
    .unwrap();
    for (word, rating) in [("on  TRACK", Rating::Green), ("done", Rating::Green), ("closed", Rating::Red)] {
        assert_eq!(ours.rating_of(word), Ok(rating));
    }
    // The first of several words is printed.
    assert_eq!((ours.word(Rating::Green), ours.word(Rating::Red)), ("On track", "Off track"));
    // Without blue and amber; grey keeps its own label.
    let nearest = Rating::ALL.iter().map(|rating| ours.in_scheme(*rating)).collect::<Vec<_>>();
    assert_eq!(nearest, [Rating::Green, Rating::Green, Rating::Red, Rating::Red, Rating::Grey]);
    assert_eq!((ours.word(Rating::Amber), ours.word(Rating::Grey)), ("Off track", "Grey"));
    assert_eq!(ours.words().count(), 4);
}

#[test]
fn schemes_refused() {
    let own = |words: &[(&str, Rating)]| message(StatusScheme::of_words(words.iter().copied()));
    let (green, red) = (("Good", Rating::Green), ("Bad", Rating::Red));
    assert_eq!(own(&[green]), "the status scheme has no word for red");
    assert_eq!(own(&[red, ("Middling", Rating::Amber)]), "the status scheme has no word for green");
    assert_eq!(own(&[]), "the status scheme has no word for green");
    for twice in ["Good", "good", " GOOD ", "good-"] {
        assert_eq!(
            own(&[green, red, (twice, Rating::Blue)]),
            format!("the status scheme has the word {twice:?} twice"),
        );
    }
    assert_eq!(
        own(&[green, red, (" ", Rating::Grey)]),
        "a text is needed that says something, not an empty one"
    );
    assert_eq!(
        own(&[green, red, ("a\nb", Rating::Grey)]),
        r#"text "a\nb" has a line break or another control character"#,
    );
    let unknown = "x".repeat(100);
    assert_eq!(
        message(StatusScheme::of_words([green, red]).unwrap().rating_of(&unknown)),
        format!("status \"{}…\" is not one of Good, Bad", "x".repeat(60)),
    );
}

// What was known.

#[test]
fn known_before_it_happened() {
    let action = due_in_august()
        .with_milestone(milestone("2019-07-15").with_met(day("2019-07-14")))
        .with_evidence(audit("2019-09"))
        .with_evidence(Evidence::new(EvidenceKind::Audit, line("Undated")))
        .with_completed(day("2019-08-15"))
        .with_signed_off(day("2019-10-01"));
    let plan = plan_of([action]);
    let known = |on: &str| plan.known_on(day(on)).actions()[0].clone();
    let at = |one: &Action| {
        (
            one.milestones()[0].met().is_some(),
            one.completed().is_some(),
            one.evidence().len(),
            one.signed_off().is_some(),
        )
    };
    assert_eq!(at(&known("2019-07-13")), (false, false, 1, false));
    assert_eq!(at(&known("2019-07-14")), (true, false, 1, false));
    assert_eq!(at(&known("2019-08-15")), (true, true, 1, false));
    // Known to the month, it may be there from the first day.
    assert_eq!(at(&known("2019-08-31")), (true, true, 1, false));
    assert_eq!(at(&known("2019-09-01")), (true, true, 2, false));
    assert_eq!(at(&known("2019-10-01")), (true, true, 2, true));
    assert_eq!(plan.known_on(day("2019-10-01")), plan);
    // What was known of it says the same as the whole of it did then.
    for on in ["2019-05-01", "2019-07-14", "2019-08-14", "2019-08-15", "2019-09-30", "2019-10-01"] {
        let whole = plan.actions()[0].derived_delivery_status(day(on));
        assert_eq!(known(on).derived_delivery_status(day(on)), whole, "{on}");
        assert_eq!(plan.known_on(day(on)).known_on(day(on)), plan.known_on(day(on)));
    }
}

#[test]
fn due_dates_of_then() {
    let change = |changed: &str| DueChange::new(day(changed));
    let moved = |changes: Vec<DueChange>| {
        let action = action("a").with_due(day("2019-12-31")).with_original_due(day("2019-08-31"));
        plan_of([changes.into_iter().fold(action, Action::with_due_change)])
    };
    #[track_caller]
    fn due(plan: &ImprovementPlan, expected: &[(&str, &str)]) {
        for (on, due) in expected {
            assert_eq!(plan.known_on(day(on)).actions()[0].due(), Some(day(due)), "{on}");
        }
    }
    // Each change with both dates, in no order.
    let twice = moved(vec![
        change("2019-09-20").with_from(day("2019-10-31")).with_to(day("2019-12-31")),
        change("2019-07-20").with_from(day("2019-08-31")).with_to(day("2019-10-31")),
    ]);
    let told = [
        ("2019-07-19", "2019-08-31"),
        ("2019-07-20", "2019-10-31"),
        ("2019-09-19", "2019-10-31"),
        ("2019-09-20", "2019-12-31"),
    ];
    due(&twice, &told);
    // What one change says of the other is enough.
    due(&moved(vec![change("2019-07-20").with_to(day("2019-10-31")), change("2019-09-20")]), &told);
    due(&moved(vec![change("2019-07-20"), change("2019-09-20").with_from(day("2019-10-31"))]), &told);
    let changes = |on: &str| twice.known_on(day(on)).actions()[0].due_changes().len();
    assert_eq!([changes("2019-07-19"), changes("2019-07-20"), changes("2019-09-20")], [0, 1, 2]);
    // One change, with the original date only, and with none.
    due(&moved(vec![change("2019-09-20")]), &[("2019-09-19", "2019-08-31"), ("2019-09-20", "2019-12-31")]);
    let bare = plan_of([action("a").with_due(day("2019-12-31")).with_due_change(change("2019-09-20"))]);
    due(&bare, &[("2019-09-19", "2019-12-31")]);
}

#[test]
fn a_sign_off_as_far_as_it_had_come() {
    let sign_off = SignOff::new()
        .with_draft_submitted(day("2019-06-05"))
        .with_delegation(Delegation::new(good("2019-07"), line("Director")))
        .with_adopted(Adoption::new(day("2019-08-06"), line("1")))
        .with_submitted(Submission::new(good("2019-08-14"), line("1")))
        .with_answer(RegulatorAnswer::new(good("2019-09"), AnswerOutcome::ReflectsFindings))
        .with_revision(Revision::new(good("2019-10"), line("2")));
    let voice = Voice::new(VoiceGroup::Children, line("Survey"));
    let plan = ImprovementPlan::new(identity(), sign_off, vec![], vec![])
        .unwrap()
        .with_voice(voice.clone().with_on(good("2019-07-10")))
        .with_voice(voice)
        .with_status_scheme(StatusScheme::rag());
    let known = |on: &str| {
        let known = plan.known_on(day(on));
        assert_eq!((known.identity(), known.status_scheme()), (plan.identity(), plan.status_scheme()));
        let one = known.sign_off();
        [
            one.draft_submitted().is_some(),
            one.delegation().is_some(),
            one.adopted().is_some(),
            one.submitted().is_some(),
            !one.answers().is_empty(),
            !one.revisions().is_empty(),
            known.voice().len() == 2,
        ]
        .map(u8::from)
    };
    assert_eq!(known("2019-06-04"), [0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(known("2019-06-05"), [1, 0, 0, 0, 0, 0, 0]);
    assert_eq!(known("2019-07-01"), [1, 1, 0, 0, 0, 0, 0]);
    assert_eq!(known("2019-07-10"), [1, 1, 0, 0, 0, 0, 1]);
    assert_eq!(known("2019-08-06"), [1, 1, 1, 0, 0, 0, 1]);
    assert_eq!(known("2019-08-14"), [1, 1, 1, 1, 0, 0, 1]);
    assert_eq!(known("2019-09-01"), [1, 1, 1, 1, 1, 0, 1]);
    assert_eq!(known("2019-10-01"), [1, 1, 1, 1, 1, 1, 1]);
    assert_eq!(plan.known_on(day("2019-10-01")), plan);
}
