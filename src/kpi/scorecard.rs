//! Series of different units side by side.

use super::AnySeries;

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
    use super::{AnySeries, Scorecard, ScorecardError};
    use crate::wire::Object;
    use serde::{Deserialize, Serialize};

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
}
