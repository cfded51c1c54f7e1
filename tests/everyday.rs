//! Everyday jobs of a dashboard, each as its developer would write it, on the ten weaknesses that the first form of the
//! crate had.

use childrens_services::{
    DefinedBy, Figure, Fte, Indicator, Kpi, LocalAuthority, Observed, OneLine, Percent, Period, Polarity,
    Quantity, Rate, Reason, Reported, Scorecard, Series, Severity, Snapshot, Symbol, Unit, Verdict,
    kpi::catalogue, rust_decimal::Decimal,
};
use rust_decimal_macros::dec;
use std::error::Error;

type Done = Result<(), Box<dyn Error>>;

fn indicator(code: &str, unit: Unit, polarity: Polarity) -> Indicator {
    Indicator::new(code, code, unit, polarity).expect("a code and a title")
}

/// Finding 1: A scorecard of children's services is more than the workforce: children, rates per 10,000 of them, pounds, weeks,
/// scores below 0. All figures are invented.
#[test]
fn every_unit_of_a_scorecard_can_be_written() -> Done {
    use Polarity::{HigherIsBetter, LowerIsBetter, Neutral};
    let cases = [
        (
            "children_looked_after",
            Unit::Children,
            Neutral,
            ["890", "912"],
            "890 (2023) to 912 (2024): +22, +2.5%, changed",
        ),
        (
            "protection_plans",
            Unit::Per10000,
            Neutral,
            ["44.3", "41.0"],
            "44.3 per 10,000 children (2023) to 41.0 per 10,000 children (2024): -3.3 per 10,000 children, -7.4%, changed",
        ),
        (
            "unit_cost",
            Unit::Pounds,
            LowerIsBetter,
            ["£1250.50", "1187.25 pounds"],
            "£1250.50 (2023) to £1187.25 (2024): -£63.25, -5.1%, improved",
        ),
        (
            "care_proceedings",
            Unit::Weeks,
            LowerIsBetter,
            ["46 weeks", "41.5"],
            "46 weeks (2023) to 41.5 weeks (2024): -4.5 weeks, -9.8%, improved",
        ),
        (
            "progress_8",
            Unit::Score,
            HigherIsBetter,
            ["-1.27", "-1.19"],
            "-1.27 (2023) to -1.19 (2024): +0.1, improved",
        ),
    ];
    for (code, unit, polarity, [then, now], expected) in cases {
        let series = Series::new(&indicator(code, unit, polarity), [("2023", then), ("2024", now)])?;
        assert_eq!(series.latest_change().ok_or("two years")?.to_string(), expected);
    }
    Ok(())
}

/// Finding 2: Numbers leave a scorecard as numbers, and comparisons with the period before and the year before are one call.
#[test]
fn numbers_leave_a_scorecard_as_numbers() -> Done {
    // Invented.
    let months = [("2019-08", "310"), ("2020-07", "342"), ("2020-08", "355")];
    let series = Series::new(&catalogue::CASES, months)?;
    let card = Scorecard { title: OneLine::new("Board")?, kpis: vec![Kpi { series, targets: vec![] }] };
    let cases = &card.get("cases").ok_or("it is there")?.series;
    let latest = cases.latest().ok_or("three months")?;
    let Observed::Figure(figure) = latest.value() else { return Err("a figure".into()) };
    assert_eq!(figure.stated().map(Quantity::value), Some(dec!(355)));
    let on_month = cases.change_between(latest.period().previous().ok_or("July")?, latest.period());
    assert_eq!(on_month.ok_or("two months")?.absolute_rounded(0), Some(dec!(13)));
    let on_year = cases.change_on_year().ok_or("two Augusts")?;
    assert_eq!(on_year.absolute_rounded(0), Some(dec!(45)));
    assert_eq!(on_year.relative_rounded(1), Some(dec!(14.5)));
    assert_eq!(latest.period().year_before(), Some("2019-08".parse()?));
    assert_eq!(cases.iter().count(), 3);
    Ok(())
}

/// Finding 3: There is no type parameter to forget.
#[test]
fn a_series_needs_no_type() -> Done {
    let gap = Series::new(&catalogue::VACANCY_GAP_RATE, [("2019-02", "18.5%"), ("2019-09", "1.8%")])?;
    let change = gap.latest_change().ok_or("two observations")?;
    assert_eq!(
        change.to_string(),
        "18.5% (2019-02) to 1.8% (2019-09): -16.7 percentage points, -90.3%, improved"
    );
    Ok(())
}

