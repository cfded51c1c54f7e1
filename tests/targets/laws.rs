//! Laws of targets and their assessment, over generated series, targets and days.

use crate::{day, good, indicator};
use childrens_services::{
    Assessment, Figure, Goal, Indicator, Observed, Quantity, Rating, Series, Symbol, Target, TargetStatus,
    Tolerance, Unit,
    chrono::{Days, NaiveDate},
    kpi::{AssessmentReason, Baseline, Step},
    measure::{Period, Qualifier},
    rust_decimal::Decimal,
};
use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{Index, select},
    strategy::ValueTree,
    test_runner::{FileFailurePersistence, TestRunner},
};
use std::{collections::BTreeMap, num::NonZeroU32, ops::Bound};

/// Cases that fail are kept beside this file.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        max_global_rejects: u32::MAX,
        ..ProptestConfig::default()
    }
}

// Strategies: scores between -10 and 10 with two places, so that every value has a mirror.

fn score(hundredths: i64) -> Quantity {
    Quantity::new(Unit::Score, Decimal::new(hundredths, 2)).unwrap()
}

/// Near 0, where figures meet goals to the last place, or anywhere.
fn any_number() -> impl Strategy<Value = i64> {
    prop_oneof![-20..=20_i64, -1_000..=1_000_i64]
}

/// Rounded, exact, in words, or withheld.
fn any_figure() -> impl Strategy<Value = Figure> {
    const WORDS: [Qualifier; 5] =
        [Qualifier::Over, Qualifier::AtLeast, Qualifier::About, Qualifier::Under, Qualifier::AtMost];
    const SYMBOLS: [Symbol; 3] = [Symbol::Confidential, Symbol::NotApplicable, Symbol::NotAvailable];
    let number = any_number;
    prop_oneof![
        6 => number().prop_map(|number| Figure::rounded(score(number), 2).unwrap()),
        4 => number().prop_map(|number| Figure::Exact(score(number))),
        2 => (select(&WORDS[..]), number()).prop_map(|(word, number)| Figure::qualified(word, score(number)).unwrap()),
        1 => select(&SYMBOLS[..]).prop_map(Figure::Withheld),
    ]
}

fn month(number: u32) -> Period {
    Period::month(2019 + i32::try_from(number / 12).unwrap(), number % 12 + 1).unwrap()
}

/// A run of months from 2019 to 2022, some of them without a figure.
fn any_months() -> impl Strategy<Value = BTreeMap<u32, Figure>> {
    (0..36_u32, vec(option::weighted(0.9, any_figure()), 0..10)).prop_map(|(first, figures)| {
        let months = figures.into_iter().zip(first..).filter_map(|(figure, at)| Some((at, figure?)));
        months.collect()
    })
}

/// Months, and a day: any, or one soon after the last of them.
fn any_months_and_day() -> impl Strategy<Value = (BTreeMap<u32, Figure>, NaiveDate)> {
    (any_months(), any_day(), option::weighted(0.8, 0..100_u64)).prop_map(|(months, any, soon)| {
        let after = |days| Some(month(*months.keys().last()?).end() + Days::new(days));
        let on = soon.and_then(after).unwrap_or(any);
        (months, on)
    })
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..1_500_u64).prop_map(|days| day("2019-01-01") + Days::new(days))
}

fn any_goal() -> impl Strategy<Value = Goal> {
    let number = any_number;
    prop_oneof![
        number().prop_map(|number| Goal::at_least(score(number))),
        number().prop_map(|number| Goal::at_most(score(number))),
        (select(&["over", "under"][..]), number())
            .prop_map(|(word, number)| { good(&format!("{word} {}", score(number))) }),
        (number(), number()).prop_map(|(one, other)| {
            Goal::between(score(one.min(other)), score(one.max(other))).unwrap()
        }),
    ]
}

