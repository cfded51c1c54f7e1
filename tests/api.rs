//! The traits that users rely on, for every public type: this file stops compiling when one is lost.

use childrens_services::{
    Action, ActionStatus, Activity, Adoption, AgencyCoverRate, AgencyDependence, AgencyWorkerRateFte,
    AgencyWorkerRateHeadcount, AgreedMaximum, AgreedMaximumError, Answer, AnswerOutcome, AnyChange,
    AnyFigure, AnySeries, Appointment, AreaCoverage, AreaForImprovement, AreaForPriorityAction,
    AreaReference, Assumptions, AuthorityError, AuthorityKind, AuthorityOrigin, AverageCaseload, BankHoliday,
    Baseline, Benchmark, BenchmarkError, Body, BodyKind, Bounds, Cadence, CadenceError, CalendarError, Case,
    Caseload, CaseloadChange, CaseloadPosition, CaseloadStanding, Cases, CasesChange, Certainty, Change,
    ChangeSummary, Claim, ClaimKind, Closeness, CohortError, Commissioner, CommissionerReport,
    CommissionerReview, DatesCertainty, Days, DaysChange, Deadlines, DeadlinesError, DecisionMaker,
    Delegation, Delivery, DeliveryError, DeliveryModel, DeliveryModelError, DeliveryModelKind,
    DeliveryModels, DeliveryOrigin, DeliveryStatus, DepartmentReview, Difference, Direction, Document, Doubt,
    DueChange, DueError, Event, EventKind, Evidence, EvidenceKind, Failure, FailureClock, Figure,
    FigureError, FigureFault, Finding, Findings, Framework, Fte, FteChange, Governance, GovernanceError,
    Grade, GradeChange, GradeDirection, Headcount, HeadcountChange, HistoryError, ImprovementNotice,
    ImprovementPlan, Indicator, IndicatorError, Inspection, InspectionError, InspectionGap,
    InspectionHistory, Intent, InterventionOption, InterventionStatus, IssuedReport, JointReturn, Judgement,
    KeyDecision, LeadershipTeam, LegalBasis, LegalStatus, Limit, LimitError, LocalAuthority, LogEntry,
    Measure, MeasureError, MeasureKind, Meeting, Milestone, Moment, MomentError, NqswCohort, Observation,
    Observed, OfferTakeUp, OneLine, OneLineError, Owner, PartialDate, PartialDateError, Percent,
    PercentagePoints, Period, PeriodError, PeriodKind, PlanError, PlanIdentity, Polarity, Post, PostKind,
    PredictedOverall, Programme, ProgrammeError, ProgrammeParts, ProgressReport, Qualified, Qualifier,
    Quantity, QuantityError, QuantityFault, Quartile, RateError, RateFault, Rating, Receipt, Recipient,
    Recommendation, Refusal, Region, RegulatorAnswer, RelativeChange, ReplayError, ReportBrief, ReportError,
    ReportItem, ReportParagraph, ReportSection, ReportTable, Reported, ReportedFact, Reporting, Requirement,
    ReviewOutcome, Revision, Rounded, Rule, SchemeError, Scorecard, ScorecardError, Series, SeriesError,
    ServiceArea, ServiceAreaKind, Severity, SicknessAbsenceRate, SignOff, Snapshot, SnapshotError, Standard,
    StandardError, Standing, StatedTimeliness, StatisticalNeighbour, Status, StatusScheme, StatutoryPost,
    StatutoryTest, Strategy, Submission, Subregion, Support, Symbol, SymbolError, Target, Team, TeamError,
    Teams, TeamsError, TeamsWithinMaximum, TimedEvent, TimedEvents, TimedEventsError, Timeliness,
    TimelinessCount, TimelinessError, Timescale, Transition, TurnoverRateFte, TurnoverRateHeadcount, Unit,
    VacancyAgencyCoverRate, VacancyGapRate, VacancyRate, Verdict, Voice, VoiceGroup, WordError,
    WorkforceRecord, WorkingDays,
    chrono::NaiveDate,
    delivery::{CompanyCount, Coverage},
    governance::{
        AppointmentBasis, Authorship, BodyMember, Capacity, DistantPlacementApproval, LeadershipPlaces,
        Reach, Representation, StrategyState, Subject,
    },
    inspection::{Scope, ScopeNote, StandingBasis},
    intervention::{OptionEnd, OptionExample},
    statistics::{
        Class, Exclusion, FieldFault, GeographicLevel, LeftOut, Parts, ReadError, ReadFault, Reader,
        Reconciliation, ReportingYear, ReportingYears, Row, Suppression, Total, TotalClass,
    },
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    collections::BTreeSet,
    error::Error,
    fmt::{Debug, Display},
    fs::File,
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
    partial_date: PartialDate,
    authority: LocalAuthority,
    timeliness: Timeliness,
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
    quartile: Quartile,
    verdict: Verdict,
    doubt: Doubt,
    severity: Severity,
    reported_figure: Reported<Figure<Fte>>,
    cohort: NqswCohort,
    snapshot: Snapshot,
    authority_kind: AuthorityKind,
    authority_origin: AuthorityOrigin,
    closeness: Closeness,
    dates_certainty: DatesCertainty,
    region: Region,
    subregion: Subregion,
    activity: Activity,
    failure_clock: FailureClock,
    framework: Framework,
    grade: Grade,
    grade_direction: GradeDirection,
    judgement: Judgement,
    scope: Scope,
    scope_note: ScopeNote,
    standing_basis: StandingBasis,
    commissioner_report: CommissionerReport,
    coverage: Coverage,
    decision_maker: DecisionMaker,
    delivery_model_kind: DeliveryModelKind,
    delivery_origin: DeliveryOrigin,
    delivery_status: DeliveryStatus,
    department_review: DepartmentReview,
    event_kind: EventKind,
    failure: Failure,
    intervention_status: InterventionStatus,
    legal_basis: LegalBasis,
    recommendation: Recommendation,
    requirement: Requirement,
    review_outcome: ReviewOutcome,
    statutory_post: StatutoryPost,
    statutory_test: StatutoryTest,
    cadence: Cadence,
    appointment_basis: AppointmentBasis,
    authorship: Authorship,
    body_kind: BodyKind,
    capacity: Capacity,
    post_kind: PostKind,
    reach: Reach,
    representation: Representation,
    strategy_state: StrategyState,
    subject: Subject,
    certainty: Certainty,
    legal_status: LegalStatus,
    limit: Limit,
    moment: Moment,
    standard: Standard,
    stated_timeliness: StatedTimeliness,
    timed_event: TimedEvent,
    timescale: &'static Timescale,
    rating: Rating,
    evidence_kind: EvidenceKind,
    measure_kind: MeasureKind,
    intent: Intent,
    recipient: Recipient,
    answer_outcome: AnswerOutcome,
    voice_group: VoiceGroup,
    claim_kind: ClaimKind,
    reported_fact: ReportedFact,
    service_area_kind: ServiceAreaKind,
    geographic_level: GeographicLevel,
    parts: Parts,
    suppression: Suppression,
    total_class: TotalClass,
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
    area_reference: AreaReference,
    inspection_gap: InspectionGap<'static>,
    predicted_overall: PredictedOverall,
    standing_of_an_authority: Standing<'static>,
    company_count: CompanyCount,
    any_figure: AnyFigure,
    baseline: Baseline,
    target: Target,
    class: Class,
    read_fault: ReadFault,
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
    any_change: AnyChange,
    scorecard: Scorecard,
    team: Team,
    teams: Teams,
    working_days: WorkingDays,
    one_line: OneLine,
    area: AreaForImprovement,
    priority_area: AreaForPriorityAction,
    assumptions: Assumptions,
    inspection: Inspection,
    inspection_history: InspectionHistory,
    case: Case,
    commissioner: Commissioner,
    commissioner_review: CommissionerReview,
    delivery_model: DeliveryModel,
    delivery_models: DeliveryModels,
    direction: Direction,
    document: Document,
    event: Event,
    improvement_notice: ImprovementNotice,
    appointment: Appointment,
    body: Body,
    body_member: BodyMember,
    distant_placement: DistantPlacementApproval,
    governance: Governance,
    key_decision: KeyDecision,
    meeting: Meeting,
    post: Post,
    strategy: Strategy,
    timed_events: TimedEvents,
    action: Action,
    adoption: Adoption,
    answer: Answer,
    delegation: Delegation,
    due_change: DueChange,
    evidence: Evidence,
    improvement_plan: ImprovementPlan,
    measure: Measure,
    milestone: Milestone,
    owner: Owner,
    plan_identity: PlanIdentity,
    regulator_answer: RegulatorAnswer,
    revision: Revision,
    sign_off: SignOff,
    status_scheme: StatusScheme,
    submission: Submission,
    voice: Voice,
    caseload_position: CaseloadPosition,
    claim: Claim,
    issued_report: IssuedReport,
    programme: Programme,
    reporting: Reporting,
    service_area: ServiceArea,
    workforce_record: WorkforceRecord,
}

