//! The wire forms, frozen: each sample in `data/` reads as the value built by hand, and that value is
//! written as the sample. A change here breaks the documents that users have stored.

use childrens_services::{
    Activity, AgreedMaximum, Caseload, Cases, Change, Days, DefinedBy, Figure, Findings, Framework, Fte,
    Goal, Grade, Headcount, Indicator, Inspection, Judgement, Kpi, LocalAuthority, NqswCohort, Observed,
    OneLine, Percent, PercentagePoints, Period, PeriodKind, Polarity, Qualifier, Quantity, Rate, RateError,
    Reason, RelativeChange, Reported, Scorecard, Series, Severity, Snapshot, StatedChange, Symbol, Target,
    Team, Tolerance, Unit, Verdict, WorkingDays,
    caseload::{self, NewlyQualified, StatedTeams},
    chrono::NaiveDate,
    kpi::{Baseline, Step, catalogue},
    workforce::Count,
};
use proptest::{
    collection::vec,
    option,
    prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest},
    sample::select,
    test_runner::TestCaseError,
};
use rust_decimal_macros::dec;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    error::Error,
    fmt::{Debug, Display},
    num::NonZeroU32,
    str::FromStr,
};

// Helpers.

/// The sample reads as the value, and the value is written as the sample.
#[track_caller]
fn frozen<T: Serialize + DeserializeOwned + PartialEq + Debug>(sample: &str, built: &T) {
    let read: T = serde_json::from_str(sample).expect("the sample is refused");
    assert_eq!(read, *built);
    written(sample, built);
    // Rates compare by value, so what was read must be written with the same counts too.
    written(sample, &read);
    let whole: Value = serde_json::from_str(sample).expect("the sample is JSON");
    let read: T = serde_json::from_value(whole).expect("the sample is refused as a value");
    assert_eq!(read, *built);
}

/// The value is written as the sample.
#[track_caller]
fn written<T: Serialize>(sample: &str, built: &T) {
    let sample: Value = serde_json::from_str(sample).expect("the sample is JSON");
    assert_eq!(serde_json::to_value(built).expect("the value can be written"), sample);
    let text = serde_json::to_string(built).expect("the value can be written");
    assert_eq!(serde_json::from_str::<Value>(&text).expect("what was written is JSON"), sample);
}

/// The document reads as the value, though it is not what the value is written as.
#[track_caller]
fn reads<T: DeserializeOwned + PartialEq + Debug>(document: &Value, built: &T) {
    assert_eq!(serde_json::from_value::<T>(document.clone()).expect("the document is refused"), *built);
    assert_eq!(serde_json::from_str::<T>(&document.to_string()).expect("its text is refused"), *built);
}

/// The document is refused at the place and with the message.
#[track_caller]
fn refused<T: DeserializeOwned + Debug>(document: &Value, place: &str, message: &str) {
    let error = serde_path_to_error::deserialize::<_, T>(document).expect_err("the document is read");
    assert_eq!((error.path().to_string().as_str(), error.inner().to_string().as_str()), (place, message));
}

/// The parts of a sample by their names; each is asked for once, none is left over.
struct Parts(BTreeMap<String, Value>);

impl Parts {
    fn of(sample: &str) -> Self {
        Self(serde_json::from_str(sample).expect("the sample is an object"))
    }

    #[track_caller]
    fn take(&mut self, name: &str) -> Value {
        self.0.remove(name).expect("the sample has the part")
    }

    #[track_caller]
    fn frozen<T: Serialize + DeserializeOwned + PartialEq + Debug>(&mut self, name: &str, built: &T) {
        let part = self.take(name);
        frozen(&part.to_string(), built);
    }

    #[track_caller]
    fn end(self) {
        assert_eq!(self.0, BTreeMap::new());
    }
}

/// The value of a text that is known to be good.
#[track_caller]
fn good<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().expect("the test's own text is good")
}

fn fte(text: &str) -> Fte {
    good(text)
}

fn people(count: u32) -> Headcount {
    Headcount::new(count)
}

fn reporting_year(year: i32) -> Period {
    Period::reporting_year(year).expect("the test's own year is good")
}

fn month(year: i32, month: u32) -> Period {
    Period::month(year, month).expect("the test's own month is good")
}

#[track_caller]
fn quantity(unit: Unit, number: &str) -> Quantity {
    Quantity::read(unit, number).expect("the test's own quantity is good")
}

#[track_caller]
fn figure(unit: Unit, text: &str) -> Figure {
    Figure::read(unit, text).expect("the test's own figure is good")
}

#[track_caller]
fn rounded(unit: Unit, number: &str, dp: u32) -> Figure {
    Figure::rounded(quantity(unit, number), dp).expect("the test's own figure is good")
}

#[track_caller]
fn qualified(qualifier: Qualifier, unit: Unit, number: &str) -> Figure {
    Figure::qualified(qualifier, quantity(unit, number)).expect("the test's own figure is good")
}

#[track_caller]
fn series<P: Into<Observed>>(indicator: &Indicator, observations: Vec<(Period, P)>) -> Series {
    let observations = observations.into_iter().map(|(period, value)| (period, value.into()));
    Series::new(indicator, observations).expect("the test's own series is good")
}

// Samples.

#[test]
fn quantities() {
    let mut parts = Parts::of(include_str!("data/quantities.json"));
    let percent = |value| Percent::new(value).unwrap();
    parts.frozen(
        "percent",
        &vec![Percent::ZERO, percent(dec!(18.5)), percent(dec!(0.000001)), Percent::HUNDRED, Percent::MAX],
    );
    let points = |value| PercentagePoints::new(value).unwrap();
    let most = Percent::MAX.change_since(Percent::ZERO);
    let least = Percent::ZERO.change_since(Percent::MAX);
    assert_eq!(most, PercentagePoints::MAX);
    parts.frozen(
        "percentage_points",
        &vec![PercentagePoints::ZERO, points(dec!(-16.7)), points(dec!(2.5)), least, most],
    );
    let of_fte = |value| Fte::new(value).unwrap();
    parts.frozen("fte", &vec![Fte::ZERO, of_fte(dec!(494.5)), of_fte(dec!(0.000001)), Fte::MAX]);
    parts.frozen("headcount", &vec![Headcount::ZERO, people(536), Headcount::MAX]);
    parts.frozen("cases", &vec![Cases::ZERO, Cases::new(3770), Cases::MAX]);
    let caseload = |value| Caseload::new(value).unwrap();
    parts.frozen(
        "caseload",
        &vec![Caseload::ZERO, caseload(dec!(16.8)), caseload(dec!(0.000001)), Caseload::MAX],
    );
    let days = |value| Days::new(value).unwrap();
    parts.frozen("days", &vec![Days::ZERO, days(dec!(5256.3)), days(dec!(0.5)), Days::MAX]);
    let relative = |value| RelativeChange::new(value).unwrap();
    parts.frozen(
        "relative_change",
        &vec![
            RelativeChange::ZERO,
            relative(dec!(-75)),
            relative(dec!(-90.3)),
            RelativeChange::MIN,
            RelativeChange::MAX,
        ],
    );
    let maximum = |value| AgreedMaximum::new(value).unwrap();
    parts.frozen("agreed_maximum", &vec![maximum(dec!(16)), maximum(dec!(0.5)), maximum(dec!(1000))]);
    parts.end();
}

