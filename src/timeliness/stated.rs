//! What a publication states of timeliness.

use crate::measure::{Figure, FigureError, Period, Unit};
use crate::wire::{FigureText, Object};

/// The timeliness that a publication states for a period, as far as it does.
///
/// # Examples
///
/// ```
/// use childrens_services::StatedTimeliness;
///
/// // Invented.
/// let stated = StatedTimeliness::new("2019/20 Q1".parse()?).with_in_time(19).with_percent("95%")?;
/// assert_eq!((stated.in_time(), stated.due()), (Some(19), None));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "Object<Wire>", into = "Wire")]
pub struct StatedTimeliness {
    period: Period,
    in_time: Option<u32>,
    due: Option<u32>,
    percent: Option<Figure>,
}

impl StatedTimeliness {
    /// What is stated for a period: nothing yet.
    #[must_use]
    pub const fn new(period: Period) -> Self {
        Self { period, in_time: None, due: None, percent: None }
    }

    /// How many are said to be in time.
    #[must_use]
    pub const fn with_in_time(mut self, in_time: u32) -> Self {
        self.in_time = Some(in_time);
        self
    }

    /// How many are said to have been due.
    #[must_use]
    pub const fn with_due(mut self, due: u32) -> Self {
        self.due = Some(due);
        self
    }

    /// Which share is said to be in time, as it is printed.
    ///
    /// # Errors
    ///
    /// Returns an error for a text that is no figure in per cent.
    pub fn with_percent(mut self, percent: &str) -> Result<Self, FigureError> {
        self.percent = Some(Figure::read(Unit::PerCent, percent)?);
        Ok(self)
    }

    /// The period.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }

    /// The number in time, where it is stated.
    #[must_use]
    pub const fn in_time(&self) -> Option<u32> {
        self.in_time
    }

    /// The number due, where it is stated.
    #[must_use]
    pub const fn due(&self) -> Option<u32> {
        self.due
    }

    /// The share in time, where it is stated.
    #[must_use]
    pub const fn percent(&self) -> Option<Figure> {
        self.percent
    }
}

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, expecting = "stated timeliness: an object with period")]
struct Wire {
    period: Period,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    in_time: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    percent: Option<FigureText>,
}

impl TryFrom<Object<Wire>> for StatedTimeliness {
    type Error = FigureError;

    fn try_from(Object(wire): Object<Wire>) -> Result<Self, FigureError> {
        let percent = wire.percent.map(|text| Figure::read(Unit::PerCent, &text.0)).transpose()?;
        Ok(Self { period: wire.period, in_time: wire.in_time, due: wire.due, percent })
    }
}

impl From<StatedTimeliness> for Wire {
    fn from(StatedTimeliness { period, in_time, due, percent }: StatedTimeliness) -> Self {
        Self { period, in_time, due, percent: percent.map(Into::into) }
    }
}
