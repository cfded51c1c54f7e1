//! Where a series stands to a target on a day.

mod words;

use super::{Goal, Observation, Observed, Rating, Series, Target};
use crate::calendar::Cadence;
use crate::measure::{Figure, Interval, Period, PeriodKind, Quantity, Symbol, ratio::Ratio};
use crate::rules::Finding;
use crate::vocabulary::vocabulary;
use chrono::NaiveDate;
use core::ops::Bound;

vocabulary! {
    /// Where an indicator stands to its target.
    TargetStatus: "status of a target" {
        /// The last figure meets the goal, or that of the goal's day met it.
        Met: "met", "met";
        /// The last figure is where the path to the goal leads, or better.
        OnTrack: "on_track", "on track";
        /// The last figure is worse than what is due, within the tolerance.
        AtRisk: "at_risk", "at risk";
        /// The last figure is worse than what is due, beyond the tolerance.
        OffTrack: "off_track", "off track";
        /// The day of the goal has passed, and its figure did not meet it.
        Missed: "missed", "missed";
        /// The last figure is too old.
        Stale: "stale", "stale";
        /// There is no figure.
        NoData: "no_data", "no data";
        /// The figures do not decide it, or the target does not fit the indicator.
        CannotTell: "cannot_tell", "cannot tell";
    }
}

vocabulary! {
    /// What an [`Assessment`] rests on, or why it cannot be told.
    AssessmentReason: "reason of an assessment" {
        /// The last figure against the goal.
        Goal: "goal", "the last figure against the goal";
        /// The last figure against the path to the goal.
        Path: "path", "the last figure against the path";
        /// The figure of the goal's day against the goal.
        Day: "day", "the figure of the day against the goal";
        /// The target does not fit the indicator.
        Misfit: "misfit", "the target does not fit the indicator";
        /// There is no figure.
        NoFigure: "no_figure", "there is no figure";
        /// There is no figure of the goal's day.
        NoFigureOfDay: "no_figure_of_day", "there is no figure of the day";
        /// The last figure is too old.
        OldFigure: "old_figure", "the last figure is too old";
        /// The figure is withheld.
        MissingFigure: "missing_figure", "the figure is missing";
        /// The figure is only a limit or an approximation.
        VagueFigure: "vague_figure", "the figure is a limit or an approximation";
        /// The figure is rounded, and may lie on either side of what is due.
        WithinRounding: "within_rounding", "the rounding of the figure";
    }
}

/// Where a series stands to a target on a day, and why.
///
/// # How it is told
///
/// Only figures of periods that have ended by the day count, and of those none that ended before the target came into
/// force. In this order:
///
/// 1. A target with a [finding](Target::findings) for the indicator: cannot tell.
/// 2. No figure: no data. The time for the next figure has passed twice (see [`Target::cadence`]): stale, whatever was met or
///    missed before; ask for an earlier day to learn that.
/// 3. The day of the goal has passed: the last figure of a period that ended by it decides between met and missed. Later
///    figures do not change that, but the text tells that the goal was left, or was reached only later. If another figure was
///    due by that day, it cannot be told. On the day itself the target is not missed yet.
/// 4. Else the last figure: met if it meets the goal; on track if it meets what is [due](Target::due_on) on the last day of
///    its period; at risk if it is certainly worse, and as it is printed within the tolerance; else off track.
///
/// It cannot be told by a figure that is withheld, or that may lie on either side of what decides, such as 2.0%, which is
/// rounded, of at most 2%: give the counts of the rate, or "exactly 2%". Whether it is met
/// [as printed](Self::is_met_as_printed) can be asked.
///
/// # Wire
///
/// Written only: `{"status": "met", "rating": "green", "reason": "goal", "text": "…", "period": "2019-09", "value": "1.8%",
/// "due": "at most 2%"}`; what there is not is null.
///
/// # Examples
///
/// ```
/// use childrens_services::{Assessment, Rating, Series, Target, TargetStatus, kpi::{Baseline, catalogue}};
///
/// // Invented.
/// let months = [("2019-02", "18.5%"), ("2020-03", "9.5%")];
/// let gap = Series::new(&catalogue::VACANCY_GAP_RATE, months)?;
/// let target = Target {
///     by: Some("2020-12-31".parse()?),
///     baseline: Some(Baseline { period: "2019-02".parse()?, value: "18.5%".parse()? }),
///     ..Target::new("at most 2%".parse()?)
/// };
/// let assessment = Assessment::of(&gap, &target, "2020-04-30".parse()?);
/// assert_eq!(assessment.status(), TargetStatus::AtRisk);
/// assert_eq!(Rating::of(&assessment), Rating::Amber);
/// assert_eq!(
///     assessment.to_string(),
///     "at risk: at most 8.8% due in March 2020, on the path from 18.5% in February 2019 to at most 2% by 31 December 2020; \
///      9.5% in March 2020, within the tolerance of 1 percentage point",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Assessment<'a> {
    series: &'a Series,
    target: &'a Target,
    as_of: NaiveDate,
    /// The figures that count.
    known: &'a [Observation],
    status: TargetStatus,
    reason: AssessmentReason,
    judged: Option<&'a Observation>,
    /// What that is held against.
    due: Goal,
    misfit: Option<Finding>,
}

