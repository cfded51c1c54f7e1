//! Cases over those who hold them.

use super::rate::rate;
use crate::measure::{Cases, Fte};

rate! {
    /// Average caseload: cases over full-time equivalent case holders, agency workers included in
    /// both.
    ///
    /// Every holder counts in full, so managers with a case or two pull the figure down; a team's
    /// agreed maximum is not this average.
    ///
    /// # Unit
    ///
    /// Cases per FTE, 0 or more.
    ///
    /// # Source
    ///
    /// Department for Education, *Children's Social Care: Outcomes and Enablers* dashboard; reproduced
    /// from the counts of *Children's social work workforce*, reporting years 2017 to 2021.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{AverageCaseload, Cases, Fte};
    ///
    /// // West Sussex, 30 September 2019.
    /// let average = AverageCaseload::new(Cases::new(3770), "225".parse()?)?;
    /// assert_eq!(average.to_caseload_rounded(1).to_string(), "16.8 cases per FTE");
    /// assert_eq!(
    ///     AverageCaseload::new(Cases::new(1), Fte::ZERO).unwrap_err().to_string(),
    ///     "caseload_fte is not defined: case_holders_fte is 0",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    AverageCaseload: official::CASELOAD_FTE in Caseload, to_caseload_rounded,
    counts: {
        /// The cases.
        cases: Cases,
        /// The case holders.
        case_holders_fte: Fte,
    },
    ratio: |rate| (rate.cases.micros(), rate.case_holders_fte.micros()),
    zero: ["case_holders_fte"],
}
