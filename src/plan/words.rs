//! The vocabularies of plans.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What shows that an action made a difference.
    EvidenceKind: "evidence kind" {
        /// An audit of practice.
        Audit: "audit", "audit";
        /// Data, such as a key performance indicator.
        Data: "data", "data";
        /// What children and young people say.
        ChildrensFeedback: "childrens_feedback", "feedback from children";
        /// What families say.
        FamiliesFeedback: "families_feedback", "feedback from families";
        /// What staff say.
        StaffFeedback: "staff_feedback", "feedback from staff";
        /// What partners say.
        PartnersFeedback: "partners_feedback", "feedback from partners";
        /// A view from outside, such as a monitoring visit or a peer review.
        ExternalView: "external_view", "external view";
        /// That the task was done, which is no evidence of impact.
        TaskCompletion: "task_completion", "completion of the task";
    }
}

impl EvidenceKind {
    /// Whether it can show impact: the completion of a task cannot.
    #[must_use]
    pub const fn is_of_impact(self) -> bool {
        !matches!(self, Self::TaskCompletion)
    }
}

vocabulary! {
    /// What a measure looks at.
    MeasureKind: "measure kind" {
        /// What children experience.
        Outcome: "outcome", "outcome measure";
        /// What the service does.
        Process: "process", "process measure";
    }
}

vocabulary! {
    /// To whom a plan is submitted.
    Recipient: "recipient" {
        /// The Secretary of State, through the Department for Education.
        SecretaryOfState: "secretary_of_state", "Secretary of State for Education", "Department for Education", "DfE";
        /// His Majesty's Chief Inspector, through Ofsted.
        ChiefInspector: "chief_inspector", "Chief Inspector", "Ofsted", "HMCI";
        /// The safeguarding partners.
        SafeguardingPartners: "safeguarding_partners", "safeguarding partners";
        /// The public.
        Public: "public", "public", "the public";
    }
}

vocabulary! {
    /// Ofsted's answer to a plan.
    AnswerOutcome: "answer to a plan" {
        /// The plan reflects the findings of the inspection.
        ReflectsFindings: "reflects_findings", "the plan reflects the findings of the inspection";
        /// It does not.
        DoesNotReflectFindings: "does_not_reflect_findings", "the plan does not reflect the findings of the inspection";
    }
}

vocabulary! {
    /// Whose voice shaped or tests the plan.
    VoiceGroup: "voice" {
        /// Children and young people.
        Children: "children", "children and young people";
        /// Parents, carers and families.
        Families: "families", "families";
        /// Staff.
        Staff: "staff", "staff";
        /// Partners.
        Partners: "partners", "partners";
    }
}
