//! Laws of intervention: what holds of every case and of every delivery, whatever happens.

use crate::helpers::{WEST_SUSSEX, authority, case, company, day, graded, message, models, west_sussex};
use childrens_services::{
    Case, Commissioner, CommissionerReport, CommissionerReview, DecisionMaker, DeliveryModel,
    DeliveryModelKind, DeliveryStatus, Direction, Document, Event, EventKind as K, Finding, Framework, Grade,
    ImprovementNotice, InterventionStatus as S, PartialDate, Severity,
    chrono::{Datelike, Days, NaiveDate},
    delivery::{Coverage, Delivery, DeliveryError},
    intervention::{DepartmentReview, LegalBasis, LogEntry, Recommendation, ReviewOutcome, StatutoryTest},
};
use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
    strategy::ValueTree,
    test_runner::{FileFailurePersistence, TestRunner},
};
use std::collections::BTreeMap;

/// Cases that fail are kept beside this file.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    }
}

/// Which status may follow which by which event, by hand.
#[rustfmt::skip]
const ALLOWED: &[(S, K, S)] = &[
    (S::NoIntervention, K::AdviserAppointed, S::Adviser),
    (S::NoIntervention, K::NoticeIssued, S::Notice),
    (S::NoIntervention, K::ReviewDirected, S::DirectionReview),
    (S::NoIntervention, K::DirectionGiven, S::DirectionRetained),
    (S::NoIntervention, K::AuthorityAbolished, S::Superseded),
    (S::Adviser, K::NoticeIssued, S::Notice),
    (S::Adviser, K::ReviewDirected, S::DirectionReview),
    (S::Adviser, K::DirectionGiven, S::DirectionRetained),
    (S::Adviser, K::InterventionLifted, S::Support),
    (S::Adviser, K::AuthorityAbolished, S::Superseded),
    (S::Notice, K::ReviewDirected, S::DirectionReview),
    (S::Notice, K::DirectionGiven, S::DirectionRetained),
    (S::Notice, K::InterventionLifted, S::Support),
    (S::Notice, K::LiftedWithoutSupport, S::Exited),
    (S::Notice, K::AuthorityAbolished, S::Superseded),
    (S::DirectionReview, K::ControlRetained, S::DirectionRetained),
    (S::DirectionReview, K::AdmOrdered, S::AdmOrdered),
    (S::DirectionReview, K::NomineeTakesFunctions, S::ExecutiveControl),
    (S::DirectionReview, K::DirectionRevised, S::DirectionReview),
    (S::DirectionReview, K::SteppedDown, S::Notice),
    (S::DirectionReview, K::InterventionLifted, S::Support),
    (S::DirectionReview, K::AuthorityAbolished, S::Superseded),
    (S::DirectionRetained, K::DirectionRevised, S::DirectionRetained),
    (S::DirectionRetained, K::ReviewDirected, S::DirectionReview),
    (S::DirectionRetained, K::SteppedDown, S::Notice),
    (S::DirectionRetained, K::InterventionLifted, S::Support),
    (S::DirectionRetained, K::AuthorityAbolished, S::Superseded),
    (S::AdmOrdered, K::AdmPaused, S::AdmPaused),
    (S::AdmOrdered, K::AdmRescinded, S::DirectionRetained),
    (S::AdmOrdered, K::ServicesTransferred, S::AdmOperational),
    (S::AdmOrdered, K::DirectionRevised, S::AdmOrdered),
    (S::AdmOrdered, K::AuthorityAbolished, S::Superseded),
    (S::AdmPaused, K::AdmResumed, S::AdmOrdered),
    (S::AdmPaused, K::AdmRescinded, S::DirectionRetained),
    (S::AdmPaused, K::DirectionRevised, S::AdmPaused),
    (S::AdmPaused, K::InterventionLifted, S::Support),
    (S::AdmPaused, K::AuthorityAbolished, S::Superseded),
    (S::AdmOperational, K::DirectionRevised, S::AdmOperational),
    (S::AdmOperational, K::ReviewDirected, S::DirectionReview),
    (S::AdmOperational, K::SteppedDown, S::Notice),
    (S::AdmOperational, K::InterventionLifted, S::Support),
    (S::AdmOperational, K::AuthorityAbolished, S::Superseded),
    (S::ExecutiveControl, K::DirectionRevised, S::ExecutiveControl),
    (S::ExecutiveControl, K::InterventionLifted, S::Support),
    (S::ExecutiveControl, K::ServicesTransferred, S::AdmOperational),
    (S::ExecutiveControl, K::AuthorityAbolished, S::Superseded),
    (S::Support, K::SupportEnded, S::Exited),
    (S::Support, K::NoticeIssued, S::Notice),
    (S::Support, K::ReviewDirected, S::DirectionReview),
    (S::Support, K::AuthorityAbolished, S::Superseded),
];

