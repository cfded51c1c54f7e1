//! The traits that users rely on, for every public type: this file stops compiling when one is lost.

use childrens_services::{
    Action, ActionStatus, Activity, Adoption, AgreedMaximum, Answer, AnswerOutcome, Appointment,
    AreaCoverage, AreaForImprovement, AreaForPriorityAction, AreaReference, Assessment, Assumptions,
    AuthorityError, AuthorityKind, AuthorityOrigin, BankHoliday, Benchmark, BenchmarkError, Body, BodyKind,
    Bounds, Cadence, CadenceError, CalendarError, Case, Caseload, CaseloadPosition, CaseloadStanding, Cases,
    Certainty, Change, Claim, ClaimKind, Closeness, Commissioner, CommissionerReport, CommissionerReview,
    DatesCertainty, Days, Deadlines, DeadlinesError, DecisionMaker, DefinedBy, Delegation, Delivery,
    DeliveryError, DeliveryModel, DeliveryModelError, DeliveryModelKind, DeliveryModels, DeliveryOrigin,
    DeliveryStatus, DepartmentReview, Direction, Document, DueChange, DueError, Event, EventKind, Evidence,
    EvidenceKind, Failure, FailureClock, Figure, FigureError, Finding, Findings, Framework, Fte, Goal,
    GoalError, Governance, Grade, GradeChange, GradeDirection, Headcount, HistoryError, ImprovementNotice,
    ImprovementPlan, Indicator, IndicatorError, Inspection, InspectionError, InspectionGap,
    InspectionHistory, InterventionOption, InterventionStatus, IssuedReport, JointReturn, Judgement,
    KeyDecision, Kpi, LeadershipTeam, LegalBasis, LegalStatus, Limit, LimitError, LocalAuthority, LogEntry,
    Measure, MeasureKind, Meeting, Milestone, Moment, MomentError, NqswCohort, Observable, Observation,
    Observed, OneLine, OneLineError, Owner, PartialDate, PartialDateError, Percent, PercentagePoints, Period,
    PeriodError, PeriodKind, PlanError, PlanIdentity, Polarity, Post, PostKind, PredictedOverall, Programme,
    ProgrammeError, ProgrammeParts, ProgressReport, Qualified, Qualifier, Quantity, QuantityError,
    QuantityFault, Quartile, Rate, RateError, RateFault, Rating, Reason, Receipt, Recipient, Recommendation,
    Refusal, Region, RegulatorAnswer, RelativeChange, ReplayError, ReportBrief, ReportError, ReportItem,
    ReportParagraph, ReportSection, ReportTable, Reported, ReportedFact, Reporting, Requirement,
    ReviewOutcome, Revision, Rounded, Rule, SchemeError, Scorecard, Series, SeriesError, ServiceArea,
    ServiceAreaKind, Severity, SignOff, Snapshot, SnapshotError, Standard, StandardError, Standing,
    StatedChange, StatedTimeliness, StatisticalNeighbour, Status, StatusScheme, StatutoryPost, StatutoryTest,
    Strategy, Submission, Subregion, Support, Symbol, SymbolError, Target, TargetStatus, Team, TimedEvent,
    TimedEvents, TimedEventsError, TimelinessCount, TimelinessError, Timescale, Tolerance, Transition, Unit,
    Verdict, Voice, VoiceGroup, WordError, WorkforceRecord, WorkingDays,
    calendar::{Day, DayError},
    caseload::{NewlyQualified, StatedTeams},
    chrono::NaiveDate,
    delivery::{CompanyCount, Coverage},
    governance::{
        AppointmentBasis, Authorship, BodyMember, Capacity, DistantPlacementApproval, LeadershipPlaces,
        Reach, Representation, StrategyState, Subject,
    },
    inspection::{Scope, ScopeNote, StandingBasis},
    intervention::{OptionEnd, OptionExample},
    kpi::{self, AssessmentReason, Baseline, Step, ToleranceError},
    statistics::{
        Class, Exclusion, FieldFault, GeographicLevel, LeftOut, Parts, ReadError, ReadFault, Reader,
        Reconciliation, ReportingYear, ReportingYears, Row, Suppression, Total, TotalClass,
    },
    workforce::{Count, Formula},
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    collections::BTreeSet,
    error::Error,
    fmt::{Debug, Display},
    fs::{self, File},
    hash::Hash,
    ops::{Add, RangeBounds, Sub},
    panic::{RefUnwindSafe, UnwindSafe},
    path::{Path, PathBuf},
    str::FromStr,
};

