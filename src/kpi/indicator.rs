//! What is observed: an indicator with its unit, polarity, definition and source.

use super::{catalogue, formula};
use crate::measure::{Figure, Unit, number};
use crate::text::{self, OneLine, OneLineError, excerpt};
use crate::vocabulary::vocabulary;
use core::fmt;
use core::hash::{Hash, Hasher};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, sync::Arc};

vocabulary! {
    /// Which direction of an indicator is the better one.
    Polarity: "polarity" {
        /// A fall is an improvement.
        LowerIsBetter: "lower_is_better", "lower is better", "low";
        /// A rise is an improvement.
        HigherIsBetter: "higher_is_better", "higher is better", "high";
        /// Neither direction is better in itself.
        Neutral: "neutral", "neutral";
    }
}

vocabulary! {
    /// Who defines an indicator.
    DefinedBy: "owner of a definition" {
        /// The Department for Education.
        Department: "department", "Department for Education";
        /// This crate: nobody publishes it, and a council's own definition may differ.
        Convention: "convention", "convention of this crate";
        /// The caller.
        Caller: "caller", "the caller";
    }
}

/// A key performance indicator: what is counted, in which unit, which direction is better, by whose definition.
///
/// Those of the Department and of convention are the constants of [`catalogue`]; others are made with
/// [`Indicator::new`]. A code of the catalogue cannot be defined anew. A clone is cheap.
///
/// # Wire
///
/// An indicator of the catalogue is its code alone; any other is an object with `code`, `title`, `unit`, `polarity` and
/// optionally `polarity_source`, `decimal_places`, `share`, `definition` and `source`.
///
/// # Examples
///
/// ```
/// use childrens_services::{Indicator, Polarity, Unit, kpi::catalogue};
///
/// assert_eq!(Indicator::defined("vacancy_rate_fte"), Some(&catalogue::VACANCY_RATE_FTE));
///
/// let visits = Indicator::new("visits_in_time", "Visits in time", Unit::PerCent, Polarity::HigherIsBetter)?
///     .share()?
///     .with_decimal_places(1)?;
/// assert_eq!(visits.to_string(), "Visits in time");
/// assert!(Indicator::new("cases", "My cases", Unit::Cases, Polarity::Neutral).is_err());
/// # Ok::<(), childrens_services::IndicatorError>(())
/// ```
#[derive(Clone)]
pub struct Indicator(Facts);

#[derive(Clone)]
enum Facts {
    Catalogue(&'static Definition),
    Own(Arc<Definition>),
}

/// What is known of an indicator: on the wire, the object of one of the caller's own.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an indicator: an object with code, title, unit and polarity")]
pub(super) struct Definition {
    pub(super) code: Cow<'static, str>,
    pub(super) title: Cow<'static, str>,
    pub(super) unit: Unit,
    pub(super) polarity: Polarity,
    pub(super) polarity_source: Option<Cow<'static, str>>,
    pub(super) decimal_places: Option<u32>,
    #[serde(default)]
    pub(super) share: bool,
    pub(super) definition: Option<Cow<'static, str>>,
    pub(super) source: Option<Cow<'static, str>>,
    #[serde(skip, default = "caller")]
    pub(super) defined_by: DefinedBy,
}

const fn caller() -> DefinedBy {
    DefinedBy::Caller
}

impl Indicator {
    /// The longest code.
    pub const LONGEST_CODE: usize = 64;

    /// For the rows of the catalogue.
    pub(super) const fn of_catalogue(definition: &'static Definition) -> Self {
        Self(Facts::Catalogue(definition))
    }

    /// Defines an indicator, printed with one decimal place, with two in pounds, or none if its unit is whole.
    ///
    /// # Errors
    ///
    /// Returns an error for a code that is not 1 to 64 lower-case ASCII letters, digits and underscores with a letter
    /// first, for a code of the catalogue, and for a title that is not a text of one line.
    pub fn new(
        code: impl Into<String>,
        title: impl Into<String>,
        unit: Unit,
        polarity: Polarity,
    ) -> Result<Self, IndicatorError> {
        Self::of_caller(Definition {
            code: Cow::Owned(code.into()),
            title: Cow::Owned(title.into()),
            unit,
            polarity,
            polarity_source: None,
            decimal_places: None,
            share: false,
            definition: None,
            source: None,
            defined_by: DefinedBy::Caller,
        })
    }

