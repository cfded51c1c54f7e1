//! Where an authority stands among England, its region, its statistical neighbours and all authorities, by each of the
//! nine published rates.
//!
//! ```text
//! cargo run --example benchmark                              West Sussex, 2019; no file needed
//! cargo run --release --example benchmark -- FILE            West Sussex in the latest year of the published file
//! cargo run --release --example benchmark -- FILE --year 2019 --authority 938
//! ```
//!
//! Without a file the rows are those of England, the South East, West Sussex and its ten statistical neighbours in
//! Department for Education, *Children's social work workforce*, reporting year 2019 (Open Government Licence v3.0), so
//! rank and quartile are among eleven authorities only.

#[path = "support/mod.rs"]
mod support;

use childrens_services::{
    Benchmark, Period, Polarity,
    statistics::{Reader, ReportingYear},
    workforce::RATES,
};
use std::{error::Error, fs::File, io, process::ExitCode};
use support::{arguments, end, print};

const USAGE: &str = "usage: benchmark [FILE [--year YEAR] [--authority DFE_CODE]]";
const WEST_SUSSEX: &str = "938";
/// So many of the rates are published; they come first.
const PUBLISHED: usize = 9;
const EXCERPT: &str = "the excerpt";

fn main() -> ExitCode {
    end(run().map(|()| true))
}

fn run() -> Result<(), Box<dyn Error>> {
    let arguments = arguments()?;
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (file, mut options) = match arguments[..] {
        [] => {
            return benchmark(
                include_bytes!("data/workforce_2019.csv").as_slice(),
                "the excerpt",
                None,
                WEST_SUSSEX,
            );
        }
        ["-h" | "--help"] => return print(USAGE),
        [file, ref options @ ..] if !file.starts_with('-') => (file, options),
        _ => return Err(format!("{}: not understood; {USAGE}", arguments.join(" ")).into()),
    };
    let (mut period, mut authority) = (None, WEST_SUSSEX);
    while let [option, value, rest @ ..] = options {
        match *option {
            "--year" => period = Some(year(value)?),
            "--authority" => authority = value,
            _ => return Err(format!("{option} {value}: not understood; {USAGE}").into()),
        }
        options = rest;
    }
    if let [rest] = options {
        return Err(format!("{rest}: not understood; {USAGE}").into());
    }
    let source = File::open(file)
        .map_err(|error| format!("{file}: {error}; expected the path of the published file in CSV"))?;
    benchmark(source, file, period, authority)
}

fn year(text: &str) -> Result<Period, String> {
    let year = text.parse().ok().and_then(|year| Period::reporting_year(year).ok());
    year.ok_or_else(|| format!("--year {text} is not a year such as 2019; {USAGE}"))
}

fn benchmark(
    source: impl io::Read,
    name: &str,
    period: Option<Period>,
    authority: &str,
) -> Result<(), Box<dyn Error>> {
    let reader = Reader::new(source).map_err(|error| format!("{name}: {error}"))?;
    // The year that is asked for, else the latest.
    let mut wanted: Option<ReportingYear> = None;
    for year in reader.reporting_years() {
        let year = match year {
            Ok(year) => year,
            // What is left out of the table is said beside it.
            Err(error) => {
                eprintln!("{name}: refused: {error}");
                continue;
            }
        };
        let is_wanted = match (period, &wanted) {
            (Some(period), _) => year.period() == period,
            (None, Some(latest)) => year.period() > latest.period(),
            (None, None) => true,
        };
        if is_wanted {
            wanted = Some(year);
        }
    }
    let year = wanted.ok_or_else(|| match period {
        Some(period) => format!("{name}: there are no rows of the {period}"),
        None => format!("{name}: there are no rows"),
    })?;
    let in_year = |error| format!("{name}: {}: {error}", year.period());
    // First of all, because the message of a benchmark says which code to ask for where no row has this one.
    let benchmarks: Vec<Benchmark> = RATES[..PUBLISHED]
        .iter()
        .map(|rate| year.benchmark(rate.indicator, authority))
        .collect::<Result<_, _>>()
        .map_err(in_year)?;
    let row = year.row_of_dfe_code(authority).ok_or("a benchmark has a row")?;
    let mut lines = vec![[
        "rate".to_owned(),
        row.name().to_owned(),
        "England".to_owned(),
        row.region_code().and_then(|code| year.row(code)).map_or("region", |region| region.name()).to_owned(),
        "neighbours".to_owned(),
        "rank".to_owned(),
        "quartile".to_owned(),
        "better is".to_owned(),
    ]];
    lines.extend(benchmarks.iter().map(line));
    let widths: [usize; 8] = std::array::from_fn(|column| {
        lines.iter().map(|line| line[column].chars().count()).max().unwrap_or_default()
    });
    let mut text = format!("{row}\n\n");
    for line in &lines {
        let cells = line.iter().zip(widths).enumerate().map(|(column, (cell, width))| {
            if column == 0 { format!("{cell:width$}") } else { format!("  {cell:>width$}") }
        });
        text.push_str(cells.collect::<String>().trim_end());
        text.push('\n');
    }
    text.push_str(
        "\nneighbours: the median of the statistical neighbours that have a figure, and how many they are\n\
         rank: from the lowest, among the authorities of the file that have a figure; it says nothing of better or worse",
    );
    if name == EXCERPT {
        text.push_str("\nthe file: an excerpt of thirteen rows that comes with this example; name a FILE for all authorities");
    }
    print(&text)
}

fn line(benchmark: &Benchmark) -> [String; 8] {
    let none = || "-".to_owned();
    let median = benchmark.statistical_neighbour_median_rounded(1);
    [
        benchmark.indicator().title().to_owned(),
        benchmark.figure().to_string(),
        benchmark.england().map_or_else(none, |figure| figure.to_string()),
        benchmark.region().map_or_else(none, |(_, figure)| figure.to_string()),
        median
            .map_or_else(none, |median| format!("{median} ({})", benchmark.statistical_neighbours_counted())),
        benchmark.rank().map_or_else(none, |rank| format!("{rank} of {}", benchmark.rank_of())),
        benchmark.quartile().map_or_else(none, |quartile| quartile.number().to_string()),
        match benchmark.indicator().polarity() {
            Polarity::LowerIsBetter => "lower",
            Polarity::HigherIsBetter => "higher",
            _ => "neither",
        }
        .to_owned(),
    ]
}
