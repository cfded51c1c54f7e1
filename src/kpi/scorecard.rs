//! Series of different units side by side.

use super::Series;
use crate::wire::Object;
use serde::{Deserialize, Serialize};

/// Many indicators of one authority, service or team side by side, each indicator once.
///
/// # Wire
///
/// `{"title": …, "series": […]}`, each series as [`Series`] has it.
///
/// # Examples
///
/// ```
/// use childrens_services::{Scorecard, Series, kpi::catalogue};
///
/// let take_up = Series::new(&catalogue::OFFER_TAKE_UP_RATE, [("2019-09", "over 90%")])?;
/// let scorecard = Scorecard::new("Autumn 2019", [take_up.clone()])?;
/// assert_eq!(scorecard.series().len(), 1);
///
/// let twice = Scorecard::new("Autumn 2019", [take_up.clone(), take_up]);
/// assert_eq!(twice.unwrap_err().to_string(), "the scorecard has two series of offer_take_up_rate");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Object<Wire>")]
pub struct Scorecard {
    title: String,
    series: Vec<Series>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a scorecard: an object with title and series")]
struct Wire {
    title: String,
    series: Vec<Series>,
}

impl TryFrom<Object<Wire>> for Scorecard {
    type Error = ScorecardError;

    fn try_from(Object(wire): Object<Wire>) -> Result<Self, ScorecardError> {
        Self::new(wire.title, wire.series)
    }
}

impl Scorecard {
    /// Puts series side by side, in the order given.
    ///
    /// # Errors
    ///
    /// Returns an error for two series of one indicator.
    pub fn new(
        title: impl Into<String>,
        series: impl IntoIterator<Item = Series>,
    ) -> Result<Self, ScorecardError> {
        let series: Vec<Series> = series.into_iter().collect();
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
    pub fn series(&self) -> &[Series] {
        &self.series
    }

    /// The series of an indicator by its code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Series> {
        self.series.iter().find(|series| series.indicator().code() == code)
    }
}

/// A scorecard holds an indicator twice.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the scorecard has two series of {code}")]
pub struct ScorecardError {
    code: String,
}
