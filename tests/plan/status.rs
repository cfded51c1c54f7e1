//! Where actions and measures stand: each rating on each side of its boundaries, a council's own words, and what was
//! known on a day.

use crate::helpers::{action, changed, day, good, identity, line, message, plan_of, sound, visits};
use childrens_services::{
    Action, Adoption, Delegation, DueChange, Evidence, EvidenceKind, Figure, ImprovementPlan, Indicator,
    Intent, Measure, Milestone, Observed, Polarity, Rate, Rating, RegulatorAnswer, Revision, Series, SignOff,
    StatusScheme, Submission, Unit, Voice, VoiceGroup, kpi::catalogue, plan::AnswerOutcome,
};
use serde_json::json;

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

// Measures.

#[track_caller]
fn visits_to(target: &str) -> Measure {
    Measure::of(&visits()).with_target(target, Intent::Reach, None).unwrap()
}

#[track_caller]
fn gap_to(target: &str) -> Measure {
    Measure::of(&catalogue::VACANCY_GAP_RATE).with_target(target, Intent::Reach, None).unwrap()
}

#[track_caller]
fn rates(measure: &Measure, expected: &[(&str, Rating)]) {
    for (text, rating) in expected {
        let figure = Figure::read(measure.indicator().unit(), text).unwrap();
        assert_eq!(measure.rating_of(&figure.into()), *rating, "{text}");
    }
}

#[test]
fn higher_is_better_to_the_edge() {
    rates(
        &visits_to("90%"),
        &[
            ("100%", Rating::Green),
            ("90%", Rating::Green),
            ("exactly 89.999999%", Rating::Amber),
            ("89.9%", Rating::Amber),
            ("81%", Rating::Amber),
            ("exactly 80.999999%", Rating::Red),
            ("80.9%", Rating::Red),
            ("0%", Rating::Red),
        ],
    );
}

#[test]
fn lower_is_better_to_the_edge() {
    rates(
        &gap_to("10%"),
        &[
            ("0%", Rating::Green),
            ("10%", Rating::Green),
            ("exactly 10.000001%", Rating::Amber),
            ("11%", Rating::Amber),
            ("exactly 11.000001%", Rating::Red),
            ("100%", Rating::Red),
        ],
    );
    // A tenth of nothing is nothing.
    rates(&gap_to("0%"), &[("0%", Rating::Green), ("0.1%", Rating::Red)]);
    // A tenth of a small target falls between the places printed.
    rates(
        &gap_to("exactly 0.000001%"),
        &[("exactly 0.000001%", Rating::Green), ("exactly 0.000002%", Rating::Red)],
    );
}

/// Figures with words: only what they certainly say.
#[test]
fn qualified_figures() {
    rates(
        &visits_to("90%"),
        &[
            ("over 90%", Rating::Green),
            ("at least 90%", Rating::Green),
            // Perhaps at target, perhaps within the tolerance of it.
            ("over 89%", Rating::Grey),
            ("at least 85%", Rating::Grey),
            ("around 75%", Rating::Grey),
            ("around 95%", Rating::Grey),
            // Worse for certain, and nobody says by how much.
            ("under 90%", Rating::Grey),
            ("at most 90%", Rating::Grey),
            ("at most 81%", Rating::Grey),
            ("under 81%", Rating::Red),
            ("at most 80.9%", Rating::Red),
            ("under 50%", Rating::Red),
            ("[low]", Rating::Red),
        ],
    );
    rates(
        &gap_to("10%"),
        &[
            ("under 10%", Rating::Green),
            ("at most 10%", Rating::Green),
            ("[low]", Rating::Green),
            ("at most 11%", Rating::Grey),
            ("over 10%", Rating::Grey),
            ("at least 11%", Rating::Grey),
            ("over 11%", Rating::Red),
            ("at least 11.1%", Rating::Red),
            ("around 10%", Rating::Grey),
        ],
    );
    for measure in [visits_to("90%"), gap_to("10%")] {
        let withheld = ["[c]", "[u]", "[x]", "[z]"].map(|symbol| (symbol, Rating::Grey));
        rates(&measure, &withheld);
    }
}

