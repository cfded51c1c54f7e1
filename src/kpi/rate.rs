//! Rates that keep their counts.

use super::{Indicator, formula::Count};
use crate::measure::{Figure, Quantity, QuantityError, Symbol, Unit, number, ratio::Ratio};
use crate::text::{self, excerpt};
use core::hash::{Hash, Hasher};
use core::{cmp::Ordering, fmt};
use rust_decimal::Decimal;

/// An exact quotient of counts, with its indicator.
///
/// It compares and subtracts exactly, by cross-multiplication, and is rounded once, on the way out: England's vacancy rates
/// of 2024 and 2025 print as 17.3 and 14.2, which are 3.1 apart, and the counts behind them are 3.2 apart.
///
/// The rate of several teams or areas is the rate of their summed counts, never a mean of rates. The workforce rates are
/// made by [`Snapshot::rate`](crate::Snapshot::rate).
///
/// # Unit
///
/// The indicator's; the quotient is multiplied with 100 for per cent, with 10,000 for a rate per 10,000 children.
///
/// # Text
///
/// Printed as the figure with the indicator's decimal places, `10.2%`; on the wire its two counts, `56.3 / 550.8`.
///
/// # Examples
///
/// ```
/// use childrens_services::{Indicator, Polarity, Quantity, Rate, Unit, kpi::catalogue};
///
/// let teams = Rate::new(&catalogue::TEAMS_WITHIN_MAXIMUM_RATE, 4, 8)?;
/// assert_eq!(teams.to_string(), "50.0%");
/// assert_eq!(teams.quotient(), "4 / 8");
///
/// // Invented.
/// let plans = Indicator::new("cpp", "Child protection plans", Unit::Per10000, Polarity::Neutral)?;
/// let children = |count| Quantity::read(Unit::Children, count);
/// let rate = Rate::new(&plans, children("812")?, children("173400")?)?;
/// assert_eq!(rate.to_string(), "46.8 per 10,000 children");
///
/// assert_eq!(
///     Rate::new(&catalogue::OFFER_TAKE_UP_RATE, 201, 200).unwrap_err().to_string(),
///     "offer_take_up_rate is not defined: it is a share of a whole, and 201 is above 200",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Rate {
    indicator: Indicator,
    /// In millionths, above 0 or, for a signed unit, below; at most [`MOST_NUMERATOR`] with the multiplier.
    numerator: i64,
    /// In millionths, from 1 to [`MOST_COUNT`].
    denominator: i64,
}

/// What keeps the products of [`Ratio`] within an `i128`. A count is one that [`Unit::Number`] holds.
const MOST_NUMERATOR: i128 = 100_000_000_000_000_000_000;
const MOST_COUNT: i128 = 100_000_000_000_000_000;

impl Rate {
    /// Creates the rate of a numerator and a denominator.
    ///
    /// # Errors
    ///
    /// Returns an error for an indicator in a whole unit, a denominator of 0 or less, a negative numerator if the
    /// indicator's unit has no negative numbers, a numerator above the denominator if the indicator is a share of a whole,
    /// and a quotient above the range of the unit.
    pub fn new(
        indicator: &Indicator,
        numerator: impl Into<Quantity>,
        denominator: impl Into<Quantity>,
    ) -> Result<Self, RateError> {
        let (numerator, denominator) = (numerator.into(), denominator.into());
        let unit = indicator.unit();
        let refused = |fault| Err(RateError::new(indicator, fault));
        if unit.is_whole() {
            return refused(RateFault::WholeUnit(unit));
        }
        if denominator.micros() < 0 || numerator.micros() < 0 && !unit.may_be_negative() {
            let count = if denominator.micros() < 0 { denominator } else { numerator };
            return refused(RateFault::Negative(count));
        }
        Self::of_micros(indicator, numerator.micros(), denominator.micros())
    }

