//! A delivery model on record.

use super::{DeliveryModelKind, DeliveryOrigin, DeliveryStatus, Document, StatutoryPost};
use crate::{
    authority::LocalAuthority,
    calendar::PartialDate,
    text::{OneLine, OneLineError, excerpt},
    vocabulary::vocabulary,
};
use chrono::NaiveDate;

vocabulary! {
    /// Whether a delivery model delivered on a day.
    Coverage: "coverage" {
        /// It did.
        Yes: "yes", "yes";
        /// It did not.
        No: "no", "no";
        /// Its dates are not known well enough.
        Unknown: "unknown", "unknown";
    }
}

/// A delivery model of one or more councils, as recorded.
///
/// What it holds may be wrong and still be on record: [`DeliveryModels::findings`](super::DeliveryModels::findings) says so.
///
/// # Examples
///
/// ```
/// use childrens_services::{
///     DeliveryModel, DeliveryModelKind, DeliveryStatus, LocalAuthority, delivery::Coverage,
/// };
///
/// // Sandwell Children's Trust, since 1 April 2018.
/// let trust = DeliveryModel::new(
///     "Sandwell Children's Trust",
///     DeliveryModelKind::CouncilOwnedCompany,
///     "Sandwell Children's Trust Ltd",
///     [LocalAuthority::with_ons_code("E08000028")?],
///     DeliveryStatus::Operational,
/// )?
/// .with_start("2018-04-01".parse()?);
/// assert_eq!(trust.covers("2020-11-08".parse()?), Coverage::Yes);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "crate::wire::Object<wire::Wire>", into = "wire::Wire")]
pub struct DeliveryModel {
    name: OneLine,
    kind: DeliveryModelKind,
    provider: OneLine,
    authorities: Vec<LocalAuthority>,
    status: DeliveryStatus,
    function: Option<OneLine>,
    origin: Option<DeliveryOrigin>,
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    end_document: Option<Document>,
    removes: Vec<StatutoryPost>,
}

impl DeliveryModel {
    /// A model by name: its kind, who provides the services, for which councils, and where it stands.
    ///
    /// # Errors
    ///
    /// Refuses names that say nothing or have control characters, and a model for no council.
    pub fn new(
        name: impl Into<String>,
        kind: DeliveryModelKind,
        provider: impl Into<String>,
        authorities: impl IntoIterator<Item = LocalAuthority>,
        status: DeliveryStatus,
    ) -> Result<Self, DeliveryModelError> {
        let (name, provider) = (OneLine::new(name)?, OneLine::new(provider)?);
        let mut distinct: Vec<LocalAuthority> = Vec::new();
        for authority in authorities {
            if !distinct.contains(&authority) {
                distinct.push(authority);
            }
        }
        if distinct.is_empty() {
            return Err(DeliveryModelError(Problem::NoAuthority(name)));
        }
        Ok(Self {
            name,
            kind,
            provider,
            authorities: distinct,
            status,
            function: None,
            origin: None,
            start: None,
            end: None,
            end_document: None,
            removes: Vec::new(),
        })
    }

    pub(super) const fn with_status(mut self, status: DeliveryStatus) -> Self {
        self.status = status;
        self
    }

    /// Sets the first day of delivery.
    #[must_use]
    pub const fn with_start(mut self, start: PartialDate) -> Self {
        self.start = Some(start);
        self
    }

    /// Sets the last day of delivery.
    #[must_use]
    pub const fn with_end(mut self, end: PartialDate) -> Self {
        self.end = Some(end);
        self
    }

    /// Sets the document that ends it.
    #[must_use]
    pub fn with_end_document(mut self, document: Document) -> Self {
        self.end_document = Some(document);
        self
    }

    /// Sets how it came about.
    #[must_use]
    pub const fn with_origin(mut self, origin: DeliveryOrigin) -> Self {
        self.origin = Some(origin);
        self
    }

    /// Sets the function it delivers, where that is not children's social care as a whole. Models overlap where
    /// they name the same function, or none.
    ///
    /// # Errors
    ///
    /// Refuses a text that says nothing, and control characters in it.
    pub fn with_function(mut self, function: impl Into<String>) -> Result<Self, OneLineError> {
        self.function = Some(OneLine::new(function)?);
        Ok(self)
    }

