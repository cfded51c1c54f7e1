//! Worked cases, a line each as a councillor would read it. All figures but the vacancy gap of West Sussex (18.5% in
//! February 2019, 1.8% in September) are invented.

use crate::told;

/// Indicator, what is asked, the figures, the day; then status, colour and reason.
#[rustfmt::skip]
const CASES: &[[&str; 7]] = &[
    // To be held all the time: a figure is met, within the tolerance or beyond it.
    ["gap", "at most 2%", "2019-02: 18.5%, 2019-09: 1.8%", "2019-10-31", "met", "Green", "at most 2%; 1.8% in September 2019"],
    ["gap", "at most 2%", "2019-09: 2.9%", "2019-10-31", "at risk", "Amber", "at most 2%; 2.9% in September 2019, within the tolerance of 1 percentage point"],
    ["gap", "at most 2%", "2019-09: 3.1%", "2019-10-31", "off track", "Red", "at most 2%; 3.1% in September 2019, beyond the tolerance of 1 percentage point"],
    ["visits", "at least 90%", "2019-09: 91%", "2019-10-31", "met", "Green", "at least 90%; 91% in September 2019"],
    ["visits", "at least 90%", "2019-09: 89.2%", "2019-10-31", "at risk", "Amber", "at least 90%; 89.2% in September 2019, within the tolerance of 1 percentage point"],
    ["visits", "at least 90%", "2019-09: 85%", "2019-10-31", "off track", "Red", "at least 90%; 85% in September 2019, beyond the tolerance of 1 percentage point"],
    ["leaving", "under 5 people", "2019-09: 5", "2019-10-31", "at risk", "Amber", "under 5 people; 5 in September 2019, within the tolerance of 1 person"],
    ["leaving", "under 5 people", "2019-09: 4", "2019-10-31", "met", "Green", "under 5 people; 4 in September 2019"],
    ["visits", "over 90%", "2019-09: exactly 90%", "2019-10-31", "at risk", "Amber", "over 90%; exactly 90% in September 2019, within the tolerance of 1 percentage point"],
    ["visits", "over 90%", "2019-09: over 90%", "2019-10-31", "met", "Green", "over 90%; over 90% in September 2019"],
    ["cases", "between 3500 cases and 4000 cases", "2019-09: 3770", "2019-10-31", "met", "Green", "between 3500 cases and 4000 cases; 3770 in September 2019"],
    ["cases", "between 3500 cases and 4000 cases", "2019-09: 4300", "2019-10-31", "at risk", "Amber", "between 3500 cases and 4000 cases; 4300 in September 2019, within the tolerance of 400 cases"],
    ["cases", "between 3500 cases and 4000 cases", "2019-09: 3100", "2019-10-31", "off track", "Red", "between 3500 cases and 4000 cases; 3100 in September 2019, beyond the tolerance of 350 cases"],
    // Around nought and near a hundred there is amber and red too.
    ["gap", "at most 0%", "2019-09: 0.8%", "2019-10-31", "at risk", "Amber", "at most 0%; 0.8% in September 2019, within the tolerance of 1 percentage point"],
    ["gap", "at most 0%", "2019-09: 1.2%", "2019-10-31", "off track", "Red", "at most 0%; 1.2% in September 2019, beyond the tolerance of 1 percentage point"],
    ["visits", "at least 95%", "2019-09: 94.3%", "2019-10-31", "at risk", "Amber", "at least 95%; 94.3% in September 2019, within the tolerance of 1 percentage point"],
    ["visits", "at least 95%", "2019-09: 93%", "2019-10-31", "off track", "Red", "at least 95%; 93% in September 2019, beyond the tolerance of 1 percentage point"],
    ["visits", "at least 50%", "2019-09: 46%", "2019-10-31", "at risk", "Amber", "at least 50%; 46% in September 2019, within the tolerance of 5 percentage points"],
    ["visits", "at least 90%; tolerance 10% of the target", "2019-09: 82%", "2019-10-31", "at risk", "Amber", "at least 90%; 82% in September 2019, within the tolerance of 9 percentage points"],
    ["visits", "at least 90%; tolerance 0% of the target", "2019-09: 89.9%", "2019-10-31", "off track", "Red", "at least 90%; 89.9% in September 2019, beyond the tolerance of 0 percentage points"],
    ["agency", "at most 60 FTE; tolerance 2.5 FTE", "2019-09: 62.5 FTE", "2019-10-31", "at risk", "Amber", "at most 60 FTE; 62.5 FTE in September 2019, within the tolerance of 2.5 FTE"],
    ["leaving", "at most 38 people", "2019-09: 41", "2019-10-31", "at risk", "Amber", "at most 38 people; 41 in September 2019, within the tolerance of 3 people"],
    ["leaving", "at most 38 people", "2019-09: 42", "2019-10-31", "off track", "Red", "at most 38 people; 42 in September 2019, beyond the tolerance of 3 people"],
    ["score", "at least 0.5 score points", "2019-09: 0.45", "2019-10-31", "at risk", "Amber", "at least 0.5 score points; 0.45 in September 2019, within the tolerance of 0.05 score points"],
    ["score", "at least 0 score points", "2019-09: -0.01", "2019-10-31", "at risk", "Amber", "at least 0 score points; -0.01 in September 2019, within the tolerance of 0.01 score points"],
    ["caseload", "at most 16.8 cases per FTE", "2019-09: 18.4", "2019-10-31", "at risk", "Amber", "at most 16.8 cases per FTE; 18.4 cases per FTE in September 2019, within the tolerance of 1.68 cases per FTE"],
    // Figures that leave it open.
    ["gap", "at most 2%", "2019-09: 2.0%", "2019-10-31", "cannot tell", "Grey", "at most 2%; 2.0% in September 2019 is rounded, which leaves it open"],
    ["gap", "at most 2%", "2019-09: exactly 2%", "2019-10-31", "met", "Green", "at most 2%; exactly 2% in September 2019"],
    ["gap", "at most 2%", "2019-09: 2 / 100", "2019-10-31", "met", "Green", "at most 2%; 2.0% in September 2019"],
    ["visits", "at least 90%", "2019-09: around 95%", "2019-10-31", "cannot tell", "Grey", "at least 90%; around 95% in September 2019 leaves it open"],
    ["visits", "at least 90%", "2019-09: over 89%", "2019-10-31", "cannot tell", "Grey", "at least 90%; over 89% in September 2019 leaves it open"],
    ["gap", "at most 2%", "2019-09: over 2%", "2019-10-31", "cannot tell", "Grey", "at most 2%; over 2% in September 2019 is worse, within the tolerance of 1 percentage point or beyond it"],
    ["gap", "at most 2%", "2019-09: over 3%", "2019-10-31", "off track", "Red", "at most 2%; over 3% in September 2019, beyond the tolerance of 1 percentage point"],
    ["visits", "at least 90%", "2019-09: under 50%", "2019-10-31", "off track", "Red", "at least 90%; under 50% in September 2019, beyond the tolerance of 1 percentage point"],
    ["gap", "at most 2%", "2017-09: 1.0%, 2019-09: [c]", "2019-10-31", "cannot tell", "Grey", "at most 2%; the figure in September 2019 is withheld: confidential"],
    ["visits", "at least 90%", "", "2019-10-31", "no data", "Grey", "there is no figure up to 31 October 2019"],
    ["visits", "at least 90%", "2019-11: 95%", "2019-10-31", "no data", "Grey", "there is no figure up to 31 October 2019"],
    ["gap", "at most 2%", "2019-09: [z]", "2019-10-31", "cannot tell", "Grey", "at most 2%; the figure in September 2019 is withheld: not applicable"],
    ["gap", "at most 2%", "2019-09: [low]", "2019-10-31", "met", "Green", "at most 2%; [low] in September 2019"],
    ["gap", "at most 10%", "2019-09: 10001 / 100000", "2019-10-31", "at risk", "Amber", "at most 10%; 10.001% in September 2019, within the tolerance of 1 percentage point"],
    // Reach by a day: on the day it is not missed yet, after it the figure of the day decides.
    ["gap", "at most 2%; by 2019-06-30", "2019-06: 1.5%, 2019-09: 3.0%", "2019-10-31", "met", "Amber", "at most 2% by 30 June 2019; 1.5% in June 2019; left since: 3.0% in September 2019"],
    ["gap", "at most 2%; by 2019-06-30", "2019-06: 5.0%, 2019-09: 1.5%", "2019-10-31", "missed", "Red", "at most 2% by 30 June 2019; 5.0% in June 2019; met since: 1.5% in September 2019"],
    ["gap", "at most 2%; by 2019-06-30", "2019-05: 5.0%", "2019-06-30", "off track", "Red", "at most 2% by 30 June 2019; 5.0% in May 2019, beyond the tolerance of 1 percentage point"],
    ["gap", "at most 2%; by 2019-06-30", "2019-05: 5.0%", "2019-07-01", "cannot tell", "Grey", "at most 2% by 30 June 2019; there is no figure for that day, the last before is 5.0% in May 2019"],
    ["gap", "at most 2%; by 2019-06-30", "2019-06: 5.0%", "2019-06-30", "off track", "Red", "at most 2% by 30 June 2019; 5.0% in June 2019, beyond the tolerance of 1 percentage point"],
    ["gap", "at most 2%; by 2019-06-30", "2019-06: 5.0%", "2019-07-01", "missed", "Red", "at most 2% by 30 June 2019; 5.0% in June 2019"],
    ["gap", "at most 2%; by 2019-06-30", "2019-06: 2.0%", "2019-07-31", "cannot tell", "Grey", "at most 2% by 30 June 2019; 2.0% in June 2019 is rounded, which leaves it open"],
    ["gap", "at most 2%; by 2019-06-30", "2019-09: 1.5%", "2019-10-31", "cannot tell", "Grey", "at most 2% by 30 June 2019; there is no figure up to that day"],
    ["gap", "at most 2%; by 2019-06-15", "2019-05: 1.9%, 2019-06: 2.4%", "2019-07-15", "met", "Amber", "at most 2% by 15 June 2019; 1.9% in May 2019; left since: 2.4% in June 2019"],
    ["gap", "at most 2%; by 2020-12-31", "2019-08: 1.8%, 2019-09: 3.4%", "2019-10-31", "off track", "Red", "at most 2% by 31 December 2020; 3.4% in September 2019, beyond the tolerance of 1 percentage point; it was last met in August 2019"],
    // On the path from a baseline.
    ["gap", "at most 2%; by 2020-12-31; baseline 18.5% in 2019-02", "2019-02: 18.5%, 2019-03: 17.0%", "2019-04-30", "on track", "Green", "at most 17.7% due in March 2019, on the path from 18.5% in February 2019 to at most 2% by 31 December 2020; 17.0% in March 2019"],
    ["gap", "at most 2%; by 2020-12-31; baseline 18.5% in 2019-02", "2019-10: 13.2%", "2019-11-30", "at risk", "Amber", "at most 12.5% due in October 2019, on the path from 18.5% in February 2019 to at most 2% by 31 December 2020; 13.2% in October 2019, within the tolerance of 1 percentage point"],
    ["gap", "at most 2%; by 2020-12-31; baseline 18.5% in 2019-02", "2019-10: 14.0%", "2019-11-30", "off track", "Red", "at most 12.5% due in October 2019, on the path from 18.5% in February 2019 to at most 2% by 31 December 2020; 14.0% in October 2019, beyond the tolerance of 1 percentage point"],
    ["gap", "at most 2%; by 2020-12-31; baseline 18.5% in 2019-02", "2019-09: 1.8%", "2019-10-31", "met", "Green", "at most 2% by 31 December 2020; 1.8% in September 2019"],
    ["visits", "at least 90%; by 2020-03-31; baseline 60% in 2019-03; step 70% on 2019-09-30; step 80% on 2019-12-31", "2019-08: 61%", "2019-09-30", "on track", "Green", "at least 60% due in August 2019, on the path from 60% in March 2019 to at least 90% by 31 March 2020; 61% in August 2019"],
    ["visits", "at least 90%; by 2020-03-31; baseline 60% in 2019-03; step 70% on 2019-09-30; step 80% on 2019-12-31", "2019-09: 69.5%", "2019-10-31", "at risk", "Amber", "at least 70% due in September 2019, on the path from 60% in March 2019 to at least 90% by 31 March 2020; 69.5% in September 2019, within the tolerance of 1 percentage point"],
    ["visits", "at least 90%; by 2020-03-31; baseline 60% in 2019-03; step 70% on 2019-09-30; step 80% on 2019-12-31", "2020-01: 75%", "2020-02-29", "off track", "Red", "at least 80% due in January 2020, on the path from 60% in March 2019 to at least 90% by 31 March 2020; 75% in January 2020, beyond the tolerance of 1 percentage point"],
    ["gap", "at most 2%; by 2020-12-31; baseline 18.5% in 2019-02", "2019-10: 12.5%", "2019-11-30", "cannot tell", "Grey", "at most 12.48% due in October 2019, on the path from 18.5% in February 2019 to at most 2% by 31 December 2020; 12.5% in October 2019 is rounded, which leaves it open"],
    ["gap", "at most 2%; by 2020-12-31; baseline 18.5% in 2019-02", "2019-10: exactly 12.5%", "2019-11-30", "at risk", "Amber", "at most 12.48% due in October 2019, on the path from 18.5% in February 2019 to at most 2% by 31 December 2020; exactly 12.5% in October 2019, within the tolerance of 1 percentage point"],
    ["agency", "at most 60 FTE; by 2020-09-30; baseline 80 FTE in year to 30 September 2018", "year to 30 September 2019: 68.5", "2019-10-31", "on track", "Green", "at most 70 FTE due in the year to 30 September 2019, on the path from 80 FTE in the year to 30 September 2018 to at most 60 FTE by 30 September 2020; 68.5 FTE in the year to 30 September 2019"],
    ["gap", "at most 2%; by 2020-06-15; baseline 18.5% in 2019-02", "2020-05: 2.5%, 2020-06: 1.9%", "2020-07-31", "missed", "Red", "at most 2% by 15 June 2020; 2.5% in May 2020; met since: 1.9% in June 2020"],
    ["leaving", "at most 10 people; by 2020-03-31; baseline 24 people in 2019-03", "2019-09: 17", "2019-10-31", "on track", "Green", "at most 17 people due in September 2019, on the path from 24 people in March 2019 to at most 10 people by 31 March 2020; 17 in September 2019"],
    ["cases", "between 3000 cases and 3500 cases; by 2020-03-31; baseline 4500 cases in 2019-03", "2019-09: 3900", "2019-10-31", "on track", "Green", "between 3000 cases and 4000 cases due in September 2019, on the path from 4500 cases in March 2019 to between 3000 cases and 3500 cases by 31 March 2020; 3900 in September 2019"],
    // Old figures.
    ["visits", "at least 90%", "2019-09: 95%", "2019-11-30", "met", "Green", "at least 90%; 95% in September 2019"],
    ["visits", "at least 90%", "2019-09: 95%", "2019-12-01", "stale", "Grey", "the last figure is 95% in September 2019, and one is expected every month"],
    ["visits", "at least 90%; cadence every 3 months", "2019-09: 95%", "2020-03-31", "met", "Green", "at least 90%; 95% in September 2019"],
    ["visits", "at least 90%; by 2009-12-31", "2009-12: 95%", "2019-12-31", "stale", "Grey", "the last figure is 95% in December 2009, and one is expected every month"],
    ["visits", "at least 90%; by 2019-12-31", "2019/20 Q1: 92%", "2019-12-31", "met", "Green", "at least 90% by 31 December 2019; 92% in 2019/20 Q1"],
    ["agency", "at most 60 FTE", "year to 30 September 2019: 58.0", "2021-09-30", "met", "Green", "at most 60 FTE; 58.0 FTE in the year to 30 September 2019"],
    ["agency", "at most 60 FTE", "2010-09-30: 58.0", "2021-09-30", "stale", "Grey", "the last figure is 58.0 FTE on 30 September 2010, and one is expected every 12 months"],
    ["agency", "at most 60 FTE", "2010-09-30: 58.0", "2012-09-30", "met", "Green", "at most 60 FTE; 58.0 FTE on 30 September 2010"],
    // Sustained, and left.
    ["visits", "at least 90%; sustained 3", "2019-07: 91%, 2019-08: 92%, 2019-09: 93%", "2019-10-31", "met", "Blue", "at least 90%; 93% in September 2019; met in 3 of 3 periods in a row"],
    ["visits", "at least 90%; sustained 3", "2019-06: 91%, 2019-08: 92%, 2019-09: 93%", "2019-10-31", "met", "Green", "at least 90%; 93% in September 2019; met in 2 of 3 periods in a row"],
    ["visits", "at least 90%; sustained 2", "2019-07: 91%, 2019-08: around 92%, 2019-09: 93%", "2019-10-31", "met", "Green", "at least 90%; 93% in September 2019; met in 1 of 2 periods in a row"],
    ["visits", "at least 90%", "2019-08: 92%, 2019-09: 89.5%", "2019-10-31", "at risk", "Amber", "at least 90%; 89.5% in September 2019, within the tolerance of 1 percentage point; it was last met in August 2019"],
    ["agency", "at most 60 FTE; sustained 2", "2018-09-30: 59.0, 2019-09-30: 58.0", "2019-10-31", "met", "Blue", "at most 60 FTE; 58.0 FTE on 30 September 2019; met in 2 of 2 periods in a row"],
    ["agency", "at most 60 FTE; sustained 2", "2017-09-30: 59.0, 2019-09-30: 58.0", "2019-10-31", "met", "Green", "at most 60 FTE; 58.0 FTE on 30 September 2019; met in 1 of 2 periods in a row"],
    ["visits", "at least 90%; sustained 2; cadence every 3 months", "2019-06: 91%, 2019-09: 93%", "2019-10-31", "met", "Blue", "at least 90%; 93% in September 2019; met in 2 of 2 periods in a row"],
    // In force from a day, and against the polarity on purpose.
    ["gap", "at most 2%; from 2019-10-01", "2019-09: 1.8%", "2019-10-31", "no data", "Grey", "there is no figure from 1 October 2019, when the target came into force, to 31 October 2019"],
    ["gap", "at most 2%; from 2019-09-01", "2019-09: 1.8%", "2019-10-31", "met", "Green", "at most 2%; 1.8% in September 2019"],
    ["gap", "at least 2%; meant", "2019-09: 3%", "2019-10-31", "met", "Green", "at least 2%; 3% in September 2019"],
    // What does not fit is not judged.
    ["gap", "at most 12 FTE", "2019-09: 1.8%", "2019-10-31", "cannot tell", "Grey", "the target does not fit: 12 FTE is in FTE, but Vacancy gap is in per cent"],
    ["gap", "at least 2%", "2019-09: 3%", "2019-10-31", "cannot tell", "Grey", "the target does not fit: at least 2% is asked of Vacancy gap, of which lower is better: set against_polarity if that is meant"],
    ["visits", "at least 150%", "2019-09: 91%", "2019-10-31", "cannot tell", "Grey", "the target does not fit: Visits in time is a share of a whole and cannot be 150%"],
];

#[test]
fn worked_cases() {
    let mut wrong = Vec::new();
    for [name, asked, figures, on, status, colour, reason] in CASES {
        let told = told(name, asked, figures, on);
        if (told.0.as_str(), told.1.as_str(), told.2.as_str()) != (*status, *colour, *reason) {
            wrong.push(format!(
                "[{name:?}, {asked:?}, {figures:?}, {on:?}, {:?}, {:?}, {:?}],",
                told.0, told.1, told.2
            ));
        }
    }
    assert!(wrong.is_empty(), "these are told otherwise:\n{}", wrong.join("\n"));
}
