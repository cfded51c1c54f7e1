//! How the delivery of one authority's services changes hands.

use super::{DeliveryModel, DeliveryModelError, DeliveryModelKind, DeliveryModels, DeliveryStatus};
use crate::{
    authority::LocalAuthority,
    calendar::{PartialDate, PartialDateError},
};
use chrono::NaiveDate;

/// Who delivers one authority's children's services over time: a machine of its own beside the
/// [`Case`](crate::Case).
///
/// | from | by | to |
/// | --- | --- | --- |
/// | in-house | [`plan`](Self::plan) | planned |
/// | planned | [`go_live`](Self::go_live) | operational |
/// | planned | [`cancel`](Self::cancel) | cancelled: in-house goes on |
/// | operational | [`change`](Self::change) (owner or scope) | operational, on a new record |
/// | operational | [`end`](Self::end) | ended: in-house again from the next day |
///
/// An improvement partnership is none of these, for the council goes on delivering. There is one model at a time, with no gap and no overlap between one and the next. It is for planning ahead
/// in one authority, with days that are known; a company of several councils, and dates known to the month,
/// are recorded as [`DeliveryModel`] directly.
///
/// # Examples
///
/// ```
/// use childrens_services::{DeliveryModelKind, DeliveryStatus, LocalAuthority, delivery::Delivery};
///
/// // Worcestershire: a company from 1 October 2019 to 30 September 2024, then in-house again.
/// let mut services = Delivery::in_house(LocalAuthority::with_ons_code("E10000034")?);
/// let company = DeliveryModelKind::CouncilOwnedCompany;
/// services.plan("Worcestershire Children First", company, "Worcestershire Children First Ltd")?;
/// services.go_live("2019-10-01".parse()?)?;
/// assert_eq!(services.status(), Some(DeliveryStatus::Operational));
/// assert_eq!(
///     services.end("2024-09-30".parse()?, "2024-10-02".parse()?).unwrap_err().to_string(),
///     "delivery ends on 2024-09-30 and the council's begins on 2024-10-02, not on the day after",
/// );
/// services.end("2024-09-30".parse()?, "2024-10-01".parse()?)?;
/// assert_eq!(services.delivered_by(), DeliveryModelKind::InHouse);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Delivery {
    authority: LocalAuthority,
    models: Vec<DeliveryModel>,
}

impl Delivery {
    /// The council delivers, and has no other plans.
    #[must_use]
    pub const fn in_house(authority: LocalAuthority) -> Self {
        Self { authority, models: Vec::new() }
    }

    /// The authority.
    #[must_use]
    pub const fn authority(&self) -> LocalAuthority {
        self.authority
    }

    /// The status of the latest model; none where there was never one.
    #[must_use]
    pub fn status(&self) -> Option<DeliveryStatus> {
        self.models.last().map(DeliveryModel::status)
    }

    /// Which kind of model delivers now: in-house unless one is operational.
    #[must_use]
    pub fn delivered_by(&self) -> DeliveryModelKind {
        match self.models.last() {
            Some(model) if model.status() == DeliveryStatus::Operational => model.kind(),
            _ => DeliveryModelKind::InHouse,
        }
    }

    /// The models in order, for a [`Case`](crate::Case) and for counting.
    #[must_use]
    pub fn models(&self) -> DeliveryModels {
        self.models.iter().cloned().collect()
    }

    /// Plans a model.
    ///
    /// # Errors
    ///
    /// Refuses in-house and an improvement partnership as a plan, a second plan, a plan while a model is operational, and names that say
    /// nothing.
    pub fn plan(
        &mut self,
        name: impl Into<String>,
        kind: DeliveryModelKind,
        provider: impl Into<String>,
    ) -> Result<(), DeliveryError> {
        if let Some(status @ (DeliveryStatus::Planned | DeliveryStatus::Operational)) = self.status() {
            return Err(DeliveryError(Problem::NotInHouse(status)));
        }
        let model = self.model(name, kind, provider, DeliveryStatus::Planned)?;
        self.models.push(model);
        Ok(())
    }

    /// The planned model begins to deliver.
    ///
    /// # Errors
    ///
    /// Refuses where nothing is planned, and a day on or before the end of the model before.
    pub fn go_live(&mut self, on: NaiveDate) -> Result<(), DeliveryError> {
        let planned = self.latest(DeliveryStatus::Planned, "goes live")?.clone();
        let before = self.models.iter().rev().find_map(DeliveryModel::end);
        if let Some(end) = before.filter(|end| on <= end.last()) {
            return Err(DeliveryError(Problem::TooEarly { on, end }));
        }
        let start = PartialDate::day(on)?;
        self.replace(planned.with_status(DeliveryStatus::Operational).with_start(start));
        Ok(())
    }

