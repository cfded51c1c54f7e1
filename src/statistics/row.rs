//! One row of the data file.

use super::{
    area::{DfeCode, GeographicLevel, Name, OnsCode, RegionCode},
    cell::Cell,
    columns::{self, NUMBERS_LEN},
    exclusion::Exclusion,
    rate::RateColumn,
    reconcile::{Class, Reconciliation, Suppression},
    rules::{AREA_IS_KNOWN, CODES_BELONG_TOGETHER, RATE_FOLLOWS, RATE_IS_DERIVABLE, SYMBOL_FOLLOWS},
};
use crate::{
    authority::{JointReturn, LocalAuthority, Region, Subregion},
    kpi::Indicator,
    measure::{Figure, Period, Quantity, QuantityError, Reported, number::PLACES},
    rules::{Finding, Findings},
    text::same_words,
    workforce::{Count, Snapshot},
};
use core::fmt;

/// One row of the data file: an area, a reporting year, its counts and its printed rates.
///
/// # Guarantees
///
/// The codes have the shape of codes, but need not be known; see [`is_known_area`](Self::is_known_area). Every number
/// is in the range of its quantity. A row is known by its period and its [`code`](Self::code).
///
/// # Examples
///
/// See [the module](super).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Row {
    pub(super) line: u64,
    pub(super) period: Period,
    pub(super) level: GeographicLevel,
    pub(super) country: RegionCode,
    /// That of the row itself, or of the region in which the authority lies.
    pub(super) region: Option<RegionCode>,
    pub(super) authority: Option<(OnsCode, DfeCode)>,
    pub(super) name: Name,
    pub(super) numbers: [Cell; NUMBERS_LEN],
}

impl Row {
    /// The line of the file on which the row begins, 1 for the first.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// The year to 30 September.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }

    /// The level of the area.
    #[must_use]
    pub const fn level(&self) -> GeographicLevel {
        self.level
    }

    /// The name of the area, as printed.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// The most local ONS code, by which the area is known: `E10000032`, `E12000008`, `E92000001`, or
    /// `E09000021 / E09000027` for a joint return.
    #[must_use]
    pub fn code(&self) -> &str {
        match (&self.authority, &self.region) {
            (Some((code, _)), _) => code.as_str(),
            (None, Some(region)) => region.as_str(),
            (None, None) => self.country.as_str(),
        }
    }

    pub(super) fn code_bytes(&self) -> &[u8] {
        match (&self.authority, &self.region) {
            (Some((code, _)), _) => code.as_bytes(),
            (None, Some(region)) => region.as_bytes(),
            (None, None) => self.country.as_bytes(),
        }
    }

    /// The ONS code of the country.
    #[must_use]
    pub fn country_code(&self) -> &str {
        self.country.as_str()
    }

    /// The ONS code of the region, which for an authority in London is that of Inner or Outer London; none for England.
    #[must_use]
    pub fn region_code(&self) -> Option<&str> {
        self.region.as_ref().map(RegionCode::as_str)
    }

    /// The DfE code of a local authority, `938`, or `314 / 318` for a joint return.
    #[must_use]
    pub fn dfe_code(&self) -> Option<&str> {
        self.authority.as_ref().map(|(_, code)| code.as_str())
    }

    /// The local authority of the ONS code, where the crate's table has it.
    #[must_use]
    pub fn local_authority(&self) -> Option<LocalAuthority> {
        LocalAuthority::find(self.authority.as_ref()?.0.as_str())
    }