/// Small values with an order, so that a table can sort by them, read and written.
#[allow(dead_code, reason = "only what it derives matters")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
struct Ordered {
    day: Day,
    target_status: TargetStatus,
    assessment_reason: AssessmentReason,
    percent: Percent,
    percentage_points: PercentagePoints,
    fte: Fte,
    headcount: Headcount,
    cases: Cases,
    caseload: Caseload,
    days: Days,
    relative_change: RelativeChange,
    period: Period,
    agreed_maximum: AgreedMaximum,
    partial_date: PartialDate,
    authority: LocalAuthority,
    unit: Unit,
    symbol: Symbol,
    period_kind: PeriodKind,
    reason: Reason,
    defined_by: DefinedBy,
    count: Count,
    polarity: Polarity,
    quartile: Quartile,
    verdict: Verdict,
    severity: Severity,
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
    coverage: Coverage,
    decision_maker: DecisionMaker,
    delivery_model_kind: DeliveryModelKind,
    delivery_origin: DeliveryOrigin,
    delivery_status: DeliveryStatus,
    event_kind: EventKind,
    failure: Failure,
    intervention_status: InterventionStatus,
    legal_basis: LegalBasis,
    recommendation: Recommendation,
    requirement: Requirement,
    review_outcome: ReviewOutcome,
    statutory_post: StatutoryPost,
    statutory_test: StatutoryTest,
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
    rating: Rating,
    evidence_kind: EvidenceKind,
    measure_kind: MeasureKind,
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

/// Small values without an order, read and written.
#[allow(dead_code, reason = "only what it derives matters")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Unordered {
    goal: Goal,
    tolerance: Tolerance,
    baseline: Baseline,
    step: Step,
    reported: Reported<Fte>,
    reported_count: Reported<Headcount>,
    cohort: NqswCohort,
    snapshot: Snapshot,
    commissioner_report: CommissionerReport,
    department_review: DepartmentReview,
    cadence: Cadence,
    limit: Limit,
    moment: Moment,
    standard: Standard,
    stated_timeliness: StatedTimeliness,
    timed_event: TimedEvent,
    timescale: &'static Timescale,
    stated_teams: StatedTeams,
    newly_qualified: NewlyQualified,
}

/// Small values that stand in code only.
#[allow(dead_code, reason = "only what it derives matters")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct InCode {
    quantity: Quantity,
    bounds: Bounds,
    rounded: Rounded,
    qualified: Qualified,
    qualifier: Qualifier,
    quantity_fault: QuantityFault,
    standing: CaseloadStanding,
    rule: Rule,
    area_reference: AreaReference,
    inspection_gap: InspectionGap<'static>,
    predicted_overall: PredictedOverall,
    standing_of_an_authority: Standing<'static>,
    company_count: CompanyCount,
    class: Class,
    read_fault: ReadFault,
}

/// Values that own what they hold, read and written.
#[allow(dead_code, reason = "only what it derives matters")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Owned {
    indicator: Indicator,
    series: Series,
    stated_change: StatedChange,
    scorecard: Scorecard,
    kpi: Kpi,
    target: Target,
    team: Team,
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
    assessment: Assessment<'static>,
    scorecard_row: kpi::Row<'static>,
    figure: Figure,
    rate: Rate,
    observed: Observed,
    observation: Observation,
    change: Change,
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
    findings: Findings,
    assumptions: Assumptions,
    delivery_models: DeliveryModels,
    governance: Governance,
    timeliness_count: TimelinessCount,
    status_scheme: StatusScheme,
}

