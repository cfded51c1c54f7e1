//! Who delivers: how models begin, change and end, on which days they deliver, and the models on record in
//! the reference data: `delivery_models*.csv`.

use crate::helpers::{authority, company, day, document, good, message, models};
use crate::support::{Line, cell, folder, lines};
use childrens_services::{
    DeliveryModel, DeliveryModelKind as M, DeliveryModels, DeliveryStatus, LocalAuthority, PartialDate,
    Severity,
    chrono::NaiveDate,
    delivery::{CompanyCount, Coverage, Delivery, DeliveryError, DeliveryOrigin},
    intervention::{OPTIONS, OptionEnd, OptionExample},
};
use std::collections::BTreeSet;

// The machine.

/// Sandwell, in-house.
#[track_caller]
fn sandwell() -> Delivery {
    Delivery::in_house(authority("E08000028"))
}

/// Sandwell's trust, planned.
#[track_caller]
fn planned() -> Delivery {
    let mut delivery = sandwell();
    delivery
        .plan("Sandwell Children's Trust", M::CouncilOwnedCompany, "Sandwell Children's Trust Ltd")
        .unwrap();
    delivery
}

/// Sandwell's trust, which went live on 1 April 2018.
#[track_caller]
fn operational() -> Delivery {
    let mut delivery = planned();
    delivery.go_live(day("2018-04-01")).unwrap();
    delivery
}

/// The step is refused with this message and changes nothing.
#[track_caller]
fn refuses(
    delivery: &Delivery,
    step: impl FnOnce(&mut Delivery) -> Result<(), DeliveryError>,
    expected: &str,
) {
    let mut tried = delivery.clone();
    assert_eq!(message(step(&mut tried)), expected);
    assert_eq!(&tried, delivery);
}

/// The models as name, status, start and end.
#[track_caller]
fn spans(delivery: &Delivery) -> Vec<(String, DeliveryStatus, Option<String>, Option<String>)> {
    let date = |date: Option<PartialDate>| date.map(|date| date.to_string());
    let span = |model: DeliveryModel| {
        (model.name().to_owned(), model.status(), date(model.start()), date(model.end()))
    };
    delivery.models().into_iter().map(span).collect()
}

fn span(
    name: &str,
    status: DeliveryStatus,
    start: Option<&str>,
    end: Option<&str>,
) -> (String, DeliveryStatus, Option<String>, Option<String>) {
    (name.into(), status, start.map(Into::into), end.map(Into::into))
}

/// Real: Sandwell's trust of 1 April 2018. Invented: what follows it.
#[test]
fn services_change_hands() {
    const TRUST: &str = "Sandwell Children's Trust";
    let mut delivery = sandwell();
    assert_eq!((delivery.authority(), delivery.status()), (authority("E08000028"), None));
    assert_eq!((delivery.delivered_by(), delivery.models().is_empty()), (M::InHouse, true));

    delivery = planned();
    assert_eq!((delivery.status(), delivery.delivered_by()), (Some(DeliveryStatus::Planned), M::InHouse));
    assert_eq!(spans(&delivery), [span(TRUST, DeliveryStatus::Planned, None, None)]);

    delivery.go_live(day("2018-04-01")).unwrap();
    let (status, by) = (delivery.status(), delivery.delivered_by());
    assert_eq!((status, by), (Some(DeliveryStatus::Operational), M::CouncilOwnedCompany));
    assert_eq!(spans(&delivery), [span(TRUST, DeliveryStatus::Operational, Some("2018-04-01"), None)]);

    delivery.change("Second", M::IndependentCompany, "Second Ltd", day("2020-04-01")).unwrap();
    assert_eq!(delivery.delivered_by(), M::IndependentCompany);
    let first = span(TRUST, DeliveryStatus::Ended, Some("2018-04-01"), Some("2020-03-31"));
    let second = |status, end| span("Second", status, Some("2020-04-01"), end);
    assert_eq!(spans(&delivery), [first.clone(), second(DeliveryStatus::Operational, None)]);

    delivery.end(day("2022-03-31"), day("2022-04-01")).unwrap();
    assert_eq!((delivery.status(), delivery.delivered_by()), (Some(DeliveryStatus::Ended), M::InHouse));
    let second = second(DeliveryStatus::Ended, Some("2022-03-31"));
    assert_eq!(spans(&delivery), [first.clone(), second.clone()]);

    // In-house again, and so open to a new plan, which is dropped.
    delivery.plan("Third", M::PartnershipLed, "Another council").unwrap();
    delivery.cancel().unwrap();
    assert_eq!((delivery.status(), delivery.delivered_by()), (Some(DeliveryStatus::Cancelled), M::InHouse));
    assert_eq!(spans(&delivery), [first, second, span("Third", DeliveryStatus::Cancelled, None, None)]);
    assert_eq!(delivery.models().findings(day("2030-01-01")).to_string(), "");
    let of: Vec<_> = delivery.models().into_iter().map(|model| model.authorities().to_vec()).collect();
    assert_eq!(of, vec![vec![authority("E08000028")]; 3]);
}

