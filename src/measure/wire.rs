//! The wire forms: a decimal is exact text, a count a whole number, a figure or a period its text.

use serde::de::{Deserializer, Error, Visitor};
use std::{fmt, str::FromStr};

/// Reads a text and hands it to `parse`; anything but a text is refused with `expected`.
pub(crate) fn text<'de, D: Deserializer<'de>, T, E: fmt::Display>(
    deserializer: D,
    expected: &dyn fmt::Display,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, D::Error> {
    struct Text<'a, P>(&'a dyn fmt::Display, P);

    impl<T, E: fmt::Display, P: FnOnce(&str) -> Result<T, E>> Visitor<'_> for Text<'_, P> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.fmt(f)
        }

        fn visit_str<F: Error>(self, text: &str) -> Result<T, F> {
            (self.1)(text).map_err(F::custom)
        }
    }

    deserializer.deserialize_str(Text(expected, parse))
}

/// Reads a decimal from exact text such as `example`.
pub(crate) fn decimal<'de, D: Deserializer<'de>, T: FromStr<Err: fmt::Display>>(
    deserializer: D,
    example: &str,
) -> Result<T, D::Error> {
    let expected = format!(
        "a text such as \"{example}\": a decimal is written as text, because a bare number may lose digits on its way through binary floating point"
    );
    text(deserializer, &expected, str::parse)
}

/// Reads a whole number and hands it to `accept`; anything else is refused with `expected`.
pub(crate) fn whole<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    expected: &dyn fmt::Display,
    accept: impl FnOnce(i64) -> Option<T>,
) -> Result<T, D::Error> {
    struct Whole<'a, P>(&'a dyn fmt::Display, P);

    impl<T, P: FnOnce(i64) -> Option<T>> Visitor<'_> for Whole<'_, P> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.fmt(f)
        }

        fn visit_i64<F: Error>(self, number: i64) -> Result<T, F> {
            let expected = self.0.to_string();
            (self.1)(number).ok_or_else(|| {
                F::custom(format_args!("invalid value: integer `{number}`, expected {expected}"))
            })
        }

        fn visit_u64<F: Error>(self, number: u64) -> Result<T, F> {
            match i64::try_from(number) {
                Ok(number) => self.visit_i64(number),
                Err(_) => Err(F::invalid_value(serde::de::Unexpected::Unsigned(number), &self)),
            }
        }
    }

    deserializer.deserialize_i64(Whole(expected, accept))
}
