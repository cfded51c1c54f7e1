//! The wire forms, frozen: each sample in `data/` reads as the value built by hand, and that value is
//! written as the sample. A change here breaks the documents that users have stored.

use childrens_services::{
    Activity, AgencyCoverRate, AgencyDependence, AgencyWorkerRateFte, AgencyWorkerRateHeadcount,
    AgreedMaximum, AnySeries, AverageCaseload, Caseload, CaseloadChange, Cases, CasesChange, Change, Days,
    DaysChange, Figure, Findings, Framework, Fte, FteChange, Grade, Headcount, HeadcountChange, Indicator,
    Inspection, Judgement, LocalAuthority, NqswCohort, Observed, OfferTakeUp, Percent, PercentagePoints,
    Period, Polarity, Qualifier, Quantity, RelativeChange, Reported, Scorecard, Series, Severity,
    SicknessAbsenceRate, Snapshot, Symbol, Team, Teams, TeamsWithinMaximum, TurnoverRateFte,
    TurnoverRateHeadcount, Unit, VacancyAgencyCoverRate, VacancyGapRate, VacancyRate, Verdict, WorkingDays,
    chrono::NaiveDate,
    kpi::{convention, official},
};
use rust_decimal_macros::dec;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    error::Error,
    fmt::{Debug, Display},
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

/// The parts of a sample by their names; each is asked for once, none is left over.
struct Parts(BTreeMap<String, Value>);

impl Parts {
    fn of(sample: &str) -> Self {
        Self(serde_json::from_str(sample).expect("the sample is an object"))
    }

