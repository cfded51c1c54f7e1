//! Every benchmark in the reference data folder, made again by this crate from the published figures.
//!
//! The tests read `dfe/csww_indicators*.csv`, `dfe/benchmarks*.csv` and `dfe/dashboard_sn_medians*.csv`, whichever
//! and however many there are. The neighbours are the crate's own.

mod support;

use childrens_services::{
    Benchmark, Figure, Indicator, LocalAuthority, Period, Symbol, rust_decimal::Decimal,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};
use support::{Line, cell, folder, lines};

/// The published rows by year, geographic level and the code that knows them: of an authority the DfE code.
type Published = BTreeMap<(String, String, String), (String, Line)>;

fn published(folder: &Path) -> Published {
    let mut rows = Published::new();
    for (at, line) in lines(folder, "csww_indicators") {
        let of = |column| cell(&at, &line, column).to_owned();
        let level = of("geographic_level");
        let code = match level.as_str() {
            "Local authority" => of("old_la_code"),
            "Regional" => of("region_code"),
            _ => of("country_code"),
        };
        let key = (of("time_period"), level, code);
        if let Some((first, same)) = rows.get(&key) {
            assert!(*same == line, "{first} and {at} are one row with two contents");
        }
        rows.insert(key, (at, line));
    }
    rows
}

/// A printed figure of an indicator. The file drops trailing zeros, so the places are the indicator's.
#[track_caller]
fn figure(at: &str, indicator: &Indicator, text: &str) -> Figure {
    let places = indicator.decimal_places();
    let padded = match text.parse::<Decimal>() {
        Ok(mut number) if number.scale() < places => {
            number.rescale(places);
            number.to_string()
        }
        _ => text.to_owned(),
    };
    Figure::read(indicator.unit(), &padded).unwrap_or_else(|error| panic!("{at}: {error}"))
}

/// Every benchmark of one indicator and year is made of the same figures.
struct Figures<'a> {
    published: &'a Published,
    indicator: &'static Indicator,
    year: &'a str,
    period: Period,
    of_authorities: Vec<(&'a str, Figure)>,
}

impl<'a> Figures<'a> {
    #[track_caller]
    fn new(published: &'a Published, year: &'a str, metric: &str) -> Self {
        let indicator = Indicator::defined(metric).unwrap_or_else(|| panic!("{metric} is not known"));
        let ending = year.parse().unwrap_or_else(|_| panic!("{year:?} is no reporting year"));
        let period = Period::reporting_year(ending).unwrap_or_else(|error| panic!("{error}"));
        let rows =
            published.iter().filter(|((of_year, level, _), _)| of_year == year && level == "Local authority");
        let of_authorities = rows
            .map(|((.., code), (at, line))| (code.as_str(), figure(at, indicator, cell(at, line, metric))))
            .collect();
        Self { published, indicator, year, period, of_authorities }
    }

    #[track_caller]
    fn benchmark(&self, dfe_code: &str) -> Benchmark {
        Benchmark::new(self.indicator, self.period, dfe_code, self.of_authorities.iter().copied())
            .unwrap_or_else(|error| panic!("{dfe_code} in {}: {error}", self.year))
    }

    /// The row of an authority, of a region or of England.
    #[track_caller]
    fn row(&self, level: &str, code: &str) -> &(String, Line) {
        let key = (self.year.to_owned(), level.to_owned(), code.to_owned());
        self.published.get(&key).unwrap_or_else(|| panic!("no row of csww_indicators*.csv for {key:?}"))
    }

    #[track_caller]
    fn figure_of(&self, level: &str, code: &str) -> Figure {
        let (at, line) = self.row(level, code);
        figure(at, self.indicator, cell(at, line, self.indicator.code()))
    }
}

/// What a cell says: a number, whatever its zeros, a symbol, or nothing.
#[derive(Debug, PartialEq)]
enum Said {
    Number(Decimal),
    Symbol(Symbol),
    Nothing,
}

impl Said {
    #[track_caller]
    fn read(at: &str, text: &str) -> Self {
        match (text, text.parse()) {
            ("", _) => Self::Nothing,
            (_, Ok(symbol)) => Self::Symbol(symbol),
            _ => Self::Number(Decimal::from_str_exact(text).unwrap_or_else(|error| panic!("{at}: {error}"))),
        }
    }

    /// What a figure says. Of its text the number is what stands before the unit.
    fn of(figure: Figure) -> Self {
        if let Some(symbol) = figure.symbol() {
            return Self::Symbol(symbol);
        }
        let text = figure.to_string();
        let number = text.split(['%', ' ']).next().unwrap_or_default();
        Self::read(&text, number)
    }
}

impl From<Option<Decimal>> for Said {
    fn from(number: Option<Decimal>) -> Self {
        number.map_or(Self::Nothing, Self::Number)
    }
}

