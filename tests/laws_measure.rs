//! Laws of `measure`: what holds of every quantity, figure, bound and period, whatever is drawn.

#![allow(clippy::unwrap_used, reason = "what a strategy builds is part of its test")]

use childrens_services::{
    Bounds, Caseload, Cases, Change, Days, Figure, Fte, Headcount, Indicator, Percent, PercentagePoints,
    Period, PeriodError, PeriodKind, Polarity, Qualifier, Quantity, QuantityFault, Reason, RelativeChange,
    Reported, Symbol, Unit,
    chrono::{Datelike, Days as CalendarDays, Months, NaiveDate},
    rust_decimal::{Decimal, RoundingStrategy},
};
use proptest::{
    prelude::*,
    sample::{Index, select},
    test_runner::FileFailurePersistence,
};
use std::{
    cmp::{Ordering, Reverse},
    collections::BTreeSet,
    fmt,
    ops::{Bound, RangeBounds},
    str::FromStr,
};

/// Cases that fail are kept beside this file.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    }
}

/// For a law that draws its unit: as many cases of each unit as other laws have in all.
fn of_each_unit() -> ProptestConfig {
    let one = config();
    ProptestConfig { cases: one.cases * u32::try_from(Unit::ALL.len()).unwrap(), ..one }
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
    number.map(|number: i128| millionths.signum() * (number + i128::from(next >= 5)))
}

/// Rounded to `dp` places by the decimal library, halves away from zero.
fn rounded(number: Decimal, dp: u32) -> Decimal {
    number.round_dp_with_strategy(dp, RoundingStrategy::MidpointAwayFromZero)
}