/// Finding 4: A rate has one printed form; a change says where it is not the difference of the printed figures; a share ends at
/// 100%; the smallest change shows.
#[test]
fn rates_and_changes_print_what_they_are() -> Done {
    // West Sussex, 30 September 2017: 60.8 of 60.8 FTE of agency workers cover vacancies.
    let full = Rate::new(&catalogue::AGENCY_COVER_RATE_FTE, "60.8".parse::<Fte>()?, "60.8".parse::<Fte>()?)?;
    assert_eq!((full.to_string(), full.figure_rounded(1).to_string()), ("100.0%".into(), "100.0%".into()));
    assert_eq!(full.value_rounded(1), dec!(100));

    // Invented.
    let rate = |agency: u32| Rate::new(&catalogue::AGENCY_RATE_FTE, agency, 100_000);
    let series =
        Series::new(&catalogue::AGENCY_RATE_FTE, [("2023", rate(16_749)?), ("2024", rate(15_351)?)])?;
    let change = series.latest_change().ok_or("two years")?;
    assert_eq!((change.absolute_printed(), change.as_printed()), (Some(dec!(-1.4)), Some(dec!(-1.3))));
    assert_eq!(
        change.to_string(),
        "16.7% (2023) to 15.4% (2024): -1.4 percentage points by the counts (-1.3 as printed), -8.3%, improved"
    );

    let take_up = &catalogue::OFFER_TAKE_UP_RATE;
    let all = Series::new(take_up, [("2023", "at least 100%"), ("2024", "exactly 100%")])?;
    let change = all.latest_change().ok_or("two years")?;
    assert_eq!((change.verdict(), change.reason()), (Verdict::Unchanged, Reason::Same));
    assert_eq!(
        change.absolute_bounds().ok_or("both have a value")?.to_string(),
        "exactly 0 percentage points"
    );

    let small = Series::new(take_up, [("2023", "exactly 50%"), ("2024", "exactly 50.000001%")])?;
    assert_eq!(
        small.latest_change().ok_or("two years")?.to_string(),
        "exactly 50% (2023) to exactly 50.000001% (2024): +0.000001 percentage points, +0.000002%, improved"
    );
    let nearer = Series::new(
        &catalogue::AGENCY_RATE_FTE,
        [
            ("2023", Rate::read(&catalogue::AGENCY_RATE_FTE, "1 / 99999999999")?),
            ("2024", Rate::read(&catalogue::AGENCY_RATE_FTE, "1 / 99999999998")?),
        ],
    )?;
    let text = nearer.latest_change().ok_or("two years")?.to_string();
    assert_eq!(text, "0.0% (2023) to 0.0% (2024): up by less than 0.000001, worsened");
    Ok(())
}

/// Finding 5: What people write is read, and a trap is named.
#[test]
fn people_are_understood_and_traps_are_named() -> Done {
    for (unit, text, printed) in [
        (Unit::PerCent, "Over 90%", "over 90%"),
        (Unit::PerCent, ">90%", "over 90%"),
        (Unit::PerCent, "≥ 90", "at least 90%"),
        (Unit::PerCent, "18.5 %", "18.5%"),
        (Unit::PerCent, " 18.5 per cent", "18.5%"),
        (Unit::Fte, "494.5 fte", "494.5 FTE"),
        (Unit::Fte, "AROUND 75", "around 75 FTE"),
        (Unit::Headcount, "38 people", "38"),
        (Unit::Score, "\u{2212}0.21", "-0.21"),
    ] {
        assert_eq!(Figure::read(unit, text)?.to_string(), printed, "{text}");
    }
    for (text, message) in [
        ("18.5pp", "percentage \"18.5pp\" is in percentage points, not in per cent"),
        (
            "0.185",
            "figure \"0.185\" may be a fraction: write \"18.5%\", or \"0.185%\" if it is less than one per cent",
        ),
        ("-1", "percentage -1 is below 0"),
    ] {
        let error = Figure::read(Unit::PerCent, text).expect_err(text);
        assert_eq!(error.to_string(), message);
    }
    // What is meant so can be written.
    assert_eq!(Figure::read(Unit::PerCent, "0.185%")?.to_string(), "0.185%");
    Ok(())
}

/// Finding 6: Source: Department for Education, Local Authority Interactive Tool, April 2026: vacancies covered by agency workers
/// are better high, leavers have no polarity. A council that says its leavers fell means it as better.
#[test]
fn polarity_is_the_departments_where_it_states_one() {
    let lait = "Department for Education, Local Authority Interactive Tool, April 2026";
    let stated = [
        (&catalogue::VACANCY_AGENCY_COVER_RATE_FTE, Polarity::HigherIsBetter),
        (&catalogue::LEAVERS_FTE, Polarity::Neutral),
        (&catalogue::STARTERS_FTE, Polarity::Neutral),
        (&catalogue::CASES, Polarity::Neutral),
        (&catalogue::AGENCY_COVER_RATE_FTE, Polarity::Neutral),
        (&catalogue::VACANCY_RATE_FTE, Polarity::LowerIsBetter),
        (&catalogue::TURNOVER_RATE_FTE, Polarity::LowerIsBetter),
        (&catalogue::AGENCY_RATE_FTE, Polarity::LowerIsBetter),
        (&catalogue::ABSENCE_RATE_FTE, Polarity::LowerIsBetter),
        (&catalogue::CASELOAD_FTE, Polarity::LowerIsBetter),
    ];
    for (indicator, polarity) in stated {
        assert_eq!(
            (indicator.polarity(), indicator.polarity_source()),
            (polarity, Some(lait)),
            "{indicator}"
        );
        assert_eq!(indicator.defined_by(), DefinedBy::Department);
    }
    let leaving = &catalogue::STAFF_LEAVING;
    assert_eq!((leaving.polarity(), leaving.defined_by()), (Polarity::LowerIsBetter, DefinedBy::Convention));
    assert_ne!(leaving.polarity_source(), Some(lait));
}