/// A figure is written with its unit and read in one, with the unit or without.
#[test]
fn figures() {
    let mut parts = Parts::of(include_str!("data/figures.json"));
    let mut frozen = |unit: Unit, built: &[Figure]| {
        let sample = parts.take(unit.code());
        written(&sample.to_string(), &built);
        let texts: Vec<String> = serde_json::from_value(sample).expect("a list of texts");
        for (text, built) in texts.iter().zip(built) {
            assert_eq!(figure(unit, text), *built);
            let number = built.to_string().replace(['%', '£'], "");
            let number = number.replace(&format!(" {unit}"), "");
            // A bare number below 1 in per cent may be a fraction, and is refused.
            if text != "0.00001%" {
                assert_eq!(figure(unit, &number), *built, "{number}");
            }
        }
    };
    frozen(
        Unit::PerCent,
        &[
            good::<Percent>("50%").into(),
            rounded(Unit::PerCent, "18.5%", 1),
            rounded(Unit::PerCent, "10%", 1),
            rounded(Unit::PerCent, "10%", 0),
            rounded(Unit::PerCent, "0.00001%", 5),
            qualified(Qualifier::Over, Unit::PerCent, "90%"),
            qualified(Qualifier::AtLeast, Unit::PerCent, "90.5%"),
            qualified(Qualifier::About, Unit::PerCent, "75%"),
            qualified(Qualifier::Under, Unit::PerCent, "5%"),
            qualified(Qualifier::AtMost, Unit::PerCent, "5%"),
            Symbol::Confidential.into(),
            Symbol::Low.into(),
            Symbol::LowReliability.into(),
            Symbol::NotAvailable.into(),
            Symbol::NotApplicable.into(),
        ],
    );
    frozen(
        Unit::Fte,
        &[
            fte("56.3").into(),
            rounded(Unit::Fte, "56.3", 1),
            qualified(Qualifier::About, Unit::Fte, "75"),
            Figure::Withheld(Symbol::Confidential),
        ],
    );
    frozen(
        Unit::Headcount,
        &[
            people(38).into(),
            rounded(Unit::Headcount, "0", 0),
            qualified(Qualifier::Over, Unit::Headcount, "200"),
            Figure::Withheld(Symbol::Confidential),
        ],
    );
    let shown = |unit, exact: &str, shown: &str, dp, limit: &str| {
        let over = qualified(Qualifier::Over, unit, limit);
        [quantity(unit, exact).into(), rounded(unit, shown, dp), over]
    };
    frozen(Unit::PercentagePoints, &shown(Unit::PercentagePoints, "-16.7", "2.5", 1, "-3"));
    frozen(Unit::Per10000, &shown(Unit::Per10000, "52.3", "52.3", 1, "60"));
    frozen(Unit::Children, &shown(Unit::Children, "412", "412", 0, "400"));
    frozen(Unit::Cases, &shown(Unit::Cases, "3770", "3770", 0, "3000"));
    frozen(Unit::CasesPerFte, &shown(Unit::CasesPerFte, "16.75", "16.8", 1, "15"));
    frozen(Unit::WorkingDays, &shown(Unit::WorkingDays, "5256.3", "5256.3", 2, "5000"));
    frozen(Unit::Weeks, &shown(Unit::Weeks, "26", "26", 0, "25.5"));
    frozen(Unit::Pounds, &shown(Unit::Pounds, "-1250.5", "1250.5", 2, "1000"));
    frozen(Unit::Number, &shown(Unit::Number, "2.5", "-2.5", 1, "2"));
    frozen(Unit::Score, &shown(Unit::Score, "-0.21", "-0.21", 2, "-0.5"));
    parts.frozen::<Vec<Reported<Fte>>>("reported", &vec![fte("56.3").into(), Symbol::Confidential.into()]);
    parts.frozen::<Vec<Reported<Headcount>>>("reported_count", &vec![people(38).into(), Symbol::Low.into()]);
    parts.end();
}

#[test]
fn names() {
    let mut parts = Parts::of(include_str!("data/names.json"));
    parts.frozen("units", &Unit::ALL.to_vec());
    parts.frozen("polarities", &vec![Polarity::LowerIsBetter, Polarity::HigherIsBetter, Polarity::Neutral]);
    parts.frozen(
        "verdicts",
        &vec![
            Verdict::Improved,
            Verdict::Worsened,
            Verdict::Unchanged,
            Verdict::Changed,
            Verdict::CannotTell,
        ],
    );
    parts.frozen("reasons", &Reason::ALL.to_vec());
    parts.frozen("severities", &Severity::ALL.to_vec());
    parts.frozen("symbols", &Symbol::ALL.to_vec());
    parts.frozen("period_kinds", &PeriodKind::ALL.to_vec());
    parts.frozen("defined_by", &DefinedBy::ALL.to_vec());
    parts.frozen("counts", &Count::ALL.to_vec());
    parts.frozen(
        "periods",
        &vec![
            Period::day(NaiveDate::from_ymd_opt(2019, 9, 30).unwrap()).unwrap(),
            month(2019, 2),
            Period::quarter(2018, 4).unwrap(),
            Period::quarter(2019, 1).unwrap(),
            Period::financial_year(2018).unwrap(),
            Period::financial_year(1999).unwrap(),
            reporting_year(2019),
            Period::calendar_year(2019).unwrap(),
        ],
    );
    let indicators: Vec<Indicator> = catalogue::ALL.iter().copied().cloned().collect();
    parts.frozen("indicators", &indicators);
    parts.end();
}

fn west_sussex_2019() -> Snapshot {
    Snapshot {
        inpost_fte: Some(good("494.5")),
        inpost_headcount: Some(people(536).into()),
        starters_fte: Some(Symbol::LowReliability.into()),
        starters_headcount: Some(Symbol::Low.into()),
        leavers_fte: Some(good("49.5")),
        leavers_headcount: Some(people(54).into()),
        agency_fte: Some(good("75.9")),
        agency_cover_fte: Some(good("75.9")),
        vacancy_fte: Some(good("56.3")),
        case_holders_fte: Some(good("225")),
        cases: Some(Cases::new(3770).into()),
        working_days_lost_fte: Some(Symbol::Confidential.into()),
        ..Snapshot::new(reporting_year(2019))
    }
}

#[test]
fn snapshot() {
    let built = west_sussex_2019();
    assert_eq!(built.agency_headcount, None);
    frozen(include_str!("data/snapshot.json"), &built);
    reads(&json!({"period": "2019"}), &Snapshot::new(good("2019")));
}

