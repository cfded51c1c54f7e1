//! Laws of `measure`: what holds of every quantity, figure, bound and period, whatever is drawn.

#![allow(clippy::unwrap_used, reason = "what a strategy builds is part of its test")]

use childrens_services::{
    Bounds, Caseload, CaseloadChange, Cases, CasesChange, Days, DaysChange, Figure, FigureError, Fte,
    FteChange, Headcount, HeadcountChange, Percent, PercentagePoints, Period, PeriodKind, Qualifier,
    QuantityFault, RelativeChange, Reported, Symbol,
    chrono::{Datelike, Days as CalendarDays, Months, NaiveDate},
    rust_decimal::{Decimal, RoundingStrategy},
};
use proptest::{
    prelude::*,
    sample::{Index, select},
    test_runner::FileFailurePersistence,
};
use std::{cmp::Reverse, fmt, ops::RangeBounds, str::FromStr};

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

/// A number of millionths.
#[track_caller]
fn decimal(millionths: i128) -> Decimal {
    Decimal::from_i128_with_scale(millionths, 6).normalize()
}

/// What a text says, through its parser.
#[track_caller]
fn read<T: FromStr<Err: fmt::Debug>>(text: impl ToString) -> T {
    text.to_string().parse().unwrap_or_else(|error| panic!("{}: {error:?}", text.to_string()))
}

/// What a JSON value says.
#[track_caller]
fn from_json<T: for<'de> serde::Deserialize<'de>>(json: &serde_json::Value) -> T {
    serde_json::from_str(&json.to_string()).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// Numerator over denominator (above 0) in units of the last of `dp` places, by long division, the
/// digit after the last deciding.
fn long_division(numerator: i128, denominator: i128, dp: u32) -> i128 {
    let (mut digits, mut rest) = (numerator.abs() / denominator, numerator.abs() % denominator);
    for _ in 0..dp {
        digits = 10 * digits + 10 * rest / denominator;
        rest = 10 * rest % denominator;
    }
    let next = 10 * rest / denominator;
    numerator.signum() * (digits + i128::from(next >= 5))
}

/// The decimal digits of a product, least first, multiplied as on paper.
fn product(a: u128, b: u128) -> Vec<u32> {
    let digits =
        |n: u128| n.to_string().bytes().rev().map(|digit| u32::from(digit - b'0')).collect::<Vec<_>>();
    let (a, b) = (digits(a), digits(b));
    let mut product = vec![0; a.len() + b.len()];
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            product[i + j] += x * y;
        }
    }
    let mut carry = 0;
    for digit in &mut product {
        (*digit, carry) = ((*digit + carry) % 10, (*digit + carry) / 10);
    }
    product
}

/// `millionths` changed by `relative` millionths of a per cent, in units of the last of `dp` places,
/// halves away from zero; none where it needs more than 30 digits.
fn applied(millionths: i128, relative: i128, dp: usize) -> Option<i128> {
    let product = product(millionths.unsigned_abs(), (100_000_000 + relative).unsigned_abs());
    // The point stands 14 places from the right: six of the number, six of the per cent, two of 100.
    let cut = 14 - dp;
    let next = product.get(cut - 1).copied().unwrap_or(0);
    let kept: String = product.iter().skip(cut).rev().map(ToString::to_string).collect();
    let kept = kept.trim_start_matches('0');
    let number = if kept.is_empty() { Some(0) } else { (kept.len() <= 30).then(|| kept.parse().unwrap()) };
    number.map(|number: i128| number + i128::from(next >= 5))
}

/// Texts that are, or nearly are, what something here reads: numbers with and without units, figures,
/// symbols, periods.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => "\\PC*",
        3 => concat!(
            "(exactly |over |more than |at least |around |about |approximately |under |less than |fewer than ",
            "|at most |up to )?[-+]?0?[0-9]{0,30}(\\.[0-9]{0,9})?(e[0-9])?",
            "( ?%| FTE| days?| cases per FTE| case per FTE| percentage points?)?",
        ),
        1 => "\\[?(c|low|k|u|x|:|z|C)\\]?",
        2 => "(year to 30 September )?(1[89]|2[0-2])[0-9]{2}([-/][0-9]{2}){0,2}( Q[0-6])?",
        1 => "20[0-9]{2}-[01][0-9]-[0-3][0-9]",
    ]
}

