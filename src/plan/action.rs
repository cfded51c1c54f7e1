//! An action of the plan, and what belongs to it.

use super::EvidenceKind;
use crate::kpi::Rating;
use crate::{
    calendar::PartialDate,
    record::record,
    text::{OneLine, OneLineError},
};
use chrono::NaiveDate;

/// What an action answers.
///
/// # Wire
///
/// `{"area": 3}`, `{"requirement": "…"}` or `{"local_priority": "…"}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case", try_from = "crate::wire::Object<AnswerWire>")]
#[non_exhaustive]
pub enum Answer {
    /// An area for improvement of the inspection, by its number.
    Area(u32),
    /// A requirement of a direction or of an improvement notice.
    Requirement(OneLine),
    /// A priority of the council's own.
    LocalPriority(OneLine),
}

/// One of the three, by its name.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields, expecting = "an answer: an object with area, requirement or local_priority")]
struct AnswerWire {
    area: Option<u32>,
    requirement: Option<OneLine>,
    local_priority: Option<OneLine>,
}

impl TryFrom<crate::wire::Object<AnswerWire>> for Answer {
    type Error = &'static str;

    fn try_from(crate::wire::Object(wire): crate::wire::Object<AnswerWire>) -> Result<Self, Self::Error> {
        match (wire.area, wire.requirement, wire.local_priority) {
            (Some(number), None, None) => Ok(Self::Area(number)),
            (None, Some(requirement), None) => Ok(Self::Requirement(requirement)),
            (None, None, Some(priority)) => Ok(Self::LocalPriority(priority)),
            _ => Err("an answer has exactly one of area, requirement and local_priority"),
        }
    }
}

record! {
    /// Who answers for an action or helps with it: a role, which outlasts the person.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::Owner;
    ///
    /// let owner = Owner::in_role("Assistant Director, Corporate Parenting")?;
    /// assert_eq!(owner.role(), Some("Assistant Director, Corporate Parenting"));
    /// # Ok::<(), childrens_services::OneLineError>(())
    /// ```
    Owner, "an owner: an object with role";
    required copies {}
    required {}
    texts {
        /// The role.
        role, with_role;
        /// The name of who holds it.
        name, with_name;
    }
    days {}
    copies {}
    values {}
    lists {}
}

impl Owner {
    /// An owner by the role.
    ///
    /// # Errors
    ///
    /// Refuses a role that says nothing, and control characters in it.
    pub fn in_role(role: impl Into<String>) -> Result<Self, OneLineError> {
        Self::new().with_role(role)
    }
}

record! {
    /// A dated step of an action.
    Milestone, "a milestone: an object with due and title";
    required days {
        /// When it is due.
        due,
    }
    required copies {}
    required {
        /// What is to be there by then.
        title: OneLine,
    }
    texts {}
    days {
        /// When it was met.
        met, with_met;
    }
    copies {}
    values {}
    lists {}
}

record! {
    /// A change of an action's due date.
    DueChange, "a change of the due date: an object with changed";
    required days {
        /// When it was changed.
        changed,
    }
    required copies {}
    required {}
    texts {
        /// Why.
        reason, with_reason;
    }
    days {
        /// The due date before.
        from, with_from;
        /// The due date after.
        to, with_to;
    }
    copies {}
    values {}
    lists {}
}

record! {
    /// What shows that an action made a difference to children.
    Evidence, "evidence: an object with kind and what";
    required copies {
        /// Of what kind it is.
        kind: EvidenceKind,
    }
    required {
        /// What it shows.
        what: OneLine,
    }
    texts {}
    days {}
    copies {
        /// Of when it is.
        on: PartialDate, with_on;
    }
    values {}
    lists {}
}