/// Texts that are, or nearly are, what something here reads: numbers with and without units, figures,
/// symbols, periods.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => "\\PC*",
        3 => concat!(
            "(exactly |over |more than |at least |around |about |approximately |under |less than ",
            "|fewer than |at most |up to |[<>]=? ?|[~≥≤] ?)?",
            "[-+−]?£?[-+−]?0?[0-9]{0,30}(\\.[0-9]{0,9})?(e[0-9])?",
            "( ?%| FTE| fte| (working )?days?| cases per FTE| case per FTE| percentage points?|pp| people",
            "| children| cases| weeks?| pounds| score| points| per 10,000( children)?| per cent| PER CENT",
            "| GBP)?",
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

// --- every unit ---------------------------------------------------------------------------------------

/// What is asserted of a unit.
struct Facts {
    code: &'static str,
    label: &'static str,
    /// Opens its messages.
    name: &'static str,
    /// The least and the greatest number.
    range: [&'static str; 2],
    /// The most decimal places.
    places: u32,
    /// What stands before a number, after 1, and after any other number.
    around: [&'static str; 3],
    difference: Unit,
}

#[rustfmt::skip]
fn facts(unit: Unit) -> Facts {
    const UP_TO_14: [&str; 2] = ["0", "100000000000000"];
    const U32: [&str; 2] = ["0", "4294967295"];
    const SIGNED: [&str; 2] = ["-100000000000", "100000000000"];
    let ([code, label, name], range, places, around) = match unit {
        Unit::PerCent =>
            (["per_cent", "per cent", "percentage"], UP_TO_14, 6, ["", "%", "%"]),
        Unit::PercentagePoints =>
            (["percentage_points", "percentage points", "difference in percentage points"],
            ["-100000000000000", "100000000000000"], 6, ["", " percentage point", " percentage points"]),
        Unit::Per10000 =>
            (["per_10000", "per 10,000 children", "rate per 10,000 children"],
            UP_TO_14, 6, ["", " per 10,000 children", " per 10,000 children"]),
        Unit::Fte =>
            (["fte", "FTE", "FTE"], ["0", "1000000"], 6, ["", " FTE", " FTE"]),
        Unit::Headcount =>
            (["headcount", "headcount", "headcount"], U32, 0, ["", "", ""]),
        Unit::Children =>
            (["children", "children", "number of children"], U32, 0, ["", "", ""]),
        Unit::Cases =>
            (["cases", "cases", "number of cases"], U32, 0, ["", "", ""]),
        Unit::CasesPerFte =>
            (["cases_per_fte", "cases per FTE", "caseload"],
            UP_TO_14, 6, ["", " case per FTE", " cases per FTE"]),
        Unit::WorkingDays =>
            (["working_days", "working days", "number of working days"],
            ["0", "10000000"], 6, ["", " working day", " working days"]),
        Unit::Weeks =>
            (["weeks", "weeks", "number of weeks"], ["0", "1000000"], 6, ["", " week", " weeks"]),
        Unit::Pounds =>
            (["pounds", "pounds", "amount in pounds"], SIGNED, 2, ["£", "", ""]),
        Unit::Number =>
            (["number", "number", "number"], SIGNED, 6, ["", "", ""]),
        Unit::Score =>
            (["score", "score", "score"], SIGNED, 6, ["", "", ""]),
        other => panic!("no facts are written down for {other}"),
    };
    let difference = if unit == Unit::PerCent { Unit::PercentagePoints } else { unit };
    Facts { code, label, name, range, places, around, difference }
}

impl Facts {
    fn range(&self) -> (Decimal, Decimal) {
        (read(self.range[0]), read(self.range[1]))
    }

    fn contains(&self, number: Decimal) -> bool {
        (self.range().0..=self.range().1).contains(&number)
    }

    fn is_whole(&self) -> bool {
        self.places == 0
    }

    fn may_be_negative(&self) -> bool {
        self.range[0].starts_with('-')
    }

    /// The smallest step between two numbers, in millionths.
    fn step(&self) -> i128 {
        10_i128.pow(6 - self.places)
    }

    /// A number as text with its unit around it.
    fn around(&self, number: &str) -> String {
        let [before, one, more] = self.around;
        let (sign, size) = number.strip_prefix('-').map_or(("", number), |size| ("-", size));
        format!("{sign}{before}{size}{}", if size == "1" { one } else { more })
    }

    /// A number as text always with a word for its unit, if there is one.
    fn in_words(&self, number: &str) -> String {
        let text = self.around(number);
        let [many, one] = match self.name {
            "headcount" => ["people", "person"],
            "number of children" => ["children", "child"],
            "number of cases" => ["cases", "case"],
            "score" => ["score points", "score point"],
            _ => return text,
        };
        format!("{text} {}", if matches!(number, "1" | "-1") { one } else { many })
    }

    /// A text without its unit.
    fn bare(&self, text: &str) -> String {
        let [before, one, more] = self.around;
        let text = if before.is_empty() { text.to_owned() } else { text.replacen(before, "", 1) };
        let cut = text.strip_suffix(more).or_else(|| text.strip_suffix(one));
        cut.map_or_else(|| text.clone(), ToOwned::to_owned)
    }
}

/// The number nearest to a decimal, cut towards zero, that a unit can hold.
fn fitted(unit: Unit, number: Decimal) -> Quantity {
    let facts = facts(unit);
    let (min, max) = facts.range();
    let cut = number.clamp(min, max).round_dp_with_strategy(facts.places, RoundingStrategy::ToZero);
    Quantity::new(unit, cut).unwrap()
}

/// Any quantity; as often a small whole one, which makes ties and zeros; and as often a small number of
/// halves of a decimal place, on both sides of zero.
fn values() -> impl Strategy<Value = Quantity> {
    prop_oneof![
        any::<Quantity>(),
        (any::<Unit>(), -64..=64_i64).prop_map(|(unit, whole)| fitted(unit, whole.into())),
        (any::<Unit>(), -64..=64_i64, 1..=6_u32)
            .prop_map(|(unit, halves, dp)| fitted(unit, Decimal::new(5 * halves, dp))),
        (any::<Unit>(), -3_000_000..=3_000_000_i128).prop_map(|(unit, number)| fitted(unit, decimal(number))),
    ]
}

/// Two quantities of one unit.
fn pairs() -> impl Strategy<Value = (Quantity, Quantity)> {
    (values(), values()).prop_map(|(a, b)| (a, fitted(a.unit(), b.value())))
}

/// The words of each unit, what its numbers may be, and that they may be nothing else.
#[test]
fn table_of_units() {
    let in_order = [
        Unit::PerCent,
        Unit::PercentagePoints,
        Unit::Per10000,
        Unit::Fte,
        Unit::Headcount,
        Unit::Children,
        Unit::Cases,
        Unit::CasesPerFte,
        Unit::WorkingDays,
        Unit::Weeks,
        Unit::Pounds,
        Unit::Number,
        Unit::Score,
    ];
    assert_eq!(Unit::ALL, in_order);
    assert!(Unit::ALL.iter().enumerate().all(|(index, unit)| *unit as usize == index));
    assert!(Unit::ALL.is_sorted());
    let words = |word: fn(Unit) -> &'static str| Unit::ALL.iter().map(move |unit| word(*unit));
    assert_eq!(words(Unit::code).collect::<BTreeSet<_>>().len(), Unit::ALL.len());
    assert_eq!(words(Unit::label).collect::<BTreeSet<_>>().len(), Unit::ALL.len());
    for &unit in Unit::ALL {
        let facts = facts(unit);
        assert_eq!((unit.code(), unit.label()), (facts.code, facts.label));
        assert_eq!(unit.to_string(), facts.label);
        for word in [facts.code, facts.label] {
            for word in [word.to_owned(), word.to_uppercase(), word.to_lowercase(), format!(" {word} ")] {
                assert_eq!(word.parse(), Ok(unit), "{word}");
                assert_eq!(Unit::try_from(word.clone()), Ok(unit), "{word}");
                assert_eq!(from_json::<Unit>(&word.clone().into()), unit, "{word}");
            }
        }
        assert_eq!(String::from(unit), facts.code);
        assert_eq!(serde_json::to_value(unit).unwrap(), facts.code);

        assert_eq!(unit.of_difference(), facts.difference);
        assert_eq!(unit.of_difference().of_difference(), unit.of_difference());
        assert_eq!(unit.decimal_places(), facts.places);
        assert_eq!(unit.is_whole(), facts.is_whole());
        assert_eq!(unit.is_whole(), [Unit::Headcount, Unit::Children, Unit::Cases].contains(&unit));
        assert_eq!(unit.may_be_negative(), facts.may_be_negative());
        let signed = [Unit::PercentagePoints, Unit::Pounds, Unit::Number, Unit::Score];
        assert_eq!(unit.may_be_negative(), signed.contains(&unit));

        let ((least, greatest), step) = (facts.range(), decimal(facts.step()));
        let [min, max] = facts.range;
        for (end, beyond, refusal, fault) in [
            (least, least - step, format!("is below {min}"), QuantityFault::TooSmall),
            (greatest, greatest + step, format!("is above {max}"), QuantityFault::TooLarge),
        ] {
            let quantity = Quantity::new(unit, end).unwrap();
            assert_eq!((quantity.unit(), quantity.value()), (unit, end));
            assert_eq!(Quantity::read(unit, &end.to_string()), Ok(quantity));
            let message = format!("{} {beyond} {refusal}", facts.name);
            let refused =
                [Quantity::new(unit, beyond), Quantity::read(unit, &facts.around(&beyond.to_string()))];
            for refused in refused {
                let error = refused.unwrap_err();
                assert_eq!(error.to_string(), message);
                assert_eq!(error.fault(), fault);
            }
        }
    }
}

proptest! {
    #![proptest_config(of_each_unit())]

    /// Text and value agree: what is printed, with the unit or without, in any case, reads as the same.
    #[test]
    fn quantity_round_trip(quantity in values()) {
        let (unit, value, text) = (quantity.unit(), quantity.value(), quantity.to_string());
        prop_assert_eq!(&text, &facts(unit).in_words(&value.to_string()));
        prop_assert_eq!(text.parse(), Ok(quantity));
        prop_assert_eq!(serde_json::from_value(serde_json::to_value(quantity).unwrap()).ok(), Some(quantity));
        for written in [
            text.clone(),
            text.to_uppercase(),
            text.to_lowercase(),
            format!(" {text} "),
            facts(unit).around(&value.to_string()),
            value.to_string(),
            value.to_string().replace('-', "\u{2212}"),
        ] {
            prop_assert_eq!(Quantity::read(unit, &written), Ok(quantity), "{}", written);
        }
    }

    /// `value` and `new` undo each other, trailing zeros or not.
    #[test]
    fn quantity_of_its_value(quantity in values(), scale in 0..=6_u32) {
        let mut value = quantity.value();
        prop_assert_eq!(value.normalize().scale(), value.scale());
        value.rescale(scale.max(value.scale()));
        prop_assert_eq!(Quantity::new(quantity.unit(), value), Ok(quantity));
    }

    /// A precision in a format string cuts no digit off; a width only adds spaces, a plus only the sign.
    #[test]
    fn no_format_cuts_digits_of_a_quantity(quantity in values(), width in 0..60_usize) {
        let text = quantity.to_string();
        prop_assert_eq!(format!("{quantity:.0}"), text.as_str());
        let wide = format!("{quantity:>width$}");
        prop_assert_eq!(wide.trim_start(), &text);
        prop_assert_eq!(wide.chars().count(), width.max(text.chars().count()), "{:?}", wide);
        let plus = if quantity.value() < Decimal::ZERO { "" } else { "+" };
        prop_assert_eq!(format!("{quantity:+}"), format!("{plus}{text}"));
    }

    /// In one unit the order is that of the values, and equal values are equal.
    #[test]
    fn order_in_one_unit((a, b) in pairs()) {
        prop_assert_eq!(a.partial_cmp(&b), Some(a.value().cmp(&b.value())));
        prop_assert_eq!(a == b, a.value() == b.value());
    }

    /// No two units compare, also not where the numbers are the same.
    #[test]
    fn units_do_not_compare(a in values(), any in values()) {
        for &unit in Unit::ALL.iter().filter(|unit| **unit != a.unit()) {
            for b in [fitted(unit, a.value()), fitted(unit, any.value())] {
                prop_assert_eq!(a.partial_cmp(&b), None, "{:?} {:?}", a, b);
                let holds = [a == b, a < b, a <= b, a > b, a >= b];
                prop_assert_eq!(holds, [false; 5], "{:?} {:?}", a, b);
                prop_assert_ne!(Figure::from(a), Figure::from(b));
            }
        }
    }

    /// Every value lies in the documented range and has no more places than its unit.
    #[test]
    fn quantity_range_holds(quantity in any::<Quantity>()) {
        let facts = facts(quantity.unit());
        prop_assert!(facts.contains(quantity.value()) && quantity.value().scale() <= facts.places);
    }

    /// Rounding is that of the decimal library, never leaves the range, and happens once.
    #[test]
    fn quantity_rounded(quantity in values(), dp in 0..=9_u32) {
        let once = quantity.rounded(dp);
        prop_assert_eq!(once.unit(), quantity.unit());
        prop_assert_eq!(once.value(), rounded(quantity.value(), dp));
        prop_assert_eq!(Quantity::new(once.unit(), once.value()), Ok(once));
        prop_assert_eq!(once.rounded(dp), once);
    }
}

proptest! {
    #![proptest_config(config())]

    /// A plain number is accepted if and only if it is in the unit's range and not too precise, and then is
    /// what its digits say, with the unit or without. A minus sign stands only where a number may be
    /// negative.
    #[test]
    fn quantity_reads_what_is_in_range(digits in "-?(0|[1-9][0-9]{0,16})(\\.[0-9]{1,7})?") {
        let says = read::<Decimal>(&digits).normalize();
        for &unit in Unit::ALL {
            let facts = facts(unit);
            let fits = facts.contains(says)
                && says.scale() <= facts.places
                && !(facts.is_whole() && digits.contains('.'))
                && (facts.may_be_negative() || !digits.starts_with('-'));
            let expected = fits.then_some(says);
            for text in [digits.clone(), facts.around(&digits)] {
                let read = Quantity::read(unit, &text).ok().map(Quantity::value);
                prop_assert_eq!(read, expected, "{:?} in {}", text, unit);
            }
        }
    }

    /// Beyond the range there is nothing, and the error says so.
    #[test]
    fn quantity_beyond_the_range(beyond in 1..1_000_000_000_000_i128) {
        for &unit in Unit::ALL {
            let facts = facts(unit);
            let (least, greatest) = facts.range();
            let by = beyond * facts.step();
            for (far, fault, side, end) in [
                (millionths(least) - by, QuantityFault::TooSmall, "below", facts.range[0]),
                (millionths(greatest) + by, QuantityFault::TooLarge, "above", facts.range[1]),
            ] {
                let far = decimal(far);
                let told = format!("{} {far} is {side} {end}", facts.name);
                for refused in [Quantity::new(unit, far), Quantity::read(unit, &far.to_string())] {
                    let error = refused.unwrap_err();
                    prop_assert_eq!(error.fault(), fault);
                    prop_assert_eq!(error.to_string(), told.as_str());
                }
            }
        }
    }

    /// One place more than the unit has, other than 0, is refused, not rounded.
    #[test]
    fn place_too_many(whole in 0..90_000_000_i64, last in 1..=9_i64) {
        for &unit in Unit::ALL {
            let facts = facts(unit);
            let number = Decimal::new(whole * 10 + last, facts.places + 1);
            let error = Quantity::new(unit, number).unwrap_err();
            prop_assert_eq!(error.fault(), QuantityFault::TooPrecise);
            let told = if facts.is_whole() {
                format!("{} {number} is not a whole number", facts.name)
            } else {
                format!("{} {number} has more than {} decimal places", facts.name, facts.places)
            };
            prop_assert_eq!(error.to_string(), told.as_str());
            let error = Quantity::read(unit, &number.to_string()).unwrap_err();
            if facts.is_whole() {
                prop_assert_eq!(error.fault(), QuantityFault::Malformed);
            } else {
                prop_assert_eq!(error.to_string(), told);
            }
        }
    }

    /// Any decimal at all makes the quantity, or is out of the range, or is too precise.
    #[test]
    fn quantity_of_any_decimal(mantissa in any::<i64>(), scale in 0..=28_u32) {
        let value = Decimal::new(mantissa, scale).normalize();
        for &unit in Unit::ALL {
            let facts = facts(unit);
            match Quantity::new(unit, value) {
                Ok(quantity) => prop_assert_eq!(quantity.value(), value),
                Err(error) if error.fault() == QuantityFault::TooPrecise => {
                    prop_assert!(value.scale() > facts.places);
                }
                Err(_) => prop_assert!(!facts.contains(value)),
            }
        }
    }

    /// No text panics, and what is read in a unit prints to something that reads as the same.
    #[test]
    fn any_text_as_quantity_or_figure(text in texts()) {
        prints_what_it_reads::<Unit>(&text);
        for &unit in Unit::ALL {
            if let Ok(quantity) = Quantity::read(unit, &text) {
                prop_assert_eq!(Quantity::read(unit, &quantity.to_string()), Ok(quantity), "{:?}", text);
            }
            if let Ok(figure) = Figure::read(unit, &text) {
                prop_assert_eq!(Figure::read(unit, &figure.to_string()), Ok(figure), "{:?}", text);
            }
        }
    }

    /// A bare whole number is a number of anything.
    #[test]
    fn bare_number(number in any::<u32>()) {
        let quantity = Quantity::from(number);
        prop_assert_eq!((quantity.unit(), quantity.value()), (Unit::Number, Decimal::from(number)));
    }
}

// --- every typed form ---------------------------------------------------------------------------------

/// The laws of every typed number: its module, its type, its range, its unit, and whether it is whole.
macro_rules! number_laws {
    ($(
        $module:ident: $type:ident from $min:literal to $max:literal, $name:literal, $unit:literal,
        whole: $whole:literal;
    )+) => { $(
        mod $module {
            use super::*;

            proptest! {
                #![proptest_config(config())]

                /// What is printed, with the unit or without, in any case, reads as the same number.
                #[test]
                fn text_round_trip(number in any::<$type>()) {
                    let (text, value) = (number.to_string(), number.value());
                    prop_assert_eq!(read::<$type>(&text), number);
                    prop_assert_eq!(read::<$type>(text.to_uppercase()), number);
                    prop_assert_eq!(read::<$type>(text.to_lowercase()), number);
                    prop_assert_eq!(read::<$type>(value), number);
                    prop_assert!(text.starts_with(&value.to_string()));
                    prop_assert_eq!(read::<$type>(format!("{value}{}", $unit)), number);
                    prop_assert_eq!($type::try_from(text), Ok(number));
                    prop_assert_eq!($type::try_from(value.to_string()), Ok(number));
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
                    prop_assert!($type::ZERO.value() == Decimal::ZERO && $type::MAX.value() == read($max));
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
                    let cut = $whole && digits.contains('.');
                    let fits = |number: &Decimal| number.scale() <= 6 && !cut && !minus;
                    let expected = says.filter(in_range).filter(fits);
                    prop_assert_eq!(digits.parse::<$type>().ok().map($type::value), expected);
                }

                /// Beyond the range there is nothing, and the error says so.
                #[test]
                fn beyond_the_range(beyond in 1..1_000_000_000_000_i128) {
                    let by = beyond * if $whole { 1_000_000 } else { 1 };
                    for (far, fault, beyond) in [
                        (millionths(read($min)) - by, QuantityFault::TooSmall, concat!("below ", $min)),
                        (millionths(read($max)) + by, QuantityFault::TooLarge, concat!("above ", $max)),
                    ] {
                        let error = decimal(far).to_string().parse::<$type>().unwrap_err();
                        prop_assert_eq!(error.fault(), fault);
                        let told = format!("{} {} is {beyond}", $name, decimal(far));
                        prop_assert_eq!(error.to_string(), told);
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
    percent: Percent from "0" to "100000000000000", "percentage", "%", whole: false;
    percentage_points: PercentagePoints from "-100000000000000" to "100000000000000",
        "difference in percentage points", " percentage points", whole: false;
    relative_change: RelativeChange from "-100" to "100000000000000000000",
        "relative change", "%", whole: false;
    fte: Fte from "0" to "1000000", "FTE", " FTE", whole: false;
    days: Days from "0" to "10000000", "number of working days", " working days", whole: false;
    caseload: Caseload from "0" to "100000000000000", "caseload", " cases per FTE", whole: false;
    headcount: Headcount from "0" to "4294967295", "headcount", " people", whole: true;
    cases: Cases from "0" to "4294967295", "number of cases", " cases", whole: true;
}

/// The laws between a typed form and the quantity of its unit.
macro_rules! form_laws {
    ($($module:ident: $type:ident, $unit:ident;)+) => { $(
        mod $module {
            use super::*;

            proptest! {
                #![proptest_config(config())]

                /// A form is the quantity of its unit: the same number, text and order, there and back.
                #[test]
                fn is_a_quantity(a in any::<$type>(), b in any::<$type>()) {
                    let (quantity, other) = (Quantity::from(a), Quantity::from(b));
                    prop_assert_eq!((quantity.unit(), quantity.value()), (Unit::$unit, a.value()));
                    prop_assert_eq!(quantity.to_string(), facts(Unit::$unit).in_words(&a.value().to_string()));
                    prop_assert_eq!($type::try_from(quantity), Ok(a));
                    prop_assert_eq!(quantity.partial_cmp(&other), Some(a.cmp(&b)));
                    prop_assert_eq!(Figure::from(a), Figure::Exact(quantity));
                }

                /// A quantity of another unit is none of this form.
                #[test]
                fn of_no_other_unit(quantity in any::<Quantity>()) {
                    let (unit, own) = (quantity.unit(), Unit::$unit);
                    let told = format!("{} \"{quantity}\" is in {unit}, not in {own}", facts(own).name);
                    match $type::try_from(quantity) {
                        Ok(number) => prop_assert_eq!(Quantity::from(number), quantity),
                        Err(error) => {
                            prop_assert_eq!(error.fault(), QuantityFault::OtherUnit(unit));
                            prop_assert_eq!(error.to_string(), told);
                            prop_assert_ne!(unit, own);
                        }
                    }
                }

                /// A text says the same to both, or is refused by both in the same words.
                #[test]
                fn reads_as_its_unit(text in texts()) {
                    let read = Quantity::read(Unit::$unit, &text);
                    prop_assert_eq!(text.parse::<$type>().map(Quantity::from), read);
                }

                /// What may be reported is the same after text and wire, where it is always text.
                #[test]
                fn reported_round_trip(reported in any::<Reported<$type>>()) {
                    let json = serde_json::to_value(reported).unwrap();
                    let text = String::from(reported);
                    prop_assert_eq!(json.as_str(), Some(text.as_str()));
                    prop_assert_eq!(from_json::<Reported<$type>>(&json), reported);
                    prop_assert_eq!(read::<Reported<$type>>(reported), reported);
                    prop_assert_eq!(Reported::try_from(text), Ok(reported));
                    match reported {
                        Reported::Known(number) => prop_assert_eq!(json, number.value().to_string()),
                        Reported::Withheld(symbol) => prop_assert_eq!(json, symbol.to_string()),
                    }
                    prop_assert_eq!(reported.known().is_none(), reported.symbol().is_some());
                }
            }
        }
    )+ };
}

form_laws! {
    percent_form: Percent, PerCent;
    percentage_points_form: PercentagePoints, PercentagePoints;
    fte_form: Fte, Fte;
    days_form: Days, WorkingDays;
    caseload_form: Caseload, CasesPerFte;
    headcount_form: Headcount, Headcount;
    cases_form: Cases, Cases;
}

/// The laws of what a decimal makes: every number that is not a count.
macro_rules! decimal_laws {
    ($($module:ident: $type:ident from $min:literal to $max:literal;)+) => { $(
        mod $module {
            use super::*;

            proptest! {
                #![proptest_config(config())]

                /// `value` and `new` undo each other, trailing zeros or not.
                #[test]
                fn value_makes_it_again(number in any::<$type>(), scale in 0..=6_u32) {
                    let mut value = number.value();
                    prop_assert_eq!(value.normalize().scale(), value.scale());
                    prop_assert_eq!(String::from(number), value.to_string());
                    value.rescale(scale.max(value.scale()));
                    prop_assert_eq!($type::new(value), Ok(number));
                }

                /// A seventh place other than 0 is refused, not rounded.
                #[test]
                fn seventh_place(whole in 0..90_000_000_i64, last in 1..=9_i64) {
                    let error = $type::new(Decimal::new(whole * 10 + last, 7)).unwrap_err();
                    prop_assert_eq!(error.fault(), QuantityFault::TooPrecise);
                }

                /// Any decimal at all makes the number, or is out of its range, or is too precise.
                #[test]
                fn any_decimal(mantissa in any::<i64>(), scale in 0..=28_u32) {
                    let value = Decimal::new(mantissa, scale).normalize();
                    match $type::new(value) {
                        Ok(number) => prop_assert_eq!(number.value(), value),
                        Err(error) if error.fault() == QuantityFault::TooPrecise => {
                            prop_assert!(value.scale() > 6);
                        }
                        Err(_) => prop_assert!(!(read::<Decimal>($min)..=read($max)).contains(&value)),
                    }
                }
            }
        }
    )+ };
}

decimal_laws! {
    percent_of_decimal: Percent from "0" to "100000000000000";
    percentage_points_of_decimal: PercentagePoints from "-100000000000000" to "100000000000000";
    relative_change_of_decimal: RelativeChange from "-100" to "100000000000000000000";
    fte_of_decimal: Fte from "0" to "1000000";
    days_of_decimal: Days from "0" to "10000000";
    caseload_of_decimal: Caseload from "0" to "100000000000000";
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

    /// A bare JSON number is no decimal: it may have lost digits in binary floating point. Nor is it a count
    /// that may be withheld, which is always text.
    #[test]
    fn decimal_is_no_json_number(number in 0..1_000_000_i64, dp in 0..=6_u32) {
        let bare = Decimal::new(number, dp).to_string();
        prop_assert!(serde_json::from_str::<Fte>(&bare).is_err());
        prop_assert!(serde_json::from_str::<Percent>(&bare).is_err());
        prop_assert!(serde_json::from_str::<Reported<Fte>>(&bare).is_err());
        prop_assert!(serde_json::from_str::<Reported<Headcount>>(&bare).is_err());
    }
}

// --- quantities and their differences -----------------------------------------------------------------

/// An invented indicator in a unit.
#[track_caller]
fn indicator(unit: Unit) -> Indicator {
    Indicator::new("invented", "Invented", unit, Polarity::Neutral).unwrap()
}

/// The change of an indicator from one figure to another.
#[track_caller]
fn change_of(indicator: &Indicator, earlier: impl Into<Figure>, later: impl Into<Figure>) -> Change {
    Change::between(indicator, ("2019-02", earlier.into()), ("2019-09", later.into())).unwrap()
}

/// The change from one exact quantity to another of its unit.
#[track_caller]
fn change(earlier: Quantity, later: Quantity) -> Change {
    change_of(&indicator(earlier.unit()), earlier, later)
}

/// Any percentage, and as often a small whole one, which makes ties and zeros.
fn percentages() -> impl Strategy<Value = Percent> {
    prop_oneof![any::<Percent>(), (0..=64_u32).prop_map(read)]
}

proptest! {
    #![proptest_config(config())]

    /// The change from a to b, applied to a, gives b.
    #[test]
    fn change_leads_there(a in percentages(), b in percentages()) {
        prop_assert_eq!(a.changed_by(b.change_since(a)), Ok(b));
    }

    /// The change from a to b is minus the change from b to a, and is the difference of the values.
    #[test]
    fn change_is_antisymmetric(a in percentages(), b in percentages()) {
        prop_assert_eq!(b.change_since(a).value(), -a.change_since(b).value());
        prop_assert_eq!(b.change_since(a).value(), b.value() - a.value());
        prop_assert_eq!(b.change_since(a).cmp(&PercentagePoints::ZERO), b.cmp(&a));
    }

    /// From a to b and on to c is from a to c.
    #[test]
    fn change_is_transitive(a in percentages(), b in percentages(), c in percentages()) {
        let (there, on, whole) = (b.change_since(a), c.change_since(b), c.change_since(a));
        prop_assert_eq!(there.value() + on.value(), whole.value());
    }

    /// A difference leads to the sum of the values, or out of the range and is refused.
    #[test]
    fn changed_by_adds(a in percentages(), change in any::<PercentagePoints>()) {
        let sum = a.value() + change.value();
        let expected = (sum >= Decimal::ZERO && sum <= Percent::MAX.value()).then_some(sum);
        match a.changed_by(change) {
            Ok(there) => {
                prop_assert_eq!(Some(there.value()), expected);
                prop_assert_eq!(there.change_since(a), change);
            }
            Err(error) => {
                let fault =
                    if sum < Decimal::ZERO { QuantityFault::TooSmall } else { QuantityFault::TooLarge };
                prop_assert_eq!(error.fault(), fault);
                prop_assert_eq!(expected, None);
            }
        }
    }
}

proptest! {
    #![proptest_config(of_each_unit())]

    /// In every unit the change of two exact values is their difference, and minus the change back; it rose,
    /// fell or stayed the same as they did.
    #[test]
    fn change_is_the_difference((a, b) in pairs(), dp in 0..=8_u32) {
        let (there, back, difference) = (change(a, b), change(b, a), b.value() - a.value());
        prop_assert_eq!(there.absolute_rounded(6), Some(difference));
        prop_assert_eq!(there.absolute_rounded(dp), Some(rounded(difference, dp.min(6))));
        prop_assert_eq!(back.absolute_rounded(dp), there.absolute_rounded(dp).map(|there| -there));
        let reason = match b.partial_cmp(&a).unwrap() {
            Ordering::Less => Reason::Fell,
            Ordering::Equal => Reason::Same,
            Ordering::Greater => Reason::Rose,
        };
        prop_assert_eq!(there.reason(), reason);
        // The form of per cent agrees.
        if let (Ok(a), Ok(b)) = (Percent::try_from(a), Percent::try_from(b)) {
            prop_assert_eq!(b.change_since(a).value(), difference);
        }
    }

    /// The relative change is the difference over the earlier value, by long division; there is none from 0
    /// or less, none to less than 0, and none above 10^20 per cent.
    #[test]
    fn relative_change_by_long_division((a, b) in pairs(), dp in 0..=8_u32) {
        let (earlier, later) = (millionths(a.value()), millionths(b.value()));
        let places = dp.min(6);
        let too_far = later - earlier > earlier.saturating_mul(10_i128.pow(18));
        let expected = (earlier > 0 && later >= 0 && !too_far)
            .then(|| long_division(100 * (later - earlier), earlier, places))
            .map(|units| units * 10_i128.pow(6 - places));
        let relative = change(a, b).relative_rounded(dp);
        prop_assert_eq!(relative.map(millionths), expected);
    }

    /// A relative change, applied, is the product worked out on paper, in the unit of what it is applied to; it is applied
    /// to nothing below 0.
    #[test]
    fn applied_as_on_paper(a in values(), relative in any::<RelativeChange>(), dp in 0..=8_u32) {
        let facts = facts(a.unit());
        let places = dp.min(facts.places);
        let paper = applied(millionths(a.value()), millionths(relative.value()), places as usize);
        let expected = paper
            .filter(|units| units.abs() < 1_i128 << 95)
            .map(|units| Decimal::from_i128_with_scale(units, places))
            .filter(|number| facts.contains(*number) && a.value() >= Decimal::ZERO);
        match relative.apply_to_rounded(a, dp) {
            Ok(there) => {
                prop_assert_eq!(Some(there.value()), expected);
                prop_assert_eq!(there.unit(), a.unit());
            }
            Err(error) => {
                let below = a.value() < Decimal::ZERO;
                let fault = if below { QuantityFault::TooSmall } else { QuantityFault::TooLarge };
                prop_assert_eq!(error.fault(), fault, "{}", error);
                prop_assert_eq!(expected, None);
            }
        }
    }
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

/// Whether a true value may be printed so.
fn qualifies(qualifier: Qualifier, value: Quantity, stated: Quantity) -> bool {
    match qualifier {
        Qualifier::Over => value > stated,
        Qualifier::AtLeast => value >= stated,
        Qualifier::Under => value < stated,
        Qualifier::AtMost => value <= stated,
        _ => true,
    }
}

/// The bounds of a figure that has a number.
#[track_caller]
fn bounds(figure: Figure) -> Bounds {
    figure.bounds().unwrap()
}

/// What decides how a true value is printed.
#[derive(Debug, Clone)]
struct Print {
    value: Quantity,
    other: Quantity,
    dp: u32,
    qualifier: Qualifier,
    symbol: Symbol,
    kind: Index,
}

fn prints() -> impl Strategy<Value = Print> {
    (values(), values(), 0..=5_u32, any::<Qualifier>(), any::<Symbol>(), any::<Index>()).prop_map(
        |(value, other, dp, qualifier, symbol, kind)| Print { value, other, dp, qualifier, symbol, kind },
    )
}

impl Print {
    /// A true value of a unit, at most so great, with a figure that may be printed of it.
    fn in_unit(&self, unit: Unit, most: Decimal) -> (Quantity, Figure) {
        let fit = |number: Quantity| fitted(unit, number.value().min(most));
        let (value, other) = (fit(self.value), fit(self.other));
        let near = Figure::rounded(value.rounded(self.dp), self.dp).unwrap();
        let limit = Figure::qualified(self.qualifier, other)
            .ok()
            .filter(|_| qualifies(self.qualifier, value, other))
            .unwrap_or_else(|| Figure::qualified(Qualifier::AtLeast, value).unwrap());
        let hidden = match self.symbol {
            Symbol::NotApplicable | Symbol::Low => Symbol::NotAvailable,
            other => other,
        };
        (value, [Figure::Exact(value), near, limit, Figure::Withheld(hidden)][self.kind.index(4)])
    }

    fn in_own_unit(&self) -> (Quantity, Figure) {
        self.in_unit(self.value.unit(), Decimal::MAX)
    }
}

/// The interval that lies between an end of a later figure and an end of an earlier.
fn minus(later: Bound<Decimal>, earlier: Bound<Decimal>) -> Bound<Decimal> {
    match (later, earlier) {
        (Bound::Unbounded, _) | (_, Bound::Unbounded) => Bound::Unbounded,
        (Bound::Included(later), Bound::Included(earlier)) => Bound::Included(later - earlier),
        (
            Bound::Included(later) | Bound::Excluded(later),
            Bound::Included(earlier) | Bound::Excluded(earlier),
        ) => Bound::Excluded(later - earlier),
    }
}

proptest! {
    #![proptest_config(of_each_unit())]

    /// What is printed reads as the same figure, in any case, cut by no precision; the wire is the same text.
    #[test]
    fn figure_round_trip(figure in any::<Figure>(), width in 0..60_usize) {
        let text = figure.to_string();
        prop_assert_eq!(format!("{figure:.1}"), text.as_str());
        let wide = format!("{figure:>width$}");
        prop_assert_eq!(wide.trim_start(), &text);
        prop_assert_eq!(wide.chars().count(), width.max(text.chars().count()));
        prop_assert_eq!(serde_json::to_value(figure).unwrap(), text.as_str());
        match figure.unit() {
            Some(unit) => {
                for written in [text.clone(), text.to_uppercase(), text.to_lowercase(), format!(" {text} ")] {
                    prop_assert_eq!(Figure::read(unit, &written), Ok(figure), "{}", written);
                }
            }
            // What is withheld is so in every unit.
            None => {
                for &unit in Unit::ALL {
                    prop_assert_eq!(Figure::read(unit, &text), Ok(figure), "{}", text);
                }
            }
        }
    }

    /// Without its unit a figure reads as the same too, but that a percentage below 1 with two places or more
    /// may be a fraction.
    #[test]
    fn figure_without_unit(figure in any::<Figure>()) {
        if let Some(unit) = figure.unit() {
            let bare = facts(unit).bare(&figure.to_string());
            let number = bare.rsplit(' ').next().unwrap();
            let shown = number.split_once('.').map_or(0, |(_, places)| places.len());
            let below_one = number.starts_with("0.") && read::<Decimal>(number) > Decimal::ZERO;
            let figure_read = Figure::read(unit, &bare);
            if unit == Unit::PerCent && below_one && shown > 1 {
                let hundred = (read::<Decimal>(number) * Decimal::ONE_HUNDRED).normalize();
                let told = format!(
                    "figure \"{number}\" may be a fraction: write \"{hundred}%\", or \"{number}%\" if it is \
                     less than one per cent"
                );
                prop_assert_eq!(figure_read.unwrap_err().to_string(), told);
            } else {
                prop_assert_eq!(figure_read, Ok(figure), "{}", bare);
            }
        }
    }

    /// The bounds of a figure hold every true value of which it may be printed; a withheld one has none.
    #[test]
    fn bounds_hold_the_truth(print in prints()) {
        let (value, figure) = print.in_own_unit();
        match figure.bounds() {
            Some(bounds) => {
                prop_assert!(bounds.contains(&value.value()), "{figure} of {value}: {bounds}");
                prop_assert_eq!(figure.unit(), Some(value.unit()));
                prop_assert_eq!(bounds.unit(), value.unit());
            }
            None => prop_assert!(figure.symbol().is_some() && figure.unit().is_none()),
        }
    }

    /// The bounds of a rounded figure hold exactly the values that round to it.
    #[test]
    fn bounds_of_rounded(start in values(), dp in 0..=5_u32, halves in -3..=3_i128, off in -1..=1_i128) {
        let printed = start.rounded(dp);
        prop_assert_eq!(printed.value(), rounded(start.value(), dp));
        let figure = Figure::rounded(printed, dp).unwrap();
        let off = off * facts(start.unit()).step();
        let near = millionths(printed.value()) + halves * 10_i128.pow(6 - dp) / 2 + off;
        let near = fitted(start.unit(), decimal(near));
        prop_assert!(bounds(figure).contains(&start.value()), "{} in {}: {}", start, figure, bounds(figure));
        let rounds_to_it = near.rounded(dp) == printed;
        let held = bounds(figure).contains(&near.value());
        prop_assert_eq!(held, rounds_to_it, "{} in {}: {}", near, figure, bounds(figure));
        prop_assert_eq!(figure.stated(), Some(printed));
    }

    /// A value with more places than it is said to be rounded to is refused; a count is exact.
    #[test]
    fn rounded_is_rounded(value in values(), dp in 0..=9_u32) {
        let whole = facts(value.unit()).is_whole();
        let figure = Figure::rounded(value, dp);
        let fits = whole || (dp <= 5 && value.rounded(dp) == value);
        prop_assert_eq!(figure.is_ok(), fits);
        prop_assert_eq!(figure == Ok(Figure::Exact(value)), whole);
    }

    /// The bounds of a qualified figure hold exactly the values that the word allows.
    #[test]
    fn bounds_of_qualified(qualifier in any::<Qualifier>(), (stated, value) in pairs(), off in -1..=1_i128) {
        let (unit, facts) = (stated.unit(), facts(stated.unit()));
        let near = fitted(unit, decimal(millionths(stated.value()) + off * facts.step()));
        let [least, greatest] = [facts.range().0, facts.range().1].map(|end| fitted(unit, end));
        let nothing = match qualifier {
            Qualifier::Under => stated == least,
            Qualifier::Over => stated == greatest,
            _ => false,
        };
        let figure = Figure::qualified(qualifier, stated);
        prop_assert_eq!(figure.is_err(), nothing);
        for value in [value, near, stated, fitted(unit, Decimal::ZERO), least, greatest] {
            let held = figure.clone().is_ok_and(|figure| bounds(figure).contains(&value.value()));
            prop_assert_eq!(held, !nothing && qualifies(qualifier, value, stated), "{}", value);
        }
    }

    /// Of a withheld figure only `[low]` says something: above 0 and, unless a count, below a half. As the
    /// figure has no unit, it says so through its indicator, as the change from exactly 0.
    #[test]
    fn bounds_of_withheld(symbol in any::<Symbol>(), value in values(), tenth in 0..=10_i128) {
        let (unit, figure) = (value.unit(), Figure::Withheld(symbol));
        let at = |millionths| fitted(unit, decimal(millionths));
        let bounds = change_of(&indicator(unit), at(0), figure).absolute_bounds();
        let half = Decimal::new(5, 1);
        for value in [value, at(tenth * 100_000), at(500_000), at(499_999), at(1), at(0), at(-1)] {
            let number = value.value();
            let low = number > Decimal::ZERO && (facts(unit).is_whole() || number < half);
            let held = bounds.is_some_and(|bounds| bounds.contains(&number));
            prop_assert_eq!(held, match symbol {
                Symbol::NotApplicable => false,
                Symbol::Low => low,
                _ => true,
            }, "{} {}", value, symbol);
        }
        prop_assert_eq!(bounds.is_none(), symbol == Symbol::NotApplicable);
        prop_assert_eq!(figure.symbol(), Some(symbol));
        prop_assert_eq!((figure.stated(), figure.unit(), figure.bounds()), (None, None, None));
    }

    /// The bounds of a change hold the difference of every pair of true values, and end where the bounds of
    /// both figures do.
    #[test]
    fn bounds_of_a_change(earlier in prints(), later in prints()) {
        let unit = earlier.value.unit();
        let ((before, was), (after, is)) = (earlier.in_own_unit(), later.in_unit(unit, Decimal::MAX));
        let change = change_of(&indicator(unit), was, is).absolute_bounds().unwrap();
        let difference = after.value() - before.value();
        prop_assert!(change.contains(&difference), "{was} to {is}, {before} to {after}: {change}");
        prop_assert_eq!(change.unit(), facts(unit).difference);
        if let (Some(was), Some(is)) = (was.bounds(), is.bounds()) {
            prop_assert_eq!(change.lower(), minus(is.lower(), was.upper()));
            prop_assert_eq!(change.upper(), minus(is.upper(), was.lower()));
        }
    }

    /// Any value inside one figure's bounds and any inside the other's have a difference inside the change's.
    #[test]
    fn bounds_of_any_change(
        was in any::<Figure>(),
        before in values(),
        (after, stated) in pairs(),
        print in prints(),
    ) {
        let unit = was.unit().unwrap_or(before.unit());
        let is = Print { value: stated, ..print }.in_unit(unit, Decimal::MAX).1;
        let own = indicator(unit);
        let inside = |figure: Figure, value: Quantity| {
            // From exactly 0: the interval of a symbol is known only with its indicator.
            let from_zero = change_of(&own, fitted(unit, Decimal::ZERO), figure).absolute_bounds();
            from_zero.is_some_and(|bounds| bounds.contains(&value.value()))
        };
        let (before, after) = (fitted(unit, before.value()), fitted(unit, after.value()));
        if inside(was, before) && inside(is, after) {
            let change = change_of(&own, was, is).absolute_bounds().unwrap();
            let difference = after.value() - before.value();
            prop_assert!(change.contains(&difference), "{was} to {is}, {before} to {after}: {change}");
        }
    }

    /// A share lies within 100%, whatever its figure allows, and so does its change.
    #[test]
    fn bounds_of_a_share(earlier in prints(), later in prints()) {
        let hundred = Decimal::ONE_HUNDRED;
        let share = indicator(Unit::PerCent).share().unwrap();
        let ((before, was), (after, is)) =
            (earlier.in_unit(Unit::PerCent, hundred), later.in_unit(Unit::PerCent, hundred));
        let change = change_of(&share, was, is).absolute_bounds().unwrap();
        let difference = after.value() - before.value();
        prop_assert!(change.contains(&difference), "{was} to {is}, {before} to {after}: {change}");
        let beyond = hundred + Decimal::new(1, 6);
        prop_assert!(!change.contains(&beyond) && !change.contains(&-beyond), "{was} to {is}: {change}");
    }
}

proptest! {
    #![proptest_config(config())]

    /// A symbol reads back with its brackets and without, and from the wire.
    #[test]
    fn symbol_round_trip(symbol in any::<Symbol>()) {
        prop_assert_eq!(read::<Symbol>(symbol), symbol);
        prop_assert_eq!(read::<Symbol>(symbol.code()), symbol);
        prop_assert_eq!(symbol.to_string(), format!("[{}]", symbol.code()));
        prop_assert_eq!(String::from(symbol), symbol.to_string());
        prop_assert_eq!(Symbol::try_from(symbol.to_string()), Ok(symbol));
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
        let mut messages = vec![
            text.parse::<Percent>().err().map(|error| error.to_string()),
            text.parse::<Period>().err().map(|error| error.to_string()),
            text.parse::<Symbol>().err().map(|error| error.to_string()),
            text.parse::<Unit>().err().map(|error| error.to_string()),
        ];
        for &unit in Unit::ALL {
            messages.push(Quantity::read(unit, &text).err().map(|error| error.to_string()));
            messages.push(Figure::read(unit, &text).err().map(|error| error.to_string()));
        }
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
fn periods_of(year: i32, month: u32, quarter: u32) -> [Result<Period, PeriodError>; 6] {
    [
        Period::day(NaiveDate::from_ymd_opt(year, month, 28).unwrap()),
        Period::month(year, month),
        Period::quarter(year, quarter),
        Period::financial_year(year),
        Period::reporting_year(year),
        Period::calendar_year(year),
    ]
}

/// The first and the last period of each kind.
const EDGES: [(&str, &str); 6] = [
    ("1900-01-01", "2199-12-31"),
    ("1900-01", "2199-12"),
    ("1900/01 Q1", "2199/00 Q4"),
    ("1900/01", "2199/00"),
    ("year to 30 September 1900", "year to 30 September 2199"),
    ("1900", "2199"),
];

/// The text of a period with the year before in it.
#[track_caller]
fn year_less(text: &str) -> String {
    const REPORTING: &str = "year to 30 September ";
    let (before, rest) = text.strip_prefix(REPORTING).map_or(("", text), |rest| (REPORTING, rest));
    let (year, rest) = rest.split_at(4);
    let year: i32 = read(year);
    let rest = match rest.strip_prefix('/') {
        Some(second) => format!("/{:02}{}", year % 100, &second[2..]),
        None => rest.to_owned(),
    };
    format!("{before}{}{rest}", year - 1)
}

/// Before the first period of a kind and after the last there is none, nor a year before the first year.
#[test]
fn edges_of_time() {
    for (first, last) in EDGES {
        let (first, last) = (read::<Period>(first), read::<Period>(last));
        assert_eq!((first.previous(), first.year_before(), last.next()), (None, None, None), "{first}");
        assert!(first.next().is_some() && last.previous().is_some() && last.year_before().is_some());
    }
    for (period, year_before) in [
        ("1900-12-31", None),
        ("1900-12", None),
        ("1900/01 Q4", None),
        ("1901/02 Q1", Some("1900/01 Q1")),
        ("1901-01-01", Some("1900-01-01")),
        ("2000/01", Some("1999/00")),
        ("2020-02-29", Some("2019-02-28")),
        ("2020-02-28", Some("2019-02-28")),
        ("2021-02-28", Some("2020-02-28")),
        ("2020-02", Some("2019-02")),
    ] {
        let found = read::<Period>(period).year_before();
        assert_eq!(found.map(|found| found.to_string()).as_deref(), year_before, "{period}");
    }
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
        prop_assert_eq!(String::from(period), period.to_string());
        prop_assert_eq!(Period::try_from(period.to_string()), Ok(period));
        prop_assert_eq!(Period::try_from(period.to_string().as_str()), Ok(period));
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

    /// The period before ends the day before this begins, the one after begins the day after this ends; each
    /// is of the same kind and has this beside it. There is none only at the edges.
    #[test]
    fn neighbours(
        period in prop_oneof![
            9 => any::<Period>(),
            1 => select(&EDGES[..]).prop_map(|(first, _)| read(first)),
            1 => select(&EDGES[..]).prop_map(|(_, last)| read(last)),
        ],
    ) {
        let (text, previous, next) = (period.to_string(), period.previous(), period.next());
        prop_assert_eq!(previous.is_none(), EDGES.iter().any(|(first, _)| *first == text));
        prop_assert_eq!(next.is_none(), EDGES.iter().any(|(_, last)| *last == text));
        if let Some(previous) = previous {
            prop_assert_eq!(previous.kind(), period.kind());
            prop_assert_eq!(day_after(previous.end()), period.start());
            prop_assert_eq!(previous.next(), Some(period));
            prop_assert!(previous < period);
        }
        if let Some(next) = next {
            prop_assert_eq!(next.kind(), period.kind());
            prop_assert_eq!(day_after(period.end()), next.start());
            prop_assert_eq!(next.previous(), Some(period));
            prop_assert!(period < next);
        }
    }

    /// The year before is of the same kind and has the same text but for the year, save on 29 February; there
    /// is none only in 1900. It is as many periods before as a year has.
    #[test]
    fn year_before(period in any::<Period>()) {
        let (text, before) = (period.to_string(), period.year_before());
        prop_assert_eq!(before.is_none(), text.replace("year to 30 September ", "").starts_with("1900"));
        if let Some(before) = before {
            prop_assert_eq!(before.kind(), period.kind());
            let leap_day = period.kind() == PeriodKind::Day && text.ends_with("-02-29");
            let expected = if leap_day { year_less(&text).replace("-29", "-28") } else { year_less(&text) };
            prop_assert_eq!(before.to_string(), expected);
            let steps = match period.kind() {
                PeriodKind::Day => return Ok(()),
                PeriodKind::Month => 12,
                PeriodKind::Quarter => 4,
                _ => 1,
            };
            let back = (0..steps).try_fold(period, |at, _| at.previous());
            prop_assert_eq!(back, Some(before));
        }
    }

    /// The four quarters of a financial year follow one another and fill it; so do the months of a
    /// calendar year.
    #[test]
    fn parts_fill_the_year(year in 1900..=2199_i32) {
        let quarters: Vec<Period> = (1..=4).map(|quarter| Period::quarter(year, quarter).unwrap()).collect();
        let months: Vec<Period> = (1..=12).map(|month| Period::month(year, month).unwrap()).collect();
        let financial = Period::financial_year(year).unwrap();
        let calendar = Period::calendar_year(year).unwrap();
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