/// Whatever parses prints to something that parses to the same.
#[track_caller]
fn prints_what_it_reads<T: FromStr<Err: fmt::Debug> + fmt::Display + fmt::Debug + PartialEq>(text: &str) {
    text.parse::<T>()
        .into_iter()
        .for_each(|value| assert_eq!(read::<T>(&value), value, "read from {text:?}"));
}

// --- every number -------------------------------------------------------------------------------------

/// The laws of every number: its module, its type, its range, its unit, and whether it is whole.
macro_rules! number_laws {
    ($($module:ident: $type:ident from $min:literal to $max:literal, $unit:literal, whole: $whole:literal;)+) => { $(
        mod $module {
            use super::*;

            proptest! {
                #![proptest_config(config())]

                /// What is printed, with the unit or without, reads as the same number.
                #[test]
                fn text_round_trip(number in any::<$type>()) {
                    prop_assert_eq!(read::<$type>(number), number);
                    prop_assert_eq!(read::<$type>(number.value()), number);
                    prop_assert!(number.to_string().starts_with(&number.value().to_string()));
                    prop_assert_eq!(read::<$type>(format!("{}{}", number.value(), $unit)), number);
                }

                /// A precision in a format string cuts no digit off; a width only adds spaces.
                #[test]
                fn no_format_cuts_digits(number in any::<$type>(), width in 0..60_usize) {
                    prop_assert_eq!(format!("{number:.0}"), number.to_string());
                    let wide = format!("{number:>width$}");
                    prop_assert_eq!(wide.trim_start(), number.to_string());
                    prop_assert!(wide.len() >= width);
                }

                /// The wire holds the number without its unit, as text for decimals and as a whole
                /// number for counts, and gives the same back.
                #[test]
                fn wire_round_trip(number in any::<$type>()) {
                    let digits = number.value().to_string();
                    let expected = if $whole { digits.clone() } else { format!("\"{digits}\"") };
                    let json = serde_json::to_value(number).unwrap();
                    prop_assert_eq!(json.to_string(), expected);
                    prop_assert_eq!(json.is_i64() || json.is_u64(), $whole);
                    prop_assert_eq!(from_json::<$type>(&json), number);
                }

                /// The order is that of the values, and equal values are equal.
                #[test]
                fn order_is_by_value(a in any::<$type>(), b in any::<$type>()) {
                    prop_assert_eq!(a.cmp(&b), a.value().cmp(&b.value()));
                    prop_assert_eq!(a == b, a.value() == b.value());
                }

                /// Every value lies in the documented range.
                #[test]
                fn range_holds(number in any::<$type>()) {
                    prop_assert!((read::<Decimal>($min)..=read($max)).contains(&number.value()));
                }

                /// A plain number is accepted if and only if it is in range and not too precise, and then
                /// is what its digits say. A minus sign stands only where a number may be negative, not
                /// before a nothing of what never is.
                #[test]
                fn reads_what_is_in_range(digits in "-?(0|[1-9][0-9]{0,21})(\\.[0-9]{1,7})?") {
                    let says = Decimal::from_str_exact(&digits).ok().map(|number| number.normalize());
                    let in_range = |number: &Decimal| (read::<Decimal>($min)..=read($max)).contains(number);
                    // What is never negative is never written so, not even 0.
                    let minus = !$min.starts_with('-') && digits.starts_with('-');
                    let fits = |number: &Decimal| number.scale() <= 6 && !($whole && digits.contains('.')) && !minus;
                    let unsigned = !digits.starts_with('-') || read::<Decimal>($min).is_sign_negative();
                    let expected = says.filter(in_range).filter(fits).filter(|_| unsigned);
                    prop_assert_eq!(digits.parse::<$type>().ok().map($type::value), expected);
                }

                /// Beyond the range there is nothing, and the error says so.
                #[test]
                fn beyond_the_range(beyond in 1..1_000_000_000_000_i128) {
                    let step = if $whole { 1_000_000 } else { 1 };
                    for far in [millionths(read($min)) - beyond * step, millionths(read($max)) + beyond * step] {
                        let error = decimal(far).to_string().parse::<$type>().unwrap_err();
                        prop_assert_eq!(error.fault(), QuantityFault::OutOfRange);
                        prop_assert_eq!(error.allowed_range(), (read($min), read($max)));
                    }
                }

                /// No text panics, and what parses prints to something that parses to the same.
                #[test]
                fn any_text(text in texts()) {
                    prints_what_it_reads::<$type>(&text);
                }
            }
        }
    )+ };
}

