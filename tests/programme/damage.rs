//! A damaged document is refused with the path to the place.

use crate::{document, read_at, west_sussex};
use serde_json::{Value, json};

/// Each path of the document, in order, with its value.
fn paths(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    let mut each = |pointer: String, child: &Value| {
        found.push((pointer.clone(), kind(child).to_owned()));
        paths(child, &pointer, found);
    };
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, child)| each(format!("{path}/{name}"), child))
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, child)| each(format!("{path}/{at}"), child))
        }
        _ => {}
    }
}

const fn kind(value: &Value) -> &'static str {
    match value {
        Value::Object(_) => "object",
        Value::Array(_) => "list",
        Value::String(_) => "text",
        Value::Number(_) => "number",
        Value::Bool(_) | Value::Null => "other",
    }
}

/// `/plan/actions/3/due` as serde's path is: `plan.actions[3].due`.
fn dotted(pointer: &str) -> String {
    let mut path = String::new();
    for step in pointer.split('/').skip(1) {
        match step.parse::<usize>() {
            Ok(index) => path += &format!("[{index}]"),
            Err(_) if path.is_empty() => path += step,
            Err(_) => path += &format!(".{step}"),
        }
    }
    path
}

/// The frozen sample: West Sussex and, invented, what its own document lacks.
const SAMPLE: &str = include_str!("../data/programme.json");

fn full() -> Value {
    serde_json::from_str(SAMPLE).expect("JSON")
}

/// The sample loads, and is written as it stands.
#[test]
fn the_frozen_sample_still_loads() {
    let programme = read_at(full()).expect("it is read");
    assert_eq!(document(&programme), full());
}

/// A value of another kind is refused at its place.
#[test]
fn each_value_mistyped_is_refused_at_its_place() {
    let whole = full();
    let mut found = Vec::new();
    paths(&whole, "", &mut found);
    assert!(found.len() > 400, "{} paths", found.len());
    for (pointer, kind) in &found {
        let wrong = match kind.as_str() {
            "number" => json!("a text"),
            _ => json!(-1.5),
        };
        let mut doc = whole.clone();
        *doc.pointer_mut(pointer).expect("it is there") = wrong;
        let path = dotted(pointer);
        let (place, message) = read_at(doc).expect_err(&format!("{path} is {kind}"));
        assert_eq!(place, path, "{message}");
    }
}

/// A field that is not known is refused in the object where it stands.
#[test]
fn each_object_refuses_a_field_that_it_does_not_know() {
    let whole = full();
    let mut found = Vec::new();
    paths(&whole, "", &mut found);
    for (pointer, _) in found.iter().filter(|(_, kind)| kind == "object") {
        let mut doc = whole.clone();
        doc.pointer_mut(pointer).expect("it is there")["surprise"] = json!("!");
        let path = dotted(pointer);
        let (place, message) = read_at(doc).expect_err(&path);
        assert!(message.contains("surprise") || message.contains("expected"), "{path}: {message}");
        assert!(place.starts_with(&path) || path.starts_with(&place), "{path}: at {place}: {message}");
    }
}

/// Removed, a field that must be there is missed at the object that lacks it; without another the document still loads.
#[test]
fn each_field_removed_is_missed_or_optional() {
    let whole = full();
    let mut found = Vec::new();
    paths(&whole, "", &mut found);
    let (mut missed, mut optional) = (0, 0);
    for (pointer, _) in &found {
        let (object, field) = pointer.rsplit_once('/').expect("a path");
        let mut doc = whole.clone();
        let Some(Value::Object(fields)) = doc.pointer_mut(object) else { continue };
        fields.remove(field);
        match read_at(doc) {
            Ok(_) => optional += 1,
            Err((place, message)) if message.contains(&format!("missing field `{field}`")) => {
                missed += 1;
                let path = dotted(object);
                let path = if path.is_empty() { ".".to_owned() } else { path };
                assert_eq!(place, path, "{message}");
            }
            // What else names it then does not fit: an answer without its area, a claim without its measure.
            Err((_, message)) => assert!(message.len() > 10, "{pointer}: {message}"),
        }
    }
    assert!(missed > 150 && optional > 100, "{missed} missed, {optional} optional");
}

/// Out of range, or of no sense, each kind of value is refused where it stands.
#[test]
fn values_out_of_range_are_refused_with_the_path() {
    let refused = |pointer: &str, value: Value| {
        let mut doc = full();
        *doc.pointer_mut(pointer).expect("it is there") = value;
        read_at(doc).expect_err(pointer)
    };
    let cases = [
        (
            "/case/history/inspections/1/published",
            json!("2019-02-30"),
            "day \"2019-02-30\" is not a day of the calendar",
        ),
        (
            "/plan/identity/inspection_start",
            json!("25/02/2019"),
            "day \"25/02/2019\" is not written as year, month and day (2019-06-04)",
        ),
        ("/plan/sign_off/submitted/on", json!("2019-13"), "date \"2019-13\": month 13 is outside 1 to 12"),
        (
            "/plan/sign_off/submitted/recipients/0",
            json!("the press"),
            "recipient \"the press\" is not one of secretary_of_state, chief_inspector, safeguarding_partners, public",
        ),
        ("/plan/actions/0/id", json!(" "), "a text is needed that says something, not an empty one"),
        (
            "/governance/posts/0/kind",
            json!("boss"),
            "kind of post \"boss\" is not one of director_of_childrens_services, lead_member, chief_executive, leader, other",
        ),
        (
            "/workforce/caseloads/0/period",
            json!("2019-00"),
            "period \"2019-00\": month 0 is outside 1 to 12 (a financial year is written 2018/19)",
        ),
        (
            "/reporting/cadence",
            json!("every 0 weeks"),
            "cadence \"every 0 weeks\" is not written as every week, every 4 weeks, every month or every 3 months (1 to 99)",
        ),
        (
            "/plan/measures/0/target/baseline/value",
            json!("18.5 posts"),
            "quantity \"18.5 posts\" is not a number with its unit, as in \"18.5%\", \"494.5 FTE\" or \"38 people\"",
        ),
        (
            "/plan/measures/0/target/goal",
            json!("1.8%"),
            "goal \"1.8%\" is not written as \"at least 90%\", \"over 90%\", \"at most 2%\", \"under 5 people\" or \"between 85% and 95%\"",
        ),
    ];
    for (pointer, value, message) in cases {
        assert_eq!(refused(pointer, value), (dotted(pointer), message.to_owned()));
    }
    // What is refused as a whole is refused where the whole stands.
    assert_eq!(
        refused("/kpis/0/observations/1/value", json!("180 / 100")),
        (
            "kpis[0]".to_owned(),
            "observations[1].value: vacancy_gap_rate is not defined: it is a share of a whole, and 180 is above 100"
                .to_owned(),
        ),
    );
    assert_eq!(
        refused("/workforce/caseloads/1/teams/0/agreed_maximum", json!("0")),
        (
            "workforce.caseloads[1].teams[0].agreed_maximum".to_owned(),
            "agreed maximum 0 is below 0.000001".to_owned(),
        ),
    );
}

/// A plan whose own parts do not fit is refused where the plan stands.
#[test]
fn a_plan_that_contradicts_itself_is_refused() {
    let mut doc = document(&west_sussex());
    doc["plan"]["actions"][1]["id"] = json!("1");
    assert_eq!(
        read_at(doc).expect_err("an id stands twice"),
        (
            "plan".to_owned(),
            "actions[1].id: \"1\" is the id of an action before it, and an id stands once in a plan"
                .to_owned(),
        ),
    );
}