    /// The joint return of the ONS codes, where it is a known one.
    #[must_use]
    pub fn joint_return(&self) -> Option<&'static JointReturn> {
        let code = self.authority.as_ref()?.0.as_str();
        JointReturn::ALL.iter().find(|joint| joint.ons_codes() == code)
    }

    /// Whether the crate knows the area's own code: England, its regions, the parts of London, the local authorities of
    /// any time, the joint returns.
    #[must_use]
    pub fn is_known_area(&self) -> bool {
        const ENGLAND: &str = "E92000001";
        let code = self.code();
        match self.level {
            GeographicLevel::National => code == ENGLAND,
            GeographicLevel::Regional => {
                Region::ALL.iter().any(|region| region.ons_code() == code)
                    || Subregion::ALL.iter().any(|part| part.ons_code() == code)
            }
            GeographicLevel::LocalAuthority => {
                self.local_authority().is_some() || self.joint_return().is_some()
            }
        }
    }

    /// The counts, each a number or its symbol, to compute with. What is printed to one place is taken as exact there;
    /// [`figure`](Self::figure) and [`reconciliations`](Self::reconciliations) know the rounding. Its rates are there also
    /// where the Department prints a symbol, such as `[u]` for a cover above 100%.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        fn of<T: TryFrom<Quantity, Error = QuantityError>>(row: &Row, count: Count) -> Option<Reported<T>> {
            row.numbers[count as usize].reported(columns::KINDS[count as usize].unit)
        }
        Snapshot {
            period: self.period,
            inpost_fte: of(self, Count::InpostFte),
            inpost_headcount: of(self, Count::InpostHeadcount),
            starters_fte: of(self, Count::StartersFte),
            starters_headcount: of(self, Count::StartersHeadcount),
            leavers_fte: of(self, Count::LeaversFte),
            leavers_headcount: of(self, Count::LeaversHeadcount),
            agency_fte: of(self, Count::AgencyFte),
            agency_headcount: of(self, Count::AgencyHeadcount),
            agency_cover_fte: of(self, Count::AgencyCoverFte),
            vacancy_fte: of(self, Count::VacancyFte),
            case_holders_fte: of(self, Count::CaseHoldersFte),
            cases: of(self, Count::Cases),
            working_days_lost_fte: of(self, Count::WorkingDaysLostFte),
        }
    }

    /// What is printed for one of the [counts](crate::workforce::Count) or [published rates](crate::workforce::RATES): rounded to one place, a whole
    /// count exact, or a symbol. None for any other indicator, and for starters in the layout of 2023, which has none.
    #[must_use]
    pub fn figure(&self, indicator: &Indicator) -> Option<Figure> {
        self.numbers[columns::number_of(indicator)?].figure(indicator.unit())
    }

    /// Each printed rate against the counts, in the order of [published rates](crate::workforce::RATES).
    #[inline]
    #[must_use]
    pub fn reconciliations(&self) -> impl ExactSizeIterator<Item = Reconciliation<'_>> {
        RateColumn::all().map(|rate| Reconciliation::new(self, rate))
    }

    /// One printed rate against the counts; none for an indicator that is none of the [published rates](crate::workforce::RATES).
    #[must_use]
    pub fn reconciliation(&self, rate: &Indicator) -> Option<Reconciliation<'_>> {
        RateColumn::of(rate).map(|rate| Reconciliation::new(self, rate))
    }

    /// What is unusual about the row by itself: `PUB-02` to `PUB-05` and `PUB-08`, and what its
    /// [`Snapshot`](crate::Snapshot::findings) shows. Real rows have all of it, so these are warnings.
    #[must_use]
    pub fn findings(&self) -> Findings {
        self.findings_explained(|_| None)
    }

    /// The same, with what explains an inconsistent rate.
    pub(super) fn findings_explained(&self, explain: impl Fn(RateColumn) -> Option<Exclusion>) -> Findings {
        let mut findings = Findings::new();
        if !self.is_known_area() {
            let message = format!("{:?} ({}) is not in the table of areas", self.code(), self.level);
            findings.push(Finding::new(&AREA_IS_KNOWN, "code", message).with_value("name", self.name()));
        }
        findings.extend(self.other_keys().map(|(column, found, expected)| {
            let message = format!("{column} is {found:?}, but that of {} is {expected:?}", self.code());
            Finding::new(&CODES_BELONG_TOGETHER, column, message).with_value(column, found)
        }));
        let rates = RateColumn::all().zip(self.reconciliations());
        findings.extend(rates.filter_map(|(rate, one)| finding(one, || explain(rate))));
        findings.extend(self.snapshot().findings_inside());
        findings.within(&self.place())
    }

    /// The columns whose text is not that of the area's own code, with what is found and what the tables have.
    fn other_keys(&self) -> impl Iterator<Item = (&'static str, &str, &'static str)> {
        let (mut dfe_code, mut name, mut regions) = (None, None, [None; 2]);
        let mut name_column = "la_name";
        if let Some(authority) = self.local_authority() {
            (dfe_code, name) = (Some(authority.dfe_code()), Some(authority.name()));
            // A London authority may name London or its part.
            regions = [Some(authority.region().ons_code()), authority.subregion().map(Subregion::ons_code)];
        } else if let Some(joint) = self.joint_return() {
            (dfe_code, name) = (Some(joint.dfe_codes()), Some(joint.name()));
        } else if self.level == GeographicLevel::Regional {
            name_column = "region_name";
            let region =
                Region::ALL.iter().find(|region| region.ons_code() == self.code()).map(|one| one.label());
            let part =
                Subregion::ALL.iter().find(|part| part.ons_code() == self.code()).map(|one| one.label());
            name = region.or(part);
        }
        let other_name =
            name.filter(|name| !same_words(name, self.name())).map(|name| (name_column, self.name(), name));
        let other_code = dfe_code
            .zip(self.dfe_code())
            .filter(|(known, found)| known != found)
            .map(|(known, found)| ("old_la_code", found, known));
        let region = self.region_code().filter(|_| self.authority.is_some());
        let other_region = regions[0]
            .zip(region)
            .filter(|(_, found)| !regions.contains(&Some(*found)))
            .map(|(known, found)| ("region_code", found, regions[1].unwrap_or(known)));
        [other_code, other_name, other_region].into_iter().flatten()
    }

    /// `2019.E10000032`.
    pub(super) fn place(&self) -> String {
        use chrono::Datelike;
        format!("{}.{}", self.period.end().year(), self.code())
    }
}

/// What is wrong with one rate.
fn finding(one: Reconciliation<'_>, explain: impl Fn() -> Option<Exclusion>) -> Option<Finding> {
    let [numerator, other] = one.counts().map(Indicator::code);
    let published = || one.published();
    let recomputed = || one.recomputed_rounded(PLACES);
    let (rule, message) = match one.class() {
        Class::Suppressed(Suppression::Unexplained) => {
            (&SYMBOL_FOLLOWS, format!("{} does not follow from {numerator} and {other}", published()))
        }
        Class::Exact | Class::Consistent | Class::Suppressed(_) => return None,
        Class::Inconsistent => {
            let mut message =
                format!("{} is printed, but {numerator} and {other} give {}", published(), recomputed()?);
            if let Some(exclusion) = explain() {
                message.push_str(&format!("; {exclusion}"));
            }
            (&RATE_FOLLOWS, message)
        }
        Class::NotDerivable => (
            &RATE_IS_DERIVABLE,
            format!(
                "{} is printed, but {numerator} and {other} give no rate: {}",
                published(),
                one.rule().unwrap_or_default().replace('_', " ")
            ),
        ),
    };
    let finding = Finding::new(rule, one.rate().code(), message).with_value("published", published());
    Some(match recomputed() {
        Some(recomputed) => finding.with_value("recomputed", recomputed),
        None => finding,
    })
}

/// Such as `West Sussex (E10000032), year to 30 September 2019`.
impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}), {}", self.name(), self.code(), self.period)
    }
}