/// Real: Slough's first company ended on 31 March 2021, and its own began the day after.
#[test]
fn another_owner_opens_a_new_record_without_a_gap() {
    let mut slough = Delivery::in_house(authority("E06000039"));
    slough.plan("First", M::IndependentCompany, "Slough Children's Services Trust Ltd").unwrap();
    slough.go_live(day("2015-10-01")).unwrap();
    slough.change("Second", M::CouncilOwnedCompany, "Slough Children First Ltd", day("2021-04-01")).unwrap();
    for (on, companies) in [("2015-09-30", 0), ("2015-10-01", 1), ("2021-03-31", 1), ("2021-04-01", 1)] {
        let count = CompanyCount { companies, authorities: companies };
        assert_eq!(slough.models().companies_on(day(on)), count, "{on}");
    }
    assert_eq!(slough.models().findings(day("2021-04-01")).to_string(), "");
}

#[test]
fn a_plan_comes_from_in_house_delivery() {
    let plan = |delivery: &mut Delivery| delivery.plan("Next", M::CouncilOwnedCompany, "Next Ltd");
    refuses(&planned(), plan, "a model is planned from in-house delivery, but one is planned");
    refuses(&operational(), plan, "a model is planned from in-house delivery, but one is operational");
    refuses(
        &sandwell(),
        |delivery| delivery.plan("Next", M::InHouse, "Sandwell"),
        "in-house is no model to move services to, for there the council delivers",
    );
    refuses(
        &sandwell(),
        |delivery| delivery.plan("Next", M::ImprovementPartnership, "Leeds"),
        "improvement partnership is no model to move services to, for there the council delivers",
    );
    let nothing = "a text is needed that says something, not an empty one";
    refuses(&sandwell(), |delivery| delivery.plan(" ", M::PartnershipLed, "Leeds"), nothing);
    refuses(&sandwell(), |delivery| delivery.plan("Next", M::PartnershipLed, ""), nothing);
}

#[test]
fn what_goes_live_or_is_dropped_was_planned() {
    let live = |delivery: &mut Delivery| delivery.go_live(day("2019-04-01"));
    refuses(&sandwell(), live, "no model goes live: none is planned");
    refuses(&operational(), live, "no model goes live: none is planned, the latest is operational");
    refuses(&sandwell(), Delivery::cancel, "no model is cancelled: none is planned");
    refuses(
        &operational(),
        Delivery::cancel,
        "no model is cancelled: none is planned, the latest is operational",
    );
    refuses(&planned(), |delivery| delivery.go_live(day("2200-01-01")), "year 2200 is outside 1900 to 2199");
}

#[test]
fn the_next_begins_after_the_one_before() {
    let mut again = operational();
    again.end(day("2020-03-31"), day("2020-04-01")).unwrap();
    again.plan("Second", M::CouncilOwnedCompany, "Second Ltd").unwrap();
    refuses(
        &again,
        |delivery| delivery.go_live(day("2020-03-31")),
        "delivery begins on 2020-03-31, but the model before ends on 2020-03-31",
    );
    // A plan that was dropped in between makes no difference.
    again.cancel().unwrap();
    again.plan("Third", M::CouncilOwnedCompany, "Third Ltd").unwrap();
    refuses(
        &again,
        |delivery| delivery.go_live(day("2020-03-30")),
        "delivery begins on 2020-03-30, but the model before ends on 2020-03-31",
    );
    again.go_live(day("2020-04-01")).unwrap();
    assert_eq!(again.status(), Some(DeliveryStatus::Operational));
}

