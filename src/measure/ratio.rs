//! Exact ratios of whole numbers: what rates and changes are worked in until the one named rounding.

use super::number::PLACES;
use core::cmp::Ordering;

/// A numerator over a denominator above 0.
///
/// No product here overflows. The largest is the 100 × 10^6 × n × d of a relative change rounded to
/// six places, and of all rates and quantities it is largest for absence rates: n is at most
/// 100 × 10^13 (days lost in millionths, as per cent) and d at most 254 × 10^12, which makes
/// 2.54 × 10^37, below the 1.7 × 10^38 of an `i128`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Ratio {
    pub(crate) numerator: i128,
    pub(crate) denominator: i128,
}

impl Ratio {
    /// A number of millionths as it stands.
    pub(crate) const fn whole(micros: i128) -> Self {
        Self { numerator: micros, denominator: super::number::ONE }
    }

    /// By value, cross-multiplied.
    pub(crate) fn compare(self, other: Self) -> Ordering {
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
    }

    /// Itself less `other`, in millionths, rounded once to `dp` places, halves away from zero.
    pub(crate) fn minus_rounded(self, other: Self, dp: u32) -> i128 {
        Self {
            numerator: self.numerator * other.denominator - other.numerator * self.denominator,
            denominator: self.denominator * other.denominator,
        }
        .rounded(dp)
    }

    /// The change from `earlier` as per cent of it, in millionths, rounded once to `dp` places,
    /// halves away from zero; none from 0.
    pub(crate) fn relative_rounded(self, earlier: Self, dp: u32) -> Option<i128> {
        if earlier.numerator == 0 {
            return None;
        }
        let product = earlier.numerator * self.denominator;
        let ratio =
            Self { numerator: 100 * (self.numerator * earlier.denominator - product), denominator: product };
        Some(ratio.rounded(dp))
    }

    /// In millionths, rounded once to `dp` places, halves away from zero. More than six places
    /// count as six.
    pub(crate) fn rounded(self, dp: u32) -> i128 {
        let dp = dp.min(PLACES);
        let scaled = self.numerator * 10_i128.pow(dp);
        let (quotient, rest) = (scaled / self.denominator, scaled % self.denominator);
        let away = if 2 * rest.abs() >= self.denominator { scaled.signum() } else { 0 };
        (quotient + away) * 10_i128.pow(PLACES - dp)
    }

    /// Numerator and denominator without common factors.
    pub(crate) fn lowest_terms(self) -> (i128, i128) {
        let (mut a, mut b) = (self.numerator.abs(), self.denominator);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        (self.numerator / a, self.denominator / a)
    }
}
