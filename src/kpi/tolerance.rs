//! How far a value may be worse than what is due and still be at risk only.

use super::Indicator;
use crate::measure::{
    Percent, PercentagePoints, Quantity, QuantityError, QuantityFault, Unit, number::ONE, ratio::Ratio,
};
use crate::text::{self, excerpt, text_value};
use core::{fmt, str::FromStr};

/// How far a value may be worse than what is due and still be "at risk", not yet "off track".
///
/// # Text
///
/// An amount in the unit of the indicator's differences, `1 percentage point` or `2.5 FTE`, or a part of the target's
/// number, `10% of the target`; for `Display`, `FromStr` and the wire.
///
/// # Range
///
/// From 0; a part is 100% at most. With a tolerance of 0 nothing is at risk.
///
/// # Examples
///
/// ```
/// use childrens_services::Tolerance;
///
/// assert_eq!("1 pp".parse::<Tolerance>()?.to_string(), "1 percentage point");
/// assert_eq!(
///     "2%".parse::<Tolerance>().unwrap_err().to_string(),
///     r#"tolerance "2%" may be 2 percentage points or 2% of the target: write which"#,
/// );
/// # Ok::<(), childrens_services::kpi::ToleranceError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tolerance(Kind);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Amount(Quantity),
    OfTarget(Percent),
}

impl Tolerance {
    /// Creates a tolerance of an amount.
    ///
    /// # Errors
    ///
    /// Returns an error for less than 0, and for per cent: a difference of percentages is in percentage points.
    pub fn amount(amount: impl Into<Quantity>) -> Result<Self, ToleranceError> {
        let amount = amount.into();
        if amount.unit() == Unit::PerCent {
            let points = PercentagePoints::new(amount.value()).map_err(Problem::Quantity)?;
            return Err(Problem::Ambiguous(amount, points).into());
        }
        if amount.micros() < 0 {
            return Err(Problem::Negative(amount).into());
        }
        Ok(Self(Kind::Amount(amount)))
    }

    /// Creates a tolerance of a part of the target's number.
    ///
    /// # Errors
    ///
    /// Returns an error for more than 100%.
    pub fn of_target(part: Percent) -> Result<Self, ToleranceError> {
        let quantity = Quantity::from(part);
        quantity.expect_share(|| part.value().to_string()).map_err(Problem::Quantity)?;
        Ok(Self(Kind::OfTarget(part)))
    }

    /// The amount, if it is one.
    pub(super) const fn as_amount(self) -> Option<Quantity> {
        match self.0 {
            Kind::Amount(amount) => Some(amount),
            Kind::OfTarget(_) => None,
        }
    }

    /// How far that is from a limit, in millionths, rounded once.
    pub(super) fn reach(self, limit: Quantity) -> i128 {
        match self.0 {
            Kind::Amount(amount) => amount.micros(),
            Kind::OfTarget(part) => {
                let numerator = limit.micros().abs() * Quantity::from(part).micros();
                Ratio { numerator, denominator: 100 * ONE * ONE }.rounded(6)
            }
        }
    }

    /// How far it is without a word of the caller: a tenth of the target, of a percentage a tenth of its distance to the
    /// nearer of 0% and 100%, of what is whole rounded down; and at least one of the unit, or of a plain number or a score
    /// one in the last place printed.
    pub(super) fn usual(indicator: &Indicator, limit: Quantity) -> i128 {
        let number = limit.micros().abs();
        let (base, least) = match indicator.unit() {
            Unit::PerCent => (number.min((100 * ONE - number).abs()), ONE),
            Unit::Number | Unit::Score => (number, ONE / 10_i128.pow(indicator.decimal_places())),
            _ => (number, ONE),
        };
        let tenth = base / 10;
        let tenth = if indicator.unit().is_whole() { tenth - tenth % ONE } else { tenth };
        tenth.max(least)
    }
}

impl fmt::Display for Tolerance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self.0 {
            Kind::Amount(amount) => amount.to_string(),
            Kind::OfTarget(part) => format!("{part} of the target"),
        };
        text::pad(&text, f)
    }
}

impl FromStr for Tolerance {
    type Err = ToleranceError;

    fn from_str(text: &str) -> Result<Self, ToleranceError> {
        let trimmed = text.trim();
        if let Some(part) = trimmed.strip_suffix("of the target") {
            return Self::of_target(part.trim_end().parse().map_err(Problem::Quantity)?);
        }
        let amount: Quantity = trimmed.parse().map_err(|error: QuantityError| match error.fault() {
            QuantityFault::Malformed | QuantityFault::UnknownUnit => Problem::Malformed(excerpt(text)),
            _ => Problem::Quantity(error),
        })?;
        Self::amount(amount)
    }
}

text_value!(
    Tolerance,
    "a tolerance written as text, such as \"1 percentage point\" or \"10% of the target\"",
    |tolerance| tolerance
);

/// A text or a number is no tolerance.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct ToleranceError(#[from] Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("tolerance {0:?} is not written as \"1 percentage point\", \"2.5 FTE\" or \"10% of the target\"")]
    Malformed(String),
    #[error("tolerance \"{0}\" may be {1} or {0} of the target: write which")]
    Ambiguous(Quantity, PercentagePoints),
    #[error("tolerance \"{0}\" is below 0")]
    Negative(Quantity),
    #[error(transparent)]
    Quantity(QuantityError),
}
