//! What a publication prints: exact, rounded, qualified or withheld.

use super::bounds::{Bounds, Interval};
use super::error::{QuantityError, QuantityFault};
use super::number::{self, Grammar, ONE, PLACES};
use super::qualifier::Qualifier;
use super::{quantity::Quantity, ratio::Ratio, symbol::Symbol, unit::Unit};
use crate::text::{self, excerpt};
use core::{fmt, ops::Bound};

/// A figure as a report or a publication prints it.
///
/// A number printed without a word is **rounded to the places that it shows**: `18.5%` may be anything from 18.45 to
/// below 18.55, `10.0%` from 9.95 to below 10.05, `10%` from 9.5 to below 10.5. Only `exactly 18.5%` is exact. A count
/// is whole, so `38` is exact without the word.
///
/// # Text
///
/// Printed and written as `exactly 50%`, `18.5%`, `over 90%`, `around 75 FTE`, `[c]`. [`read`](Self::read) takes these
/// with or without the unit, words and units in any case, symbols in lower case, and also `>90%` or `≥ 90`.
///
/// # Examples
///
/// ```
/// use childrens_services::{Figure, Quantity, Qualifier, Symbol, Unit};
///
/// let agency = Figure::read(Unit::Fte, "around 75")?;
/// assert_eq!(agency, Figure::qualified(Qualifier::About, Quantity::read(Unit::Fte, "75")?)?);
/// assert_eq!(agency.stated(), None); // nothing may be computed from "around"
/// assert_eq!(agency.number(), Some(Quantity::read(Unit::Fte, "75")?)); // but a table can sort by it
///
/// let gap = Figure::read(Unit::PerCent, "18.5%")?;
/// assert_eq!(gap.bounds().expect("it has a number").to_string(), "from 18.45% to below 18.55%");
///
/// assert_eq!(Figure::read(Unit::Fte, "[c]")?, Figure::Withheld(Symbol::Confidential));
/// assert!(Figure::read(Unit::PerCent, "under 0%").is_err());
/// assert_eq!(
///     Figure::read(Unit::PerCent, "0.185").unwrap_err().to_string(),
///     r#"figure "0.185" may be a fraction: write "18.5%", or "0.185%" if it is less than one per cent"#,
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Figure {
    /// The true value itself.
    Exact(Quantity),
    /// The true value after rounding; made by [`Figure::rounded`].
    Rounded(Rounded),
    /// A limit or an approximation; made by [`Figure::qualified`].
    Qualified(Qualified),
    /// No number; the symbol says why.
    Withheld(Symbol),
}

/// A value rounded to a number of places; see [`Figure::rounded`], which checks that it is.
///
/// ```compile_fail,E0451
/// # use childrens_services::{Quantity, Rounded};
/// fn forged(value: Quantity) -> Rounded {
///     Rounded { value, dp: 7 }
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rounded {
    value: Quantity,
    dp: u32,
}

impl Rounded {
    /// The value as printed.
    #[must_use]
    pub const fn value(self) -> Quantity {
        self.value
    }

    /// How many decimal places it was rounded to.
    #[must_use]
    pub const fn decimal_places(self) -> u32 {
        self.dp
    }
}

/// A value behind a qualifier; see [`Figure::qualified`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Qualified {
    qualifier: Qualifier,
    value: Quantity,
}

impl Qualified {
    /// The word.
    #[must_use]
    pub const fn qualifier(self) -> Qualifier {
        self.qualifier
    }

    /// The number behind the word.
    #[must_use]
    pub const fn value(self) -> Quantity {
        self.value
    }
}

impl Figure {
    /// The most places a figure may be rounded to: half of its last place must fit a [`Quantity`].
    pub const MAX_DECIMAL_PLACES: u32 = PLACES - 1;

    /// Creates a figure that was rounded to `dp` places, halves away from zero as the official statistics do. A whole
    /// count is then exact.
    ///
    /// # Errors
    ///
    /// Returns an error for a value with more than `dp` places, and for more than [`Self::MAX_DECIMAL_PLACES`].
    pub fn rounded(value: impl Into<Quantity>, dp: u32) -> Result<Self, FigureError> {
        let value = value.into();
        if value.unit().is_whole() {
            return Ok(Self::Exact(value));
        }
        if dp > Self::MAX_DECIMAL_PLACES {
            return Err(FigureError(Problem::TooPrecise(value.to_string())));
        }
        if value.micros() % 10_i128.pow(PLACES - dp) != 0 {
            return Err(FigureError(Problem::NotRounded(value, dp)));
        }
        Ok(Self::Rounded(Rounded { value, dp }))
    }

