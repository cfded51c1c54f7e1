//! Caseload targets: teams, their agreed maximum caseloads, and who meets them.
//!
//! A team meets its agreed maximum when its cases do not exceed its capacity: for each group of
//! case holders, their FTE times the maximum agreed for them.

mod maximum;
mod rules;
mod team;
mod teams;

pub use crate::kpi::AverageCaseload;
pub use maximum::{AgreedMaximum, AgreedMaximumError};
pub use rules::RULES;
pub use team::{CaseloadStanding, Team, TeamError};
pub use teams::{Teams, TeamsError, TeamsWithinMaximum};
