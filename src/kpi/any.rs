//! Figures whose unit is known only from their indicator, and what series and changes of such share with them.

use super::observed::sealed::Reckoned;
use crate::measure::{
    Bounds, Caseload, Cases, Days, Figure, FigureError, Fte, Headcount, Percent, Quantity, Symbol, Unit,
    quantity::sealed::Millionths,
};
use core::{cmp::Ordering, fmt, ops::Bound};
use rust_decimal::Decimal;

/// An enum of one thing in any unit; each of them becomes one.
macro_rules! any_unit {
    ($(#[$doc:meta])* $any:ident of $of:ident { $($(#[$unit_doc:meta])* $unit:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize), serde(untagged))]
        #[non_exhaustive]
        pub enum $any {
            $($(#[$unit_doc])* $unit($of<$type>),)+
        }

        $(
            impl From<$of<$type>> for $any {
                fn from(typed: $of<$type>) -> Self {
                    Self::$unit(typed)
                }
            }
        )+
    };
}

/// The same expression for whatever unit one has.
macro_rules! for_any {
    ($any:ident: $value:expr, $one:ident => $result:expr) => {
        match $value {
            $any::Percent($one) => $result,
            $any::Fte($one) => $result,
            $any::Headcount($one) => $result,
            $any::Cases($one) => $result,
            $any::Caseload($one) => $result,
            $any::Days($one) => $result,
        }
    };
}

/// The same expression for whatever quantity a unit has.
macro_rules! for_unit {
    ($unit:expr, $quantity:ident => $result:expr) => {
        match $unit {
            Unit::PerCent => {
                type $quantity = Percent;
                $result
            }
            Unit::Fte => {
                type $quantity = Fte;
                $result
            }
            Unit::Headcount => {
                type $quantity = Headcount;
                $result
            }
            Unit::Cases => {
                type $quantity = Cases;
                $result
            }
            Unit::CasesPerFte => {
                type $quantity = Caseload;
                $result
            }
            Unit::Days => {
                type $quantity = Days;
                $result
            }
        }
    };
}

pub(super) use any_unit;
pub(super) use for_any;
pub(crate) use for_unit;

any_unit! {
    /// A figure in any unit.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{AnyFigure, Unit};
    ///
    /// let agency = AnyFigure::read(Unit::Fte, "around 75")?;
    /// assert_eq!(agency.to_string(), "around 75 FTE");
    /// assert_eq!(
    ///     AnyFigure::read(Unit::Headcount, "75 FTE").unwrap_err().to_string(),
    ///     "figure \"75 FTE\" is neither a symbol such as [c] nor digits (as in \"536\"), with or without one of the words exactly, over, at least, around, under, at most before it",
    /// );
    /// # Ok::<(), childrens_services::FigureError>(())
    /// ```
    #[derive(Copy)]
    AnyFigure of Figure {
        /// In per cent.
        Percent: Percent,
        /// In full-time equivalents.
        Fte: Fte,
        /// In people.
        Headcount: Headcount,
        /// In cases.
        Cases: Cases,
        /// In cases per FTE.
        Caseload: Caseload,
        /// In days.
        Days: Days,
    }
}

impl AnyFigure {
    /// Reads a figure in a unit, which may follow the number.
    ///
    /// # Errors
    ///
    /// Refuses what [`Figure`]'s grammar refuses in this unit.
    pub fn read(unit: Unit, text: &str) -> Result<Self, FigureError> {
        for_unit!(unit, Q => text.parse::<Figure<Q>>().map(Self::from))
    }

    /// The unit.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        match self {
            Self::Percent(_) => Unit::PerCent,
            Self::Fte(_) => Unit::Fte,
            Self::Headcount(_) => Unit::Headcount,
            Self::Cases(_) => Unit::Cases,
            Self::Caseload(_) => Unit::CasesPerFte,
            Self::Days(_) => Unit::Days,
        }
    }

    /// The symbol of a withheld figure.
    #[must_use]
    pub const fn symbol(&self) -> Option<Symbol> {
        for_any!(AnyFigure: self, figure => figure.symbol())
    }

    /// The number that the figure states, in its [`unit`](Self::unit) and without trailing zeros: that of an exact
    /// or a rounded figure. None of a qualified one, for nothing may be computed from `over 90%`, and none of a
    /// withheld one.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{AnyFigure, Unit, rust_decimal::Decimal};
    ///
    /// // Department for Education, Children's social work workforce: West Sussex's average caseload in 2019.
    /// let caseload = AnyFigure::read(Unit::CasesPerFte, "16.8")?;
    /// assert_eq!(caseload.stated(), Some(Decimal::new(168, 1)));
    /// // Surrey's agency cover rate in 2021 is of low reliability.
    /// assert_eq!(AnyFigure::read(Unit::PerCent, "[u]")?.stated(), None);
    /// # Ok::<(), childrens_services::FigureError>(())
    /// ```
    #[must_use]
    pub fn stated(&self) -> Option<Decimal> {
        for_any!(AnyFigure: self, figure => figure.stated().map(Decimal::from))
    }

    /// The number behind the words, in millionths; none where the figure is withheld.
    pub(crate) fn number(&self) -> Option<i128> {
        for_any!(AnyFigure: self, figure => match figure {
            Figure::Qualified(qualified) => Some(qualified.value().micros()),
            other => other.stated().map(|value| value.micros()),
        })
    }

    /// Whether the figure certainly lies above 100 of its unit.
    pub(crate) fn is_above_hundred(&self) -> bool {
        for_any!(AnyFigure: self, figure => figure.above_hundred().is_some())
    }

    /// Whether the figure, as it is printed, does not lie beyond `limit` in a direction; the limit is a number of
    /// millionths in its unit, times `scale`. None where the figure's words leave it open.
    pub(crate) fn not_beyond(&self, limit: i128, scale: i128, direction: Ordering) -> Option<bool> {
        for_any!(AnyFigure: self, figure => match figure.stated() {
            Some(value) => Some((value.micros() * scale).cmp(&limit) != direction),
            None => interval_not_beyond(figure.bounds()?, limit, scale, direction),
        })
    }
}

/// The same for a whole interval.
fn interval_not_beyond<Q: Quantity>(
    bounds: Bounds<Q>,
    limit: i128,
    scale: i128,
    direction: Ordering,
) -> Option<bool> {
    let (far, near) = match direction {
        Ordering::Greater => (bounds.upper(), bounds.lower()),
        _ => (bounds.lower(), bounds.upper()),
    };
    let side = |value: Q| (value.micros() * scale).cmp(&limit);
    // Up to its far end it is not beyond; or it is beyond from its near end on.
    let none_beyond = match far {
        Bound::Included(end) | Bound::Excluded(end) => side(end) != direction,
        Bound::Unbounded => false,
    };
    let all_beyond = match near {
        Bound::Included(end) => side(end) == direction,
        Bound::Excluded(end) => side(end) == direction || side(end) == Ordering::Equal,
        Bound::Unbounded => false,
    };
    if none_beyond { Some(true) } else { all_beyond.then_some(false) }
}

impl fmt::Display for AnyFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for_any!(AnyFigure: self, figure => figure.fmt(f))
    }
}
