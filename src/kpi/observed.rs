//! What a series can hold.

use super::Indicator;
use crate::measure::{
    Figure, Qualifier, Quantity, Reported, Symbol, quantity::sealed::of_micros, ratio::Ratio,
};
use core::{cmp::Ordering, fmt};

/// How this crate reckons with what was observed; nobody else can name or implement the trait.
pub(crate) mod sealed {
    use super::{Indicator, Ordering, Ratio};

    #[allow(unnameable_types, reason = "a sealed trait cannot be named outside the crate on purpose")]
    pub trait Reckoned {
        /// The value itself, where there is one to reckon with.
        #[allow(private_interfaces, reason = "the trait itself cannot be named outside the crate")]
        fn ratio(&self) -> Option<Ratio>;

        /// Whether this is above, equal to or below `earlier`; none where that cannot be told.
        fn compare(&self, earlier: &Self) -> Option<Ordering>;

        /// The one indicator that this can be an observation of, if there is just one.
        fn indicator() -> Option<&'static Indicator> {
            None
        }

        /// What this states, where that is more than 100 of its unit.
        fn above_hundred(&self) -> Option<String>;
    }
}

use sealed::Reckoned;

/// Something that a [`Series`](crate::Series) can hold and a [`Change`](crate::Change) compare:
///
/// - a [`Quantity`], taken as exact,
/// - a [`Figure`], with the bounds that it allows,
/// - a rate such as [`VacancyRate`](crate::VacancyRate), which keeps its counts,
/// - [`Reported`] of one of these, where a number may be missing.
///
/// The trait is sealed.
pub trait Observed: Clone + PartialEq + fmt::Debug + Reckoned {
    /// The quantity in which it is printed.
    type Quantity: Quantity;

    /// What a report prints for it: a number rounded once to `dp` places (at most five), halves away
    /// from zero; a figure as it stands; for what was not reported `[x]`, not available.
    fn figure_rounded(&self, dp: u32) -> Figure<Self::Quantity>;
}

/// A ratio as a figure of `dp` places.
pub(crate) fn print_rounded<Q: Quantity>(ratio: Ratio, dp: u32) -> Figure<Q> {
    let dp = dp.min(Figure::<Q>::MAX_DECIMAL_PLACES).min(Q::GRAMMAR.places);
    Figure::rounded(of_micros(ratio.rounded(dp)), dp).expect("it was just rounded to these places")
}

impl<Q: Quantity> Reckoned for Q {
    #[allow(private_interfaces, reason = "the trait itself cannot be named outside the crate")]
    fn ratio(&self) -> Option<Ratio> {
        Some(Ratio::whole(self.micros()))
    }

    fn compare(&self, earlier: &Self) -> Option<Ordering> {
        Some(self.cmp(earlier))
    }

    fn above_hundred(&self) -> Option<String> {
        (self.micros() > HUNDRED).then(|| self.to_string())
    }
}

/// A hundred, in millionths.
pub(super) const HUNDRED: i128 = 100 * crate::measure::number::ONE;

impl<Q: Quantity> Observed for Q {
    type Quantity = Self;

    fn figure_rounded(&self, dp: u32) -> Figure<Self> {
        print_rounded(Ratio::whole(self.micros()), dp)
    }
}

impl<Q: Quantity> Reckoned for Figure<Q> {
    #[allow(private_interfaces, reason = "the trait itself cannot be named outside the crate")]
    fn ratio(&self) -> Option<Ratio> {
        self.stated().map(|value| Ratio::whole(value.micros()))
    }

    fn compare(&self, earlier: &Self) -> Option<Ordering> {
        self.bounds()?.compare(earlier.bounds()?)
    }

    fn above_hundred(&self) -> Option<String> {
        let above = |value: Q| value.micros() > HUNDRED;
        let stated = match self {
            // A share that prints as 100.0 may be 99.95, one that prints as 100.1 may not.
            Self::Exact(value) => above(*value),
            Self::Rounded(rounded) => above(rounded.value()),
            Self::Qualified(qualified) => match qualified.qualifier() {
                Qualifier::Over => qualified.value().micros() >= HUNDRED,
                Qualifier::AtLeast | Qualifier::About => above(qualified.value()),
                Qualifier::Under | Qualifier::AtMost => false,
            },
            Self::Withheld(_) => false,
        };
        stated.then(|| self.to_string())
    }
}

impl<Q: Quantity> Observed for Figure<Q> {
    type Quantity = Q;

    fn figure_rounded(&self, _: u32) -> Self {
        *self
    }
}

impl<M: Reckoned> Reckoned for Reported<M> {
    #[allow(private_interfaces, reason = "the trait itself cannot be named outside the crate")]
    fn ratio(&self) -> Option<Ratio> {
        match self {
            Self::Known(value) => value.ratio(),
            Self::Withheld(_) | Self::NotReported => None,
        }
    }

    fn compare(&self, earlier: &Self) -> Option<Ordering> {
        match (self, earlier) {
            (Self::Known(later), Self::Known(earlier)) => later.compare(earlier),
            _ => None,
        }
    }

    fn indicator() -> Option<&'static Indicator> {
        M::indicator()
    }

    fn above_hundred(&self) -> Option<String> {
        match self {
            Self::Known(value) => value.above_hundred(),
            Self::Withheld(_) | Self::NotReported => None,
        }
    }
}

impl<M: Observed> Observed for Reported<M> {
    type Quantity = M::Quantity;

    fn figure_rounded(&self, dp: u32) -> Figure<M::Quantity> {
        match self {
            Self::Known(value) => value.figure_rounded(dp),
            Self::Withheld(symbol) => Figure::Withheld(*symbol),
            Self::NotReported => Figure::Withheld(Symbol::NotAvailable),
        }
    }
}