/// Values that are written, never read.
#[allow(dead_code, reason = "only what it derives matters")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
struct Written {
    summary: ChangeSummary,
    benchmark: Benchmark,
    rule: Rule,
    finding: Finding,
    findings: Findings,
    deadlines: Deadlines,
    receipt: Receipt,
    grade_change: GradeChange,
    log_entry: LogEntry,
    transition: Transition,
    option: InterventionOption,
    option_example: OptionExample,
    bank_holiday: BankHoliday,
    joint_return: JointReturn,
    statistical_neighbour: StatisticalNeighbour,
    option_end: OptionEnd,
    timeliness_count: TimelinessCount,
    status: Status,
    action_status: ActionStatus<'static>,
    support: Support,
    progress_report: ProgressReport,
    report_item: ReportItem,
    report_paragraph: ReportParagraph,
    report_section: ReportSection,
    report_table: ReportTable,
    reconciliation: Reconciliation<'static>,
    exclusion: Exclusion,
    left_out: LeftOut,
    total: Total<'static>,
}

/// Values that own what they hold and stand in code only.
#[allow(dead_code, reason = "only what it derives matters")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct OwnedInCode {
    delivery: Delivery,
    leadership_places: LeadershipPlaces<'static>,
    leadership_team: LeadershipTeam<'static>,
    area_coverage: AreaCoverage<'static>,
    programme_parts: ProgrammeParts,
    report_brief: ReportBrief,
    field_fault: FieldFault,
    row: Row,
    reporting_year: ReportingYear,
}

