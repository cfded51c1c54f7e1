//! What the tests of intervention share: short ways to write cases and events, and the road of West Sussex.

pub mod cases;
pub mod made;

use childrens_services::{
    Activity, Assumptions, Case, Commissioner, CommissionerReport, CommissionerReview, DecisionMaker,
    DeliveryModel, DeliveryModelKind, DeliveryModels, DeliveryStatus, Direction, Document, Event, EventKind,
    Framework, Grade, Inspection, InspectionHistory, Judgement, LocalAuthority, PartialDate,
    chrono::NaiveDate,
    intervention::{LegalBasis, Recommendation, StatutoryTest},
};
use serde_json::Value;
use std::{
    fmt::{Debug, Display},
    str::FromStr,
};

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
pub fn authority(ons_code: &str) -> LocalAuthority {
    LocalAuthority::with_ons_code(ons_code).unwrap()
}

#[track_caller]
pub fn document(title: &str, published: &str) -> Document {
    Document::titled(title, good(published)).unwrap()
}

/// The message of a refusal.
#[track_caller]
pub fn message<T: Debug, E: Display>(refused: Result<T, E>) -> String {
    refused.map(|value| panic!("{value:?} was not refused")).unwrap_or_else(|error: E| error.to_string())
}

/// From JSON, less the place in the document that `serde_json` adds.
#[track_caller]
pub fn json_message<T: serde::de::DeserializeOwned + Debug>(document: &str) -> String {
    let message = message(serde_json::from_str::<T>(document));
    message.split(" at line ").next().expect("a text splits into one part at least").to_owned()
}

/// A graded inspection with its overall grade alone.
#[track_caller]
pub fn graded(
    ons_code: &str,
    framework: Framework,
    start: &str,
    published: &str,
    overall: Grade,
) -> Inspection {
    let activity = match framework {
        Framework::Ilacs => Activity::StandardInspection,
        _ => Activity::FullInspection,
    };
    Inspection::new(authority(ons_code), framework, activity, day(start))
        .and_then(|inspection| inspection.with_grade(Judgement::Overall, overall))
        .unwrap()
        .with_published(day(published))
}

/// A case without events of the authority with these inspections.
#[track_caller]
pub fn case(ons_code: &str, inspections: impl IntoIterator<Item = Inspection>) -> Case {
    Case::new(InspectionHistory::new(authority(ons_code), inspections).unwrap(), Assumptions::new())
}

/// The case after these events.
#[track_caller]
pub fn after(case: Case, events: impl IntoIterator<Item = Event>) -> Case {
    case.replay(events).unwrap_or_else(|error| panic!("{error}"))
}

/// The Secretary of State decides, by a document published on the day.
#[track_caller]
pub fn event(kind: EventKind, effective: &str) -> Event {
    let date: PartialDate = good(effective);
    Event::new(kind, date, DecisionMaker::SecretaryOfState, document(kind.label(), effective))
}

/// A first direction.
#[track_caller]
pub fn direction() -> Direction {
    Direction::new()
        .with_legal_basis(LegalBasis::Section497A4B)
        .with_legal_basis(LegalBasis::ChildrenAct2004Section50)
        .with_statutory_test(StatutoryTest::Failing)
}

/// A direction in the place of another.
#[track_caller]
pub fn revised(replaces: &str) -> Direction {
    direction().with_replaces(good(replaces))
}

#[track_caller]
pub fn review(commissioner: &str, report_due: &str) -> CommissionerReview {
    CommissionerReview::new()
        .with_commissioner(Commissioner::named(commissioner).unwrap())
        .with_report_due(day(report_due))
}

#[track_caller]
pub fn report(received: &str, recommendation: Recommendation) -> CommissionerReport {
    CommissionerReport::new(day(received), recommendation)
}

#[track_caller]
pub fn company(name: &str, authorities: &[&str], status: DeliveryStatus) -> DeliveryModel {
    let authorities = authorities.iter().map(|code| authority(code));
    DeliveryModel::new(
        name,
        DeliveryModelKind::CouncilOwnedCompany,
        format!("{name} Ltd"),
        authorities,
        status,
    )
    .unwrap()
}

pub fn models(models: impl IntoIterator<Item = DeliveryModel>) -> DeliveryModels {
    models.into_iter().collect()
}

/// The event, read again from its wire form after a change there.
#[track_caller]
fn edited(
    event: &Event,
    path: &str,
    change: impl FnOnce(&mut serde_json::Map<String, Value>, &str),
) -> Event {
    let mut whole = serde_json::to_value(event).unwrap();
    let (at, field) = path.rsplit_once('.').map_or(("", path), |(at, field)| (at, field));
    let pointer = at.split('.').filter(|step| !step.is_empty()).map(|step| format!("/{step}"));
    let place = whole.pointer_mut(&pointer.collect::<String>()).and_then(Value::as_object_mut);
    change(place.unwrap_or_else(|| panic!("nothing at {at:?}")), field);
    serde_json::from_value(whole).unwrap_or_else(|error| panic!("{error}"))
}

