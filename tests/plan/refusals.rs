//! What makes no plan, by the constructor and in JSON, with whole messages; and the vocabularies of plans.

use crate::helpers::{action, good, identity, line, measure, message, sound, visits};
use childrens_services::{
    Action, Adoption, Answer, AnswerOutcome, Delegation, DueChange, Evidence, EvidenceKind, ImprovementPlan,
    Measure, MeasureKind, Milestone, Owner, PlanIdentity, Rating, Recipient, RegulatorAnswer, Revision,
    SignOff, StatusScheme, Submission, Voice, VoiceGroup, WordError,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    fmt::{Debug, Display},
    str::FromStr,
};

/// A document is refused with this message, less the place in it that `serde_json` adds.
#[track_caller]
fn refuses<T: DeserializeOwned + Debug>(document: &Value, expected: &str) {
    let message = message(serde_json::from_str::<T>(&document.to_string()));
    assert_eq!(message.split(" at line ").next(), Some(expected));
}

/// The constructor refuses it, and JSON's reader does in the same words.
#[track_caller]
fn both_refuse(measures: Vec<Measure>, actions: Vec<Action>, place: &str, expected: &str) {
    let document = json!({"identity": identity(), "measures": measures, "actions": actions});
    let error = ImprovementPlan::new(identity(), SignOff::new(), measures, actions).unwrap_err();
    assert_eq!((error.place(), error.to_string()), (place, format!("{place}: {expected}")));
    refuses::<ImprovementPlan>(&document, &format!("{place}: {expected}"));
}

// The constructor.

#[test]
fn ids_are_given_once() {
    both_refuse(
        vec![],
        vec![action("1"), action("2"), action("1")],
        "actions[2].id",
        r#""1" is the id of an action before it, and an id stands once in a plan"#,
    );
    let other = || ImprovementPlan::new(identity(), SignOff::new(), vec![], vec![action("a"), action("A")]);
    assert!(other().is_ok());
}

#[test]
fn an_indicator_has_one_measure() {
    both_refuse(
        vec![Measure::new(&visits()), measure(&visits(), "at least 90%", None)],
        vec![],
        "measures[1].indicator",
        r#""visits_in_time" is the indicator of a measure before it, and an indicator has one measure in a plan"#,
    );
}

#[test]
fn references_lead_somewhere() {
    let waiting = action("1").with_dependency(line("2")).with_dependency(line("3"));
    both_refuse(
        vec![],
        vec![waiting, action("2")],
        "actions[0].depends_on[1]",
        r#""3" is no id of an action of the plan"#,
    );
    let measured = action("2").with_measure(line("visits_in_time")).with_measure(line("visits"));
    both_refuse(
        vec![Measure::new(&visits())],
        vec![action("1"), measured],
        "actions[1].measures[1]",
        r#""visits" is no indicator of a measure of the plan"#,
    );
    // An action may wait for one that stands after it, or for itself: that is a finding.
    let circle = vec![action("1").with_dependency(line("1")).with_dependency(line("2")), action("2")];
    assert!(ImprovementPlan::new(identity(), SignOff::new(), vec![], circle).is_ok());
}

