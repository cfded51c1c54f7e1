//! An exact number in a unit.

use super::error::{QuantityError, QuantityFault};
use super::number;
use super::{ratio::Ratio, unit::Unit};
use crate::text::text_value;
use core::{cmp::Ordering, fmt, str::FromStr};
use rust_decimal::Decimal;

/// An exact number in a [`Unit`].
///
/// Where a mix-up of units must not compile there are typed forms, such as [`Fte`](crate::Fte); each converts into a
/// quantity. Two quantities of different units are neither equal nor ordered.
///
/// # Range
///
/// That of the unit, at most six decimal places; whole where the unit is.
///
/// # Text
///
/// With its unit, for `Display`, `FromStr` and the wire: `18.5%`, `52.3 per 10,000 children`, `494.5 FTE`, `£1250.5`,
/// `38 people`, `412 children`, `3770 cases`, `-0.21 score points`; a number of anything else is the number alone. Units are read
/// in any case. Where the unit is known, [`read`](Self::read) takes the number without it too.
///
/// # Examples
///
/// ```
/// use childrens_services::{Fte, Quantity, Unit};
///
/// let rate = Quantity::read(Unit::Per10000, "52.3")?;
/// assert_eq!(rate.to_string(), "52.3 per 10,000 children");
/// assert_eq!(Quantity::from("494.5".parse::<Fte>()?), "494.5 fte".parse()?);
/// assert_eq!(Quantity::read(Unit::Headcount, "38")?.to_string(), "38 people");
/// assert_eq!(
///     Quantity::read(Unit::Children, "-3").unwrap_err().to_string(),
///     "number of children -3 is below 0",
/// );
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Quantity {
    unit: Unit,
    micros: i128,
}

impl Quantity {
    /// Creates a quantity from the number before the unit.
    ///
    /// # Errors
    ///
    /// Returns an error if the number lies outside the unit's range or has more decimal places than the unit.
    pub fn new(unit: Unit, number: Decimal) -> Result<Self, QuantityError> {
        unit.grammar().accept(number).map(|micros| Self { unit, micros })
    }

    /// Reads a number in a unit, which may follow it.
    ///
    /// # Errors
    ///
    /// Returns an error for a text that is no plain number, names another unit, or lies outside the unit's range.
    pub fn read(unit: Unit, text: &str) -> Result<Self, QuantityError> {
        unit.grammar().read(text).map(|read| Self { unit, micros: read.micros })
    }

    /// A number known to be in the unit's range, and whole if the unit is.
    pub(crate) fn of_micros(unit: Unit, micros: i128) -> Self {
        debug_assert!(unit.grammar().in_range(micros, String::new).is_ok(), "{micros} is out of range");
        Self { unit, micros }
    }

    /// A number that may be out of the unit's range.
    pub(crate) fn try_of_micros(unit: Unit, micros: i128) -> Result<Self, QuantityError> {
        unit.grammar().in_range(micros, || number::plain(micros, None)).map(|micros| Self { unit, micros })
    }

    /// The unit.
    #[must_use]
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// The number as a decimal, without trailing zeros.
    #[must_use]
    pub fn value(self) -> Decimal {
        number::to_decimal(self.micros)
    }

    /// The number rounded once to `dp` places, halves away from zero. More than six places count as six.
    #[must_use]
    pub fn rounded(self, dp: u32) -> Self {
        let micros = Ratio::whole(self.micros).rounded(dp);
        // Every range ends at whole numbers, so rounding does not leave it.
        Self { micros, ..self }
    }

    pub(crate) const fn micros(self) -> i128 {
        self.micros
    }

    /// Refuses what is above a whole, with what was given.
    pub(crate) fn expect_share(self, given: impl FnOnce() -> String) -> Result<Self, QuantityError> {
        number::SHARE.in_range(self.micros, given).map(|_| self)
    }

    pub(crate) fn expect_unit(self, unit: Unit) -> Result<Self, QuantityError> {
        if self.unit == unit {
            return Ok(self);
        }
        Err(QuantityError::new(unit.grammar(), &self.to_string(), QuantityFault::OtherUnit(self.unit)))
    }
}

/// Quantities of different units have no order.
impl PartialOrd for Quantity {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (self.unit == other.unit).then(|| self.micros.cmp(&other.micros))
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let grammar = self.unit.grammar();
        match grammar.before {
            "" => f.pad_integral(self.micros >= 0, "", &grammar.text_with_unit(self.micros.abs())),
            _ => grammar.write(self.micros, f),
        }
    }
}

impl FromStr for Quantity {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let unsigned = text.trim().trim_start_matches(['-', '\u{2212}']);
        let word = unsigned.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim_start();
        let before = |unit: &Unit| {
            let before = unit.grammar().before;
            !before.is_empty() && unsigned.starts_with(before)
        };
        // "points" are percentage points: a score has words of its own.
        let named = |unit: &Unit| unit.grammar().is_unit(word);
        let mut units = Unit::ALL.iter().copied();
        let unit =
            if word.is_empty() { Some(Unit::Number) } else { units.find(|unit| named(unit) || before(unit)) };
        let unit = unit.ok_or_else(|| QuantityError::new(&number::ANY, text, QuantityFault::UnknownUnit))?;
        Self::read(unit, text)
    }
}

text_value!(
    Quantity,
    "a number with its unit written as text, such as \"18.5%\" or \"38 people\"",
    |quantity| quantity
);

impl fmt::Debug for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Quantity({} {})", number::plain(self.micros, None), self.unit.code())
    }
}

/// A plain number of anything.
impl From<u32> for Quantity {
    fn from(number: u32) -> Self {
        Self { unit: Unit::Number, micros: i128::from(number) * number::ONE }
    }
}