/// Values with a true default.
#[allow(dead_code, reason = "only what it derives matters")]
#[derive(Default)]
struct Defaulted {
    reported: Reported<Fte>,
    findings: Findings,
    assumptions: Assumptions,
    delivery_models: DeliveryModels,
    governance: Governance,
    timeliness_count: TimelinessCount,
    status_scheme: StatusScheme,
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
    benchmark: BenchmarkError,
    rate: RateError,
    rate_fault: RateFault,
    snapshot: SnapshotError,
    cohort: CohortError,
    agreed_maximum: AgreedMaximumError,
    team: TeamError,
    teams: TeamsError,
    authority: AuthorityError,
    cadence: CadenceError,
    calendar: CalendarError,
    partial_date: PartialDateError,
    one_line: OneLineError,
    word: WordError,
    deadlines: DeadlinesError,
    history: HistoryError,
    inspection: InspectionError,
    delivery: DeliveryError,
    delivery_model: DeliveryModelError,
    refusal: Refusal,
    replay: ReplayError,
    governance: GovernanceError,
    due: DueError,
    limit: LimitError,
    moment: MomentError,
    standard: StandardError,
    timed_events: TimedEventsError,
    timeliness: TimelinessError,
    measure: MeasureError,
    plan: PlanError,
    scheme: SchemeError,
    programme: ProgrammeError,
    report: ReportError,
    read: ReadError,
}

/// Every public type stands in one of the structs, so these hold for each of them.
#[test]
fn every_type_crosses_threads_and_panics() {
    fn crosses<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + 'static>() {}

    crosses::<Ordered>();
    crosses::<Unordered>();
    crosses::<InCode>();
    crosses::<Owned>();
    crosses::<OwnedInCode>();
    crosses::<Written>();
    crosses::<Defaulted>();
    crosses::<Refused>();
    crosses::<Reader<File>>();
    crosses::<ReportingYears<File>>();
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
    error::<BenchmarkError>();
    error::<RateError>();
    error::<SnapshotError>();
    error::<CohortError>();
    error::<AgreedMaximumError>();
    error::<TeamError>();
    error::<TeamsError>();
    error::<AuthorityError>();
    error::<CadenceError>();
    error::<CalendarError>();
    error::<PartialDateError>();
    error::<OneLineError>();
    error::<WordError>();
    error::<DeadlinesError>();
    error::<HistoryError>();
    error::<InspectionError>();
    error::<DeliveryError>();
    error::<DeliveryModelError>();
    error::<Refusal>();
    error::<ReplayError>();
    error::<GovernanceError>();
    error::<DueError>();
    error::<LimitError>();
    error::<MomentError>();
    error::<StandardError>();
    error::<TimedEventsError>();
    error::<TimelinessError>();
    error::<MeasureError>();
    error::<PlanError>();
    error::<SchemeError>();
    error::<ProgrammeError>();
    error::<ReportError>();
    error::<ReadError>();
}

