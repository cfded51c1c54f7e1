//! Cases for each full-time equivalent case holder.

use super::quantity::{decimal_number, differs_by};

/// A caseload: cases for each full-time equivalent case holder.
///
/// An average, so it does not add up; work [`AverageCaseload`](crate::AverageCaseload) from summed
/// counts instead.
///
/// # Unit
///
/// Cases per FTE.
///
/// # Guarantees
///
/// From 0 to 4,294,967,295,000,000 (the most [`Cases`](crate::Cases) over a millionth FTE), at most
/// six decimal places, exact.
///
/// # Text
///
/// Read from `16.8` or `16.8 cases per FTE`, printed as the latter, on the wire the text `16.8`.
///
/// # Examples
///
/// ```
/// use childrens_services::Caseload;
///
/// let average: Caseload = "16.8".parse()?;
/// assert_eq!(average.to_string(), "16.8 cases per FTE");
/// assert!("16.8%".parse::<Caseload>().is_err());
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Caseload(i128);

impl Caseload {
    /// No cases.
    pub const ZERO: Self = Self::from_micros_inner(0);
    /// 4,294,967,295,000,000 cases per FTE.
    pub const MAX: Self = Self::from_micros_inner(4_294_967_295_000_000_000_000);
}

decimal_number!(Caseload(i128), {
    name: "caseload", min: 0, max: 4_294_967_295_000_000, places: 6,
    unit: " cases per FTE", unit_of_one: " case per FTE", example: "16.8",
});
differs_by!(Caseload, CaseloadChange, CasesPerFte);

/// The signed difference of two [`Caseload`]s.
///
/// # Unit
///
/// Cases per FTE, negative for a fall.
///
/// # Guarantees
///
/// Within plus or minus [`Caseload::MAX`], at most six decimal places, exact.
///
/// # Examples
///
/// ```
/// use childrens_services::Caseload;
///
/// let change = "15".parse::<Caseload>()?.change_since("16.8".parse()?);
/// assert_eq!(change.to_string(), "-1.8 cases per FTE");
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseloadChange(i128);

decimal_number!(CaseloadChange(i128), {
    name: "difference in caseload", min: -4_294_967_295_000_000, max: 4_294_967_295_000_000, places: 6,
    unit: " cases per FTE", unit_of_one: " case per FTE", example: "-1.8",
});
