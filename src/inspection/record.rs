//! One inspection or visit, as recorded.

use super::{
    Activity, AreaForImprovement, AreaForPriorityAction, Assumptions, Framework, Grade, Judgement, rules,
};
use crate::{
    authority::LocalAuthority,
    rules::Findings,
    text::{OneLine, OneLineError},
};
use chrono::NaiveDate;

/// An inspection of a local authority's children's services, or a visit, with all that is on record of it.
///
/// What it holds may be wrong or unusual and still be on record: [`findings`](Self::findings) says so. Only
/// what is no inspection at all is refused: an activity that its framework does not have, or two grades for
/// one judgement.
///
/// # Wire
///
/// An object with `authority` (ONS code), `framework`, `activity`, `start` and, where known, `end`,
/// `published`, `received`, `judgements` (an object from judgement to grade), `standing_read_as`, `theme`,
/// `areas_for_improvement` and `areas_for_priority_action`.
///
/// # Examples
///
/// ```
/// use childrens_services::{
///     Activity, Assumptions, Framework, Grade, Inspection, Judgement, LocalAuthority,
/// };
///
/// // West Sussex, ILACS standard inspection of 2019.
/// let west_sussex = LocalAuthority::with_ons_code("E10000032")?;
/// let inspection =
///     Inspection::new(west_sussex, Framework::Ilacs, Activity::StandardInspection, "2019-02-25".parse()?)?
///         .with_end("2019-03-08".parse()?)
///         .with_published("2019-05-08".parse()?)
///         .with_grade(Judgement::Overall, Grade::Inadequate)?
///         .with_grade(Judgement::Leaders, Grade::Inadequate)?
///         .with_grade(Judgement::HelpAndProtection, Grade::Inadequate)?
///         .with_grade(Judgement::CareAndLeavers, Grade::Inadequate)?;
/// assert!(inspection.findings(&Assumptions::new()).is_empty());
///
/// // Care leavers were no judgement of their own before 2023.
/// let wrong = inspection.with_grade(Judgement::Leavers, Grade::Good)?;
/// assert_eq!(
///     wrong.findings(&Assumptions::new()).to_string(),
///     "error INS-03 at inspection.judgements.leavers: leavers is not judged in an ilacs inspection that starts on 2019-02-25",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "crate::wire::Object<super::record_wire::Record>", into = "super::record_wire::Record")]
pub struct Inspection {
    pub(super) authority: LocalAuthority,
    pub(super) framework: Framework,
    pub(super) activity: Activity,
    pub(super) start: NaiveDate,
    pub(super) end: Option<NaiveDate>,
    pub(super) published: Option<NaiveDate>,
    pub(super) received: Option<NaiveDate>,
    /// By the judgement's place in its list.
    grades: [Option<Grade>; Judgement::ALL.len()],
    pub(super) standing_read_as: Option<Grade>,
    pub(super) theme: Option<OneLine>,
    pub(super) areas_for_improvement: Option<Vec<AreaForImprovement>>,
    pub(super) areas_for_priority_action: Vec<AreaForPriorityAction>,
}

impl Inspection {
    /// An inspection of the council that was inspected, which may since have been abolished, by its first
    /// day on site.
    ///
    /// # Errors
    ///
    /// Refuses an activity that the framework does not have.
    pub fn new(
        authority: LocalAuthority,
        framework: Framework,
        activity: Activity,
        start: NaiveDate,
    ) -> Result<Self, InspectionError> {
        if !framework.activities().contains(&activity) {
            return Err(InspectionError(Problem::Activity { framework, activity }));
        }
        Ok(Self {
            authority,
            framework,
            activity,
            start,
            end: None,
            published: None,
            received: None,
            grades: [None; Judgement::ALL.len()],
            standing_read_as: None,
            theme: None,
            areas_for_improvement: None,
            areas_for_priority_action: Vec::new(),
        })
    }

    /// Sets the last day on site.
    #[must_use]
    pub const fn with_end(mut self, end: NaiveDate) -> Self {
        self.end = Some(end);
        self
    }

    /// Sets the day the report or letter was published.
    #[must_use]
    pub const fn with_published(mut self, published: NaiveDate) -> Self {
        self.published = Some(published);
        self
    }

    /// Sets the day the authority received the report or letter, which may be before it was published:
    /// deadlines run from here.
    #[must_use]
    pub const fn with_received(mut self, received: NaiveDate) -> Self {
        self.received = Some(received);
        self
    }

    /// Adds a grade, as given in the report.
    ///
    /// # Errors
    ///
    /// Refuses a second grade for one judgement, and an overall grade where the standing is
    /// [read](Self::with_standing_read_as) from elsewhere.
    pub fn with_grade(mut self, judgement: Judgement, grade: Grade) -> Result<Self, InspectionError> {
        if judgement == Judgement::Overall && self.standing_read_as.is_some() {
            return Err(InspectionError(Problem::ReadBesideOverall));
        }
        let place = &mut self.grades[judgement as usize];
        if place.is_some() {
            return Err(InspectionError(Problem::GradeTwice(judgement)));
        }
        *place = Some(grade);
        Ok(self)
    }

