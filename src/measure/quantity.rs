//! What all quantities share, and the two macros that make them.

use super::{error::QuantityError, unit::Unit};
use core::{fmt, hash::Hash, ops::Neg, str::FromStr};

/// How this crate reaches the number inside a quantity. Generic code elsewhere may read it through a
/// bound, but cannot name the trait, and cannot make a quantity without a [`Seal`](sealed::Seal).
pub(crate) mod sealed {
    use crate::measure::{error::QuantityError, number::Grammar};

    pub trait Millionths: Sized {
        #[allow(private_interfaces, reason = "the trait itself cannot be named outside the crate")]
        const GRAMMAR: &'static Grammar;

        fn micros(self) -> i128;

        /// Takes the number as it is: the [`Seal`] keeps this door shut to generic code elsewhere.
        fn from_micros(micros: i128, seal: Seal) -> Self;
    }

    /// Only this module can make one.
    #[derive(Debug)]
    pub struct Seal(());

    /// A number known to be in the type's range, and whole if the type is.
    pub(crate) fn of_micros<T: Millionths>(micros: i128) -> T {
        debug_assert!(T::GRAMMAR.in_range(micros, String::new).is_ok(), "{micros} is out of range");
        T::from_micros(micros, Seal(()))
    }

    /// A number that may be out of the type's range, but is whole if the type is.
    pub(crate) fn try_of_micros<T: Millionths>(micros: i128) -> Result<T, QuantityError> {
        let given = || crate::measure::number::plain(micros, None);
        T::GRAMMAR.in_range(micros, given).map(of_micros)
    }
}

/// A quantity that is never negative: [`Percent`](crate::Percent), [`Fte`](crate::Fte),
/// [`Headcount`](crate::Headcount), [`Cases`](crate::Cases), [`Caseload`](crate::Caseload) or
/// [`Days`](crate::Days).
///
/// The trait is sealed: these six are all there are. It is what generic types such as
/// [`Figure`](crate::Figure) ask of their parameter.
pub trait Quantity:
    Copy + Ord + Hash + fmt::Debug + fmt::Display + FromStr<Err = QuantityError> + sealed::Millionths
{
    /// The signed difference of two of these.
    type Difference: Difference;
    /// What the quantity counts.
    const UNIT: Unit;
}

/// The signed difference of two quantities, such as [`PercentagePoints`](crate::PercentagePoints).
///
/// The trait is sealed.
pub trait Difference:
    Copy
    + Ord
    + Hash
    + fmt::Debug
    + fmt::Display
    + FromStr<Err = QuantityError>
    + Neg<Output = Self>
    + sealed::Millionths
{
}

/// What every number of this module has: text, order, and the wire form of its kind.
macro_rules! number {
    ($name:ident($repr:ty), $wire:ident, {
        name: $label:literal, min: $min:expr, max: $max:expr, places: $places:expr,
        unit: $unit:literal, unit_of_one: $unit_of_one:literal, example: $example:literal,
    }) => {
        impl $crate::measure::quantity::sealed::Millionths for $name {
            #[allow(private_interfaces, reason = "the trait itself cannot be named outside the crate")]
            const GRAMMAR: &'static $crate::measure::number::Grammar = &$crate::measure::number::Grammar {
                name: $label,
                min: $min * $crate::measure::number::ONE,
                max: $max * $crate::measure::number::ONE,
                places: $places,
                unit: $unit,
                unit_of_one: $unit_of_one,
                example: $example,
            };

            fn micros(self) -> i128 {
                self.micros_inner()
            }

            fn from_micros(micros: i128, _: $crate::measure::quantity::sealed::Seal) -> Self {
                Self::from_micros_inner(micros)
            }
        }

        impl $name {
            /// The number as a decimal, without its unit and without trailing zeros.
            #[must_use]
            pub fn value(self) -> rust_decimal::Decimal {
                $crate::measure::number::to_decimal(self.micros_inner())
            }
        }

        /// The number as it is read, not the millionths that hold it.
        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                let number = $crate::measure::number::plain(self.micros_inner(), None);
                f.debug_tuple(stringify!($name)).field(&format_args!("{number}")).finish()
            }
        }

        impl From<$name> for rust_decimal::Decimal {
            fn from(number: $name) -> Self {
                number.value()
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                use $crate::measure::quantity::sealed::Millionths;
                Self::GRAMMAR.write(self.micros(), None, f)
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::measure::QuantityError;

            /// Reads plain digits, with or without the unit; see the type's own page.
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                use $crate::measure::quantity::sealed::{Millionths, of_micros};
                Self::GRAMMAR.parse(text).map(of_micros)
            }
        }

        $crate::measure::quantity::$wire!($name($repr));
    };
}

