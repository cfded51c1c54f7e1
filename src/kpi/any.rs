//! Figures, series and changes whose unit is known only from their indicator.

use super::{ChangeSummary, Indicator, Series, SeriesError, observed::sealed::Reckoned};
use crate::measure::{
    Bounds, Caseload, Cases, Days, Figure, FigureError, Fte, Headcount, Percent, Period, Quantity, Symbol,
    Unit, quantity::sealed::Millionths,
};
use core::{cmp::Ordering, fmt, ops::Bound};
use rust_decimal::Decimal;

/// An enum of one thing in any unit; each of them becomes one.
macro_rules! any_unit {
    ($(#[$doc:meta])* $any:ident of $of:ident { $($(#[$unit_doc:meta])* $unit:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize), serde(untagged))]
        #[non_exhaustive]
        pub enum $any {
            $($(#[$unit_doc])* $unit($of<$type>),)+
        }

        $(
            impl From<$of<$type>> for $any {
                fn from(typed: $of<$type>) -> Self {
                    Self::$unit(typed)
                }
            }
        )+
    };
}

/// The same expression for whatever unit one has.
macro_rules! for_any {
    ($any:ident: $value:expr, $one:ident => $result:expr) => {
        match $value {
            $any::Percent($one) => $result,
            $any::Fte($one) => $result,
            $any::Headcount($one) => $result,
            $any::Cases($one) => $result,
            $any::Caseload($one) => $result,
            $any::Days($one) => $result,
        }
    };
}

/// The same expression for whatever quantity a unit has.
macro_rules! for_unit {
    ($unit:expr, $quantity:ident => $result:expr) => {
        match $unit {
            Unit::PerCent => {
                type $quantity = Percent;
                $result
            }
            Unit::Fte => {
                type $quantity = Fte;
                $result
            }
            Unit::Headcount => {
                type $quantity = Headcount;
                $result
            }
            Unit::Cases => {
                type $quantity = Cases;
                $result
            }
            Unit::CasesPerFte => {
                type $quantity = Caseload;
                $result
            }
            Unit::Days => {
                type $quantity = Days;
                $result
            }
        }
    };
}

pub(super) use any_unit;
pub(super) use for_any;
pub(crate) use for_unit;

any_unit! {
    /// A figure in any unit.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{AnyFigure, Unit};
    ///
    /// let agency = AnyFigure::read(Unit::Fte, "around 75")?;
    /// assert_eq!(agency.to_string(), "around 75 FTE");
    /// assert_eq!(
    ///     AnyFigure::read(Unit::Headcount, "75 FTE").unwrap_err().to_string(),
    ///     "figure \"75 FTE\" is neither a symbol such as [c] nor digits (as in \"536\"), with or without one of the words exactly, over, at least, around, under, at most before it",
    /// );
    /// # Ok::<(), childrens_services::FigureError>(())
    /// ```
    #[derive(Copy)]
    AnyFigure of Figure {
        /// In per cent.
        Percent: Percent,
        /// In full-time equivalents.
        Fte: Fte,
        /// In people.
        Headcount: Headcount,
        /// In cases.
        Cases: Cases,
        /// In cases per FTE.
        Caseload: Caseload,
        /// In days.
        Days: Days,
    }
}

impl AnyFigure {
    /// Reads a figure in a unit, which may follow the number.
    ///
    /// # Errors
    ///
    /// Refuses what [`Figure`]'s grammar refuses in this unit.
    pub fn read(unit: Unit, text: &str) -> Result<Self, FigureError> {
        for_unit!(unit, Q => text.parse::<Figure<Q>>().map(Self::from))
    }

    /// The unit.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        match self {
            Self::Percent(_) => Unit::PerCent,
            Self::Fte(_) => Unit::Fte,
            Self::Headcount(_) => Unit::Headcount,
            Self::Cases(_) => Unit::Cases,
            Self::Caseload(_) => Unit::CasesPerFte,
            Self::Days(_) => Unit::Days,
        }
    }

    /// The symbol of a withheld figure.
    #[must_use]
    pub const fn symbol(&self) -> Option<Symbol> {
        for_any!(AnyFigure: self, figure => figure.symbol())
    }

    /// The number that the figure states, in its [`unit`](Self::unit) and without trailing zeros: that of an exact
    /// or a rounded figure. None of a qualified one, for nothing may be computed from `over 90%`, and none of a
    /// withheld one.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{AnyFigure, Unit, rust_decimal::Decimal};
    ///
    /// // Department for Education, Children's social work workforce: West Sussex's average caseload in 2019.
    /// let caseload = AnyFigure::read(Unit::CasesPerFte, "16.8")?;
    /// assert_eq!(caseload.stated(), Some(Decimal::new(168, 1)));
    /// // Surrey's agency cover rate in 2021 is of low reliability.
    /// assert_eq!(AnyFigure::read(Unit::PerCent, "[u]")?.stated(), None);
    /// # Ok::<(), childrens_services::FigureError>(())
    /// ```
    #[must_use]
    pub fn stated(&self) -> Option<Decimal> {
        for_any!(AnyFigure: self, figure => figure.stated().map(Decimal::from))
    }

    /// The number behind the words, in millionths; none where the figure is withheld.
    pub(crate) fn number(&self) -> Option<i128> {
        for_any!(AnyFigure: self, figure => match figure {
            Figure::Qualified(qualified) => Some(qualified.value().micros()),
            other => other.stated().map(|value| value.micros()),
        })
    }

    /// Whether the figure certainly lies above 100 of its unit.
    pub(crate) fn is_above_hundred(&self) -> bool {
        for_any!(AnyFigure: self, figure => figure.above_hundred().is_some())
    }

    /// Whether the figure, as it is printed, does not lie beyond `limit` in a direction; the limit is a number of
    /// millionths in its unit, times `scale`. None where the figure's words leave it open.
    pub(crate) fn not_beyond(&self, limit: i128, scale: i128, direction: Ordering) -> Option<bool> {
        for_any!(AnyFigure: self, figure => match figure.stated() {
            Some(value) => Some((value.micros() * scale).cmp(&limit) != direction),
            None => interval_not_beyond(figure.bounds()?, limit, scale, direction),
        })
    }
}

/// The same for a whole interval.
fn interval_not_beyond<Q: Quantity>(
    bounds: Bounds<Q>,
    limit: i128,
    scale: i128,
    direction: Ordering,
) -> Option<bool> {
    let (far, near) = match direction {
        Ordering::Greater => (bounds.upper(), bounds.lower()),
        _ => (bounds.lower(), bounds.upper()),
    };
    let side = |value: Q| (value.micros() * scale).cmp(&limit);
    // Up to its far end it is not beyond; or it is beyond from its near end on.
    let none_beyond = match far {
        Bound::Included(end) | Bound::Excluded(end) => side(end) != direction,
        Bound::Unbounded => false,
    };
    let all_beyond = match near {
        Bound::Included(end) => side(end) == direction,
        Bound::Excluded(end) => side(end) == direction || side(end) == Ordering::Equal,
        Bound::Unbounded => false,
    };
    if none_beyond { Some(true) } else { all_beyond.then_some(false) }
}

impl fmt::Display for AnyFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for_any!(AnyFigure: self, figure => figure.fmt(f))
    }
}

