//! The inspections of one authority, one after the other.

use super::{
    AreaForImprovement, AreaReference, Assumptions, Framework, Grade, GradeChange, Inspection,
    InspectionError, history_rules,
};
use crate::{authority::LocalAuthority, calendar::days_between, rules::Findings, vocabulary::vocabulary};
use chrono::NaiveDate;

vocabulary! {
    /// Where a standing comes from.
    StandingBasis: "basis of a standing" {
        /// The overall grade that Ofsted gave.
        OverallEffectiveness: "overall_effectiveness", "overall effectiveness";
        /// The caller's reading, where Ofsted gave no overall grade.
        Reading: "reading", "a reading of the other judgements";
    }
}

/// How an authority stands after its latest graded inspection.
///
/// From April 2026 Ofsted gives no overall grade, and what stands in its place is not established. Then there
/// is no grade here either, unless the caller
/// [reads](InspectionHistory::with_standings_read) one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Standing<'a> {
    inspection: &'a Inspection,
}

impl<'a> Standing<'a> {
    pub(super) const fn of(inspection: &'a Inspection) -> Self {
        Self { inspection }
    }

    /// The inspection that the standing comes from.
    #[must_use]
    pub const fn inspection(self) -> &'a Inspection {
        self.inspection
    }

    /// The grade, where there is one.
    #[must_use]
    pub fn grade(self) -> Option<Grade> {
        self.inspection.overall().or(self.inspection.standing_read_as())
    }

    /// Where the grade comes from.
    #[must_use]
    pub fn basis(self) -> Option<StandingBasis> {
        let read = || self.inspection.standing_read_as().map(|_| StandingBasis::Reading);
        self.inspection.overall().map(|_| StandingBasis::OverallEffectiveness).or_else(read)
    }

    /// Whether the authority stands as Inadequate.
    ///
    /// Where there is neither an overall grade nor a reading of one, it does if every judgement is Inadequate
    /// and does not if none is. Else, and where a judgement is missing or not on the four-point scale, there is no
    /// answer.
    #[must_use]
    pub fn is_inadequate(self) -> Option<bool> {
        match self.grade() {
            Some(Grade::Adequate) if self.inspection.framework() == Framework::Earlier => Some(false),
            Some(grade) => grade.number().map(|_| grade == Grade::Inadequate),
            None => {
                let judged = self.inspection.judgements_beside_overall();
                let on_the_scale = |&judgement: &_| {
                    self.inspection.grade(judgement).filter(|grade| grade.number().is_some())
                };
                let grades: Vec<_> = judged.iter().map(on_the_scale).collect::<Option<_>>()?;
                let inadequate = grades.iter().filter(|&&grade| grade == Grade::Inadequate).count();
                match inadequate {
                    0 if !grades.is_empty() => Some(false),
                    all if all == grades.len() && all > 0 => Some(true),
                    _ => None,
                }
            }
        }
    }
}

/// The time between two graded inspections that follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct InspectionGap<'a> {
    earlier: &'a Inspection,
    later: &'a Inspection,
}

impl<'a> InspectionGap<'a> {
    /// The earlier inspection.
    #[must_use]
    pub const fn earlier(self) -> &'a Inspection {
        self.earlier
    }

    /// The later inspection.
    #[must_use]
    pub const fn later(self) -> &'a Inspection {
        self.later
    }

    /// Calendar days from start to start.
    #[must_use]
    pub fn days_between_starts(self) -> i64 {
        days_between(self.earlier.start(), self.later.start())
    }

    /// Calendar days from the earlier report to the start of the later inspection, where it was published.
    #[must_use]
    pub fn days_from_report_to_start(self) -> Option<i64> {
        Some(days_between(self.earlier.published()?, self.later.start()))
    }

    /// The grades that changed or stayed; see [`Inspection::grade_changes_since`].
    #[must_use]
    pub fn grade_changes(self) -> Vec<GradeChange> {
        self.later.grade_changes_since(self.earlier)
    }
}

