//! The typed forms of a quantity, for formulas in which a mix-up of units must not compile.

use super::error::{QuantityError, QuantityFault};
use super::number::{self, Grammar, ONE, grammar};
use super::{quantity::Quantity, ratio::Ratio, unit::Unit};

/// A number with a grammar: text in, text out, decimal out.
macro_rules! typed_number {
    ($name:ident, $grammar:expr) => {
        impl $name {
            fn grammar() -> &'static $crate::measure::number::Grammar {
                $grammar
            }

            /// The number as a decimal, without its unit and without trailing zeros.
            #[must_use]
            pub fn value(self) -> rust_decimal::Decimal {
                $crate::measure::number::to_decimal(self.0)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                Self::grammar().write(self.0, f)
            }
        }

        /// The number as it is read, not the millionths that hold it.
        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), $crate::measure::number::plain(self.0, None))
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::measure::QuantityError;

            /// Reads plain digits, with or without the unit; see the type's own page.
            fn from_str(text: &str) -> Result<Self, $crate::measure::QuantityError> {
                Self::grammar().read(text).map(|read| Self(read.micros))
            }
        }
    };
}

/// A number that is made from a decimal and is exact text on the wire.
macro_rules! typed_decimal {
    ($name:ident, $example:literal) => {
        impl $name {
            /// Creates it from the number before the unit.
            ///
            /// # Errors
            ///
            /// Returns an error if the number lies outside the type's range, or has more than six decimal places once
            /// trailing zeros are dropped.
            pub fn new(number: rust_decimal::Decimal) -> Result<Self, $crate::measure::QuantityError> {
                Self::grammar().accept(number).map(Self)
            }
        }

        $crate::text::text_value!(
            $name,
            concat!("a text such as \"", $example, "\": a decimal is written as text, because a bare number may lose digits on its way through binary floating point"),
            |number| $crate::measure::number::plain(number.0, None)
        );
    };
}

/// A whole number, which the wire writes as such.
macro_rules! whole {
    ($name:ident) => {
        impl $name {
            /// Creates it from the count.
            #[must_use]
            pub const fn new(count: u32) -> Self {
                Self(count as i128 * ONE)
            }

            /// The count itself.
            #[must_use]
            pub const fn count(self) -> u32 {
                // The unit's range is that of a u32.
                (self.0 / ONE) as u32
            }
        }

        impl From<u32> for $name {
            fn from(count: u32) -> Self {
                Self::new(count)
            }
        }

        crate::text::text_door!($name, |count| count.count());

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                // As wide as it is read.
                serializer.serialize_i64(self.count().into())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let expected = format!("a {}: a whole number from 0 to {}", Self::grammar().name, u32::MAX);
                crate::wire::whole(deserializer, &expected, |count| u32::try_from(count).ok().map(Self::new))
            }
        }
    };
}

/// The form of a unit: it converts into a [`Quantity`] and back.
macro_rules! form {
    ($name:ident in $unit:ident) => {
        impl $name {
            /// None.
            pub const ZERO: Self = Self(0);
            /// The greatest there can be.
            pub const MAX: Self = Self(Unit::$unit.max());
        }

        impl From<$name> for Quantity {
            fn from(typed: $name) -> Self {
                Self::of_micros(Unit::$unit, typed.0)
            }
        }

        impl TryFrom<Quantity> for $name {
            type Error = QuantityError;

            fn try_from(quantity: Quantity) -> Result<Self, QuantityError> {
                quantity.expect_unit(Unit::$unit).map(|quantity| Self(quantity.micros()))
            }
        }

        typed_number!($name, Unit::$unit.grammar());
    };
    ($name:ident in $unit:ident, sums) => {
        form!($name in $unit);

        impl $name {
            /// Both together, exactly.
            ///
            /// # Errors
            ///
            /// Returns an error if the sum is above the type's range.
            pub fn checked_add(self, other: Self) -> Result<Self, QuantityError> {
                let sum = self.0 + other.0;
                Self::grammar().in_range(sum, || number::plain(sum, None)).map(Self)
            }
        }
    };
}

pub(crate) use {typed_decimal, typed_number};

/// A percentage: a share of a base, or a rate that may exceed its base.
///
/// # Unit
///
/// Per cent: `12.5` is an eighth of the base.
///
/// # Range
///
/// From 0 to 10<sup>14</sup>, at most six decimal places, exact. Whether 100 is the most is the indicator's own rule.
///
/// # Text
///
/// Read from `18.5` or `18.5%`, printed as `18.5%`, on the wire the text `18.5`.
///
/// # Examples
///
/// ```
/// use childrens_services::Percent;
///
/// let february: Percent = "18.5%".parse()?;
/// let september: Percent = "1.8".parse()?;
/// assert_eq!(september.change_since(february).to_string(), "-16.7 percentage points");
/// assert!("-1%".parse::<Percent>().is_err());
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
///
/// A percentage and percentage points are no summands:
///
/// ```compile_fail,E0369
/// # use childrens_services::{Percent, PercentagePoints};
/// fn sum(rate: Percent, rise: PercentagePoints) -> Percent {
///     rate + rise
/// }
/// ```
///
/// The number inside is out of reach:
///
/// ```compile_fail,E0423
/// let forged = childrens_services::Percent(-1);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(i128);

