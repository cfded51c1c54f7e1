//! What is observed: an indicator with its unit, polarity, definition and source.

use super::{convention, official};
use crate::{
    measure::{Unit, number},
    text::{self, excerpt},
};
use core::fmt;
use std::borrow::Cow;

/// Which direction of an indicator is the better one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Polarity {
    /// A fall is an improvement.
    LowerIsBetter,
    /// A rise is an improvement.
    HigherIsBetter,
    /// Neither direction is better in itself.
    Neutral,
}

impl Polarity {
    /// The polarity in words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::LowerIsBetter => "lower is better",
            Self::HigherIsBetter => "higher is better",
            Self::Neutral => "neutral",
        }
    }
}

impl fmt::Display for Polarity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(self.label(), f)
    }
}

/// A key performance indicator: what is counted, in which unit, which direction is better, by whose
/// definition.
///
/// The official workforce indicators are the statics of [`official`], this crate's own those of
/// [`convention`]; others are defined with [`Indicator::new`]. A code of this crate cannot be defined
/// anew.
///
/// # Wire
///
/// An indicator that this crate defines is its code alone; any other is an object with `code`, `title`,
/// `unit`, `polarity` and optionally `decimal_places`, `share`, `definition` and `source`.
///
/// # Examples
///
/// ```
/// use childrens_services::{Indicator, Polarity, Unit, kpi::official};
///
/// assert_eq!(Indicator::defined("vacancy_rate_fte"), Some(&official::VACANCY_RATE_FTE));
///
/// let visits = Indicator::new("visits_in_time", "Visits in time", Unit::PerCent, Polarity::HigherIsBetter)?
///     .share()?
///     .with_decimal_places(1)?;
/// assert_eq!(visits.to_string(), "Visits in time");
/// assert!(Indicator::new("cases", "My cases", Unit::Headcount, Polarity::Neutral).is_err());
/// # Ok::<(), childrens_services::IndicatorError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Indicator {
    pub(super) code: Cow<'static, str>,
    pub(super) title: Cow<'static, str>,
    pub(super) unit: Unit,
    pub(super) polarity: Polarity,
    pub(super) decimal_places: u32,
    pub(super) share: bool,
    pub(super) definition: Cow<'static, str>,
    pub(super) source: Cow<'static, str>,
}

impl Indicator {
    /// The longest code.
    pub const LONGEST_CODE: usize = 64;
    /// The most decimal places.
    pub const MAX_DECIMAL_PLACES: u32 = 5;

    /// Defines an indicator, printed with one decimal place, or none for whole units.
    ///
    /// # Errors
    ///
    /// Refuses a code that is not 1 to 64 lower-case ASCII letters, digits and underscores with a
    /// letter first, the code of an indicator that this crate defines, and an empty title.
    pub fn new(
        code: impl Into<String>,
        title: impl Into<String>,
        unit: Unit,
        polarity: Polarity,
    ) -> Result<Self, IndicatorError> {
        let (code, title) = (code.into(), title.into());
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let starts_well = code.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
        if !starts_well || code.len() > Self::LONGEST_CODE || !code.bytes().all(plain) {
            return Err(IndicatorError(Problem::Code(excerpt(&code))));
        }
        if title.trim().is_empty() {
            return Err(IndicatorError(Problem::NoTitle(code)));
        }
        let indicator = Self {
            code: code.into(),
            title: title.into(),
            unit,
            polarity,
            decimal_places: if is_whole(unit) { 0 } else { 1 },
            share: false,
            definition: Cow::Borrowed(""),
            source: Cow::Borrowed(""),
        };
        indicator.check_own()?;
        Ok(indicator)
    }

    /// Says that the indicator is a share of a whole, so that no figure above 100% is accepted.
    ///
    /// # Errors
    ///
    /// Refuses a unit other than per cent, and an indicator that this crate defines.
    pub fn share(mut self) -> Result<Self, IndicatorError> {
        self.check_own()?;
        if self.unit != Unit::PerCent {
            return Err(IndicatorError(Problem::Share(self.code.into_owned(), self.unit)));
        }
        self.share = true;
        Ok(self)
    }

    /// Sets how many decimal places figures and changes are printed with.
    ///
    /// # Errors
    ///
    /// Refuses more than five, any for a whole unit, and an indicator that this crate defines.
    pub fn with_decimal_places(mut self, dp: u32) -> Result<Self, IndicatorError> {
        self.check_own()?;
        let most = if is_whole(self.unit) { 0 } else { Self::MAX_DECIMAL_PLACES };
        if dp > most {
            return Err(IndicatorError(Problem::Places { code: self.code.into_owned(), dp, most }));
        }
        self.decimal_places = dp;
        Ok(self)
    }

    /// Sets the definition: how the figure is made.
    ///
    /// # Errors
    ///
    /// Refuses an indicator that this crate defines.
    pub fn with_definition(mut self, definition: impl Into<String>) -> Result<Self, IndicatorError> {
        self.check_own()?;
        self.definition = definition.into().into();
        Ok(self)
    }

    /// Sets the source: who defines it so.
    ///
    /// # Errors
    ///
    /// Refuses an indicator that this crate defines.
    pub fn with_source(mut self, source: impl Into<String>) -> Result<Self, IndicatorError> {
        self.check_own()?;
        self.source = source.into().into();
        Ok(self)
    }

    /// Whether the indicator is the user's own: one of this crate stays as it is.
    fn check_own(&self) -> Result<(), IndicatorError> {
        match Self::defined(&self.code) {
            Some(_) => Err(IndicatorError(Problem::Defined(self.code.clone().into_owned()))),
            None => Ok(()),
        }
    }

