//! Each rule of plans: broken, and kept by what differs in one point only.

use crate::helpers::{
    AS_OF, action, area, day, drop, finds, finds_in, finds_on, good, history, inspection, line, plan_of,
    sound, with,
};
use childrens_services::{
    Activity, AreaForPriorityAction, Assumptions, Delegation, Finding, Framework, ImprovementPlan,
    Inspection, LocalAuthority, Milestone, Owner, Severity, VoiceGroup, WorkingDays,
    plan::rules::{PLAN_04, PLAN_04_FROM_PUBLICATION, RULES},
};
use serde_json::{Value, json};

#[test]
fn the_book_holds_exactly_these() {
    let warnings = ["PLAN-09", "PLAN-11", "PLAN-13", "PLAN-15", "PLAN-16", "PLAN-17", "PLAN-19"];
    let ids: Vec<_> = RULES.iter().map(|rule| rule.id()).collect();
    assert_eq!(ids, (1..=19).map(|number| format!("PLAN-{number:02}")).collect::<Vec<_>>());
    for rule in RULES {
        let expected = if warnings.contains(&rule.id()) { Severity::Warning } else { Severity::Error };
        assert_eq!(rule.severity(), expected, "{rule}");
        let said = [rule.title(), rule.rationale(), rule.source()];
        assert!(said.iter().all(|text| !text.trim().is_empty() && !text.ends_with('.')), "{rule}");
    }
    let (rule, softer) = (&PLAN_04, &PLAN_04_FROM_PUBLICATION);
    assert_eq!((softer.id(), softer.title(), softer.source()), (rule.id(), rule.title(), rule.source()));
    assert_eq!((rule.severity(), softer.severity()), (Severity::Error, Severity::Warning));
}

#[test]
fn the_sound_plan_is_sound() {
    finds(&sound(), &[]);
    assert_eq!(sound().findings(&history([inspection()]), &Assumptions::new(), day(AS_OF)).len(), 0);
}

/// Where the inspection is not on record, nothing is said of what it asks for.
#[test]
fn an_inspection_that_is_not_on_record() {
    finds_in(&with(|plan| plan["actions"][0]["answers"] = json!([])), &history([]), AS_OF, &[]);
    finds(&with(|plan| plan["identity"]["inspection_start"] = json!("2019-02-26")), &[]);
}

/// The findings stand in the order of the plan, and carry what they are about.
#[test]
fn the_order_and_the_values() {
    let plan = with(|plan| {
        drop(plan, "voice");
        plan["actions"][0]["answers"] = json!([]);
        plan["measures"][0]["target"]["goal"] = json!("at least 50%");
        drop(&mut plan["actions"][1], "accountable");
        plan["actions"][0]["due_changes"] = json!([{"changed": "2019-09-01"}]);
    });
    let findings = plan.findings(&history([inspection()]), &Assumptions::new(), day(AS_OF));
    let told: Vec<_> = findings.iter().map(|finding| finding.rule().id()).collect();
    assert_eq!(told, ["PLAN-17", "PLAN-01", "PLAN-13", "PLAN-09", "PLAN-02"]);
    let values: Vec<_> = findings.iter().flat_map(Finding::values).cloned().collect();
    let value = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        values,
        [value("area", "2"), value("target", "at least 50%"), value("limit", "60%"), value("changes", "1")],
    );
}

// PLAN-01.

#[test]
fn plan_01_each_area_is_answered() {
    let nobody = "error PLAN-01 at actions: area 2 (Neglect) is answered by no action";
    let answers = |answers: Value| with(|plan| plan["actions"][0]["answers"] = answers);
    finds(&answers(json!([])), &[nobody]);
    finds(&answers(json!([{"requirement": "Neglect"}, {"local_priority": "Neglect"}])), &[nobody]);
    finds(&answers(json!([{"area": 3}])), &[nobody]);
    finds(&answers(json!([{"local_priority": "Play"}, {"area": 2}])), &[]);
    finds(&answers(json!([{"area": 2}, {"area": 10}])), &[]);
}

// PLAN-02.

#[test]
fn plan_02_one_accountable_owner() {
    let owners = |owners: Value| with(|plan| plan["actions"][1]["accountable"] = owners);
    let nobody = "error PLAN-02 at actions[1].accountable: nobody is accountable";
    finds(&owners(json!([])), &[nobody]);
    // An owner with neither role nor name is nobody.
    finds(&owners(json!([{}])), &[nobody]);
    finds(
        &owners(json!([{"role": "Director"}, {"role": "Assistant Director"}])),
        &["error PLAN-02 at actions[1].accountable: 2 owners are accountable, not exactly one"],
    );
    finds(&owners(json!([{"role": "Director"}, {}])), &[]);
    // Contributors answer for nothing.
    finds(&with(|plan| plan["actions"][1]["contributors"] = json!([{"role": "Team Manager"}])), &[]);
}