record! {
    /// An action of an improvement plan.
    ///
    /// Delivery and impact are two things: a task can be complete while the measure is red. A due date that moves keeps
    /// the [`original_due`](Self::original_due) date.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Action, Answer, OneLine, Owner, Rating};
    ///
    /// // Invented.
    /// let action = Action::new(OneLine::new("10.1")?, OneLine::new("Agree a recruitment and retention offer")?)
    ///     .with_answer(Answer::Area(10))
    ///     .with_outcome("Children keep the same social worker")?
    ///     .with_accountable(Owner::in_role("Director of Children's Services")?)
    ///     .with_start("2019-06-01".parse()?)
    ///     .with_due("2019-10-31".parse()?);
    /// assert_eq!(action.derived_delivery_status("2019-09-30".parse()?), Rating::Green);
    /// // The due date is missed, and there is no plan to recover.
    /// assert_eq!(action.derived_delivery_status("2019-11-01".parse()?), Rating::Red);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Action, "an action: an object with id and step";
    required copies {}
    required {
        /// Its number or other mark, unique in the plan.
        id: OneLine,
        /// The step that is taken.
        step: OneLine,
    }
    texts {
        /// What children will experience.
        outcome, with_outcome;
        /// How an action that is off track is to be brought back.
        recovery_plan, with_recovery_plan;
    }
    days {
        /// When it starts.
        start, with_start;
        /// When it is due.
        due, with_due;
        /// When it was due before any change.
        original_due, with_original_due;
        /// When it was complete.
        completed, with_completed;
        /// When its impact was signed off, which closes it.
        signed_off, with_signed_off;
    }
    copies {
        /// The delivery status on record.
        delivery_status: Rating, with_delivery_status;
        /// The impact status on record.
        impact_status: Rating, with_impact_status;
    }
    values {}
    lists {
        /// What it answers.
        answers: Answer, with_answer;
        /// Who is accountable: one, by rule `PLAN-02`.
        accountable: Owner, with_accountable;
        /// Who helps.
        contributors: Owner, with_contributor;
        /// Its dated steps.
        milestones: Milestone, with_milestone;
        /// The ids of the actions that it waits for.
        depends_on: OneLine, with_dependency;
        /// The codes of the plan's measures that show its impact.
        measures: OneLine, with_measure;
        /// The changes of its due date.
        due_changes: DueChange, with_due_change;
        /// What shows its impact.
        evidence: Evidence, with_evidence;
    }
}

impl Action {
    /// Whether evidence of impact, dated on or before a day, is on record.
    #[must_use]
    pub fn has_evidence_on(&self, day: NaiveDate) -> bool {
        self.evidence
            .iter()
            .any(|item| item.kind().is_of_impact() && item.on().is_some_and(|on| on.first() <= day))
    }

    /// The numbers of the areas for improvement that it answers.
    pub fn areas(&self) -> impl Iterator<Item = u32> {
        self.answers.iter().filter_map(|answer| match answer {
            Answer::Area(number) => Some(*number),
            Answer::Requirement(_) | Answer::LocalPriority(_) => None,
        })
    }

    /// The action as it was known on a day.
    pub(crate) fn known_on(&self, day: NaiveDate) -> Self {
        let known = |date: &Option<NaiveDate>| date.filter(|date| *date <= day);
        let mut action = self.clone();
        action.completed = known(&self.completed);
        action.signed_off = known(&self.signed_off);
        action.evidence.retain(|item| item.on().is_none_or(|on| on.first() <= day));
        for milestone in &mut action.milestones {
            milestone.met = known(&milestone.met);
        }
        // A due date changed later stood before as the first such change says, or else the last one before it.
        let (earlier, later): (Vec<_>, Vec<_>) =
            self.due_changes.iter().partition(|change| change.changed <= day);
        if let Some(next) = later.into_iter().min_by_key(|change| change.changed) {
            let before = match earlier.into_iter().max_by_key(|change| change.changed) {
                Some(last) => last.to,
                None => self.original_due,
            };
            action.due = next.from.or(before).or(self.due);
        }
        action.due_changes.retain(|change| change.changed <= day);
        action
    }
}
