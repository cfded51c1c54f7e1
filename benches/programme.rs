//! Findings and report of a programme, and of one ten times its size: both grow with it, not faster.
//!
//! ```text
//! cargo bench --bench programme
//! ```

mod support;

use childrens_services::{
    Action, Activity, Answer, AreaForImprovement, Assumptions, Case, Claim, ClaimKind, Evidence,
    EvidenceKind, Framework, ImprovementPlan, Indicator, Inspection, InspectionHistory, LocalAuthority,
    Measure, Milestone, Moment, OneLine, Owner, PlanIdentity, Polarity, Programme, ProgrammeParts,
    ProgressReport, Rating, ReportBrief, Series, ServiceArea, ServiceAreaKind, SignOff, Standard, Target,
    TimedEvent, TimedEvents, Timescale, Unit,
    chrono::{Days, NaiveDate},
    kpi::Baseline,
};
use std::{hint::black_box, sync::LazyLock};

/// For so many areas ten times as many actions and a hundred times as many events.
const SMALL: u32 = 10;
const LARGE: u32 = 100;

static SMALL_PROGRAMME: LazyLock<Programme> = LazyLock::new(|| programme(SMALL));
static LARGE_PROGRAMME: LazyLock<Programme> = LazyLock::new(|| programme(LARGE));

fn line(text: String) -> OneLine {
    OneLine::new(text).expect("a text")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Invented throughout.
fn programme(areas: u32) -> Programme {
    let start = day("2022-01-10");
    let inspection = Inspection::new(
        LocalAuthority::with_ons_code("E10000032").expect("West Sussex"),
        Framework::Ilacs,
        Activity::StandardInspection,
        start,
    )
    .expect("an inspection")
    .with_published(day("2022-03-07"))
    .with_areas_for_improvement(
        (1..=areas).map(|number| AreaForImprovement::new(number, format!("Area {number}")).expect("a label")),
    );
    let measures: Vec<Measure> = (1..=areas).map(measure).collect();
    let history = InspectionHistory::new(inspection.authority(), [inspection]).expect("one authority");
    let mut parts = ProgrammeParts::of(Case::new(history, Assumptions::new()));
    parts.kpis = measures.iter().map(|measure| series(&measure.indicator)).collect();
    parts.service_areas = (1..=areas).map(service_area).collect();
    let identity = PlanIdentity::new(start, line("Plan".to_owned()), line("1".to_owned()));
    let actions = (0..10 * areas).map(|index| action(index, areas)).collect();
    parts.plan = Some(ImprovementPlan::new(identity, SignOff::new(), measures, actions).expect("a plan"));
    Programme::new(parts).expect("a programme")
}

fn measure(area: u32) -> Measure {
    let indicator = Indicator::new(
        format!("measure_{area}"),
        format!("Measure {area}"),
        Unit::PerCent,
        Polarity::HigherIsBetter,
    )
    .expect("an indicator");
    let baseline =
        Baseline { period: "2022-03".parse().expect("a month"), value: "50%".parse().expect("a share") };
    let target = Target { baseline: Some(baseline), ..Target::new("at least 60%".parse().expect("a goal")) };
    Measure { areas: vec![area], target: Some(target), ..Measure::new(&indicator) }
}

fn series(indicator: &Indicator) -> Series {
    let months = [("2022-03", "50.0"), ("2022-06", "55.0"), ("2022-09", "61.0"), ("2022-12", "62.5")];
    Series::new(indicator, months).expect("a series")
}

fn action(index: u32, areas: u32) -> Action {
    let area = index % areas + 1;
    let action = Action::new(line(format!("A{index}")), line(format!("Step {index}")))
        .with_answer(Answer::Area(area))
        .with_accountable(Owner::in_role("Assistant Director").expect("a role"))
        .with_start(day("2022-04-01"))
        .with_due(day("2022-12-31"))
        .with_delivery_status(Rating::Green)
        .with_milestone(Milestone::new(day("2022-08-31"), line("Half way".to_owned())))
        .with_measure(line(format!("measure_{area}")))
        .with_evidence(
            Evidence::new(EvidenceKind::Audit, line("An audit".to_owned()))
                .with_on("2022-11".parse().expect("a month")),
        );
    if index == 0 { action } else { action.with_dependency(line(format!("A{}", index - 1))) }
}

/// A hundred events, every tenth late, and a claim about them.
fn service_area(number: u32) -> ServiceArea {
    let visits = Standard::national(Timescale::by_id("T29").expect("it is in the table"));
    let events = (0..100_u64).map(|index| {
        let started = day("2022-04-01").checked_add_days(Days::new(index * 2)).expect("a day");
        let took = if index % 10 == 0 { 50 } else { 30 };
        let stopped = started.checked_add_days(Days::new(took)).expect("a day");
        TimedEvent::new(Moment::on(started)).with_stopped(Moment::on(stopped))
    });
    let claim = Claim::that(ClaimKind::Improved, format!("Measure {number} improved"))
        .and_then(|claim| claim.with_measured_by(format!("measure_{number}")))
        .expect("texts");
    ServiceArea::new(ServiceAreaKind::Fostering)
        .with_claim(claim)
        .with_timeliness(TimedEvents::new(visits, events).expect("a counted limit"))
}

fn findings(programme: &Programme) -> usize {
    black_box(programme).findings(day("2023-03-31")).len()
}

fn report(programme: &Programme) -> usize {
    let period = "2022-09".parse().expect("a month");
    let brief = ReportBrief::new(period, "all members", "A. Member", "Cabinet Member").expect("texts");
    ProgressReport::write(black_box(programme), &brief).to_html().len()
}

fn main() {
    // Each action breaks a rule and each area is told of, in both sizes.
    assert!(findings(&LARGE_PROGRAMME) >= 9 * findings(&SMALL_PROGRAMME));
    assert!(report(&LARGE_PROGRAMME) >= 5 * report(&SMALL_PROGRAMME));
    assert_eq!(SMALL_PROGRAMME.plan().map(|plan| plan.actions().len()), Some(100));
    assert_eq!(LARGE_PROGRAMME.plan().map(|plan| plan.actions().len()), Some(1_000));

    support::print_growth(&[
        ("findings", [|| findings(&SMALL_PROGRAMME), || findings(&LARGE_PROGRAMME)]),
        ("report as HTML", [|| report(&SMALL_PROGRAMME), || report(&LARGE_PROGRAMME)]),
    ]);
}
