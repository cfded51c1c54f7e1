//! A guess at the overall grade, which is never one.

use super::{Framework, Grade, Inspection};
use core::fmt;

/// What the overall grade of an ILACS inspection would most likely be, by its other grades: a prediction,
/// never a judgement. It cannot be recorded as a grade: rule `INS-10`.
///
/// # Definition
///
/// Inadequate where a judgement of practice is Inadequate; else the median of the other grades, the worse of
/// the two in the middle where their number is even.
///
/// # Source
///
/// A convention of this crate. No formula can be exact: Ofsted gave different overall grades to the same
/// set of others four times in 271 inspections from 2018 to March 2025, and this one agrees with most, not all.
///
/// # Examples
///
/// A prediction cannot be recorded as a grade:
///
/// ```compile_fail,E0308
/// # use childrens_services::{Inspection, Judgement, PredictedOverall};
/// fn record(inspection: Inspection, predicted: PredictedOverall) {
///     let _ = inspection.with_grade(Judgement::Overall, predicted);
/// }
/// ```
///
/// nor read as a standing:
///
/// ```compile_fail,E0308
/// # use childrens_services::{Inspection, PredictedOverall};
/// fn read(inspection: Inspection, predicted: PredictedOverall) {
///     let _ = inspection.with_standing_read_as(predicted);
/// }
/// ```
///
/// nor become one:
///
/// ```compile_fail,E0277
/// # use childrens_services::{Grade, PredictedOverall};
/// fn convert(predicted: PredictedOverall) -> Grade {
///     predicted.into()
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PredictedOverall(Grade);

impl PredictedOverall {
    /// The grade predicted.
    #[must_use]
    pub const fn most_likely(self) -> Grade {
        self.0
    }
}

impl fmt::Display for PredictedOverall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (predicted, not judged)", self.0)
    }
}

impl Inspection {
    /// What the overall grade would most likely be, for an ILACS inspection with all its other grades on the
    /// four-point scale.
    #[must_use]
    pub fn predicted_overall(&self) -> Option<PredictedOverall> {
        if self.framework() != Framework::Ilacs {
            return None;
        }
        let mut grades = self
            .judgements_beside_overall()
            .into_iter()
            .map(|judgement| {
                let grade = self.grade(judgement)?;
                Some((grade.number()?, grade, judgement.is_practice()))
            })
            .collect::<Option<Vec<_>>>()?;
        if grades.iter().any(|&(_, grade, practice)| practice && grade == Grade::Inadequate) {
            return Some(PredictedOverall(Grade::Inadequate));
        }
        grades.sort_by_key(|&(number, ..)| number);
        grades.get(grades.len() / 2).map(|&(_, grade, _)| PredictedOverall(grade))
    }
}