#[test]
fn what_changes_hands_was_operational() {
    let change = |on: &'static str| {
        move |delivery: &mut Delivery| delivery.change("Next", M::PartnershipLed, "Leeds", day(on))
    };
    refuses(&sandwell(), change("2019-04-01"), "no model is changed: none is operational");
    refuses(
        &planned(),
        change("2019-04-01"),
        "no model is changed: none is operational, the latest is planned",
    );
    refuses(
        &operational(),
        change("2018-04-01"),
        "delivery ends on 2018-03-31, before it begins on 2018-04-01",
    );
    refuses(&operational(), change("2200-01-01"), "year 2200 is outside 1900 to 2199");
    refuses(
        &operational(),
        |delivery| delivery.change("Next", M::InHouse, "Sandwell", day("2019-04-01")),
        "in-house is no model to move services to, for there the council delivers",
    );
    refuses(
        &operational(),
        |delivery| delivery.change("Next", M::PartnershipLed, "\n", day("2019-04-01")),
        r#"text "\n" has a line break or another control character"#,
    );
    refuses(
        &operational(),
        |delivery| delivery.change("Next", M::PartnershipLed, "Leeds", NaiveDate::MIN),
        "there is no day before -262143-01-01",
    );
    let mut next_day = operational();
    change("2018-04-02")(&mut next_day).unwrap();
    assert_eq!(next_day.delivered_by(), M::PartnershipLed);
}

#[test]
fn what_ends_leaves_no_gap_and_no_overlap() {
    let end = |last: &'static str, from: &'static str| {
        move |delivery: &mut Delivery| delivery.end(day(last), day(from))
    };
    refuses(&sandwell(), end("2020-03-31", "2020-04-01"), "no model ends: none is operational");
    refuses(
        &operational(),
        end("2018-03-31", "2018-04-01"),
        "delivery ends on 2018-03-31, before it begins on 2018-04-01",
    );
    for from in ["2020-04-02", "2020-03-31"] {
        refuses(
            &operational(),
            |delivery| delivery.end(day("2020-03-31"), day(from)),
            &format!("delivery ends on 2020-03-31 and the council's begins on {from}, not on the day after"),
        );
    }
    // One day is enough.
    let mut brief = operational();
    brief.end(day("2018-04-01"), day("2018-04-02")).unwrap();
    assert_eq!(brief.status(), Some(DeliveryStatus::Ended));
    refuses(
        &brief,
        end("2020-03-31", "2020-04-01"),
        "no model ends: none is operational, the latest is ended",
    );
}

/// When an example ended, where that is on record.
fn ended(example: &OptionExample) -> Option<&'static str> {
    match example.end() {
        OptionEnd::On(date) => Some(date),
        _ => None,
    }
}

// Records.

#[test]
fn a_model_is_of_a_council_and_has_names() {
    let of = |name: &str, provider: &str, authorities: &[LocalAuthority]| {
        DeliveryModel::new(
            name,
            M::SharedService,
            provider,
            authorities.iter().copied(),
            DeliveryStatus::Planned,
        )
    };
    let [westminster, kensington] = ["E09000033", "E09000020"].map(authority);
    assert_eq!(message(of("Bi-borough", "Both", &[])), "delivery model Bi-borough is of no council");
    let nothing = "a text is needed that says something, not an empty one";
    assert_eq!(message(of("", "Both", &[westminster])), nothing);
    assert_eq!(message(of("Bi-borough", "", &[westminster])), nothing);
    assert_eq!(
        message(of("Bi\tborough", "Both", &[westminster])),
        r#"text "Bi\tborough" has a line break or another control character"#,
    );
    // Each council once, in the order given.
    let twice = of("Bi-borough", "Both", &[westminster, kensington, westminster]).unwrap();
    assert_eq!(twice.authorities(), [westminster, kensington]);
}

