//! The caseload that was agreed as the most.

#[cfg(feature = "serde")]
use crate::wire;
use crate::{
    measure::{Caseload, QuantityError, QuantityFault},
    text::excerpt,
};
use core::{fmt, str::FromStr};

/// The most cases for each full-time equivalent case holder that a team was agreed to hold.
///
/// # Unit
///
/// Cases per FTE.
///
/// # Guarantees
///
/// Above 0 and at most 1,000, at most six decimal places.
///
/// # Text
///
/// As [`Caseload`]: read from `16` or `16 cases per FTE`, on the wire the text `16`.
///
/// # Examples
///
/// ```
/// use childrens_services::AgreedMaximum;
///
/// let maximum: AgreedMaximum = "16".parse()?;
/// assert_eq!(maximum.to_string(), "16 cases per FTE");
/// assert_eq!(
///     "0".parse::<AgreedMaximum>().unwrap_err().to_string(),
///     "agreed maximum of 0 cases per FTE is not above 0 and at most 1000 cases per FTE",
/// );
/// # Ok::<(), childrens_services::AgreedMaximumError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct AgreedMaximum(Caseload);

/// A thousand cases each would be no agreement, and keeps every capacity within a decimal.
const MOST: u32 = 1_000;

impl AgreedMaximum {
    /// Takes the caseload agreed as the most.
    ///
    /// # Errors
    ///
    /// Refuses 0 and what is above 1,000.
    pub fn new(maximum: Caseload) -> Result<Self, AgreedMaximumError> {
        if maximum == Caseload::ZERO || maximum.value() > MOST.into() {
            return Err(AgreedMaximumError(Problem::Range(maximum.to_string())));
        }
        Ok(Self(maximum))
    }

    /// The caseload itself.
    #[must_use]
    pub const fn caseload(self) -> Caseload {
        self.0
    }
}

impl TryFrom<Caseload> for AgreedMaximum {
    type Error = AgreedMaximumError;

    fn try_from(maximum: Caseload) -> Result<Self, AgreedMaximumError> {
        Self::new(maximum)
    }
}

impl From<AgreedMaximum> for Caseload {
    fn from(maximum: AgreedMaximum) -> Self {
        maximum.0
    }
}

impl fmt::Display for AgreedMaximum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for AgreedMaximum {
    type Err = AgreedMaximumError;

    fn from_str(text: &str) -> Result<Self, AgreedMaximumError> {
        text.parse::<Caseload>()
            .map_err(|error| match error.fault() {
                QuantityFault::OutOfRange => AgreedMaximumError(Problem::Range(excerpt(text))),
                _ => AgreedMaximumError(Problem::Quantity(error)),
            })
            .and_then(Self::new)
    }
}

/// A caseload cannot be an agreed maximum.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct AgreedMaximumError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("agreed maximum of {0} is not above 0 and at most {MOST} cases per FTE")]
    Range(String),
    #[error(transparent)]
    Quantity(QuantityError),
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for AgreedMaximum {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        wire::decimal(deserializer, "16.8")
    }
}