/// What is drawn for one event; what it says depends on the case that it meets.
#[derive(Debug, Clone)]
struct Step {
    /// One of the ways on from where the case stands, where there is one, and else of all events.
    fitting: bool,
    which: Index,
    gap: i64,
    precision: u8,
    /// Which particulars are there, each mostly.
    there: Vec<bool>,
    /// Which of them are right, each mostly.
    right: Vec<bool>,
    recommendation: Recommendation,
    basis: LegalBasis,
    model: DeliveryModelKind,
    by: DecisionMaker,
}

const PARTICULARS: usize = 14;

fn step() -> impl Strategy<Value = Step> {
    let mostly = |weight| vec(proptest::bool::weighted(weight), PARTICULARS);
    let deciders = prop_oneof![
        9 => Just(DecisionMaker::SecretaryOfState),
        1 => select(DecisionMaker::ALL),
    ];
    (
        (proptest::bool::weighted(0.8), any::<Index>(), -20_i64..300, 0_u8..10),
        (mostly(0.95), mostly(0.97)),
        (select(Recommendation::ALL), select(LegalBasis::ALL), select(DeliveryModelKind::ALL), deciders),
    )
        .prop_map(
            |((fitting, which, gap, precision), (there, right), (recommendation, basis, model, by))| Step {
                fitting,
                which,
                gap,
                precision,
                there,
                right,
                recommendation,
                basis,
                model,
                by,
            },
        )
}

/// A date that holds the day, known to the day mostly.
fn around(day: NaiveDate, precision: u8) -> PartialDate {
    match precision {
        0 => PartialDate::year(day.year()),
        1 => PartialDate::month(day.year(), day.month()),
        _ => PartialDate::day(day),
    }
    .unwrap()
}

fn later(from: NaiveDate, days: i64) -> NaiveDate {
    let (ahead, back) = (days.max(0).unsigned_abs(), days.min(0).unsigned_abs());
    from + Days::new(ahead) - Days::new(back)
}

/// The last day of the last event, or the day on which walks begin.
fn last_day(case: &Case) -> NaiveDate {
    case.log().last().map_or(day("2019-05-20"), |entry| entry.event().effective().last())
}

impl Step {
    fn kind(&self, from: S) -> K {
        let ways: Vec<K> = ALLOWED.iter().filter(|way| way.0 == from).map(|way| way.1).collect();
        // An abolition ends the walk, so it is drawn only where all events are.
        let ways: Vec<K> = ways.into_iter().filter(|kind| *kind != K::AuthorityAbolished).collect();
        if self.fitting && !ways.is_empty() { *self.which.get(&ways) } else { *self.which.get(K::ALL) }
    }

    fn on(&self, case: &Case) -> NaiveDate {
        later(last_day(case), self.gap)
    }

