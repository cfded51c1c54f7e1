//! What the tests of plans share: a small sound plan, the inspections of West Sussex, and short ways to change them.

use childrens_services::{
    Action, Activity, Adoption, Answer, AnswerOutcome, AreaForImprovement, Assumptions, Framework, Grade,
    ImprovementPlan, Indicator, Inspection, InspectionHistory, Judgement, LocalAuthority, Measure, Milestone,
    OneLine, Owner, PlanIdentity, Polarity, Recipient, RegulatorAnswer, SignOff, Submission, Target, Unit,
    Voice, VoiceGroup,
    chrono::NaiveDate,
    kpi::{Baseline, catalogue},
};
use serde_json::Value;
use std::{
    fmt::{Debug, Display},
    str::FromStr,
};

pub const AS_OF: &str = "2019-10-31";

/// The value of a text that is known to be good.
#[track_caller]
pub fn good<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

#[track_caller]
pub fn day(text: &str) -> NaiveDate {
    good(text)
}

#[track_caller]
pub fn line(text: &str) -> OneLine {
    OneLine::new(text).unwrap()
}

/// The message of a refusal.
#[track_caller]
pub fn message<T: Debug, E: Display>(refused: Result<T, E>) -> String {
    refused.map(|value| panic!("{value:?} was not refused")).unwrap_or_else(|error: E| error.to_string())
}

/// The first standard inspection of West Sussex, with two of its areas for improvement.
#[track_caller]
pub fn inspection() -> Inspection {
    let authority = LocalAuthority::with_ons_code("E10000032").unwrap();
    let judgements =
        [Judgement::Overall, Judgement::Leaders, Judgement::HelpAndProtection, Judgement::CareAndLeavers];
    let inspection =
        Inspection::new(authority, Framework::Ilacs, Activity::StandardInspection, day("2019-02-25"))
            .unwrap()
            .with_end(day("2019-03-08"))
            .with_published(day("2019-05-08"))
            .with_areas_for_improvement([area(2, "Neglect"), area(10, "Recruitment and retention")]);
    let judged = judgements.into_iter();
    judged.fold(inspection, |one, judgement| one.with_grade(judgement, Grade::Inadequate).unwrap())
}

#[track_caller]
pub fn area(number: u32, label: &str) -> AreaForImprovement {
    AreaForImprovement::new(number, label).unwrap()
}

#[track_caller]
pub fn history(inspections: impl IntoIterator<Item = Inspection>) -> InspectionHistory {
    InspectionHistory::new(LocalAuthority::with_ons_code("E10000032").unwrap(), inspections).unwrap()
}

/// Invented: a share of which more is better, beside the vacancy gap of which less is.
#[track_caller]
pub fn visits() -> Indicator {
    Indicator::new("visits_in_time", "Visits in time", Unit::PerCent, Polarity::HigherIsBetter)
        .and_then(Indicator::share)
        .unwrap()
}

#[track_caller]
pub fn action(id: &str) -> Action {
    Action::new(line(id), line("Invented step"))
}

#[track_caller]
pub fn identity() -> PlanIdentity {
    PlanIdentity::new(day("2019-02-25"), line("Children First Practice Improvement Plan"), line("1"))
}

/// A plan of these actions alone.
#[track_caller]
pub fn plan_of(actions: impl IntoIterator<Item = Action>) -> ImprovementPlan {
    ImprovementPlan::new(identity(), SignOff::new(), vec![], actions.into_iter().collect()).unwrap()
}

/// A plan of which nothing is wanting on 31 October 2019: that of West Sussex, but for invented actions and measures.
/// A measure with its goal, and its baseline of February 2019.
#[track_caller]
pub fn measure(indicator: &Indicator, goal: &str, baseline: Option<&str>) -> Measure {
    let baseline = baseline.map(|value| Baseline { period: good("2019-02"), value: good(value) });
    let target = Target { baseline, ..Target::new(good(goal)) };
    Measure { target: Some(target), ..Measure::new(indicator) }
}

#[track_caller]
pub fn sound() -> ImprovementPlan {
    let sign_off = SignOff::new()
        .with_adopted(Adoption::new(day("2019-08-06"), line("1")))
        .with_submitted(
            Submission::new(good("2019-08-14"), line("1"))
                .with_recipient(Recipient::SecretaryOfState)
                .with_recipient(Recipient::ChiefInspector),
        )
        .with_answer(RegulatorAnswer::new(good("2019-09"), AnswerOutcome::ReflectsFindings));
    let measures = vec![
        Measure { areas: vec![2], ..measure(&visits(), "at least 90%", Some("60%")) },
        Measure { areas: vec![10], ..measure(&catalogue::VACANCY_GAP_RATE, "at most 2%", Some("18.5%")) },
    ];
    let actions = vec![
        action("2.1")
            .with_answer(Answer::Area(2))
            .with_accountable(Owner::in_role("Assistant Director").unwrap())
            .with_start(day("2019-06-01"))
            .with_due(day("2019-12-31"))
            .with_milestone(
                Milestone::new(day("2019-09-30"), line("Half of the teams")).with_met(day("2019-09-27")),
            )
            .with_measure(line("visits_in_time")),
        action("10.1")
            .with_answer(Answer::Area(10))
            .with_accountable(Owner::in_role("Director of Children's Services").unwrap())
            .with_start(day("2019-06-01"))
            .with_due(day("2020-01-31"))
            .with_dependency(line("2.1"))
            .with_measure(line("vacancy_gap_rate")),
    ];
    let voice = Voice::new(VoiceGroup::Children, line("A young person sits on the board"));
    ImprovementPlan::new(identity(), sign_off, measures, actions).unwrap().with_voice(voice)
}

/// The plan, read again from its wire form after a change there.
#[track_caller]
pub fn changed(plan: &ImprovementPlan, change: impl FnOnce(&mut Value)) -> ImprovementPlan {
    let mut whole = serde_json::to_value(plan).unwrap();
    change(&mut whole);
    serde_json::from_value(whole).unwrap_or_else(|error| panic!("{error}"))
}

/// The sound plan after a change.
#[track_caller]
pub fn with(change: impl FnOnce(&mut Value)) -> ImprovementPlan {
    changed(&sound(), change)
}

/// Without a field.
pub fn drop(value: &mut Value, field: &str) {
    value.as_object_mut().and_then(|object| object.remove(field)).unwrap_or_else(|| panic!("no {field}"));
}

#[track_caller]
pub fn finds_in(plan: &ImprovementPlan, inspections: &InspectionHistory, as_of: &str, expected: &[&str]) {
    let findings = plan.findings(inspections, &Assumptions::new(), day(as_of));
    assert_eq!(findings.to_string(), expected.join("\n"));
}

#[track_caller]
pub fn finds_on(plan: &ImprovementPlan, as_of: &str, expected: &[&str]) {
    finds_in(plan, &history([inspection()]), as_of, expected);
}

#[track_caller]
pub fn finds(plan: &ImprovementPlan, expected: &[&str]) {
    finds_on(plan, AS_OF, expected);
}