    /// The rate of counts in millionths, none of them negative where the unit is not.
    #[inline]
    pub(crate) fn of_micros(
        indicator: &Indicator,
        numerator: i128,
        denominator: i128,
    ) -> Result<Self, RateError> {
        let refused = |fault| Err(RateError::new(indicator, fault));
        if denominator == 0 {
            return refused(RateFault::ZeroDenominator(&[]));
        }
        if indicator.is_share() && numerator > denominator {
            let [part, whole] = [numerator, denominator].map(number::to_decimal);
            return refused(RateFault::AboveWhole(part, whole));
        }
        // The greatest multiplier is 10,000, so no product overflows.
        let scaled = numerator.abs() * i128::from(indicator.unit().multiplier());
        let is_small = scaled <= MOST_NUMERATOR && numerator.abs().max(denominator) <= MOST_COUNT;
        if !is_small || scaled * number::ONE > indicator.unit().grammar().max * denominator {
            return refused(RateFault::OutOfRange(indicator.unit()));
        }
        // What is small fits.
        let [numerator, denominator] = [numerator, denominator].map(|count| count as i64);
        Ok(Self { indicator: indicator.clone(), numerator, denominator })
    }

    /// Reads a rate of an indicator from its two counts, such as `56.3 / 550.8`.
    ///
    /// # Errors
    ///
    /// Returns an error for any other text, and for what [`new`](Self::new) refuses.
    pub fn read(indicator: &Indicator, text: &str) -> Result<Self, RateError> {
        let refused = |fault| RateError::new(indicator, fault);
        let count =
            |text| Quantity::read(Unit::Number, text).map_err(|error| refused(RateFault::Count(error)));
        let malformed = || refused(RateFault::Malformed(excerpt(text)));
        let (numerator, denominator) = text.split_once('/').ok_or_else(malformed)?;
        Self::new(indicator, count(numerator.trim())?, count(denominator.trim())?)
    }

    /// What the quotient is.
    #[must_use]
    pub const fn indicator(&self) -> &Indicator {
        &self.indicator
    }

    /// The count that is divided.
    #[must_use]
    pub fn numerator(&self) -> Decimal {
        number::to_decimal(self.numerator.into())
    }

    /// The count that is divided by, above 0.
    #[must_use]
    pub fn denominator(&self) -> Decimal {
        number::to_decimal(self.denominator.into())
    }

    /// The two counts as the wire has them: `56.3 / 550.8`.
    #[must_use]
    pub fn quotient(&self) -> String {
        format!("{} / {}", self.numerator(), self.denominator())
    }

    /// The rate in its indicator's unit, divided once and rounded once to `dp` places (at most six), halves away from zero.
    #[must_use]
    #[inline]
    pub fn value_rounded(&self, dp: u32) -> Decimal {
        self.ratio().decimal_rounded(dp)
    }

    /// The rate as a publication prints it, divided once and rounded once to `dp` places (at most five), halves away from
    /// zero.
    #[must_use]
    #[allow(clippy::missing_panics_doc, reason = "only a fault of this crate could cause one")]
    pub fn figure_rounded(&self, dp: u32) -> Figure {
        let dp = dp.min(Figure::MAX_DECIMAL_PLACES).min(self.indicator.unit().decimal_places());
        let value = Quantity::of_micros(self.indicator.unit(), self.ratio().rounded(dp));
        Figure::rounded(value, dp).expect("it was just rounded to these places")
    }

    /// This less `other`, worked from the counts of both and rounded once to `dp` places (at most six), halves away from
    /// zero, in the unit of the difference. Returns `None` if `other` is of another indicator.
    #[must_use]
    pub fn minus_rounded(&self, other: &Self, dp: u32) -> Option<Decimal> {
        let same = self.indicator == other.indicator;
        same.then(|| self.ratio().minus(other.ratio()).decimal_rounded(dp))
    }

    pub(crate) fn ratio(&self) -> Ratio {
        let numerator = i128::from(self.numerator) * i128::from(self.indicator.unit().multiplier());
        Ratio { numerator, denominator: self.denominator.into() }
    }
}

/// Rates of one indicator, by value: 1 of 2 equals 2 of 4.
impl PartialEq for Rate {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl Eq for Rate {}

/// By value, the counts cross-multiplied. Rates of different indicators have no order.
impl PartialOrd for Rate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (self.indicator == other.indicator).then(|| self.ratio().compare(other.ratio()))
    }
}

impl Hash for Rate {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.indicator.hash(state);
        self.value_rounded(6).hash(state);
    }
}

impl fmt::Debug for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rate({}: {})", self.indicator.code(), self.quotient())
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(&self.figure_rounded(self.indicator.decimal_places()).to_string(), f)
    }
}