/// Any target of a score that asks for either direction. The steps of most lead from the baseline to the goal.
fn any_target() -> impl Strategy<Value = Target> {
    let baseline = (0..20_u32, any_number())
        .prop_map(|(at, number)| Baseline { period: month(at), value: score(number) });
    let tolerance = prop_oneof![
        (0..=300_i64).prop_map(|number| Tolerance::amount(score(number)).unwrap()),
        (0..=100_u32).prop_map(|part| Tolerance::of_target(good(&part.to_string())).unwrap()),
    ];
    let cadence =
        select(&["every week", "every month", "every 3 months", "every 24 months"][..]).prop_map(good);
    let by = (700..1_500_u64).prop_map(|days| day("2019-01-01") + Days::new(days));
    (
        any_goal(),
        option::weighted(0.1, 0..600_u64),
        option::of(by),
        option::weighted(0.7, baseline),
        (vec(0..=10_i64, 0..4), any::<bool>(), option::of(tolerance)),
        (option::of(cadence), 0..4_u32),
    )
        .prop_map(|(goal, from, by, baseline, (mut tenths, sorted, tolerance), (cadence, sustained))| {
            if sorted {
                tenths.sort_unstable();
            }
            let steps = by.zip(baseline).map(|(by, baseline)| steps(&tenths, goal, by, baseline));
            Target {
                from: from.map(|days| (day("2019-01-01") + Days::new(days)).try_into().unwrap()),
                by: by.map(|by| by.try_into().unwrap()),
                baseline,
                steps: steps.unwrap_or_default(),
                tolerance,
                cadence,
                sustained_over: NonZeroU32::new(sustained),
                against_polarity: true,
                ..Target::new(goal)
            }
        })
}

/// A step each 20 days, so many tenths of the way to the end of the goal that the baseline lies beyond.
fn steps(tenths: &[i64], goal: Goal, by: NaiveDate, baseline: Baseline) -> Vec<Step> {
    let number = |end| match end {
        Bound::Included(number) | Bound::Excluded(number) => Some(number),
        Bound::Unbounded => None,
    };
    let from = baseline.value;
    let lower = number(goal.lower()).filter(|lower: &Quantity| from < *lower);
    let Some(end) = lower.or_else(|| number(goal.upper()).filter(|upper| from > *upper)) else {
        return vec![];
    };
    let hundredth = |number: Quantity| {
        i64::try_from((number.value() * Decimal::from(100)).normalize().mantissa()).unwrap()
    };
    let (from, end) = (hundredth(from), hundredth(end));
    let day = |at: usize| by - Days::new(20 * (tenths.len() - at) as u64);
    let value = |tenths: i64| score(from + (end - from) * tenths / 10);
    let steps = tenths.iter().enumerate();
    steps.map(|(at, tenths)| Step { on: day(at).try_into().unwrap(), value: value(*tenths) }).collect()
}

fn series_of(indicator: &Indicator, months: &BTreeMap<u32, Figure>) -> Series {
    Series::new(indicator, months.iter().map(|(at, figure)| (month(*at), Observed::from(*figure)))).unwrap()
}

// The mirror of each thing: what is higher is lower.

fn mirrored_quantity(quantity: Quantity) -> Quantity {
    Quantity::new(quantity.unit(), -quantity.value()).unwrap()
}

fn mirrored_figure(figure: Figure) -> Figure {
    match figure {
        Figure::Exact(value) => Figure::Exact(mirrored_quantity(value)),
        Figure::Rounded(rounded) => {
            Figure::rounded(mirrored_quantity(rounded.value()), rounded.decimal_places()).unwrap()
        }
        Figure::Qualified(qualified) => {
            let word = match qualified.qualifier() {
                Qualifier::Over => Qualifier::Under,
                Qualifier::AtLeast => Qualifier::AtMost,
                Qualifier::Under => Qualifier::Over,
                Qualifier::AtMost => Qualifier::AtLeast,
                other => other,
            };
            Figure::qualified(word, mirrored_quantity(qualified.value())).unwrap()
        }
        withheld => withheld,
    }
}

