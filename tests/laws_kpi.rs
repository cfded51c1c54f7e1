//! Laws of `kpi`: what holds of every change, series and scorecard, whatever is observed.

#![allow(clippy::unwrap_used, reason = "what a strategy builds is part of its test")]

use childrens_services::{
    AnySeries, Bounds, Caseload, Cases, Change, Days, Doubt, Figure, Fte, Headcount, Indicator, Observation,
    Observed, Percent, PercentagePoints, Period, Polarity, Qualifier, Quantity, RelativeChange, Reported,
    Scorecard, Series, Symbol, Unit, VacancyRate, Verdict,
    chrono::{Days as CalendarDays, NaiveDate},
    kpi::{convention, official},
    rust_decimal::{Decimal, RoundingStrategy},
};
use proptest::{
    collection::{btree_set, vec},
    option,
    prelude::*,
    sample::{Index, select},
    test_runner::FileFailurePersistence,
};
use std::{collections::BTreeSet, fmt, ops::Bound, str::FromStr};

/// Cases that fail are kept beside this file.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    }
}

/// A number as whole millionths.
#[track_caller]
fn millionths(number: Decimal) -> i128 {
    number.mantissa() * 10_i128.pow(6 - number.scale())
}

/// What a text says, through its parser.
#[track_caller]
fn read<T: FromStr<Err: fmt::Debug>>(text: impl ToString) -> T {
    text.to_string().parse().unwrap_or_else(|error| panic!("{}: {error:?}", text.to_string()))
}

/// A value after the wire and back.
#[track_caller]
fn over_the_wire<T: serde::Serialize + for<'de> serde::Deserialize<'de>>(value: &T) -> T {
    let json = serde_json::to_string(value).unwrap_or_else(|error| panic!("{error}"));
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// An indicator of our own.
#[track_caller]
fn indicator(unit: Unit, polarity: Polarity) -> Indicator {
    Indicator::new("x_law", "Law", unit, polarity).unwrap_or_else(|error| panic!("{error}"))
}

/// The change of one indicator between two observations.
#[track_caller]
fn change<M: Observed>(indicator: &Indicator, earlier: (Period, M), later: (Period, M)) -> Change<M> {
    Change::between(indicator, earlier, later).unwrap_or_else(|error| panic!("{error}"))
}

/// The other direction's verdict.
fn mirrored(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::Improved => Verdict::Worsened,
        Verdict::Worsened => Verdict::Improved,
        other => other,
    }
}

/// So many different periods of one kind, in no order.
fn periods(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Period>> {
    let nth = |kind: usize, n: u32| {
        let year = 1900 + n.cast_signed();
        match kind {
            0 => Period::day(NaiveDate::from_ymd_opt(2019, 9, 30)? + CalendarDays::new(n.into())),
            1 => Period::month(2000 + n.cast_signed() / 12, n % 12 + 1),
            2 => Period::quarter(2000 + n.cast_signed() / 4, n % 4 + 1),
            3 => Period::financial_year(year),
            4 => Period::reporting_year(year),
            _ => Period::calendar_year(year),
        }
        .ok()
    };
    (0..6_usize, btree_set(0..300_u32, count))
        .prop_map(move |(kind, numbers)| numbers.into_iter().filter_map(|n| nth(kind, n)).collect::<Vec<_>>())
        .prop_shuffle()
}

/// Two periods of one kind, in order.
fn two_periods() -> impl Strategy<Value = [Period; 2]> {
    periods(2..3).prop_map(|mut two| {
        two.sort();
        [two[0], two[1]]
    })
}

/// Three periods of one kind, in order.
fn three_periods() -> impl Strategy<Value = [Period; 3]> {
    periods(3..4).prop_map(|mut three| {
        three.sort();
        [three[0], three[1], three[2]]
    })
}

/// Values in different periods of one kind, in no order.
fn observed<M: fmt::Debug>(values: impl Strategy<Value = M>) -> impl Strategy<Value = Vec<(Period, M)>> {
    (periods(0..9), vec(values, 8)).prop_map(|(periods, values)| periods.into_iter().zip(values).collect())
}

/// Any value, and as often a small whole one, so that values meet.
fn values<Q: Quantity + Arbitrary + 'static>() -> impl Strategy<Value = Q> {
    prop_oneof![any::<Q>(), (0..=12_u32).prop_map(read)]
}

/// Any figure, and as often one whose number lies next to another's, so that bounds meet.
fn figures<Q: Quantity + Arbitrary + 'static>() -> impl Strategy<Value = Figure<Q>> {
    let words = vec!["", "exactly ", "over ", "at least ", "around ", "under ", "at most "];
    let near = (select(words), 1..=4_u32).prop_map(|(word, number)| read(format!("{word}{number}")));
    prop_oneof![any::<Figure<Q>>(), near]
}

