//! How numbers are held and written: whole millionths in, text in one grammar, text out.

use super::error::{QuantityError, QuantityFault};
use crate::text::counted;
use core::fmt::{self, Write as _};
use rust_decimal::Decimal;

/// The most decimal places that any quantity keeps.
pub(crate) const PLACES: u32 = 6;
/// One, in millionths.
pub(crate) const ONE: i128 = 1_000_000;

/// What a quantity's text and range are.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Grammar {
    /// Opens every message, such as `percentage`.
    pub(crate) name: &'static str,
    /// In millionths.
    pub(crate) min: i128,
    /// In millionths.
    pub(crate) max: i128,
    /// 0 for counts, else [`PLACES`].
    pub(crate) places: u32,
    /// Follows the number on output and may follow it on input.
    pub(crate) unit: &'static str,
    /// The unit of exactly 1 or -1.
    pub(crate) unit_of_one: &'static str,
    /// A number to show in messages.
    pub(crate) example: &'static str,
}

/// A percentage that is a share of a whole.
pub(crate) static SHARE: Grammar = Grammar {
    name: "share",
    min: 0,
    max: 100 * ONE,
    places: PLACES,
    unit: "%",
    unit_of_one: "%",
    example: "18.5",
};

impl Grammar {
    pub(crate) fn expected(&self) -> String {
        let mut text = String::new();
        if self.min < 0 {
            text.push_str("an optional minus sign, ");
        }
        text.push_str("digits");
        if self.places > 0 {
            write!(text, ", optionally a point and up to {} more digits", self.places)
                .expect("writing to a String cannot fail");
        }
        write!(text, " (as in \"{}\"", self.example).expect("writing to a String cannot fail");
        if !self.unit.is_empty() {
            write!(text, " or \"{}{}\"", self.example, self.unit).expect("writing to a String cannot fail");
        }
        text.push(')');
        text
    }

    /// Reads the number, with or without its unit, in millionths.
    pub(crate) fn parse(&'static self, text: &str) -> Result<i128, QuantityError> {
        let malformed = || QuantityError::malformed(self, text);
        let number = [self.unit, self.unit_of_one]
            .iter()
            .filter(|unit| !unit.is_empty())
            .find_map(|unit| text.strip_suffix(unit))
            .unwrap_or(text);
        let refused = |fault| QuantityError::refused(self, number, fault);
        let (negative, digits) = match number.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, number),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) if self.places > 0 && !fraction.is_empty() => (whole, fraction),
            Some(_) => return Err(malformed()),
            None => (digits, ""),
        };
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let padded = whole.len() > 1 && whole.starts_with('0');
        if whole.is_empty() || padded || !all_digits(whole) || !all_digits(fraction) {
            return Err(malformed());
        }
        let fraction = fraction.trim_end_matches('0');
        let wanted = self.places as usize;
        if fraction.len() > wanted {
            return Err(refused(QuantityFault::TooPrecise));
        }
        let zeros = PLACES as usize - fraction.len();
        let micros = whole
            .bytes()
            .chain(fraction.bytes())
            .chain(core::iter::repeat_n(b'0', zeros))
            .try_fold(0_i128, |sum, digit| sum.checked_mul(10)?.checked_add(i128::from(digit - b'0')))
            .map(|micros| if negative { -micros } else { micros })
            .ok_or_else(|| refused(QuantityFault::OutOfRange))?;
        if negative && micros == 0 && self.min == 0 {
            return Err(malformed());
        }
        self.in_range(micros, || number.to_owned())
    }

    /// Takes a decimal, in millionths.
    pub(crate) fn accept(&'static self, value: Decimal) -> Result<i128, QuantityError> {
        let refused = |fault| QuantityError::refused(self, &value.to_string(), fault);
        let value = value.normalize();
        if value.scale() > self.places {
            return Err(refused(QuantityFault::TooPrecise));
        }
        // A mantissa is below 2^96 and the factor at most 10^6: no overflow.
        let micros = value.mantissa() * 10_i128.pow(PLACES - value.scale());
        self.in_range(micros, || value.to_string())
    }

    /// Checks the range of a number in millionths.
    pub(crate) fn in_range(
        &'static self,
        micros: i128,
        given: impl FnOnce() -> String,
    ) -> Result<i128, QuantityError> {
        if micros < self.min || micros > self.max {
            return Err(QuantityError::refused(self, &given(), QuantityFault::OutOfRange));
        }
        Ok(micros)
    }

    /// Writes the number with its unit, honouring width, fill and `+` but no precision:
    /// a precision in a format string would cut digits off without naming a rounding.
    pub(crate) fn write(&self, micros: i128, dp: Option<u32>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = plain(micros.abs(), dp);
        let one = micros.abs() == ONE && dp.is_none_or(|dp| dp == 0);
        text.push_str(if one { self.unit_of_one } else { self.unit });
        f.pad_integral(micros >= 0, "", &text)
    }
}

/// `1 decimal place`, else the plural.
pub(crate) fn places(dp: u32) -> String {
    counted(dp, "decimal place")
}

/// The number alone, with `dp` places or as few as it needs.
pub(crate) fn plain(micros: i128, dp: Option<u32>) -> String {
    let sign = if micros < 0 { "-" } else { "" };
    let (whole, fraction) = (micros.abs() / ONE, micros.abs() % ONE);
    let six = format!("{fraction:06}");
    let kept = match dp {
        Some(dp) => &six[..dp.min(PLACES) as usize],
        None => six.trim_end_matches('0'),
    };
    let point = if kept.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{kept}")
}

/// The same number as a decimal without trailing zeros.
pub(crate) fn to_decimal(micros: i128) -> Decimal {
    Decimal::try_from_i128_with_scale(micros, PLACES)
        .expect("every quantity's range lies inside 96 bits of millionths")
        .normalize()
}
