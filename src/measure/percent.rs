//! Per cent and percentage points.

use super::quantity::{decimal_number, differs_by};

/// A number of hundredths of a base: a share, or a rate that may exceed its base.
///
/// Whether 100 is the most is the rate's own rule: [`VacancyRate`](crate::VacancyRate) can never
/// give more, [`TurnoverRateFte`](crate::TurnoverRateFte) can.
///
/// # Unit
///
/// Per cent: `12.5` is an eighth of the base.
///
/// # Guarantees
///
/// From 0 to 10<sup>14</sup> (a million full-time equivalents over a millionth of one), at most
/// six decimal places, exact.
///
/// # Text
///
/// Read from `18.5` or `18.5%`, printed as `18.5%`, on the wire the text `18.5`.
///
/// # Examples
///
/// ```
/// use childrens_services::Percent;
///
/// let february: Percent = "18.5%".parse()?;
/// let september: Percent = "1.8".parse()?;
/// assert_eq!(september.to_string(), "1.8%");
/// assert_eq!(september.change_since(february).to_string(), "-16.7 percentage points");
/// assert!("-1%".parse::<Percent>().is_err());
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(i128);

impl Percent {
    /// None of the base.
    pub const ZERO: Self = Self::from_micros_inner(0);
    /// All of the base.
    pub const HUNDRED: Self = Self::from_micros_inner(100_000_000);
    /// 10<sup>14</sup> per cent.
    pub const MAX: Self = Self::from_micros_inner(100_000_000_000_000_000_000);
}

decimal_number!(Percent(i128), {
    name: "percentage", min: 0, max: 100_000_000_000_000, places: 6,
    unit: "%", unit_of_one: "%", example: "18.5",
});
differs_by!(Percent, PercentagePoints, PerCent);

/// The signed difference of two percentages.
///
/// Not a [`RelativeChange`](crate::RelativeChange): from 18.5% to 1.8% is a fall of 16.7 percentage
/// points, and of 90.3 per cent.
///
/// # Unit
///
/// Percentage points, negative for a fall.
///
/// # Guarantees
///
/// Within plus or minus 10<sup>14</sup>, at most six decimal places, exact.
///
/// # Text
///
/// Read from `-16.7` or `-16.7 percentage points`, printed as the latter, on the wire `-16.7`.
/// `{:+}` prints the sign of a rise too.
///
/// # Examples
///
/// ```
/// use childrens_services::{Percent, PercentagePoints};
///
/// let rise: PercentagePoints = "2.5".parse()?;
/// assert_eq!(format!("{rise:+}"), "+2.5 percentage points");
/// assert_eq!("10%".parse::<Percent>()?.changed_by(rise)?, "12.5%".parse()?);
/// assert!("2.5%".parse::<PercentagePoints>().is_err());
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PercentagePoints(i128);

decimal_number!(PercentagePoints(i128), {
    name: "difference in percentage points", min: -100_000_000_000_000, max: 100_000_000_000_000, places: 6,
    unit: " percentage points", unit_of_one: " percentage point", example: "-16.7",
});
