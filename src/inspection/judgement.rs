//! What is judged, by framework and date.

use super::{Assumptions, Framework};
use crate::calendar::day;
use crate::vocabulary::vocabulary;
use chrono::NaiveDate;

vocabulary! {
    /// What a grade is given for.
    ///
    /// `care_and_leavers` and `care` are different judgements: before 1 January 2023 one grade covered
    /// children in care *and* care leavers, though official tables print the new wording for all years.
    ///
    /// # Source
    ///
    /// Ofsted, *Inspecting local authority children's services*, editions of 2024; single inspection reports.
    Judgement: "judgement" {
        /// Overall effectiveness: the single inspection framework, and ILACS until the change of April 2026.
        Overall: "overall", "Overall effectiveness";
        /// ILACS: the impact of leaders.
        Leaders: "leaders", "The impact of leaders on social work practice with children and families";
        /// ILACS: help and protection.
        HelpAndProtection: "help_protection", "The experiences and progress of children who need help and protection";
        /// ILACS inspections that started before 1 January 2023: care and care leavers in one.
        CareAndLeavers: "care_and_leavers", "The experiences and progress of children in care and care leavers";
        /// ILACS inspections that started on or after 1 January 2023: children in care alone.
        Care: "care", "The experiences and progress of children in care";
        /// ILACS inspections that started on or after 1 January 2023: care leavers alone.
        Leavers: "leavers", "The experiences and progress of care leavers";
        /// Single inspection framework, key judgement 1.
        SifHelpAndProtection: "sif_help", "Children who need help and protection";
        /// Single inspection framework, key judgement 2.
        SifLookedAfter: "sif_cla", "Children looked after and achieving permanence";
        /// Single inspection framework, graded sub-judgement 2.1.
        SifAdoption: "sif_adoption", "Adoption performance";
        /// Single inspection framework, graded sub-judgement 2.2.
        SifLeavers: "sif_leavers", "Experiences and progress of care leavers";
        /// Single inspection framework, key judgement 3.
        SifLeadership: "sif_leadership", "Leadership, management and governance";
    }
}

use Judgement::{
    Care, CareAndLeavers, HelpAndProtection, Leaders, Leavers, Overall, SifAdoption, SifHelpAndProtection,
    SifLeadership, SifLeavers, SifLookedAfter,
};

impl Judgement {
    /// The first start of an inspection that judges care leavers apart.
    pub const CARE_LEAVERS_APART_FROM: NaiveDate = day(2023, 1, 1);

    /// Whether it judges practice with children (and not leaders, nor the whole): in ILACS an Inadequate
    /// here makes overall effectiveness Inadequate.
    #[must_use]
    pub const fn is_practice(self) -> bool {
        matches!(self, HelpAndProtection | CareAndLeavers | Care | Leavers)
    }

    /// Whether it is one of the judgements that systemic failure is measured by: in the single inspection
    /// framework the three key judgements, in ILACS all but overall effectiveness.
    #[must_use]
    pub const fn is_key(self) -> bool {
        !matches!(self, Overall | SifAdoption | SifLeavers)
    }
}

impl Framework {
    /// What an inspection of this framework that starts on that day is judged on.
    ///
    /// Of the earlier inspections only an overall grade is held.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Assumptions, Framework, Judgement};
    ///
    /// let judged = |start: &str| Framework::Ilacs.judgements(start.parse().unwrap(), &Assumptions::new());
    /// assert!(judged("2022-12-05").contains(&Judgement::CareAndLeavers));
    /// assert!(judged("2023-01-16").contains(&Judgement::Leavers));
    /// assert!(!judged("2026-04-27").contains(&Judgement::Overall));
    /// ```
    #[must_use]
    pub fn judgements(self, start: NaiveDate, assumptions: &Assumptions) -> &'static [Judgement] {
        match self {
            Self::Earlier => &[Overall],
            Self::Sif => {
                &[Overall, SifHelpAndProtection, SifLookedAfter, SifAdoption, SifLeavers, SifLeadership]
            }
            Self::Ilacs => {
                let apart = start >= Judgement::CARE_LEAVERS_APART_FROM;
                match (apart, start < assumptions.no_overall_from()) {
                    (false, true) => &[Overall, Leaders, HelpAndProtection, CareAndLeavers],
                    (false, false) => &[Leaders, HelpAndProtection, CareAndLeavers],
                    (true, true) => &[Overall, Leaders, HelpAndProtection, Care, Leavers],
                    (true, false) => &[Leaders, HelpAndProtection, Care, Leavers],
                }
            }
        }
    }
}
