//! Laws of inspections and their histories, whatever is on record.

use super::*;
use childrens_services::chrono::Days;
use proptest::{
    collection::{btree_set, vec},
    option,
    prelude::*,
    sample::select,
    test_runner::FileFailurePersistence,
};

/// Cases that fail are kept beside this file.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    }
}

/// A day of 2010 to 2030.
fn days() -> impl Strategy<Value = NaiveDate> {
    (0..7670_u64).prop_map(|after| day("2010-01-01") + Days::new(after))
}

fn any_grade() -> impl Strategy<Value = Grade> {
    select(Grade::ALL)
}

/// One of the four-point scale.
fn scale() -> impl Strategy<Value = Grade> {
    select(vec![Outstanding, Good, RI, Inadequate])
}

fn texts() -> impl Strategy<Value = String> {
    "[A-Z][a-z'’&\", -]{0,12}[a-zé]"
}

fn areas() -> impl Strategy<Value = AreaForImprovement> {
    let detail_and_repeats = (option::of(texts()), option::of((days(), 0..5_u32)));
    (0..5_u32, texts(), detail_and_repeats).prop_map(|(number, label, (detail, repeats))| {
        let area = area(number, &label);
        let area = match detail {
            Some(detail) => area.with_detail(detail).unwrap(),
            None => area,
        };
        repeats.map_or(area.clone(), |(start, number)| area.repeating(start, number))
    })
}

fn priority_areas() -> impl Strategy<Value = AreaForPriorityAction> {
    (texts(), option::of(days()), option::of(days())).prop_map(|(label, draft, last)| {
        let area = priority(&label);
        let area = draft.map_or(area.clone(), |draft| area.with_draft_due(draft));
        last.map_or(area.clone(), |last| area.with_final_due(last))
    })
}

/// A framework, with an activity that it has; graded ones more often.
fn activities() -> impl Strategy<Value = (Framework, Activity)> {
    let all = Framework::ALL
        .iter()
        .flat_map(|&framework| framework.activities().iter().map(move |&of| (framework, of)));
    let all: Vec<_> = all.collect();
    let graded: Vec<_> = all.iter().copied().filter(|(_, activity)| activity.is_graded()).collect();
    prop_oneof![select(all), select(graded)]
}

/// Any inspection of one of these authorities, whatever is wrong with it.
fn inspections_of(codes: &'static [&'static str]) -> impl Strategy<Value = Inspection> {
    let dates = (days(), option::of(0..30_u64), option::of(0..200_u64), option::of(days()));
    let grades = vec(option::of(any_grade()), Judgement::ALL.len());
    let found = (option::of(vec(areas(), 0..4)), vec(priority_areas(), 0..3), option::of(texts()));
    (select(codes), activities(), dates, grades, option::of(any_grade()), found).prop_map(
        |(code, (framework, activity), (start, end, published, received), grades, reading, found)| {
            let new = Inspection::new(ons(code), framework, activity, start).unwrap();
            let new = end.map_or(new.clone(), |end| new.with_end(start + Days::new(end)));
            let new = published.map_or(new.clone(), |after| new.with_published(start + Days::new(after)));
            let new = received.map_or(new.clone(), |received| new.with_received(received));
            let given: Vec<_> = Judgement::ALL.iter().copied().zip(grades).collect();
            let given: Vec<_> =
                given.into_iter().filter_map(|(judgement, grade)| Some((judgement, grade?))).collect();
            let new = graded(new, &given);
            let new = match reading {
                Some(reading) => new.clone().with_standing_read_as(reading).unwrap_or(new),
                None => new,
            };
            let (areas, priority, theme) = found;
            let new = areas.map_or(new.clone(), |areas| new.with_areas_for_improvement(areas));
            let new = priority.into_iter().fold(new, Inspection::with_area_for_priority_action);
            theme.map_or(new.clone(), |theme| new.with_theme(theme).unwrap())
        },
    )
}

/// An authority that was always there, one under a new code, and a new one; with those they came from.
fn any_inspections() -> impl Strategy<Value = (&'static str, Vec<Inspection>)> {
    select(vec![
        (WEST_SUSSEX, &[WEST_SUSSEX][..]),
        (BUCKINGHAMSHIRE, &[BUCKINGHAMSHIRE, BUCKINGHAMSHIRE_COUNTY][..]),
        (CUMBERLAND, &[CUMBERLAND, CUMBRIA][..]),
    ])
    .prop_flat_map(|(code, codes)| (Just(code), vec(inspections_of(codes), 0..6)))
}

fn any_assumptions() -> impl Strategy<Value = Assumptions> {
    (days(), select(FailureClock::ALL), option::of(2027..2040)).prop_map(|(from, clock, rules_to)| {
        let england = WorkingDays::england();
        let working_days =
            rules_to.map_or(england.clone(), |year| england.with_rules_alone_to(year).unwrap());
        Assumptions::new()
            .with_no_overall_from(from)
            .with_failure_clock(clock)
            .with_working_days(working_days)
    })
}

