//! The generators that this crate gives its users: each reaches its edges and its middle, for one that
//! only ever draws its edges, or never does, proves nothing. The draws are the same every time.

use childrens_services::{
    Activity, AgencyCoverRate, AgencyDependence, AgencyWorkerRateFte, AgencyWorkerRateHeadcount,
    AgreedMaximum, Assumptions, AverageCaseload, Caseload, CaseloadChange, CaseloadStanding, Cases,
    CasesChange, Days, DaysChange, Figure, Framework, Fte, FteChange, Grade, Headcount, HeadcountChange,
    Inspection, NqswCohort, Observation, OfferTakeUp, PartialDate, Percent, PercentagePoints, Period,
    PeriodKind, Polarity, Qualifier, RelativeChange, Reported, Severity, SicknessAbsenceRate, Snapshot,
    Symbol, Team, Teams, TeamsWithinMaximum, TurnoverRateFte, TurnoverRateHeadcount, Unit,
    VacancyAgencyCoverRate, VacancyGapRate, VacancyRate, Verdict, chrono::Datelike,
};
use proptest::{
    arbitrary::{Arbitrary, any},
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};
use std::{collections::HashSet, fmt, hash::Hash, str::FromStr};

/// Four hundred draws, the same every time.
#[track_caller]
fn draws<T: Arbitrary>() -> Vec<T> {
    many_draws(400)
}

/// So many draws, the same every time.
#[track_caller]
fn many_draws<T: Arbitrary>(count: usize) -> Vec<T> {
    let mut runner = TestRunner::deterministic();
    (0..count)
        .map(|_| any::<T>().new_tree(&mut runner).unwrap_or_else(|why| panic!("{why}")).current())
        .collect()
}

/// How many different values were drawn.
#[track_caller]
fn distinct<T: Eq + Hash>(drawn: &[T]) -> usize {
    drawn.iter().collect::<HashSet<_>>().len()
}

/// How many of the values drawn are such.
#[track_caller]
fn count<T>(drawn: &[T], such: impl Fn(&T) -> bool) -> usize {
    drawn.iter().filter(|one| such(one)).count()
}

/// What a text says, through its parser.
#[track_caller]
fn read<T: FromStr<Err: fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

/// A number's generator draws each of these edges between 10 and 150 times in 400, and more than 50
/// different values.
macro_rules! numbers {
    ($($test:ident: $type:ident [$($edge:literal),+];)+) => { $(
        /// Each end and zero are drawn now and then, and the middle mostly.
        #[test]
        fn $test() {
            let drawn = draws::<$type>();
            for edge in [$(read::<$type>($edge)),+] {
                let times = count(&drawn, |one| *one == edge);
                assert!((10..150).contains(&times), "{edge} is drawn {times} times");
            }
            assert!(distinct(&drawn) > 50, "only {} different values", distinct(&drawn));
        }
    )+ };
}

numbers! {
    percent: Percent ["0", "100000000000000"];
    percentage_points: PercentagePoints ["-100000000000000", "0", "100000000000000"];
    relative_change: RelativeChange ["-100", "0", "100000000000000000000"];
    fte: Fte ["0", "1000000"];
    fte_change: FteChange ["-1000000", "0", "1000000"];
    days: Days ["0", "10000000"];
    days_change: DaysChange ["-10000000", "0", "10000000"];
    caseload: Caseload ["0", "4294967295000000"];
    caseload_change: CaseloadChange ["-4294967295000000", "0", "4294967295000000"];
    headcount: Headcount ["0", "4294967295"];
    cases: Cases ["0", "4294967295"];
}

/// Differences of counts reach zero, both signs and both ends, which are one in a hundred.
#[test]
fn count_changes() {
    let headcounts = many_draws::<HeadcountChange>(2_000);
    let cases = many_draws::<CasesChange>(2_000);
    for edge in ["-4294967295", "0", "4294967295"] {
        assert!(count(&headcounts, |one| *one == read(edge)) > 0, "{edge} is never drawn");
        assert!(count(&cases, |one| *one == read(edge)) > 0, "{edge} is never drawn");
    }
    assert!(count(&headcounts, |one| one.count() < 0) > 50 && count(&headcounts, |one| one.count() > 0) > 50);
    assert!(count(&cases, |one| one.count() < 0) > 50 && count(&cases, |one| one.count() > 0) > 50);
    assert!(distinct(&headcounts) > 50 && distinct(&cases) > 50);
}

