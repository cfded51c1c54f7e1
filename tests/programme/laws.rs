//! Sound programmes are sound; one thing broken is one rule broken, at its place.

use crate::{document, places, read, read_at};
use childrens_services::{ImprovementPlan, Programme, Rating, chrono::NaiveDate};
use proptest::{
    prelude::*,
    sample::Index,
    strategy::ValueTree,
    test_runner::{Config, FileFailurePersistence, TestRunner},
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const FAILURES: &str = "proptest-regressions";

fn config() -> Config {
    Config {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource(FAILURES))),
        ..Config::default()
    }
}

fn as_of() -> NaiveDate {
    "2026-12-31".parse().expect("a day")
}

/// Breaks one thing in a document: the place of the finding, if the document has what is to be broken.
type Break = fn(&mut Value, Index) -> Option<String>;

fn pick(list: &Value, index: Index) -> Option<usize> {
    let length = list.as_array()?.len();
    (length > 0).then(|| index.index(length))
}

fn action(doc: &mut Value, index: Index) -> Option<(usize, &mut Value)> {
    let at = pick(&doc["plan"]["actions"], index)?;
    Some((at, &mut doc["plan"]["actions"][at]))
}

/// A measure that no claim rests on.
fn measure(doc: &mut Value, index: Index) -> Option<(usize, &mut Value)> {
    let list = doc["plan"]["measures"].as_array()?;
    let at = 2 + index.index(list.len() - 2);
    Some((at, &mut doc["plan"]["measures"][at]))
}

fn day(value: &Value) -> Option<NaiveDate> {
    value.as_str()?.parse().ok()
}

fn shifted(value: &Value, days: i64) -> Option<Value> {
    let day = day(value)? + childrens_services::chrono::TimeDelta::days(days);
    Some(json!(day.to_string()))
}

fn add(list: &mut Value, item: Value) -> usize {
    if list.is_null() {
        *list = json!([]);
    }
    let list = list.as_array_mut().expect("a list");
    list.push(item);
    list.len() - 1
}

