//! The traits that users rely on, for every public type: this file stops compiling when one is lost.

use childrens_services::{
    AgencyCoverRate, AgencyDependence, AgencyWorkerRateFte, AgencyWorkerRateHeadcount, AgreedMaximum,
    AgreedMaximumError, AnySeries, AverageCaseload, Bounds, Caseload, CaseloadChange, CaseloadStanding,
    Cases, CasesChange, Change, ChangeSummary, CohortError, Days, DaysChange, Difference, Doubt, Figure,
    FigureError, FigureFault, Finding, Findings, Fte, FteChange, Headcount, HeadcountChange, Indicator,
    IndicatorError, NqswCohort, Observation, Observed, OfferTakeUp, Percent, PercentagePoints, Period,
    PeriodError, PeriodKind, Polarity, Qualified, Qualifier, Quantity, QuantityError, QuantityFault,
    RateError, RateFault, RelativeChange, Reported, Rounded, Rule, Scorecard, ScorecardError, Series,
    SeriesError, Severity, SicknessAbsenceRate, Snapshot, SnapshotError, Symbol, SymbolError, Team,
    TeamError, Teams, TeamsError, TeamsWithinMaximum, TurnoverRateFte, TurnoverRateHeadcount, Unit,
    VacancyAgencyCoverRate, VacancyGapRate, VacancyRate, Verdict,
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    collections::BTreeSet,
    error::Error,
    fmt::{Debug, Display},
    hash::Hash,
    iter::Sum,
    ops::{Add, Neg, RangeBounds},
    panic::{RefUnwindSafe, UnwindSafe},
    str::FromStr,
};

/// Small values with an order, read and written.
#[allow(dead_code, reason = "only what it derives matters")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
struct Ordered {
    percent: Percent,
    percentage_points: PercentagePoints,
    fte: Fte,
    fte_change: FteChange,
    headcount: Headcount,
    headcount_change: HeadcountChange,
    cases: Cases,
    cases_change: CasesChange,
    caseload: Caseload,
    caseload_change: CaseloadChange,
    days: Days,
    days_change: DaysChange,
    relative_change: RelativeChange,
    period: Period,
    agreed_maximum: AgreedMaximum,
    vacancy_rate: VacancyRate,
    vacancy_agency_cover_rate: VacancyAgencyCoverRate,
    vacancy_gap_rate: VacancyGapRate,
    turnover_rate_fte: TurnoverRateFte,
    turnover_rate_headcount: TurnoverRateHeadcount,
    agency_worker_rate_fte: AgencyWorkerRateFte,
    agency_worker_rate_headcount: AgencyWorkerRateHeadcount,
    agency_cover_rate: AgencyCoverRate,
    agency_dependence: AgencyDependence,
    sickness_absence_rate: SicknessAbsenceRate,
    average_caseload: AverageCaseload,
    offer_take_up: OfferTakeUp,
    teams_within_maximum: TeamsWithinMaximum,
}

/// Small values without an order, read and written.
#[allow(dead_code, reason = "only what it derives matters")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Unordered {
    figure: Figure<Percent>,
    figure_of_a_count: Figure<Headcount>,
    reported: Reported<Fte>,
    reported_rate: Reported<VacancyRate>,
    symbol: Symbol,
    unit: Unit,
    polarity: Polarity,
    verdict: Verdict,
    doubt: Doubt,
    severity: Severity,
    reported_figure: Reported<Figure<Fte>>,
    cohort: NqswCohort,
    snapshot: Snapshot,
}

/// Small values that stand in code only.
#[allow(dead_code, reason = "only what it derives matters")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct InCode {
    bounds: Bounds<Percent>,
    bounds_of_difference: Bounds<PercentagePoints>,
    rounded: Rounded<Fte>,
    qualified: Qualified<Headcount>,
    qualifier: Qualifier,
    period_kind: PeriodKind,
    quantity_fault: QuantityFault,
    figure_fault: FigureFault,
    standing: CaseloadStanding,
    rule: Rule,
}

/// Values that own what they hold, read and written.
#[allow(dead_code, reason = "only what it derives matters")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Owned {
    indicator: Indicator,
    observation: Observation<Figure<Percent>>,
    series: Series<Figure<Percent>>,
    series_of_rates: Series<VacancyRate>,
    series_of_reported: Series<Reported<AverageCaseload>>,
    change: Change<Fte>,
    any_series: AnySeries,
    scorecard: Scorecard,
    team: Team,
    teams: Teams,
}

