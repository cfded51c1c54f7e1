//! A number somebody was to report.

use super::{quantity::Quantity, symbol::Symbol};

/// A number that a return or a snapshot should hold: known, withheld, or not reported at all.
///
/// Stricter than a [`Figure`](crate::Figure), which may also be "around 75": what enters a rate is
/// known, or the rate is not. Neither a withheld nor a missing number is ever taken as 0.
///
/// # Examples
///
/// ```
/// use childrens_services::{Fte, Reported, Symbol};
///
/// let lost: Reported<Fte> = Symbol::Confidential.into();
/// assert_eq!(lost.known(), None);
/// assert_eq!(Reported::<Fte>::default(), Reported::NotReported);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Reported<T> {
    /// The number.
    Known(T),
    /// The publisher shows a symbol instead.
    Withheld(Symbol),
    /// Nobody gave a number.
    #[default]
    NotReported,
}

impl<T> Reported<T> {
    /// The number, if it is known.
    #[must_use]
    pub fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Withheld(_) | Self::NotReported => None,
        }
    }

    /// Both together by `add`. Not applicable (`[z]`) is nothing to count, as in the official totals.
    /// What else is missing on either side is missing in the sum, and of two reasons the one that says
    /// least stands: not reported, `[x]`, `[c]`, `[u]`. What is above 0 but rounds to 0 (`[low]`) does so
    /// no longer in a sum, of which no number is then available.
    pub(crate) fn merge<E>(self, other: Self, add: impl FnOnce(T, T) -> Result<T, E>) -> Result<Self, E> {
        Ok(match (self, other) {
            (Self::Known(a), Self::Known(b)) => Self::Known(add(a, b)?),
            (Self::Withheld(Symbol::NotApplicable), sum) | (sum, Self::Withheld(Symbol::NotApplicable)) => {
                sum
            }
            (Self::NotReported, _) | (_, Self::NotReported) => Self::NotReported,
            (Self::Withheld(a), Self::Withheld(b)) => {
                Self::Withheld(if a.least_said() >= b.least_said() { a.in_a_sum() } else { b.in_a_sum() })
            }
            (Self::Withheld(symbol), Self::Known(_)) | (Self::Known(_), Self::Withheld(symbol)) => {
                Self::Withheld(symbol.in_a_sum())
            }
        })
    }
}

impl<Q: Quantity> From<Q> for Reported<Q> {
    fn from(value: Q) -> Self {
        Self::Known(value)
    }
}

impl<Q: Quantity> From<Symbol> for Reported<Q> {
    fn from(symbol: Symbol) -> Self {
        Self::Withheld(symbol)
    }
}
