//! A strategy on its way to adoption.

use super::{Authorship, Reach, StrategyState};
use crate::{
    calendar::PartialDate,
    record::record,
    text::{OneLine, OneLineError},
};
use chrono::NaiveDate;

record! {
    /// A strategy: who writes it, how far it has come, and its scrutiny.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{
    ///     Strategy,
    ///     governance::{Reach, StrategyState},
    /// };
    ///
    /// // West Sussex, autumn 2019.
    /// let strategy = Strategy::titled("Children First Strategy")?
    ///     .with_state(StrategyState::InPreparation)
    ///     .with_reach(Reach::MultiAgency)
    ///     .with_adoption_due("2019-12".parse()?);
    /// let (november, january) = ("2019-11-30".parse()?, "2020-01-01".parse()?);
    /// assert!(!strategy.is_overdue_on(november) && strategy.is_overdue_on(january));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Strategy, "a strategy: an object with title";
    required copies {}
    required {
        /// The title.
        title: OneLine,
    }
    texts {
        /// The title of the body that scrutinises it.
        scrutiny_body, with_scrutiny_body;
        /// What came of the scrutiny.
        scrutiny_outcome, with_scrutiny_outcome;
        /// What it is about.
        summary, with_summary;
    }
    days {}
    copies {
        /// How far it has come.
        state: StrategyState, with_state;
        /// Who writes it.
        authorship: Authorship, with_authorship;
        /// Whom it binds.
        reach: Reach, with_reach;
        /// When it was scrutinised.
        scrutinised: PartialDate, with_scrutinised;
        /// When its scrutiny is planned.
        scrutiny_planned: PartialDate, with_scrutiny_planned;
        /// When it is to be adopted.
        adoption_due: PartialDate, with_adoption_due;
        /// When it was adopted.
        adopted: PartialDate, with_adopted;
        /// When it was published.
        published: PartialDate, with_published;
    }
    values {}
    lists {
        /// The organisations that it is written with.
        partners: OneLine, with_partner;
    }
}

impl Strategy {
    /// A strategy by its title.
    ///
    /// # Errors
    ///
    /// Refuses a title that says nothing, and control characters in it.
    pub fn titled(title: impl Into<String>) -> Result<Self, OneLineError> {
        Ok(Self::new(OneLine::new(title)?))
    }

    /// Forgets its scrutiny, its adoption and its publication, each where it comes after a day, and what came of them.
    pub(super) fn forget_after(&mut self, day: NaiveDate) {
        let later = |date: Option<PartialDate>| date.is_some_and(|date| date.first() > day);
        if later(self.scrutinised) {
            (self.scrutinised, self.scrutiny_outcome) = (None, None);
        }
        let (adopted_later, published_later) = (later(self.adopted), later(self.published));
        let adopted = self.adopted.filter(|_| !adopted_later);
        let published = self.published.filter(|_| !published_later);
        self.state = match self.state {
            Some(StrategyState::Adopted) if adopted_later => None,
            Some(StrategyState::Published) if published_later => adopted.map(|_| StrategyState::Adopted),
            Some(StrategyState::Published) if adopted_later && published.is_none() => None,
            state => state,
        };
        (self.adopted, self.published) = (adopted, published);
    }

    /// Whether it was due for adoption before a day, whatever day was meant, and was neither adopted nor published
    /// by then.
    ///
    /// Where the day of the adoption or of the publication is on record it decides, and else the state.
    #[must_use]
    pub fn is_overdue_on(&self, day: NaiveDate) -> bool {
        let stated = matches!(self.state, Some(StrategyState::Adopted | StrategyState::Published));
        let first = self.adopted.into_iter().chain(self.published).map(PartialDate::first).min();
        let done = first.map_or(stated, |first| first <= day);
        !done && self.adoption_due.is_some_and(|due| due.last() < day)
    }
}