number_laws! {
    percent: Percent from "0" to "100000000000000", "%", whole: false;
    percentage_points: PercentagePoints from "-100000000000000" to "100000000000000", " percentage points", whole: false;
    relative_change: RelativeChange from "-100" to "100000000000000000000", "%", whole: false;
    fte: Fte from "0" to "1000000", " FTE", whole: false;
    fte_change: FteChange from "-1000000" to "1000000", " FTE", whole: false;
    days: Days from "0" to "10000000", " days", whole: false;
    days_change: DaysChange from "-10000000" to "10000000", " days", whole: false;
    caseload: Caseload from "0" to "4294967295000000", " cases per FTE", whole: false;
    caseload_change: CaseloadChange from "-4294967295000000" to "4294967295000000", " cases per FTE", whole: false;
    headcount: Headcount from "0" to "4294967295", "", whole: true;
    headcount_change: HeadcountChange from "-4294967295" to "4294967295", "", whole: true;
    cases: Cases from "0" to "4294967295", "", whole: true;
    cases_change: CasesChange from "-4294967295" to "4294967295", "", whole: true;
}

/// The laws of what a decimal makes: every number that is not a count.
macro_rules! decimal_laws {
    ($($module:ident: $type:ident;)+) => { $(
        mod $module {
            use super::*;

            proptest! {
                #![proptest_config(config())]

                /// `value` and `new` undo each other, trailing zeros or not.
                #[test]
                fn value_makes_it_again(number in any::<$type>(), scale in 0..=6_u32) {
                    let mut value = number.value();
                    prop_assert_eq!(value.normalize().scale(), value.scale());
                    value.rescale(scale.max(value.scale()));
                    prop_assert_eq!($type::new(value), Ok(number));
                    prop_assert_eq!($type::try_from(value), Ok(number));
                }

                /// A seventh place other than 0 is refused, not rounded.
                #[test]
                fn seventh_place(whole in 0..90_000_000_i64, last in 1..=9_i64) {
                    let error = $type::new(Decimal::new(whole * 10 + last, 7)).unwrap_err();
                    prop_assert_eq!(error.fault(), QuantityFault::TooPrecise);
                }

                /// Any decimal at all makes the number or an error that states a range without it, or is
                /// too precise.
                #[test]
                fn any_decimal(mantissa in any::<i64>(), scale in 0..=28_u32) {
                    let value = Decimal::new(mantissa, scale).normalize();
                    match $type::new(value) {
                        Ok(number) => prop_assert_eq!(number.value(), value),
                        Err(error) if error.fault() == QuantityFault::TooPrecise => prop_assert!(value.scale() > 6),
                        Err(error) => {
                            let (min, max) = error.allowed_range();
                            prop_assert!(value < min || value > max);
                        }
                    }
                }
            }
        }
    )+ };
}

decimal_laws! {
    percent_of_decimal: Percent;
    percentage_points_of_decimal: PercentagePoints;
    relative_change_of_decimal: RelativeChange;
    fte_of_decimal: Fte;
    fte_change_of_decimal: FteChange;
    days_of_decimal: Days;
    days_change_of_decimal: DaysChange;
    caseload_of_decimal: Caseload;
    caseload_change_of_decimal: CaseloadChange;
}

proptest! {
    #![proptest_config(config())]

    /// Every 32-bit count makes a count, and is what it gives back.
    #[test]
    fn count_makes_it_again(count in any::<u32>()) {
        prop_assert_eq!(Headcount::new(count).count(), count);
        prop_assert_eq!(Headcount::from(count).value(), Decimal::from(count));
        prop_assert_eq!(Cases::new(count).count(), count);
        prop_assert_eq!(Cases::from(count).value(), Decimal::from(count));
    }

    /// A count on the wire is refused where a 32-bit count could not hold it.
    #[test]
    fn count_outside_the_wire(number in any::<i64>()) {
        let fits = u32::try_from(number).is_ok();
        prop_assert_eq!(serde_json::from_str::<Headcount>(&number.to_string()).is_ok(), fits);
        prop_assert_eq!(serde_json::from_str::<Cases>(&number.to_string()).is_ok(), fits);
    }

    /// A bare JSON number is no decimal: it may have lost digits in binary floating point.
    #[test]
    fn decimal_is_no_json_number(number in 0..1_000_000_i64, dp in 0..=6_u32) {
        let bare = Decimal::new(number, dp).to_string();
        prop_assert!(serde_json::from_str::<Fte>(&bare).is_err());
        prop_assert!(serde_json::from_str::<Percent>(&bare).is_err());
        prop_assert!(serde_json::from_str::<Figure<Percent>>(&bare).is_err());
        prop_assert!(serde_json::from_str::<Figure<Headcount>>(&bare).is_err());
    }
}

