//! Exact arithmetic of the tests' own, and the true values that an observation allows.

use childrens_services::{
    Bounds, Figure, Indicator, Observed, Qualifier, Quantity, Symbol, Unit, rust_decimal::Decimal,
};
use std::{cmp::Ordering, ops::Bound};

pub const MILLION: i128 = 1_000_000;

/// What is more than 10^20 per cent is no change that anybody states.
pub const MOST_RELATIVE: Fraction = (1_000_000_000_000_000_000, 1);

/// A number as whole millionths.
#[track_caller]
pub fn millionths(number: Decimal) -> i128 {
    number.mantissa() * 10_i128.pow(6 - number.scale())
}

/// So many millionths.
pub fn decimal(millionths: i128) -> Decimal {
    Decimal::from_i128_with_scale(millionths, 6)
}

/// A numerator over a denominator above 0.
pub type Fraction = (i128, i128);

/// Which of two fractions is greater, by their continued fractions: whole parts first, then the
/// remainders turned over. No product can be too large.
pub fn compare((a, b): Fraction, (c, d): Fraction) -> Ordering {
    let rest_of = |a: i128, b: i128| (a.rem_euclid(b) != 0).then_some((b, a.rem_euclid(b)));
    a.div_euclid(b).cmp(&c.div_euclid(d)).then_with(|| match (rest_of(a, b), rest_of(c, d)) {
        (Some(one), Some(other)) => compare(other, one),
        (one, other) => one.is_some().cmp(&other.is_some()),
    })
}

/// The later less the earlier.
pub fn difference((c, d): Fraction, (a, b): Fraction) -> Fraction {
    (c * b - a * d, d * b)
}

/// A fraction with so many places as a whole number, by long division, the digit after the last deciding;
/// none where that is too large.
pub fn long_division((numerator, denominator): Fraction, places: u32) -> Option<i128> {
    let (mut digits, mut rest) = (numerator.abs() / denominator, numerator.abs() % denominator);
    for _ in 0..places {
        digits = digits.checked_mul(10)?.checked_add(10 * rest / denominator)?;
        rest = 10 * rest % denominator;
    }
    let next = 10 * rest / denominator;
    Some(numerator.signum() * (digits + i128::from(next >= 5)))
}

/// A fraction in millionths, rounded to `dp` places (at most six), halves away from zero.
#[track_caller]
pub fn rounded(fraction: Fraction, dp: u32) -> i128 {
    let dp = dp.min(6);
    long_division(fraction, dp).unwrap() * 10_i128.pow(6 - dp)
}

/// The greatest number of millionths that is not above a fraction.
pub fn floor((numerator, denominator): Fraction) -> i128 {
    let (mut digits, mut rest) = (numerator.div_euclid(denominator), numerator.rem_euclid(denominator));
    for _ in 0..6 {
        digits = 10 * digits + 10 * rest / denominator;
        rest = 10 * rest % denominator;
    }
    digits
}

/// The least number of millionths that is not below a fraction.
pub fn ceiling((numerator, denominator): Fraction) -> i128 {
    -floor((-numerator, denominator))
}

/// What the quotient of a rate is multiplied with.
pub fn multiplier(unit: Unit) -> i128 {
    match unit {
        Unit::PerCent | Unit::PercentagePoints => 100,
        Unit::Per10000 => 10_000,
        _ => 1,
    }
}

/// The number that may be computed with.
pub fn stated(value: &Observed) -> Option<Fraction> {
    match value {
        Observed::Figure(figure) => figure.stated().map(|value| (millionths(value.value()), MILLION)),
        Observed::Rate(rate) => {
            let multiplier = multiplier(rate.indicator().unit());
            Some((multiplier * millionths(rate.numerator()), millionths(rate.denominator())))
        }
    }
}

/// What is printed, in millionths, worked anew.
pub fn printed(value: &Observed, dp: u32) -> Option<i128> {
    let fraction = stated(value)?;
    Some(if matches!(value, Observed::Rate(_)) { rounded(fraction, dp) } else { fraction.0 })
}

/// The least and the greatest number of a unit, as its documentation says.
pub fn range(unit: Unit) -> [i128; 2] {
    let (least, most) = match unit {
        Unit::PerCent | Unit::Per10000 | Unit::CasesPerFte => (0, 100_000_000_000_000),
        Unit::PercentagePoints => (-100_000_000_000_000, 100_000_000_000_000),
        Unit::Fte | Unit::Weeks => (0, 1_000_000),
        Unit::Headcount | Unit::Children | Unit::Cases => (0, i128::from(u32::MAX)),
        Unit::WorkingDays => (0, 10_000_000),
        Unit::Pounds | Unit::Number | Unit::Score => (-100_000_000_000, 100_000_000_000),
        other => panic!("no range is written down for {other}"),
    };
    [least * MILLION, most * MILLION]
}

/// One end of the true values: where it lies, and whether it is one of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct End {
    pub at: Fraction,
    pub included: bool,
}

/// The lower and the upper end of the true values; none where there is no limit.
pub type Span = [Option<End>; 2];

pub fn end(millionths: i128, included: bool) -> Option<End> {
    Some(End { at: (millionths, MILLION), included })
}

