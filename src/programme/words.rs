//! The vocabularies of programmes.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// A service area that a progress report tells of.
    ServiceAreaKind: "service area" {
        /// Children looked after, such as their health assessments.
        ChildrenLookedAfter: "children_looked_after", "Children Looked After", "children in care";
        /// Fostering, such as visits to carers and their assessment.
        Fostering: "fostering", "Fostering";
        /// Early permanence: foster to adopt.
        FosterToAdopt: "foster_to_adopt", "Foster to Adopt";
        /// Assessment and intervention.
        AssessmentAndIntervention: "assessment_and_intervention", "Assessment & Intervention", "assessment";
        /// Work with neglected children.
        Neglect: "neglect", "Neglect";
        /// The multi-agency safeguarding hub.
        Mash: "mash", "MASH (Safeguarding Hub)", "multi-agency safeguarding hub", "front door";
        /// Residential care.
        Residential: "residential", "Residential care";
        /// Early help.
        EarlyHelp: "early_help", "Early Help";
        /// Care leavers.
        CareLeavers: "care_leavers", "Care leavers";
        /// Another one.
        Other: "other", "Other service";
    }
}

vocabulary! {
    /// What a claim says.
    ClaimKind: "claim" {
        /// That a target or a timescale is met.
        Compliant: "compliant", "compliant";
        /// That something became better.
        Improved: "improved", "improved";
        /// That something did not move.
        Stable: "stable", "stable";
    }
}

vocabulary! {
    /// What a progress report says has happened.
    ReportedFact: "reported fact" {
        /// The plan is adopted.
        PlanAdopted: "plan_adopted", "the plan is adopted";
        /// The plan is submitted.
        PlanSubmitted: "plan_submitted", "the plan is submitted";
        /// Ofsted has answered to the plan.
        PlanAnswered: "plan_answered", "Ofsted has answered to the plan";
        /// The commissioner's review has finished.
        ReviewFinished: "review_finished", "the commissioner's review has finished";
        /// A strategy is adopted.
        StrategyAdopted: "strategy_adopted", "a strategy is adopted";
    }
}