    /// The event, with more particulars than it needs, as it would come after those of the case.
    fn event(&self, case: &Case) -> Event {
        let on = self.on(case);
        let effective = around(on, self.precision);
        let kind = self.kind(case.status());
        let published = PartialDate::day(on).unwrap();
        let mut event = Event::new(kind, effective, self.by, Document::titled("Walk", published).unwrap());
        let (there, right) = (&self.there, &self.right);
        let directed = matches!(
            kind,
            K::ReviewDirected
                | K::DirectionGiven
                | K::ControlRetained
                | K::AdmOrdered
                | K::NomineeTakesFunctions
                | K::AdmPaused
                | K::AdmResumed
                | K::AdmRescinded
                | K::DirectionRevised
        );
        if directed == right[0] && there[0] {
            event = event.with_direction(self.direction(case));
        }
        if there[1] {
            let due = later(on, if right[1] { 90 } else { -90 });
            let review = CommissionerReview::new().with_report_due(due);
            event = event.with_review(match there[2] {
                true => review.with_commissioner(Commissioner::named("A Commissioner").unwrap()),
                false => review,
            });
        }
        if there[3] {
            let received = later(on, if right[3] { -1 } else { 1 });
            let fitting = match kind {
                K::AdmPaused => Recommendation::ReviewAgain,
                K::AdmRescinded => Recommendation::RetainControl,
                K::SteppedDown => Recommendation::StepDown,
                _ => self.recommendation,
            };
            let recommendation = if right[4] { fitting } else { self.recommendation };
            event = event.with_report(CommissionerReport::new(received, recommendation));
        }
        if there[4] {
            let model = if right[5] { DeliveryModelKind::CouncilOwnedCompany } else { self.model };
            event = event.with_model(model);
        }
        if there[5] {
            event = event.with_review_by(later(on, if right[6] { 200 } else { 400 }));
        }
        if there[6] {
            event = event.with_go_live(PartialDate::day(later(on, if right[7] { 0 } else { 40 })).unwrap());
        }
        if there[7] {
            event = event.with_contract(Document::titled("Contract", published).unwrap());
        }
        if there[8] {
            event = event.with_reason("a reason").unwrap();
        }
        if there[9] {
            event = event.with_compelling_reasons("compelling reasons").unwrap();
        }
        if there[10] {
            let outcome = if right[8] { ReviewOutcome::Satisfactory } else { ReviewOutcome::NotSatisfactory };
            event = event.with_department_review(DepartmentReview::new(published, outcome));
        }
        if there[11] {
            event = event.with_successor(authority(if right[9] { "E06000060" } else { "E10000006" }));
        }
        if !right[10] {
            event = event.with_notice(ImprovementNotice::new().with_legal_basis(self.basis));
        }
        event
    }

    fn direction(&self, case: &Case) -> Direction {
        let (there, right) = (&self.there, &self.right);
        let mut direction = Direction::new();
        for basis in
            [LegalBasis::Section497A4A, if right[11] { LegalBasis::Section497A4B } else { self.basis }]
        {
            direction = direction.with_legal_basis(basis);
        }
        if there[12] {
            direction = direction.with_statutory_test(StatutoryTest::Failing);
        }
        if there[13] {
            let published = case.history().inspections().iter().filter_map(|one| one.published());
            let cited = published.filter(|published| *published <= self.on(case)).max();
            direction = cited.into_iter().fold(direction, Direction::with_cites_report_of);
        }
        let statutory = case.log().iter().rev().take_while(|entry| entry.to().is_statutory());
        let mut open = statutory.filter(|entry| entry.event().direction().is_some());
        let open = open.next().map(|entry| entry.event().document().published());
        match open {
            Some(open) if right[12] => direction.with_replaces(open),
            _ => direction,
        }
    }
}

/// West Sussex; the same county never Inadequate; and one Inadequate twice. All but the first are invented.
fn before() -> impl Strategy<Value = Case> {
    use Grade::{Good, Inadequate, RequiresImprovementToBeGood as RequiresImprovement};
    let ilacs = |start, published, grade| graded(WEST_SUSSEX, Framework::Ilacs, start, published, grade);
    let never =
        [ilacs("2019-02-25", "2019-05-08", RequiresImprovement), ilacs("2022-02-25", "2022-05-08", Good)];
    let twice = [
        ilacs("2019-02-25", "2019-05-08", Inadequate),
        ilacs("2020-02-25", "2020-05-08", Good),
        ilacs("2021-02-25", "2021-05-08", Inadequate),
        ilacs("2022-02-25", "2022-05-08", Good),
    ];
    select(vec![west_sussex(), case(WEST_SUSSEX, never), case(WEST_SUSSEX, twice), case(WEST_SUSSEX, [])])
}

/// Takes a step, whether the event is taken or refused; a model starts with it where services transfer.
fn take(case: &mut Case, step: &Step) -> Result<(), String> {
    let event = step.event(case);
    if event.kind() == K::ServicesTransferred && step.right[13] {
        let model =
            company("Trust", &[WEST_SUSSEX], DeliveryStatus::Operational).with_start(event.effective());
        *case = case.clone().with_delivery_models(models([model]));
    }
    case.apply(event).map(drop).map_err(|refusal| refusal.to_string())
}