    /// Checks what the caller says of an indicator.
    fn of_caller(definition: Definition) -> Result<Self, IndicatorError> {
        let Definition { ref code, ref title, unit, .. } = definition;
        let owned = || code.clone().into_owned();
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let starts_well = code.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
        let most = Figure::MAX_DECIMAL_PLACES.min(unit.decimal_places());
        let problem = if !starts_well || code.len() > Self::LONGEST_CODE || !code.bytes().all(plain) {
            IndicatorError::Code(excerpt(code))
        } else if Self::defined(code).is_some() {
            IndicatorError::Defined(owned())
        } else if let Err(error) = OneLine::new(title.as_ref()) {
            IndicatorError::Title(owned(), error)
        } else if definition.share && unit != Unit::PerCent {
            IndicatorError::Share(owned(), unit)
        } else if let Some(dp) = definition.decimal_places.filter(|dp| *dp > most) {
            IndicatorError::Places(owned(), dp, most)
        } else {
            return Ok(Self(Facts::Own(Arc::new(definition))));
        };
        Err(problem)
    }

    fn with(self, change: impl FnOnce(&mut Definition)) -> Result<Self, IndicatorError> {
        let mut definition = self.facts().clone();
        change(&mut definition);
        Self::of_caller(definition)
    }

    /// Says that the indicator is a share of a whole, so that no figure above 100% is accepted.
    ///
    /// # Errors
    ///
    /// Returns an error for a unit other than per cent, and for an indicator of the catalogue, which stays as it is.
    pub fn share(self) -> Result<Self, IndicatorError> {
        self.with(|definition| definition.share = true)
    }

    /// Sets how many decimal places figures and changes are printed with.
    ///
    /// # Errors
    ///
    /// Returns an error for more than five, for more than the unit has, and for an indicator of the catalogue.
    pub fn with_decimal_places(self, dp: u32) -> Result<Self, IndicatorError> {
        self.with(|definition| definition.decimal_places = Some(dp))
    }

    /// Sets the definition: how the figure is made.
    ///
    /// # Errors
    ///
    /// Returns an error for an indicator of the catalogue.
    pub fn with_definition(self, text: impl Into<String>) -> Result<Self, IndicatorError> {
        self.with(|definition| definition.definition = Some(text.into().into()))
    }

    /// Sets the source: who defines it so.
    ///
    /// # Errors
    ///
    /// Returns an error for an indicator of the catalogue.
    pub fn with_source(self, text: impl Into<String>) -> Result<Self, IndicatorError> {
        self.with(|definition| definition.source = Some(text.into().into()))
    }

    /// Sets who says which direction is better.
    ///
    /// # Errors
    ///
    /// Returns an error for an indicator of the catalogue.
    pub fn with_polarity_source(self, text: impl Into<String>) -> Result<Self, IndicatorError> {
        self.with(|definition| definition.polarity_source = Some(text.into().into()))
    }

    /// Returns the indicator of the [`catalogue`] with a code.
    #[must_use]
    pub fn defined(code: &str) -> Option<&'static Self> {
        catalogue::ALL.iter().copied().find(|indicator| indicator.code() == code)
    }

    fn facts(&self) -> &Definition {
        match &self.0 {
            Facts::Catalogue(definition) => definition,
            Facts::Own(definition) => definition,
        }
    }

