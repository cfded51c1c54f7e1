//! The generator of plans and programmes for property tests: every part comes through the constructors.

use crate::{
    authority::LocalAuthority,
    calendar::PartialDate,
    caseload::{StatedTeams, Team},
    governance::Governance,
    inspection::{
        Activity, AreaForImprovement, Assumptions, Framework, Grade, Inspection, InspectionHistory, Judgement,
    },
    intervention::Case,
    kpi::{Baseline, Indicator, Polarity, Series, Target},
    measure::{Period, Unit},
    plan::{
        Action, Adoption, Answer, AnswerOutcome, DueChange, Evidence, EvidenceKind, ImprovementPlan, Measure,
        Milestone, Owner, PlanIdentity, Recipient, RegulatorAnswer, SignOff, StatusScheme, Submission, Voice,
        VoiceGroup,
    },
    programme::{
        CaseloadPosition, Claim, ClaimKind, IssuedReport, Programme, ProgrammeParts, ReportedFact, Reporting,
        ServiceArea, ServiceAreaKind, WorkforceRecord,
    },
    text::OneLine,
    timeliness::TimedEvents,
    workforce::{NqswCohort, Snapshot},
};
use chrono::{Datelike, Days, NaiveDate};
use core::num::NonZeroU32;
use proptest::{
    arbitrary::{Arbitrary, any},
    collection::vec,
    option,
    prelude::{Just, Strategy},
    prop_oneof,
    sample::select,
    strategy::BoxedStrategy,
};

const SOUND: &str = "drawn to be sound";

/// The first Monday on which an inspection may start after the pandemic pause.
const FIRST_START: NaiveDate = NaiveDate::from_ymd_opt(2021, 7, 5).expect("a date of the calendar");

fn line(text: impl Into<String>) -> OneLine {
    OneLine::new(text).expect(SOUND)
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).expect("a day of this century")
}

fn partial(day: NaiveDate) -> PartialDate {
    PartialDate::day(day).expect("a day of this century")
}

/// An ILACS standard inspection that requires improvement, with four to thirteen areas for improvement.
fn inspection() -> impl Strategy<Value = Inspection> {
    let authorities = vec!["E10000032", "E10000013", "E08000032", "E09000012"];
    (select(authorities), 0..70_u64, 4..=13_u32).prop_map(|(code, week, areas)| {
        let start = after(FIRST_START, 7 * week);
        let areas =
            (1..=areas).map(|number| AreaForImprovement::new(number, format!("Area {number}")).expect(SOUND));
        let authority = LocalAuthority::with_ons_code(code).expect("an authority of today");
        let inspection = Inspection::new(authority, Framework::Ilacs, Activity::StandardInspection, start)
            .expect(SOUND)
            .with_end(after(start, 11))
            .with_published(after(start, 55))
            .with_received(after(start, 50))
            .with_areas_for_improvement(areas);
        let judgements =
            [Judgement::Overall, Judgement::Leaders, Judgement::HelpAndProtection, Judgement::CareAndLeavers];
        judgements.into_iter().fold(inspection, |inspection, judgement| {
            inspection.with_grade(judgement, Grade::RequiresImprovementToBeGood).expect(SOUND)
        })
    })
}

/// What is drawn for an action.
#[derive(Debug, Clone)]
struct Draft {
    starts: u64,
    lasts: u64,
    late_by: u64,
    form: u8,
    recorded: bool,
    waits: bool,
    milestones: u8,
}

fn draft() -> impl Strategy<Value = Draft> {
    let shape = (any::<bool>(), any::<bool>(), 0..3_u8);
    (0..200_u64, 20..500_u64, 0..90_u64, 0..4_u8, shape).prop_map(
        |(starts, lasts, late_by, form, (recorded, waits, milestones))| Draft {
            starts,
            lasts,
            late_by,
            form,
            recorded,
            waits,
            milestones,
        },
    )
}

