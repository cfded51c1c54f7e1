//! What happens in a case, and what is on record of it.

use super::{DecisionMaker, EventKind, Failure, LegalBasis, Recommendation, ReviewOutcome, StatutoryTest};
use crate::delivery::{DeliveryModelKind, Document};
use crate::{
    authority::LocalAuthority,
    calendar::PartialDate,
    record::record,
    text::{OneLine, OneLineError},
};
use chrono::NaiveDate;

record! {
    /// A direction of the Secretary of State: statutory.
    ///
    /// Its title and date are those of the event's [`Document`].
    Direction, "a direction: an object with legal_basis";
    required copies {}
    required {}
    texts {}
    days {
        /// The day on which the inspection report that the reasons cite was published.
        cites_report_of, with_cites_report_of;
    }
    copies {
        /// The statutory test that the direction states as met.
        statutory_test: StatutoryTest, with_statutory_test;
        /// When the direction that this one replaces was published, as precisely as it is known.
        replaces: PartialDate, with_replaces;
    }
    values {}
    lists {
        /// The powers that it rests on.
        legal_basis: LegalBasis, with_legal_basis;
        /// The failures that the reasons claim.
        failures: Failure, with_failure;
    }
}

record! {
    /// An improvement notice: not statutory, so its only legal basis can be `administrative`.
    ImprovementNotice, "an improvement notice: an object with optional legal_basis and reviews_due";
    required copies {}
    required {}
    texts {}
    days {}
    copies {
        /// The legal basis recorded.
        legal_basis: LegalBasis, with_legal_basis;
    }
    values {}
    lists {
        /// When progress is to be reviewed.
        reviews_due: PartialDate, with_review_due;
    }
}

record! {
    /// A commissioner: whom the Secretary of State appoints under a direction to review, to instruct and to
    /// report. The commissioner recommends; the Secretary of State decides.
    Commissioner, "a commissioner: an object with name";
    required copies {}
    required {
        /// The name.
        name: OneLine,
    }
    texts {
        /// The post that the commissioner holds elsewhere.
        post, with_post;
    }
    days {}
    copies {}
    values {}
    lists {}
}

impl Commissioner {
    /// A commissioner by name.
    ///
    /// # Errors
    ///
    /// Refuses a name that says nothing, and control characters in it.
    pub fn named(name: impl Into<String>) -> Result<Self, OneLineError> {
        Ok(Self::new(OneLine::new(name)?))
    }
}

record! {
    /// A commissioner's review of whether the council keeps control.
    ///
    /// It is usually described as three months; in practice the direction names a day.
    CommissionerReview, "a commissioner's review: an object with commissioner and report_due";
    required copies {}
    required {}
    texts {}
    days {
        /// The day by which the direction wants the report.
        report_due, with_report_due;
    }
    copies {
        /// When the review finished, as precisely as it is known; its report may still be awaited.
        finished: PartialDate, with_finished;
    }
    values {
        /// Who reviews.
        commissioner: Commissioner, with_commissioner;
    }
    lists {}
}

impl CommissionerReview {
    /// The question that a review answers.
    ///
    /// # Source
    ///
    /// LGC, 6 June 2019 (West Sussex); OTS News, 12 May 2022 (Sefton).
    pub const QUESTION: &str = "Does the council have the capacity and capability to improve itself in a reasonable time, and can improvement be sustained if it keeps operational control?";
}

/// A commissioner's report, as received by the Secretary of State.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(from = "crate::wire::Object<wire::Report>", into = "wire::Report")]
pub struct CommissionerReport {
    received: NaiveDate,
    recommendation: Recommendation,
}

impl CommissionerReport {
    /// A report by the day it was received, or else the day by which it certainly was, such as that of its
    /// publication.
    #[must_use]
    pub const fn new(received: NaiveDate, recommendation: Recommendation) -> Self {
        Self { received, recommendation }
    }

    /// When it was received.
    #[must_use]
    pub const fn received(self) -> NaiveDate {
        self.received
    }

    /// What it recommends.
    #[must_use]
    pub const fn recommendation(self) -> Recommendation {
        self.recommendation
    }
}

/// A review held by the Department: of a notice, or in the period of support and supervision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(from = "crate::wire::Object<wire::Review>", into = "wire::Review")]
pub struct DepartmentReview {
    held: PartialDate,
    outcome: ReviewOutcome,
}

impl DepartmentReview {
    /// A review by when it was held.
    #[must_use]
    pub const fn new(held: PartialDate, outcome: ReviewOutcome) -> Self {
        Self { held, outcome }
    }

    /// When it was held.
    #[must_use]
    pub const fn held(self) -> PartialDate {
        self.held
    }

    /// What it found.
    #[must_use]
    pub const fn outcome(self) -> ReviewOutcome {
        self.outcome
    }
}

