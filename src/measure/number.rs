//! How numbers are held and written: whole millionths in, text in one grammar, text out.

use super::error::{QuantityError, QuantityFault};
use super::unit::Unit;
use crate::text::{self, counted};
use core::fmt;
use rust_decimal::Decimal;

/// The most decimal places that any number keeps.
pub(crate) const PLACES: u32 = 6;
/// One, in millionths.
pub(crate) const ONE: i128 = 1_000_000;

/// How a number is written, and its range.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Grammar {
    /// Opens every message, such as `percentage`.
    pub(crate) name: &'static str,
    /// In millionths.
    pub(crate) min: i128,
    /// In millionths.
    pub(crate) max: i128,
    /// 0 for what is whole.
    pub(crate) places: u32,
    /// Stands before the number, such as `£`.
    pub(crate) before: &'static str,
    /// Follows 1, and any other number.
    pub(crate) after: [&'static str; 2],
    /// Other words that may follow a number that is read, in any case. Where none is printed, the first two are the words
    /// for many and for one.
    pub(crate) also_read: &'static [&'static str],
    /// A number to show in messages.
    pub(crate) example: &'static str,
}

/// A range in whole numbers, decimal places, and what stands around the number.
pub(crate) const fn grammar(
    [name, example]: [&'static str; 2],
    [min, max]: [i128; 2],
    places: u32,
    [before, one, more]: [&'static str; 3],
    also_read: &'static [&'static str],
) -> Grammar {
    let (min, max) = (min * ONE, max * ONE);
    Grammar { name, min, max, places, before, after: [one, more], also_read, example }
}

/// A number as it was read.
pub(crate) struct Read {
    pub(crate) micros: i128,
    /// How many decimal places the text shows.
    pub(crate) shown: u32,
    /// Whether the text names its unit.
    pub(crate) with_unit: bool,
}

impl Grammar {
    pub(crate) const fn is_whole(&self) -> bool {
        self.places == 0
    }

    pub(crate) fn expected(&self) -> String {
        let sign = if self.min < 0 { "an optional minus sign, " } else { "" };
        let places = match self.places {
            0 => String::new(),
            most => format!(", optionally a point and up to {most} more digits"),
        };
        let with_unit = self.with_unit(self.example.to_owned(), false);
        let or = if with_unit == self.example { String::new() } else { format!(" or \"{with_unit}\"") };
        format!("{sign}digits{places} (as in \"{}\"{or})", self.example)
    }

    /// Reads the number, with or without its unit.
    pub(crate) fn read(&'static self, text: &str) -> Result<Read, QuantityError> {
        let malformed = || QuantityError::new(self, text, QuantityFault::Malformed);
        let signed = text.trim();
        // `-£5` and `£-5` alike.
        let opens = signed.trim_start_matches(['-', '\u{2212}']).starts_with(self.before);
        let with_before = opens && !self.before.is_empty();
        let signed = if with_before { signed.replacen(self.before, "", 1) } else { signed.to_owned() };
        let unsigned = signed.strip_prefix(['-', '\u{2212}']);
        let (negative, rest) = (unsigned.is_some(), unsigned.unwrap_or(&signed));
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let (number, unit) = (&rest[..end], rest[end..].trim_start());
        let (whole, fraction) = match number.split_once('.') {
            Some((whole, fraction)) if self.places > 0 && !fraction.is_empty() => (whole, fraction),
            Some(_) => return Err(malformed()),
            None => (number, ""),
        };
        let padded = whole.len() > 1 && whole.starts_with('0');
        if whole.is_empty() || padded || fraction.contains('.') {
            return Err(malformed());
        }
        if !unit.is_empty() && !self.is_unit(unit) {
            let other = Unit::ALL.iter().copied().find(|other| other.grammar().is_unit(unit));
            let fault = other.map_or(QuantityFault::Malformed, QuantityFault::OtherUnit);
            return Err(QuantityError::new(self, text, fault));
        }
        let given = || format!("{}{number}", if negative { "-" } else { "" });
        let shown = u32::try_from(fraction.len()).unwrap_or(u32::MAX);
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > self.places as usize {
            return Err(QuantityError::new(self, &given(), QuantityFault::TooPrecise));
        }
        let zeros = PLACES as usize - fraction.len();
        let micros = whole
            .bytes()
            .chain(fraction.bytes())
            .chain(core::iter::repeat_n(b'0', zeros))
            .try_fold(0_i128, |sum, digit| sum.checked_mul(10)?.checked_add(i128::from(digit - b'0')))
            .unwrap_or(i128::MAX);
        if negative && micros == 0 && self.min == 0 {
            return Err(malformed());
        }
        let micros = self.in_range(if negative { -micros } else { micros }, given)?;
        Ok(Read { micros, shown, with_unit: with_before || !unit.is_empty() })
    }

    /// Takes a decimal, in millionths.
    pub(crate) fn accept(&'static self, value: Decimal) -> Result<i128, QuantityError> {
        let value = value.normalize();
        if value.scale() > self.places {
            return Err(QuantityError::new(self, &value.to_string(), QuantityFault::TooPrecise));
        }
        self.in_range(to_micros(value), || value.to_string())
    }

    /// Checks the range of a number in millionths.
    pub(crate) fn in_range(
        &'static self,
        micros: i128,
        given: impl FnOnce() -> String,
    ) -> Result<i128, QuantityError> {
        let fault = match micros {
            _ if micros < self.min => QuantityFault::TooSmall,
            _ if micros > self.max => QuantityFault::TooLarge,
            _ => return Ok(micros),
        };
        Err(QuantityError::new(self, &given(), fault))
    }

    /// The number with its unit, and with `dp` places or as few as it needs.
    pub(crate) fn text(&self, micros: i128, dp: Option<u32>) -> String {
        let number = plain(micros.abs(), dp);
        let one = micros.abs() == ONE && dp.is_none_or(|dp| dp == 0);
        let sign = if micros < 0 { "-" } else { "" };
        format!("{sign}{}", self.with_unit(number, one))
    }

    /// The same always with a word for the unit, which a count prints without.
    pub(crate) fn text_with_unit(&self, micros: i128) -> String {
        let text = self.text(micros, None);
        match (self.before, self.after, self.also_read) {
            ("", ["", _], [many, one, ..]) => {
                format!("{text} {}", if micros.abs() == ONE { one } else { many })
            }
            _ => text,
        }
    }

    /// Whether a text is a word for the unit.
    pub(crate) fn is_unit(&self, text: &str) -> bool {
        let mut words = self.after.map(str::trim_start).into_iter().chain(self.also_read.iter().copied());
        words.any(|word| !word.is_empty() && word.eq_ignore_ascii_case(text))
    }

    fn with_unit(&self, number: String, one: bool) -> String {
        format!("{}{number}{}", self.before, self.after[usize::from(!one)])
    }

    /// Writes the number with its unit, honouring width, fill and `+` but no precision:
    /// a precision in a format string would cut digits off without naming a rounding.
    pub(crate) fn write(&self, micros: i128, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.before.is_empty() {
            return f.pad_integral(micros >= 0, "", &self.text(micros.abs(), None));
        }
        let sign = if micros >= 0 && f.sign_plus() { "+" } else { "" };
        text::pad(&format!("{sign}{}", self.text(micros, None)), f)
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

/// A decimal of at most six places in millionths.
pub(crate) fn to_micros(value: Decimal) -> i128 {
    // A mantissa is below 2^96 and the factor at most 10^6: no overflow.
    value.mantissa() * 10_i128.pow(PLACES - value.scale())
}

/// A number of millionths as a decimal without trailing zeros.
pub(crate) fn to_decimal(micros: i128) -> Decimal {
    to_decimal_of(micros, PLACES)
}

/// A whole number of 10^-`scale` as a decimal without trailing zeros.
pub(crate) fn to_decimal_of(number: i128, mut scale: u32) -> Decimal {
    // Most numbers are small, and a small one loses its zeros much faster.
    if let Ok(mut small) = i64::try_from(number) {
        while scale > 0 && small % 10 == 0 {
            (small, scale) = (small / 10, scale - 1);
        }
        return Decimal::new(small, scale);
    }
    let decimal = Decimal::try_from_i128_with_scale(number, scale);
    decimal.expect("every range lies inside 96 bits of millionths").normalize()
}

/// What a relative change starts from, for the message of one that is below 0.
pub(crate) static BASELINE: Grammar =
    grammar(["baseline", "24"], [0, i64::MAX as i128], PLACES, [""; 3], &[]);

/// A percentage that is a share of a whole, for the message of one that is above it.
pub(crate) static SHARE: Grammar = grammar(["share", "18.5"], [0, 100], PLACES, ["", "%", "%"], &[]);

/// A number of any unit, for the message of one that names none.
pub(crate) static ANY: Grammar = grammar(["quantity", "18.5"], [0, 0], PLACES, [""; 3], &[]);
