//! What an indicator is to reach or to hold, by when, and from where.

use super::rules::{TARGET_DIRECTION, TARGET_OF_SHARE, TARGET_PATH, TARGET_UNIT};
use super::{Goal, Indicator, Polarity, Tolerance};
use crate::calendar::{Cadence, Day, days_between};
use crate::measure::{Interval, Period, Quantity, Unit, number::ONE, ratio::Ratio, words};
use crate::rules::{Finding, Findings};
use crate::text;
use chrono::NaiveDate;
use core::{cmp::Ordering, fmt, num::NonZeroU32, ops::Bound};
use serde::{Deserialize, Serialize};

/// What an indicator is to reach by a day, or to hold.
///
/// A record: any target loads, and [`findings`](Self::findings) tells what is wrong with it for an indicator.
/// [`Assessment`](super::Assessment) tells where a series stands to it.
///
/// # Examples
///
/// ```
/// use childrens_services::{Target, kpi::Baseline};
///
/// // Invented: from 18.5% in February 2019 to 2% by the end of 2020.
/// let target = Target {
///     by: Some("2020-12-31".parse()?),
///     baseline: Some(Baseline { period: "2019-02".parse()?, value: "18.5%".parse()? }),
///     ..Target::new("at most 2%".parse()?)
/// };
/// assert_eq!(target.due_on("2019-02-28".parse()?).to_string(), "at most 18.5%");
/// assert_eq!(target.due_on("2020-01-30".parse()?).to_string(), "at most 10.25%");
/// assert_eq!(target.due_on("2021-12-31".parse()?).to_string(), "at most 2%");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a target: an object with goal")]
pub struct Target {
    /// What is to be reached or held, such as `at most 2%`.
    pub goal: Goal,
    /// The first day it is in force; it replaces the targets from earlier days. Figures of periods that ended before do not
    /// count.
    pub from: Option<Day>,
    /// The day by which the goal is to be reached. Without it the goal is to be held all the time.
    pub by: Option<Day>,
    /// Where the path to the goal starts. Without it, or without `by`, there is no path: the goal itself is due all the time.
    pub baseline: Option<Baseline>,
    /// What is due on the path, each from its day on. Without steps the path is a straight line over the days.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// How far from what is due a value may be and still be "at risk".
    ///
    /// Without it a tenth of the goal's number (of what is whole rounded down), in per cent a tenth of its distance to the
    /// nearer of 0% and 100%; at least one of the unit (one percentage point), or for plain numbers and scores one in the
    /// last place printed. So 1 percentage point around 0%, 2%, 90% and 95%, and 5 around 50%. On a path it is the same all
    /// the way.
    pub tolerance: Option<Tolerance>,
    /// How often a new figure is expected, such as `every month`; without it every month, quarter or year, as the periods of the series are, and
    /// every year for counts on one day. A figure is stale once the time for the next has passed twice, so that the next has
    /// as long to be published.
    pub cadence: Option<Cadence>,
    /// In how many periods in a row the goal is to be met before that is sustained (blue).
    pub sustained_over: Option<NonZeroU32>,
    /// Whether it is meant that the goal goes against the indicator's polarity.
    #[serde(default)]
    pub against_polarity: bool,
}

/// Where the path to a goal starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a baseline: an object with period and value")]
pub struct Baseline {
    /// The period of the value; the path starts on its last day.
    pub period: Period,
    /// The value, with its unit.
    pub value: Quantity,
}

/// A value that is due on the path to a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a step: an object with on and value")]
pub struct Step {
    /// The day from which it is due.
    pub on: Day,
    /// The value, with its unit.
    pub value: Quantity,
}

impl fmt::Display for Target {
    /// The goal and its day: `at most 2% by 31 December 2020`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by = self.by.map(|by| format!(" by {}", words::day(by.date()))).unwrap_or_default();
        text::pad(&format!("{}{by}", self.goal), f)
    }
}

