//! What a publication prints: exact, rounded, qualified or withheld.

use super::{
    bounds::Bounds,
    error::{QuantityError, QuantityFault},
    number::{self, ONE, PLACES},
    qualifier::Qualifier,
    quantity::{Quantity, sealed::of_micros},
    symbol::Symbol,
};
use crate::text::{self, excerpt};
use core::{fmt, ops::Bound, str::FromStr};

/// A figure as a report or a publication prints it.
///
/// A number printed without a word is **rounded to the places that it shows**: `18.5%` may be
/// anything from 18.45 to below 18.55, `10.0%` from 9.95 to below 10.05, `10%` from 9.5 to below
/// 10.5. Only `exactly 18.5%` is exact. A count is whole, so `38` is exact without the word.
///
/// # Text
///
/// One grammar for `Display`, `FromStr` and the wire: `exactly 50%`, `18.5%`, `over 90%`,
/// `around 75 FTE`, `[c]`. The wire leaves the unit away (`over 90`) and is always text, for counts
/// too, because any figure may be a symbol.
///
/// # Errors
///
/// [`FigureError`] for a text outside the grammar and for a figure that nothing can be: under 0,
/// or over the quantity's `MAX`.
///
/// # Examples
///
/// ```
/// use childrens_services::{Figure, Fte, Percent, Qualifier, Symbol};
///
/// let agency: Figure<Fte> = "around 75 FTE".parse()?;
/// assert_eq!(agency, Figure::qualified(Qualifier::About, "75".parse()?)?);
/// assert_eq!(agency.stated(), None); // nothing may be computed from "around"
///
/// let gap: Figure<Percent> = "18.5%".parse()?;
/// assert_eq!(gap.bounds().unwrap().to_string(), "from 18.45% to below 18.55%");
///
/// let hidden: Figure<Fte> = "[c]".parse()?;
/// assert_eq!(hidden, Figure::Withheld(Symbol::Confidential));
/// assert!("under 0%".parse::<Figure<Percent>>().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Figure<Q> {
    /// The true value itself.
    Exact(Q),
    /// The true value after rounding; made by [`Figure::rounded`].
    Rounded(Rounded<Q>),
    /// A limit or an approximation; made by [`Figure::qualified`].
    Qualified(Qualified<Q>),
    /// No number; the symbol says why.
    Withheld(Symbol),
}

/// A value rounded to a number of places; see [`Figure::rounded`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rounded<Q> {
    value: Q,
    dp: u32,
}

