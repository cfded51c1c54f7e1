//! Deltas as aligned text.

use crate::deltas::{Deltas, Track};
use childrens_services::{
    Change, Observation, Period, PeriodKind, Unit, Verdict, chrono::Datelike, kpi::Row,
};

/// The whole text; `brief` has one line for each indicator.
pub fn render(deltas: &Deltas, brief: bool) -> String {
    let underline = "=".repeat(deltas.title.chars().count());
    let mut parts = vec![format!("{}\n{underline}", deltas.title)];
    if let Some(board) = &deltas.board {
        parts.extend(board.texts.iter().map(row));
        parts.extend((!board.findings.is_empty()).then(|| board.findings.to_string()));
    }
    if !deltas.changes.is_empty() {
        parts.push(changes(&deltas.changes));
    }
    if !deltas.figures.is_empty() {
        parts.push(figures(deltas));
    }
    match brief {
        true if !deltas.indicators.is_empty() => parts.push(one_line_each(&deltas.indicators)),
        true => {}
        false => parts.extend(deltas.indicators.iter().map(all_periods)),
    }
    parts.extend(deltas.notes.iter().map(|note| (*note).to_owned()));
    parts.join("\n\n")
}

/// A row of the board as a block, what is empty left out.
fn row(texts: &[String; 8]) -> String {
    let lines = Row::HEADINGS.iter().zip(texts).skip(1).filter(|(_, text)| !text.is_empty());
    let lines = lines.map(|(heading, text)| format!("  {heading:<12}{text}"));
    [texts[0].clone()].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

fn changes(changes: &[Change]) -> String {
    let lines = changes.iter().map(|change| format!("{}: {change}", change.indicator()));
    lines.collect::<Vec<_>>().join("\n")
}

fn figures(deltas: &Deltas) -> String {
    let rows = deltas.figures.iter().map(|seen| {
        let remark = if seen.remark.is_empty() { String::new() } else { format!("({})", seen.remark) };
        [seen.indicator.title().to_owned(), seen.period.to_string(), seen.value.to_string(), remark]
    });
    let header = ["of one period only", "", "figure", ""].map(str::to_owned);
    align(header, rows, [LEFT, LEFT, RIGHT, LEFT])
}

/// Each indicator in one line: the year before the base, the base, the latest; the latest against the year before it and
/// against the base.
fn one_line_each(tracks: &[Track]) -> String {
    let latest = |track: &Track| track.series.latest().map(Observation::period);
    let Some((base, last)) = tracks.iter().find_map(|track| track.base.zip(latest(track))) else {
        return String::new();
    };
    let year = |period: Option<Period>| period.map_or_else(String::new, short);
    let shown = [base.previous(), Some(base), Some(last)];
    let [before, of_base, of_last] = shown.map(year);
    let header = [
        String::new(),
        before,
        of_base,
        of_last,
        format!("on {}", year(last.year_before())),
        String::new(),
        format!("since {}", year(Some(base))),
        String::new(),
    ];
    let rows = tracks.iter().map(|track| {
        let series = &track.series;
        let number = |period: Option<Period>| {
            let figure = series.get(period?)?.figure_rounded(series.indicator().decimal_places());
            let per_cent = if series.indicator().unit() == Unit::PerCent { "%" } else { "" };
            let number = figure.stated().map(|value| format!("{:.1}{per_cent}", value.rounded(1).value()));
            Some(number.unwrap_or_else(|| figure.to_string()))
        };
        let [before, of_base, of_last] = shown.map(|period| number(period).unwrap_or_default());
        let [on_year, _, verdict] = cells(series.change_on_year().as_ref());
        let [since, _, overall] = cells(series.change_since(base).as_ref());
        [series.indicator().title().to_owned(), before, of_base, of_last, on_year, verdict, since, overall]
    });
    align(header, rows, [LEFT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT, RIGHT, LEFT])
}

fn all_periods(track: &Track) -> String {
    let since = track.base.map_or_else(String::new, |base| format!("since {}", short(base)));
    let header = ["", "figure", "change", "relative", "on the period before", "change", "relative", &since];
    let until = |changes: &[Change], period| changes.iter().find(|change| change.until() == period).cloned();
    let rows = track.series.iter().map(|seen| {
        let [step, step_relative, step_verdict] = cells(until(&track.steps, seen.period()).as_ref());
        let [base, base_relative, base_verdict] = cells(until(&track.since_base, seen.period()).as_ref());
        let (period, figure) = (short(seen.period()), seen.value().to_string());
        [period, figure, step, step_relative, step_verdict, base, base_relative, base_verdict]
    });
    let table = align(header.map(str::to_owned), rows, [LEFT, RIGHT, RIGHT, RIGHT, LEFT, RIGHT, RIGHT, LEFT]);
    let indicator = track.series.indicator();
    let changes = match indicator.unit().of_difference() {
        unit if unit == indicator.unit() => String::new(),
        unit => format!("changes in {unit}; "),
    };
    format!("{} ({}; {changes}{})\n{table}", indicator.title(), indicator.unit(), indicator.polarity())
}

/// A reporting year by its number alone.
fn short(period: Period) -> String {
    match period.kind() {
        PeriodKind::ReportingYear => period.end().year().to_string(),
        _ => period.to_string(),
    }
}

/// Absolute change, relative change and verdict; empty without a change, `-` where it cannot be worked out.
fn cells(change: Option<&Change>) -> [String; 3] {
    change.map_or_else(Default::default, |change| {
        let signed = |number| format!("{}{number}", if number > 0.into() { "+" } else { "" });
        let absolute = change.absolute_printed().map_or_else(|| "-".to_owned(), signed);
        let relative =
            change.relative_printed().map_or_else(|| "-".to_owned(), |number| signed(number) + "%");
        let verdict = match change.verdict() {
            Verdict::CannotTell => format!("{} ({})", change.verdict(), change.reason()),
            verdict => verdict.to_string(),
        };
        [absolute, relative, verdict]
    })
}

const LEFT: bool = false;
const RIGHT: bool = true;

/// Rows under a header, each column as wide as its widest cell.
fn align<const N: usize>(
    header: [String; N],
    rows: impl Iterator<Item = [String; N]>,
    right: [bool; N],
) -> String {
    let rows: Vec<[String; N]> = std::iter::once(header).chain(rows).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; N] = std::array::from_fn(width);
    let line = |row: &[String; N]| {
        let cell = |column: usize| {
            let (text, width) = (&row[column], widths[column]);
            if right[column] { format!("{text:>width$}") } else { format!("{text:<width$}") }
        };
        (0..N).map(cell).collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
