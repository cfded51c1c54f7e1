//! The table of the timescales.

use super::{Certainty, LegalStatus, Limit, Timescale};
use crate::{
    calendar::day,
    governance::{KEY_DECISIONS, OUT_OF_AREA},
};
use chrono::NaiveDate;

/// Of SI 2010/959.
const CARE_PLANNING: NaiveDate = day(2011, 4, 1);
/// Of SI 2007/462.
const INSPECTION_REPORTS: NaiveDate = day(2007, 4, 1);
/// Since when Ofsted asks for plans after an area for priority action.
const PRIORITY_ACTION: NaiveDate = day(2018, 9, 1);

/// The note on every limit of the Care Planning Regulations.
macro_rules! relaxed {
    ($($before:literal)?) => {
        concat!(
            $($before, "; ",)?
            "regulations in force from 24 April to 25 September 2020 (SI 2020/445) relaxed several of these limits"
        )
    };
}

/// Id, what, what starts the clock, what stops it, limit, status, source, certainty; then what it is extended
/// to, from when it is in force, and a note.
macro_rules! timescales {
    ($($id:literal, $title:literal, $start:literal => $stop:literal, $limit:ident $(($count:literal))?, $status:ident, $source:literal, $certainty:ident
        $(, extended_to $longer:ident($longest:literal))? $(, from $from:ident)? $(, note $note:expr)?;)+) => {
        /// Every timescale, by its id.
        ///
        /// Those of low certainty are here too; they ask for a limit of one's own
        /// ([`Timescale::is_configurable`]).
        ///
        /// # Source
        ///
        /// Each row's own [`source`](Timescale::source).
        ///
        /// | id | what | limit | source | certainty |
        /// | --- | --- | --- | --- | --- |
        $(#[doc = concat!("| `", $id, "` | ", $title, " | `", stringify!($limit $(($count))?), "` | ", $source, " | ", stringify!($certainty), " |")])+
        pub static TIMESCALES: &[Timescale] = &[$(
            Timescale {
                id: $id,
                title: $title,
                clock_start: $start,
                clock_stop: $stop,
                limit: Limit::$limit $(($count))?,
                extended_to: given!($(Limit::$longer($longest))?),
                status: LegalStatus::$status,
                source: $source,
                certainty: Certainty::$certainty,
                in_force_from: given!($($from)?),
                note: concat!($($note)?),
            },
        )+];

        /// The ids, for an error.
        pub(super) const IDS: &[&str] = &[$($id),+];
    };
}

/// Some of what was given, or none.
macro_rules! given {
    () => {
        None
    };
    ($value:expr) => {
        Some($value)
    };
}

timescales! {
    // Referral, assessment and protection.
    "T01", "Decision on the type of response", "referral received" => "manager's decision recorded and referrer told",
        WorkingDays(1), StatutoryGuidance, "Working Together to Safeguard Children, 2013 to 2023", High;
    "T02", "Child and family assessment", "referral" => "assessment authorised as complete",
        WorkingDays(45), StatutoryGuidance, "Working Together to Safeguard Children", High,
        note "the guidance counts from the referral, the published statistics from the start of the assessment: state which in the measure";
    "T03", "Initial child protection conference", "strategy discussion that started the section 47 enquiries" => "conference held",
        WorkingDays(15), StatutoryGuidance, "Working Together to Safeguard Children", High,
        note "of several strategy discussions, the one at which the enquiries started";
    "T04", "First core group", "initial conference" => "meeting held",
        WorkingDays(10), StatutoryGuidance, "Working Together to Safeguard Children", High;
    "T05", "First review conference", "initial conference" => "conference held",
        Months(3), StatutoryGuidance, "Working Together to Safeguard Children", High;
    "T06", "Later review conferences", "previous review conference" => "conference held",
        Months(6), StatutoryGuidance, "Working Together to Safeguard Children", High;
    "T07", "Strategy discussion", "reasonable cause to suspect significant harm" => "discussion held",
        Local, Local, "procedures manuals", Medium, note "often the same or the next working day";
    "T08", "Visits to a child on a protection plan", "previous visit" => "child seen",
        Local, Local, "inspection reports", Medium, note "10 working days are common, 15 and 20 seen";
    "T09", "Section 47 enquiry", "start" => "outcome",
        Unlimited, NoStatus, "Working Together to Safeguard Children", High, note "bounded by T03 and T02";
    "T10", "Police protection", "taken" => "ended", Hours(72), Statute, "Children Act 1989 s46", High;
    "T11", "Emergency protection order", "made" => "ends", Days(8), Statute, "Children Act 1989 s45", High,
        extended_to Days(15), note "one extension of up to 7 days";
    "T12", "Care proceedings", "application issued" => "final order",
        Weeks(26), Statute, "Children Act 1989 s32", High, note "the court may extend";
    "T13", "Serious incident notification", "authority aware" => "notified",
        WorkingDays(5), StatutoryGuidance, "Working Together to Safeguard Children, 2018 and 2023", Medium;
    "T14", "Rapid review", "aware of the incident" => "review sent",
        WorkingDays(15), StatutoryGuidance, "Working Together to Safeguard Children, 2018 and 2023", Medium;
    "T15", "Return home interview", "child found or returned" => "interview offered and held",
        Hours(72), StatutoryGuidance, "Children who run away or go missing from home or care, January 2014", High;
    "T16", "Private fostering: first visit", "notification received" => "visit made",
        WorkingDays(7), Regulation, "SI 2005/1533 regs 4 and 7", High;
    "T17", "Private fostering: visits in the first year", "previous visit" => "visit made",
        Weeks(6), Regulation, "SI 2005/1533 reg 8", High,
        note "the arrangement is deemed to start when the authority becomes aware of it";
    "T18", "Private fostering: visits in later years", "previous visit" => "visit made",
        Weeks(12), Regulation, "SI 2005/1533 reg 8", High;
    "T19", "Notice of a planned private fostering", "notice" => "start of the arrangement",
        NoticeWeeks(6), Regulation, "SI 2005/1533 reg 3", High,
        note "or at once, where the arrangement is to start within 6 weeks";

    // Children looked after and leavers.
    "T20", "Care plan", "start of the first placement" => "plan prepared",
        WorkingDays(10), Regulation, "SI 2010/959 reg 4(2)", High, from CARE_PLANNING, note relaxed!("if not made before");
    "T21", "Placement plan", "start of the placement" => "plan prepared",
        WorkingDays(5), Regulation, "SI 2010/959 reg 9", Medium, from CARE_PLANNING, note relaxed!("if not made before");
    "T22", "First review", "becomes looked after" => "review held",
        WorkingDays(20), Regulation, "SI 2010/959 reg 33(1)", High, from CARE_PLANNING, note relaxed!();
    "T23", "Second review", "first review" => "review held",
        Months(3), Regulation, "SI 2010/959 reg 33(2)", High, from CARE_PLANNING, note relaxed!();
    "T24", "Later reviews", "previous review" => "review held",
        Months(6), Regulation, "SI 2010/959 reg 33(2)", High, from CARE_PLANNING, note relaxed!();
    "T25", "Initial health assessment", "becomes looked after" => "report in time for the first review",
        WorkingDays(20), Regulation, "SI 2010/959 reg 7 with reg 33", High, from CARE_PLANNING, note relaxed!("as inspectors report it");
    "T26", "Review health assessment, under 5", "previous assessment" => "assessment done",
        Months(6), Regulation, "SI 2010/959 reg 7", High, from CARE_PLANNING, note relaxed!("at least once in each 6 months before the fifth birthday");
    "T27", "Review health assessment, 5 and over", "previous assessment" => "assessment done",
        Months(12), Regulation, "SI 2010/959 reg 7", High, from CARE_PLANNING, note relaxed!("at least once in each 12 months");
    "T28", "First visit in a placement", "start of the placement" => "child visited",
        Weeks(1), Regulation, "SI 2010/959 reg 28(2)(a)", High, from CARE_PLANNING, note relaxed!();
    "T29", "Visits in the first year of a placement", "previous visit" => "child visited",
        Weeks(6), Regulation, "SI 2010/959 reg 28(2)(b)", High, from CARE_PLANNING, note relaxed!();
    "T30", "Visits after a year, placement to last to 18", "previous visit" => "child visited",
        Months(3), Regulation, "SI 2010/959 reg 28(2)(c)(i)", High, from CARE_PLANNING, note relaxed!();
    "T31", "Visits after a year, other placements", "previous visit" => "child visited",
        Weeks(6), Regulation, "SI 2010/959 reg 28(2)(c)(ii)", High, from CARE_PLANNING, note relaxed!();
    "T32", "Visits in a long-term foster placement after a year, where the child agrees", "previous visit" => "child visited",
        Months(6), Regulation, "SI 2010/959 as amended by SI 2015/495", Low, note relaxed!("the amendment has been in force since 1 April 2015: check its wording, of which this crate is not sure");
    "T33", "Visits to a placement with parents before assessment, under temporary approval or an interim order, until the first review", "previous visit" => "child visited",
        Weeks(1), Regulation, "SI 2010/959 reg 28(3) and (4)", High, from CARE_PLANNING, note relaxed!();
    "T34a", "Visits after the first review, placed with parents before assessment", "previous visit" => "child visited",
        Weeks(6), Regulation, "SI 2010/959 reg 28(3)(b)", High, from CARE_PLANNING, note relaxed!();
    "T34b", "Visits after the first review, temporary approval or interim order", "previous visit" => "child visited",
        Weeks(4), Regulation, "SI 2010/959 reg 28(4)(b)", High, from CARE_PLANNING, note relaxed!();
    "T35a", "First visit, care order made while living with a parent", "order" => "child visited",
        Weeks(1), Regulation, "SI 2010/959 reg 28(5)", High, from CARE_PLANNING, note relaxed!();
    "T35b", "Later visits, care order made while living with a parent", "previous visit" => "child visited",
        Weeks(6), Regulation, "SI 2010/959 reg 28(5)", High, from CARE_PLANNING, note relaxed!();
    "T36", "Out-of-area placement in an emergency: area authority notified", "start of the placement" => "notice sent",
        WorkingDays(5), Regulation, "SI 2010/959 reg 13(4) as amended by SI 2013/3239", High, from OUT_OF_AREA, note relaxed!();
    "T37", "Temporary approval of a connected person", "start of the placement" => "approval ends",
        Weeks(16), Regulation, "SI 2010/959 regs 24 and 25", Medium, extended_to Weeks(24), from CARE_PLANNING, note relaxed!("extendable by 8 weeks");
    "T38", "Personal education plan started", "becomes looked after" => "plan started",
        WorkingDays(10), StatutoryGuidance, "Promoting the education of looked-after children, 2014 and 2018", Medium;
    "T39", "Personal education plan available", "becomes looked after" => "plan complete for the first review",
        WorkingDays(20), StatutoryGuidance, "Promoting the education of looked-after children", Low,
        note "older guidance and some councils say school days: configure it";
    "T40", "Personal education plan review", "previous review" => "plan reviewed",
        SchoolTerm, StatutoryGuidance, "Promoting the education of looked-after children", High;
    "T41", "Leaving care needs assessment", "16th birthday, or becoming eligible after it" => "assessment completed",
        Months(3), Regulation, "SI 2010/959 reg 42", High, from CARE_PLANNING, note relaxed!();
    "T42", "Pathway plan review", "previous review" => "plan reviewed",
        Months(6), Regulation, "Care Leavers (England) Regulations 2010, SI 2010/2571", Medium;
    "T43", "Personal adviser visit", "previous visit" => "visit made",
        Months(2), Regulation, "SI 2010/2571 and Children Act 1989 guidance, volume 3", Low,
        note "8 weeks in ordinary cases: configure it";
    "T44", "Secure accommodation without a court order", "placed" => "ends",
        Hours(72), Regulation, "SI 1991/1505 reg 10", Medium, note "in any 28 days, all placements together";

    // Fostering, adoption, complaints.
    "T50", "First foster carer review", "approval" => "review",
        Months(12), Regulation, "Fostering Services (England) Regulations 2011, SI 2011/581 reg 28", High;
    "T51", "Later foster carer reviews", "previous review" => "review",
        Months(12), Regulation, "SI 2011/581 reg 28", High;
    "T52", "Foster carer assessment", "application accepted" => "decision",
        Months(8), NationalMinimumStandards, "Fostering services: national minimum standards", Low, note "configure it";
    "T53", "Decision after a fostering or adoption panel", "final minutes received" => "decision",
        WorkingDays(7), NationalMinimumStandards, "Fostering services, Adoption: national minimum standards", Medium;
    "T54", "Representations on a fostering determination", "notice" => "representations received",
        Days(28), Regulation, "SI 2011/581 reg 27", Medium;
    "T55", "Adopter assessment, stage one", "registration of interest accepted" => "decision",
        Months(2), StatutoryGuidance, "Statutory guidance on adoption, 2013", Medium;
    "T56", "Adopter assessment, stage two", "notice to proceed" => "decision",
        Months(4), StatutoryGuidance, "Statutory guidance on adoption, 2013", Medium;
    "T57", "Complaint, stage 1", "complaint received" => "response",
        WorkingDays(10), Regulation, "SI 2006/1738", Medium, extended_to WorkingDays(20);
    "T58", "Complaint, stage 2", "request" => "response",
        WorkingDays(25), Regulation, "SI 2006/1738", Medium, extended_to WorkingDays(65);
    "T59", "Complaint, stage 3 panel", "request" => "panel held",
        WorkingDays(30), Regulation, "SI 2006/1738", Medium;

    // Improvement and governance.
    "T70", "Inspection report published locally", "report received" => "report published",
        WorkingDays(30), Regulation, "SI 2007/462 reg 2", High, from INSPECTION_REPORTS;
    "T71", "Statement of action published", "report received" => "statement published and sent",
        WorkingDays(70), Regulation, "SI 2007/462 reg 3", High, from INSPECTION_REPORTS;
    "T72", "Draft action plan after an area for priority action", "letter received" => "draft sent",
        WorkingDays(20), Framework, "ILACS since September 2018", High, from PRIORITY_ACTION;
    "T73", "Commissioner's report", "direction" => "report",
        AsDirected, Direction, "the direction itself", High;
    "T74", "Pause of an alternative delivery model", "revised direction" => "review",
        Months(12), Direction, "revised statutory direction to West Sussex, 2020", High;
    "T75a", "Support and supervision: first review", "exit from intervention" => "review",
        Months(6), NoStatus, "Coventry City Council, scrutiny board, 2017", Medium, note "the Department's practice";
    "T75b", "Support and supervision: second review and end", "exit from intervention" => "end",
        Months(12), NoStatus, "Coventry City Council, scrutiny board, 2017", Medium, note "the Department's practice";
    "T76", "Notice of a key decision", "entry in the forward plan" => "decision",
        ClearDays(28), Regulation, "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 (SI 2012/2089)", Medium, from KEY_DECISIONS;
}
