//! Why an assessment is what it is, in words.

use super::{Assessment, AssessmentReason, TargetStatus};
use crate::kpi::Observation;
use crate::measure::{Figure, Symbol, words};
use crate::text;
use core::{cmp::Ordering, fmt};

impl Assessment<'_> {
    /// Why, in words, with the numbers.
    #[must_use]
    pub fn text(&self) -> String {
        if let Some(misfit) = &self.misfit {
            return format!("the target does not fit: {}", misfit.message());
        }
        let Some(judged) = self.judged else { return self.no_figure() };
        let (within, value) = (judged.period().within(), self.printed(judged));
        match self.reason {
            AssessmentReason::OldFigure => {
                format!("the last figure is {value} {within}, and one is expected {}", self.cadence(judged))
            }
            AssessmentReason::NoFigureOfDay => {
                format!(
                    "{}; there is no figure for that day, the last before is {value} {within}",
                    self.target
                )
            }
            AssessmentReason::MissingFigure => {
                let why = judged.value().symbol().map_or("", Symbol::label);
                format!("{}; the figure {within} is withheld: {why}", self.target)
            }
            AssessmentReason::VagueFigure => {
                let worse = self.interval(judged).and_then(|seen| seen.lies_in(self.due.interval()));
                let open = match worse {
                    Some(false) => {
                        format!("is worse, within the tolerance of {} or beyond it", self.tolerance(judged))
                    }
                    _ => "leaves it open".to_owned(),
                };
                format!("{}; {value} {within} {open}", self.due_in_words(judged))
            }
            AssessmentReason::WithinRounding => {
                format!("{}; {value} {within} is rounded, which leaves it open", self.due_in_words(judged))
            }
            _ => format!("{}; {value} {within}{}", self.due_in_words(judged), self.and_then(judged)),
        }
    }

    fn no_figure(&self) -> String {
        let until = words::day(self.as_of);
        match (self.reason, self.target.from) {
            (AssessmentReason::NoFigureOfDay, _) => {
                format!("{}; there is no figure up to that day", self.target)
            }
            (_, Some(from)) => {
                format!(
                    "there is no figure from {}, when the target came into force, to {until}",
                    words::day(from.date())
                )
            }
            _ => format!("there is no figure up to {until}"),
        }
    }

    fn due_in_words(&self, judged: &Observation) -> String {
        let (Some(baseline), true) = (self.target.baseline, self.due != self.target.goal) else {
            return self.target.to_string();
        };
        format!(
            "{} due {}, on the path from {} {} to {}",
            self.due.rounded(self.places(judged)),
            judged.period().within(),
            baseline.value,
            baseline.period.within(),
            self.target
        )
    }

    /// As a report prints it; a rate, and what is due, with as many places as part the two.
    fn printed(&self, seen: &Observation) -> String {
        seen.value().figure_rounded(self.places(seen)).to_string()
    }

    fn places(&self, seen: &Observation) -> u32 {
        let usual = self.series.indicator().decimal_places();
        let parted = |dp: &u32| {
            let shown = seen.value().figure_rounded(*dp).stated();
            self.due.rounded(*dp).numbers().all(|number| Some(number) != shown)
        };
        (usual..=Figure::MAX_DECIMAL_PLACES).find(parted).unwrap_or(usual)
    }

    /// How far the figure is from what is due, and what became of the goal.
    fn and_then(&self, judged: &Observation) -> String {
        let mut text = match self.status {
            TargetStatus::AtRisk => format!(", within the tolerance of {}", self.tolerance(judged)),
            TargetStatus::OffTrack => format!(", beyond the tolerance of {}", self.tolerance(judged)),
            _ => String::new(),
        };
        let latest = self.known.last().filter(|latest| *latest != judged);
        if let (AssessmentReason::Day, Some(latest)) = (self.reason, latest) {
            let what = match (self.status, self.meets(latest)) {
                (TargetStatus::Met, Some(false)) => "left since",
                (TargetStatus::Missed, Some(true)) => "met since",
                _ => return text,
            };
            text += &format!("; {what}: {} {}", self.printed(latest), latest.period().within());
        } else if let Some(met) = self.left_after() {
            text += &format!("; it was last met {}", met.period().within());
        } else if let (TargetStatus::Met, Some(wanted)) = (self.status, self.target.sustained_over) {
            let in_a_row = self.in_a_row().min(wanted.get() as usize);
            text += &format!("; met in {in_a_row} of {wanted} periods in a row");
        }
        text
    }

    /// The tolerance at the end that a figure is beyond.
    fn tolerance(&self, judged: &Observation) -> String {
        let below =
            self.interval(judged).and_then(|seen| seen.compare(self.due.interval())) == Some(Ordering::Less);
        let goal = self.target.goal;
        let limit = if below { goal.numbers().next() } else { goal.numbers().last() };
        let indicator = self.series.indicator();
        let micros = limit.map_or(0, |limit| self.target.tolerance_from(limit, indicator));
        indicator.unit().of_difference().grammar().text_with_unit(micros)
    }
}

impl fmt::Display for Assessment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(&format!("{}: {}", self.status, self.text()), f)
    }
}
