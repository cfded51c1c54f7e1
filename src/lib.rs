//! Typed models of *improving children's services in England*, for the tools that embed them.
//!
//! A local authority whose children's services Ofsted finds wanting runs an improvement programme,
//! and its dashboards, board reports and pipelines all retype the same figures and rules. This crate
//! holds them once: quantities that cannot be mixed up, the official workforce rates, caseload
//! targets, exact answers to "did it really move?", Ofsted's inspections, statutory intervention, and the improvement
//! programme itself with its plan, governance, timescales and progress report.
//!
//! # The vacancy gap of West Sussex, 2019
//!
//! ```
//! use childrens_services::{Change, Period, Reason, Series, Snapshot, Verdict, kpi::catalogue};
//!
//! // A council's own figures: its vacancy gap in February and in September 2019.
//! let gap = Series::new(&catalogue::VACANCY_GAP_RATE, [("2019-02", "18.5%"), ("2019-09", "1.8%")])?;
//! let change = gap.latest_change().expect("two observations");
//! assert_eq!(
//!     change.to_string(),
//!     "18.5% (2019-02) to 1.8% (2019-09): -16.7 percentage points, -90.3%, improved",
//! );
//! assert_eq!(change.verdict(), Verdict::Improved);
//!
//! // The official vacancy rate from its published counts, exact until one named rounding.
//! let year = |year, inpost: &str, vacant: &str| -> Result<_, Box<dyn std::error::Error>> {
//!     Ok(Snapshot {
//!         inpost_fte: Some(inpost.parse()?),
//!         vacancy_fte: Some(vacant.parse()?),
//!         ..Snapshot::new(Period::reporting_year(year)?)
//!     })
//! };
//! let years = [year(2018, "433.4", "44.6")?, year(2019, "494.5", "56.3")?];
//! let rate = &catalogue::VACANCY_RATE_FTE;
//! let rates = Series::new(rate, years.iter().map(|year| (year.period, year.rate(rate))))?;
//! assert_eq!(
//!     rates.change_on_year().expect("two years").to_string(),
//!     "9.3% (year to 30 September 2018) to 10.2% (year to 30 September 2019): \
//!      +0.9 percentage points, +9.5%, worsened",
//! );
//!
//! // "Over 90%" is a figure of its own: nothing false can be computed from it. The first figure is invented.
//! let take_up = Change::between(&catalogue::OFFER_TAKE_UP_RATE, ("2019-02", "93.5%"), ("2019-09", "over 90%"))?;
//! assert_eq!(take_up.absolute_rounded(1), None);
//! assert_eq!((take_up.verdict(), take_up.reason()), (Verdict::CannotTell, Reason::VagueFigure));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The map
//!
//! | module | main types | what for |
//! | --- | --- | --- |
//! | [`measure`] | [`Unit`], [`Quantity`], [`Percent`], [`Fte`], [`Headcount`], [`Cases`], [`Days`] | numbers with their units, exact |
//! | | [`Figure`], [`Bounds`], [`Symbol`], [`Reported`] | what is printed: exact, rounded, "over 90%", withheld |
//! | | [`Period`] | the time that a figure covers |
//! | [`kpi`] | [`Indicator`], [`Rate`], [`Series`], [`Change`], [`Verdict`] | whether it moved, and for the better |
//! | | [`Target`], [`Assessment`], [`Scorecard`] | where it stands to its target, and a board's table |
//! | [`benchmark`] | [`Benchmark`], [`Quartile`] | how it stands among all authorities |
//! | [`workforce`] | [`Snapshot`], [`RATES`](workforce::RATES), [`NqswCohort`] | counts, and the official rates of them |
//! | [`caseload`] | [`Team`], [`AgreedMaximum`] | who meets the agreed maximum |
//! | [`calendar`] | [`WorkingDays`], [`PartialDate`] | working days and deadlines; dates known to the month or year |
//! | [`authority`] | [`LocalAuthority`], [`Region`], [`StatisticalNeighbour`] | which authority, on which date, and its like |
//! | [`inspection`] | [`Inspection`], [`Grade`], [`Judgement`], [`InspectionHistory`], [`Assumptions`] | what Ofsted judged, what falls due, how an authority stands |
//! | [`delivery`] | [`DeliveryModel`], [`Delivery`] | who delivers, up to a Children's Trust |
//! | [`intervention`] | [`Case`], [`Event`], [`Transition`], [`InterventionOption`] | who may step in and how, up to a Children's Trust |
//! | [`plan`] | [`ImprovementPlan`], [`Action`], [`Measure`], [`StatusScheme`] | what is done about each area, and where it stands |
//! | [`governance`] | [`Governance`], [`LeadershipTeam`], [`Body`], [`Strategy`] | who holds which post, who scrutinises and challenges |
//! | [`timeliness`] | [`Timescale`], [`Standard`], [`TimedEvents`] | statutory timescales, due dates, the share met |
//! | [`programme`] | [`Programme`], [`Claim`], [`ServiceArea`] | everything about one authority in one document |
//! | [`report`] | [`ProgressReport`], [`ReportBrief`] | the progress report, as Markdown, HTML or JSON |
//! | `statistics` (feature `csv`) | `Reader`, `Row`, `Reconciliation`, `ReportingYear` | the Department's published workforce statistics: read, worked again, explained |
//! | [`rules`] | [`Rule`], [`Finding`], [`Findings`] | how validation speaks |
//!
//! # What holds everywhere
//!
//! - Arithmetic is exact. A method that rounds says `_rounded` and takes the decimal places; it
//!   divides once and rounds once, halves away from zero, as the official statistics do.
//! - A value that exists is valid, whether it came through a constructor, from text or through serde.
//!   What cannot be is refused with an error that says what was given and what is allowed.
//! - What stands on record and is impossible or unusual is a [`Finding`] with its severity, and checking
//!   goes on.
//! - On the wire a decimal is exact text, a bare count a whole number, and a date is text, `2019-05-08`, with a year of four digits; any other year is refused when it is
//!   written.
//! - No clock, no locale, no floating point, no `unsafe`, and no I/O but reading from a source that the caller opens.
//!
//! # What it does not do
//!
//! It fetches no data, draws no dashboard and knows no case records of children. It does not judge
//! whether a service is good: a verdict says only which way an indicator moved. It gives no overall grade that
//! Ofsted did not give, and it is no legal advice.
//!
//! # Features
//!
//! | feature | default | brings |
//! | --- | --- | --- |
//! | `proptest` | no | `Arbitrary` for quantities, figures, periods, rates, snapshots, cohorts, teams, dates, authorities, vocabularies, inspections, timed events, governance, plans and programmes, for your property tests |
//! | `csv` | no | `statistics`: the Department for Education's published workforce statistics, read, reconciled and benchmarked |
//!
//! The crates whose types stand in this API are re-exported: [`chrono`] (`NaiveDate` only) and
//! [`rust_decimal`].

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod authority;
pub mod benchmark;
pub mod calendar;
pub mod caseload;
pub mod delivery;
#[cfg(feature = "proptest")]
mod generators;
pub mod governance;
pub mod inspection;
pub mod intervention;
pub mod kpi;
pub mod measure;
pub mod plan;
pub mod programme;
mod record;
pub mod report;
pub mod rules;
#[cfg(feature = "csv")]
#[cfg_attr(docsrs, doc(cfg(feature = "csv")))]
pub mod statistics;
mod text;
pub mod timeliness;
mod vocabulary;
mod wire;
pub mod workforce;