/// Any figure in per cent, and as often one whose bounds touch another's.
fn percent_figures() -> impl Strategy<Value = Figure<Percent>> {
    let halves =
        (10..=24_i64).prop_map(|halves| Figure::Exact(Percent::new(Decimal::new(halves * 5, 1)).unwrap()));
    let rounded = (1..=6_u32, 0..=2_usize).prop_map(|(n, dp)| read(format!("{n}.0{}", "0".repeat(dp))));
    prop_oneof![figures::<Percent>(), halves, rounded]
}

/// Any vacancy rate, and as often one of small counts, so that rates meet.
fn vacancy_rates() -> impl Strategy<Value = VacancyRate> {
    let small = (0..=6_u32, 1..=6_u32)
        .prop_map(|(vacant, inpost)| VacancyRate::new(read(vacant), read(inpost)).unwrap());
    prop_oneof![any::<VacancyRate>(), small]
}

/// An indicator of some user's own, no share.
fn own_indicators(unit: impl Strategy<Value = Unit>) -> impl Strategy<Value = Indicator> {
    let code = "x_[a-z0-9_]{0,62}";
    (code, "\\PC{0,20}[A-Z]\\PC{0,20}", unit, any::<Polarity>(), 0..=5_u32, "\\PC{0,20}", "\\PC{0,20}")
        .prop_map(|(code, title, unit, polarity, dp, definition, source)| {
            let indicator = Indicator::new(code, title, unit, polarity).unwrap();
            let dp = if matches!(unit, Unit::Headcount | Unit::Cases) { 0 } else { dp };
            indicator
                .with_decimal_places(dp)
                .unwrap()
                .with_definition(definition)
                .unwrap()
                .with_source(source)
                .unwrap()
        })
}

// --- changes ------------------------------------------------------------------------------------------

/// Figures that a share can have, at one place and around its whole often.
fn share_figures() -> impl Strategy<Value = Figure<Percent>> {
    let tenths = prop_oneof![3 => 0..=1_000_i64, 1 => 995..=1_000_i64];
    let value = tenths.prop_map(|tenths| Percent::new(Decimal::new(tenths, 1)).unwrap());
    (value, option::of(any::<Qualifier>()), any::<bool>()).prop_filter_map(
        "over all",
        |(value, word, exact)| {
            let over_all = word == Some(Qualifier::Over) && value == Percent::HUNDRED;
            let figure = match word {
                Some(word) => Figure::qualified(word, value).ok()?,
                None if exact => value.into(),
                None => Figure::rounded(value, 1).unwrap(),
            };
            (!over_all).then_some(figure)
        },
    )
}

/// The laws of changes between values of one kind; the differences have `Neg` and `value`, which no
/// generic code can name.
macro_rules! change_laws {
    ($($module:ident: $type:ty, $values:expr, $indicator:expr;)+) => { $(
        mod $module {
            use super::*;

            proptest! {
                #![proptest_config(config())]

                /// With the values swapped the difference is negated and the verdict mirrored.
                #[test]
                fn swapped_values_mirror_the_change(
                    [since, until] in two_periods(), a in $values, b in $values, dp in 0..=8_u32,
                ) {
                    let there = change::<$type>(&$indicator, (since, a), (until, b));
                    let back = change::<$type>(&$indicator, (since, b), (until, a));
                    prop_assert_eq!(there.absolute_rounded(dp), back.absolute_rounded(dp).map(|change| -change));
                    prop_assert_eq!(there.verdict(), mirrored(back.verdict()));
                }

                /// The sign of the difference, of the relative change and of the verdict agree.
                #[test]
                fn signs_agree([since, until] in two_periods(), a in $values, b in $values) {
                    let change = change::<$type>(&$indicator, (since, a), (until, b));
                    let sign = change.absolute_rounded(6).map(|change| change.value().cmp(&Decimal::ZERO));
                    let relative = change.relative_rounded(6).map(|change| change.cmp(&RelativeChange::ZERO));
                    let agrees = sign.is_none_or(|sign| {
                        let lower = $indicator.polarity() == Polarity::LowerIsBetter;
                        match change.verdict() {
                            Verdict::Improved => sign.is_eq() || sign.is_lt() == lower,
                            Verdict::Worsened => sign.is_eq() || sign.is_gt() == lower,
                            Verdict::Unchanged => sign.is_eq(),
                            _ => true,
                        }
                    });
                    prop_assert!(agrees, "{}", change);
                    let both = sign.zip(relative).filter(|(sign, relative)| sign.is_ne() && relative.is_ne());
                    prop_assert!(both.is_none_or(|(sign, relative)| sign == relative));
                    prop_assert!(relative.is_none() || sign.is_some());
                }

                /// A change is the same after the wire.
                #[test]
                fn wire_round_trip([since, until] in two_periods(), a in $values, b in $values, relative in any::<RelativeChange>()) {
                    let between = change::<$type>(&$indicator, (since, a), (until, b));
                    prop_assert_eq!(over_the_wire(&between), between);
                    let relative = Change::<$type>::relative_only(&$indicator, since, until, relative).unwrap();
                    prop_assert_eq!(over_the_wire(&relative), relative);
                }

                /// A change goes forward in time and between periods of one kind, or is refused.
                #[test]
                fn time_goes_forward(since in any::<Period>(), until in any::<Period>(), a in $values, relative in any::<RelativeChange>()) {
                    let forward = since.kind() == until.kind() && since.end() < until.end();
                    prop_assert_eq!(Change::<$type>::between(&$indicator, (since, a), (until, a)).is_ok(), forward);
                    prop_assert_eq!(Change::<$type>::relative_only(&$indicator, since, until, relative).is_ok(), forward);
                }
            }
        }
    )+ };
}

