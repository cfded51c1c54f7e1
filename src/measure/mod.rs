//! How a number is written: quantities with their units, figures as printed, periods.
//!
//! # What the operations return
//!
//! | operation | result | note |
//! | --- | --- | --- |
//! | `later.change_since(earlier)` | the quantity's difference, such as [`PercentagePoints`] | exact |
//! | `later.relative_change_since_rounded(earlier, dp)` | [`RelativeChange`] or none | rounded once, halves away from zero; none from 0 |
//! | `quantity.changed_by(difference)` | the quantity or an error | exact |
//! | `relative.apply_to_rounded(quantity, dp)` | the quantity or an error | rounded once, halves away from zero |
//! | `a.checked_add(b)` | the quantity or an error | [`Fte`], [`Headcount`], [`Cases`], [`Days`] only: a percentage or an average does not add up |
//! | `-difference` | the difference | exact |
//! | `figure.bounds()` | [`Bounds`] or none | the true values that the printed figure allows |
//! | `bounds.change_since(earlier)` | [`Bounds`] of the difference | holds the difference of every pair |
//!
//! There are no `+` and `-` between quantities: 18.5% and -16.7 percentage points are not summands.

mod bounds;
mod caseload;
mod cases;
mod days;
mod error;
mod figure;
mod fte;
mod headcount;
pub(crate) mod number;
mod percent;
mod period;
mod qualifier;
pub(crate) mod quantity;
pub(crate) mod ratio;
mod relative_change;
mod reported;
mod symbol;
mod unit;

pub use bounds::Bounds;
pub use caseload::{Caseload, CaseloadChange};
pub use cases::{Cases, CasesChange};
pub use days::{Days, DaysChange};
pub use error::{QuantityError, QuantityFault};
pub use figure::{Figure, FigureError, FigureFault, Qualified, Rounded};
pub use fte::{Fte, FteChange};
pub use headcount::{Headcount, HeadcountChange};
pub use percent::{Percent, PercentagePoints};
pub use period::{Period, PeriodError, PeriodKind};
pub use qualifier::Qualifier;
pub use quantity::{Difference, Quantity};
pub use relative_change::RelativeChange;
pub use reported::Reported;
pub use symbol::{Symbol, SymbolError};
pub use unit::Unit;
