//! Intervention on the wire: the samples in `data/`, frozen, and every refusal with its whole message.

use crate::helpers::{
    after, authority, case, cases::satisfied, company, day, direction, document, event, good, graded,
    json_message, models, report, review, revised, west_sussex, west_sussex_road,
};
use childrens_services::{
    Assumptions, Case, Commissioner, CommissionerReport, CommissionerReview, DeliveryModel,
    DeliveryModelKind, DeliveryModels, DeliveryStatus, Direction, Document, Event, EventKind as K,
    FailureClock, Framework, Grade, ImprovementNotice, InspectionHistory, Judgement,
    delivery::{DeliveryOrigin, StatutoryPost},
    intervention::{
        DepartmentReview, Failure, LegalBasis, OPTIONS, Recommendation, ReviewOutcome, TRANSITIONS,
    },
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::fmt::Debug;

// Helpers.

/// The sample reads as the value, and the value is written as the sample.
#[track_caller]
fn frozen<T: Serialize + DeserializeOwned + PartialEq + Debug>(sample: &Value, built: &T) {
    let read: T = serde_json::from_str(&sample.to_string()).expect("the sample is refused");
    assert_eq!(read, *built);
    assert_eq!(serde_json::to_value(built).expect("the value can be written"), *sample);
    assert_eq!(serde_json::to_value(&read).expect("the value can be written"), *sample);
    let read: T = serde_json::from_value(sample.clone()).expect("the sample is refused as a value");
    assert_eq!(read, *built);
}

/// The parts of a sample, which has these and no others.
#[track_caller]
fn parts<const N: usize>(sample: &str, names: [&str; N]) -> [Value; N] {
    let mut whole: serde_json::Map<String, Value> =
        serde_json::from_str(sample).expect("the sample is an object");
    let parts = names.map(|name| whole.remove(name).expect("the sample has the part"));
    assert_eq!(whole, serde_json::Map::new());
    parts
}

/// A document is refused with this message.
#[track_caller]
fn refuses<T: DeserializeOwned + Debug>(document: impl Into<Value>, expected: &str) {
    assert_eq!(json_message::<T>(&document.into().to_string()), expected);
}

// Samples.

/// West Sussex's road, and support that ended with two reviews: their days, and the end, are invented.
fn west_sussex_case() -> Case {
    let ended = event(K::SupportEnded, "2024-05-11")
        .with_department_review(satisfied("2023-10"))
        .with_department_review(satisfied("2024-05-01"));
    after(west_sussex(), west_sussex_road().into_iter().chain([ended]))
}

/// Everything that West Sussex did not need. Real: the company of Northamptonshire, its days, and the
/// successors. Invented: the rest.
fn northamptonshire_case() -> Case {
    let code = "E10000021";
    let inspection = graded(code, Framework::Ilacs, "2019-06-24", "2019-08-06", Grade::Inadequate)
        .with_grade(Judgement::Leaders, Grade::Inadequate)
        .and_then(|inspection| inspection.with_grade(Judgement::HelpAndProtection, Grade::Inadequate))
        .and_then(|inspection| inspection.with_grade(Judgement::CareAndLeavers, Grade::Inadequate))
        .unwrap();
    let history = InspectionHistory::new(authority(code), [inspection]).unwrap();
    let assumptions = Assumptions::new().with_failure_clock(FailureClock::InspectionStart);
    let trust = company("Northamptonshire Children's Trust", &[code], DeliveryStatus::Ended)
        .with_origin(DeliveryOrigin::Mandated)
        .with_start(good("2020-11-01"))
        .with_end(good("2021-03-31"));
    let notice = ImprovementNotice::new()
        .with_legal_basis(LegalBasis::Administrative)
        .with_review_due(good("2019-11"))
        .with_review_due(good("2020"));
    let commissioner = Commissioner::named("A Commissioner").unwrap().with_post("a chief executive").unwrap();
    let events = [
        event(K::AdviserAppointed, "2019-08-05").with_reason("a serious concern").unwrap(),
        event(K::NoticeIssued, "2019-08-12").with_notice(notice),
        event(K::ReviewDirected, "2019-09-02")
            .with_direction(
                direction().with_cites_report_of(day("2019-08-06")).with_failure(Failure::Systemic),
            )
            .with_review(
                CommissionerReview::new().with_commissioner(commissioner).with_report_due(day("2019-12-02")),
            ),
        event(K::AdmOrdered, "2020-01-06")
            .with_direction(revised("2019-09-02").with_legal_basis(LegalBasis::Section497A4))
            .with_report(report("2019-12-02", Recommendation::AlternativeDeliveryModel))
            .with_model(DeliveryModelKind::CouncilOwnedCompany),
        event(K::ServicesTransferred, "2020-11-01")
            .with_go_live(good("2020-11-01"))
            .with_contract(document("Service delivery contract", "2020-10")),
        event(K::ReviewDirected, "2021-01-04")
            .with_direction(revised("2020-01-06"))
            .with_review(review("Another Commissioner", "2021-03-15")),
        event(K::ControlRetained, "2021-03-22")
            .with_direction(revised("2021-01-04"))
            .with_report(report("2021-03-15", Recommendation::RetainControl))
            .with_compelling_reasons("the council ends within days")
            .unwrap(),
        event(K::AuthorityAbolished, "2021-03-31")
            .with_successor(authority("E06000061"))
            .with_successor(authority("E06000062"))
            .with_department_review(DepartmentReview::new(good("2021"), ReviewOutcome::NotSatisfactory)),
    ];
    after(Case::new(history, assumptions).with_delivery_models(models([trust])), events)
}

#[test]
fn cases() {
    let names = ["west_sussex", "northamptonshire", "without_events"];
    let [west_sussex, northamptonshire, without_events] = parts(include_str!("../data/case.json"), names);
    frozen(&west_sussex, &west_sussex_case());
    frozen(&northamptonshire, &northamptonshire_case());
    frozen(&without_events, &case("E06000063", []));
    // What is assumed may be left out.
    let mut shorter = without_events;
    assert!(shorter.as_object_mut().unwrap().remove("assumptions").is_some());
    assert_eq!(serde_json::from_value::<Case>(shorter).unwrap(), case("E06000063", []));
}

#[test]
fn the_parts_of_a_case_read_alone() {
    let [west_sussex, _, _] =
        parts(include_str!("../data/case.json"), ["west_sussex", "northamptonshire", "without_events"]);
    let case = west_sussex_case();
    for (index, entry) in case.log().iter().enumerate() {
        let sample = &west_sussex["events"][index];
        frozen(sample, entry.event());
        frozen(&sample["document"], entry.event().document());
        if let Some(direction) = entry.event().direction() {
            frozen(&sample["direction"], direction);
        }
        if let Some(report) = entry.event().report() {
            frozen(&sample["report"], &report);
        }
        if let Some(review) = entry.event().review() {
            frozen(&sample["review"], review);
        }
        frozen(sample.get("reviews").unwrap_or(&json!([])), &entry.event().reviews().to_vec());
    }
}

/// Real: the tri-borough service, and what is said elsewhere of Sandwell and of West Sussex. Invented: the
/// leaving care service with its end, and the post taken away.
#[test]
fn delivery_models() {
    let of = |name: &str, kind, provider: &str, codes: &[&str], status| {
        let authorities: Vec<_> = codes.iter().map(|code| authority(code)).collect();
        DeliveryModel::new(name, kind, provider, authorities, status).unwrap()
    };
    let tri_borough = of(
        "Tri-borough children's services",
        DeliveryModelKind::SharedService,
        "The three councils jointly",
        &["E09000013", "E09000020", "E09000033"],
        DeliveryStatus::Ended,
    );
    let built = models([
        tri_borough
            .with_origin(DeliveryOrigin::Voluntary)
            .with_start(good("2011-06"))
            .with_end(good("2018-03-31")),
        company("Sandwell Children's Trust", &["E08000028"], DeliveryStatus::Operational)
            .with_start(good("2018-04-01")),
        company("West Sussex children's trust", &["E10000032"], DeliveryStatus::Cancelled),
        company("Leaving care", &["E08000025"], DeliveryStatus::Ended)
            .with_function("leaving care")
            .unwrap()
            .with_start(good("2018"))
            .with_end(good("2019-06"))
            .with_end_document(document("Agreement to end", "2019-05-31"))
            .with_removed_post(StatutoryPost::DirectorOfChildrensServices)
            .with_removed_post(StatutoryPost::LeadMember),
        company("Planned", &["E08000025"], DeliveryStatus::Planned),
    ]);
    let [sample] = parts(include_str!("../data/delivery_models.json"), ["delivery_models"]);
    frozen(&sample, &built);
    for (one, model) in sample.as_array().unwrap().iter().zip(built.as_slice()) {
        frozen(one, model);
    }
    frozen(&json!([]), &DeliveryModels::new());
}

/// The tables that a tool shows are written and not read.
#[test]
fn the_tables_are_written() {
    let pause = TRANSITIONS.iter().find(|transition| transition.id() == "X08").unwrap();
    assert_eq!(
        serde_json::to_value(pause).unwrap(),
        json!({
            "id": "X08",
            "from": ["adm_ordered"],
            "event": "adm_paused",
            "to": "adm_paused",
            "requires": [
                "direction_with_power",
                "direction_replaced",
                "later_report_of_improvement",
                "pause_reviewed",
            ],
            "evidence": "revised direction",
            "example": "West Sussex, 10 December 2020",
        }),
    );
    let review = OPTIONS.iter().find(|option| option.code() == "commissioner_review").unwrap();
    assert_eq!(
        serde_json::to_value(review).unwrap(),
        json!({
            "code": "commissioner_review",
            "title": "Direction with commissioner's review",
            "level": 3,
            "model": "in_house",
            "statuses": ["direction_review"],
            "legal_basis": ["s497a_4b", "children_act_2004_s50"],
            "trigger": "failing to perform functions to an adequate standard; persistent or systemic failure",
            "content": "comply with the commissioner, who reports by a named day on whether control should move",
            "examples": [{
                "authority": "West Sussex",
                "from": "2019-06-04",
                "end": {"on": "2019-12-17"},
                "origin": null,
                "note": "report due 30 September 2019",
            }],
        }),
    );
}

// Refusals.

/// A good event, with one field changed.
fn an_event(field: &str, value: impl Into<Value>) -> Value {
    let mut event = json!({
        "kind": "review_directed",
        "effective": "2019-06-04",
        "document": {"title": "Statutory direction", "published": "2019-06-04"},
        "decided_by": "secretary_of_state",
    });
    event[field] = value.into();
    event
}

/// The document without a field.
fn lacking(mut document: Value, field: &str) -> Value {
    assert!(document.as_object_mut().unwrap().remove(field).is_some());
    document
}

#[test]
fn an_event_is_read_strictly() {
    assert!(serde_json::from_value::<Event>(an_event("decided_by", "DfE")).is_ok());
    refuses::<Event>(
        json!(["review_directed", "2019-06-04", "secretary_of_state", {"title": "T", "published": "2019"}]),
        "invalid type: sequence, expected an event: an object with kind, effective, document and decided_by",
    );
    refuses::<Event>(
        "review_directed",
        r#"invalid type: string "review_directed", expected an event: an object with kind, effective, document and decided_by"#,
    );
    refuses::<Event>(
        an_event("efective", "2019-06-04"),
        "unknown field `efective`, expected one of `kind`, `effective`, `decided_by`, `document`, \
         `compelling_reasons`, `reason`, `review_by`, `report`, `go_live`, `model`, `direction`, `notice`, \
         `review`, `contract`, `reviews`, `successors`",
    );
    assert_eq!(
        json_message::<Event>(r#"{"kind": "review_directed", "kind": "adm_ordered"}"#),
        "duplicate field `kind`",
    );
    for field in ["kind", "effective", "document", "decided_by"] {
        let good = an_event("reason", "a reason");
        refuses::<Event>(lacking(good, field), &format!("missing field `{field}`"));
    }
    refuses::<Event>(an_event("kind", 3), "invalid type: integer `3`, expected the text of one event");
    refuses::<Event>(
        an_event("kind", "trust_ordered"),
        r#"event "trust_ordered" is not one of adviser_appointed, notice_issued, review_directed, direction_given, control_retained, adm_ordered, nominee_takes_functions, adm_paused, adm_resumed, adm_rescinded, services_transferred, direction_revised, stepped_down, intervention_lifted, lifted_without_support, support_ended, authority_abolished"#,
    );
    refuses::<Event>(
        an_event("decided_by", "minister"),
        r#"decision maker "minister" is not one of secretary_of_state, department, commissioner, council, ofsted"#,
    );
    refuses::<Event>(
        an_event("effective", 2019),
        r#"invalid type: integer `2019`, expected a date written as text, such as "2019-06-04""#,
    );
    refuses::<Event>(
        an_event("effective", "4 June 2019"),
        r#"date "4 June 2019" is not written as a day (2019-06-04), a month (2019-06) or a year (2019)"#,
    );
    refuses::<Event>(
        an_event("effective", "2019-06-31"),
        r#"date "2019-06-31" is not a day of the calendar"#,
    );
    refuses::<Event>(an_event("go_live", "2021-13"), r#"date "2021-13": month 13 is outside 1 to 12"#);
    refuses::<Event>(an_event("review_by", "2021-02-29"), r#"day "2021-02-29" is not a day of the calendar"#);
    refuses::<Event>(an_event("reason", " "), "a text is needed that says something, not an empty one");
    refuses::<Event>(
        an_event("compelling_reasons", "one\ntwo"),
        r#"text "one\ntwo" has a line break or another control character"#,
    );
    refuses::<Event>(an_event("reason", true), "invalid type: boolean `true`, expected a text of one line");
    refuses::<Event>(
        an_event("model", "trust"),
        r#"delivery model "trust" is not one of in_house, improvement_partnership, partnership_led, shared_service, council_owned_company, jointly_owned_company, independent_company, executive_control"#,
    );
    refuses::<Event>(
        an_event("successors", "E06000061"),
        r#"invalid type: string "E06000061", expected a sequence"#,
    );
    refuses::<Event>(
        an_event("successors", vec!["E06000999"]),
        r#"ONS code "E06000999" is not that of an English authority with children's services, such as E10000032"#,
    );
}

#[test]
fn the_documents_of_an_event_are_read_strictly() {
    refuses::<Document>(
        json!(["Direction", "2019-06-04"]),
        "invalid type: sequence, expected a document: an object with title and published",
    );
    refuses::<Document>(json!({"title": "Direction"}), "missing field `published`");
    refuses::<Document>(json!({"published": "2019"}), "missing field `title`");
    refuses::<Document>(
        json!({"title": "", "published": "2019"}),
        "a text is needed that says something, not an empty one",
    );
    refuses::<Document>(
        json!({"title": "Direction", "published": "2019", "url": ""}),
        "unknown field `url`, expected `published` or `title`",
    );
    refuses::<Event>(
        an_event("document", Value::Null),
        "invalid type: null, expected a document: an object with title and published",
    );
    refuses::<Event>(
        an_event("contract", json!(["Contract", "2020"])),
        "invalid type: sequence, expected a document: an object with title and published",
    );
}

#[test]
fn directions_and_notices_are_read_strictly() {
    refuses::<Direction>(
        json!([["s497a_4b"]]),
        "invalid type: sequence, expected a direction: an object with legal_basis",
    );
    refuses::<Direction>(
        json!({"legal_bases": ["s497a_4b"]}),
        "unknown field `legal_bases`, expected one of `cites_report_of`, `statutory_test`, `replaces`, \
         `legal_basis`, `failures`",
    );
    refuses::<Direction>(
        json!({"legal_basis": "s497a_4b"}),
        r#"invalid type: string "s497a_4b", expected a sequence"#,
    );
    refuses::<Direction>(
        json!({"legal_basis": ["s497"]}),
        r#"legal basis "s497" is not one of s497a_4, s497a_4a, s497a_4b, children_act_2004_s50, s497aa, s497b, lga_1999_s15, administrative"#,
    );
    refuses::<Direction>(
        json!({"statutory_test": "failed"}),
        r#"statutory test "failed" is not one of s497a_2, s497a_2a"#,
    );
    refuses::<Direction>(
        json!({"failures": ["total"]}),
        r#"failure "total" is not one of persistent, systemic"#,
    );
    refuses::<Direction>(
        json!({"cites_report_of": "2019-05"}),
        r#"day "2019-05" is not written as year, month and day (2019-06-04)"#,
    );
    refuses::<Direction>(
        json!({"replaces": "the last"}),
        r#"date "the last" is not written as a day (2019-06-04), a month (2019-06) or a year (2019)"#,
    );
    refuses::<Event>(
        an_event("direction", json!([["s497a_4b"]])),
        "invalid type: sequence, expected a direction: an object with legal_basis",
    );
    let notice = "an improvement notice: an object with optional legal_basis and reviews_due";
    refuses::<ImprovementNotice>(json!([]), &format!("invalid type: sequence, expected {notice}"));
    refuses::<ImprovementNotice>(
        json!({"review_due": "2024"}),
        "unknown field `review_due`, expected `legal_basis` or `reviews_due`",
    );
}

#[test]
fn reviews_and_reports_are_read_strictly() {
    let review = "a commissioner's review: an object with commissioner and report_due";
    refuses::<CommissionerReview>(json!([]), &format!("invalid type: sequence, expected {review}"));
    refuses::<CommissionerReview>(
        json!({"report_date": "2019-09-30"}),
        "unknown field `report_date`, expected one of `report_due`, `finished`, `commissioner`",
    );
    refuses::<CommissionerReview>(
        json!({"commissioner": "John Coughlan"}),
        r#"invalid type: string "John Coughlan", expected a commissioner: an object with name"#,
    );
    refuses::<Commissioner>(
        json!(["John Coughlan"]),
        "invalid type: sequence, expected a commissioner: an object with name",
    );
    refuses::<Commissioner>(json!({}), "missing field `name`");
    let report = "a commissioner's report: an object with received and recommendation";
    refuses::<CommissionerReport>(
        json!(["2019-12-17", "retain_control"]),
        &format!("invalid type: sequence, expected {report}"),
    );
    refuses::<CommissionerReport>(json!({"received": "2019-12-17"}), "missing field `recommendation`");
    refuses::<CommissionerReport>(
        json!({"received": "2019-12", "recommendation": "retain_control"}),
        r#"day "2019-12" is not written as year, month and day (2019-06-04)"#,
    );
    refuses::<CommissionerReport>(
        json!({"received": "2019-12-17", "recommendation": "trust"}),
        r#"recommendation "trust" is not one of retain_control, alternative_delivery_model, partnership, executive_commissioner, review_again, step_down, corporate_intervention"#,
    );
    refuses::<CommissionerReport>(
        json!({"received": "2019-12-17", "recommends": "step_down"}),
        "unknown field `recommends`, expected `received` or `recommendation`",
    );
    refuses::<DepartmentReview>(
        json!(["2023-10", "satisfactory"]),
        "invalid type: sequence, expected a review: an object with held and outcome",
    );
    refuses::<DepartmentReview>(json!({"held": "2023-10"}), "missing field `outcome`");
    refuses::<DepartmentReview>(
        json!({"held": "2023-10", "outcome": "good"}),
        r#"review outcome "good" is not one of satisfactory, not_satisfactory"#,
    );
}

/// A case whose events are those of West Sussex's road with one field of one event changed.
#[track_caller]
fn a_case(event: usize, path: &str, value: impl Into<Value>) -> Value {
    let mut case = serde_json::to_value(west_sussex_case()).unwrap();
    *case["events"][event].pointer_mut(path).unwrap() = value.into();
    case
}

#[test]
fn a_case_is_read_strictly() {
    let good = || serde_json::to_value(west_sussex_case()).unwrap();
    refuses::<Case>(
        json!([good()["history"], good()["assumptions"], [], []]),
        "invalid type: sequence, expected a case: an object with history and events",
    );
    refuses::<Case>(lacking(good(), "events"), "missing field `events`");
    refuses::<Case>(lacking(good(), "history"), "missing field `history`");
    let mut unknown = good();
    unknown["status"] = "support".into();
    refuses::<Case>(
        unknown,
        "unknown field `status`, expected one of `history`, `assumptions`, `delivery_models`, `events`",
    );
    let mut models = good();
    models["delivery_models"] = json!({});
    refuses::<Case>(models, "invalid type: map, expected a sequence");
}

/// What the state machine refuses, it refuses in a document too, and says which event it is.
#[test]
fn a_case_is_replayed_as_it_is_read() {
    refuses::<Case>(
        a_case(2, "/kind", "support_ended"),
        "events[2]: INT-01: support_ended on 2020-07: not possible from adm_ordered, which allows adm_paused, \
         adm_rescinded, services_transferred, direction_revised, authority_abolished",
    );
    refuses::<Case>(
        a_case(3, "/review_by", "2021-12-11"),
        "events[3]: INT-11: X08 adm_paused on 2020-12-10: the pause is reviewed by 2021-12-11, not within 12 \
         months of 2020-12-10",
    );
    refuses::<Case>(
        a_case(1, "/direction/replaces", "2019-05"),
        "events[1]: INT-13: X06 adm_ordered on 2019-12-17: it replaces a direction of 2019-05, but the open one \
         is direction with commissioner's review (2019-06-04)",
    );
    refuses::<Case>(
        a_case(0, "/effective", "2019-05-01"),
        "events[0]: INT-04: X03 review_directed on 2019-05-01: the report that it cites was published on \
         2019-05-08, after 2019-05-01",
    );
    let mut over = serde_json::to_value(west_sussex_case()).unwrap();
    let more = an_event("effective", "2025-01-01");
    over["events"].as_array_mut().unwrap().push(more);
    refuses::<Case>(
        over,
        "events[7]: INT-18: review_directed on 2025-01-01: the episode is over (exited); a later failure opens \
         a new one",
    );
}

#[test]
fn a_delivery_model_is_read_strictly() {
    let good = || {
        json!({
            "name": "Trust",
            "kind": "council_owned_company",
            "provider": "Trust Ltd",
            "authorities": ["E08000028"],
            "status": "operational",
        })
    };
    let with = |field: &str, value: Value| {
        let mut model = good();
        model[field] = value;
        model
    };
    let wanted = "a delivery model: an object with name, kind, provider, authorities and status";
    assert!(serde_json::from_value::<DeliveryModel>(good()).is_ok());
    refuses::<DeliveryModel>(
        json!(["Trust", "council_owned_company", "Trust Ltd", ["E08000028"], "operational"]),
        &format!("invalid type: sequence, expected {wanted}"),
    );
    for field in ["name", "kind", "provider", "authorities", "status"] {
        refuses::<DeliveryModel>(lacking(good(), field), &format!("missing field `{field}`"));
    }
    refuses::<DeliveryModel>(with("authorities", json!([])), "delivery model Trust is of no council");
    refuses::<DeliveryModel>(
        with("status", json!("open")),
        r#"delivery status "open" is not one of planned, operational, ended, cancelled"#,
    );
    refuses::<DeliveryModel>(
        with("origin", json!("ordered")),
        r#"origin "ordered" is not one of voluntary, voluntary_under_intervention, mandated, successor"#,
    );
    refuses::<DeliveryModel>(
        with("start", json!("April 2018")),
        r#"date "April 2018" is not written as a day (2019-06-04), a month (2019-06) or a year (2019)"#,
    );
    refuses::<DeliveryModel>(
        with("removes", json!(["chief executive"])),
        r#"statutory post "chief executive" is not one of director_of_childrens_services, lead_member"#,
    );
    refuses::<DeliveryModel>(
        with("owner", json!("council")),
        "unknown field `owner`, expected one of `name`, `kind`, `provider`, `authorities`, `status`, \
         `function`, `origin`, `start`, `end`, `end_document`, `removes`",
    );
    refuses::<DeliveryModels>(good(), "invalid type: map, expected a sequence");
    refuses::<DeliveryModels>(json!([["Trust"]]), &format!("invalid type: sequence, expected {wanted}"));
}

/// What JSON says of an option that is not there: nothing, `null`, an empty list.
#[test]
fn nothing_is_written_in_several_ways() {
    let plain: Event = serde_json::from_value(an_event("reviews", json!([]))).unwrap();
    for (field, value) in [("reason", Value::Null), ("go_live", Value::Null), ("direction", Value::Null)] {
        assert_eq!(serde_json::from_value::<Event>(an_event(field, value)).unwrap(), plain, "{field}");
    }
    assert_eq!(
        serde_json::to_value(&plain).unwrap(),
        json!({
            "kind": "review_directed",
            "effective": "2019-06-04",
            "decided_by": "secretary_of_state",
            "document": {"title": "Statutory direction", "published": "2019-06-04"},
        }),
    );
}
