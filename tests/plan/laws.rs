//! Laws of plans: what holds of every one of them.

use crate::helpers::{action, day, good, history, identity, line, visits};
use childrens_services::{
    Action, Answer, AnswerOutcome, Assumptions, DueChange, Evidence, EvidenceKind, Goal, ImprovementPlan,
    Measure, MeasureKind, Milestone, Owner, PartialDate, Rating, SignOff, StatusScheme, Submission, Target,
    Voice, VoiceGroup,
    chrono::{Days, NaiveDate},
    kpi::{Baseline, catalogue},
    plan::{Adoption, Delegation, RegulatorAnswer, Revision},
};
use proptest::{prelude::*, sample::select, test_runner::FileFailurePersistence};
use std::{collections::BTreeSet, num::NonZeroU32};

/// Cases that fail are kept beside this file.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    }
}

// Strategies.

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..1_500_u64).prop_map(|days| day("2018-06-01") + Days::new(days))
}

fn any_date() -> impl Strategy<Value = PartialDate> {
    prop_oneof![
        any_day().prop_map(|day| PartialDate::day(day).unwrap()),
        (2018..2022_i32, 1..=12_u32).prop_map(|(year, month)| PartialDate::month(year, month).unwrap()),
        (2018..2022_i32).prop_map(|year| PartialDate::year(year).unwrap()),
    ]
}

fn maybe<T: std::fmt::Debug>(strategy: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    proptest::option::of(strategy)
}

/// Sets what there is.
fn set<T, V>(to: T, value: Option<V>, with: impl FnOnce(T, V) -> T) -> T {
    match value {
        Some(value) => with(to, value),
        None => to,
    }
}

fn any_owner() -> impl Strategy<Value = Owner> {
    (any::<bool>(), any::<bool>()).prop_map(|(role, name)| {
        let owner = Owner::new();
        let owner = if role { owner.with_role("Head of Service").unwrap() } else { owner };
        if name { owner.with_name("A Person").unwrap() } else { owner }
    })
}

fn any_evidence() -> impl Strategy<Value = Evidence> {
    (any::<EvidenceKind>(), maybe(any_date()))
        .prop_map(|(kind, on)| set(Evidence::new(kind, line("Shown")), on, Evidence::with_on))
}

fn any_milestone() -> impl Strategy<Value = Milestone> {
    (any_day(), maybe(any_day()))
        .prop_map(|(due, met)| set(Milestone::new(due, line("A step")), met, Milestone::with_met))
}

fn any_due_change() -> impl Strategy<Value = DueChange> {
    (any_day(), maybe(any_day()), maybe(any_day())).prop_map(|(changed, from, to)| {
        set(set(DueChange::new(changed), from, DueChange::with_from), to, DueChange::with_to)
    })
}

fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        3 => (1..=12_u32).prop_map(Answer::Area),
        1 => Just(Answer::Requirement(line("Paragraph 3"))),
        1 => Just(Answer::LocalPriority(line("Play"))),
    ]
}

/// An action by its own; it waits for nothing and has no measure.
fn any_action() -> impl Strategy<Value = Action> {
    let list = |most| 0..=most;
    (
        (maybe(any_day()), maybe(any_day()), maybe(any_day()), maybe(any_day()), maybe(any_day())),
        (any::<bool>(), maybe(any::<Rating>()), maybe(any::<Rating>())),
        (
            proptest::collection::vec(any_answer(), list(3)),
            proptest::collection::vec(any_owner(), list(2)),
            proptest::collection::vec(any_milestone(), list(2)),
            proptest::collection::vec(any_due_change(), list(3)),
            proptest::collection::vec(any_evidence(), list(2)),
        ),
    )
        .prop_map(
            |(days, (recovery, delivery, impact), (answers, owners, milestones, changes, evidence))| {
                let (start, due, original, completed, signed_off) = days;
                let mut one = action("a");
                one = set(one, start, Action::with_start);
                one = set(one, due, Action::with_due);
                one = set(one, original, Action::with_original_due);
                one = set(one, completed, Action::with_completed);
                one = set(one, signed_off, Action::with_signed_off);
                one = set(one, delivery, Action::with_delivery_status);
                one = set(one, impact, Action::with_impact_status);
                one = if recovery { one.with_recovery_plan("Hire").unwrap() } else { one };
                one = answers.into_iter().fold(one, Action::with_answer);
                one = owners.into_iter().fold(one, Action::with_accountable);
                one = milestones.into_iter().fold(one, Action::with_milestone);
                one = changes.into_iter().fold(one, Action::with_due_change);
                evidence.into_iter().fold(one, Action::with_evidence)
            },
        )
}

