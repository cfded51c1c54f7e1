//! The plan as a whole.

use super::{Action, Measure, SignOff, StatusScheme, Voice, rules, rules_of_actions, rules_of_sign_off};
use crate::{
    inspection::{Assumptions, Inspection, InspectionHistory, Receipt},
    record::record,
    rules::Findings,
    text::{OneLine, excerpt},
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

record! {
    /// What a plan is, and which inspection it answers.
    PlanIdentity, "the identity of a plan: an object with inspection_start, title and version";
    required days {
        /// The first day of the inspection that it answers.
        inspection_start,
    }
    required copies {}
    required {
        /// Its title.
        title: OneLine,
        /// The version described here.
        version: OneLine,
    }
    texts {}
    days {}
    copies {}
    values {}
    lists {}
}

/// An improvement plan: the written statement of action after an inspection, and how it is delivered.
///
/// # Guarantees
///
/// No two actions have one id, and no two measures one indicator; an action waits only for actions, and is measured only
/// by measures, of the plan.
///
/// # Source
///
/// Education and Inspections Act 2006 s137(3): a written statement of the action proposed and the period for it. What else
/// belongs into a plan is practice.
///
/// # Wire
///
/// `{"identity": …, "sign_off": …, "voice": […], "status_scheme": […], "measures": […], "actions": […]}`; only the
/// identity must be there.
///
/// # Examples
///
/// ```
/// use childrens_services::{
///     Action, Activity, Answer, AreaForImprovement, Framework, ImprovementPlan, Inspection, LocalAuthority, OneLine,
///     PlanIdentity, SignOff,
/// };
///
/// let inspection = Inspection::new(
///     LocalAuthority::with_ons_code("E10000032")?,
///     Framework::Ilacs,
///     Activity::StandardInspection,
///     "2019-02-25".parse()?,
/// )?
/// .with_areas_for_improvement([AreaForImprovement::new(1, "Practice infrastructure")?, AreaForImprovement::new(2, "Neglect")?]);
///
/// let identity = PlanIdentity::new(
///     "2019-02-25".parse()?,
///     OneLine::new("Children First Practice Improvement Plan")?,
///     OneLine::new("1")?,
/// );
/// let action = Action::new(OneLine::new("2.1")?, OneLine::new("Train all teams")?).with_answer(Answer::Area(2)); // invented
/// let plan = ImprovementPlan::new(identity, SignOff::new(), vec![], vec![action])?;
/// let coverage = plan.coverage(&inspection);
/// assert_eq!(coverage.to_string(), "1 of 2 areas for improvement answered by an action");
/// assert_eq!(coverage.unanswered().map(|area| area.number()).collect::<Vec<_>>(), [1]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "crate::wire::Object<Wire>", into = "Wire")]
pub struct ImprovementPlan {
    identity: PlanIdentity,
    sign_off: SignOff,
    voice: Vec<Voice>,
    status_scheme: StatusScheme,
    measures: Vec<Measure>,
    actions: Vec<Action>,
}

impl ImprovementPlan {
    /// A plan of measures and actions, in the order given, rated BRAG.
    ///
    /// # Errors
    ///
    /// Refuses two actions of one id, two measures of one indicator, and an action that names another action or a measure
    /// that the plan does not have.
    pub fn new(
        identity: PlanIdentity,
        sign_off: SignOff,
        measures: Vec<Measure>,
        actions: Vec<Action>,
    ) -> Result<Self, PlanError> {
        let mut codes = BTreeSet::new();
        for (index, measure) in measures.iter().enumerate() {
            let code = measure.indicator.code();
            if !codes.insert(code) {
                let place = format!("measures[{index}].indicator");
                return Err(PlanError { place, given: excerpt(code), fault: Fault::SecondMeasure });
            }
        }
        let mut ids = BTreeSet::new();
        for (index, action) in actions.iter().enumerate() {
            if !ids.insert(action.id().as_str()) {
                let place = format!("actions[{index}].id");
                return Err(PlanError {
                    place,
                    given: excerpt(action.id().as_str()),
                    fault: Fault::SecondAction,
                });
            }
        }
        let known = |list: &[OneLine], known: &BTreeSet<&str>, name: &str, index: usize, fault| match list
            .iter()
            .enumerate()
            .find(|(_, one)| !known.contains(one.as_str()))
        {
            Some((at, one)) => {
                let place = format!("actions[{index}].{name}[{at}]");
                Err(PlanError { place, given: excerpt(one.as_str()), fault })
            }
            None => Ok(()),
        };
        for (index, action) in actions.iter().enumerate() {
            known(action.depends_on(), &ids, "depends_on", index, Fault::NoAction)?;
            known(action.measures(), &codes, "measures", index, Fault::NoMeasure)?;
        }
        let (voice, status_scheme) = (Vec::new(), StatusScheme::brag());
        Ok(Self { identity, sign_off, voice, status_scheme, measures, actions })
    }

    /// Adds how somebody shaped the plan.
    #[must_use]
    pub fn with_voice(mut self, voice: Voice) -> Self {
        self.voice.push(voice);
        self
    }

    /// Sets the council's own words for statuses.
    #[must_use]
    pub fn with_status_scheme(mut self, scheme: StatusScheme) -> Self {
        self.status_scheme = scheme;
        self
    }

    /// What it is.
    #[must_use]
    pub const fn identity(&self) -> &PlanIdentity {
        &self.identity
    }

    /// How it was signed off.
    #[must_use]
    pub const fn sign_off(&self) -> &SignOff {
        &self.sign_off
    }

    /// Who shaped it, or tests it.
    #[must_use]
    pub fn voice(&self) -> &[Voice] {
        &self.voice
    }

    /// The words for statuses.
    #[must_use]
    pub const fn status_scheme(&self) -> &StatusScheme {
        &self.status_scheme
    }

    /// Its measures, in order.
    #[must_use]
    pub fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// Its actions, in order.
    #[must_use]
    pub fn actions(&self) -> &[Action] {
        &self.actions
    }

    /// The inspection that it answers, where that is on record.
    #[must_use]
    pub fn inspection<'a>(&self, history: &'a InspectionHistory) -> Option<&'a Inspection> {
        history.inspections().iter().find(|inspection| inspection.start() == self.identity.inspection_start())
    }

    /// When the report that it answers was received, from which its deadline runs: kept once, with the inspection.
    #[must_use]
    pub fn receipt(&self, history: &InspectionHistory) -> Option<Receipt> {
        self.inspection(history).and_then(Inspection::receipt)
    }

    /// The plan as it was known on a day: without what was signed off, completed or shown after it, and with the due dates
    /// of then. Statuses on record have no date and stay.
    #[must_use]
    pub fn known_on(&self, day: NaiveDate) -> Self {
        let mut known = self.clone();
        known.sign_off = self.sign_off.known_on(day);
        known.voice.retain(|voice| voice.on().is_none_or(|on| on.first() <= day));
        known.actions = self.actions.iter().map(|action| action.known_on(day)).collect();
        known
    }

    /// What is wanting, as of a day: the sign-off first, then coverage, measures and actions, in their order; see
    /// [`rules`]. Places are such as `actions[3].due`.
    #[must_use]
    pub fn findings(
        &self,
        history: &InspectionHistory,
        assumptions: &Assumptions,
        as_of: NaiveDate,
    ) -> Findings {
        let inspection = self.inspection(history);
        let mut findings = Findings::new();
        findings.extend(rules_of_sign_off::findings(self, inspection, assumptions.working_days(), as_of));
        findings.extend(rules::of_coverage(self, inspection, history));
        findings.extend(rules::of_measures(self));
        findings.extend(rules_of_actions::findings(self, as_of));
        findings
    }
}