impl Target {
    /// Creates a target that holds a goal all the time.
    #[must_use]
    pub const fn new(goal: Goal) -> Self {
        Self {
            goal,
            from: None,
            by: None,
            baseline: None,
            steps: Vec::new(),
            tolerance: None,
            cadence: None,
            sustained_over: None,
            against_polarity: false,
        }
    }

    /// Returns the target of several that is in force on a day: the one that came into force last.
    #[must_use]
    pub fn in_force(targets: &[Self], day: NaiveDate) -> Option<&Self> {
        let in_force = targets.iter().filter(|target| target.from.is_none_or(|from| from.date() <= day));
        in_force.max_by_key(|target| target.from)
    }

    /// Returns what is due on a day: the goal, or before its day what the path from the baseline leads to.
    ///
    /// A straight line is worked by days and rounded once, to six places or to a whole number if the unit is whole, halves
    /// away from zero. Of a range the end that the baseline lies beyond is led to its place.
    #[must_use]
    pub fn due_on(&self, day: NaiveDate) -> Goal {
        let (Some(by), Some(baseline)) = (self.by, self.baseline) else { return self.goal };
        if day >= by.date() {
            return self.goal;
        }
        let led = |end: Bound<Quantity>, beyond: Ordering| match end {
            Bound::Included(limit) | Bound::Excluded(limit)
                if baseline.value.partial_cmp(&limit) == Some(beyond) =>
            {
                Bound::Included(self.on_path(baseline, limit, by.date(), day))
            }
            _ => end,
        };
        let (lower, upper) = (self.goal.lower(), self.goal.upper());
        Goal::with_ends(led(lower, Ordering::Less), led(upper, Ordering::Greater))
    }

    fn on_path(&self, from: Baseline, to: Quantity, by: NaiveDate, day: NaiveDate) -> Quantity {
        if let Some(step) = self.steps.iter().rev().find(|step| step.on.date() <= day) {
            return step.value;
        }
        let start = from.period.end();
        let (gone, whole) = (days_between(start, day), days_between(start, by));
        if !self.steps.is_empty() || gone <= 0 || whole <= 0 {
            return from.value;
        }
        let (first, last) = (from.value.micros(), to.micros());
        let numerator = (last - first) * i128::from(gone);
        let led = Ratio { numerator, denominator: ONE * i128::from(whole) };
        // Between two numbers of the unit, so itself one.
        Quantity::of_micros(to.unit(), first + led.rounded(to.unit().decimal_places()))
    }

    /// How far from a limit a value may be and still be at risk, in millionths.
    pub(super) fn tolerance_from(&self, limit: Quantity, indicator: &Indicator) -> i128 {
        let usual = || Tolerance::usual(indicator, limit);
        self.tolerance.map_or_else(usual, |tolerance| tolerance.reach(limit))
    }

    /// Checks the target for an indicator: unit, direction, range and path; see [`rules`](super::rules). Places are fields
    /// of the target, such as `baseline.value`.
    #[must_use]
    pub fn findings(&self, indicator: &Indicator) -> Findings {
        let mut findings = Findings::new();
        self.check_numbers(indicator, &mut findings);
        if findings.is_empty() && indicator.is_share() {
            let what = match Interval::SHARES.lies_in(self.goal.interval()) {
                Some(true) => Some("every"),
                Some(false) => Some("no"),
                None => None,
            };
            findings.extend(what.map(|what| {
                let message = format!("{what} share of a whole is {}", self.goal);
                Finding::new(&TARGET_OF_SHARE, "goal", message).with_value("value", self.goal)
            }));
        }
        let direction = self.goal.direction();
        let opposite = match indicator.polarity() {
            Polarity::HigherIsBetter => direction == Polarity::LowerIsBetter,
            Polarity::LowerIsBetter => direction == Polarity::HigherIsBetter,
            Polarity::Neutral => false,
        };
        if opposite && !self.against_polarity {
            let (title, polarity) = (indicator.title(), indicator.polarity());
            let message = format!(
                "{} is asked of {title}, of which {polarity}: set against_polarity if that is meant",
                self.goal
            );
            findings.push(Finding::new(&TARGET_DIRECTION, "goal", message).with_value("goal", self.goal));
        }
        self.check_path(&mut findings);
        findings
    }

