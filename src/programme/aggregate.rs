//! The programme as a whole.

use super::{Claim, Reporting, ServiceArea, WorkforceRecord, rules};
use crate::{
    authority::LocalAuthority,
    governance::Governance,
    inspection::InspectionHistory,
    intervention::Case,
    kpi::{Indicator, Series},
    plan::{Answer, ImprovementPlan},
    rules::Findings,
    text::{OneLine, excerpt},
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The parts of a programme, before they are checked against each other.
///
/// # Examples
///
/// ```
/// use childrens_services::{Assumptions, Case, InspectionHistory, LocalAuthority, OneLine, Programme, ProgrammeParts};
///
/// let history = InspectionHistory::new(LocalAuthority::with_ons_code("E10000032")?, [])?;
/// let mut parts = ProgrammeParts::of(Case::new(history, Assumptions::new()));
/// parts.title = Some(OneLine::new("Children First Service Improvement Programme")?);
/// let programme = Programme::new(parts)?;
/// assert_eq!(programme.authority().name(), "West Sussex");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ProgrammeParts {
    /// What the programme is called.
    pub title: Option<OneLine>,
    /// The inspections of the authority, and the episode of intervention.
    pub case: Case,
    /// The improvement plan.
    pub plan: Option<ImprovementPlan>,
    /// Posts, bodies, decisions and strategies.
    pub governance: Governance,
    /// Indicators over time, each once.
    pub kpis: Vec<Series>,
    /// The workforce.
    pub workforce: WorkforceRecord,
    /// Service areas.
    pub service_areas: Vec<ServiceArea>,
    /// The reports made.
    pub reporting: Reporting,
}

impl ProgrammeParts {
    /// A programme of nothing but the case.
    #[must_use]
    pub fn of(case: Case) -> Self {
        Self {
            title: None,
            case,
            plan: None,
            governance: Governance::default(),
            kpis: Vec::new(),
            workforce: WorkforceRecord::new(),
            service_areas: Vec::new(),
            reporting: Reporting::new(),
        }
    }
}

/// Everything about one authority's improvement.
///
/// # Guarantees
///
/// Parts that name each other fit: the plan answers an inspection on record, actions and measures name areas of it, and a
/// claim names an indicator or a timescale that is there. No indicator stands twice.
///
/// # Wire
///
/// `{"format": 1, "title": …, "case": …, "plan": …, "governance": …, "kpis": […], "workforce": …, "service_areas": […],
/// "reporting": …}`; only `format` and `case` must be there. `format` is [`Programme::FORMAT`]; another is refused.
///
/// # Examples
///
/// See [`ProgrammeParts`], and the example `west_sussex`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "crate::wire::Object<wire::Wire>", into = "wire::Wire")]
pub struct Programme(pub(super) ProgrammeParts);

impl Programme {
    /// The version of the document that this crate reads and writes.
    pub const FORMAT: u32 = 1;

    /// A programme of its parts.
    ///
    /// # Errors
    ///
    /// Refuses parts that do not fit each other: two series of one indicator; a plan whose inspection is not on record; an
    /// action or a measure that names an area which that inspection does not have; a claim measured by what is not there.
    pub fn new(parts: ProgrammeParts) -> Result<Self, ProgrammeError> {
        let mut codes = BTreeSet::new();
        for (index, series) in parts.kpis.iter().enumerate() {
            let code = series.indicator().code();
            if !codes.insert(code) {
                return Err(ProgrammeError::new(
                    format!("kpis[{index}].indicator"),
                    format!("{code} has a series before it, and an indicator stands once"),
                ));
            }
        }
        if let Some(plan) = &parts.plan {
            check_plan(plan, parts.case.history())?;
        }
        let changes = parts.workforce.changes().iter().map(|change| change.indicator.code());
        codes.extend(changes);
        check_claims("workforce", parts.workforce.claims(), &codes, &BTreeSet::new())?;
        for (index, area) in parts.service_areas.iter().enumerate() {
            let timescales: BTreeSet<&str> =
                area.timeliness().iter().map(|events| events.standard().timescale().id()).collect();
            check_claims(&format!("service_areas[{index}]"), area.claims(), &codes, &timescales)?;
        }
        Ok(Self(parts))
    }