// --- quantities and their differences -----------------------------------------------------------------

/// The laws between a quantity and its difference.
macro_rules! difference_laws {
    ($($module:ident: $type:ident, $difference:ident, places: $places:literal;)+) => { $(
        mod $module {
            use super::*;

            /// Any value, and as often a small whole one, which makes ties and zeros.
            fn values() -> impl Strategy<Value = $type> {
                prop_oneof![any::<$type>(), (0..=64_u32).prop_map(read)]
            }

            proptest! {
                #![proptest_config(config())]

                /// The change from a to b, applied to a, gives b.
                #[test]
                fn change_leads_there(a in values(), b in values()) {
                    prop_assert_eq!(a.changed_by(b.change_since(a)), Ok(b));
                }

                /// The change from a to b is minus the change from b to a, and is the difference of the values.
                #[test]
                fn change_is_antisymmetric(a in values(), b in values()) {
                    prop_assert_eq!(b.change_since(a), -a.change_since(b));
                    prop_assert_eq!(-(-b.change_since(a)), b.change_since(a));
                    prop_assert_eq!(b.change_since(a).value(), b.value() - a.value());
                    prop_assert_eq!(b.change_since(a).cmp(&$difference::ZERO), b.cmp(&a));
                }

                /// From a to b and on to c is from a to c.
                #[test]
                fn change_is_transitive(a in values(), b in values(), c in values()) {
                    let (there, on, whole) = (b.change_since(a), c.change_since(b), c.change_since(a));
                    prop_assert_eq!(there.value() + on.value(), whole.value());
                }

                /// A difference leads to the sum of the values, or out of the range and is refused.
                #[test]
                fn changed_by_adds(a in values(), change in any::<$difference>()) {
                    let sum = a.value() + change.value();
                    let expected = (sum >= Decimal::ZERO && sum <= $type::MAX.value()).then_some(sum);
                    match a.changed_by(change) {
                        Ok(there) => {
                            prop_assert_eq!(Some(there.value()), expected);
                            prop_assert_eq!(there.change_since(a), change);
                        }
                        Err(error) => {
                            prop_assert_eq!(error.fault(), QuantityFault::OutOfRange);
                            prop_assert_eq!(expected, None);
                        }
                    }
                }

                /// The relative change is the difference over the earlier value, by long division.
                #[test]
                fn relative_change_by_long_division(a in values(), b in values(), dp in 0..=8_u32) {
                    let (earlier, later) = (millionths(a.value()), millionths(b.value()));
                    let places = dp.min(6);
                    let expected = (earlier > 0)
                        .then(|| long_division(100 * (later - earlier), earlier, places))
                        .map(|units| units * 10_i128.pow(6 - places))
                        .filter(|relative| *relative <= millionths(RelativeChange::MAX.value()));
                    let relative = b.relative_change_since_rounded(a, dp);
                    prop_assert_eq!(relative.map(|relative| millionths(relative.value())), expected);
                }

                /// A relative change, applied, is the product worked out on paper.
                #[test]
                fn applied_as_on_paper(a in values(), relative in any::<RelativeChange>(), dp in 0..=8_u32) {
                    let places = dp.min($places);
                    let paper = applied(millionths(a.value()), millionths(relative.value()), places as usize);
                    let in_range = |number: &Decimal| *number <= $type::MAX.value();
                    let expected = paper
                        .filter(|units| *units < 1_i128 << 95)
                        .map(|units| Decimal::from_i128_with_scale(units, places))
                        .filter(in_range);
                    match relative.apply_to_rounded(a, dp) {
                        Ok(there) => prop_assert_eq!(Some(there.value()), expected),
                        Err(error) => {
                            prop_assert_eq!(error.fault(), QuantityFault::OutOfRange);
                            prop_assert_eq!(expected, None);
                        }
                    }
                }
            }
        }
    )+ };
}

