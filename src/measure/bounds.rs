//! The interval in which a true value lies.

use super::number::{self, ONE};
use super::{ratio::Ratio, unit::Unit};
use crate::text;
use core::ops::{Bound, RangeBounds};
use core::{cmp::Ordering, fmt};
use rust_decimal::Decimal;

/// The interval of true values that a printed figure allows, or of the differences between two such values.
///
/// Each end is a [`Bound`] in the [`unit`](Self::unit): included, excluded, or open without limit. The type is a
/// [`RangeBounds`] of decimals, so `contains` is that trait's.
///
/// # Examples
///
/// ```
/// use childrens_services::{Figure, Unit, rust_decimal::Decimal};
/// use std::ops::RangeBounds;
///
/// let take_up = Figure::read(Unit::PerCent, "over 90%")?;
/// let bounds = take_up.bounds().expect("it is not withheld");
/// assert!(bounds.contains(&Decimal::new(901, 1)) && !bounds.contains(&Decimal::from(90)));
/// assert_eq!(bounds.to_string(), "above 90%");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bounds {
    unit: Unit,
    lower: Bound<Decimal>,
    upper: Bound<Decimal>,
}

impl Bounds {
    /// The unit of both ends.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// The lower end.
    #[must_use]
    pub const fn lower(&self) -> Bound<Decimal> {
        self.lower
    }

    /// The upper end.
    #[must_use]
    pub const fn upper(&self) -> Bound<Decimal> {
        self.upper
    }
}

impl RangeBounds<Decimal> for Bounds {
    fn start_bound(&self) -> Bound<&Decimal> {
        self.lower.as_ref()
    }

    fn end_bound(&self) -> Bound<&Decimal> {
        self.upper.as_ref()
    }
}

impl fmt::Display for Bounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |end| self.unit.grammar().text(number::to_micros(end), None);
        let text = match (self.lower.map(number), self.upper.map(number)) {
            (Bound::Unbounded, Bound::Unbounded) => "anything".to_owned(),
            (Bound::Included(low), Bound::Included(high)) if low == high => format!("exactly {low}"),
            (Bound::Included(low), Bound::Unbounded) => format!("at least {low}"),
            (Bound::Excluded(low), Bound::Unbounded) => format!("above {low}"),
            (Bound::Unbounded, Bound::Included(high)) => format!("at most {high}"),
            (Bound::Unbounded, Bound::Excluded(high)) => format!("below {high}"),
            (Bound::Included(low) | Bound::Excluded(low), Bound::Included(high) | Bound::Excluded(high)) => {
                let from = if matches!(self.lower, Bound::Included(_)) { "from" } else { "above" };
                let to = if matches!(self.upper, Bound::Included(_)) { "to" } else { "to below" };
                format!("{from} {low} {to} {high}")
            }
        };
        text::pad(&text, f)
    }
}

/// The same in exact ratios, for the arithmetic.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Interval {
    pub(crate) lower: Bound<Ratio>,
    pub(crate) upper: Bound<Ratio>,
}

impl Interval {
    pub(crate) const fn point(value: Ratio) -> Self {
        Self { lower: Bound::Included(value), upper: Bound::Included(value) }
    }

    /// Every share of a whole.
    pub(crate) const SHARES: Self =
        Self { lower: Bound::Included(Ratio::whole(0)), upper: Bound::Included(Ratio::whole(100 * ONE)) };

    /// The part that is not above 100; the interval must reach down to there.
    pub(crate) fn within_hundred(self) -> Self {
        let hundred = Ratio::whole(100 * ONE);
        let inside = match self.upper {
            Bound::Included(upper) | Bound::Excluded(upper) => upper.compare(hundred).is_le(),
            Bound::Unbounded => false,
        };
        if inside { self } else { Self { upper: Bound::Included(hundred), ..self } }
    }

    /// The interval of every difference between a value of this and a value of `earlier`.
    pub(crate) fn minus(self, earlier: Self) -> Self {
        let minus = |a: Bound<Ratio>, b: Bound<Ratio>| match (a, b) {
            (Bound::Unbounded, _) | (_, Bound::Unbounded) => Bound::Unbounded,
            (Bound::Included(a), Bound::Included(b)) => Bound::Included(a.minus(b)),
            (Bound::Included(a) | Bound::Excluded(a), Bound::Included(b) | Bound::Excluded(b)) => {
                Bound::Excluded(a.minus(b))
            }
        };
        Self { lower: minus(self.lower, earlier.upper), upper: minus(self.upper, earlier.lower) }
    }

    /// Whether every value of this lies above, at or below every value of `other`; none where the intervals do not
    /// decide it.
    pub(crate) fn compare(self, other: Self) -> Option<Ordering> {
        if let (Some(own), Some(other)) = (self.only(), other.only()) {
            return Some(own.compare(other));
        }
        let above = |low: Bound<Ratio>, high: Bound<Ratio>| match (low, high) {
            (Bound::Unbounded, _) | (_, Bound::Unbounded) => false,
            (Bound::Included(low), Bound::Included(high)) => low.compare(high).is_gt(),
            (Bound::Included(low) | Bound::Excluded(low), Bound::Included(high) | Bound::Excluded(high)) => {
                low.compare(high).is_ge()
            }
        };
        if above(self.lower, other.upper) {
            Some(Ordering::Greater)
        } else if above(other.lower, self.upper) {
            Some(Ordering::Less)
        } else {
            None
        }
    }

    /// Whether every value of this is one of `other`.
    pub(crate) fn is_within(self, other: Self) -> bool {
        let inside = |own: Bound<Ratio>, end: Bound<Ratio>, outside: Ordering| match (own, end) {
            (_, Bound::Unbounded) => true,
            (Bound::Unbounded, _) => false,
            (Bound::Included(own), Bound::Excluded(end)) => own.compare(end) == outside.reverse(),
            (Bound::Included(own) | Bound::Excluded(own), Bound::Included(end) | Bound::Excluded(end)) => {
                own.compare(end) != outside
            }
        };
        inside(self.lower, other.lower, Ordering::Less) && inside(self.upper, other.upper, Ordering::Greater)
    }

    /// Whether every value of this is one of `other`, or none is; none where some may be and some may not.
    pub(crate) fn lies_in(self, other: Self) -> Option<bool> {
        if self.is_within(other) {
            return Some(true);
        }
        self.compare(other).is_some_and(Ordering::is_ne).then_some(false)
    }

    pub(crate) fn contains(self, value: Ratio) -> bool {
        !self.compare(Self::point(value)).is_some_and(Ordering::is_ne)
    }

    /// The one value of a point.
    fn only(self) -> Option<Ratio> {
        match (self.lower, self.upper) {
            (Bound::Included(low), Bound::Included(high)) if low.compare(high).is_eq() => Some(low),
            _ => None,
        }
    }

    /// In decimals; an end that six places cannot hold is rounded outwards, and then excluded.
    pub(crate) fn in_unit(self, unit: Unit) -> Bounds {
        let outwards = |end: Bound<Ratio>, up: bool| {
            let (Bound::Included(exact) | Bound::Excluded(exact)) = end else { return Bound::Unbounded };
            let (micros, is_exact) = exact.towards(up);
            let decimal = number::to_decimal(micros);
            match end {
                Bound::Included(_) if is_exact => Bound::Included(decimal),
                _ => Bound::Excluded(decimal),
            }
        };
        Bounds { unit, lower: outwards(self.lower, false), upper: outwards(self.upper, true) }
    }
}
