//! The interval in which a true value lies.

use super::quantity::{Quantity, sealed::of_micros};
use crate::text;
use core::{
    cmp::Ordering,
    fmt,
    ops::{Bound, RangeBounds},
};

/// The interval of true values that a printed figure allows.
///
/// Each end is a [`Bound`]: included, excluded, or open without limit. The type is a
/// [`RangeBounds`], so `contains` is that trait's.
///
/// # Examples
///
/// ```
/// use childrens_services::{Figure, Percent};
/// use std::ops::RangeBounds;
///
/// let take_up: Figure<Percent> = "over 90%".parse()?;
/// let bounds = take_up.bounds().expect("a qualified figure has bounds");
/// assert!(bounds.contains(&"90.1%".parse()?));
/// assert!(!bounds.contains(&"90%".parse()?));
/// assert_eq!(bounds.to_string(), "above 90%");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bounds<T> {
    lower: Bound<T>,
    upper: Bound<T>,
}

impl<T: Copy> Bounds<T> {
    pub(crate) const fn new(lower: Bound<T>, upper: Bound<T>) -> Self {
        Self { lower, upper }
    }

    /// The lower end.
    #[must_use]
    pub const fn lower(&self) -> Bound<T> {
        self.lower
    }

    /// The upper end.
    #[must_use]
    pub const fn upper(&self) -> Bound<T> {
        self.upper
    }
}

impl<Q: Quantity> Bounds<Q> {
    /// The interval of every difference between a value of this and a value of `earlier`.
    #[must_use]
    pub fn change_since(self, earlier: Self) -> Bounds<Q::Difference> {
        let minus = |a: Bound<Q>, b: Bound<Q>| {
            // Ends lie from 0 to MAX, so their difference lies within the difference's bounds.
            let at = |a: Q, b: Q| of_micros(a.micros() - b.micros());
            match (a, b) {
                (Bound::Unbounded, _) | (_, Bound::Unbounded) => Bound::Unbounded,
                (Bound::Included(a), Bound::Included(b)) => Bound::Included(at(a, b)),
                (Bound::Included(a) | Bound::Excluded(a), Bound::Included(b) | Bound::Excluded(b)) => {
                    Bound::Excluded(at(a, b))
                }
            }
        };
        Bounds::new(minus(self.lower, earlier.upper), minus(self.upper, earlier.lower))
    }

    /// The part of the interval that is not above `most`; the interval must reach down to there.
    pub(crate) fn at_most(self, most: Q) -> Self {
        let inside = match self.upper {
            Bound::Included(upper) | Bound::Excluded(upper) => upper <= most,
            Bound::Unbounded => false,
        };
        if inside { self } else { Self { lower: self.lower, upper: Bound::Included(most) } }
    }

    /// Whether every value of this lies above, at or below every value of `earlier`; none when the
    /// intervals do not decide it.
    pub(crate) fn compare(self, earlier: Self) -> Option<Ordering> {
        let above = |low: Bound<Q>, high: Bound<Q>| match (low, high) {
            (Bound::Unbounded, _) | (_, Bound::Unbounded) => false,
            (Bound::Included(low), Bound::Included(high)) => low > high,
            (Bound::Included(low) | Bound::Excluded(low), Bound::Included(high) | Bound::Excluded(high)) => {
                low >= high
            }
        };
        let point = self == earlier
            && matches!((self.lower, self.upper), (Bound::Included(a), Bound::Included(b)) if a == b);
        if point {
            Some(Ordering::Equal)
        } else if above(self.lower, earlier.upper) {
            Some(Ordering::Greater)
        } else if above(earlier.lower, self.upper) {
            Some(Ordering::Less)
        } else {
            None
        }
    }
}

impl<T> RangeBounds<T> for Bounds<T> {
    fn start_bound(&self) -> Bound<&T> {
        self.lower.as_ref()
    }

    fn end_bound(&self) -> Bound<&T> {
        self.upper.as_ref()
    }
}

impl<T: fmt::Display + PartialEq> fmt::Display for Bounds<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match (&self.lower, &self.upper) {
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
