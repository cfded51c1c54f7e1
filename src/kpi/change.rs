//! How far an indicator moved, and whether that is better.

use super::series::{Problem, check_kinds};
use super::{Indicator, Observable, Observation, Observed, Reason, SeriesError, StatedChange, Verdict};
use crate::measure::number::{self, PLACES};
use crate::measure::{Bounds, Figure, Period, PeriodError, Symbol, ratio::Ratio};
use crate::text;
use core::fmt;
use rust_decimal::Decimal;

/// The change of one indicator from one period to a later one.
///
/// Either between two observations, or relative only, where a source states no more: see [`StatedChange`].
///
/// # Verdict
///
/// By the indicator's polarity, from what the observations certainly say; [`reason`](Self::reason) tells why. Figures whose
/// bounds overlap give [`Verdict::CannotTell`]: 10.2% and again 10.2%, rounded, may be a rise or a fall. Rates are exact, so
/// counts that were rounded when they were printed can decide a verdict by their last place; compare their printed figures
/// where that matters. `over 90%` and `around 75` state no number to subtract, so they have no absolute and no relative
/// change; there may still be a verdict (from `over 90%` to `80%` is a fall).
///
/// A verdict says which way a figure moved, not whether the movement is more than chance.
///
/// # Wire
///
/// Written only: `{"code": …, "title": …, "since": "2019-02", "until": "2019-09", "earlier": "18.5%", "later": "1.8%",
/// "absolute": "-16.7", "absolute_unit": "percentage points", "relative": "-90.3", "bounds": "from …", "as_printed": null,
/// "verdict": "improved", "reason": "fell"}`; what there is not is null. `as_printed` is the difference of the printed
/// figures if it is another than `absolute`.
///
/// # Examples
///
/// ```
/// use childrens_services::{Change, Reason, Verdict, kpi::catalogue, rust_decimal::Decimal};
///
/// let change = Change::between(&catalogue::VACANCY_GAP_RATE, ("2019-02", "18.5%"), ("2019-09", "1.8%"))?;
/// assert_eq!(change.absolute_rounded(1), Some(Decimal::new(-167, 1)));
/// assert_eq!(change.relative_rounded(1), Some(Decimal::new(-903, 1)));
/// assert_eq!((change.verdict(), change.reason()), (Verdict::Improved, Reason::Fell));
///
/// // The first figure is invented.
/// let take_up = Change::between(&catalogue::OFFER_TAKE_UP_RATE, ("2019-02", "95%"), ("2019-09", "over 90%"))?;
/// assert_eq!(take_up.absolute_rounded(1), None);
/// assert_eq!(
///     take_up.absolute_bounds().expect("both have a value").to_string(),
///     "above -5.5 percentage points to 5.5 percentage points",
/// );
/// assert_eq!((take_up.verdict(), take_up.reason()), (Verdict::CannotTell, Reason::VagueFigure));
/// # Ok::<(), childrens_services::SeriesError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Change {
    indicator: Indicator,
    since: Period,
    until: Period,
    values: Values,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Values {
    Both { earlier: Observed, later: Observed },
    RelativeOnly(i128),
}

impl Change {
    /// Creates the change from one observation to a later one, each a period and a value as [`Series::new`] takes them.
    ///
    /// # Errors
    ///
    /// Returns an error for what [`Series::new`] refuses, and if the later period does not end after the earlier.
    ///
    /// [`Series::new`]: crate::Series::new
    pub fn between<P, V>(indicator: &Indicator, earlier: (P, V), later: (P, V)) -> Result<Self, SeriesError>
    where
        P: TryInto<Period>,
        PeriodError: From<P::Error>,
        V: Observable,
    {
        let earlier = Observation::read(indicator, earlier)?;
        let later = Observation::read(indicator, later)?;
        check_order(indicator, earlier.period, later.period)?;
        Ok(Self::of_checked(indicator.clone(), earlier, later))
    }

    /// For observations of one series, in order.
    pub(super) fn of_checked(indicator: Indicator, earlier: Observation, later: Observation) -> Self {
        let (since, until) = (earlier.period, later.period);
        Self { indicator, since, until, values: Values::Both { earlier: earlier.value, later: later.value } }
    }

    pub(super) fn of_stated(stated: &StatedChange) -> Self {
        let StatedChange { indicator, since, until, relative } = stated.clone();
        Self { indicator, since, until, values: Values::RelativeOnly(relative.micros()) }
    }

    /// What changed.
    #[must_use]
    pub const fn indicator(&self) -> &Indicator {
        &self.indicator
    }

    /// The period it changed from.
    #[must_use]
    pub const fn since(&self) -> Period {
        self.since
    }

    /// The period it changed to.
    #[must_use]
    pub const fn until(&self) -> Period {
        self.until
    }

