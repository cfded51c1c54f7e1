//! What was known of governance on a day.

use super::{Governance, StrategyState};
use crate::calendar::PartialDate;
use chrono::NaiveDate;

impl Governance {
    /// Governance as it was known on a day: without appointments that had not begun, ends, outcomes and adoptions that were
    /// still to come, and decisions taken later. A date known to the month or the year counts from its first day; what is
    /// planned stays.
    #[must_use]
    pub fn known_on(&self, day: NaiveDate) -> Self {
        let known = |date: Option<PartialDate>| date.filter(|date| date.first() <= day);
        let mut state = self.clone();
        state.appointments.retain(|held| held.from().is_none_or(|from| from.first() <= day));
        for held in &mut state.appointments {
            held.forget_until(day);
        }
        state.key_decisions.retain(|decision| decision.taken() <= day);
        state.distant_placements.retain(|approval| approval.on().first() <= day);
        for body in &mut state.bodies {
            body.forget_outcomes(day);
        }
        for strategy in &mut state.strategies {
            let (adopted, published) = (strategy.adopted(), strategy.published());
            let done = match strategy.state() {
                Some(StrategyState::Adopted) => adopted,
                Some(StrategyState::Published) => published.or(adopted),
                _ => None,
            };
            let later = done.is_some() && known(done).is_none();
            strategy.forget(known(strategy.scrutinised()), known(adopted), known(published), later);
        }
        state
    }
}
