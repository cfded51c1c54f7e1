//! The sections of a report, in the order in which members read them.

use super::{
    ReportBrief, ReportItem, ReportParagraph, ReportSection, ReportTable, figures, plan, strategy,
    words::{self, list, when},
    workforce,
};
use crate::{
    calendar::PartialDate,
    governance::{Appointment, AppointmentBasis, LeadershipPlaces, LeadershipTeam, PostKind},
    inspection::Inspection,
    intervention::InterventionStatus,
    programme::{Grounds, Programme, ServiceArea},
    text::{OneLine, with_cause},
};

/// Of a programme as it was known at the end of the brief's period.
pub(super) fn of(programme: &Programme, brief: &ReportBrief) -> Vec<ReportSection> {
    let grounds = Grounds::of(programme, brief.period().end());
    let mut sections = vec![
        introduction(programme, brief),
        plan::section(programme, brief.period().end()),
        commissioner(programme, brief),
        leadership(programme, brief),
        ReportSection::new("Strengthening the Workforce", workforce::paragraphs(programme, &grounds, brief)),
    ];
    sections.extend(services(programme, &grounds, brief));
    let strategies = programme.governance().strategies.iter();
    sections.extend(strategies.map(|one| strategy::section(one, brief.period().end())));
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
            " It tells of the children's services of {name} as known on {}. No report of an inspection of them is known.",
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
    let mut paragraphs = vec![judged(text, "Judgements of the inspection", inspection)];
    if let Some(latest) = latest.filter(|latest| latest.start() > inspection.start()) {
        let when = latest.published().unwrap_or(latest.start());
        let text =
            format!("The services were inspected again since; the latest report is of {}.", words::day(when));
        paragraphs.push(judged(text, "Judgements of the latest inspection", latest));
    }
    ReportSection::new("Introduction", paragraphs)
}

/// A paragraph with the grades of an inspection, where it has any.
fn judged(text: String, caption: &str, inspection: &Inspection) -> ReportParagraph {
    let grades =
        inspection.judgements().map(|(judgement, grade)| [judgement.label().to_owned(), grade.to_string()]);
    let table = ReportTable::new(caption, ["Judgement", "Grade"], grades.collect());
    let paragraph = ReportParagraph::new(text);
    if table.rows().is_empty() { paragraph } else { paragraph.with_table(table) }
}

fn commissioner(programme: &Programme, brief: &ReportBrief) -> ReportSection {
    let as_of = brief.period().end();
    let case = programme.case();
    let status = case.status_on(as_of);
    let mut text = format!("The statutory position is: {}.", lower(status.label()));
    let review = case.log().iter().rev().find_map(|entry| Some((entry.event(), entry.event().review()?)));
    let Some((event, review)) = review else {
        return ReportSection::new("Statutory intervention", vec![ReportParagraph::new(text)]);
    };
    let name = review.commissioner().map_or("The commissioner", |commissioner| commissioner.name().as_str());
    text +=
        &format!(" {name} was appointed commissioner under the direction of {}.", date(event.effective()));
    let after = case.log().iter().rev().take_while(|entry| entry.event() != event);
    let report = after.filter_map(|entry| entry.event().report()).next();
    let finished = review.finished().filter(|finished| finished.first() <= as_of);
    if let Some(finished) = finished.filter(|_| report.is_none()) {
        text += &format!(" The review finished {}.", when(finished));
    }
    text += &match (report, review.report_due()) {
        (Some(report), _) => format!(
            " The latest report was received by {}; its recommendation: {}.",
            words::day(report.received()),
            report.recommendation().label()
        ),
        _ if status != InterventionStatus::DirectionReview => {
            " No report of the review is on record.".to_owned()
        }
        (None, Some(due)) if due < as_of => {
            format!(" The report was due by {} and is awaited.", words::day(due))
        }
        (None, Some(due)) => format!(" The report is due by {}.", words::day(due)),
        (None, None) => " Its report is awaited.".to_owned(),
    };
    if status == InterventionStatus::DirectionReview && report.is_none() {
        text += " If the commissioner is not satisfied that the council can improve itself, it is open to the commissioner to recommend that an alternative delivery model, such as a Children's Trust, is used; the Secretary of State decides.";
    }
    ReportSection::new("The work of the Commissioner", vec![ReportParagraph::new(text)])
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
        format!(" under the {interim}Director of Children's Services, {}", held.holder)
    });
    // A director without a place in the team is none of its vacancies.
    let headless = held.is_none() && governance.posts.iter().any(|post| post.kind == director);
    let vacancies: Vec<String> = team
        .vacancies()
        .map(|(post, vacant)| match vacant {
            1 => post.title.to_string(),
            _ => format!("{} ({vacant} places)", post.title),
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
    held.basis == Some(AppointmentBasis::Interim)
}

fn members(team: &LeadershipTeam<'_>) -> Vec<ReportItem> {
    let item = |places: &LeadershipPlaces<'_>| {
        let names: Vec<String> = places
            .holders()
            .iter()
            .map(|held| match is_interim(held) {
                true => format!("{}, interim", held.holder),
                false => held.holder.to_string(),
            })
            .collect();
        let names = if names.is_empty() { "vacant".to_owned() } else { list(&names) };
        ReportItem::new(format!("{} ({names})", places.post().title))
    };
    team.places().iter().map(item).collect()
}

fn services(programme: &Programme, grounds: &Grounds<'_>, brief: &ReportBrief) -> Option<ReportSection> {
    let items = programme.service_areas().iter().flat_map(|area| service(programme, grounds, area, brief));
    let items: Vec<ReportItem> = items.collect();
    if items.is_empty() {
        return None;
    }
    let text = "Other recent developments in services can be summarised as follows:";
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
    let claims = area.claims().iter().filter(|claim| figures::is_told(claim, as_of)).map(|claim| {
        let support = grounds.support(claim, Some(area));
        figures::claim(&line(claim.statement().as_str()), &support)
    });
    let developments = area.developments().iter().map(|text: &OneLine| ReportItem::new(line(text.as_str())));
    let timeliness = area.timeliness().iter().map(|events| {
        let days = programme.case().assumptions().working_days();
        let title = events.standard().timescale().title();
        let limit = events.standard().limit();
        let counts = events.timeliness(brief.period(), as_of, days);
        let told = match counts.and_then(|count| Ok((count, events.open_past_limit(as_of, days)?))) {
            Err(error) => with_cause(&error),
            Ok((count, open)) => {
                let told = if count.due() == 0 { "nothing was due".to_owned() } else { count.in_words() };
                let open = match open {
                    0 => String::new(),
                    open => format!("; {open} still open past the limit on {}", words::day(as_of)),
                };
                format!("{told} {}{open}", brief.period().within())
            }
        };
        ReportItem::new(line(&format!("{title}, {limit}: {told}")))
    });
    claims.chain(developments).chain(timeliness).collect()
}