    #[track_caller]
    fn frozen<T: Serialize + DeserializeOwned + PartialEq + Debug>(&mut self, name: &str, built: &T) {
        let part = self.0.remove(name).expect("the sample has the part");
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

fn rounded<Q: Quantity>(value: &str, dp: u32) -> Figure<Q> {
    Figure::rounded(good(value), dp).expect("the test's own figure is good")
}

fn qualified<Q: Quantity>(qualifier: Qualifier, value: &str) -> Figure<Q> {
    Figure::qualified(qualifier, good(value)).expect("the test's own figure is good")
}

fn series<M: Observed>(indicator: &Indicator, observations: Vec<(Period, M)>) -> Series<M> {
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
    parts.frozen(
        "percentage_points",
        &vec![PercentagePoints::ZERO, points(dec!(-16.7)), points(dec!(2.5)), -most, most],
    );
    let of_fte = |value| Fte::new(value).unwrap();
    parts.frozen("fte", &vec![Fte::ZERO, of_fte(dec!(494.5)), of_fte(dec!(0.000001)), Fte::MAX]);
    let most = Fte::MAX.change_since(Fte::ZERO);
    parts.frozen("fte_change", &vec![FteChange::ZERO, FteChange::new(dec!(-21.3)).unwrap(), -most, most]);
    parts.frozen("headcount", &vec![Headcount::ZERO, people(536), Headcount::MAX]);
    let change = |later: u32, earlier: u32| people(later).change_since(people(earlier));
    parts.frozen(
        "headcount_change",
        &vec![HeadcountChange::ZERO, change(0, 5), change(13, 0), change(0, u32::MAX), change(u32::MAX, 0)],
    );
    parts.frozen("cases", &vec![Cases::ZERO, Cases::new(3770), Cases::MAX]);
    let change = |later: u32, earlier: u32| Cases::new(later).change_since(Cases::new(earlier));
    parts.frozen(
        "cases_change",
        &vec![CasesChange::ZERO, change(0, 5), change(4582, 3770), change(0, u32::MAX), change(u32::MAX, 0)],
    );
    let caseload = |value| Caseload::new(value).unwrap();
    parts.frozen(
        "caseload",
        &vec![Caseload::ZERO, caseload(dec!(16.8)), caseload(dec!(0.000001)), Caseload::MAX],
    );
    let most = Caseload::MAX.change_since(Caseload::ZERO);
    parts.frozen(
        "caseload_change",
        &vec![CaseloadChange::ZERO, CaseloadChange::new(dec!(-1.8)).unwrap(), -most, most],
    );
    let days = |value| Days::new(value).unwrap();
    parts.frozen("days", &vec![Days::ZERO, days(dec!(5256.3)), days(dec!(0.5)), Days::MAX]);
    let most = Days::MAX.change_since(Days::ZERO);
    parts.frozen("days_change", &vec![DaysChange::ZERO, DaysChange::new(dec!(-1264)).unwrap(), -most, most]);
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
    let maximum = |value| AgreedMaximum::new(caseload(value)).unwrap();
    parts.frozen("agreed_maximum", &vec![maximum(dec!(16)), maximum(dec!(0.5)), maximum(dec!(1000))]);
    parts.end();
}

#[test]
fn figures() {
    let mut parts = Parts::of(include_str!("data/figures.json"));
    parts.frozen::<Vec<Figure<Percent>>>(
        "percent",
        &vec![
            Figure::Exact(good("50%")),
            rounded("18.5%", 1),
            rounded("10%", 1),
            rounded("10%", 0),
            rounded("0.00001%", 5),
            qualified(Qualifier::Over, "90%"),
            qualified(Qualifier::AtLeast, "90.5%"),
            qualified(Qualifier::About, "75%"),
            qualified(Qualifier::Under, "5%"),
            qualified(Qualifier::AtMost, "5%"),
            Symbol::Confidential.into(),
            Symbol::Low.into(),
            Symbol::LowReliability.into(),
            Symbol::NotAvailable.into(),
            Symbol::NotApplicable.into(),
        ],
    );
    parts.frozen::<Vec<Figure<Fte>>>(
        "fte",
        &vec![
            Figure::Exact(fte("56.3")),
            rounded("56.3", 1),
            qualified(Qualifier::About, "75"),
            Figure::Withheld(Symbol::Confidential),
        ],
    );
    parts.frozen::<Vec<Figure<Headcount>>>(
        "headcount",
        &vec![
            people(38).into(),
            rounded("0", 0),
            qualified(Qualifier::Over, "200"),
            Figure::Withheld(Symbol::Confidential),
        ],
    );
    parts.frozen::<Vec<Reported<Fte>>>(
        "reported",
        &vec![fte("56.3").into(), Symbol::Confidential.into(), Reported::NotReported],
    );
    parts.end();
}

#[test]
fn names() {
    let mut parts = Parts::of(include_str!("data/names.json"));
    parts.frozen(
        "units",
        &vec![Unit::PerCent, Unit::Fte, Unit::Headcount, Unit::Cases, Unit::CasesPerFte, Unit::Days],
    );
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
    parts.frozen("severities", &Severity::ALL.to_vec());
    parts.frozen("symbols", &Symbol::ALL.to_vec());
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
    let indicators: Vec<Indicator> = official::ALL.into_iter().chain(convention::ALL).cloned().collect();
    parts.frozen("indicators", &indicators);
    parts.end();
}

#[test]
fn snapshot() {
    let built = Snapshot::new(reporting_year(2019))
        .with_inpost_fte(fte("494.5"))
        .with_inpost_headcount(people(536))
        .with_starters_fte(Symbol::LowReliability)
        .with_starters_headcount(Symbol::Low)
        .with_leavers_fte(fte("49.5"))
        .with_leavers_headcount(people(54))
        .with_agency_fte(fte("75.9"))
        .with_agency_cover_fte(fte("75.9"))
        .with_vacancy_fte(fte("56.3"))
        .with_case_holders_fte(fte("225"))
        .with_cases(Cases::new(3770))
        .with_working_days_lost_fte(Symbol::Confidential);
    assert_eq!(built.agency_headcount(), Reported::NotReported);
    frozen(include_str!("data/snapshot.json"), &built);
    frozen(r#"{"period": "2019"}"#, &Snapshot::new(good("2019")));
}

/// A count that is written as null is not reported, as if it were left away.
#[test]
fn null_is_not_reported() {
    let document = r#"{"period": "2019", "cases": null, "withheld": {"vacancy_fte": null}}"#;
    let read: Snapshot = serde_json::from_str(document).unwrap();
    assert_eq!(read, Snapshot::new(good("2019")));
}

#[test]
fn rates() {
    let mut parts = Parts::of(include_str!("data/rates.json"));
    parts.frozen("vacancy_rate", &VacancyRate::new(fte("56.3"), fte("494.5")).unwrap());
    parts
        .frozen("vacancy_agency_cover_rate", &VacancyAgencyCoverRate::new(fte("75.9"), fte("56.3")).unwrap());
    parts.frozen("vacancy_gap_rate", &VacancyGapRate::new(fte("89"), fte("83.1"), fte("458.1")).unwrap());
    parts.frozen("turnover_rate_fte", &TurnoverRateFte::new(fte("49.5"), fte("494.5")).unwrap());
    parts.frozen("turnover_rate_headcount", &TurnoverRateHeadcount::new(people(54), people(536)).unwrap());
    parts.frozen("agency_worker_rate_fte", &AgencyWorkerRateFte::new(fte("75.9"), fte("494.5")).unwrap());
    parts.frozen(
        "agency_worker_rate_headcount",
        &AgencyWorkerRateHeadcount::new(people(9), people(71)).unwrap(),
    );
    parts.frozen("agency_cover_rate", &AgencyCoverRate::new(fte("44.6"), fte("57.6")).unwrap());
    parts
        .frozen("agency_dependence", &AgencyDependence::new(fte("75.9"), fte("56.3"), fte("494.5")).unwrap());
    parts.frozen(
        "sickness_absence_rate",
        &SicknessAbsenceRate::new(good("3005"), fte("494.5"), reporting_year(2019)).unwrap(),
    );
    parts.frozen("average_caseload", &AverageCaseload::new(Cases::new(3770), fte("225")).unwrap());
    parts.frozen("offer_take_up", &OfferTakeUp::new(people(181), people(200)).unwrap());
    parts.frozen("teams_within_maximum", &TeamsWithinMaximum::new(4, 8).unwrap());
    parts.end();
}

#[test]
fn series_of_a_rate() {
    let rate = |vacancies, in_post| VacancyRate::new(fte(vacancies), fte(in_post)).unwrap();
    let built: Series<Reported<VacancyRate>> = series(
        &official::VACANCY_RATE_FTE,
        vec![
            (reporting_year(2018), Reported::Known(rate("44.6", "433.4"))),
            (reporting_year(2019), Reported::Known(rate("56.3", "494.5"))),
            (reporting_year(2020), Reported::Withheld(Symbol::Confidential)),
            (reporting_year(2021), Reported::NotReported),
        ],
    );
    frozen(include_str!("data/series_of_a_rate.json"), &built);
}

#[test]
fn changes() {
    let between: Change<Figure<Percent>> = Change::between(
        &convention::VACANCY_GAP_RATE_FTE,
        (month(2019, 2), rounded("18.5", 1)),
        (month(2019, 9), rounded("1.8", 1)),
    )
    .unwrap();
    frozen(include_str!("data/change_between.json"), &between);
    written(include_str!("data/change_summary.json"), &between.summary());

    let relative: Change<Fte> =
        Change::relative_only(&official::LEAVERS_FTE, month(2019, 2), month(2019, 9), good("-75%")).unwrap();
    frozen(include_str!("data/change_relative_only.json"), &relative);
}

fn scorecard() -> Result<Scorecard, Box<dyn Error>> {
    let visits = Indicator::new("visits_in_time", "Visits in time", Unit::PerCent, Polarity::HigherIsBetter)?;
    let visits = visits.with_decimal_places(2)?.share()?;
    let visits = visits
        .with_definition("visits made by the day they were due / visits due")?
        .with_source("invented")?;
    let calls = Indicator::new("duty_calls", "Calls to the duty desk", Unit::Cases, Polarity::Neutral)?;
    let quarter = |quarter| good(&format!("2019/20 Q{quarter}"));
    let parts: [AnySeries; 7] = [
        series::<Figure<Percent>>(
            &convention::VACANCY_GAP_RATE_FTE,
            vec![(month(2019, 2), rounded("18.5", 1)), (month(2019, 9), rounded("1.8", 1))],
        )
        .into(),
        series::<Figure<Percent>>(
            &visits,
            vec![
                (quarter(1), Figure::Exact(good("87.5%"))),
                (quarter(2), qualified(Qualifier::Over, "90%")),
                (quarter(3), Figure::Withheld(Symbol::Confidential)),
            ],
        )
        .into(),
        series::<Figure<Cases>>(&calls, vec![]).into(),
        series::<Figure<Fte>>(
            &official::AGENCY_FTE,
            vec![(month(2019, 2), qualified(Qualifier::About, "75")), (month(2019, 9), rounded("54", 1))],
        )
        .into(),
        series::<Figure<Headcount>>(
            &convention::NQSW_INTAKE_HEADCOUNT,
            vec![(good("2018/19"), Symbol::Low.into()), (good("2019/20"), people(38).into())],
        )
        .into(),
        series::<Figure<Caseload>>(&official::CASELOAD_FTE, vec![(reporting_year(2019), rounded("16.8", 1))])
            .into(),
        series::<Figure<Days>>(
            &official::WORKING_DAYS_LOST_FTE,
            vec![
                (good("2018"), qualified(Qualifier::AtMost, "3005")),
                (good("2019"), Symbol::LowReliability.into()),
            ],
        )
        .into(),
    ];
    Ok(Scorecard::new("Children First, autumn 2019", parts)?)
}

#[test]
fn scorecards() {
    let built = scorecard().unwrap();
    frozen(include_str!("data/scorecard.json"), &built);
    for series in built.series() {
        frozen(&serde_json::to_string(series).unwrap(), series);
    }
}

/// What may be written otherwise reads as the same: units, brackets, other words, another order.
#[test]
fn a_scorecard_as_people_write_it() {
    let as_written = include_str!("data/scorecard.json")
        .replace(r#""18.5""#, r#""18.5%""#)
        .replace(r#""[c]""#, r#""c""#)
        .replace(r#""[low]""#, r#""k""#)
        .replace(r#""over 90""#, r#""more than 90%""#)
        .replace(r#""around 75""#, r#""about 75 FTE""#)
        .replace(r#""at most 3005""#, r#""up to 3005 days""#)
        .replace(r#""38""#, r#""exactly 38""#);
    let mut document: Value = serde_json::from_str(&as_written).unwrap();
    for series in document["series"].as_array_mut().unwrap() {
        series["observations"].as_array_mut().unwrap().reverse();
    }
    let read: Scorecard = serde_json::from_value(document).unwrap();
    assert_eq!(read, scorecard().unwrap());
    written(include_str!("data/scorecard.json"), &read);
}

fn teams() -> Teams {
    let north = Team::new("North", "Assessment", good("16"), Cases::new(120), fte("8"))
        .and_then(|team| team.with_newly_qualified(fte("2"), good("10")))
        .and_then(|team| team.with_newly_qualified(fte("0.5"), good("12.5")));
    let care = Team::new("North", "Children in care", good("14.5"), Cases::ZERO, Fte::ZERO);
    Teams::new([north.expect("the test's own team is good"), care.expect("the test's own team is good")])
        .expect("the test's own teams are good")
}

#[test]
fn teams_and_their_findings() {
    frozen(include_str!("data/teams.json"), &teams());
    written(include_str!("data/findings.json"), &teams().findings());
    written("[]", &Findings::new());
}

#[test]
fn cohort() {
    let built = NqswCohort::new(good("2019/20"), people(38), people(30), people(3)).unwrap();
    frozen(include_str!("data/cohort.json"), &built);
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
    never_cut_short(&good::<FteChange>("-21.34"), "-21.34 FTE");
    never_cut_short(&people(536), "536");
    never_cut_short(&people(4).change_since(people(536)), "-532");
    never_cut_short(&Cases::new(3770), "3770");
    never_cut_short(&good::<Caseload>("16.75"), "16.75 cases per FTE");
    never_cut_short(&good::<Caseload>("1"), "1 case per FTE");
    never_cut_short(&good::<AgreedMaximum>("16.75"), "16.75 cases per FTE");
    never_cut_short(&good::<Days>("5256.25"), "5256.25 days");
    never_cut_short(&good::<Days>("1"), "1 day");
    never_cut_short(&good::<RelativeChange>("-90.27"), "-90.27%");
}

/// Without a word on alignment numbers stand on the right, texts on the left.
#[test]
fn numbers_align_as_numbers_do() {
    assert_eq!(format!("{:8}|", good::<Percent>("18.5")), "   18.5%|");
    assert_eq!(format!("{:12}|", fte("494.5")), "   494.5 FTE|");
    assert_eq!(format!("{:08}|", good::<Percent>("18.5")), "00018.5%|");
    assert_eq!(format!("{:08}|", good::<RelativeChange>("-75")), "-000075%|");
    assert_eq!(format!("{:8}|", rounded::<Percent>("18.5", 1)), "18.5%   |");
    assert_eq!(format!("{:10}|", month(2019, 2)), "2019-02   |");
}

#[test]
fn differences_show_their_sign() {
    assert_eq!(format!("{:+}", good::<PercentagePoints>("2.5")), "+2.5 percentage points");
    assert_eq!(format!("{:+}", good::<PercentagePoints>("-2.5")), "-2.5 percentage points");
    assert_eq!(format!("{:+.0}", good::<PercentagePoints>("2.5")), "+2.5 percentage points");
    assert_eq!(format!("{:+}", good::<FteChange>("21.3")), "+21.3 FTE");
    assert_eq!(format!("{:+10.0}", good::<FteChange>("1.5")), "  +1.5 FTE");
    assert_eq!(format!("{:+}", people(549).change_since(people(536))), "+13");
    assert_eq!(format!("{:+}", good::<CasesChange>("-5")), "-5");
    assert_eq!(format!("{:+}", good::<CaseloadChange>("1")), "+1 case per FTE");
    assert_eq!(format!("{:+}", good::<DaysChange>("0.5")), "+0.5 days");
    assert_eq!(format!("{:+}", good::<RelativeChange>("12")), "+12%");
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
        never_cut_short(&good::<Figure<Percent>>(text), text);
    }
    never_cut_short(&good::<Figure<Fte>>("around 75.25 FTE"), "around 75.25 FTE");
    never_cut_short(&good::<Figure<Days>>("exactly 1 day"), "exactly 1 day");
    never_cut_short(&good::<Figure<Days>>("1.0"), "1.0 days");
    never_cut_short(&good::<Figure<Headcount>>("4294967295"), "4294967295");
    for symbol in Symbol::ALL {
        never_cut_short(&Figure::<Fte>::Withheld(symbol), &symbol.to_string());
    }
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
    let gap: Change<Figure<Percent>> = Change::between(
        &convention::VACANCY_GAP_RATE_FTE,
        (month(2019, 2), good("18.5%")),
        (month(2019, 9), good("1.8%")),
    )
    .unwrap();
    let text = "18.5% (2019-02) to 1.8% (2019-09): -16.7 percentage points, -90.3%, improved";
    assert_eq!(gap.to_string(), text);
    assert_eq!(format!("{gap:.1}"), text);
    assert_eq!(format!("{:.1}", gap.summary()), text);
    assert_eq!(format!("{gap:<90}").trim_end(), text);
    assert_eq!(format!("{gap:>90}").trim_start(), text, "the width was given to one part alone");
    assert_eq!(format!("{:.1}", gap.absolute_bounds().unwrap()), gap.absolute_bounds().unwrap().to_string());
}

/// Bounds in words: each kind of end, and the point.
#[test]
fn bounds_in_words() {
    let words = |figure: &str| good::<Figure<Percent>>(figure).bounds().map(|bounds| bounds.to_string());
    for (figure, expected) in [
        ("exactly 50%", "exactly 50%"),
        ("10.0%", "from 9.95% to below 10.05%"),
        ("over 90%", "above 90%"),
        ("at least 90%", "at least 90%"),
        ("around 75%", "at least 0%"),
        ("under 5%", "from 0% to below 5%"),
        ("at most 5%", "from 0% to 5%"),
        ("[low]", "above 0% to below 0.5%"),
    ] {
        assert_eq!(words(figure).as_deref(), Some(expected), "{figure}");
    }
    assert_eq!(words("[z]"), None);
    let change = |later: &str, earlier: &str| {
        let bounds = |figure| good::<Figure<Percent>>(figure).bounds().expect("these have bounds");
        bounds(later).change_since(bounds(earlier)).to_string()
    };
    assert_eq!(change("around 75%", "around 60%"), "anything");
    assert_eq!(change("at most 5%", "at least 90%"), "at most -85 percentage points");
    assert_eq!(change("under 5%", "at least 90%"), "below -85 percentage points");
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