difference_laws! {
    percent_change: Percent, PercentagePoints, places: 6;
    fte_difference: Fte, FteChange, places: 6;
    headcount_difference: Headcount, HeadcountChange, places: 0;
    cases_difference: Cases, CasesChange, places: 0;
    caseload_difference: Caseload, CaseloadChange, places: 6;
    days_difference: Days, DaysChange, places: 6;
}

/// The laws of what adds up.
macro_rules! sum_laws {
    ($($module:ident: $type:ident;)+) => { $(
        mod $module {
            use super::*;

            proptest! {
                #![proptest_config(config())]

                /// A sum is the sum of the values, whichever comes first, or is refused as too large.
                #[test]
                fn adds_values(a in any::<$type>(), b in any::<$type>()) {
                    let sum = a.value() + b.value();
                    let expected = (sum <= $type::MAX.value()).then_some(sum);
                    prop_assert_eq!(a.checked_add(b).ok().map($type::value), expected);
                    prop_assert_eq!(a.checked_add(b), b.checked_add(a));
                    prop_assert_eq!(a.checked_add($type::ZERO), Ok(a));
                }

                /// Three add up alike however they are grouped.
                #[test]
                fn adds_in_any_grouping(a in any::<$type>(), b in any::<$type>(), c in any::<$type>()) {
                    let left = a.checked_add(b).and_then(|ab| ab.checked_add(c)).ok();
                    let right = b.checked_add(c).and_then(|bc| a.checked_add(bc)).ok();
                    prop_assert_eq!(left, right);
                }
            }
        }
    )+ };
}

sum_laws! {
    fte_sum: Fte;
    headcount_sum: Headcount;
    cases_sum: Cases;
    days_sum: Days;
}

// --- figures and their bounds -------------------------------------------------------------------------

/// Rounded to `dp` places by the decimal library, halves away from zero.
fn rounded(number: Decimal, dp: u32) -> Decimal {
    number.round_dp_with_strategy(dp, RoundingStrategy::MidpointAwayFromZero)
}

/// Whether a true value may be printed so.
fn qualifies<Q: Ord>(qualifier: Qualifier, value: &Q, stated: &Q) -> bool {
    match qualifier {
        Qualifier::Over => value > stated,
        Qualifier::AtLeast => value >= stated,
        Qualifier::Under => value < stated,
        Qualifier::AtMost => value <= stated,
        _ => true,
    }
}