#[test]
fn plan_02_a_due_date() {
    finds(
        &with(|plan| drop(&mut plan["actions"][1], "due")),
        &["error PLAN-02 at actions[1].due: there is no due date"],
    );
    finds(&with(|plan| drop(&mut plan["actions"][1], "start")), &[]);
}

// PLAN-03.

#[test]
fn plan_03_after_the_inspection() {
    let adopted = |on: &str| with(|plan| plan["sign_off"]["adopted"]["on"] = json!(on));
    finds(
        &adopted("2019-03-07"),
        &[
            "error PLAN-03 at sign_off.adopted.on: the plan was adopted on 2019-03-07, before the inspection ended on 2019-03-08",
        ],
    );
    // The report may have been received on the last day.
    finds(&adopted("2019-03-08"), &[]);
    let submitted = |on: &str| with(|plan| plan["sign_off"]["submitted"]["on"] = json!(on));
    finds(
        &submitted("2019-02"),
        &[
            "error PLAN-03 at sign_off.submitted.on: the plan was submitted on 2019-02-28, before the inspection ended on 2019-03-08",
        ],
    );
    finds(&submitted("2019-03"), &[]);
}

#[test]
fn plan_03_after_the_receipt() {
    let received = history([inspection().with_received(day("2019-04-30"))]);
    let signed_off = |adopted: &str, submitted: &str| {
        with(|plan| {
            plan["sign_off"]["adopted"]["on"] = json!(adopted);
            plan["sign_off"]["submitted"]["on"] = json!(submitted);
        })
    };
    finds_in(
        &signed_off("2019-04-29", "2019-04-30"),
        &received,
        AS_OF,
        &[
            "error PLAN-03 at sign_off.adopted.on: the plan was adopted on 2019-04-29, before the report was received on 2019-04-30",
        ],
    );
    finds_in(
        &signed_off("2019-04-30", "2019-04-29"),
        &received,
        AS_OF,
        &[
            "error PLAN-03 at sign_off.submitted.on: the plan was submitted on 2019-04-29, before the report was received on 2019-04-30",
        ],
    );
    finds_in(&signed_off("2019-04-30", "2019-04"), &received, AS_OF, &[]);
}

// PLAN-04.

#[track_caller]
fn submitted(on: &str) -> ImprovementPlan {
    with(|plan| plan["sign_off"]["submitted"]["on"] = json!(on))
}

#[track_caller]
fn unsubmitted() -> ImprovementPlan {
    with(|plan| drop(&mut plan["sign_off"], "submitted"))
}

/// West Sussex: the report was published on 8 May 2019, and the statement of action due on 15 August.
#[test]
fn plan_04_seventy_working_days_from_publication() {
    finds(&submitted("2019-08-15"), &[]);
    finds(&submitted("2019-08"), &[]);
    finds(
        &submitted("2019-08-16"),
        &[
            "warning PLAN-04 at sign_off.submitted.on: the plan was submitted on 2019-08-16, 1 day after 2019-08-15, 70 working days after publication on 2019-05-08, as no receipt is on record",
        ],
    );
    finds(
        &submitted("2019-09"),
        &[
            "warning PLAN-04 at sign_off.submitted.on: the plan was submitted on 2019-09, 17 days after 2019-08-15, 70 working days after publication on 2019-05-08, as no receipt is on record",
        ],
    );
}

#[test]
fn plan_04_seventy_working_days_from_receipt() {
    let received = history([inspection().with_received(day("2019-04-30"))]);
    finds_in(&submitted("2019-08-08"), &received, AS_OF, &[]);
    finds_in(
        &submitted("2019-08-09"),
        &received,
        AS_OF,
        &[
            "error PLAN-04 at sign_off.submitted.on: the plan was submitted on 2019-08-09, 1 day after 2019-08-08, 70 working days after receipt on 2019-04-30",
        ],
    );
    let late = submitted("2019-08-14").findings(&received, &Assumptions::new(), day(AS_OF));
    let value = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(late.iter().next().unwrap().values(), [value("due", "2019-08-08"), value("days_late", "6")]);
}

#[test]
fn plan_04_not_submitted_at_all() {
    finds_on(&unsubmitted(), "2019-08-15", &[]);
    finds(
        &unsubmitted(),
        &[
            "warning PLAN-04 at sign_off.submitted: the plan is not submitted on 2019-10-31, 77 days after 2019-08-15, 70 working days after publication on 2019-05-08, as no receipt is on record",
        ],
    );
    let received = history([inspection().with_received(day("2019-04-30"))]);
    finds_in(
        &unsubmitted(),
        &received,
        "2019-08-09",
        &[
            "error PLAN-04 at sign_off.submitted: the plan is not submitted on 2019-08-09, 1 day after 2019-08-08, 70 working days after receipt on 2019-04-30",
        ],
    );
}

