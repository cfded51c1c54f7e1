//! What a number counts.

use super::number::{Grammar, PLACES, grammar, to_decimal};
use crate::text::{self, same_words, text_value};
use crate::vocabulary::WordError;
use core::{fmt, str::FromStr};
use rust_decimal::Decimal;

/// The unit of an indicator and of the figures and rates observed for it.
///
/// # Text
///
/// [`code`](Self::code) on the wire (`per_cent`), the words when printed (`per cent`); both are read.
///
/// # Examples
///
/// ```
/// use childrens_services::Unit;
///
/// assert_eq!("per_10000".parse(), Ok(Unit::Per10000));
/// assert_eq!(Unit::Per10000.to_string(), "per 10,000 children");
/// assert_eq!(Unit::PerCent.of_difference(), Unit::PercentagePoints);
/// assert!(Unit::Score.may_be_negative() && !Unit::Fte.may_be_negative());
/// assert!("per mille".parse::<Unit>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Hundredths of a base: a share, or a rate that may exceed its base.
    PerCent,
    /// The difference of two percentages.
    PercentagePoints,
    /// A rate per 10,000 children.
    Per10000,
    /// Full-time equivalents.
    Fte,
    /// People of the workforce, whatever their hours.
    Headcount,
    /// Children.
    Children,
    /// Cases allocated to a social worker.
    Cases,
    /// Cases for each full-time equivalent case holder.
    CasesPerFte,
    /// Working days, such as those lost to sickness.
    WorkingDays,
    /// Weeks.
    Weeks,
    /// Pounds sterling, to the penny; negative for an overspend.
    Pounds,
    /// A number of anything else.
    Number,
    /// A score, such as an average point score, which may be negative.
    Score,
}

struct Row {
    unit: Unit,
    code: &'static str,
    words: &'static str,
    grammar: Grammar,
    difference: Unit,
    /// What the quotient of a rate in this unit is multiplied with.
    multiplier: u32,
}

/// 10<sup>14</sup>: a million full-time equivalents over a millionth of one, as per cent.
const MOST_PER_CENT: i128 = 100_000_000_000_000;
const MOST_PEOPLE: i128 = u32::MAX as i128;
/// 10<sup>11</sup>, which no sum of pounds and no count reaches.
const MOST_NUMBER: i128 = 100_000_000_000;

use Unit::*;

#[rustfmt::skip]
const ROWS: [Row; 13] = [
    Row { unit: PerCent, code: "per_cent", words: "per cent", difference: PercentagePoints, multiplier: 100,
        grammar: grammar(["percentage", "18.5"], [0, MOST_PER_CENT], PLACES, ["", "%", "%"], &["per cent", "percent"]) },
    Row { unit: PercentagePoints, code: "percentage_points", words: "percentage points", difference: PercentagePoints, multiplier: 100,
        grammar: grammar(["difference in percentage points", "-16.7"], [-MOST_PER_CENT, MOST_PER_CENT], PLACES, ["", " percentage point", " percentage points"], &["pp", "ppt", "ppts", "points", "point", "%pt", "%pts"]) },
    Row { unit: Per10000, code: "per_10000", words: "per 10,000 children", difference: Per10000, multiplier: 10_000,
        grammar: grammar(["rate per 10,000 children", "52.3"], [0, MOST_PER_CENT], PLACES, ["", " per 10,000 children", " per 10,000 children"], &["per 10,000", "per 10000", "per 10000 children"]) },
    Row { unit: Fte, code: "fte", words: "FTE", difference: Fte, multiplier: 1,
        grammar: grammar(["FTE", "494.5"], [0, 1_000_000], PLACES, ["", " FTE", " FTE"], &[]) },
    Row { unit: Headcount, code: "headcount", words: "headcount", difference: Headcount, multiplier: 1,
        grammar: grammar(["headcount", "536"], [0, MOST_PEOPLE], 0, ["", "", ""], &["people", "person", "headcount"]) },
    Row { unit: Children, code: "children", words: "children", difference: Children, multiplier: 1,
        grammar: grammar(["number of children", "412"], [0, MOST_PEOPLE], 0, ["", "", ""], &["children", "child"]) },
    Row { unit: Cases, code: "cases", words: "cases", difference: Cases, multiplier: 1,
        grammar: grammar(["number of cases", "3770"], [0, MOST_PEOPLE], 0, ["", "", ""], &["cases", "case"]) },
    Row { unit: CasesPerFte, code: "cases_per_fte", words: "cases per FTE", difference: CasesPerFte, multiplier: 1,
        grammar: grammar(["caseload", "16.8"], [0, MOST_PER_CENT], PLACES, ["", " case per FTE", " cases per FTE"], &[]) },
    Row { unit: WorkingDays, code: "working_days", words: "working days", difference: WorkingDays, multiplier: 1,
        grammar: grammar(["number of working days", "5256.3"], [0, 10_000_000], PLACES, ["", " working day", " working days"], &["days", "day"]) },
    Row { unit: Weeks, code: "weeks", words: "weeks", difference: Weeks, multiplier: 1,
        grammar: grammar(["number of weeks", "26"], [0, 1_000_000], PLACES, ["", " week", " weeks"], &[]) },
    Row { unit: Pounds, code: "pounds", words: "pounds", difference: Pounds, multiplier: 1,
        grammar: grammar(["amount in pounds", "1250.50"], [-MOST_NUMBER, MOST_NUMBER], 2, ["£", "", ""], &["pounds", "pound", "gbp"]) },
    Row { unit: Number, code: "number", words: "number", difference: Number, multiplier: 1,
        grammar: grammar(["number", "2.5"], [-MOST_NUMBER, MOST_NUMBER], PLACES, ["", "", ""], &[]) },
    Row { unit: Score, code: "score", words: "score", difference: Score, multiplier: 1,
        grammar: grammar(["score", "-0.21"], [-MOST_NUMBER, MOST_NUMBER], PLACES, ["", "", ""], &["score", "points", "point"]) },
];

