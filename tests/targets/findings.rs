//! What is found about a scorecard and its targets: each rule broken and kept, with place and message.

use crate::{card, good, kpi, target};
use childrens_services::{
    Indicator, Kpi, Polarity, Severity, Target, Unit,
    kpi::rules::{self, RULES},
};

#[track_caller]
fn finds(kpis: Vec<Kpi>, expected: &[&str]) {
    let found: Vec<String> = card(kpis).findings().iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
}

/// The findings of one target of an indicator.
#[track_caller]
fn of_target(name: &str, text: &str, expected: &[&str]) {
    let indicator = crate::indicator(name);
    let found: Vec<String> = target(text).findings(&indicator).iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_rule_is_listed() {
    let listed: Vec<&str> = RULES.iter().map(childrens_services::Rule::id).collect();
    assert_eq!(listed, ["KPI-01", "KPI-02", "KPI-03", "KPI-04", "KPI-05", "KPI-06", "KPI-07"]);
    let warnings = RULES.iter().filter(|rule| rule.severity() == Severity::Warning);
    assert_eq!(warnings.collect::<Vec<_>>(), [&rules::KINDS_OF_PERIOD]);
}

#[test]
fn all_at_once_and_in_order() {
    finds(
        vec![
            kpi("gap", "2019-09: 1.8%", &["at most 2%"]),
            kpi("visits", "2019/20 Q1: 91%", &["at least 150%", "at most 90 FTE"]),
            kpi("gap", "2019-09: 1.8%", &["at least 2%"]),
        ],
        &[
            "warning KPI-02 at kpis[1].series.observations: each period is a quarter, and at kpis[0] a month",
            "error KPI-07 at kpis[1].targets[1].from: targets[0] is in force from the start too",
            "error KPI-05 at kpis[1].targets[0].goal: Visits in time is a share of a whole and cannot be 150%",
            "error KPI-03 at kpis[1].targets[1].goal: 90 FTE is in FTE, but Visits in time is in per cent",
            "error KPI-04 at kpis[1].targets[1].goal: at most 90 FTE is asked of Visits in time, of which higher is better: set against_polarity if that is meant",
            "error KPI-01 at kpis[2].series.indicator: vacancy_gap_rate is already at kpis[0]",
            "error KPI-04 at kpis[2].targets[0].goal: at least 2% is asked of Vacancy gap, of which lower is better: set against_polarity if that is meant",
        ],
    );
}

#[test]
fn what_is_sound_is_not_found() {
    finds(
        vec![
            kpi("gap", "2019-09: 1.8%", &["at most 10%; by 2019-12-31", "at most 2%; from 2020-01-01"]),
            kpi("visits", "2019-08: 91%", &["between 90% and 100%"]),
            kpi("cases", "", &["at least 1 case"]),
        ],
        &[],
    );
    finds(vec![], &[]);
}

/// Values carry what they are about.
#[test]
fn values_are_named() {
    let findings = card(vec![kpi("gap", "2019-09: 1.8%", &["at most 2 FTE"])]).findings();
    assert_eq!(findings.iter().next().unwrap().values(), [("value".to_owned(), "2 FTE".to_owned())]);
    assert!(!findings.is_ok());
}

#[test]
fn targets_follow_each_other() {
    finds(
        vec![kpi(
            "gap",
            "2019-09: 1.8%",
            &["at most 10%; from 2019-01-01", "at most 5%; from 2020-01-01", "at most 2%; from 2019-01-01"],
        )],
        &["error KPI-07 at kpis[0].targets[2].from: targets[0] is in force from 2019-01-01 too"],
    );
}

#[test]
fn units_of_each_part() {
    of_target(
        "agency",
        "at most 60",
        &["error KPI-03 at goal: 60 has no unit, but Agency workers (FTE) is in FTE"],
    );
    of_target(
        "gap",
        "at most 2%; by 2020-12-31; baseline 18.5 FTE in 2019-02; step 10 FTE on 2020-01-01; tolerance 1 FTE",
        &[
            "error KPI-03 at baseline.value: 18.5 FTE is in FTE, but Vacancy gap is in per cent",
            "error KPI-03 at steps[0].value: 10 FTE is in FTE, but Vacancy gap is in per cent",
            "error KPI-03 at tolerance: a difference of Vacancy gap is in percentage points, and the tolerance is 1 FTE",
        ],
    );
    // Between numbers of different units a path is not looked at.
    of_target(
        "gap",
        "at most 2%; by 2020-12-31; baseline 18.5 FTE in 2019-02; step 10% on 2020-01-01",
        &["error KPI-03 at baseline.value: 18.5 FTE is in FTE, but Vacancy gap is in per cent"],
    );
    of_target(
        "gap",
        "at most 2%; by 2020-12-31; baseline 18.5% in 2019-02; step 10 FTE on 2020-01-01",
        &["error KPI-03 at steps[0].value: 10 FTE is in FTE, but Vacancy gap is in per cent"],
    );
    of_target("agency", "at most 60 FTE; tolerance 2 FTE", &[]);
    of_target("leaving", "at most 5 people; tolerance 1 person", &[]);
    of_target("gap", "at most 2%; tolerance 1 percentage point", &[]);
    of_target("agency", "at most 60 FTE; tolerance 10% of the target", &[]);
}

#[test]
fn directions() {
    let error = |goal: &str, name: &str, better: &str| {
        format!(
            "error KPI-04 at goal: {goal} is asked of {name}, of which {better} is better: set against_polarity if that is meant"
        )
    };
    let (gap, visits) = ("Vacancy gap", "Visits in time");
    of_target("gap", "over 2%", &[&error("over 2%", gap, "lower")]);
    of_target("gap", "at least 2%; meant", &[]);
    of_target("gap", "between 1% and 2%", &[]);
    of_target("visits", "under 90%", &[&error("under 90%", visits, "higher")]);
    for either in ["at least 5 cases", "at most 5 cases", "between 5 cases and 6 cases"] {
        of_target("cases", either, &[]);
    }
}

#[test]
fn shares() {
    let cannot = |place: &str, value: &str| {
        format!("error KPI-05 at {place}: Visits in time is a share of a whole and cannot be {value}")
    };
    of_target("visits", "at least 100.1%", &[&cannot("goal", "100.1%")]);
    of_target("visits", "between 90% and 101%", &[&cannot("goal", "101%")]);
    of_target("visits", "at least 100%", &[]);
    of_target("gap", "at most 0%", &[]);
    of_target("visits", "between 0% and 99.9%", &[]);
    let of_all = |goal: &str, which: &str| {
        of_target(
            "visits",
            &format!("{goal}; meant"),
            &[&format!("error KPI-05 at goal: {which} share of a whole is {goal}")],
        );
    };
    of_all("at most 100%", "every");
    of_all("at least 0%", "every");
    of_all("between 0% and 100%", "every");
    of_all("over 100%", "no");
    let baseline = "at least 90%; by 2020-12-31; baseline 110% in 2019-02";
    of_target("visits", baseline, &[&cannot("baseline.value", "110%")]);
    // What is no share may be above 100%.
    let cover = Indicator::new("cover", "Cover", Unit::PerCent, Polarity::Neutral).unwrap();
    assert!(Target::new(good("at most 134.8%")).findings(&cover).is_empty());
}

#[test]
fn paths() {
    of_target(
        "gap",
        "at most 2%; from 2021-01-01; by 2020-12-31",
        &["error KPI-06 at from: it comes into force on 2021-01-01, after its day, 2020-12-31"],
    );
    of_target("gap", "at most 2%; from 2020-12-31; by 2020-12-31", &[]);
    of_target(
        "gap",
        "at most 2%; by 2020-12-31; baseline 18.5% in 2020-12",
        &["error KPI-06 at baseline.period: the baseline of 2020-12 is not from before 2020-12-31"],
    );
    let no_path = "error KPI-06 at steps: steps need a baseline and the day of the goal";
    of_target("gap", "at most 2%; by 2020-12-31; step 10% on 2020-01-01", &[no_path]);
    of_target("gap", "at most 2%; baseline 18.5% in 2019-02; step 10% on 2020-01-01", &[no_path]);
    let steps = |steps: &str, expected: &[&str]| {
        of_target("gap", &format!("at most 2%; by 2020-12-31; baseline 18.5% in 2019-02; {steps}"), expected);
    };
    steps("step 10% on 2019-12-31; step 10% on 2020-01-31; step 2% on 2020-06-30", &[]);
    steps(
        "step 10% on 2019-02-28",
        &["error KPI-06 at steps[0].on: 2019-02-28 is not between 2019-02-28 and 2020-12-31"],
    );
    steps(
        "step 10% on 2020-12-31",
        &["error KPI-06 at steps[0].on: 2020-12-31 is not between 2019-02-28 and 2020-12-31"],
    );
    steps(
        "step 10% on 2020-01-31; step 5% on 2020-01-31",
        &["error KPI-06 at steps[1].on: 2020-01-31 is not between 2020-01-31 and 2020-12-31"],
    );
    steps(
        "step 10% on 2019-12-31; step 11% on 2020-01-31",
        &["error KPI-06 at steps[1].value: 11% does not lead from 10% to at most 2%"],
    );
    steps(
        "step 19% on 2019-12-31",
        &["error KPI-06 at steps[0].value: 19% does not lead from 18.5% to at most 2%"],
    );
    steps(
        "step 1% on 2019-12-31",
        &["error KPI-06 at steps[0].value: 1% does not lead from 18.5% to at most 2%"],
    );
    // On the way up, and into a range from either side.
    let up = "at least 90%; by 2020-12-31; baseline 60% in 2019-02";
    of_target("visits", &format!("{up}; step 70% on 2019-12-31; step 90% on 2020-01-31"), &[]);
    of_target(
        "visits",
        &format!("{up}; step 59% on 2019-12-31"),
        &["error KPI-06 at steps[0].value: 59% does not lead from 60% to at least 90%"],
    );
    for baseline in ["60% in 2019-02; step 70% on 2019-12-31", "99% in 2019-02; step 97% on 2019-12-31"] {
        of_target("visits", &format!("between 85% and 95%; by 2020-12-31; baseline {baseline}"), &[]);
    }
}
