//! One episode of intervention: what happened, where it stands, what may follow.

use super::{Event, InterventionStatus, Transition, case_rules, guards};
use crate::delivery::DeliveryModels;
use crate::{
    authority::LocalAuthority,
    inspection::{Assumptions, InspectionHistory},
    rules::{Findings, Rule},
};
use chrono::NaiveDate;
use core::fmt;

/// What happened in a case: an event, and the transition that it made.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct LogEntry {
    transition: &'static Transition,
    from: InterventionStatus,
    to: InterventionStatus,
    event: Event,
    /// The last day it can have taken effect, given what followed.
    #[serde(serialize_with = "crate::wire::write_day")]
    in_force_from: NaiveDate,
    /// The day on which this or an event before it took effect at the earliest.
    #[serde(skip)]
    earliest: NaiveDate,
}

impl LogEntry {
    /// The transition.
    #[must_use]
    pub const fn transition(&self) -> &'static Transition {
        self.transition
    }

    /// The status before.
    #[must_use]
    pub const fn from(&self) -> InterventionStatus {
        self.from
    }

    /// The status after.
    #[must_use]
    pub const fn to(&self) -> InterventionStatus {
        self.to
    }

    /// The event with its particulars.
    #[must_use]
    pub const fn event(&self) -> &Event {
        &self.event
    }

    /// The day from which the status after it counts: the day it took effect, or, where only the month or the
    /// year is known, the last day of it, but not after the event that followed.
    #[must_use]
    pub const fn in_force_from(&self) -> NaiveDate {
        self.in_force_from
    }

    pub(super) const fn earliest(&self) -> NaiveDate {
        self.earliest
    }
}

/// One episode of intervention in an authority's children's services.
///
/// It begins without intervention and takes one event after the other; an event that is not possible where
/// the case stands, or lacks what it needs, is [refused](Refusal) with the rule that forbids it. So whatever
/// case exists has only moved as law and practice allow. A later failure opens a new episode, a case of its
/// own; so does a successor authority.
///
/// # Wire
///
/// `{"history": …, "assumptions": …, "delivery_models": […], "events": […]}`; reading replays the events.
/// Assumptions and delivery models may be left out.
///
/// # Examples
///
/// ```
/// use childrens_services::{
///     Assumptions, Case, DecisionMaker, Document, Event, EventKind, InspectionHistory, InterventionStatus,
///     LocalAuthority,
/// };
///
/// let history = InspectionHistory::new(LocalAuthority::with_ons_code("E10000032")?, [])?;
/// let mut case = Case::new(history, Assumptions::new());
/// assert_eq!(case.status(), InterventionStatus::NoIntervention);
///
/// // A trust cannot be ordered out of the blue.
/// let order = Event::new(
///     EventKind::AdmOrdered,
///     "2019-12-17".parse()?,
///     DecisionMaker::SecretaryOfState,
///     Document::titled("Direction", "2019-12-17".parse()?)?,
/// );
/// assert_eq!(
///     case.apply(order).unwrap_err().to_string(),
///     "INT-01: adm_ordered on 2019-12-17: not possible from none, which allows adviser_appointed, \
///      notice_issued, review_directed, direction_given, authority_abolished",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "crate::wire::Object<Wire>", into = "Wire")]
pub struct Case {
    history: InspectionHistory,
    assumptions: Assumptions,
    delivery_models: DeliveryModels,
    log: Vec<LogEntry>,
}

impl Case {
    /// An episode without events yet, of the authority of the inspection history.
    #[must_use]
    pub const fn new(history: InspectionHistory, assumptions: Assumptions) -> Self {
        Self { history, assumptions, delivery_models: DeliveryModels::new(), log: Vec::new() }
    }

    /// Puts delivery models on record, beside those already there: the transfer of services needs them. Models
    /// of other authorities may be among them.
    #[must_use]
    pub fn with_delivery_models(mut self, models: DeliveryModels) -> Self {
        self.delivery_models.extend(models);
        self
    }

    /// Takes the next event.
    ///
    /// # Errors
    ///
    /// Refuses an event that the status does not allow, that lacks what it needs, or that took effect before
    /// one that is there already; the case stays as it was.
    pub fn apply(&mut self, event: Event) -> Result<&LogEntry, Refusal> {
        let from = self.status();
        let (transition, to) = guards::check(self, &event)?;
        let (first, last) = (event.effective().first(), event.effective().last());
        let earliest = self.log.last().map_or(first, |before| before.earliest.max(first));
        for before in self.log.iter_mut().rev().take_while(|before| before.in_force_from > last) {
            before.in_force_from = last;
        }
        self.log.push(LogEntry { transition, from, to, event, in_force_from: last, earliest });
        Ok(&self.log[self.log.len() - 1])
    }

