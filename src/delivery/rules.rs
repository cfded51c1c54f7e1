//! The rules of delivery models, each a public constant.

use crate::rules::book::rule_book;

rule_book! {
    /// Every rule for delivery models (`ADM`), found by [`DeliveryModels`](super::DeliveryModels).
    from "Education Act 1996 s497A; Children Act 2004 s50; Department for Education, written answer of 27 May 2022; Lord Nash, written answer to a question of 11 April 2016; directions and practice of 2013 to 2025";
    ADM_01: "ADM-01", Error, "one model delivers for an authority and function at a time", "somebody is in charge";
    ADM_02: "ADM-02", Error, "a model does not end before it starts, nor is it operational after its end", "dates";
    ADM_03: "ADM-03", Error, "a model that never operated has no start", "West Sussex's trust";
    ADM_04: "ADM-04", Error, "a company counts once among companies, and each of its councils among authorities", "24 September 2024: 9 companies, 12 authorities";
    ADM_05: "ADM-05", Error, "the council keeps its own Director of Children's Services and Lead Member", "Children Act 2004 ss18 and 19";
    ADM_06: "ADM-06", Warning, "a date known to the month or the year is not used as an exact one", "the day may be another";
}
