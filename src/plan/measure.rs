//! What shows whether the plan works: an indicator with its baseline and target.

use super::{Intent, MeasureKind, Rating};
use crate::{
    calendar::Cadence,
    kpi::{Indicator, Observed, Polarity, Series},
    measure::{Figure, FigureError, Interval, Period, number::ONE, ratio::Ratio},
};
use chrono::NaiveDate;
use core::{cmp::Ordering, ops::Bound};

/// Where a measure started.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Baseline {
    /// The value.
    pub value: Figure,
    /// When; without it the measure breaks rule `PLAN-10`.
    pub period: Option<Period>,
}

/// What a measure is to reach or to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Target {
    /// The value. Of a figure such as "at least 90%" the number counts: the indicator says which direction is better.
    pub value: Figure,
    /// By when.
    pub by: Option<NaiveDate>,
    /// Whether it is to be reached, or held.
    pub intent: Intent,
}

/// A measure of the plan: an indicator, with its direction of good, a baseline and a target.
///
/// # Unit
///
/// That of the indicator; values are read in it.
///
/// # Wire
///
/// `{"indicator": …, "kind": "outcome", "areas": [10], "baseline": {"value": "18.5", "period": "2019-02"}, "target":
/// {"value": "1.8", "intent": "maintain"}}`, and `statutory_limit`, `sustained_over`, `frequency`.
///
/// # Examples
///
/// ```
/// use childrens_services::{Figure, Intent, Measure, Rating, Unit, kpi::catalogue};
///
/// // Invented target.
/// let gap = Measure::of(&catalogue::VACANCY_GAP_RATE)
///     .with_baseline("2019-02".parse()?, "18.5%")?
///     .with_target("2%", Intent::Reach, None)?;
/// let rate = |text| Ok::<_, childrens_services::FigureError>(gap.rating_of(&Figure::read(Unit::PerCent, text)?.into()));
/// assert_eq!(rate("1.8%")?, Rating::Green);
/// assert_eq!(rate("2.2%")?, Rating::Amber); // within a tenth of the target
/// assert_eq!(rate("2.3%")?, Rating::Red);
/// assert_eq!(rate("[c]")?, Rating::Grey);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "crate::wire::Object<wire::Wire>", into = "wire::Wire")]
pub struct Measure {
    indicator: Indicator,
    kind: MeasureKind,
    areas: Vec<u32>,
    baseline: Option<Baseline>,
    target: Option<Target>,
    statutory_limit: Option<Figure>,
    sustained_over: Option<u32>,
    frequency: Option<Cadence>,
}

impl Measure {
    /// By how much of the target, in per cent, a value may be worse and still be amber.
    pub const TOLERANCE_PERCENT: u32 = 10;

    /// An outcome measure of an indicator.
    #[must_use]
    pub fn of(indicator: &Indicator) -> Self {
        Self {
            indicator: indicator.clone(),
            kind: MeasureKind::Outcome,
            areas: Vec::new(),
            baseline: None,
            target: None,
            statutory_limit: None,
            sustained_over: None,
            frequency: None,
        }
    }

    /// Says what it looks at.
    #[must_use]
    pub const fn with_kind(mut self, kind: MeasureKind) -> Self {
        self.kind = kind;
        self
    }

    /// Adds an area for improvement that it measures, by its number.
    #[must_use]
    pub fn with_area(mut self, number: u32) -> Self {
        self.areas.push(number);
        self
    }

    /// Sets where it started.
    ///
    /// # Errors
    ///
    /// Refuses a value that is no figure in the indicator's unit.
    pub fn with_baseline(mut self, period: Period, value: &str) -> Result<Self, FigureError> {
        self.baseline = Some(Baseline { value: self.read(value)?, period: Some(period) });
        Ok(self)
    }

    /// Sets what is to be reached or held, and by when, where a day is set.
    ///
    /// # Errors
    ///
    /// Refuses a value that is no figure in the indicator's unit.
    pub fn with_target(
        mut self,
        value: &str,
        intent: Intent,
        by: Option<NaiveDate>,
    ) -> Result<Self, FigureError> {
        self.target = Some(Target { value: self.read(value)?, by, intent });
        Ok(self)
    }