/// Of whole people the words mean whole people.
#[test]
fn counts_are_whole() {
    let leaving = Measure::of(&catalogue::STAFF_LEAVING).with_target("10", Intent::Reach, None).unwrap();
    assert_eq!(catalogue::STAFF_LEAVING.polarity(), Polarity::LowerIsBetter);
    rates(
        &leaving,
        &[
            ("10", Rating::Green),
            ("under 11", Rating::Green),
            ("11", Rating::Amber),
            ("12", Rating::Red),
            ("over 11", Rating::Red),
            ("over 10", Rating::Grey),
            ("at least 12", Rating::Red),
        ],
    );
}

/// The number of a target counts, whatever word stands before it; a figure rounded is taken as printed.
#[test]
fn targets_in_words() {
    for target in ["90%", "90.0%", "exactly 90%", "at least 90%", "over 90%", "around 90%"] {
        rates(&visits_to(target), &[("90%", Rating::Green), ("89.9%", Rating::Amber), ("80%", Rating::Red)]);
    }
    rates(&visits_to("[c]"), &[("100%", Rating::Grey)]);
    rates(&Measure::of(&visits()), &[("100%", Rating::Grey)]);
    let neutral = Indicator::new("calls", "Calls", Unit::Headcount, Polarity::Neutral).unwrap();
    rates(&Measure::of(&neutral).with_target("5", Intent::Reach, None).unwrap(), &[("5", Rating::Grey)]);
    // So are the Department's leavers: it says of neither direction that it is better.
    let leavers = Measure::of(&catalogue::LEAVERS_HEADCOUNT).with_target("10", Intent::Reach, None).unwrap();
    assert_eq!(catalogue::LEAVERS_HEADCOUNT.polarity(), Polarity::Neutral);
    rates(&leavers, &[("5", Rating::Grey), ("10", Rating::Grey), ("20", Rating::Grey)]);
}

#[track_caller]
fn series<const N: usize>(indicator: &Indicator, seen: [(&str, &str); N]) -> Series {
    Series::new(indicator, seen).unwrap()
}

/// A rate is compared as its counts make it, not as it is printed.
#[test]
fn rates_are_exact() {
    let rated = |measure: &Measure, counts: &str| {
        let rate = Rate::read(measure.indicator(), counts).unwrap();
        (rate.to_string(), measure.rating_of(&Observed::from(rate)))
    };
    let visits = visits_to("90%");
    for (counts, printed, rating) in [
        ("9 / 10", "90.0%", Rating::Green),
        ("89999 / 100000", "90.0%", Rating::Amber),
        ("81 / 100", "81.0%", Rating::Amber),
        ("80999 / 100000", "81.0%", Rating::Red),
    ] {
        assert_eq!(rated(&visits, counts), (printed.to_owned(), rating), "{counts}");
    }
    let gap = gap_to("10%");
    for (counts, printed, rating) in [
        ("1 / 10", "10.0%", Rating::Green),
        ("10001 / 100000", "10.0%", Rating::Amber),
        ("11 / 100", "11.0%", Rating::Amber),
        ("11001 / 100000", "11.0%", Rating::Red),
    ] {
        assert_eq!(rated(&gap, counts), (printed.to_owned(), rating), "{counts}");
    }
}

#[test]
fn the_last_observation_known() {
    let rate = |seen: &Series, on: &str| visits_to("90%").rating_on(day(on), seen);
    let seen = series(&visits(), [("2019-02", "60%"), ("2019-06", "85%"), ("2019-09", "91%")]);
    for (on, expected) in [
        ("2019-02-27", Rating::Grey),
        ("2019-02-28", Rating::Red),
        ("2019-06-29", Rating::Red),
        ("2019-06-30", Rating::Amber),
        ("2019-09-29", Rating::Amber),
        ("2019-09-30", Rating::Green),
        ("2026-01-01", Rating::Green),
    ] {
        assert_eq!(rate(&seen, on), expected, "{on}");
    }
    assert_eq!(rate(&series(&visits(), []), "2019-09-30"), Rating::Grey);
}

