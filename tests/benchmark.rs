//! A benchmark: what is published, what is refused, and what holds of all figures.

#![allow(clippy::unwrap_used, reason = "what a strategy builds is part of its test")]

use childrens_services::{
    Benchmark, BenchmarkError, Figure, Headcount, Indicator, LocalAuthority, Percent, Period, Polarity,
    Qualifier, Quantity, Quartile, StatisticalNeighbour, Symbol, Unit,
    kpi::catalogue,
    rust_decimal::{Decimal, RoundingStrategy},
};
use proptest::{
    collection::{btree_map, vec},
    prelude::*,
    sample::{Index, select},
    test_runner::FileFailurePersistence,
};
use rust_decimal_macros::dec;
use std::collections::BTreeMap;

/// Turnover (FTE) of every authority in the reporting year 2019, by DfE code.
///
/// Source: Department for Education, *Children's social work workforce*.
const TURNOVER_2019: &str = "\
    201 34.1; 202 15.1; 203 10.5; 204 8.3; 205 13.4; 206 12.9; 207 24.2; 208 20.3; 209 14.9; 210 18.7; \
    211 13.2; 212 20.5; 213 11.1; 301 15.8; 302 14.8; 303 21.8; 304 16.3; 305 19.1; 306 22.3; 307 20.9; \
    308 18.9; 309 23.0; 310 19.3; 311 11.5; 312 23.2; 313 14.7; 314/318 16.9; 315 21.1; 316 26.6; 317 \
    29.1; 319 17.6; 320 12.9; 330 14.7; 331 10.5; 332 25.8; 333 22.4; 334 10.8; 335 26.7; 336 11.2; 340 \
    7.8; 341 8.0; 342 27.7; 343 15.5; 344 10.2; 350 15.2; 351 17.7; 352 14.2; 353 16.6; 354 20.7; 355 \
    13.3; 356 7.3; 357 9.8; 358 13.2; 359 9.7; 370 18.5; 371 19.4; 372 25.6; 373 6.9; 380 19.0; 381 \
    14.8; 382 10.8; 383 8.1; 384 13.7; 390 4.8; 391 17.3; 392 12.7; 393 19.1; 394 21.3; 420 100.0; 800 \
    18.9; 801 4.4; 802 9.8; 803 18.0; 805 14.7; 806 20.8; 807 16.1; 808 8.1; 810 8.5; 811 16.3; 812 \
    24.2; 813 11.5; 815 13.0; 816 15.0; 821 9.4; 822 10.0; 823 12.6; 825 33.7; 826 8.3; 830 17.0; 831 \
    17.5; 838 13.9; 839 10.1; 840 12.9; 841 17.2; 845 9.7; 846 10.8; 850 10.8; 851 12.0; 852 14.9; 855 \
    11.2; 856 8.6; 857 13.6; 860 8.7; 861 9.6; 865 18.2; 866 24.8; 867 25.1; 868 37.2; 869 18.4; 870 \
    10.7; 871 32.1; 872 7.4; 873 19.7; 874 23.9; 876 25.6; 877 23.6; 878 15.8; 879 18.3; 880 34.7; 881 \
    14.7; 882 13.0; 883 20.2; 884 13.4; 885 13.9; 886 9.6; 887 22.5; 888 9.3; 889 22.2; 890 19.5; 891 \
    16.2; 892 16.7; 893 11.2; 894 16.2; 895 15.5; 896 9.7; 908 10.6; 909 7.8; 916 9.7; 919 12.4; 921 \
    9.7; 925 11.5; 926 15.5; 928 19.6; 929 12.7; 931 12.6; 933 18.9; 935 13.3; 936 29.4; 937 26.5; 938 \
    10.0";

/// Agency cover (FTE) of every authority in the reporting year 2021, by DfE code.
///
/// Source: Department for Education, *Children's social work workforce*.
const AGENCY_COVER_2021: &str = "\
    201 0.0; 202 66.9; 203 100.0; 204 100.0; 205 100.0; 206 32.1; 207 x; 208 100.0; 209 100.0; 210 57.1; \
    211 94.7; 212 100.0; 213 0.0; 301 81.6; 302 78.8; 303 45.5; 304 100.0; 305 100.0; 306 100.0; 307 \
    66.4; 308 96.9; 309 88.3; 310 67.6; 311 92.0; 312 100.0; 313 96.9; 314/318 100.0; 315 100.0; 316 \
    97.2; 317 100.0; 319 92.5; 320 100.0; 330 97.0; 331 50.7; 332 72.3; 333 72.6; 334 59.8; 335 73.9; \
    336 100.0; 340 100.0; 341 100.0; 342 100.0; 343 23.6; 344 56.8; 350 100.0; 351 100.0; 352 100.0; 353 \
    61.7; 354 44.5; 355 100.0; 356 45.6; 357 68.2; 358 49.1; 359 64.2; 370 0.0; 371 83.8; 372 100.0; 373 \
    68.7; 380 56.7; 381 85.7; 382 z; 383 z; 384 94.7; 390 42.9; 391 61.5; 392 100.0; 393 33.3; 394 61.2; \
    420 100.0; 800 62.5; 801 56.5; 802 100.0; 803 100.0; 805 100.0; 806 38.6; 807 41.2; 808 63.0; 810 \
    62.5; 811 100.0; 812 100.0; 813 27.8; 815 z; 816 68.2; 821 97.4; 822 57.9; 823 100.0; 825 66.4; 826 \
    100.0; 830 100.0; 831 23.8; 838 46.7; 839 46.4; 840 61.3; 841 44.4; 845 100.0; 846 z; 850 59.9; 851 \
    100.0; 852 100.0; 855 63.4; 856 39.5; 857 z; 860 54.2; 861 88.2; 865 100.0; 866 100.0; 867 100.0; \
    868 100.0; 869 97.5; 870 100.0; 871 54.8; 872 86.7; 873 98.2; 874 27.8; 876 46.4; 877 100.0; 878 \
    58.4; 879 36.0; 880 50.5; 881 95.4; 882 100.0; 883 92.3; 884 40.2; 885 78.4; 886 64.0; 887 100.0; \
    888 100.0; 889 76.3; 890 96.8; 891 21.7; 892 81.6; 893 71.9; 894 100.0; 895 56.0; 896 83.4; 908 \
    100.0; 909 70.1; 916 60.0; 919 100.0; 921 45.5; 925 80.3; 926 88.4; 929 100.0; 931 60.3; 933 100.0; \
    935 82.9; 936 u; 937 73.0; 938 70.7; 940/941 100.0";

