//! What an inspection found wanting.

use crate::calendar::day;
use crate::text::{OneLine, OneLineError};
use crate::wire::Object;
use chrono::NaiveDate;

/// Which area for improvement of which inspection: the day the inspection started, and the area's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AreaReference {
    /// The first day of the inspection.
    pub inspection_start: NaiveDate,
    /// The area's number in its report.
    pub number: u32,
}

/// An area for improvement of an inspection report or a visit's letter: "what needs to improve".
///
/// It must be answered in the action plan. Numbers are unique within a report (rule `INS-20`).
///
/// # Examples
///
/// ```
/// use childrens_services::AreaForImprovement;
///
/// // West Sussex 2023: care for homeless 16 and 17-year-olds is still an area, as it was number 3 in 2019.
/// let area = AreaForImprovement::new(3, "Homeless 16 and 17-year-olds")?
///     .repeating("2019-02-25".parse()?, 3);
/// assert_eq!(area.repeats().map(|earlier| earlier.number), Some(3));
/// assert!(AreaForImprovement::new(1, "").is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(from = "Object<wire::Area>", into = "wire::Area")]
pub struct AreaForImprovement {
    number: u32,
    label: OneLine,
    detail: Option<OneLine>,
    repeats: Option<AreaReference>,
}

impl AreaForImprovement {
    /// An area by its number in the report, with a label.
    ///
    /// # Errors
    ///
    /// Refuses a label that says nothing, and control characters in it.
    pub fn new(number: u32, label: impl Into<String>) -> Result<Self, OneLineError> {
        Ok(Self { number, label: OneLine::new(label)?, detail: None, repeats: None })
    }

    /// Adds the report's own text.
    ///
    /// # Errors
    ///
    /// Refuses a text that says nothing, and control characters in it.
    pub fn with_detail(mut self, detail: impl Into<String>) -> Result<Self, OneLineError> {
        self.detail = Some(OneLine::new(detail)?);
        Ok(self)
    }

    /// Says that it repeats an area of an earlier inspection, by the first day of that inspection.
    #[must_use]
    pub const fn repeating(mut self, inspection_start: NaiveDate, number: u32) -> Self {
        self.repeats = Some(AreaReference { inspection_start, number });
        self
    }

    /// Its number in the report.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// Its label.
    #[must_use]
    pub fn label(&self) -> &str {
        self.label.as_str()
    }

    /// The report's own text, where it is recorded.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_ref().map(OneLine::as_str)
    }

    /// The area of an earlier inspection that it repeats.
    #[must_use]
    pub const fn repeats(&self) -> Option<AreaReference> {
        self.repeats
    }
}

/// An area for priority action: a serious weakness that puts children at risk of inadequate protection or
/// significant harm.
///
/// A draft action plan is due to Ofsted 20 working days after the letter, the final plan 70 working days
/// after it; both deadlines belong on record (rule `INS-21`).
///
/// # Source
///
/// ILACS since September 2018 (CYPNow, 16 August 2018).
///
/// [`Inspection::with_priority_action_deadlines`](super::Inspection::with_priority_action_deadlines) sets both
/// from the receipt of the letter.
///
/// # Examples
///
/// ```
/// use childrens_services::{
///     Activity, AreaForPriorityAction, Framework, Inspection, LocalAuthority, WorkingDays,
/// };
///
/// // Invented.
/// let visit = Inspection::new(
///     LocalAuthority::with_ons_code("E10000032")?,
///     Framework::Ilacs,
///     Activity::FocusedVisit,
///     "2019-04-16".parse()?,
/// )?
/// .with_received("2019-05-08".parse()?)
/// .with_area_for_priority_action(AreaForPriorityAction::new("Children wait for a first visit")?)
/// .with_priority_action_deadlines(&WorkingDays::england())?;
/// let area = &visit.areas_for_priority_action()[0];
/// assert_eq!(area.draft_due(), Some("2019-06-06".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(from = "Object<wire::Priority>", into = "wire::Priority")]
pub struct AreaForPriorityAction {
    label: OneLine,
    pub(super) draft_due: Option<NaiveDate>,
    pub(super) final_due: Option<NaiveDate>,
}

