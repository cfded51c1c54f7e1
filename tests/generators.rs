//! The generators that this crate gives its users: each reaches its edges and its middle, for one that
//! only ever draws its edges, or never does, proves nothing. The draws are the same every time.

use childrens_services::{
    Activity, AgreedMaximum, Assumptions, Caseload, CaseloadStanding, Cases, Days, DefinedBy, Figure,
    Framework, Fte, Grade, Headcount, Indicator, Inspection, NqswCohort, Observation, Observed, PartialDate,
    Percent, PercentagePoints, Period, PeriodKind, Polarity, Qualifier, Quantity, Rate, Reason,
    RelativeChange, Reported, Series, Severity, Snapshot, Symbol, Team, Unit, Verdict,
    caseload::{self, StatedTeams},
    chrono::Datelike,
    kpi::catalogue,
    workforce::Count,
};
use proptest::{
    arbitrary::{Arbitrary, any},
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};
use rust_decimal::Decimal;
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
    days: Days ["0", "10000000"];
    caseload: Caseload ["0", "100000000000000"];
    headcount: Headcount ["0", "4294967295"];
    cases: Cases ["0", "4294967295"];
}

/// The least and the greatest number of each unit.
const ENDS: [(Unit, &str, &str); 13] = [
    (Unit::PerCent, "0", "100000000000000"),
    (Unit::PercentagePoints, "-100000000000000", "100000000000000"),
    (Unit::Per10000, "0", "100000000000000"),
    (Unit::Fte, "0", "1000000"),
    (Unit::Headcount, "0", "4294967295"),
    (Unit::Children, "0", "4294967295"),
    (Unit::Cases, "0", "4294967295"),
    (Unit::CasesPerFte, "0", "100000000000000"),
    (Unit::WorkingDays, "0", "10000000"),
    (Unit::Weeks, "0", "1000000"),
    (Unit::Pounds, "-100000000000", "100000000000"),
    (Unit::Number, "-100000000000", "100000000000"),
    (Unit::Score, "-100000000000", "100000000000"),
];

#[track_caller]
fn quantity(unit: Unit, number: &str) -> Quantity {
    Quantity::read(unit, number).unwrap_or_else(|error| panic!("{error}"))
}

/// Quantities of every unit alike, each with its ends, zero, its middle, and as many places as it has.
#[test]
fn quantities() {
    assert_eq!(ENDS.map(|(unit, ..)| unit), Unit::ALL);
    let all = many_draws::<Quantity>(13 * 400);
    for (unit, least, greatest) in ENDS {
        let drawn: Vec<_> = all.iter().copied().filter(|one| one.unit() == unit).collect();
        assert!((300..500).contains(&drawn.len()), "{unit}: {}", drawn.len());
        for edge in [least, "0", greatest] {
            let times = count(&drawn, |one| *one == quantity(unit, edge));
            assert!((10..150).contains(&times), "{unit}: {edge} is drawn {times} times");
        }
        assert!(distinct(&drawn) > 50, "{unit}: only {} different values", distinct(&drawn));
        let (zero, thousand) = (quantity(unit, "0"), quantity(unit, "1000"));
        assert!(count(&drawn, |one| *one > zero && *one < thousand) > 100, "{unit}");
        assert!(count(&drawn, |one| *one > thousand && *one < quantity(unit, greatest)) > 10, "{unit}");
        assert_eq!(count(&drawn, |one| *one < zero) > 100, unit.may_be_negative(), "{unit}");
        let places = |such: u32| count(&drawn, |one| one.value().scale() == such);
        let most = unit.decimal_places();
        assert!(places(most) > 10, "{unit}: {most} places are drawn {} times", places(most));
        assert_eq!(places(1) > 100, !unit.is_whole(), "{unit}");
    }
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
    assert_eq!(distinct(&draws::<Unit>()), 13);
    assert_eq!(distinct(&draws::<Polarity>()), 3);
    assert_eq!(distinct(&draws::<Severity>()), 2);
    assert_eq!(distinct(&draws::<Verdict>()), 5);
    assert_eq!(distinct(&draws::<Reason>()), 6);
    assert_eq!(distinct(&draws::<PeriodKind>()), 6);
    assert_eq!(distinct(&draws::<DefinedBy>()), 3);
    assert_eq!(distinct(&draws::<Count>()), 13);
}