/// A table of this file: per cent, by the DfE codes as they are printed.
fn rows(table: &str) -> Vec<(String, Figure)> {
    table
        .split("; ")
        .map(|row| {
            let (code, figure) = row.trim().split_once(' ').unwrap();
            (code.replace('/', " / "), per_cent(figure))
        })
        .collect()
}

#[track_caller]
fn per_cent(text: &str) -> Figure {
    Figure::read(Unit::PerCent, text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn year(ending: i32) -> Period {
    Period::reporting_year(ending).unwrap()
}

#[track_caller]
fn turnover(dfe_code: &str) -> Benchmark {
    Benchmark::new(&catalogue::TURNOVER_RATE_FTE, year(2019), dfe_code, rows(TURNOVER_2019)).unwrap()
}

#[track_caller]
fn agency_cover(dfe_code: &str) -> Benchmark {
    Benchmark::new(&catalogue::AGENCY_COVER_RATE_FTE, year(2021), dfe_code, rows(AGENCY_COVER_2021)).unwrap()
}

// What is published, and what follows from it.

#[test]
fn turnover_of_west_sussex_in_2019() {
    let benchmark = turnover("938")
        .with_england(per_cent("15.0"))
        .unwrap()
        .with_region("South East", per_cent("14.9"))
        .unwrap();
    assert_eq!(benchmark.indicator(), &catalogue::TURNOVER_RATE_FTE);
    assert_eq!((benchmark.period(), benchmark.dfe_code()), (year(2019), "938"));
    assert_eq!(benchmark.figure(), per_cent("10.0"));
    assert_eq!(benchmark.england(), Some(per_cent("15.0")));
    assert_eq!(benchmark.region(), Some(("South East", per_cent("14.9"))));
    assert_eq!(benchmark.statistical_neighbour_median(), Some(dec!(13.65)));
    // As the dashboard has it: the half goes up.
    assert_eq!(benchmark.statistical_neighbour_median_rounded(1), Some(dec!(13.7)));
    assert_eq!(benchmark.statistical_neighbours_counted(), 10);
    assert_eq!((benchmark.rank(), benchmark.rank_of()), (Some(27), 150));
    assert_eq!(benchmark.better_than_own(), Some(26));
    assert_eq!(benchmark.quartile_points(), Some([dec!(10.875), dec!(14.95), dec!(19.575)]));
    assert_eq!(benchmark.quartile(), Some(Quartile::First));
    assert_eq!(
        benchmark.to_string(),
        "Turnover rate (FTE), year to 30 September 2019: 10.0%; England 15.0%, South East 14.9%, \
         statistical neighbours 13.7% (median of 10); rank 27 of 150 from the lowest, first quartile; lower is \
         better, and 26 others have a better figure",
    );
}

#[test]
fn turnover_of_others_in_2019() {
    let seen = |code| {
        let benchmark = turnover(code);
        (
            benchmark.rank().unwrap(),
            benchmark.quartile().unwrap().number(),
            benchmark.statistical_neighbour_median(),
            benchmark.statistical_neighbours_counted(),
        )
    };
    // Hampshire, Kirklees, and Brighton and Hove share a figure; Kingston upon Thames is one of Brighton's ten.
    assert_eq!(seen("850"), (35, 1, Some(dec!(15.3)), 10));
    assert_eq!(seen("382"), (35, 1, Some(dec!(12.85)), 10));
    assert_eq!(seen("846"), (35, 1, Some(dec!(14.8)), 9));
    assert_eq!(seen("838"), (65, 2, Some(dec!(13.6)), 10));
    assert_eq!(seen("831"), (95, 3, Some(dec!(12.85)), 10));
    // Nobody has more than the Isles of Scilly.
    assert_eq!(seen("420"), (150, 4, Some(dec!(18.3)), 10));
    // Kingston upon Thames with Richmond upon Thames; Northamptonshire; Cumbria.
    assert_eq!(seen("314 / 318"), (91, 3, None, 0));
    assert_eq!(seen("928"), (113, 4, None, 0));
    assert_eq!(seen("909"), (6, 1, None, 0));
}

/// A neighbour's name with its figure as it is printed.
fn neighbours(benchmark: &Benchmark) -> Vec<(&'static str, Option<String>)> {
    let printed = |figure: Option<Figure>| figure.map(|figure| figure.to_string());
    let neighbours = benchmark.statistical_neighbours();
    neighbours.map(|(neighbour, figure)| (neighbour.authority().name(), printed(figure))).collect()
}

#[test]
fn neighbours_with_their_figures() {
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        neighbours(&turnover("938")),
        [
            ("Gloucestershire", some("9.7%")),
            ("Essex", some("14.7%")),
            ("Hampshire", some("10.8%")),
            ("Hertfordshire", some("12.4%")),
            ("Warwickshire", some("26.5%")),
            ("Wiltshire", some("18.2%")),
            ("North Somerset", some("9.8%")),
            ("Oxfordshire", some("12.6%")),
            ("South Gloucestershire", some("18.0%")),
            ("Devon", some("15.8%")),
        ],
    );
    // Kingston upon Thames has no row of its own: it returns with Richmond upon Thames.
    let brighton = turnover("846");
    let without: Vec<_> = neighbours(&brighton).into_iter().filter(|(_, figure)| figure.is_none()).collect();
    assert_eq!(without, [("Kingston upon Thames", None)]);
    assert_eq!((neighbours(&brighton).len(), brighton.statistical_neighbours_counted()), (10, 9));
    // A symbol stays one, and its neighbour is left out too.
    let cover = agency_cover("846");
    let stated = |figure: Option<Figure>| figure.and_then(|figure| figure.stated()).is_some();
    let left_out = cover.statistical_neighbours().filter(|&(_, figure)| !stated(figure));
    let left_out: Vec<_> = left_out.map(|(one, figure)| (one.authority().name(), figure)).collect();
    assert_eq!(left_out, [("Kingston upon Thames", None), ("Leeds", Some(withheld(Symbol::NotApplicable)))],);
    assert_eq!(cover.statistical_neighbours_counted(), 8);
    assert_eq!(neighbours(&turnover("314 / 318")), []);
    assert_eq!(neighbours(&turnover("928")), []);
}

#[test]
fn symbols_stand_aside() {
    let west_sussex = agency_cover("938");
    assert_eq!((west_sussex.rank(), west_sussex.rank_of()), (Some(59), 143));
    assert_eq!(west_sussex.statistical_neighbour_median_rounded(1), Some(dec!(84.2)));
    assert_eq!(west_sussex.quartile_points(), Some([dec!(59.1), dec!(83.4), dec!(100)]));
    assert_eq!(
        west_sussex.standing(),
        "rank 59 of 143 from the lowest, second quartile; neither direction is better",
    );
    assert_eq!(west_sussex.better_than_own(), None);

    // Surrey's is `u`.
    let surrey = agency_cover("936");
    assert_eq!(surrey.figure(), withheld(Symbol::LowReliability));
    assert_eq!((surrey.rank(), surrey.quartile(), surrey.rank_of()), (None, None, 143));
    assert_eq!(surrey.quartile_points(), west_sussex.quartile_points());
    assert_eq!(
        surrey.to_string(),
        "Agency cover rate (FTE), year to 30 September 2021: [u]; statistical neighbours 97.9% (median of 10); \
         no rank: low reliability; 143 others have a figure",
    );
    // The third point is 100, which nobody is above: all who have it share the third quartile.
    assert_eq!(agency_cover("203").quartile(), Some(Quartile::Third));
}

fn withheld(symbol: Symbol) -> Figure {
    Figure::Withheld(symbol)
}

/// Invented figures, which show the words of each polarity.
#[test]
fn the_polarity_says_what_is_better() {
    let standing = |polarity, own: &str| {
        let indicator = Indicator::new("visits_in_time", "Visits in time", Unit::PerCent, polarity).unwrap();
        let figures = [("938", own), ("916", "80.0"), ("881", "70.0"), ("850", "70.0")];
        Benchmark::new(&indicator, year(2019), "938", figures.map(|(code, text)| (code, per_cent(text))))
            .unwrap()
            .standing()
    };
    let higher = |own| standing(Polarity::HigherIsBetter, own);
    let lower = |own| standing(Polarity::LowerIsBetter, own);
    assert_eq!(
        higher("70.0"),
        "rank 1 of 4 from the lowest, first quartile; higher is better, and 1 other has a better figure",
    );
    assert_eq!(
        higher("80.0"),
        "rank 3 of 4 from the lowest, third quartile; higher is better, and no other has a better figure",
    );
    assert_eq!(
        higher("60.0"),
        "rank 1 of 4 from the lowest, first quartile; higher is better, and 3 others have a better figure",
    );
    assert_eq!(
        lower("60.0"),
        "rank 1 of 4 from the lowest, first quartile; lower is better, and no other has a better figure",
    );
    assert_eq!(
        standing(Polarity::Neutral, "60.0"),
        "rank 1 of 4 from the lowest, first quartile; neither direction is better",
    );
    assert_eq!(higher("[c]"), "no rank: confidential; 3 others have a figure");
}

#[test]
fn one_row_and_no_figure() {
    let alone = |figure| {
        Benchmark::new(&catalogue::TURNOVER_RATE_FTE, year(2019), "938", [("938", per_cent(figure))]).unwrap()
    };
    let only = alone("10.0");
    assert_eq!((only.rank(), only.rank_of(), only.quartile()), (Some(1), 1, Some(Quartile::First)));
    assert_eq!(only.quartile_points(), Some([dec!(10); 3]));
    assert_eq!((only.statistical_neighbour_median(), only.statistical_neighbours_counted()), (None, 0));
    assert_eq!(
        only.to_string(),
        "Turnover rate (FTE), year to 30 September 2019: 10.0%; rank 1 of 1 from the lowest, first quartile; \
         lower is better, and no other has a better figure",
    );
    let none = alone("[x]");
    assert_eq!((none.rank(), none.rank_of(), none.quartile_points()), (None, 0, None));
    assert_eq!(none.standing(), "no rank: not available; 0 others have a figure");
}

/// A median of counts may be a half, which is printed; invented counts.
#[test]
fn a_median_of_counts() {
    let of = |counts: [u32; 3]| {
        let codes = ["938", "916", "881"];
        let figures =
            codes.into_iter().zip(counts).map(|(code, count)| (code, Figure::from(Headcount::new(count))));
        Benchmark::new(&catalogue::INPOST_HEADCOUNT, year(2019), "938", figures).unwrap()
    };
    let half = of([5, 1, 2]);
    assert_eq!(half.statistical_neighbour_median(), Some(dec!(1.5)));
    assert_eq!(half.statistical_neighbour_median_rounded(0), Some(dec!(2)));
    assert!(half.to_string().contains(": 5; statistical neighbours 1.5 (median of 2); "), "{half}");
    assert!(of([5, 1, 1]).to_string().contains(": 5; statistical neighbours 1 (median of 2); "));
}

/// Figures below 0, whole counts of other things, and money; all invented.
#[test]
fn figures_of_other_units() {
    let of = |unit, polarity, figures: [&str; 5]| {
        let indicator = Indicator::new("own", "Own", unit, polarity).unwrap();
        let codes = ["938", "916", "881", "850", "919"];
        let figures = figures.map(|text| Figure::read(unit, text).unwrap());
        Benchmark::new(&indicator, year(2019), "938", codes.into_iter().zip(figures)).unwrap()
    };
    let score = of(Unit::Score, Polarity::HigherIsBetter, ["-0.2", "-0.3", "-0.4", "0.1", "0.2"]);
    assert_eq!(score.statistical_neighbour_median(), Some(dec!(-0.1)));
    assert_eq!(
        (score.rank(), score.better_than_own(), score.quartile()),
        (Some(3), Some(2), Some(Quartile::Second))
    );
    assert_eq!(score.quartile_points(), Some([dec!(-0.3), dec!(-0.2), dec!(0.1)]));
    // Halves go away from zero on either side of it.
    let halves = of(Unit::Score, Polarity::Neutral, ["1.0", "-0.3", "-0.2", "-0.3", "-0.2"]);
    assert_eq!(halves.statistical_neighbour_median(), Some(dec!(-0.25)));
    assert_eq!(halves.statistical_neighbour_median_rounded(1), Some(dec!(-0.3)));
    assert_eq!(
        of(Unit::Children, Polarity::Neutral, ["5", "1", "2", "1", "2"]).to_string(),
        "Own, year to 30 September 2019: 5; statistical neighbours 1.5 (median of 4); rank 5 of 5 from the \
         lowest, fourth quartile; neither direction is better",
    );
    assert_eq!(
        of(
            Unit::Pounds,
            Polarity::LowerIsBetter,
            ["£1250.50", "£900.00", "£1000.00", "£1100.00", "£1200.00"]
        )
        .to_string(),
        "Own, year to 30 September 2019: £1250.50; statistical neighbours £1050.00 (median of 4); rank 5 of \
         5 from the lowest, fourth quartile; lower is better, and 4 others have a better figure",
    );
    assert_eq!(
        of(Unit::Per10000, Polarity::Neutral, ["52.3", "40.0", "41.0", "60.0", "61.0"]).to_string(),
        "Own, year to 30 September 2019: 52.3 per 10,000 children; statistical neighbours 50.5 per 10,000 \
         children (median of 4); rank 3 of 5 from the lowest, second quartile; neither direction is better",
    );
}

/// Without a rounding the median has up to seven places; with one it has up to six.
#[test]
fn places_of_the_median() {
    let figures = [("938", "0.0"), ("916", "exactly 0.000001%"), ("881", "exactly 0.000002%")];
    let figures = figures.map(|(code, text)| (code, per_cent(text)));
    let benchmark = Benchmark::new(&catalogue::TURNOVER_RATE_FTE, year(2019), "938", figures).unwrap();
    assert_eq!(benchmark.statistical_neighbour_median(), Some(dec!(0.0000015)));
    assert_eq!(benchmark.statistical_neighbour_median_rounded(6), Some(dec!(0.000002)));
    assert_eq!(benchmark.statistical_neighbour_median_rounded(u32::MAX), Some(dec!(0.000002)));
    assert_eq!(benchmark.statistical_neighbour_median_rounded(0), Some(dec!(0)));
    assert_eq!(benchmark.quartile_points().unwrap()[0], dec!(0.0000005));
}

#[test]
fn neighbours_go_by_dfe_code() {
    for authority in LocalAuthority::all() {
        let by_code: Vec<_> = StatisticalNeighbour::of_dfe_code(authority.dfe_code()).collect();
        assert_eq!(by_code, authority.statistical_neighbours().collect::<Vec<_>>(), "{authority}");
    }
    for unknown in ["", "909", "928", "314 / 318", "9380", "E10000032"] {
        assert_eq!(StatisticalNeighbour::of_dfe_code(unknown).count(), 0, "{unknown}");
    }
}

#[test]
fn words_of_the_quartiles() {
    let numbers: Vec<_> = Quartile::ALL.iter().map(|one| one.number()).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
    for &quartile in Quartile::ALL {
        assert_eq!(quartile.number().to_string().parse(), Ok(quartile));
        assert_eq!(quartile.to_string(), quartile.label());
    }
    assert_eq!(
        "upper".parse::<Quartile>().unwrap_err().to_string(),
        r#"quartile "upper" is not one of first, second, third, fourth"#,
    );
}

// The wire.

fn neighbour(rank: u8, dfe_code: &str, name: &str, closeness: &str, figure: &str) -> serde_json::Value {
    serde_json::json!({
        "rank": rank, "dfe_code": dfe_code, "name": name, "closeness": closeness, "figure": figure,
    })
}

#[test]
fn written_as_json() {
    let benchmark = turnover("938")
        .with_england(per_cent("15.0"))
        .unwrap()
        .with_region("South East", per_cent("14.9"))
        .unwrap();
    assert_eq!(
        serde_json::to_value(&benchmark).unwrap(),
        serde_json::json!({
            "indicator": "turnover_rate_fte",
            "period": "year to 30 September 2019",
            "dfe_code": "938",
            "figure": "10.0%",
            "england": "15.0%",
            "region": { "name": "South East", "figure": "14.9%" },
            "neighbours": [
                neighbour(1, "916", "Gloucestershire", "very_close", "9.7%"),
                neighbour(2, "881", "Essex", "very_close", "14.7%"),
                neighbour(3, "850", "Hampshire", "very_close", "10.8%"),
                neighbour(4, "919", "Hertfordshire", "very_close", "12.4%"),
                neighbour(5, "937", "Warwickshire", "very_close", "26.5%"),
                neighbour(6, "865", "Wiltshire", "very_close", "18.2%"),
                neighbour(7, "802", "North Somerset", "very_close", "9.8%"),
                neighbour(8, "931", "Oxfordshire", "very_close", "12.6%"),
                neighbour(9, "803", "South Gloucestershire", "very_close", "18.0%"),
                neighbour(10, "878", "Devon", "very_close", "15.8%"),
            ],
            "statistical_neighbour_median": "13.65",
            "statistical_neighbours_counted": 10,
            "rank": 27,
            "rank_of": 150,
            "better_than_own": 26,
            "quartile_points": ["10.875", "14.95", "19.575"],
            "quartile": "first",
        }),
    );
    let kingston = Benchmark::new(
        &catalogue::AGENCY_COVER_RATE_FTE,
        year(2021),
        "314 / 318",
        [("314 / 318", withheld(Symbol::NotAvailable))],
    );
    assert_eq!(
        serde_json::to_value(kingston.unwrap()).unwrap(),
        serde_json::json!({
            "indicator": "agency_cover_rate_fte",
            "period": "year to 30 September 2021",
            "dfe_code": "314 / 318",
            "figure": "[x]",
            "england": null,
            "region": null,
            "neighbours": [],
            "statistical_neighbour_median": null,
            "statistical_neighbours_counted": 0,
            "rank": null,
            "rank_of": 0,
            "better_than_own": null,
            "quartile_points": null,
            "quartile": null,
        }),
    );
}

// What is refused.

/// Of rows in per cent, with West Sussex asked for.
fn refused(indicator: &Indicator, figures: &[(&str, Figure)]) -> String {
    message(Benchmark::new(indicator, year(2019), "938", figures.iter().copied()))
}

fn message(refused: Result<Benchmark, BenchmarkError>) -> String {
    refused.map(|benchmark| panic!("{benchmark} was not refused")).unwrap_or_else(|error| error.to_string())
}

#[test]
fn the_authority_must_be_among_the_rows() {
    let indicator = &catalogue::TURNOVER_RATE_FTE;
    assert_eq!(
        refused(indicator, &[("916", per_cent("9.7")), ("881", per_cent("14.7"))]),
        r#"no row has DfE code "938", of 2 rows given: the authority's own must be among them"#,
    );
    assert_eq!(
        refused(indicator, &[("916", per_cent("9.7"))]),
        r#"no row has DfE code "938", of 1 row given: the authority's own must be among them"#,
    );
    let long = "9".repeat(100);
    assert_eq!(
        message(Benchmark::new(indicator, year(2019), &long, Vec::<(&str, Figure)>::new())),
        format!(
            "no row has DfE code \"{}…\", of 0 rows given: the authority's own must be among them",
            "9".repeat(60),
        ),
    );
}

#[test]
fn another_code_is_wanted() {
    let not_there = |code: &str, instead: &str| {
        let rows = rows(TURNOVER_2019);
        assert_eq!(
            message(Benchmark::new(&catalogue::TURNOVER_RATE_FTE, year(2019), code, rows)),
            format!("no row has DfE code {code:?}, of 150 rows given: {instead}"),
        );
    };
    not_there("E10000032", "that is the ONS code of West Sussex, whose DfE code is 938");
    // Cumbria has ended, and its code was never another's.
    not_there("E10000006", "that is the ONS code of Cumbria, whose DfE code is 909");
    // England, the South East, Cardiff, nobody, and West Sussex in small letters.
    for code in ["E92000001", "E12000008", "W06000015", "Z00000000", "e10000032"] {
        not_there(code, "that is an ONS code, and a DfE code such as 938 is wanted");
    }
    for code in ["314", "318"] {
        not_there(code, r#"it is returned as "314 / 318""#);
    }
    // Both of its codes, but not as they are printed.
    for code in ["314/318", "318 / 314"] {
        not_there(code, r#"it is returned as "314 / 318""#);
    }
    not_there(
        "E09000021",
        r#"that is the ONS code of Kingston upon Thames, whose DfE code is 314, returned as "314 / 318""#,
    );
    // No joint return of 2019, nor one of these two.
    for code in ["940", "940 / 941", "314 / 938"] {
        not_there(code, "the authority's own must be among them");
    }
    // Neither form of a code.
    for code in ["E1000003", "E100000322", "EE0000032", "910000032", "E1000003２", "West Sussex", ""] {
        not_there(code, "the authority's own must be among them");
    }
    // As the row prints it.
    assert_eq!(
        refused(&catalogue::TURNOVER_RATE_FTE, &[("938/916", per_cent("9.7"))]),
        r#"no row has DfE code "938", of 1 row given: it is returned as "938/916""#,
    );
}

#[test]
fn an_authority_has_one_row() {
    let indicator = &catalogue::TURNOVER_RATE_FTE;
    let ten = per_cent("10.0");
    let twice = |code| {
        format!(
            "DfE code {code:?} is given twice: an authority has one row, its own or that of a joint return"
        )
    };
    assert_eq!(refused(indicator, &[("938", ten), ("938", ten)]), twice("938"));
    assert_eq!(refused(indicator, &[("938", ten), ("314 / 318", ten), ("318", ten)]), twice("318"));
    assert_eq!(refused(indicator, &[("938", ten), ("314", ten), ("314/318", ten)]), twice("314"));
}

/// England, a region, and ONS codes would be ranked among the authorities, or find no neighbours.
#[test]
fn a_row_has_a_dfe_code() {
    for code in ["", " ", "E10000032", "93", "9380", "938 ", "93８", "938, 916", "938 /", "938\n"] {
        assert_eq!(
            refused(&catalogue::TURNOVER_RATE_FTE, &[("938", per_cent("10.0")), (code, per_cent("15.0"))]),
            format!(
                "DfE code {code:?} is neither three digits (as in \"938\") nor those of a joint return (as in \"314 / 318\")"
            ),
        );
    }
}

#[test]
fn a_figure_is_of_the_indicator() {
    let indicator = &catalogue::VACANCY_RATE_FTE;
    let fte = Figure::read(Unit::Fte, "18.5").unwrap();
    assert_eq!(
        refused(indicator, &[("938", per_cent("10.2")), ("314 / 318", fte)]),
        r#"vacancy_rate_fte is in per cent, but the figure of authority "314 / 318" is in FTE"#,
    );
    // A symbol has no unit, so it may stand in place of any indicator's figure.
    let symbol = Figure::from(Symbol::NotAvailable);
    let withheld = Benchmark::new(indicator, year(2019), "938", [("938", symbol)]).unwrap();
    assert_eq!((withheld.figure(), withheld.figure().unit()), (symbol, None));
    assert_eq!(
        refused(indicator, &[("938", per_cent("100.1"))]),
        r#"vacancy_rate_fte is a share of a whole and cannot be above 100%, but the figure of authority "938" is 100.1%"#,
    );
    let benchmark = || Benchmark::new(indicator, year(2019), "938", [("938", per_cent("10.2"))]).unwrap();
    assert_eq!(
        message(benchmark().with_england(fte)),
        "vacancy_rate_fte is in per cent, but the figure of England is in FTE",
    );
    assert_eq!(
        message(benchmark().with_region("South East", fte)),
        r#"vacancy_rate_fte is in per cent, but the figure of region "South East" is in FTE"#,
    );
    assert_eq!(
        message(benchmark().with_england(per_cent("over 100"))),
        "vacancy_rate_fte is a share of a whole and cannot be above 100%, but the figure of England is over 100%",
    );
    assert_eq!(
        message(benchmark().with_region("South\nEast", per_cent("16.0"))),
        r#"the region's name: text "South\nEast" has a line break or another control character"#,
    );
    assert_eq!(
        message(benchmark().with_region("", per_cent("16.0"))),
        "the region's name: a text is needed that says something, not an empty one",
    );
}

#[test]
fn a_qualified_figure_has_no_rank() {
    for text in ["over 90%", "at least 90%", "around 90%", "under 90%", "at most 90%"] {
        assert_eq!(
            refused(&catalogue::TURNOVER_RATE_FTE, &[("938", per_cent("10.0")), ("916", per_cent(text))]),
            format!(
                "figure \"{text}\" of authority \"916\" cannot be ranked: only an exact, a rounded or a withheld one can"
            ),
        );
    }
    // What is only shown beside it may be of any kind.
    let benchmark = turnover("938").with_england(per_cent("around 15")).unwrap();
    assert!(benchmark.to_string().contains("England around 15%, statistical"), "{benchmark}");
}

// Laws.

/// Cases that fail are kept beside this file.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    }
}

/// Rows of true codes, West Sussex's and its neighbours' more often than others'.
fn some_rows(
    figure: impl Strategy<Value = Option<Percent>>,
) -> impl Strategy<Value = BTreeMap<&'static str, Option<Percent>>> {
    let near = ["938", "916", "881", "850", "919", "937", "865", "802", "931", "803", "878", "314 / 318"];
    let far: Vec<&str> = LocalAuthority::all()
        .map(LocalAuthority::dfe_code)
        .filter(|code| !["314", "318"].contains(code))
        .collect();
    btree_map(prop_oneof![select(near.to_vec()), select(far)], figure, 1..60)
}

/// Few different figures, so that many are equal; some withheld.
fn few() -> impl Strategy<Value = Option<Percent>> {
    proptest::option::weighted(
        0.8,
        (0..40_i64).prop_map(|tenths| Percent::new(Decimal::new(tenths, 1)).unwrap()),
    )
}

/// Any figure that there can be.
fn any_number() -> impl Strategy<Value = Option<Percent>> {
    proptest::option::weighted(0.9, any::<Percent>())
}

/// A figure of any kind: mostly in per cent, else in whatever unit.
fn any_figure() -> impl Strategy<Value = Figure> {
    let exact = any::<Percent>().prop_map(Figure::from);
    let rounded = (any::<Percent>(), 0..=Figure::MAX_DECIMAL_PLACES)
        .prop_map(|(number, dp)| Figure::rounded(Quantity::from(number).rounded(dp), dp).unwrap());
    let qualified = (any::<Qualifier>(), any::<Percent>())
        .prop_filter_map("what no number can be", |(word, number)| Figure::qualified(word, number).ok());
    prop_oneof![exact, rounded, qualified, any::<Symbol>().prop_map(Figure::from), any::<Figure>()]
}

fn printed(number: Option<Percent>) -> Figure {
    number.map_or_else(|| withheld(Symbol::NotAvailable), Figure::from)
}

fn of(rows: &BTreeMap<&str, Option<Percent>>, own: &str) -> Benchmark {
    let figures = rows.iter().map(|(&code, &number)| (code, printed(number)));
    Benchmark::new(&catalogue::TURNOVER_RATE_FTE, year(2019), own, figures).unwrap()
}

/// The point a share of the way through sorted numbers, worked in decimals.
fn interpolated(sorted: &[Decimal], share: Decimal) -> Option<Decimal> {
    let position = Decimal::from(sorted.len().checked_sub(1)?) * share;
    let below = usize::try_from(position.floor()).unwrap();
    let above = usize::try_from(position.ceil()).unwrap();
    Some(sorted[below] * (Decimal::ONE - position.fract()) + sorted[above] * position.fract())
}

fn sorted(numbers: impl IntoIterator<Item = Option<Percent>>) -> Vec<Decimal> {
    let mut numbers: Vec<Decimal> = numbers.into_iter().flatten().map(Percent::value).collect();
    numbers.sort();
    numbers
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_rank_counts_who_is_lower(rows in some_rows(few()), own in any::<Index>()) {
        let own = *own.get(&rows.keys().copied().collect::<Vec<_>>());
        let benchmark = of(&rows, own);
        let lower = |number| rows.values().flatten().filter(|&&other| other < number).count();
        prop_assert_eq!(benchmark.rank(), rows[own].map(|number| 1 + lower(number)));
        prop_assert_eq!(benchmark.better_than_own(), rows[own].map(lower));
        prop_assert_eq!(benchmark.rank_of(), rows.values().flatten().count());
        prop_assert!(benchmark.rank().is_none_or(|rank| (1..=benchmark.rank_of()).contains(&rank)));
    }

    #[test]
    fn the_points_are_those_of_decimals(rows in prop_oneof![some_rows(few()).boxed(), some_rows(any_number()).boxed()]) {
        let own = rows.keys().next().unwrap();
        let benchmark = of(&rows, own);
        let numbers = sorted(rows.values().copied());
        let points = [dec!(0.25), dec!(0.5), dec!(0.75)].map(|share| interpolated(&numbers, share));
        prop_assert_eq!(benchmark.quartile_points().map(|points| points.map(Some)), points[0].map(|_| points));
        let number = rows[own].map(Percent::value);
        let above = number.zip(benchmark.quartile_points());
        let above = above.map(|(number, points)| points.iter().filter(|&&point| number > point).count());
        prop_assert_eq!(benchmark.quartile().map(|one| usize::from(one.number())), above.map(|above| above + 1));
    }

    #[test]
    fn the_median_is_that_of_the_neighbours(
        rows in prop_oneof![some_rows(few()).boxed(), some_rows(any_number()).boxed()],
        own in any::<Index>(),
        dp in 0..8_u32,
    ) {
        let own = *own.get(&rows.keys().copied().collect::<Vec<_>>());
        let benchmark = of(&rows, own);
        let authority = LocalAuthority::all().find(|one| one.dfe_code() == own);
        let neighbours = authority.into_iter().flat_map(LocalAuthority::statistical_neighbours);
        let numbers =
            sorted(neighbours.map(|one| rows.get(one.authority().dfe_code()).copied().flatten()));
        let median = interpolated(&numbers, dec!(0.5));
        prop_assert_eq!(benchmark.statistical_neighbour_median(), median);
        prop_assert_eq!(benchmark.statistical_neighbours_counted(), numbers.len());
        // The neighbours that are shown are the model's, each with its row's figure, and the count is of them.
        let shown: Vec<_> = benchmark.statistical_neighbours().collect();
        let model = StatisticalNeighbour::of_dfe_code(own).map(|one| {
            (one, rows.get(one.authority().dfe_code()).map(|&number| printed(number)))
        });
        prop_assert_eq!(&shown, &model.collect::<Vec<_>>());
        let stated = shown.iter().filter_map(|(_, figure)| Some((*figure)?.stated()?.value()));
        let mut stated: Vec<Decimal> = stated.collect();
        stated.sort();
        prop_assert_eq!(stated, numbers);
        let strategy = RoundingStrategy::MidpointAwayFromZero;
        prop_assert_eq!(
            benchmark.statistical_neighbour_median_rounded(dp),
            median.map(|median| median.round_dp_with_strategy(dp.min(6), strategy)),
        );
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        (rows, shuffled) in some_rows(few()).prop_flat_map(|rows| {
            let in_order: Vec<_> = rows.clone().into_iter().collect();
            (Just(rows), Just(in_order).prop_shuffle())
        }),
        own in any::<Index>(),
    ) {
        let own = own.get(&shuffled).0;
        let figures = shuffled.iter().map(|&(code, number)| (code, printed(number)));
        let benchmark = Benchmark::new(&catalogue::TURNOVER_RATE_FTE, year(2019), own, figures).unwrap();
        prop_assert_eq!(benchmark, of(&rows, own));
    }

    #[test]
    fn equal_figures_share_rank_and_quartile(rows in some_rows(few())) {
        let mut seen: BTreeMap<Percent, (Option<usize>, Option<Quartile>)> = BTreeMap::new();
        for (own, number) in &rows {
            let benchmark = of(&rows, own);
            let place = (benchmark.rank(), benchmark.quartile());
            match number {
                Some(number) => prop_assert_eq!(*seen.entry(*number).or_insert(place), place),
                None => prop_assert_eq!(place, (None, None)),
            }
        }
        // The higher figure never has the lower rank, nor the lower quartile.
        let places: Vec<_> = seen.values().map(|(rank, quartile)| (rank.unwrap(), quartile.unwrap().number())).collect();
        prop_assert!(places.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 <= two[1].1), "{:?}", places);
    }

    #[test]
    fn a_constant_shifts_what_is_worked_out(rows in some_rows(few()), own in any::<Index>(), by in 1..100_000_i64) {
        let by = Decimal::new(by, 3);
        let own = *own.get(&rows.keys().copied().collect::<Vec<_>>());
        let shifted = rows.iter().map(|(&code, number)| {
            (code, number.map(|number| Percent::new(number.value() + by).unwrap()))
        });
        let (before, after) = (of(&rows, own), of(&shifted.collect(), own));
        prop_assert_eq!(after.rank(), before.rank());
        prop_assert_eq!(after.rank_of(), before.rank_of());
        prop_assert_eq!(after.quartile(), before.quartile());
        prop_assert_eq!(after.statistical_neighbours_counted(), before.statistical_neighbours_counted());
        let plus = |number: Decimal| number + by;
        prop_assert_eq!(after.statistical_neighbour_median(), before.statistical_neighbour_median().map(plus));
        prop_assert_eq!(after.quartile_points(), before.quartile_points().map(|points| points.map(plus)));
    }

    #[test]
    fn symbols_change_nothing_for_the_others(
        rows in some_rows(few()),
        own in any::<Index>(),
        symbols in vec((100..200_u32, select(Symbol::ALL.to_vec())), 0..20),
    ) {
        let own = *own.get(&rows.keys().copied().collect::<Vec<_>>());
        // No authority has a code below 200.
        let symbols: BTreeMap<String, Symbol> =
            symbols.into_iter().map(|(code, symbol)| (code.to_string(), symbol)).collect();
        let with_symbols = rows
            .iter()
            .map(|(code, number)| ((*code).to_owned(), printed(*number)))
            .chain(symbols.into_iter().map(|(code, symbol)| (code, withheld(symbol))));
        let benchmark = Benchmark::new(&catalogue::TURNOVER_RATE_FTE, year(2019), own, with_symbols).unwrap();
        prop_assert_eq!(benchmark, of(&rows, own));
    }

    #[test]
    fn no_input_is_too_much(
        dfe_code in ".{0,5}",
        rows in vec(("[0-9]{3}( / [0-9]{3})?|.{0,8}", any_figure()), 0..6),
    ) {
        match Benchmark::new(&catalogue::TURNOVER_RATE_FTE, year(2019), &dfe_code, rows) {
            Ok(benchmark) => prop_assert!(!benchmark.to_string().is_empty()),
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }
}
