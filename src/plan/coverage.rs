//! Which areas for improvement are answered by which actions.

use super::{Action, ImprovementPlan};
use crate::{
    inspection::{AreaForImprovement, Inspection},
    text,
};
use core::fmt;
use std::collections::{BTreeMap, BTreeSet};

/// Which areas for improvement of an inspection a plan answers: "12 of 12".
///
/// Made by [`ImprovementPlan::coverage`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AreaCoverage<'a> {
    areas: Vec<(&'a AreaForImprovement, Vec<&'a Action>)>,
}

impl<'a> AreaCoverage<'a> {
    /// Each area of the inspection with the actions that answer it, in the order of the report.
    #[must_use]
    pub fn areas(&self) -> &[(&'a AreaForImprovement, Vec<&'a Action>)] {
        &self.areas
    }

    /// How many areas there are.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.areas.len()
    }

    /// How many of them an action answers.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.areas.iter().filter(|(_, actions)| !actions.is_empty()).count()
    }

    /// Those that no action answers, in order.
    pub fn unanswered(&self) -> impl Iterator<Item = &'a AreaForImprovement> {
        self.areas.iter().filter(|(_, actions)| actions.is_empty()).map(|(area, _)| *area)
    }
}

impl fmt::Display for AreaCoverage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let areas = if self.total() == 1 { "area" } else { "areas" };
        let text =
            format!("{} of {} {areas} for improvement answered by an action", self.answered(), self.total());
        text::pad(&text, f)
    }
}

impl ImprovementPlan {
    /// Which areas for improvement of an inspection it answers.
    #[must_use]
    pub fn coverage<'a>(&'a self, inspection: &'a Inspection) -> AreaCoverage<'a> {
        let mut answered: BTreeMap<u32, Vec<&Action>> = BTreeMap::new();
        for action in self.actions() {
            for number in action.areas().collect::<BTreeSet<_>>() {
                answered.entry(number).or_default().push(action);
            }
        }
        let areas = inspection.areas_for_improvement().unwrap_or_default().iter();
        let areas = areas.map(|area| (area, answered.get(&area.number()).cloned().unwrap_or_default()));
        AreaCoverage { areas: areas.collect() }
    }
}