impl AreaForPriorityAction {
    /// The first start of a visit or an inspection whose areas for priority action have these deadlines:
    /// Ofsted asks for the plans since September 2018.
    pub const DEADLINES_FROM: NaiveDate = day(2018, 9, 1);
    /// Working days from receipt of the letter to the draft action plan.
    pub const DRAFT_WORKING_DAYS: u32 = 20;
    /// Working days from receipt of the letter to the final action plan.
    pub const FINAL_WORKING_DAYS: u32 = 70;

    /// An area with no deadlines on record yet.
    ///
    /// # Errors
    ///
    /// Refuses a label that says nothing, and control characters in it.
    pub fn new(label: impl Into<String>) -> Result<Self, OneLineError> {
        Ok(Self { label: OneLine::new(label)?, draft_due: None, final_due: None })
    }

    /// Records when the draft action plan is due.
    #[must_use]
    pub const fn with_draft_due(mut self, day: NaiveDate) -> Self {
        self.draft_due = Some(day);
        self
    }

    /// Records when the final action plan is due.
    #[must_use]
    pub const fn with_final_due(mut self, day: NaiveDate) -> Self {
        self.final_due = Some(day);
        self
    }

    /// Its label.
    #[must_use]
    pub fn label(&self) -> &str {
        self.label.as_str()
    }

    /// When the draft action plan is due, where it is recorded.
    #[must_use]
    pub const fn draft_due(&self) -> Option<NaiveDate> {
        self.draft_due
    }

    /// When the final action plan is due, where it is recorded.
    #[must_use]
    pub const fn final_due(&self) -> Option<NaiveDate> {
        self.final_due
    }
}

mod wire {
    use super::{AreaForImprovement, AreaForPriorityAction, AreaReference, NaiveDate, OneLine};
    use crate::wire::{Day, Object, optional_day};
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields, expecting = "an area for improvement: an object with number and label")]
    pub(super) struct Area {
        number: u32,
        label: OneLine,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        detail: Option<OneLine>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        repeats: Option<Object<Reference>>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(
        deny_unknown_fields,
        expecting = "a reference to an area: an object with inspection_start and number"
    )]
    struct Reference {
        inspection_start: Day,
        number: u32,
    }

    impl From<Object<Area>> for AreaForImprovement {
        fn from(Object(Area { number, label, detail, repeats }): Object<Area>) -> Self {
            let repeats =
                repeats.map(|Object(Reference { inspection_start: Day(inspection_start), number })| {
                    AreaReference { inspection_start, number }
                });
            Self { number, label, detail, repeats }
        }
    }

    impl From<AreaForImprovement> for Area {
        fn from(AreaForImprovement { number, label, detail, repeats }: AreaForImprovement) -> Self {
            let repeats = repeats.map(|AreaReference { inspection_start, number }| {
                Object(Reference { inspection_start: Day(inspection_start), number })
            });
            Self { number, label, detail, repeats }
        }
    }

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields, expecting = "an area for priority action: an object with label")]
    pub(super) struct Priority {
        label: OneLine,
        #[serde(default, skip_serializing_if = "Option::is_none", with = "optional_day")]
        draft_due: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none", with = "optional_day")]
        final_due: Option<NaiveDate>,
    }

    impl From<Object<Priority>> for AreaForPriorityAction {
        fn from(Object(Priority { label, draft_due, final_due }): Object<Priority>) -> Self {
            Self { label, draft_due, final_due }
        }
    }

    impl From<AreaForPriorityAction> for Priority {
        fn from(AreaForPriorityAction { label, draft_due, final_due }: AreaForPriorityAction) -> Self {
            Self { label, draft_due, final_due }
        }
    }
}