/// Where a case comes to.
fn walk() -> impl Strategy<Value = (Case, Vec<Step>)> {
    (before(), vec(step(), 0..24))
}

/// An event of a kind on a day, with nothing more.
fn bare(kind: K, on: NaiveDate) -> Event {
    let date = PartialDate::day(on).unwrap();
    Event::new(kind, date, DecisionMaker::SecretaryOfState, Document::titled("Bare", date).unwrap())
}

proptest! {
    #![proptest_config(config())]

    /// Whatever is logged is allowed; whatever is refused leaves no trace.
    #[test]
    fn only_what_is_allowed_happens((mut case, steps) in walk()) {
        for step in steps {
            let event = step.event(&case);
            let (from, kind) = (case.status(), event.kind());
            let before = case.clone();
            match case.apply(event.clone()) {
                Ok(entry) => {
                    prop_assert!(ALLOWED.contains(&(from, kind, entry.to())), "{from} {kind} {}", entry.to());
                    prop_assert_eq!(entry.from(), from);
                    prop_assert_eq!(entry.event(), &event);
                    let to = entry.to();
                    prop_assert_eq!(case.status(), to);
                    let events = |log: &[LogEntry]| log.iter().map(|entry| entry.event().clone()).collect::<Vec<_>>();
                    prop_assert_eq!(events(&case.log()[..case.log().len() - 1]), events(before.log()));
                }
                Err(refusal) => {
                    prop_assert_eq!(&case, &before);
                    let allowed = ALLOWED.iter().any(|way| (way.0, way.1) == (from, kind));
                    prop_assert_eq!(refusal.transition().is_some(), allowed, "{}", refusal);
                }
            }
        }
    }

    /// The log is a chain that only goes on in time, and each day has the status of the last event by then.
    #[test]
    fn the_log_is_a_chain((mut case, steps) in walk()) {
        steps.iter().for_each(|step| drop(take(&mut case, step)));
        let mut status = S::NoIntervention;
        let (mut last, mut earliest) = (NaiveDate::MIN, NaiveDate::MIN);
        for entry in case.log() {
            let effective = entry.event().effective();
            prop_assert_eq!(entry.from(), status);
            // It can have come after all before it.
            earliest = earliest.max(effective.first());
            prop_assert!(effective.last() >= earliest);
            // And counts from a day on which it can have been, or later by what may have come before.
            prop_assert!(entry.in_force_from() >= last && entry.in_force_from() <= effective.last());
            prop_assert!(entry.in_force_from() >= effective.first());
            (status, last) = (entry.to(), entry.in_force_from());
        }
        prop_assert_eq!(case.status(), status);
        prop_assert_eq!(case.status_on(last_day(&case)), status);
        prop_assert_eq!(case.status_on(NaiveDate::MAX), status);
        let first = case.log().first().map(LogEntry::in_force_from);
        if let Some(first) = first {
            prop_assert_eq!(case.status_on(later(first, -1)), S::NoIntervention);
        }
        for pair in case.log().windows(2) {
            let [one, next] = [&pair[0], &pair[1]].map(LogEntry::in_force_from);
            if one < next {
                prop_assert_eq!(case.status_on(one), pair[0].to());
                prop_assert_eq!(case.status_on(later(next, -1)), pair[0].to());
            }
        }
    }

    /// The events of the log make the same case again, and so does its wire form.
    #[test]
    fn a_case_can_be_replayed((mut case, steps) in walk()) {
        steps.iter().for_each(|step| drop(take(&mut case, step)));
        let events: Vec<_> = case.log().iter().map(|entry| entry.event().clone()).collect();
        let again = Case::new(case.history().clone(), case.assumptions().clone())
            .with_delivery_models(case.delivery_models().clone())
            .replay(events)
            .map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&again, &case);
        let json = serde_json::to_string(&case).unwrap();
        let read: Case = serde_json::from_str(&json).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&read, &case);
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), json);
    }

    /// A direction is open exactly while the status is statutory: the last one that was given.
    #[test]
    fn a_direction_is_open_while_the_status_is_statutory((mut case, steps) in walk()) {
        for step in steps {
            drop(take(&mut case, &step));
            prop_assert_eq!(case.open_direction().is_some(), case.status().is_statutory());
            if let Some(open) = case.open_direction() {
                let given = case.log().iter().rfind(|entry| entry.event().direction().is_some()).unwrap();
                prop_assert_eq!(given.event(), open);
            }
        }
    }

    /// The ways on are exactly the events that are not refused as impossible from where the case stands.
    #[test]
    fn the_ways_on_are_what_is_possible((mut case, steps) in walk()) {
        steps.iter().for_each(|step| drop(take(&mut case, step)));
        let on = last_day(&case);
        let options: Vec<K> = case.options_on(on).map(|option| option.event()).collect();
        prop_assert_eq!(options.is_empty(), case.status().is_terminal());
        for &kind in K::ALL {
            let mut tried = case.clone();
            let refused = tried.apply(bare(kind, on)).map_err(|refusal| refusal.to_string());
            let nowhere = |why: String| why.contains("not possible from") || why.contains("INT-18");
            let impossible = refused.is_err_and(nowhere);
            prop_assert_eq!(options.contains(&kind), !impossible, "{} from {}", kind, case.status());
        }
    }

    /// What is over stays over: each further event is refused for that.
    #[test]
    fn what_is_over_stays_over((mut case, steps) in walk(), more in vec(step(), 1..5)) {
        steps.iter().for_each(|step| drop(take(&mut case, step)));
        if !case.status().is_terminal() {
            let abolished = bare(K::AuthorityAbolished, last_day(&case));
            case.apply(abolished.with_successor(authority("E10000006"))).unwrap();
        }
        let over = case.clone();
        for step in more {
            let event = step.event(&case);
            let expected = format!(
                "INT-18: {} on {}: the episode is over ({}); a later failure opens a new one",
                event.kind().code(),
                event.effective(),
                over.status().code(),
            );
            prop_assert_eq!(message(case.apply(event)), expected);
            prop_assert_eq!(&case, &over);
        }
    }

    /// Findings about a case are warnings, for what is in error was refused; and of days before the first
    /// event only an intervention that is late can be found.
    #[test]
    fn a_case_has_no_errors((mut case, steps) in walk(), days in vec(-400_i64..4000, 5)) {
        steps.iter().for_each(|step| drop(take(&mut case, step)));
        for days in days {
            let as_of = later(day("2019-05-20"), days);
            let findings = case.findings(as_of).into_iter();
            let ours = |finding: &Finding| finding.rule().id().starts_with("INT-");
            let findings: Vec<_> = findings.filter(ours).collect();
            let error = findings.iter().find(|finding| finding.severity() == Severity::Error);
            prop_assert!(error.is_none(), "{:?}", error);
            let known = |entry: &&LogEntry| entry.event().effective().first() <= as_of;
            let known = case.log().iter().take_while(known).count();
            for finding in &findings {
                let place = finding.place();
                let index = place.strip_prefix("case.events[").and_then(|rest| rest.split(']').next());
                match index {
                    Some(index) => {
                        prop_assert!(index.parse::<usize>().unwrap() < known, "{} as of {}", finding, as_of);
                    }
                    None => prop_assert_eq!(finding.rule().id(), "INT-19"),
                }
            }
        }
    }
}