/// The same event without one of its particulars, such as `direction.statutory_test`.
#[track_caller]
pub fn without(event: &Event, path: &str) -> Event {
    edited(event, path, |place, field| assert!(place.remove(field).is_some(), "there is no {path}"))
}

/// The same event with another particular.
#[track_caller]
pub fn with(event: &Event, path: &str, value: impl Into<Value>) -> Event {
    edited(event, path, |place, field| drop(place.insert(field.to_owned(), value.into())))
}

pub const WEST_SUSSEX: &str = "E10000032";

/// The three graded inspections of West Sussex from 2015 to 2023.
///
/// # Source
///
/// Ofsted, reports of 20 January 2016, 8 May 2019 and 11 May 2023.
#[track_caller]
pub fn west_sussex_inspections() -> [Inspection; 3] {
    use Grade::{Good, Inadequate, RequiresImprovementToBeGood as RequiresImprovement};
    use Judgement as J;
    let with = |inspection: Inspection, grades: &[(Judgement, Grade)]| {
        let add = |inspection: Inspection, &(judgement, grade): &_| inspection.with_grade(judgement, grade);
        grades.iter().try_fold(inspection, add).unwrap()
    };
    let sif = graded(WEST_SUSSEX, Framework::Sif, "2015-10-26", "2016-01-20", RequiresImprovement);
    let sif = with(
        sif.with_end(day("2015-11-19")),
        &[
            (J::SifHelpAndProtection, RequiresImprovement),
            (J::SifLookedAfter, RequiresImprovement),
            (J::SifAdoption, RequiresImprovement),
            (J::SifLeavers, RequiresImprovement),
            (J::SifLeadership, RequiresImprovement),
        ],
    );
    let of_2019 = graded(WEST_SUSSEX, Framework::Ilacs, "2019-02-25", "2019-05-08", Inadequate);
    let of_2019 = with(
        of_2019.with_end(day("2019-03-08")),
        &[(J::Leaders, Inadequate), (J::HelpAndProtection, Inadequate), (J::CareAndLeavers, Inadequate)],
    );
    let of_2023 = graded(WEST_SUSSEX, Framework::Ilacs, "2023-03-13", "2023-05-11", RequiresImprovement);
    let of_2023 = with(
        of_2023.with_end(day("2023-03-24")),
        &[
            (J::Leaders, Good),
            (J::HelpAndProtection, RequiresImprovement),
            (J::Care, Good),
            (J::Leavers, RequiresImprovement),
        ],
    );
    [sif, of_2019, of_2023]
}

/// West Sussex before anything happened.
#[track_caller]
pub fn west_sussex() -> Case {
    case(WEST_SUSSEX, west_sussex_inspections())
}

/// What happened in West Sussex from the direction of 2019 to its lifting in 2023.
///
/// The titles of the documents are this test's own; the reports of the commissioner are taken as received
/// on the days on which they were published, and the recommendation of the second is read from the pause.
///
/// # Source
///
/// GOV.UK, directions of 4 June 2019, 10 December 2020 (which names that of July 2020) and 31 March 2022,
/// the last updated on 11 May 2023; CYPNow, 17 December 2019 and 3 April 2022; LGC, 6 June 2019.
#[track_caller]
pub fn west_sussex_road() -> [Event; 6] {
    use EventKind as K;
    [
        event(K::ReviewDirected, "2019-06-04")
            .with_direction(direction().with_cites_report_of(day("2019-05-08")))
            .with_review(review("John Coughlan", "2019-09-30")),
        event(K::AdmOrdered, "2019-12-17")
            .with_direction(revised("2019-06-04"))
            .with_report(report("2019-12-17", Recommendation::AlternativeDeliveryModel))
            .with_model(DeliveryModelKind::CouncilOwnedCompany),
        event(K::DirectionRevised, "2020-07").with_direction(revised("2019-12-17")),
        event(K::AdmPaused, "2020-12-10")
            .with_direction(revised("2020-07"))
            .with_report(report("2020-12-10", Recommendation::ReviewAgain))
            .with_review_by(day("2021-12-10")),
        event(K::AdmRescinded, "2022-03-31")
            .with_direction(revised("2020-12-10"))
            .with_report(report("2022-03-31", Recommendation::RetainControl)),
        event(K::InterventionLifted, "2023-05-11"),
    ]
}

/// West Sussex after the first so many events of its road.
#[track_caller]
pub fn west_sussex_after(events: usize) -> Case {
    after(west_sussex(), west_sussex_road().into_iter().take(events))
}
