//! Series of different units side by side.

use super::{ChangeSummary, Indicator, Series};
use crate::measure::{Caseload, Cases, Days, Figure, Fte, Headcount, Percent, Period};

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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(untagged))]
#[non_exhaustive]
pub enum AnySeries {
    /// In per cent.
    Percent(Series<Figure<Percent>>),
    /// In full-time equivalents.
    Fte(Series<Figure<Fte>>),
    /// In people.
    Headcount(Series<Figure<Headcount>>),
    /// In cases.
    Cases(Series<Figure<Cases>>),
    /// In cases per FTE.
    Caseload(Series<Figure<Caseload>>),
    /// In days.
    Days(Series<Figure<Days>>),
}

/// The same expression for whatever unit a series has.
macro_rules! for_any {
    ($any:expr, $series:ident => $result:expr) => {
        match $any {
            AnySeries::Percent($series) => $result,
            AnySeries::Fte($series) => $result,
            AnySeries::Headcount($series) => $result,
            AnySeries::Cases($series) => $result,
            AnySeries::Caseload($series) => $result,
            AnySeries::Days($series) => $result,
        }
    };
}

impl AnySeries {
    /// What is observed.
    #[must_use]
    pub const fn indicator(&self) -> &Indicator {
        for_any!(self, series => series.indicator())
    }

    /// Each period with its figure as a report prints it, in order.
    #[must_use]
    pub fn figures(&self) -> Vec<(Period, String)> {
        for_any!(self, series => {
            series.observations().iter().map(|seen| (seen.period(), seen.value().to_string())).collect()
        })
    }

    /// The change of each step; see [`Series::changes`].
    #[must_use]
    pub fn changes(&self) -> Vec<ChangeSummary> {
        for_any!(self, series => series.changes().map(|change| change.summary()).collect())
    }

    /// The change from `period` to each later one; see [`Series::changes_since`].
    #[must_use]
    pub fn changes_since(&self, period: Period) -> Vec<ChangeSummary> {
        for_any!(self, series => series.changes_since(period).map(|change| change.summary()).collect())
    }

    /// The change from `period` to the latest; see [`Series::change_since`].
    #[must_use]
    pub fn change_since(&self, period: Period) -> Option<ChangeSummary> {
        for_any!(self, series => series.change_since(period).map(|change| change.summary()))
    }
}

/// Each kind of series is one of any kind.
macro_rules! any_from {
    ($($quantity:ident),+) => { $(
        impl From<Series<Figure<$quantity>>> for AnySeries {
            fn from(series: Series<Figure<$quantity>>) -> Self {
                Self::$quantity(series)
            }
        }
    )+ };
}

any_from!(Percent, Fte, Headcount, Cases, Caseload, Days);

/// Many indicators of one authority, service or team side by side, each indicator once.
///
/// # Wire
///
/// `{"title": …, "series": […]}`, each series as [`AnySeries`] has it.
///
/// # Examples
///
/// ```
/// use childrens_services::{Figure, Percent, Scorecard, Series, kpi::convention};
///
/// let take_up = Series::<Figure<Percent>>::new(
///     &convention::OFFER_TAKE_UP_RATE,
///     [("2019-09".parse()?, "over 90%".parse()?)],
/// )?;
/// let scorecard = Scorecard::new("Autumn 2019", [take_up.clone().into()])?;
/// assert_eq!(scorecard.series().len(), 1);
///
/// let twice = Scorecard::new("Autumn 2019", [take_up.clone().into(), take_up.into()]);
/// assert_eq!(twice.unwrap_err().to_string(), "the scorecard has two series of offer_take_up_rate");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "crate::wire::Object<wire::Card>", into = "wire::Card"))]
pub struct Scorecard {
    title: String,
    series: Vec<AnySeries>,
}