/// A count that is written as null is not reported, as if it were left away; and so it is written.
#[test]
fn null_is_not_reported() {
    let document = json!({"period": "2019", "cases": null, "vacancy_fte": null});
    reads(&document, &Snapshot::new(good("2019")));
    let document = serde_json::to_value(Snapshot::new(good("2019"))).unwrap();
    for (name, value) in document.as_object().unwrap() {
        assert_eq!(*value, if name == "period" { json!("2019") } else { Value::Null }, "{name}");
    }
    let names: Vec<&str> = document.as_object().unwrap().keys().map(String::as_str).collect();
    let mut counts: Vec<&str> = Count::ALL.iter().map(|count| count.code()).chain(["period"]).collect();
    counts.sort_unstable();
    assert_eq!(names, counts);
}

/// A count as people write it: with its unit, with spaces, a symbol without brackets; and never a number.
#[test]
fn counts_are_text() {
    let document =
        json!({"period": "2019", "inpost_fte": " 494.5 FTE", "cases": "3770 cases", "agency_fte": "c"});
    let built = Snapshot {
        inpost_fte: Some(good("494.5")),
        cases: Some(Cases::new(3770).into()),
        agency_fte: Some(Symbol::Confidential.into()),
        ..Snapshot::new(good("2019"))
    };
    reads(&document, &built);
    refused::<Snapshot>(
        &json!({"period": "2019", "cases": 3770}),
        "cases",
        "invalid type: integer `3770`, expected a count written as text, such as \"56.3\" or \"[c]\"",
    );
}

/// Each rate is written as its two counts, which read back as the same rate with the same counts.
#[test]
fn rates() {
    let mut parts = Parts::of(include_str!("data/rates.json"));
    let mut frozen = |indicator: &Indicator, rate: Result<Rate, RateError>| {
        let rate = rate.expect("the test's own counts make the rate");
        assert_eq!(rate.indicator(), indicator);
        let sample = parts.take(indicator.code());
        written(&sample.to_string(), &rate);
        let read = Rate::read(indicator, sample.as_str().unwrap()).expect("the sample is refused");
        assert_eq!(read, rate);
        assert_eq!((read.numerator(), read.denominator()), (rate.numerator(), rate.denominator()));
    };
    let of_2019 = Snapshot { working_days_lost_fte: Some(good("3005")), ..west_sussex_2019() };
    let of_2022 = Snapshot {
        vacancy_fte: Some(good("89")),
        agency_cover_fte: Some(good("83.1")),
        inpost_fte: Some(good("458.1")),
        ..Snapshot::new(reporting_year(2022))
    };
    for indicator in [
        &catalogue::VACANCY_RATE_FTE,
        &catalogue::VACANCY_AGENCY_COVER_RATE_FTE,
        &catalogue::TURNOVER_RATE_FTE,
        &catalogue::TURNOVER_RATE_HEADCOUNT,
        &catalogue::AGENCY_RATE_FTE,
        &catalogue::AGENCY_DEPENDENCE_RATE_FTE,
        &catalogue::ABSENCE_RATE_FTE,
        &catalogue::CASELOAD_FTE,
    ] {
        frozen(indicator, of_2019.rate(indicator));
    }
    let indicator = &catalogue::UNCOVERED_VACANCY_RATE_FTE;
    frozen(indicator, of_2022.rate(indicator));
    let people_of_agency = Snapshot {
        agency_headcount: Some(people(9).into()),
        inpost_headcount: Some(people(71).into()),
        ..Snapshot::new(reporting_year(2019))
    };
    let indicator = &catalogue::AGENCY_RATE_HEADCOUNT;
    frozen(indicator, people_of_agency.rate(indicator));
    let indicator = &catalogue::AGENCY_COVER_RATE_FTE;
    frozen(indicator, Rate::new(indicator, fte("44.6"), fte("57.6")));
    let indicator = &catalogue::OFFER_TAKE_UP_RATE;
    frozen(indicator, Rate::new(indicator, people(181), people(200)));
    let indicator = &catalogue::TEAMS_WITHIN_MAXIMUM_RATE;
    frozen(indicator, StatedTeams { within: 4, teams: 8 }.rate());
    let indicator = &catalogue::TIMELINESS_RATE;
    frozen(indicator, Rate::new(indicator, 7, 9));
    parts.end();
}

/// Rates keep their counts, a missing one is a symbol, and a published figure stands beside them.
#[test]
fn series_of_a_rate() {
    let rate = &catalogue::VACANCY_RATE_FTE;
    let year = |year: i32, vacancies: &str, in_post: &str| {
        let vacancy_fte = Some(good(vacancies));
        Snapshot { vacancy_fte, inpost_fte: Some(good(in_post)), ..Snapshot::new(reporting_year(year)) }
    };
    let snapshots = [
        year(2018, "44.6", "433.4"),
        year(2019, "56.3", "494.5"),
        year(2020, "[c]", "494.5"),
        Snapshot::new(reporting_year(2021)),
    ];
    let rates =
        Series::new(rate, snapshots.iter().map(|year| (year.period, year.rate(rate)))).expect("rates");
    let printed = [(reporting_year(2022), Observed::from(rounded(Unit::PerCent, "16.3", 1)))];
    let seen = rates.iter().map(|seen| (seen.period(), seen.value().clone()));
    frozen(include_str!("data/series_of_a_rate.json"), &series(rate, seen.chain(printed).collect()));
}

/// A value that holds a stroke is a rate's two counts, however they are spaced.
#[test]
fn rates_in_a_series_as_people_write_them() {
    let rate = &catalogue::VACANCY_RATE_FTE;
    let document = |value: &str| {
        let seen = json!({"period": "2019", "value": value});
        json!({"indicator": "vacancy_rate_fte", "observations": [seen]})
    };
    let built = Series::new(rate, [("2019", Rate::new(rate, fte("56.3"), fte("550.8")))]).unwrap();
    for value in ["56.3 / 550.8", " 56.30  /  550.8 "] {
        reads(&document(value), &built);
    }
    refused::<Series>(
        &document("56.3 of 550.8"),
        ".",
        "observations[0].value: figure \"56.3 of 550.8\" is neither a symbol such as [c] nor digits, \
         optionally a point and up to 6 more digits (as in \"18.5\" or \"18.5%\"), with or without one of \
         the words exactly, over, at least, around, under, at most before it",
    );
    refused::<Series>(
        &document("600 / 550.8"),
        ".",
        "observations[0].value: vacancy_rate_fte is not defined: it is a share of a whole, and 600 is above \
         550.8",
    );
}

/// A change is written, never read: from figures, from rates, with a symbol, and relative only.
#[test]
fn changes() {
    let gap =
        Change::between(&catalogue::VACANCY_GAP_RATE, ("2019-02", "18.5%"), ("2019-09", "1.8%")).unwrap();
    // Invented.
    let agency =
        Change::between(&catalogue::AGENCY_RATE_FTE, ("2023", "16749 / 100000"), ("2024", "15351 / 100000"))
            .unwrap();
    let cases = Change::between(
        &catalogue::CASES,
        (reporting_year(2019), Cases::new(3770)),
        (reporting_year(2020), Cases::new(4582)),
    )
    .unwrap();
    let withheld = Change::between(&catalogue::VACANCY_FTE, ("2019", "[z]"), ("2020", "around 75")).unwrap();
    let changes = [gap, agency, cases, withheld, stated_change().change().unwrap()];
    written(include_str!("data/changes.json"), &changes);
}