/// The inspections and visits of one authority, in the order of their starts.
///
/// It may hold those of the councils that it came from. An authority that is the same under a new code
/// (Somerset, county and unitary) goes on with their grades; a new one (Cumberland) starts with none, and
/// the inspections of its predecessors are set apart with rule `INS-24`.
///
/// # Wire
///
/// `{"authority": "E10000032", "inspections": […]}`.
///
/// # Examples
///
/// ```
/// use childrens_services::{
///     Activity, Framework, Grade, Inspection, InspectionHistory, Judgement, LocalAuthority,
/// };
///
/// let west_sussex = LocalAuthority::with_ons_code("E10000032")?;
/// let sif = Inspection::new(west_sussex, Framework::Sif, Activity::FullInspection, "2015-10-26".parse()?)?
///     .with_published("2016-01-20".parse()?)
///     .with_grade(Judgement::Overall, Grade::RequiresImprovementToBeGood)?;
/// let ilacs =
///     Inspection::new(west_sussex, Framework::Ilacs, Activity::StandardInspection, "2019-02-25".parse()?)?
///         .with_published("2019-05-08".parse()?)
///         .with_grade(Judgement::Overall, Grade::Inadequate)?;
/// let history = InspectionHistory::new(west_sussex, [ilacs, sif])?;
///
/// let standing = |on: &str| history.standing_on(on.parse().unwrap()).and_then(|standing| standing.grade());
/// assert_eq!(standing("2016-01-19"), None);
/// assert_eq!(standing("2019-05-07"), Some(Grade::RequiresImprovementToBeGood));
/// assert_eq!(standing("2019-05-08"), Some(Grade::Inadequate));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "crate::wire::Object<Wire>", into = "Wire")]
pub struct InspectionHistory {
    authority: LocalAuthority,
    inspections: Vec<Inspection>,
}

impl InspectionHistory {
    /// The inspections of an authority, in any order.
    ///
    /// # Errors
    ///
    /// Refuses an inspection of an authority that is neither this one, be it under an earlier or a later code, nor
    /// one that it came from.
    pub fn new(
        authority: LocalAuthority,
        inspections: impl IntoIterator<Item = Inspection>,
    ) -> Result<Self, HistoryError> {
        let mut history = Self { authority, inspections: inspections.into_iter().collect() };
        history.inspections.iter().try_for_each(|inspection| history.check(inspection))?;
        // Those that start on one day stay in the order given.
        history.inspections.sort_by_key(Inspection::start);
        Ok(history)
    }

    /// Adds an inspection at its place.
    ///
    /// # Errors
    ///
    /// Refuses an inspection of an authority that is neither this one, be it under an earlier or a later code, nor
    /// one that it came from.
    pub fn add(&mut self, inspection: Inspection) -> Result<(), HistoryError> {
        self.check(&inspection)?;
        let place = self.inspections.partition_point(|other| other.start() <= inspection.start());
        self.inspections.insert(place, inspection);
        Ok(())
    }

    /// Whether an inspection belongs here at all.
    fn check(&self, inspection: &Inspection) -> Result<(), HistoryError> {
        let (authority, of) = (self.authority, inspection.authority());
        if self.is_own(inspection) || descends(authority, of) {
            return Ok(());
        }
        Err(HistoryError { authority, of })
    }