#[test]
fn blue_when_sustained() {
    let seen = series(
        &visits(),
        [
            ("2019-01", "92%"),
            ("2019-02", "80%"),
            ("2019-03", "90%"),
            ("2019-04", "over 90%"),
            ("2019-05", "95%"),
        ],
    );
    let rate = |wanted: u32, on: &str| visits_to("90%").with_sustained_over(wanted).rating_on(day(on), &seen);
    for (wanted, on, expected) in [
        (3, "2019-01-31", Rating::Green),
        (1, "2019-01-31", Rating::Blue),
        (1, "2019-02-28", Rating::Red),
        (2, "2019-03-31", Rating::Green),
        (2, "2019-04-30", Rating::Blue),
        (3, "2019-04-30", Rating::Green),
        (3, "2019-05-31", Rating::Blue),
        (4, "2019-05-31", Rating::Green),
        (u32::MAX, "2019-05-31", Rating::Green),
        // None in a row is no wish at all.
        (0, "2019-05-31", Rating::Green),
    ] {
        assert_eq!(rate(wanted, on), expected, "{wanted} {on}");
    }
    assert_eq!(visits_to("90%").rating_on(day("2019-05-31"), &seen), Rating::Green);
    // A figure that leaves it open ends the row.
    let open = series(&visits(), [("2019-01", "92%"), ("2019-02", "around 95%"), ("2019-03", "93%")]);
    let rated = visits_to("90%").with_sustained_over(2).rating_on(day("2019-03-31"), &open);
    assert_eq!(rated, Rating::Green);
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
        plan["measures"][1]["sustained_over"] = json!(1);
    });
    let on = day("2019-10-31");
    let impact = |series: &[Series]| plan.statuses_on(on, series)[0].impact().derived();
    let of =
        |share: &str, rate: &str| [series(&visits(), [("2019-09", share)]), series(gap, [("2019-09", rate)])];
    assert_eq!(impact(&of("91%", "1.8%")), Rating::Green);
    assert_eq!(impact(&of("91%", "2.1%")), Rating::Amber);
    assert_eq!(impact(&of("85%", "2.1%")), Rating::Amber);
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
    assert_eq!(plan.statuses_on(day("2019-11-30"), &later)[0].impact().derived(), Rating::Green);

    let statuses = plan.statuses_on(on, &of("91%", "1.8%"));
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
    assert!(!plan.statuses_on(day("2019-10-14"), &[])[0].is_complete());
}

/// All measures sustained: blue; one of them only met: green.
#[test]
fn impact_is_blue_when_all_is() {
    let sustained = |measure: Measure| measure.with_sustained_over(1);
    let with = |visits: Measure| {
        let action = action("a").with_measure(line("visits_in_time")).with_measure(line("vacancy_gap_rate"));
        let measures = vec![visits, sustained(gap_to("2%"))];
        ImprovementPlan::new(identity(), SignOff::new(), measures, vec![action]).unwrap()
    };
    let seen = [
        series(&visits(), [("2019-09", "91%")]),
        series(&catalogue::VACANCY_GAP_RATE, [("2019-09", "1.8%")]),
    ];
    let impact = |plan: &ImprovementPlan| plan.statuses_on(day("2019-10-31"), &seen)[0].impact().derived();
    assert_eq!(impact(&with(sustained(visits_to("90%")))), Rating::Blue);
    assert_eq!(impact(&with(visits_to("90%"))), Rating::Green);
}

#[test]
fn agreement_in_a_scheme_without_blue() {
    let done = due_in_august()
        .with_completed(day("2019-08-01"))
        .with_signed_off(day("2019-08-02"))
        .with_evidence(audit("2019-07"))
        .with_delivery_status(Rating::Green);
    let plan = plan_of([done]);
    let status = plan.statuses_on(day("2019-08-31"), &[])[0].delivery();
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
