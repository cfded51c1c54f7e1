//! What a number counts.

use crate::text;
use core::fmt;

/// The unit of an indicator and of the quantities observed for it.
///
/// Each unit is written by one quantity type, so that figures of different units cannot meet.
///
/// ```
/// use childrens_services::{Fte, Quantity, Unit};
///
/// assert_eq!(Fte::UNIT, Unit::Fte);
/// assert_eq!(Unit::PerCent.to_string(), "per cent");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Unit {
    /// Per cent, held by [`Percent`](crate::Percent).
    PerCent,
    /// Full-time equivalents, held by [`Fte`](crate::Fte).
    Fte,
    /// People, held by [`Headcount`](crate::Headcount).
    Headcount,
    /// Cases, held by [`Cases`](crate::Cases).
    Cases,
    /// Cases for each full-time equivalent case holder, held by [`Caseload`](crate::Caseload).
    CasesPerFte,
    /// Working days, held by [`Days`](crate::Days).
    Days,
}

impl Unit {
    /// The unit in words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::PerCent => "per cent",
            Self::Fte => "FTE",
            Self::Headcount => "headcount",
            Self::Cases => "cases",
            Self::CasesPerFte => "cases per FTE",
            Self::Days => "days",
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(self.label(), f)
    }
}
