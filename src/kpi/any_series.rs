//! Series whose unit is known only from their indicator.

use super::{
    AnyFigure, ChangeSummary, Indicator, Series, SeriesError,
    any::{any_unit, for_any},
};
use crate::measure::{Caseload, Cases, Days, Figure, Fte, Headcount, Percent, Period, Unit};

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