    /// Creates a figure behind a qualifier.
    ///
    /// # Errors
    ///
    /// Returns an error for what no number can be, such as under 0%.
    pub fn qualified(qualifier: Qualifier, value: impl Into<Quantity>) -> Result<Self, FigureError> {
        let value = value.into();
        let Grammar { min, max, .. } = *value.unit().grammar();
        let nothing_left = match qualifier {
            Qualifier::Under => value.micros() <= min,
            Qualifier::Over => value.micros() >= max,
            Qualifier::AtLeast | Qualifier::AtMost | Qualifier::About => false,
        };
        if nothing_left {
            return Err(FigureError(Problem::Impossible(qualifier, value)));
        }
        Ok(Self::Qualified(Qualified { qualifier, value }))
    }

    /// Reads a figure in a unit, which may follow the number.
    ///
    /// # Errors
    ///
    /// Returns an error for a text outside the grammar, for a number in another unit, for what no number can be, and for
    /// a bare number below 1 with two or more places in per cent, such as `0.185`, which may be a fraction.
    pub fn read(unit: Unit, text: &str) -> Result<Self, FigureError> {
        let trimmed = text.trim();
        if let Ok(symbol) = trimmed.parse() {
            return Ok(Self::Withheld(symbol));
        }
        let grammar = unit.grammar();
        let parse = |number: &str| {
            let read = grammar.read(number).map_err(|error| match error.fault() {
                QuantityFault::Malformed => FigureError(Problem::Malformed(excerpt(text), grammar)),
                _ => FigureError(Problem::Quantity(error)),
            })?;
            let below_one = 0 < read.micros && read.micros < ONE;
            if unit == Unit::PerCent && !read.with_unit && below_one && read.shown > 1 {
                let times_hundred = number::plain(100 * read.micros, None);
                return Err(FigureError(Problem::Fraction(excerpt(number), times_hundred)));
            }
            Ok((Quantity::of_micros(unit, read.micros), read.shown))
        };
        if let Some(number) = Qualifier::after(trimmed, "exactly") {
            return parse(number).map(|(value, _)| Self::Exact(value));
        }
        if let Some((qualifier, number)) = Qualifier::split(trimmed) {
            return Self::qualified(qualifier, parse(number)?.0);
        }
        let (value, shown) = parse(trimmed)?;
        if shown > Self::MAX_DECIMAL_PLACES {
            return Err(FigureError(Problem::TooPrecise(excerpt(text))));
        }
        Self::rounded(value, shown)
    }

    /// The unit; none of a withheld figure, which has no number.
    #[must_use]
    pub fn unit(self) -> Option<Unit> {
        self.number().map(Quantity::unit)
    }

    /// The number, if the figure states one that may be computed with: an exact or a rounded one.
    #[must_use]
    pub const fn stated(self) -> Option<Quantity> {
        match self {
            Self::Exact(value) | Self::Rounded(Rounded { value, .. }) => Some(value),
            Self::Qualified(_) | Self::Withheld(_) => None,
        }
    }

    /// The number as printed, also behind a word: to sort and to show, not to compute with; for that see
    /// [`stated`](Self::stated) and [`bounds`](Self::bounds).
    #[must_use]
    pub const fn number(self) -> Option<Quantity> {
        match self {
            Self::Qualified(Qualified { value, .. }) => Some(value),
            other => other.stated(),
        }
    }

    /// The symbol of a withheld figure.
    #[must_use]
    pub const fn symbol(self) -> Option<Symbol> {
        match self {
            Self::Withheld(symbol) => Some(symbol),
            _ => None,
        }
    }

    /// The interval of true values that the figure allows; none for a withheld one.
    ///
    /// `around` allows anything. A count above 2 is 3 or more, so the ends of a count's interval are always included.
    #[must_use]
    pub fn bounds(self) -> Option<Bounds> {
        let unit = self.unit()?;
        self.interval(unit).map(|interval| interval.in_unit(unit))
    }

