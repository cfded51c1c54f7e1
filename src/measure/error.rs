//! Why a number or a text is not the quantity that was asked for.

use super::number::{self, Grammar};
use super::unit::Unit;
use crate::text::excerpt;

/// What is wrong with a number or a text offered as a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QuantityFault {
    /// The text is not in the quantity's plain decimal form.
    Malformed,
    /// The number is in another unit.
    OtherUnit(Unit),
    /// The text names no unit that there is.
    UnknownUnit,
    /// The number has more decimal places than the quantity keeps.
    TooPrecise,
    /// The number is below the quantity's range.
    TooSmall,
    /// The number is above the quantity's range.
    TooLarge,
}

/// A number or a text offered as a quantity was refused.
///
/// The message says what was given and what is allowed.
///
/// ```
/// use childrens_services::{Fte, Percent, QuantityFault, Unit};
///
/// let error = "-5".parse::<Fte>().unwrap_err();
/// assert_eq!(error.to_string(), "FTE -5 is below 0");
/// assert_eq!(error.fault(), QuantityFault::TooSmall);
///
/// let error = "18.5pp".parse::<Percent>().unwrap_err();
/// assert_eq!(error.to_string(), r#"percentage "18.5pp" is in percentage points, not in per cent"#);
/// assert_eq!(error.fault(), QuantityFault::OtherUnit(Unit::PercentagePoints));
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
    pub(crate) fn new(grammar: &'static Grammar, given: &str, fault: QuantityFault) -> Self {
        let given = match fault {
            QuantityFault::Malformed | QuantityFault::OtherUnit(_) | QuantityFault::UnknownUnit => {
                format!("{:?}", excerpt(given))
            }
            _ => excerpt(given),
        };
        Self { grammar, given, fault }
    }

    /// What is wrong.
    #[must_use]
    pub const fn fault(&self) -> QuantityFault {
        self.fault
    }

    fn allowed(&self) -> String {
        let Grammar { min, max, .. } = *self.grammar;
        match self.fault {
            QuantityFault::Malformed => format!("is not written as {}", self.grammar.expected()),
            QuantityFault::OtherUnit(given) => {
                let is = |same: fn(&Grammar, &Grammar) -> bool| {
                    Unit::ALL.iter().find(|unit| same(unit.grammar(), self.grammar)).copied()
                };
                let own = is(|unit, own| unit == own).or_else(|| is(|unit, own| unit.after == own.after));
                format!("is in {given}, not in {}", own.map_or(self.grammar.name, Unit::label))
            }
            QuantityFault::UnknownUnit => {
                "is not a number with its unit, as in \"18.5%\", \"494.5 FTE\" or \"38 people\"".to_owned()
            }
            QuantityFault::TooPrecise if self.grammar.is_whole() => "is not a whole number".to_owned(),
            QuantityFault::TooPrecise => format!("has more than {}", number::places(self.grammar.places)),
            QuantityFault::TooSmall => format!("is below {}", number::plain(min, None)),
            QuantityFault::TooLarge => format!("is above {}", number::plain(max, None)),
        }
    }
}