/// The `index`th action, which answers the area of its number; its status is recorded as it is derived on `as_of`.
fn action(index: usize, areas: u32, draft: &Draft, from: NaiveDate, as_of: NaiveDate) -> Action {
    let number = u32::try_from(index).expect("a few actions");
    let (start, due) = (after(from, draft.starts), after(from, draft.starts + draft.lasts));
    let mut action = Action::new(line(format!("A{index}")), line(format!("Step {index}")))
        .with_answer(Answer::Area(number % areas + 1))
        .with_outcome("Children are safer")
        .expect(SOUND)
        .with_accountable(Owner::in_role("Assistant Director").expect(SOUND))
        .with_start(start)
        .with_due(due)
        .with_measure(line(code(number % areas)));
    if draft.waits && index > 0 {
        action = action.with_dependency(line(format!("A{}", index - 1)));
    }
    for step in 0..draft.milestones {
        let due = after(start, draft.lasts * u64::from(step + 1) / 4);
        action = action.with_milestone(Milestone::new(due, line("Half way")).with_met(due));
    }
    if draft.form > 0 {
        action = action.with_completed(after(due, draft.late_by));
    }
    if draft.form > 1 {
        let evidence = Evidence::new(EvidenceKind::Audit, line("An audit shows it"));
        action = action.with_evidence(evidence.with_on(partial(after(due, draft.late_by))));
    }
    if draft.form > 2 {
        let was = after(start, draft.lasts / 2);
        action = action
            .with_signed_off(after(due, draft.late_by + 1))
            .with_original_due(was)
            .with_due_change(DueChange::new(was).with_from(was).with_to(due));
    }
    if draft.recorded {
        let derived = action.derived_delivery_status(as_of);
        action = action.with_delivery_status(derived);
    }
    action
}

fn code(area: u32) -> String {
    format!("measure_{area}")
}

/// Every second one is better when it is lower.
fn measure(area: u32, from: NaiveDate) -> Measure {
    let polarity = if area.is_multiple_of(2) { Polarity::HigherIsBetter } else { Polarity::LowerIsBetter };
    let indicator = Indicator::new(code(area), format!("Measure {area}"), Unit::PerCent, polarity)
        .and_then(Indicator::share)
        .expect(SOUND);
    let baseline = Period::month(from.year(), from.month()).expect("a month of this century");
    let goal = if area.is_multiple_of(2) { "at least 60%" } else { "at most 40%" };
    let target = Target {
        baseline: Some(Baseline { period: baseline, value: "50%".parse().expect(SOUND) }),
        sustained_over: NonZeroU32::new(2),
        ..Target::new(goal.parse().expect(SOUND))
    };
    Measure { areas: vec![area + 1], target: Some(target), ..Measure::new(&indicator) }
}

fn plan_of(inspection: &Inspection, drafts: &[Draft], adopted: u64, rag: bool) -> ImprovementPlan {
    let received = inspection.received().expect(SOUND);
    let areas = u32::try_from(inspection.areas_for_improvement().expect(SOUND).len()).expect("a few areas");
    let as_of = last_day();
    // As many actions as there are areas, and more.
    let drafts = drafts.iter().cycle().take(drafts.len().max(areas as usize)).enumerate();
    let actions = drafts.map(|(index, draft)| action(index, areas, draft, received, as_of)).collect();
    let measures = (0..areas).map(|area| measure(area, received)).collect();
    let identity = PlanIdentity::new(inspection.start(), line("Improvement Plan"), line("1"));
    let submission = Submission::new(partial(after(received, adopted + 10)), line("1"))
        .with_recipient(Recipient::SecretaryOfState)
        .with_recipient(Recipient::ChiefInspector);
    let sign_off = SignOff::new()
        .with_adopted(Adoption::new(after(received, adopted), line("1")))
        .with_submitted(submission)
        .with_answer(RegulatorAnswer::new(
            partial(after(received, adopted + 40)),
            AnswerOutcome::ReflectsFindings,
        ));
    let plan = ImprovementPlan::new(identity, sign_off, measures, actions)
        .expect(SOUND)
        .with_voice(Voice::new(VoiceGroup::Children, line("A reference group")));
    if rag { plan.with_status_scheme(StatusScheme::rag()) } else { plan }
}

fn last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 31).expect("a date of the calendar")
}

/// Monthly figures of a measure, the first at its baseline, the last better than its target.
fn series(measure: &Measure, shown: &[u32]) -> Series {
    let first = measure.target.as_ref().and_then(|target| target.baseline).expect(SOUND).period;
    let higher = measure.indicator.polarity() == Polarity::HigherIsBetter;
    let figure = |percent: u32| format!("{percent}.0%");
    let ends = if higher { (50, 75) } else { (50, 25) };
    let values = [ends.0].into_iter().chain(shown.iter().copied()).chain([ends.1]);
    let months = (0..).map(|month: i32| {
        let months =
            first.start().year() * 12 + i32::try_from(first.start().month0()).expect("a month") + month;
        let in_year = u32::try_from(months.rem_euclid(12) + 1).expect("1 to 12");
        Period::month(months.div_euclid(12), in_year).expect("a month of this century")
    });
    Series::new(&measure.indicator, months.zip(values.map(figure))).expect("each month once")
}