    /// Takes events one after the other.
    ///
    /// # Errors
    ///
    /// Refuses the first event that [`apply`](Self::apply) refuses, with its place among these.
    pub fn replay(mut self, events: impl IntoIterator<Item = Event>) -> Result<Self, ReplayError> {
        for (index, event) in events.into_iter().enumerate() {
            self.apply(event).map_err(|refusal| ReplayError(Problem::Event { index, refusal }))?;
        }
        Ok(self)
    }

    /// The same case with another inspection history, such as one with a report that came out since: every event
    /// is checked again.
    ///
    /// # Errors
    ///
    /// Refuses the history of another authority, and one with which one of the events would have been refused.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Assumptions, Case, InspectionHistory, LocalAuthority};
    ///
    /// let west_sussex = LocalAuthority::with_ons_code("E10000032")?;
    /// let case = Case::new(InspectionHistory::new(west_sussex, [])?, Assumptions::new());
    /// let history = case.history().clone(); // then `history.add(inspection)?`
    /// assert_eq!(case.clone().with_history(history)?, case);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_history(self, history: InspectionHistory) -> Result<Self, ReplayError> {
        let (of, new) = (self.history.authority(), history.authority());
        if !of.is_one_with(new) {
            return Err(ReplayError(Problem::Authority { case: of, history: new }));
        }
        let Self { assumptions, delivery_models, log, .. } = self;
        let events = log.into_iter().map(|entry| entry.event);
        Self { history, assumptions, delivery_models, log: Vec::new() }.replay(events)
    }

    /// Where the case stands after its last event.
    #[must_use]
    pub fn status(&self) -> InterventionStatus {
        self.log.last().map_or(InterventionStatus::NoIntervention, LogEntry::to)
    }

    /// Where the case stood at the end of a day; see [`LogEntry::in_force_from`].
    #[must_use]
    pub fn status_on(&self, day: NaiveDate) -> InterventionStatus {
        let before = self.log.partition_point(|entry| entry.in_force_from <= day);
        before.checked_sub(1).map_or(InterventionStatus::NoIntervention, |last| self.log[last].to)
    }

    /// What happened, in order.
    #[must_use]
    pub fn log(&self) -> &[LogEntry] {
        &self.log
    }

    /// The ways on from where the case stood on a day, each with what it requires.
    pub fn options_on(&self, day: NaiveDate) -> impl Iterator<Item = &'static Transition> {
        self.status_on(day).options()
    }

    /// The event that gave the direction which is open now: none while the status is not statutory.
    #[must_use]
    pub fn open_direction(&self) -> Option<&Event> {
        if !self.status().is_statutory() {
            return None;
        }
        self.log.iter().rev().map(LogEntry::event).find(|event| event.direction().is_some())
    }

    /// The entry with which the present intervention began: the first, or the one that ended support.
    pub(super) fn began(&self) -> Option<&LogEntry> {
        let from_support = |entry: &&LogEntry| entry.from == InterventionStatus::Support;
        self.log.iter().rev().find(from_support).or(self.log.first())
    }

    /// The entry with which the present statutory status began.
    pub(super) fn statutory_since(&self) -> Option<&LogEntry> {
        let statutory = self.log.iter().rev().take_while(|entry| entry.to.is_statutory());
        statutory.last()
    }

    /// The inspections of the authority.
    #[must_use]
    pub const fn history(&self) -> &InspectionHistory {
        &self.history
    }

    /// What is assumed where the sources leave it open.
    #[must_use]
    pub const fn assumptions(&self) -> &Assumptions {
        &self.assumptions
    }

    /// The delivery models on record.
    #[must_use]
    pub const fn delivery_models(&self) -> &DeliveryModels {
        &self.delivery_models
    }

    /// The case as it was known at the end of a day: the events in force by then (see [`LogEntry::in_force_from`]), without
    /// the end of a review that finished later, and the inspections that were published, or, without a publication on
    /// record, had started. Delivery models stay as they are on record.
    #[must_use]
    pub fn known_on(&self, day: NaiveDate) -> Self {
        let known = |inspection: &&crate::inspection::Inspection| {
            inspection.published().unwrap_or(inspection.start()) <= day
        };
        let inspections = self.history.inspections().iter().filter(known).cloned();
        let authority = self.history.authority();
        let Ok(history) = InspectionHistory::new(authority, inspections) else { return self.clone() };
        let models = self.delivery_models.clone();
        let mut state = Self::new(history, self.assumptions.clone()).with_delivery_models(models);
        for entry in self.log.iter().take_while(|entry| entry.in_force_from <= day) {
            // What rests on a report that came out later was not known either.
            if state.apply(entry.event.known_on(day)).is_err() {
                break;
            }
        }
        state
    }

    /// All that is impossible or unusual about the case: about its inspections, whenever they were, and as of a day
    /// about its delivery models and its events, in this order; see [`rules`](super::rules).
    #[must_use]
    pub fn findings(&self, as_of: NaiveDate) -> Findings {
        let mut findings = self.history.findings(&self.assumptions).within("history");
        findings.extend(self.delivery_models.findings(as_of));
        findings.extend(case_rules::of_events(self, as_of));
        findings.within("case")
    }
}