change_laws! {
    percent_figure: Figure<Percent>, percent_figures(), indicator(Unit::PerCent, Polarity::LowerIsBetter);
    headcount_figure: Figure<Headcount>, figures::<Headcount>(), indicator(Unit::Headcount, Polarity::HigherIsBetter);
    exact_fte: Fte, values::<Fte>(), indicator(Unit::Fte, Polarity::HigherIsBetter);
    exact_caseload: Caseload, values::<Caseload>(), indicator(Unit::CasesPerFte, Polarity::LowerIsBetter);
    exact_cases: Cases, values::<Cases>(), indicator(Unit::Cases, Polarity::LowerIsBetter);
    reported_days: Reported<Days>, any::<Reported<Days>>(), indicator(Unit::Days, Polarity::LowerIsBetter);
    vacancy_rate: VacancyRate, vacancy_rates(), official::VACANCY_RATE_FTE;
    reported_rate: Reported<VacancyRate>, any::<Reported<VacancyRate>>(), official::VACANCY_RATE_FTE;
}

/// The laws of changes between exact quantities; the last place that one keeps is given in millionths.
macro_rules! exact_laws {
    ($($module:ident: $type:ident, $unit:ident, last place: $last:literal;)+) => { $(
        mod $module {
            use super::*;

            proptest! {
                #![proptest_config(config())]

                /// From a to b and on to c is from a to c.
                #[test]
                fn absolute_is_transitive(
                    [first, second, third] in three_periods(),
                    (a, b, c) in (values::<$type>(), values::<$type>(), values::<$type>()),
                ) {
                    let indicator = indicator(Unit::$unit, Polarity::Neutral);
                    let absolute = |earlier: (Period, $type), later| change(&indicator, earlier, later).absolute_rounded(6).unwrap().value();
                    let (there, on) = (absolute((first, a), (second, b)), absolute((second, b), (third, c)));
                    prop_assert_eq!(there + on, absolute((first, a), (third, c)));
                }

                /// The relative change of the earlier number is the difference, but for the one rounding: by
                /// at most half of its last place of per cent of the earlier number.
                #[test]
                fn relative_of_the_earlier_is_the_difference(
                    [since, until] in two_periods(), a in values::<$type>(), b in values::<$type>(), dp in 0..=6_u32,
                ) {
                    let change = change(&indicator(Unit::$unit, Polarity::Neutral), (since, a), (until, b));
                    let absolute = millionths(change.absolute_rounded(6).unwrap().value());
                    let earlier = millionths(a.value());
                    match change.relative_rounded(dp) {
                        Some(relative) => {
                            let off = millionths(relative.value()) * earlier - absolute * 100_000_000;
                            prop_assert!(2 * off.abs() <= earlier * 10_i128.pow(6 - dp));
                            prop_assert_eq!(millionths(relative.value()) % 10_i128.pow(6 - dp), 0);
                        }
                        None => prop_assert!(earlier == 0 || absolute / earlier >= 1_000_000_000_000_000_000 - 1),
                    }
                }

                /// A change stated only as what it was relatively leads from the earlier number to the later,
                /// but for the roundings of both.
                #[test]
                fn relative_only_leads_there([since, until] in two_periods(), a in values::<$type>(), b in values::<$type>()) {
                    let indicator = indicator(Unit::$unit, Polarity::HigherIsBetter);
                    let between = change(&indicator, (since, a), (until, b));
                    if let Some(relative) = between.relative_rounded(6) {
                        let alone = Change::<$type>::relative_only(&indicator, since, until, relative).unwrap();
                        // Half a millionth of a per cent of the earlier number, and half of the last place.
                        let slack = millionths(a.value()) / 200_000_000 + $last / 2 + 1;
                        match alone.apply_to_rounded(a, 6).unwrap() {
                            Ok(there) => prop_assert!((millionths(there.value()) - millionths(b.value())).abs() <= slack),
                            Err(_) => prop_assert!(millionths($type::MAX.value()) - millionths(b.value()) <= slack),
                        }
                    }
                }

                /// Between exact numbers the verdict is their order, seen by the polarity; it is never in doubt.
                #[test]
                fn verdict_is_the_order([since, until] in two_periods(), a in values::<$type>(), b in values::<$type>()) {
                    let verdict = |polarity| change(&indicator(Unit::$unit, polarity), (since, a), (until, b)).verdict();
                    let expected = match b.value().cmp(&a.value()) {
                        std::cmp::Ordering::Less => [Verdict::Improved, Verdict::Worsened, Verdict::Changed],
                        std::cmp::Ordering::Equal => [Verdict::Unchanged; 3],
                        std::cmp::Ordering::Greater => [Verdict::Worsened, Verdict::Improved, Verdict::Changed],
                    };
                    let polarities = [Polarity::LowerIsBetter, Polarity::HigherIsBetter, Polarity::Neutral];
                    prop_assert_eq!(polarities.map(verdict), expected);
                }

                /// A relative-only change has no ends, is judged by its sign, is rounded only on the way out, and
                /// is applied as the relative change itself is.
                #[test]
                fn relative_only(
                    [since, until] in two_periods(),
                    relative in any::<RelativeChange>(),
                    baseline in values::<$type>(),
                    dp in 0..=6_u32,
                    polarity in any::<Polarity>(),
                ) {
                    let indicator = indicator(Unit::$unit, polarity);
                    let change = Change::<$type>::relative_only(&indicator, since, until, relative).unwrap();
                    prop_assert_eq!((change.since(), change.until()), (since, until));
                    prop_assert_eq!((change.earlier(), change.later(), change.absolute_rounded(dp)), (None, None, None));
                    prop_assert_eq!(change.apply_to_rounded(baseline, dp), Some(relative.apply_to_rounded(baseline, dp)));
                    let rounded = relative.value().round_dp_with_strategy(dp, RoundingStrategy::MidpointAwayFromZero);
                    prop_assert_eq!(change.relative_rounded(dp).map(RelativeChange::value), Some(rounded));
                    let better = match polarity {
                        Polarity::LowerIsBetter => relative < RelativeChange::ZERO,
                        _ => relative > RelativeChange::ZERO,
                    };
                    let expected = match (relative == RelativeChange::ZERO, polarity, better) {
                        (true, ..) => Verdict::Unchanged,
                        (_, Polarity::Neutral, _) => Verdict::Changed,
                        (_, _, true) => Verdict::Improved,
                        (_, _, false) => Verdict::Worsened,
                    };
                    prop_assert_eq!(change.verdict(), expected);
                }
            }
        }
    )+ };
}