/// The walks come to every status and by nearly every way, so that the laws above are about something. The
/// draws are the same every time.
#[test]
fn the_walks_reach_every_status() {
    let mut runner = TestRunner::deterministic();
    let strategy = walk();
    let (mut statuses, mut ways) = (BTreeMap::<_, u32>::new(), BTreeMap::<_, u32>::new());
    let (mut taken, mut refused) = (0, 0);
    for _ in 0..400 {
        let (mut case, steps) =
            strategy.new_tree(&mut runner).unwrap_or_else(|why| panic!("{why}")).current();
        for step in &steps {
            match take(&mut case, step) {
                Ok(()) => taken += 1,
                Err(_) => refused += 1,
            }
        }
        for entry in case.log() {
            *statuses.entry(entry.to().code()).or_default() += 1;
            *ways.entry(entry.transition().id()).or_default() += 1;
        }
    }
    let reached = |status: &S| {
        *status == S::NoIntervention || statuses.get(status.code()).is_some_and(|&count| count >= 5)
    };
    let missed: Vec<_> = S::ALL.iter().filter(|status| !reached(status)).collect();
    assert!(missed.is_empty(), "{missed:?}: {statuses:?}");
    assert_eq!(ways.len(), 21, "{ways:?}");
    assert!(taken > 800 && refused > 800, "{taken} taken, {refused} refused");
}

