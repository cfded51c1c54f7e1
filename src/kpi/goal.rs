//! What a target asks for: at least, at most, or between.

use super::Polarity;
use crate::measure::{Figure, FigureError, Interval, Qualifier, Quantity, QuantityError, ratio::Ratio};
use crate::text::{self, excerpt, text_value};
use core::{fmt, ops::Bound, str::FromStr};

/// What a target asks for: a number with its unit, and which side of it.
///
/// # Text
///
/// `at least 90%`, `over 90%`, `at most 2%`, `under 5 people` or `between 85% and 95%`, for `Display`, `FromStr` and the
/// wire. Also read with the other words and signs of [`Qualifier`], such as `>= 90%`. A number alone is refused, because it
/// does not say which side of it is meant, and so is "around". The unit is always there: `at most 38 people`, `at least 0.5
/// score points`.
///
/// # Examples
///
/// ```
/// use childrens_services::{Goal, Polarity, Quantity, Unit};
///
/// let goal: Goal = "at least 90%".parse()?;
/// assert_eq!(goal, Goal::at_least(Quantity::read(Unit::PerCent, "90")?));
/// assert_eq!(goal.direction(), Polarity::HigherIsBetter);
/// assert_eq!("<5 children".parse::<Goal>()?.to_string(), "under 5 children");
/// assert_eq!(
///     "90%".parse::<Goal>().unwrap_err().to_string(),
///     r#"goal "90%" is not written as "at least 90%", "over 90%", "at most 2%", "under 5 people" or "between 85% and 95%""#,
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Goal {
    /// At least one end is bounded, and both are in one unit.
    lower: Bound<Quantity>,
    upper: Bound<Quantity>,
}

impl Goal {
    /// Creates the goal of a number or more.
    #[must_use]
    pub fn at_least(number: impl Into<Quantity>) -> Self {
        Self { lower: Bound::Included(number.into()), upper: Bound::Unbounded }
    }

    /// Creates the goal of a number or less.
    #[must_use]
    pub fn at_most(number: impl Into<Quantity>) -> Self {
        Self { lower: Bound::Unbounded, upper: Bound::Included(number.into()) }
    }

    /// Creates the goal of a range, both ends included.
    ///
    /// # Errors
    ///
    /// Returns an error for ends of different units, and for an upper end below the lower.
    pub fn between(lower: impl Into<Quantity>, upper: impl Into<Quantity>) -> Result<Self, GoalError> {
        let (lower, upper) = (lower.into(), upper.into());
        let upper = upper.expect_unit(lower.unit()).map_err(Problem::Quantity)?;
        let goal = Self { lower: Bound::Included(lower), upper: Bound::Included(upper) };
        if upper < lower {
            return Err(Problem::Reversed(goal.to_string()).into());
        }
        Ok(goal)
    }

    /// With other ends in the same unit.
    pub(super) const fn with_ends(lower: Bound<Quantity>, upper: Bound<Quantity>) -> Self {
        Self { lower, upper }
    }

    /// The lower end.
    #[must_use]
    pub const fn lower(self) -> Bound<Quantity> {
        self.lower
    }

    /// The upper end.
    #[must_use]
    pub const fn upper(self) -> Bound<Quantity> {
        self.upper
    }

    /// The numbers that it names: one, or two of a range.
    pub(crate) fn numbers(self) -> impl Iterator<Item = Quantity> {
        [self.lower, self.upper].into_iter().filter_map(|end| match end {
            Bound::Included(number) | Bound::Excluded(number) => Some(number),
            Bound::Unbounded => None,
        })
    }

    /// Which direction it asks for; neutral for a range.
    #[must_use]
    pub const fn direction(self) -> Polarity {
        match (self.lower, self.upper) {
            (_, Bound::Unbounded) => Polarity::HigherIsBetter,
            (Bound::Unbounded, _) => Polarity::LowerIsBetter,
            _ => Polarity::Neutral,
        }
    }

    pub(super) fn interval(self) -> Interval {
        let ratio = |number: Quantity| Ratio::whole(number.micros());
        Interval { lower: self.lower.map(ratio), upper: self.upper.map(ratio) }
    }

    /// With its numbers rounded once to `dp` places.
    pub(super) fn rounded(self, dp: u32) -> Self {
        let round = |number: Quantity| number.rounded(dp);
        Self { lower: self.lower.map(round), upper: self.upper.map(round) }
    }

    /// Whether it certainly asks for less than another goal.
    pub(crate) fn is_weaker_than(self, other: Self) -> bool {
        let same_unit = self.numbers().zip(other.numbers()).all(|(own, other)| own.unit() == other.unit());
        same_unit && !self.interval().is_within(other.interval())
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Bound::{Excluded, Included, Unbounded};
        let text = match (self.lower, self.upper) {
            (Unbounded, Unbounded) => "anything".to_owned(),
            (Included(number), Unbounded) => format!("{} {number}", Qualifier::AtLeast),
            (Excluded(number), Unbounded) => format!("{} {number}", Qualifier::Over),
            (Unbounded, Included(number)) => format!("{} {number}", Qualifier::AtMost),
            (Unbounded, Excluded(number)) => format!("{} {number}", Qualifier::Under),
            (Included(lower) | Excluded(lower), Included(upper) | Excluded(upper)) => {
                format!("between {lower} and {upper}")
            }
        };
        text::pad(&text, f)
    }
}

impl FromStr for Goal {
    type Err = GoalError;

    fn from_str(text: &str) -> Result<Self, GoalError> {
        let malformed = || Problem::Malformed(excerpt(text));
        let trimmed = text.trim();
        if let Some(range) = Qualifier::after(trimmed, "between") {
            let (lower, upper) = range.split_once(" and ").ok_or_else(malformed)?;
            let upper: Quantity = upper.parse().map_err(Problem::Quantity)?;
            let lower = Quantity::read(upper.unit(), lower).map_err(Problem::Quantity)?;
            return Self::between(lower, upper);
        }
        let (qualifier, number) = Qualifier::split(trimmed).ok_or_else(malformed)?;
        let number: Quantity = number.parse().map_err(Problem::Quantity)?;
        // Refuses what no number can be, such as under 0%.
        Figure::qualified(qualifier, number).map_err(Problem::Figure)?;
        match qualifier {
            Qualifier::AtLeast => Ok(Self::at_least(number)),
            Qualifier::AtMost => Ok(Self::at_most(number)),
            Qualifier::Over => Ok(Self { lower: Bound::Excluded(number), upper: Bound::Unbounded }),
            Qualifier::Under => Ok(Self { lower: Bound::Unbounded, upper: Bound::Excluded(number) }),
            Qualifier::About => Err(malformed().into()),
        }
    }
}

text_value!(Goal, "a goal written as text, such as \"at least 90%\" or \"between 85% and 95%\"", |goal| goal);

/// A text or two numbers are no goal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct GoalError(#[from] Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error(
        "goal {0:?} is not written as \"at least 90%\", \"over 90%\", \"at most 2%\", \"under 5 people\" or \"between 85% and 95%\""
    )]
    Malformed(String),
    #[error("goal {0:?} ends below where it begins")]
    Reversed(String),
    #[error(transparent)]
    Quantity(QuantityError),
    #[error(transparent)]
    Figure(FigureError),
}