/// The rest of the public types: errors and what they hold, and the rows of the table of formulas.
#[allow(dead_code, reason = "only what it derives matters")]
#[derive(Debug, Clone, PartialEq, Eq)]
struct Refused {
    day: DayError,
    goal: GoalError,
    tolerance: ToleranceError,
    quantity: QuantityError,
    figure: FigureError,
    period: PeriodError,
    symbol: SymbolError,
    indicator: IndicatorError,
    series: SeriesError,
    benchmark: BenchmarkError,
    rate: RateError,
    rate_fault: RateFault,
    formula: Formula,
    snapshot: SnapshotError,
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
    due: DueError,
    limit: LimitError,
    moment: MomentError,
    standard: StandardError,
    timed_events: TimedEventsError,
    timeliness: TimelinessError,
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
    error::<DayError>();
    error::<GoalError>();
    error::<ToleranceError>();
    error::<FigureError>();
    error::<PeriodError>();
    error::<SymbolError>();
    error::<IndicatorError>();
    error::<SeriesError>();
    error::<BenchmarkError>();
    error::<RateError>();
    error::<SnapshotError>();
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
    error::<DueError>();
    error::<LimitError>();
    error::<MomentError>();
    error::<StandardError>();
    error::<TimedEventsError>();
    error::<TimelinessError>();
    error::<PlanError>();
    error::<SchemeError>();
    error::<ProgrammeError>();
    error::<ReportError>();
    error::<ReadError>();
}