exact_laws! {
    percent: Percent, PerCent, last place: 1;
    fte: Fte, Fte, last place: 1;
    headcount: Headcount, Headcount, last place: 1_000_000;
    cases: Cases, Cases, last place: 1_000_000;
    caseload: Caseload, CasesPerFte, last place: 1;
    days: Days, Days, last place: 1;
}

/// The first and the last point of an interval on a scale of half steps: a number of `step` millionths
/// has the place 2n, what lies between it and the next has 2n + 1.
fn span(bounds: Bounds<impl Quantity>, place: impl Fn(String) -> i128) -> (i128, i128) {
    let lower = match bounds.lower() {
        Bound::Included(value) => place(value.to_string()),
        Bound::Excluded(value) => place(value.to_string()) + 1,
        Bound::Unbounded => i128::MIN,
    };
    let upper = match bounds.upper() {
        Bound::Included(value) => place(value.to_string()),
        Bound::Excluded(value) => place(value.to_string()) - 1,
        Bound::Unbounded => i128::MAX,
    };
    (lower, upper)
}

/// The verdict, where higher is better, on what lies somewhere in one span and then somewhere in another.
fn verdict_of(earlier: Option<(i128, i128)>, later: Option<(i128, i128)>) -> Verdict {
    match (earlier, later) {
        (Some(was), Some(is)) if is.0 > was.1 => Verdict::Improved,
        (Some(was), Some(is)) if is.1 < was.0 => Verdict::Worsened,
        (Some(was), Some(is)) if was == is && was.0 == was.1 => Verdict::Unchanged,
        _ => Verdict::CannotTell,
    }
}

