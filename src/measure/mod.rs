//! How a number is written: quantities with their units, figures as printed, periods.
//!
//! | you have | take |
//! | --- | --- |
//! | a number in a unit that is known when the program runs | [`Quantity`] |
//! | a number in a formula, where a mix-up of units must not compile | [`Fte`], [`Headcount`], [`Cases`], [`Days`], [`Percent`], [`PercentagePoints`], [`Caseload`] |
//! | what a publication prints: rounded, "over 90%", withheld | [`Figure`] |
//! | a count that a return holds, or the symbol in its place | [`Reported`] |
//! | "reduced by three quarters" | [`RelativeChange`] |
//!
//! There are no `+` and `-`: 18.5% and -16.7 percentage points are not summands. What adds up has `checked_add`.

mod bounds;
mod error;
mod figure;
pub(crate) mod number;
mod period;
mod qualifier;
mod quantity;
pub(crate) mod ratio;
mod reported;
mod symbol;
pub(crate) mod typed;
mod unit;
pub(crate) mod words;

pub use bounds::Bounds;
pub(crate) use bounds::Interval;
pub use error::{QuantityError, QuantityFault};
pub use figure::{Figure, FigureError, Qualified, Rounded};
pub use period::{Period, PeriodError, PeriodKind};
pub use qualifier::Qualifier;
pub use quantity::Quantity;
pub use reported::Reported;
pub use symbol::{Symbol, SymbolError};
pub use typed::{Caseload, Cases, Days, Fte, Headcount, Percent, PercentagePoints, RelativeChange};
pub use unit::Unit;
