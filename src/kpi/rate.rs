//! Rates that keep their counts.

use super::Indicator;
use crate::measure::{Quantity, QuantityError, Reported, Symbol};

/// Why counts make no rate.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RateFault {
    /// A count that the rate needs was not given.
    NotReported {
        /// The count's name.
        count: &'static str,
    },
    /// A count that the rate needs is withheld.
    Withheld {
        /// The count's name.
        count: &'static str,
        /// Why it is.
        symbol: Symbol,
    },
    /// There is nothing to take a rate of.
    ZeroDenominator {
        /// The names of the counts that are 0.
        counts: &'static [&'static str],
    },
    /// A part is greater than its whole.
    PartAboveWhole {
        /// The part's name and number.
        part: (&'static str, u32),
        /// The whole's name and number.
        whole: (&'static str, u32),
    },
    /// A sum of counts leaves its quantity's range.
    OutOfRange(QuantityError),
}

/// Counts make no rate; the message names the rate, the count, and what is wrong with it.
///
/// # Examples
///
/// ```
/// use childrens_services::{Fte, VacancyRate};
///
/// assert_eq!(
///     VacancyRate::new(Fte::ZERO, Fte::ZERO).unwrap_err().to_string(),
///     "vacancy_rate_fte is not defined: vacancy_fte and inpost_fte are both 0",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} is not defined: {}", rate.code(), self.reason())]
pub struct RateError {
    rate: &'static Indicator,
    fault: RateFault,
}

impl RateError {
    pub(crate) const fn new(rate: &'static Indicator, fault: RateFault) -> Self {
        Self { rate, fault }
    }

    /// The rate that was asked for.
    #[must_use]
    pub const fn rate(&self) -> &'static Indicator {
        self.rate
    }

    /// What is wrong.
    #[must_use]
    pub const fn fault(&self) -> &RateFault {
        &self.fault
    }

    /// The symbol that stands for the rate, as in the official statistics: the count's own where one is
    /// withheld, `[z]` for a denominator of 0, else `[x]`. A rate of a count that is `[low]` may be
    /// anything, so it is `[x]` too.
    #[must_use]
    pub const fn symbol(&self) -> Symbol {
        match self.fault {
            RateFault::Withheld { symbol, .. } => symbol.in_a_sum(),
            RateFault::ZeroDenominator { .. } => Symbol::NotApplicable,
            _ => Symbol::NotAvailable,
        }
    }

    fn reason(&self) -> String {
        match &self.fault {
            RateFault::NotReported { count } => format!("{count} is not reported"),
            RateFault::Withheld { count, symbol } => {
                format!("{count} is withheld as {symbol}, {}", symbol.label())
            }
            RateFault::ZeroDenominator { counts: [count] } => format!("{count} is 0"),
            RateFault::ZeroDenominator { counts } => format!("{} are both 0", counts.join(" and ")),
            RateFault::PartAboveWhole { part, whole } => {
                format!("{} is {}, above the {} {}", part.0, part.1, whole.1, whole.0)
            }
            RateFault::OutOfRange(error) => error.to_string(),
        }
    }
}

/// The number of a count that a rate needs.
pub(crate) fn given<Q: Quantity>(
    rate: &'static Indicator,
    count: &'static str,
    reported: Reported<Q>,
) -> Result<Q, RateError> {
    match reported {
        Reported::Known(value) => Ok(value),
        Reported::Withheld(symbol) => Err(RateError::new(rate, RateFault::Withheld { count, symbol })),
        Reported::NotReported => Err(RateError::new(rate, RateFault::NotReported { count })),
    }
}

/// A rate that could not be made keeps the symbol that stands for it; a count that nobody gave
/// leaves it not reported.
impl<R> From<Result<R, RateError>> for Reported<R> {
    fn from(rate: Result<R, RateError>) -> Self {
        match rate {
            Ok(rate) => Self::Known(rate),
            Err(error) if matches!(error.fault, RateFault::NotReported { .. }) => Self::NotReported,
            Err(error) => Self::Withheld(error.symbol()),
        }
    }
}

