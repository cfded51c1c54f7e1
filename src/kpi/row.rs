//! A row of a board's table.

use super::{Assessment, Change, Indicator, Kpi, Observation, Target, Verdict};
use chrono::NaiveDate;

/// One KPI as it was known on a day: what a row of a table needs, each cell as value and as text.
///
/// # Wire
///
/// Written only: `{"code": …, "title": …, "period": …, "latest": "1.8%", "on_previous": …, "on_year": …, "target": …,
/// "assessment": …}`, the changes as [`Change`], the assessment as [`Assessment`] has it; what there is not is null.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Row<'a> {
    kpi: &'a Kpi,
    latest: Option<&'a Observation>,
    on_previous: Option<Change>,
    on_year: Option<Change>,
    assessment: Option<Assessment<'a>>,
}

impl<'a> Row<'a> {
    /// The headings of [`texts`](Self::texts).
    pub const HEADINGS: [&'static str; 8] =
        ["Indicator", "Period", "Latest", "On previous", "On year", "Target", "Status", "Reason"];

    pub(super) fn of(kpi: &'a Kpi, as_of: NaiveDate) -> Self {
        let series = &kpi.series;
        let known = series.known_by(as_of);
        let latest = known.last();
        let since = |earlier| series.change_between(earlier, latest?.period());
        let previous = known.iter().rev().nth(1).map(Observation::period);
        let year_before = latest.and_then(|latest| latest.period().year_before());
        Self {
            kpi,
            latest,
            on_previous: previous.and_then(since),
            on_year: year_before.and_then(since),
            assessment: kpi.assess(as_of),
        }
    }

    /// The indicator.
    #[must_use]
    pub const fn indicator(&self) -> &'a Indicator {
        self.kpi.series.indicator()
    }

    /// The latest observation. `None` if there is none by the day.
    #[must_use]
    pub const fn latest(&self) -> Option<&'a Observation> {
        self.latest
    }

    /// The change from the observation before the latest, however long before it is.
    #[must_use]
    pub const fn on_previous(&self) -> Option<&Change> {
        self.on_previous.as_ref()
    }

    /// The change from the same period a year before the latest, if that has an observation.
    #[must_use]
    pub const fn on_year(&self) -> Option<&Change> {
        self.on_year.as_ref()
    }

    /// Where it stands to the target in force on the day, which it [names](Assessment::target). `None` if none is in force.
    #[must_use]
    pub const fn assessment(&self) -> Option<&Assessment<'a>> {
        self.assessment.as_ref()
    }

    /// Each cell as text, under its [heading](Self::HEADINGS); empty where there is nothing.
    #[must_use]
    pub fn texts(&self) -> [String; 8] {
        let dp = self.indicator().decimal_places();
        let assessment = self.assessment.as_ref();
        [
            self.indicator().title().to_owned(),
            self.latest.map(|latest| latest.period().in_words()).unwrap_or_default(),
            self.latest.map(|latest| latest.value().figure_rounded(dp).to_string()).unwrap_or_default(),
            self.on_previous.as_ref().map(change).unwrap_or_default(),
            self.on_year.as_ref().map(change).unwrap_or_default(),
            assessment.map(|assessment| assessment.target().to_string()).unwrap_or_default(),
            assessment.map(|assessment| assessment.status().to_string()).unwrap_or_default(),
            assessment.map(Assessment::text).unwrap_or_default(),
        ]
    }
}

/// `-16.7 percentage points since February 2019, improved`; nothing that looks like a movement if none is certain.
fn change(change: &Change) -> String {
    let (since, verdict) = (change.since().in_words(), change.verdict());
    match (change.amounts().next(), verdict) {
        (_, Verdict::CannotTell) => format!("{verdict} since {since}: {}", change.reason()),
        (Some(amount), _) => format!("{amount} since {since}, {verdict}"),
        (None, _) => format!("{verdict} since {since}"),
    }
}

impl serde::Serialize for Row<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Cells<'a> {
            code: &'a str,
            title: &'a str,
            period: Option<crate::Period>,
            latest: Option<crate::Figure>,
            on_previous: Option<&'a Change>,
            on_year: Option<&'a Change>,
            target: Option<&'a Target>,
            assessment: Option<&'a Assessment<'a>>,
        }
        let indicator = self.indicator();
        let dp = indicator.decimal_places();
        Cells {
            code: indicator.code(),
            title: indicator.title(),
            period: self.latest.map(Observation::period),
            latest: self.latest.map(|latest| latest.value().figure_rounded(dp)),
            on_previous: self.on_previous(),
            on_year: self.on_year(),
            target: self.assessment().map(Assessment::target),
            assessment: self.assessment(),
        }
        .serialize(serializer)
    }
}