    /// Sets the limit that law or statutory guidance gives, beside the target.
    ///
    /// # Errors
    ///
    /// Refuses a value that is no figure in the indicator's unit.
    pub fn with_statutory_limit(mut self, value: &str) -> Result<Self, FigureError> {
        self.statutory_limit = Some(self.read(value)?);
        Ok(self)
    }

    /// Says how many observations in a row must meet the target before the measure is blue; without it, it never is.
    #[must_use]
    pub const fn with_sustained_over(mut self, observations: u32) -> Self {
        self.sustained_over = Some(observations);
        self
    }

    /// Says how often it is observed.
    #[must_use]
    pub const fn with_frequency(mut self, frequency: Cadence) -> Self {
        self.frequency = Some(frequency);
        self
    }

    fn read(&self, value: &str) -> Result<Figure, FigureError> {
        Figure::read(self.indicator.unit(), value)
    }

    /// What is measured.
    #[must_use]
    pub const fn indicator(&self) -> &Indicator {
        &self.indicator
    }

    /// What it looks at.
    #[must_use]
    pub const fn kind(&self) -> MeasureKind {
        self.kind
    }

    /// The areas for improvement that it measures, by their numbers.
    #[must_use]
    pub fn areas(&self) -> &[u32] {
        &self.areas
    }

    /// Where it started.
    #[must_use]
    pub const fn baseline(&self) -> Option<&Baseline> {
        self.baseline.as_ref()
    }

    /// What it is to reach or to hold.
    #[must_use]
    pub const fn target(&self) -> Option<&Target> {
        self.target.as_ref()
    }

    /// The limit that law or statutory guidance gives.
    #[must_use]
    pub const fn statutory_limit(&self) -> Option<&Figure> {
        self.statutory_limit.as_ref()
    }

    /// How many observations in a row make it blue.
    #[must_use]
    pub const fn sustained_over(&self) -> Option<u32> {
        self.sustained_over
    }

    /// How often it is observed.
    #[must_use]
    pub const fn frequency(&self) -> Option<Cadence> {
        self.frequency
    }

    /// Where a figure stands to the target: green where it is as good or better, amber within
    /// [`TOLERANCE_PERCENT`](Self::TOLERANCE_PERCENT) of the target, else red; grey without a target, without a direction
    /// of good, and where the figure's words leave it open.
    ///
    /// A rounded figure is compared as it is printed.
    #[must_use]
    pub fn rating_of(&self, seen: &Observed) -> Rating {
        let Some(target) = self.target.as_ref().and_then(|target| target.value.number()) else {
            return Rating::Grey;
        };
        let worse = match self.indicator.polarity() {
            Polarity::HigherIsBetter => Ordering::Less,
            Polarity::LowerIsBetter => Ordering::Greater,
            Polarity::Neutral => return Rating::Grey,
        };
        let stated = seen.ratio().map(Interval::point);
        let Some(interval) = stated.or_else(|| seen.interval(&self.indicator)) else { return Rating::Grey };
        let tolerance = i128::from(Self::TOLERANCE_PERCENT);
        let per_cent = if worse == Ordering::Less { 100 - tolerance } else { 100 + tolerance };
        let target = target.micros();
        let limit = Ratio { numerator: target * per_cent, denominator: 100 * ONE };
        match not_beyond(interval, Ratio::whole(target), worse) {
            Some(true) => Rating::Green,
            None => Rating::Grey,
            Some(false) => match not_beyond(interval, limit, worse) {
                Some(true) => Rating::Amber,
                Some(false) => Rating::Red,
                None => Rating::Grey,
            },
        }
    }

    /// Where the last observation that could be known on a day stands to the target; blue where as many in a row as
    /// [`sustained_over`](Self::sustained_over) says meet it.
    #[must_use]
    pub fn rating_on(&self, day: NaiveDate, series: &Series) -> Rating {
        let known = series.known_on(day);
        let ratings: Vec<Rating> = known.iter().map(|seen| self.rating_of(seen.value())).collect();
        let Some(last) = ratings.last() else { return Rating::Grey };
        let met = ratings.iter().rev().take_while(|rating| **rating == Rating::Green).count();
        let sustained = self
            .sustained_over
            .is_some_and(|wanted| wanted > 0 && usize::try_from(wanted).is_ok_and(|wanted| met >= wanted));
        if sustained { Rating::Blue } else { *last }
    }
}