fn workforce() -> impl Strategy<Value = WorkforceRecord> {
    let counts = (100..900_u32, 0..100_u32);
    (option::of(counts), option::of(any::<NqswCohort>()), vec(any::<Team>(), 0..=12), 0..8_u32).prop_map(
        |(counts, cohort, teams, within)| {
            let period = Period::month(2024, 9).expect("a month");
            let mut record = WorkforceRecord::new();
            if let Some((in_post, vacant)) = counts {
                let year = Period::reporting_year(2024).expect("a year");
                let fte = |count: u32| count.to_string().parse().ok();
                let snapshot =
                    Snapshot { inpost_fte: fte(in_post), vacancy_fte: fte(vacant), ..Snapshot::new(year) };
                record = record.with_snapshot(snapshot);
            }
            if let Some(cohort) = cohort {
                record = record.with_cohort(cohort);
            }
            let position = CaseloadPosition::new(period);
            let position = match &teams[..] {
                [] => position.with_stated(StatedTeams { within, teams: 8 }),
                _ => distinct(teams).into_iter().fold(position, CaseloadPosition::with_team),
            };
            record.with_caseload(position)
        },
    )
}

/// The first team of each name.
fn distinct(mut teams: Vec<Team>) -> Vec<Team> {
    let key = |team: &Team| (team.service.to_string(), team.name.to_string());
    teams.sort_by_key(key);
    teams.dedup_by_key(|team| key(team));
    teams
}

/// A report a quarter from the adoption on; each says that the plan is adopted.
fn reporting(adopted: NaiveDate) -> Reporting {
    let mut reporting = Reporting::new().with_cadence("every 3 months".parse().expect("a cadence"));
    let mut on = adopted;
    while on <= last_day() {
        let report = IssuedReport::new(partial(on)).with_fact(ReportedFact::PlanAdopted);
        reporting = reporting.with_report(report);
        on = after(on, 85);
    }
    reporting
}

/// A plan of four to twenty actions, which answer each area of an inspection of 2021 or 2022 that required improvement.
///
/// Its findings are those of [`Programme`]'s generator.
fn inspection_and_plan() -> impl Strategy<Value = (Inspection, ImprovementPlan)> {
    (inspection(), vec(draft(), 4..20), 0..50_u64, any::<bool>()).prop_map(
        |(inspection, drafts, adopted, rag)| {
            let plan = plan_of(&inspection, &drafts, adopted, rag);
            (inspection, plan)
        },
    )
}

impl Arbitrary for ImprovementPlan {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    /// A plan of four to twenty actions with a measure for each area of its inspection, sound as of 31 December 2026.
    fn arbitrary_with((): ()) -> Self::Strategy {
        inspection_and_plan().prop_map(|(_, plan)| plan).boxed()
    }
}

/// A programme with an inspection, a plan, governance, indicators, workforce, service areas and reports; sometimes without
/// some of them. As of 31 December 2026 it has no finding of severity error.
impl Arbitrary for Programme {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let areas = vec((any::<ServiceAreaKind>(), vec(any::<TimedEvents>(), 0..2)), 0..3);
        let governance = prop_oneof![1 => Just(Governance::default()), 4 => any::<Governance>()];
        let shown = vec(20..80_u32, 0..6);
        let plan = (inspection_and_plan(), option::weighted(0.9, Just(())));
        (plan, governance, workforce(), areas, shown)
            .prop_map(|(((inspection, plan), with_plan), governance, workforce, areas, shown)| {
                let history = InspectionHistory::new(inspection.authority(), [inspection]).expect(SOUND);
                let mut parts = ProgrammeParts::of(Case::new(history, Assumptions::new()));
                parts.title = Some(line("Improvement Programme"));
                parts.governance = governance;
                parts.kpis = plan.measures().iter().map(|measure| series(measure, &shown)).collect();
                parts.workforce = workforce.with_claim(
                    Claim::that(ClaimKind::Improved, "It improved")
                        .and_then(|claim| claim.with_measured_by(code(0)))
                        .expect(SOUND),
                );
                let of_area = areas.into_iter().map(|(kind, timeliness)| {
                    timeliness.into_iter().fold(ServiceArea::new(kind), ServiceArea::with_timeliness)
                });
                parts.service_areas = of_area.collect();
                if with_plan.is_some() {
                    let adopted = plan.sign_off().adopted().expect(SOUND).on();
                    parts.reporting = reporting(adopted);
                    let claim = Claim::that(ClaimKind::Compliant, "The target is met")
                        .and_then(|claim| claim.with_measured_by(code(1)))
                        .expect(SOUND);
                    parts.service_areas.push(ServiceArea::new(ServiceAreaKind::Other).with_claim(claim));
                    parts.plan = Some(plan);
                }
                Self::new(parts).expect(SOUND)
            })
            .boxed()
    }
}