/// A decimal is drawn with one place, as published, and now and then with all six.
#[test]
fn decimals_have_few_and_many_places() {
    let drawn = draws::<Percent>();
    assert!(count(&drawn, |one| one.value().scale() == 1) > 100);
    assert!(count(&drawn, |one| one.value().scale() == 6) > 10);
    assert!(count(&drawn, |one| *one > Percent::ZERO && *one < Percent::HUNDRED) > 10);
    assert!(count(&drawn, |one| *one > Percent::HUNDRED && *one < Percent::MAX) > 100);
}

/// Every word of a vocabulary is drawn.
#[test]
fn vocabularies() {
    let symbols = draws::<Symbol>();
    assert!(Symbol::ALL.iter().all(|one| symbols.contains(one)));
    let qualifiers = draws::<Qualifier>();
    assert!(Qualifier::ALL.iter().all(|one| qualifiers.contains(one)));
    assert_eq!(distinct(&draws::<Unit>()), 6);
    assert_eq!(distinct(&draws::<Polarity>()), 3);
    assert_eq!(distinct(&draws::<Severity>()), 2);
    assert_eq!(distinct(&draws::<Verdict>()), 5);
}

/// Periods of all six kinds, in the first year and the last, mostly of our time, leap years among them.
#[test]
fn periods() {
    let drawn = draws::<Period>();
    let kinds = [
        PeriodKind::Day,
        PeriodKind::Month,
        PeriodKind::Quarter,
        PeriodKind::FinancialYear,
        PeriodKind::ReportingYear,
        PeriodKind::CalendarYear,
    ];
    for kind in kinds {
        let of_kind: Vec<_> = drawn.iter().filter(|one| one.kind() == kind).collect();
        assert!(of_kind.len() > 30, "{kind}: {}", of_kind.len());
        assert!(of_kind.iter().any(|one| one.start().year() <= 1900), "{kind} of 1900");
        assert!(of_kind.iter().any(|one| one.end().year() >= 2199), "{kind} of 2199");
    }
    assert!(count(&drawn, |one| (2000..=2031).contains(&one.end().year())) > 200);
    assert_eq!(count(&drawn, |one| one.end().year() < 1900 || one.end().year() > 2200), 0);
    let leap = |year| childrens_services::chrono::NaiveDate::from_ymd_opt(year, 2, 29).is_some();
    assert!(
        count(&drawn, |one| leap(one.end().year())) > 50
            && count(&drawn, |one| !leap(one.end().year())) > 200
    );
    for part in 1..=4 {
        let text = format!("Q{part}");
        assert!(count(&drawn, |one| one.to_string().ends_with(&text)) > 0, "{text}");
    }
    assert!(distinct(&drawn) > 200);
}

/// A figure's generator reaches all four kinds, every word, every symbol and 0 to 5 places.
macro_rules! figures {
    ($($test:ident: $type:ident, rounds: $rounds:literal;)+) => { $(
        /// All four kinds (three of a count, which is never rounded), all words, symbols and places.
        #[test]
        fn $test() {
            let drawn = draws::<Figure<$type>>();
            let (mut exact, mut places, mut words, mut symbols) = (0, Vec::new(), Vec::new(), Vec::new());
            for figure in &drawn {
                match figure {
                    Figure::Exact(_) => exact += 1,
                    Figure::Rounded(rounded) => places.push(rounded.decimal_places()),
                    Figure::Qualified(qualified) => words.push(qualified.qualifier()),
                    Figure::Withheld(symbol) => symbols.push(*symbol),
                }
            }
            assert!(exact > 50 && words.len() > 50 && symbols.len() > 50);
            assert_eq!(distinct(&words), Qualifier::ALL.len());
            assert_eq!(distinct(&symbols), Symbol::ALL.len());
            assert_eq!((0..=5).all(|dp| places.contains(&dp)), $rounds);
            assert_eq!(places.is_empty(), !$rounds);
            assert!(distinct(&drawn) > 50);
        }
    )+ };
}

figures! {
    percent_figures: Percent, rounds: true;
    fte_figures: Fte, rounds: true;
    headcount_figures: Headcount, rounds: false;
    cases_figures: Cases, rounds: false;
    caseload_figures: Caseload, rounds: true;
    days_figures: Days, rounds: true;
}

/// What is reported is mostly known, and sometimes withheld or missing.
#[test]
fn reported() {
    let drawn = draws::<Reported<Fte>>();
    let (known, missing) =
        (count(&drawn, |one| one.known().is_some()), count(&drawn, |one| *one == Reported::NotReported));
    let withheld = count(&drawn, |one| matches!(one, Reported::Withheld(_)));
    assert!(known > 250 && withheld > 10 && missing > 10, "{known} {withheld} {missing}");
    assert_eq!(known + withheld + missing, drawn.len());
}