/// A deadline that nobody can work out is told, not guessed.
#[test]
fn plan_04_outside_the_calendar() {
    let authority = LocalAuthority::with_ons_code("E10000032").unwrap();
    let late = Inspection::new(authority, Framework::Ilacs, Activity::StandardInspection, day("2027-10-04"))
        .unwrap();
    let late = late.with_published(day("2027-12-01"));
    let plan = with(|plan| {
        plan["identity"]["inspection_start"] = json!("2027-10-04");
        drop(plan, "sign_off");
    });
    finds_in(
        &plan,
        &history([late.clone()]),
        "2027-12-02",
        &[
            "warning PLAN-04 at sign_off.submitted: the deadline, 70 working days after publication on 2027-12-01, as no receipt is on record, cannot be worked out: 70 working days after 2027-12-01 is after 2027, the last year whose bank holidays are known",
        ],
    );
    let further = WorkingDays::england().with_rules_alone_to(2028).unwrap();
    let findings =
        plan.findings(&history([late]), &Assumptions::new().with_working_days(further), day("2027-12-02"));
    assert_eq!(findings.to_string(), "");
}

/// The letter after a visit asks for no statement of action; and without any date no deadline runs.
#[test]
fn plan_04_only_after_a_graded_inspection() {
    let authority = LocalAuthority::with_ons_code("E10000032").unwrap();
    let visit =
        Inspection::new(authority, Framework::Ilacs, Activity::FocusedVisit, day("2019-02-25")).unwrap();
    finds_in(&unsubmitted(), &history([visit.with_published(day("2019-05-08"))]), AS_OF, &[]);
    let unpublished =
        Inspection::new(authority, Framework::Ilacs, Activity::StandardInspection, day("2019-02-25"))
            .unwrap();
    finds_in(&unsubmitted(), &history([unpublished]), AS_OF, &[]);
}

// PLAN-05.

#[test]
fn plan_05_a_draft_after_a_priority_action() {
    let priority = AreaForPriorityAction::new("Children wait for a first visit").unwrap();
    let urgent = history([inspection()
        .with_received(day("2019-05-08"))
        .with_area_for_priority_action(priority.clone())]);
    let draft = |on: &str| with(|plan| plan["sign_off"]["draft_submitted"] = json!(on));
    finds_in(
        &sound(),
        &urgent,
        AS_OF,
        &[
            "error PLAN-05 at sign_off.draft_submitted: no draft is submitted on 2019-10-31, after 2019-06-06, 20 working days after receipt on 2019-05-08",
        ],
    );
    finds_in(&sound(), &urgent, "2019-06-06", &[]);
    finds_in(&draft("2019-06-06"), &urgent, AS_OF, &[]);
    finds_in(
        &draft("2019-06-07"),
        &urgent,
        AS_OF,
        &[
            "error PLAN-05 at sign_off.draft_submitted: the draft was submitted on 2019-06-07, after 2019-06-06, 20 working days after receipt on 2019-05-08",
        ],
    );
    // Ofsted asks for drafts since September 2018.
    let authority = LocalAuthority::with_ons_code("E10000032").unwrap();
    let visit = |start: &str, published: &str| {
        Inspection::new(authority, Framework::Ilacs, Activity::FocusedVisit, day(start))
            .unwrap()
            .with_published(day(published))
            .with_area_for_priority_action(priority.clone())
    };
    let of = |start: &str| with(|plan| plan["identity"]["inspection_start"] = json!(start));
    finds_in(&of("2018-08-31"), &history([visit("2018-08-31", "2018-10-03")]), AS_OF, &[]);
    finds_in(
        &of("2018-09-01"),
        &history([visit("2018-09-01", "2018-10-03")]),
        AS_OF,
        &[
            "warning PLAN-04 at sign_off.submitted.on: the plan was submitted on 2019-08-14, 212 days after 2019-01-14, 70 working days after publication on 2018-10-03, as no receipt is on record",
            "warning PLAN-05 at sign_off.draft_submitted: no draft is submitted on 2019-10-31, after 2018-10-31, 20 working days after publication on 2018-10-03, as no receipt is on record",
        ],
    );
    finds_in(
        &of("2027-12-06"),
        &history([visit("2027-12-06", "2027-12-20")]),
        "2027-12-20",
        &[
            "error PLAN-03 at sign_off.adopted.on: the plan was adopted on 2019-08-06, before the inspection started on 2027-12-06",
            "error PLAN-03 at sign_off.submitted.on: the plan was submitted on 2019-08-14, before the inspection started on 2027-12-06",
            "warning PLAN-04 at sign_off.submitted.on: the deadline, 70 working days after publication on 2027-12-20, as no receipt is on record, cannot be worked out: 70 working days after 2027-12-20 is after 2027, the last year whose bank holidays are known",
            "warning PLAN-05 at sign_off.draft_submitted: the deadline of the draft, 20 working days after publication on 2027-12-20, as no receipt is on record, cannot be worked out: 20 working days after 2027-12-20 is after 2027, the last year whose bank holidays are known",
        ],
    );
}

