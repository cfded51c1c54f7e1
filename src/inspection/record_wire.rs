//! An inspection on the wire.

use super::{
    Activity, AreaForImprovement, AreaForPriorityAction, Framework, Grade, Inspection, InspectionError,
    Judgement,
};
use crate::{
    authority::LocalAuthority,
    text::OneLine,
    wire::{Day, Object, optional_day},
};
use chrono::NaiveDate;
use core::fmt;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
};

#[derive(Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "an inspection: an object with authority, framework, activity and start"
)]
pub(super) struct Record {
    authority: LocalAuthority,
    framework: Framework,
    activity: Activity,
    start: Day,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "optional_day")]
    end: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "optional_day")]
    published: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "optional_day")]
    received: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Grades::is_empty")]
    judgements: Grades,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    standing_read_as: Option<Grade>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    theme: Option<OneLine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    areas_for_improvement: Option<Vec<AreaForImprovement>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    areas_for_priority_action: Vec<AreaForPriorityAction>,
}

impl TryFrom<Object<Record>> for Inspection {
    type Error = InspectionError;

    fn try_from(Object(record): Object<Record>) -> Result<Self, InspectionError> {
        let Day(start) = record.start;
        let mut inspection = Self::new(record.authority, record.framework, record.activity, start)?;
        inspection.end = record.end;
        inspection.published = record.published;
        inspection.received = record.received;
        inspection.theme = record.theme;
        inspection.areas_for_improvement = record.areas_for_improvement;
        inspection.areas_for_priority_action = record.areas_for_priority_action;
        for (judgement, grade) in record.judgements.0 {
            inspection = inspection.with_grade(judgement, grade)?;
        }
        match record.standing_read_as {
            Some(standing) => inspection.with_standing_read_as(standing),
            None => Ok(inspection),
        }
    }
}

impl From<Inspection> for Record {
    fn from(inspection: Inspection) -> Self {
        Self {
            judgements: Grades(inspection.judgements().collect()),
            authority: inspection.authority,
            framework: inspection.framework,
            activity: inspection.activity,
            start: Day(inspection.start),
            end: inspection.end,
            published: inspection.published,
            received: inspection.received,
            standing_read_as: inspection.standing_read_as,
            theme: inspection.theme,
            areas_for_improvement: inspection.areas_for_improvement,
            areas_for_priority_action: inspection.areas_for_priority_action,
        }
    }
}

/// From judgement to grade, each as often as it is written: a second one is refused, not forgotten.
#[derive(Default)]
struct Grades(Vec<(Judgement, Grade)>);

impl Grades {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Grades {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

impl<'de> Deserialize<'de> for Grades {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = Grades;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object from judgement to grade")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Grades, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Grades(pairs))
            }
        }

        deserializer.deserialize_map(Pairs)
    }
}