    /// The indicator that this crate defines under a code, in [`official`] or [`convention`].
    #[must_use]
    pub fn defined(code: &str) -> Option<&'static Self> {
        official::ALL.into_iter().chain(convention::ALL).find(|indicator| indicator.code == code)
    }

    /// The code, for official indicators the column of the Department's data file.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The name printed.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What is counted.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// Which direction is better.
    #[must_use]
    pub const fn polarity(&self) -> Polarity {
        self.polarity
    }

    /// How many decimal places are printed.
    #[must_use]
    pub const fn decimal_places(&self) -> u32 {
        self.decimal_places
    }

    /// Whether it is a share of a whole, never above 100%.
    #[must_use]
    pub const fn is_share(&self) -> bool {
        self.share
    }

    /// How the figure is made; empty where nobody said.
    #[must_use]
    pub fn definition(&self) -> &str {
        &self.definition
    }

    /// Who defines it so; empty where nobody said.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }
}

const fn is_whole(unit: Unit) -> bool {
    matches!(unit, Unit::Headcount | Unit::Cases)
}

impl fmt::Display for Indicator {
    /// The title.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(&self.title, f)
    }
}

/// An indicator was not defined well.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct IndicatorError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error(
        "indicator code {0:?} is not 1 to {max} lower-case letters a to z, digits and underscores with a letter first",
        max = Indicator::LONGEST_CODE
    )]
    Code(String),
    #[error("indicator {0} is defined by this crate and cannot be defined anew: use the code alone")]
    Defined(String),
    #[cfg(feature = "serde")]
    #[error("indicator {0:?} is not one that this crate defines: give code, title, unit and polarity")]
    Unknown(String),
    #[error("indicator {0} has no title")]
    NoTitle(String),
    #[error("indicator {0} cannot be a share of a whole: its unit is {1}, not per cent")]
    Share(String, Unit),
    #[error("indicator {code} cannot have {}: at most {most} with its unit", number::places(*dp))]
    Places { code: String, dp: u32, most: u32 },
}

/// Makes statics of a list of indicators with one source: code, title, unit, polarity, decimal
/// places, share of a whole or not, definition.
macro_rules! indicators {
    ($source:literal; $($name:ident: $code:literal, $title:literal, $unit:ident, $polarity:ident, $dp:literal, $share:literal, $definition:literal;)+) => {
        $(
            #[doc = concat!($title, ": ", $definition, ".")]
            pub static $name: $crate::kpi::Indicator = $crate::kpi::Indicator {
                code: std::borrow::Cow::Borrowed($code),
                title: std::borrow::Cow::Borrowed($title),
                unit: $crate::measure::Unit::$unit,
                polarity: $crate::kpi::Polarity::$polarity,
                decimal_places: $dp,
                share: $share,
                definition: std::borrow::Cow::Borrowed($definition),
                source: std::borrow::Cow::Borrowed($source),
            };
        )+

        /// Every indicator of this module.
        pub static ALL: [&$crate::kpi::Indicator; [$($code),+].len()] = [$(&$name),+];
    };
}

pub(super) use indicators;

#[cfg(feature = "serde")]
mod wire {
    use super::{Indicator, IndicatorError, Polarity, Problem, Unit, excerpt};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
    use std::{borrow::Cow, fmt};

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields, expecting = "an indicator: an object with code, title, unit and polarity")]
    struct Definition<'a> {
        code: Cow<'a, str>,
        title: Cow<'a, str>,
        unit: Unit,
        polarity: Polarity,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decimal_places: Option<u32>,
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        share: bool,
        #[serde(default, skip_serializing_if = "str::is_empty")]
        definition: Cow<'a, str>,
        #[serde(default, skip_serializing_if = "str::is_empty")]
        source: Cow<'a, str>,
    }

    impl TryFrom<Definition<'_>> for Indicator {
        type Error = IndicatorError;

        fn try_from(wire: Definition<'_>) -> Result<Self, IndicatorError> {
            let mut indicator = Self::new(wire.code, wire.title, wire.unit, wire.polarity)?
                .with_definition(wire.definition)?
                .with_source(wire.source)?;
            if let Some(dp) = wire.decimal_places {
                indicator = indicator.with_decimal_places(dp)?;
            }
            if wire.share {
                indicator = indicator.share()?;
            }
            Ok(indicator)
        }
    }

    impl Serialize for Indicator {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            // The constructors refuse codes of this crate, so a code of ours is the whole definition.
            if Self::defined(&self.code).is_some() {
                return serializer.serialize_str(&self.code);
            }
            Definition {
                code: Cow::Borrowed(&*self.code),
                title: Cow::Borrowed(&*self.title),
                unit: self.unit,
                polarity: self.polarity,
                decimal_places: Some(self.decimal_places),
                share: self.share,
                definition: Cow::Borrowed(&*self.definition),
                source: Cow::Borrowed(&*self.source),
            }
            .serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Indicator {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct CodeOrDefinition;

            impl<'de> de::Visitor<'de> for CodeOrDefinition {
                type Value = Indicator;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("the code of an indicator that this crate defines, or an object with code, title, unit and polarity")
                }

                fn visit_str<E: de::Error>(self, code: &str) -> Result<Indicator, E> {
                    Indicator::defined(code)
                        .cloned()
                        .ok_or_else(|| E::custom(IndicatorError(Problem::Unknown(excerpt(code)))))
                }

                fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Indicator, A::Error> {
                    let wire = Definition::deserialize(de::value::MapAccessDeserializer::new(map))?;
                    wire.try_into().map_err(de::Error::custom)
                }
            }

            deserializer.deserialize_any(CodeOrDefinition)
        }
    }
}
