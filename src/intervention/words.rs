//! The words of statutory intervention.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Where an authority stands in one episode of intervention.
    ///
    /// It is independent of the delivery model: a direction can be lifted while a partnership goes on, and a
    /// company can close while intervention goes on.
    InterventionStatus: "status" {
        /// No intervention, or sector-led support only.
        NoIntervention: "none", "No intervention";
        /// The Department has appointed an improvement adviser.
        Adviser: "adviser", "Improvement adviser";
        /// An improvement notice is in force: not statutory.
        Notice: "notice", "Improvement notice";
        /// A direction is in force; a commissioner reviews whether the council keeps control.
        DirectionReview: "direction_review", "Direction, commissioner's review";
        /// A direction is in force; the council keeps control.
        DirectionRetained: "direction_retained", "Direction, control retained";
        /// A direction orders an alternative delivery model (ADM), such as a Children's Trust.
        AdmOrdered: "adm_ordered", "Alternative delivery model ordered";
        /// The order for an alternative delivery model is paused.
        AdmPaused: "adm_paused", "Alternative delivery model paused";
        /// The alternative delivery model delivers the services, under a direction.
        AdmOperational: "adm_operational", "Alternative delivery model operational";
        /// The Secretary of State's nominee exercises the functions.
        ExecutiveControl: "executive_control", "Executive control by a nominee";
        /// Intervention was lifted; support and supervision follow.
        Support: "support", "Support and supervision";
        /// The episode is over. A later failure opens a new one.
        Exited: "exited", "Exited";
        /// The authority was abolished; its successors have episodes of their own.
        Superseded: "superseded", "Superseded";
    }
}

impl InterventionStatus {
    /// Whether a direction is in force.
    #[must_use]
    pub const fn is_statutory(self) -> bool {
        matches!(
            self,
            Self::DirectionReview
                | Self::DirectionRetained
                | Self::AdmOrdered
                | Self::AdmPaused
                | Self::AdmOperational
                | Self::ExecutiveControl
        )
    }

    /// Whether nothing can follow in this episode.
    #[must_use]
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Exited | Self::Superseded)
    }

    /// The rung of the ladder, from 0 (none) to 6 (executive control), with 9 for support and supervision
    /// after exit, so the numbers are names and no order of gravity; none for an authority that is no more.
    #[must_use]
    pub const fn level(self) -> Option<u8> {
        match self {
            Self::NoIntervention | Self::Exited => Some(0),
            Self::Adviser => Some(1),
            Self::Notice => Some(2),
            Self::DirectionReview => Some(3),
            Self::DirectionRetained => Some(4),
            Self::AdmOrdered | Self::AdmPaused | Self::AdmOperational => Some(5),
            Self::ExecutiveControl => Some(6),
            Self::Support => Some(9),
            Self::Superseded => None,
        }
    }
}

vocabulary! {
    /// The power that a document rests on.
    ///
    /// # Source
    ///
    /// Education Act 1996, version of 7 August 2013; Children Act 2004 s50 and its explanatory notes; Local
    /// Government Act 1999 s15; Department for Education, written answer of 27 May 2022 (notices).
    LegalBasis: "legal basis" {
        /// Education Act 1996 s497A(4): a specified person performs the function on the authority's behalf.
        Section497A4: "s497a_4", "Education Act 1996 s497A(4)";
        /// Education Act 1996 s497A(4A): the Secretary of State or a nominee exercises the function.
        Section497A4A: "s497a_4a", "Education Act 1996 s497A(4A)";
        /// Education Act 1996 s497A(4B): any other direction expedient to secure an adequate standard.
        Section497A4B: "s497a_4b", "Education Act 1996 s497A(4B)";
        /// Children Act 2004 s50: applies s497A to children's social services.
        ChildrenAct2004Section50: "children_act_2004_s50", "Children Act 2004 s50";
        /// Education Act 1996 s497AA: the duty to cooperate with those who exercise a power.
        Section497AA: "s497aa", "Education Act 1996 s497AA";
        /// Education Act 1996 s497B: access and information.
        Section497B: "s497b", "Education Act 1996 s497B";
        /// Local Government Act 1999 s15: best value, another regime than that of children's services.
        LocalGovernmentAct1999Section15: "lga_1999_s15", "Local Government Act 1999 s15";
        /// None: an administrative document such as an improvement notice.
        Administrative: "administrative", "none (administrative)";
    }
}

impl LegalBasis {
    /// Whether a direction to an authority about its children's services can rest on it.
    #[must_use]
    pub const fn directs(self) -> bool {
        matches!(self, Self::Section497A4 | Self::Section497A4A | Self::Section497A4B)
    }
}

