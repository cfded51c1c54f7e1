//! The rules of governance and of strategies, each a public constant.

use crate::rules::book::rule_book;

rule_book! {
    /// Every rule for governance (`GOV`) and for strategies (`STR`).
    ///
    /// All are findings of [`Governance`](super::Governance) but two, which need more than the record of
    /// governance: `GOV-08` the improvement plan, and `GOV-10` the case of intervention. Where those stand beside
    /// it, the whole reports them.
    from "a rule of this crate";
    STATUTORY_POSTS_ARE_HELD: "GOV-01", Error, "one person at a time is Director of Children's Services and one is Lead Member, without a gap", "an authority appoints one of each; a vacancy is filled by an interim appointment", from "Children Act 2004 s18 and s19";
    OFFICER_AND_MEMBER: "GOV-02", Error, "no elected member is Director of Children's Services, no council employee is Lead Member, and nobody is both", "the one post is an officer's, the other an elected member's", from "Children Act 2004 s18 and s19";
    FIRST_TIER: "GOV-03", Warning, "the Director of Children's Services is of the first tier and reports to the chief executive", "West Sussex was criticised for it in 2019", from "statutory guidance on the Director of Children's Services and the Lead Member, April 2013; Ofsted, report on West Sussex, 8 May 2019";
    ASSURANCE_IS_TESTED: "GOV-04", Warning, "a Director of Children's Services with further functions has a test of assurance on record", "further functions must leave the post effective", from "statutory guidance on the Director of Children's Services and the Lead Member, April 2013: local assurance";
    NO_EXECUTIVE_IN_SCRUTINY: "GOV-05", Error, "no member of the executive sits on a scrutiny committee", "nobody scrutinises themselves", from "Local Government Act 2000 s9F and s9FA";
    CHAIR_IS_INDEPENDENT: "GOV-06", Warning, "the chair of an improvement board is independent", "whoever delivers does not chair the challenge to it";
    SAFEGUARDING_PARTNERS: "GOV-07", Warning, "all three safeguarding partners sit on an improvement board", "West Sussex was criticised for leaving partners out in 2019", from "Children Act 2004 s16E; Ofsted, report on West Sussex, 8 May 2019";
    PLAN_IS_SCRUTINISED_FIRST: "GOV-08", Warning, "scrutiny considers the improvement plan before it is adopted", "afterwards its advice comes too late";
    NOTICE_OF_KEY_DECISIONS: "GOV-09", Error, "a key decision has 28 clear days' notice or a record of its urgency", "the public and the other members are to know of it before", from "SI 2012/2089, in force from 10 September 2012";
    COMMISSIONER_IS_NOT_CHAIR: "GOV-10", Warning, "a commissioner under a direction does not chair the improvement board at the same time", "whoever instructs is not independent; allowed later, as in West Sussex 2022";
    OWN_RECORD_OF_JOINT_POST: "GOV-11", Error, "each authority has its own record of a joint appointment to a statutory post", "the holder is accountable to each authority separately", from "statutory guidance on the Director of Children's Services and the Lead Member, April 2013";
    DIRECTOR_APPROVES_DISTANT_PLACEMENTS: "GOV-12", Error, "the Director of Children's Services approves a placement at a distance", "a child far away is easily out of sight", from "SI 2010/959 regulation 11, as amended by SI 2013/3239 from 27 January 2014";
    CORPORATE_PARENTING_PANEL: "GOV-13", Warning, "young people, carers and partners sit on a corporate parenting panel", "West Sussex was criticised for a panel without them in 2019", from "Ofsted, report on West Sussex, 8 May 2019";
    NAMED_ONCE: "GOV-14", Error, "no two posts have one id, no two bodies and no two strategies one title", "what refers to a name would not say which is meant";
    REFERENCE_ON_RECORD: "GOV-15", Error, "every post and every body that is referred to is on record", "a name that leads nowhere is mistyped or forgotten";
    ENDS_AFTER_IT_BEGINS: "GOV-16", Error, "an appointment does not end before it begins", "one of the two dates is wrong";
    STRATEGY_IS_SCRUTINISED_FIRST: "STR-01", Error, "a strategy is scrutinised before it is adopted", "the order of the dates on record; a scrutiny later than the day of the check counts as planned";
    PARTNERS_OF_CO_PRODUCTION: "STR-02", Error, "a co-produced strategy lists its partners", "somebody else produced it too";
    STRATEGY_IS_ADOPTED_IN_TIME: "STR-03", Warning, "a strategy is adopted by the time it is due", "West Sussex 2019: due in December after scrutiny", from "West Sussex County Council, Children First Service Improvement Programme: Progress Report, autumn 2019";
}