    /// Units, and what a share can be.
    fn check_numbers(&self, indicator: &Indicator, findings: &mut Findings) {
        let (title, unit) = (indicator.title(), indicator.unit());
        let mut check = |place: &dyn Fn() -> String, number: Quantity| {
            let given = number.unit();
            let found = if given != unit {
                let own = match given {
                    Unit::Number => "has no unit".to_owned(),
                    given => format!("is in {given}"),
                };
                Finding::new(&TARGET_UNIT, place(), format!("{number} {own}, but {title} is in {unit}"))
            } else if indicator.is_share() && number.micros() > 100 * ONE {
                let message = format!("{title} is a share of a whole and cannot be {number}");
                Finding::new(&TARGET_OF_SHARE, place(), message)
            } else {
                return;
            };
            findings.push(found.with_value("value", number));
        };
        for number in self.goal.numbers() {
            check(&|| "goal".to_owned(), number);
        }
        if let Some(baseline) = self.baseline {
            check(&|| "baseline.value".to_owned(), baseline.value);
        }
        for (index, step) in self.steps.iter().enumerate() {
            check(&|| format!("steps[{index}].value"), step.value);
        }
        let difference = unit.of_difference();
        if let Some(amount) = self.tolerance.and_then(Tolerance::as_amount)
            && amount.unit() != difference
        {
            let message =
                format!("a difference of {title} is in {difference}, and the tolerance is {amount}");
            findings.push(Finding::new(&TARGET_UNIT, "tolerance", message).with_value("value", amount));
        }
    }

    /// The order of its days, and that its steps lead from the baseline to the goal.
    fn check_path(&self, findings: &mut Findings) {
        let mut wrong =
            |place: String, message: String| findings.push(Finding::new(&TARGET_PATH, place, message));
        if let (Some(from), Some(by)) = (self.from, self.by)
            && from > by
        {
            wrong("from".to_owned(), format!("it comes into force on {from}, after its day, {by}"));
        }
        let (Some(baseline), Some(by)) = (self.baseline, self.by) else {
            if !self.steps.is_empty() {
                wrong("steps".to_owned(), "steps need a baseline and the day of the goal".to_owned());
            }
            return;
        };
        if baseline.period.end() >= by.date() {
            let message = format!("the baseline of {} is not from before {by}", baseline.period);
            wrong("baseline.period".to_owned(), message);
        }
        let of_goal = |number: Quantity| self.goal.numbers().all(|own| own.unit() == number.unit());
        let mut before = (baseline.period.end(), baseline.value);
        for (index, step) in self.steps.iter().enumerate() {
            let (on, value) = (step.on.date(), step.value);
            if on <= before.0 || on >= by.date() {
                let message = format!("{on} is not between {} and {by}", before.0);
                wrong(format!("steps[{index}].on"), message);
            }
            // On the way down nothing rises, on the way up nothing falls, and nothing goes beyond the goal.
            let leads = |end: Bound<Quantity>, beyond: Ordering| match end {
                Bound::Included(limit) | Bound::Excluded(limit) => {
                    let is_beyond = |number: Quantity| number.partial_cmp(&limit) == Some(beyond);
                    is_beyond(baseline.value)
                        && value.partial_cmp(&before.1) != Some(beyond)
                        && (is_beyond(value) || value == limit)
                }
                Bound::Unbounded => false,
            };
            // A wrong unit is found already.
            let comparable = of_goal(value) && of_goal(before.1);
            let led = leads(self.goal.lower(), Ordering::Less) || leads(self.goal.upper(), Ordering::Greater);
            if comparable && !led {
                let message = format!("{value} does not lead from {} to {}", before.1, self.goal);
                wrong(format!("steps[{index}].value"), message);
            }
            before = (on, value);
        }
    }
}
