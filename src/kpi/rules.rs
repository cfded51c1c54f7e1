//! The rules of scorecards and targets, each a public constant.

use crate::rules::book::rule_book;

rule_book! {
    /// Every rule for scorecards and their targets. `Error`: what would give a wrong colour. `Warning`: what may mislead.
    ///
    /// [`Scorecard::findings`](super::Scorecard::findings) checks all of them, [`Target::findings`](super::Target::findings)
    /// those of one target.
    from "a rule of this crate";
    INDICATOR_TWICE: "KPI-01", Error, "an indicator is on a scorecard once", "two rows of one name contradict each other";
    KINDS_OF_PERIOD: "KPI-02", Warning, "the figures of a scorecard are of one kind of period", "a month beside a year is easily taken for the same time";
    TARGET_UNIT: "KPI-03", Error, "a target, its baseline, steps and tolerance are in the unit of their indicator", "1 FTE against 12% is neither met nor missed";
    TARGET_DIRECTION: "KPI-04", Error, "a target asks for the direction that is better, unless it says that the other is meant", "at least 2% of what should fall makes 3% look well";
    TARGET_OF_SHARE: "KPI-05", Error, "a target for a share of a whole lies within 100%", "no figure could meet it, or every figure would";
    TARGET_PATH: "KPI-06", Error, "a target comes into force, starts from its baseline and takes its steps before its day, in order and towards its goal", "a path that does not lead to the goal makes no figure on track";
    TARGETS_IN_FORCE: "KPI-07", Error, "of the targets of an indicator one is in force at a time", "two answers on one day";
}