#[test]
fn every_benchmark_follows_from_the_published_figures() {
    let Some(folder) = folder("dfe") else { return };
    let published = published(&folder);
    let benchmarks = lines(&folder, "benchmarks");
    let mut figures = BTreeMap::new();
    let (mut faults, mut authorities, mut cells) = (Vec::new(), BTreeSet::new(), 0);
    for (at, line) in &benchmarks {
        let of = |column| cell(at, line, column);
        let (year, metric) = (of("time_period"), of("metric"));
        let figures = figures.entry((year, metric)).or_insert_with(|| Figures::new(&published, year, metric));
        let england = figures.figure_of("National", "E92000001");
        let region = figures.figure_of("Regional", of("region_code"));
        let benchmark = figures
            .benchmark(of("la_code"))
            .with_england(england)
            .and_then(|benchmark| benchmark.with_region(of("region_name"), region))
            .unwrap_or_else(|error| panic!("{at}: {error}"));
        authorities.insert(of("la_code"));

        // The row's own facts, against the publication.
        let (area, row) = figures.row("Local authority", of("la_code"));
        for (column, theirs) in [
            ("ons_code", "new_la_code"),
            ("la_name", "la_name"),
            ("region_code", "region_code"),
            ("region_name", "region_name"),
        ] {
            assert_eq!(of(column), cell(area, row, theirs), "{at}, {column}: not of the edition of {area}");
        }

        // Each neighbour has the figure of its own row.
        for (neighbour, theirs) in benchmark.statistical_neighbours() {
            let code = neighbour.authority().dfe_code();
            let row = figures.of_authorities.iter().find(|&&(of, _)| of == code);
            assert_eq!(theirs, row.map(|&(_, figure)| figure), "{at}: neighbour {code}");
        }

        let count = |count: usize| Said::Number(count.into());
        let point = |at: usize| Said::from(benchmark.quartile_points().map(|points| points[at]));
        let (name, region) = benchmark.region().expect("it was given");
        assert_eq!(name, of("region_name"), "{at}");
        let ours = [
            ("value", Said::of(benchmark.figure())),
            ("england", benchmark.england().map_or(Said::Nothing, Said::of)),
            ("region", Said::of(region)),
            ("sn_median", benchmark.statistical_neighbour_median().into()),
            ("sn_median_1dp", benchmark.statistical_neighbour_median_rounded(1).into()),
            ("sn_count", count(benchmark.statistical_neighbours_counted())),
            ("rank", benchmark.rank().map_or(Said::Nothing, count)),
            ("rank_of", count(benchmark.rank_of())),
            ("q1", point(0)),
            ("q2", point(1)),
            ("q3", point(2)),
            ("quartile", benchmark.quartile().map_or(Said::Nothing, |one| count(one.number().into()))),
        ];
        for (column, ours) in ours {
            let wanted = Said::read(at, of(column));
            if ours != wanted {
                faults.push(format!("{at}, {column}: expected {wanted:?}, ours {ours:?}"));
            }
            cells += 1;
        }
    }
    println!("{} benchmarks of {} authorities, {cells} cells", benchmarks.len(), authorities.len());
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert!(cells > 0, "no benchmarks in {}", folder.display());
    let without: Vec<_> = authorities.iter().filter(|code| without_neighbours(code)).collect();
    println!("without neighbours: {without:?}");
}

/// Whether the model has no neighbours of a code, asked of the authorities themselves.
fn without_neighbours(dfe_code: &str) -> bool {
    !LocalAuthority::all()
        .filter(|authority| authority.dfe_code() == dfe_code)
        .any(|authority| authority.statistical_neighbours().next().is_some())
}

#[test]
fn every_median_of_the_dashboard_follows_from_the_published_figures() {
    let Some(folder) = folder("dfe") else { return };
    let published = published(&folder);
    let medians = lines(&folder, "dashboard_sn_medians");
    let mut figures = BTreeMap::new();
    let (mut faults, mut checked) = (Vec::new(), 0);
    for (at, line) in &medians {
        let of = |column| cell(at, line, column);
        let (year, metric) = (of("time_period"), of("metric"));
        let figures = figures.entry((year, metric)).or_insert_with(|| Figures::new(&published, year, metric));
        // A median does not depend on the authority's own figure, so one without a row has it too.
        let dfe_code = of("la_code");
        let mut rows = figures.of_authorities.clone();
        if !rows.iter().any(|&(code, _)| code == dfe_code) {
            rows.retain(|(code, _)| !code.contains(dfe_code));
            rows.push((dfe_code, figure(at, figures.indicator, "x")));
        }
        let benchmark = Benchmark::new(figures.indicator, figures.period, dfe_code, rows)
            .unwrap_or_else(|error| panic!("{at}: {error}"));
        let ours = Said::from(benchmark.statistical_neighbour_median_rounded(1));
        let wanted = Said::read(at, of("median"));
        if ours != wanted {
            faults.push(format!("{at}: expected {wanted:?}, ours {ours:?}"));
        }
        checked += 1;
    }
    println!("{checked} medians of the dashboard");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert!(checked > 0, "no medians in {}", folder.display());
}