proptest! {
    #![proptest_config(config())]

    /// Figures in per cent: it cannot be told exactly when their bounds overlap (or one has no value), and
    /// nothing changed exactly when both are one and the same point.
    #[test]
    fn percent_verdict_by_bounds([since, until] in two_periods(), a in percent_figures(), b in percent_figures()) {
        // Between two millionths of a per cent there are more rates, so each has a place of its own between.
        let place = |text: String| 2 * millionths(read::<Percent>(text).value());
        let span = |figure: Figure<Percent>| figure.bounds().map(|bounds| span(bounds, place));
        let verdict = change(&indicator(Unit::PerCent, Polarity::HigherIsBetter), (since, a), (until, b)).verdict();
        prop_assert_eq!(verdict, verdict_of(span(a), span(b)), "{} to {}", a, b);
    }

    /// Figures of people: the same, where only whole numbers of people are values: "over 38" is 39 or more
    /// and "under 39" is 38 or less, so that is a fall.
    #[test]
    fn headcount_verdict_by_whole_people([since, until] in two_periods(), a in figures::<Headcount>(), b in figures::<Headcount>()) {
        let place = |text: String| read::<i128>(text);
        let span = |figure: Figure<Headcount>| figure.bounds().map(|bounds| span(bounds, place));
        let verdict = change(&indicator(Unit::Headcount, Polarity::HigherIsBetter), (since, a), (until, b)).verdict();
        prop_assert_eq!(verdict, verdict_of(span(a), span(b)), "{} to {}", a, b);
    }

    /// Vacancy rates are judged by their counts, not as rounded, and are never in doubt.
    #[test]
    fn rate_verdict_by_counts([since, until] in two_periods(), a in vacancy_rates(), b in vacancy_rates()) {
        // A larger share is vacant exactly when there are more vacancies to each in post.
        let (was, is) = (a, b);
        let counts = |rate: VacancyRate| (millionths(rate.vacancy_fte().value()), millionths(rate.inpost_fte().value()));
        let (was, is) = (counts(was), counts(is));
        let expected = match (is.0 * was.1).cmp(&(was.0 * is.1)) {
            std::cmp::Ordering::Less => Verdict::Improved,
            std::cmp::Ordering::Equal => Verdict::Unchanged,
            std::cmp::Ordering::Greater => Verdict::Worsened,
        };
        prop_assert_eq!(change(&official::VACANCY_RATE_FTE, (since, a), (until, b)).verdict(), expected);
    }

    /// The polarity turns better into worse; where neither is better, what moved has changed; what did not
    /// move, or cannot be told, is so by any polarity.
    #[test]
    fn verdict_flips_with_polarity([since, until] in two_periods(), a in percent_figures(), b in percent_figures()) {
        let verdict = |polarity| change(&indicator(Unit::PerCent, polarity), (since, a), (until, b)).verdict();
        let (lower, higher, neutral) =
            (verdict(Polarity::LowerIsBetter), verdict(Polarity::HigherIsBetter), verdict(Polarity::Neutral));
        prop_assert_eq!(lower, mirrored(higher));
        let moved = matches!(higher, Verdict::Improved | Verdict::Worsened);
        prop_assert_eq!(neutral, if moved { Verdict::Changed } else { higher });
    }

    /// A figure that states no number has no difference and no relative change.
    #[test]
    fn only_stated_numbers_are_subtracted([since, until] in two_periods(), a in percent_figures(), b in percent_figures()) {
        let change = change(&indicator(Unit::PerCent, Polarity::Neutral), (since, a), (until, b));
        let expected = a.stated().zip(b.stated()).map(|(a, b)| b.value() - a.value());
        prop_assert_eq!(change.absolute_rounded(6).map(PercentagePoints::value), expected);
        prop_assert!(expected.is_some() || change.relative_rounded(6).is_none());
    }

    /// The difference of what is printed lies within the bounds of the true difference.
    #[test]
    fn difference_within_its_bounds([since, until] in two_periods(), a in percent_figures(), b in percent_figures()) {
        use std::ops::RangeBounds;
        let change = change(&indicator(Unit::PerCent, Polarity::Neutral), (since, a), (until, b));
        let bounds = change.absolute_bounds();
        prop_assert_eq!(bounds.is_some(), a.bounds().is_some() && b.bounds().is_some());
        let inside = change.absolute_rounded(6).zip(bounds).map(|(absolute, bounds)| bounds.contains(&absolute));
        prop_assert_ne!(inside, Some(false));
    }

    /// The texts of a summary read back as the figures and the numbers rounded. A change that would print
    /// as 0 and is not 0 shows itself at the first further place that tells.
    #[test]
    fn summary_reads_back(
        [since, until] in two_periods(), a in percent_figures(), b in percent_figures(), dp in 0..=5_u32,
    ) {
        let indicator = indicator(Unit::PerCent, Polarity::LowerIsBetter).with_decimal_places(dp).unwrap();
        let change = change(&indicator, (since, a), (until, b));
        let summary = change.summary();
        prop_assert_eq!(summary.earlier.map(read), Some(a));
        prop_assert_eq!(summary.later.map(read), Some(b));
        let nothing = |number: Decimal| number.is_zero();
        let absolute = |dp| change.absolute_rounded(dp).map(PercentagePoints::value);
        let shown = summary.absolute.map(read::<Decimal>);
        prop_assert_eq!(shown.is_some_and(nothing), absolute(6).is_some_and(nothing));
        prop_assert!((dp..=6).any(|dp| shown == absolute(dp)));
        prop_assert!(absolute(dp).is_none_or(nothing) || shown == absolute(dp));
        let relative = |dp| change.relative_rounded(dp).map(RelativeChange::value);
        let shown = summary.relative.map(read::<Decimal>);
        prop_assert_eq!(shown.is_some_and(nothing), relative(6).is_some_and(nothing));
        prop_assert!((1..=6).any(|dp| shown == relative(dp)));
        prop_assert!(relative(1).is_none_or(nothing) || shown == relative(1));
        let reason = summary.doubt.map_or_else(String::new, |doubt| format!(": {doubt}"));
        let ending = format!("{}{reason}", summary.verdict);
        prop_assert!(change.to_string().ends_with(&ending));
    }

    /// Shares differ by what both their figures and their whole allow: the ends of a figure that lie within
    /// 100% count, those beyond do not.
    #[test]
    fn shares_differ_within_their_whole([since, until] in two_periods(), a in share_figures(), b in share_figures()) {
        use std::ops::Bound;
        let indicator = indicator(Unit::PerCent, Polarity::Neutral).share().unwrap();
        let bounds = change(&indicator, (since, a), (until, b)).absolute_bounds().unwrap();
        let ends = |figure: Figure<Percent>| {
            let bounds = figure.bounds().unwrap();
            let upper = match bounds.upper() {
                Bound::Included(upper) | Bound::Excluded(upper) if upper <= Percent::HUNDRED => bounds.upper(),
                _ => Bound::Included(Percent::HUNDRED),
            };
            (bounds.lower(), upper)
        };
        let difference = |to: Bound<Percent>, from: Bound<Percent>| match (to, from) {
            (Bound::Included(to), Bound::Included(from)) => Bound::Included(to.change_since(from)),
            (Bound::Included(to) | Bound::Excluded(to), Bound::Included(from) | Bound::Excluded(from)) => {
                Bound::Excluded(to.change_since(from))
            }
            _ => Bound::Unbounded,
        };
        let ((low_was, high_was), (low_is, high_is)) = (ends(a), ends(b));
        prop_assert_eq!(bounds.lower(), difference(low_is, high_was));
        prop_assert_eq!(bounds.upper(), difference(high_is, low_was));
    }

    /// There is a doubt exactly where the verdict cannot be told, and it says which kind of figure it is for.
    #[test]
    fn doubt_says_why([since, until] in two_periods(), a in percent_figures(), b in percent_figures()) {
        let change = change(&indicator(Unit::PerCent, Polarity::HigherIsBetter), (since, a), (until, b));
        let either = |kind: fn(Figure<Percent>) -> bool| kind(a) || kind(b);
        let expected = if either(|figure| figure.symbol().is_some_and(|symbol| symbol != Symbol::Low)) {
            Doubt::MissingFigure
        } else if either(|figure| figure.stated().is_none()) {
            Doubt::VagueFigure
        } else {
            Doubt::WithinRounding
        };
        let told = change.verdict() != Verdict::CannotTell;
        prop_assert_eq!(change.doubt(), (!told).then_some(expected));
    }
}