/// Finding 10: Text in, text out: a database column or a command line needs no glue.
#[test]
fn text_is_one_door() -> Done {
    let percent: Percent = "18.5".to_owned().try_into()?;
    assert_eq!(String::from(percent), "18.5");
    let period: Period = "2019-02".to_owned().try_into()?;
    assert_eq!(String::from(period), "2019-02");
    let symbol: Symbol = "[c]".to_owned().try_into()?;
    assert_eq!(String::from(symbol), "[c]");
    let count: Reported<Fte> = "56.3".to_owned().try_into()?;
    assert_eq!(String::from(count), "56.3");
    for unit in Unit::ALL {
        assert_eq!((unit.code().parse(), unit.label().parse()), (Ok(*unit), Ok(*unit)));
    }
    fn vocabulary<T: Copy + Ord + std::fmt::Debug + std::str::FromStr<Err: std::fmt::Debug + PartialEq>>(
        all: &[T],
        code: fn(T) -> &'static str,
    ) {
        for word in all {
            assert_eq!(code(*word).parse(), Ok(*word));
        }
        assert!(all.is_sorted());
    }
    vocabulary(Polarity::ALL, Polarity::code);
    vocabulary(Verdict::ALL, Verdict::code);
    vocabulary(Reason::ALL, Reason::code);
    vocabulary(Severity::ALL, Severity::code);
    Ok(())
}

/// Finding 10: What an authority prints reads back: as itself, or as the one that has its name today.
#[test]
fn an_authority_reads_back() -> Done {
    for authority in LocalAuthority::all() {
        let read: LocalAuthority = authority.to_string().parse()?;
        assert_eq!(read.name(), authority.name());
        let namesakes = LocalAuthority::all().filter(|other| other.name() == authority.name()).count();
        assert!(namesakes > 1 || read == authority, "{authority}");
        assert_eq!(LocalAuthority::try_from(authority.ons_code().to_owned())?, authority);
    }
    assert_eq!("Buckinghamshire".parse::<LocalAuthority>()?.ons_code(), "E06000060");
    Ok(())
}

/// Rates are data: a snapshot gives all of them, each with its definition from the same row.
#[test]
fn all_rates_of_a_snapshot_at_once() -> Done {
    // Department for Education, Children's social work workforce: West Sussex, 30 September 2019.
    let snapshot = Snapshot {
        inpost_fte: Some("494.5".parse()?),
        leavers_fte: Some("49.5".parse()?),
        agency_fte: Some("75.9".parse()?),
        agency_cover_fte: Some("75.9".parse()?),
        vacancy_fte: Some("56.3".parse()?),
        ..Snapshot::new(Period::reporting_year(2019)?)
    };
    let worked: Vec<(&str, String)> = snapshot
        .rates()
        .filter_map(|(indicator, rate)| Some((indicator.code(), rate.ok()?.to_string())))
        .collect();
    let expected = [
        ("turnover_rate_fte", "10.0%"),
        ("agency_rate_fte", "13.3%"),
        ("agency_cover_rate_fte", "100.0%"),
        ("vacancy_rate_fte", "10.2%"),
        ("vacancy_agency_cover_rate_fte", "134.8%"),
        ("uncovered_vacancy_rate_fte", "0.0%"),
        ("agency_dependence_rate_fte", "13.8%"),
    ];
    assert_eq!(worked, expected.map(|(code, rate)| (code, rate.to_owned())));
    assert_eq!(
        catalogue::UNCOVERED_VACANCY_RATE_FTE.definition().as_deref(),
        Some(
            "(vacancies (FTE) - agency workers covering vacancies (FTE), never below 0) / (vacancies (FTE) + in post (FTE))"
        ),
    );
    assert_eq!(
        catalogue::ABSENCE_RATE_FTE.definition().as_deref(),
        Some(
            "working days lost / (in post (FTE) × working days of the year: 253, or 254 with a 29 February)"
        ),
    );
    assert_eq!(
        snapshot.rate(&catalogue::VACANCY_RATE_FTE)?.minus_rounded(
            &Rate::new(&catalogue::VACANCY_RATE_FTE, "44.6".parse::<Fte>()?, "478".parse::<Fte>()?)?,
            1
        ),
        Some(dec!(0.9))
    );
    let none: Option<Decimal> = None;
    let other = snapshot.rate(&catalogue::TURNOVER_RATE_FTE)?;
    assert_eq!(snapshot.rate(&catalogue::VACANCY_RATE_FTE)?.minus_rounded(&other, 1), none);
    Ok(())
}
