//! The caseload that was agreed as the most.

use crate::measure::Caseload;
use crate::measure::number::{Grammar, PLACES, grammar};
use crate::measure::typed::{typed_decimal, typed_number};

/// The most cases for each full-time equivalent case holder that a team was agreed to hold.
///
/// # Unit
///
/// Cases per FTE.
///
/// # Range
///
/// Above 0 and at most 1,000, at most six decimal places.
///
/// # Text
///
/// As [`Caseload`]: read from `16` or `16 cases per FTE`, on the wire the text `16`.
///
/// # Examples
///
/// ```
/// use childrens_services::AgreedMaximum;
///
/// let maximum: AgreedMaximum = "16".parse()?;
/// assert_eq!(maximum.to_string(), "16 cases per FTE");
/// assert_eq!("0".parse::<AgreedMaximum>().unwrap_err().to_string(), "agreed maximum 0 is below 0.000001");
/// # Ok::<(), childrens_services::QuantityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgreedMaximum(i128);

/// A thousand cases each would be no agreement, and keeps every capacity within a decimal.
static AGREED_MAXIMUM: Grammar = Grammar {
    min: 1,
    ..grammar(["agreed maximum", "16"], [0, 1_000], PLACES, ["", " case per FTE", " cases per FTE"], &[])
};

typed_number!(AgreedMaximum, &AGREED_MAXIMUM);
typed_decimal!(AgreedMaximum, "16");

impl From<AgreedMaximum> for Caseload {
    fn from(maximum: AgreedMaximum) -> Self {
        Self::new(maximum.value()).expect("at most 1,000 is a caseload")
    }
}
