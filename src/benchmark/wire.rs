//! A benchmark as it is written.

use super::{Benchmark, Quartile};
use crate::{
    authority::Closeness,
    kpi::{AnyFigure, Indicator},
    measure::Period,
};
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

#[derive(Serialize)]
struct Region<'a> {
    name: &'a str,
    figure: AnyFigure,
}

#[derive(Serialize)]
struct Neighbour {
    rank: u8,
    dfe_code: &'static str,
    name: &'static str,
    closeness: Closeness,
    figure: Option<AnyFigure>,
}

#[derive(Serialize)]
struct Comparison<'a> {
    indicator: &'a Indicator,
    period: Period,
    dfe_code: &'a str,
    figure: AnyFigure,
    england: Option<AnyFigure>,
    region: Option<Region<'a>>,
    neighbours: Vec<Neighbour>,
    statistical_neighbour_median: Option<String>,
    statistical_neighbours_counted: usize,
    rank: Option<usize>,
    rank_of: usize,
    better_than_own: Option<usize>,
    quartile_points: Option<[String; 3]>,
    quartile: Option<Quartile>,
}

impl Serialize for Benchmark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let neighbours = self.statistical_neighbours().map(|(neighbour, figure)| Neighbour {
            rank: neighbour.rank(),
            dfe_code: neighbour.authority().dfe_code(),
            name: neighbour.authority().name(),
            closeness: neighbour.closeness(),
            figure,
        });
        let text = |number: Decimal| number.to_string();
        Comparison {
            indicator: self.indicator(),
            period: self.period(),
            dfe_code: self.dfe_code(),
            figure: self.figure(),
            england: self.england(),
            region: self.region().map(|(name, figure)| Region { name, figure }),
            neighbours: neighbours.collect(),
            statistical_neighbour_median: self.statistical_neighbour_median().map(text),
            statistical_neighbours_counted: self.statistical_neighbours_counted(),
            rank: self.rank(),
            rank_of: self.rank_of(),
            better_than_own: self.better_than_own(),
            quartile_points: self.quartile_points().map(|points| points.map(text)),
            quartile: self.quartile(),
        }
        .serialize(serializer)
    }
}
