//! Parts that name each other must fit; a document of another format is refused.

use crate::{document, read_at, west_sussex};
use childrens_services::{Programme, ProgrammeParts};
use serde_json::{Value, json};

/// The same refusal from a document and from parts.
#[track_caller]
fn refuses(change: impl FnOnce(&mut Value), place: &str, message: &str) {
    let mut doc = document(&west_sussex());
    change(&mut doc);
    let refused = read_at(doc).expect_err("the parts do not fit");
    assert_eq!(refused, (".".to_owned(), format!("{place}: {message}")));
}

#[test]
fn an_indicator_stands_once() {
    refuses(
        |doc| {
            let first = doc["kpis"][0].clone();
            doc["kpis"].as_array_mut().expect("a list").push(first);
        },
        "kpis[4].indicator",
        "vacancy_gap_rate has a series before it, and an indicator stands once",
    );
}

#[test]
fn a_plan_answers_an_inspection_on_record() {
    refuses(
        |doc| doc["plan"]["identity"]["inspection_start"] = json!("2019-02-26"),
        "plan.identity.inspection_start",
        "no inspection that started on 2019-02-26 is on record in case.history",
    );
}

#[test]
fn actions_and_measures_name_areas_of_the_inspection() {
    refuses(
        |doc| doc["plan"]["actions"][3]["answers"] = json!([{"area": 4}, {"area": 13}]),
        "plan.actions[3].answers[1]",
        "area 13 is none of the 12 areas for improvement of the inspection that started on 2019-02-25",
    );
    refuses(
        |doc| doc["plan"]["measures"][0]["areas"] = json!([10, 0]),
        "plan.measures[0].areas[1]",
        "area 0 is none of the 12 areas for improvement of the inspection that started on 2019-02-25",
    );
}

#[test]
fn a_claim_names_a_measure_that_is_there() {
    let message = "\"vacancy\" is neither an indicator of kpis or workforce.changes nor a timescale of the same service area";
    refuses(
        |doc| doc["workforce"]["claims"][1]["measured_by"] = json!("vacancy"),
        "workforce.claims[1].measured_by",
        message,
    );
    // A timescale counts in its own service area only.
    let message = "\"T25\" is neither an indicator of kpis or workforce.changes nor a timescale of the same service area";
    refuses(
        |doc| {
            doc["service_areas"][1]["timeliness"] = json!([{"standard": {"timescale": "T25"}, "events": []}]);
            doc["service_areas"][0]["claims"][0]["measured_by"] = json!("T25");
        },
        "service_areas[0].claims[0].measured_by",
        message,
    );
}

#[test]
fn another_format_is_refused() {
    refuses(|doc| doc["format"] = json!(2), "format", "2 is not 1, the format that this version reads");
}

#[test]
fn parts_are_checked_as_a_document_is() {
    let mut parts: ProgrammeParts = west_sussex().into_parts();
    assert_eq!(Programme::new(parts.clone()), Ok(west_sussex()));
    parts.kpis.clear();
    parts.workforce = childrens_services::WorkforceRecord::new();
    assert!(Programme::new(parts.clone()).is_ok());
    parts.kpis = [west_sussex().kpis(), west_sussex().kpis()].concat();
    let refused = Programme::new(parts).expect_err("each indicator stands twice");
    assert_eq!(refused.place(), "kpis[4].indicator");
}
