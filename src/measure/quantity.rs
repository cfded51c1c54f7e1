//! An exact number in a unit.

use super::error::{QuantityError, QuantityFault};
use super::number;
use super::{ratio::Ratio, unit::Unit};
use core::{cmp::Ordering, fmt};
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
/// Printed with its unit: `18.5%`, `52.3 per 10,000 children`, `494.5 FTE`, `£1250.5`. Counts of people, children and
/// cases print as the number alone. [`read`](Self::read) takes the number with or without the unit, in any case.
///
/// # Examples
///
/// ```
/// use childrens_services::{Fte, Quantity, Unit};
///
/// let rate = Quantity::read(Unit::Per10000, "52.3")?;
/// assert_eq!(rate.to_string(), "52.3 per 10,000 children");
/// assert_eq!(Quantity::from("494.5".parse::<Fte>()?), Quantity::read(Unit::Fte, "494.5 fte")?);
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
        self.unit.grammar().write(self.micros, f)
    }
}

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