#[test]
fn a_model_keeps_what_it_was_given() {
    let plain = company("Trust", &["E08000028"], DeliveryStatus::Ended);
    assert_eq!(
        (plain.name(), plain.provider(), plain.kind()),
        ("Trust", "Trust Ltd", M::CouncilOwnedCompany)
    );
    assert_eq!((plain.function(), plain.origin(), plain.start(), plain.end()), (None, None, None, None));
    assert_eq!((plain.end_document(), plain.removed_posts().len()), (None, 0));
    let agreement = document("Agreement", "2020-03");
    let told = plain
        .with_function("leaving care")
        .unwrap()
        .with_origin(DeliveryOrigin::Mandated)
        .with_start(good("2018-04"))
        .with_end(good("2020"))
        .with_end_document(agreement.clone());
    assert_eq!((told.function(), told.origin()), (Some("leaving care"), Some(DeliveryOrigin::Mandated)));
    assert_eq!((told.start(), told.end()), (Some(good("2018-04")), Some(good("2020"))));
    assert_eq!(told.end_document(), Some(&agreement));
    assert_eq!(message(told.with_function("")), "a text is needed that says something, not an empty one");
}

/// Whether a company with these dates delivered on each of the days.
#[track_caller]
fn covers<const N: usize>(
    status: DeliveryStatus,
    start: Option<&str>,
    end: Option<&str>,
    days: [(&str, Coverage); N],
) {
    let mut model = company("Trust", &["E08000028"], status);
    model = start.into_iter().fold(model, |model, start| model.with_start(good(start)));
    model = end.into_iter().fold(model, |model, end| model.with_end(good(end)));
    let told = days.map(|(on, _)| (on, model.covers(day(on))));
    assert_eq!(told, days);
}

#[test]
fn a_model_covers_the_days_from_its_start_to_its_end() {
    use Coverage::{No, Unknown, Yes};
    use DeliveryStatus::{Cancelled, Ended, Operational, Planned};
    // By days.
    covers(
        Operational,
        Some("2018-04-01"),
        None,
        [("2018-03-31", No), ("2018-04-01", Yes), ("2199-12-31", Yes)],
    );
    covers(
        Ended,
        Some("2018-04-01"),
        Some("2020-03-31"),
        [("2018-03-31", No), ("2018-04-01", Yes), ("2020-03-31", Yes), ("2020-04-01", No)],
    );
    // By months: the last day of the first and the first day of the last are certain.
    covers(
        Ended,
        Some("2018-04"),
        Some("2020-02"),
        [
            ("2018-03-31", No),
            ("2018-04-01", Unknown),
            ("2018-04-29", Unknown),
            ("2018-04-30", Yes),
            ("2020-02-01", Yes),
            ("2020-02-02", Unknown),
            ("2020-02-29", Unknown),
            ("2020-03-01", No),
        ],
    );
    // By years.
    covers(
        Ended,
        Some("2018"),
        Some("2019"),
        [
            ("2017-12-31", No),
            ("2018-01-01", Unknown),
            ("2018-12-30", Unknown),
            ("2018-12-31", Yes),
            ("2019-01-01", Yes),
            ("2019-01-02", Unknown),
            ("2019-12-31", Unknown),
            ("2020-01-01", No),
        ],
    );
    // All within one year: no day is certain.
    covers(
        Ended,
        Some("2019"),
        Some("2019"),
        [("2018-12-31", No), ("2019-07-01", Unknown), ("2020-01-01", No)],
    );
    // An end nobody knows, a start nobody knows.
    covers(Ended, Some("2018"), None, [("2017-12-31", No), ("2018-12-31", Unknown), ("2030-01-01", Unknown)]);
    covers(
        Ended,
        None,
        Some("2020-03-31"),
        [("1950-01-01", Unknown), ("2020-03-31", Unknown), ("2020-04-01", No)],
    );
    covers(Operational, None, None, [("1950-01-01", Unknown), ("2030-01-01", Unknown)]);
    // An end that is agreed and still to come.
    covers(Operational, Some("2018-04-01"), Some("2025-09-30"), [("2025-09-30", Yes), ("2025-10-01", No)]);
    // Never.
    covers(Planned, Some("2018-04-01"), None, [("2018-03-31", No), ("2018-04-01", No), ("2030-01-01", No)]);
    covers(Cancelled, Some("2018-04-01"), None, [("2018-04-01", No), ("2030-01-01", No)]);
}

