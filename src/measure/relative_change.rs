//! Change as per cent of where it started.

use super::{
    error::QuantityError,
    number::ONE,
    quantity::{Quantity, decimal_number, sealed::try_of_micros},
    ratio::Ratio,
};

/// A change as per cent of the earlier number.
///
/// Not [`PercentagePoints`](crate::PercentagePoints), though both may be printed with few digits.
///
/// # Unit
///
/// Per cent of the earlier number, negative for a fall: `-75` is "reduced by three quarters".
///
/// # Guarantees
///
/// From -100, for nothing here falls by more than all of it, to 10<sup>20</sup>; at most six
/// decimal places, exact.
///
/// # Text
///
/// Read from `-75` or `-75%`, printed as `-75%`, on the wire `-75`.
///
/// # Examples
///
/// ```
/// use childrens_services::{Headcount, RelativeChange};
///
/// let three_quarters_down: RelativeChange = "-75%".parse()?;
/// let then = Headcount::new(24);
/// assert_eq!(three_quarters_down.apply_to_rounded(then, 0)?, Headcount::new(6));
/// assert!("-101%".parse::<RelativeChange>().is_err());
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelativeChange(i128);

impl RelativeChange {
    /// Down to nothing.
    pub const MIN: Self = Self::from_micros_inner(-100_000_000);
    /// No change.
    pub const ZERO: Self = Self::from_micros_inner(0);
    /// 10<sup>20</sup> per cent.
    pub const MAX: Self = Self::from_micros_inner(100_000_000_000_000_000_000_000_000);

    /// `baseline` after this change, rounded once to `dp` places (at most six; a count has none),
    /// halves away from zero.
    ///
    /// # Errors
    ///
    /// Refuses a result above the quantity's `MAX`.
    pub fn apply_to_rounded<Q: Quantity>(self, baseline: Q, dp: u32) -> Result<Q, QuantityError> {
        let hundred = 100 * ONE;
        match baseline.micros().checked_mul(hundred + self.0) {
            // The quotient's numerator is multiplied by at most 10^6 for rounding.
            Some(numerator) if numerator < i128::MAX / ONE => {
                let dp = dp.min(Q::GRAMMAR.places);
                try_of_micros(Ratio { numerator, denominator: hundred * ONE }.rounded(dp))
            }
            // So large a product is far above every MAX.
            _ => Err(QuantityError::refused(
                Q::GRAMMAR,
                &format!("of {baseline} after a change by {self}"),
                super::error::QuantityFault::OutOfRange,
            )),
        }
    }
}

decimal_number!(RelativeChange(i128), {
    name: "relative change", min: -100, max: 100_000_000_000_000_000_000, places: 6,
    unit: "%", unit_of_one: "%", example: "-75",
});