    /// Reads a standing into each graded inspection that has no overall grade: `read` says which grade it
    /// comes to, or none where that is open. A reading that is already there is replaced.
    ///
    /// # Errors
    ///
    /// Refuses a grade outside the four-point scale.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Grade, InspectionHistory, LocalAuthority};
    ///
    /// let history = InspectionHistory::new(LocalAuthority::with_ons_code("E10000032")?, [])?;
    /// // For instance: Inadequate where any judgement is.
    /// let history = history.with_standings_read(|inspection| {
    ///     inspection.judgements().map(|(_, grade)| grade).find(|&grade| grade == Grade::Inadequate)
    /// })?;
    /// assert!(history.inspections().is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_standings_read(
        mut self,
        read: impl Fn(&Inspection) -> Option<Grade>,
    ) -> Result<Self, InspectionError> {
        for inspection in &mut self.inspections {
            if inspection.activity().is_graded() && inspection.overall().is_none() {
                inspection.standing_read_as = None;
                if let Some(standing) = read(inspection) {
                    *inspection = inspection.clone().with_standing_read_as(standing)?;
                }
            }
        }
        Ok(self)
    }

    /// The authority.
    #[must_use]
    pub const fn authority(&self) -> LocalAuthority {
        self.authority
    }

    /// All inspections and visits by start, those of predecessors among them.
    #[must_use]
    pub fn inspections(&self) -> &[Inspection] {
        &self.inspections
    }

    /// Whether an inspection counts as one of this authority, be it under another code.
    pub(crate) fn is_own(&self, inspection: &Inspection) -> bool {
        self.authority.is_one_with(inspection.authority())
    }

    /// The graded inspections of this authority itself, by start.
    pub fn graded(&self) -> impl DoubleEndedIterator<Item = &Inspection> {
        self.inspections
            .iter()
            .filter(|inspection| inspection.activity().is_graded() && self.is_own(inspection))
    }

    /// Those whose report was published on or before a day, by start.
    pub(super) fn published_by(&self, on: NaiveDate) -> impl DoubleEndedIterator<Item = &Inspection> {
        self.graded().filter(move |inspection| inspection.published().is_some_and(|day| day <= on))
    }

    /// How the authority stands on a day: by its latest graded inspection with a report published by then.
    #[must_use]
    pub fn standing_on(&self, on: NaiveDate) -> Option<Standing<'_>> {
        self.published_by(on).next_back().map(Standing::of)
    }

    /// Each graded inspection with the one that followed it.
    pub fn gaps(&self) -> impl Iterator<Item = InspectionGap<'_>> {
        self.graded().zip(self.graded().skip(1)).map(|(earlier, later)| InspectionGap { earlier, later })
    }

    /// The area for improvement that a reference names.
    #[must_use]
    pub fn area(&self, reference: AreaReference) -> Option<&AreaForImprovement> {
        self.inspections
            .iter()
            .filter(|inspection| inspection.start() == reference.inspection_start)
            .flat_map(|inspection| inspection.areas_for_improvement().unwrap_or_default())
            .find(|area| area.number() == reference.number)
    }

    /// The two Inadequate inspections of a persistent failure on a day: the latest graded inspection is
    /// Inadequate, and an earlier one was within five years, by the clock of the assumptions. Both must have
    /// been published by then.
    ///
    /// # Source
    ///
    /// "Inadequate more than once within five years": Lord Nash, written answer to a question of 11 April 2016.
    #[must_use]
    pub fn persistent_failure(
        &self,
        on: NaiveDate,
        assumptions: &Assumptions,
    ) -> Option<(&Inspection, &Inspection)> {
        let inadequate = |&inspection: &&Inspection| Standing::of(inspection).is_inadequate() == Some(true);
        let mut backwards = self.published_by(on).rev();
        let latest = backwards.next().filter(inadequate)?;
        let clock = |inspection: &Inspection| match assumptions.failure_clock() {
            super::FailureClock::Publication => inspection.published(),
            super::FailureClock::InspectionStart => Some(inspection.start()),
        };
        // One inspection that stands there twice is still one.
        let earlier = backwards.find(|other| other.start() < latest.start() && inadequate(other))?;
        let limit = crate::calendar::months_later(clock(earlier)?, 60)?;
        (clock(latest)? <= limit).then_some((earlier, latest))
    }

    /// The inspection of a systemic failure on a day: the latest graded one, if it is Inadequate on every
    /// key judgement (ILACS: on every judgement but overall effectiveness). One that is not on record is not.
    ///
    /// # Source
    ///
    /// "Inadequate on all key judgements": Lord Nash, written answer to a question of 11 April 2016.
    #[must_use]
    pub fn systemic_failure(&self, on: NaiveDate) -> Option<&Inspection> {
        let latest = self.published_by(on).next_back()?;
        let mut key = latest.key_judgements().peekable();
        key.peek()?;
        key.all(|(_, grade)| grade == Some(Grade::Inadequate)).then_some(latest)
    }

    /// What is impossible or unusual: of each inspection, and of each beside the others.
    #[must_use]
    pub fn findings(&self, assumptions: &Assumptions) -> Findings {
        history_rules::of_history(self, assumptions)
    }
}

/// Whether an authority came from another, over however many reorganisations.
fn descends(authority: LocalAuthority, from: LocalAuthority) -> bool {
    authority.predecessors().any(|earlier| earlier == from || descends(earlier, from))
}

/// An inspection is of another authority than the history.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "an inspection of {} ({of}) stands in the history of {} ({authority}), which does not come from it",
    of.ons_code(),
    authority.ons_code()
)]
pub struct HistoryError {
    authority: LocalAuthority,
    of: LocalAuthority,
}

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, expecting = "an inspection history: an object with authority and inspections")]
struct Wire {
    authority: LocalAuthority,
    inspections: Vec<Inspection>,
}

impl TryFrom<crate::wire::Object<Wire>> for InspectionHistory {
    type Error = HistoryError;

    fn try_from(
        crate::wire::Object(Wire { authority, inspections }): crate::wire::Object<Wire>,
    ) -> Result<Self, HistoryError> {
        Self::new(authority, inspections)
    }
}

impl From<InspectionHistory> for Wire {
    fn from(InspectionHistory { authority, inspections }: InspectionHistory) -> Self {
        Self { authority, inspections }
    }
}