pub use chrono;
pub use rust_decimal;

pub use authority::{
    AuthorityError, AuthorityKind, AuthorityOrigin, Closeness, DatesCertainty, JointReturn, LocalAuthority,
    Region, StatisticalNeighbour, Subregion,
};
pub use benchmark::{Benchmark, BenchmarkError, Quartile};
pub use calendar::{
    BankHoliday, Cadence, CadenceError, CalendarError, PartialDate, PartialDateError, WorkingDays,
};
pub use caseload::{AgreedMaximum, CaseloadStanding, Team};
pub use delivery::{
    Delivery, DeliveryError, DeliveryModel, DeliveryModelError, DeliveryModelKind, DeliveryModels,
    DeliveryOrigin, DeliveryStatus, Document, StatutoryPost,
};
pub use governance::{
    Appointment, Body, BodyKind, Governance, KeyDecision, LeadershipTeam, Meeting, Post, PostKind, Strategy,
};
pub use inspection::{
    Activity, AreaForImprovement, AreaForPriorityAction, AreaReference, Assumptions, Deadlines,
    DeadlinesError, FailureClock, Framework, Grade, GradeChange, GradeDirection, HistoryError, Inspection,
    InspectionError, InspectionGap, InspectionHistory, Judgement, PredictedOverall, Receipt, Standing,
};
pub use intervention::{
    Case, Commissioner, CommissionerReport, CommissionerReview, DecisionMaker, DepartmentReview, Direction,
    Event, EventKind, Failure, ImprovementNotice, InterventionOption, InterventionStatus, LegalBasis,
    LogEntry, Recommendation, Refusal, ReplayError, Requirement, ReviewOutcome, StatutoryTest, Transition,
};
pub use kpi::{
    Assessment, Change, DefinedBy, Goal, GoalError, Indicator, IndicatorError, Kpi, Observable, Observation,
    Observed, Polarity, Rate, RateError, RateFault, Rating, Reason, Scorecard, Series, SeriesError,
    StatedChange, Target, TargetStatus, Tolerance, Verdict,
};
pub use measure::{
    Bounds, Caseload, Cases, Days, Figure, FigureError, Fte, Headcount, Percent, PercentagePoints, Period,
    PeriodError, PeriodKind, Qualified, Qualifier, Quantity, QuantityError, QuantityFault, RelativeChange,
    Reported, Rounded, Symbol, SymbolError, Unit,
};
pub use plan::{
    Action, ActionStatus, Adoption, Answer, AnswerOutcome, AreaCoverage, Delegation, DueChange, Evidence,
    EvidenceKind, ImprovementPlan, Measure, MeasureKind, Milestone, Owner, PlanError, PlanIdentity,
    Recipient, RegulatorAnswer, Revision, SchemeError, SignOff, Status, StatusScheme, Submission, Voice,
    VoiceGroup,
};
pub use programme::{
    CaseloadPosition, Claim, ClaimKind, IssuedReport, Programme, ProgrammeError, ProgrammeParts,
    ReportedFact, Reporting, ServiceArea, ServiceAreaKind, Support, WorkforceRecord,
};
pub use report::{
    ProgressReport, ReportBrief, ReportError, ReportItem, ReportParagraph, ReportSection, ReportTable,
};
pub use rules::{Finding, Findings, Rule, Severity};
pub use text::{OneLine, OneLineError};
pub use timeliness::{
    Certainty, DueError, LegalStatus, Limit, LimitError, Moment, MomentError, Standard, StandardError,
    StatedTimeliness, TimedEvent, TimedEvents, TimedEventsError, TimelinessCount, TimelinessError, Timescale,
};
pub use vocabulary::WordError;
pub use workforce::{NqswCohort, Snapshot, SnapshotError};

/// The README's example, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