vocabulary! {
    /// The statutory test that a direction states as met.
    StatutoryTest: "statutory test" {
        /// Education Act 1996 s497A(2): the authority is failing to perform a function to an adequate
        /// standard, or at all.
        Failing: "s497a_2", "failing to perform a function to an adequate standard";
        /// Education Act 1996 s497A(2A): an earlier direction was given, and without one the authority would
        /// be likely to fail.
        LikelyToFail: "s497a_2a", "likely to fail without a further direction";
    }
}

vocabulary! {
    /// Who decides, or advises.
    DecisionMaker: "decision maker" {
        /// The Secretary of State.
        SecretaryOfState: "secretary_of_state", "Secretary of State";
        /// The Department for Education.
        Department: "department", "Department for Education", "DfE";
        /// A commissioner, who recommends and never decides.
        Commissioner: "commissioner", "commissioner";
        /// The council.
        Council: "council", "council";
        /// Ofsted, which inspects and never decides on intervention.
        Ofsted: "ofsted", "Ofsted";
    }
}

impl DecisionMaker {
    /// Whether they can decide on intervention.
    #[must_use]
    pub const fn decides(self) -> bool {
        matches!(self, Self::SecretaryOfState | Self::Department)
    }
}

vocabulary! {
    /// What a commissioner recommends. The Secretary of State decides and may differ.
    Recommendation: "recommendation" {
        /// The council keeps control, with conditions and oversight: Sefton 2022, Devon 2025.
        RetainControl: "retain_control", "the council keeps control";
        /// An alternative delivery model, voluntary or directed: Sandwell 2016, West Sussex 2019.
        AlternativeDeliveryModel: "alternative_delivery_model", "an alternative delivery model";
        /// A partnership with a stronger authority: Torbay 2017.
        Partnership: "partnership", "a partnership with a stronger authority";
        /// An executive commissioner: the alternative put forward for Sandwell 2016.
        ExecutiveCommissioner: "executive_commissioner", "an executive commissioner";
        /// Wait and review again.
        ReviewAgain: "review_again", "wait and review again";
        /// Step down to a notice.
        StepDown: "step_down", "step down to a notice";
        /// Wider corporate intervention.
        CorporateIntervention: "corporate_intervention", "wider corporate intervention";
    }
}

vocabulary! {
    /// A failure that carries the presumption that services leave the council's control unless there are
    /// compelling reasons.
    ///
    /// # Source
    ///
    /// Lord Nash, written answer to a question of 11 April 2016.
    Failure: "failure" {
        /// Inadequate more than once within five years.
        Persistent: "persistent", "persistent failure";
        /// Inadequate on all key judgements.
        Systemic: "systemic", "systemic failure";
    }
}

vocabulary! {
    /// What happens in a case of intervention.
    EventKind: "event" {
        /// The Department appoints an improvement adviser.
        AdviserAppointed: "adviser_appointed", "adviser appointed";
        /// An improvement notice is issued.
        NoticeIssued: "notice_issued", "improvement notice issued";
        /// A direction is given that names a commissioner to review whether the council keeps control.
        ReviewDirected: "review_directed", "direction with commissioner's review";
        /// A direction is given without a review of control.
        DirectionGiven: "direction_given", "direction without control review";
        /// The Secretary of State decides that the council keeps control.
        ControlRetained: "control_retained", "council keeps control";
        /// The Secretary of State orders an alternative delivery model.
        AdmOrdered: "adm_ordered", "alternative delivery model ordered";
        /// The Secretary of State's nominee takes the functions.
        NomineeTakesFunctions: "nominee_takes_functions", "nominee takes the functions";
        /// The order for an alternative delivery model is paused.
        AdmPaused: "adm_paused", "alternative delivery model paused";
        /// The paused order is resumed.
        AdmResumed: "adm_resumed", "alternative delivery model resumed";
        /// The order for an alternative delivery model is rescinded.
        AdmRescinded: "adm_rescinded", "alternative delivery model rescinded";
        /// The services transfer to the alternative delivery model.
        ServicesTransferred: "services_transferred", "services transferred";
        /// The direction is revised or replaced; the status stays.
        DirectionRevised: "direction_revised", "direction revised";
        /// A notice takes the place of the direction, while the authority is still Inadequate.
        SteppedDown: "stepped_down", "stepped down to a notice";
        /// The direction, notice or adviser is lifted; support and supervision follow.
        InterventionLifted: "intervention_lifted", "intervention lifted";
        /// The notice is lifted without a period of support.
        LiftedWithoutSupport: "lifted_without_support", "notice lifted without support period";
        /// Support and supervision end.
        SupportEnded: "support_ended", "support ended";
        /// The authority is abolished.
        AuthorityAbolished: "authority_abolished", "authority abolished";
    }
}

vocabulary! {
    /// What a review found.
    ReviewOutcome: "review outcome" {
        /// Satisfied.
        Satisfactory: "satisfactory", "satisfactory";
        /// Not satisfied.
        NotSatisfactory: "not_satisfactory", "not satisfactory";
    }
}
