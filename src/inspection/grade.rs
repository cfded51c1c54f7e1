//! The grades of Ofsted's judgements.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// A grade of an Ofsted judgement, with its official label.
    ///
    /// On input also `Requires improvement`, as the single inspection framework and the press write it, in
    /// any case, and labels broken over lines; on output and on the wire always the official label.
    ///
    /// # Order
    ///
    /// There is no `Ord`, because "greater" could mean better or worse: see
    /// [`is_better_than`](Self::is_better_than).
    ///
    /// # Source
    ///
    /// Ofsted, *Inspecting local authority children's services*, editions of 2024; single inspection reports
    /// of 2014 to 2018.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::Grade;
    ///
    /// let grade: Grade = "requires improvement".parse()?;
    /// assert_eq!(grade.to_string(), "Requires improvement to be good");
    /// assert!(Grade::Good.is_better_than(grade));
    /// assert_eq!(grade.number(), Some(3));
    /// # Ok::<(), childrens_services::WordError>(())
    /// ```
    Grade: "grade" {
        /// Outstanding, the best of four.
        Outstanding: "Outstanding", "Outstanding";
        /// Good.
        Good: "Good", "Good";
        /// Requires improvement to be good.
        RequiresImprovementToBeGood: "Requires improvement to be good", "Requires improvement to be good", "Requires improvement";
        /// Inadequate, the worst of four.
        Inadequate: "Inadequate", "Inadequate";
        /// Adequate: a grade of inspections before November 2013, which none of today's corresponds to.
        Adequate: "Adequate", "Adequate";
        /// Not judged: an authority with too few children, in the single inspection framework.
        NotJudged: "Not judged", "Not judged";
    }
}

impl Grade {
    /// Ofsted's number, from 1 for Outstanding to 4 for Inadequate; none for `Adequate` and `Not judged`,
    /// which stand outside the scale.
    #[must_use]
    pub const fn number(self) -> Option<u8> {
        match self {
            Self::Outstanding => Some(1),
            Self::Good => Some(2),
            Self::RequiresImprovementToBeGood => Some(3),
            Self::Inadequate => Some(4),
            Self::Adequate | Self::NotJudged => None,
        }
    }

    /// Whether this grade is better than another. False where either is outside the four-point scale, for
    /// then neither is better.
    #[must_use]
    pub fn is_better_than(self, other: Self) -> bool {
        self.number().zip(other.number()).is_some_and(|(this, other)| this < other)
    }

    /// Whether this grade is worse than another; false where either is outside the scale.
    #[must_use]
    pub fn is_worse_than(self, other: Self) -> bool {
        other.is_better_than(self)
    }
}