const BREAKS: &[(&str, Break)] = &[
    ("PLAN-01", |doc, index| {
        let areas = doc["case"]["history"]["inspections"][0]["areas_for_improvement"].as_array()?.len();
        let number = 1 + index.index(areas);
        for action in doc["plan"].get_mut("actions")?.as_array_mut()? {
            let answers = action["answers"].as_array_mut()?;
            for answer in answers.iter_mut().filter(|answer| answer["area"] == json!(number)) {
                *answer = json!({"local_priority": "Something else"});
            }
        }
        Some("plan.actions".to_owned())
    }),
    ("PLAN-02", |doc, index| {
        let (at, action) = action(doc, index)?;
        action["accountable"] = json!([]);
        Some(format!("plan.actions[{at}].accountable"))
    }),
    ("PLAN-02", |doc, index| {
        let (at, action) = action(doc, index)?;
        action["accountable"] = json!([{"role": "Head of Service"}, {"role": "Assistant Director"}]);
        Some(format!("plan.actions[{at}].accountable"))
    }),
    ("PLAN-02", |doc, index| {
        let (at, action) = action(doc, index)?;
        action.as_object_mut()?.remove("due");
        Some(format!("plan.actions[{at}].due"))
    }),
    ("PLAN-03", |doc, _| {
        let received = doc["case"]["history"]["inspections"][0]["received"].clone();
        doc["plan"].get_mut("sign_off")?["submitted"]["on"] = shifted(&received, -1)?;
        Some("plan.sign_off.submitted.on".to_owned())
    }),
    ("PLAN-04", |doc, _| {
        let received = doc["case"]["history"]["inspections"][0]["received"].clone();
        doc["plan"].get_mut("sign_off")?["submitted"]["on"] = shifted(&received, 120)?;
        Some("plan.sign_off.submitted.on".to_owned())
    }),
    ("PLAN-04", |doc, _| {
        doc["plan"].get_mut("sign_off")?.as_object_mut()?.remove("submitted");
        Some("plan.sign_off.submitted".to_owned())
    }),
    ("PLAN-06", |doc, _| {
        doc["plan"].get_mut("sign_off")?["submitted"]["recipients"] = json!(["chief_inspector"]);
        Some("plan.sign_off.submitted.recipients".to_owned())
    }),
    ("PLAN-07", |doc, index| {
        let (at, action) = action(doc, index)?;
        let fields = action.as_object_mut()?;
        for field in ["delivery_status", "signed_off", "evidence"] {
            fields.remove(field);
        }
        fields.insert("impact_status".to_owned(), json!("blue"));
        Some(format!("plan.actions[{at}].impact_status"))
    }),
    ("PLAN-08", |doc, index| {
        let (at, action) = action(doc, index)?;
        let fields = action.as_object_mut()?;
        fields.remove("completed");
        fields.insert("delivery_status".to_owned(), json!("green"));
        fields.remove("signed_off");
        Some(format!("plan.actions[{at}].delivery_status"))
    }),
    ("PLAN-09", |doc, index| {
        let (at, action) = action(doc, index)?;
        action["due_changes"] = json!([{"changed": "2022-01-01"}, {"changed": "2022-02-01"}]);
        Some(format!("plan.actions[{at}].due_changes"))
    }),
    ("PLAN-10", |doc, index| {
        let (at, measure) = measure(doc, index)?;
        measure["target"].as_object_mut()?.remove("baseline");
        Some(format!("plan.measures[{at}].target.baseline"))
    }),
    ("PLAN-11", |doc, index| {
        let (_, measure) = measure(doc, index)?;
        measure["kind"] = json!("process");
        Some("plan.measures".to_owned())
    }),
    ("PLAN-12", |doc, index| {
        let (at, measure) = measure(doc, index)?;
        let baseline = &mut measure["target"]["baseline"]["value"];
        *baseline = json!("100.1%");
        // Of another period, so that no figure contradicts it.
        measure["target"]["baseline"]["period"] = json!("1990-01");
        if measure["indicator"]["polarity"] == json!("higher_is_better") {
            measure["target"]["goal"] = json!("between 60% and 70%");
        }
        Some(format!("plan.measures[{at}].target.baseline.value"))
    }),
    ("PLAN-13", |doc, index| {
        let (at, measure) = measure(doc, index)?;
        let higher = measure["indicator"]["polarity"] == json!("higher_is_better");
        measure["statutory_limit"] = json!(if higher { "at least 90%" } else { "at most 10%" });
        Some(format!("plan.measures[{at}].target.goal"))
    }),
    ("PLAN-14", |doc, index| {
        let (at, action) = action(doc, index)?;
        let id = action["id"].clone();
        action["depends_on"] = json!([id]);
        Some(format!("plan.actions[{at}].depends_on"))
    }),
    ("PLAN-14", |doc, index| {
        let (at, action) = action(doc, index)?;
        let due = shifted(&action["due"], 1)?;
        let milestones = action.as_object_mut()?.entry("milestones").or_insert(json!([]));
        let step = add(milestones, json!({"due": due, "title": "Too late"}));
        Some(format!("plan.actions[{at}].milestones[{step}].due"))
    }),
    ("PLAN-15", |doc, index| {
        let (at, action) = action(doc, index)?;
        action["accountable"] = json!([{"name": "A. Person"}]);
        Some(format!("plan.actions[{at}].accountable"))
    }),
    ("PLAN-16", |doc, _| {
        doc["plan"].get_mut("sign_off")?["answers"][0]["outcome"] = json!("does_not_reflect_findings");
        Some("plan.sign_off.answers[0]".to_owned())
    }),
    ("PLAN-17", |doc, _| {
        *doc["plan"].get_mut("voice")? = json!([]);
        Some("plan.voice".to_owned())
    }),
    ("PLAN-18", |doc, _| {
        doc["plan"].get_mut("sign_off")?["submitted"]["version"] = json!("2");
        Some("plan.sign_off.submitted.version".to_owned())
    }),
    ("PRG-01", |doc, _| {
        doc["workforce"]["claims"][0]["value"] = json!("50.0");
        Some("workforce.claims[0].period".to_owned())
    }),
    ("PRG-02", |doc, _| {
        doc["workforce"]["claims"][0].as_object_mut()?.remove("measured_by");
        Some("workforce.claims[0].statement".to_owned())
    }),
    ("PRG-03", |doc, _| {
        let at = add(
            &mut doc["service_areas"],
            json!({"kind": "neglect", "claims": [{"kind": "compliant", "statement": "In time"}]}),
        );
        Some(format!("service_areas[{at}].claims[0].statement"))
    }),
    ("PRG-04", |doc, _| {
        doc["workforce"]["claims"][0]["stated_change"] = json!("99.9");
        Some("workforce.claims[0].stated_change".to_owned())
    }),
    ("PRG-04", |doc, index| {
        let (at, measure) = measure(doc, index)?;
        let higher = measure["indicator"]["polarity"] == json!("higher_is_better");
        measure["target"]["baseline"]["value"] = json!(if higher { "50.1%" } else { "49.9%" });
        Some(format!("plan.measures[{at}].target.baseline.value"))
    }),
    ("PRG-05", |doc, index| {
        let reports = doc["reporting"].get_mut("reports")?.as_array_mut()?;
        let at = 1 + index.index(reports.len() - 2);
        reports.remove(at);
        Some(format!("reporting.reports[{at}].on"))
    }),
    ("PRG-06", |doc, index| {
        let at = pick(doc["reporting"].get("reports")?, index)?;
        doc["reporting"]["reports"][at]["says"] = json!(["plan_adopted", "review_finished"]);
        Some(format!("reporting.reports[{at}].says[1]"))
    }),
    ("GOV-01", |doc, _| {
        let posts = doc["governance"].get("posts")?.as_array()?;
        let lead = posts.iter().find(|post| post["kind"] == json!("lead_member"))?["id"].clone();
        doc["governance"].get_mut("appointments")?.as_array_mut()?.retain(|held| held["post"] != lead);
        Some("governance.appointments".to_owned())
    }),
    ("GOV-09", |doc, _| {
        let at = add(
            doc["governance"].as_object_mut()?.entry("key_decisions").or_insert(json!([])),
            json!({"title": "New homes", "taken": "2024-05-01"}),
        );
        Some(format!("governance.key_decisions[{at}].notice_published"))
    }),
    ("STR-01", |doc, _| {
        let at = add(
            doc["governance"].as_object_mut()?.entry("strategies").or_insert(json!([])),
            json!({"title": "New strategy", "scrutinised": "2024-06", "adopted": "2024-05-01"}),
        );
        Some(format!("governance.strategies[{at}].adopted"))
    }),
    ("STR-02", |doc, _| {
        let at = add(
            doc["governance"].as_object_mut()?.entry("strategies").or_insert(json!([])),
            json!({"title": "New strategy", "authorship": "co_produced"}),
        );
        Some(format!("governance.strategies[{at}].partners"))
    }),
    ("STR-03", |doc, _| {
        let at = add(
            doc["governance"].as_object_mut()?.entry("strategies").or_insert(json!([])),
            json!({"title": "New strategy", "state": "draft", "adoption_due": "2024-05"}),
        );
        Some(format!("governance.strategies[{at}].adoption_due"))
    }),
    ("TIM-01", |doc, _| timed(doc, json!({"started": "2024-06-04", "stopped": "2024-06-03"}), "stopped")),
    ("TIM-02", |doc, _| {
        timed(doc, json!({"started": "2024-06-04", "recorded_due": "2024-07-01"}), "recorded_due")
    }),
    ("TIM-13", |doc, _| timed(doc, json!({"started": "2010-06-04", "stopped": "2010-06-07"}), "started")),
];

