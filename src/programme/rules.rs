//! The rules of progress reports, each a public constant, and what the parts of a programme break together.

use super::{
    Claim, ClaimKind, Programme, ReportedFact, ServiceArea, Support, aggregate::by_code, support::Grounds,
};
use crate::{
    calendar::PartialDate,
    caseload,
    governance::{
        BodyKind, Subject,
        rules::{COMMISSIONER_IS_NOT_CHAIR, PLAN_IS_SCRUTINISED_FIRST},
    },
    intervention::InterventionStatus,
    kpi::{Baseline, Indicator},
    measure::Figure,
    plan::ImprovementPlan,
    rules::{Finding, Findings, book::rule_book},
    text::same_words,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;

rule_book! {
    /// Every rule for progress reports. `Error`: a report that says what cannot be. `Warning`: one that says more than its
    /// figures show.
    ///
    /// [`Programme::findings`](super::Programme::findings) checks them, with `GOV-08` and `GOV-10` of
    /// [governance](crate::governance::rules), which need the plan and the intervention case.
    from "West Sussex County Council, progress report of autumn 2019; practice of councils' reports";
    PRG_01: "PRG-01", Error, "a reported value has a date or a period", "a value of no time says nothing";
    PRG_02: "PRG-02", Warning, "a claim that something improved or held has a baseline and follows from it", "without one nothing can have moved";
    PRG_03: "PRG-03", Warning, "a claim of compliance has a linked measure and follows from it", "West Sussex 2019: health assessments compliant, and no number";
    PRG_04: "PRG-04", Error, "a printed figure is that of the programme, and no bound or approximation is reckoned with as a number", "over 90% and around 75 state no number to subtract";
    PRG_05: "PRG-05", Warning, "reports follow each other within the agreed cadence", "members rely on it";
    PRG_06: "PRG-06", Error, "a report tells of what had happened by its date", "the order of events";
    PRG_07: "PRG-07", Error, "a code stands for one indicator throughout a programme", "a target in per cent against a series of people is neither met nor missed", from "a rule of this crate";
}

pub(super) fn findings(programme: &Programme, as_of: NaiveDate) -> Findings {
    let assumptions = programme.case().assumptions();
    let mut findings = programme.case().findings(as_of);
    if let Some(plan) = programme.plan() {
        findings.extend(plan.findings(programme.history(), assumptions, as_of).within("plan"));
    }
    findings.extend(second_definitions(programme));
    findings.extend(baselines(programme));
    findings.extend(programme.governance().findings(as_of).within("governance"));
    findings.extend(scrutiny_of_the_plan(programme, as_of));
    findings.extend(commissioner_in_the_chair(programme, as_of));
    findings.extend(of_workforce(programme, as_of));
    let grounds = Grounds::of(programme, as_of);
    findings.extend(of_claims(&grounds, programme.workforce().claims(), None).within("workforce"));
    for (index, area) in programme.service_areas().iter().enumerate() {
        let mut of_area = of_claims(&grounds, area.claims(), Some(area));
        for (at, events) in area.timeliness().iter().enumerate() {
            let found = events.findings(as_of, assumptions.working_days());
            of_area.extend(found.within(&format!("timeliness[{at}]")));
        }
        findings.extend(of_area.within(&format!("service_areas[{index}]")));
    }
    findings.extend(of_reports(programme, as_of).within("reporting"));
    findings
}

/// A code that is defined anew.
fn second_definitions(programme: &Programme) -> Findings {
    let second = programme.second_definitions().into_iter().map(|(place, indicator, defined)| {
        let told = |one: &Indicator| format!("{} in {}, {}", one.title(), one.unit(), one.polarity());
        let (code, own, other) = (indicator.code(), told(indicator), told(defined));
        let message = format!("{code} is {own} here, and {other} before");
        Finding::new(&PRG_07, place, message).with_value("indicator", code)
    });
    second.collect()
}

/// The baseline of a measure is the figure that the programme has of its period.
fn baselines(programme: &Programme) -> Findings {
    let series = by_code(programme.kpis());
    let measures = programme.plan().map(ImprovementPlan::measures).unwrap_or_default().iter().enumerate();
    let differing = measures.filter_map(|(index, measure)| {
        let Baseline { period, value } = measure.target.as_ref()?.baseline?;
        let code = measure.indicator.code();
        let series = series.get(code).filter(|series| *series.indicator() == measure.indicator)?;
        let places = measure.indicator.decimal_places().max(value.value().scale());
        let known = series.get(period)?.figure_rounded(places);
        if known.stated() == Some(value) {
            return None;
        }
        let message = format!("the baseline of {period} is {value}, and the figure is {known} of {code}");
        let place = format!("plan.measures[{index}].target.baseline.value");
        Some(Finding::new(&PRG_04, place, message).with_value("figure", known))
    });
    differing.collect()
}

/// A scrutiny committee considers the plan before it is adopted.
fn scrutiny_of_the_plan(programme: &Programme, as_of: NaiveDate) -> Option<Finding> {
    let adopted = programme.plan()?.sign_off().adopted().filter(|adopted| adopted.on() <= as_of)?.on();
    // A meeting before the inspection was on another plan.
    let since = programme.plan()?.identity().inspection_start();
    let committees = programme.governance().bodies_of(BodyKind::ScrutinyCommittee);
    let meetings: Vec<PartialDate> = committees
        .flat_map(|committee| {
            let draft = committee.met_on(Subject::DraftImprovementPlan);
            let met = draft.chain(committee.met_on(Subject::ImprovementPlan)).map(|meeting| meeting.on);
            met.filter(|on| on.last() >= since)
        })
        .collect();
    if meetings.iter().any(|on| on.first() <= adopted) {
        return None;
    }
    let how = match meetings.iter().min() {
        Some(first) => format!("it was scrutinised only after that, on {first}"),
        None => "no scrutiny of it is on record".to_owned(),
    };
    let message = format!("the plan was adopted on {adopted}, and {how}");
    Some(
        Finding::new(&PLAN_IS_SCRUTINISED_FIRST, "governance.bodies", message).with_value("adopted", adopted),
    )
}

/// The commissioner under an open direction is not the independent chair of the improvement board.
fn commissioner_in_the_chair(programme: &Programme, as_of: NaiveDate) -> Findings {
    let mut findings = Findings::new();
    // Once the council keeps control the review is over, and its commissioner a former one: West Sussex 2022.
    let in_office = matches!(
        programme.case().status_on(as_of),
        InterventionStatus::DirectionReview | InterventionStatus::AdmOrdered | InterventionStatus::AdmPaused
    );
    if !in_office {
        return findings;
    }
    let log = programme.case().log().iter().filter(|entry| entry.in_force_from() <= as_of);
    let Some(commissioner) = log.rev().find_map(|entry| entry.event().review()?.commissioner()) else {
        return findings;
    };
    for (index, body) in programme.governance().bodies.iter().enumerate() {
        let chair =
            body.chair.as_ref().filter(|chair| same_words(chair.name.as_str(), commissioner.name().as_str()));
        if let (BodyKind::ImprovementBoard, Some(chair)) = (body.kind, chair) {
            let message = format!(
                "{} chairs the improvement board and is the commissioner under the direction in force",
                chair.name
            );
            findings.push(Finding::new(
                &COMMISSIONER_IS_NOT_CHAIR,
                format!("governance.bodies[{index}].chair"),
                message,
            ));
        }
    }
    findings
}

fn of_workforce(programme: &Programme, as_of: NaiveDate) -> Findings {
    let mut findings = Findings::new();
    for (index, snapshot) in programme.workforce().snapshots().iter().enumerate() {
        findings.extend(snapshot.findings_inside().within(&format!("snapshots[{index}]")));
    }
    for (index, stated) in programme.workforce().changes().iter().enumerate() {
        let wrong = stated.change().err();
        findings.extend(
            wrong.map(|error| Finding::new(&PRG_04, format!("changes[{index}].until"), error.to_string())),
        );
    }
    for (index, cohort) in programme.workforce().cohorts().iter().enumerate() {
        findings.extend(cohort.findings_inside().within(&format!("cohorts[{index}]")));
    }
    for (index, position) in programme.workforce().caseloads().iter().enumerate() {
        let mut of_position = caseload::findings(position.teams());
        let stated = position.stated().filter(|_| position.period().start() <= as_of);
        if let Some(stated) = stated {
            let of = format!("{} of {} teams are stated", stated.within, stated.teams);
            let message = match (stated.rate(), position.within_maximum()) {
                (Err(error), _) => Some(format!("{of}: {error}")),
                (Ok(stated), Some(Ok(counted))) if stated.quotient() != counted.quotient() => {
                    Some(format!("{of}, and the teams on record give {}", caseload::in_words(&counted)))
                }
                _ => None,
            };
            of_position.extend(message.map(|message| Finding::new(&PRG_04, "stated", message)));
        }
        findings.extend(of_position.within(&format!("caseloads[{index}]")));
    }
    findings.within("workforce")
}

fn of_claims(grounds: &Grounds<'_>, claims: &[Claim], area: Option<&ServiceArea>) -> Findings {
    let mut findings = Findings::new();
    // A claim about a time to come is none yet.
    let made = |claim: &Claim| claim.period().is_none_or(|period| period.start() <= grounds.day());
    for (index, claim) in claims.iter().enumerate().filter(|(_, claim)| made(claim)) {
        let mut of_claim = Findings::new();
        of_claim.extend(printed_value(grounds, claim));
        of_claim.extend(printed_change(grounds, claim));
        let rule = match claim.kind() {
            ClaimKind::Compliant => &PRG_03,
            ClaimKind::Improved | ClaimKind::Stable => &PRG_02,
        };
        let support = grounds.support(claim, area);
        if !support.is_supported() {
            let how = match support {
                Support::Contradicted(_) => "the figures say otherwise",
                _ => "no figure bears it out",
            };
            let message =
                format!("{:?} is claimed, and {how}: {}", claim.statement().as_str(), support.why());
            let place = if claim.measured_by().is_some() { "measured_by" } else { "statement" };
            of_claim.push(Finding::new(rule, place, message));
        }
        findings.extend(of_claim.within(&format!("claims[{index}]")));
    }
    findings
}

/// A value that is printed beside a claim: of a time, and the figure of that time.
fn printed_value(grounds: &Grounds<'_>, claim: &Claim) -> Option<Finding> {
    let value = claim.value()?;
    let Some(period) = claim.period() else {
        return Some(Finding::new(
            &PRG_01,
            "period",
            format!("{value} is reported without a date or a period"),
        ));
    };
    let series = grounds.series(claim.measured_by()?)?;
    let known = series.get(period).map(|seen| seen.figure_rounded(series.indicator().decimal_places()));
    if known.is_some() && known == Figure::read(series.indicator().unit(), value).ok() {
        return None;
    }
    let is = known.map_or_else(|| "there is no figure".to_owned(), |known| format!("the figure is {known}"));
    let message = format!("{value} is reported for {period}, and {is} of {}", series.indicator().code());
    Some(Finding::new(&PRG_04, "value", message).with_value("value", value))
}

/// A difference that is printed beside a claim: worked from figures that state numbers, and right.
fn printed_change(grounds: &Grounds<'_>, claim: &Claim) -> Option<Finding> {
    let stated = claim.stated_change()?;
    let number = |text: &str| Decimal::from_str_exact(text).ok().filter(|_| !text.contains('_'));
    // The minus sign of typography is a minus; a change in per cent is a relative one.
    let stated = &stated.replace('\u{2212}', "-");
    let message = match grounds.change(claim) {
        None => format!("a change of {stated} is reported, and there are no two figures to work it from"),
        Some(change) if stated.ends_with('%') => {
            let relative = change.relative_printed();
            if relative.is_some() && relative == number(stated.trim_end_matches('%')) {
                return None;
            }
            let is = relative.map_or_else(|| "none".to_owned(), |relative| format!("{relative}%"));
            format!("a relative change of {stated} is reported, and the figures give {is}")
        }
        Some(change) => match change.absolute_printed() {
            None => format!("a change of {stated} is reported, and none can be worked out: {change}"),
            Some(absolute) if number(stated) == Some(absolute) => {
                return None;
            }
            Some(absolute) => format!("a change of {stated} is reported, and the figures give {absolute}"),
        },
    };
    Some(Finding::new(&PRG_04, "stated_change", message).with_value("stated_change", stated))
}

fn of_reports(programme: &Programme, as_of: NaiveDate) -> Findings {
    let mut findings = Findings::new();
    let reports = programme.reporting().reports();
    if let Some(cadence) = programme.reporting().cadence() {
        let mut dates: Vec<(usize, PartialDate)> = reports
            .iter()
            .map(|report| report.on())
            .enumerate()
            .filter(|(_, on)| on.first() <= as_of)
            .collect();
        dates.sort_by_key(|(_, on)| *on);
        let followed = dates.iter().skip(1).map(|(index, on)| (Some(*index), on.first(), on.to_string()));
        let followed = followed.chain([(None, as_of, as_of.to_string())]);
        for ((_, last), (index, on, next)) in dates.iter().zip(followed) {
            // From the last day that the one can have been to the first of the other.
            if cadence.next_after(last.last()).is_none_or(|latest| on <= latest) {
                continue;
            }
            let (place, then) = match index {
                Some(index) => (format!("reports[{index}].on"), format!("the next on {next}")),
                None => ("reports".to_owned(), format!("none by {next}")),
            };
            let message =
                format!("a report was made on {last}, and {then}, though there is to be one {cadence}");
            findings.push(Finding::new(&PRG_05, place, message));
        }
    }
    for (index, report) in reports.iter().enumerate() {
        for (at, fact) in report.says().iter().enumerate() {
            let happened = date_of(programme, *fact);
            let why = match happened {
                Some(on) if on.first() <= report.on().last() => continue,
                Some(on) => format!("that was on {on}"),
                None => "nothing of it is on record".to_owned(),
            };
            let message = format!("the report of {} says that {}, and {why}", report.on(), fact.label());
            findings.push(Finding::new(&PRG_06, format!("reports[{index}].says[{at}]"), message));
        }
    }
    findings
}

/// When what a report tells of happened first.
fn date_of(programme: &Programme, fact: ReportedFact) -> Option<PartialDate> {
    let sign_off = || programme.plan().map(ImprovementPlan::sign_off);
    match fact {
        ReportedFact::PlanAdopted => {
            sign_off()?.adopted().and_then(|adopted| PartialDate::try_from(adopted.on()).ok())
        }
        ReportedFact::PlanSubmitted => sign_off()?.submitted().map(|submitted| submitted.on()),
        ReportedFact::PlanAnswered => sign_off()?.answers().iter().map(|answer| answer.on()).min(),
        ReportedFact::ReviewFinished => {
            let events = programme.case().log().iter().map(|entry| entry.event());
            let finished = events.clone().filter_map(|event| event.review()?.finished()).min();
            // A review whose report was received has finished.
            let mut events = events.skip_while(|event| event.review().is_none());
            let received = events.find_map(|event| event.report()).map(|report| report.received());
            let received = received.and_then(|received| PartialDate::try_from(received).ok());
            finished.into_iter().chain(received).min()
        }
        ReportedFact::StrategyAdopted => {
            programme.governance().strategies.iter().filter_map(|strategy| strategy.adopted).min()
        }
    }
}