/// An action under another id.
fn renamed(one: &Action, id: &str) -> Action {
    let mut whole = serde_json::to_value(one).unwrap();
    whole["id"] = id.into();
    serde_json::from_value(whole).unwrap()
}

fn any_goal() -> impl Strategy<Value = Goal> {
    const WORDS: [&str; 4] = ["over", "at least", "under", "at most"];
    (select(&WORDS[..]), 1..=1_000_u32)
        .prop_map(|(word, tenths)| good(&format!("{word} {}.{}%", tenths / 10, tenths % 10)))
}

fn any_measure() -> impl Strategy<Value = Measure> {
    (
        any::<bool>(),
        (any::<MeasureKind>(), proptest::collection::vec(1..=12_u32, 0..3)),
        (maybe(0..=1_000_u32), maybe(any_goal()), maybe(any_goal())),
        (maybe(any_day()), any::<bool>(), 0..5_u32),
        maybe(select(&["every week", "every 4 weeks", "every 3 months"][..])),
    )
        .prop_map(|(own, (kind, areas), (baseline, goal, limit), (by, against, sustained), cadence)| {
            let visits = visits();
            let indicator = if own { visits } else { catalogue::VACANCY_GAP_RATE.clone() };
            let value = |tenths: u32| good(&format!("{}.{}%", tenths / 10, tenths % 10));
            let target = goal.map(|goal| Target {
                by: by.and_then(|by| by.try_into().ok()),
                baseline: baseline.map(|tenths| Baseline { period: good("2019-02"), value: value(tenths) }),
                cadence: cadence.map(good),
                sustained_over: NonZeroU32::new(sustained),
                against_polarity: against,
                ..Target::new(goal)
            });
            Measure { indicator, kind, areas, target, statutory_limit: limit }
        })
}

fn any_sign_off() -> impl Strategy<Value = SignOff> {
    let date = || maybe(any_date());
    (maybe(any_day()), maybe(any_day()), date(), date(), (date(), any::<AnswerOutcome>(), date())).prop_map(
        |(draft, adopted, delegated, submitted, (answered, outcome, revised))| {
            let one = set(SignOff::new(), draft, SignOff::with_draft_submitted);
            let one = set(one, adopted, |one, on| one.with_adopted(Adoption::new(on, line("1"))));
            let one =
                set(one, delegated, |one, on| one.with_delegation(Delegation::new(on, line("Director"))));
            let one = set(one, submitted, |one, on| one.with_submitted(Submission::new(on, line("2"))));
            let one = set(one, answered, |one, on| one.with_answer(RegulatorAnswer::new(on, outcome)));
            set(one, revised, |one, on| one.with_revision(Revision::new(on, line("3"))))
        },
    )
}

/// Up to five actions, each with a few of the others and of the measures.
fn any_plan() -> impl Strategy<Value = ImprovementPlan> {
    let actions = proptest::collection::vec((any_action(), any::<[bool; 5]>(), any::<[bool; 2]>()), 0..=5);
    let measures = proptest::collection::vec(any_measure(), 0..=2);
    let voices = proptest::collection::vec((any::<VoiceGroup>(), maybe(any_date())), 0..3);
    (any_sign_off(), measures, actions, voices, any::<bool>()).prop_map(
        |(sign_off, mut measures, actions, voices, rag)| {
            let mut seen = BTreeSet::new();
            measures.retain(|one| seen.insert(one.indicator.code().to_owned()));
            let count = actions.len();
            let place = |(index, (one, waits, measured)): (usize, (Action, [bool; 5], [bool; 2]))| {
                let mut one = renamed(&one, &format!("a{index}"));
                for (other, _) in waits.iter().enumerate().filter(|(other, waits)| **waits && *other < count)
                {
                    one = one.with_dependency(line(&format!("a{other}")));
                }
                for (measure, _) in measures.iter().zip(measured).filter(|(_, measured)| *measured) {
                    one = one.with_measure(line(measure.indicator.code()));
                }
                one
            };
            let actions = actions.into_iter().enumerate().map(place).collect();
            let mut plan = ImprovementPlan::new(identity(), sign_off, measures, actions).unwrap();
            for (of, on) in voices {
                plan = plan.with_voice(set(Voice::new(of, line("Survey")), on, Voice::with_on));
            }
            if rag { plan.with_status_scheme(StatusScheme::rag()) } else { plan }
        },
    )
}