/// Observations differ in their periods and in their values.
#[test]
fn observations() {
    let drawn = draws::<Observation<Fte>>();
    assert!(distinct(&drawn.iter().map(Observation::period).collect::<Vec<_>>()) > 50);
    assert!(distinct(&drawn.iter().map(Observation::value).collect::<Vec<_>>()) > 50);
}

/// A rate's generator reaches these rates, printed to six places, and more than 50 different ones.
macro_rules! rates {
    ($($test:ident: $type:ident, $exit:ident [$($edge:literal),+];)+) => { $(
        /// The edges of the rate and its middle.
        #[test]
        fn $test() {
            let drawn = draws::<$type>();
            let printed: Vec<_> = drawn.iter().map(|rate| rate.$exit(6).to_string()).collect();
            for edge in [$($edge),+] {
                assert!(printed.iter().any(|one| one == edge), "{edge} is never drawn");
            }
            assert!(distinct(&drawn) > 50 && distinct(&printed) > 50);
        }
    )+ };
}

rates! {
    turnover_rate_fte: TurnoverRateFte, to_percent_rounded ["0%", "100%"];
    turnover_rate_headcount: TurnoverRateHeadcount, to_percent_rounded ["0%", "100%"];
    agency_rate_fte: AgencyWorkerRateFte, to_percent_rounded ["0%", "50%", "100%"];
    agency_rate_headcount: AgencyWorkerRateHeadcount, to_percent_rounded ["0%", "50%", "100%"];
    agency_cover_rate: AgencyCoverRate, to_percent_rounded ["0%", "100%"];
    agency_dependence: AgencyDependence, to_percent_rounded ["0%"];
    vacancy_rate: VacancyRate, to_percent_rounded ["0%", "50%", "100%"];
    vacancy_agency_cover_rate: VacancyAgencyCoverRate, to_percent_rounded ["0%", "100%"];
    vacancy_gap_rate: VacancyGapRate, to_percent_rounded ["0%", "100%"];
    average_caseload: AverageCaseload, to_caseload_rounded ["0 cases per FTE"];
    absence_rate: SicknessAbsenceRate, to_percent_rounded ["0%"];
    offer_take_up: OfferTakeUp, to_percent_rounded ["0%", "100%"];
    teams_within_maximum: TeamsWithinMaximum, to_percent_rounded ["0%", "50%", "100%"];
}

/// Rates that may exceed their base do so.
#[test]
fn rates_above_their_base() {
    let above = |percent: Percent| percent > Percent::HUNDRED;
    assert!(count(&draws::<TurnoverRateFte>(), |rate| above(rate.to_percent_rounded(0))) > 20);
    assert!(count(&draws::<AgencyCoverRate>(), |rate| above(rate.to_percent_rounded(0))) > 20);
    assert!(count(&draws::<AgencyDependence>(), |rate| above(rate.to_percent_rounded(0))) > 20);
    assert!(count(&draws::<VacancyAgencyCoverRate>(), |rate| above(rate.to_percent_rounded(0))) > 20);
    assert!(count(&draws::<SicknessAbsenceRate>(), |rate| above(rate.to_percent_rounded(0))) > 5);
    let covered = |rate: &VacancyGapRate| rate.agency_cover_fte() > rate.vacancy_fte();
    assert!(count(&draws::<VacancyGapRate>(), covered) > 20);
}

/// Each kind of count of a snapshot is drawn known, withheld and not reported.
#[test]
fn snapshots() {
    let drawn = draws::<Snapshot>();
    macro_rules! all_three {
        ($($count:ident)+) => { $(
            let counts: Vec<_> = drawn.iter().map(Snapshot::$count).collect();
            assert!(count(&counts, |one| one.known().is_some()) > 200, stringify!($count));
            assert!(count(&counts, |one| matches!(one, Reported::Withheld(_))) > 10, stringify!($count));
            assert!(count(&counts, |one| *one == Reported::NotReported) > 10, stringify!($count));
            assert!(distinct(&counts) > 50, stringify!($count));
        )+ };
    }
    all_three! {
        inpost_fte inpost_headcount starters_fte starters_headcount leavers_fte leavers_headcount agency_fte
        agency_headcount agency_cover_fte vacancy_fte case_holders_fte cases working_days_lost_fte
    }
    let made = |one: &Snapshot| one.vacancy_rate_fte().is_ok() && one.absence_rate_fte().is_ok();
    assert!(count(&drawn, made) > 50 && count(&drawn, |one| !made(one)) > 50);
}

