//! Delivery models beside each other, and how many there are.

use super::{Coverage, DeliveryModel, checks};
use crate::rules::{Finding, Findings};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// How many companies delivered on a day, and for how many authorities.
///
/// A company that serves several councils counts once among the companies, and each of its councils once
/// among the authorities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CompanyCount {
    /// Companies.
    pub companies: usize,
    /// Authorities whose services a company delivers.
    pub authorities: usize,
}

/// Delivery models beside each other.
///
/// # Examples
///
/// ```
/// use childrens_services::{
///     DeliveryModel, DeliveryModelKind, DeliveryModels, DeliveryStatus, LocalAuthority,
///     delivery::CompanyCount,
/// };
///
/// // One company of two councils.
/// let achieving = DeliveryModel::new(
///     "Achieving for Children",
///     DeliveryModelKind::JointlyOwnedCompany,
///     "Achieving for Children CIC",
///     [LocalAuthority::with_ons_code("E09000021")?, LocalAuthority::with_ons_code("E09000027")?],
///     DeliveryStatus::Operational,
/// )?
/// .with_start("2014-04".parse()?);
/// let models: DeliveryModels = [achieving].into_iter().collect();
/// let count = models.companies_on("2018-01-17".parse()?);
/// assert_eq!(count, CompanyCount { companies: 1, authorities: 2 });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct DeliveryModels(Vec<DeliveryModel>);

impl DeliveryModels {
    /// No models yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Each in the order given.
    #[must_use]
    pub fn as_slice(&self) -> &[DeliveryModel] {
        &self.0
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The companies that certainly delivered on a day, by the provider's name, and the authorities they
    /// delivered for. Those whose dates leave it open are not counted: see
    /// [`uncertain_companies_on`](Self::uncertain_companies_on). The same company must have the same name
    /// throughout.
    #[must_use]
    pub fn companies_on(&self, day: NaiveDate) -> CompanyCount {
        self.count(day, |model| model.covers(day) == Coverage::Yes)
    }

    fn count(&self, day: NaiveDate, such: impl Fn(&DeliveryModel) -> bool) -> CompanyCount {
        let companies = || self.0.iter().filter(|model| model.kind().is_childrens_trust() && such(model));
        let providers: BTreeSet<&str> = companies().map(DeliveryModel::provider).collect();
        let authorities: BTreeSet<&str> = companies()
            .flat_map(|model| model.authorities())
            .map(|&authority| {
                // One authority under two codes is one.
                authority.as_of(day).unwrap_or(authority).ons_code()
            })
            .collect();
        CompanyCount { companies: providers.len(), authorities: authorities.len() }
    }

    /// The companies of which it is not known whether they delivered on a day: those that
    /// [`companies_on`](Self::companies_on) does not count and that may belong there.
    pub fn uncertain_companies_on(&self, day: NaiveDate) -> impl Iterator<Item = &DeliveryModel> {
        let company = |model: &&DeliveryModel| model.kind().is_childrens_trust();
        self.0.iter().filter(company).filter(move |model| model.covers(day) == Coverage::Unknown)
    }

    /// Checks a count stated elsewhere, such as in a report, against the models (rule `ADM-04`). Where dates leave
    /// it open whether a company delivered, either count will do.
    #[must_use]
    pub fn check_stated_count(&self, day: NaiveDate, stated: CompanyCount) -> Option<Finding> {
        let (certain, uncertain) =
            (self.companies_on(day), self.count(day, |model| model.covers(day) != Coverage::No));
        checks::stated_count(certain, uncertain, day, stated)
    }

    /// What is impossible or unusual as of a day.
    #[must_use]
    pub fn findings(&self, as_of: NaiveDate) -> Findings {
        checks::of_models(self, as_of)
    }
}

impl Extend<DeliveryModel> for DeliveryModels {
    fn extend<I: IntoIterator<Item = DeliveryModel>>(&mut self, models: I) {
        self.0.extend(models);
    }
}

impl FromIterator<DeliveryModel> for DeliveryModels {
    fn from_iter<I: IntoIterator<Item = DeliveryModel>>(models: I) -> Self {
        Self(models.into_iter().collect())
    }
}

impl IntoIterator for DeliveryModels {
    type Item = DeliveryModel;
    type IntoIter = std::vec::IntoIter<DeliveryModel>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
