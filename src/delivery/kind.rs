//! Who delivers children's services, and who stays responsible.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// A kind of delivery model for children's services.
    ///
    /// "Children's Trust" is a label for the three company kinds; before about 2010 the same words meant a
    /// local partnership board.
    ///
    /// In every kind the council keeps the statutory responsibility, its own Director of Children's Services
    /// and its Lead Member, and is the body that Ofsted inspects.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::DeliveryModelKind;
    ///
    /// let trust = DeliveryModelKind::CouncilOwnedCompany;
    /// assert_eq!(trust.delivered_by(), "the company");
    /// assert_eq!(trust.accountable(), "the council");
    /// assert!(trust.is_childrens_trust());
    /// ```
    DeliveryModelKind: "delivery model" {
        /// The council delivers.
        InHouse: "in_house", "In-house";
        /// A stronger authority advises or lends leaders; the council still delivers.
        ImprovementPartnership: "improvement_partnership", "Improvement partnership";
        /// Another council's leaders run the service under an agreement.
        PartnershipLed: "partnership_led", "Partnership-led service";
        /// Councils share a service and a director by choice.
        SharedService: "shared_service", "Shared service";
        /// A company wholly owned by the council, with an operationally independent board and a contract.
        CouncilOwnedCompany: "council_owned_company", "Council-owned company";
        /// A company owned by two or more councils.
        JointlyOwnedCompany: "jointly_owned_company", "Jointly owned company";
        /// A company that the council does not own, set up by direction.
        IndependentCompany: "independent_company", "Independent company";
        /// The Secretary of State's nominee exercises the functions.
        ExecutiveControl: "executive_control", "Executive control";
    }
}

impl DeliveryModelKind {
    /// Who delivers the services.
    #[must_use]
    pub const fn delivered_by(self) -> &'static str {
        match self {
            Self::InHouse | Self::ImprovementPartnership => "the council",
            Self::PartnershipLed => "the council under the partner's leadership",
            Self::SharedService => "the councils jointly",
            Self::CouncilOwnedCompany | Self::JointlyOwnedCompany | Self::IndependentCompany => "the company",
            Self::ExecutiveControl => "the nominee",
        }
    }

    /// Who stays responsible by statute: the council in every kind.
    #[must_use]
    pub const fn accountable(self) -> &'static str {
        "the council"
    }

    /// Whether a company delivers: what is called a Children's Trust.
    #[must_use]
    pub const fn is_childrens_trust(self) -> bool {
        matches!(self, Self::CouncilOwnedCompany | Self::JointlyOwnedCompany | Self::IndependentCompany)
    }

    /// Whether it is an alternative delivery model (ADM) that a direction can order: a company, or a service
    /// that another council leads.
    #[must_use]
    pub const fn is_alternative(self) -> bool {
        self.is_childrens_trust() || matches!(self, Self::PartnershipLed)
    }
}

vocabulary! {
    /// Where a delivery model stands.
    DeliveryStatus: "delivery status" {
        /// Planned, perhaps ordered; not delivering yet.
        Planned: "planned", "planned";
        /// Delivering.
        Operational: "operational", "operational";
        /// Ended; the council or another model delivers.
        Ended: "ended", "ended";
        /// Dropped before it began: never operational.
        Cancelled: "cancelled", "cancelled", "never_operational";
    }
}

vocabulary! {
    /// How a delivery model came about.
    DeliveryOrigin: "origin" {
        /// By the council's own choice.
        Voluntary: "voluntary", "voluntary";
        /// Agreed by the council while it was under intervention.
        VoluntaryUnderIntervention: "voluntary_under_intervention", "voluntary, under intervention";
        /// Ordered by the Secretary of State.
        Mandated: "mandated", "mandated";
        /// Taken over from an authority that was abolished.
        Successor: "successor", "from an abolished authority";
    }
}

vocabulary! {
    /// A post that every council with children's services has of its own, whoever delivers them.
    ///
    /// # Source
    ///
    /// Children Act 2004 ss18 and 19.
    StatutoryPost: "statutory post" {
        /// Director of Children's Services.
        DirectorOfChildrensServices: "director_of_childrens_services", "Director of Children's Services", "DCS";
        /// Lead Member for Children's Services.
        LeadMember: "lead_member", "Lead Member for Children's Services";
    }
}
