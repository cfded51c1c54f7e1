//! Laws of series: observations in order, and the changes between them.

use crate::{config, exact::*, observations::*, over_the_wire};
use childrens_services::{
    Change, Figure, Indicator, Observation, Observed, Percent, Period, PeriodKind, Polarity, Qualifier,
    Quantity, Rate, Series, Unit,
    chrono::{Datelike, Days, NaiveDate},
    kpi::catalogue,
    rust_decimal::{Decimal, RoundingStrategy},
};
use proptest::{collection::vec, prelude::*, sample::Index, test_runner::TestCaseResult};

/// An indicator with what was observed of it in different periods of one kind, in no order.
#[derive(Debug, Clone)]
struct Seen {
    indicator: Indicator,
    observed: Vec<(Period, Observed)>,
    /// One value more.
    another: Observed,
}

impl Seen {
    #[track_caller]
    fn series(&self) -> Series {
        Series::new(&self.indicator, self.observed.clone()).unwrap()
    }

    /// The same with one more observation at a place.
    fn with(&self, period: Period, place: Index) -> Vec<(Period, Observed)> {
        let mut more = self.observed.clone();
        more.insert(place.index(more.len() + 1), (period, self.another.clone()));
        more
    }

    /// The change between two observations, made without the series.
    #[track_caller]
    fn change(&self, earlier: &Observation, later: &Observation) -> Change {
        let given = |seen: &Observation| (seen.period(), seen.value().clone());
        Change::between(&self.indicator, given(earlier), given(later)).unwrap()
    }
}

fn seen_in(
    periods: impl Strategy<Value = Vec<Period>> + Clone + 'static,
    indicators: BoxedStrategy<Indicator>,
    values: fn(&Indicator) -> BoxedStrategy<Observed>,
) -> impl Strategy<Value = Seen> {
    indicators.prop_flat_map(move |indicator| {
        (periods.clone(), vec(values(&indicator), 8), values(&indicator)).prop_map(
            move |(periods, values, another)| {
                let observed = periods.into_iter().zip(values).collect();
                Seen { indicator: indicator.clone(), observed, another }
            },
        )
    })
}

/// Periods of which many lie a year apart: one, and some of those before it.
fn a_year_apart() -> impl Strategy<Value = Vec<Period>> + Clone {
    (any::<Period>(), vec(0..4_u8, 0..8))
        .prop_map(|(last, steps)| {
            let year_before = Period::year_before;
            let mut periods = vec![last];
            for step in steps {
                let from = periods[periods.len() / 2];
                let before = match step {
                    0 => from.previous(),
                    1 => from.next(),
                    _ => year_before(from),
                };
                periods.extend(before.filter(|before| !periods.contains(before)));
            }
            periods.truncate(8);
            periods
        })
        .boxed()
}

/// Whether two periods are the same of two years, one after the other; the day before 1 March is the same
/// of each year.
fn is_year_before(earlier: Period, later: Period) -> bool {
    let place =
        |day: NaiveDate| (day.month(), if (day.month(), day.day()) == (2, 29) { 28 } else { day.day() });
    earlier.kind() == later.kind()
        && earlier.end().year() + 1 == later.end().year()
        && place(earlier.end()) == place(later.end())
        && (earlier.end().day() != 29 || earlier.end().month() != 2 || earlier.kind() != PeriodKind::Day)
}

/// Whatever order the observations come in, the series is the same and in order of time.
fn input_order_is_irrelevant((seen, shuffled): (Seen, Vec<(Period, Observed)>)) -> TestCaseResult {
    let made = seen.series();
    prop_assert_eq!(&made, &Series::new(&seen.indicator, shuffled).unwrap());
    prop_assert_eq!(made.indicator(), &seen.indicator);
    prop_assert_eq!(made.observations().len(), seen.observed.len());
    prop_assert!(made.observations().windows(2).all(|pair| pair[0].period().end() < pair[1].period().end()));
    for (period, value) in &seen.observed {
        prop_assert_eq!(made.get(*period), Some(value));
    }
    let periods = || seen.observed.iter().map(|seen| seen.0);
    prop_assert_eq!(made.earliest().map(Observation::period), periods().min());
    prop_assert_eq!(made.latest().map(Observation::period), periods().max());
    prop_assert!(made.iter().eq(made.observations()));
    Ok(())
}