impl Percent {
    /// All of the base.
    pub const HUNDRED: Self = Self(100 * ONE);

    /// The change from `earlier` to this, exactly; negative for a fall.
    #[must_use]
    pub const fn change_since(self, earlier: Self) -> PercentagePoints {
        PercentagePoints(self.0 - earlier.0)
    }

    /// This, moved by a difference.
    ///
    /// # Errors
    ///
    /// Returns an error if the result is below 0 or above the range.
    pub fn changed_by(self, change: PercentagePoints) -> Result<Self, QuantityError> {
        let moved = self.0 + change.0;
        Self::grammar().in_range(moved, || number::plain(moved, None)).map(Self)
    }
}

form!(Percent in PerCent);
typed_decimal!(Percent, "18.5");

/// The signed difference of two percentages.
///
/// Not a [`RelativeChange`]: from 18.5% to 1.8% is a fall of 16.7 percentage points, and of 90.3 per cent.
///
/// # Unit
///
/// Percentage points, negative for a fall.
///
/// # Range
///
/// Plus or minus 10<sup>14</sup>, at most six decimal places, exact.
///
/// # Text
///
/// Read from `-16.7`, `-16.7pp` or `-16.7 percentage points`, printed as the last, on the wire `-16.7`. `{:+}` prints
/// the sign of a rise too.
///
/// # Examples
///
/// ```
/// use childrens_services::{Percent, PercentagePoints};
///
/// let rise: PercentagePoints = "2.5".parse()?;
/// assert_eq!(format!("{rise:+}"), "+2.5 percentage points");
/// assert_eq!("10%".parse::<Percent>()?.changed_by(rise)?, "12.5%".parse()?);
/// assert!("2.5%".parse::<PercentagePoints>().is_err());
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PercentagePoints(i128);

form!(PercentagePoints in PercentagePoints);
typed_decimal!(PercentagePoints, "-16.7");

/// Full-time equivalents: contracted hours over the standard hours of the grade, summed.
///
/// # Unit
///
/// FTE. Not a [`Headcount`]: two people on half time are one FTE.
///
/// # Range
///
/// From 0 to 1,000,000, at most six decimal places, exact.
///
/// # Text
///
/// Read from `494.5` or `494.5 FTE`, printed as `494.5 FTE`, on the wire the text `494.5`.
///
/// # Source
///
/// Department for Education, *Children's social work workforce: data guidance*, reporting year 2019.
///
/// # Examples
///
/// ```
/// use childrens_services::Fte;
///
/// let in_post: Fte = "494.5".parse()?;
/// assert_eq!(in_post.checked_add("56.3".parse()?)?.to_string(), "550.8 FTE");
/// assert!("1000000.1".parse::<Fte>().is_err());
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
///
/// People and full-time equivalents do not mix, and there is no minus, for a difference may be negative:
///
/// ```compile_fail,E0308
/// # use childrens_services::{Fte, Headcount};
/// let sum = Fte::ZERO.checked_add(Headcount::ZERO);
/// ```
///
/// ```compile_fail,E0369
/// # use childrens_services::Fte;
/// let difference = Fte::ZERO - Fte::ZERO;
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fte(i128);

form!(Fte in Fte, sums);
typed_decimal!(Fte, "494.5");

/// People, whatever their hours: one person with several posts counts once.
///
/// # Unit
///
/// People. Not [`Fte`]: two people on half time are a headcount of two.
///
/// # Range
///
/// A whole number from 0 to 4,294,967,295.
///
/// # Text
///
/// Read from `536` or `536 people`, printed as `536`, on the wire a whole number.
///
/// # Examples
///
/// ```
/// use childrens_services::Headcount;
///
/// let in_post = Headcount::new(536);
/// assert_eq!(in_post.checked_add(Headcount::new(1))?, "537 people".parse()?);
/// assert!("536.5".parse::<Headcount>().is_err());
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Headcount(i128);

form!(Headcount in Headcount, sums);
whole!(Headcount);