/// Whether no value lies beyond a limit in a direction; none where some may and some may not.
fn not_beyond(interval: Interval, limit: Ratio, direction: Ordering) -> Option<bool> {
    let (far, near) = match direction {
        Ordering::Greater => (interval.upper, interval.lower),
        _ => (interval.lower, interval.upper),
    };
    let none_beyond = match far {
        Bound::Included(end) | Bound::Excluded(end) => end.compare(limit) != direction,
        Bound::Unbounded => false,
    };
    let all_beyond = match near {
        Bound::Included(end) => end.compare(limit) == direction,
        Bound::Excluded(end) => {
            matches!(end.compare(limit), Ordering::Equal) || end.compare(limit) == direction
        }
        Bound::Unbounded => false,
    };
    if none_beyond { Some(true) } else { all_beyond.then_some(false) }
}

/// A value of a measure is no figure in the unit of its indicator.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {error}")]
pub struct MeasureError {
    place: &'static str,
    error: FigureError,
}

mod wire {
    use super::{
        Baseline, Cadence, Figure, Indicator, Intent, Measure, MeasureError, MeasureKind, Period, Target,
    };
    use crate::wire::{FigureText, Object, optional_day};
    use chrono::NaiveDate;
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields, expecting = "a measure: an object with indicator and kind")]
    pub(super) struct Wire {
        indicator: Indicator,
        kind: MeasureKind,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        areas: Vec<u32>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        baseline: Option<Object<BaselineWire>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        target: Option<Object<TargetWire>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        statutory_limit: Option<FigureText>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sustained_over: Option<u32>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        frequency: Option<Cadence>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields, expecting = "a baseline: an object with value and period")]
    struct BaselineWire {
        value: FigureText,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period: Option<Period>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields, expecting = "a target: an object with value")]
    struct TargetWire {
        value: FigureText,
        #[serde(default, skip_serializing_if = "Option::is_none", with = "optional_day")]
        by: Option<NaiveDate>,
        #[serde(default = "reach")]
        intent: Intent,
    }

    const fn reach() -> Intent {
        Intent::Reach
    }

    impl TryFrom<Object<Wire>> for Measure {
        type Error = MeasureError;

        fn try_from(Object(wire): Object<Wire>) -> Result<Self, MeasureError> {
            let unit = wire.indicator.unit();
            let read = |place, text: &FigureText| -> Result<Figure, MeasureError> {
                Figure::read(unit, &text.0).map_err(|error| MeasureError { place, error })
            };
            let baseline = match wire.baseline {
                Some(Object(BaselineWire { value, period })) => {
                    Some(Baseline { value: read("baseline.value", &value)?, period })
                }
                None => None,
            };
            let target = match wire.target {
                Some(Object(TargetWire { value, by, intent })) => {
                    Some(Target { value: read("target.value", &value)?, by, intent })
                }
                None => None,
            };
            let limit = wire.statutory_limit.map(|text| read("statutory_limit", &text)).transpose()?;
            Ok(Self {
                indicator: wire.indicator,
                kind: wire.kind,
                areas: wire.areas,
                baseline,
                target,
                statutory_limit: limit,
                sustained_over: wire.sustained_over,
                frequency: wire.frequency,
            })
        }
    }

    impl From<Measure> for Wire {
        fn from(measure: Measure) -> Self {
            Self {
                indicator: measure.indicator,
                kind: measure.kind,
                areas: measure.areas,
                baseline: measure
                    .baseline
                    .map(|Baseline { value, period }| Object(BaselineWire { value: value.into(), period })),
                target: measure.target.map(|Target { value, by, intent }| {
                    Object(TargetWire { value: value.into(), by, intent })
                }),
                statutory_limit: measure.statutory_limit.map(Into::into),
                sustained_over: measure.sustained_over,
                frequency: measure.frequency,
            }
        }
    }
}