/// Adds one event against T22, the first review, 20 working days.
fn timed(doc: &mut Value, event: Value, field: &str) -> Option<String> {
    let of_area =
        json!({"kind": "neglect", "timeliness": [{"standard": {"timescale": "T22"}, "events": [event]}]});
    let at = add(&mut doc["service_areas"], of_area);
    Some(format!("service_areas[{at}].timeliness[0].events[0].{field}"))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_sound_programme_has_no_error(programme in any::<Programme>()) {
        let findings = programme.findings(as_of());
        prop_assert!(findings.is_ok(), "{findings}");
    }

    #[test]
    fn it_is_the_same_after_the_wire(programme in any::<Programme>()) {
        let text = serde_json::to_string(&programme).expect("written");
        let read: Programme = serde_json::from_str(&text).expect("read");
        prop_assert_eq!(&read, &programme);
    }

    #[test]
    fn one_thing_broken_is_one_rule_broken(
        programme in any::<Programme>(),
        which in any::<Index>(),
        index in any::<Index>(),
    ) {
        let (rule, broken) = BREAKS[which.index(BREAKS.len())];
        let mut doc = document(&programme);
        if let Some(place) = broken(&mut doc, index) {
            check(&programme, rule, &place, doc)?;
        }
    }

    /// A place is a path of the document, or of something that is missing at the end of one.
    #[test]
    fn every_place_is_in_the_document(programme in any::<Programme>(), which in any::<Index>(), index in any::<Index>()) {
        let mut doc = document(&programme);
        BREAKS[which.index(BREAKS.len())].1(&mut doc, index);
        let written = document(&read(doc));
        for finding in &read(written.clone()).findings(as_of()) {
            prop_assert!(leads_into(&written, finding.place()), "{finding}");
        }
    }

    #[test]
    fn what_was_known_is_known_still(programme in any::<Programme>(), days in 0..2_500_i64) {
        let day = "2020-06-01".parse::<NaiveDate>().expect("a day") + childrens_services::chrono::TimeDelta::days(days);
        let state = programme.state_on(day);
        prop_assert_eq!(&state.state_on(day), &state);
        let text = serde_json::to_string(&state).expect("written");
        prop_assert_eq!(&serde_json::from_str::<Programme>(&text).expect("a state is a programme"), &state);
        prop_assert_eq!(later_than(&document(&state), day), None);
        prop_assert_eq!(&programme.state_on("2300-01-01".parse().expect("a day")), &programme);
    }
}

