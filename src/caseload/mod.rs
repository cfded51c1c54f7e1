//! Caseload targets: teams, their agreed maximum caseloads, and who meets them.
//!
//! A team meets its agreed maximum when its cases do not exceed its capacity: for each group of case holders, their FTE
//! times the maximum agreed for them.
//!
//! # Examples
//!
//! ```
//! use childrens_services::{OneLine, Team, caseload};
//!
//! // Invented.
//! let line = OneLine::new;
//! let north = Team::new(line("North")?, line("Assessment")?, "16".parse()?, 120.into(), "8".parse()?);
//! let south = Team { name: line("South")?, cases: 130.into(), ..north.clone() };
//! let teams = [north, south];
//! assert_eq!(caseload::within_maximum(&teams)?.quotient(), "1 / 2");
//! let above: Vec<_> = caseload::above_maximum(&teams).map(|(team, excess)| (team.name.as_str(), excess)).collect();
//! assert_eq!(above, [("South", 2.into())]);
//! assert_eq!(caseload::overall(&teams)?.figure_rounded(2).to_string(), "15.63 cases per FTE");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod maximum;
mod rules;
mod team;
mod teams;

pub use maximum::AgreedMaximum;
pub use rules::RULES;
pub use team::{CaseloadStanding, NewlyQualified, Team};
pub(crate) use teams::in_words;
pub use teams::{StatedTeams, above_maximum, findings, overall, within_maximum};