#[test]
fn what_is_printed_prints() {
    fn prints<T: Display>() {}

    prints::<Bounds<Percent>>();
    prints::<AnyFigure>();
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
    prints::<Benchmark>();
    prints::<Rule>();
    prints::<Finding>();
    prints::<Findings>();
    prints::<TeamsWithinMaximum>();
    prints::<GradeChange>();
    prints::<PredictedOverall>();
    prints::<Document>();
    prints::<Transition>();
    prints::<InterventionOption>();
    prints::<Standard>();
    prints::<Timeliness>();
    prints::<Timescale>();
    prints::<AreaCoverage<'static>>();
    prints::<StatusScheme>();
    prints::<Support>();
    prints::<Class>();
    prints::<Reconciliation<'static>>();
    prints::<Exclusion>();
    prints::<Total<'static>>();
    prints::<Row>();
    prints::<FieldFault>();
}

/// What has a text form prints it, reads it, and crosses the wire.
#[test]
fn texts_are_read_and_printed() {
    fn text<T: Display + FromStr<Err = E> + Serialize + DeserializeOwned, E: Error>() {}

    text::<Cadence, CadenceError>();
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
    text::<Activity, WordError>();
    text::<Quartile, WordError>();
    text::<FailureClock, WordError>();
    text::<Framework, WordError>();
    text::<Grade, WordError>();
    text::<GradeDirection, WordError>();
    text::<Judgement, WordError>();
    text::<Scope, WordError>();
    text::<ScopeNote, WordError>();
    text::<StandingBasis, WordError>();
    text::<Coverage, WordError>();
    text::<DecisionMaker, WordError>();
    text::<DeliveryModelKind, WordError>();
    text::<DeliveryOrigin, WordError>();
    text::<DeliveryStatus, WordError>();
    text::<EventKind, WordError>();
    text::<Failure, WordError>();
    text::<InterventionStatus, WordError>();
    text::<LegalBasis, WordError>();
    text::<Recommendation, WordError>();
    text::<Requirement, WordError>();
    text::<ReviewOutcome, WordError>();
    text::<StatutoryPost, WordError>();
    text::<StatutoryTest, WordError>();
    text::<AppointmentBasis, WordError>();
    text::<Authorship, WordError>();
    text::<BodyKind, WordError>();
    text::<Capacity, WordError>();
    text::<PostKind, WordError>();
    text::<Reach, WordError>();
    text::<Representation, WordError>();
    text::<StrategyState, WordError>();
    text::<Subject, WordError>();
    text::<Symbol, SymbolError>();
    text::<AgreedMaximum, AgreedMaximumError>();
    text::<LocalAuthority, AuthorityError>();
    text::<PartialDate, PartialDateError>();
    text::<OneLine, OneLineError>();
    text::<AuthorityKind, WordError>();
    text::<AuthorityOrigin, WordError>();
    text::<Closeness, WordError>();
    text::<DatesCertainty, WordError>();
    text::<Region, WordError>();
    text::<Subregion, WordError>();
    text::<Certainty, WordError>();
    text::<LegalStatus, WordError>();
    text::<Limit, LimitError>();
    text::<Moment, MomentError>();
    text::<Rating, WordError>();
    text::<EvidenceKind, WordError>();
    text::<MeasureKind, WordError>();
    text::<Intent, WordError>();
    text::<Recipient, WordError>();
    text::<AnswerOutcome, WordError>();
    text::<VoiceGroup, WordError>();
    text::<ClaimKind, WordError>();
    text::<ReportedFact, WordError>();
    text::<ServiceAreaKind, WordError>();
    text::<GeographicLevel, WordError>();
    text::<Parts, WordError>();
    text::<Suppression, WordError>();
    text::<TotalClass, WordError>();
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
    into::<NaiveDate, Moment>();
    into::<Figure<Percent>, AnyFigure>();
    into::<Change<Figure<Fte>>, AnyChange>();
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
    observed::<Timeliness, Percent>();
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
        include_str!("../src/authority/mod.rs"),
        include_str!("../src/calendar/mod.rs"),
        include_str!("../src/caseload/mod.rs"),
        include_str!("../src/governance/mod.rs"),
        include_str!("../src/inspection/mod.rs"),
        include_str!("../src/intervention/mod.rs"),
        include_str!("../src/kpi/mod.rs"),
        include_str!("../src/measure/mod.rs"),
        include_str!("../src/plan/mod.rs"),
        include_str!("../src/programme/mod.rs"),
        include_str!("../src/report/mod.rs"),
        include_str!("../src/rules/mod.rs"),
        include_str!("../src/statistics/mod.rs"),
        include_str!("../src/timeliness/mod.rs"),
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
