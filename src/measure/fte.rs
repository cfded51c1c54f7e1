//! Full-time equivalents.

use super::quantity::{adds_up, decimal_number, differs_by};

/// Full-time equivalents: contracted hours over the standard hours of the grade, summed.
///
/// # Unit
///
/// FTE. Not a [`Headcount`](crate::Headcount): two people on half time are one FTE.
///
/// # Guarantees
///
/// From 0 to 1,000,000, at most six decimal places, exact.
///
/// # Text
///
/// Read from `494.5` or `494.5 FTE`, printed as `494.5 FTE`, on the wire the text `494.5`.
///
/// # Source
///
/// Department for Education, *Children's social work workforce: data guidance*, reporting year 2019.
///
/// # Examples
///
/// ```
/// use childrens_services::Fte;
/// use rust_decimal::Decimal;
///
/// let in_post = Fte::new(Decimal::new(4945, 1))?;
/// assert_eq!(in_post.to_string(), "494.5 FTE");
/// assert!("1000000.1".parse::<Fte>().is_err());
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fte(i64);

impl Fte {
    /// None.
    pub const ZERO: Self = Self::from_micros_inner(0);
    /// One million.
    pub const MAX: Self = Self::from_micros_inner(1_000_000_000_000);
}

decimal_number!(Fte(i64), {
    name: "FTE", min: 0, max: 1_000_000, places: 6,
    unit: " FTE", unit_of_one: " FTE", example: "494.5",
});
differs_by!(Fte, FteChange, Fte);
adds_up!(Fte);

/// The signed difference of two [`Fte`].
///
/// # Unit
///
/// FTE, negative for a fall.
///
/// # Guarantees
///
/// Within plus or minus 1,000,000, at most six decimal places, exact.
///
/// # Examples
///
/// ```
/// use childrens_services::{Fte, FteChange};
///
/// let fall = "49.5".parse::<Fte>()?.change_since("70.8".parse()?);
/// assert_eq!(fall, "-21.3 FTE".parse::<FteChange>()?);
/// assert_eq!((-fall).to_string(), "21.3 FTE");
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FteChange(i64);

decimal_number!(FteChange(i64), {
    name: "difference in FTE", min: -1_000_000, max: 1_000_000, places: 6,
    unit: " FTE", unit_of_one: " FTE", example: "-21.3",
});
