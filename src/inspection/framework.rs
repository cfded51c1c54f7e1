//! Inspection frameworks and what inspectors do under them.

use crate::{calendar::day, vocabulary::vocabulary};
use chrono::NaiveDate;

vocabulary! {
    /// The framework that an inspection follows.
    ///
    /// The framework announced for 2027 is not among them: nothing of it is established yet.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::Framework;
    ///
    /// assert_eq!("ILACS".parse::<Framework>()?, Framework::Ilacs);
    /// assert!(Framework::Sif.was_in_use_on("2016-01-20".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Framework: "framework" {
        /// The inspections before the single inspection framework, with another scale of grades.
        Earlier: "earlier", "Inspections before November 2013", "PRE2013";
        /// The single inspection framework (SIF): inspection of services for children in need of help and
        /// protection, children looked after and care leavers.
        Sif: "sif", "Single inspection framework";
        /// Inspecting local authority children's services (ILACS).
        Ilacs: "ilacs", "Inspecting local authority children's services";
    }
}

impl Framework {
    /// The first day on which an inspection started, where there is a first.
    ///
    /// # Source
    ///
    /// Ofsted, *Local authority inspection outcomes as at 31 March 2025*; published single inspection reports.
    #[must_use]
    pub const fn first_start(self) -> Option<NaiveDate> {
        match self {
            Self::Earlier => None,
            Self::Sif => Some(day(2013, 11, 19)),
            Self::Ilacs => Some(day(2018, 1, 29)),
        }
    }

    /// The last day on which an inspection started, where the framework has ended.
    #[must_use]
    pub const fn last_start(self) -> Option<NaiveDate> {
        match self {
            Self::Earlier => Some(day(2013, 11, 18)),
            Self::Sif => Some(day(2018, 6, 11)),
            Self::Ilacs => None,
        }
    }

    /// Whether inspections started under this framework around that day: the single inspection framework
    /// and ILACS overlap in 2018.
    #[must_use]
    pub fn was_in_use_on(self, start: NaiveDate) -> bool {
        self.first_start().is_none_or(|first| first <= start)
            && self.last_start().is_none_or(|last| start <= last)
    }

    /// What inspectors do under this framework.
    #[must_use]
    pub const fn activities(self) -> &'static [Activity] {
        match self {
            Self::Earlier => &[Activity::FullInspection],
            Self::Sif => {
                &[Activity::FullInspection, Activity::MonitoringVisit, Activity::JointTargetedAreaInspection]
            }
            Self::Ilacs => &[
                Activity::StandardInspection,
                Activity::ShortInspection,
                Activity::FocusedVisit,
                Activity::MonitoringVisit,
                Activity::JointTargetedAreaInspection,
                Activity::AnnualConversation,
                Activity::AssuranceVisit,
            ],
        }
    }
}

vocabulary! {
    /// What inspectors do at a local authority.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::Activity;
    ///
    /// assert!(Activity::ShortInspection.is_graded());
    /// assert!(!"focused visit".parse::<Activity>()?.is_graded());
    /// # Ok::<(), childrens_services::WordError>(())
    /// ```
    Activity: "activity" {
        /// The graded inspection of a framework that has only one kind: the single inspection framework
        /// and the earlier ones.
        FullInspection: "full", "Full inspection";
        /// A standard inspection: two weeks on site.
        StandardInspection: "standard", "Standard inspection";
        /// A short inspection: one week on site, for authorities that were Good or Outstanding.
        ShortInspection: "short", "Short inspection";
        /// A focused visit: two days, no grade, a published letter.
        FocusedVisit: "focused_visit", "Focused visit";
        /// A monitoring visit to an authority that is Inadequate: about two days, no grade.
        MonitoringVisit: "monitoring_visit", "Monitoring visit";
        /// A joint targeted area inspection of a local area with other inspectorates: narrative, no grade.
        JointTargetedAreaInspection: "jtai", "Joint targeted area inspection";
        /// The yearly engagement meeting: no grade, nothing published.
        AnnualConversation: "annual_conversation", "Annual conversation", "Engagement meeting";
        /// An assurance visit in the pandemic pause of 2020 and 2021: no grade, a letter.
        AssuranceVisit: "assurance_visit", "Assurance visit";
    }
}

impl Activity {
    /// Whether it ends with grades on the four-point scale.
    #[must_use]
    pub const fn is_graded(self) -> bool {
        matches!(self, Self::FullInspection | Self::StandardInspection | Self::ShortInspection)
    }

    /// With its article, for a message: `an annual conversation`.
    pub(super) fn with_article(self) -> String {
        let label = self.label().to_lowercase();
        let article = if label.starts_with('a') { "an" } else { "a" };
        format!("{article} {label}")
    }

    /// The usual length on site in calendar days, first and last included, where there is one.
    ///
    /// # Source
    ///
    /// The dates of 102 published ILACS reports: 12 days from a Monday to the Friday of the second week in a
    /// standard inspection, 5 in a short one.
    #[must_use]
    pub const fn usual_days_on_site(self) -> Option<u32> {
        match self {
            Self::StandardInspection => Some(12),
            Self::ShortInspection => Some(5),
            _ => None,
        }
    }
}