impl<'a> Assessment<'a> {
    /// Assesses a series against a target on a day.
    #[must_use]
    pub fn of(series: &'a Series, target: &'a Target, as_of: NaiveDate) -> Self {
        let known = series.known_by(as_of);
        let before = |from: NaiveDate| known.partition_point(|seen| seen.period().end() < from);
        let known = &known[target.from.map_or(0, |from| before(from.date()))..];
        let mut assessment = Self {
            series,
            target,
            as_of,
            known,
            status: TargetStatus::NoData,
            reason: AssessmentReason::NoFigure,
            judged: known.last(),
            due: target.goal,
            misfit: target.findings(series.indicator()).into_iter().next(),
        };
        match assessment.misfit.take() {
            Some(misfit) => assessment.refused(misfit),
            None => {
                (assessment.status, assessment.reason) = assessment.decide();
                assessment
            }
        }
    }

    /// As of a target that does not fit.
    pub(super) fn refused(self, misfit: Finding) -> Self {
        let (status, reason) = (TargetStatus::CannotTell, AssessmentReason::Misfit);
        Self {
            status,
            reason,
            judged: self.known.last(),
            due: self.target.goal,
            misfit: Some(misfit),
            ..self
        }
    }

    fn decide(&mut self) -> (TargetStatus, AssessmentReason) {
        let Some(last) = self.judged else { return (TargetStatus::NoData, AssessmentReason::NoFigure) };
        let cadence = self.cadence(last);
        let next_after = |end| cadence.end_after(end);
        if next_after(last.period().end()).and_then(next_after).is_some_and(|latest| latest < self.as_of) {
            return (TargetStatus::Stale, AssessmentReason::OldFigure);
        }
        let Some(by) = self.target.by.map(NaiveDate::from).filter(|by| *by < self.as_of) else {
            return self.decide_now(last);
        };
        let until = self.known.partition_point(|seen| seen.period().end() <= by);
        self.judged = self.known[..until].last();
        let is_of_day = |seen: &&Observation| next_after(seen.period().end()).is_none_or(|next| next > by);
        let Some(of_day) = self.judged.filter(is_of_day) else {
            return (TargetStatus::CannotTell, AssessmentReason::NoFigureOfDay);
        };
        match self.meets(of_day) {
            Some(true) => (TargetStatus::Met, AssessmentReason::Day),
            Some(false) => (TargetStatus::Missed, AssessmentReason::Day),
            None => (TargetStatus::CannotTell, doubt(of_day.value())),
        }
    }

    /// By the last figure, as long as the day of the goal has not passed.
    fn decide_now(&mut self, last: &Observation) -> (TargetStatus, AssessmentReason) {
        if self.meets(last) == Some(true) {
            return (TargetStatus::Met, AssessmentReason::Goal);
        }
        let due = self.target.due_on(last.period().end());
        self.due = due;
        let reason = if due == self.target.goal { AssessmentReason::Goal } else { AssessmentReason::Path };
        let lies_in = |interval: Interval| self.interval(last)?.lies_in(interval);
        // It is certain that a figure is worse than what is due; by how much is told as it is printed.
        let worse = last.value().ratio().map(Interval::point).or_else(|| self.interval(last));
        let tolerated = worse.and_then(|worse| worse.lies_in(self.tolerated(due)));
        match (lies_in(due.interval()), tolerated) {
            (Some(true), _) => (TargetStatus::OnTrack, reason),
            (Some(false), Some(true)) => (TargetStatus::AtRisk, reason),
            (Some(false), Some(false)) => (TargetStatus::OffTrack, reason),
            _ => (TargetStatus::CannotTell, doubt(last.value())),
        }
    }

    /// How often a figure is expected.
    fn cadence(&self, seen: &Observation) -> Cadence {
        self.target.cadence.unwrap_or(match seen.period().kind() {
            PeriodKind::Month => Cadence::EVERY_MONTH,
            PeriodKind::Quarter => Cadence::EVERY_QUARTER,
            // A count on one day, such as 30 September, is taken each year.
            _ => Cadence::EVERY_YEAR,
        })
    }

    fn interval(&self, seen: &Observation) -> Option<Interval> {
        seen.value().interval(self.series.indicator())
    }