/// What a state says that came after its day.
fn later_than(state: &Value, day: NaiveDate) -> Option<String> {
    let late =
        |value: &Value| value.as_str().and_then(|text| text.parse::<NaiveDate>().ok()).filter(|on| *on > day);
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut told =
        vec![&state["plan"]["sign_off"]["adopted"]["on"], &state["plan"]["sign_off"]["submitted"]["on"]];
    let answers = list(&state["plan"]["sign_off"]["answers"]);
    let actions = list(&state["plan"]["actions"]);
    let reports = list(&state["reporting"]["reports"]);
    let inspections = list(&state["case"]["history"]["inspections"]);
    told.extend(answers.iter().chain(&reports).map(|item| &item["on"]));
    told.extend(actions.iter().flat_map(|action| [&action["completed"], &action["signed_off"]]));
    told.extend(inspections.iter().map(|inspection| &inspection["published"]));
    let figures = list(&state["kpis"]);
    let months = figures.iter().flat_map(|series| list(&series["observations"]));
    let future = day.format("%Y-%m").to_string();
    let month =
        months.filter_map(|seen| seen["period"].as_str().map(str::to_owned)).find(|month| *month > future);
    told.into_iter().find_map(|value| late(value).map(|on| on.to_string())).or(month)
}

/// Beside what was found before, only the broken rule, at one place or more, one of them that place.
fn check(programme: &Programme, rule: &str, place: &str, doc: Value) -> Result<(), TestCaseError> {
    let before: BTreeSet<String> = places(&programme.findings(as_of())).into_iter().collect();
    let after = places(&read(doc).findings(as_of()));
    let new: Vec<&String> = after.iter().filter(|found| !before.contains(*found)).collect();
    let expected = format!("{rule} {place}");
    prop_assert!(after.contains(&expected), "{expected} is not among {after:?}");
    prop_assert!(new.iter().all(|found| **found == expected), "beside {expected}: {new:?}");
    Ok(())
}

/// Follows a path as far as it goes; only its last step may be missing.
fn leads_into(document: &Value, place: &str) -> bool {
    let steps: Vec<&str> = place.split(['.', '[']).map(|step| step.trim_end_matches(']')).collect();
    let mut here = document;
    for (at, step) in steps.iter().enumerate() {
        let next = step.parse::<usize>().ok().map_or_else(|| here.get(step), |index| here.get(index));
        match next {
            Some(next) => here = next,
            None => return at + 1 == steps.len(),
        }
    }
    true
}

/// Each break, on programmes that have what it breaks.
#[test]
fn every_break_is_seen() {
    let mut runner = TestRunner::deterministic();
    for (at, (rule, broken)) in BREAKS.iter().enumerate() {
        let mut seen = 0;
        for round in 0..60 {
            let drawn = (any::<Programme>(), any::<Index>()).new_tree(&mut runner).expect("drawn");
            let (programme, index) = drawn.current();
            let mut doc = document(&programme);
            if let Some(place) = broken(&mut doc, index) {
                check(&programme, rule, &place, doc)
                    .unwrap_or_else(|error| panic!("{at} {rule}, {round}: {error}"));
                seen += 1;
            }
            if seen == 4 {
                break;
            }
        }
        assert_eq!(seen, 4, "{rule} was not broken often enough");
    }
}

/// A generator that draws one shape only proves nothing.
#[test]
fn the_generator_reaches_every_shape() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..200 {
        let programme = any::<Programme>().new_tree(&mut runner).expect("drawn").current();
        seen.insert(if programme.plan().is_some() { "plan" } else { "no plan" }.to_owned());
        seen.insert(if programme.governance().posts.is_empty() { "no posts" } else { "posts" }.to_owned());
        for area in programme.service_areas() {
            seen.insert(if area.timeliness().is_empty() { "no events" } else { "events" }.to_owned());
        }
        // At the end, and while the last figure is new.
        let latest = programme.kpis().iter().filter_map(|series| Some(series.latest()?.period().end())).max();
        for day in [as_of()].into_iter().chain(latest) {
            let statuses = |plan| ImprovementPlan::statuses_on(plan, day, programme.kpis(), Rating::of);
            for status in programme.plan().map(statuses).unwrap_or_default() {
                seen.insert(format!("delivery {}", status.delivery().derived()));
                seen.insert(format!("impact {}", status.impact().derived()));
            }
        }
        assert!(read_at(document(&programme)).is_ok());
    }
    let wanted = [
        "plan",
        "no plan",
        "posts",
        "no posts",
        "events",
        "no events",
        "delivery Blue",
        "delivery Green",
        "delivery Red",
        "impact Green",
    ];
    for shape in wanted {
        assert!(seen.contains(shape), "{shape} is not among {seen:?}");
    }
}