// Circles.

/// The places at which circles are told.
fn told(plan: &ImprovementPlan) -> BTreeSet<String> {
    let findings = plan.findings(&history([]), &Assumptions::new(), day("2019-10-31"));
    let circles = findings.iter().filter(|finding| finding.message().contains("wait"));
    circles.map(|finding| finding.message().to_owned()).collect()
}

/// A plan whose actions wait for each other as a table says.
fn waiting(waits: &[Vec<bool>]) -> ImprovementPlan {
    let actions = waits.iter().enumerate().map(|(index, row)| {
        let others = row.iter().enumerate().filter(|(_, waits)| **waits);
        others
            .fold(action(&index.to_string()), |one, (other, _)| one.with_dependency(line(&other.to_string())))
    });
    ImprovementPlan::new(identity(), SignOff::new(), vec![], actions.collect()).unwrap()
}

/// Which action is reached from which, over one way or more.
fn reachable(waits: &[Vec<bool>]) -> Vec<Vec<bool>> {
    let mut reach = waits.to_vec();
    for via in 0..reach.len() {
        for from in 0..reach.len() {
            for to in 0..reach.len() {
                reach[from][to] |= reach[from][via] && reach[via][to];
            }
        }
    }
    reach
}

proptest! {
    #![proptest_config(config())]

    /// Circles are told just where one action reaches another and is reached from it, each once with all its members.
    #[test]
    fn circles_are_what_reaches_itself(
        waits in (1..=7_usize).prop_flat_map(|count| {
            let often = prop_oneof![Just(0.1), Just(0.25), Just(0.5)];
            often.prop_flat_map(move |often| {
                let row = proptest::collection::vec(proptest::bool::weighted(often), count);
                proptest::collection::vec(row, count)
            })
        })
    ) {
        let reach = reachable(&waits);
        let expected: BTreeSet<String> = (0..waits.len()).filter(|&one| reach[one][one]).map(|one| {
            let members = (0..waits.len()).filter(|&other| other == one || (reach[one][other] && reach[other][one]));
            let members: Vec<String> = members.map(|one| one.to_string()).collect();
            match &members[..] {
                [alone] => format!("action {alone} waits for itself"),
                many => format!("actions {} wait for each other", many.join(", ")),
            }
        }).collect();
        prop_assert_eq!(told(&waiting(&waits)), expected);
    }

    #[test]
    fn plans_cross_the_wire(plan in any_plan()) {
        let text = serde_json::to_string(&plan).unwrap();
        prop_assert_eq!(&serde_json::from_str::<ImprovementPlan>(&text).unwrap(), &plan);
        let value = serde_json::to_value(&plan).unwrap();
        prop_assert_eq!(serde_json::from_value::<ImprovementPlan>(value).unwrap(), plan);
    }

    /// An action that is overdue and not complete is never green or blue; one that is complete is nothing else.
    #[test]
    fn late_is_never_on_track(one in any_action(), on in any_day()) {
        let rating = one.derived_delivery_status(on);
        let complete = one.completed().is_some_and(|completed| completed <= on);
        let well = matches!(rating, Rating::Green | Rating::Blue);
        if complete {
            prop_assert!(well);
        } else {
            prop_assert!(one.due().is_none_or(|due| due >= on) || !well, "{}", rating);
            prop_assert_ne!(rating, Rating::Blue);
            prop_assert!(rating != Rating::Amber || one.recovery_plan().is_some());
        }
    }

    /// What was known on a day does not know more, says the same of the day, and has no finding of PLAN-08 by derivation.
    #[test]
    fn what_was_known_stays_known(plan in any_plan(), one in any_day(), other in any_day()) {
        let (early, late) = (one.min(other), one.max(other));
        let known = plan.known_on(late);
        prop_assert_eq!(&known.known_on(late), &known);
        prop_assert_eq!(known.actions().len(), plan.actions().len());
        for (then, now) in known.actions().iter().zip(plan.actions()) {
            prop_assert!(then.evidence().len() <= now.evidence().len());
            prop_assert!(then.completed().is_none_or(|on| on <= late));
            // A due date moves, so only the rest of what was known earlier is known later.
            if now.due_changes().is_empty() {
                prop_assert_eq!(then.derived_delivery_status(late), now.derived_delivery_status(late));
                prop_assert_eq!(then.derived_delivery_status(early), now.derived_delivery_status(early));
            }
        }
        let everything = plan.known_on(day("2023-01-01"));
        prop_assert_eq!(everything, plan);
    }

    /// Recording what is derived breaks no rule about statuses.
    #[test]
    fn a_derived_status_breaks_no_rule(one in any_action(), on in any_day()) {
        let rating = one.derived_delivery_status(on);
        let mut whole = serde_json::to_value(one.with_delivery_status(rating)).unwrap();
        whole.as_object_mut().unwrap().remove("impact_status");
        let plan = ImprovementPlan::new(identity(), SignOff::new(), vec![], vec![serde_json::from_value(whole).unwrap()]);
        let findings = plan.unwrap().findings(&history([]), &Assumptions::new(), on);
        let of_status = findings.iter().filter(|finding| {
            finding.rule().id() == "PLAN-08" || finding.place().ends_with(".delivery_status")
        });
        prop_assert_eq!(of_status.count(), 0);
    }

    /// No plan, day or scheme makes anything panic.
    #[test]
    fn nothing_panics(plan in any_plan(), on in prop_oneof![any_day(), Just(NaiveDate::MIN), Just(NaiveDate::MAX)]) {
        let findings = plan.findings(&history([crate::helpers::inspection()]), &Assumptions::new(), on);
        prop_assert!(findings.iter().all(|finding| !finding.place().is_empty()));
        prop_assert_eq!(plan.statuses_on(on, &[], Rating::of).len(), plan.actions().len());
        prop_assert!(plan.known_on(on).actions().len() == plan.actions().len());
    }
}

