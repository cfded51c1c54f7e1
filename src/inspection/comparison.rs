//! Grades of two inspections beside each other.

use super::{Grade, Inspection, Judgement, rules::INS_26};
use crate::{rules::Finding, vocabulary::vocabulary};
use core::fmt;

vocabulary! {
    /// Whether two judgements beside each other are about the same children.
    Scope: "scope" {
        /// The same judgement.
        Same: "same", "the same judgement";
        /// The earlier grade is for children in care and care leavers together, the later for one of the
        /// two: a difference may come from the split.
        CareLeaversSplit: "care_leavers_split", "the earlier grade covers children in care and care leavers together";
    }
}

vocabulary! {
    /// Which way a grade went.
    GradeDirection: "direction" {
        /// To a better grade.
        Better: "better", "better";
        /// To a worse grade.
        Worse: "worse", "worse";
        /// The same grade.
        Same: "same", "the same";
        /// A grade outside the four-point scale is among them.
        NotComparable: "not_comparable", "not comparable";
    }
}

/// One judgement in two inspections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct GradeChange {
    earlier: (Judgement, Grade),
    later: (Judgement, Grade),
}

impl GradeChange {
    /// What was judged earlier, and its grade.
    #[must_use]
    pub const fn earlier(self) -> (Judgement, Grade) {
        self.earlier
    }

    /// What was judged later, and its grade.
    #[must_use]
    pub const fn later(self) -> (Judgement, Grade) {
        self.later
    }

    /// Whether both are about the same children.
    #[must_use]
    pub fn scope(self) -> Scope {
        if self.earlier.0 == self.later.0 { Scope::Same } else { Scope::CareLeaversSplit }
    }

    /// Which way the grade went.
    #[must_use]
    pub fn direction(self) -> GradeDirection {
        let (earlier, later) = (self.earlier.1, self.later.1);
        if earlier == later {
            GradeDirection::Same
        } else if later.is_better_than(earlier) {
            GradeDirection::Better
        } else if later.is_worse_than(earlier) {
            GradeDirection::Worse
        } else {
            GradeDirection::NotComparable
        }
    }
}

/// Written with scope and direction, which follow from the rest; never read.
impl serde::Serialize for GradeChange {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Graded {
            judgement: Judgement,
            grade: Grade,
        }

        #[derive(serde::Serialize)]
        struct Change {
            earlier: Graded,
            later: Graded,
            scope: Scope,
            direction: GradeDirection,
        }

        let graded = |(judgement, grade)| Graded { judgement, grade };
        let (scope, direction) = (self.scope(), self.direction());
        Change { earlier: graded(self.earlier), later: graded(self.later), scope, direction }
            .serialize(serializer)
    }
}

impl fmt::Display for GradeChange {
    /// The later judgement, its grade and the earlier one, the direction, and the scope where it changed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (judgement, later) = self.later;
        write!(f, "{judgement}: {later}, was {}: {}", self.earlier.1, self.direction())?;
        match self.scope() {
            Scope::Same => Ok(()),
            scope => write!(f, " ({scope})"),
        }
    }
}

impl Inspection {
    /// The grades that changed or stayed since an earlier inspection, for each judgement of this one that has
    /// a counterpart there, in order. From before 2023 the grade for children in care and care leavers stands
    /// beside each of the two that followed it, with [`Scope::CareLeaversSplit`]. Across frameworks only
    /// overall effectiveness is compared.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Activity, Framework, Grade, Inspection, Judgement, LocalAuthority};
    ///
    /// // West Sussex 2019 and 2023: children in care.
    /// let west_sussex = LocalAuthority::with_ons_code("E10000032")?;
    /// let standard = |start: &str| {
    ///     Inspection::new(west_sussex, Framework::Ilacs, Activity::StandardInspection, start.parse().unwrap())
    /// };
    /// let earlier = standard("2019-02-25")?.with_grade(Judgement::CareAndLeavers, Grade::Inadequate)?;
    /// let later = standard("2023-03-13")?.with_grade(Judgement::Care, Grade::Good)?;
    /// assert_eq!(
    ///     later.grade_changes_since(&earlier)[0].to_string(),
    ///     "The experiences and progress of children in care: Good, was Inadequate: better \
    ///      (the earlier grade covers children in care and care leavers together)",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn grade_changes_since(&self, earlier: &Self) -> Vec<GradeChange> {
        // Before 2023 there was one grade for both. One that a record calls children in care alone is an error there
        // (INS-03), and is compared with nothing.
        let together = |inspection: &Self| inspection.start() < Judgement::CARE_LEAVERS_APART_FROM;
        let counterpart = |judgement| {
            let earlier_judgement = match (judgement, together(earlier), together(self)) {
                (Judgement::Care | Judgement::Leavers, true, false) => Judgement::CareAndLeavers,
                (Judgement::Care | Judgement::Leavers, false, true) => return None,
                (same, ..) => same,
            };
            Some((earlier_judgement, earlier.grade(earlier_judgement)?))
        };
        self.judgements()
            .filter_map(|later| Some(GradeChange { earlier: counterpart(later.0)?, later }))
            .collect()
    }
}

vocabulary! {
    /// Whether a comparison made elsewhere tells its reader that the scope of a judgement changed.
    ScopeNote: "scope note" {
        /// The reader is told.
        Stated: "stated", "stated";
        /// The reader is not told.
        NotStated: "not_stated", "not stated";
    }
}

/// Checks a comparison made elsewhere, such as two columns of a report: one judgement against another, with
/// or without a word that the scope changed (rule `INS-26`).
///
/// ```
/// use childrens_services::{Judgement, inspection::{ScopeNote, check_comparison}};
///
/// let silent = check_comparison(Judgement::CareAndLeavers, Judgement::Care, ScopeNote::NotStated);
/// assert_eq!(
///     silent.map(|finding| finding.to_string()).as_deref(),
///     Some("error INS-26 at comparison: care_and_leavers covers care leavers too and is set against care without a word of it"),
/// );
/// assert!(check_comparison(Judgement::CareAndLeavers, Judgement::Care, ScopeNote::Stated).is_none());
/// ```
#[must_use]
pub fn check_comparison(one: Judgement, other: Judgement, note: ScopeNote) -> Option<Finding> {
    let split = |a, b| a == Judgement::CareAndLeavers && matches!(b, Judgement::Care | Judgement::Leavers);
    let (wide, narrow) = if split(one, other) { (one, other) } else { (other, one) };
    (split(wide, narrow) && note == ScopeNote::NotStated).then(|| {
        let message = format!(
            "{} covers care leavers too and is set against {} without a word of it",
            wide.code(),
            narrow.code(),
        );
        Finding::new(&INS_26, "comparison", message)
            .with_value("one", one.code())
            .with_value("other", other.code())
    })
}
