//! What the tests of the report share: the example's document, and short ways to change it.

use childrens_services::{Programme, ProgressReport, ReportBrief};
use serde_json::{Value, json};

/// The document of the example `west_sussex`.
pub fn west_sussex() -> Value {
    serde_json::from_str(include_str!("../../examples/data/programme_west_sussex.json")).unwrap()
}

/// A programme with nothing on record but its authority.
pub fn nothing() -> Value {
    json!({"format": 1, "case": {"history": {"authority": "E10000032", "inspections": []}, "events": []}})
}

/// Puts a value at the place of a JSON pointer, where `-` is the end of a list; `null` takes away what is there.
#[track_caller]
pub fn set(document: &mut Value, pointer: &str, value: Value) {
    let (parent, last) = pointer.rsplit_once('/').expect("a pointer starts with a slash");
    let parent = document.pointer_mut(parent).unwrap_or_else(|| panic!("there is no {parent}"));
    match (parent, value) {
        (Value::Object(fields), Value::Null) => {
            fields.remove(last).unwrap_or_else(|| panic!("there is no {pointer}"));
        }
        (Value::Object(fields), value) => {
            fields.insert(last.to_owned(), value);
        }
        (Value::Array(items), value) if last == "-" => items.push(value),
        (Value::Array(items), Value::Null) => {
            items.remove(last.parse().unwrap());
        }
        (Value::Array(items), value) => items[last.parse::<usize>().unwrap()] = value,
        (other, _) => panic!("{other} has no parts"),
    }
}

/// A document with these values put in.
#[track_caller]
pub fn with(mut document: Value, edits: &[(&str, Value)]) -> Value {
    for (pointer, value) in edits {
        set(&mut document, pointer, value.clone());
    }
    document
}

#[track_caller]
pub fn programme(document: &Value) -> Programme {
    serde_json::from_value(document.clone()).unwrap_or_else(|error| panic!("{error}"))
}

/// The brief of the example, for another period.
#[track_caller]
pub fn brief(period: &str) -> ReportBrief {
    ReportBrief::new(
        period.parse().unwrap(),
        "all members of the County Council",
        "Paul Marshall",
        "Cabinet Member for Children and Young People",
    )
    .unwrap()
}

/// The report of October 2019.
#[track_caller]
pub fn report(document: &Value) -> ProgressReport {
    report_of(document, "2019-10")
}

#[track_caller]
pub fn report_of(document: &Value, period: &str) -> ProgressReport {
    ProgressReport::write(&programme(document), &brief(period))
}

/// The words of the paragraphs of a section.
#[track_caller]
pub fn words(report: &ProgressReport, heading: &str) -> Vec<String> {
    let section = report.sections().iter().find(|section| section.heading() == heading);
    let section = section.unwrap_or_else(|| panic!("there is no section {heading}"));
    section.paragraphs().iter().map(|paragraph| paragraph.text().to_owned()).collect()
}

/// The items of a section's lists, each with its remark.
#[track_caller]
pub fn items(report: &ProgressReport, heading: &str) -> Vec<String> {
    let section = report.sections().iter().find(|section| section.heading() == heading);
    let section = section.unwrap_or_else(|| panic!("there is no section {heading}"));
    let items = section.paragraphs().iter().flat_map(|paragraph| paragraph.items());
    let print = |remark: &str| format!(" [{remark}]");
    items.map(|item| format!("{}{}", item.text(), item.remark().map_or_else(String::new, print))).collect()
}
