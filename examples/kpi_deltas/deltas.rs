//! What is printed, as a table or as JSON.

use childrens_services::{
    AnySeries, ChangeSummary, Indicator, Observed, Period, Polarity, Scorecard, Series, Unit,
};
use serde::Serialize;

/// One source of figures.
#[derive(Serialize)]
pub struct Deltas {
    pub title: String,
    /// Changes that stand alone, each with a remark.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<Statement>,
    /// Indicators over time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Track>,
    /// What the reader should know.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<&'static str>,
}

#[derive(Serialize)]
pub struct Statement {
    #[serde(flatten)]
    pub change: ChangeSummary,
    pub remark: &'static str,
}

/// One indicator over time.
#[derive(Serialize)]
pub struct Track {
    pub code: String,
    pub title: String,
    pub unit: Unit,
    pub polarity: Polarity,
    /// The period that later ones are also compared with.
    pub base: Option<Period>,
    pub rows: Vec<Row>,
}

#[derive(Serialize)]
pub struct Row {
    pub period: Period,
    pub figure: String,
    /// The change on the period before.
    pub step: Option<ChangeSummary>,
    /// The change since the base period.
    pub since_base: Option<ChangeSummary>,
}

impl Deltas {
    /// Every series of a scorecard, each period against the one before and against the first.
    pub fn of_scorecard(scorecard: &Scorecard) -> Self {
        let indicators = scorecard.series().iter().map(Track::of_any).collect();
        Self { title: scorecard.title().to_owned(), statements: Vec::new(), indicators, notes: Vec::new() }
    }
}

impl Track {
    fn of_any(series: &AnySeries) -> Self {
        let figures = series.figures();
        let base = figures.first().map(|(period, _)| *period);
        let since_base = base.map_or_else(Vec::new, |base| series.changes_since(base));
        Self::new(series.indicator(), figures, series.changes(), base, since_base)
    }

    /// A series against the period before and against `base`.
    pub fn of_series<M: Observed>(series: &Series<M>, base: Period) -> Self {
        let dp = series.indicator().decimal_places();
        let figures = series.observations().iter();
        let figures =
            figures.map(|seen| (seen.period(), seen.value().figure_rounded(dp).to_string())).collect();
        let steps = series.changes().map(|change| change.summary()).collect();
        let since_base = series.changes_since(base).map(|change| change.summary()).collect();
        Self::new(series.indicator(), figures, steps, Some(base), since_base)
    }

    fn new(
        indicator: &Indicator,
        figures: Vec<(Period, String)>,
        steps: Vec<ChangeSummary>,
        base: Option<Period>,
        since_base: Vec<ChangeSummary>,
    ) -> Self {
        let until =
            |changes: &[ChangeSummary], period| changes.iter().find(|change| change.until == period).cloned();
        let rows = figures.into_iter().map(|(period, figure)| Row {
            period,
            figure,
            step: until(&steps, period),
            since_base: until(&since_base, period),
        });
        Self {
            code: indicator.code().to_owned(),
            title: indicator.title().to_owned(),
            unit: indicator.unit(),
            polarity: indicator.polarity(),
            base,
            rows: rows.collect(),
        }
    }
}
