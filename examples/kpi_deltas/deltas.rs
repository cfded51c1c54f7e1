//! What is printed, as a table or as JSON.

use childrens_services::{
    Change, Findings, Indicator, Observed, Period, Scorecard, Series, chrono::NaiveDate, kpi::Row,
};
use serde::{Serialize, Serializer};

/// One source of figures.
#[derive(Serialize)]
pub struct Deltas {
    pub title: String,
    /// What a board sees of a scorecard.
    pub board: Option<Board>,
    /// Changes that a source states.
    pub changes: Vec<Change>,
    /// Figures of one period only, each with a remark.
    pub figures: Vec<Seen>,
    /// Indicators over time.
    pub indicators: Vec<Track>,
    /// What the reader should know.
    pub notes: Vec<&'static str>,
}

/// The rows of a scorecard on a day.
#[derive(Serialize)]
pub struct Board {
    pub as_of: String,
    pub rows: serde_json::Value,
    /// The same as texts, to print.
    #[serde(skip)]
    pub texts: Vec<[String; 8]>,
    pub findings: Findings,
}

#[derive(Serialize)]
pub struct Seen {
    #[serde(serialize_with = "code")]
    pub indicator: Indicator,
    pub period: Period,
    #[serde(serialize_with = "printed")]
    pub value: Observed,
    pub remark: String,
}

/// The code alone, also of an indicator of the user's own.
fn code<S: Serializer>(indicator: &Indicator, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(indicator.code())
}

/// As a report prints it, also a rate.
fn printed<S: Serializer>(value: &Observed, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// One indicator over time.
#[derive(Serialize)]
pub struct Track {
    #[serde(flatten)]
    pub series: Series,
    /// The period that later ones are also compared with.
    pub base: Option<Period>,
    /// Each period against the one before it.
    pub steps: Vec<Change>,
    /// Each period after the base against it.
    pub since_base: Vec<Change>,
}

impl Deltas {
    /// What a board sees on a day, and every series, each period against the one before and against the first.
    pub fn of_scorecard(scorecard: &Scorecard, as_of: NaiveDate) -> Result<Self, serde_json::Error> {
        let rows = scorecard.rows(as_of);
        let board = Board {
            as_of: as_of.to_string(),
            rows: serde_json::to_value(&rows)?,
            texts: rows.iter().map(Row::texts).collect(),
            findings: scorecard.findings(),
        };
        let tracks = scorecard.kpis.iter().map(|kpi| {
            let base = kpi.series.earliest().map(|first| first.period());
            Track::new(kpi.series.clone(), base)
        });
        Ok(Self {
            title: scorecard.title.to_string(),
            board: Some(board),
            changes: Vec::new(),
            figures: Vec::new(),
            indicators: tracks.collect(),
            notes: Vec::new(),
        })
    }
}

impl Track {
    /// A series against the period before and against `base`.
    pub fn new(series: Series, base: Option<Period>) -> Self {
        let steps = series.changes().collect();
        let since_base = base.map_or_else(Vec::new, |base| series.changes_since(base).collect());
        Self { series, base, steps, since_base }
    }
}