/// A message stays short whatever was given.
#[test]
fn long_texts_are_told_in_short() {
    let long = "x".repeat(100);
    both_refuse(
        vec![],
        vec![action("1").with_dependency(line(&long))],
        "actions[0].depends_on[0]",
        &format!(r#""{}…" is no id of an action of the plan"#, "x".repeat(60)),
    );
    both_refuse(
        vec![],
        vec![action(&long), action(&long)],
        "actions[1].id",
        &format!(
            r#""{}…" is the id of an action before it, and an id stands once in a plan"#,
            "x".repeat(60)
        ),
    );
}

#[test]
fn texts_say_something() {
    let nothing = "a text is needed that says something, not an empty one";
    assert_eq!(message(Owner::in_role(" ")), nothing);
    assert_eq!(message(Owner::new().with_name("-")), nothing);
    assert_eq!(message(action("1").with_outcome("")), nothing);
    assert_eq!(message(action("1").with_recovery_plan("")), nothing);
    let broken = r#"text "a\nb" has a line break or another control character"#;
    assert_eq!(message(DueChange::new(good("2019-06-01")).with_reason("a\nb")), broken);
    assert_eq!(message(Adoption::new(good("2019-06-01"), line("1")).with_body("a\nb")), broken);
    refuses::<Action>(&json!({"id": "", "step": "Hire"}), nothing);
    refuses::<Action>(&json!({"id": "1", "step": "a\nb"}), broken);
}

/// A measure in JSON with one part changed.
fn with(part: &str, value: Value) -> Value {
    let mut measure = json!({"indicator": "vacancy_gap_rate", "kind": "outcome"});
    measure[part] = value;
    measure
}

/// Goals and baselines carry their units, so that one of another unit is a finding, and one that cannot be read is refused.
#[test]
fn values_are_numbers_with_units() {
    let unit =
        r#"quantity "18.5 posts" is not a number with its unit, as in "18.5%", "494.5 FTE" or "38 people""#;
    refuses::<Measure>(&with("target", json!({"goal": "at most 18.5 posts"})), unit);
    refuses::<Measure>(&with("statutory_limit", json!("at most 18.5 posts")), unit);
    let baseline =
        |value: &str| json!({"goal": "at most 2%", "baseline": {"period": "2019-02", "value": value}});
    refuses::<Measure>(&with("target", baseline("18.5 posts")), unit);
    // A baseline that states no number leads nowhere.
    refuses::<Measure>(
        &with("target", baseline("over 90%")),
        r#"quantity "over 90%" is not a number with its unit, as in "18.5%", "494.5 FTE" or "38 people""#,
    );
    refuses::<Measure>(
        &with("target", json!({"goal": "under 0%"})),
        r#"figure "under 0%" allows no value from 0 to 100000000000000"#,
    );
    // A bare number may have lost digits.
    refuses::<Measure>(
        &with("statutory_limit", json!(18.5)),
        r#"invalid type: floating point `18.5`, expected a goal written as text, such as "at least 90%" or "between 85% and 95%""#,
    );
    refuses::<Measure>(
        &json!({"indicator": "visits_in_time", "kind": "outcome"}),
        r#"indicator "visits_in_time" is not one that this crate defines: give code, title, unit and polarity"#,
    );
    refuses::<Measure>(
        &with("target", json!({"goal": "at most 2%", "cadence": "monthly"})),
        r#"cadence "monthly" is not written as every week, every 4 weeks, every month or every 3 months (1 to 99)"#,
    );
}

// Strict wire forms.

/// A whole object is read, one without a required field, with one too many, or a list of its values is not.
#[track_caller]
fn strict<T>(whole: &Value, required: &[&str], fields: &[&str], expected: &str)
where
    T: DeserializeOwned + Serialize + Debug,
{
    let read: T = serde_json::from_value(whole.clone()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(serde_json::to_value(read).unwrap(), *whole);
    for missing in required {
        let mut less = whole.clone();
        less.as_object_mut().unwrap().remove(*missing);
        refuses::<T>(&less, &format!("missing field `{missing}`"));
    }
    let mut more = whole.clone();
    more["extra"] = json!("x");
    let allowed = match fields {
        [] => "there are no fields".to_owned(),
        [one] => format!("expected `{one}`"),
        [one, other] => format!("expected `{one}` or `{other}`"),
        many => format!(
            "expected one of {}",
            many.iter().map(|field| format!("`{field}`")).collect::<Vec<_>>().join(", ")
        ),
    };
    refuses::<T>(&more, &format!("unknown field `extra`, {allowed}"));
    let values = Value::Array(whole.as_object().unwrap().values().cloned().collect());
    refuses::<T>(&values, &format!("invalid type: sequence, expected {expected}"));
}

#[test]
fn records_are_read_from_named_fields_only() {
    strict::<PlanIdentity>(
        &json!({"inspection_start": "2019-02-25", "title": "Plan", "version": "1"}),
        &["inspection_start", "title", "version"],
        &["inspection_start", "title", "version"],
        "the identity of a plan: an object with inspection_start, title and version",
    );
    strict::<Owner>(&json!({"role": "Director"}), &[], &["role", "name"], "an owner: an object with role");
    strict::<Milestone>(
        &json!({"due": "2019-06-01", "title": "A step"}),
        &["due", "title"],
        &["due", "title", "met"],
        "a milestone: an object with due and title",
    );
    strict::<DueChange>(
        &json!({"changed": "2019-06-01"}),
        &["changed"],
        &["changed", "reason", "from", "to"],
        "a change of the due date: an object with changed",
    );
    strict::<Evidence>(
        &json!({"kind": "audit", "what": "Better"}),
        &["kind", "what"],
        &["kind", "what", "on"],
        "evidence: an object with kind and what",
    );
    strict::<Action>(
        &json!({"id": "1", "step": "Hire"}),
        &["id", "step"],
        &[
            "id",
            "step",
            "outcome",
            "recovery_plan",
            "start",
            "due",
            "original_due",
            "completed",
            "signed_off",
            "delivery_status",
            "impact_status",
            "answers",
            "accountable",
            "contributors",
            "milestones",
            "depends_on",
            "measures",
            "due_changes",
            "evidence",
        ],
        "an action: an object with id and step",
    );
    strict::<Adoption>(
        &json!({"on": "2019-08-06", "version": "1"}),
        &["on", "version"],
        &["on", "version", "body"],
        "an adoption: an object with on and version",
    );
    strict::<Submission>(
        &json!({"on": "2019-08", "version": "1", "recipients": ["public"]}),
        &["on", "version"],
        &["on", "version", "recipients"],
        "a submission: an object with on, version and recipients",
    );
    strict::<Delegation>(
        &json!({"on": "2019-08", "to": "Director"}),
        &["on", "to"],
        &["on", "to"],
        "a delegation: an object with on and to",
    );
    strict::<RegulatorAnswer>(
        &json!({"on": "2019-09", "outcome": "reflects_findings"}),
        &["on", "outcome"],
        &["on", "outcome"],
        "the regulator's answer: an object with on and outcome",
    );
    strict::<Revision>(
        &json!({"on": "2019-10", "version": "2"}),
        &["on", "version"],
        &["on", "version"],
        "a revision: an object with on and version",
    );
    strict::<Voice>(
        &json!({"of": "children", "how": "Survey"}),
        &["of", "how"],
        &["of", "how", "on"],
        "a voice: an object with of and how",
    );
    strict::<SignOff>(
        &json!({"draft_submitted": "2019-06-05"}),
        &[],
        &["draft_submitted", "adopted", "delegation", "submitted", "answers", "revisions"],
        "a sign-off: an object with optional draft_submitted, adopted, delegation, submitted, answers and revisions",
    );
}

#[test]
fn measures_and_plans_are_read_from_named_fields_only() {
    refuses::<Measure>(&json!({"indicator": "vacancy_gap_rate"}), "missing field `kind`");
    refuses::<Measure>(&json!({"kind": "outcome"}), "missing field `indicator`");
    refuses::<Measure>(
        &with("baseline", json!({"period": "2019-02", "value": "18.5%"})),
        "unknown field `baseline`, expected one of `indicator`, `kind`, `areas`, `target`, `statutory_limit`",
    );
    refuses::<Measure>(
        &json!("vacancy_gap_rate"),
        r#"invalid type: string "vacancy_gap_rate", expected a measure: an object with indicator and kind"#,
    );
    strict::<ImprovementPlan>(
        &json!({"identity": identity(), "sign_off": {}}),
        &["identity"],
        &["identity", "sign_off", "voice", "status_scheme", "measures", "actions"],
        "an improvement plan: an object with identity",
    );
}

#[test]
fn answers_are_one_of_three() {
    refuses::<Answer>(
        &json!({"priority": "Play"}),
        "unknown field `priority`, expected one of `area`, `requirement`, `local_priority`",
    );
    refuses::<Answer>(&json!({"area": -1}), "invalid value: integer `-1`, expected u32");
    refuses::<Answer>(&json!({"area": "2"}), r#"invalid type: string "2", expected u32"#);
    refuses::<Answer>(&json!({"requirement": " "}), "a text is needed that says something, not an empty one");
    let one = "an answer has exactly one of area, requirement and local_priority";
    refuses::<Answer>(&json!({"area": 1, "requirement": "x"}), one);
    refuses::<Answer>(&json!({}), one);
    let object = "an answer: an object with area, requirement or local_priority";
    refuses::<Answer>(&json!(1), &format!("invalid type: integer `1`, expected {object}"));
}

#[test]
fn schemes_in_json() {
    let word = |word: &str, rating: &str| json!({"word": word, "rating": rating});
    let (green, red) = (word("Good", "green"), word("Bad", "red"));
    let read: StatusScheme = serde_json::from_value(json!([green, red])).unwrap();
    assert_eq!(read, StatusScheme::of_words([("Good", Rating::Green), ("Bad", Rating::Red)]).unwrap());
    assert_eq!(serde_json::to_value(read).unwrap(), json!([green, red]));
    refuses::<StatusScheme>(&json!([]), "the status scheme has no word for green");
    refuses::<StatusScheme>(&json!([green]), "the status scheme has no word for red");
    refuses::<StatusScheme>(
        &json!([green, red, word("GOOD", "blue")]),
        r#"the status scheme has the word "GOOD" twice"#,
    );
    refuses::<StatusScheme>(
        &json!([word("Good", "purple"), red]),
        r#"rating "purple" is not one of blue, green, amber, red, grey"#,
    );
    refuses::<StatusScheme>(
        &json!([["Good", "green"], red]),
        "invalid type: sequence, expected a word: an object with word and rating",
    );
    refuses::<StatusScheme>(&json!([{"word": "Good"}, red]), "missing field `rating`");
    refuses::<StatusScheme>(
        &json!([{"word": "Good", "rating": "green", "colour": "x"}, red]),
        "unknown field `colour`, expected `word` or `rating`",
    );
}

#[test]
fn days_are_days_of_the_calendar() {
    refuses::<Milestone>(
        &json!({"due": "2019-02-29", "title": "x"}),
        r#"day "2019-02-29" is not a day of the calendar"#,
    );
    refuses::<Milestone>(
        &json!({"due": "2019-02", "title": "x"}),
        r#"day "2019-02" is not written as year, month and day (2019-06-04)"#,
    );
    refuses::<Action>(
        &json!({"id": "1", "step": "x", "due": 20190601}),
        r#"invalid type: integer `20190601`, expected a day written as text, such as "2019-06-04""#,
    );
    let late = action("1").with_due(childrens_services::chrono::NaiveDate::MAX);
    assert_eq!(
        message(serde_json::to_string(&late)),
        "the year of +262142-12-31 has not four digits, so it cannot be written",
    );
    // Nothing stands in the way of reckoning with such a day.
    let plan = ImprovementPlan::new(identity(), SignOff::new(), vec![], vec![late]).unwrap();
    let last = childrens_services::chrono::NaiveDate::MAX;
    assert_eq!(plan.statuses_on(last, &[], Rating::of).len(), 1);
    assert_eq!(sound().known_on(last), sound());
}

// Vocabularies.

/// The words read as themselves by code and by label, in any case and spacing, from text and from JSON.
#[track_caller]
fn reads<W>(all: &[W], code: impl Fn(W) -> &'static str, label: impl Fn(W) -> &'static str)
where
    W: FromStr<Err: Debug> + Display + Debug + PartialEq + Copy + Serialize + DeserializeOwned,
{
    for &word in all {
        let (code, label) = (code(word), label(word));
        let spaced = code.replace('_', " \n ").to_uppercase();
        for text in [code, label, &spaced, &label.to_lowercase()] {
            assert_eq!(text.parse::<W>().unwrap_or_else(|error| panic!("{text}: {error:?}")), word);
            assert_eq!(serde_json::from_value::<W>(json!(text)).unwrap(), word);
        }
        assert_eq!(word.to_string(), label);
        assert_eq!(serde_json::to_value(word).unwrap(), code);
        assert!(code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'));
    }
    assert_eq!(all.iter().map(|&word| code(word)).collect::<BTreeSet<_>>().len(), all.len());
}

/// Each vocabulary with what it says of an unknown word, its codes written out.
macro_rules! words {
    ($($test:ident: $type:ty, $expected:literal;)+) => { $(
        #[test]
        fn $test() {
            reads(<$type>::ALL, <$type>::code, <$type>::label);
            let error: WordError = "utter nonsense".parse::<$type>().unwrap_err();
            assert_eq!(error.to_string(), $expected);
            assert_eq!(error.allowed(), <$type>::ALL.iter().map(|word| word.code()).collect::<Vec<_>>());
            refuses::<$type>(&json!("utter nonsense"), $expected);
        }
    )+ };
}

words! {
    ratings: Rating, r#"rating "utter nonsense" is not one of blue, green, amber, red, grey"#;
    evidence_kinds: EvidenceKind, r#"evidence kind "utter nonsense" is not one of audit, data, childrens_feedback, families_feedback, staff_feedback, partners_feedback, external_view, task_completion"#;
    measure_kinds: MeasureKind, r#"measure kind "utter nonsense" is not one of outcome, process"#;
    recipients: Recipient, r#"recipient "utter nonsense" is not one of secretary_of_state, chief_inspector, safeguarding_partners, public"#;
    answers_of_the_regulator: AnswerOutcome, r#"answer to a plan "utter nonsense" is not one of reflects_findings, does_not_reflect_findings"#;
    voices: VoiceGroup, r#"voice "utter nonsense" is not one of children, families, staff, partners"#;
}

#[test]
fn other_spellings() {
    assert_eq!("gray".parse(), Ok(Rating::Grey));
    for text in ["DfE", "Department for Education"] {
        assert_eq!(text.parse(), Ok(Recipient::SecretaryOfState));
    }
    for text in ["Ofsted", "hmci"] {
        assert_eq!(text.parse(), Ok(Recipient::ChiefInspector));
    }
}

#[test]
fn only_the_task_done_shows_no_impact() {
    let none: Vec<_> = EvidenceKind::ALL.iter().filter(|kind| !kind.is_of_impact()).collect();
    assert_eq!(none, [&EvidenceKind::TaskCompletion]);
}
