//! The words of governance.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What kind of post it is.
    ///
    /// # Source
    ///
    /// Children Act 2004 s18 (Director of Children's Services) and s19 (Lead Member).
    PostKind: "kind of post" {
        /// The officer who is professionally accountable for children's services: one per authority.
        DirectorOfChildrensServices: "director_of_childrens_services", "Director of Children's Services", "DCS";
        /// The member of the executive who is politically accountable for them: one per authority.
        LeadMember: "lead_member", "Lead Member for Children's Services";
        /// The chief executive.
        ChiefExecutive: "chief_executive", "chief executive";
        /// The leader of the council.
        Leader: "leader", "Leader of the council";
        /// Any other.
        Other: "other", "other post";
    }
}

impl PostKind {
    /// Whether every authority must have one: the Director of Children's Services and the Lead Member.
    #[must_use]
    pub const fn is_statutory(self) -> bool {
        matches!(self, Self::DirectorOfChildrensServices | Self::LeadMember)
    }
}

vocabulary! {
    /// On what terms a post is held.
    AppointmentBasis: "basis of an appointment" {
        /// For good.
        Permanent: "permanent", "permanent";
        /// Until somebody is appointed for good.
        Interim: "interim", "interim";
    }
}

vocabulary! {
    /// As what somebody holds a post or sits on a body.
    Capacity: "capacity" {
        /// An elected member of the executive.
        ExecutiveMember: "executive_member", "elected member of the executive";
        /// An elected member who is not of the executive.
        Member: "member", "elected member, not of the executive";
        /// Employed by the council.
        Officer: "officer", "council employee";
        /// Of no organisation concerned.
        Independent: "independent", "independent";
        /// Of an organisation that works with the council.
        Partner: "partner", "of a partner organisation";
        /// Appointed by the Secretary of State under a direction.
        Commissioner: "commissioner", "commissioner";
    }
}

impl Capacity {
    /// Whether it is that of an elected member or of an employee.
    pub(super) const fn is_of_the_council(self) -> bool {
        matches!(self, Self::ExecutiveMember | Self::Member | Self::Officer)
    }
}

vocabulary! {
    /// For whom a member of a body speaks.
    Representation: "representation" {
        /// The council.
        Council: "council", "council";
        /// The integrated care board, which took the place of the clinical commissioning groups.
        IntegratedCareBoard: "integrated_care_board", "integrated care board", "ICB";
        /// The police.
        Police: "police", "police";
        /// Schools, colleges and early years.
        Education: "education", "education";
        /// Charities and community organisations.
        VoluntarySector: "voluntary_sector", "voluntary sector";
        /// Carers, foster carers among them.
        Carers: "carers", "carers";
        /// Children and young people.
        YoungPeople: "young_people", "young people";
        /// The Department for Education.
        Department: "department", "Department for Education", "DfE";
    }
}

impl Representation {
    /// Whether it is one of the three safeguarding partners.
    ///
    /// # Source
    ///
    /// Children Act 2004 s16E: the local authority, the integrated care board, the chief officer of police.
    #[must_use]
    pub const fn is_safeguarding_partner(self) -> bool {
        matches!(self, Self::Council | Self::IntegratedCareBoard | Self::Police)
    }
}

vocabulary! {
    /// What kind of body it is.
    BodyKind: "kind of body" {
        /// The executive, which adopts the plan.
        Cabinet: "cabinet", "cabinet";
        /// All members of the council.
        FullCouncil: "full_council", "full council";
        /// Members who are not of the executive: they examine and recommend, and cannot decide.
        ScrutinyCommittee: "scrutiny_committee", "scrutiny or select committee", "scrutiny committee", "select committee";
        /// For children in care and care leavers.
        CorporateParentingPanel: "corporate_parenting_panel", "corporate parenting panel";
        /// Several organisations, which challenge delivery, normally with an independent chair.
        ImprovementBoard: "improvement_board", "improvement board";
        /// Any other.
        Other: "other", "other body";
    }
}

vocabulary! {
    /// What a meeting considered.
    Subject: "subject" {
        /// Ofsted's report.
        InspectionReport: "inspection_report", "inspection report";
        /// The improvement plan before its adoption.
        DraftImprovementPlan: "draft_improvement_plan", "draft improvement plan";
        /// The improvement plan.
        ImprovementPlan: "improvement_plan", "improvement plan";
        /// A report on progress.
        ProgressReport: "progress_report", "progress report";
        /// A strategy.
        Strategy: "strategy", "strategy";
        /// Anything else.
        Other: "other", "other subject";
    }
}

vocabulary! {
    /// How far a strategy has come.
    StrategyState: "state of a strategy" {
        /// Being prepared.
        InPreparation: "in_preparation", "in preparation";
        /// A draft is there.
        Draft: "draft", "draft";
        /// Adopted by the executive.
        Adopted: "adopted", "adopted";
        /// Adopted and published.
        Published: "published", "published";
    }
}

vocabulary! {
    /// Who writes a strategy.
    Authorship: "authorship" {
        /// The council with its partners.
        CoProduced: "co_produced", "co-produced with partners";
        /// The council alone.
        CouncilAlone: "council_alone", "the council alone";
    }
}

vocabulary! {
    /// Whom a strategy binds.
    Reach: "reach" {
        /// The council and its partners.
        MultiAgency: "multi_agency", "multi-agency";
        /// The council.
        Council: "council", "the council";
    }
}
