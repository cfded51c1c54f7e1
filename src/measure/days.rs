//! Working days.

use super::quantity::{adds_up, decimal_number, differs_by};

/// Working days, such as those lost to sickness; half days and less are possible.
///
/// # Unit
///
/// Days.
///
/// # Guarantees
///
/// From 0 to 10,000,000, at most six decimal places, exact. (England lost 257,240.9 in the year to
/// 30 September 2021.)
///
/// # Text
///
/// Read from `5256.3` or `5256.3 days`, printed as the latter, on the wire the text `5256.3`.
///
/// # Examples
///
/// ```
/// use childrens_services::Days;
///
/// let lost: Days = "5256.3".parse()?;
/// assert_eq!(lost.to_string(), "5256.3 days");
/// assert!("5,256.3".parse::<Days>().is_err());
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days(i64);

impl Days {
    /// None.
    pub const ZERO: Self = Self::from_micros_inner(0);
    /// Ten million.
    pub const MAX: Self = Self::from_micros_inner(10_000_000_000_000);
}

decimal_number!(Days(i64), {
    name: "number of days", min: 0, max: 10_000_000, places: 6,
    unit: " days", unit_of_one: " day", example: "5256.3",
});
differs_by!(Days, DaysChange, Days);
adds_up!(Days);

/// The signed difference of two [`Days`].
///
/// # Unit
///
/// Days, negative for a fall.
///
/// # Guarantees
///
/// Within plus or minus 10,000,000, at most six decimal places, exact.
///
/// # Examples
///
/// ```
/// use childrens_services::Days;
///
/// let change = "1741".parse::<Days>()?.change_since("3005".parse()?);
/// assert_eq!(change.to_string(), "-1264 days");
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DaysChange(i64);

decimal_number!(DaysChange(i64), {
    name: "difference in days", min: -10_000_000, max: 10_000_000, places: 6,
    unit: " days", unit_of_one: " day", example: "-1264",
});
