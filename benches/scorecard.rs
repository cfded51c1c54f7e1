//! Rows and texts of a scorecard of 10,000 KPIs with 60 months each, beside a bare walk over the same observations.
//!
//! Run with `cargo bench --bench scorecard`.

use childrens_services::{
    Indicator, Kpi, OneLine, Polarity, Scorecard, Series, Target, Unit, chrono::NaiveDate, kpi::Baseline,
};
use std::{
    hint::black_box,
    time::{Duration, Instant},
};

const KPIS: usize = 10_000;
const BATCHES: usize = 11;

/// Sixty months to September 2019 that fall from 30% with a turn here and there, and a target with a path.
fn kpi(number: usize) -> Kpi {
    let (code, title) = (format!("kpi_{number}"), format!("KPI {number}"));
    let indicator =
        Indicator::new(code, title, Unit::PerCent, Polarity::LowerIsBetter).expect("an indicator");
    let months = (0..60).map(|month| {
        let tenths = 300 - 4 * month + (month * 7 + number) % 13;
        let at = 9 + month;
        (format!("{}-{:02}", 2014 + at / 12, at % 12 + 1), format!("{}.{}%", tenths / 10, tenths % 10))
    });
    let months: Vec<(String, String)> = months.collect();
    let months = months.iter().map(|(period, value)| (period.as_str(), value.as_str()));
    let series = Series::new(&indicator, months).expect("sixty months");
    let target = Target {
        by: Some("2020-12-31".parse().expect("a day")),
        baseline: Some(Baseline {
            period: "2014-10".parse().expect("a month"),
            value: "30%".parse().expect("a share"),
        }),
        sustained_over: std::num::NonZeroU32::new(3),
        ..Target::new(format!("at most {}%", number % 10 + 1).parse().expect("a goal"))
    };
    Kpi { series, targets: vec![target] }
}

/// Every row as texts; how many bytes they have.
fn rows(scorecard: &Scorecard, as_of: NaiveDate) -> usize {
    scorecard.rows(as_of).iter().flat_map(|row| row.texts()).map(|text| text.len()).sum()
}

/// Each observation looked at once.
fn walk(scorecard: &Scorecard, as_of: NaiveDate) -> usize {
    let all = scorecard.kpis.iter().flat_map(|kpi| &kpi.series);
    all.filter(|seen| black_box(seen.period()).end() <= as_of && black_box(seen.value()).symbol().is_none())
        .count()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn main() {
    let is_timed = std::env::args().any(|argument| argument == "--bench");
    let count = if is_timed { KPIS } else { 10 };
    let title = OneLine::new("Bench").expect("a title");
    let scorecard = Scorecard { title, kpis: (0..count).map(kpi).collect() };
    let as_of = "2019-10-31".parse().expect("a day");
    assert_eq!(walk(&scorecard, as_of), 60 * count);
    assert!(rows(&scorecard, as_of) > 100 * count);
    assert!(scorecard.findings().is_empty());
    if !is_timed {
        return;
    }
    let time = |once: &dyn Fn() -> usize| {
        let start = Instant::now();
        black_box(once());
        start.elapsed()
    };
    let (mut of_rows, mut of_walk) = (Vec::new(), Vec::new());
    for _ in 0..BATCHES {
        of_rows.push(time(&|| rows(&scorecard, as_of)));
        of_walk.push(time(&|| walk(&scorecard, as_of)));
    }
    let [of_rows, of_walk] = [of_rows, of_walk].map(|times| median(times).as_micros());
    println!("{KPIS} KPIs, 60 observations each, medians of {BATCHES} runs in turn");
    let tenths = |micros: u128| format!("{}.{}", micros / 1000, micros % 1000 / 100);
    println!("rows and texts  {:>8} ms", tenths(of_rows));
    println!("bare walk       {:>8} ms", tenths(of_walk));
    println!("ratio           {:>8}", of_rows / of_walk.max(1));
}