// --- series -------------------------------------------------------------------------------------------

/// The laws of series of one kind of value.
macro_rules! series_laws {
    ($($module:ident: $type:ty, $values:expr, $indicator:expr;)+) => { $(
        mod $module {
            use super::*;

            #[track_caller]
            fn series(observed: &[(Period, $type)]) -> Series<$type> {
                Series::new(&$indicator, observed.iter().copied()).unwrap()
            }

            proptest! {
                #![proptest_config(config())]

                /// Whatever order the observations come in, the series is the same and in order of time.
                #[test]
                fn input_order_is_irrelevant(
                    (observed, shuffled) in observed($values).prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
                ) {
                    let made = series(&observed);
                    prop_assert_eq!(&made, &series(&shuffled));
                    prop_assert_eq!(made.observations().len(), observed.len());
                    prop_assert!(made.observations().windows(2).all(|pair| pair[0].period().end() < pair[1].period().end()));
                    for (period, value) in &observed {
                        prop_assert_eq!(made.get(*period), Some(value));
                    }
                    prop_assert_eq!(made.earliest().map(Observation::period), observed.iter().map(|seen| seen.0).min());
                    prop_assert_eq!(made.latest().map(Observation::period), observed.iter().map(|seen| seen.0).max());
                }

                /// There is one change fewer than observations, each beginning where the one before ends.
                #[test]
                fn changes_are_a_chain(observed in observed($values)) {
                    let series = series(&observed);
                    let changes: Vec<_> = series.changes().collect();
                    prop_assert_eq!(changes.len(), observed.len().saturating_sub(1));
                    for (change, pair) in changes.iter().zip(series.observations().windows(2)) {
                        prop_assert_eq!((change.since(), change.earlier()), (pair[0].period(), Some(pair[0].value())));
                        prop_assert_eq!((change.until(), change.later()), (pair[1].period(), Some(pair[1].value())));
                        prop_assert_eq!(change.indicator(), series.indicator());
                    }
                }

                /// The change since a period is the change between its observation and the latest; the changes
                /// since it lead to each later one.
                #[test]
                fn change_since_is_between(observed in observed($values), absent in any::<Period>()) {
                    let series = series(&observed);
                    let between = |earlier: &Observation<$type>, later: &Observation<$type>| {
                        Change::between(&$indicator, earlier.clone(), later.clone()).unwrap()
                    };
                    for (index, earlier) in series.observations().iter().enumerate() {
                        let expected: Vec<_> =
                            series.observations()[index + 1..].iter().map(|later| between(earlier, later)).collect();
                        prop_assert_eq!(series.change_since(earlier.period()), expected.last().cloned());
                        prop_assert_eq!(series.changes_since(earlier.period()).collect::<Vec<_>>(), expected);
                    }
                    if series.get(absent).is_none() {
                        prop_assert_eq!(series.change_since(absent), None);
                        prop_assert_eq!(series.changes_since(absent).count(), 0);
                    }
                }

                /// A period given twice is refused, wherever it stands and whatever is observed.
                #[test]
                fn duplicates_are_refused(
                    observed in observed($values).prop_filter("one to double", |all| !all.is_empty()),
                    which in any::<Index>(), place in any::<Index>(), value in $values,
                ) {
                    let mut twice = observed.clone();
                    twice.insert(place.index(observed.len() + 1), (which.get(&observed).0, value));
                    let error = Series::<$type>::new(&$indicator, twice).unwrap_err();
                    let expected = format!("two observations of {}", which.get(&observed).0);
                    prop_assert!(error.to_string().ends_with(&expected), "{error}");
                }

                /// Periods of two kinds are refused, wherever the odd one stands.
                #[test]
                fn mixed_kinds_are_refused(
                    observed in observed($values).prop_filter("one to differ from", |all| !all.is_empty()),
                    other in any::<Period>(), place in any::<Index>(), value in $values,
                ) {
                    let mut mixed = observed.clone();
                    mixed.insert(place.index(observed.len() + 1), (other, value));
                    if other.kind() != observed[0].0.kind() {
                        prop_assert!(Series::<$type>::new(&$indicator, mixed).is_err());
                    }
                }

                /// A series is the same after the wire, with the very observations.
                #[test]
                fn wire_round_trip(observed in observed($values)) {
                    let series = series(&observed);
                    let back = over_the_wire(&series);
                    prop_assert_eq!(&back, &series);
                    prop_assert_eq!(format!("{back:?}"), format!("{series:?}"));
                }
            }
        }
    )+ };
}