    /// The code; for an official indicator the column of the Department's data file.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.facts().code
    }

    /// The name printed.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.facts().title
    }

    /// What is counted.
    #[must_use]
    pub fn unit(&self) -> Unit {
        self.facts().unit
    }

    /// Which direction is better.
    #[must_use]
    pub fn polarity(&self) -> Polarity {
        self.facts().polarity
    }

    /// Who says so, if somebody is named.
    #[must_use]
    pub fn polarity_source(&self) -> Option<&str> {
        self.facts().polarity_source.as_deref()
    }

    /// How many decimal places are printed.
    #[must_use]
    pub fn decimal_places(&self) -> u32 {
        // One place, or as few as the unit has; pounds have pence.
        let usual = if self.unit() == Unit::Pounds { 2 } else { u32::from(!self.unit().is_whole()) };
        self.facts().decimal_places.unwrap_or(usual)
    }

    /// Whether it is a share of a whole, never above 100%.
    #[must_use]
    pub fn is_share(&self) -> bool {
        self.facts().share
    }

    /// How the figure is made, if that is said; for a rate from its formula in [`RATES`](crate::workforce::RATES).
    #[must_use]
    pub fn definition(&self) -> Option<Cow<'_, str>> {
        let formula = || formula::RATES.iter().find(|formula| formula.indicator == self);
        let own = self.facts().definition.as_deref().map(Cow::Borrowed);
        own.or_else(|| formula().map(|formula| Cow::Owned(formula.to_string())))
    }

    /// Who defines it so, if somebody is named.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        self.facts().source.as_deref()
    }

    /// Whose definition it is.
    #[must_use]
    pub fn defined_by(&self) -> DefinedBy {
        self.facts().defined_by
    }
}

impl PartialEq for Indicator {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            // Each of the catalogue stands once.
            (Facts::Catalogue(one), Facts::Catalogue(other)) => core::ptr::eq(*one, *other),
            (Facts::Own(one), Facts::Own(other)) => one == other,
            _ => false,
        }
    }
}

impl Eq for Indicator {}

/// By the code, which no two indicators of one scorecard share.
impl Hash for Indicator {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code().hash(state);
    }
}

impl fmt::Debug for Indicator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Indicator").field(&self.code()).finish()
    }
}

impl fmt::Display for Indicator {
    /// The title.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(self.title(), f)
    }
}

/// An indicator was not defined well.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IndicatorError {
    /// The code is not written as one.
    #[error(
        "indicator code {0:?} is not 1 to {max} lower-case letters a to z, digits and underscores with a letter first",
        max = Indicator::LONGEST_CODE
    )]
    Code(String),
    /// The code is one of the catalogue.
    #[error("indicator {0} is defined by this crate and cannot be defined anew: use the code alone")]
    Defined(String),
    /// The code alone is given, and it is none of the catalogue.
    #[error("indicator {0:?} is not one that this crate defines: give code, title, unit and polarity")]
    Unknown(String),
    /// The title is no text of one line.
    #[error("title of indicator {0}: {1}")]
    Title(String, OneLineError),
    /// Only a percentage is a share.
    #[error("indicator {0} cannot be a share of a whole: its unit is {1}, not per cent")]
    Share(String, Unit),
    /// More places than the unit has: how many, and how many it may be.
    #[error("indicator {0} cannot have {places}: at most {2} with its unit", places = number::places(*.1))]
    Places(String, u32, u32),
}

impl Serialize for Indicator {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Facts::Catalogue(definition) => serializer.serialize_str(&definition.code),
            Facts::Own(definition) => definition.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Indicator {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::{Error, MapAccess, Visitor, value::MapAccessDeserializer};

        struct CodeOrDefinition;

        impl<'de> Visitor<'de> for CodeOrDefinition {
            type Value = Indicator;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the code of an indicator that this crate defines, or an object with code, title, unit and polarity")
            }

            fn visit_str<E: Error>(self, code: &str) -> Result<Indicator, E> {
                let defined = Indicator::defined(code).cloned();
                defined.ok_or_else(|| E::custom(IndicatorError::Unknown(excerpt(code))))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Indicator, A::Error> {
                let definition = Definition::deserialize(MapAccessDeserializer::new(map))?;
                Indicator::of_caller(definition).map_err(A::Error::custom)
            }
        }

        deserializer.deserialize_any(CodeOrDefinition)
    }
}