/// Real: Achieving for Children, one company of three councils on two records.
#[test]
fn a_company_is_counted_by_its_provider() {
    let on = |name: &str, kind, codes: &[&str], start: &str| {
        let authorities: Vec<_> = codes.iter().map(|code| authority(code)).collect();
        DeliveryModel::new(name, kind, "Achieving for Children CIC", authorities, DeliveryStatus::Operational)
            .unwrap()
            .with_start(good(start))
    };
    let joint = M::JointlyOwnedCompany;
    let achieving = [
        on("Kingston and Richmond", joint, &["E09000021", "E09000027"], "2014-04"),
        on("Windsor and Maidenhead", joint, &["E06000040"], "2017-08-01"),
        // Invented: help by the same company, which then delivers nothing.
        on("Help", M::ImprovementPartnership, &["E08000028"], "2015-01-01"),
    ];
    let models = models(achieving);
    let count = |on| {
        let CompanyCount { companies, authorities } = models.companies_on(day(on));
        (companies, authorities)
    };
    assert_eq!(count("2014-04-29"), (0, 0));
    assert_eq!(count("2014-04-30"), (1, 2));
    assert_eq!(count("2017-07-31"), (1, 2));
    assert_eq!(count("2017-08-01"), (1, 3));
}

#[test]
fn the_kinds_side_by_side() {
    let council = "the council";
    let expected = [
        (M::InHouse, council, false, false),
        (M::ImprovementPartnership, council, false, false),
        (M::PartnershipLed, "the council under the partner's leadership", false, true),
        (M::SharedService, "the councils jointly", false, false),
        (M::CouncilOwnedCompany, "the company", true, true),
        (M::JointlyOwnedCompany, "the company", true, true),
        (M::IndependentCompany, "the company", true, true),
        (M::ExecutiveControl, "the nominee", false, false),
    ];
    let told = M::ALL.iter().map(|kind| {
        let (trust, alternative) = (kind.is_childrens_trust(), kind.is_alternative());
        (*kind, kind.delivered_by(), trust, alternative)
    });
    assert_eq!(told.collect::<Vec<_>>(), expected);
    assert!(M::ALL.iter().all(|kind| kind.accountable() == council));
}

/// Each option as a row: its rung, the model that goes with it, and whether it is statutory.
#[test]
fn the_options_side_by_side() {
    let expected = [
        ("sector_led_support", 0, M::InHouse, false),
        ("improvement_adviser", 1, M::InHouse, false),
        ("improvement_notice", 2, M::InHouse, false),
        ("commissioner_review", 3, M::InHouse, true),
        ("control_retained", 4, M::InHouse, true),
        ("improvement_partnership", 4, M::ImprovementPartnership, true),
        ("partnership_led", 5, M::PartnershipLed, true),
        ("council_owned_company", 5, M::CouncilOwnedCompany, true),
        ("jointly_owned_company", 5, M::JointlyOwnedCompany, true),
        ("independent_company", 5, M::IndependentCompany, true),
        ("executive_control", 6, M::ExecutiveControl, true),
        ("support_and_supervision", 9, M::InHouse, false),
    ];
    let told: Vec<_> = OPTIONS
        .iter()
        .map(|option| (option.code(), option.level(), option.model(), option.is_statutory()))
        .collect();
    assert_eq!(told, expected);
    for option in OPTIONS {
        // The statuses in which it is in use are of its rung and statutory as it is.
        for status in option.statuses() {
            assert_eq!(
                (status.level(), status.is_statutory()),
                (Some(option.level()), option.is_statutory())
            );
        }
        assert_eq!(
            (option.delivered_by(), option.accountable()),
            (option.model().delivered_by(), "the council")
        );
        assert!(!option.trigger().is_empty() && !option.content().is_empty(), "{option}");
        assert_eq!(option.to_string(), option.title());
        for example in option.examples() {
            let dates = [Some(example.from()), ended(example)];
            let dates = dates.into_iter().flatten().filter(|text| *text != "not on record");
            let dates: Vec<PartialDate> = dates.map(good).collect();
            assert!(dates.is_sorted_by(|from, to| from.first() <= to.last()), "{}", example.note());
        }
    }
    // Each status but the last two has an option.
    let statuses: BTreeSet<_> = OPTIONS.iter().flat_map(|one| one.statuses()).map(|one| one.code()).collect();
    assert_eq!(statuses.len(), 10);
}