/// The laws of figures of one quantity; `at` makes one of millionths.
macro_rules! figure_laws {
    ($($module:ident: $type:ident, whole: $whole:literal;)+) => { $(
        mod $module {
            use super::*;

            /// A quantity of so many millionths, cut to what it can hold.
            fn at(millionths: i128) -> $type {
                let number = decimal(millionths).clamp(Decimal::ZERO, $type::MAX.value());
                read(if $whole { number.trunc() } else { number })
            }

            fn bounds(figure: Figure<$type>) -> Bounds<$type> {
                figure.bounds().unwrap()
            }

            /// A true value with a figure that may be printed of it.
            fn printed() -> impl Strategy<Value = ($type, Figure<$type>)> {
                let values = prop_oneof![any::<$type>(), (0..=3_000_000_i128).prop_map(at)];
                (values, any::<$type>(), 0..=5_u32, any::<Qualifier>(), any::<Symbol>(), any::<Index>()).prop_map(
                    |(value, other, dp, qualifier, symbol, kind)| {
                        let near = Figure::rounded(read(rounded(value.value(), dp)), dp).unwrap();
                        let limit = Figure::qualified(qualifier, other)
                            .ok()
                            .filter(|_| qualifies(qualifier, &value, &other))
                            .unwrap_or_else(|| Figure::qualified(Qualifier::AtLeast, value).unwrap());
                        let hidden = match symbol {
                            Symbol::NotApplicable | Symbol::Low => Symbol::NotAvailable,
                            other => other,
                        };
                        (value, [Figure::Exact(value), near, limit, Figure::Withheld(hidden)][kind.index(4)])
                    },
                )
            }

            proptest! {
                #![proptest_config(config())]

                /// What is printed reads as the same figure, cut by no precision.
                #[test]
                fn text_round_trip(figure in any::<Figure<$type>>()) {
                    prop_assert_eq!(read::<Figure<$type>>(figure), figure);
                    prop_assert_eq!(format!("{figure:.1}"), figure.to_string());
                }

                /// The wire is text without the unit, and gives the same figure back.
                #[test]
                fn wire_round_trip(figure in any::<Figure<$type>>()) {
                    let json = serde_json::to_value(figure).unwrap();
                    let text = json.as_str().unwrap();
                    prop_assert!(figure.to_string().starts_with(text));
                    prop_assert!(!text.contains('%') && !text.contains("FTE") && !text.contains("day"));
                    prop_assert_eq!(text.parse::<Figure<$type>>(), Ok(figure));
                    prop_assert_eq!(from_json::<Figure<$type>>(&json), figure);
                }

                /// What may be reported is the same after the wire.
                #[test]
                fn reported_round_trip(reported in any::<Reported<$type>>(), figure in any::<Reported<Figure<$type>>>()) {
                    let (reported_json, figure_json) = (serde_json::to_value(reported), serde_json::to_value(figure));
                    prop_assert_eq!(from_json::<Reported<$type>>(&reported_json.unwrap()), reported);
                    prop_assert_eq!(from_json::<Reported<Figure<$type>>>(&figure_json.unwrap()), figure);
                }

                /// No text panics, and what parses prints to something that parses to the same.
                #[test]
                fn any_text(text in texts()) {
                    prints_what_it_reads::<Figure<$type>>(&text);
                }

                /// The bounds of a figure hold every true value of which it may be printed.
                #[test]
                fn bounds_hold_the_truth((value, figure) in printed()) {
                    prop_assert!(bounds(figure).contains(&value), "{figure} of {value}");
                }

                /// The bounds of a rounded figure hold exactly the values that round to it.
                #[test]
                fn bounds_of_rounded(
                    start in prop_oneof![any::<$type>(), (0..=3_000_000_i128).prop_map(at)],
                    dp in 0..=5_u32,
                    halves in -3..=3_i128,
                    off in -1..=1_i128,
                ) {
                    let printed: $type = read(rounded(start.value(), dp));
                    let figure = Figure::rounded(printed, dp).unwrap();
                    let near = at(millionths(printed.value()) + halves * 10_i128.pow(6 - dp) / 2 + off);
                    prop_assert!(bounds(figure).contains(&start));
                    let rounds_to_it = rounded(near.value(), dp) == printed.value();
                    prop_assert_eq!(bounds(figure).contains(&near), rounds_to_it, "{} in {}", near, figure);
                    prop_assert_eq!(figure.stated(), Some(printed));
                }

                /// A value with more places than it is said to be rounded to is refused; a count is exact.
                #[test]
                fn rounded_is_rounded(value in any::<$type>(), dp in 0..=9_u32) {
                    let figure = Figure::rounded(value, dp);
                    let fits = $whole || (dp <= 5 && rounded(value.value(), dp) == value.value());
                    prop_assert_eq!(figure.is_ok(), fits);
                    prop_assert_eq!(figure == Ok(Figure::Exact(value)), $whole);
                }

                /// The bounds of a qualified figure hold exactly the values that the word allows.
                #[test]
                fn bounds_of_qualified(
                    qualifier in any::<Qualifier>(),
                    stated in any::<$type>(),
                    value in any::<$type>(),
                    off in -1..=1_i128,
                ) {
                    let step = if $whole { 1_000_000 } else { 1 };
                    let near = at(millionths(stated.value()) + off * step);
                    let nothing = match qualifier {
                        Qualifier::Under => stated == $type::ZERO,
                        Qualifier::Over => stated == $type::MAX,
                        _ => false,
                    };
                    let figure = Figure::qualified(qualifier, stated);
                    prop_assert_eq!(figure.is_err(), nothing);
                    for value in [value, near, stated, $type::ZERO, $type::MAX] {
                        let held = figure.clone().is_ok_and(|figure| bounds(figure).contains(&value));
                        prop_assert_eq!(held, !nothing && qualifies(qualifier, &value, &stated));
                    }
                }

                /// Of a withheld figure only `[low]` says something: above 0 and, unless a count, below a half.
                #[test]
                fn bounds_of_withheld(symbol in any::<Symbol>(), value in any::<$type>(), tenth in 0..=10_i128) {
                    let figure = Figure::<$type>::Withheld(symbol);
                    for value in [value, at(tenth * 100_000), at(500_000), at(499_999)] {
                        let half = Decimal::new(5, 1);
                        let low = value > $type::ZERO && ($whole || value.value() < half);
                        let held = figure.bounds().is_some_and(|bounds| bounds.contains(&value));
                        prop_assert_eq!(held, match symbol {
                            Symbol::NotApplicable => false,
                            Symbol::Low => low,
                            _ => true,
                        });
                    }
                    prop_assert_eq!(figure.symbol(), Some(symbol));
                    prop_assert_eq!(figure.stated(), None);
                }

                /// The bounds of a change hold the difference of every pair of true values.
                #[test]
                fn bounds_of_a_change((earlier, was) in printed(), (later, is) in printed()) {
                    let change = bounds(is).change_since(bounds(was));
                    prop_assert!(change.contains(&later.change_since(earlier)), "{was} to {is}: {change}");
                }
            }
        }
    )+ };
}

