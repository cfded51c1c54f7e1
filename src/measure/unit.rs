//! What a number counts.

use super::number::{Grammar, PLACES, grammar, to_decimal};
use crate::vocabulary::vocabulary;
use rust_decimal::Decimal;

vocabulary! {
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
    Unit: "unit" {
        /// Hundredths of a base: a share, or a rate that may exceed its base.
        PerCent: "per_cent", "per cent";
        /// The difference of two percentages.
        PercentagePoints: "percentage_points", "percentage points";
        /// A rate per 10,000 children.
        Per10000: "per_10000", "per 10,000 children";
        /// Full-time equivalents.
        Fte: "fte", "FTE";
        /// People of the workforce, whatever their hours.
        Headcount: "headcount", "headcount";
        /// Children.
        Children: "children", "children";
        /// Cases allocated to a social worker.
        Cases: "cases", "cases";
        /// Cases for each full-time equivalent case holder.
        CasesPerFte: "cases_per_fte", "cases per FTE";
        /// Working days, such as those lost to sickness.
        WorkingDays: "working_days", "working days";
        /// Weeks.
        Weeks: "weeks", "weeks";
        /// Pounds sterling, to the penny; negative for an overspend.
        Pounds: "pounds", "pounds";
        /// A number of anything else.
        Number: "number", "number";
        /// A score, such as an average point score, which may be negative.
        Score: "score", "score";
    }
}

/// What is known of the unit at the same place in [`Unit::ALL`].
struct Row {
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
static ROWS: [Row; 13] = [
    Row { difference: PercentagePoints, multiplier: 100,
        grammar: grammar(["percentage", "18.5"], [0, MOST_PER_CENT], PLACES, ["", "%", "%"], &["per cent", "percent"]) },
    Row { difference: PercentagePoints, multiplier: 100,
        grammar: grammar(["difference in percentage points", "-16.7"], [-MOST_PER_CENT, MOST_PER_CENT], PLACES, ["", " percentage point", " percentage points"], &["pp", "ppt", "ppts", "points", "point", "%pt", "%pts"]) },
    Row { difference: Per10000, multiplier: 10_000,
        grammar: grammar(["rate per 10,000 children", "52.3"], [0, MOST_PER_CENT], PLACES, ["", " per 10,000 children", " per 10,000 children"], &["per 10,000", "per 10000", "per 10000 children"]) },
    Row { difference: Fte, multiplier: 1,
        grammar: grammar(["FTE", "494.5"], [0, 1_000_000], PLACES, ["", " FTE", " FTE"], &[]) },
    Row { difference: Headcount, multiplier: 1,
        grammar: grammar(["headcount", "536"], [0, MOST_PEOPLE], 0, ["", "", ""], &["people", "person", "headcount"]) },
    Row { difference: Children, multiplier: 1,
        grammar: grammar(["number of children", "412"], [0, MOST_PEOPLE], 0, ["", "", ""], &["children", "child"]) },
    Row { difference: Cases, multiplier: 1,
        grammar: grammar(["number of cases", "3770"], [0, MOST_PEOPLE], 0, ["", "", ""], &["cases", "case"]) },
    Row { difference: CasesPerFte, multiplier: 1,
        grammar: grammar(["caseload", "16.8"], [0, MOST_PER_CENT], PLACES, ["", " case per FTE", " cases per FTE"], &[]) },
    Row { difference: WorkingDays, multiplier: 1,
        grammar: grammar(["number of working days", "5256.3"], [0, 10_000_000], PLACES, ["", " working day", " working days"], &["days", "day"]) },
    Row { difference: Weeks, multiplier: 1,
        grammar: grammar(["number of weeks", "26"], [0, 1_000_000], PLACES, ["", " week", " weeks"], &[]) },
    Row { difference: Pounds, multiplier: 1,
        grammar: grammar(["amount in pounds", "1250.50"], [-MOST_NUMBER, MOST_NUMBER], 2, ["£", "", ""], &["pounds", "pound", "gbp"]) },
    Row { difference: Number, multiplier: 1,
        grammar: grammar(["number", "2.5"], [-MOST_NUMBER, MOST_NUMBER], PLACES, ["", "", ""], &[]) },
    Row { difference: Score, multiplier: 1,
        grammar: grammar(["score", "-0.21"], [-MOST_NUMBER, MOST_NUMBER], PLACES, ["", "", ""], &["score points", "score point", "score", "points", "point"]) },
];

impl Unit {
    const fn row(self) -> &'static Row {
        // Tests that know each unit's range and words assert that the rows are in the order of the variants.
        &ROWS[self as usize]
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
        self.row().grammar.max
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