/// Where the council goes on delivering, the examples are of intervention and not among delivery models.
///
/// # Source
///
/// GOV.UK, directions to West Sussex of 2019, 2022 and their lifting; written answer of 27 May 2022 and press
/// of 2022 to 2024 (Sefton, Tameside, Cheshire East, South Gloucestershire); Coventry, scrutiny board 2017.
#[test]
fn the_examples_of_intervention() {
    let expected = [
        ("improvement_notice", "Tameside", "2022-07", Some("2024-03")),
        ("improvement_notice", "Cheshire East", "2024-07", None),
        ("improvement_notice", "South Gloucestershire", "not on record", Some("2023-12-21")),
        ("commissioner_review", "West Sussex", "2019-06-04", Some("2019-12-17")),
        ("control_retained", "Sefton", "2022", None),
        ("control_retained", "West Sussex", "2022-03-31", Some("2023-05-11")),
        ("support_and_supervision", "Coventry", "2017-06-13", None),
        ("support_and_supervision", "West Sussex", "2023-05-11", None),
    ];
    let in_house = OPTIONS.iter().filter(|option| option.model() == M::InHouse);
    let told = in_house.flat_map(|option| {
        let of = |one: &'static OptionExample| (option.code(), one.authority(), one.from(), ended(one));
        option.examples().iter().map(of)
    });
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

// Reference data.

/// A cell; none where it is empty.
#[track_caller]
fn said<'a>(line: &'a Line, column: &str) -> Option<&'a str> {
    Some(cell("delivery models", line, column)).filter(|text| !text.is_empty())
}

/// A date, which must be written to its precision.
#[track_caller]
fn date(line: &Line, which: &str) -> Option<PartialDate> {
    let date: PartialDate = good(said(line, &format!("{which}_date"))?);
    let precision = match date.to_string().len() {
        4 => "year",
        7 => "month",
        _ => "day",
    };
    assert_eq!(said(line, &format!("{which}_precision")), Some(precision), "{which} of {line:?}");
    Some(date)
}

#[track_caller]
fn model(line: &Line) -> DeliveryModel {
    let status = match said(line, "status").expect("a status") {
        "open" | "open_unconfirmed" => DeliveryStatus::Operational,
        "ended_date_unknown" => DeliveryStatus::Ended,
        text => good(text),
    };
    let codes = said(line, "area_codes").expect("area codes").split(';');
    let model = DeliveryModel::new(
        said(line, "name").expect("a name"),
        good(said(line, "kind").expect("a kind")),
        said(line, "provider").expect("a provider"),
        codes.map(authority),
        status,
    );
    let model = model.unwrap().with_origin(good(said(line, "origin").expect("an origin")));
    let model = date(line, "start").into_iter().fold(model, DeliveryModel::with_start);
    date(line, "end").into_iter().fold(model, DeliveryModel::with_end)
}

/// The models on record, where the reference data is there.
fn on_record() -> Option<DeliveryModels> {
    Some(lines(&folder("")?, "delivery_models").iter().map(|(_, line)| model(line)).collect())
}

