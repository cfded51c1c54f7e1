//! A strategy in a report.

use super::{
    ReportParagraph, ReportSection,
    words::{list, the, when},
};
use crate::{
    governance::{Authorship, Reach, Strategy, StrategyState},
    text::OneLine,
};
use chrono::NaiveDate;

pub(super) fn section(strategy: &Strategy, as_of: NaiveDate) -> ReportSection {
    let reach = match strategy.reach {
        Some(Reach::MultiAgency) => "multi-agency strategy",
        Some(Reach::Council) => "strategy of the council",
        None => "strategy",
    };
    // Where a date of adoption is known it decides, whatever the state on record says.
    let state = strategy.state.filter(|_| strategy.adopted.is_none() && strategy.published.is_none());
    let mut text = match state {
        Some(StrategyState::InPreparation) => format!("A {reach} is in preparation."),
        Some(StrategyState::Draft) => format!("A {reach} is in draft."),
        Some(StrategyState::Adopted | StrategyState::Published) | None => format!("There is a {reach}."),
    };
    if let Some(summary) = &strategy.summary {
        let stop = if summary.ends_with(['.', '!', '?']) { "" } else { "." };
        text += &format!(" {summary}{stop}");
    }
    if strategy.authorship == Some(Authorship::CoProduced) {
        let partners: Vec<&str> = strategy.partners.iter().map(OneLine::as_str).collect();
        text += &match partners.is_empty() {
            true => " It is co-produced with partners.".to_owned(),
            false => format!(" It is co-produced with {}.", list(&partners)),
        };
    }
    let body =
        strategy.scrutiny_body.as_deref().map_or_else(String::new, |body| format!(" by {}", the(body)));
    let scrutiny = match (strategy.scrutinised, strategy.scrutiny_planned) {
        (Some(held), _) => format!("was scrutinised{body} {}", when(held)),
        (None, Some(planned)) => {
            let is = if planned.last() < as_of { "was" } else { "is" };
            format!("{is} to be scrutinised{body} {}", when(planned))
        }
        (None, None) => String::new(),
    };
    let published = match (strategy.published, strategy.state) {
        (Some(published), _) => format!("was published {}", when(published)),
        (None, Some(StrategyState::Published)) => "is published".to_owned(),
        (None, _) => String::new(),
    };
    let adoption = match (strategy.adopted, strategy.adoption_due) {
        (Some(adopted), _) => format!("was adopted {}", when(adopted)),
        (None, _) if !published.is_empty() || strategy.state == Some(StrategyState::Adopted) => {
            "is adopted".to_owned()
        }
        (None, Some(due)) => {
            let following = match scrutiny.is_empty() && !body.is_empty() {
                true => format!(" following scrutiny{body}"),
                false => String::new(),
            };
            let due = format!("due to be adopted {}{following}", when(due));
            match strategy.is_overdue_on(as_of) {
                true => format!("was {due}, and its adoption is overdue"),
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
    ReportSection::new(strategy.title.as_str(), vec![ReportParagraph::new(text)])
}