/// What a series accepts can be written, the greatest numbers too.
#[test]
fn the_greatest_numbers_are_written() {
    let caseload = &catalogue::CASELOAD_FTE;
    let most = Figure::from(Caseload::MAX).to_string();
    let risen = Change::between(caseload, ("2019", "0 / 4294967295"), ("2020", most.as_str())).unwrap();
    let document = serde_json::to_value(&risen).unwrap();
    assert_eq!(document["absolute"], json!("100000000000000.0"));
    assert_eq!(document["bounds"], json!("exactly 100000000000000 cases per FTE"));
    // This rate lies half a per cent above the most that the unit holds.
    let cover = &catalogue::AGENCY_COVER_RATE_FTE;
    if let Ok(series) = Series::new(cover, [("2019", "200000000.000001 / 0.0002")]) {
        let printed = series.observations()[0].value().to_string();
        assert!(Figure::read(Unit::PerCent, &printed).is_ok(), "{printed}");
    }
}

/// "Reduced by three quarters since February".
fn stated_change() -> StatedChange {
    StatedChange {
        indicator: catalogue::STAFF_LEAVING.clone(),
        since: month(2019, 2),
        until: month(2019, 9),
        relative: good("-75%"),
    }
}

#[test]
fn stated_changes() {
    frozen(include_str!("data/stated_change.json"), &stated_change());
    let as_written = include_str!("data/stated_change.json").replace("\"-75\"", "\"-75%\"");
    reads(&serde_json::from_str(&as_written).unwrap(), &stated_change());
}

fn scorecard() -> Result<Scorecard, Box<dyn Error>> {
    let visits = Indicator::new("visits_in_time", "Visits in time", Unit::PerCent, Polarity::HigherIsBetter)?;
    let visits = visits.with_decimal_places(2)?.share()?;
    let visits = visits
        .with_definition("visits made by the day they were due / visits due")?
        .with_source("invented")?;
    let calls = Indicator::new("duty_calls", "Calls to the duty desk", Unit::Cases, Polarity::Neutral)?;
    let quarter = |quarter| good(&format!("2019/20 Q{quarter}"));
    let parts = [
        series(
            &catalogue::VACANCY_GAP_RATE,
            vec![
                (month(2019, 2), rounded(Unit::PerCent, "18.5", 1)),
                (month(2019, 9), rounded(Unit::PerCent, "1.8", 1)),
            ],
        ),
        series::<Figure>(
            &visits,
            vec![
                (quarter(1), good::<Percent>("87.5%").into()),
                (quarter(2), qualified(Qualifier::Over, Unit::PerCent, "90%")),
                (quarter(3), Figure::Withheld(Symbol::Confidential)),
            ],
        ),
        series::<Figure>(&calls, vec![]),
        series(
            &catalogue::AGENCY_FTE,
            vec![
                (month(2019, 2), qualified(Qualifier::About, Unit::Fte, "75")),
                (month(2019, 9), rounded(Unit::Fte, "54", 1)),
            ],
        ),
        series::<Figure>(
            &catalogue::NQSW_INTAKE_HEADCOUNT,
            vec![(good("2018/19"), Symbol::Low.into()), (good("2019/20"), people(38).into())],
        ),
        series(&catalogue::CASELOAD_FTE, vec![(reporting_year(2019), rounded(Unit::CasesPerFte, "16.8", 1))]),
        series::<Figure>(
            &catalogue::WORKING_DAYS_LOST_FTE,
            vec![
                (good("2018"), qualified(Qualifier::AtMost, Unit::WorkingDays, "3005")),
                (good("2019"), Symbol::LowReliability.into()),
            ],
        ),
    ];
    let mut kpis = parts.map(|series| Kpi { series, targets: vec![] });
    kpis[0].targets = vec![
        Target { by: Some(good("2019-12-31")), ..Target::new(good("at most 10%")) },
        Target {
            from: Some(good("2020-01-01")),
            by: Some(good("2020-12-31")),
            baseline: Some(Baseline { period: month(2019, 2), value: good("18.4%") }),
            steps: [("2020-03-31", "10%"), ("2020-06-30", "5.5%")]
                .map(|(on, value)| Step { on: good(on), value: good(value) })
                .into(),
            tolerance: Some(Tolerance::amount(good::<PercentagePoints>("1"))?),
            cadence: Some(good("every 4 weeks")),
            sustained_over: NonZeroU32::new(3),
            ..Target::new(Goal::at_most(good::<Percent>("2%")))
        },
    ];
    let tolerance = Some(Tolerance::of_target(good("10%"))?);
    kpis[1].targets = vec![Target { tolerance, ..Target::new(good("over 85%")) }];
    let range = Goal::between(Headcount::new(30), Headcount::new(40))?;
    kpis[4].targets = vec![Target { against_polarity: true, ..Target::new(range) }];
    Ok(Scorecard { title: OneLine::new("Children First, autumn 2019")?, kpis: kpis.into() })
}

#[test]
fn scorecards() {
    let built = scorecard().unwrap();
    frozen(include_str!("data/scorecard.json"), &built);
    for kpi in &built.kpis {
        frozen(&serde_json::to_string(kpi).unwrap(), kpi);
        frozen(&serde_json::to_string(&kpi.series).unwrap(), &kpi.series);
    }
}

/// What may be written otherwise reads as the same: units or none, brackets, other words, another order,
/// what is null left away.
#[test]
fn a_scorecard_as_people_write_it() {
    let spellings: [(&str, &[&str]); 12] = [
        ("at most 2%", &["up to 2%", "<= 2 %", "At most 2 per cent", "≤2%"]),
        ("over 85%", &["more than 85 %", ">85%"]),
        (
            "between 30 people and 40 people",
            &["between 30 and 40 people", "Between 30 headcount and 40 PEOPLE"],
        ),
        ("1 percentage point", &["1pp", "1 point", "1 %pt"]),
        ("10% of the target", &["10 % of the target", "10 per cent of the target"]),
        ("18.5%", &["18.5", " 18.5 % ", "18.5 per cent", "18.5 PERCENT"]),
        ("[c]", &["c", " [c] "]),
        ("[low]", &["k", "low", "[k]"]),
        ("over 90%", &["more than 90%", "over 90", ">90%", "> 90", "Above 90 %"]),
        ("around 75 FTE", &["about 75 FTE", "around 75", "~75", "Approximately 75 fte"]),
        ("at most 3005 working days", &["up to 3005 days", "at most 3005", "≤3005", "<= 3005 Days"]),
        ("38", &["exactly 38", "38 people", "exactly 38 headcount"]),
    ];
    for variant in 0..5 {
        let mut as_written = include_str!("data/scorecard.json").to_owned();
        for (text, others) in spellings {
            assert!(as_written.contains(&format!("{text:?}")), "{text}");
            as_written =
                as_written.replace(&format!("{text:?}"), &format!("{:?}", others[variant % others.len()]));
        }
        let mut document: Value = serde_json::from_str(&as_written).unwrap();
        for kpi in document["kpis"].as_array_mut().unwrap() {
            let series = &mut kpi["series"];
            series["observations"].as_array_mut().unwrap().reverse();
            if let Some(indicator) = series["indicator"].as_object_mut() {
                indicator.retain(|_, value| !value.is_null() && *value != json!(false));
            }
        }
        let read: Scorecard = serde_json::from_value(document).unwrap();
        assert_eq!(read, scorecard().unwrap());
        written(include_str!("data/scorecard.json"), &read);
    }
}