impl Scorecard {
    /// Puts series side by side, in the order given.
    ///
    /// # Errors
    ///
    /// Refuses two series of one indicator.
    pub fn new(
        title: impl Into<String>,
        series: impl IntoIterator<Item = AnySeries>,
    ) -> Result<Self, ScorecardError> {
        let series: Vec<AnySeries> = series.into_iter().collect();
        let mut codes = std::collections::BTreeSet::new();
        match series.iter().map(|one| one.indicator().code()).find(|code| !codes.insert(*code)) {
            Some(code) => Err(ScorecardError { code: code.to_owned() }),
            None => Ok(Self { title: title.into(), series }),
        }
    }

    /// What the scorecard is of.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The series in the order given.
    #[must_use]
    pub fn series(&self) -> &[AnySeries] {
        &self.series
    }

    /// The series of an indicator by its code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&AnySeries> {
        self.series.iter().find(|series| series.indicator().code() == code)
    }
}

/// A scorecard holds an indicator twice.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the scorecard has two series of {code}")]
pub struct ScorecardError {
    code: String,
}

impl ScorecardError {
    /// The indicator's code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{AnySeries, Figure, Indicator, Scorecard, ScorecardError, Series};
    use crate::{
        kpi::{Observation, SeriesError},
        measure::{FigureError, Quantity, Unit},
        wire::Object,
    };
    use serde::{Deserialize, Deserializer, Serialize, de};

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields, expecting = "a scorecard: an object with title and series")]
    pub(super) struct Card {
        title: String,
        series: Vec<AnySeries>,
    }

    impl TryFrom<Object<Card>> for Scorecard {
        type Error = ScorecardError;

        fn try_from(Object(card): Object<Card>) -> Result<Self, ScorecardError> {
            Self::new(card.title, card.series)
        }
    }

    impl From<Scorecard> for Card {
        fn from(Scorecard { title, series }: Scorecard) -> Self {
            Self { title, series }
        }
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields, expecting = "a series: an object with indicator and observations")]
    struct Untyped {
        indicator: Indicator,
        observations: Vec<Observation<FigureText>>,
    }

    /// The text of a figure whose unit is not known yet.
    struct FigureText(String);

    impl<'de> Deserialize<'de> for FigureText {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let expected = "a text such as \"18.5%\", \"over 90%\" or \"[c]\": a figure is written as text, because a bare number may lose digits on its way through binary floating point";
            let keep = |text: &str| Ok::<_, core::convert::Infallible>(Self(text.to_owned()));
            crate::wire::text(deserializer, &expected, keep)
        }
    }

    /// What makes a series of one unit from texts.
    #[derive(Debug, thiserror::Error)]
    enum Fault {
        #[error("observations[{index}].value: {error}")]
        Figure { index: usize, error: FigureError },
        #[error(transparent)]
        Series(#[from] SeriesError),
    }

    impl Untyped {
        fn typed<Q: Quantity>(self) -> Result<AnySeries, Fault>
        where
            AnySeries: From<Series<Figure<Q>>>,
        {
            let Self { indicator, observations } = self;
            let read =
                |(index, seen): (usize, Observation<FigureText>)| match seen.value().0.parse::<Figure<Q>>() {
                    Ok(figure) => Ok((seen.period(), figure)),
                    Err(error) => Err(Fault::Figure { index, error }),
                };
            let figures = observations.into_iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()?;
            Ok(Series::new(&indicator, figures)?.into())
        }
    }

    impl<'de> Deserialize<'de> for AnySeries {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            use crate::measure::{Caseload, Cases, Days, Fte, Headcount, Percent};
            let Object(untyped) = Object::<Untyped>::deserialize(deserializer)?;
            match untyped.indicator.unit() {
                Unit::PerCent => untyped.typed::<Percent>(),
                Unit::Fte => untyped.typed::<Fte>(),
                Unit::Headcount => untyped.typed::<Headcount>(),
                Unit::Cases => untyped.typed::<Cases>(),
                Unit::CasesPerFte => untyped.typed::<Caseload>(),
                Unit::Days => untyped.typed::<Days>(),
            }
            .map_err(de::Error::custom)
        }
    }
}
