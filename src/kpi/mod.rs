//! Whether a figure really moved: indicators, series of observations, and the changes between them.
//!
//! A [`Series`] holds observations of one [`Indicator`]: a [`Figure`](crate::Figure) as printed, or a [`Rate`] that keeps
//! its counts. A [`Change`] between two observations gives the absolute and the relative change, their bounds, and a
//! [`Verdict`] by the indicator's polarity, with its reason.
//!
//! The indicators of the Department, and those of convention, are the constants of [`catalogue`].

pub mod catalogue;
mod change;
pub(crate) mod formula;
mod indicator;
mod observed;
mod rate;
mod scorecard;
mod series;
mod stated_change;
mod verdict;

pub use change::Change;
pub use indicator::{DefinedBy, Indicator, IndicatorError, Polarity};
pub use observed::{Observable, Observation, Observed};
pub use rate::{Rate, RateError, RateFault};
pub use scorecard::{Scorecard, ScorecardError};
pub use series::{Series, SeriesError};
pub use stated_change::StatedChange;
pub use verdict::{Reason, Verdict};
