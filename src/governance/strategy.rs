//! A strategy on its way to adoption.

use super::{Authorship, Reach, StrategyState};
use crate::{calendar::PartialDate, text::OneLine};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
/// let strategy = Strategy {
///     state: Some(StrategyState::InPreparation),
///     reach: Some(Reach::MultiAgency),
///     adoption_due: Some("2019-12".parse()?),
///     ..Strategy::new("Children First Strategy".parse()?)
/// };
/// let (november, january) = ("2019-11-30".parse()?, "2020-01-01".parse()?);
/// assert!(!strategy.is_overdue_on(november) && strategy.is_overdue_on(january));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a strategy: an object with title")]
pub struct Strategy {
    /// The title.
    pub title: OneLine,
    /// What it is about.
    pub summary: Option<OneLine>,
    /// How far it has come.
    pub state: Option<StrategyState>,
    /// Who writes it.
    pub authorship: Option<Authorship>,
    /// The organisations that it is written with.
    #[serde(default)]
    pub partners: Vec<OneLine>,
    /// Whom it binds.
    pub reach: Option<Reach>,
    /// The title of the body that scrutinises it.
    pub scrutiny_body: Option<OneLine>,
    /// When its scrutiny is planned.
    pub scrutiny_planned: Option<PartialDate>,
    /// When it was scrutinised.
    pub scrutinised: Option<PartialDate>,
    /// What came of the scrutiny.
    pub scrutiny_outcome: Option<OneLine>,
    /// When it is to be adopted.
    pub adoption_due: Option<PartialDate>,
    /// When it was adopted.
    pub adopted: Option<PartialDate>,
    /// When it was published.
    pub published: Option<PartialDate>,
}

impl Strategy {
    /// Creates a strategy of which nothing but the title is known.
    #[must_use]
    pub const fn new(title: OneLine) -> Self {
        Self {
            title,
            summary: None,
            state: None,
            authorship: None,
            partners: Vec::new(),
            reach: None,
            scrutiny_body: None,
            scrutiny_planned: None,
            scrutinised: None,
            scrutiny_outcome: None,
            adoption_due: None,
            adopted: None,
            published: None,
        }
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