#[test]
fn what_is_printed_prints() {
    fn prints<T: Display>() {}

    prints::<Quantity>();
    prints::<Assessment<'static>>();
    prints::<Target>();
    prints::<Figure>();
    prints::<Bounds>();
    prints::<Rate>();
    prints::<Observed>();
    prints::<Formula>();
    prints::<Qualifier>();
    prints::<Indicator>();
    prints::<Change>();
    prints::<Benchmark>();
    prints::<Rule>();
    prints::<Finding>();
    prints::<Findings>();
    prints::<GradeChange>();
    prints::<PredictedOverall>();
    prints::<Document>();
    prints::<Transition>();
    prints::<InterventionOption>();
    prints::<Standard>();
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

/// What has a text form prints it, reads it and crosses the wire; and it is made of a `String`, so that
/// `#[sqlx(try_from = "String")]` reads it from a column.
#[test]
fn texts_are_read_and_printed() {
    fn text<T, E: Error>()
    where
        T: Display + FromStr<Err = E> + TryFrom<String, Error = E> + Serialize + DeserializeOwned,
    {
    }

    text::<Cadence, CadenceError>();
    text::<Percent, QuantityError>();
    text::<PercentagePoints, QuantityError>();
    text::<Fte, QuantityError>();
    text::<Headcount, QuantityError>();
    text::<Cases, QuantityError>();
    text::<Caseload, QuantityError>();
    text::<Days, QuantityError>();
    text::<RelativeChange, QuantityError>();
    text::<Reported<Fte>, QuantityError>();
    text::<Reported<Headcount>, QuantityError>();
    text::<Reported<Cases>, QuantityError>();
    text::<Reported<Days>, QuantityError>();
    text::<Unit, WordError>();
    text::<PeriodKind, WordError>();
    text::<Polarity, WordError>();
    text::<DefinedBy, WordError>();
    text::<Verdict, WordError>();
    text::<Reason, WordError>();
    text::<Severity, WordError>();
    text::<Count, WordError>();
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
    text::<Quantity, QuantityError>();
    text::<Day, DayError>();
    text::<Goal, GoalError>();
    text::<Tolerance, ToleranceError>();
    text::<TargetStatus, WordError>();
    text::<AssessmentReason, WordError>();
    text::<AgreedMaximum, QuantityError>();
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

/// Every vocabulary of the sources stands in the list above.
#[test]
fn every_vocabulary_is_a_text() {
    let here = include_str!("api.rs");
    let words: Vec<String> = sources("").iter().flat_map(|source| vocabularies(source)).collect();
    assert!(words.len() > 50, "the vocabularies are read wrongly: {words:?}");
    let missing = words.iter().filter(|word| !here.contains(&format!("text::<{word}, WordError>")));
    assert_eq!(missing.collect::<Vec<_>>(), Vec::<&String>::new());
}

/// The names that the macro `vocabulary!` makes in a source.
fn vocabularies(source: &str) -> Vec<String> {
    let made = source.split("\nvocabulary! {").skip(1);
    let name = |made: &str| {
        let declared = made.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with("///"));
        let (name, _) = declared?.split_once(": \"")?;
        Some(name.to_owned())
    };
    made.filter_map(name).collect()
}

#[test]
fn numbers_convert_and_never_in_silence() {
    fn typed<T: Into<Quantity> + TryFrom<Quantity, Error = QuantityError> + Into<Figure>>() {}

    typed::<Percent>();
    typed::<PercentagePoints>();
    typed::<Fte>();
    typed::<Headcount>();
    typed::<Cases>();
    typed::<Caseload>();
    typed::<Days>();

    fn of_decimal<T>(_: fn(Decimal) -> Result<T, QuantityError>) {}

    of_decimal(Percent::new);
    of_decimal(PercentagePoints::new);
    of_decimal(Fte::new);
    of_decimal(Caseload::new);
    of_decimal(Days::new);
    of_decimal(RelativeChange::new);
    of_decimal(AgreedMaximum::new);

    fn into<T, U: From<T>>() {}

    into::<u32, Headcount>();
    into::<u32, Cases>();
    into::<u32, Quantity>();
    into::<Quantity, Figure>();
    into::<Symbol, Figure>();
    into::<Figure, Observed>();
    into::<Quantity, Observed>();
    into::<Fte, Observed>();
    into::<Symbol, Observed>();
    into::<Rate, Observed>();
    into::<Fte, Reported<Fte>>();
    into::<Symbol, Reported<Fte>>();
    into::<AgreedMaximum, Caseload>();
    into::<NaiveDate, Moment>();
    into::<Percent, String>();
    into::<PercentagePoints, String>();
    into::<Fte, String>();
    into::<Caseload, String>();
    into::<Days, String>();
    into::<RelativeChange, String>();
    into::<AgreedMaximum, String>();
    into::<Reported<Fte>, String>();
    into::<Unit, String>();
    into::<Period, String>();
}

/// Percentages have a difference of their own; counts add up, percentages and averages do not.
#[test]
fn quantities_have_their_arithmetic() {
    type Sum<T> = fn(T, T) -> Result<T, QuantityError>;

    let _: fn(Percent, Percent) -> PercentagePoints = Percent::change_since;
    let _: fn(Percent, PercentagePoints) -> Result<Percent, QuantityError> = Percent::changed_by;
    let _: Sum<Fte> = Fte::checked_add;
    let _: Sum<Headcount> = Headcount::checked_add;
    let _: Sum<Cases> = Cases::checked_add;
    let _: Sum<Days> = Days::checked_add;
}

#[test]
fn a_series_can_hold_what_is_observed() {
    fn observed<T: Observable>() {}

    observed::<&str>();
    observed::<String>();
    observed::<Observed>();
    observed::<Figure>();
    observed::<Quantity>();
    observed::<Symbol>();
    observed::<Percent>();
    observed::<PercentagePoints>();
    observed::<Fte>();
    observed::<Headcount>();
    observed::<Cases>();
    observed::<Caseload>();
    observed::<Days>();
    observed::<Rate>();
    observed::<Result<Rate, RateError>>();
}

#[test]
fn collections_behave_as_such() {
    fn collects<T: IntoIterator<Item = I> + FromIterator<I> + Extend<I>, I>() {}
    fn iterates<T: IntoIterator<Item = I>, I>() {}
    fn ranges<R: RangeBounds<T>, T>() {}

    collects::<Findings, Finding>();
    iterates::<&'static Series, &'static Observation>();
    ranges::<Bounds, Decimal>();
}

/// Numbers of one unit, and rates of one indicator, have an order; others have none.
#[test]
fn an_order_may_be_partial() {
    fn partly<T: PartialOrd + Copy>() {}
    fn partly_owned<T: PartialOrd + Clone>() {}

    partly::<Quantity>();
    partly_owned::<Rate>();
}

/// A value that is copied however large its document is.
#[test]
fn small_values_are_copied() {
    fn copies<T: Copy>() {}

    copies::<Figure>();
    copies::<Snapshot>();
    copies::<NqswCohort>();
    copies::<Formula>();
}

/// Whether a type lacks a trait: the name of the method is ambiguous if it has it, and nothing compiles.
macro_rules! lacks {
    ($($type:ty: $($bound:tt)+);+ $(;)?) => { $({
        trait Ambiguous<Which> {
            fn name() {}
        }
        struct Has;
        impl<T> Ambiguous<()> for T {}
        impl<T: $($bound)+> Ambiguous<Has> for T {}
        <$type as Ambiguous<_>>::name();
    })+ };
}

/// What is written only: its unit or its indicator stands elsewhere, so alone it cannot be read.
#[test]
fn views_are_not_read() {
    lacks!(Change: DeserializeOwned);
    lacks!(Figure: DeserializeOwned);
    lacks!(Rate: DeserializeOwned);
    lacks!(Observed: DeserializeOwned);
    lacks!(Observation: DeserializeOwned);
    lacks!(Assessment<'static>: DeserializeOwned);
    lacks!(kpi::Row<'static>: DeserializeOwned);
    lacks!(Figure: FromStr);
    lacks!(Rate: FromStr);
    lacks!(Bounds: Serialize);
}

/// No order across units, no decimal without the word `value`, no float at all, no count that is 0 because
/// nobody gave it.
#[test]
fn nothing_happens_in_silence() {
    lacks!(Quantity: Ord);
    lacks!(Rate: Ord);
    lacks!(Fte: Into<Decimal>);
    lacks!(Percent: Into<Decimal>);
    lacks!(Quantity: Into<Decimal>);
    lacks!(Fte: From<Decimal>);
    lacks!(Fte: TryFrom<f64>);
    lacks!(Quantity: From<f64>);
    lacks!(Fte: Add);
    lacks!(Percent: Add<PercentagePoints>);
    lacks!(Fte: Sub);
    lacks!(Snapshot: Add);
    lacks!(Snapshot: Default);
    lacks!(Reported<Fte>: Default);
}

/// The text of every source in a room of `src`, its rooms within included.
fn sources(room: &str) -> Vec<String> {
    fn gather(folder: &Path, texts: &mut Vec<String>) {
        let mut paths: Vec<PathBuf> = fs::read_dir(folder)
            .expect("the sources are there")
            .map(|entry| entry.expect("a folder is read").path())
            .collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                gather(&path, texts);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                texts.push(fs::read_to_string(&path).expect("a source is text"));
            }
        }
    }

    let mut texts = Vec::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room), &mut texts);
    texts
}

