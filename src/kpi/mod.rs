//! Whether a figure really moved, and whether it reaches its target: indicators, series of observations, the changes between
//! them, targets and their assessment, and scorecards.
//!
//! A [`Series`] holds observations of one [`Indicator`]: a [`Figure`](crate::Figure) as printed, or a [`Rate`] that keeps
//! its counts. A [`Change`] between two observations gives the absolute and the relative change, their bounds, and a
//! [`Verdict`] by the indicator's polarity, with its reason. An [`Assessment`] tells where a series stands to a [`Target`] on
//! a day, with its reason. A [`Scorecard`] holds indicators side by side, and makes the [`Row`]s of a board's table.
//!
//! The indicators of the Department, and those of convention, are the constants of [`catalogue`].

mod assessment;
pub mod catalogue;
mod change;
pub(crate) mod formula;
mod goal;
mod indicator;
mod observed;
mod rate;
mod rating;
mod row;
pub mod rules;
mod scorecard;
mod series;
mod stated_change;
mod target;
mod tolerance;
mod verdict;

pub use assessment::{Assessment, AssessmentReason, TargetStatus};
pub use change::Change;
pub use goal::{Goal, GoalError};
pub use indicator::{DefinedBy, Indicator, IndicatorError, Polarity};
pub use observed::{Observable, Observation, Observed};
pub use rate::{Rate, RateError, RateFault};
pub use rating::Rating;
pub use row::Row;
pub use scorecard::{Kpi, Scorecard};
pub use series::{Series, SeriesError};
pub use stated_change::StatedChange;
pub use target::{Baseline, Step, Target};
pub use tolerance::{Tolerance, ToleranceError};
pub use verdict::{Reason, Verdict};
