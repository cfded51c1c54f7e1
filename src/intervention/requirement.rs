//! What events need.

use super::rules::{INT_01, INT_02, INT_03, INT_04, INT_06, INT_08, INT_09, INT_11, INT_13, INT_14, INT_16};
use crate::{rules::Rule, vocabulary::vocabulary};

vocabulary! {
    /// What an event needs before it can happen.
    Requirement: "requirement" {
        /// An Inadequate standing, or a reason.
        InadequateOrConcern: "inadequate_or_concern", "an Inadequate inspection report, or a reason that states the serious concern";
        /// An Inadequate standing, or an area for priority action.
        InadequateOrPriorityAction: "inadequate_or_priority_action", "an Inadequate inspection report, or an area for priority action in a letter";
        /// A new Inadequate report, or a reason.
        NewFailure: "new_failure", "an Inadequate inspection report published since support began, or a reason that states the Department's finding";
        /// The notice is no direction.
        NoticeNotStatutory: "notice_not_statutory", "no legal basis for a notice but administrative";
        /// A direction and a power it rests on.
        DirectionWithPower: "direction_with_power", "a direction that rests on a power to direct: Education Act 1996 s497A(4), (4A) or (4B)";
        /// A direction of the nominee's power.
        NomineePower: "nominee_power", "a direction that rests on Education Act 1996 s497A(4A)";
        /// The statutory test.
        StatutoryTestStated: "statutory_test", "the statutory test of Education Act 1996 s497A that is met";
        /// The inspection cited.
        InspectionCited: "inspection_cited", "the publication day of the inspection report that the reasons cite";
        /// The direction replaced.
        DirectionReplaced: "direction_replaced", "the publication date of the open direction that this one replaces";
        /// Who reviews, and by when.
        ReviewNamed: "review_named", "the commissioner's name and the day by which the report is due";
        /// The commissioner's report.
        ReportReceived: "report_received", "the commissioner's report, received on or before the decision";
        /// A later report that shows improvement.
        LaterReportOfImprovement: "later_report_of_improvement", "a later commissioner's report that shows improvement (recommends to wait and review again, that the council keeps control, or a partnership)";
        /// A report that the model is not needed.
        ReportModelNotNeeded: "report_model_not_needed", "a commissioner's report that the alternative delivery model is not needed (recommends that the council keeps control, or a partnership)";
        /// A report that recommends a step down.
        ReportOfStepDown: "report_of_step_down", "a commissioner's report that recommends to step down";
        /// Reasons against the presumption.
        CompellingReasons: "compelling_reasons", "compelling reasons, where the failure is persistent or systemic";
        /// The model ordered.
        ModelNamed: "model_named", "the kind of alternative delivery model ordered";
        /// The review of a pause.
        PauseReviewed: "pause_reviewed", "a day by which the pause is reviewed, at most 12 months ahead";
        /// A deterioration.
        Deterioration: "deterioration", "a reason that states the deterioration";
        /// Evidence of improvement.
        Evidence: "evidence", "a reason that states the evidence of improvement, such as visit letters";
        /// The day services transfer.
        GoLiveReached: "go_live_reached", "the go-live day, reached";
        /// The contract.
        Contract: "contract", "the contract or agreement";
        /// The record of the model.
        ModelOnRecord: "model_on_record", "a delivery model on record, of the kind ordered, that starts on the same day";
        /// The re-inspection.
        Reinspection: "reinspection", "a re-inspection published since the direction, after which the authority is not Inadequate";
        /// The re-inspection, or a review.
        ReinspectionOrReview: "reinspection_or_review", "a re-inspection published since intervention began, after which the authority is not Inadequate, or a satisfactory review";
        /// A review that was satisfied.
        SatisfactoryReview: "satisfactory_review", "a satisfactory review";
        /// The reviews of support.
        SupportReviews: "support_reviews", "every review of support held so far satisfactory (two are usual, at about 6 and 12 months)";
        /// Who succeeds.
        SuccessorNamed: "successor_named", "the successor authority or authorities";
    }
}

impl Requirement {
    /// The rule that an event breaks which lacks it.
    #[must_use]
    pub const fn rule(self) -> &'static Rule {
        match self {
            Self::NoticeNotStatutory => &INT_03,
            Self::DirectionWithPower | Self::NomineePower | Self::StatutoryTestStated => &INT_02,
            Self::InspectionCited => &INT_04,
            Self::DirectionReplaced => &INT_13,
            Self::ReviewNamed => &INT_06,
            Self::ReportReceived => &INT_08,
            Self::CompellingReasons => &INT_09,
            Self::PauseReviewed => &INT_11,
            Self::ModelOnRecord => &INT_16,
            Self::Reinspection => &INT_14,
            _ => &INT_01,
        }
    }
}