/// Cohorts of nobody, some all of whom completed or withdrew, some still in progress.
#[test]
fn cohorts() {
    let drawn = draws::<NqswCohort>();
    let none = Headcount::ZERO;
    assert!(count(&drawn, |one| one.intake() == none) > 0);
    assert!(count(&drawn, |one| one.intake() > none && one.in_progress() == none) > 0);
    assert!(
        count(&drawn, |one| one.completed() == none) > 0 && count(&drawn, |one| one.withdrawn() == none) > 0
    );
    assert!(
        count(&drawn, |one| [one.completed(), one.withdrawn(), one.in_progress()]
            .iter()
            .all(|part| *part > none))
            > 100
    );
    assert!(distinct(&drawn) > 200);
}

/// Maxima as agreed, mostly from 10 to 25, now and then odd ones and the most there is.
#[test]
fn agreed_maxima() {
    let drawn = draws::<AgreedMaximum>();
    assert!(count(&drawn, |one| *one == read("1000")) > 10);
    assert!(count(&drawn, |one| *one >= read("10") && *one <= read("25")) > 200);
    assert!(count(&drawn, |one| one.caseload().value().scale() == 6) > 10);
    assert!(distinct(&drawn) > 50);
}

/// Teams within their maximum, above it and without case holders, with newly qualified workers and none.
#[test]
fn teams() {
    let drawn = draws::<Team>();
    let standing = |such: fn(&CaseloadStanding) -> bool| count(&drawn, |one| such(&one.standing()));
    assert!(standing(|one| matches!(one, CaseloadStanding::Within { .. })) > 50);
    assert!(standing(|one| matches!(one, CaseloadStanding::Above { .. })) > 50);
    assert!(standing(|one| matches!(one, CaseloadStanding::NoCaseHolders)) > 10);
    let newly_qualified = |one: &Team| one.newly_qualified_fte() > Fte::ZERO;
    assert!(count(&drawn, newly_qualified) > 50 && count(&drawn, |one| !newly_qualified(one)) > 50);
    assert!(count(&drawn, |one| newly_qualified(one) && one.newly_qualified_fte() == one.case_holders()) > 0);
    let reduced =
        |one: &Team| one.capacity() < one.case_holders().value() * one.agreed_maximum().caseload().value();
    assert!(count(&drawn, reduced) > 20);
    assert!(distinct(&drawn.iter().map(Team::cases).collect::<Vec<_>>()) > 100);
    assert_eq!(distinct(&drawn.iter().map(Team::service).collect::<Vec<_>>()), 3);
}

/// Days, months and years, each alike often enough.
#[test]
fn partial_dates() {
    let drawn = draws::<PartialDate>();
    assert!(count(&drawn, |one| one.exact().is_some()) > 80);
    assert!(count(&drawn, |one| one.to_string().len() == 7) > 50);
    assert!(count(&drawn, |one| one.to_string().len() == 4) > 50);
    assert!(distinct(&drawn) > 200);
}

/// Inspections of both frameworks, graded and not, published and not, of every grade; each is sound.
#[test]
fn inspections() {
    let drawn = draws::<Inspection>();
    for one in &drawn {
        let findings = one.findings(&Assumptions::new());
        assert!(findings.is_ok(), "{one:?}: {findings}");
    }
    assert!(count(&drawn, |one| one.framework() == Framework::Sif) > 50);
    assert!(count(&drawn, |one| one.framework() == Framework::Ilacs) > 100);
    let activities: HashSet<_> = drawn.iter().map(Inspection::activity).collect();
    assert_eq!(activities.len(), Activity::ALL.len());
    assert!(count(&drawn, |one| one.published().is_none()) > 10);
    for grade in &Grade::ALL[..4] {
        assert!(count(&drawn, |one| one.overall() == Some(*grade)) > 10, "{grade}");
    }
    let without_overall = |one: &Inspection| one.activity().is_graded() && one.overall().is_none();
    assert!(count(&drawn, without_overall) > 0);
    assert!(distinct(&drawn.iter().map(Inspection::authority).collect::<Vec<_>>()) > 100);
}

/// No teams at all, one, and many, of several services and standings.
#[test]
fn many_teams() {
    let drawn = draws::<Teams>();
    let sizes: Vec<_> = drawn.iter().map(|teams| teams.as_slice().len()).collect();
    assert!(sizes.contains(&0) && sizes.contains(&1) && sizes.iter().any(|size| *size > 8));
    let some = |teams: &Teams| {
        teams.within_maximum().is_ok_and(|rate| 0 < rate.within() && rate.within() < rate.teams())
    };
    assert!(count(&drawn, some) > 50);
    assert!(count(&drawn, |teams| teams.overall().is_err()) > 0);
}