/// A plan of 20,000 actions, each of which waits for the next, and of which the last waits for the first.
#[test]
fn a_long_chain_does_not_overflow_the_stack() {
    const COUNT: usize = 20_000;
    let next = |index: usize| line(&((index + 1) % COUNT).to_string());
    let chain = |circle: bool| {
        let actions = (0..COUNT).map(|index| {
            let one = action(&index.to_string());
            if circle || index + 1 < COUNT { one.with_dependency(next(index)) } else { one }
        });
        ImprovementPlan::new(identity(), SignOff::new(), vec![], actions.collect()).unwrap()
    };
    assert_eq!(told(&chain(false)).len(), 0);
    let circle = told(&chain(true));
    assert_eq!(circle.len(), 1);
    assert!(circle.iter().next().unwrap().starts_with("actions 0, 1, 2, "));
}

/// The strategies reach each end.
#[test]
fn the_strategies_reach_the_middle() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let on = day("2020-01-01");
    let rated: Vec<Rating> = (0..600)
        .map(|_| any_action().new_tree(&mut runner).unwrap().current().derived_delivery_status(on))
        .collect();
    for rating in Rating::ALL {
        assert!(rated.iter().filter(|one| *one == rating).count() >= 5, "{rating}");
    }
    let plans: Vec<ImprovementPlan> =
        (0..100).map(|_| any_plan().new_tree(&mut runner).unwrap().current()).collect();
    let count = |such: &dyn Fn(&ImprovementPlan) -> bool| plans.iter().filter(|one| such(one)).count();
    assert!(count(&|one| one.actions().is_empty()) > 3 && count(&|one| one.actions().len() == 5) > 3);
    assert!(count(&|one| one.measures().len() == 2) > 3 && count(&|one| told(one).is_empty()) > 10);
}