    /// The same in a unit that a withheld figure has from its indicator: `[low]` is above 0 and, as it rounds to 0 at
    /// some number of places, below one half (for a count only above 0); `[z]` has no value; other symbols allow
    /// anything.
    pub(crate) fn interval(self, unit: Unit) -> Option<Interval> {
        let grammar = unit.grammar();
        // Where a number may be negative the range only keeps arithmetic exact.
        let least = if grammar.min < 0 { Bound::Unbounded } else { Bound::Included(grammar.min) };
        let whole = unit.is_whole();
        let above = |micros| if whole { Bound::Included(micros + ONE) } else { Bound::Excluded(micros) };
        let below = |micros| if whole { Bound::Included(micros - ONE) } else { Bound::Excluded(micros) };
        let (lower, upper) = match self {
            Self::Exact(value) => (Bound::Included(value.micros()), Bound::Included(value.micros())),
            Self::Rounded(Rounded { value, dp }) => {
                let half = 10_i128.pow(PLACES - dp) / 2;
                let (low, high) = (value.micros() - half, value.micros() + half);
                // A half goes away from 0: to the number itself, if that is the further one.
                let lower = if value.micros() > 0 { Bound::Included(low) } else { Bound::Excluded(low) };
                let upper = if value.micros() < 0 { Bound::Included(high) } else { Bound::Excluded(high) };
                (
                    if low < grammar.min { Bound::Included(grammar.min) } else { lower },
                    if high > grammar.max { Bound::Included(grammar.max) } else { upper },
                )
            }
            Self::Qualified(Qualified { qualifier, value }) => match qualifier {
                Qualifier::Over => (above(value.micros()), Bound::Unbounded),
                Qualifier::AtLeast => (Bound::Included(value.micros()), Bound::Unbounded),
                Qualifier::About => (least, Bound::Unbounded),
                Qualifier::Under => (least, below(value.micros())),
                Qualifier::AtMost => (least, Bound::Included(value.micros())),
            },
            Self::Withheld(Symbol::NotApplicable) => return None,
            Self::Withheld(Symbol::Low) => (above(0), if whole { Bound::Unbounded } else { below(ONE / 2) }),
            Self::Withheld(_) => (least, Bound::Unbounded),
        };
        Some(Interval { lower: lower.map(Ratio::whole), upper: upper.map(Ratio::whole) })
    }

    /// Whether the figure certainly states more than 100 of its unit. What prints as 100.0 may be 99.95, what prints as
    /// 100.1 may not.
    pub(crate) fn is_above_hundred(self) -> bool {
        let Some(value) = self.number() else { return false };
        match self {
            Self::Qualified(Qualified { qualifier: Qualifier::Over, .. }) => value.micros() >= 100 * ONE,
            Self::Qualified(Qualified { qualifier: Qualifier::Under | Qualifier::AtMost, .. }) => false,
            _ => value.micros() > 100 * ONE,
        }
    }
}

impl<Q: Into<Quantity>> From<Q> for Figure {
    fn from(value: Q) -> Self {
        Self::Exact(value.into())
    }
}

impl From<Symbol> for Figure {
    fn from(symbol: Symbol) -> Self {
        Self::Withheld(symbol)
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |value: Quantity, dp| value.unit().grammar().text(value.micros(), dp);
        let text = match *self {
            Self::Exact(value) if value.unit().is_whole() => number(value, None),
            Self::Exact(value) => format!("exactly {}", number(value, None)),
            Self::Rounded(Rounded { value, dp }) => number(value, Some(dp)),
            Self::Qualified(Qualified { qualifier, value }) => format!("{qualifier} {}", number(value, None)),
            Self::Withheld(symbol) => symbol.to_string(),
        };
        text::pad(&text, f)
    }
}

/// As printed: a figure is read with its unit, so what holds one reads it.
impl serde::Serialize for Figure {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A figure was refused; the message says what was given and what is allowed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct FigureError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error(
        "figure {0:?} is neither a symbol such as [c] nor {expected}, with or without one of the words exactly, over, at least, around, under, at most before it",
        expected = .1.expected()
    )]
    Malformed(String, &'static Grammar),
    #[error("figure {0:?} may be a fraction: write \"{1}%\", or \"{0}%\" if it is less than one per cent")]
    Fraction(String, String),
    #[error(
        "figure {0} is rounded to more than {places} (with the word \"exactly\" before it, {PLACES} are kept)",
        places = number::places(PLACES - 1)
    )]
    TooPrecise(String),
    #[error("figure {0} is not rounded to {places}: it has more", places = number::places(*.1))]
    NotRounded(Quantity, u32),
    #[error("figure \"{0} {1}\" allows no value from {min} to {max}", min = .1.unit().range().0, max = .1.unit().range().1)]
    Impossible(Qualifier, Quantity),
    #[error(transparent)]
    Quantity(QuantityError),
}
