//! The quartiles of many figures, and the exact numbers that their points are.

use crate::{measure::number, vocabulary::vocabulary};
use rust_decimal::Decimal;

vocabulary! {
    /// The quartile that a figure stands in among those of all authorities, from the lowest up.
    ///
    /// It says nothing of high or low being good: that is the indicator's [`Polarity`](crate::Polarity).
    /// [`Benchmark`](crate::Benchmark) says where each begins and ends.
    ///
    /// ```
    /// use childrens_services::Quartile;
    ///
    /// assert_eq!("1".parse(), Ok(Quartile::First));
    /// assert_eq!((Quartile::First.number(), Quartile::First.label()), (1, "First quartile"));
    /// ```
    Quartile: "quartile" {
        /// Up to and including the first quartile point: the lowest figures.
        First: "first", "First quartile", "1";
        /// Above the first quartile point, up to and including the median.
        Second: "second", "Second quartile", "2";
        /// Above the median, up to and including the third quartile point.
        Third: "third", "Third quartile", "3";
        /// Above the third quartile point: the highest figures.
        Fourth: "fourth", "Fourth quartile", "4";
    }
}

impl Quartile {
    /// The number, 1 for the lowest figures to 4 for the highest.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The quartile of a figure by the quartile points.
    pub(super) fn of(figure: Quarters, points: [Quarters; 3]) -> Self {
        Self::ALL[points.iter().filter(|point| figure > **point).count()]
    }
}

/// A number in quarters of a millionth: fine enough for a mean of two figures and for any quartile point.
///
/// The largest figure is 10^14 per cent, so none is above 4 × 10^20.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Quarters(pub(super) i128);

impl Quarters {
    pub(super) fn to_decimal(self) -> Decimal {
        // A quarter of a millionth is 25 at eight places; 10^22 lies inside the decimal's 96 bits.
        number::to_decimal_of(25 * self.0, number::PLACES + 2)
    }

    /// What lies a number of quarters of the way through sorted figures: 2 is their median. None where there
    /// are no figures.
    pub(super) fn part_way(sorted: &[i128], quarters: usize) -> Option<Self> {
        // Position (n - 1) × quarters / 4 without a product that could overflow.
        let last = sorted.len().checked_sub(1)?;
        let (whole, rest) = (last / 4 * quarters, last % 4 * quarters);
        let (at, between) = (whole + rest / 4, rest % 4);
        let low = *sorted.get(at)?;
        let high = sorted.get(at + 1).copied().unwrap_or(low);
        i128::try_from(between).ok().map(|between| Self(4 * low + between * (high - low)))
    }
}

/// As text without a unit.
impl serde::Serialize for Quarters {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.to_decimal())
    }
}
