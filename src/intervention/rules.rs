//! The rules of intervention, each a public constant.

use crate::rules::book::rule_book;

rule_book! {
    /// Every rule for intervention (`INT`).
    ///
    /// A [`Case`](super::Case) refuses what breaks an `INT` rule of severity error; its
    /// [`findings`](super::Case::findings) are the warnings.
    from "Education Act 1996 s497A; Children Act 2004 s50; Department for Education, written answer of 27 May 2022; Lord Nash, written answer to a question of 11 April 2016; directions and practice of 2013 to 2025";
    INT_01: "INT-01", Error, "an event is one that the status allows, with what it needs, in the order of the dates", "the state machine X01 to X21";
    INT_02: "INT-02", Error, "a statutory status rests on a direction with its legal basis and test", "Education Act 1996 s497A";
    INT_03: "INT-03", Error, "a notice is not statutory, a direction is", "a notice is administrative";
    INT_04: "INT-04", Error, "a direction cites a report that was published before it", "the order of events";
    INT_05: "INT-05", Warning, "a direction follows the report that it cites within 90 days", "West Sussex 2019: 27 days";
    INT_06: "INT-06", Error, "a commissioner's review has a commissioner and a day for the report", "a direction names both";
    INT_07: "INT-07", Warning, "a commissioner's report is due 60 to 180 days after the direction", "usually called three months; West Sussex 2019: 118 days";
    INT_08: "INT-08", Error, "control is decided once the commissioner's report is received", "the decision rests on it";
    INT_09: "INT-09", Error, "after a commissioner's review the council keeps control in spite of a persistent or systemic failure only for compelling reasons", "the presumption that services leave the council's control";
    INT_10: "INT-10", Error, "the Secretary of State or the Department decides", "a commissioner recommends";
    INT_11: "INT-11", Error, "a pause has a day of review, at most 12 months ahead", "West Sussex, 10 December 2020";
    INT_12: "INT-12", Warning, "a paused order is decided by the day of its review", "West Sussex: due 10 December 2021, decided 111 days later";
    INT_13: "INT-13", Error, "one direction is open at a time; a revised one closes the one that it replaces", "two would contradict each other";
    INT_14: "INT-14", Error, "a direction is lifted once the authority is no longer Inadequate", "lifting follows the re-inspection";
    INT_15: "INT-15", Warning, "support and supervision last 12 months, with two reviews", "Coventry 2017";
    INT_16: "INT-16", Error, "an operational alternative delivery model is on record as a delivery model", "the two axes meet on the day of transfer";
    INT_17: "INT-17", Warning, "intervention and delivery model end by documents of their own", "independent axes";
    INT_18: "INT-18", Error, "nothing follows in an episode that is over", "a later failure opens a new episode";
    INT_19: "INT-19", Warning, "an Inadequate authority is under intervention within 90 days", "an adviser is provided whenever services are Inadequate";
    INT_20: "INT-20", Error, "a persistent or systemic failure that is claimed follows from the inspections on record", "Inadequate more than once within five years; Inadequate on all key judgements";
}