series_laws! {
    series_of_percent_figures: Figure<Percent>, percent_figures(), indicator(Unit::PerCent, Polarity::LowerIsBetter);
    series_of_exact_fte: Fte, values::<Fte>(), indicator(Unit::Fte, Polarity::Neutral);
    series_of_cases: Cases, values::<Cases>(), official::CASES;
    series_of_vacancy_rates: VacancyRate, vacancy_rates(), official::VACANCY_RATE_FTE;
    series_of_reported_headcounts: Reported<Headcount>, any::<Reported<Headcount>>(), official::LEAVERS_HEADCOUNT;
    series_of_reported_rates: Reported<VacancyRate>, any::<Reported<VacancyRate>>(), official::VACANCY_RATE_FTE;
}

proptest! {
    #![proptest_config(config())]

    /// No series, and no change, is in another unit than its indicator.
    #[test]
    fn units_must_agree(unit in any::<Unit>(), polarity in any::<Polarity>(), [since, until] in two_periods()) {
        let indicator = indicator(unit, polarity);
        let change = |relative| Change::<Figure<Days>>::relative_only(&indicator, since, until, relative).is_ok();
        prop_assert_eq!(Series::<Percent>::new(&indicator, [(since, Percent::ZERO)]).is_ok(), unit == Unit::PerCent);
        prop_assert_eq!(Series::<Figure<Fte>>::new(&indicator, [(since, Fte::ZERO.into())]).is_ok(), unit == Unit::Fte);
        prop_assert_eq!(change(RelativeChange::ZERO), unit == Unit::Days);
    }

    /// A share is refused exactly where the figure leaves no value up to 100%, or is around more.
    #[test]
    fn shares_stay_within_the_whole(
        period in any::<Period>(),
        value in prop_oneof![any::<Percent>(), (98..=102_u32).prop_map(read), (998..=1002_i64).prop_map(|n| read(Decimal::new(n, 1)))],
        dp in 0..=3_u32,
        qualifier in any::<Qualifier>(),
        kind in any::<Index>(),
    ) {
        let cut = read(value.value().round_dp_with_strategy(dp, RoundingStrategy::ToZero));
        let limit = Figure::qualified(qualifier, value).unwrap_or(Figure::Exact(value));
        let figure = [Figure::Exact(value), Figure::rounded(cut, dp).unwrap(), limit][kind.index(3)];
        let share = indicator(Unit::PerCent, Polarity::LowerIsBetter).share().unwrap();
        let around_more = figure == limit && qualifier == Qualifier::About && value > Percent::HUNDRED;
        let lowest = span(figure.bounds().unwrap(), |text| 2 * millionths(read::<Percent>(text).value())).0;
        let refused = lowest > 2 * 100_000_000 || around_more;
        prop_assert_eq!(Series::new(&share, [(period, figure)]).is_err(), refused, "{}", figure);
    }
}

