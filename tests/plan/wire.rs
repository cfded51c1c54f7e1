//! The wire form, frozen: the sample in `data/`, with every field in use, reads as the plan built by hand, and that plan
//! is written as the sample.

use crate::helpers::{day, good, identity, line, measure, visits};
use childrens_services::{
    Action, Adoption, Answer, AnswerOutcome, Delegation, DueChange, Evidence, EvidenceKind, ImprovementPlan,
    Measure, MeasureKind, Milestone, Owner, Rating, Recipient, RegulatorAnswer, Revision, SignOff,
    StatusScheme, Submission, Target, Voice, VoiceGroup,
    kpi::{Baseline, Step, catalogue},
};
use serde_json::{Value, json};
use std::num::NonZeroU32;

const SAMPLE: &str = include_str!("../data/improvement_plan.json");

fn sign_off() -> SignOff {
    SignOff::new()
        .with_draft_submitted(day("2019-06-05"))
        .with_adopted(Adoption::new(day("2019-08-06"), line("1")).with_body("Cabinet").unwrap())
        .with_delegation(Delegation::new(good("2019-08"), line("Director of Children's Services")))
        .with_submitted(
            Submission::new(good("2019-08-14"), line("2"))
                .with_recipient(Recipient::SecretaryOfState)
                .with_recipient(Recipient::ChiefInspector)
                .with_recipient(Recipient::SafeguardingPartners)
                .with_recipient(Recipient::Public),
        )
        .with_answer(RegulatorAnswer::new(good("2019-09"), AnswerOutcome::DoesNotReflectFindings))
        .with_answer(RegulatorAnswer::new(good("2019-11-04"), AnswerOutcome::ReflectsFindings))
        .with_revision(Revision::new(good("2019-10-14"), line("3")))
}

fn measures() -> Vec<Measure> {
    vec![
        Measure {
            areas: vec![10, 8],
            target: Some(Target {
                from: Some(good("2019-03-01")),
                by: Some(good("2020-03-31")),
                baseline: Some(Baseline { period: good("2019-02"), value: good("18.5%") }),
                steps: vec![Step { on: good("2019-09-30"), value: good("10%") }],
                tolerance: Some(good("0.5 percentage points")),
                cadence: Some(good("every month")),
                sustained_over: NonZeroU32::new(3),
                ..Target::new(good("at most 1.8%"))
            }),
            statutory_limit: Some(good("at most 20%")),
            ..Measure::new(&catalogue::VACANCY_GAP_RATE)
        },
        Measure { kind: MeasureKind::Process, ..measure(&visits(), "over 90%", None) },
    ]
}

fn actions() -> Vec<Action> {
    vec![
        Action::new(line("10.1"), line("Agree a recruitment and retention offer"))
            .with_outcome("Children keep the same social worker")
            .and_then(|action| action.with_recovery_plan("Hire from abroad"))
            .unwrap()
            .with_start(day("2019-06-01"))
            .with_due(day("2019-12-31"))
            .with_original_due(day("2019-10-31"))
            .with_completed(day("2019-12-20"))
            .with_signed_off(day("2020-02-03"))
            .with_delivery_status(Rating::Blue)
            .with_impact_status(Rating::Green)
            .with_answer(Answer::Area(10))
            .with_answer(Answer::Requirement(line("Paragraph 3 of the direction")))
            .with_answer(Answer::LocalPriority(line("Workforce")))
            .with_accountable(
                Owner::in_role("Director of Children's Services")
                    .and_then(|owner| owner.with_name("A Director"))
                    .unwrap(),
            )
            .with_contributor(Owner::in_role("Head of Human Resources").unwrap())
            .with_milestone(
                Milestone::new(day("2019-09-30"), line("Offer drafted")).with_met(day("2019-09-27")),
            )
            .with_milestone(Milestone::new(day("2019-11-29"), line("Offer agreed")))
            .with_measure(line("vacancy_gap_rate"))
            .with_due_change(
                DueChange::new(day("2019-10-01"))
                    .with_reason("The unions are heard")
                    .unwrap()
                    .with_from(day("2019-10-31"))
                    .with_to(day("2019-12-31")),
            )
            .with_evidence(
                Evidence::new(EvidenceKind::StaffFeedback, line("Staff mean to stay"))
                    .with_on(good("2020-01")),
            )
            .with_evidence(Evidence::new(EvidenceKind::TaskCompletion, line("Offer in force"))),
        Action::new(line("10.2"), line("Hire")).with_dependency(line("10.1")),
    ]
}

fn built() -> ImprovementPlan {
    let words = [
        ("Complete", Rating::Blue),
        ("On track", Rating::Green),
        ("At risk", Rating::Amber),
        ("Off track", Rating::Red),
        ("Not begun", Rating::Grey),
    ];
    ImprovementPlan::new(identity(), sign_off(), measures(), actions())
        .unwrap()
        .with_voice(
            Voice::new(VoiceGroup::Children, line("A young person sits on the board"))
                .with_on(good("2019-07")),
        )
        .with_voice(Voice::new(VoiceGroup::Staff, line("Survey")))
        .with_status_scheme(StatusScheme::of_words(words).unwrap())
}

#[test]
fn the_sample_is_frozen() {
    let value: Value = serde_json::from_str(SAMPLE).unwrap();
    assert_eq!(serde_json::from_str::<ImprovementPlan>(SAMPLE).unwrap(), built());
    assert_eq!(serde_json::from_value::<ImprovementPlan>(value.clone()).unwrap(), built());
    assert_eq!(serde_json::to_value(built()).unwrap(), value);
    let text = serde_json::to_string(&built()).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
}

/// What is not given is not written.
#[test]
fn the_least_plan() {
    let least = ImprovementPlan::new(identity(), SignOff::new(), vec![], vec![]).unwrap();
    let identity = json!({"inspection_start": "2019-02-25", "title": "Children First Practice Improvement Plan", "version": "1"});
    assert_eq!(serde_json::from_value::<ImprovementPlan>(json!({"identity": identity})).unwrap(), least);
    assert_eq!(serde_json::to_value(&least).unwrap(), json!({"identity": identity, "sign_off": {}}));
    let target =
        json!({"indicator": "vacancy_gap_rate", "kind": "outcome", "target": {"goal": "at most 2%"}});
    let read: Measure = serde_json::from_value(target).unwrap();
    assert_eq!(read, measure(&catalogue::VACANCY_GAP_RATE, "at most 2%", None));
    // The labels of the standard scheme are the standard scheme.
    let words: Vec<_> = Rating::ALL.iter().map(|one| json!({"word": one.label(), "rating": one})).collect();
    let spelt: ImprovementPlan =
        serde_json::from_value(json!({"identity": identity, "status_scheme": words})).unwrap();
    assert_eq!(spelt, least);
}

/// What the parts hold is what was put in.
#[test]
fn the_parts() {
    let plan = built();
    let identity = plan.identity();
    assert_eq!((identity.inspection_start(), identity.version().as_str()), (day("2019-02-25"), "1"));
    assert_eq!(plan.measures(), measures());
    let action = &plan.actions()[0];
    assert_eq!(
        (action.recovery_plan(), action.outcome()),
        (Some("Hire from abroad"), Some("Children keep the same social worker"),)
    );
    assert_eq!(action.areas().collect::<Vec<_>>(), [10]);
    assert_eq!(action.due_changes()[0].reason(), Some("The unions are heard"));
    assert_eq!(plan.sign_off().adopted().unwrap().body(), Some("Cabinet"));
}
