//! What a benchmark says in words.

use super::{Benchmark, rows::have};
use crate::text;
use core::fmt;

impl Benchmark {
    /// Rank and quartile in words, with which direction is better:
    /// `rank 27 of 150 from the lowest, first quartile; lower is better, and 26 others have a better figure`.
    #[must_use]
    pub fn standing(&self) -> String {
        let Some((rank, quartile)) = self.rank().zip(self.quartile()) else {
            let why = self.figure().symbol().map_or("", |symbol| symbol.label());
            return format!(
                "no rank: {why}; {} a figure",
                have(self.rank_of(), "another has", "others have")
            );
        };
        let quartile = quartile.label().to_lowercase();
        let better = match self.better_than_own() {
            Some(0) => format!("{}, and no other has a better figure", self.indicator().polarity()),
            Some(count) => {
                let others = have(count, "other has", "others have");
                format!("{}, and {others} a better figure", self.indicator().polarity())
            }
            None => "neither direction is better".to_owned(),
        };
        format!("rank {rank} of {} from the lowest, {quartile}; {better}", self.rank_of())
    }

    /// The median of the neighbours as a report prints it: with the indicator's decimal places, or the half that
    /// the median of counts may have.
    fn printed_median(&self) -> Option<String> {
        let (unit, dp) = (self.indicator().unit(), self.indicator().decimal_places());
        let dp = if unit.is_whole() { 1 } else { dp };
        let shown = (!unit.is_whole()).then_some(dp);
        self.median_micros(dp).map(|micros| unit.grammar().text(micros, shown))
    }
}

impl fmt::Display for Benchmark {
    /// One line for a report of the authority, whose name it leaves away: title, period and figure, what it is
    /// compared with, and [`standing`](Self::standing).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let england = self.england().map(|figure| format!("England {figure}"));
        let region = self.region().map(|(name, figure)| format!("{name} {figure}"));
        let neighbours = self.printed_median().map(|median| {
            format!("statistical neighbours {median} (median of {})", self.statistical_neighbours_counted())
        });
        let beside: Vec<String> = [england, region, neighbours].into_iter().flatten().collect();
        let beside = if beside.is_empty() { String::new() } else { format!("{}; ", beside.join(", ")) };
        let (indicator, period, figure) = (self.indicator(), self.period(), self.figure());
        text::pad(&format!("{indicator}, {period}: {figure}; {beside}{}", self.standing()), f)
    }
}