impl<Q: Quantity> Rounded<Q> {
    /// The value as printed.
    #[must_use]
    pub const fn value(self) -> Q {
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
pub struct Qualified<Q> {
    qualifier: Qualifier,
    value: Q,
}

impl<Q: Quantity> Qualified<Q> {
    /// The word.
    #[must_use]
    pub const fn qualifier(self) -> Qualifier {
        self.qualifier
    }

    /// The number behind the word.
    #[must_use]
    pub const fn value(self) -> Q {
        self.value
    }
}

impl<Q: Quantity> Figure<Q> {
    /// The most places a figure may be rounded to: half of its last place must fit a [`Quantity`].
    pub const MAX_DECIMAL_PLACES: u32 = PLACES - 1;

    /// A value that was rounded to `dp` places, halves away from zero as the official statistics
    /// do. A count is whole, so the figure is then exact.
    ///
    /// # Errors
    ///
    /// Refuses a value with more than `dp` places, and more than [`Self::MAX_DECIMAL_PLACES`].
    pub fn rounded(value: Q, dp: u32) -> Result<Self, FigureError> {
        if Q::GRAMMAR.places == 0 {
            return Ok(Self::Exact(value));
        }
        if dp > Self::MAX_DECIMAL_PLACES {
            return Err(FigureError(Problem::TooPrecise { given: value.to_string() }));
        }
        if value.micros() % 10_i128.pow(PLACES - dp) != 0 {
            return Err(FigureError(Problem::NotRounded { given: value.to_string(), dp }));
        }
        Ok(Self::Rounded(Rounded { value, dp }))
    }

    /// A value behind a qualifier.
    ///
    /// # Errors
    ///
    /// Refuses what nothing can be: under 0 or over the quantity's `MAX`.
    pub fn qualified(qualifier: Qualifier, value: Q) -> Result<Self, FigureError> {
        let nothing_left = match qualifier {
            Qualifier::Under => value.micros() <= Q::GRAMMAR.min,
            Qualifier::Over => value.micros() >= Q::GRAMMAR.max,
            Qualifier::AtLeast | Qualifier::AtMost | Qualifier::About => false,
        };
        if nothing_left {
            let to_decimal = number::to_decimal;
            return Err(FigureError(Problem::Impossible {
                given: format!("{qualifier} {value}"),
                allowed: (to_decimal(Q::GRAMMAR.min), to_decimal(Q::GRAMMAR.max)),
            }));
        }
        Ok(Self::Qualified(Qualified { qualifier, value }))
    }

    /// The number, where the figure states one that may be reckoned with: exact or rounded.
    #[must_use]
    pub const fn stated(self) -> Option<Q> {
        match self {
            Self::Exact(value) | Self::Rounded(Rounded { value, .. }) => Some(value),
            Self::Qualified(_) | Self::Withheld(_) => None,
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

    /// The interval of true values that the figure allows; none for `[z]`, where there is no value.
    ///
    /// `around` and the other symbols allow anything, save `[low]`: above 0 and, as it rounds to 0
    /// at some number of places, below one half (for a count only above 0). A count above 2 is 3 or
    /// more, so the ends of a count's interval are always included.
    #[must_use]
    pub fn bounds(self) -> Option<Bounds<Q>> {
        let least = Bound::Included(of_micros(Q::GRAMMAR.min));
        // A qualified figure leaves a value on its side, so the next count stays in range.
        let whole = Q::GRAMMAR.places == 0;
        let above = |micros| {
            if whole { Bound::Included(of_micros(micros + ONE)) } else { Bound::Excluded(of_micros(micros)) }
        };
        let below = |micros| {
            if whole { Bound::Included(of_micros(micros - ONE)) } else { Bound::Excluded(of_micros(micros)) }
        };
        let (lower, upper) = match self {
            Self::Exact(value) => (Bound::Included(value), Bound::Included(value)),
            Self::Rounded(Rounded { value, dp }) => {
                let half = 10_i128.pow(PLACES - dp) / 2;
                let (low, high) = (value.micros() - half, value.micros() + half);
                (
                    if low < Q::GRAMMAR.min { least } else { Bound::Included(of_micros(low)) },
                    if high > Q::GRAMMAR.max {
                        Bound::Included(of_micros(Q::GRAMMAR.max))
                    } else {
                        Bound::Excluded(of_micros(high))
                    },
                )
            }
            Self::Qualified(Qualified { qualifier, value }) => match qualifier {
                Qualifier::Over => (above(value.micros()), Bound::Unbounded),
                Qualifier::AtLeast => (Bound::Included(value), Bound::Unbounded),
                Qualifier::About => (least, Bound::Unbounded),
                Qualifier::Under => (least, below(value.micros())),
                Qualifier::AtMost => (least, Bound::Included(value)),
            },
            Self::Withheld(Symbol::NotApplicable) => return None,
            Self::Withheld(Symbol::Low) => {
                (above(Q::GRAMMAR.min), if whole { Bound::Unbounded } else { below(ONE / 2) })
            }
            Self::Withheld(_) => (least, Bound::Unbounded),
        };
        Some(Bounds::new(lower, upper))
    }

    /// The text on the wire, which has no unit.
    #[cfg(feature = "serde")]
    pub(crate) fn wire_text(self) -> String {
        self.text(false)
    }

    fn text(self, with_unit: bool) -> String {
        let number = |value: Q, dp: Option<u32>| {
            let grammar = Q::GRAMMAR;
            let mut text = number::plain(value.micros(), dp);
            if with_unit {
                let one = value.micros() == ONE && dp.is_none_or(|dp| dp == 0);
                text.push_str(if one { grammar.unit_of_one } else { grammar.unit });
            }
            text
        };
        match self {
            Self::Exact(value) if Q::GRAMMAR.places == 0 => number(value, None),
            Self::Exact(value) => format!("exactly {}", number(value, None)),
            Self::Rounded(Rounded { value, dp }) => number(value, Some(dp)),
            Self::Qualified(Qualified { qualifier, value }) => {
                format!("{qualifier} {}", number(value, None))
            }
            Self::Withheld(symbol) => symbol.to_string(),
        }
    }
}

impl<Q: Quantity> From<Q> for Figure<Q> {
    fn from(value: Q) -> Self {
        Self::Exact(value)
    }
}

impl<Q: Quantity> From<Symbol> for Figure<Q> {
    fn from(symbol: Symbol) -> Self {
        Self::Withheld(symbol)
    }
}

impl<Q: Quantity> fmt::Display for Figure<Q> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(&self.text(true), f)
    }
}

impl<Q: Quantity> FromStr for Figure<Q> {
    type Err = FigureError;

    fn from_str(text: &str) -> Result<Self, FigureError> {
        if let Ok(symbol) = text.parse() {
            return Ok(Self::Withheld(symbol));
        }
        let parse = |number: &str| {
            Q::GRAMMAR.parse(number).map(of_micros).map_err(|error| match error.fault() {
                QuantityFault::Malformed => {
                    FigureError(Problem::Malformed { given: excerpt(text), expected: Q::GRAMMAR })
                }
                _ => FigureError(Problem::Quantity(error)),
            })
        };
        if let Some(number) = text.strip_prefix("exactly ") {
            return parse(number).map(Self::Exact);
        }
        if let Some((qualifier, number)) = Qualifier::split(text) {
            return Self::qualified(qualifier, parse(number)?);
        }
        let value = parse(text)?;
        let shown = text
            .split_once('.')
            .map_or(0, |(_, fraction)| fraction.bytes().take_while(u8::is_ascii_digit).count());
        match u32::try_from(shown) {
            Ok(dp) if dp <= Self::MAX_DECIMAL_PLACES => Self::rounded(value, dp),
            _ => Err(FigureError(Problem::TooPrecise { given: excerpt(text) })),
        }
    }
}

/// Why a figure was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FigureFault {
    /// The text is outside the grammar of figures.
    Malformed,
    /// A rounded figure keeps fewer decimal places than asked for.
    TooPrecise,
    /// A value offered as rounded has more places than it was rounded to.
    NotRounded,
    /// Nothing can be so little, or so much.
    Impossible,
    /// The number behind the words was refused as a quantity.
    Quantity,
}

/// A figure was refused; the message says what was given and what is allowed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct FigureError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error(
        "figure {given:?} is neither a symbol such as [c] nor {}, with or without one of the words exactly, over, at least, around, under, at most before it",
        expected.expected()
    )]
    Malformed { given: String, expected: &'static number::Grammar },
    #[error(
        "figure {given} is rounded to more than {} (with the word \"exactly\" before it, {PLACES} are kept)",
        number::places(PLACES - 1)
    )]
    TooPrecise { given: String },
    #[error("figure {given} is not rounded to {}: it has more", number::places(*dp))]
    NotRounded { given: String, dp: u32 },
    #[error("figure \"{given}\" allows no value from {} to {}", allowed.0, allowed.1)]
    Impossible { given: String, allowed: (rust_decimal::Decimal, rust_decimal::Decimal) },
    #[error(transparent)]
    Quantity(QuantityError),
}

impl FigureError {
    /// What was wrong.
    #[must_use]
    pub const fn fault(&self) -> FigureFault {
        match self.0 {
            Problem::Malformed { .. } => FigureFault::Malformed,
            Problem::TooPrecise { .. } => FigureFault::TooPrecise,
            Problem::NotRounded { .. } => FigureFault::NotRounded,
            Problem::Impossible { .. } => FigureFault::Impossible,
            Problem::Quantity(_) => FigureFault::Quantity,
        }
    }
}

#[cfg(feature = "serde")]
impl<Q: Quantity> serde::Serialize for Figure<Q> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.wire_text())
    }
}

#[cfg(feature = "serde")]
impl<'de, Q: Quantity> serde::Deserialize<'de> for Figure<Q> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = format!(
            "a text such as \"{0}\", \"over {0}\" or \"[c]\": a figure is written as text, because a bare number may lose digits on its way through binary floating point",
            Q::GRAMMAR.example,
        );
        crate::wire::text(deserializer, &expected, str::parse)
    }
}