    /// Says how the standing of the authority is read after a graded inspection without an overall grade.
    /// Ofsted gives none from April 2026; how rules that name "overall" work since is not established, so
    /// this is the caller's reading, kept apart from the grades.
    ///
    /// # Errors
    ///
    /// Refuses an inspection with an overall grade, or of an activity that is not graded, and a grade outside
    /// the four-point scale.
    pub fn with_standing_read_as(mut self, standing: Grade) -> Result<Self, InspectionError> {
        if standing.number().is_none() {
            return Err(InspectionError(Problem::ReadOffScale(standing)));
        }
        if self.overall().is_some() {
            return Err(InspectionError(Problem::ReadBesideOverall));
        }
        if !self.activity.is_graded() {
            return Err(InspectionError(Problem::ReadOfVisit(self.activity)));
        }
        self.standing_read_as = Some(standing);
        Ok(self)
    }

    /// Sets the theme of a visit.
    ///
    /// # Errors
    ///
    /// Refuses a text that says nothing, and control characters in it.
    pub fn with_theme(mut self, theme: impl Into<String>) -> Result<Self, OneLineError> {
        self.theme = Some(OneLine::new(theme)?);
        Ok(self)
    }

    /// Records the areas for improvement, all of them: an empty list says that the report has none.
    #[must_use]
    pub fn with_areas_for_improvement(mut self, areas: impl IntoIterator<Item = AreaForImprovement>) -> Self {
        self.areas_for_improvement = Some(areas.into_iter().collect());
        self
    }

    /// Adds an area for priority action.
    #[must_use]
    pub fn with_area_for_priority_action(mut self, area: AreaForPriorityAction) -> Self {
        self.areas_for_priority_action.push(area);
        self
    }

    /// The council that was inspected.
    #[must_use]
    pub const fn authority(&self) -> LocalAuthority {
        self.authority
    }

    /// The framework followed.
    #[must_use]
    pub const fn framework(&self) -> Framework {
        self.framework
    }

    /// What inspectors did.
    #[must_use]
    pub const fn activity(&self) -> Activity {
        self.activity
    }

    /// The first day on site.
    #[must_use]
    pub const fn start(&self) -> NaiveDate {
        self.start
    }

    /// The last day on site, where it is recorded.
    #[must_use]
    pub const fn end(&self) -> Option<NaiveDate> {
        self.end
    }

    /// When the report or letter was published, where it was.
    #[must_use]
    pub const fn published(&self) -> Option<NaiveDate> {
        self.published
    }

    /// When the authority received the report or letter, where it is recorded.
    #[must_use]
    pub const fn received(&self) -> Option<NaiveDate> {
        self.received
    }

    /// The grade for a judgement, as given.
    #[must_use]
    pub const fn grade(&self, judgement: Judgement) -> Option<Grade> {
        self.grades[judgement as usize]
    }

    /// The grade for overall effectiveness, as given; never computed from the others.
    #[must_use]
    pub const fn overall(&self) -> Option<Grade> {
        self.grade(Judgement::Overall)
    }

    /// What is judged beside overall effectiveness. Which judgements these are hangs on the framework and the
    /// start; whether there is an overall grade beside them does not matter here.
    pub(super) fn judgements_beside_overall(&self) -> Vec<Judgement> {
        let judged = self.framework.judgements(self.start, &Assumptions::new()).iter().copied();
        judged.filter(|&judgement| judgement != Judgement::Overall).collect()
    }

    /// The key judgements of the framework, each with its grade where that is on record.
    pub(super) fn key_judgements(&self) -> impl Iterator<Item = (Judgement, Option<Grade>)> {
        let key = self.judgements_beside_overall().into_iter().filter(|judgement| judgement.is_key());
        key.map(|judgement| (judgement, self.grade(judgement)))
    }

    /// Each judgement that has a grade, in the order of the framework.
    pub fn judgements(&self) -> impl Iterator<Item = (Judgement, Grade)> {
        Judgement::ALL.iter().filter_map(|&judgement| Some((judgement, self.grade(judgement)?)))
    }

    /// The caller's reading of the standing, where Ofsted gave no overall grade.
    #[must_use]
    pub const fn standing_read_as(&self) -> Option<Grade> {
        self.standing_read_as
    }

    /// The theme of a visit, where it is recorded.
    #[must_use]
    pub fn theme(&self) -> Option<&str> {
        self.theme.as_ref().map(OneLine::as_str)
    }

    /// The areas for improvement; none where they are not recorded, which is not the same as an empty list.
    #[must_use]
    pub fn areas_for_improvement(&self) -> Option<&[AreaForImprovement]> {
        self.areas_for_improvement.as_deref()
    }

    /// The areas for priority action.
    #[must_use]
    pub fn areas_for_priority_action(&self) -> &[AreaForPriorityAction] {
        &self.areas_for_priority_action
    }

    /// What is impossible or unusual about this inspection by itself; see [`rules`](super::rules). What can
    /// only be seen beside others is a matter of the [`InspectionHistory`](super::InspectionHistory).
    #[must_use]
    pub fn findings(&self, assumptions: &Assumptions) -> Findings {
        rules::of_inspection(self, assumptions).within("inspection")
    }
}

/// An inspection was described in a way that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct InspectionError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("framework {} has no {}, only {}", framework.code(), activity.code(), codes(framework.activities()))]
    Activity { framework: Framework, activity: Activity },
    #[error("judgement {} has two grades", .0.code())]
    GradeTwice(Judgement),
    #[error("a standing is read only where there is no overall grade")]
    ReadBesideOverall,
    #[error("a standing is read as a grade of the four-point scale, not as {0}")]
    ReadOffScale(Grade),
    #[error("a standing is read only of a graded inspection, not of {}", .0.with_article())]
    ReadOfVisit(Activity),
}

fn codes(activities: &[Activity]) -> String {
    activities.iter().map(|activity| activity.code()).collect::<Vec<_>>().join(", ")
}