// PLAN-06.

#[test]
fn plan_06_both_recipients() {
    let to = |recipients: Value| with(|plan| plan["sign_off"]["submitted"]["recipients"] = recipients);
    let place = "error PLAN-06 at sign_off.submitted.recipients: the plan was not submitted to the";
    finds(&to(json!(["chief_inspector"])), &[&format!("{place} Secretary of State for Education")]);
    finds(&to(json!(["DfE", "public"])), &[&format!("{place} Chief Inspector")]);
    finds(
        &to(json!(["safeguarding_partners"])),
        &[&format!("{place} Secretary of State for Education nor to the Chief Inspector")],
    );
    finds(&to(json!(["public", "chief_inspector", "secretary_of_state"])), &[]);
}

// PLAN-07.

#[test]
fn plan_07_closed_by_evidence() {
    let without = |place: &str, what: &str| {
        format!(
            "error PLAN-07 at actions[0].{place}: the action {what} without dated evidence of impact by 2019-10-31"
        )
    };
    let set = |field: &str, value: &str| with(|plan| plan["actions"][0][field] = json!(value));
    finds(&set("delivery_status", "blue"), &[&without("delivery_status", "is recorded as blue")]);
    finds(&set("impact_status", "blue"), &[&without("impact_status", "has its impact recorded as blue")]);
    let closed = |completed: Value| {
        with(|plan| {
            plan["actions"][0]["signed_off"] = json!("2019-10-31");
            plan["actions"][0]["completed"] = completed;
        })
    };
    finds(&closed(json!("2019-10-30")), &[&without("signed_off", "is closed")]);
    finds(
        &closed(Value::Null),
        &["error PLAN-07 at actions[0].signed_off: the action is closed and not complete by 2019-10-31"],
    );
    finds(&set("signed_off", "2019-11-01"), &[]);
    finds(&set("impact_status", "green"), &[]);
    let blue = |evidence: Value| {
        with(|plan| {
            plan["actions"][0]["delivery_status"] = json!("blue");
            plan["actions"][0]["evidence"] = json!([evidence]);
        })
    };
    let audit = |on: &str| json!({"kind": "audit", "what": "Practice is better", "on": on});
    for shown in ["2019-10-31", "2019-10", "2019"] {
        finds(&blue(audit(shown)), &[]);
    }
    let bare = without("delivery_status", "is recorded as blue");
    finds(&blue(audit("2019-11-01")), &[&bare]);
    finds(&blue(json!({"kind": "audit", "what": "Practice is better"})), &[&bare]);
    // That the task is done is no evidence of impact.
    finds(&blue(json!({"kind": "task_completion", "what": "Done", "on": "2019-10-01"})), &[&bare]);
}

// PLAN-08.

#[test]
fn plan_08_a_missed_date_is_not_on_track() {
    let due = |status: &str, due: &str, completed: Value| {
        with(|plan| {
            plan["actions"][0]["delivery_status"] = json!(status);
            plan["actions"][0]["due"] = json!(due);
            plan["actions"][0]["completed"] = completed;
            plan["actions"][0]["evidence"] =
                json!([{"kind": "data", "what": "Visits are in time", "on": "2019-10"}]);
        })
    };
    let missed = |status: &str| {
        format!(
            "error PLAN-08 at actions[0].delivery_status: the action is recorded as {status}, was due on 2019-10-30 and is not complete on 2019-10-31"
        )
    };
    for status in ["green", "blue"] {
        finds(&due(status, "2019-10-30", Value::Null), &[&missed(status)]);
        finds(&due(status, "2019-10-30", json!("2019-11-01")), &[&missed(status)]);
        finds(&due(status, "2019-10-30", json!("2019-10-31")), &[]);
        finds(&due(status, "2019-10-31", Value::Null), &[]);
    }
    for status in ["amber", "red", "grey"] {
        finds(&due(status, "2019-10-30", Value::Null), &[]);
    }
}

// PLAN-09.