// --- indicators and scorecards ------------------------------------------------------------------------

/// A series of one unit under a code of its own.
macro_rules! any_series {
    ($code:literal, $type:ident, $unit:ident) => {
        (observed(figures::<$type>()), any::<Polarity>(), "\\PC{0,20}[A-Z]").prop_map(
            |(observed, polarity, title)| {
                let indicator = Indicator::new($code, title, Unit::$unit, polarity).unwrap();
                AnySeries::from(Series::<Figure<$type>>::new(&indicator, observed).unwrap())
            },
        )
    };
}

/// Some series of all units, in no order, each under a code of its own.
fn many_series() -> impl Strategy<Value = Vec<AnySeries>> {
    let all = (
        option::of(any_series!("x_percent", Percent, PerCent)),
        option::of(any_series!("x_fte", Fte, Fte)),
        option::of(any_series!("x_headcount", Headcount, Headcount)),
        option::of(any_series!("x_cases", Cases, Cases)),
        option::of(any_series!("x_caseload", Caseload, CasesPerFte)),
        option::of(any_series!("x_days", Days, Days)),
    );
    all.prop_map(|(a, b, c, d, e, f)| [a, b, c, d, e, f].into_iter().flatten().collect::<Vec<_>>())
        .prop_shuffle()
}

proptest! {
    #![proptest_config(config())]

    /// An indicator of a user's own is the same after the wire, a share or not.
    #[test]
    fn own_indicator_round_trip(indicator in own_indicators(any::<Unit>())) {
        prop_assert_eq!(&over_the_wire(&indicator), &indicator);
        if let Ok(share) = indicator.share() {
            prop_assert_eq!(share.unit(), Unit::PerCent);
            prop_assert_eq!(over_the_wire(&share), share);
        }
    }

    /// An official indicator is its code on the wire; its code cannot be defined anew.
    #[test]
    fn official_indicator_round_trip(which in select([official::ALL.as_slice(), &convention::ALL].concat()), unit in any::<Unit>(), polarity in any::<Polarity>()) {
        prop_assert_eq!(serde_json::to_value(which).unwrap(), which.code());
        prop_assert_eq!(&over_the_wire(which), which);
        prop_assert!(Indicator::new(which.code(), "Mine", unit, polarity).is_err());
    }

    /// A code is accepted exactly when it is 1 to 64 small letters, digits and underscores, a letter first.
    #[test]
    fn indicator_codes(code in prop_oneof!["\\PC{0,4}", "[a-z0-9_]{0,3}", "[a-z][a-z0-9_]{61,66}", "[a-z_]{1,3}[A-Z é-]"]) {
        let first = code.chars().next().is_some_and(|first| first.is_ascii_lowercase());
        let rest = code.chars().all(|one| "abcdefghijklmnopqrstuvwxyz0123456789_".contains(one));
        let expected = first && rest && code.chars().count() <= 64;
        prop_assert_eq!(Indicator::new(code, "Title", Unit::Fte, Polarity::Neutral).is_ok(), expected);
    }

    /// A scorecard is the same after the wire, with its series in the order given.
    #[test]
    fn scorecard_round_trip(title in "\\PC{0,20}", series in many_series()) {
        let card = Scorecard::new(title.as_str(), series.clone()).unwrap();
        prop_assert_eq!(over_the_wire(&card), card.clone());
        prop_assert_eq!(card.title(), title);
        prop_assert_eq!(card.series(), &series[..]);
        for one in &series {
            prop_assert_eq!(card.get(one.indicator().code()), Some(one));
            prop_assert_eq!(one.changes().len(), one.figures().len().saturating_sub(1));
        }
    }

    /// Two series of one indicator are refused wherever they stand.
    #[test]
    fn scorecard_refuses_two_of_one(series in many_series(), which in any::<Index>(), place in any::<Index>()) {
        let codes: BTreeSet<_> = series.iter().map(|one| one.indicator().code().to_owned()).collect();
        prop_assert_eq!(codes.len(), series.len());
        if !series.is_empty() {
            let mut twice = series.clone();
            let again = which.get(&series).clone();
            twice.insert(place.index(series.len() + 1), again.clone());
            let error = Scorecard::new("", twice).unwrap_err();
            prop_assert_eq!(error.code(), again.indicator().code());
        }
    }
}