/// An ILACS inspection before and from 2023, with the other grades on the scale and perhaps an overall one.
fn on_the_scale() -> impl Strategy<Value = Inspection> {
    let before = (scale(), [scale(), scale(), scale()])
        .prop_map(|(overall, [leaders, help, care])| of_2019([overall, leaders, help, care]));
    let from = [scale(), scale(), scale(), scale(), scale()].prop_map(of_2023);
    let without = [scale(), scale(), scale(), scale()]
        .prop_map(|grades| beside_overall(ilacs(StandardInspection, "2026-04-27"), grades));
    prop_oneof![before, from, without]
}

fn reversed(direction: GradeDirection) -> GradeDirection {
    match direction {
        GradeDirection::Better => GradeDirection::Worse,
        GradeDirection::Worse => GradeDirection::Better,
        same => same,
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn inspections_survive_the_wire(inspection in inspections_of(&[WEST_SUSSEX, CUMBRIA, BUCKINGHAMSHIRE])) {
        prop_assert_eq!(over_the_wire(&inspection), inspection);
    }

    #[test]
    fn histories_survive_the_wire((code, inspections) in any_inspections()) {
        let history = history(code, inspections);
        prop_assert_eq!(over_the_wire(&history), history);
    }

    #[test]
    fn assumptions_survive_the_wire(assumptions in any_assumptions()) {
        prop_assert_eq!(over_the_wire(&assumptions), assumptions);
    }

    #[test]
    fn findings_are_the_same_every_time(
        (code, inspections) in any_inspections(),
        assumptions in any_assumptions(),
    ) {
        let history = history(code, inspections);
        prop_assert_eq!(history.findings(&assumptions), history.clone().findings(&assumptions));
        for inspection in history.inspections() {
            prop_assert_eq!(inspection.findings(&assumptions), inspection.findings(&assumptions));
        }
    }

    /// Each finding of an inspection by itself is among those of its history, at its place there.
    #[test]
    fn a_history_finds_what_each_inspection_does((code, inspections) in any_inspections()) {
        let history = history(code, inspections);
        let all = lines(history.findings(&Assumptions::new()));
        for (index, inspection) in history.inspections().iter().enumerate() {
            for own in lines(inspection.findings(&Assumptions::new())) {
                let there = own.replacen(" at inspection.", &format!(" at inspections[{index}]."), 1);
                prop_assert!(all.contains(&there), "{}", there);
            }
        }
    }

    #[test]
    fn inspections_come_in_any_order(
        (sorted, shuffled) in (vec(inspections_of(&[WEST_SUSSEX]), 6), btree_set(days(), 6)).prop_flat_map(
            |(inspections, starts)| {
                // Each with a start of its own: two that start on one day stay as they come.
                let apart: Vec<_> = inspections.iter().zip(starts).map(|(inspection, start)| {
                    let mut document = serde_json::to_value(inspection).unwrap();
                    document["start"] = json!(start.to_string());
                    serde_json::from_value::<Inspection>(document).unwrap()
                }).collect();
                (Just(apart.clone()), Just(apart).prop_shuffle())
            }
        ),
    ) {
        let (sorted, shuffled) = (history(WEST_SUSSEX, sorted), history(WEST_SUSSEX, shuffled));
        prop_assert!(sorted.inspections().is_sorted_by_key(Inspection::start));
        let assumptions = Assumptions::new();
        prop_assert_eq!(sorted.findings(&assumptions), shuffled.findings(&assumptions));
        prop_assert_eq!(sorted, shuffled);
    }

    #[test]
    fn a_standing_never_goes_back((code, inspections) in any_inspections(), one in days(), other in days()) {
        let history = history(code, inspections);
        let (before, after) = (one.min(other), one.max(other));
        let Some(standing) = history.standing_on(before) else { return Ok(()) };
        let inspection = standing.inspection();
        prop_assert!(inspection.published().is_some_and(|published| published <= before));
        prop_assert!(inspection.activity().is_graded());
        let later = history.standing_on(after).map(|standing| standing.inspection().start());
        prop_assert!(later.is_some_and(|later| later >= inspection.start()));
    }

    /// The failures of a day are failures that its standing shows.
    #[test]
    fn a_failure_is_of_the_inspection_that_stands((code, inspections) in any_inspections(), on in days()) {
        let history = history(code, inspections);
        let standing = history.standing_on(on).map(Standing::inspection);
        if let Some((earlier, later)) = history.persistent_failure(on, &Assumptions::new()) {
            prop_assert_eq!(Some(later), standing);
            prop_assert!(earlier.start() <= later.start());
            prop_assert_eq!(history.standing_on(on).and_then(Standing::is_inadequate), Some(true));
        }
        if let Some(systemic) = history.systemic_failure(on) {
            prop_assert_eq!(Some(systemic), standing);
        }
    }

    #[test]
    fn grade_changes_reversed(
        earlier in inspections_of(&[WEST_SUSSEX]),
        later in inspections_of(&[WEST_SUSSEX]),
    ) {
        let same = |changes: Vec<GradeChange>| {
            changes.into_iter().filter(|change| change.scope() == Scope::Same).collect::<Vec<_>>()
        };
        let forth = same(later.grade_changes_since(&earlier));
        let back = same(earlier.grade_changes_since(&later));
        prop_assert_eq!(forth.len(), back.len());
        for (forth, back) in forth.into_iter().zip(back) {
            prop_assert_eq!((forth.earlier(), forth.later()), (back.later(), back.earlier()));
            prop_assert_eq!(forth.direction(), reversed(back.direction()));
        }
    }

    #[test]
    fn a_prediction_lies_between_the_others(inspection in on_the_scale()) {
        let others = inspection.judgements().filter(|(judgement, _)| *judgement != Overall);
        let others: Vec<_> = others.map(|(_, grade)| grade).collect();
        let predicted = inspection.predicted_overall().map(|predicted| predicted.most_likely()).unwrap();
        prop_assert!(!others.iter().all(|other| predicted.is_better_than(*other)));
        prop_assert!(!others.iter().all(|other| predicted.is_worse_than(*other)));
        let mut practice = inspection.judgements().filter(|(judgement, _)| judgement.is_practice());
        if practice.any(|(_, grade)| grade == Inadequate) {
            prop_assert_eq!(predicted, Inadequate);
        }
        // Were it the overall grade, no rule of impossible or never seen grades would be broken but those of
        // leaders, which no median can see.
        let mut document = serde_json::to_value(&inspection).unwrap();
        document["judgements"]["overall"] = json!(predicted);
        let with: Inspection = serde_json::from_value(document).unwrap();
        for rule in [&rules::INS_05, &rules::INS_06] {
            prop_assert_eq!(with.findings(&Assumptions::new()).of_rule(rule).count(), 0);
        }
    }

    #[test]
    fn deadlines_are_in_order_and_move_with_receipt(received in days(), earlier in 0..30_u64) {
        let england = WorkingDays::england();
        let area = priority("Front door");
        let inspection = ilacs(StandardInspection, "2019-02-25").with_area_for_priority_action(area);
        let Ok(late) = inspection.clone().with_received(received).deadlines(&england) else { return Ok(()) };
        prop_assert!(late.receipt.day() < late.priority_action_draft.unwrap());
        prop_assert!(late.priority_action_draft < late.publish_report);
        prop_assert!(late.publish_report < late.statement_of_action);
        prop_assert_eq!(late.priority_action_final, late.statement_of_action);
        // The area on record counts alike.
        let set = inspection.clone().with_received(received).with_priority_action_deadlines(&england).unwrap();
        let area = &set.areas_for_priority_action()[0];
        prop_assert_eq!(area.draft_due(), late.priority_action_draft);
        prop_assert_eq!(area.final_due(), late.priority_action_final);
        let early = inspection.with_received(received - Days::new(earlier)).deadlines(&england).unwrap();
        prop_assert!(early.statement_of_action <= late.statement_of_action);
    }
}

/// Over every three grades: a strict partial order, in which what is outside the scale stands apart.
#[test]
fn better_is_a_strict_partial_order() {
    for &a in Grade::ALL {
        assert!(!a.is_better_than(a), "{a}");
        for &b in Grade::ALL {
            assert_eq!(a.is_better_than(b), b.is_worse_than(a), "{a}, {b}");
            assert!(!(a.is_better_than(b) && b.is_better_than(a)), "{a}, {b}");
            let both = a.number().is_some() && b.number().is_some();
            assert_eq!(a.is_better_than(b) || b.is_better_than(a), both && a != b, "{a}, {b}");
            for &c in Grade::ALL {
                assert!(
                    !(a.is_better_than(b) && b.is_better_than(c)) || a.is_better_than(c),
                    "{a}, {b}, {c}"
                );
            }
        }
    }
    assert!(Outstanding.is_better_than(Good) && Good.is_better_than(RI) && RI.is_better_than(Inadequate));
}

#[test]
fn grades_that_cannot_be_compared() {
    let sif = |looked_after, start| {
        graded(inspection("E06000053", Sif, FullInspection, start), &[(SifLookedAfter, looked_after)])
    };
    let direction = |earlier, later| {
        sif(later, "2018-01-15").grade_changes_since(&sif(earlier, "2016-04-11"))[0].direction()
    };
    assert_eq!(direction(NotJudged, Good), GradeDirection::NotComparable);
    assert_eq!(direction(Good, NotJudged), GradeDirection::NotComparable);
    assert_eq!(direction(NotJudged, NotJudged), GradeDirection::Same);
}