any_unit! {
    /// A series of figures in any unit.
    ///
    /// # Wire
    ///
    /// `{"indicator": …, "observations": [{"period": "2019-02", "value": "18.5%"}, …]}`; the indicator's
    /// unit says how the values are read.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{AnySeries, Figure, Percent, Series, kpi::convention};
    ///
    /// let gap = Series::<Figure<Percent>>::new(
    ///     &convention::VACANCY_GAP_RATE_FTE,
    ///     [("2019-02".parse()?, "18.5%".parse()?), ("2019-09".parse()?, "1.8%".parse()?)],
    /// )?;
    /// let any = AnySeries::from(gap);
    /// assert_eq!(any.indicator().code(), "vacancy_gap_rate_fte");
    /// assert_eq!(any.changes()[0].absolute.as_deref(), Some("-16.7"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    AnySeries of Series {
        /// In per cent.
        Percent: Figure<Percent>,
        /// In full-time equivalents.
        Fte: Figure<Fte>,
        /// In people.
        Headcount: Figure<Headcount>,
        /// In cases.
        Cases: Figure<Cases>,
        /// In cases per FTE.
        Caseload: Figure<Caseload>,
        /// In days.
        Days: Figure<Days>,
    }
}

impl AnySeries {
    /// Puts figures in order of their periods, as [`Series::new`] does, where their unit is known only from the
    /// indicator: figures that were read with [`AnyFigure::read`] or come from the published statistics.
    ///
    /// # Errors
    ///
    /// Refuses a figure in another unit than the indicator's, a symbol too, and what [`Series::new`] refuses: a share
    /// stated above 100%, periods of different kinds, and a period given twice.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{AnyFigure, AnySeries, Period, Unit, kpi::official};
    ///
    /// // Department for Education, Children's social work workforce: West Sussex's average caseload.
    /// let mut published = Vec::new();
    /// for (year, caseload) in [(2017, "16.0"), (2018, "16.7"), (2019, "16.8")] {
    ///     published.push((Period::reporting_year(year)?, AnyFigure::read(Unit::CasesPerFte, caseload)?));
    /// }
    /// let caseload = AnySeries::new(&official::CASELOAD_FTE, published)?;
    /// let changes: Vec<String> = caseload.changes().iter().map(ToString::to_string).collect();
    /// assert_eq!(
    ///     changes,
    ///     [
    ///         "16.0 cases per FTE (year to 30 September 2017) to 16.7 cases per FTE (year to 30 September 2018): \
    ///          +0.7 cases per FTE, +4.4%, worsened",
    ///         "16.7 cases per FTE (year to 30 September 2018) to 16.8 cases per FTE (year to 30 September 2019): \
    ///          +0.1 cases per FTE, +0.6%, worsened",
    ///     ],
    /// );
    ///
    /// let per_cent = [(Period::reporting_year(2018)?, AnyFigure::read(Unit::PerCent, "16.7")?)];
    /// assert_eq!(
    ///     AnySeries::new(&official::CASELOAD_FTE, per_cent).unwrap_err().to_string(),
    ///     "caseload_fte is in cases per FTE, but the figure of year to 30 September 2018 is in per cent: 16.7%",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(
        indicator: &Indicator,
        observations: impl IntoIterator<Item = (Period, AnyFigure)>,
    ) -> Result<Self, SeriesError> {
        macro_rules! series {
            ($($of:ident: $unit:ident),+) => {
                match indicator.unit() {
                    $(Unit::$of => {
                        let typed = |(period, figure)| match figure {
                            AnyFigure::$unit(figure) => Ok((period, figure)),
                            other => Err(SeriesError::other_unit(indicator, period, other)),
                        };
                        let typed: Result<Vec<_>, _> = observations.into_iter().map(typed).collect();
                        Series::new(indicator, typed?).map(Self::$unit)
                    })+
                }
            };
        }
        series!(
            PerCent: Percent,
            Fte: Fte,
            Headcount: Headcount,
            Cases: Cases,
            CasesPerFte: Caseload,
            Days: Days
        )
    }

    /// What is observed.
    #[must_use]
    pub const fn indicator(&self) -> &Indicator {
        for_any!(AnySeries: self, series => series.indicator())
    }

    /// Each period with its figure as a report prints it, in order.
    #[must_use]
    pub fn figures(&self) -> Vec<(Period, String)> {
        for_any!(AnySeries: self, series => {
            series.observations().iter().map(|seen| (seen.period(), seen.value().to_string())).collect()
        })
    }

    /// The change of each step; see [`Series::changes`].
    #[must_use]
    pub fn changes(&self) -> Vec<ChangeSummary> {
        for_any!(AnySeries: self, series => series.changes().map(|change| change.summary()).collect())
    }

    /// The change from `period` to each later one; see [`Series::changes_since`].
    #[must_use]
    pub fn changes_since(&self, period: Period) -> Vec<ChangeSummary> {
        for_any!(AnySeries: self, series => series.changes_since(period).map(|change| change.summary()).collect())
    }

    /// The change from `period` to the latest; see [`Series::change_since`].
    #[must_use]
    pub fn change_since(&self, period: Period) -> Option<ChangeSummary> {
        for_any!(AnySeries: self, series => series.change_since(period).map(|change| change.summary()))
    }

    /// What was observed in a period.
    #[must_use]
    pub fn get(&self, period: Period) -> Option<AnyFigure> {
        for_any!(AnySeries: self, series => series.get(period).copied().map(AnyFigure::from))
    }

    /// The observations up to and including a day, by the last day of their periods: what could be known then.
    #[must_use]
    pub fn known_on(&self, day: chrono::NaiveDate) -> Self {
        for_any!(AnySeries: self, series => series.known_on(day).into())
    }

    /// The same series with an earlier observation before its first; none where that is no earlier one of its kind.
    pub(crate) fn beginning(&self, period: Period, value: AnyFigure) -> Option<Self> {
        macro_rules! begin {
            ($($unit:ident),+) => {
                match (self, value) {
                    $((Self::$unit(series), AnyFigure::$unit(value)) => series.beginning(period, value).map(Self::$unit),)+
                    _ => None,
                }
            };
        }
        begin!(Percent, Fte, Headcount, Cases, Caseload, Days)
    }

    /// Each period that has a figure, withheld ones left out, in order.
    pub(crate) fn figures_known(&self) -> Vec<(Period, AnyFigure)> {
        for_any!(AnySeries: self, series => {
            let known = series.observations().iter().filter(|seen| seen.value().symbol().is_none());
            known.map(|seen| (seen.period(), (*seen.value()).into())).collect()
        })
    }

    /// The change from the first figure to the last, and that of the last step; withheld ones are left out. None where
    /// there are no two figures.
    pub(crate) fn changes_between_figures(&self) -> Option<(ChangeSummary, ChangeSummary)> {
        let known = self.figures_known();
        let [(first, _), .., (last, _)] = known[..] else { return None };
        let (before, _) = known[known.len() - 2];
        Some((self.change_between(first, last)?, self.change_between(before, last)?))
    }

    /// The change from one period to a later one.
    pub(crate) fn change_between(&self, since: Period, until: Period) -> Option<ChangeSummary> {
        for_any!(AnySeries: self, series => series.change_between(since, until).map(|change| change.summary()))
    }

    /// The figures up to and including a day, in order.
    pub(crate) fn values_to(&self, day: chrono::NaiveDate) -> Vec<AnyFigure> {
        for_any!(AnySeries: self, series => {
            let known = series.observations().iter().take_while(|seen| seen.period().end() <= day);
            known.map(|seen| (*seen.value()).into()).collect()
        })
    }

    /// The first observation.
    #[must_use]
    pub fn earliest(&self) -> Option<(Period, AnyFigure)> {
        for_any!(AnySeries: self, series => series.earliest().map(|seen| (seen.period(), (*seen.value()).into())))
    }

    /// The last observation.
    #[must_use]
    pub fn latest(&self) -> Option<(Period, AnyFigure)> {
        for_any!(AnySeries: self, series => series.latest().map(|seen| (seen.period(), (*seen.value()).into())))
    }
}