record! {
    /// One event of a case with its particulars.
    ///
    /// Which particulars an event needs depends on where the case stands:
    /// [`Transition::requires`](super::Transition::requires) lists them, and a [`Case`](super::Case) refuses an
    /// event that lacks one. All that is given is kept.
    ///
    /// # Wire
    ///
    /// `{"kind": "review_directed", "effective": "2019-06-04", "document": {"title": …, "published": …},
    /// "decided_by": "secretary_of_state", …}`, the particulars beside them.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{
    ///     DecisionMaker, Document, Event, EventKind,
    ///     intervention::{Commissioner, CommissionerReview, Direction, LegalBasis, StatutoryTest},
    /// };
    ///
    /// // West Sussex, 4 June 2019.
    /// let event = Event::new(
    ///     EventKind::ReviewDirected,
    ///     "2019-06-04".parse()?,
    ///     DecisionMaker::SecretaryOfState,
    ///     Document::titled("Statutory direction", "2019-06-04".parse()?)?,
    /// )
    /// .with_direction(
    ///     Direction::new()
    ///         .with_legal_basis(LegalBasis::Section497A4B)
    ///         .with_statutory_test(StatutoryTest::Failing)
    ///         .with_cites_report_of("2019-05-08".parse()?),
    /// )
    /// .with_review(
    ///     CommissionerReview::new()
    ///         .with_commissioner(Commissioner::named("John Coughlan")?)
    ///         .with_report_due("2019-09-30".parse()?),
    /// );
    /// assert_eq!(event.effective().to_string(), "2019-06-04");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Event, "an event: an object with kind, effective, document and decided_by";
    required copies {
        /// What happens.
        kind: EventKind,
        /// When it takes effect: a day, or the month or the year where the day is not on record.
        effective: PartialDate,
        /// Who decided it.
        decided_by: DecisionMaker,
    }
    required {
        /// The document that states it.
        document: Document,
    }
    texts {
        /// The compelling reasons for which the council keeps control in spite of a persistent or systemic
        /// failure.
        compelling_reasons, with_compelling_reasons;
        /// The reason, where the event needs one: a serious concern, a deterioration, evidence of
        /// improvement, a finding of the Department.
        reason, with_reason;
    }
    days {
        /// The day by which a pause is reviewed.
        review_by, with_review_by;
    }
    copies {
        /// The commissioner's report that the decision rests on.
        report: CommissionerReport, with_report;
        /// When the alternative delivery model goes live: on the day that services transfer.
        go_live: PartialDate, with_go_live;
        /// The delivery model ordered.
        model: DeliveryModelKind, with_model;
    }
    values {
        /// The direction, where one is given.
        direction: Direction, with_direction;
        /// The improvement notice, where one is issued.
        notice: ImprovementNotice, with_notice;
        /// The commissioner's review, where one is directed.
        review: CommissionerReview, with_review;
        /// The contract or agreement under which services transfer.
        contract: Document, with_contract;
    }
    lists {
        /// The Department's reviews held.
        reviews: DepartmentReview, with_department_review;
        /// The authorities that succeed an abolished one.
        successors: LocalAuthority, with_successor;
    }
}

impl Event {
    /// The event as it was known on a day on which it had begun: its review may finish later.
    pub(super) fn known_on(&self, day: NaiveDate) -> Self {
        let mut event = self.clone();
        if let Some(review) = &mut event.review {
            review.finished = review.finished.filter(|finished| finished.first() <= day);
        }
        event
    }
}

mod wire {
    use super::{CommissionerReport, DepartmentReview, PartialDate, Recommendation, ReviewOutcome};
    use crate::wire::{Day, Object};
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    #[serde(
        deny_unknown_fields,
        expecting = "a commissioner's report: an object with received and recommendation"
    )]
    pub(super) struct Report {
        received: Day,
        recommendation: Recommendation,
    }

    impl From<Object<Report>> for CommissionerReport {
        fn from(Object(Report { received: Day(received), recommendation }): Object<Report>) -> Self {
            Self { received, recommendation }
        }
    }

    impl From<CommissionerReport> for Report {
        fn from(CommissionerReport { received, recommendation }: CommissionerReport) -> Self {
            Self { received: Day(received), recommendation }
        }
    }

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields, expecting = "a review: an object with held and outcome")]
    pub(super) struct Review {
        held: PartialDate,
        outcome: ReviewOutcome,
    }

    impl From<Object<Review>> for DepartmentReview {
        fn from(Object(Review { held, outcome }): Object<Review>) -> Self {
            Self { held, outcome }
        }
    }

    impl From<DepartmentReview> for Review {
        fn from(DepartmentReview { held, outcome }: DepartmentReview) -> Self {
            Self { held, outcome }
        }
    }
}