/// A rate of named counts: its constructor, its exits, its order and its wire form.
///
/// `ratio` gives a numerator and a denominator of which the rate is the quotient, small enough for
/// [`Ratio`](crate::measure::ratio::Ratio); the denominator is 0 only where all counts that `zero`
/// names are. `refuse` is a further reason to refuse counts.
macro_rules! rate {
    (
        $(#[$doc:meta])*
        $name:ident: $module:ident::$indicator:ident in $quantity:ident, $exit:ident,
        counts: { $($(#[$count_doc:meta])* $count:ident: $type:ty,)+ },
        ratio: |$self:ident| $ratio:expr,
        zero: $zero:expr,
        $(refuse: |$refused:ident| $fault:expr,)?
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name {
            $($count: $type,)+
        }

        impl $name {
            /// Makes the rate of its counts.
            ///
            /// # Errors
            ///
            /// Refuses counts of which no rate can be made; the error names them.
            pub fn new($($count: $type),+) -> Result<Self, $crate::kpi::RateError> {
                use $crate::kpi::{$module, RateError};
                let rate = Self { $($count),+ };
                if rate.ratio_inner().denominator == 0 {
                    let fault = $crate::kpi::RateFault::ZeroDenominator { counts: &$zero };
                    return Err(RateError::new(&$module::$indicator, fault));
                }
                $(
                    let $refused = rate;
                    if let Some(fault) = $fault {
                        return Err(RateError::new(&$module::$indicator, fault));
                    }
                )?
                Ok(rate)
            }

            $(
                $(#[$count_doc])*
                #[must_use]
                pub const fn $count(self) -> $type {
                    self.$count
                }
            )+

            #[doc = concat!("The rate as [`", stringify!($quantity), "`](crate::", stringify!($quantity), "), divided once and rounded once to `dp` places (at most six), halves away from zero. It prints without trailing zeros (`10%`); [`figure_rounded`](crate::Observed::figure_rounded) prints as a report does (`10.0%`).")]
            #[must_use]
            pub fn $exit(self, dp: u32) -> $crate::measure::$quantity {
                $crate::measure::quantity::sealed::of_micros(self.ratio_inner().rounded(dp))
            }

            /// The difference from `earlier`, worked from the counts of both and rounded once to `dp`
            /// places (at most six), halves away from zero. It may differ from the difference of two
            /// rounded rates, which is rounded thrice.
            #[must_use]
            pub fn change_since_rounded(
                self,
                earlier: Self,
                dp: u32,
            ) -> <$crate::measure::$quantity as $crate::measure::Quantity>::Difference {
                $crate::measure::quantity::sealed::of_micros(self.ratio_inner().minus_rounded(earlier.ratio_inner(), dp))
            }

            /// The difference from `earlier` as per cent of it, worked from the counts of both and
            /// rounded once to `dp` places (at most six), halves away from zero. None from 0, and none
            /// above [`RelativeChange::MAX`](crate::RelativeChange::MAX).
            #[must_use]
            pub fn relative_change_since_rounded(self, earlier: Self, dp: u32) -> Option<$crate::measure::RelativeChange> {
                let change = self.ratio_inner().relative_rounded(earlier.ratio_inner(), dp)?;
                $crate::measure::quantity::sealed::try_of_micros(change).ok()
            }

            fn ratio_inner(self) -> $crate::measure::ratio::Ratio {
                #[allow(unused_imports, reason = "rates of plain counts do without")]
                use $crate::measure::quantity::sealed::Millionths;
                let $self = self;
                let (numerator, denominator) = $ratio;
                $crate::measure::ratio::Ratio { numerator, denominator }
            }
        }

        /// By value: 1 of 2 equals 2 of 4.
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.cmp(other).is_eq()
            }
        }

        impl Eq for $name {}

        /// By value, the counts cross-multiplied.
        impl Ord for $name {
            fn cmp(&self, other: &Self) -> core::cmp::Ordering {
                self.ratio_inner().compare(other.ratio_inner())
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl core::hash::Hash for $name {
            fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
                self.ratio_inner().lowest_terms().hash(state);
            }
        }

        impl $crate::kpi::Reckoned for $name {
            #[allow(private_interfaces, reason = "the trait itself cannot be named outside the crate")]
            fn ratio(&self) -> Option<$crate::measure::ratio::Ratio> {
                Some(self.ratio_inner())
            }

            fn compare(&self, earlier: &Self) -> Option<core::cmp::Ordering> {
                Some(self.cmp(earlier))
            }

            fn indicator() -> Option<&'static $crate::kpi::Indicator> {
                Some(&$crate::kpi::$module::$indicator)
            }

            fn above_hundred(&self) -> Option<String> {
                let ratio = self.ratio_inner();
                (ratio.numerator > 100 * ratio.denominator).then(|| self.$exit(6).to_string())
            }
        }

        impl $crate::kpi::Observed for $name {
            type Quantity = $crate::measure::$quantity;

            fn figure_rounded(&self, dp: u32) -> $crate::measure::Figure<Self::Quantity> {
                $crate::kpi::print_rounded(self.ratio_inner(), dp)
            }
        }

        #[cfg(feature = "serde")]
        const _: () = {
            #[derive(serde::Serialize, serde::Deserialize)]
            #[serde(deny_unknown_fields, expecting = "a rate: an object with its counts")]
            struct Wire {
                $($count: $type,)+
            }

            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    Wire { $($count: self.$count),+ }.serialize(serializer)
                }
            }

            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let $crate::wire::Object(wire) =
                        $crate::wire::Object::<Wire>::deserialize(deserializer)?;
                    Self::new($(wire.$count),+).map_err(serde::de::Error::custom)
                }
            }
        };
    };
}

pub(crate) use rate;