figure_laws! {
    percent_figure: Percent, whole: false;
    fte_figure: Fte, whole: false;
    headcount_figure: Headcount, whole: true;
    cases_figure: Cases, whole: true;
    caseload_figure: Caseload, whole: false;
    days_figure: Days, whole: false;
}

proptest! {
    #![proptest_config(config())]

    /// A symbol reads back with its brackets and without, and from the wire.
    #[test]
    fn symbol_round_trip(symbol in any::<Symbol>()) {
        prop_assert_eq!(read::<Symbol>(symbol), symbol);
        prop_assert_eq!(read::<Symbol>(symbol.code()), symbol);
        prop_assert_eq!(symbol.to_string(), format!("[{}]", symbol.code()));
        prop_assert_eq!(serde_json::to_value(symbol).unwrap(), symbol.to_string());
        prop_assert_eq!(from_json::<Symbol>(&symbol.code().into()), symbol);
    }

    /// No text panics, and what parses prints to something that parses to the same.
    #[test]
    fn any_text_as_symbol(text in texts()) {
        prints_what_it_reads::<Symbol>(&text);
    }

    /// An error stays short, however long the text that it quotes.
    #[test]
    fn errors_stay_short(text in "\\PC{0,300}") {
        let messages = [
            text.parse::<Percent>().err().map(|error| error.to_string()),
            text.parse::<Figure<Fte>>().err().map(|error: FigureError| error.to_string()),
            text.parse::<Period>().err().map(|error| error.to_string()),
            text.parse::<Symbol>().err().map(|error| error.to_string()),
        ];
        prop_assert!(messages.iter().flatten().all(|message| message.chars().count() < 1_000));
    }
}

// --- periods ------------------------------------------------------------------------------------------

/// The day after.
#[track_caller]
fn day_after(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(CalendarDays::new(1)).unwrap()
}

/// A period of each kind of one year, its month and its quarter.
#[track_caller]
fn periods_of(year: i32, month: u32, quarter: u32) -> [Result<Period, childrens_services::PeriodError>; 6] {
    [
        Period::day(NaiveDate::from_ymd_opt(year, month, 28).unwrap()),
        Period::month(year, month),
        Period::quarter(year, quarter),
        Period::financial_year(year),
        Period::reporting_year(year),
        Period::calendar_year(year),
    ]
}