/// Cases: people allocated to a named social worker for child and family social work.
///
/// # Unit
///
/// Cases. Not people of the workforce: see [`Headcount`].
///
/// # Range
///
/// A whole number from 0 to 4,294,967,295.
///
/// # Text
///
/// Read from `3770` or `3770 cases`, printed as `3770`, on the wire a whole number.
///
/// # Examples
///
/// ```
/// use childrens_services::Cases;
///
/// let held = Cases::new(3770);
/// assert_eq!(held.checked_add(Cases::new(1))?, "3771 cases".parse()?);
/// assert!("3770.5".parse::<Cases>().is_err());
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cases(i128);

form!(Cases in Cases, sums);
whole!(Cases);

/// A caseload: cases for each full-time equivalent case holder.
///
/// An average, so it does not add up: work a [`Rate`](crate::Rate) from summed counts instead.
///
/// # Unit
///
/// Cases per FTE.
///
/// # Range
///
/// From 0 to 10<sup>14</sup>, at most six decimal places, exact.
///
/// # Text
///
/// Read from `16.8` or `16.8 cases per FTE`, printed as the latter, on the wire the text `16.8`.
///
/// # Examples
///
/// ```
/// use childrens_services::Caseload;
///
/// let average: Caseload = "16.8".parse()?;
/// assert_eq!(average.to_string(), "16.8 cases per FTE");
/// assert!("16.8%".parse::<Caseload>().is_err());
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Caseload(i128);

form!(Caseload in CasesPerFte);
typed_decimal!(Caseload, "16.8");

/// Working days, such as those lost to sickness; half days and less are possible.
///
/// # Unit
///
/// Working days.
///
/// # Range
///
/// From 0 to 10,000,000, at most six decimal places, exact. (England lost 257,240.9 in the year to 30 September 2021.)
///
/// # Text
///
/// Read from `5256.3`, `5256.3 days` or `5256.3 working days`, printed as the last, on the wire the text `5256.3`.
///
/// # Examples
///
/// ```
/// use childrens_services::Days;
///
/// let lost: Days = "5256.3 days".parse()?;
/// assert_eq!(lost.to_string(), "5256.3 working days");
/// assert!("5,256.3".parse::<Days>().is_err());
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days(i128);

form!(Days in WorkingDays, sums);
typed_decimal!(Days, "5256.3");

/// A change as per cent of the earlier number.
///
/// Not [`PercentagePoints`], though both may be printed with few digits.
///
/// # Unit
///
/// Per cent of the earlier number, negative for a fall: `-75` is "reduced by three quarters".
///
/// # Range
///
/// From -100, for no number that has a relative change falls by more than all of it, to 10<sup>20</sup>; at most six
/// decimal places, exact.
///
/// # Text
///
/// Read from `-75` or `-75%`, printed as `-75%`, on the wire `-75`.
///
/// # Examples
///
/// ```
/// use childrens_services::{Headcount, RelativeChange};
///
/// let three_quarters_down: RelativeChange = "-75%".parse()?;
/// assert_eq!(three_quarters_down.apply_to_rounded(Headcount::new(24), 0)?.to_string(), "6 people");
/// assert!("-101%".parse::<RelativeChange>().is_err());
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelativeChange(i128);

static RELATIVE: Grammar = grammar(
    ["relative change", "-75"],
    [-100, 100_000_000_000_000_000_000],
    number::PLACES,
    ["", "%", "%"],
    &["per cent", "percent"],
);

typed_number!(RelativeChange, &RELATIVE);
typed_decimal!(RelativeChange, "-75");

impl RelativeChange {
    /// Down to nothing.
    pub const MIN: Self = Self(-100 * ONE);
    /// No change.
    pub const ZERO: Self = Self(0);
    /// 10<sup>20</sup> per cent.
    pub const MAX: Self = Self(100_000_000_000_000_000_000 * ONE);

    pub(crate) const fn micros(self) -> i128 {
        self.0
    }

    /// Returns `baseline` after this change, rounded once to `dp` places (at most as many as its unit has), halves away
    /// from zero.
    ///
    /// # Errors
    ///
    /// Returns an error if the baseline is below 0, of which per cent say neither rise nor fall, and if the result is
    /// outside the unit's range.
    pub fn apply_to_rounded(self, baseline: impl Into<Quantity>, dp: u32) -> Result<Quantity, QuantityError> {
        let baseline = baseline.into();
        let (unit, hundred) = (baseline.unit(), 100 * ONE);
        number::BASELINE.in_range(baseline.micros(), || baseline.to_string())?;
        match baseline.micros().checked_mul(hundred + self.0) {
            Some(numerator) => {
                let dp = dp.min(unit.decimal_places());
                Quantity::try_of_micros(unit, Ratio { numerator, denominator: hundred * ONE }.rounded(dp))
            }
            // So large a product is far outside every range.
            None => {
                let given = format!("of {baseline} after a change by {self}");
                Err(QuantityError::new(unit.grammar(), &given, QuantityFault::TooLarge))
            }
        }
    }
}