#[test]
fn plan_09_due_dates_do_not_drift() {
    let moved = |changes: Value, original: Value| {
        with(|plan| {
            plan["actions"][0]["due_changes"] = changes;
            plan["actions"][0]["original_due"] = original;
        })
    };
    let twice = json!([{"changed": "2019-08-01"}, {"changed": "2019-09-01"}]);
    finds(
        &moved(twice, json!("2019-10-31")),
        &["warning PLAN-09 at actions[0].due_changes: the due date was changed 2 times"],
    );
    let once = || json!([{"changed": "2019-09-01", "from": "2019-10-31", "to": "2019-12-31", "reason": "Staff left"}]);
    // What it was changed from is the original one.
    finds(&moved(once(), Value::Null), &[]);
    finds(
        &moved(json!([{"changed": "2019-09-01", "to": "2019-12-31"}]), Value::Null),
        &[
            "warning PLAN-09 at actions[0].due_changes: the due date was changed, and the original one is not on record",
        ],
    );
    // What is changed after the day is not changed yet.
    finds(&moved(json!([{"changed": "2019-11-01"}]), Value::Null), &[]);
    finds(&moved(once(), json!("2019-10-31")), &[]);
    finds(
        &moved(json!([]), json!("2019-10-31")),
        &[
            "warning PLAN-09 at actions[0].original_due: the action was due on 2019-10-31 and is due on 2019-12-31, and no change is on record",
        ],
    );
}

// PLAN-10.

#[test]
fn plan_10_direction_and_baseline() {
    let no_target = "error PLAN-10 at measures[0].target: there is no target, and so no baseline";
    finds(
        &with(|plan| {
            plan["measures"][0]["indicator"]["polarity"] = json!("neutral");
            drop(&mut plan["measures"][0], "target");
        }),
        &[
            "error PLAN-10 at measures[0].indicator: neither direction of the indicator is said to be better, and there is no target",
            no_target,
        ],
    );
    // The goal says which direction is wanted.
    finds(&with(|plan| plan["measures"][0]["indicator"]["polarity"] = json!("neutral")), &[]);
    finds(
        &with(|plan| drop(&mut plan["measures"][1]["target"], "baseline")),
        &["error PLAN-10 at measures[1].target.baseline: there is no baseline"],
    );
    finds(&with(|plan| drop(&mut plan["measures"][0], "target")), &[no_target]);
}

// PLAN-11.

#[test]
fn plan_11_each_area_is_measured() {
    let none = "warning PLAN-11 at measures: area 2 (Neglect) has no measure";
    finds(&with(|plan| drop(&mut plan["measures"][0], "areas")), &[none]);
    finds(&with(|plan| plan["measures"][0]["areas"] = json!([3])), &[none]);
    let process = with(|plan| plan["measures"][0]["kind"] = json!("process"));
    finds(&process, &["warning PLAN-11 at measures: area 2 (Neglect) has measures of process only"]);
    // One of outcome beside it is enough.
    finds(
        &with(|plan| {
            plan["measures"][0]["kind"] = json!("process");
            plan["measures"][1]["areas"] = json!([10, 2]);
        }),
        &[],
    );
}

// PLAN-12.

#[test]
fn plan_12_no_share_above_the_whole() {
    let cannot = |place: &str, title: &str, value: &str| {
        format!("error PLAN-12 at {place}: {title} is a share of a whole and cannot be {value}")
    };
    let (title, place) = ("Vacancy gap", "measures[1].target.baseline.value");
    let gap = |value: &str| with(|plan| plan["measures"][1]["target"]["baseline"]["value"] = json!(value));
    finds(&gap("101%"), &[&cannot(place, title, "101%")]);
    finds(&gap("100.000001%"), &[&cannot(place, title, "100.000001%")]);
    finds(&gap("100%"), &[]);
    let limit = |value: &str| with(|plan| plan["measures"][1]["statutory_limit"] = json!(value));
    finds(&limit("at most 100.1%"), &[&cannot("measures[1].statutory_limit", title, "100.1%")]);
    let every = "error PLAN-12 at measures[1].statutory_limit: every share of a whole is at most 100%";
    finds(&limit("at most 100%"), &[every]);
    finds(&limit("at most 99%"), &[]);
    let target = |value: &str| with(|plan| plan["measures"][0]["target"]["goal"] = json!(value));
    finds(&target("at least 101%"), &[&cannot("measures[0].target.goal", "Visits in time", "101%")]);
    finds(&target("at least 100%"), &[]);
    // What is no share may lie above.
    finds(&with(|plan| plan["measures"][0]["indicator"]["share"] = json!(false)), &[]);
    finds(
        &with(|plan| {
            plan["measures"][0]["indicator"]["share"] = json!(false);
            plan["measures"][0]["target"]["goal"] = json!("at least 101%");
        }),
        &[],
    );
}