/// Values that are written, never read.
#[allow(dead_code, reason = "only what it derives matters")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
struct Written {
    summary: ChangeSummary,
    rule: Rule,
    finding: Finding,
    findings: Findings,
}

/// Values with a true default.
#[allow(dead_code, reason = "only what it derives matters")]
#[derive(Default)]
struct Defaulted {
    reported: Reported<Fte>,
    findings: Findings,
}

/// The rest of the public types: errors and what they hold.
#[allow(dead_code, reason = "only what it derives matters")]
#[derive(Debug, Clone, PartialEq, Eq)]
struct Refused {
    quantity: QuantityError,
    figure: FigureError,
    period: PeriodError,
    symbol: SymbolError,
    indicator: IndicatorError,
    series: SeriesError,
    scorecard: ScorecardError,
    rate: RateError,
    rate_fault: RateFault,
    snapshot: SnapshotError,
    cohort: CohortError,
    agreed_maximum: AgreedMaximumError,
    team: TeamError,
    teams: TeamsError,
}

/// Every public type stands in one of the structs, so these hold for each of them.
#[test]
fn every_type_crosses_threads_and_panics() {
    fn crosses<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + 'static>() {}

    crosses::<Ordered>();
    crosses::<Unordered>();
    crosses::<InCode>();
    crosses::<Owned>();
    crosses::<Written>();
    crosses::<Defaulted>();
    crosses::<Refused>();
}

#[test]
fn every_error_is_one() {
    fn error<E: Error + Clone + PartialEq + Eq + Send + Sync + 'static>() {}

    error::<QuantityError>();
    error::<FigureError>();
    error::<PeriodError>();
    error::<SymbolError>();
    error::<IndicatorError>();
    error::<SeriesError>();
    error::<ScorecardError>();
    error::<RateError>();
    error::<SnapshotError>();
    error::<CohortError>();
    error::<AgreedMaximumError>();
    error::<TeamError>();
    error::<TeamsError>();
}

#[test]
fn what_is_printed_prints() {
    fn prints<T: Display>() {}

    prints::<Bounds<Percent>>();
    prints::<Qualifier>();
    prints::<PeriodKind>();
    prints::<Unit>();
    prints::<Polarity>();
    prints::<Verdict>();
    prints::<Doubt>();
    prints::<Severity>();
    prints::<Indicator>();
    prints::<Change<VacancyRate>>();
    prints::<ChangeSummary>();
    prints::<Rule>();
    prints::<Finding>();
    prints::<Findings>();
    prints::<TeamsWithinMaximum>();
}

/// What has a text form prints it, reads it, and crosses the wire.
#[test]
fn texts_are_read_and_printed() {
    fn text<T: Display + FromStr<Err = E> + Serialize + DeserializeOwned, E: Error>() {}

    text::<Percent, QuantityError>();
    text::<PercentagePoints, QuantityError>();
    text::<Fte, QuantityError>();
    text::<FteChange, QuantityError>();
    text::<Headcount, QuantityError>();
    text::<HeadcountChange, QuantityError>();
    text::<Cases, QuantityError>();
    text::<CasesChange, QuantityError>();
    text::<Caseload, QuantityError>();
    text::<CaseloadChange, QuantityError>();
    text::<Days, QuantityError>();
    text::<DaysChange, QuantityError>();
    text::<RelativeChange, QuantityError>();
    text::<Figure<Percent>, FigureError>();
    text::<Figure<Cases>, FigureError>();
    text::<Period, PeriodError>();
    text::<Symbol, SymbolError>();
    text::<AgreedMaximum, AgreedMaximumError>();
}

