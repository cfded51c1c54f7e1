//! What was known of governance on a day.

use super::Governance;
use chrono::NaiveDate;

impl Governance {
    /// Governance as it was known on a day: without appointments that had not begun, decisions taken and placements
    /// approved later, and without ends, tests of assurance, outcomes, scrutinies, adoptions and publications that
    /// were still to come. A strategy whose publication was still to come is adopted, where its adoption was known. A
    /// date known to the month or the year counts from its first day; what is planned, and what has no date, stays.
    #[must_use]
    pub fn known_on(&self, day: NaiveDate) -> Self {
        let mut state = self.clone();
        state.appointments.retain(|held| held.from.is_none_or(|from| from.first() <= day));
        for held in &mut state.appointments {
            held.forget_after(day);
        }
        state.key_decisions.retain(|decision| decision.taken <= day);
        state.distant_placements.retain(|approval| approval.on.first() <= day);
        for body in &mut state.bodies {
            body.forget_outcomes(day);
        }
        for strategy in &mut state.strategies {
            strategy.forget_after(day);
        }
        state
    }
}
