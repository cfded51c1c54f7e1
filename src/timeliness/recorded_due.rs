//! What is wrong with a due date on record.

use super::{
    Limit, Moment, Standard, TimedEvent,
    rules::{TIM_02, TIM_04, TIM_09, TIM_11},
};
use crate::{
    calendar::{WorkingDays, days_later, weekdays_between},
    rules::{Finding, Rule},
};
use chrono::{Datelike, NaiveDate, Weekday};

/// Of the rules that a wrong due date breaks, the one that says most of how it came about.
pub(super) fn check(
    standard: Standard,
    event: &TimedEvent,
    due: Moment,
    working_days: &WorkingDays,
) -> Option<Finding> {
    let recorded = event.recorded_due().filter(|&recorded| recorded != due.day())?;
    let wrong = Wrong {
        limit: standard.limit(),
        start: event.started().day(),
        due: due.day(),
        recorded,
        working_days,
    };
    let (rule, how) = wrong.how(event.previous_due());
    let message = format!("{recorded} is recorded as due{how}: {}", wrong.right(due, event.started()));
    let finding = Finding::new(rule, "recorded_due", message);
    Some(finding.with_value("recorded", recorded).with_value("due", due.day()))
}

struct Wrong<'a> {
    limit: Limit,
    start: NaiveDate,
    due: NaiveDate,
    recorded: NaiveDate,
    working_days: &'a WorkingDays,
}

impl Wrong<'_> {
    fn how(&self, previous_due: Option<NaiveDate>) -> (&'static Rule, String) {
        if let Some(previous) = previous_due.filter(|&previous| self.gives(self.limit, previous)) {
            return (&TIM_11, format!(", counted from {previous}, when the previous one was due"));
        }
        if self.skips_month_end() {
            return (&TIM_09, ", past the end of the month".to_owned());
        }
        if let Limit::WorkingDays(count @ 1..) = self.limit
            && self.gives(Limit::WorkingDays(count - 1), self.start)
        {
            return (&TIM_02, ", as if the start day were day 1".to_owned());
        }
        let unit = self.other_units().into_iter().flatten().find(|&(limit, _)| self.gives(limit, self.start));
        let how = match unit {
            Some((_, words)) => format!(", as {words} would be"),
            None if self.is_counted_in_weekdays() => ", as if bank holidays were worked".to_owned(),
            None => String::new(),
        };
        (&TIM_04, how)
    }

    /// What the limit gives.
    fn right(&self, due: Moment, start: Moment) -> String {
        let (limit, day) = (self.limit, self.due);
        match limit {
            Limit::NoticeWeeks(weeks) => {
                format!("after notice of {} on {start} the first day is {day}", Limit::Weeks(weeks))
            }
            Limit::ClearDays(_) => format!("after notice of {limit} on {start} the first day is {day}"),
            _ => {
                let ends = if limit.is_of_one() { "ends" } else { "end" };
                format!("{limit} from {start} {ends} on {due}")
            }
        }
    }

    /// Whether another limit, or another start, gives what is recorded.
    fn gives(&self, limit: Limit, start: NaiveDate) -> bool {
        limit.day_from(start, self.working_days) == Ok(Some(self.recorded))
    }

    /// Whether the days that the last month has not were counted on into the next.
    fn skips_month_end(&self) -> bool {
        let missing = u64::from(self.start.day().saturating_sub(self.due.day()));
        matches!(self.limit, Limit::Months(_)) && days_later(self.due, missing) == Some(self.recorded)
    }

    fn is_counted_in_weekdays(&self) -> bool {
        let Limit::WorkingDays(count) = self.limit else { return false };
        if matches!(self.recorded.weekday(), Weekday::Sat | Weekday::Sun) || self.recorded <= self.start {
            return false;
        }
        weekdays_between(self.start, self.recorded) == i64::from(count)
    }

    /// What the same number, or as long a time, is in other units, each with the words for it.
    fn other_units(&self) -> [Option<(Limit, String)>; 4] {
        let said = |limit: Limit| (limit, limit.to_string());
        let whole = |count: u32, of: u32| count.is_multiple_of(of).then(|| count / of);
        let times = |count: u32, by: u32| count.checked_mul(by);
        match self.limit {
            Limit::WorkingDays(count) => [
                Some(said(Limit::Days(count))),
                whole(count, 5).map(|weeks| said(Limit::Weeks(weeks))),
                whole(count, 20).map(|months| said(Limit::Months(months))),
                None,
            ],
            Limit::Days(count) => [
                Some(said(Limit::WorkingDays(count))),
                count.checked_sub(1).map(|less| {
                    (Limit::Days(less), format!("{} with the start day as day 1", Limit::Days(count)))
                }),
                None,
                None,
            ],
            Limit::Weeks(count) | Limit::NoticeWeeks(count) => [
                times(count, 5).map(|days| said(Limit::WorkingDays(days))),
                whole(count, 4).map(|months| said(Limit::Months(months))),
                whole(count, 52).map(|years| said(Limit::Months(12 * years))),
                None,
            ],
            Limit::Months(count) => [
                times(count, 30)
                    .map(|days| (Limit::Days(days), format!("{} of 30 days", Limit::Months(count)))),
                times(count, 4).map(|weeks| said(Limit::Weeks(weeks))),
                whole(count, 12).and_then(|years| times(years, 52)).map(|weeks| said(Limit::Weeks(weeks))),
                times(count, 20).map(|days| said(Limit::WorkingDays(days))),
            ],
            Limit::Hours(count) => {
                [whole(count, 24).map(|days| said(Limit::WorkingDays(days))), None, None, None]
            }
            Limit::ClearDays(count) => [
                Some((Limit::Days(count), format!("{} that are not clear", Limit::Days(count)))),
                Some(said(Limit::WorkingDays(count))),
                None,
                None,
            ],
            Limit::SchoolTerm | Limit::AsDirected | Limit::Local | Limit::Unlimited => {
                [None, None, None, None]
            }
        }
    }
}