fn mirrored_goal(goal: Goal) -> Goal {
    let mirrored = |end: Bound<Quantity>| end.map(mirrored_quantity);
    match (mirrored(goal.upper()), mirrored(goal.lower())) {
        (Bound::Included(lower), Bound::Unbounded) => Goal::at_least(lower),
        (Bound::Unbounded, Bound::Included(upper)) => Goal::at_most(upper),
        (Bound::Excluded(lower), Bound::Unbounded) => good(&format!("over {lower}")),
        (Bound::Unbounded, Bound::Excluded(upper)) => good(&format!("under {upper}")),
        (Bound::Included(lower), Bound::Included(upper)) => Goal::between(lower, upper).unwrap(),
        other => panic!("{other:?}"),
    }
}

fn mirrored_target(target: &Target) -> Target {
    Target {
        goal: mirrored_goal(target.goal),
        baseline: target.baseline.map(|one| Baseline { value: mirrored_quantity(one.value), ..one }),
        steps: target
            .steps
            .iter()
            .map(|step| Step { value: mirrored_quantity(step.value), ..*step })
            .collect(),
        ..target.clone()
    }
}

/// Where the figure's bounds stand to the goal: all inside, none inside, or neither.
fn inside(figure: Figure, goal: Goal) -> Option<bool> {
    let bounds = figure.bounds()?;
    let number = |end: Bound<Quantity>| end.map(Quantity::value);
    let (lower, upper) = (number(goal.lower()), number(goal.upper()));
    let starts_inside = match (bounds.lower(), lower) {
        (_, Bound::Unbounded) => true,
        (Bound::Unbounded, _) => false,
        (Bound::Included(own), Bound::Excluded(end)) => own > end,
        (Bound::Included(own) | Bound::Excluded(own), Bound::Included(end) | Bound::Excluded(end)) => {
            own >= end
        }
    };
    let ends_inside = match (bounds.upper(), upper) {
        (_, Bound::Unbounded) => true,
        (Bound::Unbounded, _) => false,
        (Bound::Included(own), Bound::Excluded(end)) => own < end,
        (Bound::Included(own) | Bound::Excluded(own), Bound::Included(end) | Bound::Excluded(end)) => {
            own <= end
        }
    };
    let is_above = match (bounds.lower(), upper) {
        (Bound::Unbounded, _) | (_, Bound::Unbounded) => false,
        (Bound::Included(own), Bound::Included(end)) => own > end,
        (Bound::Included(own) | Bound::Excluded(own), Bound::Included(end) | Bound::Excluded(end)) => {
            own >= end
        }
    };
    let is_below = match (bounds.upper(), lower) {
        (Bound::Unbounded, _) | (_, Bound::Unbounded) => false,
        (Bound::Included(own), Bound::Included(end)) => own < end,
        (Bound::Included(own) | Bound::Excluded(own), Bound::Included(end) | Bound::Excluded(end)) => {
            own <= end
        }
    };
    match (starts_inside && ends_inside, is_above || is_below) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

fn figure_of(observed: &Observed) -> Figure {
    match observed {
        Observed::Figure(figure) => *figure,
        Observed::Rate(_) => panic!("no rate was given"),
    }
}

proptest! {
    #![proptest_config(config())]

    /// An assessment says met or missed only where the bounds of the figure do not straddle the goal, and says so there.
    #[test]
    fn met_and_missed_are_certain((months, on) in any_months_and_day(), target in any_target()) {
        let score = indicator("score");
        let series = series_of(&score, &months);
        let assessment = Assessment::of(&series, &target, on);
        let held = assessment.judged().and_then(|seen| inside(figure_of(seen.value()), target.goal));
        match assessment.status() {
            TargetStatus::Met => prop_assert_eq!(held, Some(true)),
            TargetStatus::Missed => prop_assert_eq!(held, Some(false)),
            TargetStatus::OnTrack => prop_assert_ne!(held, Some(true)),
            TargetStatus::AtRisk | TargetStatus::OffTrack => prop_assert_eq!(held, Some(false)),
            _ => {}
        }
    }

    /// What is due lies between the baseline and the goal, and never turns back.
    #[test]
    fn a_path_leads_to_its_goal(target in any_target(), days in vec(any_day(), 2..6)) {
        prop_assume!(target.findings(&indicator("score")).is_empty());
        let mut days = days;
        days.sort_unstable();
        let ends = |goal: Goal| [goal.lower(), goal.upper()];
        let value = |end: Bound<Quantity>| match end {
            Bound::Included(number) | Bound::Excluded(number) => Some(number),
            Bound::Unbounded => None,
        };
        for at in 0..2 {
            let goal = value(ends(target.goal)[at]);
            let due: Vec<_> = days.iter().map(|day| value(ends(target.due_on(*day))[at])).collect();
            let Some(goal) = goal else {
                prop_assert!(due.iter().all(Option::is_none));
                continue;
            };
            let due: Vec<Quantity> = due.into_iter().flatten().collect();
            let start = target.baseline.map_or(goal, |baseline| baseline.value);
            let (low, high) = if start < goal { (start, goal) } else { (goal, start) };
            prop_assert!(due.iter().all(|due| low <= *due && *due <= high), "{:?}", due);
            prop_assert!(due.is_sorted() || due.iter().rev().is_sorted());
            if let Some(by) = target.by {
                prop_assert_eq!(target.due_on(by.date()), target.goal);
            }
        }
    }

    /// What is stale stays stale, as long as no new figure comes.
    #[test]
    fn what_is_stale_stays_so((months, on) in any_months_and_day(), target in any_target(), later in 0..3_000_u64) {
        let series = series_of(&indicator("score"), &months);
        prop_assume!(series.latest().is_none_or(|latest| latest.period().end() <= on));
        if Assessment::of(&series, &target, on).status() == TargetStatus::Stale {
            let status = Assessment::of(&series, &target, on + Days::new(later)).status();
            prop_assert_eq!(status, TargetStatus::Stale);
        }
    }

    /// Mirrored values, goals and polarities give the mirrored assessment.
    #[test]
    fn a_mirror_changes_no_status((months, on) in any_months_and_day(), target in any_target(), meant in any::<bool>()) {
        let target = Target { against_polarity: meant, ..target };
        let series = series_of(&indicator("score"), &months);
        let turned = months.iter().map(|(at, figure)| (*at, mirrored_figure(*figure))).collect();
        let mirror = series_of(&indicator("low_score"), &turned);
        let mirrored = mirrored_target(&target);
        let (one, other) = (Assessment::of(&series, &target, on), Assessment::of(&mirror, &mirrored, on));
        prop_assert_eq!((one.status(), one.reason()), (other.status(), other.reason()));
        prop_assert_eq!((one.in_a_row(), Rating::of(&one)), (other.in_a_row(), Rating::of(&other)));
        prop_assert_eq!(mirrored_goal(one.due()), other.due());
    }

    /// With a tolerance of 0 nothing is at risk.
    #[test]
    fn no_tolerance_no_risk((months, on) in any_months_and_day(), target in any_target(), amount in any::<bool>()) {
        let none = if amount { "0 score points" } else { "0% of the target" };
        let target = Target { tolerance: Some(good(none)), ..target };
        let series = series_of(&indicator("score"), &months);
        prop_assert_ne!(Assessment::of(&series, &target, on).status(), TargetStatus::AtRisk);
    }

    /// An older observation changes nothing about the latest.
    #[test]
    fn an_older_figure_changes_nothing(
        (months, on) in any_months_and_day(), older in any_figure(), target in any_target(), which in any::<Index>(),
    ) {
        let score = indicator("score");
        let series = series_of(&score, &months);
        let before = Assessment::of(&series, &target, on);
        prop_assume!(before.judged().is_some());
        let first = *months.keys().next().expect("one is judged");
        prop_assume!(first > 0);
        let mut longer = months.clone();
        longer.insert(u32::try_from(which.index(first as usize)).unwrap(), older);
        let series = series_of(&score, &longer);
        let after = Assessment::of(&series, &target, on);
        prop_assert_eq!((before.status(), before.reason()), (after.status(), after.reason()));
        prop_assert_eq!((before.judged(), before.due()), (after.judged(), after.due()));
    }

    /// A better figure never has a worse status, of a target that is to be held.
    #[test]
    fn a_better_figure_is_no_worse(goal in -1_000..=1_000_i64, one in -1_200..=1_200_i64, other in -1_200..=1_200_i64) {
        let concern = |hundredths: i64| {
            let months = BTreeMap::from([(8, Figure::Exact(score(hundredths)))]);
            let (series, target) = (series_of(&indicator("score"), &months), Target::new(Goal::at_least(score(goal))));
            match Assessment::of(&series, &target, day("2019-10-01")).status() {
                TargetStatus::Met => 0,
                TargetStatus::AtRisk => 1,
                TargetStatus::OffTrack => 2,
                other => panic!("{other}"),
            }
        };
        prop_assert!(concern(one.max(other)) <= concern(one.min(other)));
    }

    /// What fits no indicator of another unit is never judged, and everything has a text.
    #[test]
    fn nothing_else_is_judged(months in any_months(), target in any_target(), on in prop_oneof![any_day(), Just(NaiveDate::MIN), Just(NaiveDate::MAX)]) {
        let series = Series::new(&indicator("visits"), [("2019-02", "91%"), ("2019-03", "[c]")]).unwrap();
        let assessment = Assessment::of(&series, &target, on);
        prop_assert_eq!((assessment.status(), assessment.reason()), (TargetStatus::CannotTell, AssessmentReason::Misfit));
        prop_assert_eq!((assessment.in_a_row(), assessment.left_after()), (0, None));
        prop_assert!(!assessment.text().is_empty());
        let series = series_of(&indicator("score"), &months);
        let assessment = Assessment::of(&series, &target, on);
        prop_assert!(assessment.to_string().len() > assessment.status().label().len() + 2);
        prop_assert!(serde_json::to_value(&assessment).is_ok());
    }

    /// Targets come back from the wire.
    #[test]
    fn targets_come_back(target in any_target()) {
        let text = serde_json::to_string(&target).unwrap();
        prop_assert_eq!(serde_json::from_str::<Target>(&text).unwrap(), target);
    }
}

/// The strategies reach each status, each reason of a judgement, and paths that lead somewhere.
#[test]
fn the_strategies_reach_everything() {
    let mut runner = TestRunner::deterministic();
    let score = indicator("score");
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for _ in 0..4_000 {
        let ((months, on), target) =
            (any_months_and_day(), any_target()).new_tree(&mut runner).unwrap().current();
        let series = series_of(&score, &months);
        let assessment = Assessment::of(&series, &target, on);
        *seen.entry(assessment.status().to_string()).or_default() += 1;
        *seen.entry(assessment.reason().code().to_owned()).or_default() += 1;
        *seen.entry(Rating::of(&assessment).to_string()).or_default() += 1;
        if assessment.left_after().is_some() {
            *seen.entry("left".to_owned()).or_default() += 1;
        }
        if !target.steps.is_empty() && target.findings(&score).is_empty() {
            *seen.entry("steps".to_owned()).or_default() += 1;
        }
    }
    let statuses = TargetStatus::ALL.iter().map(|status| status.label());
    let reasons = AssessmentReason::ALL.iter().map(|reason| reason.code());
    let ratings = Rating::ALL.iter().map(|rating| rating.label());
    for wanted in statuses.chain(reasons).chain(ratings).chain(["left", "steps"]) {
        assert!(seen.get(wanted).is_some_and(|count| *count >= 5), "{wanted}: {seen:?}");
    }
}