/// What is wrong with a target is told of a measure too, by the rules of targets.
#[test]
fn targets_fit_their_measures() {
    let target = |part: &str, value: Value| with(|plan| plan["measures"][1]["target"][part] = value.clone());
    finds(
        &target("goal", json!("at most 2 FTE")),
        &["error KPI-03 at measures[1].target.goal: 2 FTE is in FTE, but Vacancy gap is in per cent"],
    );
    let direction = "at least 2% is asked of Vacancy gap, of which lower is better: set against_polarity if that is meant";
    finds(
        &target("goal", json!("at least 2%")),
        &[
            &format!("error KPI-04 at measures[1].target.goal: {direction}"),
            "warning PLAN-13 at measures[1].target.goal: the target of at least 2% is weaker than the baseline of 18.5%",
        ],
    );
    finds(
        &target("by", json!("2019-02-28")),
        &[
            "error KPI-06 at measures[1].target.baseline.period: the baseline of 2019-02 is not from before 2019-02-28",
        ],
    );
    finds(
        &with(|plan| plan["measures"][1]["statutory_limit"] = json!("at least 20%")),
        &[
            "error KPI-04 at measures[1].statutory_limit: at least 20% is asked of Vacancy gap, of which lower is better: set against_polarity if that is meant",
            "warning PLAN-13 at measures[1].target.goal: the target of at most 2% is weaker than the statutory limit of at least 20%",
        ],
    );
}

// PLAN-13.

#[test]
fn plan_13_no_weaker_target() {
    let weaker = |index: usize, target: &str, limit: &str| {
        format!(
            "warning PLAN-13 at measures[{index}].target.goal: the target of {target} is weaker than {limit}"
        )
    };
    let of = |index: usize, target: &str, limit: Value| {
        with(|plan| {
            plan["measures"][index]["target"]["goal"] = json!(target);
            plan["measures"][index]["statutory_limit"] = limit;
        })
    };
    // Higher is better.
    finds(&of(0, "at least 59.9%", Value::Null), &[&weaker(0, "at least 59.9%", "the baseline of 60%")]);
    for as_good in ["at least 60%", "over 60%"] {
        finds(&of(0, as_good, Value::Null), &[]);
    }
    finds(
        &of(0, "at least 94%", json!("at least 95%")),
        &[&weaker(0, "at least 94%", "the statutory limit of at least 95%")],
    );
    finds(&of(0, "at least 95%", json!("at least 95%")), &[]);
    finds(
        &of(0, "at least 95%", json!("over 95%")),
        &[&weaker(0, "at least 95%", "the statutory limit of over 95%")],
    );
    // Lower is better.
    finds(&of(1, "at most 18.6%", Value::Null), &[&weaker(1, "at most 18.6%", "the baseline of 18.5%")]);
    finds(&of(1, "at most 18.5%", Value::Null), &[]);
    finds(
        &of(1, "at most 5.1%", json!("at most 5%")),
        &[&weaker(1, "at most 5.1%", "the statutory limit of at most 5%")],
    );
    finds(&of(1, "at most 5%", json!("at most 5%")), &[]);
    finds(
        &of(1, "at most 20%", json!("at most 5%")),
        &[
            &weaker(1, "at most 20%", "the statutory limit of at most 5%"),
            &weaker(1, "at most 20%", "the baseline of 18.5%"),
        ],
    );
    // A range is weaker than a limit that it reaches beyond.
    finds(&of(1, "between 1% and 4%", json!("at most 4%")), &[]);
    finds(
        &of(1, "between 1% and 5%", json!("at most 4%")),
        &[&weaker(1, "between 1% and 5%", "the statutory limit of at most 4%")],
    );
}

// PLAN-14.

#[test]
fn plan_14_milestones_within_the_dates() {
    let milestone = |due: &str| with(|plan| plan["actions"][0]["milestones"][0]["due"] = json!(due));
    finds(
        &milestone("2019-05-31"),
        &[
            "error PLAN-14 at actions[0].milestones[0].due: the milestone is due on 2019-05-31, before the action starts on 2019-06-01",
        ],
    );
    finds(
        &milestone("2020-01-01"),
        &[
            "error PLAN-14 at actions[0].milestones[0].due: the milestone is due on 2020-01-01, after the action is due on 2019-12-31",
        ],
    );
    finds(&milestone("2019-06-01"), &[]);
    finds(&milestone("2019-12-31"), &[]);
    // Without the date there is nothing to lie outside of.
    finds(
        &with(|plan| {
            drop(&mut plan["actions"][0], "start");
            plan["actions"][0]["milestones"][0]["due"] = json!("2018-01-01");
        }),
        &[],
    );
}

#[test]
fn plan_14_due_after_the_start() {
    let due = |due: &str| with(|plan| plan["actions"][1]["due"] = json!(due));
    finds(
        &due("2019-05-31"),
        &["error PLAN-14 at actions[1].due: the action is due on 2019-05-31, before it starts on 2019-06-01"],
    );
    finds(&due("2019-06-01"), &[]);
}

/// A plan with an action for each list of those that it waits for; only circles are wrong with it.
#[track_caller]
fn waiting(waits: &[(&str, &[&str])]) -> ImprovementPlan {
    with(|plan| {
        let model = plan["actions"][1].clone();
        let list = plan["actions"].as_array_mut().unwrap();
        for (id, depends_on) in waits {
            let mut action = model.clone();
            (action["id"], action["depends_on"]) = (json!(id), json!(depends_on));
            list.push(action);
        }
    })
}

