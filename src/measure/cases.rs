//! Cases.

use super::quantity::{adds_up, differs_by, whole_number};

/// Cases: people allocated to a named social worker for child and family social work.
///
/// # Unit
///
/// Cases. Not people of the workforce: see [`Headcount`](crate::Headcount).
///
/// # Guarantees
///
/// A whole number from 0 to 4,294,967,295.
///
/// # Text
///
/// Digits only, read and printed; on the wire a whole JSON number.
///
/// # Examples
///
/// ```
/// use childrens_services::Cases;
///
/// let held = Cases::new(3770);
/// assert_eq!(held.to_string(), "3770");
/// assert_eq!(held.checked_add(Cases::new(1))?, "3771".parse()?);
/// assert!("3770.5".parse::<Cases>().is_err());
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cases(u32);

impl Cases {
    /// None.
    pub const ZERO: Self = Self(0);
    /// 4,294,967,295.
    pub const MAX: Self = Self(u32::MAX);

    /// Takes the count.
    #[must_use]
    pub const fn new(count: u32) -> Self {
        Self(count)
    }

    /// The count itself.
    #[must_use]
    pub const fn count(self) -> u32 {
        self.0
    }
}

impl From<u32> for Cases {
    fn from(count: u32) -> Self {
        Self::new(count)
    }
}

whole_number!(Cases(u32), {
    name: "number of cases", min: 0, max: 4_294_967_295, places: 0,
    unit: "", unit_of_one: "", example: "3770",
});
differs_by!(Cases, CasesChange, Cases);
adds_up!(Cases);

/// The signed difference of two [`Cases`] values.
///
/// # Unit
///
/// Cases, negative for a fall.
///
/// # Guarantees
///
/// A whole number within plus or minus 4,294,967,295.
///
/// # Examples
///
/// ```
/// use childrens_services::Cases;
///
/// let change = Cases::new(4582).change_since(Cases::new(3770));
/// assert_eq!(format!("{change:+}"), "+812");
/// assert_eq!(change.count(), 812);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CasesChange(i64);

impl CasesChange {
    /// The signed count itself.
    #[must_use]
    pub const fn count(self) -> i64 {
        self.0
    }
}

whole_number!(CasesChange(i64), {
    name: "difference in cases", min: -4_294_967_295, max: 4_294_967_295, places: 0,
    unit: "", unit_of_one: "", example: "-5",
});