fn teams() -> Vec<Team> {
    let line = |text| OneLine::new(text).expect("the test's own text is good");
    let newly_qualified =
        |holders, maximum| NewlyQualified { case_holders_fte: good(holders), agreed_maximum: good(maximum) };
    let north = Team::new(line("North"), line("Assessment"), good("16"), Cases::new(120), fte("8"));
    let care = Team::new(line("North"), line("Children in care"), good("14.5"), Cases::ZERO, Fte::ZERO);
    vec![
        Team { newly_qualified: vec![newly_qualified("2", "10"), newly_qualified("0.5", "12.5")], ..north },
        care,
    ]
}

#[test]
fn teams_and_their_findings() {
    frozen(include_str!("data/teams.json"), &teams());
    written(include_str!("data/findings.json"), &caseload::findings(&teams()));
    written("[]", &Findings::new());
    let mut document: Value = serde_json::from_str(include_str!("data/teams.json")).unwrap();
    document[1].as_object_mut().unwrap().remove("newly_qualified");
    reads(&document, &teams());
}

#[test]
fn stated_teams() {
    frozen(r#"{"within": 4, "teams": 8}"#, &StatedTeams { within: 4, teams: 8 });
}

#[test]
fn cohort() {
    let built = NqswCohort {
        completed: people(30),
        withdrawn: people(3),
        ..NqswCohort::new(good("2019/20"), people(38))
    };
    frozen(include_str!("data/cohort.json"), &built);
}

/// What contradicts itself is a finding, so a document that holds it is read and written as it is.
#[test]
fn records_hold_what_is_wrong() {
    frozen(r#"{"within": 9, "teams": 8}"#, &StatedTeams { within: 9, teams: 8 });
    let cohort = NqswCohort { completed: people(39), ..NqswCohort::new(good("2019/20"), people(38)) };
    frozen(r#"{"period": "2019/20", "intake": 38, "completed": 39, "withdrawn": 0}"#, &cohort);
    let backwards = StatedChange { since: month(2019, 9), until: month(2019, 2), ..stated_change() };
    let document = include_str!("data/stated_change.json")
        .replace("2019-02", "then")
        .replace("2019-09", "2019-02")
        .replace("then", "2019-09");
    frozen(&document, &backwards);
}

/// An unknown field and a missing one are refused by name, at their place; so is a list of bare values,
/// whose order a reader may mistake.
#[test]
fn records_are_read_strictly() {
    let parse = |text: &str| serde_json::from_str::<Value>(text).expect("the sample is JSON");
    let with = |document: &Value, name: &str, value: Value| {
        let mut document = document.clone();
        document[name] = value;
        document
    };
    let snapshot = parse(include_str!("data/snapshot.json"));
    refused::<Snapshot>(
        &with(&snapshot, "inpost", json!("3")),
        "inpost",
        "unknown field `inpost`, expected one of `period`, `inpost_fte`, `inpost_headcount`, `starters_fte`, \
         `starters_headcount`, `leavers_fte`, `leavers_headcount`, `agency_fte`, `agency_headcount`, \
         `agency_cover_fte`, `vacancy_fte`, `case_holders_fte`, `cases`, `working_days_lost_fte`",
    );
    refused::<Snapshot>(&json!({"cases": "3"}), ".", "missing field `period`");
    refused::<Snapshot>(
        &with(&snapshot, "cases", json!("many")),
        "cases",
        "number of cases \"many\" is not written as digits (as in \"3770\")",
    );
    let team = &parse(include_str!("data/teams.json"))[0];
    refused::<Vec<Team>>(
        &json!([with(team, "maximum", json!("16"))]),
        "[0].maximum",
        "unknown field `maximum`, expected one of `name`, `service`, `agreed_maximum`, `cases`, \
         `case_holders_fte`, `newly_qualified`",
    );
    refused::<Vec<Team>>(
        &json!([with(team, "newly_qualified", json!([{"case_holders_fte": "2", "maximum": "10"}]))]),
        "[0].newly_qualified[0].maximum",
        "unknown field `maximum`, expected `case_holders_fte` or `agreed_maximum`",
    );
    refused::<Vec<Team>>(
        &json!([with(team, "agreed_maximum", json!("0"))]),
        "[0].agreed_maximum",
        "agreed maximum 0 is below 0.000001",
    );
    refused::<StatedTeams>(
        &json!({"within": 4, "teams": 8, "above": 4}),
        "above",
        "unknown field `above`, expected `within` or `teams`",
    );
    refused::<StatedTeams>(&json!({"within": 4}), ".", "missing field `teams`");
    let cohort = parse(include_str!("data/cohort.json"));
    refused::<NqswCohort>(
        &with(&cohort, "in_progress", json!(5)),
        "in_progress",
        "unknown field `in_progress`, expected one of `period`, `intake`, `completed`, `withdrawn`",
    );
    refused::<NqswCohort>(
        &with(&cohort, "withdrawn", json!("3")),
        "withdrawn",
        "invalid type: string \"3\", expected a headcount: a whole number from 0 to 4294967295",
    );
    let stated = parse(include_str!("data/stated_change.json"));
    refused::<StatedChange>(
        &with(&stated, "absolute", json!("-3")),
        "absolute",
        "unknown field `absolute`, expected one of `indicator`, `since`, `until`, `relative`",
    );
    refused::<StatedChange>(
        &with(&stated, "relative", json!("-101")),
        "relative",
        "relative change -101 is below -100",
    );
    refused::<StatedChange>(
        &with(&stated, "indicator", json!("leavers")),
        "indicator",
        "indicator \"leavers\" is not one that this crate defines: give code, title, unit and polarity",
    );
}

/// A list of bare values is refused: a reader may mistake the order.
#[test]
fn records_are_no_lists() {
    fn no_list<T: DeserializeOwned + Debug>(list: Value, expected: &str) {
        refused::<T>(&list, ".", &format!("invalid type: sequence, expected {expected}"));
    }

    no_list::<Series>(json!(["vacancy_fte", []]), "a series: an object with indicator and observations");
}

// Laws: what is written reads back as equal, whatever it holds.

/// What was written reads back as the value, from text and from JSON values, and is written the same again.
fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) -> Result<(), TestCaseError> {
    let fail = |error: serde_json::Error| TestCaseError::fail(error.to_string());
    let text = serde_json::to_string(value).map_err(fail)?;
    let read: T = serde_json::from_str(&text).map_err(fail)?;
    prop_assert_eq!(&read, value);
    prop_assert_eq!(serde_json::to_string(&read).map_err(fail)?, text);
    let document = serde_json::to_value(value).map_err(fail)?;
    prop_assert_eq!(&serde_json::from_value::<T>(document).map_err(fail)?, value);
    Ok(())
}

/// Texts with quotes, controls and letters of every script.
fn words() -> impl Strategy<Value = String> {
    "\\PC{0,8}[\"\\\\\n\ta-z£ü語]{1,8}"
}

/// The same on one line, that says something.
fn title() -> impl Strategy<Value = String> {
    r#"[\p{L}\p{N}\p{P}\p{S} ]{0,8}["\\£]{0,2}[a-zü語]{1,8}"#
}

/// An indicator of the caller's own, with any of the particulars that its unit allows.
fn own_indicator() -> impl Strategy<Value = Indicator> {
    let code = "[a-z][a-z0-9_]{0,63}".prop_filter("it is defined", |code| Indicator::defined(code).is_none());
    let texts = [(); 3].map(|()| option::of(words()));
    let names = (code, title(), any::<Unit>(), any::<Polarity>());
    (names, option::of(0..=5_u32), any::<bool>(), texts).prop_map(
        |((code, title, unit, polarity), places, share, [definition, source, polarity_source])| {
            let sound = "the unit allows it";
            let mut indicator = Indicator::new(code, title, unit, polarity).expect(sound);
            if let Some(places) = places {
                indicator = indicator.with_decimal_places(places.min(unit.decimal_places())).expect(sound);
            }
            if share && unit == Unit::PerCent {
                indicator = indicator.share().expect(sound);
            }
            if let Some(text) = definition {
                indicator = indicator.with_definition(text).expect(sound);
            }
            if let Some(text) = source {
                indicator = indicator.with_source(text).expect(sound);
            }
            if let Some(text) = polarity_source {
                indicator = indicator.with_polarity_source(text).expect(sound);
            }
            indicator
        },
    )
}

fn any_indicator() -> impl Strategy<Value = Indicator> {
    let defined = select(catalogue::ALL).prop_map(Indicator::clone);
    proptest::prop_oneof![own_indicator(), defined]
}

/// A count of a rate: small, with six places, and the greatest there can be.
fn number() -> impl Strategy<Value = Quantity> {
    any::<Quantity>().prop_map(|quantity| Quantity::new(Unit::Number, quantity.value()).unwrap_or(7.into()))
}

/// A series of any indicator, of the caller's own too: figures of every kind, and rates where the unit has
/// them, mixed.
fn any_series() -> impl Strategy<Value = Series> {
    let figures = vec(any::<Figure>(), 0..40);
    let rates = vec((number(), number()), 0..6);
    (any_indicator(), any::<Period>(), figures, rates, any::<u32>()).prop_map(
        |(indicator, first, figures, rates, turn)| {
            let fits = |figure: &Figure| figure.unit().is_none_or(|unit| unit == indicator.unit());
            let figures = figures.into_iter().filter(fits).map(Observed::Figure);
            let rates = rates
                .into_iter()
                .filter_map(|(one, other)| Rate::new(&indicator, one, other).ok().map(Observed::Rate));
            let mut values: Vec<Observed> = figures
                .chain(rates)
                .filter(|value| Series::new(&indicator, [(first, value.clone())]).is_ok())
                .take(24)
                .collect();
            let turn = usize::try_from(turn).expect("this machine has 32 bits") % values.len().max(1);
            values.rotate_left(turn);
            let periods = core::iter::successors(Some(first), |period| period.next());
            Series::new(&indicator, periods.zip(values)).expect("each was tried, and each period stands once")
        },
    )
}

fn any_stated_change() -> impl Strategy<Value = StatedChange> {
    (any_indicator(), any::<Period>(), any::<Period>(), any::<RelativeChange>())
        .prop_map(|(indicator, since, until, relative)| StatedChange { indicator, since, until, relative })
}

proptest! {
    #[test]
    fn indicators_come_back(indicator in any_indicator()) {
        comes_back(&indicator)?;
        let document = serde_json::to_value(&indicator).unwrap();
        match indicator.defined_by() {
            // Every field is written.
            DefinedBy::Caller => prop_assert_eq!(document.as_object().unwrap().len(), 9),
            _ => prop_assert_eq!(document, json!(indicator.code())),
        }
    }

    #[test]
    fn series_come_back(series in any_series(), of_the_catalogue in any::<Series>()) {
        comes_back(&series)?;
        comes_back(&of_the_catalogue)?;
    }

    /// Rates compare by value; what comes back has the same counts too.
    #[test]
    fn observations_come_back(series in any_series()) {
        let document = serde_json::to_value(&series).unwrap();
        let read: Series = serde_json::from_value(document.clone()).unwrap();
        for (index, (seen, back)) in series.iter().zip(&read).enumerate() {
            prop_assert_eq!(seen, back);
            prop_assert_eq!(&serde_json::to_value(seen).unwrap(), &document["observations"][index]);
            match (seen.value(), back.value()) {
                (Observed::Rate(one), Observed::Rate(other)) => {
                    prop_assert_eq!(one.quotient(), other.quotient());
                    prop_assert_eq!(&document["observations"][index]["value"], &json!(one.quotient()));
                }
                (Observed::Figure(one), Observed::Figure(_)) => {
                    prop_assert_eq!(&document["observations"][index]["value"], &json!(one.to_string()));
                }
                _ => prop_assert!(false, "a figure is no rate"),
            }
        }
    }

    #[test]
    fn rates_come_back(rate in any::<Rate>(), own in own_indicator(), one in number(), other in number()) {
        let own = Rate::new(&own, one, other).ok();
        for rate in [Some(rate), own].into_iter().flatten() {
            let read = Rate::read(rate.indicator(), &rate.quotient());
            prop_assert_eq!(read.as_ref(), Ok(&rate));
            prop_assert_eq!(read.unwrap().quotient(), rate.quotient());
            prop_assert_eq!(serde_json::to_value(&rate).unwrap(), json!(rate.quotient()));
        }
    }

    /// A figure by itself: what is written reads back in its unit.
    #[test]
    fn figures_come_back(figure in any::<Figure>()) {
        let text = serde_json::to_value(figure).unwrap();
        let read = Figure::read(figure.unit().unwrap_or(Unit::Score), text.as_str().unwrap());
        prop_assert_eq!(read, Ok(figure));
    }

    #[test]
    fn snapshots_come_back(snapshot in any::<Snapshot>()) {
        comes_back(&snapshot)?;
    }

    #[test]
    fn stated_changes_come_back(stated in any_stated_change()) {
        comes_back(&stated)?;
    }

    #[test]
    fn teams_and_cohorts_come_back(
        team in any::<Team>(), stated in any::<StatedTeams>(), cohort in any::<NqswCohort>()
    ) {
        comes_back(&team)?;
        comes_back(&stated)?;
        comes_back(&cohort)?;
    }

    #[test]
    fn scorecards_come_back(title in "[a-z]{1,20}", series in vec(any_series(), 0..4)) {
        let kpis = series.into_iter().map(|series| Kpi { series, targets: vec![] }).collect();
        comes_back(&Scorecard { title: OneLine::new(title).expect("it has a letter"), kpis })?;
    }

    #[test]
    fn numbers_come_back(
        decimals in any::<(Percent, PercentagePoints, Fte, Caseload, Days, RelativeChange, AgreedMaximum)>(),
        counts in any::<(Headcount, Cases)>(),
        reported in any::<(Reported<Fte>, Reported<Headcount>, Reported<Days>)>(),
        periods in any::<[Period; 2]>(),
    ) {
        comes_back(&decimals)?;
        comes_back(&counts)?;
        comes_back(&reported)?;
        comes_back(&periods)?;
    }

    /// A change is written whatever it is of, with its thirteen keys.
    #[test]
    fn changes_are_written(series in any_series(), stated in any_stated_change()) {
        let changes = series.changes().chain(stated.change().ok());
        for change in changes {
            let document = serde_json::to_value(&change).unwrap();
            prop_assert_eq!(document.as_object().unwrap().len(), 13);
            let number = |name: &str| document[name].as_str().map(str::to_owned);
            prop_assert_eq!(number("absolute"), change.absolute_printed().map(|one| one.to_string()));
            prop_assert_eq!(number("relative"), change.relative_printed().map(|one| one.to_string()));
            prop_assert_eq!(&document["verdict"], &json!(change.verdict().code()));
            prop_assert_eq!(&document["reason"], &json!(change.reason().code()));
        }
    }
}

// Printing: no format string may cut a figure short.

/// Precision changes nothing; width fills up, on the right or as told.
#[track_caller]
fn never_cut_short(value: &impl Display, text: &str) {
    assert_eq!(format!("{value}"), text);
    for short in [
        format!("{value:.0}"),
        format!("{value:.1}"),
        format!("{value:.3}"),
        format!("{value:1}"),
        format!("{value:1.1}"),
        format!("{value:<1.1}"),
        format!("{value:>1.0}"),
        format!("{value:#.1}"),
    ] {
        assert_eq!(short, text);
    }
    let width = text.chars().count() + 4;
    assert_eq!(format!("{value:<width$.1}"), format!("{text}    "));
    assert_eq!(format!("{value:>width$.1}"), format!("    {text}"));
    assert_eq!(format!("{value:^width$.1}"), format!("  {text}  "));
    assert_eq!(format!("{value:·<width$}"), format!("{text}····"));
    assert_eq!(format!("{value:*^width$.0}"), format!("**{text}**"));
}

#[test]
fn quantities_are_never_cut_short() {
    never_cut_short(&good::<Percent>("18.456789"), "18.456789%");
    never_cut_short(&good::<PercentagePoints>("-16.75"), "-16.75 percentage points");
    never_cut_short(&good::<PercentagePoints>("1"), "1 percentage point");
    never_cut_short(&good::<PercentagePoints>("-1"), "-1 percentage point");
    never_cut_short(&fte("494.567"), "494.567 FTE");
    never_cut_short(&people(536), "536");
    never_cut_short(&Cases::new(3770), "3770");
    never_cut_short(&good::<Caseload>("16.75"), "16.75 cases per FTE");
    never_cut_short(&good::<Caseload>("1"), "1 case per FTE");
    never_cut_short(&good::<AgreedMaximum>("16.75"), "16.75 cases per FTE");
    never_cut_short(&good::<Days>("5256.25"), "5256.25 working days");
    never_cut_short(&good::<Days>("1"), "1 working day");
    never_cut_short(&good::<RelativeChange>("-90.27"), "-90.27%");
    for (unit, number, text) in [
        (Unit::PerCent, "18.456789", "18.456789%"),
        (Unit::PercentagePoints, "-1", "-1 percentage point"),
        (Unit::Per10000, "52.25", "52.25 per 10,000 children"),
        (Unit::Fte, "494.567", "494.567 FTE"),
        (Unit::Headcount, "536", "536 people"),
        (Unit::Headcount, "1", "1 person"),
        (Unit::Children, "412", "412 children"),
        (Unit::Children, "1", "1 child"),
        (Unit::Cases, "3770", "3770 cases"),
        (Unit::Cases, "1", "1 case"),
        (Unit::CasesPerFte, "1", "1 case per FTE"),
        (Unit::WorkingDays, "5256.25", "5256.25 working days"),
        (Unit::Weeks, "26.5", "26.5 weeks"),
        (Unit::Weeks, "1", "1 week"),
        (Unit::Pounds, "1250.25", "£1250.25"),
        (Unit::Pounds, "-1250.25", "-£1250.25"),
        (Unit::Number, "-2.75", "-2.75"),
        (Unit::Score, "-0.25", "-0.25 score points"),
    ] {
        never_cut_short(&quantity(unit, number), text);
        assert_eq!(text.parse(), Ok(quantity(unit, number)));
    }
}

/// Without a word on alignment numbers stand on the right, texts on the left.
#[test]
fn numbers_align_as_numbers_do() {
    assert_eq!(format!("{:8}|", good::<Percent>("18.5")), "   18.5%|");
    assert_eq!(format!("{:12}|", fte("494.5")), "   494.5 FTE|");
    assert_eq!(format!("{:08}|", good::<Percent>("18.5")), "00018.5%|");
    assert_eq!(format!("{:08}|", good::<RelativeChange>("-75")), "-000075%|");
    assert_eq!(format!("{:8}|", quantity(Unit::PerCent, "18.5")), "   18.5%|");
    assert_eq!(format!("{:8}|", rounded(Unit::PerCent, "18.5", 1)), "18.5%   |");
    assert_eq!(format!("{:8}|", Observed::from(rounded(Unit::PerCent, "18.5", 1))), "18.5%   |");
    let rate = Rate::new(&catalogue::TEAMS_WITHIN_MAXIMUM_RATE, 4, 8).unwrap();
    assert_eq!(format!("{rate:8}|"), "50.0%   |");
    assert_eq!(format!("{:8.3}|", Observed::from(rate)), "50.0%   |");
    assert_eq!(format!("{:10}|", month(2019, 2)), "2019-02   |");
}

#[test]
fn differences_show_their_sign() {
    assert_eq!(format!("{:+}", good::<PercentagePoints>("2.5")), "+2.5 percentage points");
    assert_eq!(format!("{:+}", good::<PercentagePoints>("-2.5")), "-2.5 percentage points");
    assert_eq!(format!("{:+.0}", good::<PercentagePoints>("2.5")), "+2.5 percentage points");
    assert_eq!(format!("{:+}", good::<RelativeChange>("12")), "+12%");
    assert_eq!(format!("{:+}", quantity(Unit::Score, "0.21")), "+0.21 score points");
    assert_eq!(format!("{:+10.0}", quantity(Unit::Fte, "1.5")), "  +1.5 FTE");
    // The differences of other quantities are printed by a change alone, which always shows the sign.
    let difference = |indicator: &Indicator, earlier: &str, later: &str| {
        let change = Change::between(indicator, ("2019", earlier), ("2020", later));
        let printed = change.expect("the test's own change is good").to_string();
        printed.split(": ").nth(1).and_then(|rest| rest.split(", ").next()).unwrap_or_default().to_owned()
    };
    assert_eq!(difference(&catalogue::INPOST_FTE, "494.5", "515.8"), "+21.3 FTE");
    assert_eq!(difference(&catalogue::INPOST_FTE, "515.8", "494.5"), "-21.3 FTE");
    assert_eq!(difference(&catalogue::INPOST_HEADCOUNT, "536", "549"), "+13");
    assert_eq!(difference(&catalogue::INPOST_HEADCOUNT, "536", "4"), "-532");
    assert_eq!(difference(&catalogue::CASES, "3775", "3770"), "-5");
    assert_eq!(difference(&catalogue::CASELOAD_FTE, "exactly 15", "exactly 16"), "+1.0 cases per FTE");
    assert_eq!(difference(&catalogue::WORKING_DAYS_LOST_FTE, "5256", "5256.5"), "+0.5 working days");
}

#[test]
fn figures_are_never_cut_short() {
    for text in [
        "18.50%",
        "10.0%",
        "0%",
        "exactly 18.456789%",
        "over 90%",
        "at least 90.5%",
        "around 75%",
        "[c]",
        "[low]",
    ] {
        never_cut_short(&figure(Unit::PerCent, text), text);
        never_cut_short(&Observed::from(figure(Unit::PerCent, text)), text);
    }
    never_cut_short(&figure(Unit::Fte, "around 75.25 FTE"), "around 75.25 FTE");
    never_cut_short(&figure(Unit::WorkingDays, "exactly 1 day"), "exactly 1 working day");
    never_cut_short(&figure(Unit::WorkingDays, "1.0"), "1.0 working days");
    never_cut_short(&figure(Unit::Headcount, "4294967295"), "4294967295");
    never_cut_short(&figure(Unit::Pounds, "around £1250.25"), "around £1250.25");
    for symbol in Symbol::ALL {
        never_cut_short(&Figure::Withheld(symbol), &symbol.to_string());
    }
    let rate = Rate::new(&catalogue::VACANCY_RATE_FTE, fte("56.3"), fte("550.8")).unwrap();
    never_cut_short(&rate, "10.2%");
    never_cut_short(&Observed::from(rate), "10.2%");
    never_cut_short(&good::<Reported<Fte>>("56.375"), "56.375 FTE");
    never_cut_short(&good::<Reported<Fte>>("c"), "[c]");
}

#[test]
fn periods_are_never_cut_short() {
    for text in ["2019-09-30", "2019-02", "2018/19 Q4", "2018/19", "year to 30 September 2019", "2019"] {
        never_cut_short(&good::<Period>(text), text);
    }
}

/// A change holds figures too.
#[test]
fn changes_are_never_cut_short() {
    let gap =
        Change::between(&catalogue::VACANCY_GAP_RATE, ("2019-02", "18.5%"), ("2019-09", "1.8%")).unwrap();
    let text = "18.5% (2019-02) to 1.8% (2019-09): -16.7 percentage points, -90.3%, improved";
    assert_eq!(gap.to_string(), text);
    assert_eq!(format!("{gap:.1}"), text);
    assert_eq!(format!("{gap:<90}").trim_end(), text);
    assert_eq!(format!("{gap:>90}").trim_start(), text, "the width was given to one part alone");
    assert_eq!(format!("{:.1}", gap.absolute_bounds().unwrap()), gap.absolute_bounds().unwrap().to_string());
    never_cut_short(&gap, text);
}

/// Bounds in words: each kind of end, and the point.
#[test]
fn bounds_in_words() {
    let words = |text: &str| figure(Unit::PerCent, text).bounds().map(|bounds| bounds.to_string());
    for (figure, expected) in [
        ("exactly 50%", "exactly 50%"),
        ("10.0%", "from 9.95% to below 10.05%"),
        ("over 90%", "above 90%"),
        ("at least 90%", "at least 90%"),
        ("around 75%", "at least 0%"),
        ("under 5%", "from 0% to below 5%"),
        ("at most 5%", "from 0% to 5%"),
    ] {
        assert_eq!(words(figure).as_deref(), Some(expected), "{figure}");
    }
    // A withheld figure has no number and so no unit: a change, which knows the indicator, has its bounds.
    assert_eq!((words("[low]"), words("[z]")), (None, None));
    // This rate may be above 100%.
    let change = |later: &str, earlier: &str| {
        let change = Change::between(&catalogue::AGENCY_COVER_RATE_FTE, ("2019", earlier), ("2020", later));
        change.expect("the test's own change is good").absolute_bounds().map(|bounds| bounds.to_string())
    };
    assert_eq!(change("around 75%", "around 60%").as_deref(), Some("anything"));
    assert_eq!(change("at most 5%", "at least 90%").as_deref(), Some("at most -85 percentage points"));
    assert_eq!(change("under 5%", "at least 90%").as_deref(), Some("below -85 percentage points"));
    let low = change("[low]", "exactly 0%");
    assert_eq!(low.as_deref(), Some("above 0 percentage points to below 0.5 percentage points"));
    assert_eq!(change("[z]", "exactly 0%"), None);
}

/// What is written and never read: for tools in other languages.
#[test]
fn what_is_derived_is_written() {
    let value = |written: Result<Value, serde_json::Error>| written.expect("it can be written");
    let holidays = childrens_services::calendar::bank_holidays(2020).expect("a year on record");
    assert_eq!(
        value(serde_json::to_value(holidays[3])),
        serde_json::json!({ "date": "2020-05-08", "title": "Early May bank holiday" })
    );
    let west_sussex = LocalAuthority::with_ons_code("E10000032").expect("a code");
    let nearest = west_sussex.statistical_neighbours().next().expect("ten neighbours");
    assert_eq!(
        value(serde_json::to_value(nearest)),
        serde_json::json!({ "rank": 1, "authority": "E10000013", "closeness": "very_close" })
    );
    let inspection = |start: &str, judgement, grade| {
        let start = good(start);
        Inspection::new(west_sussex, Framework::Ilacs, Activity::StandardInspection, start)
            .and_then(|inspection| inspection.with_grade(judgement, grade))
            .expect("a sound inspection")
    };
    let of_2019 = inspection("2019-02-25", Judgement::CareAndLeavers, Grade::Inadequate);
    let of_2023 = inspection("2023-03-13", Judgement::Care, Grade::Good);
    assert_eq!(
        value(serde_json::to_value(of_2023.grade_changes_since(&of_2019))),
        serde_json::json!([{
            "earlier": { "judgement": "care_and_leavers", "grade": "Inadequate" },
            "later": { "judgement": "care", "grade": "Good" },
            "scope": "care_leavers_split",
            "direction": "better",
        }])
    );
    let deadlines = of_2019.with_published(good("2019-05-08")).deadlines(&WorkingDays::england());
    assert_eq!(
        value(serde_json::to_value(deadlines.expect("days on record"))),
        serde_json::json!({
            "receipt": { "taken_from_publication": "2019-05-08" },
            "publish_report": "2019-06-20",
            "statement_of_action": "2019-08-15",
            "priority_action_draft": null,
            "priority_action_final": null,
        })
    );
}