/// The members of a number held as millionths.
macro_rules! decimal_number {
    ($name:ident($repr:ty), $grammar:tt) => {
        impl $name {
            /// Takes the number before the unit.
            ///
            /// # Errors
            ///
            /// Refuses a number outside the type's range, or with more than six decimal places
            /// once trailing zeros are dropped.
            pub fn new(value: rust_decimal::Decimal) -> Result<Self, $crate::measure::QuantityError> {
                use $crate::measure::quantity::sealed::{Millionths, of_micros};
                Self::GRAMMAR.accept(value).map(of_micros)
            }

            const fn micros_inner(self) -> i128 {
                self.0 as i128
            }

            /// Whoever calls has checked the range, which fits the representation.
            const fn from_micros_inner(micros: i128) -> Self {
                Self(micros as $repr)
            }
        }

        impl TryFrom<rust_decimal::Decimal> for $name {
            type Error = $crate::measure::QuantityError;

            fn try_from(value: rust_decimal::Decimal) -> Result<Self, Self::Error> {
                Self::new(value)
            }
        }

        $crate::measure::quantity::number!($name($repr), decimal_wire, $grammar);
    };
}

/// The members of a whole number.
macro_rules! whole_number {
    ($name:ident($repr:ty), $grammar:tt) => {
        impl $name {
            const fn micros_inner(self) -> i128 {
                self.0 as i128 * $crate::measure::number::ONE
            }

            /// Whoever calls has checked that the number is whole and in range.
            const fn from_micros_inner(micros: i128) -> Self {
                Self((micros / $crate::measure::number::ONE) as $repr)
            }
        }

        $crate::measure::quantity::number!($name($repr), whole_wire, $grammar);
    };
}

/// A decimal on the wire is exact text without its unit.
macro_rules! decimal_wire {
    ($name:ident($repr:ty)) => {
        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&$crate::measure::number::plain(self.micros_inner(), None))
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use $crate::measure::quantity::sealed::Millionths;
                $crate::wire::decimal(deserializer, Self::GRAMMAR.example)
            }
        }
    };
}

/// A count on the wire is a whole number.
macro_rules! whole_wire {
    ($name:ident($repr:ty)) => {
        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(i64::from(self.0))
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use $crate::measure::{
                    number::ONE,
                    quantity::sealed::{Millionths, try_of_micros},
                };
                let grammar = Self::GRAMMAR;
                let expected = format!(
                    "a {}: a whole number from {} to {}",
                    grammar.name,
                    grammar.min / ONE,
                    grammar.max / ONE,
                );
                $crate::wire::whole(deserializer, &expected, |number| {
                    try_of_micros(i128::from(number) * ONE).ok()
                })
            }
        }
    };
}

/// Ties a quantity to its difference: the change between two, and the way back.
macro_rules! differs_by {
    ($name:ident, $difference:ident, $unit:ident) => {
        impl $crate::measure::Quantity for $name {
            type Difference = $difference;
            const UNIT: $crate::measure::Unit = $crate::measure::Unit::$unit;
        }

        impl $crate::measure::Difference for $difference {}

        impl $name {
            /// The change from `earlier` to this, exactly; negative for a fall.
            #[must_use]
            pub const fn change_since(self, earlier: Self) -> $difference {
                // Two numbers from 0 to MAX differ by at most MAX, which is the difference's own bound.
                $difference::from_micros_inner(self.micros_inner() - earlier.micros_inner())
            }

            /// This, moved by a difference.
            ///
            /// # Errors
            ///
            /// Refuses a result below 0 or above `MAX`.
            pub fn changed_by(self, change: $difference) -> Result<Self, $crate::measure::QuantityError> {
                use $crate::measure::quantity::sealed::try_of_micros;
                try_of_micros(self.micros_inner() + change.micros_inner())
            }

            /// The change from `earlier` to this as per cent of `earlier`, rounded once to `dp`
            /// places (at most six), halves away from zero. None from 0, and none above
            /// [`RelativeChange::MAX`](crate::RelativeChange::MAX).
            #[must_use]
            pub fn relative_change_since_rounded(
                self,
                earlier: Self,
                dp: u32,
            ) -> Option<$crate::RelativeChange> {
                use $crate::measure::{quantity::sealed::try_of_micros, ratio::Ratio};
                let change = Ratio::whole(self.micros_inner())
                    .relative_rounded(Ratio::whole(earlier.micros_inner()), dp)?;
                try_of_micros(change).ok()
            }
        }

        impl core::ops::Neg for $difference {
            type Output = Self;

            fn neg(self) -> Self {
                Self(-self.0)
            }
        }

        impl $difference {
            /// No difference.
            pub const ZERO: Self = Self(0);
        }
    };
}

/// For quantities of which a whole is the sum of its parts.
macro_rules! adds_up {
    ($name:ident) => {
        impl $name {
            /// Both together, exactly.
            ///
            /// # Errors
            ///
            /// Refuses a sum above `MAX`.
            pub fn checked_add(self, other: Self) -> Result<Self, $crate::measure::QuantityError> {
                use $crate::measure::quantity::sealed::try_of_micros;
                try_of_micros(self.micros_inner() + other.micros_inner())
            }
        }
    };
}

pub(crate) use {adds_up, decimal_number, decimal_wire, differs_by, number, whole_number, whole_wire};