    /// Records that the terms take a statutory post from the council, which no model can (rule `ADM-05`).
    #[must_use]
    pub fn with_removed_post(mut self, post: StatutoryPost) -> Self {
        self.removes.push(post);
        self
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> DeliveryModelKind {
        self.kind
    }

    /// Who provides the services.
    #[must_use]
    pub fn provider(&self) -> &str {
        self.provider.as_str()
    }

    /// The councils, each once.
    #[must_use]
    pub fn authorities(&self) -> &[LocalAuthority] {
        &self.authorities
    }

    /// Where it stands.
    #[must_use]
    pub const fn status(&self) -> DeliveryStatus {
        self.status
    }

    /// The function it delivers, where that is not children's social care as a whole.
    #[must_use]
    pub fn function(&self) -> Option<&str> {
        self.function.as_ref().map(OneLine::as_str)
    }

    /// How it came about, where that is on record.
    #[must_use]
    pub const fn origin(&self) -> Option<DeliveryOrigin> {
        self.origin
    }

    /// The first day of delivery, where it is on record.
    #[must_use]
    pub const fn start(&self) -> Option<PartialDate> {
        self.start
    }

    /// The last day of delivery, where it is on record.
    #[must_use]
    pub const fn end(&self) -> Option<PartialDate> {
        self.end
    }

    /// The document that ends it, where it is on record.
    #[must_use]
    pub const fn end_document(&self) -> Option<&Document> {
        self.end_document.as_ref()
    }

    /// The statutory posts that its terms take from the council: rightly none.
    #[must_use]
    pub fn removed_posts(&self) -> &[StatutoryPost] {
        &self.removes
    }

    /// Whether it delivered on a day. `unknown` where a start or an end lies in that month or year and no day
    /// is on record, or where it ended and nothing says when.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> Coverage {
        if matches!(self.status, DeliveryStatus::Planned | DeliveryStatus::Cancelled) {
            return Coverage::No;
        }
        let started = match self.start {
            Some(start) if day < start.first() => return Coverage::No,
            Some(start) => day >= start.last(),
            None => false,
        };
        let going_on = match (self.end, self.status) {
            (Some(end), _) if day > end.last() => return Coverage::No,
            (Some(end), _) => day <= end.first(),
            (None, DeliveryStatus::Operational) => true,
            // It delivered on the day it started.
            (None, _) => self.start.and_then(PartialDate::exact) == Some(day),
        };
        if started && going_on { Coverage::Yes } else { Coverage::Unknown }
    }
}

/// A delivery model was described in a way that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct DeliveryModelError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error(transparent)]
    Text(OneLineError),
    #[error("delivery model {} is of no council", excerpt(.0.as_str()))]
    NoAuthority(OneLine),
}

impl From<OneLineError> for DeliveryModelError {
    fn from(error: OneLineError) -> Self {
        Self(Problem::Text(error))
    }
}

mod wire {
    use super::{
        DeliveryModel, DeliveryModelError, DeliveryModelKind, DeliveryOrigin, DeliveryStatus, Document,
        LocalAuthority, OneLine, PartialDate, StatutoryPost,
    };
    use crate::wire::Object;
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    #[serde(
        deny_unknown_fields,
        expecting = "a delivery model: an object with name, kind, provider, authorities and status"
    )]
    pub(super) struct Wire {
        name: OneLine,
        kind: DeliveryModelKind,
        provider: OneLine,
        authorities: Vec<LocalAuthority>,
        status: DeliveryStatus,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        function: Option<OneLine>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        origin: Option<DeliveryOrigin>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        start: Option<PartialDate>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        end: Option<PartialDate>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        end_document: Option<Document>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        removes: Vec<StatutoryPost>,
    }

    impl TryFrom<Object<Wire>> for DeliveryModel {
        type Error = DeliveryModelError;

        fn try_from(Object(wire): Object<Wire>) -> Result<Self, DeliveryModelError> {
            let model = Self::new(wire.name, wire.kind, wire.provider, wire.authorities, wire.status)?;
            let Wire { function, origin, start, end, end_document, removes, .. } = wire;
            Ok(Self { function, origin, start, end, end_document, removes, ..model })
        }
    }

    impl From<DeliveryModel> for Wire {
        fn from(model: DeliveryModel) -> Self {
            let DeliveryModel { name, kind, provider, authorities, status, function, origin, .. } = model;
            let DeliveryModel { start, end, end_document, removes, .. } = model;
            Self {
                name,
                kind,
                provider,
                authorities,
                status,
                function,
                origin,
                start,
                end,
                end_document,
                removes,
            }
        }
    }
}
