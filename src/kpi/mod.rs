//! Whether a figure really moved: indicators, series of observations, and the changes between them.
//!
//! A [`Series`] holds observations of one [`Indicator`]; what is observed may be a quantity (exact),
//! a [`Figure`](crate::Figure) as printed, or a rate that keeps its counts. A [`Change`] between two
//! observations gives the absolute and the relative change and a [`Verdict`] by the indicator's
//! polarity, which is honest where the figures do not decide it.

mod any;
mod any_change;
mod any_series;
#[cfg(feature = "serde")]
mod any_wire;
mod average_caseload;
mod change;
mod change_summary;
pub mod convention;
mod indicator;
mod observed;
pub mod official;
mod rate;
mod scorecard;
mod series;
mod verdict;

pub use any::AnyFigure;
pub(crate) use any::for_unit;
pub use any_change::AnyChange;
pub use any_series::AnySeries;
#[cfg(feature = "serde")]
pub(crate) use any_wire::FigureText;
pub use average_caseload::AverageCaseload;
pub use change::Change;
pub use change_summary::ChangeSummary;
pub use indicator::{Indicator, IndicatorError, Polarity};
pub use observed::Observed;
pub(crate) use observed::{print_rounded, sealed::Reckoned};
pub use rate::{RateError, RateFault};
pub(crate) use rate::{given, rate};
pub use scorecard::{Scorecard, ScorecardError};
pub use series::{Observation, Series, SeriesError};
pub use verdict::{Doubt, Verdict};
