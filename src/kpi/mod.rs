//! Whether a figure really moved: indicators, series of observations, and the changes between them.
//!
//! A [`Series`] holds observations of one [`Indicator`]; what is observed may be a quantity (exact),
//! a [`Figure`](crate::Figure) as printed, or a rate that keeps its counts. A [`Change`] between two
//! observations gives the absolute and the relative change and a [`Verdict`] by the indicator's
//! polarity, which is honest where the figures do not decide it.

mod average_caseload;
mod change;
pub mod convention;
mod indicator;
mod observed;
pub mod official;
mod rate;
mod scorecard;
mod series;

pub use average_caseload::AverageCaseload;
pub use change::{Change, ChangeSummary, Doubt, Verdict};
pub use indicator::{Indicator, IndicatorError, Polarity};
pub use observed::Observed;
pub(crate) use observed::{print_rounded, sealed::Reckoned};
pub use rate::{RateError, RateFault};
pub(crate) use rate::{given, rate};
pub use scorecard::{AnySeries, Scorecard, ScorecardError};
pub use series::{Observation, Series, SeriesError};