/// There is one change fewer than observations, each beginning where the one before ends; the last
/// of them is the latest.
fn changes_are_a_chain(seen: Seen) -> TestCaseResult {
    let series = seen.series();
    let changes: Vec<_> = series.changes().collect();
    prop_assert_eq!(changes.len(), seen.observed.len().saturating_sub(1));
    for (change, pair) in changes.iter().zip(series.observations().windows(2)) {
        prop_assert_eq!((change.since(), change.earlier()), (pair[0].period(), Some(pair[0].value())));
        prop_assert_eq!((change.until(), change.later()), (pair[1].period(), Some(pair[1].value())));
        prop_assert_eq!(change.indicator(), series.indicator());
        prop_assert_eq!(change, &seen.change(&pair[0], &pair[1]));
    }
    prop_assert_eq!(series.latest_change(), changes.last().cloned());
    Ok(())
}

/// The change since a period is the change between its observation and the latest; the changes
/// since it lead to each later one.
fn change_since_is_between(seen: Seen, absent: Period) -> TestCaseResult {
    let series = seen.series();
    for (index, earlier) in series.observations().iter().enumerate() {
        let later = &series.observations()[index + 1..];
        let expected: Vec<_> = later.iter().map(|later| seen.change(earlier, later)).collect();
        prop_assert_eq!(series.change_since(earlier.period()), expected.last().cloned());
        prop_assert_eq!(series.changes_since(earlier.period()).collect::<Vec<_>>(), expected);
    }
    if series.get(absent).is_none() {
        prop_assert_eq!(series.change_since(absent), None);
        prop_assert_eq!(series.changes_since(absent).count(), 0);
    }
    let before_the_latest = series.observations().iter().rev().nth(1).map(Observation::period);
    let since = before_the_latest.and_then(|period| series.change_since(period));
    prop_assert_eq!(series.latest_change(), since);
    Ok(())
}

/// The change between two periods goes forward between observations; from the first to the last it
/// is the change since the first.
fn change_between_goes_forward(seen: Seen, absent: Period) -> TestCaseResult {
    let series = seen.series();
    for (first, earlier) in series.iter().enumerate() {
        for (second, later) in series.iter().enumerate() {
            let expected = (first < second).then(|| seen.change(earlier, later));
            prop_assert_eq!(series.change_between(earlier.period(), later.period()), expected);
        }
        if series.get(absent).is_none() {
            prop_assert_eq!(series.change_between(absent, earlier.period()), None);
            prop_assert_eq!(series.change_between(earlier.period(), absent), None);
        }
    }
    if let Some((first, last)) = series.earliest().zip(series.latest()) {
        let between = series.change_between(first.period(), last.period());
        prop_assert_eq!(between, series.change_since(first.period()));
    }
    Ok(())
}

/// The change on the year leads from the same period of the year before to the latest.
fn change_on_year_spans_one(seen: Seen) -> TestCaseResult {
    let series = seen.series();
    let latest = series.latest().unwrap();
    let before = series.iter().find(|earlier| is_year_before(earlier.period(), latest.period()));
    prop_assert_eq!(series.change_on_year(), before.map(|before| seen.change(before, latest)));
    let since = before.and_then(|before| series.change_since(before.period()));
    prop_assert_eq!(series.change_on_year(), since);
    Ok(())
}

/// Known on a day is what had ended by then, with its changes; nothing before the first period
/// ended, all since the last did.
fn known_on_a_day_is_what_had_ended(seen: Seen, which: Index, off: u64) -> TestCaseResult {
    let series = seen.series();
    for observation in series.iter() {
        let day = observation.period().end() - Days::new(1) + Days::new(off);
        let known = series.known_on(day);
        let expected = seen.observed.iter().filter(|seen| seen.0.end() <= day).cloned();
        prop_assert_eq!(&known, &Series::new(&seen.indicator, expected).unwrap());
        prop_assert_eq!(known.known_on(day), known.clone());
        prop_assert!(known.changes().eq(series.changes().take(known.changes().count())));
    }
    if !seen.observed.is_empty() {
        let (first, last) = (series.earliest().unwrap().period(), series.latest().unwrap().period());
        prop_assert!(series.known_on(first.end() - Days::new(1)).observations().is_empty());
        prop_assert_eq!(&series.known_on(last.end()), &series);
        let some = which.get(&seen.observed).0;
        prop_assert_eq!(series.known_on(some.end()).latest().map(Observation::period), Some(some));
    }
    Ok(())
}

