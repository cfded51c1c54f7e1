//! Working days, look-ups and the replay of a case, each beside what somebody writes who has no crate for
//! it. `cargo bench --bench inspection` prints the time of both sides and their ratio, from interleaved
//! batches; that both give the same is asserted first.

mod support;

use childrens_services::{
    Assumptions, Case, DecisionMaker, DeliveryModelKind, Document, Event, EventKind, InspectionHistory,
    InterventionStatus, LocalAuthority, WorkingDays,
    calendar::bank_holidays,
    chrono::{Datelike, NaiveDate, Weekday},
    intervention::{
        Commissioner, CommissionerReport, CommissionerReview, Direction, LegalBasis, Recommendation,
        StatutoryTest,
    },
};
use std::{hint::black_box, sync::LazyLock};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The first of each quarter for twenty years.
static STARTS: LazyLock<Vec<NaiveDate>> = LazyLock::new(|| {
    let quarters = (2005..2025).flat_map(|year| [1, 4, 7, 10].map(|month| (year, month)));
    quarters.map(|(year, month)| NaiveDate::from_ymd_opt(year, month, 1).expect("a date")).collect()
});

static HOLIDAYS: LazyLock<Vec<NaiveDate>> = LazyLock::new(|| {
    let years = WorkingDays::FIRST_YEAR..=WorkingDays::LAST_YEAR;
    let all = years.flat_map(|year| bank_holidays(year).expect("on record"));
    all.map(|holiday| holiday.date()).collect()
});

/// Day by day, with a sorted list of holidays.
fn add_by_hand(start: NaiveDate, working_days: u32) -> NaiveDate {
    let (mut date, mut left) = (start, working_days);
    while left > 0 {
        date = date.succ_opt().expect("long before the end of all dates");
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        if !weekend && HOLIDAYS.binary_search(&date).is_err() {
            left -= 1;
        }
    }
    date
}

/// Code and name of each authority as a program holds them that read a file.
static ROWS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    LocalAuthority::all().map(|one| (one.ons_code().to_owned(), one.name().to_owned())).collect()
});

fn look_up_by_hand(code: &str) -> Option<&'static str> {
    ROWS.iter().find(|(one, _)| one == code).map(|(_, name)| name.as_str())
}

/// A road of twenty events: a review, a trust ordered, revised fifteen times, paused, resumed, rescinded.
/// Invented but for its beginning, which is that of West Sussex.
static EVENTS: LazyLock<Vec<Event>> = LazyLock::new(|| {
    let kinds = [EventKind::ReviewDirected, EventKind::AdmOrdered]
        .into_iter()
        .chain([EventKind::DirectionRevised; 15])
        .chain([EventKind::AdmPaused, EventKind::AdmResumed, EventKind::AdmRescinded]);
    let mut before = None;
    let mut events = Vec::new();
    for (months, kind) in (0_u32..).zip(kinds) {
        let date = day("2019-06-04") + childrens_services::chrono::Months::new(months);
        let published = date.try_into().expect("in range");
        let mut direction = Direction::new().with_legal_basis(LegalBasis::Section497A4B);
        direction = match before.replace(published) {
            Some(before) => direction.with_replaces(before),
            None => {
                direction.with_statutory_test(StatutoryTest::Failing).with_cites_report_of(day("2019-05-08"))
            }
        };
        let recommendation = match kind {
            EventKind::AdmOrdered => Recommendation::AlternativeDeliveryModel,
            _ => Recommendation::RetainControl,
        };
        let review = CommissionerReview::new()
            .with_commissioner(Commissioner::named("John Coughlan").expect("a name"))
            .with_report_due(day("2019-09-30"));
        let document = Document::titled("Direction", published).expect("a title");
        let mut event = Event::new(kind, published, DecisionMaker::SecretaryOfState, document)
            .with_direction(direction)
            .with_report(CommissionerReport::new(date, recommendation))
            .with_model(DeliveryModelKind::CouncilOwnedCompany)
            .with_review_by(date)
            .with_reason("invented")
            .expect("a reason");
        if kind == EventKind::ReviewDirected {
            event = event.with_review(review);
        }
        events.push(event);
    }
    events
});

static CASE: LazyLock<Case> = LazyLock::new(|| {
    let case: Case =
        serde_json::from_str(include_str!("../examples/data/intervention_west_sussex.json")).expect("a case");
    let history: InspectionHistory = case.history().clone();
    Case::new(history, Assumptions::new())
});

fn replay() -> InterventionStatus {
    CASE.clone().replay(EVENTS.iter().cloned()).expect("a sound road").status()
}

/// Statuses as texts, the table as a match, and no guards: neither what an event needs, nor who decided, nor
/// the order of the dates is looked at.
fn replay_by_hand() -> String {
    let (mut status, mut log) = ("none".to_owned(), Vec::new());
    for event in EVENTS.iter().cloned() {
        let next = match (status.as_str(), event.kind().code()) {
            ("none", "review_directed") => "direction_review",
            ("direction_review", "adm_ordered") | ("adm_paused", "adm_resumed") => "adm_ordered",
            ("adm_ordered", "direction_revised") => "adm_ordered",
            ("adm_ordered", "adm_paused") => "adm_paused",
            ("adm_ordered" | "adm_paused", "adm_rescinded") => "direction_retained",
            (status, event) => panic!("{event} from {status}"),
        };
        log.push((status, event));
        status = next.to_owned();
    }
    black_box(&log);
    status
}

fn main() {
    let days = WorkingDays::england();
    for &start in STARTS.iter() {
        assert_eq!(days.add(start, 70), Ok(add_by_hand(start, 70)));
    }
    for (code, _) in ROWS.iter() {
        let found = LocalAuthority::with_ons_code(code).expect("a code");
        assert_eq!(Some(found.name()), look_up_by_hand(code));
    }
    assert_eq!(EVENTS.len(), 20);
    assert_eq!(replay().code(), replay_by_hand());

    type Compare = fn() -> [u128; 2];
    let compare: [(&str, Compare); 3] = [
        ("add 70 working days", || {
            let days = WorkingDays::england();
            let typed = |&start: &NaiveDate| drop(black_box(days.add(black_box(start), 70)));
            let by_hand = |&start: &NaiveDate| _ = black_box(add_by_hand(black_box(start), 70));
            let each = STARTS.iter();
            support::medians(STARTS.len(), || each.clone().for_each(typed), || each.clone().for_each(by_hand))
        }),
        ("look up an authority", || {
            let typed = |(code, _): &(String, String)| {
                _ = black_box(LocalAuthority::with_ons_code(black_box(code)).is_ok())
            };
            let by_hand = |(code, _): &(String, String)| _ = black_box(look_up_by_hand(black_box(code)));
            let each = ROWS.iter();
            support::medians(ROWS.len(), || each.clone().for_each(typed), || each.clone().for_each(by_hand))
        }),
        ("replay 20 events", || support::medians(1, replay, replay_by_hand)),
    ];
    support::print(compare.into_iter().map(|(name, compare)| (name, compare())));
}
