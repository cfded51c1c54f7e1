//! Where an action stands: on record, and derived from dates, evidence and measures.

use super::{Action, ImprovementPlan, Measure, StatusScheme};
use crate::{
    calendar::months_later,
    kpi::{Assessment, Indicator, Rating, Series},
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// A status on record beside the one that dates, evidence and measures give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Status {
    recorded: Option<Rating>,
    derived: Rating,
}

impl Status {
    /// The status on record.
    #[must_use]
    pub const fn recorded(self) -> Option<Rating> {
        self.recorded
    }

    /// The status that follows from dates and evidence, or from measures.
    #[must_use]
    pub const fn derived(self) -> Rating {
        self.derived
    }

    /// Whether the two are the same in a council's scheme; none where no status is on record.
    #[must_use]
    pub fn agrees(self, scheme: &StatusScheme) -> Option<bool> {
        self.recorded.map(|recorded| scheme.in_scheme(recorded) == scheme.in_scheme(self.derived))
    }
}

/// Where an action stands on a day; made by [`ImprovementPlan::statuses_on`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct ActionStatus<'a> {
    id: &'a str,
    delivery: Status,
    impact: Status,
    complete: bool,
}

impl ActionStatus<'_> {
    /// The action's id.
    #[must_use]
    pub const fn id(&self) -> &str {
        self.id
    }

    /// How it is delivered.
    #[must_use]
    pub const fn delivery(&self) -> Status {
        self.delivery
    }

    /// What difference it makes.
    #[must_use]
    pub const fn impact(&self) -> Status {
        self.impact
    }

    /// Whether the task is done, which a scheme without blue does not show.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.complete
    }
}

impl Action {
    /// The delivery status on a day, from dates, milestones and evidence alone; see [`Rating`].
    ///
    /// A milestone that is past and not met makes the action off track. One month after the due date it is red
    /// even with a recovery plan.
    #[must_use]
    pub fn derived_delivery_status(&self, day: NaiveDate) -> Rating {
        let known = |date: Option<NaiveDate>| date.filter(|date| *date <= day);
        if known(self.completed()).is_some() {
            let closed = known(self.signed_off()).is_some() && self.has_evidence_on(day);
            return if closed { Rating::Blue } else { Rating::Green };
        }
        let Some(due) = self.due() else { return Rating::Grey };
        let off_track = due < day
            || self
                .milestones()
                .iter()
                .any(|milestone| milestone.due() < day && known(milestone.met()).is_none());
        if off_track {
            let recoverable = months_later(due, 1).is_none_or(|latest| day <= latest);
            return if self.recovery_plan().is_some() && recoverable { Rating::Amber } else { Rating::Red };
        }
        if self.start().is_none_or(|start| start > day) { Rating::Grey } else { Rating::Green }
    }
}

impl ImprovementPlan {
    /// Where each action stands on a day, in the order of the plan. `series` are the observations of the measures'
    /// indicators: of each what could be known on the day counts. The impact of an action is that of its measure that
    /// does worst: red, then amber, then grey. `rating` gives an assessment its colour: [`Rating::of`], or a
    /// function of the caller. A series whose indicator is defined otherwise than that of the measure is none of it.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{
    ///     Action, ImprovementPlan, Measure, OneLine, PlanIdentity, Rating, Series, SignOff, Target,
    ///     kpi::catalogue,
    /// };
    ///
    /// let action = Action::new(OneLine::new("10.1")?, OneLine::new("Recruit and retain")?)
    ///     .with_measure(OneLine::new("vacancy_gap_rate")?);
    /// let measure = Measure {
    ///     target: Some(Target::new("at most 2%".parse()?)),
    ///     ..Measure::new(&catalogue::VACANCY_GAP_RATE)
    /// };
    /// let identity = PlanIdentity::new("2019-02-25".parse()?, OneLine::new("Plan")?, OneLine::new("1")?);
    /// let plan = ImprovementPlan::new(identity, SignOff::new(), vec![measure], vec![action])?;
    /// let gap = Series::new(&catalogue::VACANCY_GAP_RATE, [("2019-09", "1.8%")])?;
    /// let statuses = plan.statuses_on("2019-10-31".parse()?, &[gap], Rating::of);
    /// assert_eq!(statuses[0].impact().derived(), Rating::Green);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn statuses_on(
        &self,
        day: NaiveDate,
        series: &[Series],
        rating: impl Fn(&Assessment<'_>) -> Rating,
    ) -> Vec<ActionStatus<'_>> {
        let series: HashMap<&Indicator, &Series> =
            series.iter().map(|series| (series.indicator(), series)).collect();
        let rated = |measure: &Measure| {
            let series = series.get(&measure.indicator)?;
            Some(rating(&Assessment::of(series, measure.target.as_ref()?, day)))
        };
        let measures: BTreeMap<&str, Rating> = self
            .measures()
            .iter()
            .map(|measure| (measure.indicator.code(), rated(measure).unwrap_or(Rating::Grey)))
            .collect();
        let stand = |action: &'_ Action| {
            let of_measures = action.measures().iter().filter_map(|code| measures.get(code.as_str()));
            let impact = of_measures.max_by_key(|rating| rating.concern()).copied();
            (
                Status { recorded: action.delivery_status(), derived: action.derived_delivery_status(day) },
                Status { recorded: action.impact_status(), derived: impact.unwrap_or(Rating::Grey) },
            )
        };
        self.actions()
            .iter()
            .map(|action| {
                let (delivery, impact) = stand(action);
                let complete = action.completed().is_some_and(|completed| completed <= day);
                ActionStatus { id: action.id().as_str(), delivery, impact, complete }
            })
            .collect()
    }
}
