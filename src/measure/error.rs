//! Why a number or a text is not the quantity that was asked for.

use super::number::{self, Grammar};
use crate::text::excerpt;
use rust_decimal::Decimal;

/// What was wrong with a number or a text offered as a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QuantityFault {
    /// The text is not in the quantity's plain decimal form.
    Malformed,
    /// The number has more decimal places than the quantity keeps.
    TooPrecise,
    /// The number lies outside the quantity's range.
    OutOfRange,
}

/// A number or a text offered as a quantity was refused.
///
/// The message says what was given and what is allowed.
///
/// ```
/// use childrens_services::{Fte, QuantityFault};
///
/// let error = "-5".parse::<Fte>().unwrap_err();
/// assert_eq!(error.to_string(), "FTE -5 is outside 0 to 1000000");
/// assert_eq!(error.fault(), QuantityFault::OutOfRange);
///
/// let error = "1,200".parse::<Fte>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     r#"FTE "1,200" is not written as digits, optionally a point and up to 6 more digits (as in "494.5" or "494.5 FTE")"#,
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} {given} {}", grammar.name, self.allowed())]
pub struct QuantityError {
    grammar: &'static Grammar,
    given: String,
    fault: QuantityFault,
}

impl QuantityError {
    pub(crate) fn malformed(grammar: &'static Grammar, text: &str) -> Self {
        let given = format!("{:?}", excerpt(text));
        Self { grammar, given, fault: QuantityFault::Malformed }
    }

    pub(crate) fn refused(grammar: &'static Grammar, given: &str, fault: QuantityFault) -> Self {
        Self { grammar, given: excerpt(given), fault }
    }

    /// What was wrong.
    #[must_use]
    pub const fn fault(&self) -> QuantityFault {
        self.fault
    }

    /// The quantity's name as it stands in the message, such as `percentage`.
    #[must_use]
    pub const fn quantity(&self) -> &'static str {
        self.grammar.name
    }

    /// The smallest and the largest number allowed.
    #[must_use]
    pub fn allowed_range(&self) -> (Decimal, Decimal) {
        (number::to_decimal(self.grammar.min), number::to_decimal(self.grammar.max))
    }

    fn allowed(&self) -> String {
        match self.fault {
            QuantityFault::Malformed => format!("is not written as {}", self.grammar.expected()),
            QuantityFault::TooPrecise => {
                format!("has more than {}", number::places(self.grammar.places))
            }
            QuantityFault::OutOfRange => {
                let (min, max) = self.allowed_range();
                format!("is outside {min} to {max}")
            }
        }
    }
}