static UNITS: [Row; 13] = ROWS;

impl Unit {
    /// Each unit, in the order of the documentation.
    pub const ALL: &'static [Self] = &{
        let mut all = [PerCent; ROWS.len()];
        let mut index = 0;
        while index < ROWS.len() {
            all[index] = ROWS[index].unit;
            index += 1;
        }
        all
    };

    fn row(self) -> &'static Row {
        // A test asserts that the rows are in the order of the variants.
        &UNITS[self as usize]
    }

    /// The word on the wire, such as `cases_per_fte`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// The unit in words, such as `cases per FTE`.
    #[must_use]
    pub fn label(self) -> &'static str {
        self.row().words
    }

    /// The unit of a difference of two figures: percentage points for per cent, else the unit itself.
    #[must_use]
    pub fn of_difference(self) -> Self {
        self.row().difference
    }

    /// The most decimal places that a number in this unit has: 0 for what is whole.
    #[must_use]
    pub fn decimal_places(self) -> u32 {
        self.row().grammar.places
    }

    /// Whether a number in this unit is whole, such as a headcount.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.row().grammar.is_whole()
    }

    /// Whether a number in this unit may be negative.
    #[must_use]
    pub fn may_be_negative(self) -> bool {
        self.row().grammar.min < 0
    }

    /// The greatest number, in millionths.
    pub(super) const fn max(self) -> i128 {
        ROWS[self as usize].grammar.max
    }

    /// The least and the greatest number.
    #[must_use]
    pub fn range(self) -> (Decimal, Decimal) {
        (to_decimal(self.grammar().min), to_decimal(self.grammar().max))
    }

    pub(crate) fn grammar(self) -> &'static Grammar {
        &self.row().grammar
    }

    /// What the quotient of a rate in this unit is multiplied with: 100 for per cent, 10,000 for a rate per 10,000 children,
    /// else 1.
    #[must_use]
    pub fn multiplier(self) -> u32 {
        self.row().multiplier
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(self.label(), f)
    }
}

impl FromStr for Unit {
    type Err = WordError;

    /// Reads a code or its words, in any case and spacing.
    fn from_str(text: &str) -> Result<Self, WordError> {
        let known = UNITS.iter().find(|row| same_words(row.code, text) || same_words(row.words, text));
        known
            .map(|row| row.unit)
            .ok_or_else(|| WordError::new("unit", text, &UNITS.each_ref().map(|row| row.code)))
    }
}

text_value!(Unit, "the text of one unit", |unit| unit.code());