#[test]
fn plan_14_no_circles() {
    finds(&waiting(&[("a", &["a"])]), &["error PLAN-14 at actions[2].depends_on: action a waits for itself"]);
    finds(
        &waiting(&[("a", &["c"]), ("b", &["a"]), ("c", &["b"])]),
        &["error PLAN-14 at actions[2].depends_on: actions a, b, c wait for each other"],
    );
    // Two circles with a way from one to the other, and one that waits for both, stay two.
    finds(
        &waiting(&[
            ("a", &["c", "d"]),
            ("b", &["d"]),
            ("c", &["a", "b"]),
            ("d", &["b", "b"]),
            ("e", &["a", "b"]),
        ]),
        &[
            "error PLAN-14 at actions[2].depends_on: actions a, c wait for each other",
            "error PLAN-14 at actions[3].depends_on: actions b, d wait for each other",
        ],
    );
    // Circles are told in the order of the plan, past the tenth action too.
    let ids: Vec<String> = (3..=13).map(|number| format!("a{number}")).collect();
    let own: Vec<[&str; 1]> = ids.iter().map(|id| [id.as_str()]).collect();
    let waits: Vec<(&str, &[&str])> = own.iter().map(|id| (id[0], &id[..])).collect();
    let expected: Vec<String> = (3..=13)
        .map(|number| {
            format!("error PLAN-14 at actions[{}].depends_on: action a{number} waits for itself", number - 1)
        })
        .collect();
    finds(&waiting(&waits), &expected.iter().map(String::as_str).collect::<Vec<_>>());
    // A diamond has no circle.
    finds(&waiting(&[("a", &["b", "c"]), ("b", &["d"]), ("c", &["d"]), ("d", &[])]), &[]);
}

// PLAN-15.

#[test]
fn plan_15_owners_by_role() {
    let owner = |owner: Value| with(|plan| plan["actions"][0]["accountable"] = json!([owner]));
    finds(
        &owner(json!({"name": "A Person"})),
        &["warning PLAN-15 at actions[0].accountable: A Person is named without a role"],
    );
    finds(&owner(json!({"name": "A Person", "role": "Head of Service"})), &[]);
}

// PLAN-16.

#[test]
fn plan_16_revised_within_twenty_working_days() {
    let answered = |on: &str, outcome: &str, revisions: &[&str]| {
        let revisions: Vec<Value> = revisions.iter().map(|on| json!({"on": on, "version": "2"})).collect();
        with(|plan| {
            plan["sign_off"]["answers"] = json!([{"on": on, "outcome": outcome}]);
            plan["sign_off"]["revisions"] = json!(revisions);
        })
    };
    let not = |on: &str, revisions: &[&str]| answered(on, "does_not_reflect_findings", revisions);
    let late = |on: &str, due: &str| {
        format!(
            "warning PLAN-16 at sign_off.answers[0]: the plan does not reflect the findings by the answer of {on}, and no revision is on record by {due}, 20 working days later"
        )
    };
    // To the day.
    let of_day = late("2019-09-02", "2019-09-30");
    finds(&not("2019-09-02", &[]), &[&of_day]);
    finds_on(&not("2019-09-02", &[]), "2019-09-30", &[]);
    finds(&not("2019-09-02", &["2019-09-30"]), &[]);
    finds(&not("2019-09-02", &["2019-10-01"]), &[&of_day]);
    // A revision before the answer answers nothing.
    finds(&not("2019-09-02", &["2019-09-01"]), &[&of_day]);
    finds(&not("2019-09-02", &["2019-09-02"]), &[]);
    // To the month: from its last day; a revision that may be in time is.
    let of_month = late("2019-09", "2019-10-28");
    finds(&not("2019-09", &[]), &[&of_month]);
    finds_on(&not("2019-09", &[]), "2019-10-28", &[]);
    for revised in ["2019-09-01", "2019-09", "2019-10", "2019-10-28", "2019"] {
        finds(&not("2019-09", &[revised]), &[]);
    }
    for missed in ["2019-08-31", "2019-08", "2019-10-29", "2019-11"] {
        finds(&not("2019-09", &[missed]), &[&of_month]);
    }
    finds(&answered("2019-09-02", "reflects_findings", &[]), &[]);
}

#[test]
fn plan_16_outside_the_calendar() {
    let answered = with(|plan| {
        plan["sign_off"]["answers"] = json!([{"on": "2027-12-20", "outcome": "does_not_reflect_findings"}]);
    });
    finds_on(
        &answered,
        "2028-02-01",
        &[
            "warning PLAN-16 at sign_off.answers[0]: the day by which the plan is to be revised cannot be worked out: 20 working days after 2027-12-20 is after 2027, the last year whose bank holidays are known",
        ],
    );
    // Before the answer nothing is due yet.
    finds(&answered, &[]);
}

// PLAN-17.