/// An event was refused: each rule that forbids it, and what was missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    transition: Option<&'static str>,
    event: String,
    /// At least one.
    broken: Vec<(&'static Rule, String)>,
}

impl Refusal {
    pub(super) fn new(
        transition: Option<&Transition>,
        event: &Event,
        broken: Vec<(&'static Rule, String)>,
    ) -> Self {
        let transition = transition.map(Transition::id);
        let name = transition.map_or(String::new(), |id| format!("{id} "));
        Self { transition, event: format!("{name}{} on {}", event.kind().code(), event.effective()), broken }
    }

    /// Each rule that forbids the event, with what was missing or wrong, in words: one at least.
    pub fn reasons(&self) -> impl Iterator<Item = (&'static Rule, &str)> {
        self.broken.iter().map(|(rule, message)| (*rule, message.as_str()))
    }

    /// The id of the transition that was tried, such as `X06`; none where the status allows no such event.
    #[must_use]
    pub const fn transition(&self) -> Option<&'static str> {
        self.transition
    }
}

impl fmt::Display for Refusal {
    /// Such as `INT-06: X03 review_directed on 2019-06-04: needs the commissioner's name`, further reasons after
    /// a semicolon.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (rule, message)) in self.reasons().enumerate() {
            match index {
                0 => write!(f, "{}: {}: {message}", rule.id(), self.event)?,
                _ => write!(f, "; {}: {message}", rule.id())?,
            }
        }
        Ok(())
    }
}

impl core::error::Error for Refusal {}

/// A case cannot be made from these events, or with that history.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct ReplayError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("events[{index}]: {refusal}")]
    Event { index: usize, refusal: Refusal },
    #[error(
        "the case is of {} ({case}), and the inspection history of {} ({history})",
        case.ons_code(),
        history.ons_code()
    )]
    Authority { case: LocalAuthority, history: LocalAuthority },
}

impl ReplayError {
    /// The place of the event that was refused, counted from 0, and why it was; none where it is the history
    /// that does not fit.
    #[must_use]
    pub const fn refusal(&self) -> Option<(usize, &Refusal)> {
        match &self.0 {
            Problem::Event { index, refusal } => Some((*index, refusal)),
            Problem::Authority { .. } => None,
        }
    }
}

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, expecting = "a case: an object with history and events")]
struct Wire {
    history: InspectionHistory,
    #[serde(default)]
    assumptions: Assumptions,
    #[serde(default, skip_serializing_if = "DeliveryModels::is_empty")]
    delivery_models: DeliveryModels,
    events: Vec<Event>,
}

impl TryFrom<crate::wire::Object<Wire>> for Case {
    type Error = ReplayError;

    fn try_from(crate::wire::Object(wire): crate::wire::Object<Wire>) -> Result<Self, ReplayError> {
        Self::new(wire.history, wire.assumptions)
            .with_delivery_models(wire.delivery_models)
            .replay(wire.events)
    }
}

impl From<Case> for Wire {
    fn from(Case { history, assumptions, delivery_models, log }: Case) -> Self {
        let events = log.into_iter().map(|entry| entry.event).collect();
        Self { history, assumptions, delivery_models, events }
    }
}