// Delivery.

/// One thing done with a delivery.
#[derive(Debug, Clone)]
enum Act {
    Plan(DeliveryModelKind),
    GoLive(i64),
    Cancel,
    Change(DeliveryModelKind, i64),
    End(i64, i64),
}

fn action() -> impl Strategy<Value = Act> {
    let kind = || select(DeliveryModelKind::ALL);
    let days = || -3_i64..40;
    prop_oneof![
        kind().prop_map(Act::Plan),
        days().prop_map(Act::GoLive),
        Just(Act::Cancel),
        (kind(), days()).prop_map(|(kind, days)| Act::Change(kind, days)),
        (days(), prop_oneof![3 => Just(1_i64), 1 => -1_i64..3]).prop_map(|(last, gap)| Act::End(last, gap)),
    ]
}

/// Does one thing, some days after `from`, which moves on with it.
fn act(delivery: &mut Delivery, step: &Act, from: &mut NaiveDate) -> Result<(), DeliveryError> {
    let on = |days: &i64| later(*from, *days);
    let (done, then) = match step {
        Act::Plan(kind) => (delivery.plan("Model", *kind, "Provider"), *from),
        Act::GoLive(days) => (delivery.go_live(on(days)), on(days)),
        Act::Cancel => (delivery.cancel(), *from),
        Act::Change(kind, days) => (delivery.change("Model", *kind, "Provider", on(days)), on(days)),
        Act::End(days, gap) => (delivery.end(on(days), later(on(days), *gap)), on(days)),
    };
    if done.is_ok() {
        *from = then;
    }
    done
}

proptest! {
    #![proptest_config(config())]

    /// Whatever is done, no two models overlap, none ends before it starts or delivers after its end, and
    /// none that was dropped has a start; what is refused changes nothing.
    #[test]
    fn delivery_is_never_impossible(steps in vec(action(), 0..30)) {
        let mut delivery = Delivery::in_house(authority("E08000028"));
        let begin = day("2018-04-01");
        let mut from = begin;
        for step in steps {
            let before = delivery.clone();
            if act(&mut delivery, &step, &mut from).is_err() {
                prop_assert_eq!(&delivery, &before);
            }
            let models = delivery.models();
            for as_of in [later(begin, -1), from, later(from, 1), later(from, 400)] {
                prop_assert_eq!(models.findings(as_of).to_string(), "");
            }
            // On each day one model delivers at most, and on the last it is the one that delivers now.
            let on = |day| models.as_slice().iter().filter(move |model| model.covers(day) == Coverage::Yes);
            for days in 0..60 {
                prop_assert!(on(later(from, -days)).count() <= 1);
            }
            let now = on(later(from, 1)).next().map_or(DeliveryModelKind::InHouse, |model| model.kind());
            prop_assert_eq!(now, delivery.delivered_by());
            let running = |model: &&DeliveryModel| model.status() == DeliveryStatus::Operational;
            let running = models.as_slice().iter().filter(running);
            prop_assert_eq!(running.count() == 1, delivery.delivered_by() != DeliveryModelKind::InHouse);
        }
    }
}

/// What is done comes to every status of a model, and to chains of several.
#[test]
fn what_is_done_reaches_every_status() {
    let mut runner = TestRunner::deterministic();
    let strategy = vec(action(), 30);
    let mut statuses = BTreeMap::<_, u32>::new();
    let mut longest = 0;
    for _ in 0..100 {
        let mut delivery = Delivery::in_house(authority("E08000028"));
        let mut from = day("2018-04-01");
        for step in strategy.new_tree(&mut runner).unwrap_or_else(|why| panic!("{why}")).current() {
            drop(act(&mut delivery, &step, &mut from));
            if let Some(status) = delivery.status() {
                *statuses.entry(status.code()).or_default() += 1;
            }
        }
        longest = longest.max(delivery.models().as_slice().len());
    }
    assert!(statuses.len() == 4 && statuses.values().all(|&count| count > 50), "{statuses:?}");
    assert!(longest > 6, "{longest}");
}
