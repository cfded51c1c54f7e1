//! The rules of governance and of strategies, each a public constant.

use crate::rules::book::rule_book;

rule_book! {
    /// Every rule for governance (`GOV`) and for strategies (`STR`).
    ///
    /// All are findings of [`Governance`](super::Governance) but two, which need more than the record of
    /// governance: `GOV-08` the improvement plan, and `GOV-10` the case of intervention. Where those stand beside
    /// it, the whole reports them.
    from "Children Act 2004 s16E, s18 and s19; statutory guidance on the Director of Children's Services and the Lead Member, April 2013; Local Government Act 2000 s9F and s9FA; SI 2012/2089; SI 2010/959 regulation 11, as amended by SI 2013/3239; Ofsted, report on West Sussex, 8 May 2019; West Sussex County Council, Children First Service Improvement Programme: Progress Report, autumn 2019";
    GOV_01: "GOV-01", Error, "one person at a time is Director of Children's Services and one is Lead Member, without a gap", "Children Act 2004 s18 and s19: an authority appoints one of each; a vacancy is filled by an interim appointment";
    GOV_02: "GOV-02", Error, "no elected member is Director of Children's Services, no council employee is Lead Member, and nobody is both", "Children Act 2004 s18 and s19";
    GOV_03: "GOV-03", Warning, "the Director of Children's Services is of the first tier and reports to the chief executive", "statutory guidance, April 2013; West Sussex 2019 was criticised for it";
    GOV_04: "GOV-04", Warning, "a Director of Children's Services with further functions has a test of assurance on record", "statutory guidance, April 2013: local assurance";
    GOV_05: "GOV-05", Error, "no member of the executive sits on a scrutiny committee", "Local Government Act 2000 s9FA";
    GOV_06: "GOV-06", Warning, "the chair of an improvement board is independent", "whoever delivers does not chair the challenge to it";
    GOV_07: "GOV-07", Warning, "all three safeguarding partners sit on an improvement board", "Children Act 2004 s16E; West Sussex 2019 was criticised for leaving partners out";
    GOV_08: "GOV-08", Warning, "scrutiny considers the improvement plan before it is adopted", "afterwards its advice comes too late";
    GOV_09: "GOV-09", Error, "a key decision has 28 clear days' notice or a record of its urgency", "SI 2012/2089, in force from 10 September 2012";
    GOV_10: "GOV-10", Warning, "a commissioner under a direction does not chair the improvement board at the same time", "whoever instructs is not independent; allowed later, as in West Sussex 2022";
    GOV_11: "GOV-11", Error, "each authority has its own record of a joint appointment to a statutory post", "the holder is accountable to each authority separately";
    GOV_12: "GOV-12", Error, "the Director of Children's Services approves a placement at a distance", "SI 2010/959 regulation 11, as amended by SI 2013/3239 from 27 January 2014";
    GOV_13: "GOV-13", Warning, "young people, carers and partners sit on a corporate parenting panel", "West Sussex 2019 was criticised for a panel without them";
    STR_01: "STR-01", Error, "a strategy is scrutinised before it is adopted", "the order of the dates on record; a scrutiny later than the day of the check counts as planned";
    STR_02: "STR-02", Error, "a co-produced strategy lists its partners", "somebody else produced it too";
    STR_03: "STR-03", Warning, "a strategy is adopted by the time it is due", "West Sussex 2019: due in December after scrutiny";
}
