//! The sections of a report, in the order in which members read them.

use super::{
    ReportBrief, ReportItem, ReportParagraph, ReportSection, ReportTable,
    words::{self, list, when},
    workforce,
};
use crate::{
    calendar::PartialDate,
    governance::{
        Appointment, AppointmentBasis, Authorship, LeadershipPlaces, LeadershipTeam, PostKind, Reach,
        Strategy, StrategyState,
    },
    inspection::{Deadlines, Inspection, Receipt},
    intervention::{EventKind, InterventionStatus},
    plan::{AnswerOutcome, ImprovementPlan, Rating},
    programme::{Grounds, Programme, ServiceArea},
    text::OneLine,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Of a programme as it was known at the end of the brief's period.
pub(super) fn of(programme: &Programme, brief: &ReportBrief) -> Vec<ReportSection> {
    let grounds = Grounds::of(programme, brief.period().end());
    let mut sections = vec![
        introduction(programme, brief),
        plan(programme, brief),
        commissioner(programme, brief),
        leadership(programme, brief),
        ReportSection::new("Strengthening the Workforce", workforce::paragraphs(programme, &grounds, brief)),
    ];
    sections.extend(services(programme, &grounds, brief));
    sections
        .extend(programme.governance().strategies().iter().map(|one| strategy(one, brief.period().end())));
    sections.push(ReportSection::new("Summary", vec![workforce::summary(programme, &grounds, brief)]));
    sections
}

fn introduction(programme: &Programme, brief: &ReportBrief) -> ReportSection {
    let name = programme.authority().name();
    let mut text = format!("This report is made to {} by the {}.", brief.audience(), brief.post());
    if let Some(cadence) = programme.reporting().cadence() {
        text += &format!(" It is one of a sequence, with a report {cadence}.");
    }
    let latest = programme.history().inspections().iter().rev().find(|one| one.activity().is_graded());
    let answered = programme.plan().and_then(|plan| plan.inspection(programme.history()));
    let Some(inspection) = answered.or(latest) else {
        text += &format!(
            " It tells of the children's services of {name} as known on {}. No inspection of them is on record.",
            words::day(brief.period().end())
        );
        return ReportSection::new("Introduction", vec![ReportParagraph::new(text)]);
    };
    let published = inspection.published().map_or_else(
        || format!("that started on {}", words::day(inspection.start())),
        |day| format!("published on {}", words::day(day)),
    );
    text += &format!(
        " It tells of the developments since Ofsted's inspection of the children's services of {name}, {published}, and of the progress in making the improvements that it asked for, as known on {}.",
        words::day(brief.period().end())
    );
    let grades =
        inspection.judgements().map(|(judgement, grade)| [judgement.label().to_owned(), grade.to_string()]);
    let table = ReportTable::new("Judgements of the inspection", ["Judgement", "Grade"], grades.collect());
    let paragraph = ReportParagraph::new(text);
    let paragraph = if table.rows().is_empty() { paragraph } else { paragraph.with_table(table) };
    ReportSection::new("Introduction", vec![paragraph])
}

fn plan(programme: &Programme, brief: &ReportBrief) -> ReportSection {
    let Some(plan) = programme.plan() else {
        let text = "No improvement plan is on record.";
        return ReportSection::new("The improvement plan", vec![ReportParagraph::new(text)]);
    };
    let mut paragraphs = vec![ReportParagraph::new(sign_off(programme, plan))];
    if let Some(inspection) = plan.inspection(programme.history()) {
        paragraphs.push(coverage(programme, plan, inspection, brief.period().end()));
    }
    ReportSection::new(plan.identity().title().as_str(), paragraphs)
}

fn sign_off(programme: &Programme, plan: &ImprovementPlan) -> String {
    let sign_off = plan.sign_off();
    let receipt = plan.receipt(programme.history());
    let mut text = match sign_off.adopted() {
        None => "The plan is not adopted yet.".to_owned(),
        Some(adopted) => {
            let by = adopted.body().map_or_else(String::new, |body| format!(" by the {body}"));
            let day = receipt.and_then(|receipt| working_day(programme, receipt, adopted.on()));
            let day = day.map_or_else(String::new, |day| format!(", {day}"));
            format!("The plan was agreed for adoption{by} on {}{day}.", words::day(adopted.on()))
        }
    };
    match sign_off.submitted() {
        None => text += " It is not submitted yet.",
        Some(submitted) => {
            let to: Vec<String> =
                submitted.recipients().iter().map(|recipient| format!("the {}", recipient.label())).collect();
            let to = if to.is_empty() { String::new() } else { format!(" to {}", list(&to)) };
            text += &format!(" It was submitted{to} {}.", when(submitted.on()));
        }
    }
    for answer in sign_off.answers() {
        let says = match answer.outcome() {
            AnswerOutcome::ReflectsFindings => "has confirmed that it reflects the findings",
            AnswerOutcome::DoesNotReflectFindings => "has answered that it does not reflect the findings",
        };
        text += &format!(" Ofsted {says} of the inspection ({}).", when(answer.on()));
    }
    for revision in sign_off.revisions() {
        text += &format!(" Version {} followed {}.", revision.version(), when(revision.on()));
    }
    text
}

/// `working day 63 of the 70 for the plan to be submitted, which end on 15 August 2019`.
fn working_day(programme: &Programme, receipt: Receipt, on: NaiveDate) -> Option<String> {
    let days = programme.case().assumptions().working_days();
    let limit = Deadlines::STATEMENT_OF_ACTION_WORKING_DAYS;
    let (number, due) = (days.count(receipt.day(), on).ok()?, days.add(receipt.day(), limit).ok()?);
    let since = match receipt {
        Receipt::Recorded(_) => "the report was received",
        Receipt::TakenFromPublication(_) => "the report was published (its receipt is not on record)",
    };
    Some(format!(
        "working day {number} since {since}; it was to be submitted by working day {limit}, {}",
        words::day(due)
    ))
}

fn coverage(
    programme: &Programme,
    plan: &ImprovementPlan,
    inspection: &Inspection,
    as_of: NaiveDate,
) -> ReportParagraph {
    let coverage = plan.coverage(inspection);
    let verb = if coverage.answered() == 1 { "is" } else { "are" };
    let mut text = match coverage.total() {
        0 => "No area for improvement of the inspection is on record.".to_owned(),
        total => format!(
            "{} of the {total} areas for improvement {verb} answered by the plan.",
            coverage.answered()
        ),
    };
    let statuses = plan.statuses_on(as_of, programme.kpis());
    let scheme = plan.status_scheme();
    let mut counts: BTreeMap<u8, (Rating, usize)> = BTreeMap::new();
    for status in &statuses {
        let rating = scheme.in_scheme(status.delivery().derived());
        counts.entry(rating.concern()).or_insert((rating, 0)).1 += 1;
    }
    let ratings: Vec<String> =
        counts.values().map(|(rating, count)| format!("{count} {}", scheme.word(*rating))).collect();
    if !ratings.is_empty() {
        let complete = statuses.iter().filter(|status| status.is_complete()).count();
        let actions = if statuses.len() == 1 { "action" } else { "actions" };
        text += &format!(
            " By dates and evidence the delivery of its {} {actions} is: {}; {complete} complete.",
            statuses.len(),
            list(&ratings)
        );
        let differing =
            statuses.iter().filter(|status| status.delivery().agrees(scheme) == Some(false)).count();
        if differing > 0 {
            text += &format!(" For {differing} of them another status is recorded.");
        }
    }
    let by_id: BTreeMap<&str, Rating> =
        statuses.iter().map(|status| (status.id(), status.delivery().derived())).collect();
    let rows = coverage.areas().iter().map(|(area, actions)| {
        let worst = actions.iter().filter_map(|action| by_id.get(action.id().as_str()));
        let worst = worst.max_by_key(|rating| rating.concern());
        [
            format!("{}. {}", area.number(), area.label()),
            actions.len().to_string(),
            worst.map_or("", |rating| scheme.word(*rating)).to_owned(),
        ]
    });
    let columns = ["Area for improvement", "Actions", "Delivery, by the action that is furthest behind"];
    let table = ReportTable::new("How the plan answers the areas for improvement", columns, rows.collect());
    let paragraph = ReportParagraph::new(text);
    if table.rows().is_empty() { paragraph } else { paragraph.with_table(table) }
}

fn commissioner(programme: &Programme, brief: &ReportBrief) -> ReportSection {
    let as_of = brief.period().end();
    let case = programme.case();
    let status = case.status_on(as_of);
    let mut text = format!("The statutory position is: {}.", lower(status.label()));
    let review = case.log().iter().rev().find_map(|entry| Some((entry.event(), entry.event().review()?)));
    if let Some((event, review)) = review {
        let name =
            review.commissioner().map_or("The commissioner", |commissioner| commissioner.name().as_str());
        text +=
            &format!(" {name} was appointed commissioner under the direction of {}", date(event.effective()));
        text += &match review.report_due() {
            Some(due) => format!(", with a report due by {}.", words::day(due)),
            None => ".".to_owned(),
        };
        let after = case.log().iter().rev().take_while(|entry| entry.event() != event);
        let report = after.filter_map(|entry| entry.event().report()).last();
        let finished = review.finished().filter(|finished| finished.first() <= as_of);
        text += &match (report, finished) {
            (Some(report), _) => format!(
                " The report was received by {}; it recommended {}.",
                words::day(report.received()),
                report.recommendation().label()
            ),
            (None, Some(finished)) => {
                format!(" The review has finished ({}); the report is awaited.", when(finished))
            }
            (None, None) if status == InterventionStatus::DirectionReview => {
                " The review has not finished.".to_owned()
            }
            (None, None) => " No report of the review is on record.".to_owned(),
        };
    }
    let paragraph = ReportParagraph::new(text);
    let options: Vec<_> = case.options_on(as_of).map(|option| option.event()).collect();
    let mut paragraphs = vec![paragraph];
    if status.is_statutory() && !options.is_empty() {
        let trust = match options.contains(&EventKind::AdmOrdered) {
            true => " An alternative delivery model may be a Children's Trust.",
            false => "",
        };
        let items = options.iter().map(|event| ReportItem::new(event.label())).collect();
        let text = format!("From here law and practice allow the following.{trust}");
        paragraphs.push(ReportParagraph::new(text).with_items(items));
    }
    let heading = match review {
        Some(_) => "The work of the Commissioner",
        None => "Statutory intervention",
    };
    ReportSection::new(heading, paragraphs)
}

fn lower(label: &str) -> String {
    let mut chars = label.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// `4 June 2019` or `July 2020`.
fn date(date: PartialDate) -> String {
    let words = when(date);
    words.split_once(' ').map_or(words.clone(), |(_, date)| date.to_owned())
}

fn leadership(programme: &Programme, brief: &ReportBrief) -> ReportSection {
    let as_of = brief.period().end();
    let team = programme.governance().leadership_team_on(as_of);
    let heading = "Children's Services Leadership";
    if team.places().is_empty() {
        let text = "No leadership team is on record.";
        return ReportSection::new(heading, vec![ReportParagraph::new(text)]);
    }
    let governance = programme.governance();
    let director = PostKind::DirectorOfChildrensServices;
    let held = governance.holders_on(director, as_of).next();
    let under = held.map_or_else(String::new, |held| {
        let interim = if is_interim(held) { "interim " } else { "" };
        format!(" under the {interim}Director of Children's Services, {}", held.holder())
    });
    // A director without a place in the team is none of its vacancies.
    let headless = held.is_none() && governance.posts().iter().any(|post| post.kind() == director);
    let vacancies: Vec<String> = team
        .vacancies()
        .map(|(post, vacant)| match vacant {
            1 => post.title().to_string(),
            _ => format!("{} ({vacant} places)", post.title()),
        })
        .collect();
    let text = match (vacancies.is_empty(), headless) {
        (true, false) => format!("The leadership team is fully in place{under}."),
        (true, true) => {
            "The post of Director of Children's Services is vacant. The leadership team is otherwise in place."
                .to_owned()
        }
        // Titles have commas of their own.
        (false, _) => {
            format!("The leadership team{under} is not fully in place. Vacant: {}.", vacancies.join("; "))
        }
    };
    let text = format!("{text} It comprises:");
    ReportSection::new(heading, vec![ReportParagraph::new(text).with_items(members(&team))])
}

fn is_interim(held: &Appointment) -> bool {
    held.basis() == Some(AppointmentBasis::Interim)
}

fn members(team: &LeadershipTeam<'_>) -> Vec<ReportItem> {
    let item = |places: &LeadershipPlaces<'_>| {
        let names: Vec<String> = places
            .holders()
            .iter()
            .map(|held| match is_interim(held) {
                true => format!("{}, interim", held.holder()),
                false => held.holder().to_string(),
            })
            .collect();
        let names = if names.is_empty() { "vacant".to_owned() } else { list(&names) };
        ReportItem::new(format!("{} ({names})", places.post().title()))
    };
    team.places().iter().map(item).collect()
}

fn services(programme: &Programme, grounds: &Grounds<'_>, brief: &ReportBrief) -> Option<ReportSection> {
    let items = programme.service_areas().iter().flat_map(|area| service(programme, grounds, area, brief));
    let items: Vec<ReportItem> = items.collect();
    if items.is_empty() {
        return None;
    }
    let text = "Other recent service improvements can be summarised as follows:";
    let paragraph = ReportParagraph::new(text).with_items(items);
    Some(ReportSection::new("Other service improvements", vec![paragraph]))
}

fn service(
    programme: &Programme,
    grounds: &Grounds<'_>,
    area: &ServiceArea,
    brief: &ReportBrief,
) -> Vec<ReportItem> {
    let as_of = brief.period().end();
    let line = |text: &str| format!("{}: {text}", area.name());
    let claims = area.claims().iter().map(|claim| {
        let support = grounds.support(claim, Some(area));
        super::figures::claim(&line(claim.statement().as_str()), &support)
    });
    let developments = area.developments().iter().map(|text: &OneLine| ReportItem::new(line(text.as_str())));
    let timeliness = area.timeliness().iter().map(|events| {
        let days = programme.case().assumptions().working_days();
        let title = events.standard().timescale().title();
        let told = match events.timeliness(brief.period(), as_of, days) {
            Err(error) => error.to_string(),
            Ok(count) => count.rate().map_or_else(|_| "nothing was due".to_owned(), |rate| rate.to_string()),
        };
        let limit = events.standard().limit();
        ReportItem::new(line(&format!("{title}, {limit}: {told} ({})", words::period(brief.period()))))
    });
    claims.chain(developments).chain(timeliness).collect()
}

fn strategy(strategy: &Strategy, as_of: NaiveDate) -> ReportSection {
    let reach = match strategy.reach() {
        Some(Reach::MultiAgency) => "multi-agency strategy",
        Some(Reach::Council) => "strategy of the council",
        None => "strategy",
    };
    let mut text = match strategy.state() {
        Some(StrategyState::InPreparation) => format!("A {reach} is in preparation."),
        Some(StrategyState::Draft) => format!("A {reach} is in draft."),
        Some(StrategyState::Adopted | StrategyState::Published) | None => format!("There is a {reach}."),
    };
    if let Some(summary) = strategy.summary() {
        text += &format!(" {summary}");
    }
    if strategy.authorship() == Some(Authorship::CoProduced) {
        let partners: Vec<&str> = strategy.partners().iter().map(OneLine::as_str).collect();
        text += &match partners.is_empty() {
            true => " It is co-produced with partners.".to_owned(),
            false => format!(" It is co-produced with {}.", list(&partners)),
        };
    }
    let body = strategy.scrutiny_body().map_or_else(String::new, |body| format!(" by the {body}"));
    let scrutiny = match (strategy.scrutinised(), strategy.scrutiny_planned()) {
        (Some(held), _) => format!("was scrutinised{body} {}", when(held)),
        (None, Some(planned)) => {
            let is = if planned.last() < as_of { "was" } else { "is" };
            format!("{is} to be scrutinised{body} {}", when(planned))
        }
        (None, None) => String::new(),
    };
    let published = match (strategy.published(), strategy.state()) {
        (Some(published), _) => format!("was published {}", when(published)),
        (None, Some(StrategyState::Published)) => "is published".to_owned(),
        (None, _) => String::new(),
    };
    let adoption = match (strategy.adopted(), strategy.adoption_due()) {
        (Some(adopted), _) => format!("was adopted {}", when(adopted)),
        (None, _) if !published.is_empty() || strategy.state() == Some(StrategyState::Adopted) => {
            "is adopted".to_owned()
        }
        (None, Some(due)) => {
            let following = match scrutiny.is_empty() && !body.is_empty() {
                true => format!(" following scrutiny{body}"),
                false => String::new(),
            };
            let due = format!("due to be adopted {}{following}", when(due));
            match strategy.is_overdue_on(as_of) {
                true => format!("was {due}, which is overdue"),
                false => format!("is {due}"),
            }
        }
        (None, None) => String::new(),
    };
    let steps = [scrutiny, adoption, published].into_iter().filter(|step| !step.is_empty());
    let steps: Vec<String> = steps.collect();
    if !steps.is_empty() {
        text += &format!(" It {}.", list(&steps));
    }
    ReportSection::new(strategy.title().as_str(), vec![ReportParagraph::new(text)])
}
