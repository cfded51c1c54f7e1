//! Exact ratios of whole numbers: what rates and changes are worked in until the one named rounding.

use super::number::{self, ONE, PLACES};
use core::cmp::Ordering;
use rust_decimal::Decimal;

/// A numerator over a denominator above 0.
///
/// No product here overflows. Numerators are at most 10^20 (per cent of a number of pounds, in millionths) and
/// denominators at most 10^17, which [`Rate`](crate::Rate) checks; so products of two are at most 10^37, below the
/// 1.7 × 10^38 of an `i128`, and a division goes on digit by digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Ratio {
    pub(crate) numerator: i128,
    pub(crate) denominator: i128,
}

impl Ratio {
    /// A number of millionths as it is.
    pub(crate) const fn whole(micros: i128) -> Self {
        Self { numerator: micros, denominator: ONE }
    }

    /// By value, cross-multiplied.
    pub(crate) fn compare(self, other: Self) -> Ordering {
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
    }

    /// Itself less `other`.
    pub(crate) const fn minus(self, other: Self) -> Self {
        Self {
            numerator: self.numerator * other.denominator - other.numerator * self.denominator,
            denominator: self.denominator * other.denominator,
        }
    }

    /// The change from `earlier` as per cent of it, in millionths, rounded once to `dp` places, halves away from zero;
    /// none from 0 or less, none to less than 0, and none above 10^20 per cent.
    pub(crate) fn relative_rounded(self, earlier: Self, dp: u32) -> Option<i128> {
        if earlier.numerator <= 0 || self.numerator < 0 {
            return None;
        }
        let denominator = earlier.numerator * self.denominator;
        let numerator = self.numerator * earlier.denominator - denominator;
        // Beyond 10^20 per cent is no change that anybody states.
        let (most, times) = (10_i128.pow(18), numerator / denominator);
        if times > most || times == most && numerator % denominator != 0 {
            return None;
        }
        Some(Self { numerator, denominator }.in_millionths(dp.min(PLACES) + 2, PLACES + 2))
    }

    /// In millionths, rounded once to `dp` places, halves away from zero. More than six places count as six.
    pub(crate) fn rounded(self, dp: u32) -> i128 {
        self.in_millionths(dp.min(PLACES), PLACES)
    }

    /// Rounded once to `dp` places, at most six, halves away from zero, as a decimal.
    pub(crate) fn decimal_rounded(self, dp: u32) -> Decimal {
        let dp = dp.min(PLACES);
        number::to_decimal_of(self.in_millionths(dp, dp), dp)
    }

    /// Rounded to `dp` places and then multiplied to a whole number of 10^-`scale`.
    fn in_millionths(self, dp: u32, scale: u32) -> i128 {
        let (quotient, rest) = self.divided(dp);
        let away = if 2 * rest >= self.denominator { self.numerator.signum() } else { 0 };
        (quotient + away) * 10_i128.pow(scale - dp)
    }

    /// In millionths, rounded down, or up, and whether that is exact.
    pub(crate) fn towards(self, up: bool) -> (i128, bool) {
        let (quotient, rest) = self.divided(PLACES);
        let towards_zero = rest == 0 || (self.numerator < 0) == up;
        (if towards_zero { quotient } else { quotient + self.numerator.signum() }, rest == 0)
    }

    /// Cut to `dp` places as a whole number, and the size of what is left of the last place.
    fn divided(self, dp: u32) -> (i128, i128) {
        let size = self.numerator.abs();
        // Most numbers fit the machine's own division, which is several times as fast.
        if let (Ok(small), Ok(by)) = (u64::try_from(size), u64::try_from(self.denominator))
            && let Some(scaled) = small.checked_mul(10_u64.pow(dp))
        {
            return (self.numerator.signum() * i128::from(scaled / by), i128::from(scaled % by));
        }
        let (quotient, rest) = match size.checked_mul(10_i128.pow(dp)) {
            Some(scaled) => (scaled / self.denominator, scaled % self.denominator),
            None => {
                (0..dp).fold((size / self.denominator, size % self.denominator), |(quotient, rest), _| {
                    let next = 10 * rest;
                    (10 * quotient + next / self.denominator, next % self.denominator)
                })
            }
        };
        (quotient * self.numerator.signum(), rest)
    }
}