    /// Its parts, to change them.
    #[must_use]
    pub fn into_parts(self) -> ProgrammeParts {
        self.0
    }

    /// The authority.
    #[must_use]
    pub const fn authority(&self) -> LocalAuthority {
        self.0.case.history().authority()
    }

    /// What the programme is called.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.0.title.as_ref().map(OneLine::as_str)
    }

    /// The inspections of the authority.
    #[must_use]
    pub const fn history(&self) -> &InspectionHistory {
        self.0.case.history()
    }

    /// The episode of intervention.
    #[must_use]
    pub const fn case(&self) -> &Case {
        &self.0.case
    }

    /// The improvement plan.
    #[must_use]
    pub const fn plan(&self) -> Option<&ImprovementPlan> {
        self.0.plan.as_ref()
    }

    /// Posts, bodies, decisions and strategies.
    #[must_use]
    pub const fn governance(&self) -> &Governance {
        &self.0.governance
    }

    /// Indicators over time.
    #[must_use]
    pub fn kpis(&self) -> &[Series] {
        &self.0.kpis
    }

    /// The workforce.
    #[must_use]
    pub const fn workforce(&self) -> &WorkforceRecord {
        &self.0.workforce
    }

    /// Service areas.
    #[must_use]
    pub fn service_areas(&self) -> &[ServiceArea] {
        &self.0.service_areas
    }

    /// The reports made.
    #[must_use]
    pub const fn reporting(&self) -> &Reporting {
        &self.0.reporting
    }

    /// The indicators whose code is defined otherwise before, each with its place and the definition before it.
    pub(super) fn second_definitions(&self) -> Vec<(String, &Indicator, &Indicator)> {
        let kpis = self.kpis().iter().enumerate();
        let kpis = kpis.map(|(index, series)| (format!("kpis[{index}].indicator"), series.indicator()));
        let measures = self.plan().map(ImprovementPlan::measures).unwrap_or_default().iter().enumerate();
        let measures = measures
            .map(|(index, measure)| (format!("plan.measures[{index}].indicator"), &measure.indicator));
        let changes = self.workforce().changes().iter().enumerate();
        let changes = changes
            .map(|(index, change)| (format!("workforce.changes[{index}].indicator"), &change.indicator));
        let mut first: BTreeMap<&str, &Indicator> = BTreeMap::new();
        let all = kpis.chain(measures).chain(changes).filter_map(|(place, indicator)| {
            let defined = *first.entry(indicator.code()).or_insert(indicator);
            (defined != indicator).then_some((place, indicator, defined))
        });
        all.collect()
    }

    /// All that is wrong or unusual about any part, as of a day: the case, the plan, governance, indicators, workforce,
    /// service areas and reporting, in this order, and in each as its own findings are ordered.
    ///
    /// A place is the path in the document: `plan.actions[3].due`. Inspections stand there in the order of their start.
    ///
    /// The day decides what is overdue and what is not yet due. What stands on record is checked whenever it is dated; ask
    /// [`state_on`](Self::state_on) first for what could be found on an earlier day.
    #[must_use]
    pub fn findings(&self, as_of: NaiveDate) -> Findings {
        rules::findings(self, as_of)
    }
}

