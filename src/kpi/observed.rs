//! What a series can hold.

use super::{Indicator, Rate, RateError, RateFault, SeriesError, series::Problem};
use crate::measure::{Figure, Interval, Period, PeriodError, Symbol, ratio::Ratio};
use crate::text::excerpt;
use core::fmt;

/// What was observed: a figure as a publication prints it, or a rate that keeps its counts.
///
/// # Text
///
/// Printed as a report does, a rate with its indicator's decimal places; on the wire the figure's text or the rate's two
/// counts, `56.3 / 550.8`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(untagged)]
pub enum Observed {
    /// As a publication prints it.
    Figure(Figure),
    /// Exact, from counts.
    Rate(Rate),
}

impl Observed {
    /// What a report prints: a figure as it is, a rate rounded once to `dp` places (at most five), halves away from zero.
    #[must_use]
    pub fn figure_rounded(&self, dp: u32) -> Figure {
        match self {
            Self::Figure(figure) => *figure,
            Self::Rate(rate) => rate.figure_rounded(dp),
        }
    }

    /// The symbol of a withheld figure.
    #[must_use]
    pub const fn symbol(&self) -> Option<Symbol> {
        match self {
            Self::Figure(figure) => figure.symbol(),
            Self::Rate(_) => None,
        }
    }

    /// The value itself, if there is one to compute with.
    pub(crate) fn ratio(&self) -> Option<Ratio> {
        match self {
            Self::Figure(figure) => figure.stated().map(|value| Ratio::whole(value.micros())),
            Self::Rate(rate) => Some(rate.ratio()),
        }
    }

    /// The interval of true values, which of a share ends at 100%.
    pub(crate) fn interval(&self, indicator: &Indicator) -> Option<Interval> {
        let interval = match self {
            Self::Figure(figure) => figure.interval(indicator.unit())?,
            Self::Rate(rate) => Interval::point(rate.ratio()),
        };
        Some(if indicator.is_share() { interval.within_hundred() } else { interval })
    }

    /// Whether this can be an observation of an indicator.
    pub(super) fn check(&self, indicator: &Indicator, period: Period) -> Result<(), SeriesError> {
        let unit = indicator.unit();
        let problem = match self {
            Self::Figure(figure) => match figure.unit().filter(|given| *given != unit) {
                Some(given) => Problem::OtherUnit { unit, given, period, figure: *figure },
                None if indicator.is_share() && figure.is_above_hundred() => {
                    Problem::AboveWhole { period, figure: *figure }
                }
                None => return Ok(()),
            },
            Self::Rate(rate) if rate.indicator() != indicator => Problem::Indicator(rate.indicator().clone()),
            Self::Rate(_) => return Ok(()),
        };
        Err(SeriesError::new(indicator, problem))
    }
}

impl fmt::Display for Observed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Figure(figure) => figure.fmt(f),
            Self::Rate(rate) => rate.fmt(f),
        }
    }
}

impl<T: Into<Figure>> From<T> for Observed {
    fn from(figure: T) -> Self {
        Self::Figure(figure.into())
    }
}

impl From<Rate> for Observed {
    fn from(rate: Rate) -> Self {
        Self::Rate(rate)
    }
}

/// What can be given as an observation: a text, which is a figure in the indicator's unit or the two counts of a rate, such
/// as `56.3 / 550.8`; or anything that is a figure, a quantity, a symbol or a rate.
pub trait Observable {
    /// Reads or converts the observation of an indicator.
    ///
    /// # Errors
    ///
    /// Returns an error for a text that is no figure in the indicator's unit, and no rate of it.
    fn observe(self, indicator: &Indicator, period: Period) -> Result<Observed, SeriesError>;
}

impl<T: Into<Observed>> Observable for T {
    fn observe(self, _: &Indicator, _: Period) -> Result<Observed, SeriesError> {
        Ok(self.into())
    }
}

/// A rate that has no value is withheld, with the [symbol](RateError::symbol) that stands for it.
impl Observable for Result<Rate, RateError> {
    fn observe(self, indicator: &Indicator, period: Period) -> Result<Observed, SeriesError> {
        let problem = match self {
            Ok(rate) => return Ok(Observed::Rate(rate)),
            Err(error) if error.indicator() != indicator => Problem::Indicator(error.indicator().clone()),
            Err(error) => match error.symbol() {
                Some(symbol) => return Ok(Observed::Figure(Figure::Withheld(symbol))),
                None => Problem::Rate { period, error },
            },
        };
        Err(SeriesError::new(indicator, problem))
    }
}

impl Observable for &str {
    fn observe(self, indicator: &Indicator, period: Period) -> Result<Observed, SeriesError> {
        let of_rate = |error| Problem::Rate { period, error };
        let read = if self.contains(" / ") {
            Rate::read(indicator, self).map(Observed::Rate).map_err(of_rate)
        } else if self.contains('/') && self.contains(|c: char| c.is_ascii_digit()) {
            // Without spaces it may be a date, such as 12/2019.
            Err(of_rate(RateError::new(indicator, RateFault::Malformed(excerpt(self)))))
        } else {
            Figure::read(indicator.unit(), self)
                .map(Observed::Figure)
                .map_err(|error| Problem::Figure(period, error))
        };
        read.map_err(|problem| SeriesError::new(indicator, problem))
    }
}

impl Observable for String {
    fn observe(self, indicator: &Indicator, period: Period) -> Result<Observed, SeriesError> {
        self.as_str().observe(indicator, period)
    }
}

/// What was observed in a period.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Observation {
    pub(super) period: Period,
    pub(super) value: Observed,
}

impl Observation {
    /// The period it covers.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }

    /// What was observed.
    #[must_use]
    pub const fn value(&self) -> &Observed {
        &self.value
    }

    /// Takes a period and a value, each as text or as what it is.
    pub(super) fn read<P, V>(indicator: &Indicator, (period, value): (P, V)) -> Result<Self, SeriesError>
    where
        P: TryInto<Period>,
        PeriodError: From<P::Error>,
        V: Observable,
    {
        let unread = |error: P::Error| SeriesError::new(indicator, Problem::Period(error.into()));
        let period = period.try_into().map_err(unread)?;
        let value = value.observe(indicator, period)?;
        value.check(indicator, period)?;
        Ok(Self { period, value })
    }
}
