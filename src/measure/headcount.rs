//! People, whatever their hours.

use super::quantity::{adds_up, differs_by, whole_number};

/// People, whatever their hours: one person with several posts counts once.
///
/// # Unit
///
/// People. Not [`Fte`](crate::Fte): two people on half time are a headcount of two.
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
/// use childrens_services::Headcount;
///
/// let in_post = Headcount::new(536);
/// assert_eq!(in_post.to_string(), "536");
/// assert_eq!(in_post.checked_add(Headcount::new(1))?, "537".parse()?);
/// assert!("536.5".parse::<Headcount>().is_err());
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Headcount(u32);

impl Headcount {
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

impl From<u32> for Headcount {
    fn from(count: u32) -> Self {
        Self::new(count)
    }
}

whole_number!(Headcount(u32), {
    name: "headcount", min: 0, max: 4_294_967_295, places: 0,
    unit: "", unit_of_one: "", example: "536",
});
differs_by!(Headcount, HeadcountChange, Headcount);
adds_up!(Headcount);

/// The signed difference of two [`Headcount`] values.
///
/// # Unit
///
/// People, negative for a fall.
///
/// # Guarantees
///
/// A whole number within plus or minus 4,294,967,295.
///
/// # Examples
///
/// ```
/// use childrens_services::Headcount;
///
/// let change = Headcount::new(549).change_since(Headcount::new(536));
/// assert_eq!(format!("{change:+}"), "+13");
/// assert_eq!(change.count(), 13);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HeadcountChange(i64);

impl HeadcountChange {
    /// The signed count itself.
    #[must_use]
    pub const fn count(self) -> i64 {
        self.0
    }
}

whole_number!(HeadcountChange(i64), {
    name: "difference in headcount", min: -4_294_967_295, max: 4_294_967_295, places: 0,
    unit: "", unit_of_one: "", example: "-5",
});
