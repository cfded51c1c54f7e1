//! A count that a return or a snapshot holds.

use super::{figure::Figure, quantity::Quantity, symbol::Symbol};
use core::{fmt, str::FromStr};

/// A count that may be withheld: a number, or the symbol that stands in its place.
///
/// Stricter than a [`Figure`](crate::Figure), which may also be "around 75": a rate needs the number itself. A withheld
/// count is never taken as 0.
///
/// # Text
///
/// The number's own, or the symbol's: `56.3`, `[c]`; on the wire always text.
///
/// # Examples
///
/// ```
/// use childrens_services::{Fte, Reported, Symbol};
///
/// let lost: Reported<Fte> = "[c]".parse()?;
/// assert_eq!(lost, Symbol::Confidential.into());
/// assert_eq!("56.3".parse::<Reported<Fte>>()?.known(), Some("56.3".parse()?));
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reported<T> {
    /// The number.
    Known(T),
    /// The publisher shows a symbol instead.
    Withheld(Symbol),
}

impl<T> Reported<T> {
    /// The number, if it is known.
    #[must_use]
    pub fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Withheld(_) => None,
        }
    }

    /// The symbol, if the number is withheld.
    #[must_use]
    pub fn symbol(&self) -> Option<Symbol> {
        match self {
            Self::Known(_) => None,
            Self::Withheld(symbol) => Some(*symbol),
        }
    }

    /// Both together by `add`. Not applicable (`[z]`) is nothing to count, as in the official totals. Any other symbol
    /// on either side stands for the sum too, of two the one that says least: `[x]`, `[c]`, `[u]`. What is above 0 but
    /// rounds to 0 (`[low]`) need not do so in a sum, which is then not available.
    pub(crate) fn merge<E>(self, other: Self, add: impl FnOnce(T, T) -> Result<T, E>) -> Result<Self, E> {
        Ok(match (self, other) {
            (Self::Known(a), Self::Known(b)) => Self::Known(add(a, b)?),
            (Self::Withheld(Symbol::NotApplicable), sum) | (sum, Self::Withheld(Symbol::NotApplicable)) => {
                sum
            }
            (Self::Withheld(a), Self::Withheld(b)) => Self::Withheld(a.in_a_sum().max(b.in_a_sum())),
            (Self::Withheld(symbol), Self::Known(_)) | (Self::Known(_), Self::Withheld(symbol)) => {
                Self::Withheld(symbol.in_a_sum())
            }
        })
    }
}

impl<Q: Into<Quantity>> From<Q> for Reported<Q> {
    fn from(value: Q) -> Self {
        Self::Known(value)
    }
}

impl<T> From<Symbol> for Reported<T> {
    fn from(symbol: Symbol) -> Self {
        Self::Withheld(symbol)
    }
}

impl<T: fmt::Display> fmt::Display for Reported<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(value) => value.fmt(f),
            Self::Withheld(symbol) => symbol.fmt(f),
        }
    }
}

impl<T: FromStr> FromStr for Reported<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, T::Err> {
        match text.trim().parse() {
            Ok(symbol) => Ok(Self::Withheld(symbol)),
            Err(_) => text.parse().map(Self::Known),
        }
    }
}

impl<T: FromStr> TryFrom<String> for Reported<T> {
    type Error = T::Err;

    fn try_from(text: String) -> Result<Self, T::Err> {
        text.parse()
    }
}

impl<T: Into<Quantity>> From<Reported<T>> for String {
    fn from(count: Reported<T>) -> Self {
        match count {
            Reported::Known(value) => value.into().value().to_string(),
            Reported::Withheld(symbol) => symbol.to_string(),
        }
    }
}

/// The number as it is, exact.
impl<T: Into<Quantity>> From<Reported<T>> for Figure {
    fn from(count: Reported<T>) -> Self {
        match count {
            Reported::Known(value) => Self::Exact(value.into()),
            Reported::Withheld(symbol) => Self::Withheld(symbol),
        }
    }
}

impl<T: Copy + Into<Quantity>> serde::Serialize for Reported<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&String::from(*self))
    }
}

impl<'de, T: FromStr<Err: fmt::Display>> serde::Deserialize<'de> for Reported<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "a count written as text, such as \"56.3\" or \"[c]\"";
        crate::wire::text(deserializer, &expected, str::parse)
    }
}
