//! What was found wrong before there was an assessment: each of these gave another answer.

use crate::{card, day, good, indicator, kpi, series, target, told};
use childrens_services::{
    Assessment, Figure, Polarity, Rating, Target, TargetStatus,
    kpi::{AssessmentReason, catalogue},
};

/// The status alone.
#[track_caller]
fn status(name: &str, asked: &str, figures: &str, on: &str) -> String {
    told(name, asked, figures, on).0
}

/// Finding 1: 1 FTE against a target of 12% was green.
#[test]
fn another_unit_is_not_judged() {
    let vacancies = series("agency", "2019-09: 1 FTE");
    let twelve = target("at most 12%");
    let assessment = Assessment::of(&vacancies, &twelve, day("2019-10-31"));
    assert_eq!(assessment.status(), TargetStatus::CannotTell);
    assert_eq!(assessment.reason(), AssessmentReason::Misfit);
    assert_eq!(Rating::of(&assessment), Rating::Grey);
    assert_eq!(
        assessment.text(),
        "the target does not fit: 12% is in per cent, but Agency workers (FTE) is in FTE"
    );
    // A bare number has no unit, so it is none of a share either.
    assert_eq!(
        told("gap", "at most 2", "2019-09: 1.8%", "2019-10-31").2,
        "the target does not fit: 2 has no unit, but Vacancy gap is in per cent"
    );
}

/// Finding 2: "at least 2%" of what should fall rated 3% red and 1% green.
#[test]
fn the_direction_is_the_goals_own() {
    assert_eq!(catalogue::VACANCY_GAP_RATE.polarity(), Polarity::LowerIsBetter);
    for figure in ["2019-09: 3%", "2019-09: 1%"] {
        assert_eq!(status("gap", "at least 2%", figure, "2019-10-31"), "cannot tell");
    }
    assert_eq!(status("gap", "at least 2%; meant", "2019-09: 3%", "2019-10-31"), "met");
    assert_eq!(status("gap", "at least 2%; meant", "2019-09: 0.9%", "2019-10-31"), "off track");
    // "Over 90%" with exactly 90%, and "under 5" with 5, were met.
    assert_eq!(status("visits", "over 90%", "2019-09: exactly 90%", "2019-10-31"), "at risk");
    assert_eq!(status("visits", "over 90%", "2019-09: exactly 90.1%", "2019-10-31"), "met");
    assert_eq!(status("leaving", "under 5 people", "2019-09: 5", "2019-10-31"), "at risk");
    // A share of 150% and [c] were taken as targets.
    assert_eq!(status("visits", "at least 150%", "2019-09: 100%", "2019-10-31"), "cannot tell");
    assert!("[c]".parse::<childrens_services::Goal>().is_err());
}

/// Finding 3: the day of a target had no effect.
#[test]
fn the_day_decides() {
    let by_june = |figures| status("gap", "at most 2%; by 2019-06-30", figures, "2019-10-31");
    assert_eq!(by_june("2019-06: 1.5%, 2019-09: 3.0%"), "met");
    assert_eq!(by_june("2019-06: 5.0%, 2019-09: 1.5%"), "missed");
    // A figure of 2017 says nothing of 2019.
    let withheld = "2017-09: 1.0%, 2019-09: [c]";
    assert_eq!(status("gap", "at most 2%", withheld, "2019-10-31"), "cannot tell");
    // On its own day a target is not missed.
    let on = |on| status("gap", "at most 2%; by 2019-06-30", "2019-06: 5.0%", on);
    assert_eq!((on("2019-06-30").as_str(), on("2019-07-01").as_str()), ("off track", "missed"));
}

/// Finding 4: baseline, path, age and intent had no effect, the tolerance was a tenth of the target, a neutral indicator was
/// grey, and no range could be a target.
#[test]
fn each_part_of_a_target_has_an_effect() {
    let seen = "2019-10: 12.0%";
    let on = "2019-11-30";
    assert_eq!(status("gap", "at most 2%", seen, on), "off track");
    assert_eq!(status("gap", "at most 2%; by 2020-12-31; baseline 18.5% in 2019-02", seen, on), "on track");
    assert_eq!(status("gap", "at most 2%; tolerance 10 percentage points", "2019-10: 11.5%", on), "at risk");
    assert_eq!(status("visits", "at least 90%", "2009-10: 95%", on), "stale");
    assert_eq!(status("gap", "at most 0%", "2019-10: 0.5%", on), "at risk");
    assert_eq!(status("visits", "at least 95%", "2019-10: 90%", on), "off track");
    assert_eq!(indicator("cases").polarity(), Polarity::Neutral);
    assert_eq!(status("cases", "at most 4000 cases", "2019-10: 3770", on), "met");
    assert_eq!(status("cases", "between 3500 cases and 4000 cases", "2019-10: 3770", on), "met");
}

/// Finding 6: comparisons and look-ups of a scorecard are one call, and a colour is a function that a caller may replace.
#[test]
fn a_row_is_one_call() {
    let card = card(vec![kpi("gap", "2018-09: 10.0%, 2019-08: 2.4%, 2019-09: 1.8%", &["at most 2%"])]);
    let rows = card.rows(day("2019-10-31"));
    let row = &rows[0];
    assert_eq!(row.latest().unwrap().value(), &Figure::read(row.indicator().unit(), "1.8%").unwrap().into());
    assert_eq!(row.on_previous().unwrap().absolute_rounded(1).unwrap().to_string(), "-0.6");
    assert_eq!(row.on_year().unwrap().absolute_rounded(1).unwrap().to_string(), "-8.2");
    let assessment = row.assessment().unwrap();
    let ours = |one: &Assessment<'_>| if one.status() == TargetStatus::Met { "gold" } else { "grey" };
    assert_eq!((Rating::of(assessment), ours(assessment)), (Rating::Green, "gold"));
    assert_eq!(assessment.target(), &Target::new(good("at most 2%")));
}