/// Periods of all six kinds, in the first year and the last, mostly of our time, leap years among them.
#[test]
fn periods() {
    let drawn = draws::<Period>();
    for &kind in PeriodKind::ALL {
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

/// Figures of every unit alike: all four kinds (three of a count, which is never rounded), all words,
/// symbols and places.
#[test]
fn figures() {
    let all = many_draws::<Figure>(13 * 400);
    let symbols: Vec<_> = all.iter().filter_map(|figure| figure.symbol()).collect();
    assert!((1_000..1_600).contains(&symbols.len()), "{}", symbols.len());
    assert_eq!(distinct(&symbols), Symbol::ALL.len());
    for (unit, least, greatest) in ENDS {
        let drawn: Vec<_> = all.iter().copied().filter(|one| one.unit() == Some(unit)).collect();
        let (mut exact, mut places, mut words) = (Vec::new(), Vec::new(), Vec::new());
        for figure in &drawn {
            match figure {
                Figure::Exact(value) => exact.push(*value),
                Figure::Rounded(rounded) => places.push(rounded.decimal_places()),
                Figure::Qualified(qualified) => words.push(qualified.qualifier()),
                Figure::Withheld(_) => unreachable!("a withheld figure has no unit"),
            }
        }
        assert!(exact.len() > 50 && words.len() > 50, "{unit}: {} {}", exact.len(), words.len());
        assert_eq!(distinct(&words), Qualifier::ALL.len(), "{unit}");
        let most = Figure::MAX_DECIMAL_PLACES.min(unit.decimal_places());
        if unit.is_whole() {
            assert_eq!(places, Vec::<u32>::new(), "{unit}");
        } else {
            assert!(places.len() > 50 && (0..=most).all(|dp| places.contains(&dp)), "{unit}: {places:?}");
            assert!(places.iter().all(|dp| *dp <= most), "{unit}: {places:?}");
        }
        for edge in [least, "0", greatest] {
            assert!(exact.contains(&quantity(unit, edge)), "{unit}: exactly {edge} is never drawn");
        }
        assert!(distinct(&drawn) > 50, "{unit}");
    }
}

/// What is reported is mostly known, and sometimes withheld.
#[test]
fn reported() {
    let drawn = draws::<Reported<Fte>>();
    let known = count(&drawn, |one| one.known().is_some());
    let withheld: Vec<_> = drawn.iter().filter_map(Reported::symbol).collect();
    assert!(known > 250 && withheld.len() > 10, "{known} {}", withheld.len());
    assert_eq!(known + withheld.len(), drawn.len());
    let edges = ["0", "1000000"].map(read::<Fte>);
    assert!(edges.iter().all(|edge| count(&drawn, |one| one.known() == Some(*edge)) > 5));
    let symbols: Vec<_> = many_draws::<Reported<Fte>>(2_000).iter().filter_map(Reported::symbol).collect();
    assert_eq!(distinct(&symbols), Symbol::ALL.len());
}

/// What is observed is a figure or a rate, of many values and indicators.
#[test]
fn observed() {
    let drawn = draws::<Observed>();
    let rates = count(&drawn, |one| matches!(one, Observed::Rate(_)));
    assert!((100..300).contains(&rates), "{rates}");
    assert!(distinct(&drawn) > 200, "{}", distinct(&drawn));
}

/// The indicators that are quotients.
fn quotients() -> impl Iterator<Item = &'static Indicator> {
    let is_quotient = |one: &&Indicator| matches!(one.unit(), Unit::PerCent | Unit::CasesPerFte);
    catalogue::ALL.iter().copied().filter(is_quotient)
}

/// Rates of every indicator that is a quotient: nothing, all (where it is a share), and the middle.
#[test]
fn rates() {
    let all = many_draws::<Rate>(6_000);
    assert!(quotients().count() > 10);
    for indicator in quotients() {
        let drawn: Vec<_> = all.iter().filter(|rate| rate.indicator() == indicator).collect();
        let printed: Vec<_> = drawn.iter().map(|rate| rate.figure_rounded(5).to_string()).collect();
        let edges = match indicator.unit() {
            Unit::CasesPerFte => &["0.00000 cases per FTE"][..],
            _ if indicator.is_share() => &["0.00000%", "100.00000%"][..],
            _ => &["0.00000%"][..],
        };
        for edge in edges {
            assert!(printed.iter().any(|one| one == edge), "{}: {edge} is never drawn", indicator.code());
        }
        assert!(drawn.len() > 200, "{}: {}", indicator.code(), drawn.len());
        assert!(distinct(&drawn) > 50 && distinct(&printed) > 50, "{}", indicator.code());
        let whole = count(&drawn, |rate| rate.numerator().scale() == 0 && rate.denominator().scale() == 0);
        assert!(whole > 50 && drawn.len() - whole > 20, "{}: {whole}", indicator.code());
    }
    assert_eq!(count(&all, |rate| !quotients().any(|one| one == rate.indicator())), 0);
}

/// Rates that may exceed their base do so, and caseloads are more than one case.
#[test]
fn rates_above_their_base() {
    let all = many_draws::<Rate>(6_000);
    for indicator in quotients() {
        let drawn: Vec<_> = all.iter().filter(|rate| rate.indicator() == indicator).collect();
        let above = count(&drawn, |rate| rate.numerator() > rate.denominator());
        assert_eq!(above > 20, !indicator.is_share(), "{}: {above} of {}", indicator.code(), drawn.len());
    }
}

/// Series of every indicator of the catalogue: of no observations, one and twelve, in periods one after the
/// other, of all kinds of period and of figure.
#[test]
fn series() {
    let drawn = many_draws::<Series>(2_000);
    for indicator in catalogue::ALL {
        let of_it = count(&drawn, |one| one.indicator() == *indicator);
        assert!(of_it > 10, "{}: {of_it}", indicator.code());
    }
    for length in [0, 1, 2, 12] {
        let such = count(&drawn, |one| one.observations().len() == length);
        assert!(such > 20, "of {length} observations: {such}");
    }
    assert_eq!(count(&drawn, |one| one.observations().len() > 12), 0);
    for one in &drawn {
        for pair in one.observations().windows(2) {
            assert_eq!(pair[0].period().next(), Some(pair[1].period()));
        }
    }
    let seen: Vec<_> = drawn.iter().flat_map(Series::iter).collect();
    for &kind in PeriodKind::ALL {
        assert!(count(&seen, |one| one.period().kind() == kind) > 200, "{kind}");
    }
    assert!(distinct(&seen.iter().map(|one| one.period()).collect::<Vec<_>>()) > 1_000);
    let values: Vec<_> = seen.iter().copied().map(Observation::value).collect();
    assert!(distinct(&values) > 1_000);
    let kinds: [fn(&Figure) -> bool; 4] = [
        |figure| matches!(figure, Figure::Exact(_)),
        |figure| matches!(figure, Figure::Rounded(_)),
        |figure| matches!(figure, Figure::Qualified(_)),
        |figure| matches!(figure, Figure::Withheld(_)),
    ];
    for (index, kind) in kinds.into_iter().enumerate() {
        let of_kind = count(&values, |value| matches!(value, Observed::Figure(figure) if kind(figure)));
        assert!(of_kind > 1_000, "{index}: {of_kind}");
    }
    let changes = drawn.iter().flat_map(Series::changes);
    let verdicts: HashSet<_> = changes.map(|change| change.verdict()).collect();
    assert_eq!(verdicts.len(), Verdict::ALL.len(), "{verdicts:?}");
}

/// Each kind of count of a snapshot is drawn known, withheld and not reported.
#[test]
fn snapshots() {
    let drawn = draws::<Snapshot>();
    for &name in Count::ALL {
        let code = name.code();
        let counts: Vec<_> = drawn.iter().map(|one| one.count(name)).collect();
        assert!(count(&counts, |one| one.and_then(Figure::stated).is_some()) > 200, "{code}");
        assert!(count(&counts, |one| matches!(one, Some(Figure::Withheld(_)))) > 10, "{code}");
        assert!(count(&counts, Option::is_none) > 10, "{code}");
        assert!(distinct(&counts) > 50, "{code}");
    }
    let made = |one: &Snapshot| {
        one.rate(&catalogue::VACANCY_RATE_FTE).is_ok() && one.rate(&catalogue::ABSENCE_RATE_FTE).is_ok()
    };
    assert!(count(&drawn, made) > 50 && count(&drawn, |one| !made(one)) > 50);
    let covered = |one: &Snapshot| {
        let known = |name| one.count(name).and_then(Figure::stated);
        known(Count::AgencyCoverFte).zip(known(Count::VacancyFte)).is_some_and(|(cover, gap)| cover > gap)
    };
    assert!(count(&drawn, covered) > 20);
}

/// Cohorts of nobody, some all of whom completed or withdrew, some still in progress.
#[test]
fn cohorts() {
    let drawn = draws::<NqswCohort>();
    let none = Headcount::ZERO;
    assert_eq!(count(&drawn, |one| one.in_progress().is_none()), 0);
    assert!(count(&drawn, |one| one.intake == none) > 0);
    assert!(count(&drawn, |one| one.intake > none && one.in_progress() == Some(none)) > 0);
    assert!(count(&drawn, |one| one.completed == none) > 0 && count(&drawn, |one| one.withdrawn == none) > 0);
    assert!(
        count(&drawn, |one| [Some(one.completed), Some(one.withdrawn), one.in_progress()]
            .iter()
            .all(|part| *part > Some(none)))
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
    assert!(count(&drawn, |one| one.value().scale() == 6) > 10);
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
    let newly_qualified = |one: &Team| one.newly_qualified_fte() > Decimal::ZERO;
    assert!(count(&drawn, newly_qualified) > 50 && count(&drawn, |one| !newly_qualified(one)) > 50);
    let all_newly_qualified =
        |one: &Team| newly_qualified(one) && one.newly_qualified_fte() == one.case_holders_fte.value();
    assert!(count(&drawn, all_newly_qualified) > 0);
    let reduced = |one: &Team| one.capacity() < one.case_holders_fte.value() * one.agreed_maximum.value();
    assert!(count(&drawn, reduced) > 20);
    assert!(distinct(&drawn.iter().map(|one| one.cases).collect::<Vec<_>>()) > 100);
    assert_eq!(distinct(&drawn.iter().map(|one| &one.service).collect::<Vec<_>>()), 3);
    for one in &drawn {
        let findings = caseload::findings(core::slice::from_ref(one));
        assert!(findings.is_ok(), "{one:?}: {findings}");
    }
}

/// As many teams stated as there may be, none of them within, all and some.
#[test]
fn stated_teams() {
    let drawn = draws::<StatedTeams>();
    assert!(drawn.iter().all(|one| one.rate().is_ok()));
    assert!(count(&drawn, |one| one.teams == 1) > 0 && count(&drawn, |one| one.teams == 50) > 0);
    assert!(count(&drawn, |one| one.within == 0) > 5 && count(&drawn, |one| one.within == one.teams) > 5);
    assert!(count(&drawn, |one| 0 < one.within && one.within < one.teams) > 200);
    assert_eq!(count(&drawn, |one| one.teams == 0 || one.teams > 50), 0);
    assert!(distinct(&drawn) > 200);
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

/// Many teams, of several services and standings: some of them within, and overall with a caseload or none.
#[test]
fn many_teams() {
    let drawn = draws::<[Team; 4]>();
    let some = |teams: &[Team; 4]| {
        caseload::within_maximum(teams)
            .is_ok_and(|rate| Decimal::ZERO < rate.numerator() && rate.numerator() < rate.denominator())
    };
    assert!(count(&drawn, some) > 50);
    assert!(count(&drawn, |teams| distinct(&teams.each_ref().map(|team| &team.service)) > 1) > 50);
    assert!(count(&draws::<[Team; 1]>(), |teams| caseload::overall(teams).is_err()) > 0);
    assert!(count(&drawn, |teams| caseload::overall(teams).is_ok()) > 350);
}