    /// What was observed first; `None` for a change that is relative only.
    #[must_use]
    pub const fn earlier(&self) -> Option<&Observed> {
        match &self.values {
            Values::Both { earlier, .. } => Some(earlier),
            Values::RelativeOnly(_) => None,
        }
    }

    /// What was observed last; `None` for a change that is relative only.
    #[must_use]
    pub const fn later(&self) -> Option<&Observed> {
        match &self.values {
            Values::Both { later, .. } => Some(later),
            Values::RelativeOnly(_) => None,
        }
    }

    /// The numbers of both ends.
    fn ratios(&self) -> Option<(Ratio, Ratio)> {
        Some((self.earlier()?.ratio()?, self.later()?.ratio()?))
    }

    /// The difference, rounded once to `dp` places (at most six), halves away from zero, in the
    /// [unit of the difference](crate::Unit::of_difference). Returns `None` if an end states no number, and for a change
    /// that is relative only.
    #[must_use]
    pub fn absolute_rounded(&self, dp: u32) -> Option<Decimal> {
        let (earlier, later) = self.ratios()?;
        Some(later.minus(earlier).decimal_rounded(dp))
    }

    /// The difference as per cent of the earlier number, rounded once to `dp` places (at most six), halves away from zero.
    /// Returns `None` from 0 or less, to less than 0, above 10<sup>20</sup> per cent, and if an end states no number. A
    /// change that is relative only gives what was stated.
    #[must_use]
    pub fn relative_rounded(&self, dp: u32) -> Option<Decimal> {
        if let Values::RelativeOnly(relative) = self.values {
            return Some(Ratio::whole(relative).decimal_rounded(dp));
        }
        let (earlier, later) = self.ratios()?;
        later.relative_rounded(earlier, dp).map(number::to_decimal)
    }

    /// The interval in which the true difference lies, in the [unit of the difference](crate::Unit::of_difference). Returns
    /// `None` if an end has no value (`[z]`), and for a change that is relative only. A share lies within 100%, whatever its
    /// figure allows. An end that six places cannot hold is rounded outwards.
    #[must_use]
    pub fn absolute_bounds(&self) -> Option<Bounds> {
        let interval = |value: &Observed| value.interval(&self.indicator);
        let difference = interval(self.later()?)?.minus(interval(self.earlier()?)?);
        Some(difference.in_unit(self.indicator.unit().of_difference()))
    }

    /// Whether the change is for the better; see the type's page.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        Verdict::of(self.reason(), self.indicator.polarity())
    }

    /// Why the verdict is what it is: which way the indicator certainly moved, or why that cannot be told.
    #[must_use]
    pub fn reason(&self) -> Reason {
        let (earlier, later) = match &self.values {
            Values::Both { earlier, later } => (earlier, later),
            Values::RelativeOnly(relative) => return Reason::of(relative.cmp(&0)),
        };
        let intervals = later.interval(&self.indicator).zip(earlier.interval(&self.indicator));
        if let Some(moved) = intervals.and_then(|(later, earlier)| later.compare(earlier)) {
            return Reason::of(moved);
        }
        let is = |kind: fn(&Observed) -> bool| kind(earlier) || kind(later);
        if is(|value| value.symbol().is_some_and(|symbol| symbol != Symbol::Low)) {
            Reason::MissingFigure
        } else if is(|value| value.ratio().is_none()) {
            Reason::VagueFigure
        } else {
            Reason::WithinRounding
        }
    }

    /// The difference with the places that it is printed with: the indicator's own, or as many more, up to six, as show a
    /// change that would print as 0.
    #[must_use]
    pub fn absolute_printed(&self) -> Option<Decimal> {
        printed(self.indicator.decimal_places(), |dp| self.absolute_rounded(dp))
    }

    /// The relative change with the places that it is printed with: one, or as many more, up to six, as show a change that
    /// would print as 0, or as were stated of a change that is relative only.
    #[must_use]
    pub fn relative_printed(&self) -> Option<Decimal> {
        let dp = match self.values {
            Values::RelativeOnly(relative) => number::to_decimal(relative).scale().max(1),
            Values::Both { .. } => 1,
        };
        printed(dp, |dp| self.relative_rounded(dp))
    }

    /// The difference of the two figures as they are printed, if that is another than the difference with as many places:
    /// a rate's change is worked from its counts and rounded once, a difference of printed rates is rounded thrice.
    ///
    /// ```
    /// use childrens_services::{Change, Rate, kpi::catalogue, rust_decimal::Decimal};
    ///
    /// // Invented.
    /// let rate = |agency, all| Rate::new(&catalogue::AGENCY_RATE_FTE, agency, all);
    /// let change = Change::between(
    ///     &catalogue::AGENCY_RATE_FTE,
    ///     ("2023", rate(16_749, 100_000)?),
    ///     ("2024", rate(15_351, 100_000)?),
    /// )?;
    /// assert_eq!(change.as_printed(), Some(Decimal::new(-13, 1)));
    /// assert_eq!(
    ///     change.to_string(),
    ///     "16.7% (2023) to 15.4% (2024): -1.4 percentage points by the counts (-1.3 as printed), -8.3%, improved",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn as_printed(&self) -> Option<Decimal> {
        let is_rate = |value: Option<&Observed>| matches!(value, Some(Observed::Rate(_)));
        if !is_rate(self.earlier()) && !is_rate(self.later()) {
            return None;
        }
        let dp = self.indicator.decimal_places();
        let print = |value: &Observed| value.figure_rounded(dp).stated();
        let difference = print(self.later()?)?.micros() - print(self.earlier()?)?.micros();
        let mut difference = number::to_decimal(difference);
        difference.rescale(dp.max(difference.scale()));
        let told = [self.absolute_rounded(dp), self.absolute_printed()];
        (!told.contains(&Some(difference))).then_some(difference)
    }

    /// The absolute and the relative change as a sentence has them, as far as they can be worked out.
    pub(crate) fn amounts(&self) -> impl Iterator<Item = String> {
        let absolute = self.absolute_printed().map(|absolute| {
            let grammar = self.indicator.unit().of_difference().grammar();
            let micros = number::to_micros(absolute);
            let sign = if micros > 0 { "+" } else { "" };
            let number = format!("{sign}{}", grammar.text(micros, Some(absolute.scale())));
            let number = match self.reason() {
                // Rates may be nearer to each other than six places show.
                Reason::Rose if micros == 0 => "up by less than 0.000001".to_owned(),
                Reason::Fell if micros == 0 => "down by less than 0.000001".to_owned(),
                _ => number,
            };
            let told = |printed| format!("{number} by the counts ({} as printed)", signed(printed));
            self.as_printed().map_or_else(|| number.clone(), told)
        });
        let moved = matches!(self.reason(), Reason::Rose | Reason::Fell);
        let relative = self.relative_printed().filter(|relative| !(moved && relative.is_zero()));
        let relative = relative.map(|relative| signed(relative) + "%");
        absolute.into_iter().chain(relative)
    }
}