#[test]
fn plan_17_a_voice() {
    finds(
        &with(|plan| drop(plan, "voice")),
        &["warning PLAN-17 at voice: no voice of children, families or staff is on record"],
    );
    let of = |groups: &[VoiceGroup]| {
        let voices: Vec<Value> = groups.iter().map(|of| json!({"of": of, "how": "Survey"})).collect();
        with(|plan| plan["voice"] = json!(voices))
    };
    finds(
        &of(&[VoiceGroup::Partners, VoiceGroup::Partners]),
        &["warning PLAN-17 at voice: only partners have a voice on record, no children, families or staff"],
    );
    for group in [VoiceGroup::Children, VoiceGroup::Families, VoiceGroup::Staff] {
        finds(&of(&[VoiceGroup::Partners, group]), &[]);
    }
}

// PLAN-18.

#[test]
fn plan_18_the_version_adopted() {
    let other = |delegated: Value| {
        with(|plan| {
            plan["sign_off"]["submitted"]["version"] = json!("2");
            plan["sign_off"]["delegation"] = delegated;
        })
    };
    let none = "error PLAN-18 at sign_off.submitted.version: version 2 was submitted, version 1 adopted, and no delegation is on record by then";
    finds(&other(Value::Null), &[none]);
    let delegated = |on: &str| {
        serde_json::to_value(Delegation::new(good(on), line("Director of Children's Services"))).unwrap()
    };
    for in_time in ["2019-08-06", "2019-08-14", "2019-08", "2019"] {
        finds(&other(delegated(in_time)), &[]);
    }
    finds(&other(delegated("2019-08-15")), &[none]);
    // One version in two spellings is one version.
    let spelt = with(|plan| {
        plan["sign_off"]["submitted"]["version"] = json!("Draft 2");
        plan["sign_off"]["adopted"]["version"] = json!("draft  2");
    });
    finds(&spelt, &[]);
    // Nothing can differ that is not there.
    let unadopted = with(|plan| {
        plan["sign_off"]["submitted"]["version"] = json!("2");
        drop(&mut plan["sign_off"], "adopted");
    });
    finds(&unadopted, &[]);
}

// PLAN-19.

#[test]
fn plan_19_what_is_repeated_is_marked() {
    let authority = LocalAuthority::with_ons_code("E10000032").unwrap();
    let earlier = |start: &str| {
        Inspection::new(authority, Framework::Sif, Activity::FullInspection, day(start)).unwrap()
    };
    let first = earlier("2015-10-26").with_areas_for_improvement([area(7, "neglect"), area(8, "Plans")]);
    let repeated = "warning PLAN-19 at identity.inspection_start: area 2 (Neglect) has the label of area 7 of the inspection that started on 2015-10-26, and is not marked as repeated";
    finds_in(&sound(), &history([first.clone(), inspection()]), AS_OF, &[repeated]);
    // An inspection between them whose areas are not on record hides nothing.
    finds_in(&sound(), &history([first.clone(), earlier("2017-10-02"), inspection()]), AS_OF, &[repeated]);
    let clean = earlier("2017-10-02").with_areas_for_improvement([area(1, "Permanence")]);
    finds_in(&sound(), &history([first.clone(), clean, inspection()]), AS_OF, &[]);
    // A visit in between has areas of its own and hides nothing either.
    let visit = Inspection::new(authority, Framework::Ilacs, Activity::FocusedVisit, day("2018-10-02"));
    let visit = visit.unwrap().with_areas_for_improvement([area(1, "Permanence")]);
    finds_in(&sound(), &history([first.clone(), visit, inspection()]), AS_OF, &[repeated]);
    let marked = inspection().with_areas_for_improvement([
        area(2, "Neglect").repeating(day("2015-10-26"), 7),
        area(10, "Recruitment and retention"),
    ]);
    finds_in(&sound(), &history([first.clone(), marked]), AS_OF, &[]);
    // A later inspection repeats this one, not this one it.
    let later = earlier("2023-03-13").with_areas_for_improvement([area(1, "Neglect")]);
    finds_in(&sound(), &history([inspection(), later]), AS_OF, &[]);
}

/// Findings about two actions name each by its place.
#[test]
fn places_lead_to_the_action() {
    let bare = plan_of([
        action("a").with_due(day("2019-12-31")),
        action("b")
            .with_accountable(Owner::in_role("Director").unwrap())
            .with_due(day("2019-12-31"))
            .with_milestone(Milestone::new(day("2019-10-01"), line("First")))
            .with_milestone(Milestone::new(day("2020-02-01"), line("Second"))),
    ]);
    let findings = bare.findings(&history([]), &Assumptions::new(), day(AS_OF));
    let places: Vec<_> = findings.iter().map(Finding::place).collect();
    assert_eq!(places, ["voice", "actions[0].accountable", "actions[1].milestones[1].due"]);
}