#[test]
fn numbers_convert_and_never_in_silence() {
    fn of_decimal<T: TryFrom<Decimal, Error = QuantityError>>() {}

    of_decimal::<Percent>();
    of_decimal::<PercentagePoints>();
    of_decimal::<Fte>();
    of_decimal::<FteChange>();
    of_decimal::<Caseload>();
    of_decimal::<CaseloadChange>();
    of_decimal::<Days>();
    of_decimal::<DaysChange>();
    of_decimal::<RelativeChange>();

    fn into<T, U: From<T>>() {}

    into::<u32, Headcount>();
    into::<u32, Cases>();
    into::<Percent, Figure<Percent>>();
    into::<Symbol, Figure<Percent>>();
    into::<Fte, Reported<Fte>>();
    into::<Symbol, Reported<Fte>>();
    into::<Result<VacancyRate, RateError>, Reported<VacancyRate>>();
    into::<(Period, Fte), Observation<Fte>>();
    into::<Series<Figure<Percent>>, AnySeries>();
    into::<Series<Figure<Fte>>, AnySeries>();
    into::<Series<Figure<Headcount>>, AnySeries>();
    into::<Series<Figure<Cases>>, AnySeries>();
    into::<Series<Figure<Caseload>>, AnySeries>();
    into::<Series<Figure<Days>>, AnySeries>();
    into::<AgreedMaximum, Caseload>();
    into::<Teams, Vec<Team>>();
}

#[test]
fn quantities_have_their_differences() {
    fn differs<Q: Quantity<Difference = D> + Ord + Hash + Debug, D: Difference + Neg<Output = D>>() {}

    differs::<Percent, PercentagePoints>();
    differs::<Fte, FteChange>();
    differs::<Headcount, HeadcountChange>();
    differs::<Cases, CasesChange>();
    differs::<Caseload, CaseloadChange>();
    differs::<Days, DaysChange>();
}

#[test]
fn a_series_can_hold_what_is_observed() {
    fn observed<M: Observed<Quantity = Q>, Q: Quantity>() {}

    observed::<Fte, Fte>();
    observed::<Figure<Headcount>, Headcount>();
    observed::<Reported<Figure<Days>>, Days>();
    observed::<VacancyRate, Percent>();
    observed::<VacancyAgencyCoverRate, Percent>();
    observed::<VacancyGapRate, Percent>();
    observed::<TurnoverRateFte, Percent>();
    observed::<TurnoverRateHeadcount, Percent>();
    observed::<AgencyWorkerRateFte, Percent>();
    observed::<AgencyWorkerRateHeadcount, Percent>();
    observed::<AgencyCoverRate, Percent>();
    observed::<AgencyDependence, Percent>();
    observed::<SicknessAbsenceRate, Percent>();
    observed::<OfferTakeUp, Percent>();
    observed::<TeamsWithinMaximum, Percent>();
    observed::<AverageCaseload, Caseload>();
    observed::<Reported<AverageCaseload>, Caseload>();
}

#[test]
fn collections_behave_as_such() {
    fn adds<T: Add<Output = Result<T, E>>, E>()
    where
        Result<T, E>: Sum<T>,
    {
    }
    fn collects<T: IntoIterator<Item = I> + FromIterator<I> + Extend<I>, I>() {}
    fn ranges<R: RangeBounds<T>, T>() {}

    adds::<Snapshot, SnapshotError>();
    collects::<Findings, Finding>();
    ranges::<Bounds<Fte>, Fte>();
}

/// A type that is made public later must be named in this file too.
#[test]
fn every_public_name_stands_here() {
    fn names(source: &str) -> BTreeSet<&str> {
        source.split(|c: char| !c.is_alphanumeric() && c != '_').collect()
    }

    let here = names(include_str!("api.rs"));
    let rooms = [
        include_str!("../src/lib.rs"),
        include_str!("../src/caseload/mod.rs"),
        include_str!("../src/kpi/mod.rs"),
        include_str!("../src/measure/mod.rs"),
        include_str!("../src/rules/mod.rs"),
        include_str!("../src/workforce/mod.rs"),
    ];
    let exported: BTreeSet<&str> = rooms
        .iter()
        .flat_map(|room| room.split("\npub use ").skip(1))
        .flat_map(|rest| names(rest.split(';').next().unwrap_or_default()))
        .filter(|name| {
            name.starts_with(|c: char| c.is_ascii_uppercase()) && name.contains(|c: char| c.is_lowercase())
        })
        .collect();
    assert!(exported.len() > 70, "the lists of names are read wrongly: {exported:?}");
    assert_eq!(exported.difference(&here).collect::<Vec<_>>(), Vec::<&&str>::new());
}
