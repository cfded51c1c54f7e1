//! The wire forms: a decimal is exact text, a count a whole number, a figure or a period its text.

use crate::{calendar::day, measure::Figure};
use chrono::{Datelike, NaiveDate};
use serde::{
    Serialize, Serializer,
    de::{Deserialize, Deserializer, Error, Unexpected, Visitor},
};
use std::fmt;

/// What is read from named fields only: a list of bare values, whose order a reader may mistake, is
/// refused. So these types need a format that names its fields, such as JSON.
#[derive(Serialize)]
#[serde(transparent)]
pub(crate) struct Object<T>(pub(crate) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(StructAsMap(deserializer)).map(Self)
    }
}

/// Asks for a map where a struct is wanted, and so for no list.
pub(crate) struct StructAsMap<D>(pub(crate) D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for StructAsMap<D> {
    type Error = D::Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(visitor)
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(visitor)
    }

    // The names of serde's methods, floats among them: nothing here reads a float.
    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

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

/// The text of a figure in a document, which is read once its unit is known.
#[derive(Serialize)]
#[serde(transparent)]
pub(crate) struct FigureText(pub(crate) String);

impl From<Figure> for FigureText {
    fn from(figure: Figure) -> Self {
        Self(figure.to_string())
    }
}

impl<'de> Deserialize<'de> for FigureText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "a text such as \"18.5%\", \"over 90%\" or \"[c]\": a figure is written as text, because a bare number may lose digits on its way through binary floating point";
        text(deserializer, &expected, |text| Ok::<_, core::convert::Infallible>(Self(text.to_owned())))
    }
}

/// Reads a whole number and hands it to `accept`; anything else is refused with `expected`.
pub(crate) fn whole<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    expected: &dyn fmt::Display,
    accept: impl Fn(i64) -> Option<T>,
) -> Result<T, D::Error> {
    struct Whole<'a, P>(&'a dyn fmt::Display, P);

    impl<T, P: Fn(i64) -> Option<T>> Visitor<'_> for Whole<'_, P> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.fmt(f)
        }

        fn visit_i64<F: Error>(self, number: i64) -> Result<T, F> {
            (self.1)(number).ok_or_else(|| F::invalid_value(Unexpected::Signed(number), &self))
        }

        fn visit_u64<F: Error>(self, number: u64) -> Result<T, F> {
            let number =
                i64::try_from(number).map_err(|_| F::invalid_value(Unexpected::Unsigned(number), &self))?;
            self.visit_i64(number)
        }
    }

    deserializer.deserialize_i64(Whole(expected, accept))
}

/// A day on the wire: `2019-06-04`.
pub(crate) struct Day(pub(crate) NaiveDate);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        four_digits(self.0)?;
        serializer.collect_str(&self.0)
    }
}

/// Refuses to write a day whose year has not four digits.
pub(crate) fn four_digits<E: serde::ser::Error>(day: NaiveDate) -> Result<(), E> {
    if (0..=9999).contains(&day.year()) {
        return Ok(());
    }
    Err(E::custom(format_args!("the year of {day} has not four digits, so it cannot be written")))
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text(deserializer, &"a day written as text, such as \"2019-06-04\"", day::read).map(Self)
    }
}

/// [`Day`] for a field.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference to the field")]
pub(crate) fn write_day<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    Day(*day).serialize(serializer)
}

/// [`Day`] for a field that is read as well.
pub(crate) mod required_day {
    pub(crate) use super::write_day as serialize;
    use super::{Day, Deserialize, Deserializer, NaiveDate};

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
        Day::deserialize(deserializer).map(|Day(day)| day)
    }
}

/// [`Day`] for a field that need not be there.
pub(crate) mod optional_day {
    use super::{Day, Deserialize, Deserializer, NaiveDate, Serialize, Serializer};

    #[allow(clippy::ref_option, reason = "serde hands over a reference to the field")]
    pub(crate) fn serialize<S: Serializer>(
        day: &Option<NaiveDate>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        day.map(Day).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<NaiveDate>, D::Error> {
        Ok(Option::<Day>::deserialize(deserializer)?.map(|Day(day)| day))
    }
}
