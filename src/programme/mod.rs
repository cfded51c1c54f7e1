//! Everything about one authority's improvement in one document.
//!
//! A [`Programme`] holds the intervention case with its inspections, the plan, governance, the workforce, indicators,
//! service areas and the reports made. [`Programme::findings`] tells all that is wrong with any of it, and
//! [`report`](crate::report) writes the progress report.

mod aggregate;
mod claim;
mod known_on;
mod parts;
pub mod rules;
mod support;
mod words;

pub use aggregate::{Programme, ProgrammeError, ProgrammeParts};
pub use claim::{Claim, Support};
pub use parts::{CaseloadPosition, IssuedReport, Reporting, ServiceArea, WorkforceRecord};
pub(crate) use support::Grounds;
pub use words::{ClaimKind, ReportedFact, ServiceAreaKind};