/// Texts make the same series: figures as they are printed, rates as their two counts.
fn texts_are_read(seen: Seen) -> TestCaseResult {
    let text = |value: &Observed| match value {
        Observed::Figure(figure) => figure.to_string(),
        Observed::Rate(rate) => rate.quotient(),
    };
    let texts: Vec<_> =
        seen.observed.iter().map(|(period, value)| (period.to_string(), text(value))).collect();
    let read =
        Series::new(&seen.indicator, texts.iter().map(|(period, value)| (period.as_str(), value.as_str())))
            .unwrap();
    prop_assert_eq!(&read, &seen.series());
    prop_assert_eq!(format!("{read:?}"), format!("{:?}", seen.series()));
    Ok(())
}

/// A period given twice is refused, wherever it stands and whatever is observed.
fn duplicates_are_refused(seen: Seen, which: Index, place: Index) -> TestCaseResult {
    let again = which.get(&seen.observed).0;
    let error = Series::new(&seen.indicator, seen.with(again, place)).unwrap_err();
    prop_assert_eq!(error.to_string(), format!("{} has two observations of {again}", seen.indicator.code()));
    Ok(())
}

/// Periods of two kinds are refused, wherever the odd one stands.
fn mixed_kinds_are_refused(seen: Seen, other: Period, place: Index) -> TestCaseResult {
    let mixed = seen.with(other, place);
    if other.kind() != seen.observed[0].0.kind() {
        let error = Series::new(&seen.indicator, mixed).unwrap_err().to_string();
        let beginning = format!("{} has periods of different kinds: ", seen.indicator.code());
        prop_assert!(error.starts_with(&beginning), "{}", error);
        prop_assert!(
            error.contains(&format!("{other} ")) && error.contains(other.kind().label()),
            "{}",
            error
        );
    }
    Ok(())
}

/// A series is the same after the wire, with the very observations.
fn wire_round_trip(seen: Seen) -> TestCaseResult {
    let series = seen.series();
    let back = over_the_wire(&series);
    prop_assert_eq!(&back, &series);
    prop_assert_eq!(format!("{back:?}"), format!("{series:?}"));
    Ok(())
}

/// What was seen, and its observations once more in another order.
fn with_shuffled(seen: Seen) -> impl Strategy<Value = (Seen, Vec<(Period, Observed)>)> {
    let shuffled = Just(seen.observed.clone()).prop_shuffle();
    (Just(seen), shuffled)
}

/// The laws of series of one kind of indicator and observation.
macro_rules! series_laws {
    ($($module:ident: $indicators:expr, $values:expr;)+) => { $(
        mod $module {
            use super::*;

            fn sample() -> impl Strategy<Value = Seen> {
                seen_in(some_periods(0..9).boxed(), $indicators, $values)
            }

            fn filled() -> impl Strategy<Value = Seen> {
                seen_in(some_periods(1..9).boxed(), $indicators, $values)
            }

            proptest! {
                #![proptest_config(config())]

                #[test]
                fn input_order_is_irrelevant(
                    seen in sample().prop_flat_map(with_shuffled),
                ) {
                    super::input_order_is_irrelevant(seen)?;
                }

                #[test]
                fn changes_are_a_chain(seen in sample()) {
                    super::changes_are_a_chain(seen)?;
                }

                #[test]
                fn change_since_is_between(seen in sample(), absent in any::<Period>()) {
                    super::change_since_is_between(seen, absent)?;
                }

                #[test]
                fn change_between_goes_forward(seen in sample(), absent in any::<Period>()) {
                    super::change_between_goes_forward(seen, absent)?;
                }

                #[test]
                fn change_on_year_spans_one(seen in seen_in(a_year_apart(), $indicators, $values)) {
                    super::change_on_year_spans_one(seen)?;
                }

                #[test]
                fn known_on_a_day_is_what_had_ended(
                    seen in sample(), which in any::<Index>(), off in 0..=2_u64,
                ) {
                    super::known_on_a_day_is_what_had_ended(seen, which, off)?;
                }

                #[test]
                fn texts_are_read(seen in sample()) {
                    super::texts_are_read(seen)?;
                }

                #[test]
                fn duplicates_are_refused(
                    seen in filled(), which in any::<Index>(), place in any::<Index>(),
                ) {
                    super::duplicates_are_refused(seen, which, place)?;
                }

                #[test]
                fn mixed_kinds_are_refused(
                    seen in filled(), other in any::<Period>(), place in any::<Index>(),
                ) {
                    super::mixed_kinds_are_refused(seen, other, place)?;
                }

                #[test]
                fn wire_round_trip(seen in sample()) {
                    super::wire_round_trip(seen)?;
                }
            }
        }
    )+ };
}