impl serde::Serialize for Rate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.quotient())
    }
}

/// Why counts make no rate.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RateFault {
    /// A count that the rate needs was not given.
    #[error("{} is not reported", .0.code())]
    NotReported(Count),
    /// A count that the rate needs is withheld, with a symbol that says why.
    #[error("{code} is withheld as {1}, {label}", code = .0.code(), label = .1.label())]
    Withheld(Count, Symbol),
    /// There is nothing to take a rate of: the counts that are 0, if they have names.
    #[error("{}", zero(.0))]
    ZeroDenominator(&'static [Count]),
    /// A part is greater than its whole.
    #[error("it is a share of a whole, and {0} is above {1}")]
    AboveWhole(Decimal, Decimal),
    /// A count is negative.
    #[error("{0} is below 0")]
    Negative(Quantity),
    /// A quotient is no whole number, and the indicator's unit has only those.
    #[error("its unit is {0}, and a quotient is no whole number")]
    WholeUnit(Unit),
    /// A count is above 10<sup>11</sup>, or 10<sup>10</sup> for a rate per 10,000, or the quotient is above the range of
    /// its unit.
    #[error(
        "a count is above {count}, or the quotient above {most}, the most in {0}",
        count = (MOST_NUMERATOR / i128::from(.0.multiplier())).min(MOST_COUNT) / number::ONE, most = .0.range().1
    )]
    OutOfRange(Unit),
    /// A snapshot has no formula for the indicator.
    #[error("a snapshot has no formula for it")]
    NoFormula,
    /// A count, or a sum of counts, is outside its range.
    #[error(transparent)]
    Count(QuantityError),
    /// The text is not two counts.
    #[error("{0:?} is not written as two numbers (as in \"56.3 / 550.8\")")]
    Malformed(String),
}

/// Which counts of a denominator are 0.
fn zero(counts: &[Count]) -> String {
    let codes: Vec<&str> = counts.iter().map(|count| count.code()).collect();
    match codes[..] {
        [] => "the denominator is 0".to_owned(),
        [count] => format!("{count} is 0"),
        _ => format!("{} are both 0", codes.join(" and ")),
    }
}

/// Counts make no rate; the message names the rate, the count, and what is wrong with it.
///
/// # Examples
///
/// ```
/// use childrens_services::{Fte, Rate, kpi::catalogue};
///
/// assert_eq!(
///     Rate::new(&catalogue::VACANCY_RATE_FTE, Fte::ZERO, Fte::ZERO).unwrap_err().to_string(),
///     "vacancy_rate_fte is not defined: the denominator is 0",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} is not defined: {fault}", indicator.code())]
pub struct RateError {
    indicator: Indicator,
    fault: Box<RateFault>,
}

impl RateError {
    pub(crate) fn new(indicator: &Indicator, fault: RateFault) -> Self {
        Self { indicator: indicator.clone(), fault: Box::new(fault) }
    }

    /// A count that is needed is not there.
    pub(crate) fn missing(indicator: &Indicator, count: Count, symbol: Option<Symbol>) -> Self {
        let withheld = symbol.map(|symbol| RateFault::Withheld(count, symbol));
        Self::new(indicator, withheld.unwrap_or(RateFault::NotReported(count)))
    }

    /// The rate that was asked for.
    #[must_use]
    pub const fn indicator(&self) -> &Indicator {
        &self.indicator
    }

    /// What is wrong.
    #[must_use]
    pub const fn fault(&self) -> &RateFault {
        &self.fault
    }

    /// The symbol that stands for the rate, as in the official statistics: the count's own if one is withheld, `[z]` for a
    /// denominator of 0, `[x]` for a count that was not given. A rate of a count that is `[low]` may be anything, so it is
    /// `[x]` too. Returns `None` if what was given is wrong.
    #[must_use]
    pub fn symbol(&self) -> Option<Symbol> {
        match *self.fault {
            RateFault::Withheld(_, symbol) => Some(symbol.in_a_sum()),
            RateFault::ZeroDenominator(_) => Some(Symbol::NotApplicable),
            RateFault::NotReported(_) => Some(Symbol::NotAvailable),
            _ => None,
        }
    }
}