/// A plan contradicts itself.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {given:?} {fault}")]
pub struct PlanError {
    place: String,
    given: String,
    fault: Fault,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
enum Fault {
    #[error("is the id of an action before it, and an id stands once in a plan")]
    SecondAction,
    #[error("is the indicator of a measure before it, and an indicator has one measure in a plan")]
    SecondMeasure,
    #[error("is no id of an action of the plan")]
    NoAction,
    #[error("is no indicator of a measure of the plan")]
    NoMeasure,
}

impl PlanError {
    /// The path to what contradicts the rest, such as `actions[3].depends_on[0]`.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }
}

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, expecting = "an improvement plan: an object with identity")]
struct Wire {
    identity: PlanIdentity,
    #[serde(default = "SignOff::new")]
    sign_off: SignOff,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    voice: Vec<Voice>,
    #[serde(default, skip_serializing_if = "is_brag")]
    status_scheme: StatusScheme,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    measures: Vec<Measure>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    actions: Vec<Action>,
}

fn is_brag(scheme: &StatusScheme) -> bool {
    *scheme == StatusScheme::brag()
}

impl TryFrom<crate::wire::Object<Wire>> for ImprovementPlan {
    type Error = PlanError;

    fn try_from(crate::wire::Object(wire): crate::wire::Object<Wire>) -> Result<Self, PlanError> {
        let plan = Self::new(wire.identity, wire.sign_off, wire.measures, wire.actions)?;
        Ok(Self { voice: wire.voice, status_scheme: wire.status_scheme, ..plan })
    }
}

impl From<ImprovementPlan> for Wire {
    fn from(plan: ImprovementPlan) -> Self {
        let ImprovementPlan { identity, sign_off, voice, status_scheme, measures, actions } = plan;
        Self { identity, sign_off, voice, status_scheme, measures, actions }
    }
}