proptest! {
    #![proptest_config(config())]

    /// What is printed reads as the same period, on the wire too, cut by no precision.
    #[test]
    fn period_round_trip(period in any::<Period>()) {
        let json = serde_json::to_value(period).unwrap();
        prop_assert_eq!(read::<Period>(period), period);
        prop_assert_eq!(&json, &period.to_string());
        prop_assert_eq!(from_json::<Period>(&json), period);
        prop_assert_eq!(format!("{period:.2}"), period.to_string());
    }

    /// No two periods are printed alike.
    #[test]
    fn period_text_is_its_own(a in any::<Period>(), b in any::<Period>()) {
        prop_assert_eq!(a == b, a.to_string() == b.to_string());
    }

    /// No text panics, and what parses prints to something that parses to the same.
    #[test]
    fn any_text_as_period(text in texts()) {
        prints_what_it_reads::<Period>(&text);
    }

    /// The order is by last day; of two that end together the longer comes first.
    #[test]
    fn period_order(a in any::<Period>(), b in any::<Period>()) {
        let key = |period: Period| (period.end(), Reverse(period.end() - period.start()));
        prop_assert_eq!(a.cmp(&b), key(a).cmp(&key(b)));
        prop_assert_eq!(a.cmp(&b).is_eq(), a == b);
    }

    /// Each kind lasts as long as its name says, from the first day of the month that begins it.
    #[test]
    fn period_length(period in any::<Period>()) {
        let (start, after) = (period.start(), day_after(period.end()));
        prop_assert!(start <= period.end());
        let months = match period.kind() {
            PeriodKind::Day => 0,
            PeriodKind::Month => 1,
            PeriodKind::Quarter => 3,
            _ => 12,
        };
        if months == 0 {
            prop_assert_eq!(day_after(start), after);
        } else {
            prop_assert_eq!(start.day(), 1);
            prop_assert_eq!(start.checked_add_months(Months::new(months)), Some(after));
        }
        let begins_in: &[u32] = match period.kind() {
            PeriodKind::Quarter => &[1, 4, 7, 10],
            PeriodKind::FinancialYear => &[4],
            PeriodKind::ReportingYear => &[10],
            PeriodKind::CalendarYear => &[1],
            _ => &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        };
        prop_assert!(begins_in.contains(&start.month()));
    }

    /// The four quarters of a financial year follow one another and fill it; so do the months of a
    /// calendar year.
    #[test]
    fn parts_fill_the_year(year in 1900..=2199_i32) {
        let quarters: Vec<Period> = (1..=4).map(|quarter| Period::quarter(year, quarter).unwrap()).collect();
        let months: Vec<Period> = (1..=12).map(|month| Period::month(year, month).unwrap()).collect();
        let (financial, calendar) = (Period::financial_year(year).unwrap(), Period::calendar_year(year).unwrap());
        for (parts, whole) in [(quarters, financial), (months, calendar)] {
            prop_assert!(parts.windows(2).all(|pair| day_after(pair[0].end()) == pair[1].start()));
            prop_assert_eq!(parts[0].start(), whole.start());
            prop_assert_eq!(parts[parts.len() - 1].end(), whole.end());
        }
    }

    /// A year is accepted if and only if it is from 1900 to 2199, whatever the kind, and then is the
    /// year in which the period begins, or ends for a reporting year.
    #[test]
    fn period_years(
        year in prop_oneof![1890..=1910_i32, 2190..=2210, -9_999..=9_999_i32],
        month in 1..=12_u32,
        quarter in 1..=4_u32,
    ) {
        for period in periods_of(year, month, quarter) {
            prop_assert_eq!(period.is_ok(), (1900..=2199).contains(&year));
            if let Ok(period) = period {
                let named = match period.kind() {
                    PeriodKind::ReportingYear => period.end().year(),
                    PeriodKind::Quarter => period.start().year() - i32::from(quarter == 4),
                    _ => period.start().year(),
                };
                prop_assert_eq!(named, year);
            }
        }
    }

    /// No month but 1 to 12 and no quarter but 1 to 4.
    #[test]
    fn period_parts(year in 1900..=2199_i32, part in prop_oneof![0..=20_u32, any::<u32>()]) {
        prop_assert_eq!(Period::month(year, part).is_ok(), (1..=12).contains(&part));
        prop_assert_eq!(Period::quarter(year, part).is_ok(), (1..=4).contains(&part));
    }

    /// The working days of the year to a period's end are 254 if and only if that year holds a 29 February:
    /// its own from that day on, or the one of the year before until 27 February. (The year to 28 February
    /// begins on 1 March.)
    #[test]
    fn leap_years_to_the_end(
        period in any::<Period>(),
        leap in select(vec![1904, 1900, 2000, 2019, 2020, 2021, 2100]),
        day in 55..=62_u32,
    ) {
        let near = Period::day(NaiveDate::from_yo_opt(leap, day).unwrap()).unwrap();
        for period in [period, near] {
            let leap = |year| NaiveDate::from_ymd_opt(year, 2, 29).is_some();
            let (end, day) = (period.end(), (period.end().month(), period.end().day()));
            let held = (leap(end.year()) && day >= (2, 29)) || (leap(end.year() - 1) && day < (2, 28));
            let expected = if held { 254 } else { 253 };
            prop_assert_eq!(childrens_services::workforce::working_days_of_year_to(period), expected);
        }
    }
}
