//! Laws of every rate: rounding, changes, order and text.

use crate::{config, counts::*};
use childrens_services::{
    Cases, Change, Days, Figure, Fte, Headcount, Indicator, Observed, Period, Polarity, Quantity, Rate,
    RelativeChange, Reported, Series, Snapshot, Unit,
    caseload::StatedTeams,
    kpi::catalogue::{self, *},
    rust_decimal::Decimal,
    workforce::{Count, RATES},
};
use proptest::{prelude::*, test_runner::TestCaseResult};
use rust_decimal_macros::dec;
use std::{
    cmp::Ordering,
    collections::hash_map::DefaultHasher,
    hash::{Hash, Hasher},
};

fn hash_of(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The change between two rates of one indicator.
#[track_caller]
fn change(earlier: &Rate, later: &Rate) -> Change {
    let indicator = earlier.indicator();
    Change::between(indicator, ("2018", earlier.clone()), ("2019", later.clone())).unwrap()
}

/// A rate of a snapshot, and the same worked from its counts by the formula of the specification.
fn of_counts(indicator: &'static Indicator) -> impl Strategy<Value = (Rate, Fraction)> {
    known_snapshots().prop_filter_map("nothing to take a rate of", move |snapshot| {
        let rate = snapshot.rate(indicator).ok()?;
        Some((rate, formula(indicator).ratio(&of_snapshot(&snapshot), snapshot.period)))
    })
}

/// A rate of two counts of some type, and the same worked from them.
fn of_two(
    indicator: Indicator,
    count: impl Strategy<Value = Quantity> + Clone + 'static,
    multiplier: i128,
) -> impl Strategy<Value = (Rate, Fraction)> {
    (count.clone(), count).prop_filter_map("no rate of these counts", move |(one, other)| {
        let (part, whole) = if indicator.is_share() && one > other { (other, one) } else { (one, other) };
        let rate = Rate::new(&indicator, part, whole).ok()?;
        Some((rate, (multiplier * millionths(part.value()), millionths(whole.value()))))
    })
}

fn own(unit: Unit) -> Indicator {
    Indicator::new("x_law", "Law", unit, Polarity::Neutral).unwrap()
}

/// People, few as often as any number of them.
fn people() -> impl Strategy<Value = Quantity> + Clone {
    prop_oneof![any::<Headcount>(), (0..=32_u32).prop_map(Headcount::new)].prop_map(Quantity::from).boxed()
}

/// Full-time equivalents, few as often as any number of them.
fn fte() -> impl Strategy<Value = Quantity> + Clone {
    prop_oneof![any::<Fte>(), (0..=32_u32).prop_map(of)].prop_map(Quantity::from).boxed()
}

/// Numbers, a third of them negative.
fn signed() -> impl Strategy<Value = Quantity> + Clone {
    let number = prop_oneof![-32..=32_i64, -10_000..=100_000_i64];
    number.prop_map(|tenths| Quantity::new(Unit::Number, Decimal::new(tenths, 1)).unwrap()).boxed()
}

fn stated_teams() -> impl Strategy<Value = (Rate, Fraction)> {
    any::<StatedTeams>()
        .prop_map(|stated| (stated.rate().unwrap(), (100 * i128::from(stated.within), stated.teams.into())))
}

/// Rounded, the rate is the long division of its counts, halves away from zero; as a figure with at
/// most five places, and as many as the unit has.
fn rounded_by_long_division((rate, ratio): (Rate, Fraction), dp: u32) -> TestCaseResult {
    prop_assert!(ratio.1 > 0);
    prop_assert_eq!(millionths(rate.value_rounded(dp)), long_division(ratio, dp).unwrap());
    let unit = rate.indicator().unit();
    let places = dp.min(5).min(unit.decimal_places());
    let printed = Quantity::new(unit, rate.value_rounded(places)).unwrap();
    prop_assert_eq!(rate.figure_rounded(dp), Figure::rounded(printed, places).unwrap());
    let own_places = rate.indicator().decimal_places();
    prop_assert_eq!(rate.to_string(), rate.figure_rounded(own_places).to_string());
    Ok(())
}

/// The counts give the rate.
fn counts_are_kept((rate, ratio): (Rate, Fraction)) -> TestCaseResult {
    let kept = (millionths(rate.numerator()), millionths(rate.denominator()));
    let multiplier = match rate.indicator().unit() {
        Unit::PerCent => 100,
        Unit::Per10000 => 10_000,
        _ => 1,
    };
    prop_assert!(kept.1 > 0);
    prop_assert!(compare((multiplier * kept.0, kept.1), ratio).is_eq());
    prop_assert_eq!(rate.quotient(), format!("{} / {}", rate.numerator(), rate.denominator()));
    Ok(())
}

/// The change between two rates is the long division of their exact difference, and minus the
/// change back.
fn change_by_long_division(
    (earlier, (a, b)): (Rate, Fraction),
    (later, (c, d)): (Rate, Fraction),
    dp: u32,
) -> TestCaseResult {
    let by = later.minus_rounded(&earlier, dp).unwrap();
    prop_assert_eq!(millionths(by), long_division((c * b - a * d, b * d), dp).unwrap());
    prop_assert_eq!(Some(-by), earlier.minus_rounded(&later, dp));
    prop_assert_eq!(change(&earlier, &later).absolute_rounded(dp), Some(by));
    Ok(())
}

/// The relative change is the long division of the difference by the earlier rate; none from 0 or
/// less, none to less than 0, and none beyond the range.
fn relative_change_by_long_division(
    (earlier, (a, b)): (Rate, Fraction),
    (later, (c, d)): (Rate, Fraction),
    dp: u32,
) -> TestCaseResult {
    let most = (millionths(RelativeChange::MAX.value()) / 100 / MILLION, 1);
    let exact = (a > 0 && c >= 0).then_some((c * b - a * d, a * d));
    prop_assume!(exact.is_none_or(|exact| compare(exact, most).is_ne()));
    let expected = exact
        .filter(|exact| compare(*exact, most).is_lt())
        .map(|(n, d)| long_division((100 * n, d), dp).unwrap());
    let relative = change(&earlier, &later).relative_rounded(dp);
    prop_assert_eq!(relative.map(millionths), expected);
    Ok(())
}

/// The order is that of the exact ratios, and equal rates hash alike.
fn order_by_continued_fractions((a, of_a): (Rate, Fraction), (b, of_b): (Rate, Fraction)) -> TestCaseResult {
    let expected = compare(of_a, of_b);
    prop_assert_eq!(a.partial_cmp(&b), Some(expected));
    prop_assert_eq!(b.partial_cmp(&a), Some(expected.reverse()));
    prop_assert_eq!(a == b, expected.is_eq());
    prop_assert!(a != b || hash_of(&a) == hash_of(&b));
    Ok(())
}

/// Rounding keeps the order: a rate that is not lower never prints lower.
fn rounding_keeps_the_order((a, _): (Rate, Fraction), (b, _): (Rate, Fraction), dp: u32) -> TestCaseResult {
    let rounded = a.value_rounded(dp).cmp(&b.value_rounded(dp));
    prop_assert!(a == b || Some(rounded) != b.partial_cmp(&a));
    Ok(())
}

/// A rate keeps its very counts in text, on the wire and back.
fn text_round_trip((rate, _): (Rate, Fraction)) -> TestCaseResult {
    let text = rate.quotient();
    for text in [text.clone(), text.replace(' ', ""), format!("  {} ", text.replace(" / ", "  /  "))] {
        let back = Rate::read(rate.indicator(), &text).unwrap();
        prop_assert_eq!(&back, &rate);
        prop_assert_eq!(back.quotient(), rate.quotient());
        prop_assert_eq!(format!("{back:?}"), format!("{rate:?}"));
    }
    prop_assert_eq!(serde_json::to_value(&rate).unwrap(), text);
    let series = Series::new(rate.indicator(), [("2019", rate.clone())]).unwrap();
    let back = crate::over_the_wire(&series);
    prop_assert_eq!(format!("{back:?}"), format!("{series:?}"));
    prop_assert_eq!(back, series);
    Ok(())
}

/// The laws of every rate, each with the same rate worked anew: its numerator over its denominator in its
/// unit.
macro_rules! rate_laws {
    ($($module:ident: $rates:expr;)+) => { $(
        mod $module {
            use super::*;

            fn rates() -> impl Strategy<Value = (Rate, Fraction)> {
                $rates
            }

            proptest! {
                #![proptest_config(config())]

                #[test]
                fn rounded_by_long_division(rate in rates(), dp in 0..=8_u32) {
                    super::rounded_by_long_division(rate, dp)?;
                }

                #[test]
                fn counts_are_kept(rate in rates()) {
                    super::counts_are_kept(rate)?;
                }

                #[test]
                fn change_by_long_division(rate in rates(), other in rates(), dp in 0..=8_u32) {
                    super::change_by_long_division(rate, other, dp)?;
                }

                #[test]
                fn relative_change_by_long_division(rate in rates(), other in rates(), dp in 0..=8_u32) {
                    super::relative_change_by_long_division(rate, other, dp)?;
                }

                #[test]
                fn order_by_continued_fractions(rate in rates(), other in rates()) {
                    super::order_by_continued_fractions(rate, other)?;
                }

                #[test]
                fn rounding_keeps_the_order(rate in rates(), other in rates(), dp in 0..=6_u32) {
                    super::rounding_keeps_the_order(rate, other, dp)?;
                }

                #[test]
                fn text_round_trip(rate in rates()) {
                    super::text_round_trip(rate)?;
                }
            }
        }
    )+ };
}

rate_laws! {
    turnover_fte: of_counts(&TURNOVER_RATE_FTE);
    turnover_headcount: of_counts(&TURNOVER_RATE_HEADCOUNT);
    agency_fte: of_counts(&AGENCY_RATE_FTE);
    agency_headcount: of_counts(&AGENCY_RATE_HEADCOUNT);
    agency_cover: of_counts(&AGENCY_COVER_RATE_FTE);
    vacancy: of_counts(&VACANCY_RATE_FTE);
    vacancy_agency_cover: of_counts(&VACANCY_AGENCY_COVER_RATE_FTE);
    caseload: of_counts(&CASELOAD_FTE);
    sickness_absence: of_counts(&ABSENCE_RATE_FTE);
    uncovered_vacancy: of_counts(&UNCOVERED_VACANCY_RATE_FTE);
    agency_dependence: of_counts(&AGENCY_DEPENDENCE_RATE_FTE);
    vacancy_of_two_counts: of_two(VACANCY_RATE_FTE.clone(), fte(), 100);
    offer_take_up: of_two(OFFER_TAKE_UP_RATE.clone(), people(), 100);
    timeliness: of_two(TIMELINESS_RATE.clone(), people(), 100);
    teams_within_maximum: stated_teams();
    per_10000: of_two(own(Unit::Per10000), people(), 10_000);
    score: of_two(own(Unit::Score), signed(), 1);
    pounds: of_two(own(Unit::Pounds), signed(), 1);
    weeks: of_two(own(Unit::Weeks), fte(), 1);
}

/// The law of rates that are parts of their own whole.
macro_rules! share_laws {
    ($($test:ident: $rates:expr;)+) => {
        proptest! {
            #![proptest_config(config())]

            $(
                /// Whatever the counts, a share lies from 0% to 100%, however it is rounded, and a change
                /// of it within 100 percentage points.
                #[test]
                fn $test((a, _) in $rates, (b, _) in $rates, dp in 0..=6_u32) {
                    prop_assert!(a.indicator().is_share());
                    for share in [&a, &b] {
                        let share = share.value_rounded(dp);
                        prop_assert!((Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&share));
                    }
                    prop_assert!(a.minus_rounded(&b, dp).unwrap().abs() <= Decimal::ONE_HUNDRED);
                }
            )+
        }
    };
}

share_laws! {
    vacancy_rate_is_a_share: of_counts(&VACANCY_RATE_FTE);
    agency_rate_fte_is_a_share: of_counts(&AGENCY_RATE_FTE);
    agency_rate_headcount_is_a_share: of_counts(&AGENCY_RATE_HEADCOUNT);
    uncovered_vacancy_rate_is_a_share: of_counts(&UNCOVERED_VACANCY_RATE_FTE);
    offer_take_up_is_a_share: of_two(OFFER_TAKE_UP_RATE.clone(), people(), 100);
    timeliness_is_a_share: of_two(TIMELINESS_RATE.clone(), people(), 100);
    teams_within_maximum_is_a_share: stated_teams();
}

proptest! {
    #![proptest_config(config())]

    /// Rates of one indicator are ordered by value; of two indicators they have no order, are not equal, and
    /// have no difference, even where their counts are the same.
    #[test]
    fn no_order_between_indicators(a in any::<Rate>(), b in any::<Rate>()) {
        let count = |number| Quantity::new(Unit::Number, number).unwrap();
        let same = Rate::new(b.indicator(), count(a.numerator()), count(a.denominator()));
        for b in std::iter::once(b).chain(same.ok()) {
            if a.indicator() == b.indicator() {
                prop_assert_eq!(a.partial_cmp(&b), b.partial_cmp(&a).map(Ordering::reverse));
                prop_assert_eq!(a == b, a.partial_cmp(&b) == Some(Ordering::Equal));
                prop_assert!(a.minus_rounded(&b, 1).is_some());
            } else {
                prop_assert_eq!(a.partial_cmp(&b), None);
                prop_assert_ne!(&a, &b);
                prop_assert_eq!(a.minus_rounded(&b, 1), None);
            }
        }
    }

    /// So many times both counts are the same rate, with the same hash, and print other counts.
    #[test]
    fn equal_by_value(rate in any::<Rate>(), times in 2..=9_u32) {
        let count = |number: Decimal| Quantity::new(Unit::Number, number * Decimal::from(times)).unwrap();
        if let Ok(more) = Rate::new(rate.indicator(), count(rate.numerator()), count(rate.denominator())) {
            prop_assert_eq!(&more, &rate);
            prop_assert_eq!(hash_of(&more), hash_of(&rate));
            prop_assert_ne!(more.quotient(), rate.quotient());
            prop_assert_eq!(change(&rate, &more).verdict(), childrens_services::Verdict::Unchanged);
        }
    }

    /// An exact half goes away from zero, up or down.
    #[test]
    fn halves_go_away_from_zero(half in 0..=999_999_i64, dp in 0..=5_u32) {
        let whole = Quantity::new(Unit::Number, Decimal::from(2 * 10_i64.pow(dp))).unwrap();
        let odd = |number: i64| Quantity::new(Unit::Number, Decimal::from(number)).unwrap();
        let score = own(Unit::Score);
        let up = Rate::new(&score, odd(2 * half + 1), whole).unwrap();
        prop_assert_eq!(up.value_rounded(dp), Decimal::new(half + 1, dp).normalize());
        let down = Rate::new(&score, odd(-2 * half - 1), whole).unwrap();
        prop_assert_eq!(down.value_rounded(dp), Decimal::new(-half - 1, dp).normalize());
    }

    /// A rate that could be made is observed as it is; one that has no value as the symbol that stands for
    /// it; and what was given wrong, or is of another indicator, is refused.
    #[test]
    fn observed_or_withheld(snapshot in any::<Snapshot>()) {
        let period = snapshot.period;
        for (indicator, rate) in snapshot.rates() {
            let series = Series::new(indicator, [(period, rate.clone())]);
            let seen = series.as_ref().map(|series| series.get(period));
            match rate.as_ref().map_err(|error| error.symbol()) {
                Ok(rate) => prop_assert_eq!(seen, Ok(Some(&Observed::Rate(rate.clone())))),
                Err(Some(symbol)) => prop_assert_eq!(seen, Ok(Some(&Figure::Withheld(symbol).into()))),
                Err(None) => {
                    let fault = rate.as_ref().unwrap_err().fault();
                    let expected = format!("{} in {period}: {fault}", indicator.code());
                    prop_assert_eq!(series.unwrap_err().to_string(), expected);
                }
            }
            let other = Series::new(&OFFER_TAKE_UP_RATE, [(period, rate)]).unwrap_err();
            let expected = format!("offer_take_up_rate cannot be observed as {}", indicator.code());
            prop_assert_eq!(other.to_string(), expected);
        }
    }

    /// The rates of a snapshot come in the order of the table, each as it is asked for alone.
    #[test]
    fn rates_in_order(snapshot in any::<Snapshot>()) {
        let all: Vec<_> = snapshot.rates().collect();
        prop_assert_eq!(all.len(), FORMULAS.len());
        for ((indicator, rate), formula) in all.iter().zip(&FORMULAS) {
            prop_assert_eq!(*indicator, formula.indicator);
            prop_assert_eq!(rate, &snapshot.rate(indicator));
        }
        let none = snapshot.rate(&OFFER_TAKE_UP_RATE).unwrap_err();
        let expected = "offer_take_up_rate is not defined: a snapshot has no formula for it";
        prop_assert_eq!(none.to_string(), expected);
    }
}

/// The table of formulas is that of the specification, in words too, and each definition is read from it.
#[test]
fn the_table_is_that_of_the_specification() {
    assert_eq!(RATES.len(), FORMULAS.len());
    for (given, expected) in RATES.iter().zip(&FORMULAS) {
        let code = expected.indicator.code();
        assert_eq!(given.indicator, expected.indicator);
        assert_eq!(given.to_string(), expected.definition, "{code}");
        assert_eq!(expected.indicator.definition().as_deref(), Some(expected.definition), "{code}");
        assert_eq!(given.counts().collect::<Vec<_>>(), expected.needs, "{code}");
        assert_eq!(given.denominator, expected.denominator, "{code}");
        assert_eq!(given.numerator, expected.needs[0], "{code}");
        let less = (code == "uncovered_vacancy_rate_fte").then_some(Count::AgencyCoverFte);
        assert_eq!(given.less, less, "{code}");
        assert_eq!(given.for_each_working_day, code == "absence_rate_fte", "{code}");
    }
}

/// Source: Department for Education, "Children's social work workforce", reporting years 2017 to
/// 2021, headcount rates: 9/80 is printed as 11.3 and 9/144 as 6.3.
#[test]
fn published_halves() {
    let snapshot = |agency: u32, in_post: u32| Snapshot {
        agency_headcount: Some(Reported::Known(agency.into())),
        inpost_headcount: Some(Reported::Known(in_post.into())),
        leavers_headcount: Some(Reported::Known(agency.into())),
        ..Snapshot::new(Period::reporting_year(2021).unwrap())
    };
    let agency = snapshot(9, 71).rate(&AGENCY_RATE_HEADCOUNT).unwrap();
    assert_eq!((agency.value_rounded(2), agency.value_rounded(1)), (dec!(11.25), dec!(11.3)));
    assert_eq!((agency.quotient(), agency.to_string()), ("9 / 80".to_owned(), "11.3%".to_owned()));
    let turnover = snapshot(9, 144).rate(&TURNOVER_RATE_HEADCOUNT).unwrap();
    assert_eq!((turnover.value_rounded(2), turnover.value_rounded(1)), (dec!(6.25), dec!(6.3)));
    assert_eq!((turnover.quotient(), turnover.to_string()), ("9 / 144".to_owned(), "6.3%".to_owned()));
}

/// Cases that once failed: February 2029 ends a year that begins on 1 March 2028 and holds no 29 February.
#[test]
fn absence_of_the_year_to_the_end_of_february() {
    let lost = |days: Days, period: &str| Snapshot {
        working_days_lost_fte: Some(Reported::Known(days)),
        inpost_fte: Some(Reported::Known(of("0.1"))),
        ..Snapshot::new(of(period))
    };
    let rate = |days: &str, period| lost(of(days), period).rate(&ABSENCE_RATE_FTE).unwrap();
    assert_eq!(rate("0.1", "2029-02").quotient(), "0.1 / 25.3");
    assert_eq!(rate("0.1", "2029-01").quotient(), "0.1 / 25.4");
    assert_eq!(rate("0.1", "2028-02").quotient(), "0.1 / 25.4");
    // 10,000,000 / 25.3 as per cent, 39,525,691.699...
    assert_eq!(rate("10000000", "2029-02").value_rounded(0), dec!(39525692));
    let nobody = Snapshot {
        working_days_lost_fte: Some(Reported::Known(Days::ZERO)),
        inpost_fte: Some(Reported::Known(Fte::MAX)),
        ..Snapshot::new(of("1900-01-01"))
    };
    let none = nobody.rate(&ABSENCE_RATE_FTE).unwrap();
    // 100 / 253, which is 0.395...
    assert_eq!(rate("0.1", "2029-02").minus_rounded(&none, 2), Some(dec!(0.40)));
}

/// A text `56.3 / 550.8` is the rate of these counts.
#[test]
fn a_quotient_in_text() {
    let rate = Rate::read(&catalogue::VACANCY_RATE_FTE, "56.3 / 550.8").unwrap();
    let made = Rate::new(&catalogue::VACANCY_RATE_FTE, of::<Fte>("56.3"), of::<Fte>("550.8")).unwrap();
    assert_eq!(rate, made);
    assert_eq!((rate.numerator(), rate.denominator()), (dec!(56.3), dec!(550.8)));
    assert_eq!((rate.quotient(), rate.to_string()), ("56.3 / 550.8".to_owned(), "10.2%".to_owned()));
    let cases = Rate::new(&catalogue::CASELOAD_FTE, Cases::new(3770), of::<Fte>("225")).unwrap();
    assert_eq!(
        (cases.quotient(), cases.to_string()),
        ("3770 / 225".to_owned(), "16.8 cases per FTE".to_owned())
    );
}