/// A change with the places that show it.
fn printed(dp: u32, change: impl Fn(u32) -> Option<Decimal>) -> Option<Decimal> {
    let shown = (dp..=PLACES).find(|dp| change(*dp).is_none_or(|number| !number.is_zero())).unwrap_or(dp);
    let mut number = change(shown)?;
    number.rescale(shown);
    Some(number)
}

pub(super) fn check_order(indicator: &Indicator, earlier: Period, later: Period) -> Result<(), SeriesError> {
    check_kinds(indicator, earlier, later)?;
    if later <= earlier {
        return Err(SeriesError::new(indicator, Problem::Order { earlier, later }));
    }
    Ok(())
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dp = self.indicator.decimal_places();
        let mut parts: Vec<String> = self.amounts().collect();
        parts.push(self.verdict().to_string());
        let mut text = match (self.earlier(), self.later()) {
            (Some(earlier), Some(later)) => {
                let print = |value: &Observed| value.figure_rounded(dp);
                format!("{} ({}) to {} ({}): ", print(earlier), self.since(), print(later), self.until())
            }
            _ => format!("{} to {}: ", self.since(), self.until()),
        };
        text += &parts.join(", ");
        if self.verdict() == Verdict::CannotTell {
            text += &format!(": {}", self.reason());
        }
        text::pad(&text, f)
    }
}

/// A number with the sign of a rise too.
fn signed(number: Decimal) -> String {
    format!("{}{number}", if number > Decimal::ZERO { "+" } else { "" })
}

impl serde::Serialize for Change {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Row<'a> {
            code: &'a str,
            title: &'a str,
            since: Period,
            until: Period,
            earlier: Option<Figure>,
            later: Option<Figure>,
            absolute: Option<String>,
            absolute_unit: &'static str,
            relative: Option<String>,
            bounds: Option<String>,
            as_printed: Option<String>,
            verdict: Verdict,
            reason: Reason,
        }
        let dp = self.indicator.decimal_places();
        let print = |value: &Observed| value.figure_rounded(dp);
        let text = |number: Decimal| number.to_string();
        Row {
            code: self.indicator.code(),
            title: self.indicator.title(),
            since: self.since(),
            until: self.until(),
            earlier: self.earlier().map(print),
            later: self.later().map(print),
            absolute: self.absolute_printed().map(text),
            absolute_unit: self.indicator.unit().of_difference().label(),
            relative: self.relative_printed().map(text),
            bounds: self.absolute_bounds().map(|bounds| bounds.to_string()),
            as_printed: self.as_printed().map(text),
            verdict: self.verdict(),
            reason: self.reason(),
        }
        .serialize(serializer)
    }
}