series_laws! {
    percent_figures: own(vec![Unit::PerCent]), figures_of;
    exact_fte: own(vec![Unit::Fte]), exact_of;
    cases: Just(catalogue::CASES.clone()).boxed(), exact_of;
    vacancy_rates: Just(catalogue::VACANCY_RATE_FTE.clone()).boxed(), rates_of;
    reported_leavers: Just(catalogue::LEAVERS_HEADCOUNT.clone()).boxed(), exact_or_withheld;
    published: published_rates(), rates_or_withheld;
    any_unit: own(Unit::ALL.to_vec()), figures_of;
    rates_beside_figures_of_own: own(divisible()), rates_beside_figures;
}

proptest! {
    #![proptest_config(config())]

    /// Any series that the generator draws is one of figures of its indicator, the same after the wire.
    #[test]
    fn drawn_series(series in any::<Series>()) {
        prop_assert_eq!(&over_the_wire(&series), &series);
        prop_assert!(series.iter().all(|seen| matches!(seen.value(), Observed::Figure(figure)
            if figure.unit().is_none_or(|unit| unit == series.indicator().unit()))));
    }

    /// No series, and no change, is in another unit than its indicator. A symbol has no unit.
    #[test]
    fn units_must_agree(
        indicator in own(Unit::ALL.to_vec()), figure in any::<Figure>(), [since, until] in periods(),
    ) {
        prop_assume!(!indicator.is_share());
        let agrees = figure.unit().is_none_or(|unit| unit == indicator.unit());
        let series = Series::new(&indicator, [(since, figure)]);
        prop_assert_eq!(series.is_ok(), agrees);
        prop_assert_eq!(Change::between(&indicator, (since, figure), (until, figure)).is_ok(), agrees);
        if let (Err(error), Some(given)) = (series, figure.unit()) {
            let expected = format!(
                "x_law is in {}, but the figure of {since} is in {given}: {figure}",
                indicator.unit(),
            );
            prop_assert_eq!(error.to_string(), expected);
        }
    }

    /// No rate is observed of another indicator than its own, be it only of another polarity.
    #[test]
    fn rates_are_of_their_indicator(
        rate in any::<Rate>(),
        other in published_rates(),
        polarity in any::<Polarity>(),
        period in any::<Period>(),
    ) {
        let own = rate.indicator().clone();
        prop_assert_eq!(Series::new(&other, [(period, rate.clone())]).is_ok(), other == own);
        let alike = own_indicator(own.unit(), polarity, own.is_share(), 1);
        let error = Series::new(&alike, [(period, rate.clone())]).unwrap_err();
        prop_assert_eq!(error.to_string(), format!("x_law cannot be observed as {}", own.code()));
        let series = Series::new(&own, [(period, rate.clone())]).unwrap();
        prop_assert_eq!(series.get(period), Some(&Observed::Rate(rate)));
    }

    /// A share is refused exactly where the figure leaves no value up to 100%, or is around more.
    #[test]
    fn shares_stay_within_the_whole(
        period in any::<Period>(),
        value in prop_oneof![
            any::<Percent>().prop_map(Percent::value),
            (98..=102_i64).prop_map(Decimal::from),
            (998..=1002_i64).prop_map(|n| Decimal::new(n, 1)),
        ],
        dp in 0..=3_u32,
        qualifier in any::<Qualifier>(),
        kind in any::<Index>(),
    ) {
        let percent = |value| Quantity::new(Unit::PerCent, value).unwrap();
        let cut = percent(value.round_dp_with_strategy(dp, RoundingStrategy::ToZero));
        let exact = Figure::from(percent(value));
        let limit = Figure::qualified(qualifier, percent(value)).unwrap_or(exact);
        let figure = [exact, Figure::rounded(cut, dp).unwrap(), limit][kind.index(3)];
        let share = indicator(Unit::PerCent, Polarity::LowerIsBetter).share().unwrap();
        let around_more = figure == limit && qualifier == Qualifier::About && value > Decimal::ONE_HUNDRED;
        let unlimited = indicator(Unit::PerCent, Polarity::LowerIsBetter);
        let [lowest, _] = span(&unlimited, &figure.into()).unwrap();
        let refused = lies_above(lowest, end(100 * MILLION, true)) || around_more && figure != exact;
        let series = Series::new(&share, [(period, figure)]);
        prop_assert_eq!(series.is_err(), refused, "{}", figure);
        if let Err(error) = series {
            let expected =
                format!("x_law is a share of a whole and cannot be above 100%, but is {figure} in {period}");
            prop_assert_eq!(error.to_string(), expected);
        }
        // Without a whole any figure is taken.
        prop_assert!(Series::new(&unlimited, [(period, figure)]).is_ok());
    }
}