    /// The plan is dropped.
    ///
    /// # Errors
    ///
    /// Refuses where nothing is planned.
    pub fn cancel(&mut self) -> Result<(), DeliveryError> {
        let planned = self.latest(DeliveryStatus::Planned, "is cancelled")?.clone();
        self.replace(planned.with_status(DeliveryStatus::Cancelled));
        Ok(())
    }

    /// Another model takes over from the operational one on that day: another owner or scope, on a new
    /// record. The one before ends the day before.
    ///
    /// # Errors
    ///
    /// Refuses where nothing is operational, in-house and an improvement partnership as the next model, a day on or before the start, and
    /// names that say nothing.
    pub fn change(
        &mut self,
        name: impl Into<String>,
        kind: DeliveryModelKind,
        provider: impl Into<String>,
        on: NaiveDate,
    ) -> Result<(), DeliveryError> {
        let next = self.model(name, kind, provider, DeliveryStatus::Operational)?;
        let last_day = on.pred_opt().ok_or(DeliveryError(Problem::NoDayBefore(on)))?;
        let ended = self.ended(last_day, "is changed")?;
        let next = next.with_start(PartialDate::day(on)?);
        self.replace(ended);
        self.models.push(next);
        Ok(())
    }

    /// The operational model ends, and the council delivers from the day after.
    ///
    /// # Errors
    ///
    /// Refuses where nothing is operational, a last day before the start, and a day other than the next on
    /// which the council begins.
    pub fn end(&mut self, last_day: NaiveDate, council_from: NaiveDate) -> Result<(), DeliveryError> {
        let ended = self.ended(last_day, "ends")?;
        if last_day.succ_opt() != Some(council_from) {
            return Err(DeliveryError(Problem::GapOrOverlap { last_day, council_from }));
        }
        self.replace(ended);
        Ok(())
    }

    fn model(
        &self,
        name: impl Into<String>,
        kind: DeliveryModelKind,
        provider: impl Into<String>,
        status: DeliveryStatus,
    ) -> Result<DeliveryModel, DeliveryError> {
        if matches!(kind, DeliveryModelKind::InHouse | DeliveryModelKind::ImprovementPartnership) {
            return Err(DeliveryError(Problem::CouncilDelivers(kind)));
        }
        Ok(DeliveryModel::new(name, kind, provider, [self.authority], status)?)
    }

    /// The latest model, where it has the status.
    fn latest(&self, wanted: DeliveryStatus, what: &'static str) -> Result<&DeliveryModel, DeliveryError> {
        let latest = self.models.last().filter(|model| model.status() == wanted);
        latest.ok_or(DeliveryError(Problem::Nothing { wanted, what, status: self.status() }))
    }

    /// The operational model, ended.
    fn ended(&self, last_day: NaiveDate, what: &'static str) -> Result<DeliveryModel, DeliveryError> {
        let model = self.latest(DeliveryStatus::Operational, what)?;
        if let Some(start) = model.start().filter(|start| last_day < start.first()) {
            return Err(DeliveryError(Problem::EndBeforeStart { last_day, start }));
        }
        let end = PartialDate::day(last_day)?;
        Ok(model.clone().with_status(DeliveryStatus::Ended).with_end(end))
    }

    fn replace(&mut self, model: DeliveryModel) {
        self.models.pop();
        self.models.push(model);
    }
}

/// Services cannot change hands so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct DeliveryError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("a model is planned from in-house delivery, but one is {0}")]
    NotInHouse(DeliveryStatus),
    #[error("{} is no model to move services to, for there the council delivers", .0.label().to_lowercase())]
    CouncilDelivers(DeliveryModelKind),
    #[error("no model {what}: none is {wanted}{}", status.map_or(String::new(), |status| format!(", the latest is {status}")))]
    Nothing { wanted: DeliveryStatus, what: &'static str, status: Option<DeliveryStatus> },
    #[error("delivery begins on {on}, but the model before ends on {end}")]
    TooEarly { on: NaiveDate, end: PartialDate },
    #[error("delivery ends on {last_day}, before it begins on {start}")]
    EndBeforeStart { last_day: NaiveDate, start: PartialDate },
    #[error("delivery ends on {last_day} and the council's begins on {council_from}, not on the day after")]
    GapOrOverlap { last_day: NaiveDate, council_from: NaiveDate },
    #[error("there is no day before {0}")]
    NoDayBefore(NaiveDate),
    #[error(transparent)]
    Model(DeliveryModelError),
    #[error(transparent)]
    Date(PartialDateError),
}

impl From<DeliveryModelError> for DeliveryError {
    fn from(error: DeliveryModelError) -> Self {
        Self(Problem::Model(error))
    }
}

impl From<PartialDateError> for DeliveryError {
    fn from(error: PartialDateError) -> Self {
        Self(Problem::Date(error))
    }
}