/// The names of types that a source exports with `pub use`.
fn exported(source: &str) -> BTreeSet<&str> {
    source
        .split("\npub use ")
        .skip(1)
        .flat_map(|rest| names(rest.split(';').next().unwrap_or_default()))
        .filter(|name| {
            name.starts_with(|c: char| c.is_ascii_uppercase()) && name.contains(|c: char| c.is_lowercase())
        })
        .collect()
}

fn names(source: &str) -> BTreeSet<&str> {
    source.split(|c: char| !c.is_alphanumeric() && c != '_').collect()
}

/// A type that is made public later must be named in this file too.
#[test]
fn every_public_name_stands_here() {
    let here = names(include_str!("api.rs"));
    let sources = sources("");
    let exported: BTreeSet<&str> = sources.iter().flat_map(|source| exported(source)).collect();
    assert!(exported.len() > 200, "the lists of names are read wrongly: {exported:?}");
    assert_eq!(exported.difference(&here).collect::<Vec<_>>(), Vec::<&&str>::new());
}

/// There is one figure, one series and one change, each without a parameter, and no second one beside it
/// that holds any of the first.
#[test]
fn there_is_one_of_each() {
    let root = exported(include_str!("../src/lib.rs"));
    assert!(root.contains("Figure") && root.contains("Series") && root.contains("Change"));
    let any: Vec<_> = root.iter().filter(|name| name.starts_with("Any")).collect();
    assert_eq!(any, Vec::<&&str>::new());
    for source in sources("measure").iter().chain(&sources("kpi")) {
        for name in ["Figure", "Series", "Change", "Observed", "Observation", "Rate", "Bounds", "Quantity"] {
            for keyword in ["struct", "enum", "trait"] {
                let generic = format!("pub {keyword} {name}<");
                assert!(!source.contains(&generic), "{generic}");
            }
        }
        for keyword in ["struct", "enum", "trait"] {
            assert!(!source.contains(&format!("pub {keyword} Any")), "{keyword}");
        }
    }
}
