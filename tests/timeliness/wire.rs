//! The wire forms, frozen: the sample reads as the value built by hand, and that value is written as the
//! sample.

use super::*;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

#[track_caller]
fn frozen<T: Serialize + DeserializeOwned + PartialEq + Debug>(sample: &Value, built: &T) {
    assert_eq!(serde_json::from_str::<T>(&sample.to_string()).expect("the sample is refused"), *built);
    assert_eq!(serde_json::from_value::<T>(sample.clone()).expect("the sample is refused"), *built);
    assert_eq!(serde_json::to_value(built).expect("the value can be written"), *sample);
}

/// Invented.
fn built() -> Vec<TimedEvents> {
    vec![
        set(
            national("T25"),
            [
                stopped("2019-06-04", "2019-06-20").with_recorded_due(day("2019-07-02")),
                open("2019-06-05")
                    .with_previous_due(day("2019-06-03"))
                    .with_limit_changes_on(day("2019-09-01")),
            ],
        )
        .with_start_taken_from("placement")
        .unwrap()
        .with_presented_as(LegalStatus::Regulation)
        .with_stated(
            StatedTimeliness::new(period("2019-07")).with_in_time(1).with_due(2).with_percent("50%").unwrap(),
        )
        .with_stated(StatedTimeliness::new(period("2019/20 Q2")).with_percent("over 90%").unwrap()),
        set(national("T10"), [stopped("2019-06-04 14:30", "2019-06-07 14:30")]),
        set(local("T08", "10 working days"), []).with_presented_as(LegalStatus::Local),
        set(extended("T57"), [open("2019-06-04")]),
    ]
}

#[test]
fn timed_events() {
    let sample: Value = serde_json::from_str(include_str!("../data/timed_events.json")).unwrap();
    frozen(&sample, &built());
}

#[test]
fn the_small_ones() {
    frozen(&json!("T34a"), &timescale("T34a"));
    frozen(&json!("6 weeks before"), &Limit::NoticeWeeks(6));
    frozen(&json!("statutory_guidance"), &LegalStatus::StatutoryGuidance);
    frozen(&json!("low"), &Certainty::Low);
    // A rate of theirs is its two counts.
    let rate = Rate::new(&catalogue::TIMELINESS_RATE, 19, 20).unwrap();
    frozen(
        &json!({"indicator": "timeliness_rate", "observations": [{"period": "2019-07", "value": "19 / 20"}]}),
        &Series::new(&catalogue::TIMELINESS_RATE, [("2019-07", rate)]).unwrap(),
    );
    // Counts are written, never read.
    let count = set(national("T22"), [open("2019-06-05")]).timeliness(
        period("2019-07"),
        day("2019-07-04"),
        &WorkingDays::england(),
    );
    assert_eq!(
        serde_json::to_value(count.unwrap()).unwrap(),
        json!({"in_time": 0, "late": 0, "open_late": 1, "not_yet_due": 0}),
    );
}