/// The true values that an observation of an indicator allows; none of what has no value. What is counted
/// in whole numbers is so here: "over 38" is 39 or more.
pub fn span(indicator: &Indicator, value: &Observed) -> Option<Span> {
    let unit = indicator.unit();
    let whole = matches!(unit, Unit::Headcount | Unit::Children | Unit::Cases);
    let [least, most] = range(unit);
    let floor = if least < 0 { None } else { end(least, true) };
    let above = |number| if whole { end(number + MILLION, true) } else { end(number, false) };
    let below = |number| if whole { end(number - MILLION, true) } else { end(number, false) };
    let number = |value: Quantity| millionths(value.value());
    let [lower, upper] = match value {
        Observed::Rate(_) => [stated(value).map(|at| End { at, included: true }); 2],
        Observed::Figure(figure) => match *figure {
            Figure::Exact(value) => [end(number(value), true); 2],
            Figure::Rounded(rounded) => {
                let (half, number) = (10_i128.pow(6 - rounded.decimal_places()) / 2, number(rounded.value()));
                // A half goes away from 0, so it belongs to the number that is further away from it.
                let lower = end((number - half).max(least), number > 0 || number - half < least);
                let upper = end((number + half).min(most), number < 0 || number + half > most);
                [lower, upper]
            }
            Figure::Qualified(qualified) => {
                let number = number(qualified.value());
                match qualified.qualifier() {
                    Qualifier::Over => [above(number), None],
                    Qualifier::AtLeast => [end(number, true), None],
                    Qualifier::About => [floor, None],
                    Qualifier::Under => [floor, below(number)],
                    Qualifier::AtMost => [floor, end(number, true)],
                    other => panic!("{other} is new"),
                }
            }
            Figure::Withheld(Symbol::NotApplicable) => return None,
            // Above 0, and below one half because it rounds to 0; at how many places is not known of a count.
            Figure::Withheld(Symbol::Low) if whole => [above(0), None],
            Figure::Withheld(Symbol::Low) => [above(0), below(MILLION / 2)],
            Figure::Withheld(_) => [floor, None],
        },
    };
    let hundred = end(100 * MILLION, true);
    let beyond = upper.is_none_or(|upper| compare(upper.at, (100, 1)).is_gt());
    Some([lower, if indicator.is_share() && beyond { hundred } else { upper }])
}

/// Whether what has one lower end lies wholly above what has the other upper end.
pub fn lies_above(lower: Option<End>, upper: Option<End>) -> bool {
    lower.zip(upper).is_some_and(|(lower, upper)| match compare(lower.at, upper.at) {
        Ordering::Less => false,
        Ordering::Equal => !(lower.included && upper.included),
        Ordering::Greater => true,
    })
}

/// The one value of a point.
pub fn point([lower, upper]: Span) -> Option<Fraction> {
    let (lower, upper) = lower.zip(upper)?;
    (lower.included && upper.included && compare(lower.at, upper.at).is_eq()).then_some(lower.at)
}

/// Which way something moved that lay somewhere in one span and then somewhere in another; none where
/// that cannot be told.
pub fn moved(earlier: Option<Span>, later: Option<Span>) -> Option<Ordering> {
    let (was, is) = earlier.zip(later)?;
    if lies_above(is[0], was[1]) {
        Some(Ordering::Greater)
    } else if lies_above(was[0], is[1]) {
        Some(Ordering::Less)
    } else {
        let same = point(was).zip(point(is)).is_some_and(|(was, is)| compare(was, is).is_eq());
        same.then_some(Ordering::Equal)
    }
}

/// Some true value: so many tenths of the way from the lower end to the upper; where there is no end, a
/// million beyond the other. An end that is no true value is stepped away from.
pub fn inside(span: Span, whole: bool, tenths: i128) -> Fraction {
    if let Some(point) = point(span) {
        return point;
    }
    // What is not a point is a figure, and its ends are millionths.
    let far = MILLION * MILLION;
    let lower = span[0].map_or_else(|| span[1].map_or(-far, |upper| upper.at.0 - far), |lower| lower.at.0);
    let upper = span[1].map_or_else(|| lower + far, |upper| upper.at.0);
    let excluded = |end: Option<End>| end.is_some_and(|end| !end.included);
    let tenths = tenths.clamp(excluded(span[0]).into(), 10 - i128::from(excluded(span[1])));
    if whole {
        let steps = (upper - lower) / MILLION;
        (lower + steps * tenths / 10 * MILLION, MILLION)
    } else {
        (lower * (10 - tenths) + upper * tenths, 10 * MILLION)
    }
}

pub fn is_rate(value: &Observed) -> bool {
    matches!(value, Observed::Rate(_))
}

/// Whether bounds hold a fraction, exactly.
pub fn holds(bounds: Bounds, value: Fraction) -> bool {
    let against = |end: Decimal| compare(value, (millionths(end), MILLION));
    let above = match bounds.lower() {
        Bound::Included(lower) => against(lower).is_ge(),
        Bound::Excluded(lower) => against(lower).is_gt(),
        Bound::Unbounded => true,
    };
    let below = match bounds.upper() {
        Bound::Included(upper) => against(upper).is_le(),
        Bound::Excluded(upper) => against(upper).is_lt(),
        Bound::Unbounded => true,
    };
    above && below
}