fn check_plan(plan: &ImprovementPlan, history: &InspectionHistory) -> Result<(), ProgrammeError> {
    let start = plan.identity().inspection_start();
    let Some(inspection) = plan.inspection(history) else {
        let message = format!("no inspection that started on {start} is on record in case.history");
        return Err(ProgrammeError::new("plan.identity.inspection_start".to_owned(), message));
    };
    let known: BTreeSet<u32> =
        inspection.areas_for_improvement().unwrap_or_default().iter().map(|area| area.number()).collect();
    let check = |place: String, number: u32| match known.contains(&number) {
        true => Ok(()),
        false => {
            let count = known.len();
            let message = format!(
                "area {number} is none of the {count} areas for improvement of the inspection that started on {start}"
            );
            Err(ProgrammeError::new(place, message))
        }
    };
    for (index, measure) in plan.measures().iter().enumerate() {
        for (at, number) in measure.areas.iter().enumerate() {
            check(format!("plan.measures[{index}].areas[{at}]"), *number)?;
        }
    }
    for (index, action) in plan.actions().iter().enumerate() {
        for (at, answer) in action.answers().iter().enumerate() {
            if let Answer::Area(number) = answer {
                check(format!("plan.actions[{index}].answers[{at}]"), *number)?;
            }
        }
    }
    Ok(())
}

fn check_claims(
    place: &str,
    claims: &[Claim],
    codes: &BTreeSet<&str>,
    timescales: &BTreeSet<&str>,
) -> Result<(), ProgrammeError> {
    for (index, claim) in claims.iter().enumerate() {
        let Some(measure) = claim.measured_by() else { continue };
        if !codes.contains(measure) && !timescales.contains(measure) {
            let given = excerpt(measure);
            let message = format!(
                "{given:?} is neither an indicator of kpis or workforce.changes nor a timescale of the same service area"
            );
            return Err(ProgrammeError::new(format!("{place}.claims[{index}].measured_by"), message));
        }
    }
    Ok(())
}

/// Parts of a programme do not fit each other.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {message}")]
pub struct ProgrammeError {
    place: String,
    message: String,
}

impl ProgrammeError {
    const fn new(place: String, message: String) -> Self {
        Self { place, message }
    }

    fn format(given: u32) -> Self {
        let message = format!("{given} is not {}, the format that this version reads", Programme::FORMAT);
        Self::new("format".to_owned(), message)
    }

    /// The path to what does not fit, such as `plan.actions[3].answers`.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }
}

/// The series of a programme by the codes of their indicators.
pub(super) fn by_code(series: &[Series]) -> BTreeMap<&str, &Series> {
    series.iter().map(|series| (series.indicator().code(), series)).collect()
}

mod wire {
    use super::{
        Case, Governance, ImprovementPlan, OneLine, Programme, ProgrammeError, ProgrammeParts, Reporting,
        Series, ServiceArea, WorkforceRecord,
    };
    use crate::wire::Object;
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields, expecting = "a programme: an object with format and case")]
    pub(super) struct Wire {
        format: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<OneLine>,
        case: Case,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        plan: Option<ImprovementPlan>,
        #[serde(default)]
        governance: Governance,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        kpis: Vec<Series>,
        #[serde(default = "WorkforceRecord::new")]
        workforce: WorkforceRecord,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        service_areas: Vec<ServiceArea>,
        #[serde(default = "Reporting::new")]
        reporting: Reporting,
    }

    impl TryFrom<Object<Wire>> for Programme {
        type Error = ProgrammeError;

        fn try_from(Object(wire): Object<Wire>) -> Result<Self, ProgrammeError> {
            if wire.format != Self::FORMAT {
                return Err(ProgrammeError::format(wire.format));
            }
            let Wire { format: _, title, case, plan, governance, kpis, workforce, service_areas, reporting } =
                wire;
            Self::new(ProgrammeParts {
                title,
                case,
                plan,
                governance,
                kpis,
                workforce,
                service_areas,
                reporting,
            })
        }
    }

    impl From<Programme> for Wire {
        fn from(Programme(parts): Programme) -> Self {
            let ProgrammeParts { title, case, plan, governance, kpis, workforce, service_areas, reporting } =
                parts;
            let format = Programme::FORMAT;
            Self { format, title, case, plan, governance, kpis, workforce, service_areas, reporting }
        }
    }
}
