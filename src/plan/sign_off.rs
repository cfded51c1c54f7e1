//! How a plan was signed off: drafted, adopted, submitted, answered, revised.

use super::{AnswerOutcome, Recipient, VoiceGroup};
use crate::{calendar::PartialDate, record::record, text::OneLine};
use chrono::NaiveDate;

record! {
    /// The adoption of a plan by the council.
    Adoption, "an adoption: an object with on and version";
    required days {
        /// When.
        on,
    }
    required copies {}
    required {
        /// The version adopted.
        version: OneLine,
    }
    texts {
        /// Who adopted it, such as the cabinet.
        body, with_body;
    }
    days {}
    copies {}
    values {}
    lists {}
}

record! {
    /// The submission of a plan to the Secretary of State and the Chief Inspector.
    Submission, "a submission: an object with on, version and recipients";
    required copies {
        /// When, as precisely as it is known.
        on: PartialDate,
    }
    required {
        /// The version submitted.
        version: OneLine,
    }
    texts {}
    days {}
    copies {}
    values {}
    lists {
        /// To whom.
        recipients: Recipient, with_recipient;
    }
}

record! {
    /// A delegation on record: whoever adopted the plan let somebody finalise it.
    Delegation, "a delegation: an object with on and to";
    required copies {
        /// When.
        on: PartialDate,
    }
    required {
        /// The role it was delegated to.
        to: OneLine,
    }
    texts {}
    days {}
    copies {}
    values {}
    lists {}
}

record! {
    /// What Ofsted answered to the plan.
    RegulatorAnswer, "the regulator's answer: an object with on and outcome";
    required copies {
        /// When, as precisely as it is known.
        on: PartialDate,
        /// What.
        outcome: AnswerOutcome,
    }
    required {}
    texts {}
    days {}
    copies {}
    values {}
    lists {}
}

record! {
    /// A revised version of the plan.
    Revision, "a revision: an object with on and version";
    required copies {
        /// When.
        on: PartialDate,
    }
    required {
        /// The version.
        version: OneLine,
    }
    texts {}
    days {}
    copies {}
    values {}
    lists {}
}

record! {
    /// How somebody shaped the plan, or tests it.
    Voice, "a voice: an object with of and how";
    required copies {
        /// Whose.
        of: VoiceGroup,
    }
    required {
        /// How, such as a survey or a reference group.
        how: OneLine,
    }
    texts {}
    days {}
    copies {
        /// When.
        on: PartialDate, with_on;
    }
    values {}
    lists {}
}

record! {
    /// The sign-off chain of a plan, as far as it has come.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Adoption, OneLine, SignOff};
    ///
    /// // West Sussex: agreed for adoption on 6 August 2019.
    /// let sign_off = SignOff::new().with_adopted(Adoption::new("2019-08-06".parse()?, OneLine::new("1")?));
    /// assert!(sign_off.submitted().is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    SignOff, "a sign-off: an object with optional draft_submitted, adopted, delegation, submitted, answers and revisions";
    required copies {}
    required {}
    texts {}
    days {
        /// When a draft went to Ofsted because of areas for priority action.
        draft_submitted, with_draft_submitted;
    }
    copies {}
    values {
        /// Its adoption.
        adopted: Adoption, with_adopted;
        /// The delegation to finalise it.
        delegation: Delegation, with_delegation;
        /// Its submission.
        submitted: Submission, with_submitted;
    }
    lists {
        /// What Ofsted answered.
        answers: RegulatorAnswer, with_answer;
        /// Its revised versions.
        revisions: Revision, with_revision;
    }
}

impl SignOff {
    /// The sign-off as it was known on a day.
    pub(crate) fn known_on(&self, day: NaiveDate) -> Self {
        let mut known = self.clone();
        known.draft_submitted = self.draft_submitted.filter(|on| *on <= day);
        known.adopted = known.adopted.filter(|adopted| adopted.on <= day);
        known.delegation = known.delegation.filter(|delegation| delegation.on.first() <= day);
        // Of a step known to the month or the year the step before it says more: it did not come first.
        let adopted = self.adopted.is_none() || known.adopted.is_some();
        let happened = |on: PartialDate, after: bool| on.first() <= day && (after || on.exact().is_some());
        known.submitted = known.submitted.filter(|submitted| happened(submitted.on, adopted));
        let submitted = self.submitted.is_none() || known.submitted.is_some();
        known.answers.retain(|answer| happened(answer.on, submitted));
        known.revisions.retain(|revision| revision.on.first() <= day);
        known
    }
}