/// What each row says comes through the public types.
#[test]
fn every_row_loads() {
    let Some(folder) = folder("") else { return };
    for (id, line) in &lines(&folder, "delivery_models") {
        let model = model(line);
        let codes: Vec<_> = model.authorities().iter().map(|one| one.ons_code()).collect();
        assert_eq!(Some(codes.join(";").as_str()), said(line, "area_codes"), "{id}");
        // The names are those of the table, but for the ampersand.
        let names: Vec<_> = model.authorities().iter().map(|one| one.name()).collect();
        let written = said(line, "local_authorities").expect("names").replace('&', "and");
        assert_eq!(names.join(";"), written, "{id}");
        assert_eq!(Some(model.kind().code()), said(line, "kind"), "{id}");
        assert_eq!(model.origin().map(|origin| origin.code()), said(line, "origin"), "{id}");
        assert_eq!(model.start().map(|date| date.to_string()).as_deref(), said(line, "start_date"), "{id}");
        assert_eq!(model.end().map(|date| date.to_string()).as_deref(), said(line, "end_date"), "{id}");
        let status = match said(line, "status") {
            Some("never_operational") => DeliveryStatus::Cancelled,
            Some("open" | "open_unconfirmed") => DeliveryStatus::Operational,
            _ => DeliveryStatus::Ended,
        };
        assert_eq!(model.status(), status, "{id}");
        let json = serde_json::to_string(&model).expect("a model can be written");
        assert_eq!(serde_json::from_str::<DeliveryModel>(&json).expect("what was written"), model, "{id}");
    }
}

/// # Source
///
/// Department for Education, written answer of 17 January 2018 (4 companies); Community Care, 8 November 2020
/// (11 authorities), 24 September 2024 (9 companies, 12 authorities; 11 once Worcestershire's had closed).
#[test]
fn as_many_companies_as_were_published() {
    let Some(models) = on_record() else { return };
    let count = |on| models.companies_on(day(on));
    assert_eq!(count("2018-01-17").companies, 4);
    assert_eq!(count("2020-11-08").authorities, 11);
    assert_eq!(count("2024-09-24"), CompanyCount { companies: 9, authorities: 12 });
    assert_eq!(count("2024-10-02").authorities, 11);
    let stated = CompanyCount { companies: 9, authorities: 12 };
    assert_eq!(models.check_stated_count(day("2024-09-24"), stated), None);
    // Once per council, and once for all of them: both are wrong.
    for stated in
        [CompanyCount { companies: 12, authorities: 12 }, CompanyCount { companies: 9, authorities: 9 }]
    {
        let finding = models.check_stated_count(day("2024-09-24"), stated);
        assert_eq!(finding.map(|finding| finding.rule().id()), Some("ADM-04"));
    }
}

#[test]
fn nothing_on_record_is_impossible() {
    let Some(models) = on_record() else { return };
    let boundaries = models.as_slice().iter().flat_map(|model| [model.start(), model.end()]).flatten();
    let boundaries = boundaries.flat_map(|date| [date.first(), date.last()]);
    let more = (2010..2027)
        .flat_map(|year| [1, 4, 7, 10].map(|month| NaiveDate::from_ymd_opt(year, month, 1).unwrap()));
    for on in boundaries.chain(more) {
        let findings = models.findings(on);
        let errors: Vec<_> = findings.of_severity(Severity::Error).map(ToString::to_string).collect();
        assert!(errors.is_empty(), "{on}: {errors:?}");
    }
}

/// An example of a kind of model and a row of that kind tell of the same authorities and the same dates.
#[test]
fn the_examples_of_options_are_on_record() {
    let Some(models) = on_record() else { return };
    let text = |date: Option<PartialDate>| date.map(|date| date.to_string());
    let told = |model: &DeliveryModel| {
        let names: Vec<_> = model.authorities().iter().map(|one| one.name()).collect();
        (names.join(", "), text(model.start()), text(model.end()))
    };
    let mut compared = 0;
    for option in OPTIONS.iter().filter(|option| option.model() != M::InHouse) {
        let rows =
            models.as_slice().iter().filter(|row| row.kind() == option.model() && row.start().is_some());
        let mut rows: Vec<_> = rows.map(told).collect();
        let examples = option.examples().iter();
        let mut examples: Vec<_> = examples
            .map(|one| {
                (one.authority().to_owned(), Some(one.from().to_owned()), ended(one).map(str::to_owned))
            })
            .collect();
        rows.sort();
        examples.sort();
        assert!(
            examples.iter().all(|example| rows.contains(example)),
            "{option}: {examples:#?} of {rows:#?}"
        );
        compared += examples.len();
    }
    assert!(compared > 10, "{compared}");
}