    /// Whether the figure as it is printed meets the goal, and only its rounding leaves it open: 2.0% of at most 2%.
    #[must_use]
    pub fn is_met_as_printed(&self) -> bool {
        let of_figure = || self.printed_meets_goal() == Some(true);
        self.reason == AssessmentReason::WithinRounding && of_figure()
    }

    fn printed_meets_goal(&self) -> Option<bool> {
        let dp = self.series.indicator().decimal_places();
        let printed = self.judged?.value().figure_rounded(dp).stated()?;
        Interval::point(Ratio::whole(printed.micros())).lies_in(self.target.goal.interval())
    }

    /// Whether a figure meets the goal.
    fn meets(&self, seen: &Observation) -> Option<bool> {
        self.interval(seen)?.lies_in(self.target.goal.interval())
    }

    /// What is due, widened by the tolerance of the goal.
    fn tolerated(&self, due: Goal) -> Interval {
        let widened = |due: Bound<Quantity>, goal: Bound<Quantity>, sign: i128| match (due, goal) {
            (_, Bound::Included(goal) | Bound::Excluded(goal)) => {
                let tolerance = self.target.tolerance_from(goal, self.series.indicator());
                due.map(|due| Ratio::whole(due.micros() + sign * tolerance))
            }
            _ => Bound::Unbounded,
        };
        let goal = self.target.goal;
        Interval {
            lower: widened(due.lower(), goal.lower(), -1),
            upper: widened(due.upper(), goal.upper(), 1),
        }
    }

    /// Where the series stands.
    #[must_use]
    pub const fn status(&self) -> TargetStatus {
        self.status
    }

    /// What the status rests on, or why it cannot be told.
    #[must_use]
    pub const fn reason(&self) -> AssessmentReason {
        self.reason
    }

    /// The observation that the status rests on, if there is one: the last, or that of the goal's day.
    #[must_use]
    pub const fn judged(&self) -> Option<&'a Observation> {
        self.judged
    }

    /// What that observation is held against: the goal, or what the path to it leads to.
    #[must_use]
    pub const fn due(&self) -> Goal {
        self.due
    }

    /// The target.
    #[must_use]
    pub const fn target(&self) -> &'a Target {
        self.target
    }

    /// In how many periods in a row up to the last the goal was certainly met. A figure that is withheld, or that did not come
    /// when it was [expected](Target::cadence), ends the row.
    #[must_use]
    pub fn in_a_row(&self) -> usize {
        if self.misfit.is_some() {
            return 0;
        }
        let follows = |earlier: &Observation, later: &Observation| {
            let expected = self.cadence(earlier).end_after(earlier.period().end());
            expected.is_none_or(|expected| later.period().end() <= expected)
        };
        let met = self.known.iter().rev().take_while(|seen| self.meets(seen) == Some(true)).count();
        let met = &self.known[self.known.len() - met..];
        let parted = met.windows(2).rposition(|pair| !follows(&pair[0], &pair[1]));
        met.len() - parted.map_or(0, |at| at + 1)
    }

    /// Whether the goal is met, and has been for as many periods in a row as the target says.
    #[must_use]
    pub fn is_sustained(&self) -> bool {
        let enough = |wanted: u32| usize::try_from(wanted).is_ok_and(|wanted| self.in_a_row() >= wanted);
        self.status == TargetStatus::Met
            && self.target.sustained_over.is_some_and(|wanted| enough(wanted.get()))
    }

    /// The last observation that met the goal, if the latest certainly does not: the goal was left since.
    #[must_use]
    pub fn left_after(&self) -> Option<&'a Observation> {
        let (latest, before) = self.known.split_last().filter(|_| self.misfit.is_none())?;
        if self.meets(latest) != Some(false) {
            return None;
        }
        before.iter().rev().find(|seen| self.meets(seen) == Some(true))
    }
}

/// Why a figure leaves it open.
fn doubt(value: &Observed) -> AssessmentReason {
    if value.symbol().is_some_and(|symbol| symbol != Symbol::Low) {
        AssessmentReason::MissingFigure
    } else if value.ratio().is_none() {
        AssessmentReason::VagueFigure
    } else {
        AssessmentReason::WithinRounding
    }
}

impl serde::Serialize for Assessment<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Row {
            status: TargetStatus,
            rating: Rating,
            reason: AssessmentReason,
            text: String,
            period: Option<Period>,
            value: Option<Figure>,
            due: Goal,
        }
        let dp = self.series.indicator().decimal_places();
        Row {
            status: self.status,
            rating: Rating::of(self),
            reason: self.reason,
            text: self.text(),
            period: self.judged.map(Observation::period),
            value: self.judged.map(|seen| seen.value().figure_rounded(dp)),
            due: self.due,
        }
        .serialize(serializer)
    }
}
